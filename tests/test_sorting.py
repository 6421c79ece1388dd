"""`kpi status --sort`: the order of the targets by each key. All figures are invented."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.run import Kpi

TARGETS = """
[[target]]
id = "roads"
title = "beacons along roads"
owner = "Ministry of Roads"
unit = "%"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 0 }
goal = { value = 100, by = 2030 }

[[target]]
id = "bridges"
title = "Old bridges"
owner = "Agency"
unit = "%"
direction = "down"
path = "linear"
baseline = { period = 2020, value = 100 }
goal = { value = 0, by = 2025 }

[[target]]
id = "tunnels"
title = "Airy tunnels"
unit = "%"
direction = "up"
goal = { value = 10 }
"""
FACTS = {"roads/2023": 35, "bridges/2022": 90}

#: Of a key the order of the ids.
ORDERS = {
    "file": "roads bridges tunnels",
    "id": "bridges roads tunnels",
    "title": "tunnels roads bridges",  # small and capital letters are one
    "verdict": "bridges tunnels roads",  # what is bad first, what is good last
    "due": "bridges roads tunnels",  # without a deadline last
    "gap": "bridges roads tunnels",  # the farthest from its path first
    "way": "bridges roads tunnels",  # the shortest first, unknown last
    "age": "tunnels bridges roads",  # without a figure first, then the oldest
    "owner": "tunnels bridges roads",
}


@pytest.fixture
def kpi(tmp_path: Path) -> Kpi:
    """A road on its path, a bridge behind its own, a tunnel without a figure."""
    (tmp_path / "targets.toml").write_text(TARGETS, "utf-8")
    for name, value in FACTS.items():
        folder, _, year = name.partition("/")
        path = tmp_path / "observations" / folder / f"{year}_{int(year) + 1}-03-01.toml"
        path.parent.mkdir(parents=True)
        path.write_text(f"value = {value}\n", "utf-8")
    return Kpi(tmp_path, KPI_TODAY="2024-11-22")


@pytest.mark.parametrize("key", ORDERS)
def test_the_order_by(kpi: Kpi, key: str) -> None:
    """In JSON as in the table."""
    found = json.loads(kpi("status", "--sort", key, "-f", "json").stdout)["targets"]
    assert " ".join(one["id"] for one in found) == ORDERS[key]
    table = kpi("status", "--sort", key, "-q").stdout
    assert [
        line.split()[0] for line in table.splitlines() if line.split()[0] in ORDERS["file"]
    ] == [one["id"] for one in found]


def test_every_key_is_tried(kpi: Kpi) -> None:
    """The refusal of an unknown one lists them."""
    said = kpi("status", "--sort", "zz").stderr
    assert set(said.partition("choose from ")[2].strip().split(", ")) == set(ORDERS)


def test_a_tag_is_found_however_its_letters_are(kpi: Kpi) -> None:
    """As an owner is."""
    targets = kpi.folder / "targets.toml"
    targets.write_text(TARGETS.replace('id = "roads"', 'id = "roads"\ntags = ["Net"]'), "utf-8")
    for word in ("Net", "net", "NET"):
        found = json.loads(kpi("status", "--tag", word, "-f", "json").stdout)["targets"]
        assert [one["id"] for one in found] == ["roads"]
    assert kpi("status", "--tag", "nets").code == 5


@pytest.mark.parametrize(
    "words", [("--owner", ""), ("--owner", " "), ("--tag", "net", "--tag", "")]
)
def test_a_filter_of_nothing_is_refused(kpi: Kpi, words: tuple[str, ...]) -> None:
    """As of a script's variable that was never set: every target would fit."""
    ran = kpi("status", *words)
    assert (ran.code, ran.stdout) == (2, "")
    assert f"{words[-2]}: names nothing" in ran.stderr


def test_the_age_is_that_of_the_figure_and_not_of_its_publication(kpi: Kpi) -> None:
    """The bridges of 2022 came out after the roads of 2023, and are older all the same."""
    folder = kpi.folder / "observations" / "bridges"
    (folder / "2022_2023-03-01.toml").rename(folder / "2022_2024-06-01.toml")
    found = json.loads(kpi("status", "--sort", "age", "-f", "json").stdout)["targets"]
    assert " ".join(one["id"] for one in found) == ORDERS["age"]


def test_the_gap_is_that_to_the_stricter_path(kpi: Kpi) -> None:
    """15 in 2023 is beyond the curved path and short of the straight one: behind 16.3 of 16."""
    rising = 'unit = "%"\ndirection = "up"\nbaseline = { period = 2020, value = 10 }\n'
    rising += "goal = { value = 30, by = 2030 }\n"
    text = '[[target]]\nid = "straight"\ntitle = "S"\npath = "linear"\n' + rising
    text += '[[target]]\nid = "band"\ntitle = "B"\n' + rising
    (kpi.folder / "targets.toml").write_text(text, "utf-8")
    shutil.rmtree(kpi.folder / "observations")
    for name, value in (("straight", "16.3"), ("band", "15")):
        path = kpi.folder / "observations" / name / "2023_2024-03-01.toml"
        path.parent.mkdir(parents=True)
        path.write_text(f"value = {value}\n", "utf-8")
    found = json.loads(kpi("status", "--sort", "gap", "-f", "json").stdout)["targets"]
    assert [one["id"] for one in found] == ["band", "straight"]


def test_of_what_nothing_is_expected_yet_there_is_no_gap(kpi: Kpi) -> None:
    """A law whose day is still to come has a figure and no path; it stands last."""
    law = '[[target]]\nid = "a-law"\ntitle = "A law"\nunit = "%"\ndirection = "up"\npath = "step"\n'
    law += "baseline = { period = 2020, value = 10 }\ngoal = { value = 30, by = 2030 }\n"
    (kpi.folder / "targets.toml").write_text(law + TARGETS[TARGETS.index("[[target]]") :], "utf-8")
    path = kpi.folder / "observations" / "a-law" / "2023_2024-03-01.toml"
    path.parent.mkdir()
    path.write_text("value = 10\n", "utf-8")
    ran = kpi("status", "--sort", "gap", "-f", "json")
    found = [one["id"] for one in json.loads(ran.stdout)["targets"]]
    assert found == ["bridges", "roads", "a-law", "tunnels"]


def test_what_is_possible_comes_before_what_nobody_knows(kpi: Kpi) -> None:
    """By verdict the lights go from bad to good, and what has none stands between."""
    rising = 'title = "T"\nunit = "%"\ndirection = "up"\nbaseline = { period = 2020, value = 10 }\n'
    rising += "goal = { value = 30, by = 2030 }\n"
    text = "".join(f'[[target]]\nid = "{id_}"\n{rising}' for id_ in ("fine", "empty", "perhaps"))
    (kpi.folder / "targets.toml").write_text(text, "utf-8")
    shutil.rmtree(kpi.folder / "observations")
    for name, value in (("perhaps", "15"), ("fine", "20")):
        path = kpi.folder / "observations" / name / "2023_2024-03-01.toml"
        path.parent.mkdir(parents=True)
        path.write_text(f"value = {value}\n", "utf-8")
    found = json.loads(kpi("status", "--sort", "verdict", "-f", "json").stdout)["targets"]
    assert [(one["id"], one["light"]) for one in found] == [
        ("perhaps", "mixed"), ("empty", "unknown"), ("fine", "good"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "ids"),
    [("2025-12-31", []), ("2026-01-01", ["bridges"]), ("2025", []), ("2026", ["bridges"])],
)
def test_what_is_due_on_a_day_is_not_due_before_it(kpi: Kpi, before: str, ids: list[str]) -> None:
    """The bridges are due by 2025: until the end of its last day."""
    ran = kpi("status", "--due-before", before, "-f", "json")
    found = json.loads(ran.stdout)["targets"] if ran.code == 0 else []
    assert ([one["id"] for one in found], ran.code) == (ids, 0 if ids else 5)
