"""Data files of an Open SDG site: `Year`, columns of disaggregation, `Value`.

The headline figure is the row in which every disaggregation is empty. A row for one sex or region
is never taken for the country's, unless the person has chosen it.

Source: Open SDG, data format ("the columns between are disaggregations"), sdg-build's list of
columns that are none.
"""

from __future__ import annotations

from collections.abc import Sequence

#: Columns between `Year` and `Value` that do not divide the figure.
NOT_DISAGGREGATIONS = {
    "Year", "Value", "Units", "Unit", "Unit measure", "Unit multiplier", "UNIT_MULT",
    "UNIT_MEASURE", "Observation status", "OBS_STATUS", "OBS_FLAG",
}  # fmt: skip


def is_open_sdg(header: Sequence[str]) -> bool:
    """Whether a header is that of an Open SDG data file.

    >>> is_open_sdg(["Year", "Sex", "Value"]), is_open_sdg(["year", "value"])
    (True, False)
    """
    return len(header) > 1 and header[0] == "Year" and header[-1] == "Value"


def disaggregations(header: Sequence[str]) -> tuple[str, ...]:
    """The columns by which rows are told apart, `Series` and `GeoCode` among them."""
    return tuple(name for name in header if name and name not in NOT_DISAGGREGATIONS)
