"""The bytes of a file -> a Table. Its first bytes say what it is, whatever its name says.

With it begins the way of a file through these rooms:

    plan       what a person says of the file
    tables     bytes -> rows of cells (`files`) -> a Table of Records (`layouts`)
    arrivals   the Table -> what becomes of it; 2023/24, 25/01/2020 and 1,234 by all its cells
    walk       a Record -> its line: who wants it (`choosing`), its unit (`stated_units`), figure
               and period, what stands beside (`columns`), what is recorded already (`against`)
    doubts     what no Record shows alone, once all have been walked
    batches    what is new -> the files that record it, read back by the reader of the ledger

What one cell says they all ask of `texts`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kpi.facts.intake.files.csv_rows import DELIMITERS, read_csv
from kpi.facts.intake.layouts.layout import lay_out
from kpi.facts.intake.layouts.sheet import PERIOD_NAMES, VALUE_NAMES, Sheet
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Table
from kpi.facts.keys.fields import Wrong

if TYPE_CHECKING:
    from kpi.facts.intake.files.workbook import Apart

#: Not "[" alone, by which a CSV may begin that states its unit: [단위: 백만원].
_JSON = re.compile(rb'[\[{]\s*(?:["\[{\]}0-9-]|$)')
#: Not every "<": tables of ministries begin with <표 1> or <Table 1>.
_PAGE = re.compile(rb"<(?:[!?/]|[a-z][a-z0-9]*(?:[\s>:/]|$))(?!\s*[0-9])", re.IGNORECASE)
_NOT_TABLES = (
    (b"%PDF", "a PDF", "copy the table into a spreadsheet, and save it as CSV UTF-8"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"Rar!", "a RAR file", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z file", "unpack it first"),
    (b"\x89PNG", "a picture", "type the figures, with `kpi add`"),
    (b"\xff\xd8\xff", "a picture", "type the figures, with `kpi add`"),
    (b"SQLite format 3", "a database", "save the table as CSV UTF-8"),
)


def read_table(data: bytes, plan: Plan, apart: Apart | None = None) -> Table:
    """The table that a file holds. Raises Wrong, with the remedy, if there is none.

    `apart` makes the calls that could take for ever where they can be stopped.

    >>> table = read_table(b"period,value\\n2023,6.4\\n", Plan())
    >>> [(record.period, record.cells[table.value]) for record in table.records()]
    [('2023', '6.4')]
    """
    kind = _sniffed(data)
    if kind == "json":
        from kpi.facts.intake.files.kosis import read_json

        table = read_json(data)
    elif kind == "csv":
        table = _of_csv(data, plan)
    else:
        from kpi.facts.intake.files.workbook import here, read_workbook

        grid = read_workbook(data, plan.sheet, apart or here)
        numbers = range(grid.first_row, grid.first_row + len(grid.rows))
        sheet = Sheet(kind, grid.rows, numbers, grid.merged, grid.name, grid.notes)
        table = lay_out(sheet, plan)
    if plan.file and table.kind != plan.file:
        what = f"the file is {table.kind}, and the mapping is for {plan.file}"
        raise Wrong(what, "choose the file or the mapping that belongs to the other")
    return table


def _sniffed(data: bytes) -> str:
    """What kind of file the first bytes show. Raises Wrong for what holds no table."""
    head = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head:
        raise Wrong("the file is empty", "choose another")
    for begin, what, remedy in _NOT_TABLES:
        if data.startswith(begin):
            raise Wrong(f"by its first bytes the file is {what}", remedy)
    if _PAGE.match(head) or data[:4] == b"\xff\xfe<\0":
        remedy = "open it in a spreadsheet program and save it as xlsx or CSV UTF-8"
        raise Wrong("the file is a web page, as some offices give under the name .xls", remedy)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "ods" if b"opendocument.spreadsheet" in data[:200] else "xlsx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls"
    return "json" if _JSON.match(head) else "csv"


def _of_csv(data: bytes, plan: Plan) -> Table:
    wanted = {*PERIOD_NAMES, *VALUE_NAMES, *plan.named}
    content = read_csv(data, plan.encoding, plan.delimiter, wanted)
    notes = []
    if content.encoding == "cp949" and not plan.encoding:
        notes.append("read as CP949")
    if content.encoding in ("utf-16-le", "utf-16-be") and not plan.encoding:
        notes.append("read as UTF-16")
    if content.delimiter != "," and not plan.delimiter:
        notes.append(f"columns divided by {DELIMITERS.get(content.delimiter, content.delimiter)}")
    rows = [[cell if cell.strip() else "" for cell in row] for row in content.rows]
    comma_free = content.delimiter != ","
    sheet = Sheet("csv", rows, content.lines, notes=tuple(notes), comma_free=comma_free)
    return lay_out(sheet, plan)
