"""What is left of a target with faults: enough to hold it against the rest of the file.

A person mends a file once, not once for each kind of fault. So an unknown key must not hide that
the goal lies on the wrong side of the baseline; but nothing may be said of a key that could not be
read itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from kpi.facts.keys.schema import BASELINE, GOAL, SERIES
from kpi.facts.records import KeyPath

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.facts.keys.tables import Table, Values

#: Keys without which nothing of a target means anything.
_GROUND = ("kind", "direction")
#: Tables that other keys are held against, of which nothing is left if they are at fault.
_DROPPED = ("path", "closed", "superseded")
#: Keys of goals, baselines and series that nothing is held against.
_APART = ("quote", "reading", "note", "reason", "why", "assumed", "title", "title_ko", "publisher",
          "definition", "url", "unit", "comparable")  # fmt: skip


def salvaged(values: Values, paths: Iterable[KeyPath]) -> Values | None:
    """The values of a target's table without those at fault; None if too little is left.

    `paths` are those of its faults, within the table. A goal that is lost leaves None in its place,
    so that the others keep theirs.
    """
    left = dict(values)
    if left["goals"] is None:
        return None
    left["goals"] = list(left["goals"])
    for path in paths:
        if path and (path[0] in _GROUND or not _lose(left, path[0], path[1:])):
            return None  # a key that is missing, as `title`, spoils no other
    # A key that is missing because it was misspelt is told as an unknown one.
    left["goals"] = [one if one and _has(one, "value") else None for one in left["goals"]]
    if left["baseline"] is not None and not _has(left["baseline"], "period"):
        left["baseline"] = None
    return left if all(_has(one, "id") for one in left["series"]) else None


def _lose(left: Values, key: str | int, below: KeyPath) -> bool:
    """Takes away what a fault in or below a key spoils. False if nothing can be said without it."""
    goals = left["goals"]
    if key == "goal" and not _apart(GOAL, below):
        at = below[0] if below and isinstance(below[0], int) else 0
        if at < len(goals):
            goals[at] = None
    elif key == "baseline" and not _apart(BASELINE, below):
        left["baseline"] = None
    elif key in _DROPPED:
        left[str(key)] = None
    return key != "series" or _apart(SERIES, below)


def _has(table: Values, *keys: str) -> bool:
    return all(table[key] is not None for key in keys)


def _apart(table: Table, below: KeyPath) -> bool:
    """Whether a fault below a table is of a key that nobody reads or nothing is held against."""
    keys = [key for key in below if isinstance(key, str)]
    return bool(keys) and (keys[0] in _APART or keys[0] not in table.keys)


def concerns(path: KeyPath, faulty: Iterable[KeyPath]) -> bool:
    """Whether a fault at `path` would be told of a key that is at fault already.

    A fault of the table itself, which lacks a key, is none of a key that is there.
    """
    return any(
        bool(one) and (path[: len(one)] == one or one[: len(path)] == path) for one in faulty
    )
