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
from kpi.facts.intake.doubts.series import Series, by_series
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Counted, Gathered, Record, Table
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.keys.fields import Wrong
from kpi.facts.records import corrected
from kpi.values import replace

#: Columns of our own export that together are nobody else's.
_EXPORTED = frozenset(("target", "period", "value", "unit", "published", "revision", "file"))


def doubts(
    gathered: Gathered, plan: Plan, table: Table, ledger: Ledger, keys: frozenset[str]
) -> tuple[Wrong, ...]:
    """Every doubt about the file as a whole, each once for a series.

    `keys` are columns that are read as keys of an observation.
    """
    counted, remarks = gathered.counted, gathered.remarks
    places = {id(row): nth for nth, row in enumerate(counted)}
    whose = [label for label in items.whose(table, plan) if label not in keys]
    problems: list[Wrong] = []
    asked = False  # whether a sign within figures was asked about
    figures = list(counted)
    for series in by_series(gathered, table, plan, ledger):
        figures += [] if series.read else series.valued
        told = items.doubts(series, whose, keys)
        mixed = any(isinstance(doubt, items.Mixed) for doubt in told)
        told += items.blocks(series, places, remarks)
        near = _near(series, remarks)
        told += [*near, *_hundredths(series), *results.doubts(series, remarks, keys)]
        told += list(periods_meant.doubts(series)) or sums.doubts(series)
        if not mixed and (fresh := _fresh(series)).valued:  # of a mixture no size is anything's
            signs = [] if near else list(separators.nearer(fresh))  # a size there tells why
            asked = asked or bool(signs)
            sized = signs or list(magnitudes.sized(fresh))
            told += sized
            if series.whole:
                told += [] if sized else magnitudes.leaps(fresh)
                told += magnitudes.odd(fresh)
        problems += (_named(doubt, series) for doubt in told)
    problems += separators.doubts(figures, table, plan, ledger.targets, asked)
    return tuple(problems)


def _named(doubt: Wrong, series: Series) -> Wrong:
    """A doubt that says of which series it is, where a file has several."""
    return type(doubt)(f"{series.name}: {doubt.what}", doubt.advice) if series.name else doubt


def _fresh(series: Series) -> Series:
    """The series with the rows of our own export among what is known of it.

    What was recorded once is read back as it is, also a total that was lowered, or a leap.
    """
    if not _EXPORTED.issubset(series.table.columns):
        return series
    exported = [row.fact for row in series.valued if _is_exported(row, series.unit)]
    fresh = [row for row in series.valued if not _is_exported(row, series.unit)]
    return replace(series, valued=fresh, known=corrected([*series.known, *exported])[0])


def _is_exported(row: Counted, unit: str) -> bool:
    """Whether our own export wrote this row, in the unit that is asked for here.

    A row that a person added to the file names no file of observations.
    """
    file, row_unit = (as_text(row.record.cells.get(key, "")) for key in ("file", "unit"))
    return file.startswith("observations/") and row_unit == unit


def _near(series: Series, remarks: list[tuple[int, Record]]) -> list[Wrong]:
    """What stands near figures and speaks of another size, of changes, of each person or of a
    month; who has given a scale has answered."""
    if series.target.kind == "milestone":
        return []
    rows, problems = series.valued, list[Wrong]()
    plan = series.plan
    answered = plan.scale is not None or any(take.scale is not None for take in plan.takes)
    said = any(row.measured for row in rows or series.rows)  # also of what was refused for it
    if not said and (rows or not answered):
        above = [record for before, record in remarks if not before]
        problems += sizes.doubts(series, above)
    if not problems and not any(row.stated or row.scaled for row in rows):
        problems += growth.changes(series)
    if any(row.scaled for row in series.rows):
        return problems
    return problems or list(per_head.doubts(series)) or list(other_measures.doubts(series))


def _hundredths(series: Series) -> Iterator[Wrong]:
    """Cells that are shown as per cent beside others: no scale is right for all of them."""
    kinds = {row.hundredth for row in series.valued if row.fact.value}
    if len(kinds) > 1:
        what = "some figures are shown as per cent and hold hundredths, others are not"
        yield Wrong(what, "make the cells of one kind")
