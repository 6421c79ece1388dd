"""Which cells of an OpenDocument sheet are shown as per cent: 4.5% holds 0.045 there, too.

python-calamine gives the numbers only. What is shown of a cell is asked about as in an xlsx.
"""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

from kpi.facts.intake.cells import Shape

_MOST = 100_000  # cells of one sheet that are remembered; repeated ones each count
_LARGEST = 64 * 1024 * 1024  # bytes of the part that is looked at
_PER_CENT = Shape(percent=True, behind="%")
_ATTRIBUTES = rb"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
_TABLE = re.compile(rb"<table:table\b" + _ATTRIBUTES)
_NAME = re.compile(rb"\btable:name=[\"']([^\"']*)")
_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell)\b" + _ATTRIBUTES)
_REPEATED = re.compile(rb"\btable:number-(?:rows|columns)-repeated=[\"']([0-9]{1,7})[\"']")
_PERCENTAGE = re.compile(rb"\boffice:value-type=[\"']percentage[\"']")


def shapes(data: bytes, name: str) -> dict[tuple[int, int], Shape]:
    """What the cells of a sheet, by row and column from 0, add to their numbers; only per cent."""
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        if "content.xml" not in folder.namelist():
            return {}
        if folder.getinfo("content.xml").file_size > _LARGEST:
            return {}
        content = folder.read("content.xml")
    if not _PERCENTAGE.search(content):
        return {}
    for begun in _TABLE.finditer(content):
        own = _NAME.search(begun[1])
        if own and unescape(own[1].decode("utf-8", "replace")) == name:
            end = content.find(b"</table:table>", begun.end())
            return _in_table(content[begun.end() : end if end > 0 else len(content)])
    return {}


def _in_table(content: bytes) -> dict[tuple[int, int], Shape]:
    """The cells shown as per cent of the XML of one sheet."""
    found: dict[tuple[int, int], Shape] = {}
    row, next_row, column, lines = 0, 0, 0, 1
    for kind, attributes in _TAG.findall(content):
        again = _REPEATED.search(attributes)
        times = max(1, int(again[1])) if again else 1
        if kind == b"table-row":
            row, next_row, column, lines = next_row, next_row + times, 0, times
            continue
        if _PERCENTAGE.search(attributes):
            for at in range(row, row + min(lines, _MOST)):
                if len(found) + times > _MOST:
                    return found
                found.update(((at, column + n), _PER_CENT) for n in range(times))
        column += times
    return found
