"""The options that every reading command has, written once: `reading` adds them to a command."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from kpi.cli import options
from kpi.cli.view import Asked

_SHARED = {
    "on": options.On, "as_of": options.AsOf, "at": options.At, "folder": options.Project,
    "lang": options.Lang, "color": options.Color, "ascii_only": options.Ascii,
    "quiet": options.Quiet,
}  # fmt: skip


def reading(**other: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator: the command has the shared options behind its own, and is handed what was given
    for them as its first argument, an Asked.

    `other` are the options that say something else of this command, by their names in Asked.
    """
    shared = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, annotation=option,
            default=Asked._field_defaults[name],
        )
        for name, option in {**_SHARED, **other}.items()
    ]  # fmt: skip

    def widened(command: Callable[..., None]) -> Callable[..., None]:
        def run(**given: Any) -> None:
            command(Asked(*[given.pop(name) for name in Asked._fields]), **given)

        _, *own = inspect.signature(command, eval_str=True).parameters.values()
        run.__name__, run.__doc__ = command.__name__, command.__doc__
        run.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
        return run

    return widened
