"""The bytes of a spreadsheet (xlsx, xls, ods) -> rows of cells, through python-calamine.

Its formulas are never run: a cell holds the result that was last stored, or nothing. The file is
looked over before it is opened, because a few kilobytes may unfold to more than any machine holds.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, TypeVar

from kpi.facts.intake.files import cell_formats, ods_formats, xls_formats
from kpi.facts.intake.files.raised_texts import raised_texts
from kpi.facts.intake.texts.cells import Cell, Shape
from kpi.facts.keys.fields import Wrong, shown
from kpi.values import dataclass

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

T = TypeVar("T")

LARGEST_UNFOLDED = 256 * 1024 * 1024  # bytes of all parts of a zipped spreadsheet
LEAST_UNFOLDED = 64 * 1024 * 1024  # bytes that even the smallest spreadsheet may unfold to
MOST_CELLS = 1_000_000  # of one sheet, empty ones between the first and the last included
#: LibreOffice ends each sheet with an empty row that stands for all others, up to 1,048,576.
MOST_REPEATED = 4_000_000

#: What reading may cost: a little for any file, and more for each MiB that it has.
_SECONDS, _MORE_SECONDS = 1, 1  # of the processor; under 1 MiB, half of what kpi may take
_MEGABYTES, _MORE_MEGABYTES = 150, 20

#: Where an xlsx is locked, its zip is a stream of this name in a folder like that of an xls.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_REPEATED = re.compile(rb'number-(rows|columns)-repeated="([0-9]+)"')
_RAN_OUT = "save the sheet alone, without empty cells around it, as xlsx or CSV"
_BINARY = "what an xlsb shows of its figures, units and marks, cannot be read"
_BEFORE_1997 = "what an Excel file of before 1997 shows of its figures cannot be read"
_AS_XLSX = "open it in a spreadsheet program and save it as xlsx"
_AGAIN = "open it in a spreadsheet program and save it as xlsx or CSV UTF-8"
_EXTRA = (
    "install it with: pip install 'policy-kpi[xlsx]'; or save the sheet as CSV UTF-8"
    " and import that"
)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet. `merged` has, for each cell that a merged one covers, its content."""

    name: str
    rows: list[list[Cell]]
    first_row: int  # the number of rows[0] in the sheet, from 1
    merged: dict[tuple[int, int], Cell]  # by index into `rows`
    notes: tuple[str, ...]  # what nobody sees who opens the sheet


class Apart(Protocol):
    """Makes a call within so many seconds of the processor and so many MB.

    See `kpi.cli.recording.bounded_process`.
    """

    def __call__(self, call: Callable[[], T], seconds: int, megabytes: int) -> T:
        """What `call` gives. Raises Wrong as it does, and where it goes beyond the bounds."""
        ...


def here(call: Callable[[], T], seconds: int, megabytes: int) -> T:
    """What `call` gives, made here and without bounds."""
    return call()


def read_workbook(data: bytes, sheet: str, apart: Apart = here) -> Grid:
    """The cells of the named sheet, or of the only visible one that holds anything.

    The library that reads it is made to do so by `apart`: found by fuzzing, it never returns from
    an OpenDocument sheet whose XML ends too early.

    Raises Wrong if the file is broken, locked or absurdly large, if there are several sheets and
    none is named, or if python-calamine is not installed.
    """
    try:
        import python_calamine  # noqa: F401 - an extra: who reads no spreadsheets need not have it
    except ImportError:
        raise Wrong("spreadsheets are read by python-calamine, which is missing", _EXTRA) from None
    size = len(data) >> 20
    grid, shown = apart(
        lambda: _read(data, sheet),
        _SECONDS + size * _MORE_SECONDS,
        _MEGABYTES + size * _MORE_MEGABYTES,
    )
    _show(grid, shown)
    return grid


#: The places of numbers of one shape, row after row; they come from another process as integers.
_Shown = dict[Shape, list[int]]


def _read(data: bytes, sheet: str) -> tuple[Grid, _Shown]:
    import python_calamine

    if data.startswith(b"PK"):
        _look_over(data)
    elif _LOCKED in data or xls_formats.is_locked(data):
        raise Wrong("the spreadsheet is locked by a password", "save it without one")
    book = _guarded(lambda: python_calamine.load_workbook(io.BytesIO(data)))
    if not data.startswith(b"PK") and not xls_formats.is_read(data):
        raise Wrong(_BEFORE_1997, _AS_XLSX)
    page = _page(book, sheet)
    height, width = page.height, page.width
    if height * width > MOST_CELLS:
        raise Wrong(f"the sheet spans {height:,} by {width:,} cells", _RAN_OUT)
    raised = raised_texts(data)
    rows: list[list[Cell]] = _guarded(
        lambda: [
            [_cell(raised.get(cell, cell) if isinstance(cell, str) else cell) for cell in row]
            for row in page.to_python()
        ]
    )  # fmt: skip
    top, left = page.start or (0, 0)
    for row, column in (
        cell_formats.stale(data, page.name) if _formats(data) is cell_formats else ()
    ):
        if 0 <= row - top < len(rows) and 0 <= column - left < len(rows[0]):
            rows[row - top][column - left] = ""
    shown: _Shown = {}
    for (row, column), shape in _formats(data).shapes(data, page.name).items():
        down, across = row - top, column - left
        if 0 <= down < len(rows) and 0 <= across < len(rows[0]):
            shown.setdefault(shape, []).append(down * len(rows[0]) + across)
    notes = tuple(_hidden(data, page.name, rows, top, left))
    ranges = _guarded(lambda: page.merged_cell_ranges) or []
    if _formats(data) is ods_formats:  # of which the library tells none
        ranges = ods_formats.merged(data, page.name)
    return Grid(page.name, rows, top + 1, _merged(ranges, rows, top, left), notes), shown


def _formats(data: bytes) -> ModuleType:
    """Where it is read what a file of this kind shows beside its numbers."""
    if not data.startswith(b"PK"):
        return xls_formats
    return ods_formats if b"opendocument" in data[:200] else cell_formats


def _hidden(data: bytes, name: str, rows: list[list[Cell]], top: int, left: int) -> Iterator[str]:
    """What to say of hidden rows and columns that hold something: they are read as all are."""
    lines, columns = _formats(data).hidden(data, name)
    lines = [
        n for n in lines if 0 < n - top <= len(rows) and any(c != "" for c in rows[n - top - 1])
    ]
    width = len(rows[0]) if rows else 0
    columns = [n for n in columns if 0 < n - left <= width
               and any(row[n - left - 1] != "" for row in rows)]  # fmt: skip
    if lines:
        yield f"hidden rows are read, too: {len(lines)}, from row {lines[0]}"
    if columns:
        yield f"hidden columns are read, too: {len(columns)}, from column {columns[0]}"


def _show(grid: Grid, shown: _Shown) -> None:
    """Tells numbers to which their format adds something what it adds."""
    for shape, places in shown.items():
        for place in places:
            row, column = divmod(place, len(grid.rows[0]))
            cell = grid.rows[row][column]
            if isinstance(cell, int | float):
                grid.rows[row][column] = shape.of(cell)


def _guarded(call: Callable[[], T]) -> T:
    """What `call` gives. A fault of the library, even a panic of its Rust, becomes Wrong."""
    from python_calamine import CalamineError

    try:
        return call()
    except BaseException as error:  # a panic is no Exception
        panic = type(error).__name__ == "PanicException"
        if not panic and not isinstance(error, CalamineError | OSError | ValueError):
            raise
        raise Wrong("the file is not a spreadsheet that can be read", _AGAIN) from None


def _page(book: CalamineWorkbook, sheet: str) -> CalamineSheet:
    """The sheet that is meant."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    entries = [entry for entry in book.sheets_metadata if entry.typ == SheetTypeEnum.WorkSheet]
    names = [entry.name for entry in entries if entry.visible == SheetVisibleEnum.Visible]
    listed = ", ".join(shown(name) for name in names[:12]) or "none"
    if sheet:
        if sheet not in [entry.name for entry in entries]:
            raise Wrong(f"there is no sheet {shown(sheet)}", f"choose from {listed}")
        return _guarded(lambda: book.get_sheet_by_name(sheet))
    pages = [_guarded(lambda name=name: book.get_sheet_by_name(name)) for name in names[:50]]  # type: ignore[misc]
    filled = [page for page in pages if page.height]
    if not filled:
        raise Wrong("the spreadsheet holds no cell", "choose another file")
    if len(filled) > 1:
        what = f"the spreadsheet has {len(filled)} sheets"
        raise Wrong(what, f"choose one with --sheet: {listed}")
    return filled[0]


def _cell(cell: object) -> Cell:
    """A cell in the types that we know; a time of day or a length of time as a text."""
    if isinstance(cell, str | bool | int | float | dt.date):
        return cell if not isinstance(cell, float) or cell - cell == 0 else ""
    return str(cell)


def _merged(
    ranges: list[tuple[tuple[int, int], tuple[int, int]]],
    rows: list[list[Cell]],
    top: int,
    left: int,
) -> dict[tuple[int, int], Cell]:
    """The content of merged cells, for each of the cells that they cover."""
    contents: dict[tuple[int, int], Cell] = {}
    for (r1, c1), (r2, c2) in ranges:
        if not (0 <= r1 - top < len(rows) and 0 <= c1 - left < len(rows[0])):
            continue
        content = rows[r1 - top][c1 - left]
        for row in range(r1 - top, min(r2 - top + 1, len(rows))):
            for column in range(c1 - left, min(c2 - left + 1, len(rows[0]))):
                contents[row, column] = content
        if len(contents) > MOST_CELLS:
            raise Wrong("the merged cells of the sheet overlap without end", _RAN_OUT)
    return contents


def _look_over(data: bytes) -> None:
    """Raises Wrong for a zip that is broken or unfolds to too much, in bytes or in cells."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as folder:
            left = most = min(LARGEST_UNFOLDED, max(LEAST_UNFOLDED, 20 * len(data)))
            for part in folder.infolist():
                if part.filename == "xl/workbook.bin":
                    raise Wrong(_BINARY, _AS_XLSX)
                if part.flag_bits & 1:
                    raise Wrong("the spreadsheet is locked by a password", "save it without one")
                with folder.open(part) as content:
                    left = _scan(content.read, left, part.filename)
                if left < 0:
                    what = f"the spreadsheet unfolds to over {most >> 20} MiB"
                    raise Wrong(what, _RAN_OUT)
    except Wrong:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError,
            OSError, EOFError, OverflowError, KeyError, IndexError) as error:  # fmt: skip
        raise Wrong("the file is a broken zip folder", _AGAIN) from error


def _scan(read: Callable[[int], bytes], left: int, name: str) -> int:
    """Reads a part to its end; what is left of the bytes for all parts, below 0 if too little."""
    rows, columns, tail = [0, 0], [0, 0], b""
    while piece := read(1 << 20):
        left -= len(piece)
        if left < 0:
            return left
        if not name.endswith(".xml"):
            continue
        piece = tail + piece
        for letters, row in _CELL.findall(piece):
            _widen(rows, int(row))
            _widen(columns, _number(letters))
        for axis, count in _REPEATED.findall(piece):
            if int(count) > MOST_REPEATED:
                raise Wrong(f"the sheet repeats {axis.decode()} {int(count):,} times", _RAN_OUT)
        tail = piece[-200:]
    height, width = rows[1] - rows[0] + 1, columns[1] - columns[0] + 1
    if height * width > MOST_CELLS:
        raise Wrong(f"the sheet spans {height:,} by {width:,} cells", _RAN_OUT)
    return left


def _widen(ends: list[int], place: int) -> None:
    ends[:] = [min(ends[0] or place, place), max(ends[1], place)]


def _number(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
