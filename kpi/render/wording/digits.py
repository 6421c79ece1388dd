"""All rounding: numbers as a person reads them, without a unit.

Numbers are rounded half up in decimal, from the digits that Python itself shows, so that 0.125 is
0.13 and never 0.12.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

Number = Decimal | float | int

WIDE, _COMPUTED, _FEW = (Context(prec=digits, rounding=ROUND_HALF_UP) for digits in (400, 9, 3))
#: Digits that a recorded figure may have: floats are given with sixteen or seventeen.
_RECORDED = 12
#: A number this many times smaller than another one is what floats make of none.
_NOISE = Decimal("1e-9")
_PLACES = tuple(Decimal(1).scaleb(-n) for n in range(30))


def decimal(value: Number) -> Decimal:
    """`value` as the decimal that Python shows: 0.1 is 0.1."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def fixed(value: Number, places: int, sign: bool = False) -> str:
    """`value` with exactly `places` decimals and thousands separators, never "-0".

    >>> fixed(0.125, 2), fixed(-0.04, 1), fixed(1234.5, 0)
    ('0.13', '0.0', '1,235')
    """
    exact = fixed_to(value, places)
    return format(exact or abs(exact), "+,f" if sign and exact else ",f")


def number(value: Number, sign: bool = False, more: int = 0, most: int | None = None) -> str:
    """`value` with three or four digits that count, and `more`: 4.51, 23.6, 123.5, 1,235, 0.0123.

    With no more than `most` decimals. What is rounded to them first would be rounded twice: 1.0745
    to 1.075, and that to 1.08.

    >>> number(9.996), number(-23.64), number(0.00012345), number(Decimal("140000000000000000"))
    ('10', '-23.6', '0.000123', '1.4e17')
    >>> number(1.0745, most=3), number(0.00012345, most=3)
    ('1.07', '0')
    """
    exact = decimal(value)
    power = exact.adjusted() if exact else 0
    if power >= 15 or (power <= -7 and most is None):
        return f"{exact.normalize(_FEW):{'+' if sign else ''}e}".replace("e+", "e")
    places = (0 if power >= 3 else 1 if power >= 1 else 2 - power) + more
    text = fixed(exact, places if most is None else min(places, most), sign)
    return text.rstrip("0").rstrip(".") if "." in text else text


def exactly(value: Decimal) -> str:
    """A recorded figure with the digits it was recorded with, and thousands separators."""
    return f"{value:,f}" if -12 < value.adjusted() < 15 else number(value)


def reckoned(value: Number) -> str:
    """A number of an arithmetic, which a reader can do again: what was recorded as it is.

    What was computed has nine digits, so that small differences of it can be made again.

    >>> reckoned(2.192), reckoned(1251.2), reckoned(0.002080030612345), reckoned(-0.0005)
    ('2.192', '1,251.2', '0.00208003061', '-0.0005')
    """
    exact = decimal(value)
    digits = len(exact.normalize(WIDE).as_tuple().digits)
    if digits > _RECORDED:
        exact = exact.normalize(_COMPUTED)
    exact = exact.normalize(WIDE)
    return f"{exact:,f}" if -12 < exact.adjusted() < 20 else f"{exact:e}".replace("e+", "e")


def percent(share: Number, lang: str = "en") -> str:
    """A share of one as a percentage: 0.186 is "19 %"; a whole number from ten upwards.

    What is not all of it does not read as if it were.

    >>> percent(0.186), percent(0.0249), percent(0.0249, "ko"), percent(0.99964)
    ('19 %', '2.5 %', '2.5%', '99.96 %')
    """
    hundred = decimal(share) * 100
    text = fixed(hundred, 0) if abs(hundred) >= Decimal("9.95") else number(hundred, most=1)
    if text == "100" and hundred != 100:
        finer = (fixed(hundred, places) for places in range(1, 8))
        text = next((shown for shown in finer if Decimal(shown) != 100), text)
    return text + ("%" if lang == "ko" else " %")


def fixed_to(value: Number, places: int) -> Decimal:
    """`value` rounded half up to `places` decimals, as a number."""
    return decimal(value).quantize(_PLACES[places], ROUND_HALF_UP, WIDE)


def alike(values: list[Decimal], sign: bool = False, more: int = 0) -> list[str]:
    """Two numbers with as many decimals as the larger one deserves; one, if they look the same.

    A gap that is there does not vanish, nor does its side. They may have `more` digits.

    >>> alike([Decimal("1.7"), Decimal("4.51")]), alike([Decimal("-0.0001"), Decimal("2.68")], True)
    (['1.70', '4.51'], ['-0.0001', '+2.68'])
    """
    top = max(map(abs, values))
    if not top or not -7 < top.adjusted() < 15:
        shown = [number(value, sign) for value in values]
    else:
        usual = {0: 2, 1: 1, 2: 1}.get(top.adjusted(), 0 if top >= 1 else 2 - top.adjusted())
        places = usual + more
        least = top * _NOISE
        shown = [number(v, sign) if sign and abs(v) > least and not fixed_to(v, places)
                 else fixed(v, places, sign) for v in values]  # fmt: skip
    if all(not text.partition(".")[2].strip("0") for text in shown):
        shown = [text.partition(".")[0] for text in shown]
    return list(dict.fromkeys(shown))


def in_full(values: list[Decimal]) -> list[str]:
    """The values at the lines of an axis: a rounded one would say that its line lies elsewhere.

    >>> in_full([Decimal("1002.5"), Decimal(1005)]), in_full([Decimal(0), Decimal(1500)])
    (['1,002.5', '1,005.0'], ['0', '1,500'])
    """
    near = (max(values) - min(values)) / (100 * len(values))
    short = [number(value) for value in values]
    tries = (short, *([fixed(v, places) for v in values] for places in range(len(_PLACES))))
    return next((one for one in tries if _read_as(one, values, near)), short)


def _read_as(shown: list[str], values: list[Decimal], near: Decimal) -> bool:
    """Whether each text, read as a number, is its value."""
    pairs = zip(shown, values, strict=True)
    return all(abs(Decimal(text.replace(",", "")) - value) <= near for text, value in pairs)
