"""An invented panel with its targets: the same bytes for the same seed. No figure is real.

    python examples/panel/invent.py FOLDER                                   what lies here
    python examples/panel/invent.py FOLDER --targets 700 --regions 252 --years 17 --parquet

The second has 2,998,800 cells, about as many as the whole UN SDG database has values.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
from collections.abc import Iterator
from typing import NamedTuple

LAST = 2025  # the last year of every panel

TOP = """\
#:schema ../../targets.schema.json
# Invented, by invent.py. The same promise is made for every region of the panel; the baseline is
# each region's own value of its year, because none is stated.
schema = 1
title = "A panel of regions (invented)"
timezone = "UTC"
"""

TARGET = """
[[target]]
id = "{id}"
title = "{title} (invented)"
tags = ["invented"]
unit = "{unit}"
direction = "{direction}"
baseline = {{ period = {base} }}
cadence = "1 year"
lag = "6 months"
{more}goal = {{ value = {goal}, by = 2030 }}
"""


class Kind(NamedTuple):
    """A kind of indicator: where regions begin, and by which part they change in a year."""

    id: str
    title: str
    unit: str
    direction: str
    goal: str
    begin: tuple[float, float]
    change: tuple[float, float]
    more: str = ""


KINDS = (
    Kind("internet-use", "People using the internet", "%", "up", "95", (20, 85), (-0.01, 0.09),
         "ceiling = 100\n"),
    Kind("under-five-mortality", "Deaths under five", "per 1,000 live births", "down", "25",
         (8, 95), (-0.09, 0.02)),
    Kind("research-spending", "Spending on research", "% of GDP", "up", "2", (0.2, 1.9),
         (-0.04, 0.08)),
)  # fmt: skip


def kinds(targets: int) -> Iterator[tuple[str, Kind]]:
    """The id and the kind of each target."""
    for number in range(targets):
        kind = KINDS[number % len(KINDS)]
        yield (f"{kind.id}-{number // len(KINDS):03}" if targets > len(KINDS) else kind.id), kind


def promises(targets: int, years: int) -> str:
    """targets.toml."""
    base = LAST - years + 1
    return TOP + "".join(
        TARGET.format(base=base, **kind._asdict() | {"id": id_}) for id_, kind in kinds(targets)
    )


def cells(targets: int, regions: int, years: int, seed: int) -> Iterator[tuple[str, str, int, str]]:
    """Target, region, year and value; one value in twenty is missing, as in every real panel."""
    chance = random.Random(seed)  # noqa: S311 - figures, not secrets
    for id_, kind in kinds(targets):
        for region in range(regions):
            value, change = chance.uniform(*kind.begin), chance.uniform(*kind.change)
            for year in range(LAST - years + 1, LAST + 1):
                value *= 1 + change + chance.uniform(-0.02, 0.02)
                value = min(value, 99.9) if kind.more else value
                said = "" if chance.random() < 0.05 else f"{value:.2f}"
                yield id_, f"R{region:03}", year, said


def as_csv(path: str, rows: Iterator[tuple[str, str, int, str]]) -> None:
    """The panel as text."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("target", "region", "period", "value"))
        table.writerows(rows)


def as_parquet(path: str, rows: Iterator[tuple[str, str, int, str]], group: int) -> None:
    """The panel with types, one target's regions after the other's."""
    import pyarrow as pa
    from pyarrow import parquet

    types = {"target": pa.string(), "region": pa.string(), "period": pa.string(),
             "value": pa.float64()}  # fmt: skip
    schema, some = pa.schema(list(types.items())), []
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for target, region, year, value in rows:
            some.append((target, region, str(year), float(value) if value else None))
            if len(some) == group:
                writer.write_batch(_batch(some, schema))
                some = []
        if some:
            writer.write_batch(_batch(some, schema))


def _batch(rows, schema):  # type: ignore[no-untyped-def]
    import pyarrow as pa

    columns = [pa.array(column, kind) for column, kind in zip(zip(*rows, strict=True), schema.types,
                                                              strict=True)]  # fmt: skip
    return pa.record_batch(columns, schema=schema)


def main() -> None:
    """Writes FOLDER/targets.toml and FOLDER/panel.csv or panel.parquet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--targets", type=int, default=3)
    parser.add_argument("--regions", type=int, default=8)
    parser.add_argument("--years", type=int, default=11)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parquet", action="store_true")
    said = parser.parse_args()
    os.makedirs(said.folder, exist_ok=True)
    with open(os.path.join(said.folder, "targets.toml"), "w", encoding="utf-8") as file:
        file.write(promises(said.targets, said.years))
    rows = cells(said.targets, said.regions, said.years, said.seed)
    if said.parquet:
        as_parquet(os.path.join(said.folder, "panel.parquet"), rows, 1 << 17)
    else:
        as_csv(os.path.join(said.folder, "panel.csv"), rows)


if __name__ == "__main__":
    main()
