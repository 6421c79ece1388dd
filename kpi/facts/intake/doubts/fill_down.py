"""Labels that stand only in the first of the rows that they are about: Seoul, and nothing below.

A merged cell says so. An empty one says nothing, and may also stand for the total: the person is
asked where rows that were chosen, or were not, would belong to the label above them. Who has
chosen those without a text, and no others, has answered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kpi.facts.intake.doubts.labels import number_in, only_remarks
from kpi.facts.intake.plan import Filter, Plan
from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.intake.texts.marks_beside import tells_of_figures
from kpi.facts.keys.fields import Wrong, shown

_EMPTY = frozenset(("",))  # a filter for the rows that have no text

Above = list[tuple[str, Record]]


def doubts(table: Table, plan: Plan, seen: Mapping[str, Collection[str]]) -> Iterator[Wrong]:
    """The doubt about each column by which rows are chosen and that has empty cells below a label.

    `seen` has the first texts of each column that is filtered.
    """
    wanted = [{**plan.filter, **take.filter} for take in plan.takes] or [dict(plan.filter)]
    answered = {name for name in wanted[0] if all({*one.get(name, ())} == _EMPTY for one in wanted)}
    if table.headline:  # whose rows count whatever a column of marks says of them
        empty = dict.fromkeys((one for one in table.labels if not tells_of_figures(one)), ("",))
        wanted = [{**empty, **one} for one in wanted]
    for name in dict.fromkeys(name for filters in wanted for name in filters):
        unfilled = name not in seen or ("" in seen[name] and next(iter(seen[name])) != "")
        if name in answered or not unfilled:
            continue
        below = _below(table, name)
        lost = (_unclear(below, name, one) for one in wanted if name in one)
        if found := next(filter(None, lost), None):
            label, record = found
            what = f"{record.where} has no {name}, and may belong to {shown(label)} above it"
            remedy = (
                "fill such cells in the file with the label above, or choose them with --filter"
                f' "{name}=" alone if they are of the whole'
            )
            yield Wrong(what, remedy)


def _unclear(below: Above, name: str, wanted: Filter) -> tuple[str, Record] | None:
    """The first row that a filter would choose or leave out, were the label above its own."""
    for label, record in below:
        others = all(as_text(record.cells.get(one, "")) in texts
                     for one, texts in wanted.items() if one != name)  # fmt: skip
        if others and (label in wanted[name]) != ("" in wanted[name]):
            return label, record
    return None


def _below(table: Table, name: str) -> Above:
    """The rows without a text in a column, each with the label above it.

    None where the first row has no text, or a row would say again what another one says, with the
    other labels as they stand or as they stand above: there the empty cell means something of its
    own.
    """
    labels = [one for one in table.labels if one != name and not only_remarks(one)]
    label, found = "", []
    above = dict.fromkeys(labels, "")
    there: set[tuple[str, ...]] = set()
    for record in table.records():
        if record.note:
            continue
        text = as_text(record.cells.get(name, ""))
        label = text or label
        if not label:
            return []
        others = {one: as_text(record.cells.get(one, "")) for one in labels}
        above |= {one: other for one, other in others.items() if other}
        keys = {(label, as_text(record.period), *_words(these)) for these in (others, above)}
        if not keys.isdisjoint(there):
            return []
        there |= keys
        if not text:
            found.append((label, record))
    return found


def _words(labels: Mapping[str, str]) -> Iterator[str]:
    """The labels of a row that are no figures."""
    return (text for text in labels.values() if number_in(text) is None)
