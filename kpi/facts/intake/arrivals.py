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
from collections.abc import Callable, Iterable, Mapping

from kpi.facts.intake.against import Ledger, Line
from kpi.facts.intake.batches import Batch, batches, refused_by_reader
from kpi.facts.intake.doubts import fill_down
from kpi.facts.intake.doubts.every_doubt import doubts
from kpi.facts.intake.doubts.separators import with_decimals
from kpi.facts.intake.layouts.day_orders import with_order
from kpi.facts.intake.layouts.spanning_years import with_years
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.walk import Walk
from kpi.facts.keys.fields import Wrong
from kpi.facts.records import Observation
from kpi.values import dataclass, field, replace

#: More figures than any table of a target has; a file of more wants a filter.
MOST_RECORDS = 1_000_000
MOST_LINES = 30_000  # eighty years of days; a preview of more nobody reads
MOST_LETTERS = 16 * 1_048_576


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


Watch = Callable[[Iterable[Record]], Iterable[Record]]


def judge(
    table: Table, plan: Plan, ledger: Ledger, published: dt.date | None, watch: Watch = iter
) -> Arrivals:
    """What becomes of each row of a table. `watch` may show how far the walk has come.

    `published` is None where the rows say it themselves. Raises Wrong if the plan does not fit the
    table: an unknown column, a filter that chooses nothing.
    """
    table, plan = with_years(table, plan)
    table, plan = with_decimals(with_order(table, plan.style), plan)
    walk = Walk(table, plan, ledger, published)
    lines, unchosen, count = [], 0, 0
    for record in watch(table.records()):
        count += 1
        if count > MOST_RECORDS:
            raise Wrong(f"the file holds over {MOST_RECORDS:,} figures", "import a part of it")
        chosen = walk.lines(record)
        unchosen += not chosen
        lines += chosen
        if len(lines) > MOST_LINES:
            raise Wrong(f"over {MOST_LINES:,} figures are chosen", "choose fewer with --filter")
    if not count:
        raise Wrong("the table has a header and no row", "choose another file")
    every_doubt = tuple(fill_down.doubts(table, plan, walk.choice.seen))
    if not lines or (unchosen and all(line.why.key == "note" for line in lines)):
        raise next(iter(every_doubt), walk.choice.nothing())
    notes = [*walk.notes, *walk.choice.left_out()]
    reached = {(line.target, line.series) for line in lines}
    notes += [*walk.choice.missing(reached), *walk.choice.passed_over(reached)]
    every_doubt += doubts(walk.gathered, plan, table, ledger, walk.choice.keys)
    files = _files(lines, table, plan, ledger)
    faults = refused_by_reader(files, ledger.targets)
    if faults:
        lines = [_faulted(line, faults) for line in lines]
    arrivals = Arrivals(
        table.kind, tuple(lines), unchosen, tuple(dict.fromkeys(notes)), every_doubt
    )
    if not arrivals.sound:
        return arrivals
    return replace(arrivals, files={name: batch.data for name, batch in files.items()})


def _files(lines: list[Line], table: Table, plan: Plan, ledger: Ledger) -> dict[str, Batch]:
    """The files that would record what is new. Raises Wrong where a text makes them too large."""
    facts = [line.fact for line in lines if line.fate == "new" and line.fact is not None]
    if sum(map(_letters, facts)) > MOST_LETTERS:
        what = "over 16 MiB would be written, for a long text stands in every row"
        raise Wrong(what, "choose fewer with --filter, or shorten it")
    taken = {fact.file for known in ledger.recorded.values() for fact in known}
    return batches(facts, plan.label or table.kind, () if plan.label else taken)


def _letters(fact: Observation) -> int:
    """About how many letters record a fact."""
    texts = (fact.source, fact.url, fact.quote, fact.note, fact.grade)
    return 100 + sum(map(len, texts))


def _faulted(line: Line, faults: Mapping[int, str]) -> Line:
    """The line refused, if the reader of the ledger refuses its fact."""
    reason = faults.get(id(line.fact)) if line.fact is not None else None
    return replace(line, fate="refused", reason=reason) if reason else line
