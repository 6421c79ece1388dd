"""Keeping writers apart: of two that record one fact under two names, one is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from kpi.cli import exits, project
from kpi.facts.book import Book
from kpi.facts.file_versions import key_of
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.facts.records import Observation
from kpi.store.create import alone
from kpi.store.trees import Refused, WorkTree


@contextmanager
def recording(root: str, book: Book, facts: Iterable[Observation]) -> Iterator[None]:
    """Keeps other writers of the project at `root` out while `facts` are written.

    A name that is taken keeps out a second file of that name. The same fact may also stand in a
    batch, or in two batches of different labels; so whatever came since `book` was read is looked
    at once more, when nobody else can write. Raises Stop if one of the facts is there by now, or if
    what is written is refused.
    """
    try:
        with alone(root):
            _refuse_recorded(root, book, list(facts))
            yield
    except Refused as refused:
        raise exits.Stop(exits.REFUSED, str(refused)) from None


def _refuse_recorded(root: str, book: Book, facts: list[Observation]) -> None:
    """Raises Stop if one of `facts` is recorded by now, and `book` does not know it."""
    ids = dict.fromkeys(fact.target for fact in facts)
    if not _came_since(root, book, ids):
        return
    now = project.read(root)
    recorded = {key_of(record): record for id_ in ids for record in now.observations.get(id_, ())}
    for fact in facts:
        if key_of(fact) in recorded:
            what = f"{recorded[key_of(fact)].file} has just recorded {fact.period}"
            raise exits.Stop(exits.REFUSED, f"{what}; look at it, and run this again")


def _came_since(root: str, book: Book, ids: Collection[str]) -> bool:
    """Whether there is a file of which `book` has no fact, where facts of these targets may stand.

    That is in their folders, and beside all folders, where batches of many targets are.
    """
    known = {fact.file for facts in book.observations.values() for fact in facts}
    others = [
        f"{OBSERVATIONS_FOLDER}/{target.id}" for target in book.targets if target.id not in ids
    ]
    entries = WorkTree(root).walk(OBSERVATIONS_FOLDER, without=frozenset(others))
    return any(entry.name not in known for entry in entries)
