"""The example that judges a panel of regions: each as an ordinary project's target would be."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.run import Kpi

HERE = Path(__file__).parents[1] / "examples" / "panel"
ON = "2026-11-22"
RULES = ("on-path", "linear-ratio", "growth-ratio", "recent-trend", "extrapolation",
         "share-of-change")  # fmt: skip
HEAD = "target,region,period,value"


def ran(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A run of one of the example's scripts."""
    return subprocess.run(
        [sys.executable, str(HERE / script), *map(str, arguments)], check=False,
        capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    )  # fmt: skip


def judged(panel: Path, out: Path, *more: str) -> list[dict[str, str]]:
    """The result for a panel under the example's promises."""
    done = ran("judge.py", HERE / "targets.toml", panel, "--on", ON, "--out", out, *more)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def panel_of(path: Path, *rows: str) -> Path:
    """A small panel."""
    path.write_text("\n".join([HEAD, *rows]) + "\n", "utf-8")
    return path


def as_a_project(root: Path, region: str) -> Kpi:
    """The region's figures, recorded as an ordinary project records them."""
    root.mkdir()
    shutil.copy(HERE / "targets.toml", root)
    with (HERE / "panel.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["region"] == region and row["value"]]
    for row in rows:
        name = f"observations/{row['target']}/{row['period']}_{int(row['period']) + 1}-06-30.toml"
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"value = {row['value']}\n", "utf-8")
    assert len(rows) > 25
    return Kpi(root)


def test_every_region_is_judged_as_kpi_judges_a_project(tmp_path: Path) -> None:
    """The verdict, each rule's class, the split, the base: as `kpi methods` and `kpi status`."""
    found = judged(HERE / "panel.csv", tmp_path / "classes.csv", "--processes", "2")
    assert len(found) == 24
    assert len({row["verdict"] for row in found}) >= 5, "a panel in which nothing differs"
    for region in sorted({row["region"] for row in found}):
        kpi = as_a_project(tmp_path / region, region)
        methods = json.loads(kpi("methods", "--on", ON, "--format", "json").stdout)["targets"]
        status = json.loads(kpi("status", "--on", ON, "--format", "json").stdout)["targets"]
        mine = {row["target"]: row for row in found if row["region"] == region}
        assert set(mine) == {one["id"] for one in methods}
        for one, also in zip(methods, status, strict=True):
            row = mine[one["id"]]
            assert {m["method"]: m["class"] or "" for m in one["methods"]} == {
                rule: row[rule] for rule in RULES}  # fmt: skip
            assert row["verdict"] == one["verdict"] == also["verdict"]
            assert row["light"] == also["light"]
            assert row["current"] == ("yes" if also["current"] else "no")
            assert (row["agree"], row["of"]) == tuple(str(one["split"][k]) for k in ("agree", "of"))
            assert row["cause"] == (one["split"]["cause"] or "")
            latest, base = also["latest"], also["baseline"]
            assert (row["period"], float(row["value"])) == (latest["period"], latest["value"])
            assert (row["base_period"], float(row["base_value"])) == (base["period"],
                                                                      base["value"])  # fmt: skip


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    """One or two: the same bytes, in the order of the panel. More regions than one task has."""
    assert ran("invent.py", tmp_path, "--regions", "90", "--years", "5").returncode == 0
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    rows = judged(tmp_path / "panel.csv", one, "--processes", "1")
    judged(tmp_path / "panel.csv", two, "--processes", "2")
    assert one.read_bytes() == two.read_bytes()
    assert [row["region"] for row in rows] == [f"R{n:03}" for n in range(90)] * 3
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "one.csv", "panel.csv", "targets.toml", "two.csv"]  # fmt: skip


def test_what_lies_in_the_example_is_what_its_script_invents(tmp_path: Path) -> None:
    """Anyone can make it again, and nothing in it was typed in."""
    assert ran("invent.py", tmp_path).returncode == 0
    for name in ("targets.toml", "panel.csv"):
        assert (tmp_path / name).read_bytes() == (HERE / name).read_bytes()


def test_parquet_is_read_as_csv_is(tmp_path: Path) -> None:
    """The same panel with types, in several groups of rows: the same classes."""
    if not os.environ.get("KPI_REQUIRE_ALL") and importlib.util.find_spec("pyarrow") is None:
        pytest.skip("pyarrow is not installed")
    import pyarrow as pa
    import pyarrow.parquet

    with (HERE / "panel.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = pa.table({
        "value": [float(row["value"]) if row["value"] else None for row in rows],
        "region": [row["region"] for row in rows],
        "period": [int(row["period"]) for row in rows],
        "other": [1] * len(rows),
        "target": [row["target"] for row in rows],
    })  # fmt: skip
    pa.parquet.write_table(table, tmp_path / "panel.parquet", row_group_size=50)
    found = judged(tmp_path / "panel.parquet", tmp_path / "a.csv")
    wanted = judged(HERE / "panel.csv", tmp_path / "b.csv")
    number = {"value": float}
    assert [{k: number.get(k, str)(v) for k, v in row.items()} for row in found] == [
        {k: number.get(k, str)(v) for k, v in row.items()} for row in wanted]  # fmt: skip
    assert ran("invent.py", tmp_path / "p", "--parquet").returncode == 0
    again = judged(tmp_path / "p" / "panel.parquet", tmp_path / "c.csv")
    assert again == found


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (["internet-use,A,2015,5", "internet-use,B,2015,5", "internet-use,A,2016,6"],
         "row 4: A of internet-use began further up; sort the panel"),
        (["internet-use,A,2015,5", "internet-use,A,2015-12,6"],
         "rows 2 to 3: A has two values for one time of internet-use"),
        (["nothing,A,2015,5"], "row 2: there is no target 'nothing'"),
        (["internet-use,A,2015,5,1"], "row 2: 5 cells"),
        (["internet-use,A,2015"], "row 2: 3 cells"),
        (["internet-use,A,2015,many"], "row 2: 'many' is not a number"),
        (["internet-use,A,2015,inf"], "row 2: 'inf' is not a number"),
        (["internet-use,A,2015-13,5"], "row 2: '2015-13' is not a period"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_fault_stops_all_and_names_its_row(
    rows: list[str], says: str, processes: str, tmp_path: Path
) -> None:
    """Exit 4 and no result: a table with a silent hole looks like a table."""
    panel = panel_of(tmp_path / "panel.csv", *rows)
    done = ran("judge.py", HERE / "targets.toml", panel, "--on", ON, "--out",
               tmp_path / "x.csv", "--processes", processes)  # fmt: skip
    assert done.returncode == 4
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["panel.csv"]


def test_a_panel_without_a_column_and_promises_with_a_fault(tmp_path: Path) -> None:
    """Named, with what is missing or where it stands."""
    panel = tmp_path / "panel.csv"
    panel.write_text("target,region,year,value\n", "utf-8")
    done = ran("judge.py", HERE / "targets.toml", panel, "--on", ON)
    assert done.returncode == 4
    assert "there is no column period" in done.stderr
    text = (HERE / "targets.toml").read_text("utf-8")
    (tmp_path / "targets.toml").write_text(text.replace('"up"', '"upp"', 1), "utf-8")
    done = ran("judge.py", tmp_path / "targets.toml", HERE / "panel.csv", "--on", ON)
    assert done.returncode == 4
    assert "targets.toml:13:" in done.stderr


def test_a_reader_who_has_seen_enough_is_no_fault_of_the_panel() -> None:
    """As with `| head`: 141, and nothing is said."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "judge.py", "targets.toml", "panel.csv", "--on", ON], check=False,
            cwd=HERE, stdout=closed, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (141, b"")


def test_silence_is_counted_and_never_green(tmp_path: Path) -> None:
    """A region without values has a row, and no class; an old value is not current."""
    panel = panel_of(
        tmp_path / "panel.csv", "internet-use,silent,2015,", "internet-use,old,2015,50",
        "internet-use,old,2016,96", "internet-use,=1+1,2015,50", "internet-use,=1+1,2025,60",
    )  # fmt: skip
    done = ran("judge.py", HERE / "targets.toml", panel, "--on", ON)
    assert done.returncode == 0
    assert "3 of 3 regions judged for 2026-11-22 from 4 values; 1 cells were empty" in done.stderr
    rows = {row["region"]: row for row in csv.DictReader(done.stdout.splitlines())}
    silent = rows["silent"]
    assert (silent["verdict"], silent["light"], silent["current"]) == ("no data", "unknown", "no")
    assert not any(silent[rule] for rule in RULES)
    assert (rows["old"]["light"], rows["old"]["current"]) == ("good", "no")
    assert rows["'=1+1"]["current"] == "yes"
