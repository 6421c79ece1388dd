"""The soft-target lint: what makes a promise hard to judge, said before it is judged.

Warnings, not faults: the project can be used as it is. A check is a function from a target and
the book to warnings; `CHECKS` is the list of them. What a check cannot know it does not say.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from kpi.assess.answerability import release_misses_deadline
from kpi.assess.evidence.goalposts import is_backdated
from kpi.assess.evidence.known import Known, known
from kpi.assess.figure_doubts import doubtful
from kpi.assess.goal_met import meets, named_year
from kpi.assess.pace import recent_change
from kpi.facts.periods import DAYS_PER_YEAR, years_between
from kpi.facts.problems import Place, Problem, in_order
from kpi.facts.quantities.quote_amounts import amounts_in, doubted_in
from kpi.facts.records import MAIN, Baseline, Goal, KeyPath, Observation, Target

if TYPE_CHECKING:
    from kpi.facts.book import Book

#: Where in the target, what, and what to do.
_Warning = tuple[KeyPath, str, str]

_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9,.]*[0-9])")
_SHORT_YEAR = re.compile(r"(?<![0-9A-Za-z])['’‘`]([0-9]{2})(?![0-9A-Za-z])")
_MEASURED = ("level", "total")
#: So many figures tell a rhythm; two halves of a year are 184 days and 181.
_RHYTHM, _NEARLY = 4, 1.05


def lint(
    book: Book, on: dt.date = dt.date.max, as_of: dt.date = dt.date.max
) -> tuple[Problem, ...]:
    """The warnings of every target of `book`, in the order of the file.

    They are of all that is on record, or of what was known by `as_of` for judging the day `on`.
    """
    warnings = []
    for target in book.targets:
        seen = known(target, book.observations.get(target.id, ()), on, as_of)
        if seen is None:
            continue
        for check in CHECKS if seen.target.closed is None else OF_THE_PROMISE:
            for key, what, remedy in check(seen, book):
                where = book.place((*target.where, *key))
                warnings.append(Problem(where, f"{target.id}: {what}", remedy, warning=True))
        facts = (fact for fact in book.observations.get(target.id, ()) if fact.published <= as_of)
        for fact, what, remedy in doubtful(target, facts):
            doubt = f"{target.id}: {fact.period}: {what}"
            warnings.append(Problem(Place(fact.file), doubt, remedy, warning=True))
    return tuple(sorted(warnings, key=in_order))


def still_to_come(book: Book, today: dt.date) -> tuple[Problem, ...]:
    """A warning for each day of publication or of recording that is still to come: 2062 for 2026.

    Nobody knows a figure before the first, so that it is neither judged nor shown; the other is of
    the record alone.
    """
    warnings = []
    for id_, facts in book.observations.items():
        for fact in facts:
            if fact.published > today:
                what = f"{id_}: {fact.period}: published on {fact.published}, after today"
                remedy = "mend the day if it is a slip; until then the figure is not seen"
                warnings.append(Problem(Place(fact.file), what, remedy, warning=True))
            elif fact.recorded is not None and fact.recorded > today:
                what = f"{id_}: {fact.period}: recorded on {fact.recorded}, after today"
                remedy = "mend the day of recording"
                warnings.append(Problem(Place(fact.file), what, remedy, warning=True))
    return tuple(warnings)


def _goal_path(seen: Known, *key: str) -> KeyPath:
    return (*seen.goal.where[len(seen.target.where) :], *key)


def _source(seen: Known, book: Book) -> Iterator[_Warning]:
    goal = seen.goal
    if not goal.quote:
        yield _goal_path(seen), "the goal has no quote", 'add quote = "…", word for word'
    if goal.document is None:
        yield _goal_path(seen), "the goal names no document", 'add document = "…"'
        return
    document = book.documents.get(goal.document)  # another goal's does not help this one
    if document is not None and document.weight in ("press", "blog"):
        kind = "press report" if document.weight == "press" else "blog"
        what = f"the only source of the goal is a {kind}"
        yield _goal_path(seen, "document"), what, "look for the official text"


def _quotes(seen: Known, book: Book) -> Iterator[_Warning]:
    """The quote of each goal that had been announced: the first one is history, and stays."""
    for goal in seen.goals:
        if goal.quote:
            yield from _quote(seen.target, goal)


def _quote(target: Target, goal: Goal) -> Iterator[_Warning]:
    key = goal.where[len(target.where) :]
    if not isinstance(goal.value, bool):
        amounts = amounts_in(goal.quote, target.unit)
        size = abs(goal.value)  # "a deficit of 3 %" says -3
        slack = size * (Decimal("0.05") if goal.comparator == "~" else Decimal(0))
        if not any(abs(amount - size) <= slack for amount in amounts):
            what = f"the quote does not say {goal.value}"
            yield (*key, "quote"), what, "quote the sentence with the number"
        doubt = doubted_in(goal.quote, target.unit, goal.value)
        if doubt is not None and not goal.reading:
            what = f"the quote's {doubt[0]} may be read as {doubt[1]}, and the goal is {goal.value}"
            remedy = f"write {doubt[1]}, or say in `reading` that {goal.value} is meant"
            yield (*key, "value"), what, remedy
    years = _years(goal.quote)
    if goal.reading or goal.by is None:
        return
    year = f"{goal.by.end.year:04}"
    if years and year not in years and not re.search(f"(?<![0-9]){year[2:]}년(?!간)", goal.quote):
        what = f"the quote names {', '.join(sorted(years))}, the goal {goal.by}"
        yield (*key, "by"), what, "say in `reading` how the deadline's words are read"


def _years(quote: str) -> set[str]:
    """The years that a quote names, those of two digits too where an apostrophe marks them.

    >>> sorted(_years("2024년 30%에서 '27년 50%로"))
    ['2024', '2027']
    """
    plain = normalize("NFKC", quote)
    return {*_YEAR.findall(plain), *(f"20{year}" for year in _SHORT_YEAR.findall(plain))}


def _deadline(seen: Known, book: Book) -> Iterator[_Warning]:
    if seen.goal.by is None:
        what = "the goal has no deadline, so it can never be missed"
        yield _goal_path(seen), what, "look for one, or leave it open"
    elif seen.target.kind == "annual":
        by, year = seen.goal.by, named_year(seen.goal)
        if by.end != year.end:
            what = f"the amount is that of all of {year}, and the deadline {by} is a day within it"
            remedy = f'write by = {year}, or kind = "total" if the sum up to that day is meant'
            yield _goal_path(seen, "by"), what, remedy
    elif seen.target.kind in _MEASURED and not seen.goal.reading and release_misses_deadline(seen):
        what = "no release of the series falls on the deadline"
        yield _goal_path(seen, "by"), what, "say in `reading` which release decides"


def _days(seen: Known, book: Book) -> Iterator[_Warning]:
    """Days that cannot follow each other as they do: mostly a year that was mistyped."""
    for goal in seen.goals:
        if is_backdated(goal):
            what = f"the goal was announced on {goal.announced}, after its deadline {goal.by}"
            key = (*goal.where[len(seen.target.where) :], "by")
            yield key, what, "mend the one that is a slip"
    closed, first, by = seen.target.closed, seen.goals[0].announced, seen.goal.by
    if closed is not None and first is not None and closed.on < first:
        what = f"the target was closed on {closed.on}, before its first goal of {first}"
        yield ("closed", "on"), what, "mend the one that is a slip"
    elif closed is not None and by is not None and closed.on > by.end:
        what = f"the target was closed on {closed.on}, after its deadline {by}"
        remedy = "remove `closed`: it hides whether the goal was met or missed by then"
        yield ("closed", "on"), what, remedy


def _measure(seen: Known, book: Book) -> Iterator[_Warning]:
    target = seen.target
    if target.kind not in _MEASURED:
        return
    # What is to be kept has its path in the goal itself, and no rule measures a way to it.
    if target.baseline is None and target.path != "step" and target.direction != "keep":
        remedy = "add baseline = { period = 2023, value = 1 }; without one there is no path"
        if isinstance(target.path, tuple):  # announced rows
            remedy = "add baseline = { period = 2023, value = 1 }; most rules need one"
        yield (), "there is no baseline", remedy
    if not target.series:
        remedy = "add a [[target.series]] with its publisher and definition"
        yield (), "no series says what is measured", remedy
    elif len(target.series) > 1 and not target.judged_why:
        remedy = 'add judged_why = "…", from its definition'
        yield (), "several series, and no reason why this one is judged", remedy
    if target.baseline is not None and _of_no_series(target.baseline, seen):
        remedy = (
            f'add series = "{target.judged_series}" to it if it was measured there; if not, say in'
            " `note` where it comes from, and the path starts from that series' own figure"
        )
        yield ("baseline",), "the baseline names no series", remedy
    if target.cadence is None:
        remedy = 'add cadence = "1 year" and lag = "6 months"; without them nothing can be stale'
        yield (), "nobody knows when the next figure is due", remedy


def _of_no_series(stated: Baseline, seen: Known) -> bool:
    """Whether nobody knows if a baseline is the judged series' own, and that series has none."""
    if stated.value is None or stated.series is not None or stated.note or stated.assumed:
        return False
    base = seen.base
    own = base is not None and not base.stated and base.period.end == stated.period.end
    return seen.target.judged_series != MAIN and not own


def _rhythm(seen: Known, book: Book) -> Iterator[_Warning]:
    """A cadence at least twice as long as that of the last figures: they are stale too late.

    Both their periods and their days of publication tell; twelve months in one yearbook do not.
    """
    cadence, last = seen.target.cadence, seen.line.values[-_RHYTHM:]
    if cadence is None or len(last) < _RHYTHM:
        return
    days = [[figure.period.end for figure in last], sorted(figure.published for figure in last)]
    apart = [(following - day).days for dates in days for day, following in pairwise(dates)]
    if min(apart) > 0 and 2 * max(apart) <= _NEARLY * cadence.years * DAYS_PER_YEAR:
        what = f"the last {_RHYTHM} figures came {max(apart)} days apart or less, not {cadence}"
        remedy = "write in `cadence` how often they come, or a late one is not called stale"
        yield ("cadence",), what, remedy


def _meaningless(seen: Known, book: Book) -> Iterator[_Warning]:
    """Keys that say nothing of the kind that a target is of."""
    target = seen.target
    if target.kind not in _MEASURED:
        keys: list[KeyPath] = [("path",)] if target.path is not None else []
        if target.kind == "milestone":
            keys += _of_figures(target)
        for key in keys:
            what = f"`{key[-1]}` means nothing for the kind {target.kind}"
            yield key, what, "remove it, or choose the kind that it is"
    elif target.direction == "keep" and target.path in ("linear", "geometric", "logistic"):
        what = f'path = "{target.path}" means nothing for what is to be kept'
        yield ("path",), what, "remove it, or announce rows"


def _of_figures(target: Target) -> Iterator[KeyPath]:
    """Keys of a milestone that only figures have; those of an amount guard it against slips."""
    if target.direction != "up":
        yield ("direction",)
    if target.ceiling is not None:
        yield ("ceiling",)
    if target.baseline is not None:
        yield ("baseline",)
    for goal in target.goals:
        if goal.comparator != ">=" and target.direction == "up":  # else that of the direction
            yield (*goal.where[len(target.where) :], "comparator")


def _rows(seen: Known, book: Book) -> Iterator[_Warning]:
    """Rows of an announced path that no path to the goal would pass, such as by a slip."""
    rows, by, case = seen.target.path, seen.goal.by, seen.case
    if not isinstance(rows, tuple) or isinstance(seen.goal.value, bool) or case is None:
        return
    start = _stated(seen.target)
    for index, row in enumerate(rows):
        key: KeyPath = ("path", index)
        if by is not None and row.by.end > by.end:
            what = f"the row by {row.by} lies after the deadline {by}, where the goal counts"
            yield (*key, "by"), what, "mend one of the two, or remove the row"
        elif by is not None and row.by.end == by.end and row.value != seen.goal.value:
            what = f"the row by {row.by} says {row.value}, and the goal {seen.goal.value} counts"
            yield (*key, "value"), what, "mend one of the two, or remove the row"
        elif case.sign * (float(row.value) - case.goal) > 0:
            what = f"the row by {row.by} asks for {row.value}, beyond the goal {seen.goal.value}"
            yield (*key, "value"), what, "mend it if it is a slip"
        elif start is not None and case.sign * (row.value - start) < 0:
            what = f"the row by {row.by} asks for {row.value}, worse than the baseline {start}"
            yield (*key, "value"), what, "mend it if it is a slip"


def _together(seen: Known, book: Book) -> Iterator[_Warning]:
    """Two goals of one announcement, of which one is judged because it stands later in the file."""
    if seen.goal.judged:
        return
    for other in seen.goals:
        if other is not seen.goal and other.announced == seen.goal.announced:
            what = (
                f"two goals were announced on {other.announced}, and the later in the file counts"
            )
            remedy = "say judged = true in one of them, or write an interim goal as a row of `path`"
            yield _goal_path(seen), what, remedy
            return


def _periods(seen: Known, book: Book) -> Iterator[_Warning]:
    """Figures of years and of parts of years side by side, and running totals that fall."""
    values = seen.line.values
    if seen.target.kind == "level":
        firsts: dict[str, str] = {}
        others = (figure for figure in seen.line.uncounted if figure.status in seen.target.counts)
        for figure in (*values, *others):
            firsts.setdefault(figure.period.kind, figure.period.text)
        firsts.pop("day", None)
        if len(firsts) > 1:
            first, second = list(firsts.values())[:2]
            what = f"{first} and {second} are other kinds of periods in one series"
            yield (), what, "give parts of a year a series of their own, unless they say the same"
    if seen.target.kind == "total":
        for before, after in pairwise(values):
            if after.value < before.value:
                what = f"the running total falls from {before.period} to {after.period}"
                yield (), what, "record the total up to the period, not the amount in it"
                return


def _easy(seen: Known, book: Book) -> Iterator[_Warning]:
    """A goal that was met, or would have been met by the trend, when it was announced."""
    target, goal = seen.target, seen.goal
    if target.kind not in _MEASURED or isinstance(goal.value, bool) or target.direction == "keep":
        return  # what is to be kept was there
    if goal.note:
        return  # what it is to keep, or why it is a goal all the same, has been said
    facts = book.observations.get(target.id, ())
    seen_then = known(target, facts, goal.announced, goal.announced) if goal.announced else None
    latest = _latest(seen_then) if seen_then is not None else None
    start = _beyond(seen)
    if latest is not None and meets(latest, goal, target.direction):
        what = f"the goal was met already when it was announced, with {latest}"
        yield _goal_path(seen, "value"), what, "say in `note` what it is to keep"
    elif start is not None:
        side = "below" if target.direction == "up" else "above"
        what = (
            f"the goal {goal.value} lies {side} {start.value} of {start.period}, where the path"
            f' starts, against direction = "{target.direction}"'
        )
        remedy = "mend the direction, the goal or the baseline, or say in `note` what it is to keep"
        yield _goal_path(seen, "value"), what, remedy
    elif seen_then is None:
        yield from _met_from_the_start(seen)
    elif _below_trend(seen_then):
        what = "the trend before the announcement reaches the goal by itself"
        yield _goal_path(seen, "value"), what, "say in `note` why it is a goal all the same"


def _met_from_the_start(seen: Known) -> Iterator[_Warning]:
    """A goal whose day of announcement is not stated, and that is the baseline's own value."""
    stated, goal = seen.target.baseline, seen.goal
    if stated is None:
        return
    own = (figure.value for figure in seen.line.values if figure.period == stated.period)
    value = next(own, None) if stated.value is None else stated.value
    if isinstance(value, Decimal) and meets(value, goal, seen.target.direction):
        what = f"the goal was met already by the baseline, with {value}"
        yield _goal_path(seen, "value"), what, "say in `note` what it is to keep"


def _latest(seen: Known) -> Decimal | None:
    """The value that was known last, or else the one that is stated."""
    value = seen.latest.value if seen.latest is not None else _stated(seen.target)
    return None if isinstance(value, bool) else value


def _beyond(seen: Known) -> Observation | None:
    """The figure of the series that stands for the baseline, if it lies beyond the goal.

    A baseline that is stated there is a fault of the file. What is measured may be right.
    """
    stated, base, case = seen.target.baseline, seen.base, seen.case
    if stated is None or stated.value is not None or base is None or case is None:
        return None
    if case.sign * (base.value - case.goal) <= 0:
        return None
    figures = (*seen.line.values, *seen.line.uncounted)
    return next((figure for figure in figures if figure.period == base.period), None)


def _stated(target: Target) -> Decimal | None:
    return target.baseline.value if target.baseline is not None else None


def _below_trend(seen: Known) -> bool:
    """Whether the mean change up to then, kept, reaches the goal by its deadline."""
    case = seen.case
    if case is None or case.deadline is None or len(case.points) < 3 or case.keep:
        return False
    _, recent = recent_change(case.points)
    left = years_between(case.points[-1].period, case.deadline)
    if recent is None or left <= 0:
        return False
    return case.sign * (case.points[-1].value + recent * left - case.goal) >= 0


#: What must be known of a promise also once it has ended, when no figure of it is waited for.
OF_THE_PROMISE: tuple[Callable[[Known, Book], Iterator[_Warning]], ...] = (_source, _quotes, _days)
CHECKS = (
    *OF_THE_PROMISE,
    _deadline,
    _measure,
    _rhythm,
    _meaningless,
    _rows,
    _together,
    _periods,
    _easy,
)
