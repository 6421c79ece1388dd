"""What was reached and what was kept: between figures, around a deadline, and lost again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kpi.render.wording.reasons import why
from tests.assess.conftest import STRAIGHT, Judge

KEPT = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "keep"
goal = { value = 60, by = 2024-12-31, comparator = ">=" }
"""
RISING = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 10 }
"""
YEARLY = '\ncadence = "1 year"\ngoal ='


def days(values: dict[str, object]) -> str:
    """Figures of single days, published on them."""
    return "".join(f"\n--- {day}_{day}\nvalue = {value}\n" for day, value in values.items())


def goals(*said: tuple[int | Decimal, int, str]) -> str:
    """Goals by value, deadline and the day on which each was announced."""
    return "".join(
        f"[[target.goal]]\nvalue = {value}\nby = {by}\nannounced = {day}\n"
        for value, by, day in said
    )


@pytest.mark.parametrize(
    ("direction", "value", "said"),
    [
        ("up", "28.5", "28.5 % in 2024 is about the goal of 30 %, within 5 % of it."),
        ("up", "30", "30 % in 2024 reaches the goal of 30 %."),
        ("up", "33", "33 % in 2024 reaches the goal of 30 %."),
        ("down", "31.5", "31.5 % in 2024 is about the goal of 30 %, within 5 % of it."),
        ("down", "28.5", "28.5 % in 2024 reaches the goal of 30 %."),
        ("keep", "31", "31 % in 2024 is about the goal of 30 %, within 5 % of it."),
    ],
)
def test_what_is_near_enough_is_not_said_to_have_reached_the_goal(
    judge: Judge, direction: str, value: str, said: str
) -> None:
    """About 30 are kept by 28.5; a reader of "28.5 reaches 30" would close the page."""
    text = KEPT.replace('"keep"', f'"{direction}"').replace("60", "30").replace(">=", "~")
    found = judge(text + judge.yearly({2024: value}), on="2025-07-01")
    assert (found.verdict, why(found)) == ("met", said)
    year = text.replace('unit = "%"', 'unit = "%"\nkind = "annual"').replace("2024-12-31", "2024")
    about = why(judge(year + judge.yearly({2024: value}), on="2025-07-01"))
    assert ("is about the 30 % that were promised, within 5 % of it." in about) == ("about" in said)


def test_near_enough_and_slipping_is_not_said_to_have_reached_the_goal(judge: Judge) -> None:
    text = KEPT.replace('"keep"', '"up"').replace("60", "30").replace(">=", "~")
    found = judge(text + judge.yearly({2022: 31, 2024: 29}), on="2025-07-01")
    assert why(found) == (
        "29 % in 2024 is about the goal of 30 %, within 5 % of it, but the recent trend of"
        " -1 pp a year leads away from it."
    )


@pytest.mark.parametrize(
    ("kind", "goal", "facts", "word"),
    [
        ("level", "by = 2024", "--- 2024_2025-03-01\nvalue = 28.5\nbound = '>='", "met"),
        ("annual", "by = 2024", "--- 2024_2025-03-01\nvalue = 28.5\nbound = '>='", "met"),
        ("level", "by = 2028", "--- 2022_2023-03-01\nvalue = 28.6\n\n--- 2023_2024-03-01\n"
         "value = 29\n\n--- 2024_2025-03-01\nvalue = 28.5\nbound = '<='", "met, slipping"),
        ("level", "by = 2023, announced = 2025-06-01",
         "--- 2022_2023-03-01\nvalue = 20\n\n--- 2023_2024-03-01\nvalue = 28.6", "possible"),
    ],
)  # fmt: skip
def test_near_enough_is_enough_is_said_of_limits_and_of_late_goals_too(
    judge: Judge, kind: str, goal: str, facts: str, word: str
) -> None:
    """ "At least 28.5 % in 2024 reaches the goal of 30 %" could be quoted as well."""
    head = RISING.replace('path = "linear"', f'kind = "{kind}"').replace("2020", "2016")
    if kind == "annual":
        head = head.partition("direction")[0] + 'kind = "annual"\n'
    first = "[[target.goal]]\nvalue = 28\nby = 2022\nannounced = 2019-01-01\n"
    last = "[[target.goal]]\n" + f"value = 30, comparator = '~', {goal}\n".replace(", ", "\n")
    text = head + (first if "announced" in goal else "") + last
    said = " The promise was about 30 %: within 5 % of it is enough."
    found = judge(f"{text}\n{facts}\n", on="2026-11-22")
    assert found.verdict == word
    assert said in why(found)
    assert "약 30%를 약속한 목표이므로 5% 이내이면" in why(found, "ko")
    exact = judge(f"{text}\n{facts}\n".replace("value = 30\n", "value = 28\n"), on="2026-11-22")
    assert said not in why(exact)


@pytest.mark.parametrize(
    ("rhythm", "deadline", "word"),
    [
        ("1 year", "2024-06-30", "met"),
        ("1 year", "2024-12-31", "awaiting data"),
        ("3 years", "2025-06-30", "met"),
    ],
)
def test_days_of_a_slow_rhythm_around_a_deadline(
    judge: Judge, rhythm: str, deadline: str, word: str
) -> None:
    """No release is due before the end of the year, or the third one; on that day one is."""
    text = KEPT.replace("\ngoal =", YEARLY.replace("1 year", rhythm))
    text = text.replace("2024-12-31", deadline)
    facts = days({"2023-12-31": 61, "2025-07-02": 62})
    assert judge.word(text + facts, on="2025-08-01") == word


@pytest.mark.parametrize(
    ("rhythm", "word"),
    [
        ("", "awaiting data"),
        (YEARLY, "met"),
        (YEARLY.replace("1 year", "3 months"), "awaiting data"),
    ],
)
def test_what_is_lost_in_the_year_of_the_deadline(judge: Judge, rhythm: str, word: str) -> None:
    """61 before its middle and 50 after it: in a yearly rhythm the 61 is the last one in time."""
    text = KEPT.replace("2024-12-31", "2024-06-30").replace("\ngoal =", rhythm or "\ngoal =")
    assert judge.word(text + judge.yearly({2023: 61, 2024: 50}), on="2025-09-01") == word


def test_when_something_was_lost(judge: Judge) -> None:
    """The last figure that was enough, whether it came first or in between."""
    goal = "goal = { value = 30, by = 2030 }\n"
    found = judge(RISING + goal + judge.yearly({2021: 31, 2022: 32, 2023: 28, 2024: 20}))
    assert ("lost", "2022") in [
        (one.key, str(dict(one.facts).get("period"))) for one in found.flags
    ]
    about = KEPT.replace("60, by = 2024-12-31", "60, by = 2030").replace(">=", "~")
    assert "lost" in judge.flags(about + judge.yearly({2021: 50, 2022: 60, 2023: 70, 2024: 80}))


@pytest.mark.parametrize("base", ["10", "10.3", "10.7", "9.9"])
def test_a_goal_moved_along_its_own_line_is_not_softer(judge: Judge, base: str) -> None:
    """Of the older one nothing is said where both ask for the same in 2023, but for a rounding."""
    text = RISING.replace("value = 10", f"value = {base}")
    first, then = Decimal(base) + 10, Decimal(base) + 20
    text += goals((first, 2025, "2019-01-01"), (then, 2030, "2024-07-01"))
    found = judge(text + judge.yearly({2022: 11, 2023: 12}), on="2024-09-01")
    assert (found.verdict, found.reason.then) == ("behind", ())


def test_a_baseline_of_a_day_without_a_value(judge: Judge) -> None:
    """The series' own value before it starts the path."""
    text = RISING.replace("period = 2020, value = 10", "period = 2022-06-15")
    text += "goal = { value = 30, by = 2030 }\n" + judge.yearly({2021: 12, 2022: 14, 2023: 16})
    found = judge(text)
    assert found.base is not None
    assert (found.base.value, str(found.base.period)) == (12, "2021")


def test_a_series_that_is_not_comparable_and_has_no_figure(judge: Judge) -> None:
    """Nothing is known of it, and that is all there is to say."""
    text = RISING + 'judged_series = "s"\ngoal = { value = 30, by = 2030 }\n'
    found = judge(text + '[[target.series]]\nid = "s"\ncomparable = "no"\n')
    assert (found.verdict, found.reason.key) == ("no data", "no-observation")


def test_of_two_goals_the_one_that_asks_for_more_decides(judge: Judge) -> None:
    """18 in 2024 is enough for 20 by 2025, and for 100 by 2031 if growth is steady.

    Then the older goal asked for more in 2024, and on a straight line the newer one.
    """
    text = RISING.replace('path = "linear"\n', "").replace("2020, value = 10", "2018, value = 1")
    text += goals((20, 2025, "2017-01-01"), (100, 2031, "2026-01-15"))
    found = judge(text + judge.yearly({2024: 18}))
    assert (found.verdict, found.reason.key, found.reason.then) == ("possible", "possible-band", ())
    assert dict(found.expected)["linear"] == pytest.approx(1 + 99 * 6 / 13)


def test_less_than_is_not_reached_at_its_value(judge: Judge) -> None:
    """Nor is 30 on the way to it at its own day."""
    text = RISING.replace('"up"', '"down"').replace("value = 10", "value = 50")
    text += 'goal = { value = 30, by = 2024, comparator = "<" }\n'
    assert judge.word(text + days({"2024-12-31": 30}), on="2024-12-31") == "behind"
    assert judge.word(text + days({"2024-12-31": 29}), on="2024-12-31") == "met"


ROWS = KEPT.replace("goal =", "path = [{ by = 2026, value = 70 }]\ngoal =").replace("2024", "2030")
FORECAST = '\n--- 2026_2026-03-01\nvalue = {}\nstatus = "estimated"\n'


def test_a_forecast_that_is_enough_to_be_kept_and_not_for_the_rows(judge: Judge) -> None:
    """65 is more than 60, and 70 were announced for 2026; no older goal has a say in it."""
    text = ROWS.replace(", comparator", ", announced = 2019-01-01, comparator")
    found = judge(text + judge.yearly({2024: 50, 2025: 52}) + FORECAST.format(65))
    assert (found.verdict, found.reason.key) == ("behind", "behind-path")
    assert [one.key for one in found.reason.then] == ["only-expected"]
    assert dict(found.reason.facts)["expected"] == 70


def test_a_goal_without_a_deadline_leaves_the_paths_to_the_next_one(judge: Judge) -> None:
    """60 some day, and 30 by 2030: 18 are asked for at the end of 2024."""
    first = goals((60, 2030, "2019-01-01")).replace("by = 2030\n", "")
    text = RISING + first + goals((30, 2030, "2026-01-15"))
    assert judge.word(text + judge.yearly({2022: 11, 2024: 13})) == "behind"
    assert judge.word(text + judge.yearly({2022: 11, 2024: 19})) != "behind"


def test_rows_stay_and_the_goal_at_their_end_is_lowered(judge: Judge) -> None:
    """60 were promised when 2024 ended: 45 are 15 short of that, whatever was said afterwards."""
    text = RISING.replace('path = "linear"', "path = [{ by = 2022, value = 20 }]")
    text += goals((60, 2024, "2019-01-01"), (50, 2024, "2025-03-01"))
    found = judge(text + judge.yearly({2022: 30, 2024: 45}))
    assert (found.verdict, dict(found.reason.facts)["gap"]) == ("missed", -15)
    assert [one.key for one in found.reason.then] == ["by-older-goal"]


def test_rows_are_what_a_figure_to_be_kept_is_short_of(judge: Judge) -> None:
    """15 is less than the 20 of the rows; that of two goals both are higher changes nothing."""
    text = ROWS.replace("2026, value = 70", "2024, value = 20").partition("goal =")[0]
    text += goals((40, 2030, "2019-01-01"), (30, 2030, "2026-01-15"))
    found = judge(text + judge.yearly({2022: 13, 2024: 15}))
    assert (found.verdict, dict(found.reason.facts)["expected"]) == ("behind", 20)


def test_a_surplus_that_becomes_the_deficit_that_is_meant(judge: Judge) -> None:
    """From 3 to -3, of which about -3 is to be kept: the forecast is at the goal."""
    text = KEPT.replace("60, by = 2024-12-31", "-3, by = 2030").replace(">=", "~")
    facts = judge.yearly({2023: 3, 2024: 3, 2025: 3}) + FORECAST.format(-3)
    assert judge.word(text + facts) == "on track"


def test_every_second_year_around_the_end_of_another(judge: Judge) -> None:
    """A figure of the deadline's own year would fit in between."""
    text = KEPT.replace("\ngoal =", YEARLY.replace("1 year", "2 years"))
    assert judge.word(text + judge.yearly({2023: 61, 2025: 62})) == "awaiting data"


def test_a_goal_that_was_raised_is_the_measure_of_what_is_short_of_both(judge: Judge) -> None:
    text = RISING + goals((20, 2024, "2019-01-01"), (30, 2024, "2025-01-15"))
    found = judge(text + judge.yearly({2022: 12, 2024: 15}))
    assert (found.verdict, dict(found.reason.facts)["gap"]) == ("missed", -15)


def test_what_was_to_be_kept_before_the_goal_was_moved(judge: Judge) -> None:
    """2.6 is what is to be kept now, and 2 was when it was measured."""
    text = KEPT.partition("goal =")[0]
    text += goals((2, 2030, "2019-01-01"), (3, 2030, "2026-02-15"))
    found = judge(text + judge.yearly({2023: 2, 2025: 3}))
    assert (found.verdict, found.reason.key) == ("wrong way", "wrong-way")
    assert (found.expected, found.gap_to_path) == ((("linear", 2.0),), (("linear", 1.0),))


def test_a_forecast_on_the_other_side_of_what_is_to_be_kept(judge: Judge) -> None:
    """From 50 to 61, where 60 is meant: nearer to it, and beyond it."""
    text = KEPT.replace("2024-12-31", "2030").replace(">=", "=")
    found = judge(text + judge.yearly({2023: 50, 2024: 50, 2025: 50}) + FORECAST.format(61))
    assert (found.verdict, found.reason.key) == ("behind", "behind-beyond")


@pytest.mark.parametrize(
    ("baseline", "figures", "start"),
    [
        ("2022-03-13", {"2022-03-10": 12, "2022-03-20": 13}, 1),  # one day among others
        ("2024-03-17", {"2024-W10": 12, "2024-W12": 13}, 1),  # a Sunday, as good as its week
        ("2024-03-15", {"2024-W10": 12, "2024-W12": 13}, 12),
    ],
)
def test_what_was_said_of_a_day_between_two_figures(
    judge: Judge, baseline: str, figures: dict[int | str, object], start: int
) -> None:
    text = RISING.replace("period = 2020, value = 10", f"period = {baseline}, value = 1")
    text += "goal = { value = 30, by = 2030 }\n" + judge.yearly(figures)
    found = judge(text)
    assert found.base is not None
    assert found.base.value == start


def test_a_provisional_figure_that_was_too_small_is_named(judge: Judge) -> None:
    """Though a later one is final."""
    text = RISING + "goal = { value = 30, by = 2024 }\n" + judge.yearly({2022: 12, 2025: 29})
    found = judge(text + "\n--- 2024_2025-03-01\nvalue = 28\nstatus = 'provisional'\n")
    assert (found.verdict, "provisional-part" in judge.keys(found)) == ("missed", True)


def test_the_days_own_estimate_of_a_single_day_is_no_forecast(judge: Judge) -> None:
    """It may reach a goal, and nothing is said of a forecast."""
    text = RISING + "goal = { value = 30, by = 2024-12-31 }\n"
    text += "\n--- 2024-12-31_2024-12-31\nvalue = 31\nstatus = 'estimated'\n"
    found = judge(text, on="2025-02-01")
    assert (found.verdict, "estimated" in judge.keys(found)) == ("met", False)


def test_a_goal_moved_along_its_own_curve_is_not_softer(judge: Judge) -> None:
    """From 1 to 3 in ten years and to 9 in twenty: as much on the curve, and more on the line."""
    text = RISING.replace('path = "linear"\n', "").replace("value = 10", "value = 1")
    text += goals((3, 2030, "2019-01-01"), (9, 2040, "2026-01-15"))
    found = judge(text + judge.yearly({2024: 5}))
    assert (found.verdict, found.reason.then, found.path_goal) == ("on track", (), None)


def test_a_forecast_of_the_deadlines_year_ends_after_a_deadline_within_it(judge: Judge) -> None:
    """31 are expected for the end of December, and 30 were promised for June."""
    text = RISING + "goal = { value = 30, by = 2024-06-30 }\n" + judge.yearly({2023: 20})
    text = text.replace("2023_2024-06-01", "2023_2024-02-01")
    forecast = "\n--- 2024_2024-05-01\nvalue = 31\nstatus = 'estimated'\n"
    found = judge(text + forecast, on="2024-05-15")
    assert found.latest is not None
    assert (found.verdict, str(found.latest.period)) == ("behind", "2023")


def test_a_goal_that_never_moved_is_no_older_one(judge: Judge) -> None:
    text = RISING + goals((30, 2024, "2021-01-01")) + judge.yearly({2024: 20})
    found = judge(text)
    assert (found.verdict, found.reason.then) == ("missed", ())


def test_a_figure_on_which_the_path_starts_meets_the_goal(judge: Judge) -> None:
    """The baseline was said of the next year, and of another series: the start was moved back."""
    text = RISING.replace("period = 2020", "period = 2024").replace(
        'path = "linear"', 'judged_series = "survey"'
    )
    text += 'goal = { value = 30, by = 2030 }\n[[target.series]]\nid = "survey"\n'
    found = judge(text + judge.yearly({2022: 20, 2023: 35}, "survey/"), on="2024-09-01")
    assert found.base is not None
    assert (found.verdict, str(found.base.period)) == ("met", "2023")


def test_a_day_of_a_rhythm_of_years_decides_though_a_year_would_fit_in(judge: Judge) -> None:
    """The next release is due in 2026, and the deadline is the end of 2024."""
    text = RISING.replace('path = "linear"', 'cadence = "3 years"\nlag = "1 month"')
    text += "goal = { value = 30, by = 2024-12-31 }\n" + days({"2020-06-30": 12, "2023-06-30": 20})
    found = judge(text, on="2025-03-01")
    assert (found.verdict, found.reason.key) == ("missed", "missed")


def test_a_forecast_where_the_path_begins_hides_no_earlier_figure(judge: Judge) -> None:
    """9 of 2019 stays, and of 2020 there is the baseline alone."""
    text = RISING + "goal = { value = 30, by = 2030 }\n"
    text += "\n--- 2019_2020-02-01\nvalue = 9\n"
    text += "\n--- 2020_2020-03-01\nvalue = 12\nstatus = 'estimated'\n"
    found = judge(text, on="2020-09-01")
    assert found.case is not None
    points = [(str(one.period), one.value) for one in found.case.points]
    assert points == [("2019", 9), ("2020", 10)]
    assert (found.expected, found.slack_months) == ((), None)  # 12 is not held against the start


@pytest.mark.parametrize(("expected", "word"), [("2020", "baseline only"), ("2021", "on track")])
def test_a_forecast_of_the_baselines_own_time_is_measured_by_no_earlier_start(
    judge: Judge, expected: str, word: str
) -> None:
    """14 was told of 2020 before it was over: once it is measured, the path starts there."""
    text = RISING.replace("period = 2020, value = 10", "period = 2020")
    text += "goal = { value = 30, by = 2030 }\n" + judge.yearly({2019: 9})
    text += f"\n--- {expected}_{expected}-11-01\nvalue = 14\nstatus = 'estimated'\n"
    assert judge.word(text, on=f"{expected}-12-01") == word


def test_an_announced_goal_that_is_expected_to_be_lost(judge: Judge) -> None:
    """31 of 2024 are enough, and 20 are expected of 2026."""
    text = RISING + goals((30, 2030, "2019-01-01")) + judge.yearly({2024: 31})
    assert judge.word(text) == "met"
    assert judge.word(text + FORECAST.format(20)) == "wrong way"


def test_an_announced_goal_of_what_was_to_be_kept_until_a_day(judge: Judge) -> None:
    """61 a year before it and 62 half a year after it: nobody knows what was in between."""
    text = KEPT.replace('comparator = ">="', 'comparator = ">=", announced = 2021-01-01')
    facts = days({"2023-12-31": 61, "2025-07-02": 62})
    assert judge.word(text + facts, on="2025-08-01") == "awaiting data"


def test_a_goal_that_was_given_a_deadline_is_no_softer(judge: Judge) -> None:
    """30 some day, and then 30 by 2030."""
    first = goals((30, 2030, "2019-01-01")).replace("by = 2030\n", "")
    text = RISING + first + goals((30, 2030, "2026-01-15"))
    found = judge(text + judge.yearly({2022: 15, 2024: 20}))
    assert (found.verdict, found.reason.then, found.path_goal) == ("on track", (), None)


def test_a_figure_from_before_the_baseline_is_not_said_to_fall_short(judge: Judge) -> None:
    """7.2 was beyond the goal of 15 once; 21 since then."""
    text = STRAIGHT.replace('"up"', '"down"').replace("period = 2020, value = 10", "period = B")
    text = text.replace("B", "2021-12-31, value = 21").replace("30, by = 2030", "15, by = 2024")
    text += "--- 2021-06-30_2021-08-01\nvalue = 7.2\n\n--- 2025_2026-02-01\nvalue = 17.8\n"
    found = judge(text, on="2026-06-01")
    assert (found.verdict, found.reason.key) == ("missed", "missed-before-base")


def test_what_is_awaited_beside_a_forecast_of_it(judge: Judge) -> None:
    """That it is not recorded, and what is."""
    text = STRAIGHT.replace("by = 2030", "by = 2024")
    expected = "--- 2024_2024-03-01\nvalue = 31\nstatus = 'estimated'\n\n"
    found = judge(text + expected, on="2025-03-01")
    assert (found.verdict, found.reason.key) == ("awaiting data", "awaiting-none")
    found = judge(text + expected + "--- 2022_2023-02-01\nvalue = 14\n", on="2025-03-01")
    assert (found.verdict, found.reason.key) == ("awaiting data", "awaiting-since")
    assert [one.key for one in found.reason.then] == ["only-expected"]
    found = judge(text + "--- 2022_2023-02-01\nvalue = 14\n", on="2025-03-01")
    assert found.reason.then == ()


@pytest.mark.parametrize(("later", "value", "asked"), [
    ((20, "2026-06-01"), 25, 30.0),  # less than what was promised at its time
    ((30, "2026-06-01"), 31, 30.0),  # after the deadline that there was at its time
    ((30, "2024-06-01"), 25, None), ((20, "2024-06-01"), 25, None),
])  # fmt: skip
def test_what_is_beyond_a_goal_without_a_deadline_and_not_met_says_why(
    judge: Judge, later: tuple[int, str], value: int, asked: float | None
) -> None:
    """Due in 2023, and then some day. "+5 points from the goal" alone would be no reason."""
    goal, announced = later
    text = RISING + goals((30, 2023, "2020-01-01"))
    text += goals((goal, 2030, announced)).replace("by = 2030\n", "")
    found = judge(text + judge.yearly({2022: 15, 2025: value}))
    assert found.verdict == ("met" if asked is None and value >= goal else "open")
    assert [dict(one.facts)["goal"] for one in found.reason.then] == ([asked] if asked else [])


@pytest.mark.parametrize(
    ("expected", "said"),
    [(34, "met"), (33, "met"), (32, "met, slipping"), (30, "met, slipping"), (29, "wrong way")],
)
def test_a_fall_that_is_expected_makes_what_was_met_slip(
    judge: Judge, expected: int, said: str
) -> None:
    """As the same figure does once it is measured."""
    text = KEPT.replace("keep", "up").replace("2024-12-31", "2030").replace("60", "30")
    text += "\n--- 2024_2025-02-01\nvalue = 33\n"
    ahead = f"\n--- 2025_2025-11-01\nvalue = {expected}\nstatus = 'estimated'"
    assert judge.word(text + ahead, on="2025-12-01") == said
    measured = f"\n--- 2025_2026-02-01\nvalue = {expected}\n"
    assert judge.word(text + measured, on="2026-03-01") == said


@pytest.mark.parametrize(("head", "period", "value", "on"), [
    ('direction = "up"\nbaseline = { period = 2020, value = 10 }', "2024", "28.4999", "2025-09-01"),
    ('direction = "keep"', "2024", "31.50001", "2025-09-01"),
    ('direction = "keep"', "2023", "31.50001", "2024-09-01"),
    ('kind = "annual"', "2024", "28.4999", "2025-09-01"),
])  # fmt: skip
def test_what_is_short_of_about_a_goal_does_not_read_as_if_it_were_not(
    judge: Judge, head: str, period: str, value: str, on: str
) -> None:
    """28.5 and 31.5 are about 30."""
    text = f'[[target]]\nid = "x"\ntitle = "X"\nunit = "%"\n{head}\n'
    text += 'goal = { value = 30, comparator = "~", by = 2024 }\n'
    found = judge(text + f"\n--- {period}_{int(period) + 1}-02-01\nvalue = {value}\n", on=on)
    assert found.light == "bad"
    assert f"{value} %" in why(found)
