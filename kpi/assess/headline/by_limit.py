"""Limits that are younger than every value: "at most 15" of the year after 31.

They are no values, and no green light looks past them at an older and better one.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import attrgetter

from kpi.assess.case import Case
from kpi.assess.evidence.forecasts import expected_only, foreseen, is_forecast, is_result
from kpi.assess.evidence.goalposts import by_older_goal, by_strict, case_in_force
from kpi.assess.evidence.known import Known
from kpi.assess.evidence.limit_logic import alike, excludes, takes_back, without_taken_back
from kpi.assess.evidence.series_lines import begun
from kpi.assess.lights import Verdict
from kpi.assess.path import band, expected_at
from kpi.assess.reason import Fact, Reason, because
from kpi.facts.records import PLANS, Observation, corrected
from kpi.values import replace


def lost_by_limit(seen: Known) -> Observation | None:
    """The last limit that shows the goal not reached, since the last value up to the deadline.

    One that says nothing, such as "at most 40" of 30, does not take that back.
    """
    limits = [
        limit
        for limit in _later(seen, seen.last_in_time)
        if not _is_replaced(limit, seen)
        and seen.is_up_to_deadline(limit)
        and not seen.fulfilled_by(limit)
    ]
    results = [limit for limit in limits if not is_forecast(limit)]
    standing = results or limits
    return standing[-1] if standing else None


def _is_replaced(limit: Observation, seen: Known) -> bool:
    """Whether what was expected was said anew since, by a figure."""
    latest = seen.latest
    return (
        latest is not None
        and is_forecast(limit)
        and is_forecast(latest)
        and not _younger(limit, latest, seen)
    )


def latest_limit(seen: Known, last: Observation) -> Observation | None:
    """The last limit of a result from the wrong side, since a value and up to the deadline.

    One that lies within what "about" an amount allows is one, too: it loses no goal, and may show
    that the value goes away from it.
    """
    limits = [limit for limit in _later(seen, last, exactly=True)
             if not foreseen(limit) and seen.is_up_to_deadline(limit)]  # fmt: skip
    return limits[-1] if limits else None


def first_short(seen: Known, last: Observation) -> Observation | None:
    """The first limit of a result that shows the goal not reached in a later period than a value's.

    None if there is none.
    """
    results = (limit for limit in _later(seen, last) if not foreseen(limit))
    return next((limit for limit in results if not seen.meets(limit.value)), None)


def undecided_by_limit(seen: Known) -> Observation | None:
    """A limit of the deadline's own day, as a result, which leaves open what it was; else None.

    Of those that decide, one side shows the goal reached (`values`), the other one lost.
    """
    results = [figure for figure in seen.line.uncounted if _has_come_in(figure, seen)]
    limits = [one for one in results if one.bound != "=" and one.period.end == seen.due]
    return limits[-1] if limits else None


def kept_between(seen: Known) -> tuple[Observation, Observation] | None:
    """Two limits of one day that leave nothing but what is to be kept, since the last value.

    "At least 97" and "at most 103" of about 100: each alone leaves it open. Where a figure of that
    day was withdrawn, nobody knows which of them still hold.
    """
    last = seen.last_in_time
    if not seen.case_at_hand.two_sided:
        return None
    lost = lost_by_limit(seen)
    since = max((one.period.end for one in (last, lost) if one is not None), default=None)
    # What was replaced since may have taken a limit back.
    known = corrected(seen.line.facts)[0]
    results = [figure for figure in known if _has_come_in(figure, seen)]
    exact = {figure.period.end for figure in results if figure.bound == "="}
    standing = [one for one in without_taken_back(results) if one.period.end not in exact]
    pairs = [(least, most) for least in standing for most in standing
             if (least.bound, most.bound) == (">=", "<=") and alike(least.period, most.period)
             and seen.fulfilled_by(least) and seen.fulfilled_by(most)
             and (since is None or least.period.end > since)]  # fmt: skip
    return max(pairs, key=lambda pair: pair[0].period.end, default=None)


def _has_come_in(figure: Observation, seen: Known) -> bool:
    """Whether a figure is a result that counts, of a period that was over, up to the deadline."""
    over = figure.period.end <= seen.on and seen.is_up_to_deadline(figure)
    return over and is_result(figure, seen.target)


def figure_facts(figure: Observation) -> dict[str, Fact]:
    """What a figure or a limit says, as facts of a reason."""
    return {"bound": figure.bound, "value": float(figure.value), "period": figure.period}


def short_by_limit(seen: Known) -> Verdict | None:
    """`behind` or `possible` by a limit that is younger than the latest value, on its own day.

    The last limit that is short of every path; else the last one that is short of one of them.
    """
    verdicts = [_short(seen, limit) for limit in _since_known(seen)]
    short = [verdict for verdict in verdicts if verdict is not None]
    behind = [verdict for verdict in short if verdict.word == "behind"]
    return (behind or short)[-1] if short else None


def fallen_by_limit(seen: Known) -> Verdict | None:
    """`possible` by a limit which shows that the latest value is no longer true, and no more.

    "At most 26" of the year after 35 is no value: it may lie on the path that asks for 18, or not.
    What was expected or planned is held to no less: only a limit of a day before its own leaves it.
    """
    latest = seen.latest_at_hand
    limits = [limit for limit in _later(seen, latest)
             if not foreseen(limit) and excludes(limit, latest.value)]  # fmt: skip
    if not limits:
        return None
    reason = because("possible-fallen", was=float(latest.value), **figure_facts(limits[-1]))
    return Verdict("possible", reason, (limits[-1],))


def _short(seen: Known, limit: Observation) -> Verdict | None:
    """`behind` if a limit is short of every path in force on its day, `possible` if of one."""
    case, goal = seen.case_at_hand, seen.goal_at(limit.period.end)
    paths = band(case_in_force(case, goal if goal is not seen.goal else None))
    value, expected = float(limit.value), expected_at(paths, limit.period)
    at_last = goal.due is not None and limit.period.end >= goal.due
    exactly = by_strict(value, goal) if at_last else ()  # on the deadline that is not enough
    short = [asked for _, asked in expected
             if case.lead(value, asked) < 0 or (exactly and value == asked)]  # fmt: skip
    if not short:
        return None
    word = "behind" if len(short) == len(paths) else "possible"
    reason = because(f"{word}-limit", expected=short[0], **figure_facts(limit))
    then = (*exactly, *by_older_goal(seen.goal, goal))
    return Verdict(word, reason.followed_by(*then), (limit,))


def only_foreseen(seen: Known, figure: Observation) -> bool:
    """Whether a figure is a plan or a forecast, and of its result only a limit is known.

    "More than 60" of the year for which 100 were enacted: nobody knows whether it was 100.
    """
    return foreseen(figure) and any(
        limit.bound != "=" and is_result(limit, seen.target)
        and limit.period.end == figure.period.end
        for limit in seen.line.uncounted
    )  # fmt: skip


def limited(seen: Known) -> bool:
    """Whether there is such a limit, whatever it says."""
    return bool(_since_known(seen))


def _since_known(seen: Known) -> list[Observation]:
    """The limits in force of a later day than the latest value.

    If that is a forecast or a plan, those of results of a day after it was made as well: "at most
    15 in June" does not refute what is expected of December, and yet it shows how things stand.
    (What was measured of such a day would have taken the forecast's place.)
    """
    latest = seen.latest_at_hand
    if not foreseen(latest):
        return _later(seen, latest)
    return [limit for limit in _later(seen, None) if _younger(limit, latest, seen)
            or (not foreseen(limit) and limit.period.end > latest.published)]  # fmt: skip


def untold_limits(headline: Verdict, seen: Known) -> tuple[Reason, ...]:
    """What a verdict leaves unsaid of limits of results since the latest value, as sentences.

    "More than 350" of the year after 286 changes no verdict, for it is no value; and yet it leaves
    nothing of the 286. Two of one time that leave nothing of each other are told as well.
    """
    if seen.case is None or seen.latest is None or not seen.line.uncounted:
        return ()
    latest = seen.latest
    results = [figure for figure in seen.line.uncounted if figure.bound != "="
               and _has_come_in(figure, seen) and _younger(figure, latest, seen)]  # fmt: skip
    standing = [limit for limit in without_taken_back(results)
                if limit not in headline.figures and excludes(limit, latest.value)]  # fmt: skip
    untold = [because("untold-limit", **figure_facts(limit)) for limit in standing[-1:]]
    at_odds = [(least, most) for least in results for most in results
               if (least.bound, most.bound) == (">=", "<=") and alike(least.period, most.period)
               and excludes(least, most.value)]  # fmt: skip
    for least, most in at_odds[-1:]:
        values = {"least": float(least.value), "most": float(most.value)}
        untold.append(because("limits-at-odds", period=least.period, **values))
    return tuple(untold)


def _later(seen: Known, last: Observation | None, *, exactly: bool = False) -> list[Observation]:
    """The limits from the wrong side that are in force, of periods that ended after a value.

    The tolerance of the goal is granted, unless `exactly` is asked.
    """
    case = seen.case_at_hand
    if exactly:
        case = replace(case, tolerance=0.0)
    limits = [limit for limit in seen.line.uncounted
             if limit.bound != "=" and limit.status in seen.target.counts
             and _has_a_say(limit, seen)
             and not expected_only(limit, seen.target)
             and (last is None or _younger(limit, last, seen))]  # fmt: skip
    # Of one day's publications the one that holds off counts.
    limits.sort(key=lambda limit: (limit.period.end, limit.published, _holds_off(limit, case)))
    standing: list[Observation] = []
    for _, same_day in groupby(limits, attrgetter("period.end")):
        standing += _in_force(list(same_day), case)
    return standing


def _has_a_say(limit: Observation, seen: Known) -> bool:
    """Whether a limit is of a time that is over, or expected or planned of one that has begun."""
    if limit.period.end <= seen.on:
        return True
    return foreseen(limit) and seen.is_up_to_deadline(limit) and begun(limit, seen.on)


def _in_force(limits: list[Observation], case: Case) -> list[Observation]:
    """Of limits that end on one day, in the order of their publication, those that hold off.

    Of two publications the later one counts: another limit of that side and name, or one of the
    other side that contradicts it.
    """
    results = [limit.period for limit in limits if not foreseen(limit)]
    standing: dict[str, Observation] = {}
    for limit in limits:
        if limit.status in PLANS and any(alike(limit.period, period) for period in results):
            continue  # it says nothing against a result
        for older in list(standing.values()):
            if takes_back(limit, older):
                del standing[older.period.text]
        if _holds_off(limit, case):
            standing[limit.period.text] = limit
    return list(standing.values())


def _younger(limit: Observation, value: Observation, seen: Known) -> bool:
    """Whether a limit is of a later day than a value.

    On the same day the later publication counts if one of the two is of that single day, which is
    as good as the period that ends with it; else the kind that most figures have, and of as many
    the longer one, as of two values. What is foreseen says nothing there against a result.
    """
    if limit.period.end != value.period.end:
        return value.period.end < limit.period.end
    if (foreseen(limit) and not foreseen(value)) or limit.period.kind == value.period.kind:
        return False
    if "day" in (limit.period.kind, value.period.kind):
        return value.published < limit.published
    kinds = Counter([limit.period.kind, *(figure.period.kind for figure in seen.line.values)])
    usual = kinds[limit.period.kind] - kinds[value.period.kind]
    return usual > 0 or (usual == 0 and limit.period.start < value.period.start)


def _holds_off(limit: Observation, case: Case) -> bool:
    """Whether a limit is on the side from which a goal is not reached, or lost."""
    if case.two_sided:
        off = float(limit.value) - case.goal
        return off < -case.tolerance if limit.bound == "<=" else off > case.tolerance
    return limit.bound == ("<=" if case.sign > 0 else ">=")


def goal_unsure(seen: Known) -> Verdict | None:
    """`possible` by a change that is reckoned from a limit, or from what the series refutes."""
    if seen.goal.change is None:
        return None
    from kpi.assess.evidence.relative_goals import base_doubt  # few targets have such a goal

    base = base_doubt(seen.target, seen.line)
    if base is None:
        return None
    key = "possible-goal-base" if base.bound != "=" else "possible-goal-nothing"
    facts = {**figure_facts(base), "goal": float(seen.goal.value)}
    return Verdict("possible", because(key, **facts), (base,))
