"""Figures that are sums of several periods, or of a year that none had: nine months under the third
quarter, a quarter at an annual rate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kpi.facts.intake.doubts.growth import MORE, texts_of
from kpi.facts.intake.doubts.labels import MOST_LABELS, distinct, value_columns
from kpi.facts.intake.doubts.series import Series, said_of
from kpi.facts.intake.rows import Counted
from kpi.facts.intake.texts.parts_of_years import annual_rate_in, instalment_in, sums_in
from kpi.facts.keys.fields import Wrong, shown

#: By how much of a first part of the year the sum must grow with each further one, at least.
_LEAST = 0.5


def doubts(series: Series) -> Iterator[Wrong]:
    """An amount of one period, below a name that speaks of sums of several.

    A running total has such sums, and a level may be one, such as all that has been installed: it
    is asked about where its figures begin anew with each year, by the name or by themselves.
    """
    target = series.target
    if target.kind == "total":
        yield from _instalments(series)
    if series.plan.style or not series.whole or target.kind not in ("annual", "level"):
        return
    kinds = {row.fact.period.kind for row in series.rows}
    if target.kind == "level" and "year" in kinds:
        return
    if sums_in(target.title)[0] or sums_in(series.unit)[0]:
        return
    kind = series.rows[0].fact.period.kind
    remedy = f"write that of each period alone, or add --period-style {kind} if it is that"
    for text, title in texts_of(series.records, series):
        if target.kind == "annual" and "year" not in kinds and (word := annual_rate_in(text)):
            what = f"{shown(text)} speaks of {shown(word)}, and no period is a year"
            yield Wrong(what, remedy)
            return
        word, yearly = sums_in(text)
        if not word or (title and MORE.search(text)):
            continue
        if target.kind == "annual" or yearly or _begins_anew(series.rows):
            what = f"{shown(text)} speaks of sums of several periods"
            yield Wrong(what, remedy)
            return


def _instalments(series: Series) -> Iterator[Wrong]:
    """What came in within each period, by a name near it or because another column of figures is
    called one of sums, where a running total is wanted.

    A target that speaks of it itself, such as of new homes, has the total of it.
    """
    if any(row.scaled for row in series.rows):
        return
    said = " ".join(said_of(series))
    for text, title in texts_of(series.records, series):
        word = instalment_in(text)
        if word and word.casefold() not in said.casefold() and not (title and MORE.search(text)):
            what = f"{shown(text)} speaks of {shown(word)}, and the target of a running total"
            remedy = "record running totals, or add --scale 1 if the figures are such"
            yield Wrong(what, remedy)
            return
    values = value_columns(series.table, series.plan)
    if any(sums_in(column)[0] for column in values):
        return
    for label in series.table.labels[:MOST_LABELS]:
        first = next(iter(distinct(series.records, label)), "")
        if sums_in(label)[0] and first[:1].isdigit():
            what = f"{shown(label)} stands beside the figures, and the target is a running total"
            remedy = "name its column with --value-column, or add --scale 1 if the figures are sums"
            yield Wrong(what, remedy)
            return


def _begins_anew(rows: list[Counted]) -> bool:
    """Whether figures rise within each year as sums do, and fall when the next one begins."""
    years: dict[int, list[Counted]] = {}
    for row in sorted(rows, key=lambda row: row.fact.period.end):
        years.setdefault(row.fact.period.end.year, []).append(row)
    lines = [[float(row.fact.value) for row in line] for line in years.values()]
    if any(later < before for line in lines for before, later in pairwise(line)):
        return False
    falls = [after[0] < before[-1] for before, after in pairwise(lines)]
    steep = all(line[-1] >= line[0] * (1 + _LEAST * (len(line) - 1)) for line in lines)
    return all(falls) and steep and any(len(line) > 1 for line in lines)
