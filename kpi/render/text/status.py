"""The status table on a terminal: the blind spots first, then one line a target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render.look import Look
from kpi.render.text.columns import STATUS, Column, chosen
from kpi.render.text.grid import clip, flow, table, width
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.vocabulary import FLAGS, LIGHTS


def status_table(board: Board, look: Look, version: str = "") -> str:
    """All targets of the board, one line each, under what is not known of them."""
    body = grid(board.statuses, STATUS, look) if board.statuses else []
    if look.quiet:
        return "".join(line + "\n" for line in body)
    starred = words.title("flags", look.lang) not in "".join(body[:1])
    parts = [part for part in (preface(board, look), body, epilogue(board, look, starred)) if part]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def grid(statuses: Sequence[Status], columns: Sequence[Column], look: Look) -> list[str]:
    """The table alone: columns by the room there is, long names clipped, verdicts whole.

    Where there is no room for the flags in words, a star says that there are some.
    """
    shown = layout(statuses, [c for c in columns if c.key != "mark"], look)
    if all(column.key != "flags" for column, _, _ in shown):
        shown = layout(statuses, [c for c in columns if c.key != "flags"], look)
    cells = [[clip(cell, size, look) for cell in stack] for _, stack, size in shown]
    heads, *rows = zip(*cells, strict=True)
    return table(heads, rows, ["right" if c.right else "left" for c, _, _ in shown], look)


def layout(
    statuses: Sequence[Status], columns: Sequence[Column], look: Look
) -> list[tuple[Column, list[str], int]]:
    """The columns that have something to show and for which there is room: cells and width."""
    stacks = []
    for column in columns:
        cells = [words.plain(column.cell(status, look), look) for status in statuses]
        stacks.append((column, [words.title(column.key, look.lang), *cells]))
    full = [(column, stack) for column, stack in stacks if any(stack[1:])]
    natural = [max(map(width, stack)) for _, stack in full]
    sizes = chosen(natural, [c for c, _ in full], look.width)
    return [(*full[place], size) for place, size in sizes.items()]


def preface(board: Board, look: Look) -> list[str]:
    """Title, clocks and blind spots: what must be read before any verdict."""
    lines = flow(words.plain(blind_spots(board, look.lang), look), look)
    lines += flow(words.plain(clocks(board, look.lang), look), look)
    if board.unannounced:
        ids = ", ".join(map(words.safe, board.unannounced))
        lines += flow(phrase("unannounced", look.lang, ids=ids), look, hang="  ")
    return lines


def blind_spots(board: Board, lang: str = "en") -> str:
    """How many targets have current data, and what the others lack.

    This is the first line of everything: missing data never hide behind the verdicts.
    """
    of = len(board.statuses)
    if not of:
        return phrase("empty" if board.observations else "blind_none", lang)
    current = sum(status.current for status in board.statuses)
    first = phrase("blind_one" if of == 1 else "blind", lang, current=current, of=of)
    rest = ", ".join(counted(lack(kind, lang), n, lang) for kind, n in lacks(board))
    return first + ("; " + phrase("blind_rest", lang, rest=rest) if rest else "")


def lacks(board: Board) -> list[tuple[str, int]]:
    """Why targets have no current data, by how often: "stale", or the verdict that says so."""
    kinds = Counter(
        "stale" if status.latest else status.verdict
        for status in board.statuses
        if not status.current
    )
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))


def lack(kind: str, lang: str) -> str:
    """The word for a kind of blind spot: a flag or a verdict."""
    return FLAGS[kind][0] if kind in FLAGS and lang == "ko" else words.verdict(kind, lang)


def counted(name: str, n: int, lang: str) -> str:
    """A name with how often it occurs: "3 stale", "오래된 자료 3"."""
    return f"{name} {n}" if lang == "ko" else f"{n} {name}"


def clocks(board: Board, lang: str = "en") -> str:
    """The days for which and from which is judged, and the revision if one was named."""
    parts = [phrase("clocks", lang, on=board.on.isoformat())]
    if board.as_of != board.on:
        parts.append(phrase("clock_as_of", lang, as_of=board.as_of.isoformat()))
    if board.at:
        parts.append(phrase("clock_at", lang, at=words.safe(board.at)))
    return " · ".join(parts)


def epilogue(board: Board, look: Look, starred: bool = False) -> list[str]:
    """The lights counted, which is also the legend of the signs, and where to read on."""
    if not board.statuses:
        return []
    lights = Counter(status.light for status in board.statuses)
    counts = []
    for light, (_, _, _, korean) in LIGHTS.items():
        if lights[light]:
            name = korean if look.lang == "ko" else light
            mark = words.colored(words.sign(light, look), light, look)
            counts.append(f"{mark} {counted(name, lights[light], look.lang)}")
    hints = [phrase("hint", look.lang)]
    if starred and any(status.flags for status in board.statuses):
        hints.insert(0, phrase("starred", look.lang))
    lines = (" · ".join(counts), " · ".join(hints))
    return [part for line in lines for part in flow(words.plain(line, look), look)]
