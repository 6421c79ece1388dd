"""The JSON Schema for editors says what the reader does."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from kpi.facts.keys.json_schema import json_schema
from kpi.facts.keys.schema import TABLES
from kpi.facts.targets import read_targets

ROOT = Path(__file__).parent.parent.parent


def test_the_committed_schema_is_this_one() -> None:
    """`kpi schema` prints what editors were given."""
    assert json.loads((ROOT / "targets.schema.json").read_text("utf-8")) == json_schema()


def test_every_table_refuses_unknown_keys() -> None:
    """A key that nothing reads is marked while it is typed."""
    found = json_schema()
    tables = [found, *(table for table in found["$defs"].values() if "properties" in table)]
    assert len(tables) == len(TABLES) + 1
    assert all(table["additionalProperties"] is False for table in tables)


@pytest.mark.parametrize("project", ["."])
def test_the_real_project_fits(project: str) -> None:
    """By the reader and by the schema."""
    check = pytest.importorskip("jsonschema")
    data = (ROOT / project / "targets.toml").read_bytes()
    assert read_targets(data).problems == ()
    table = json.loads(json.dumps(tomllib.loads(data.decode()), default=str))
    assert list(check.Draft202012Validator(json_schema()).iter_errors(table)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("unit", "units"), ('"up"', '"upward"'), ("value = 30", 'value = "30"'),
     ('id = "x"', 'id = "X"'), ('goal = { value = 30, by = "2030-Q4" }', ""),
     ('"2030-Q4"', '"2030-Q5"'), ("value = 30, ", ""), ('unit = "%"', ""),
     ('direction = "up"', ""), ('direction = "up"', 'kind = "total"'),
     ('unit = "%"\ndirection = "up"', 'kind = "annual"')],
)  # fmt: skip
def test_what_the_reader_refuses_the_schema_refuses(old: str, new: str) -> None:
    """For faults of a single key they agree."""
    check = pytest.importorskip("jsonschema")
    text = """
[[target]]
id = "x"
title = "Something"
unit = "%"
direction = "up"
goal = { value = 30, by = "2030-Q4" }
"""
    validator = check.Draft202012Validator(json_schema())
    assert validator.is_valid(tomllib.loads(text))
    assert read_targets(text.encode()).problems == ()
    assert not validator.is_valid(tomllib.loads(text.replace(old, new)))
    assert read_targets(text.replace(old, new).encode()).problems != ()
