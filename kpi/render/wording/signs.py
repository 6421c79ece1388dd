"""Letters that a terminal may be given: nothing hidden, and on request no sign outside ASCII.

And the signs that stand around a text: those of a limit, and quotation marks.
"""

from __future__ import annotations

from itertools import chain

from kpi.facts.records import MISLEADING
from kpi.render.look import Look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.assess.status import Status
    from kpi.facts.records import Observation


def _hidden() -> dict[int, str]:
    """What must never reach a terminal as itself: what misleads, and what only hides.

    The latter, such as a blank without width that came with a quote, a file may hold.
    """
    codes = [*chain(*MISLEADING), 0x061C, 0x200B, 0x200E, 0x200F, *range(0x2060, 0x2070), 0xFEFF]
    codes += [*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080), 0xFFFE, 0xFFFF]
    names = {code: f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}" for code in codes}
    names |= {code: f"\\x{code:02x}" for code in codes if code < 0x100}
    return names | {ord("\n"): " ", ord("\t"): " "}


_hidden_letters: dict[int, str] = {}  # made when the first text is met that may hold one


#: The signs that we write ourselves, for `--ascii`. Letters of other scripts are not signs.
_ASCII = str.maketrans({
    "·": "|", "–": "-", "—": "-", "−": "-", "…": "..", "×": "x", "→": "->", "±": "+/-",
    "“": '"', "”": '"', "‘": "'", "’": "'", "≥": ">=", "≤": "<=", "≈": "~", "─": "-",
    "●": "+", "◐": "~", "○": "!", "∞": "inf", "√": "sqrt", "²": "^2", "Δ": "d", "\u00a0": " ",
    "°": " deg", "₩": "KRW ", "€": "EUR ",
})  # fmt: skip


#: What a quote may be copied with, opened and closed.
_MARKS = (("“", "”"), ("「", "」"), ("『", "』"), ("«", "»"), ("„", "“"), ('"', '"'))


def safe(text: str) -> str:
    """`text` with control, bidi and invisible characters as visible escapes, on one line.

    >>> safe("a\\x1b[31mb")
    'a\\\\x1b[31mb'
    """
    if text.isprintable():  # none of them is, nor are some others that stay, such as hard blanks
        return text
    if not _hidden_letters:
        _hidden_letters.update(_hidden())
    return text.translate(_hidden_letters)


def in_marks(quote: str) -> str:
    """Words of another between quotation marks, and not a second time where they bring theirs.

    >>> in_marks("30 percent"), in_marks("“30 percent”"), in_marks("“a” or “b”")
    ('“30 percent”', '“30 percent”', '““a” or “b””')
    """
    return quote if has_marks(quote) else f"“{quote}”"


def has_marks(quote: str) -> bool:
    """Whether a quote brings the quotation marks around it."""
    return any(
        quote.startswith(opened) and quote.find(closed, 1) == len(quote) - 1
        for opened, closed in _MARKS
    )


def bound(text: str) -> str:
    """What stands before a value of which only a limit is known: "≥ "; nothing, if it is exact."""
    return {">=": "≥ ", "<=": "≤ "}.get(text, "")


def bounded(observation: Observation, text: str) -> str:
    """A figure's `text`, marked if the source gave a limit only: "≥ 100"."""
    return bound(observation.bound) + text


def beyond(status: Status, gap: str) -> str:
    """The gap to the goal in words; that of a limit is no more than one: "≥ +6"."""
    figure = status.latest
    return gap if figure is None or status.year_so_far is not None else bounded(figure, gap)


def bound_said(text: str, lang: str) -> str:
    """The same in a sentence, where Korean has words for it: "최소 ", "최대 "."""
    return {">=": "최소 ", "<=": "최대 "}.get(text, "") if lang == "ko" else bound(text)


def plain(text: str, look: Look) -> str:
    """`text` with its typographic signs in ASCII, if the look asks for it."""
    return text.translate(_ASCII) if look.ascii else text
