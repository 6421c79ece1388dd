"""A cell of a table, whatever file it came from, and how it reads as a text.

A cell of a CSV file or of a KOSIS answer is always a text. A spreadsheet's may also be a number (an
integer arrives as 2024.0), a day or true. Nothing in a cell is ever run.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from unicodedata import category, normalize

from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """What the format of a cell adds to a number: texts around it, and for "%" a hundredfold.

    `thousands` counts the commas behind the digits, each of which leaves three of them out. The
    texts keep the blank between them and the number.
    """

    percent: bool
    before: str = ""
    behind: str = ""
    thousands: int = 0

    def around(self, digits: str) -> str:
        """What is shown of a number with these digits."""
        return f"{self.before}{digits}{self.behind}"

    def of(self, number: float) -> Formatted:
        """A number that is shown so."""
        formatted = Formatted(number)
        formatted.shape = self
        return formatted


class Formatted(float):
    """A number of a spreadsheet whose format adds something to its digits."""

    shape: Shape


class Footnoted(str):
    """A period without the sign of its footnote, and what that says: it goes with its figures."""

    footnote: str = ""

    @classmethod
    def of(cls, period: str, footnote: str) -> Footnoted:
        """A period with what its footnote says."""
        footnoted = cls(period)
        footnoted.footnote = footnote
        return footnoted


Cell = str | int | float | bool | dt.date

#: What offices write where there is no figure: nothing, any dash, dots, a secret.
_NOTHING = {"", ".", "..", "...", "…", "⋯", "·", ":", "x", "*", "***", "n/a", "na", "n.a.", "nan",
            "null", "none", "undefined", "/", "[x]", "[c]", "[z]", "(d)", "nd", "s.d.", "n.d.",
            "자료없음", "해당없음", "미공표", "비공개"}  # fmt: skip
#: Signs that government tables write for minus, and press tables for a rise.
TRIANGLES = ("△", "▲", "▽", "▼")
#: A soft hyphen is how CP949 spells the hyphen of Korean print; the minus is no dash in Unicode.
_DASHES = "\u00ad\u2212"
#: They mean "about", "to" or a long vowel in Japanese, and never minus.
_WAVES = "\u301c\u3030\u30a0"


def as_text(cell: Cell) -> str:
    """The cell as a text in NFC with single blanks: 2024.0 is "2024", 0.1 + 0.2 is "0.3".

    A number is shown with the 15 digits that spreadsheets keep; what follows is noise.
    """
    if isinstance(cell, str):
        text = " ".join(cell.split())
        return text if text.isascii() else normalize("NFC", text)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


_NARROW = {**{ord("０") + n: str(n) for n in range(10)}, ord("．"): ".", ord("，"): ",",
           ord("％"): "%"}  # fmt: skip


def narrowed(text: str) -> str:
    """A figure or a period with the digits of ASCII: ３．１ of a Japanese table is 3.1."""
    return text if text.isascii() else text.translate(_NARROW)


#: A figure and behind it, in square brackets, the bounds between which it lies, as the WHO writes.
_INTERVAL = re.compile(
    r"(?P<figure>-?[0-9][0-9., ]*?%?) ?\[ ?(?P<least>-?[0-9.]+) ?[-–—] ?(?P<most>-?[0-9.]+) ?\]"
)


def without_interval(text: str) -> str:
    """A narrowed figure without the interval behind it, where it lies within.

    >>> [without_interval(text) for text in ("26.7 [25.8-27.5]", "26.7 [1-2]", "8 [7–9]")]
    ['26.7', '26.7 [1-2]', '8']
    """
    text = narrowed(text)
    found = _INTERVAL.fullmatch(text)
    if found is None:
        return text
    try:
        figure = float(found["figure"].rstrip("%").replace(" ", ""))
        within = float(found["least"]) <= figure <= float(found["most"])
    except ValueError:
        return text
    return found["figure"] if within else text


#: As Python and R write what is very small or large; a spreadsheet's 1.23E+11 has lost its digits.
_EXPONENT = re.compile(r"-?[0-9](?:\.[0-9]+)?e[-+][0-9]{2,3}")


def without_exponent(text: str) -> str:
    """A figure with the exponent that programs write, in digits alone; any other text as it is.

    >>> without_exponent("7.5e-05"), without_exponent("1.23E+11")
    ('0.000075', '1.23E+11')
    """
    return f"{Decimal(text):f}" if _EXPONENT.fullmatch(text) else text


#: How our own export writes a text that a spreadsheet would run, with an apostrophe in front.
_DEFUSED = re.compile("''*[=+\\-@\t\r\n＝＋－＠]")


def undefused(text: str) -> str:
    """A text without the apostrophe that our own export puts before what a spreadsheet would run.

    >>> undefused("'=SUM(A1)"), undefused("'t is so")
    ('=SUM(A1)', "'t is so")
    """
    return text[1:] if _DEFUSED.match(text) else text


def clipped(text: str) -> str:
    """A text of a file as a preview shows it: not longer than a line of it has room for."""
    return text if len(text) <= 60 else text[:59] + "…"


def is_nothing(text: str) -> bool:
    """Whether a text stands where there is no figure: "-", "…", "X", ": c" of Eurostat.

    >>> [is_nothing(text) for text in ("", "-", "―", "…", ": c", "0", ":5")]
    [True, True, True, True, True, False, False]
    """
    if text[:1] == ":" and len(text) <= 5:  # the letters say why there is none
        return all(char.isalpha() or char in " @" for char in text[1:])
    return text.casefold() in _NOTHING or all(is_dash(char) for char in text)


def is_dash(char: str) -> bool:
    """Whether a character is a hyphen, dash or minus of any kind."""
    return char in _DASHES or (category(char) == "Pd" and char not in _WAVES)


def is_number(cell: Cell) -> bool:
    """Whether a spreadsheet holds the cell as a number."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


_POINTS = re.compile("% ?p$", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
#: What a mark may stand behind without brackets: a digit, per cent, or a word in Hangul: 95억원p.
_MARKED = re.compile("(?s:.*[0-9%년월기반]$|[^0-9]*[0-9].*[가-힣]$)")
#: What stands behind a figure or a period, and the status that it means; None is no change.
MARKS: dict[str, str | None] = {
    "p": "provisional", "ᵖ": "provisional", "잠정": "provisional", "잠정치": "provisional",
    "e": "estimated", "ᵉ": "estimated", "추정": "estimated", "추정치": "estimated",
    "r": None, "ʳ": None, "확정": None, "확정치": None, "수정": None,
}  # fmt: skip


#: What stands behind a mark, and before it: 12.3 (p), 12.3 [p] of British offices, 12.3 p) and 12.3
#: p/ of Latin America.
_CLOSING = {")": "(", "]": "[", "/": ""}


def unmarked(text: str) -> tuple[str, str | None]:
    """A text without the mark behind it, and the status that the mark means.

    >>> unmarked("12.3 p)"), unmarked("2024(p)"), unmarked("95억원 p"), unmarked("12.3r)")
    (('12.3', 'provisional'), ('2024', 'provisional'), ('95억원', 'provisional'), ('12.3', None))
    >>> unmarked("50%p"), unmarked("50%p)"), unmarked("12.3 [p]"), unmarked("2024 p/")
    (('50%p', None), ('50%', 'provisional'), ('12.3', 'provisional'), ('2024', 'provisional'))
    """
    if _POINTS.search(text):  # a change in percentage points, which is no level
        return text, None
    close = text[-1:] if text[-1:] in _CLOSING else ""
    rest = text.removesuffix(close)
    for length in (1, 2, 3):
        mark = rest[-length:].casefold()
        before = rest[:-length].rstrip()
        if mark in MARKS:
            opened = before[-1:] in ("(", "[")
            if (opened or close == "]") and before[-1:] != _CLOSING.get(close):
                continue
            before = before[:-1].rstrip() if opened else before
            if _MARKED.match(before) or (opened and _DIGIT.search(before)):
                return before, MARKS[mark]
    return text, None
