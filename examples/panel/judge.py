"""The rules of kpi over a panel: every region of every target judged as one project's would be.

    cd examples/panel && python judge.py targets.toml panel.csv --on 2026-11-22
    python judge.py targets.toml panel.parquet --on 2026-11-22 --out classes.csv --processes 2

The promises stand in a targets.toml like any other. The panel has a row a value and the columns
`target`, `region`, `period` and `value`, as CSV in UTF-8 or as Parquet (`pip install
'policy-kpi[panel]'`); the rows of a region of a target stand together, so that no more than a few
regions are in memory at a time. What comes out is a row a region: its last period and value, `no`
under `current` if that is stale or missing, the point from which it is judged, the headline verdict
with its light, the class that each published rule gives (empty where the rule does not apply), how
many of the rules agree, and why the others do not.

An empty value, null or NaN is no value. They are counted, and so are regions without any.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import groupby, islice
from typing import Any, NamedTuple

from kpi.assess.methods.catalogue import RULES
from kpi.assess.status import Status, status
from kpi.facts.periods import Period
from kpi.facts.records import Observation, Target
from kpi.facts.targets import read_targets
from kpi.render.exchange.tidy import defused

COLUMNS = ("target", "region", "period", "value")
HEAD = (
    *COLUMNS, "current", "base_period", "base_value", "verdict", "light",
    *(rule.name for rule in RULES), "agree", "of", "cause",
)  # fmt: skip

TASK = 100  # regions that a process is given at a time: enough to hide what the giving costs

#: A value of the panel: its period and the figure as they stand there, and the number of its row.
Value = tuple[Any, Any, int]


class Region(NamedTuple):
    """One region of one target, with all that the panel says of it."""

    target: str
    name: str
    values: list[Value]


class Fault(Exception):  # noqa: N818 - the panel is at fault
    """What is wrong with the targets or the panel, where, and what to do."""


# --- one region -------------------------------------------------------------------------------


def judged(target: Target, region: Region, on: dt.date) -> Status | None:
    """What kpi says of a region on a day; None if the goal had not been announced by then.

    A panel has one vintage: all its values are taken as published on that day, as final and exact.
    """
    facts = tuple(_fact(target, region, value, on) for value in region.values)
    return status(target, _each_once(region, facts), {}, on, on, lean=True)


def _fact(target: Target, region: Region, value: Value, on: dt.date) -> Observation:
    period, figure, row = value
    try:
        number = Decimal(str(figure).strip())
        if number.is_finite():
            return Observation(
                target.id, target.judged_series, _period(str(period)), number, on, ""
            )
    except InvalidOperation:
        pass
    except ValueError as error:
        raise Fault(f"row {row}: {error}") from None
    raise Fault(f"row {row}: {figure!r} is not a number; write 6.4, or nothing")


_period = cache(Period.parse)  # a panel of millions of values has a few dozen periods


def _each_once(region: Region, facts: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The facts. Raises Fault if two are of one time: a vintage would silently win."""
    if len({fact.period.end for fact in facts}) < len(facts):
        where = f"rows {region.values[0][2]} to {region.values[-1][2]}"
        what = f"{region.name} has two values for one time of {region.target}"
        raise Fault(f"{where}: {what}; keep the one to judge")
    return facts


def row(region: Region, seen: Status) -> list[str]:
    """A line of the result, in the order of HEAD."""
    latest, base, split = seen.latest, seen.base, seen.split
    classes = {reading.method: reading.klass or "" for reading in seen.readings}
    return [
        region.target, defused(region.name),
        *((str(latest.period), f"{latest.value:f}") if latest else ("", "")),
        "yes" if seen.current else "no",
        *((str(base.period), repr(base.value)) if base else ("", "")),
        seen.verdict, seen.light, *(classes.get(rule.name, "") for rule in RULES),
        *((str(split.agree), str(split.of), split.cause or "") if split else ("", "", "")),
    ]  # fmt: skip


# --- the panel --------------------------------------------------------------------------------


def rows_of(path: str) -> Iterator[tuple[Any, ...]]:
    """The four columns of a panel and the number of each row, the names being row 1."""
    return _parquet(path) if path.endswith(".parquet") else _csv(path)


def _csv(path: str) -> Iterator[tuple[Any, ...]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        names = next(reader, [])
        at = _places(names, path)
        for row, cells in enumerate(reader, start=2):
            if len(cells) != len(names):
                if not cells:
                    continue  # an empty line, as at the end of many files
                raise Fault(f"row {row}: {len(cells)} cells for {len(names)} columns")
            yield (*(cells[place] for place in at), row)


def _parquet(path: str) -> Iterator[tuple[Any, ...]]:
    from pyarrow import parquet

    file, row = parquet.ParquetFile(path), 2
    _places(file.schema_arrow.names, path)
    for batch in file.iter_batches(batch_size=1 << 16, columns=list(COLUMNS)):
        columns = [batch.column(name).to_pylist() for name in COLUMNS]
        yield from zip(*columns, range(row, row + batch.num_rows), strict=True)
        row += batch.num_rows


def _places(names: list[str], path: str) -> list[int]:
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise Fault(f"{path}: there is no column {', '.join(missing)}; name the columns {COLUMNS}")
    return [names.index(name) for name in COLUMNS]


class Count:
    """How much there was, for who asks whether anything is missing."""

    values = empty = regions = 0


def regions(path: str, targets: dict[str, Target], count: Count) -> Iterator[Region]:
    """The regions of a panel, one after the other. Raises Fault if one comes twice."""
    seen: set[tuple[str, str]] = set()
    for (target, name), group in groupby(rows_of(path), key=lambda row: (row[0], row[1])):
        rows = list(group)
        if target not in targets:
            raise Fault(f"row {rows[0][4]}: there is no target {target!r}")
        if (target, name) in seen:
            what = f"{name} of {target} began further up; sort the panel by target and region"
            raise Fault(f"row {rows[0][4]}: {what}")
        seen.add((target, name))
        values = [(period, value, row) for _, _, period, value, row in rows if not _empty(value)]
        count.regions += 1
        count.values += len(values)
        count.empty += len(rows) - len(values)
        yield Region(target, name, values)


def _empty(value: object) -> bool:
    return value is None or value == "" or value != value


# --- in several processes ---------------------------------------------------------------------

_promises: tuple[dict[str, Target], dt.date] = {}, dt.date.min  # of this process


def promise(targets: dict[str, Target], on: dt.date) -> None:
    """What each process is told once."""
    global _promises
    _promises = targets, on


def lines(task: list[Region]) -> list[list[str]]:
    """The result for some regions. Raises Fault."""
    targets, on = _promises
    found = [(region, judged(targets[region.target], region, on)) for region in task]
    return [row(region, seen) for region, seen in found if seen is not None]


def judge(
    panel: Iterable[Region], targets: dict[str, Target], on: dt.date, processes: int
) -> Iterator[list[str]]:
    """The lines of the result in the order of the panel, whatever the number of processes."""
    left = iter(panel)
    tasks = iter(lambda: list(islice(left, TASK)), [])
    if processes == 1:
        promise(targets, on)
        for task in tasks:
            yield from lines(task)
        return
    with multiprocessing.Pool(processes, promise, (targets, on)) as pool:
        for some in pool.imap(lines, tasks):
            yield from some


# --- the command ------------------------------------------------------------------------------


def promises(path: str) -> dict[str, Target]:
    """The targets of a targets.toml by id. Raises Fault with every problem in it."""
    with open(path, "rb") as file:
        read = read_targets(file.read())
    if read.problems:
        raise Fault("\n".join(f"{one.where}: {one.what}; {one.remedy}" for one in read.problems))
    measured = {one.id: one for one in read.targets if one.kind in ("level", "total")}
    if not measured:
        raise Fault(f"{path}: no target is a level or a total; the rules judge no others")
    return measured


def main(arguments: list[str] | None = None) -> int:
    """Writes the result; 0 if it is whole, 4 if something is wrong with what was given.

    141 if whoever reads it has seen enough, as with `| head`.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", help="a targets.toml")
    parser.add_argument("panel", help="a CSV or .parquet with target, region, period and value")
    parser.add_argument("--on", type=dt.date.fromisoformat, metavar="DAY", required=True,
                        help="the day to judge for")  # fmt: skip
    parser.add_argument("--out", metavar="FILE", help="where to (default: standard output)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N")
    said = parser.parse_args(arguments)
    try:
        count, written = _whole(said)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except (Fault, OSError, UnicodeDecodeError) as fault:
        sys.stderr.write(f"{said.panel}: {fault}\n")
        return 4
    sys.stderr.write(
        f"{written} of {count.regions} regions judged for {said.on} from {count.values} values;"
        f" {count.empty} cells were empty\n"
    )
    return 0


def _whole(said: argparse.Namespace) -> tuple[Count, int]:
    """Writes the whole result or none; how much there was, and how many lines. Raises Fault."""
    targets, count, written = promises(said.targets), Count(), 0
    unfinished = f"{said.out}.unfinished" if said.out else ""
    try:
        with _output(unfinished) as out:
            table = csv.writer(out)
            table.writerow(HEAD)
            panel = regions(said.panel, targets, count)
            for line in judge(panel, targets, said.on, max(said.processes, 1)):
                table.writerow(line)
                written += 1
        if unfinished:
            os.replace(unfinished, said.out)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(unfinished)
    return count, written


def _output(path: str) -> Any:
    """The file, or the standard output, which stays open."""
    return open(path, "w", encoding="utf-8", newline="") if path else nullcontext(sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
