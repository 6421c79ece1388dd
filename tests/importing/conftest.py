"""A small project into which files are imported, and the short way to import one."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kpi.cli.recording import bounded_process
from tests.run import Kpi, Ran

UNSOURCED = "no source is stated"
SAMPLES = Path(__file__).parent / "samples"
SAMPLE_NAMES = {path.name for path in SAMPLES.iterdir()}

TARGETS = """\
schema = 1
title = "Into which files are imported"
timezone = "Asia/Seoul"

[[target]]
id = "share"
title = "Firms using AI"
unit = "%"
direction = "up"
baseline = { period = 2020, value = 2 }
goal = { value = 30, by = 2030 }

[[target.series]]
id = "survey"
title = "Survey of firms"

[[target.series]]
id = "number"
title = "Number of firms"
unit = "companies"

[[target]]
id = "money"
title = "Money spent"
unit = "KRW bn"
direction = "up"
goal = { value = 3000, by = 2030 }

[[target]]
id = "firms"
title = "Firms"
unit = "companies"
direction = "up"
goal = { value = 1000, by = 2030 }

[[target]]
id = "law"
title = "The law"
kind = "milestone"
goal = { value = true, by = 2027 }
"""


@dataclass(frozen=True)
class Took:
    """What an import answered: its code, what it said, and its JSON if it gave any."""

    ran: Ran
    answer: dict[str, Any]

    @property
    def code(self) -> int:
        return self.ran.code

    @property
    def said(self) -> str:
        return self.ran.stderr

    @property
    def rows(self) -> list[tuple[str | None, Any, str]]:
        """(period, value, fate) of each row."""
        return [(row["period"], row["value"], row["fate"]) for row in self.answer["rows"]]

    @property
    def facts(self) -> list[tuple[str | None, Any]]:
        """(period, value) of the new rows of an import that asks nothing and refuses nothing."""
        assert self.code == 0, self.said
        return self.shown

    @property
    def shown(self) -> list[tuple[str | None, Any]]:
        """(period, value) of the new rows of a preview, whether or not they may be recorded."""
        return [(period, value) for period, value, fate in self.rows if fate == "new"]

    @property
    def fates(self) -> list[str]:
        return [fate for _, _, fate in self.rows]

    @property
    def reasons(self) -> list[str | None]:
        return [row["reason"] for row in self.answer["rows"]]


Take = Callable[..., Took]


@pytest.fixture(autouse=True)
def read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spreadsheets are read in this process, as on Windows, and what was read passes on as bytes.

    A fork of a process that holds all tests takes 30 ms, thousands of times. In `test_hostile`, and
    wherever the program is started, each file is read in a process of its own.
    """
    if request.path.stem != "test_hostile":
        monkeypatch.setattr(
            bounded_process,
            "apart",
            lambda call, *_: pickle.loads(pickle.dumps(call())),  # noqa: S301 - our own
        )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with targets and nothing recorded."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "targets.toml").write_text(TARGETS, "utf-8")
    return root


@pytest.fixture
def kpi(project: Path) -> Kpi:
    """The command line within the project, on a fixed day."""
    return Kpi(project, KPI_TODAY="2026-11-22")


@pytest.fixture
def take(kpi: Kpi, tmp_path: Path) -> Take:
    """`take(content, *options)`: a dry run for `share` that answers in JSON.

    `content` is bytes, a text, or the name of a sample; `target` and `published` may be None.
    """

    def run(
        content: bytes | str, *options: str, target: str | None = "share",
        published: str | None = "2025-06-30", write: bool = False, name: str = "file",
    ) -> Took:  # fmt: skip
        if isinstance(content, str) and content in SAMPLE_NAMES:
            path = SAMPLES / content
        else:
            path = tmp_path / name
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        words = [*(("--target", target) if target else ())]
        words += ["--published", published] if published else []
        ran = kpi("import", str(path), *words, "--yes" if write else "--dry-run",
                  "--format", "json", *options)  # fmt: skip
        assert "Traceback" not in ran.stderr
        answer = json.loads(ran.stdout) if ran.stdout else {}
        # No test here states a source unless it is about sources, and one asks for this note.
        if answer:
            answer["notes"] = [one for one in answer["notes"] if not one.startswith(UNSOURCED)]
        return Took(ran, answer)

    return run
