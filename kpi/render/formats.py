"""The table of renderers: what each command can be printed as.

    STATUS[name](board, look, version)
    METHODS[name](board, look, version)
    SHOW[name](status, board, documents, look, version)

Each gives the whole text, with its last line's end. `documents` is the Book's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.facts.records import Document
from kpi.render import machine, markdown, page, panel, terminal
from kpi.render.look import Look

OfBoard = Callable[[Board, Look, str], str]
OfTarget = Callable[[Status, Board, Mapping[str, Document], Look, str], str]

STATUS: dict[str, OfBoard] = {
    "table": terminal.status_table,
    "json": machine.status_json,
    "csv": machine.status_csv,
    "markdown": markdown.status_markdown,
}

METHODS: dict[str, OfBoard] = {
    "table": panel.methods_table,
    "json": machine.methods_json,
    "csv": machine.methods_csv,
    "markdown": markdown.methods_markdown,
}

SHOW: dict[str, OfTarget] = {
    "table": page.show_page,
    "json": machine.show_json,
    "markdown": markdown.show_markdown,
}
