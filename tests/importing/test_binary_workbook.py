"""An xlsb, which python-calamine reads without what is shown of its numbers."""

import io
import struct
import zipfile

from tests.importing.conftest import Take

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def record(kind: int, said: bytes = b"") -> bytes:
    """A record after MS-XLSB, whose kind and size take one byte, or two."""
    head = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 0x7F else bytes([kind])
    return head + bytes([len(said)]) + said


def words(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def linked(part: str, kind: str) -> str:
    return (f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/{kind}"'
            f' Target="{part}"/></Relationships>')  # fmt: skip


def xlsb(rows: list[list[str | float]]) -> bytes:
    """A workbook with one sheet."""
    sheet = record(0x81) + record(0x94, struct.pack("<IIII", 0, len(rows) - 1, 0, 1))
    sheet += record(0x91)
    for row, cells in enumerate(rows):
        sheet += record(0x00, struct.pack("<I", row) + bytes(21))
        for column, cell in enumerate(cells):
            place = struct.pack("<II", column, 0)
            said = words(cell) if isinstance(cell, str) else struct.pack("<d", cell)
            sheet += record(0x06 if isinstance(cell, str) else 0x05, place + said)
    sheet += record(0x92) + record(0x82)
    page = record(0x9C, struct.pack("<II", 0, 1) + words("r1") + words("x"))
    book = record(0x83) + record(0x8F) + page + record(0x90) + record(0x84)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as folder:
        folder.writestr("_rels/.rels", linked("xl/workbook.bin", "officeDocument"))
        folder.writestr("xl/_rels/workbook.bin.rels", linked("worksheets/sheet1.bin", "worksheet"))
        folder.writestr("xl/workbook.bin", book)
        folder.writestr("xl/worksheets/sheet1.bin", sheet)
    return out.getvalue()


def test_an_xlsb_is_to_be_saved_as_an_xlsx(take: Take) -> None:
    """410 was recorded of a cell that shows 410억원, of which the library tells nothing."""
    took = take(xlsb([["Year", "Value"], [2022, 6.1], [2023, 6.4]]))
    assert took.code == 4
    assert "units and marks, cannot be read" in took.said
    assert "open it in a spreadsheet program and save it as xlsx" in took.said
