"""The rows of a table -> what becomes of each, and the batch files that would record the new ones.

    new         it will be recorded
    recorded    the ledger says the same already, so it is left out
    conflict    the ledger says something else of the same publication
    refused     it cannot be read, or may mean two things; its reason says what to do
    skipped     it holds no figure, or not one that was asked for

Nothing is recorded while a row is refused or in conflict, or while there is a doubt about the file
as a whole. What would be written is read back by the reader of the ledger before it is offered.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from kpi.facts.fields import Wrong, shown
from kpi.facts.intake.against import Line, Why, against
from kpi.facts.intake.batches import batches, refused_by_reader
from kpi.facts.intake.columns import Extras, extras, repeats, stated_unit, unit_in_heading
from kpi.facts.intake.doubts import fill_down
from kpi.facts.intake.doubts.every_doubt import doubts
from kpi.facts.intake.doubts.separators import with_decimals
from kpi.facts.intake.doubts.surroundings import distinct
from kpi.facts.intake.layouts.sheet import TYPED, having
from kpi.facts.intake.plan import Filter, Plan, Take
from kpi.facts.intake.rows import Blank, Counted, Record, Table
from kpi.facts.intake.texts.cells import Formatted, as_text, clipped, is_nothing
from kpi.facts.intake.texts.figures import Figure, Reader, as_shown
from kpi.facts.intake.texts.measures import refuse_other_size
from kpi.facts.intake.texts.sorts import meant_by_heading
from kpi.facts.intake.texts.stamps import OtherKind, Stamp, read_stamp
from kpi.facts.records import MAIN, Observation, Target, unit_of, units_of
from kpi.facts.units import power_of
from kpi.values import dataclass, field, replace

#: More figures than any table of a target has; a file of more wants a filter.
MOST_RECORDS = 1_000_000
MOST_LINES = 30_000  # eighty years of days; a preview of more nobody reads
MOST_LETTERS = 16 * 1_048_576
_LONGEST_REASON = 600  # letters; a preview has as many as the longest for each row
_MOST_LISTED = 12  # series of a target, in the reason of each refused row
_MOST_SEEN = 50  # texts of a column that is filtered
_MOST_LOOKED = 50  # unknown targets for which a near name is looked for: among many it takes time


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The fate of every figure that was chosen, and the files that would record the new ones.

    `files` is empty unless every row may be recorded: all or none.
    """

    kind: str
    lines: tuple[Line, ...]
    unchosen: int  # figures that no filter or column chose
    notes: tuple[str, ...] = ()
    doubts: tuple[Wrong, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)

    def count(self, fate: str) -> int:
        """How many lines have a fate."""
        return sum(line.fate == fate for line in self.lines)

    @property
    def sound(self) -> bool:
        """Whether nothing stands against recording what is new."""
        return not (self.doubts or self.count("refused") or self.count("conflict"))


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the rows are held against: targets, what is recorded of each, and the day of today."""

    targets: Mapping[str, Target]
    recorded: Mapping[str, tuple[Observation, ...]]
    day: dt.date  # today


Watch = Callable[[Iterable[Record]], Iterable[Record]]


def judge(
    table: Table, plan: Plan, ledger: Ledger, published: dt.date | None, watch: Watch = iter
) -> Arrivals:
    """What becomes of each row of a table. `watch` may show how far the walk has come.

    `published` is None where the rows say it themselves. Raises Wrong if the plan does not fit the
    table: an unknown column, a filter that chooses nothing.
    """
    table, plan = with_decimals(table, plan)
    run = _Run(table, plan, ledger, published)
    lines, unchosen, seen = [], 0, 0
    for record in watch(table.records()):
        seen += 1
        if seen > MOST_RECORDS:
            raise Wrong(f"the file holds over {MOST_RECORDS:,} figures", "import a part of it")
        found = run.lines(record)
        unchosen += not found
        lines += found
        if len(lines) > MOST_LINES:
            raise Wrong(f"over {MOST_LINES:,} figures are chosen", "choose fewer with --filter")
    if not seen:
        raise Wrong("the table has a header and no row", "choose another file")
    again = tuple(fill_down.doubts(table, plan, run.seen))
    if unchosen and not lines:
        raise next(iter(again), run.nothing_chosen())
    run.note_empty_takes(lines)
    run.note_empty_filters()
    again += doubts(run.counted, run.blank, run.refused, run.remarks, plan, table, ledger, run.keys)
    facts = [line.fact for line in lines if line.fate == "new" and line.fact is not None]
    if sum(map(_letters, facts)) > MOST_LETTERS:
        what = "over 16 MiB would be written, for a long text stands in every row"
        raise Wrong(what, "choose fewer with --filter, or shorten it")
    there = {one.file for some in ledger.recorded.values() for one in some}
    files = batches(facts, plan.label or table.kind, () if plan.label else there)
    faults = refused_by_reader(files, ledger.targets)
    if faults:
        lines = [_faulted(line, faults) for line in lines]
    arrivals = Arrivals(table.kind, tuple(lines), unchosen, tuple(run.notes), again)
    if not arrivals.sound:
        return arrivals
    return replace(arrivals, files={name: batch.data for name, batch in files.items()})


def _letters(fact: Observation) -> int:
    """About how many letters record a fact."""
    texts = (fact.source, fact.url, fact.quote, fact.note, fact.grade)
    return 100 + sum(map(len, texts))


def _faulted(line: Line, faults: Mapping[int, str]) -> Line:
    """The line refused, if the reader of the ledger refuses its fact."""
    reason = faults.get(id(line.fact)) if line.fact is not None else None
    return replace(line, fate="refused", reason=reason) if reason else line


class _Run:
    """One walk through a table. `counted` gathers what the doubts about the whole are about."""

    def __init__(self, table: Table, plan: Plan, ledger: Ledger, published: dt.date | None) -> None:
        self.table, self.plan, self.ledger, self.published = table, plan, ledger, published
        self.extras: Extras = extras(table, plan)
        self.keys = self.extras.names
        self.takes = plan.takes or (Take(),)
        self.counted: list[Counted] = []
        self.blank: list[Blank] = []
        self.refused: list[Blank] = []  # which hold a figure that cannot be read
        self.remarks: list[tuple[int, Record]] = []  # and how many figures stand before each
        self.seen: dict[str, Counter[str]] = {}
        self.notes: dict[str, None] = dict.fromkeys(table.notes)
        #: In what the first row of a series counts by a multiplier, and by a unit.
        self.powers: dict[tuple[str, str], list[str]] = {}
        self.stated: dict[tuple[str, str], str] = {}
        self.near: dict[str, str] = {}  # what was probably meant by an unknown target
        self.latest: dict[tuple[str, str, str], list[Observation]] = {}
        for fact in chain.from_iterable(ledger.recorded.values()):
            self.latest.setdefault((fact.target, fact.series, fact.period.text), []).append(fact)
        self._check_filters()

    def _check_filters(self) -> None:
        """Raises Wrong for a column that a filter names and the table lacks."""
        wanted = [*self.plan.filter, *(name for take in self.takes for name in take.filter)]
        wanted += [take.value for take in self.takes if take.value]
        there = {*self.table.columns, self.table.value}
        for name in wanted:
            if name not in there:
                listed = ", ".join(shown(one, TYPED) for one in self.table.columns[:20])
                raise Wrong(f"there is no column {shown(name)}", f"choose from {listed}")
            self.seen.setdefault(name, Counter())
        if not self.table.value and not all(take.value for take in self.takes):
            raise Wrong("no value column is named", "name it with --value-column")

    def note_empty_takes(self, lines: list[Line]) -> None:
        """Notes each series of the mapping to which no row went: it may have a new name."""
        wanted = [(take.target, take.series) for take in self.plan.takes if take.target]
        wanted += [(one.partition("/")[0], one.partition("/")[2])
                   for one in self.plan.targets.values()]  # fmt: skip
        there = {(line.target, line.series) for line in lines}
        for target, series in wanted:
            known = self.ledger.targets.get(target)
            if (target, series or (known.judged_series if known else MAIN)) not in there:
                self.notes[f"no row for {target}{'/' if series else ''}{series}"] = None

    def note_empty_filters(self) -> None:
        """Notes each text of a filter that no row has: it may be misspelt."""
        for name, texts in self.plan.filter.items():
            seen = self.seen.get(name, Counter())
            if len(seen) < _MOST_SEEN:
                for text in sorted(set(texts) - set(seen)):
                    self.notes[f"no row has {name} {shown(text)}"] = None

    def nothing_chosen(self) -> Wrong:
        """What to say if no row was chosen."""
        parts = [having(name, [text for text, _ in texts.most_common(8)])
                 for name, texts in self.seen.items() if texts]  # fmt: skip
        if self.table.headline and not parts:
            names, first = ", ".join(self.table.labels), self.table.labels[0]
            has = having(first, distinct(self.table.records(), first)[:8])
            return Wrong(
                f"every row is disaggregated (by {names}), and there is no headline row",
                f'choose one with --filter "{first}=…"; {has}',
            )
        return Wrong("no row is chosen", "; ".join(parts) or "mend --target, --series or --filter")

    # --- choosing ---------------------------------------------------------------------------

    def lines(self, record: Record) -> list[Line]:
        """The lines of a record: one for each take that chooses it; none if it is not chosen."""
        if record.note:
            remark = clipped(as_text(record.period))
            self.remarks.append((len(self.counted), record))
            return [Line(record.where, remark, "", "skipped", why=Why("note"))]
        for name, texts in self.seen.items():
            if len(texts) < _MOST_SEEN:
                texts[as_text(record.cells.get(name, ""))] += 1
        if not _chosen(record, self.plan.filter):
            return []
        found = []
        for take in self.takes:
            if not _chosen(record, take.filter) or not self._headline(record, take):
                continue
            goal = self._goal(record, take)
            if goal is not None:
                found.append(self._line(record, take, *goal))
        return found

    def _headline(self, record: Record, take: Take) -> bool:
        """Whether every disaggregation of a row is empty or chosen."""
        return not self.table.headline or all(
            name in take.filter or name in self.plan.filter or name in self.keys
            or as_text(record.cells[name]) == ""
            for name in self.table.labels if name not in self.table.single
        )  # fmt: skip

    def _goal(self, record: Record, take: Take) -> tuple[str, str] | None:
        """The target and series of a row; None if it is for others than those that were named."""
        target, series = take.target or self.plan.target, take.series or self.plan.series
        said, said_series = self.extras.target(record), self.extras.series(record)
        if said in self.plan.targets:
            said, _, own = self.plan.targets[said].partition("/")
            said_series = own or said_series
        elif self.plan.targets:
            return None
        if (said and target and said != target) or (
            said_series and series and said_series != series
        ):
            return None
        target = target or said
        known = self.ledger.targets.get(target)
        return target, series or said_series or (known.judged_series if known else MAIN)

    # --- one line ---------------------------------------------------------------------------

    def _line(self, record: Record, take: Take, id_: str, series: str) -> Line:
        column = take.value or self.table.value
        value = as_text(record.cells.get(column, ""))
        line = Line(
            record.where, clipped(as_text(record.period)), clipped(value), "refused",
            target=id_, series=series,
        )  # fmt: skip
        try:
            if record.problem is not None:
                raise record.problem
            target = self._target(id_, series)
            return self._fact(record, take, line, target)
        except OtherKind as other:
            return replace(line, fate="skipped", why=Why("kind", (("what", other.what),)))
        except Wrong as wrong:
            if record.problem is None:
                self.refused.append(Blank(id_, series, record, len(self.counted)))
            reason = str(wrong)
            longer = len(reason) > _LONGEST_REASON
            return replace(line, reason=reason[:_LONGEST_REASON] + "…" if longer else reason)

    def _target(self, id_: str, series: str) -> Target:
        target = self.ledger.targets.get(id_)
        if target is None:
            what = f"there is no target {shown(id_)}" if id_ else "the row names no target"
            raise Wrong(what, self._meant(id_))
        if series not in units_of(target):
            known = [MAIN, *(one.id for one in target.series)]
            listed = ", ".join([*known[:_MOST_LISTED], *["…"][: len(known) - _MOST_LISTED]])
            remedy = f"choose from {listed}, or declare it in targets.toml"
            raise Wrong(f'target "{id_}" has no series {shown(series)}', remedy)
        return target

    def _meant(self, id_: str) -> str:
        """Which target was probably meant: the same for each row, and asked for some only."""
        from kpi.facts.misspelt import meant  # as for every name that is not there

        otherwise = "name one of targets.toml"
        if id_ and id_ not in self.near and len(self.near) < _MOST_LOOKED:
            self.near[id_] = meant(id_, self.ledger.targets, otherwise)(True)
        return self.near.get(id_, otherwise)

    def _fact(self, record: Record, take: Take, line: Line, target: Target) -> Line:
        """The line of a row that has a target: its figure, its period, and what is recorded."""
        unit = None
        if target.kind != "milestone":
            unit = " ".join(unit_of(target, line.series).split())
        scale = take.scale or self.plan.scale
        reader = Reader(unit, scale, self.plan.decimal, self.plan.minus)
        column = take.value or self.table.value
        said, own = take.unit or self.plan.unit, stated_unit(self.table, record, self.plan)
        if said:
            goal = (line.target, line.series)
            before = self.stated.setdefault(goal, own) if own else ""
            refuse_other_size(said, own, before, scale)
        near = self._in_heading(record, column, unit) if unit and not (said or own) else ""
        stated = said or own or near
        other = bool(near) and unit is not None and near.casefold() != unit.casefold()
        measured = bool(said or other or power_of(own)) or scale is not None
        # A column of units that only repeats the target's says nothing of thousands.
        vouched = bool(said) or (unit is not None and not repeats(own, unit))
        cell = record.cells.get(column, "")
        if is_nothing(line.value):
            return self._empty(record, line)
        mark = None
        if isinstance(cell, Formatted) and unit is not None:
            cell, stated, mark = as_shown(cell, stated, unit, scale, told=bool(said))
            measured = measured or bool(power_of(stated))
        first = self.powers.setdefault((line.target, line.series), [])
        self.extras.check_multiplier(record, scale is not None, said, first, unit)
        figure = reader.read(cell, stated)
        if figure is None:
            return self._empty(record, line)
        figure = figure._replace(status=figure.status or mark)
        stamp = read_stamp(record.period, record.style or self.plan.style)
        if self.plan.style and stamp.period.kind != self.plan.style:
            raise OtherKind(f"{stamp.period} is a {stamp.period.kind}, not a {self.plan.style}", "")
        more = self.extras.read(record, stamp.period.end.year, column)
        if "standard_error" in more:  # which is in the unit of the figure
            error = reader.read(record.cells[self.extras.columns["standard_error"]], stated)
            assert error is not None  # noqa: S101 - what stands for nothing is not among `more`
            more["standard_error"] = error.value
        over = meant_by_heading(column) if not self.plan.status else None
        if "status" not in more and over:  # such as "Target" or "Forecast"
            more["status"] = over
        fact = self._observation(line, stamp, figure, more)
        percent = line.value.rstrip("p) ").endswith("%")
        vouched, known = vouched or percent, bool(said or own) or percent
        hundredth = isinstance(cell, Formatted) and cell.shape.percent
        self.counted.append(
            Counted(fact, record, known, scale is not None, vouched, measured, hundredth)
        )
        there = self.latest.get((fact.target, fact.series, fact.period.text), [])
        told = bool(figure.status or stamp.status or self.plan.status or "status" in more)
        told = told or bool(there and self.extras.is_result(record, fact.period.end.year, column))
        return against(replace(line, fact=fact), fact, there, "revision" in more, told)

    def _in_heading(self, record: Record, column: str, unit: str) -> str:
        """The unit that stands over a figure, beside it or above the table, in our words."""
        found = unit_in_heading(self.table, record, column, unit, self.keys)
        ours = self.plan.units.get(found, found)
        if ours.casefold() not in ("", unit.casefold()):
            self.notes[f"unit stated in the table: {found}"] = None
        return ours

    def _empty(self, record: Record, line: Line) -> Line:
        """The line of a row without a figure; its period still tells whether rows are divided."""
        self.blank.append(Blank(line.target, line.series, record, len(self.counted)))
        if line.value:
            return replace(line, fate="skipped", why=Why("nothing", (("text", line.value),)))
        stored = self.table.kind in ("xlsx", "xls", "ods")
        return replace(line, fate="skipped", why=Why("unstored" if stored else "empty"))

    def _observation(
        self, line: Line, stamp: Stamp, figure: Figure, more: dict[str, object]
    ) -> Observation:
        """The fact of a row: its own columns first, then its marks, then what holds for all."""
        values: dict[str, object] = {"url": self.plan.url}
        values["source"] = self.plan.source or self.table.source
        if "recorded" not in self.extras.columns:
            values["recorded"] = self.ledger.day
        values["status"] = figure.status or stamp.status or self.plan.status or "final"
        values["bound"] = figure.bound
        values |= more
        if figure.note:
            notes = (str(more["note"]), figure.note) if more.get("note") else (figure.note,)
            values["note"] = "; ".join(notes)
        published = values.pop("published", self.published)
        if not isinstance(published, dt.date):
            raise Wrong("the row has no day of publication", "give it with --published")
        if published > self.ledger.day:
            raise Wrong(f"published on {published}, after today", "mend the day of publication")
        fact = (line.target, line.series, stamp.period, figure.value, published, "")
        return Observation(*fact, **values)  # type: ignore[arg-type]


def _chosen(record: Record, wanted: Filter) -> bool:
    return all(as_text(record.cells.get(name, "")) in texts for name, texts in wanted.items())
