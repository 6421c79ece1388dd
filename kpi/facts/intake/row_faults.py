"""The faults of the cells of one row: each is told, and not the first one alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kpi.facts.intake.rows import Supposed
from kpi.facts.intake.texts.stamps import OtherKind
from kpi.facts.keys.fields import Wrong

Held = TypeVar("Held")


class RowFaults:
    """What is wrong with the cells of a row, as it is found."""

    def __init__(self) -> None:
        self.found: list[Wrong] = []
        self.supposed: Supposed | None = None  # the row without them

    def of(self, read: Callable[..., Held], *cells: object) -> Held | None:
        """What `read` gives for cells; None, with its fault kept, where it raises Wrong."""
        try:
            return read(*cells)
        except Wrong as wrong:
            wrong.__traceback__ = None  # it holds this frame, and so itself, until all are searched
            self.found.append(wrong)
            return None

    def tell(self) -> None:
        """Raises the first that was found, with the others beside it; nothing if nothing was.

        A period that is not asked for is told where nothing else is wrong.
        """
        found = [fault for fault in self.found if not isinstance(fault, OtherKind)] or self.found
        if found:
            found[0].beside = found[1:]
            raise found[0]
