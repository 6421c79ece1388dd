"""The one column of a long table that holds figures, where no name tells which it is.

`Entity,Code,Year,Share of electricity`: words, periods, and figures. Codes are numbers as well, and
so a column is taken only if it changes while all words beside it stay, as no code does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kpi.facts.intake.layouts.day_orders import is_day
from kpi.facts.intake.layouts.sheet import Sheet
from kpi.facts.intake.texts.cells import as_text, is_nothing
from kpi.facts.intake.texts.sorts import speaks_of_a_plan
from kpi.facts.intake.texts.stamps import is_stamp

_NOTE = r"(?: ?\(.*\)| ?%)?"  # the unit behind a name
_BEFORE = "(?:전년|전기|전월|전분기) ?(?:동기|동월|동분기)? ?(?:대비|비)"
#: Names of columns that hold something about figures: ranks, errors, changes, how many were asked.
_NO_FIGURE = re.compile(
    r"(?i:(?:.*[_ ])?rank(?:ing)?"
    r"|n|no\.?|s\.?e\.?|std\.?(?: ?(?:err|dev)\w*)?\.?|standard (?:error|deviation)"
    r"|(?:[0-9]{2} ?% ?)?(?:ci ?)?(?:upper|lower)(?: ?(?:bound|limit|ci))?|r\.?s\.?e\.?"
    r"|sample(?: size)?|respondents|weight|cv"
    r"|(?:(?:(?:annual|yearly|monthly) )?(?:%|pct\.?|percent(?:age)?)? ?(?:change|growth)(?: rate)?"
    r"|(?:y/y|y-o-y|yoy|q/q|q-o-q|qoq|m/m|mom)(?: (?:change|growth|rate))?"
    r"|(?:year|quarter|month)[- ](?:on|over)[- ](?:year|quarter|month)(?: (?:change|growth|rate))?"
    r"|(?:absolute |net |relative )?(?:difference|variation|delta)|gap(?: to (?:target|goal))?"
    rf"|veränderung|différence|évolution|variación){_NOTE})"
    r"|.*순위|표본(?:수|오차)?|(?:상대)?표준오차|응답자 ?수"
    rf"|(?:{_BEFORE}|차이|격차|목표 ?대비"
    rf"|(?:{_BEFORE} ?)?(?:증감|증가|상승|성장)[률율액폭]?){_NOTE}"
)
#: Names of columns of numbers that count nothing.
_CODE = re.compile(
    r"(?i:.*\b(?:codes?|ids?|keys?|numbers?(?! of\b)|nos?|nr|series|index|order|line|row|page"
    r"|version|decimals|m49|iso|fips|nuts|zip|isic|nace|hs|sic|lat|lon|latitude|longitude)\b.*"
    r"|.*[_-](?:id|code|no)|unnamed.*|#)|.*(?:코드|번호|순번|연번|우편번호)"
)
_FIGURE = re.compile(r"[-−+]?[0-9][0-9.,]*(?:[eE][-+]?[0-9]+)?(?: ?%)?(?: ?\(?[A-Za-z]{1,2}\)?)?")
_DIGIT = re.compile("[0-9]")
_LEAST = 3  # figures, by which a column is known
_MOST = 30_000  # rows: an import takes no more figures


def is_beside_figures(name: str) -> bool:
    """Whether a column is called as one of ranks, errors or changes, or of a plan.

    >>> [is_beside_figures(name) for name in ("Rank", "Change (%)", "순위", "Rate", "Target")]
    [True, True, True, False, True]
    """
    return bool(_NO_FIGURE.fullmatch(name)) or speaks_of_a_plan(name)


def only_figures(
    sheet: Sheet, header: int, named: tuple[str, ...], period: Sequence[str], others: list[str]
) -> str | None:
    """The only column of figures among `others`, all of which else hold words; None if it is not
    clear that it holds figures, and no codes. Of more rows than anybody records it is not asked."""
    if len(sheet.rows) - header > _MOST:
        return None
    rows = [row for row in range(header + 1, len(sheet.rows))
            if all(is_stamp(sheet.cell(row, named.index(name))) for name in period)]  # fmt: skip
    texts = {name: [as_text(sheet.cell(row, named.index(name))).strip() for row in rows]
             for name in others if named.count(name) == 1}  # fmt: skip
    if len(texts) != len(others):
        return None
    texts = {name: column for name, column in texts.items()
             if not any(column) or not all(is_day(text) for text in column if text)}  # fmt: skip
    numbers = [name for name, column in texts.items() if any(map(_DIGIT.search, column))]
    if len(numbers) > 1 and others[-1].casefold() == "total":  # of Spain's INE, beside "01 Madrid"
        numbers = [name for name in numbers if any(map(_FIGURE.fullmatch, texts[name]))]
    if len(numbers) != 1 or is_stamp(numbers[0]):
        return None
    name = numbers[0]
    figures = texts.pop(name)
    if is_beside_figures(name) or _CODE.fullmatch(name):
        return None
    if not all(_FIGURE.fullmatch(text) or is_nothing(text) for text in figures):
        return None
    labels = list(zip(*texts.values(), strict=True)) if texts else [()] * len(figures)
    given = [
        (label, text) for label, text in zip(labels, figures, strict=True) if not is_nothing(text)
    ]
    changing = len({label for label, _ in given}) < len(set(given))
    whole = [int(text) for _, text in given if text.isdecimal()]
    counted = len(whole) == len(given) and _is_counted(whole)
    return name if len(given) >= _LEAST and changing and not counted else None


def _is_counted(numbers: list[int]) -> bool:
    """Whether numbers only count the rows: 1, 2, 3."""
    return all(after == before + 1 for before, after in pairwise(numbers))
