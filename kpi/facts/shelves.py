"""Facts on their way to be judged: read, checked, and no larger than judging needs.

A fact is an Observation or a `canonical.Row`, which have the same attributes for all that judging
reads. Facts that stand outside their target's folder wait on a shelf, as one short line each:
a million of them as records would fill half a gigabyte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from kpi.facts import canonical
from kpi.facts.canonical import Figure
from kpi.facts.observations import read_observations
from kpi.facts.records import Target


class Unsound(Exception):  # noqa: N818 - what is wrong, and where, is told by `book`
    """There is a problem in the records."""


def figures(
    folder: str, files: Sequence[tuple[str, bytes]], targets: Mapping[str, Target | None]
) -> list[tuple[str, Figure]]:
    """The facts of files of one folder, each after the id of its target. Raises Unsound.

    `folder` is relative to the project; the names of `files` are relative to the folder.
    """
    rows = canonical.read(folder, files, targets)
    if rows is not None:
        return [(id_, figure) for id_, figure, _ in rows]
    if len(files) > 1:  # one of them is not in our form
        return [pair for one in files for pair in figures(folder, [one], targets)]
    ((name, data),) = files
    found, problems = read_observations(f"{folder}/{name}", data, targets)
    if problems:
        raise Unsound
    return [
        (one.target, Figure(
            one.series, one.period, one.value, one.published, one.revision, one.status, one.bound,
            one.standard_error,
        )) for one in found
    ]  # fmt: skip


def check(facts: Sequence[Figure]) -> None:
    """Raises Unsound if a fact of a target is there twice, or is a correction of none."""
    keys = {(one.series, one.period.text, one.published, one.revision) for one in facts}
    if len(keys) < len(facts):
        raise Unsound
    if any(one.revision > 1 for one in facts):
        for series, period, published, revision in keys:
            if revision > 1 and (series, period, published, revision - 1) not in keys:
                raise Unsound


class Shelves:
    """Lines of facts by the id of their target."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}

    def put(self, facts: Iterable[tuple[str, Figure]]) -> None:
        """Adds facts."""
        lines = self._lines
        for id_, one in facts:
            if id_ in lines:
                lines[id_].append(_line(one))
            else:
                lines[id_] = [_line(one)]

    def close(self) -> None:
        """Joins the lines of each target, which then take a third of the room."""
        self._lines = {id_: ["\n".join(lines)] for id_, lines in self._lines.items()}

    def take(self, id_: str) -> list[Figure]:
        """The facts of a target."""
        return [_figure(line) for part in self._lines.get(id_, ()) for line in part.split("\n")]

    def packed(self) -> bytes:
        """All lines, as bytes for another process."""
        parts = (f"{id_}\n" + "\n".join(lines) for id_, lines in self._lines.items())
        return "\0".join(parts).encode("ascii")

    def add(self, data: bytes) -> None:
        """Adds what was packed."""
        for part in data.decode("ascii").split("\0") if data else ():
            id_, _, lines = part.partition("\n")
            self._lines.setdefault(id_, []).append(lines)


def _line(one: Figure) -> str:
    series, period, value, published, revision, status, bound, error = one
    said = ("true" if value else "false") if isinstance(value, bool) else value
    scatter = "" if error is None else error
    return "\t".join(
        map(str, (series, period.text, said, published, revision, status, bound, scatter))
    )


def _figure(line: str) -> Figure:
    series, period, value, published, revision, status, bound, error = line.split("\t")
    when, day = canonical.period_of(period.encode()), canonical.day_of(published.encode())
    assert when is not None and day is not None, line  # noqa: S101, PT018 - they came from a fact
    return Figure(
        series,
        when,
        value == "true" if value in ("true", "false") else Decimal(value),
        day,
        int(revision),
        status,
        bound,
        Decimal(error) if error else None,
    )
