"""Figures as they are typed on the command line, in the unit of their series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi.cli import exits

if TYPE_CHECKING:
    from decimal import Decimal

    from kpi.facts.records import Target


def value_of(text: str, target: Target, unit: str) -> Decimal | bool:
    """The value in `unit`, or whether a milestone is done. Raises Stop with the remedy."""
    if target.kind == "milestone":
        from kpi.facts.quantities.reading import read_done

        done = read_done(text)
        if done is None:
            raise exits.Stop(exits.USAGE, f"VALUE: {text!r} is not yes or no; write true or false")
        return done
    figure = number(text, unit)
    assert figure is not None  # noqa: S101 - only None gives None
    return figure


def number(text: str | None, unit: str, name: str = "VALUE") -> Decimal | None:
    """A figure in a unit, as `30%`, `1.2tn`; None for None. Raises Stop."""
    from kpi.facts.quantities.reading import read_quantity

    if text is None:
        return None
    try:
        return read_quantity(text, unit, counters=True)
    except ValueError as error:
        raise exits.Stop(exits.USAGE, f"{name}: {error}") from None


def count(text: str | None, name: str) -> Decimal | None:
    """A count such as 2,390 or 1.2m, without a unit."""
    from kpi.facts.quantities.reading import read_quantity

    try:
        return None if text is None else read_quantity(text, "")
    except ValueError as error:
        raise exits.Stop(exits.USAGE, f"{name}: {error}") from None
