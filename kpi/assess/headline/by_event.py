"""Verdicts of what no path leads to: an end, something done or not, an amount in one named year."""

from __future__ import annotations

from kpi.assess.answerability import outlook
from kpi.assess.evidence.forecasts import foreseen, is_forecast
from kpi.assess.evidence.goalposts import by_about, by_older_goal, by_strict
from kpi.assess.evidence.known import Known
from kpi.assess.evidence.limit_logic import contradicts
from kpi.assess.goal_met import ABOUT, end_of_about, good_side, is_about, named_year
from kpi.assess.headline.annual_amount import (
    YearFigure,
    begins_with_limit,
    is_whole,
    later_parts,
    limits_in,
    year_figure,
)
from kpi.assess.lights import Verdict
from kpi.assess.reason import Fact, because
from kpi.facts.periods import Period
from kpi.facts.records import PLANS, Observation


def closed(seen: Known) -> Verdict | None:
    """A target that was ended, from that day on."""
    end = seen.target.closed
    if end is None:
        return None
    if end.why:
        return Verdict(end.how, because("closed-why", on=end.on, why=end.why))
    return Verdict(end.how, because("closed", on=end.on))


def milestone(seen: Known) -> Verdict | None:
    """Done or not, by the first day from which it has been done without a break."""
    if seen.target.kind != "milestone":
        return None
    due, latest = seen.due, seen.latest
    if latest is not None and not seen.comparable:
        return None
    if latest is not None and latest.value is True:
        return _done(seen, _since(seen.line.values).period)
    last: dict[str, Fact] = {"seen": latest.period} if latest is not None else {}
    also = "-seen" if last else ""
    if due is None:
        return Verdict("open", because(f"open-milestone{also}", **last))
    days = (due - seen.on).days
    if days < 0:
        return Verdict("overdue", because(f"overdue{also}", by=due, days=-days, **last))
    if days == 0:
        return Verdict("pending", because("pending-today", by=due))
    return Verdict("pending", because("pending", by=due, days=days))


def _done(seen: Known, first: Period) -> Verdict:
    """Done since a period; in time by the goal that was in force then."""
    due = seen.goal_at(first.end).due
    if due is None:
        return Verdict("done", because("done", on=first))
    if first.end <= due:
        return Verdict("done", because("done-in-time", on=first, by=due))
    if first.start <= due:  # the year tells nothing of the half-year within it
        return Verdict("done late", because("done-late-within", on=first, by=due))
    return Verdict("done late", because("done-late", on=first, by=due, days=(first.end - due).days))


def _since(values: tuple[Observation, ...]) -> Observation:
    """The first of the unbroken run of `true` with which `values` end."""
    first = values[-1]
    for figure in reversed(values):
        if figure.value is not True:
            break
        first = figure
    return first


def annual(seen: Known) -> Verdict | None:
    """An amount in one named year, which is judged by that year's own figures alone."""
    if seen.target.kind != "annual" or not seen.comparable:
        return None
    amount = year_figure(seen)
    refuted = amount is not None and _refuted(seen, amount)
    verdict = _of_the_year(seen, amount) if amount is not None and not refuted else None
    if verdict is None or verdict.word == "awaiting data":
        verdict = _by_limit(seen, amount) or verdict or _without_figure(seen, refuted=refuted)
    return _with_its_day(seen, verdict) if verdict.word == "awaiting data" else verdict


def _with_its_day(seen: Known, verdict: Verdict) -> Verdict:
    """What is waited for, with the day on which it can be known, as long as that is to come."""
    known_on = outlook(seen).answerable_on
    if known_on is None or known_on <= seen.on:
        return verdict
    return verdict.followed_by(because("figure-due", on=known_on))


def _refuted(seen: Known, amount: YearFigure) -> bool:
    """Whether a limit of the whole year, published later, cannot be true beside its parts."""
    if not (amount.complete or amount.grows):
        return False
    for limit in _limits_of_the_year(seen):
        # Of a day's two publications the longer period counts, of the year and its last day.
        tied = amount.last.period.kind == "day" != limit.period.kind and amount.complete
        later = limit.published > amount.said_on or (tied and limit.published == amount.said_on)
        if foreseen(limit) or not later:
            continue
        above, below = amount.exact > limit.value, amount.exact < limit.value
        if above if limit.bound == "<=" else (below and amount.complete):
            return True
    return False


def _of_the_year(seen: Known, amount: YearFigure) -> Verdict:
    """By what is known of the year. A part of it may show already that the goal is met, or lost.

    Nothing is reached by a plan before the year is over.
    """
    year, day = named_year(seen.goal), amount.last.period.end
    goal = seen.goal_at(day)
    facts: dict[str, Fact] = {"year": year, "value": amount.value, "goal": float(goal.value)}
    then = by_older_goal(seen.goal, goal)

    def judged(word: str, key: str, **more: Fact) -> Verdict:
        return Verdict(word, because(key, **facts, **more).followed_by(*then), amount.parts)

    direction = seen.target.direction
    settled = amount.complete or (amount.grows and goal.value > 0)  # else more may be taken back
    if amount.foreseen and _result_has_limits(seen):  # of the result itself no more is known
        settled = settled and not seen.fulfils(amount.exact, day)
    if settled and (year.end <= seen.on or not amount.foreseen):
        if seen.fulfils(amount.exact, day) and (amount.complete or direction == "up"):
            key, more = _met_key(amount, is_about(amount.exact, goal, direction))
            if amount.last.bound != "=":
                then = (*by_about(amount.last, goal, direction), *then)
            return judged("met", key, **more)
        if direction == "down" and not amount.complete and not seen.fulfils(amount.exact, year.end):
            return judged("missed", "annual-exceeded", last=amount.last.period)
    if seen.on <= year.end:
        if amount.foreseen:
            return judged("under way", "annual-planned")
        return judged("under way", "annual-under-way", time=amount.share_of_year)
    if amount.complete and settled:
        then = (*by_strict(amount.value, goal), *then)
        return judged("missed", "annual-missed", **end_of_about(amount.value, goal))
    if amount.complete:
        return judged("awaiting data", "annual-awaiting-limits")
    return judged("awaiting data", "annual-awaiting-rest", last=amount.last.period)


def _met_key(amount: YearFigure, about: bool) -> tuple[str, dict[str, Fact]]:
    """The sentence that an amount fulfils a goal, or is about what was promised, and its facts."""
    if amount.last.bound != "=":
        return ("annual-met-at-least" if amount.last.bound == ">=" else "annual-met-at-most"), {}
    key = "annual-met-about" if about else "annual-met"
    facts: dict[str, Fact] = {"within": float(ABOUT)} if about else {}
    if amount.complete:
        return key, facts
    return f"{key}-early", facts | {"last": amount.last.period}


def _by_limit(seen: Known, amount: YearFigure | None) -> Verdict | None:
    """`missed` by a limit of the year that is over; a plan says nothing against what was spent."""
    year = named_year(seen.goal)
    limit = _excluding(seen) if seen.on > year.end else None
    if limit is None or (foreseen(limit) and amount is not None):
        return None
    facts: dict[str, Fact] = {"bound": limit.bound, "value": float(limit.value)}
    facts["goal"] = float(seen.goal_at(limit.period.end).value)
    return Verdict("missed", because("annual-missed-limit", year=year, **facts), (limit,))


def _without_figure(seen: Known, *, refuted: bool) -> Verdict:
    """Where nothing is known of the year, or only of its later parts."""
    year, key = named_year(seen.goal), "annual-no-figure"
    if seen.on > year.end:
        key = f"annual-awaiting{_unjudged(seen)}"
    if later_parts(seen) and not refuted:
        key = "annual-parts-limit" if begins_with_limit(seen) else "annual-parts"
    word = "awaiting data" if seen.on > year.end else "under way"
    return Verdict(word, because(key, year=year))


def _excluding(seen: Known) -> Observation | None:
    """The last limit of the whole year by which the goal cannot have been reached, whatever it was.

    "At most 95" of "at least 100": no value is known, and the goal was missed all the same.
    """
    year, goal = named_year(seen.goal), seen.goal_at(named_year(seen.goal).end)
    for limit in _limits_of_the_year(seen):
        if limit.bound == good_side(goal, seen.target.direction):
            continue  # "at most 87" may be less than 87
        away = limit.value <= goal.value if limit.bound == "<=" else limit.value >= goal.value
        if away and not seen.fulfils(limit.value, year.end):
            return limit
    return None


def _limits_of_the_year(seen: Known) -> list[Observation]:
    """The limits of the whole year that are in force, at most one of each side.

    An amount up to its last day is the year's. What is foreseen says nothing beside a result; of
    two that cannot both be true the later one counts.
    """
    year = named_year(seen.goal)
    limits = [limit for limit in limits_in(seen, seen.line.uncounted)
             if is_whole(limit, year) and limit.period.end <= seen.on
             and not is_forecast(limit)]  # fmt: skip
    limits = [limit for limit in limits if not foreseen(limit)] or limits
    standing: dict[str, Observation] = {}
    for limit in sorted(limits, key=lambda limit: limit.published):
        opposite = standing.get("<=" if limit.bound == ">=" else ">=")
        if opposite is not None and contradicts(limit, opposite):
            del standing[opposite.bound]
        standing[limit.bound] = limit
    return list(standing.values())


def _result_has_limits(seen: Known) -> bool:
    """Whether of the result of the year, or of a part of it, limits are known."""
    limits = limits_in(seen, seen.line.uncounted)
    return any(limit.period.end <= seen.on and not foreseen(limit) for limit in limits)


def _unjudged(seen: Known) -> str:
    """What is recorded of the year that is over, and not judged: limits, plans, or nothing."""
    year = named_year(seen.goal)
    figures = [f for line in seen.lines for f in line.uncounted if year.holds(f.period)]
    limits = limits_in(seen, figures)
    if not all(map(is_forecast, limits)):
        return "-limits"
    if figures and all(map(is_forecast, figures)):
        return "-forecasts"
    if any(figure.status not in PLANS for figure in figures):
        return "-unjudged"
    return "-plans" if figures else ""
