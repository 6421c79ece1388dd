"""What words say of the sort of a figure."""

from __future__ import annotations

import pytest

from kpi.facts.fields import Wrong
from kpi.facts.intake.sorts import meant_by, meant_by_heading, said_by


@pytest.mark.parametrize(("text", "status"), [
    ("Estimated by the office", "estimated"), ("Provisional result of the survey", "provisional"),
    ("Flash, from a part of the sample", "provisional"), ("Planned", "planned"),
    ("Estimated and provisional data of offices", "estimated"),  # the weaker one
    ("Budget of the ministry", "final"), ("Audited by the court", "final"), ("확정치", "final"),
    ("Not estimated", None), ("Unaudited", None), ("the estimate was not final", None),
])  # fmt: skip
def test_what_a_column_of_statuses_says(text: str, status: str | None) -> None:
    """Among other words, too; what is denied is not said."""
    assert said_by(text) == status


@pytest.mark.parametrize("text", ["A break in the series", "Low reliability", "Confidential value"])
def test_what_makes_it_another_figure(text: str) -> None:
    with pytest.raises(Wrong):
        said_by(text)


@pytest.mark.parametrize(("text", "status"), [
    ("Expected", "estimated"), ("Scenario A", "estimated"), ("Prognose", "estimated"),
    ("AI use, expected", "estimated"), ("Umsatz (Prognose)", "estimated"),
    ("시나리오", "estimated"), ("Life expectancy", None), ("Scenario planning, firms", None),
])  # fmt: skip
def test_what_a_heading_of_figures_says(text: str, status: str | None) -> None:
    assert meant_by_heading(text) == status


def test_what_came_as_expected_is_a_result() -> None:
    """Where a status is said among other words, "expected" is no forecast."""
    assert said_by("Final, as expected") == "final"
    assert meant_by("Expected") == "estimated"
