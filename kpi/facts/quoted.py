"""The amounts that a quoted sentence names, in a target's unit: does it say what the goal says?"""

from __future__ import annotations

import re
from decimal import Decimal

from kpi.facts.quantities import read_quantity

_NAMES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty"
)
_WORDS = {word: number for number, word in enumerate(re.findall("[a-z]+", _NAMES))}
_WORDS |= {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "thousand": 1000}

_NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_AMOUNT = re.compile(
    rf"(?P<whole>(?:(?:KRW|USD|US\$|\$|₩|€) ?)?(?P<number>{_NUMBER})"
    r"(?: ?(?:thousand|million|billion|trillion|bn|tn|[십백천]?[만억조]))?"
    r"(?: ?(?:won|dollars|원|%|percent|per cent))?)",
    re.IGNORECASE,
)
#: Several parts of one amount: "1조 8,000억원", "3만 5천명".
_COMPOUND = re.compile(
    rf"(?:{_NUMBER} ?[십백천]?[만억조경] ?)+(?:{_NUMBER} ?[십백천]?[만억조]?)(?: ?(?:원|달러))?"
)


def amounts_in(quote: str, unit: str) -> set[Decimal]:
    """Every amount that `quote` may be read to name, in `unit`; too many rather than too few.

    >>> sorted(amounts_in("a total of 1.2 trillion won for 48 technologies", "KRW bn"))
    [Decimal('1.2'), Decimal('48'), Decimal('1200')]
    >>> Decimal(1800) in amounts_in("2026년 1조 8,000억원 투입", "KRW bn")
    True
    """
    found = {
        Decimal(_WORDS[word]) for word in re.findall(r"[a-z]+", quote.lower()) if word in _WORDS
    }
    wholes = [match[0] for match in _COMPOUND.finditer(quote)]
    for match in _AMOUNT.finditer(quote):
        found.add(Decimal(match["number"].replace(",", "")))
        wholes.append(match["whole"])
    for whole in wholes:
        try:
            found.add(read_quantity(whole, unit))
        except ValueError:
            continue  # an amount of something else
    return found
