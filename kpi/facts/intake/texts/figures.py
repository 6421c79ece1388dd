"""A cell that holds a figure -> the value in the target's unit, with what was done to it.

The traps are refused, never repaired by a guess: another unit, an error of a spreadsheet, a decimal
comma. Only what the person who imports has said is applied: a scale, a unit, a sign for minus.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Context, Decimal
from typing import NamedTuple

from kpi.facts.intake.texts.cells import (
    TRIANGLES,
    Cell,
    as_text,
    is_dash,
    is_nothing,
    is_number,
    unmarked,
    without_exponent,
    without_interval,
)
from kpi.facts.intake.texts.codes import are_flags, status_of
from kpi.facts.intake.texts.measures import factor_of, has_prefix, is_typed
from kpi.facts.intake.texts.money_signs import in_front
from kpi.facts.intake.texts.size_words import factor_beside, size_beside
from kpi.facts.intake.texts.unit_spellings import is_carbon, squeezed
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.numbers import finite_number
from kpi.facts.quantities.reading import read_done, read_quantity
from kpi.facts.quantities.units import in_size, meaning, power_of, with_size, without_size
from kpi.values import dataclass

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_BARE = re.compile(r"[-+]?[0-9.,]+")
_LEADING = re.compile(r"[-+]?[0-9][0-9.,]*")
_GERMAN = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?|-?[0-9]+(?:,[0-9]+)?")
_NOTED = re.compile(
    r"[-+]?[0-9][0-9.,]* ?%?(?: ?[*†‡§]+| ?[⁰¹²³⁴⁵⁶⁷⁸⁹]+[)⁾]?| [0-9]{1,2}\)| ?주\)?)"
)
_LIMIT = re.compile(r"(<=?|>=?|≤|≥) ?(?=[-+−0-9.])")
#: Thousands divided by spaces or apostrophes, as ISO 80000 and the Swiss write them.
_SPACED = re.compile(r"[-−]?[0-9]{1,3}([ \u00a0\u2009\u202f'’])[0-9]{3}(?:\1[0-9]{3})*(?![0-9])")
#: 12,34,567 of India, whose digits are those of 1,234,567.
_INDIAN = re.compile(r"-?[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?![0-9,])")
_COMMA = re.compile(
    r"-?(?:(?:[0-9]+|[0-9]{1,3}(?:[ \u00a0\u2009\u202f'’][0-9]{3})+),[0-9]{1,2}|[0-9]{4,},[0-9]+)"
)
_POINTED = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,}|(?:\.[0-9]{3})+,[0-9]+)")
_WIDE = Context(prec=200)


class Figure(NamedTuple):
    """A value in the target's unit, the status that a mark means, and what was done to it."""

    value: Decimal | bool
    status: str | None = None
    note: str = ""
    bound: str = "="


@dataclass(frozen=True, slots=True)
class Reader:
    """How the figures of one series are read.

    `unit` is the target's, None for a milestone. `scale` multiplies each figure. `decimal` is the
    sign before decimals, `minus` one for minus. `joined` is whether a person answers for a break.
    """

    unit: str | None
    scale: Decimal | None = None
    decimal: str = "."
    minus: str = ""
    joined: bool = False

    def read(self, cell: Cell, stated: str = "") -> Figure | None:
        """The figure of a cell that the file states in a unit, None if there is none. Raises Wrong.

        >>> Reader("%").read("12.3 p)")
        Figure(value=Decimal('12.3'), status='provisional', note='', bound='=')
        """
        if self.unit is None:
            return _done(cell)
        if isinstance(cell, bool | dt.date):
            kind = "true or false" if isinstance(cell, bool) else "a date"
            raise Wrong(f"{as_text(cell)} is {kind}, not a figure", "choose another value column")
        stated = self.unit if squeezed(stated) == squeezed(self.unit) else stated
        text, status = without_interval(as_text(cell)), None
        if len(self.unit) == 1 or not text.casefold().endswith(self.unit.casefold()):
            text, status = unmarked(text)  # the "e" of "410 MtCO2e" is no mark
        if is_nothing(text):
            return None
        if limit := _LIMIT.match(text):
            figure = self.read(text[limit.end() :], stated)
            if figure is None:
                raise Wrong(f"{shown(text)} is a limit of nothing", "mend it, or skip the row")
            bound = ">=" if limit[1][0] in ">≥" else "<="
            note = figure.note or f"{text} in the file"
            return figure._replace(status=figure.status or status, bound=bound, note=note)
        number, _, flags = text.rpartition(" ")
        number = "" if number.endswith("%") and flags.casefold() == "p" else number  # a change
        if status is None and are_flags(flags) and number and flags != self.unit.casefold():
            text, status = number, status_of(flags, True, self.joined)  # "17.8 ep" of Eurostat
        written = text if is_number(cell) else self._written(without_exponent(text))
        value = self.valued(written, stated, is_number(cell))
        if self.scale is None or self.scale == 1:
            return Figure(value, status)
        if written.endswith("%"):
            what = f"{shown(text)} has its percent sign, and a scale as well"
            raise Wrong(what, "leave the scale out, or make the cells of one kind")
        if value != self.valued(written, "", is_number(cell)):
            raise self._sized_twice(stated)
        _refuse_own_size(text, written, value)
        scaled = finite_number(_times(value, self.scale))
        if scaled is None:
            raise Wrong(f"{shown(text)} times {self.scale} is absurd", "mend the scale")
        return Figure(scaled, status, f"{text} in the file, times {self.scale}")

    def _sized_twice(self, stated: str) -> Wrong:
        """The fault of a figure whose size the stated unit says, and the scale says again."""
        what = f"the file counts in {shown(stated)}, and a scale is given as well"
        return Wrong(what, f'leave the scale out, or add --unit "{self.unit}" if it is wrong')

    def _written(self, text: str) -> str:
        money = in_front(text)  # behind which the signs of the digits are looked at
        return money + self.spelled(text[len(money) :])

    def spelled(self, text: str) -> str:
        """A text with the signs that `read_quantity` knows."""
        if text.startswith("#"):
            raise Wrong(f"{shown(text)} is an error of a spreadsheet", "mend its formula there")
        if text[0] in TRIANGLES and self.minus != text[0]:
            what = f"{text[0]} before a figure means minus to some and a rise to others"
            raise Wrong(what, f'write -1.2, or say minus = "{text[0]}" in a mapping file')
        if text.startswith("(") and text.endswith(")"):
            raise Wrong(f"{shown(text)} stands in brackets", "write -1.2 for what is below zero")
        if not self.decimal and _COMMA.fullmatch(text):
            what = f"{shown(text)} has a comma where no thousands end"
            raise Wrong(what, 'add --decimal "," if it begins decimals')
        if not self.decimal and _POINTED.fullmatch(text):
            what = f"{shown(text)} has points between its thousands"
            raise Wrong(what, 'add --decimal "," to have it read so')
        if _NOTED.fullmatch(text):
            what = f"{shown(text)} ends with the mark of a footnote"
            raise Wrong(what, "write p in its place if provisional, e if estimated; else delete it")
        if text[0] == self.minus or is_dash(text[0]):
            text = "-" + text[1:].lstrip()
        if self.decimal != "," and (indian := _INDIAN.match(text)):
            text = indian[0].replace(",", "") + text[indian.end() :]
        if spaced := _SPACED.match(text):
            grouped = re.sub(r"[^-−0-9]", "", spaced[0])
            text = grouped + text[spaced.end() :]
        begun = _LEADING.match(text)
        if self.decimal == "," and begun:
            number, rest = begun[0], text[begun.end() :]
            if not _GERMAN.fullmatch(number):
                what = f"{shown(text)} is not grouped as a number with a decimal comma"
                raise Wrong(what, "write 1.200,5 or 1200,5, or leave --decimal out if none has one")
            text = number.replace(".", "").replace(",", ".") + rest
        return text

    def valued(self, text: str, stated: str, number: bool) -> Decimal:
        """The figure that a spelled text gives in the target's unit."""
        assert self.unit is not None  # noqa: S101 - a milestone never comes here
        if (number or _PLAIN.fullmatch(text)) and stated in ("", self.unit):
            value = finite_number(Decimal(text))
            if value is None:
                raise Wrong(f"{shown(text)} is absurd as a figure", "mend it, or skip the row")
            return value
        text = f"{Decimal(text):f}" if number else text
        bare = stated and _BARE.fullmatch(text)
        try:
            if bare and (power := _beside(stated, self.unit)) is not None:
                text = f"{read_quantity(text, self.unit).scaleb(power, _WIDE):f}"
                return read_quantity(text, self.unit)
            return read_quantity(f"{text} {stated}" if bare else text, self.unit)
        except ValueError as error:
            what, _, remedy = str(error).partition("; ")
            remedy = self._advice(stated, self.unit, what, remedy) if bare else remedy
            raise Wrong(what, remedy) from None

    def _advice(self, stated: str, unit: str, what: str, remedy: str) -> str:
        """What to do about a bare number that is no figure in a stated unit. Raises Wrong where
        more is known of that unit."""
        _refuse_measure(stated, unit)
        _refuse_numbered(stated, unit)
        if "is less than one of" in what:  # in 1960 it was, and now it is many
            if self.scale not in (None, 1):
                raise self._sized_twice(stated)
            size = Decimal(1).scaleb(power_of(stated) - power_of(unit))
            return f'add --unit "{unit}" --scale {size:f}'
        if remedy.startswith("write "):  # the number is bare
            remedy = "choose other rows, or say with --unit in which unit the file counts"
        if same := _in_ours(stated, unit):
            remedy += f'; or, if the file\'s "{stated}" is the same, add --unit "{same}"'
        return remedy


_NUMBER = re.compile(r"(?:[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


def _refuse_own_size(text: str, spelled: str, value: Decimal) -> None:
    """Raises Wrong where the value of a text is not the number that stands in it, as of 1.2bn or
    of $1,200,000 in USD m: with a scale as well it would be converted twice."""
    number = _NUMBER.search(spelled)
    if number and Decimal(number[0].replace(",", "")) != value.copy_abs():
        what = f"{shown(text)} has a size of its own, and a scale as well"
        raise Wrong(what, "leave the scale out, or make the cells of one kind")


#: A number in a unit that is no part of a word: of 2020=100, and not of CO2.
_APART = re.compile("(?<![^\\W_])[0-9]{2,}(?![^\\W_])")


def _refuse_measure(stated: str, unit: str) -> None:
    """Raises Wrong for a stated unit that a factor turns into another: kt, and the unit is Mt."""
    factor = factor_of(stated, unit)
    if factor is not None and factor != 1:
        what = f"the file counts in {shown(stated)}, and the unit is {shown(unit)}"
        if not is_typed(factor) or is_carbon(stated, unit):
            raise Wrong(what, "convert them in the file")
        raise Wrong(what, f'add --unit "{unit}" --scale {factor:f}')


def _refuse_numbered(stated: str, unit: str) -> None:
    """Raises Wrong for a stated unit with a number in it that is no size: PER_1000_LIVE_BIRTHS,
    2020=100. The figure beside it is one, and nothing in its cell can be mended."""
    theirs, ours = (set(_APART.findall(text.replace(",", ""))) for text in (stated, unit))
    if theirs:
        remedy, same = "convert them in the file", _in_ours(stated, unit)
        alike = meaning(unit).kind == "count" and power_of(stated) == power_of(unit)
        if same or (ours in (theirs, set()) and alike):
            remedy += f'; or, if the file\'s "{stated}" is the same, add --unit "{same or unit}"'
        what = f"the file counts in {shown(stated)}, and the unit is {shown(unit)}"
        raise Wrong(what, remedy)


_MAYBE_SIZE = re.compile(
    r"\d|[십백천만억조]|\b(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?\b", re.I
)


def _in_ours(stated: str, unit: str) -> str:
    """What a stated unit probably is in words of ours: "thousand persons" for '000 and 천명."""
    if factor_of(stated, unit) == 1:
        return unit
    odd = not power_of(stated) and size_beside(stated, unit)
    theirs, ours = meaning(stated), meaning(unit)
    if theirs.kind == "count" and theirs.power != ours.power and has_prefix(unit):
        return ""  # million tons are no million Mt
    if not odd and not power_of(stated) and ours.kind == "count" and _MAYBE_SIZE.search(stated):
        return ""  # in words that we do not know
    if theirs.kind == ours.kind == "money" and theirs.currency != ours.currency:
        return ""
    shares = [side.kind in ("share", "points") for side in (theirs, ours)]
    if shares == [True, False] or (shares[1] and (theirs.kind == "money" or has_prefix(stated))):
        return ""  # per cent are no USD bn, and TWh no per cent
    return with_size(factor_beside(stated, unit).adjusted(), unit) if odd else in_size(stated, unit)


def _beside(stated: str, unit: str) -> int | None:
    """The power of ten from a unit whose size stands in digits or brackets to `unit`; None if not.

    Behind a number it could not be read: "912 10억원", "912 KRW (million)".
    """
    theirs, ours = meaning(" ".join(stated.split())), meaning(unit)
    same = (theirs.kind, theirs.currency, theirs.noun) == (ours.kind, ours.currency, ours.noun)
    return theirs.power - ours.power if same and without_size(stated) != stated else None


def _times(value: Decimal, scale: Decimal) -> Decimal:
    """The product, without the zeros that multiplying by a power of ten leaves behind."""
    if scale.normalize().as_tuple().digits == (1,):
        return value.scaleb(scale.adjusted(), _WIDE)
    return _WIDE.multiply(value, scale).normalize(_WIDE)


def _done(cell: Cell) -> Figure | None:
    """Whether a milestone is done."""
    text = as_text(cell)
    if is_nothing(text):
        return None
    done = {"1": True, "0": False}.get(text, read_done(text))
    if done is None:
        raise Wrong(f"{shown(text)} is not true or false", "write true or false for a milestone")
    return Figure(done)
