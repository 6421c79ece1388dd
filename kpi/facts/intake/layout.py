"""Rows of cells -> a Table: where its header stands, and whether it is long or wide.

A long table has a row for each period, a wide one a column. Both are recognised only where nothing
else can be meant; otherwise the person is asked, with the columns that there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kpi.facts.fields import Wrong, shown
from kpi.facts.intake import opensdg
from kpi.facts.intake.cells import Cell, as_text, is_nothing, is_number
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import VALUE, Record, Table
from kpi.facts.intake.stamps import STYLES, is_stamp
from kpi.values import dataclass, field

MOST_COLUMNS = 5_000

#: Names by which the columns of a long table are known, in small letters.
PERIOD_NAMES = ("period", "time_period", "timeperiod", "ref_date", "observation_date", "year",
                "date", "time", "prd_de", "시점", "기간", "연도",
                "년도", "연월", "년월", "기준시점", "기준연도", "기준년도", "조사연도",
                "jahr", "datum", "monat", "quartal", "zeitraum", "année", "annee", "mois",
                "trimestre", "période", "연도별", "분기별", "월별", "시점별", "기간별", "분기",
                "날짜", "일자", "기준일", "기준년월", "기준연월", "기준월")  # fmt: skip
VALUE_NAMES = (
    "value",
    "obs_value",
    "dt",
    "data_value",
    "값",
    "수치",
    "통계값",
    "자료값",
    "데이터값",
    "데이터",
    "관측값",
    "측정값",
    "wert",
    "valeur",
)
UNIT_NAMES = ("unit", "units", "uom", "unit_measure", "unit_nm", "unit_name", "단위", "단위명",
              "einheit", "unité")  # fmt: skip

_HEAD = 60  # rows in which a header is looked for
_LONGEST_TITLE = 500  # letters of a text above or below a table that may state its unit
#: The second half of a period that stands in two header rows: 2024 above, 1/4 below.
_PART = re.compile(
    r"(?i:Q)?[1-4](?:/4|분기)|(?i:Q)[1-4]|[12]/2|[상하]반기|[0-9]{1,2}월|(?i:M)?(?:0[1-9]|1[0-2])"
)
_FIGURE = re.compile(r"[-−－△▲(]? ?[0-9.,]+.*")
_NUMBER = re.compile(r"[-−－△▲(]? ?[0-9][0-9.,]*\)? ?%?")
_YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, each with its number in the file, and what merged cells cover."""

    kind: str
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    merged: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Cell:
        """A cell; that of the merged cell which covers it; "" beyond the row's end."""
        if (row, column) in self.merged:
            return self.merged[row, column]
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""


def lay_out(
    sheet: Sheet, plan: Plan, notes: tuple[str, ...] = (), semicolons: bool = False
) -> Table:
    """The table of rows of cells. Raises Wrong if no header is found where none is named."""
    if max((len(row) for row in sheet.rows), default=0) > MOST_COLUMNS:
        raise Wrong(f"a row has over {MOST_COLUMNS:,} columns", "remove those that are not needed")
    header = [_index(sheet, number) for number in plan.header]
    if plan.layout != "wide":
        found = _long(sheet, plan, header)
        if found is not None:
            return _as_long(sheet, plan, found, notes, semicolons)
        takes = any(take.value for take in plan.takes)
        if plan.layout == "long" or takes or {"period", "value"} & set(plan.columns):
            raise _not_found(sheet, plan, header)
    rows = header or _wide(sheet, plan)
    if not rows:
        raise _not_found(sheet, plan, header)
    return _as_wide(sheet, plan, rows, notes, semicolons)


def _index(sheet: Sheet, number: int) -> int:
    for index, one in enumerate(sheet.numbers):
        if one == number:
            return index
    raise Wrong(f"header: there is no row {number}", "give the number that the row has in the file")


def _titles(sheet: Sheet, first: int) -> tuple[str, ...]:
    """The texts above a header: each cell, and each row as a whole; and what stands alone in one
    of the last rows."""
    found: list[str] = []
    for row in sheet.rows[:first]:
        texts = [as_text(cell) for cell in row if cell != ""]
        found += [*texts, " ".join(texts)]
    for row in sheet.rows[first + 1 :][-_HEAD:]:
        filled = [cell for cell in row if cell != ""]
        found += [as_text(cell) for cell in filled if len(filled) == 1 and not is_number(cell)]
    return tuple(dict.fromkeys(text for text in found if len(text) <= _LONGEST_TITLE))


# --- long -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Long:
    """Where the columns of a long table stand."""

    first: int  # index of the first row of the header
    body: int  # index of the first row below it
    names: tuple[str, ...]
    period: tuple[str, ...]
    value: str  # "" where each take names its own


def _long(sheet: Sheet, plan: Plan, header: list[int]) -> _Long | None:
    """The header row that has a period and a value column, if there is one."""
    for index in [header[-1]] if header else range(min(len(sheet.rows), _HEAD)):
        names = _names(sheet, header or [index])
        low = {name.casefold(): name for name in reversed(names) if name}
        said = plan.columns.get("period", ())
        known = [low[name] for name in PERIOD_NAMES if name in low][:1]
        period = [low.get(name.casefold(), "") for name in said] if said else known
        if not period or not all(period):
            continue
        value = _value(plan, low, names, period)
        if value is not None:
            first = header[0] if header else index
            return _Long(first, index + 1, names, tuple(period), value)
    return None


def _value(
    plan: Plan, low: dict[str, str], names: tuple[str, ...], period: list[str]
) -> str | None:
    """The name of the value column; "" if each take has its own; None if it is not here."""
    said = plan.columns.get("value", ())
    if said:
        return low.get(said[0].casefold())
    if plan.takes and all(take.value for take in plan.takes):
        return "" if all(take.value.casefold() in low for take in plan.takes) else None
    known = [low[name] for name in VALUE_NAMES if name in low]
    others = [name for name in names if name and name not in period]
    return known[0] if known else others[0] if len(others) == 1 else None


def _names(sheet: Sheet, header: list[int]) -> tuple[str, ...]:
    """The names of the columns: the texts of the header rows, one below the other.

    One without a name that holds something in the first rows is called by its number.
    """
    width = max(len(sheet.rows[row]) for row in header)
    names = []
    for column in range(width):
        parts = dict.fromkeys(as_text(sheet.cell(row, column)) for row in header)
        names.append(" ".join(part for part in parts if part))
    body = range(header[-1] + 1, min(len(sheet.rows), header[-1] + 1 + _HEAD))
    filled = {at for row in body for at, cell in enumerate(sheet.rows[row]) if cell != ""}
    return tuple(name or f"column {at + 1}" * (at in filled) for at, name in enumerate(names))


def _as_long(
    sheet: Sheet, plan: Plan, at: _Long, notes: tuple[str, ...], semicolons: bool
) -> Table:
    used = {*at.period, at.value, *plan.named}
    twice = [name for name in used if name and at.names.count(name) > 1]
    if twice:
        what = f"the column {shown(twice[0])} stands {at.names.count(twice[0])} times"
        raise Wrong(what, "rename one, or say which rows are the header")
    open_sdg = sheet.kind == "csv" and plan.file != "csv" and opensdg.is_open_sdg(at.names)
    low = {name.casefold(): name for name in reversed(at.names)}
    unit = next((low[name] for name in (*plan.columns.get("unit", ()), *UNIT_NAMES)
                 if name.casefold() in low), None)  # fmt: skip
    others = [name for name in at.names if name and name not in (*at.period, at.value, unit)]
    labels = opensdg.disaggregations(at.names) if open_sdg else tuple(dict.fromkeys(others))
    style = plan.style

    def records() -> Iterator[Record]:
        begun = False
        for index in range(at.body, len(sheet.rows)):
            filled = [cell for cell in sheet.rows[index] if cell != ""]
            if not filled:
                continue
            cells = {name: sheet.cell(index, column)
                     for column, name in enumerate(at.names) if name}  # fmt: skip
            where = f"row {sheet.numbers[index]}"
            alone = len(filled) == 1 and len(at.names) > 1
            if alone and _is_note(filled[0], as_text(cells.get(at.value, ""))):
                yield Record(where, cells, filled[0], note=True)
                continue
            period = joined([cells[name] for name in at.period], style)
            begun = begun or is_stamp(period)
            figure = as_text(cells.get(at.value, ""))
            if not begun and not _NUMBER.fullmatch(figure):  # "Unit","%" above the first figure
                yield Record(where, cells, f"{as_text(period)} {figure}".strip(), note=True)
                continue
            yield Record(where, cells, period, None)

    return Table(
        "opensdg" if open_sdg else sheet.kind, at.names, at.period, at.value, unit, labels,
        records, notes=notes, headline=open_sdg, semicolons=semicolons,
        single=tuple(name for name in labels if open_sdg and name == "Series"),
        titles=(*at.period, *_titles(sheet, at.first)),
    )  # fmt: skip


def _is_note(cell: Cell, figure: str) -> bool:
    """Whether what stands alone in its row is a remark below a table; `figure` if it is in the
    place of one. A figure whose period or label is missing must not pass as a remark."""
    return not is_number(cell) and not is_stamp(cell) and not _FIGURE.fullmatch(figure)


def joined(cells: Sequence[Cell], style: str | None) -> Cell:
    """A period that stands in several cells: 2024 and 1/4; 2024 and, under its style, 3."""
    if len(cells) == 1:
        return cells[0]
    texts = [as_text(cell) for cell in cells]
    if style in STYLES[1:4] and len(texts) == 2 and re.fullmatch("[0-9]{1,2}", texts[1]):
        return texts[0] + texts[1].zfill(2)
    return " ".join(text for text in texts if text)


# --- wide -------------------------------------------------------------------------------------


def _wide(sheet: Sheet, plan: Plan) -> list[int]:
    """The header rows of a wide table: from the first row that is no title, if it has periods."""
    for index in range(min(len(sheet.rows), _HEAD)):
        filled = [column for column, cell in enumerate(sheet.rows[index]) if cell != ""]
        stamps = [column for column in filled if is_stamp(sheet.rows[index][column])]
        if (len(filled) < 2 and not stamps) or (len(filled) == 2 and len(stamps) < 2):
            continue  # a title, or what is said of the table as "Last Updated","2026-07-01"
        if not stamps or (len(stamps) < 2 and plan.layout != "wide"):
            return []
        if stamps[0] == filled[0] and not _labelled(sheet, index + 1, stamps[0]):
            return []
        rows = [index]
        while rows[-1] + 1 < len(sheet.rows) and len(rows) < 4:
            below = [as_text(sheet.cell(rows[-1] + 1, column)) for column in stamps]
            texts = [text for text in below if text and not is_nothing(text)]
            if not texts or not all(map(_is_heading, texts)):
                break
            rows.append(rows[-1] + 1)
        return rows
    return []


def _labelled(sheet: Sheet, row: int, width: int) -> bool:
    """Whether there are labels in the first columns of a row, whose header is empty."""
    return row < len(sheet.rows) and any(as_text(sheet.cell(row, at)) for at in range(width))


def _is_heading(text: str) -> bool:
    return bool(_PART.fullmatch(text)) or not _FIGURE.fullmatch(text)


def _as_wide(
    sheet: Sheet, plan: Plan, header: list[int], notes: tuple[str, ...], semicolons: bool
) -> Table:
    """The table unfolded: for each row and each column under a period, one record."""
    width = max(len(sheet.rows[row]) for row in header)
    lines = [_filled(sheet, row, width, row != header[-1]) for row in header]
    dated = max(lines, key=lambda line: sum(map(is_stamp, line)))
    columns = [column for column in range(width) if is_stamp(dated[column])]
    if not columns:
        raise Wrong("the header rows hold no period", "say which rows are the header")
    names = _label_names(lines, columns)
    heads = {f"header {nth}": line for nth, line in enumerate(lines, 1)}
    parts = [line for line in lines if line is not dated
             and all(_PART.fullmatch(as_text(line[column])) for column in columns)]  # fmt: skip
    periods = {column: joined([dated[column], *(line[column] for line in parts[:1])], plan.style)
               for column in columns}  # fmt: skip
    titles = {column: " ".join(dict.fromkeys(as_text(line[column]) for line in lines)).strip()
              for column in columns}  # fmt: skip
    _doubt_years(sheet, header, columns, plan)
    low = {name.casefold(): name for name in names.values()}
    unit = next((low[name] for name in UNIT_NAMES if name in low), None)
    labels = [*names.values()]
    labels += [name for name, line in heads.items() if line is not dated and line not in parts]

    def records() -> Iterator[Record]:
        for index in range(header[-1] + 1, len(sheet.rows)):
            filled = [cell for cell in sheet.rows[index] if cell != ""]
            if not filled:
                continue
            own: dict[str, Cell] = {
                name: sheet.cell(index, column) for column, name in names.items()
            }
            where = f"row {sheet.numbers[index]}"
            row = sheet.rows[index]
            figures = [as_text(row[column]) for column in columns if column < len(row)]
            if len(filled) == 1 and _is_note(filled[0], "".join(figures)):
                yield Record(where, own, filled[0], note=True)
                continue
            for column in columns:
                cells = dict(own)
                cells.update((name, line[column]) for name, line in heads.items())
                cells[VALUE] = row[column] if column < len(row) else ""
                yield Record(f"{where}, {titles[column]}", cells, periods[column])

    differing = tuple(name for name in labels if name != unit)
    return Table(
        sheet.kind, (*names.values(), *heads), tuple(heads)[:1], VALUE, unit,
        differing, records, notes=notes, semicolons=semicolons, single=differing,
        titles=(*names.values(), *_titles(sheet, header[0])),
    )  # fmt: skip


def _filled(sheet: Sheet, row: int, width: int, carry: bool) -> list[Cell]:
    """A header row; what stands above several columns carries on over the empty ones."""
    cells: list[Cell] = []
    for column in range(width):
        cell = sheet.cell(row, column)
        cells.append(cells[-1] if cell == "" and carry and cells else cell)
    return cells


def _label_names(lines: list[list[Cell]], columns: list[int]) -> dict[int, str]:
    """The names of the columns that hold no figures: the lowest text of the header, each once."""
    names: dict[int, str] = {}
    for column in range(len(lines[0])):
        if column in columns:
            continue
        texts = [as_text(line[column]) for line in lines if as_text(line[column])]
        name = first = texts[-1] if texts else f"column {column + 1}"
        again = 1
        while name in names.values() or name == VALUE:
            again += 1
            name = f"{first} ({again})"
        names[column] = name
    return names


def _doubt_years(sheet: Sheet, header: list[int], columns: list[int], plan: Plan) -> None:
    """Raises Wrong where what looks like a wide table may be a long one without a header."""
    if plan.layout == "wide":
        return
    body = range(header[-1] + 1, min(len(sheet.rows), header[-1] + _HEAD))
    cells = [as_text(sheet.cell(row, column)) for column in columns for row in body]
    figures = [cell for cell in cells if not is_nothing(cell)]
    years = [cell for cell in figures if _YEAR.fullmatch(cell)]
    if figures and len(years) * 2 >= len(figures):
        what = "the figures below the periods look like years themselves"
        raise Wrong(what, 'name the columns of a long table, or say layout = "wide" in a mapping')


def _not_found(sheet: Sheet, plan: Plan, header: list[int]) -> Wrong:
    """What to say where there is no header that we know."""
    likely = [index for index, row in enumerate(sheet.rows[:_HEAD])
              if sum(cell != "" for cell in row) > 1]  # fmt: skip
    known = {*PERIOD_NAMES, *VALUE_NAMES}
    told = [index for index in likely
            if any(as_text(cell).casefold() in known for cell in sheet.rows[index])]  # fmt: skip
    index = next(iter((*told, *likely)), 0)
    rows = header or ([index] if sheet.rows else [])
    names = [name for name in _names(sheet, rows) if name] if rows else []
    listed = ", ".join(shown(name) for name in names[:12]) + (", …" if len(names) > 12 else "")
    wanted = [name for name in plan.named if name not in names]
    what = "no column of periods and of figures is known"
    remedy = "name them with --period-column and --value-column"
    low = {name.casefold(): name for name in names}
    period = _known(low, plan.columns.get("period", ()), PERIOD_NAMES)
    figures = _known(low, plan.columns.get("value", ()), VALUE_NAMES)
    if wanted:
        what = f"there is no column {shown(wanted[0])}"
    elif period is not None:
        what = f"{shown(period)} has the periods, but no column of figures is known"
        remedy = "name it with --value-column"
    elif figures is not None:
        what = f"{shown(figures)} has the figures, but no column of periods is known"
        remedy = "name it with --period-column"
    return Wrong(what, f"{remedy}; row {sheet.numbers[index]} has {listed}" if names else remedy)


def _known(low: dict[str, str], said: Sequence[str], names: Sequence[str]) -> str | None:
    """The first column of a header that was named, or else is known by its name."""
    return next((low[name.casefold()] for name in (*said, *names) if name.casefold() in low), None)
