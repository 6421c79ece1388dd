"""Figures as people write them -> Decimal in a target's unit: `30%`, `1.2tn`, `1조 2,000억원`.

A value is always stored in the unit shown: `1.2tn` is 1200 where the unit is "KRW bn". A bare
number is in the unit already. What can be read in two ways is refused, never guessed, and nothing
is ever multiplied by 100.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact, InvalidOperation
from itertools import pairwise

from kpi.facts.quantities.counters import counts
from kpi.facts.quantities.numbers import MOST_DIGITS, finite_number
from kpi.facts.quantities.scales import POWERS
from kpi.facts.quantities.units import (
    CURRENCIES,
    KOREAN_SCALE,
    LARGE,
    LARGE_MEASURE,
    MONEY,
    SCALE,
    SMALL,
    UNSURE,
    Unit,
    leftover,
    meaning,
    noun_of,
    power_in,
    whole_unit,
)
from kpi.values import NamedTuple

_LONGEST = 100  # characters of a written figure

# Parts of a written figure: "-₩1조 2,000억", "1.2 trillion won".
_NUMBER = r"[0-9.][0-9.,_']*"
_FIGURE = re.compile(
    rf"(?P<sign>[-−+]?) ?(?:(?P<before>{MONEY}) ?(?P<inner>[-−]?))?"
    rf"(?P<amount>{_NUMBER}(?: ?{KOREAN_SCALE} ?{_NUMBER})*(?: ?{KOREAN_SCALE})?)"
    rf"(?: ?(?P<scale>{SCALE}))? ?(?P<after>.*)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<sign>[-−+]?) ?(?P<number>{_NUMBER}) ?")
_TOKEN = re.compile(rf"{_NUMBER}|[십백천만억조경]")
_GROUPED = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?|\.[0-9]+")
_PADDED = re.compile(r"0[0-9]+(?:\.[0-9]+)?")
#: Digits whose comma begins decimals for certain, as in most of Europe: 51,8 and 1.234,5 and 0,125.
_DECIMAL_COMMA = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:[.'][0-9]{3})+|[0-9]+(?=,[0-9]{1,2}$)|0),[0-9]+"
)
#: Thousands as the Swiss divide them, and with spaces.
_APOSTROPHES = re.compile(r"[1-9][0-9]{0,2}(?:'[0-9]{3})+(?:\.[0-9]+)?")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9])")
#: Two numbers as the ends of a range: 27.2~27.3%, 30%-40%; but 5.1% -0.2 is a figure and a change.
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})[^0-9(,;/]{{0,12}}?(?:[~∼～〜–—]|(?<! )-(?! )|(?<= )(?:-|to)(?= ))"
    rf"[^0-9(,;/]{{0,5}}(?P<high>{_NUMBER})"
)
#: A minus before a figure in Korean and Japanese tables; a rise or a fall elsewhere.
_TRIANGLE = re.compile("(?P<sign>[△▲▽▼]) ?(?=[0-9.])")

#: What stands before a number that is a limit or no more than about right.
_LIMIT = re.compile(
    r"(?:[<>]=?|[≤≥~≈]|약|about|over|at (?:least|most)|more than|less than) ?[0-9]", re.I
)

_DONE = ("true", "yes", "done", "예", "네", "완료", "ja", "oui")
_NOT_DONE = ("false", "no", "아니요", "아니오", "미완료", "nein", "non")

_IN_UNIT = "write the number in that unit alone"
_ONE_LIMIT = (
    'write one limit, the lower with bound ">=", the upper with "<=", and the range in note'
)
_ONE_SCALE = "write one number, such as 1.2tn or 1.2조"

#: Exact or an error: 30 digits and a factor of 10^19 fit with room to spare.
_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])


def read_quantity(text: str, unit: str, counters: bool = False) -> Decimal:
    """The figure that a person wrote, in the target's unit, exact.

    Zeros after the point are kept as written, unless the figure came with a word such as tn.
    With `counters` the Korean one of the unit may stand behind it, as a person types it; a table
    may mean something else by it. Raises ValueError, "what is wrong; what to write instead".

    >>> read_quantity("1.2tn", "KRW bn"), read_quantity("30.0 %", "%"), read_quantity("3.5만", "건")
    (Decimal('1200'), Decimal('30.0'), Decimal('35000'))
    >>> read_quantity("1,200개사", "companies", counters=True)
    Decimal('1200')
    """
    unit = " ".join(unit.split())
    try:
        figure = _in_unit(_read(text, unit), meaning(unit), text, unit, counters)
    except _MisspeltError as slip:
        read_quantity(slip.instead, unit, counters)  # what is wrong with that one is told first
        raise
    number = finite_number(figure)
    if number is None:
        remedy = f"write at most {MOST_DIGITS} digits, and no more than 10^18"
        raise _wrong(text, f'is absurd in the unit "{unit}"', remedy)
    return number


def read_done(text: str) -> bool | None:
    """Whether a word says that a milestone is done; None if it says neither.

    >>> [read_done(text) for text in ("yes", "예", "완료", "아니요", "soon")]
    [True, True, True, False, None]
    """
    word = text.strip().casefold()
    return True if word in _DONE else False if word in _NOT_DONE else None


def maybe_thousands(number: str) -> bool:
    """Whether three digits behind one point or comma may be thousands: 12.000, 7.400, 1,234.

    A point before three digits of which the last is no zero is taken for a decimal point.

    >>> [maybe_thousands(text) for text in ("12.000", "7.400", "1,234", "6.125", "0.850", "12.5")]
    [True, True, True, False, False, False]
    """
    return bool(re.fullmatch(r"[1-9][0-9]{0,2}(?:,[0-9]{3}|\.[0-9]{2}0)", number))


class _Written(NamedTuple):
    """A figure as it was written, before it is compared with a unit."""

    figure: Decimal
    kind: str = "count"  # share | points | money | count
    scaled: bool = False  # came with a word such as tn or 조
    currency: str = ""
    noun: str = ""
    power: int = 0  # in which the words after it count: 12 of "1.2 KRW tn"

    @property
    def whole(self) -> bool:
        """Whether it stands for itself; otherwise it is in whatever unit the target has."""
        return self.scaled or self.kind == "money" or bool(self.noun)


def _read(text: str, unit: str) -> _Written:
    """What a text says. The unit only tells its own words from a scale: "5 m" of "m" is 5."""
    tidy = _tidy(text)
    cut = len(tidy) - len(unit)
    bare = _BARE.fullmatch(tidy, 0, max(cut, 0))
    if bare and tidy[cut:].casefold() == unit.casefold():
        return _Written(_signed(_number(bare["number"], text), bare["sign"]))
    match = _FIGURE.fullmatch(tidy)
    if triangle := _TRIANGLE.match(tidy):
        what = f"begins with {triangle['sign']}, by which some mean minus and others a rise"
        instead = f"-{tidy[triangle.end() :]}"
        raise _misspelt(text, what, f"write {instead} if it is below zero", instead)
    if match is None or (match["sign"] and match["inner"]):
        limit = "write the bare number; a limit or an estimate goes into bound or status"
        remedy = limit if _LIMIT.match(tidy) else "write one such as 6.4 or 1.2tn"
        raise _wrong(text, "does not begin with a number", remedy)
    figure, scaled = _amount(match["amount"], match["scale"] or "", text, unit)
    if scaled and UNSURE.search(leftover(unit)):
        raise _wrong(text, f'has a word for its size, and the unit is "{unit}"', _IN_UNIT)
    written = _ending(match["after"], text)
    if match["before"]:
        written = _prefixed(written, CURRENCIES[match["before"].casefold()], text)
    if written.power:
        if scaled:
            raise _wrong(text, "mixes two ways of counting", _ONE_SCALE)
        figure, scaled = _EXACT.scaleb(figure, written.power), True
    return written._replace(figure=_signed(figure, match["sign"] or match["inner"]), scaled=scaled)


def _tidy(text: str) -> str:
    """The text with single spaces and none at its ends."""
    tidy = " ".join(part for part in text.split(" ") if part)
    if not tidy:
        raise ValueError("there is no figure; write one such as 6.4, 30% or 1.2tn")
    if not tidy.isprintable():
        raise _wrong(text, "holds an invisible character", "type it anew, with ordinary spaces")
    if any(char.isdecimal() and not char.isascii() for char in tidy):
        raise _wrong(text, "has digits other than 0 to 9", "write it with the digits 0 to 9")
    if len(tidy) > _LONGEST:
        raise _wrong(text, "is too long for a figure", f"write at most {MOST_DIGITS} digits")
    return tidy


def _signed(figure: Decimal, sign: str | None) -> Decimal:
    return figure.copy_negate() if sign in ("-", "−") else figure


def _number(digits: str, text: str) -> Decimal:
    """A number of digits, grouped by commas in threes or not at all."""
    if digits.endswith(".") and _GROUPED.fullmatch(digits[:-1]):
        instead = text.replace(digits, digits[:-1], 1)
        raise _misspelt(text, "ends with a point", f"write {instead}", instead)
    if _PADDED.fullmatch(digits):
        plain = re.sub("^0+(?=[0-9])", "", digits)
        instead = text.replace(digits, plain, 1)
        raise _misspelt(text, "has a zero before its digits", f"write {instead}", instead)
    if not _GROUPED.fullmatch(digits):
        what = "is not grouped as a number"
        if _DECIMAL_COMMA.fullmatch(digits) or _APOSTROPHES.fullmatch(digits):
            instead = text.replace(digits, _pointed(digits), 1)
            raise _misspelt(text, what, f"write {instead}", instead)
        remedy = "write 1200000.5 or 1,200,000.5: commas group by three, a point begins decimals"
        raise _wrong(text, what, remedy)
    return Decimal(digits.replace(",", ""))


def _pointed(digits: str) -> str:
    """Digits with a comma before their decimals, or divided by other signs, as we read them.

    >>> _pointed("1.234,5"), _pointed("1'000.5")
    ('1234.5', '1000.5')
    """
    whole, comma, part = re.sub("[ ']", "", digits).partition(",")
    return f"{whole.replace('.', '')}.{part}" if comma else whole


def _amount(amount: str, scale: str, text: str, unit: str) -> tuple[Decimal, bool]:
    """The figure of "1.2" with "tn", or of "1조 2,000억"; and whether it had such a scale."""
    tokens = _TOKEN.findall(amount)
    if not scale and len(tokens) > 1:
        return _korean(tokens, text), True
    if len(tokens) > 1:
        raise _wrong(text, "mixes two ways of counting", _ONE_SCALE)
    if len(scale) == 1 and noun_of(unit).startswith(scale.casefold()):
        word = {"k": "thousand", "m": "million"}[scale.casefold()]
        what = f"can be read in two ways: {scale} is {word} or {unit}"
        remedy = f'write "{amount} {word}", or the bare number'
        raise _misspelt(text, what, remedy, f"{amount} {word}")
    if scale and any(word in POWERS for word in re.findall(r"[a-z]+", noun_of(unit))):
        # such as "TOE m" or "persons (thousand)": what its figures count in is not sure
        raise _wrong(text, f'has a word for its size, and the unit is "{unit}"', _IN_UNIT)
    return _EXACT.scaleb(_number(amount, text), power_in(scale)), bool(scale)


def _korean(tokens: list[str], text: str) -> Decimal:
    """1조 2,000억, 1만5000, 1조 2천345억: each part smaller than the last place before it."""
    addends = []
    large = power = 0
    for token in reversed(tokens):
        if token in LARGE:
            large = power = LARGE[token]
        elif token in SMALL:
            power = large + SMALL[token]
        else:
            addends.append((_number(token, text), power))
            power = large
    for (later, place), (earlier, above) in pairwise(addends):
        fraction = later != later.to_integral_value() or earlier != earlier.to_integral_value()
        if fraction or _EXACT.scaleb(later, place) >= Decimal(10) ** above:
            raise _wrong(text, "holds two numbers", "write one, such as 1.2조 or 1조 2,000억")
    total = Decimal(0)
    for number, place in addends:
        total = _EXACT.add(total, _EXACT.scaleb(number, place))
    return total


def _ending(after: str, text: str) -> _Written:
    """What kind of figure the words after the number make it; the figure is still to come."""
    if not after:
        return _Written(Decimal(0))
    unit = whole_unit(after)
    if unit is not None and unit.kind != "count":
        return _Written(Decimal(0), unit.kind, currency=unit.currency, power=unit.power)
    if re.match(r"e[-+]?[0-9]", after, re.IGNORECASE):
        raise _wrong(text, "is written with an exponent", "write it out, or with bn or tn")
    if re.search(r"(?<![A-Za-z0-9])[0-9]", after):  # that of CO2 is part of a word
        raise _two_numbers(text)
    return _Written(Decimal(0), noun=after)


def _two_numbers(text: str) -> ValueError:
    """What is wrong with a text of two numbers: a range has two limits, and spaces divide one."""
    ends = _RANGE.search(text)
    low, high = (finite_number(_plain(ends[name])) if ends else None for name in ("low", "high"))
    if low is not None and high is not None and low < high:
        return _wrong(text, "is a range", _ONE_LIMIT)
    spaced = _SPACED.search(text)
    if not spaced:
        return _wrong(text, "holds two numbers", "write one")
    instead = text.replace(spaced[0], _pointed(spaced[0]), 1)
    return _misspelt(text, "holds two numbers", f"write {instead} if it is one", instead)


def _plain(digits: str) -> Decimal | None:
    """The number of some digits; None for digits that are none by themselves."""
    return Decimal(digits.replace(",", "")) if _GROUPED.fullmatch(digits) else None


def _prefixed(written: _Written, currency: str, text: str) -> _Written:
    """The same with a currency before the number: "₩1.2조원" says it twice, "$3 won" is refused."""
    if written not in (_Written(Decimal(0)), _Written(Decimal(0), "money", currency=currency)):
        raise _wrong(text, f"is {currency} and something else", "write one unit")
    return written._replace(kind="money", currency=currency)


def _in_unit(written: _Written, meant: Unit, text: str, unit: str, counters: bool) -> Decimal:
    """The figure in the target's unit. Raises ValueError where the two do not agree."""
    _agree(written, meant, text, unit, counters)
    if not written.whole:
        return written.figure
    figure = _EXACT.normalize(_EXACT.scaleb(written.figure, -meant.power))
    if meant.power and not written.scaled and 0 < figure.copy_abs() < 1:
        remedy = f"write the number of {unit} alone, without a unit"
        raise _wrong(text, f'is less than one of the unit "{unit}"', remedy)
    return figure


def _agree(written: _Written, meant: Unit, text: str, unit: str, counters: bool) -> None:
    """Raises ValueError if the words after a figure are not those of the unit."""
    named = f'the unit is "{unit}"'
    if written.kind == "points" and meant.kind == "share":
        raise _wrong(text, "is a change, not a level", "write the new level, such as 30%")
    if written.kind == "share" and meant.kind == "points":
        raise _wrong(text, f"is a level, and {named}", "write percentage points, such as 3%p")
    if written.kind in ("share", "points", "money") and written.kind != meant.kind:
        word = {"share": "a percentage", "points": "in points", "money": "money"}[written.kind]
        raise _wrong(text, f"is {word}, and {named}", "write the number in that unit")
    if written.currency != meant.currency and written.kind == "money":
        remedy = f"convert it to {meant.currency}, and give the rate in a note"
        raise _wrong(text, f"is in {written.currency}, and {named}", remedy)
    in_two_ways = not written.noun and LARGE_MEASURE.match(meant.noun)
    if written.scaled and (meant.kind in ("share", "points") or in_two_ways):
        raise _wrong(text, f"has a word for its size, and {named}", _IN_UNIT)
    same = written.noun.casefold() == meant.noun.casefold()
    if written.noun and not same and not (counters and counts(written.noun, meant.noun)):
        shown = written.noun[:20]
        remedy = f"{_IN_UNIT}; a limit or an estimate goes into bound or status"
        raise _wrong(text, f'ends with "{shown}", and {named}', remedy)


class _MisspeltError(ValueError):
    """What is wrong with a figure for which another spelling is proposed, `instead`."""

    def __init__(self, said: str, instead: str) -> None:
        super().__init__(said)
        self.instead = instead


def _misspelt(text: str, what: str, remedy: str, instead: str) -> _MisspeltError:
    return _MisspeltError(str(_wrong(text, what, remedy)), instead)


def _wrong(text: str, what: str, remedy: str) -> ValueError:
    shown = text if len(text) <= 40 else text[:37] + "…"
    return ValueError(f"{shown!r} {what}; {remedy}")
