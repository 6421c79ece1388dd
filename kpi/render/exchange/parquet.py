"""The observations as one Parquet file, for DuckDB, polars, pandas, R or Spark.

The rows and columns are those of the tidy CSV, with types in place of spellings. A figure comes
twice, as in the JSON: `value` is a double, which is what every engine computes with, and
`value_text` has the recorded digits. A Parquet decimal would need one scale for the whole column,
so that 6.40 and 6.4 were the same and a figure of more places did not fit.

No spreadsheet runs what is in it, so texts are the recorded ones, without an apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from kpi.render import machine
from kpi.render.exchange import tidy
from kpi.render.exchange.known_rows import Export
from kpi.render.exchange.ledger import DONE, OBSERVATIONS, Cell, Column, figure, observed_as
from kpi.render.json_text import dump

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA = "kpi.panel/1"

#: Rows that are turned into columns and written at a time. Engines read in these steps too: fewer
#: rows make the file larger and slower, more of them cost memory here (200 bytes a row).
GROUP = 1 << 17

#: What the end of every file of ours holds: Parquet keeps what it says of itself behind the data.
MARK = f'{{"schema": "{SCHEMA}"'.encode()


def _columns() -> Iterator[Column]:
    """The columns of the tidy CSV, the value in three, and what a table of one file must repeat."""
    value = Column("value", "number", "The figure; empty for a milestone, and where no double"
                   " is so large", figure)  # fmt: skip
    text = Column("value_text", "string", "The value with the digits that were recorded",
                  lambda f: tidy.value(f.seen.value), True)  # fmt: skip
    for column in observed_as(value, text, DONE):
        yield column
        if column.name == "unit":
            yield Column("kind", "string", "level, total, annual or milestone",
                         lambda f: f.target.kind, True)  # fmt: skip
            yield Column("direction", "string", "up, down or keep", lambda f: f.target.direction)


COLUMNS = tuple(_columns())


def parquet(export: Export) -> bytes:
    """The file. Needs pyarrow (extra `panel`); raises ImportError without it.

    The same export gives the same bytes with the same version of pyarrow, which names itself in
    the file. What is held in memory beside the facts is one group of rows and the compressed file.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema, sink = _schema(export), pa.BufferOutputStream()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for rows in _groups(OBSERVATIONS.rows(export)):
            arrays = [
                pa.array([_plain(column, row) for row in rows], schema.field(column.name).type)
                for column in COLUMNS
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _groups(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The rows, GROUP at a time."""
    rest = iter(rows)
    while group := list(islice(rest, GROUP)):
        yield group


def _schema(export: Export) -> pa.Schema:
    """Names, types and meanings, and under `kpi` what the JSON formats begin with."""
    import pyarrow as pa

    types = {
        "string": pa.string(), "number": pa.float64(), "integer": pa.int32(),
        "boolean": pa.bool_(), "date": pa.date32(),
    }  # fmt: skip
    fields = [
        pa.field(column.name, types[column.type], not column.required, {"description": column.what})
        for column in COLUMNS
    ]
    about = dump(machine.top(SCHEMA, export.board, export.version), indent=None)
    return pa.schema(fields, {"kpi": about.strip()})


def _plain(column: Column, row: Any) -> Cell | float:
    """A cell as pyarrow takes it: nothing for an empty one."""
    cell = column.cell(row)
    if column.type == "string":
        return tidy.held(str(cell)) if cell not in (None, "") else None
    if column.type == "number":
        return machine.finite(cell) if isinstance(cell, Decimal) else None
    return cell
