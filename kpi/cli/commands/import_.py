"""kpi import: many rows of a file at once. All of them in one new file, or none."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.choices import known_series, missing, no_blank, one_of
from kpi.cli.recording import import_plan
from kpi.cli.view import Asked
from kpi.values import replace
from kpi.version import VERSION

if TYPE_CHECKING:
    from kpi.facts.book import Book
    from kpi.facts.intake.arrivals import Arrivals
    from kpi.facts.intake.plan import Plan
    from kpi.facts.intake.rows import Record, Table
    from kpi.render.import_preview import Preview
    from kpi.render.look import Look

LARGEST_FILE = 50 * 1024 * 1024  # bytes
#: Rows from which on a terminal is shown how far the walk has come.
LONG = 2_000
#: How a person says yes and no, in small letters.
_YES, _NO = ("y", "yes", "예", "네"), ("", "n", "no", "아니요", "아니오")


def import_(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="CSV, xlsx, xls, ods, KOSIS or ECOS JSON, Open SDG, our own export.",
        ),
    ],
    target: Annotated[
        str | None,
        typer.Option("--target", metavar="ID", help="The target.",
                     autocompletion=options.target_ids),
    ] = None,
    published: options.Published = None,
    mapping: Annotated[
        str | None,
        typer.Option("--mapping", metavar="FILE", help="How the file is read (docs/importing.md)."),
    ] = None,
    series: options.Series = None,
    source: options.Source = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status", metavar="WORD",
            help="final, provisional, estimated, derived, enacted or planned.",
        ),
    ] = None,
    url: options.Url = None,
    period_column: Annotated[
        list[str] | None,
        typer.Option("--period-column", metavar="NAME", help="Twice for a year and its quarter."),
    ] = None,
    value_column: Annotated[
        str | None, typer.Option("--value-column", metavar="NAME")
    ] = None,
    period_style: Annotated[
        str | None,
        typer.Option("--period-style", metavar="KIND",
                     help="year, semester, quarter, month, week, day; for 2023/24 last-year"
                          " or first-year."),
    ] = None,
    chosen: Annotated[
        list[str] | None,
        typer.Option("--filter", metavar="COLUMN=TEXT",
                     help="Only rows that hold this; of one column any of several."),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", metavar="TEXT", help="The unit of the file's figures."),
    ] = None,
    scale: Annotated[
        str | None,
        typer.Option("--scale", metavar="FACTOR", help="100 for percent cells such as 0.123."),
    ] = None,
    decimal: Annotated[
        str | None, typer.Option("--decimal", metavar="SIGN", help='"," or ".".')
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME")] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="If it is not UTF-8, UTF-16 or CP949."),
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option("--delimiter", metavar="NAME", help="comma, semicolon, tab or bar."),
    ] = None,
    label: Annotated[
        str | None,
        typer.Option("--label", metavar="WORD", help="The last part of the new file's name."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Record without asking.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show the preview, and write nothing.")
    ] = False,
    folder: options.Project = None,
    form: options.TableOrJson = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """Record the rows of a file: first a preview with the fate of each, then all or none."""
    from kpi.render.import_preview import PREVIEW, Preview

    one_of(form, tuple(PREVIEW), "--format")
    look = Asked(lang=lang, color=color, ascii_only=ascii_only, quiet=quiet).look()
    if yes and dry_run:
        raise exits.Stop(exits.USAGE, "--yes and --dry-run exclude each other; leave one out")
    no_blank(("--target", target), ("--series", series), ("--sheet", sheet),
             ("--encoding", encoding))  # fmt: skip
    root = project.find(folder)
    given = {
        "target": target, "series": series, "source": source, "status": status, "url": url,
        "style": period_style, "unit": unit, "scale": scale, "decimal": decimal, "sheet": sheet,
        "encoding": encoding, "delimiter": delimiter, "label": label,
    }  # fmt: skip
    plan = import_plan.planned(mapping, given, period_column, value_column, chosen)
    book = project.sound(root)
    _refuse_unknown(plan, book)
    today = project.today(book.timezone)
    day = project.published(published, today) if published is not None else None
    name = os.path.basename(os.path.normpath(file))
    table, sourced = _table(file, name, plan)
    arrivals = _judged(name, table, sourced, book, day)
    if sourced is not plan:
        arrivals = replace(arrivals, notes=(*arrivals.notes, _NO_SOURCE))
    _refuse_names(root, arrivals)
    preview = Preview(name, arrivals, on=today)
    writes = _is_wanted(preview, form, look, yes, dry_run)
    if writes:
        _write(root, arrivals, book)
        preview = replace(preview, written=True)
    if form == "json":
        _show(preview, form, look)
    elif writes:
        named = next(iter(arrivals.files)) + ", …" * (len(arrivals.files) > 1)
        screen.recorded("".join(f"{file}\n" for file in arrivals.files), named)


#: A file's name tells nobody where its figures come from.
_NO_SOURCE = 'no source is stated, so the file\'s name stands for it; add --source "…"'

import_.__name__ = "import"  # the command's own word is one of Python's


# --- reading ----------------------------------------------------------------------------------


def _refuse_unknown(plan: Plan, book: Book) -> None:
    """Raises Stop for a target or series that the project lacks, wherever it was said."""
    known = {target.id: target for target in book.targets}
    wanted = [("--target", plan.target, plan.series)]
    wanted += [("[[take]]", take.target, take.series) for take in plan.takes]
    wanted += [("[targets]", *goal.partition("/")[::2]) for goal in plan.targets.values()]
    for name, target, series in wanted:
        if target:
            one_of(target, tuple(known), name)
        if target and series:
            known_series(series, known[target], name.replace("target", "series"))


def _table(path: str, name: str, plan: Plan) -> tuple[Table, Plan]:
    """The table of the file, and the plan with a source for its rows. Raises Stop."""
    from kpi.cli.recording.bounded_process import apart
    from kpi.facts.intake.tables import read_table
    from kpi.facts.keys.fields import Wrong

    data = import_plan.content(path, LARGEST_FILE, "FILE")
    try:
        table = read_table(data, plan, apart)
    except Wrong as wrong:
        raise _refused(name, wrong) from None
    if not plan.source and not table.source and "source" not in table.columns:
        shown = name.encode("ascii", "replace").decode() if not name.isprintable() else name
        plan = replace(plan, source=import_plan.read("FILE", import_plan.plain_text, shown))
    return table, plan


def _judged(name: str, table: Table, plan: Plan, book: Book, day: dt.date | None) -> Arrivals:
    """What becomes of each row. Raises Stop if something needed was never said."""
    from kpi.facts.intake.against import Ledger
    from kpi.facts.intake.arrivals import judge
    from kpi.facts.keys.fields import Wrong

    columns = {*plan.columns, *table.columns}
    lacking = []
    if not plan.target and "target" not in columns and not any(take.target for take in plan.takes):
        lacking.append("--target")
    if day is None and "published" not in columns:
        lacking.append("--published")
    if lacking:
        raise missing(lacking, " and ")
    targets = {target.id: target for target in book.targets}
    ledger = Ledger(targets, book.observations, project.today(book.timezone))
    try:
        return judge(table, plan, ledger, day, _watched)
    except Wrong as wrong:
        raise _refused(name, wrong) from None


def _refused(name: str, wrong: Exception) -> exits.Stop:
    from kpi.render.wording.signs import safe

    return exits.Stop(exits.INVALID, safe(f"{name}: {wrong}"))


def _watched(records: Iterable[Record]) -> Iterator[Record]:
    """The records, with a bar on the standard error if there are many and it is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from records
        return
    listed = list(records)
    with typer.progressbar(
        listed, file=sys.stderr, hidden=len(listed) < LONG, update_min_steps=500, label="kpi import"
    ) as bar:
        yield from bar


# --- recording --------------------------------------------------------------------------------


def _is_wanted(preview: Preview, form: str, look: Look, yes: bool, dry_run: bool) -> bool:
    """Whether the new rows are to be recorded. A person sees first what becomes of each.

    Raises Stop if they may not be, or if nobody says so; a program is shown why.
    """
    from kpi.render.wording.phrases import counted, phrase

    arrivals = preview.arrivals
    if form != "json" and not (look.quiet and arrivals.sound):
        _show(preview, form, look)
    writes = bool(arrivals.files) and not dry_run
    fault = None
    if not arrivals.sound:
        fault = _unsound(arrivals)
    elif writes and not yes and not screen.can_ask():
        what = "nobody can be asked here; add --yes to record, or --dry-run to look only"
        fault = exits.Stop(exits.USAGE, what)
    if fault is not None:
        if form == "json":
            _show(preview, form, look)
        raise fault
    if writes and not yes:
        new = counted("observation", arrivals.count("new"), look.lang, grouped=True)
        ask = phrase("import_ask", look.lang, observations=new)
        if not _agreed(ask, look.lang):
            raise exits.Stop(exits.INTERRUPTED, phrase("import_nothing_written", look.lang))
    return writes


def _show(preview: Preview, form: str, look: Look) -> None:
    from kpi.render.import_preview import PREVIEW

    screen.out(PREVIEW[form](preview, look, VERSION), form == "json")


def _agreed(ask: str, lang: str) -> bool:
    """What the person at the terminal answers, in either language; Enter alone is no."""
    from kpi.render.wording.phrases import phrase

    while True:
        said = screen.answer(f"{ask} [y/N]", default="").strip().lower()
        if said in _YES:
            return True
        if said in _NO:
            return False
        typer.echo(phrase("import_ask_again", lang), err=True)


def _unsound(arrivals: Arrivals) -> exits.Stop:
    """Why nothing was written."""
    from kpi.facts.intake.doubts.items import Mixed
    from kpi.render.import_preview import reason
    from kpi.render.wording.signs import safe

    fate = "refused" if arrivals.count("refused") else "conflict"
    first = next((line for line in arrivals.lines if line.fate == fate), None)
    reasons = [f"nothing was written: {doubt}" for doubt in arrivals.doubts]
    mixed = any(isinstance(doubt, Mixed) for doubt in arrivals.doubts)
    if first is not None and not (mixed and fate == "conflict"):  # with which of the rows?
        rows = f"{arrivals.count(fate):,} row{'s' if arrivals.count(fate) > 1 else ''}"
        what = f"{rows} {'refused' if fate == 'refused' else 'in conflict with the ledger'}"
        reasons.append(f"nothing was written: {what}, first {first.where}: {reason(first)}")
    conflict = fate == "conflict" and not arrivals.doubts
    message = "\nkpi: ".join(map(safe, reasons))
    prefix = "kpi: " if "\n" in message and not conflict else ""
    return exits.Stop(exits.REFUSED if conflict else exits.INVALID, prefix + message)


def _refuse_names(root: str, arrivals: Arrivals) -> None:
    """Raises Stop if a file that would be made is there: no preview promises what cannot be."""
    for file in arrivals.files:
        if os.path.lexists(os.path.join(root, file)):
            raise _there_already(file)


def _there_already(file: str) -> exits.Stop:
    what = f"{file} is there already, and nothing recorded is changed"
    return exits.Stop(exits.REFUSED, f"{what}; choose another --label")


def _write(root: str, arrivals: Arrivals, book: Book) -> None:
    """Makes the files, all or none. Raises Stop."""
    from kpi.cli.recording.lock import recording
    from kpi.store.create import create_all

    facts = [line.fact for line in arrivals.lines if line.fate == "new" and line.fact is not None]
    try:
        with recording(root, book, facts):
            create_all(root, arrivals.files)
    except FileExistsError as error:
        raise _there_already(error.filename or next(iter(arrivals.files))) from None
    except OSError as error:
        raise exits.unwritten("the batch", error) from None
