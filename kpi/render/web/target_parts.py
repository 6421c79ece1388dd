"""One target on a page, as the templates take it: its row, and its sections as pieces.

On a page of many it is told in short. The words are those of `show_sections`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby

from markupsafe import Markup

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.facts.records import document_of
from kpi.render.blocks import Block, Drawing, Fact, Quote, Rows, Section, Words
from kpi.render.charting.captions import under_chart
from kpi.render.charting.scene import scene_of
from kpi.render.look import Look
from kpi.render.show_sections import sections
from kpi.render.web import svg
from kpi.render.web.overview_row import cells_of
from kpi.render.wording import reasons, words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import both_titles
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
    return Chart(Markup(inline), under_chart(scene, status, look.lang))  # noqa: S704 - escaped there


def page_target(
    status: Status, board: Board, look: Look, brief: int = 0, whole: bool = True
) -> PageTarget:
    """A target; with `brief`, its number on a page of many, in short. Or, if not `whole`, without
    its sections."""
    target, lang = status.target, look.lang
    title, *others = both_titles(target, lang)
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
        cells=cells_of(status, look),
        parts=partial(_parts, status, board, look, brief) if whole else None,
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
    source = document_of(status.goal, board.documents)
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
