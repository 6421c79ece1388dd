"""The change over a year, and the season that alone may make a verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kpi.facts.periods import PER_YEAR, Period
from kpi.render import machine
from kpi.render.show_sections import projection
from kpi.render.show_standing import standing
from kpi.render.wording import reasons
from kpi.render.wording.phrases import phrase
from tests.assess.conftest import Judge, judged, yearly

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
#: The mean of the year around 2023-Q3 is (9 + 20 + 23.2 + 19 + 9) / 4 = 20.05, and that around
#: 2024-Q3 (9 + 20 + 22.8 + 19 + 9.2) / 4 = 20: deviations of 3.15 and 2.8, 2.975 on average.
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


# --- the flag -----------------------------------------------------------------------------------


def flag(text: str, on: str = "2026-11-22") -> str | None:
    """What the flag says, if it stands."""
    found = [reason for reason in judged(text, on).flags if reason.key.startswith("seasonal")]
    return reasons.say(found[0], "points") if found else None


def test_the_season_worked_by_hand(judge: Judge) -> None:
    """2.8 to 3.15 above in the third quarters, and 23 in 2025-Q3 is 1.25 beyond the path's 21.75.

    Those of the other quarters from 2023-Q2 to 2025-Q1 are -0.05, -1.05, -2, 0.05, -1.0875 and
    -1.75. All eight add up to 0.0625, of which an eighth is in each: of the 2.975 the season has
    2.967, and that is as large as the distance, too.
    """
    text = RISING + judge.yearly(QUARTERS)
    assert judged(text).verdict == "on track"
    assert flag(text) == (
        "In the same season of the 2 years before (2023-Q3 to 2024-Q3) the values lay 2.8 points to"
        " 3.15 points above the mean of the year around them, 2.98 points on average. That is no"
        " less than the 1.25 points by which the latest value is beyond the 21.8 points that the"
        " path asks for: the season alone may make this verdict."
    )
    part_of_a_year = {"2022-Q1": 90, "2022-Q2": 10, "2022-Q3": 50}
    assert flag(RISING + judge.yearly(part_of_a_year | QUARTERS)) == flag(text)
    assert flag(text.replace("value = 22.8", "value = 19")) is None  # above, and then below


@pytest.mark.parametrize(
    ("value", "stands"),
    [
        ("24.72", True), ("24.73", False),  # 2.97 and 2.98 beyond the path
        ("21.75", True),  # on the path itself
        ("21.5", False),  # behind, though the season of the third quarter helps
    ],
)  # fmt: skip
def test_the_season_makes_a_verdict_within_its_size(judge: Judge, value: str, stands: bool) -> None:
    """Not one against which it works."""
    assert (flag(RISING + judge.yearly(QUARTERS | {"2025-Q3": value})) is not None) is stands


#: First quarters lie 2 below the mean of the year around them, and 21.25 are asked for in 2025-Q1.
WINTER: dict[int | str, object] = {
    "2022-Q2": 20, "2022-Q3": 23, "2022-Q4": 19, "2023-Q1": 18, "2023-Q2": 20, "2023-Q3": 23,
    "2023-Q4": 19, "2024-Q1": 18, "2024-Q2": 20, "2024-Q3": 23, "2024-Q4": 19, "2025-Q1": 20.2,
}  # fmt: skip


def test_a_bad_season_may_make_what_is_behind(judge: Judge) -> None:
    """And of eleven quarters nothing is said."""
    text = RISING + judge.yearly(WINTER)
    assert judged(text).verdict == "behind"
    assert flag(text) == (
        "In the same season of the 2 years before (2023-Q1 to 2024-Q1) the values lay 2 points"
        " below the mean of the year around them each time. That is no less than the 1.05 points by"
        " which the latest value is short of the 21.3 points that the path asks for: the season"
        " alone may make this verdict."
    )
    fewer = {period: value for period, value in WINTER.items() if period != "2022-Q2"}
    assert flag(RISING + judge.yearly(fewer)) is None
    assert flag(RISING + judge.yearly(WINTER | {"2025-Q1": 21.25})) is None  # on the path itself


def test_between_two_paths_the_season_leads_to_one_of_them(judge: Judge) -> None:
    """In 2025-Q3 the geometric path from 18 to 42 asks for 23.46, and the linear one for 25.5."""
    text = RISING.replace('path = "linear"\n', "").replace("value = 30", "value = 42")
    for value, word, edge in (("23.5", "possible", 23.46), ("26", "on track", 25.5)):
        status = judge(text + judge.yearly(QUARTERS | {"2025-Q3": value}))
        assert status.verdict == word
        (told,) = (one for one in status.flags if one.key == "seasonal")
        assert dict(told.then[0].facts)["edge"] == pytest.approx(edge, abs=0.01)


@pytest.mark.parametrize(
    ("goal", "ending"),
    [
        (21, "the 2 points by which the latest value is beyond the goal of 21 points: the"
         " season alone may make this verdict."),
        (23, "The latest value is just the 23 points that are asked for: the season alone"
         " may make this verdict."),
        (20, None),
    ],
)  # fmt: skip
def test_a_goal_that_is_met_in_a_good_season_alone(
    judge: Judge, goal: int, ending: str | None
) -> None:
    """Until the deadline has passed, which the figure of its own season decides."""
    text = RISING.replace("value = 30", f"value = {goal}") + judge.yearly(QUARTERS)
    assert judge(text).verdict == "met"
    said = flag(text)
    assert (said is None) is (ending is None)
    assert said is None or said.endswith(ending or "")
    assert flag(text.replace("2033-Q4", "2025-Q3")) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('unit = "points"', 'unit = "points"\nkind = "total"'),
        ("2023-Q2_2024-06-01", "2023-05_2024-06-01"),
        ("value = 20\n--- 2023-Q3", "value = 20\nbound = '>='\n--- 2023-Q3"),
        ("2025-Q3_2026-06-01\n", "2025-Q3_2025-08-01\nstatus = 'estimated'\n"),
        ("value = 23\n", "value = 23\nbound = '>='\n"),
    ],
    ids=["a total", "a gap", "a limit within", "a forecast", "a limit"],
)
def test_no_season_without_three_whole_years_that_were_measured(
    judge: Judge, old: str, new: str
) -> None:
    """Nor of a running total, whose increments have it."""
    text = RISING + judge.yearly(QUARTERS) + "\n"
    assert flag(text) is not None
    assert old in text
    assert flag(text.replace(old, new, 1)) is None


@pytest.mark.parametrize(
    ("missing", "years"),
    [((), "3 years before (2022-Q3 to 2024-Q3)"),
     (("2021-Q1",), "3 years before (2022-Q3 to 2024-Q3)"),
     (("2023-Q4",), "2 years before (2022-Q3 to 2024-Q3)"),  # it is of the year around 2023-Q3
     (("2022-Q1",), "2 years before (2023-Q3 to 2024-Q3)"),
     (("2022-Q3", "2023-Q1"), None),
     (("2021-Q4", "2022-Q4", "2023-Q4"), None)],
)  # fmt: skip
def test_a_missing_quarter_takes_the_years_around_it_alone(
    judge: Judge, missing: tuple[str, ...], years: str | None
) -> None:
    """Third quarters lie 3 above a line that rises by a half each quarter."""
    figures: dict[int | str, object] = {
        f"{2021 + n // 4}-Q{1 + n % 4}": 18 + n / 2 + (-1, 0, 3, -2)[n % 4]
        for n in range(19)
        if f"{2021 + n // 4}-Q{1 + n % 4}" not in missing
    }
    text = RISING.replace('by = "2033-Q4"', 'by = "2026-Q4"')
    said = flag(text + judge.yearly(figures))
    assert said is None if years is None else said is not None and f"of the {years}" in said


def test_what_is_provisional_counts_and_others_may_stand_between(judge: Judge) -> None:
    """Of a year and the quarter that ends with it the series has more quarters."""
    text = RISING + judge.yearly(QUARTERS | {2023: 30, "2024-05-15": 3})
    assert flag(text.replace("value = 22.8", "value = 22.8\nstatus = 'provisional'")) is not None


@pytest.mark.parametrize(("comparator", "stands"), [("<=", True), ("~", False)])
def test_what_is_to_be_kept_is_lost_by_the_season_at_most(
    judge: Judge, comparator: str, stands: bool
) -> None:
    """Beyond a limit; an amount has two edges, and nothing is said of it."""
    text = f"""
[[target]]
id = "x"
title = "Kept"
unit = "points"
direction = "keep"
goal = {{ value = 21, by = 2030, comparator = "{comparator}" }}
"""
    status = judge(text + judge.yearly({"2022-Q3": 23.5} | QUARTERS | {"2025-Q3": 22.7}))
    assert status.verdict == "behind"
    assert ("seasonal" in judge.keys(status)) is stands


@pytest.mark.parametrize(
    ("curve", "digits", "short"),
    [
        (lambda n: 20 + 0.125 * n, 1, 0),
        (lambda n: 20 + 0.125 * n + 0.03 * n * n, 3, 0.02),
        (lambda n: 20 + 0.125 * n + 0.03 * n * n - 0.02 * (n % 4 == 3), 3, 0.03),
        (lambda n: 5 * 1.2**n, 3, 0.02),
    ],
    ids=["rounded", "a bend", "less than a bend", "growth"],
)
def test_what_rounding_or_a_bend_makes_is_no_season(
    judge: Judge, curve: Callable[[int], float], digits: int, short: float
) -> None:
    """In tenths a straight line repeats itself every year. A curve lies below the means of its
    years in each quarter, and the latest value is no more than that short of the path."""
    values = {name: f"{curve(n):.{digits}f}" for n, name in enumerate(QUARTERS)}
    row = f'[{{ by = "2025-Q3", value = {float(values["2025-Q3"]) + short:.3f} }}]'
    text = RISING.replace('"linear"', row).replace("value = 30", "value = 60")
    text += judge.yearly(values)
    assert judged(text).verdict == ("behind" if short else "on track")
    assert flag(text) is None


# --- laws ---------------------------------------------------------------------------------------

TENTHS = st.integers(-300, 300).map(lambda n: Decimal(n) / 10)
KINDS = st.sampled_from(["semester", "quarter", "month"])
SPELT = {"semester": "S{}", "quarter": "Q{}", "month": "{:02}"}


def flagged(kind: str, values: list[Decimal], asked: Decimal) -> bool:
    """Whether values up to the last part of 2025 but one have the flag beside what is asked."""
    per_year = PER_YEAR[kind]
    last = Period.parse(f"2025-{SPELT[kind].format(per_year - 1)}").number
    names = [
        f"{n // per_year}-{SPELT[kind].format(n % per_year + 1)}"
        for n in range(last - len(values) + 1, last + 1)
    ]
    target = f"""
[[target]]
id = "x"
title = "Something promised"
unit = "points"
direction = "up"
path = [{{ by = "{names[-1]}", value = {asked} }}]
goal = {{ value = {asked + 400}, by = 2030 }}
"""
    status = judged(target + Judge.yearly(dict(zip(names, values, strict=True))))
    assume(status.verdict in ("on track", "behind"))
    return any(one.key.startswith("seasonal") for one in status.flags)


@given(KINDS, TENTHS, st.lists(TENTHS, min_size=11, max_size=11), st.integers(3, 7))
@example("quarter", Decimal(0), [Decimal(-1)] * 11, 3)
@example("quarter", Decimal(0), [Decimal("-0.7"), *[Decimal(0)] * 10], 3)
@example("month", Decimal(1), [Decimal(1)] * 11, 4)
@settings(max_examples=60, deadline=None)
def test_a_season_has_the_flag_where_it_carries_a_line_across_the_path(
    kind: str, off: Decimal, some: list[Decimal], years: int
) -> None:
    """Around a line that lies `off` above the path: the two are added, and so is any constant."""
    per_year = PER_YEAR[kind]
    every = [*some[: per_year - 1], -sum(some[: per_year - 1], Decimal())]
    size, count = every[-1], years * per_year
    values = [10 * n + every[n % per_year] for n in range(count)]
    asked = 10 * (count - 1) - off
    across = size > 0 >= off >= -size or size < 0 <= off < -size
    assert flagged(kind, values, asked) is across
    assert flagged(kind, [value + 700 for value in values], asked + 700) is across
    assert not flagged(kind, values[1 - 3 * per_year :], asked)


@given(
    KINDS, st.lists(TENTHS, min_size=84, max_size=84), st.integers(36, 84),
    st.sampled_from([-91, 0, 91]),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_a_line_has_no_season_nor_what_lies_closer_to_it_than_the_path(
    kind: str, noise: list[Decimal], count: int, off: int
) -> None:
    """Within 30 of its line no value lies 60 from the mean of a year, and the path is 61 away."""
    around = [Decimal(0)] * count if off == 0 else noise[:count]
    values = [10 * n + error for n, error in enumerate(around)]
    assert not flagged(kind, values, Decimal(10 * (count - 1) - off))


# --- the projection -----------------------------------------------------------------------------


def test_a_season_is_no_drift() -> None:
    """Of quarters with a strong season the deadline's own alone are walked through.

    Its fourth quarters are 19, 19 and 19.3 after 2, 3 and 4 years; all twelve go from 19 in the
    winter to 23 in the summer, as if it were 4 in 2.75 years.
    """
    values = QUARTERS | {"2021-Q4": 18.6, "2024-Q4": 19.3}
    found = judged(RISING + yearly(values)).projection
    assert found is not None
    assert found.season == Period.parse("2024-Q4")
    beta = (19.3 - 18.6) / 3
    assert found.value == pytest.approx(19.3 + 9 * beta)
    assert (found.n, found.df) == (4, 2)
    flat = {period: 19 + n * 0.1 + (n % 3) for n, period in enumerate(values)}  # of no season
    plain = judged(RISING + yearly(flat)).projection
    assert plain is not None
    assert (plain.season, plain.n) == (None, 13)


@pytest.mark.parametrize(
    ("due", "season"),
    [("2033-11-30", "2025-Q3"), ("2033-12-31", "2024-Q4"), ("2033-02-15", "2024-Q4"),
     ('"2033-06"', "2025-Q2")],
)  # fmt: skip
def test_a_deadline_within_a_quarter_is_that_of_the_one_before(due: str, season: str) -> None:
    """The last figure that counts is the last that ends by then."""
    text = RISING.replace('"2033-Q4" }', f"{due} }}") + yearly(QUARTERS | {"2021-Q4": 18.6})
    found = judged(text).projection
    assert found is not None
    assert str(found.season) == season


def test_a_total_has_no_season() -> None:
    text = RISING.replace('unit = "points"', 'unit = "points"\nkind = "total"')
    found = judged(text + yearly(QUARTERS | {"2021-Q4": 18.6})).projection
    assert found is not None
    assert (found.season, found.n) == (None, 13)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-9, 9), min_size=12, max_size=12), st.integers(-20, 20))
def test_the_strength_of_a_season(shape: list[int], slope: int) -> None:
    """One that comes back each year is strong on any line, whose own values have none."""
    assume(len(set(shape)) > 1)
    periods = [f"{2020 + n // 12}-{n % 12 + 1:02}" for n in range(60)]
    text = RISING.replace('"2021-Q4"', '"2019-12"').replace('"2033-Q4"', "2033")

    def season_of(values: list[Decimal]) -> str | None:
        found = judged(text + yearly(dict(zip(periods, values, strict=True)))).projection
        return str(found.season) if found is not None and found.season is not None else None

    line = [Decimal(1000 + slope * n) / 10 for n in range(60)]
    assert season_of(line) is None
    yearly_shape = [value + shape[n % 12] for n, value in enumerate(line)]
    assert season_of(yearly_shape) == "2024-12"


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "those of the deadline's own time of the year were taken, up to 2024-Q4"),
     ("ko", "기한과 같은 시기의 값만 사용했습니다(최근 2024년 4분기)")],
)  # fmt: skip
def test_that_a_season_was_taken_out_is_told(lang: str, said: str) -> None:
    """On the page and in JSON."""
    found = judged(RISING + yearly(QUARTERS | {"2021-Q4": 18.6}))
    told = "\n".join(map(repr, projection(found, dt.date(2026, 11, 22), lang)))
    assert said in told
    written = machine.projection(found)
    assert written is not None
    assert written["season"] == "2024-Q4"
