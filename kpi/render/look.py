"""How a text shall look: everything of the reader and the terminal that a renderer may know."""

from __future__ import annotations

from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """The terminal and the reader, as one value.

    `width` is the number of columns that no line may exceed; None (a pipe, a file) truncates
    nothing. `ascii` keeps every sign that we write inside ASCII; words in Korean, and the texts
    of the ledger, stay as they are. `quiet` leaves the table alone, without what surrounds it.
    """

    width: int | None = None
    color: bool = False
    ascii: bool = False
    lang: str = "en"  # "en" | "ko"
    quiet: bool = False
