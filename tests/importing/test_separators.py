"""Which sign divides thousands and which begins decimals. All figures are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import xlsx

WHICH = 'add --decimal "," if the {} {}, --decimal . if not'


@pytest.mark.parametrize(("target", "first", "second", "value"), [
    ("share", "7,630", "7,140", 7.63), ("firms", "763,000", "714,000", 763),
    ("money", "2763,000", "2714,000", None),
])  # fmt: skip
def test_a_comma_within_quotation_marks(
    take: Take, target: str, first: str, second: str, value: float | None
) -> None:
    """A German source has 763,000 for 763, and whoever saves it divides the cells by commas."""
    table = f'Jahr,Wert\n2022,"{first}"\n2023,"{second}"\n'
    took = take(table, target=target)
    assert took.code == 4
    if value is None:  # no thousands are divided so
        return
    other = first.replace(",", ".")
    assert f'"{first}" may mean {first.replace(",", "")} or {other}, and the second is' in took.said
    assert WHICH.format("comma", "begins decimals") in took.said
    assert take(table, "--decimal", ",", target=target).facts[0] == ("2022", value)
    took = take(table, "--decimal", ".", "--scale", "1", target=target)
    assert took.facts[0] == ("2022", float(first.replace(",", "")))


@pytest.mark.parametrize("figures", ["1,234 1,240", "950 1,020", "12,630 1,106,300", "9,900 9,950"])
def test_thousands_that_are_near_to_what_is_known(take: Take, figures: str) -> None:
    """The goal is of 1,000 firms, so nothing is asked of thousands near to it, or shown as such."""
    first, second = figures.split()
    table = f'Year,Value\n2022,"{first}"\n2023,"{second}"\n'
    assert "may mean" not in take(table, target="firms").said
    counted = [("2022", int(first.replace(",", ""))), ("2023", int(second.replace(",", "")))]
    assert take(table, "--scale", "1", target="firms").facts == counted


def test_a_zero_says_nothing_of_a_sign(take: Take) -> None:
    """It has no thousands, and no decimals either."""
    took = take('Jahr,Wert\n2021,0\n2022,"763,000"\n2023,"714,000"\n', target="firms")
    assert '"763,000" may mean 763000 or 763.000' in took.said


@pytest.mark.parametrize(("rows", "told"), [
    ("2022,12,345\n2023,13,456\n", True), ("2022,12,345\n2023,13,\n2024,14,456\n", True),
    ("2022,12,345\n", True), ("2022,12,345\n2023,13,345\n", False),
    ("2022,12,345\n2023,13,p\n", False), ("2022,12,345\n2023,13,45\n", False),
    ("2022,12,345\n2023,1300,456\n", False), ("2022,12,345\n2023,13.5,456\n", False),
])  # fmt: skip
def test_thousands_that_a_comma_without_quotation_marks_divided(
    take: Take, rows: str, told: bool
) -> None:
    """12,345 is 12 and a note, or twelve thousand. One note that comes again is the same note."""
    took = take(f"Year,Value,Note\n{rows}", target="firms")
    assert ('"345" under "Note" may belong to "12" beside it' in took.said) is told
    named = take(f"Year,Value,Note\n{rows}", "--value-column", "Value", target="firms")
    assert "may belong" not in named.said


def test_a_point_that_divides_thousands_in_a_file_of_commas(take: Take) -> None:
    """714.125 is 714125 to a German, who may divide the cells by commas all the same."""
    table = "Jahr,Wert\n2022,3.125\n2023,3.250\n"
    took = take(table, target="money")
    assert took.code == 4
    assert (
        '"3.125" may mean 3.125 or 3125, and the second is nearer to all that is known' in took.said
    )
    assert take(table, "--decimal", ",", target="money").facts == [("2022", 3125), ("2023", 3250)]
    assert take(table).code == 0  # a share has no thousands


def test_a_unit_of_another_size_says_nothing_of_a_point(take: Take) -> None:
    """714.000 of 백만원 is 714 billion won or 714 million, whatever the column says."""
    table = "시점,단위,값\n2022,백만원,714.000\n2023,백만원,763.000\n"
    took = take(table, target="money")
    assert took.code == 4
    assert took.said.count("may mean") == 1
    assert WHICH.format("point", "divides thousands") in took.said
    assert take(table, "--decimal", ",", target="money").facts == [("2022", 714), ("2023", 763)]
    said = take(table, "--decimal", ".", target="money")
    assert said.facts == [("2022", 0.714), ("2023", 0.763)]
    far = take(table.replace("714.", "714000.").replace("763.", "763000."), target="money")
    assert far.facts == [("2022", 714), ("2023", 763)]


def test_who_says_the_unit_has_seen_the_figures(take: Take) -> None:
    table = "Year,Value\n2022,714.120\n2023,763.430\n"
    assert '"714.120" may mean 714.120 or 714120' in take(table, target="firms").said
    said = take(table, "--unit", "companies", target="firms")
    assert said.facts == [("2022", 714.12), ("2023", 763.43)]


def test_an_answer_made_for_machines_has_points_before_decimals(take: Take) -> None:
    rows = [{"PRD_SE": "A", "PRD_DE": str(year), "DT": text, "UNIT_NM": "십억원"}
            for year, text in ((2022, "714.000"), (2023, "763.000"))]  # fmt: skip
    assert take(json.dumps(rows), target="money").facts == [("2022", 714), ("2023", 763)]


@pytest.mark.parametrize(("rows", "values"), [
    ("2022;12,5\n2023;13\n", [12.5, 13]), ("2022;12,5 p)\n2023;<0,5\n", [12.5, 0.5]),
    ("2022;1,234\n2023;12,5\n", [1.234, 12.5]), ("2022;0,123\n2023;12,55 %\n", [0.123, 12.55]),
    ("2022;-\n2023;-3,25\n2024;x\n", [-3.25]), ("2022;12,50\n2023;12,1234\n", [12.5, 12.1234]),
])  # fmt: skip
def test_a_decimal_comma_that_nothing_else_explains(
    take: Take, rows: str, values: list[float]
) -> None:
    """It is read as one where commas do not divide the cells, and the preview says so."""
    took = take(f"Jahr;Wert\n{rows}", "--scale", "1")
    assert [value for _, value in took.facts] == values
    assert "read with a decimal comma, as in " in " ".join(took.answer["notes"])


def test_the_first_figure_that_shows_a_decimal_comma_is_told(take: Take) -> None:
    """Not one that may be thousands, nor a later one."""
    notes = take("Jahr;Wert\n2021;12\n2022;12,5\n2023;13,5\n").answer["notes"]
    assert "read with a decimal comma, as in 12,5" in notes


def test_a_point_before_thousands_that_one_figure_shows(take: Take) -> None:
    """1.012,7 shows what the point of 12.700 means, also above a figure without one."""
    took = take("Jahr;Wert\n2021;1.012,75\n2022;12.700\n2023;12,5\n", "--scale", "1",
                target="money")  # fmt: skip
    assert took.facts == [("2021", 1012.75), ("2022", 12700), ("2023", 12.5)]


def test_points_between_thousands_beside_a_decimal_comma(take: Take) -> None:
    took = take("Jahr;Wert\n2022;1.012,75\n2023;1.234.567,5\n", "--scale", "1", target="money")
    assert took.facts == [("2022", 1012.75), ("2023", 1234567.5)]


@pytest.mark.parametrize("rows", [
    "2022;12,5\n2023;12.7\n", "2022;12,5\n2023;12.700\n", "2022;12,5\n2023;1,234,567\n",
    "2022;12,5\n2023;1,234.5\n",
])  # fmt: skip
def test_a_comma_beside_figures_that_are_written_otherwise(take: Take, rows: str) -> None:
    """Two ways of writing in one column: nobody knows which of them is the slip."""
    took = take(f"Jahr;Wert\n{rows}")
    assert took.code == 4
    assert "12,5" in (took.reasons[0] or "")


def test_a_file_with_the_ends_of_lines_of_old_macs(take: Take) -> None:
    """Nothing but a carriage return ends a line."""
    assert take("Jahr;Wert\r2022;12,5\r2023;6,4\r").facts == [("2022", 12.5), ("2023", 6.4)]
    took = take("Year,Value\r2022,12.5\r2023,06.4\r")
    assert took.fates == ["new", "refused"]
    assert "first row 3: '06.4' has a zero before its digits; write 6.4" in took.said


def test_the_grouping_of_india(take: Take) -> None:
    """Its digits are those of the usual one; with another number of them it is a slip."""
    took = take('Year,Value\n2022,"4,22,004"\n2023,"5,51,070"\n', "--scale", "1", target="firms")
    assert took.facts == [("2022", 422004), ("2023", 551070)]
    for figure in ("4,22,04", "4,2,004", "04,22,004", "4,22,004,5", "422,00,004"):
        assert take(f'Year,Value\n2022,"{figure}"\n', target="firms").fates == ["refused"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_comma_within_quotation_marks_divides_nothing(take: Take, end: str) -> None:
    """Both seemed to, and the comma that was offered could not be read."""
    table = end.join(('"M";"Sex";"Rate, %"', '"2023M01";"All";7,3', '"2023M02";"All";6,9', ""))
    assert "divided by" not in take(table).said
    took = take(table, "--period-column", "M", "--value-column", "Rate, %")
    assert took.facts == [("2023-01", 7.3), ("2023-02", 6.9)]


def test_a_text_that_goes_on_beyond_the_first_rows(take: Take) -> None:
    """The delimiter is chosen by 60 lines, the last of which is half of a row here."""
    rows = [f'"{2010 + n // 12}M{n % 12 + 1:02}";"All";7,3' for n in range(58)]
    table = "\n".join(['"M";"Sex";"Rate, %"', *rows, '"2016M01";"All', '";7,4', ""])
    took = take(table, "--period-column", "M", "--value-column", "Rate, %")
    assert took.facts[-1] == ("2016-01", 7.4)


def test_texts_that_end_before_their_cell_under_each_delimiter(take: Take) -> None:
    said = take('"x"y;1,2\n"x"y;3,4\n').said
    assert "the columns may be divided by comma or semicolon" in said


def test_the_parts_of_a_share_have_the_sign_of_its_file(take: Take, project: Path) -> None:
    table = "period;value;numerator;denominator;standard_error\n2023;12,5;1.500,5;12.004;0,25\n"
    assert take(table, "--decimal", ",", write=True).code == 0
    (path,) = project.glob("observations/share/*.toml")
    text = path.read_text("utf-8")
    assert "standard_error = 0.25\nnumerator = 1500.5\ndenominator = 12004\n" in text


NEARER = "and the second is nearer to all that is known"
ASKS = "in a file that commas do not divide"


@pytest.mark.parametrize(("target", "known", "figure", "told"), [
    ("firms", None, '"31,622"', False), ("firms", None, '"31,623"', True),
    ("firms", "2", '"10,000"', False), ("firms", "2", '"10,001"', True),
    ("money", None, "94.868", True), ("money", None, "94.869", False),
    ("money", "30", "2.999", True), ("money", "30", "3.000", False),
    ("money", None, "94.1", False), ("firms", None, "0.000", False),
    ("cover", None, "2.125", False),
])  # fmt: skip
def test_how_far_a_figure_must_be_for_its_sign_to_mean_the_other_thing(
    take: Take, project: Path, target: str, known: str | None, figure: str, told: bool
) -> None:
    """Nearer as its thousandth, or thousandfold, and ten times beyond what is known."""
    path = project / "targets.toml"
    path.write_text(path.read_text("utf-8") + COVER, "utf-8")
    if known is not None:
        took = take(f"Year,Value\n2011,{known}\n", "--scale", "1", target=target, write=True)
        assert took.code == 0
    table = f"Year,Value\n2023,{figure}\n"
    assert (NEARER in take(table, target=target).said) is told
    assert NEARER not in take(table, "--scale", "1", target=target).said


COVER = """
[[target]]
id = "cover"
title = "Homes with fast internet"
unit = "%"
direction = "up"
goal = { value = 90, by = 2030 }
"""


@pytest.mark.parametrize(("table", "asked"), [
    ("Jahr;Wert\n2022;1,234\n2023;12.5\n", False), ("Jahr;Wert\n2022;1.234\n2023;13\n", True),
    ("Jahr;Wert\n2022;1.234\n2023;1,234,567\n", False),
    ("Jahr;Wert\n2022;1,234\n2023;1,350\n", True),
])  # fmt: skip
def test_what_shows_a_sign_between_semicolons(take: Take, table: str, asked: bool) -> None:
    assert (ASKS in take(table, target="firms").said) is asked
    assert ASKS not in take(table, "--decimal", ".", target="firms").said


@pytest.mark.parametrize("table", ["Jahr;Wert\n2022;12,5\n", 'Year,Value\n2022,"12,5"\n'])
def test_a_sign_that_is_said_or_divides_the_cells_begins_no_decimals(
    take: Take, table: str
) -> None:
    assert take(table, *(("--decimal", ".") if ";" in table else ())).fates == ["refused"]


def test_one_figure_or_one_that_was_looked_at_is_read_as_it_stands(
    take: Take, tmp_path: Path
) -> None:
    """A zero behind three digits says little of a single one."""
    both = "Year,Value\n2022,714.120\n2023,763.430\n"
    assert take("Year,Value\n2022,714.120\n", target="firms").facts == [("2022", 714.12)]
    assert len(take(both, "--scale", "1", target="firms").facts) == 2
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[[take]]\ntarget = "firms"\nunit = "companies"\n', "utf-8")
    assert len(take(both, "--mapping", str(mapping), target=None).facts) == 2
    mixed = xlsx([["Year", "Value"], [2022, "714.120"], [2023, 763]])
    assert take(mixed, target="firms").facts == [("2022", 714.12), ("2023", 763)]


def test_a_note_of_three_digits_that_is_none_of_the_figure(take: Take, tmp_path: Path) -> None:
    """Where no comma divides cells, none was lost; and who names the column has looked."""
    assert len(take("Year;Value;Note\n2022;12;345\n", target="firms").facts) == 1
    assert (
        len(take(xlsx([["Year", "Value", "Note"], [2022, 12, "345"]]), target="firms").facts) == 1
    )
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[[take]]\ntarget = "firms"\nvalue = "Value"\n', "utf-8")
    took = take("Year,Value,Note\n2022,12,345\n", "--mapping", str(mapping), target=None)
    assert len(took.facts) == 1
    assert take("Year,Value,Note\n2022,,345\n", target="firms").code != 70


def test_a_point_among_decimal_commas(take: Take) -> None:
    """The remedy of the one sign does not take back that of the other."""
    table = "시점\t값\n2022\t6,4\n2023\t9.1\n"
    assert 'add --decimal "," if it begins decimals' in take(table).said
    said = take(table, "--decimal", ",").said
    assert "write 1.200,5 or 1200,5, or leave --decimal out if none has one" in said
