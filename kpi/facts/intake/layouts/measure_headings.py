"""Headings that end with their period, as offices of the North give a table: "Employed 2023",
"Employed 2024". Each is what is measured, and when."""

from __future__ import annotations

import re

from kpi.facts.intake.layouts.sheet import HEAD, MARKED, Sheet
from kpi.facts.intake.texts.cells import Cell, as_text
from kpi.facts.intake.texts.month_names import is_month_name
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.stamps import financial_fault, is_stamp
from kpi.values import replace

_LONGEST = 200  # letters of a heading
#: Behind which a period is what the figures are held against, or no more than their end.
_HELD_AGAINST = re.compile(
    r"(?:since|from|to|until|before|after|than|over|against|versus|base|vs\.?|=|대비|seit|bis|ab|vor"
    r"|gegenüber|depuis|jusqu.*|desde|hasta|siden|sedan|fra|från|til|till|mot)",
    re.IGNORECASE,
)


def with_periods_apart(sheet: Sheet) -> tuple[Sheet, list[int]] | None:
    """The sheet with its periods in a header row of their own, below what is measured, and where
    both rows stand; None where no row has such headings, or cells are merged."""
    for index, row in enumerate(sheet.rows[:HEAD] if not sheet.merged else ()):
        parts = [_divided(cell) for cell in row]
        if (
            not _is_grid(parts)
            or any(map(is_stamp, row))
            or not _heads_figures(sheet, index, parts)
        ):
            continue
        names = [part[0] if part else cell for part, cell in zip(parts, row, strict=True)]
        periods = [part[1] if part else "" for part in parts]
        rows = [*sheet.rows[:index], names, periods, *sheet.rows[index + 1 :]]
        numbers = [*sheet.numbers[: index + 1], *sheet.numbers[index:]]
        return replace(sheet, rows=rows, numbers=numbers), [index, index + 1]
    return None


def _divided(cell: Cell) -> tuple[str, str] | None:
    """What a heading names and the period behind it; None if it is no such heading."""
    text = as_text(cell)
    name, _, period = text.rpartition(" ")
    if len(text) > _LONGEST or not any(map(str.isalpha, name)) or not is_stamp(period):
        return None
    last = name.split()[-1]
    of_a_part = is_part_of_year(last) or is_month_name(last) or _HELD_AGAINST.fullmatch(last)
    if of_a_part or is_stamp(text) or financial_fault(text):
        return None
    return name.rstrip(" ,:"), period


def _is_grid(parts: list[tuple[str, str] | None]) -> bool:
    """Whether each measure has the same periods, at least two: "Growth 2023" alone is none."""
    periods: dict[str, list[str]] = {}
    for name, period in filter(None, parts):
        periods.setdefault(name, []).append(period)
    first = next(iter(periods.values()), [])
    return len(set(first)) == len(first) > 1 and all(one == first for one in periods.values())


def _heads_figures(sheet: Sheet, index: int, parts: list[tuple[str, str] | None]) -> bool:
    """Whether figures stand below each of the headings."""
    columns = [column for column, part in enumerate(parts) if part]
    texts = ((as_text(sheet.cell(row, column)) for row in sheet.below(index)) for column in columns)
    return all(any(map(MARKED.fullmatch, below)) for below in texts)
