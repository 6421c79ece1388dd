"""Records that were changed or taken away after they had been recorded."""

from __future__ import annotations

from kpi.facts.problems import Place, Problem
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.store.trees import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.store.trees import Tree


def altered(then: Tree, now: Tree, commit: str) -> tuple[tuple[Problem, ...], int]:
    """The problem of each record of `then` that says something else now, or is gone.

    And how many records were compared. `commit` is the name of `then`, from which a file can be
    put back. Line ends make no difference, and a record that has moved is there: another file says
    the same.
    """
    held = _records(then)
    there = _records(now)
    elsewhere = {data for name, data in there.items() if name not in held}
    problems = []
    for name, data in held.items():
        if there.get(name) == data or (name not in there and data in elsewhere):
            continue
        what = f"this record was changed since {commit}"
        if name not in there:
            what = f"this record was taken away since {commit}"
        remedy = f"put it back: git checkout {commit} -- {name}; a correction is a new file"
        problems.append(Problem(Place(name), what, remedy))
    return tuple(problems), len(held)


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
