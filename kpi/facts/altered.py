"""Records that were changed or taken away after they had been recorded."""

from __future__ import annotations

from kpi.facts.filenames import of_batch
from kpi.facts.problems import Place, Problem
from kpi.facts.project_files import OBSERVATIONS_FOLDER
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
    folders = {_folder(name) for name in there}
    elsewhere = {
        (folder, _said_by(name), data)
        for name, data in there.items() if name not in held
        for folder in (_folder(name), "")
    }  # fmt: skip
    problems = []
    for name, data in held.items():
        folder = _folder(name) if _folder(name) in folders else ""
        moved = name not in there and (folder, _said_by(name), data) in elsewhere
        if moved or there.get(name) == data:
            continue
        what = f"this record was changed since {commit}"
        if name not in there:
            what = f"this record was taken away since {commit}"
        remedy = f"put it back: git checkout {commit} -- {name}; a correction is a new file"
        problems.append(Problem(Place(name), what, remedy))
    return tuple(problems), len(held)


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
