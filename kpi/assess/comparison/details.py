"""What a cause was in the case of one target: from what to what."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.assess.comparison.causes import TEXT_KEYS, Facts, edited_keys, name_of
from kpi.assess.comparison.records import Pair, Revision
from kpi.assess.reason import Fact, Reason, because
from kpi.assess.status import Status
from kpi.facts.records import WITHDRAWN, Goal, Observation, Target, unit_of


def why(cause: str, pair: Pair) -> Reason:
    """What a cause was in this case."""
    was, now, before = pair.older, pair.newer, pair.before
    assert was is not None and now is not None and before is not None  # noqa: PT018, S101
    follows = _goal_follows(cause, pair, was.goal, now.goal)
    if cause == "new data":
        return _why_new(pair, now).followed_by(*follows)
    if cause == "revised data":
        return _why_revised(pair).followed_by(*follows)
    if cause == "goal moved":
        held = was.path_goal or was.goal, now.path_goal or now.goal
        alike = asked(held[0]) == asked(held[1])
        return _why_goal(was.goal, now.goal) if alike else _why_goal(*held)
    if cause == "target edited":
        return _why_edited(before.target, pair.after.target).followed_by(*follows)
    return now.reason


def _goal_follows(cause: str, pair: Pair, was: Goal, now: Goal) -> tuple[Reason, ...]:
    """What a goal that is a change comes to by another base, where this cause made it another."""
    base = pair.after.target.baseline
    if now.change is None or base is None or was.promised != now.promised or was.value == now.value:
        return ()
    facts = pair.facts
    causing = {"new data": facts.fresh, "revised data": (*facts.revising, *facts.withdrawn)}
    own = [
        fact for fact in causing.get(cause, ()) if fact.series == pair.after.target.judged_series
    ]
    if cause in causing and all(fact.period.end != base.period.end for fact in own):
        return ()
    values: dict[str, Fact] = {"was": float(was.value), "value": float(now.value)}
    return (because("cause-goal-follows", change=f"{now.change:+f} %", **values),)


def _why_new(pair: Pair, now: Status) -> Reason:
    """The new figure, or how many there are and the latest; those of the judged series first."""
    counted = {id(figure) for figure in _judged(now)}
    fresh = pair.facts.fresh
    judged = [fact for fact in fresh if fact.series == now.target.judged_series]
    judged = [fact for fact in judged if id(fact) in counted] or judged
    figures = sorted(judged or fresh, key=lambda figure: (figure.period, figure.vintage))
    last = figures[-1]
    facts: dict[str, Fact] = {"period": last.period, "published": last.published}
    if isinstance(last.value, bool):
        return because("cause-done" if last.value else "cause-not-done", **facts)
    facts |= {"value": _figure(last), "bound": last.bound, **_own_unit(now.target, last.series)}
    if len(figures) == 1:
        return because("cause-new", **facts)
    return because("cause-new-several", n=len(figures), **facts)


def _why_revised(pair: Pair) -> Reason:
    """The revised value, or how many there are and the latest; what is judged first."""
    judged = [r for r in pair.revisions if r.before.series == r.target.judged_series]
    revisions = judged or list(_restatused(pair)) or list(pair.revisions)
    if not revisions:
        records = {name_of(fact) for fact in (*pair.facts.revising, *pair.facts.withdrawn)}
        return because("cause-restated", n=len(records))
    last = max(revisions, key=lambda revision: revision.before.period)
    facts: dict[str, Fact] = {
        "period": last.before.period, "was": _figure(last.before), "was_bound": last.before.bound,
        **_own_unit(last.target, last.before.series),
    }  # fmt: skip
    gone = sum(revision.after is None for revision in revisions)
    then = _by_correction(last.before, pair.facts)
    if last.after is None and gone == 1:
        return because("cause-withdrawn", **facts).followed_by(*then)
    if last.after is None:
        return because("cause-withdrawn-several", n=gone, **facts).followed_by(*then)
    facts |= {"value": _figure(last.after), "bound": last.after.bound}
    if last.after in pair.facts.kept:
        return because("cause-withdrawn-again", **facts).followed_by(*then)
    edited = sum(revision.edited for revision in revisions)
    then = (because("cause-records-edited", n=edited),) if edited else ()
    return _revised(last.before, last.after, len(revisions), facts).followed_by(*then)


def _by_correction(fact: Observation, facts: Facts) -> tuple[Reason, ...]:
    """That a record was not deleted, if a correction has withdrawn it; and why it did."""
    key = (fact.series, fact.period, fact.published)
    notes = [
        other.note for other in facts.revising
        if other.status == WITHDRAWN and (other.series, other.period, other.published) == key
    ]  # fmt: skip
    return tuple(because("cause-by-correction", why=note) for note in notes[-1:])


def _revised(before: Observation, after: Observation, count: int, facts: dict[str, Fact]) -> Reason:
    """The revised value that is told of so many: its status, how many there are, or its note."""
    if (before.value, before.bound) == (after.value, after.bound):
        facts |= {"was_status": before.status, "status": after.status}
        if after.note:
            return because("cause-restatused-why", why=after.note, **facts)
        return because("cause-restatused", **facts)
    if count > 1:
        return because("cause-revised-several", n=count, **facts)
    if after.note:
        return because("cause-revised-why", why=after.note, **facts)
    return because("cause-revised", **facts)


def _restatused(pair: Pair) -> Iterator[Revision]:
    """Judged periods whose value was known otherwise, as an estimate that became the result."""
    before = {(figure.series, figure.period.text): figure for figure in _judged(pair.older)}
    for figure in _judged(pair.newer):
        was = before.get((figure.series, figure.period.text))
        if pair.older and was is not None and was.status != figure.status:
            yield Revision(pair.after.target, was, figure, pair.older.target)


def _judged(status: Status | None) -> list[Observation]:
    lines = status.lines if status is not None else ()
    return [figure for line in lines if line.judged for figure in line.values]


def _own_unit(target: Target, series: str) -> dict[str, Fact]:
    """The unit of a series whose figures are not in the target's."""
    own = unit_of(target, series)
    return {} if own == target.unit else {"unit": own}


def _figure(figure: Observation) -> Fact:
    return figure.value if isinstance(figure.value, bool) else float(figure.value)


def asked(goal: Goal) -> tuple[object, ...]:
    """What a goal asks for, in the words in which it was promised."""
    return goal.promised, goal.by, goal.comparator


def _why_goal(was: Goal, now: Goal) -> Reason:
    facts: dict[str, Fact] = {"by": now.by, "was_by": was.by}
    if not isinstance(now.value, bool):
        facts |= {"value": float(now.value), "was": float(was.value)}
    if was.value != now.value and was.promised != now.promised:
        key = "cause-goal" if was.by != now.by else "cause-goal-value"
    elif was.by != now.by:
        key = "cause-goal-date"
    elif was.comparator != now.comparator:
        key, facts = "cause-goal-sign", {"sign": now.comparator, "was_sign": was.comparator}
    else:
        return because("cause-goal-words")
    reason = because(key, **facts)
    if was.announced != now.announced:
        return reason
    return reason.followed_by(because("cause-goal-edited"))  # nobody has announced another


def _why_edited(was: Target, now: Target) -> Reason:
    if now.closed is not None and was.closed is None:
        if now.closed.why:
            return because("closed-why", on=now.closed.on, why=now.closed.why)
        return because("closed", on=now.closed.on)
    keys = edited_keys(was, now)
    return because("cause-edited", keys=tuple(key for key in keys if key not in TEXT_KEYS))
