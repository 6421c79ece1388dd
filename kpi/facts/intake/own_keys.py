"""A cell under the name of a key of an observation -> its value, as TOML would hold it."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from unicodedata import normalize

from kpi.facts.intake.texts.cells import Cell, as_text, is_number, undefused
from kpi.facts.intake.texts.codes import status_of
from kpi.facts.intake.texts.figures import Reader
from kpi.facts.intake.texts.sorts import status_in_words
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.observations import FIELDS
from kpi.facts.quantities.reading import read_quantity
from kpi.facts.records import STATUSES

NUMBERS = ("standard_error", "numerator", "denominator")
_DAYS = ("published", "recorded")


def read_key(key: str, name: str, cell: Cell, decimal: str) -> object:
    """The value of a key that stands in the column `name`. Raises Wrong."""
    try:
        if key == "revision":
            return _revision(cell)
        return _status(cell) if key == "status" else FIELDS[key](_typed(key, cell, decimal))
    except Wrong as wrong:
        raise Wrong(f"{name}: {wrong.what}", wrong.remedy) from None


def _typed(key: str, cell: Cell, decimal: str) -> object:
    """A cell as TOML would hold the key's value."""
    text = as_text(cell)
    if key in NUMBERS:
        try:
            return Decimal(text) if is_number(cell) else _number(text, decimal)
        except ValueError:
            return text
    if key in _DAYS:
        try:
            day = cell if isinstance(cell, dt.date) else dt.date.fromisoformat(text)
        except ValueError:
            return text
        return dt.date(day.year, day.month, day.day)
    if not isinstance(cell, str):
        return text
    return normalize("NFC", undefused(cell).replace("\r\n", "\n"))


def _number(text: str, decimal: str) -> Decimal:
    """The number of a text, written as a figure may be: 1,250 or 0,5. Raises ValueError."""
    return read_quantity(Reader("", decimal=decimal).spelled(text), "")


def _status(cell: Cell) -> object:
    """A status in our words, in others', or in the codes of statistics offices."""
    text = as_text(cell)
    if text in STATUSES:
        return text
    if status := status_in_words(text):
        return status
    if len(text) == 1:
        return status_of(text, eurostat=False) or "final"
    return FIELDS["status"](text)


def _revision(cell: Cell) -> int:
    text = as_text(cell)
    if not re.fullmatch("[0-9]{1,2}", text) or int(text) == 0:
        remedy = "write 1 for the first, 2 for the next"
        raise Wrong(f"{shown(text)} is no number of a record", remedy)
    return int(text)
