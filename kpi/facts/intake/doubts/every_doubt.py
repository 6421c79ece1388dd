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
from kpi.facts.intake.doubts.series import Series, by_series, grouped
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
    places = {id(row): nth for nth, row in enumerate(counted)}
    whose = [label for label in items.whose(table, plan) if label not in keys]
    unread = grouped(refused)
    problems: list[Wrong] = []
    asked = False  # whether a sign within figures was asked about
    figures = list(counted)
    for series in by_series(counted, blank, unread, ledger):
        figures += [] if series.read else series.valued
        own_plan = _plan_of(series, plan)
        problems += items.doubts(series, whose, table, own_plan, keys)
        if series.read:
            problems += items.blocks(series, places, remarks, bool(own_plan.filter))
        near: list[Wrong] = []
        if series.target.kind != "milestone":
            near = _near(series.valued, series.unit, remarks, table, own_plan, series.name)
            near = near or _each(series, table, own_plan)
        problems += near
        problems += _hundredths(series.valued, series.name)
        problems += results.doubts(series, remarks, table, own_plan, keys)
        of_periods = list(periods_meant.doubts(series, table, own_plan)) if series.rows else []
        problems += of_periods or (sums.doubts(series, table, own_plan) if series.whole else ())
        fresh = [row for row in series.valued if not _exported(row, table, series.unit)]
        if not fresh:
            continue
        exported = (row.fact for row in series.valued if _exported(row, table, series.unit))
        known = [*series.known, *exported]
        signs = list(separators.nearer(fresh, series.target, known, table, own_plan, series.name))
        signs = [] if near else signs  # a size beside the figures tells why they are far
        asked = asked or bool(signs)
        sized = signs or list(magnitudes.sized(fresh, series.target, known, series.name))
        problems += sized
        if not series.whole:
            continue
        if not sized:
            problems += magnitudes.leaps(fresh, series.target, known, series.name, own_plan)
        problems += magnitudes.odd(fresh, series.target, known, series.name)
    problems += separators.doubts(figures, table, plan, ledger.targets, asked)
    return tuple(problems)


def _plan_of(series: Series, plan: Plan) -> Plan:
    """The plan with what it takes for one series alone: a column of rates is none of counts."""
    takes = [take for take in plan.takes if take.target in ("", series.target.id)]
    exact = [take for take in takes if (take.series or MAIN) == series.own]
    return replace(plan, takes=tuple(exact or takes) or plan.takes) if plan.takes[1:] else plan


def _exported(row: Counted, table: Table, unit: str) -> bool:
    """Whether our own export wrote this row, in the unit that is asked for here.

    What was recorded once is read back as it is, also a total that was lowered, or a leap. A row
    that a person added to the file names no file of observations.
    """
    if not _EXPORTED.issubset(table.columns):
        return False
    file, row_unit = (as_text(row.record.cells.get(key, "")) for key in ("file", "unit"))
    return file.startswith("observations/") and row_unit == unit


def _near(
    rows: list[Counted], unit: str, remarks: list[tuple[int, Record]], table: Table, plan: Plan,
    name: str,
) -> list[Wrong]:  # fmt: skip
    """What stands near figures and speaks of another size, or of changes."""
    records = [row.record for row in rows]
    problems: list[Wrong] = []
    if not any(row.measured for row in rows):
        above = [record for before, record in remarks if not before]
        problems += sizes.doubts(records, above, unit, table, plan, name)
    if not problems and not any(row.stated or row.scaled for row in rows):
        problems += growth.changes(records, unit, table, plan, name)
    return problems


def _each(series: Series, table: Table, plan: Plan) -> list[Wrong]:
    """What says that figures are for each person, changes or of a month; who has given a scale has
    answered."""
    if any(row.scaled for row in series.rows):
        return []
    per_person = list(per_head.doubts(series, table, plan))
    return per_person or list(other_measures.doubts(series, table, plan))


def _hundredths(rows: list[Counted], name: str) -> Iterator[Wrong]:
    """Cells that are shown as per cent beside others: no scale is right for all of them."""
    kinds = {row.hundredth for row in rows if row.fact.value}
    if len(kinds) > 1:
        what = f"{of(name)}some figures are shown as per cent and hold hundredths, others are not"
        yield Wrong(what, "make the cells of one kind")
