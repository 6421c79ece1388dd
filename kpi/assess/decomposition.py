"""What moved a share: what is counted, or what it is counted in."""

from __future__ import annotations

from decimal import Decimal

from kpi.assess.evidence.series_lines import Line
from kpi.facts.quantities.units import is_share
from kpi.facts.records import Observation
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Decomposition:
    """How much of the change of a share came from each of its parts, in percentage points.

    The two add up to the change of numerator over denominator from `first` to `last`.
    """

    first: Observation
    last: Observation
    from_numerator: Decimal
    from_denominator: Decimal


def decomposition(line: Line, unit: str) -> Decomposition | None:
    """Between the first figure of a series that states its parts and the latest, which must.

    A share rises as well if its whole shrinks, and only the parts tell which it was. What both did
    together goes to each by half, so that nothing is left over and no order matters (Sun 1998,
    Energy Economics 20(1), 85-100: a complete decomposition).

    >>> parts = (332.1, 5432.4), (530.9, 4683.8)  # 6.1 % and 11.3 %
    >>> [round(float(part), 2) for part in _halved(*((Decimal(n), Decimal(d)) for n, d in parts))]
    [3.95, 1.27]
    """
    stated = [figure for figure in line.values if figure.denominator and figure.bound == "="]
    if len(stated) < 2 or stated[-1] is not line.values[-1] or not is_share(unit):
        return None
    first, last = stated[0], stated[-1]
    return Decomposition(first, last, *_halved(_parts(first), _parts(last)))


def _parts(figure: Observation) -> tuple[Decimal, Decimal]:
    assert figure.numerator is not None  # noqa: S101 - both are stated, or neither
    assert figure.denominator is not None  # noqa: S101
    return figure.numerator, figure.denominator


def _halved(
    before: tuple[Decimal, Decimal], after: tuple[Decimal, Decimal]
) -> tuple[Decimal, Decimal]:
    """The change of 100 n / d that comes from n, and the one that comes from d."""
    (n0, d0), (n1, d1) = before, after
    by_n = 50 * (n1 - n0) * (1 / d0 + 1 / d1)
    by_d = 50 * (n0 + n1) * (1 / d1 - 1 / d0)
    return by_n, by_d
