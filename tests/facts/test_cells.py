"""What a cell of a table says: a figure, nothing, a mark behind it; by which words and signs."""

from __future__ import annotations

import datetime as dt
import time
from decimal import Decimal

import pytest

from kpi.facts.intake.texts.cells import (
    Cell,
    Shape,
    as_text,
    clipped,
    is_dash,
    is_nothing,
    is_number,
    narrowed,
    unmarked,
)
from kpi.facts.intake.texts.codes import are_flags, status_of
from kpi.facts.intake.texts.figures import TRIANGLES, Reader
from kpi.facts.intake.texts.marks_beside import answers, said_beside
from kpi.facts.intake.texts.remarks import said_in_remark, said_of_years
from kpi.facts.intake.texts.shown_numbers import as_shown
from kpi.facts.intake.texts.unit_spellings import unit_of_code
from kpi.facts.keys.fields import Wrong


@pytest.mark.parametrize(("cell", "text"), [
    ("  a \n b ", "a b"), ("e\u0301", "é"), (2024.0, "2024"), (0.1 + 0.2, "0.3"), (1e20, "1e+20"),
    (123456789.123456, "123456789.123456"), (True, "true"), (False, "false"), (7, "7"),
    (dt.date(2024, 6, 30), "2024-06-30"), ("", ""),
])  # fmt: skip
def test_the_text_of_a_cell(cell: Cell, text: str) -> None:
    assert as_text(cell) == text


def test_wide_digits_are_those_of_ascii() -> None:
    assert narrowed("０１２３４５６７８９．５％") == "0123456789.5%"
    assert narrowed("１，２３４개사") == "1,234개사"


def test_a_long_text_is_clipped() -> None:
    assert clipped("x" * 60) == "x" * 60
    assert clipped("x" * 61) == "x" * 59 + "…"


@pytest.mark.parametrize("text", [
    "", ".", "..", "...", "…", "⋯", "·", ":", "x", "X", "*", "n/a", "N/A", "NA", "n.a.", "NaN",
    "null", "None", "/", "[x]", "[c]", "[z]", "(D)", "nd", "s.d.", "n.d.", "자료없음", "해당없음",
    "미공표", "비공개", "-", "--", "–", "—", "―", "\u00ad", "\u2212", ": c", ":u", ": @C", ":abcd",
])  # fmt: skip
def test_where_there_is_no_figure(text: str) -> None:
    """What offices write in its place is read as nothing, and never as zero."""
    assert is_nothing(text)
    assert Reader("%").read(text) is None


@pytest.mark.parametrize("text", ["0", ":5", ":abcde", "xx", "[y]", "〜", "-1", "none yet"])
def test_what_is_not_nothing(text: str) -> None:
    assert not is_nothing(text)


def test_dashes_and_waves() -> None:
    """A wave means "about" or "to", and never minus."""
    assert all(map(is_dash, "-‐‑‒–—―−\u00ad﹣－"))
    assert not any(map(is_dash, "~〜\u301c\u3030\u30a0_+=0"))


def test_numbers_of_a_spreadsheet() -> None:
    assert is_number(7)
    assert is_number(6.4)
    assert not is_number(True)
    assert not is_number("7")


@pytest.mark.parametrize(("mark", "status"), [
    *((mark, "provisional") for mark in ("p", "P", "ᵖ", "잠정", "잠정치")),
    *((mark, "estimated") for mark in ("e", "E", "ᵉ", "추정", "추정치")),
    *((mark, None) for mark in ("r", "R", "ʳ", "확정", "확정치", "수정")),
])  # fmt: skip
def test_a_mark_behind_a_figure_or_a_period(mark: str, status: str | None) -> None:
    for rest in ("12.3", "2024년", "6월", "1분기", "상반기", "95억원"):
        for spelled in (f"{rest}{mark}", f"{rest} {mark}", f"{rest}{mark})", f"{rest} ({mark})"):
            assert unmarked(spelled) == (rest, status)
    assert unmarked(f"50%{mark})") == ("50%", status)
    assert unmarked(f"2024 Q1 total({mark})") == ("2024 Q1 total", status)


@pytest.mark.parametrize("text", [
    "50%p", "50% p", "이용률 (p)",
    "Group", "group p", "MtCO2e x", "(p", "12.3(p", "p", "(p)", "12.3 q",
])  # fmt: skip
def test_what_ends_in_no_mark(text: str) -> None:
    """Percentage points, and the ends of words."""
    assert unmarked(text) == (text, None)


@pytest.mark.parametrize(("codes", "eurostat", "status"), [
    ("A", False, None), ("R", False, None), ("P", False, "provisional"), ("E", False, "estimated"),
    ("F", False, "estimated"), ("I", False, "estimated"), ("‡", False, "estimated"),
    ("+", False, "estimated"), ("ep", True, "estimated"), ("pr", True, "provisional"),
    ("p, e", True, "estimated"), ("p; r", True, "provisional"), ("s", True, "estimated"),
    ("p: provisional", False, "provisional"), ("", False, None),
])  # fmt: skip
def test_the_codes_of_statistics_offices(codes: str, eurostat: bool, status: str | None) -> None:
    assert status_of(codes, eurostat) == status


@pytest.mark.parametrize(("code", "said"), [
    ("B", "means a break in the series; a break (B) begins a series of its own"),
    ("c", "means a confidential figure; leave other rows out with --filter"),
    ("d", "means another definition"), ("n", "means a figure that is not significant"),
    ("U", "means a figure of low reliability"), ("z", "means a figure that does not apply"),
    ("Q", "is not A, P, E or F; leave other rows out with --filter"), ("S", "is not A, P, E"),
    ("bp", "means a break in the series"),
])  # fmt: skip
def test_codes_that_make_it_another_figure(code: str, said: str) -> None:
    with pytest.raises(Wrong) as wrong:
        status_of(code, eurostat=False)
    assert str(wrong.value).startswith(f'the status code "{code}" {said}')


def test_letters_that_may_be_flags() -> None:
    assert all(map(are_flags, ("b", "c", "d", "e", "f", "i", "n", "p", "r", "s", "u", "z", "bep")))
    assert not any(map(are_flags, ("", "a", "pp", "bepr", "bn", "P", "b p", "x")))


@pytest.mark.parametrize(("code", "unit"), [
    ("PC", "%"), ("PT", "%"), ("PC_GDP", "%"), ("PERCENT", "%"), ("PT_IND", "%"),
    ("PC_PNT", "PC_PNT"), ("PC_CHG", "PC_CHG"), ("Percent (%)", "%"), ("percentage(%)", "%"),
    ("Prozent (%)", "%"), ("pct (%)", "%"), ("퍼센트(%)", "%"), ("백분율(%)", "%"),
    ("비율(％)", "%"), ("연%", "%"), ("THS_PER", "thousand persons"),
    ("PS", "persons"), ("Millions of Euro", "Million Euro"), ("MIO_EUR", "MIO EUR"),
    ("MRD_KRW", "MRD KRW"), ("THS_USD", "THS USD"), ("PSNS: Persons", "Persons"),
    ("PC: Percentage of all", "%"), ("億円", "억엔"), ("千人", "천명"), ("百万円", "백만엔"),
    ("十億円", "십억엔"), ("兆円", "조엔"), ("万件", "만건"), ("萬台", "만대"), ("戸", "호"),
    ("10億円", "10억엔"), ("억불", "억달러"),
    ("백만불", "백만달러"), ("천불", "천달러"), ("persons", "persons"),
    ("368: Per cent per year", "Per cent per year"), ("a: b", "a: b"),
])  # fmt: skip
def test_units_in_the_codes_of_offices(code: str, unit: str) -> None:
    assert unit_of_code(code) == unit


@pytest.mark.parametrize("sign", TRIANGLES)
def test_a_triangle_is_asked_about(sign: str) -> None:
    """Minus in government tables, a rise in the press: only a mapping says which."""
    with pytest.raises(Wrong) as wrong:
        Reader("%").read(f"{sign}1.2")
    assert str(wrong.value) == (
        f"{sign} before a figure means minus to some and a rise to others; write -1.2, or say minus"
        f' = "{sign}" in a mapping file'
    )
    found = Reader("%", minus=sign).read(f"{sign} 1.2")
    assert found is not None
    assert found.value == Decimal("-1.2")
    for other in set("△▲▽▼") - {sign}:
        with pytest.raises(Wrong, match="means minus to some"):
            Reader("%", minus=sign).read(f"{other}1.2")


@pytest.mark.parametrize(("text", "value", "bound"), [
    ("<5", "5", "<="), ("<= 5", "5", "<="), ("≤5", "5", "<="), (">5", "5", ">="),
    (">=5", "5", ">="), ("≥ -5", "-5", ">="), ("−5", "-5", "="), ("– 5.5", "-5.5", "="),
    ("5", "5", "="), ("1 234", "1234", "="), ("1’234", "1234", "="), ("0", "0", "="),
    ("12,34,567", "1234567", "="), ("1\u00a0234\u00a0567.5", "1234567.5", "="),
    ("1,234", "1234", "="),
])  # fmt: skip
def test_how_figures_are_written(text: str, value: str, bound: str) -> None:
    found = Reader("companies").read(text)
    assert found is not None
    assert (found.value, found.bound) == (Decimal(value), bound)


@pytest.mark.parametrize(("text", "said"), [
    ("#REF!", '"#REF!" is an error of a spreadsheet; mend its formula there'),
    ("(1.2)", '"(1.2)" stands in brackets; write -1.2 for what is below zero'),
    ("1.2*", '"1.2*" ends with the mark of a footnote; write p in its place if provisional'),
    ("1.2¹", "ends with the mark of a footnote"), ("1.2 2)", "ends with the mark of a footnote"),
    ("1.2 주)", "ends with the mark of a footnote"), ("1.2†", "ends with the mark of a footnote"),
    ("< -", '"< -" is a limit of nothing; mend it, or skip the row'),
    ("1e400", "is absurd as a figure"),
])  # fmt: skip
def test_what_is_no_figure(text: str, said: str) -> None:
    with pytest.raises(Wrong) as wrong:
        Reader("companies").read(1e300 if text == "1e400" else text)
    assert said in str(wrong.value)


@pytest.mark.parametrize(("cell", "said"), [
    (True, "true is true or false, not a figure; choose another value column"),
    (dt.date(2024, 6, 30), "2024-06-30 is a date, not a figure; choose another value column"),
])  # fmt: skip
def test_what_a_spreadsheet_holds_in_place_of_a_figure(cell: Cell, said: str) -> None:
    with pytest.raises(Wrong) as wrong:
        Reader("companies").read(cell)
    assert str(wrong.value) == said


@pytest.mark.parametrize(("text", "value"), [
    ("1,5", "1.5"), ("1.234,5", "1234.5"), ("1.234", "1234"), ("1234,5 p", "1234.5"),
    ("-1.234.567,25", "-1234567.25"),
])  # fmt: skip
def test_a_decimal_comma_that_a_person_says(text: str, value: str) -> None:
    found = Reader("companies", decimal=",").read(text)
    assert found is not None
    assert found.value == Decimal(value)
    with pytest.raises(Wrong, match="not grouped as a number with a decimal comma; write 1"):
        Reader("companies", decimal=",").read("1.23")


def test_what_a_factor_does_not_make() -> None:
    """Of a tonne of carbon a factor of ten makes no CO2; 51 838,5 has a decimal comma."""
    with pytest.raises(Wrong) as caught:
        Reader("Mt CO2").read("133", "thousand metric tons of C")
    assert caught.value.remedy == "convert them in the file"
    with pytest.raises(Wrong, match='"51 838,5" has a comma where no thousands end; add --dec'):
        Reader("thousand persons", decimal="").read("51 838,5")


def test_a_scale_that_a_person_says() -> None:
    """The figure of the file is kept in the note; a sign of per cent beside it is one too much."""
    found = Reader("companies", Decimal(1000)).read("1.5 p")
    assert found is not None
    assert (found.value, found.status) == (Decimal(1500), "provisional")
    assert found.note == "1.5 in the file, times 1000"
    with pytest.raises(Wrong, match='"12%" has its percent sign, and a scale as well'):
        Reader("%", Decimal(100)).read("12%")
    with pytest.raises(Wrong, match='"12천명" has a size of its own, and a scale as well'):
        Reader("명", Decimal(10)).read("12천명")
    with pytest.raises(Wrong, match='the file counts in "천명", and a scale is given as well'):
        Reader("명", Decimal(1000)).read("12", "천명")


@pytest.mark.parametrize(("reader", "cell", "stated", "value", "status", "note"), [
    (Reader("%"), ">17.8 ep", "", "17.8", "estimated", ">17.8 ep in the file"),
    (Reader("%"), "> 17.8 p", "", "17.8", "provisional", "> 17.8 in the file"),
    (Reader("%"), "12.3% ep", "", "12.3", "estimated", ""),
    (Reader("TWh"), "12 TWh p", "", "12", "provisional", ""),
    (Reader("ps"), "12 ps", "", "12", None, ""),  # of a motor, and no provisional strike
    (Reader("p"), "12p", "", "12", "provisional", ""),  # pence, or a first estimate
    (Reader("%", Decimal(100)), "≥ 5", "", "500", None, "5 in the file, times 100"),
    (Reader("%", Decimal(100)), "0.064", "percent", "6.4", None, "0.064 in the file, times 100"),
    (Reader("%", Decimal(100)), 1e-7, "percent", "0.00001", None, "1e-07 in the file, times 100"),
    (Reader("%", Decimal(100)), "1e-07", "", "0.00001", None, "1e-07 in the file, times 100"),
    (Reader("KRW bn"), "912억원", "100억원", "91.2", None, ""),  # the cell's own unit goes first
    (Reader("firms", Decimal(1000)), "12345.6789012345678901234567891", "",
     "12345678.9012345678901234567891", None, "12345.6789012345678901234567891 in the file,"
     " times 1000"),
])  # fmt: skip
def test_what_a_cell_says_with_its_marks_limits_and_sizes(
    reader: Reader, cell: Cell, stated: str, value: str, status: str | None, note: str
) -> None:
    found = reader.read(cell, stated)
    assert found is not None
    assert (found.value, found.status, found.note) == (Decimal(value), status, note)


@pytest.mark.parametrize(("reader", "cell", "stated", "said"), [
    (Reader("%"), "17 p e", "", "'17 p' ends with \"p\", and the unit is \"%\""),
    (Reader("%"), "17 e p", "", "'17 e' ends with \"e\", and the unit is \"%\""),
    (Reader("firms", decimal=","), "12,34,567", "",
     '"12,34,567" is not grouped as a number with a decimal comma'),
    (Reader("firms", decimal=","), "abc", "", "'abc' does not begin with a number"),
    (Reader("firms", Decimal(10) ** 9), "1234567890123", "",
     '"1234567890123" times 1000000000 is absurd; mend the scale'),
    (Reader("Mt"), "12 xx", "kt", "'12 xx' ends with \"xx\", and the unit is \"Mt\""),
    (Reader("USD m"), "12", "EUR bn", "'12 EUR bn' is in EUR, and the unit is \"USD m\""),
    (Reader("thousand births"), "5", "births of 1000 women",
     'the file counts in "births of 1000 women", and the unit is "thousand births"; convert'),
])  # fmt: skip
def test_what_a_cell_says_that_is_not_read(
    reader: Reader, cell: Cell, stated: str, said: str
) -> None:
    with pytest.raises(Wrong) as wrong:
        reader.read(cell, stated)
    assert str(wrong.value).startswith(said)
    assert "is the same" not in str(wrong.value)


@pytest.mark.parametrize(("before", "unit"), [
    ("¥", "JPY"), ("¥", "CNY"), ("kr", "SEK"), ("kr", "NOK"), ("kr ", "DKK"), ("kr", "ISK"),
    ("kr.", "DKK"), ("zł ", "PLN m"), ("₹", "INR"), ("C$", "CAD"), ("A$", "AUD"), ("Fr. ", "CHF"),
    ("$", "USD"), ("$", "CAD"), ("$", "AUD bn"), ("US$", "USD"), ("+", "%"), ("", "%"),
])  # fmt: skip
def test_what_a_format_puts_before_a_number(before: str, unit: str) -> None:
    """The sign of the unit's own money is none of another, and of no other size."""
    cell = Shape(percent=False, before=before).of(600)
    assert as_shown(cell, "", unit, None, told=False) == (cell, "", None)
    if before not in ("", "+"):
        with pytest.raises(Wrong, match="say with --unit what it holds"):
            as_shown(cell, "", "GBP", None, told=False)
        with pytest.raises(Wrong, match="say with --unit what it holds"):
            as_shown(Shape(percent=False, before=before, behind="m").of(600), "", unit, None,
                     told=False)  # fmt: skip
    plus = Shape(percent=False, before="+", behind="%").of(6.4)
    assert as_shown(plus, "", "%", None, told=False) == (plus, "", None)


@pytest.mark.parametrize(("behind", "stated", "unit"), [
    (" m3", "", "m³"), (" MtCO2e", "", "MtCO₂e"), (" Mt CO2e", "MtCO2e", "MtCO2e"),
    (" 억원", "EUR m", "KRW bn"), ("개소", "개 소", "sites"),
])  # fmt: skip
def test_a_unit_that_a_format_adds(behind: str, stated: str, unit: str) -> None:
    """That of the target in another spelling was asked about; one of another money is refused."""
    cell = Shape(percent=False, behind=behind).of(600)
    assert as_shown(cell, stated, unit, None, told=False) == (cell, stated, None)


@pytest.mark.parametrize(("before", "behind"), [
    *((sign, "") for sign in ("<", "> ", "≤", "≥", "~", "∼", "≈", "±", "약 ", *TRIANGLES)),
    *(("", sign) for sign in ("+", "이상", " 이하", "미만", " 초과", "(초과)")),
])  # fmt: skip
def test_a_limit_that_a_format_adds(before: str, behind: str) -> None:
    """Also to a number of which a person has said the unit."""
    with pytest.raises(Wrong, match="make it a text, as it is shown"):
        as_shown(Shape(False, before, behind).of(600), "", "firms", None, told=True)


@pytest.mark.parametrize("name", [
    "Value", "Values", "Data", "Obs", "Observation", "Figure", "Figures", "Code", "Codes",
    "Publication", "Release", "Revision", "Label", "Desc", "Description", "en", "of the", "v2",
    "Structure", "Statistical", "Record", "Result", "Results", "q",
])  # fmt: skip
def test_whose_status_a_column_tells(name: str) -> None:
    """That of the figure; the status of a firm is another."""
    assert said_beside(f"{name} status", "p") == "provisional"
    assert said_beside(f"{name.title()}_Status", "e") == "estimated"
    assert said_beside(f"{name} firm status", "p") is None


@pytest.mark.parametrize("yes", [
    "Y", "Yes", "TRUE", "1", "T", "o", "v", "○", "◯", "●", "예", "✓", "네", "✔", "√", "여", "해당",
])  # fmt: skip
def test_a_yes_under_a_name_that_says_it(yes: str) -> None:
    for name in ("잠정여부", "Is provisional", "provisional_flag", "Preliminary", "잠정치 여부"):
        assert said_beside(name, yes) == "provisional"
    for name in ("추정치 여부", "Imputed", "Forecast flag", "isEstimated", "전망", "예측값 여부"):
        assert said_beside(name, yes) == "estimated"
    for name in ("확정여부", "Is final", "final_flag"):
        assert said_beside(name, yes) is None


@pytest.mark.parametrize("no", [
    "N", "No", "false", "0", "아니오", "아니요", "부", "×", "✕", "✗", "비해당", "해당없음",
])  # fmt: skip
def test_a_no_under_a_name_that_says_it(no: str) -> None:
    for name in ("확정여부", "Is final", "final_flag", "확정치"):
        assert said_beside(name, no) == "provisional"
    for name in ("잠정여부", "provisional_flag", "Forecast flag", "Imputed"):
        assert said_beside(name, no) is None


def test_what_is_not_settled_is_not_final_under_any_name() -> None:
    """It is no "no": under a name that asks whether it is provisional it made a figure final."""
    for name in (
        "확정여부",
        "확정치",
        "final_flag",
        "잠정여부",
        "provisional_flag",
        "상태",
        "비고",
    ):
        assert said_beside(name, "미확정") == "provisional"


def test_a_cross_is_a_yes_and_beside_a_circle_a_no() -> None:
    assert said_beside("Is provisional", "x") == said_beside("확정여부", "X") == "provisional"
    assert said_beside("잠정여부", "X") is None


@pytest.mark.parametrize(("label", "text", "status"), [
    ("Value Flag", "x", None), ("Symbol", "X", None), ("Value Flag", "s", "estimated"),
    ("Forecast flag", "ep", "estimated"), ("final_flag", "e", "estimated"),
    ("Forecast flag", "Estimated by the office", "estimated"),
    ("Value Flag", "Estimated by the office", "estimated"),
    ("Value status", "Estimated by the office", "estimated"),
    ("Value status", f"Estimated {'a' * 50}", "estimated"),
    ("Value status", f"Estimated {'a' * 51}", None),  # prose
    ("Country flag", "p", None), ("Flag state", "p", None), ("Flag registry", "p", None),
])  # fmt: skip
def test_what_a_cell_says_under_the_name_of_a_flag(
    label: str, text: str, status: str | None
) -> None:
    assert said_beside(label, text) == status


@pytest.mark.parametrize(("label", "text", "said"), [
    ("Value Flag", "bep", '"bep" means a break'), ("Forecast flag", "b", '"b" means a break'),
    ("Value status", "s", '"s" is not A, P, E or F'),  # a strike in SDMX
])  # fmt: skip
def test_a_flag_that_makes_it_another_figure(label: str, text: str, said: str) -> None:
    with pytest.raises(Wrong, match=said):
        said_beside(label, text)


@pytest.mark.parametrize("text", [
    "Provisional, to be revised", "Data are provisional, not final",
    "These data are provisional until final figures are published", "Preliminary, not yet final",
    "Figures are preliminary and will be replaced", "Preliminary figures pending the final ones",
    "잠정치로 향후 변경될 수 있음", "잠정치임(확정치 아님)", "확정 전 잠정치임",
    "수치는 잠정치로 확정 시 변경 가능", "본 자료는 잠정치로서 확정치와 다를 수 있음",
    "추후 확정 예정인 잠정치", "아직 확정되지 않은 잠정치", "2023년은 잠정치, 2022년은 확정치",
    "2022 final; 2023 provisional", "2023년 수치는 잠정치이며 2022년 이전은 확정치임",
    "2021~2024년은 잠정치", "2021 final, 2022, 2023 and 2024 provisional",
])  # fmt: skip
def test_a_remark_on_what_is_not_final_yet(text: str) -> None:
    """That it may be revised was taken for a word that it had been, and the figure for final."""
    assert said_in_remark(text, 2023) == "provisional"


@pytest.mark.parametrize("text", [
    "Revised from provisional data", "잠정치를 확정", "잠정치가 수정됨", "Not provisional",
    "In 2021 provisional, in 2023 final", "2022년은 잠정치, 2023년은 확정치",
    "2022 provisional, 2023 final", "2023년 확정치(2022년은 잠정치)", "당초 잠정치였으나 변경",
    "Final data replace the provisional ones of 2023",
])  # fmt: skip
def test_a_remark_on_what_was_provisional(text: str) -> None:
    assert said_in_remark(text, 2023) is None


@pytest.mark.parametrize(("text", "years"), [
    ("2022년은 확정치, 2023년은 전망치", {2023: "estimated"}),
    ("2022 actual, 2023 forecast", {2023: "estimated"}),
    ("2022 actual, 2023 provisional", {2023: "provisional"}),
    ("2022년 실적 2023년 잠정", {2023: "provisional"}),
    ("2023년 실적, 잠정치임", {2023: "provisional"}),
    ("주: 2022년까지 실적, 2023년은 전망", {2023: "estimated"}),
    ("주: 2023년은 전망치로 추후 변경될 수 있음", {2023: "estimated"}),
    ("2023 figures are forecasts and may be revised.", {2023: "estimated"}),
    ("주: 2023년은 목표치임", {2023: "planned"}), ("2023 is a target", {2023: "planned"}),
    ("Figures for 2023 are budgeted", {2023: "enacted"}), ("2023년은 예산안", {2023: "planned"}),
    ("2023 target", {}), ("2023년 목표", {}),  # as a whole table may be called
    ("2022~2023년은 잠정치", {2022: "provisional", 2023: "provisional"}),
    ("2022 final, 2023, 2024 provisional", {2023: "provisional", 2024: "provisional"}),
])  # fmt: skip
def test_a_note_on_years(text: str, years: dict[int, str]) -> None:
    assert said_of_years([text]) == years
    for year in (2021, 2022, 2023):
        assert said_in_remark(text, year) == years.get(year)


@pytest.mark.parametrize(("text", "status"), [
    ("2023년 이후는 전망치", "estimated"), ("주: 2023년부터 잠정치", "provisional"),
    ("2023 onwards: forecasts", "estimated"),
])  # fmt: skip
def test_a_note_on_all_years_from_one_on(text: str, status: str) -> None:
    found = said_of_years([text])
    assert (found.get(2022), found[2023], found[2024], found[2050]) == (
        None, status, status, status)  # fmt: skip


def test_answers_and_remarks() -> None:
    assert answers("Preliminary", "(yes)")
    assert answers("잠정여부", "x")
    with pytest.raises(Wrong, match='"조사방식 변경으로 시계열 단절" means a break in the series'):
        said_in_remark("조사방식 변경으로 시계열 단절", 2023)


@pytest.mark.parametrize("name", ["Is final", "is_final", "final_flag"])
def test_a_cross_may_say_that_a_figure_is_final_or_that_it_is_not(name: str) -> None:
    """Where a circle may stand in the next row nobody knows: it was a yes, and so a result."""
    with pytest.raises(Wrong, match='"x" is no mark that is known'):
        said_beside(name, "x")


@pytest.mark.parametrize("text", ["1" * 100_000 + "!p", "1가" * 50_000 + "!p"])
def test_a_long_cell_is_looked_through_once(text: str) -> None:
    """And not from each of its digits to its end."""
    start = time.process_time()
    assert unmarked(text) == (text, None)
    assert time.process_time() - start < 2
