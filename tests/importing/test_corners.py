"""Corners of reading a file, and the words that are said there, to the letter."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi.facts.intake import arrivals
from kpi.facts.intake.batches import batches, refused_by_reader
from kpi.facts.intake.texts import period_forms
from kpi.facts.intake.texts.cells import as_text, unmarked
from kpi.facts.intake.texts.size_words import factor_beside
from kpi.facts.intake.texts.stamps import is_stamp, read_stamp
from kpi.facts.periods import Period
from kpi.facts.records import Observation
from kpi.facts.targets import read_targets
from kpi.store.trees import LARGEST
from tests.importing.conftest import Take
from tests.importing.sheets import DATE, changed, ods, xlsx
from tests.run import Kpi

HEAD = ["시점", "값"]


def last(said: str) -> str:
    """The last line that was said."""
    return said.rstrip("\n").split("\n")[-1]


# --- cells -------------------------------------------------------------------------------------


def test_cells_as_texts() -> None:
    """Days and times as ISO 8601 writes them, numbers as a table shows them."""
    assert as_text(dt.date(2024, 6, 1)) == "2024-06-01"
    assert as_text(dt.datetime(2024, 6, 1, 10, 30)) == "2024-06-01T10:30:00"  # noqa: DTZ001
    assert (as_text(True), as_text(2024.0), as_text(7)) == ("true", "2024", "7")
    assert as_text(" a \r\n b ") == "a b"
    assert as_text(1234567.89012345) == "1234567.89012345"  # fifteen digits, as spreadsheets keep


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of([st.from_regex(form, fullmatch=True) for form, _ in period_forms._FORMS]))
def test_one_look_sees_every_form_of_a_period(text: str) -> None:
    assert period_forms._ANY_FORM.fullmatch(text)


@pytest.mark.parametrize(
    ("day", "style", "period"),
    [
        ("2024-03-31", "quarter", "2024-Q1"), ("2024-04-01", "quarter", "2024-Q2"),
        ("2024-06-30", "semester", "2024-S1"), ("2024-07-01", "semester", "2024-S2"),
        ("2024-12-30", "week", "2025-W01"), ("2024-12-31", "year", "2024"),
    ],
)  # fmt: skip
def test_a_date_of_a_spreadsheet_stands_for_the_period_that_it_ends_or_begins(
    day: str, style: str, period: str
) -> None:
    assert read_stamp(dt.date.fromisoformat(day), style).period.text == period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.3 %p)", ("12.3 %", "provisional")), ("2024년(p)", ("2024년", "provisional")),
        ("3월e", ("3월", "estimated")), ("12.3(p", ("12.3(p", None)), ("p", ("p", None)),
        ("(p)", ("(p)", None)), ("1분기 잠정치", ("1분기", "provisional")), ("xp", ("xp", None)),
        ("상반p)", ("상반", "provisional")), ("12X추정", ("12X추정", None)),
        ("50%p", ("50%p", None)), ("1.2 %P", ("1.2 %P", None)), ("50 % p", ("50 % p", None)),
        ("50 %p)", ("50 %", "provisional")),
        ("95,400억원 p", ("95,400억원", "provisional")), ("95억원p", ("95억원", "provisional")),
        ("12 GW(e)", ("12 GW", "estimated")), ("12 mp", ("12 mp", None)),
        ("50ᵖ", ("50", "provisional")), ("미확정", ("미확정", None)),
    ],
)  # fmt: skip
def test_marks_behind_figures_and_periods(text: str, expected: tuple[str, str | None]) -> None:
    """Behind a digit, a per cent sign or a Korean word; in brackets behind whatever has a digit.

    What ends with %p is a change in percentage points and no mark.
    """
    assert unmarked(text) == expected


def test_a_note_of_the_file_and_one_of_ours(take: Take, project: Path) -> None:
    """Lines in a cell end as everywhere; what the scale did is added to the file's own note."""
    content = 'period,value,note\r\n2024,0.123,"of firms\r\nwith staff"\r\n2025,0.2,\r\n'
    assert take(content, "--scale", "100", published="2026-01-31", write=True).code == 0
    text = (project / "observations/share/batch_2026-01-31_csv.toml").read_text("utf-8")
    notes = [line for line in text.split("\n") if line.startswith("note")]
    assert notes == [
        r'note = "of firms\nwith staff; 0.123 in the file, times 100"',
        'note = "0.2 in the file, times 100"',
    ]


# --- tables ------------------------------------------------------------------------------------


def test_open_sdg_of_two_columns(take: Take) -> None:
    """Year and Value alone are its form, too."""
    took = take("Year,Value\n2023,6.4\n")
    assert (took.answer["format"], took.facts) == ("opensdg", [("2023", 6.4)])
    assert take("Year,Figure\n2023,6.4\n").answer["format"] == "csv"


@pytest.mark.parametrize(
    ("style", "part", "period"),
    [("semester", "2", "2024-S2"), ("quarter", "3", "2024-Q3"), ("month", "11", "2024-11"),
     ("month", "6", "2024-06")],
)  # fmt: skip
def test_a_year_and_a_number_beside_it(take: Take, style: str, part: str, period: str) -> None:
    """The style says what the second column counts."""
    mapping = ("--period-column", "year", "--period-column", "part", "--period-style", style)
    took = take(f"year,part,value\n2024,{part},6.4\n", *mapping)
    assert took.facts == [(period, 6.4)], took.said


def test_the_series_that_is_judged_takes_the_figures(take: Take, project: Path) -> None:
    """Where nobody names a series, that one; and the other, where it is named."""
    targets = project / "targets.toml"
    text = targets.read_text("utf-8")
    line = 'direction = "up"\nbaseline'
    assert line in text
    targets.write_text(text.replace(line, f'judged_series = "survey"\n{line}'), "utf-8")
    files = take("period,value\n2024,6.4\n", write=True).answer["files"]
    assert files == ["observations/share/survey/batch_2025-06-30_csv.toml"]
    files = take("period,value\n2024,900\n", "--series", "number", write=True).answer["files"]
    assert files == ["observations/share/number/batch_2025-06-30_csv.toml"]


# --- spreadsheets ------------------------------------------------------------------------------


def test_an_empty_cell_of_each_kind_of_file(take: Take) -> None:
    """A spreadsheet may hold a formula without a result; a text file cannot."""
    rows = [HEAD, [2023.0, 6.4], [2024.0, None]]
    unstored = "empty, an error, or a formula without a stored result"
    assert take(xlsx(rows)).reasons == [None, unstored]
    assert take(ods(rows)).reasons == [None, unstored]
    endless = changed(xlsx([HEAD, [2023, 6.4], [2024, 7.5]]), "<v>7.5</v>", "<v>1E999</v>")
    assert take(endless).reasons == [None, unstored]
    assert take("시점,값\n2023,6.4\n2024,\n").reasons == [None, "empty"]


def test_which_sheet(take: Take) -> None:
    """None that holds anything, one of thirteen, and one that is not there."""
    assert last(take(xlsx([])).said).endswith("the spreadsheet holds no cell; choose another file")
    more = {f"s{n}": [HEAD, [2023, n]] for n in range(2, 14)}
    names = ", ".join(f'"s{n}"' for n in range(2, 13))
    said = last(take(xlsx([HEAD, [2023, 6.4]], more=more)).said)
    assert said.endswith(
        f'the spreadsheet has 13 sheets; choose one with --sheet: "데이터", {names}'
    )
    said = last(take(xlsx([HEAD, [2023, 6.4]], more=more), "--sheet", "x").said)
    assert said.endswith(f'there is no sheet "x"; choose from "데이터", {names}')
    assert take(xlsx([HEAD, [2023, 6.4]], more=more), "--sheet", "s7").facts == [("2023", 7)]


def test_merged_cells_away_from_the_corner(take: Take) -> None:
    """Merged headings and classes of a table that begins in C3."""
    rows = [
        [], [],
        [None, None, "산업", "항목", 2023, None, 2024],
        [None, None, None, None, "3/4", "4/4", "1/4"],
        [None, None, "전체", "도입률", 5.9, 6.4, 6.5],
        [None, None, None, "업체수", 10, 20, 30],
    ]  # fmt: skip
    merged = ["C3:C4", "D3:D4", "E3:F3", "C5:C6"]
    took = take(xlsx(rows, merged=merged), "--filter", "산업=전체", "--filter", "항목=업체수",
                "--scale", "1")  # fmt: skip
    assert took.facts == [("2023-Q3", 10), ("2023-Q4", 20), ("2024-Q1", 30)], took.said
    assert [row["where"] for row in took.answer["rows"]] == [
        "row 6, 2023 3/4", "row 6, 2023 4/4", "row 6, 2024 1/4",
    ]  # fmt: skip


def test_a_date_cell_may_be_four_things(take: Take) -> None:
    """The first of June, the month, the quarter or the year: all four are named."""
    (reason,) = take(xlsx([HEAD, [(45444, DATE), 6.4]])).reasons
    assert reason == (
        "the date 2024-06-01 may stand for a day, a month, a quarter or a year;"
        " say which with --period-style day, month, quarter or year"
    )


@pytest.mark.parametrize(
    "text", ["2022-12-31 00:00:00", "2022-12-31T00:00:00.000Z", "2022-12-31T00:00+09:00"]
)
def test_a_day_with_the_time_of_midnight_is_a_date_cell(take: Take, text: str) -> None:
    """As programs export a table with dates: below a heading, and as headings of columns."""
    (reason,) = take(f"시점,값\n{text},6.4\n").reasons
    assert reason == (
        "the date 2022-12-31 may stand for a day, a month, a quarter or a year;"
        " say which with --period-style day, month, quarter or year"
    )
    year = ("--period-style", "year")
    assert take(f"시점,값\n{text},6.4\n", *year).facts == [("2022", 6.4)]
    wide = f"name,2021-12-31 00:00:00,{text}\nx,6.4,6.5\n"
    assert take(wide, *year).facts == [("2021", 6.4), ("2022", 6.5)]


def test_a_time_of_day_is_not_lost(take: Take) -> None:
    """It is midnight in another time zone, perhaps, and then of another year."""
    (reason,) = take("시점,값\n2022-12-31T15:00:00Z,6.4\n", "--period-style", "year").reasons
    assert reason == "2022-12-31 15:00 has a time of day; write the day, or its period"


def test_a_byte_order_mark_under_a_named_encoding(take: Take) -> None:
    """It is no part of the first column's name."""
    content = "\ufeff시점,값\n2024,6.4\n".encode()
    assert take(content, "--encoding", "utf-8").facts == [("2024", 6.4)]


def test_a_year_and_a_number_beside_it_without_a_style(take: Take) -> None:
    """A month or a quarter: nobody has said, and no six digits are made of them."""
    words = ("--period-column", "year", "--period-column", "part")
    (reason,) = take("year,part,value\n2024,3,6.4\n", *words).reasons
    assert reason == (
        '"2024 3" is a month, a quarter or a half of 2024;'
        " say which with --period-style month, quarter or semester"
    )


def test_rows_that_end_early(take: Take) -> None:
    """What is missing at the end of a row is empty."""
    took = take("시점,값,비고\n2023,6.4,x\n2024\n2025,6.6\n", published="2026-01-31")
    assert took.rows[::2] == [("2023", 6.4, "new"), ("2025", 6.6, "new")]
    assert took.fates[1] == "skipped"


def test_keys_without_end(take: Take) -> None:
    """200 keys of a row are read and 201 are not."""
    row = {"PRD_SE": "A", "PRD_DE": "2024", "DT": "6.4", "UNIT_NM": "%"}
    keys = {f"k{n}": "x" for n in range(196)}
    assert take(json.dumps([row | keys])).facts == [("2024", 6.4)]
    said = last(take(json.dumps([row | keys | {"one_more": "x"}])).said)
    assert said.endswith("the rows of the JSON have over 200 keys; save the answer as it came")


def test_a_cell_of_absurd_length(take: Take) -> None:
    """100,000 letters are a note, one more is a quotation mark gone astray."""
    took = take(f"period,value,source\n2024,6.4,{'x' * 100_001}\n")
    assert last(took.said).endswith(
        'line 2 holds a cell of absurd length; close each text that begins with ", and write'
        ' "" for a quotation mark within it, or delete the line if it is a note'
    )
    longer = take(f"period,value,source\n2024,6.4,{'x' * 140_000}\n")
    assert longer.said == took.said
    took = take(f"period,value,remark\n2024,6.4,{'x' * 100_000}\n")
    assert took.facts == [("2024", 6.4)]


# --- what no row of a table can be -------------------------------------------------------------


def test_one_column_and_two_signs(take: Take) -> None:
    """Nothing divides the columns, or two signs do equally well."""
    assert last(take("시점\n2024\n").said).endswith('name it with --value-column; row 1 has "시점"')
    assert last(take("p;q,r\n1;2,3\n").said).endswith(
        "the columns may be divided by comma or semicolon; say which with --delimiter comma"
    )
    assert last(take("p\tq,r\n1\t2,3\n").said).endswith("say which with --delimiter tab")


def test_more_columns_than_a_table_has(take: Take) -> None:
    """5,000 are laid out, 5,001 are not."""
    most = ",".join(["시점", "값", *(f"c{n}" for n in range(4_998))])
    assert take(f"{most}\n2024,6.4\n").facts == [("2024", 6.4)]
    assert last(take(f"{most},x\n2024,6.4\n").said).endswith(
        "a row has over 5,000 columns; remove those that are not needed"
    )


def test_cells_that_are_no_figures(take: Take) -> None:
    """A date in the place of a figure, and a number that no float holds."""
    (reason,) = take(xlsx([HEAD, [2024, (45444, DATE)]])).reasons
    assert reason == "2024-06-01 is a date, not a figure; choose another value column"
    (reason,) = take(f"시점,값\n2024,1{'0' * 19}\n").reasons
    assert reason == f'"1{"0" * 19}" is absurd as a figure; mend it, or skip the row'


@pytest.mark.parametrize(
    ("scale", "value"),
    [("25", 160), ("0.5", 3.2), ("100", 640), ("0.01", 0.064), ("1", 6.4), ("2", 12.8)],
)
def test_scales_of_any_size(take: Take, scale: str, value: float) -> None:
    """The product, without zeros that nobody wrote."""
    took = take("period,value\n2024,6.4\n", "--scale", scale, target="firms")
    assert took.facts == [("2024", value)]


def test_rows_of_another_rhythm_are_left_out(take: Take) -> None:
    """KOSIS says of each row what its period is."""
    rows = [{"PRD_SE": "M", "PRD_DE": "202403", "DT": "6.4", "UNIT_NM": "%"},
            {"PRD_SE": "A", "PRD_DE": "2024", "DT": "6.5", "UNIT_NM": "%"}]  # fmt: skip
    took = take(json.dumps(rows), "--period-style", "year")
    assert took.rows[1] == ("2024", 6.5, "new")
    assert (took.fates[0], took.reasons[0]) == ("skipped", "2024-03 is a month, not a year")


@pytest.mark.parametrize(
    ("rhythm", "periods"), [("H", ["2024-S1", "2024-S2"]), ("S", ["2024-S1", "2024-S2"]),
                            ("Q", ["2024-Q1", "2024-Q2"])],
)  # fmt: skip
def test_halves_and_quarters_of_kosis(take: Take, rhythm: str, periods: list[str]) -> None:
    """Both are written 202401 and 202402; what they are stands in another key."""
    rows = [{"PRD_SE": rhythm, "PRD_DE": f"20240{nth}", "DT": f"6.{nth}", "UNIT_NM": "%"}
            for nth in (1, 2)]  # fmt: skip
    assert take(json.dumps(rows)).facts == [(periods[0], 6.1), (periods[1], 6.2)]


def test_lists_in_a_mapping(take: Take, tmp_path: Path) -> None:
    """Several columns of the period, several texts of a filter."""
    mapping = tmp_path / "m.toml"
    mapping.write_text(
        'target = "share"\ncolumns = { period = ["year", "part"] }\nperiod_style = "quarter"\n'
        'filter = { class = ["a", "b"] }\n',
        "utf-8",
    )
    content = "year,part,class,value\n2024,1,a,6.1\n2024,2,b,6.2\n2024,3,c,6.3\n"
    took = take(content, "--mapping", str(mapping), target=None)
    assert took.facts == [("2024-Q1", 6.1), ("2024-Q2", 6.2)]


def test_rows_without_a_key_that_others_have(take: Take, project: Path) -> None:
    """A status and a multiplier that only the first row states."""
    row = {"PRD_SE": "A", "PRD_DE": "2023", "DT": "6.4", "UNIT_NM": "%"}
    rows = [row | {"OBS_STATUS": "P", "UNIT_MULT": "0", "note": "x"}, row | {"PRD_DE": "2024"}]
    took = take(json.dumps(rows))
    assert took.facts == [("2023", 6.4), ("2024", 6.4)]
    assert [one["status"] for one in took.answer["rows"]] == ["provisional", "final"]
    take(json.dumps(rows), write=True)
    (file,) = (project / "observations/share").iterdir()
    assert file.read_text("utf-8").count("note = ") == 1
    rows = [row, {"DT": "6.5", "PRD_SE": "A"}, {"DT": "6.6", "PRD_DE": "2025"}]
    assert take(json.dumps(rows), published="2026-01-31").fates == ["new", "refused", "refused"]


def test_the_items_of_ecos_are_told_apart(take: Take) -> None:
    """Two items that fill each other's gaps are no series."""
    row = {"STAT_CODE": "901", "TIME": "2023", "DATA_VALUE": "6.4", "ITEM_NAME1": "a"}
    other = row | {"TIME": "2024", "ITEM_NAME1": "b"}
    answer = json.dumps({"StatisticSearch": {"row": [row, other]}})
    assert 'the rows differ in ITEM_NAME1 ("a", "b")' in take(answer).said
    took = take(answer, "--filter", "ITEM_NAME1=b")
    assert took.facts == [("2024", 6.4)]


def test_the_unit_that_ecos_states(take: Take) -> None:
    """Persons are no per cent."""
    row = {"TIME": "2024", "DATA_VALUE": "6.4", "UNIT_NAME": "%", "STAT_NAME": "x"}
    answer = {"StatisticSearch": {"list_total_count": 1, "row": [row]}}
    assert take(json.dumps(answer)).facts == [("2024", 6.4)]
    row["UNIT_NAME"] = "명"
    (reason,) = take(json.dumps(answer)).reasons
    assert reason is not None
    assert 'ends with "명", and the unit is "%"' in reason


def test_two_commas_group_by_three(take: Take) -> None:
    """1,006,567 shows what the comma in 6,412 is."""
    said = take("시점;값\n2023;6,567\n2024;6,412\n", target="firms").said
    assert "6567 or 6.567 in a file that commas do not divide" in said
    said = take("시점;값\n2023;1,006,567\n2024;6,412\n", target="firms").said
    assert "commas do not divide" not in said


def test_wide_rows_that_end_early_or_have_no_name(take: Take) -> None:
    """What is missing is empty; a column without a heading is called by its place."""
    took = take("지표,2022,2023\nAI,6.1\n")
    assert took.rows == [("2022", 6.1, "new"), (None, None, "skipped")]
    said = last(take("지표,,2022,2023\nAI,a,1,2\nAI,b,3,4\n").said)
    assert said.endswith(
        'the rows differ in column 2 ("a", "b"); choose one with --filter "column 2=a"'
    )


@pytest.mark.parametrize(("name", "known"), [
    ("OBS_FLAG", True), ("flags", True), ("Observation status (Flag)", True),
    ("Observation status (Flag) V2 structure", True), ("OBS_STATUS", False), ("flag", False),
    ("Flag Codes", False), ("Observation status", False), ("Status", False),
])  # fmt: skip
def test_an_s_is_an_estimate_to_eurostat_alone(take: Take, name: str, known: bool) -> None:
    """To others it is a strike."""
    took = take(f"period,value,{name}\n2023,6,A\n2024,7,s\n")
    assert took.fates == ["new", "new" if known else "refused"]
    assert not known or [row["status"] for row in took.answer["rows"]] == ["final", "estimated"]


def test_codes_with_their_labels(take: Take) -> None:
    table = "TIME_PERIOD,OBS_STATUS,OBS_VALUE\n2023,A: Normal,6\n2024,P: Provisional value,7\n"
    assert [row["status"] for row in take(table).answer["rows"]] == ["final", "provisional"]


@pytest.mark.parametrize(("first", "second", "asked"), [
    ("0", "units", False), ("units", "", False), ("3", "3", False), ("0", "3", True),
    ("3", "0", True), ("3", "6", True),
])  # fmt: skip
def test_a_scale_is_that_of_one_power(take: Take, first: str, second: str, asked: bool) -> None:
    table = f"period,value,UNIT_MULT\n2023,6,{first}\n2024,7,{second}\n"
    took = take(table, "--scale", "1")
    assert took.fates == ["new", "refused" if asked else "new"]
    what = f'UNIT_MULT is "{second}", and "{first}" before; import the rows of each apart'
    assert (what in took.said) is asked


def test_a_part_that_is_not_known_hides_no_other(take: Take, project: Path) -> None:
    table = "period,value,standard_error,numerator,denominator,note\n2023,4.1,-,41,1000,x\n"
    assert take(table, write=True).code == 0
    (path,) = project.glob("observations/share/*.toml")
    text = path.read_text("utf-8")
    assert "numerator = 41\ndenominator = 1000\n" in text
    assert 'note = "x"' in text


def test_thousands_that_a_column_states(take: Take) -> None:
    """What to do with them is asked."""
    (reason,) = take("period,value,UNIT_MULT\n2024,6.4,3\n").reasons
    assert reason == (
        'the figures count in 10^3 (UNIT_MULT "3");'
        " say by what they are multiplied, such as --scale 1000"
    )


@pytest.mark.parametrize(("power", "factor"), [
    ("Millions", "1000000"), ("6", "1000000"), ("6: Millions", "1000000"), ("Thousands", "1000"),
])  # fmt: skip
def test_the_scale_that_is_offered_is_that_of_the_column(
    take: Take, power: str, factor: str
) -> None:
    """Who copies it from the message has multiplied by what the column says."""
    table = f"period,value,UNIT_MULT\n2024,6.4,{power}\n"
    (reason,) = take(table, target="firms").reasons
    assert reason.endswith(f"such as --scale {factor}")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_first_line_for_excel_is_a_line(take: Take, end: str) -> None:
    """Rows keep their numbers behind it, and behind an empty line."""
    took = take(end.join(["sep=;", "", "시점;값", "2024;6.4", ""]))
    assert (took.facts, took.answer["rows"][0]["where"]) == ([("2024", 6.4)], "row 4")
    took = take(end.join(["sep=;", "시점;값", "2024;6.4", ""]))
    assert (took.facts, took.answer["rows"][0]["where"]) == ([("2024", 6.4)], "row 3")


def test_takes_whose_target_a_column_names(take: Take, tmp_path: Path) -> None:
    """A [[take]] needs no target of its own then."""
    mapping = tmp_path / "m.toml"
    mapping.write_text('columns = { target = "t" }\n[[take]]\nvalue = "v"\n', "utf-8")
    took = take("t,period,v\nshare,2024,6.4\n", "--mapping", str(mapping), target=None)
    assert (took.code, took.facts) == (0, [("2024", 6.4)])


def test_which_of_several_columns(take: Take) -> None:
    """The one that was named, however it is written."""
    assert take("period,a,b\n2024,1,6.4\n", "--value-column", "B").shown == [("2024", 6.4)]
    assert take("period,a,b\n2024,1,6.4\n", "--value-column", "a").shown == [("2024", 1)]
    assert take("period,a,b\n2024,1,6.4\n").code == 4


def test_what_is_said_to_be_wide_is_wide(take: Take, tmp_path: Path) -> None:
    """Even where its headings are those of a long table, or its figures look like years."""
    mapping = tmp_path / "m.toml"
    mapping.write_text('layout = "wide"\n', "utf-8")
    words = ("--mapping", str(mapping))
    took = take("시점,값,2022,2023\n전체,도입률,5.9,6.4\n", *words)
    assert took.facts == [("2022", 5.9), ("2023", 6.4)], took.said
    assert take("Country,2022\nKorea,5.9\n", *words).facts == [("2022", 5.9)]
    took = take("지표,2022,2023\n업체,1985,1990\n", *words, target="firms")
    assert took.facts == [("2022", 1985), ("2023", 1990)], took.said


@pytest.mark.parametrize(("figures", "asked"), [
    ("1985,1990", True), ("1985,412", True), ("1985,", True), ("411,412", False),
])  # fmt: skip
def test_a_wide_table_of_years_may_be_a_long_one(take: Take, figures: str, asked: bool) -> None:
    """Where half of its figures or more could be years; what is empty is none of them."""
    took = take(f"지표,2022,2023\n업체,{figures}\n", target="firms")
    assert ("look like years themselves" in took.said) == asked
    assert took.code == (4 if asked else 0)


def test_a_sign_that_excel_is_told(take: Take) -> None:
    """Any sign may divide columns where the file says so; it is named."""
    took = take("sep=^\n시점^값\n2024^6.4\n")
    assert (took.facts, took.answer["notes"]) == ([("2024", 6.4)], ["columns divided by ^"])


@pytest.mark.parametrize(
    ("text", "found"),
    [("1900", True), ("2200", True), ("1899", False), ("2201", False), ("'24", False),
     ("2024-13", True), ("202413", True), ("2024.1", True), ("AI", False), ("", False),
     ("1900년", True), ("x2024", False), ("Q1 2024", True), ("1Q 2024", True), ("H2 2024", True),
     ("Q5 2024", False)],
)  # fmt: skip
def test_what_may_head_a_column_of_figures(text: str, found: bool) -> None:
    """Periods of whatever kind, and what a spreadsheet has made of them."""
    assert is_stamp(text) is found


def test_parts_of_a_long_batch(take: Take, project: Path) -> None:
    """Each part is as long as a file may be, and knows where its rows begin."""
    (target,) = [one for one in read_targets((project / "targets.toml").read_bytes()).targets
                 if one.id == "firms"]  # fmt: skip
    years = [str(2025 if n == 200 else 1700 + n) for n in range(1, 241)]
    facts = [
        Observation("firms", "main", Period.parse(year), Decimal(7), dt.date(2025, 6, 30), "",
                    note=f"{year} " + "x" * 9_000)
        for year in years
    ]  # fmt: skip
    parts = batches(facts, "csv")
    told = [fact for part in parts.values() for fact in part.facts]
    assert sorted(map(id, told)) == sorted(map(id, facts))
    assert len(parts) == 3
    for part in parts.values():
        lines = part.data.decode().split("\n")
        heads = [n for n, line in enumerate(lines, 1) if line == "[[observation]]"]
        assert part.starts == heads
        assert len(part.data) <= LARGEST
    assert [*refused_by_reader(parts, {"firms": target})] == [id(facts[199])]  # of a year to come


# --- commas, signs and headings ----------------------------------------------------------------


def test_commas_in_a_file_of_commas(take: Take) -> None:
    """Quoted, they group by three and nobody need ask."""
    took = take('시점,값\n2023,"6,567"\n2024,"6,412"\n', target="firms")
    assert (took.code, took.facts) == (0, [("2023", 6567), ("2024", 6412)])


def test_periods_of_several_kinds_for_named_targets(take: Take) -> None:
    """A file that names its targets is ours, and holds what it holds."""
    took = take("target,period,value\nshare,2024,6.4\nshare,2024-06,6.2\n", target=None)
    assert (took.code, took.facts) == (0, [("2024", 6.4), ("2024-06", 6.2)])


def test_ten_times_what_is_recorded_below_one(take: Take) -> None:
    """Half a per cent and fifty."""
    assert take("시점,값\n2023,0.5%\n", published="2024-06-30", write=True).code == 0
    said = take("시점,값\n2023,50\n").said
    assert "10^2 times those recorded for the same periods; add --scale 0.01" in said


def test_a_small_number_and_its_unit(take: Take) -> None:
    """A spreadsheet writes it with an exponent."""
    took = take(xlsx([["시점", "값", "단위"], [2024, 1e-07, "%"]]), "--scale", "1")
    assert took.facts == [("2024", 1e-07)], took.said


@pytest.mark.parametrize(
    ("data", "name"), [(b"\xff\xfe1", "UTF-16"), (b"\xff\xfe\0\0001", "UTF-32"),
                       (b"1\0,\0\n\0\1\xd8", "UTF-16")]
)  # fmt: skip
def test_half_of_utf_16(take: Take, data: bytes, name: str) -> None:
    """It begins as UTF-16, or as UTF-32, and is none."""
    assert last(take(data).said).endswith(
        f"the file is not {name}, as it begins;"
        " name its encoding with --encoding, or save it as CSV UTF-8"
    )


def test_a_long_text_in_the_place_of_a_period(take: Take) -> None:
    """It is refused, and shown by its beginning."""
    took = take(f"period,value\n{'x' * 61},6.4\n2024,6.4\n")
    assert took.fates == ["refused", "new"]


def test_names_of_classifications_tell_no_rows_apart(take: Take) -> None:
    """KOSIS may call one classification by two names over the years."""
    row = {"PRD_SE": "A", "PRD_DE": "2023", "DT": "6.4", "UNIT_NM": "%", "C1_OBJ_NM": "산업"}
    took = take(json.dumps([row, row | {"PRD_DE": "2024", "C1_OBJ_NM": "산업별"}]))
    assert (took.code, took.facts) == (0, [("2023", 6.4), ("2024", 6.4)])


@pytest.mark.parametrize(
    ("mapping", "content", "facts"),
    [
        ("header = 2\n", "a,b\n시점,값\n2024,6.4\n", [("2024", 6.4)]),
        ("header = [2, 3]\ncolumns = { period = '시점 연도', value = '값 %' }\n",
         "a,b\n시점,값\n연도,%\n2024,6.4\n", [("2024", 6.4)]),
        ("header = [1, 2]\n", "지표,2023,2023\n,3/4,4/4\nAI,1,2\n",
         [("2023-Q3", 1), ("2023-Q4", 2)]),
        ('file = "csv"\n', "Year,Value\n2024,6.4\n", [("2024", 6.4)]),
    ],
)  # fmt: skip
def test_headings_that_are_named(
    take: Take, tmp_path: Path, mapping: str, content: str, facts: list[tuple[str, float]]
) -> None:
    """One row or several, long or wide; and what looks like Open SDG read as CSV."""
    path = tmp_path / "m.toml"
    path.write_text(mapping, "utf-8")
    took = take(content, "--mapping", str(path))
    assert (took.facts, took.answer["format"]) == (facts, "csv")


def test_wide_rows_with_a_figure_alone_or_a_word(take: Take) -> None:
    """A figure without its label is no remark, and a word does not hide the figure beside it."""
    assert take("지표,2022,2023\n,6.4,\n").rows[0] == ("2022", 6.4, "new")
    took = take("지표,2022,2023\nAI,6.4,soon\n")
    assert (took.shown, took.fates) == ([("2022", 6.4)], ["new", "refused"])


def test_a_small_number_in_other_words(take: Take) -> None:
    """The unit of the file is that of the target, in Korean."""
    took = take(xlsx([["시점", "값", "단위"], [2024, 1e-07, "퍼센트"]]), "--scale", "1")
    assert took.facts == [("2024", 1e-07)], took.said


def test_a_zero_that_is_recorded_is_no_yardstick(take: Take) -> None:
    """It would let any figure pass, however small."""
    assert take("시점,값\n2021,0\n", target="money", published="2022-06-30", write=True).code == 0
    said = take("시점,값\n2023,0.01\n", target="money").said
    assert "the figures are about 0.01, and all that is known of the target lies between" in said


def test_more_figures_than_anybody_reads(take: Take) -> None:
    """30,001 are not judged."""
    said = last(take("period,value\n" + "2024,6.4\n" * 30_001).said)
    assert said.endswith("over 30,000 figures are chosen; choose fewer with --filter")


@pytest.mark.parametrize(
    ("figure", "said"),
    [("(5", "'(5' does not begin with a number"), ("5)", "'5)' ends with \")\"")],
)
def test_one_bracket_without_the_other(take: Take, figure: str, said: str) -> None:
    """It is no minus of a bookkeeper."""
    (reason,) = take(f"period,value\n2024,{figure}\n").reasons
    assert reason is not None
    assert reason.startswith(said)


def test_several_series_in_one_file_of_open_sdg(take: Take) -> None:
    """They are not one line, though each fills the other's gap; elsewhere the word means less."""
    said = last(take("Year,Series,Value\n2022,A,6.1\n2023,B,6.4\n").said)
    assert '--filter "Series=A"' in said
    took = take("period,Series,value\n2022,A,6.1\n2023,B,6.4\n")
    assert took.shown == [("2022", 6.1), ("2023", 6.4)], took.said


def test_rows_that_lack_what_a_filter_asks_for(take: Take) -> None:
    """Among the texts that there are, theirs is the empty one."""
    row = {"PRD_SE": "A", "PRD_DE": "2023", "DT": "6.4", "UNIT_NM": "%"}
    rows = [row | {"C1_NM": "전체"}, row | {"PRD_DE": "2024"}]
    said = last(take(json.dumps(rows), "--filter", "C1_NM=소계").said)
    assert 'C1_NM has "전체", ""' in said


@pytest.mark.parametrize("above", [
    "출처,통계청\n", '"Data Source","World Bank",\n\n"Last Updated Date","2026-07-01",\n\n',
])  # fmt: skip
def test_two_words_above_a_wide_table(take: Take, above: str) -> None:
    """What is said of a table as a name and a word, even if that is a day, is not its heading."""
    took = take(f"{above}지표,2022,2023\nAI,5.9,6.4\n")
    assert took.facts == [("2022", 5.9), ("2023", 6.4)]


def test_three_words_above_a_wide_table(take: Take) -> None:
    """They may be its heading: which row that is has to be said."""
    assert take("출처,통계청,KOSIS\n지표,2022,2023\nAI,5.9,6.4\n").code == 4


@pytest.mark.parametrize("content", ["2024,2025\n1,2\n", "제목\n,2024,2025\n,1,2\n"])
def test_years_above_rows_without_labels(take: Take, content: str) -> None:
    """They are figures as well as headings: neither a row of years nor a title is a label."""
    took = take(content)
    assert (took.code, took.answer) == (4, {})
    assert "no column of periods and of figures is known" in took.said


def test_no_more_than_four_rows_are_a_heading(take: Take) -> None:
    """What stands in the fifth is a figure that cannot be read."""
    said = last(take("지표,2022,2023\n" + ",a,b\n" * 4 + "AI,1,2\n").said)
    assert "first row 5, 2022 a: 'a' does not begin with a number" in said


def test_columns_that_nobody_knows(take: Take) -> None:
    """Twelve of them are listed, and a further one is hinted at."""
    listed = ", ".join(f'"{name}"' for name in "abcdefghijkl")
    for names, end in (("a,b,c,d,e,f,g,h,i,j,k,l", ""), ("a,b,c,d,e,f,g,h,i,j,k,l,m", ", …")):
        assert last(take(f"{names}\n1,1\n").said) == (
            "kpi: file: no column of periods and of figures is known; name them with"
            f" --period-column and --value-column; row 1 has {listed}{end}"
        )


def test_another_rhythm_than_what_is_recorded(take: Take) -> None:
    """Quarters among years are doubted; a day is as good as the period that ends with it."""
    assert take("시점,값\n2022-12-31,6.1\n", published="2023-01-31", write=True).code == 0
    assert take("시점,값\n2025-Q1,6.5\n").code == 0
    assert take("시점,값\n2024,6.4\n", write=True).code == 0
    assert take("시점,값\n2025-03-31,6.5\n").code == 0
    assert last(take("시점,값\n2025-Q1,6.5\n").said) == (
        "kpi: nothing was written: 2025-Q1 is another kind of period than 2024, which is recorded;"
        " name another --series, or --period-style quarter if it measures the same"
    )


def test_a_milestone_in_digits(take: Take) -> None:
    """1 and 0, as registers write them; on the command line they would be figures."""
    took = take("period,value\n2024-06,0\n2024-12,1\n", target="law")
    assert took.facts == [("2024-06", False), ("2024-12", True)]


def test_a_word_that_is_no_month(take: Take) -> None:
    """It is told as no period, not as one outside the calendar."""
    (reason,) = take("시점,값\nJam 2024,6.4\n").reasons
    assert reason == (
        '"Jam 2024" is not a period; write one such as 2024, 2024-S1, 2024-Q3, 2024-06, 2024 1/4'
        " or 2024년 6월"
    )


def test_empty_rows_and_remarks_within_a_table(take: Take) -> None:
    """An empty row ends nothing; a remark may stand in a table of two columns, too."""
    took = take("시점,값\n2023,6\n\n,\n주: 잠정치 포함\n2024,7\n")
    assert took.facts == [("2023", 6), ("2024", 7)]
    assert took.fates == ["new", "skipped", "new"]


def test_a_remark_above_the_first_figure_is_shown(take: Take) -> None:
    """With both its cells, so that nobody has to wonder what was left out."""
    took = take("시점,값,비고\n단위,퍼센트,x\n2023,6,\n")
    assert took.answer["rows"][0]["in_file"]["period"] == "단위 퍼센트"


def test_doubts_name_the_series_where_there_are_several(take: Take) -> None:
    """Of two series of a file the one that is doubted is named."""
    content = (
        "period,value,target\n2024-01-01,9,share\n2024-02-01,9,share\n2024,9000000,money\n"
        "2025,9000000,money\n"
    )
    said = take(content, target=None, published="2026-06-01").said
    assert "money/main: the figures are about 9,000,000" in said


def test_an_empty_zip_is_no_csv(take: Take) -> None:
    """The mark at the end of a zip folder, which is all of an empty one."""
    said = take(b"PK\x05\x06" + bytes(18)).said
    assert "spreadsheet" in said
    assert "column" not in said


def test_a_wide_table_with_a_column_of_units(take: Take) -> None:
    """Its unit is checked in each row, and tells no two rows apart."""
    took = take("지표,단위,2023,2024\nAI,백만원,5000,7000\n", target="money")
    assert took.facts == [("2023", 5), ("2024", 7)]
    assert take("지표,단위,2023,2024\nAI,개,1,2\n", target="money").fates == ["refused", "refused"]


def test_a_wide_table_of_semicolons(take: Take) -> None:
    """A comma before three digits is asked about there, too."""
    took = take("지표;2023;2024\nAI;7,350;7,400\n", target="firms")
    assert took.code == 4
    assert "7350 or 7.350 in a file that commas do not divide" in took.said


def test_columns_of_one_title_are_numbered(take: Take) -> None:
    """The second one is "(2)", also behind one that is called so itself."""
    content = "x,x,x (2),2022,2023\na,b,c,1,2\nd,e,f,3,4\n"
    for name, text in (("x", "a"), ("x (2)", "b"), ("x (2) (2)", "c")):
        assert take(content, "--filter", f"{name}={text}").facts == [("2022", 1), ("2023", 2)]


def test_a_remark_below_a_wide_table(take: Take) -> None:
    """It is shown as one; a label without any figure beside it is, too."""
    took = take("지표,2023,2024\nAI,5,6\n주: 잠정치\n")
    assert took.facts == [("2023", 5), ("2024", 6)]
    assert took.fates == ["new", "new", "skipped"]


def test_rows_named_as_header_without_a_period(take: Take, tmp_path: Path) -> None:
    """What is wrong, and what to do."""
    (tmp_path / "plan.toml").write_text('header = 1\nlayout = "wide"\n', "utf-8")
    said = last(take("a,b,c\n1,2,3\n", "--mapping", str(tmp_path / "plan.toml")).said)
    assert "the header rows hold no period; say which rows are the header" in said


def test_more_rows_than_anybody_reads(take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both bounds say what to do."""
    content = "period,value\n2021,1\n2022,2\n2023,3\n"
    monkeypatch.setattr(arrivals, "MOST_LINES", 2)
    assert "over 2 figures are chosen; choose fewer with --filter" in take(content).said
    monkeypatch.setattr(arrivals, "MOST_RECORDS", 2)
    assert "the file holds over 2 figures; import a part of it" in take(content).said


def test_a_scale_and_a_percent_sign(take: Take) -> None:
    """The figure, what is wrong with it, and what to do."""
    (reason,) = take("period,value\n2024,12%\n", "--scale", "100").reasons
    assert reason == (
        '"12%" has its percent sign, and a scale as well; leave the scale out, or make the cells of'
        " one kind"
    )


@pytest.mark.parametrize("cell", ["₩1,800,000,000,000", "1.8tn"])
def test_a_scale_and_a_cell_with_a_size(take: Take, cell: str) -> None:
    """It was converted, and multiplied as well: 1,800 became 0.0000018 without a word."""
    table = f'year,value\n2023,"{cell}"\n2024,"{cell}"\n'
    assert take(table, target="money").facts == [("2023", 1800), ("2024", 1800)]
    took = take(table, "--scale", "0.000000001", target="money")
    assert took.code == 4
    assert "has a size of its own, and a scale as well; leave the scale out" in took.reasons[0]
    plain = 'year,value\n2023,"1,800,000,000,000"\n2024,2000000000000\n'
    took = take(plain, "--scale", "0.000000001", target="money")
    assert took.facts == [("2023", 1800), ("2024", 2000)]


def test_a_period_doubled_beside_other_figures(take: Take) -> None:
    """By the population one year of all was chosen, and recorded as the series."""
    table = (
        "year,population,employed,rate\n2021,5180,2727,6.1\n2022,5170,2809,6.2\n"
        "2022,5163,2805,6.3\n2023,5177,2841,6.4\n"
    )
    took = take(table, "--value-column", "rate")
    assert took.said.count("remove all but one from the file") == 1
    whole = "year,area,rate\n2022,,6.2\n2022,KZ,6.3\n2023,,6.4\n2023,KZ,6.6\n"
    took = take(whole, "--value-column", "rate")
    assert '--filter "area=KZ", or --filter "area=" for the rows without one' in took.said
    assert take(whole, "--value-column", "rate", "--filter", "area=").facts[1] == ("2023", 6.4)
    coded = "year,code,rate\n2022,00,6.2\n2022,11,6.3\n2023,00,6.4\n2023,11,6.6\n"
    assert '--filter "code=00"' in take(coded, "--value-column", "rate").said


def test_a_day_in_three_columns(take: Take) -> None:
    columns = [word for name in ("year", "month", "day") for word in ("--period-column", name)]
    took = take("day,month,year,rate\n9,1,2024,6.1\n16,1,2024,6.2\n", *columns,
                "--value-column", "rate")  # fmt: skip
    assert took.facts == [("2024-01-09", 6.1), ("2024-01-16", 6.2)]


def test_years_named_as_days_of_another_kind(take: Take) -> None:
    """What is skipped says what it is and which kind was asked for."""
    took = take("period,value\n2024,5\n2024-Q1,6\n", "--period-style", "year")
    assert took.facts == [("2024", 5)]
    assert took.reasons[1] == '"2024-Q1" is a quarter, not a year'


def test_an_unknown_series_of_a_target(take: Take) -> None:
    """It is named, with those that there are."""
    took = take("period,value,series\n2024,6.4,nothing\n")
    assert took.code == 4
    assert 'target "share" has no series "nothing"; choose from main' in took.said


def test_a_limit_with_a_mark(take: Take) -> None:
    """The mark tells its status."""
    took = take("period,value\n2024,<0.5 p)\n", write=True)
    assert [row["status"] for row in took.answer["rows"]] == ["provisional"]


@pytest.mark.parametrize(("content", "remedy"), [
    (",,Forecast\nCountry,2022,2023\nKorea,6,7\n",
     "write it behind each period that it is about, as 2024e, and delete it"),
    ("Country,2021,2022,2023¹⁾\nKorea,5,6,7\n",
     "write p in its place if provisional, e if estimated; else delete it, or add --status final"),
    ("Country,2022,2023\nKorea,2021,2022\n",
     'name the columns of a long table, or say layout = "wide" in a mapping'),
    ("period,value\n2024,(6.4)\n", "write -1.2 for what is below zero"),
    ('[1, 2]', "save the answer of the service as it came, or import CSV"),
    ("period,value\n", "the table has a header and no row; choose another file"),
    ("period,value,UNIT_MULT\n2023,6.4,0\n2024,6.4,3\n",
     "the figures count in 10^3 (UNIT_MULT \"3\")"),
    ("period,value,target\n2024,6.4,zzzzzz\n", "name one of targets.toml"),
])  # fmt: skip
def test_what_to_do(take: Take, content: str, remedy: str) -> None:
    """Each refusal ends with it."""
    target = None if "zzz" in content else "share"
    assert remedy in take(content, target=target).said


def test_remarks_below_either_kind_of_table(take: Take) -> None:
    """They are skipped, and shown as they stand there."""
    for content in (
        "period,value\n2023,5\n2024,6\n주: 잠정치\n",
        "지표,2023,2024\nAI,5,6\n주: 잠정치\n",
    ):
        took = take(content)
        assert took.fates == ["new", "new", "skipped"]
        assert took.answer["rows"][-1]["in_file"]["period"] == "주: 잠정치"


def test_the_column_of_units_that_a_mapping_names(take: Take, tmp_path: Path) -> None:
    """In a table that has another one by a name that we know."""
    mapping = tmp_path / "m.toml"
    mapping.write_text('columns = { unit = "U" }\n', "utf-8")
    took = take("시점,U,값\n2024,백만원,912000\n", "--mapping", str(mapping), target="money")
    assert took.facts == [("2024", 912)], took.said


def test_more_texts_than_are_listed(take: Take) -> None:
    """Six of them, and that there are more."""
    rows = "".join(f"{2010 + n},6.4,k{n}\n" for n in range(7))
    said = take(f"period,value,Country\n{rows}").said
    assert '"k5", …)' in said
    said = take(f"period,value,Country\n{rows.replace('k6', 'k5')}").said
    assert '"k5")' in said


@pytest.mark.parametrize(("column", "text", "fates"), [
    ("Time of count", "②", ["new", "new"]), ("Estimates Start After", "²⁰²⁰", ["new", "new"]),
    ("UNIT_MULT", "³", ["refused", "refused"]),
])  # fmt: skip
def test_signs_that_are_digits_and_no_numbers(
    take: Take, column: str, text: str, fates: list[str]
) -> None:
    """A circled or a raised figure is a mark, wherever a number was looked for."""
    took = take(f"period,value,{column}\n2022,6.1,{text}\n2023,6.4,{text}\n")
    assert took.fates == fates


def test_four_letters_are_no_flags(take: Take) -> None:
    """Eurostat's letters stand in threes at most."""
    assert take("period,value\n2024,6.4 bep\n").reasons[0] is not None
    assert "bepd" in str(take("period,value\n2024,6.4 bepd\n").reasons[0])
    assert "ends with" in str(take("period,value\n2024,6.4 bepd\n").reasons[0])


def test_a_size_that_contradicts(take: Take) -> None:
    """Thousands are not ones because somebody says so."""
    took = take("period,value,unit\n2024,912000,백만원\n", "--unit", "KRW tn", target="money")
    assert "leave --unit out, or mend it" in took.said


def test_a_unit_of_emissions_has_a_size_of_its_own() -> None:
    """Kilotonnes of a target in megatonnes are a thousandth: a factor of 1000 would be a million
    times too much."""
    for text in ("(단위: 천톤CO2eq)", "(in thousand tCO2e)", "thousand tonnes of CO2"):
        for unit in ("MtCO2e", "MtCO2eq", "Mt CO2e", "MtCO2"):
            assert factor_beside(text, unit) == Decimal("0.001"), (text, unit)
    assert factor_beside("(천톤)", "tCO2e") == 1000


def test_a_first_column_of_periods_needs_no_name(take: Take) -> None:
    """It was asked for as "column 1"."""
    assert take(";Rate\n2023;6,1\n2024;6,2\n").facts == [("2023", 6.1), ("2024", 6.2)]
    units = take(",Rate\n,%\n2023K1,6.1\n2023K2,6.2\nSource: us,\n")
    assert units.facts == [("2023-Q1", 6.1), ("2023-Q2", 6.2)]
    two = take(",Rate,Share\n2023,6.1,6.3\n2024,6.2,6.4\n", "--value-column", "Share")
    assert two.facts == [("2023", 6.3), ("2024", 6.4)]
    assert take(",Seoul,Busan\nRate,6.1,6.2\nShare,6.1,6.2\n").code == 4
    assert take(",6.1\n2023,6.1\n2024,6.2\n").code == 4


@pytest.mark.parametrize(("head", "period"), [
    ("Month", "2023-06"), ("Quarter", "2023-Q2"), ("År", "2023"), ("Måned", "2023-06"),
    ("Kvartal", "2023-Q2"), ("Vuosi", "2023"), ("Perioden", "2023"), ("Rok", "2023"),
])  # fmt: skip
def test_more_names_of_columns_of_periods(take: Take, head: str, period: str) -> None:
    """A month without its year is none."""
    assert take(f"{head},Rate\n{period},6.1\n").facts == [(period, 6.1)]
    assert take(f"{head},Value\n6,6.1\n7,6.2\n").code == 4
    parts = take("Month,Year,Value\n6,2023,6.1\n7,2023,6.2\n")
    assert 'beside the years of "Year" there is a column "Month"' in parts.said


def test_of_thousands_of_refused_rows_the_first_tell_why(project: Path, kpi: Kpi) -> None:
    """A file that is not for this target is refused in each row, and nobody reads all of it."""
    rows = "".join(f"{year},1.{year}.5\n" for year in range(1400, 2000))
    (project / "many.csv").write_text(f"period,value\n{rows}", "utf-8")
    ran = kpi("import", "many.csv", "--target", "share", "--published", "2025-06-30", "--dry-run")
    told = [line for line in ran.stdout.splitlines() if " refused" in line and ".5 " in line]
    assert (ran.code, len(told)) == (4, 600)
    assert sum("a number" in line for line in told) == 500
    assert "Why 100 more rows are refused is told by --format json." in ran.stdout
