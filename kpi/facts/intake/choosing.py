"""Which rows of a table are asked for, and of which target and series the figure of each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from kpi.facts.intake.columns import Extras
from kpi.facts.intake.doubts.labels import distinct
from kpi.facts.intake.doubts.series import about
from kpi.facts.intake.layouts.sheet import TYPED, having
from kpi.facts.intake.plan import Filter, Plan, Take
from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.stated_units import other_measures, repeats, stated_unit
from kpi.facts.intake.texts.cells import as_text, is_nothing
from kpi.facts.intake.texts.marks_beside import tells_of_figures
from kpi.facts.intake.texts.spoken_of import spoken_of
from kpi.facts.intake.texts.wholes import WHOLE
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.records import MAIN, Target, unit_of, units_of

_MOST_SEEN = 50  # texts of a column that is filtered, beside those that are asked for
_MOST_LISTED = 8  # texts of a column from which a person is to choose
_MOST_PARTED = 5000  # rows that are looked at where all are parts


class Choice:
    """What the plan chooses of a table. `seen` counts the texts of each column that is filtered.

    Raises Wrong for a column that a filter names and the table lacks.
    """

    def __init__(
        self, table: Table, plan: Plan, targets: Mapping[str, Target], extras: Extras
    ) -> None:
        self.table, self.plan, self.targets, self.extras = table, plan, targets, extras
        self.keys = extras.names
        self.takes = plan.takes or (Take(),)
        self.seen: dict[str, Counter[str]] = {}
        self.others: dict[tuple[int, str, str, str], frozenset[str]] = {}
        wanted = [*plan.filter, *(name for take in self.takes for name in take.filter)]
        wanted += [take.value for take in self.takes if take.value]
        columns = {*table.columns, table.value}
        for name in wanted:
            if name not in columns:
                listed = ", ".join(shown(column, TYPED) for column in table.columns[:20])
                raise Wrong(f"there is no column {shown(name)}", f"choose from {listed}")
            self.seen.setdefault(name, Counter())

    def of(self, record: Record) -> Iterator[tuple[Take, str, str]]:
        """Each take that chooses a row, with the target and the series to which it goes."""
        for name, texts in self.seen.items():
            text = as_text(record.cells.get(name, ""))
            if len(texts) < _MOST_SEEN or text in self.plan.filter.get(name, ()):
                texts[text] += 1
        lost = record.problem is not None and not record.cells  # no filter can know what it was
        if not lost and not _chosen(record, self.plan.filter):
            return
        for take in self.takes[:1] if lost else self.takes:
            if lost or (_chosen(record, take.filter) and self._headline(record, take)):
                goal = self._goal(record, take)
                if goal is not None and (lost or self._in_its_unit(record, take, goal)):
                    yield take, *goal

    def _headline(self, record: Record, take: Take) -> bool:
        """Whether every disaggregation of a row is empty or chosen; a mark or a remark is none."""
        return not self.table.headline or all(
            name in take.filter or name in self.plan.filter or name in self.keys
            or tells_of_figures(name)
            or as_text(record.cells[name]) == ""
            for name in self.table.labels if name not in self.table.single
        )  # fmt: skip

    def _goal(self, record: Record, take: Take) -> tuple[str, str] | None:
        """The target and series of a row; None if it is for others than those that were named."""
        target, series = take.target or self.plan.target, take.series or self.plan.series
        row_target, row_series = self.extras.target(record), self.extras.series(record)
        if row_target in self.plan.targets:
            row_target, _, mapped_series = self.plan.targets[row_target].partition("/")
            row_series = mapped_series or row_series
        elif self.plan.targets:
            return None
        if (row_target and target and row_target != target) or (
            row_series and series and row_series != series
        ):
            return None
        target = target or row_target
        declared = self.targets.get(target)
        return target, series or row_series or (declared.judged_series if declared else MAIN)

    def _in_its_unit(self, record: Record, take: Take, goal: tuple[str, str]) -> bool:
        """Whether a headline row is not one of another measure: the indicator has several, and
        other rows of the same periods are in the very unit of the target.

        Who says the unit, or filters by it, has chosen.
        """
        table, column = self.table, self.table.unit
        target = self.targets.get(goal[0])
        if not table.headline or not column or column in self.seen or take.unit or self.plan.unit:
            return True
        if target is None or target.kind == "milestone" or goal[1] not in units_of(target):
            return True
        wanted = " ".join(unit_of(target, goal[1]).split())
        key = (id(take), *goal, wanted)
        if key not in self.others:
            periods: dict[str, set[str]] = {}
            for row in table.records():
                cell = row.cells.get(take.value or table.value, "")
                figure = not row.note and not is_nothing(as_text(cell))
                whole = figure and _chosen(row, self.plan.filter) and _chosen(row, take.filter)
                if whole and self._headline(row, take) and self._goal(row, take) == goal:
                    unit = stated_unit(table, row, self.plan, wanted)
                    periods.setdefault(unit, set()).add(as_text(row.period))
            self.others[key] = other_measures(periods, wanted)
        return stated_unit(table, record, self.plan, wanted) not in self.others[key]

    def left_out(self) -> Iterator[str]:
        """A note on the rows that were not chosen because of their unit."""
        wanted = [unit for *_, unit in self.others]
        units = [
            unit for unit in sorted(frozenset[str]().union(*self.others.values()))
            if not any(repeats(unit, other) for other in wanted)
        ]  # fmt: skip
        if units:
            yield f"left out, as in another unit: {', '.join(map(shown, units))}"

    def missing(self, reached: set[tuple[str, str]]) -> Iterator[str]:
        """A note for each series of the mapping to which no row went, for it may have a new name,
        and for each text of a filter that no row has: it may be misspelt.

        `reached` are the targets and series to which rows went.
        """
        wanted = [(take.target, take.series) for take in self.plan.takes if take.target]
        wanted += [(goal.partition("/")[0], goal.partition("/")[2])
                   for goal in self.plan.targets.values()]  # fmt: skip
        for target, series in wanted:
            declared = self.targets.get(target)
            if (target, series or (declared.judged_series if declared else MAIN)) not in reached:
                yield f"no row for {target}{'/' if series else ''}{series}"
        for name, texts in self.plan.filter.items():
            for text in sorted(set(texts) - set(self.seen[name])):
                yield f"no row has {name} {shown(text)}"

    def passed_over(self, reached: set[tuple[str, str]]) -> Iterator[str]:
        """A note where a filter chooses another row than the one of which a target speaks: all
        ages, for a target on those of 15 to 29."""
        for id_, series in sorted(reached):
            target = self.targets.get(id_)
            said = about(target, series) if target and series in units_of(target) else ""
            for name, chosen in self.plan.filter.items():
                spoken = spoken_of(list(self.seen[name]), said)
                if spoken and not set(chosen).intersection(spoken):
                    theirs = ", ".join(shown(text) for text, _ in spoken.most_common(_MOST_LISTED))
                    yield f"{id_} speaks of {theirs}, and {name} is {', '.join(map(shown, chosen))}"

    def nothing(self) -> Wrong:
        """What to say if no row was chosen."""
        parts = [having(name, [text for text, _ in texts.most_common(_MOST_LISTED)])
                 for name, texts in self.seen.items() if texts]  # fmt: skip
        looked = filter(self._chosen_by_one, self.table.records() if self.table.headline else ())
        parted = list(islice(looked, _MOST_PARTED))
        if parted and all(map(self._divided_by, parted)):
            return self._without_headline(parted)
        parts += self._elsewhere()
        return Wrong("no row is chosen", "; ".join(parts) or "mend --target, --series or --filter")

    def _elsewhere(self) -> Iterator[str]:
        """For each text of a filter that no row has in its column, a filter of one that has it:
        the periods of a wide table stand under "header 1", and not under the name at its corner."""
        lost = [(name, text) for name, texts in self.plan.filter.items()
                for text in texts if text not in self.seen[name]]  # fmt: skip
        rows = islice(self.table.records(), _MOST_PARTED) if lost else ()
        columns: dict[str, str] = {}
        for record in rows:
            for column, cell in record.cells.items():
                columns.setdefault(as_text(cell), column)
        for _, text in lost:
            if text in columns:
                yield f'perhaps --filter "{columns[text]}={text}" is meant'

    def _chosen_by_one(self, record: Record) -> bool:
        """Whether the filters of a take choose a row, be it a part or the whole."""
        chosen = not record.note and _chosen(record, self.plan.filter)
        return chosen and any(_chosen(record, take.filter) for take in self.takes)

    def _divided_by(self, record: Record) -> tuple[str, ...]:
        """The disaggregations of a row that nobody chose, in the order of the file."""
        return tuple(
            name for name in self.table.labels
            if name not in self.table.single and name not in self.seen and name not in self.keys
            and as_text(record.cells.get(name, "")) and not tells_of_figures(name)
        )  # fmt: skip

    def _without_headline(self, parted: list[Record]) -> Wrong:
        """What to say where every row is a part: the filters that together choose one of those that
        are divided by the fewest columns, that of a whole first, and what else these columns have.

        The series is among them where those rows differ in it, for it would be asked about next.
        """
        by_columns = [(self._divided_by(record), record) for record in parted]
        every = dict.fromkeys(name for names, _ in by_columns for name in names)
        fewest = min(len(names) for names, _ in by_columns)
        least = [(names, record) for names, record in by_columns if len(names) == fewest]
        columns, first = min(least, key=lambda row: _parts(row[1], row[0]))
        alike = [record for names, record in least if names == columns]
        for name in self.table.single:
            if name not in self.seen and len(distinct(_like(first, columns, alike), name)) > 1:
                columns = (name, *columns)
        texts = {name: as_text(first.cells[name]) for name in columns}
        filters = '" --filter "'.join(f"{name}={text}" for name, text in texts.items())
        has = (having(name, distinct(alike, name)[:_MOST_LISTED]) for name in columns)
        what = f"every row is disaggregated (by {', '.join(every)}), and there is no headline row"
        return Wrong(what, f'choose one with --filter "{filters}"; {"; ".join(has)}')


def _parts(record: Record, columns: tuple[str, ...]) -> int:
    """By how many columns a row is no whole."""
    return sum(not WHOLE.fullmatch(as_text(record.cells[name])) for name in columns)


def _like(first: Record, columns: tuple[str, ...], records: list[Record]) -> list[Record]:
    """The rows that have in some columns what the first has."""
    return [
        record for record in records
        if all(as_text(record.cells[name]) == as_text(first.cells[name]) for name in columns)
    ]  # fmt: skip


def _chosen(record: Record, wanted: Filter) -> bool:
    return all(as_text(record.cells.get(name, "")) in texts for name, texts in wanted.items())
