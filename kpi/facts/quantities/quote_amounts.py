"""The amounts that a quoted sentence names, in a target's unit: does it say what the goal says?"""

from __future__ import annotations

import re
from decimal import Decimal

from kpi.facts.quantities.reading import maybe_thousands, read_quantity
from kpi.facts.quantities.scales import POWERS
from kpi.facts.quantities.spelled_numbers import in_digits, shares_in
from kpi.facts.quantities.units import is_share, meaning, power_of

_NUMBER = r"[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?+"
#: Where a number may begin: not at a later digit of one, which a row of digits would make a square.
_BEGIN = r"(?<![0-9])(?:(?<![0-9],)|(?![0-9]{3}(?![0-9])))"
#: Between thousands some write a blank of some width or an apostrophe: 12 000, 12'000.
_GAP = "[ \u00a0\u2009\u202f'’]"
_AMOUNT = re.compile(
    r"(?P<before>(?:(?:KRW|USD|US\$|EUR|GBP|CHF|\$|₩|€|£) ?)?)"
    rf"(?P<number>[0-9]+(?:{_GAP}[0-9]{{3}}(?![0-9])|[.,][0-9]+)*)"
    rf"(?P<after>(?: ?(?:(?:{'|'.join(map(re.escape, sorted(POWERS, key=len, reverse=True)))})"
    r"(?![A-Za-z])|[십백천]?[만억조]))?"
    r"(?: ?(?:won|dollars|원|%|percent|per cent|euros?|€|£|(?:EUR|GBP|CHF|USD|KRW)(?![A-Za-z])))?)",
    re.IGNORECASE,
)
#: Several parts of one amount, "1조 8,000억원", "3만 5천명", or one of a small size, "2백개".
_COMPOUND = re.compile(
    rf"{_BEGIN}(?:{_NUMBER} ?[십백천만억조경]{{1,2}} ?)+(?:{_NUMBER})?(?: ?(?:원|달러|불))?"
)


def amounts_in(quote: str, unit: str) -> set[Decimal]:
    """Every amount that `quote` may be read to name, in `unit`; too many rather than too few.

    But money that is said with its size is nothing else: 65 trillion are no 65 billion.

    >>> amounts = amounts_in("a total of 1.2 trillion won for forty-eight technologies", "KRW bn")
    >>> [f"{one:f}" for one in sorted(amounts)]
    ['48', '1200']
    >>> Decimal(1800) in amounts_in("2026년 1조 8,000억원 투입", "KRW bn")
    True
    """
    quote = in_digits(quote)
    meant = meaning(" ".join(unit.split()))
    amounts = shares_in(quote) if meant.kind == "share" else set()
    for whole, prefix in {(match[0], _prefix(match, unit)) for match in _COMPOUND.finditer(quote)}:
        amounts |= _amounts(whole, unit)
        if prefix:
            amounts |= {amount.scaleb(prefix) for amount in _amounts(whole, "")}
    powers: dict[tuple[str, str], int | None] = {}
    written = {(match.groups(), _prefix(match, unit)) for match in _AMOUNT.finditer(quote)}
    for (before, number, after), prefix in written:
        if (before, after) not in powers:
            powers[before, after] = _power(before, after, unit)
        power = powers[before, after] or 0
        for reading in _readings(number):
            if meant.kind != "money" or power <= 0:
                amounts.add(Decimal(reading))
            amounts |= {
                Decimal(f"{reading}e{exponent}") for exponent in (power, power + prefix) if exponent
            }
    return amounts


def doubted_in(quote: str, unit: str, value: Decimal) -> tuple[str, Decimal] | None:
    """The number of `quote` that is `value` only if it is no thousands, and what it is if it is.

    >>> doubted_in("12.000 Wohnungen bis 2026", "homes", Decimal(12))
    ('12.000', Decimal('12000'))
    >>> doubted_in("12.000 Wohnungen bis 2026", "homes", Decimal(12000)) is None
    True
    """
    if is_share(unit):
        return None  # no share is a thousand times what it looks like
    unsure = [match for match in _AMOUNT.finditer(quote) if maybe_thousands(match["number"])]
    doubted = None
    size = power_of(unit)
    written = dict.fromkeys((match.groups(), _prefix(match, unit)) for match in unsure)
    for (before, text, after), prefix in written:
        large = Decimal(re.sub("[.,]", "", text))
        if (size or prefix) and value == large.scaleb(prefix - size):
            return None  # 78,000 MW are 78 of GW, and 12,000 homes 12 of thousand homes
        if value in {large} | _amounts(f"{before}{large}{after}", unit):
            return None
        small = text.replace(",", ".")
        if value in {Decimal(small)} | _amounts(f"{before}{small}{after}", unit):
            doubted = text, large
    if doubted is None:
        return None
    ends = [0, *(end for match in unsure for end in match.span()), len(quote)]
    rest = (quote[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))
    return doubted if value not in amounts_in(" ".join(rest), unit) else None


#: How many powers of ten a letter before a unit of measure makes it larger.
_PREFIXES = {"": 0, "k": 3, "M": 6, "G": 9, "T": 12}
_GAS = "CO2[A-Za-z-]*"
_OWN = re.compile(f"([kMGT]?)([A-Za-z]+?)(?: ?{_GAS})?")
_THEIRS = re.compile(f" ?(?:metric )?([kMGT]?)([A-Za-z]+?(?=[^A-Za-z]|$|{_GAS})|톤)")
_IN_WORDS = dict.fromkeys(("ton", "tons", "tonne", "tonnes", "톤"), "t")


def _prefix(amount: re.Match[str], unit: str) -> int:
    """Of ten, by which the unit of measure behind an amount is larger than `unit`: MW, and GW.

    >>> _prefix(_AMOUNT.search("78,000 MW by 2030"), "GW")
    -3
    >>> _prefix(_COMPOUND.search("4억 3,660만톤"), "Mt CO2e")
    -6
    """
    own, theirs = _OWN.fullmatch(unit), _THEIRS.match(amount.string, amount.end())
    if own is None or theirs is None or own[2] != _IN_WORDS.get(theirs[2], theirs[2]):
        return 0
    return _PREFIXES[theirs[1]] - _PREFIXES[own[1]]


def _amounts(text: str, unit: str) -> set[Decimal]:
    """What a text is in a unit; nothing where it is an amount of something else."""
    try:
        return {read_quantity(text, unit)}
    except ValueError:
        return set()


def _power(before: str, after: str, unit: str) -> int | None:
    """Of ten, by which what stands around a number multiplies it; None if it is something else."""
    for digits in ("1", f"1{'0' * 18}"):  # one won is too little for a unit of billions
        if amounts := _amounts(f"{before}{digits}{after}", unit):
            return amounts.pop().adjusted() - len(digits) + 1
    return None


def _readings(number: str) -> set[str]:
    """Every way to read a written number, in plain digits: 12.000 is 12.000 or 12000."""
    parts = re.split(_GAP, number)
    readings = set()
    for text in {*parts, "".join(parts)} if len(parts[0]) <= 3 else parts:
        for comma, point in (",.", ".,"):
            whole, _, decimals = text.partition(point)
            first, *groups = whole.split(comma)
            grouped = len(first) <= 3 and all(len(group) == 3 for group in groups)
            if (grouped or not groups) and (decimals.isdigit() or point not in text):
                readings.add("".join((first, *groups)) + ("." + decimals if decimals else ""))
    return readings or set(re.split(f"{_GAP}|[.,]", number))
