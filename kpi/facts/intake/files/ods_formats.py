"""What the cells of an OpenDocument sheet show beside their digits: 0.045 as 4.5 %, 28,000 as 28천.

python-calamine gives the numbers only. What is shown of a cell is asked about as in an xlsx.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from kpi.facts.intake.texts.cells import Shape

_MOST = 100_000  # cells of one sheet that are remembered; repeated ones each count
_LARGEST = 64 * 1024 * 1024  # bytes of the part that is looked at
_PER_CENT = Shape(percent=True)
_ATTRIBUTES = rb"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
_TABLE = re.compile(rb"<table:table(?![\w-])" + _ATTRIBUTES)
_TAG = re.compile(
    rb"<table:(table-row|table-column|table-cell|covered-table-cell)(?![\w-])" + _ATTRIBUTES
)
_ATTRIBUTE = re.compile(rb"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PERCENTAGE = re.compile(rb"\boffice:value-type=[\"']percentage[\"']")
_NUMBER = re.compile(rb"\boffice:value-type=[\"'](percentage|float|currency)[\"']")
_STYLED = re.compile(rb"\btable:style-name=[\"']([^\"']*)[\"']")
_ADDS = re.compile(
    rb"\boffice:value-type=[\"']percentage[\"']|\bnumber:display-factor=|<number:text\b"
    rb"|<number:currency-symbol\b"
)
#: A format by its name, what belongs to it, and the style of a cell that names it.
_FORMAT = re.compile(
    rb"<number:(number|currency|percentage|text)-style\b" + _ATTRIBUTES
    + rb"(.*?)</number:\1-style>", re.DOTALL
)  # fmt: skip
_PART = re.compile(
    rb"<number:(text|currency-symbol)(?:\s[^>]*)?(?<!/)>([^<]*)<|<number:([\w-]+)\b" + _ATTRIBUTES
)
_ABOVE_ZERO = re.compile(
    rb"<style:map\b[^>]*style:condition=[\"']value\(\)(?:&gt;|>)=?0[\"'][^>]*"
    rb"style:apply-style-name=[\"']([^\"']*)"
)
_STYLE = re.compile(rb"<style:style\b" + _ATTRIBUTES)
_FACTORS = {b"1000": 1, b"1000000": 2, b"1000000000": 3}
_LAST = 16_384  # columns of a sheet


def shapes(data: bytes, name: str) -> dict[tuple[int, int], Shape]:
    """What the cells of a sheet, by row and column from 0, add to their numbers."""
    content, styles = _parts(data)
    if not _ADDS.search(content) and not _ADDS.search(styles):
        return {}
    table, by_style = _table(content, name), _styles(styles + content)
    used = any(key in table for style in by_style for key in (b'"%b"' % style, b"'%b'" % style))
    return _in_table(table, by_style) if used or _PERCENTAGE.search(table) else {}


def hidden(data: bytes, name: str) -> tuple[list[int], list[int]]:
    """The rows and columns of a sheet that nobody sees who opens it, by their numbers from 1."""
    table = _table(_parts(data)[0], name)
    lines: dict[bytes, list[int]] = {b"table-row": [], b"table-column": []}
    ends = dict.fromkeys(lines, 0)
    for kind, text in _TAG.findall(table) if b"table:visibility=" in table else ():
        if kind not in lines:
            continue
        attributes = _attributes(text)
        first = ends[kind] + 1
        ends[kind] += _times(attributes)
        if attributes.get(b"table:visibility") in (b"collapse", b"filter"):
            lines[kind] += range(first, min(ends[kind], first + _LAST) + 1)
    return lines[b"table-row"], lines[b"table-column"]


def merged(data: bytes, name: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The first and the last cell of each merged one of a sheet, by row and column from 0."""
    table = _table(_parts(data)[0], name)
    ranges = []
    for rows, columns, text, _ in _cells(table) if b"-spanned=" in table else ():
        if b"-spanned=" in text:
            attributes = _attributes(text)
            down, across = (_number(attributes.get(b"table:number-%b-spanned" % axis, b""))
                            for axis in (b"rows", b"columns"))  # fmt: skip
            if down * across > 1:
                first = (rows.start, columns.start)
                ranges.append((first, (first[0] + down - 1, first[1] + across - 1)))
    return ranges


def _parts(data: bytes) -> tuple[bytes, bytes]:
    """The part with the sheets, and the one with the styles that they share."""
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        names = {part.filename for part in folder.infolist() if part.file_size <= _LARGEST}
        parts = [folder.read(name) if name in names else b""
                 for name in ("content.xml", "styles.xml")]  # fmt: skip
    return parts[0], parts[1]


def _table(content: bytes, name: str) -> bytes:
    """The XML of one sheet."""
    for begun in _TABLE.finditer(content):
        if _text(_attributes(begun[1]).get(b"table:name", b"")) == name:
            return content[begun.end() :].partition(b"</table:table>")[0]
    return b""


def _styles(xml: bytes) -> dict[bytes, Shape]:
    """The styles of cells that add something to a number, by their name."""
    formats: dict[bytes, Shape | None] = {}
    instead: dict[bytes, bytes] = {}  # a format whose own texts are for what is below zero
    for kind, text, inside in _FORMAT.findall(xml):
        name = _attributes(text).get(b"style:name", b"")
        formats[name] = _shape_of(inside, percent=kind == b"percentage")
        if above := _ABOVE_ZERO.search(inside):
            instead[name] = above[1]
    styles = [_attributes(text) for text in _STYLE.findall(xml)]
    cells = {style.get(b"style:name", b""): style for style in styles
             if style.get(b"style:family") == b"table-cell"}  # fmt: skip
    shaped: dict[bytes, Shape] = {}
    for name, style in cells.items():
        parent = cells.get(style.get(b"style:parent-style-name", b""), {})
        key = style.get(b"style:data-style-name") or parent.get(b"style:data-style-name", b"")
        shape = formats.get(instead.get(key, key))
        if shape is not None:
            shaped[name] = shape
    return shaped


def _shape_of(inside: bytes, *, percent: bool) -> Shape | None:
    """What a format adds to a number; None if nothing, or if nobody can tell."""
    around, thousands, digits = ["", ""], 0, False
    for tag, text, kind, attributes in _PART.findall(inside):
        if tag:
            around[digits] += _text(text)
        elif kind == b"number":
            factor = _attributes(attributes).get(b"number:display-factor", b"1")
            if digits or factor not in (b"1", *_FACTORS):
                return None
            digits, thousands = True, _FACTORS.get(factor, 0)
        elif kind not in (b"fill-character", b"currency-symbol"):  # one that has no sign
            return None  # a fraction, or a power of ten
    before, behind = (re.sub(r"\s+", " ", text) for text in around)
    before, behind = before.lstrip(), behind.rstrip()
    if percent and digits:
        return Shape(True, before, behind.removeprefix("%")) if behind[:1] == "%" else _PER_CENT
    if not digits or not (before or behind or thousands):
        return None
    return Shape(False, before, behind, thousands)


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(text)}


def _text(xml: bytes) -> str:
    return unescape(xml.decode("utf-8", "replace"))


def _times(attributes: dict[bytes, bytes]) -> int:
    """How often a cell, a row or a column stands there."""
    again = attributes.get(b"table:number-columns-repeated") or attributes.get(
        b"table:number-rows-repeated"
    )
    return _number(again or b"")


def _number(digits: bytes) -> int:
    """A number of cells; 1 where nothing sensible is said."""
    return max(1, int(digits)) if digits.isdigit() and len(digits) < 8 else 1


def _in_table(content: bytes, styles: dict[bytes, Shape]) -> dict[tuple[int, int], Shape]:
    """The cells of the XML of one sheet that are shown otherwise than they are held."""
    cells: dict[tuple[int, int], Shape] = {}
    for rows, columns, shape in _shown(content, styles):
        for row in rows:
            if len(cells) + len(columns) > _MOST:
                return cells
            cells.update(((row, column), shape) for column in columns)
    return cells


def _shown(content: bytes, styles: dict[bytes, Shape]) -> Iterator[tuple[range, range, Shape]]:
    """The rows and columns of each cell that is shown otherwise than it is held."""
    defaults: list[tuple[int, bytes]] = []  # the end of some columns, and their style
    for kind, text in _TAG.findall(content):
        if kind == b"table-column":
            attributes = _attributes(text)
            end = (defaults[-1][0] if defaults else 0) + _times(attributes)
            defaults.append((end, attributes.get(b"table:default-cell-style-name", b"")))
    for rows, columns, text, of_row in _cells(content):
        type_ = _NUMBER.search(text)
        if type_ is None:
            continue
        styled = _STYLED.search(text)
        style = styled[1] if styled else of_row
        style = style or next((name for end, name in defaults if columns.start < end), b"")
        shape = styles.get(style)
        if type_[1] == b"percentage" and (shape is None or not shape.percent):
            shape = _PER_CENT
        if shape is not None:
            yield rows, columns, shape


def _cells(content: bytes) -> Iterator[tuple[range, range, bytes, bytes]]:
    """The rows and columns that each cell fills, its attributes, and the style of its row."""
    row, next_row, column, lines, of_row = 0, 0, 0, 1, b""
    for kind, text in _TAG.findall(content):
        if kind in (b"table-cell", b"covered-table-cell"):
            times = _times(_attributes(text)) if b"-repeated" in text else 1
            yield range(row, row + min(lines, _MOST)), range(column, column + times), text, of_row
            column += times
        elif kind == b"table-row":
            attributes = _attributes(text)
            lines = _times(attributes)
            row, next_row, column = next_row, next_row + lines, 0
            of_row = attributes.get(b"table:default-cell-style-name", b"")
