"""Which numbers a file may hold. What people write by hand is read in `reading`.

Apart from it because every start of the program needs this and hardly any needs that.
"""

from __future__ import annotations

from decimal import Decimal

MOST_DIGITS = 30
LARGEST = 10**18  # in the target's unit
FINEST = -30  # the power of ten of the last digit


def finite_number(value: object) -> Decimal | None:
    """A number of a TOML file as Decimal; None if it is none, or not finite, or absurd.

    Absurd is what lies beyond 10^18, is finer than 10^-30, or has over 30 digits. Zeros after the
    point are kept as written, 1e5 becomes 100000; true and false are no numbers.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value) if -LARGEST <= value <= LARGEST else None
    if not isinstance(value, Decimal) or not value.is_finite() or value.copy_abs() > LARGEST:
        return None
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent < FINEST or len(digits) > MOST_DIGITS:
        return None
    if value.is_zero():
        value = value.copy_abs()  # no minus zero in a ledger
    return value.quantize(Decimal(1)) if exponent > 0 else value
