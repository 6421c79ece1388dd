"""Where a target stands, in words: the latest value against the path, the goal and the time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kpi.assess.status import Status
from kpi.render.wording import words
from kpi.render.wording.apart import decimals
from kpi.render.wording.digits import fixed_to
from kpi.render.wording.goals import aim
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import beyond, bounded

#: A label's key, and the lines that belong to it.
Standing = list[tuple[str, tuple[str, ...]]]


#: Verdicts of a deadline that has passed: what was needed until then is needed no more.
DEADLINE_OVER = ("missed", "awaiting data")
#: Verdicts of a milestone that is done, or whose deadline has passed: nothing is yet to be known.
MILESTONE_OVER = ("done", "done late", "overdue")
#: Decimals of how many times as fast a target must go, where fewer would say that it need not.
_MOST_PLACES = 4


def needed_label(status: Status) -> str:
    """The key of the label of the pace needed, which after the deadline is that of the past."""
    return "pace_was_needed" if status.verdict in DEADLINE_OVER else "pace_needed"


def standing(status: Status, lang: str) -> Standing:
    """What can be said of a target's latest value; nothing where there is none."""
    parts = (_value, _shares, _pace, _year_on_year, _change, _slack)
    return [fact for part in parts for fact in part(status, lang)]


def _value(status: Status, lang: str) -> Standing:
    """The value, what was expected then, and the gaps."""
    unit, latest = status.target.unit, status.latest
    facts: Standing = []
    if latest is not None:
        value = bounded(latest, words.figure(latest.value, unit, lang))
        published = phrase("published_on", lang, day=latest.published.isoformat())
        facts.append(("latest", (f"{value} ({words.period(latest.period, lang)}; {published})",)))
    if status.year_so_far is not None:
        total = words.figure(status.year_so_far.exact, unit, lang)
        ends = status.year_so_far.since, status.year_so_far.last.period
        since, until = (words.period(period, lang) for period in ends)
        facts.append(("year_so_far", (f"{total} ({words.through(since, until, lang)})",)))
    if status.expected:
        lines = [_by_shape(status.expected, lang, partial(expected, status, lang))]
        facts.append(("expected", (*lines, *_older(status, lang))))
    if status.gap_to_path:
        gaps = partial(words.change, unit=unit, lang=lang)
        lines = [_by_shape(status.gap_to_path, lang, gaps)]
        facts.append(("gap", (*lines, *_older(status, lang))))
    if status.gap_to_goal is not None:
        lines = [beyond(status, words.change(status.gap_to_goal, unit, lang))]
        facts.append(("to_goal", tuple(lines)))
    return facts


def _older(status: Status, lang: str) -> tuple[str, ...]:
    """Which goal's path that was, where it is not the judged one's: other lines are of that one."""
    goal = status.path_goal
    if goal is None:
        return ()
    return (phrase("expected_by", lang, aim=aim(goal, status.target, lang)),)


def _by_shape(pairs: tuple[tuple[str, float], ...], lang: str, say: Callable[[float], str]) -> str:
    return ", ".join(f"{say(value)} ({words.shape(shape, lang)})" for shape, value in pairs)


def expected(status: Status, lang: str, value: float) -> str:
    """A value of the path, which does not look like a latest value that it is not."""
    latest = status.latest.value if status.latest else status.goal.value
    return words.beside(value, latest, status.target.unit, lang)


def _shares(status: Status, lang: str) -> Standing:
    """The share of the way and of the time, and ESCAP's index of the same two."""
    facts: Standing = []
    for key, portion in (
        ("share_of_way", status.share_of_way),
        ("share_of_time", status.share_of_time),
    ):
        if portion is not None:
            facts.append((key, (words.percent(portion, lang),)))
    if status.index is not None:
        value, due = status.index, status.index_expected
        whole = (10,) if value != 10 else ()  # what is not all of it does not read as if it were
        text = phrase("index_of_ten", lang, value=decimals(value, whole, 1))
        if due is not None:
            due_text = words.number(due, most=1)
            text += "; " + phrase("index_expected", lang, value=due_text)
        facts.append(("index", (text,)))
    return facts


def _pace(status: Status, lang: str) -> Standing:
    """The pace so far, of the last years, and needed; and how many times as fast it must go."""
    pace, unit = status.pace, status.target.unit
    facts: Standing = []
    if pace.so_far is not None:
        facts.append(("pace_so_far", (words.rate(pace.so_far, unit, lang),)))
    if pace.recent is not None and pace.recent_since is not None:
        since = phrase("since", lang, since=words.period(pace.recent_since, lang))
        facts.append(("pace_recent", (f"{words.rate(pace.recent, unit, lang)} ({since})",)))
    if status.arrived:
        facts.append(("pace_needed", (phrase("pace_none", lang),)))
    elif pace.needed is not None:
        over = status.verdict in DEADLINE_OVER
        text, times = words.rate(pace.needed, unit, lang), pace.acceleration
        if times is not None:
            shown = _times(times)
            key = "turn" if times < 0 else "faster" if times >= 1 else "slower"
            key = "just" if shown == "1" else key
            text += "; " + phrase(f"{key}_was" if over else key, lang, times=shown)
        facts.append((needed_label(status), (text,)))
    return facts


def _year_on_year(status: Status, lang: str) -> Standing:
    """How the value compares with that of the same time a year before, whatever the season."""
    found, unit = status.year_on_year, status.target.unit
    if found is None:
        return []
    text = phrase(
        "year_on_year_since", lang, change=words.change(found.change, unit, lang),
        since=words.period(found.before.period, lang),
        value=words.figure(found.before.value, unit, lang),
    )  # fmt: skip
    return [("year_on_year", (text,))]


def _times(times: float) -> str:
    """How many times, with more places where few would say 0 or 1 of what is neither.

    "Must go 1 times as fast as so far" stood beside `behind`, of 1.04.
    """
    places = 1 if times >= 1 else 2
    while places < _MOST_PLACES and fixed_to(times, places) in (0, 1):
        places += 1
    return words.number(times, most=places)


def _change(status: Status, lang: str) -> Standing:
    """How much of a share's change came from each of its parts."""
    moved, unit = status.decomposition, status.target.unit
    if moved is None:
        return []
    lines = [
        phrase(
            key, lang, since=words.period(moved.first.period, lang),
            change=words.change(change, unit, lang),
            before=words.exactly(before), after=words.exactly(after),
        )
        for key, change, before, after in (
            ("by_numerator", moved.from_numerator, moved.first.numerator, moved.last.numerator),
            (
                "by_denominator", moved.from_denominator,
                moved.first.denominator, moved.last.denominator,
            ),
        )
        if before is not None and after is not None
    ]  # fmt: skip
    return [("change", tuple(lines))]


def _slack(status: Status, lang: str) -> Standing:
    """How long the present value would still be on the path, or since when it was due.

    For a running total this is earned schedule: months late, on a plan of the named shape.
    """
    months = status.slack_months
    if months is None or status.slack_shape is None or status.verdict == "baseline only":
        return []
    ahead = months >= 0
    length = words.months(abs(months), lang)
    shape = words.shape(status.slack_shape, lang)
    lines = [phrase("slack_ahead" if ahead else "slack_behind", lang, months=length, shape=shape)]
    if status.slack_until is not None:
        until, base = words.month(status.slack_until, lang), status.base
        key = "slack_until" if ahead else "slack_since"
        if base is not None and status.slack_until < base.period.end:
            key = "slack_never"  # no path was there yet on which it could have been due
        lines.append(phrase(key, lang, until=until))
    return [("slack", (*lines, *_older(status, lang)))]
