"""The cache never changes an answer, whatever becomes of it."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kpi.cli import front
from kpi.cli.standing import fast_table, table_update
from kpi.values import replace
from tests.speed.conftest import DAY, FILES, Asked, git, record, write


def test_an_answer_is_kept_and_given_again(asked: Asked) -> None:
    """The same bytes, and one file for each question."""
    first = asked.text()
    assert len(asked.kept()) == 1
    stamp = asked.kept()[0].stat().st_mtime_ns
    assert asked.text() == first == asked.fresh()
    assert asked.kept()[0].stat().st_mtime_ns == stamp
    assert asked.text("status", "--lang", "ko") == asked.fresh("status", "--lang", "ko") != first
    assert len(asked.kept()) == 2


QUESTIONS = (
    ["status"], ["status", "--on", "2024-01-01"], ["status", "--as-of", "2023-01-01"],
    ["status", "share"],
    ["status", "share", "done"], ["status", "--format", "json"], ["status", "--format", "csv"],
    ["status", "--ascii"], ["status", "-q"], ["status", "--color", "always"],
    ["status", "--format=markdown"], ["status", "--format", "html"], ["status", "--lang", "ko"],
)  # fmt: skip


def test_every_question_has_an_answer_of_its_own(asked: Asked) -> None:
    """Twice each: the second time from the cache."""
    for words in [*QUESTIONS, *QUESTIONS]:
        assert asked.text(*words) == asked.fresh(*words)
    assert len(asked.kept()) == len(QUESTIONS)


def test_the_terminal_belongs_to_the_question(asked: Asked) -> None:
    """Its width, its colour, its letters."""
    texts = {
        asked.text("status", **environment)
        for environment in ({}, {"COLUMNS": "60"}, {"FORCE_COLOR": "1"}, {"KPI_LANG": "ko"})
        for _ in range(2)
    }
    assert len(texts) == 4
    ascii_only = asked("status", PYTHONIOENCODING="ascii")
    assert ascii_only.stdout.isascii()
    for encoding in ("cp949", "ascii", "utf-8"):
        assert asked("status", "--lang", "ko", PYTHONIOENCODING=encoding).stdout.decode(encoding)


def test_the_day_that_is_taken_for_today_belongs_to_the_question(asked: Asked) -> None:
    """`KPI_TODAY`: what is under way on one day is overdue on another."""
    texts = {asked.text(KPI_TODAY=day) for day in (DAY, "2031-12-31", DAY, "2031-12-31")}
    assert len(texts) == 2


def edit(root: Path) -> None:
    path = root / "observations/share/survey/2023_2024-06-08_r2.toml"
    before = path.stat()
    with path.open("r+b") as file:  # in place, of the same length, with its old time of change
        file.write(path.read_bytes().replace(b"11.2", b"99.2"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def rename(root: Path) -> None:
    folder = root / "observations/total"
    (folder / "2021_2022-01-31.toml").rename(folder / "2020_2022-01-31.toml")


def link(root: Path) -> None:
    path = root / "observations/done/2024-06-27_2024-06-27.toml"
    path.rename(root / "elsewhere.toml")
    path.symlink_to(root / "elsewhere.toml")


def move(root: Path) -> None:
    path = root / "targets.toml"
    before = path.stat()
    with path.open("r+b") as file:  # as `edit` does
        file.write(path.read_bytes().replace(b"value = 30,", b"value = 31,"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited in place": edit,
    "targets edited in place": move,
    "added": lambda root: record(root, "total/2024_2025-01-31.toml", "value = 900"),
    "added series": lambda root: record(root, "share/2025_2026-01-31.toml", "value = 2\n"),
    "first of a target": lambda root: record(root, "empty/2025_2026-01-31.toml", "value = 2\n"),
    "removed": lambda root: (root / "observations/done/2024-06-27_2024-06-27.toml").unlink(),
    "renamed": rename,
    "a link": link,
    "a folder removed": lambda root: shutil.rmtree(root / "observations/budget"),
    "all removed": lambda root: shutil.rmtree(root / "observations"),
    "targets": lambda root: record(
        root, "../targets.toml", (root / "targets.toml").read_text("utf-8").replace("30", "31")
    ),
    "batch of all": lambda root: record(
        root, "batch_2023-02-01_all.toml", FILES["batch_2023-02-01_all.toml"].replace("40", "60")
    ),
    "batch": lambda root: record(
        root, "total/batch_2024-01-31_import.toml",
        FILES["total/batch_2024-01-31_import.toml"].replace("210", "150"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(asked: Asked, change: str) -> None:
    """At once, and again from what is kept then."""
    before = asked.text()
    CHANGES[change](asked.root)
    for _ in range(3):
        assert asked.text() == asked.fresh()
        asked.age()
    if change not in ("a link", "added series"):
        assert asked.text() != before


@pytest.mark.parametrize("words", [["status"], ["status", "-f", "json"]], ids=" ".join)
def test_the_first_observation_of_all_is_seen(asked: Asked, words: list[str]) -> None:
    """Of a project that had no folder for any."""
    shutil.rmtree(asked.root / "observations")
    asked.age()
    before = asked.text(*words)
    assert asked.text(*words) == before
    (asked.root / "observations").mkdir()
    record(asked.root, "done/2024-06-27_2024-06-27.toml", "value = true\n")
    assert asked.text(*words) == asked.fresh(*words) != before
    assert len(asked.kept()) == 1


@pytest.mark.parametrize("words", [["status"], ["status", "-f", "json"]], ids=" ".join)
@pytest.mark.parametrize("what", ["a file", "a link to nothing"])
def test_what_is_no_folder_of_observations_is_told_where_there_was_none(
    asked: Asked, words: list[str], what: str
) -> None:
    """It cannot be listed either, and is a fault all the same: nobody knows what it was to hold."""
    shutil.rmtree(asked.root / "observations")
    asked.age()
    asked.text(*words)
    path = asked.root / "observations"
    path.write_text("") if what == "a file" else path.symlink_to("nowhere")
    assert asked(*words).returncode == 4


@pytest.mark.parametrize("name", ["cli/front.py", "render/web/templates/page.css",
                                  "render/web/templates/parts.html"])  # fmt: skip
def test_another_program_gives_another_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Templates and style sheets too: a page of an old one is no page of this kpi."""
    package = tmp_path / "kpi"
    for each in ("cli/front.py", "render/web/templates/page.css",
                 "render/web/templates/parts.html"):  # fmt: skip
        (package / each).parent.mkdir(parents=True, exist_ok=True)
        (package / each).touch()
    monkeypatch.setattr(front, "__file__", str(package / "cli" / "front.py"))
    before = front._code()
    assert front._code() == before
    os.utime(package / name, ns=(1, 1))
    assert front._code() != before


def test_another_package_beside_ours_gives_another_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as one that draws tables, or knows the time zones."""
    (tmp_path / "site-packages").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site-packages"), str(tmp_path / "none")])
    before = front._code()
    assert before is not None
    assert front._code() == before
    os.utime(tmp_path / "site-packages", ns=(1, 1))
    assert front._code() != before


@pytest.mark.parametrize("name", ["wasser", "wasser/2024_2025-01-31.toml"])
def test_a_folder_that_is_no_target_is_told(asked: Asked, name: str) -> None:
    """Also after an answer was kept: a misspelt one may hold what turns a verdict round."""
    asked.text()
    path = asked.root / "observations" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("value = 1\n", "utf-8") if path.suffix else path.mkdir()
    for words in (("status",), ("status", "--sort", "file")):
        done = asked(*words)
        assert done.returncode == (4 if path.suffix else 0), words


def test_a_refusal_is_not_kept(asked: Asked) -> None:
    """A broken project says why every time, and is well again when it is mended."""
    good = asked.text()
    bad = asked.root / "observations/total/2024_2025-01-31.toml"
    bad.write_text("value = oops\n", "utf-8")
    for _ in range(3):
        done = asked("status")
        assert done.returncode == 4
        assert b"2024_2025-01-31.toml:1:9" in done.stderr
        assert done.stdout == b""
        asked.age()
    bad.unlink()
    assert asked.text() == good


def garble(data: bytes, seed: int) -> bytes:
    """A file as a broken disk, another version or an enemy may leave it."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice
    at = chance.randrange(len(data))
    return [
        lambda: data[:at],
        lambda: data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :],
        lambda: data + b"x" * at,
        lambda: chance.randbytes(at),
        lambda: data.replace(b"kpi answer 1", b"kpi answer 2"),
        lambda: b"",
        lambda: data[at:] + data[:at],
        lambda: data.replace(b"\t", b"\n"),
    ][seed % 8]()


def test_a_garbled_cache_is_no_answer(asked: Asked) -> None:
    """Forty ways to spoil the file: each time the answer is worked out anew."""
    from kpi.store import answer_cache

    said = asked.text()
    (path,) = asked.kept()
    good = path.read_bytes()
    question = good.split(b"\n", 3)[2].decode()
    folder = str(path.parent)
    kept = answer_cache.load(folder, question)
    assert kept is not None
    assert kept.text.decode() == said
    for seed in range(400):
        path.write_bytes(garble(good, seed))
        found = answer_cache.load(folder, question)
        assert found is None or path.read_bytes() == good
    path.write_bytes(garble(good, 1))
    assert asked.text() == said
    assert path.read_bytes() == good


def test_an_answer_that_says_nothing_is_no_answer(asked: Asked) -> None:
    """Every table has a line, so nobody kept it."""
    from kpi.store import answer_cache

    folder = str(asked.cache)
    answer_cache.save(folder, answer_cache.Answer("one", b"text", []))
    assert answer_cache.load(folder, "one") is not None
    answer_cache.save(folder, answer_cache.Answer("one", b"", []))
    assert answer_cache.load(folder, "one") is None


def test_an_answer_to_another_question_is_no_answer(asked: Asked) -> None:
    """Even where both have come to one file's name."""
    from kpi.store import answer_cache

    folder = str(asked.cache)
    answer_cache.save(folder, answer_cache.Answer("one", b"text", []))
    (path,) = asked.kept()
    path.rename(path.with_name(answer_cache._name("two")))
    assert answer_cache.load(folder, "two") is None


def test_an_answer_with_a_time_is_given_within_it() -> None:
    """From its beginning to before its end."""
    from kpi.store.answer_cache import Answer

    answer = Answer("?", b"", [], 100, 200)
    assert [answer.fits(now) for now in (99.9, 100, 199.9, 200)] == [False, True, True, False]


@pytest.mark.parametrize("words", [["status"], ["status", "--as-of", "2024-06-30"]], ids=" ".join)
def test_an_answer_of_another_day_is_worked_out_anew(asked: Asked, words: list[str]) -> None:
    """Time alone makes a promise overdue: what was kept yesterday is no answer of today."""
    from kpi.store import answer_cache

    said = asked.text(*words, KPI_TODAY="")
    (path,) = asked.kept()
    folder, question = str(path.parent), path.read_bytes().split(b"\n", 3)[2].decode()
    kept = answer_cache.load(folder, question)
    assert kept is not None
    assert kept.begins is not None
    assert kept.ends == kept.begins + 86_400  # there is no summer time in Seoul
    yesterday = answer_cache.Answer(
        question, b"of yesterday", kept.stamp, kept.begins - 86_400, kept.begins, kept.notes
    )
    answer_cache.save(folder, yesterday)
    assert asked.text(*words, KPI_TODAY="") == said
    again = answer_cache.load(folder, question)
    assert again is not None
    assert (again.begins, again.ends) == (kept.begins, kept.ends)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("targets.toml", "value = 30", "value = 99"),
     ("observations/done/2024-06-27_2024-06-27.toml", "true", "false")],
)  # fmt: skip
def test_what_a_link_leads_to_is_looked_at_each_time(
    asked: Asked, name: str, old: str, new: str
) -> None:
    """A link stays as it is when the file at its end is edited, elsewhere in the project."""
    elsewhere = asked.root / "elsewhere.toml"
    (asked.root / name).rename(elsewhere)
    (asked.root / name).symlink_to(elsewhere)
    asked.age()
    before = asked.text()
    assert asked.text() == before
    elsewhere.write_text(elsewhere.read_text("utf-8").replace(old, new), "utf-8")
    asked.age()
    assert asked.text() == asked.fresh() != before


def test_what_others_may_write_is_not_trusted(asked: Asked) -> None:
    """A file or folder with the rights of a group."""
    asked.text()
    (path,) = asked.kept()
    assert path.parent.stat().st_mode & 0o777 == 0o700  # what a ledger says is nobody else's
    before = path.read_bytes()
    path.write_bytes(before)
    path.chmod(0o660)
    assert asked.text() == asked.fresh()
    assert path.stat().st_mode & 0o777 == 0o600
    path.unlink()
    path.parent.chmod(0o770)
    asked.text()
    assert asked.kept() == []


@pytest.mark.parametrize("obstacle", ["file", "fifo", "link", "no home"])
def test_a_cache_that_cannot_be_had_is_done_without(asked: Asked, obstacle: str) -> None:
    """Whatever stands in its place."""
    said = asked.fresh()
    if obstacle == "no home":
        assert asked.text("status", XDG_CACHE_HOME="relative", HOME="") == said
        assert asked.kept() == []
        return
    asked.text()
    (path,) = asked.kept()
    if obstacle == "file":
        shutil.rmtree(asked.cache)
        asked.cache.write_text("in the way")
    else:
        path.unlink()
        os.mkfifo(path) if obstacle == "fifo" else path.symlink_to("/dev/zero")
    assert asked.text() == said
    assert asked.text() == said


@pytest.mark.parametrize("named", ["", "relative"])
def test_without_a_cache_folder_that_was_named_it_is_that_of_the_home(
    asked: Asked, tmp_path: Path, named: str
) -> None:
    """`~/.cache/kpi`; and none where the home is nowhere."""
    home = tmp_path / "home"
    home.mkdir()
    outside = Asked(tmp_path, asked.cache)
    for said in ("home", str(home)):  # the first is a folder of wherever one happens to be
        assert list(home.iterdir()) == []
        outside.text("status", "--project", "project", XDG_CACHE_HOME=named, HOME=said)
    kept = [one for one in home.rglob("*") if one.is_file()]
    assert [one.parent.parent for one in kept] == [home / ".cache/kpi"]


@pytest.mark.parametrize("home", [None, "", "relative"])
def test_without_a_home_there_is_no_folder_of_answers(
    monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    """Above all none at the root of the disk."""
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.delenv("HOME", raising=False)
    if home is not None:
        monkeypatch.setenv("HOME", home)
    assert front._home() is None


def test_what_another_user_left_is_not_trusted(tmp_path: Path) -> None:
    """Whoever may write to it, and whoever it belongs to."""
    from kpi.store import answer_cache

    folder = str(tmp_path / "answers")
    assert answer_cache.save(folder, answer_cache.Answer("?", b"text", []))
    path = tmp_path / "answers" / answer_cache._name("?")
    for mode, trusted in ((0o600, True), (0o644, True), (0o602, False), (0o620, False)):
        path.chmod(mode)
        assert (answer_cache.load(folder, "?") is not None) == trusted, oct(mode)
    path.chmod(0o600)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert answer_cache.load(folder, "?") is None
    if os.geteuid() == 0:  # only root may give a file away
        (tmp_path / "elsewhere").rename(path)
        os.chown(path, 1234, 1234)
        assert answer_cache.load(folder, "?") is None


def test_an_answer_is_written_and_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system may take and give fewer bytes than it is asked for; no file stays open."""
    from kpi.store import answer_cache

    text = b"a line of a table\n" * 20
    before = sorted(os.listdir("/dev/fd"))
    read, write_ = os.read, os.write
    monkeypatch.setattr(os, "write", lambda opened, data: write_(opened, bytes(data)[:100]))
    assert answer_cache.save(str(tmp_path), answer_cache.Answer("?", text, ["one", "two"]))
    monkeypatch.setattr(os, "read", lambda opened, size: read(opened, min(size, 100)))
    found = answer_cache.load(str(tmp_path), "?")
    assert found is not None
    assert (found.text, found.stamp) == (text, ["one", "two"])
    assert sorted(os.listdir("/dev/fd")) == before


def test_an_answer_that_is_too_large_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor read where it came to be there."""
    from kpi.store import answer_cache

    large = answer_cache.Answer("?", b"x" * 2_000, [])
    assert answer_cache.save(str(tmp_path), large)
    monkeypatch.setattr(answer_cache, "LARGEST", 1_000)
    assert answer_cache.load(str(tmp_path), "?") is None
    assert not answer_cache.save(str(tmp_path), answer_cache.Answer("!", large.text, []))


@pytest.mark.parametrize("call", ["write", "replace"])
def test_a_failure_half_way_leaves_nothing_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Neither half an answer nor an open file."""
    from kpi.store import answer_cache

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = sorted(os.listdir("/dev/fd"))
    monkeypatch.setattr(os, call, fail)
    assert not answer_cache.save(str(tmp_path / "answers"), answer_cache.Answer("?", b"text", []))
    assert list((tmp_path / "answers").iterdir()) == []
    assert sorted(os.listdir("/dev/fd")) == before


def test_a_full_or_read_only_cache_changes_nothing(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every system call that writes fails."""
    from kpi.store import answer_cache

    for name in ("makedirs", "open", "write", "replace"):

        def fail(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(answer_cache.os, name, fail)
            assert answer_cache.save(str(asked.cache), answer_cache.Answer("?", b"", [])) is False
        assert [one for one in asked.kept() if not one.name.startswith(".")] == []


def test_only_so_many_answers_are_kept(tmp_path: Path) -> None:
    """The oldest go first."""
    from kpi.store import answer_cache

    for nth in range(answer_cache.MOST + 1):
        answer_cache.save(str(tmp_path), answer_cache.Answer(f"{nth}", b"text", []))
        os.utime(tmp_path / answer_cache._name(f"{nth}"), (nth + 1, nth + 1))
    answer_cache.save(str(tmp_path), answer_cache.Answer("last", b"text", []))
    assert len(list(tmp_path.iterdir())) <= answer_cache.MOST
    assert answer_cache.load(str(tmp_path), "0") is None
    assert answer_cache.load(str(tmp_path), "last") is not None


def test_another_project_in_the_same_place_is_another_one(asked: Asked) -> None:
    """The folder was swapped for one with the same names."""
    asked.text()
    shutil.move(asked.root, asked.root.with_name("old"))
    asked.root.mkdir()
    write(asked.root)
    edit(asked.root)
    assert asked.text() == asked.fresh()


def test_a_commit_is_kept_by_its_name(asked: Asked) -> None:
    """A branch that moves means another commit; the folder does not matter."""
    git(asked.root, "init", "-q")
    git(asked.root, "add", "-A")
    git(asked.root, "commit", "-q", "-m", "one")
    now = asked.text()
    then = asked.text("status", "--at", "HEAD")
    assert then.replace(" · recorded at HEAD", "") == now
    edit(asked.root)
    assert asked.text("status", "--at", "HEAD") == then
    git(asked.root, "commit", "-q", "-a", "-m", "two")
    assert asked.text("status", "--at", "HEAD") == asked.fresh("status", "--at", "HEAD") != then
    assert asked.text("status", "--at", "HEAD~1").replace("HEAD~1", "HEAD") == then


@pytest.mark.parametrize("linked", [False, True])
def test_where_git_looks_for_a_project_belongs_to_a_commit(
    asked: Asked, tmp_path_factory: pytest.TempPathFactory, linked: bool
) -> None:
    """The same commit holds no such project where its repository is configured to lie elsewhere;
    it is that around the folder itself, and not around a link to it."""
    git(asked.root.parent, "init", "-q")
    git(asked.root.parent, "add", asked.root.name)
    git(asked.root.parent, "commit", "-q", "-m", "one")
    named = asked.root
    if linked:
        named = tmp_path_factory.mktemp("elsewhere") / "link"
        named.symlink_to(asked.root)
    words = ("status", "--at", "HEAD", "--project", str(named))
    asked.text(*words)
    git(asked.root.parent, "config", "core.worktree", str(asked.root))
    again, fresh = (asked(*words, KPI_CACHE=said) for said in ("", "off"))
    assert (again.returncode, again.stderr) == (fresh.returncode, fresh.stderr)
    assert again.returncode != 0


def test_a_question_writes_nothing_in_the_project(asked: Asked) -> None:
    """The cache is the user's, not the project's."""
    before = sorted(asked.root.rglob("*"))
    asked.text()
    asked.text()
    assert sorted(asked.root.rglob("*")) == before


def test_targets_that_were_edited_meanwhile_leave_nothing_of_the_answer_before() -> None:
    """Between the look at the stamp and the reading: the rows kept are of the old targets."""
    kept = fast_table.StampedRows(on="2026-11-22").packed()
    before = table_update.Before(kept, ["targets.toml\t=1"], frozenset({"observations/share"}))
    rest = table_update.rest(before, "targets.toml\t=1")
    assert rest is not None
    assert rest.changed == {"share"}
    assert table_update.rest(before, "targets.toml\t=2") is None
    for notes in (b"", b"x", kept[:-1], b"{}"):
        assert table_update.rest(replace(before, notes=notes), "targets.toml\t=1") is None
