"""A target on two sides: which of its records came and went, and which values that made others."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from kpi.assess.comparison.causes import Facts, InForce, name_of
from kpi.assess.status import Status
from kpi.facts.records import WITHDRAWN, Observation, Target
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """Another value for a period that had one; `after` is None for a record that was taken away.

    `old` is the target as it was before, in whose unit the value before is. `withdrawn_by` is the
    correction that left nothing of the value before, if one did.
    """

    target: Target
    before: Observation
    after: Observation | None
    old: Target
    withdrawn_by: Observation | None = None

    @property
    def edited(self) -> bool:
        """Whether the record itself says something else: nothing was published since."""
        return self.after is not None and name_of(self.after) == name_of(self.before)


@dataclass(frozen=True, slots=True)
class Pair:
    """A target of the book after, and the same one before, as far as it was there."""

    older: Status | None
    newer: Status | None
    before: InForce | None
    after: InForce
    facts: Facts
    revisions: tuple[Revision, ...]


#: What a new record is: the first of its period, the same value as before once more (a provisional
#: figure that became final), one that a later publication has replaced already, or one that is only
#: shown (a plan, a bound).
NEW, CONFIRMED, REPLACED, UNCOUNTED = "new", "confirmed", "replaced", "uncounted"


@dataclass(frozen=True, slots=True)
class News:
    """A record that was not there before and gives no period another value.

    `before` is the value in force before, if it is the same and was recorded otherwise.
    """

    target: Target
    after: Observation
    before: Observation | None
    state: str  # NEW | CONFIRMED | REPLACED | UNCOUNTED


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A record that is no longer there, without which every period has the value that it had.

    `state` is what it was before: REPLACED, UNCOUNTED, or CONFIRMED where another record says the
    same; NEW if its target had not been announced. `old` is the target as it was before.
    """

    target: Target
    before: Observation
    state: str
    old: Target


def _values(status: Status | None) -> dict[tuple[str, str], Observation]:
    """The values in force, by series and period."""
    lines = status.lines if status is not None else ()
    return {(line.series.id, f.period.text): f for line in lines for f in line.values}


def revisions_of(
    target: Target, was: Status | None, now: Status | None, facts: Facts
) -> Iterator[Revision]:
    """Periods whose value is another because of a record that came or went."""
    values_before, values_after = _values(was), _values(now)
    old = was.target if was is not None else target
    came = {id(fact) for fact in facts.revising}
    went = {id(fact) for fact in facts.withdrawn}
    instead = {(fact.series, fact.period.text): fact for fact in facts.revising}
    gone = {key: fact for key, fact in instead.items() if fact.status == WITHDRAWN}
    for key, value in values_before.items():
        other = values_after.get(key)
        if other is None and key in gone:
            yield Revision(target, value, None, old, gone[key])
        elif other is None and key in instead:  # a limit, or that it was a plan: no value is left
            yield Revision(target, value, instead[key], old)
        elif other is None:
            if id(value) in went:
                yield Revision(target, value, None, old)
        elif (value.value, value.bound) == (other.value, other.bound):
            continue
        elif id(value) in went or id(other) in came or key in gone:
            yield Revision(target, value, other, old, gone.get(key))


def news_of(pair: Pair) -> Iterator[News]:
    """The new facts that are no revisions, by series, period and publication."""
    came = (*pair.facts.fresh, *pair.facts.revising)
    if not came:
        return
    revising = {id(revision.after) for revision in pair.revisions}
    states, values_before = _states(pair.newer), _values(pair.older)
    for fact in sorted(came, key=_in_order):
        if id(fact) in revising:
            continue
        state = states.get(id(fact), NEW)
        before = values_before.get((fact.series, fact.period.text))
        if state == NEW and before and (before.value, before.bound) == (fact.value, fact.bound):
            yield News(pair.after.target, fact, before, CONFIRMED)
        else:
            yield News(pair.after.target, fact, None, state)


def withdrawals_of(pair: Pair) -> Iterator[Withdrawal]:
    """The records that went, and neither came again with another note nor changed a value."""
    facts = pair.facts
    if not facts.withdrawn:
        return
    told = {id(revision.before) for revision in pair.revisions}
    again = {_content(fact) for fact in (*facts.fresh, *facts.revising)}
    states = _states(pair.older) | dict.fromkeys(map(id, _values(pair.older).values()), CONFIRMED)
    for fact in sorted(facts.withdrawn, key=_in_order):
        if id(fact) not in told and _content(fact) not in again:
            old = (pair.before or pair.after).target
            yield Withdrawal(pair.after.target, fact, states.get(id(fact), NEW), old)


def _states(status: Status | None) -> dict[int, str]:
    """What became of the records that are not in force, by their ids."""
    lines = status.lines if status is not None else ()
    states = {id(fact): REPLACED for line in lines for fact in line.replaced}
    return states | {id(fact): UNCOUNTED for line in lines for fact in line.uncounted}


_in_order = attrgetter("series", "period", "vintage")


def _content(fact: Observation) -> tuple[object, ...]:
    """What a record says, and of what; how it is known may be told otherwise later."""
    return (fact.series, fact.period.text, fact.published, fact.revision, fact.value, fact.bound)
