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


def doubts(table: Table, plan: Plan, first_texts: Mapping[str, Collection[str]]) -> Iterator[Wrong]:
    """The doubt about each column by which rows are chosen and that has empty cells below a label.

    `first_texts` has the first texts of each column that is filtered.
    """
    filters = [{**plan.filter, **take.filter} for take in plan.takes] or [dict(plan.filter)]
    answered = {
        name for name in filters[0] if all({*chosen.get(name, ())} == _EMPTY for chosen in filters)
    }
    if table.headline:  # whose rows count whatever a column of marks says of them
        unmarked = (label for label in table.labels if not tells_of_figures(label))
        empty = dict.fromkeys(unmarked, ("",))
        filters = [{**empty, **chosen} for chosen in filters]
    for name in dict.fromkeys(name for chosen in filters for name in chosen):
        unfilled = name not in first_texts or (
            "" in first_texts[name] and next(iter(first_texts[name])) != ""
        )
        if name in answered or not unfilled:
            continue
        below = _below(table, name)
        lost = (_unclear(below, name, chosen) for chosen in filters if name in chosen)
        if unclear := next(filter(None, lost), None):
            label, record = unclear
            what = f"{record.where} has no {name}, and may belong to {shown(label)} above it"
            remedy = (
                "fill such cells in the file with the label above, or choose them with --filter"
                f' "{name}=" alone if they are of the whole'
            )
            yield Wrong(what, remedy)


def _unclear(below: Above, name: str, chosen: Filter) -> tuple[str, Record] | None:
    """The first row that a filter would choose or leave out, were the label above its own."""
    for label, record in below:
        otherwise_chosen = all(as_text(record.cells.get(column, "")) in texts
                               for column, texts in chosen.items() if column != name)  # fmt: skip
        if otherwise_chosen and (label in chosen[name]) != ("" in chosen[name]):
            return label, record
    return None


def _below(table: Table, name: str) -> Above:
    """The rows without a text in a column, each with the label above it.

    None where the first row has no text, or a row would say again what another one says, with the
    other labels as they stand or as they stand above: there the empty cell means something of its
    own.
    """
    labels = [column for column in table.labels if column != name and not only_remarks(column)]
    label, unlabelled = "", []
    above = dict.fromkeys(labels, "")
    known_keys: set[tuple[str, ...]] = set()
    for record in table.records():
        if record.note:
            continue
        text = as_text(record.cells.get(name, ""))
        label = text or label
        if not label:
            return []
        others = {column: as_text(record.cells.get(column, "")) for column in labels}
        above |= {column: text for column, text in others.items() if text}
        keys = {(label, as_text(record.period), *_words(texts)) for texts in (others, above)}
        if not keys.isdisjoint(known_keys):
            return []
        known_keys |= keys
        if not text:
            unlabelled.append((label, record))
    return unlabelled


def _words(labels: Mapping[str, str]) -> Iterator[str]:
    """The labels of a row that are no figures."""
    return (text for text in labels.values() if number_in(text) is None)
