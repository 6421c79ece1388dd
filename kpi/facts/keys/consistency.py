"""What must agree with what among the keys of one target or observation: the second pass.

A check is a function from a sound target and its surroundings to faults, each at a key path within
the target's table; `of_target` makes all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from itertools import chain

from kpi.facts.keys import fields
from kpi.facts.periods import Period
from kpi.facts.records import (
    AHEAD,
    MAIN,
    WITHDRAWN,
    Baseline,
    Goal,
    KeyPath,
    Observation,
    Series,
    Target,
    judged_goal,
    unit_of,
)
from kpi.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.facts.keys.misspelt import Advice
    from kpi.facts.keys.tables import Fault

_SIGN = {"up": 1, "down": -1}
_AGAINST = {"up": ("<=", "<"), "down": (">=", ">")}


class Surroundings(NamedTuple):
    """What a target may refer to, by id; a table that is itself faulty counts as being there."""

    documents: frozenset[str]
    targets: frozenset[str]  # with "" for one of which the id is not known
    unread: frozenset[str] = frozenset()  # documents with faults: nobody knows when they appeared


def _below(target: Target, record: Goal | Series) -> KeyPath:
    """Where a record stands within its target's table."""
    return record.where[len(target.where) :]


def _value_of(target: Target, goal: Goal) -> KeyPath:
    """Where it is said what a goal asks for, within its target's table."""
    return (*_below(target, goal), goal.asks_at)


def _check_goals(target: Target, around: Surroundings) -> Iterator[Fault]:
    milestone = target.kind == "milestone"
    for goal in target.goals:
        path = _below(target, goal)
        if goal.change is not None:
            yield from _check_change(target, goal)
        elif milestone and goal.value is not True:
            yield (*path, "value"), "a milestone is done or not", "write value = true"
        if not milestone and isinstance(goal.value, bool):
            what = f"the goal of a {target.kind} is a number, not {fields.shown(goal.value)}"
            yield (*path, "value"), what, 'write a number, or kind = "milestone"'
        if goal.comparator in _AGAINST.get(target.direction, ()) and not milestone:
            what = f'"{goal.comparator}" contradicts direction = "{target.direction}"'
            yield (*path, "comparator"), what, "mend one of the two"
        if goal.document is not None and goal.document not in around.documents:
            yield (*path, "document"), *_undefined("document", goal.document, around.documents)
        if target.kind == "annual" and goal.by is None:
            yield path, "an annual amount needs its year", "write by = 2024"
        yield from _check_ceiling(target, _value_of(target, goal), "goal", goal.value)
    if len(target.goals) > 1:
        for goal in target.goals:
            if goal.announced is None and _is_said_nowhere(goal, around):
                what = "one of several goals does not say when it was announced"
                remedy = "write announced = 2023-01-13, so that the last one is known"
                yield _below(target, goal), what, remedy
    if sum(goal.judged for goal in target.goals) > 1:
        goal = [goal for goal in target.goals if goal.judged][1]
        path = (*_below(target, goal), "judged")
        yield path, "a second goal says judged = true", "remove it from all but one"


def _check_change(target: Target, goal: Goal) -> Iterator[Fault]:
    """Faults of a goal that is a change from the baseline, and of the baseline it is taken from."""
    path, base = _value_of(target, goal), target.baseline
    if target.kind != "level" or target.direction == "keep":
        at = 'direction = "keep"' if target.kind == "level" else f'kind = "{target.kind}"'
        remedy = "write value = true" if target.kind == "milestone" else "write the goal's value"
        yield path, f"a goal with {at} is no change from a baseline", remedy
    elif base is None or base.value is None:
        what = "a goal that is a change needs a baseline with its value"
        remedy = "write baseline = { period = 2018, value = 727.6 }, what was measured in that year"
        yield ("baseline",), what, remedy
    elif base.value <= 0:
        what = f"no change in per cent can be taken from the baseline {base.value}"
        yield path, what, "write the goal's value"


def _check_ceiling(
    target: Target, path: KeyPath, of_what: str, value: Decimal | bool
) -> Iterator[Fault]:
    if is_above(target.ceiling, value):
        what = f"the {of_what} {value} is beyond the ceiling {target.ceiling}"
        yield path, what, "mend one of the two"


def _is_said_nowhere(goal: Goal, around: Surroundings) -> bool:
    """Whether a day of announcement is missing, and does not stand in a document with a fault."""
    return goal.document is None or goal.document in around.documents - around.unread


def _judged(target: Target) -> Goal | None:
    """The goal that counts now; None while it is not known which of several was announced last."""
    goals = target.goals
    known = any(goal.judged for goal in goals) or all(goal.announced for goal in goals)
    return judged_goal(goals) if known or len(goals) == 1 else None


def _check_baseline(target: Target, around: Surroundings) -> Iterator[Fault]:
    base = target.baseline
    if base is None or target.kind == "milestone":
        return
    path: KeyPath = ("baseline",)
    judged = _judged(target) if target.kind != "annual" else None
    for goal in target.goals:
        yield from _check_way(target, base, goal, goal is judged)
    if base.assumed and not (base.reason or base.note):
        yield path, "an assumed baseline needs its reason", 'write reason = "…" beside it'
    if base.value is not None:
        yield from _check_ceiling(target, (*path, "value"), "baseline", base.value)


def _check_way(target: Target, base: Baseline, goal: Goal, judged: bool) -> Iterator[Fault]:
    """Faults of the way from the baseline to one of the goals: each of them was judged once.

    Only the goal that is `judged` now must lie ahead: a baseline may have been set anew with it.
    """
    path = _below(target, goal)
    if judged and goal.by is not None and goal.by.end <= base.period.end:
        what = f"the deadline {goal.by.end} is not after the baseline's {base.period.end}"
        yield (*path, "by"), what, "mend one of the two"
    sign = _SIGN.get(target.direction)
    if sign is None or base.value is None or isinstance(goal.value, bool):
        return
    if sign * (goal.value - base.value) < 0:
        side = "below" if sign > 0 else "above"
        what = (
            f"the goal {goal.value} lies {side} the baseline {base.value},"
            f' against direction = "{target.direction}"'
        )
        yield _value_of(target, goal), what, "mend the direction, the goal or the baseline"


def _check_series(target: Target, around: Surroundings) -> Iterator[Fault]:
    known = {MAIN: None} | {series.id: None for series in target.series}
    ids: set[str] = set()
    for series in target.series:
        if series.id in ids:
            what = f'a second series has the id "{series.id}"'
            yield (*_below(target, series), "id"), what, "give one another id"
        ids.add(series.id)
    if target.judged_series not in known:
        yield ("judged_series",), *_undefined("series", target.judged_series, known)
    if target.baseline and target.baseline.series and target.baseline.series not in known:
        yield ("baseline", "series"), *_undefined("series", target.baseline.series, known)


def _check_path(target: Target, around: Surroundings) -> Iterator[Fault]:
    if target.path is None:
        return
    if isinstance(target.path, str):
        yield from _check_shape(target, target.path)
        return
    if not target.path:
        yield ("path",), "the path has no rows", "give at least one, or leave the path out"
    last: Period | None = None
    for index, row in enumerate(target.path):
        if last is not None and row.by.end <= last.end:
            what = f"the row by {row.by} does not come after the row by {last}"
            yield ("path", index, "by"), what, "put the rows in the order of time, one for each day"
        yield from _check_ceiling(target, ("path", index, "value"), "value", row.value)
        last = row.by


def _check_shape(target: Target, shape: str) -> Iterator[Fault]:
    goal, base = _judged(target), target.baseline
    ends = [goal.value] if goal is not None and _is_known(goal, base) else []
    ends += [base.value] if base is not None and base.value is not None else []
    if shape == "logistic" and target.ceiling is None:
        yield ("path",), "a logistic path needs a ceiling", "write ceiling = 100"
    elif shape == "logistic" and any(not 0 < end < (target.ceiling or 0) for end in ends):
        what = f"a logistic path runs between 0 and the ceiling {target.ceiling}, without its ends"
        yield ("path",), what, "declare another path"
    if shape == "geometric" and any(end <= 0 for end in ends):
        what = "a geometric path needs a baseline and a goal above zero"
        yield ("path",), what, 'write path = "linear"'


def _is_known(goal: Goal, base: Baseline | None) -> bool:
    """Whether what a goal asks for is known: a change needs the value from which it is taken."""
    return goal.change is None or (base is not None and base.value is not None)


def _check_end(target: Target, around: Surroundings) -> Iterator[Fault]:
    closed, superseded = target.closed, target.superseded
    if closed and closed.document is not None and closed.document not in around.documents:
        yield ("closed", "document"), *_undefined("document", closed.document, around.documents)
    if superseded and superseded.by is not None:
        if superseded.by == target.id:
            yield ("superseded", "by"), "a target cannot supersede itself", "name the later one"
        elif around.targets.isdisjoint((superseded.by, "")):
            yield (
                ("superseded", "by"),
                *_undefined("target", superseded.by, around.targets, target.id),
            )


def _undefined(kind: str, name: str, known: Collection[str], own: str = "") -> tuple[str, Advice]:
    from kpi.facts.keys.misspelt import meant  # a sound file has no such name

    remedy = {
        "document": "define it with [document.some-id]",
        "series": "declare it with [[target.series]]",
        "target": "define it with [[target]]",
    }
    what = f"there is no {kind} {fields.shown(name)}"
    return what, meant(name, known, remedy[kind], own)


_CHECKS: tuple[Callable[[Target, Surroundings], Iterator[Fault]], ...] = (
    _check_goals,
    _check_baseline,
    _check_series,
    _check_path,
    _check_end,
)


def of_target(target: Target, around: Surroundings) -> Iterator[Fault]:
    """Faults that the keys of a target show beside each other, and beside its surroundings."""
    for check in _CHECKS:
        yield from check(target, around)


def of_observation(
    observation: Observation, target: Target | None, lost: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    """Faults of an observation that its own keys and its target show: key, what, remedy.

    Nothing is told that leans on one of the keys that are `lost`, being at fault themselves. Of
    no target, or of one that cannot be read, there are those of its own keys.
    """
    faults = _of_record(observation)
    if target is not None:
        faults = chain(_of_target_and(observation, target), faults)
    return (fault for fault in faults if not lost or _LEANS_ON[fault[0]].isdisjoint(lost))


#: What may stand for a value or a period that cannot be read: nothing is held against it.
NO_FIGURE, NO_PERIOD = Decimal(0), Period.parse("0001")

#: Of a key with a fault all those that it takes to say so.
_LEANS_ON = {
    "value": frozenset(["value", "series", "target"]),
    "bound": frozenset(["bound", "value", "target"]),
    "period": frozenset(["period", "published", "status"]),
    "status": frozenset(["period", "published", "status"]),  # by a file's name, which is lost too
    "recorded": frozenset(["recorded", "published"]),
    "numerator": frozenset(["numerator", "denominator"]),
    "denominator": frozenset(["numerator", "denominator"]),
    "note": frozenset(["note"]),
}


def _of_target_and(observation: Observation, target: Target) -> Iterator[tuple[str, str, str]]:
    milestone = target.kind == "milestone"
    if milestone != isinstance(observation.value, bool):
        unit = unit_of(target, observation.series)
        wanted = "true or false" if milestone else f"a number in {unit}" if unit else "a number"
        what = f'{fields.shown(observation.value)} is no value for kind = "{target.kind}"'
        yield "value", what, f"write {wanted}"
    elif milestone and observation.bound != "=":
        yield "bound", "a milestone is done or not, and knows no limits", "leave bound out"
    elif is_beyond(observation, target):
        what = f"{observation.value} is beyond the target's ceiling {target.ceiling}"
        yield "value", what, "mend the value, or the ceiling in targets.toml"


def _of_record(observation: Observation) -> Iterator[tuple[str, str, str]]:
    end, published = observation.period.end, observation.published
    withdrawn = observation.status == WITHDRAWN
    if withdrawn and observation.revision == 1:
        yield (
            "status",
            "only a correction withdraws a record",
            "leave it out, or record it as a correction: `kpi add --correct`, a file _r2, _r3 …",
        )
    if end > published and observation.status not in AHEAD and not withdrawn:
        yield (
            "period",
            f"the period ends on {end}, after its publication on {published}",
            'mend the dates, or write status = "estimated", "enacted" or "planned"',
        )
    if observation.recorded is not None and observation.recorded < published:
        what = f"recorded on {observation.recorded}, before its publication on {published}"
        yield "recorded", what, "mend one of the two"
    if observation.numerator is not None and observation.denominator is None:
        remedy = "add the denominator, or leave the numerator out"
        yield "numerator", "a numerator needs a denominator", remedy
    elif observation.numerator is None and observation.denominator is not None:
        remedy = "add the numerator, or leave the denominator out"
        yield "denominator", "a denominator needs a numerator", remedy
    if observation.denominator == 0:
        remedy = "write one above zero, or leave both out"
        yield "denominator", "the denominator is zero", remedy
    if observation.revision > 1 and not observation.note:
        remedy = 'write note = "…", why the earlier record was wrong'
        yield "note", "a correction does not say why", remedy


def is_beyond(observation: Observation, target: Target) -> bool:
    """Whether a figure of the judged series lies beyond the target's natural limit."""
    return observation.series == target.judged_series and is_above(
        target.ceiling, observation.value
    )


def is_above(ceiling: Decimal | None, value: Decimal | bool) -> bool:
    """Whether a figure lies beyond a limit; what is done or not has none."""
    return ceiling is not None and not isinstance(value, bool) and value > ceiling
