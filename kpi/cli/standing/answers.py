"""Where the promises stand: what `kpi status` prints, through whichever door it was asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from kpi.cli import exits, project
from kpi.cli.choices import known_ids, no_blank, one_of
from kpi.cli.standing import fail_on
from kpi.cli.view import MACHINE, PARSED, Asked
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.store.trees import Refused, WorkTree
from kpi.values import dataclass, replace
from kpi.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kpi.assess.board import Board
    from kpi.assess.status import Status
    from kpi.cli.standing.fast_table import Rest, StampedRows
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
    form: str = "table"
    asked: Asked = Asked()

    @classmethod
    def of(cls, **typed: Any) -> Question:
        """A question from all its arguments by their names, those of Asked among them."""
        shared = {name: typed.pop(name) for name in Asked._fields if name in typed}
        return cls(**typed, asked=Asked(**shared))


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


def stand(question: Question, now: int | None = None, before: Before | None = None) -> Said:
    """The answer to a question. Raises Stop for a fault of the question or of the records.

    With `now`, in nanoseconds since 1970, it brings the stamp of the records.
    """
    swift = _swiftly(question, now, before) if _is_plain(question) else None
    return swift or _ordinarily(question, now)


def _is_plain(question: Question) -> bool:
    """Whether a question is for the table, without filters and orders."""
    return question == Question(question.ids, asked=question.asked)


def _swiftly(question: Question, now: int | None, before: Before | None) -> Said | None:
    """The answer made row by row; None if there is anything to be said that is not a row."""
    from kpi.cli.standing import fast_table
    from kpi.facts.problems import Unsound
    from kpi.facts.targets_apart import read_apart
    from kpi.render.text.status import Scope, table_of
    from kpi.store import stamps

    look, on, as_of = question.asked.look(), *question.asked.days()
    root = project.find(question.asked.folder)
    line = stamps.file_line(f"{root}/{TARGETS_FILE}")  # before it is read
    commit, data = _targets(root, question.asked.at)
    if data is None:
        return None
    rest = _rest(root, line, before) if commit is None else None
    try:
        targets = read_apart(data, sound=rest is not None)
    except Unsound:
        return None
    ids = set(question.ids) or set(targets)
    if not ids or not ids <= set(targets):
        return None
    on = rest.on if rest else on or project.today(targets.timezone)
    judge = fast_table.Judge(targets.documents, frozenset(ids), on, as_of or on, look)
    table = fast_table.table(root, commit, targets, judge, rest)
    if table is None or not (rows := table.shown()):
        return None
    unannounced = table.unannounced(tuple(targets))
    scope = Scope(on, judge.as_of, question.asked.at, unannounced, table.observations)
    text = table_of(rows, scope, look)
    stamp = [] if commit else _stamp_of(table, line, now)  # a commit cannot change
    table.on = on.isoformat()
    notes = table.packed() if stamp else b""
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


def _stamp_of(
    table: StampedRows, line: tuple[str, int] | None, now: int | None
) -> list[str] | None:
    """The stamp of the folder that a table was made from; None where none is asked for, or it
    would be no proof."""
    from kpi.store import stamps

    if line is None or not now or not stamps.settled(max(line[1], table.newest), now):
        return None
    return [line[0], *table.stamp]


def _targets(root: str, at: str | None) -> tuple[str | None, bytes | None]:
    """The commit that a revision means, and what targets.toml says there; None if it is odd."""
    if at is None:
        try:
            return None, WorkTree(root).read(TARGETS_FILE)
        except (FileNotFoundError, Refused):
            return None, None
    from kpi.store import commit_files, folder_files, git_process

    commit = git_process.commit_of(root, at)
    try:
        return commit, commit_files.content(root, commit, TARGETS_FILE) if commit else None
    except folder_files.Unplain:
        return commit, None


def _ordinarily(question: Question, now: int | None) -> Said:
    """The answer made from a Board of all targets."""
    from kpi.render.formats import STATUS

    one_of(question.form, tuple(STATUS), "--format")
    one_of(question.sort, tuple(_SORT), "--sort")
    no_blank(("--owner", question.owner), *[("--tag", tag) for tag in question.tag])
    failures = fail_on.failures(question.fail_on)
    wanted = [
        verdict for typed in question.verdict for verdict in fail_on.verdicts(typed, "--verdict")
    ]
    due = None
    if question.due_before is not None:
        due = project.period(question.due_before, "--due-before").start
    stamp = _stamp(question, now) if now is not None else None
    project_view = question.asked.view()
    known_ids(project_view.book.targets, question.ids)
    chosen = [target.id for target in project_view.book.targets if _is_chosen(target, question)]
    board = project_view.board(chosen, detail="result")
    kept = [status for status in board.statuses if _fits(status, wanted, due)]
    board = replace(board, statuses=tuple(sorted(kept, key=_SORT[question.sort])))
    ending = fail_on.ending(board, failures)
    if not board.statuses:
        ending = exits.Stop(exits.NOTHING, nothing(project_view.book, board))
        if question.form not in PARSED:
            raise ending
    text = STATUS[question.form](board, project_view.look, VERSION)
    return Said(
        text, question.form in MACHINE, ending, project_view.on, project_view.book.timezone, stamp
    )


def _stamp(question: Question, now: int) -> list[str] | None:
    """The stamp of the records as they are; a commit needs none, it cannot change."""
    from kpi.store import stamps

    if question.asked.at is not None:
        return []
    return stamps.take(project.find(question.asked.folder), TARGETS_FILE, OBSERVATIONS_FOLDER, now)


def _fits(status: Status, wanted: list[str], due: dt.date | None) -> bool:
    if wanted and status.verdict not in wanted and status.light not in wanted:
        return False
    return due is None or (status.goal.due is not None and status.goal.due < due)


def _is_chosen(target: Target, question: Question) -> bool:
    if question.ids and target.id not in question.ids:
        return False
    if question.tag and not _folded(question.tag) & _folded(target.tags):
        return False
    return question.owner is None or question.owner.casefold() in target.owner.casefold()


def _folded(texts: Iterable[str]) -> set[str]:
    return {text.casefold() for text in texts}


def nothing(book: Book, board: Board) -> str:
    """Why no target is left to be shown."""
    if not book.targets:
        return "there is no target yet; add a [[target]] to targets.toml"
    if board.unannounced:
        return f"none of the targets asked for had been announced by {board.as_of}"
    if len(book.targets) == 1:
        return "no target fits the filters; there is one in all"
    return f"no target fits the filters; there are {len(book.targets)} in all"


def _order_of_verdict(status: Status) -> object:
    lights = ("bad", "mixed", "unknown", "good", "closed")
    return (lights.index(status.light), status.verdict, status.target.id)


def _relative_gap(status: Status) -> float:
    """The gap to the stricter path in the direction that matters, as a share of the goal."""
    if not status.gap_to_path or status.case is None:
        return float("inf")
    size = abs(status.case.goal) or 1.0
    return min(status.case.sign * gap for _, gap in status.gap_to_path) / size


_SORT: dict[str, Callable[[Status], Any]] = {
    "file": lambda status: 0,
    "id": lambda status: status.target.id,
    "title": lambda status: (status.target.title.casefold(), status.target.id),
    "verdict": _order_of_verdict,
    "due": lambda status: (status.goal.due or dt.date.max, status.target.id),
    "gap": lambda status: (_relative_gap(status), status.target.id),
    "way": lambda status: (
        status.share_of_way is None, status.share_of_way or 0.0, status.target.id),
    "age": lambda status: (
        status.latest.period.end if status.latest else dt.date.min, status.target.id),
    "owner": lambda status: (status.target.owner, status.target.id),
}  # fmt: skip
