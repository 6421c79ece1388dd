"""Text in cells of the terminal: widths, clipping, flowing, and tables that line up.

A Hangul syllable is two cells wide, a combining mark none. What has a colour is coloured after
it has been clipped, never before.
"""

from __future__ import annotations

from collections.abc import Sequence

from kpi.render.look import Look
from kpi.render.wording.words import plain
from kpi.values import replace

#: Signs of ours that are one cell wide: a text of these and ASCII needs no table of widths.
_NARROW = frozenset("●◐○×·–…“”‘’≥≤─│▁▂▃▄▅▆▇█→◆◇░┤└┬").union(map(chr, range(128)))
GAP = "  "
#: Signs of units that stay in the line of their figure.
_BEHIND_FIGURES = frozenset(("%", "pp", "tn", "bn", "m"))
#: No column is filled up beyond this: one title of 20,000 letters would widen 5,000 rows.
WIDEST = 300
#: Rows from which a table is made by `aligned`: tabulate takes 20 µs a cell, ten times as long.
MANY = 1_000


def width(text: str) -> int:
    """How many cells `text` takes; colour takes none."""
    if "\x1b" not in text and (text.isascii() or _NARROW.issuperset(text)):
        return len(text)
    from wcwidth import width as cells  # 20 ms that a table in English need not pay

    return cells(text)


def widths(cells: Sequence[str]) -> list[int]:
    """The `width` of each of many cells: a column is asked at once, as most hold plain signs."""
    every = "".join(cells)
    if "\x1b" not in every and (every.isascii() or _NARROW.issuperset(every)):
        return list(map(len, cells))
    return list(map(width, cells))


def clip(text: str, cells: int, look: Look) -> str:
    """`text` in at most `cells` cells, its end marked where something was cut off."""
    if not _wider(text, cells):
        return text
    mark = plain("…", look)
    if cells <= len(mark):
        return mark[: max(cells, 0)]
    keep = cells - len(mark)
    if text.isascii():
        return text[:keep].rstrip() + mark
    from wcwidth import clip as cut

    begin = text[: 4 * cells]
    text = begin if width(begin) > keep else text
    return cut(text, 0, keep, control_codes="ignore").rstrip() + mark


def pad(text: str, cells: int) -> str:
    """`text` filled up with blanks to `cells` cells."""
    return text + " " * max(cells - width(text), 0)


def flow(text: str, look: Look, indent: str = "", hang: str | None = None) -> list[str]:
    """`text` in lines no wider than the look, broken between words and, if need be, inside them.

    The first line begins with `indent`, the others with `hang` (as `indent` if left out).
    """
    hang = indent if hang is None else hang
    if look.width is None:
        return [indent + text]
    lines, line, started = [], indent, False
    for word in _words(text):
        room = look.width - width(line) - started
        if started and _wider(word, room):
            lines.append(line)
            line, started, room = hang, False, look.width - width(hang)
        while _wider(word, max(room, 2)):
            head = _head(word, max(room, 2))
            lines.append(line + head)
            word, line, room = word[len(head) :], hang, look.width - width(hang)
        line, started = line + (" " if started else "") + word, True
    return [*lines, line]


def _words(text: str) -> list[str]:
    """The words of `text`, a figure together with the sign of its unit: "70 %" is not broken."""
    words: list[str] = []
    for word in filter(None, text.split(" ")):
        is_unit = len(word) <= 4 and word.rstrip(".,;:)") in _BEHIND_FIGURES
        if is_unit and words and words[-1][-1:].isdigit():
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _wider(text: str, cells: int) -> bool:
    """Whether `text` is wider than `cells`; of a very long one its beginning shows it."""
    enough = 4 * max(cells, 8)  # all of it is measured only where most of it takes no cells
    return (len(text) > enough and width(text[:enough]) > cells) or width(text) > cells


def _head(word: str, cells: int) -> str:
    """The longest beginning of `word` that fits into `cells`; at least one character."""
    end = min(len(word), cells)
    while end > 1 and width(word[:end]) > cells:
        end -= 1
    return word[:end]


def room_of_first(rows: Sequence[Sequence[str]], cells: int) -> int:
    """How many of `cells` the other columns of a table leave to the first one."""
    _, *others = zip(*rows, strict=True)
    return cells - sum(max(widths(column)) + len(GAP) for column in others)


def flowed(row: Sequence[str], give: int, room: int, look: Look) -> list[list[str]]:
    """A row, and further ones below it for what one of its cells is too long for."""
    first, *more = flow(row[give], replace(look, width=room))
    blank = [""] * len(row)
    rest = [[*blank[:give], line, *blank[give + 1 :]] for line in more]
    return [[*row[:give], first, *row[give + 1 :]], *rest]


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], aligns: Sequence[str], look: Look
) -> list[str]:
    """Rows of finished cells as lines of one and the same width, under their titles.

    `aligns` is "left" or "right" for each column. The caller has seen to it that the cells fit.
    The titles go in as a row, because tabulate makes a column with a title two cells wider.
    """
    if len(rows) > MANY or any(width(cell) > WIDEST for row in rows for cell in row):
        return aligned(heads, rows, aligns, look)
    import tabulate as tab  # 36 ms, and no format but tables needs it

    def joined(cells: list[str], _widths: list[int], _aligns: list[str]) -> str:
        return GAP.join(cells)

    form = tab.TableFormat(
        lineabove=None, linebelowheader=None, linebetweenrows=None, linebelow=None,
        headerrow=joined, datarow=joined, padding=0, with_header_hide=None,
    )  # fmt: skip
    lines = tab.tabulate(
        [list(heads), *map(list, rows)], tablefmt=form, colalign=tuple(aligns),
        disable_numparse=True, preserve_whitespace=True,
    ).split("\n")  # fmt: skip
    sizes = [max(widths(cells)) for cells in zip(heads, *rows, strict=True)]
    return [lines[0], _rule(sizes, look), *lines[1:]]


def aligned(
    heads: Sequence[str], rows: Sequence[Sequence[str]], aligns: Sequence[str], look: Look
) -> list[str]:
    """What `table` gives, to the letter, for what is asked every day, and for thousands of tables.

    Loading tabulate takes 36 ms, as long as all the rest of `kpi status`, and each of its tables
    half a millisecond, three times as long as judging the six rules that are in it.
    """
    stacks = []
    for cells, align in zip(zip(heads, *rows, strict=True), aligns, strict=True):
        taken = widths(cells)
        size = min(max(taken), WIDEST)
        blanks = [" " * (size - used) for used in taken]
        sides = (blanks, cells) if align == "right" else (cells, blanks)
        stacks.append(["".join(pair) for pair in zip(*sides, strict=True)])
    top, *rest = (GAP.join(line) for line in zip(*stacks, strict=True))
    return [top, _rule([width(stack[0]) for stack in stacks], look), *rest]


def _rule(sizes: Sequence[int], look: Look) -> str:
    return GAP.join(plain("─", look) * size for size in sizes)
