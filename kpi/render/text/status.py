"""The status table on a terminal: the blind spots first, then one line a target."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render.grid import aligned, clip, flow, width, widths
from kpi.render.look import Look
from kpi.render.status_columns import STATUS, Column, chosen
from kpi.render.wording import words
from kpi.render.wording.overview import blind_spots_of, clocks, lacking, lights
from kpi.render.wording.phrases import phrase
from kpi.render.wording.vocabulary import FLAGS, LETTERS
from kpi.values import NamedTuple

#: From this width on letters stand for flags that have no room; below it a star leaves more.
LETTERED = 60


class Row(NamedTuple):
    """A target in the table: all that is shown of it, and nothing else."""

    cells: tuple[str, ...]  # one for each of status_columns.STATUS
    light: str
    lacks: str  # why there is no current data: "stale", "closed" or a verdict; empty if there is
    flagged: bool


class Scope(NamedTuple):
    """What the table is of: the clocks, and what is not in it."""

    on: dt.date
    as_of: dt.date
    at: str | None
    unannounced: tuple[str, ...]
    observations: int


def status_table(board: Board, look: Look, version: str = "") -> str:
    """All targets of the board, one line each, under what is not known of them."""
    scope = Scope(board.on, board.as_of, board.at, board.unannounced, board.observations)
    return table_of([row(status, look) for status in board.statuses], scope, look)


def row(status: Status, look: Look) -> Row:
    """The row of a target."""
    cells = tuple(words.plain(column.cell(status, look), look) for column in STATUS)
    return Row(cells, status.light, lacking(status), bool(status.flags))


def table_of(rows: Sequence[Row], scope: Scope, look: Look) -> str:
    """The rows as a table, under what is not known of them."""
    body, in_words = grid(rows, look) if rows else ([], True)
    if look.quiet:
        return "".join(line + "\n" for line in body)
    parts = [preface(rows, scope, look), body, epilogue(rows, look, in_words)]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def grid(rows: Sequence[Row], look: Look) -> tuple[list[str], bool]:
    """The table alone, and whether it has the flags in words: columns by the room there is.

    Long names are clipped, verdicts stay whole, and flags that are left out are counted. Where
    there is no room for words, letters stand for the flags, or a star says that there are some.
    """
    shown = layout(rows, "mark", look)
    in_words = any(column.key == "flags" for column, _ in shown)
    if not in_words:
        shown = layout(rows, "flags", look)
    heads, *lines = zip(*(stack for _, stack in shown), strict=True)
    aligns = ["right" if column.right else "left" for column, _ in shown]
    return aligned(heads, lines, aligns, look), in_words


def lettered(look: Look) -> bool:
    """Whether there is room for letters in place of flags; a line below tells what each means."""
    return look.width is None or look.width >= LETTERED


def layout(rows: Sequence[Row], without: str, look: Look) -> list[tuple[Column, list[str]]]:
    """The columns that have something to show and for which there is room, with their cells."""
    full = []
    for place, column in enumerate(STATUS):
        cells = [row.cells[place] for row in rows] if column.key != without else []
        if column.key == "mark" and not lettered(look):
            cells = ["*" if cell else "" for cell in cells]
        if any(cells):
            full.append((column, [words.title(column.key, look.lang), *cells]))
    natural = [max(widths(stack)) for _, stack in full]
    fitted = []
    columns = [column for column, _ in full]
    for place, size in chosen(natural, columns, look.width, look.lang).items():
        column, stack = full[place]
        if size < natural[place]:
            shortened = some_flags if column.key == "flags" else clip
            stack = [shortened(cell, size, look) for cell in stack]
        fitted.append((column, stack))
    return fitted


def some_flags(flags: str, cells: int, look: Look) -> str:
    """As many flags as have room in so many cells, and how many more there are: "stale +5"."""
    if width(flags) <= cells:
        return flags
    each = flags.split(", ")
    for count in range(len(each) - 1, 0, -1):
        text = f"{', '.join(each[:count])} +{len(each) - count}"
        if width(text) <= cells:
            return text
    more = f" +{len(each) - 1}" if len(each) > 1 else ""
    return clip(each[0], cells - len(more), look) + more


def preface(rows: Sequence[Row], scope: Scope, look: Look) -> list[str]:
    """Title, clocks and blind spots: what must be read before any verdict."""
    blind = blind_spots_of([row.lacks for row in rows], scope.observations, look.lang)
    lines = flow(words.plain(blind, look), look)
    lines += flow(words.plain(clocks(scope, look.lang), look), look)
    if scope.unannounced:
        ids = ", ".join(map(words.safe, scope.unannounced))
        lines += flow(phrase("unannounced", look.lang, ids=ids), look, hang="  ")
    return lines


def epilogue(rows: Sequence[Row], look: Look, in_words: bool) -> list[str]:
    """The lights counted, which is also the legend of the signs, and where to read on.

    Where the flags are not `in_words`, the letters or the star that stand for them are told.
    """
    if not rows:
        return []
    lines = [lights(Counter(row.light for row in rows), look)]
    hints = [phrase("hint", look.lang)]
    if not in_words and any(row.flagged for row in rows):
        if lettered(look):
            lines.append(_letters(rows, look.lang))
        else:
            hints.insert(0, phrase("starred", look.lang))
    lines.append(" · ".join(hints))
    flowed = [part for line in lines for part in flow(words.plain(line, look), look)]
    return [line.replace(_STAYS, " ") for line in flowed]


#: Between a letter and its word: no line ends there. It becomes a blank when the lines are made.
_STAYS = "\u00a0"
_MARK = next(place for place, column in enumerate(STATUS) if column.key == "mark")


def _letters(rows: Sequence[Row], lang: str) -> str:
    """What the letters of the table mean, in the order of the vocabulary."""
    used = set().union(*(row.cells[_MARK] for row in rows))
    meanings = [f"{letter}{_STAYS}{FLAGS[name][0] if lang == 'ko' else name}"
            for name, letter in LETTERS.items() if letter in used]  # fmt: skip
    return phrase("lettered", lang, flags=" · ".join(meanings))
