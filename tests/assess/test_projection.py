"""Where a series leads, and how sure one may be: worked numbers, refusals and coverage."""

from __future__ import annotations

import datetime as dt
import math
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from kpi.assess import student_t
from kpi.assess.case import Case, Point
from kpi.assess.path import logit
from kpi.assess.projection import (
    LEAST_PROBABILITY,
    Projection,
    choose_scale,
    drift,
    project,
    widening,
)
from kpi.assess.reason import Reason
from kpi.facts.periods import Period
from tests.assess.cases import case
from tests.assess.test_methods_laws import wild_cases

#: docs/research.md 10.7: 1.0, 1.6, 2.9, 4.5 % in 2023 to 2026, 30 % by 2030.
VALUES = {2023: 1.0, 2024: 1.6, 2025: 2.9, 2026: 4.5}
AI = case(VALUES, 30, ceiling=100)


def projected(asked: Case) -> Projection:
    found = project(asked)
    assert isinstance(found, Projection), found
    return found


def refused(asked: Case) -> str:
    found = project(asked)
    assert isinstance(found, Reason), found
    return found.key


# --------------------------------------------------------------------------- worked numbers


def test_the_walk_on_logits() -> None:
    """m -1.001621, se 0.252295, df 2, P 0.3015, 80 % 18.6 to 37.1: before the widening."""
    walk = drift([0, 1, 2, 3], [logit(v, 100) for v in VALUES.values()], 4)
    assert (walk.median, walk.se, walk.df) == pytest.approx((-1.001621, 0.252295, 2), abs=5e-7)
    chance = student_t.cdf((walk.median - logit(30, 100)) / walk.se, walk.df)
    assert chance == pytest.approx(0.3015, abs=5e-5)


def test_the_walk_on_plain_numbers() -> None:
    """m 9.17 %, se 1.56773, P 0.0028."""
    walk = drift([0, 1, 2, 3], list(VALUES.values()), 4)
    assert (walk.median, walk.se) == pytest.approx((9.166667, 1.56773), abs=5e-6)
    assert student_t.cdf((walk.median - 30) / walk.se, walk.df) == pytest.approx(0.0028, abs=5e-5)


def test_ai_use() -> None:
    """The same, widened by 1.75 at four years: t is divided by it, the interval grows."""
    found = projected(AI)
    assert found.date == dt.date(2030, 12, 31)
    assert found.method == "random walk with drift on logits"
    assert (found.n, found.df, found.widened, found.level) == (4, 2, 1.75, 0.8)
    assert found.value == pytest.approx(26.86, abs=5e-3)
    reach = 1.75 * 0.252295 * 1.885618
    ends = [100 / (1 + math.exp(-(-1.001621 + d * reach))) for d in (-1, 1)]
    assert [found.low, found.high] == pytest.approx(ends, abs=1e-3)
    t = (-1.001621 + 0.847298) / (1.75 * 0.252295)
    assert found.probability == pytest.approx(0.5 + t / (2 * math.sqrt(2 + t * t)), abs=1e-5)
    assert not (found.very_weak)
    assert not (found.straight)
    assert not (found.held_back)


def test_the_narrow_interval_of_the_model() -> None:
    """18.6 to 37.1 % at 80 %, as printed in docs/research.md before the widening."""
    walk = drift([0, 1, 2, 3], [logit(v, 100) for v in VALUES.values()], 4)
    reach = student_t.quantile(0.9, 2) * walk.se
    ends = [100 / (1 + math.exp(-(walk.median + d * reach))) for d in (-1, 1)]
    assert ends == pytest.approx([18.6, 37.1], abs=0.06)


@pytest.mark.parametrize(
    ("values", "goal", "scale", "expected"),
    [
        ([1.0, 1.8, 3.0], 30, "plain", 8.0),  # A of docs/research.md 11
        ([1.0, 1.8, 3.0], 30, "geometric", 46.8),
        ([1.0, 1.8, 3.0], 30, "logistic", 33.7),
        ([100, 90, 82, 73, 64, 55], 20, "plain", 10.0),  # C
        ([100, 90, 82, 73, 64, 55], 20, "geometric", 30.3),
        ([10, 12, 14, 16, 18, 20, 20, 20, 20, 20, 20], 30, "plain", 25.0),  # D
        ([10, 12, 14, 16, 18, 20, 20, 20, 20, 20, 20], 30, "geometric", 28.3),
        ([10, 12, 14, 16, 18, 20, 20, 20, 20, 20, 20], 30, "logistic", 27.3),
    ],
)
def test_the_medians_of_section_11(
    values: list[float], goal: float, scale: str, expected: float
) -> None:
    years = dict(zip(range(2026 - len(values), 2026), values, strict=True))
    better = "up" if goal > values[0] else "down"
    asked = case(years, goal, better=better, path="linear" if scale == "plain" else scale)
    found = projected(replace(asked, ceiling=100.0) if scale == "logistic" else asked)
    assert found.value == pytest.approx(expected, abs=0.06)


def test_widening() -> None:
    assert [widening(h) for h in (0.1, 1, 2, 4, 5, 20)] == [1, 1, 1.25, 1.75, 2, 2]


def test_uneven_spacing() -> None:
    """Each change has the variance sigma^2 dt: by hand for 0, 1, 3 at 0, 1, 4 (beta 3/4)."""
    walk = drift([0, 1, 4], [0.0, 1.0, 3.0], 1)
    assert walk.sigma**2 == pytest.approx(0.25**2 / 1 + 0.25**2 / 3)
    assert walk.median == 3.75
    assert walk.stretch == pytest.approx(math.sqrt(1.25))
    assert drift([3, 4, 7], [0.0, 1.0, 3.0], 1) == walk


# --------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (case({2023: 1}, 30), "projection-few-points"),
        (case({2023: 1, 2024: 2}, 30), "projection-few-points"),
        (case(VALUES, 30, by=None), "projection-no-deadline"),
        (case(VALUES, 30, by=2026), "projection-deadline-reached"),
        (case(VALUES, 30, by=2025), "projection-deadline-reached"),
        (case({2023: 1, 2024: 2, 2025: 3}, 30), "projection-no-scatter"),
        (case({2023: 0, 2024: 1e308, 2025: -1e308}, 30), "projection-too-large"),
    ],
)
def test_refusals(asked: Case, key: str) -> None:
    assert refused(asked) == key


def test_the_reason_counts_the_observations() -> None:
    found = project(case({2023: 1, 2024: 2}, 30))
    assert isinstance(found, Reason)
    assert dict(found.facts) == {"n": 2, "least": 3}


def test_a_year_and_its_december_are_one_observation() -> None:
    values = {"2022-12": 1.0, "2023": 2.0, "2023-12": 2.1}
    assert refused(case(values, 30)) == "projection-few-points"


def test_three_observations_are_very_weak() -> None:
    found = projected(case({2023: 1.0, 2024: 1.6, 2025: 2.9}, 30))
    assert (found.very_weak, found.df) == (True, 1)
    assert not projected(AI).very_weak


def test_a_met_goal_is_still_projected() -> None:
    """It may be lost again: that is the probability then."""
    found = projected(case({2020: 30, 2021: 33, 2022: 31, 2023: 30.5}, 30))
    assert 0.5 < found.probability < 0.9


# --------------------------------------------------------------------------- uncertainty


def test_a_straight_line_has_the_error_of_its_rounding() -> None:
    line = {2020: 1.0, 2021: 2.0, 2022: 3.0, 2023: 4.0}
    found = projected(case(line, 11.5, resolution=1.0))
    assert found.straight
    assert found.value == 11
    se = 0.29 * math.sqrt(7 * (1 + 7 / 3)) * 2
    assert found.high - found.value == pytest.approx(student_t.quantile(0.9, 2) * se)
    assert 0.2 < found.probability < 0.5


def test_rounding_is_a_floor_under_the_scatter() -> None:
    nearly = {2020: 1.0, 2021: 2.0, 2022: 3.001, 2023: 4.0}
    coarse = projected(case(nearly, 11.5, resolution=1.0))
    fine = projected(case(nearly, 11.5, resolution=0.001))
    assert coarse.straight
    assert not fine.straight
    assert coarse.high - coarse.low > 100 * (fine.high - fine.low)


def test_rounding_in_logits_is_that_of_the_last_value() -> None:
    line = {2020: 50.0, 2021: 50.0, 2022: 50.0}
    found = projected(case(line, 60, by=2023, ceiling=100, resolution=1.0))
    reach = student_t.quantile(0.9, 1) * 0.29 * 0.04 * math.sqrt(1.5)  # 1/50 + 1/50 a unit
    assert found.high == pytest.approx(100 / (1 + math.exp(-reach)))


def test_never_certain_and_it_says_so() -> None:
    line = {2000 + n: float(n) for n in range(20)}
    sure = projected(case(line, 5, resolution=1e-9))
    assert (sure.probability, sure.held_back) == (1 - LEAST_PROBABILITY, True) == (0.999999, True)
    hopeless = projected(case(line, 500, resolution=1e-9))
    assert (hopeless.probability, hopeless.held_back) == (LEAST_PROBABILITY, True)


def test_standard_errors_add_in_quadrature_and_are_widened_together() -> None:
    """docs/research.md 10.4 and 10.5: se² + se_obs², and all of it doubled for a long horizon."""
    without = projected(case(VALUES, 30, path="linear"))
    with_error = projected(case(VALUES, 30, path="linear", errors=3.0))
    t = student_t.quantile(0.9, 2)
    expected = t * math.hypot((without.high - without.value) / t, 1.75 * 3.0)
    assert without.widened == 1.75
    assert with_error.high - with_error.value == pytest.approx(expected)


def test_a_standard_error_on_logits_is_that_of_the_last_value() -> None:
    """One point of 4.5 % is 1 / 4.5 + 1 / 95.5 on logits, widened by 1.75 four years ahead."""
    t = student_t.quantile(0.9, 2)
    found, alone = projected(replace(AI, points=case(VALUES, 30, errors=1.0).points)), projected(AI)
    reach = (logit(alone.high, 100) - logit(alone.value, 100)) / t
    expected = t * math.hypot(reach, 1.75 * (1 / 4.5 + 1 / 95.5))
    assert logit(found.high, 100) - logit(found.value, 100) == pytest.approx(expected)


def test_a_quarter_ahead_is_as_unsure_as_its_rounding() -> None:
    """sigma^2 = (0.5^2 + 0.5^2) / 1, and 90 days ahead se = 0.37: less than 0.29 of 2."""
    near = case({2020: 10, 2021: 11, 2022: 13}, 14, by="2023-Q1", resolution=2.0)
    found = projected(near)
    assert not found.straight
    assert found.high - found.value == pytest.approx(student_t.quantile(0.9, 1) * 0.29 * 2)


def test_the_last_bits_of_sums_are_no_scatter() -> None:
    """0.3 - 0.2 is not 0.1 in floats: nothing follows from that about chance."""
    assert refused(case({2020: 0.1, 2021: 0.2, 2022: 0.3, 2023: 0.4}, 2)) == "projection-no-scatter"


def test_the_way_down() -> None:
    """The probability is that of being at the goal or below it."""
    up = projected(case({2020: 1, 2021: 3, 2022: 4, 2023: 6}, 12, path="linear"))
    down = projected(
        case({2020: -1, 2021: -3, 2022: -4, 2023: -6}, -12, better="down", path="linear")
    )
    assert down.probability == pytest.approx(up.probability)
    assert (down.low, down.high) == pytest.approx((-up.high, -up.low))


def test_about_an_amount_near_the_ceiling() -> None:
    """96 within 2 lies between 94 and 98; within 5 it lies above 91, as nothing is above 100."""
    asked = case({2020: 90, 2021: 96, 2022: 92, 2023: 95}, 96, ceiling=100, keep=True)
    least, most = (projected(replace(asked, goal=float(at))).probability for at in (94, 98))
    both = projected(replace(asked, two_sided=True, tolerance=2.0)).probability
    assert both == pytest.approx(least - most)
    above = projected(replace(asked, two_sided=True, tolerance=5.0)).probability
    assert above == pytest.approx(projected(replace(asked, goal=91.0)).probability)


# --------------------------------------------------------------------------- scales


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (AI, " on logits"),
        (replace(AI, goal=100.0), " on logits"),  # the goal is the ceiling
        (replace(AI, goal=-1.0), ""),  # no share
        (case(VALUES | {2027: 0.0}, 30, ceiling=100), ""),
        (case(VALUES, 30), ""),  # rising, nothing declared
        (case(VALUES, 30, path="geometric"), " on logs"),
        (case(VALUES, 30, path="linear", ceiling=100), " on logits"),
        (case({2020: 9, 2021: 7, 2022: 6}, 3, better="down"), " on logs"),
        (case({2020: 9, 2021: 7, 2022: 6}, 0, better="down"), " on logs"),
        (case({2020: 9, 2021: 7, 2022: 6}, -3, better="down"), ""),
        (case({2020: 9, 2021: 7, 2022: 6}, 3, better="down", path="linear"), ""),
        (case({2020: 9, 2021: 7, 2022: 6}, 3, better="down", total=True), ""),
        (case({2020: 2.1, 2021: 2.3, 2022: 2.2}, 2, better="down", keep=True), ""),
        (case({2020: 1.9, 2021: 1.7, 2022: 1.8}, 2, keep=True), ""),
    ],
)
def test_the_scale_follows_what_is_declared(asked: Case, name: str) -> None:
    assert choose_scale(asked).name == name


@pytest.mark.parametrize("end", [0.0, 100.0])
def test_a_share_that_was_at_an_end_of_its_scale_has_no_odds(end: float) -> None:
    """All or nothing has no logit, and plain numbers led to -79 and 322 % of the companies."""
    share = case({2022: end, 2023: 90.0, 2024: 94.0, 2025: 93.0}, 95, ceiling=100)
    assert refused(share) == "projection-at-an-end"
    stated = replace(AI, points=(AI.points[0]._replace(value=0.0, stated=True), *AI.points[1:]))
    assert projected(stated).method.endswith(" on logits")  # it is no evidence
    below = case({2022: -1.0, 2023: 0.0, 2024: 94.0, 2025: 93.0}, 95, ceiling=100)
    assert projected(below).method.endswith("drift")  # that is no share


def test_all_is_reached_by_what_would_be_published_as_all() -> None:
    """Of a goal of 100 % figures of one decimal are met from 99.95 on; and nothing from 0.05."""
    share = {2021: 90.1, 2022: 95.3, 2023: 97.2, 2024: 98.9}
    asked = replace(case(share, 100, ceiling=100), resolution=0.1)
    nearly = replace(asked, goal=99.95)
    assert projected(asked).probability == pytest.approx(projected(nearly).probability)
    assert 0.1 < projected(asked).probability < 0.9
    assert 0 < projected(asked).low < projected(asked).high < 100
    rest = replace(case({year: 100 - one for year, one in share.items()}, 0, better="down"),
                   resolution=0.1)  # fmt: skip
    assert projected(rest).method.endswith(" on logs")
    assert projected(rest).low > 0
    least = projected(replace(rest, goal=0.05)).probability
    assert projected(rest).probability == pytest.approx(least)
    kept = projected(replace(asked, sign=-1)).probability  # at most all of it
    assert kept == pytest.approx(1, abs=1e-5)


def test_half_of_the_last_place_is_hidden_by_rounding() -> None:
    """From 99.95 on a figure of one decimal is published as 100.0, and below 0.05 as 0.0."""
    share = {2021: 90.1, 2022: 95.3, 2023: 97.2, 2024: 98.9}
    asked = case(share, 100, ceiling=100, resolution=0.1)
    exact = projected(case(share, 99.95, ceiling=100)).probability
    assert projected(asked).probability == pytest.approx(exact)
    rest = {year: 100 - one for year, one in share.items()}
    none = case(rest, 0, better="down", resolution=0.1)
    exact = projected(case(rest, 0.05, better="down")).probability
    assert projected(none).probability == pytest.approx(exact)


@pytest.mark.parametrize(("goal", "better"), [(0, "down"), (100, "up")])
def test_nothing_is_beyond_all_or_nothing(goal: float, better: str) -> None:
    """ "Less than 0 %" is met by no share, nor "more than 100 %", whatever rounding hides."""
    share = {2021: 50.0, 2022: 40.0, 2023: 60.0, 2024: 45.0}
    asked = case(share, goal, ceiling=100, better=better, resolution=20.0)
    assert projected(asked).probability > 0.01
    strict = projected(replace(asked, strict=True))
    assert (strict.probability, strict.held_back) == (LEAST_PROBABILITY, True)


def test_nothing_at_all_is_kept_by_what_would_be_published_as_nothing() -> None:
    """Kept at 0 exactly: from nothing, below which no share is, up to half of the last place."""
    share = {2021: 9.9, 2022: 4.7, 2023: 2.8, 2024: 1.1}
    asked = case(share, 0, ceiling=100, better="down", keep=True, resolution=0.1)
    kept = projected(replace(asked, two_sided=True)).probability
    assert kept == pytest.approx(
        projected(case(share, 0.05, better="down", ceiling=100)).probability
    )
    at_one = projected(replace(asked, goal=1.0, two_sided=True)).probability
    high, low = (projected(replace(asked, goal=end, sign=1)).probability for end in (0.95, 1.05))
    assert at_one == pytest.approx(high - low)
    assert at_one > 0.001


def test_about_a_goal_is_met_within_a_twentieth_of_it() -> None:
    about = projected(replace(AI, tolerance=1.5)).probability
    assert about == pytest.approx(projected(replace(AI, goal=28.5)).probability)


def test_the_last_value_at_an_end_is_the_one_that_is_named() -> None:
    found = project(case({2021: 0.0, 2022: 40.0, 2023: 0.0, 2024: 50.0}, 95, ceiling=100))
    assert isinstance(found, Reason)
    assert dict(found.facts) == {"value": 0.0, "period": Period.parse("2023")}


def test_a_share_stays_within_its_bounds() -> None:
    jumpy = {2020: 2, 2021: 60, 2022: 5, 2023: 80}
    found = projected(case(jumpy, 90, 2035, ceiling=100))
    assert 0 <= found.low < found.value < found.high <= 100


# --------------------------------------------------------------------------- laws


@given(asked=wild_cases())
def test_nothing_raises_and_no_number_is_infinite(asked: Case) -> None:
    found = project(asked)
    if isinstance(found, Projection):
        assert all(map(math.isfinite, (found.low, found.value, found.high)))
        assert found.low <= found.value <= found.high
        assert 0 < found.probability < 1


@pytest.mark.parametrize(("n", "step"), [(3, 1.0), (5, 1.0), (6, 0.5)])
def test_the_interval_covers_what_it_claims(n: int, step: float) -> None:
    """4,000 walks from the model itself, a year ahead, where nothing is widened: 80 % within."""
    chance = random.Random(20261122)  # noqa: S311 - a simulation
    trials, inside, met, claimed = 4000, 0, 0, 0.0
    for _ in range(trials):
        walk = [50.0]
        for _ in range(n):
            walk.append(walk[-1] + step * 1.5 + chance.gauss(0, 2 * math.sqrt(step)))
        *seen, outcome = walk
        periods = [_half_year(index) if step < 1 else str(2000 + index) for index in range(n + 1)]
        goal = 50 + 1.5 * n * step
        asked = case(dict(zip(periods, seen, strict=False)), goal, periods[-1], path="linear")
        found = projected(asked)
        inside += found.low <= outcome <= found.high
        met += outcome >= goal
        claimed += found.probability
    assert inside / trials == pytest.approx(0.8, abs=0.02)
    assert met / trials == pytest.approx(claimed / trials, abs=0.02)


def _half_year(index: int) -> str:
    return f"{2000 + index // 2}-S{index % 2 + 1}"


def test_a_projection_is_a_function_of_its_case() -> None:
    fields: dict[str, Any] = {"goal": 25.0}
    assert project(AI) == project(replace(AI))
    assert projected(replace(AI, **fields)).probability > projected(AI).probability


def test_a_stated_baseline_is_no_observation():
    """Two recorded values and a baseline from the document are two observations, not three."""
    base = Point(Period.parse("2020"), 10.0, stated=True)
    later = tuple(
        Point(Period.parse(year), value) for year, value in (("2023", 16.0), ("2024", 18.5))
    )
    refused = project(Case(1, 30.0, Period.parse("2030"), base, (base, *later)))
    assert isinstance(refused, Reason)
    assert dict(refused.facts)["n"] == 2
    recorded = Point(Period.parse("2020"), 10.0)
    found = project(Case(1, 30.0, Period.parse("2030"), recorded, (recorded, *later)))
    assert not isinstance(found, Reason)
