"""Edges of the rules that a slip of one sign would move: each was found by such a slip."""

from __future__ import annotations

import datetime as dt

import pytest

from kpi.assess.case import Case
from kpi.assess.comparison.causes import in_force
from kpi.assess.evidence.known import resolution
from kpi.assess.lint import lint
from kpi.assess.methods import on_path
from kpi.assess.methods.catalogue import BY_NAME
from kpi.assess.path import Path, band, lead_years, part_of_way
from kpi.assess.projection import Projection, project
from kpi.assess.reason import Reason
from kpi.assess.recording_delay import Entry, begun_on, lateness
from kpi.assess.whatif import needed
from kpi.facts.keys import fields
from kpi.facts.periods import Period
from kpi.values import replace
from tests.assess.cases import case, points
from tests.assess.conftest import STRAIGHT, book, judged, yearly

LAW = """
[[target]]
id = "x"
title = "A law is passed"
kind = "milestone"
"""


def goals(*rows: str) -> str:
    return "".join(f"[[target.goal]]\n{row}\n" for row in rows)


def level(*rows: str, direction: str = "up", base: str | None = "10") -> str:
    """A level with several goals, on a straight path."""
    head = STRAIGHT.partition("goal = ")[0].replace('"up"', f'"{direction}"')
    line = "baseline = { period = 2020, value = 10 }\n"
    assert line in head
    there = "" if base is None else line.replace("10 }", f"{base} }}")
    return head.replace(line, there) + goals(*rows)


# -------------------------------------------------------------------------------- milestones


def test_done_since_the_first_of_an_unbroken_run() -> None:
    """Seen done again and again, it was done when it was first seen; after a gap, anew."""
    text = LAW + "goal = { value = true, by = 2023, announced = 2021-01-01 }\n"
    assert judged(text + yearly({2023: True, 2024: True, 2025: True})).verdict == "done"
    assert judged(text + yearly({2023: True, 2024: False, 2025: True})).verdict == "done late"


@pytest.mark.parametrize(
    ("moved", "word"),
    [
        ("by = 2026", "done late"),  # put off: what happened before that is judged by the old day
        ("by = 2022", "done late"),  # brought forward
        ("by = 2024", "done"),
        ("", "done"),
    ],
)
def test_a_milestone_whose_day_was_moved(moved: str, word: str) -> None:
    """Putting off the day does not make in time what had been late when it was done."""
    first = "by = 2022" if word == "done late" else "by = 2023"
    text = LAW + goals(
        f"value = true\nannounced = 2021-01-01\n{first}",
        f"value = true\nannounced = 2025-01-01\n{moved}",
    )
    assert judged(text + yearly({2023: True})).verdict == word


# ------------------------------------------------------------------------------- moved goals


@pytest.mark.parametrize(
    ("goal", "path"),
    [
        ("value = 29.5\nby = 2030", "older"),  # less
        ("value = 30\nby = 2030", "new"),  # the same
        ("value = 30.5\nby = 2030", "new"),  # more, by less than one a year
        ("value = 30\nby = 2031", "older"),  # later
        ("value = 51\nby = 2040", "new"),  # later, and more a year: 2.05 after 2
        ("value = 49\nby = 2040", "older"),  # later, and less a year: 1.95
        ("value = 30\nby = 2021", "new"),
    ],
)  # fmt: skip
def test_which_goal_is_softer(goal: str, path: str) -> None:
    """By the change asked for a year; a figure of the time before is judged by the harder one."""
    text = level("value = 30\nby = 2030\nannounced = 2021-01-01", f"{goal}\nannounced = 2026-01-01")
    status = judged(text + yearly({2024: 17.0}))
    ((_, at),) = status.expected
    if path == "older":
        assert at == pytest.approx(18.0)
    else:
        value, by = (float(goal.split()[2]), int(goal.split()[5]))
        assert at == pytest.approx(min(10 + (value - 10) / (by - 2020) * 4, value))


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [("by = 2030", "", [18.0]), ("", "by = 2030", [])],
)
def test_a_goal_that_lost_or_gained_its_day(older: str, newer: str, expected: list[float]) -> None:
    """Without both days the values are compared, and 28 asks for less than 30.

    An older figure is held against the older goal: 10 + 20 * 4 / 10; without a day it has no path.
    """
    text = level(
        f"value = 30\n{older}\nannounced = 2021-01-01",
        f"value = 28\n{newer}\nannounced = 2026-01-01",
    )
    status = judged(text + yearly({2024: 17.5}))
    assert [value for _, value in status.expected] == pytest.approx(expected)
    assert status.light != "good"


def test_an_older_goal_without_a_day_is_told_as_such() -> None:
    """40 was asked for, whenever; 30 by 2025 was announced after the figure of 32."""
    text = level(
        "value = 40\nannounced = 2021-01-01", "value = 30\nby = 2025\nannounced = 2026-03-01"
    )
    reason = judged(text + yearly({2022: 14, 2025: 32})).reason
    (then,) = reason.then
    assert (reason.key, then.key) == ("missed", "by-older-goal-open")
    assert dict(then.facts) == {"goal": 40, "announced": dt.date(2026, 3, 1)}


def test_announced_rows_leave_a_goal_without_a_day_no_say() -> None:
    """18 by 2025 is asked for by the row, whether 40 or 30 is promised in the end."""
    text = level(
        "value = 40\nannounced = 2021-01-01", "value = 30\nby = 2030\nannounced = 2026-03-01"
    )
    text = text.replace('path = "linear"', "path = [{ by = 2025, value = 18 }]")
    reason = judged(text + yearly({2022: 14, 2025: 20})).reason
    assert (reason.key, reason.then) == ("on-track-path", ())


@pytest.mark.parametrize("value", [29, 30, 31])
def test_goals_without_a_baseline(value: int) -> None:
    """Compared by their values; the same value twice is no softening and no crash."""
    text = level(
        "value = 30\nby = 2030\nannounced = 2021-01-01",
        f"value = {value}\nby = 2030\nannounced = 2026-01-01",
        base=None,
    )
    word = judged(text + yearly({2025: 29})).verdict
    assert word == "no path"  # 29 was not enough when it was counted
    assert judged(text + yearly({2025: 31})).verdict == "met"


# ------------------------------------------------------------------------------------ bounds


@pytest.mark.parametrize(
    ("direction", "comparator", "bound", "value", "word"),
    [
        ("up", "=", ">=", 30, "met"), ("up", "~", ">=", 29, "met"), ("up", ">", ">=", 31, "met"),
        ("up", "~", ">=", 28, "no data"), ("up", "=", "<=", 30, "no data"),
        ("down", "=", "<=", 5, "met"), ("down", "~", "<=", 5, "met"),
        ("down", "=", ">=", 5, "no data"),
    ],
)  # fmt: skip
def test_a_bound_counts_from_the_side_that_is_better(
    direction: str, comparator: str, bound: str, value: int, word: str
) -> None:
    """ "At least 30" shows that a goal of exactly 30 is met where more is better, and so on."""
    goal = f'value = {30 if direction == "up" else 5}\nby = 2030\ncomparator = "{comparator}"'
    text = level(goal, direction=direction) + f"\n--- 2025_2026-06-01\nvalue = {value}"
    assert judged(text + f'\nbound = "{bound}"').verdict == word


def test_a_bound_answers_for_its_own_time() -> None:
    """A bound newer than the last goal needs to show that one only."""
    moved = (
        "value = 30\nby = 2030\nannounced = 2021-01-01",
        "value = 20\nby = 2030\nannounced = 2024-12-31",
    )
    fact = '\n--- {}_2026-06-01\nvalue = 25\nbound = ">="'
    assert judged(level(*moved) + fact.format("2025")).verdict == "met"
    assert judged(level(*moved) + fact.format("2024")).verdict == "met"  # the day itself
    assert judged(level(*moved) + fact.format("2024-11")).verdict == "no data"


# -------------------------------------------------------------------------------- met and kept


def test_met_before_a_deadline_that_has_passed() -> None:
    """What has once been reached stays reached; what was to be kept must be known to the end."""
    up = level("value = 30\nby = 2025") + yearly({2022: 20, 2023: 31})
    assert judged(up).verdict == "met"
    keep = level('value = 12\nby = 2025\ncomparator = "<="', direction="keep")
    assert judged(keep + yearly({2022: 11, 2023: 11})).verdict == "awaiting data"
    assert judged(keep + yearly({2020: 11, 2025: 11})).verdict == "met"


def test_kept_without_an_end() -> None:
    """A value to be kept for ever is met as long as it is."""
    keep = level('value = 12\ncomparator = "<="', direction="keep")
    assert judged(keep + yearly({2020: 11, 2023: 11})).verdict == "met"


def test_slipping_counts_the_figure_of_the_deadline() -> None:
    """The trend of what is met reaches to the deadline's own period, and no further."""
    text = level("value = 12\nby = 2024")
    assert judged(text + yearly({2022: 14, 2023: 19, 2024: 13})).verdict == "met"
    slips = text + yearly({2019: 19, 2023: 19, 2024: 13})
    assert judged(slips).verdict == "met, slipping"
    assert judged(text + yearly({2023: 19, 2024: 20, 2025: 5})).verdict == "met"


def test_slipping_by_less_than_one() -> None:
    """A value that leaves what it is to be kept at slips, however small its numbers are."""
    text = level('value = 0.1\nby = 2030\ncomparator = "~"', direction="keep", base="0.1")
    assert judged(text + yearly({2023: 0.1, 2024: 0.103})).verdict == "met, slipping"
    assert judged(text + yearly({2023: 0.097, 2024: 0.1})).verdict == "met"


def test_open_tells_the_gap() -> None:
    """Without a deadline the gap is the latest value minus the goal."""
    status = judged(level("value = 30") + yearly({2024: 17}))
    assert status.verdict == "open"
    assert dict(status.reason.facts)["gap"] == -13


def test_the_reason_has_its_numbers() -> None:
    """Value, period and what the path expects stand in the reason, and are those of the path."""
    said = dict(judged(level("value = 30\nby = 2030") + yearly({2024: 17})).reason.facts)
    assert (said["value"], str(said["period"])) == (17, "2024")
    assert said["expected"] == pytest.approx(18)


# ------------------------------------------------------------------------------------- paths


def lead(asked: Case) -> float | None:
    (path,) = band(asked)
    return lead_years(path, asked)


def test_the_lead_of_what_is_kept() -> None:
    """Held exactly at the goal, or better, it is on its path until the deadline."""
    assert lead(case({2020: 12, 2024: 10}, 10, keep=True)) == 6
    assert lead(case({2020: 12, 2024: 10.5}, 10, keep=True)) == 6
    assert lead(case({2020: 12, 2024: 9.9}, 10, keep=True)) is None


def test_the_lead_on_announced_rows() -> None:
    """At the end of a flat stretch the latest time counts; below the start, the start."""
    rows = {2022: 14, 2028: 30}
    flat: Path
    (flat,) = band(case({2020: 10, 2024: 30}, 30, path=rows))
    assert flat.years_at(30) == 10
    assert flat.years_at(9) == 0
    assert flat.years_at(14) == 2
    assert points(rows)[0].value == 14


# ------------------------------------------------------------------------- single values shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (False, "false"), (True, "true"),
        ("x" * 40, f'"{"x" * 40}"'), ("x" * 41, f'"{"x" * 37}…"'),
        ("a\nb", '"a\\nb"'),
    ],
)  # fmt: skip
def test_how_a_wrong_value_is_shown(value: object, shown: str) -> None:
    """As it would be written in a file, clipped to 40 characters."""
    assert fields.shown(value) == shown


def test_a_list_of_choices() -> None:
    """The readers made from others tell the word, the choices and the remedy."""
    colour = fields.one_of(("red", "green"))
    with pytest.raises(fields.Wrong) as caught:
        fields.some(colour)([])
    assert str(caught.value) == "the list is empty; give at least one, or leave the key out"
    with pytest.raises(fields.Wrong) as caught:
        fields.each(colour)("red")
    assert str(caught.value) == '"red" is not a list; write it as ["…", "…"]'
    with pytest.raises(fields.Wrong) as caught:
        colour("gren")
    assert str(caught.value) == '"gren" is not one of "red", "green"; write "green"'
    with pytest.raises(fields.Wrong) as caught:
        colour(5)
    assert str(caught.value) == '5 is not one of "red", "green"; write one of them'
    assert fields.some(colour)(["red", "green"]) == ("red", "green")


# ----------------------------------------------------------------------------------- reasons

SHARE = """
[[target]]
id = "x"
title = "Companies using AI"
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2023, value = 1 }
goal = { value = 30, by = 2030 }
"""
STEP = STRAIGHT.replace('"linear"', '"step"')
REGULAR = 'cadence = "1 year"\nlag = "6 months"\n'
BOTH = ("linear", "logistic")

BY_2023 = "goal = { value = true, by = 2023, announced = 2021-01-01 }\n"
BUDGET = """
[[target]]
id = "x"
title = "Money spent in 2025"
kind = "annual"
unit = "KRW bn"
goal = { value = 40, by = 2025 }
"""
UNLIKE = (
    STRAIGHT.replace("path =", 'judged_series = "survey"\npath =')
    + """
[[target.series]]
id = "survey"
comparable = "no"
"""
)

#: A promise and its figures; the day; what the reason says: every number by hand, 2 a year.
REASONS: list[tuple[str, str, str, dict[str, object]]] = [
    (STRAIGHT + yearly({2025: 31}), "2026-11-22", "met",
     {"value": 31, "period": "2025", "goal": 30}),
    (STRAIGHT + yearly({2025: 31}) + '\nbound = ">="', "2026-11-22", "met-at-least",
     {"value": 31, "period": "2025", "goal": 30}),
    (STRAIGHT + yearly({2021: 40, 2026: 31}), "2027-11-22", "met-slipping",
     {"value": 31, "period": "2026", "goal": 30, "rate": -1.8}),
    (level("value = 30") + yearly({2025: 17}), "2026-11-22", "open", {"gap": -13, "goal": 30}),
    (level("value = 30\nby = 2024") + yearly({2023: 20}), "2025-01-01", "awaiting-since",
     {"by": "2024-12-31", "period": "2023"}),
    (level("value = 30\nby = 2024").replace("path =", REGULAR + "path =") + yearly({2023: 20}),
     "2025-01-01", "awaiting",
     {"by": "2024-12-31", "period": "2023", "on": "2025-06-30"}),
    (level("value = 30\nby = 2024") + yearly({2024: 20}), "2025-11-22", "missed",
     {"gap": -10, "value": 20, "period": "2024", "by": "2024-12-31"}),
    (level("value = 30\nby = 2024") + yearly({2025: 20}), "2026-11-22", "missed-late-figure",
     {"by": "2024-12-31", "period": "2025"}),
    (STEP + yearly({2025: 17}), "2030-12-01", "pending-step", {"by": "2030-12-31", "days": 30}),
    (STRAIGHT + yearly({2020: 10}), "2026-11-22", "baseline-only", {"period": "2020"}),
    (level("value = 30\nby = 2030", base=None) + yearly({2025: 17}), "2026-11-22", "no-baseline",
     {}),
    (STRAIGHT + yearly({2025: 8}), "2026-11-22", "wrong-way", {"rate": -0.4, "since": "2020"}),
    (STRAIGHT + yearly({2025: 10}), "2026-11-22", "stalled-still", {"since": "2020"}),
    (STRAIGHT + yearly({2025: 10.5}), "2026-11-22", "stalled-slow",
     {"rate": 0.1, "needed": 3.9, "since": "2020"}),
    (STRAIGHT + yearly({2025: 17}), "2026-11-22", "behind-path",
     {"value": 17, "period": "2025", "expected": 20, "shape": "linear"}),
    (STRAIGHT + yearly({2025: 20}), "2026-11-22", "on-track-path",
     {"value": 20, "period": "2025", "expected": 20, "shape": "linear"}),
    (SHARE + yearly({2025: 2.5}), "2026-11-22", "behind-band",
     {"value": 2.5, "period": "2025", "low": 2.8628, "high": 9.2857, "shapes": BOTH}),
    (SHARE + yearly({2025: 5}), "2026-11-22", "possible-band",
     {"value": 5, "period": "2025", "low": 2.8628, "high": 9.2857, "shapes": BOTH}),
    (STRAIGHT.replace("value = 10", "value = -30") + yearly({2025: -1}), "2026-11-22",
     "behind-path", {"value": -1, "period": "2025", "expected": 0, "shape": "linear"}),
    (BUDGET + yearly({2025: 41}), "2026-11-22", "annual-met",
     {"year": "2025", "goal": 40, "value": 41}),
    (BUDGET + yearly({2025: 39}), "2026-11-22", "annual-missed",
     {"year": "2025", "goal": 40, "value": 39}),
    (BUDGET + yearly({2024: 39}), "2026-11-22", "annual-awaiting", {"year": "2025"}),
    (BUDGET + yearly({2025: 39}) + '\nstatus = "planned"', "2026-11-22", "annual-awaiting-plans",
     {"year": "2025"}),
    (BUDGET + yearly({2024: 39}), "2025-11-22", "annual-no-figure", {"year": "2025"}),
    (BUDGET + "\n--- 2025-Q1_2025-05-01\nvalue = 12", "2025-11-22", "annual-under-way",
     {"year": "2025", "goal": 40, "value": 12, "time": 90 / 365}),
    (BUDGET.replace("2025 }", "2024 }") + "\n--- 2024-W01_2024-02-01\nvalue = 12", "2024-11-22",
     "annual-under-way", {"year": "2024", "goal": 40, "value": 12, "time": 7 / 366}),
    # a figure of a single day is the amount up to that day, and the last of three counts
    (BUDGET + "".join(f"\n--- 2025-{day}_2025-10-10\nvalue = {value}" for day, value in
                      (("03-31", 5), ("06-30", 12), ("09-30", 20))), "2025-11-22",
     "annual-under-way", {"year": "2025", "goal": 40, "value": 20, "time": 273 / 365}),
    (LAW + BY_2023 + yearly({2023: True}), "2026-11-22", "done-in-time",
     {"on": "2023", "by": "2023-12-31"}),
    (LAW + BY_2023 + yearly({2024: True}), "2026-11-22", "done-late",
     {"on": "2024", "by": "2023-12-31", "days": 366}),
    (LAW + BY_2023 + yearly({2024: False}), "2026-11-22", "overdue-seen",
     {"by": "2023-12-31", "days": 1057, "seen": "2024"}),
    (LAW + BY_2023, "2026-11-22", "overdue", {"by": "2023-12-31", "days": 1057}),
    (LAW + BY_2023, "2023-11-22", "pending", {"by": "2023-12-31", "days": 39}),
    (LAW + "goal = { value = true }", "2026-11-22", "open-milestone", {}),
    (LAW + "goal = { value = true }" + yearly({2024: False}), "2026-11-22", "open-milestone-seen",
     {"seen": "2024"}),
    (LAW + "goal = { value = true }" + yearly({2024: True}), "2026-11-22", "done", {"on": "2024"}),
    (STRAIGHT.replace("value = 10", "value = 0.1").replace("value = 30", "value = 0.3")
     + yearly({2025: 0.1005}), "2026-11-22", "stalled-slow",
     {"rate": 0.0001, "needed": 0.0399, "since": "2020"}),
    (UNLIKE + yearly({2025: 17}, "survey/"), "2026-11-22", "judged-not-comparable",
     {"series": "survey"}),
    (UNLIKE.replace('comparable = "no"', "") + yearly({2025: 17}), "2026-11-22",
     "judged-series-empty", {"series": ("main",)}),
    (STRAIGHT + yearly({2025: 17}) + '\nstatus = "planned"', "2026-11-22", "only-plans",
     {"status": "planned"}),
    (STRAIGHT + yearly({2025: 17}) + '\nbound = "<="', "2026-11-22", "only-bounds", {}),
    (STRAIGHT, "2026-11-22", "no-observation", {}),
    # of the comparable series beside it none has a figure
    (UNLIKE.replace('comparable = "no"', "") + '[[target.series]]\nid = "a"\n'
     '[[target.series]]\nid = "b"\ncomparable = "no"\n' + yearly({2025: 17}, "b/"), "2026-11-22",
     "only-not-comparable", {"series": ("b",)}),
    (STRAIGHT + 'closed = { on = 2026-08-26, as = "dropped", why = "no money" }\n', "2026-11-22",
     "closed-why", {"on": "2026-08-26", "why": "no money"}),
    (STRAIGHT + 'closed = { on = 2026-08-26, as = "dropped" }\n', "2026-11-22", "closed",
     {"on": "2026-08-26"}),
    (BUDGET + "\n--- 2025-Q2_2025-09-01\nvalue = 12", "2025-11-22", "annual-parts",
     {"year": "2025"}),
    (BUDGET + "\n--- 2025-Q2_2025-09-01\nvalue = 12", "2026-11-22", "annual-parts",
     {"year": "2025"}),
    (SHARE + yearly({2025: 9.5}), "2026-11-22", "on-track-band",
     {"value": 9.5, "period": "2025", "low": 2.8628, "high": 9.2857, "shapes": BOTH}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "on", "key", "facts"), REASONS, ids=[row[2] for row in REASONS])
def test_what_the_reason_says(text: str, on: str, key: str, facts: dict[str, object]) -> None:
    """Each reason has its key and exactly its facts."""
    found = judged(text, on).reason
    assert found.key == key
    said = {
        name: fact if isinstance(fact, float | tuple) else str(fact) for name, fact in found.facts
    }
    for name, fact in facts.items():
        if isinstance(fact, int | float) and name != "days":
            facts = {**facts, name: pytest.approx(fact, abs=1e-4)}
        elif name == "days":
            facts = {**facts, name: str(fact)}
    assert said == facts


# ------------------------------------------------------------------------------------- flags

OTHER = LAW.replace('"x"', '"y"') + "goal = { value = true, by = 2026 }\n"
BASE = "period = 2020, value = 10"
MOVED = [
    f"value = {value}\nby = 2030\nannounced = {year}-05-04"
    for value, year in ((30, 2021), (28, 2023), (26, 2024))
]

#: A promise and its figures; a flag; exactly what it says.
FLAGS: list[tuple[str, str, dict[str, object]]] = [
    (STRAIGHT.replace("path =", REGULAR + "path =") + yearly({2023: 17}), "stale",
     {"period": "2023", "cadence": "1 year"}),
    (STRAIGHT.replace("path =", 'superseded = { on = 2026-01-01, by = "y" }\npath =') + OTHER
     + yearly({2025: 20}), "superseded", {"on": "2026-01-01", "by": "y"}),
    (level(*MOVED) + yearly({2025: 20}), "goal-moved", {"times": 2, "announced": "2021-05-04"}),
    (STRAIGHT + yearly({2022: 31, 2023: 32, 2025: 20}), "lost", {"period": "2023"}),
    (STRAIGHT + yearly({2023: 32, 2025: 20}), "last-value-fell", {"change": -12}),
    (STRAIGHT.replace(BASE, "period = 2022, value = 13") + yearly({2022: 14, 2025: 20}), "rebased",
     {"stated": 13, "stated_period": "2022", "base": 14, "period": "2022"}),
    (STRAIGHT.replace(BASE, "period = 2022") + yearly({2023: 14, 2025: 20}), "rebased-period",
     {"stated_period": "2022", "base": 14, "period": "2023"}),
    # 3.9 in two years, 29 in seven: 0.4707 of the pace, and half of it is another light
    (SHARE + yearly({2024: 4, 2025: 4.9}), "close-call",
     {"method": "linear-ratio", "margin": 0.5 - 3.9 / 2 / (29 / 7)}),
    # met, and adverse: the only two rules that judge what is to be kept do not agree
    (level('value = 12\nby = 2030\ncomparator = "<="', direction="keep", base=None)
     + yearly({2019: 9, 2021: 9, 2022: 9, 2023: 9, 2024: 11}), "methods-split",
     {"agree": 1, "of": 2, "cause": "yardstick"}),
    (STRAIGHT + yearly({2022: 13, 2025: 19.95}), "close-call",
     {"method": "linear-ratio", "margin": 0.005}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "facts"), FLAGS)
def test_what_a_flag_says(text: str, key: str, facts: dict[str, object]) -> None:
    """Each flag has exactly its facts."""
    (found,) = (flag for flag in judged(text).flags if flag.key == key)
    said = {name: fact if isinstance(fact, float) else str(fact) for name, fact in found.facts}
    for name, fact in facts.items():
        number = isinstance(fact, int | float) and name not in ("times", "agree", "of")
        facts = {**facts, name: pytest.approx(fact) if number else str(fact)}
    assert said == facts


def test_what_was_known_on_an_earlier_day_says_so() -> None:
    """Of a question about an earlier day the flag tells that day."""
    found = judged(STRAIGHT + yearly({2025: 20}), "2026-11-22", "2026-10-01").flags
    (flag,) = (flag for flag in found if flag.key == "not-current")
    assert [str(fact) for _, fact in flag.facts] == ["2026-10-01"]


# ------------------------------------------------------------------------- the published rules


@pytest.mark.parametrize(
    ("asked", "key", "facts"),
    [
        (case({2023: 0, 2025: 0}, 1, path="step"), "rule-step", {"deadline": "2030"}),
        (case({2020: 0, 2025: 1}, 10, path="geometric"), "rule-no-path", {"shape": "geometric"}),
        (case({2020: 1, 2025: 2}, 10, path="logistic"), "rule-no-path", {"shape": "logistic"}),
        (case({2020: 1, 2025: 2}, 10, None), "rule-no-deadline", {}),
    ],
)
def test_why_there_is_no_position(asked: Case, key: str, facts: dict[str, str]) -> None:
    """Without a path the reason says which shape, or until when."""
    reason = on_path.judge(asked).reason
    assert reason is not None
    assert (reason.key, {name: str(fact) for name, fact in reason.facts}) == (key, facts)


@pytest.mark.parametrize(
    ("value", "klass"),
    [(1 + 29 * 2 / 7, "ahead"), (1 + 29 * 2 / 7 - 1e-6, "on path"), (1, "behind")],
)
def test_touching_the_straight_path_of_a_band(value: float, klass: str) -> None:
    """Exactly on the more demanding of two paths is ahead, as the headline is on track."""
    assert on_path.judge(case({2023: 1, 2025: value}, 30, ceiling=100)).klass == klass


# ------------------------------------------------------------------------- what was known when


def test_the_last_written_place() -> None:
    """A hundredth, where one figure has two decimals; one, where none has any; none of none."""
    facts = book(STRAIGHT + yearly({2021: "10.5", 2022: "11.25"})).observations["x"]
    assert resolution(facts) == pytest.approx(0.01)
    assert resolution(facts[:1]) == pytest.approx(0.1)
    assert resolution(book(STRAIGHT + yearly({2021: 11})).observations["x"]) == 1
    assert resolution(()) == 0


@pytest.mark.parametrize(("on", "there"), [("2025-12-31", False), ("2026-01-01", True)])
def test_superseded_from_its_day(on: str, there: bool) -> None:
    """Before the day from which a target is superseded it is not, and nothing was edited then."""
    line = 'superseded = { on = 2026-01-01, by = "y" }\npath ='
    (target, _) = book(STRAIGHT.replace("path =", line) + OTHER).targets
    day = dt.date.fromisoformat(on)
    assert (in_force(target, (), day, day).target.superseded is not None) is there
    assert (in_force(target, (), dt.date.max, day).target.superseded is not None) is there
    line = 'closed = { on = 2026-01-01, as = "dropped" }\npath ='
    (target,) = book(STRAIGHT.replace("path =", line)).targets
    assert (in_force(target, (), day, day).target.closed is not None) is there


def test_a_milestone_that_gained_its_day() -> None:
    """What was done before there was a day for it was done in time."""
    text = LAW + goals(
        "value = true\nannounced = 2021-01-01",
        "value = true\nannounced = 2025-01-01\nby = 2026",
    )
    assert judged(text + yearly({2023: True})).verdict == "done"


def test_a_goal_that_was_met_by_a_figure_when_it_was_announced() -> None:
    """The latest figure of that day counts, not the baseline."""
    text = level("value = 30\nby = 2030\nannounced = 2025-01-01")
    facts = yearly({2021: 12, 2023: "31.5"})
    said = [problem.what for problem in lint(book(text + facts)) if "met already" in problem.what]
    assert said == ["x: the goal was met already when it was announced, with 31.5"]
    text = text.replace("announced = 2025-01-01", "announced = 2022-12-31")
    assert not any("met already" in problem.what for problem in lint(book(text + facts)))


def test_a_trend_that_reached_the_goal_by_itself() -> None:
    """1.8 a year from 14 in 2020 is 32 in 2030; the value before the last would give 27."""
    text = level("value = 30\nby = 2030\nannounced = 2022-01-01")
    facts = yearly({2016: 6.8, 2018: 9, 2020: 14})
    said = [problem.what for problem in lint(book(text + facts))]
    assert "x: the trend before the announcement reaches the goal by itself" in said
    slower = lint(book(text + yearly({2016: 8, 2018: 9, 2020: 14})))  # 1.5 a year: 29
    assert not any("reaches the goal" in problem.what for problem in slower)


def test_a_budget_is_no_soft_target() -> None:
    """What was spent in another year says nothing of the named one."""
    text = BUDGET.replace("by = 2025", "by = 2025, announced = 2025-07-01")
    said = [problem.what for problem in lint(book(text + yearly({2024: 50})))]
    assert not any("met already" in one or "trend" in one for one in said)


def test_goals_within_a_year_of_the_baseline() -> None:
    """20 in half a year after 30 is softer: the older figure keeps the older path."""
    text = level(
        'value = 40\nby = "2021-06"\nannounced = 2021-01-01',
        'value = 30\nby = "2021-06"\nannounced = 2021-05-01',
    )
    status = judged(text + "\n--- 2021-03_2021-04-10\nvalue = 20", on="2021-05-02")
    ((_, at),) = status.expected
    assert at == pytest.approx(25, abs=0.2)  # half of the way to 40, not to 30


def test_what_is_needed_where_nothing_is_known() -> None:
    """No rule has a least next value for a case without a value."""
    found = needed(case({}, 30, base=False), Period.parse("2027"))
    assert [(one.value, one.any) for one in found] == [(None, False)] * len(BY_NAME)
    found = needed(case({}, 30, base=False, path={2027: 20}), Period.parse("2027"))
    assert [(one.value, one.any) for one in found] == [(None, False)] * len(BY_NAME)


@pytest.mark.parametrize(
    ("asked", "key", "facts"),
    [
        (case({2020: 10}, 30), "rule-only-base", {"base": "2020"}),
        (case({2020: 10, 2025: 20}, 30, 2020), "rule-deadline-first",
         {"base": "2020", "deadline": "2020"}),
        (case({2020: 10, 2025: 20}, 30, 2023), "rule-after-deadline",
         {"base": "2020", "deadline": "2023"}),
        (case({2020: 10, 2025: 20}, 30, None), "rule-no-deadline", {}),
        (case({2020: 10, 2025: 20}, 30, base=False), "rule-needs-base", {}),
        (case({2020: 10, 2025: 9}, 10, keep=True), "rule-keeps", {}),
        (case({2020: 0, 2025: 9}, 10), None, {}),
    ],
)  # fmt: skip
def test_why_a_ratio_cannot_be_taken(asked: Case, key: str | None, facts: dict[str, str]) -> None:
    """What is lacking, and of when it is."""
    reason = BY_NAME["linear-ratio"].judge(asked).reason
    assert (reason.key if reason else None) == key
    assert {name: str(fact) for name, fact in (reason.facts if reason else ())} == facts


def test_the_delay_of_what_was_published_on_the_first_day() -> None:
    """The ledger was begun on that day, so it could have been recorded on it."""
    assert begun_on([]) is None
    assert lateness([]) == ()
    read = book(STRAIGHT + yearly({2023: 17, 2024: 18}))
    (target,) = read.targets
    older, newer = read.observations["x"]  # published on 1 June 2024 and 2025
    first, last = dt.date(2025, 6, 1), dt.date(2025, 6, 9)
    (found,) = lateness([Entry(target, older, first), Entry(target, newer, last)])
    assert (found.all.facts, found.all.median, found.all.worst) == (2, 186.5, 365)
    assert (found.since.facts, found.since.median, found.since.worst) == (1, 8, 8)
    (found,) = lateness([Entry(target, older, last)])
    assert (found.since.facts, found.since.median, found.since.worst) == (0, None, None)


@pytest.mark.parametrize(
    ("value", "start", "end", "part"),
    [
        (1e308, -1e308, 1.5e308, 0.8),  # the way is longer than a float holds
        (1e308, -1e308, 5e307, 4 / 3),  # what was gone is
        (-1.5e308, -1e308, 1e308, -0.25),
        (12, 10, 30, 0.1),
    ],
)
def test_a_part_of_a_very_long_way(value: float, start: float, end: float, part: float) -> None:
    """Halves have the same part."""
    assert part_of_way(value, start, end) == pytest.approx(part)


def test_a_projection_beyond_all_floats() -> None:
    """No end of a band that a float cannot hold is shown."""
    found = project(case({2020: 1e307, 2021: 9e307, 2022: 2e307, 2023: 1.7e308}, 30, 2090))
    assert isinstance(found, Reason)
    assert found.key == "projection-too-large"


@pytest.mark.parametrize(
    ("asked", "key", "facts"),
    [
        (case({2020: 1, 2021: 2, 2022: 3.5}, 30, None), "projection-no-deadline", {}),
        (case({2020: 1, 2021: 2}, 30), "projection-few-points", {"n": "2", "least": "3"}),
        (case({2020: 1, 2021: 2, 2022: 3.5}, 30, 2022), "projection-deadline-reached",
         {"deadline": "2022"}),
        (case({2020: 1, 2021: 2, 2022: 3}, 30), "projection-no-scatter", {}),
    ],
)  # fmt: skip
def test_why_nothing_is_projected(asked: Case, key: str, facts: dict[str, str]) -> None:
    """What is lacking, in numbers."""
    found = project(asked)
    assert isinstance(found, Reason)
    assert (found.key, {name: str(fact) for name, fact in found.facts}) == (key, facts)


def test_figures_without_scatter_are_as_sure_as_they_are_written() -> None:
    """2 a year without exception: the last written place is all the error there is."""
    status = judged(STRAIGHT + yearly({2021: 12, 2022: 14, 2023: 16}))
    assert status.projection is not None
    assert status.projection.straight
    assert status.projection.value == pytest.approx(30)
    coarse = status.projection.high - status.projection.low
    status = judged(STRAIGHT + yearly({2021: "12.0", 2022: "14.0", 2023: "16.0"}))
    assert status.projection is not None
    assert status.projection.high - status.projection.low == pytest.approx(coarse / 10)


def test_rules_are_asked_where_nothing_is_known() -> None:
    """Each of the six says what it lacks."""
    read = {one.method: one.reason.key for one in judged(STRAIGHT).readings if one.reason}
    assert read == dict.fromkeys(BY_NAME, "rule-needs-value")


def test_goals_of_a_later_day_are_not_in_force() -> None:
    """What was announced by then, and nothing else."""
    (target,) = book(level(*MOVED)).targets
    for day, many in ((dt.date(2022, 1, 1), 1), (dt.date(2023, 5, 4), 2), (dt.date.max, 3)):
        assert len(in_force(target, (), dt.date.max, day).target.goals) == many


@pytest.mark.parametrize(
    ("more", "status", "then"),
    [
        ('counts = ["final", "planned"]', "planned", ["planned"]),
        ('counts = ["final", "enacted"]', "enacted", ["enacted"]),
        ('counts = ["final", "planned"]', "final", []),
        ('counts = ["final", "estimated"]', "estimated", []),
        (
            'counts = ["final", "planned"]\nclosed = { on = 2026-01-01, as = "dropped" }',
            "planned",
            [],
        ),
    ],
)
def test_a_verdict_by_a_plan_says_so(more: str, status: str, then: list[str]) -> None:
    """Beside the reason stands that its figure is no result; not of what is closed."""
    fact = yearly({2025: 20}) + f'\nstatus = "{status}"'
    reason = judged(STRAIGHT.replace("path =", f"{more}\npath =") + fact).reason
    assert [one.key for one in reason.then] == then


#: A figure of the time before any of the goals was announced.
BEFORE = "\n--- 2021-03_2021-04-10\nvalue = 10.4"


def test_the_goal_of_each_time() -> None:
    """A figure of 2022 is held against the goal of 2022, not against the one of 2023."""
    status = judged(level(*MOVED) + yearly({2022: 17}))
    assert [at for _, at in status.expected] == pytest.approx([14])  # on the way to 30
    status = judged(level(*MOVED) + "\n--- 2020-S1_2020-08-01\nvalue = 9" + BEFORE)
    assert [at for _, at in status.expected] == pytest.approx([10.5], abs=0.01)  # 28: 10.45


def test_a_plan_of_another_year_is_no_plan_of_this() -> None:
    """The reason of a year without its own figure says nothing of other years' figures."""
    text = BUDGET.replace("goal =", 'counts = ["final", "planned"]\ngoal =')
    reason = judged(text + yearly({2024: 39}) + '\nstatus = "planned"', "2025-11-22").reason
    assert (reason.key, reason.then) == ("annual-no-figure", ())


def test_the_error_of_the_last_value_widens_the_projection() -> None:
    """The others' errors are in their scatter already."""
    asked = case({2020: 1, 2021: 2, 2022: 3.5, 2023: 4}, 30)

    def width(nth: int | None) -> float:
        made = tuple(
            replace(one, standard_error=5.0 if n == nth else None)
            for n, one in enumerate(asked.points)
        )
        found = project(replace(asked, points=made))
        assert isinstance(found, Projection)
        return found.high - found.low

    assert width(2) == pytest.approx(width(None))
    assert width(3) > 1.2 * width(None)
