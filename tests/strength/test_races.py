"""Many writers and readers at once: every fact is won once, and nobody ever reads half of one."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from kpi.facts.book import read_book
from kpi.store.trees import Entry, WorkTree
from tests.gallery import FAULTS, kpi
from tests.strength.whole import counted, held

#: docs/promises.md says how many were tried.
WRITERS = int(os.environ.get("KPI_WRITERS", "8"))
ADDS = int(os.environ.get("KPI_ADDS", "200"))
READERS = 2

MONTHS = [f"{year}-{month:02}" for year in range(1940, 2024) for month in range(1, 13)]


@dataclass(frozen=True)
class Try:
    """One writer's attempt at one fact, with a value and a note that nobody else has."""

    writer: int
    target: str
    period: str
    value: int

    @property
    def words(self) -> list[str]:
        return [
            "add", self.target, str(self.value), "--period", self.period,
            "--published", "2024-06-30", "--source", "Statistics Korea",
            "--note", f"{self.value} " * 500,
        ]  # fmt: skip

    @property
    def name(self) -> str:
        return f"observations/{self.target}/{self.period}_2024-06-30.toml"


def test_a_folder_that_is_made_while_it_is_looked_for(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first fact of all, recorded by another between two looks at its folder."""
    shutil.rmtree(root / "observations")

    def late(path: str) -> bool:
        os.makedirs(path, exist_ok=True)
        return False

    monkeypatch.setattr(os.path, "isdir", late)
    assert read_book(WorkTree(str(root))).problems == ()


def test_a_file_that_goes_while_its_folder_is_listed(root: Path) -> None:
    """Only that file is not there; the others of its folder are."""
    folder = root / "observations" / "share"
    for year in range(2010, 2020):
        (folder / f"{year}_2023-06-30.toml").write_text("value = 1\n")

    class Going(WorkTree):
        def _entry(self, name: str, state: os.stat_result) -> Entry:
            if "2015" in name:
                raise FileNotFoundError(name)
            return super()._entry(name, state)

    book = read_book(Going(str(root)))
    assert [str(one.period) for one in book.observations["share"]] == [
        *(str(year) for year in range(2010, 2020) if year != 2015), "2022",
    ]  # fmt: skip


def tries() -> list[list[Try]]:
    """For each writer its own list; a fact is tried by one, two or three of them, nearly at once.

    `money` is in KRW bn and has no ceiling, so that each attempt may have a value of its own.
    """
    chance = random.Random(16)  # noqa: S311 - to be the same each time
    months = iter(MONTHS)
    lists: list[list[Try]] = [[] for _ in range(WRITERS)]
    made = 0
    while made < ADDS:
        period = next(months)
        for writer in chance.sample(range(WRITERS), chance.choice([1, 2, 3])):
            lists[writer].append(Try(writer, "money", period, 1000 + made))
            made += 1
    return lists


def write(root: Path, mine: list[Try], start: Event, answers: multiprocessing.SimpleQueue) -> None:  # type: ignore[type-arg]
    start.wait()
    for one in mine:
        answer = kpi(root, *one.words)
        answers.put((one, answer.code, answer.err if answer.code else ""))
    answers.put(None)


def read(root: Path, start: Event, end: Event, answers: multiprocessing.SimpleQueue) -> None:  # type: ignore[type-arg]
    """Reads until the end; says how often, and every fault or step back that it saw."""
    start.wait()
    seen, faults, times = 0, [], 0
    while not end.is_set():
        book = read_book(WorkTree(str(root)))
        faults += [str(problem) for problem in book.problems]
        notes = [fact.note or "" for facts in book.observations.values() for fact in facts]
        faults += [note[:20] for note in notes if note.split() != note.split()[:1] * 500]
        if book.count < seen:
            faults.append(f"{book.count} facts after {seen}")
        seen, times = book.count, times + 1
    answers.put((times, faults))


def test_every_fact_is_won_once(tmp_path: Path) -> None:
    """The union is exact, every loser is told 6, and readers see whole facts only."""
    (tmp_path / "targets.toml").write_bytes((FAULTS / "sound.toml").read_bytes())
    fork = multiprocessing.get_context("fork")
    start, end = fork.Event(), fork.Event()
    written, read_ = fork.SimpleQueue(), fork.SimpleQueue()
    lists = tries()
    writers = [fork.Process(target=write, args=(tmp_path, mine, start, written)) for mine in lists]
    readers = [
        fork.Process(target=read, args=(tmp_path, start, end, read_)) for _ in range(READERS)
    ]
    for process in writers + readers:
        process.start()
    start.set()
    results: list[tuple[Try, int, str]] = []
    finished = 0
    while finished < len(writers):
        answer = written.get()
        finished += answer is None
        results += [] if answer is None else [answer]
    end.set()
    told = [read_.get() for _ in readers]
    for process in writers + readers:
        process.join(60)
        assert process.exitcode == 0

    assert [one for one in results if one[1] not in (0, 6)] == []
    won = {one.name: one for one, code, _ in results if code == 0}
    assert len(won) == sum(code == 0 for _, code, _ in results), "a fact was won twice"
    assert set(won) == {one.name for mine in lists for one in mine}, "nobody won a fact"
    for one, code, said in results:
        assert code == 0 or one.name in said
    files = held(tmp_path)
    assert set(files) == {"targets.toml", *won}
    for name, one in won.items():
        assert f"value = {one.value}\n" in files[name].decode()
    assert counted(tmp_path) == len(won)
    for times, faults in told:
        assert times > 0
        assert faults == []
    losers = Counter(code for _, code, _ in results)[6]
    times = [times for times, _ in told]
    sys.stdout.write(f"{len(results)} adds by {WRITERS}: {len(won)} won, {losers} refused; ")
    sys.stdout.write(f"read {times} times\n")
