"""Markdown as GitHub reads it. Whatever stands in the data appears as text.

Our own writer: libraries do not escape, and a ledger quotes strangers.
"""

from __future__ import annotations

from collections.abc import Sequence

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render import rule_rows
from kpi.render.addresses import is_link
from kpi.render.blocks import Block, Fact, Quote, Rows, Section, Words
from kpi.render.look import Look
from kpi.render.show_sections import sections
from kpi.render.status_columns import STATUS
from kpi.render.text.chart import chart
from kpi.render.wording import reasons, words
from kpi.render.wording.overview import blind_spots, clocks
from kpi.render.wording.titles import both_titles, heading

_MARKS = str.maketrans(
    {sign: "\\" + sign for sign in "\\`*_[]#|~$"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}
)
#: The chart stands in a fenced block, as on a terminal of this width.
WIDTH = 80


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is, on one line, also at the beginning of one.

    >>> escaped("<b>|*x*")
    '&lt;b&gt;\\\\|\\\\*x\\\\*'
    """
    safe = words.safe(text).strip()
    shown = safe.translate(_MARKS)
    head, _, rest = safe.partition(" ")
    if head[:-1].isdecimal() and head[-1] in ".)":  # would number a list
        return f"{head[:-1]}\\{head[-1]} {rest.translate(_MARKS)}".rstrip()
    return "\\" + shown if head and set(head) <= set("-+=") else shown


def grid(
    heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()
) -> list[str]:
    """A table of plain cells, escaped here."""
    rule = ["---:" if place in right else "---" for place in range(len(heads))]
    lines = [[escaped(cell) for cell in row] for row in (heads, *rows)]
    return [f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:])]


def status_markdown(board: Board, look: Look, version: str = "") -> str:
    """All targets of the board as a table under the blind spots."""
    lines = [] if look.quiet else [f"# {escaped(heading(board, look.lang))}", ""]
    if not look.quiet:
        lines += [f"**{escaped(blind_spots(board, look.lang))}**", ""]
        lines += [escaped(clocks(board, look.lang)), ""]
    if board.statuses:
        columns = [column for column in STATUS if column.key != "mark"]
        plain = Look(ascii=look.ascii, lang=look.lang)
        rows = [[words.plain(c.cell(s, plain), plain) for c in columns] for s in board.statuses]
        heads = [words.title(column.key, look.lang) for column in columns]
        lines += grid(heads, rows, [place for place, column in enumerate(columns) if column.right])
    return "\n".join(lines).rstrip("\n") + "\n"


def methods_markdown(board: Board, look: Look, version: str = "") -> str:
    """The panel of every target under its own heading, below the clocks in use."""
    lines = [] if look.quiet else [escaped(clocks(board, look.lang)), ""]
    for status in board.statuses:
        verdict = words.verdict(status.verdict, look.lang)
        lines += [f"## {escaped(status.target.id)}: {escaped(verdict)}", ""]
        if status.readings:
            heads = [words.title(key, look.lang) for key in rule_rows.HEADS]
            rows = [rule_rows.row(reading, status, look) for reading in status.readings]
            lines += [*grid(heads, rows, (1, 3)), ""]
        else:
            lines += [escaped(reasons.why(status, look.lang)), ""]
        split = rule_rows.verdict_on_split(status, look.lang)
        lines += [escaped(split), ""] if split else []
        lines += [f"- {escaped(ground)}" for ground in rule_rows.grounds(status, look.lang)] + [""]
    return words.plain("\n".join(lines).rstrip("\n") + "\n", look)


def show_markdown(status: Status, board: Board, look: Look, version: str = "") -> str:
    """The page of one target."""
    target, lang = status.target, look.lang
    verdict = words.signed_verdict(status.verdict, status.light, look)
    title, *others = both_titles(target, lang)
    lines = [f"# {escaped(title)}", ""]
    lines += [line for other in others for line in (escaped(other), "")]
    lines += [escaped(target.id), ""]
    lines += [f"**{escaped(verdict)}** {escaped(reasons.why(status, lang))}", ""]
    lines += [escaped(clocks(board, lang)), ""]
    drawing = chart(status, board.on, Look(WIDTH, ascii=look.ascii, lang=look.lang))
    for part in sections(status, board, look):
        lines += section(part, drawing)
    return words.plain("\n".join(lines).rstrip("\n") + "\n", look)


def section(part: Section, drawing: list[str]) -> list[str]:
    """A heading and its blocks; facts that follow each other are one list."""
    lines = [f"## {escaped(part.heading)}", ""]
    before: Block | None = None
    for block in part.blocks:
        if isinstance(before, Fact) and not isinstance(block, Fact):
            lines.append("")
        lines += drawn(block, drawing)
        before = block
    if len(lines) == 2:
        return []  # no heading without anything below it
    return [*lines, ""] if isinstance(before, Fact) else lines


def drawn(block: Block, drawing: list[str]) -> list[str]:
    """One block as lines; each but a fact ends with an empty one."""
    if isinstance(block, Fact):
        first, *more = [linked(line) for line in block.lines] or [""]
        return [f"- **{escaped(block.label)}**: {first}", *(f"  - {line}" for line in more)]
    if isinstance(block, Quote):
        return [f"> {escaped(block.text)}", ""]
    if isinstance(block, Words):
        return [escaped(block.text), ""]
    if isinstance(block, Rows):
        return [*grid(block.heads, block.rows, block.right), ""]
    return ["```text", *drawing, "```", ""] if drawing else []


def linked(text: str) -> str:
    """A line that is an address, or ends with one, as a link; http and https only."""
    before, _, last = text.rpartition(" ")
    if is_link(last):
        address = "".join(c if (c.isascii() and c.isalnum()) or c in "-._~:/?#@!$&*+,;=%" else
                          "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace"))
                          for c in words.safe(last))  # fmt: skip
        return (escaped(before) + " " if before else "") + f"<{address}>"
    return escaped(text)
