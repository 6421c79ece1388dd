"""Doubts about what stands around the figures of a series: sizes, classes, parts of a year, blocks.

Each yields at most once, with what to type. What a person has said ends the doubt about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kpi.facts.fields import Wrong, shown
from kpi.facts.intake.cells import as_text, is_number
from kpi.facts.intake.columns import meant_by
from kpi.facts.intake.hints import is_part_of_year, maybe_financial, size_beside
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import VALUE, Record, Table
from kpi.facts.intake.stamps import is_stamp
from kpi.facts.records import Observation
from kpi.facts.units import is_share

#: Names of columns that only remark on a figure.
REMARKS = re.compile(
    r"(?i:note|source|comment|remark|unit|code|flag|status|link|url|update|memo)"
    r"|비고|출처|주석|단위|참고|설명"
)
#: So many texts above a table, labels of its rows and texts of a label are looked at.
_MOST_TITLES, _MOST_LABELS, _MOST_TEXTS = 300, 30, 50
_LONGEST = 100  # letters of a label; a longer text is prose


def sizes(rows: list[Record], unit: str, table: Table, plan: Plan, name: str) -> Iterator[Wrong]:
    """A word for a size near figures of which nobody has said in what size they count.

    "Population (thousands)" above 5300, in the unit "persons".
    """
    if is_share(unit):
        return
    for text in _texts(rows, table, plan):
        said = size_beside(text, unit)
        if said:
            what = f"{of(name)}{shown(text)} speaks of {shown(said)}, and the unit is {shown(unit)}"
            remedy = "add --unit or --scale with what the file counts in, or --scale 1 for the unit"
            yield Wrong(what, remedy)
            return


def _texts(rows: list[Record], table: Table, plan: Plan) -> Iterator[str]:
    """What stands above the table, over its figures and beside them."""
    yield from table.titles[:_MOST_TITLES]
    yield from (one for one in _values(table, plan) if one != VALUE)
    for label in table.labels[:_MOST_LABELS] if "target" not in table.columns else ():
        if not REMARKS.search(label[:100]):
            yield from (text for text in _distinct(rows, label) if len(text) <= _LONGEST)


def _values(table: Table, plan: Plan) -> list[str]:
    return list(dict.fromkeys(take.value for take in plan.takes if take.value)) or [table.value]


def _distinct(rows: Iterable[Record], label: str) -> list[str]:
    """The texts of a label, each once, up to a number."""
    found: dict[str, None] = {}
    for row in rows:
        found[as_text(row.cells.get(label, ""))] = None
        if len(found) > _MOST_TEXTS:
            break
    return [text for text in found if text]


def classes(rows: list[Record], table: Table, plan: Plan, keys: frozenset[str]) -> list[str]:
    """The labels by whose texts the rows fall into classes, which one series has one of.

    Actual and plan, men and women, two methods: a text comes again, and there are others. Texts
    that each row has for itself are remarks; of those that say a status, the status is read.
    """
    found = []
    for label in table.labels[:_MOST_LABELS]:
        if label in plan.filter or label in keys or REMARKS.search(label[:100]):
            continue
        texts = _distinct(rows, label)
        if not 1 < len(texts) < min(len(rows), _MOST_TEXTS):
            continue
        plain = (is_number(text) or text[:1].isdigit() or is_stamp(text)
                 or is_part_of_year(text, label) or meant_by(text) for text in texts)  # fmt: skip
        if not all(plain):
            found.append(label)
    return found


def parts_of_years(rows: list[Record], table: Table, plan: Plan, name: str) -> Iterator[Wrong]:
    """A quarter or a month of each year that would stand as the figure of the year."""
    said = [(text, label) for label, texts in plan.filter.items() for text in texts]
    said += [(column, "") for column in _values(table, plan)]
    for label in table.labels[:_MOST_LABELS]:
        texts = _distinct(rows, label)
        said += [(texts[0], label)] if len(texts) == 1 else []
    for text, label in said:
        if is_part_of_year(text, label):
            where = f"{label} {shown(text)}" if label else shown(text)
            what = f"{of(name)}the periods are years, and the figures those of {where}"
            remedy = "name both with --period-column, or add --period-style year if it is meant"
            yield Wrong(what, remedy)
            return


def financial_years(
    rows: list[Record], known: list[Observation], name: str
) -> Iterator[Wrong]:  # fmt: skip
    """2008-09, 2009-10, 2010-11: months, or years that begin in one year and end in the next."""
    texts = [as_text(row.period) for row in rows]
    if maybe_financial(texts) and not any(one.period.kind == "month" for one in known):
        what = f"{of(name)}{shown(texts[0])} may be a month, or a year that ends in the next one"
        remedy = "say --period-style month, or write the year that the target means, such as 2024"
        yield Wrong(what, remedy)


def blocks(
    first: int, last: int, between: list[tuple[int, Record]], name: str
) -> Iterator[Wrong]:  # fmt: skip
    """A heading between figures, such as "Men" between those of all and those of men.

    `first` and `last` are the places of the first and the last figure of a series, and what may
    stand between them comes with the number of figures before it.
    """
    for at, record in between:
        text = as_text(record.period)
        if first < at <= last and text and not text[:1].isdigit() and not is_stamp(text):
            what = f"{of(name)}{record.where}, {shown(text)}, stands between figures and has none"
            yield Wrong(what, "if what follows is of something else, import it apart")
            return


def of(name: str) -> str:
    """How a doubt begins where a file has several series."""
    return f"{name}: " if name else ""
