"""kpi export: the ledger for other programs. It writes only where it is told to."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.choices import goes_with, known_ids, one_of
from kpi.cli.reading import reading
from kpi.cli.view import Asked
from kpi.version import VERSION

if TYPE_CHECKING:
    from kpi.render.exchange.exports import Exporter

FORMATS = (
    "csv", "json", "jsonl", "parquet", "datapackage", "opensdg", "ics", "atom", "badge", "summary",
)  # fmt: skip
MONTHS, MOST_MONTHS = 12, 1200
#: The formats that an option says something about.
_GOES_WITH = {
    "--bom": ("csv",), "--months": ("atom",), "--authority": ("ics", "atom"),
    "--license": ("datapackage",),
}  # fmt: skip

_AUTHORITY = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@reading(lang=options.LangOfExports)
def export(
    asked: Asked,
    ids: options.Ids = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS[:-1])} or summary.",
            autocompletion=lambda incomplete: [f for f in FORMATS if f.startswith(incomplete)],
        ),
    ] = "csv",
    out: Annotated[
        str | None,
        typer.Option(
            "--out", "-o", metavar="PATH",
            help="The file, or the folder of datapackage and opensdg (default: standard output).",
        ),
    ] = None,
    bom: options.Bom = False,
    months: Annotated[
        int | None,
        typer.Option("--months", metavar="N", help="atom: how many months to look back (12)."),
    ] = None,
    authority: Annotated[
        str | None,
        typer.Option("--authority", metavar="DOMAIN",
                     help="ics, atom: a domain of yours, for ids that are unique in the world."),
    ] = None,
    licence: Annotated[
        str | None,
        typer.Option("--license", metavar="NAME",
                     help="datapackage: the licence of the data, such as CC-BY-4.0."),
    ] = None,
) -> None:  # fmt: skip
    """Hand the ledger to other programs: tables, a calendar, a feed, a badge, a summary."""
    from kpi.cli.export_files import write_file, write_folder
    from kpi.render.exchange.exports import EXPORTS
    from kpi.render.exchange.known_rows import NOBODY, Export

    one_of(form, tuple(EXPORTS), "--format")
    exporter = EXPORTS[form]
    _refuse_misplaced(form, exporter, out)
    _refuse_wrong(form, bom, months, authority, licence)
    _refuse_without(form, exporter)
    project_view = asked.view()
    known_ids(project_view.book.targets, ids)
    wanted = Export(
        project_view.book, project_view.board(ids or None, detail="result"), asked.lang, VERSION,
        bom, MONTHS if months is None else months, authority or NOBODY, licence or "",
        asked.ascii_only,
    )  # fmt: skip
    if wanted.board.unannounced and not asked.quiet:
        left_out = ", ".join(wanted.board.unannounced)
        screen.err(f"kpi: left out, not yet announced by {wanted.board.as_of}: {left_out}")
    files = exporter.files(wanted)
    if out is None or out == "-":
        screen.put(files[""])
    else:
        project.outside_the_records(project.find(asked.folder), out)
        if exporter.folder:
            write_folder(out, form, files)
        else:
            write_file(out, files[""], exporter)
    if not wanted.board.statuses:  # well-formed, and no success: who publishes it should know
        what = "there is no target to export"
        raise exits.Stop(exits.NOTHING, f"{what}; what is written is empty")


def _refuse_misplaced(form: str, exporter: Exporter, out: str | None) -> None:
    """Raises Stop if the place to write to does not go with the format, or says nothing."""
    if out == "":
        raise exits.Stop(exits.USAGE, "--out: names nothing; write a path, or leave the option out")
    if exporter.folder and out in (None, "-"):
        raise exits.Stop(exits.USAGE, f"{form} is a folder of files; name one with --out DIR")
    if exporter.binary and out in (None, "-") and sys.stdout is not None and sys.stdout.isatty():
        what = f"{form} is nothing that a terminal can show"
        raise exits.Stop(exits.USAGE, f"{what}; name a file with --out FILE")


def _refuse_wrong(
    form: str, bom: bool, months: int | None, authority: str | None, licence: str | None
) -> None:
    """Raises Stop if an option does not go with the format, or is not what it should be."""
    given = {"--bom": bom, "--months": months is not None, "--authority": authority is not None,
             "--license": licence is not None}  # fmt: skip
    for option, is_given in given.items():
        if is_given:
            goes_with(option, _GOES_WITH[option], form)
    if months is not None and not 1 <= months <= MOST_MONTHS:
        raise exits.Stop(exits.USAGE, f"--months: write a number from 1 to {MOST_MONTHS}")
    if authority is not None and not _AUTHORITY.fullmatch(authority):
        what = f"--authority: {authority!r} is not a domain"
        raise exits.Stop(exits.USAGE, f"{what}; write one of yours, such as example.org")
    if licence is not None and not _LICENCE.fullmatch(licence):
        what = f"--license: {licence!r} is not the name of a licence"
        raise exits.Stop(exits.USAGE, f"{what}; write one such as CC-BY-4.0")


def _refuse_without(form: str, exporter: Exporter) -> None:
    """Raises Stop, before anything is read, if the package is missing that writes the format.

    Exit code 4, as where an import needs one: a script sees the same for every extra.
    """
    if exporter.extra is None:
        return
    package, extra = exporter.extra
    try:
        __import__(package)
    except ImportError:
        what = f"{form} is written by {package}, which is missing"
        remedy = f"install it with: pip install 'policy-kpi[{extra}]'; or export csv"
        raise exits.Stop(exits.INVALID, f"{what}; {remedy}") from None
