"""What is soft in how a target is measured: its baseline, its series, their rhythm and periods."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kpi.assess.evidence.known import Known
from kpi.assess.headline.annual_amount import uncounted_parts
from kpi.assess.season import Season, season
from kpi.assess.warnings.promise import MEASURED, Warned
from kpi.facts.book import Book
from kpi.facts.periods import DAYS_PER_YEAR
from kpi.facts.quantities.plausibility import taken_back
from kpi.facts.quantities.units import is_share
from kpi.facts.records import MAIN, Baseline, KeyPath, Target

#: So many figures tell a rhythm; two halves of a year are 184 days and 181.
_RHYTHM, _NEARLY = 4, 1.05


def measure(seen: Known, book: Book) -> Iterator[Warned]:
    target = seen.target
    if target.kind not in MEASURED:
        return
    # What is to be kept has its path in the goal itself, and no rule measures a way to it.
    if target.baseline is None and target.path != "step" and target.direction != "keep":
        remedy = "add baseline = { period = 2023, value = 1 }; without one there is no path"
        if isinstance(target.path, tuple):  # announced rows
            remedy = "add baseline = { period = 2023, value = 1 }; most rules need one"
        yield target.where, "there is no baseline", remedy
    if not target.series:
        remedy = "add a [[target.series]] with its publisher and definition"
        yield target.where, "no series says what is measured", remedy
    elif _has_several(seen) and not target.judged_why:
        remedy = 'add judged_why = "…", from its definition'
        yield target.where, "several series, and no reason why this one is judged", remedy
    if target.baseline is not None and _of_no_series(target.baseline, seen):
        remedy = (
            f'add series = "{target.judged_series}" to it if it was measured there; if not, say in'
            " `note` where it comes from, and the path starts from that series' own figure"
        )
        yield (*target.where, "baseline"), "the baseline names no series", remedy
    if target.cadence is None:
        remedy = 'add cadence = "1 year" and lag = "6 months"; without them nothing can be stale'
        yield target.where, "nobody knows when the next figure is due", remedy


def _has_several(seen: Known) -> bool:
    """Whether there is a choice of series; `main` is one with its first figure."""
    declared = {series.id for series in seen.target.series}
    return len(declared | {line.series.id for line in seen.lines if line.facts}) > 1


def _of_no_series(stated: Baseline, seen: Known) -> bool:
    """Whether nobody knows if a baseline is the judged series' own, and that series has none."""
    if stated.value is None or stated.series is not None or stated.note or stated.assumed:
        return False
    base = seen.base
    own = base is not None and not base.stated and base.period.end == stated.period.end
    return seen.target.judged_series != MAIN and not own


def rhythm(seen: Known, book: Book) -> Iterator[Warned]:
    """A cadence at least twice as long as that of the last figures: they are stale too late.

    Both their periods and their days of publication tell; twelve months in one yearbook do not.
    """
    cadence, last = seen.target.cadence, seen.line.values[-_RHYTHM:]
    if cadence is None or len(last) < _RHYTHM:
        return
    days = [[figure.period.end for figure in last], sorted(figure.published for figure in last)]
    apart = [(following - day).days for dates in days for day, following in pairwise(dates)]
    if min(apart) > 0 and 2 * max(apart) <= _NEARLY * cadence.years * DAYS_PER_YEAR:
        what = f"the last {_RHYTHM} figures came {max(apart)} days apart or less, not {cadence}"
        remedy = "write in `cadence` how often they come, or a late one is not called stale"
        yield (*seen.target.where, "cadence"), what, remedy


def one_season(seen: Known, book: Book) -> Iterator[Warned]:
    """A deadline at the end of a year that a quarter or month decides, of a season worth a year."""
    goal, values = seen.goal, seen.line.values
    if goal.by is None or goal.by.kind != "year" or goal.reading:
        return
    ends = [n for n, figure in enumerate(values, 1) if figure.period.end.month == 12]
    found = _worth_a_year(seen, ends)
    if found is None:
        return
    decides, size = f"{goal.by}{found.last.text[4:]}", _size(found, seen.target.unit)
    side = "above" if found.mean > 0 else "below"
    what = f"{decides} alone decides {goal.by}, a season that lies {size} {side} the year's mean"
    remedy = "judge an adjusted series or yearly means, or say in `reading` that it is meant"
    yield (*goal.where, "by"), what, remedy


def first_season(seen: Known, book: Book) -> Iterator[Warned]:
    """A path that begins with a quarter or month of a season worth a year, which moves all of it.

    The flag `seasonal` looks at the season of the latest value alone.
    """
    stated, start = seen.target.baseline, seen.base
    if stated is None or stated.note or start is None or start.stated:
        return
    part = start.period.text[4:]
    ends = [n for n, one in enumerate(seen.line.values, 1) if part and one.period.text[4:] == part]
    found = _worth_a_year(seen, ends)
    if found is None:
        return
    start_of, size = start.period, _size(found, seen.target.unit)
    side = "above" if found.mean > 0 else "below"
    what = f"the path starts from {start_of}, a season that lies {size} {side} the year's mean"
    remedy = "judge an adjusted series or yearly means, or say in `note` that it is meant"
    yield stated.where, what, remedy


def _worth_a_year(seen: Known, ends: list[int]) -> Season | None:
    """The season of the last of the values that end so, if the straight path asks for no more in a
    year: such a season alone makes the difference between a year early and a year late."""
    case, by = seen.case, seen.goal.by
    if not ends or by is None or case is None or case.base is None or not case.has_way:
        return None
    years = case.years_to(by) if seen.target.kind == "level" else 0.0
    found = season(seen.line.values[: ends[-1]]) if years > 0 else None
    if found is None or found.size < abs(case.goal - case.base.value) / years:
        return None
    return found


def _size(found: Season, unit: str) -> str:
    """How far a season lies from the mean of the year, in three digits and with its unit."""
    size = f"{Decimal(f'{abs(found.mean):.2e}').normalize():f}"
    return f"{size} {'pp' if is_share(unit) else unit}".rstrip()


def meaningless(seen: Known, book: Book) -> Iterator[Warned]:
    """Keys that say nothing of the kind that a target is of."""
    target = seen.target
    if target.kind not in MEASURED:
        keys: list[KeyPath] = [(*target.where, "path")] if target.path is not None else []
        if target.kind == "milestone":
            keys += _of_figures(target)
        for key in keys:
            what = f"`{key[-1]}` means nothing for the kind {target.kind}"
            yield key, what, "remove it, or choose the kind that it is"
    elif target.direction == "keep" and target.path in ("linear", "geometric", "logistic"):
        what = f'path = "{target.path}" means nothing for what is to be kept'
        yield (*target.where, "path"), what, "remove it, or announce rows"


def _of_figures(target: Target) -> Iterator[KeyPath]:
    """Keys of a milestone that only figures have; those of an amount guard it against slips."""
    if target.direction != "up":
        yield (*target.where, "direction")
    if target.ceiling is not None:
        yield (*target.where, "ceiling")
    if target.baseline is not None:
        yield (*target.where, "baseline")
    for goal in target.goals:
        if goal.comparator != ">=" and target.direction == "up":  # else that of the direction
            yield (*goal.where, "comparator")


def periods(seen: Known, book: Book) -> Iterator[Warned]:
    """Figures of years and of parts of years side by side, and sums that fall: running totals, and
    those since a year began."""
    target, values = seen.target, seen.line.values
    if target.kind == "level":
        firsts: dict[str, str] = {}
        others = (figure for figure in seen.line.uncounted if figure.status in target.counts)
        for figure in (*values, *others):
            firsts.setdefault(figure.period.kind, figure.period.text)
        firsts.pop("day", None)
        if len(firsts) > 1:
            first, second = list(firsts.values())[:2]
            what = f"{first} and {second} are other kinds of periods in one series"
            yield (
                target.where,
                what,
                "give parts of a year a series of their own, unless they say the same",
            )
    if target.kind == "total":
        for before, after in pairwise(values):
            if after.value < before.value:
                what = f"the running total falls from {before.period} to {after.period}"
                yield target.where, what, "record the total up to the period, not the amount in it"
                return
    if target.kind == "annual":
        yield from _parts_of_the_year(seen)


def _parts_of_the_year(seen: Known) -> Iterator[Warned]:
    """An amount since the year began that falls, and a part that nobody can add to those before."""
    target = seen.target
    for before, after in taken_back(seen.line.values):
        if not after.note:
            what = f"the amount since the year began falls from {before.period} to {after.period}"
            remedy = "record all since the year began, or say in its note why it fell"
            yield target.where, what, remedy
            break
    for part in uncounted_parts(seen)[:1]:
        what = f"{part.period} is not counted: of the time just before it nothing is recorded"
        remedy = "record that, too, or the amount up to its last day"
        yield target.where, what, remedy
