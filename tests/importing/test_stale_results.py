"""Formulas of an xlsx that asks to be calculated when it is opened: what it stores is not shown."""

import io
import zipfile

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import MAIN, xlsx

SHEET = (
    f'<worksheet xmlns="{MAIN}"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Year</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Value</t></is></c></row>'
    '<row r="2"><c r="A2"><v>2022</v></c><c r="B2" s="0"><f>2+2.1</f><v>0</v></c></row>'
    '<row r="3"><c r="A3"><v>2023</v></c><c r="B3"><v>5.2</v></c></row></sheetData></worksheet>'
)


def asking(says: str, sheet: str = SHEET) -> bytes:
    """The workbook as a program writes it that knows formulas and cannot calculate them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx(raw=sheet))) as was, zipfile.ZipFile(out, "w") as folder:
        for name in was.namelist():
            text = was.read(name).decode("utf-8")
            folder.writestr(name, text.replace("</workbook>", f"{says}</workbook>"))
    return out.getvalue()


@pytest.mark.parametrize("says", [
    '<calcPr calcId="124519" fullCalcOnLoad="1"/>', "<calcPr fullCalcOnLoad='true'/>",
])  # fmt: skip
def test_a_result_that_nobody_calculated_is_none(take: Take, says: str) -> None:
    """2022 shows 4.1 in any spreadsheet program, and was recorded as 0."""
    took = take(asking(says))
    assert took.facts == [("2023", 5.2)]
    assert took.reasons[0] == "empty, an error, or a formula without a stored result"


def test_an_array_of_results_that_nobody_calculated(take: Take) -> None:
    """Its formula stands in the first cell alone; the others were recorded as 0."""
    array = '<f t="array" ref="B2:B3">A2:A3/1000</f><v>0</v>'
    sheet = SHEET.replace("<f>2+2.1</f><v>0</v>", array).replace("<v>5.2</v>", "<v>0</v>")
    took = take(asking('<calcPr fullCalcOnLoad="1"/>', sheet))
    assert took.fates == ["skipped", "skipped"]


@pytest.mark.parametrize("says", ["", '<calcPr calcId="191029"/>', '<calcPr fullCalcOnLoad="0"/>'])
def test_a_result_that_was_stored_is_read(take: Take, says: str) -> None:
    assert take(asking(says)).facts == [("2022", 0), ("2023", 5.2)]


def test_a_table_that_does_not_begin_in_the_corner(take: Take) -> None:
    sheet = SHEET
    for old, new in (("A1", "C4"), ("B1", "D4"), ("A2", "C5"), ("B2", "D5"), ("A3", "C6"),
                     ("B3", "D6"), ('"1"', '"4"'), ('"2"', '"5"'), ('"3"', '"6"')):  # fmt: skip
        sheet = sheet.replace(old, new)
    empty = '<c r="{}"><f>1</f></c>'.format  # formulas around it, of which nothing is stored
    sheet = sheet.replace("<sheetData>", f'<sheetData><row r="3">{empty("D3")}</row>')
    sheet = sheet.replace('<row r="6">', f'<row r="6">{empty("B6")}')
    sheet = sheet.replace("<v>5.2</v></c>", f"<v>5.2</v></c>{empty('E6')}")
    sheet = sheet.replace(
        "</sheetData>", f'<row r="7">{empty("D7")}<c><f>1</f></c></row></sheetData>'
    )
    took = take(asking('<calcPr fullCalcOnLoad="1"/>', sheet))
    assert took.facts == [("2023", 5.2)]
    assert took.reasons[0] == "empty, an error, or a formula without a stored result"
