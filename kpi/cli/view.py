"""What every reading command starts from: the records, the clocks and the look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from kpi.cli import exits, project, screen
from kpi.cli.choices import known_ids, known_language, one_of
from kpi.values import NamedTuple, dataclass
from kpi.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.assess.board import Board
    from kpi.assess.methods.rule import Detail
    from kpi.assess.status import Status
    from kpi.facts.book import Book
    from kpi.render.formats import OfTarget
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
        known_ids(self.book.targets, [id_])
        board = self.board([id_])
        if not board.statuses:
            raise exits.Stop(exits.NOTHING, f"{id_} had not been announced by {self.as_of}")
        return board.statuses[0], board


class Asked(NamedTuple):
    """What may be asked of every reading command, as it was typed."""

    on: str | None = None
    as_of: str | None = None
    at: str | None = None
    folder: str | None = None
    lang: str = "en"
    color: str = "auto"
    ascii_only: bool = False
    quiet: bool = False

    def view(self, only: Collection[str] = ()) -> View:
        """The project, or its targets `only`, with the clocks settled. Raises Stop on any fault."""
        look, on, as_of = self.look(), *self.days()
        book = project.sound(project.find(self.folder), self.at, only)
        on = on or project.today(book.timezone)
        return View(book, on, as_of or on, self.at, look)

    def look(self) -> Look:
        """How the answer is to look. Raises Stop."""
        known_language(self.lang)
        one_of(self.color, ("auto", "always", "never"), "--color")
        return screen.look(self.color, self.ascii_only, self.lang, self.quiet)

    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """The days that were named: judged for, and known by. Raises Stop."""
        on = project.day(self.on, "--on") if self.on is not None else None
        as_of = project.day(self.as_of, "--as-of") if self.as_of is not None else None
        return on, as_of


def put(text: str, form: str, bom: bool = False) -> None:
    """Prints an answer in one of its formats; with `bom`, Excel sees that it is UTF-8."""
    screen.out("\ufeff" + text if bom else text, form in MACHINE)


def put_one(asked: Asked, id_: str, form: str, renderers: Mapping[str, OfTarget]) -> None:
    """Prints one target alone, in one of the formats of `renderers`. Raises Stop."""
    one_of(form, tuple(renderers), "--format")
    view = asked.view([id_])
    judged, board = view.one(id_)
    put(renderers[form](judged, board, view.look, VERSION), form)
