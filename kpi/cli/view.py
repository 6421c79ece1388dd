"""What every reading command starts from: the records, the clocks and the look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from kpi.cli import exits, project, screen
from kpi.cli.choices import one_of
from kpi.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.assess.board import Board
    from kpi.assess.methods.rule import Detail
    from kpi.assess.status import Status
    from kpi.facts.book import Book
    from kpi.render.look import Look

#: Formats that a program reads, a browser too: UTF-8 in any locale.
MACHINE = ("json", "csv", "html", "svg")
#: Of these a program reads what is there: where nothing is left to be judged, it gets a list
#: without entries beside exit code 5, not an empty text that it cannot parse.
PARSED = ("json", "csv")


@dataclass(frozen=True, slots=True)
class View:
    """What every reading command starts from."""

    book: Book
    on: dt.date
    as_of: dt.date
    at: str | None
    look: Look

    def board(self, ids: Sequence[str] | None = None, *, detail: Detail = "steps") -> Board:
        """The targets of `ids`, or all, judged; `detail` is that of `status`."""
        from kpi.assess.board import assess

        return assess(self.book, self.on, self.as_of, self.at, ids, detail=detail)

    def one(self, id_: str) -> tuple[Status, Board]:
        """The target that was asked for, judged, and the board on which it stands alone.

        Raises Stop if there is none of that id, or if it had not been announced.
        """
        known_ids(self.book, [id_])
        board = self.board([id_])
        if not board.statuses:
            raise exits.Stop(exits.NOTHING, f"{id_} had not been announced by {self.as_of}")
        return board.statuses[0], board


def view(
    folder: str | None, on: str | None, as_of: str | None, at: str | None,
    lang: str, color: str, ascii_only: bool, quiet: bool, only: Collection[str] = (),
) -> View:  # fmt: skip
    """Read the project, or its targets `only`, and settle the clocks. Raises Stop on any fault."""
    look, day_on, day_known = looked_at(on, as_of, lang, color, ascii_only, quiet)
    book = project.sound(project.find(folder), at, only)
    day_on = day_on or project.today(book.timezone)
    return View(book, day_on, day_known or day_on, at, look)


def looked_at(
    on: str | None, as_of: str | None, lang: str, color: str, ascii_only: bool, quiet: bool
) -> tuple[Look, dt.date | None, dt.date | None]:
    """The look, and the days that were named. Raises Stop."""
    one_of(lang, ("en", "ko"), "--lang")
    one_of(color, ("auto", "always", "never"), "--color")
    day_on = project.day(on, "--on") if on is not None else None
    day_known = project.day(as_of, "--as-of") if as_of is not None else None
    return screen.look(color, ascii_only, lang, quiet), day_on, day_known


def known_ids(book: Book, ids: Sequence[str] | None) -> None:
    """Raises Stop if one of `ids` is no target."""
    known = tuple(target.id for target in book.targets)
    for id_ in ids or ():
        one_of(id_, known, "ID")
