"""What the page of one target is made of: facts, quotes, sentences, tables, under headings.

Everything in them is finished words, not yet escaped for the terminal, Markdown or a page.
"""

from __future__ import annotations

from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact; further lines belong to the same label."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source, exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence or a paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table. `right` names the columns of numbers by their places.

    Where room is short, the columns `drops` go, in that order, and `give` is flowed. `links` are
    the addresses of the rows' last cells, for a writer that can link them there; `again` says of
    which rows the last cell is as above.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    give: int = 0
    drops: tuple[int, ...] = ()
    links: tuple[str, ...] = ()
    again: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """The place of the chart, which each writer draws in its own way."""


Block = Fact | Quote | Words | Rows | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `key` says which part of the page it is."""

    heading: str
    blocks: tuple[Block, ...]
    key: str = ""
