"""kpi show: one target on a page."""

from __future__ import annotations

from kpi.cli import options, screen
from kpi.cli.view import MACHINE, view
from kpi.version import VERSION


def show(
    id_: options.Id,
    on: options.On = None,
    as_of: options.AsOf = None,
    at: options.At = None,
    folder: options.Project = None,
    form: options.Format = "table",
    lang: options.Lang = "en",
    color: options.Color = "auto",
    ascii_only: options.Ascii = False,
    quiet: options.Quiet = False,
) -> None:
    """One target on a page: the promise, the evidence, the verdict and every caveat."""
    from kpi.render.formats import SHOW

    options.one_of(form, tuple(SHOW), "--format")
    project_view = view(folder, on, as_of, at, lang, color, ascii_only, quiet, [id_])
    judged, board = project_view.one(id_)
    text = SHOW[form](judged, board, project_view.look, VERSION)
    screen.out(text, form in MACHINE)
