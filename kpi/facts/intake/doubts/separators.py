"""Which sign divides thousands and which begins decimals: 1,234 is 1234, or 1.234.

What only one of the two readings explains is read by it. Where both do, the person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median

from kpi.facts.intake.doubts import labels
from kpi.facts.intake.doubts.labels import value_columns
from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Counted, Table
from kpi.facts.intake.texts.cells import Cell, as_text
from kpi.facts.intake.texts.money_signs import in_front
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.plausibility import yardsticks
from kpi.facts.quantities.reading import maybe_thousands
from kpi.facts.quantities.units import is_share
from kpi.facts.records import Target, unit_of
from kpi.values import replace

_NUMBER = re.compile(r"-?[0-9][0-9.,]*")  # at the beginning: a unit may stand behind it
_COMMA = re.compile(r"-?[0-9]{1,3},[0-9]{3}")
_THREE, _UP_TO_THREE = re.compile("[0-9]{3}"), re.compile("[-+−]?[1-9][0-9]{0,2}")
_POINT = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def doubts(
    counted: list[Counted], table: Table, plan: Plan, targets: Mapping[str, Target], asked: bool
) -> Iterator[Wrong]:
    """Every doubt about the signs within the figures of a file; `asked` if one sign was already."""
    yield from _divided(counted, table, plan)
    if not asked:
        yield from list(_grouped(counted, table, plan)) or _decimals(counted, table, plan, targets)


#: A figure with whatever stands before its digits, up to the first sign that is no part of it.
_DIGITS = re.compile(r"[-+−<>≤≥=~ ]*([0-9][0-9.,  \u202f'’]*)")
#: Figures that only a decimal comma explains, those that it may, and those that points may divide.
_DECIMAL = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|(?:0|[0-9]{4,}),[0-9]+"
)
_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_EITHER = re.compile(r"[0-9]+|[1-9][0-9]{0,2},[0-9]{3}")


def with_decimals(table: Table, plan: Plan) -> tuple[Table, Plan]:
    """The plan with a decimal comma where the figures show that they have one, and a note of it."""
    shows = _decimal_comma(table, plan)
    if not shows:
        return table, plan
    note = f"read with a decimal comma, as in {shows}"
    return replace(table, notes=(*table.notes, note)), replace(plan, decimal=",")


def _decimal_comma(table: Table, plan: Plan) -> str:
    """A figure that shows that commas begin decimals, such as 12,5 or 1.012,7; "" if none does.

    Only of a file that commas do not divide, and only if every figure in it may be written so: one
    such as 12.7 or 1,234,567 is written in the other way, and 12.700 may be, unless another figure
    shows that points divide thousands.
    """
    if not table.comma_free or plan.decimal:
        return ""
    shows, divided, unsure = "", False, False
    for text in _written(table, plan):
        if _DECIMAL.fullmatch(text) or _POINTS.fullmatch(text):
            shows, divided = shows or text, divided or "." in text
        elif _POINT.fullmatch(text):
            unsure = True
        elif not _EITHER.fullmatch(text):
            return ""
    return shows if divided or not unsure else ""


def _written(table: Table, plan: Plan) -> Iterator[str]:
    """The digits and signs of all figures of a file that are texts."""
    columns = value_columns(table, plan)
    for record in table.records():
        for column in () if record.note else columns:
            cell = record.cells.get(column, "")
            digits = _DIGITS.match(as_text(_without_money(cell))) if isinstance(cell, str) else None
            if digits is not None:
                yield re.sub("[^0-9.,]", "", digits[1])


#: Services whose answers are made for machines: their points begin decimals.
_SERVICES = ("kosis", "ecos")


def nearer(series: Series) -> Iterator[Wrong]:
    """Figures that all have three digits behind their only sign, far from all that is known, and
    nearer to it if the sign meant the other thing: "763,000" of a German source is 763.
    """
    table, plan, rows = series.table, series.plan, series.valued
    if plan.decimal or table.comma_free or table.kind in _SERVICES:
        return
    known_sizes = yardsticks(series.target, series.own, series.known)
    sizes = [abs(Decimal(row.fact.value)) for row in rows if row.fact.value]
    texts = _all_numbers(list(_cells(rows, table, plan)))
    if any(row.scaled for row in rows) or not (known_sizes and sizes and texts):
        return
    size, low, high = median(sizes), min(known_sizes), max(known_sizes)
    text = texts[0]
    if all(map(_COMMA.fullmatch, texts)) and size > 10 * high:
        far, as_read, as_meant = size * size > 1000 * low * high, "", "."
        remedy = 'add --decimal "," if the comma begins decimals, --decimal . if not'
    elif all(map(_POINT.fullmatch, texts)) and size * 10 < low and not is_share(series.unit):
        far, as_read, as_meant = size * size * 1000 < low * high, ".", ""
        remedy = 'add --decimal "," if the point divides thousands, --decimal . if not'
    else:
        return
    if far:
        first, second = (re.sub("[.,]", sign, text) for sign in (as_read, as_meant))
        what = (
            f"{shown(text)} may mean {first} or {second}, and the second is nearer to all that is"
            " known"
        )
        yield Wrong(f"{what}", remedy)


def _all_numbers(cells: list[Cell]) -> list[str]:
    """The numbers in cells that are texts, but for zeros; none if a cell is no text."""
    matches = [_NUMBER.match(as_text(cell)) for cell in cells if isinstance(cell, str)]
    texts = [match[0] for match in matches if match is not None and match[0] != "0"]
    return texts if len(matches) == len(cells) else []


def _decimals(
    counted: list[Counted], table: Table, plan: Plan, targets: Mapping[str, Target]
) -> Iterator[Wrong]:
    """Figures that all have three digits behind a point, the last a zero: 12.340 may be 12340."""
    if plan.decimal or len(counted) < 2 or any(row.scaled for row in counted):
        return
    # A unit of another size in the file says nothing of a sign; a person has seen the figures.
    if table.kind in _SERVICES or plan.unit or any(take.unit for take in plan.takes):
        return
    if any(is_share(unit_of(targets[row.fact.target], row.fact.series)) for row in counted):
        return
    cells = list(_cells(counted, table, plan))
    texts = [as_text(cell) for cell in cells if isinstance(cell, str)]
    if len(texts) == len(cells) and all("." in text and maybe_thousands(text) for text in texts):
        what = f"{shown(texts[0])} may mean {texts[0]} or {texts[0].replace('.', '')}"
        yield Wrong(what, 'add --decimal "," if the point divides thousands, --decimal . if not')


def _divided(counted: list[Counted], table: Table, plan: Plan) -> Iterator[Wrong]:
    """Thousands that a comma without quotation marks divided: 12 under "Value", 345 under "Note".

    Where each figure has up to three digits, and whatever is remarked on one three of them.
    """
    if table.kind not in ("csv", "opensdg") or table.comma_free:
        return
    if plan.figures_named or not counted:
        return
    _, _, after = "\0".join(table.columns).partition(f"\0{table.value}\0")
    beside = after.split("\0")[0]
    if not labels.REMARKS.fullmatch(beside[:200]):
        return
    pairs = [[as_text(row.record.cells.get(name, "")) for name in (table.value, beside)]
             for row in counted]  # fmt: skip
    texts = {text for _, text in pairs if text}
    if len(texts) < min(2, len(counted)) or not all(map(_THREE.fullmatch, texts)):
        return
    if all(_UP_TO_THREE.fullmatch(figure) for figure, _ in pairs):
        figure, text = next(pair for pair in pairs if pair[1])
        what = f"{shown(text)} under {shown(beside)} may belong to {shown(figure)} beside it"
        column = shown(table.value)
        yield Wrong(what, f"put such figures in quotation marks, or add --value-column {column}")


def _cells(counted: list[Counted], table: Table, plan: Plan) -> Iterator[Cell]:
    """The cells of all columns of figures in the rows that were chosen, each once."""
    columns = value_columns(table, plan)
    records = {id(row.record): row.record for row in counted}
    for record in records.values():
        for column in columns:
            yield _without_money(record.cells.get(column, ""))


def _without_money(cell: Cell) -> Cell:
    """A cell without the money before its digits, behind which their signs are looked at."""
    return cell[len(in_front(cell)) :] if isinstance(cell, str) else cell


def _grouped(counted: list[Counted], table: Table, plan: Plan) -> Iterator[Wrong]:
    """A sign before three digits in a file that commas do not divide: 1,234 may be 1234 or 1.234.

    Another figure of the file may show what the sign is: 1,006,567 or 12.34.
    """
    if not table.comma_free or plan.decimal:
        return
    cells = map(as_text, _cells(counted, table, plan))
    texts = [match[0] for match in map(_NUMBER.match, cells) if match]
    commas = [text for text in texts if _COMMA.fullmatch(text)]
    if commas and not any("." in text or text.count(",") > 1 for text in texts):
        readings = f"{commas[0].replace(',', '')} or {commas[0].replace(',', '.')}"
        what = f"{shown(commas[0])} is {readings} in a file that commas do not divide"
        yield Wrong(what, 'add --decimal "," if the comma begins decimals, --decimal . if not')
    points = [text for text in texts if _POINT.fullmatch(text)]
    if points and not any("." in text and not _POINT.fullmatch(text) for text in texts):
        if any("," in text for text in texts):
            return  # a comma that could be read divides thousands, and so the point does not
        readings = f"{points[0].replace('.', '')} or {points[0]}"
        what = f"{shown(points[0])} is {readings} in a file that commas do not divide"
        yield Wrong(what, 'add --decimal "," if the point divides thousands, --decimal . if not')
