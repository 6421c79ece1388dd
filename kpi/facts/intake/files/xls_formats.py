"""What the cells of an old Excel file (xls, BIFF8) show beside their digits: 410 as 410억원.

python-calamine gives the numbers only. What is shown of a cell is asked about as in an xlsx. The
file is a folder of streams after MS-CFB; that of the workbook is a row of records after MS-XLS. It
has been opened by that library, which refuses what is not whole, where nothing else is said.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from struct import iter_unpack, unpack_from

from kpi.facts.intake.files.cell_formats import PERCENT, shape_of
from kpi.facts.intake.texts.cells import Shape

_HEADER, _ENTRY = 512, 128  # bytes of the folder's head, and of what it says of one stream
_SMALL = 64  # bytes of a small sector; all of them lie within the stream of the first entry

_BEGIN, _END, _SHEET, _FORMAT, _STYLE = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
_NUMBER, _FORMULA, _SHORT, _SHORTS = 0x0203, 0x0006, 0x027E, 0x00BD
_ROW, _COLUMNS, _CIPHER = 0x0208, 0x007D, 0x002F
_FONT, _TEXTS, _CONTINUED = 0x0031, 0x00FC, 0x003C
_PLAIN = 4  # a number that no font has
_WIDE, _MORE, _RICH = 1, 4, 8  # what the texts of a file say of themselves before their letters
_LAST_COLUMN = 256


def is_read(data: bytes) -> bool:
    """Whether the workbook is where it has been since 1997; before, its stream was called Book."""
    return bool(_stream(data, "Workbook"))


def is_locked(data: bytes) -> bool:
    """Whether a file, which nobody has opened yet, is a workbook in cipher."""
    with suppress(struct.error, IndexError):
        return any(kind == _CIPHER for kind, _ in _records(_stream(data, "Workbook"), 0))
    return False


def shapes(data: bytes, name: str) -> dict[tuple[int, int], Shape]:
    """What the cells of a sheet, by row and column from 0, add to their numbers."""
    stream = _stream(data, "Workbook")
    styles = dict(_styles(stream))
    return dict(_cells(stream, name, styles)) if styles else {}


def hidden(data: bytes, name: str) -> tuple[list[int], list[int]]:
    """The rows and columns of a sheet that nobody sees who opens it, by their numbers from 1."""
    rows: list[int] = []
    columns: list[int] = []
    for kind, record in _sheet(_stream(data, "Workbook"), name):
        if kind == _ROW and int.from_bytes(record[12:13]) & 0x20:
            rows.append(unpack_from("<H", record)[0] + 1)
        elif kind == _COLUMNS and int.from_bytes(record[8:9]) & 1:
            first, last = unpack_from("<HH", record)
            columns += range(first + 1, min(last + 1, _LAST_COLUMN) + 1)
    return rows, columns


def raised(data: bytes) -> Iterator[list[tuple[bool, str]]]:
    """The texts of a workbook that have parts, and of each part whether it is raised."""
    fonts: list[bool] = []
    pieces: list[bytes] = []
    for kind, record in _records(_stream(data, "Workbook"), 0):
        if kind == _FONT:
            fonts.append(record[8:9] == b"\1")
        elif kind == _TEXTS or (kind == _CONTINUED and pieces):
            pieces.append(record)
        elif pieces:
            break
    if any(fonts):
        fonts.insert(_PLAIN, False)
        with suppress(struct.error):  # the file ends too early
            yield from _of_parts(_Pieces(pieces), fonts)


def _of_parts(pieces: _Pieces, fonts: list[bool]) -> Iterator[list[tuple[bool, str]]]:
    pieces.take(8)  # how many texts there are
    while pieces.left():
        count, how = pieces.numbers("<HB")
        runs = pieces.numbers("<H")[0] if how & _RICH else 0
        more = pieces.numbers("<I")[0] if how & _MORE else 0
        text = pieces.letters(count, how)
        begins = [(0, _PLAIN), *(pieces.numbers("<HH") for _ in range(runs))]
        pieces.take(more)
        ends = [begin for begin, _ in begins[1:]] + [count]
        if runs:
            yield [
                (
                    font < len(fonts) and fonts[font],
                    text[2 * begin : 2 * end].decode("utf-16-le", "replace"),
                )
                for (begin, font), end in zip(begins, ends, strict=True)
            ]


class _Pieces:
    """Records that go on with one another, read from the first to the last."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._rest, self._at = pieces[::-1], 0

    def left(self) -> int:
        """How much the record has of which the next byte is one."""
        while self._rest and self._at >= len(self._rest[-1]):
            self._rest.pop()
            self._at = 0
        return len(self._rest[-1]) - self._at if self._rest else 0

    def take(self, count: int) -> bytes:
        """The next bytes, of as many records as it takes."""
        data = b""
        while len(data) < count and (left := self.left()):
            size = min(left, count - len(data))
            data += self._rest[-1][self._at : self._at + size]
            self._at += size
        return data

    def numbers(self, form: str) -> tuple[int, ...]:
        """The next numbers. Raises struct.error if the records end before."""
        return struct.unpack(form, self.take(struct.calcsize(form)))

    def letters(self, count: int, how: int) -> bytes:
        """The next letters in UTF-16; each record that goes on says anew how wide they are."""
        letters, size = b"", 1 + (how & _WIDE)
        while len(letters) < 2 * count and self.left():
            if self._at == 0:
                size = 1 + (self.take(1)[0] & _WIDE)
            piece = self.take(min(self.left() // size, count - len(letters) // 2) * size)
            if not piece:
                raise struct.error
            letters += piece if size == 2 else piece.decode("latin-1").encode("utf-16-le")
        return letters


def _styles(stream: bytes) -> Iterator[tuple[int, Shape]]:
    """The styles that add something, by their number as cells name it."""
    codes, styles = dict(PERCENT), []
    for kind, record in _records(stream, 0):
        if kind == _FORMAT:
            codes[int.from_bytes(record[:2], "little")] = _text(record[2:], 2)
        elif kind == _STYLE:
            styles.append(unpack_from("<H", record, 2)[0])
    for nth, id_ in enumerate(styles):
        shape = shape_of(codes.get(id_, ""))
        if shape is not None:
            yield nth, shape


def _cells(
    stream: bytes, name: str, styles: dict[int, Shape]
) -> Iterator[tuple[tuple[int, int], Shape]]:
    """The cells of numbers that have one of the styles."""
    for kind, record in _sheet(stream, name):
        if kind in (_NUMBER, _SHORT, _FORMULA):
            row, column, style = unpack_from("<HHH", record)
            if style in styles:
                yield (row, column), styles[style]
        elif kind == _SHORTS:  # several in one row, each with its style and four bytes
            row, column = unpack_from("<HH", record)
            for nth, (style, _) in enumerate(iter_unpack("<HI", record[4:-2])):
                if style in styles:
                    yield (row, column + nth), styles[style]


def _sheet(stream: bytes, name: str) -> Iterator[tuple[int, bytes]]:
    """The records of one sheet."""
    for kind, record in _records(stream, 0):
        if kind == _SHEET and _text(record[6:], 1) == name:
            yield from _records(stream, unpack_from("<I", record)[0])
            return


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of a workbook, without those of charts within it."""
    depth = 0
    while offset + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, offset)
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[offset + 4 : offset + 4 + size]
        offset += 4 + size


def _text(record: bytes, length: int) -> str:
    """A text behind the number of its letters, which takes one or two bytes."""
    count = int.from_bytes(record[:length], "little")
    begin = length + 1
    if int.from_bytes(record[length:begin]) & _WIDE:
        return record[begin : begin + 2 * count].decode("utf-16-le", "replace")
    return record[begin : begin + count].decode("latin-1")


def _stream(data: bytes, name: str) -> bytes:
    """A stream of the folder; nothing if it is not there."""
    size = 1 << data[30]
    entries, (least, first_small) = unpack_from("<I", data, 48)[0], unpack_from("<II", data, 56)
    body = data[size:]  # the head fills a sector of any size
    table = _numbers(b"".join(_sector(body, nth, size) for nth in _of_table(data, body, size)))
    folder = _chain(body, entries, size, table)
    for offset in range(0, len(folder), _ENTRY):  # later ones of the same name: of objects
        if folder[offset : offset + 64].decode("utf-16-le", "replace").partition("\0")[0] == name:
            begin, length = unpack_from("<II", folder, offset + 116)
            if length >= least:
                return _chain(body, begin, size, table)[:length]
            of_small = _numbers(_chain(body, first_small, size, table))
            inside = _chain(body, unpack_from("<I", folder, 116)[0], size, table)
            return _chain(inside, begin, _SMALL, of_small)[:length]
    return b""


def _of_table(data: bytes, body: bytes, size: int) -> list[int]:
    """The sectors that hold the table of what follows which."""
    sectors = list(_numbers(data[76:_HEADER]))
    more = unpack_from("<I", data, 68)[0]
    for _ in range(len(body) // size):
        listed = _numbers(_sector(body, more, size))
        if not listed:
            break
        sectors += listed[:-1]
        more = listed[-1]
    return sectors[: len(body) // size]  # what names no sector adds nothing


def _chain(body: bytes, nth: int, size: int, table: tuple[int, ...]) -> bytes:
    """The sectors from one on, each of which is followed by that of the table."""
    sectors: list[bytes] = []
    while nth < len(table) and len(sectors) <= len(body) // size:
        sectors.append(_sector(body, nth, size))
        nth = table[nth]
    return b"".join(sectors)


def _sector(body: bytes, nth: int, size: int) -> bytes:
    return body[nth * size : (nth + 1) * size]


def _numbers(data: bytes) -> tuple[int, ...]:
    return tuple(number for (number,) in iter_unpack("<I", data[: len(data) // 4 * 4]))
