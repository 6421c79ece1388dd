"""Quarters and halves that are called by their months: Jan-Mar 2018, jan-fev-mar 2018, 2018年1-3月.

Only those of the calendar are periods of ours. Feb-Apr 2018 is one of twelve quarters that overlap,
and 2018년 1~9월 the year until then.
"""

from __future__ import annotations

import re

from kpi.facts.intake.texts.month_names import MONTHS, month_called

_YEAR = "(?:19|20)[0-9]{2}"
_NAME = "|".join(map(re.escape, sorted(MONTHS, key=len, reverse=True)))
_TO = r"(?: ?[-–~∼/] ?| (?:to|through|bis|à|a|al|t/m) )"
_NAMES = (
    rf"(?P<first>{_NAME})\.?(?: (?P<begun>{_YEAR}))?{_TO}"
    rf"(?:(?P<mid>{_NAME})\.?{_TO})?(?P<last>{_NAME})\.?"
)
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_NAMES},?[- ]?(?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR})[-,:]? ?{_NAMES}",
        rf"(?P<year>{_YEAR})(?:[년年] ?|[./] ?| )(?P<first>1[0-2]|0?[1-9]) ?[월月]? ?[-–~∼～] ?"
        r"(?P<last>1[0-2]|0?[1-9]) ?(?:[월月]期?|\.)",
    )
)
#: Of the first and the last month of a period of the calendar, what stands behind its year.
_PERIODS = {
    (1, 12): "", (1, 6): "-S1", (7, 12): "-S2",
    (1, 3): "-Q1", (4, 6): "-Q2", (7, 9): "-Q3", (10, 12): "-Q4",
}  # fmt: skip


def span_of_months(text: str) -> str | None:
    """The period in our form that goes from one month to another; "" if none of the calendar does,
    None for a text that says no such thing.

    >>> span_of_months("Jan-Mar 2018"), span_of_months("out-nov-dez 2018")
    ('2018-Q1', '2018-Q4')
    >>> span_of_months("2018年1-3月"), span_of_months("Dec-Feb 2018"), span_of_months("2018")
    ('2018-Q1', '', None)
    """
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _FORMS)), None)
    if found is None:
        return None
    parts = found.groupdict()
    first, last = (_month(parts[name]) for name in ("first", "last"))
    skips = parts.get("mid") and [_month(parts["mid"]), last] != [first + 1, first + 2]
    if skips or parts.get("begun") not in (None, parts["year"]):
        return ""
    behind = _PERIODS.get((first, last))
    return "" if behind is None else f"{parts['year']}{behind}"


def _month(text: str) -> int:
    """The number of a month that stands there by its name or its number."""
    return int(text) if text.isdigit() else month_called(text)
