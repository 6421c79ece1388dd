"""A raised mark of a footnote is no digit, in an OpenDocument sheet and in an old Excel file."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import ods
from tests.importing.test_ods_merged import replaced
from tests.importing.test_xls_formats import HEAD, begin, cell_record, folder, record, words

ROWS = [["Year", "Value"], [2023, 9.2], [2024, "text"]]
SPAN = '<text:span text:style-name="{}">{}</text:span>'


def written(text: str, position: str = "super 58%", name: str = "T1") -> bytes:
    """The sheet with a text of parts under 2024."""
    styles = (
        '<office:automatic-styles xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
        '<style:style style:name="T0" style:family="text"/>'
        f'<style:style style:name="{name}" style:family="text"><style:text-properties'
        f' style:text-position="{position}"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties'
        ' style:text-position="0% 100%"/></style:style></office:automatic-styles>'
    )
    table = replaced(ods(ROWS), "<office:body>", f"{styles}<office:body>")
    return replaced(table, "<text:p>text</text:p>", text)


@pytest.mark.parametrize("position", ["super 58%", "33% 58%", "super"])
@pytest.mark.parametrize(("text", "said"), [
    ("<text:p>9.3" + SPAN.format("T1", "1") + "</text:p>", '"9.3¹" ends with the mark'),
    ("<text:p>" + SPAN.format("T2", "9.3") + SPAN.format("T1", "2)") + "</text:p>", '"9.3²)"'),
    ("<text:p>9.3" + SPAN.format("T1", SPAN.format("T2", "1")) + "</text:p>", '"9.3¹" ends'),
    ("<office:annotation><text:p>Note</text:p></office:annotation><text:p>9.3"
     + SPAN.format("T1", "1") + "</text:p>", '"9.3¹" ends'),
    ("<text:p>9." + SPAN.format("T1", SPAN.format("T2", "3") + "1") + "</text:p>", '"9.³¹"'),
    ("<text:p>" + SPAN.format("T1", "<text:a>1</text:a>2") + "9.3</text:p>", "'¹²9.3'"),
    ("<text:p><text:span>9.3</text:span>" + SPAN.format("T1", "1") + "</text:p>", '"9.3¹" ends'),
    ("<text:p>9.3<text:s/>" + SPAN.format("T1", "1") + "</text:p>", '"9.3 ¹" ends'),
    ('<text:p>9.3<text:s text:c="3"/>' + SPAN.format("T1", "1") + "</text:p>", '"9.3 ¹" ends'),
])  # fmt: skip
def test_an_opendocument_sheet(take: Take, text: str, said: str, position: str) -> None:
    """9.31 was recorded of 9.3 with a raised 1."""
    took = take(written(text, position))
    assert took.fates == ["new", "refused"]
    assert said in took.said


@pytest.mark.parametrize("position", ["sub 58%", "-33% 58%", "0% 58%"])
def test_what_is_not_raised_is_a_digit(take: Take, position: str) -> None:
    text = "<text:p>9.3" + SPAN.format("T1", "1") + "</text:p>"
    assert take(written(text, position)).facts == [("2023", 9.2), ("2024", 9.31)]
    assert take(written(text, name="T9")).facts == [("2023", 9.2), ("2024", 9.31)]
    before = "<text:p>9.3" + SPAN.format("T1", "") + '<text:span text:style-name="T1"/>1</text:p>'
    assert take(written(before)).facts == [("2023", 9.2), ("2024", 9.31)]
    within = "<text:p>9.3" + SPAN.format("T2", SPAN.format("T0", "1")) + "</text:p>"
    assert take(written(within)).facts == [("2023", 9.2), ("2024", 9.31)]


def test_lines_of_a_cell(take: Take) -> None:
    """The library joins the lines of a cell with an end of line."""
    text = "<text:p>9.3" + SPAN.format("T1", "1") + "</text:p><text:p>of firms</text:p>"
    assert "'9.3¹ of firms'" in take(written(text)).said


Parts = Sequence[tuple[str, int]]  # texts, and the number of the font of each


def rich(parts: Parts, *, wide: bool) -> tuple[bytes, bytes]:
    """A text of the table of texts, its letters and what follows them."""
    text = "".join(said for said, _ in parts)
    letters = text.encode("utf-16-le" if wide else "latin-1")
    at, runs = 0, b""
    for said, font in parts:
        runs += struct.pack("<HH", at, font) if at else b""
        at += len(said)
    count = struct.pack("<HBH", len(text), 8 | wide, len(runs) // 4)
    return count + letters, runs


def workbook(
    text: Parts, *, wide: bool = False, cut: int = 0, apart: bool = False, narrow: bool = False
) -> bytes:
    """A workbook whose figure of 2023 is a text of parts, whose records are cut.

    Two texts stand before it, and the rest of a drawing before them all.
    """
    fonts = b"".join(
        record(0x0031, struct.pack("<HHHHH", 200, 0, 0, 400, up) + bytes(6) + b"\1\0A\0")
        for up in (0, 0, 0, 0, 1, 2)
    )
    plain = struct.pack("<HBI", 2, 5, 6) + "가나".encode("utf-16-le") + b"\5" * 6
    plain += struct.pack("<HB", 2, 0) + b"AB"
    begun, runs = rich(text, wide=wide)
    first, more = begun[: len(begun) - cut], begun[len(begun) - cut :]
    if narrow:  # what goes on is written with one byte for each letter
        more = more.decode("utf-16-le").encode("latin-1")
    table = record(0x00FC, struct.pack("<II", 4, 3) + plain + first + (b"" if cut else runs))
    if cut:
        goes_on = bytes([wide and not narrow]) + more
        table += record(0x003C, goes_on + (b"" if apart else runs))
        table += record(0x003C, runs) if apart else b""
    drawing = record(0x00EB, b"\1" * 8) + record(0x003C, b"\1" * 9)
    head = begin(0x05) + fonts + record(0x00E0, bytes(20)) + drawing + table
    name = words("값", "<B")
    at = len(head) + 4 + 6 + len(name) + 4
    head += record(0x0085, struct.pack("<IBB", at, 0, 0) + name) + record(0x0A)
    cells = b"".join(cell_record(r, c, cell) for r, row in enumerate([HEAD, [2022, 9.2], [2023]])
                     for c, cell in enumerate(row))  # fmt: skip
    figure = record(0x00FD, struct.pack("<HHHI", 2, 1, 0, 2))
    return folder(head + begin(0x10) + cells + figure + record(0x0A))


UP, DOWN, PLAIN = 5, 6, 1  # the numbers of fonts leave out 4


@pytest.mark.parametrize("cut", [
    {}, {"wide": True}, {"cut": 2}, {"cut": 2, "apart": True}, {"wide": True, "cut": 4},
    {"wide": True, "cut": 4, "narrow": True}, {"cut": 4, "apart": True},
])  # fmt: skip
def test_an_old_excel_file(take: Take, cut: dict[str, bool]) -> None:
    """Its table of texts may go on in further records, between any two letters."""
    took = take(workbook([("9.3", PLAIN), ("1", UP)], **cut))
    assert took.fates == ["new", "refused"]
    assert '"9.3¹" ends with the mark' in took.said


@pytest.mark.parametrize("font", [PLAIN, DOWN, 4, 7, 99])
def test_what_no_font_of_an_old_file_raises(take: Take, font: int) -> None:
    took = take(workbook([("9.3", PLAIN), ("1", font)]))
    assert took.facts == [("2022", 9.2), ("2023", 9.31)]
