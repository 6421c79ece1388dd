"""Time series of the Office for National Statistics, each a column below its title.

"Title" stands where the periods begin some rows below, and "PreUnit" £ with "Unit" m are £m.
"""

from __future__ import annotations

from kpi.facts.intake.layouts.sheet import HEAD, Sheet
from kpi.facts.intake.texts.cells import as_text


def begins(sheet: Sheet, row: int) -> bool:
    """Whether a row is that of the titles: the codes of the series stand below it."""
    first = [as_text(sheet.cell(line, 0)) for line in range(row, min(row + 2, len(sheet.rows)))]
    return first == ["Title", "CDID"]


def unit_below(sheet: Sheet, row: int, column: int) -> str:
    """What the rows below the titles state of the unit of a column, as a title would; "" if
    nothing."""
    stated = {as_text(sheet.cell(line, 0)): as_text(sheet.cell(line, column))
              for line in range(row, min(row + HEAD, len(sheet.rows)))}  # fmt: skip
    unit = f"{stated.get('PreUnit', '')}{stated.get('Unit', '')}".strip()
    return f"Unit: {unit}" if unit else ""
