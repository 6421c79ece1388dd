"""Columns of powers of ten, by which figures count in thousands or millions: SDMX's UNIT_MULT."""

from __future__ import annotations

import re
from decimal import Decimal

from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.stated_units import repeats
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.intake.texts.size_words import factor_beside, size_beside
from kpi.facts.intake.texts.unit_spellings import unit_of_code
from kpi.facts.intake.unit_said import UnitSaid
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.units import power_of

#: Powers of ten, as a number or as a word: "3", "thousands".
_MULTIPLIERS = (
    "unit mult", "unit multiplier", "scalar factor", "powercode code", "powercode", "power code",
    "scale", "multiplier", "factor", "승수", "배율",
)  # fmt: skip
_ONES = ("", "0", "units", "unit", "ones", "one", "0: units")


def multiplier_of(table: Table, core: tuple[str, ...]) -> str | None:
    """The column that says in which power of ten the figures count, however it is spelled.

    "UNIT_MULT: Unit multiplier" is how SDMX-CSV names it with both code and label.
    """
    spelled = {re.sub(r"[_\s-]+", " ", name.partition(":")[0]).strip().casefold(): name
               for name in reversed(table.columns) if name not in core}  # fmt: skip
    # UNESCO's institute has a "magnitude", too, which says that a figure is nil
    more = ("magnitude",) if "series reference" in spelled else ()
    return next((spelled[name] for name in (*_MULTIPLIERS, *more) if name in spelled), None)


def counts_in_many(name: str | None, record: Record) -> bool:
    """Whether the column of that name says of a row that its figure counts in thousands, or so."""
    power = as_text(record.cells.get(name or "", ""))
    return power.casefold() not in _ONES


def check_multiplier(name: str | None, record: Record, unit: UnitSaid, first: list[str]) -> None:
    """Raises Wrong where the file counts in thousands and nobody has said what to do.

    A scale, or a unit that is given, is good for one power: `first` is to hold that of the
    first row. Where the unit wanted counts in the same power, the figures are in it as they
    are; what is said to be in ones is not counted in thousands.
    """
    if name is None:
        return
    power = as_text(record.cells.get(name, ""))
    label = name.casefold() == "factor" and not power.isdecimal()
    if label or (unit.own and unit_of_code(power) == unit.own):
        return  # such as "Age", or the unit again
    ones = power.casefold() in _ONES
    sized = unit.own == unit.wanted  # GBP (thousands): its size stands there, too
    given, scaled = unit.given or (unit.own if sized else ""), unit.scale is not None
    if scaled or given:
        first += [] if first else [power]
        if power != first[0] and not (ones and first[0].casefold() in _ONES):
            what = f"{name} is {shown(power)}, and {shown(first[0])} before"
            raise Wrong(what, "import the rows of each apart, with --filter and --scale")
    if not ones and not scaled:
        _refuse_power(name, power, given or unit.wanted or "", unit.own, asked=not given)


def _refuse_power(name: str, power: str, unit: str, own: str, *, asked: bool) -> None:
    """Raises Wrong for figures that count in a power of ten, unless the unit said does so, too."""
    words = _power_in_words(power)
    fits = bool(words and unit) and not size_beside(words, unit)
    if fits and not asked:
        return
    zeros = _zeros(power) if power.isdecimal() else 3
    counts = f"10^{zeros}" if power.isdecimal() else power.lower()
    what = f"the figures count in {counts} ({name} {shown(power)})"
    if fits and own:  # US dollars, PPP converted
        raise Wrong(what, f'add --unit "{unit}" if {shown(own)} is the same but for the size')
    if fits:
        raise Wrong(what, f'add --unit "{unit}" if that is the unit they are in')
    factor = factor_beside(words, unit)
    like = factor if factor != 1 else Decimal(1).scaleb(zeros - power_of(unit))
    if own and asked and not repeats(own, unit):  # a scale alone left USD below USD bn
        remedy = (
            f'add --unit "{unit}" --scale {like:f}, if {shown(own)} is the same but for the size'
        )
        raise Wrong(what, remedy)
    raise Wrong(what, f"say by what they are multiplied, such as --scale {like:f}")


def _zeros(power: str) -> int:
    """The power of ten that a number says: 3 of "3", and of "1000"."""
    return len(power) - 1 if len(power) > 2 and power.rstrip("0") == "1" else int(power[:3])


def _power_in_words(power: str) -> str:
    """A power of ten as a size that can be compared with that of a unit; "" where none has it."""
    if not power.isdecimal():
        return power
    nth, rest = divmod(_zeros(power), 3)
    word = ("", "thousand", "million", "billion", "trillion", "")[min(nth, 5)]
    return word and f"{('', '10 ', '100 ')[rest]}{word}"
