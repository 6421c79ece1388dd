"""The unit that a table states outside a column of units: above itself, or behind a name.

Offices write "(단위: 백만원)" above a table, "투자액(백만원)" or "Spent, EUR m" over a column or
beside a row. Only what surely is a unit is taken for one: money, per cent, a count in thousands, or
what the target counts. Anything else in brackets ("계절조정", "10+ employees") is left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.facts.intake.texts.unit_spellings import as_counted
from kpi.facts.quantities.units import counts_alike, without_size

#: "단위: 천명, %", "Unit: EUR m". Without a colon only in Korean, where "단위" alone begins it.
_SAID = re.compile(
    r"(?:\b(?:units?|unit of measure|einheit|einheiten|unité|unités) ?[:：]|단위 ?[:：;]?)"
    r" ?([^()\[\]]*(?:\([^()]*\))?[^()\[\]]*)",
    re.IGNORECASE,
)
_MOST_UNITS = 12  # of which one table states several
_KOREAN_MONEY = re.compile("[만억조] ?(?:원|달러|미?불)")
_DIVIDED = re.compile(r",(?![0-9]{3}(?![0-9]))|[，·;、]| 및 ")
_BRACKETS = re.compile(r"[(\[（［]([^()\[\]（）［］]+)[)\]）］]")
#: What stands behind the last comma, dash or "in": "Expenditure, EUR m", "Umsatz in Mio. EUR".
_TAIL = re.compile(r".*(?:[,–—:|]| - | in | en ) ?(.+)", re.IGNORECASE)
#: A size without what is counted.
_SIZE = re.compile(
    r"(?:in |en )?(thousands?|millions?|billions?|trillions?|[십백천]?[만억조]|천)(?: ?단위)?",
    re.IGNORECASE,
)


def stated_in(text: str, unit: str, *, title: bool = False) -> str:
    """The unit that a name or a title states of figures that belong into `unit`; "" if none.

    Of several that a title lists, the one that figures of `unit` can be counted in. A title's
    remarks in brackets may be about one of its columns, so those without "unit:" do not count.

    >>> stated_in("(단위: 백만원, %)", "KRW bn", title=True), stated_in("투자액(백만원)", "억원")
    ('백만원', '백만원')
    >>> stated_in("Index (seasonally adjusted)", "%"), stated_in("Umsatz in Mio. EUR", "EUR bn")
    ('', 'Mio. EUR')
    """
    return _stated(" ".join(text.split()), " ".join(unit.split()), title)


@lru_cache(maxsize=4096)
def _stated(text: str, unit: str, title: bool) -> str:
    """What `stated_in` says, of a text and a unit with single blanks."""
    listed = _SAID.search(text)
    if listed is not None:
        parts = [
            part.strip(" ." if "(" in part else " .)]")
            for part in _DIVIDED.split(listed[1], _MOST_UNITS)
        ]
        if found := _chosen(parts, unit, sized=True):
            return found
    brackets = [part.strip() for part in reversed(_BRACKETS.findall(text))]
    if title:
        return _chosen(brackets, unit) if _BRACKETS.fullmatch(text) else ""
    tail = _TAIL.fullmatch(text)
    return _chosen([*brackets, *([tail[1]] if tail else []), text], unit)


def may_state(title: str) -> bool:
    """Whether a title may state a unit at all: it says so, or stands in brackets.

    >>> may_state("(단위: 백만원)"), may_state("Table 1. Firms")
    (True, False)
    """
    return bool(_SAID.search(title) or _BRACKETS.fullmatch(" ".join(title.split())))


def _chosen(parts: list[str], unit: str, *, sized: bool = False) -> str:
    """The first part that counts the same as `unit`; else the first that is surely a unit.

    One of a size in digits is, if it is Korean money ("10억원"); any other only if `sized`, where
    the table says that it is a unit: in brackets, 1,000 persons may be those who were asked.
    """
    other_unit = ""
    for part in parts:
        size = _SIZE.fullmatch(part)
        counted = as_counted(part, unit) != part
        alike = True if size or counted else counts_alike(part, unit)
        bare = without_size(part)
        if alike is None and bare != part and (sized or _KOREAN_MONEY.fullmatch(bare)):
            alike = bool(counts_alike(bare, unit))
        if alike:
            return size[1].removesuffix("s") if size else part
        if alike is False and not other_unit:
            other_unit = part
    return other_unit
