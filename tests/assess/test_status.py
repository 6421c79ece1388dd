"""The numbers of a status: what is expected, the gaps, the slack."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from kpi.assess.board import assess
from kpi.assess.status import status
from kpi.values import replace
from tests.assess.conftest import Judge, book

#: Beeminder's example, docs/research.md 7: 0 on 2024-01-01, 300 on 2026-01-01, 1000 on 2030-12-31.
ROAD = """
[[target]]
id = "x"
title = "Companies"
kind = "total"
unit = "companies"
direction = "up"
path = [{ by = 2026-01-01, value = 300 }]
baseline = { period = 2024-01-01, value = 0 }
goal = { value = 1000, by = 2030-12-31 }
"""


def test_a_status_of_many_has_the_readings_without_their_arithmetic() -> None:
    """All else is the same, and what a table shows of a rule is."""
    found = book(ROAD + "\n--- 2026-07-01_2026-07-02\nvalue = 380\n")
    day, facts = dt.date(2026, 11, 22), found.observations["x"]
    whole = status(found.targets[0], facts, found.documents, day, day)
    short = status(found.targets[0], facts, found.documents, day, day, detail="result")
    assert whole is not None
    assert short is not None
    assert any(one.steps and one.inputs for one in whole.readings)
    assert short == replace(
        whole, readings=tuple(replace(one, steps=(), inputs=()) for one in whole.readings)
    )
    middle = status(found.targets[0], facts, found.documents, day, day, detail="inputs")
    assert middle == replace(
        whole, readings=tuple(replace(one, steps=()) for one in whole.readings)
    )


@pytest.mark.parametrize(("value", "buffer"), [(370, 2), (380, 28), (420, 132)])
def test_slack_is_beeminders_buffer(judge: Judge, value: int, buffer: int) -> None:
    """The first whole day on which the value held no longer suffices, counted from 2026-07-01."""
    found = judge(ROAD + f"\n--- 2026-07-01_2026-07-02\nvalue = {value}\n")
    assert dict(found.expected) == {"announced": pytest.approx(369.425, abs=5e-4)}
    assert found.slack_months is not None
    assert math.ceil(found.slack_months / 12 * 365.25) == buffer
    assert found.slack_until is not None
    assert (found.slack_until - dt.date(2026, 7, 1)).days in (buffer, buffer - 1)
    assert found.verdict == "on track"


def test_negative_slack_is_the_time_lost(judge: Judge) -> None:
    """369.3 was due about a third of a day before; Beeminder's buffer is 0, red."""
    found = judge(ROAD + "\n--- 2026-07-01_2026-07-02\nvalue = 369.3\n")
    assert found.slack_months is not None
    assert found.slack_months / 12 * 365.25 == pytest.approx(-0.326, abs=0.01)
    assert found.verdict == "behind"


def test_slack_is_taken_on_the_strictest_path(judge: Judge) -> None:
    """AI, 3 % at the end of 2025. Linear: 2/29 of 7 years after 2023 is 0.483, 1.517 years late.

    Logistic: (L(3) - L(1)) / (L(30) - L(1)) of 7 years is 2.091: 0.09 years ahead.
    """
    text = judge.straight.replace('path = "linear"', "ceiling = 100").replace("2020", "2023")
    text = text.replace("value = 10", "value = 1") + judge.yearly({2025: 3})
    found = judge(text)
    assert found.slack_months == pytest.approx(12 * (7 * 2 / 29 - 2))
    assert found.slack_until == dt.date(2024, 6, 25)  # 2023-12-31 and 176 days
    assert found.slack_shape == "linear"
    assert dict(found.gap_to_path) == {
        "linear": pytest.approx(-6.29, abs=5e-3),
        "logistic": pytest.approx(0.14, abs=5e-3),
    }  # fmt: skip  (docs/research.md 11, A)


@pytest.mark.parametrize(
    ("year", "linear", "logistic"),
    [(2024, 5.14, 1.70), (2025, 9.29, 2.86), (2026, 13.43, 4.79), (2027, 17.57, 7.92),
     (2028, 21.71, 12.81), (2029, 25.86, 20.06), (2030, 30, 30)],
)  # fmt: skip
def test_the_worked_paths_of_ai_use(
    judge: Judge, year: int, linear: float, logistic: float
) -> None:
    """docs/research.md 6: Korea's AI use from 1 % to 30 %, K = 100."""
    text = judge.straight.replace('path = "linear"', "ceiling = 100").replace("2020", "2023")
    text = text.replace("value = 10", "value = 1") + judge.yearly({year: 2})
    found = dict(judge(text, on=f"{year + 1}-07-01").expected)
    assert found == {
        "linear": pytest.approx(linear, abs=5e-3), "logistic": pytest.approx(logistic, abs=5e-3),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("year", "geometric"),
    [(2024, 1.63), (2025, 2.64), (2026, 4.30), (2027, 6.98), (2028, 11.35), (2029, 18.45)],
)
def test_the_worked_geometric_path(judge: Judge, year: int, geometric: float) -> None:
    """docs/research.md 6: the same without a ceiling."""
    text = judge.straight.replace('path = "linear"\n', "").replace("2020", "2023")
    text = text.replace("value = 10", "value = 1") + judge.yearly({year: 2})
    found = dict(judge(text, on=f"{year + 1}-07-01").expected)
    assert found["geometric"] == pytest.approx(geometric, abs=5e-3)


def test_the_value_is_compared_at_its_own_date(judge: Judge) -> None:
    """18 was 2024's; that today is 2029 does not make 26 of what was expected then."""
    for on in ("2025-06-01", "2026-11-22", "2029-12-31"):
        found = judge(judge.straight + judge.yearly({2024: 18}), on=on)
        assert dict(found.expected) == {"linear": pytest.approx(18)}
        assert (found.verdict, found.share_of_time) == ("on track", 0.4)


def test_a_gap_is_value_minus_what_it_is_compared_with(judge: Judge) -> None:
    """Positive is above, for a falling target, too."""
    text = judge.straight.replace('"up"', '"down"').replace("value = 30", "value = 0")
    found = judge(text + judge.yearly({2025: 7}))
    assert (found.verdict, found.gap_to_goal) == ("behind", 7)
    assert dict(found.gap_to_path) == {"linear": pytest.approx(2)}


def test_the_gap_to_the_goal_is_exact(judge: Judge) -> None:
    """0.3 - 0.1 is 0.2, as on paper."""
    text = judge.straight.replace("value = 30", "value = 0.1").replace("value = 10", "value = 0")
    assert judge(text + judge.yearly({2025: "0.3"})).gap_to_goal == 0.2


def test_no_probability_from_two_values(judge: Judge) -> None:
    """Two observations and a stated baseline: no projection, and the reason; three have one."""
    two = judge(judge.straight + judge.yearly({2023: 17, 2025: 20}))
    assert two.projection is None
    assert two.no_projection is not None
    three = judge(judge.straight + judge.yearly({2022: 15, 2023: 17, 2025: 20}))
    assert three.projection is not None
    assert three.projection.low < three.projection.value < three.projection.high


def test_a_milestone_has_no_numbers(judge: Judge) -> None:
    """It is done or not."""
    found = judge(
        """
[[target]]
id = "x"
title = "A law"
kind = "milestone"
goal = { value = true, by = 2030 }
"""
        + judge.yearly({2024: False})
    )
    assert (found.gap_to_goal, found.share_of_way, found.share_of_time) == (None, None, None)
    assert found.latest is not None


def test_nothing_is_said_of_a_target_before_it_was_announced(judge: Judge) -> None:
    """None, not 'no data'."""
    text = judge.straight.replace("by = 2030", "by = 2030, announced = 2021-01-01")
    (target,) = judge.book(text).targets
    day = dt.date(2020, 12, 31)
    assert status(target, (), {}, day, day) is None
    assert status(target, (), {}, day, day + dt.timedelta(1)) is not None


def test_nothing_was_expected_before_the_path_began(judge: Judge) -> None:
    """A figure from before the baseline has no path to be behind; announced rows may be older."""
    text = judge.straight.replace("period = 2020", "period = 2023") + judge.yearly({2021: 9})
    found = judge(text)
    assert found.verdict == "baseline only"
    assert (found.expected, found.gap_to_path, found.slack_months) == ((), (), None)
    assert found.gap_to_goal == -21
    rows = "path = [{ by = 2021, value = 8 }, { by = 2025, value = 20 }]"
    found = judge(text.replace('path = "linear"', rows))
    assert found.expected == (("announced", 8.0),)


def test_where_the_line_of_the_index_is_today(judge: Judge) -> None:
    """Of the 20 from 2020 to 2030 two fifths were due by the end of 2024."""
    found = judge(judge.straight + judge.yearly({2024: 18}), on="2025-06-01")
    assert found.index_expected == pytest.approx(4)


def test_a_board_of_many_leaves_out_what_no_table_shows() -> None:
    """No projection and no outlook with `lean`; no arithmetic unless it is worked."""
    found = book(ROAD + "\n--- 2026-07-01_2026-07-02\nvalue = 380\n")
    day = dt.date(2026, 11, 22)
    (whole,) = assess(found, day).statuses
    (lean,) = assess(found, day, lean=True).statuses
    (short,) = assess(found, day, detail="result").statuses
    assert (whole.index is None, lean.index is None, short.index is None) == (False, True, False)
    assert any(one.steps for one in lean.readings)
    assert not any(one.steps for one in short.readings)


@pytest.mark.parametrize(
    ("by", "expected", "date"),
    [
        (2030, 12, "2026-12-31"),  # an expected figure is compared as any other
        (2030, 31, "2024-12-31"),  # but nothing is met by it
        (2026, 12, "2024-12-31"),  # and none decides for the deadline itself
    ],
)
def test_the_rules_look_at_a_forecast_unless_it_would_decide(
    judge: Judge, by: int, expected: float, date: str
) -> None:
    text = judge.straight.replace("by = 2030", f"by = {by}") + judge.yearly({2022: 11, 2024: 15})
    text += f"\n--- 2026_2026-06-01\nvalue = {expected}\nstatus = 'estimated'\n"
    found = judge(text, on="2027-02-01")
    assert {dict(one.inputs)["current_date"] for one in found.readings} == {date}


def test_no_slack_where_no_path_asks_for_anything(judge: Judge) -> None:
    """Announced rows begin in 2026; what was known of 2025 is neither early nor late."""
    text = judge.straight.replace("baseline = { period = 2020, value = 10 }\n", "").replace(
        'path = "linear"', "path = [{ by = 2026, value = 12 }, { by = 2030, value = 30 }]"
    )
    found = judge(text + judge.yearly({2025: 14}), on="2026-11-28")
    assert (found.verdict, found.expected, found.slack_months) == ("no path", (), None)
    found = judge(text + judge.yearly({2025: 14, 2026: 16}), on="2027-11-28")
    assert (found.verdict, found.slack_months is None) == ("on track", False)


RENEWED = """
[[target]]
id = "x"
title = "X"
unit = "points"
direction = "up"
counts = ["final", "estimated", "planned"]
baseline = { period = 2020, value = 10 }
[[target.goal]]
announced = 2020-01-01
value = 20
by = 2022
[[target.goal]]
announced = 2025-06-01
value = 55
by = 2030
"""


@pytest.mark.parametrize("kind", ["final", "estimated", "planned"])
def test_the_path_that_decided_is_the_one_that_is_shown(judge: Judge, kind: str) -> None:
    """22 are beyond the 20 of 2022 and on one path only to the 55 of 2030, plan or result."""
    published = "2025-02-01" if kind == "final" else "2024-02-01"
    found = judge(RENEWED + f"\n--- 2024_{published}\nvalue = 22\nstatus = '{kind}'")
    facts = dict(found.reason.facts)
    assert (found.verdict, found.path_goal) == ("possible", None)
    assert sorted(value for _, value in found.expected) == [facts["low"], facts["high"]]


@pytest.mark.parametrize(("status", "then"), [("final", []), ("estimated", ["only-expected"])])
def test_the_sentence_of_a_forecast_says_that_it_is_one(
    judge: Judge, status: str, then: list[str]
) -> None:
    """ "31 in 2026 is at or beyond both paths" is quoted, and the flag beside it is not."""
    published = "2027-02-01" if status == "final" else "2026-06-01"
    text = judge.straight + f"\n--- 2026_{published}\nvalue = 24\nstatus = '{status}'"
    found = judge(text, on="2027-03-01")
    assert (found.verdict, [one.key for one in found.reason.then]) == ("on track", then)
