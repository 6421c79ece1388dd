"""One target on one day: everything that can be said of it, as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from itertools import accumulate

from kpi.assess import pace as paces
from kpi.assess.answerability import Outlook, outlook
from kpi.assess.case import Case, Point
from kpi.assess.evidence.forecasts import is_forecast
from kpi.assess.evidence.goalposts import case_in_force
from kpi.assess.evidence.known import Known, known
from kpi.assess.evidence.series_lines import Line
from kpi.assess.flags import Assessed, flags
from kpi.assess.goal_met import meets
from kpi.assess.headline.annual_amount import YearFigure, year_figure
from kpi.assess.headline.by_limit import untold_limits
from kpi.assess.headline.by_path import paths_in_force
from kpi.assess.lights import COMPARED, Verdict
from kpi.assess.methods.catalogue import BY_NAME, Split, panel, split
from kpi.assess.methods.footing import up_to_deadline
from kpi.assess.methods.rule import Reading
from kpi.assess.pace import NO_PACE, Pace
from kpi.assess.path import Path, expected_at, least_lead
from kpi.assess.reason import Reason, because
from kpi.assess.verdict import by_earlier_goals, matrix, verdict
from kpi.facts.periods import day_after
from kpi.facts.records import PLANS, Document, Goal, Observation, Target
from kpi.values import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kpi.assess.decomposition import Decomposition
    from kpi.assess.methods.rule import Detail
    from kpi.assess.projection import Projection
    from kpi.assess.season import YearOnYear
    from kpi.assess.trajectory import Step

#: Reasons that say themselves that a figure is no more than expected.
FORETOLD = ("possible-slipping", "possible-foreseen")
#: Verdicts of those whose way to the goal still lies ahead; `under way` says it of a year's amount,
#: to which no path leads.
_TO_BE_REACHED = (
    "no data", "baseline only", "on track", "possible", "behind", "stalled", "wrong way",
)  # fmt: skip
#: Verdicts that rest on no figure.
SILENT = ("cannot judge", "awaiting data", "no data")
#: Where nothing can be said of releases.
NO_OUTLOOK = Outlook()


@dataclass(frozen=True, slots=True)
class Status:
    """A target, judged on a day from what was known. Values are in the target's unit.

    A gap is the latest value minus what it is compared with: positive is above. `expected` and
    `gap_to_path` are pairs of a path's shape and a number, at the latest observation's own date.
    """

    target: Target
    goal: Goal
    goals: tuple[Goal, ...]  # announced by then, oldest first
    lines: tuple[Line, ...]
    verdict: str
    light: str  # good | mixed | bad | unknown | closed
    reason: Reason
    flags: tuple[Reason, ...]
    latest: Observation | None = None
    base: Point | None = None  # where the path starts
    rebased: bool = False  # the path does not start from the stated baseline
    case: Case | None = None
    path_goal: Goal | None = None  # if an older goal's path held at the latest value's date
    expected: tuple[tuple[str, float], ...] = ()
    gap_to_path: tuple[tuple[str, float], ...] = ()
    year_so_far: YearFigure | None = None  # of an amount in one year, if it is a sum of several
    gap_to_goal: float | None = None
    share_of_way: float | None = None
    share_of_time: float | None = None
    pace: Pace = NO_PACE
    slack_months: float | None = None
    slack_until: dt.date | None = None
    slack_shape: str | None = None  # of the path that decides it
    index: float | None = None  # ESCAP's current status index, 10 at the goal
    index_expected: float | None = None  # its marker of the time that has passed
    outlook: Outlook = NO_OUTLOOK
    matrix: tuple[tuple[str, str, str], ...] = ()  # series, verdict and light, if not comparable
    readings: tuple[Reading, ...] = ()
    split: Split | None = None
    projection: Projection | None = None
    no_projection: Reason | None = None
    decomposition: Decomposition | None = None  # of a share whose parts are stated
    year_on_year: YearOnYear | None = None  # of a level of halves, quarters, months or weeks
    trajectory: tuple[Step, ...] = ()  # what the path asks for from the latest value on
    by_earlier_goals: tuple[tuple[Goal, Verdict], ...] = ()  # while their deadlines are ahead

    @property
    def path_case(self) -> Case | None:
        """The case with the goal whose path holds at the date of the latest value."""
        return case_in_force(self.case, self.path_goal) if self.case is not None else None

    @property
    def closed(self) -> bool:
        """Whether the target was ended, so that no figure is waited for any more."""
        return self.light == "closed"

    @property
    def lacks(self) -> str:
        """Why there is no current data: "stale", or the verdict that says so; empty if there is.

        Nothing is lacking of a closed target. Where the deadline's own figure is waited for, older
        ones do not stand for it.
        """
        if self.closed:
            return ""
        if self.latest is None or self.verdict == "awaiting data":
            return self.verdict
        return "stale" if self.flagged("stale") else ""

    @property
    def current(self) -> bool:
        """Whether it is open and nothing is lacking."""
        return not self.lacks and not self.closed

    @property
    def arrived(self) -> bool:
        """Whether the latest value is at or beyond the goal, so that no pace is needed."""
        if self.case is None or self.latest is None or self.pace.needed is None:
            return False
        return meets(self.latest.value, self.goal, self.target.direction)

    @property
    def judged_line(self) -> Line | None:
        """The series that is judged, if there is one."""
        return next((line for line in self.lines if line.judged), None)

    @property
    def judged_values(self) -> tuple[Observation, ...]:
        """The values of the judged series as one line; of an amount in one year as its sum grew.

        The quarters of a year are no points of one line with the years, nor with the goal. While
        only quarters of the named year are known, the line is their sum up to each; otherwise it is
        that of the whole years. Quarters of which no sum is made, as the first is missing, stand
        alone.
        """
        line = self.judged_line
        if line is None or self.target.kind != "annual" or self.goal.by is None:
            return line.values if line is not None else ()
        whole = self.goal.by.kind if self.goal.by.kind != "day" else "year"
        parts = self.year_so_far.parts if self.year_so_far is not None else ()
        if not parts and self.latest is not None and self.latest.period.kind not in (whole, "day"):
            parts = (self.latest,)  # the first one alone
        if not parts:
            wholes = tuple(o for o in line.values if o.period.kind in (whole, "day"))
            return wholes or line.values
        sums = accumulate(Decimal(part.value) for part in parts)
        return tuple(replace(part, value=total) for part, total in zip(parts, sums, strict=True))

    def flagged(self, key: str) -> bool:
        """Whether a flag stands beside the verdict."""
        return any(flag.key == key for flag in self.flags)


def status(
    target: Target,
    observations: tuple[Observation, ...],
    documents: Mapping[str, Document],
    on: dt.date,
    as_of: dt.date,
    *,
    lean: bool = False,
    detail: Detail = "steps",
) -> Status | None:
    """`target` judged for the day `on` from what had been published by `as_of`.

    None if no goal of it had been announced by then. With `lean`, what no table of all targets
    shows is left out: projection, slack, outlook and index. `detail` says how much of the readings'
    arithmetic is kept; all of it takes as long as they themselves. Pure: no clock, no files.
    """
    seen = known(target, observations, on, as_of, lean=lean)
    if seen is None:
        return None
    headline = verdict(seen)
    headline = _qualified(headline.followed_by(*_untold(headline, seen)), seen)
    if target.kind in ("milestone", "annual"):
        return _event(seen, headline, documents, lean)
    return _measured(seen, headline, documents, lean, detail)


def _qualified(headline: Verdict, seen: Known) -> Verdict:
    """The verdict, with the words that a figure under it is a plan or a forecast and no result."""
    latest = () if seen.target.kind == "annual" or seen.latest is None else (seen.latest,)
    figures = headline.figures or latest
    statuses = {figure.status for figure in figures}
    words = tuple(because(word) for word in PLANS if word in statuses)
    hoped = [figure for figure in figures if is_forecast(figure)]
    if hoped and headline.reason.key not in FORETOLD:
        words = (*words, because("only-expected", period=hoped[-1].period))
    if headline.light == "closed" or headline.word in SILENT:
        return headline
    return headline.followed_by(*words)


def _untold(headline: Verdict, seen: Known) -> tuple[Reason, ...]:
    """What must be said of limits beside a verdict that rests on an older figure."""
    level = seen.target.kind in ("level", "total") and headline.word not in SILENT
    return untold_limits(headline, seen) if level and headline.light != "closed" else ()


def _event(seen: Known, headline: Verdict, documents: Mapping[str, Document], lean: bool) -> Status:
    """The status of a milestone, or of an amount in one year: no path leads to either."""
    unmeasured = tuple(Reading(name, reason=because("not-measured")) for name in BY_NAME)
    if seen.target.kind == "milestone":
        return _status_of(seen, headline, documents, lean, seen.latest, readings=unmeasured)
    amount = year_figure(seen)
    measures: dict[str, Any] = {}
    if amount is not None:
        goal = seen.goal.value
        measures["year_so_far"] = amount if len(amount.parts) > 1 else None
        measures["gap_to_goal"] = float(amount.exact - Decimal(goal))
        measures["share_of_way"] = amount.value / float(goal) if goal else None
        if headline.reason.key != "annual-planned":  # what is planned has taken no time yet
            measures["share_of_time"] = amount.share_of_year
    latest = amount.last if amount is not None else None
    return _status_of(seen, headline, documents, lean, latest, readings=unmeasured, **measures)


def _status_of(
    seen: Known, headline: Verdict, documents: Mapping[str, Document], lean: bool,
    latest: Observation | None, **measures: Any,
) -> Status:  # fmt: skip
    """The status of a target of any kind: its verdict, and the fields of Status that it has."""
    looked_at = {key: measures[key] for key in ("pace", "readings", "split") if key in measures}
    earlier = () if lean or headline.light == "closed" else by_earlier_goals(seen)
    return Status(
        target=seen.target,
        goal=seen.goal,
        goals=seen.goals,
        lines=seen.lines,
        verdict=headline.word,
        light=headline.light,
        reason=headline.reason,
        flags=flags(
            Assessed(seen, latest, headline, documents, by_earlier_goals=earlier, **looked_at)
        ),
        by_earlier_goals=earlier,
        latest=latest,
        outlook=NO_OUTLOOK if lean else outlook(seen),
        matrix=matrix(seen) if headline.word == "cannot judge" else (),
        trajectory=() if lean else _trajectory(seen, headline),
        **measures,
    )


def _trajectory(seen: Known, headline: Verdict) -> tuple[Step, ...]:
    """What the judged goal's path asks for from the latest value on, or from its start."""
    case, starts = seen.case, [point.period for point in (seen.latest, seen.base) if point]
    if headline.word not in _TO_BE_REACHED or case is None or not starts or seen.past_due:
        return ()
    from kpi.assess.trajectory import trajectory  # no table of all targets shows it

    return trajectory(case, max(starts))


def _measured(
    seen: Known, headline: Verdict, documents: Mapping[str, Document], lean: bool, detail: Detail
) -> Status:
    """The status of a level or a total. Nothing is computed from a series that is not judged."""
    judged = headline.word != "cannot judge" and seen.comparable
    if not judged:
        seen = replace(seen, base=_stated(seen.target), rebased=False)
    case = seen.case if judged else None
    latest = seen.latest if case is not None else None
    if case is None or latest is None or latest.bound != "=":
        return _unmeasured(seen, headline, documents, lean, latest)
    if _by_its_own_path(seen, headline):
        seen = replace(seen, path_goal=None)
    paths, pace = _paths(seen, latest, case), paces.pace(case)
    ruled = _measured_only(seen, case) if _only_expected(seen, headline) else case
    readings = panel(ruled, case_in_force(ruled, _goal_then(seen, ruled)), detail == "result")
    expected = expected_at(paths, latest.period)
    measures: dict[str, Any] = {
        "base": seen.base,
        "rebased": seen.rebased,
        "case": case,
        "path_goal": seen.path_goal,
        "expected": expected,
        "gap_to_path": tuple(
            [(shape, case.gap(float(latest.value), value)) for shape, value in expected]
        ),
        "gap_to_goal": _gap_to_goal(seen, latest),
        "share_of_way": paces.share_of_way(case),
        "share_of_time": paces.share_of_time(case),
        "pace": pace,
        "readings": tuple([reading.in_detail(detail) for reading in readings]),
        "split": split(readings, ruled),
    }
    more = {} if lean else _projected(seen, case, latest, paths)
    return _status_of(seen, headline, documents, lean, latest, **measures, **more)


def _goal_then(seen: Known, case: Case) -> Goal | None:
    """The older goal whose path holds for the figure that the rules look at, if one does.

    After the deadline that is not the latest figure, and may be older than the softer goal.
    """
    last = up_to_deadline(case).current
    if last is None or last is case.current:
        return seen.path_goal
    goal = seen.goal_at(last.period.end)
    return goal if goal is not seen.goal else None


def _unmeasured(
    seen: Known, headline: Verdict, documents: Mapping[str, Document], lean: bool,
    latest: Observation | None,
) -> Status:  # fmt: skip
    """The status where no value may be measured: nothing but a gap, as that of a bound."""
    nothing = replace(seen.case, base=None, points=()) if seen.case is not None else None
    return _status_of(
        seen, headline, documents, lean, latest,
        base=seen.base,
        rebased=seen.rebased,
        gap_to_goal=_gap_to_goal(seen, latest) if latest is not None else None,
        readings=panel(nothing) if nothing is not None else (),
    )  # fmt: skip


def _gap_to_goal(seen: Known, latest: Observation) -> float:
    return float(Decimal(latest.value) - Decimal(seen.goal.value))


def _projected(
    seen: Known, case: Case, latest: Observation, paths: tuple[Path, ...]
) -> dict[str, Any]:
    """What a page of one target shows beside the measures of a table: where the values lead."""
    from kpi.assess.decomposition import decomposition  # no table of all targets shows these
    from kpi.assess.season import without_season, year_on_year

    slack, projected = least_lead(paths, case), without_season(seen, _measured_only(seen, case))
    return {
        "slack_months": 12 * slack[0] if slack is not None else None,
        "slack_until": day_after(latest.period, slack[0]) if slack is not None else None,
        "slack_shape": slack[1] if slack is not None else None,
        "index": paces.status_index(case),
        "index_expected": paces.expected_index(case),
        "projection": projected if not isinstance(projected, Reason) else None,
        "no_projection": projected if isinstance(projected, Reason) else None,
        "decomposition": decomposition(seen.line, seen.target.unit),
        "year_on_year": year_on_year(seen),
    }


def _only_expected(seen: Known, headline: Verdict) -> bool:
    """Whether the latest value up to the deadline is a forecast by which the goal would be reached,
    or the deadline's own figure: no rule may say that it is met, either. Once the deadline has
    passed, none looks at what was expected."""
    in_time = (figure for figure in reversed(seen.line.values) if seen.is_up_to_deadline(figure))
    last = next(in_time, None)
    if last is None or not is_forecast(last):
        return False
    return seen.past_due or headline.word == "awaiting data" or seen.meets(last.value)


def _measured_only(seen: Known, case: Case) -> Case:
    """The case without forecasts: nothing is projected from what was projected."""
    points = seen.line.without_forecasts(case.points)
    return case if points is case.points else replace(case, points=points)


def _by_its_own_path(seen: Known, headline: Verdict) -> bool:
    """Whether the judged goal's own path decided, though an older one asks for more, too."""
    banded = headline.reason.key.endswith(COMPARED) and headline.word != "no path"
    by_older = any(reason.key.startswith("by-older-goal") for reason in headline.reason.then)
    return seen.path_goal is not None and banded and not by_older


def _stated(target: Target) -> Point | None:
    stated = target.baseline
    if stated is None or stated.value is None:
        return None
    return Point(stated.period, float(stated.value))


def _paths(seen: Known, latest: Observation, case: Case) -> tuple[Path, ...]:
    """The paths by which the latest value is measured: none that begins after it.

    Nor one that begins where a forecast stands, which is no start (`baseline only`). Announced
    rows may begin before a base that is later than the value, and stand.
    """
    start, end = case.base.period.end if case.base is not None else None, latest.period.end
    if start is None or start < end or (start == end and not is_forecast(latest)):
        return paths_in_force(seen)
    announced = paths_in_force(seen) if isinstance(case.path, tuple) else ()
    return tuple([path for path in announced if path.years_to(latest.period) >= 0])
