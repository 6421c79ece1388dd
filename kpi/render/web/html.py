"""The page: one file that holds all it needs, runs nothing and asks no one.

Templates lay it out, which `template` fills in; the words are those of `show_sections`, the
drawings those of `svg`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from markupsafe import Markup, escape

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render.blocks import Block, Drawing, Fact, Quote, Rows, Section, Words
from kpi.render.charting.captions import legend
from kpi.render.charting.scene import scene_of
from kpi.render.grid import width
from kpi.render.look import Look
from kpi.render.show_sections import sections
from kpi.render.status_columns import STATUS
from kpi.render.web import svg
from kpi.render.web.card import Card, card
from kpi.render.web.ground import whole
from kpi.render.web.template import OVERVIEW, written
from kpi.render.wording import reasons, words
from kpi.render.wording.overview import blind_spots, clocks
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import both_titles, heading
from kpi.render.wording.vocabulary import LIGHTS
from kpi.values import dataclass, replace

#: The parts of a target that stand beside each other on a wide screen; all others below them.
TOLD = ("promise", "goal")
SEEN = ("now", "trajectory", "projection", "answerable")
#: What the page of all targets leaves to the page of each: sections, and of some sections all
#: but these facts. The verdict's own sentence names the latest value and what was expected.
ELSEWHERE = ("trajectory", "answerable")
BRIEF = {
    "now": ("pace_needed", "pace_was_needed", "slack"),
    "projection": ("outlook",),
}
#: Sections that need no heading of their own there, and the one under whose they stand.
WITH = {"goal": "promise", "projection": "now"}
#: How many targets of a page are told whole, with chart and tables: 3 kB and 1.5 ms each. Nobody
#: reads thousands, and a browser takes seconds for them; of the others the verdict and its reason
#: are told.
MOST_WHOLE = 2_000
#: A cell of the overview is no wider on one line: "-0.00000010…+0.00000170" is.
LONGEST_CELL = 20


def status_page(board: Board, look: Look, version: str = "") -> str:
    """All targets of the board: what is not known, the overview, and a section for each."""
    return written(
        "status.html",
        look,
        version,
        title=heading(board, look.lang),
        clocks=clocks(board, look.lang),
        **everything(board, look),
    )


def everything(board: Board, look: Look, told: Iterable[str] = ()) -> dict[str, Any]:
    """What a page of all targets shows beside its title: blind spots, overview, sections.

    Where there are too many to tell them all whole, those whose ids are `told` come first.
    """
    there = {status.target.id: None for status in board.statuses}
    first = [id_ for id_ in dict.fromkeys(told) if id_ in there]
    whole = frozenset(islice(dict.fromkeys([*first, *there]), MOST_WHOLE))
    targets = [
        _shown(status, board, look, brief=n, whole=status.target.id in whole)
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
    return written(
        "show.html",
        look,
        version,
        title=heading(board, look.lang),
        clocks=clocks(board, look.lang),
        one=_shown(status, board, look),
    )


def card_page(status: Status, board: Board, look: Look, version: str = "") -> str:
    """One target on one page, with its citation."""
    shown_card: Card = card(status, board, look, version)
    return written(
        "card.html",
        look,
        version,
        title=heading(board, look.lang),
        clocks=clocks(board, look.lang),
        card=shown_card,
        drawn=drawing(status, board, look, fully=True),
    )


# --- one target -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and what its signs mean."""

    drawing: Markup
    legend: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Piece:
    """What a template writes at once: facts in a row, a quote, words, a table or the chart."""

    kind: str  # facts | quote | words | rows | chart
    blocks: tuple[Block, ...] = ()
    caption: str = ""
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a target; `more` is folded away under `summary`."""

    key: str
    heading: str
    pieces: list[Piece]
    more: list[Piece]
    summary: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The sections of a target: two groups beside each other, and the others below them."""

    told: list[Part]
    seen: list[Part]
    rest: list[Part]


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A target as the templates take it: finished words, not yet escaped."""

    anchor: str
    nth: int  # among the targets of a page; 0 on a page of its own
    id: str
    title: str
    other: str  # the title in the other language
    light: str
    sign: str
    verdict: str
    reason: str
    cells: list[Markup | str]
    parts: Callable[[], Parts] | None  # made when written: a page of many holds one's at a time


def anchor(id_: str) -> str:
    """The name by which a page links to a target: its id, which is ASCII and kebab-case.

    >>> anchor("ai-company-share"), anchor("<b>")
    ('ai-company-share', '-b-')
    """
    return re.sub(r"[^A-Za-z0-9-]", "-", id_)[:80]


def drawing(
    status: Status, board: Board, look: Look, nth: int = 0, fully: bool = False
) -> Chart | None:
    """The chart with its legend, or None where there is nothing to draw.

    On a page of many it is the `nth`, and the heading of that number names it. `fully` is that of
    `svg.chart`.
    """
    scene = scene_of(status, board.on, look.lang)
    if scene is None:
        return None
    heading = f"_{nth}" if nth else ""
    inline = svg.chart(scene, status, look, heading or "_", heading, fully)
    return Chart(Markup(inline), legend(scene, status, look.lang))  # noqa: S704 - escaped there


def _shown(
    status: Status, board: Board, look: Look, brief: int = 0,
    whole: bool = True,
) -> PageTarget:  # fmt: skip
    """A target; with `brief`, its number on a page of many, in short."""
    target, lang = status.target, look.lang
    title, *others = both_titles(target, lang)

    def parts() -> Parts:
        return _parts(status, board, look, brief)

    return PageTarget(
        anchor=anchor(target.id),
        nth=brief,
        id=target.id,
        title=title,
        other="".join(others),
        light=status.light,
        sign=words.sign(status.light, look),
        verdict=words.verdict(status.verdict, lang),
        reason=reasons.why(status, lang),
        cells=_cells(status, look),
        parts=parts if whole else None,
    )


def _parts(status: Status, board: Board, look: Look, brief: int) -> Parts:
    chart = drawing(status, board, look, brief)
    its_sections = sections(status, board, look)
    if brief:
        short = (
            _brief(p, status, board, look.lang) for p in its_sections if p.key not in ELSEWHERE
        )
        its_sections = _joined(list(short))
    parts = [
        part
        for part in (_part(section, chart, look.lang) for section in its_sections)
        if part.pieces
    ]
    return Parts(
        told=[part for part in parts if part.key in TOLD],
        seen=[part for part in parts if part.key in SEEN],
        rest=[part for part in parts if part.key not in TOLD + SEEN],
    )


def _promised_by_owner(status: Status, board: Board) -> bool:
    source = board.documents.get(status.goal.document or "")
    return source is not None and source.publisher == status.target.owner


def _brief(part: Section, status: Status, board: Board, lang: str) -> Section:
    """A section in short: without what stands beside it, or is the same for most targets."""
    line = status.judged_line
    nameless = line is not None and not line.series.title and len(status.lines) == 1
    blocks = list(part.blocks)
    if part.key == "measured" and nameless:
        blocks = []
    elif part.key == "observations" and nameless:
        blocks = [b for b in blocks if not isinstance(b, Words)] or blocks
    elif part.key == "promise" and _promised_by_owner(status, board):
        blocks = [
            b for b in blocks if not (isinstance(b, Fact) and b.label == phrase("owner", lang))
        ]
    elif part.key == "methods":
        blocks = [_without_margin(b) if isinstance(b, Rows) else b for b in blocks]
    elif part.key == "caveats":
        split = [words.flag(f, lang) for f in status.flags if words.flag_name(f) == "methods split"]
        blocks = [b for b in blocks if not (isinstance(b, Fact) and b.label in split)]
    elif part.key in BRIEF:
        keep = {phrase(key, lang) for key in BRIEF[part.key]}
        blocks = [
            replace(b, lines=b.lines[:1]) if isinstance(b, Fact) and len(b.lines) > 1 else b
            for b in blocks
            if not isinstance(b, Fact) or b.label in keep
        ]
    return replace(part, blocks=tuple(blocks))


def _joined(parts: list[Section]) -> list[Section]:
    """The sections of WITH put under the heading of the one before them."""
    joined: list[Section] = []
    for part in parts:
        if part.key in WITH and joined and joined[-1].key == WITH[part.key]:
            last = joined.pop()
            place = 1 if last.blocks and isinstance(last.blocks[0], Quote) else len(last.blocks)
            part = replace(last, blocks=(*last.blocks[:place], *part.blocks, *last.blocks[place:]))
        joined.append(part)
    return joined


def _without_margin(rows: Rows) -> Rows:
    """The table of rules without its last column, the distance to the next cut."""
    return replace(rows, heads=rows.heads[:-1], rows=tuple(row[:-1] for row in rows.rows))


def _part(part: Section, chart: Chart | None, lang: str) -> Part:
    """A section as pieces. Of several tables the first is shown, the others can be opened."""
    linked = any(isinstance(block, Rows) and block.links for block in part.blocks)
    again = phrase("urls", lang) if linked else None  # the rows have their links themselves
    blocks = [b for b in part.blocks if not (isinstance(b, Fact) and b.label == again)]
    pieces = list(_pieces(blocks, chart))
    tables = [n for n, piece in enumerate(pieces) if piece.kind == "rows"]
    cut = tables[1] if len(tables) > 1 else len(pieces)
    more = len(tables) - 1
    summary = phrase("page_one_series", lang) if more == 1 else ""
    summary = summary or phrase("page_more_series", lang, n=more)
    return Part(part.key, part.heading, pieces[:cut], pieces[cut:], summary)


def _pieces(blocks: Iterable[Block], chart: Chart | None) -> Iterator[Piece]:
    """Facts that follow each other are one list; words before a table are its caption."""
    caption = ""
    for is_facts, group in groupby(blocks, lambda block: isinstance(block, Fact)):
        alike = tuple(group)
        if is_facts:
            yield Piece("facts", alike)
            continue
        for block, following in zip(alike, (*alike[1:], None), strict=True):
            if isinstance(block, Words) and isinstance(following, Rows):
                caption = block.text
            elif not isinstance(block, Drawing):
                kind = {Quote: "quote", Words: "words", Rows: "rows"}[type(block)]
                yield Piece(kind, (block,), caption if kind == "rows" else "")
                caption = ""
            elif chart is not None:
                yield Piece("chart", chart=chart)


# --- the overview -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """The targets of one light."""

    name: str
    sign: str
    word: str
    targets: list[PageTarget]


def _by_light(targets: list[PageTarget], look: Look) -> list[Group]:
    groups = []
    for name, (*_, korean) in LIGHTS.items():
        of_light = [target for target in targets if target.light == name]
        word = korean if look.lang == "ko" else name
        groups.append(Group(name, words.sign(name, look), word, of_light))
    return [group for group in groups if group.targets]


def _cells(status: Status, look: Look) -> list[Markup | str]:
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
        cells[3] = Markup("{}{}").format(cells[3], _bar(status))
    return cells


def _broken(figure: str) -> Markup | str:
    """A range that is too long for one line may go on in a second one."""
    if width(figure) <= LONGEST_CELL:
        return figure
    return Markup("<i>{}</i>").format(escape(figure).replace("…", Markup("…<wbr>")))


def _bar(status: Status) -> Markup:
    """The share of the way as a bar, and a notch at the share of the time."""
    way = whole(min(max(status.share_of_way or 0.0, 0.0), 1.0) * 100)
    time = status.share_of_time
    notch = f'<path d="M{whole(min(max(time, 0.0), 1.0) * 98) + 1} 0v9"/>' if time else ""
    return Markup(  # noqa: S704 - numbers of ours
        f'<svg class=bar viewBox="0 0 100 9" aria-hidden=true><path d="M0 5h{way}"/>{notch}</svg>'
    )
