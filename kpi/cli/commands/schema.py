"""kpi schema: the JSON Schema of targets.toml, for editors."""

from __future__ import annotations

from kpi.cli import screen


def schema() -> None:
    """Print the JSON Schema of targets.toml, for editors."""
    screen.out(schema_text(), machine=True)


def schema_text() -> str:
    """The JSON Schema as it is committed in targets.schema.json."""
    import json

    from kpi.facts.keys.json_schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
