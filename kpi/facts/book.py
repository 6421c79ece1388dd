"""Everything that is recorded, with every problem in it: the second noun of the way through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from kpi.facts import orphans, twins
from kpi.facts.observations import read_folder
from kpi.facts.problems import Place, Problem, in_order
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.facts.records import Document, KeyPath, Observation, Target
from kpi.facts.targets import Promises, read_targets
from kpi.store.trees import FAULTS, Entry, Refused, Tree
from kpi.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Book:
    """Targets and observations as recorded, and every problem in them, in a fixed order.

    `observations` has the facts of each target, by series, period, publication and revision.
    `files` is how many were read or refused, with targets.toml. Nothing is judged from a Book that
    has problems.
    """

    title: str
    timezone: str
    documents: dict[str, Document]
    targets: tuple[Target, ...]
    observations: dict[str, tuple[Observation, ...]]
    problems: tuple[Problem, ...]
    files: int
    place: Callable[[KeyPath], Place]
    title_ko: str = ""

    @property
    def count(self) -> int:
        """How many observations there are."""
        return sum(len(facts) for facts in self.observations.values())


def read_book(tree: Tree, only: Collection[str] = ()) -> Book:
    """Read all that `tree` holds. The order of its files does not matter.

    With `only`, the folders of the other targets are left out, and so are their problems.
    """
    promises = read_promises(tree)
    ids = promises.unsound | {target.id for target in promises.targets}
    others = {f"{OBSERVATIONS_FOLDER}/{id_}" for id_ in ids - set(only)} if only else ()
    return _book(promises, tree, tree.walk(OBSERVATIONS_FOLDER, others))


def read_own(tree: Tree, promises: Promises, target: Target) -> Book:
    """The Book of one target alone, by what its own folder holds.

    `promises` are without problems. What lies in the folder of a target can be of no other one, so
    the problems of all such Books are those of the whole, if nothing lies beside these folders.
    """
    own = replace(promises, targets=(target,))
    return _book(own, tree, tree.walk(f"{OBSERVATIONS_FOLDER}/{target.id}"))


def _book(promises: Promises, tree: Tree, entries: Iterable[Entry]) -> Book:
    """What targets.toml says with the observations of `entries`, and all that is wrong in both."""
    problems = list(promises.problems)
    targets: dict[str, Target | None] = {target.id: target for target in promises.targets}
    targets |= dict.fromkeys(promises.unsound) | {target.id: target for target in promises.left}
    by_target: dict[str, list[Observation]] = {id_: [] for id_, target in targets.items() if target}
    names: set[str] = set()
    for folder, files in _contents(tree, entries, names, problems):
        observations, faults = read_folder(folder, files, targets)
        problems += faults
        for observation in observations:
            by_target[observation.target].append(observation)
    faulty = {problem.where.file for problem in problems} & names
    problems += orphans.of(names, by_target.values(), faulty)
    for facts in by_target.values():
        facts.sort(key=twins.ORDER)
        problems += twins.of_sound(facts, tree)
    if faulty:
        problems += twins.of_faulty(faulty, by_target.values(), tree)
    return Book(
        title=promises.title,
        timezone=promises.timezone,
        documents=promises.documents,
        targets=promises.targets,
        observations={
            target.id: tuple(by_target.get(target.id, ())) for target in promises.targets
        },
        problems=tuple(sorted(set(problems), key=_targets_first)),
        files=1 + len(names),
        place=promises.place,
        title_ko=promises.title_ko,
    )


#: Files of a folder that are read at once, and how many bytes they may have.
_AT_ONCE, _MOST_BYTES = 500, 1_048_576


def _contents(
    tree: Tree, entries: Iterable[Entry], names: set[str], problems: list[Problem]
) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """The files of each folder of observations with their bytes, some at a time.

    Notes the name of every file, and a problem for each that must not be read.
    """
    current, files, size = "", list[tuple[str, bytes]](), 0
    for entry in entries:
        names.add(entry.name)
        if entry.fault is not None:
            problems.append(_refused(entry.name, entry.fault))
            continue
        try:
            data = tree.read(entry.name)
        except FileNotFoundError:
            continue  # removed since it was listed: it is not there
        except Refused as refused:
            problems.append(_refused(entry.name, refused.fault))
            continue
        folder, _, file = entry.name.rpartition("/")
        if folder != current or len(files) >= _AT_ONCE or size + len(data) > _MOST_BYTES:
            if files:
                yield current, files
            current, files, size = folder, [], 0
        files.append((file, data))
        size += len(data)
    if files:
        yield current, files


def read_promises(tree: Tree) -> Promises:
    """What targets.toml says; nothing but its fault if it must not be read."""
    try:
        return read_targets(tree.read(TARGETS_FILE))
    except Refused as refused:
        fault = _refused(TARGETS_FILE, refused.fault)
        return replace(read_targets(b""), unsound=frozenset([""]), problems=(fault,))


def _refused(name: str, fault: str) -> Problem:
    what, remedy = FAULTS[fault]
    if name == TARGETS_FILE and fault == "too-large":
        remedy = "shorten its texts"
    shown = "".join(c if c.isprintable() else repr(c)[1:-1] for c in name)
    return Problem(Place(shown), f"this {what}", remedy)


def _targets_first(problem: Problem) -> tuple[bool, tuple[object, ...]]:
    return problem.where.file != TARGETS_FILE, in_order(problem)
