"""The codes by which statistics offices say what an observation is -> a status of ours.

Eurostat writes several letters together (`bp`, `ep`), in a column of their own or behind the
figure. Of several the weakest counts. What makes it another figure is refused: no status says it.
"""

from __future__ import annotations

from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.scales import POWERS

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
#: For which a person may answer: the figure is there, and somebody has to know what it is worth.
ANSWERED = frozenset("BDNU")
_FLAGS = "bcdefinprsuz"
_BREAK = (
    "a break (B) begins a series of its own: add --status final, with --series NAME and without the"
    " figures before it (--filter, or delete them), or alone if they can be compared"
)
_LEFT_OUT = "leave other rows out with --filter"
_OR_COUNTED = "leave it out with --filter, or add --status final if it is to count all the same"
_WEAKEST = ("estimated", "provisional")


def status_of(text: str, eurostat: bool, joined: bool = False) -> str | None:
    """The status that the codes of a cell mean, None for none. Raises Wrong.

    A break says nothing where a person has answered for it (`joined`): the figures can be compared,
    or begin a series of their own. Nor do the others for which one may answer.

    >>> status_of("ep", eurostat=True), status_of("A", eurostat=False)
    ('estimated', None)
    """
    codes = text.partition(":")[0].upper()  # "p: provisional", where labels were asked for
    known = _READ | ({"S": "estimated"} if eurostat else {})
    known |= dict.fromkeys(ANSWERED) if joined else {}
    statuses = []
    for letter in codes.replace(" ", "").replace(",", "").replace(";", ""):
        if letter in _OTHER and letter not in known:
            refuse(text, letter)
        if letter not in known:
            raise Wrong(f"the status code {shown(text)} is not A, P, E or F", _LEFT_OUT)
        statuses.append(known[letter])
    return next((status for status in _WEAKEST if status in statuses), None)


def refuse(text: str, letter: str) -> NoReturn:
    """Raises Wrong for a code that means what `letter` does in SDMX."""
    remedy = _BREAK if letter == "B" else _OR_COUNTED if letter in ANSWERED else _LEFT_OUT
    raise Wrong(f"the status code {shown(text)} means {_OTHER[letter]}", remedy)


def answered_for(text: str) -> str:
    """What a note is to say of a figure that counts although its codes make it a doubtful one, or
    the first behind a break.

    >>> answered_for("bu"), answered_for("p")
    ('marked "bu" in the file: a break in the series, a figure of low reliability', '')
    """
    codes = text.partition(":")[0]
    letters = codes.upper() if are_flags(codes.casefold()) else ""
    told = [_OTHER[letter] for letter in letters if letter in ANSWERED]
    return f"marked {shown(codes)} in the file: {', '.join(told)}" if told else ""


def refuse_change(text: str) -> NoReturn:
    """Raises Wrong for a remark that figures are counted in another way than those before."""
    what = f"{shown(text)} tells of another method than that of the figures before"
    remedy = (
        "add --status final, with --series NAME and without the figures before it (--filter, or"
        " delete them), or alone if they can be compared"
    )
    raise Wrong(what, remedy)


def are_flags(text: str) -> bool:
    """Whether a text may be letters that Eurostat writes behind a figure.

    >>> [are_flags(text) for text in ("bp", "bn", "pp", "")]
    [True, False, False, False]
    """
    letters = set(text)
    return 0 < len(text) == len(letters) <= 3 and letters <= set(_FLAGS) and text not in POWERS
