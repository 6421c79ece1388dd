"""kpi schema: the JSON Schema of targets.toml, for editors."""

from __future__ import annotations

from typing import Annotated

import typer

from kpi.cli import screen
from kpi.cli.choices import one_of
from kpi.cli.reading import reading
from kpi.cli.view import Asked


@reading()
def schema(
    asked: Asked,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="json.")] = "json",
) -> None:
    """Print the JSON Schema of targets.toml, for editors.

    It is that of this version of kpi, whatever the project, the day, the revision and the look.
    """
    one_of(form, ("json",), "--format")
    asked.look()
    asked.days()
    screen.out(schema_text(), machine=True)


def schema_text() -> str:
    """The JSON Schema as it is committed in targets.schema.json."""
    import json

    from kpi.facts.keys.json_schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
