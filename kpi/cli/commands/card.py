"""kpi card: one target on one page, to pass on."""

from __future__ import annotations

from kpi.cli import options, screen
from kpi.cli.view import MACHINE, view
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
    project_view = view(folder, on, as_of, at, lang, color, ascii_only, quiet, [id_])
    judged, board = project_view.one(id_)
    text = CARD[form](judged, board, project_view.look, VERSION)
    screen.out(text, form in MACHINE)
