"""Whoever mends all slips of writing that are told finds none that stood in the file before."""

from __future__ import annotations

import random

import pytest

from kpi.facts.syntax.toml import parse
from kpi.facts.targets import read_targets

LEDGER = """schema = 1
title = "Invented targets"
timezone = "Asia/Seoul"

[document.plan-2023]
title = "The plan of 2023"
published = 2023-03-01
weight = "official"

[document.press-2024]
title = "A notice"
published = 2024-03-01

[[target]]
id = "share"
title = "Companies that use AI"
tags = ["ai", "firms"]
unit = "%"
direction = "up"
ceiling = 100
judged_series = "survey"
baseline = { period = 2022, value = 1, series = "survey" }

[[target.goal]]
value = 30
by = 2030
document = "plan-2023"

[[target.goal]]
value = 25
by = 2030
document = "press-2024"

[[target.series]]
id = "survey"
title = "Survey of business activities"

[[target]]
id = "money"
title = "Private investment"
kind = "total"
unit = "KRW bn"
direction = "up"
goal = { value = 65000, by = 2027 }
tags = [
  "money",
  "firms",
]
path = [
  { by = 2024, value = 10000 },
  { by = 2025, value = 20000 },
]
note = \"\"\"
A note
of lines\"\"\"
"""

#: A row of the ledger, and what somebody made of it.
SLIPS = [
    ('title = "A notice"', 'title = "A notice'), ('title = "A notice"', "title = A notice"),
    ('title = "A notice"', "title = “A notice”"), ('title = "A notice"', 'title : "A notice"'),
    ('title = "A notice"', 'title "A notice"'), ('title = "A notice"', 'title = "A notice",'),
    ('title = "A notice"', 'title = "A "notice""'), ('title = "A notice"', 'title = "A \\d"'),
    ('title = "A notice"', "title ="), ('title = "A notice"', "제목 = 1"),
    ('title = "A notice"', "a remark"), ('title = "A notice"', "// a remark"),
    ('title = "A notice"', "titel = 1"), ('title = "A notice"', 'title = """A notice'),
    ('title = "A notice"', "title = '''A notice"), ("ceiling = 100", "ceiling = 100%"),
    ("ceiling = 100", "ceiling = 100 points"), ("ceiling = 100", "ceiling = 100,5"),
    ("ceiling = 100", 'ceiling = "much"'), ("ceiling = 100", "ceiling = 5"),
    ("published = 2024-03-01", "published = 2024-03-45"),
    ("published = 2024-03-01", "published = 1.3.2024"),
    ("[document.press-2024]", "document.press-2024]"),
    ("[document.press-2024]", "[document.press-2024"),
    ("[[target.series]]", "target.series]]"), ("[[target.series]]", "[[target.series"),
    ("[[target.series]]", "[target.series]]"),
    ('tags = ["ai", "firms"]', 'tags = ["ai", "firms"'),
    ('tags = ["ai", "firms"]', 'tags = ["ai" "firms"]'),
    ('tags = ["ai", "firms"]', 'tags = "ai", "firms"]'),
    ('tags = ["ai", "firms"]', 'tags = ["ai", firms]'),
    ('tags = ["ai", "firms"]', 'tags = ["ai", "firms]'),
    ("goal = { value = 65000, by = 2027 }", "goal = { value = 65000, by = 2027"),
    ("goal = { value = 65000, by = 2027 }", "goal = { value = 65000 by = 2027 }"),
    ("goal = { value = 65000, by = 2027 }", "goal = { value = 65000, by = 2027, }"),
    ("goal = { value = 65000, by = 2027 }", "goal = value = 65000, by = 2027 }"),
    ("goal = { value = 65000, by = 2027 }", "goal = { value: 65000, by = 2027-Q3 }"),
    ("goal = { value = 65000, by = 2027 }", "goal = { valeu = 65000, by = 2027% }"),
    ('  "money",', '  "money"'), ('  "money",', '  "money,'), ('  "money",', "  money,"),
    ("  { by = 2024, value = 10000 },", "  { by = 2024, value = 10000 }"),
    ("  { by = 2024, value = 10000 },", "  { by = 2024, value = 10000,"),
    ("  { by = 2024, value = 10000 },", "  by = 2024, value = 10000 },"),
    ("  { by = 2025, value = 20000 },", "  { by = 2025, value = 20000 bn },"),
    ("  { by = 2025, value = 20000 },", "  { by = 2025, valeu = 20000 },"),
    ("path = [", "path ="),
    ('judged_series = "survey"', 'judged_series = "nothing"'),
    ('weight = "official"', 'weight = "offical"'), ('direction = "up"', 'direction = "upward"'),
]  # fmt: skip


def told(rows: list[str]) -> set[tuple[int, int, str]]:
    """Where each problem of a ledger is, and what it says."""
    problems = read_targets("\n".join(rows).encode()).problems
    return {(one.where.line, one.where.column, one.what) for one in problems}


def slipped(*slips: tuple[str, str]) -> list[str]:
    """The rows of the ledger with some slips in them."""
    rows = LEDGER.split("\n")
    for row, other in slips:
        rows[rows.index(row)] = other
    return rows


def test_each_slip_is_told_once() -> None:
    """It is no slip and no problem of another key that is told in its place."""
    assert told(slipped()) == set()
    many = {slip: told(slipped(slip)) for slip in SLIPS}
    assert {slip: found for slip, found in many.items() if not 1 <= len(found) <= 2} == {}


@pytest.mark.parametrize("count", [2, 3, 5])
def test_of_several_slips_each_is_told(count: int) -> None:
    """As it is told of a file without the others."""
    alone = {slip: told(slipped(slip)) for slip in SLIPS}
    for seed in range(60):
        chance = random.Random(seed)  # noqa: S311 - a seeded choice
        chosen = {row: (row, other) for row, other in chance.sample(SLIPS, count)}
        missing = set().union(*(alone[slip] for slip in chosen.values()))
        assert missing - told(slipped(*chosen.values())) == set(), chosen


@pytest.mark.parametrize(("row", "told_of_it"), [
    ("a = { b = 30%, c = 2030-Q1, d: 1 }",
     [(13, "30%"), (24, "2030-Q1"), (30, 'a key without "="')]),
    ("a = { b = True c = «x» }", [(11, "this is not a value"), (16, "comma"), (20, "« is no")]),
    ("a = [1 2, x]", [(8, "two items"), (11, "this is not a value")]),
    ('a = { b = 30%, c = "x', [(13, "30%"), (22, "a text"), (22, "a table in braces")]),
    ("<<<<<<< HEAD", [(1, "git left the marks")]),
])  # fmt: skip
def test_of_several_slips_in_a_line_each_has_its_column(
    row: str, told_of_it: list[tuple[int, str]]
) -> None:
    """That of the line as it is written, whatever has been put into it."""
    after = "b = 1\n=======\nb = 2\n>>>>>>> other\nd = x" if row.startswith("<") else "d = x"
    faults = parse(f"c = 1\n{row}\n{after}\n".encode(), past=True).faults
    assert [fault.line for fault in faults] == [2] * len(told_of_it) + [3 + after.count("\n")]
    for fault, (column, what) in zip(faults, told_of_it, strict=False):
        assert (fault.column, what in fault.what) == (column, True), fault


@pytest.mark.parametrize(("slip", "columns"), [
    # The keys of a table without its end are judged, a text without its end is not.
    (("goal = { value = 65000, by = 2027 }", "goal = { valeu = 65000, by = 2027"), [10, 34]),
    (('weight = "official"', 'weight = "offical'), [18]),
])  # fmt: skip
def test_what_is_judged_beside_a_slip(slip: tuple[str, str], columns: list[int]) -> None:
    assert sorted(column for _, column, _ in told(slipped(slip))) == columns


@pytest.mark.parametrize(("rows", "told_of_them"), [
    ("a =\n]", ["1:4 there is no value", "2:1 this is neither"]),
    ("a =\nb = 1\nc = [\n  1,\n]\nd = %", ["1:4 there is no value", "6:5 this is not"]),
    ("a =\n  1,\n]\nd = %", ["1:4 there is no value", "4:5 this is not"]),
    ("a =\nit is\nmore\"\"\"\nd = %", ["1:4 there is no value", "4:5 this is not"]),
    ("a =\nit is\nmore'''\nd = %", ["1:4 there is no value", "4:5 this is not"]),
    ('a = """it is\nmore', ["1:5 a text"]),
    ('a = "it is\nmore"\nd = %', ["1:11 a text", "3:5 this is not"]),
    ('a = ["x]\nd = %', ["1:9 a text", "2:5 this is not"]),
    ('a = { b = "x }\nd = %', ["1:15 a text", "2:5 this is not"]),
    ('a = { b = "x\\d", c = 30% }\nd = %', ["1:15 a backs", "1:24 a number", "2:5 this is not"]),
    ('a = { b = "x\\d", "y", c = 30% }\nd = %',
     ["1:15 a backs", "1:29 a number", "2:5 this is not"]),
    ('tags = ["ai", 5G]\nd = %', ["1:15 this is not", "2:5 this is not"]),
    ('tags = [\n  5G,\n  "x",\n]\nd = %', ["2:3 this is not", "5:5 this is not"]),
    ('tags = ["ai"; "firms"]\nd = %', ["1:13 a comma", "2:5 this is not"]),
    ("a = [\n  { b = 1 };\n  { b = 2 }\n]\nd = %", ["2:12 a comma", "5:5 this is not"]),
    ("a = [1, 2\nb = 3\nd = %", ["1:10 a list", "3:5 this is not"]),
    ("[b]\nx = 1\n[b]\ny = %\nd = %", ["3:1 the table", "4:5 this is not", "5:5 this is not"]),
    ('a = 1\nremark it"s [\nd = %', ["2:8 a key without"]),  # who knows where the text ends
])  # fmt: skip
def test_what_is_told_of_some_rows_and_no_more(rows: str, told_of_them: list[str]) -> None:
    """What is put in the place of a slip is no slip of its own."""
    faults = parse(rows.encode(), past=True).faults
    found = [f"{fault.line}:{fault.column} {fault.what}" for fault in faults]
    assert len(found) == len(told_of_them), found
    assert all(one.startswith(begin) for one, begin in zip(found, told_of_them, strict=True)), found


ONE, OTHER = "<<<<<<< HEAD\nb = %\n", "=======\nc = %\n>>>>>>> other\n"


@pytest.mark.parametrize(("rows", "places"), [
    (ONE + OTHER + "d = %", ["1:1", "2:5", "6:5"]),
    (ONE + "||||||| base\nb = 3\n" + OTHER + "d = %", ["1:1", "2:5", "8:5"]),
    (ONE + OTHER + "e = %\n" + ONE.replace("b", "f") + OTHER + "d = %",
     ["1:1", "2:5", "6:5", "7:1", "8:5", "12:5"]),
    (OTHER + "d = %", ["1:1", "4:5"]),
    (">>>>>>> other\nd = %", ["1:1", "2:5"]),
    (ONE + "d = %", ["1:1"]),
    (ONE + ">>>>>>> other\n" + ONE + OTHER + "d = %", ["1:1"]),
])  # fmt: skip
def test_of_a_conflict_the_first_version_is_read_and_what_follows(
    rows: str, places: list[str]
) -> None:
    """Of each conflict by itself: of the first of two the marks of the last were taken."""
    faults = parse(rows.encode(), past=True).faults
    assert [f"{fault.line}:{fault.column}" for fault in faults] == places


@pytest.mark.parametrize(("text", "places"), [
    ("<<<<<<<\nb = 1\n=======\nb = 2\n>>>>>>>\n<<<<<<<\nc = 1\n=======\nc = 2\n>>>>>>>\n",
     [(1, 1), (6, 1)]),
    ("<<<<<<<\nb = 1\n|||||||\nb = 0\n=======\nb = 2\n>>>>>>>\n", [(1, 1)]),
    ("a = { b =\n2\"\"\"\n", [(1, 10), (1, 10), (2, 2), (2, 2)]),
    ("a = [1]\n[[a.b]]\n[[a.b]]\n", [(2, 6), (3, 6)]),
    ('a =\nc . "d e" = """f\n"""\n', [(1, 4)]),
])  # fmt: skip
def test_no_place_is_of_what_was_put_in(text: str, places: list[tuple[int, int]]) -> None:
    """Each of two conflicts is told, and a heading of which no name does is told once."""
    faults = parse(f"{text}e = x\n".encode(), past=True).faults
    found = [(fault.line, fault.column) for fault in faults]
    assert found == [*places, (text.count("\n") + 1, 5)]
