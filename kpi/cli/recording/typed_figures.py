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
    return _read(text, unit, "VALUE", counters=True)


def number(text: str | None, unit: str, name: str) -> Decimal | None:
    """A figure in a unit, as `30%`, `1.2tn`; None for None. Raises Stop."""
    return None if text is None else _read(text, unit, name, counters=True)


def count(text: str | None, name: str) -> Decimal | None:
    """A count such as 2,390 or 1.2m, without a unit; None for None. Raises Stop."""
    return None if text is None else _read(text, "", name, counters=False)


def _read(text: str, unit: str, name: str, counters: bool) -> Decimal:
    from kpi.facts.quantities.reading import read_quantity

    try:
        return read_quantity(text, unit, counters)
    except ValueError as error:
        raise exits.Stop(exits.USAGE, f"{name}: {error}") from None
