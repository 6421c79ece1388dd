"""What an old Excel file shows of its numbers: a file of records after MS-XLS, made by hand."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import pytest

from tests.importing.conftest import Take

SECTOR, END, FREE = 512, 0xFFFFFFFE, 0xFFFFFFFF
Cell = str | float | tuple[float, int] | None


def record(kind: int, said: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(said)) + said


def words(text: str, length: str = "<H") -> bytes:
    """A text, whose letters take one byte each where one is enough."""
    letters = b"\0" + text.encode() if text.isascii() else b"\1" + text.encode("utf-16-le")
    return struct.pack(length, len(text)) + letters


def cell_record(row: int, column: int, cell: Cell) -> bytes:
    """The style 0 is plain; others are the formats of the file from 1."""
    number, style = cell if isinstance(cell, tuple) else (cell, 0)
    place = struct.pack("<HHH", row, column, style)
    if number is None:
        return b""
    if isinstance(number, str):
        return record(0x0204, place + words(number))
    if style % 2 == 0 and number == int(number):  # RK, as for most whole numbers
        return record(0x027E, place + struct.pack("<i", int(number) << 2 | 2))
    return record(0x0203, place + struct.pack("<d", number))


def sheet(rows: Sequence[Sequence[Cell]], more: bytes = b"") -> bytes:
    cells = b"".join(cell_record(r, c, cell) for r, row in enumerate(rows)
                     for c, cell in enumerate(row))  # fmt: skip
    return begin(0x10) + more + cells + record(0x0A)


def begin(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def workbook(rows: Sequence[Sequence[Cell]], codes: Sequence[str] = (), more: bytes = b"") -> bytes:
    """A workbook with a cover and a sheet of these cells; its last style is per cent."""
    formats = b"".join(
        record(0x041E, struct.pack("<H", 164 + n) + words(code)) for n, code in enumerate(codes)
    )
    styles = b"".join(
        record(0x00E0, struct.pack("<HH", 0, id_) + bytes(16))
        for id_ in (0, *range(164, 164 + len(codes)), 9)
    )
    names = [words(name, "<B") for name in ("표지", "값")]
    cover, table = sheet([]), sheet(rows, more)
    head = begin(0x05) + record(0x0031, bytes(16)) + formats + styles
    at = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    for name, begun in zip(names, (at, at + len(cover)), strict=True):
        head += record(0x0085, struct.pack("<IBB", begun, 0, 0) + name)
    return head + record(0x0A) + cover + table


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    spelt = name.encode("utf-16-le")
    return (
        spelt.ljust(64, b"\0") + struct.pack("<HBB", len(spelt) + 2 if name else 0, kind, 1)
        + struct.pack("<III", FREE, FREE, child) + bytes(36) + struct.pack("<IQ", start, size)
    )  # fmt: skip


def numbers(found: Sequence[int], size: int) -> bytes:
    return struct.pack(f"<{len(found)}I", *found).ljust(size, b"\xff")


def folder(
    stream: bytes, *, small: bool = False, name: str = "Workbook", size: int = SECTOR,
    apart: bool = False,
) -> bytes:  # fmt: skip
    """The stream of a workbook in a file after MS-CFB, of sectors of one of its two sizes.

    A small one lies within another stream, behind what is not its own. Where the file names its
    table of sectors apart, it does so in a sector at its end, as one of over 7 MB has to.
    """
    stream = (bytes(64) if small else b"") + stream
    least = 64 if small else size
    stream = stream.ljust(-(-len(stream) // least) * least, b"\0")
    more = 112 * size if apart else 0 if small else 4096
    body = stream.ljust(max(more, -(-len(stream) // size) * size), b"\0")
    count = len(body) // size
    table = [0xFFFFFFFD, END, END, *range(4, 3 + count), END, *([0xFFFFFFFC] if apart else [])]
    pieces = [END, *range(2, len(stream) // 64), END] if small else []
    root = entry("Root Entry", 5, 1, 3 if small else 2, len(stream) if small else 0)
    own = len(stream) - 64 if small else len(body)
    entries = root + entry(name, 2, FREE, 1 if small else 3, own) + 2 * entry("", 0, FREE, 0, 0)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3 if size == SECTOR else 4, 0xFFFE, size.bit_length() - 1, 6,
        0, 1, 1, 0, 4096, 2 if small else END, 1 if small else 0, 3 + count if apart else END,
        int(apart), FREE if apart else 0,
    )  # fmt: skip
    tables = [numbers(table, size), entries.ljust(size, b"\0"), numbers(pieces, size)]
    last = numbers([0], size - 4) + struct.pack("<I", END) if apart else b""
    return head.ljust(SECTOR, b"\xff").ljust(size, b"\0") + b"".join(tables) + body + last


def xls(
    rows: Sequence[Sequence[Cell]], *codes: str, more: bytes = b"", small: bool = False,
    size: int = SECTOR, apart: bool = False,
) -> bytes:  # fmt: skip
    return folder(workbook(rows, codes, more), small=small, size=size, apart=apart)


HEAD = ["연도", "값"]


@pytest.mark.parametrize("folded", [
    {}, {"small": True}, {"size": 4096}, {"small": True, "size": 4096}, {"apart": True},
    {"apart": True, "size": 4096},
])  # fmt: skip
def test_a_unit_behind_a_number_is_read(take: Take, folded: dict[str, Any]) -> None:
    """410억원 was recorded as 410 billion won."""
    table = xls([HEAD, [2021, (410, 1)], [2022, (520.5, 1)]], '#,##0"억원"', **folded)
    assert take(table, target="money").facts == [("2021", 41), ("2022", 52.05)]


def test_per_cent_is_asked_about(take: Take) -> None:
    """50 % and 102 % were recorded as 0.5 and 1.02: one of them may be a figure of its own."""
    table = xls([HEAD, [2021, (0.5, 1)], [2022, (1.02, 1)]])
    took = take(table)
    assert took.fates == ["refused", "refused"]
    assert 'the cell shows "50%" and holds 0.5; add --scale 100' in took.said
    assert take(table, "--scale", "100").facts == [("2021", 50), ("2022", 102)]


def test_marks_of_figures_and_of_whole_numbers(take: Take) -> None:
    table = xls([HEAD, [2021, 4], [2022, (5.5, 1)], [2023, (6, 2)]], '0.0"p"', '0"e"')
    took = take(table)
    assert took.facts == [("2021", 4), ("2022", 5.5), ("2023", 6)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "provisional", "estimated"]


def test_the_result_of_a_formula(take: Take) -> None:
    """The cell shows 410억원 as one of a number does."""
    formula = record(0x0006, struct.pack("<HHHdHIH", 1, 1, 1, 410.5, 0, 0, 0))
    took = take(xls([HEAD, [2021]], '#,##0"억원"', more=formula), target="money")
    assert took.facts == [("2021", 41.05)]


def test_several_numbers_in_one_record(take: Take) -> None:
    """MULRK: four and five in one row, the second of which is a forecast."""
    several = struct.pack("<HH", 1, 1) + b"".join(
        struct.pack("<Hi", style, number << 2 | 2) for style, number in ((0, 4), (1, 5))
    )
    more = record(0x00BD, several + struct.pack("<H", 2))
    took = take(xls([["항목", 2021, 2022], ["이용률"]], '0"e"', more=more))
    assert took.facts == [("2021", 4), ("2022", 5)]
    assert [row["status"] for row in took.answer["rows"]] == ["final", "estimated"]


def row(number: int, flags: int, size: int = 16) -> bytes:
    """What the file says of a row, from 0."""
    return record(0x0208, struct.pack("<HHHHHHI", number, 0, 2, 255, 0, 0, flags)[:size])


def columns(first: int, last: int, flags: int, size: int = 12) -> bytes:
    """What it says of some columns, from 0."""
    return record(0x007D, struct.pack("<HHHHHH", first, last, 2304, 15, flags, 0)[:size])


@pytest.mark.parametrize(("more", "said"), [
    (row(2, 0x20) + row(1, 0x141), ["hidden rows are read, too: 1, from row 3"]),
    (columns(1, 1, 1) + columns(0, 0, 6), ["hidden columns are read, too: 1, from column 2"]),
    (columns(0, 1, 1, 10), ["hidden columns are read, too: 2, from column 1"]),
    (columns(1, 65535, 1), ["hidden columns are read, too: 2, from column 2"]),
    (columns(3, 65535, 1) + row(9, 0x20), []),
    (columns(1, 1, 1, 8) + row(2, 0x20, 12), []),  # what ends too early says nothing
])  # fmt: skip
def test_hidden_rows_and_columns_are_counted(take: Take, more: bytes, said: list[str]) -> None:
    took = take(xls([[*HEAD, "비고"], [2021, 4, "a"], [2022, 5, "a"]], more=more))
    assert took.facts == [("2021", 4), ("2022", 5)]
    assert took.answer["notes"] == said


def test_a_chart_within_a_sheet_ends_no_sheet(take: Take) -> None:
    """Its records are not those of the sheet."""
    chart = begin(0x20) + cell_record(1, 1, (9, 1)) + record(0x0A)
    took = take(xls([HEAD, [2021, 4], [2022, (5.5, 1)]], '0.0"p"', more=chart))
    assert [row["status"] for row in took.answer["rows"]] == ["final", "provisional"]


@pytest.mark.parametrize("cut", [600, 1200, 1700, 2100, 2300])
def test_a_file_that_ends_too_early_is_no_fault_of_kpi(take: Take, cut: int) -> None:
    table = xls([HEAD, [2021, (4.5, 1)]], '0.0"p"')
    took = take(table[:cut])
    assert took.code in (0, 4)
    assert took.code == 0 or "the file is not a spreadsheet that can be read; open it" in took.said


def test_cells_far_apart(take: Take) -> None:
    said = take(xls([HEAD, [2021, 4]], more=cell_record(65535, 20, 1.5))).said
    assert "the sheet spans 65,536 by 21 cells; save the sheet alone" in said


def test_a_workbook_within_the_workbook_is_another(take: Take) -> None:
    """One that was inserted as an object has a stream of the same name, which stands later."""
    table = bytearray(xls([HEAD, [2021, (410, 1)]], '#,##0"억원"'))
    third = 2 * SECTOR + 2 * 128
    table[third : third + 128] = entry("Workbook", 2, FREE, END, 4096)
    assert take(bytes(table), target="money").facts == [("2021", 41)]


def test_a_workbook_of_before_1997(take: Take) -> None:
    """Its stream has another name, and what it shows of its numbers is written in another way."""
    took = take(folder(workbook([HEAD, [2021, 4], [2022, 5]]), name="Book"))
    assert took.code == 4
    assert "what an Excel file of before 1997 shows of its figures cannot be read" in took.said
    assert "save it as xlsx" in took.said


def test_a_password(take: Take) -> None:
    """Of a file in cipher the library says nothing but that it knows no such format."""
    stream = workbook([HEAD, [2021, 4]])
    said = take(folder(stream[:20] + record(0x002F, b"\1" + bytes(51)) + stream[20:])).said
    assert "the spreadsheet is locked by a password; save it without one" in said


def test_an_xlsx_with_a_password(take: Take) -> None:
    """It was said to be no spreadsheet, and to be opened and saved as an xlsx, which it is."""
    said = take(folder(bytes(8000), name="EncryptedPackage")).said
    assert "the spreadsheet is locked by a password; save it without one" in said
