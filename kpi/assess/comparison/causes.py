"""Why a verdict changed: what it was judged from, swapped one ingredient at a time.

Each side of a comparison is reduced to what was *in force*: goals announced, facts published, an
end that had come. The verdict is then judged again from mixtures of the two sides. The fewest
ingredients that by themselves turn the old verdict into the new one are its cause; nothing is
guessed from what merely changed too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import fields
from itertools import combinations

from kpi.assess.evidence.known import known
from kpi.assess.evidence.series_lines import Line, begun
from kpi.assess.verdict import verdict
from kpi.facts.records import (
    WITHDRAWN,
    Goal,
    Observation,
    Target,
    announced_goals,
    as_known,
    corrected,
)
from kpi.values import dataclass, replace

#: The ingredients of a verdict, and the cause that each is. Time comes last.
CAUSES = {
    "goals": "goal moved",
    "record": "target edited",
    "series": "target edited",
    "new": "new data",
    "revised": "revised data",
    "clock": "time passed",
}
RULE_CHANGED = "rule changed"
SEVERAL = "several"

#: Every cause there is, in the order in which they are told.
ALL_CAUSES = (*dict.fromkeys(CAUSES.values()), RULE_CHANGED, SEVERAL)

#: The keys of a target that say what is measured and which line of it is judged.
SERIES_KEYS = ("series", "judged_series", "judged_why")
#: Keys that only say how a target is told; no verdict looks at them.
TEXT_KEYS = ("title", "title_ko", "owner", "tags", "judged_why", "note")
#: What is said of a fact, and where, whatever it is judged to mean.
_WORDS = ("file", "grade", "source", "url", "quote", "note", "recorded")


@dataclass(frozen=True, slots=True)
class InForce:
    """What one target is judged from on one side."""

    target: Target  # with the goals announced by then; closed only if it is
    facts: tuple[Observation, ...]  # published by then
    on: dt.date


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of two sides: in both, and what makes the difference.

    `revising` are records of a period for which a value was judged before, `fresh` all other new
    ones. A record that was edited is withdrawn and comes again.
    """

    kept: tuple[Observation, ...] = ()
    withdrawn: tuple[Observation, ...] = ()
    fresh: tuple[Observation, ...] = ()
    revising: tuple[Observation, ...] = ()


def in_force(
    target: Target, facts: tuple[Observation, ...], on: dt.date, as_of: dt.date
) -> InForce:
    """What counts of a target and its facts for the day `on`, known on the day `as_of`."""
    known_then, goals = as_known(target, on, as_of), tuple(announced_goals(target.goals, as_of))
    if goals != target.goals:
        known_then = replace(known_then, goals=goals)
    return InForce(known_then, tuple([fact for fact in facts if fact.published <= as_of]), on)


def facts_between(before: InForce | None, after: InForce, judged: Iterable[Line] = ()) -> Facts:
    """The facts of both sides apart. `judged` are the lines of the side before."""
    if before is None:
        return Facts(fresh=after.facts)
    if before.facts == after.facts:
        return Facts(kept=after.facts)
    counted = {(figure.series, figure.period.text) for line in judged for figure in line.values}
    waiting = {name_of(fact): fact for fact in before.facts}
    kept, fresh, revising = [], [], []
    for fact in after.facts:
        prior = waiting.get(name_of(fact))
        if prior is not None and (prior is fact or replace(prior, file=fact.file) == fact):
            kept.append(fact)
            del waiting[name_of(fact)]
        elif (fact.series, fact.period.text) in counted:
            revising.append(fact)
        else:
            fresh.append(fact)
    return Facts(tuple(kept), tuple(waiting.values()), tuple(fresh), tuple(revising))


def name_of(fact: Observation) -> tuple[object, ...]:
    """What tells a fact from all others of its target; a file may be renamed."""
    return (fact.series, fact.period.text, fact.published, fact.revision)


def causes(
    before: InForce, after: InForce, facts: Facts, turned: tuple[str, str] | None = None
) -> tuple[tuple[str, ...], bool]:
    """The ingredients that turn the verdict, and whether they do so only together.

    Empty if the verdicts of both sides are the same, or are not those of `turned`. One ingredient
    that is enough by itself wins; where several are, each of them is named. Otherwise the smallest
    set that is enough.
    """
    mixture = _Mixture(before, after, _as_said_before(facts))
    groups = _groups(before.target, after.target)
    everything = frozenset(CAUSES)
    wanted = mixture.verdict(everything)
    first = mixture.verdict(frozenset())
    if first == wanted or turned not in (None, (first, wanted)):
        return (), False
    for size in range(1, len(groups) + 1):
        enough = [
            names
            for names in combinations(groups, size)
            if mixture.verdict(frozenset().union(*(groups[name] for name in names))) == wanted
        ]
        if enough and size == 1:
            return tuple(names[0] for names in enough), False
        if enough:
            return min(enough, key=lambda names: len({CAUSES[name] for name in names})), True
    raise AssertionError("all ingredients together are the other side")


def _as_said_before(facts: Facts) -> Facts:
    """The facts, where one that says the same in other words is no new one: of a plan that was
    there before its period, a new note would be the news that its period has begun."""
    was = {name_of(fact): fact for fact in facts.withdrawn}
    came = (*facts.fresh, *facts.revising)
    same = {name_of(fact) for fact in came if _same(fact, was.get(name_of(fact)))}
    if not same:
        return facts
    kept, withdrawn, fresh, revising = (
        tuple(fact for fact in some if name_of(fact) not in same)
        for some in (facts.kept, facts.withdrawn, facts.fresh, facts.revising)
    )
    return Facts(kept + tuple(f for f in came if name_of(f) in same), withdrawn, fresh, revising)


def _same(fact: Observation, other: Observation | None) -> bool:
    """Whether two records of a fact differ in words alone, which no verdict looks at."""
    words = {key: getattr(fact, key) for key in _WORDS}
    return other is not None and replace(other, **words) == fact


def _groups(before: Target, after: Target) -> dict[str, frozenset[str]]:
    """The ingredients that can be swapped one by one.

    Where the kind or the unit of a target changed, its goals and figures mean nothing without it.
    """
    if (before.kind, before.unit) == (after.kind, after.unit):
        return {name: frozenset({name}) for name in CAUSES}
    return {"record": frozenset(CAUSES) - {"clock"}, "clock": frozenset({"clock"})}


class _Mixture:
    """A target judged from some ingredients of the side after, and the rest of the side before."""

    def __init__(self, before: InForce, after: InForce, facts: Facts) -> None:
        self._before, self._after, self._facts = before, after, facts

    def verdict(self, swapped: frozenset[str]) -> str:
        """The verdict's word with the ingredients of `swapped` from the side after."""
        target = self._target(swapped)
        on = (self._after if "clock" in swapped else self._before).on
        facts = self._begun(swapped, on)
        new = corrected(self._new(swapped))[0]
        came = [fact.period.end for fact in new if _may_be_judged(fact, target)]
        on = max([on, *(end for end in came if end <= self._after.on)])
        seen = known(target, facts, on, dt.date.max)
        assert seen is not None  # noqa: S101 - both sides have goals that were announced
        return verdict(seen).word

    def _target(self, swapped: frozenset[str]) -> Target:
        before, after = self._before.target, self._after.target
        record = after if "record" in swapped else before
        line = after if "series" in swapped else before
        # What is closed here is closed whatever the day: `in_force` has looked at the clocks.
        closed = replace(record.closed, on=dt.date.min) if record.closed else None
        return replace(
            record,
            goals=(after if "goals" in swapped else before).goals,
            closed=closed,
            **{key: getattr(line, key) for key in SERIES_KEYS},
        )

    def _begun(self, swapped: frozenset[str], on: dt.date) -> tuple[Observation, ...]:
        """The facts that may count. A new one brings its own time with it: it could not have been
        there without its period being over."""
        facts = self._facts
        old = facts.kept if "revised" in swapped else facts.kept + facts.withdrawn
        new = self._new(swapped)
        return tuple(fact for fact in old if _may_count(fact, on)) + tuple(
            fact for fact in new if _may_count(fact, self._after.on)
        )

    def _new(self, swapped: frozenset[str]) -> tuple[Observation, ...]:
        new = self._facts.fresh if "new" in swapped else ()
        return new + (self._facts.revising if "revised" in swapped else ())


def _may_count(fact: Observation, on: dt.date) -> bool:
    """Whether a fact says anything on a day. That an estimate is withdrawn it says at once."""
    return begun(fact, on) or fact.status == WITHDRAWN


def _may_be_judged(fact: Observation, target: Target) -> bool:
    """Whether a verdict may rest on a fact. One that is only shown is no cause by its mere date."""
    if fact.series != target.judged_series or fact.status not in target.counts:
        return False
    ends = [goal.by.end for goal in target.goals if goal.by is not None]
    return target.kind != "annual" or any(fact.period.start <= end for end in ends)


def edited_keys(before: Target, after: Target) -> tuple[str, ...]:
    """The keys of a target's table that say something else, goals left out."""
    if before is after:  # two days of one ledger
        return ()
    skipped = ("id", "where", "goals", "series")
    keys = [
        field.name
        for field in fields(Target)
        if field.name not in skipped
        and _placeless(getattr(before, field.name)) != _placeless(getattr(after, field.name))
    ]
    series_before = {series.id: series for series in before.series}
    series_after = {series.id: series for series in after.series}
    keys += [
        f"series {id_}"
        for id_ in dict.fromkeys([*series_before, *series_after])
        if _placeless(series_before.get(id_)) != _placeless(series_after.get(id_))
    ]
    return tuple(keys)


def goals_edited(before: Target, after: Target) -> bool:
    """Whether the goals of a target's table say something else, if only in their words.

    Of a change from the baseline the value is none of them: it follows the stated baseline.
    """
    return list(map(_as_said, before.goals)) != list(map(_as_said, after.goals))


def _as_said(goal: Goal) -> object:
    return _placeless(goal if goal.change is None else replace(goal, value=goal.change))


def _placeless(value: object) -> object:
    """A record without its place in the file, so that moving it is no edit."""
    return replace(value, where=()) if hasattr(value, "where") else value  # type: ignore[type-var]
