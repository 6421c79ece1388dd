"""Time series workbooks of the Australian Bureau of Statistics: a column for each series.

What a series is stands above it, in rows whose names are in the first column: Unit, Series Type,
Frequency and, right above the first period, Series ID. Each is a column of its own for a filter.
"""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.layouts.sheet import HEAD, Sheet
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import VALUE, Record, Table
from kpi.facts.intake.texts.cells import Cell, as_text, clipped
from kpi.facts.keys.fields import Wrong, shown

_LAST = "Series ID"
#: Rows that tell nothing of what is measured.
_PASSED = {"Series Start", "Series End", "No. Obs", "No. Obs."}
#: How the rows below are read; what is annual may end in June.
_STYLES = {"Month": "month", "Quarter": "quarter"}
_TOLD = ("Series", "Series Type")
_UNITS = {"000": "thousand", "Percent": "%"}


def find(sheet: Sheet, plan: Plan) -> int | None:
    """The row of the identifiers of the series; None if the sheet is no such table."""
    if plan.header or plan.layout or {"period", "value"} & set(plan.columns):
        return None
    heads = [as_text(row[0]) if row else "" for row in sheet.rows[:HEAD]]
    if _LAST not in heads or "Unit" not in heads[: heads.index(_LAST)]:
        return None
    return None if any(take.value for take in plan.takes) else heads.index(_LAST)


def as_table(sheet: Sheet, plan: Plan, last: int) -> Table:
    """The table unfolded: for each row and each series, one record. Raises Wrong where none of
    several is chosen."""
    columns = [column for column, cell in enumerate(sheet.rows[last]) if column and cell != ""]
    names = {row: as_text(sheet.cell(row, 0)) or "Series" for row in range(last + 1)
             if any(as_text(sheet.cell(row, column)) for column in columns)}  # fmt: skip
    names = {row: name for row, name in names.items() if name not in _PASSED}
    heads: dict[int, dict[str, Cell]] = {
        column: {name: as_text(sheet.cell(row, column)) for row, name in names.items()}
        for column in columns
    }
    for head in heads.values():
        head["Unit"] = _unit(as_text(head.get("Unit", "")))
    filters = [{**plan.filter, **take.filter} for take in plan.takes] or [dict(plan.filter)]
    if len(heads) > 1 and not all(set(names.values()).intersection(wanted) for wanted in filters):
        raise _several(list(heads.values()))

    def records() -> Iterator[Record]:
        for row in range(last + 1, len(sheet.rows)):
            period = sheet.cell(row, 0)
            for column, head in heads.items() if period != "" else ():
                style = _STYLES.get(as_text(head.get("Frequency", "")))
                where = f"row {sheet.numbers[row]}, {head[_LAST]}"
                yield Record(where, head | {VALUE: sheet.cell(row, column)}, period, style)

    labels = tuple(name for name in names.values() if name != "Unit")
    return Table(
        sheet.kind, tuple(names.values()), (), VALUE, "Unit", labels, records, notes=sheet.notes,
        single=labels,
    )  # fmt: skip


def _several(heads: list[dict[str, Cell]]) -> Wrong:
    """What to say where nobody has chosen one of several series."""
    series = []
    for head in heads[:6]:
        kind = ", ".join(shown(clipped(str(head[key]))) for key in _TOLD if key in head)
        series.append(f"{head[_LAST]} ({kind})")
    listed = ", ".join(series) + (", …" if len(heads) > 6 else "")
    remedy = f'choose one with --filter "{_LAST}={heads[0][_LAST]}"'
    return Wrong(f"the table has {len(heads)} series", f"{remedy}, of {listed}")


def _unit(text: str) -> str:
    """A unit of the bureau in words that are read: "000" are thousands, "000 Hours" of hours."""
    for theirs, ours in _UNITS.items():
        if text == theirs or text.startswith(f"{theirs} "):
            return ours + text[len(theirs) :]
    return text
