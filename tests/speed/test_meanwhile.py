"""What is written while a question is answered is in the next answer."""

from __future__ import annotations

import time

import pytest

from kpi.cli.standing import answers
from kpi.store import stamps
from tests.run import Kpi
from tests.speed.conftest import DAY, Asked, git, record


def fresh(kpi: Kpi, *words: str) -> str:
    """What the records say now."""
    return kpi(*words, KPI_CACHE="off").stdout


def test_a_batch_that_comes_after_the_look_at_the_folders(
    asked: Asked, kpi: Kpi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a milestone's folder had changed: the rows of all others are no longer known."""
    before = kpi("status").stdout
    record(asked.root, "done/2024-06-28_2024-06-28.toml", "value = true\n")
    asked.age()
    look = stamps.changed

    def looked(root: str, stamp: list[str]) -> list[str] | None:
        found = look(root, stamp)
        record(asked.root, "batch_2025-02-01_more.toml",
               '[[observation]]\ntarget = "total"\nperiod = 2024\nvalue = 999\n')  # fmt: skip
        asked.age()  # as long as the rest of the program may take to load
        return found

    with monkeypatch.context() as patch:
        patch.setattr(stamps, "changed", looked)
        kpi("status")
    asked.age()
    said = kpi("status").stdout
    assert "999 bn" in said
    assert said == fresh(kpi, "status") != before


def test_a_file_that_is_edited_after_the_look_at_it(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stamp tells its earlier time, and does not hold."""
    path = asked.root / "observations/total/2021_2022-01-31.toml"
    look = stamps._looked_through

    def edited(root: str, name: str) -> object:
        found = look(root, name)
        if name == "observations/total":
            path.write_bytes(path.read_bytes() + b"# edited\n")
        return found

    monkeypatch.setattr(stamps, "_looked_through", edited)
    found = stamps.take(str(asked.root), "targets.toml", "observations", time.time_ns())
    assert found is None or stamps.changed(str(asked.root), found) != []


def test_targets_that_are_edited_after_the_look_at_their_file(
    asked: Asked, kpi: Kpi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a milestone's folder had changed: the rows of all others are no longer known."""
    kpi("status")
    record(asked.root, "done/2024-06-28_2024-06-28.toml", "value = true\n")
    asked.age()
    path, read = asked.root / "targets.toml", answers._targets

    def edited(root: str, at: str | None) -> tuple[str | None, bytes | None]:
        text = path.read_text("utf-8").replace("A running total", "Another title")
        path.write_text(text, "utf-8")
        return read(root, at)

    monkeypatch.setattr(answers, "_targets", edited)
    assert "Another title" in kpi("status").stdout


@pytest.mark.parametrize(
    "name", ["targets.toml", "observations/total/2021_2022-01-31.toml", "observations/total"]
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_what_was_just_written_proves_nothing(asked: Asked, name: str, form: str) -> None:
    """It may be written once more in the same grain of the clock, without a trace."""
    path = asked.root / name
    path.chmod(path.stat().st_mode | 0o100)
    written = path.stat().st_ctime_ns
    question = answers.Question.of(on=DAY, folder=str(asked.root), form=form)
    assert answers.stand(question, written + 1).stamp is None
    assert answers.stand(question, written + 10**10).stamp


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_branch_that_moves_after_its_commit_was_asked_for(
    asked: Asked, kpi: Kpi, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another commit said is no answer for when the branch is back where it was."""
    git(asked.root, "init", "-q")
    git(asked.root, "add", "-A")
    git(asked.root, "commit", "-q", "-m", "one")
    words = ("status", "--at", "HEAD", "-f", form)
    before = fresh(kpi, *words)
    stand = answers.stand

    def moved(*asked_: object) -> object:
        record(asked.root, "total/2024_2025-01-31.toml", "value = 999\n")
        git(asked.root, "add", "-A")
        git(asked.root, "commit", "-q", "-m", "two")
        return stand(*asked_)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(answers, "stand", moved)
        kpi(*words)
    git(asked.root, "reset", "-q", "--hard", "HEAD~1")
    assert kpi(*words).stdout == before
