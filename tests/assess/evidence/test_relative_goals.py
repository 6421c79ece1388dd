"""Goals that are a change from the baseline: "40 % less than in 2018"."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.assess.changes import Side, compare
from kpi.render.diff import content, diff_table
from kpi.render.look import Look
from kpi.render.wording import goals
from tests.assess.conftest import Judge, book, judged, yearly

EMISSIONS = """
[[target]]
id = "x"
title = "Emissions"
unit = "Mt"
direction = "down"
judged_series = "inventory"
baseline = { period = 2018, value = 700 }
goal = { change = "-40 %", by = 2030 }
[[target.series]]
id = "inventory"
"""


def inventory(period: int, value: object, published: str, status: str = "final") -> str:
    """An observation of the judged series."""
    return f'\n--- inventory/{period}_{published}\nvalue = {value}\nstatus = "{status}"'


@pytest.mark.parametrize(
    ("facts", "goal"),
    [
        ("", "420"),  # 700 x 0.6
        (inventory(2020, 650, "2021-06-01"), "420"),  # its own first one is of another year
        (inventory(2018, 700, "2019-06-01"), "420"),
        (inventory(2018, 725.5, "2019-06-01"), "435.3"),
        # of two publications the later one, once it was out
        (inventory(2018, 725.5, "2019-06-01") + inventory(2018, 730, "2025-06-01"), "438"),
        (inventory(2018, 725.5, "2019-06-01") + inventory(2018, 730, "2026-12-01"), "435.3"),
        (inventory(2018, 725.5, "2019-06-01", "planned"), "420"),  # which is none that is measured
        ("\n--- 2018_2019-06-01\nvalue = 900", "420"),  # of another series
        (inventory(2018, 725.5, "2019-06-01") + '\nbound = ">="', "420"),  # a limit is no value
        (inventory(2018, 650, "2019-06-01") + '\nbound = "<="', "390"),  # 700 it cannot have been
        (
            inventory(2018, 725.5, "2019-06-01") + '\nbound = "<="',
            "420",
        ),  # but for all we know here
        (inventory(2018, 0, "2019-06-01") + '\nbound = "<="', "420"),
        (inventory(2018, -5, "2019-06-01"), "420"),  # from which no per cent can be taken
    ],
)
def test_the_value_follows_the_series_own_base(facts: str, goal: str) -> None:
    """The judged series' own figure of the baseline's period; else what targets.toml states."""
    found = judged(EMISSIONS + facts + inventory(2023, 640, "2024-06-01"))
    assert found.goal.value == Decimal(goal)
    assert found.goal.change == -40
    assert found.goal in found.goals
    assert found.goal in found.target.goals


@given(
    base=st.integers(50, 900).map(lambda n: Decimal(n) / 10),
    own=st.one_of(st.none(), st.integers(50, 900).map(lambda n: Decimal(n) / 10)),
    percent=st.integers(1, 99),
    values=st.lists(st.integers(1, 1200), max_size=6),
    rising=st.booleans(),
)
def test_it_is_judged_as_the_amount_would_be(
    base: Decimal, own: Decimal | None, percent: int, values: list[int], rising: bool
) -> None:
    """What the per cent makes of the base, written as an amount, has the same verdict and figures.

    The amount is reckoned here, in fractions of a hundredth.
    """
    sign, direction = ("+", "up") if rising else ("-", "down")
    start = own if own is not None else base
    asked = start * (100 + percent if rising else 100 - percent) / 100
    text = f"""
[[target]]
id = "x"
title = "Something"
unit = "Mt"
direction = "{direction}"
baseline = {{ period = 2018, value = {base if own is None else own} }}
goal = {{ GOAL, by = 2030 }}
"""
    facts = yearly({2019 + n: Decimal(value) / 10 for n, value in enumerate(values)})
    facts += yearly({2018: own} if own is not None else {})
    relative = text.replace("GOAL", f'change = "{sign}{percent} %"')
    amount = judged(text.replace("GOAL", f"value = {asked:f}") + facts)
    found = judged(relative.replace(f"value = {own}", f"value = {base}") + facts)
    assert (found.verdict, found.case, found.expected, found.pace, found.readings) == (
        amount.verdict, amount.case, amount.expected, amount.pace, amount.readings,
    )  # fmt: skip


def test_the_flag_says_what_the_goal_would_have_been(judge: Judge) -> None:
    """Both bases and both goals are told: 700 and 420 as stated, 725 and 435 by the series."""
    found = judge(
        EMISSIONS + inventory(2018, 725, "2019-06-01") + inventory(2023, 640, "2024-06-01")
    )
    (flag,) = (flag for flag in found.flags if flag.key == "rebased")
    (more,) = flag.then
    assert dict(more.facts) == {"change": "-40 %", "aim": 435.0, "stated": 420.0}
    kept = EMISSIONS.replace('change = "-40 %"', "value = 420")
    found = judge(kept + inventory(2018, 725, "2019-06-01") + inventory(2023, 640, "2024-06-01"))
    assert [flag.then for flag in found.flags if flag.key == "rebased"] == [()]


@pytest.mark.parametrize(
    ("lang", "aim"),
    [("en", "at most 435 Mt (-40 % from 2018) by 2030"),
     ("ko", "2030년까지 435백만 톤(2018년 대비 40% 감축) 이하")],
)  # fmt: skip
def test_it_is_told_as_it_was_promised(lang: str, aim: str) -> None:
    """Both the per cent, which the quote says, and what it comes to."""
    found = judged(EMISSIONS + inventory(2018, 725, "2019-06-01"))
    assert goals.aim(found.goal, found.target, lang) == aim


def test_a_base_that_is_revised_moves_no_goal() -> None:
    """The promise is the same; the verdict that changes has "revised data" as its cause.

    On a straight line 5.83 points a year lead from 700 to 420 in twelve; 660 after seven are
    behind 536.7. From 960 to 576 it is 736 after seven, and 660 is ahead of it.
    """
    text = EMISSIONS.replace("goal =", 'path = "linear"\ngoal =')
    text += inventory(2018, 700, "2019-06-01") + inventory(2025, 660, "2026-06-01")
    text += inventory(2018, 960, "2026-10-01")
    both = [Side(book(text), dt.date.fromisoformat(day), dt.date.fromisoformat(day))
            for day in ("2026-09-01", "2026-11-22")]  # fmt: skip
    found = compare(*both)
    assert [(one.before, one.after, one.cause) for one in found.changes] == [
        ("behind", "on track", "revised data")
    ]
    assert found.goals == ()
    (part,) = found.changes[0].parts
    assert [dict(more.facts) for more in part.why.then] == [
        {"change": "-40 %", "was": 420.0, "value": 576.0}
    ]
    assert [(one.before.value, one.after.value) for one in found.followed] == [(420, 576)]


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", ["Goals that follow their base", "  x (Emissions)  420 Mt (-40 % from 2018) by 2030"
             " → 435 Mt (-40 % from 2018) by 2030"]),
     ("ko", ["기준값에 따라 달라진 목표값", "  x (Emissions)  2030년까지 420백만 톤(2018년 대비"
             " 40% 감축) → 2030년까지 435백만 톤(2018년 대비 40% 감축)"])],
)  # fmt: skip
def test_a_goal_that_follows_is_told_where_no_verdict_turns(lang: str, told: list[str]) -> None:
    """What is to be reached is another amount, though nobody has promised anything else."""
    text = EMISSIONS + inventory(2018, 700, "2019-06-01") + inventory(2025, 660, "2026-06-01")
    text += inventory(2018, 725, "2026-10-01")
    both = [Side(book(text), dt.date.fromisoformat(day), dt.date.fromisoformat(day))
            for day in ("2026-09-01", "2026-11-22")]  # fmt: skip
    found = compare(*both)
    assert found.changes == ()
    assert "\n".join(told) in diff_table(found, Look(lang=lang))
    (written,) = content(found)["goals_followed"]
    assert (written["before"]["value"], written["after"]["value"]) == (420.0, 435.0)


def test_a_changed_per_cent_is_a_moved_goal() -> None:
    """-24.4 and then -40 per cent: the goal was moved; the verdict by the first one is told."""
    moved = EMISSIONS.replace(
        'goal = { change = "-40 %", by = 2030 }\n', ""
    ).replace("[[target.series]]", """
[[target.goal]]
announced = 2016-01-01
change = "-24.4 %"
by = 2030
[[target.goal]]
announced = 2021-01-01
change = "-40 %"
by = 2030
[[target.series]]""")  # fmt: skip
    found = judged(moved + inventory(2018, 725, "2019-06-01") + inventory(2023, 640, "2024-06-01"))
    assert [goal.value for goal in found.goals] == [Decimal("548.1"), Decimal(435)]
    assert "goal-moved" in [flag.key for flag in found.flags]
    assert [(goal.change, verdict.word) for goal, verdict in found.by_earlier_goals] == [
        (Decimal("-24.4"), "on track")
    ]


def test_a_stated_base_that_is_edited_edits_no_goal() -> None:
    """The goal's entry says -40 % as before; only the baseline's says something else."""
    day = dt.date(2026, 11, 22)
    edited = EMISSIONS.replace("value = 700", "value = 730")
    found = compare(*(Side(book(text), day, day) for text in (EMISSIONS, edited)))
    assert [edit.keys for edit in found.edits] == [("baseline",)]
    assert found.goals == ()
    reworded = EMISSIONS.replace('"-40 %"', '"-40 %", note = "net"')
    found = compare(*(Side(book(text), day, day) for text in (EMISSIONS, reworded)))
    assert [edit.keys for edit in found.edits] == [("goal",)]


@pytest.mark.parametrize(
    ("limit", "value", "on", "word"),
    [
        ("<= 650", 380, "2026-11-22", "possible"),  # 390 of 650, but 360 of 600
        ("<= 650", 380, "2032-11-22", "possible"),  # nor is it more certain afterwards
        ("<= 650", 400, "2032-11-22", "missed"),
        ("<= 650", 500, "2026-11-22", "possible"),  # of 2023, where the path from 560 asks for 503
        ("<= 750", 380, "2026-11-22", "met"),  # which leaves the 700 that were stated
        (">= 650", 380, "2026-11-22", "met"),
        ("= 650", 380, "2026-11-22", "met"),
        ("= 0", 380, "2032-11-22", "possible"),  # 420 of 700; of nothing there is no per cent
        ("= -5", 380, "2032-11-22", "possible"),
    ],
)
def test_nothing_is_green_by_a_goal_whose_base_is_a_limit(
    judge: Judge, limit: str, value: int, on: str, word: str
) -> None:
    """Where the base was at most 650, 60 per cent of it are at most 390.

    Nor where the series refutes what was stated, and says nothing of which there is a per cent.
    """
    bound, base = limit.split()
    facts = inventory(2018, base, "2019-06-01") + f'\nbound = "{bound}"'
    period = 2030 if on > "2031" else 2023
    facts += inventory(2020, 560, "2021-06-01") + inventory(period, value, f"{period + 1}-06-01")
    assert judge(EMISSIONS + facts, on=on).verdict == word
