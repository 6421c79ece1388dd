"""The unit that a table states of its figures: in a column, over them, beside them, above all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache

from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import VALUE, Record, Table
from kpi.facts.intake.texts.cells import as_text, undefused
from kpi.facts.intake.texts.headings import may_state, stated_in
from kpi.facts.intake.texts.measures import factor_of
from kpi.facts.intake.texts.unit_spellings import as_counted, unit_of_code
from kpi.facts.keys.fields import Wrong
from kpi.facts.quantities.units import counts_alike, is_share
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
    return text if text == wanted else as_counted(unit_of_code(text), wanted)


def repeats(stated: str, unit: str) -> bool:
    """Whether a stated unit is none, or the unit itself: no figure is of another size by it."""
    return stated.casefold() in ("", unit.casefold()) or (is_share(stated) and is_share(unit))


#: What may be a share by another name.
_LIKE_SHARES = re.compile(
    r"(?i:share|proportion|ratio|per ?cent|%|fraction|per 100\b|rate|quota|anteil|quote|part\b)"
    r"|비율|[율률]"
)


def other_measures(periods: Mapping[str, Set[str]], wanted: str) -> frozenset[str]:
    """Of the units that rows state, those of another measure than the one that is wanted, by the
    periods of each.

    None where no row is in the unit that is wanted itself, or one might be in it under another
    name or in another size. What goes on where that ends is no other measure.

    >>> other_measures({"%": {"2023", "2024"}, "ha": {"2023"}, "km": {"2020"}}, "%")
    frozenset({'ha'})
    >>> other_measures({"KRW bn": {"2023"}, "KRW tn": {"2023"}}, "KRW bn")
    frozenset()
    """
    own = {unit for unit in periods if unit and repeats(unit, wanted)}
    others = {unit for unit in periods if unit} - own
    if not own or any(_may_be(unit, wanted) for unit in others):
        return frozenset()
    known = frozenset[str]().union(*(periods[unit] for unit in own))
    return frozenset(unit for unit in others if known & periods[unit])


def _may_be(stated: str, wanted: str) -> bool:
    """Whether figures in a stated unit might be those that are wanted in another one."""
    if is_share(wanted) and _LIKE_SHARES.search(stated):
        return True
    return bool(counts_alike(stated, wanted)) or factor_of(stated, wanted) is not None


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
