"""Corrections without the record that they correct."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kpi.facts.filenames import of_fact
from kpi.facts.observations import file_name
from kpi.facts.problems import Place, Problem
from kpi.facts.records import Observation

#: Letters of a batch's name up to its label.
_BATCH = len("/batch_2026-11-22_")


def of(
    names: set[str], facts: Iterable[list[Observation]], faulty: Collection[str]
) -> list[Problem]:
    """The problem of each that lacks it, be the record a file or a row of a batch.

    By the `names` of all files, so that one that is itself at fault is told, too. A row of a batch
    that is `faulty` may be the record though it could not be read; no row is itself a correction.
    """
    likely = [name for name in names if "_r" in name]  # of a million few are
    corrections = [(name, *before) for name in likely if (before := _corrected(name)) is not None]
    missing = [one for one in corrections if one[1] not in names]
    if not missing:
        return []
    rows = {file_name(fact) for some in facts for fact in some if fact.revision == 1}
    begun = {name[: name.index("/batch_") + _BATCH] for name in faulty if "/batch_" in name}
    problems = []
    for name, record, published in missing:
        batches = {f"{above}/batch_{published}_" for above in _folders(record)}
        unread = _corrected(record) is None and not begun.isdisjoint(batches)
        if record not in rows and not unread:
            remedy = f"restore {record}, or name this file so"
            problems.append(Problem(Place(name), "there is no record to correct", remedy))
    return problems


def _corrected(name: str) -> tuple[str, str] | None:
    """The file that a correction of this name corrects, and its day of publication; else None."""
    folder, _, file = name.rpartition("/")
    words = of_fact(file) if "_r" in file else None
    if words is None or words[2] in ("", "1"):
        return None
    period, published, number = words
    earlier = f"_r{int(number) - 1}" if number != "2" else ""
    return f"{folder}/{period}_{published}{earlier}.toml", published


def _folders(name: str) -> Iterator[str]:
    """The folders in which a batch may hold the fact of a file's name: its own and those above."""
    while name := name.rpartition("/")[0]:
        yield name
