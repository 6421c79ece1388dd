"""Merged cells of an OpenDocument sheet, of which python-calamine tells none, and more formats."""

import io
import zipfile

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import ods

COVERED = "<table:covered-table-cell/>"


def spread(table: bytes, *texts: str, down: int = 1, across: int = 1, head: str = "") -> bytes:
    """The sheet in which the cells of some texts are merged with the empty ones beside them.

    `head` is what stands before the body of the document: the styles of cells.
    """
    out = io.BytesIO()
    spans = f'table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
    with zipfile.ZipFile(io.BytesIO(table)) as was, zipfile.ZipFile(out, "w") as folder:
        for name in was.namelist():
            xml = was.read(name).decode("utf-8").replace("<office:body>", f"{head}<office:body>")
            for text in texts:
                at = xml.find(f">{text}<") if f">{text}<" in xml else xml.find(f'="{text}"')
                begin = xml.rfind("<table:table-cell", 0, at) + len("<table:table-cell")
                xml = f"{xml[:begin]} {spans}{xml[begin:]}" if at > 0 else xml
            folder.writestr(name, xml.replace("<table:table-cell/>", COVERED))
    return out.getvalue()


def test_labels_and_years_down_the_side(take: Take) -> None:
    """It was asked that each row be filled in the file, which shows it so."""
    table = ods([["지역", "연도", "값"], ["전국", 2021, 4], [None, 2022, 5], ["서울", 2021, 8],
                 [None, 2022, 9]])  # fmt: skip
    table = spread(table, "전국", "서울", down=2)
    assert take(table, "--filter", "지역=전국").facts == [("2021", 4), ("2022", 5)]
    table = spread(
        ods([["연도", "분기", "값"], [2023, "1/4", 4], [None, "2/4", 5]]), "2023", down=2
    )
    both = ("--period-column", "연도", "--period-column", "분기", "--period-style", "quarter")
    assert take(table, *both).facts == [("2023-Q1", 4), ("2023-Q2", 5)]


def test_a_figure_of_several_rows_is_none_of_the_first(take: Take) -> None:
    """6.25 of 2021 and 2022 was recorded as that of 2021, and 2022 said to have none."""
    table = ods([["연도", "값"], [2021, 6.25], [2022, None], [2023, 7]])
    took = take(spread(table, "6.25", down=2))
    assert took.fates == ["refused", "refused", "new"]
    assert "the figure stands in a cell that is merged over several rows" in took.said


def test_a_figure_of_several_periods(take: Take) -> None:
    table = ods([["항목", 2021, 2022, 2023], ["이용률", 6.25, None, 7]])
    took = take(spread(table, "6.25", across=2))
    assert "the figure stands in a cell that is merged over several periods" in took.said


def test_a_heading_above_two_columns_names_both(take: Take) -> None:
    """The first of the two was taken for the only one of that name."""
    table = ods([["시점", "이용률", None], [None, "전체", "대기업"], [2021, 4, 40], [2022, 5, 42]])
    took = take(spread(table, "이용률", across=2), "--value-column", "이용률")
    assert 'the column "이용률" stands 2 times' in took.said


STYLES = """<office:automatic-styles
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<number:percentage-style style:name="N1"><number:number number:min-integer-digits="1"/><number:text
>%{mark}</number:text></number:percentage-style>
<number:currency-style style:name="N2P0"><number:currency-symbol/><number:fill-character
> </number:fill-character><number:number number:min-integer-digits="1"/><number:text>{mark}
</number:text></number:currency-style>
<number:text-style style:name="N2"><number:text-content/><style:map
 style:condition="value()&gt;0" style:apply-style-name="N2P0"/></number:text-style>
<style:style style:name="share" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="parted" style:family="table-cell" style:data-style-name="N2"/>
</office:automatic-styles>"""
ROWS = ods([["Year", "Value"], [2022, 0.25], [2023, 0.5]])


@pytest.mark.parametrize(("mark", "status"), [
    (" p", "provisional"), ("(e)", "estimated"), ("", "final"), (" ", "final"),
])  # fmt: skip
def test_a_mark_behind_per_cent(take: Take, mark: str, status: str) -> None:
    """It was lost by --scale 100, which is asked for."""
    table = spread(ROWS, head=STYLES.format(mark=mark))
    for cell in ("0.25", "0.5"):
        old = f'value-type="float" office:value="{cell}"'
        new = f'value-type="percentage" table:style-name="share" office:value="{cell}"'
        table = replaced(table, old, new)
    assert 'the cell shows "25%" and holds 0.25; add --scale 100' in take(table).said
    took = take(table, "--scale", "100")
    assert took.facts == [("2022", 25), ("2023", 50)]
    assert {row["status"] for row in took.answer["rows"]} == {status}


def test_a_format_for_what_is_above_zero_below_and_for_texts(take: Take) -> None:
    """Four parts of a format make a style of texts that names those of numbers."""
    table = spread(ods([["Year", "Value"], [2022, 410]]), head=STYLES.format(mark="억원"))
    table = replaced(table, 'office:value="410"', 'table:style-name="parted" office:value="410"')
    assert take(table, target="money").facts == [("2022", 41)]


def replaced(table: bytes, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(table)) as was, zipfile.ZipFile(out, "w") as folder:
        for name in was.namelist():
            folder.writestr(name, was.read(name).decode("utf-8").replace(old, new))
    return out.getvalue()
