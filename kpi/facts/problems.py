"""Faults in the data, as values: where, what is wrong, and what to write instead.

Readers collect problems and never stop at the first. A warning is a problem that does not make
the data unusable: `kpi check` prints it and still exits 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from kpi.values import dataclass

#: So many problems of one kind are told of one file.
MOST_OF_A_KIND = 1_000
#: After so many problems the rest of a file is not looked at.
MOST = 20_000


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file of the project; line and column count from 1, 0 is the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column or 1}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: its place, what is wrong there, and what to do about it.

    `more` others of its kind in the same file are not told one by one: it stands for all of them.
    """

    where: Place
    what: str
    remedy: str
    warning: bool = False
    more: int = 0

    def __str__(self) -> str:
        word = "warning: " if self.warning else ""
        more = f" (and {self.more:,} more of this kind in this file)" if self.more else ""
        return f"{self.where}: {word}{self.what}{more}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Checked:
    """How many things were looked at, and what was found in them: problems, or else warnings."""

    targets: int
    observations: int
    files: int  # with targets.toml
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    timezone: str


class Unsound(Exception):  # noqa: N818 - what is wrong, and where, is told by `book`
    """There is a problem in the records, for whoever has no use for them then."""


#: The order of problems, as a key: thousands of them are sorted by it in a fifth of the time.
in_order = attrgetter(
    "where.file", "where.line", "where.column", "what", "remedy", "warning", "more"
)  # fmt: skip


def count(problems: Iterable[Problem]) -> int:
    """How many faults there are, those included that are not told one by one."""
    return sum(1 + problem.more for problem in problems)
