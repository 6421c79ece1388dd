"""Each trap that is known of tables, one test: spreadsheets, KOSIS, ECOS and Excel.

A trap is read right or refused with what to do; nothing in between.
"""

from __future__ import annotations

import io
import json
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kpi.facts.intake import arrivals
from kpi.facts.intake.doubts.every_doubt import doubts
from kpi.facts.intake.rows import Blank, Gathered
from kpi.values import replace
from tests.importing.conftest import Take
from tests.importing.sheets import (
    DATE,
    ERROR,
    FORMULA,
    PERCENT,
    TRILLIONS,
    YEAR,
    changed,
    ods,
    shape,
    xlsx,
)

HEAD = ["시점", "값"]


# --- numbers that spreadsheets hold ------------------------------------------------------------


def test_integers_arrive_as_floats(take: Take) -> None:
    """A year of 2024.0 is 2024, and 1000.0 firms are recorded as 1000."""
    took = take(xlsx([HEAD, [2024.0, 1000.0]]), target="firms", write=True)
    assert took.facts == [("2024", 1000)]
    assert took.answer["files"] == ["observations/firms/batch_2025-06-30_xlsx.toml"]


def test_integers_are_recorded_without_a_point(take: Take, project) -> None:  # type: ignore[no-untyped-def]
    """The batch says `value = 1000` and `period = 2024`."""
    take(xlsx([HEAD, [2024.0, 1000.0]]), target="firms", write=True)
    text = (project / "observations/firms/batch_2025-06-30_xlsx.toml").read_text("utf-8")
    assert "value = 1000\n" in text
    assert "period = 2024\n" in text


def test_binary_noise_is_no_digit(take: Take) -> None:
    """0.1 + 0.2 is 0.3 in a spreadsheet, which keeps 15 digits."""
    took = take(xlsx([HEAD, [2023, 12.300000000000001], [2024, 3.3000000000000003]]))
    assert took.facts == [("2023", 12.3), ("2024", 3.3)]


def test_percent_cells_are_fractions(take: Take) -> None:
    """12.3 % is stored as 0.123; what it means is asked, and the scale is said in a note."""
    rows = [HEAD, [2023, (0.064, PERCENT)], [2024, (0.123, PERCENT)]]
    took = take(xlsx(rows))
    assert took.code == 4
    assert 'the cell shows "6.4%" and holds 0.064' in took.said
    assert "--scale 100" in took.said
    assert take(xlsx(rows), "--scale", "100").facts == [("2023", 6.4), ("2024", 12.3)]
    assert take(xlsx(rows), "--scale", "1").facts == [("2023", 0.064), ("2024", 0.123)]


def test_percent_cells_above_a_hundred_are_asked_about_too(take: Take) -> None:
    """0.9, 1.02 and 1.1 look like figures in per cent; their format tells that they are none."""
    rows = [HEAD, [2022, (0.9, PERCENT)], [2023, (1.02, PERCENT)], [2024, (1.1, PERCENT)]]
    assert take(xlsx(rows)).code == 4
    assert take(xlsx(rows), "--scale", "100").facts == [
        ("2022", 90), ("2023", 102), ("2024", 110),
    ]  # fmt: skip
    assert take(xlsx([HEAD, [2024, (0.5, PERCENT)]]), target="firms").code == 4


def test_words_of_a_cells_format_are_read_as_they_are_shown(take: Take) -> None:
    """1.5 shown as 1.5조원 is 1,500, as in a CSV of the same sheet, but for what a person says."""
    rows = [["시점", "값"], [(2023, YEAR), (1.5, TRILLIONS)], [(2024, YEAR), (2, TRILLIONS)]]
    right = [("2023", 1500), ("2024", 2000)]
    assert take(xlsx(rows), target="money").facts == right
    assert take("시점,값\n2023년,1.5조원\n2024년,2조원\n", target="money").facts == right
    for more in (("--unit", "조원"), ("--scale", "1000")):
        assert take(xlsx(rows), *more, target="money").facts == right
    rows[0] = ["시점", "값(조원)"]
    assert take(xlsx(rows), target="money").facts == right
    assert take(xlsx([HEAD, [2024, (6.5, shape('0.0"%p"'))]])).code == 4  # points are no per cent


#: What a cell of 600 shows in one format or another, and what is made of it.
AS_THEY_WERE = ["#,##0.00", '0".-"', '"약"@', "#,##0_);(#,##0)", "[$-407] #,##0", "0.00E+00",
                "0;-0;..", "# ?/?", "General", "+0;-0", "_-* #,##0_-;\\-* #,##0_-"]  # fmt: skip


@pytest.mark.parametrize("code", AS_THEY_WERE)
def test_a_format_that_says_nothing_of_the_unit_changes_nothing(take: Take, code: str) -> None:
    rows = [HEAD, [2023, (600, shape(code))], [2024, (640, shape(code))]]
    took = take(xlsx(rows), target="firms")
    assert (took.code, took.facts) == (0, [("2023", 600), ("2024", 640)])
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final"]


@pytest.mark.parametrize(
    ("code", "status"),
    [('0"p"', "provisional"), ('0" (p)"', "provisional"), ('0"p)"', "provisional"),
     ('0"(잠정)"', "provisional"), ('0" 추정"', "estimated"), ('0"e"', "estimated"),
     ('0"r"', "final")],
)  # fmt: skip
def test_a_mark_in_a_format_is_a_status(take: Take, code: str, status: str) -> None:
    """As it is behind the text 600p."""
    took = take(xlsx([HEAD, [2023, (600, shape(code))]]), target="firms")
    assert took.facts == [("2023", 600)]
    assert [row["status"] for row in took.answer["rows"]] == [status]


def test_per_cent_is_asked_about_also_where_a_unit_is_told(take: Take) -> None:
    """Which says nothing of hundredths."""
    rows = xlsx([HEAD, [2022, (0.121, PERCENT)], [2023, (0.253, PERCENT)]])
    assert take(rows, "--unit", "%").code == 4


@pytest.mark.parametrize(
    ("head", "code", "held", "right"),
    [
        ("수(개)", '#,##0.0,"천개"', 1200, None), ("companies", '0.0,"k"', 1200, 1200),
        ("companies", '0.0" thousand companies"', 1.2, None), ("companies", '0.0"k"', 1.2, None),
        ("companies", '#,##0" companies"', 600, 600), ("companies", '#,##0"k"', 6, None),
    ],
)  # fmt: skip
def test_a_size_in_a_format_beside_a_bare_unit(
    take: Take, head: str, code: str, held: float, right: float | None
) -> None:
    """What is shown counts in thousands, whatever the heading says without a size."""
    took = take(xlsx([["시점", head], [2022, (held, shape(code))]]), "--value-column", head,
                target="firms")  # fmt: skip
    assert took.code == 4 if right is None else took.facts == [("2022", right)]


@pytest.mark.parametrize("code", ['0.0"%"', r"0.0\%", '0.0" %"', '0.0"％"'])
def test_a_sign_of_the_targets_own_unit(take: Take, code: str) -> None:
    """In quotes it multiplies nothing."""
    for head in ("값", "이용률 (%)"):
        took = take(xlsx([["시점", head], [2022, (6.4, shape(code))]]), "--value-column", head)
        assert took.facts == [("2022", 6.4)]


def test_a_mark_stays_one_beside_what_a_person_says(take: Take) -> None:
    """And a limit in words is none the less one; 6.4%p is a change."""
    for code, more in (('0"p"', "--scale"), ('0" (p)"', "--unit"), ('0" 잠정"', "--unit")):
        rows = xlsx([HEAD, [2023, (600, shape(code))]])
        took = take(rows, more, "1" if more == "--scale" else "companies", target="firms")
        assert [row["status"] for row in took.answer["rows"]] == ["provisional"]
    rows = xlsx([HEAD, [2023, (0.9, shape('0.0%" (p)"'))], [2024, (1.02, shape('0.0%" (p)"'))]])
    took = take(rows, "--scale", "100")
    assert [row["status"] for row in took.answer["rows"]] == ["provisional", "provisional"]
    for code in ('0" 이상"', '0"이하"', '0"+"', '"<"0', '"약 "0'):
        rows = xlsx([HEAD, [2023, (600, shape(code))]])
        assert take(rows, "--unit", "companies", target="firms").code == 4
    for code in ('0.0%"p"', '"<"0.0%', '"약 "0.0%'):
        assert take(xlsx([HEAD, [2023, (0.9, shape(code))]]), "--scale", "100").code == 4


@pytest.mark.parametrize(
    "code",
    ['0" 1)"', '0"(2)"', '0"-1"', '#,##0" 2023p"', '"$"#,##0', "[$€-407] #,##0", '"£"0', '0"‰"',
     '0"*"', '0"†"',  '"ca. "0', "-0", r"\-0", "(0)", '"("0")"', '"p "0',
     '"천개 "0', '0"1천개"', '0" 1,000개"', '0"x1000"', '0"×10³"', '0"E3"'],
)  # fmt: skip
def test_whatever_a_format_adds_is_understood_or_asked_about(take: Take, code: str) -> None:
    """As the text that is shown would be refused; whoever means what the cell holds can say so."""
    rows = xlsx([HEAD, [2023, (600, shape(code))]])
    took = take(rows, target="firms")
    assert took.code == 4
    assert "and holds 600" in took.said
    assert take(rows, "--scale", "1", target="firms").facts == [("2023", 600)]


@pytest.mark.parametrize(
    ("target", "held", "code", "right"),
    [
        ("firms", 1200, '#,##0.0," thousand companies"', 1200), ("firms", 1200, '0.0,"K"', 1200),
        ("money", 120_000, '#,##0,"십억원"', 120), ("money", 1_200_000_000, '#,##0,"백만원"', 1200),
    ],
)  # fmt: skip
def test_digits_that_are_left_out_before_a_size_count_once(
    take: Take, target: str, held: float, code: str, right: float
) -> None:
    """1,200 shown as 1.2K are 1,200, not as many thousands."""
    rows = xlsx([HEAD, [2022, (held, shape(code))]])
    assert take(rows, target=target).facts == [("2022", right)]


def test_digits_that_are_left_out_before_a_word_that_nobody_knows(take: Take) -> None:
    rows = xlsx([HEAD, [2022, (1200, shape('#,##0.0,"위"'))]])
    told = 'the cell shows "1.2위" and holds 1200; say with --unit what it holds'
    assert take(rows, target="firms").reasons == [told]
    assert take(rows, "--unit", "companies", target="firms").facts == [("2022", 1200)]


@pytest.mark.parametrize(
    ("code", "period", "status"),
    [('0"E"', "2021", "estimated"), ('0"(p)"', "2021", "provisional"), ('0"년"', "2021", "final"),
     ('"Q1 "0', "2021-Q1", "final"), ('0" Q1"', "2021-Q1", "final"),
     ('0"년 상반기"', "2021-S1", "final")],
)  # fmt: skip
def test_a_period_is_read_as_it_is_shown(take: Take, code: str, period: str, status: str) -> None:
    """2021E is an estimate, and the first quarter of 2021 no year."""
    took = take(xlsx([HEAD, [(2021, shape(code)), 6.4]]))
    assert [row["period"] for row in took.answer["rows"]] == [period]
    assert [row["status"] for row in took.answer["rows"]] == [status]


@pytest.mark.parametrize(("code", "status"), [('0" (예산)"', "enacted"), ('0" target"', "planned")])
def test_a_year_that_is_shown_with_the_sort_of_its_figures(
    take: Take, code: str, status: str
) -> None:
    took = take(xlsx([HEAD, [(2021, shape(code)), 6.4]]))
    assert [row["status"] for row in took.answer["rows"]] == [status]


@pytest.mark.parametrize("code", ['"FY"0', '0"/22"', '0"회계연도"', '0" (설명)"', '0" text"'])
def test_a_period_that_is_shown_as_no_year_is_none(take: Take, code: str) -> None:
    took = take(xlsx([HEAD, [(2021, shape(code)), 6.4]]))
    assert (took.code, took.fates) == (4, ["refused"])


def test_numbers_of_styles_and_rows_beyond_all_bounds(take: Take) -> None:
    """Of thousands of digits, which Python refuses to read."""
    table = xlsx([HEAD, [2022, (0.9, PERCENT)], [2023, 6.5]])
    long = b"9" * 5000
    for old in (b'numFmtId="10"', b'numFmtId="0"'):
        assert take(restyled(table, old, b'numFmtId="' + long + b'"')).code in (0, 4)
    rows = changed(table, r"<c r='?\"?", '<c  r="')
    assert take(changed(rows, r'<row r="3"', f'<row r="{"9" * 5000}"')).code in (0, 4)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ('#,##0"개"', '--unit "companies"'), ('#,##0" 개사"', '--unit "companies"'),
        ('"$"#,##0"M"', "say with --unit"), ('#,##0 "Mio." [$€-407]', "say with --unit"),
        ('"<"0', "make it a text"), ('"△"0', "make it a text"), ('"약 "0', "make it a text"),
    ],
)  # fmt: skip
def test_a_format_that_says_something_else_is_asked_about(take: Take, code: str, told: str) -> None:
    took = take(xlsx([HEAD, [2023, (600, shape(code))]]), target="firms")
    assert took.code == 4
    assert told in took.said
    assert take(xlsx([HEAD, [2023, (600, shape('0" companies"'))]]), target="firms").code == 0


@pytest.mark.parametrize(
    "code", ["0%", '[=0]"-";0.0%', "[<0.1]0.0%;0%", r"#\ ##0.0\ %", "# ##0.0%", "%0.0"]
)
def test_per_cent_is_seen_in_any_format(take: Take, code: str) -> None:
    rows = [HEAD, [2022, (0.9, shape(code))], [2023, (1.02, shape(code))]]
    assert "and holds 0.9" in take(xlsx(rows)).said
    assert take(xlsx(rows), "--scale", "100").facts == [("2022", 90), ("2023", 102)]


def test_cells_of_both_kinds_are_asked_about(take: Take) -> None:
    """No scale is right for 4.5% and 4.6."""
    rows = [HEAD, [2021, (0.045, PERCENT)], [2022, 4.6], [2023, 4.7]]
    for more in ((), ("--scale", "100"), ("--scale", "1")):
        assert take(xlsx(rows), *more).code == 4
    assert "make the cells of one kind" in take(xlsx(rows), "--scale", "100").said


def test_digits_that_are_left_out_under_a_heading_of_their_size_are_asked_about(take: Take) -> None:
    """(단위: 천원) over 28,000,000, of which the cell holds the won."""
    rows = [
        ["(단위: 천원)"],
        HEAD,
        [2022, (28e9, shape("#,##0,"))],
        [2023, (3e10, shape("#,##0,"))],
    ]
    took = take(xlsx(rows), target="money")
    assert took.code == 4
    assert 'shows "28000000" and holds 28000000000' in took.said
    assert take(xlsx(rows), "--unit", "KRW", target="money").facts == [("2022", 28), ("2023", 30)]


def test_only_the_figures_are_read_with_their_words(take: Take) -> None:
    """A rank of 5위 is a number, and so are a denominator in 개 and an error in %."""
    rows = [["연도", "값", "순위"], *([year, 6 + year - 2020, (5, shape('0"위"'))] for year in
            (2021, 2022)), [2023, 9, (4, shape('0"위"'))]]  # fmt: skip
    assert len(take(xlsx(rows)).facts) == 3
    rows = [["period", "value", "numerator", "denominator"],
            [2022, 6.4, (64, shape('0"개"')), (1000, shape('0"개"'))]]  # fmt: skip
    assert take(xlsx(rows)).facts == [("2022", 6.4)]


def test_formats_of_conditional_formatting_are_not_the_cells_own(take: Take) -> None:
    table = xlsx([HEAD, [2023, (600, shape("#,##0_ "))]], other='0.0"천명"')
    assert take(table, target="firms").facts == [("2023", 600)]


def test_a_format_is_seen_wherever_its_cell_stands(take: Take) -> None:
    """Cells without places, attributes in other quotes, and a first style that all have."""
    table = xlsx([HEAD, [2022, (0.9, PERCENT)], [2023, (1.02, PERCENT)]])
    for old, new in ((r' r="[A-Z]+[0-9]+"', ""), (r' s="([0-9])"', r" s='\1'")):
        assert "and holds 0.9" in take(changed(table, old, new)).said


def test_a_scale_leaves_its_trace(take: Take, project) -> None:  # type: ignore[no-untyped-def]
    """The record tells what stood in the file, and has no digits that it did not have."""
    take(xlsx([HEAD, [2024, (0.123, PERCENT)]]), "--scale", "100", write=True)
    text = (project / "observations/share/batch_2025-06-30_xlsx.toml").read_text("utf-8")
    assert "value = 12.3\n" in text
    assert 'note = "0.123 in the file, times 100"\n' in text


def test_fractions_in_csv_are_the_same_trap(take: Take) -> None:
    """A CSV that was saved from percent cells without their format."""
    assert "--scale 100" in take("시점,값\n2023,0.064\n2024,0.123\n").said


def test_a_percent_sign_settles_it(take: Take) -> None:
    """0.5 % with its sign is half a per cent; a scale on top is refused."""
    assert take("시점,값\n2024,0.5%\n").facts == [("2024", 0.5)]
    took = take("시점,값\n2024,0.5%\n", "--scale", "100")
    assert took.code == 4
    assert "leave the scale out" in took.said


def test_fractions_beyond_one_are_noticed_by_what_is_known(take: Take) -> None:
    """0.9 and 1.05 for 90 and 105 %: no single figure shows it, what is recorded does."""
    assert take("시점,값\n2021,90\n2022,105\n", published="2023-06-30", write=True).code == 0
    took = take("시점,값\n2021,0.9\n2022,1.05\n")
    assert took.code == 4
    assert "10^-2 times those recorded" in took.said
    assert "--scale 100" in took.said


def test_figures_far_from_all_that_is_known(take: Take) -> None:
    """Won where the target counts in billions of won."""
    took = take("시점,값\n2023,1817000000000\n", target="money")
    assert took.code == 4
    assert "--scale" in took.said


def test_empty_and_uncalculated_cells_are_no_zero(take: Take) -> None:
    """An empty cell, a formula without a result and an error all arrive as nothing."""
    took = take(xlsx([HEAD, [2021, 6.4], [2022, None], [2023, FORMULA], [2024, ERROR]]))
    assert took.facts == [("2021", 6.4)]
    assert took.fates[1:] == ["skipped"] * 3
    assert set(took.reasons[1:]) == {"empty, an error, or a formula without a stored result"}


def test_a_sheet_of_uncalculated_formulas_records_nothing(take: Take) -> None:
    """Nothing new, and no file."""
    took = take(xlsx([HEAD, [2023, FORMULA], [2024, FORMULA]]), write=True)
    assert (took.code, took.answer["files"], took.facts) == (0, [], [])


def test_formulas_are_never_run(take: Take) -> None:
    """A text that begins with "=" is no figure."""
    took = take('시점,값\n2024,"=1+1"\n')
    assert (took.code, took.fates) == (4, ["refused"])


@pytest.mark.parametrize("text", ["#DIV/0!", "#N/A", "#REF!"])
def test_an_error_of_a_spreadsheet_in_csv(take: Take, text: str) -> None:
    """The word of an error is refused, not skipped as if there were no figure."""
    took = take(f"시점,값\n2024,{text}\n")
    assert took.code == 4
    assert "is an error of a spreadsheet" in took.said


# --- periods -----------------------------------------------------------------------------------


def test_months_as_numbers_are_refused(take: Take) -> None:
    """2024.06 is a number to a spreadsheet, so 2024.10 has become 2024.1."""
    took = take(xlsx([HEAD, [2024.06, 6.4], [2024.1, 7.0]]))
    assert (took.code, took.fates) == (4, ["refused", "refused"])
    assert "may be a month that a spreadsheet took for a number" in took.said
    assert "write months as 2024-06" in took.said


@pytest.mark.parametrize("style", [(), ("--period-style", "month")])
def test_2024_1_is_january_or_october(take: Take, style: tuple[str, ...]) -> None:
    """Refused in CSV too, whatever the style; 2024.01 and 2024.10 are clear."""
    took = take("시점,값\n2024.09,6\n2024.1,7\n2024.11,8\n", *style)
    assert took.fates == ["new", "refused", "new"]
    assert "2024.10 becomes 2024.1" in took.said
    assert take("시점,값\n2024.01,6\n2024.10,7\n").facts == [("2024-01", 6), ("2024-10", 7)]


def test_six_digits_are_a_month_or_a_quarter(take: Take) -> None:
    """202403 is refused until somebody says which."""
    content = "시점,값\n202403,6.4\n"
    took = take(content)
    assert took.code == 4
    assert "--period-style month, quarter or semester" in took.said
    assert take(content, "--period-style", "month").facts == [("2024-03", 6.4)]
    assert take(content, "--period-style", "quarter").facts == [("2024-Q3", 6.4)]


def test_kosis_period_and_its_rhythm_are_read_together(take: Take) -> None:
    """PRD_DE 202403 is March under M, the third quarter under Q; 202402 under H is a half."""
    for rhythm, code, expected in (
        ("M", "202403", "2024-03"), ("Q", "202403", "2024-Q3"), ("H", "202402", "2024-S2"),
        ("A", "2024", "2024"), ("Y", "2024", "2024"), ("F", "2024", "2024"),
        ("D", "20240331", "2024-03-31"), ("분기", "202403", "2024-Q3"),
    ):  # fmt: skip
        row = {"PRD_SE": rhythm, "PRD_DE": code, "DT": "6.4", "UNIT_NM": "%"}
        assert take(json.dumps([row])).facts == [(expected, 6.4)], rhythm


@pytest.mark.parametrize(
    ("rhythm", "code"),
    [("Q", "202405"), ("Q", "2024"), ("M", "202413"), ("M", "2024"), ("A", "202403"),
     ("H", "202403"), ("IR", "2024"), ("", "2024"), ("D", "20240230")],
)  # fmt: skip
def test_kosis_period_that_its_rhythm_cannot_have(take: Take, rhythm: str, code: str) -> None:
    """The fifth quarter, a year under Q: never read as something else."""
    row = {"PRD_SE": rhythm, "PRD_DE": code, "DT": "6.4", "UNIT_NM": "%"}
    took = take(json.dumps([row]))
    assert took.shown == []
    assert took.fates in (["refused"], ["skipped"])
    if rhythm in ("IR", ""):
        assert f'row 1: PRD_SE "{rhythm}" does not say what kind PRD_DE is; ask KOSIS' in took.said


def test_a_date_cell_may_stand_for_a_month(take: Take) -> None:
    """Excel keeps 2024-06 as the first of June: the style is asked."""
    rows = [HEAD, [(45444, DATE), 6.4]]  # 2024-06-01
    assert "--period-style day, month" in take(xlsx(rows)).said
    assert take(xlsx(rows), "--period-style", "month").facts == [("2024-06", 6.4)]
    assert take(xlsx(rows), "--period-style", "day").facts == [("2024-06-01", 6.4)]


def test_spellings_of_kosis_tables(take: Take) -> None:
    """Quarters as 2024 1/4, halves, Korean words, marks behind the year."""
    spelled = {
        "2024 1/4": "2024-Q1", "2024.2/4": "2024-Q2", "2023년 3분기": "2023-Q3",
        "2024Q4": "2024-Q4",
    }  # fmt: skip
    took = take("시점,값\n" + "".join(f"{text},6.4\n" for text in spelled))
    assert [period for period, _ in took.facts] == list(spelled.values())
    assert take("시점,값\n2024년 상반기,6\n2024 2/2,7\n").facts == [("2024-S1", 6), ("2024-S2", 7)]
    assert take("시점,값\n2024년 6월,6\n2024. 7.,7\n").facts == [("2024-06", 6), ("2024-07", 7)]
    assert take("시점,값\n2023년,6\n2024년도,7\n").facts == [("2023", 6), ("2024", 7)]


@pytest.mark.parametrize(("text", "period"), [
    ("Jan 2024", "2024-01"), ("January 2024", "2024-01"), ("2024 JAN", "2024-01"),
    ("Sept. 2024", "2024-09"), ("2024-Dec", "2024-12"), ("März 2024", "2024-03"),
    ("Dezember 2024", "2024-12"), ("août 2024", "2024-08"), ("06.2024", "2024-06"),
    ("2024년 계", "2024"), ("2024 합계", "2024"), ("2024년 상반기 계", "2024-S1"),
    ("2024년 2분기 계", "2024-Q2"), ("2024. 12", "2024-12"), ("2024-T3", "2024-Q3"),
    ("Q3/2024", "2024-Q3"),
    ("2024年", "2024"), ("2024年3月", "2024-03"), ("2024 [YR2024]", "2024"), ("2024JJ00", "2024"),
    ("2024MM03", "2024-03"), ("2024K3", "2024-Q3"), ("2024Q03", "2024-Q3"), ("2024 M03", "2024-03"),
    ("2024년 6월말", "2024-06"), ("2024.6월 말", "2024-06"), ("2024년 1분기말", "2024-Q1"),
    ("'24.12월", "2024-12"), ("‘24.3월말", "2024-03"), ("’24년 1/4분기", "2024-Q1"),
    ("2024:Q1", "2024-Q1"), ("2024/Q1", "2024-Q1"), ("2024 1Q", "2024-Q1"), ("1T2024", "2024-Q1"),
    ("2024M1", "2024-01"), ("2024M10", "2024-10"), ("2024 Annual", "2024"), ("2024.0", "2024"),
    ("1er trimestre 2024", "2024-Q1"), ("2º trimestre 2024", "2024-Q2"),
    ("3.º trimestre de 2024", "2024-Q3"), ("ene 2024", "2024-01"), ("septiembre 2024", "2024-09"),
    ("dez 2024", "2024-12"), ("giugno 2024", "2024-06"), ("maart 2024", "2024-03"),
    ("3. Quartal 2024", "2024-Q3"), ("2024년 말", "2024"), ("2024년 7주", "2024-W07"),
])  # fmt: skip
def test_spellings_of_other_offices(take: Take, text: str, period: str) -> None:
    """Each has one meaning only."""
    assert take(f"시점,값\n{text},6.4\n").facts == [(period, 6.4)]


@pytest.mark.parametrize("text", [
    "FY2024", "2023/24", "2024 회계연도", "'24", "24-06", "03/2024", "06/07/2024", "mon", "2024-13",
    "2024-02-30", "1.2024", "I/2024", "2024. 1", "Jam 2024", "2024년 누계",
    "2024年度", "2024 [YR2023]", "2024KW03", "2024 M14", "2024Q06",
])  # fmt: skip
def test_what_is_no_clear_period_is_refused(take: Take, text: str) -> None:
    """No library guesses here: python-dateutil would read a date from most of these."""
    took = take(f"시점,값\n{text},6.4\n")
    assert (took.code, took.fates) == (4, ["refused"])


def test_the_mean_of_a_year_among_its_months(take: Take) -> None:
    """The BLS writes it as a thirteenth month, or a fifth quarter."""
    content = "Year,Period,Value\n2024,M11,5\n2024,M12,6\n2024,M13,5.2\n"
    words = ("--period-column", "Year", "--period-column", "Period")
    took = take(content, *words, "--period-style", "month")
    assert took.facts == [("2024-11", 5), ("2024-12", 6)]
    assert take(content, *words, "--period-style", "year").facts == [("2024", 5.2)]


def test_a_total_among_the_months_it_adds_up(take: Take) -> None:
    """It is a figure of the year: of the two kinds one is chosen."""
    content = "월별,값\n2024년 11월,5\n2024년 12월,6\n2024년 계,60\n"
    assert "the periods are of several kinds" in take(content, target="firms").said
    took = take(content, "--period-style", "month", target="firms")
    assert took.facts == [("2024-11", 5), ("2024-12", 6)]
    assert took.fates[-1] == "skipped"


def test_a_yearly_total_among_quarters(take: Take) -> None:
    """Two kinds of periods are no one series; a style chooses, and the others are skipped."""
    content = "시점,값\n2024 1/4,1\n2024 2/4,2\n2023,9\n"
    took = take(content)
    assert took.code == 4
    assert "--period-style quarter" in took.said
    chosen = take(content, "--period-style", "quarter")
    assert chosen.facts == [("2024-Q1", 1), ("2024-Q2", 2)]
    assert chosen.fates[2] == "skipped"


# --- figures as texts --------------------------------------------------------------------------


def test_thousands_commas(take: Take) -> None:
    """DT strings and CSV cells with commas by threes; other commas are refused."""
    assert take('시점,값\n2024,"1,234"\n', target="firms").facts == [("2024", 1234)]
    took = take('시점,값\n2024,"12,34"\n', target="firms")
    assert (took.code, took.fates) == (4, ["refused"])


@pytest.mark.parametrize(
    "text", ["", "-", "–", "―", "－", "…", "...", "X", "x", "n/a", ":", "\u00ad"]
)
def test_signs_for_no_figure(take: Take, text: str) -> None:
    """They are skipped, and shown: never a zero."""
    took = take(f"시점,값\n2023,6.4\n2024,{text}\n")
    assert took.fates == ["new", "skipped"]


def test_zero_is_a_figure(take: Take) -> None:
    """0 is recorded."""
    assert take("시점,값\n2023,6.4\n2024,0\n").facts == [("2023", 6.4), ("2024", 0)]


@pytest.mark.parametrize(
    ("text", "status"),
    [("6.4 p)", "provisional"), ("6.4p", "provisional"), ("6.4(p)", "provisional"),
     ("6.4 (잠정)", "provisional"), ("6.4 e)", "estimated"), ("6.4 r)", "final"), ("6.4", "final")],
)  # fmt: skip
def test_provisional_marks(take: Take, text: str, status: str) -> None:
    """p) is provisional, e) estimated, r) a revision that counts."""
    took = take(f"시점,값\n2024,{text}\n")
    assert took.facts == [("2024", 6.4)]
    assert took.answer["rows"][0]["status"] == status


def test_a_mark_behind_the_period(take: Take) -> None:
    """2024 p) above a column makes its figures provisional."""
    took = take("구분,2023,2024 p)\n전체,5.9,6.4\n")
    assert [row["status"] for row in took.answer["rows"]] == ["final", "provisional"]


@pytest.mark.parametrize("text", ["6.4 1)", "6.4*", "약 6.4", "6.4~7", "6.4x)"])
def test_marks_that_nobody_explained(take: Take, text: str) -> None:
    """A footnote or a word beside the figure is refused."""
    took = take(f"시점,값\n2024,{text}\n")
    assert (took.code, took.fates) == (4, ["refused"])


@pytest.mark.parametrize("minus", ["-", "−", "－", "–"])
def test_signs_of_minus(take: Take, minus: str) -> None:
    """CP949 has no minus of typography but a wide hyphen; all are the same sign."""
    assert take(f"시점,값\n2024,{minus}3.5\n").facts == [("2024", -3.5)]


@pytest.mark.parametrize("text", ["△3.5", "▲3.5", "(3.5)"])
def test_triangles_and_brackets(take: Take, text: str) -> None:
    """Minus in a budget table, a rise in a newspaper."""
    took = take(f"시점,값\n2024,{text}\n")
    assert (took.code, took.fates) == (4, ["refused"])
    assert "-1.2" in took.said
    assert (f'minus = "{text[0]}"' in took.said) == (text[0] != "(")


def test_an_exponent_has_lost_digits(take: Take) -> None:
    """1.2E+06 in a CSV is what Excel showed, not what it knew."""
    assert take("시점,값\n2024,1.2E+06\n", target="firms").fates == ["refused"]


def test_a_decimal_comma(take: Take) -> None:
    """Excel in Germany divides by semicolons and writes 6,4; 1,234 there may be either."""
    content = "시점;값\n2023;5,9\n2024;6,4\n"
    assert take(content).facts == [("2023", 5.9), ("2024", 6.4)]
    assert take(content.replace(";", ",").replace("5,9", '"5,9"')).fates[0] == "refused"
    assert take(content, "--decimal", ",").facts == [("2023", 5.9), ("2024", 6.4)]
    took = take("시점;값\n2024;1,234\n", target="firms")
    assert took.code == 4
    assert "1234 or 1.234" in took.said
    assert take("시점;값\n2024;1,234\n", "--decimal", ".", target="firms").facts == [("2024", 1234)]


def test_a_point_that_may_divide_thousands(take: Take) -> None:
    """7.400 trees in a German file are 7400; whoever means 7.4 can say so, or shows it."""
    content = "시점;값\n2023;7.350\n2024;7.400\n"
    took = take(content, target="firms")
    assert took.code == 4
    assert "7350 or 7.350 in a file that commas do not divide" in took.said
    assert '--decimal "," if the point divides thousands' in took.said
    assert take(content, "--decimal", ",", target="firms").facts == [("2023", 7350), ("2024", 7400)]
    said = ("--decimal", ".", "--scale", "1")
    assert take(content, *said, target="firms").facts == [("2023", 7.35), ("2024", 7.4)]
    assert take("시점;값\n2023;7.35\n2024;7.400\n").code == 0
    assert take("시점,값\n2024,7.400\n").code == 0


# --- units -------------------------------------------------------------------------------------


def kosis(unit: str, value: str = "1,234") -> str:
    """A KOSIS answer of one row."""
    return json.dumps([{"PRD_SE": "A", "PRD_DE": "2023", "DT": value, "UNIT_NM": unit}])


def test_unit_nm_is_checked(take: Take) -> None:
    """A share is no number of firms, and dollars are no won."""
    took = take(kosis("%"), target="firms")
    assert (took.code, took.fates) == (4, ["refused"])
    assert 'the unit is "companies"' in took.said
    assert take(kosis("명")).fates == ["refused"]
    assert "convert it to KRW" in take(kosis("백만달러"), target="money").said


def test_a_unit_of_another_size_is_converted(take: Take) -> None:
    """1,234 십억원 and 1,234,000 백만원 are the same KRW 1234 bn."""
    assert take(kosis("십억원"), target="money").facts == [("2023", 1234)]
    assert take(kosis("백만원", "1,234,000"), target="money").facts == [("2023", 1234)]
    assert take(kosis("억원", "12,345.6"), target="money").facts == [("2023", 1234.56)]


@pytest.mark.parametrize("unit", ["천명", "명", "십억원"])
def test_of_two_items_in_two_units_one_is_to_be_chosen(take: Take, unit: str) -> None:
    """A rate and a number of persons: to "write the bare number" would make a rate of 245 %."""
    rows = [("고용률", "46.1", "%"), ("실업자", "245", unit)]
    answer = [
        {"PRD_SE": "A", "PRD_DE": "2023", "ITM_NM": item, "DT": value, "UNIT_NM": said}
        for item, value, said in rows
    ]
    both = take(json.dumps(answer))
    assert both.fates == ["new", "refused"]
    assert 'choose one with --filter "ITM_NM=고용률"' in both.said
    assert take(json.dumps(answer), "--filter", "ITM_NM=고용률").facts == [("2023", 46.1)]


def test_rows_that_are_refused_are_looked_through_once_for_all_series(
    take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not once for each: 27,000 beside 1,500 series took twice as long as all the rest."""
    walked: list[int] = []

    class Walked(list[Blank]):
        def __iter__(self) -> Iterator[Blank]:
            walked.append(len(self))
            return super().__iter__()

    def listened(gathered: Gathered, *more: Any) -> Any:
        return doubts(replace(gathered, refused=Walked(gathered.refused)), *more)

    monkeypatch.setattr(arrivals, "doubts", listened)
    table = "target,period,value\nfirms,2023,10\nmoney,2023,20\nmoney,2024,5 kg\n"
    assert take(table, target=None).fates == ["new", "new", "refused"]
    assert walked == [1]


def test_another_word_for_the_unit_is_confirmed_by_hand(take: Take) -> None:
    """개 may be companies; --unit says so, and then it is."""
    took = take(kosis("개"), target="firms")
    assert '--unit "companies"' in took.said
    assert take(kosis("개"), "--unit", "companies", target="firms").facts == [("2023", 1234)]


def test_points_are_no_level(take: Take) -> None:
    """A change in %p is never recorded as a share."""
    took = take(kosis("%p", "1.2"))
    assert (took.code, took.fates) == (4, ["refused"])
    assert "is a change, not a level" in took.said


def test_points_in_the_cell_are_no_level(take: Take) -> None:
    """50%p is no 50 % that is provisional."""
    assert take("시점,값\n2024,50%p\n").fates == ["refused"]


def test_a_mark_behind_an_amount_of_money(take: Take) -> None:
    """The mark stands behind the unit."""
    took = take('시점,값\n2024,"9,540억원 p"\n', target="money")
    assert took.facts == [("2024", 954)]
    assert took.answer["rows"][0]["status"] == "provisional"


def test_a_column_of_units(take: Take) -> None:
    """The same check for CSV."""
    assert take("시점,단위,값\n2023,%,6.4\n").facts == [("2023", 6.4)]
    assert take("시점,단위,값\n2023,개,6.4\n").fates == ["refused"]


def test_another_size_of_the_same_money(take: Take) -> None:
    """The file counts in trillions, the target in billions: converted, never refused or taken."""
    for unit in ("KRW tn", "KRW trillion", "tn KRW", "₩tn"):
        took = take("시점,값\n2024,1.2\n", "--unit", unit, target="money")
        assert took.facts == [("2024", 1200)]
    took = take("시점,값\n2024,1.2\n", "--unit", "thousand KRW bn", target="money")
    assert took.fates == ["refused"]


def test_a_series_with_a_unit_of_its_own(take: Take) -> None:
    """Its figures are held against that unit, not the target's."""
    assert take("시점,값\n2024,1234\n", "--series", "number").facts == [("2024", 1234)]
    assert take("시점,값\n2024,6.4%\n", "--series", "number").fates == ["refused"]


def test_the_multiplier_of_sdmx(take: Take) -> None:
    """UNIT_MULT 3 counts in thousands, and somebody has to say so."""
    content = "TIME_PERIOD,OBS_VALUE,UNIT_MULT\n2024,1.2,3\n"
    assert "--scale" in take(content, target="firms").said
    assert take(content, "--scale", "1000", target="firms").facts == [("2024", 1200)]


SIZED = "Year,Observation status,Unit multiplier,Units,Value\n"


@pytest.mark.parametrize(("target", "rows"), [
    ("share", "2023,Undefined,Percentage (%),Percentage (%),6\n2024,Undefined,Units,%,6.4\n"),
    ("money", "2023,Normal value,Billions,KRW bn,6\n2024,,Billions,KRW bn,6.4\n"),
])  # fmt: skip
def test_columns_of_open_sdg_that_say_what_is_known(take: Take, target: str, rows: str) -> None:
    """A status that is undefined, and a size that stands in the unit as well, were asked about."""
    assert take(SIZED + rows, target=target).facts == [("2023", 6), ("2024", 6.4)]


@pytest.mark.parametrize(("rows", "said"), [
    ("2023,,Billions,KRW,6\n2024,,Billions,KRW,6.4\n", "the figures count in billions"),
    ("2023,,Units,KRW bn,6\n2024,,Billions,KRW bn,6.4\n", 'is "Billions", and "Units" before'),
    ("2023,,Millions,KRW bn,6\n2024,,Millions,KRW bn,6\n", "the figures count in millions"),
])  # fmt: skip
def test_a_multiplier_that_says_more_than_the_unit(take: Take, rows: str, said: str) -> None:
    assert said in take(SIZED + rows, target="money").said


def test_the_break_code_of_sdmx(take: Take) -> None:
    """OBS_STATUS B begins another series; P is provisional."""
    head = "TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
    assert take(f"{head}2024,6.4,P\n").answer["rows"][0]["status"] == "provisional"
    assert "without the figures before it (--filter" in take(f"{head}2024,6.4,B\n").said
    own = take(f"{head}2024,6.4,B\n2025,6.6,P\n", "--status", "final", "--series", "survey")
    assert [row["status"] for row in own.answer["rows"]] == ["final", "provisional"]
    assert len(take("시점\t값\n2024\t17.8 b\n", "--status", "final").facts) == 1


@pytest.mark.parametrize("column", ["OBS_FLAG", "OBS_STATUS", "obs_flag"])
@pytest.mark.parametrize(
    ("flag", "status"),
    [("", "final"), ("p", "provisional"), ("e", "estimated"), ("f", "estimated"),
     ("ep", "estimated"), ("pe", "estimated"), ("p: provisional", "provisional"),
     ("E: Estimated value", "estimated"), ("A: Normal value", "final"), ("plan", "planned"),
     ("잠정", "provisional"), ("확정", "final")],
)  # fmt: skip
def test_the_flags_of_eurostat(take: Take, column: str, flag: str, status: str) -> None:
    """Eurostat's own column says the same as SDMX's; a forecast is never final."""
    took = take(f"TIME_PERIOD,OBS_VALUE,{column}\n2024,6.4,{flag}\n")
    assert [row["status"] for row in took.answer["rows"]] == [status]


@pytest.mark.parametrize("column", ["OBS_FLAG", "OBS_STATUS"])
@pytest.mark.parametrize(
    ("flag", "why"),
    [("b", "a break in the series"), ("bp", "begins a series of its own"),
     ("d", "another definition"), ("du", "another definition"), ("u", "low reliability"),
     ("c", "confidential"), ("z", "does not apply"), ("n", "not significant"),
     ("y", "is not A, P, E or F"), ("est", "is not A, P, E or F"),
     ("norm", '"norm" is no status that is known; write final, provisional, estimated or pl')],
)  # fmt: skip
def test_flags_that_make_it_another_figure(take: Take, column: str, flag: str, why: str) -> None:
    """No status says it, so it is refused with the reason; without a figure it is skipped."""
    took = take(f"TIME_PERIOD,OBS_VALUE,{column}\n2023,:,{flag}\n2024,6.4,{flag}\n")
    assert took.fates == ["skipped", "refused"]
    assert why in took.said


@pytest.mark.parametrize(("table", "said"), [
    ("TIME_PERIOD,OBS_VALUE,OBS_STATUS\n2023,6.4,A\n2024,9.9,B\n", "a break in the series"),
    ("시점\t값\n2023\t6.4\n2024\t9.9 b\n", "a break in the series"),
])  # fmt: skip
def test_a_break_is_answered_for_of_this_file_alone(
    take: Take, tmp_path: Path, table: str, said: str
) -> None:
    """A mapping is of many files, and who says that all is estimated has said nothing of it."""
    (tmp_path / "mapping.toml").write_text('status = "final"\n', "utf-8")
    standing = "--mapping", str(tmp_path / "mapping.toml")
    for words in (standing, ("--status", "estimated"), ()):
        assert said in take(table, *words).said
    assert take(table, *standing, "--status", "final").facts == [("2023", 6.4), ("2024", 9.9)]


@pytest.mark.parametrize(("table", "said"), [
    ("TIME_PERIOD,OBS_VALUE,OBS_FLAG\n2024,9.9,bd\n",
     'marked "bd" in the file: a break in the series, another definition'),
    ("시점\t값\n2024\t9.9 b\n", 'marked "b" in the file: a break in the series'),
    ("Item,2023,,2024,\nRate,6.4,,9.9,b\n", 'marked "b" in the file: a break in the series'),
])  # fmt: skip
def test_a_break_that_is_answered_for_is_told_in_the_note(
    take: Take, project: Path, table: str, said: str
) -> None:
    assert take(table, "--status", "final", write=True).code == 0
    (file,) = (project / "observations/share").rglob("*.toml")
    assert tomllib.loads(file.read_text("utf-8"))["observation"][-1]["note"] == said


@pytest.mark.parametrize(
    ("cell", "status"),
    [("17.8 p", "provisional"), ("17.8 ep", "estimated"), ("17.8 f", "estimated"),
     ("17.8 s", "estimated"), ("17.8 i", "estimated"), ("17.8", "final")],
)  # fmt: skip
def test_flags_behind_a_figure(take: Take, cell: str, status: str) -> None:
    """Eurostat's TSV has them behind the figure."""
    took = take(f"시점\t값\n2024\t{cell}\n")
    assert [(row["value"], row["status"]) for row in took.answer["rows"]] == [(17.8, status)]


def test_flags_behind_a_figure_that_cannot_be_read(take: Take) -> None:
    """A break says what to do; what is confidential has no figure and is skipped as others are."""
    for cell in ("17.8 b", "17.8 bp"):
        assert "a break (B) begins a series of its own" in take(f"시점\t값\n2024\t{cell}\n").said
    assert "another definition" in take("시점\t값\n2024\t17.8 d\n").said
    for cell in (": c", ": u", ":", ":c", ": @C"):
        assert take(f"시점\t값\n2023\t6.4\n2024\t{cell}\n").fates == ["new", "skipped"]
    assert take("시점\t값\n2024\t:5\n").fates == ["refused"]


@pytest.mark.parametrize(
    ("head", "when", "period"),
    [("Jahr;Wert", "2024", "2024"), ("Datum;Wert", "31.12.2024", "2024-12-31"),
     ("Monat;Wert", "2024-06", "2024-06"), ("Quartal;Wert", "2024-Q3", "2024-Q3"),
     ("Année;Valeur", "2024", "2024"), ("Date;Valeur", "1.6.2024", "2024-06-01"),
     ("Mois;Valeur", "2024-06", "2024-06")],
)  # fmt: skip
def test_german_and_french_columns(take: Take, head: str, when: str, period: str) -> None:
    """The columns are known by their names, also beside others; points tell the day's order."""
    took = take(f"{head};Note\n{when};6,4;x\n", "--decimal", ",")
    assert took.facts == [(period, 6.4)]


def test_a_day_that_is_none_or_may_be_two(take: Take) -> None:
    """No 31st of June, and no guess at 06/01/2024."""
    assert "is not in the calendar" in take("Datum;Wert\n31.06.2024;6\n").said
    assert "may begin with its day or with its" in take("Datum;Wert\n06/01/2024;6\n").said


def test_only_the_column_that_is_missing_is_asked_for(take: Take) -> None:
    """Whoever has named the one need not hear of it again."""
    said = take("Stand,Zahl,Art\n2024,6.4,x\n", "--value-column", "Zahl").said
    assert '"Zahl" has the figures, but no column of periods is known;' in said
    assert "name it with --period-column; row 1 has" in said
    said = take("Stand,Zahl,Art\n2024,6.4,x\n", "--period-column", "Stand").said
    assert '"Stand" has the periods, but no column of figures is known' in said


@pytest.mark.parametrize(("table", "status"), [
    ("Year,Kind,Forecast\n2024,Actual,5\n", "estimated"),
    ("Year,Kind,Figure\n2024,Actual,5\n", "final"),
    ("Year,Kind,Figure\n2024,Actual,5 e)\n", "estimated"),
    ("Year e,Kind,Figure\n2024e,Actual,5\n", "estimated"),
    ("Year,status,Forecast\n2024,final,5\n", "final"),
])  # fmt: skip
def test_of_a_result_and_another_word_the_other_counts(take: Take, table: str, status: str) -> None:
    """Unless a column of statuses says it."""
    head = table.partition("\n")[0].split(",")
    took = take(table, "--period-column", head[0], "--value-column", head[-1])
    assert [row["status"] for row in took.answer["rows"]] == [status]


def test_two_columns_of_flags(take: Take) -> None:
    """Of both the weaker counts; S is an estimate of Eurostat's, and a strike in SDMX."""
    head = "TIME_PERIOD,OBS_VALUE,OBS_STATUS,OBS_FLAG\n"
    took = take(f"{head}2023,6.1,A,p\n2024,6.4,P,s\n")
    assert [row["status"] for row in took.answer["rows"]] == ["provisional", "estimated"]
    assert take(f"{head}2024,6.4,S,\n").fates == ["refused"]


def test_a_plan_sets_no_rhythm(take: Take, project: Path) -> None:
    """A planned quarter or a limit is no figure so far: add and import decide alike."""
    folder = project / "observations" / "share"
    folder.mkdir(parents=True)
    day = "published = 2025-01-31\n"
    (folder / "2026-Q1_2025-01-31.toml").write_text('value = 6\nstatus = "planned"\n', "utf-8")
    (folder / "2024-Q1_2025-01-31.toml").write_text(f'value = 5\n{day}bound = ">="\n', "utf-8")
    assert take("시점,값\n2023,6.4\n").code == 0
    (folder / "2024-Q2_2025-01-31.toml").write_text("value = 5\n", "utf-8")
    assert "another kind of period" in take("시점,값\n2023,6.4\n").said


# --- encodings and delimiters --------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16", "utf-16-le+", "utf-32"]
)
def test_encodings(take: Take, encoding: str) -> None:
    """A mark for UTF-16, strict UTF-8, strict CP949."""
    text = "시점,값\n2024년,6.4\n"
    mark = "\ufeff" if encoding.endswith("+") else ""
    assert take((mark + text).encode(encoding.rstrip("+"))).facts == [("2024", 6.4)]


@pytest.mark.parametrize(
    "text", ["시점,값\n2024,6.4\n", "연도,값\n2024,6.4\n", "년도,수치\n2024,6.4\n"]
)
def test_short_korean_texts_are_not_big5(take: Take, text: str) -> None:
    """Detectors call them Big5; our chain has no Big5."""
    took = take(text.encode("cp949"))
    assert took.facts == [("2024", 6.4)]
    assert took.answer["notes"] == ["read as CP949"]


def test_an_encoding_that_is_none_of_these_is_asked(take: Take) -> None:
    """Latin-1 is neither; naming it helps, naming a wrong one says where it fails."""
    content = "Année,Value\n2024,6.4\n".encode("latin-1")
    took = take(content)
    assert took.code == 4
    assert "--encoding" in took.said
    named = ("--encoding", "latin-1", "--period-column", "Année")
    assert take(content, *named).facts == [("2024", 6.4)]
    assert "byte 4 of the file is not ascii" in take(content, "--encoding", "ascii").said
    assert "is no encoding" in take(content, "--encoding", "klingon").said
    for name in ("rot13", "punycode", "idna", "unicode_escape", "Raw-Unicode-Escape", "undefined"):
        assert "is no encoding" in take(content, "--encoding", name).said


def test_cp949_dashes(take: Take) -> None:
    """CP949 has no en dash and no minus; its hyphens and bars stand for no figure."""
    text = "시점,값\n2021,6.4\n2022,―\n2023,－\n2024,\u00ad\n"
    assert take(text.encode("cp949")).fates == ["new", "skipped", "skipped", "skipped"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_known_by_the_header(take: Take, delimiter: str) -> None:
    """csv.Sniffer is not asked; the names of the columns are."""
    text = "시점,비고,값\n2023,메모,5.9\n2024,메모,6.4\n".replace(",", delimiter)
    assert take(text).facts == [("2023", 5.9), ("2024", 6.4)]


@pytest.mark.parametrize("beside", ["", ",a"])
def test_a_row_without_a_figure_beside_one_for_the_same_target(take: Take, beside: str) -> None:
    """Where each row names its target, an empty one is of nobody else, and nothing is in doubt."""
    head = ",note" if beside else ""
    rows = f"period,target,value{head}\n2023,share,6{beside}\n2023,share,{beside}\n"
    assert take(rows, target=None).facts == [("2023", 6)]
    assert "2023 stands in 2 rows" in take(rows.replace("target", "who")).said


def test_the_tsv_of_eurostat(take: Take) -> None:
    """Its first column holds keys that commas divide, the unit among them; tabs divide the rest."""
    content = "freq,unit,geo\\TIME_PERIOD\t2023 \t2024 \nA,PC,DE\t6.1 p\t6.4 \n"
    for more in ((), ("--delimiter", "tab")):
        took = take(content, *more)
        assert took.facts == [("2023", 6.1), ("2024", 6.4)]
        assert took.answer["rows"][0]["status"] == "provisional"
    assert take(f"Rates, of all firms, by country\n{content}").facts == took.facts
    two = content + "A,PC,FR\t7 \t8 \n"
    assert 'geo ("DE", "FR")' in take(two).said
    assert take(two, "--filter", "geo=FR").facts == [("2023", 7), ("2024", 8)]
    euros = take(content.replace("PC", "MIO_EUR"), target="money")
    assert "is in EUR" in euros.said


def test_a_semicolon_file_full_of_commas(take: Take) -> None:
    """The header decides, not the number of signs."""
    content = "시점;값;비고\n2023;5.9;가,나,다,라\n2024;6.4;마,바,사,아\n"
    assert take(content).facts == [("2023", 5.9), ("2024", 6.4)]


def test_excels_first_line(take: Take) -> None:
    """`sep=;` names the delimiter and is no row; row numbers still are the file's."""
    took = take("sep=;\r\n시점;값\r\n2024;6.4\r\n")
    assert took.answer["rows"][0]["where"] == "row 3"
    said = take("sep=;\n시점,값\n2024,6.4\n", "--delimiter", "comma")
    assert said.facts == [("2024", 6.4)]
    assert '""" is no delimiter; choose comma' in take('sep="\n시점"값\n2024"6.4\n').said


def test_an_open_quotation_mark_swallows_no_rows(take: Take) -> None:
    """Lenient readers would make one cell of the rest of the file."""
    took = take('시점,값,비고\n2023,5.9,"안 닫힘\n2024,6.4,\n')
    assert took.code == 4
    assert "quotation marks" in took.said


# --- headers and shapes ----------------------------------------------------------------------


def test_several_header_rows(take: Take) -> None:
    """Periods above, items below, as KOSIS downloads are: the item has to be chosen."""
    took = take("kosis-wide.csv")
    assert took.code == 4
    assert "differ in" in took.said
    chosen = take(
        "kosis-wide.csv", "--filter", "산업별(1)=전산업", "--filter", "header 2=이용률 (%)"
    )
    assert chosen.facts == [("2022", 4.1), ("2023", 6.4), ("2024", 7.1)]
    assert chosen.answer["rows"][2]["status"] == "provisional"


def test_quarters_in_two_header_rows(take: Take) -> None:
    """2024 above merged cells, 1/4 to 4/4 below."""
    rows = [
        ["구분", 2023, None, 2024, None],
        [None, "3/4", "4/4", "1/4", "2/4"],
        ["전체", 1, 2, 3, 4],
    ]
    took = take(xlsx(rows, merged=["A1:A2", "B1:C1", "D1:E1"]))
    assert [period for period, _ in took.facts] == ["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]
    text = "구분,2023,,2024,\n,3/4,4/4,1/4,2/4\n전체,1,2,3,4\n"
    assert take(text).facts == took.facts


def test_titles_above_and_notes_below(take: Take) -> None:
    """A title, a line of units, a blank line; sources at the foot."""
    took = take("국가 통계표,,\n\n시점,값,\n2024,6.4,\n주) 자료: 국가데이터처,,\n")
    assert took.rows == [("2024", 6.4, "new"), (None, None, "skipped")]


def test_merged_class_names(take: Take) -> None:
    """A class written once for several rows holds for all of them."""
    rows = [["산업", "항목", 2023, 2024], ["전체", "도입률", 5.9, 6.4], [None, "업체수", 10, 20],
            ["제조", "도입률", 1, 2]]  # fmt: skip
    took = take(xlsx(rows, merged=["A2:A3"]), "--filter", "산업=전체", "--filter", "항목=업체수",
                "--scale", "1")  # fmt: skip
    assert took.facts == [("2023", 10), ("2024", 20)]


def test_years_are_no_header(take: Take) -> None:
    """A long table whose columns nobody knows is not taken for a wide one."""
    for content in ("yr,val,n\n2023,1985,1\n2024,1990,2\n", "KR,2023,1985\nKR,2024,1990\n"):
        took = take(content, target="firms")
        assert took.code == 4
        assert took.answer == {}


def test_unknown_columns_are_listed(take: Take) -> None:
    """What to name, and what there is to name."""
    took = take("기준,이용률,업체수\n2023,5.9,10\n")
    assert took.code == 4
    assert "--period-column and --value-column" in took.said
    assert '"이용률"' in took.said
    named = ("--period-column", "기준", "--value-column", "이용률")
    assert take("기준,이용률,업체수\n2023,5.9,10\n", *named).facts == [("2023", 5.9)]


def test_a_year_and_its_quarter_in_two_columns(take: Take) -> None:
    """Taking the year alone would give four figures for one year."""
    content = "연도,분기,값\n2024,1,6\n2024,2,7\n"
    took = take(content)
    assert took.code == 4
    assert 'beside the years of "연도" there is a column "분기"' in took.said
    both = ("--period-column", "연도", "--period-column", "분기")
    assert take(content, *both, "--period-style", "quarter").facts == [
        ("2024-Q1", 6),
        ("2024-Q2", 7),
    ]


def test_a_column_twice(take: Take) -> None:
    """Which of two columns of one name is meant is not guessed."""
    assert "stands 2 times" in take("시점,값,값\n2024,6,7\n").said


def test_several_sheets(take: Take) -> None:
    """Named or refused; hidden ones are not counted."""
    pages = {"메타정보": [["표", "설명"]]}
    took = take(xlsx([HEAD, [2024, 6.4]], more=pages))
    assert '--sheet: "데이터", "메타정보"' in took.said
    assert take(xlsx([HEAD, [2024, 6.4]], more=pages), "--sheet", "데이터").facts == [("2024", 6.4)]
    assert "choose from" in take(xlsx([HEAD, [2024, 6.4]], more=pages), "--sheet", "없음").said
    assert take(xlsx([HEAD, [2024, 6.4]], more=pages, hidden=["메타정보"])).facts == [("2024", 6.4)]


# --- which rows --------------------------------------------------------------------------------


def test_kosis_classes_and_items_are_chosen(take: Take) -> None:
    """Several C1 or ITM: never mixed, not even where they fill each other's gaps."""
    rows = [
        {"C1_NM": "전체", "ITM_NM": "도입률", "PRD_SE": "A", "PRD_DE": "2023", "DT": "6.4"},
        {"C1_NM": "제조", "ITM_NM": "도입률", "PRD_SE": "A", "PRD_DE": "2024", "DT": "7.1"},
    ]
    took = take(json.dumps(rows))
    assert took.code == 4
    assert '--filter "C1_NM=전체"' in took.said
    assert take(json.dumps(rows), "--filter", "C1_NM=전체").facts == [("2023", 6.4)]


def test_open_sdg_rows_of_one_sex_are_not_the_country(take: Take) -> None:
    """Only the headline row counts, unless a disaggregation is chosen."""
    took = take("opensdg.csv")
    assert took.facts == [("2022", 4.1), ("2023", 6.4)]
    assert took.answer["unchosen"] == 4
    chosen = take("opensdg.csv", "--filter", "Sex=Female")
    assert chosen.facts == [("2022", 3.9), ("2023", 6.0)]


#: As a site gives it that draws a map: the country has its code, too, in the later years.
MAPPED = """\
Year,Region,GeoCode,Value
2021,,,5.1
2022,,,5.6
2023,,K02,6.4
2021,Wales,W92,4.8
2022,Wales,W92,5.0
2023,Wales,W92,5.9
"""


def test_open_sdg_codes_of_places_hide_no_headline(take: Take) -> None:
    """A code that only repeats which place it is does not make a row one of a region."""
    took = take(MAPPED)
    assert took.facts == [("2021", 5.1), ("2022", 5.6), ("2023", 6.4)]
    coded = take(MAPPED.replace(",,,5", ",,K02,5"))
    assert coded.facts == took.facts
    wales = take(MAPPED, "--filter", "Region=Wales")
    assert wales.facts == [("2021", 4.8), ("2022", 5.0), ("2023", 5.9)]


def test_open_sdg_codes_of_places_that_alone_tell_rows_apart(take: Take) -> None:
    """They are disaggregations like others; and two codes in turn are two places."""
    regions = take("Year,GeoCode,Value\n2022,,5.6\n2023,,6.4\n2022,W92,5.0\n2023,W92,5.9\n")
    assert regions.facts == [("2022", 5.6), ("2023", 6.4)]
    took = take(MAPPED.replace("2022,,,", "2022,,E92,"))
    assert took.code == 4
    assert 'the rows differ in GeoCode ("", "E92", "K02")' in took.said


#: As a site of Germany's offices gives it: a mark of each figure, and a line where a break is.
COMMENTED = """\
Year,Units,COMMENT_OBS_0,Region,Value
2019,percentage,,,4.9
2020,percentage,r,,5.1
2021,percentage,|,,5.6
2022,percentage,,,6.1
2023,percentage,p,,6.4
2024,percentage,s,,6.6
2030,percentage,…,,
2023,percentage,p,Hesse,5.9
"""


def test_open_sdg_comments_on_figures_hide_none(take: Take) -> None:
    """They were taken for disaggregations: all but the figures without a mark were left out."""
    took = take(COMMENTED)
    assert took.code == 4
    assert 'the status code "|" means a break in the series' in took.said
    sound = take(COMMENTED.replace("|", "r"))
    assert sound.facts == [
        ("2019", 4.9), ("2020", 5.1), ("2021", 5.6), ("2022", 6.1), ("2023", 6.4), ("2024", 6.6),
    ]  # fmt: skip
    said = [row["status"] for row in sound.answer["rows"]]
    assert said[2:6] == ["final", "final", "provisional", "estimated"]
    worded = take(COMMENTED.replace("|", "Estimates are based on projected values."))
    assert worded.answer["rows"][2]["status"] == "estimated"


def test_open_sdg_columns_that_hide_no_headline(take: Take) -> None:
    """What progress is computed from divides no figure, and SERIES is the series as Series is."""
    took = take("Year,Sex,Value,,,\n2022,,5.6,,,\n2022,Female,5,,,\n2023,,6.4,,,\n")
    assert took.facts == [("2022", 5.6), ("2023", 6.4)]
    took = take("Year,SERIES,Progress,Value\n2022,USE_AI,1,5.6\n2023,USE_AI,1.2,6.4\n")
    assert took.facts == [("2022", 5.6), ("2023", 6.4)]
    took = take("Year,SERIES,Value\n2022,USE_AI,5.6\n2023,BUY_AI,6.4\n")
    assert 'the rows differ in SERIES ("USE_AI", "BUY_AI")' in took.said


def test_rows_of_another_target_than_the_one_that_is_named(take: Take) -> None:
    """It is no file of disaggregations: nothing says of it that it has no headline row."""
    took = take("target,period,value\nmoney,2024,6\nfirms,2024,7\n")
    assert took.said.endswith("no row is chosen; mend --target, --series or --filter\n")


def test_open_sdg_without_a_headline(take: Take) -> None:
    """Nothing is chosen, and the columns are named."""
    took = take("Year,Sex,Value\n2023,Female,6\n2023,Male,7\n")
    assert took.code == 4
    assert "there is no headline row" in took.said


def test_regions_of_which_one_has_no_figure(take: Take) -> None:
    """Two regions are two series even if one of them is silent in a year."""
    took = take("시점,지역,값\n2023,전국,6.4\n2023,서울,-\n2024,전국,-\n2024,서울,9\n")
    assert took.code == 4
    assert '--filter "지역=전국"' in took.said


def test_a_filter_that_chooses_nothing(take: Take) -> None:
    """It says what the column has, and which columns there are."""
    took = take("시점,지역,값\n2023,전국,6.4\n", "--filter", "지역=전체")
    assert took.code == 4
    assert '지역 has "전국"' in took.said
    assert '"지역"' in take("시점,지역,값\n2023,전국,6.4\n", "--filter", "구역=전국").said


# --- what the bytes are ----------------------------------------------------------------------


def test_a_web_page_named_xls(take: Take) -> None:
    """e-나라지표 gives HTML under .xls."""
    took = take(b"<html><table><tr><td>2024</td></tr></table></html>", name="data.xls")
    assert took.code == 4
    assert "web page" in took.said
    assert "save it as xlsx or CSV UTF-8" in took.said


def test_the_first_bytes_count_and_not_the_name(take: Take) -> None:
    """An xlsx named .csv is read, a PDF named .xlsx refused."""
    assert take(xlsx([HEAD, [2024, 6.4]]), name="data.csv").facts == [("2024", 6.4)]
    assert "a PDF" in take(b"%PDF-1.7 ...", name="data.xlsx").said


def test_kosis_answers_that_are_no_rows(take: Take) -> None:
    """An error of the service, half an answer, metadata."""
    assert "데이터가 존재하지" in take('{"err":"30","errMsg":"데이터가 존재하지 않습니다."}').said
    assert "the whole answer" in take('[{PRD_SE:"A",PRD_DE:"2024",DT:"6.4"').said
    assert "have no PRD_SE" in take('[{"TBL_ID":"DT_1"}]').said


def test_without_the_extra_the_remedy_is_named(take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pip install 'policy-kpi[xlsx]'`, or CSV; no traceback."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    took = take(xlsx([HEAD, [2024, 6.4]]))
    assert took.code == 4
    assert "pip install 'policy-kpi[xlsx]'" in took.said
    assert "CSV UTF-8" in took.said


def test_values_keep_the_digits_they_were_written_with(take: Take, project) -> None:  # type: ignore[no-untyped-def]
    """6.40 is recorded as 6.40."""
    take("시점,값\n2024,6.40\n", write=True)
    text = (project / "observations/share/batch_2025-06-30_csv.toml").read_text("utf-8")
    assert f"value = {Decimal('6.40')}\n" in text


def test_ods_repeats_no_rows_without_end(take: Take) -> None:
    """LibreOffice ends a sheet with a million repeated empty rows."""
    page = ods([["시점", "값"], [2024.0, 6.4]], 'table:number-rows-repeated="1048000"')
    assert take(page).facts == [("2024", 6.4)]


def test_two_classes_of_one_name(take: Take) -> None:
    """Subtotals of two branches have one name and two codes: one series has one of them."""
    rows = [
        {"C1": code, "C1_NM": "소계", "ITM_ID": "T1", "ITM_NM": "도입률", "PRD_SE": "A",
         "PRD_DE": year, "DT": value}
        for code, year, value in (("A00", "2023", "6.4"), ("B00", "2024", "7.1"))
    ]  # fmt: skip
    took = take(json.dumps(rows), "--filter", "C1_NM=소계")
    assert took.code == 4
    assert 'the rows differ in C1 ("A00", "B00")' in took.said
    assert take(json.dumps(rows), "--filter", "C1=A00").facts == [("2023", 6.4)]
    for row in rows:
        row["C1"] = "A00"
    assert take(json.dumps(rows)).facts == [("2023", 6.4), ("2024", 7.1)]


@pytest.mark.parametrize("code", ['[<1000]0"개"', '[>=500]0"천"', '0"억" 0"만"'])
def test_a_format_for_some_numbers_or_in_pieces_changes_nothing(take: Take, code: str) -> None:
    took = take(xlsx([HEAD, [2023, (600, shape(code))]]), target="firms")
    assert (took.code, took.facts) == (0, [("2023", 600)])


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            '[$€-407]#,##0" Mio."',
            'the cell shows "€600 Mio." and holds 600; say with --unit what it holds',
        ),
        ('"<"[$€-407]0', 'the cell shows "<€600" and holds 600; make it a text, as it is shown'),
    ],
)
def test_what_a_cell_shows_is_told_whole(take: Take, code: str, said: str) -> None:
    took = take(xlsx([HEAD, [2023, (600, shape(code))]]), target="firms")
    assert (took.code, took.reasons) == (4, [said])


def test_what_a_cell_shows_is_told_beside_what_the_table_speaks_of(take: Take) -> None:
    """A heading of another size, and digits that are left out under one of theirs."""
    other = xlsx([["시점", "값(조원)"], [2022, (28, shape('0"억원"'))]])
    assert take(other, target="money").reasons == [
        'the cell shows "28억원" and holds 28, and the table speaks of "조원";'
        " say with --unit what it holds"
    ]
    short = xlsx([["(단위: 천원)"], HEAD, [2022, (28e9, shape("#,##0,"))]])
    assert take(short, target="money").reasons == [
        'the cell shows "28000000" and holds 28000000000, and the table speaks of "천원";'
        " say with --unit what it holds"
    ]


def test_a_format_is_seen_where_neither_rows_nor_cells_have_places(take: Take) -> None:
    rows = [["시점", "지역", "값"], [2022, "전국", (0.9, PERCENT)], [2023, "전국", (1.02, PERCENT)]]
    took = take(changed(xlsx(rows), r' r="[A-Z]*[0-9]+"', ""))
    assert [reason and reason.partition(";")[0] for reason in took.reasons] == [
        'the cell shows "90%" and holds 0.9', 'the cell shows "102%" and holds 1.02',
    ]  # fmt: skip


def test_a_format_is_seen_behind_cells_that_are_not_there(take: Take) -> None:
    """The table begins in B3, and its attributes stand in other quotes."""
    rows = [[], [], [None, *HEAD], [None, 2022, (0.9, PERCENT)], [None, 2023, (1.02, PERCENT)]]
    took = take(changed(xlsx(rows), r' s="([0-9])"', r" s='\1'"))
    assert (took.code, len([one for one in took.reasons if "per cent" in one or "%" in one])) == (
        4, 2,
    )  # fmt: skip


def test_a_format_of_an_empty_cell_beside_the_table_is_of_no_other_cell(take: Take) -> None:
    """The figures stand in the first column."""
    table = xlsx([["값", "시점"], [6.4, 2022], [6.5, 2023]])
    cell = r'(<c r="B([0-9])".*?</c>)</row>'
    beside = changed(table, cell, rf'\1<c r="C\2" s="{PERCENT}"/></row>')
    assert (take(beside).code, take(beside).facts) == (0, [("2022", 6.4), ("2023", 6.5)])


def test_words_of_a_format_in_pieces_are_read_together(take: Take) -> None:
    took = take(xlsx([HEAD, [2023, (1.5, shape('0.0"조""원"'))]]), target="money")
    assert (took.code, took.facts) == (0, [("2023", 1500)])


def test_a_number_that_says_that_it_is_one_has_its_format_too(take: Take) -> None:
    table = xlsx([HEAD, [2022, (0.9, PERCENT)], [2023, (1.02, PERCENT)]])
    took = take(changed(table, rf' s="{PERCENT}"', rf' s="{PERCENT}" t="n"'))
    assert [reason and reason.partition(";")[0] for reason in took.reasons] == [
        'the cell shows "90%" and holds 0.9', 'the cell shows "102%" and holds 1.02',
    ]  # fmt: skip


def restyled(table: bytes, old: bytes, new: bytes) -> bytes:
    """A workbook with other styles."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(table)) as was, zipfile.ZipFile(out, "w") as folder:
        for name in was.namelist():
            part = was.read(name)
            folder.writestr(name, part.replace(old, new) if "styles" in name else part)
    return out.getvalue()


@pytest.mark.parametrize("old", [' s="0"', r' s="0"(?=><v>0)', '(?<=<c) r="B3" s="0"'])
def test_cells_without_a_style_have_the_first_one(take: Take, old: str) -> None:
    """All of them, some of them, and one that says nothing of itself."""
    table = xlsx([HEAD, [2022, 0.9], [2023, 1.02]])
    first = b'<cellXfs><xf numFmtId="%d"/>'
    took = take(changed(restyled(table, first % 0, first % 10), old, ""))
    assert [reason and reason.partition(";")[0] for reason in took.reasons] == [
        'the cell shows "90%" and holds 0.9', 'the cell shows "102%" and holds 1.02',
    ]  # fmt: skip


def test_a_format_of_an_empty_row_below_the_table_is_of_no_cell(take: Take) -> None:
    table = xlsx([HEAD, [2022, 6.4], [2023, 6.5]])
    row = rf'<row r="4"><c r="A4" s="{PERCENT}"/><c r="B4" s="{PERCENT}"/></row></sheetData>'
    took = take(changed(table, "</sheetData>", row))
    assert (took.code, took.facts) == (0, [("2022", 6.4), ("2023", 6.5)])


def test_a_size_in_a_format_is_asked_about_no_more_for_a_title(take: Take) -> None:
    rows = [["AI spending (trillions)"], HEAD, [2022, (1.5, TRILLIONS)], [2023, (2, TRILLIONS)]]
    took = take(xlsx(rows), target="money")
    assert (took.code, took.facts) == (0, [("2022", 1500), ("2023", 2000)])


@pytest.mark.parametrize("table", ["Year,Value\n2024,5\n2030,6{}\n", "Item,2024,2030\nA,5,6{}\n"])
def test_a_projection_says_that_it_is_one(take: Take, table: str) -> None:
    """The advice was what a file of the ledger says; a table has marks."""
    said = take(table.format("")).said
    assert (
        "after its publication on 2025-06-30; write e behind the figure if it is expected" in said
    )
    took = take(table.format(" e"))
    assert [row["status"] for row in took.answer["rows"]] == ["final", "estimated"]
    assert take(table.format(""), "--status", "estimated").code == 0
