"""Amounts in one named year: the year's own figure, or its parts from the first day on."""

from __future__ import annotations

import pytest

from kpi.render.wording import reasons
from tests.assess.conftest import Judge

BUDGET = """
[[target]]
id = "x"
title = "Money spent in 2025"
kind = "annual"
unit = "KRW bn"
goal = { value = 40, by = 2025 }
"""


def dated(values: dict[str, object], more: str = "") -> str:
    """Files by name, which holds period and publication."""
    return "".join(f"\n--- {name}\nvalue = {value}\n{more}" for name, value in values.items())


QUARTERS = {"2025-Q1_2025-05-01": 12, "2025-Q2_2025-08-01": 9, "2025-Q3_2025-11-01": 10,
            "2025-Q4_2026-02-01": 9}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "on", "word"),
    [
        (40, "2026-07-01", "met"),
        (39, "2026-07-01", "missed"),
        (39, "2026-05-31", "awaiting data"),  # published on 2026-06-01
        (39, "2025-12-31", "under way"),
    ],
)
def test_the_years_own_figure(judge: Judge, value: int, on: str, word: str) -> None:
    """Met or missed once it is published, awaited from New Year on, under way before."""
    assert judge.word(BUDGET + judge.yearly({2025: value}), on=on) == word


def test_no_other_year_counts(judge: Judge) -> None:
    """50 in 2024 and 60 in 2026 say nothing about 2025."""
    text = BUDGET + judge.yearly({2024: 50, 2026: 60})
    found = judge(text, on="2027-07-01")
    assert (found.verdict, found.latest, found.gap_to_goal) == ("awaiting data", None, None)


def test_under_way_shows_the_share_spent_against_the_share_of_the_year(judge: Judge) -> None:
    """12 + 9 = 21 of 40 by 30 June, the 181st of 365 days."""
    found = judge(BUDGET + dated(QUARTERS), on="2025-09-01")
    assert found.verdict == "under way"
    assert found.share_of_way == pytest.approx(21 / 40)
    assert found.share_of_time == pytest.approx(181 / 365)
    assert found.gap_to_goal == pytest.approx(-19)


def test_four_quarters_are_the_year(judge: Judge) -> None:
    """12 + 9 + 10 + 9 = 40; the last quarter's 9 alone is nothing."""
    assert judge.word(BUDGET + dated(QUARTERS), on="2026-03-01") == "met"
    short = QUARTERS | {"2025-Q4_2026-02-01": 8}
    found = judge(BUDGET + dated(short), on="2026-03-01")
    assert (found.verdict, found.gap_to_goal) == ("missed", -1)


def test_a_limit_is_not_kept_by_its_last_quarter(judge: Judge) -> None:
    """At most 39: the sum of 40 is too much, though 9 is not."""
    text = BUDGET.replace("unit", 'direction = "down"\nunit').replace("value = 40", "value = 39")
    assert judge.word(text + dated(QUARTERS), on="2026-03-01") == "missed"


def test_a_limit_is_not_kept_before_the_year_is_over(judge: Judge) -> None:
    """Half of the year says nothing about a limit, though it is far below."""
    text = BUDGET.replace("unit", 'direction = "down"\nunit')
    assert judge.word(text + dated(QUARTERS), on="2025-09-01") == "under way"
    assert judge.word(text + dated(QUARTERS), on="2026-03-01") == "met"


def test_an_amount_may_be_met_early(judge: Judge) -> None:
    """12 + 9 + 10 is 31: more than 30 before the year is over."""
    text = BUDGET.replace("value = 40", "value = 30")
    assert judge.word(text + dated(QUARTERS), on="2025-10-31") == "under way"
    assert judge.word(text + dated(QUARTERS), on="2025-11-01") == "met"


def test_parts_with_a_hole_are_added_up_to_it(judge: Judge) -> None:
    """Without the second quarter the sum ends in March: 90 of 365 days."""
    holed = {name: value for name, value in QUARTERS.items() if "Q2" not in name}
    found = judge(BUDGET + dated(holed), on="2026-03-01")
    assert (found.verdict, found.share_of_time) == ("awaiting data", pytest.approx(90 / 365))
    assert found.share_of_way == pytest.approx(12 / 40)
    assert str(dict(found.reason.facts)["last"]) == "2025-Q1"


def test_the_year_wins_over_its_parts(judge: Judge) -> None:
    """Audited, the year is 38; December ends on the same day and does not replace it."""
    text = BUDGET + dated(QUARTERS) + judge.yearly({2025: 38})
    text += dated({"2025-12_2026-07-01": 3})
    found = judge(text, on="2026-08-01")
    assert (found.verdict, found.gap_to_goal) == ("missed", -2)


def test_a_half_year_goes_on_with_quarters(judge: Judge) -> None:
    """Which begin where it ends; a first quarter beside it is a part of it."""
    text = BUDGET + dated({"2025-S1_2025-08-01": 21, "2025-Q3_2025-11-01": 10})
    assert judge(text, on="2025-12-01").gap_to_goal == pytest.approx(31 - 40)
    text += dated({"2025-Q1_2025-05-01": 12})
    for last, word in ((9, "met"), (8, "missed")):
        assert judge.word(text + dated({"2025-Q4_2026-02-01": last}), on="2026-03-01") == word


def test_the_kind_that_reaches_furthest_is_taken(judge: Judge) -> None:
    """Half a year of months and three quarters."""
    months = {f"2025-{month:02}_2025-08-01": 1 for month in range(1, 7)}
    three = {name: value for name, value in QUARTERS.items() if "Q4" not in name}
    found = judge(BUDGET + dated(months) + dated(three), on="2025-12-01")
    assert found.gap_to_goal == pytest.approx(31 - 40)


def test_a_day_is_the_amount_up_to_it(judge: Judge) -> None:
    """Days are not added: the latest one counts, and 31 December is the year."""
    days = {"2025-03-31_2025-04-01": 12, "2025-06-30_2025-07-02": 21}
    found = judge(BUDGET + dated(days), on="2025-05-01")
    assert (found.gap_to_goal, found.share_of_time) == (-28, pytest.approx(90 / 365))
    found = judge(BUDGET + dated(days), on="2025-09-01")
    assert (found.gap_to_goal, found.share_of_time) == (-19, pytest.approx(181 / 365))
    last = days | {"2025-12-31_2026-01-02": 41}
    assert judge.word(BUDGET + dated(last), on="2026-01-02") == "met"


def test_parts_are_added_to_an_amount_up_to_a_day(judge: Judge) -> None:
    """31 by September, 3 in October and 2 in November are 36; of December 4 make the year."""
    parts = {"2025-09-30_2025-10-20": 31, "2025-10_2025-11-20": 3, "2025-11_2025-12-20": 2}
    found = judge(BUDGET + dated(parts), on="2025-12-31")
    assert (found.verdict, found.gap_to_goal) == ("under way", pytest.approx(-4))
    assert found.share_of_time == pytest.approx(334 / 365)
    assert found.year_so_far is not None
    assert str(found.year_so_far.since) == "2025-01"
    for last, word in ((4, "met"), (3, "missed")):
        text = BUDGET + dated(parts | {"2025-12_2026-01-20": last})
        assert judge.word(text, on="2026-02-01") == word
    holed = {name: value for name, value in parts.items() if "2025-10" not in name[:7]}
    assert judge(BUDGET + dated(holed), on="2025-12-31").gap_to_goal == pytest.approx(-9)
    # A month within the days that the amount covers is in it already.
    within = dated(parts | {"2025-09_2025-10-20": 5})
    assert judge(BUDGET + within, on="2025-12-31").gap_to_goal == pytest.approx(-4)
    later = parts | {"2025-11-30_2025-12-21": 35}  # said later, and of the same days
    assert judge(BUDGET + dated(later), on="2025-12-31").gap_to_goal == pytest.approx(-5)


def test_parts_lead_on_from_an_earlier_day_where_they_lead_farther(judge: Judge) -> None:
    """The fourth quarter follows September, though 38 up to 20 December were told in between."""
    parts = {"2025-09-30_2025-10-20": 31, "2025-12-20_2025-12-21": 38, "2025-Q4_2026-01-20": 10}
    found = judge(BUDGET + dated(parts), on="2026-02-01")
    assert (found.verdict, found.gap_to_goal) == ("met", pytest.approx(1))
    # Told after that quarter, the amount up to the later day goes before it.
    later = {"2025-09-30_2025-10-20": 31, "2025-12-20_2026-01-21": 38, "2025-Q4_2026-01-20": 10}
    found = judge(BUDGET + dated(later), on="2026-02-01")
    assert (found.verdict, found.gap_to_goal) == ("awaiting data", pytest.approx(-2))


def test_of_two_sums_that_end_alike_the_rest_decides(judge: Judge) -> None:
    """24 by June, though two quarters made 30: with 10 of the third these are 34, and not 40."""
    parts = {"2025-Q1_2025-05-01": 15, "2025-Q2_2025-08-01": 15, "2025-06-30_2025-08-20": 24}
    assert judge(BUDGET + dated(parts), on="2025-12-31").gap_to_goal == pytest.approx(-16)
    third = parts | {"2025-Q3_2025-11-01": 10}
    found = judge(BUDGET + dated(third), on="2025-12-31")
    assert (found.verdict, found.gap_to_goal) == ("under way", pytest.approx(-6))
    revised = dated(third | {"2025-Q1_2025-09-01": 15})  # the first quarter was said again
    assert judge.word(BUDGET + revised, on="2025-12-31") == "met"


def test_a_plan_for_the_rest_hides_no_result(judge: Judge) -> None:
    """31 by June and 10 in the third quarter are 41, though 5 were planned for the second half."""
    text = BUDGET.replace("unit", 'counts = ["final", "planned"]\nunit')
    planned = dated({"2025-S2_2025-01-15": 5}, 'status = "planned"')
    for half in ("2025-06-30_2025-07-20", "2025-S1_2025-07-20"):
        facts = dated({half: 31, "2025-Q3_2025-11-01": 10}) + planned
        for on in ("2025-12-31", "2026-12-31"):
            assert judge.word(text + facts, on=on) == "met"
    less = dated({"2025-S1_2025-07-20": 31, "2025-Q3_2025-11-01": 2}) + planned
    assert judge(text + less, on="2025-12-31").gap_to_goal == pytest.approx(-4)


def test_an_amount_up_to_a_day_begins_with_what_the_goal_names(judge: Judge) -> None:
    """Of a second half that is July."""
    text = BUDGET.replace("by = 2025", 'by = "2025-S2"')
    parts = dated({"2025-09-30_2025-10-20": 31, "2025-Q4_2026-01-20": 10})
    found = judge(text + parts, on="2026-02-01")
    assert found.year_so_far is not None
    assert (found.verdict, str(found.year_so_far.since)) == ("met", "2025-07")


def test_what_fell_after_parts_is_no_amount_that_grows(judge: Judge) -> None:
    """39 by September and 3 in October were 42, but 40 by the end of November: some came back."""
    text = BUDGET.replace("value = 40", "value = 35")
    grown = {"2025-09-30_2025-10-20": 39, "2025-10_2025-11-20": 3}
    assert judge.word(text + dated(grown), on="2025-12-31") == "met"
    fallen = grown | {"2025-11-30_2025-12-20": 40}
    assert judge.word(text + dated(fallen), on="2025-12-31") == "under way"


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("value = 30", "KRW 31 bn up to 2025-Q3 fulfil already the KRW 30 bn that were promised"),
        ('value = 32, comparator = "~"', "KRW 31 bn up to 2025-Q3 are already about the KRW 32 bn"),
    ],
)
def test_what_is_met_before_the_year_is_over_is_told_so(judge: Judge, goal: str, said: str) -> None:
    """The year's amount is not known yet."""
    parts = {name: value for name, value in QUARTERS.items() if "Q4" not in name}
    found = judge(BUDGET.replace("value = 40", goal) + dated(parts), on="2025-12-31")
    assert found.verdict == "met"
    assert reasons.say(found.reason, "KRW bn").startswith(said)


def test_a_revised_part_counts_once(judge: Judge) -> None:
    """The first quarter was 12 and is now 13."""
    text = BUDGET + dated(QUARTERS) + dated({"2025-Q1_2026-02-15": 13})
    assert judge(text, on="2026-03-01").gap_to_goal == pytest.approx(1)
    assert judge(text, on="2026-02-14").gap_to_goal == pytest.approx(0)


def test_decimals_are_added_exactly(judge: Judge) -> None:
    """0.1 + 0.2 is 0.3, which floats do not reach in every order."""
    text = BUDGET.replace("value = 40", "value = 0.3").replace("by = 2025", 'by = "2025-S1"')
    parts = {"2025-Q1_2025-05-01": "0.1", "2025-Q2_2025-08-01": "0.2"}
    strict = text.replace("value = 0.3", 'comparator = ">", value = 0.3')
    assert judge.word(text + dated(parts), on="2026-01-01") == "met"
    assert judge.word(strict + dated(parts), on="2026-01-01") == "missed"


def test_a_deadline_on_a_day_stands_for_its_year(judge: Judge) -> None:
    """By 31 December 2025 is in 2025; by the end of a quarter is in that quarter."""
    day = BUDGET.replace("by = 2025", "by = 2025-12-31")
    assert judge.word(day + judge.yearly({2025: 40}), on="2026-07-01") == "met"
    quarter = BUDGET.replace("by = 2025", 'by = "2025-Q4"').replace("40", "9")
    assert judge.word(quarter + dated(QUARTERS), on="2026-03-01") == "met"


def test_an_estimate_of_a_running_year_is_no_result(judge: Judge) -> None:
    """50 are expected in March: that is no money spent, nor is it once the year is over."""
    for expected in (50, 30):
        text = BUDGET + dated({"2025_2025-03-01": expected}, 'status = "estimated"\n')
        assert judge.word(text, on="2025-12-31") == "under way"
        found = judge(text, on="2026-01-01")
        assert (found.verdict, found.reason.key) == ("awaiting data", "annual-awaiting-forecasts")
        late = text.replace("2025_2025-03-01", "2025_2026-01-20")  # an estimate of what was
        assert judge.word(late, on="2026-02-01") == ("met" if expected == 50 else "missed")


def test_an_enacted_budget_counts_only_where_the_target_says_so(judge: Judge) -> None:
    """A budget of 40 for 2025: no result by itself; the goal itself where budgets are counted."""
    fact = dated({"2025_2024-12-20": 40}, 'status = "enacted"\n')
    found = judge(BUDGET + fact, on="2026-07-01")
    assert (found.verdict, found.reason.key) == ("awaiting data", "annual-awaiting-plans")
    final = BUDGET.replace("goal", 'counts = ["final"]\ngoal')
    found = judge(final + dated({"2025_2026-03-01": 40}, 'status = "provisional"\n'), "2026-07-01")
    assert (found.verdict, found.reason.key) == ("awaiting data", "annual-awaiting-unjudged")
    counted = BUDGET.replace("goal", 'counts = ["final", "enacted"]\ngoal') + fact
    assert judge.word(counted, on="2024-12-31") == "under way"  # the year has not begun
    during = judge(counted, on="2025-12-30")  # the money is not spent yet
    assert (during.verdict, during.reason.key) == ("under way", "annual-planned")
    assert "enacted" in judge.keys(during)
    assert judge.word(counted, on="2025-12-31") == "met"
    assert "enacted" in judge.flags(counted, on="2025-12-31")


def test_the_most_of_a_year_is_exceeded_by_a_part_of_it(judge: Judge) -> None:
    """At most 40 of 2025, and 41 by September: nothing that comes can undo it."""
    most = BUDGET.replace("unit", 'direction = "down"\nunit')
    text = most + dated(QUARTERS)
    found = judge(text.replace("value = 40", "value = 20"), on="2025-12-01")
    assert (found.verdict, found.reason.key) == ("missed", "annual-exceeded")
    assert judge.word(text.replace("value = 40", "value = 80"), on="2025-12-01") == "under way"
    undone = text.replace("value = 40", "value = 20") + dated({"2025-Q4_2026-02-01": -30})
    assert judge(undone, on="2026-03-01").reason.key != "annual-exceeded"
    plan = most.replace("goal", 'counts = ["final", "planned"]\ngoal')
    plan += dated({"2025-S1_2024-12-01": 50}, 'status = "planned"\n')
    assert judge.word(plan, on="2025-12-01") == "under way"  # a plan spends nothing


def test_done_within_a_period_that_the_deadline_divides(judge: Judge) -> None:
    """Done in 2026 says nothing of its first half, and nothing of days."""
    law = '[[target]]\nid = "x"\ntitle = "X"\nkind = "milestone"\n'
    law += 'goal = { value = true, by = "2026-S1" }\n'
    found = judge(law + judge.yearly({2026: True}), on="2027-07-01")
    assert (found.verdict, found.reason.key) == ("done late", "done-late-within")
    assert str(dict(found.reason.facts)["by"]) == "2026-06-30"
    after = judge(law + judge.yearly({"2026-S2": True}), on="2027-07-01")
    assert (after.reason.key, dict(after.reason.facts)["days"]) == ("done-late", 184)


def test_a_bound_of_the_year_and_of_its_parts(judge: Judge) -> None:
    """'More than 40' of the year is met; a bound of a quarter is no part of a sum."""
    whole = dated({"2025_2026-02-01": 40}, 'bound = ">="\n')
    assert judge.word(BUDGET + whole, on="2026-03-01") == "met"
    part = dated({"2025-Q1_2025-05-01": 41}, 'bound = ">="\n')
    assert judge.word(BUDGET + part, on="2026-03-01") == "awaiting data"


def test_a_year_of_a_series_that_is_not_comparable(judge: Judge) -> None:
    """The rule stands aside for 'cannot judge'."""
    text = BUDGET + 'judged_series = "s"\n[[target.series]]\nid = "s"\ncomparable = "no"\n'
    found = judge(text + judge.yearly({2025: 50}, "s/"), on="2026-07-01")
    assert (found.verdict, found.matrix) == ("cannot judge", (("s", "met", "good"),))


def test_a_goal_lowered_after_the_year_is_over(judge: Judge) -> None:
    """80 were promised for 2025; that 30 are enough was said in 2026."""
    text = (
        BUDGET.replace("goal = { value = 40, by = 2025 }", "")
        + """
[[target.goal]]
value = 80
by = 2025
announced = 2024-12-01
[[target.goal]]
value = 30
by = 2025
announced = 2026-02-15
"""
    )
    found = judge(text + dated(QUARTERS), on="2026-03-01")
    assert (found.verdict, dict(found.reason.facts)["goal"]) == ("missed", 80)
    in_time = text.replace("2026-02-15", "2025-12-31")
    assert judge.word(in_time + dated(QUARTERS), on="2026-03-01") == "met"


def test_a_goal_of_zero_has_no_share_of_the_way(judge: Judge) -> None:
    """Nothing can be divided by it."""
    text = BUDGET.replace("unit", 'direction = "down"\nunit').replace("value = 40", "value = 0")
    found = judge(text + judge.yearly({2025: 0}), on="2026-07-01")
    assert (found.verdict, found.share_of_way) == ("met", None)


def test_the_budget_of_another_year_is_not_the_named_years(judge: Judge) -> None:
    """2025 was spent; that 2026 is only a budget so far is no word for its verdict."""
    counted = BUDGET.replace("goal", 'counts = ["final", "enacted"]\ngoal')
    text = counted + judge.yearly({2025: 41})
    text += dated({"2026_2025-12-20": 50}, 'status = "enacted"\n')
    found = judge(text, on="2026-07-01")
    assert (found.verdict, found.reason.then) == ("met", ())
    budget = judge(counted + dated({"2025_2024-12-20": 41}, 'status = "enacted"\n'))
    assert [reason.key for reason in budget.reason.then] == ["enacted"]


@pytest.mark.parametrize(
    ("comparator", "bound", "value", "word"),
    [
        (">=", "<=", 35, "missed"),  # at most 35 of at least 40
        (">=", "<=", 40, "awaiting data"),  # it may be 40
        (">", "<=", 40, "missed"),
        (">=", "<=", 45, "awaiting data"),
        ("<=", ">=", 45, "missed"),  # at least 45 of at most 40
        ("<=", ">=", 35, "awaiting data"),
        ("<=", ">=", 40, "awaiting data"),
        ("<", ">=", 40, "missed"),
        ("<", "<=", 40, "awaiting data"),  # it may be less
        (">", ">=", 40, "awaiting data"),
        (">=", ">=", 45, "met"),
        ("~", "<=", 39, "awaiting data"),  # about 40 begins with 38
        ("~", "<=", 37, "missed"),
    ],
)
def test_a_limit_may_show_that_an_amount_was_missed(
    judge: Judge, comparator: str, bound: str, value: int, word: str
) -> None:
    """Though no value is known; and not before the year is over."""
    text = BUDGET.replace("by = 2025", f'by = 2025, comparator = "{comparator}"')
    fact = dated({"2025_2026-02-01": value}, f'bound = "{bound}"\n')
    assert judge.word(text + fact, on="2026-11-22") == word
    early = dated({"2025_2025-11-01": value}, f'bound = "{bound}"\nstatus = "estimated"\n')
    assert judge.word(text + early, on="2025-12-01") == "under way"


@pytest.mark.parametrize("days", [("2026-02-01", "2026-03-01"), ("2026-03-01", "2026-02-01")])
def test_one_of_two_limits_may_show_it(judge: Judge, days: tuple[str, str]) -> None:
    """At least 20 and at most 35 of at least 40, whichever was published first."""
    least = dated({f"2025_{days[0]}": 20}, 'bound = ">="\n')
    most = dated({f"2025_{days[1]}": 35}, 'bound = "<="\n')
    assert judge.word(BUDGET + least, on="2026-11-22") == "awaiting data"
    assert judge.word(BUDGET + least + most, on="2026-11-22") == "missed"


def test_nothing_was_added_and_nothing_taken_back(judge: Judge) -> None:
    """40 in the first quarter, and 40 by the end of April."""
    text = BUDGET + dated({"2025-Q1_2025-05-01": 40, "2025-04-30_2025-05-10": 40})
    found = judge(text, on="2025-06-01")
    assert found.verdict == "met"
    assert judge.word(text.replace("= 40\n", "= 39\n"), on="2025-06-01") == "under way"


def test_less_than_it_was_at_least_before_shows_what_was_taken_back(judge: Judge) -> None:
    """At least 44 by September, 41 by October: more may go. What was corrected shows nothing."""
    text = BUDGET + dated({"2025-10-31_2025-11-10": 41})
    assert judge.word(text, on="2025-12-01") == "met"
    for least, word in ((44, "under way"), (41, "met")):
        limit = dated({"2025-09-30_2025-10-10": least}, 'bound = ">="\n')
        assert judge.word(text + limit, on="2025-12-01") == word
        corrected = text + limit + dated({"2025-09-30_2025-11-10": 40})
        assert judge.word(corrected, on="2025-12-01") == "met"


def test_a_figure_of_the_whole_year_covers_it(judge: Judge) -> None:
    assert judge(BUDGET + judge.yearly({2025: 30}), on="2026-07-01").share_of_time == 1


def test_limits_of_parts_are_none_of_the_year(judge: Judge) -> None:
    """At most 10 by June says nothing of December, and nothing was taken back by "at most 0"."""
    parts = {"2025-S1_2025-07-20": 10, "2025-03-31_2025-04-20": 5}
    assert judge.word(BUDGET + dated(parts, 'bound = "<="\n')) == "awaiting data"
    early = BUDGET + dated({"2025-Q1_2025-05-01": 50})
    for value, word in ((0, "met"), (-1, "under way")):
        limit = dated({"2025-Q2_2025-08-01": value}, 'bound = "<="\n')
        assert judge.word(early + limit, on="2025-09-01") == word
    rest = dated({"2025-Q4_2026-02-01": -1}, 'bound = "<="\n')
    assert judge.word(early + rest, on="2026-09-01") == "awaiting data"


@pytest.mark.parametrize(
    ("direction", "goal", "before", "word"),
    [("up", 3, -3, "under way"), ("up", 3, 3, "met"), ("down", 1, -3, "under way"),
     ("down", 1, 3, "missed")],
)  # fmt: skip
def test_a_balance_is_not_settled_by_a_quarter(
    judge: Judge, direction: str, goal: int, before: int, word: str
) -> None:
    """What was below zero in another year may fall again in the rest of this one."""
    text = f"""
[[target]]
id = "x"
title = "A balance"
unit = "KRW bn"
kind = "annual"
direction = "{direction}"
goal = {{ value = {goal}, by = 2026 }}

--- 2025_2026-03-31
value = {before}
--- 2026-Q1_2026-05-20
value = 4
"""
    assert judge.word(text, on="2026-06-01") == word
    assert judge.word(text.replace("2026-Q1_2026-05-20", "2026_2027-03-31"), on="2027-06-01") in (
        "met", "missed",
    )  # fmt: skip
