"""The unit that a table states of its figures: in a column, over them, beside them, above all."""

from __future__ import annotations

from functools import lru_cache

from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import VALUE, Record, Table
from kpi.facts.intake.texts.cells import as_text, undefused
from kpi.facts.intake.texts.codes import unit_of_code
from kpi.facts.intake.texts.headings import may_state, stated_in
from kpi.facts.keys.fields import Wrong
from kpi.facts.quantities.units import is_share
from kpi.values import remembered

_MOST_STATING = 40  # texts that may state the unit of a table
_LONGEST_NAME = 200  # letters of a label in which a unit is looked for


def stated_unit(table: Table, record: Record, plan: Plan, wanted: str | None) -> str:
    """The unit that the file states for a row, in the words of the mapping; "" if none.

    What is `wanted` is not put into other words: 人 is no 명 for a target in 人.
    """
    column = (plan.columns.get("unit") or (table.unit,))[0]
    text = undefused(as_text(record.cells.get(column, ""))) if column else ""
    if text in plan.units:
        return plan.units[text]
    return text if text == wanted else unit_of_code(text)


def repeats(stated: str, unit: str) -> bool:
    """Whether a stated unit is none, or the unit itself: no figure is of another size by it."""
    return stated.casefold() in ("", unit.casefold()) or (is_share(stated) and is_share(unit))


def unit_in_heading(
    table: Table, record: Record, column: str, unit: str, keys: frozenset[str]
) -> str:
    """The unit that is stated over a figure, beside its row, or above the table; "" if none is.

    `unit` is the one in which the figure is wanted; `keys` are columns that hold something else.
    """
    if column != VALUE and (stated := stated_in(column, unit)):
        return stated
    beside = _stated_beside(record)
    if unit not in beside:  # a row may be taken for many series
        cells = (record.cells.get(name) for name in table.labels if name not in keys)
        units = (_in_label(cell, unit) for cell in cells if isinstance(cell, str))
        beside[unit] = next(filter(None, units), "")
    if beside[unit]:
        return beside[unit]
    return _in_titles(table, unit)


@lru_cache(maxsize=4096)
def _in_label(cell: str, unit: str) -> str:
    """The unit that a text beside a figure states; the same text stands beside many."""
    return stated_in(as_text(cell)[:_LONGEST_NAME], unit)


def _in_titles(table: Table, unit: str) -> str:
    titles, stated = _stated_above(table)
    if len(titles) > _MOST_STATING:  # each is held against each unit
        what = f"{len(titles)} texts above the table or over its columns may state a unit"
        raise Wrong(what, "say it with --unit, or delete those texts")
    if unit not in stated:
        texts = (stated_in(text, unit, title=True) for text in titles)
        stated[unit] = next(filter(None, texts), "")
    return stated[unit]


@remembered(1)
def _stated_beside(record: Record) -> dict[str, str]:
    """The unit that the labels of a row state, by the unit in which its figures are wanted."""
    return {}


@remembered(1)
def _stated_above(table: Table) -> tuple[list[str], dict[str, str]]:
    """The titles of a table that may state a unit, and which one they do, by the unit wanted."""
    return list(filter(may_state, table.titles)), {}
