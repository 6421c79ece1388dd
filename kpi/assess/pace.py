"""Linear pace: so far, needed, and of the last five years; share of the way and of the time."""

from __future__ import annotations

import datetime as dt

from kpi.assess.case import Case, Point, between
from kpi.facts.periods import DAYS_PER_YEAR, Period, years_between
from kpi.values import dataclass, remembered

#: The window of the recent trend, in years (Destatis: the last five).
WINDOW_YEARS = 5.0

#: A day five years before is within the window whatever leap days lie between.
LEAP = 2 / DAYS_PER_YEAR
_MOST_DAYS = 1830  # between the last days of two periods of any kind within the window

#: Below this share of the pace needed a movement in the right direction counts as none.
#: Our own cut (docs/research.md 13), not a published one.
STALLED_BELOW = 0.1


@dataclass(frozen=True, slots=True)
class Pace:
    """Pace in the target's unit a year, with its own sign; None where it cannot be taken."""

    so_far: float | None = None
    needed: float | None = None
    recent: float | None = None  # mean change over the last up to five years of the series
    recent_since: Period | None = None

    @property
    def acceleration(self) -> float | None:
        """How many times as fast as so far it must go; negative if it went the other way.

        >>> Pace(so_far=0.5, needed=1.6).acceleration
        3.2
        """
        if self.so_far is None or self.needed is None or self.so_far == 0:
            return None
        return self.needed / self.so_far


#: Where no pace can be taken.
NO_PACE = Pace()


@remembered(1)  # the verdict asks for it, and whoever shows it
def pace(case: Case) -> Pace:
    """So far from the base to the current value; needed from there to the deadline."""
    so_far = needed = None
    if case.moved and case.base is not None and case.current is not None:
        so_far = (case.current.value - case.base.value) / case.years_to(case.current.period)
    if case.current is not None and case.deadline is not None:
        left = years_between(case.current.period, case.deadline)
        needed = (case.goal - case.current.value) / left if left > 0 else None
    since, recent = recent_change(case.points)
    return Pace(so_far, needed, recent, since)


def recent_change(points: tuple[Point, ...]) -> tuple[Period | None, float | None]:
    """Mean change a year since the first point of the last five years, and that point's period.

    Where the series has no other point in those years, since the last one before them. None with
    fewer than two points.

    >>> points = [Point(Period.parse(str(year)), value) for year, value in
    ...           ((2010, 9.0), (2020, 10.0), (2024, 12.0))]
    >>> recent_change(tuple(points))[1]
    0.5
    """
    if len(points) < 2:
        return None, None
    last = points[-1]
    end = last.period.end
    start = dt.date.fromordinal(max(end.toordinal() - _MOST_DAYS, 1))
    later = between(points[:-1], start, end)
    window = (p for p in later if years_between(p.period, last.period) <= WINDOW_YEARS + LEAP)
    first = next(window, points[-2])
    years = years_between(first.period, last.period)
    if years <= 0:
        return None, None
    return first.period, (last.value - first.value) / years


def share_of_way(case: Case) -> float | None:
    """The part of the way from base to goal that the current value has gone; may be negative.

    None where there is no way: what is to be kept, and a base that has reached the goal, can only
    be lost, and a loss would count as progress.
    """
    if not _on_way(case) or case.base is None or case.current is None:
        return None
    return (case.current.value - case.base.value) / (case.goal - case.base.value)


def _on_way(case: Case) -> bool:
    """Whether a value has come after a base from which a way leads to the goal."""
    return case.moved and case.has_way and not case.keep


def share_of_time(case: Case) -> float | None:
    """The part of the time from base to deadline that had passed at the current value's date."""
    if case.base is None or case.current is None or case.deadline is None:
        return None
    time = case.years_to(case.deadline)
    return case.years_to(case.current.period) / time if time > 0 else None


def status_index(case: Case) -> float | None:
    """ESCAP's current status index: 0 is no progress since the base, 10 the goal, less is a loss.

    CSI = 10 if met, else d 10 (c - b) / |T - b| (UNESCAP, progress assessment; docs/research.md
    4a). None, unless it is met, for what is to be kept.

    >>> from kpi.facts.periods import Period
    >>> base, last = Point(Period.parse("2020"), 100.0), Point(Period.parse("2025"), 55.0)
    >>> status_index(Case(-1, 20.0, Period.parse("2030"), base, (base, last)))
    5.625
    """
    if case.met:
        return 10.0
    if case.keep or not case.moved or case.base is None or case.current is None:
        return None
    way = abs(case.goal - case.base.value)
    return 10 * case.sign * (case.current.value - case.base.value) / way if way else None


def expected_index(case: Case) -> float | None:
    """Where the index would stand on a straight line: 10 times the share of time, at most 10.

    Where a change is to come at one stroke, or there is no way to go, nothing is expected on it.
    """
    time = share_of_time(case) if case.path != "step" else None
    return 10 * min(time, 1.0) if time is not None and _on_way(case) else None
