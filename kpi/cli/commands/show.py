"""kpi show: one target on a page."""

from __future__ import annotations

from kpi.cli import options, screen
from kpi.cli.reading import reading
from kpi.cli.view import MACHINE, Asked
from kpi.version import VERSION


@reading()
def show(
    asked: Asked,
    id_: options.Id,
    form: options.Format = "table",
) -> None:
    """One target on a page: the promise, the evidence, the verdict and every caveat."""
    from kpi.render.formats import SHOW

    options.one_of(form, tuple(SHOW), "--format")
    project_view = asked.view([id_])
    judged, board = project_view.one(id_)
    text = SHOW[form](judged, board, project_view.look, VERSION)
    screen.out(text, form in MACHINE)
