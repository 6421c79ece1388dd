"""The tables of the week's report: the targets of each of its sections.

Cells are finished words, not yet escaped. A target stands under its id and its title; what must be
known beside a verdict, its flags, stands in the same row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kpi.assess.status import Status
from kpi.facts.records import Goal
from kpi.render import diff_words as changed
from kpi.render import machine
from kpi.render import status_columns as columns
from kpi.render.look import Look
from kpi.render.rule_rows import verdict_on_split
from kpi.render.wording import reasons, words
from kpi.render.wording.goals import aim
from kpi.render.wording.phrases import phrase
from kpi.report import EXPECTED, SOON, Report

Cell = Callable[[Status, Report, Look], str]


def _of(cell: Callable[[Status, Look], str]) -> Cell:
    """A cell of the status table, which asks for no report."""
    return lambda s, report, look: cell(s, look)


def _days(status: Status, report: Report, look: Look) -> str:
    """How many days lie between the judged day and the deadline, be it to come or past."""
    return str(abs((status.goal.due - report.board.on).days)) if status.goal.due else ""


def _release(status: Status, report: Report, look: Look) -> str:
    on = status.outlook.next_release_on
    if on is None:
        return ""
    day = on.isoformat()
    return day if on >= report.board.on else phrase("report_overdue_release", look.lang, day=day)


def _goal(pick: Callable[[Status], Goal]) -> Cell:
    """The goal that `pick` takes of a target, in words."""
    return lambda s, report, look: aim(pick(s), s.target, look.lang)


def _moved(status: Status, report: Report, look: Look) -> str:
    """Whether the goal has moved since the last report, or before."""
    on = report.changes.before.on.isoformat()
    if all(move.target.id != status.target.id for move in report.changes.goals):
        return phrase("report_moved_before", look.lang, on=on)
    key = "report_since_last" if report.earlier else "report_since_week"
    return phrase(key, look.lang, on=on)


def _flags(but: str = "") -> Cell:
    """The flags in words, as in the table of `kpi status`, without the one that is the section."""
    return lambda s, report, look: ", ".join(
        words.flag(flag, look.lang) for flag in s.flags if flag.key != but
    )


#: The columns of all sections: the cell and whether it stands at the right.
CELLS: dict[str, tuple[Cell, bool]] = {
    "id": (lambda s, report, look: s.target.id, False),
    "verdict": (lambda s, report, look: changed.verdict(s.verdict, look), False),
    "latest": (lambda s, report, look: columns.latest(s, look, counted=True), True),
    "period": (
        lambda s, report, look: columns.period(
            s, look.lang, lambda period: words.coded(period, look.lang)
        ),
        False,
    ),
    "published": (
        lambda s, report, look: s.latest.published.isoformat() if s.latest else "", False
    ),
    "expected": (lambda s, report, look: columns.expected(s, look, counted=True), True),
    "due": (_of(columns.due), False),
    "due_on": (lambda s, report, look: machine.ends(s.goal.by) or "", False),
    "days": (_days, True),
    "overdue_days": (_days, True),
    "detail": (
        lambda s, report, look: reasons.why(s, look.lang), False
    ),
    "flags": (_flags(), False),
    "flags_but_stale": (_flags("stale"), False),
    "flags_but_split": (_flags("methods-split"), False),
    "owner": (lambda s, report, look: s.target.owner, False),
    "title": (_of(columns.title), False),
    "source": (lambda s, report, look: s.latest.source if s.latest else "", False),
    "release_due": (
        lambda s, report, look: machine.day(s.outlook.next_release_on) or "", False
    ),
    "expected_on": (_release, False),
    "first_goal": (_goal(lambda s: s.goals[0]), False),
    "last_goal": (_goal(lambda s: s.goals[-1]), False),
    "goal_now": (_goal(lambda s: s.goal), False),
    "announced": (lambda s, report, look: machine.day(s.goals[-1].announced) or "", False),
    "moved": (_moved, False),
    "agree": (lambda s, report, look: verdict_on_split(s, look.lang), False),
}  # fmt: skip

#: The columns of each section.
TABLES: dict[str, tuple[str, ...]] = {
    "off_track": (
        "id", "title", "verdict", "latest", "period", "expected", "due", "flags", "detail"
    ),
    "due_soon": ("id", "title", "due_on", "days", "verdict", "latest", "period", "flags", "detail"),
    "overdue": ("id", "title", "due_on", "overdue_days", "flags", "owner"),
    "stale": (
        "id", "title", "verdict", "latest", "period", "published", "release_due",
        "flags_but_stale", "source",
    ),
    "releases": ("id", "title", "expected_on", "latest", "period"),
    "goals_moved": ("id", "title", "first_goal", "last_goal", "announced", "goal_now", "moved"),
    "methods_split": ("id", "title", "verdict", "agree", "flags_but_split"),
}  # fmt: skip
#: Columns whose title is that of another: nothing happened that `detail` could tell. A deadline
#: stands as it was said, and as its day only where days are counted to it.
HEADS = {
    "detail": "why",
    "due_on": "due",
    "flags_but_stale": "other_flags",
    "flags_but_split": "other_flags",
}
_GAPS = {"due_soon": SOON.days, "releases": EXPECTED.days}


def section_title(key: str, lang: str) -> str:
    """The heading of a section of targets."""
    gaps = {"days": _GAPS[key]} if key in _GAPS else {}
    return phrase(f"report_{key}", lang, **gaps)


def section_table(
    key: str, chosen: Sequence[Status], report: Report, look: Look
) -> tuple[list[str], list[list[str]], list[int]]:
    """Heads, rows and the places of the columns of numbers."""
    heads = [words.title(HEADS.get(name, name), look.lang) for name in TABLES[key]]
    rows = [[CELLS[name][0](status, report, look) for name in TABLES[key]] for status in chosen]
    return heads, rows, [place for place, name in enumerate(TABLES[key]) if CELLS[name][1]]
