"""Numbers that a sentence spells in words: twenty-five percent, half a million, 절반."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from unicodedata import normalize

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_UNDER_HUNDRED = (
    rf"(?:(?P<tens{{0}}>{'|'.join(_TENS)})(?:[- ](?P<ones{{0}}>{'|'.join(list(_SMALL)[1:10])})\b)?"
    rf"|(?P<small{{0}}>{'|'.join(_SMALL)}))"
)
_SIZES = "thousand|million|billion|trillion"
_SPELLED = re.compile(
    rf"\b(?:(?P<half>half an?)(?= (?:{_SIZES}))|{_UNDER_HUNDRED.format('')}"
    rf"|an?(?= (?:hundred|{_SIZES})))"
    rf"(?P<hundred> hundred(?: (?:and )?{_UNDER_HUNDRED.format('_more')}(?! hundred))?)?\b",
    re.IGNORECASE,
)
#: Parts of a whole, in words: how many, of how many.
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_FRACTION = re.compile(
    rf"\b(?:(?P<count>an?|[1-9])[- ])?(?P<part>{'|'.join(_PARTS)})s?\b"
    r"|\b(?P<few>[0-9]{1,6}) (?:in|out of) (?P<many>[0-9]{1,6})\b"
    "|(?<![0-9])(?P<all>[0-9]{1,6})분의 ?(?P<some>[0-9]{1,6})"
    "|(?P<korean>절반)",
    re.IGNORECASE,
)


def in_digits(text: str) -> str:
    """A text with its full-width digits as ordinary ones, and its spelled numbers in digits.

    >>> in_digits("Twenty-five percent of half a million, １０％ of two trillion")
    '25 percent of 0.5 million, 10% of 2 trillion'
    >>> in_digits("a hundred and fifty thousand homes, one hundred twenty firms")
    '150 thousand homes, 120 firms'
    """
    return _SPELLED.sub(_digits, normalize("NFKC", text))


def _digits(match: re.Match[str]) -> str:
    """What stands for a spelled number: 1 for "a million", of which the size is left."""
    if match["half"]:
        return "0.5"
    number = _under_hundred(match, "", 1)
    return str(number * 100 + _under_hundred(match, "_more", 0) if match["hundred"] else number)


def _under_hundred(match: re.Match[str], which: str, otherwise: int) -> int:
    """A number below a hundred from the groups of a match, or what is meant where there is none."""
    tens, ones = match[f"tens{which}"], match[f"ones{which}"] or match[f"small{which}"]
    if not tens and not ones:
        return otherwise
    return _TENS.get((tens or "").lower(), 0) + _SMALL.get((ones or "").lower(), 0)


def shares_in(text: str) -> set[Decimal]:
    """The parts of a whole that a text in digits names, in per cent, as anybody would round them.

    >>> sorted(map(float, shares_in("a third of firms")))
    [33.0, 33.3, 33.33]
    """
    exact = set(_shares(text))
    return {round(share, places).normalize() for share in exact for places in (0, 1, 2)}


def _shares(text: str) -> Iterator[Decimal]:
    for match in _FRACTION.finditer(text):
        part, whole = match["few"] or match["some"], match["many"] or match["all"]
        if match["korean"]:
            part, whole = "1", "2"
        elif match["part"]:  # "a third"
            part = match["count"] if (match["count"] or "").isdecimal() else "1"
            whole = str(_PARTS[match["part"].lower()])
        if int(whole):
            yield Decimal(100 * int(part)) / int(whole)
