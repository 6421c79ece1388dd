"""Whether the figure that decides a deadline is still to come, once the deadline has passed."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from kpi.assess.answerability import outlook
from kpi.assess.evidence.known import Known
from kpi.facts.periods import Period, ends_one
from kpi.facts.records import PLANS


def is_awaited(seen: Known, due: dt.date) -> bool:
    """Whether the figure that decides may still be published. What is expected decides nothing."""
    last = seen.last_measured
    if last is None:
        return True
    early = last.period.end < due
    return not is_last(seen, last.period) if early else _own_figure_comes(seen, due)


def is_last(seen: Known, last: Period) -> bool:
    """Whether no release of the declared rhythm lies between the latest figure and the deadline.

    Such as the last full week before a deadline within the next: it decides, from the day on which
    a figure of the deadline itself would be known. What comes after it can only be too late. While
    another period of its own kind would fit in, a rhythm that was declared too slow is not trusted.
    """
    schedule = outlook(seen)
    assert seen.due is not None  # noqa: S101 - the caller asked
    if last.kind != "day" and last.end < dt.date.max and last.following().end <= seen.due:
        return False
    return (
        schedule.last_period_end == last.end
        and schedule.answerable_on is not None
        and schedule.answerable_on <= seen.on
    )


def nothing_between(seen: Known, last: Period, due: dt.date) -> bool:
    """Whether no period of a figure's own kind, and no release of the rhythm, ends in between."""
    following = last.following().end if last.kind != "day" and last.end < dt.date.max else None
    cadence = seen.target.cadence
    release = cadence.after(last.end) if cadence is not None else following
    return release is not None and release > due and (following is None or following > due)


def _own_figure_comes(seen: Known, due: dt.date) -> bool:
    """Whether the deadline's own figure may still be published, though one of a later day is.

    A month of the next year says nothing of the year that counts, nor does its last quarter where
    the series is of years: their figure will take its place. Once a later period of the same kind
    is out, or the day on which it could be known has passed, nothing more is awaited; where that
    day is not known, after twice the length of such a period.
    """
    figure = seen.last_in_time
    if figure is not None and figure.period.end >= due:
        return longer_comes(seen, figure.period)
    return _comes(seen, figure.period if figure is not None else _kind_of(seen), due)


def longer_comes(seen: Known, last: Period) -> bool:
    """Whether the figure of a longer period is waited for that ends on the deadline as well."""
    usual = _usual(seen, last)
    return usual is not None and _comes(seen, usual, last.end)


def _usual(seen: Known, last: Period) -> Period | None:
    """A period of a longer kind that the series has at least as often and that ends on one's day.

    A figure of such a kind will count in its place. A single day is as good as any.
    """
    if last.kind == "day":
        return None
    others = [figure.period for figure in seen.line.measured if figure.period.kind != last.kind]
    kinds = Counter(period.kind for period in others)
    often, length = len(seen.line.measured) - len(others), last.end - last.start
    longer = (period for period in reversed(others) if period.end - period.start > length)
    return next((period for period in longer if kinds[period.kind] >= often
                 and ends_one(last.end, period.kind)), None)  # fmt: skip


def _kind_of(seen: Known) -> Period:
    """A period of the kind that a series without a figure in time is waited for."""
    stated, by = seen.target.baseline, seen.goal.by
    assert by is not None  # noqa: S101 - the deadline has passed
    return stated.period if stated is not None and stated.period.kind != "day" else by


def _comes(seen: Known, last: Period, due: dt.date) -> bool:
    """Whether the figure of a period of one's kind that ends on the deadline may still come."""
    known_on = outlook(seen).answerable_on
    results = (figure.period for figure in seen.line.measured if figure.status not in PLANS)
    if any(period.end > due and period.kind == last.kind for period in results):
        return False
    if known_on is not None:
        return seen.on < known_on
    return (seen.on - due).days <= 2 * ((last.end - last.start).days + 1)
