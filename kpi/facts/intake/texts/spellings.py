"""Periods whose year is written in another way, in the words that are read: 3Q23, Mar-23, 令和5年.

Only where nothing else can be meant. Nothing is said of FY2023 and 令和5年度, which are no calendar
years, nor of "Mar 23", which may be a day.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.facts.intake.texts.cells import Cell, as_text, narrowed, unmarked
from kpi.facts.intake.texts.sorts import meant_by

#: '23.12월 and '24년 1/4분기, as ministries write them; '22 alone may be a number.
_SHORT = re.compile("['‘’](?=[0-4][0-9](?:[.]|년 ?) ?[0-9]{1,2}(?:월|/4|분기))")
#: A quarter or a half and the last digits of its year: 3Q23, Q3'23, 1H-23, 23Q1, '23.1Q. Of letters
#: that begin a code as well, only those with an apostrophe or without anything between.
_PART_FIRST = re.compile(
    r"(?:(?P<part>[1-4][QT]|[12][HS])[-./ ]?['‘’]?|(?P<named>Q[1-4]|H[12])(?:[-/ ]['‘’]?|['‘’])"
    r"|(?P<coded>T[1-4]|S[12])['‘’])(?P<year>[0-9]{2})",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"['‘’]?(?P<year>[0-9]{2})[-. ]?(?P<part>[1-4]Q|[12]H|Q[1-4]|H[12])", re.IGNORECASE
)
#: A month by its name: Mar-23, as spreadsheets show it, and Mar '23.
_MONTH_FIRST = re.compile(r"(?P<part>[^\W\d_]{3,10})\.?(?:-['‘’]?| ?['‘’])(?P<year>[0-9]{2})")
#: A quarter of Spain's INE: 2024TIII.
_TRIMESTRE = re.compile("(?P<year>(?:19|20)[0-9]{2})T(?P<nth>IV|I{1,3})")
_PIVOT = 50  # two digits below it are of this century

#: The first year of an era, less one.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_ERA = re.compile(rf"({'|'.join(_ERAS)}) ?(元|[0-9]{{1,3}})(?=年|$)")
_FAO = re.compile("Y(?=(?:19|20)[0-9]{2}$)")  # Y2022 of its wide tables; Y2022F are its flags
#: A forecast, as brokers and banks mark it; a small f may be a footnote.
_FORECAST = re.compile(r"(?P<period>[0-9].*?) ?(?:F|\(F\))")
#: A year and the sort of its figures: 2024년 예산, 2023 (actual), 2025(전망).
_SORTED = re.compile(
    r"(?P<period>(?:19|20)[0-9]{2}(?:년도?)?)"
    r"(?: ?[(\[](?P<within>[^()\[\]0-9]{2,20})[)\]]| (?P<behind>[^\W\d_]{2,20})\.?|(?P<draft>안))"
)
#: A draft of it, as of a budget that is not voted: 2024년(안), 2024년 예산(안).
_DRAFT = re.compile(r" ?[(\[]안[)\]]$")
_PERIOD = re.compile(r"(?:19|20)[0-9]{2}(?:[- .]?[QH][1-4])?|[1-4][QH] ?(?:20)?[0-9]{2}")


def period_text(cell: Cell) -> tuple[str, str | None]:
    """The text of a period and the status that a mark behind it means.

    >>> period_text("2021.0"), period_text("202106.0"), period_text("2021.1")
    (('2021', None), ('202106', None), ('2021.1', None))
    >>> period_text("3Q23"), period_text("令和5年"), period_text("2025F"), period_text("2024 p)")
    (('3Q 2023', None), ('2023年', None), ('2025', 'estimated'), ('2024', 'provisional'))
    """
    return _read(as_text(cell))


@lru_cache(maxsize=1 << 15)  # rows of regions and classes have the same few periods
def _read(text: str) -> tuple[str, str | None]:
    text = narrowed(text)
    if text[:4].isdigit() and text[-1:].isdigit():  # as most are
        whole = text.removesuffix(".0")  # of a column of numbers that had a gap: 2021.0
        return (whole if whole.isdigit() else text), None
    if quarter := _TRIMESTRE.fullmatch(text):
        return f"{quarter['year']}-Q{('I', 'II', 'III', 'IV').index(quarter['nth']) + 1}", None
    text, status = unmarked(_SHORT.sub("20", text, count=1))
    forecast = _FORECAST.fullmatch(text) if status is None else None
    if forecast and _PERIOD.fullmatch(forecast["period"]):
        text, status = forecast["period"], "estimated"
    worded = _SORTED.fullmatch(_DRAFT.sub("안", text)) if status is None else None
    sort = worded and meant_by(worded["within"] or worded["behind"] or "계획")
    if worded and sort:
        text, status = worded["period"], sort
    return _with_year(text), status


def in_our_years(text: str) -> str:
    """A text with the years that it counts from an era in our numbers.

    >>> in_our_years("指数（令和2年=100）"), in_our_years("平成元年")
    ('指数（2020年=100）', '1989年')
    """
    return _ERA.sub(_our_year, text)


def _our_year(match: re.Match[str]) -> str:
    """The year in our numbers of one that is counted from an era: 2023 of 令和5."""
    nth = 1 if match[2] == "元" else int(match[2])
    return str(_ERAS[match[1]] + nth)


def _with_year(text: str) -> str:
    """The text with four digits for its year, where it has two or counts from an era."""
    if text[:1] == "Y":
        return _FAO.sub("", text)
    if era := _ERA.match(text):
        return f"{_our_year(era)}{text[era.end() :]}"
    for pattern in (_PART_FIRST, _YEAR_FIRST, _MONTH_FIRST):
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            part = parts["part"] or parts.get("named") or parts.get("coded")
            year = int(parts["year"])
            return f"{part} {year + (2000 if year < _PIVOT else 1900)}"
    return text
