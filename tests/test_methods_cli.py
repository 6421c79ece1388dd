"""The published verdicts once more, from outside: a generated project through `kpi methods`."""

import json
from pathlib import Path

import pytest

from tests.run import Kpi

VECTORS = json.loads((Path(__file__).parent / "vectors" / "method-vectors.json").read_text("utf-8"))

STATCAN = {
    "substantial_progress": "significant",
    "moderate_progress": "moderate",
    "limited_progress": "limited",
    "deterioration": "deterioration",
    "target_achieved": "achieved",
}
GERMANY = {
    "SUN": "sun",
    "LIGHT": "sun with cloud",
    "CLOUD": "cloud",
    "STORM": "thunderstorm",
}


def target(id_: str, direction: str, base: int, goal: float, by: int) -> str:
    return (
        f'[[target]]\nid = "{id_}"\ntitle = "{id_}"\nunit = "x"\ndirection = "{direction}"\n'
        f"baseline = {{ period = {base} }}\ngoal = {{ value = {goal!r}, by = {by} }}\n"
    )


def write(root: Path, id_: str, values: dict[int, float]) -> None:
    folder = root / "observations" / id_
    folder.mkdir(parents=True)
    for year, value in values.items():
        name = folder / f"{year}_{year + 1}-03-01.toml"
        name.write_text(f"value = {value!r}\n", encoding="utf-8")


def readings(kpi: Kpi, root: Path, on: str) -> dict[str, dict[str, dict[str, object]]]:
    answer = json.loads(
        kpi("methods", "--format", "json", "--project", str(root), "--on", on).stdout
    )
    return {
        one["id"]: {reading["method"]: reading for reading in one["methods"]}
        for one in answer["targets"]
    }


def test_statistics_canada(kpi: Kpi, tmp_path: Path) -> None:
    """Every published ratio to 1e-9 and every class, where a goal and no zero was published.

    Left out: vectors without a goal (Open SDG's method 1), and those with a zero or an epsilon in
    its place, for which ours does not apply.
    """
    tests = [
        one
        for one in VECTORS["statcan"]
        if one["target"] is not None and one["base_value"] > 0 and one["current_value"] > 0
        and one["target"] > 0.001 and one["current_year"] - one["base_year"] >= 1
    ]  # fmt: skip
    assert len(tests) >= 18
    text = "schema = 1\n"
    for n, one in enumerate(tests):
        direction = "up" if one["direction"] > 0 else "down"
        base = int(one["base_year"])
        text += target(f"t{n}", direction, base, one["target"], int(one["target_year"]))
        write(tmp_path, f"t{n}", {base: one["base_value"],
                                  int(one["current_year"]): one["current_value"]})  # fmt: skip
    (tmp_path / "targets.toml").write_text(text, encoding="utf-8")
    found = readings(kpi, tmp_path, "2027-06-30")
    for n, one in enumerate(tests):
        reading = found[f"t{n}"]["growth-ratio"]
        assert reading["class"] == STATCAN[one["status"]], one["tag"]
        assert reading["value"] == pytest.approx(one["progress_value"], abs=1e-9), one["tag"]
        assert reading["applies"] is True
        assert reading["inputs"]["base"] == one["base_value"]


def test_germany(kpi: Kpi, tmp_path: Path) -> None:
    """Every published weather symbol."""
    text = "schema = 1\n"
    for n, one in enumerate(VECTORS["germany"]):
        direction = "up" if one["direction"] > 0 else "down"
        years = {int(year): value for year, value in one["series"].items()}
        text += target(f"t{n}", direction, min(years), one["target"], int(one["target_year"]))
        write(tmp_path, f"t{n}", years)
    (tmp_path / "targets.toml").write_text(text, encoding="utf-8")
    found = readings(kpi, tmp_path, "2026-11-22")
    for n, one in enumerate(VECTORS["germany"]):
        reading = found[f"t{n}"]["recent-trend"]
        assert reading["class"] == GERMANY[one["verdict"]], one


def test_sdsn(kpi: Kpi, tmp_path: Path) -> None:
    """Every published arrow."""
    text = "schema = 1\n"
    for n, one in enumerate(VECTORS["sdsn_2019_internet"]):
        text += target(f"t{n}", "up", one["base_year"], float(one["green_threshold"]),
                       one["target_year"])  # fmt: skip
        write(tmp_path, f"t{n}", {one["base_year"]: one["base"], one["year"]: one["value"]})
    (tmp_path / "targets.toml").write_text(text, encoding="utf-8")
    found = readings(kpi, tmp_path, "2019-06-30")
    for n, one in enumerate(VECTORS["sdsn_2019_internet"]):
        said = found[f"t{n}"]["linear-ratio"]["class"]
        arrow = one["published_arrow"]
        assert said == {"on track or maintaining": "on track"}.get(arrow, arrow), one["country"]


def test_the_form_of_the_answer(kpi: Kpi, tmp_path: Path) -> None:
    """kpi.methods/1 as the contract writes it; what does not apply has a sentence and nulls."""
    (tmp_path / "targets.toml").write_text(target("zero", "down", 2015, 0.0, 2030), "utf-8")
    write(tmp_path, "zero", {2015: 3.0, 2023: 1.0})
    answer = json.loads(
        kpi(
            "methods", "zero", "-f", "json", "--project", str(tmp_path), "--on", "2024-06-01"
        ).stdout
    )
    assert answer["schema"] == "kpi.methods/1"
    assert answer["on"] == "2024-06-01"
    only = answer["targets"][0]
    assert set(only["split"]) == {"agree", "of", "cause"}
    assert [one["method"] for one in only["methods"]] == [
        "on-path", "linear-ratio", "growth-ratio", "recent-trend", "extrapolation",
        "share-of-change",
    ]  # fmt: skip
    growth = only["methods"][2]
    assert growth["applies"] is False
    assert growth["value"] is None
    assert growth["class"] is None
    assert growth["light"] is None
    assert growth["reason"].endswith(".")
    linear = only["methods"][1]
    assert linear["value"] == pytest.approx((2 / 8) / (3 / 15))
    assert linear["inputs"] == {
        "base": 3.0, "base_date": "2015-12-31", "current": 1.0, "current_date": "2023-12-31",
        "goal": 0.0, "goal_date": "2030-12-31",
    }  # fmt: skip


def test_every_rule_has_the_same_six_inputs(kpi: Kpi, tmp_path: Path) -> None:
    """The base of the rule of the last years is where they start; it says so by name, too."""
    (tmp_path / "targets.toml").write_text(target("far", "up", 2010, 30.0, 2030), "utf-8")
    write(tmp_path, "far", {2010: 3.0} | {year: year - 2005.0 for year in range(2015, 2024)})
    answer = json.loads(
        kpi("methods", "-f", "json", "--project", str(tmp_path), "--on", "2024-06-01").stdout
    )
    said = {one["method"]: one["inputs"] for one in answer["targets"][0]["methods"]}
    for name, inputs in said.items():
        assert list(inputs)[:6] == [
            "base", "base_date", "current", "current_date", "goal", "goal_date",
        ], name  # fmt: skip
    assert (said["linear-ratio"]["base"], said["linear-ratio"]["base_date"]) == (3.0, "2010-12-31")
    recent = said["recent-trend"]
    assert (recent["base"], recent["base_date"]) == (13.0, "2018-12-31")
    assert (recent["window_start"], recent["window_start_date"]) == (13.0, "2018-12-31")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("table", "numbers: 13 x (2018-12-31) → 18 x (2023-12-31); goal 30 x (2030-12-31):"
         " recent-trend\n"),
        ("markdown", "\n- numbers: 3 x (2010-12-31) → 18 x (2023-12-31); goal 30 x (2030-12-31):"
         " on-path, linear-ratio, growth-ratio, extrapolation, share-of-change\n"),
        ("csv", ",13.0,2018-12-31,18.0,2023-12-31,30.0,2030-12-31,"),
    ],
)  # fmt: skip
def test_every_form_tells_the_inputs(kpi: Kpi, tmp_path: Path, form: str, told: str) -> None:
    """What each rule went by, so that it can be done again: a line for the rules that share it."""
    (tmp_path / "targets.toml").write_text(target("far", "up", 2010, 30.0, 2030), "utf-8")
    write(tmp_path, "far", {2010: 3.0} | {year: year - 2005.0 for year in range(2015, 2024)})
    at = ("--project", str(tmp_path), "--on", "2024-06-01")
    assert told in kpi("methods", "-f", form, *at).stdout


def test_without_a_rule_the_rules_are_listed(kpi: Kpi) -> None:
    ran = kpi("methods", "x", "--explain")
    assert (ran.code, ran.stdout) == (2, "")
    assert "--explain: choose from on-path, linear-ratio" in ran.stderr
