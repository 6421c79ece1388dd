"""Everything that is recorded: files in any order, facts twice, targets with faults."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import permutations

import pytest

from kpi.facts.book import Book, read_book
from kpi.store.trees import Entry, Refused

TARGET = b"""
title = "Promises"
title_ko = "\xec\x95\xbd\xec\x86\x8d"
timezone = "Asia/Seoul"
[[target]]
id = "x"
title = "Something"
unit = "points"
direction = "up"
goal = { value = 30, by = 2030 }
"""


class Memory:
    """Files in memory, in the order of the dict; None was removed while we looked."""

    def __init__(self, files: dict[str, bytes | Exception | None]) -> None:
        self.files = {"targets.toml": TARGET, **files}

    def read(self, name: str) -> bytes:
        found = self.files[name]
        if isinstance(found, Exception):
            raise found
        if found is None:
            raise FileNotFoundError(name)
        return found

    def walk(self, folder: str, without: Collection[str] = ()) -> Iterator[Entry]:
        for name in self.files:
            if name.startswith(folder + "/") and name.rpartition("/")[0] not in without:
                yield Entry(name, 0, "special" if name.endswith("fifo.toml") else None)


def read(files: dict[str, bytes | Exception | None]) -> Book:
    return read_book(Memory(files))


FACTS: dict[str, bytes | Exception | None] = {
    "observations/x/2023_2024-06-01.toml": b"value = 6.4",
    "observations/x/2023_2025-06-01.toml": b"value = 6.5",
    "observations/x/2023_2025-06-01_r2.toml": b'value = 6.6\nnote = "a slip"',
    "observations/x/batch_2025-07-01_all.toml": b"""
[[observation]]
period = 2022
value = 5
[[observation]]
period = "2024-Q3"
value = 7
""",
}


def test_a_book_holds_what_is_recorded() -> None:
    """Facts by series, period, publication and revision, with their counts."""
    book = read(FACTS)
    assert (book.title, book.title_ko, book.timezone) == ("Promises", "약속", "Asia/Seoul")
    assert book.problems == ()
    assert [float(one.value) for one in book.observations["x"]] == [5, 6.4, 6.5, 6.6, 7]
    assert (book.count, book.files) == (5, 5)


def test_facts_of_two_folders_and_of_one_of_them() -> None:
    """What is asked of one target alone leaves the others out, and their problems."""
    series = b'[[target.series]]\nid = "s"\n'
    second = b"[[target]]" + TARGET.replace(b'"x"', b'"y"').partition(b"[[target]]")[2]
    memory = Memory({
        "observations/x/s/2023_2024-06-01.toml": b"value = 1",
        **FACTS, "observations/y/2023_2024-06-01.toml": b"value = oops",
        "targets.toml": TARGET + series + second,
    })  # fmt: skip
    assert (read_book(memory).count, len(read_book(memory).problems)) == (6, 1)
    alone = read_book(memory, ["x"])
    assert (alone.count, alone.files, alone.problems) == (6, 6, ())


def test_problems_of_the_targets_come_first() -> None:
    book = read({"targets.toml": TARGET + b"foo = 1\n", "observations/x/a.toml": b""})
    assert [one.where.file for one in book.problems] == ["targets.toml", "observations/x/a.toml"]


def test_of_two_targets_of_one_id_neither_is_held_against_the_facts() -> None:
    """A copy whose id was left as it was is of another kind, and the folder is not its own."""
    law = b'[[target]]\nid = "x"\ntitle = "L"\nkind = "milestone"\ngoal = { value = true }\n'
    for more in (b"", b"foo = 1\n"):
        problems = read({**FACTS, "targets.toml": TARGET + law + more}).problems
        assert {one.where.file for one in problems} == {"targets.toml"}


def test_a_fault_of_a_target_hides_none_of_its_facts() -> None:
    """A figure beyond the ceiling, of no series, twice and a correction of nothing: at once."""
    lone = "observations/x/2019_2024-01-01_r2.toml"
    book = read({
        **FACTS, lone: b"value = 3\nnote = 'n'",
        "observations/x/2022_2025-07-01.toml": b"value = 5",
        "observations/x/t/2023_2024-01-01.toml": b"value = 5",
        "observations/x/2018_2024-01-01.toml": b"value = 500",
        "observations/x/2018_2024-01-01_r3.toml": b"valeu = 5",
        "targets.toml": TARGET.replace(b"goal =", b"ceiling = 100\nlag = 5\ngoal ="),
    })  # fmt: skip
    assert [one.where.file.removeprefix("observations/x") for one in book.problems] == [
        "targets.toml", "/2018_2024-01-01.toml", *["/2018_2024-01-01_r3.toml"] * 3,
        "/2019_2024-01-01_r2.toml", "/2022_2025-07-01.toml", "/t",
    ]  # fmt: skip
    assert book.observations == {}


def test_the_order_of_the_files_does_not_matter() -> None:
    """All 24 orders."""
    books = [read(dict(order)).observations for order in permutations(FACTS.items())]
    assert all(book == books[0] for book in books)


def test_no_observations_at_all() -> None:
    """A promise without a figure is a book, too."""
    assert (read({}).count, read({}).observations) == (0, {"x": ()})


def test_a_fact_recorded_twice() -> None:
    """In a file and in a batch: each names the other."""
    book = read({**FACTS, "observations/x/2022_2025-07-01.toml": b"value = 5"})
    (problem,) = book.problems
    assert problem.where.file == "observations/x/2022_2025-07-01.toml"
    assert "the same fact" in problem.what
    assert problem.what.endswith(" stands in observations/x/batch_2025-07-01_all.toml")


def test_where_a_row_stands_that_is_there_twice() -> None:
    """In a batch of many targets the last such row, of this target and series."""
    second = TARGET.replace(b'"x"', b'"y"').partition(b"[[target]]")[2]
    row = b'[[observation]]\ntarget = "%s"\nperiod = %s\nvalue = 5\n'
    rows = [
        (b"x", b"2022"),
        (b"y", b"2022"),
        (b"x", b'"2023-Q1"'),
        (b"x", b"2022"),
        (b"y", b"2023"),
    ]
    data = b"".join(row % one for one in rows)
    memory = Memory({"observations/batch_2025-07-01_all.toml": data})
    memory.files["targets.toml"] = TARGET + b"[[target]]" + second
    (problem,) = read_book(memory).problems
    assert (problem.where.line, problem.where.column) == (13, 1)


def test_where_a_row_of_a_series_stands_that_is_there_twice() -> None:
    """That of the other series does not count."""
    row = b"[[observation]]\nperiod = 2022\nvalue = 5\n"
    data = row + b'series = "s"\n' + row + b'series = "s"\n' + row
    memory = Memory({"observations/x/batch_2025-07-01_all.toml": data})
    memory.files["targets.toml"] = TARGET + b'[[target.series]]\nid = "s"\n'
    (problem,) = read_book(memory).problems
    assert (problem.where.line, problem.where.column) == (5, 1)


def test_a_fact_recorded_twice_in_a_file_that_is_gone_when_its_place_is_sought() -> None:
    class Once(Memory):
        def read(self, name: str) -> bytes:
            data = super().read(name)
            self.files[name] = None
            return data

    rows = b"[[observation]]\nperiod = 2022\nvalue = 5\n" * 2
    (problem,) = read_book(Once({"observations/x/batch_2025-07-01_all.toml": rows})).problems
    assert str(problem.where) == "observations/x/batch_2025-07-01_all.toml"


@pytest.mark.parametrize(("rows", "other", "told"), [
    ("value = 5%\n|value = 6", None, ["a number", "the same fact (main, 2022"]),
    ("value = 5\n|valu = 6", None, ["the same fact", "unknown key"]),
    ("value = 5\n|value = 6\nnota = 1", None, ["the same fact", "unknown key"]),
    ("value = 5\nnota = 1", b"value = 5", ["the same fact", "unknown key"]),
    ("value = 5", b"value = 'x'", ['"x" is', "the same fact"]),
    ("value = 5\nnota = 1", None, ["unknown key"]),
    ('value = 5\n[[observation]]\nperiod = "2022-13"\nvalue = 1|value = 6', None,
     ['"2022-13" is not a period', "the same fact"]),
])  # fmt: skip
def test_a_fact_recorded_twice_with_another_fault(
    rows: str, other: bytes | None, told: list[str]
) -> None:
    """Both in one run, whichever of the two it is that has the fault."""
    data = "".join(f"[[observation]]\nperiod = 2022\n{row}\n" for row in rows.split("|"))
    files: dict[str, bytes | Exception | None] = {
        "observations/x/batch_2025-07-01_all.toml": data.encode()
    }
    if other is not None:
        files["observations/x/2022_2025-07-01.toml"] = other
    problems = read(files).problems
    found = sorted(problem.what for problem in problems)
    assert len(found) == len(told)
    twins = [problem.where.line for problem in problems if "twice here" in problem.what]
    assert set(twins) <= {data[: data.rindex("[[")].count("\n") + 1}
    assert all(any(what.startswith(begin) for what in found) for begin in told), found


def test_a_correction_of_nothing() -> None:
    """`_r2` without a first record, unless a batch of that day may hold it."""
    name = "observations/x/2023_2025-08-01_r2.toml"
    correction: dict[str, bytes | Exception | None] = {name: b'value = 1\nnote = "a slip"'}
    (problem,) = read({**FACTS, **correction}).problems
    assert (problem.where.file, problem.what) == (name, "there is no record to correct")
    rows = b"[[observation]]\nperiod = 2023\nvalue = 2"
    batch = {"observations/x/batch_2025-08-01_all.toml": rows}
    assert read({**FACTS, **correction, **batch}).problems == ()
    faulty = {name: rows.replace(b"2\n", b"oops\n") + b"x" for name in batch}
    (problem,) = read({**FACTS, **correction, **faulty}).problems  # and it may be the record
    assert problem.where.file in batch


@pytest.mark.parametrize(
    "fault",
    [{"observations/x/fifo.toml": b""},
     {"observations/x/2023_2024-06-01.toml": Refused("…", "too-large")}],
)  # fmt: skip
def test_a_file_that_must_not_be_read(fault: dict[str, bytes | Exception | None]) -> None:
    """It is a problem in its place, and the others are read."""
    book = read({**fault, **FACTS, **fault})
    assert [problem.where.file for problem in book.problems] == list(fault)
    assert book.count >= 4
    assert "texts" not in book.problems[0].remedy


def test_a_file_that_vanishes_is_not_there() -> None:
    """Between the list and the reading."""
    book = read({"observations/x/2021_2022-06-01.toml": None, **FACTS})
    assert (book.problems, book.count) == ((), 5)


def test_targets_that_must_not_be_read() -> None:
    """One fault, and not one for each observation of a target that is then unknown."""
    book = read({"targets.toml": Refused("targets.toml", "too-large"), **FACTS})
    (problem,) = book.problems
    assert (problem.where.file, problem.remedy) == ("targets.toml", "shorten its texts")


def test_facts_of_a_faulty_target_are_no_further_problem() -> None:
    """The target's own fault is enough; an unknown target is one fault of its folder."""
    faulty = TARGET.replace(b'direction = "up"', b'direction = "upwards"')
    book = read({"targets.toml": faulty, **FACTS})
    assert {problem.where.file for problem in book.problems} == {"targets.toml"}
    unknown = read({"observations/y/2023_2024-06-01.toml": b"value = 1"})
    (problem,) = unknown.problems
    assert problem.where.file.startswith("observations/y")


def test_a_missing_targets_file() -> None:
    """That is no project: whoever asked must know."""
    with pytest.raises(FileNotFoundError):
        read({"targets.toml": None})
