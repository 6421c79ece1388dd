"""The command that shows one target to others: card. It writes nothing in the project."""

from __future__ import annotations

from kpi.cli import exits, options, screen
from kpi.cli.view import MACHINE, known_ids, view
from kpi.version import VERSION


def card(
    id_: options.Id,
    form: options.CardFormat = "html",
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:
    """One target on one page to pass on: verdict, quote, chart, three figures and a citation."""
    from kpi.render.formats import CARD

    options.one_of(form, tuple(CARD), "--format")
    seen = view(folder, on, as_of, at, lang, color, ascii_only, quiet, [id_])
    known_ids(seen.book, [id_])
    board = seen.board([id_])
    if not board.statuses:
        raise exits.Stop(exits.NOTHING, f"{id_} had not been announced by {seen.as_of}")
    text = CARD[form](board.statuses[0], board, seen.book.documents, seen.look, VERSION)
    screen.out(text, form in MACHINE)
