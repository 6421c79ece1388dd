"""Years that begin in one calendar year and end in the next: 2023/24 of a budget or of schools."""

from __future__ import annotations

import re

#: Which calendar year such a one stands for: that in which it begins, or ends.
SPANNING = ("first-year", "last-year")
WHICH_YEAR = "say --period-style last-year if that in which it ends is meant, else first-year"
#: 2023/24, 2023-2024 and 202324, with the mark that may stand behind them.
_TWO_YEARS = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})(?: ?[/–-] ?|(?: to )?(?=[0-9]{4})|(?=[0-9]{2}(?![0-9])))"
    r"(?P<last>(?:19|20)?[0-9]{2})(?P<mark>(?: ?[(]?[A-Za-z][)]?)?)"
)


def year_of_span(text: str, style: str) -> str:
    """The year that is meant by one of two calendar years, with its mark; "" if it is no such one.

    >>> year_of_span("2023/24", "last-year"), year_of_span("2023-2024 p", "first-year")
    ('2024', '2023 p')
    >>> year_of_span("2000-02", "last-year"), year_of_span("1999/00", "last-year")
    ('', '2000')
    """
    found = _TWO_YEARS.fullmatch(text)
    if found is None:
        return ""
    then = str(int(found["first"]) + 1)
    if not then.endswith(found["last"]):
        return ""
    return (found["first"] if style == SPANNING[0] else then) + found["mark"]
