"""New facts -> the files that record them, and what the reader of the ledger says of those.

All facts of one publication stand in one batch, in the folder that they share. A batch over 1 MiB
is divided into parts; a numbered correction has a file of its own, as its name must say the number.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kpi.facts.observations import file_name, read_observations, to_toml
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.facts.records import MAIN, Observation, Target
from kpi.store.trees import LARGEST
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Batch:
    """A file that would be written: its facts, and the line on which the table of each begins."""

    data: bytes
    facts: Sequence[Observation]
    starts: Sequence[int]


def batches(
    facts: Sequence[Observation], label: str, taken: Collection[str] = ()
) -> dict[str, Batch]:
    """The files that record `facts`, by name relative to the project; all facts are in one.

    Where a batch of that label would have a name that is `taken`, another label is found.
    """
    files, nth = _named(facts, label), 1
    while any("/batch_" in name and name in taken for name in files):
        nth += 1
        files = _named(facts, f"{label}-{nth}")
    return files


def _named(facts: Iterable[Observation], label: str) -> dict[str, Batch]:
    files: dict[str, Batch] = {}
    groups: dict[dt.date, list[Observation]] = {}
    for fact in facts:
        if fact.revision > 1:
            files[file_name(fact)] = Batch(to_toml(fact), [fact], [1])
        else:
            groups.setdefault(fact.published, []).append(fact)
    for published, group in sorted(groups.items()):
        folder, named = _folder(group)
        parts = list(_parts(group, named))
        for nth, part in enumerate(parts, 1):
            name = label if len(parts) == 1 else f"{label}-{nth}"
            files[f"{folder}batch_{published.isoformat()}_{name}.toml"] = part
    return files


def _folder(group: list[Observation]) -> tuple[str, tuple[str, ...]]:
    """The folder that facts share, and the keys that each row must say because it does not."""
    targets = {fact.target for fact in group}
    series = {fact.series for fact in group}
    if len(targets) > 1:
        return f"{OBSERVATIONS_FOLDER}/", ("target", "series")
    folder = f"{OBSERVATIONS_FOLDER}/{group[0].target}/"
    if len(series) > 1:
        return folder, ("series",)
    return folder if series == {MAIN} else f"{folder}{group[0].series}/", ()


def _parts(group: list[Observation], named: tuple[str, ...]) -> Iterator[Batch]:
    """The batch of a group, in parts that the reader of the ledger accepts."""
    texts: list[str] = []
    starts: list[int] = []
    facts: list[Observation] = []
    size, line = 0, 1
    for fact in group:
        text = _row(fact, named)
        if facts and size + len(text.encode()) + 1 > LARGEST:
            yield Batch("\n".join(texts).encode(), facts, starts)
            texts, starts, facts, size, line = [], [], [], 0, 1
        texts.append(text)
        starts.append(line)
        facts.append(fact)
        size += len(text.encode()) + 1
        line += text.count("\n") + 1
    yield Batch("\n".join(texts).encode(), facts, starts)


def _row(fact: Observation, named: tuple[str, ...]) -> str:
    """One flat table. tomli-w would write a list of small ones inline, and diffs would suffer."""
    own = "".join(f'{key} = "{getattr(fact, key)}"\n' for key in named
                  if key != "series" or fact.series != MAIN)  # fmt: skip
    return f"[[observation]]\n{own}{to_toml(fact).decode()}"


def refused_by_reader(files: Mapping[str, Batch], targets: Mapping[str, Target]) -> dict[int, str]:
    """All for which `kpi check` would refuse a fact, by its `id()`; empty if all is well."""
    reasons: dict[int, dict[str, None]] = {}
    known: dict[str, Target | None] = dict(targets)
    for name, batch in files.items():
        _, problems = read_observations(name, batch.data, known)
        for problem in problems:
            index = max(bisect_right(batch.starts, problem.where.line) - 1, 0)
            fact = batch.facts[index]
            reasons.setdefault(id(fact), {})[f"{problem.what}; {problem.remedy}"] = None
    return {fact: "\n".join(told) for fact, told in reasons.items()}
