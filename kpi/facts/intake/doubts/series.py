"""The rows of a file by the series to which they go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kpi.facts.intake.against import Ledger
from kpi.facts.intake.rows import Blank, Counted, Record
from kpi.facts.records import Observation, Target, unit_of
from kpi.values import dataclass

#: Rows without a figure, by the target and the series that they are of.
Grouped = dict[tuple[str, str], list[Blank]]


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
    counted: list[Counted], blank: list[Blank], unread: Grouped, ledger: Ledger
) -> Iterator[Series]:
    """The figures of each series to which some go, in the order of the file."""
    rows: dict[tuple[str, str], list[Counted]] = {}
    for row in counted:
        rows.setdefault((row.fact.target, row.fact.series), []).append(row)
    empty = grouped(blank)
    recorded: dict[tuple[str, str], list[Observation]] = {}
    histories = (ledger.recorded[id_] for id_ in {target for target, _ in rows})
    for fact in chain.from_iterable(histories):
        recorded.setdefault((fact.target, fact.series), []).append(fact)
    for key, own_rows in rows.items():
        target, series = ledger.targets[key[0]], key[1]
        name = f"{target.id}/{series}" if len(rows) > 1 else ""
        yield Series(
            target, unit_of(target, series), name, own_rows, [row.record for row in own_rows],
            empty.get(key, []), unread.get(key, []), recorded.get(key, []),
        )  # fmt: skip


def said_of(series: Series) -> Iterator[str]:
    """All that a target and the series say of what is measured."""
    target, own_id = series.target, series.rows[0].fact.series
    yield from (series.unit, target.title, target.title_ko, target.id.replace("-", " "))
    yield from (goal.quote for goal in target.goals)
    for entry in target.series:
        if entry.id == own_id:
            yield from (entry.title, entry.definition, entry.note)


def grouped(rows: list[Blank]) -> Grouped:
    """Rows without a figure by the target and the series that they are of."""
    groups: Grouped = {}
    for row in rows:
        groups.setdefault((row.target, row.series), []).append(row)
    return groups
