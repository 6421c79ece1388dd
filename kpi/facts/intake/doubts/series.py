"""The rows of a file by the series to which they go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kpi.facts.intake.against import Ledger
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Blank, Counted, Gathered, Record, Table
from kpi.facts.records import MAIN, Observation, Target, corrected, unit_of, units_of
from kpi.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Series:
    """The rows of a file that go to one series, their table, and how it is read for them.

    Where none of them could be read, `rows` and `valued` are what they would give, were they
    answered for: those whose period was read, and those whose figure was.
    """

    target: Target
    own: str  # the id of the series
    unit: str
    name: str  # by which doubts call it; empty where there is no other
    table: Table
    plan: Plan  # with what it takes for this series alone
    rows: list[Counted]
    valued: list[Counted]
    records: list[Record]  # of these rows, or of all that could not be read
    blank: list[Blank]
    refused: list[Blank]
    known: list[Observation]  # that are recorded, as they were corrected last
    read: bool = True

    @property
    def whole(self) -> bool:
        """Whether the period and the figure of each row were read."""
        return self.read or (len(self.rows) == len(self.valued) == len(self.records))


def by_series(gathered: Gathered, table: Table, plan: Plan, ledger: Ledger) -> Iterator[Series]:
    """The figures of each series to which some go: of those of which none could be read first."""
    rows: dict[tuple[str, str], list[Counted]] = {}
    for row in gathered.counted:
        rows.setdefault((row.fact.target, row.fact.series), []).append(row)
    empty, unread = _grouped(gathered.blank), _grouped(gathered.refused)
    lost = {
        key: blanks for key, blanks in unread.items() if key not in rows and _is_known(*key, ledger)
    }
    recorded: dict[tuple[str, str], list[Observation]] = {}
    histories = (ledger.recorded[id_] for id_ in {target for target, _ in (*lost, *rows)})
    for fact in chain.from_iterable(histories):
        recorded.setdefault((fact.target, fact.series), []).append(fact)
    for key in (*lost, *rows):
        target, series = ledger.targets[key[0]], key[1]
        name = f"{target.id}/{series}" if len(rows) + len(lost) > 1 else ""
        supposed = [row.supposed for row in lost.get(key, ()) if row.supposed is not None]
        dated = rows.get(key) or [one.row for one in supposed if one.dated]
        valued = rows.get(key) or [one.row for one in supposed if one.valued]
        records = [row.record for row in rows.get(key) or lost[key]]
        known, _ = corrected(recorded.get(key, []))
        yield Series(
            target, series, unit_of(target, series), name, table, _plan_of(plan, *key), dated,
            valued, records,
            empty.get(key, []), unread.get(key, []), known, key in rows,
        )  # fmt: skip


def _plan_of(plan: Plan, target: str, series: str) -> Plan:
    """The plan with what it takes for one series alone: a column of rates is none of counts."""
    takes = [take for take in plan.takes if take.target in ("", target)]
    exact = [take for take in takes if (take.series or MAIN) == series]
    return replace(plan, takes=tuple(exact or takes) or plan.takes) if plan.takes[1:] else plan


def _is_known(target: str, series: str, ledger: Ledger) -> bool:
    """Whether there is such a series."""
    return target in ledger.targets and series in units_of(ledger.targets[target])


def said_of(series: Series) -> Iterator[str]:
    """All that a target and the series say of what is measured."""
    target = series.target
    yield from (series.unit, target.title, target.title_ko, target.id.replace("-", " "))
    yield from (goal.quote for goal in target.goals)
    for entry in target.series:
        if entry.id == series.own:
            yield from (entry.title, entry.definition, entry.note)


def _grouped(rows: list[Blank]) -> dict[tuple[str, str], list[Blank]]:
    """Rows without a figure by the target and the series that they are of."""
    groups: dict[tuple[str, str], list[Blank]] = {}
    for row in rows:
        groups.setdefault((row.target, row.series), []).append(row)
    return groups


def about(target: Target, own: str) -> str:
    """What a target and one of its series say of what is measured: unit, titles and definition."""
    texts = [unit_of(target, own), target.title, target.title_ko]
    for entry in target.series:
        if entry.id == own:
            texts += [entry.title, entry.definition]
    return " ".join(filter(None, texts))
