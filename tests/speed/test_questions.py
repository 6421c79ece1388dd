"""What an answer depends on is in its question: of another one it is not given."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpi.cli import front
from kpi.store import answer_cache
from tests.run import Kpi
from tests.speed.conftest import DAY, Asked, git


def repository(root: Path) -> None:
    """The project, recorded."""
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "one")


@pytest.mark.parametrize(
    ("words", "holds"),
    [([], "a day"), (["--as-of", "2024-06-30"], "a day"), (["--at", "HEAD"], "a day"),
     (["--on", "2024-06-30"], "always"), (["--on", "2024-06-30", "--at", "HEAD"], "always")],
    ids=lambda one: " ".join(one) if isinstance(one, list) else one,
)  # fmt: skip
@pytest.mark.parametrize("form", ["table", "json"])
def test_an_answer_for_today_holds_for_a_day(
    asked: Asked, kpi: Kpi, words: list[str], holds: str, form: str
) -> None:
    """A commit does not change, but what is due does."""
    repository(asked.root)
    assert kpi("status", *words, "-f", form, KPI_TODAY="").code == 0
    (path,) = asked.kept()
    times = path.read_bytes().split(b"\n", 4)[3].split(b" ")
    if holds == "always":
        assert times == [b"-", b"-"]
    else:
        assert int(times[1]) - int(times[0]) == 86_400


@pytest.mark.parametrize("words", [["status"], ["status", "-f", "json"]], ids=" ".join)
def test_each_encoding_has_its_own_bytes(asked: Asked, words: list[str]) -> None:
    """Two that can show every sign, and write them otherwise."""
    for encoding in ("utf-8", "gb18030", "utf-8"):
        said = asked(*words, "--lang", "ko", PYTHONIOENCODING=encoding).stdout
        assert said.decode("utf-8" if "json" in words else encoding) == asked.fresh(
            *words, "--lang", "ko"
        )


def test_a_program_that_cannot_be_told_from_another_keeps_nothing(
    asked: Asked, kpi: Kpi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lies in an archive: after an update the answer would be that of the old one."""
    monkeypatch.setattr(front, "_code", lambda: None)
    said = kpi("status")
    assert said == kpi("status", KPI_CACHE="off")
    assert asked.kept() == []


@pytest.mark.parametrize("place", ["", "cache", "observations"])
def test_a_cache_in_the_project_is_none(asked: Asked, kpi: Kpi, place: str) -> None:
    """A question writes nothing there, and a copy of the project takes no answer along."""
    before = sorted(asked.root.rglob("*"))
    assert kpi("status", XDG_CACHE_HOME=str(asked.root / place)).code == 0
    assert sorted(asked.root.rglob("*")) == before


def test_two_copies_of_a_project_have_two_answers(asked: Asked, kpi: Kpi, tmp_path: Path) -> None:
    """And one that is named in two ways has one."""
    kpi("status")
    (tmp_path / "link").symlink_to(asked.root)
    assert kpi("status", "--project", str(tmp_path / "link")).code == 0
    assert len(asked.kept()) == 1
    assert answer_cache.place("", str(asked.root)) == answer_cache.place("", str(tmp_path / "link"))
    assert answer_cache.place("", str(asked.root)) != answer_cache.place("", str(tmp_path))


def test_what_a_faulty_answer_before_says_is_not_believed(asked: Asked, kpi: Kpi) -> None:
    """Its notes are worked out anew, whatever they hold, and the answer with them."""
    kpi("status")
    (path,) = asked.kept()
    folder, question = str(path.parent), path.read_bytes().split(b"\n", 3)[2].decode()
    kept = answer_cache.load(folder, question)
    assert kept is not None
    asked.age()
    new = asked.root / "observations/total/2023_2026-02-01.toml"
    for nth, notes in enumerate((
        b"", b"x", kept.notes[: len(kept.notes) // 2], kept.notes + b"\n0\tx",
        kept.notes.replace(b"bad", b"worse"), kept.notes.replace(DAY.encode(), b"someday"),
        kept.notes.rpartition(b"\n")[0],
    )):  # fmt: skip
        old = answer_cache.load(folder, question)
        assert old is not None
        old.notes = notes
        assert answer_cache.save(folder, old)
        new.write_text(f"value = {900 + nth}\n", "utf-8")
        asked.age()
        assert kpi("status") == kpi("status", KPI_CACHE="off")
        assert f"{900 + nth} bn" in kpi("status").stdout
