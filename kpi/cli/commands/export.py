"""kpi export: the ledger for other programs. It writes only where it is told to.

A file that is there already is replaced only if it is an earlier export of the same format; a
folder only if it holds nothing but an earlier export, unchanged since.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.view import known_ids, view
from kpi.store.one_file import content, ends
from kpi.store.trees import Refused
from kpi.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kpi.render.exchange.exports import Exporter
    from kpi.render.exchange.ledger import Export

#: The file by which a folder of ours is known again: which format, and what we wrote.
MANIFEST = ".kpi-export.json"

FORMATS = (
    "csv", "json", "jsonl", "parquet", "datapackage", "opensdg", "ics", "atom", "badge", "summary",
)  # fmt: skip
MONTHS, MOST_MONTHS = 12, 1200
MOST = 4 * 1024**3  # bytes of a file of an earlier export
MOST_LISTED = 64 * 1024**2  # bytes of its list of files
#: The formats that an option says something about.
_GOES_WITH = {
    "--bom": ("csv",), "--months": ("atom",), "--authority": ("ics", "atom"),
    "--license": ("datapackage",),
}  # fmt: skip

#: What a killed writer may leave behind.
_LITTER = re.compile(r"\.kpi-[0-9a-f]{16}\.tmp")
_AUTHORITY = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def export(
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
    bom: Annotated[
        bool, typer.Option("--bom", help="csv: with a byte order mark, by which Excel sees UTF-8.")
    ] = False,
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
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """Hand the ledger to other programs: tables, a calendar, a feed, a badge, a summary."""
    from kpi.render.exchange.exports import EXPORTS
    from kpi.render.exchange.ledger import NOBODY, Export

    options.one_of(form, tuple(EXPORTS), "--format")
    exporter = EXPORTS[form]
    _refuse_misplaced(form, exporter, out)
    _refuse_wrong(form, bom, months, authority, licence)
    _refuse_without(form, exporter)
    seen = view(folder, on, as_of, at, lang, color, ascii_only, quiet)
    known_ids(seen.book, ids)
    wanted = Export(
        seen.book, seen.board(ids or None, detail="result"), lang, VERSION, bom,
        MONTHS if months is None else months, authority or NOBODY, licence or "", ascii_only,
    )  # fmt: skip
    if not quiet:
        _say_what_is_missing(wanted)
    files = exporter.files(wanted)
    if out is None or out == "-":
        screen.put(files[""])
    elif exporter.folder:
        project.outside_the_records(project.find(folder), out)
        _write_folder(out, form, files)
    else:
        project.outside_the_records(project.find(folder), out)
        _write_file(out, files[""], exporter)


def _refuse_misplaced(
    form: str, exporter: Exporter, out: str | None
) -> None:  # fmt: skip
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
    for option, said in given.items():
        if said and form not in _GOES_WITH[option]:
            formats = " or ".join(_GOES_WITH[option])
            raise exits.Stop(
                exits.USAGE, f"{option}: goes with --format {formats} only; leave it out"
            )
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


def _say_what_is_missing(wanted: Export) -> None:
    """An export may be empty, and is well-formed then; that it is, is said."""
    board = wanted.board
    if board.unannounced:
        ids = ", ".join(board.unannounced)
        screen.err(f"kpi: left out, not yet announced by {board.as_of}: {ids}")
    if not board.statuses:
        screen.err("kpi: there is no target to export; what is written is empty")


# --- writing ----------------------------------------------------------------------------------


def _write_file(out: str, data: bytes, exporter: Exporter) -> None:
    """Makes the file, or replaces an earlier export. Raises Stop if another file is there."""
    from kpi.store.create import create, replace

    folder, name = os.path.split(os.path.abspath(out))
    if not name or os.path.isdir(out):
        raise exits.Stop(exits.REFUSED, f"{out} is a folder; name the file to write")
    try:
        os.makedirs(folder, exist_ok=True)
        if not os.path.lexists(out):
            create(folder, name, data)
        elif os.path.isfile(out) and not os.path.islink(out) and exporter.ours(*_ends(out)):
            replace(folder, name, data)
        else:
            raise exits.Stop(exits.REFUSED, _foreign(out))
    except FileExistsError:
        raise exits.Stop(exits.REFUSED, _foreign(out)) from None
    except (OSError, Refused, ValueError) as error:
        raise _unwritten(out, error) from None


def _foreign(path: str) -> str:
    return f"{path} is there already and is not an earlier export; remove it, or name another"


def _unwritten(out: str, error: Exception) -> exits.Stop:
    reason = getattr(error, "strerror", None) or str(error)
    return exits.Stop(exits.OUTPUT, f"{out} could not be written: {reason}")


def _ends(path: str) -> tuple[bytes, bytes]:
    """The first 4 KiB of a file and its last 64."""
    return ends(path, 4096, 65536)


def _write_folder(out: str, form: str, files: dict[str, bytes]) -> None:
    """Makes the folder, or replaces an earlier export in it, whole.

    The manifest goes first and names old and new content of each file, so that an export that was
    killed half way is still known as ours; at the end it names the new content alone.
    """
    from kpi.store.create import create, replace, replace_all

    try:
        os.makedirs(out, exist_ok=True)
        before = _earlier(out, form)
        new = {name: [_sum(data)] for name, data in files.items()}
        both = {name: sorted({*before.get(name, []), *new.get(name, [])})
                for name in sorted({*before, *new})}  # fmt: skip
        claim = replace if os.path.lexists(os.path.join(out, MANIFEST)) else create
        claim(out, MANIFEST, _manifest(form, both))
        changed = {name: data for name, data in files.items() if before.get(name) != new[name]}
        for some in _together(changed):
            replace_all(out, some)
        for name in sorted(before.keys() - files.keys()):
            if os.path.lexists(os.path.join(out, name)):
                os.unlink(os.path.join(out, name))
        replace(out, MANIFEST, _manifest(form, new))
    except FileExistsError:
        what = f"{out} is being written by another export, or is no folder"
        raise exits.Stop(exits.REFUSED, f"{what}; name another folder") from None
    except (OSError, Refused, ValueError) as error:
        raise _unwritten(out, error) from None


#: So many files of a folder are written, synced and named at a time.
_AT_ONCE = 256


def _together(files: dict[str, bytes]) -> Iterator[dict[str, bytes]]:
    names = list(files)
    for at in range(0, len(names), _AT_ONCE):
        yield {name: files[name] for name in names[at : at + _AT_ONCE]}


def _manifest(form: str, sums: dict[str, list[str]]) -> bytes:
    from kpi.render.json_text import dump

    return dump({"schema": "kpi.exported/1", "format": form, "files": sums}).encode()


def _sum(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _earlier(out: str, form: str) -> dict[str, list[str]]:
    """What an earlier export left in the folder: its files with their checksums.

    Raises Stop if anything else is there, or if one of them was changed since.
    """
    there = sorted(name for name in _names(out) if not _LITTER.fullmatch(name.split("/")[-1]))
    sums = _listed(out, form) if MANIFEST in there else {}
    for name in there:
        if name == MANIFEST and sums is not None:
            continue
        path = os.path.join(out, name)
        if sums is None or name not in sums:
            raise exits.Stop(exits.REFUSED, f"{path} is not of an earlier {form} export;"
                             " name an empty folder, or a new one")  # fmt: skip
        if os.path.islink(path) or not os.path.isfile(path) or _content(path) not in sums[name]:
            raise exits.Stop(exits.REFUSED, f"{path} was changed since it was exported;"
                             " move it away, or name another folder")  # fmt: skip
    known = sums or {}
    return {name: known[name] for name in there if name != MANIFEST}  # so no name leads out of it


def _content(path: str) -> str:
    return _sum(content(path, MOST))


def _names(out: str) -> list[str]:
    """Every file beneath a folder, by its name relative to it; links are not followed."""
    found = []
    for folder, folders, names in os.walk(out):
        links = [one for one in folders if os.path.islink(os.path.join(folder, one))]
        found += [os.path.relpath(os.path.join(folder, name), out) for name in (*names, *links)]
    return [name.replace(os.sep, "/") for name in found]


def _listed(out: str, form: str) -> dict[str, list[str]] | None:
    """The files that the folder's manifest names; None if it is of another format, or not ours."""
    import json

    try:
        said = json.loads(content(os.path.join(out, MANIFEST), MOST_LISTED))
        if said["schema"] == "kpi.exported/1" and said["format"] == form:
            return {str(name): [str(one) for one in sums] for name, sums in said["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return None
