"""Columns of marks beside the columns of figures of a wide table: Eurostat's, and those of the FAO;
and rows of marks below those of figures.

Eurostat gives them no heading, or that of the figures; beside Y2022 the FAO has Y2022F. INSEE has a
row of "Codes" below each series.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kpi.facts.intake.layouts.sheet import Sheet
from kpi.facts.intake.texts.cells import MARKS, Cell, as_text
from kpi.facts.intake.texts.codes import are_flags
from kpi.facts.intake.texts.marks_beside import tells_of_figures
from kpi.facts.intake.texts.sorts import meant_by

#: What stands over a column of flags, in small letters.
_FLAG_HEADS = ("f", "fl", "fl.", "symbol", "symbols", "sign")


def flag_columns(
    sheet: Sheet, header: list[int], lines: list[list[Cell]], columns: list[int]
) -> dict[int, int]:
    """The columns of letters such as b, e and p, each beside its figures: Eurostat's tables.

    They have no heading, that of the figures (which is merged over both), or one with "flag".
    """
    body = sheet.below(header[-1])
    later = range(body.stop, len(sheet.rows))  # a long table may have its first flag there
    flags: dict[int, int] = {}
    for column in columns:
        beside = column + 1
        if flags.get(column - 1) == column:
            continue
        figure_heads = [as_text(line[column]) for line in lines]
        heads = [as_text(line[beside]) if beside < len(line) else "" for line in lines]
        low = [text.casefold() for text in heads]
        of_fao = any(_is_of_fao(*pair) for pair in zip(figure_heads, heads, strict=False))
        named = of_fao or any("flag" in text or text in _FLAG_HEADS for text in low)
        if any(heads) and heads != figure_heads and not named:
            continue
        texts = next(filter(None, (_texts(sheet, rows, beside) for rows in (body, later))), [])
        if texts and all(are_flags(text) or (of_fao and len(text) == 1) for text in texts):
            flags[column] = beside
    return flags


def _texts(sheet: Sheet, rows: range, column: int) -> list[str]:
    """What stands in a column of some rows."""
    return [text for row in rows if (text := as_text(sheet.cell(row, column)))]


def _is_of_fao(own: str, head: str) -> bool:
    """Whether a heading is that of the marks beside the figures of a year: Y2022, and Y2022F."""
    return own[:1] == "Y" and own[1:].isdecimal() and head == f"{own}F"


#: Marks of the FAO in those of SDMX: X is of another organisation, T unofficial.
_OF_FAO = {"X": "A", "T": "E"}


def flag(sheet: Sheet, row: int, flags: Mapping[int, int], column: int) -> Cell:
    """The mark of the figure in a column, in a code that is read; "" if it has none."""
    if column not in flags:
        return ""
    cell = sheet.cell(row, flags[column])
    return _OF_FAO.get(as_text(cell), cell)


def rows_of_marks(
    sheet: Sheet, header: int, names: Iterable[int], columns: Iterable[int]
) -> dict[int, int]:
    """By the rows of figures the row of their marks below them, up to the one before it.

    It is called by one of the labels in `names` as "Codes" and 비고 are, and holds nothing but
    letters such as A, P and SD, or words of statuses; or has no label, and marks that are known,
    and is the last one: else it may stand above what follows.
    """
    marks: dict[int, int] = {}
    first = header + 1
    columns = list(columns)
    upwards = range(len(sheet.rows) - 1, first, -1)
    last = next((row for row in upwards if next(_texts_of(sheet, row, columns), "")), first)
    for index in range(first + 1, last + 1):
        if not _is_mark(next(_texts_of(sheet, index, columns), "1"), True):
            continue
        labels = [*_texts_of(sheet, index, names)]
        called = [*map(tells_of_figures, labels)] == [True]
        alone = not labels and index == last
        texts = _texts_of(sheet, index, columns)
        if (called or alone) and all(_is_mark(text, called) for text in texts):
            marks |= dict.fromkeys(range(first, index), index)
            first = index + 1
    return marks


def mark(sheet: Sheet, row: int, column: int) -> str:
    """The mark of a figure in a row of marks; "" for A, by which SDMX means that it needs none."""
    text = as_text(sheet.cell(row, column)).strip("()[]")
    return "" if text == "A" else text


def name_of_marks(sheet: Sheet, marks: Mapping[int, int], names: Iterable[int]) -> str:
    """What the rows of marks are called."""
    labels = (
        text for row in dict.fromkeys(marks.values()) for text in _texts_of(sheet, row, names)
    )
    return next(labels, "Marks")


def _texts_of(sheet: Sheet, row: int, columns: Iterable[int]) -> Iterator[str]:
    """What stands in some columns of a row."""
    return (text for column in columns if (text := as_text(sheet.cell(row, column))))


def _is_mark(text: str, called: bool) -> bool:
    """Whether a text is a mark, or may be one of a row that is called so: SD."""
    bare = text.strip("()[] ").casefold()
    known = bare in MARKS or meant_by(bare) in ("provisional", "estimated", "final")
    return known or (called and len(bare) <= 2 and bare.isascii() and bare.isalpha())
