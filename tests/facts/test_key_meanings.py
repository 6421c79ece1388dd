"""Every key is explained, and nothing else is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi.facts.keys import fields, key_meanings, schema
from kpi.facts.keys.json_schema import json_schema
from kpi.facts.keys.tables import Rows
from kpi.facts.observations import FIELDS, ROW_FIELDS
from kpi.facts.records import SORTS

KPI = Path(__file__).parents[2] / "kpi"
TABLES = {table.title: table for table in (schema.FILE, *schema.TABLES)}


def entries() -> Iterator[tuple[str, str, str]]:
    """Table, key and meaning of each entry."""
    for table, keys in {**key_meanings.TARGETS, "an observation": key_meanings.OBSERVATION}.items():
        for key, meaning in keys.items():
            yield table, key, meaning


def words(reader: object) -> tuple[str, ...]:
    """The words of which a value is one, if it is one of some."""
    if isinstance(reader, Rows):
        reader = reader.word
    if reader is schema.COUNTS:
        return SORTS
    return reader.choices if isinstance(reader, fields.OneOf) else ()


def test_each_key_of_targets_toml_has_its_entry_and_no_entry_is_an_orphan() -> None:
    """In the order of the tables, in which docs/keys.md prints them."""
    assert {title: list(keys) for title, keys in key_meanings.TARGETS.items()} == {
        title: list(table.keys) for title, table in TABLES.items()
    }


def test_each_key_of_an_observation_has_its_entry_and_no_entry_is_an_orphan() -> None:
    """Those of a row of a batch are those of a file of one fact and two more."""
    assert list(key_meanings.OBSERVATION) == list(ROW_FIELDS)
    assert FIELDS.keys() <= key_meanings.OBSERVATION.keys()


@pytest.mark.parametrize(("table", "key", "meaning"), list(entries()))
def test_an_entry_is_made_of_sentences(table: str, key: str, meaning: str) -> None:
    """Each ends, none has two blanks in a row, and what is code is closed."""
    assert meaning.endswith((".", ":")), (table, key)
    assert "  " not in meaning
    assert meaning.count("`") % 2 == 0
    assert meaning[0] in "`" or meaning[0].isupper()


def test_each_word_that_a_key_may_hold_is_explained() -> None:
    """`kind = "level"` cannot be understood where only three kinds are named."""
    asked = [(key_meanings.TARGETS[title][key], words(one.form))
             for title, table in TABLES.items() for key, one in table.keys.items()]  # fmt: skip
    asked += [(key_meanings.OBSERVATION[key], words(reader)) for key, reader in ROW_FIELDS.items()]
    assert sum(map(bool, (choices for _, choices in asked))) == 10
    for meaning, choices in asked:
        for word in choices:
            assert f"`{word}`" in meaning or f'`"{word}"`' in meaning, (word, meaning)


def test_editors_are_told_of_every_key() -> None:
    """As the description of each property, beside the default and not within a choice."""
    found = json_schema()
    for title, keys in key_meanings.TARGETS.items():
        table = found if title == schema.FILE.title else found["$defs"][title]
        told = {key: one["description"] for key, one in table["properties"].items()}
        assert told == keys


def test_no_command_that_judges_loads_it() -> None:
    """Within the program only the JSON Schema asks for it."""
    asking = [
        path.relative_to(KPI).as_posix()
        for path in sorted(KPI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and "key_meanings"
        in [(node.module or "").rpartition(".")[2], *(one.name for one in node.names)]
    ]
    assert asking == ["facts/keys/json_schema.py"]
