"""Wide tables, with a column for each period below one or more header rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kpi.facts.intake.layouts.beside_periods import earlier_years, passed_over, refuse_headings
from kpi.facts.intake.layouts.flag_columns import (
    flag,
    flag_columns,
    mark,
    name_of_marks,
    rows_of_marks,
)
from kpi.facts.intake.layouts.months_across import refuse_turned
from kpi.facts.intake.layouts.sheet import (
    MARKED,
    Sheet,
    beyond,
    is_legend,
    is_note,
    joined,
    shared,
    titles_of,
    unit_column,
)
from kpi.facts.intake.layouts.wide_headers import YEARS, are_parts
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import FLAGS, VALUE, Record, Table
from kpi.facts.intake.texts.cells import Cell, as_text, clipped, is_nothing
from kpi.facts.intake.texts.codes import are_flags
from kpi.facts.intake.texts.sorts import status_in_words
from kpi.facts.intake.texts.stamps import is_stamp
from kpi.facts.keys.fields import Wrong, shown
from kpi.values import dataclass

_YEAR = re.compile("(?:19|20)[0-9]{2}")
#: More columns of words no table has; each of them is looked at for every figure of its row.
_MOST_LABELS = 50


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where everything of a wide table stands. Columns and rows are numbered from 0."""

    sheet: Sheet
    header: list[int]  # its rows
    lines: list[list[Cell]]  # those rows, filled
    dated: list[Cell]  # the one of them that holds the periods
    columns: list[int]  # of the figures
    flags: dict[int, int]  # of the columns of figures those of their flags
    names: dict[int, str]  # of all columns that hold no figures, and what they are called
    keys: dict[int, list[str]]  # of those that hold several keys at once
    marks: dict[int, int]  # of the rows of figures those of their marks
    marks_name: str

    @property
    def heads(self) -> dict[str, list[Cell]]:
        """The header rows by the names under which each figure has a cell of them."""
        return {f"header {nth}": line for nth, line in enumerate(self.lines, 1)}

    @property
    def parts(self) -> list[list[Cell]]:
        """The header rows that hold second halves of periods, and nothing else."""
        return [line for line in self.lines if line is not self.dated
                and are_parts([as_text(line[column]) for column in self.columns])]  # fmt: skip


def as_table(sheet: Sheet, plan: Plan, header: list[int]) -> Table:
    """The table unfolded: for each row and each column under a period, one record."""
    grid = _grid(sheet, header)
    names, columns, dated, parts = grid.names, grid.columns, grid.dated, grid.parts
    _refuse_years(sheet, header, columns, plan)
    refuse_headings(sheet, header, columns, dated)
    _refuse_above(sheet, header[0], columns[0])
    _refuse_between(sheet, header[-1], names, columns)
    _refuse_nameless(sheet, header[-1], grid.lines, names, columns[0])
    _refuse_turned(grid)
    own_names = [*names.values(), *chain.from_iterable(grid.keys.values())]
    by_name = {name.casefold(): name for name in own_names}
    places = {name: column for column, name in names.items()}
    unit = unit_column(sheet, header[-1], by_name, places)
    labels = [name for column, name in names.items() if column not in grid.keys]
    labels += chain.from_iterable(grid.keys.values())
    labels += [name for name, line in grid.heads.items() if line is not dated and line not in parts]
    flags = ([FLAGS] if grid.flags else []), ([grid.marks_name] if grid.marks else [])
    differing = tuple(name for name in labels if name != unit)
    dating = tuple(name for name, line in grid.heads.items() if line is dated)
    return Table(
        sheet.kind, (*own_names, *grid.heads, *chain.from_iterable(flags)), dating, VALUE,
        unit, (*differing, *flags[1]), lambda: _records(grid, plan),
        notes=(*sheet.notes, *passed_over(sheet, header[-1], names, columns[0])),
        single=differing, titles=(*names.values(), *titles_of(sheet, header[0])),
        comma_free=sheet.comma_free,
    )  # fmt: skip


def _grid(sheet: Sheet, header: list[int]) -> _Grid:
    """Where everything stands. Raises Wrong if there is no period, or if no table has so much."""
    width = max(len(sheet.rows[row]) for row in header)
    lines = [_filled(sheet, row, width, row != header[-1]) for row in header]
    dated = max(lines, key=lambda line: sum(map(is_stamp, line)))
    columns = [column for column in range(width) if is_stamp(dated[column])]
    if not columns:
        raise Wrong("the header rows hold no period", "say which rows are the header")
    flags = flag_columns(sheet, header, lines, columns)
    beside = set(flags.values())
    earlier = earlier_years(dated, columns[0])
    columns = [*earlier, *(column for column in columns if column not in beside)]
    names = _label_names(lines, beside.union(columns))
    filled = {column for row in sheet.rows for column, cell in enumerate(row) if cell != ""}
    names = {column: name for column, name in names.items() if column in filled}
    if len(names) > _MOST_LABELS:
        what = f"{len(names):,} columns stand without a period beside those of figures"
        raise Wrong(what, "delete those that say nothing of the figures")
    keys = {column: corner[1].split(",") for column, name in names.items()
            if (corner := _KEYS.fullmatch(name))}  # fmt: skip
    marks = rows_of_marks(sheet, header[-1], names, columns)
    marks_name = name_of_marks(sheet, marks, names)
    return _Grid(sheet, header, lines, dated, columns, flags, names, keys, marks, marks_name)


def _records(grid: _Grid, plan: Plan) -> Iterator[Record]:
    """A record for each figure, row by row, and one for each remark that stands alone in a row."""
    sheet, columns, dated, heads = grid.sheet, grid.columns, grid.dated, grid.heads
    halves, marks = grid.parts[:1], set(grid.marks.values())
    periods = {column: joined([dated[column], *(line[column] for line in halves)], plan.style)
               for column in columns}  # fmt: skip
    titles = {column: clipped(" ".join(dict.fromkeys(as_text(line[column]) for line in grid.lines)))
              for column in columns}  # fmt: skip
    width = max([len(dated), *(column + 1 for column in grid.flags.values())])
    for index in range(grid.header[-1] + 1, len(sheet.rows)):
        row = sheet.rows[index]
        filled = [cell for cell in row if cell != ""]
        if not filled or index in marks:
            continue
        labels = _labels(grid, index)
        where = f"row {sheet.numbers[index]}"
        figures = [as_text(row[column]) for column in columns if column < len(row)]
        if len(filled) == 1 and is_note(filled[0], "".join(figures)):
            yield Record(where, labels, filled[0], note=True)
            continue
        if is_legend(filled):
            yield Record(where, labels, " = ".join(map(as_text, filled)), note=True)
            continue
        problem = beyond(sheet, index, width)
        if problem is None and plan.layout != "wide":
            problem = _another_header(sheet, index, columns, dated)
        for column in columns:
            cells = labels | {name: line[column] for name, line in heads.items()}
            cells[VALUE] = row[column] if column < len(row) else ""
            if grid.flags:  # not behind the figure: a number would lose what its format says
                cells[FLAGS] = flag(sheet, index, grid.flags, column)
            if index in grid.marks:
                cells[grid.marks_name] = mark(sheet, grid.marks[index], column)
            own_problem = problem
            if sheet.merged:
                own_problem = shared(sheet, index, column, column + 1 in periods) or problem
            yield Record(f"{where}, {titles[column]}", cells, periods[column], problem=own_problem)


def _labels(grid: _Grid, row: int) -> dict[str, Cell]:
    """What a row says beside its figures, also key by key where a cell holds several."""
    labels = {name: grid.sheet.cell(row, column) for column, name in grid.names.items()}
    for column, keys in grid.keys.items():
        labels.update(zip(keys, as_text(labels[grid.names[column]]).split(","), strict=False))
    return labels


#: The corner of a table of Eurostat, whose first column holds several keys: freq,unit,geo.
_KEYS = re.compile(r"([a-z_0-9]+(?:,[a-z_0-9]+)*)\\TIME(?:_PERIOD)?", re.IGNORECASE)


def _another_header(sheet: Sheet, row: int, columns: list[int], dated: list[Cell]) -> Wrong | None:
    """The fault of a row that is the header of a second table below the first: 2022, 2023, 2024."""
    cells = sheet.rows[row]
    pairs = [(cells[column], dated[column]) for column in columns
             if column < len(cells) and cells[column] != ""]  # fmt: skip
    if len(pairs) < 2 or not all(YEARS.fullmatch(as_text(cell)) for cell, _ in pairs):
        return None
    if all(as_text(cell) == as_text(above) for cell, above in pairs):
        return None  # a header said again, whose periods are the same: its years are no figures
    listed = ", ".join(as_text(cell) for cell, _ in pairs[:4])
    what = f"the row is another header ({listed})"
    return Wrong(what, "import what stands below it as a file of its own")


def _refuse_turned(grid: _Grid) -> None:
    """Raises Wrong where the months below a year go on beyond its end: April to March."""
    for line in grid.parts[:1]:
        below: dict[str, list[str]] = {}
        for column in grid.columns:
            below.setdefault(as_text(grid.dated[column]), []).append(as_text(line[column]))
        for names in below.values():
            refuse_turned(names)


def _refuse_above(sheet: Sheet, header: int, first: int) -> None:
    """Raises Wrong where a word such as "Forecast" stands alone above the periods: above which?"""
    for row in sheet.rows[:header]:
        for cell in row[first:]:
            if status_in_words(as_text(cell)) is not None:
                remedy = "write it behind each period that it is about, as 2024e, and delete it"
                raise Wrong(f"{shown(as_text(cell))} stands above some of the periods", remedy)


def _refuse_between(sheet: Sheet, header: int, names: dict[int, str], columns: list[int]) -> None:
    """Raises Wrong where words stand between the periods: those of a second table beside the first.

    Its figures would be those of the rows of the first.
    """
    between = [column for column in names if columns[0] < column < columns[-1]]
    body = sheet.below(header)
    texts = (as_text(sheet.cell(row, column)) for column in between for row in body)
    for text in texts:
        figure = text.lstrip("+-−△▲( ")[:1].isdigit() or is_nothing(text) or are_flags(text)
        if not figure and any(map(str.isalpha, text)):
            remedy = "import a second table as a file of its own, or delete the column"
            raise Wrong(f"{shown(text)} stands in a column between the periods", remedy)


def _refuse_nameless(
    sheet: Sheet, header: int, lines: list[list[Cell]], names: dict[int, str], first: int
) -> None:
    """Raises Wrong for a column of figures behind the first period that has no heading.

    The period before it may be meant to stand above both, so that its own figure is one of two.
    """
    body = sheet.below(header)
    for column in names:
        if column < first or any(as_text(line[column]) for line in lines):
            continue
        texts = [text for row in body if not is_nothing(text := as_text(sheet.cell(row, column)))]
        if texts and sum(bool(MARKED.fullmatch(text)) for text in texts) * 2 >= len(texts):
            what = f"column {column + 1} has figures such as {shown(texts[0])} and no heading"
            raise Wrong(what, "write its heading into the file, or delete the column")


def _filled(sheet: Sheet, row: int, width: int, carry: bool) -> list[Cell]:
    """A header row; what stands above several columns carries on over the empty ones."""
    cells: list[Cell] = []
    for column in range(width):
        cell = sheet.cell(row, column)
        cells.append(cells[-1] if cell == "" and carry and cells else cell)
    return cells


def _label_names(lines: list[list[Cell]], columns: set[int]) -> dict[int, str]:
    """The names of the columns that hold no figures: the lowest text of the header, each once."""
    names: dict[int, str] = {}
    taken = {VALUE, FLAGS}
    times: dict[str, int] = {}  # how often a text was numbered: a thousand columns may have one
    for column in range(len(lines[0])):
        if column in columns:
            continue
        texts = [as_text(line[column]) for line in lines if as_text(line[column])]
        name = first = texts[-1] if texts else f"column {column + 1}"
        again = times.get(first, 1)
        while name in taken:
            again += 1
            name = f"{first} ({again})"
        times[first] = again
        taken.add(name)
        names[column] = name
    return names


def _refuse_years(sheet: Sheet, header: list[int], columns: list[int], plan: Plan) -> None:
    """Raises Wrong where what looks like a wide table may be a long one without a header."""
    if plan.layout == "wide":
        return
    body = sheet.below(header[-1])
    cells = [as_text(sheet.cell(row, column)) for column in columns for row in body]
    figures = [cell for cell in cells if not is_nothing(cell)]
    years = [cell for cell in figures if _YEAR.fullmatch(cell)]
    if figures and len(years) * 2 >= len(figures):
        what = "the figures below the periods look like years themselves"
        raise Wrong(what, 'name the columns of a long table, or say layout = "wide" in a mapping')
