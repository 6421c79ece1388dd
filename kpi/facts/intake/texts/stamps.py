"""A cell that says when -> a reference period: `2024 1/4`, `2024년 6월`, `202403` under its style.

What can be read in two ways is refused until the style is said: "202403" is March in a monthly
table and the third quarter in a quarterly one, and the number 2024.1 may have been 2024.10.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from kpi.facts.intake.texts.cells import Cell, Formatted, as_text
from kpi.facts.intake.texts.month_spans import span_of_months
from kpi.facts.intake.texts.note_signs import UNSIGNED, sign_behind
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.period_forms import in_our_spelling
from kpi.facts.intake.texts.spellings import period_text
from kpi.facts.intake.texts.two_years import FISCAL, SPAN, SPANNING, not_one_year, year_of_span
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import Period

#: The kinds of periods by which a table may be read, as `Period.kind` names them.
STYLES = ("year", "semester", "quarter", "month", "week", "day")

#: A day as other programs export it, which may stand for a longer period as in a spreadsheet.
_TIMESTAMP = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.0+)?"
    r" ?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2})?"
)
_COMPACT = re.compile("[0-9]{6}")
#: A year, and the bare number of its month, quarter or half from a second column; or in the same
#: cell behind a point, as above the tables of Korea's press releases: 2026. 8.
_POINTED = re.compile(r"(?:19|20)[0-9]{2}\. [1-9]")
_TWO_CELLS = re.compile(rf"[0-9]{{4}} (?:[1-9]|1[0-2])|{_POINTED.pattern}")
_MANGLED = re.compile(r"[0-9]{4}\.[0-9]{1,2}")
#: '21, '22말, 24.1/4 and '23.상, as ministries write them: nobody says which century it is.
_SHORT_YEAR = re.compile(
    r"(?:['‘’](?=[0-9]{2}(?![0-9]))|(?=[0-9]{2}(?:년|\. ?(?:[1-4]/4|[상하]))))"
    r"(?P<year>[0-9]{2})(?P<rest>.{0,8}?)(?P<half>(?<=[상하])(?:반기)?)?"
)
_NOTED = re.compile(
    r"[0-9]{4}.{0,6}?(?: ?[*†‡§]+| ?[⁰¹²³⁴⁵⁶⁷⁸⁹]+[)⁾]?| ?[0-9]{1,2}\)| ?\[[0-9a-z]\]"
    r"| ?\([a-z]\)| [a-z]| ?주\)?)"
)
#: A column of them may show the order; see day_orders.
_MONTH_OR_QUARTER = re.compile("0?[1-4][-/](?:19|20)[0-9]{2}")
_SHORT_DAY = re.compile(r"[0-9]{1,2}(?P<sign>[-/.])[0-9]{1,2}(?P=sign)[0-9]{2}")
#: A year and how much of it was over: 2020.042 of January.
_DECIMAL = re.compile(r"(?:19|20)[0-9]{2}\.[0-9]{2,}")
#: The days since 1900 by which spreadsheets keep a date: 44926.
_SERIAL = re.compile("[2-5][0-9]{4}")
_DAY_OR_MONTH = re.compile(r"[0-9]{1,2}(?P<sign>[-/])[0-9]{1,2}(?P=sign)(?:19|20)?[0-9]{2}")
#: A Roman number is a quarter to some and a month or a half to others: I/2024.
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = re.compile(
    r"(?P<nth>[IVX]{1,4})(?:[/.-]| |\. )(?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[/. -](?P<last>[IVX]{1,4})"
)
_DECEMBER = 12
_LONGEST = 30  # letters of a period and a sign behind it
_FIRST_SERIAL = dt.date(1899, 12, 30)
_MID_YEAR = ((6, 30), (7, 1), (7, 2))
_COMPACT_FORMS = {"month": "{0}-{1}", "quarter": "{0}-Q{2}", "semester": "{0}-S{2}"}


class Stamp(NamedTuple):
    """A period as a table says it, and the status that a mark behind it means."""

    period: Period
    status: str | None = None


class OtherKind(Wrong):
    """A period of another kind than the style: a year's total among quarters."""


def read_stamp(cell: Cell, style: str | None = None) -> Stamp:
    """The period of a cell. `style` is one of STYLES, or None where every spelling says its kind.

    Raises Wrong for what is no period or can be read in two ways, OtherKind for another style's.

    >>> read_stamp("2024 1/4").period.text, read_stamp("202403", "quarter").period.text
    ('2024-Q1', '2024-Q3')
    """
    cell = _moment(cell)
    if isinstance(cell, dt.date):
        return Stamp(_day_cell(cell, style))
    if isinstance(cell, Formatted):  # "FY"0 shows FY2021, which is no 2021
        cell = cell.shape.around(as_text(float(cell)))
    text, status = period_text(cell)
    if isinstance(cell, float) and not cell.is_integer():
        raise _no_period(text)
    if _COMPACT.fullmatch(text):
        return Stamp(_compact(text, style), status)
    if _TWO_CELLS.fullmatch(text):
        if style is None:
            raise _undivided(text)
        nth = text[4:].strip(". ")
        return Stamp(_compact(f"{text[:4]}{nth:0>2}", style, text), status)
    if roman := _ROMAN.fullmatch(text):
        numeral = roman["nth"] or roman["last"]
        place = _ROMANS.index(numeral) + 1 if numeral in _ROMANS else 99
        return Stamp(_compact(f"{_year_in(text)}{place:02}", style, text), status)
    if (period := _in_our_form(text)) is not None:
        return _of_kind(period, style, text, status)
    if spelled := in_our_spelling(text):
        return _of_kind(_calendar(spelled, text), style, text, status)
    if (months := span_of_months(text)) is not None:
        return _of_kind(_of_months(months, style, text), style, text, status)
    spans = FISCAL.fullmatch(text) or SPAN.fullmatch(text) or year_of_span(text, SPANNING[1])
    raise not_one_year(as_text(cell)) if spans else _no_period(text)


def _of_months(spelled: str, style: str | None, text: str) -> Period:
    """The period that is called by its months. Raises Wrong where the calendar has none: of twelve
    quarters that overlap four are ours, and a style leaves out the others."""
    if spelled:
        return Period.parse(spelled)
    what = f"{shown(text)} is no year, half or quarter of the calendar"
    remedy = "say --period-style quarter to leave such rows out, or write one such as 2024-Q1"
    raise OtherKind(what, remedy) if style else Wrong(what, remedy)


def _moment(cell: Cell) -> Cell:
    """A cell, as a date if it is a text of a day and a time."""
    found = _TIMESTAMP.fullmatch(cell) if isinstance(cell, str) else None
    try:
        return dt.datetime.fromisoformat(f"{found['day']}T{found['time']}") if found else cell
    except ValueError:
        return cell


def _no_period(text: str) -> Wrong:
    """The fault of a text that is no period of one kind."""
    if _MANGLED.fullmatch(text):
        return _mangled(text) if int(text[5:]) <= _DECEMBER else _decimal_year(text)
    if not text:
        return Wrong("the period is empty", "write it into each row that it is about")
    if _NOTED.fullmatch(text):
        return _signed(text)
    if (short := _short_year(text)) is not None:
        return short
    if is_part_of_year(text):
        remedy = "write both into each row, or name both columns with --period-column"
        return Wrong(f"{shown(text)} has no year", remedy)
    if (kept := _kept_otherwise(text)) is not None:
        return kept
    if _MONTH_OR_QUARTER.fullmatch(text):
        what = f"{shown(text)} may be a month or a quarter"
        return Wrong(what, "say --period-style month, or write 2024-Q3 in the file")
    if _DAY_OR_MONTH.fullmatch(text):
        what = f"{shown(text)} may begin with its day or with its month"
        remedy = (
            "say --period-style month if each begins or ends one, or write 2024-06-30 in the file"
        )
        return Wrong(what, remedy)
    remedy = "write one such as 2024, 2024-S1, 2024-Q3, 2024-06, 2024 1/4 or 2024년 6월"
    return Wrong(f"{shown(text)} is not a period", remedy)


def _signed(text: str) -> Wrong:
    """The fault of a period with the sign or the letter of a footnote behind it."""
    remedy = "write p in its place if provisional, e if estimated; else delete it"
    what = f"{shown(text)} ends with the mark of a footnote"
    return Wrong(what, UNSIGNED if sign_behind(text) else remedy)


def signed_fault(cell: Cell) -> Wrong | None:
    """The fault of a heading that is a period with the sign of a footnote; None if it is none."""
    found = sign_behind(as_text(cell)[:_LONGEST])
    return _signed(as_text(cell)) if found and is_stamp(found[0]) and not is_stamp(cell) else None


def _kept_otherwise(text: str) -> Wrong | None:
    """The fault of a day or a year that a program kept as another number; None if it is none."""
    if text.isdecimal() and len(text) == len("22"):
        century = "20" if text < "50" else "19"
        return Wrong(f"{shown(text)} may lack its century", f"write {century}{text} if it does")
    if _SHORT_DAY.fullmatch(text):
        what = f"{shown(text)} may begin with its day or with its month, or with its year"
        return Wrong(what, "write days such as 2024-06-30 in the file")
    if _SERIAL.fullmatch(text):
        day = _FIRST_SERIAL + dt.timedelta(int(text))
        what = f"{shown(text)} may be a day as a spreadsheet numbers it, {day}"
        return Wrong(what, f"make the column one of dates there, or write {day}")
    return _decimal_year(text) if _DECIMAL.fullmatch(text) else None


def _decimal_year(text: str) -> Wrong:
    """The fault of a year with a fraction."""
    what = f"{shown(text)} may be a year and a fraction of it"
    return Wrong(what, "write its month or quarter, such as 2024-06 or 2024-Q3")


def _in_our_form(text: str) -> Period | None:
    """The period of a cell in our own form, as most are: twenty others need not be tried then."""
    if text[4:5] not in ("", "-"):
        return None
    try:
        return Period.parse(text)
    except ValueError:
        return None


def is_stamp(cell: Cell) -> bool:
    """Whether a cell of a header reads as a period of whatever kind."""
    if isinstance(_moment(cell), dt.date):
        return True
    return _is_spelled(period_text(cell)[0])


@lru_cache(maxsize=1 << 15)  # rows of regions and classes have the same few periods
def _is_spelled(text: str) -> bool:
    if not text[:1].isdigit() and not text[-1:].isdigit():
        return False
    if _ROMAN.fullmatch(text) or _POINTED.fullmatch(text):
        return True
    if span_of_months(text):
        return True
    if in_our_spelling(text):
        return "1900" <= text[:4] <= "2200" or not text.isdigit()
    return bool(_COMPACT.fullmatch(text) or _MANGLED.fullmatch(text))


def financial_fault(cell: Cell) -> Wrong | None:
    """The fault of a heading that is a financial year, FY2023 or 令和5年度; None if it is none."""
    text, _ = period_text(cell)
    return not_one_year(as_text(cell)) if FISCAL.fullmatch(text) or SPAN.fullmatch(text) else None


def short_fault(cell: Cell) -> Wrong | None:
    """The fault of a heading whose year has two digits, as of '21; None if it is none."""
    return _short_year(period_text(cell)[0])


def _short_year(text: str) -> Wrong | None:
    """The fault of a period that would be read if its year had four digits; else None."""
    found = _SHORT_YEAR.fullmatch(text)
    if found is None:
        return None
    half = "반기" if found["half"] is not None else ""
    try:
        century = "20" if found["year"] < "50" else "19"
        whole = f"{century}{found['year']}{found['rest']}{half}"
        meant = read_stamp(whole)
    except Wrong:
        return None
    remedy = f"write {whole if meant.status else meant.period} for it"  # 2025F of '25F
    return Wrong(f"{shown(text)} has two digits for its year", remedy)


def _calendar(spelled: str, text: str) -> Period:
    """The period of a text that is spelled in our form. Raises Wrong where no calendar has it."""
    try:
        return Period.parse(spelled)
    except ValueError:
        if FISCAL.fullmatch(text) and int(text[-2:]) == (int(text[:4]) + 1) % 100:
            raise not_one_year(text) from None
        if _DECIMAL.fullmatch(text):
            raise _decimal_year(text) from None
        raise Wrong(f"{shown(text)} is not in the calendar", "mend the period") from None


def _mangled(text: str) -> Wrong:
    """The fault of a month that a spreadsheet took for a number."""
    what = f"{shown(text)} may be a month that a spreadsheet took for a number"
    return Wrong(
        f"{what} (2024.10 becomes 2024.1)", "make the column text, and write months as 2024-06"
    )


def _year_in(text: str) -> str:
    """The year that a text begins or ends with."""
    return text[:4] if text[:4].isdigit() else text[-4:]


def _compact(text: str, style: str | None, written: str = "") -> Period:
    """The period of six digits, which only a style can tell; `written` is how they stand."""
    form, nth = _COMPACT_FORMS.get(style or ""), int(text[4:])
    if form is None and 12 < nth == (int(text[:4]) + 1) % 100:  # 202324, and no month
        raise not_one_year(written or text)
    if form is None:
        if style is not None:
            what = f"{shown(written or text)} is not a {style}"
            raise Wrong(what, "choose the period style that it has")
        raise _undivided(text, written)
    return _calendar(form.format(text[:4], text[4:], text[4:].removeprefix("0")), written or text)


def _undivided(text: str, written: str = "") -> Wrong:
    """The fault of a year and a number, of which nobody says what it counts."""
    what = f"{shown(written or text)} is a month, a quarter or a half of {text[:4]}"
    return Wrong(what, "say which with --period-style month, quarter or semester")


def _day_cell(day: dt.date, style: str | None) -> Period:
    """The period that a date of a spreadsheet stands for."""
    if isinstance(day, dt.datetime) and day.time() != dt.time():
        raise Wrong(f"{day:%Y-%m-%d %H:%M} has a time of day", "write the day, or its period")
    day = dt.date(day.year, day.month, day.day)
    if style is None:
        what = f"the date {day} may stand for a day, a month, a quarter or a year"
        raise Wrong(what, "say which with --period-style day, month, quarter or year")
    spelled = {
        "year": f"{day.year:04}", "semester": f"{day.year:04}-S{(day.month + 5) // 6}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}", "month": f"{day:%Y-%m}",
        "week": "{:04}-W{:02}".format(*day.isocalendar()[:2]), "day": day.isoformat(),
    }  # fmt: skip
    return _calendar(spelled[style], day.isoformat())


def _of_kind(period: Period, style: str | None, text: str, status: str | None) -> Stamp:
    """The period, which must be of the style; a day that begins or ends one stands for it, as does
    the middle of a year, by which its mean is dated."""
    if style is not None and period.kind == "day" != style:
        whole = _day_cell(period.end, style)
        is_mid = style == "year" and (period.end.month, period.end.day) in _MID_YEAR
        if is_mid or period.end in (whole.start, whole.end):
            return Stamp(whole, status)
        what = f"{shown(text)} is a day within {whole}, and no {style}"
        remedy = f"choose the period style that the days stand for, or write {whole} if it is that"
        raise Wrong(what, remedy)
    if style is not None and period.kind != style:
        what = f"{shown(text)} is a {period.kind}, not a {style}"
        raise OtherKind(what, "choose the period style that it has")
    return Stamp(period, status)
