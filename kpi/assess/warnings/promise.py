"""What is soft in the words of a promise: its quote, its source, its deadline and its days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from unicodedata import normalize

from kpi.assess.answerability import release_misses_deadline
from kpi.assess.evidence.goalposts import is_backdated
from kpi.assess.evidence.known import Known
from kpi.assess.goal_met import ABOUT, named_year
from kpi.facts.book import Book
from kpi.facts.quantities.quote_amounts import amounts_in, doubted_in
from kpi.facts.quantities.quote_changes import follows
from kpi.facts.records import Baseline, Goal, KeyPath, document_of

#: Where in targets.toml, what, and what to do.
Warned = tuple[KeyPath, str, str]
#: Kinds of targets with figures of which each says how far it is.
MEASURED = ("level", "total")

_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9,.]*[0-9])")
_SHORT_YEAR = re.compile(r"(?<![0-9A-Za-z])['’‘`]([0-9]{2})(?![0-9A-Za-z])")


def source(seen: Known, book: Book) -> Iterator[Warned]:
    goal = seen.goal
    if not goal.quote:
        yield seen.goal.where, "the goal has no quote", 'add quote = "…", word for word'
    if goal.document is None:
        yield seen.goal.where, "the goal names no document", 'add document = "…"'
        return
    document = document_of(goal, book.documents)  # another goal's does not help this one
    if document is not None and document.weight in ("press", "blog"):
        kind = "press report" if document.weight == "press" else "blog"
        what = f"the only source of the goal is a {kind}"
        yield (*seen.goal.where, "document"), what, "look for the official text"


def quotes(seen: Known, book: Book) -> Iterator[Warned]:
    """The quote of each goal that had been announced: the first one is history, and stays."""
    for goal in seen.goals:
        if goal.quote:
            yield from _quote(seen, goal)


_HUNDRED = Decimal(100)


def _quote(seen: Known, goal: Goal) -> Iterator[Warned]:
    target = seen.target
    if not isinstance(goal.value, bool):
        amounts = amounts_in(goal.quote, target.unit)
        size = abs(goal.value)  # "a deficit of 3 %" says -3
        slack = size * (ABOUT if goal.comparator == "~" else Decimal(0))
        said = any(abs(amount - size) <= slack for amount in amounts)
        if goal.change is not None:
            said = said or follows(goal.quote, _HUNDRED, _HUNDRED + goal.change)
        if not said and not any(follows(goal.quote, base, goal.value) for base in _starts(seen)):
            asked = goal.value if goal.change is None else f"{goal.change:+f} %"
            what = f"the quote does not say {asked}"
            yield (*goal.where, "quote"), what, "quote the sentence with the number"
        doubt = doubted_in(goal.quote, target.unit, goal.value)
        if doubt is not None and not goal.reading and goal.change is None:
            what = f"the quote's {doubt[0]} may be read as {doubt[1]}, and the goal is {goal.value}"
            remedy = f"write {doubt[1]}, or say in `reading` that {goal.value} is meant"
            yield (*goal.where, "value"), what, remedy
    if not goal.reading:
        yield from _quoted_years(goal, target.baseline)


def _quoted_years(goal: Goal, base: Baseline | None) -> Iterator[Warned]:
    """Years of a quote that are neither the deadline's nor that from which a change is taken."""
    years = _years(goal.quote)
    since = base.period.text[:4] if goal.change is not None and base is not None else ""
    year = f"{goal.by.end.year:04}" if goal.by is not None else ""
    others = years - {year}
    if since and since != year and since not in years and others and years != others:
        what = f"the quote names {', '.join(sorted(others))}, and the baseline is of {since}"
        yield (*goal.where, "change"), what, "mend the baseline, or say in `reading` what is meant"
    years.discard(since)
    if goal.by is None:
        return
    if years and year not in years and not re.search(f"(?<![0-9]){year[2:]}년(?!간)", goal.quote):
        what = f"the quote names {', '.join(sorted(years))}, the goal {goal.by}"
        yield (*goal.where, "by"), what, "say in `reading` how the deadline's words are read"


def _starts(seen: Known) -> Iterator[Decimal]:
    """What a promise may be reckoned from: the stated baseline, and where the path starts."""
    stated = seen.target.baseline
    if stated is not None and stated.value is not None:
        yield stated.value
    if seen.base is not None:
        yield Decimal(str(seen.base.value))


def _years(quote: str) -> set[str]:
    """The years that a quote names, those of two digits too where an apostrophe marks them.

    >>> sorted(_years("2024년 30%에서 '27년 50%로"))
    ['2024', '2027']
    """
    plain = normalize("NFKC", quote)
    return {*_YEAR.findall(plain), *(f"20{year}" for year in _SHORT_YEAR.findall(plain))}


def deadline(seen: Known, book: Book) -> Iterator[Warned]:
    if seen.goal.by is None:
        what = "the goal has no deadline, so it can never be missed"
        yield seen.goal.where, what, "look for one, or leave it open"
    elif seen.target.kind == "annual":
        by, year = seen.goal.by, named_year(seen.goal)
        if by.end != year.end:
            what = f"the amount is that of all of {year}, and the deadline {by} is a day within it"
            remedy = f'write by = {year}, or kind = "total" if the sum up to that day is meant'
            yield (*seen.goal.where, "by"), what, remedy
    elif seen.target.kind in MEASURED and not seen.goal.reading and release_misses_deadline(seen):
        what = "no release of the series falls on the deadline"
        yield (*seen.goal.where, "by"), what, "say in `reading` which release decides"


def days(seen: Known, book: Book) -> Iterator[Warned]:
    """Days that cannot follow each other as they do: mostly a year that was mistyped."""
    for goal in seen.goals:
        if is_backdated(goal):
            what = f"the goal was announced on {goal.announced}, after its deadline {goal.by}"
            yield (*goal.where, "by"), what, "mend the one that is a slip"
    closed, first, by = seen.target.closed, seen.goals[0].announced, seen.goal.by
    if closed is not None and first is not None and closed.on < first:
        what = f"the target was closed on {closed.on}, before its first goal of {first}"
        yield (*seen.target.where, "closed", "on"), what, "mend the one that is a slip"
    elif closed is not None and by is not None and closed.on > by.end:
        what = f"the target was closed on {closed.on}, after its deadline {by}"
        remedy = "remove `closed`: it hides whether the goal was met or missed by then"
        yield (*seen.target.where, "closed", "on"), what, remedy


def together(seen: Known, book: Book) -> Iterator[Warned]:
    """Two goals of one announcement, of which one is judged because it stands later in the file."""
    if seen.goal.judged:
        return
    for other in seen.goals:
        if other is not seen.goal and other.announced == seen.goal.announced:
            what = (
                f"two goals were announced on {other.announced}, and the later in the file counts"
            )
            remedy = "say judged = true in one of them, or write an interim goal as a row of `path`"
            yield seen.goal.where, what, remedy
            return
