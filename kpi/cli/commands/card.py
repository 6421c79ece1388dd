"""kpi card: one target on one page, to pass on."""

from __future__ import annotations

from kpi.cli import options, screen
from kpi.cli.reading import reading
from kpi.cli.view import MACHINE, Asked
from kpi.version import VERSION


@reading()
def card(
    asked: Asked,
    id_: options.Id,
    form: options.CardFormat = "html",
) -> None:
    """One target on one page to pass on: verdict, quote, chart, three figures and a citation."""
    from kpi.render.formats import CARD

    options.one_of(form, tuple(CARD), "--format")
    project_view = asked.view([id_])
    judged, board = project_view.one(id_)
    text = CARD[form](judged, board, project_view.look, VERSION)
    screen.out(text, form in MACHINE)
