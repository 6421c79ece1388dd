"""The form of targets.toml as JSON Schema, for editors: what `kpi schema` prints.

Apart from `schema` because no file is read by it. It sees less than the reader does: no calendar,
and of what must agree between two keys only which ones a kind of target needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kpi.facts.keys import fields, key_meanings, schema
from kpi.facts.keys.tables import Key, Named, Rows, Table
from kpi.facts.quantities.numbers import LARGEST
from kpi.facts.records import SORTS

if TYPE_CHECKING:
    from kpi.facts.keys.tables import Form, Reader

Json = dict[str, Any]

PERIOD_PATTERN = r"^[0-9]{4}(-(S[12]|Q[1-4]|W[0-9]{2}|(0[1-9]|1[0-2])(-[0-9]{2})?))?$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SPAN_PATTERN = r"^[0-9]{1,4} (day|week|month|quarter|year)s?$"

CHANGE_PATTERN = r"^[+-][0-9]+(\.[0-9]+)? *%$"

_TEXT: Json = {"minLength": 1, "type": "string"}
_SPAN: Json = {"pattern": SPAN_PATTERN, "type": "string"}
_SIZE: Json = {"maximum": LARGEST, "minimum": -LARGEST}

#: What each reader takes.
READ: dict[Reader, Json] = {
    fields.text: _TEXT,
    fields.unit: {**_TEXT, "maxLength": fields.LONGEST_UNIT},
    fields.title: {**_TEXT, "maxLength": fields.LONGEST_TITLE},
    fields.zone: _TEXT,
    fields.identifier: {
        "maxLength": fields.LONGEST_ID, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "type": "string",
    },
    fields.number: {**_SIZE, "type": "number"},
    fields.value: {**_SIZE, "type": ["number", "boolean"]},
    fields.change: {"pattern": CHANGE_PATTERN, "type": "string"},
    fields.flag: {"type": "boolean"},
    fields.day: {"format": "date", "pattern": DAY_PATTERN, "type": "string"},
    fields.period: {
        "anyOf": [
            {"maximum": 9999, "minimum": 1, "type": "integer"},
            {"pattern": PERIOD_PATTERN, "type": "string"},
        ]
    },
    fields.span: _SPAN,
    fields.cadence: _SPAN,
    fields.address: {
        "format": "uri", "maxLength": fields.LONGEST_ADDRESS, "pattern": "^https?://[^\\s<>\"]+$",
        "type": "string",
    },
    schema.version: {"const": schema.VERSION, "type": "integer"},
    schema.TAGS: {"items": {"type": "string"}, "type": "array"},
    schema.COUNTS: {"items": {"enum": list(SORTS)}, "minItems": 1, "type": "array"},
}  # fmt: skip


def json_schema() -> Json:
    """The JSON Schema (draft 2020-12) of targets.toml."""
    tables = sorted(schema.TABLES, key=lambda table: table.title)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {table.title: _table(table) for table in tables},
        **_table(schema.FILE),
    }


def _table(table: Table) -> Json:
    needed = {name: key for name, key in table.keys.items() if key.missing}
    required = [name for name, key in needed.items() if not key.instead]
    either = [{"required": [name]} for own, key in needed.items() if key.instead
              for name in (own, key.instead)]  # fmt: skip
    meanings = key_meanings.TARGETS[table.title]
    return {
        "additionalProperties": False,
        "description": table.about,
        "properties": {name: _key(name, key, meanings[name]) for name, key in table.keys.items()},
        **({"required": required} if required else {}),
        **({"oneOf": either} if either else {}),
        **({"allOf": list(map(_needed, schema.NEEDED))} if table is schema.TARGET else {}),
        "title": table.title,
        "type": "object",
    }


def _needed(name: str) -> Json:
    """That a target of some kinds must have a key; one without a kind is of the first."""
    kinds: Json = {"enum": list(schema.NEEDED[name])}
    return {"if": {"properties": {"kind": kinds}}, "then": {"required": [name]}}


def _key(name: str, key: Key, meaning: str) -> Json:
    """A property, its keywords in the order of the alphabet."""
    keywords = _form(key.form)
    if not key.missing:
        keywords["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
        if key.default is None:
            keywords = {**_or_null(keywords), "default": None}
    keywords["description"] = meaning
    if not isinstance(key.form, Table):
        keywords["title"] = name.replace("_", " ").title()
    return dict(sorted(keywords.items()))


def _or_null(keywords: Json) -> Json:
    """What may be left out, as editors are told so."""
    del keywords["default"]
    return {"anyOf": [*(keywords.get("anyOf") or [keywords]), {"type": "null"}]}


def _form(form: Form) -> Json:
    if isinstance(form, Table):
        return _reference(form)
    if isinstance(form, Named):
        return {"additionalProperties": _reference(form.table), "type": "object"}
    if isinstance(form, Rows):
        return _rows(form)
    if isinstance(form, fields.OneOf):
        return {"enum": list(form.choices), "type": "string"}
    return dict(READ[form])


def _rows(rows: Rows) -> Json:
    least = {"minItems": rows.least} if rows.least else {}
    array = {"items": _reference(rows.table), **least, "type": "array"}
    if rows.word is not None:
        return {"oneOf": [_form(rows.word), array]}
    return {"anyOf": [_reference(rows.table), array]} if rows.alone else array


def _reference(table: Table) -> Json:
    return {"$ref": f"#/$defs/{table.title}"}
