"""One row of a table after the other -> its lines: a fact, or why there is none.

What the doubts about the whole file need is gathered on the way.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from kpi.facts.intake.against import Ledger, Line, Why, against
from kpi.facts.intake.choosing import Choice
from kpi.facts.intake.columns import extras
from kpi.facts.intake.multipliers import check_multiplier, counts_in_many
from kpi.facts.intake.plan import Plan, Take
from kpi.facts.intake.row_faults import RowFaults
from kpi.facts.intake.rows import Blank, Counted, Gathered, Record, Supposed, Table
from kpi.facts.intake.stated_units import stated_unit, unit_in_heading
from kpi.facts.intake.texts.cells import Cell, Formatted, as_text, clipped, is_nothing
from kpi.facts.intake.texts.codes import answered_for, are_flags
from kpi.facts.intake.texts.figures import Figure, Reader
from kpi.facts.intake.texts.measures import refuse_other_size
from kpi.facts.intake.texts.shown_numbers import as_shown
from kpi.facts.intake.texts.sorts import code_in_words
from kpi.facts.intake.texts.sorts_by_name import meant_by_heading
from kpi.facts.intake.texts.stamps import OtherKind, Stamp, read_stamp
from kpi.facts.intake.texts.unit_spellings import as_counted
from kpi.facts.intake.texts.wholes import WHOLE
from kpi.facts.intake.unit_said import UnitSaid, refuse_contradiction, unsigned
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import Period
from kpi.facts.quantities.units import power_of
from kpi.facts.records import AHEAD, MAIN, WITHDRAWN, Observation, Target, unit_of, units_of
from kpi.values import replace

_A_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LONGEST_REASON = 600  # letters; a preview has as many as the longest for each row
_MOST_LISTED = 12  # series of a target, in the reason of each refused row
_MOST_LOOKED = 50  # unknown targets for which a near name is looked for: among many it takes time


class _Read(NamedTuple):
    """A figure that was read from a cell, and how."""

    figure: Figure
    stated: str  # its unit, also that in the format of its cell
    sized: bool  # whether the format of its cell says its size
    hundredth: bool  # whether it is a hundredth of what its cell shows


def _refused_ahead(line: Line, fact: Observation) -> Line:
    """The line of a figure of a year that was not over, without a word that it is expected."""
    what = f"the period ends on {fact.period.end}, after its publication on {fact.published}"
    remedy = (
        "write e behind the figure if it is expected, or add --status estimated where all are;"
        " else mend the dates"
    )
    return replace(line, fate="refused", reason=str(Wrong(what, remedy)))


def _expected(fact: Observation, statuses: Iterable[str | None]) -> Observation:
    """A figure of a year that was not over, as it is expected where a mark or a person says so:
    before that year ends, none is only provisional, as Eurostat calls surveys of the same year."""
    status = next((status for status in statuses if status in AHEAD), None)
    if status is None:
        return fact
    note = "; ".join(filter(None, (fact.note, f"{fact.status} in the file")))
    return replace(fact, status=status, note=note)


def _told(wrong: Wrong) -> str:
    """What is told of a row: each of its faults on a line, as many as a preview has room for."""
    first, *others = dict.fromkeys(map(str, (wrong, *wrong.beside)))
    if len(first) > _LONGEST_REASON:
        return first[:_LONGEST_REASON] + "…"
    room = _LONGEST_REASON - len(first)
    told = [first]
    for other in others:
        room -= len(other)
        told.append(other if room >= 0 else "…")
        if room < 0:
            break
    return "\n".join(told)


def _counted(fact: Observation, record: Record, line: Line, unit: UnitSaid, read: _Read) -> Counted:
    """A figure, with what is said of its unit and of its size."""
    percent = line.value.rstrip("p) ").endswith("%")
    return Counted(
        fact, record,
        stated=bool(unit.given or unit.own) or percent,
        scaled=unit.scale is not None,
        vouched=unit.vouched or percent,
        measured=unit.measured or read.sized,
        hundredth=read.hundredth,
    )  # fmt: skip


def _probably(cell: Cell) -> Stamp | None:
    """A period that a cell may mean which says none for sure; None if it names no year."""
    year = _A_YEAR.search(as_text(cell))
    return Stamp(Period.parse(year[0])) if year else None


class Walk:
    """One walk through a table, which gathers what the doubts about the whole are about."""

    def __init__(self, table: Table, plan: Plan, ledger: Ledger, published: dt.date | None) -> None:
        self.table, self.plan, self.ledger, self.published = table, plan, ledger, published
        self.extras = extras(table, plan)
        self.choice = Choice(table, plan, ledger.targets, self.extras)
        self.gathered = Gathered()
        self.notes: dict[str, None] = dict.fromkeys(table.notes)
        #: In what the first row of a series counts by a multiplier, and by a unit.
        self.powers: dict[tuple[str, str], list[str]] = {}
        self.stated: dict[tuple[str, str], str] = {}
        self.near: dict[str, str] = {}  # what was probably meant by an unknown target
        self.latest: dict[tuple[str, str, str], list[Observation]] = {}
        for fact in chain.from_iterable(ledger.recorded.values()):
            self.latest.setdefault((fact.target, fact.series, fact.period.text), []).append(fact)

    def lines(self, record: Record) -> list[Line]:
        """The lines of a record: one for each take that chooses it; none if it is not chosen."""
        if record.note:
            remark = clipped(as_text(record.period))
            self.gathered.remarks.append((len(self.gathered.counted), record))
            figure = clipped(as_text(record.cells.get(self.table.value, "")))
            if figure and WHOLE.fullmatch(as_text(record.period)):
                return [Line(record.where, remark, figure, "skipped", why=Why("whole"))]
            return [Line(record.where, remark, "", "skipped", why=Why("note"))]
        return [self._line(record, *chosen) for chosen in self.choice.of(record)]

    def _line(self, record: Record, take: Take, id_: str, series: str) -> Line:
        column = take.value or self.table.value
        value = as_text(record.cells.get(column, ""))
        line = Line(
            record.where, clipped(as_text(record.period)), clipped(value), "refused",
            target=id_, series=series,
        )  # fmt: skip
        faults = RowFaults()
        try:
            if record.problem is not None:
                raise record.problem
            target = faults.of(self._target, id_, series)
            if target is None:
                self._aside(record, take, faults)
                faults.tell()
            assert target is not None  # noqa: S101 - else its fault has been told
            return self._fact(record, take, line, target, faults)
        except OtherKind as other:
            return replace(line, fate="skipped", why=Why("kind", (("what", other.what),)))
        except Wrong as wrong:
            wrong.__traceback__ = None  # as in RowFaults
            if record.problem is None:
                place = len(self.gathered.counted)
                self.gathered.refused.append(Blank(id_, series, record, place, faults.supposed))
            return replace(line, reason=_told(wrong))

    def _target(self, id_: str, series: str) -> Target:
        target = self.ledger.targets.get(id_)
        if target is None:
            what = f"there is no target {shown(id_)}" if id_ else "the row names no target"
            raise Wrong(what, self._meant(id_))
        if series not in units_of(target):
            choices = [MAIN, *(declared.id for declared in target.series)]
            listed = ", ".join([*choices[:_MOST_LISTED], *["…"][: len(choices) - _MOST_LISTED]])
            remedy = f"choose from {listed}, or declare it in targets.toml"
            raise Wrong(f'target "{id_}" has no series {shown(series)}', remedy)
        return target

    def _meant(self, id_: str) -> str:
        """Which target was probably meant: the same for each row, and asked for some only."""
        from kpi.facts.keys.misspelt import meant  # as for every name that is not there

        otherwise = "name one of targets.toml"
        if id_ and id_ not in self.near and len(self.near) < _MOST_LOOKED:
            self.near[id_] = meant(id_, self.ledger.targets, otherwise)(True)
        return self.near.get(id_, otherwise)

    def _aside(
        self, record: Record, take: Take, faults: RowFaults
    ) -> tuple[Stamp | None, dict[str, object]]:
        """The period of a row and what other columns say of its figure. Raises OtherKind."""
        stamp = faults.of(self._stamp, record)
        if any(isinstance(fault, OtherKind) for fault in faults.found):
            faults.tell()
        when = stamp or _probably(record.period)
        keys = self.extras.read(
            record, when.period if when else None, take.value or self.table.value, faults
        )
        cell = record.cells.get(self.extras.columns.get("published", ""), "")
        if "published" in keys or as_text(cell) == "":  # else it has a fault of its own
            keys["published"] = faults.of(self._published, keys.get("published"))
        return stamp, keys

    def _fact(
        self, record: Record, take: Take, line: Line, target: Target, faults: RowFaults
    ) -> Line:
        """The line of a row that has a target: its figure, its period, and what is recorded."""
        column = take.value or self.table.value
        unit = self._unit(record, take, line, target)
        faults.of(self._check_unit, record, line, unit)
        read = None if is_nothing(line.value) else self._figure(record, line, unit, column, faults)
        if read is None and not faults.found:
            return self._empty(record, line)
        stamp, keys = self._aside(record, take, faults)
        if read is not None:
            faults.of(self._beside, record, unit, read, column, keys)
        if faults.found:
            faults.supposed = self._supposed(record, line, unit, read, stamp, keys)
            faults.tell()
        assert read is not None  # noqa: S101 - or a fault has been told
        assert stamp is not None  # noqa: S101 - as of the figure
        told = [str(keys.get("note", "")), getattr(record.period, "footnote", "")]
        told += [self._answered(record, line.value, unit)] if self.plan.joined else []
        told += self.extras.overruled(record, stamp.period, column)
        if note := "; ".join(filter(None, told)):
            keys["note"] = note
        fact = self._observation(line, stamp, read.figure, keys)
        ahead = fact.period.end > fact.published and fact.status not in (*AHEAD, WITHDRAWN)
        if ahead:
            fact = _expected(fact, (read.figure.status, stamp.status, self.plan.status))
        self.gathered.counted.append(_counted(fact, record, line, unit, read))
        recorded = self.latest.get((fact.target, fact.series, fact.period.text), [])
        has_status = bool(
            read.figure.status or stamp.status or self.plan.status or "status" in keys
        )
        has_status = has_status or bool(
            recorded and self.extras.is_result(record, fact.period, column)
        )
        line = against(replace(line, fact=fact), fact, recorded, "revision" in keys, has_status)
        ahead = ahead and fact.status not in AHEAD
        return _refused_ahead(line, fact) if ahead and line.fate == "new" else line

    def _supposed(
        self, record: Record, line: Line, unit: UnitSaid, read: _Read | None, stamp: Stamp | None,
        keys: dict[str, object],
    ) -> Supposed | None:  # fmt: skip
        """What a row with faults would give; None where no year is seen in its period."""
        when = stamp or _probably(record.period)
        if when is None:
            return None
        figure = read or _Read(Figure(Decimal(0)), unit.stated, False, False)
        keys = {"published": keys.get("published") or self.published or self.ledger.day} | keys
        fact = self._observation(line, when, figure.figure, keys)
        row = _counted(fact, record, line, unit, figure)
        return Supposed(row, stamp is not None, read is not None)

    def _stamp(self, record: Record) -> Stamp:
        """The period of a row. Raises Wrong, and OtherKind for one that is not asked for."""
        stamp = read_stamp(record.period, record.style or self.plan.style)
        if self.plan.style and stamp.period.kind != self.plan.style:
            raise OtherKind(f"{stamp.period} is a {stamp.period.kind}, not a {self.plan.style}", "")
        return stamp

    def _published(self, day: object) -> dt.date:
        """The day of publication, which the row says or the person. Raises Wrong."""
        published = day or self.published
        if not isinstance(published, dt.date):
            raise Wrong("the row has no day of publication", "give it with --published")
        if published > self.ledger.day:
            raise Wrong(f"published on {published}, after today", "mend the day of publication")
        return published

    def _unit(self, record: Record, take: Take, line: Line, target: Target) -> UnitSaid:
        """The unit of a row's figure."""
        wanted = None
        if target.kind != "milestone":
            wanted = " ".join(unit_of(target, line.series).split())
        given = as_counted(take.unit or self.plan.unit, wanted)
        own = stated_unit(self.table, record, self.plan, wanted)
        near = ""
        if wanted and not own and not given:
            near = self._in_heading(record, take.value or self.table.value, wanted)
        return UnitSaid(wanted, given, own, near, take.scale or self.plan.scale)

    def _check_unit(self, record: Record, line: Line, unit: UnitSaid) -> None:
        """Raises Wrong where the person and the file contradict."""
        if unit.given:
            goal = (line.target, line.series)
            before = self.stated.setdefault(goal, unit.own) if unit.own else ""
            refuse_other_size(unit.given, unit.own, before, unit.scale)
            if not counts_in_many(self.extras.multiplier, record):
                refuse_contradiction(unit)

    def _figure(
        self, record: Record, line: Line, unit: UnitSaid, column: str, faults: RowFaults
    ) -> _Read | None:
        """The figure of a row, None where there is none or it cannot be read."""
        first = self.powers.setdefault((line.target, line.series), [])
        faults.of(check_multiplier, self.extras.multiplier, record, unit, first)
        cell = record.cells.get(column, "")
        if not faults.found:
            return faults.of(self._read, cell, unit)
        if not isinstance(cell, Formatted):  # a size is asked about; its digits are looked at
            faults.of(self._read, cell, UnitSaid(unit.wanted, "", unit.wanted or "", "", None))
        return None

    def _read(self, cell: Cell, unit: UnitSaid) -> _Read | None:
        """The figure of a cell, None where there is none. Raises Wrong."""
        stated, mark, sized = unit.stated, None, False
        if isinstance(cell, Formatted) and unit.wanted is not None:
            cell, stated, mark = as_shown(
                cell, stated, unit.wanted, unit.scale, told=bool(unit.given)
            )
            sized = bool(power_of(stated))
        figure = self._reader(unit).read(unsigned(cell, stated, unit.wanted), stated)
        if figure is None:
            return None
        hundredth = isinstance(cell, Formatted) and cell.shape.percent
        figure = figure._replace(status=figure.status or mark)
        return _Read(figure, stated, sized, hundredth)

    def _reader(self, unit: UnitSaid) -> Reader:
        plan = self.plan
        return Reader(unit.wanted, unit.scale, plan.decimal, plan.minus, plan.joined)

    def _beside(
        self, record: Record, unit: UnitSaid, read: _Read, column: str, keys: dict[str, object]
    ) -> None:
        """Adds to `keys` what is read as the figure is, and what its heading says. Raises Wrong."""
        over = meant_by_heading(column) if not self.plan.status else None
        if "status" not in keys and over:  # such as "Target" or "Forecast"
            keys["status"] = over
        if "standard_error" in keys:  # which is in the unit of the figure
            name = self.extras.columns["standard_error"]
            try:
                error = self._reader(unit).read(record.cells[name], read.stated)
            except Wrong as wrong:
                raise Wrong(f"{name}: {wrong.what}", wrong.remedy) from None
            assert error is not None  # noqa: S101 - what stands for nothing is not among `keys`
            keys["standard_error"] = error.value

    def _answered(self, record: Record, value: str, unit: UnitSaid) -> str:
        """What the note is to say of a figure for which a person has answered; "" if nothing."""
        extras, behind = self.extras, value.rpartition(" ")[2] if " " in value else ""
        is_flag = are_flags(behind) and behind != (unit.wanted or "").casefold()  # as it is read
        codes = [behind] if is_flag else []  # in "7 EUR" there are none
        for text in (as_text(record.cells.get(name, "")) for name in extras.coded + extras.worded):
            codes += [text, code_in_words(text)]
        codes += [known.get(as_text(record.cells.get(name, "")), "") or ""
                  for name, known in extras.special.items()]  # fmt: skip
        return next(filter(None, map(answered_for, codes)), "")

    def _in_heading(self, record: Record, column: str, unit: str) -> str:
        """The unit that stands over a figure, beside it or above the table, in our words."""
        theirs = unit_in_heading(self.table, record, column, unit, self.choice.keys)
        ours = self.plan.units.get(theirs, theirs)
        if ours.casefold() not in ("", unit.casefold()):
            self.notes[f"unit stated in the table: {theirs}"] = None
        return as_counted(ours, unit)

    def _empty(self, record: Record, line: Line) -> Line:
        """The line of a row without a figure; its period still tells whether rows are divided."""
        self.gathered.blank.append(
            Blank(line.target, line.series, record, len(self.gathered.counted))
        )
        if line.value:
            return replace(line, fate="skipped", why=Why("nothing", (("text", line.value),)))
        stored = self.table.kind in ("xlsx", "xls", "ods")
        return replace(line, fate="skipped", why=Why("unstored" if stored else "empty"))

    def _observation(
        self, line: Line, stamp: Stamp, figure: Figure, keys: dict[str, object]
    ) -> Observation:
        """The fact of a row: its own columns first, then its marks, then what holds for all."""
        values: dict[str, object] = {"url": self.plan.url}
        values["source"] = self.plan.source or self.table.source
        if "recorded" not in self.extras.columns:
            values["recorded"] = self.ledger.day
        values["status"] = figure.status or stamp.status or self.plan.status or "final"
        values["bound"] = figure.bound
        values |= keys
        if figure.note:
            notes = (str(keys["note"]), figure.note) if keys.get("note") else (figure.note,)
            values["note"] = "; ".join(notes)
        published = values.pop("published")
        fact = (line.target, line.series, stamp.period, figure.value, published, "")
        return Observation(*fact, **values)  # type: ignore[arg-type]
