r"""What TOML 1.1 allows and TOML 1.0 does not. From Python 3.15 on, tomllib reads both.

The files of a project are TOML 1.0, so that what one reader accepts no other refuses: inline tables
stand on one line and end without a comma, `\e` and `\xHH` are no escapes, and a time has seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.syntax.positions import coordinates, end_of_text

#: Texts and comments are passed over; brackets and braces say what a comma or a line's end is in;
#: times without seconds have a day before them or not.
_SIGN = re.compile(
    r"""["'#\n\[\]{},]|(?<![0-9:+-])(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ])?"""
    r"(?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?!:[0-5][0-9])"
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_BLANK = re.compile(r"[ \t]*")
_KEY = "Invalid initial character for a key part"
_AFTER = {
    "{": "Unclosed inline table",
    "[": "Unclosed array",
    "": "Expected newline or end of document after a statement",
}


def first(text: str, complaint: str | None = None) -> str | None:
    """What tomllib says of a document before Python 3.15; None if it reads it.

    `complaint` is what it says now.

    >>> first("goal = { value = 30, }")
    'Invalid initial character for a key part (at line 1, column 22)'
    >>> first("goal = { value = 30 }") is None
    True
    """
    text = text.replace("\r\n", "\n")  # as tomllib does
    place = re.search(r"\(at line (\d+), column (\d+)\)\Z", complaint or "")
    for offset, end, words in _faults(text):
        if place and (int(place[1]), int(place[2])) < coordinates(text, end):
            return complaint
        where = "line {}, column {}".format(*coordinates(text, offset))
        return f"{words} (at {where if offset < len(text) else 'end of document'})"
    return complaint


def _faults(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each is told, where it ends, and the words; a fault of before its end is older than it.

    What follows the first one may be taken amiss.
    """
    nest: list[str] = []
    offset = 0
    while match := _SIGN.search(text, offset):
        sign, start, offset = match[0], match.start(), match.end()
        inner = nest[-1] if nest else ""
        if sign in "\"'":
            offset = end_of_text(text, start)
            yield from _escapes(text, start, offset)
        elif match["time"]:
            yield _behind_time(text, match), offset, _AFTER[inner]
        elif sign in "#\n":
            if inner == "{":
                yield start, start + 1, _AFTER[inner]
            if sign == "#":
                end = text.find("\n", start)
                offset = len(text) if end < 0 else end
        elif sign in "[{":
            nest.append(sign)
        elif sign in "]}" and nest:
            nest.pop()
        if sign == "{" or (sign == "," and inner == "{"):
            yield from _no_key(text, offset, sign)


def _no_key(text: str, offset: int, before: str) -> Iterator[tuple[int, int, str]]:
    """The fault where no key follows an opening brace, or a comma within braces."""
    blank = _BLANK.match(text, offset)
    offset = blank.end() if blank else offset
    following = text[offset : offset + 1]
    if following in ("\n", "#") or (following == "}" and before == ","):
        yield offset, offset + 1, _KEY


def _escapes(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The faults of a text, which has escapes between double quotation marks alone."""
    if text[start] == '"' and "\\" in text[start:end]:
        for escape in _ESCAPE.finditer(text, start, end):
            if escape[1] in "ex":
                yield escape.end(), escape.end(), "Unescaped '\\' in a string"


def _behind_time(text: str, time: re.Match[str]) -> int:
    """Where a reader of TOML 1.0 stops: behind a number, or the day before the time."""
    if time["day"]:
        return time.end("day") - (time["day"][-1] != " ")
    return time.start() + (1 if text[time.start()] == "0" else 2)
