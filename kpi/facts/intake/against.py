"""What becomes of one figure of a file, and what the ledger says of it already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from kpi.facts.records import WITHDRAWN, Observation, Target, corrected
from kpi.values import dataclass, replace

FATES = ("new", "recorded", "conflict", "refused", "skipped")


@dataclass(frozen=True, slots=True)
class Why:
    """Why a line is not new, or what it replaces: a key of the renderers' words, and its facts."""

    key: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one figure of the file."""

    where: str
    period: str
    value: str
    fate: str  # one of FATES
    reason: str = ""  # why it is refused: what is wrong, and what to do; a line for each fault
    why: Why = Why()
    target: str = ""
    series: str = ""
    fact: Observation | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the rows are held against: targets, what is recorded of each, and the day of today."""

    targets: Mapping[str, Target]
    recorded: Mapping[str, tuple[Observation, ...]]
    day: dt.date  # today


def against(
    line: Line, fact: Observation, recorded: Iterable[Observation], numbered: bool, has_status: bool
) -> Line:
    """The line with its fate, against what is recorded of its series and period.

    `numbered` says that the row has a number of its own among the records, `has_status` that it
    states a status: what states none is no conflict with a status that somebody has recorded.
    """
    records = list(recorded)
    same = [record for record in records if record.published == fact.published]
    if numbered:
        same = [record for record in same if record.revision == fact.revision]
    if same:
        last = max(same, key=lambda record: record.revision)
        alike = (last.value, last.bound) == (fact.value, fact.bound)
        has_status = has_status or last.status == WITHDRAWN  # and then nothing is recorded
        if alike and (last.status == fact.status or not has_status):
            return _recorded(line, fact, last, "in", ("file", last.file))
        says = last.status if alike or last.status == WITHDRAWN else _recorded_value(last)
        return replace(
            line, fate="conflict", why=Why("says", (("file", last.file), ("value", says)))
        )
    before = [one for one in corrected(records)[0] if one.published < fact.published]
    if before and not numbered:
        last = max(before, key=lambda record: record.vintage)
        if (last.value, last.bound, last.status) == (fact.value, fact.bound, fact.status):
            day = last.published.isoformat()
            return _recorded(line, fact, last, "unchanged", ("published", day))
        alike = (last.value, last.bound) == (fact.value, fact.bound)
        was = last.status if alike else _recorded_value(last)
        facts = (("was", was), ("published", last.published.isoformat()))
        return replace(line, fate="new", why=Why("was", facts))
    return replace(line, fate="new")


def _recorded(
    line: Line, fact: Observation, last: Observation, why: str, where: tuple[str, str]
) -> Line:
    """The line of a figure that is recorded; what it is a share of may not be, and is left out."""
    parts = (fact.numerator, fact.denominator)
    lacking = parts not in ((None, None), (last.numerator, last.denominator))
    return replace(line, fate="recorded", why=Why(why + "-without" * lacking, (where,)))


def _recorded_value(fact: Observation) -> str:
    """A recorded value; of a limit, that it is one."""
    return str(fact.value) if fact.bound == "=" else f"{fact.bound} {fact.value}"
