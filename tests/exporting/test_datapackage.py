"""The Data Package: valid to Frictionless, with keys that hold, claiming nothing unknown."""

import csv
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from kpi.facts.observations import FIELDS
from tests.exporting.conftest import HOSTILE, export_of, hostile, sound_book
from tests.run import Kpi


@pytest.fixture
def package(kpi: Kpi, tmp_path: Path) -> Path:
    ran = kpi("export", "-f", "datapackage", "--out", str(tmp_path / "package"))
    assert (ran.code, ran.stdout, ran.stderr) == (0, "", "")
    return tmp_path / "package"


def described(package: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((package / "datapackage.json").read_text("utf-8"))
    return found


def validated(package: Path) -> Any:
    """Frictionless's own report; it is installed by .ci/run (dependency group `exchange`)."""
    if not os.environ.get("KPI_REQUIRE_ALL"):
        pytest.importorskip("frictionless", reason="frictionless is not installed")
    import frictionless

    return frictionless.validate(str(package / "datapackage.json"), type="package")


def test_frictionless_judges_it_valid(package: Path) -> None:
    """Types, constraints, primary and foreign keys, hashes and sizes of all five tables."""
    report = validated(package)
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    assert sorted(task.name for task in report.tasks) == [
        "documents", "goals", "observations", "series", "targets"]  # fmt: skip
    assert [t.stats["rows"] for t in report.tasks if t.name == "observations"] == [14]


def test_frictionless_sees_a_broken_one(package: Path) -> None:
    """The same judge finds a value that is no number, and a row that names no target."""
    file = package / "observations.csv"
    file.write_bytes(file.read_bytes().replace(b",5.9,,%,", b",high,,%,"))
    goals = package / "goals.csv"
    goals.write_bytes(goals.read_bytes().replace(b"money-2025,", b"nobody,"))
    types = {error for _, error in validated(package).flatten(["name", "type"])}
    assert {"type-error", "foreign-key"} <= types


def test_frictionless_judges_an_empty_one_valid(empty: Path, tmp_path: Path) -> None:
    """Tables without a row are tables."""
    ran = Kpi(empty)("export", "-f", "datapackage", "--out", str(tmp_path / "p"))
    assert ran.code == 5
    assert "there is no target to export" in ran.stderr
    assert validated(tmp_path / "p").valid


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_leave_it_valid(text: str, project: Path, tmp_path: Path) -> None:
    """No text of a stranger breaks a cell, a key or the descriptor."""
    from kpi.render.exchange.datapackage import data_package

    for name, data in data_package(export_of(hostile(sound_book(project), text))).items():
        (tmp_path / name).write_bytes(data)
    report = validated(tmp_path)
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])


def test_every_fact_is_in_it(package: Path, project: Path) -> None:
    """The figures are those recorded; a milestone is done or not, which is no figure."""
    book = sound_book(project)
    with (package / "observations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, one in zip(rows, [o for t in book.targets for o in book.observations[t.id]],
                        strict=True):  # fmt: skip
        said = ("", "yes") if one.value is True else (f"{one.value:f}", "")
        assert (row["value"], row["done"]) == said
    assert set(FIELDS) <= set(rows[0])


def test_the_descriptor_says_what_is_known_and_no_more(package: Path) -> None:
    """The day of our knowledge, sources with their addresses, sums of the files; no licence."""
    said = described(package)
    assert said["created"] == "2026-11-22T00:00:00Z"
    assert said["kpi"]["schema"] == "kpi.datapackage/1"
    assert "licenses" not in said
    assert {"title": "Statistics Korea", "path": "https://example.org/survey"} in said["sources"]
    assert {"title": "The plan", "path": "https://example.org/plan"} in said["sources"]
    assert all(one.get("path", "/") for one in said["sources"]), "an empty path is no address"
    assert not any(one["title"] == "main" for one in said["sources"]), "an id names no source"
    for one in said["resources"]:
        data = (package / one["path"]).read_bytes()
        assert one["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert one["bytes"] == len(data)
        assert all(field["description"] for field in one["schema"]["fields"])


def test_a_licence_stands_there_if_it_is_named(kpi: Kpi, tmp_path: Path) -> None:
    """Only who publishes the data can say under which licence."""
    out = tmp_path / "p"
    assert kpi("export", "-f", "datapackage", "-o", str(out), "--license", "CC-BY-4.0").code == 0
    assert described(out)["licenses"] == [{"name": "CC-BY-4.0"}]
    assert validated(out).valid
