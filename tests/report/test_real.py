"""The reports of the real project, as they are committed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kpi.cli.reports import stored
from kpi.facts.periods import Period

REPORTS = Path(__file__).parents[2] / "reports"
WEEKS = stored.weeks(str(REPORTS))


def test_there_is_one() -> None:
    """The first is that of the week in which the project began."""
    assert Period.parse("2026-W47") in WEEKS


@pytest.mark.parametrize("week", WEEKS, ids=str)
def test_both_files_are_one_report_of_committed_records(week: Period) -> None:
    """Each can be made again: it names its commit, and its records are those of that commit."""
    data = (REPORTS / f"{week}.json").read_bytes()
    page = (REPORTS / f"{week}.md").read_bytes()
    stamps = stored.read_stamp("json", data), stored.read_stamp("md", page)
    assert stamps[0].week == stamps[1].week == week
    assert stamps[0].on == stamps[1].on <= week.end
    assert stamps[0].origin == stamps[1].origin
    assert stamps[0].origin.commit is not None
    assert not stamps[0].origin.uncommitted
    assert json.loads(data)["blind_spots"]["of"] > 0
    assert re.search(rb"(?m)^## Blind spots$", page)
