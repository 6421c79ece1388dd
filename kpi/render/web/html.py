"""The page: one file that holds all it needs, runs nothing and asks no one.

Templates lay it out, which `template` fills in; each target is made ready by `target_parts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render.look import Look
from kpi.render.web.card import card
from kpi.render.web.target_parts import PageTarget, drawing, page_target
from kpi.render.web.template import OVERVIEW, written
from kpi.render.wording import words
from kpi.render.wording.overview import blind_spots, clocks, light_name
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import heading
from kpi.render.wording.vocabulary import LIGHTS
from kpi.values import dataclass

#: How many targets of a page are told whole, with chart and tables: 3 kB and 1.5 ms each. Nobody
#: reads thousands, and a browser takes seconds for them; of the others the verdict and its reason
#: are told.
MOST_WHOLE = 2_000


def status_page(board: Board, look: Look, version: str = "") -> str:
    """All targets of the board: what is not known, the overview, and a section for each."""
    return _page("status.html", board, look, version, **everything(board, look))


def everything(board: Board, look: Look, told: Iterable[str] = ()) -> dict[str, Any]:
    """What a page of all targets shows beside its title: blind spots, overview, sections.

    Where there are too many to tell them all whole, those whose ids are `told` come first.
    """
    there = {status.target.id: None for status in board.statuses}
    first = [id_ for id_ in dict.fromkeys(told) if id_ in there]
    whole = frozenset(islice(dict.fromkeys([*first, *there]), MOST_WHOLE))
    targets = [
        page_target(status, board, look, brief=n, whole=status.target.id in whole)
        for n, status in enumerate(board.statuses, 1)
    ]
    ids = ", ".join(board.unannounced)
    return {
        "blind": blind_spots(board, look.lang),
        "unannounced": phrase("unannounced", look.lang, ids=ids) if ids else "",
        "short": _short(len(targets), bool(first), look.lang),
        "lights": _by_light(targets, look),
        "heads": [words.title(key, look.lang) for key in OVERVIEW],
        "targets": targets,
    }


def _short(count: int, told: bool, lang: str) -> str:
    """What a page of many targets says where it does not tell all of them whole."""
    key = "page_short_told" if told else "page_short"
    return phrase(key, lang, whole=MOST_WHOLE, all=count) if count > MOST_WHOLE else ""


def show_page(status: Status, board: Board, look: Look, version: str = "") -> str:
    """The page of one target."""
    return _page("show.html", board, look, version, one=page_target(status, board, look))


def card_page(status: Status, board: Board, look: Look, version: str = "") -> str:
    """One target on one page, with its citation."""
    return _page(
        "card.html",
        board,
        look,
        version,
        card=card(status, board, look, version),
        drawn=drawing(status, board, look, fully=True),
    )


def _page(template: str, board: Board, look: Look, version: str, **more: Any) -> str:
    """A page under the project's title and the clocks in use."""
    title, days = heading(board, look.lang), clocks(board, look.lang)
    return written(template, look, version, title=title, clocks=days, **more)


@dataclass(frozen=True, slots=True)
class Group:
    """The targets of one light."""

    name: str
    sign: str
    word: str
    targets: list[PageTarget]


def _by_light(targets: list[PageTarget], look: Look) -> list[Group]:
    groups = []
    for name in LIGHTS:
        of_light = [target for target in targets if target.light == name]
        word = light_name(name, look.lang)
        groups.append(Group(name, words.sign(name, look), word, of_light))
    return [group for group in groups if group.targets]
