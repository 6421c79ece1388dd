"""Per cent of an OpenDocument sheet: a cell that shows 4.5 % holds 0.045, as in any spreadsheet."""

import io
import zipfile

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import ods
from tests.importing.test_ods_merged import replaced


def shown_as_per_cent(table: bytes, *cells: str, repeated: str = "") -> bytes:
    """The sheet whose cells of these values are of the type percentage, after some empty ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(table)) as was, zipfile.ZipFile(out, "w") as folder:
        for name in was.namelist():
            text = was.read(name).decode("utf-8")
            for cell in cells:
                text = text.replace(
                    f'value-type="float" office:value="{cell}"',
                    f'value-type="percentage" office:value="{cell}"',
                )
            folder.writestr(
                name, text.replace("<table:table-row>", repeated + "<table:table-row>", 1)
            )
    return out.getvalue()


ROWS = [["Year", "Value"], [2022, 0.045], [2023, 0.05]]
EMPTY = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'


@pytest.mark.parametrize("repeated", ["", EMPTY])
def test_per_cent_of_an_opendocument_sheet_is_asked_about(take: Take, repeated: str) -> None:
    """Also where all that is known of the target is as small as the fractions are."""
    table = shown_as_per_cent(ods(ROWS), "0.045", "0.05", repeated=repeated)
    took = take(table)
    assert took.fates == ["refused", "refused"]
    assert 'the cell shows "4.5%" and holds 0.045; add --scale 100' in took.said
    assert take(table, "--scale", "100").facts == [("2022", 4.5), ("2023", 5)]


def test_cells_of_both_kinds(take: Take) -> None:
    table = shown_as_per_cent(ods([["Year", "Value"], [2022, 0.045], [2023, 5.1]]), "0.045")
    assert take(table).fates == ["refused", "new"]


def test_a_year_beside_no_per_cent_is_read_as_it_is(take: Take) -> None:
    assert take(ods([["Year", "Value"], [2022, 4.5], [2023, 5]])).facts == [
        ("2022", 4.5),
        ("2023", 5),
    ]


def test_per_cent_behind_other_columns(take: Take) -> None:
    """Each cell is counted: only what is shown as per cent is asked about, in a row of years."""
    table = shown_as_per_cent(
        ods([["Item", 2021, 2022, 2023], ["Rate", 4.5, 0.045, 5]]), "0.045", repeated=EMPTY
    )
    took = take(table)
    assert took.fates == ["new", "refused", "new"]
    assert 'the cell shows "4.5%" and holds 0.045' in took.said


def test_empty_cells_of_which_one_stands_for_several(take: Take) -> None:
    table = ods([["Item", None, None, 2022, 2023], ["Rate", None, None, 0.045, 5]])
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    table = replaced(table, 2 * "<table:table-cell/>", empty)
    assert take(shown_as_per_cent(table, "0.045")).fates == ["refused", "new"]


STYLED = """<office:automatic-styles
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<number:number-style style:name="N1"><number:number number:decimal-places="0"
 number:min-integer-digits="1" number:grouping="true"{factor}/>{behind}</number:number-style>
<number:currency-style style:name="N2P0"><number:currency-symbol>$</number:currency-symbol>
<number:number number:min-integer-digits="1"/>{behind}</number:currency-style>
<number:currency-style style:name="N2"><number:text>-</number:text><number:currency-symbol>$
</number:currency-symbol><number:number number:min-integer-digits="1"/><style:map
 style:condition="value()&gt;=0" style:apply-style-name="N2P0"/></number:currency-style>
<style:style style:name="plain" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="plain" style:family="paragraph"/>
<style:style style:name="priced" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="child" style:family="table-cell" style:parent-style-name="plain"/>
</office:automatic-styles>"""


def styled(table: bytes, old: str, new: str, *, factor: str = "", behind: str = "") -> bytes:
    """The sheet with styles of its own, and something else in one place of its XML."""
    head = STYLED.format(
        factor=f' number:display-factor="{factor}"' if factor else "",
        behind=f"<number:text>{behind}</number:text>" if behind else "",
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(table)) as was, zipfile.ZipFile(out, "w") as folder:
        for name in was.namelist():
            text = was.read(name).decode("utf-8")
            if name == "content.xml":
                assert old in text
                text = text.replace(old, new).replace("<office:body>", f"{head}<office:body>")
            folder.writestr(name, text)
    return out.getvalue()


LARGE = ods([["Year", "Value"], [2022, 28000], [2023, 31000]])
IN_THOUSANDS = ods([["Year", "Firms (thousand companies)"], [2022, 28000], [2023, 31000]])
CELL = '<table:table-cell office:value-type="float" office:value="28000"'


@pytest.mark.parametrize("style", ["plain", "child"])
def test_thousands_of_which_no_word_is_shown(take: Take, style: str) -> None:
    """28,000 is shown as 28 under a heading of thousands, and was recorded as 28,000,000."""
    table = styled(IN_THOUSANDS, CELL, f'{CELL} table:style-name="{style}"', factor="1000")
    took = take(table, target="firms")
    assert took.fates == ["refused", "new"]
    assert 'the cell shows "28" and holds 28000, and the table speaks of "thousand' in took.said


@pytest.mark.parametrize(("factor", "shown"), [
    ("1000000", '"28000"'), ("1000000000", '"28"'), ("100", ""),
])  # fmt: skip
def test_other_factors(take: Take, factor: str, shown: str) -> None:
    """One that no spreadsheet program offers is not guessed."""
    table = ods([["Year", "Firms (million companies)"], [2022, 28e9], [2023, 31e9]])
    cell = CELL.replace("28000", "28000000000.0")
    table = styled(table, cell, f'{cell} table:style-name="plain"', factor=factor, behind=" M")
    said = take(table, target="firms").said
    assert ("the cell shows" in said) is bool(shown)
    assert f'the cell shows {shown[:-1]} M" and holds 28000000000' in said or not shown


@pytest.mark.parametrize(("behind", "shown"), [
    (b"", "28"), (b"<number:text>\xff</number:text>", "28\ufffd"),
])  # fmt: skip
def test_styles_that_all_sheets_share(take: Take, behind: bytes, shown: str) -> None:
    """They stand in a part of their own, which nobody else reads: it may be no UTF-8."""
    table = replaced(IN_THOUSANDS, CELL, f'{CELL} table:style-name="plain"')
    out = io.BytesIO(table)
    styles = STYLED.format(factor=' number:display-factor="1000"', behind="BEHIND").encode()
    with zipfile.ZipFile(out, "a") as folder:
        folder.writestr("styles.xml", styles.replace(b"BEHIND", behind))
    assert f'the cell shows "{shown}" and holds 28000' in take(out.getvalue(), target="firms").said


def test_a_size_behind_a_number_is_read(take: Take) -> None:
    cells = f'{CELL} table:style-name="plain"'
    table = styled(LARGE, CELL, cells, behind=" thousand companies")
    assert take(table, target="firms").shown[0] == ("2022", 28_000_000)


def test_a_currency_before_a_number(take: Take) -> None:
    """By the style of what is above zero, and not by that of what is below."""
    table = styled(LARGE, CELL, f'{CELL} table:style-name="priced"', behind="M")
    took = take(table, target="money")
    assert took.fates == ["refused", "new"]
    assert 'the cell shows "$28000M" and holds 28000; say with --unit what it holds' in took.said


@pytest.mark.parametrize(("old", "new"), [
    ("<table:table-row>", '<table:table-row table:default-cell-style-name="plain">'),
    ("<table:table-row>", '<table:table-column/><table:table-column'
     ' table:default-cell-style-name="plain"/><table:table-row>'),
])  # fmt: skip
def test_the_style_of_a_row_or_a_column(take: Take, old: str, new: str) -> None:
    took = take(styled(IN_THOUSANDS, old, new, factor="1000"), target="firms")
    assert 'the cell shows "28" and holds 28000' in took.said


def test_a_group_of_rows_is_no_row(take: Take) -> None:
    """The number below the one that is shown as per cent was asked about in its place."""
    table = shown_as_per_cent(ods(ROWS), "0.045", "0.05", repeated="<table:table-row-group>")
    table = styled(table, "</table:table>", "</table:table-row-group></table:table>")
    assert take(table).fates == ["refused", "refused"]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"2023\"",
     "<table:table-row table:visibility=\"collapse\"><table:table-cell"
     " office:value-type=\"float\" office:value=\"2023\"",
     "hidden rows are read, too: 1, from row 3"),
    ("<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"2022\"",
     "<table:table-row table:visibility=\"filter\"><table:table-cell"
     " office:value-type=\"float\" office:value=\"2022\"",
     "hidden rows are read, too: 1, from row 2"),
    ("<table:table-row>", "<table:table-column/><table:table-column table:visibility=\"filter\"/>"
     "<table:table-row>", "hidden columns are read, too: 1, from column 2"),
    ("<table:table-row>", "<table:table-row table:visibility=\"visible\">", ""),
])  # fmt: skip
def test_what_is_hidden_is_told(take: Take, old: str, new: str, said: str) -> None:
    took = take(styled(ods([["Year", "Value"], [2022, 5], [2023, 6]]), old, new))
    assert took.facts == [("2022", 5), ("2023", 6)]
    assert [note for note in took.answer["notes"] if "hidden" in note] == ([said] if said else [])
