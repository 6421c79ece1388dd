"""What `kpi export` writes, `kpi import` records again: the same observations, all of them."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kpi.facts.book import Book
from kpi.facts.records import Observation
from tests.exporting.conftest import FACTS, ON, TARGETS, sound_book, write
from tests.run import Kpi

ROOT = Path(__file__).parents[2]

#: Texts that a spreadsheet would run, that look defused already, and that hold line ends.
TEXTS = (
    "=cmd|' /C calc'!A0", "+82 2 1234", "-5 percent", "@SUM(1)", "'=1+1", "''=1", "＝1+1",
    "'quoted'", 'say "no"', "a, b; c | d", "two\nlines", "<script>alert(1)</script>", "긴 글",
)  # fmt: skip


def facts(book: Book) -> list[Observation]:
    """Every observation, whatever file records it. One without a day of record has got that of the
    import: it is a record of that day."""
    return [
        replace(one, file="", recorded=one.recorded or ON)
        for found in book.observations.values()
        for one in found
    ]


def came_back(root: Path, there: Path, *options: str) -> Book:
    """The book of a project that has only the targets of `root`, after the import of its export."""
    file = there / "export.csv"
    there.mkdir()
    return imported(root, there, file, "-o", str(file), *options)


def imported(root: Path, there: Path, file: Path, *options: str) -> Book:
    """The same, of the file that an export with these options writes."""
    shutil.copy(root / "targets.toml", there)
    ran = Kpi(root, KPI_TODAY=ON.isoformat())("export", *options)
    assert ran.code == 0, ran.stderr
    ran = Kpi(there, KPI_TODAY=ON.isoformat())("import", str(file), "--yes")
    assert ran.code == 0, ran.stderr
    return sound_book(there)


@pytest.mark.parametrize("options", [(), ("--bom",)])
def test_every_observation_comes_back(
    options: tuple[str, ...], project: Path, tmp_path: Path
) -> None:
    """Every key of every kind of target, vintages and corrections, figures with their digits."""
    again = FACTS["share/survey/2024_2026-02-02"] + '\nnote = "We misread it."'
    write(project, facts={"share/survey/2024_2026-02-02_r2": again})
    recorded, read = facts(sound_book(project)), facts(came_back(project, tmp_path / "p", *options))
    assert len(recorded) == 15
    assert read == recorded
    assert [str(one.value) for one in read] == [str(one.value) for one in recorded]


def test_the_real_ledger_comes_back(tmp_path: Path) -> None:
    """The promises of five documents, and everything that was found since."""
    assert facts(came_back(ROOT, tmp_path / "p")) == facts(sound_book(ROOT))


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_comes_back(text: str, tmp_path: Path) -> None:
    """Also those that a spreadsheet would run."""
    keys = "\n".join(f"{key} = {json.dumps(text)}" for key in ("grade", "source", "quote", "note"))
    root = write(tmp_path / "a", TARGETS, {"share/survey/2024_2026-02-02": f"value = 7.1\n{keys}"})
    assert facts(came_back(root, tmp_path / "b")) == facts(sound_book(root))


@pytest.mark.parametrize("unit", ["=1 000 EUR", "+ or - points", "@2015 prices", "'=x"])
def test_a_unit_that_a_spreadsheet_would_run_comes_back(unit: str, tmp_path: Path) -> None:
    """The apostrophe in front is none of the unit's: it is the target's own still."""
    targets = TARGETS.replace('unit = "%"', f"unit = {json.dumps(unit)}", 1)
    root = write(tmp_path / "a", targets, {"share/survey/2024_2026-02-02": "value = 7.1"})
    assert facts(came_back(root, tmp_path / "b")) == facts(sound_book(root))


def test_the_observations_of_a_data_package_come_back(project: Path, tmp_path: Path) -> None:
    """A milestone's yes or no, too, which stands in a column of its own there."""
    package = tmp_path / "package"
    there = tmp_path / "p"
    there.mkdir()
    options = ("-f", "datapackage", "-o", str(package))
    read = facts(imported(project, there, package / "observations.csv", *options))
    assert {one.value for one in read if isinstance(one.value, bool)} == {True}
    assert read == facts(sound_book(project))


def test_what_is_recorded_already_is_recognised(project: Path, tmp_path: Path) -> None:
    """An export that is imported where it came from adds nothing."""
    kpi = Kpi(project, KPI_TODAY=ON.isoformat())
    before = facts(sound_book(project))
    assert kpi("export", "-o", str(tmp_path / "x.csv")).code == 0
    assert kpi("import", str(tmp_path / "x.csv"), "--yes").code == 0
    assert facts(sound_book(project)) == before


def test_a_row_that_was_added_by_hand_is_doubted_as_any_other(
    project: Path, tmp_path: Path
) -> None:
    """It names no file of observations; that all of another series were exported says nothing."""
    path, there = tmp_path / "x.csv", tmp_path / "p"
    assert Kpi(project, KPI_TODAY=ON.isoformat())("export", "-o", str(path)).code == 0
    text = path.read_text("utf-8").replace("observations/months/2025-02_2025-03-20.toml", "")
    path.write_text(text.replace("2025-02-28,3,", "2025-02-28,3000,"), "utf-8")
    there.mkdir()
    shutil.copy(project / "targets.toml", there)
    ran = Kpi(there, KPI_TODAY=ON.isoformat())("import", str(path), "--yes")
    assert (ran.code, "3000 stands beside" in ran.stderr) == (4, True), ran.stderr
