"""Student's t against scipy's table and against what is known in closed form."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.assess.student_t import cdf, quantile

TABLE = json.loads(
    (Path(__file__).parent.parent / "vectors" / "student-t-quantiles.json").read_text("utf-8")
)
DEGREES = st.integers(1, 200)


@pytest.mark.parametrize("df", TABLE["quantiles"])
def test_tabulated_quantiles(df: str) -> None:
    ours = [quantile(p, int(df)) for p in TABLE["probabilities"]]
    assert ours == pytest.approx(TABLE["quantiles"][df], abs=1e-9)


@given(t=st.floats(-1e6, 1e6))
def test_closed_forms_of_one_and_two_degrees(t: float) -> None:
    assert cdf(t, 1) == pytest.approx(0.5 + math.atan(t) / math.pi, abs=1e-15)
    assert cdf(t, 2) == pytest.approx(0.5 + t / (2 * math.sqrt(2 + t * t)), abs=1e-15)


@given(t=st.floats(-50, 50), df=DEGREES)
def test_symmetry_and_bounds(t: float, df: int) -> None:
    assert cdf(t, df) + cdf(-t, df) == pytest.approx(1, abs=1e-14)
    assert 0 <= cdf(t, df) <= 1
    assert cdf(t, df) <= cdf(t + 0.5, df) + 1e-15 * df


@given(p=st.floats(1e-4, 1 - 1e-4), df=DEGREES)
def test_quantile_inverts(p: float, df: int) -> None:
    assert cdf(quantile(p, df), df) == pytest.approx(p, abs=1e-13)


def test_many_degrees_come_near_the_normal() -> None:
    assert cdf(1.959963984540054, 100_000) == pytest.approx(0.975, abs=2e-6)


def test_the_middle_and_the_far_ends() -> None:
    assert quantile(0.5, 7) == 0
    assert quantile(0.1, 3) == -quantile(0.9, 3)
    assert (cdf(-1e300, 1), cdf(1e300, 1)) == (0.0, 1.0)


@pytest.mark.parametrize("p", [0.0, 1.0, -0.1, 1.1, math.nan])
def test_no_quantile_outside(p: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        quantile(p, 3)


def test_no_degrees_no_distribution() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        cdf(1.0, 0)
