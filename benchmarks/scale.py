"""How far one machine goes: whole projects read, checked and exported; a panel judged.

    python -m benchmarks.generate DIR/100k-batch --size 100k --layout batch
    python -m benchmarks.scale project DIR/100k-batch … [--rounds 5]
    python examples/panel/invent.py DIR/sdg --targets 700 --regions 252 --years 17 --parquet
    python -m benchmarks.scale panel DIR/sdg [--rounds 3]
    python -m benchmarks.scale engines DIR/100k-batch … --python PYTHON

PYTHON is one that has duckdb and polars.

Prints the tables of docs/scale.md. Every command is a whole process, in turns with the others, and
`python -c pass` is among them. On a machine that others use, the processor time says more than the
time on the wall; both are medians. Parquet needs pyarrow (extra `panel`). Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from benchmarks.measure import Command, Runs, in_turns, paired

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ON = "2026-11-22"
PASS = Command("python -c pass", [sys.executable, "-c", "pass"])

#: One aggregate over an exported file: what stands in force, by unit. A CSV says `yes`.
SQL = (
    "SELECT unit, count(*), avg(TRY_CAST(value AS DOUBLE)), max(period_end) FROM '{file}'"
    " WHERE CAST(in_force AS VARCHAR) IN ('yes', 'true') GROUP BY unit ORDER BY unit"
)
DUCKDB = "import duckdb, sys; print(duckdb.sql(sys.argv[1]).fetchall())"
POLARS = (
    "import polars as pl, sys; print(pl.scan_parquet(sys.argv[1]).filter(pl.col('in_force'))"
    ".group_by('unit').agg(pl.len(), pl.col('value').mean(), pl.col('period_end').max())"
    ".sort('unit').collect())"
)


def of_project(folder: str, work: str) -> list[Command]:
    """What is measured of a project."""
    kpi = os.path.join(os.path.dirname(sys.executable), "kpi")
    cache = {"XDG_CACHE_HOME": f"{work}/cache"}
    cold = {"KPI_CACHE": "off"}
    on = ["--on", ON]
    return [
        Command("kpi status, nothing kept", [kpi, "status", *on], folder, cold),
        Command("kpi status, warm", [kpi, "status", *on], folder, cache),
        Command("kpi check", [kpi, "check"], folder, cold),
        Command("kpi export -f csv", [kpi, "export", *on, "-o", f"{work}/x.csv"], folder, cold),
        Command("kpi export -f parquet",
                [kpi, "export", *on, "-f", "parquet", "-o", f"{work}/x.parquet"], folder, cold),
    ]  # fmt: skip


def of_panel(folder: str, work: str) -> list[Command]:
    """The example over a panel, with one process and with two."""
    judge = [sys.executable, f"{ROOT}/examples/panel/judge.py", f"{folder}/targets.toml",
             f"{folder}/panel.parquet", "--on", ON, "--out", f"{work}/classes.csv"]  # fmt: skip
    return [
        Command(f"judge.py --processes {n}", [*judge, "--processes", str(n)], folder)
        for n in (1, 2)
    ]


def of_engines(folder: str, work: str, python: str) -> list[Command]:
    """One aggregate by others over what we exported, beside exporting it."""
    kpi = os.path.join(os.path.dirname(sys.executable), "kpi")
    files = {form: f"{work}/{os.path.basename(folder)}.{form}" for form in ("csv", "parquet")}
    for form, file in files.items():
        arguments = ["export", "--project", folder, "--on", ON, "-f", form, "-o", file]
        subprocess.run([kpi, *arguments], check=True)  # noqa: S603
    ask = {form: SQL.format(file=file) for form, file in files.items()}
    return [
        Command("DuckDB, the CSV", [python, "-c", DUCKDB, ask["csv"]], folder),
        Command("DuckDB, the Parquet", [python, "-c", DUCKDB, ask["parquet"]], folder),
        Command("polars, the Parquet", [python, "-c", POLARS, files["parquet"]], folder),
    ]


def lines(commands: Sequence[Command], found: Sequence[Runs]) -> Iterator[str]:
    """A table in Markdown. The floor comes first in `commands`."""
    yield "| command | × `python -c pass` | processor | wall | memory |"
    yield "|---|---|---|---|---|"
    for command, runs in zip(commands, found, strict=True):
        times, cpu = paired(runs.cpu, found[0].cpu), statistics.median(runs.cpu)
        yield (
            f"| {command.name} | {times:,.1f} | {cpu:.2f} s | {runs.median:.2f} s"
            f" | {runs.peak / 1e6:,.0f} MB |"
        )


@contextmanager
def _work(kept: str | None) -> Iterator[str]:
    """A folder for what is made."""
    if kept:
        os.makedirs(kept, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory() as folder:
        yield folder


def main() -> None:
    """Prints a table for each folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("project", "panel", "engines"))
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", metavar="WORD", help="commands that are named so")
    parser.add_argument("--work", metavar="DIR", help="where to put what is made, and leave it")
    parser.add_argument("--python", default=sys.executable, help="engines: one that has them")
    said = parser.parse_args()
    made: dict[str, Callable[[str, str], list[Command]]] = {
        "project": of_project, "panel": of_panel,
        "engines": lambda folder, work: of_engines(folder, work, said.python),
    }  # fmt: skip
    for folder in map(os.path.abspath, said.folders):
        with _work(said.work) as work:
            asked = made[said.what](folder, work)
            commands = [PASS, *(one for one in asked if said.only in one.name)]
            found = in_turns(commands, said.rounds, lambda _: None)
            size = sum(one.stat().st_size for one in os.scandir(work) if one.is_file())
        sys.stdout.write(f"\n{os.path.basename(folder)} ({size / 1e6:,.1f} MB were written)\n\n")
        sys.stdout.write("\n".join(lines(commands, found)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
