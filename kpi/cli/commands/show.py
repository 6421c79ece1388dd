"""kpi show: one target on a page."""

from __future__ import annotations

from kpi.cli import options
from kpi.cli.reading import reading
from kpi.cli.view import Asked, put_one


@reading()
def show(asked: Asked, id_: options.Id, form: options.Format = "table") -> None:
    """One target on a page: the promise, the evidence, the verdict and every caveat."""
    from kpi.render.formats import SHOW

    put_one(asked, id_, form, SHOW)
