"""Rows of cells -> a Table: where its header stands, and whether it is long or wide.

A long table has a row for each period, a wide one a column. Both are recognised only where nothing
else can be meant; otherwise the person is asked, with the columns that there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpi.facts.intake.layouts import (
    abs_series,
    long_table,
    measure_headings,
    months_across,
    two_headers,
    wide_headers,
    wide_table,
)
from kpi.facts.intake.layouts.continued_years import with_years_before
from kpi.facts.intake.layouts.day_orders import are_days_across
from kpi.facts.intake.layouts.notes_below import with_notes
from kpi.facts.intake.layouts.sheet import (
    FIGURE,
    HEAD,
    PERIOD_NAMES,
    TYPED,
    VALUE_NAMES,
    Sheet,
    column_names,
    numbered,
    without_legend,
)
from kpi.facts.intake.layouts.spanning_years import with_headings
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Table
from kpi.facts.intake.texts.cells import as_text, is_nothing
from kpi.facts.intake.texts.stamps import financial_fault, is_stamp, short_fault, signed_fault
from kpi.facts.keys.fields import Wrong, shown

MOST_COLUMNS = 5_000
_FIGURE = re.compile(r"[-−]?[0-9][0-9., ]*")


def lay_out(sheet: Sheet, plan: Plan) -> Table:
    """The table of rows of cells. Raises Wrong if no header is found where none is named."""
    if max((len(row) for row in sheet.rows), default=0) > MOST_COLUMNS:
        raise Wrong(f"a row has over {MOST_COLUMNS:,} columns", "remove those that are not needed")
    sheet = with_years_before(with_headings(with_notes(without_legend(sheet), plan), plan))
    if (last := abs_series.find(sheet, plan)) is not None:
        return abs_series.as_table(sheet, plan, last)
    if (across := months_across.find(sheet, plan)) is not None:
        return months_across.as_table(sheet, across)
    header = [_index(sheet, number) for number in plan.header]
    if plan.layout != "wide":
        long = long_table.find(sheet, plan, header)
        if long is not None:
            return long_table.as_table(sheet, plan, long)
        takes = any(take.value for take in plan.takes)
        if plan.layout == "long" or takes or {"period", "value"} & set(plan.columns):
            raise _not_found(sheet, plan, header)
    rows = header or wide_headers.find(sheet, plan)
    if not rows or (plan.layout != "wide" and _is_long(sheet, header)):
        apart = None if header else measure_headings.with_periods_apart(sheet)
        if apart is not None:
            return wide_table.as_table(apart[0], plan, apart[1])
        raise _not_found(sheet, plan, header)
    return wide_table.as_table(sheet, plan, rows)


def _index(sheet: Sheet, number: int) -> int:
    for index, own_number in enumerate(sheet.numbers):
        if own_number == number:
            return index
    raise Wrong(f"header: there is no row {number}", "give the number that the row has in the file")


def _is_long(sheet: Sheet, header: list[int]) -> bool:
    """Whether the rows that were said to be the header name a column of periods and hold none."""
    names = column_names(sheet, header) if header else ()
    known = any(name.casefold() in PERIOD_NAMES for name in names)
    return known and not any(is_stamp(cell) for row in header for cell in sheet.rows[row])


def _not_found(sheet: Sheet, plan: Plan, header: list[int]) -> Wrong:
    """What to say where there is no header that we know."""
    index = _likely_header(sheet)
    rows = header or ([index] if sheet.rows else [])
    index = rows[-1] if rows else index
    named = numbered(sheet, rows, column_names(sheet, rows)) if rows else ()
    names = [name for name in named if name]
    listed = ", ".join(shown(name, TYPED) for name in names[:12]) + (
        ", …" if len(names) > 12 else ""
    )
    present = set(names)
    wanted = [name for name in plan.named if name not in present]
    what = "no column of periods and of figures is known"
    remedy = "name them with --period-column and --value-column"
    cells = sheet.rows[index] if rows else ()
    years = [year for cell in cells if (year := financial_fault(cell) or short_fault(cell))]
    years += [signed for cell in cells if (signed := signed_fault(cell))]
    if len(years) + sum(map(is_stamp, cells)) > 1 and years and not wanted:
        return years[0]
    if (day := are_days_across(cells)) and not wanted:
        what = f"{shown(day)} may begin with its day or with its month, or with its year"
        return Wrong(what, "write days such as 2024-06-30 in the file")
    by_name = {name.casefold(): name for name in names}
    period = _known(by_name, plan.columns.get("period", ()), PERIOD_NAMES)
    figures = _known(by_name, plan.columns.get("value", ()), VALUE_NAMES)
    groups = two_headers.of_groups(sheet, index) if not header else None
    if groups is not None:
        return groups
    two_rows = two_headers.remedy_of_names(sheet, index, period) if period and not header else ""
    if wanted:
        what = f"there is no column {shown(wanted[0])}"
    elif period is not None:
        what = f"{shown(period)} has the periods, but no column of figures is known"
        remedy = "name it with --value-column"
        part = next((name for name in names if long_table.is_part(name) and name != period), "")
        if part and len(plan.columns.get("period", ())) < 2:
            remedy = (
                f"name it with --value-column, and both {shown(period)} and {shown(part)} with"
                " --period-column"
            )
        if figured := _with_figures(sheet, index, named, period):
            listed = ", ".join(shown(name, TYPED) for name in figured[:12])
            remedy += f"; figures stand below {listed} of row {sheet.numbers[index]}"
            return Wrong(what, two_rows or remedy)
    elif figures is not None:
        what = f"{shown(figures)} has the figures, but no column of periods is known"
        remedy = "name it with --period-column"
    if two_rows:
        return Wrong(what, two_rows)
    return Wrong(what, f"{remedy}; row {sheet.numbers[index]} has {listed}" if names else remedy)


def _with_figures(sheet: Sheet, header: int, named: Sequence[str], period: str) -> list[str]:
    """The columns that hold figures and nothing else, but for remarks and parts of years."""
    found = []
    for column, name in enumerate(named):
        if not name or name == period or long_table.is_beside(name):
            continue
        body = sheet.below(header)
        texts = [as_text(sheet.cell(row, column)) for row in body]
        given = [text for text in texts if not is_nothing(text)]
        if given and all(FIGURE.fullmatch(text) and not is_stamp(text) for text in given):
            found.append(name)
    return found


def _likely_header(sheet: Sheet) -> int:
    """The row that probably is meant to be the header: one with names that we know, or one above
    the first figures, or the first of several cells."""
    likely = [index for index, row in enumerate(sheet.rows[:HEAD])
              if sum(cell != "" for cell in row) > 1]  # fmt: skip
    known = {*PERIOD_NAMES, *VALUE_NAMES}
    naming = [index for index in likely
              if any(as_text(cell).casefold() in known for cell in sheet.rows[index])]  # fmt: skip
    return next(iter((*naming, *_above_figures(sheet, likely), *likely)), 0)


def _above_figures(sheet: Sheet, likely: list[int]) -> list[int]:
    """The row that probably is the header: above the first period with a figure, the one that has
    the most cells. Of several such, that directly above it, or else the first."""
    for body in likely:
        cells = [cell for cell in sheet.rows[body] if cell != ""]
        figures = [cell for cell in cells if _FIGURE.fullmatch(as_text(cell))]
        if len(figures) < 1 + (cells[0] in figures) or not is_stamp(cells[0]):
            continue
        above = [index for index in likely if index < body]
        width = {index: sum(cell != "" for cell in sheet.rows[index]) for index in above}
        return sorted(above, key=lambda index: (-width[index], index != body - 1))[:1]
    return []


def _known(by_name: dict[str, str], chosen: Sequence[str], names: Sequence[str]) -> str | None:
    """The first column of a header that was named, or else is known by its name."""
    return next(
        (by_name[name.casefold()] for name in (*chosen, *names) if name.casefold() in by_name), None
    )
