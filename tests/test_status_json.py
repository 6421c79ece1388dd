"""`kpi status --format json` against an oracle of its own, written from the contract alone.

Nothing of kpi's arithmetic is imported: figures are made up, written to a project on disk, read
back from the JSON of the command line and worked out again here, in fractions where a path is
straight, so that the two can only agree by saying the same.
"""

from __future__ import annotations

import json
import math
import random
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.run import Kpi

ON = "2026-11-22"
LAST_YEAR = 2025  # published on 1 June 2026; 2026's own figure is not
TARGETS = 150
SEEDS = (1, 2, 3, 4)


@dataclass
class Made:
    """A made-up target: yearly values of one series, with or without a stated baseline."""

    id: str
    up: bool
    goal: Fraction
    by: int
    base_year: int | None
    base: Fraction | None
    ceiling: int | None = None
    values: dict[int, Fraction] = field(default_factory=dict)

    def toml(self) -> str:
        lines = ["[[target]]", f'id = "{self.id}"', 'title = "Made up"', 'unit = "points"']
        lines.append(f'direction = "{"up" if self.up else "down"}"')
        if self.ceiling is not None:
            lines.append(f"ceiling = {self.ceiling}")
        if self.base_year is not None:
            value = f", value = {tenths(self.base)}" if self.base is not None else ""
            lines.append(f"baseline = {{ period = {self.base_year}{value} }}")
        lines.append(f"goal = {{ value = {tenths(self.goal)}, by = {self.by} }}")
        return "\n".join(lines) + "\n"


def tenths(value: Fraction | None) -> str:
    """A number of tenths as TOML writes it."""
    assert value is not None
    return f"{float(value):.1f}"


def made(chance: random.Random, nth: int) -> Made:
    """One target. Some have deadlines that have passed, met goals, no baseline or no values."""
    positive = chance.random() < 0.75
    low = 1 if positive else -600

    def amount(least: int = low, most: int = 900) -> Fraction:
        return Fraction(chance.randint(least, most), 10)

    base, goal = amount(), amount()
    while goal == base:
        goal = amount()
    up = goal > base
    base_year = chance.randint(2010, 2022)
    by = chance.choice([chance.randint(2023, 2026), *[chance.randint(2026, 2040)] * 4])
    years = sorted(chance.sample(range(base_year + 1, LAST_YEAR + 1), chance.randint(0, 3)))
    way = (goal - base) / (by - base_year)
    values = {}
    there = chance.random() < 0.2
    for year in years:  # about the path or about the goal, so that every verdict comes up
        ideal = base + way * (year - base_year) * Fraction(chance.randint(-3, 16), 10)
        if there:
            ideal = goal + way * Fraction(chance.randint(-2, 8), 4)
        values[year] = max(Fraction(round(ideal * 10), 10), Fraction(low, 10))
    found = Made(f"t-{nth}", up, goal, by, base_year, base, None, values)
    if positive and up and chance.random() < 0.6:
        found.ceiling = math.ceil(max(base, goal, *values.values())) + chance.choice(
            [0, 1, 10, 100]
        )
    dice = chance.random()
    if dice < 0.1:
        found.base_year = found.base = None
    elif dice < 0.3:  # the value is the series' own
        found.values = {base_year: base, **values}
        found.base = None
    return found


# ---------------------------------------------------------------------------------- the oracle


def paths(one: Made, start: int, base: Fraction, year: int) -> dict[str, Fraction | float]:
    """What each path of the band asks for in `year` (the band)."""
    share = min(max(Fraction(year - start, one.by - start), Fraction(0)), Fraction(1))
    if (base >= one.goal) if one.up else (base <= one.goal):
        return {"linear": one.goal}
    expected: dict[str, Fraction | float] = {"linear": base + (one.goal - base) * share}
    if base > 0 and one.goal > 0:
        u, b, goal, top = float(share), float(base), float(one.goal), one.ceiling
        if one.up and top is not None and one.goal < top:
            start_logit, end_logit = math.log(b / (top - b)), math.log(goal / (top - goal))
            z = start_logit + (end_logit - start_logit) * u
            expected["logistic"] = top / (1 + math.exp(-z))
        else:
            expected["geometric"] = b * (goal / b) ** u
    return expected


def toward(one: Made, value: Fraction) -> Fraction:
    """A change counted so that positive is toward the goal."""
    return value if one.up else -value


def reached(one: Made, value: Fraction, mark: Fraction | float) -> bool:
    """At or beyond; exact where the mark is."""
    if isinstance(mark, float):
        mark = Fraction(mark) + Fraction(mark) * (-1 if one.up else 1) / 10**9
    return toward(one, value - mark) >= 0


def mean_change(points: dict[int, Fraction]) -> Fraction | None:
    """A year, since the first value of the last five years, or else since the one before."""
    years = sorted(points)
    if len(years) < 2:
        return None
    within = [year for year in years[:-1] if years[-1] - year <= 5]
    first = within[0] if within else years[-2]
    return (points[years[-1]] - points[first]) / (years[-1] - first)


def oracle(one: Made) -> dict[str, Any]:
    """What the contract says of a target on 2026-11-22, every value published by then."""
    own = dict(one.values)
    start, base = one.base_year, one.base
    points = dict(own)
    if start is not None:
        base = own.get(start, base)
        assert base is not None
        points[start] = base
    if not own:
        return {"verdict": "no data"}
    last = max(own)
    value = own[last]
    found: dict[str, Any] = {"to_goal": value - one.goal, "latest": last}
    left = one.by - last
    found["needed"] = (one.goal - value) / left if left > 0 else None
    if start is not None and base is not None:
        found["share_of_time"] = Fraction(last - start, one.by - start)
        found["expected"] = paths(one, start, base, last)
        if last > start:
            found["so_far"] = (value - base) / (last - start)
            found["share_of_way"] = (value - base) / (one.goal - base)
    found["recent"] = mean_change(points)
    found["verdict"] = headline(one, points, found, start)
    return found


def headline(one: Made, points: dict[int, Fraction], found: dict[str, Any], start: Any) -> str:
    """The first rule of section 6 that holds, from the third on."""
    in_time = [year for year in one.values if year <= one.by]
    last, recent, needed = found["latest"], found["recent"], found["needed"]
    if in_time and reached(one, one.values[max(in_time)], one.goal):
        until = mean_change({year: v for year, v in points.items() if year <= one.by})
        return "met, slipping" if until is not None and toward(one, until) < 0 else "met"
    if one.by < 2026:
        return "awaiting data" if last < one.by else "missed"
    if start is None and len(one.values) < 2:
        return "no path"
    if start is not None and last <= start:
        return "baseline only"
    if toward(one, recent) < 0:
        return "wrong way"
    if recent == 0 or toward(one, recent) < toward(one, needed) / 10:
        return "stalled"
    if start is None:
        return "no path"
    marks = [reached(one, one.values[last], mark) for mark in found["expected"].values()]
    if all(marks):
        return "on track"
    return "possible" if any(marks) else "behind"


# ----------------------------------------------------------------------------------- the trial


def trial(seed: int) -> list[Made]:
    """The same targets for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - made-up figures, no secrets
    return [made(chance, nth) for nth in range(TARGETS)]


def written(folder: Path, targets: list[Made]) -> Path:
    """The project on disk."""
    folder.mkdir()
    text = "schema = 1\n" + "\n".join(one.toml() for one in targets)
    (folder / "targets.toml").write_text(text, "utf-8")
    for one in targets:
        home = folder / "observations" / one.id
        home.mkdir(parents=True)
        for year, value in one.values.items():
            file = home / f"{year}_{year + 1}-06-01.toml"
            file.write_text(f"value = {tenths(value)}\n", "utf-8")
    return folder


def status(kpi: Kpi, folder: Path, *more: str) -> dict[str, Any]:
    """The answer of the command line."""
    ran = kpi("status", "--format", "json", "--project", str(folder), "--on", ON, *more)
    assert ran.code == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def near(expected: Fraction | float | None) -> Any:
    """That number, as far as a float can hold it."""
    return None if expected is None else pytest.approx(float(expected), rel=1e-9, abs=1e-9)


def compare(one: Made, said: dict[str, Any]) -> None:
    """Every number of one target."""
    wanted = oracle(one)
    assert said["verdict"] == wanted["verdict"], (one, said["reason"])
    if not one.values:
        assert said["latest"] is None
        return
    assert said["latest"]["period"] == str(wanted["latest"])
    assert said["gap"]["to_goal"] == near(wanted["to_goal"])
    assert said["share_of_time"] == near(wanted.get("share_of_time"))
    assert said["share_of_way"] == near(wanted.get("share_of_way"))
    pace = said["pace"]
    assert pace["so_far_per_year"] == near(wanted.get("so_far"))
    assert pace["needed_per_year"] == near(wanted["needed"])
    so_far, needed = wanted.get("so_far"), wanted["needed"]
    ratio = needed / so_far if so_far and needed is not None else None
    assert pace["acceleration"] == near(ratio)
    expected = wanted.get("expected", {})
    value = one.values[wanted["latest"]]
    assert said["expected"] == {shape: near(mark) for shape, mark in expected.items()}
    gaps = {shape: near(float(value) - float(mark)) for shape, mark in expected.items()}
    assert said["gap"]["to_path"] == gaps


@pytest.mark.parametrize("seed", SEEDS)
def test_hundreds_of_made_up_targets(kpi: Kpi, tmp_path: Path, seed: int) -> None:
    """Expected values, gaps, shares, paces and verdicts, as worked out independently."""
    targets = trial(seed)
    answer = status(kpi, written(tmp_path / "project", targets))
    assert [said["id"] for said in answer["targets"]] == [one.id for one in targets]
    for one, said in zip(targets, answer["targets"], strict=True):
        compare(one, said)


def test_the_trial_tries_every_verdict_of_the_path() -> None:
    """A trial that never meets a case tests nothing of it."""
    found = {oracle(one)["verdict"] for seed in SEEDS for one in trial(seed)}
    assert found >= {
        "no data", "met", "met, slipping", "awaiting data", "missed", "no path", "baseline only",
        "wrong way", "stalled", "on track", "possible", "behind",
    }  # fmt: skip


#: docs/research.md 6 and 11, example A.
AI = Made("ai", True, Fraction(30), 2030, 2023, Fraction(1), 100,
          {2024: Fraction(18, 10), 2025: Fraction(3)})  # fmt: skip


def test_the_oracle_knows_the_worked_example() -> None:
    """A: 9.29 and 2.86 at the end of 2025, 5.4 times the pace; possible."""
    found = oracle(AI)
    assert found["verdict"] == "possible"
    assert found["needed"] / found["so_far"] == Fraction(27, 5)
    assert {shape: round(float(v), 2) for shape, v in found["expected"].items()} == {
        "linear": 9.29, "logistic": 2.86,
    }  # fmt: skip


def test_the_keys_that_others_build_on(kpi: Kpi, tmp_path: Path) -> None:
    """`kpi.status/1` as the contract shows it: keys are added, never removed or renamed."""
    answer = status(kpi, written(tmp_path / "project", [AI]), "--as-of", "2026-11-21")
    assert answer["schema"] == "kpi.status/1"
    assert (answer["on"], answer["as_of"], answer["at"]) == (ON, "2026-11-21", None)
    (said,) = answer["targets"]
    assert {
        "id", "kind", "unit", "direction", "baseline", "goal", "latest", "expected", "gap",
        "share_of_way", "share_of_time", "pace", "slack_months", "answerable_on", "verdict",
        "light", "reason", "flags", "projection",
    } <= set(said)  # fmt: skip
    assert said["baseline"].items() >= {"period": "2023", "date": "2023-12-31", "value": 1}.items()
    assert said["goal"].items() >= {"value": 30, "comparator": ">=", "by": "2030-12-31"}.items()
    latest = {"period": "2025", "date": "2025-12-31", "value": 3, "published": "2026-06-01"}
    assert said["latest"].items() >= latest.items()
    assert (said["verdict"], said["light"]) == ("possible", "mixed")
    assert isinstance(said["reason"], str)
    assert "not current" in said["flags"][-1]


def test_as_of_hides_what_was_published_later(kpi: Kpi, tmp_path: Path) -> None:
    """On 31 May 2026 the figure of 2025 is not known, so the target is judged by 2024's."""
    folder = written(tmp_path / "project", [AI])
    (said,) = status(kpi, folder, "--as-of", "2026-05-31")["targets"]
    assert said["latest"]["period"] == "2024"
    assert said["expected"]["linear"] == pytest.approx(1 + 29 / 7)


# --- nothing left to be judged ----------------------------------------------------------------

LATER = """\
schema = 1
title = "A promise of next year"
timezone = "Asia/Seoul"

[[target]]
id = "later"
title = "Later"
unit = "%"
direction = "up"
baseline = { period = 2023, value = 1 }
goal = { value = 30, by = 2030, announced = 2025-01-01 }
"""


@pytest.mark.parametrize("cache", ["on", "off"])
@pytest.mark.parametrize("command", [
    ("status", "--on", "2024-01-01"),
    ("status", "later", "--on", "2024-01-01"),
    ("status", "--verdict", "met", "--on", "2026-01-01"),
    ("methods", "--on", "2024-01-01"),
    ("diff", "2023-01-01", "2024-01-01"),
])  # fmt: skip
def test_where_nothing_is_left_a_program_can_read_that(
    tmp_path: Path, command: tuple[str, ...], cache: str
) -> None:
    """A list without entries and exit code 5, each time that it is asked; a person gets the reason
    alone."""
    (tmp_path / "targets.toml").write_text(LATER, "utf-8")
    kpi = Kpi(tmp_path, KPI_CACHE=cache if cache == "off" else "")
    for _ in range(2):
        ran = kpi(*command, "--format", "json")
        assert (ran.code, bool(ran.stderr)) == (5, True)
        said = json.loads(ran.stdout)
        assert said["schema"] == f"kpi.{command[0]}/1"
        assert said["changes" if command[0] == "diff" else "targets"] == []
        table = kpi(*command)
        assert (table.code, table.stdout, table.stderr) == (5, "", ran.stderr)
        if command[0] != "diff":
            sheet = kpi(*command, "--format", "csv")
            assert (sheet.code, sheet.stdout.count("\n"), sheet.stdout[:7]) == (5, 1, "target,")
