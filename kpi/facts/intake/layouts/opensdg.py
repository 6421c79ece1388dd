"""Data files of an Open SDG site: `Year`, columns of disaggregation, `Value`.

The headline figure is the row in which every disaggregation is empty. A row for one sex or region
is never taken for the country's, unless the person has chosen it. The code of the place is none
where other columns say which place it is.

Source: Open SDG, data format ("the columns between are disaggregations"), sdg-build's list of
columns that are none, and those that sites have added to it: `Progress` holds what the progress
is computed from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kpi.facts.intake.texts.cells import Cell, as_text
from kpi.facts.intake.texts.wholes import WHOLE

#: Columns between `Year` and `Value` that do not divide the figure.
NOT_DISAGGREGATIONS = {
    "Year", "Value", "Units", "Unit", "Unit measure", "Unit multiplier", "UNIT_MULT",
    "UNIT_MEASURE", "Observation status", "OBS_STATUS", "OBS_FLAG", "Progress", "SOURCE_DETAIL",
}  # fmt: skip
#: The columns that tell the series of an indicator apart: rows of two are never one.
SERIES = ("Series", "SERIES")
#: The code of the place that a row is about, for the map of a site. Sites give the whole country's,
#: too, and some of them from one year on.
PLACE = "GeoCode"


def is_open_sdg(header: Sequence[str]) -> bool:
    """Whether a header is that of an Open SDG data file.

    >>> is_open_sdg(["Year", "Sex", "Value"]), is_open_sdg(["year", "value"])
    (True, False)
    >>> is_open_sdg(["Year", "Period", "Value"])  # of the Bureau of Labor Statistics
    False
    """
    named = [name for name in header if name]  # a spreadsheet leaves commas behind the last
    return header[0] == "Year" and named[-1] == "Value" and "Period" not in header


def disaggregations(header: Sequence[str]) -> tuple[str, ...]:
    """The columns by which rows are told apart, `Series` and `GeoCode` among them."""
    return tuple(name for name in header if name and name not in NOT_DISAGGREGATIONS)


#: Columns of how often figures are published, and what they hold of yearly ones.
_FREQUENCIES = {"freq", "frequency", "주기"}
_YEARLY = {"a", "annual", "annually", "yearly", "p1y", "a: annual", "년", "연", "연간"}


def of_the_whole(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The columns that say in each row that it is of the whole: they divide nothing.

    >>> header = ["Year", "Sex", "Frequency", "Age", "Value"]
    >>> list(of_the_whole(header, [["2023", "Total", "A", "15+"], ["2024", "Total", "A"]]))
    ['Sex', 'Frequency']
    """
    body = [row for row in rows if sum(cell != "" for cell in row) > 1]
    for column, name in enumerate(header):
        if not body or name not in disaggregations(header):
            continue
        text = as_text(body[0][column]) if column < len(body[0]) else ""
        yearly = name.casefold() in _FREQUENCIES and text.casefold() in _YEARLY
        if (yearly or WHOLE.fullmatch(text)) and all(
            column < len(row) and as_text(row[column]) == text for row in body
        ):
            yield name


def is_only_named(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bool:
    """Whether no two rows differ in the code of their place alone: other columns say which it is.

    >>> header = ["Year", "Region", "GeoCode", "Value"]
    >>> is_only_named(header, [["2023", "", "K02", "6"], ["2023", "Wales", "W92", "5"]])
    True
    >>> is_only_named(header, [["2023", "", "K02", "6"], ["2023", "", "W92", "5"]])
    False
    """
    if PLACE not in header:
        return False
    place = header.index(PLACE)
    others = {"Year", "Units", "Unit", *disaggregations(header)} - {PLACE}
    columns = [index for index, name in enumerate(header) if name in others]
    codes: dict[tuple[str, ...], str] = {}
    for row in rows:
        cells = [as_text(cell) for cell in (*row, *[""] * len(header))]
        key = tuple(cells[index] for index in columns)
        if codes.setdefault(key, cells[place]) != cells[place]:
            return False
    return True
