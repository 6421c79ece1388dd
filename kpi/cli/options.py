"""The options that several commands share, each defined once."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from kpi.cli.exits import Stop

_BELOW_ZERO = re.compile(r"-[0-9.]")
#: The sign that a figure may have as well, and an option never.
MINUS = "−"


class Signed(TyperCommand):
    """A command of which an argument may be a number below zero, such as -5."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As the library does, which would take a number below zero for an option."""
        valued = {
            name
            for param in self.params
            if not getattr(param, "is_flag", True)
            for name in param.opts
        }
        for nth, word in enumerate(args):
            if word == "--":
                break
            if _BELOW_ZERO.match(word) and (nth == 0 or args[nth - 1] not in valued):
                args = [*args[:nth], MINUS + word[1:], *args[nth + 1 :]]
        return super().parse_args(ctx, args)


def target_ids(incomplete: str) -> list[str]:
    """The ids that complete `incomplete`; silent where there is no project or it is broken.

    Only what is an id: shells evaluate what is proposed to them, and a file that came from
    elsewhere may hold anything.
    """
    import tomllib

    from kpi.cli import project
    from kpi.facts.keys.fields import is_kebab
    from kpi.facts.project_files import TARGETS_FILE
    from kpi.store.trees import Refused, WorkTree

    try:
        text = WorkTree(project.find(None)).read(TARGETS_FILE).decode("utf-8")
        ids = [row["id"] for row in tomllib.loads(text).get("target", [])]
    except (Stop, Refused, OSError, ValueError, KeyError, TypeError, AttributeError,
            RecursionError):  # fmt: skip
        return []
    return [
        id_ for id_ in ids if isinstance(id_, str) and is_kebab(id_) and id_.startswith(incomplete)
    ]


def _words(*choices: str):  # type: ignore[no-untyped-def]
    return lambda incomplete: [choice for choice in choices if choice.startswith(incomplete)]


Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID", help="Only these targets.", autocompletion=target_ids),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="The target.", autocompletion=target_ids)]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="Judge for this day (default: today)."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DAY", help="Use only what had been published by then (default: --on)."
    ),
]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="REV", help="Use what was recorded at this git revision."),
]
Project = Annotated[
    str | None,
    typer.Option(
        "--project", metavar="DIR", help="The project (default: the nearest targets.toml upwards)."
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format", "-f", metavar="FORMAT",
        help="table, json or markdown; status, methods: csv; status, show: html.",
        autocompletion=_words("table", "json", "csv", "markdown", "html"),
    ),
]  # fmt: skip
TableOrJson = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help="table or json.")
]
Bom = Annotated[
    bool, typer.Option("--bom", help="csv: with a byte order mark, by which Excel sees UTF-8.")
]
CardFormat = Annotated[
    str,
    typer.Option("--format", "-f", metavar="FORMAT", help="html or svg.",
                 autocompletion=_words("html", "svg")),
]  # fmt: skip
Lang = Annotated[
    str, typer.Option("--lang", metavar="en|ko", help="Language.", envvar="KPI_LANG",
                      show_envvar=True, autocompletion=_words("en", "ko"))
]  # fmt: skip
LangOfExports = Annotated[
    str, typer.Option("--lang", metavar="en|ko", envvar="KPI_LANG", show_envvar=True,
                      help="Language of ics, atom, badge, summary and opensdg; tables are English.",
                      autocompletion=_words("en", "ko"))
]  # fmt: skip
Color = Annotated[
    str,
    typer.Option("--color", metavar="auto|always|never", help="Colour.",
                 autocompletion=_words("auto", "always", "never")),
]  # fmt: skip
Ascii = Annotated[bool, typer.Option("--ascii", help="Draw with ASCII signs only.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only the result itself.")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DAY", help="The day it was published.")
]
Series = Annotated[
    str | None,
    typer.Option("--series", metavar="ID", help="The series (default: the judged one)."),
]
Url = Annotated[str | None, typer.Option("--url", metavar="URL")]
Source = Annotated[
    str | None, typer.Option("--source", metavar="TEXT", help="Who says so, and where.")
]
