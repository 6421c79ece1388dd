"""One observation, zero, a changed sign, a met goal, a past deadline: what each rule then says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kpi.assess.case import Case
from kpi.assess.methods import (
    extrapolation,
    growth_ratio,
    linear_ratio,
    on_path,
    recent_trend,
    share_of_change,
)
from kpi.assess.methods.catalogue import RULES, panel
from kpi.assess.methods.rule import BAD, GOOD, MIXED, Cut, Reading, Rule, classify, margin
from kpi.facts.periods import Period
from tests.assess.cases import case, key, with_years_between

FIVE = ("on-path", "linear-ratio", "growth-ratio", "extrapolation", "share-of-change")


def said(asked: Case) -> dict[str, str | None]:
    """By rule: its class, or the key of the reason why it has none."""
    return {read.method: read.klass or key(read) for read in panel(asked)}


def expect(asked: Case, **words: str | None) -> None:
    got = said(asked)
    assert {k: got[k.replace("_", "-")] for k in words} == words


# --------------------------------------------------------------------------- too little to judge


def test_no_observation() -> None:
    nothing = replace(case({2023: 1}, 30), points=())
    assert set(said(nothing).values()) == {"rule-needs-value", "baseline only"}
    nothing_at_all = replace(nothing, base=None)
    assert set(said(nothing_at_all).values()) == {"rule-needs-value"}


def test_only_the_baseline() -> None:
    asked = case({2023: 1}, 30)
    got = said(asked)
    assert {got[name] for name in FIVE[:4]} == {"rule-only-base"}
    assert got["share-of-change"] == "baseline only"
    assert got["recent-trend"] == "rule-few-years"
    read = share_of_change.judge(asked)
    assert (read.value, read.light) == (None, "unknown")
    assert key(read) == "rule-only-base"


def test_silence_is_never_green() -> None:
    """One observation that meets the goal says nothing of a change: no rule turns good."""
    for asked in (case({2023: 40}, 30), case({2023: 40}, 30, base=False), case({2023: 5}, 5)):
        assert {read.light for read in panel(asked)} == {"unknown"}


def test_no_baseline() -> None:
    asked = case({2020: 1, 2021: 2, 2022: 3, 2023: 4}, 30, base=False)
    got = said(asked)
    assert {got[name] for name in FIVE} == {"rule-needs-base"}
    assert got["recent-trend"] == "cloud"
    assert said(case({2023: 4}, 30, base=False))["share-of-change"] == "baseline only"


def test_a_value_before_the_baseline_is_not_progress() -> None:
    asked = case({2020: 1, 2023: 5}, 30, base=2023)
    earlier = replace(asked, points=asked.points[:1])
    assert said(earlier)["linear-ratio"] == "rule-only-base"


def test_two_observations() -> None:
    expect(
        case({2023: 10, 2025: 14}, 20, 2028),
        linear_ratio="on track",
        growth_ratio="significant",
        extrapolation="on track",
        recent_trend="rule-few-years",
        share_of_change="improving",
    )


def test_no_deadline() -> None:
    asked = case({year: 10 + year - 2020 for year in range(2020, 2026)}, 30, by=None)
    got = said(asked)
    for name in ("on-path", "linear-ratio", "growth-ratio", "extrapolation", "recent-trend"):
        assert got[name] == "rule-no-deadline"
    assert got["share-of-change"] == "improving"  # there is no time in it


def test_deadline_not_after_the_baseline() -> None:
    assert said(case({2023: 10, 2025: 14}, 20, 2023))["linear-ratio"] == "rule-deadline-first"


# --------------------------------------------------------------------------- zeros and signs


def test_zero_baseline() -> None:
    expect(
        case({2020: 0, 2025: 6}, 10),
        on_path="ahead",
        linear_ratio="on track",
        growth_ratio="rule-zero-base",
        extrapolation="rule-zero-base",
        share_of_change="improving",
    )
    expect(case({2020: 0, 2025: -1}, 10), share_of_change="rule-zero-base-away")
    noisy = share_of_change.judge(case({2020: 0, 2025: -1}, 10, errors=0.1))
    assert (noisy.klass, noisy.value) == ("getting worse", None)


def test_zero_goal() -> None:
    expect(
        case({2020: 10, 2025: 5}, 0, better="down"),
        on_path="on path",
        linear_ratio="on track",
        growth_ratio="rule-zero-goal",
        extrapolation="rule-zero-goal",
        share_of_change="improving",
    )


def test_zero_current_value() -> None:
    expect(
        case({2020: 5, 2025: 0}, 10),
        growth_ratio="rule-zero-current",
        extrapolation="rule-zero-current",
        linear_ratio="decreasing",
        share_of_change="getting worse",
    )


def test_sign_change() -> None:
    for values, goal in (
        ({2020: -5, 2025: 1}, 5),
        ({2020: -5, 2025: -2}, 5),
        ({2020: 5, 2025: -2}, 9),
    ):
        got = said(case(values, goal))
        assert got["growth-ratio"] == "rule-signs-differ"
        assert got["extrapolation"] in ("rule-negative", "rule-signs-differ")
        assert got["linear-ratio"] in ("on track", "moderately improving", "decreasing")


def test_both_negative() -> None:
    """Below zero there is no growth: the straight rules alone apply."""
    shrinking_debt = case(with_years_between({2020: -10, 2025: -7}), -5)
    assert said(shrinking_debt) == {
        "on-path": "ahead", "linear-ratio": "on track", "growth-ratio": "rule-negative",
        "recent-trend": "sun", "extrapolation": "rule-negative", "share-of-change": "improving",
    }  # fmt: skip
    assert growth_ratio.judge(case({2020: -10, 2025: -4}, -5)).klass == "achieved"


def test_negative_baseline_of_the_change() -> None:
    read = share_of_change.judge(case({2020: -10, 2025: -12}, -5))
    assert (read.value, read.klass) == (-20.0, "getting worse")


HUGE = 1.7e308


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        (linear_ratio.RULE, case({2020: -HUGE, 2023: 1}, HUGE)),
        (growth_ratio.RULE, case({"2020-01-01": 1e-300, "2020-01-02": 1e300}, 1e301)),
        (extrapolation.RULE, case({2020: 1, 2021: 1e300}, 1e308)),
        (recent_trend.RULE, case({2018: -HUGE, 2020: 0, 2021: 0, 2022: 0, 2023: HUGE}, 1.75e308)),
        (recent_trend.RULE, case({2020: 0, 2021: 0, 2022: 0, 2023: 1e308}, 1.75e308, 9999)),
        (share_of_change.RULE, case({2020: 5e-324, 2023: -HUGE}, 1)),
        (on_path.RULE, case({2020: -HUGE, 2023: HUGE}, HUGE / 2, path={2025: -HUGE})),
    ],
)
def test_what_a_number_cannot_hold_is_not_judged(rule: Rule, asked: Case) -> None:
    read = rule.judge(asked)
    assert (read.klass, read.value, key(read)) == (None, None, "rule-too-large")


def test_a_difference_too_large_for_a_float_is_not_taken_for_nothing() -> None:
    """x / inf is 0: the miss would be 0 and the symbol sun, the share 0 and the class noise."""
    falling_away = case(with_years_between({2018: -HUGE / 4, 2023: -HUGE / 2}), HUGE)
    assert recent_trend.judge(falling_away).klass == "thunderstorm"
    slow = case(with_years_between({2018: -HUGE / 2, 2023: -HUGE / 2.1}), HUGE)
    assert recent_trend.judge(slow).klass == "cloud"
    assert share_of_change.judge(case({2020: -HUGE, 2023: 1}, HUGE)).value == pytest.approx(50)


# --------------------------------------------------------------------------- met, lost, kept


def test_met_before_time() -> None:
    expect(
        case({2020: 10, 2023: 32}, 30),
        on_path="ahead",
        linear_ratio="on track",
        growth_ratio="achieved",
        extrapolation="on track",
        share_of_change="met",
    )
    assert growth_ratio.judge(case({2020: 10, 2023: 32}, 30)).value is not None


def test_met_on_the_last_day_by_a_day() -> None:
    """Nine years with three leap days are 3,288 days, which is more than 9 * 365.25."""
    read = linear_ratio.judge(case({"2019": 10, "2028-12-31": 30}, 30, 2028))
    assert (read.klass, key(read)) == ("on track", "rule-met")
    assert read.value == pytest.approx(9 * 365.25 / 3288)


def test_met_from_zero_has_no_number() -> None:
    for rule in (growth_ratio, extrapolation):
        read = rule.judge(case({2020: 0, 2023: 32}, 30))
        assert (read.light, read.value, key(read)) == ("good", None, "rule-met-no-number")


@pytest.mark.parametrize(
    ("current", "linear", "growth", "carried", "change"),
    [
        (40, "on track", "achieved", "on track", "met"),
        (35, "on track", "achieved", "on track", "met"),
        (32, "stagnating", "achieved", "on track", "met"),
        (30, "stagnating", "achieved", "on track", "met"),
        (29, "decreasing", "deterioration", "rule-base-at-goal", "getting worse"),
        (34.9 - 5, "decreasing", "deterioration", "rule-base-at-goal", "getting worse"),
    ],
)
def test_base_beyond_the_goal(
    current: float, linear: str, growth: str, carried: str, change: str
) -> None:
    expect(
        case({2020: 35, 2025: current}, 30),
        linear_ratio=linear,
        growth_ratio=growth,
        extrapolation=carried,
        share_of_change=change,
    )
    why = {"on track": "rule-met-held", "stagnating": "rule-met-fallen", "decreasing": "rule-lost"}
    assert key(linear_ratio.judge(case({2020: 35, 2025: current}, 30))) == why[linear]


def test_no_change_was_asked_of_a_base_beyond_the_goal() -> None:
    read = share_of_change.judge(case({2020: 40, 2025: 41}, 30))
    assert (read.klass, read.value, key(read)) == ("met", None, "rule-met-at-base")


def test_base_at_the_goal() -> None:
    expect(
        case({2020: 30, 2025: 31}, 30),
        linear_ratio="on track",
        growth_ratio="achieved",
        share_of_change="met",
    )
    expect(
        case({2020: 30, 2025: 29}, 30),
        on_path="behind",
        linear_ratio="decreasing",
        growth_ratio="rule-base-at-goal",
        extrapolation="rule-base-at-goal",
        share_of_change="little or no detectable change",
    )


@pytest.mark.parametrize(
    ("value", "met"), [(9.25, False), (9.5, True), (10, True), (10.5, True), (10.75, False)]
)
def test_what_is_kept_about_an_amount(value: float, met: bool) -> None:
    """Within its tolerance on both sides, its two ends included."""
    asked = case({2020: 10, 2025: value}, 10, keep=True)
    assert replace(asked, two_sided=True, tolerance=0.5).met is met


def test_a_value_to_be_kept() -> None:
    held = case(dict.fromkeys(range(2019, 2025), 0.03), 0.02, keep=True)
    got = said(held)
    assert got["on-path"] == "ahead"
    assert got["recent-trend"] == "sun"
    for name in ("linear-ratio", "growth-ratio", "extrapolation", "share-of-change"):
        assert got[name] == "rule-keeps"


@pytest.mark.parametrize(
    ("last", "symbol", "reason"),
    [
        (12, "sun", "rule-met"),
        (10, "sun", "rule-met"),
        (9.5, "thunderstorm", "rule-away"),
    ],
)
def test_keep_from_ten(last: float, symbol: str, reason: str) -> None:
    values = dict.fromkeys(range(2019, 2024), 10.0) | {2024: last}
    read = recent_trend.judge(case(values, 10, keep=True, by=None))
    assert (read.klass, key(read)) == (symbol, reason)


@pytest.mark.parametrize(
    ("first", "last", "symbol"),
    [
        (10.5, 10, "sun"),  # at the very amount nothing leads away from it
        (9.5, 10, "sun"),
        (10.4, 10.3, "sun"),
        (10.2, 10.3, "sun with cloud"),
        (9.8, 9.7, "sun with cloud"),
    ],
)
def test_an_amount_is_lost_on_the_side_on_which_the_value_lies(
    first: float, last: float, symbol: str
) -> None:
    values = dict.fromkeys(range(2019, 2024), first) | {2024: last}
    asked = replace(case(values, 10, keep=True), two_sided=True, tolerance=0.5)
    assert recent_trend.judge(asked).klass == symbol


def test_keep_lost_and_coming_nearer() -> None:
    values = {2019: 8, 2020: 8, 2021: 8.5, 2022: 9, 2023: 9, 2024: 9.5}
    read = recent_trend.judge(case(values, 10, keep=True))
    assert (read.klass, read.light, read.value) == ("cloud", "bad", None)
    still = recent_trend.judge(case(dict.fromkeys(range(2019, 2025), 9.0), 10, keep=True))
    assert still.klass == "thunderstorm"


# --------------------------------------------------------------------------- the deadline is past


def test_a_late_success_is_not_looked_at() -> None:
    """13 of 20 at the deadline, 25 three years later: no rule is good."""
    values = {y: 10 + 0.6 * (y - 2015) for y in range(2015, 2021)} | {2023: 25}
    asked = case(values, 20, 2020)
    assert said(asked) == {
        "on-path": "behind",
        "linear-ratio": "stagnating",
        "growth-ratio": "limited",
        "recent-trend": "cloud",
        "extrapolation": "acceleration needed",
        "share-of-change": "improving",
    }
    assert all(dict(read.inputs)["current_date"] == "2020-12-31" for read in panel(asked))
    only_later = case({2015: 10, 2023: 25}, 20, 2020)
    assert {said(only_later)[name] for name in FIVE[:4]} == {"rule-after-deadline"}


def test_at_the_deadline_the_miss_is_the_whole_gap() -> None:
    read = recent_trend.judge(case({y: y - 2010 for y in range(2015, 2021)}, 20, 2020))
    assert (read.value, read.klass) == (1.0, "cloud")


# --------------------------------------------------------------------------- the shape of a reading


def test_inputs_have_the_names_of_the_json() -> None:
    asked = case({2015: 14.5, 2023: 10.4}, 7.25, better="down")
    for read in panel(asked):
        if read.method != "recent-trend":
            assert dict(read.inputs) == {
                "base": 14.5,
                "base_date": "2015-12-31",
                "current": 10.4,
                "current_date": "2023-12-31",
                "goal": 7.25,
                "goal_date": "2030-12-31",
            }
    names = [name for name, _ in recent_trend.judge(asked).inputs]
    assert names == [
        "current", "current_date", "goal", "goal_date", "window_start", "window_start_date",
    ]  # fmt: skip


def test_margin_is_the_distance_to_the_nearest_cut() -> None:
    read = growth_ratio.judge(case({2015: 14.5, 2023: 10.2}, 7.25, better="down"))
    assert read.margin == pytest.approx(0.00259, abs=5e-6)


def test_steps_lead_to_the_value() -> None:
    for read in panel(case({y: 20.0 + y - 2015 for y in range(2015, 2026)}, 60, path="linear")):
        assert read.steps
        assert read.value in [step.result for step in read.steps]
        for step in read.steps:
            assert all("{" + letter + "}" in step.formula for letter, _ in step.letters), step


def test_cuts_and_the_last_bits_of_a_float() -> None:
    falling = (
        Cut("sun", GOOD, 0.05, strict=True, falling=True),
        Cut("sun with cloud", MIXED, 0.20, falling=True),
        Cut("cloud", BAD),
    )
    assert classify(0.05 - 1e-15, falling).klass == "sun with cloud"  # < 5 %, and this is 5 %
    assert classify(0.0499, falling).klass == "sun"
    assert classify(0.20 + 1e-15, falling).klass == "sun with cloud"
    assert classify(0.2001, falling).klass == "cloud"
    assert margin(0.0499, falling) == pytest.approx(0.0001)
    with pytest.raises(AssertionError):
        classify(0.5, falling[:2])


def test_no_class_stands_twice_in_a_table() -> None:
    for rule in RULES:
        assert len({cut.klass for cut in rule.cuts}) == len(rule.cuts)


def test_a_reading_without_a_class_does_not_apply() -> None:
    assert not Reading("x").applies
    assert Period.parse("2030").end.isoformat() == "2030-12-31"


# --------------------------------------------------------------------------- the softened goal


def test_the_path_alone_looks_at_the_goal_of_then() -> None:
    """20 of 30 in 2025 is on the straight path; of 50, as was asked for then, it is short by 10."""
    now = case({2020: 10, 2025: 20}, 30, path="linear")
    then = replace(now, goal=50.0)
    for old, today, mixed in zip(panel(then), panel(now), panel(now, then), strict=True):
        assert mixed == (old if mixed.method == "on-path" else today)
    assert panel(now, then)[0].value == -10


def test_an_older_goal_that_was_not_replaced_in_time_is_still_to_be_reached() -> None:
    """29.5 in 2023 of 30 by 2022: that the 29 of 2021 was ahead of its path is no comfort."""
    now = case({2015: 10, 2021: 29, 2023: 29.5}, 40, path="linear")
    then = replace(now, goal=30.0, deadline=Period.parse("2022"))
    found = panel(now, then)[0]
    assert (found.klass, found.value) == ("behind", -0.5)
    assert dict(found.inputs)["current_date"] == "2023-12-31"
    missed = replace(now, deadline=Period.parse("2022"))  # nor does it look past the judged one
    assert dict(panel(missed, then)[0].inputs)["current_date"] == "2021-12-31"


# --------------------------------------------------------------------------- on the very border


def test_both_paths_touched_is_ahead() -> None:
    """At the deadline every path is at the goal; one path alone is met exactly."""
    asked = case({2020: 10, 2030: 30}, 30)
    assert (on_path.judge(asked).klass, on_path.judge(asked).value) == ("ahead", 0)
    declared = on_path.judge(replace(asked, path="linear"))
    assert (declared.klass, declared.light) == ("on path", GOOD)
    kept = on_path.judge(case({2020: 30, 2025: 30}, 30, keep=True))
    assert (kept.klass, kept.light) == ("on path", GOOD)


@pytest.mark.parametrize(("pace", "symbol"), [
    (19, "sun with cloud"), (19.2, "sun"), (16, "sun with cloud"), (15.9, "cloud"),
])  # fmt: skip
def test_a_miss_of_exactly_a_cut(pace: float, symbol: str) -> None:
    """A hundred is open, with five years for it: 95 leave 5 %, and sun is less than that."""
    values = {2020 + n: pace * n for n in range(6)}
    read = recent_trend.judge(case(values, 5 * pace + 100))
    assert read.value == pytest.approx(1 - pace / 20)
    assert read.klass == symbol


def test_a_goal_that_was_to_be_exceeded_and_is_reached_exactly() -> None:
    """Nothing is open of which the miss could be a share."""
    asked = replace(case({2020 + n: 24.0 + 2 * n for n in range(4)}, 30), strict=True)
    expect(asked, recent_trend="rule-at-strict-goal", share_of_change="improving")


@pytest.mark.parametrize(("current", "arrow", "why"), [
    (31, "on track", "rule-met-held"), (30, "stagnating", "rule-at-strict-goal"),
    (29, "decreasing", "rule-lost"),
])  # fmt: skip
def test_from_the_goal_that_was_to_be_exceeded(current: int, arrow: str, why: str) -> None:
    """To stay there wins nothing and loses nothing; to fall to it from beyond does."""
    read = linear_ratio.judge(replace(case({2020: 30, 2025: current}, 30), strict=True))
    assert (read.klass, key(read)) == (arrow, why)
    fallen = linear_ratio.judge(replace(case({2020: 35, 2025: 30}, 30), strict=True))
    assert (fallen.klass, key(fallen)) == ("decreasing", "rule-lost")


@pytest.mark.parametrize(("day", "counts"), [
    ("2020-06-15", True), ("2020-06-14", False), ("2020-07-15", True), ("2020-07-16", False),
])  # fmt: skip
def test_a_year_back_is_the_same_day_give_or_take_half_a_month(day: str, counts: bool) -> None:
    """Fifteen days before 30 June or after it; without that value three years are left."""
    values = {day: 1.0, "2021-06-30": 2.0, "2022-06-30": 3.0, "2023-06-30": 4.0}
    assert recent_trend.judge(case(values, 30)).applies is counts


def test_of_two_values_near_a_day_the_nearest_is_taken() -> None:
    """Nine days before and four after: the window begins with the latter."""
    values = {"2020-06-21": 9.0, "2020-07-04": 1.0, "2021-06-30": 2.0, "2022-06-30": 3.0,
              "2023-06-30": 4.0}  # fmt: skip
    read = recent_trend.judge(case(values, 30))
    assert dict(read.inputs)["window_start"] == 1.0


@pytest.mark.parametrize("first", ["0001-01-10", "0002-01-10"])
def test_the_first_years_of_the_calendar(first: str) -> None:
    """Nothing was before them, and nothing goes wrong in looking for it."""
    year = int(first[:4])
    values = {f"{year + n:04}-01-10": 1.0 + n for n in range(5)}
    assert recent_trend.judge(case(values, 30, by="0020")).applies


def test_a_change_that_no_number_can_hold_is_no_trend() -> None:
    """Also of a goal that is met, which has no miss."""
    values = {2020: -1e308, 2021: 0.0, 2022: 0.0, 2023: 1e308}
    expect(case(values, 1e308), recent_trend="rule-too-large")


# --------------------------------------------------------------------------- what is said


@pytest.mark.parametrize("values", [{2020: 10, 2025: -5}, {2020: -10, 2025: -5}])
def test_growth_carries_no_value_below_zero(values: dict[int, float]) -> None:
    expect(case(values, 30), extrapolation="rule-negative")


def test_growth_leads_to_no_goal_below_zero() -> None:
    asked = case({2020: 10, 2025: 5}, -5, better="down")
    expect(asked, extrapolation="rule-negative", growth_ratio="rule-signs-differ")


def test_a_fall_of_what_is_still_met_has_no_percentage() -> None:
    """40 had met a goal of 30, and 35 still does: it is no change for the worse by 12.5 %."""
    read = share_of_change.judge(case({2020: 40, 2025: 35}, 30))
    assert (read.klass, read.value, key(read)) == ("met", None, "rule-met-at-base")


def test_a_class_applies_with_a_number_or_without() -> None:
    """`achieved` from a base of zero has none; the result alone has neither inputs nor steps."""
    read = growth_ratio.judge(case({2020: 0, 2025: 40}, 30))
    assert (read.klass, read.value, read.applies) == ("achieved", None, True)
    full = growth_ratio.judge(case({2020: 10, 2025: 20}, 30))
    assert full.steps
    assert full.in_detail("steps") == full
    inputs = full.in_detail("inputs")
    assert (inputs.steps, inputs.inputs) == ((), full.inputs)
    result = full.in_detail("result")
    assert (result.steps, result.inputs, result.value) == ((), (), full.value)


@pytest.mark.parametrize(("last", "klass"), [(15, "improving"), (25, "getting worse")])
def test_a_significant_fall_is_better_where_less_is(last: float, klass: str) -> None:
    """|c - b| = 5 over sqrt(1 + 1) is 3.5, beyond 1.6449."""
    asked = case({2020: 20, 2025: last}, 10, better="down", errors=1.0)
    expect(asked, share_of_change=klass)


def test_no_step_has_a_result_that_no_number_can_hold() -> None:
    """A change of 5 over an error of next to nothing."""
    read = share_of_change.judge(case({2020: 10, 2025: 15}, 30, errors=1e-320))
    assert (read.klass, [line.name for line in read.steps]) == (
        "improving", ["targeted-change-achieved"],
    )  # fmt: skip


def test_one_value_of_what_is_to_be_kept() -> None:
    """It is on its flat path, which needs no baseline; rules of a way have nothing to say."""
    asked = case({2023: 5}, 5, keep=True, base=False)
    expect(asked, on_path="on path",
           share_of_change="rule-keeps")  # fmt: skip
