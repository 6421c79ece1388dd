"""Tables with a row for each year and a column for each of its months or quarters.

So the BLS gives its series, and weather services and central banks theirs. A column of the whole
year beside them is not read: it is a mean to some, and a total to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.intake.layouts.sheet import (
    HEAD,
    PERIOD_NAMES,
    UNIT_NAMES,
    VALUE_NAMES,
    Sheet,
    beyond,
    column_names,
    is_note,
    joined,
    numbered,
    titles_of,
)
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import VALUE, Record, Table
from kpi.facts.intake.texts.cells import Cell, as_text, clipped
from kpi.facts.intake.texts.month_spans import span_of_months
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.stamps import read_stamp
from kpi.facts.intake.texts.two_years import is_of_financial_years
from kpi.facts.keys.fields import Wrong, shown

_YEAR = re.compile("(?:19|20)[0-9]{2}년?")
_LEAST = 3  # months or quarters, by which a table is known
_IN_BRACKETS = re.compile(r" ?[(\[（][^()\[\]（）]*[)\]）]$|[*†‡§¹²³]+$| ?[0-9]{1,2}\)$")
_NUMBER = re.compile(r"[-−△(]? ?[0-9][0-9.,]*\)? ?%?")


def find(sheet: Sheet, plan: Plan) -> tuple[int, int] | None:
    """The header row of such a table and the column of its years; None if there is none, or if a
    person has said another form."""
    if plan.header or plan.layout or "value" in plan.columns:
        return None
    if any(take.value for take in plan.takes):
        return None
    only_years = _rows_of_years(sheet)
    for index in range(min(len(sheet.rows), HEAD)):
        names = column_names(sheet, [index])
        if {name.casefold() for name in names} & set(VALUE_NAMES):
            continue
        year = _year_column(sheet, plan, index, names, index + 1 in only_years)
        if year is None:
            continue
        below = [as_text(sheet.cell(row, year))
                 for row in sheet.below(index)]  # fmt: skip
        dated = any(map(_YEAR.fullmatch, below)) and not any(map(is_part_of_year, below))
        if dated and len(_parts(names)) >= _LEAST:
            return index, year
    return None


def _rows_of_years(sheet: Sheet) -> range:
    """The rows from which on the first column holds nothing but years, and some."""
    last = -1
    for row in range(len(sheet.rows) - 1, -1, -1):
        if text := as_text(sheet.cell(row, 0)):
            if not _YEAR.fullmatch(text):
                return range(row + 1, last + 1)
            last = max(last, row)
    return range(last + 1)


def _year_column(
    sheet: Sheet, plan: Plan, index: int, names: tuple[str, ...], only_years: bool
) -> int | None:
    """The column of the years below a header: that which was named, or bears a name of periods, or
    else the first one, where it has nothing but years."""
    chosen = plan.columns.get("period", ())
    known = [name.casefold() for name in chosen] or PERIOD_NAMES
    named = numbered(sheet, [index], names) if chosen else names
    years = [column for column, name in enumerate(named) if name.casefold() in known]
    if years or chosen:
        clear = len(years) == 1 == max(len(chosen), 1)
        return years[0] if clear and not is_of_financial_years(names[years[0]]) else None
    return 0 if only_years and not is_of_financial_years(names[0]) else None


def _parts(names: tuple[str, ...]) -> dict[int, str]:
    """The columns of months and quarters, and what they are called; Jan-Mar beside single months is
    their sum."""
    parts = {column: name for column, name in enumerate(names) if name and _is_part(name)}
    single = {column: name for column, name in parts.items()
              if span_of_months(f"2024 {name}") is None}  # fmt: skip
    return single or parts


def _is_part(name: str) -> bool:
    """Whether a name is read as a period behind a year."""
    try:
        return read_stamp(f"2024 {name}").period.kind in ("month", "quarter", "semester")
    except Wrong:
        return False


#: What a column of the whole year is called.
_WHOLE = re.compile(
    r"(?i:(?:(?:whole|full|calendar) )?year(?:ly)?|annual(?:ly)?|total|average|avg|mean|sum|ytd"
    r"|jahr|summe|gesamt|insgesamt|mittel(?:wert)?|durchschnitt|moyenne|année|media|média|promedio"
    r"|año|ano|anno|totale|totaal|totalt|i alt)\b.*"
    r"|연간.*|합계|총계|소계|전체|계|연?평균|누계|연도?계"
)


def _next_to(names: tuple[str, ...], parts: dict[int, str], whole: list[str]) -> str | None:
    """The column of figures that stands where the only missing month or quarter would, before the
    first or behind the last; None if there is none, or if its name is one of the whole year."""
    periods = {column: read_stamp(f"2024 {name}").period for column, name in parts.items()}
    first, last = min(parts), max(parts)
    months = periods[first].kind == "month"
    full = {f"2024-{nth:02}" for nth in range(1, 13)} if months else {
        f"2024-Q{nth}" for nth in range(1, 5)}  # fmt: skip
    missing = full - {period.text for period in periods.values()}
    if len(missing) != 1:
        return None
    beside = [column for column in (first - 1, last + 1) if 0 <= column < len(names)]
    names_beside = [names[column] for column in beside if names[column] in whole]
    known = (name for name in names_beside
             if _WHOLE.fullmatch(name) or _is_other_part(name, parts))  # fmt: skip
    return next(iter(set(names_beside) - set(known)), None)


def _is_other_part(name: str, parts: dict[int, str]) -> bool:
    """Whether a name is one of a part of the year, but of no month or quarter as the others are:
    "Q1 total" or "Jan-Mar" beside months, and not "Mar (1)"."""
    bare = _IN_BRACKETS.sub("", name)
    kinds = {_kind(part) for part in parts.values()}
    return is_part_of_year(name) and _kind(bare) not in kinds


def _kind(name: str) -> str:
    """Of what kind a part of the year is; "" if it is none."""
    return read_stamp(f"2024 {name}").period.kind if name and _is_part(name) else ""


def refuse_turned(names: list[str]) -> None:
    """Raises Wrong where December stands before January: the year begins with another month, and
    some of its months are those of the next calendar year."""
    for kind in ("month", "quarter"):
        parts = [name for name in names if _kind(name) == kind]
        periods = [read_stamp(f"2024 {name}").period.text for name in parts]
        in_order = periods in (sorted(periods), sorted(periods, reverse=True))
        if len(set(periods)) == len(periods) and not in_order:
            first, last = shown(parts[0]), shown(parts[-1])
            what = f"the columns go from {first} to {last}, over the end of a year"
            raise Wrong(what, "write a row for each period, such as 2024-06, into the file")


def _are_figures(sheet: Sheet, header: int, column: int) -> bool:
    """Whether a column holds nothing but figures: of the whole year, or of its first months."""
    texts = [as_text(sheet.cell(row, column)) for row in range(header + 1, len(sheet.rows))]
    return any(texts) and all(_NUMBER.fullmatch(text) for text in texts if text)


def as_table(sheet: Sheet, across: tuple[int, int]) -> Table:
    """The table unfolded: for each year and each of its parts, one record."""
    header, year = across
    names = numbered(sheet, [header], column_names(sheet, [header]))
    parts = _parts(names)
    refuse_turned([*parts.values()])
    rest = {column: name for column, name in enumerate(names) if name and column not in parts}
    unit = next((name for name in rest.values() if name.casefold() in UNIT_NAMES), None)
    beside = {column: name for column, name in rest.items() if column != year}
    whole = [name for column, name in beside.items() if _are_figures(sheet, header, column)]
    labels = tuple(name for name in beside.values() if name not in (*whole, unit))
    _refuse_whole(names, parts, whole)
    notes = sheet.notes
    if whole:
        listed = ", ".join(shown(clipped(name)) for name in whole[:5])
        notes = (*notes, f"not read, being no period: {listed}")
    return Table(
        sheet.kind, (*rest.values(),), (names[year],), VALUE, unit, labels,
        lambda: _records(sheet, across, parts, rest, len(names)), notes=notes,
        single=labels, titles=(names[year], *titles_of(sheet, header)), comma_free=sheet.comma_free,
    )  # fmt: skip


def _refuse_whole(names: tuple[str, ...], parts: dict[int, str], whole: list[str]) -> None:
    """Raises Wrong where a column of figures that is not read may be a month or a quarter."""
    among = [name for name in names[min(parts) : max(parts)] if name in whole]
    if strange := [name for name in among if not _is_other_part(name, parts)]:
        what = f"{shown(strange[0])} has figures among the months, and is none that is known"
        raise Wrong(what, "write its name in English, or delete the column")
    if at_the_end := _next_to(names, parts, whole):
        what = f"{shown(at_the_end)} has figures where a month or quarter is missing"
        raise Wrong(what, "write its name in English, or delete the column")


def _records(
    sheet: Sheet, across: tuple[int, int], parts: dict[int, str], rest: dict[int, str], width: int
) -> Iterator[Record]:
    """A record for each part of each year, and one for each remark that stands alone in a row."""
    header, year = across
    for index in range(header + 1, len(sheet.rows)):
        filled = [cell for cell in sheet.rows[index] if cell != ""]
        if not filled:
            continue
        labels: dict[str, Cell] = {name: sheet.cell(index, column) for column, name in rest.items()}
        where = f"row {sheet.numbers[index]}"
        figures = "".join(as_text(sheet.cell(index, column)) for column in parts)
        if len(filled) == 1 and is_note(filled[0], figures):
            yield Record(where, labels, filled[0], note=True)
            continue
        problem = beyond(sheet, index, width)
        whole = labels[rest[year]]
        whole = as_text(whole).removesuffix("년") if as_text(whole).endswith("년") else whole
        for column, part in parts.items():
            period = joined([whole, part], None)
            cells = labels | {VALUE: sheet.cell(index, column)}
            yield Record(f"{where}, {part}", cells, period, problem=problem)
