"""Facts on their way to be judged: read, checked, and no larger than judging needs.

Those of a target's own folder are figures at once. Those of batches of many targets wait on the
shelves of their targets until all batches are read, as one short line each: a million of them as
values would fill half a gigabyte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat
from operator import itemgetter

from kpi.facts.observations import read_at_length
from kpi.facts.own_form import canonical
from kpi.facts.own_form.canonical import Found
from kpi.facts.own_form.figures import Figure, Spelled, fit, meant
from kpi.facts.problems import Unsound
from kpi.facts.records import Target


def figures(
    folder: str, names: Sequence[str], contents: Sequence[bytes],
    targets: Mapping[str, Target | None], few: bool = False,
) -> list[Figure]:  # fmt: skip
    """The facts of files of one folder, by their names in it and their contents. Raises Unsound.

    `folder` is relative to the project. `few` says that it would take longer to make the patterns
    of `own_form` ready than to do without.
    """
    found = None if few else canonical.figures(folder, names, contents, targets)
    if found is not None:
        return found
    if len(names) > 1 and not few:  # one of them is not in our form
        return [
            fact for part in canonical.parts(len(names))
            for fact in figures(folder, names[part], contents[part], targets)
        ]  # fmt: skip
    files = zip(names, contents, strict=True)
    by_file = [_at_length(f"{folder}/{name}", data, targets) for name, data in files]
    return [fact for pairs in by_file for _, fact in pairs]


def _at_length(
    name: str, data: bytes, targets: Mapping[str, Target | None]
) -> list[tuple[str, Figure]]:
    """The facts of a file in any form, each after the id of its target. Raises Unsound."""
    observations, problems = read_at_length(name, data, targets)
    if problems:
        raise Unsound
    return [
        (fact.target, Figure(
            fact.series, fact.period, fact.value, fact.published, fact.revision, fact.status,
            fact.bound, fact.standard_error, fact.number,
        )) for fact in observations
    ]  # fmt: skip


def check(facts: Sequence[Figure], named: bool = False) -> None:
    """Raises Unsound if a fact of a target is there twice, or is a correction of none.

    `named` says that each has a file of its own, whose name tells it from every other.
    """
    if named and max(map(_revision, facts), default=1) == 1:
        return
    keys = {(fact.series, fact.period.text, fact.published, fact.revision) for fact in facts}
    if len(keys) < len(facts):
        raise Unsound
    if any(fact.revision > 1 for fact in facts):
        for series, period, published, revision in keys:
            if revision > 1 and (series, period, published, revision - 1) not in keys:
                raise Unsound


_revision = itemgetter(Figure._fields.index("revision"))


class Shelves:
    """Facts of batches by the id of their target and their series, packed: 30 bytes each.

    One after the other, of each the parts that are `Spelled` but the number of a correction, which
    none in a batch has. What most facts have is not written.
    """

    def __init__(self) -> None:
        self._facts: dict[str, dict[str, bytearray]] = {}

    def read(
        self, folder: str, name: str, data: bytes, targets: Mapping[str, Target | None]
    ) -> None:
        """Adds the facts of a batch in a folder. Raises Unsound."""
        for matched in canonical.spelled(folder, [name], [data], targets):
            if matched is not None:
                self._put_all(matched)
                continue
            for id_, fact in _at_length(f"{folder}/{name}", data, targets):
                value = str(fact.value).lower() if isinstance(fact.value, bool) else fact.value
                error = "" if fact.standard_error is None else fact.standard_error
                parts = (fact.period.text, fact.published, value, fact.status, fact.bound, error)
                self._put(id_, fact.series, "\t".join(map(str, parts)).encode("ascii"))

    def _put_all(self, matched: Found) -> None:
        periods, published, _, values, statuses, bounds, errors = matched.said
        brief = {status: b"" if status == b"final" else status for status in set(statuses)}
        facts = zip(
            periods, published, values, map(brief.__getitem__, statuses), bounds, errors,
            strict=True,
        )  # fmt: skip
        by_name: dict[bytes, list[bytes]] = {name: [] for name in matched.places}
        for name, fact in zip(matched.names, map(b"\t".join, facts), strict=True):
            by_name[name].append(fact)
        for name, own in by_name.items():
            self._put(*matched.places[name], b"\t".join(own))

    def _put(self, id_: str, series: str, facts: bytes | memoryview) -> None:
        by_series = self._facts.setdefault(id_, {})
        if series in by_series:
            by_series[series] += b"\t"
            by_series[series] += facts
        else:
            by_series[series] = bytearray(facts)

    def take(self, id_: str, target: Target | None) -> list[Figure]:
        """The facts of the target with this id. Raises Unsound, also if one is there twice."""
        taken: list[Figure] = []
        for series, packed in self._facts.get(id_, {}).items():
            parts = bytes(packed).split(b"\t")
            periods, published, *rest = (parts[nth::_PARTS] for nth in range(_PARTS))
            count, first = len(periods), [b""] * len(periods)
            once = len(set(periods)) == count
            once = once or len(set(zip(periods, published, strict=True))) == count
            facts = meant(Spelled(periods, published, first, *rest), repeat(series, count))
            if not once or facts is None or target is None or not fit(facts, target):
                raise Unsound
            taken += facts
        return taken

    def packed(self) -> bytes:
        """Everything, as bytes for another process."""
        return b"\0".join([
            f"{id_}\t{series}\n".encode("ascii") + facts
            for id_, by_series in self._facts.items() for series, facts in by_series.items()
        ])  # fmt: skip

    def add(self, data: bytes) -> None:
        """Adds what was packed."""
        view, start = memoryview(data), 0  # no part is copied twice: there may be 20 MB of them
        while start < len(data):
            line_end, end = data.index(b"\n", start), data.find(b"\0", start)
            end = len(data) if end < 0 else end
            id_, series = data[start:line_end].decode("ascii").split("\t")
            self._put(id_, series, view[line_end + 1 : end])
            start = end + 1


_PARTS = 6  # of a fact
