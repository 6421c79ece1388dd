"""All targets on one day: the third noun of the way through (Tree, Book, Board, text)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from kpi.assess.status import Status, status
from kpi.values import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.assess.methods.rule import Detail
    from kpi.facts.book import Book
    from kpi.facts.records import Document


@dataclass(frozen=True, slots=True)
class Board:
    """What the recorded facts mean on a day.

    `on` is the day for which is judged, `as_of` the day of our knowledge, `at` the revision of
    the records (None for the folder as it is). `unannounced` are the ids of targets whose first
    goal was announced only after `as_of`. `documents` are the Book's, for whoever quotes them.
    """

    title: str
    on: dt.date
    as_of: dt.date
    at: str | None
    statuses: tuple[Status, ...]
    unannounced: tuple[str, ...] = ()
    observations: int = 0
    documents: Mapping[str, Document] = field(default_factory=dict, compare=False)
    title_ko: str = ""


def assess(
    book: Book,
    on: dt.date,
    as_of: dt.date | None = None,
    at: str | None = None,
    only: Iterable[str] | None = None,
    *,
    lean: bool = False,
    detail: Detail = "steps",
) -> Board:
    """The board of `book` for the day `on`, from what had been published by `as_of`.

    `as_of` is `on` if left out. With `only`, the targets of those ids, in the book's order. `lean`
    and `detail` are those of `status`.
    The book must be free of problems; nothing is read and no clock is asked.
    """
    known_by = as_of or on
    chosen = None if only is None else frozenset(only)
    statuses, unannounced = [], []
    for target in book.targets:
        if chosen is not None and target.id not in chosen:
            continue
        facts = book.observations.get(target.id, ())
        judged = status(target, facts, book.documents, on, known_by, lean=lean, detail=detail)
        if judged is None:
            unannounced.append(target.id)
        else:
            statuses.append(judged)
    return Board(
        book.title, on, known_by, at, tuple(statuses), tuple(unannounced), book.count,
        book.documents, book.title_ko,
    )  # fmt: skip
