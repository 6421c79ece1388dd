"""Facts on their way to be judged: read, checked, and no larger than judging needs.

Those of a target's own folder are figures at once. Those of batches of many targets wait on the
shelves of their targets until all batches are read, as one short line each: a million of them as
values would fill half a gigabyte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kpi.facts import canonical
from kpi.facts.canonical import Figure
from kpi.facts.observations import read_at_length
from kpi.facts.records import Target


class Unsound(Exception):  # noqa: N818 - what is wrong, and where, is told by `book`
    """There is a problem in the records."""


def figures(
    folder: str, files: Sequence[tuple[str, bytes]], targets: Mapping[str, Target | None],
    few: bool = False,
) -> list[Figure]:  # fmt: skip
    """The facts of files of one folder. Raises Unsound.

    `folder` is relative to the project; the names of `files` are relative to the folder. `few` says
    that there are not enough of them to make the patterns of the fast reader ready, see there.
    """
    found = None if few else canonical.figures(folder, files, targets)
    if found is not None:
        return found
    if len(files) > 1 and not few:  # one of them is not in our form
        return [fact for one in files for fact in figures(folder, [one], targets)]
    pairs = [_at_length(f"{folder}/{name}", data, targets) for name, data in files]
    return [fact for some in pairs for _, fact in some]


def _at_length(
    name: str, data: bytes, targets: Mapping[str, Target | None]
) -> list[tuple[str, Figure]]:
    """The facts of a file in any form, each after the id of its target. Raises Unsound."""
    found, problems = read_at_length(name, data, targets)
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
    """Facts of batches by the id of their target, packed: 30 bytes each."""

    def __init__(self) -> None:
        self._lines: dict[str, bytearray] = {}

    def read(
        self, folder: str, name: str, data: bytes, targets: Mapping[str, Target | None]
    ) -> None:
        """Adds the facts of a batch in a folder. Raises Unsound."""
        rows = canonical.read(folder, [(name, data)], targets, thin=True)
        if rows is not None:
            for row in rows:
                self._put(row[0], canonical.packed(row))
            return
        for id_, one in _at_length(f"{folder}/{name}", data, targets):
            said = ("true" if one.value else "false") if isinstance(one.value, bool) else one.value
            error = "" if one.standard_error is None else one.standard_error
            parts = (one.series, one.period.text, said, one.published, one.status, one.bound, error)
            self._put(id_, "\t".join(map(str, parts)).encode("ascii"))

    def _put(self, id_: str, lines: bytes | memoryview) -> None:
        if id_ in self._lines:
            self._lines[id_] += b"\n"
            self._lines[id_] += lines
        else:
            self._lines[id_] = bytearray(lines)

    def take(self, id_: str) -> list[Figure]:
        """The facts of a target."""
        lines = self._lines.get(id_)
        return [canonical.unpacked(line) for line in bytes(lines).split(b"\n")] if lines else []

    def packed(self) -> bytes:
        """Everything, as bytes for another process."""
        return b"\0".join(
            [id_.encode("ascii") + b"\n" + lines for id_, lines in self._lines.items()]
        )

    def add(self, data: bytes) -> None:
        """Adds what was packed."""
        view, start = memoryview(data), 0  # no part is copied twice: there may be 20 MB of them
        while start < len(data):
            line_end, end = data.index(b"\n", start), data.find(b"\0", start)
            end = len(data) if end < 0 else end
            self._put(data[start:line_end].decode("ascii"), view[line_end + 1 : end])
            start = end + 1
