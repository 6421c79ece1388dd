"""Limits that decide: which of them, on which day, against which goal, and what is said of it."""

from __future__ import annotations

import pytest

from kpi.assess.reason import Fact, Reason
from tests.assess.conftest import Judge

LEVEL = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 10 }
goal = { value = 30, by = 2030 }
"""
ENDED = LEVEL.replace("2030", "2024")
YEAR = """
[[target]]
id = "x"
title = "X"
kind = "annual"
unit = "KRW bn"
goal = { value = 100, by = 2024 }
"""
PLANNED = 'counts = ["final", "provisional", "planned"]\ngoal ='


MOVED = (
    LEVEL.replace("goal = { value = 30, by = 2030 }\n", "")
    + """
[[target.goal]]
value = 30
by = 2030
announced = 2019-01-01
[[target.goal]]
value = 20
by = 2030
announced = 2026-01-15
"""
)


def said(name: str, value: float, bound: str = "=", status: str = "final") -> str:
    return f'\n--- {name}\nvalue = {value}\nbound = "{bound}"\nstatus = "{status}"\n'


def facts(reason: Reason) -> dict[str, Fact]:
    return dict(reason.facts)


def test_a_limit_from_before_the_latest_value_is_no_news(judge: Judge) -> None:
    """At most 11 of 2022, and 20 of 2024: where 18 were asked for, that is on track."""
    text = LEVEL + said("2022_2023-02-01", 11, "<=")
    assert judge.word(text + said("2024_2025-02-01", 20), on="2025-09-01") == "on track"


def test_a_limit_from_before_the_figure_that_meets_the_goal_makes_nothing_slip(
    judge: Judge,
) -> None:
    """At most 8 in 2021 and 32 in 2024: that was a rise, and the goal of 30 is met."""
    text = LEVEL + said("2021_2022-02-01", 8, "<=") + said("2024_2025-02-01", 32)
    assert judge.word(text, on="2025-09-01") == "met"
    after = said("2025_2026-02-01", 8, "<=")
    assert judge.word(text + after, on="2026-09-01") != "met"


def test_what_a_limit_falls_short_of(judge: Judge) -> None:
    """At most 15 of 2024: 18 were asked for at its end."""
    text = LEVEL + said("2023_2024-02-01", 20) + said("2024_2025-02-01", 15, "<=")
    found = judge(text, on="2025-09-01")
    assert (found.verdict, found.reason.key) == ("behind", "behind-limit")
    given = facts(found.reason)
    assert (given["value"], given["bound"], str(given["period"])) == (15, "<=", "2024")
    assert given["expected"] == pytest.approx(18)


def test_a_limit_is_held_against_what_was_asked_for_in_its_time(judge: Judge) -> None:
    """18 at the end of 2024; that 14 would do was said two years later."""
    text = MOVED + said("2023_2024-02-01", 17) + said("2024_2025-02-01", 15, "<=")
    found = judge(text, on="2026-09-01")
    assert (found.verdict, found.reason.key) == ("behind", "behind-limit")
    assert facts(found.reason)["expected"] == pytest.approx(18)
    assert [one.key for one in found.reason.then] == ["by-older-goal"]


def test_a_limit_that_was_planned_says_nothing_against_the_result_of_its_day(judge: Judge) -> None:
    """Whichever name the day has."""
    text = ENDED.replace("goal =", PLANNED) + said("2024_2024-02-01", 28, "<=", "planned")
    assert judge.word(text + said("2024-12-31_2025-02-01", 35), on="2025-09-01") == "met"


def test_a_forecast_is_overtaken_by_whatever_is_known(judge: Judge) -> None:
    """In June 2024 the forecast of 20 counts; who knows the year by now does not ask it."""
    text = LEVEL + said("2024_2024-03-01", 20, status="estimated") + said("2024_2025-02-01", 20)
    assert judge.word(text, on="2024-06-30", as_of="2024-06-30") == "on track"
    assert judge.word(text, on="2024-06-30", as_of="2025-09-01") == "no data"


def test_a_limit_of_the_last_day_decides_from_the_next_day_on(judge: Judge) -> None:
    """Where there is no value at all."""
    text = ENDED + said("2024-12-31_2024-12-31", 20, "<=")
    assert judge.word(text, on="2024-12-31") == "no data"
    found = judge(text, on="2025-01-01")
    assert (found.verdict, found.reason.key) == ("missed", "missed-limit")
    given = facts(found.reason)
    assert (given["bound"], given["value"], given["goal"]) == ("<=", 20, 30)
    assert (str(given["by"]), str(given["period"])) == ("2024-12-31", "2024-12-31")


def test_a_plan_for_the_last_day_says_nothing_beside_a_limit_of_the_year(judge: Judge) -> None:
    """Not even as the latest figure."""
    text = ENDED.replace("goal =", PLANNED) + said("2024_2025-02-01", 16, "<=")
    found = judge(text + said("2024-12-31_2025-06-01", 25, status="planned"), on="2025-09-01")
    assert (found.latest, found.reason.key) == (None, "missed-limit")


def test_a_limit_of_the_year_and_a_goal_that_was_lowered_after_it(judge: Judge) -> None:
    """100 were promised while 2024 lasted; "at most 90" is short of that, though not of 80."""
    text = YEAR.replace("goal = { value = 100, by = 2024 }\n", "")
    text += "[[target.goal]]\nvalue = 100\nby = 2024\nannounced = 2023-01-01\n"
    text += "[[target.goal]]\nvalue = 80\nby = 2024\nannounced = 2025-02-01\n"
    found = judge(text + said("2024_2025-03-01", 90, "<="), on="2025-09-01")
    assert (found.verdict, facts(found.reason)["goal"]) == ("missed", 100)


def test_what_is_met_by_at_most(judge: Judge) -> None:
    text = ENDED.replace('"up"', '"down"').replace("value = 10", "value = 50")
    found = judge(text + said("2024_2025-02-01", 29, "<="), on="2025-09-01")
    assert (found.verdict, found.reason.key) == ("met", "met-at-most")
    assert facts(found.reason)["value"] == 29


def test_the_later_of_two_limits_may_refute_a_part_of_the_year(judge: Judge) -> None:
    """120 by June, after "at least 90" of the year and before "at most 100" of it."""
    text = YEAR + said("2024-S1_2025-03-01", 120) + said("2024_2025-02-01", 90, ">=")
    assert judge.word(text, on="2025-09-01") == "met"
    assert judge.word(text + said("2024_2025-06-01", 100, "<="), on="2025-09-01") == "awaiting data"


def test_a_limit_that_is_short_of_some_paths_hides_none_that_is_short_of_all(judge: Judge) -> None:
    """At most 5 of 2023 is; at most 17 of 2024 lies between 15.5 and 18."""
    text = LEVEL.replace('path = "linear"\n', "") + said("2022_2023-02-01", 20)
    least, some = said("2023_2024-02-01", 5, "<="), said("2024_2025-02-01", 17, "<=")
    found = judge(text + least + some, on="2025-09-01")
    assert (found.reason.key, facts(found.reason)["value"]) == ("behind-limit", 5)
    found = judge(text + some, on="2025-09-01")
    assert (found.reason.key, facts(found.reason)["value"]) == ("possible-limit", 17)
    given = facts(judge(text, on="2025-09-01").reason)
    assert (given["low"], given["high"]) == (
        pytest.approx(10 * 3**0.2), pytest.approx(14),
    )  # fmt: skip


def test_what_is_said_of_a_goal_that_a_limit_shows_as_missed(judge: Judge) -> None:
    """With an older value and without one."""
    goal = "goal = { value = 30, by = 2024, announced = 2019-01-01 }"
    text = ENDED.replace("goal = { value = 30, by = 2024 }", goal)
    most = said("2024_2025-02-01", 28, "<=")
    for more in ("", said("2022_2023-02-01", 31)):
        found = judge(text + more + most, on="2025-09-01")
        given = facts(found.reason)
        assert (found.reason.key, given["bound"]) == ("missed-limit", "<=")
        assert (given["value"], given["goal"], str(given["period"])) == (28, 30, "2024")


def test_two_limits_that_leave_one_value(judge: Judge) -> None:
    """At most 90 and at least 90: both may be true, and 100 were promised."""
    text = YEAR + said("2024_2025-03-01", 90, "<=") + said("2024_2025-05-01", 90, ">=")
    assert judge.word(text, on="2025-09-01") == "missed"


def test_a_plan_that_is_a_limit_makes_no_forecast_doubtful(judge: Judge) -> None:
    text = LEVEL + said("2024_2024-03-01", 20, status="estimated")
    plan = said("2024_2023-12-01", 25, "<=", "planned")
    assert judge.word(text + plan, on="2025-09-01") == "on track"


def test_an_estimate_of_the_last_day_was_foreseen(judge: Judge) -> None:
    """A day later it is one of what has been."""
    text = LEVEL + said("2024_2025-02-01", 2, ">=")
    for day, word in (("2024-12-31", "possible"), ("2025-01-01", "on track")):
        estimate = said(f"2024_{day}", 20, status="estimated")
        assert judge.word(text + estimate, on="2025-09-01") == word, day


def test_a_limit_of_the_year_beside_as_many_quarters(judge: Judge) -> None:
    """It goes before a quarter of the same last day; that quarters are the rule would end that."""
    text = ENDED + said("2023_2024-02-01", 28) + said("2024-Q4_2025-02-01", 31)
    text += said("2024_2025-06-01", 28, "<=")
    assert judge.word(text, on="2025-09-01") == "missed"
    third = text + said("2024-Q3_2024-11-01", 27)
    assert judge.word(third, on="2025-09-01") == "missed"
    assert judge.word(third + said("2024-Q2_2024-08-01", 26), on="2025-09-01") == "met"


@pytest.mark.parametrize("text", [ENDED, ENDED + said("2022_2023-02-01", 20), YEAR])
def test_a_provisional_limit_that_decides_is_named(judge: Judge, text: str) -> None:
    found = judge(text + said("2024_2025-02-01", 28, "<=", "provisional"), on="2025-09-01")
    assert found.verdict == "missed"
    assert {"provisional", "provisional-part"} & set(judge.keys(found))
    key = "annual-missed-limit" if text == YEAR else "missed-limit"
    assert (found.reason.key, facts(found.reason)["value"]) == (key, 28)


def test_a_limit_that_agrees_with_the_sum_of_the_year(judge: Judge) -> None:
    """Four quarters are 90, and "at least 90" takes nothing back."""
    text = YEAR + "".join(said(f"2024-Q{n}_2025-01-20", 22.5) for n in range(1, 5))
    for value, word in ((90, "missed"), (91, "awaiting data")):
        assert judge.word(text + said("2024_2025-05-01", value, ">="), on="2025-09-01") == word


def test_what_was_to_be_kept_and_was_not(judge: Judge) -> None:
    kept = LEVEL.replace('"up"', '"keep"').replace('path = "linear"\n', "")
    kept = kept.replace("value = 10", "value = 30").replace("2030 }", '2030, comparator = ">=" }')
    text = kept + said("2023_2024-02-01", 31) + said("2024_2025-02-01", 28, "<=")
    found = judge(text, on="2025-09-01")
    given = facts(found.reason)
    assert (found.reason.key, given["bound"], str(given["period"])) == (
        "behind-limit",
        "<=",
        "2024",
    )
    assert (given["value"], given["expected"]) == (28, 30)


def test_a_limit_that_meets_the_goal_after_a_fall(judge: Judge) -> None:
    text = ENDED.replace("baseline = { period = 2020, value = 10 }\n", "")
    text += judge.yearly({2020: 55, 2021: 50, 2022: 45, 2023: 40})
    found = judge(text + said("2024_2025-02-01", 31, ">="), on="2025-09-01")
    assert (found.verdict, found.reason.key) == ("met, slipping", "met-slipping-limit")
    assert (facts(found.reason)["bound"], facts(found.reason)["value"]) == (">=", 31)


def test_a_limit_of_the_year_decides_when_it_is_over(judge: Judge) -> None:
    """Though it may be known on its last day."""
    text = YEAR + said("2024-12-31_2024-12-31", 60, "<=")
    assert judge.word(text, on="2024-12-31") == "under way"
    assert judge.word(text, on="2025-01-01") == "missed"


def test_a_limit_that_was_planned_is_a_plan(judge: Judge) -> None:
    found = judge(YEAR + said("2024_2023-12-01", 60, "<=", "planned"), on="2025-09-01")
    assert (found.verdict, found.reason.key) == ("awaiting data", "annual-awaiting-plans")


def test_a_plan_for_the_year_says_nothing_beside_a_limit_of_its_last_day(judge: Judge) -> None:
    text = ENDED.replace("goal =", PLANNED) + said("2024-12-31_2025-02-01", 16, "<=")
    found = judge(text + said("2024_2025-06-01", 25, status="planned"), on="2025-09-01")
    assert (found.latest, found.reason.key) == (None, "missed-limit")


TOTAL = LEVEL.replace("unit =", 'kind = "total"\nunit =')


@pytest.mark.parametrize(
    ("bound", "first", "then"),
    [(">=", 20, 26), (">=", 26, 20), ("<=", 30, 24), ("<=", 24, 30)],
)
@pytest.mark.parametrize("direction", ["up", "down"])
def test_the_narrowest_limit_refutes_a_forecast_of_a_running_total(
    judge: Judge, bound: str, first: float, then: float, direction: str
) -> None:
    """25 were expected in March; that one of two months leaves room for it is no help.

    Of what grows, "at least" of a day before refutes it, and "at most" of one after; of what is
    used up it is the other way round.
    """
    text = TOTAL
    if direction == "down":
        text = text.replace('"up"', '"down"').replace("value = 10", "value = 50")
    text += said("2023_2024-02-01", 20) + said("2024-S1_2024-03-01", 25, status="estimated")
    for months, gone in (("0405", (bound == ">=") == (direction == "up")), ("0809", None)):
        some = said(f"2024-{months[:2]}_2024-10-01", first, bound)
        some += said(f"2024-{months[2:]}_2024-10-01", then, bound)
        (line,) = judge(text + some, on="2024-11-01").lines
        gone = (bound == "<=") == (direction == "up") if gone is None else gone
        assert [str(one.period) for one in line.replaced] == ["2024-S1"] * gone


def test_a_limit_of_another_day_refutes_no_forecast_of_a_state(judge: Judge) -> None:
    """25 in December and at most 16 in May are both possible; the limit is judged beside it."""
    text = LEVEL + said("2023_2024-02-01", 20) + said("2024_2024-03-01", 25, status="estimated")
    assert judge.word(text, on="2024-09-01") == "on track"
    for name, limit, word in (
        ("2024-05", 16, "behind"),  # 16.8 were asked for by then
        ("2024-05", 17, "on track"),
        ("2024-02", 15, "on track"),  # who expected 25 in March may have known it
    ):
        found = judge(text + said(f"{name}_2024-07-01", limit, "<="), on="2024-09-01")
        (line,) = found.lines
        assert [str(one.period) for one in line.values] == ["2023", "2024"]
        assert found.verdict == word, (name, limit)
    measured = said("2024-06_2024-07-10", 21)  # which is younger than the limit
    text += said("2024-05_2024-07-01", 16, "<=")
    assert judge.word(text + measured, on="2024-09-01") == "on track"


def test_a_bad_forecast_stays_beside_a_limit_that_excludes_it_on_another_day(judge: Judge) -> None:
    """It is no news that is better than both."""
    text = LEVEL + said("2025_2026-02-01", 21) + said("2026_2026-03-01", 21.8, status="estimated")
    limit = said("2026-06_2026-07-10", 21.5, "<=")
    assert judge.word(text, on="2026-09-01") == "behind"
    assert judge.word(text + limit, on="2026-09-01") == "behind"


def test_a_limit_that_shows_a_fall_is_said_before_what_is_expected_after_it(judge: Judge) -> None:
    """35 were measured, 31 are expected, and at most 15 are left in June."""
    text = LEVEL + said("2025_2026-02-01", 35) + said("2026_2026-03-01", 31, status="estimated")
    found = judge(text + said("2026-06_2026-07-10", 15, "<="), on="2026-09-01")
    assert (found.verdict, found.reason.key) == ("behind", "behind-limit")
    found = judge(text + said("2026-06_2026-07-10", 33, "<="), on="2026-09-01")
    assert found.verdict != "behind"


def test_what_was_foreseen_is_gone_by_a_later_limit_as_what_was_measured(judge: Judge) -> None:
    """24 in 2024 and at most 22 a year later, where the path asks for 20."""
    counts = 'counts = ["final", "estimated", "planned"]\ngoal ='
    text = LEVEL.replace("goal =", counts) + said("2023_2024-02-01", 17)
    limit = said("2025_2026-02-01", 22, "<=")
    for day, status in (("2025-02-01", "final"), ("2024-03-01", "estimated"),
                        ("2024-03-01", "planned")):  # fmt: skip
        figure = said(f"2024_{day}", 24, status=status)
        assert judge.word(text + figure, on="2026-09-01") == "on track"
        found = judge(text + figure + limit, on="2026-09-01")
        assert (found.verdict, found.reason.key) == ("possible", "possible-fallen"), status


def test_a_limit_that_agrees_with_a_forecast_limit_leaves_it(judge: Judge) -> None:
    text = TOTAL + said("2025_2026-02-01", 19) + said("2026_2026-02-10", 24, ">=", "estimated")
    (line,) = judge(text + said("2026-06_2026-07-10", 26, ">="), on="2026-12-22").lines
    assert [(str(one.period), one.value) for one in line.uncounted if one.status == "estimated"] \
        == [("2026", 24)]  # fmt: skip
    (line,) = judge(text.replace('">="', '"<="') + said("2026-06_2026-07-10", 26, ">="),
                    on="2026-12-22").lines  # fmt: skip
    assert [str(one.period) for one in line.replaced] == ["2026"]


@pytest.mark.parametrize(
    ("first", "then", "word"),
    [(("<=", 95), (">=", 105), "met"), ((">=", 105), ("<=", 95), "missed")],
)
@pytest.mark.parametrize("names", [("2024", "2024-12-31"), ("2024-12-31", "2024")])
def test_of_limits_of_a_year_and_of_its_last_day_the_later_one_counts(
    judge: Judge, first: tuple[str, float], then: tuple[str, float], word: str,
    names: tuple[str, str],
) -> None:  # fmt: skip
    text = YEAR + said(f"{names[0]}_2025-02-01", first[1], first[0])
    text += said(f"{names[1]}_2025-06-01", then[1], then[0])
    assert judge.word(text, on="2025-09-01") == word


def test_a_figure_of_the_year_yields_to_a_later_limit_of_its_last_day(judge: Judge) -> None:
    text = YEAR + said("2024_2025-02-01", 97)
    assert judge.word(text + said("2024-12-31_2025-06-01", 105, ">="), on="2025-09-01") == "met"
    assert judge.word(text + said("2024-12-31_2025-01-10", 105, ">="), on="2025-09-01") == "missed"


def test_an_amount_of_at_most_meets_a_goal_of_less(judge: Judge) -> None:
    text = YEAR.replace('kind = "annual"', 'kind = "annual"\ndirection = "down"')
    found = judge(text + said("2024_2025-03-01", 90, "<="), on="2025-09-01")
    assert (found.verdict, found.reason.key) == ("met", "annual-met-at-most")


def test_where_only_forecasts_are_recorded(judge: Judge) -> None:
    """What was said of 2028 before it began is no result, and is told as what it is."""
    text = LEVEL + said("2028_2025-02-01", 20, status="estimated")
    found = judge(text, on="2025-09-01")
    assert (found.verdict, found.reason.key) == ("no data", "only-forecasts")


def test_a_figure_of_a_time_to_come_is_no_limit(judge: Judge) -> None:
    """Who looks back from 2025 on the day when 2024 was not over yet."""
    found = judge(LEVEL + said("2024_2025-02-01", 20), on="2024-09-01", as_of="2025-09-01")
    assert (found.verdict, found.reason.key) == ("no data", "only-unjudged")


def test_a_quarter_of_less_than_nothing_takes_back_also_as_the_first_one(judge: Judge) -> None:
    text = YEAR + said("2024-Q1_2024-05-01", -5, "<=") + said("2024-S1_2024-08-10", 120)
    assert judge.word(text, on="2024-11-01") == "under way"
    assert judge.word(text.replace("-5", "5"), on="2024-11-01") == "met"


def test_what_makes_no_limit_of_a_budgets_result(judge: Judge) -> None:
    """A plan that is not counted, a forecast, and a limit of another year or of a plan."""
    budget = 'counts = ["final", "provisional", "enacted"]\ngoal ='
    text = YEAR.replace("goal =", budget) + said("2024_2023-12-01", 120, status="enacted")
    for more in (
        said("2024_2023-06-01", 130, status="planned"),
        said("2024_2023-06-01", 130, ">=", "planned"),
        said("2024_2024-06-01", 130, status="estimated"),
        said("2023_2024-06-01", 50, ">="),
    ):
        assert judge.word(text + more, on="2025-09-01") == "met", more
    limit = said("2024_2025-06-01", 50, ">=")
    assert judge.word(text + limit, on="2025-09-01") == "awaiting data"


def test_at_most_after_at_least_leaves_an_amount_open(judge: Judge) -> None:
    """At least 120 would have missed a goal of at most 100; at most 110 may have met it."""
    text = YEAR.replace('kind = "annual"', 'kind = "annual"\ndirection = "down"')
    text += said("2024_2025-02-01", 120, ">=")
    assert judge.word(text, on="2025-09-01") == "missed"
    assert judge.word(text + said("2024_2025-06-01", 110, "<="), on="2025-09-01") == "awaiting data"


def test_a_forecast_beside_a_limit_leaves_it_what_it_is(judge: Judge) -> None:
    text = LEVEL + said("2024_2025-02-01", 5, ">=")
    found = judge(text + said("2028_2025-03-01", 20, status="estimated"), on="2025-09-01")
    assert (found.verdict, found.reason.key) == ("no data", "only-bounds")


def test_what_stalls_by_the_goal_of_its_time_says_so(judge: Judge) -> None:
    """30 were promised when 2024 ended, and 20 are since."""
    text = MOVED + said("2022_2023-02-01", 11) + said("2024_2025-02-01", 11.2)
    found = judge(text, on="2026-09-01")
    assert (found.reason.key, [one.key for one in found.reason.then]) == (
        "stalled-slow", ["by-older-goal"],
    )  # fmt: skip


def test_a_part_of_the_year_that_is_too_much_is_named(judge: Judge) -> None:
    text = YEAR.replace('kind = "annual"', 'kind = "annual"\ndirection = "down"')
    found = judge(text + said("2024-S1_2024-08-10", 120), on="2024-09-01")
    assert (found.verdict, found.reason.key) == ("missed", "annual-exceeded")
    assert str(facts(found.reason)["last"]) == "2024-S1"


def test_figures_of_a_status_that_does_not_count_are_no_plans(judge: Judge) -> None:
    text = LEVEL.replace("goal =", 'counts = ["final"]\ngoal =')
    found = judge(text + said("2024_2025-02-01", 20, status="provisional"), on="2025-09-01")
    assert (found.reason.key, facts(found.reason)["status"]) == ("only-unjudged", "provisional")


def test_a_limit_of_the_last_quarter_contradicts_none_of_the_year(judge: Judge) -> None:
    """One of the last day does."""
    text = LEVEL + said("2023_2024-02-01", 20) + said("2024_2025-02-01", 15, "<=")
    for name, word in (("2024-Q4", "behind"), ("2024-12-31", "on track")):
        assert judge.word(text + said(f"{name}_2025-06-01", 20, ">="), on="2025-09-01") == word


def test_what_speaks_well_of_june_says_nothing_of_what_is_expected_of_december(
    judge: Judge,
) -> None:
    """At least 13 then, and 12 in the end: both are possible, and the worse one stays."""
    text = LEVEL.replace("by = 2024", "by = 2030") + said("2024_2025-02-01", 19)
    text += said("2025_2026-02-01", 21) + said("2026_2026-03-01", 12, status="estimated")
    assert judge.word(text, on="2026-08-01") == "wrong way"
    assert judge.word(text + said("2026-Q2_2026-07-15", 13, ">="), on="2026-08-01") == "wrong way"
    own = said("2026_2027-02-01", 13, ">=")
    (line,) = judge(text + own, on="2027-03-01").lines
    assert [str(one.period) for one in line.values] == ["2024", "2025"]


@pytest.mark.parametrize(
    ("comparator", "limit", "gone"),
    [
        (">=", ("<=", 24), True), (">=", (">=", 26), True), (">=", ("<=", 26), False),
        ("<=", (">=", 24), False), ("~", ("<=", 24), True), ("~", (">=", 26), True),
    ],
)  # fmt: skip
def test_a_limit_of_its_own_day_refutes_a_forecast_from_either_side(
    judge: Judge, comparator: str, limit: tuple[str, float], gone: bool
) -> None:
    text = LEVEL.replace('"up"', '"keep"').replace("baseline = { period = 2020, value = 10 }\n", "")
    text = text.replace("value = 30, by", f'value = 30, comparator = "{comparator}", by')
    expected = said("2024-S1_2024-03-01", 25, status="estimated")
    of_june = said("2024-06-30_2024-07-01", limit[1], limit[0])
    (line,) = judge(text + expected + of_june, on="2024-09-01").lines
    assert (not line.values) is gone


def test_a_correction_of_one_record_says_nothing_of_another(judge: Judge) -> None:
    """A year and its last day, published on one day: which counts hangs on no correction."""
    text = ENDED + said("2024_2025-02-01", 12) + said("2024-12-31_2025-02-01", 31)
    assert judge.word(text, on="2025-06-01") == "missed"
    again = "--- 2024-12-31_2025-02-01_r2\nvalue = 31\nnote = 'source added'\n"
    assert judge.word(text + again, on="2025-06-01") == "missed"


def test_a_running_total_is_bound_by_limits_in_the_order_of_time(judge: Judge) -> None:
    """At least 20.8 by September says nothing against 20.6 in June, and everything against it of
    December."""
    text = TOTAL.replace("value = 30, by = 2030", "value = 32, by = 2030")
    text += said("2025_2026-02-01", 20.2) + said("2026-09_2026-10-15", 20.8, ">=")
    for name, kept in (("2026-S1_2026-05-01", True), ("2026_2026-05-01", False)):
        (line,) = judge(text + said(name, 20.6, status="estimated"), on="2026-12-22").lines
        assert (len(line.values) == 2) is kept


def test_what_a_refuted_forecast_replaced_does_not_come_back(judge: Judge) -> None:
    text = TOTAL + said("2025_2026-02-01", 19) + said("2026_2026-02-10", 24, status="estimated")
    text += said("2026_2026-09-10", 18, status="estimated")
    (line,) = judge(text + said("2026-11_2026-12-10", 19.5, ">="), on="2026-12-22").lines
    assert [str(one.period) for one in line.values] == ["2025"]


def test_a_goal_that_was_announced_later_says_nothing_of_limits(judge: Judge) -> None:
    """What is good was not known to be bad then."""
    text = LEVEL.replace('"up"', '"keep"').replace("goal = { value = 30, by = 2030 }\n", "")
    text = text.replace("baseline = { period = 2020, value = 10 }\n", "")
    text += "[[target.goal]]\nannounced = 2020-01-01\nvalue = 20\nby = 2030\ncomparator = '>='\n"
    later = "[[target.goal]]\nannounced = 2028-01-01\nvalue = 20\nby = 2030\ncomparator = '<='\n"
    facts = said("2025_2026-02-01", 21) + said("2026_2026-03-01", 12, status="estimated")
    facts += said("2026-Q2_2026-07-15", 13, ">=")
    words = {judge.word(text + more + facts, on="2026-11-22") for more in ("", later)}
    assert len(words) == 1
    assert words != {"met"}


@pytest.mark.parametrize("comparator", ["~", ">="])
def test_a_limit_does_not_show_that_an_older_goal_to_be_kept_was(
    judge: Judge, comparator: str
) -> None:
    """By "at most 21" it may have been 15, which "about 20" and "at least 20" do not allow."""
    text = LEVEL.replace('"up"', '"keep"').replace("goal = { value = 30, by = 2030 }\n", "")
    text = text.replace("baseline = { period = 2020, value = 10 }\n", "")
    goal = "[[target.goal]]\nannounced = {}-01-01\nvalue = {}\nby = 2030\ncomparator = '{}'\n"
    text += goal.format(2020, 20, comparator) + goal.format(2026, 25, "<=")
    assert judge.word(text + said("2024_2025-06-01", 15)) == "behind"
    assert judge.word(text + said("2024_2025-06-01", 21, "<=")) == "no data"
    assert judge.word(text + said("2026-06-30_2026-07-01", 21, "<=")) == "met"


@pytest.mark.parametrize(
    "again", ["", "--- 2026_2027-02-01_r2\nvalue = 12\nbound = '<='\nnote = 'x'\n"]
)
def test_of_two_limits_of_one_day_the_one_that_holds_off_counts(judge: Judge, again: str) -> None:
    text = LEVEL.replace("value = 30", "value = 40") + said("2025_2026-02-01", 30)
    text += said("2026_2027-02-01", 12, "<=") + said("2026-12-31_2027-02-01", 15, ">=")
    assert judge.word(text + again, on="2027-03-01") == "behind"


def test_a_limit_at_the_very_value_leaves_a_forecast(judge: Judge) -> None:
    text = LEVEL + said("2023_2024-02-01", 20) + said("2024-S1_2024-03-01", 25, status="estimated")
    for bound in ("<=", ">="):
        (line,) = judge(text + said("2024-06-30_2024-07-01", 25, bound), on="2024-09-01").lines
        assert [str(one.period) for one in line.values] == ["2023", "2024-S1"]


def test_of_a_running_total_each_limit_before_a_forecast_is_heeded(judge: Judge) -> None:
    """Also where there is another one after it."""
    text = TOTAL + said("2023_2024-02-01", 20) + said("2024-S1_2024-03-01", 22, status="estimated")
    text += said("2024-05_2024-09-10", 23, ">=") + said("2024-08_2024-09-10", 24, ">=")
    (line,) = judge(text, on="2024-10-01").lines
    assert [str(one.period) for one in line.values] == ["2023"]


def test_a_limit_after_a_value_counts_though_the_value_was_published_later(judge: Judge) -> None:
    text = LEVEL + said("2023_2024-08-01", 20)
    assert judge.word(text, on="2024-09-01") == "on track"
    assert judge.word(text + said("2024-06_2024-07-10", 15, "<="), on="2024-09-01") == "behind"


def test_of_many_days_and_a_year_the_later_publication_counts(judge: Judge) -> None:
    """A single day is as good as the year that it ends, however many days the series has."""
    text = ENDED + "".join(said(f"2024-0{n}-15_2024-12-01", 31) for n in range(1, 6))
    day = said("2024-12-31_2025-02-01", 31)
    assert judge.word(text + day + said("2024_2025-06-01", 12), on="2025-09-01") == "missed"
    assert judge.word(text + day + said("2024_2025-01-10", 12), on="2025-09-01") == "met"


def test_a_limit_that_came_out_with_a_part_of_the_year_shows_what_was_taken_back(
    judge: Judge,
) -> None:
    text = YEAR + said("2024-Q1_2024-10-10", 120)
    for day, word in (("2024-10-10", "under way"), ("2024-10-09", "met")):
        limit = said(f"2024-09-30_{day}", 90, "<=")
        assert judge.word(text + limit, on="2024-11-01") == word, day


def test_a_year_that_is_known_to_be_less_than_its_part_is_no_sum(judge: Judge) -> None:
    text = YEAR.replace("value = 100", "value = 80") + said("2024-S1_2024-08-10", 120)
    found = judge(text + said("2024_2025-03-01", 90, "<="), on="2025-09-01")
    assert (found.verdict, found.reason.key) == ("awaiting data", "annual-awaiting-limits")


def test_where_plans_count_a_planned_limit_of_the_year_misses_it(judge: Judge) -> None:
    """Unless a limit of the result is known."""
    text = YEAR.replace("goal =", PLANNED) + said("2024_2023-12-01", 95, "<=", "planned")
    assert judge.word(text, on="2025-09-01") == "missed"
    text += said("2024_2025-03-01", 120, "<=")
    assert judge.word(text, on="2025-09-01") == "awaiting data"


def test_what_was_missed_names_the_period(judge: Judge) -> None:
    found = judge(ENDED + said("2024_2025-02-01", 12), on="2025-09-01")
    assert (found.reason.key, str(facts(found.reason)["period"])) == ("missed", "2024")
    text = ENDED.replace("baseline = { period = 2020, value = 10 }\n", "")
    late = judge(text + said("2025_2026-02-01", 31), on="2026-09-01")
    assert (late.reason.key, str(facts(late.reason)["period"])) == ("missed-late-figure", "2025")


DOWN = YEAR.replace('kind = "annual"', 'kind = "annual"\ndirection = "down"')
FORECAST = "estimated"


def test_parts_of_the_year_that_came_out_later_go_before_a_limit_of_it(judge: Judge) -> None:
    """At least 105 of a press release, and 90 by the quarterly accounts; 95 at most, and 120."""
    quarters = "".join(said(f"2024-Q{n}_2025-06-01", 22.5) for n in range(1, 5))
    for name in ("2024", "2024-12-31"):
        least = said(f"{name}_2025-02-01", 105, ">=")
        assert judge.word(YEAR + least, on="2025-09-01") == "met"
        assert judge.word(YEAR + least + quarters, on="2025-09-01") == "missed"
        assert judge.word(YEAR + least + quarters.replace("2025-06", "2025-01"),
                          on="2025-09-01") == "met"  # fmt: skip
        three = "".join(said(f"2024-Q{n}_2025-06-01", 22.5) for n in range(1, 4))
        assert judge.word(YEAR + least + three, on="2025-09-01") == "met"
        most = said(f"{name}_2025-01-20", 95, "<=")
        for part in ("2024-S1", "2024-10-31"):
            assert judge.word(DOWN + most + said(f"{part}_2025-06-01", 120),
                              on="2025-09-01") == "missed"  # fmt: skip
            assert judge.word(DOWN + most + said(f"{part}_2025-06-01", 95),
                              on="2025-09-01") == "met"  # fmt: skip


@pytest.mark.parametrize("bound", ["=", "<="])
@pytest.mark.parametrize("first", [("=", 120), (">=", 105)])
def test_a_later_amount_of_the_years_last_day_counts(
    judge: Judge, bound: str, first: tuple[str, float]
) -> None:
    text = YEAR + said("2024_2025-02-01", first[1], first[0])
    assert judge.word(text, on="2025-09-01") == "met"
    later = said("2024-12-31_2025-06-01", 95, bound)
    assert judge.word(text + later, on="2025-09-01") == "missed"
    assert judge.word(text + later.replace("2025-06", "2025-01"), on="2025-09-01") == "met"


def test_an_agreeing_limit_of_the_last_day_leaves_the_amount(judge: Judge) -> None:
    found = judge(YEAR + said("2024_2025-01-10", 130) + said("2024-12-31_2025-02-01", 105, ">="),
                  on="2025-09-01")  # fmt: skip
    assert (found.reason.key, facts(found.reason)["value"]) == ("annual-met", 130)


def test_what_is_expected_to_be_at_most_so_much_is_not_looked_past(judge: Judge) -> None:
    """As the same figure would not be; not even where it takes the place of a bad one."""
    text = LEVEL + said("2025_2026-02-01", 20.2)
    bad, worse = (
        said("2026_2026-03-01", 15, "<=", FORECAST),
        said("2026_2026-08-01", 12, "<=", FORECAST),
    )
    assert judge.word(text, on="2026-09-01") == "on track"
    assert judge.word(text + bad, on="2026-09-01") == "behind"
    assert judge.word(text + bad, on="2027-02-01") == "behind"
    exact = bad.replace('"<="', '"="')
    assert judge.word(text + exact, on="2026-09-01") == "wrong way"
    assert judge.word(text + exact + worse, on="2026-09-01") == "behind"
    over = LEVEL + said("2025_2026-02-01", 31)
    assert judge.word(over, on="2026-09-01") == "met"
    assert judge.word(over + bad, on="2026-09-01") == "behind"
    not_yet = bad.replace("2026_2026", "2027_2026")  # a year that has not begun
    assert judge.word(over + not_yet, on="2026-09-01") == "met"
    late = LEVEL.replace("by = 2030", "by = 2026-06-30") + said("2025_2026-02-01", 31)
    assert judge.word(late + bad, on="2026-05-01") == "met"  # the year ends after the deadline


@pytest.mark.parametrize(("comparator", "verdict"), [(">", "behind"), (">=", "on track")])
def test_at_most_the_goal_is_not_more_than_it(judge: Judge, comparator: str, verdict: str) -> None:
    """On the deadline's own day; of a day before it no more was asked for."""
    text = ENDED.replace("value = 30", f'value = 30, comparator = "{comparator}"')
    text += said("2023_2024-02-01", 29)
    most = said("2024_2024-08-01", 30, "<=", FORECAST)
    assert judge.word(text + most, on="2024-09-01") == verdict
    assert judge.word(text + most.replace("30", "29.9"), on="2024-09-01") == "behind"


def test_a_forecast_takes_the_place_of_an_older_one_that_was_a_limit(judge: Judge) -> None:
    """On the year's last day as on the next: only time has passed."""
    text = LEVEL + said("2024_2025-02-01", 19) + said("2025_2025-06-10", 15, "<=", FORECAST)
    text += said("2025_2025-10-10", 21, status=FORECAST)
    for day in ("2025-12-30", "2026-01-01", "2026-03-01"):
        assert judge.word(text, on=day) == "on track"
    text = LEVEL + said("2025_2026-02-01", 21) + said("2026-06_2026-06-10", 15, "<=", FORECAST)
    assert judge.word(text + said("2026_2026-06-20", 25, status=FORECAST),
                      on="2026-07-20") == "on track"  # fmt: skip


@pytest.mark.parametrize("then", [(">=", 10), ("<=", 19), ("=", 16)])
def test_a_limit_that_was_taken_back_refutes_nothing(judge: Judge, then: tuple[str, float]) -> None:
    text = TOTAL + said("2023_2024-02-01", 15) + said("2024_2024-03-01", 15.5, status=FORECAST)
    first, again = (
        said("2024-06_2024-07-01", 20, ">="),
        said("2024-06_2024-08-01", then[1], then[0]),
    )
    (line,) = judge(text + first, on="2024-09-01").lines
    assert [str(one.period) for one in line.values] == ["2023"]
    (line,) = judge(text + first + again, on="2024-09-01").lines
    assert [str(one.period) for one in line.values][-1] == ("2024-06" if then[0] == "=" else "2024")
    assert judge.word(text + first + again, on="2024-09-01") != "on track"


def test_what_a_running_total_had_reached_before_a_forecast_was_known_to_it(judge: Judge) -> None:
    """An exact 32 of that day would not end it, so no weaker limit does."""
    text = TOTAL + said("2024-06-30_2024-08-29", 32) + said("2025_2025-07-29", 16, status=FORECAST)
    assert judge.word(text, on="2025-09-01") == "behind"
    assert judge.word(text + said("2024-06-30_2024-08-07", 17, ">="), on="2025-09-01") == "behind"


@pytest.mark.parametrize("kind", ["level", "total"])
def test_what_is_known_of_a_running_period_goes_before_an_older_plan_of_it(
    judge: Judge, kind: str
) -> None:
    """25 were planned for 2026, and 15 is where it stands in June; or at most 15."""
    text = LEVEL.replace("unit =", f'kind = "{kind}"\nunit =').replace("goal =", PLANNED)
    text += said("2025_2026-02-01", 16) + said("2026_2025-12-05", 25, status="planned")
    assert judge.word(text, on="2026-09-01") == "on track"
    for bound in ("=", "<="):
        of_june = said("2026-06_2026-07-10", 15, bound)
        assert judge.word(text + of_june, on="2026-09-01") != "on track", bound
        again = said("2026_2026-08-05", 25, status="planned")  # who plans anew knows of June
        assert judge.word(text + of_june + again, on="2026-09-01") == "on track", bound
    before = said("2025-11_2026-01-10", 5)
    assert judge.word(text + before, on="2026-09-01") == "on track"


@pytest.mark.parametrize("bound", ["=", "<="])
def test_a_running_total_had_not_come_earlier_to_what_it_is_short_of_later(
    judge: Judge, bound: str
) -> None:
    """31 were planned for the deadline's year, and a year later 25 is where it stands."""
    text = TOTAL.replace("2030", "2024").replace("goal =", PLANNED) + said("2023_2024-02-01", 20)
    text += said("2024_2024-03-01", 31, status="planned")
    assert judge.word(text, on="2026-09-01") == "met"
    enough = said("2025_2026-02-01", 33, bound)
    assert judge.word(text + enough, on="2026-09-01") == "met"
    short = said("2025_2026-02-01", 25, bound)
    assert judge.word(text + short, on="2026-09-01") != "met"
    revised = said("2025_2026-08-01", 33, bound)
    assert judge.word(text + short + revised, on="2026-09-01") == "met"
    state = text.replace('kind = "total"\n', "")  # which may have been lost since, or never was
    assert judge.word(state + short, on="2026-09-01") == "awaiting data"
    reached = state.replace('status = "planned"', 'status = "final"').replace(
        "2024_2024-03-01", "2024_2025-03-01"
    )
    assert judge.word(reached + short, on="2026-09-01") == "met"


@pytest.mark.parametrize("bound", ["=", ">="])
def test_what_is_used_up_had_not_come_down_earlier_to_what_it_is_above_later(
    judge: Judge, bound: str
) -> None:
    """9 were planned to be left in the deadline's year, and a year later 15 are."""
    text = TOTAL.replace("2030", "2024").replace("goal =", PLANNED).replace('"up"', '"down"')
    text = text.replace("value = 10", "value = 50").replace("value = 30", "value = 10")
    text += said("2023_2024-02-01", 20) + said("2024_2024-03-01", 9, status="planned")
    assert judge.word(text, on="2026-09-01") == "met"
    assert judge.word(text + said("2025_2026-02-01", 7, bound), on="2026-09-01") == "met"
    (line,) = judge(text + said("2025_2026-02-01", 15, bound), on="2026-09-01").lines
    assert [str(one.period) for one in line.replaced] == ["2024"]


def test_an_amount_below_a_limit_that_agrees_with_it_stays(judge: Judge) -> None:
    found = judge(DOWN + said("2024_2025-01-10", 80) + said("2024-12-31_2025-02-01", 95, "<="),
                  on="2025-09-01")  # fmt: skip
    assert (found.reason.key, facts(found.reason)["value"]) == ("annual-met", 80)


@pytest.mark.parametrize("limits", [(26, 20), (20, 26)])
def test_of_two_limits_of_a_forecasts_own_day_the_narrower_one_refutes_it(
    judge: Judge, limits: tuple[float, float]
) -> None:
    """That of the half-year, or that of its last day."""
    text = LEVEL + said("2023_2024-02-01", 20) + said("2024-S1_2024-03-01", 25, status=FORECAST)
    text += said("2024-Q2_2024-07-01", limits[0], ">=")
    text += said("2024-06-30_2024-07-01", limits[1], ">=")
    (line,) = judge(text, on="2024-09-01").lines
    assert [str(one.period) for one in line.values] == ["2023"]


def test_what_the_reasons_are_made_of(judge: Judge) -> None:
    """Each sentence has what it says: the deadline, the period, the value."""
    late = ENDED.replace("baseline = { period = 2020, value = 10 }\n", "")
    found = judge(late + said("2025_2026-02-01", 31), on="2026-09-01")
    assert {key: str(one) for key, one in facts(found.reason).items()} == {
        "by": "2024-12-31", "period": "2025",
    }  # fmt: skip
    found = judge(ENDED + said("2023_2024-02-01", 20) + said("2024_2025-02-01", 25, "<="),
                  on="2025-09-01")  # fmt: skip
    assert {key: str(one) for key, one in facts(found.reason).items()} == {
        "by": "2024-12-31", "period": "2024", "bound": "<=", "value": "25.0", "goal": "30.0",
    }  # fmt: skip
    lost = LEVEL + said("2021_2022-02-01", 35) + said("2025_2026-02-01", 28)
    found = judge(lost + said("2026_2026-03-01", 31, status=FORECAST), on="2026-09-01")
    assert (found.verdict, found.reason.key) == ("possible", "possible-slipping")
    assert (facts(found.reason)["value"], str(facts(found.reason)["period"])) == (31, "2026")


def test_what_a_stale_figure_says_of_itself(judge: Judge) -> None:
    text = LEVEL.replace("goal =", 'cadence = "1 year"\ngoal =') + said("2022_2023-02-01", 15)
    (flag,) = [one for one in judge(text, on="2025-09-01").flags if one.key == "stale"]
    assert (str(facts(flag)["period"]), facts(flag)["cadence"]) == ("2022", "1 year")


def test_what_is_judged_has_no_matrix(judge: Judge) -> None:
    series = '\n[[target.series]]\nid = "other"\n'
    found = judge(LEVEL + series + said("2024_2025-02-01", 20)
                  + said("other/2024_2025-02-01", 5), on="2025-09-01")  # fmt: skip
    assert (len(found.lines), found.matrix) == (2, ())


def quarters(published: str, *values: float, status: str = "final") -> str:
    return "".join(
        said(f"2024-Q{n}_{published}", value, status=status) for n, value in enumerate(values, 1)
    )


def test_a_withdrawn_limit_of_its_own_period_refutes_no_forecast(judge: Judge) -> None:
    text = LEVEL + said("2023_2024-02-01", 31) + said("2024_2024-03-01", 15, status=FORECAST)
    for then in ((10, ">="), (18.5, "<=")):
        for name in ("2024", "2024-12-31"):
            facts_ = said(f"{name}_2025-02-01", 20, ">=") + said(f"{name}_2025-04-01", *then)
            assert judge.word(text + facts_, on="2025-09-01") == "behind", (name, then)
    total = TOTAL + said("2023_2024-02-01", 17) + said("2024_2024-03-01", 15.5, status=FORECAST)
    total += said("2024-06_2024-07-01", 20, ">=")
    for name in ("2024-06", "2024-06-30"):
        again = said(f"{name}_2024-08-01", 19, "<=")
        assert judge.word(total + again, on="2024-09-01") == "behind", name
    other = said("2024-Q2_2024-08-01", 19, "<=")  # which is another figure
    assert judge.word(total + other, on="2024-09-01") != "behind"


@pytest.mark.parametrize(
    ("text", "facts_", "word"),
    [
        # all parts are known, though one of them is below zero
        (DOWN, said("2024_2025-01-20", 95, "<=") + quarters("2025-06-01", 50, 50, 40, -20),
         "missed"),
        # an older limit that agrees with the last day's amount keeps nothing off
        (DOWN, said("2024_2025-01-10", 95, "<=") + said("2024-12-31_2025-01-20", 95)
         + quarters("2025-06-01", 30, 30, 30, 30), "missed"),
        (YEAR, said("2024_2025-01-10", 105, ">=") + said("2024-12-31_2025-02-01", 120)
         + quarters("2025-06-01", 22.5, 22.5, 22.5, 22.5), "missed"),
        (YEAR, said("2024_2025-01-10", 105, ">=") + said("2024-12-31_2025-02-01", 90)
         + quarters("2025-06-01", 30, 30, 30, 30), "met"),
        # a younger one does
        (YEAR, said("2024-12-31_2025-02-01", 120) + quarters("2025-06-01", 22.5, 22.5, 22.5, 22.5)
         + said("2024_2025-07-01", 105, ">="), "met"),
        (YEAR, said("2024-12-31_2025-01-10", 120) + said("2024_2025-03-01", 95, "<=")
         + said("2024_2025-07-01", 105, ">="), "met"),
        # of one day the longer period
        (YEAR, said("2024-12-31_2025-02-01", 105, ">=") + said("2024_2025-02-01", 95, "<="),
         "missed"),
        (YEAR, said("2024-12-31_2025-02-01", 120) + said("2024_2025-02-01", 95, "<="), "missed"),
        (YEAR, said("2024_2025-02-01", 120) + said("2024-12-31_2025-02-01", 95, "<="), "met"),
        # parts that are more than the year, and all parts where two limits contradict each other
        (DOWN, said("2024-12-31_2025-01-10", 85) + quarters("2025-06-01", 60, 48), "missed"),
        (YEAR, said("2024-12-31_2025-01-10", 95) + quarters("2025-06-01", 60, 48), "met"),
        (DOWN, said("2024-12-31_2025-01-10", 120) + said("2024_2025-06-01", 95, "<=")
         + quarters("2025-07-01", 60, 48), "missed"),
        (DOWN, said("2024-12-31_2025-01-10", 85, "<=") + said("2024_2025-06-01", 105, ">=")
         + quarters("2025-07-01", 20, 20, 20, 20), "met"),
        (YEAR, said("2024-12-31_2025-01-10", 105, ">=") + said("2024_2025-06-01", 95, "<=")
         + quarters("2025-07-01", 26.25, 26.25, 26.25, 26.25), "met"),
        # a plan says nothing against a result, nor do parts of which one is a plan
        (YEAR.replace("goal =", PLANNED), said("2024_2025-02-01", 105, ">=")
         + quarters("2025-06-01", 22.5, 22.5, 22.5, 22.5, status="planned"), "met"),
        (YEAR.replace("goal =", PLANNED), said("2024_2025-02-01", 105, ">=")
         + quarters("2025-06-01", 22.5, 22.5, 22.5)
         + said("2024-Q4_2025-06-01", 22.5, status="planned"), "met"),
        (DOWN.replace("goal =", PLANNED), said("2024_2025-02-01", 95, "<=")
         + said("2024-10-31_2025-06-01", 120, status="planned"), "met"),
        # a part's limit that meets the goal by itself shows what was taken back
        (DOWN, said("2024-S1_2024-07-20", 120) + said("2024-09-30_2024-10-20", 90, "<="),
         "awaiting data"),
        (DOWN, said("2024_2025-01-20", 95, "<=") + said("2024-10-31_2025-06-01", 120)
         + said("2024-11-30_2025-07-01", 80, "<="), "met"),
    ],
)  # fmt: skip
def test_of_what_is_said_of_a_year_the_last_word_counts(
    judge: Judge, text: str, facts_: str, word: str
) -> None:
    assert judge.word(text + facts_, on="2025-09-01") == word


def test_what_is_planned_to_be_at_most_so_much_is_not_looked_past(judge: Judge) -> None:
    """Where plans count, and from the beginning of its period on."""
    text = LEVEL.replace("goal =", PLANNED)
    plan = said("2026_2026-01-05", 15, "<=", "planned")
    for value in (31, 20.2):
        facts_ = said("2025_2026-02-01", value) + plan
        assert judge.word(text + facts_, on="2026-09-01") == "behind"
        assert judge.word(LEVEL + facts_, on="2026-09-01") != "behind"


def test_a_newer_forecast_takes_the_place_of_a_limit_that_would_lose_the_goal(
    judge: Judge,
) -> None:
    text = LEVEL + said("2025_2026-02-01", 33) + said("2026_2026-03-01", 15, "<=", FORECAST)
    assert judge.word(text, on="2026-09-01") == "behind"
    text += said("2026_2026-08-05", 34, status=FORECAST)
    assert judge.word(text, on="2026-09-01") == "met"


KEPT = LEVEL.replace('"up"', '"keep"').replace("baseline = { period = 2020, value = 10 }\n", "")
KEPT = KEPT.replace('path = "linear"\n', "").replace(
    "value = 30, by = 2030", "value = 100, by = 2024"
)
BETWEEN = said("2024_2025-02-01", 97, ">=") + said("2024_2025-03-01", 103, "<=")


@pytest.mark.parametrize(("facts_beside", "limits", "word"), [
    ("", BETWEEN, "met"), (said("2023_2024-02-01", 120), BETWEEN, "met"),
    (said("2023_2024-02-01", 96), BETWEEN, "met"),
    ("", BETWEEN.replace("2024", "2023"), "no data"),  # what was to be kept until the end of 2024
    ("", BETWEEN.replace("103", "106"), "no data"), ("", BETWEEN.replace("97", "94"), "no data"),
    ("", BETWEEN + said("2024_2025-04-01", 94, ">="), "no data"),  # of two the later one counts
    (said("2024_2025-04-01", 120), BETWEEN, "missed"),
    (said("2024_2025-02-10", 106), BETWEEN, "no data"),  # which "at most 103" withdrew
    (said("2024_2025-02-20", 94, "<="), BETWEEN.replace("103", "105"), "no data"),  # no more 97
    (said("2023_2024-02-01", 80), BETWEEN.replace("97", "104").replace("103", "105"),
     "awaiting data"),  # past it from the other side: at the least a slip
])  # fmt: skip
def test_two_limits_of_one_day_that_leave_only_what_is_to_be_kept(
    judge: Judge, facts_beside: str, limits: str, word: str
) -> None:
    """At least 97 and at most 103 is about 100, though neither alone shows it."""
    assert judge.word(KEPT + facts_beside + limits, on="2027-09-01") == word


@pytest.mark.parametrize(("facts_beside", "word"), [
    (said("2023_2024-02-01", 25) + said("2025_2026-02-01", 28), "awaiting data"),
    (said("2025_2026-02-01", 28), "awaiting data"),
    (said("2023_2024-02-01", 31) + said("2025_2026-02-01", 28), "met"),
    (said("2024-Q4_2025-01-20", 25) + said("2025_2026-02-01", 28), "missed"),
])  # fmt: skip
@pytest.mark.parametrize(("value", "bound"), [(20, ">="), (40, "<=")])
def test_a_limit_that_leaves_the_deadlines_own_figure_open_is_no_miss(
    judge: Judge, facts_beside: str, word: str, value: float, bound: str
) -> None:
    """At least 20, or at most 40, of 2024: whether 30 was reached an older 25 cannot tell."""
    found = judge(ENDED + facts_beside + said("2024_2025-02-01", value, bound), on="2026-09-01")
    assert found.verdict == word
    assert (found.reason.key == "awaiting-limit") is (word == "awaiting data")


@pytest.mark.parametrize(
    ("limits", "told"),
    [(said("2025-06-30_2025-07-01", 14, ">="), ["untold-limit"]),  # beyond 12, and no value
     (said("2025-06-30_2025-07-01", 11, ">="), []),  # says nothing that 12 does not
     (said("2025-06-30_2025-07-01", 11, "<="), ["untold-limit"]),  # no better than it was
     (said("2023_2025-07-01", 14, ">="), []),  # of a day before
     (said("2025-06-30_2025-07-01", 14, ">=") + said("2025-06-30_2025-07-02", 13, "<="),
      ["limits-at-odds"])],
)  # fmt: skip
def test_a_limit_that_changes_no_verdict_is_told_beside_it(
    judge: Judge, limits: str, told: list[str]
) -> None:
    """12 of 2024, where 18 were asked for: `behind`, whatever is said of the year after."""
    found = judge(LEVEL + said("2024_2025-02-01", 12) + limits, on="2025-09-01")
    untold = [one.key for one in found.reason.then if one.key in ("untold-limit", "limits-at-odds")]
    assert (found.verdict, untold) == ("behind", told)
