"""Years that begin in one calendar year and end in the next: 2023/24 of a budget or of schools, and
what is called a financial year."""

from __future__ import annotations

import re

from kpi.facts.keys.fields import Wrong, shown

_LONGEST = 200  # letters of a text that are looked at
#: Which calendar year such a one stands for: that in which it begins, or ends.
SPANNING = ("first-year", "last-year")
WHICH_YEAR = "say --period-style last-year if that in which it ends is meant, else first-year"
#: 2023/24, 2023-2024 and 202324, with the mark that may stand behind them.
_TWO_YEARS = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})(?: ?[/–-] ?|(?: to )?(?=[0-9]{4})|(?=[0-9]{2}(?![0-9])))"
    r"(?P<last>(?:19|20)?[0-9]{2})(?P<mark>(?: ?[(]?[A-Za-z][)]?)?)"
)
#: Financial and school years: FY2023, 2023/24, 2023회계연도.
FISCAL = re.compile(
    r"FY ?'?[0-9]+|[0-9]{4}[/–-][0-9]{2,4}|[0-9]{4} ?(?:회계연도|학년도|年度)", re.IGNORECASE
)
#: From one of them to another, or from one calendar year: 2021-2023.
SPAN = re.compile(
    "(?P<first>(?:19|20)[0-9]{2})(?:/[0-9]{2,4})?[/–-](?P<last>(?:19|20)[0-9]{2})(?:/[0-9]{2,4})?"
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


def not_one_year(text: str) -> Wrong:
    """The fault of 2023/24, which is two half years, and of 2021-2023, which is three years."""
    years = SPAN.fullmatch(text)
    if years and int(years["last"]) > int(years["first"]) + 1:
        what = f"{shown(text)} is a span of several years"
        return Wrong(what, "write the year that the target means, such as 2024")
    what = f"{shown(text)} is a financial or school year, and not clearly one calendar year"
    if year_of_span(text, SPANNING[1]):
        return Wrong(what, WHICH_YEAR)
    return Wrong(what, "write the year that the target means, such as 2024")


_BOTH = re.compile("(?P<first>20(?:0[0-9]|1[01]))[-/–](?P<then>[01][0-9])")


def maybe_financial(texts: list[str]) -> bool:
    """Whether months such as 2008-09 and 2009-10 may all be financial years.

    Where each is of the year after the one before it, and the month has the next year's number; or
    the number of a later one, in each by as many years.

    >>> maybe_financial(["2008-09", "2009-10"]), maybe_financial(["2008-09", "2008-10"])
    (True, False)
    >>> maybe_financial(["2008-10", "2009-11"]), maybe_financial(["2008-10"])
    (True, False)
    """
    matches = [_BOTH.fullmatch(text) for text in texts]
    pairs = [(int(match["first"]), int(match["then"])) for match in matches if match is not None]
    years = [year for year, _ in pairs]
    spans = {then - year % 100 for year, then in pairs}
    return (
        len(spans) == 1
        and len(pairs) == len(texts)
        and (spans == {1} or (min(spans) > 1 and len(pairs) > 1))
        and len(set(years)) == len(years)
    )


_FINANCIAL = re.compile(
    r"(?i:\b(?:fiscal|financial|school|academic|crop|marketing)[ _-]?years?\b|\bfy\b"
    r"|\byears?[ _-]end(?:ing|ed)\b)|학년도|年度"
)

#: The same above a table or over its figures; who says calendar years as well compares them.
_YEARS_ENDED = re.compile(
    r"\b(?:fiscal|financial|crop|marketing) years?\b|\byears? (?:ended|ending)"
    r"(?: [0-9]{1,2}(?:st|th)?)? (?!dec)[a-z]{3,9}\b",
    re.IGNORECASE,
)


def financial_years_in(text: str) -> str:
    """What a title or a heading says of years that end within the next one; "" if nothing.

    >>> financial_years_in("Values for years ended 31 March"), financial_years_in("Calendar years")
    ('years ended 31 March', '')
    """
    found = _YEARS_ENDED.search(text[:_LONGEST])
    return "" if found is None or "calendar" in text.casefold() else found[0]


def is_of_financial_years(name: str) -> bool:
    """Whether a column is called as one of years that begin in one calendar year and end in the
    next."""
    return bool(_FINANCIAL.search(name[:100]))
