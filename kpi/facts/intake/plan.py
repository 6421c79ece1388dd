"""What the person says about a file: from a mapping in TOML, from the command line, or from both.

A mapping is reviewed once and kept; a recurring import is then one file and the day of publication.
docs/importing.md describes its keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from kpi.facts.findings import Findings
from kpi.facts.intake.texts.cells import TRIANGLES
from kpi.facts.intake.texts.stamps import STYLES
from kpi.facts.intake.texts.two_years import SPANNING
from kpi.facts.keys import fields
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.problems import Problem
from kpi.facts.records import SORTS, KeyPath
from kpi.facts.syntax import toml
from kpi.values import dataclass, field

KINDS = ("csv", "xlsx", "xls", "ods", "kosis", "ecos", "opensdg")
LAYOUTS = ("long", "wide")

_LABEL = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")

#: A column -> the texts of which it must hold one.
Filter = Mapping[str, Collection[str]]
#: More series than a file is read for at once, and more header rows than a table has.
MOST_TAKES, MOST_HEADERS = 200, 10


@dataclass(frozen=True, slots=True)
class Take:
    """One line of the file that goes to one series: which rows, which column, which unit."""

    target: str = ""
    series: str = ""
    value: str = ""  # its own value column
    filter: Filter = field(default_factory=dict)
    unit: str = ""
    scale: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is read and where its rows go. What is empty is found out, or refused."""

    file: str = ""  # one of KINDS
    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""  # the sign before decimals: "," or ".", which is also meant by ""
    sheet: str = ""
    header: tuple[int, ...] = ()  # numbers of rows in the file, from 1
    layout: str = ""  # one of LAYOUTS
    style: str | None = None  # one of STYLES or SPANNING
    minus: str = ""
    unit: str = ""
    units: Mapping[str, str] = field(default_factory=dict)  # what the file says -> what we say
    scale: Decimal | None = None
    target: str = ""
    series: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)  # a row's text -> "id" or "id/series"
    status: str = ""
    looked: bool = False  # whether a scale was given at the command line, for this file
    joined: bool = False  # whether `--status final` was, which answers for a break (B) in it
    source: str = ""
    url: str = ""
    label: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filter: Filter = field(default_factory=dict)
    takes: tuple[Take, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Every column that the person has named."""
        columns = [name for names in self.columns.values() for name in names]
        columns += [take.value for take in self.takes if take.value]
        return tuple(dict.fromkeys(columns))

    @property
    def figures_named(self) -> bool:
        """Whether the person has named a column of figures."""
        return bool(self.columns.get("value")) or any(take.value for take in self.takes)


def label(value: object) -> str:
    """The word by which a batch is told from others of its day; part of a file's name."""
    if not isinstance(value, str) or not _LABEL.fullmatch(value) or len(value) > 40:
        remedy = 'use small ASCII letters, digits and single hyphens, such as "kosis"'
        raise Wrong(f"{shown(value)} is no label", remedy)
    return value


def scale(value: object) -> Decimal:
    """A factor above zero."""
    remedy = "write the factor, such as 100"
    try:
        factor = fields.number(value)
    except Wrong as wrong:
        raise Wrong(wrong.what, remedy) from None
    if factor <= 0:
        raise Wrong(f"{shown(factor)} is no scale", remedy)
    return factor


def _text(value: object) -> str:
    """A text, for which a number stands as well: columns are called 2023, and classes 1 and 2."""
    number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if number else fields.text(value)


def _texts(value: object) -> tuple[str, ...]:
    """A text, or a list of texts."""
    return fields.some(_text)(value) if isinstance(value, list) else (_text(value),)


def _filter_texts(value: object) -> frozenset[str]:
    """As `_texts`; "" chooses rows in which the column is empty."""
    if isinstance(value, list) and "" in value:
        others = [text for text in value if text != ""]
        return frozenset(("", *(_texts(others) if others else ())))
    return frozenset(("",) if value == "" else _texts(value))


def _header(value: object) -> tuple[int, ...]:
    rows = value if isinstance(value, list) else [value]
    good = [row for row in rows if isinstance(row, int) and not isinstance(row, bool) and row > 0]
    if not rows or len(good) != len(rows) or good != sorted(set(good)):
        raise Wrong(f"{shown(value)} names no rows", "write header = 3, or header = [3, 4]")
    if len(good) > MOST_HEADERS:
        raise Wrong(f"over {MOST_HEADERS} header rows", "write header = 3, or header = [3, 4]")
    return tuple(good)


def _table_of(read: Callable[[object], Any]) -> Callable[[object], dict[str, Any]]:
    def reader(value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Wrong(f"{shown(value)} is not a table", 'write { "name" = "…" }')
        return {" ".join(name.split()): read(item) for name, item in value.items()}

    return reader


_SHARED: dict[str, Callable[[object], Any]] = {
    "target": fields.identifier,
    "series": fields.identifier,
    "filter": _table_of(_filter_texts),
    "unit": fields.text,
    "scale": scale,
}
_TAKE: dict[str, Callable[[object], Any]] = {**_SHARED, "value": fields.text}
_PLAN: dict[str, Callable[[object], Any]] = {
    **_SHARED,
    "file": fields.one_of(KINDS),
    "encoding": fields.text,
    "delimiter": fields.one_of(("comma", "semicolon", "tab", "bar", ",", ";", "\t", "|")),
    "decimal": fields.one_of((".", ",")),
    "sheet": fields.text,
    "header": _header,
    "layout": fields.one_of(LAYOUTS),
    "period_style": fields.one_of((*STYLES, *SPANNING)),
    "minus": fields.one_of(TRIANGLES),
    "units": _table_of(fields.text),
    "targets": _table_of(fields.text),
    "status": fields.one_of(SORTS),
    "source": fields.text,
    "url": fields.address,
    "label": label,
    "columns": _table_of(_texts),
}
#: What [columns] may name, beside every key of an observation.
COLUMNS = ("target", "series", "period", "value", "unit", "published", "status", "bound",
           "standard_error", "numerator", "denominator", "grade", "source", "url", "quote", "note",
           "recorded", "revision")  # fmt: skip


def read_plan(name: str, data: bytes) -> tuple[Plan, list[Problem]]:
    """The plan of a mapping file, and every problem in it with its place."""
    parsed = toml.parse(data, past=True)
    findings = Findings(name, parsed.places)
    for fault_ in parsed.faults:
        findings.ready(fault_.problem(name))
    if parsed.table is None:
        return Plan(), findings.told()
    fault = findings.wrong
    table = dict(parsed.table)
    rows = table.pop("take", [])
    values = _checked(table, _PLAN, (), fault)
    takes = []
    if not isinstance(rows, list):
        fault(("take",), Wrong("take is a list of tables", "write [[take]], in two brackets"))
        rows = []
    if len(rows) > MOST_TAKES:
        fault(("take",), Wrong(f"over {MOST_TAKES} takes", "divide them among several mappings"))
        rows = []
    for index, row in enumerate(rows):
        path: KeyPath = ("take", index)
        if not isinstance(row, dict):
            fault(path, Wrong(f"{shown(row)} is not a table", "write [[take]]"))
            continue
        takes.append(Take(**_checked(row, _TAKE, path, fault)))
    for path, wrong in _disagreeing(values, takes):
        fault(path, wrong)
    values["style"] = values.pop("period_style", None)
    return Plan(**values, takes=tuple(takes)), list(toml.once(findings.told(), parsed))


def _checked(
    table: Mapping[str, object],
    readers: Mapping[str, Callable[[object], Any]],
    path: KeyPath,
    fault: Callable[[KeyPath, Wrong], None],
) -> dict[str, Any]:
    """The values of a table, each by its own reader; every fault is told."""
    values = {}
    for key, value in table.items():
        try:
            if key not in readers:
                raise fields.unknown_key(key, (*readers, *(["take"] if not path else [])))
            values[key] = readers[key](value)
        except Wrong as wrong:
            fault((*path, key), wrong)
    return values


def _disagreeing(values: dict[str, Any], takes: list[Take]) -> Iterator[tuple[KeyPath, Wrong]]:
    """Faults between the keys of a mapping."""
    for key, names in values.get("columns", {}).items():
        if key not in COLUMNS:
            yield ("columns", key), fields.unknown_key(key, COLUMNS)
        elif key != "period" and len(names) > 1:
            what = f"{len(names)} columns are named, and only a period may stand in several"
            yield ("columns", key), Wrong(what, "name one of them")
    for text, goal in values.get("targets", {}).items():
        try:
            parts = [fields.identifier(part) for part in goal.split("/")]
            if len(parts) > 2:
                raise Wrong(f"{shown(goal)} is no target", 'write "id" or "id/series"')
        except Wrong as wrong:
            yield ("targets", text), wrong
    if values.get("targets") and "target" not in values.get("columns", {}):
        remedy = 'say where the texts stand: columns = { target = "지표" }'
        yield ("targets",), Wrong("[targets] has texts and no column", remedy)
    if takes and "target" in values:
        yield ("target",), Wrong("each [[take]] has its own target", "write it there alone")
    for index, take in enumerate(takes):
        if not take.target and "target" not in values.get("columns", {}):
            yield ("take", index), Wrong("this take has no target", 'write target = "…"')
