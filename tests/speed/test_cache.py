"""The cache never changes an answer, whatever becomes of it."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kpi.cli import front, status_fast, status_update
from tests.speed.conftest import FILES, Asked, git, write


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
    ["status", "--on", "2024-01-01"], ["status", "--as-of", "2023-01-01"], ["status", "share"],
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


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited in place": edit,
    "added": lambda root: write_new(root, "total/2024_2025-01-31.toml", "value = 900"),
    "added series": lambda root: write_new(root, "share/2025_2026-01-31.toml", "value = 2\n"),
    "first of a target": lambda root: write_new(root, "empty/2025_2026-01-31.toml", "value = 2\n"),
    "removed": lambda root: (root / "observations/done/2024-06-27_2024-06-27.toml").unlink(),
    "renamed": rename,
    "a link": link,
    "a folder removed": lambda root: shutil.rmtree(root / "observations/budget"),
    "all removed": lambda root: shutil.rmtree(root / "observations"),
    "targets": lambda root: write_new(
        root, "../targets.toml", (root / "targets.toml").read_text("utf-8").replace("30", "31")
    ),
    "batch of all": lambda root: write_new(
        root, "batch_2023-02-01_all.toml", FILES["batch_2023-02-01_all.toml"].replace("40", "60")
    ),
    "batch": lambda root: write_new(
        root, "total/batch_2024-01-31_import.toml",
        FILES["total/batch_2024-01-31_import.toml"].replace("210", "150"),
    ),
}  # fmt: skip


def write_new(root: Path, name: str, text: str) -> None:
    """A file of the project, in place of an older one."""
    path = root / "observations" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


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
    write_new(asked.root, "done/2024-06-27_2024-06-27.toml", "value = true\n")
    assert asked.text(*words) == asked.fresh(*words) != before
    assert len(asked.kept()) == 1


def test_what_was_written_just_now_is_not_kept(asked: Asked) -> None:
    """It may be written again within the same grain of the clock."""
    path = asked.root / "observations/total/2024_2025-01-31.toml"
    ahead = 2**33  # seconds: no clock is there yet
    path.write_text("value = 900\n", "utf-8")
    os.utime(path, (ahead, ahead))  # moves its ctime to now
    from kpi.store import stamps

    now = path.stat().st_ctime_ns
    taken = [
        stamps.take(str(asked.root), "targets.toml", "observations", now + after)
        for after in (-1, 0, stamps.GRAIN, stamps.GRAIN + 1_000_000)
    ]
    assert [stamp is None for stamp in taken] == [True, True, True, False]


def settled_stamp(root: Path) -> list[str]:
    from kpi.store import stamps

    ahead = max(path.stat().st_ctime_ns for path in [root, *root.rglob("*")]) + stamps.COARSE * 2
    found = stamps.take(str(root), "targets.toml", "observations", ahead)
    assert found is not None
    return found


@pytest.mark.parametrize("more", [0, 40], ids=["named", "listed"])
@pytest.mark.parametrize("what", ["edited", "added", "renamed", "removed", "hidden", "a folder"])
def test_a_folder_of_few_files_and_one_of_many_are_watched_alike(
    asked: Asked, more: int, what: str
) -> None:
    """The stamp holds the names of a few files, and lists the folder of many anew."""
    from kpi.store import stamps

    folder = asked.root / "observations/total"
    for nth in range(more):
        (folder / f"19{10 + nth}_2022-01-31.toml").write_text("value = 1\n", "utf-8")
    stamp = settled_stamp(asked.root)
    line = next(one for one in stamp if one.startswith("observations/total\t"))
    files = len(list(folder.glob("*.toml")))
    assert line.split("\t")[2] == str(files)
    assert len(line.split("\t")) == (4 if files > stamps.NAMED else 4 + files)
    assert stamps.changed(str(asked.root), stamp) == []
    path = folder / "2021_2022-01-31.toml"
    if what == "edited":
        path.write_bytes(path.read_bytes())
    elif what in ("renamed", "hidden"):
        path.rename(folder / (".x" if what == "hidden" else "2020_2022-01-31.toml"))
    elif what == "removed":
        path.unlink()
    else:
        new = folder / "2024_2025-01-31.toml"
        new.mkdir() if what == "a folder" else new.write_text("value = 9\n", "utf-8")
    assert stamps.changed(str(asked.root), stamp) == ["observations/total"]


def test_names_that_would_blur_a_stamp_are_not_in_it(asked: Asked) -> None:
    from kpi.store import stamps

    for name in ("a\tb.toml", "a\nb.toml"):
        path = asked.root / "observations/done" / name
        path.write_text("", "utf-8")
        stamp = settled_stamp(asked.root)
        assert not [line for line in stamp if "b.toml" in line]
        assert stamps.changed(str(asked.root), stamp) == []
        path.write_text("x", "utf-8")
        assert stamps.changed(str(asked.root), stamp) == ["observations/done"]
        path.unlink()


@pytest.mark.parametrize(
    "line", ["", "observations", "observations\t", "observations\t1\t0\t0\t..", "a\0b\t1\t2\t3\tc",
             "targets.toml\t=", "\t=\t\t\t"],
)  # fmt: skip
def test_a_line_that_is_no_stamp_is_a_change(asked: Asked, line: str) -> None:
    from kpi.store import stamps

    whole = settled_stamp(asked.root)
    assert stamps.changed(str(asked.root), [whole[0], line, *whole[1:]]) in (
        None, [line.partition("\t")[0]],
    )  # fmt: skip


def test_whole_seconds_mean_a_coarse_clock() -> None:
    """FAT counts every other second."""
    from kpi.store.stamps import settled

    assert settled(1_500_000_000, 1_600_000_000)
    assert not settled(1_000_000_000, 1_600_000_000)
    assert settled(1_000_000_000, 3_100_000_000)


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


def test_a_question_writes_nothing_in_the_project(asked: Asked) -> None:
    """The cache is the user's, not the project's."""
    before = sorted(asked.root.rglob("*"))
    asked.text()
    asked.text()
    assert sorted(asked.root.rglob("*")) == before


def test_targets_that_were_edited_meanwhile_leave_nothing_of_the_answer_before() -> None:
    """Between the look at the stamp and the reading: the rows kept are of the old targets."""
    kept = status_fast.Table(on="2026-11-22").packed()
    before = status_update.Before(kept, ["targets.toml\t=1"], frozenset({"observations/share"}))
    rest = status_update.rest(before, "targets.toml\t=1")
    assert rest is not None
    assert rest.changed == {"share"}
    assert status_update.rest(before, "targets.toml\t=2") is None
