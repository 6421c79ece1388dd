"""Spreadsheets: any bytes as the file, and any bytes as the XML within a sound zip folder.

The first byte says which, so that a fuzzer reaches what lies behind the checksums of the zip.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from tests.fuzz.arrivals import SAMPLES, imported
from tests.importing.sheets import ods, sheet_xml, xlsx

WORDS = (
    '<row r="2">', '<c r="A1" t="inlineStr"><is><t>시점</t></is></c>', '<c r="B2"><v>6.4</v></c>',
    '<c r="XFD1048576"/>', ' t="s"', ' t="b"', ' t="e"', ' t="d"', ' s="1"', "<f>1+1</f>",
    '<mergeCell ref="A1:B2"/>', "<mergeCells>", 'table:number-rows-repeated="9"',
    'table:number-columns-repeated="9"', 'office:value-type="date"',
    'office:date-value="2024-01-01"', "<table:table-row>", "<table:table-cell/>",
    "<text:p>", "&#x41;", "<!DOCTYPE x>", "<![CDATA[",
)  # fmt: skip
ROWS: tuple[tuple[str | float, ...], ...] = (("시점", "값"), (2023, 6.4), (2024, 7.5))
_XLSX, _ODS = 1, 2


def _sheet_of_ods() -> bytes:
    with zipfile.ZipFile(io.BytesIO(ods(ROWS))) as folder:
        return folder.read("content.xml")


def _with_content(data: bytes) -> bytes:
    """An OpenDocument spreadsheet whose content is `data`."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(ods(ROWS))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, data if name == "content.xml" else old.read(name))
    return out.getvalue()


def seeds() -> Iterator[bytes]:
    """One of each program, whole and by its XML."""
    for whole in (xlsx(ROWS), ods(ROWS), (SAMPLES / "table.xls").read_bytes()):
        yield b"\0" + whole
    yield bytes([_XLSX]) + sheet_xml(ROWS, ["A1:A2"]).encode()
    yield bytes([_ODS]) + _sheet_of_ods()


def one(data: bytes) -> None:
    """Whatever it holds."""
    kind, rest = data[:1], data[1:]
    if kind == bytes([_XLSX]):
        imported(xlsx(raw=rest.decode("utf-8", "replace")))
    elif kind == bytes([_ODS]):
        imported(_with_content(rest))
    elif rest[:4] in (b"PK\3\4", b"PK\5\6", b"\xd0\xcf\x11\xe0"):
        imported(rest)
