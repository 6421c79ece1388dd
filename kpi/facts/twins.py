"""The same fact recorded twice: of one target, series, period, publication and revision."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from operator import attrgetter

from kpi.facts import filenames
from kpi.facts.problems import Place, Problem
from kpi.facts.records import MAIN, Observation
from kpi.store.trees import Refused, Tree

#: By the days of a period and not by the period, whose own comparison takes as long as all else.
ORDER = attrgetter(
    "series", "period.end", "period.start", "period.text", "published", "revision"
)  # fmt: skip

#: Target, series, period, publication and revision as they are spelled.
_Key = tuple[str, str, str, str, str]


def of_sound(facts: list[Observation], tree: Tree) -> list[Problem]:
    """Those among the facts of one target in their ORDER: the same up to the value."""
    pairs = [pair for pair in pairwise(facts) if ORDER(pair[0]) == ORDER(pair[1])]
    files = {later.file for _, later in pairs}
    places = {(file, key): place for file in files for key, place in _recorded(file, tree)}
    return [
        _twin(places.get((later.file, _key(later)), Place(later.file)), _key(later), earlier.file)
        for earlier, later in pairs
    ]


def of_faulty(
    files: Collection[str], sound: Iterable[Iterable[Observation]], tree: Tree
) -> list[Problem]:
    """Those in files with problems, of which not all was read: by what names and rows say."""
    first = {_key(fact): fact.file for facts in sound for fact in facts if fact.file not in files}
    problems = []
    for file in sorted(files):
        for key, place in _recorded(file, tree):
            if key in first:
                problems.append(_twin(place, key, first[key]))
            first.setdefault(key, file)
    return problems


def _twin(place: Place, key: _Key, other: str) -> Problem:
    _, series, period, published, _ = key
    return Problem(
        place,
        f"the same fact ({series}, {period}, published {published}) stands"
        + (" twice here" if place.file == other else f" in {other}"),
        "remove one, or record a correction as _r2 with a note",
    )


def _key(fact: Observation) -> _Key:
    published, revision = fact.published.isoformat(), str(fact.revision)
    return fact.target, fact.series, fact.period.text, published, revision


def _recorded(file: str, tree: Tree) -> Iterator[tuple[_Key, Place]]:
    """What a file records, and where: by its name, or by the rows of a batch that can be read."""
    from kpi.facts.keys import fields  # for a fault alone
    from kpi.facts.syntax import toml  # for a fault alone

    *folders, name = file.split("/")[1:] or [""]
    target, series = (folders + ["", MAIN][len(folders) :])[:2]
    if fact := filenames.of_fact(name):
        period, published, number = fact
        yield (target, series, period, published, number or "1"), Place(file)
    day = filenames.of_batch(name)
    if day is None:
        return
    try:
        parsed = toml.parse(tree.read(file), past=True)
    except (FileNotFoundError, Refused):  # it was there a moment ago
        return
    rows = (parsed.table or {}).get("observation")
    keys: dict[int, _Key] = {}
    for nth, row in enumerate(rows if isinstance(rows, list) else ()):
        try:
            period = fields.period(row.get("period")).text
        except (fields.Wrong, AttributeError):
            continue
        named = row.get("target", target), row.get("series", series)
        if all(isinstance(one, str) for one in named):
            keys[nth] = (*named, period, day, "1")
    places = parsed.places(("observation", nth) for nth in keys)
    for nth, key in keys.items():
        yield key, Place(file, *places["observation", nth])
