"""The commands that look: status, show, methods. They write nothing in the project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kpi.cli import exits, options, project, screen
from kpi.version import VERSION

if TYPE_CHECKING:
    from kpi.assess.board import Board
    from kpi.assess.status import Status
    from kpi.facts.book import Book
    from kpi.facts.records import Target
    from kpi.render.look import Look

#: What `--fail-on` may name beside each single verdict, and which lights or verdicts that is.
FAIL_ON = ("off-track", "stale", "no-data")

#: Formats that a program reads, a browser too: UTF-8 in any locale.
MACHINE = ("json", "csv", "html", "svg")


@dataclass(frozen=True, slots=True)
class View:
    """What every reading command starts from."""

    book: Book
    on: dt.date
    as_of: dt.date
    at: str | None
    look: Look

    def board(self, ids: list[str] | None = None) -> Board:
        """The targets of `ids`, or all, judged."""
        from kpi.assess.board import assess

        return assess(self.book, self.on, self.as_of, self.at, ids)


def view(
    folder: str | None, on: str | None, as_of: str | None, at: str | None,
    lang: str, color: str, ascii_only: bool, quiet: bool,
) -> View:  # fmt: skip
    """Read the project and settle the clocks. Raises Stop on any fault of either."""
    options.one_of(lang, ("en", "ko"), "--lang")
    options.one_of(color, ("auto", "always", "never"), "--color")
    day_on = project.day(on, "--on") if on is not None else None
    day_known = project.day(as_of, "--as-of") if as_of is not None else None
    book = project.sound(project.find(folder), at)
    day_on = day_on or project.today(book.timezone)
    look = screen.look(color, ascii_only, lang, quiet)
    return View(book, day_on, day_known or day_on, at, look)


def known_ids(book: Book, ids: list[str] | None) -> None:
    """Raises Stop if one of `ids` is no target."""
    there = tuple(target.id for target in book.targets)
    for id_ in ids or ():
        options.one_of(id_, there, "ID")


def status(
    ids: options.Ids = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="With this tag; repeatable.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="TEXT", help="Whose owner contains this.")
    ] = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option("--verdict", metavar="WORD", help="With this verdict or light; repeatable."),
    ] = None,
    due_before: Annotated[
        str | None, typer.Option("--due-before", metavar="DAY", help="Due before this day.")
    ] = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="KEY",
                          help="file, id, verdict, due, gap, way, age or owner.")
    ] = "file",
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on", metavar="WHAT[,WHAT]",
            help="Exit 3 or 5 if a target is so: off-track, stale, no-data, or a verdict.",
        ),
    ] = None,
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    form: options.Format = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """One line a target: where each promise stands, and whom to believe."""
    from kpi.render.formats import STATUS

    options.one_of(form, tuple(STATUS), "--format")
    options.one_of(sort, tuple(_SORT), "--sort")
    failures = _failures(fail_on)
    wanted = [_verdict(word) for word in verdict or ()]
    due = project.day(due_before, "--due-before") if due_before is not None else None
    seen = view(folder, on, as_of, at, lang, color, ascii_only, quiet)
    known_ids(seen.book, ids)
    chosen = [one.id for one in seen.book.targets if _is_chosen(one, ids, tag, owner)]
    board = seen.board(chosen)
    kept = [one for one in board.statuses if _fits(one, wanted, due)]
    board = replace(board, statuses=tuple(sorted(kept, key=_SORT[sort])))
    if not board.statuses:
        raise exits.Stop(exits.NOTHING, _nothing(seen.book, board))
    screen.out(STATUS[form](board, seen.look, VERSION), form in MACHINE)
    _fail(board, failures)


def _fits(one: Status, wanted: list[str], due: dt.date | None) -> bool:
    if wanted and one.verdict not in wanted and one.light not in wanted:
        return False
    return due is None or (one.goal.by is not None and one.goal.by.end < due)


def _is_chosen(
    target: Target, ids: list[str] | None, tags: list[str] | None, owner: str | None
) -> bool:
    if ids and target.id not in ids:
        return False
    if tags and not set(tags) & set(target.tags):
        return False
    return owner is None or owner.casefold() in target.owner.casefold()


def _nothing(book: Book, board: Board) -> str:
    if not book.targets:
        return "there is no target yet; add a [[target]] to targets.toml"
    if board.unannounced:
        return f"none of the targets asked for had been announced by {board.as_of}"
    return f"no target fits the filters; there are {len(book.targets)} in all"


def _verdict(word: str, name: str = "--verdict", more: tuple[str, ...] = ()) -> str:
    """The verdict or light that a word of the command line means; hyphens stand for spaces.

    `more` are words that the option `name` knows beside verdicts and lights; they stay.
    """
    from kpi.assess.verdict import LIGHTS

    names = {name.replace(", ", "-").replace(" ", "-"): name for name in LIGHTS}
    names |= {light: light for light in LIGHTS.values()} | {name: name for name in LIGHTS}
    names |= {"off-track": "bad"} | {one: one for one in more}
    return names[options.one_of(word.strip().lower(), tuple(names), name)]


def _failures(fail_on: str | None) -> list[str]:
    words = [word.strip() for word in (fail_on or "").split(",") if word.strip()]
    if fail_on is not None and not words:
        raise exits.Stop(exits.USAGE, "--fail-on: names nothing; write off-track,stale,no-data")
    return [_verdict(word, "--fail-on", FAIL_ON) for word in words]


def _fail(board: Board, failures: list[str]) -> None:
    """Raises Stop if a target is what `--fail-on` names: off track before what is not known."""
    off = [one for one in board.statuses if _fails(one, failures) and one.light == "bad"]
    other = [one for one in board.statuses if _fails(one, failures) and one.light != "bad"]
    if off or other:
        code = exits.OFF_TRACK if off else exits.NOTHING
        names = ", ".join(f"{one.target.id} ({_why(one, failures)})" for one in off + other)
        raise exits.Stop(code, f"--fail-on: {names}")


def _why(one: Status, failures: list[str]) -> str:
    return "stale" if "stale" in failures and not _verdict_fails(one, failures) else one.verdict


def _verdict_fails(one: Status, failures: list[str]) -> bool:
    if one.verdict in failures or one.light in failures:
        return True
    if "off-track" in failures and one.light == "bad":
        return True
    return "no-data" in failures and one.verdict in ("no data", "cannot judge")


def _fails(one: Status, failures: list[str]) -> bool:
    stale = "stale" in failures and any(flag.key == "stale" for flag in one.flags)
    return stale or _verdict_fails(one, failures)


def _order_of_verdict(one: Status) -> object:
    lights = ("bad", "mixed", "unknown", "good", "closed")
    return (lights.index(one.light), one.verdict, one.target.id)


def _relative_gap(one: Status) -> float:
    """The gap to the stricter path in the direction that matters, as a share of the goal."""
    if not one.gap_to_path or one.case is None:
        return float("inf")
    size = abs(one.case.goal) or 1.0
    return min(one.case.sign * gap for _, gap in one.gap_to_path) / size


_SORT: dict[str, Callable[[Status], Any]] = {
    "file": lambda one: 0,
    "id": lambda one: one.target.id,
    "verdict": _order_of_verdict,
    "due": lambda one: (one.goal.by.end if one.goal.by else dt.date.max, one.target.id),
    "gap": lambda one: (_relative_gap(one), one.target.id),
    "way": lambda one: (one.share_of_way is None, one.share_of_way or 0.0, one.target.id),
    "age": lambda one: (one.latest.period.end if one.latest else dt.date.min, one.target.id),
    "owner": lambda one: (one.target.owner, one.target.id),
}


def show(
    id_: options.Id,
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    form: options.Format = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:
    """One target on a page: the promise, the evidence, the verdict and every caveat."""
    from kpi.render.formats import SHOW

    options.one_of(form, tuple(SHOW), "--format")
    seen = view(folder, on, as_of, at, lang, color, ascii_only, quiet)
    known_ids(seen.book, [id_])
    board = seen.board([id_])
    if not board.statuses:
        raise exits.Stop(exits.NOTHING, f"{id_} had not been announced by {seen.as_of}")
    text = SHOW[form](board.statuses[0], board, seen.book.documents, seen.look, VERSION)
    screen.out(text, form in MACHINE)


def methods(
    ids: options.Ids = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="METHOD",
            help="Show the rule in words and every step of its arithmetic.",
        ),
    ] = None,
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    form: options.Format = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:  # fmt: skip
    """The published rules side by side, and where and why they split."""
    from kpi.assess.methods.catalogue import BY_NAME
    from kpi.render.formats import METHODS

    options.one_of(form, tuple(METHODS), "--format")
    if explain is not None:
        options.one_of(explain, tuple(BY_NAME), "--explain")
        if not ids:
            raise exits.Stop(
                exits.USAGE, "--explain: name the target, `kpi methods ID --explain …`"
            )
    seen = view(folder, on, as_of, at, lang, color, ascii_only, quiet)
    known_ids(seen.book, ids)
    board = seen.board(ids or None)
    if not board.statuses:
        raise exits.Stop(exits.NOTHING, _nothing(seen.book, board))
    if explain is None:
        screen.out(METHODS[form](board, seen.look, VERSION), form in MACHINE)
        return
    from kpi.render.text.panel import explain as explained

    for one in board.statuses:
        reading = next((r for r in one.readings if r.method == explain), None)
        screen.out(explained(one, reading, BY_NAME[explain], seen.look))
