"""Faults in the data, as values: where, what is wrong, and what to write instead.

Readers collect problems and never stop at the first. A warning is a problem that does not make
the data unusable: `kpi check` prints it and still exits 0.
"""

from __future__ import annotations

from kpi.values import dataclass


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
    """One fault: its place, what is wrong there, and what to do about it."""

    where: Place
    what: str
    remedy: str
    warning: bool = False

    def __str__(self) -> str:
        word = "warning: " if self.warning else ""
        return f"{self.where}: {word}{self.what}; {self.remedy}"
