"""Long tables, with a row for each period: where their columns stand, and their records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.intake.layouts import ons_series, opensdg
from kpi.facts.intake.layouts.continued_years import with_year_above
from kpi.facts.intake.layouts.day_orders import may_be_period
from kpi.facts.intake.layouts.only_figures import is_beside_figures, only_figures
from kpi.facts.intake.layouts.sheet import (
    AMOUNT,
    FIGURE,
    HEAD,
    PERIOD_NAMES,
    RUN_TOGETHER,
    VALUE_NAMES,
    Sheet,
    beyond,
    column_names,
    is_legend,
    is_note,
    joined,
    numbered,
    titles_of,
    unit_column,
)
from kpi.facts.intake.layouts.totals_above import is_total_above
from kpi.facts.intake.layouts.two_headers import remedy_of_names
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import FLAGS, Record, Table
from kpi.facts.intake.texts.cells import Cell, as_text, is_nothing, narrowed
from kpi.facts.intake.texts.marks_beside import tells_of_figures
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.stamps import is_stamp
from kpi.facts.intake.texts.wholes import WHOLE
from kpi.facts.keys.fields import Wrong, shown
from kpi.values import dataclass

#: Names of columns of periods in the first place, and words of a row about the table in others.
_FIRST = ("month", "quarter")
_YEAR = re.compile("(?:19|20)[0-9]{2}(?:년)?")
#: Columns that hold the part of a year, in small letters, and its kind.
_PARTS = {
    "month": "month", "monat": "month", "mois": "month", "월": "month", "quarter": "quarter",
    "quartal": "quarter", "trimestre": "quarter", "분기": "quarter", "half": "semester",
    "semester": "semester", "halbjahr": "semester", "반기": "semester", "week": "week",
    "주": "week", "qtr": "quarter", "mes": "month", "mês": "month", "mese": "month",
    "maand": "month", "måned": "month", "månad": "month", "月": "month", "月份": "month",
    "kwartaal": "quarter", "kvartal": "quarter", "季度": "quarter",
}  # fmt: skip
#: The columns by which the observations of our own Data Package are known.
_PACKAGE = frozenset(("target", "series", "period", "value", "done", "in_force"))
#: Above the first figure, what has the number by which an office knows the series.
_NUMBERS = re.compile("(?i:idbank|series[ _]?(?:id|code|key)|cdid|vector|dataset id|matrix)")
_LABELLED = re.compile(r"([A-Z]+_[A-Z_]+):(?=\S)")
_BRACKETED = re.compile("(時間軸)[(（][^()（）]*[)）]$")  # and no コード behind it
_MOST_ABOVE = 12  # rows that tell of a series
_NAMELESS = re.compile("column [0-9]+")
_NUMBER = re.compile(r"[-−－△▲(]? ?[0-9][0-9.,]*\)? ?%?")


@dataclass(frozen=True, slots=True)
class Long:
    """Where the columns of a long table stand."""

    first: int  # index of the first row of the header
    body: int  # index of the first row below it
    names: tuple[str, ...]
    period: tuple[str, ...]
    value: str  # "" where each take names its own
    notes: tuple[str, ...] = ()  # what was chosen though nobody named it


def find(sheet: Sheet, plan: Plan, header: list[int]) -> Long | None:
    """The header row that has a period and a value column, if there is one."""
    for index in [header[-1]] if header else range(min(len(sheet.rows), HEAD)):
        rows = header or [index]
        named = column_names(sheet, rows)
        by_name = _by_name(named)
        chosen = plan.columns.get("period")
        known = [by_name[name] for name in PERIOD_NAMES if name in by_name][:1]
        if not known and named and named[0].casefold() in _FIRST:
            known = [named[0]]
        if ons_series.begins(sheet, index):
            known = [named[0]]
        known = known or _dates(sheet, index, named)
        nameless = not known and _begins_with_periods(sheet, rows[-1], named)
        if not chosen and not known and not nameless:
            continue
        if not header and _names_what_follows(sheet, index):
            continue
        named = numbered(sheet, rows, named)
        known = [named[0]] if nameless else known
        by_name = _by_name(named)
        period = [by_name.get(name.casefold(), "") for name in chosen] if chosen else known
        if not all(period):
            continue
        others = _candidates(sheet, rows[-1], named, period)
        value = _value(plan, by_name, others)
        notes: tuple[str, ...] = ()
        if value is None and not plan.columns.get("value") and not plan.takes:
            telling = [name for name in others if not is_beside(name)]
            value = only_figures(sheet, rows[-1], named, period, telling)
            notes = (f"the only column of figures is {shown(value)}",) if value else ()
        if value is not None:
            if not chosen:
                _refuse_parts(sheet, plan, index, named, period[0])
                _refuse_other_periods(sheet, index, named, period[0])
            if value and not plan.columns.get("value"):
                _refuse_other_values(sheet, index, named, value)
            whole = numbered(sheet, rows, column_names(sheet, rows), whole=True)
            return Long(rows[0], index + 1, whole, tuple(period), value, notes)
    return None


def is_beside(name: str) -> bool:
    """Whether a column is called as one of remarks, or of parts of the years beside it: whatever
    numbers stand in it, they are no figures."""
    return tells_of_figures(name) or is_part(name)


def is_part(name: str) -> bool:
    """Whether a column is called as one of months, quarters or halves."""
    return name.casefold() in _PARTS


def _dates(sheet: Sheet, header: int, named: tuple[str, ...]) -> list[str]:
    """The column "Data" of Portuguese and Italian files, where it holds dates and no data."""
    name = _by_name(named).get("data", "")
    if not name:
        return []
    rows = sheet.below(header)
    first = next(filter(None, (as_text(sheet.cell(row, named.index(name))) for row in rows)), "")
    return [name] if is_stamp(first) or may_be_period(first) else []


def _names_what_follows(sheet: Sheet, row: int) -> bool:
    """Whether a row only names what stands in the next one, the periods of a wide table: "Brasil",
    "Ano" above 2020, 2021 and 2022."""
    if row + 1 == len(sheet.rows):
        return False
    stamps = [column for column, cell in enumerate(sheet.rows[row + 1]) if is_stamp(cell)]
    return (
        len(stamps) > 1
        and stamps[0] > 0
        and not any(cell != "" for cell in sheet.rows[row][stamps[0] + 1 :])
    )


def _begins_with_periods(sheet: Sheet, header: int, named: tuple[str, ...]) -> bool:
    """Whether the first column has no name and nothing but periods, in each row of several cells,
    below a header of words; above them it may tell of the series, as the Bundesbank does."""
    others = [name for name in named[1:] if name]
    if not others or named[0] or any(is_stamp(name) or FIGURE.fullmatch(name) for name in others):
        return False
    rows = range(header + 1, len(sheet.rows))
    body = [row for row in rows if sum(cell != "" for cell in sheet.rows[row]) > 1]
    cells = [sheet.cell(row, 0) for row in body]
    begun = next((nth for nth, cell in enumerate(cells) if is_stamp(cell)), _MOST_ABOVE + 1)
    dated = [cell for cell in cells[begun if begun <= _MOST_ABOVE else 0 :] if cell != ""]
    return len(dated) > 1 and cells[-1] != "" and all(map(is_stamp, dated))


def _refuse_parts(
    sheet: Sheet, plan: Plan, header: int, named: tuple[str, ...], period: str
) -> None:
    """Raises Wrong where years stand beside a column of months or quarters: their figure is none
    of the year. Who has chosen one by a filter knows it."""
    dated = named.index(period)
    body = [sheet.rows[row] for row in sheet.below(header)]
    years = [as_text(row[dated]) for row in body if dated < len(row) and row[dated] != ""]
    if not years or not all(_YEAR.fullmatch(year) for year in years):
        return
    for column, name in enumerate(named):
        kind = _PARTS.get(name.casefold())
        if kind is None or name in plan.filter or column == dated:
            continue
        if any(column < len(row) and row[column] != "" for row in body):
            what = f"beside the years of {shown(period)} there is a column {shown(name)}"
            both = f"--period-column {shown(period)} --period-column {shown(name)}"
            raise Wrong(what, f"add {both} --period-style {kind}")


def _beside(
    sheet: Sheet, header: int, named: tuple[str, ...], name: str, other: str
) -> list[tuple[Cell, Cell]]:
    """What stands in two columns in each of the first rows that has something in both."""
    left, right = named.index(name), named.index(other)
    rows = sheet.below(header)
    pairs = [(sheet.cell(row, left), sheet.cell(row, right)) for row in rows]
    return [pair for pair in pairs if "" not in pair]


def _refuse_other_periods(
    sheet: Sheet, header: int, named: tuple[str, ...], period: str
) -> None:  # fmt: skip
    """Raises Wrong where two columns have years, and not the same: of a survey, and of reference.

    A day of publication beside years is none of them.
    """
    for name in {heading for heading in named if heading.casefold() in PERIOD_NAMES} - {period}:
        pairs = [tuple(map(as_text, pair)) for pair in _beside(sheet, header, named, period, name)]
        years = all(_YEAR.fullmatch(text) for pair in pairs for text in pair)
        if years and any(own != other for own, other in pairs):
            what = f"both {shown(period)} and {shown(name)} have years, and not the same"
            raise Wrong(what, "name the one that counts with --period-column")


def _refuse_other_values(sheet: Sheet, header: int, named: tuple[str, ...], value: str) -> None:
    """Raises Wrong where another column bears a name of figures, too, and has others."""
    for name in {heading for heading in named if heading.casefold() in VALUE_NAMES} - {value}:
        pairs = [tuple(map(as_text, pair)) for pair in _beside(sheet, header, named, value, name)]
        if any(own != other and _NUMBER.match(other) for own, other in pairs):
            what = f"both {shown(value)} and {shown(name)} have figures, and not the same"
            raise Wrong(what, "name the column that counts with --value-column")


def _by_name(named: tuple[str, ...]) -> dict[str, str]:
    """The names by themselves in small letters, the first one of several.

    Of "TIME_PERIOD: Time period", as SDMX-CSV names a column with code and label, also the code;
    the BIS has no blank between them. Japan's e-Stat says in brackets what the periods are.
    """
    codes = {name.partition(": ")[0].casefold(): name for name in reversed(named) if name}
    codes |= {code[1].casefold(): name for name in reversed(named)
              if (code := _LABELLED.match(name) or _BRACKETED.match(name))}  # fmt: skip
    return codes | {name.casefold(): name for name in reversed(named) if name}


def _candidates(sheet: Sheet, header: int, named: tuple[str, ...], period: list[str]) -> list[str]:
    """The columns that may hold the figures: one of numbers with a name before those without."""
    others = [name for name in named if name and name not in period and name != FLAGS]
    own = [name for name in others if not _NAMELESS.fullmatch(name)]
    if len(own) == 1 < len(others):
        column = named.index(own[0])
        body = [sheet.rows[row] for row in sheet.below(header)]
        texts = [as_text(row[column]) for row in body if column < len(row)]
        if all(_is_figure(text) or is_nothing(text) for text in texts):
            return own
    return others


def _value(plan: Plan, by_name: dict[str, str], others: list[str]) -> str | None:
    """The name of the value column; "" if each take has its own; None if it is not here."""
    chosen = plan.columns.get("value")
    if chosen:
        return by_name.get(chosen[0].casefold())
    if plan.takes and all(take.value for take in plan.takes):
        return "" if all(take.value.casefold() in by_name for take in plan.takes) else None
    known = [by_name[name] for name in VALUE_NAMES if name in by_name]
    if known or len(others) != 1:
        return known[0] if known else None
    if is_beside_figures(others[0]):
        what = f"the only other column is {shown(others[0])}"
        raise Wrong(what, "name it with --value-column if its figures are the ones")
    return others[0]


def _is_figure(text: str) -> bool:
    """Whether a text may be a figure, in whatever form: a row is no remark because of its period.

    >>> [_is_figure(text) for text in ("1 234 p)", "<5", "%", "2020=100", "15-07-2025", "2024년")]
    [True, True, False, False, False, False]
    """
    figure = _NUMBER.fullmatch(text) or (AMOUNT.fullmatch(text) and not is_stamp(text))
    return bool(figure)


def _is_remark(period: str, figure: str) -> bool:
    """Whether a row below the table is probably one of words: Source | Statistics Korea.

    It is not skipped, for it may say that figures are provisional.
    """
    words = any(map(str.isalpha, period)) and not any(map(str.isdigit, period))
    return words and not is_nothing(figure) and not _is_figure(figure)


def as_table(sheet: Sheet, plan: Plan, long: Long) -> Table:
    """The table. Raises Wrong where a column that is used has a namesake."""
    _refuse_namesakes(sheet, plan, long)
    plain = sheet.kind == "csv" and plan.file != "csv" and len(long.period) == 1
    open_sdg = plain and opensdg.is_open_sdg(long.names)
    by_name = _by_name(long.names)
    places = {name: nth for nth, name in reversed([*enumerate(long.names)])}
    chosen = map(str.casefold, plan.columns.get("unit", ()))
    unit = unit_column(sheet, long.body - 1, by_name, places, *chosen)
    others = [name for name in long.names if name and name not in (*long.period, long.value, unit)]
    labels = opensdg.disaggregations(long.names) if open_sdg else tuple(dict.fromkeys(others))
    single = set(opensdg.SERIES) if open_sdg else set()
    if open_sdg and opensdg.is_only_named(long.names, sheet.rows[long.body :]):
        single.add(opensdg.PLACE)
    if open_sdg:
        single.update(opensdg.of_the_whole(long.names, sheet.rows[long.body :]))

    last = _last_dated(sheet, long)  # once, however often the records are walked

    def records() -> Iterator[Record]:
        return _records(sheet, long, plan.style, last)

    return Table(
        "opensdg" if open_sdg else sheet.kind, long.names, long.period, long.value, unit, labels,
        records, notes=(*sheet.notes, *long.notes), headline=open_sdg, comma_free=sheet.comma_free,
        single=tuple(name for name in labels if name in single),
        titles=(*long.period, *_stated_below(sheet, long), *titles_of(sheet, long.first)),
    )  # fmt: skip


def _stated_below(sheet: Sheet, long: Long) -> tuple[str, ...]:
    """The unit that a series of the ONS states below its title."""
    if not long.value or not ons_series.begins(sheet, long.first):
        return ()
    return (ons_series.unit_below(sheet, long.first, long.names.index(long.value)),)


def _refuse_namesakes(sheet: Sheet, plan: Plan, long: Long) -> None:
    """Raises Wrong where a column that is used has a namesake."""
    used = {*long.period, long.value, *plan.named}
    twice = [name for name in used if name and long.names.count(name) > 1]
    if not twice:
        return
    what = f"the column {shown(twice[0])} stands {long.names.count(twice[0])} times"
    one_row = long.body == long.first + 1
    rows = (long.first, long.first - 1) if one_row else ()
    remedies = (remedy_of_names(sheet, row, long.period[0]) for row in rows)
    otherwise = "rename one, or say which rows are the header"
    raise Wrong(what, next(filter(None, remedies), "") or otherwise)


def _records(sheet: Sheet, long: Long, style: str | None, last: int) -> Iterator[Record]:
    """A record for each row below the header, also for those that only remark on others."""
    begun = False  # whether a period has been seen
    above: list[Cell] = []  # the cells of the period before
    divided = long.names.index(long.value) if long.value and not sheet.comma_free else None
    package = long.value == "value" and set(long.names) >= _PACKAGE
    for index in range(long.body, len(sheet.rows)):
        filled = [cell for cell in sheet.rows[index] if cell != ""]
        if not filled:
            continue
        cells = {name: sheet.cell(index, column) for column, name in enumerate(long.names) if name}
        if package and cells["value"] == "":  # a milestone, whose yes or no stands apart
            cells["value"] = cells["done"]
        where = f"row {sheet.numbers[index]}"
        alone = len(filled) == 1 and len(long.names) > 1
        if alone and RUN_TOGETHER.fullmatch(as_text(filled[0])):
            fault = Wrong(f"{shown(as_text(filled[0]))} holds a period and a figure",
                          "divide the cell in the file")  # fmt: skip
            yield Record(where, cells | {long.value: filled[0]}, filled[0], problem=fault)
            continue
        if alone and is_note(filled[0], as_text(cells.get(long.value, ""))):
            yield Record(where, cells, filled[0], note=True)
            continue
        if index > last and is_legend(filled):
            yield Record(where, cells, " = ".join(map(as_text, filled)), note=True)
            continue
        above = with_year_above([cells[name] for name in long.period], above, style)
        period = joined(above, style)
        begun = begun or is_stamp(period)
        whole = WHOLE.fullmatch(as_text(period))
        if whole and (index > last if begun else _is_total_above(sheet, long, index)):
            yield Record(where, cells, period, note=True)
            continue
        figure = narrowed(as_text(cells.get(long.value, "")))
        # "Unit","%" above the first figure; the number of a series is none
        if not begun and (not _is_figure(figure) or _NUMBERS.fullmatch(as_text(period))):
            yield Record(where, cells, f"{as_text(period)} {figure}".strip(), note=True)
            continue
        problem = beyond(sheet, index, len(long.names), divided)
        if long.value:
            problem = _doubtful(sheet, long, index, as_text(period), figure) or problem
        yield Record(where, cells, period, problem=problem)


def _is_total_above(sheet: Sheet, long: Long, row: int) -> bool:
    """Whether a row above the first period has the sum of the figures below it."""
    dated, value = long.names.index(long.period[0]), long.value
    return bool(value) and is_total_above(sheet, row, dated, long.names.index(value))


def _last_dated(sheet: Sheet, long: Long) -> int:
    """The last row with a period; what is called a total below it is one of those above."""
    columns = [long.names.index(name) for name in long.period]
    rows = range(len(sheet.rows) - 1, long.body - 1, -1)
    dated = (row for row in rows for column in columns if is_stamp(sheet.cell(row, column)))
    return next(dated, len(sheet.rows))


def _doubtful(sheet: Sheet, long: Long, index: int, period: str, figure: str) -> Wrong | None:
    """What makes the figure of a row doubtful: it is no row of its own, or no row at all."""
    if _is_remark(period, figure):
        what = "the row has neither a period nor a figure"
        return Wrong(what, "delete it in the file if it is a remark")
    if len(long.period) > 1 and is_part_of_year(period):
        return Wrong(f"{shown(period)} has no year", "write the year into each row")
    if sheet.spans(index, long.names.index(long.value)):
        what = "the figure stands in a cell that is merged over several rows"
        return Wrong(what, "divide the cell in the spreadsheet")
    return None
