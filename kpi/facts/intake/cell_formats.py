"""What the cells of an xlsx show beside their digits: 0.064 as 6.4%, 53 as 53천명.

Whoever reads the sheet, or saves it as CSV, has what is shown; the library that opens the file
gives the stored number alone. Cells are gone through only if a style of the file adds something.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from html import unescape

from kpi.facts.intake.cells import Shown, as_text
from kpi.values import dataclass

LARGEST = 64 * 1024 * 1024  # bytes of a part that is looked at
_PERCENT = {9: "0%", 10: "0.00%"}  # the formats that every file has without saying so

_TAG = r"<(?:\w+:)?"
_FORMAT = re.compile(_TAG + r"numFmt\b([^>]*)>")
_STYLES = re.compile(_TAG + r"cellXfs\b[^>]*>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(_TAG + r"xf\b([^>]*)>")
_SHEET = re.compile(_TAG + r"sheet\b([^>]*)>")
_RELATION = re.compile(_TAG + r"Relationship\b([^>]*)>")
_CELL = re.compile(_TAG + r"c\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

#: The parts of a format: what is shown as it stands, what only keeps room, colours and languages.
_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<digits>General|[0#?][0#?,.]*)|(?P<sign>[^\w\s\[\]\"])|(?P<letter>\w)|\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a format adds to a number: words behind the digits, and for "%" a hundredfold."""

    percent: bool
    words: str

    def shown(self, number: float) -> Shown | None:
        """The number as the sheet shows it, in full; None for one that nobody reads as digits."""
        digits = as_text(number)
        if "e" in digits:
            return None
        digits = f"{Decimal(digits).scaleb(2):f}" if self.percent else digits
        found = Shown(digits + self.words)
        found.number, found.percent = number, self.percent
        return found


def shapes(data: bytes, sheet: str) -> dict[tuple[int, int], Shape]:
    """The shapes of the cells of a sheet, by row and column from 0; of most files there are none.

    `data` is a zip that was looked over. What is not written as spreadsheet programs write it has
    no shapes.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        styles = dict(_styles(_text(folder, "xl/styles.xml")))
        if not styles:
            return {}
        return dict(_cells(_text(folder, _part_of(folder, sheet)), styles))


def _cells(xml: str, styles: dict[str, Shape]) -> Iterator[tuple[tuple[int, int], Shape]]:
    for found in _CELL.finditer(xml):
        said = dict(_ATTRIBUTE.findall(found[1]))
        shape, place = styles.get(said.get("s", "")), _PLACE.fullmatch(said.get("r", ""))
        if shape is not None and place is not None and said.get("t", "n") == "n":
            column = 0
            for letter in place[1]:
                column = column * 26 + ord(letter) - 64
            yield (int(place[2]) - 1, column - 1), shape


def _styles(xml: str) -> Iterator[tuple[str, Shape]]:
    """The styles that add something, by their number as cells name it."""
    codes = dict(_PERCENT)
    for attributes in _FORMAT.findall(xml):
        said = dict(_ATTRIBUTE.findall(attributes))
        if said.get("numFmtId", "").isdecimal():
            codes[int(said["numFmtId"])] = unescape(said.get("formatCode", ""))
    styles = _STYLES.search(xml)
    for nth, attributes in enumerate(_STYLE.findall(styles[1]) if styles else ()):
        id_ = dict(_ATTRIBUTE.findall(attributes)).get("numFmtId", "")
        shape = shape_of(codes.get(int(id_), "")) if id_.isdecimal() else None
        if shape is not None:
            yield str(nth), shape


def shape_of(code: str) -> Shape | None:
    """What a format adds to a number; None if nothing, or if nobody can tell.

    A sign of a currency before the digits says nothing of their size, and is left out.

    >>> shape_of("0.0%"), shape_of('#,##0"천명"'), shape_of("#,##0.00"), shape_of("yyyy-mm-dd")
    (Shape(percent=True, words='%'), Shape(percent=False, words='천명'), None, None)
    """
    behind, digits, percent, at = "", "", False, 0
    for part in _PART.finditer(code):
        if part.start() != at:
            return None
        at = part.end()
        if part["sign"] == ";":  # what follows is for numbers below zero, and for none
            break
        if part["digits"]:
            if digits:
                return None  # a fraction, or a number in pieces
            digits = part["digits"]
        elif part["bracket"] is not None:
            if part["bracket"][:1] in "<>=":
                return None  # it holds for some numbers only
        elif part["letter"] and part["letter"].isascii():
            return None  # parts of a date
        elif digits:
            percent = percent or part["sign"] == "%"
            behind += part["quoted"] or part["escaped"] or part["sign"] or part["letter"] or ""
    else:
        if at != len(code):
            return None
    words = " ".join(behind.split()).strip("()-")
    if not digits or digits.endswith(",") or not words:
        return None  # with a comma behind them the digits are not all of the number
    return Shape(percent, words)


def _part_of(folder: zipfile.ZipFile, sheet: str) -> str:
    """The part that holds a sheet."""
    target = ""
    for attributes in _SHEET.findall(_text(folder, "xl/workbook.xml")):
        said = dict(_ATTRIBUTE.findall(attributes))
        if unescape(said.get("name", "")) == sheet:
            target = next((id_ for key, id_ in said.items() if key.endswith(":id")), "")
    for attributes in _RELATION.findall(_text(folder, "xl/_rels/workbook.xml.rels")):
        said = dict(_ATTRIBUTE.findall(attributes))
        if target and said.get("Id") == target:
            part = unescape(said.get("Target", ""))
            return part[1:] if part.startswith("/") else f"xl/{part}"
    return ""


def _text(folder: zipfile.ZipFile, name: str) -> str:
    """A part as text; nothing if it is not there, or too large to be looked at."""
    try:
        part = folder.getinfo(name)
    except KeyError:
        return ""
    return folder.read(part).decode("utf-8", "replace") if part.file_size <= LARGEST else ""
