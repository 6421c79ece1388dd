"""What was known by a day: goals, vintages, series, statuses, bounds and the baseline in force."""

from __future__ import annotations

import datetime as dt

import pytest

from kpi.assess.board import assess
from kpi.assess.status import Status, status
from tests.assess.conftest import Judge

AI = """
[[target]]
id = "x"
title = "Companies using AI"
unit = "%"
direction = "up"
ceiling = 100
judged_series = "survey"
baseline = { period = 2023-01-13, value = 1 }
goal = { value = 30, by = 2030, announced = 2023-01-13 }
[[target.series]]
id = "survey"
"""

MOVED = """
[[target]]
id = "x"
title = "AI factories"
unit = "factories"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 0 }
[[target.goal]]
announced = 2021-01-01
value = 1000
by = 2030
[[target.goal]]
announced = 2026-07-01
value = 500
by = 2030
"""


def value(status: Status) -> object:
    return None if status.latest is None else float(status.latest.value)


# ------------------------------------------------------------------------------------ vintages


REVISED = """
--- 2022_2023-03-01
value = 14
status = "provisional"
--- 2022_2024-03-01
value = 13
--- 2022_2024-03-01_r2
value = 12
note = "the row above was read"
"""


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2023-02-28", None), ("2023-03-01", 14), ("2024-02-29", 14), ("2024-03-01", 12)],
)
def test_the_latest_vintage_by_as_of_counts(
    judge: Judge, as_of: str, expected: float | None
) -> None:
    """A value counts from the day of its publication on, a correction in place of the error."""
    assert value(judge(judge.straight + REVISED, on="2024-06-01", as_of=as_of)) == expected


def test_replaced_vintages_stay_visible(judge: Judge) -> None:
    """Nothing recorded vanishes: both earlier records of 2022 are shown as replaced."""
    (line,) = judge(judge.straight + REVISED, on="2024-06-01").lines
    assert [float(one.value) for one in line.replaced] == [14, 13]


def test_the_order_in_which_vintages_are_given_does_not_matter(judge: Judge) -> None:
    """The correction counts, even if it comes first."""
    found = judge.book(judge.straight + REVISED)
    (target,), day = found.targets, dt.date(2024, 6, 1)
    one = status(target, found.observations["x"], {}, day, day)
    other = status(target, found.observations["x"][::-1], {}, day, day)
    assert one == other
    assert one is not None
    assert value(one) == 12


def test_a_value_published_later_is_used_for_an_earlier_day(judge: Judge) -> None:
    """on < as_of: 2022 is judged for July 2023 with the figure of 2024, never with 2023's own."""
    text = judge.straight + REVISED + judge.yearly({2023: 20})
    assert value(judge(text, on="2023-07-01", as_of="2024-06-30")) == 12


def test_a_replay_says_that_it_is_one(judge: Judge) -> None:
    """on > as_of is marked; on = as_of and on < as_of are not."""
    text = judge.straight + REVISED
    assert "not-current" in judge.flags(text, on="2024-06-01", as_of="2024-05-31")
    assert "not-current" not in judge.flags(text, on="2024-06-01")
    assert "not-current" not in judge.flags(text, on="2024-06-01", as_of="2024-06-02")


def test_periods_that_end_on_one_day_are_one_value(judge: Judge) -> None:
    """The year 2024 and its December end together: the later publication counts, here the year."""
    text = (
        judge.straight
        + """
--- 2024-12_2025-01-20
value = 11
--- 2024_2025-06-01
value = 12
"""
    )
    status = judge(text)
    assert value(status) == 12
    assert status.case is not None
    assert [point.value for point in status.case.points] == [10, 12]


def test_of_two_kinds_the_one_of_most_figures_is_judged(judge: Judge) -> None:
    """In a quarterly series the last quarter, though the year was published before it."""
    quarters = {"2024-Q1": 11, "2024-Q2": 12, "2024-Q3": 13}
    year, last = "\n--- 2024_2025-01-10\nvalue = 50", "\n--- 2024-Q4_2025-02-10\nvalue = 14"
    found = judge(judge.straight + judge.yearly({**quarters}) + year + last)
    assert found.latest is not None
    assert (str(found.latest.period), value(found)) == ("2024-Q4", 14)
    assert [str(one.period) for one in found.lines[0].uncounted] == ["2024"]


def test_kinds_of_periods_mix_in_one_series(judge: Judge) -> None:
    """From the year 2020 to the month 2024-06 it is 1,277 days: 1277 / 365.25 years."""
    status = judge(judge.straight + "\n--- 2024-06_2024-08-01\nvalue = 17\n")
    assert status.pace.so_far == pytest.approx(7 / (1277 / 365.25))
    # To the year 2030 it is 2,375 days.
    assert status.pace.needed == pytest.approx(13 / (2375 / 365.25))


# --------------------------------------------------------------- statuses, forecasts and bounds


@pytest.mark.parametrize("status", ["planned", "enacted"])
def test_a_plan_is_shown_and_not_judged(judge: Judge, status: str) -> None:
    """A plan of 40 for last year is no green light, and says so."""
    text = judge.straight + f'\n--- 2025_2025-01-01\nvalue = 40\nstatus = "{status}"\n'
    found = judge(text)
    assert (found.verdict, found.reason.key) == ("no data", "only-plans")
    assert [float(one.value) for one in found.lines[0].uncounted] == [40]


@pytest.mark.parametrize("status", ["planned", "enacted"])
def test_a_target_may_count_budgets_and_then_says_so(judge: Judge, status: str) -> None:
    """A target whose only figures are budgets is judged by them; the verdict carries the word."""
    text = judge.straight.replace("path =", f'counts = ["final", "{status}"]\npath =')
    found = judge(text + f'\n--- 2025_2025-01-01\nvalue = 40\nstatus = "{status}"\n')
    assert (found.verdict, judge.keys(found)[0]) == ("met", status)


@pytest.mark.parametrize("status", ["final", "provisional", "estimated", "derived"])
def test_results_of_every_other_status_are_judged(judge: Judge, status: str) -> None:
    """2 a year since 2020 is 20 by 2025."""
    text = judge.straight + f'\n--- 2025_2026-03-01\nvalue = 20\nstatus = "{status}"\n'
    assert judge.word(text) == "on track"


def test_a_forecast_counts_if_its_period_had_begun(judge: Judge) -> None:
    """In February an estimate for the running 2026 does count; one for 2027 never does."""
    text = (
        judge.straight
        + """
--- 2026_2026-02-01
value = 20
status = "estimated"
--- 2027_2026-02-01
value = 40
status = "estimated"
"""
    )
    for day in ("2026-02-01", "2026-12-31", "2027-01-01", "2028-01-01"):
        assert value(judge(text, on=day)) == 20


def test_a_forecast_never_says_met(judge: Judge) -> None:
    """40 is more than 30, but was expected in February, and nobody has measured it since."""
    text = judge.straight + '\n--- 2026_2026-02-01\nvalue = 40\nstatus = "estimated"\n'
    assert judge.word(text, on="2026-12-30") == "on track"
    assert judge.word(text, on="2026-12-31") == "on track"
    assert judge.word(text, on="2031-02-01") == "awaiting data"
    measured = text + "\n--- 2025_2026-01-10\nvalue = 35\n"
    assert judge.word(measured, on="2026-12-31") == "met"
    assert judge.word(measured.replace("value = 40", "value = 20"), on="2026-12-31") != "met"


def test_a_forecast_of_a_time_after_the_deadline_is_not_judged(judge: Judge) -> None:
    """The year 2026 ends after a deadline in June: its estimate shows nothing about June."""
    text = judge.straight.replace("by = 2030", 'by = "2026-06"')
    text += '\n--- 2026_2026-02-01\nvalue = 40\nstatus = "estimated"\n'
    assert judge.word(text, on="2026-03-01") == "no data"


def test_a_bound_that_shows_the_goal_is_met_counts(judge: Judge) -> None:
    """'More than 30' meets 'at least 30'."""
    found = judge(judge.straight + '\n--- 2025_2026-03-01\nvalue = 30\nbound = ">="\n')
    assert (found.verdict, value(found), found.gap_to_goal) == ("met", 30, 0)


@pytest.mark.parametrize(
    ("bound", "number"), [(">=", 29), ("<=", 30), ("<=", 40), (">=", 20), ("<=", 20)]
)
def test_no_other_bound_counts(judge: Judge, bound: str, number: int) -> None:
    """'At least 29' may be 29, and 'at most 40' may be nothing: neither is a value of the path."""
    found = judge(judge.straight + f'\n--- 2025_2026-03-01\nvalue = {number}\nbound = "{bound}"\n')
    assert (found.verdict, found.reason.key) == ("no data", "only-bounds")


def test_a_strict_goal_needs_more_than_the_bound(judge: Judge) -> None:
    """'At least 30' does not show 'more than 30'; 'at least 31' does."""
    strict = judge.straight.replace("by = 2030", 'by = 2030, comparator = ">"')
    bound = '\n--- 2025_2026-03-01\nvalue = {}\nbound = ">="\n'
    assert judge.word(strict + bound.format(30)) == "no data"
    assert judge.word(strict + bound.format(31)) == "met"


def test_a_bound_is_no_point_of_any_slope(judge: Judge) -> None:
    """From 35 to 'at least 31' nothing is known to have fallen, and no pace is shown."""
    text = judge.straight + judge.yearly({2024: 35})
    found = judge(text + '\n--- 2025_2026-03-01\nvalue = 31\nbound = ">="\n')
    assert (found.verdict, found.pace.so_far, found.share_of_way) == ("met", None, None)
    assert found.expected == ()
    assert "last-value-fell" not in judge.keys(found)


def test_a_bound_between_values_is_no_point(judge: Judge) -> None:
    """30, at least 30 and then 22: the points are 10 (base), 30 and 22."""
    text = judge.straight + judge.yearly({2023: 30, 2025: 22})
    found = judge(text + '\n--- 2024_2025-03-01\nvalue = 30\nbound = ">="\n')
    assert found.case is not None
    assert [point.value for point in found.case.points] == [10, 30, 22]


@pytest.mark.parametrize(
    ("comparator", "bound", "number", "word"),
    [(">=", ">=", 50, "met"), ("<=", "<=", 50, "met"), ("~", ">=", 50, "no data"),
     (">", ">=", 50, "no data"), (">", ">=", 51, "met"), ("<", "<=", 49, "met"),
     ("<=", ">=", 50, "no data")],
)  # fmt: skip
def test_bounds_of_what_is_to_be_kept(
    judge: Judge, comparator: str, bound: str, number: int, word: str
) -> None:
    """A limit is shown to be kept by a bound on its own side, an amount by none."""
    text = f"""
[[target]]
id = "x"
title = "Kept"
unit = "points"
direction = "keep"
goal = {{ value = 50, by = 2030, comparator = "{comparator}" }}
--- 2025_2026-03-01
value = {number}
bound = "{bound}"
"""
    assert judge.word(text) == word


def test_a_bound_older_than_a_softer_goal_must_meet_both(judge: Judge) -> None:
    """'At least 500' of 2025 met nothing in 2025; 'at least 1000' did."""
    bound = '\n--- 2025_2026-03-01\nvalue = {}\nbound = ">="\n'
    assert judge.word(MOVED + bound.format(500)) == "no data"
    assert judge.word(MOVED + bound.format(1000)) == "met"


# ------------------------------------------------------------------------------------- series


def test_another_series_is_never_judged(judge: Judge) -> None:
    """40 % in a register says nothing about the survey."""
    text = AI + '[[target.series]]\nid = "register"\n' + judge.yearly({2025: 40}, "register/")
    found = judge(text)
    assert (found.verdict, found.reason.key) == ("cannot judge", "judged-series-empty")
    assert (found.latest, found.gap_to_goal) == (None, None)


def test_no_slope_crosses_from_one_series_to_another(judge: Judge) -> None:
    """The other series' 2 % of 2022 is no point of the survey's line."""
    text = AI + '[[target.series]]\nid = "register"\n'
    text += judge.yearly({2022: 2}, "register/") + judge.yearly({2024: 6, 2025: 8}, "survey/")
    found = judge(text)
    assert found.case is not None
    assert [point.value for point in found.case.points] == [6, 8]


# ----------------------------------------------------------------------------------- baseline


def test_a_foreign_baseline_gives_way_to_the_series_own_value(judge: Judge) -> None:
    """'1 %' was announced in January 2023; the survey says 4.2 % for 2022: the path starts there.

    From 4.2 (2022) to 30 (2030) a straight line is at 4.2 + 25.8 * 3/8 = 13.875 in 2025.
    """
    found = judge(AI + judge.yearly({2022: 4.2, 2025: 8}, "survey/"))
    assert found.rebased
    assert found.base is not None
    assert (str(found.base.period), found.base.value) == ("2022", 4.2)
    assert dict(found.expected)["linear"] == pytest.approx(13.875)
    (flag,) = (flag for flag in found.flags if flag.key == "rebased")
    assert dict(flag.facts)["stated"] == 1.0
    assert dict(flag.facts)["base"] == 4.2


def test_a_rebased_path_is_no_false_green(judge: Judge) -> None:
    """4.5 % in 2024 is ahead of the logistic path from the announced 1 %, and behind from 4.2 %."""
    own = AI.replace("value = 1 }", 'value = 1, series = "survey" }')
    values = judge.yearly({2024: 4.5}, "survey/")
    assert judge.word(own + values) == "possible"
    assert judge.word(AI + judge.yearly({2022: 4.2}, "survey/") + values) == "stalled"
    # 0.15 a year of the 4.25 needed is under a tenth; 6.5 in 2024 is 1.15 of 3.9, but behind:
    # linear 4.2 + 25.8/4 = 10.65; logistic L = -3.1272 + (2.2799)/4 = -2.5573, 7.19.
    assert judge.word(AI + judge.yearly({2022: 4.2, 2024: 6.5}, "survey/")) == "behind"
    assert judge.word(AI + judge.yearly({2022: 4.2, 2024: 7.3}, "survey/")) == "possible"


def test_without_the_period_the_nearest_earlier_value_is_the_base(judge: Judge) -> None:
    """The baseline is of 2023-01-13: of 2018, 2021 and 2024 it is 2021's."""
    found = judge(AI + judge.yearly({2018: 2.8, 2021: 3.5, 2024: 7}, "survey/"))
    assert found.base is not None
    assert str(found.base.period) == "2021"


def test_without_an_earlier_value_the_first_is_the_base(judge: Judge) -> None:
    """A survey that began in 2024 can be judged from 2024 on, and from nothing before."""
    found = judge(AI + judge.yearly({2024: 7, 2025: 9}, "survey/"))
    assert found.base is not None
    assert str(found.base.period) == "2024"
    assert judge.word(AI + judge.yearly({2024: 40 - 15}, "survey/")) == "baseline only"


def test_a_baseline_that_names_the_judged_series_belongs_to_it(judge: Judge) -> None:
    """It is a point of the series: the slope from 1 to 8 is taken."""
    found = judge(AI.replace("value = 1 }", 'value = 1, series = "survey" }')
                  + judge.yearly({2025: 8}, "survey/"))  # fmt: skip
    assert not found.rebased
    assert found.case is not None
    assert [point.value for point in found.case.points] == [1, 8]


def test_a_baseline_of_main_belongs_to_main_alone(judge: Judge) -> None:
    """A baseline that names another series is foreign in `main`, too."""
    text = judge.straight.replace("value = 10 }", 'value = 10, series = "other" }')
    text += '[[target.series]]\nid = "other"\n' + judge.yearly({2019: 12, 2025: 20})
    found = judge(text)
    assert found.rebased
    assert found.base is not None
    assert found.base.value == 12


def test_a_revised_baseline_wins_over_the_statement(judge: Judge) -> None:
    """The series was revised to 14 for 2020: the path from there is 14 + 16/2 = 22 in 2025."""
    text = judge.straight + judge.yearly({2020: 14, 2025: 21})
    found = judge(text)
    assert "rebased" in judge.keys(found)
    assert dict(found.expected)["linear"] == pytest.approx(22)
    assert found.verdict == "behind"
    assert judge.word(judge.straight + judge.yearly({2020: 10, 2025: 21})) == "on track"


def test_the_same_value_is_no_rebasing(judge: Judge) -> None:
    """10 and 10.0 are one number."""
    assert "rebased" not in judge.flags(judge.straight + judge.yearly({2020: "10.0", 2025: 21}))


def test_a_baseline_without_a_value_takes_the_series_own(judge: Judge) -> None:
    """`baseline = { period = 2020 }` is what the series says for 2020; that is no rebasing."""
    text = judge.straight.replace("period = 2020, value = 10", "period = 2020")
    found = judge(text + judge.yearly({2020: 10, 2025: 20}))
    assert (found.verdict, judge.keys(found).count("rebased-period")) == ("on track", 0)
    lacking = judge(text + judge.yearly({2021: 12, 2025: 20}))
    assert "rebased-period" in judge.keys(lacking)
    assert lacking.base is not None
    assert str(lacking.base.period) == "2021"


def test_a_baseline_without_value_or_observation_is_none(judge: Judge) -> None:
    """Nothing to start from and nothing to judge."""
    text = judge.straight.replace("period = 2020, value = 10", "period = 2020")
    found = judge(text)
    assert (found.verdict, found.base) == ("no data", None)


# -------------------------------------------------------------------------------- moved goals


def test_the_last_goal_announced_by_as_of_is_judged(judge: Judge) -> None:
    """On the eve of the softer goal it is still a thousand."""
    text = MOVED + judge.yearly({2025: 300})
    assert float(judge(text, on="2026-06-30").goal.value) == 1000
    assert float(judge(text, on="2026-07-01").goal.value) == 500


def test_a_goal_that_says_judged_wins_once_it_is_announced(judge: Judge) -> None:
    """`judged = true` on a goal of 2026-07-01 does nothing the day before."""
    text = MOVED.replace("value = 1000", "value = 1000\njudged = true")
    assert float(judge(text, on="2026-07-02").goal.value) == 1000
    text = MOVED.replace("value = 500", "value = 500\njudged = true")
    assert float(judge(text, on="2026-06-30").goal.value) == 1000


def test_a_softened_goal_is_not_applied_to_the_time_before(judge: Judge) -> None:
    """300 in 2025 is on the way to 500 (250) and short of the way to 1000 (500), then in force."""
    found = judge(MOVED + judge.yearly({2025: 300}), on="2026-07-02")
    assert (found.verdict, dict(found.expected)) == ("behind", {"linear": pytest.approx(500)})
    assert found.path_goal is not None
    assert float(found.path_goal.value) == 1000
    assert found.gap_to_goal == -200  # the gap is to the judged goal
    assert "goal-moved" in judge.keys(found)


def test_a_figure_after_the_announcement_is_judged_by_the_new_goal(judge: Judge) -> None:
    """310 in 2026 is on the way to 500: 500 * 6/10 = 300."""
    found = judge(MOVED + judge.yearly({2025: 300, 2026: 310}), on="2027-07-01")
    assert (found.verdict, found.path_goal) == ("on track", None)


def test_lowering_the_bar_below_an_old_figure_does_not_meet_it(judge: Judge) -> None:
    """550 of 2025 did not meet 1000 in 2025; on the path of that time it is ahead of 500."""
    text = MOVED + judge.yearly({2025: 450})
    assert judge.word(text.replace("value = 500", "value = 400"), on="2026-07-02") == "behind"
    later = text.replace("value = 500", "value = 400") + judge.yearly({2026: 460})
    assert judge.word(later, on="2027-07-01") == "met"


def test_a_postponed_deadline_is_softer(judge: Judge) -> None:
    """1000 by 2040 in place of 2030: 400 in 2025 stays short of the 500 that were asked then."""
    text = MOVED.replace("value = 500\nby = 2030", "value = 1000\nby = 2040")
    assert judge.word(text + judge.yearly({2025: 400}), on="2026-07-02") == "behind"


def test_a_hardened_goal_applies_at_once(judge: Judge) -> None:
    """2000 by 2030 asks for 1000 in 2025."""
    text = MOVED.replace("value = 500", "value = 2000")
    found = judge(text + judge.yearly({2025: 600}), on="2026-07-02")
    assert (found.verdict, dict(found.expected)) == ("behind", {"linear": pytest.approx(1000)})


def test_a_value_at_the_older_goal_on_its_day_is_on_its_path(judge: Judge) -> None:
    """30 in 2030 was all that was asked for by then; 40 by 2050 was announced a year later."""
    text = judge.straight.partition("goal = ")[0]
    text += "[[target.goal]]\nvalue = 30\nby = 2030\nannounced = 2021-01-01\n"
    text += "[[target.goal]]\nvalue = 40\nby = 2050\nannounced = 2031-07-01\n"
    text += judge.yearly({2028: 26, 2030: 30})
    assert judge.word(text, on="2031-11-22") == "on track"


def test_a_value_at_a_goal_that_was_softened_in_retrospect(judge: Judge) -> None:
    """20 is what the announced path asks for in 2027, on whose last day nothing is missed yet."""
    text = judge.straight.partition("goal = ")[0]
    text = text.replace('"linear"', "[{ by = 2027, value = 20 }]")
    text += "[[target.goal]]\nvalue = 30\nby = 2030\nannounced = 2021-01-01\n"
    text += "[[target.goal]]\nvalue = 20\nby = 2027\nannounced = 2028-02-01\n"
    text += judge.yearly({2025: 18}) + "\n--- 2027_2028-01-10\nvalue = 20\n"
    assert judge.word(text, on="2027-12-31", as_of="2028-03-01") == "on track"


def test_before_the_first_announcement_the_first_goal_holds(judge: Judge) -> None:
    """A figure older than every goal is not flattered by the last and softest one."""
    text = MOVED.replace("announced = 2021-01-01", "announced = 2026-01-15")
    found = judge(text + judge.yearly({2025: 300}), on="2026-07-02")
    assert (found.verdict, dict(found.expected)) == ("behind", {"linear": pytest.approx(500)})


def test_a_goal_that_was_overdue_when_it_was_postponed(judge: Judge) -> None:
    """1000 by 2020 had lapsed; 300 in 2025 is short of it, whatever was promised a year later."""
    text = MOVED.replace("value = 1000\nby = 2030", "value = 1000\nby = 2020")
    found = judge(text + judge.yearly({2025: 300}), on="2026-07-02")
    assert (found.verdict, dict(found.expected)) == ("behind", {"linear": pytest.approx(1000)})


def test_a_retroactive_softening_does_not_undo_a_miss(judge: Judge) -> None:
    """The deadline was 2025 with 1000; half a year later 500 were said to be enough."""
    text = MOVED.replace("by = 2030", "by = 2025") + judge.yearly({2024: 500, 2025: 600})
    found = judge(text, on="2026-07-02")
    assert (found.verdict, dict(found.reason.facts)["gap"]) == ("missed", -400)


@pytest.mark.parametrize(
    ("values", "on", "verdict"),
    [
        ({2023: 18, 2024: 31}, "2025-07-31", "missed"),
        ({2023: 18, 2024: 31}, "2025-08-01", "possible"),
        ({2024: 31}, "2025-08-01", "possible"),
        ({2022: 31, 2023: 29, 2024: 31}, "2025-08-01", "possible"),
        ({2023: 30, 2024: 31}, "2025-08-01", "met"),  # that was in time
        ({2023: 18, 2024: 31, 2025: 32}, "2026-07-01", "met"),  # of the time of the new goal
        ({2023: 18, 2024: 31}, "2027-07-01", "possible"),
    ],
)
@pytest.mark.parametrize(
    ("start", "then"),
    [
        ("baseline = { period = 2020, value = 0 }\n", "value = 30\nby = 2026"),
        ("baseline = { period = 2020, value = 0 }\n", "value = 31\nby = 2027"),
        ("", "value = 30\nby = 2026"),
    ],
)
def test_what_was_reached_too_late_is_not_met_by_putting_the_deadline_off(
    judge: Judge, values: dict[int, float], on: str, verdict: str, start: str, then: str
) -> None:
    """30 by 2023 was reached in 2024, and in August 2025 it was to be by 2026."""
    text = MOVED.replace("value = 1000\nby = 2030", "value = 30\nby = 2023")
    text = text.replace("value = 500\nby = 2030", then).replace("2026-07-01", "2025-08-01")
    text = text.replace("baseline = { period = 2020, value = 0 }\n", start)
    assert judge.word(text + judge.yearly(values), on=on) == verdict


@pytest.mark.parametrize(
    ("in_time", "later", "word"), [(18, 31, "possible"), (30, 31, "met"), (18, 29, "behind")]
)
def test_what_is_expected_too_late_is_no_better_than_once_it_is_measured(
    judge: Judge, in_time: int, later: int, word: str
) -> None:
    """30 by 2023 is expected of 2024, and it was to be by 2026 only then."""
    text = MOVED.replace("value = 1000\nby = 2030", "value = 30\nby = 2023")
    text = text.replace("value = 500\nby = 2030", "value = 30\nby = 2026")
    text = text.replace("2026-07-01", "2025-01-15") + judge.yearly({2023: in_time})
    text += f"\n--- 2024_2024-12-01\nvalue = {later}\nstatus = 'estimated'\n"
    assert judge.word(text, on="2025-02-01") == word


@pytest.mark.parametrize(("direction", "word"), [("up", "possible"), ("keep", "met")])
def test_what_is_to_be_kept_is_not_late(judge: Judge, direction: str, word: str) -> None:
    """30 was held in 2022, lost in 2023 and is held again; until when it is was put off since."""
    text = MOVED.replace("value = 1000\nby = 2030", "value = 30\nby = 2023")
    text = text.replace("value = 500\nby = 2030", "value = 30\nby = 2026")
    text = text.replace("2026-07-01", "2025-08-01").replace('path = "linear"\n', "")
    text = text.replace("baseline = { period = 2020, value = 0 }\n", "")
    text = text.replace('"up"', f'"{direction}"') + judge.yearly({2022: 31, 2023: 20, 2024: 31})
    assert judge.word(text, on="2025-08-01") == word


def test_that_only_a_limit_was_reached_too_late_is_said(judge: Judge) -> None:
    text = MOVED.replace("by = 2030", "by = 2023", 1) + judge.yearly({2023: 400})
    found = judge(text + '\n--- 2024_2025-06-01\nvalue = 1100\nbound = ">="\n', on="2026-07-02")
    assert (found.reason.key, dict(found.reason.facts)["bound"]) == ("possible-late", ">=")


def test_putting_a_deadline_off_without_a_new_one_leaves_it_open(judge: Judge) -> None:
    text = MOVED.replace("by = 2030", "by = 2023", 1).replace(
        "value = 500\nby = 2030\n", "value = 500\n"
    )
    assert judge.word(text + judge.yearly({2023: 400, 2025: 1100}), on="2026-07-02") == "open"


def test_without_a_base_the_values_of_the_goals_are_compared(judge: Judge) -> None:
    """450 of 2025 is not 'met' by a goal of 400 that came later."""
    text = MOVED.replace("baseline = { period = 2020, value = 0 }", "").replace("= 500", "= 400")
    assert judge.word(text + judge.yearly({2025: 450}), on="2026-07-02") == "no path"


def test_a_target_that_was_not_yet_announced_is_not_judged(judge: Judge) -> None:
    """It is not on the board, and named as unannounced."""
    board = assess(judge.book(MOVED), dt.date(2020, 12, 31))
    assert (board.statuses, board.unannounced) == ((), ("x",))


# -------------------------------------------------------------------------------- comparators


@pytest.mark.parametrize(
    ("direction", "comparator", "met", "not_met"),
    [
        ("up", ">=", 30, "29.999"),
        ("up", ">", "30.001", 30),
        ("up", "=", 31, "29.999"),  # met by more
        ("up", "~", "28.5", "28.499"),  # 5 % of 30 is 1.5
        ("down", "<=", 30, "30.001"),
        ("down", "<", "29.999", 30),
        ("down", "=", 29, "30.001"),
        ("down", "~", "31.5", "31.501"),
        ("keep", ">=", 30, "29.999"),
        ("keep", ">", "30.001", 30),
        ("keep", "<=", 30, "30.001"),
        ("keep", "<", "29.999", 30),
        ("keep", "=", 30, "30.001"),
        ("keep", "=", "30.000", "29.999"),
        ("keep", "~", "28.5", "28.499"),
        ("keep", "~", "31.5", "31.501"),
    ],
)
def test_comparators(
    judge: Judge, direction: str, comparator: str, met: object, not_met: object
) -> None:
    """Each comparator on both sides of its boundary, exact in decimals."""
    text = f"""
[[target]]
id = "x"
title = "Something promised"
unit = "points"
direction = "{direction}"
goal = {{ value = 30, by = 2030, comparator = "{comparator}" }}
"""
    assert judge.word(text + judge.yearly({2025: met})) == "met"
    short = "behind" if direction == "keep" else "no path"  # the path to keep is the goal itself
    assert judge.word(text + judge.yearly({2025: not_met})) == short


def test_exact_decimals_decide_not_floats(judge: Judge) -> None:
    """0.30000000000000004 is more than 0.3, and 0.3 is not, whatever floats make of it."""
    text = judge.straight.replace(
        "value = 30, by = 2030", 'value = 0.3, by = 2030, comparator = ">"'
    )
    text = text.replace("value = 10", "value = 0.1")
    assert judge.word(text + judge.yearly({2025: "0.30000000000000004"})) == "met"
    assert judge.word(text + judge.yearly({2025: "0.3"})) != "met"


def test_about_a_negative_amount(judge: Judge) -> None:
    """5 % of a balance of -40 is 2, on either side."""
    text = """
[[target]]
id = "x"
title = "Balance"
unit = "bn"
direction = "keep"
goal = { value = -40, by = 2030 }
"""
    assert judge.word(text + judge.yearly({2025: -42})) == "met"
    assert judge.word(text + judge.yearly({2025: "-42.001"})) != "met"
