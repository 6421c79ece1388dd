"""Parts of a year of which alone a note says that they are a first estimate: 2026년 6월은 잠정치.

A note may say so of several, of those from one to another, also into the next year, or from one on.
"""

from __future__ import annotations

import re

from kpi.facts.intake.texts.month_names import MONTHS
from kpi.facts.intake.texts.sorts import PROVISIONAL
from kpi.facts.periods import Period

_DECEMBER = 12
_MOST_YEARS = 60
_OF_THEM = "(?: ?(?:분|수치|자료|값|치|실적))?(?:[은는이가] ?| ?[:=] ?)"
#: A part of the year before it, and that this very part is a first estimate: 2026년 2/4분기는.
_PART = re.compile(
    r"[.]? ?(?:(?P<quarter>[1-4])(?:/4)?(?: ?분기|(?<=/4))|(?P<half>[상하])반기)" + _OF_THEM
)
_MONTH = "(?:1[0-2]|0?[1-9]) ?월?"
_FROM_TO = "~∼～–-"
#: Several months, one after the other or from one to another: 5월·6월은, 5~6월은, 4월 및 5월은.
_MONTHS = re.compile(
    rf"[.]? ?(?P<months>{_MONTH}(?: ?(?:[·ㆍ・,、{_FROM_TO}]|및|와|과|(?<=월) ) ?{_MONTH})*)(?<=월)"
    rf"(?:(?P<onwards> ?(?:이후|부터)) ?(?:분|수치|자료|값|치|실적)?[은는]? ?|{_OF_THEM})"
)
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


def parts_alone(text: str, year: re.Match[str]) -> tuple[list[Period], int]:
    """The parts of a year of which alone a text says that they are a first estimate; none if it
    says so of the year, or may: a month may be the one in which the table was made. And where what
    it names ends."""
    begun, end = text[: year.start()], year.end()
    nth = int(year[1])
    if said := _UNTIL.match(text, end):
        first, last = (nth, int(said["first"])), (int(said["year"]), int(said["last"]))
        whole = _is_whole(text, begun, said) and first <= last < (nth + _MOST_YEARS, 0)
        return (_from_to(first, last), said.end()) if whole else ([], 0)
    if said := _MONTHS.match(text, end):
        months = dated(_listed(said["months"]), nth) if _is_whole(text, begun, said) else []
        if months and said["onwards"]:
            months += _onwards(months[-1])
        return months, said.end()
    if said := _PART.match(text, end):
        part = f"Q{said['quarter']}" if said["quarter"] else "S1" if said["half"] == "상" else "S2"
        whole = _is_whole(text, begun, said)
        return ([Period.parse(f"{nth}-{part}")] if whole else []), said.end()
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


def months_alone(text: str) -> list[tuple[int, int]]:
    """The months, each from one to another, of which alone a text without a year says so.

    >>> months_alone("※ 2월 및 5~6월은 잠정치"), months_alone("5월은 잠정치(6월 포함)")
    ([(2, 2), (5, 6)], [])
    >>> months_alone("11월부터는 잠정치")
    [(11, 10)]
    """
    begun = _BEGINNING.match(text)
    said = _MONTHS.match(text, begun.end() if begun else 0)
    if not said or not _is_whole(text, "", said):
        return []
    listed = _listed(said["months"])
    last = listed[-1][1]
    return [*listed[:-1], (last, last - 1 or _DECEMBER)] if said["onwards"] else listed


def _listed(months: str) -> list[tuple[int, int]]:
    """The months that a text lists, each from one to another: of "2월, 4~6월" 2 to 2 and 4 to 6."""
    found = re.findall(f"([0-9]+) ?월?(?: ?[{_FROM_TO}] ?([0-9]+))?", months)
    return [(int(first), int(last or first)) for first, last in found]


def up_to(last: Period, listed: list[tuple[int, int]]) -> list[Period]:
    """The months of a note without a year that end a table, of which `last` is the last one; none
    where it is not among them: 5~6월 below a table up to May is of May alone.

    >>> [str(month) for month in up_to(Period.parse("2026-01"), [(12, 2)])]
    ['2025-12', '2026-01']
    >>> up_to(Period.parse("2026-05"), [(6, 6)])
    []
    """
    for year in (last.end.year, last.end.year - 1):
        months = dated(listed, year)
        if last in months:
            return months[: months.index(last) + 1]
    return []


def dated(listed: list[tuple[int, int]], year: int) -> list[Period]:
    """Months one after the other, the first of a year: 12~1월 goes on into the next one. None where
    it is not clear of which year one is.

    >>> [str(month) for month in dated([(11, 11), (12, 1)], 2025)], dated([(6, 6), (5, 5)], 2025)
    (['2025-11', '2025-12', '2026-01'], [])
    """
    months = list[Period]()
    before = 0
    for first, last in listed:
        if first < before and (before, first) != (_DECEMBER, 1):
            return []
        year += first < before
        months += _from_to((year, first), (year + (last < first), last))
        year, before = year + (last < first), last
    return months


def _from_to(first: tuple[int, int], last: tuple[int, int]) -> list[Period]:
    """The months from that of a year to that of the same or another one."""
    begin, end = (year * _DECEMBER + month - 1 for year, month in (first, last))
    numbers = (divmod(number, _DECEMBER) for number in range(begin, end + 1))
    return [Period.parse(f"{year}-{month + 1:02}") for year, month in numbers]


def _onwards(month: Period) -> list[Period]:
    """What follows a month: the rest of its year, and the years after it."""
    year, nth = month.end.year, month.end.month
    years = range(year + 1, year + _MOST_YEARS)
    return [*_from_to((year, nth), (year, _DECEMBER)), *map(Period.parse, map(str, years))]
