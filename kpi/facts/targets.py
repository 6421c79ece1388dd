"""targets.toml: from bytes to targets and documents, and every problem in it with its place.

Two passes, both over the whole file. First each table is held against `schema`; then the tables
that are sound in themselves are held against each other, in `consistency`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from kpi.facts.keys import fields
from kpi.facts.keys.consistency import NO_FIGURE, Surroundings, of_target
from kpi.facts.keys.schema import FILE, NEEDED
from kpi.facts.keys.tables import read_table
from kpi.facts.problems import MOST, Place, Problem, in_order
from kpi.facts.project_files import TARGETS_FILE
from kpi.facts.records import (
    Baseline,
    Closed,
    Document,
    Goal,
    KeyPath,
    PathRow,
    Series,
    Superseded,
    Target,
    changed,
)
from kpi.facts.syntax import toml
from kpi.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from kpi.facts.findings import Findings
    from kpi.facts.keys.tables import Fault, Values

DEFAULT_COMPARATOR = {"up": ">=", "down": "<=", "keep": "~"}


@dataclass(frozen=True, slots=True)
class Promises:
    """What targets.toml says, and what is wrong with it."""

    title: str
    timezone: str
    documents: dict[str, Document]
    targets: tuple[Target, ...]
    #: Ids of targets with problems of their own, and of several targets; "" for one without id.
    unsound: frozenset[str]
    #: Of those of one id, as much as their facts can be held against.
    left: tuple[Target, ...]
    problems: tuple[Problem, ...]
    place: Callable[[KeyPath], Place]
    title_ko: str = ""


def read_targets(data: bytes) -> Promises:
    """Every target and document of the file `data`, and every problem in it."""
    parsed = toml.parse(data, past=True)
    table: dict[str, Any] = parsed.table or {}
    values, unread = read_table(FILE, table)
    faulty = {path[:2] for path, _, _ in unread}
    documents = documents_of(values, faulty)
    rows = table.get("target", [])
    targets, unclear = _sound_targets(values["target"], rows, faulty, documents)
    faults = unread + unclear
    ids = [id_of(raw) for raw in rows] if isinstance(rows, list) else []
    unsound = _unsound(parsed.table is not None, rows)
    around = _surroundings(table, frozenset(ids) | unsound, faulty)
    for target in targets:
        if len(faults) >= MOST:
            break
        faults += _at(target.where, of_target(target, around))
    left: list[Target] = []
    if faulty:
        more_faults, left = _of_the_rest(values["target"], rows, unread, documents, around)
        faults += more_faults
    repeated = frozenset(id_ for id_, times in Counter(ids).items() if times > 1)
    told: Iterable[Problem] = ()
    if faults or parsed.faults or repeated:
        told = _told(parsed, faults, ids)
    known = frozenset(target.id for target in targets) - repeated
    return Promises(
        title=_text_at("title", table),
        title_ko=_text_at("title_ko", table),
        timezone=_text_at("timezone", table, "UTC"),
        documents=documents,
        targets=tuple(targets),
        unsound=unsound - known,
        left=tuple(target for target in left if target.id not in repeated),
        problems=tuple(sorted(told, key=in_order)),
        place=lambda path: Place(TARGETS_FILE, *parsed.place(path)),
    )


def _text_at(key: str, raw: object, otherwise: str = "") -> str:
    """The text at a key of what should be a table; `otherwise` where no text stands there."""
    found = raw.get(key) if isinstance(raw, dict) else None
    return found if isinstance(found, str) else otherwise


def _sound_targets(
    values: list[Values], rows: list[Any], faulty: Collection[KeyPath],
    documents: dict[str, Document],
) -> tuple[list[Target], list[Fault]]:  # fmt: skip
    """The records of the sound ones among the tables of targets, with the faults of `target_of`."""
    targets: list[Target] = []
    faults: list[Fault] = []
    for index, target_values in enumerate(values):
        where: KeyPath = ("target", index)
        if where not in faulty:
            target, unclear = target_of(target_values, rows[index], where, documents)
            faults += _at(where, unclear)
            targets.append(target)
    return targets, faults


def _at(where: KeyPath, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults within a table that stands at a key path of the file."""
    return (((*where, *path), what, remedy) for path, what, remedy in faults)


def _surroundings(
    table: dict[str, Any], ids: frozenset[str], faulty: Collection[KeyPath]
) -> Surroundings:
    """What a target may refer to: the `ids`, and the documents in the `table` of the file.

    Also those below a misspelt heading ([documents.plan], [[document]]), of which that is told.
    """
    documents = frozenset(
        id_
        for key, named in table.items()
        if isinstance(named, dict) or key == "document"
        for id_ in _ids_of(named)
    )
    unread = (str(path[1]) for path in faulty if path[0] == "document" and len(path) > 1)
    return Surroundings(documents, ids, frozenset(unread))


def _ids_of(named: object) -> Iterator[str]:
    """The ids of the tables below a heading, or of rows that give them as `id`."""
    if isinstance(named, dict):
        yield from named
    for row in named if isinstance(named, list) else ():
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            yield row["id"]


def _implied(kind: str, goals: Iterable[Values]) -> str:
    """The direction of a milestone or of an amount in one year that states none.

    A limit says by its comparator that less is better; otherwise more is, as done is than not done.
    """
    if kind == "milestone":
        return "up"
    comparators = [goal["comparator"] for goal in goals if goal["comparator"]]
    return "down" if comparators[-1:] in (["<="], ["<"]) else "up"


def _of_the_rest(
    values: list[Values], rows: list[Any], faults: list[Fault], documents: dict[str, Document],
    around: Surroundings,
) -> tuple[list[Fault], list[Target]]:  # fmt: skip
    """What is wrong among the keys that are left of targets with faults in some of them.

    Beside it what is left of them for their observations.
    """
    from kpi.facts.keys.salvage import concerns, for_facts, is_read, salvaged  # for faults

    faulty_paths: dict[int, list[KeyPath]] = {}
    for path, _, _ in faults:
        if len(path) > 1 and isinstance(path[1], int):  # of targets alone there is a list
            faulty_paths.setdefault(path[1], []).append(path[2:])
    rest_faults: list[Fault] = []
    left_targets: list[Target] = []
    for index, paths in faulty_paths.items():
        if len(faults) + len(rest_faults) >= MOST:
            break
        if not is_read(values[index], rows[index], paths):
            continue
        where: KeyPath = ("target", index)
        rest = salvaged(values[index], rows[index], paths)
        by_kind = []  # nobody knows of which kind it is: told is what is wrong under each
        for kind_values in rest.kinds:
            target, unclear = target_of(kind_values, rows[index], where, documents)
            kind_faults = (*unclear, *of_target(target, around))
            by_kind.append([one for one in kind_faults if not concerns(one[0], rest.lost)])
        common = set.intersection(*({one[:2] for one in some} for some in by_kind))
        rest_faults += _at(where, (one for one in by_kind[0] if one[:2] in common))
        if (left_target := for_facts(target, rest)) is not None:
            left_targets.append(left_target)
    return rest_faults, left_targets


def documents_of(values: Values, faulty: Collection[KeyPath] = ()) -> dict[str, Document]:
    """The records of the sound ones among the tables of documents."""
    return {
        id_: Document(id=id_, where=("document", id_), **document)
        for id_, document in values["document"].items()
        if ("document", id_) not in faulty
    }


def _told(parsed: toml.Parsed, faults: list[Fault], ids: list[str]) -> Iterable[Problem]:
    """What to say of a file that has faults, or targets of one id."""
    from kpi.facts.findings import Findings  # a sound file has none

    findings = Findings(TARGETS_FILE, parsed.places)
    for fault in parsed.faults:
        findings.ready(fault.problem(TARGETS_FILE))
    for path, what, remedy in faults:
        findings.add(path, what, remedy)
    _namesakes(ids, parsed, findings)
    return toml.once(findings.told(), parsed)


def _namesakes(ids: list[str], parsed: toml.Parsed, findings: Findings) -> None:
    """The problem of each target that has the id of an earlier one."""
    first: dict[str, int] = {}
    later = [(n, id_) for n, id_ in enumerate(ids) if id_ and first.setdefault(id_, n) != n]
    places = parsed.places({("target", first[id_]) for _, id_ in later})
    for index, id_ in later:
        given = Place(TARGETS_FILE, *places["target", first[id_]])
        what = f'a second target has the id "{id_}", first given at {given}'
        findings.add(("target", index, "id"), what, "give one another id")


def _unsound(readable: bool, rows: object) -> frozenset[str]:
    """The ids of all targets of the file, and "" unless each of them has one."""
    if not readable or not isinstance(rows, list):
        return frozenset([""])
    ids = frozenset(id_of(raw) for raw in rows)
    return ids if all(map(_is_id, rows)) else ids | {""}


def id_of(raw: object) -> str:
    """The id that a table of the file gives itself, whatever it holds; empty if it gives none."""
    return _text_at("id", raw)


def _is_id(raw: object) -> bool:
    """Whether a row of the file has the id of a target, so that its folder is known."""
    try:
        return bool(fields.identifier(id_of(raw)))
    except fields.Wrong:
        return False


def target_of(
    values: Values, raw: dict[str, Any], where: KeyPath, documents: dict[str, Document]
) -> tuple[Target, list[Fault]]:
    """The record of a sound table at `where`, and faults within it: of keys that others demand.

    `values` are those of the table `raw`, which tells whether its goal stands in a list of goals.
    A goal that does not say when it was announced was announced when its document appeared.
    """
    faults: list[Fault] = []
    direction = values["direction"] or _implied(values["kind"], values["goals"])
    if values["direction"] is None and values["kind"] in NEEDED["direction"]:
        remedy = 'write direction = "up", "down" or "keep"; it is never guessed'
        faults.append((("direction",), 'the key "direction" is missing', remedy))
        direction = "keep"  # the one that finds no fault with the goal's side or comparator
    if values["unit"] is None and values["kind"] in NEEDED["unit"]:
        remedy = 'write unit = "%", or what is counted, such as "companies" or "KRW bn"'
        faults.append((("unit",), 'the key "unit" is missing', remedy))
    alone, goals = isinstance(raw.get("goal"), dict), []
    base = values["baseline"] and values["baseline"]["value"]
    for index, goal in enumerate(values["goals"]):
        if goal["value"] is None:  # of a goal that has a change; without a base that is a fault
            goal["value"] = NO_FIGURE if base is None else changed(base, goal["change"])
        goal["comparator"] = goal["comparator"] or DEFAULT_COMPARATOR[direction]
        goal["announced"] = goal["announced"] or _published(documents.get(goal["document"]))
        goals.append(Goal(where=(*where, "goal") if alone else (*where, "goal", index), **goal))
    series = [
        Series(where=(*where, "series", index), **row) for index, row in enumerate(values["series"])
    ]
    path, baseline = values["path"], values["baseline"]
    closed, superseded = values["closed"], values["superseded"]
    values |= {
        "unit": values["unit"] or "",
        "direction": direction,
        "goals": tuple(goals),
        "series": tuple(series),
        "baseline": _baseline(baseline, (*where, "baseline")) if baseline else None,
        "path": tuple(PathRow(**row) for row in path) if isinstance(path, tuple) else path,
        "closed": Closed(**closed) if closed else None,
        "superseded": Superseded(**superseded) if superseded else None,
    }
    return Target(where=where, **values), faults


def _published(document: Document | None) -> dt.date | None:
    return document.published if document is not None else None


def _baseline(values: Values, where: KeyPath) -> Baseline:
    why = values.pop("why")
    return Baseline(where=where, **values | {"reason": values["reason"] or why})
