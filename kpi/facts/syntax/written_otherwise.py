"""What people write where TOML wants a number, a day or a period, and what to write in its place.

An analyst types `50%`, `12,5`, `1 850`, `31.12.2026`, `2023년 4분기` or `1년`. A parser of TOML
then complains of the table around it. Looked at only once something is known to be wrong.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kpi.facts.periods import iso_day

_LONGEST = 2_000  # letters of a line that a person has typed
_LONGEST_CHANGE = 9  # letters of the number of a change in per cent, as `fields` has it
_SPACES = " \u00a0\u202f\u2009'’"
_GROUPED = rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+"
_NUMBER = re.compile(
    rf"(?P<sign>[-+]?)(?P<digits>{_GROUPED}(?:[.,][0-9]+)?|[0-9][0-9.,]*[0-9]|[0-9])"
    r"(?: ?(?:%|per ?cent|퍼센트))?",  # of another word nobody knows what it is worth
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?P<day>[0-3]?[0-9])[./] ?(?P<month>[01]?[0-9])[./] ?(?P<year>[12][0-9]{3})"
    r"|(?P<year_>[12][0-9]{3})(?:(?P<sign>[-./]) ?(?P<month_>[0-9]{1,2})(?P=sign) ?"
    r"(?P<day_>[0-9]{1,2})\.?|년 ?(?P<month_k>[0-9]{1,2})월 ?(?P<day_k>[0-9]{1,2})일"
    r"|(?P<month_c>[0-9]{2})(?P<day_c>[0-9]{2}))"
)
_YEAR = r"(?P<year>[12][0-9]{3})"
#: How periods are written elsewhere -> ours, in which the groups are filled; `nth` is a number.
_PERIODS = tuple(
    (re.compile(pattern.replace("YEAR", _YEAR)), form)
    for pattern, form in (
        ("YEAR(?: ?년도?(?: ?(?:말|이?내))?)?", "{year}"),
        ("YEAR[-/ ]?H(?P<nth>[12])", "{year}-S{nth}"),
        ("H(?P<nth>[12])[-/ ]?YEAR", "{year}-S{nth}"),
        ("YEAR ?(?:년도?)?[-./ ]?(?P<half>[상하])반기(?: ?말)?", "{year}-S{nth}"),
        ("(?P<half>[상하])반기[-./ ]?YEAR년?", "{year}-S{nth}"),
        ("YEAR[/ ]?Q(?P<nth>[1-4])", "{year}-Q{nth}"),
        ("YEAR[-/ ]?(?P<nth>[1-4])Q", "{year}-Q{nth}"),
        ("(?:Q(?P<nth>[1-4])|(?P<last>[1-4])Q)[-/ ]?YEAR", "{year}-Q{nth}"),
        ("YEAR ?(?:년도?)?[-./ ]?(?:제 ?)?(?P<nth>[1-4])(?:/4)? ?분기(?: ?말)?", "{year}-Q{nth}"),
        ("(?:제 ?)?(?P<nth>[1-4])(?:/4)? ?분기[-./ ]?YEAR년?", "{year}-Q{nth}"),
        ("(?P<nth>0?[1-9]|1[0-2])[./]YEAR", "{year}-{nth:02}"),
        (r"YEAR(?:[-./]|\. |년 ?)(?P<nth>0?[1-9]|1[0-2])(?: ?월(?: ?말)?|\.)?", "{year}-{nth:02}"),
        ("YEAR년 ?(?P<nth>0?[1-9]|[1-4][0-9]|5[0-3]) ?주차?", "{year}-W{nth:02}"),
    )
)
#: What stands around a deadline: a period counts at its last day all the same.
_UP_TO = re.compile("(?:BY |UNTIL )?(?:THE )?(?:END (?:OF )?)?(?P<period>.*?)(?: ?까지)?")
#: Words for how often something appears, and the length of time between two.
_RHYTHMS = {
    "1 year": ("annual", "annually", "yearly", "year", "매년", "연간", "연례", "년", "연", "연1회"),
    "2 years": ("biennial", "biennially", "격년"),
    "6 months": ("half-yearly", "semi-annual", "semiannual", "half-year", "매반기", "반기",
                 "반기별", "연2회"),
    "3 months": ("quarterly", "quarter", "매분기", "분기", "분기별", "연4회", "분기1회"),
    "2 months": ("격월",),
    "1 month": ("monthly", "month", "매월", "매달", "월간", "월별", "월", "월1회"),
    "2 weeks": ("fortnightly", "격주"),
    "1 week": ("weekly", "week", "매주", "주간", "주별", "주", "주1회"),
    "1 day": ("daily", "day", "매일", "일간", "일별", "일"),
}  # fmt: skip
#: What stands around a length of time where it is one of a rhythm: 2년마다, every 2 years.
_EVERY = re.compile(
    r"(?:매|각|every|each) ?(?P<behind>.+)"
    r"|(?P<before>.+?) ?(?:마다|주기|단위|에 ?(?:한|1) ?(?:번|회))"
)
_SPAN = re.compile(
    r"(?P<number>[1-9][0-9]{0,2})[- ]?(?:(?P<year>년|years?|yrs?|y)|(?P<half>반기)"
    r"|(?P<quarter>분기|quarters?)|(?P<month>개월|달|월|months?|mo)|(?P<week>주일?|weeks?)"
    r"|(?P<day>일|days?))"
)
_MONTHS_IN = {"half": 6, "quarter": 3}
_NO_DAY = re.compile(  # of a day such as 2026-02-30 tomllib says so itself
    r"[12][0-9]{3}-(?:(?:00|1[3-9]|[2-9][0-9])-[0-9]{1,2}|[0-9]{1,2}-(?:00|3[2-9]|[4-9][0-9]))"
)
#: What stands after a "=", up to the next key, a closing bracket, a comment or the line's end.
_VALUE = re.compile(
    r"=[ \t]*(?P<value>[^\"'\[\]{}\s#=][^\"\[\]{}#=]*?)"
    r"[ \t]*(?=[,; \t][ \t]*[\w-]+[ \t]*[=:]|[,;]?[ \t]*(?:[\]}#]|$))"
)


def at_place(row: str, column: int) -> tuple[str, str] | None:
    """What is wrong with the value around a column of a line, and what to write; or None.

    >>> at_place("goal = { value = 50%, by = 2030 }", 20)
    ('a number is not written as 50%', 'write 50')
    >>> at_place("value = 12,5", 11)
    ('a number is not written as 12,5', 'write 12.5')
    """
    if len(row) > _LONGEST:
        return None
    for match in _VALUE.finditer(row):
        if match.start("value") < column <= match.end() + 2:
            text = match["value"].strip()
            if _NO_DAY.fullmatch(text):
                return "this day or time is not in the calendar", "write one such as 2024-06-30"
            if row[: match.start()].rstrip().endswith("change") and number(text):
                return f"a change in per cent is not written as {text}", change(text)
            if found := in_toml(text):
                return f"{found[0]} {text}", f"write {found[1]}"
    before, rest = row[: column - 1].rstrip(), row[column - 1 :]
    if before.endswith('"') and rest.strip()[:1].isalnum() and '"' in rest:
        return "a quotation mark stands within a text", 'write \\" in its place'
    return None


def in_toml(text: str) -> tuple[str, str] | None:
    """What was meant by a value without quotation marks, and how TOML has it; None if neither.

    >>> in_toml("31.12.2026"), in_toml("1년")
    (('a day is not written as', '2026-12-31'), ('a length of time is not written as', '"1 year"'))
    """
    readers = {
        "a day is not written as": day,
        "a number is not written as": number,
        "a period is not written as": period_in_toml,
        "a length of time is not written as": _quoted,
    }
    found = ((what, read(text)) for what, read in readers.items())
    return next(((what, new) for what, new in found if new is not None and new != text), None)


def period_in_toml(text: str) -> str | None:
    """The period that somebody spelled otherwise, with the quotation marks that it needs in TOML.

    >>> period_in_toml("2030년"), period_in_toml("2023년 4분기")
    ('2030', '"2023-Q4"')
    """
    found = period(text)
    return f'"{found}"' if found and len(found) not in (len("2030"), len("2030-12-31")) else found


def _quoted(text: str) -> str | None:
    found = span(text)
    return found and f'"{found}"'


def number(text: str) -> str | None:
    """The number or percentage that a person wrote, as TOML has it; None for any other text.

    >>> number("1.850,5"), number("1 850"), number("10,000"), number("1.234.567"), number("50 %")
    ('1850.5', '1850', '10000', '1234567', '50')
    >>> number("030"), number("00.5")
    ('30', None)
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    digits = re.sub(f"[{_SPACES}]", "", match["digits"])
    points, commas = digits.count("."), digits.count(",")
    if points and commas:  # the last one divides whole and part
        last = max(digits.rfind("."), digits.rfind(","))
        if digits.count(digits[last]) > 1:
            return None
        digits = f"{re.sub('[.,]', '', digits[:last])}.{digits[last + 1 :]}"
    elif commas == 1 and not re.fullmatch("[1-9][0-9]{0,2},[0-9]{3}", digits):
        digits = digits.replace(",", ".")
    elif commas or points > 1:
        if not re.fullmatch(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+", digits):
            return None
        digits = re.sub("[.,]", "", digits)
    whole = digits.partition(".")[0]
    if len(whole) > 1 and whole.startswith("0"):
        if not match["digits"].isdigit():  # of 0 123 or 00.5 nobody knows what is meant
            return None
        digits = digits.lstrip("0") or "0"
    return f"{match['sign'].removeprefix('+')}{digits}"


def change(text: str) -> str:
    """What to write for a change in per cent that a person wrote otherwise.

    >>> change("\u2212 40%"), change("halve")[:17]
    ('write "-40 %"', 'write one such as')
    >>> change("-0.55")
    'write it in per cent, such as "-55 %" if it is to fall by that'
    """
    typed = "".join(text.replace("\u2212", "-").split())
    near = number(typed) or ""
    if not near or len(near.lstrip("-")) > _LONGEST_CHANGE:
        return 'write one such as "-40 %"; half as much is "-50 %", twice as much "+100 %"'
    if "%" not in typed and 0 < abs(Decimal(near)) < 1 and len(near) < _LONGEST_CHANGE:
        percent = f"{Decimal(near).scaleb(2):f}".lstrip("-")  # a share, most probably
        return f'write it in per cent, such as "-{percent} %" if it is to fall by that'
    if near.startswith("-"):
        return f'write "{near} %"'
    if "+" in typed:
        return f'write "+{near} %"'
    return f'write "-{near} %" if it is to fall by that, "+{near} %" if it is to rise'


def day(text: str) -> str | None:
    """A day written as 31.12.2026, 2026/12/31 or 20261231, as TOML has it; else None.

    >>> day("1.2.2026"), day("2026-2-1"), day("2026-02-01")
    ('2026-02-01', '2026-02-01', None)
    """
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    parts = {name.partition("_")[0]: part for name, part in match.groupdict().items() if part}
    year, month, of_month = parts["year"], int(parts["month"]), int(parts["day"])
    if not 1 <= month <= 12 or not 1 <= of_month <= 31:
        return None
    if "/" in text and match["day"] and of_month <= 12:
        return None  # month and day may be meant the other way round
    written = f"{year}-{month:02}-{of_month:02}"
    return written if written != text.strip() else None


def period(text: str) -> str | None:
    """The period that somebody spelled otherwise; None for any other text.

    >>> period("2026-H1"), period("Q3 2024"), period("31.12.2026"), period("07/2026")
    ('2026-S1', '2024-Q3', '2026-12-31', '2026-07')
    >>> period("2030년 말"), period("2025-1분기"), period("2025 상반기"), period("2024년 6월 28일")
    ('2030', '2025-Q1', '2025-S1', '2024-06-28')
    """
    around = _UP_TO.fullmatch(" ".join(text.upper().split()))
    spelled = around["period"] if around else ""
    for pattern, form in _PERIODS:
        if match := pattern.fullmatch(spelled):
            parts = match.groupdict()
            half = {"상": "1", "하": "2"}.get(parts.get("half") or "")
            nth = parts.get("nth") or parts.get("last") or half or "0"
            written = form.format(year=parts["year"], nth=int(nth))
            return written if written != text.strip() else None
    found = day(spelled)
    return found if found and iso_day(found) else None


def span(text: str) -> str | None:
    """The length of time that somebody spelled otherwise; None for any other text.

    >>> span("1년"), span("2분기"), span("quarterly"), span("12-months"), span("often")
    ('1 year', '6 months', '3 months', '12 months', None)
    """
    spelled = " ".join(text.casefold().split())
    every = _EVERY.fullmatch(spelled)
    length = (every["behind"] or every["before"]) if every else spelled
    for written, words in _RHYTHMS.items():
        if spelled.replace(" ", "") in words or length in words:
            return written
    match = _SPAN.fullmatch(length)
    if match is None or match.lastgroup is None:
        return None
    number, unit = int(match["number"]), match.lastgroup
    if unit in _MONTHS_IN:
        number, unit = number * _MONTHS_IN[unit], "month"
    return f"{number} {unit}{'' if number == 1 else 's'}"
