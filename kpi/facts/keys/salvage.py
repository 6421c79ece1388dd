"""What is left of a target with faults: enough to hold it against the rest of the file.

A person mends a file once, not once for each kind of fault. So an unknown key must not hide that
the goal lies on the wrong side of the baseline; but nothing may be said of a key that could not be
read itself, or that leans on one. What cannot be read has something in its place that is no fault,
or of which the fault is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kpi.facts.keys.consistency import NO_FIGURE, NO_PERIOD
from kpi.facts.keys.misspelt import is_misspelt, misspelt, nearest
from kpi.facts.keys.schema import TARGET
from kpi.facts.records import DIRECTIONS, KINDS, KeyPath, Target
from kpi.values import NamedTuple, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kpi.facts.keys.tables import Values

#: Keys on which no fault of a goal as a whole leans.
_ASIDE = ("value", "change", "comparator", "quote", "reading", "note")
#: Keys on which it leans whether a path may have its shape.
_SHAPING = ("ceiling", "value", "change", "goal", "baseline")
#: Keys of which the value is one table.
_TABLES = ("goal", "baseline", "closed", "superseded")


class Rest(NamedTuple):
    """The values of a target under each kind that it may be of, and the keys that are lost."""

    kinds: list[Values]
    lost: list[KeyPath]


def is_read(values: Values, raw: object, paths: Iterable[KeyPath]) -> bool:
    """Whether the keys of a target's table were looked at: not of one that is none, or too long."""
    if not isinstance(raw, dict):
        return False
    return values["id"] is not None or "id" not in raw or ("id",) in paths


def salvaged(values: Values, raw: dict[str, Any], paths: Iterable[KeyPath]) -> Rest:
    """What is left of the table `raw`, of which `values` were read with faults at `paths`."""
    lost = [path for path in paths if not _is_table(raw, path)]
    lost += _misspelt(raw, lost)
    alone = isinstance(raw.get("goal"), dict)
    left = values | {
        "goals": list(_goals(values["goals"] or (), alone, lost)),
        "baseline": _baseline(values["baseline"], lost),
        "series": [{**series, "id": series["id"] or ""} for series in values["series"]],
        "path": _rows(values["path"], lost) if isinstance(values["path"], tuple)
        else values["path"],
    }  # fmt: skip
    gone = {path[0] for path in lost if len(path) == 1}
    if "series" in gone or not all(series["id"] for series in left["series"]):
        lost += [("series",), ("judged_series",), ("baseline", "series")]
    if len(left["goals"]) > 1 and any(_hides_choice(path) for path in lost):
        lost += [("goal", nth, "by") for nth in range(len(left["goals"]))]
        lost += [("goal", 0, "value")] if isinstance(left["path"], str) else []
    if isinstance(left["path"], str) and any(path[-1] in _SHAPING for path in lost):
        lost.append(("path",))
    if "direction" in gone:  # that to keep finds no fault with a goal's side or comparator
        left["direction"] = _word("direction", raw, DIRECTIONS) or "keep"
    if "kind" not in gone:
        return Rest([left], lost)
    kinds = _of_goals(left["goals"], lost)
    word = _word("kind", raw, KINDS)
    return Rest([_of_kind(kind, left) for kind in ([word] if word in kinds else kinds)], lost)


def _of_kind(kind: str, left: Values) -> Values:
    """The same values under a kind; whoever reads them may take the tables within apart."""
    base = left["baseline"]
    goals = [goal.copy() for goal in left["goals"]]
    return left | {"kind": kind, "goals": goals, "baseline": base and base.copy()}


def _is_table(raw: Any, path: KeyPath) -> bool:
    """Whether a table stands where one belongs: it lacks a key, which spoils none that is there."""
    if path and path[-1] not in _TABLES and not isinstance(path[-1], int):
        return False
    for key in path:
        raw = raw[key]
    return isinstance(raw, dict)


def for_facts(target: Target, rest: Rest) -> Target | None:
    """What is left of a target, for holding its observations against it; None if it is too little.

    What is known of the judged series is held against no other one.
    """
    gone = {path[0] for path in rest.lost if len(path) == 1}
    if not target.id or "series" in gone or len(rest.kinds) > 1:
        return None
    return replace(target, ceiling=None) if "judged_series" in gone else target


def _misspelt(raw: dict[str, Any], lost: list[KeyPath]) -> list[KeyPath]:
    """The keys that are there under a name that nobody knows."""
    unknown = tuple(str(path[0]) for path in lost if len(path) == 1 and path[0] not in TARGET.keys)
    missing = tuple(key for key in TARGET.keys if key not in raw)
    return [(key,) for key in misspelt(unknown, missing) if key]


def _goals(goals: Iterable[Values], alone: bool, lost: list[KeyPath]) -> Iterator[Values]:
    """The goals, each with a value, or with the change that makes one of the baseline."""
    for nth, goal in enumerate(goals):
        value = goal["value"]
        if value is None and goal["change"] is None:
            lost.append(("goal", "value") if alone else ("goal", nth, "value"))
            value = NO_FIGURE
        yield goal | {"value": value}


def _baseline(baseline: Values | None, lost: list[KeyPath]) -> Values | None:
    """The baseline with a period."""
    if baseline is None or baseline["period"] is not None:
        return baseline
    lost.append(("baseline", "period"))
    return baseline | {"period": NO_PERIOD}


def _rows(rows: Iterable[Values], lost: list[KeyPath]) -> tuple[Values, ...]:
    """The rows of a path, each with a period and a value."""
    complete = []
    last = NO_PERIOD  # no row comes before it
    for nth, row in enumerate(rows):
        lost += [("path", nth, key) for key in ("by", "value") if row[key] is None]
        last = row["by"] or last
        complete.append({"by": last, "value": NO_FIGURE if row["value"] is None else row["value"]})
    return tuple(complete)


def _hides_choice(path: KeyPath) -> bool:
    """Whether a fault leaves open which of several goals is judged."""
    known = path[-1] in (*_ASIDE, "by") or len(path) > 3
    return path[0] == "goal" and not known


def _word(key: str, raw: dict[str, Any], choices: tuple[str, ...]) -> str:
    """The word that was probably meant by what stands at a key, or at one that is misspelt."""
    keys = [key] if key in raw else [name for name in raw if is_misspelt(key, [name])]
    return nearest(raw[keys[0]], choices) if keys else ""


def _of_goals(goals: list[Values], lost: list[KeyPath]) -> list[str]:
    """The kinds that a target of such goals may be of."""
    values = [goal["value"] for goal in goals]
    if not values or any(path[0] == "goal" and path[-1] == "value" for path in lost):
        return list(KINDS)
    done = all(isinstance(value, bool) for value in values)
    return [kind for kind in KINDS if (kind == "milestone") is done]


def concerns(path: KeyPath, faulty: Iterable[KeyPath]) -> bool:
    """Whether a fault at `path` would be told of a key that is at fault already.

    A fault of the table itself, which lacks a key, is none of a key that is there.
    """
    return any(
        path[: len(fault_path)] == fault_path
        or (
            fault_path[: len(path)] == path and not (path[0] == "goal" and fault_path[-1] in _ASIDE)
        )
        for fault_path in faulty
    )
