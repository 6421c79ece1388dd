"""Columns of figures beside the periods of a wide table: which of them may be a period as well.

What is no period is left out, and so a heading that may be one is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.intake.layouts.sheet import MARKED, Sheet
from kpi.facts.intake.texts.cells import Cell, as_text, clipped
from kpi.facts.intake.texts.month_names import is_month_name
from kpi.facts.intake.texts.note_signs import UNSIGNED, sign_behind
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.sorts import meant_by, speaks_of_a_plan
from kpi.facts.keys.fields import Wrong, shown

#: A year with something behind it that is no word: 2022¹⁾, 2023f, 2024 (b), 2024*, FY2024, 2024/25.
_MAYBE = re.compile(
    r"(?:FY ?)?(?:19|20)([0-9]{2})(?:[/–-][0-9]{2,4}| ?[^\s0-9가-힣]{1,3}| ?[0-9]{1,2}\)"
    r"| ?[(\[（][^)\]）]{1,8}[)\]）])?",
    re.IGNORECASE,
)
#: A year of two digits: '22, 22년, FY22.
_SHORT = re.compile("(?:FY ?)?['’‘]?([0-9]{2})(?:년도?)?[pe]?", re.IGNORECASE)
#: A year of an era of Japan by its letter, R2 for 令和2年, and what else is seen of them there.
_ERA = re.compile(r"[RHS]\.?(?:[0-9]{1,2}|元)年?")
_IN_JAPAN = re.compile("[0-9元]年$|令和|平成|昭和")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_ABOUT_A_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9,]|\.[0-9]{3})")
#: What makes a heading that speaks of a year another thing than a figure of that year: a change, a
#: rank, a mean, a part of the year.
_OF_ANOTHER_THING = re.compile(
    r"chang|growth|increas|decreas|differ|variation|veränder|évolution|variación|since|\bvs\b|cagr"
    r"|rank|average|\bavg\b|\bmean\b|\bcode|\bid\b|=|goal|gap|\bytd\b|to date"
    r"|month|quarter|half|[1-4]-?[QHT]\b|\b[QHT][1-4]"
    r"|증감|증가|감소|대비|변화|순위|평균|합계|누계|누적|비중|차이|코드|월|분기|반기|기준",
    re.IGNORECASE,
)
#: What a first figure and an estimate have behind their period.
MARKS_BEHIND = {"provisional": "p", "estimated": "e"}
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 60  # letters of a heading of a period
_FOUR_DIGITS = "write the year with four digits, or delete the column"

_EARLIER = re.compile("1[6-8][0-9]{2}")
_LONGEST_STEP = 10  # years between two of them


def refuse_headings(sheet: Sheet, header: list[int], columns: list[int], dated: list[Cell]) -> None:
    """Raises Wrong where a heading among the periods may be one, with a mark that is not known."""
    body = sheet.below(header[-1])
    near = {(int(year[0]) + by) % 100 for column in columns for by in range(-2, 3)
            if (year := _YEAR.match(as_text(dated[column])))}  # fmt: skip
    years = {year for column in columns for year in _years_in(as_text(dated[column]))}
    headings = [as_text(cell) for cell in dated]
    for column, text in enumerate(headings):
        if column in columns:
            continue
        if column > columns[0] or _last_two(text) in near:
            _refuse_a_year(text, years, sheet, column, body)
        if _ERA.fullmatch(text) and any(map(_IN_JAPAN.search, headings)):
            raise _maybe_period(text, _FOUR_DIGITS)
        short, maybe = _SHORT.fullmatch(text), _MAYBE.fullmatch(text)
        marked = maybe and (column > columns[0] or int(maybe[1]) in near)  # 2022A before 2024E
        is_near = marked or (short and int(short[1]) in near)
        if not is_near or not _has_figures(sheet, column, body):
            continue
        if short:
            raise _maybe_period(text, _FOUR_DIGITS)
        if is_part_of_year(_YEAR.sub("", text, count=1).strip(" ()[]（）")):  # 2023(1~9월)
            remedy = "write the period that it is, such as 2024-S1, or delete the column"
            raise _maybe_period(text, remedy)
        remedy = "write p in its place if provisional, e if estimated; else delete it or the column"
        raise _maybe_period(text, UNSIGNED if sign_behind(text) else remedy)


def _maybe_period(text: str, remedy: str) -> Wrong:
    """The fault of a heading that may be a period and is not read as one."""
    return Wrong(f"{shown(text)} above figures may be a period", remedy)


def _has_figures(sheet: Sheet, column: int, body: range) -> bool:
    """Whether any of the first rows has a figure in a column; of all, where it is empty there."""
    for rows in (body, range(body.stop, len(sheet.rows))):
        texts = [text for row in rows if (text := as_text(sheet.cell(row, column)))]
        if texts:
            return any(map(MARKED.fullmatch, texts))
    return False


def _years_in(text: str) -> list[str]:
    return _ABOUT_A_YEAR.findall(text) if len(text) <= _LONGEST else []


def _last_two(text: str) -> int | None:
    years = _years_in(text)
    return int(years[0][2:]) if len(years) == 1 else None


def _refuse_a_year(text: str, years: set[str], sheet: Sheet, column: int, body: range) -> None:
    """Raises Wrong where figures stand below a heading of a year that no period has: "CY2024",
    "2024 revised", "31/12/2024". They would be left out, and those of the other years not."""
    own_years = _years_in(text)
    if len(own_years) != 1 or own_years[0] in years or _MAYBE.fullmatch(text):
        return
    another = _OF_ANOTHER_THING.search(text) or speaks_of_a_plan(text)
    if another or any(map(is_month_name, _WORD.findall(text))):
        return
    if _has_figures(sheet, column, body):
        mark = MARKS_BEHIND.get(meant_by(text.replace(own_years[0], "")) or "", "")
        remedy = f"write the period alone, such as {own_years[0]}{mark}, or delete the column"
        raise _maybe_period(text, remedy)


def passed_over(sheet: Sheet, header: int, names: dict[int, str], first: int) -> Iterator[str]:
    """What to say of columns of figures that are no period: "Jan-Sep 2025" anywhere, and all that
    stand behind the `first` period, such as "Change"."""
    body = sheet.below(header)
    headings = [name for column, name in names.items()
                if (column > first or _ABOUT_A_YEAR.search(name[:100]))
                and _has_figures(sheet, column, body)]  # fmt: skip
    if headings:
        listed = ", ".join(shown(clipped(name)) for name in headings[:5])
        yield f"not read, being no period: {listed}"


def earlier_years(dated: list[Cell], first: int) -> list[int]:
    """The columns of years before 1900, which lead up to the first period one after the other.

    Steps of more than ten years are none: 1600 before 2020 is the code of something.
    """
    after, columns = as_text(dated[first])[:4], list[int]()
    for column in range(first - 1, -1, -1) if after.isdecimal() else ():
        text = as_text(dated[column])
        if not _EARLIER.fullmatch(text) or not 0 < int(after) - int(text) <= _LONGEST_STEP:
            break
        after = text
        columns.append(column)
    return columns[::-1]
