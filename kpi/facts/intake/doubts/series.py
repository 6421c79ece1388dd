"""The rows of a file by the series to which they go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kpi.facts.intake.against import Ledger
from kpi.facts.intake.rows import Blank, Counted, Record
from kpi.facts.records import Observation, Target, unit_of
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """The rows of a file that go to one series."""

    target: Target
    unit: str
    name: str  # by which doubts call it; empty where there is no other
    rows: list[Counted]
    records: list[Record]  # of these rows
    blank: list[Blank]
    refused: list[Blank]
    known: list[Observation]  # that are recorded


def by_series(
    counted: list[Counted], blank: list[Blank], refused: list[Blank], ledger: Ledger
) -> Iterator[Series]:
    """The figures of each series to which some go, in the order of the file."""
    rows: dict[tuple[str, str], list[Counted]] = {}
    for one in counted:
        rows.setdefault((one.fact.target, one.fact.series), []).append(one)
    empty, unread = _grouped(blank), _grouped(refused)
    recorded: dict[tuple[str, str], list[Observation]] = {}
    there = (ledger.recorded[id_] for id_ in {target for target, _ in rows})
    for fact in chain.from_iterable(there):
        recorded.setdefault((fact.target, fact.series), []).append(fact)
    for key, own in rows.items():
        target, series = ledger.targets[key[0]], key[1]
        name = f"{target.id}/{series}" if len(rows) > 1 else ""
        yield Series(
            target, unit_of(target, series), name, own, [row.record for row in own],
            empty.get(key, []), unread.get(key, []), recorded.get(key, []),
        )  # fmt: skip


def said_of(one: Series) -> Iterator[str]:
    """All that a target and the series say of what is measured."""
    target, own = one.target, one.rows[0].fact.series
    yield from (one.unit, target.title, target.title_ko, target.id.replace("-", " "))
    yield from (goal.quote for goal in target.goals)
    for series in target.series:
        if series.id == own:
            yield from (series.title, series.definition, series.note)


def _grouped(rows: list[Blank]) -> dict[tuple[str, str], list[Blank]]:
    """Rows without a figure by the target and the series that they are of."""
    found: dict[tuple[str, str], list[Blank]] = {}
    for one in rows:
        found.setdefault((one.target, one.series), []).append(one)
    return found
