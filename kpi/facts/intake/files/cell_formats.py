"""What the cells of an xlsx show beside their digits: 0.064 as 6.4%, 53 as 53천명, 28,000 as 28.

The library that opens the file gives the stored number alone; whoever reads the sheet, or saves it
as CSV, has what is shown. Cells are gone through only if a style of the file adds something.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from kpi.facts.intake.texts.cells import Shape

LARGEST = 64 * 1024 * 1024  # bytes of a part that is looked at
PERCENT = {9: "0%", 10: "0.00%"}  # the formats that every file has without saying so

_TAG = r"<(?:\w+:)?"
_END = r"</(?:\w+:)?"
_FORMATS = re.compile(_TAG + r"numFmts\b[^>]*>(.*?)" + _END + "numFmts>", re.DOTALL)
_FORMAT = re.compile(_TAG + r"numFmt\b([^>]*)>")
_STYLES = re.compile(_TAG + r"cellXfs\b[^>]*>(.*?)" + _END + "cellXfs>", re.DOTALL)
_STYLE = re.compile(_TAG + r"xf\b([^>]*)>")
_SHEET = re.compile(_TAG + r"sheet\b([^>]*)>")
_RELATION = re.compile(_TAG + r"Relationship\b([^>]*)>")
_PLACED = re.compile(_TAG + r"(row|c)\b([^>]*)>")
_LINES = re.compile(_TAG + r"(row|col)\b([^>]*)>")
_RECALCULATED = re.compile(_TAG + r"calcPr\b[^>]*\bfullCalcOnLoad\s*=\s*[\"'](?:1|true)[\"']")
_FORMULA = re.compile(_TAG + r"c\b([^>]*)>\s*" + _TAG + r"f\b")
_ARRAY = re.compile(_TAG + r"f\b([^>]*\bt\s*=\s*[\"']array[\"'][^>]*)>")
_ENDS = ("min", "max")
_LAST = 16_384  # columns of a sheet
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
#: A cell as nearly every program writes it, which is read six times as fast.
_USUAL = re.compile(r'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]+)")?(?: t="(\w+)")?/?>')
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

#: The parts of a format: what is shown as it stands, what only keeps room, colours and languages.
_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<digits>General|[0#?][0#?,.]*)|(?P<sign>[^\w\s\[\]\"])|(?P<letter>\w)|(?P<blank>\s)",
    re.IGNORECASE,
)

#: A first section that is for zero, or for what is below it: what follows is for the others.
_ZERO_APART = re.compile(r'(?:\[[A-Za-z]+\])?\[[=<]0\](?:"[^"]*"|\\.|[^";\\])*;')
#: How a bracket begins by which a section is for some numbers only, and those for all above zero.
_CONDITION, _ABOVE_ZERO = ("<", ">", "="), (">0", ">=0")


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


def hidden(data: bytes, sheet: str) -> tuple[list[int], list[int]]:
    """The rows and the columns of a sheet that nobody sees who opens it, by their numbers from 1.

    `data` is a zip that was looked over.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        xml = _text(folder, _part_of(folder, sheet))
    if "hidden=" not in xml:
        return [], []
    rows: list[int] = []
    columns: list[int] = []
    for kind, text in _LINES.findall(xml):
        attributes = _attributes(text)
        first, last = (attributes.get(key, "") for key in (("r", "r") if kind == "row" else _ENDS))
        if attributes.get("hidden") not in ("1", "true") or not (
            _is_number(first) and _is_number(last)
        ):
            continue
        if kind == "row":
            rows.append(int(first))
        else:
            columns += range(int(first), min(int(last), _LAST) + 1)
    return rows, columns


def stale(data: bytes, sheet: str) -> Iterator[tuple[int, int]]:
    """The cells whose formulas the file asks to be calculated when it is opened, by row and column.

    What is stored for them is a 0 that a program wrote which cannot calculate, or an old result.
    A formula of an array fills other cells, too.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        if not _RECALCULATED.search(_text(folder, "xl/workbook.xml")):
            return
        xml = _text(folder, _part_of(folder, sheet))
    ranges = [_attributes(text).get("r", "") for text in _FORMULA.findall(xml)]
    ranges += [_attributes(text).get("ref", "") for text in _ARRAY.findall(xml)]
    for text in ranges:
        first, _, last = text.partition(":")
        begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
        if begin and end:
            for row in range(int(begin[2]) - 1, int(end[2])):
                for column in range(_number(begin[1]) - 1, _number(end[1])):
                    yield row, column


def _cells(xml: str, styles: dict[str, Shape]) -> Iterator[tuple[tuple[int, int], Shape]]:
    """The cells of numbers that have one of the styles."""
    usual = _USUAL.findall(xml)
    if not usual or len(usual) < xml.count("<c ") + xml.count("<c>"):
        yield from _cells_at_length(xml, styles)
        return
    columns: dict[str, int] = {}
    for letters, row, style, kind in usual:
        shape = styles.get(style or "0")
        if shape is not None and kind in ("", "n"):
            if letters not in columns:
                columns[letters] = _number(letters) - 1
            yield (int(row) - 1, columns[letters]), shape


def _cells_at_length(xml: str, styles: dict[str, Shape]) -> Iterator[tuple[tuple[int, int], Shape]]:
    """What `_cells` gives, of cells written in any way. Where a place is not said it follows."""
    row = column = -1
    for tag in _PLACED.finditer(xml):
        attributes = _attributes(tag[2])
        place = attributes.get("r", "")
        if tag[1] == "row":
            row, column = int(place) - 1 if _is_number(place) else row + 1, -1
            continue
        column += 1
        if cell := _PLACE.fullmatch(place):
            row, column = int(cell[2]) - 1, _number(cell[1]) - 1
        shape = styles.get(attributes.get("s", "0"))
        if shape is not None and attributes.get("t", "n") == "n":
            yield (row, column), shape


def _is_number(text: str) -> bool:
    """Whether a text is a number that a spreadsheet program may have written."""
    return text.isascii() and text.isdecimal() and len(text) <= 9


def _number(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _styles(xml: str) -> Iterator[tuple[str, Shape]]:
    """The styles that add something, by their number as cells name it.

    Formats of conditional formatting have numbers of their own, which may be the same.
    """
    codes = dict(PERCENT)
    formats = _FORMATS.search(xml)
    for text in _FORMAT.findall(formats[1]) if formats else ():
        attributes = _attributes(text)
        if _is_number(id_ := attributes.get("numFmtId", "")):
            codes[int(id_)] = unescape(attributes.get("formatCode", ""))
    styles = _STYLES.search(xml)
    for nth, text in enumerate(_STYLE.findall(styles[1]) if styles else ()):
        id_ = _attributes(text).get("numFmtId", "")
        shape = shape_of(codes.get(int(id_), "")) if _is_number(id_) else None
        if shape is not None:
            yield str(nth), shape


def _attributes(text: str) -> dict[str, str]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(text)}


def shape_of(code: str) -> Shape | None:
    """What a format adds to a number; None if nothing, or if nobody can tell.

    >>> shape_of("0.0%"), shape_of("#,##0.00"), shape_of("yyyy-mm-dd")
    (Shape(percent=True, before='', behind='', thousands=0), None, None)
    >>> shape_of('"₩"#,##0"천"').before, shape_of('#,##0"천명"').behind
    ('₩', '천명')
    """
    apart = _ZERO_APART.match(code)
    code = code[apart.end() :] if apart else code
    around, digits, percent, sure, end, first = ["", ""], "", False, True, 0, True
    for part in _PART.finditer(code):
        sure = sure and part.start() == end
        end = part.end()
        if part["sign"] == "%":  # in whatever section: it is shown as per cent then
            percent = True
        elif part["sign"] == ";":  # what follows is for numbers below zero, and for none
            first = False
        elif not first:
            continue
        elif part["digits"]:
            sure = sure and not digits  # else a fraction, or a number in pieces
            digits = part["digits"]
        elif part["bracket"] is not None:
            limited = part["bracket"].startswith(_CONDITION) and part["bracket"] not in _ABOVE_ZERO
            sure = sure and not limited
            if part["bracket"][:1] == "$":
                around[0] += part["bracket"][1:].partition("-")[0]
        elif part["letter"] and part["letter"].isascii():
            sure = False  # parts of a date
        else:
            parts = ("quoted", "escaped", "sign", "letter", "blank")
            around[bool(digits)] += next((part[name] for name in parts if part[name]), "")
    before, behind = (re.sub(r"\s+", " ", text) for text in around)
    if not sure or end != len(code) or not digits:
        return Shape(percent=True) if percent else None
    before, behind = before.lstrip(), behind.rstrip()
    if percent:
        return Shape(True, before, behind)
    commas = len(digits) - len(digits.rstrip(","))
    return Shape(False, before, behind, commas) if before or behind or commas else None


def _part_of(folder: zipfile.ZipFile, sheet: str) -> str:
    """The part that holds a sheet."""
    target = ""
    for text in _SHEET.findall(_text(folder, "xl/workbook.xml")):
        attributes = _attributes(text)
        if unescape(attributes.get("name", "")) == sheet:
            target = next((id_ for key, id_ in attributes.items() if key.endswith(":id")), "")
    for text in _RELATION.findall(_text(folder, "xl/_rels/workbook.xml.rels")):
        attributes = _attributes(text)
        if target and attributes.get("Id") == target:
            part = unescape(attributes.get("Target", ""))
            return part[1:] if part.startswith("/") else f"xl/{part}"
    return ""


def _text(folder: zipfile.ZipFile, name: str) -> str:
    """A part as text; nothing if it is not there, or too large to be looked at."""
    try:
        part = folder.getinfo(name)
    except KeyError:
        return ""
    return folder.read(part).decode("utf-8", "replace") if part.file_size <= LARGEST else ""
