"""The soft-target lint: what makes a promise hard to judge, said before it is judged.

Warnings, not faults: the project can be used as it is. A check is a function from a target and
the book to warnings; `CHECKS` is the list of them. What a check cannot know it does not say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from kpi.assess.evidence.known import Known, known
from kpi.assess.warnings.ambition import below_zero, easy, impossible, never_kept, rows
from kpi.assess.warnings.figures import doubtful
from kpi.assess.warnings.measuring import (
    first_season,
    meaningless,
    measure,
    one_season,
    periods,
    rhythm,
)
from kpi.assess.warnings.promise import Warned, days, deadline, quotes, source, together
from kpi.facts.book import Book
from kpi.facts.problems import Place, Problem, in_order
from kpi.facts.records import corrected


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
            for where, what, remedy in check(seen, book):
                warnings.append(_warning(book.place(where), f"{target.id}: {what}", remedy))
        standing = corrected(book.observations.get(target.id, ()))[0]
        facts = (fact for fact in standing if fact.published <= as_of)
        for fact, what, remedy in doubtful(target, facts):
            doubt = f"{target.id}: {fact.period}: {what}"
            warnings.append(_warning(Place(fact.file), doubt, remedy))
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
                warnings.append(_warning(Place(fact.file), what, remedy))
            elif fact.recorded is not None and fact.recorded > today:
                what = f"{id_}: {fact.period}: recorded on {fact.recorded}, after today"
                remedy = "mend the day of recording"
                warnings.append(_warning(Place(fact.file), what, remedy))
    return tuple(warnings)


def _warning(where: Place, what: str, remedy: str) -> Problem:
    return Problem(where, what, remedy, warning=True)


#: What must be known of a promise also once it has ended, when no figure of it is waited for.
OF_THE_PROMISE: tuple[Callable[[Known, Book], Iterator[Warned]], ...] = (source, quotes, days)
CHECKS = (
    *OF_THE_PROMISE, deadline, measure, rhythm, first_season, one_season, meaningless, rows,
    together, periods, easy, never_kept, below_zero, impossible,
)  # fmt: skip
