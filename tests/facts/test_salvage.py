"""A fault in one key hides none in the others, and nothing is said of what could not be read."""

from __future__ import annotations

import pytest

from kpi.facts.targets import read_targets

HEAD = """
[[target]]
id = "a"
title = "A"
unit = "%"
direction = "up"
"""


def told(text: str) -> list[str]:
    """What is wrong with a target that begins as all of these, in the order of the file."""
    return told_of(HEAD + text)


def told_of(text: str) -> list[str]:
    """What is wrong with a file."""
    return [one.what.partition(";")[0] for one in read_targets(text.encode()).problems]


def test_an_unknown_key_hides_nothing() -> None:
    """Nor do a wrong type and a number that is none: all of it in one run."""
    found = told("""
foo = 1
cadence = 3
ceiling = 100
judged_series = "nope"
baseline = { period = 2023, value = 50 }
[[target.goal]]
value = 300
by = 2030
announced = 2024-01-01
document = "q"
quote = 5
[[target.goal]]
value = 30
by = 2030
announced = 2025-01-01
""")
    assert [one.split("; ")[0] for one in found] == [
        'unknown key "foo"', "3 is not a length of time", 'there is no series "nope"',
        "the goal 300 is beyond the ceiling 100", 'there is no document "q"', "5 is not a text",
        'the goal 30 lies below the baseline 50, against direction = "up"',
    ]  # fmt: skip


@pytest.mark.parametrize("missing", ["id", "title"])
def test_a_missing_key_hides_nothing(missing: str) -> None:
    """The keys that are there are held against each other without it."""
    head = "".join(line for line in HEAD.splitlines(True) if not line.startswith(missing))
    text = 'judged_series = "nope"\nbaseline = { period = 2023, value = 50 }\n'
    assert told_of(head + text + "goal = { value = 30, by = 2020 }\n") == [
        f'the key "{missing}" is missing', 'there is no series "nope"',
        'the goal 30 lies below the baseline 50, against direction = "up"',
        "the deadline 2020-12-31 is not after the baseline's 2023-12-31",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("goal", "place"),
    [("goal = { value = 30 }", (9, 10)), ("[[target.goal]]\nvalue = 30", (10, 1))],
)
def test_what_is_left_has_its_place(goal: str, place: tuple[int, int]) -> None:
    """That of the key, in a table in braces as in one with a heading."""
    text = f"{HEAD}foo = 1\nbaseline = {{ period = 2023, value = 50 }}\n{goal}\n"
    _, found = (one.where for one in read_targets(text.encode()).problems)
    assert (found.line, found.column) == place


def test_without_a_direction_nothing_lies_on_a_wrong_side() -> None:
    text = HEAD.replace('"up"', '"upwards"') + "baseline = { period = 2023, value = 50 }\n" + GOAL
    (found,) = read_targets(text.encode()).problems
    assert found.what == '"upwards" is not one of "up", "down", "keep"'


def test_sound_rows_are_held_against_the_rest() -> None:
    """Of a path without a fault of its own every row counts."""
    found = told("""
foo = 1
path = [{ by = 2026, value = 20 }, { by = 2025, value = 15 }]
goal = { value = 30, by = 2030 }
""")
    assert found == ['unknown key "foo"', "the row by 2025 does not come after the row by 2026"]


GOAL = "goal = { value = 30, by = 2030 }\n"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("baseline = { period = 2023, value = nan }\n" + GOAL, 1),  # no side of it is known
        ("ceiling = 100\ngoal = { value = 300, by = 'x' }\n", 2),
        ("baseline = { perod = 2023, value = 50 }\n" + GOAL, 2),
        ("baseline = { value = 50 }\n" + GOAL, 2), ("base_line = { period = 2031 }\n" + GOAL, 1),
        ("baseline = { period = 2023, value = 50, assumed = 5 }\n" + GOAL, 2),  # a remark
        ("baseline = { period = 2023, value = 50, series = 5 }\n" + GOAL, 2),
        ("ceiling = 'x'\nbaseline = { period = 2023, value = 500 }\ngoal = { value = 600 }\n", 1),
        ("goal = { valu = 30, by = 2030 }\nbaseline = { period = 2031, value = 50 }\n", 2),
        ("goal = { by = 2030, document = 'q' }\n", 2), ("path = 'geometric'\ngoal = {}\n", 1),
        ("path = [{ by = 'x', value = 2 }, { by = 2026, value = 5 }]\n" + GOAL, 1),
        ("path = [{ by = 2026, value = 'x' }, { by = 2025, value = 5 }]\n" + GOAL, 2),
        ("path = [{ by = 2026, value = 2 }, { by = 'x' }, { by = 2025, value = 5 }]\n" + GOAL, 3),
        ("path = 'logistic'\nceiling = 'x'\n" + GOAL, 1),
        ("path = 'logistic'\ncieling = 100\n" + GOAL, 1),
        ("path = 'logistic'\nfoo = 1\n" + GOAL, 2),
        ("path = [{ by = 2026, value = 'x' }]\nceiling = 10\ngoal = { value = 9 }\n", 1),
        ("closed = { on = 5, as = 'dropped', document = 'q' }\n" + GOAL, 2),
        ("kind = 'sum'\ngoal = { value = true }\n", 1),
        ("series = [{ id = 'B' }]\njudged_series = 'b'\n" + GOAL, 1),
        ("goal = 300\njudged_series = 'c'\n", 2),
        ("series = 5\njudged_series = 'b'\n" + GOAL, 1),
        ("ceiling = 100\ngoal = { value = 300, foo = 1 }\n", 2),  # nobody reads it
        ("ceiling = 100\ngoal = []\n", 1), ("ceiling = 100\ngoal = 300\n", 1),
        ("series = [{ id = 'b', comparable = 5 }]\njudged_series = 'c'\n" + GOAL, 2),
        ("note = 5\ngoal = { value = true }\n", 2),
        ("superseded = { on = 2024-01-01, by = 'zzz', why = 3 }\n" + GOAL, 2),
    ],
)  # fmt: skip
def test_what_is_lost_is_held_against_nothing(text: str, faults: int) -> None:
    assert len(told(text)) == faults, told(text)


@pytest.mark.parametrize(("table", "text", "keys"), [
    ("goal", "ceiling = 100\ngoal = { value = 300, KEY = [] }\n", "quote reading note"),
    ("baseline", "baseline = { period = 2023, value = 50, KEY = [] }\n" + GOAL,
     "reason why note assumed"),
    ("series", "judged_series = 'c'\nseries = [{ id = 'b', KEY = [] }]\n" + GOAL,
     "title title_ko publisher definition url unit comparable note"),
])  # fmt: skip
def test_a_remark_at_fault_hides_nothing_of_its_table(table: str, text: str, keys: str) -> None:
    """Nothing is held against what it says."""
    for key in keys.split():
        assert len(told(text.replace("KEY", key))) == 2, (table, key)


def test_a_lost_goal_says_no_direction() -> None:
    text = HEAD.replace('direction = "up"', 'kind = "annual"') + "goal = { valu = 3, by = 2030 }\n"
    (found,) = read_targets(text.encode()).problems
    assert found.what == 'unknown key "valu"'


@pytest.mark.parametrize(("line", "more", "missing"), [
    ('unit = "%"\n', "foo = 1\n", True), ('direction = "up"\n', "foo = 1\n", True),
    ('unit = "%"\n', "unti = '%'\n", False), ('unit = "%"\n', "unit = 5\n", False),
    ('direction = "up"\n', "directon = 'up'\n", False),
])  # fmt: skip
def test_a_key_that_another_makes_necessary(line: str, more: str, missing: bool) -> None:
    """Its lack is told beside other faults, but where it was misspelt or is at fault itself."""
    found = told_of(HEAD.replace(line, "") + more + GOAL)
    assert len(found) == 1 + missing, found
    assert any("is missing" in one for one in found) is missing


def test_a_target_of_which_nothing_is_left_hides_no_other_one() -> None:
    text = HEAD.replace('"up"', '"upwards"') + GOAL + HEAD.replace('"a"', '"b"') + "foo = 1\n"
    assert len(told_of(text + "judged_series = 'c'\n" + GOAL)) == 3


def test_an_id_at_fault_hides_nothing() -> None:
    """What the goal says against the baseline is known without a name."""
    text = HEAD.replace('"a"', '"A b"') + "baseline = { period = 2023, value = 50 }\n" + GOAL
    assert [one.where.line for one in read_targets(text.encode()).problems] == [3, 8]


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_of_several_goals_one_is_lost(lost: int) -> None:
    """What else is wrong with it is told, and the others keep their places."""
    text = HEAD + "ceiling = 100\n"
    for nth in range(3):
        by = "'x'" if nth == lost else "2030"
        text += f"[[target.goal]]\nvalue = 300\nannounced = 2024-01-0{nth + 1}\nby = {by}\n"
    lines = sorted([9, 13, 17, 11 + 4 * lost])
    assert [one.where.line for one in read_targets(text.encode()).problems] == lines


@pytest.mark.parametrize("lost", ["announced = 5", "judged = 5", "document = 5", "anounced = 5"])
def test_which_goal_is_judged_may_be_lost(lost: str) -> None:
    """Of two goals either may then lie before the baseline, which was set anew with the other."""
    goals = "\n[[target.goal]]\nvalue = 60\nby = 2022\nannounced = 2019-01-01\n"
    goals += f"[[target.goal]]\nvalue = 70\nby = 2030\n{lost}\n"
    assert len(told("baseline = { period = 2023, value = 50 }" + goals)) == 1


FALLING = "baseline = { period = 2031, value = 50 }\n" + GOAL


@pytest.mark.parametrize(("word", "line", "more"), [
    ('direction = "up"', 'direction = "increase"', 2), ('direction = "up"', "direction = 5", 1),
    ('direction = "up"', "directon = 'up'", 2), ('unit = "%"', 'unit = "%"\nkind = "share"', 2),
    ('unit = "%"', 'unit = "%"\nkind = "rate of"', 1), ('unit = "%"', "unit = '%'\nkind = 5", 1),
    ('unit = "%"\ndirection = "up"', 'unit = "%"\nknd = "annual"', 1),
    ('unit = "%"\ndirection = "up"', 'unit = "%"\nkind = "yearly"', 1),
])  # fmt: skip
def test_a_word_at_fault_is_taken_for_the_one_that_is_advised(
    word: str, line: str, more: int
) -> None:
    """Kind and direction hide nothing that is a fault with the word that the remedy names.

    Where it names none, only that is told which is a fault whatever the word is.
    """
    found = told_of(HEAD.replace(word, line) + FALLING)
    assert len(found) == 1 + more, found


def test_a_kind_that_does_not_go_with_the_goal_is_not_meant() -> None:
    text = "kind = 'milestone!'\nbaseline = { period = 2023, value = 50 }\n" + GOAL
    assert len(told(text)) == 2


def test_what_is_left_of_a_target_is_held_against_its_facts() -> None:
    """Its kind, series and ceiling are known, whatever else is at fault."""
    text = HEAD + "ceiling = 100\nlag = 5\n" + GOAL
    (left,) = read_targets(text.encode()).left
    assert (left.kind, left.ceiling) == ("level", 100)
    for lost in ("kind = 'x'", "series = [{ id = 'X' }]", "series = 5", "serie = []"):
        assert read_targets((text + lost).encode()).left == ()
    (left,) = read_targets((text + "judged_series = 5").encode()).left
    assert left.ceiling is None


@pytest.mark.parametrize(("row", "remedy"), [
    ("value = 1\nvaleu = 2", "leave it out: value stands here already"),
    ("valeu = 2", "did you mean value?"),
    ("value = 1\nNOTE = 1\nnote = 'a'", "leave it out: note stands here already"),
])  # fmt: skip
def test_a_key_that_is_there_is_not_meant_by_another(row: str, remedy: str) -> None:
    """To write it twice would be the next fault; and another one may be meant, which is missing."""
    (found,) = read_targets(f"{HEAD}[[target.goal]]\nby = 2030\n{row}\n".encode()).problems
    assert found.remedy.startswith(remedy)
    (found,) = read_targets(
        f"{HEAD}{GOAL}[[target.series]]\ntitle = 'T'\nname = 'a'\n".encode()
    ).problems
    assert found.remedy == "did you mean id?"


@pytest.mark.parametrize(("more", "remedy"), [
    ("[[targt]]\nid = 'b'\n", "did you mean target?"),
    ("[[target.serie]]\nid = 's'\n", "did you mean series?"),
    ("[documents.b]\ntitle = 'B'\n", "did you mean document?"),
    ("[target.goals]\nvalue = 3\n", "leave it out: goal stands here already"),
])  # fmt: skip
def test_one_of_several_tables_is_not_to_be_left_out(more: str, remedy: str) -> None:
    """Another target was to be deleted for a slip in its heading."""
    rest = "[[target.series]]\nid = 't'\ntitle = 'T'\n[document.a]\ntitle = 'A'\n"
    rest += "publisher = 'P'\npublished = 2023-01-13\nurl = 'https://a.kr'\nweight = 'press'\n"
    (found,) = read_targets(f"{HEAD}{GOAL}{rest}{more}".encode()).problems
    assert found.remedy == remedy


def test_what_is_needed_is_not_to_be_left_out() -> None:
    text = HEAD.replace('title = "A"', 'title = " "\nowner = ""') + GOAL
    told = [one.remedy for one in read_targets(text.encode()).problems]
    assert told == [
        'write title = "…", what is promised in a few words',
        "write something, or leave the key out",
    ]


@pytest.mark.parametrize("text", [
    "judged_series = 's'\nbaseline = { period = 2020, value = 1, series = 's' }\n" + GOAL
    + "[target.series]\nid = 's'\n",
    "ceiling = {}\npath = 'logistic'\n" + GOAL, "kind = {}\ngoal = { value = true, by = 2030 }\n",
    "[[target.goal]]\nvalue = 20\nby = 2027\nannounced = {}\n"
    "[[target.goal]]\nvalue = 30\nby = 2030\nannounced = 2024-01-01\n",
    "tags = [" + "'x', " * 20_001 + "]\n" + GOAL,
])  # fmt: skip
def test_a_table_in_the_place_of_a_value_is_not_told_as_missing(text: str) -> None:
    """Nor is what stands in a target that is too long to be read."""
    assert len(told(text)) == 1


@pytest.mark.parametrize(("slip", "what"), [
    ("tags = ['a', 'b'\ncadence = '1 year'", "a list is not closed"),
    ("tags = [\n  'a',\n  'b',\ncadence = '1 year'\nceiling = 99", "a list is not closed"),
    ("path = [\n  { by = 2026, value = 4 },", "a list is not closed"),
    ("path = [\n  { by = 2026, value = % }\n]", "this is not a value"),
    ("path = [\n  { by = 2026, value = 4,\n]", "a table in braces goes on in the next line"),
    ("cadence: '1 year'", 'a key without "="'), ("ceiling 100", 'a key without "="'),
])  # fmt: skip
@pytest.mark.parametrize("bracket", ["", "]"])
def test_what_is_open_ends_where_something_else_begins(slip: str, what: str, bracket: str) -> None:
    """Each line behind it was told as a list that is not closed, or the reading ended there."""
    other = HEAD.partition("]]")[2].replace('"a"', '"b"')
    brackets = ["a heading has not as many brackets on both sides"] if bracket else []
    found = told(f"{GOAL}{slip}\n[[target]]{bracket}{other}goal = %\n")
    assert found == [what, *brackets, "this is not a value"]
