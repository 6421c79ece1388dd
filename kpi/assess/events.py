"""Verdicts of what no path leads to: an end, something done or not, an amount in one named year."""

from __future__ import annotations

from kpi.assess.annual import named_year, without_their_sum, year_figure
from kpi.assess.known import Known, comparable
from kpi.assess.lights import Verdict
from kpi.assess.reason import Fact, because
from kpi.facts.records import Observation


def closed(seen: Known) -> Verdict | None:
    closed = seen.target.closed
    if closed is None or closed.on > min(seen.on, seen.as_of):
        return None
    if closed.why:
        return Verdict(closed.how, because("closed-why", on=closed.on, why=closed.why))
    return Verdict(closed.how, because("closed", on=closed.on))


def milestone(seen: Known) -> Verdict | None:
    if seen.target.kind != "milestone":
        return None
    deadline, latest = seen.deadline, seen.latest
    if latest is not None and not comparable(seen.line, seen.target):
        return None
    if latest is not None and latest.value is True:
        first = _since(seen.line.values)
        asked = seen.goal_at(first.period.end).by
        deadline = asked.end if asked is not None else None
        if deadline is None:
            return Verdict("done", because("done", on=first.period))
        if first.period.end <= deadline:
            return Verdict("done", because("done-in-time", on=first.period, by=deadline))
        late = (first.period.end - deadline).days
        return Verdict("done late", because("done-late", on=first.period, by=deadline, days=late))
    seen_on = latest.period if latest is not None else None
    if deadline is None:
        if seen_on is None:
            return Verdict("open", because("open-milestone"))
        return Verdict("open", because("open-milestone-seen", seen=seen_on))
    days = (deadline - seen.on).days
    if days >= 0:
        return Verdict("pending", because("pending", by=deadline, days=days))
    if seen_on is None:
        return Verdict("overdue", because("overdue", by=deadline, days=-days))
    return Verdict("overdue", because("overdue-seen", by=deadline, days=-days, seen=seen_on))


def _since(values: tuple[Observation, ...]) -> Observation:
    """The first of the unbroken run of `true` with which `values` end."""
    first = values[-1]
    for one in reversed(values):
        if one.value is not True:
            break
        first = one
    return first


def annual(seen: Known) -> Verdict | None:
    """An amount in one named year, which is judged by that year's own figures alone."""
    if seen.target.kind != "annual" or not comparable(seen.line, seen.target):
        return None
    year = named_year(seen)
    over, found = seen.on > year.end, year_figure(seen)
    facts: dict[str, Fact] = {"year": year, "goal": float(seen.goal.value)}
    if found is not None:
        day = found.last.period.end
        facts["goal"] = float(seen.goal_at(day).value)
        if (found.complete or seen.target.direction == "up") and seen.fulfils(found.exact, day):
            return Verdict("met", because("annual-met", value=found.value, **facts), found.parts)
        if found.complete and over:
            said = because("annual-missed", value=found.value, **facts)
            return Verdict("missed", said, found.parts)
    apart = found is None and without_their_sum(seen)
    if over and found is not None and not found.complete:
        facts |= {"value": found.value, "last": found.last.period}
        return Verdict("awaiting data", because("annual-awaiting-rest", **facts))
    if over:
        key = "annual-awaiting" if not _plans(seen) else "annual-awaiting-plans"
        return Verdict("awaiting data", because("annual-parts" if apart else key, year=year))
    if found is None:
        key = "annual-parts" if apart else "annual-no-figure"
        return Verdict("under way", because(key, year=year))
    facts |= {"value": found.value, "time": found.share_of_year}
    return Verdict("under way", because("annual-under-way", **facts), found.parts)


def _plans(seen: Known) -> bool:
    """Whether there are figures that a plan or a budget gave, and that are not judged."""
    counts = seen.target.counts
    return any(one.status not in counts for line in seen.lines for one in line.uncounted)
