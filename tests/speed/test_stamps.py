"""A stamp still holds only if every record still has the bytes it had."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kpi.cli.standing import answers, fast_table
from kpi.store import processes, stamps
from tests.speed.conftest import DAY, Asked


def settled_stamp(root: Path) -> list[str]:
    ahead = max(path.stat().st_ctime_ns for path in [root, *root.rglob("*")]) + stamps.COARSE * 2
    found = stamps.take(str(root), "targets.toml", "observations", ahead)
    assert found is not None
    return found


def changed_last(root: Path, name: str) -> int:
    """Touches a file or folder, and says when that was: long after all else was written."""
    (root / name).touch()
    return (root / name).stat().st_ctime_ns


@pytest.mark.parametrize("name", ["targets.toml", "observations/total/2021_2022-01-31.toml"])
@pytest.mark.parametrize("said", [1, 2**33], ids=["old", "of the future"])  # no clock is there yet
def test_what_was_written_just_now_is_not_kept(asked: Asked, name: str, said: int) -> None:
    """It may be written again within the same grain of the clock, whatever time a copy gave it."""
    path = asked.root / name
    os.utime(path, (said, said))  # moves its ctime to now
    now = path.stat().st_ctime_ns
    taken = [
        stamps.take(str(asked.root), "targets.toml", "observations", now + after)
        for after in (-1, 0, stamps.GRAIN, stamps.GRAIN + 1_000_000)
    ]
    assert [stamp is None for stamp in taken] == [True, True, True, False]


@pytest.mark.parametrize("more", [0, 40], ids=["named", "listed"])
@pytest.mark.parametrize("what", ["edited", "added", "renamed", "removed", "hidden", "a folder"])
def test_a_folder_of_few_files_and_one_of_many_are_watched_alike(
    asked: Asked, more: int, what: str
) -> None:
    """The stamp holds the names of a few files, and lists the folder of many anew."""
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
    for name in ("a\tb.toml", "a\nb.toml"):
        path = asked.root / "observations/done" / name
        path.write_text("", "utf-8")
        stamp = settled_stamp(asked.root)
        assert not [line for line in stamp if "b.toml" in line]
        assert stamps.changed(str(asked.root), stamp) == []
        path.write_text("x", "utf-8")
        assert stamps.changed(str(asked.root), stamp) == ["observations/done"]
        path.unlink()


@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize("name", ["x\t-\t0\ny", "a\nb", "a\tb", os.fsdecode(b"\xff")])
def test_a_folder_whose_name_might_be_two_lines_of_a_stamp(
    asked: Asked, name: str, form: str
) -> None:
    """The answer stays what it is, and an observation in that folder is no less a fault."""
    folder = asked.root / "observations/empty" / name
    folder.mkdir(parents=True)
    asked.age()
    said = asked.fresh("status", "-f", form)
    assert [asked.text("status", "-f", form) for _ in range(2)] == [said, said]
    (folder / "2025_2026-01-31.toml").write_text("value = 2\n", "utf-8")
    assert asked("status", "-f", form).returncode == 4


@pytest.mark.parametrize(
    "line", ["", "observations", "observations\t", "observations\t1\t0\t0\t..", "a\0b\t1\t2\t3\tc",
             "targets.toml\t=", "\t=\t\t\t"],
)  # fmt: skip
def test_a_line_that_is_no_stamp_is_a_change(asked: Asked, line: str) -> None:
    whole = settled_stamp(asked.root)
    assert stamps.changed(str(asked.root), [whole[0], line, *whole[1:]]) in (
        None, [line.partition("\t")[0]],
    )  # fmt: skip


def test_whole_seconds_mean_a_coarse_clock() -> None:
    """FAT counts every other second."""
    assert stamps.settled(1_500_000_000, 1_600_000_000)
    assert not stamps.settled(1_000_000_000, 2_900_000_000)
    assert stamps.settled(1_000_000_000, 3_100_000_000)


def test_a_clock_may_go_in_steps_of_a_hundredth_of_a_second() -> None:
    """As that of a kernel at 100 Hz: what changed in the last step may change once more in it."""
    assert not stamps.settled(1_500_000_000, 1_510_000_000)


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_project_without_observations_has_a_stamp_as_any_other(
    asked: Asked, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None while its targets may still change without a trace."""
    monkeypatch.setenv("KPI_TODAY", DAY)
    shutil.rmtree(asked.root / "observations")
    question = answers.Question.of(folder=str(asked.root), form=form)
    last = changed_last(asked.root, "targets.toml")
    assert answers.stand(question, last + 1).stamp is None
    assert answers.stand(question, last + 2 * stamps.COARSE).stamp is not None


def test_a_folder_that_goes_while_a_stamp_is_taken_leaves_none(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came after it would not be looked at again."""
    look = stamps._looked_through

    def gone(root: str, name: str) -> object:
        found = look(root, name)
        shutil.rmtree(asked.root / "observations/total", ignore_errors=True)
        return found

    monkeypatch.setattr(stamps, "_looked_through", gone)
    assert stamps.take(str(asked.root), "targets.toml", "observations", 2**63) is None


@pytest.mark.parametrize("each", [1, 3, 8_000], ids=["four processes", "two", "one"])
def test_every_line_of_a_stamp_is_looked_at(
    asked: Asked, each: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether one process looks at them or some share them."""
    monkeypatch.setattr(processes, "_processors", lambda: 4)
    monkeypatch.setattr(stamps, "EACH", each)
    for name in ("targets.toml", "observations/total/2021_2022-01-31.toml",
                 "observations/share/survey/2021_2022-06-08.toml",
                 "observations/done/2024-06-27_2024-06-27.toml"):  # fmt: skip
        stamp = settled_stamp(asked.root)
        assert stamps.changed(str(asked.root), stamp) == []
        path = asked.root / name
        path.write_bytes(path.read_bytes() + b"# edited\n")
        place = name if name == "targets.toml" else name.rpartition("/")[0]
        assert stamps.changed(str(asked.root), stamp) == [place]


@pytest.mark.parametrize("name", ["targets.toml", "observations", "observations/total",
                                  "observations/total/2021_2022-01-31.toml"])  # fmt: skip
@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize("enough", [0, 400], ids=["two processes", "one"])
def test_no_stamp_is_given_out_of_what_may_change_without_a_trace(
    asked: Asked, name: str, form: str, enough: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever file or folder was written last, and whoever of two processes has read it."""
    monkeypatch.setenv("KPI_TODAY", DAY)
    monkeypatch.setattr(fast_table, "ENOUGH", enough)
    question = answers.Question.of(folder=str(asked.root), form=form)
    last = changed_last(asked.root, name)
    assert answers.stand(question, last + 1).stamp is None
    stamp = answers.stand(question, last + 2 * stamps.COARSE).stamp
    assert stamp is not None
    assert sorted(stamp) == sorted(settled_stamp(asked.root))


@pytest.mark.parametrize(
    ("form", "reading", "name"),
    [("table", "_targets", "targets.toml"), ("json", "Asked.view", "targets.toml"),
     ("json", "Asked.view", "observations/total/2021_2022-01-31.toml")],
)  # fmt: skip
def test_what_is_edited_while_it_is_read_is_a_change(
    asked: Asked, form: str, reading: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is of what stood there before, and so must be its stamp."""
    monkeypatch.setenv("KPI_TODAY", DAY)
    *within, reading = reading.split(".")
    place: object = getattr(answers, within[0]) if within else answers
    path, read = asked.root / name, getattr(place, reading)

    def edited(*words: object) -> object:
        found = read(*words)
        path.write_bytes(path.read_bytes() + b"# edited\n")
        return found

    monkeypatch.setattr(place, reading, edited)
    question = answers.Question.of(folder=str(asked.root), form=form)
    stamp = answers.stand(question, path.stat().st_ctime_ns + 4 * stamps.COARSE).stamp
    assert stamp is not None
    assert stamps.changed(str(asked.root), stamp) == [name.rpartition("/")[0] or name]
