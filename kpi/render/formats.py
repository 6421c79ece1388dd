"""The table of renderers: what each command can be printed as.

    STATUS[name](board, look, version)
    METHODS[name](board, look, version)
    SHOW[name](status, board, look, version)
    CARD[name](status, board, look, version)
    REPORT[ending](report, look, version)

Each gives the whole text, with its last line's end. What draws pages loads its templates only when
it is asked for one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render import machine, markdown, spreadsheet
from kpi.render.look import Look
from kpi.render.text import panel, show
from kpi.render.text import status as terminal

if TYPE_CHECKING:
    from kpi.report import Report

OfBoard = Callable[[Board, Look, str], str]
OfTarget = Callable[[Status, Board, Look, str], str]


def _status_html(board: Board, look: Look, version: str) -> str:
    from kpi.render.web.html import status_page

    return status_page(board, look, version)


def _show_html(status: Status, board: Board, look: Look, version: str) -> str:
    from kpi.render.web.html import show_page

    return show_page(status, board, look, version)


def _card_html(status: Status, board: Board, look: Look, version: str) -> str:
    from kpi.render.web.html import card_page

    return card_page(status, board, look, version)


def _card_svg(status: Status, board: Board, look: Look, version: str) -> str:
    from kpi.render.web.card_picture import card_svg

    return card_svg(status, board, look, version)


STATUS: dict[str, OfBoard] = {
    "table": terminal.status_table,
    "json": machine.status_json,
    "csv": spreadsheet.status_csv,
    "markdown": markdown.status_markdown,
    "html": _status_html,
}

METHODS: dict[str, OfBoard] = {
    "table": panel.methods_table,
    "json": machine.methods_json,
    "csv": spreadsheet.methods_csv,
    "markdown": markdown.methods_markdown,
}

SHOW: dict[str, OfTarget] = {
    "table": show.show_page,
    "json": machine.show_json,
    "markdown": markdown.show_markdown,
    "html": _show_html,
}

CARD: dict[str, OfTarget] = {
    "html": _card_html,
    "svg": _card_svg,
}


def _report_md(report: Report, look: Look, version: str) -> str:
    from kpi.render.report import report_markdown

    return report_markdown(report, look, version)


def _report_html(report: Report, look: Look, version: str) -> str:
    from kpi.render.web.report_page import report_page

    return report_page(report, look, version)


def _report_json(report: Report, look: Look, version: str) -> str:
    from kpi.render.report import report_json

    return report_json(report, look, version)


#: The files of a week, by the ending of their names.
REPORT: dict[str, Callable[[Report, Look, str], str]] = {
    "md": _report_md,
    "html": _report_html,
    "json": _report_json,
}
