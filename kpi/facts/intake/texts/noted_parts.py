"""Parts of a year of which alone a note says that they are a first estimate: 2026년 6월은 잠정치.

A note may say so of several, of those from one to another, also into the next year, or from one on.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kpi.facts.intake.texts.month_names import MONTHS
from kpi.facts.intake.texts.sorts import PROVISIONAL
from kpi.facts.periods import Period

_MOST_YEARS = 60
_MONTHS, _QUARTERS = 12, 4  # of a year
_KINDS = {_MONTHS: "month", _QUARTERS: "quarter"}
_OF_THEM = "(?: ?(?:분|수치|자료|값|치|실적))?(?:[은는이가] ?| ?[:=] ?)"
_FROM_TO = "~∼～–-"
_AND = rf"(?: ?(?:[·ㆍ・,、{_FROM_TO}]|및|와|과|(?<=[월기4]) ) ?"


def _several(one: str, end: str) -> re.Pattern[str]:
    """Parts of a year, one after the other or from one to another, and what is said of them."""
    return re.compile(
        rf"[.]? ?(?P<parts>{one}{_AND}{one})*){end}"
        rf"(?:(?P<onwards> ?(?:이후|부터)) ?(?:분|수치|자료|값|치|실적)?[은는]? ?|{_OF_THEM})"
    )


#: 5월·6월은, 5~6월은, 4월 및 5월은; 2/4분기는, 2~3분기는.
_LISTS = (
    (_MONTHS, _several("(?:1[0-2]|0?[1-9]) ?월?", "(?<=월)")),
    (_QUARTERS, _several("[1-4](?:/4)? ?(?:분기)?", "(?:(?<=분기)|(?<=/4))")),
)
_HALF = re.compile(rf"[.]? ?(?P<half>[상하])반기{_OF_THEM}")
#: From a month of the year before it to one of another year: 2025년 12월~2026년 1월은.
_UNTIL = re.compile(
    rf"[.]? ?(?P<first>1[0-2]|0?[1-9]) ?월? ?[{_FROM_TO}] ?(?P<year>(?:19|20)[0-9]{{2}})(?:년|[.])"
    rf" ?(?P<last>1[0-2]|0?[1-9]) ?월{_OF_THEM}"
)
#: The same, where the part stands before its year: June 2026 is provisional.
_NAMED = re.compile(r"(?<![^\W_])(?:(?P<name>[^\W\d_]{3,10})\.?|Q(?P<nth>[1-4]))[ ,]+$")
#: All that may stand before such a part, for else it is the end of several: May and June 2026.
_BEGINNING = re.compile(
    r"\W*(?:[0-9]{1,2}\)\W*)?(?:(?:주|단|다만|notes?|anmerkung|nota) ?[0-9]{0,2}\W+)?"
    r"(?:(?:the )?(?:data|figures?|values?|results?) (?:for|of|in) )?",
    re.IGNORECASE,
)
#: What behind it speaks of others as well: (5월 포함), and later ones.
_MORE = re.compile(r"[0-9]|포함|이후|부터|(?i:\b(?:later|after|since|from|onwards?|other|and)\b)")
_IS = re.compile(r"(?: (?:data|figures?|values?|results?))?(?: (?:is|are)(?: a)? | ?[:=] ?)")


class Listed(NamedTuple):
    """Parts of a year that a text lists, each from one to another: of "2월, 4~6월" 2 to 2, and 4 to
    6."""

    per_year: int
    spans: list[tuple[int, int]]


def parts_alone(text: str, year: re.Match[str]) -> tuple[list[Period], int]:
    """The parts of a year of which alone a text says that they are a first estimate; none if it
    says so of the year, or may: a month may be the one in which the table was made. And where what
    it names ends."""
    begun, end = text[: year.start()], year.end()
    nth = int(year[1])
    if said := _UNTIL.match(text, end):
        first, last = (nth, int(said["first"])), (int(said["year"]), int(said["last"]))
        whole = _is_whole(text, begun, said) and first <= last < (nth + _MOST_YEARS, 0)
        return (_from_to(first, last, _MONTHS) if whole else []), (said.end() if whole else 0)
    for per_year, pattern in _LISTS:
        if said := pattern.match(text, end):
            parts = []
            if _is_whole(text, begun, said):
                parts = dated(_listed(per_year, said["parts"]), nth)
            return parts + (_onwards(parts[-1]) if parts and said["onwards"] else []), said.end()
    if said := _HALF.match(text, end):
        half = Period.parse(f"{nth}-{'S1' if said['half'] == '상' else 'S2'}")
        return ([half] if _is_whole(text, begun, said) else []), said.end()
    return _named_before(text, begun, end, nth), end


def _named_before(text: str, begun: str, end: int, year: int) -> list[Period]:
    """The month or the quarter that stands before its year, as in English."""
    before, said = _NAMED.search(begun), _IS.match(text, end)
    if not before or not said or not _is_whole(text, begun[: before.start()], said):
        return []
    number = MONTHS.get((before["name"] or "").casefold())
    part = f"{number:02}" if number else f"Q{before['nth']}" if before["nth"] else ""
    return [Period.parse(f"{year}-{part}")] if part else []


def _is_whole(text: str, begun: str, said: re.Match[str]) -> bool:
    """Whether a text says that what is named is a first estimate, and speaks of nothing else."""
    first = PROVISIONAL.match(text, said.end())
    return bool(first and _BEGINNING.fullmatch(begun) and not _MORE.search(text, first.end()))


#: A part of a year behind it: 2024년 3월, 2024. 3분기, 2024 Q3, 2024-03, 2024년 하반기.
_BEHIND = re.compile(
    r"(?:년|[.])? ?(?:(?P<month>1[0-2]|0?[1-9]) ?월|-(?P<nth>1[0-2]|0[1-9])(?![0-9])"
    r"|(?P<quarter>[1-4])(?:/4)? ?분기|-?Q(?P<q>[1-4])|(?P<half>[상하])반기)"
)


def part_beside(text: str, year: re.Match[str]) -> Period | None:
    """The month, quarter or half that a text names with a year; None where it names the year alone.

    >>> text = "Break in series in March 2025"
    >>> str(part_beside(text, re.search("2025", text)))
    '2025-03'
    """
    part = ""
    if said := _BEHIND.match(text, year.end()):
        month, quarter = said["month"] or said["nth"], said["quarter"] or said["q"]
        half = "S1" if said["half"] == "상" else "S2"
        part = f"{int(month):02}" if month else f"Q{quarter}" if quarter else half
    elif before := _NAMED.search(text[: year.start()]):
        number = MONTHS.get((before["name"] or "").casefold())
        part = f"{number:02}" if number else f"Q{before['nth']}" if before["nth"] else ""
    return Period.parse(f"{year[0]}-{part}") if part else None


def undated(text: str) -> Listed | None:
    """The parts of a year of which alone a text without a year says so; None if it does of none.

    >>> undated("※ 2월 및 5~6월은 잠정치"), undated("5월은 잠정치(6월 포함)")
    (Listed(per_year=12, spans=[(2, 2), (5, 6)]), None)
    >>> undated("3/4분기는 잠정치"), undated("11월부터는 잠정치")
    (Listed(per_year=4, spans=[(3, 3)]), Listed(per_year=12, spans=[(11, 10)]))
    """
    begun = _BEGINNING.match(text)
    for per_year, pattern in _LISTS:
        said = pattern.match(text, begun.end() if begun else 0)
        if said and _is_whole(text, "", said):
            *spans, last = _listed(per_year, said["parts"]).spans
            until = last[1] - 1 or per_year
            return Listed(per_year, [*spans, (last[0], until) if said["onwards"] else last])
    return None


def _listed(per_year: int, parts: str) -> Listed:
    found = re.findall(f"([0-9]+)(?:/4)? ?(?:월|분기)?(?: ?[{_FROM_TO}] ?([0-9]+)(?:/4)?)?", parts)
    return Listed(per_year, [(int(first), int(last or first)) for first, last in found])


def up_to(last: Period, listed: Listed) -> list[Period]:
    """The parts of a note without a year that end a table, of which `last` is the last one; none
    where it is not among them: 5~6월 below a table up to May is of May alone.

    >>> [str(month) for month in up_to(Period.parse("2026-01"), Listed(12, [(12, 2)]))]
    ['2025-12', '2026-01']
    >>> up_to(Period.parse("2026-05"), Listed(12, [(6, 6)]))
    []
    """
    for year in (last.end.year, last.end.year - 1):
        parts = dated(listed, year)
        if last in parts:
            return parts[: parts.index(last) + 1]
    return []


def dated(listed: Listed, year: int) -> list[Period]:
    """Parts one after the other, the first of a year: 12~1월 goes on into the next one. None where
    it is not clear of which year one is.

    >>> [str(month) for month in dated(Listed(12, [(11, 11), (12, 1)]), 2025)]
    ['2025-11', '2025-12', '2026-01']
    >>> dated(Listed(12, [(6, 6), (5, 5)]), 2025)
    []
    """
    parts = list[Period]()
    before = 0
    for first, last in listed.spans:
        if first < before and (before, first) != (listed.per_year, 1):
            return []
        year += first < before
        parts += _from_to((year, first), (year + (last < first), last), listed.per_year)
        year, before = year + (last < first), last
    return parts


def kind_of(listed: Listed) -> str:
    """Of what kind its parts are, as `Period.kind` names them."""
    return _KINDS[listed.per_year]


def _from_to(first: tuple[int, int], last: tuple[int, int], per_year: int) -> list[Period]:
    """The parts from that of a year to that of the same or another one."""
    begin, end = (year * per_year + nth - 1 for year, nth in (first, last))
    numbers = (divmod(number, per_year) for number in range(begin, end + 1))
    form = "{}-{:02}" if per_year == _MONTHS else "{}-Q{}"
    return [Period.parse(form.format(year, nth + 1)) for year, nth in numbers]


def _onwards(part: Period) -> list[Period]:
    """A part and what follows it: the rest of its year, and the years after it."""
    per_year = next(per_year for per_year, kind in _KINDS.items() if kind == part.kind)
    year, nth = divmod(part.number, per_year)
    years = range(year + 1, year + _MOST_YEARS)
    rest = _from_to((year, nth + 1), (year, per_year), per_year)
    return [*rest, *map(Period.parse, map(str, years))]
