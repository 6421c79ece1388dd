"""A target's row in the overview of a page: its cells, as finished words or as markup."""

from __future__ import annotations

from markupsafe import Markup, escape

from kpi.assess.status import Status
from kpi.render.grid import width
from kpi.render.look import Look
from kpi.render.status_columns import STATUS
from kpi.render.web.ground import whole
from kpi.render.web.template import OVERVIEW
from kpi.render.wording import words

#: A cell of the overview is no wider on one line: "-0.00000010…+0.00000170" is.
LONGEST_CELL = 20


def cells_of(status: Status, look: Look) -> list[Markup | str]:
    """A row of the overview after title and verdict."""
    by_key = {column.key: column.cell for column in STATUS}
    cells: list[Markup | str] = [
        _broken(words.plain(by_key[key](status, look), look)) for key in OVERVIEW[2:-1]
    ]
    cells.append(words.plain(by_key[OVERVIEW[-1]](status, look), look))
    if status.latest is not None:
        period = words.plain(by_key["period"](status, look), look)  # of a sum, from first to last
        cells[0] = Markup("{}<br><small>{}</small>").format(cells[0], period)
    if status.share_of_way is not None:
        cells[3] = Markup("{}{}").format(cells[3], _bar(status.share_of_way, status.share_of_time))
    return cells


def _broken(figure: str) -> Markup | str:
    """A range that is too long for one line may go on in a second one."""
    if width(figure) <= LONGEST_CELL:
        return figure
    return Markup("<i>{}</i>").format(escape(figure).replace("…", Markup("…<wbr>")))


def _bar(share_of_way: float, time: float | None) -> Markup:
    """The share of the way as a bar, and a notch at the share of the time."""
    way = whole(min(max(share_of_way, 0.0), 1.0) * 100)
    notch = f'<path d="M{whole(min(max(time, 0.0), 1.0) * 98) + 1} 0v9"/>' if time else ""
    return Markup(  # noqa: S704 - numbers of ours
        f'<svg class=bar viewBox="0 0 100 9" aria-hidden=true><path d="M0 5h{way}"/>{notch}</svg>'
    )
