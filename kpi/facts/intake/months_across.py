"""Tables with a row for each year and a column for each of its months or quarters.

So the BLS gives its series, and weather services and central banks theirs. A column of the whole
year beside them is not read: it is a mean to some, and a total to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.fields import Wrong, shown
from kpi.facts.intake.cells import Cell, as_text, clipped
from kpi.facts.intake.hints import is_part_of_year
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import VALUE, Record, Table
from kpi.facts.intake.sheet import (
    HEAD,
    PERIOD_NAMES,
    UNIT_NAMES,
    VALUE_NAMES,
    Sheet,
    beyond,
    column_names,
    is_note,
    titles_of,
)
from kpi.facts.intake.stamps import read_stamp

_YEAR = re.compile("(?:19|20)[0-9]{2}년?")
_LEAST = 3  # months or quarters, by which a table is known
_NUMBER = re.compile(r"[-−△(]? ?[0-9][0-9.,]*\)? ?%?")


def find(sheet: Sheet, plan: Plan) -> int | None:
    """The header row of such a table; None if there is none, or a person has said another form."""
    if plan.header or plan.layout or {"period", "value"} & set(plan.columns):
        return None
    if any(take.value for take in plan.takes):
        return None
    for index in range(min(len(sheet.rows), HEAD)):
        names = column_names(sheet, [index])
        low = [name.casefold() for name in names]
        years = [at for at, name in enumerate(low) if name in PERIOD_NAMES]
        if len(years) != 1 or set(low) & set(VALUE_NAMES):
            continue
        below = [as_text(sheet.cell(row, years[0]))
                 for row in range(index + 1, min(len(sheet.rows), index + 1 + HEAD))]  # fmt: skip
        dated = any(map(_YEAR.fullmatch, below)) and not any(map(is_part_of_year, below))
        if dated and len(_parts(names)) >= _LEAST:
            return index
    return None


def _parts(names: tuple[str, ...]) -> dict[int, str]:
    """The columns of months and quarters, and what they are called."""
    return {at: name for at, name in enumerate(names) if name and _is_part(name)}


def _is_part(name: str) -> bool:
    """Whether a name is read as a period behind a year."""
    try:
        return read_stamp(f"2024 {name}").period.kind in ("month", "quarter", "semester")
    except Wrong:
        return False


def _are_figures(sheet: Sheet, header: int, at: int) -> bool:
    """Whether a column holds nothing but figures: of the whole year, or of its first months."""
    texts = [as_text(sheet.cell(row, at)) for row in range(header + 1, len(sheet.rows))]
    return any(texts) and all(_NUMBER.fullmatch(text) for text in texts if text)


def as_table(
    sheet: Sheet, header: int, notes: tuple[str, ...], comma_free: bool
) -> Table:  # fmt: skip
    """The table unfolded: for each year and each of its parts, one record."""
    names = column_names(sheet, [header])
    parts = _parts(names)
    year = next(at for at, name in enumerate(names) if name.casefold() in PERIOD_NAMES)
    rest = {at: name for at, name in enumerate(names) if name and at not in parts}
    unit = next((name for name in rest.values() if name.casefold() in UNIT_NAMES), None)
    whole = [name for at, name in rest.items() if at != year and _are_figures(sheet, header, at)]
    labels = tuple(name for at, name in rest.items() if at != year and name not in (*whole, unit))
    among = [name for at, name in rest.items() if min(parts) < at < max(parts) and name in whole]
    if strange := [name for name in among if not is_part_of_year(name)]:
        what = f"{shown(strange[0])} has figures among the months, and is none that is known"
        raise Wrong(what, "write its name in English, or delete the column")
    if whole:
        listed = ", ".join(shown(clipped(name)) for name in whole[:5])
        notes = (*notes, f"not read, being no period: {listed}")

    def records() -> Iterator[Record]:
        for index in range(header + 1, len(sheet.rows)):
            filled = [cell for cell in sheet.rows[index] if cell != ""]
            if not filled:
                continue
            own: dict[str, Cell] = {name: sheet.cell(index, at) for at, name in rest.items()}
            where = f"row {sheet.numbers[index]}"
            figures = "".join(as_text(sheet.cell(index, at)) for at in parts)
            if len(filled) == 1 and is_note(filled[0], figures):
                yield Record(where, own, filled[0], note=True)
                continue
            problem = beyond(sheet, index, len(names))
            for at, part in parts.items():
                text = as_text(own[names[year]])
                period = f"{text.removesuffix('년')} {part}"
                cells = own | {VALUE: sheet.cell(index, at)}
                yield Record(f"{where}, {part}", cells, period, problem=problem)

    return Table(
        sheet.kind, (*rest.values(),), (names[year],), VALUE, unit, labels, records, notes=notes,
        single=labels, titles=titles_of(sheet, header), comma_free=comma_free,
    )  # fmt: skip
