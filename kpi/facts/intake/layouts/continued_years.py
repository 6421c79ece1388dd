"""Headings that go on with the year before them: 2024.1/4, 2/4, 3/4, 4/4, 2025.1/4, 2/4.

So ministries save room. Only what follows the part before it is read so, and by the same step as
those before it; into the next year only where the row began within one: 2023.4/4, 1/4. Where it
began with 1/4, a second 1/4 may head another measure of the same quarters.
"""

from __future__ import annotations

import re

from kpi.facts.intake.layouts.sheet import HEAD, MARKED, Sheet, joined
from kpi.facts.intake.texts.cells import Cell, as_text
from kpi.facts.intake.texts.month_names import is_month_name
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.spellings import period_text
from kpi.facts.intake.texts.stamps import is_stamp, read_stamp
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import PER_YEAR, Period
from kpi.values import replace

_KINDS = ("semester", "quarter", "month")
_DECEMBER = re.compile("12 ?월 ?말")  # which else is where a year ends
_LONGEST = 30  # letters of a heading
_WORDED = re.compile(r"[^\W\d_]|/")


def with_years_before(sheet: Sheet) -> Sheet:
    """The sheet with its year in each heading that lacks it, and a note of the first.

    Raises Wrong where figures stand below a heading of which nobody says the year: 2/4 behind 3/4.
    """
    rows, notes = list(sheet.rows), list[str]()
    for index, row in enumerate(sheet.rows[:HEAD]):
        cells = _continued(sheet, index)
        changed = [column for column in range(len(row)) if cells[column] != row[column]]
        rows[index] = cells if changed else row
        for column in changed[: 1 - len(notes)]:
            notes.append(f"{as_text(row[column])} is read as {_part(cells[column])}")
    return replace(sheet, rows=rows, notes=(*sheet.notes, *notes)) if notes else sheet


def with_year_above(cells: list[Cell], above: list[Cell], style: str | None) -> list[Cell]:
    """The cells of a period in several columns with the year of the row `above`, where they have
    none and are the next part of that year: 2025 and 1/4, and below it nothing and 2/4."""
    if cells[0] != "" or "" in (*above[:1], *cells[1:]) or len(cells) != len(above):
        return cells
    whole = [above[0], *cells[1:]]
    before, part = _part(joined(above, style), style), _part(joined(whole, style), style)
    if before is None or part is None or part.kind != before.kind:
        return cells
    return whole if part.number == before.number + 1 else cells


def _continued(sheet: Sheet, index: int) -> list[Cell]:
    """The cells of a row, each with its year where it goes on with the one before it."""
    cells = list(sheet.rows[index])
    bare = {column for column, cell in enumerate(cells) if _is_bare(cell)}
    if not bare or any(_is_figure(cell) for column, cell in enumerate(cells) if column not in bare):
        return cells
    before: Period | None = None
    begun = False  # whether the year is one of which the first part stands here, or may
    step = 0  # from one part to the next, where a year has shown it
    for column, cell in enumerate(cells):
        if column not in bare:
            before, step = _part(cell) or before, 0
            begun = before is not None and before.number % PER_YEAR[before.kind] == 0
            continue
        if before is None:
            continue
        text = f"{before.end.year} {as_text(cell)}"
        part = _part(text)
        if part is not None and not begun and _follows(part, before):
            text = f"{before.end.year + 1} {as_text(cell)}"
            part = _part(text)
        if part is None or part.kind != before.kind or not _heads_figures(sheet, index, column):
            continue  # a half among months, or a label of a row
        by = part.number - before.number
        if by < 0 or by not in (0, step or by):
            what = f"{shown(as_text(cell))} above figures has no year"
            remedy = "write the year into each heading, such as 2024-Q2, or delete the column"
            raise Wrong(what, remedy)
        cells[column], before, step = text, part, by or step
    return cells


def _is_bare(cell: Cell) -> bool:
    """Whether a heading is a part of a year, with or without a mark, and has no year."""
    if not isinstance(cell, str) or len(cell) > _LONGEST or not _WORDED.search(cell):
        return False  # as of most, which are figures
    text, _ = period_text(cell)
    named = is_part_of_year(text) or is_month_name(text) or _DECEMBER.fullmatch(text)
    return bool(named) and not is_stamp(cell)


def _is_figure(cell: Cell) -> bool:
    return bool(MARKED.fullmatch(as_text(cell))) and not is_stamp(cell)


def _part(cell: Cell, style: str | None = None) -> Period | None:
    """The half, quarter or month that a heading is; None if it is none."""
    if not isinstance(cell, str):
        return None
    try:
        period = read_stamp(cell, style).period
    except Wrong:
        return None
    return period if period.kind in _KINDS else None


def _follows(part: Period, before: Period) -> bool:
    """Whether a part of a year comes next in the following one: 1/4 behind 4/4."""
    per_year = PER_YEAR[part.kind]
    return part.kind == before.kind and part.number + per_year == before.number + 1


def _heads_figures(sheet: Sheet, index: int, column: int) -> bool:
    """Whether figures stand below a heading; 2월 and 3월 are none."""
    body = sheet.below(index)
    cells = (sheet.cell(row, column) for row in body)
    return any(_is_figure(cell) and not _is_bare(cell) for cell in cells)
