"""Records that were changed or taken away after they had been recorded."""

from __future__ import annotations

from collections import Counter

from kpi.facts.book import read_promises
from kpi.facts.filenames import of_batch
from kpi.facts.problems import Place, Problem
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.facts.records import MAIN
from kpi.store.trees import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.store.trees import Tree


def altered(then: Tree, now: Tree, commit: str) -> tuple[tuple[Problem, ...], int]:
    """The problem of each record of `then` that says something else now, or is gone.

    And how many records were compared. `commit` is the name of `then`, from which a file can be
    put back. Line ends make no difference, and a record that has moved is there: that of a target
    or series whose whole folder has another name, and a batch under another label.
    """
    held = _records(then)
    there = _records(now)
    come = {name: data for name, data in there.items() if name not in held}
    elsewhere = {(_folder(name), _said_by(name), data) for name, data in come.items()}
    folders = _renamed(held, there, _declared(then), _declared(now)) if come else {}
    problems = []
    for name, data in held.items():
        folder = folders.get(_folder(name), _folder(name))
        moved = name not in there and (folder, _said_by(name), data) in elsewhere
        if moved or there.get(name) == data:
            continue
        what = f"this record was changed since {commit}"
        if name not in there:
            what = f"this record was taken away since {commit}"
        remedy = f"put it back: git checkout {commit} -- {name}; a correction is a new file"
        problems.append(Problem(Place(name), what, remedy))
    return tuple(problems), len(held)


def _renamed(
    held: dict[str, bytes], there: dict[str, bytes],
    before: dict[str, bool], after: dict[str, bool],
) -> dict[str, str]:  # fmt: skip
    """The new name of each folder of which no file is left, where it was renamed as a whole.

    Of those that hold records of it, it is the one with the most of them; what went to another
    one is missed. And no two folders are renamed to one: it would hold records of both.
    """
    kept = {_folder(name) for name in there}
    filled = {_folder(name) for name in held}
    places: dict[tuple[str, bytes], set[str]] = {}
    for name, data in there.items():
        if name not in held:
            places.setdefault((_said_by(name), data), set()).add(_folder(name))
    shared = Counter(
        (_folder(name), place)
        for name, data in held.items() if _folder(name) not in kept
        for place in sorted(places.get((_said_by(name), data), ()))
    )  # fmt: skip
    renamed: dict[str, str] = {}
    for (old, new), _ in shared.most_common():
        misspelt = old not in before  # nobody's records were put where they belong
        apart = new not in filled and new not in renamed.values()
        if misspelt or (apart and _is_other_name(old, new, before, after)):
            renamed.setdefault(old, new)
    return renamed


def _is_other_name(old: str, new: str, before: dict[str, bool], after: dict[str, bool]) -> bool:
    """Whether the series of one folder may be that of another one under another name.

    It may not while both are declared side by side: then its records are said of something else.
    Only `main` is there without being declared, and may get a name where it is not judged.
    """
    named = new.startswith(f"{old}/") and not after.get(old, False)
    return new not in before and (old not in after or named)


def _declared(tree: Tree) -> dict[str, bool]:
    """The folders of all targets and series in targets.toml, and whether each is judged."""
    try:
        promises = read_promises(tree)
    except FileNotFoundError:
        return {}
    found = {f"{OBSERVATIONS_FOLDER}/{id_}": True for id_ in promises.unsound}
    for target in (*promises.targets, *promises.left):
        folder = f"{OBSERVATIONS_FOLDER}/{target.id}"
        found[folder] = target.judged_series == MAIN
        for series in target.series:
            found[f"{folder}/{series.id}"] = target.judged_series == series.id
    return found


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _said_by(name: str) -> str:
    """What the name of a file says of its records: period and day, not the label of a batch."""
    file = name.rpartition("/")[2]
    return of_batch(file) or file


def _records(tree: Tree) -> dict[str, bytes]:
    """The files of the observations, but those that are no ordinary ones, of which others tell."""
    found = {}
    for entry in tree.walk(OBSERVATIONS_FOLDER):
        if entry.fault is None and entry.name.endswith(".toml"):
            try:
                found[entry.name] = tree.read(entry.name).replace(b"\r\n", b"\n")
            except (Refused, FileNotFoundError):
                continue
    return found
