"""A total above the periods of a long table: 총계 of Korea's customs office, before the months."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from kpi.facts.intake.layouts.sheet import Sheet
from kpi.facts.intake.texts.cells import as_text, is_nothing
from kpi.facts.intake.texts.stamps import is_stamp

_NUMBER = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|-?[0-9]+(?:\.[0-9]+)?")
_ROUNDED = Decimal("0.5")  # of the last digit of each figure


def is_total_above(sheet: Sheet, row: int, dated: int, valued: int) -> bool:
    """Whether the figure of a row is the sum of those below it that have a period."""
    below = (
        index for index in range(row + 1, len(sheet.rows)) if is_stamp(sheet.cell(index, dated))
    )
    figures = (as_text(sheet.cell(index, valued)) for index in below)
    return is_sum(as_text(sheet.cell(row, valued)), (one for one in figures if not is_nothing(one)))


def is_sum(total: str, figures: Iterable[str]) -> bool:
    """Whether a figure is the sum of two or more, but for what was rounded away in each.

    >>> is_sum("1,011", ["505", "506"]), is_sum("6.1", ["6.4", "6.5"]), is_sum("6.1", ["6.1"])
    (True, False, False)
    """
    sum_of_all, *addends = map(_number, (total, *figures))
    added = [addend for addend in addends if addend is not None]
    if sum_of_all is None or len(added) < 2 or len(added) < len(addends):
        return False
    step = max(abs(Decimal(1).scaleb(int(one.as_tuple().exponent))) for one in added)
    return abs(sum_of_all - sum(added)) <= _ROUNDED * step * (len(added) + 1)


def _number(text: str) -> Decimal | None:
    found = _NUMBER.fullmatch(text)
    return Decimal(text.replace(",", "")) if found else None
