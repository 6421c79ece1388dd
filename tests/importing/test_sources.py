"""Each source format by a sample made after its documentation, from the file to the facts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importing.conftest import SAMPLES, Take
from tests.importing.sheets import ods, sheet_xml, xlsx
from tests.run import Kpi

LONG = [["시점", "값"], [2022.0, 4.1], [2023.0, "6.4 p)"], [2024.0, "-"]]
EXPECTED = [("2022", 4.1), ("2023", 6.4)]


def test_csv_long(take: Take) -> None:
    """A row a period."""
    took = take("시점,값\n2022,4.1\n2023,6.4 p)\n2024,-\n")
    assert took.facts == EXPECTED
    assert took.answer["format"] == "csv"


def test_csv_wide(take: Take) -> None:
    """Periods as columns."""
    assert take("구분,2022,2023 p),2024\n전체,4.1,6.4,-\n").facts == EXPECTED


def test_xlsx(take: Take) -> None:
    """A workbook after ECMA-376."""
    took = take(xlsx(LONG))
    assert (took.facts, took.answer["format"]) == (EXPECTED, "xlsx")


def test_xlsx_wide_away_from_the_corner(take: Take) -> None:
    """A table need not begin in A1; its rows keep their numbers."""
    took = take(
        xlsx([[], [None, "통계표"], [], [None, "구분", 2022, 2023], [None, "전체", 4.1, 6.4]])
    )
    assert took.facts == EXPECTED
    assert took.answer["rows"][0]["where"] == "row 5, 2022"


def test_ods(take: Take) -> None:
    """A spreadsheet after OpenDocument 1.2."""
    took = take(ods(LONG))
    assert (took.facts, took.answer["format"]) == (EXPECTED, "ods")


def test_xls(take: Take) -> None:
    """The binary format of Excel 97, as xlwt wrote it once."""
    took = take("table.xls")
    assert (took.facts, took.answer["format"]) == ([("2021", 2.5), ("2022", 3.5)], "xls")


def test_kosis(take: Take) -> None:
    """A saved answer: class and item chosen, unit checked, the table named as the source."""
    took = take("kosis.json", "--filter", "C1_NM=전산업", "--filter", "ITM_NM=이용률", write=True)
    assert took.facts == [("2023", 6.4), ("2022", 4.1)]
    assert took.answer["format"] == "kosis"


def test_kosis_without_quotation_marks_around_its_keys(take: Take) -> None:
    """As the service answers unless it is asked for proper JSON; texts stay what they are."""
    whole = (SAMPLES / "kosis.json").read_text("utf-8")
    bare = re.sub(r'"([A-Z0-9_]+)":', r"\1:", whole).replace("전산업", "전산업, DT: {a:1}")
    assert "ORG_ID:" in bare
    assert '"ORG_ID"' not in bare
    took = take(bare, "--filter", "C1_NM=전산업, DT: {a:1}", "--filter", "ITM_NM=이용률")
    assert took.facts == [("2023", 6.4), ("2022", 4.1)]


def test_kosis_names_its_table(take: Take, project: Path) -> None:
    """Without --source the record says which table it is from."""
    take("kosis.json", "--filter", "C1=00", "--filter", "ITM_ID=T10", write=True)
    text = (project / "observations/share/batch_2025-06-30_kosis.toml").read_text("utf-8")
    assert text.count('source = "KOSIS, 산업별 인공지능 이용, 101 DT_9AI01"') == 2


def test_ecos(take: Take) -> None:
    """The Bank of Korea's answer: TIME has its own spellings."""
    took = take("ecos.json")
    assert took.facts == [("2024-10", 6.4), ("2024-11", 6.5), ("2024-12", 6.7)]
    assert took.answer["format"] == "ecos"


def test_sdmx_csv(take: Take) -> None:
    """TIME_PERIOD and OBS_VALUE are known names."""
    assert take("TIME_PERIOD,UNIT_MEASURE,OBS_VALUE\n2024-Q3,%,6.4\n").facts == [("2024-Q3", 6.4)]


def test_a_milestone(take: Take) -> None:
    """True or false."""
    took = take("period,value\n2025-02-01,false\n2025-06-01,true\n", target="law")
    assert took.shown == [("2025-02-01", False), ("2025-06-01", True)]
    assert take("period,value\n2025-02-01,0.5\n", target="law").fates == ["refused"]
    for yes in ('r="B2" s="2" t="b"', 's="2" t="b" r="B2"'):  # in a cell that is shown as per cent
        raw = sheet_xml([["period", "value"], ["2025-02-01", (1, 2)]])
        table = xlsx(raw=raw.replace('r="B2" s="2"', yes))
        assert take(table, target="law").facts == [("2025-02-01", True)]
        assert take(table, "--scale", "100").fates == ["refused"]


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", "시점,값\n".encode(), b"\xef\xbb\xbf", b"[]", b"{}"]
)
def test_nothing_in_the_file(take: Take, content: bytes) -> None:
    """An empty file, a header alone, an empty list: said, and not a success."""
    took = take(content)
    assert took.code == 4
    assert took.answer == {}


def test_our_own_export_comes_back_the_same(kpi: Kpi, project: Path, tmp_path: Path) -> None:
    """`kpi export` into a file and `kpi import` into an empty project: the same observations."""
    from dataclasses import replace

    from kpi.facts.book import read_book
    from kpi.store.trees import WorkTree

    here = project / "observations" / "share" / "survey"
    here.mkdir(parents=True)
    (here / "2022_2024-01-20.toml").write_text(
        'value = 4.20\nstatus = "provisional"\nquote = "=HYPERLINK(1)"\n'
        'note = "two\\nlines, \\"so\\""\n'
    )
    (here / "2022_2025-01-20.toml").write_text("value = 4.10\nnumerator = 41\ndenominator = 1000\n")
    (here / "2022_2025-01-20_r2.toml").write_text('value = 4.11\nnote = "misread"\n')
    (here / "2023_2025-01-20.toml").write_text('value = 6\nbound = ">="\nurl = "https://e.org/a"\n')
    (here / "2026_2026-03-01.toml").write_text('value = 8\nstatus = "estimated"\n')
    (here / "2026_2026-03-01_r2.toml").write_text(
        'value = 8\nstatus = "withdrawn"\nnote = "of another survey"\n'
    )
    (here.parent / "2022-06_2025-01-20.toml").write_text("value = -0.5\nrecorded = 2025-02-01\n")
    law = project / "observations" / "law"
    law.mkdir()
    (law / "2025-02-01_2025-02-02.toml").write_text("value = true\n")
    other = tmp_path / "other"
    other.mkdir()
    (other / "targets.toml").write_bytes((project / "targets.toml").read_bytes())
    exported = kpi("export", "--format", "csv", "--bom")
    assert exported.code == 0
    file = tmp_path / "all.csv"
    file.write_bytes(exported.stdout.encode())
    assert kpi("import", str(file), "--project", str(other), "--yes").code == 0
    assert kpi("check", "--quiet", "--project", str(other)).code == 0

    def facts(root: Path) -> list[object]:
        book = read_book(WorkTree(str(root)))
        assert not book.problems
        return [replace(one, file="") for rows in book.observations.values() for one in rows]

    assert facts(other) == facts(project)
    again = kpi("import", str(file), "--project", str(other), "--yes")
    assert (again.code, "Nothing new" in again.stdout) == (0, True)


def test_a_figure_that_was_withdrawn_is_no_measure_of_those_of_a_file(
    take: Take, project: Path
) -> None:
    """Neither of their size, nor is it what was published last of its period."""
    here = project / "observations" / "share"
    here.mkdir(parents=True)
    for name, value in ("2022_2024-01-20", 4), ("2022_2024-06-01", 0.04), ("2023_2024-06-01", 90):
        (here / f"{name}.toml").write_text(f"value = {value}\n")
    table = "period,value\n2022,4\n2024,6\n"
    assert take(table, "--series", "main").code == 4
    for file in here.glob("*_2024-06-01.toml"):
        withdrawn = 'status = "withdrawn"\nnote = "of another survey"\n'
        file.with_name(f"{file.stem}_r2.toml").write_text(file.read_text() + withdrawn)
    took = take(table, "--series", "main")
    assert (took.code, took.fates) == (0, ["recorded", "new"])


LEDGER = """\
schema = 1
title = "With figures that a person would be asked about"
timezone = "UTC"

[[target]]
id = "spent"
title = "Money spent"
kind = "total"
unit = "KRW"
direction = "up"
goal = { value = 1_000_000, by = 2030 }
"""


@pytest.fixture
def exported(kpi: Kpi, tmp_path: Path) -> Callable[..., Path]:
    """Writes figures of 2020 and on into a ledger, and gives the file that `kpi export` makes."""

    def make(*values: str) -> Path:
        facts = tmp_path / "there" / "observations" / "spent"
        facts.mkdir(parents=True)
        (tmp_path / "there" / "targets.toml").write_text(LEDGER)
        for year, value in enumerate(values, 2020):
            (facts / f"{year}_{year + 1}-02-01.toml").write_text(f"value = {value}\n")
        file = tmp_path / "all.csv"
        file.write_text(kpi("export", "--project", str(tmp_path / "there")).stdout, newline="")
        return file

    return make


@pytest.mark.parametrize(
    "values",
    [
        pytest.param(("500000", "400000"), id="a total that was lowered"),
        pytest.param(("5", "400000"), id="a leap"),
        pytest.param(("5", "6"), id="far from the goal"),
    ],
)
def test_what_was_recorded_comes_back_as_it_is(
    kpi: Kpi, tmp_path: Path, exported: Callable[..., Path], values: tuple[str, str]
) -> None:
    """Our own export says that each figure was recorded so: its size is no question any more."""
    (tmp_path / "targets.toml").write_text(LEDGER)
    took = kpi("import", str(exported(*values)), "--project", str(tmp_path), "--yes")
    assert (took.code, took.stderr) == (0, "")
    back = kpi("export", "--project", str(tmp_path)).stdout
    assert [line.split(",")[5] for line in back.splitlines()[1:]] == list(values)


def test_a_row_that_was_added_to_an_export_is_asked_about(
    kpi: Kpi, tmp_path: Path, exported: Callable[..., Path]
) -> None:
    """It names no file of observations, so nothing says that anybody has looked at its size."""
    (tmp_path / "targets.toml").write_text(LEDGER)
    file = exported("400000", "500000")
    added = "spent,main,2022,,,600,KRW,2023-02-01" + "," * 15 + "\r\n"
    file.write_text(file.read_text() + added, newline="")
    took = kpi("import", str(file), "--project", str(tmp_path), "--yes")
    assert took.code == 4
    assert "600" in took.stderr
    assert "--scale 1" in took.stderr


def test_samples_are_small() -> None:
    """Made by us, and readable at a glance."""
    assert all(path.stat().st_size < 10_000 for path in SAMPLES.iterdir())


@pytest.mark.parametrize(
    ("quality", "status"),
    [("e", "final"), ("r", "final"), ("p", "provisional"), ("s", "estimated")],
)
def test_the_quality_of_a_figure_of_destatis(take: Take, quality: str, status: str) -> None:
    """Its "e" is final (endgültig), not estimated."""
    took = take(f"time;value;value_unit;value_q\n2022;6,1;%;{quality}\n", "--decimal", ",")
    assert [row["status"] for row in took.answer["rows"]] == [status]


@pytest.mark.parametrize("style", ["year", "quarter"])
def test_the_days_of_a_monthly_series_are_no_years(take: Take, style: str) -> None:
    """Of twelve days that begin a month the first is not the year, and the others are not left."""
    rows = "".join(f"2019-{month:02}-01,{4 + month / 10}\n" for month in range(1, 13))
    took = take("observation_date,UNRATE\n" + rows, "--period-style", style)
    assert took.code == 4
    assert "skipped" not in took.fates
    assert "is a day within 2019" in took.said
    assert take("observation_date,UNRATE\n" + rows, "--period-style", "month").code == 0


@pytest.mark.parametrize("options", [(), ("--filter", "C1_NM=전국")])
def test_what_is_no_row_of_an_answer_is_told_and_the_others_read(
    take: Take, options: tuple[str, ...]
) -> None:
    """A filter, which nothing of it could meet, left it out without a word."""
    row = {"PRD_SE": "Y", "C1_NM": "전국", "UNIT_NM": "%", "TBL_NM": "t"}
    answer = [row | {"PRD_DE": "2022", "DT": "3"}, 3, row | {"PRD_DE": "2023", "DT": "4"}]
    took = take(json.dumps(answer), *options)
    assert (took.code, took.shown) == (4, [("2022", 3), ("2023", 4)])
    assert took.reasons[1] == "this is no row; save the answer as it came"
    assert [one["where"] for one in took.answer["rows"]] == ["row 1", "row 2", "row 3"]


@pytest.mark.parametrize(("answer", "said"), [
    ({"errMsg": "인증키가 유효하지 않습니다."}, '"인증키가 유효하지 않습니다."'),
    ({"RESULT": {"CODE": "INFO-200", "MESSAGE": "데이터가 없습니다."}}, '"데이터가 없습니다."'),
    ({"result": {"MESSAGE": "no data"}}, 'an error that the service gave: "no data"'),
    ({"RESULT": "none"}, "the JSON is neither a KOSIS answer"),
    ({"a": 1}, "the JSON is neither a KOSIS answer"), ([1], "the JSON is neither a KOSIS answer"),
])  # fmt: skip
def test_an_answer_without_rows(take: Take, answer: object, said: str) -> None:
    assert said in take(json.dumps(answer)).said


def test_kosis_in_the_encoding_of_old_programs(take: Take) -> None:
    """And in none; a figure may be a number."""
    content = json.dumps([{"PRD_SE": "A", "PRD_DE": 2023, "DT": 6, "UNIT_NM": "%", "C1_NM": "계"}],
                         ensure_ascii=False)  # fmt: skip
    assert take(content.encode("cp949")).facts == [("2023", 6)]
    said = take(b'[{"a": "\xff\xff"}]').said
    assert "the file is neither UTF-8 nor CP949; save it as UTF-8" in said


def test_a_province_that_changed_its_name_and_its_code(take: Take) -> None:
    """Its code tells nothing apart that the name does not; it does two subtotals of one name."""

    def rows(*names: tuple[str, str, str]) -> str:
        same = {"PRD_SE": "A", "UNIT_NM": "%"}
        return json.dumps([
            same | {"PRD_DE": year, "C1": code, "C1_NM": name, "DT": "7"}
            for year, code, name in names
        ])  # fmt: skip

    both = ("--filter", "C1_NM=강원도", "--filter", "C1_NM=강원특별자치도")
    named = rows(("2022", "32", "강원도"), ("2023", "51", "강원특별자치도"))
    assert take(named, *both).facts == [("2022", 7), ("2023", 7)]
    subtotals = rows(("2022", "10", "소계"), ("2023", "20", "소계"))
    took = take(subtotals, "--filter", "C1_NM=소계")
    assert 'the rows differ in C1 ("10", "20")' in took.said


@pytest.mark.parametrize("count", ["²", "１２", "many", None, "1"])
def test_a_number_of_rows_that_no_answer_has(take: Take, count: object) -> None:
    row = {"TIME": "2023", "DATA_VALUE": "7", "UNIT_NAME": "%"}
    answer = {"StatisticSearch": {"list_total_count": count, "row": [row]}}
    took = take(json.dumps(answer))
    assert took.facts == [("2023", 7)]
    assert not any("rows in the answer" in note for note in took.answer["notes"])


def test_a_row_of_the_bank_of_korea_without_a_period(take: Take) -> None:
    row = {"STAT_NAME": "t", "ITEM_NAME1": "전국", "UNIT_NAME": "%"}
    rows = [row | {"TIME": "2022", "DATA_VALUE": "3"}, row | {"DATA_VALUE": "4"}]
    took = take(json.dumps({"StatisticSearch": {"row": rows}}))
    assert took.shown == [("2022", 3)]
    assert took.reasons[1] == "the period is empty; write it into each row that it is about"


@pytest.mark.parametrize("option", ["--value-column", "--period-column"])
def test_a_key_that_no_row_of_the_bank_of_korea_has(take: Take, option: str) -> None:
    """What was named is read, or missed; it is never left aside without a word."""
    row = {"STAT_NAME": "t", "UNIT_NAME": "%", "TIME": "2022", "DATA_VALUE": "3"}
    said = take(json.dumps({"StatisticSearch": {"row": [row]}}), option, "X").said
    assert 'there is no column "X"; choose from "STAT_NAME", "UNIT_NAME", "TIME", "DATA_' in said


@pytest.mark.parametrize(("name", "code", "status"), [
    ("SYMBOL", "p", "provisional"), ("SYMBOL", "E", "final"), ("SYMBOL", "", "final"),
    ("STATUS", "p", "provisional"), ("STATUS", "A", "final"), ("STATUS", "E", None),
])  # fmt: skip
def test_symbols_of_statistics_canada(take: Take, name: str, code: str, status: str | None) -> None:
    """To it an E is no estimate, but a figure to be used with caution."""
    took = take(f"REF_DATE,VALUE,SCALAR_FACTOR,{name}\n2023,5,units,{code}\n")
    assert took.fates == ["new" if status else "refused"]
    assert took.answer["rows"][0]["status"] == status


def test_rows_of_json_that_lack_a_key(take: Take) -> None:
    """It is as an empty cell: of no series, no status, no unit of its own."""
    row = {"PRD_SE": "A", "DT": "4", "UNIT_NM": "%", "ITM_NM": "이용률", "FLAG": "p", "note": "x",
           "series": "survey", "UNIT_MULT": "0", "Nature": "E", "SeriesCode": "x", "Kind": "Actual",
           "Status": "Final"}  # fmt: skip
    lacking = ("DT", "UNIT_NM", "FLAG", "note", "series", "UNIT_MULT", "Nature", "Kind", "Status")
    rows = [{key: said for key, said in {**row, "PRD_DE": str(2001 + nth)}.items() if key != gone}
            for nth, gone in enumerate(("", *lacking))]  # fmt: skip
    told = [(one["series"], one["value"], one["status"], one["reason"])
            for one in take(json.dumps([*rows, 5])).answer["rows"]]  # fmt: skip
    whole = ("survey", 4, "estimated", None)
    assert told == [
        whole, ("survey", None, None, "empty"), whole, whole, whole, ("main", 4, "estimated", None),
        whole, ("survey", 4, "provisional", None), whole, whole,
        ("main", None, None, "this is no row; save the answer as it came"),
    ]  # fmt: skip


@pytest.mark.parametrize(("label", "texts", "whole"), [
    ("Sex", "Total Total", True), ("Frequency", "A A", True), ("성별", "계 계", True),
    ("FREQ", "Annual Annual", True), ("Sex", "Women Women", False), ("Sex", "Total Women", False),
    ("Region", "A A", False), ("Frequency", "Q Q", False),
])  # fmt: skip
def test_a_column_of_nothing_but_the_whole_divides_nothing(
    take: Take, label: str, texts: str, whole: bool
) -> None:
    """It was asked about, although there was one answer."""
    first, second = texts.split()
    took = take(f"Year,{label},Value\n2023,{first},6\n2024,{second},7\n")
    assert (took.code == 0) is whole
    assert whole or "disaggregated" in took.said
