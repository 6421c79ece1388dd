"""Sizes, measures and moneys that are named near figures of which nobody has said the size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kpi.facts.intake.doubts.labels import (
    FIGURE,
    MOST_LABELS,
    MOST_TITLES,
    REMARKS,
    distinct,
    not_in,
    value_columns,
)
from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.rows import VALUE, Record
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.intake.texts.currencies import money_beside, other_money
from kpi.facts.intake.texts.measures import (
    advice_on,
    base_beside,
    measure_beside,
    measure_of,
    percent_beside,
    rate_beside,
)
from kpi.facts.intake.texts.size_words import factor_beside, part_beside, size_beside
from kpi.facts.keys.fields import Wrong
from kpi.facts.quantities.units import is_share, meaning

_LONGEST = 100  # letters of a label: a longer text is prose
_CODE = re.compile("[A-Z]{2}")  # of a country or a state
_DOZENS = re.compile(r"\((?:in )?dozens?\)|^dozens$|, (?:in )?dozens$", re.IGNORECASE)


def doubts(series: Series, above: list[Record]) -> Iterator[Wrong]:
    """A word for a size near figures of which nobody has said in what size they count.

    "Population (thousands)" above 5300, in the unit "persons". `above` are rows of texts between
    the header and the first figure.
    """
    table, unit = series.table, series.unit
    values = value_columns(table, series.plan)
    beneath = (as_text(row.cells.get(column, "")) for row in above for column in values)
    for text in (*_texts(series), *beneath):
        word, factor = _beside(text, unit)
        if not word and is_share(unit) and text not in table.titles:
            word = measure_of(text)  # GWh are no per cent
        if not word:
            word = base_beside(text, unit)
            word = word or (percent_beside(text, unit) if table.unit is None else "")
        if word:
            yield Wrong(not_in(unit, text, word), advice_on(factor))
            return


def _beside(text: str, unit: str) -> tuple[str, Decimal]:
    """What a text says of the size of figures, and the factor to the unit; of shares ‰ does."""
    if is_share(unit):
        return part_beside(text)
    if rate := rate_beside(text, unit):
        return rate, Decimal(1)
    word, factor = measure_beside(text, unit)  # with the size before it: million kWh
    if word:
        return word, factor
    if word := size_beside(text, unit):
        return word, factor_beside(text, unit)
    if meaning(unit).kind == "count" and (found := _DOZENS.search(text[:_LONGEST])):
        return found[0].strip("(), "), Decimal(12)
    word, factor = money_beside(text, unit)
    return (word, factor) if word else (other_money(text, unit), Decimal(1))


def _texts(series: Series) -> Iterator[str]:
    """What stands above the table, over its figures and beside them."""
    table, rows = series.table, [row.record for row in series.valued]
    yield from table.titles[:MOST_TITLES]
    yield from (column for column in value_columns(table, series.plan) if column != VALUE)
    for label in table.labels[:MOST_LABELS] if "target" not in table.columns else ():
        if not REMARKS.fullmatch(label[:100]):
            yield from (
                text
                for text in distinct(rows, label)
                if len(text) <= _LONGEST
                and not _CODE.fullmatch(text)
                and not FIGURE.fullmatch(text)
            )
