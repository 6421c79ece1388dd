"""The form of targets.toml: which tables and keys there are, and what each may hold.

One definition, two uses: `targets.py` checks a file against it, and `kpi schema` prints it as
JSON Schema for editors. What a single value may be is in `fields.py`; what must agree between
several keys is in `targets.py`.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    WithJsonSchema,
)

from kpi.facts import fields, records
from kpi.facts.numbers import LARGEST
from kpi.facts.periods import Period, Span

VERSION = 1

#: Names under which the two forms of `path` stand in an error's location; never a key of a file.
SHAPE, ROWS = "‹shape›", "‹rows›"

PERIOD_PATTERN = r"^[0-9]{4}(-(S[12]|Q[1-4]|W[0-9]{2}|(0[1-9]|1[0-2])(-[0-9]{2})?))?$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SPAN_PATTERN = r"^[0-9]{1,4} (day|week|month|year)s?$"


def _json(**schema: Any) -> WithJsonSchema:
    return WithJsonSchema(schema)


Text = Annotated[str, PlainValidator(fields.text), _json(type="string", minLength=1)]
Id = Annotated[
    str,
    PlainValidator(fields.identifier),
    _json(type="string", pattern="^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=fields.LONGEST_ID),
]
_SIZE = {"minimum": -LARGEST, "maximum": LARGEST}
Number = Annotated[Decimal, PlainValidator(fields.number), _json(type="number", **_SIZE)]
Value = Annotated[
    Decimal | bool, PlainValidator(fields.value), _json(type=["number", "boolean"], **_SIZE)
]
Flag = Annotated[bool, PlainValidator(fields.flag), _json(type="boolean")]
Day = Annotated[
    dt.date, PlainValidator(fields.day), _json(type="string", format="date", pattern=DAY_PATTERN)
]
PeriodOf = Annotated[
    Period,
    PlainValidator(fields.period),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 9999},
                {"type": "string", "pattern": PERIOD_PATTERN},
            ]
        }
    ),
]
SpanOf = Annotated[Span, PlainValidator(fields.span), _json(type="string", pattern=SPAN_PATTERN)]
Cadence = Annotated[
    Span, PlainValidator(fields.cadence), _json(type="string", pattern=SPAN_PATTERN)
]
Url = Annotated[
    str, PlainValidator(fields.address), _json(type="string", pattern="^https?://", format="uri")
]


ENDINGS = ("dropped", "resolved otherwise")


def _one_of(choices: tuple[str, ...]) -> PlainValidator:
    return PlainValidator(fields.one_of(choices))


def _enum(choices: tuple[str, ...]) -> WithJsonSchema:
    return _json(type="string", enum=list(choices))


Kind = Annotated[str, _one_of(records.KINDS), _enum(records.KINDS)]
Direction = Annotated[str, _one_of(records.DIRECTIONS), _enum(records.DIRECTIONS)]
Comparator = Annotated[str, _one_of(records.COMPARATORS), _enum(records.COMPARATORS)]
Weight = Annotated[str, _one_of(records.WEIGHTS), _enum(records.WEIGHTS)]
Comparable = Annotated[str, _one_of(records.COMPARABLE), _enum(records.COMPARABLE)]
Shape = Annotated[str, _one_of(records.SHAPES), _enum(records.SHAPES)]
Ending = Annotated[str, _one_of(ENDINGS), _enum(ENDINGS)]
Counts = Annotated[
    tuple[str, ...],
    PlainValidator(fields.some(fields.one_of(records.STATUSES))),
    _json(type="array", items={"enum": list(records.STATUSES)}, minItems=1),
]
Tags = Annotated[
    tuple[str, ...],
    PlainValidator(fields.each(fields.text)),
    _json(type="array", items={"type": "string"}),
]


class Table(BaseModel):
    """A table of the file. A key that nothing reads is a fault, never ignored."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True
    )


class DocumentTable(Table):
    """A source in which a promise was made."""

    title: Text
    publisher: Text = ""
    published: Day | None = None
    url: Url = ""
    weight: Weight | None = None
    note: Text = ""


class GoalTable(Table):
    """A value and a date, announced on a day in a document."""

    value: Value
    comparator: Comparator | None = None
    by: PeriodOf | None = None
    announced: Day | None = None
    document: Text | None = None
    quote: Text = ""
    reading: Text = Field("", description="How the words of the deadline are read.")
    judged: Flag = False
    note: Text = ""


class SeriesTable(Table):
    """One measured line; a changed question or definition makes a new one."""

    id: Id
    title: Text = ""
    title_ko: Text = ""
    publisher: Text = ""
    definition: Text = ""
    comparable: Comparable = "yes"
    unit: Text | None = None
    url: Url = ""
    note: Text = ""


class BaselineTable(Table):
    """Where a target starts; without a value, the judged series' own for that period."""

    period: PeriodOf
    value: Number | None = None
    series: Id | None = None
    assumed: Flag = False
    reason: Text = ""
    why: Text = ""
    note: Text = ""


class RowTable(Table):
    """An announced point of a path."""

    by: PeriodOf
    value: Number


class ClosedTable(Table):
    """The end of a target other than by being met or missed."""

    on: Day
    how: Ending = Field(alias="as")
    why: Text = ""
    document: Text | None = None


class SupersededTable(Table):
    """A target with another definition took this one's place."""

    on: Day
    by: Id | None = None
    why: Text = ""


def _form(path: Any) -> str:
    return ROWS if isinstance(path, list) else SHAPE


class TargetTable(Table):
    """One promise: an indicator, a baseline, one or more goals, a direction."""

    id: Id
    title: Text
    title_ko: Text = ""
    owner: Text = ""
    tags: Tags = ()
    kind: Kind = "level"
    unit: Text | None = None
    direction: Direction | None = None
    ceiling: Number | None = None
    baseline: BaselineTable | None = None
    cadence: Cadence | None = None
    lag: SpanOf | None = None
    judged_series: Id = records.MAIN
    judged_why: Text = ""
    path: (
        Annotated[
            Annotated[Shape, Tag(SHAPE)] | Annotated[list[RowTable], Tag(ROWS)],
            Discriminator(_form),
        ]
        | None
    ) = None
    counts: Counts = records.COUNTED
    closed: ClosedTable | None = None
    superseded: SupersededTable | None = None
    goal: Annotated[
        list[GoalTable],
        BeforeValidator(
            lambda goal: [goal] if isinstance(goal, dict) else goal,
            json_schema_input_type=GoalTable | Annotated[list[GoalTable], Field(min_length=1)],
        ),
    ] = Field(min_length=1)
    series: list[SeriesTable] = []
    note: Text = ""


class TargetsFile(Table):
    """Targets of public promises, each with its quoted source."""

    schema_: Literal[1] = Field(1, alias="schema")
    title: Text = ""
    title_ko: Text = ""
    timezone: Text = "UTC"
    document: dict[str, DocumentTable] = {}
    target: list[TargetTable] = []


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of targets.toml."""
    schema = TargetsFile.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


#: The tables by the name under which they stand in the file, for naming the known keys.
TABLES: dict[str, type[Table]] = {
    "document": DocumentTable,
    "target": TargetTable,
    "goal": GoalTable,
    "series": SeriesTable,
    "baseline": BaselineTable,
    "path": RowTable,
    "closed": ClosedTable,
    "superseded": SupersededTable,
}
