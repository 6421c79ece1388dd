"""Where the project is. Apart from `project`, because an answer from the cache needs no more."""

from __future__ import annotations

import os

from kpi.cli.exits import INVALID, USAGE, Stop
from kpi.facts.project_files import TARGETS_FILE


def find(given: str | None) -> str:
    """The project's folder: the given one, or the nearest upwards that holds targets.toml."""
    start = given if given is not None else os.environ.get("KPI_PROJECT") or None
    if start == "":
        raise Stop(USAGE, "--project: names no folder; write one, or leave the option out")
    if start is not None:
        if os.path.lexists(os.path.join(start, TARGETS_FILE)):
            return os.path.abspath(start)
        if os.path.isfile(start):
            raise Stop(USAGE, f"{start} is a file; name the folder that holds {TARGETS_FILE}")
        if _barred(os.path.join(start, TARGETS_FILE)):
            raise Stop(INVALID, f"{start} cannot be entered; give yourself the permission to do so")
        raise Stop(
            USAGE, f"there is no {TARGETS_FILE} in {start}; `kpi init {start}` begins a project"
        )
    try:
        folder = os.getcwd()
    except OSError:
        raise Stop(USAGE, "the working folder is gone; go to another one") from None
    while True:
        if os.path.lexists(os.path.join(folder, TARGETS_FILE)):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            raise Stop(
                USAGE,
                f"there is no {TARGETS_FILE} here or in any folder above;"
                " go to a project, name one with --project, or begin one with `kpi init`",
            )
        folder = parent


def inside(folder: str, path: str) -> bool:
    """Whether a path is a folder or lies in it, wherever links on the way lead."""
    return f"{os.path.realpath(path)}/".startswith(os.path.join(os.path.realpath(folder), ""))


def _barred(path: str) -> bool:
    """Whether nobody tells us what is there: that is not the same as nothing."""
    try:
        os.lstat(path)
    except PermissionError:
        return True
    except OSError:
        pass
    return False
