"""What the tests of `assess` share: a project written as text, judged on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from kpi.assess.board import assess
from kpi.assess.status import Status
from kpi.facts.book import Book, read_book
from kpi.render.wording import reasons, words
from kpi.render.wording.sentences import SENTENCES
from kpi.render.wording.vocabulary import FLAGS
from kpi.store.trees import Entry

#: A target that most tests begin with: from 10 in 2020 to 30 in 2030, 2 a year on a straight line.
STRAIGHT = """
[[target]]
id = "x"
title = "Something promised"
unit = "points"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 10 }
goal = { value = 30, by = 2030 }
"""


class Memory:
    """A project that exists in memory only."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files

    def read(self, name: str) -> bytes:
        if name not in self.files:
            raise FileNotFoundError(name)
        return self.files[name].encode()

    def walk(self, folder: str, without: object = ()) -> Iterator[Entry]:
        for name in self.files:
            if name.startswith(folder + "/"):
                yield Entry(name, len(self.files[name]))


def project(text: str) -> Memory:
    """The project that `text` spells: targets.toml, then `--- <name>` before each observation.

    A name is that of a file under observations/x/, without its ending.
    """
    targets, *facts = text.split("\n---")
    files = {"targets.toml": targets}
    for fact in facts:
        name, _, content = fact.partition("\n")
        files[f"observations/x/{name.strip()}.toml"] = content + "\n"
    return Memory(files)


def yearly(values: dict[int | str, object], series: str = "") -> str:
    """Observation files for `values` by year or other period, each published on 1 June after it."""
    lines = []
    for period, value in values.items():
        said = str(value).lower() if isinstance(value, bool) else str(value)
        after = int(str(period)[:4]) + 1
        lines.append(f"\n--- {series}{period}_{after}-06-01\nvalue = {said}")
    return "".join(lines)


def book(text: str) -> Book:
    """The book of a project without a fault."""
    found = read_book(project(text))
    assert found.problems == ()
    return found


def judged(text: str, on: str = "2026-11-22", as_of: str | None = None) -> Status:
    """The status of the target `x` on a day."""
    known_by = dt.date.fromisoformat(as_of) if as_of else None
    board = assess(book(text), dt.date.fromisoformat(on), known_by, only=["x"])
    (status,) = board.statuses
    assert_told(status)
    return status


def assert_told(status: Status) -> None:
    """Each reason and flag has a sentence, and all that the gaps of it ask for."""
    of_rules = [reading.reason for reading in status.readings]
    for reason in (status.reason, status.no_projection, *status.flags, *of_rules):
        for one in (reason, *reason.then) if reason is not None else ():
            assert one.key in SENTENCES or words.flag_name(one) in FLAGS, one.key
            reasons.say(one, status.target.unit)


def keys(status: Status) -> list[str]:
    """The keys of its flags."""
    return [flag.key for flag in status.flags]


class Judge:
    """`judge(text, on=…, as_of=…)` is the status; `judge.word(…)` the verdict alone."""

    straight = STRAIGHT
    yearly = staticmethod(yearly)
    project = staticmethod(project)
    book = staticmethod(book)
    keys = staticmethod(keys)

    def __call__(self, text: str, on: str = "2026-11-22", as_of: str | None = None) -> Status:
        return judged(text, on, as_of)

    def word(self, text: str, on: str = "2026-11-22", as_of: str | None = None) -> str:
        return judged(text, on, as_of).verdict

    def flags(self, text: str, on: str = "2026-11-22", as_of: str | None = None) -> list[str]:
        return keys(judged(text, on, as_of))


@pytest.fixture(scope="session")
def judge() -> Judge:
    """Judges a project written as text."""
    return Judge()
