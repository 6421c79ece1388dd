"""The form of targets.toml: which tables and keys there are, and what each may hold.

One definition, two uses: `targets` holds a file against it, and `json_schema` says the same to
editors. What a single value may be is in `fields`; what must agree between several keys is in
`consistency`; what each key means is in `key_meanings`.
"""

from __future__ import annotations

from kpi.facts import records
from kpi.facts.keys import fields
from kpi.facts.keys.fields import (
    address,
    cadence,
    day,
    flag,
    identifier,
    one_of,
    period,
    span,
    text,
    title,
    unit,
)
from kpi.facts.keys.tables import Key, Named, Rows, Table

VERSION = 1
#: Keys and items in a target, and in a document: more than any has.
MOST_VALUES = 20_000

#: Keys that a target of these kinds must have; without a `kind` it is a level.
NEEDED = {"unit": ("level", "total", "annual"), "direction": ("level", "total")}

TAGS = fields.each(text)
COUNTS = fields.some(one_of(records.SORTS))


def version(value: object) -> int:
    """The form of the file, of which there is one so far."""
    if value != VERSION or isinstance(value, bool):
        raise fields.Wrong(
            f"the file is written in form {fields.shown(value)}, this kpi reads form 1",
            "write schema = 1, or install the version of kpi that wrote the file",
        )
    return VERSION


DOCUMENT = Table(
    "DocumentTable",
    "A source in which a promise was made.",
    '[document.some-id], and title = "…" below it',
    {
        "title": Key(title, missing='write title = "…"'),
        "publisher": Key(title, ""),
        "published": Key(day),
        "url": Key(address, ""),
        "weight": Key(one_of(records.WEIGHTS)),
        "note": Key(text, ""),
    },
    most=MOST_VALUES,
)

GOAL = Table(
    "GoalTable",
    "A value and a date, announced on a day in a document.",
    "goal = { value = 30, by = 2030 }",
    {
        "value": Key(
            fields.value,
            missing="write value = 30, or value = true for a milestone",
            instead="change",
        ),
        "change": Key(fields.change),
        "comparator": Key(one_of(records.COMPARATORS)),
        "by": Key(period),
        "announced": Key(day),
        "document": Key(text),
        "quote": Key(text, ""),
        "reading": Key(text, ""),
        "judged": Key(flag, False),
        "note": Key(text, ""),
    },
)

SERIES = Table(
    "SeriesTable",
    "One measured line; a changed question or definition makes a new one.",
    '[[target.series]], and id = "…" below it',
    {
        "id": Key(identifier, missing='write id = "…", in small letters with hyphens'),
        "title": Key(text, ""),
        "title_ko": Key(text, ""),
        "publisher": Key(text, ""),
        "definition": Key(text, ""),
        "comparable": Key(one_of(records.COMPARABLE), "yes"),
        "unit": Key(unit),
        "url": Key(address, ""),
        "note": Key(text, ""),
    },
)

BASELINE = Table(
    "BaselineTable",
    "Where a target starts; without a value, the judged series' own for that period.",
    "baseline = { period = 2023, value = 1 }",
    {
        "period": Key(period, missing="write period = 2023, the period the baseline is of"),
        "value": Key(fields.number),
        "series": Key(identifier),
        "assumed": Key(flag, False),
        "reason": Key(text, ""),
        "why": Key(text, ""),  # read as `reason`, which other tables call so
        "note": Key(text, ""),
    },
)

ROW = Table(
    "RowTable",
    "An announced point of a path.",
    "{ by = 2026, value = 4 }",
    {
        "by": Key(period, missing="write { by = 2026, value = 4 }"),
        "value": Key(fields.number, missing="write { by = 2026, value = 4 }"),
    },
)

CLOSED = Table(
    "ClosedTable",
    "The end of a target other than by being met or missed.",
    'closed = { on = 2024-08-26, as = "dropped" }',
    {
        "on": Key(day, missing="write on = 2024-08-26, the day from which it is closed"),
        "as": Key(
            one_of(records.ENDINGS),
            name="how",
            missing='write as = "dropped" or as = "resolved otherwise"',
        ),
        "why": Key(text, ""),
        "document": Key(text),
    },
)

SUPERSEDED = Table(
    "SupersededTable",
    "A target with another definition took this one's place.",
    'superseded = { on = 2024-09-26, by = "other-target" }',
    {
        "on": Key(day, missing="write on = 2024-09-26, the day from which it is superseded"),
        "by": Key(identifier),
        "why": Key(text, ""),
    },
)

TARGET = Table(
    "TargetTable",
    "One promise: an indicator, a baseline, one or more goals, a direction.",
    "[[target]], and its keys below it",
    {
        "id": Key(identifier, missing='write id = "…", in small letters with hyphens'),
        "title": Key(text, missing='write title = "…", what is promised in a few words'),
        "title_ko": Key(text, ""),
        "owner": Key(text, ""),
        "tags": Key(TAGS, ()),
        "kind": Key(one_of(records.KINDS), "level"),
        "unit": Key(
            unit, empty='write unit = "%", "companies", "KRW bn" or "index"; a milestone needs none'
        ),
        "direction": Key(one_of(records.DIRECTIONS)),
        "ceiling": Key(fields.number),
        "baseline": Key(BASELINE),
        "cadence": Key(cadence),
        "lag": Key(span),
        "judged_series": Key(identifier, records.MAIN),
        "judged_why": Key(text, ""),
        "path": Key(Rows(ROW, word=one_of(records.SHAPES))),
        "counts": Key(COUNTS, records.COUNTED),
        "closed": Key(CLOSED),
        "superseded": Key(SUPERSEDED),
        "goal": Key(
            Rows(GOAL, least=1, alone=True),
            name="goals",
            missing="write goal = { value = 30, by = 2030 }",
        ),
        "series": Key(Rows(SERIES), ()),
        "note": Key(text, ""),
    },
    most=MOST_VALUES,
)

FILE = Table(
    "TargetsFile",
    "Targets of public promises, each with its quoted source.",
    "[[target]], and its keys below it",
    {
        "schema": Key(version, VERSION),
        "title": Key(text, ""),
        "title_ko": Key(text, ""),
        "timezone": Key(fields.zone, "UTC"),
        "document": Key(
            Named(DOCUMENT, wrong=("document is not a table", "write [document.some-id]")), {}
        ),
        "target": Key(
            Rows(
                TARGET,
                wrong=("target is not a list of tables", "write [[target]], in two brackets"),
            ),
            (),
        ),
    },
)

#: The tables within the file.
TABLES = (DOCUMENT, TARGET, GOAL, SERIES, BASELINE, ROW, CLOSED, SUPERSEDED)
