"""Everything that is recorded, with every problem in it: the second noun of the way through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from operator import attrgetter

from kpi.facts.filenames import of_fact
from kpi.facts.observations import file_name, read_folder
from kpi.facts.problems import Place, Problem, in_order
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.facts.records import (
    MAIN,
    Document,
    KeyPath,
    Observation,
    Target,
)
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
    problems += _orphans(names, by_target, {problem.where.file for problem in problems})
    for facts in by_target.values():
        facts.sort(key=_order)
        problems += _twins(facts, tree)
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


#: By the days of a period and not by the period, whose own comparison takes as long as all else.
_order = attrgetter(
    "series", "period.end", "period.start", "period.text", "published", "revision"
)  # fmt: skip


def _twins(facts: list[Observation], tree: Tree) -> list[Problem]:
    """A fact that is recorded twice, in sorted facts of one target: the same up to the value."""
    twins = [pair for pair in pairwise(facts) if _order(pair[0]) == _order(pair[1])]
    places = _last_rows({later.file for _, later in twins}, tree)
    return [
        Problem(
            places.get(_name(later), Place(later.file)),
            f"the same fact ({later.series}, {later.period}, published {later.published}) stands"
            + (" twice here" if later.file == earlier.file else f" in {earlier.file}"),
            "remove one, or record a correction as _r2 with a note",
        )
        for earlier, later in twins
    ]


def _name(fact: Observation) -> tuple[str, ...]:
    return fact.file, fact.target, fact.series, fact.period.text


def _last_rows(files: Collection[str], tree: Tree) -> dict[tuple[str, ...], Place]:
    """By file, target, series and period, where the last such row of a batch stands."""
    from kpi.facts.keys import fields  # for a fault alone
    from kpi.facts.syntax import toml  # for a fault alone

    places: dict[tuple[str, ...], Place] = {}
    for file in files:
        _, *folders, name = file.split("/")
        if not name.startswith("batch_"):
            continue
        target, series = folders + ["", MAIN][len(folders) :]
        try:
            parsed = toml.parse(tree.read(file))
        except (FileNotFoundError, Refused):  # it was there a moment ago
            continue
        rows = (parsed.table or {}).get("observation")
        last: dict[tuple[str, ...], int] = {}
        for nth, row in enumerate(rows if isinstance(rows, list) else ()):
            try:
                period = fields.period(row.get("period")).text
            except fields.Wrong:
                continue
            last[file, row.get("target", target), row.get("series", series), period] = nth
        places |= {key: Place(file, *parsed.place(("observation", nth)))
                  for key, nth in last.items()}  # fmt: skip
    return places


#: Letters of a batch's name up to its label.
_BATCH = len("/batch_2026-11-22_")


def _folders(name: str) -> Iterator[str]:
    """The folders in which a batch may hold the fact of a file's name: its own and those above."""
    while name := name.rpartition("/")[0]:
        yield name


def _orphans(
    names: set[str], by_target: Mapping[str, list[Observation]], faulty: set[str]
) -> list[Problem]:
    """A correction without the record that it corrects, in a file of its own or in a batch.

    By the `names` of all files, so that one that is itself at fault is told, too. A row of a batch
    that is `faulty` may be the record though it could not be read; no row is itself a correction.
    """
    corrections = [(name, *before) for name in names if (before := _corrected(name)) is not None]
    missing = [one for one in corrections if one[1] not in names]
    if not missing:
        return []
    rows = {file_name(fact) for facts in by_target.values() for fact in facts if fact.revision == 1}
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
