"""The page of one target on a terminal."""

from __future__ import annotations

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render.blocks import Block, Fact, Quote, Rows, Section, Words
from kpi.render.grid import GAP, clip, flow, flowed, pad, table, width
from kpi.render.look import Look
from kpi.render.show_sections import sections
from kpi.render.status_columns import verdict
from kpi.render.text.chart import chart
from kpi.render.wording import reasons, words
from kpi.render.wording.overview import clocks
from kpi.render.wording.signs import in_marks
from kpi.render.wording.titles import both_titles
from kpi.values import replace

#: Lines of prose are no longer than this, however wide the terminal.
COLUMN = 100
INDENT = "  "


def show_page(status: Status, board: Board, look: Look, version: str = "") -> str:
    """The promise, the evidence, the verdict and every caveat of one target."""
    prose = look if look.width is None else replace(look, width=min(look.width, COLUMN))
    blocks = [head(status, board, prose)]
    drawing = chart(status, board.on, look)
    blocks += [section(part, drawing, look, prose) for part in sections(status, board, look)]
    blocks = [lines for lines in blocks if len(lines) > 1]  # no heading without anything below it
    return "\n\n".join("\n".join(line.rstrip() for line in lines) for lines in blocks) + "\n"


def head(status: Status, board: Board, look: Look) -> list[str]:
    """Name, titles, verdict with its reason, and the clocks in use."""
    target = status.target
    lines = flow(said(target.id, look), look)
    for title in both_titles(target, look.lang):
        lines += flow(said(title, look), look)
    reason = said(reasons.why(status, look.lang), look)
    lines += ["", verdict(status, look), *flow(reason, look, INDENT)]
    if not look.quiet:
        lines += flow(words.plain(clocks(board, look.lang), look), look, INDENT)
    return lines


def section(part: Section, drawing: list[str], look: Look, prose: Look) -> list[str]:
    """A heading and its blocks; labels of facts that follow each other line up."""
    labels = [width(block.label) for block in part.blocks if isinstance(block, Fact)]
    room = min(max(labels, default=0), 24)
    lines = [said(part.heading, look).upper()]
    for block in part.blocks:
        lines += drawn(block, drawing, look, prose, room)
    return lines


def drawn(block: Block, drawing: list[str], look: Look, prose: Look, room: int) -> list[str]:
    """One block as lines no wider than the look."""
    if isinstance(block, Fact):
        return fact(block, prose, room)
    if isinstance(block, Quote):
        return flow(words.plain(in_marks(words.safe(block.text)), look), prose, INDENT)
    if isinstance(block, Words):
        return flow(said(block.text, look), prose, INDENT)
    if isinstance(block, Rows):
        return grid(block, look)
    return [*drawing, ""] if drawing else []


def fact(block: Fact, look: Look, room: int) -> list[str]:
    """A label and its lines beside it; below it where the terminal is too narrow."""
    label, lines = said(block.label, look), []
    hang = INDENT + " " * (room + 2)
    if width(label) > room or (look.width is not None and look.width < room + 30):
        lines, hang = flow(label, look, INDENT), INDENT * 2
        first = hang
    else:
        first = INDENT + pad(label, room) + "  "
    for n, line in enumerate(block.lines):
        start = first if n == 0 else hang
        lines += flow(
            said(line, look), look, start, hang + (INDENT if len(block.lines) > 1 else "")
        )
    return lines


def grid(rows: Rows, look: Look) -> list[str]:
    """A table, indented. Where the room is short one column is flowed over several lines.

    Columns go only where even that is not enough.
    """
    cells = [[said(cell, look) for cell in row] for row in (rows.heads, *rows.rows)]
    keep = [place for place in range(len(rows.heads)) if any(row[place] for row in cells[1:])]
    give = rows.give
    if look.width is not None:
        room = look.width - len(INDENT)
        sizes = {place: max(width(row[place]) for row in cells) for place in keep}
        for place in rows.drops:
            if place in keep and _least(keep, sizes, give) > room:
                keep.remove(place)
        give = give if give in keep else keep[-1]
        room_left = room - sum(sizes[place] + len(GAP) for place in keep if place != give)
        cells = [part for row in cells for part in flowed(row, give, max(room_left, 8), look)]
    aligns = ["right" if place in rows.right else "left" for place in keep]
    heads, *body = [[row[place] for place in keep] for row in cells]
    lines = [INDENT + line for line in table(heads, body, aligns, look)]
    return lines if look.width is None else [clip(line, look.width, look) for line in lines]


def _least(keep: list[int], sizes: dict[int, int], give: int) -> int:
    """The least width of a table: all columns whole but the one that is flowed."""
    whole = sum(min(sizes[place], 14) if place == give else sizes[place] for place in keep)
    return whole + len(GAP) * (len(keep) - 1)


def said(text: str, look: Look) -> str:
    """Any text of the page, safe for a terminal."""
    return words.plain(words.safe(text), look)
