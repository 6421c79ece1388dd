"""Per cent of an OpenDocument sheet: a cell that shows 4.5 % holds 0.045, as in any spreadsheet."""

import io
import zipfile

import pytest

from tests.importing.conftest import Take
from tests.importing.sheets import ods


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
