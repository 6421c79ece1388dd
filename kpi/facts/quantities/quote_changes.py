"""The changes that a quoted sentence names: "65 % below 1990", "doubled", 절반, 1.5배.

A promise may say how far it goes from where it starts, and leave the amount to whoever reckons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kpi.facts.quantities.spelled_numbers import in_digits, shares_in

_PERCENT = re.compile(
    r"(?<![0-9.,])([0-9]{1,4}(?:[.,][0-9]{1,4})?) ?(?:%|percent|per cent|prozent|pour cent|퍼센트)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?<![0-9.,])([0-9]{1,3}(?:[.,][0-9]{1,2})?)(?: ?배|[- ]?fold\b| times\b)", re.IGNORECASE
)
_WORDS = {
    r"\bdoubl(?:e[srd]?|ing)\b|\bverdoppel|\btwice\b|\btwofold\b|두 ?배|갑절": Decimal(2),
    r"\btripl(?:e[sd]?|ing)\b|\bthreefold\b|세 ?배": Decimal(3),
    r"\bquadrupl(?:e[sd]?|ing)\b|\bfourfold\b|네 ?배": Decimal(4),
    r"\bhal(?:f|ve[sd]?|ving)\b|\bhälfte\b|\bmoitié\b|절반|반으로": Decimal("0.5"),
}
_MULTIPLES = tuple((re.compile(word, re.IGNORECASE), times) for word, times in _WORDS.items())


def follows(quote: str, base: Decimal, goal: Decimal) -> bool:
    """Whether a goal is `base` changed as a quote says, within the rounding of the goal.

    >>> follows("at least 65 % below the level of 1990", Decimal("1251.2"), Decimal(438))
    True
    >>> follows("the number is at least doubled", Decimal(249), Decimal(498))
    True
    >>> follows("65 % below the level of 1990", Decimal(1000), Decimal(438))
    False
    """
    places = goal.as_tuple().exponent
    unit = Decimal(1).scaleb(min(int(places), 0) if isinstance(places, int) else 0)
    return any(abs(base * times - goal) <= unit / 2 for times in _factors(in_digits(quote)))


def _factors(quote: str) -> Iterator[Decimal]:
    """By what a base may be multiplied: by a share of it more or less, to that share, or times."""
    percents = {Decimal(match[1].replace(",", ".")) for match in _PERCENT.finditer(quote)}
    for percent in percents | shares_in(quote):
        share = percent / 100
        yield from (1 - share, 1 + share, share)
    for match in _TIMES.finditer(quote):
        yield Decimal(match[1].replace(",", "."))
    yield from (times for word, times in _MULTIPLES if word.search(quote))
