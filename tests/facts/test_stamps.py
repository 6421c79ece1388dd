"""How tables of statistics offices spell periods, and what is said of those that are none."""

from __future__ import annotations

import datetime as dt
import math
import re

import pytest

from kpi.facts.intake.texts.month_names import MONTHS, is_month_name
from kpi.facts.intake.texts.spellings import period_text
from kpi.facts.intake.texts.stamps import (
    STYLES,
    OtherKind,
    financial_fault,
    is_stamp,
    read_stamp,
    short_fault,
)
from kpi.facts.keys.fields import Wrong

SPELLINGS = {
    "2024": "2024, 2024년, 2024년도, 2024 년말, 2024말, 2024 [YR2024], 2024JJ00, 2024M13, 2024-Q05,"
    " 2024 계, 2024년 합계, 2024년도 총계, 2024 연간, 2024 total, 2024 Annual",
    "2024-S1": "2024-S1, 2024S1, 2024.H1, 2024 h1, H1 2024, 1H2024, 1H-2024, S1 2024, 1S 2024,"
    " 2024년 상반기, 2024. 상반기, 2024 상반기 계, 2024.1/2, 2024년 1/2, 1. Halbjahr 2024,"
    " 1.Hj. 2024, 1. Hj 2024",
    "2024-S2": "2024년 하반기, 2024.하반기, 2H 2024, 2. Halbjahr 2024",
    "2024-Q3": "2024-Q3, 2024Q3, 2024.T3, 2024 K3, 2024:Q3, 2024/T3, 2024-Q03, 2024 Q03, Q3 2024,"
    " Q3/2024, T3.2024, 3Q 2024, 3T2024, 2024-3Q, 2024.3Q, 2024 3Q, 3. Quartal 2024,"
    " 3. Vierteljahr 2024, 3. Vj. 2024, 3.Vj 2024, 3. Qu. 2024, 2024 3. Quartal, 2024 3. Vj.,"
    " 3er trimestre 2024, 3e trimestre 2024, 3ème trimestre de 2024, 3º trimestre 2024,"
    " 3° trimestre 2024, 3.ª trimestre de 2024, 3 trimestre 2024, 2024 3/4, 2024.3/4, 2024년 3/4,"
    " 2024년 3/4분기, 2024 3/4 분기, 2024년 3분기, 2024.3분기, 2024년 3분기 말, 2024 3/4 계",
    "2024-06": "2024-06, 2024M06, 2024 M6, 2024-M6, 2024MM06, 2024年6月, 2024年 06月, 2024/06,"
    " 2024.06, 2024.06., 2024년 6월, 2024년6월말, 2024. 6월 말, 2024. 6., 2024.6., 2024 6월,"
    " 2024 06월말, 2024. 06, 06.2024, June 2024, Jun. 2024, Jun-2024, Juni2024, junio de 2024,"
    " junio del 2024, 2024 June, 2024-Jun, 2024Jun.",
    "2018-Q1": "Jan-Mar 2018, January to March 2018, jan-fev-mar 2018, 2018 JAN-MAR, 2018年1-3月,"
    " 2018年1～3月期, 2018년 1~3월, 2018/ 1- 3., Jan 2018-Mar 2018",
    "2018-Q2": "APRİL-JUNE 2018",
    "2018-Q4": "Oct-Dec 2018, out-nov-dez 2018, Oct.-Dec. 2018",
    "2018-S2": "Jul-Dec 2018, 2018년 7~12월",
    "2024-W05": "2024-W05, 2024W05, 2024 W05, 2024년 5주, 2024년5주차",
    "2024-06-30": "2024-06-30, 2024/06/30, 2024.06.30, 20240630, 2024년 6월 30일, 2024년6월30,"
    " 2024. 6. 30, 2024. 6. 30., 2024.6.30., 30 June 2024, 30-Jun-2024, 30 Jun. 2024,"
    " 30th June 2024, 30. Juni 2024, 30 de junio de 2024, 30er juin 2024, 30º junio 2024,"
    " 30 junio del 2024, 30 June, 2024, June 30, 2024, June 30 2024, Jun. 30th, 2024, 30.06.2024,"
    " 30. 6. 2024, 30.6.2024",
    "2024-06-01": "1st June 2024, June 1st, 2024, 1er juin 2024, 1. Juni 2024, 1.º junho de 2024",
    "2024-06-02": "2nd June 2024, June 2nd, 2024",
    "2024-06-03": "3rd June 2024, June 3rd, 2024",
    "2023-Q3": "3Q23, 3T23, 3Q'23, 3Q-23, Q3'23, Q3-23, Q3/23, T3'23, 23Q3, 23-Q3, '23.3Q, 23 3Q,"
    " '23년 3/4분기, '23.3/4",
    "2023-S1": "1H23, 1S-23, H1'23, H1 23, S1'23, 23H1, 23-1H",
    "2023-12": "Dec-23, Dec '23, Dez.-23, '23.12월, ’23년 12월",
    "2023-09": "Septiembre-'23",
    "1998-03": "Mar-98",
    "1950-Q1": "1Q50",
    "2049-Q1": "1Q49",
    "2023": "令和5年, 令和5, 平成35年, 民國112年, 民国112年",
    "2019": "令和元年, Y2019",
    "1926": "昭和元年",
}
ALL = [
    (spelling, period)
    for period, said in SPELLINGS.items()
    for spelling in re.split(", (?!2024(?:,|$))", said)
]


@pytest.mark.parametrize(("spelling", "period"), ALL)
def test_a_spelling_of_a_period(spelling: str, period: str) -> None:
    """It is read without a style, is known in a header, and has the kind that it says."""
    found = read_stamp(spelling)
    assert (found.period.text, found.status) == (period, None)
    assert is_stamp(spelling)
    kind = found.period.kind
    assert read_stamp(spelling, kind).period == found.period
    if kind != "day":
        with pytest.raises(OtherKind, match=f"is a {kind}, not a day; choose the period style"):
            read_stamp(spelling, "day")


@pytest.mark.parametrize("name", MONTHS)
def test_a_month_by_its_name(name: str) -> None:
    """In ten languages; those that are other words, too, are no sign of a month by themselves."""
    nth = f"{MONTHS[name]:02}"
    assert read_stamp(f"{name.title()} 2024").period.text == f"2024-{nth}"
    assert read_stamp(f"2024 {name.upper()}.").period.text == f"2024-{nth}"
    assert is_month_name(f"{name.title()}.") == (
        name not in ("set", "out", "gen", "mag", "ago", "mars", "des")
    )


def test_the_twelve_months_of_each_language() -> None:
    """In the order of the year, in full and as statistics offices cut them short."""
    for language in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner februar mrz april mai juni juli aug sept okt nov dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv févr mars avr mai juin juil août sept oct nov déc",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
        " dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "jan feb mar apr maj jun jul aug sep okt nov des",
        "jän fév mär apr mai jun jul aug sep okt nov dez",
        "januar februar marts april maj juni juli august september oktober november december",
    ):
        months = [read_stamp(f"{name} 2024").period.text for name in language.split()]
        assert months == [f"2024-{nth:02}" for nth in range(1, 13)]


@pytest.mark.parametrize(("text", "said"), [
    ("", "the period is empty; write it into each row that it is about"),
    ("2024.1", "may be a month that a spreadsheet took for a number (2024.10 becomes 2024.1); make"
     " the column text, and write months as 2024-06"),
    ("2020.042", "may be a year and a fraction of it; write its month or quarter"),
    ("2020.25", "may be a year and a fraction of it"),
    ("44926", "may be a day as a spreadsheet numbers it, 2022-12-31; make the column one of dates"),
    ("22", "may lack its century; write 2022 if it does"), ("98", "write 1998 if it does"),
    ("31.12.22", "may begin with its day or with its month, or with its year; write days such as"),
    ("2023/24", "is a financial or school year, and not clearly one calendar year; say"
     " --period-style last-year if that in which it ends is meant, else first-year"),
    ("2023 to 2024", "is a financial or school year"),
    ("2023-24", "is a financial or school year, and not clearly one calendar year"),
    ("2023–2024", "is a financial or school year, and not clearly one calendar year"),
    ("FY2023", "is a financial or school year, and not clearly one calendar year; write the year"
     " that the target means, such as 2024"), ("fy '23", "is a financial or school year"),
    ("2023회계연도", "is a financial or school year"), ("2023 학년도", "is a financial or school"),
    ("2023年度", "is a financial or school year"),
    ("令和5年度", '"令和5年度" is a financial or school year'),
    ("2021-2023", "is a span of several years; write the year that the target means"),
    ("2021/2023", "is a span of several years"),
    ("2024*", "ends with the mark of a footnote; write p in its place if provisional"),
    ("2024 †", "ends with the mark of a footnote"), ("2024-Q3 ¹", "ends with the mark of a footn"),
    ("2024 1)", "ends with the mark of a footnote"), ("2024[a]", "ends with the mark of a footno"),
    ("2024 주)", "ends with the mark of a footnote"),
    ("'21", "has two digits for its year; write 2021 for it"),
    ("'49", "has two digits for its year; write 2049 for it"),
    ("'50", "has two digits for its year; write 1950 for it"),
    ("'22말", "has two digits for its year; write 2022 for it"),
    ("24.1/4", "has two digits for its year; write 2024-Q1 for it"),
    ("24. 3/4", "has two digits for its year; write 2024-Q3 for it"),
    ("'23.상", "has two digits for its year; write 2023-S1 for it"),
    ("23년 하반기", "has two digits for its year; write 2023-S2 for it"),
    ("25년(전망)", "has two digits for its year; write 2025년(전망) for it"),
    ("'25F", "has two digits for its year; write 2025F for it"),
    ("June", "has no year; write both into each row, or name both columns with --period-column"),
    ("3분기", "has no year"), ("Q3", "has no year"),
    ("soon", "is not a period; write one such as 2024, 2024-S1, 2024-Q3, 2024-06, 2024 1/4"),
    ("Juny 2024", "is not a period"), ("2024-13", "is not in the calendar; mend the period"),
    ("2024-06-31", "is not in the calendar"), ("2024년 13월", "is not in the calendar"),
    ("202324", "is a financial or school year"), ("202325", "is a month, a quarter or a half"),
    ("202406", "is a month, a quarter or a half of 2024; say which with --period-style month,"
     " quarter or semester"),
    ("2024 3", "is a month, a quarter or a half of 2024"), ("2024 12", "is a month, a quarter or"),
    ("III/2024", "is a month, a quarter or a half of 2024"), ("2024 IV", "is a month, a quarter o"),
])  # fmt: skip
def test_what_is_no_period_of_one_kind(text: str, said: str) -> None:
    with pytest.raises(Wrong) as caught:
        read_stamp(text)
    assert said in f"{caught.value.what}; {caught.value.remedy}"
    assert not text or caught.value.what.startswith(f'"{text}" ')


@pytest.mark.parametrize(("text", "style", "period"), [
    ("202406", "month", "2024-06"), ("202403", "quarter", "2024-Q3"), ("202402", "semester",
     "2024-S2"), ("IV/2024", "quarter", "2024-Q4"), ("2024-VIII", "month", "2024-08"),
    ("II. 2024", "semester", "2024-S2"), ("XII 2024", "month", "2024-12"),
    ("2024-12-31", "year", "2024"), ("2024-01-01", "year", "2024"), ("2024-06-30", "semester",
     "2024-S1"), ("2024-07-01", "semester", "2024-S2"), ("2024-10-01", "quarter", "2024-Q4"),
    ("2024-03-31", "quarter", "2024-Q1"), ("2024-02-29", "month", "2024-02"),
    ("2024-12-30", "week", "2025-W01"), ("2025-01-05", "week", "2025-W01"),
    ("2024 3", "quarter", "2024-Q3"), ("2024 12", "month", "2024-12"),
])  # fmt: skip
def test_what_a_style_tells(text: str, style: str, period: str) -> None:
    """Six digits, a Roman number, and a day at either end of what it stands for."""
    assert style in STYLES
    assert read_stamp(text, style).period.text == period


def test_a_floor_is_no_forecast() -> None:
    """12F is the twelfth one; 2025F is expected of 2025."""
    assert period_text("12F") == ("12F", None)
    assert period_text("2025F") == period_text("2025(F)") == ("2025", "estimated")


@pytest.mark.parametrize(("text", "style"), [
    ("202403p", "month"), ("III/2024 p", "quarter"), ("2024 1/4(p)", "quarter"),
])  # fmt: skip
def test_a_mark_behind_what_a_style_tells(text: str, style: str) -> None:
    assert read_stamp(text, style).status == "provisional"


def test_months_in_roman_numbers() -> None:
    """Before and behind the year."""
    romans = "I II III IV V VI VII VIII IX X XI XII".split()  # noqa: SIM905 - as they are counted
    for nth, roman in enumerate(romans, 1):
        for spelled in (f"{roman}/2024", f"{roman}.2024", f"{roman}-2024", f"2024 {roman}"):
            assert read_stamp(spelled, "month").period.text == f"2024-{nth:02}"


@pytest.mark.parametrize(("text", "style", "said"), [
    ("Feb-Apr 2018", None, '"Feb-Apr 2018" is no year, half or quarter of the calendar; say'
     " --period-style quarter to leave such rows out"),
    ("dez-jan-fev 2018", None, "is no year, half or quarter of the calendar"),
    ("Oct 2017-Dec 2018", None, "is no year, half or quarter of the calendar"),
    ("jan-mar-jun 2018", None, "is no year, half or quarter of the calendar"),
    ("2018년 1~9월", None, "is no year, half or quarter of the calendar"),
    ("202406", "week", '"202406" is not a week; choose the period style that it has'),
    ("III/2024", "year", '"III/2024" is not a year'),
    ("202405", "quarter", '"202405" is not in the calendar'),
    ("202413", "quarter", '"202413" is not in the calendar'),
    ("IIII/2024", "quarter", '"IIII/2024" is not in the calendar'),
    ("XIII/2024", "month", '"XIII/2024" is not in the calendar'),
    ("2024 5", "quarter", '"2024 5" is not in the calendar'),
    ("2024-13-45 10:00:00", "day", '"2024-13-45 10:00:00" is not a period'),
    ("2024JJ00", "day", '"2024JJ00" is a year, not a day; choose the period style that it has'),
    ("2024-06-15", "month", '"2024-06-15" is a day within 2024-06, and no month; choose the period'
     " style that the days stand for, or write 2024-06 if it is that"),
])  # fmt: skip
def test_what_a_style_does_not_tell(text: str, style: str | None, said: str) -> None:
    with pytest.raises(Wrong) as caught:
        read_stamp(text, style)
    assert said in f"{caught.value.what}; {caught.value.remedy}"


def test_quarters_that_overlap_are_left_out_by_a_style() -> None:
    with pytest.raises(OtherKind):
        read_stamp("Feb-Apr 2018", "quarter")


@pytest.mark.parametrize(("style", "period"), [
    ("day", "2024-06-30"), ("month", "2024-06"), ("quarter", "2024-Q2"), ("semester", "2024-S1"),
])  # fmt: skip
def test_a_date_of_a_spreadsheet(style: str, period: str) -> None:
    """Also with a time of midnight, and as other programs export it."""
    midnight = dt.datetime.fromisoformat("2024-06-30T00:00")
    written = ("2024-06-30T00:00:00.000Z", "2024-06-30 00:00", "2024-06-30T00:00+09:00",
               "2024-06-30 00:00:00 UTC")  # fmt: skip
    for cell in (midnight.date(), midnight, *written):
        assert read_stamp(cell, style).period.text == period
        assert is_stamp(cell)
        with pytest.raises(Wrong, match="the date 2024-06-30 may stand for a day, a month, a qu"):
            read_stamp(cell)
    for cell in (midnight.replace(hour=14, minute=5), "2024-06-30T14:05"):
        with pytest.raises(Wrong, match="2024-06-30 14:05 has a time of day"):
            read_stamp(cell, style)


def test_a_number_with_a_fraction_may_have_been_a_month() -> None:
    with pytest.raises(Wrong, match=r'^"2024\.1" may be a month that a spreadsheet took'):
        read_stamp(2024.1)
    assert read_stamp(2024.0).period.text == "2024"


@pytest.mark.parametrize("number", [6.5, 12345.6, 0.042, 1e-07, -0.5, 44926.5, math.inf, math.nan])
def test_a_number_that_has_no_year_is_no_period(number: float) -> None:
    with pytest.raises(Wrong, match="is not a period; write one such as 2024"):
        read_stamp(number)


@pytest.mark.parametrize(("text", "known"), [
    ("2024", True), ("1900", True), ("2200", True), ("1899", False), ("2201", False),
    ("3000", False), ("202406", True), ("2024.1", True), ("III/2024", True), ("2024 IV", True),
    ("Value", False), ("Q3", False), ("6.4", False), ("June", False), ("Room 2024", False),
    ("令和5年", True), ("상반기 2024", False), ("June 2024", True), ("Annual", False),
])  # fmt: skip
def test_what_a_header_takes_for_a_period(text: str, known: bool) -> None:
    assert is_stamp(text) == known


def test_headings_that_are_financial_or_short() -> None:
    assert (financial_fault("FY2023") or Wrong("", "")).what.startswith('"FY2023" is a financial')
    assert (financial_fault("令和5年度") or Wrong("", "")).what.startswith('"令和5年度" is a fin')
    assert (short_fault("'21") or Wrong("", "")).what == '"\'21" has two digits for its year'
    assert financial_fault("2023") is short_fault("2023") is short_fault("'99.9") is None
