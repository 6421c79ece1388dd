"""Writing the files of a project that a test needs."""

from __future__ import annotations

from pathlib import Path


def put(folder: Path, name: str, text: str) -> None:
    """A file beneath a folder, in place of an older one."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
