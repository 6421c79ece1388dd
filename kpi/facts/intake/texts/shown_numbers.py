"""A number of a spreadsheet as its format shows it: 53천명, 12.1p, 35 %.

Of what the format adds everything must be understood; else another number may be meant than the
one that is held.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kpi.facts.intake.texts.cells import (
    MARKS,
    TRIANGLES,
    Cell,
    Formatted,
    Shape,
    as_text,
    is_dash,
    unmarked,
)
from kpi.facts.intake.texts.money_signs import SIGNS
from kpi.facts.intake.texts.sorts_by_name import meant_by_heading
from kpi.facts.intake.texts.unit_spellings import is_same_unit
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.reading import read_quantity
from kpi.facts.quantities.units import meaning, power_of

#: Before the digits they say that the number is none, or may be meant in two ways.
_LIMITING = ("<", ">", "≤", "≥", "~", "∼", "≈", "±", "약", *TRIANGLES)
_LIMITS_BEHIND = ("+", "이상", "이하", "미만", "초과")
_BRACKETED = re.compile(r"\((.*)\)")
#: What is printed behind a number and says nothing: the line for no cents.
_WORDLESS = re.compile("[.,]?[-–—]{0,2}")
#: Behind per cent: a star, 1), a raised 1, a letter that is no known mark.
_FOOTNOTE = re.compile(r"\(?(?:[*†‡§#※]+|[0-9]{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[A-Za-z])\)?")
#: A unit, and in brackets a word that may say what sort of figure it is: 억원(예산); behind a size
#: also without them: 천 전망치.
_UNIT_AND_WORD = re.compile(
    r"(?P<unit>[^()]*[^() ](?= ?\()|(?:[십백천만억조]+|(?i:thousand|[mbtr]+illion|k|[mbt]n?))"
    r"[^() ]{0,3}(?= )) ?\(?(?P<word>[^()]+)\)?"
)


class Shown(NamedTuple):
    """What a spreadsheet shows of a number: the number, the unit it counts in, and its status."""

    cell: Cell
    stated: str
    status: str | None = None


def as_shown(
    cell: Formatted, stated: str, unit: str, scale: Decimal | None, *, told: bool
) -> Shown:
    """A number as its format shows it: 53천명 counts in "천명", 12.1p is provisional.

    `stated` is the unit that the table or a person says, who goes first if `told`. A text would be
    read as it stands; of what the format adds, everything must be understood as well. Raises Wrong
    where it is not, or where another number is shown than is held, and nobody has said which of the
    two is meant.
    """
    shape, held = cell.shape, as_text(cell)
    digits = f"{Decimal(held).scaleb(-3 * shape.thousands):f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    visible = shown(shape.around(digits))
    before, behind, mark, marked = shape.before.strip(), *_parted(shape, unit)
    points = shape.percent and shape.behind.casefold() == "p"
    if points or any(sign in before for sign in _LIMITING) or behind in _LIMITS_BEHIND:
        raise Wrong(f"the cell shows {visible} and holds {held}", "make it a text, as it is shown")
    _refuse_hundredths(shape, held, marked, scale)
    if told or scale is not None:
        return Shown(cell, stated, mark)
    what = f"the cell shows {visible} and holds {held}"
    alone = _is_read(f"1 {behind}", unit) and not any(map(str.isdigit, behind))
    told_too = f"the cell shows {visible} and holds {held}, and the table speaks of {shown(stated)}"
    if _is_other(shape, stated, behind if alone else "", unit):
        raise Wrong(told_too, "say with --unit what it holds")
    if not _is_priced(before, unit) or (behind and before not in ("", "+")):
        raise Wrong(what, "say with --unit what it holds")
    if marked or _WORDLESS.fullmatch(behind) or is_same_unit(behind, unit):
        return Shown(cell, stated, mark)
    if not alone and (any(map(str.isdigit, behind)) or not any(map(str.isalpha, behind))):
        raise Wrong(what, "make it a text, as it is shown, or add --scale 1 for what it holds")
    if stated and not alone and not is_same_unit(behind, stated):
        raise Wrong(told_too, "say with --unit what it holds")
    if shape.thousands and not alone:
        raise Wrong(what, "say with --unit what it holds")
    if shape.thousands:
        return Shown(float(digits), behind, mark)
    return Shown(cell, stated or behind, mark)


def _parted(shape: Shape, unit: str) -> tuple[str, str | None, bool]:
    """What stands behind a number without a mark behind it, as in 개사(p) and 억원(예산); the
    status that the mark means; and whether nothing else stands there."""
    whole = shape.behind.strip()
    behind = _BRACKETED.sub(r"\1", whole)
    if is_same_unit(behind, unit):
        return behind, None, False
    rest, status = unmarked(f"1{whole}")
    if rest[1:] != whole and not rest[-1].isdigit():  # else the end of tCO2e
        return rest[1:], status, False
    found = _UNIT_AND_WORD.fullmatch(whole)
    if found and (word := meant_by_heading(found["word"])):
        return found["unit"], word, False
    if meaning(unit).kind == "points":
        return behind, None, False
    mark = MARKS.get(plain := behind.casefold().strip("()")) or meant_by_heading(behind)
    return behind, mark, mark is not None or plain in MARKS


def _refuse_hundredths(shape: Shape, held: str, marked: bool, scale: Decimal | None) -> None:
    """Raises Wrong for a number that is shown a hundredfold: either may have been meant.

    The mark of a footnote behind it is one whatever the scale.
    """
    behind = shape.behind.strip()
    if shape.percent and not marked and _FOOTNOTE.fullmatch(behind):
        what = f"the format of the cell adds {shown(behind)}, the mark of a footnote"
        raise Wrong(what, "delete the mark, and say in a note what the footnote says")
    if shape.percent and scale is None:
        hundredfold = shown(f"{Decimal(held).scaleb(2).normalize():f}%")
        remedy = "add --scale 100 for what is shown, or --scale 1 for what it holds"
        raise Wrong(f"the cell shows {hundredfold} and holds {held}", remedy)


def _is_other(shape: Shape, stated: str, behind: str, unit: str) -> bool:
    """Whether a table states another size than a format, which says `behind` if that is a unit."""
    if shape.thousands:
        return power_of(stated) != 0
    both = stated and behind and _is_read(f"1 {stated}", unit)
    return bool(both) and read_quantity(f"1 {behind}", unit) != read_quantity(f"1 {stated}", unit)


def _is_priced(before: str, unit: str) -> bool:
    """Whether what stands before a number is nothing, or the sign of the unit's own currency."""
    if before in ("", "+") or meaning(unit).currency in SIGNS.get(before, ()):
        return True
    return not is_dash(before[-1]) and _is_read(f"{before}1", unit)


def _is_read(text: str, unit: str) -> bool:
    """Whether a text is a quantity of a unit."""
    try:
        read_quantity(text, unit)
    except ValueError:
        return False
    return True
