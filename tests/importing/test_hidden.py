"""Rows and columns that nobody sees who opens the spreadsheet. All figures are invented."""

from __future__ import annotations

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import sheet_xml, xlsx

LONG = sheet_xml([[None], ["Year", "Value"], [2022, 11], [2023, 12], [2024, 13], [None, None]])
GAP = sheet_xml([[None], ["Year", "Value"], [2022, 11], [None], [2023, 12], [2024, 13]])
INNER = sheet_xml([[None, "Item", 2022, 2023, 2024], [None, "Rate", 11, 12, 13]])
WIDE = sheet_xml([["Item", 2022, 2023, 2024], ["Rate", 11, 12, 13]])
APART = sheet_xml([["Item", 2022, 2023, None, 2024], ["Rate", 11, 12, None, 13]])


@pytest.mark.parametrize(("xml", "old", "new", "said"), [
    (LONG, '<row r="4">', '<row r="4" hidden="1">', "hidden rows are read, too: 1, from row 4"),
    (LONG, '<row r="4">', '<row r="4" hidden="true">', "hidden rows are read, too: 1, from row 4"),
    (LONG, '<row r="6">', '<row r="6" hidden="1">', ""),
    (LONG, '<row r="4">', '<row r="4" hidden="0">', ""),
    (LONG, '<row r="1">', '<row r="1" hidden="1">', ""),
    (LONG, '<row r="4">', '<row hidden="1">', ""),  # where it stands is not said
    (WIDE, "<sheetData>", '<cols><col max="4" hidden="1"/></cols><sheetData>', ""),
    (WIDE, "<sheetData>", '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>',
     "hidden columns are read, too: 1, from column 2"),
    (INNER, "<sheetData>", '<cols><col min="1" max="1" hidden="1"/></cols><sheetData>', ""),
    (INNER, "<sheetData>", '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>',
     "hidden columns are read, too: 1, from column 2"),
    (LONG, '<row r="2">', '<row r="2" hidden="1">', "hidden rows are read, too: 1, from row 2"),
    (LONG, '<row r="5">', '<row r="5" hidden="1">', "hidden rows are read, too: 1, from row 5"),
    (GAP, '<row r="4">', '<row r="4" hidden="1">', ""),
    (WIDE, "<sheetData>", '<cols><col min="3" max="4" hidden="1"/></cols><sheetData>',
     "hidden columns are read, too: 2, from column 3"),
    (APART, "<sheetData>", '<cols><col min="4" max="5" hidden="1"/></cols><sheetData>',
     "hidden columns are read, too: 1, from column 5"),
    (WIDE, "<sheetData>", '<cols><col min="6" max="16384" hidden="1"/></cols><sheetData>', ""),
])  # fmt: skip
def test_what_is_hidden_is_told(take: Take, xml: str, old: str, new: str, said: str) -> None:
    """It is read as all is: old years are hidden, and drafts are, and nobody knows which."""
    assert old in xml
    took = take(xlsx(raw=xml.replace(old, new)))
    assert took.facts == [("2022", 11), ("2023", 12), ("2024", 13)]
    assert [note for note in took.answer["notes"] if "hidden" in note] == ([said] if said else [])
