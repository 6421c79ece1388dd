"""What people write where TOML wants a number or a day, and what to write in its place.

An analyst types `50%`, `12,5`, `1 850` or `31.12.2026`. A parser of TOML then complains of the
table around it. Looked at only once something is known to be wrong.
"""

from __future__ import annotations

import re

_LONGEST = 2_000  # letters of a line that a person has typed
_SPACES = " \u00a0\u202f\u2009'’"
_GROUPED = rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+"
_NUMBER = re.compile(
    rf"(?P<sign>[-+]?)(?P<digits>{_GROUPED}(?:[.,][0-9]+)?|[0-9][0-9.,]*[0-9]|[0-9])"
    r"(?: ?(?:%|per ?cent|퍼센트))?",  # of another word nobody knows what it is worth
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?P<day>[0-3]?[0-9])[./](?P<month>[01]?[0-9])[./](?P<year>[12][0-9]{3})"
    r"|(?P<year_>[12][0-9]{3})(?P<sign>[-./])(?P<month_>[0-9]{1,2})(?P=sign)(?P<day_>[0-9]{1,2})"
)
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
            if written := day(text):
                return f"a day is not written as {text}", f"write {written}"
            if _NO_DAY.fullmatch(text):
                return "this day or time is not in the calendar", "write one such as 2024-06-30"
            written = number(text)
            if written is not None and written != text:
                return f"a number is not written as {text}", f"write {written}"
    before, rest = row[: column - 1].rstrip(), row[column - 1 :]
    if before.endswith('"') and rest.strip()[:1].isalnum() and '"' in rest:
        return "a quotation mark stands within a text", 'write \\" in its place'
    return None


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


def day(text: str) -> str | None:
    """A day written as 31.12.2026 or 2026/12/31, as TOML has it; None for any other text.

    >>> day("1.2.2026"), day("2026-2-1"), day("2026-02-01")
    ('2026-02-01', '2026-02-01', None)
    """
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    year, month = match["year"] or match["year_"], int(match["month"] or match["month_"])
    of_month = int(match["day"] or match["day_"])
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
    """
    spelled = text.strip().upper()
    if match := re.fullmatch(r"([12][0-9]{3})[-/ ]?H([12])|H([12])[-/ ]?([12][0-9]{3})", spelled):
        return f"{match[1] or match[4]}-S{match[2] or match[3]}"
    if match := re.fullmatch(r"([12][0-9]{3})[/ ]?Q([1-4])|Q([1-4])[-/ ]?([12][0-9]{3})", spelled):
        return f"{match[1] or match[4]}-Q{match[2] or match[3]}"
    if match := re.fullmatch(r"(0?[1-9]|1[0-2])[./]([12][0-9]{3})", spelled):
        return f"{match[2]}-{int(match[1]):02}"
    if match := re.fullmatch(r"([12][0-9]{3})[-./]([1-9])", spelled):
        return f"{match[1]}-{int(match[2]):02}"
    return day(text)
