"""The ledger for other programs: tidy CSV, JSON, and JSON line by line.

What a spreadsheet would run is defused as in `spreadsheet`, and comes back exactly.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

from kpi.facts.records import MISLEADING
from kpi.render import machine
from kpi.render.exchange.known_rows import Export
from kpi.render.exchange.ledger import OBSERVATIONS, TABLES, Cell, Column, LedgerTable
from kpi.render.json_text import Json, dump
from kpi.render.spreadsheet import defused, document

#: The letters that no file of a project may hold, as escapes.
_UNHELD = {
    code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in chain(*MISLEADING)
}


def written(cell: Cell) -> str:
    """A cell as a CSV holds it: figures with the digits they were recorded with, days as ISO 8601.

    >>> written(Decimal("6.40")), written(True), written(None), written(("a", "b"))
    ('6.40', 'yes', '', 'a; b')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, tuple):
        cell = "; ".join(cell)
    return defused(held(str(cell)))


def held(text: str) -> str:
    """`text` with escapes for the letters that no file of a project may hold.

    >>> held("두 줄" + chr(27) + "[31m") == "두 줄" + chr(92) + "x1b[31m"
    True
    """
    return text if text.isprintable() else text.translate(_UNHELD)  # asking takes a tenth


def value(cell: Cell) -> str:
    """The value of an observation: a figure, or true or false, as its file spells it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return written(cell)


def table(columns: Sequence[Column], rows: Iterable[Any], bom: bool = False) -> bytes:
    """A table of the ledger as CSV."""
    lines = (
        [(value if column.type == "value" else written)(column.cell(row)) for column in columns]
        for row in rows
    )
    return document([column.name for column in columns], lines, bom)


def tidy_csv(export: Export) -> bytes:
    """One row an observation."""
    return table(OBSERVATIONS.columns, OBSERVATIONS.rows(export), export.bom)


# --- JSON -------------------------------------------------------------------------------------


def plain(cell: Cell) -> Any:
    """A cell as JSON holds it."""
    if cell is None or isinstance(cell, bool | int):
        return cell
    if isinstance(cell, Decimal):
        return machine.finite(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return list(cell) if isinstance(cell, tuple) else str(cell)


def record(columns: Sequence[Column], row: Any) -> Json:
    """A row as a JSON object. A value comes twice: as a number, and with its recorded digits."""
    fields: Json = {}
    for column in columns:
        cell = column.cell(row)
        fields[column.name] = plain(cell)
        if column.type == "value":
            fields["value_text"] = value(cell)
    return fields


def whole_json(export: Export) -> str:
    """`kpi.export/1`: the whole book, one list a table."""
    lists = {name: _records(table, export) for name, table in TABLES.items()}
    book = export.book
    about = {"title": book.title, "title_ko": book.title_ko, "timezone": book.timezone}
    return dump(machine.top("kpi.export/1", export.board, export.version) | about | lists)


def _records(table: LedgerTable, export: Export) -> Iterator[Json]:
    for row in table.rows(export):
        yield record(table.columns, row)


def json_lines(export: Export) -> str:
    """One observation a line, each a JSON object with the keys of the CSV."""
    lines = (record(OBSERVATIONS.columns, row) for row in OBSERVATIONS.rows(export))
    return "".join(dump(line, indent=None) for line in lines)
