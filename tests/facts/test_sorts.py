"""What words say of the sort of a figure."""

from __future__ import annotations

import pytest

from kpi.facts.fields import Wrong
from kpi.facts.intake.sorts import said_by


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
