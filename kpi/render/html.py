"""The page: one file that holds all it needs, runs nothing and asks no one.

Templates lay it out; the words are those of `story`, the drawings those of `svg`. Every text that
a template writes passes through `words.safe` and is escaped, whatever it is: the environment does
it, not the template. A link leads to http and https only.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.facts.records import Document
from kpi.render import columns, svg, words
from kpi.render.look import Look
from kpi.render.phrases import phrase
from kpi.render.scene import legend, scene
from kpi.render.story import Block, Drawing, Fact, Quote, Rows, Section, Words, sections
from kpi.render.terminal import blind_spots, clocks
from kpi.render.vocabulary import LIGHTS

#: The parts of a target that stand beside each other on a wide screen; all others below them.
TOLD = ("promise", "goal")
SEEN = ("now", "projection", "answerable")
#: The columns of the overview after the title and the verdict, as in the terminal's table.
CELLS = ("latest", "expected", "gap", "way", "due", "flags")


def status_page(board: Board, look: Look, version: str = "") -> str:
    """All targets of the board: what is not known, the overview, and a section for each."""
    targets = [_shown(status, board, board.documents, look) for status in board.statuses]
    ids = ", ".join(board.unannounced)
    return written(
        "status.html",
        look,
        version,
        title=board.title,
        blind=blind_spots(board, look.lang),
        clocks=clocks(board, look.lang),
        unannounced=phrase("unannounced", look.lang, ids=ids) if ids else "",
        lights=_by_light(targets, look),
        heads=[words.title(key, look.lang) for key in ("title", "verdict", *CELLS)],
        targets=targets,
    )


def show_page(
    status: Status, board: Board, documents: Mapping[str, Document], look: Look, version: str = ""
) -> str:
    """The page of one target."""
    return written(
        "show.html",
        look,
        version,
        title=board.title,
        clocks=clocks(board, look.lang),
        one=_shown(status, board, documents, look),
    )


# --- writing ----------------------------------------------------------------------------------


def written(template: str, look: Look, version: str, **values: Any) -> str:
    """A template filled in. What it says beside `values` comes from the catalogue of phrases."""
    style = _style()
    return _environment(look.ascii).get_template(template).render(
        lang=look.lang,
        version=version,
        css=Markup(style),  # noqa: S704 - our own file
        fingerprint=Markup(_fingerprint(style)),  # noqa: S704 - letters of base64
        say=partial(_say, look.lang),
        **values,
    )


def _say(lang: str, key: str, **gaps: str | int) -> str:
    return phrase(key, lang, **gaps)


@cache
def _environment(ascii_only: bool) -> Environment:
    """The templates, and the one door through which every text of theirs goes."""
    look = Look(ascii=ascii_only)

    def door(value: Any) -> Any:
        if isinstance(value, str) and not isinstance(value, Markup):
            return words.plain(words.safe(value), look)
        return value

    made = Environment(
        loader=PackageLoader("kpi.render"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=door,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "linked": partial(linked, look=look),
        "lines": partial(lines, look=look),
        "kept": kept,
        "sign": lambda kind: Markup(svg.sign(kind)),  # noqa: S704 - a drawing of ours
    }
    return made


@cache
def _style() -> str:
    """The style sheets as one, without the blanks that only their readers need."""
    sheets = (svg.packaged("chart.css"), svg.packaged("page.css"))
    return re.sub(r"\s*\n\s*", "\n", "\n".join(sheets)).strip()


def _fingerprint(style: str) -> str:
    """What the content security policy allows: this very style sheet, and nothing else."""
    digest = hashlib.sha256(style.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


# --- links ------------------------------------------------------------------------------------


def site(address: str) -> str | None:
    """The host of an http or https address; None for anything else.

    >>> site("https://www.example.org/a?b"), site("javascript:alert(1)")
    ('example.org', None)
    """
    if not address.startswith(("https://", "http://")) or words.safe(address) != address:
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def link(address: str, text: str, look: Look) -> Markup:
    """`text` as a link to `address`, which `site` must know."""
    shown = words.plain(words.safe(text), look)
    return Markup('<a href="{}">{}</a>').format(address, shown)


def linked(text: str, look: Look) -> Markup | str:
    """A line that is an address or ends with one, as a link that is named by its host."""
    before, _, last = text.rpartition(" ")
    host = site(last)
    if host is None:
        return text
    said = words.plain(words.safe(before), look)
    return Markup("{}{}{}").format(said, " " if said else "", link(last, host, look))


def lines(fact: Fact, look: Look) -> list[Markup | str]:
    """The lines of a fact. An address that ends a title's lines is the title's own link."""
    first, *more = fact.lines or ("",)
    if more and " " not in more[-1] and site(more[-1]):
        return [link(more[-1], first, look), *(linked(line, look) for line in more[:-1])]
    return [linked(line, look) for line in fact.lines]


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
class Shown:
    """A target as the templates take it: finished words, not yet escaped."""

    anchor: str
    id: str
    title: str
    other: str  # the title in the other language
    light: str
    sign: str
    verdict: str
    reason: str
    cells: list[Markup | str]
    told: list[Part]
    seen: list[Part]
    rest: list[Part]


def anchor(id_: str) -> str:
    """The name by which a page links to a target: its id, which is ASCII and kebab-case.

    >>> anchor("ai-company-share"), anchor("<b>")
    ('ai-company-share', '-b-')
    """
    return re.sub(r"[^A-Za-z0-9-]", "-", id_)[:80]


def titled(status: Status, lang: str) -> tuple[str, str]:
    """The title in the reader's language, and the one in the other."""
    target = status.target
    if lang == "ko" and target.title_ko:
        return target.title_ko, target.title
    return target.title, target.title_ko


def drawing(status: Status, board: Board, look: Look) -> Chart | None:
    """The chart with its legend, or None where there is nothing to draw."""
    drawn = scene(status, board.on, look.lang)
    if drawn is None:
        return None
    inline = svg.chart(drawn, status, look, anchor(status.target.id))
    return Chart(Markup(inline), legend(drawn, status, look.lang))  # noqa: S704 - escaped there


def _shown(
    status: Status, board: Board, documents: Mapping[str, Document], look: Look
) -> Shown:
    target, lang = status.target, look.lang
    title, other = titled(status, lang)
    chart = drawing(status, board, look)
    parts = [_part(part, chart, lang) for part in sections(status, board, documents, look)]
    parts = [part for part in parts if part.pieces]
    return Shown(
        anchor=anchor(target.id),
        id=target.id,
        title=title,
        other=other,
        light=status.light,
        sign=words.sign(status.light, look),
        verdict=words.verdict(status.verdict, lang),
        reason=words.say(status.reason, target.unit, lang),
        cells=_cells(status, look),
        told=[part for part in parts if part.key in TOLD],
        seen=[part for part in parts if part.key in SEEN],
        rest=[part for part in parts if part.key not in TOLD + SEEN],
    )


def _part(part: Section, chart: Chart | None, lang: str) -> Part:
    """A section as pieces. Of several tables the first is shown, the others can be opened."""
    pieces = list(_pieces(part.blocks, chart))
    tables = [n for n, piece in enumerate(pieces) if piece.kind == "rows"]
    cut = tables[1] if len(tables) > 1 else len(pieces)
    further = max(len(tables) - 1, 0)
    summary = phrase("page_one_series" if further == 1 else "page_more_series", lang,
                     **({} if further == 1 else {"n": further}))  # fmt: skip
    return Part(part.key, part.heading, pieces[:cut], pieces[cut:], summary)


def _pieces(blocks: Iterable[Block], chart: Chart | None) -> Iterator[Piece]:
    """Facts that follow each other are one list; words before a table are its caption."""
    caption = ""
    for is_facts, group in groupby(blocks, lambda block: isinstance(block, Fact)):
        some = tuple(group)
        if is_facts:
            yield Piece("facts", some)
            continue
        for block, following in zip(some, (*some[1:], None), strict=True):
            if isinstance(block, Words) and isinstance(following, Rows):
                caption = block.text
            elif isinstance(block, Drawing):
                if chart is not None:
                    yield Piece("chart", chart=chart)
            else:
                kind = {Quote: "quote", Words: "words", Rows: "rows"}[type(block)]
                yield Piece(kind, (block,), caption if kind == "rows" else "")
                caption = ""


def kept(rows: Rows) -> Rows:
    """A table without its empty columns; `right` counts from one, as style sheets do."""
    keep = [n for n in range(len(rows.heads)) if n == 0 or any(row[n] for row in rows.rows)]
    return replace(
        rows,
        heads=tuple(rows.heads[n] for n in keep),
        rows=tuple(tuple(row[n] for n in keep) for row in rows.rows),
        right=tuple(place for place, n in enumerate(keep, 1) if n in rows.right),
    )


# --- the overview -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """The targets of one light."""

    name: str
    sign: str
    word: str
    targets: list[Shown]


def _by_light(targets: list[Shown], look: Look) -> list[Group]:
    groups = []
    for name, (*_, korean) in LIGHTS.items():
        some = [one for one in targets if one.light == name]
        word = korean if look.lang == "ko" else name
        groups.append(Group(name, words.sign(name, look), word, some))
    return [group for group in groups if group.targets]


def _cells(status: Status, look: Look) -> list[Markup | str]:
    """A row of the overview after title and verdict."""
    by_key = {column.key: column.cell for column in columns.STATUS}
    said: list[Markup | str] = [words.plain(by_key[key](status, look), look) for key in CELLS]
    if status.latest is not None:
        period = words.plain(words.safe(words.period(status.latest.period, look.lang)), look)
        said[0] = Markup("{}<small>{}</small>").format(said[0], period)
    if status.share_of_way is not None:
        said[3] = Markup("{}{}").format(said[3], _bar(status))
    return said


def _bar(status: Status) -> Markup:
    """The share of the way as a bar, and a notch at the share of the time."""
    way = min(max(status.share_of_way or 0.0, 0.0), 1.0) * 100
    time = status.share_of_time
    notch = ""
    if time is not None:
        at = svg.num(min(max(time, 0.0), 1.0) * 98)
        notch = f'<path class="time" d="M{at} 0h2v12h-2z"/>'
    return Markup(  # noqa: S704 - numbers of ours
        '<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">'
        f'<path class="all" d="M0 3h100v6H0z"/><path class="way" d="M0 3h{svg.num(way)}v6H0z"/>'
        f"{notch}</svg>"
    )
