"""Files that were read as something else, and nothing was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import xlsx


@pytest.mark.parametrize("head", ["Spend (£m)", "°C", "§b"])
def test_a_western_file_is_not_korean(take: Take, head: str) -> None:
    """As CP949 the sign would take the letter behind it with it, and the unit be lost."""
    table = f"Year,{head}\n2023,6.2\n2024,7.3\n"
    took = take(table.encode("cp1252"))
    assert took.code == 4
    assert "neither UTF-8 nor CP949; name its encoding with --encoding, such as cp1252" in took.said
    assert take(table.encode("cp1252"), "--encoding", "cp949").facts[0] == ("2023", 6.2)
    assert take("Year,똠방각하\n2023,6.2\n".encode("cp949")).facts == [("2023", 6.2)]


def test_a_unit_that_is_said_is_good_for_one_power(take: Take) -> None:
    """Of a file that counts in billions and later in millions as well, as a scale is."""
    table = "TIME_PERIOD,OBS_VALUE,UNIT_MULT\n2022,600,9\n2023,650,{}\n"
    assert take(table.format(9), "--unit", "KRW bn", target="money").code == 0
    took = take(table.format(6), "--unit", "KRW bn", target="money")
    assert took.fates == ["new", "refused"]
    assert 'UNIT_MULT is "6", and "9" before' in took.said


def test_each_series_of_a_file_may_have_a_power(take: Take, tmp_path: Path) -> None:
    """What one take says of its own rows is nothing against those of another."""
    plan = tmp_path / "plan.toml"
    plan.write_text(
        '[[take]]\ntarget = "money"\nfilter = { item = "won" }\nunit = "KRW bn"\n'
        '[[take]]\ntarget = "firms"\nfilter = { item = "firms" }\nscale = 1000\n', "utf-8",
    )  # fmt: skip
    table = "period,item,value,UNIT_MULT\n2022,won,600,9\n2022,firms,0.9,3\n"
    took = take(table, "--mapping", str(plan), target=None)
    assert took.facts == [("2022", 600), ("2022", 900)]


def test_a_column_of_factors_that_are_labels(take: Take) -> None:
    table = "period,value,Factor\n2022,6.1,Age\n2023,6.4,Age and sex\n"
    assert take(table, "--scale", "1", "--filter", "Factor=Age").code == 0
    took = take(table, "--scale", "1", "--filter", "Factor=Age", "--filter", "Factor=Age and sex")
    assert took.facts == [("2022", 6.1), ("2023", 6.4)]


@pytest.mark.parametrize("row", ["10,11,12", "10,10,10", "12,12,11"])
def test_figures_that_could_be_months(take: Take, row: str) -> None:
    """The first row of a wide table, each of whose figures is a number from 01 to 12."""
    took = take(f"Item,2021,2022,2023\nRate,{row}\nOther,5,6,7\n", "--filter", "Item=Rate")
    assert [value for _, value in took.facts] == list(map(int, row.split(",")))


@pytest.mark.parametrize("header", [
    "Item,2023,,2024,", "Item,2023,2023,2024,2024",
])  # fmt: skip
def test_months_below_years(take: Take, header: str) -> None:
    took = take(f"{header}\n,11,12,01,02\nRate,5,6,7,8\n", "--period-style", "month")
    assert took.facts == [("2023-11", 5), ("2023-12", 6), ("2024-01", 7), ("2024-02", 8)]


@pytest.mark.parametrize("row", [
    "<20,<20,<20", "+20,+20,+20", "약 20,약 20,약 20", "c,c,c", "~20,~20,~20", "bp,bp,p",
    "$20,$20,$20", "KRW 20,KRW 20,KRW 20", "£2 million,£2 million,£3 million", "± 20,± 20,± 20",
])  # fmt: skip
def test_a_row_of_figures_is_no_header(take: Take, row: str) -> None:
    """Or the second row would be taken for the whole, and nothing said of the first."""
    took = take(f"Item,2021,2022,2023\nAll,{row}\nof which big,5,6,7\n")
    assert took.code == 4
    assert len(took.rows) == 6


def test_classes_below_years(take: Take) -> None:
    """What begins with a sign and a number may be a class of firms."""
    table = "Item,2023,2023,2024,2024\n,<10 employees,≥10 employees,<10 employees,≥10 employees\n"
    took = take(f"{table}Rate,5,6,7,8\n", "--filter", "header 2=≥10 employees")
    assert took.facts == [("2023", 6), ("2024", 8)]


def test_a_figure_merged_over_two_periods(take: Take) -> None:
    """In a wide table it is no figure of the first of them."""
    rows = [["Item", 2021, 2022, 2023, "Note"], ["Rate", 20, None, 22, None]]
    took = take(xlsx(rows, merged=["B2:C2"]))
    assert took.fates == ["refused", "skipped", "new"]
    assert "merged over several periods" in took.said
    assert take(xlsx(rows, merged=["D2:E2"])).facts == [("2021", 20), ("2023", 22)]


def test_thousands_without_quotation_marks_before_a_remark(take: Take) -> None:
    """12,345 is 12 under "Value" and 345 under "Note"; a comma at the end stands for the note."""
    rows = ("2022,11,345{0}\n", "2023,12,345{0}\n", "2024,13,456{0}\n")
    table = "Year,Value,Note\n" + "".join(rows)
    took = take(table.format(","), target="firms")
    assert took.fates == ["refused"] * 3
    assert "the row has 4 cells and the header 3" in took.said
    took = take(table.format(""), target="firms")
    assert (took.code, took.shown[0]) == (4, ("2022", 11))
    assert '"345" under "Note" may belong to "11" beside it' in took.said
    assert take(table.format(""), "--value-column", "Value", target="firms").code == 0


@pytest.mark.parametrize("table", [
    "Year,Value,Note\n2022,11,101\n2023,12,101\n", "Year,Value,Note\n2022,11,\n2023,12,\n",
    "Year,Value,Note\n2022,11,345\n2023,12.5,346\n", "Year,Value,Note\n2022,11,x\n2023,12,345\n",
    "Year,Value,Rank\n2022,11,345\n2023,12,346\n", "Year,Value\n2022,11,\n2023,12,\n",
])  # fmt: skip
def test_numbers_beside_figures(take: Take, table: str) -> None:
    """Which are no part of them."""
    assert take(table, target="firms").code == 0


def test_a_unit_that_is_said_is_good_for_one_size(take: Take) -> None:
    """Rows in 천개 and in 개 are not both "thousand companies"; one without a unit says nothing."""
    table = "시점,단위,값\n2021,,-\n2022,천개,0.6\n2023,{},0.7\n"
    said = ("--unit", "thousand companies")
    for unit in ("천개", ""):
        assert take(table.format(unit), *said, target="firms").code == 0
    took = take(table.format("개"), *said, target="firms")
    assert took.fates == ["skipped", "new", "refused"]
    assert 'the unit is "개", and "천개" before' in took.said


@pytest.mark.parametrize("text", ["2023/24", "2023-24", "1999-00", "2023–24", "2023/2024"])
def test_what_is_said_of_a_financial_year(take: Take, text: str) -> None:
    """It is no month that was misspelt; 2023-13 is."""
    assert "is a financial or school year" in take(f"Year,Value\n{text},6\n").said
    assert '"2023-13" is not in the calendar' in take("Year,Value\n2023-13,6\n").said


@pytest.mark.parametrize("figure", ["1 234", "1'234", "<5", "12.3 p)", "3 만"])
def test_a_figure_of_an_unknown_period_is_no_remark(take: Take, figure: str) -> None:
    """Of a table none of whose periods could be read nothing was imported, with exit code 0."""
    took = take(f'Year,Value\n"3/2019","{figure}"\n"4/2019","{figure}"\n', target="firms")
    assert (took.code, took.fates) == (4, ["refused", "refused"])
    assert '"3/2019" may be a month or a quarter; say --period-style month, or write 2' in took.said


@pytest.mark.parametrize("row", ["Unit,%", "기준,2020=100", ",(2020=100)", "Notes,see below"])
def test_what_stands_above_the_first_figure(take: Take, row: str) -> None:
    took = take(f"Year,Value\n{row}\n2023,6.2\n")
    assert took.facts == [("2023", 6.2)]
    assert took.fates == ["skipped", "new"]


@pytest.mark.parametrize(("word", "factor"), [
    ("‰", "0.1"), ("per mille", "0.1"), ("promille", "0.1"), ("천분율", "0.1"), ("bp", "0.01"),
    ("단위: bps", "0.01"),
    ("per 1,000", "0.1"), ("인구 천명당", "0.1"), ("basis points", "0.01"), ("10만명당", "0.001"),
    ("per thousand firms", "0.1"), ("per 100 000", "0.001"), ("per 10,000", "0.01"),
])  # fmt: skip
def test_thousandths_for_a_share(take: Take, word: str, factor: str) -> None:
    """206 ‰ are no 206 %: over the figures, beside them, or above the table."""
    for table in (f'Year,"Rate ({word})"\n2023,206\n', f'Item,2023,2024\n"Rate, {word}",206,207\n',
                  f'"({word})"\nYear,Value\n2023,206\n'):  # fmt: skip
        took = take(table)
        assert f"add --scale {factor}, or --scale 1" in took.said
        assert take(table, "--scale", factor).facts[0] == ("2023", round(206 * float(factor), 4))


@pytest.mark.parametrize(
    "word", ["%", "of 1,000 firms", "percent", "bp Group", "permit", "promise"]
)
def test_what_speaks_of_no_thousandths(take: Take, word: str) -> None:
    assert take(f'Year,"Rate ({word})"\n2023,20.6\n').code == 0


@pytest.mark.parametrize("unit", ["%", "퍼센트", "percent", "PT"])
def test_a_unit_of_shares_says_nothing_of_size(take: Take, unit: str) -> None:
    """Its name may be another one than ours; 19200 % is far from all that is known in any."""
    took = take(f"Year,Value,Unit\n2023,19200,{unit}\n2024,18600,{unit}\n")
    assert "add --scale with the factor" in took.said


def test_the_row_whose_columns_are_listed(take: Take, tmp_path: Path) -> None:
    """It is the header that a mapping names."""
    (tmp_path / "plan.toml").write_text('header = 2\ncolumns = { value = "v" }\n', "utf-8")
    table = "x\ny\nYear,v,w\n2021,12,1\n"
    assert 'row 2 has "y"' in take(table, "--mapping", str(tmp_path / "plan.toml")).said


def test_other_numbers_are_written_as_figures_are(take: Take) -> None:
    """Standard errors with a decimal comma, and parts of a share with thousands."""
    took = take('Jahr;Wert;standard_error\n2023;"6,4";"0,5"\n', "--decimal", ",")
    assert (took.facts, took.answer["rows"][0]["period"]) == ([("2023", 6.4)], "2023")
    table = 'Year,Value,numerator,denominator\n2023,12.5,"1,250","10,000"\n'
    assert take(table).facts == [("2023", 12.5)]
    assert "1,250 of 10,000 is 12.5 %, not 16" in take(table.replace("12.5", "16")).said
    assert "numerator" in take(table.replace("1,250", "1,25")).said


@pytest.mark.parametrize(
    "name", ["Sex", "region_code", "AGE", "시도코드", "성별", "ISIC", "C1 code"]
)
def test_numbers_that_are_codes(take: Take, name: str) -> None:
    """Regions 00 and 11 that fill each other's gaps are two series."""
    table = f"period,{name},value\n2021,00,6\n2022,00,6.1\n2023,11,7\n2024,11,7.1\n"
    took = take(table)
    assert f'the rows differ in {name} ("00", "11")' in took.said
    both = ("--filter", f"{name}=00", "--filter", f"{name}=11")
    assert len(take(table, *both).facts) == 4


@pytest.mark.parametrize(
    "name", ["Employees", "Rank", "Sample", "Price", "Average age", "Group size"]
)
def test_numbers_that_are_no_codes(take: Take, name: str) -> None:
    table = f"period,{name},value\n2021,10,6\n2022,10,6.1\n2023,12,7\n2024,12,7.1\n"
    assert take(table, "--value-column", "value").code == 0


@pytest.mark.parametrize("name", ["ISIC", "isco08", "isic4"])
def test_classes_of_industries_are_no_remarks(take: Take, name: str) -> None:
    table = f"period,{name},value\n2021,C,6\n2022,C,6.1\n2023,J,7\n2024,J,7.1\n"
    assert f'the rows differ in {name} ("C", "J")' in take(table).said
    assert take(table.replace(name, "isFinal"), "--value-column", "value").code == 0


@pytest.mark.parametrize(("power", "said", "code"), [
    ("3", "companies", 4), ("3", "thousand companies", 0), ("0", "companies", 0),
    ("Thousands", "companies", 4), ("thousands", "thousand companies", 0),
])  # fmt: skip
def test_a_unit_of_ones_for_a_file_of_thousands(
    take: Take, power: str, said: str, code: int
) -> None:
    """0.9 with UNIT_MULT 3 is not 0.9 companies, whatever the unit is called."""
    table = f"TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n2024,0.9,ENT,{power}\n"
    took = take(table, "--unit", said, target="firms")
    assert took.code == code
    assert not code or "say by what they are multiplied, such as --scale" in took.said
    assert take(table, "--unit", "companies", "--scale", "1000", target="firms").facts[0][1] == 900


def test_a_limit_that_became_a_figure(take: Take) -> None:
    """What is recorded is told as the limit that it is."""
    assert take("Year,Value\n2023,<13\n", write=True).code == 0
    took = take("Year,Value\n2023,13\n")
    assert took.code == 6
    assert "says <= 13;" in took.said
    took = take("Year,Value\n2023,13\n", published="2025-12-01")
    assert took.reasons == ["was <= 13, published 2025-06-30"]


def test_a_letter_among_headings_is_one(take: Take) -> None:
    """The "n" beside "%" counts who was asked; alone it would be a flag."""
    table = "Item,2021,,2022,\n,n,%,n,%\nA,500,10,600,12\n"
    assert take(table, "--filter", "header 2=%").facts == [("2021", 10), ("2022", 12)]


@pytest.mark.parametrize(("name", "one", "other"), [
    ("Partner", "", "World"), ("Partner", "DE", "FR"), ("Counterpart area", "W0", "I9"),
    ("Basis", "nominal", "real"), ("Product", "C10", "C11"),
    ("flow", "M", "X"), ("상대국", "미국", "중국"),
])  # fmt: skip
def test_two_lines_of_a_table_that_take_turns_are_asked_about(
    take: Take, name: str, one: str, other: str
) -> None:
    """No period stands twice, so only the name of the column tells that they are two."""
    table = f"period,{name},value\n2021,{one},6\n2022,{one},6.1\n2023,{other},7\n2024,{other},7.1\n"
    took = take(table, "--value-column", "value")
    assert took.code == 4
    assert f"the rows differ in {name}" in took.said
    assert take(table.replace(name, "remark"), "--value-column", "value").code == 0


def test_days_beside_a_year_and_a_month(take: Take) -> None:
    """A filter for one day would have made it the month."""
    table = "year,month,date_of_month,value\n2024,1,1,5\n2024,1,2,6\n2024,2,1,7\n2024,2,2,8\n"
    parts = [word for name in table.split(",")[:2] for word in ("--period-column", name)]
    took = take(table, *parts, "--period-style", "month")
    assert 'of another day (date_of_month); add --period-column "date_of_month" to' in took.said
    assert "without --period-style" in took.said
    assert len(take(table, *parts, "--period-column", "date_of_month").facts) == 4
