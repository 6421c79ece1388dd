"""Facts on their way to be judged: read, checked, and no larger than judging needs.

A fact is an Observation or a `canonical.Row`, which have the same attributes for all that judging
reads. Facts that stand outside their target's folder wait on a shelf, as one short line each:
a million of them as records would fill half a gigabyte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from kpi.facts import canonical
from kpi.facts.observations import read_observations
from kpi.facts.records import Observation, Target

Fact = Observation | canonical.Row


class Unsound(Exception):  # noqa: N818 - what is wrong, and where, is told by `book`
    """There is a problem in the records."""


def facts_of(name: str, data: bytes, targets: Mapping[str, Target | None]) -> Iterable[Fact]:
    """The facts of a file of observations. Raises Unsound."""
    rows = canonical.read(name, data)
    if rows is None:
        found, problems = read_observations(name, data, targets)
        if problems:
            raise Unsound
        return found
    for row in rows:
        target = targets.get(row.target)
        if target is None or not canonical.suits(row, target):
            raise Unsound
    return rows


def check(facts: list[Fact]) -> None:
    """Raises Unsound if a fact of a target is there twice, or is a correction of none."""
    keys = {(one.series, one.period.text, one.published, one.revision) for one in facts}
    if len(keys) < len(facts):
        raise Unsound
    for series, period, published, revision in keys:
        if revision > 1 and (series, period, published, revision - 1) not in keys:
            raise Unsound


class Shelves:
    """Lines of facts by the id of their target."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}

    def put(self, facts: Iterable[Fact]) -> None:
        """Adds facts."""
        lines = self._lines
        for one in facts:
            line = _line(one)
            if one.target in lines:
                lines[one.target].append(line)
            else:
                lines[one.target] = [line]

    def close(self) -> None:
        """Joins the lines of each target, which then take a third of the room."""
        self._lines = {id_: ["\n".join(lines)] for id_, lines in self._lines.items()}

    def take(self, id_: str) -> list[Fact]:
        """The facts of a target."""
        lines = self._lines.get(id_, ())
        return [_fact(id_, line) for part in lines for line in part.split("\n")]

    def packed(self) -> bytes:
        """All lines, as bytes for another process."""
        parts = (f"{id_}\n" + "\n".join(lines) for id_, lines in self._lines.items())
        return "\0".join(parts).encode("ascii")

    def add(self, data: bytes) -> None:
        """Adds what was packed."""
        for part in data.decode("ascii").split("\0") if data else ():
            id_, _, lines = part.partition("\n")
            self._lines.setdefault(id_, []).append(lines)


def _line(one: Fact) -> str:
    value = one.value
    said = ("true" if value else "false") if isinstance(value, bool) else str(value)
    error = "" if one.standard_error is None else str(one.standard_error)
    return (
        f"{one.series}\t{one.period.text}\t{said}\t{one.published}\t{one.revision}\t{one.status}"
        f"\t{one.bound}\t{error}"
    )


def _fact(id_: str, line: str) -> canonical.Row:
    series, period, value, published, revision, status, bound, error = line.split("\t")
    when, day = canonical.period_of(period), canonical.day_of(published)
    assert when is not None, line  # noqa: S101 - it came from a fact
    assert day is not None, line  # noqa: S101
    return canonical.Row(
        id_,
        series,
        when,
        value == "true" if value in ("true", "false") else Decimal(value),
        day,
        int(revision),
        status,
        bound,
        Decimal(error) if error else None,
        None,
        None,
        None,
        (),
    )
