"""kpi card: one target on one page, to pass on."""

from __future__ import annotations

from kpi.cli import options
from kpi.cli.reading import reading
from kpi.cli.view import Asked, put_one


@reading()
def card(asked: Asked, id_: options.Id, form: options.CardFormat = "html") -> None:
    """One target on one page to pass on: verdict, quote, chart, three figures and a citation."""
    from kpi.render.formats import CARD

    put_one(asked, id_, form, CARD)
