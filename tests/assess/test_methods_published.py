"""Our rules against what official bodies published for the same inputs (tests/vectors)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kpi.assess.case import Case
from kpi.assess.methods.catalogue import BY_NAME
from kpi.assess.methods.growth_ratio import judge as growth_ratio
from kpi.assess.methods.linear_ratio import judge as linear_ratio
from kpi.assess.methods.recent_trend import judge as recent_trend
from tests.assess.cases import case, key

FILE = Path(__file__).parent.parent / "vectors" / "method-vectors.json"
VECTORS: dict[str, list[dict[str, Any]]] = json.loads(FILE.read_text("utf-8"))

#: Statistics Canada judged these by growth alone (Open SDG's method 1). Nobody promised a value, so
#: there is no Case to be made of them: `kpi` judges promises.
WITHOUT_A_GOAL = {
    ("gif.yml", "1-3-1 / Proportion of children covered by social protection benefits"),
    ("gif.yml", "1-3-1 / Proportion of vulnerable persons receiving benefits"),
    ("gif.yml", "1-3-1 / Proportion of workers covered in case of employment injury"),
    ("cif.yml", "1-2-1"),
    ("cif.yml", "1-3-1"),
    ("cif.yml", "10-2-1"),
}
#: Here the goal is zero, and 0.001 was put in its place.
WITH_AN_EPSILON = {("gif.yml", "2-b-1")}

CANADA = {
    "substantial_progress": "significant",
    "moderate_progress": "moderate",
    "limited_progress": "limited",
    "deterioration": "deterioration",
    "target_achieved": "achieved",
}
GERMANY = {"SUN": "sun", "LIGHT": "sun with cloud", "CLOUD": "cloud", "STORM": "thunderstorm"}


def named(vector: dict[str, Any]) -> tuple[str, str]:
    return vector["file"], vector["tag"]


def direction(vector: dict[str, Any]) -> str:
    return "up" if vector["direction"] > 0 else "down"


def canadian(vector: dict[str, Any]) -> Case:
    values = {
        int(vector["base_year"]): vector["base_value"],
        int(vector["current_year"]): vector["current_value"],
    }
    return case(values, vector["target"], int(vector["target_year"]), direction(vector))


WITH_A_GOAL = [v for v in VECTORS["statcan"] if v["target"] is not None]


def test_there_are_46_vectors_and_each_is_used() -> None:
    assert sum(len(VECTORS[k]) for k in ("statcan", "germany", "sdsn_2019_internet")) == 46
    assert {named(v) for v in VECTORS["statcan"] if v["target"] is None} == WITHOUT_A_GOAL
    assert len(WITH_A_GOAL) == 25 - len(WITHOUT_A_GOAL)


@pytest.mark.parametrize("vector", WITH_A_GOAL, ids=lambda v: f"{v['file'][:3]} {v['tag'][:8]}")
def test_statistics_canada(vector: dict[str, Any]) -> None:
    read = growth_ratio(canadian(vector))
    assert read.value == pytest.approx(vector["progress_value"], rel=1e-9, abs=1e-9)
    assert read.klass == CANADA[vector["status"]]


@pytest.mark.parametrize(
    "vector", [v for v in WITH_A_GOAL if named(v) in WITH_AN_EPSILON], ids=lambda v: v["tag"]
)
def test_no_epsilon_in_place_of_zero(vector: dict[str, Any]) -> None:
    """Published: R = 1.42 for 81,124 to 0, because of 0.001. With the goal of zero itself the goal
    is met and there is no number; before it was met the rule does not apply at all."""
    met = canadian(vector | {"target": 0.0})
    assert growth_ratio(met).klass == "achieved"
    assert growth_ratio(met).value is None
    assert key(growth_ratio(met)) == "rule-met-no-number"
    unmet = growth_ratio(canadian(vector | {"target": 0.0, "current_value": 40_000.0}))
    assert not unmet.applies
    assert key(unmet) == "rule-zero-goal"


@pytest.mark.parametrize(
    "vector", VECTORS["germany"], ids=lambda v: f"{v['indicator']} {v['year']} {v['target']}"
)
def test_destatis(vector: dict[str, Any]) -> None:
    values = {int(year): value for year, value in vector["series"].items()}
    asked = case(values, vector["target"], vector["target_year"], direction(vector))
    read = recent_trend(asked)
    assert read.klass == GERMANY[vector["verdict"]]
    if vector.get("miss") is not None:
        assert read.value == pytest.approx(vector["miss"], rel=1e-9)
    if "avg_change" in vector:
        change = dict(read.inputs)["mean_change_per_year"]
        assert change == pytest.approx(vector["avg_change"], rel=1e-9)


@pytest.mark.parametrize("vector", VECTORS["sdsn_2019_internet"], ids=lambda v: v["country"])
def test_sdsn(vector: dict[str, Any]) -> None:
    values = {vector["base_year"]: vector["base"], vector["year"]: vector["value"]}
    read = linear_ratio(case(values, vector["green_threshold"], vector["target_year"]))
    assert read.klass == vector["published_arrow"]


@pytest.mark.parametrize(
    ("country", "base", "value", "r"),
    [
        ("Angola", 2.8, 14.339, 0.427),
        ("Bangladesh", 3.7, 18.02, 0.536),
        ("Cameroon", 4.3, 23.203, 0.713),
        ("Argentina", 45.0, 75.81, 2.515),
        ("Albania", 45.0, 71.847, 2.19),
    ],
)
def test_sdsn_ratios(country: str, base: float, value: float, r: float) -> None:
    """Internet use 2010 to 2017, green at 80 % by 2030 (SDR 2019; ratios in docs/research.md 3)."""
    assert linear_ratio(case({2010: base, 2017: value}, 80)).value == pytest.approx(r, abs=2e-3)


def test_emas_sites_of_destatis() -> None:
    """12.2.a, research.md 4d: D 57.6, v_e 2858.2, m 0.842; with 2024 = 4533: D 471.4, v_e 7361."""
    values = {2018: 2167, 2019: 2176, 2020: 2184, 2021: 2290, 2022: 2361, 2023: 2455}
    read = recent_trend(case(values, 5000))
    results = {step.name: step.result for step in read.steps}
    assert results["mean-change"] == pytest.approx(57.6)
    assert results["carried-value"] == pytest.approx(2858.2)
    assert results["miss"] == pytest.approx(0.842, abs=5e-4)
    later = recent_trend(case(values | {2024: 4533}, 5000))
    assert [step.result for step in later.steps][:2] == pytest.approx([471.4, 7361.4])


def test_the_health_target_that_worsened_and_is_achieved() -> None:
    """GIF 3.1.1: 7.05 to 12.58 maternal deaths under a bar of 70: achieved, with R = -0.40."""
    read = growth_ratio(case({2015: 7.05, 2024: 12.58}, 70, better="down"))
    assert (read.klass, read.light, key(read)) == ("achieved", "good", "rule-met")
    assert read.value == pytest.approx(-0.40189193878221646, rel=1e-9)
    assert read.margin is None


def test_every_rule_names_its_source() -> None:
    for rule in BY_NAME.values():
        assert rule.sources[0].publisher
        assert rule.sources[0].confirmed, rule.name
        assert rule.decided
