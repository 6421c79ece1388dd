"""Imagined observations: judged like real ones, recorded nowhere."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from kpi.assess.case import Case, Point
from kpi.assess.methods.catalogue import BY_NAME
from kpi.assess.methods.rule import GOOD
from kpi.assess.whatif import all_needed, cases_then, imagined, needed, needed_for_headline
from kpi.facts.periods import Period
from tests.assess.conftest import STRAIGHT, book, judged, yearly

SERIES = STRAIGHT.replace('path = "linear"\n', "") + yearly({2021: 11, 2022: 12, 2023: 13})
ON = dt.date(2024, 11, 22)


def what_if(text: str, values: dict[str, str]) -> str:
    found = book(text)
    wanted = {Period.parse(period): Decimal(value) for period, value in values.items()}
    status = imagined(found.targets[0], found.observations["x"], found.documents, wanted, ON)
    assert status is not None
    return status.verdict


def test_a_good_imagined_value_turns_the_verdict() -> None:
    """13 in 2023 is short of 16; 22 in 2026 is the straight path's own value for 2026."""
    assert judged(SERIES, "2024-11-22").verdict == "behind"
    assert what_if(SERIES, {"2026": "22"}) == "on track"
    assert what_if(SERIES, {"2026": "14"}) == "behind"
    assert what_if(SERIES, {"2026": "30"}) == "met"
    assert what_if(SERIES, {"2025": "20", "2026": "12"}) == "stalled"


def test_an_imagined_value_replaces_the_record_of_its_period() -> None:
    """It counts as published on the last imagined day, so it is the later vintage."""
    assert what_if(SERIES, {"2023": "16"}) == "on track"


@pytest.mark.parametrize("status", ["planned", "enacted", "provisional", "estimated"])
def test_an_imagined_value_is_of_a_status_that_the_target_counts(status: str) -> None:
    """Of a target whose only figures are plans a plan is imagined: 22 in 2026, 18 in 2024."""
    text = SERIES.replace("goal =", f'counts = ["{status}"]\ngoal =')
    text = text.replace("\nvalue = 1", f'\nstatus = "{status}"\nvalue = 1')
    assert judged(text, "2024-11-22").verdict == "behind"
    assert what_if(text, {"2026": "22"}) == "on track"
    found, case, period = book(text), judged(text, "2024-11-22").case, Period.parse("2024")
    facts = found.observations["x"]
    assert needed_for_headline(found.targets[0], facts, case, period, ON).value == pytest.approx(18)
    then = cases_then(found.targets[0], facts, period, ON)
    assert then is not None
    expected = [10, 11, 12, 13] + ([] if status == "estimated" else [0])  # no forecast
    assert [point.value for point in then(0.0)[0].points] == expected


def test_a_figure_that_does_not_count_makes_no_case() -> None:
    """A correction of the very day on which it would be published stands in its place."""
    text = SERIES + yearly({2024: 14}).replace("2025-06-01", "2024-12-31")
    text += "\n--- 2024_2024-12-31_r2\nvalue = 15\nnote = 'a slip'"
    found = book(text)
    target, facts = found.targets[0], found.observations["x"]
    assert cases_then(target, facts, Period.parse("2024"), ON) is None
    assert cases_then(target, facts, Period.parse("2025"), ON) is not None
    case = judged(text, "2025-11-22").case
    asked = all_needed(target, facts, {}, case, Period.parse("2024"), ON)
    values = {one.method: one.value for one in asked}
    assert (values["on-path"], values["linear-ratio"]) == (18, 18)  # the rules have their say


@pytest.mark.parametrize("size", [1, 1e-6, 12_345_678])
@pytest.mark.parametrize("direction", ["up", "down"])
def test_what_a_straight_path_asks_for_is_named_as_it_is(size: float, direction: str) -> None:
    """Halfway from 10 to 30: 20 it is, although floats cannot tell 19.99999999 from it."""
    first, last = (10, 30) if direction == "up" else (30, 10)
    goal = Period.parse("2030")
    base = Point(Period.parse("2020"), first * size)
    case = Case(1 if direction == "up" else -1, last * size, goal, base, (base,), path="linear")
    found = {one.method: one.value for one in needed(case, Period.parse("2025"))}
    assert found["on-path"] == pytest.approx(20 * size, rel=1e-14)


def test_a_past_deadline_can_be_imagined() -> None:
    """What the verdict would be once the deadline's own figure is there."""
    assert what_if(SERIES, {"2030": "29"}) == "behind"  # judged on the deadline's own day
    assert what_if(SERIES, {"2030": "30"}) == "met"
    assert what_if(SERIES, {"2030": "29", "2031": "29"}) == "missed"


@pytest.mark.parametrize("rule", [rule for rule in BY_NAME if rule != "share-of-change"])
def test_the_needed_value_is_the_border(rule: str) -> None:
    """With it the rule is on track, with a little less it is not."""
    case = judged(SERIES, "2024-11-22").case
    assert case is not None
    found = {one.method: one for one in needed(case, Period.parse("2024"))}[rule]
    assert found.value is not None
    just, short = (what_light(case, rule, found.value + by) for by in (1e-6, -1e-3))
    assert just == GOOD
    assert short != GOOD


def what_light(case: Case, rule: str, value: float) -> str:
    points = (*case.points, Point(Period.parse("2024"), value))
    return BY_NAME[rule].judge(replace(case, points=points)).light


def test_needed_by_hand() -> None:
    """Straight path from 10 in 2020 to 30 in 2030: 18 in 2024."""
    case = judged(SERIES, "2024-11-22").case
    assert case is not None
    found = {one.method: one.value for one in needed(case, Period.parse("2024"))}
    assert found["linear-ratio"] == pytest.approx(18, abs=1e-6)
    assert found["share-of-change"] == pytest.approx(30, abs=1e-6)
    # growth-ratio: significant from R = .95 on, CAGR_r = 3^(1/10) - 1 = 0.116123, so that
    # the value is 10 * (1 + .95 * 0.116123)^4 = 10 * 1.110317^4 = 15.198
    assert found["growth-ratio"] == pytest.approx(15.198, abs=0.0005)


def test_nothing_is_needed_in_the_period_in_which_the_path_begins() -> None:
    """No rule says anything of a series that only begins."""
    text = STRAIGHT.replace(", value = 10 }", " }") + yearly({2020: 10, 2021: 9})
    case = judged(text, "2022-11-22").case
    assert case is not None
    assert {one.value for one in needed(case, Period.parse("2020"))} == {None}


def test_what_a_running_total_needs_beside_a_limit() -> None:
    """At least 12 is known of 2022; the straight path asks for 18 in 2024."""
    text = STRAIGHT.replace("unit =", 'kind = "total"\nunit =')
    text += "\n--- 2022_2023-02-01\nvalue = 12\nbound = '>='\n"
    found = book(text)
    need = needed_for_headline(
        found.targets[0], found.observations["x"], None, Period.parse("2024"), ON
    )
    assert need.value == pytest.approx(18)


def test_downwards_the_needed_value_is_the_largest() -> None:
    """From 30 in 2020 down to 10 in 2030: 22 in 2024 is the most that is on the straight path."""
    text = STRAIGHT.replace('direction = "up"', 'direction = "down"')
    text = text.replace("value = 10 }", "value = 40 }").replace("value = 30,", "value = 20,")
    case = judged(text + yearly({2021: 39, 2022: 38}), "2023-11-22").case
    assert case is not None
    found = {one.method: one.value for one in needed(case, Period.parse("2024"))}
    assert found["linear-ratio"] == pytest.approx(32, abs=1e-6)


@pytest.mark.parametrize(("comparator", "better"), [(">", 124.0), ("<", 124.0)])
def test_an_amount_that_is_to_be_exceeded_has_a_needed_value(
    comparator: str, better: float
) -> None:
    """The goal itself will not do, what lies next to it does."""
    text = (
        '[[target]]\nid = "x"\ntitle = "X"\nkind = "annual"\nunit = "n"\n'
        f'goal = {{ value = 124, by = 2026, comparator = "{comparator}" }}\n'
    )
    target = book(text).targets[0]
    day = dt.date(2026, 11, 22)
    found = needed_for_headline(target, (), None, Period.parse("2026"), day)
    assert found.value == pytest.approx(better)
    assert (found.value > better) if comparator == ">" else (found.value < better)


def test_what_is_needed_to_be_kept_below_an_older_and_stricter_goal() -> None:
    """Less than 25 was to be kept in 2025; that less than 30 would do was said afterwards."""
    text = '[[target]]\nid = "x"\ntitle = "X"\nunit = "%"\ndirection = "keep"\n'
    for value, announced in ((25, "2019-01-01"), (30, "2026-01-15")):
        text += f'[[target.goal]]\nvalue = {value}\nby = 2030\ncomparator = "<"\n'
        text += f"announced = {announced}\n"
    text += yearly({2022: 35, 2023: 36})
    found, day = book(text), dt.date(2026, 9, 1)
    case, period = judged(text, day.isoformat()).case, Period.parse("2025")
    need = needed_for_headline(found.targets[0], found.observations["x"], case, period, day)
    assert need.value is not None
    assert need.value < 25
    assert need.value == pytest.approx(25)


def test_what_would_have_been_needed_where_a_figure_is_recorded() -> None:
    """16 in 2023, on the straight path, in place of 13."""
    text, period = STRAIGHT + yearly({2021: 11, 2022: 12, 2023: 13}), Period.parse("2023")
    found, case = book(text), judged(text, ON.isoformat()).case
    need = needed_for_headline(found.targets[0], found.observations["x"], case, period, ON)
    assert need.value == pytest.approx(16)


def test_no_value_of_the_base_year_is_a_change_from_itself() -> None:
    """30 in 2023 reaches 30; three times the value of 2023 it is not, nor is any other one."""
    text, period = STRAIGHT.replace("2020", "2023") + yearly({2022: 9}), Period.parse("2023")
    for goal, value in (("value = 30", pytest.approx(30)), ('change = "+200 %"', None)):
        told = text.replace("value = 30", goal)
        found, case = book(told), judged(told, ON.isoformat()).case
        facts = found.observations["x"]
        need = needed_for_headline(found.targets[0], facts, case, period, ON)
        assert need.value == value
    assert what_if(told, {"2023": "30"}) == "baseline only"


def test_what_is_needed_for_green_is_not_enough_for_possible() -> None:
    """Of the band the straight path asks for 16 in 2023, the geometric one for 10 * 3^0.3 = 13.9;
    also where a figure of the period is on record."""
    for text in (SERIES, SERIES.replace("--- 2023_2024-06-01", "--- 2022-06_2022-08-01")):
        found, case = book(text), judged(text, ON.isoformat()).case
        need = needed_for_headline(
            found.targets[0], found.observations["x"], case, Period.parse("2023"), ON
        )
        assert need.value == pytest.approx(16)


def test_a_figure_of_the_period_takes_no_part_in_what_is_needed_of_it() -> None:
    """What it would have had to be does not depend on what it was."""
    cases = [judged(SERIES + fact, "2025-11-22").case for fact in ("", yearly({2024: 14}))]
    assert cases[0] is not None
    assert cases[1] is not None
    one, other = (needed(case, Period.parse("2024")) for case in cases)
    assert [(need.method, need.value) for need in one] == [
        (need.method, pytest.approx(need.value)) for need in other
    ]


def test_an_imagined_value_is_of_the_series_that_is_judged() -> None:
    """22 in 2026 is on the straight path, whichever series is named."""
    text = STRAIGHT.replace("title =", 'judged_series = "survey"\ntitle =')
    text += '[[target.series]]\nid = "survey"\ntitle = "Survey"\n'
    text = text.replace("value = 10 }", 'value = 10, series = "survey" }')
    assert what_if(text + yearly({2021: 11, 2023: 13}, "survey/"), {"2026": "22"}) == "on track"


def test_what_is_to_be_kept_from_both_sides_has_two_limits() -> None:
    """About 2 is 1.9 to 2.1: "at most 2.1" would let 1 pass. Rules of a way say nothing of it."""
    text = (
        '[[target]]\nid = "x"\ntitle = "X"\nunit = "%"\ndirection = "keep"\n'
        'goal = { value = 2, comparator = "~", by = 2030 }\n'
    )
    for figures in (
        {2022: "2.05", 2023: "2.3"},
        {2022: "1.95", 2023: "1.7"},
        {2022: "1.7", 2023: "2.3"},
        {2022: "2.3", 2023: "1.7"},
    ):
        case = judged(text + yearly(figures), ON.isoformat()).case
        assert case is not None
        found = {one.method: one for one in needed(case, Period.parse("2024"))}
        path = found["on-path"]
        assert path.value is not None
        assert path.other is not None
        assert sorted((path.value, path.other)) == pytest.approx([1.9, 2.1])
        assert (found["linear-ratio"].value, found["linear-ratio"].applies) == (None, False)


def test_a_path_is_that_of_the_goal_in_force_in_the_period() -> None:
    """30 by 2026 was softened to 30 by 2030 in 2023 only: of 2022 it asks for 16.7, not for 14."""
    text = STRAIGHT.split("goal =")[0] + (
        "[[target.goal]]\nannounced = 2020-03-01\nvalue = 30\nby = 2026\n"
        "[[target.goal]]\nannounced = 2023-03-01\nvalue = 30\nby = 2030\n"
    )
    text += yearly({2021: 11})
    found, case = book(text), judged(text, "2024-11-22").case
    target, facts = found.targets[0], found.observations["x"]
    asked = all_needed(target, facts, {}, case, Period.parse("2022"), ON)
    values = {one.method: one.value for one in asked}
    assert (values["on-path"], values["headline"]) == pytest.approx((10 + 20 / 3, 10 + 20 / 3))
    assert values["linear-ratio"] == pytest.approx(14)


def test_what_is_kept_may_not_pass_the_amount_to_which_it_comes() -> None:
    """After 1.95 in 2021 the trend leads away below that, and above 2."""
    text = (
        '[[target]]\nid = "x"\ntitle = "X"\nunit = "%"\ndirection = "keep"\n'
        'goal = { value = 2, comparator = "~", by = 2030 }\n'
    )
    figures = yearly({2021: "1.95", 2022: "1.96", 2023: "1.97"})
    found = book(text + figures)
    target, facts, period = found.targets[0], found.observations["x"], Period.parse("2024")
    case = judged(text + figures, "2024-11-22").case
    asked = all_needed(target, facts, {}, case, period, ON)
    trend = next(one for one in asked if one.method == "recent-trend")
    assert (trend.value, trend.other) == pytest.approx((1.95, 2))


def test_where_zero_is_needed_zero_is_said() -> None:
    """A balance of nothing by 2025: the rule forgives a hundred won of a hundred billion."""
    text = (
        '[[target]]\nid = "x"\ntitle = "X"\nunit = "KRW bn"\ndirection = "up"\n'
        "baseline = { period = 2020, value = -100 }\ngoal = { value = 0, by = 2025 }\n"
    )
    case = judged(text + yearly({2021: -90, 2023: -40, 2024: -12.5}), "2025-11-22").case
    assert case is not None
    found = {one.method: one.value for one in needed(case, Period.parse("2025"))}
    assert (found["on-path"], found["linear-ratio"]) == (0, 0)
