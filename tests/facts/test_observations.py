"""Observation files: what a name and a content become, their faults, and the way back.

The words of the faults are in the gallery, tests/faults.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.facts.observations import file_name, read_at_length, read_observations, to_toml
from kpi.facts.periods import Period
from kpi.facts.problems import Problem
from kpi.facts.records import SORTS, Observation, Target, corrected
from kpi.facts.targets import read_targets
from kpi.values import replace

TARGETS: dict[str, Target | None] = {
    target.id: target
    for target in read_targets(b"""
[[target]]
id = "x"
title = "Share"
unit = "%"
direction = "up"
ceiling = 100
goal = { value = 30, by = 2030 }
[[target.series]]
id = "s"

[[target]]
id = "law"
title = "A law"
kind = "milestone"
goal = { value = true }
""").targets
}

NAME = "observations/x/s/2023_2025-06-08.toml"


def read(name: str, text: str) -> tuple[list[Observation], list[Problem]]:
    return read_observations(name, text.encode(), {**TARGETS, "faulty": None})


def one(name: str, text: str) -> Observation:
    """The only observation of a sound file."""
    found, problems = read(name, text)
    assert problems == []
    (observation,) = found
    return observation


def test_the_smallest_observation() -> None:
    """A file with the right name and one line."""
    found = one("observations/x/2023_2025-06-08.toml", "value = 6.4")
    assert (found.target, found.series, str(found.period)) == ("x", "main", "2023")
    assert (found.value, found.published) == (Decimal("6.4"), dt.date(2025, 6, 8))
    assert (found.status, found.bound, found.revision) == ("final", "=", 1)


def test_every_key() -> None:
    """The example of the contract."""
    found = one(
        NAME,
        """
period = 2023
value = 6.4
published = 2025-06-08
status = "provisional"
bound = ">="
standard_error = 0.2
numerator = 64
denominator = 1000
grade = "A"
source = "KCCI"
url = "https://example.org/"
quote = "6.4% as of 2023, up from 2.8% in 2018"
note = "…"
recorded = 2026-11-22
""",
    )
    assert (found.series, found.status, found.bound) == ("s", "provisional", ">=")
    assert found.standard_error == Decimal("0.2")
    assert (found.numerator, found.denominator) == (64, 1000)
    assert found.recorded == dt.date(2026, 11, 22)


@pytest.mark.parametrize(("name", "text"), [
    (NAME, "value = 6.4\nrecorded = 2025-06-08"), (NAME, "value = 101"),
    (NAME.replace(".toml", "_r2.toml"), 'value = 6.4\nnote = "a slip"'),
    (NAME.replace("2023", "2026"), 'value = 6.4\nstatus = "planned"'),
    ("observations/x/2023_2025-06-08.toml", "value = 100"),
])  # fmt: skip
def test_what_is_sound_at_its_edges(name: str, text: str) -> None:
    """At once where the form is ours, and at length as well."""
    found, problems = read_at_length(name, text.encode(), TARGETS)
    assert ([one(name, text)], []) == (found, problems)


def test_a_correction_says_why() -> None:
    """`_r2` is the second record of the same publication, and needs a note."""
    name = NAME.replace(".toml", "_r2.toml")
    assert one(name, 'value = 6.5\nnote = "a slip"').revision == 2
    assert len(read(name, "value = 6.5")[1]) == 1


def test_a_batch() -> None:
    """Many rows in one file, each a fact of its own."""
    found, problems = read(
        "observations/batch_2025-06-08_kosis.toml",
        """
[[observation]]
target = "x"
series = "s"
period = 2022
value = 5
[[observation]]
target = "law"
period = 2024-05-01
value = true
""",
    )
    assert problems == []
    assert [(row.target, row.series, str(row.period)) for row in found] == [
        ("x", "s", "2022"), ("law", "main", "2024-05-01"),
    ]  # fmt: skip
    assert {row.published for row in found} == {dt.date(2025, 6, 8)}


@pytest.mark.parametrize(
    "name",
    [
        "observations/2023_2025-06-08.toml",  # of which target?
        "observations/x/s/deeper/2023_2025-06-08.toml",
        "observations/x/s/2023.toml",
        "observations/x/s/2023_2025-06-31.toml",
        "observations/x/s/2023_20250608.toml",
        "observations/x/s/2023-13_2025-06-08.toml",
        "observations/x/s/2023_2025-06-08_r1.toml",
        "observations/x/s/2023_2025-06-08_r02.toml",
        "observations/x/s/2023_2025-06-08.TOML",
        "observations/x/s/batch_2025-06-08.toml",
        "observations/x/t/2023_2025-06-08.toml",  # no such series
        "observations/y/2023_2025-06-08.toml",  # no such target
    ],
)
def test_names_that_no_observation_has(name: str) -> None:
    """One problem, of the file."""
    found, problems = read(name, "value = 6.4")
    assert (found, len(problems)) == ([], 1)
    assert problems[0].where.file.startswith("observations/")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        ("note = 'x'", 0),
        ("value = 6.4\nvalues = 5", 2),
        ("value = '6.4'", 1),
        ("value = nan", 1),
        ("value = true", 1),
        ("value = 6.4\nperiod = 2024", 2),
        ("value = 6.4\nperiod = '2023-12'", 2),
        ("value = 6.4\npublished = 2025-06-09", 2),
        ("value = 6.4\nstatus = 'guessed'", 2),
        ("value = 6.4\nbound = '>'", 2),
        ("value = 6.4\nnumerator = 64", 2),
        ("value = 6.4\ndenominator = 1000", 2),
        ("value = 6.4\nnumerator = 64\ndenominator = 0", 3),
        ("value = 6.4\nrecorded = 2025-06-07", 2),
        ("value = 6.4\ntarget = 'x'", 2),
        ("value = 6.4\nstandard_error = -1", 2),
        ("value = ", 1),
    ],
)
def test_each_fault_is_placed(text: str, line: int) -> None:
    """One fault, on its line; 0 is the whole file, or its first line."""
    found, problems = read(NAME, text)
    assert found == []
    assert [problem.where.file for problem in problems] == [NAME]
    assert problems[0].where.line in ({line} if line else {0, 1})


@pytest.mark.parametrize(("text", "own", "more"), [
    ("url = 5\nvalue = 600\nrecorded = 2025-06-07\nnumerator = 3", [1, 3, 4], [2]),
    ("foo = 1\nvalue = true\nrecorded = 2025-06-07", [1, 3], [2]),
    ("value = 'x'\nbound = '<'\ndenominator = 0", [1, 2, 3, 3], []),
    ("value = 6.4\nnumerator = 'x'\ndenominator = 5", [2], []),
    ("value = 6.4\nnumeratr = 2\ndenominator = 5", [2], []),
    ("value = 6.4\npublished = 2025-08-01\nrecorded = 2025-07-01", [2], []),
    ("value = 6.4\npublished = 2025\nrecorded = 2025-06-07", [2, 3], []),
])  # fmt: skip
def test_a_fault_hides_none_of_the_other_keys(text: str, own: list[int], more: list[int]) -> None:
    """What a fact's `own` keys show is told of a target that cannot be read, too."""
    for target, lines in (("faulty", own), ("x", sorted(own + more))):
        found, problems = read(f"observations/{target}/2023_2025-06-08.toml", text)
        assert (found, sorted(one.where.line for one in problems)) == ([], lines)


@pytest.mark.parametrize(("rest", "faults"), [
    ("status = 'plannd'\nvalue = 1", 1), ("statis = 'planned'\nvalue = 1", 1),
    ("foo = 1\nvalue = 1", 2), ("value = nan", 2),
])  # fmt: skip
def test_what_leans_on_a_fault_is_not_told(rest: str, faults: int) -> None:
    """A period after its publication is none of a plan, which it may be meant to be."""
    assert len(read("observations/x/2026_2025-06-08.toml", rest)[1]) == faults
    for row in ("", "period = 5\n"):
        batch = f"[[observation]]\n{row}{rest}"
        assert len(read("observations/x/batch_2025-06-08_a.toml", batch)[1]) == 2


@pytest.mark.parametrize(("key", "says"), [
    ("target", "the folder says it"), ("series", "the folder says it"),
    ("unit", "a value is in the unit of its target"),
    ("revision", "the file's name says it, _r2 for the first correction"),
])  # fmt: skip
def test_what_is_said_elsewhere_is_left_out(key: str, says: str) -> None:
    (problem,) = read(NAME, f"value = 6.4\n{key} = 's'")[1]
    assert (problem.what, problem.remedy) == (f'unknown key "{key}"', f"leave it out: {says}")


def test_all_faults_at_once() -> None:
    """Three lines, three faults."""
    found, problems = read(NAME, "value = nan\nstatus = 'guessed'\nbound = '>'\n")
    assert (found, sorted(problem.where.line for problem in problems)) == ([], [1, 2, 3])


@pytest.mark.parametrize("status", SORTS)
def test_only_a_forecast_is_published_before_its_period_ends(status: str) -> None:
    """2025 ends after 8 June 2025; that day is within its period; 7 June is over."""
    text = f"value = 6.4\nstatus = '{status}'"
    ahead = status in ("estimated", "enacted", "planned")
    for period, sound in (("2025", ahead), ("2025-06-08", True), ("2025-06-07", True)):
        problems = read(f"observations/x/s/{period}_2025-06-08.toml", text)[1]
        assert (problems == []) is sound


def test_what_is_withdrawn_may_have_been_published_at_any_time() -> None:
    """What it withdraws may be a plan."""
    text = "value = 6.4\nstatus = 'withdrawn'\nnote = 'of another law'"
    assert read("observations/x/s/2025_2025-06-08_r2.toml", text)[1] == []


def test_a_correction_is_of_its_own_series() -> None:
    """Two series have a figure of one period, published on one day; one of them is corrected."""
    first = one("observations/x/s/2023_2025-06-08.toml", "value = 5")
    other = one("observations/x/2023_2025-06-08.toml", "value = 7")
    again = one("observations/x/s/2023_2025-06-08_r2.toml", "value = 6\nnote = 'a slip'")
    assert corrected([first, other, again]) == ([again, other], [first])


def test_a_ceiling_holds_for_the_judged_series_alone() -> None:
    """Another series may be counted in other units."""
    assert read("observations/x/2023_2025-06-08.toml", "value = 101")[0] == []
    assert read("observations/x/2023_2025-06-08.toml", "value = 100")[1] == []
    other = TARGETS["x"]
    assert other is not None
    assert other.judged_series == "main"


@pytest.mark.parametrize("value", ["1", "'yes'"])
def test_a_milestones_value_is_true_or_false(value: str) -> None:
    """Nothing else."""
    assert one("observations/law/2024_2025-06-08.toml", "value = false").value is False
    assert len(read("observations/law/2024_2025-06-08.toml", f"value = {value}")[1]) == 1


@pytest.mark.parametrize("bound", [">=", "<="])
def test_what_is_done_or_not_knows_no_limits(bound: str) -> None:
    """In our own form, and in any other."""
    name = "observations/law/2024_2025-06-08.toml"
    for text in (f'value = true\nbound = "{bound}"\n', f"bound='{bound}'\nvalue=true"):
        found, problems = read(name, text)
        assert (found, len(problems)) == ([], 1)
        assert "knows no limits" in str(problems[0])
        assert problems[0].where.line == 1 + text.startswith("value")
    assert one(name, 'value = true\nbound = "="\n').value is True


def test_facts_of_a_faulty_target_are_checked_and_left_out() -> None:
    """Their own faults are reported; that the target has some is reported elsewhere."""
    assert read("observations/faulty/2023_2025-06-08.toml", "value = 6.4") == ([], [])
    assert len(read("observations/faulty/2023_2025-06-08.toml", "value = nan")[1]) == 1
    batch = "[[observation]]\nperiod = 2023\nvalue = 1\n"
    assert read("observations/faulty/batch_2025-06-08_all.toml", batch) == ([], [])


@pytest.mark.parametrize(
    "text",
    ["", "value = 5", "observation = 5", "observation = [5]", "[[observation]]\nvalue = 5",
     "[[observation]]\nperiod = 2023", "[[observation]]\nperiod = 2023\nvalue = 5\nseries = 't'",
     "[[observation]]\nperiod = 2023\nvalue = 5\npublished = 2025-06-09",
     "[[observation]]\nperiod = 2023\nvalue = 5\ntarget = 'law'"],
)  # fmt: skip
def test_faults_of_a_batch(text: str) -> None:
    """Each is found, and the row left out."""
    found, problems = read("observations/x/batch_2025-06-08_all.toml", text)
    assert (found, len(problems)) == ([], 1)


def test_a_row_says_what_the_name_of_its_batch_says() -> None:
    """Or it is a fault; a key that is misspelt is told what it was meant to be."""
    row = "[[observation]]\nperiod = 2023\nvalue = 5\n"
    name = "observations/x/s/batch_2025-06-08_all.toml"
    said = "published = 2025-06-08\ntarget = 'x'\nseries = 's'\n"
    assert one(name, row + said).series == "s"
    (problem,) = read(name, row + "series = 'main'")[1]
    assert problem.what == "series is main here, and s in the file's name"
    (problem,) = read(name, row.replace("value", "valeu"))[1]
    assert problem.remedy == "did you mean value?"
    top = "foo = 1\n" + row + "target = 'x'\n"
    (problem,) = read("observations/batch_2025-06-08_all.toml", top)[1]
    assert (problem.what, problem.remedy) == ('unknown key "foo"', "known are observation")


def test_a_key_beside_the_rows_of_a_batch() -> None:
    """It says nothing of them, also where it is one of a row's."""
    batch = "period = 2023\n[[observation]]\nperiod = 2023\nvalue = 5"
    found, problems = read("observations/x/batch_2025-06-08_all.toml", batch)
    assert (len(found), found[0].revision) == (1, 1)
    assert [(one.where.line, one.what) for one in problems] == [(1, 'unknown key "period"')]


def test_a_row_at_the_top_names_its_target() -> None:
    """A batch in no folder."""
    text = "[[observation]]\nperiod = 2023\nvalue = 5\n"
    assert len(read("observations/batch_2025-06-08_all.toml", text)[1]) == 1
    assert len(read("observations/batch_2025-06-08_all.toml", text + "target = 'y'")[1]) == 1


# ------------------------------------------------------------------------------- the way back

texts = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), min_size=1).filter(
    lambda text: bool(text.strip())
)
numbers = st.decimals(-100, 100, allow_nan=False, places=3)
periods = st.sampled_from(["2019", "2019-S2", "2019-Q3", "2019-06", "2019-W05", "2019-06-30"])


@given(numbers, periods, texts, texts, st.sampled_from(SORTS), st.integers(1, 9))
def test_what_is_written_is_read_back(
    value: Decimal, period: str, source: str, note: str, status: str, revision: int
) -> None:
    """Name and content of any observation give the observation again."""
    made = Observation(
        target="x", series="s", period=Period.parse(period), value=value,
        published=dt.date(2025, 6, 8), file="", revision=revision, status=status, source=source,
        note=note, recorded=dt.date(2026, 11, 22),
    )  # fmt: skip
    name = file_name(made)
    again = one(name, to_toml(made).decode())
    assert again.file == name
    same = (again.period, again.value, again.published, again.revision, again.status)
    assert same == (made.period, made.value, made.published, made.revision, made.status)
    assert (again.source, again.note, again.recorded) == (source, note, made.recorded)


def test_the_main_series_lies_in_the_targets_own_folder() -> None:
    """And the keys stand in one fixed order, without what is left out."""
    made = Observation("x", "main", Period.parse("2024-06-30"), Decimal("1000"),
                       dt.date(2025, 6, 8), "", numerator=Decimal("0.5"))  # fmt: skip
    assert file_name(made) == "observations/x/2024-06-30_2025-06-08.toml"
    assert to_toml(made).decode().splitlines() == [
        "period = 2024-06-30", "value = 1000", "published = 2025-06-08", 'status = "final"',
        "numerator = 0.5",
    ]  # fmt: skip
    made = replace(made, period=Period.parse("2024"), bound=">=", grade="=", numerator=None)
    assert to_toml(made).decode().splitlines() == [
        "period = 2024", "value = 1000", "published = 2025-06-08", 'status = "final"',
        'bound = ">="', 'grade = "="',
    ]  # fmt: skip


def test_what_to_do_about_an_unknown_target_or_series() -> None:
    """Where no other name is near."""
    text = "[[observation]]\nperiod = 2023\nvalue = 5\ntarget = 'zzzzzz'\n"
    (problem,) = read("observations/batch_2025-06-08_all.toml", text)[1]
    assert problem.remedy == "define it in targets.toml"
    text = text.replace("'zzzzzz'", "'x'") + "series = 'zzzzzz'\n"
    (problem,) = read("observations/batch_2025-06-08_all.toml", text)[1]
    assert problem.remedy == "declare it with [[target.series]]"


def test_what_misspelt_series_were_meant_to_be_is_looked_for_a_second_at_most() -> None:
    """As of targets: the first ones are told the name, the others what to do."""
    head = 'id = "x"\ntitle = "X"\nunit = "%"\ndirection = "up"\ngoal = { value = 30 }\n'
    series = "".join(f'[[target.series]]\nid = "s{nth}"\n' for nth in range(1, 3_001))
    text = f"[[target]]\n{head}{series}"
    targets: dict[str, Target | None] = {one.id: one for one in read_targets(text.encode()).targets}
    names = [f"observations/x/ss{nth}/2023_2025-06-08.toml" for nth in range(1, 201)]
    found = [read_observations(name, b"value = 1\n", targets)[1][0].remedy for name in names]
    assert found[0] == 'did you mean "s1"?'
    assert found[-1] == "declare it with [[target.series]]"


@pytest.mark.parametrize(("name", "text", "told"), [
    ("x/2023-2024-06-30.toml", "value = 6%\nstatus = 'fnal'",
     ["this is not the name", "a number is not", '"fnal"']),
    ("x/2023_2024-6-30.toml", "value = 101\nnumerator = 1",
     ['"2024-6-30" in', "101 is beyond", "a numerator"]),
    ("x/2024-H1_2024-06-30.toml", "period = 2024\nvalue = 1", ['"2024-H1" is not a period']),
    ("x/main/2023_2024-06-30.toml", "valeu = 1\nvalue = 'x'", ["the series", "unknown", '"x"']),
    ("x/a/b/2023_2024-06-30.toml", "value = 'x'", ["the file lies", 'target "x"', '"x"']),
    ("x.toml", "value = 'x'", ["this is not the name", '"x"']),
    ("x/batch_x.toml", "[[observation]]\nvalue = 1", ["this is not", 'the key "period"']),
    ("x/notes.toml", "a = 'x'", ["this is not the name"]),
    ("x/a.md", "value = 'x'", ["this is not the name"]),
])  # fmt: skip
def test_of_a_file_with_a_wrong_name_the_content_is_told_as_well(
    name: str, text: str, told: list[str]
) -> None:
    """What leans on neither its period nor its publication; not of what holds no observation."""
    found = read_at_length(f"observations/{name}", text.encode(), TARGETS)[1]
    assert len(found) == len(told)
    assert all(any(one.what.startswith(what) for one in found) for what in told), found
