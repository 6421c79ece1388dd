"""targets.toml: from bytes to targets and documents, and every problem in it with its place.

Two passes, both over the whole file. First each table is held against `schema`; then the tables
that are sound in themselves are held against each other, by `consistency.CHECKS`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from kpi.facts import fields, schema, toml
from kpi.facts.consistency import CHECKS, Fault, Surroundings
from kpi.facts.problems import Place, Problem
from kpi.facts.records import (
    TARGETS_FILE,
    Baseline,
    Closed,
    Document,
    Goal,
    KeyPath,
    PathRow,
    Series,
    Superseded,
    Target,
)

#: What to write for a key that is missing, by table and key.
_MISSING = {
    ("target", "id"): 'write id = "…", in small letters with hyphens',
    ("target", "title"): 'write title = "…", what is promised in a few words',
    ("target", "goal"): "write goal = { value = 30, by = 2030 }",
    ("goal", "value"): "write value = 30, or value = true for a milestone",
    ("baseline", "period"): "write period = 2023, the period the baseline is of",
    ("closed", "on"): "write on = 2024-08-26, the day from which it is closed",
    ("closed", "as"): 'write as = "dropped" or as = "resolved otherwise"',
    ("superseded", "on"): "write on = 2024-09-26, the day from which it is superseded",
    ("path", "by"): "write { by = 2026, value = 4 }",
    ("path", "value"): "write { by = 2026, value = 4 }",
    ("series", "id"): 'write id = "…", in small letters with hyphens',
    ("document", "title"): 'write title = "…"',
}

#: How each table is written.
_FORMS = {
    "document": '[document.some-id], and title = "…" below it',
    "target": "[[target]], and its keys below it",
    "goal": "goal = { value = 30, by = 2030 }",
    "series": '[[target.series]], and id = "…" below it',
    "baseline": "baseline = { period = 2023, value = 1 }",
    "path": "{ by = 2026, value = 4 }",
    "closed": 'closed = { on = 2024-08-26, as = "dropped" }',
    "superseded": 'superseded = { on = 2024-09-26, by = "other-target" }',
}

DEFAULT_COMPARATOR = {"up": ">=", "down": "<=", "keep": "~"}


@dataclass(frozen=True, slots=True)
class Promises:
    """What targets.toml says, and what is wrong with it."""

    title: str
    timezone: str
    documents: dict[str, Document]
    targets: tuple[Target, ...]
    unsound: frozenset[str]  # ids of targets with problems of their own; "" for one without id
    problems: tuple[Problem, ...]
    place: Callable[[KeyPath], Place]
    title_ko: str = ""


def read_targets(data: bytes) -> Promises:
    """Every target and document of the file `data`, and every problem in it."""
    parsed = toml.parse(data)

    def place(path: KeyPath) -> Place:
        return Place(TARGETS_FILE, *parsed.place(path))

    problems = [
        Problem(Place(TARGETS_FILE, f.line, f.column), f.what, f.remedy) for f in parsed.faults
    ]
    table: dict[str, Any] = parsed.table or {}
    problems += [Problem(place(p), what, remedy) for p, what, remedy in _top(table)]
    documents = {}
    for id_, raw in _tables(table.get("document")):
        found, faults = _validated(schema.DocumentTable, raw, ("document", id_))
        problems += [Problem(place(path), what, remedy) for path, what, remedy in faults]
        if found is not None:
            documents[id_] = Document(
                id=id_, where=("document", id_), **_values(found, schema.DocumentTable)
            )
    targets, rows = [], table.get("target", [])
    for index, raw in enumerate(rows if isinstance(rows, list) else []):
        found, faults = _validated(schema.TargetTable, raw, ("target", index))
        problems += [Problem(place(path), what, remedy) for path, what, remedy in faults]
        if found is not None:
            inline = isinstance(raw.get("goal"), dict)
            target, faults = _target(found, ("target", index), inline, documents)
            problems += [Problem(place(path), what, remedy) for path, what, remedy in faults]
            targets.append(target)
    first: dict[str, Place] = {}
    for index, raw in enumerate(rows if isinstance(rows, list) else []):
        if _id(raw) in first:
            what = f'a second target has the id "{_id(raw)}", first given at {first[_id(raw)]}'
            problems.append(Problem(place(("target", index, "id")), what, "give one another id"))
        elif _id(raw):
            first[_id(raw)] = place(("target", index))
    around = Surroundings(
        frozenset(id_ for id_, _ in _tables(table.get("document"))),
        frozenset(_id(raw) for raw in rows) if isinstance(rows, list) else frozenset(),
    )
    for target in targets:
        for check in CHECKS:
            for path, what, remedy in check(target, around):
                problems.append(Problem(place((*target.where, *path)), what, remedy))
    title, zone = table.get("title", ""), table.get("timezone", "UTC")
    korean = table.get("title_ko", "")
    return Promises(
        title if isinstance(title, str) else "",
        zone if isinstance(zone, str) else "UTC",
        documents,
        tuple(targets),
        _unsound(parsed.table is not None, rows) - frozenset(target.id for target in targets),
        tuple(sorted(toml.once(problems, parsed))),
        place,
        korean if isinstance(korean, str) else "",
    )


def _unsound(readable: bool, rows: object) -> frozenset[str]:
    """The ids of all targets of the file, and "" unless each of them has one."""
    if not readable or not isinstance(rows, list):
        return frozenset([""])
    ids = frozenset(_id(raw) for raw in rows)
    return ids if all(map(_is_id, rows)) else ids | {""}


def _top(table: dict[str, Any]) -> Iterator[Fault]:
    """Faults of the keys that stand above all tables."""
    known = tuple(field.alias or key for key, field in schema.TargetsFile.model_fields.items())
    for key in table:
        if key not in known:
            wrong = fields.unknown_key(key, known)
            yield (key,), wrong.what, wrong.remedy
    version = table.get("schema", schema.VERSION)
    if version != schema.VERSION or isinstance(version, bool):
        yield (
            ("schema",),
            f"the file is written in form {fields.shown(version)}, this kpi reads form 1",
            "write schema = 1, or install the version of kpi that wrote the file",
        )
    for key, reader in (("title", fields.text), ("title_ko", fields.text), ("timezone", _zone)):
        if key in table:
            try:
                reader(table[key])
            except fields.Wrong as wrong:
                yield (key,), wrong.what, wrong.remedy
    if not isinstance(table.get("document", {}), dict):
        yield ("document",), "document is not a table", "write [document.some-id]"
    if not isinstance(table.get("target", []), list):
        yield ("target",), "target is not a list of tables", "write [[target]], in two brackets"


def _zone(value: object) -> str:
    """The name of a time zone."""
    from zoneinfo import ZoneInfo, available_timezones  # only a file that names a zone pays

    name = fields.text(value)
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        near = fields.closest(name, tuple(sorted(available_timezones()))) or '"Asia/Seoul"'
        remedy = f"write a name of the tz database, such as {near}"
        raise fields.Wrong(f"{fields.shown(name)} is not a time zone", remedy) from None
    return name


def _tables(value: object) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []


def _id(raw: object) -> str:
    found = raw.get("id") if isinstance(raw, dict) else None
    return found if isinstance(found, str) else ""


def _is_id(raw: object) -> bool:
    """Whether a row of the file has the id of a target, so that its folder is known."""
    try:
        return bool(fields.identifier(_id(raw)))
    except fields.Wrong:
        return False


def _validated(
    model: type[schema.Table], raw: object, where: KeyPath
) -> tuple[Any | None, list[Fault]]:
    """The table `raw` as `model`, or None and its faults with their key paths in the file."""
    try:
        return model.model_validate(raw), []
    except ValidationError as errors:
        inline = isinstance(raw, dict) and isinstance(raw.get("goal"), dict)
        found = errors.errors(include_url=False)
        return None, [
            _fault(error, where, inline) for error in found if not _misspelt(error, found)
        ]


def _misspelt(missing: Any, errors: list[Any]) -> bool:
    """Whether a key is missing only because it is misspelt, which is a fault of its own."""
    *table, key = missing["loc"] or ("",)
    return missing["type"] == "missing" and any(
        other["type"] == "extra_forbidden"
        and [*other["loc"][:-1]] == table
        and fields.closest(other["loc"][-1], (str(key),))
        for other in errors
    )


def _fault(error: Any, where: KeyPath, inline: bool) -> Fault:
    """One error of pydantic in our own words, at its key path in the file."""
    loc = [part for part in error["loc"] if part not in (schema.SHAPE, schema.ROWS)]
    if inline and loc[:2] == ["goal", 0]:
        del loc[1]
    path = (*where, *loc)
    names = [part for part in (where[0], *loc[:-1]) if isinstance(part, str)]
    table = names[-1] if names[-1] in schema.TABLES else str(where[0])
    kind, wrong = error["type"], error.get("ctx", {}).get("error")
    if isinstance(wrong, fields.Wrong):
        return path, wrong.what, wrong.remedy
    if kind == "missing":
        key = str(loc[-1])
        return (
            path[:-1],
            f'the key "{key}" is missing',
            _MISSING.get((table, key), f"write {key} = …"),
        )
    if kind == "extra_forbidden":
        model = schema.TABLES[table]
        known = tuple(field.alias or name for name, field in model.model_fields.items())
        unknown = fields.unknown_key(str(loc[-1]), known)
        return path, unknown.what, unknown.remedy
    name = str(loc[-1]) if loc else str(where[0])
    if kind == "too_short":
        return path, f"{name} is an empty list", "give at least one"
    holder = next((part for part in reversed(path) if part in schema.TABLES), "target")
    return path, f"{fields.shown(error['input'])} is not a table", f"write {_FORMS[str(holder)]}"


def _values(table: Any, model: type[schema.Table], *without: str) -> dict[str, Any]:
    return {name: getattr(table, name) for name in model.model_fields if name not in without}


def _target(
    table: Any, where: KeyPath, inline: bool, documents: dict[str, Document]
) -> tuple[Target, list[Fault]]:
    """The record of a sound table; the faults are of keys that another key makes necessary.

    A goal that does not say when it was announced was announced when its document appeared.
    """
    faults: list[Fault] = []
    measured = table.kind in ("level", "total")
    if table.direction is None and measured:
        remedy = 'write direction = "up", "down" or "keep"; it is never guessed'
        faults.append((where, 'the key "direction" is missing', remedy))
    if table.unit is None and table.kind != "milestone":
        remedy = 'write unit = "%", or what is counted, such as "companies" or "KRW bn"'
        faults.append((where, 'the key "unit" is missing', remedy))
    direction = table.direction or "up"
    goals = tuple(
        Goal(
            where=(*where, "goal") if inline else (*where, "goal", index),
            comparator=goal.comparator or DEFAULT_COMPARATOR[direction],
            announced=goal.announced or _published(documents.get(goal.document)),
            **_values(goal, schema.GoalTable, "comparator", "announced"),
        )
        for index, goal in enumerate(table.goal)
    )
    series = tuple(
        Series(where=(*where, "series", index), **_values(one, schema.SeriesTable))
        for index, one in enumerate(table.series)
    )
    plain = _values(
        table, schema.TargetTable,
        "unit", "direction", "goal", "series", "baseline", "path", "closed", "superseded",
    )  # fmt: skip
    target = Target(
        **plain,
        where=where,
        unit=table.unit or "",
        direction=direction,
        goals=goals,
        series=series,
        baseline=_baseline(table.baseline, (*where, "baseline")),
        path=_path(table.path),
        closed=Closed(**_values(table.closed, schema.ClosedTable)) if table.closed else None,
        superseded=(
            Superseded(**_values(table.superseded, schema.SupersededTable))
            if table.superseded
            else None
        ),
    )
    return target, faults


def _published(document: Document | None) -> dt.date | None:
    return document.published if document is not None else None


def _baseline(table: Any, where: KeyPath) -> Baseline | None:
    if table is None:
        return None
    reason = table.reason or table.why
    return Baseline(
        where=where, reason=reason, **_values(table, schema.BaselineTable, "reason", "why")
    )


def _path(path: Any) -> str | tuple[PathRow, ...] | None:
    if isinstance(path, list):
        return tuple(PathRow(row.by, row.value) for row in path)
    return path  # type: ignore[no-any-return]
