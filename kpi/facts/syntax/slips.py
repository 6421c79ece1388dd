"""A slip of writing in a document that is no TOML, and the document with another thing there.

Loaded for such files, and for no others.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kpi.facts.syntax.toml_rows import KEY, MOST_ROWS, begins_anew, indent_of, masked
from kpi.values import NamedTuple

#: A value that no key of ours may have.
NOTHING = "1979-05-27T07:32:00"


class Mended(NamedTuple):
    """A document with something else at a fault; lines and columns are of its text, from 1."""

    text: str
    unread: tuple[tuple[int, int], ...] = ()  # where a key stands of which the value is not read
    moved: tuple[int, int, int] = (0, 0, 0)  # a line, and what stands behind a column how far


class Slip:
    """What is at fault in a document: the row and the letter in it, both from 0."""

    def __init__(self, text: str, line: int, column: int, what: str) -> None:
        self.text, self.rows = text, text.split("\n")
        self.nth, self.at, self.what = line - 1, column - 1, what
        self.row = self.rows[self.nth].removesuffix("\r")
        self.mask = masked(self.row)
        self.key = re.match(KEY, self.row)  # what stands before a value; None where no key does

    def edited(self, start: int, end: int, new: str, *unread: int) -> Mended:
        """The document with `new` between two letters of the row."""
        line = self.nth + 1
        self.rows[self.nth] = self.row[:start] + new + self.row[end:]
        moved = (line, start + 1, len(new) - (end - start))
        return Mended("\n".join(self.rows), tuple((line, at + 1) for at in unread), moved)

    def blanked(self, first: int, last: int, new: str = "", *unread: int) -> Mended:
        """The document with `new`, and empty rows behind it, in the place of some."""
        self.rows[first : last + 1] = [new] + [""] * (last - first)
        return Mended("\n".join(self.rows), tuple((first + 1, at + 1) for at in unread))

    def valued_up_to(self, last: int) -> Mended | None:
        """The document with a value that no key may have, up to a row; None where no key stands."""
        if self.key is None:
            return None
        return self.blanked(self.nth, last, self.key[0] + NOTHING, indent_of(self.row))

    @property
    def rest(self) -> str:
        """What stands behind the place, without comments and with texts masked."""
        return self.mask[self.at :].strip()

    def until(self, ends: Callable[[str], object]) -> int | None:
        """The next row that ends something, unless another key or heading comes before it."""
        for nth in range(self.nth + 1, min(self.nth + MOST_ROWS, len(self.rows))):
            row = self.rows[nth].strip()
            if begins_anew(row):
                return None
            if ends(row):
                return nth
        return None
