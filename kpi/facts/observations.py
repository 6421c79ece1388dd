"""Observation files: from a name and bytes to observations and problems, and the way back.

    observations/<target>/<series>/<period>_<published>.toml      one fact
    observations/<target>/<period>_<published>_r2.toml            a correction; series `main`
    observations/…/batch_<published>_<label>.toml                 many facts, [[observation]] each

Names are derived from the content, and both say the same. A batch at the top of `observations/`
names the target in each row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from kpi.facts.keys import fields
from kpi.facts.keys.consistency import NO_FIGURE, NO_PERIOD, of_observation
from kpi.facts.own_form import canonical
from kpi.facts.periods import Period
from kpi.facts.problems import Place, Problem
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.facts.records import BOUNDS, MAIN, STATUSES, KeyPath, Observation, Target, units_of
from kpi.facts.syntax import toml
from kpi.values import dataclass, remembered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from kpi.facts.findings import Findings
    from kpi.facts.keys.misspelt import Advice
    from kpi.facts.said_by_names import Named

#: The keys of an observation in the order in which they are written.
FIELDS: dict[str, Callable[[object], Any]] = {
    "period": fields.period,
    "value": fields.value,
    "published": fields.day,
    "status": fields.one_of(STATUSES),
    "bound": fields.one_of(BOUNDS),
    "standard_error": fields.positive,
    "numerator": fields.number,
    "denominator": fields.positive,
    "grade": fields.text,
    "source": fields.text,
    "url": fields.address,
    "quote": fields.text,
    "note": fields.text,
    "recorded": fields.day,
}
ROW_FIELDS: dict[str, Callable[[object], Any]] = {
    "target": fields.identifier,
    "series": fields.identifier,
    **FIELDS,
}

#: What to write for a key that is missing.
_MISSING = {
    "value": "write value = 6.4, or true or false for a milestone",
    "period": "write period = 2024",
}
#: What to do about a key that belongs elsewhere.
_NOT_HERE = {
    "target": "leave it out: the folder says it",
    "series": "leave it out: the folder says it",
    "unit": "leave it out: a value is in the unit of its target",
    "revision": "leave it out: the file's name says it, _r2 for the first correction",
}
#: And about one that stands beside the rows of a batch.
_IN_EACH_ROW = "write it in each row, below its [[observation]]"


def read_observations(
    name: str, data: bytes, targets: Mapping[str, Target | None]
) -> tuple[list[Observation], list[Problem]]:
    """The observations of the file `name` with the content `data`, and its problems.

    `targets` are the targets by id, None for one that has problems of its own: its facts are
    checked by themselves and left out. A fact of any other target is a problem, unless there is
    the id "", by which a target may go whose id cannot be read.
    """
    folder, _, file = name.rpartition("/")
    return read_folder(folder, [(file, data)], targets)


def read_folder(
    folder: str, files: Sequence[tuple[str, bytes]], targets: Mapping[str, Target | None]
) -> tuple[list[Observation], list[Problem]]:
    """What `read_observations` gives of files of one folder, whose `files` have no folder's name.

    All at once where each holds one fact in our own form: that takes a third of the time.
    """
    names, contents = [name for name, _ in files], [data for _, data in files]
    alone = len(files) == 1
    if alone or not any(name.startswith("batch") for name in names):
        read = canonical.read(folder, names, contents, targets)
        if read is not None:
            return read, []
    if alone:
        return read_at_length(f"{folder}/{names[0]}", contents[0], targets)
    observations, problems = list[Observation](), list[Problem]()
    for part in canonical.parts(len(files)):
        part_observations, part_problems = read_folder(folder, files[part], targets)
        observations += part_observations
        problems += part_problems
    return observations, problems


def read_at_length(
    name: str, data: bytes, targets: Mapping[str, Target | None]
) -> tuple[list[Observation], list[Problem]]:
    """What `read_observations` gives, of a file in any form."""
    from kpi.facts.findings import Findings  # where there are many files in our form, none is here
    from kpi.facts.said_by_names import at_least, named

    parsed = toml.parse(data, past=True)
    findings = Findings(name, parsed.places)
    try:
        said = named(name)
    except fields.Wrong as wrong:
        findings.ready(Problem(Place(name), wrong.what, wrong.remedy))
        if not (placed := at_least(name, parsed.table)):
            return [], findings.told()
        said = placed
    for fault in parsed.faults:
        findings.ready(fault.problem(name))
    if parsed.table is None:
        return [], findings.told()
    if misplaced := _misplaced(parsed.table, said):
        findings.wrong((next(iter(parsed.table)),), misplaced)
        return [], findings.told()
    observations = []
    for path, table in _tables(parsed.table, said):
        if findings.enough:
            break
        observation = _Row(name, said, path, table, findings).read(targets)
        if observation is not None:
            observations.append(observation)
    for key in parsed.table if said.batch else ():
        if key != "observation" and not findings.enough:
            findings.wrong((key,), _beside_rows(key))
            # What is wrong with the folder is told also where no row is there to tell it.
            _Row(name, said, (), {key: parsed.table[key]}, findings).target({}, targets)
    if said.batch and not findings and not parsed.table.get("observation"):
        remedy = "write an [[observation]] table for each row, or remove the file"
        findings.add((), "the batch holds no observation", remedy)
    return observations, list(toml.once(findings.told(), parsed)) if findings else []


def _misplaced(table: dict[str, Any], named: Named) -> fields.Wrong | None:
    """The fault of a fact that stands where only rows do, or of rows where one fact does."""
    rows = table.get("observation")
    if not named.batch and isinstance(rows, list | dict):
        what = "this file holds one fact, without an [[observation]] table"
        batch = f"batch_{named.published}_import.toml"
        return fields.Wrong(what, f"write its keys alone, or name the file {batch}")
    if named.batch and table and not isinstance(rows, list):
        what = "the facts of a batch stand in [[observation]] tables"
        return fields.Wrong(what, "write [[observation]], in two brackets, above each row")
    return None


def _tables(table: dict[str, Any], named: Named) -> Iterator[tuple[KeyPath, Any]]:
    """What should be an observation each: the rows of a batch, or the file itself."""
    if not named.batch:
        yield (), table
        return
    for index, row in enumerate(table.get("observation", ())):
        yield ("observation", index), row


def _beside_rows(key: str) -> fields.Wrong:
    """The fault of a key beside the rows of a batch."""
    if key in ROW_FIELDS:
        return fields.Wrong(f"unknown key {fields.shown(key)}", _IN_EACH_ROW)
    return _unknown(key, ("observation",), ())


def _unknown(key: str, known: tuple[str, ...], there: Collection[str]) -> fields.Wrong:
    """The fault of a key that is none of those known, which may belong elsewhere."""
    if key in _NOT_HERE:
        return fields.Wrong(f"unknown key {fields.shown(key)}", _NOT_HERE[key])
    return fields.unknown_key(key, known, there)


@dataclass(frozen=True, slots=True)
class _Row:
    """One table that should be an observation, and where its problems go."""

    file: str
    named: Named
    path: KeyPath
    table: Any
    findings: Findings

    def fault(self, key: str | None, what: str, remedy: str | Advice) -> None:
        self.findings.add((*self.path, key) if key else self.path, what, remedy)

    def read(self, targets: Mapping[str, Target | None]) -> Observation | None:
        """The observation, or None if the row has a problem (each is reported)."""
        if not isinstance(self.table, dict):
            self.fault(None, f"{fields.shown(self.table)} is not a table", "write [[observation]]")
            return None
        before = len(self.findings)
        values, lost = self.checked()
        target = self.target(values, targets)
        values = {"published": self.named.published, "period": self.named.period, **values}
        series = values.pop("series", self.named.series)
        values.pop("target", None)
        if len(self.findings) > before or not self.named.clearly:
            # What is lost has something in its place that is no fault.
            values = {"value": NO_FIGURE} | values | {"period": values["period"] or NO_PERIOD}
            values["published"] = values["published"] or dt.date.max
        observation = Observation(
            target=target.id if target else "", series=series, file=self.file,
            revision=self.named.revision, **values,
        )  # fmt: skip
        for key, what, remedy in of_observation(observation, target, lost):
            self.fault(key if key in self.table else None, what, remedy)
        sound = len(self.findings) == before and self.named.clearly
        return observation if target and sound else None

    def checked(self) -> tuple[dict[str, Any], set[str]]:
        """The values of the row by key, each read by its own reader and held against the name.

        Beside them the keys that are at fault, and those that are missing or were misspelt.
        """
        known = ROW_FIELDS if self.named.batch else FIELDS
        values = {}
        for key, value in self.table.items():
            try:
                if key not in known:
                    raise _unknown(key, tuple(known), self.table)
                values[key] = known[key](value)
            except fields.Wrong as wrong:
                self.findings.wrong((*self.path, key), wrong)
        lost = self.table.keys() - values.keys()
        unknown = tuple(key for key in self.table if key not in ROW_FIELDS)
        if unknown:
            from kpi.facts.keys.misspelt import misspelt  # a sound file has no such key

            lost |= misspelt(unknown, tuple(key for key in ROW_FIELDS if key not in self.table))
        return values, self.compare(values, lost)

    def compare(self, values: dict[str, Any], lost: set[str]) -> set[str]:
        """Faults of what is missing, and of a content that says other than the name.

        What comes back are the keys of which nobody knows what they should say: those, and of the
        ones that are `lost` those that the name does not say.
        """
        wanted = ("value", "period") if self.named.batch else ("value",)
        wrong = {key for key in wanted if key not in self.table}
        for key in wanted:
            if key in wrong - lost:
                self.fault(None, f'the key "{key}" is missing', _MISSING[key])
        if not self.named.clearly:
            return lost | wrong | ({"period", "published"} - values.keys())
        in_name: dict[str, object] = {
            "period": self.named.period,
            "published": self.named.published,
            "target": self.named.target,
        }
        if self.named.series != MAIN:
            in_name |= {"series": self.named.series}
        for key, from_name in in_name.items():
            if from_name is not None and key not in values:
                lost = lost - {key}
            elif from_name is not None and values[key] != from_name:
                what = f"{key} is {values[key]} here, and {from_name} in the file's name"
                self.fault(key, what, "make both say the same")
                wrong.add(key)
        return lost | wrong

    def target(self, values: dict[str, Any], targets: Mapping[str, Target | None]) -> Target | None:
        """The target of the row, which must be there and have the row's series."""
        id_ = self.named.target or values.get("target")
        if id_ is None:
            if self.path and "target" not in self.table:
                remedy = "write target = …, or put the batch into the target's folder"
                self.fault(None, 'the key "target" is missing', remedy)
            return None
        if id_ not in targets:
            if "" not in targets:
                what = f"there is no target {fields.shown(id_)}"
                self.astray("target", what, id_, targets, "define it in targets.toml")
            return None
        target = targets[id_]
        if target is None:
            return None
        series = values.get("series", self.named.series)
        if series not in units_of(target):
            known = _declared(target)
            what = f'target "{id_}" has no series {fields.shown(series)}'
            self.astray("series", what, series, known, "declare it with [[target.series]]")
        return target

    def astray(self, key: str, what: str, name: str, known: Collection[str], remedy: str) -> None:
        """A fault of the row's own key; else of the folder, where all its files say the same."""
        from kpi.facts.keys.misspelt import meant

        advice = meant(name, known, remedy)
        if key in self.table:
            self.fault(key, what, advice)
        else:
            folders = 2 if key == "target" else 3
            self.findings.elsewhere("/".join(self.file.split("/")[:folders]), what, advice)


@remembered(64)  # rows of some targets may take turns
def _declared(target: Target) -> tuple[str, ...]:
    """The ids of a target's series: the same tuple each time, by which `misspelt` knows them."""
    return tuple(series.id for series in target.series)


# ------------------------------------------------------------------------------- the way back


def file_name(observation: Observation) -> str:
    """The name of the file that records `observation`, relative to the project.

    >>> import datetime as dt
    >>> file_name(Observation("x", "main", Period.parse("2023"), Decimal("1"),
    ...                       dt.date(2025, 6, 8), ""))
    'observations/x/2023_2025-06-08.toml'
    """
    folder = f"{OBSERVATIONS_FOLDER}/{observation.target}/"
    if observation.series != MAIN:
        folder += f"{observation.series}/"
    correction = f"_r{observation.revision}" if observation.revision > 1 else ""
    return f"{folder}{observation.period}_{observation.published.isoformat()}{correction}.toml"


def to_toml(observation: Observation) -> bytes:
    """The content of the file that records `observation`: its keys in one fixed order."""
    import tomli_w  # only who writes needs it

    table = {}
    for key in FIELDS:
        value = getattr(observation, key)
        if value is None or value == "" or (key == "bound" and value == "="):
            continue
        table[key] = _plain(value)
    return tomli_w.dumps(table).encode()


def _plain(value: object) -> object:
    """`value` as tomli-w writes it back unchanged: a year as an integer, 1000 without a point."""
    if isinstance(value, Period):
        if value.kind == "day":
            return value.end
        return int(value.text) if value.kind == "year" else value.text
    if isinstance(value, Decimal) and value.as_tuple().exponent == 0:
        return int(value)
    return value
