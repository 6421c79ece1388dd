"""Command lines of any words, in a project on a disk that takes nothing.

Nothing is written, however the words are put: every call that would make, fill, rename or remove
a file is refused as a read-only disk refuses it, and that too must end in a sentence.
"""

from __future__ import annotations

import atexit
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from kpi.cli import exits
from tests.fuzz.ledger import SOUND
from tests.fuzz.targets_file import FACTS
from tests.gallery import kpi

COMMANDS = (
    "status", "show", "methods", "add", "import", "check", "diff", "log", "report", "schedule",
    "whatif", "export", "card", "init", "schema", "doctor",
)  # fmt: skip
OPTIONS = (
    "--on", "--as-of", "--at", "--project", "--format", "-f", "--lang", "--color", "--ascii",
    "--quiet", "--tag", "--owner", "--verdict", "--due-before", "--sort", "--fail-on", "--period",
    "--published", "--source", "--dry-run", "--series", "--status", "--bound", "--url", "--note",
    "--explain", "--verify", "--out", "--week", "--print", "--at=--output=x", "--filter",
    "--mapping", "--yes", "--help", "--version", "--months", "--authority", "--license",
)  # fmt: skip
VALUES = (
    "share", "law", "money", "2024", "2024-02-29", "9999-12-31", "0001-01-01", "2026-W47", "json",
    "csv", "html", "markdown", "svg", "ics", "atom", "en", "ko", "30%", "1,000", "1.2tn", "1.2조",
    "2027=8", "true", "1e400", "nan", "-1", "table.csv", "targets.toml", "HEAD", "", "한글",
)  # fmt: skip
WORDS = tuple(f"{word}\n".encode() for word in (*COMMANDS, *OPTIONS, *VALUES))
WORDS += (b"\xff\n", b"\xed\xa0\x80\n")  # not UTF-8, and half a character
CODES = {0, *exits.MEANINGS} - {exits.INTERNAL}

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_folder: list[Path] = []


def project() -> Path:
    """A small project, made once, outside of any repository."""
    if not _folder:
        root = Path(tempfile.mkdtemp(prefix="kpi-fuzz-"))
        atexit.register(shutil.rmtree, root, ignore_errors=True)
        (root / "targets.toml").write_bytes(SOUND)
        (root / "table.csv").write_text("period,value\n2021,1.5\n")
        for name, data in FACTS.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        _folder.append(root)
    return _folder[0]


def _refusing(real: Callable[..., int]) -> Callable[..., int]:
    def open_(path: object, flags: int, *more: object, **named: object) -> int:
        if flags & _WRITING and path != os.devnull:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path, flags, *more, **named)

    return open_


def _refused(*arguments: object, **more: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


ADD = ("add", "share", "6.4%", "--period", "2025", "--published", "2026-06-30", "--source", "x")


def seeds() -> Iterator[bytes]:
    """Each command as it is meant."""
    for words in (
        ["status", "--on", "2026-11-22", "-f", "json"], ["show", "share"], ["methods", "--explain"],
        [*ADD], [*ADD, "-n"],
        ["import", "table.csv", "--target", "share", "--published", "2025-01-01", "--dry-run"],
        ["import", "table.csv", "--target", "share", "--published", "2025-01-01", "--yes"],
        ["check"], ["diff", "2024-01-01", "2026-01-01"], ["log", "share"], ["report"],
        ["report", "--verify", "targets.toml"], ["schedule", "--print", "cron"],
        ["whatif", "share", "2027=8"], ["export", "-f", "ics"], ["card", "share"], ["init", "x"],
        ["export", "-f", "datapackage", "--out", "x"], ["schema"], ["doctor"],
    ):  # fmt: skip
        yield "\n".join(words).encode()


def one(data: bytes) -> None:
    """Words are divided by line breaks; a word may hold any byte but zero."""
    if b"\0" in data:
        return
    words = [os.fsdecode(word) for word in data.split(b"\n")]
    root = project()
    before = sorted(root.rglob("*"))
    with ExitStack() as stack:
        stack.enter_context(patch.object(os, "open", _refusing(os.open)))
        for name in ("mkdir", "link", "symlink", "rename", "replace", "unlink", "remove", "rmdir"):
            stack.enter_context(patch.object(os, name, _refused))
        answer = kpi(root, *words, env={"HOME": str(root), "XDG_STATE_HOME": str(root)})
    assert answer.code in CODES, answer
    assert "Traceback" not in answer.both
    assert answer.code in (0, 3, 5) or answer.both.strip(), (words, answer)
    assert sorted(root.rglob("*")) == before, words
