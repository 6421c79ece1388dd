"""The change over a year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi.render import machine
from kpi.render.show_standing import standing
from kpi.render.wording.phrases import phrase
from tests.assess.conftest import Judge

#: From 18 at the end of 2021 to 30 at the end of 2033: 1 a year, and 21.75 in 2025-Q3.
RISING = """
[[target]]
id = "x"
title = "Nights in hotels"
unit = "points"
direction = "up"
path = "linear"
baseline = { period = "2021-Q4", value = 18 }
goal = { value = 30, by = "2033-Q4" }
"""
QUARTERS: dict[int | str, object] = {
    "2022-Q4": 19, "2023-Q1": 18, "2023-Q2": 20, "2023-Q3": 23.2,
    "2023-Q4": 19, "2024-Q1": 18, "2024-Q2": 20, "2024-Q3": 22.8,
    "2024-Q4": 19, "2025-Q1": 18.4, "2025-Q2": 20.3, "2025-Q3": 23,
}  # fmt: skip


def without(period: str) -> dict[int | str, object]:
    return {key: value for key, value in QUARTERS.items() if key != period}


def latest(value: float) -> dict[int | str, object]:
    return QUARTERS | {"2025-Q3": value}


# --- over a year --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "since", "change"),
    [
        ({"2024-Q3": "11.8", "2025-Q2": 14, "2025-Q3": "12.4"}, "2024-Q3", "0.6"),
        ({"2024-S1": 30, "2025-S1": 20}, "2024-S1", "-10"),
        ({"2024-02": 1, "2024-03": 2, "2025-02": "3.5"}, "2024-02", "2.5"),
        ({"2019-W52": 4, "2020-W52": 5}, "2019-W52", "1"),
        ({"2019-W52": 4, "2020-W53": 5}, None, None),
        ({"2024-Q2": 11, "2024-Q4": 11, "2025-Q3": 12}, None, None),
        ({"2024-06": 11, "2025-Q2": 12}, None, None),
        ({2024: 11, 2025: 12}, None, None),
        ({"2024-06-30": 11, "2025-06-30": 12}, None, None),
        ({"2025-Q3": 12}, None, None),
    ],
)  # fmt: skip
def test_the_change_over_a_year(
    judge: Judge, values: dict[int | str, object], since: str | None, change: str | None
) -> None:
    """Of the same half, quarter, month or week, where that is known; never of another one."""
    found = judge(RISING + judge.yearly(values), on="2026-11-22").year_on_year
    told = (found.before.period.text, found.change) if found else (None, None)
    assert told == (since, Decimal(change) if change else None)


@pytest.mark.parametrize(
    ("old", "new"),
    [('unit = "points"', 'unit = "points"\nkind = "total"'),
     ("value = 22.8", "value = 22.8\nbound = '>='"),
     ("value = 22.8", "value = 22.8\nstatus = 'planned'"),
     ("2025-Q3_2026-06-01\n", "2025-Q3_2025-08-01\nstatus = 'estimated'\n")],
    ids=["total", "limit", "plan", "forecast"],
)  # fmt: skip
def test_no_change_over_a_year_of_a_sum_a_limit_a_plan_or_a_forecast(
    judge: Judge, old: str, new: str
) -> None:
    """A running total has its change in its increments; the others were not measured."""
    counted = 'counts = ["final", "estimated", "planned"]\n'
    text = RISING + counted + judge.yearly(QUARTERS)
    assert old in text
    assert judge(text).year_on_year is not None
    assert judge(text.replace(old, new), on="2026-07-01").year_on_year is None


def test_over_a_year_the_publication_counts_that_was_known(judge: Judge) -> None:
    """And the judged series alone, whatever others say of that time."""
    text = RISING + judge.yearly(QUARTERS) + "\n--- 2024-Q3_2026-08-01\nvalue = 24\n"
    changes = [
        found.change
        for day in ("2026-07-01", "2026-09-01")
        if (found := judge(text, as_of=day).year_on_year)
    ]
    assert changes == [Decimal("0.2"), Decimal("-1")]
    other = RISING + 'judged_series = "b"\n[[target.series]]\nid = "b"\ntitle = "B"\n'
    values = judge.yearly(without("2025-Q3")) + judge.yearly({"2025-Q3": 23}, "b/")
    assert judge(other + values).year_on_year is None


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", ("over a year", "+0.2 points since 2024-Q3 (22.8 points)")),
     ("ko", ("전년 동기 대비", "2024년 3분기 22.8점 대비 +0.2점"))],
)  # fmt: skip
def test_the_change_over_a_year_is_told(judge: Judge, lang: str, told: tuple[str, str]) -> None:
    """On the page, beside the pace; and in JSON."""
    found = judge(RISING + judge.yearly(QUARTERS))
    lines = {phrase(key, lang): said for key, said in standing(found, lang)}
    assert lines[told[0]] == (told[1],)
    in_json = {"since": "2024-Q3", "value": 22.8, "change": 0.2}
    assert machine.year_on_year(found) == in_json
