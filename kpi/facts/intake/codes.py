"""The codes by which statistics offices say what an observation is -> a status of ours.

Eurostat writes several letters together (`bp`, `ep`), in a column of their own or behind the
figure. Of several the weakest counts. What makes it another figure is refused: no status says it.
"""

from __future__ import annotations

from kpi.facts.fields import Wrong, shown
from kpi.facts.scales import POWERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

#: SDMX's CL_OBS_STATUS and Eurostat's flags, as far as they leave the figure what it is.
_READ = {
    "A": None, "R": None, "P": "provisional",
    "E": "estimated", "F": "estimated", "I": "estimated",
    "‡": "estimated", "+": "estimated",  # of UNESCO's institute and of a country
}  # fmt: skip
#: Those that make it another figure; S is Eurostat's estimate in flags, and a strike in SDMX.
_OTHER = {
    "B": "a break in the series",
    "C": "a confidential figure",
    "D": "another definition",
    "N": "a figure that is not significant",
    "U": "a figure of low reliability",
    "Z": "a figure that does not apply",
}
_FLAGS = "bcdefinprsuz"
_BREAK = "a break (B) begins a series of its own; leave other rows out with --filter"
_WEAKEST = ("estimated", "provisional")


def status_of(text: str, eurostat: bool) -> str | None:
    """The status that the codes of a cell mean, None for none. Raises Wrong.

    >>> status_of("ep", eurostat=True), status_of("A", eurostat=False)
    ('estimated', None)
    """
    codes = text.partition(":")[0].upper()  # "p: provisional", where labels were asked for
    known = _READ | ({"S": "estimated"} if eurostat else {})
    found = []
    for letter in codes.replace(" ", "").replace(",", "").replace(";", ""):
        if letter in _OTHER:
            refuse(text, letter)
        if letter not in known:
            raise Wrong(f"the status code {shown(text)} is not A, P, E or F", _BREAK)
        found.append(known[letter])
    return next((status for status in _WEAKEST if status in found), None)


def refuse(text: str, letter: str) -> NoReturn:
    """Raises Wrong for a code that means what `letter` does in SDMX."""
    remedy = _BREAK if letter == "B" else "leave other rows out with --filter"
    raise Wrong(f"the status code {shown(text)} means {_OTHER[letter]}", remedy)


def are_flags(text: str) -> bool:
    """Whether a text may be letters that Eurostat writes behind a figure.

    >>> [are_flags(text) for text in ("bp", "bn", "pp", "")]
    [True, False, False, False]
    """
    letters = set(text)
    return 0 < len(text) == len(letters) <= 3 and letters <= set(_FLAGS) and text not in POWERS
