"""What no single row shows: two rows for one fact, shares as fractions, figures in another scale.

Each doubt stops the whole import and says what to type. A scale or a unit that the person gives
ends the doubts about size, because then somebody has looked.
"""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.against import Ledger
from kpi.facts.intake.doubts import (
    growth,
    items,
    magnitudes,
    other_measures,
    per_head,
    periods_meant,
    results,
    separators,
    sizes,
    sums,
)
from kpi.facts.intake.doubts.labels import of
from kpi.facts.intake.doubts.series import Series, by_series
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Blank, Counted, Record, Table
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.keys.fields import Wrong
from kpi.facts.records import MAIN
from kpi.values import replace

#: Columns of our own export that together are nobody else's.
_EXPORTED = frozenset(("target", "period", "value", "unit", "published", "revision", "file"))


def doubts(
    counted: list[Counted],
    blank: list[Blank],
    refused: list[Blank],
    remarks: list[tuple[int, Record]],
    plan: Plan,
    table: Table,
    ledger: Ledger,
    keys: frozenset[str],
) -> tuple[Wrong, ...]:
    """Every doubt about the file as a whole, each once for a series.

    `refused` are rows whose figure cannot be read, `remarks` texts that stand alone, each with the
    number of figures before it; `keys` are columns that are read as keys of an observation.
    """
    places = {id(one): nth for nth, one in enumerate(counted)}
    whose = items.whose(table, plan)
    found: list[Wrong] = []
    asked = False  # whether a sign within figures was asked about
    for one in by_series(counted, blank, refused, ledger):
        own = _plan_of(one, plan)
        found += items.doubts(one, whose, table, own, keys)
        found += items.blocks(one, places, remarks, bool(own.filter))
        near: list[Wrong] = []
        if one.target.kind != "milestone":
            near = _near(one.rows, one.unit, remarks, table, own, one.name)
            near = near or _each(one, table, own)
        found += near
        found += _hundredths(one.rows, one.name)
        found += results.doubts(one, remarks, table, own, keys)
        found += list(periods_meant.doubts(one, table, own)) or sums.doubts(one, table, own)
        fresh = [row for row in one.rows if not _exported(row, table, one.unit)]
        if not fresh:
            continue
        known = [*one.known,
                 *(row.fact for row in one.rows if _exported(row, table, one.unit))]  # fmt: skip
        signs = list(separators.nearer(fresh, one.target, known, table, own, one.name))
        signs = [] if near else signs  # a size beside the figures tells why they are far
        asked = asked or bool(signs)
        sized = signs or list(magnitudes.sized(fresh, one.target, known, one.name))
        found += sized or magnitudes.leaps(fresh, one.target, known, one.name, own)
        found += magnitudes.odd(fresh, one.target, known, one.name)
    found += separators.doubts(counted, table, plan, ledger.targets, asked)
    return tuple(found)


def _plan_of(one: Series, plan: Plan) -> Plan:
    """The plan with what it takes for one series alone: a column of rates is none of counts."""
    takes = [take for take in plan.takes if take.target in ("", one.target.id)]
    exact = [take for take in takes if (take.series or MAIN) == one.rows[0].fact.series]
    return replace(plan, takes=tuple(exact or takes) or plan.takes) if plan.takes[1:] else plan


def _exported(row: Counted, table: Table, unit: str) -> bool:
    """Whether our own export wrote this row, in the unit that is asked for here.

    What was recorded once is read back as it is, also a total that was lowered, or a leap. A row
    that a person added to the file names no file of observations.
    """
    if not _EXPORTED.issubset(table.columns):
        return False
    file, said = (as_text(row.record.cells.get(key, "")) for key in ("file", "unit"))
    return file.startswith("observations/") and said == unit


def _near(
    rows: list[Counted], unit: str, remarks: list[tuple[int, Record]], table: Table, plan: Plan,
    name: str,
) -> list[Wrong]:  # fmt: skip
    """What stands near figures and speaks of another size, or of changes."""
    records = [row.record for row in rows]
    found: list[Wrong] = []
    if not any(row.measured for row in rows):
        above = [record for before, record in remarks if not before]
        found += sizes.doubts(records, above, unit, table, plan, name)
    if not found and not any(row.stated or row.scaled for row in rows):
        found += growth.changes(records, unit, table, plan, name)
    return found


def _each(one: Series, table: Table, plan: Plan) -> list[Wrong]:
    """What says that figures are for each person, changes or of a month; who has given a scale has
    answered."""
    if any(row.scaled for row in one.rows):
        return []
    return list(per_head.doubts(one, table, plan)) or list(other_measures.doubts(one, table, plan))


def _hundredths(rows: list[Counted], name: str) -> Iterator[Wrong]:
    """Cells that are shown as per cent beside others: no scale is right for all of them."""
    kinds = {row.hundredth for row in rows if row.fact.value}
    if len(kinds) > 1:
        what = f"{of(name)}some figures are shown as per cent and hold hundredths, others are not"
        yield Wrong(what, "make the cells of one kind")
