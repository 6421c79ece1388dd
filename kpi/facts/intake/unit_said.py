"""The unit of one figure, by whoever says it, and the cell without the sign of its money."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kpi.facts.intake.stated_units import repeats
from kpi.facts.intake.texts.cells import Cell, as_text
from kpi.facts.intake.texts.measures import advice_on, factor_of
from kpi.facts.intake.texts.money_signs import with_billions, without_sign
from kpi.facts.intake.texts.size_words import factor_beside, size_beside
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.units import counts_alike, is_share, meaning, power_of

_PERSONS = {"people", "persons", "person", "명"}
_RATE = re.compile(r"\bper\b|/|당")
_DECIMALS = re.compile("[.,][0-9]{1,2}(?![0-9])")


class UnitSaid(NamedTuple):
    """The unit of a figure, and what is said of its size."""

    wanted: str | None  # the target's; None of a milestone
    given: str  # by the person
    own: str  # by the file, of the row
    near: str  # over the figure, beside its row or above the table, where nothing else is said
    scale: Decimal | None  # by the person

    @property
    def stated(self) -> str:
        """The unit in which the figure stands; "" where nobody says one."""
        return self.given or self.own or self.near

    @property
    def measured(self) -> bool:
        """Whether the size of the figure is said."""
        other = bool(self.near) and self.near.casefold() != (self.wanted or "").casefold()
        return bool(self.given or other or power_of(self.own)) or self.scale is not None

    @property
    def vouched(self) -> bool:
        """Whether the unit is one that was converted, or a person's.

        A column of units that only repeats the target's says nothing of thousands.
        """
        return bool(self.given) or (self.wanted is not None and not repeats(self.own, self.wanted))


def unsigned(cell: Cell, stated: str, wanted: str | None) -> Cell:
    """A cell without the sign of the money in whose unit it is said to stand: €1.2 under "EUR bn".

    Where nothing is said, €1.2 is one euro and twenty. Raises Wrong if that is less than one
    of the unit that is wanted: the file probably counts in it.
    """
    if not isinstance(cell, str) or wanted is None:
        return cell
    if cell[:1].isdigit() and cell[-1:].isdigit():
        return cell  # as most are
    cell, power = with_billions(as_text(cell), wanted), power_of(wanted)
    bare = without_sign(cell, stated if meaning(stated).currency else wanted)
    if stated or bare == cell or not power:
        return bare if stated else cell
    digits = "".join(filter(str.isdigit, _DECIMALS.sub("", bare)))
    if len(digits) <= power and re.search("[1-9]", bare):  # nothing is nothing in every unit
        what = f'{shown(cell)} is less than one of the unit "{wanted}"'
        one = f"{Decimal(1).scaleb(-power):f}"
        remedy = f'add --unit "{wanted}" if the file counts in it, and --scale {one} if it does not'
        raise Wrong(what, remedy)
    return cell


def refuse_contradiction(unit: UnitSaid) -> None:
    """Raises Wrong where a person says of tonnes that they are Mt, and nothing of their size: the
    unit that a row states is the given one in another size."""
    given, own, wanted = unit.given, unit.own, unit.wanted
    if not (given and own and wanted) or unit.scale is not None or repeats(own, given):
        return
    between = _times(own, given)
    if between == 1:
        return
    what = f"the file counts in {shown(own)}, and --unit says {shown(given)}"
    if _times(given, wanted) != 1:
        raise Wrong(what, "leave --unit out, or mend it")
    raise Wrong(what, advice_on(between))


def _times(stated: str, unit: str) -> Decimal:
    """By what figures of a stated unit are multiplied that are wanted in another size of it; 1 if
    it is not known to be one.

    >>> _times("원", "억원"), _times("tons", "Mt"), _times("'000", "people"), _times("%", "Mt")
    (Decimal('1E-8'), Decimal('0.000001'), Decimal('1E+3'), Decimal('1'))
    >>> _times("명", "thousand people"), _times("Number", "thousand people")
    (Decimal('0.001'), Decimal('1'))
    """
    if (measure := factor_of(stated, unit)) is not None:
        return measure
    theirs, ours = meaning(stated), meaning(unit)
    persons = {theirs.noun.casefold(), ours.noun.casefold()} <= _PERSONS
    if (counts_alike(stated, unit) and theirs.kind != "share") or persons:
        return Decimal(1).scaleb(theirs.power - ours.power)
    if is_share(unit) or theirs.power or _RATE.search(stated) or not size_beside(stated, unit):
        return Decimal(1)
    return factor_beside(stated, unit)
