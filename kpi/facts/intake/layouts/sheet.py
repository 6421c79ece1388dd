"""Rows of cells before anybody knows what they mean, and what long and wide tables share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kpi.facts.intake.rows import FLAGS
from kpi.facts.intake.texts.cells import Cell, Footnoted, as_text, is_nothing, is_number, unmarked
from kpi.facts.intake.texts.codes import are_flags
from kpi.facts.intake.texts.stamps import STYLES, is_stamp
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.units import MONEY
from kpi.values import dataclass, field, replace

#: Names by which the columns of a table are known, in small letters.
PERIOD_NAMES = (
    "period", "time_period", "timeperiod", "ref_date", "observation_date", "year", "date", "time",
    "prd_de", "시점", "시기", "기간", "연도", "년도", "연월", "년월", "기준시점", "기준연도",
    "기준년도",
    "조사연도", "jahr", "datum", "monat", "quartal", "zeitraum", "année", "annee", "mois",
    "trimestre", "période", "연도별", "분기별", "월별", "시점별", "기간별", "분기", "날짜", "일자",
    "기준일", "기준년월", "기준연월", "기준월", "periodo", "período", "año", "ano", "anno", "jaar",
    "年", "年次", "年份", "mês", "mes", "mese", "maand", "kwartaal", "perioden",
    "år", "måned", "månad", "kvartal", "vuosi", "kuukausi", "rok",
    "time period", "회계연도", "년", "zeit", "時間軸",
    "reference period",
)  # fmt: skip
VALUE_NAMES = (
    "value", "obs_value", "dt", "data_value", "값", "수치", "통계값", "자료값", "데이터값",
    "데이터", "관측값", "측정값", "wert", "valeur", "valor", "valore", "waarde",
    "observation value", "値", "数値", "值", "数值",
)  # fmt: skip
UNIT_NAMES = ("unit", "units", "[units]", "uom", "unit_measure", "unit_nm", "unit_name",
              "unit name", "단위", "단위명", "unit of measure", "unit_of_measure",
              "units of measure", "value_unit", "einheit", "unité")  # fmt: skip

TYPED = 120  # letters of a name or text that is listed so that a person may type it
HEAD = 60  # rows in which a header is looked for
_BODY = 60  # rows below a header by which is told what its columns hold
_LONGEST_TITLE = 500  # letters of a text above or below a table that may state its unit
#: A figure with a sign or a currency before its digits, and hardly anything behind them: $12bn, <5,
#: +0.3 %, 1 234 p). "<10 employees" is a class.
_AMOUNT = (
    rf"(?:(?:[-+−－△▲▽▼(<>≤≥~∼≈±]|약|{MONEY}) ?){{0,3}}"
    r"[0-9.,][0-9.,'’ ]*(?:[mbtr]+illions?|\D{0,6})"
)
AMOUNT = re.compile(_AMOUNT, re.IGNORECASE)
#: A text that begins as a figure does.
FIGURE = re.compile(rf"[-−－△▲(]? ?[0-9.,]+.*|{_AMOUNT}", re.IGNORECASE)
#: A year and its figure in one cell, of a row that is divided by another sign than the others.
RUN_TOGETHER = re.compile(r"(?:19|20)[0-9]{2}(?: |[,;|\t] ?)[-−]?[0-9][0-9.,]*%?")
#: A figure with a mark or two behind it, as they stand below a heading: 6.4p, 1,250 (b).
MARKED = re.compile(r"[-−△▲(]?[0-9][0-9.,]*[^0-9]{0,4}")
_LEGEND = ["Símbolo", "Significado"]
_NUMBER = re.compile(r"[-−]?[0-9][0-9., ]*%?")
_THOUSANDS = re.compile(r"[-+−]?[1-9][0-9]{0,2},[0-9]{3}(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, each with its number in the file, and how they were read."""

    kind: str
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    merged: dict[tuple[int, int], Cell] = field(default_factory=dict)  # what merged cells cover
    name: str = ""  # of one sheet of a workbook
    notes: tuple[str, ...] = ()  # how it was read, where that was a choice
    comma_free: bool = False  # no comma divides the cells: in a figure it may begin decimals

    def cell(self, row: int, column: int) -> Cell:
        """A cell; that of the merged cell which covers it; "" beyond the row's end."""
        if (row, column) in self.merged:
            return self.merged[row, column]
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def below(self, header: int) -> range:
        """The first rows below one, by which is told what the columns under it hold."""
        return range(header + 1, min(len(self.rows), header + 1 + _BODY))

    def spans(self, row: int, column: int) -> bool:
        """Whether a cell belongs to a merged one that covers others above or below it."""
        if not self.merged.get((row, column)):
            return False
        covered = (row, row + 1) if (row + 1, column) in self.merged else (row,)
        return any(
            column >= len(self.rows[index]) or self.rows[index][column] == "" for index in covered
        )

    def reaches(self, row: int, column: int) -> bool:
        """Whether the content of a cell stands in one that is merged over the next column, too."""
        beside = self.merged.get((row, column + 1), "")
        cells = self.rows[row]
        empty = column + 1 >= len(cells) or cells[column + 1] == ""
        return (row, column) in self.merged and empty and beside == cells[column] != ""


def shared(sheet: Sheet, row: int, column: int, beside: bool) -> Wrong | None:
    """The fault of a figure that stands in a cell which is merged over several rows, or over
    several periods where there is one `beside` it."""
    remedy = "divide the cell in the spreadsheet"
    if beside and sheet.reaches(row, column):
        return Wrong("the figure stands in a cell that is merged over several periods", remedy)
    down = (row + 1, column) in sheet.merged or (row - 1, column) in sheet.merged
    if down and not is_nothing(as_text(sheet.cell(row, column))) and sheet.spans(row, column):
        return Wrong("the figure stands in a cell that is merged over several rows", remedy)
    return None


def column_names(sheet: Sheet, header: Sequence[int]) -> tuple[str, ...]:
    """The names of the columns: the texts of the header rows, one below the other."""
    width = max(len(sheet.rows[row]) for row in header)
    if len(header) == 1 and not sheet.merged:  # as of most, and each row may be tried as one
        return tuple(map(as_text, sheet.rows[header[0]]))
    names = []
    for column in range(width):
        parts = dict.fromkeys(as_text(sheet.cell(row, column)) for row in header)
        names.append(" ".join(part for part in parts if part))
    return tuple(names)


def numbered(
    sheet: Sheet, header: Sequence[int], named: tuple[str, ...], whole: bool = False
) -> tuple[str, ...]:
    """The names, those without one that hold something in the first rows called by their number;
    or in any row, of the `whole` table.

    One that holds nothing but letters such as e and p is one of flags, whatever is left of it; of
    several, and beside one of several columns of figures, each has the flags of that left of it.
    """
    rows = sheet.below(header[-1])
    open_ = [nth for nth, name in enumerate(named) if name in ("", *named[nth - 1 : nth])]
    beside = _filled_in(sheet, rows, open_)
    if whole and (late := [column for column in open_ if column not in beside]):
        beside |= _filled_in(sheet, range(rows.stop, len(sheet.rows)), late)
    flags = [column for column, texts in beside.items() if all(map(are_flags, texts))]
    given = {column: f"column {column + 1}" for column in beside if not named[column]}
    given |= dict.fromkeys((column for column in open_ if whole and column not in beside), "")
    figures = [column for column in range(len(named) if flags else 0) if named[column]
               and column not in flags and _has_figures(sheet, rows, column)]  # fmt: skip
    if len(flags) == 1 and (not figures[1:] or flags[0] - 1 not in figures) and FLAGS not in named:
        given[flags[0]] = FLAGS
    elif flags:
        owned = {column: f"{named[column - 1]} flag" for column in flags if column - 1 in figures}
        given |= {column: name for column, name in owned.items() if name not in named}
    return tuple(given.get(column, name) for column, name in enumerate(named))


def _filled_in(sheet: Sheet, rows: Iterable[int], columns: Sequence[int]) -> dict[int, list[str]]:
    """What stands in some columns of some rows, by its column; none where that is empty."""
    texts: dict[int, list[str]] = {}
    for row in rows if columns else ():
        cells = sheet.rows[row]
        for column in columns:
            if column < len(cells) and cells[column] != "":
                texts.setdefault(column, []).append(as_text(cells[column]))
    return texts


def _has_figures(sheet: Sheet, rows: Iterable[int], column: int) -> bool:
    """Whether one of the first cells of a column is a figure, and no period."""
    cells = (sheet.cell(row, column) for row in rows)
    return any(MARKED.fullmatch(as_text(cell)) and not is_stamp(cell) for cell in cells)


def unit_column(
    sheet: Sheet, header: int, by_name: Mapping[str, str], places: Mapping[str, int], *chosen: str
) -> str | None:
    """The column that states the unit, what was `chosen` before those that are called so, and of
    several the first that begins with a word: the BIS has 628 under UNIT_MEASURE, and "Index, 2010
    = 100" under its label. `by_name` are the columns by their names in small letters."""
    columns = [by_name[name] for name in (*chosen, *UNIT_NAMES) if name in by_name]
    rows = sheet.below(header)
    for name in columns:
        cells = (as_text(sheet.cell(row, places[name])) for row in rows if name in places)
        if not next(filter(None, cells), "").isdecimal():
            return name
    return next(iter(columns), None)


def titles_of(sheet: Sheet, first: int) -> tuple[str, ...]:
    """The name of the sheet; the texts above a header: each cell, and each row as a whole; and what
    stands alone in one of the last rows."""
    titles = [sheet.name] if sheet.name else []
    for row in sheet.rows[:first]:
        texts = [as_text(cell) for cell in row if cell != ""]
        titles += [*texts, " ".join(texts)]
    for row in sheet.rows[first + 1 :][-HEAD:]:
        filled = [cell for cell in row if cell != ""]
        titles += [as_text(cell) for cell in filled if len(filled) == 1 and not is_number(cell)]
    return tuple(dict.fromkeys(text for text in titles if len(text) <= _LONGEST_TITLE))


def is_title(sheet: Sheet, row: int, filled: Sequence[int]) -> bool:
    """Whether the texts of a row stand over the labels of a wide table alone, as a title in three
    languages does: the next periods stand right of them, and before those there is no figure."""
    for cells in sheet.rows[row : row + HEAD]:
        stamps = [column for column, cell in enumerate(cells) if is_stamp(cell)]
        if len(stamps) > 1:
            return stamps[0] > filled[-1]
        if any(is_number(cell) or _NUMBER.fullmatch(as_text(cell)) for cell in cells):
            return False
    return False


def beyond(sheet: Sheet, row: int, width: int, column: int | None = None) -> Wrong | None:
    """The fault of a row of a CSV file that has more cells than its header: 12,345 without quotes.

    Empty ones are left by a comma at the end, unless the figure in `column` is 12 and the next cell
    345. A spreadsheet may have remarks there.
    """
    cells = sheet.rows[row]
    if sheet.kind != "csv" or len(cells) <= width:
        return None
    divided = column is not None and _THOUSANDS.fullmatch(
        ",".join(map(as_text, cells[column : column + 2]))
    )
    if all(cell == "" for cell in cells[width:]) and not divided:
        return None
    remedy = "put a figure with a comma between quotation marks, or name the column"
    return Wrong(f"the row has {len(cells)} cells and the header {width}", remedy)


def without_legend(sheet: Sheet) -> Sheet:
    """The rows with each of the legend below a table of Brazil's SIDRA in a single cell, as other
    remarks stand: "-" is no item, and "Zero absoluto" no figure of it."""
    begins = next((index for index, row in enumerate(sheet.rows)
                   if [as_text(cell) for cell in row if cell != ""] == _LEGEND), None)  # fmt: skip
    if begins is None:
        return sheet
    rows = list(sheet.rows)
    for index in range(begins, len(rows)):
        filled = [as_text(cell) for cell in rows[index] if cell != ""]
        if len(filled) == len(_LEGEND) and not FIGURE.fullmatch(filled[1]):
            rows[index] = [": ".join(filled)]
    return replace(sheet, rows=rows)


def is_note(cell: Cell, figure: str) -> bool:
    """Whether what stands alone in its row is a remark below a table; `figure` if it is in the
    place of one. A figure whose period or label is missing must not pass as a remark."""
    return not is_number(cell) and not is_stamp(cell) and not FIGURE.fullmatch(figure)


def is_legend(filled: Sequence[Cell]) -> bool:
    """Whether a row holds nothing but a mark and what it means: ":" and "not available", "b" and
    "break in time series". In whatever column that stands, it is no figure."""
    if len(filled) != 2:
        return False
    mark, words = map(as_text, filled)
    if not (is_nothing(mark) or are_flags(mark)) or is_nothing(words) or are_flags(words):
        return False
    return not FIGURE.fullmatch(words) and any(map(str.isalpha, words))


def joined(cells: Sequence[Cell], style: str | None) -> Cell:
    """A period that stands in several cells: 2024 and 1/4; 2024 and, under its style, 3; a day.

    >>> joined(["2024", "1/4"], None), joined(["2024년", "3"], "month"), joined([2024, 5], "week")
    ('2024 1/4', '202403', '2024-W05')
    >>> joined([2024, 5, 31], None), joined(["2026년p", "1월"], None)
    ('2024-05-31', '2026년 1월 p')
    """
    if len(cells) == 1:
        return cells[0]
    texts = [as_text(cell) for cell in cells]
    bare, _ = unmarked(texts[0])
    if bare != texts[0]:
        return f"{joined([bare, *texts[1:]], style)} {texts[0][len(bare) :].lstrip()}"
    if isinstance(cells[0], Footnoted):
        return Footnoted.of(as_text(joined(texts, style)), cells[0].footnote)
    if style in STYLES[1:5] and len(texts) == 2 and re.fullmatch("[0-9]{1,2}", texts[1]):
        between = "-W" if style == "week" else ""
        return re.sub(" ?년도?$", "", texts[0]) + between + texts[1].zfill(2)
    if len(texts) == 3 and re.fullmatch("[0-9]{4} [0-9]{1,2} [0-9]{1,2}", " ".join(texts)):
        return "-".join(text.zfill(2) for text in texts)
    return " ".join(text for text in texts if text)


def having(label: str, texts: Iterable[str]) -> str:
    """What a column has, for a person who is to type one of the texts.

    >>> having("Sex", ["Female", "Male"])
    'Sex has "Female", "Male"'
    """
    return f"{label} has {', '.join(shown(text, TYPED) for text in texts)}"
