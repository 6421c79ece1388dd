"""Where the promises stand: what `kpi status` prints, through whichever door it was asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from kpi.cli import exits, project
from kpi.cli.choices import no_blank, one_of
from kpi.cli.standing import fail_on
from kpi.cli.view import MACHINE, PARSED, known_ids, looked_at, view
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.values import dataclass, replace
from kpi.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kpi.assess.board import Board
    from kpi.assess.status import Status
    from kpi.cli.standing.fast_table import Rest, Table
    from kpi.cli.standing.table_update import Before
    from kpi.facts.book import Book
    from kpi.facts.records import Target


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of `kpi status`: its arguments as they were typed."""

    ids: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    owner: str | None = None
    verdict: tuple[str, ...] = ()
    due_before: str | None = None
    sort: str = "file"
    fail_on: tuple[str, ...] = ()
    on: str | None = None
    as_of: str | None = None
    at: str | None = None
    folder: str | None = None
    form: str = "table"
    lang: str = "en"
    color: str = "auto"
    ascii_only: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What is printed, and how the command ends after that."""

    text: str
    machine: bool  # for a program: UTF-8 in any locale
    ending: exits.Stop | None  # what `--fail-on` found
    on: dt.date
    timezone: str  # of the project
    stamp: list[str] | None = None  # of the records, where one was asked for and is proof
    notes: bytes = b""  # what makes the same answer faster when little has changed
    again: bool = False  # whether it rests on an answer of the same day


def stand(asked: Question, now: int | None = None, before: Before | None = None) -> Said:
    """The answer to a question. Raises Stop for a fault of the question or of the records.

    With `now`, in nanoseconds since 1970, it brings the stamp of the records.
    """
    swift = _swiftly(asked, now, before) if _is_plain(asked) else None
    return swift or _ordinarily(asked, now)


def _is_plain(asked: Question) -> bool:
    """Whether a question is for the table, without filters and orders."""
    plain = Question(
        asked.ids, on=asked.on, as_of=asked.as_of, at=asked.at, folder=asked.folder,
        lang=asked.lang, color=asked.color, ascii_only=asked.ascii_only, quiet=asked.quiet,
    )  # fmt: skip
    return asked == plain


def _swiftly(asked: Question, now: int | None, before: Before | None) -> Said | None:
    """The answer made row by row; None if there is anything to be said that is not a row."""
    from kpi.cli.standing import fast_table
    from kpi.facts.problems import Unsound
    from kpi.facts.targets_apart import read_apart
    from kpi.render.text.status import Scope, table_of
    from kpi.store import stamps

    look, on, as_of = looked_at(
        asked.on, asked.as_of, asked.lang, asked.color, asked.ascii_only, asked.quiet
    )
    root = project.find(asked.folder)
    line = stamps.file_line(f"{root}/{TARGETS_FILE}")  # before it is read
    commit, data = _targets(root, asked.at)
    if data is None:
        return None
    rest = _rest(root, line, before) if commit is None else None
    try:
        targets = read_apart(data, sound=rest is not None)
    except Unsound:
        return None
    ids = set(asked.ids) or set(targets)
    if not ids or not ids <= set(targets):
        return None
    on = rest.on if rest else on or project.today(targets.timezone)
    found = fast_table.table(root, commit, targets, ids, on, as_of or on, look, rest)
    rows = found.shown() if found is not None else []
    if found is None or not rows:
        return None
    unannounced = found.unannounced(tuple(targets))
    scope = Scope(on, as_of or on, asked.at, unannounced, found.observations)
    text = table_of(rows, scope, look)
    stamp = [] if commit else _stamp_of(found, line, now)  # a commit cannot change
    found.on = on.isoformat()
    notes = found.packed() if stamp else b""
    return Said(text, False, None, on, targets.timezone, stamp, notes, rest is not None)


def _rest(root: str, line: tuple[str, int] | None, before: Before | None) -> Rest | None:
    """What the answer before leaves to be done of the folder as it is; None if it leaves all.

    `line` is that of targets.toml in the stamp, as it was before the file was read.
    """
    from kpi.store import stamps

    if before is None or line is None or line != stamps.file_line(f"{root}/{TARGETS_FILE}"):
        return None
    from kpi.cli.standing import table_update

    return table_update.rest(before, line[0])


def _stamp_of(found: Table, line: tuple[str, int] | None, now: int | None) -> list[str] | None:
    """The stamp of the folder that a table was made from; None where none is asked for, or it
    would be no proof."""
    from kpi.store import stamps

    if line is None or not now or not stamps.settled(max(line[1], found.newest), now):
        return None
    return [line[0], *found.stamp]


def _targets(root: str, at: str | None) -> tuple[str | None, bytes | None]:
    """The commit that a revision means, and what targets.toml says there; None if it is odd."""
    if at is None:
        from kpi.store import trees

        try:
            return None, trees.WorkTree(root).read(TARGETS_FILE)
        except (FileNotFoundError, trees.Refused):
            return None, None
    from kpi.store import commit_files, folder_files, git_process

    commit = git_process.commit_of(root, at)
    try:
        return commit, commit_files.content(root, commit, TARGETS_FILE) if commit else None
    except folder_files.Unplain:
        return commit, None


def _ordinarily(asked: Question, now: int | None) -> Said:
    """The answer made from a Board of all targets."""
    from kpi.render.formats import STATUS

    one_of(asked.form, tuple(STATUS), "--format")
    one_of(asked.sort, tuple(_SORT), "--sort")
    no_blank(("--owner", asked.owner), *[("--tag", tag) for tag in asked.tag])
    named = fail_on.failures(asked.fail_on)
    wanted = [one for said in asked.verdict for one in fail_on.verdicts(said, "--verdict")]
    due = None
    if asked.due_before is not None:
        due = project.period(asked.due_before, "--due-before").start
    stamp = _stamp(asked, now) if now is not None else None
    seen = view(
        asked.folder, asked.on, asked.as_of, asked.at,
        asked.lang, asked.color, asked.ascii_only, asked.quiet,
    )  # fmt: skip
    known_ids(seen.book, asked.ids)
    chosen = [one.id for one in seen.book.targets if _is_chosen(one, asked)]
    board = seen.board(chosen, detail="result")
    kept = [one for one in board.statuses if _fits(one, wanted, due)]
    board = replace(board, statuses=tuple(sorted(kept, key=_SORT[asked.sort])))
    if not board.statuses:
        nothing_left = exits.Stop(exits.NOTHING, nothing(seen.book, board))
        if asked.form not in PARSED:
            raise nothing_left
        text = STATUS[asked.form](board, seen.look, VERSION)
        return Said(text, True, nothing_left, seen.on, seen.book.timezone)
    text, ending = STATUS[asked.form](board, seen.look, VERSION), fail_on.ending(board, named)
    return Said(text, asked.form in MACHINE, ending, seen.on, seen.book.timezone, stamp)


def _stamp(asked: Question, now: int) -> list[str] | None:
    """The stamp of the records as they are; a commit needs none, it cannot change."""
    from kpi.store import stamps

    if asked.at is not None:
        return []
    return stamps.take(project.find(asked.folder), TARGETS_FILE, OBSERVATIONS_FOLDER, now)


def _fits(one: Status, wanted: list[str], due: dt.date | None) -> bool:
    if wanted and one.verdict not in wanted and one.light not in wanted:
        return False
    return due is None or (one.goal.due is not None and one.goal.due < due)


def _is_chosen(target: Target, asked: Question) -> bool:
    if asked.ids and target.id not in asked.ids:
        return False
    if asked.tag and not _folded(asked.tag) & _folded(target.tags):
        return False
    return asked.owner is None or asked.owner.casefold() in target.owner.casefold()


def _folded(texts: Iterable[str]) -> set[str]:
    return {text.casefold() for text in texts}


def nothing(book: Book, board: Board) -> str:
    """Why no target is left to be shown."""
    if not book.targets:
        return "there is no target yet; add a [[target]] to targets.toml"
    if board.unannounced:
        return f"none of the targets asked for had been announced by {board.as_of}"
    return f"no target fits the filters; there are {len(book.targets)} in all"


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
    "title": lambda one: (one.target.title.casefold(), one.target.id),
    "verdict": _order_of_verdict,
    "due": lambda one: (one.goal.due or dt.date.max, one.target.id),
    "gap": lambda one: (_relative_gap(one), one.target.id),
    "way": lambda one: (one.share_of_way is None, one.share_of_way or 0.0, one.target.id),
    "age": lambda one: (one.latest.period.end if one.latest else dt.date.min, one.target.id),
    "owner": lambda one: (one.target.owner, one.target.id),
}
