"""Filling in the templates of pages: the style, and the one door for every text.

Every text that a template writes passes through `words.safe` and is escaped, whatever it is: the
environment does it, not the template. A link leads to http and https only. Nothing is asked of
any other place, and the page's own policy says so: no script, no image, no font, one style sheet
that is named by its fingerprint.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kpi.render.addresses import is_link
from kpi.render.blocks import Fact, Rows
from kpi.render.look import Look
from kpi.render.web import svg
from kpi.render.web.spoken import spoken
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import has_marks
from kpi.values import dataclass

#: The columns of the overview: those of the terminal's table, behind the title and the verdict.
OVERVIEW = ("title", "verdict", "latest", "expected", "gap", "way", "due", "flags")


def written(template: str, look: Look, version: str, **values: Any) -> str:
    """A template filled in. What it says beside `values` comes from the catalogue of phrases."""
    style = _style(look.lang)
    return (
        _environment(look.ascii, look.lang)
        .get_template(template)
        .render(
            lang=look.lang,
            version=version,
            css=Markup(style),  # noqa: S704 - our own file
            fingerprint=Markup(_fingerprint(style)),  # noqa: S704 - letters of base64
            say=partial(phrase, lang=look.lang),
            **values,
        )
    )


def _shown(text: str, look: Look) -> str:
    """Any text as a page may show it. Most are plain ASCII, which hides nothing."""
    if text.isascii() and text.isprintable():
        return text
    return words.plain(words.safe(text), look)


def told(text: str, look: Look, isolate: bool = True) -> Markup:
    """A text of the records as `spoken` writes it; of what is markup already nothing changes."""
    if isinstance(text, Markup):
        return text
    return spoken(_shown(text, look), look.lang, isolate)


@cache
def _environment(ascii_only: bool, lang: str) -> Environment:
    """The templates, and the one door through which every text of theirs goes."""
    look = Look(ascii=ascii_only, lang=lang)

    def door(value: Any) -> Any:
        if isinstance(value, str) and not isinstance(value, Markup):
            return _shown(value, look)
        return value

    made = Environment(
        loader=PackageLoader("kpi.render.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=door,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {
        "linked": partial(linked, look=look),
        "lines": partial(lines, look=look),
        "kept": partial(kept, look=look),
        "has_marks": has_marks,
        "told": partial(told, look=look),
        "alone": partial(told, look=look, isolate=False),
    }
    return made


@cache
def _style(lang: str) -> str:
    """The style sheets of charts and of pages as one.

    A narrow page shows a row of the overview as lines, and each begins with its heading: said here
    once, not in each row of a page of many.
    """
    told = "".join(
        f'--head-{nth}:"{words.title(key, lang)}";' for nth, key in enumerate(OVERVIEW, 1)
    )
    return f"{svg.packaged('chart.css')}\n{svg.packaged('page.css')}:root{{{told}}}\n"


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
    if not is_link(address) or words.safe(address) != address:
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def link(address: str, text: str, look: Look) -> Markup:
    """`text` as a link to `address`, which `site` must know."""
    return Markup('<a href="{}">{}</a>').format(address, told(text, look))


def linked(text: str, look: Look) -> Markup:
    """A line that is an address or ends with one, as a link that is named by its host."""
    before, _, last = text.rpartition(" ")
    host = site(last)
    if host is None:
        return told(text, look)
    return Markup("{}{}{}").format(
        told(before, look), " " if before else "", link(last, host, look)
    )


def lines(fact: Fact, look: Look) -> list[Markup]:
    """The lines of a fact. An address that ends a title's lines is the title's own link."""
    first, *more = fact.lines or ("",)
    if more and " " not in more[-1] and site(more[-1]):
        return [link(more[-1], first, look), *(linked(line, look) for line in more[:-1])]
    return [linked(line, look) for line in fact.lines]


# --- tables -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A table as a page writes it: its heads, and each row from its first tag to its last cell."""

    heads: tuple[str, ...]
    rows: tuple[Markup, ...]


def kept(rows: Rows, look: Look) -> HtmlTable:
    """A table without its empty columns.

    Where rows have addresses, the text of their last cells leads there; one source of several rows
    stands once, beside them all.
    """
    cells: list[tuple[Markup | str, ...]] = list(rows.rows)
    spans = [1] * len(cells)
    if rows.links:
        pairs = pairwise(("", *rows.links))
        cells = [
            (*row[:-1], _led(row[-1], address, address == before, look))
            for row, (before, address) in zip(rows.rows, pairs, strict=True)
        ]
        spans = _spans(rows)
    keep = [n for n in range(len(rows.heads)) if n == 0 or any(row[n] for row in cells)]
    lines = (_tags([row[n] for n in keep], span, look)
             for row, span in zip(cells, spans, strict=True))  # fmt: skip
    return HtmlTable(tuple(rows.heads[n] for n in keep), tuple(lines))


def _spans(rows: Rows) -> list[int]:
    """Beside how many rows each last cell stands; 0 where that of a row above stands already."""
    spans: list[int] = []
    for row, address, again in zip(rows.rows, rows.links, rows.again, strict=True):
        top = len(spans) - next((n for n, span in enumerate(reversed(spans), 1) if span), 0)
        if again and row[-1] and spans and rows.links[top] == address:
            spans[top] += 1
            spans.append(0)
        else:
            spans.append(1)
    return spans


def _tags(row: list[Markup | str], span: int, look: Look) -> Markup:
    """The cells of a row behind their tags, none of which needs an end in HTML."""
    first, *others = (told(cell, look) for cell in row)
    opens = ["<td>"] * len(others)
    if others and span != 1:
        opens[-1:] = [f"<td rowspan={span}>"] if span else []
    inside = "".join(f"{tag}{cell}" for tag, cell in zip(opens, others, strict=False))
    return Markup(f"<tr><th>{first}{inside}")  # noqa: S704 - each cell is escaped above


def _led(text: str, address: str, again: bool, look: Look) -> Markup | str:
    """A cell that leads to its source, unless the cell above has just led there."""
    host = site(address)
    return link(address, text or host, look) if host and not (again and text) else text
