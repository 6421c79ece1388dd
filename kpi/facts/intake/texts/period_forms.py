"""The forms in which offices spell a reference period, and the same in ours: 2024 1/4, 2024년 6월.

Only forms that mean one thing stand here; what can be read in two ways is told apart in `stamps`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.facts.intake.texts.month_names import MONTHS

_YEAR = "(?P<year>[0-9]{4})"
_NTH = {"상": "1", "하": "2"}

#: Spelling -> the form of our own, in which the groups are filled; tried in this order.
_FORMS = tuple(
    (re.compile(pattern.replace("YEAR", _YEAR), re.IGNORECASE), form)
    for pattern, form in (
        ("YEAR(?: ?년도?)?(?: ?말)?", "{year}"),
        (r"YEAR(?:年| \[YR(?P=year)\]|JJ00)", "{year}"),  # e-Stat, World Bank, CBS
        ("YEAR[- ]?(?:M13|Q05)", "{year}"),  # of the BLS, the mean of a year beside its months
        ("YEAR(?: ?년도?)? ?(?:계|합계|총계|연간|total|annual)", "{year}"),
        ("YEAR[-. ]?[HS](?P<nth>[12])", "{year}-S{nth}"),
        ("(?:[HS](?P<nth>[12])|(?P<first>[12])[HS])[-. ]?YEAR", "{year}-S{nth}"),
        ("YEAR(?:년 ?|[-. ] ?)(?P<half>[상하])반기(?: ?계)?", "{year}-S{nth}"),
        ("YEAR(?:년 ?|[. ] ?)(?P<nth>[12])/2", "{year}-S{nth}"),
        # K as in the Nordic countries; KW01 is a quarter to some and a week to others
        ("YEAR(?:[-. ]?[QTK]|[:/][QT]|[- ]?Q0)(?P<nth>[1-4])", "{year}-Q{nth}"),
        ("(?:[QT](?P<nth>[1-4])|(?P<first>[1-4])[QT])[-./ ]?YEAR", "{year}-Q{nth}"),
        ("YEAR[-. ](?P<nth>[1-4])Q", "{year}-Q{nth}"),
        (r"(?P<nth>[1-4])\. ?(?:Quartal|Vierteljahr|Vj\.?|Qu\.?) ?YEAR", "{year}-Q{nth}"),
        (r"YEAR,? (?P<nth>[1-4])\. ?(?:Quartal|Vierteljahr|Vj\.?)", "{year}-Q{nth}"),
        (r"(?P<nth>[12])\. ?(?:Halbjahr|Hj\.?) ?YEAR", "{year}-S{nth}"),
        (r"(?P<nth>[1-4])\.?(?:er|e|ème|[º°ª])? trimestre (?:de )?YEAR", "{year}-Q{nth}"),
        ("YEAR(?:년 ?|[-. ] ?)(?P<nth>[1-4])(?:/4(?: ?분기)?|분기)(?: ?[계말])?", "{year}-Q{nth}"),
        ("YEAR(?:-? ?M|MM)(?P<two>0[1-9]|1[0-2]|[1-9])", "{year}-{two}"),
        ("YEAR年 ?(?P<two>[0-9]{1,2})月", "{year}-{two}"),
        (r"YEAR[-/.](?P<two>[0-9]{2})\.?", "{year}-{two}"),
        (r"YEAR(?:년 ?|\. ?)(?P<two>[0-9]{1,2})(?: ?월(?: ?말)?|\.)", "{year}-{two}"),
        (r"YEAR[ ](?P<two>[0-9]{1,2}) ?월(?: ?말)?", "{year}-{two}"),
        (r"YEAR\. (?P<two>0[1-9]|1[0-2])", "{year}-{two}"),
        # two digits: a single one before a year may be a quarter, as may a stroke
        (r"(?P<two>0[1-9]|1[0-2])\.YEAR", "{year}-{two}"),
        (r"(?P<name>[^\W\d_]{3,10})\.?(?:[- ]?| del? )YEAR", "{year}-{two}"),
        (r"YEAR[- ]?(?P<name>[^\W\d_]{3,10})\.?", "{year}-{two}"),
        ("YEAR[- ]?W(?P<two>[0-9]{2})", "{year}-W{two}"),
        ("YEAR년 ?(?P<two>[0-9]{1,2})주차?", "{year}-W{two}"),
        ("YEAR(?P<sep>[-/.]?)(?P<two>[0-9]{2})(?P=sep)(?P<day>[0-9]{2})", "{year}-{two}-{day}"),
        (r"YEAR(?:년 ?|\. ?)(?P<two>[0-9]{1,2})(?:월 ?|\. ?)(?P<day>[0-9]{1,2})[.일]?",
         "{year}-{two}-{day}"),
        (r"(?P<day>[0-9]{1,2})(?:\.|st|nd|rd|th|er|\.?[º°])?(?:[- ]| de )"
         r"(?P<name>[^\W\d_]{3,10})\.?(?:,?[- ]| del? )YEAR", "{year}-{two}-{day}"),
        (r"(?P<name>[^\W\d_]{3,10})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? YEAR",
         "{year}-{two}-{day}"),
        # the points tell it from 12/31/2020, of which nobody knows what comes first
        (r"(?P<day>[0-9]{1,2})\. ?(?P<two>[0-9]{1,2})\. ?YEAR", "{year}-{two}-{day}"),
    )
)  # fmt: skip
#: Whether a text is spelled in any of them: one look, where each cell of a long column has none.
_ANY_FORM = re.compile(
    "|".join(
        re.sub(r"(?<=\(\?P[<=])", f"of_{nth}_", pattern.pattern)
        for nth, (pattern, _) in enumerate(_FORMS)
    ),
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 15)  # rows of regions and classes have the same few periods
def in_our_spelling(text: str) -> str:
    """The period that a text spells in one of the forms, in ours, be it in the calendar or not; ""
    for any other text.

    >>> in_our_spelling("2024 1/4분기"), in_our_spelling("31. 2. 2024"), in_our_spelling("May day")
    ('2024-Q1', '2024-02-31', '')
    """
    if _ANY_FORM.fullmatch(text) is None:
        return ""
    for pattern, form in _FORMS:
        if parts := _found(pattern, text):
            nth = parts.get("nth") or parts.get("first") or _NTH.get(parts.get("half", ""), "")
            month = MONTHS.get(parts.get("name", "").casefold(), "")
            month_digits, day = parts.get("two", str(month)).zfill(2), parts.get("day", "").zfill(2)
            return form.format(year=parts["year"], nth=nth, two=month_digits, day=day)
    return ""


def _found(pattern: re.Pattern[str], text: str) -> dict[str, str]:
    """The parts of a period spelled so; none if it is not, or has a word that is no month."""
    match = pattern.fullmatch(text)
    parts = {name: part for name, part in match.groupdict().items() if part} if match else {}
    known = parts.get("name", "jan").casefold() in MONTHS
    return parts if known else {}
