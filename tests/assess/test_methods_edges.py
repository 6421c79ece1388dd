"""One observation, zero, a changed sign, a met goal, a past deadline: what each rule then says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cases import case, key, points

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
    """Open SDG turns the sign where base and current value are negative; the goal must be too."""
    shrinking_debt = case({2020: -10, 2025: -7}, -5)
    read = growth_ratio.judge(shrinking_debt)
    assert read.value == pytest.approx((1 - 0.7 ** (1 / 5)) / (1 - 0.5 ** (1 / 10)))
    assert read.klass == "significant"
    assert growth_ratio.judge(case({2020: -10, 2025: -12}, -5)).klass == "deterioration"
    assert said(shrinking_debt)["extrapolation"] == "rule-negative"


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
        (recent_trend.RULE, case({2018: -HUGE, 2023: HUGE}, 1.75e308)),
        (recent_trend.RULE, case({2018: 0, 2023: 1e308}, 1.75e308, 9999)),
        (share_of_change.RULE, case({2020: 5e-324, 2023: -HUGE}, 1)),
        (on_path.RULE, case({2020: -HUGE, 2023: HUGE}, HUGE / 2, path={2025: -HUGE})),
    ],
)
def test_what_a_number_cannot_hold_is_not_judged(rule: Rule, asked: Case) -> None:
    read = rule.judge(asked)
    assert (read.klass, read.value, key(read)) == (None, None, "rule-too-large")


def test_a_difference_too_large_for_a_float_is_not_taken_for_nothing() -> None:
    """x / inf is 0: the miss would be 0 and the symbol sun, the share 0 and the class noise."""
    falling_away = case({2018: -HUGE / 4, 2023: -HUGE / 2}, HUGE)
    assert recent_trend.judge(falling_away).klass == "thunderstorm"
    slow = case({2018: -HUGE / 2, 2023: -HUGE / 2.1}, HUGE)
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


# --------------------------------------------------------------------------- the German window


@pytest.mark.parametrize(
    ("years", "start"),
    [
        ([2018, 2019, 2020, 2021, 2022, 2023], 2018),
        ([2010, 2018, 2023], 2018),  # v_t and v_{t-5} suffice
        ([2020, 2021, 2022, 2023], 2020),
        ([2019, 2020, 2021, 2022, 2023], 2019),
        ([2010, 2020, 2021, 2022, 2023], 2020),
        ([2021, 2022, 2023], None),
        ([2017, 2019, 2021, 2023], None),
        ([2019, 2021, 2022, 2023], None),
        ([2023], None),
    ],
)
def test_window(years: list[int], start: int | None) -> None:
    values = {year: float(year - 2000) for year in years}
    read = recent_trend.judge(case(values, 60))
    expected = f"{start}-12-31" if start else None
    assert dict(read.inputs)["window_start_date"] == expected
    assert read.applies == (start is not None)
    if start:
        assert dict(read.inputs)["mean_change_per_year"] == pytest.approx(1.0)


def test_within_a_year_the_same_season_counts() -> None:
    """A winter peak each year: only winters are compared with a winter."""
    quarters = {
        f"{y}-Q{q}": y - 2000 + (10 if q == 1 else 0) for y in range(2018, 2024) for q in (1, 2)
    }
    del quarters["2023-Q2"]
    window = recent_trend.recent_window(points(quarters))
    assert window is not None
    assert [str(point.period) for point in window] == ["2018-Q1", "2023-Q1"]


def test_days_and_leap_days() -> None:
    days = {f"{y}-{'02-29' if y in (2020, 2024) else '03-02'}": 1.0 for y in range(2019, 2025)}
    window = recent_trend.recent_window(points(days))
    assert window is not None
    assert str(window[0].period) == "2019-03-02"
    mixed = recent_trend.recent_window(points({"2018": 1.0, "2018-12": 2.0, "2023-12": 3.0}))
    assert mixed is not None
    assert str(mixed[0].period) == "2018-12"
    assert recent_trend.recent_window(points({"0004": 1.0})) is None


# --------------------------------------------------------------------------- significance


@pytest.mark.parametrize(
    ("current", "errors", "klass"),
    [
        (22, 0.8, "improving"),  # z 1.77
        (21, 0.8, "little or no detectable change"),  # z 0.88, though PTCA is 10 %
        (21, None, "improving"),
        (20.9, None, "little or no detectable change"),
        (20, None, "little or no detectable change"),
        (18.1, None, "little or no detectable change"),
        (18, None, "getting worse"),
        (18, 0.8, "getting worse"),  # z 1.77
        (18.5, 0.8, "little or no detectable change"),
        (21, 0.0, "improving"),
        (20, 0.0, "little or no detectable change"),
    ],
)
def test_change_and_noise(current: float, errors: float | None, klass: str) -> None:
    """methods.md 5: base 20, goal 30."""
    read = share_of_change.judge(case({2010: 20, 2017: current}, 30, 2020, errors=errors))
    assert read.klass == klass


def test_noise_needs_both_errors() -> None:
    asked = case({2010: 20, 2017: 21}, 30, 2020)
    one = replace(asked, base=replace(asked.base, standard_error=5.0))  # type: ignore[type-var]
    assert share_of_change.judge(one).klass == "improving"


# --------------------------------------------------------------------------- on the path


@pytest.mark.parametrize(
    ("current", "klass", "light", "gap"),
    [(9, "ahead", GOOD, 1), (8, "on path", GOOD, 0), (7.9, "behind", BAD, -0.1)],
)
def test_declared_path(current: float, klass: str, light: str, gap: float) -> None:
    read = on_path.judge(case({2020: 4, 2022: current}, 20, 2028, path="linear"))
    assert (read.klass, read.light) == (klass, light)
    assert read.value == pytest.approx(gap)


@pytest.mark.parametrize(
    ("current", "klass", "light"),
    [(9.3, "ahead", GOOD), (9.2, "on path", MIXED), (2.9, "on path", MIXED), (2.8, "behind", BAD)],
)
def test_band(current: float, klass: str, light: str) -> None:
    """AI use 1 % in 2023 to 30 % in 2030; in 2025 linear 9.29, logistic 2.86."""
    read = on_path.judge(case({2023: 1, 2025: current}, 30, ceiling=100))
    assert (read.klass, read.light) == (klass, light)


def test_no_rounding_is_forgiven() -> None:
    """8 % against 8.04 % is behind, though 8 may be a rounded 8.04."""
    asked = case({2020: 4.02, 2022: 8}, 20.1, 2028, path="linear", resolution=1)
    assert on_path.judge(asked).klass == "behind"


def test_earned_schedule() -> None:
    """1.2 tn won by 2030, 0.18 by the end of 2026: 5.6 months late on the plan's rows, 13 on a
    straight line (methods.md 8)."""
    rows = {2025: 0.10, 2026: 0.25, 2027: 0.45, 2028: 0.70, 2029: 0.95, 2030: 1.20}
    for path, gap, lead in ((rows, -0.07, -0.4667), ("linear", -0.22, -1.10)):
        read = on_path.judge(case({2024: 0, 2026: 0.18}, 1.2, path=path, total=True))
        steps = {step.name: step.result for step in read.steps}
        assert read.value == pytest.approx(gap)
        assert steps["lead"] == pytest.approx(lead, abs=5e-5)


def test_nothing_is_expected_on_a_step_path_before_the_deadline() -> None:
    assert said(case({2023: 0, 2025: 0}, 1, path="step"))["on-path"] == "rule-step"
    assert said(case({2023: 0, 2030: 0}, 1, path="step"))["on-path"] == "behind"
    assert said(case({2023: 0, 2030: 1}, 1, path="step"))["on-path"] == "on path"


def test_rows_without_a_base() -> None:
    plan = {2026: 4.0, 2028: 10.0}
    assert said(case({2025: 3}, 30, base=False, path=plan))["on-path"] == "rule-before-first-row"
    assert said(case({2027: 7}, 30, base=False, path=plan))["on-path"] == "on path"
    read = on_path.judge(case({2029: 21}, 30, base=False, path=plan))
    assert read.value == pytest.approx(1.0)  # the rows go on to the goal: 20 in 2029


def test_a_path_that_cannot_be_drawn() -> None:
    assert said(case({2020: 0, 2025: 1}, 10, path="geometric"))["on-path"] == "rule-no-path"
    assert said(case({2020: 1, 2025: 2}, 10, path="logistic"))["on-path"] == "rule-no-path"


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


def test_every_class_of_a_table_is_a_class_with_a_light() -> None:
    for rule in RULES:
        assert len({cut.klass for cut in rule.cuts}) == len(rule.cuts)


def test_a_reading_without_a_class_does_not_apply() -> None:
    assert not Reading("x").applies
    assert Period.parse("2030").end.isoformat() == "2030-12-31"
