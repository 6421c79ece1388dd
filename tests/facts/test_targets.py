"""targets.toml: what a sound file becomes, and where each fault of another is.

The words of the faults are in the gallery, tests/faults; here is where they are found, and that
they are found together.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from kpi.facts.periods import Period, Span
from kpi.facts.records import COUNTED
from kpi.facts.targets import Promises, read_targets

SMALLEST = """
[[target]]
id = "x"
title = "Companies using AI"
unit = "%"
direction = "up"
baseline = { period = 2023, value = 1 }
goal = { value = 30, by = 2030 }
"""

WHOLE = """
#:schema ./targets.schema.json
schema = 1
title = "Korea: industrial AI"
timezone = "Asia/Seoul"

[document.motie-2023]
title = "Industrial AI Internalization Strategy"
publisher = "Ministry"
published = 2023-01-13
url = "https://example.org/"
weight = "official"

[[target]]
id = "ai-company-share"
title = "Companies using AI"
title_ko = "AI 활용 기업 비중"
owner = "Ministry"
tags = ["ai"]
kind = "level"
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2023-01-13, value = 1, note = "said" }
cadence = "1 year"
lag = "12 months"
judged_series = "kostat"
judged_why = "before the data were looked at"
path = [{ by = 2026, value = 4 }, { by = "2028-S1", value = 12.5 }]
counts = ["final"]
closed = { on = 2029-01-01, as = "dropped", why = "no money", document = "motie-2023" }
superseded = { on = 2024-09-26, by = "other" }

[[target.goal]]
announced = 2023-01-14
value = 30
comparator = ">"
by = 2030
document = "motie-2023"
quote = "to 30 percent"

[[target.goal]]
value = 40
by = "2032-Q2"
document = "motie-2023"
judged = true

[[target.series]]
id = "kostat"
title = "Survey"
comparable = "partly"

[[target]]
id = "other"
title = "A law"
kind = "milestone"
goal = { value = true }
"""


def read(text: str) -> Promises:
    return read_targets(text.encode())


def faults(text: str) -> list[tuple[int, str]]:
    """Line and words of every fault."""
    return [(problem.where.line, problem.what) for problem in read(text).problems]


def test_the_smallest_target() -> None:
    """Six lines; everything else has its default."""
    found = read(SMALLEST)
    assert found.problems == ()
    (target,) = found.targets
    assert (target.kind, target.judged_series, target.counts) == ("level", "main", COUNTED)
    assert (target.path, target.ceiling, target.cadence) == (None, None, None)
    (goal,) = target.goals
    assert (goal.value, goal.comparator, goal.announced) == (Decimal(30), ">=", None)
    assert goal.by == Period.parse("2030")
    assert (found.title, found.title_ko, found.timezone) == ("", "", "UTC")
    place = found.place(("target", 0, "unit"))
    assert (place.file, place.line, place.column) == ("targets.toml", 5, 1)


def test_the_names_of_a_ledger() -> None:
    """In two languages; what is no text is no name."""
    text = 'title = "A"\ntitle_ko = "가"\ntimezone = "Asia/Seoul"\n'
    for found, names in (
        (read(text), ("A", "가", "Asia/Seoul")),
        (read("title = 1\ntitle_ko = 2\ntimezone = 3\n"), ("", "", "UTC")),
    ):
        assert (found.title, found.title_ko, found.timezone) == names


def test_every_key() -> None:
    """The example of the contract becomes records, figure by figure."""
    found = read(WHOLE)
    assert found.problems == ()
    target, other = found.targets
    assert (target.ceiling, target.cadence, target.lag) == (
        Decimal(100), Span(1, "year"), Span(12, "month"),
    )  # fmt: skip
    assert target.baseline is not None
    assert target.baseline.period == Period.parse("2023-01-13")
    assert target.baseline.where == ("target", 0, "baseline")
    assert [one.where for one in found.documents.values()] == [("document", "motie-2023")]
    assert isinstance(target.path, tuple)
    assert [(str(row.by), row.value) for row in target.path] == [
        ("2026", Decimal(4)), ("2028-S1", Decimal("12.5")),
    ]  # fmt: skip
    assert target.closed is not None
    assert (target.closed.on, target.closed.how) == (dt.date(2029, 1, 1), "dropped")
    assert target.superseded is not None
    assert target.superseded.by == "other"
    first, second = target.goals
    assert (first.comparator, first.announced) == (">", dt.date(2023, 1, 14))
    assert second.announced == dt.date(2023, 1, 13)  # of its document
    assert second.judged
    assert found.documents["motie-2023"].weight == "official"
    assert (other.kind, other.unit, other.goals[0].value) == ("milestone", "", True)


@pytest.mark.parametrize(("direction", "comparator"), [("up", ">="), ("down", "<="), ("keep", "~")])
def test_the_comparator_follows_from_the_direction(direction: str, comparator: str) -> None:
    """At least, at most, about."""
    text = SMALLEST.replace('"up"', f'"{direction}"').replace("value = 1 }", "value = 30 }")
    (target,) = read(text).targets
    assert target.goals[0].comparator == comparator


@pytest.mark.parametrize(("comparator", "direction"), [
    ("", "up"), (">=", "up"), (">", "up"), ("=", "up"), ("~", "up"), ("<=", "down"), ("<", "down"),
])  # fmt: skip
def test_the_direction_of_an_annual_amount_follows_from_the_comparator(
    comparator: str, direction: str
) -> None:
    """A limit says that less is better; of several goals the last one does."""
    said = f', comparator = "{comparator}"' if comparator else ""
    goals = f"[{{ value = 9, by = 2029, announced = 2024-01-01 }}, {{ value = 9, by = 2030{said}"
    text = SMALLEST.replace('direction = "up"', 'kind = "annual"').replace("= 1 }", "= 9 }")
    text = text.replace("{ value = 30, by = 2030 }", f"{goals}, announced = 2025-01-01 }}]")
    (target,) = read(text).targets
    assert (target.direction, faults(text)) == (direction, [])


def test_a_document_at_fault_is_there_and_not_known() -> None:
    """A goal may name it; what it says is not taken."""
    text = "[document.plan]\npublished = 2024-01-01\n" + SMALLEST
    found = read(text.replace("by = 2030", 'by = 2030, document = "plan"'))
    assert [one.what for one in found.problems] == ['the key "title" is missing']
    assert (found.documents, found.targets[0].goals[0].announced) == ({}, None)


@pytest.mark.parametrize(("id_", "unsound"), [
    ('id = "A b"\n', {"A b", ""}), ("", {""}), ("id = 5\n", {""}), ('id = "b"\n', {"b"}),
])  # fmt: skip
def test_a_target_without_an_id_may_be_any(id_: str, unsound: set[str]) -> None:
    """Its folder is not known, so that nothing is said of one of which no target is known."""
    assert read(SMALLEST + SMALLEST.replace('id = "x"\n', id_ + "foo = 1\n")).unsound == unsound


def test_a_baselines_why_is_its_reason() -> None:
    """Other tables call it so; the key `reason` goes first."""
    for written, reason in (('why = "a"', "a"), ('reason = "b", why = "a"', "b"), ("", "")):
        text = SMALLEST.replace("value = 1 }", f"value = 1, {written} }}".replace(",  }", " }"))
        (target,) = read(text).targets
        assert target.baseline is not None
        assert target.baseline.reason == reason


def test_what_is_written_is_kept_exactly() -> None:
    """Figures are decimals as written, zeros and all."""
    (target,) = read(SMALLEST.replace("value = 30", "value = 30.10")).targets
    assert str(target.goals[0].value) == "30.10"


SECOND_GOAL = """
[[target.goal]]
value = 20
by = 2030
announced = 2024-01-01
"""
TWO_GOALS = SMALLEST.replace(
    "goal = { value = 30, by = 2030 }",
    "[[target.goal]]\nvalue = 30\nby = 2030\nannounced = 2023-01-01" + SECOND_GOAL,
)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("unit", "units", 5),
        ('"%"', "5", 5),
        ('direction = "up"\n', "", 2),
        ('unit = "%"\n', "", 2),
        ('direction = "up"\n', 'kind = "total"\n', 2),
        ('"up"', '"upward"', 6),
        ("value = 30", "value = nan", 8),
        ("value = 30", "value = inf", 8),
        ("value = 30", 'value = "30"', 8),
        ("value = 30", "value = true", 8),
        ("value = 30, ", "", 8),
        ("value = 30", "value = 0.5", 8),  # below the baseline
        ("by = 2030", "by = 2023", 8),  # not after the baseline
        ("by = 2030", 'by = "2023-12"', 8),
        ("by = 2030", 'by = 2030, comparator = "<="', 8),
        ("by = 2030", 'by = 2030, comparator = "<"', 8),
        ("by = 2030", 'by = 2030, document = "plan"', 8),
        ("by = 2030 }", "by = 2030 }\nceiling = 20", 8),
        ("period = 2023, value = 1", "period = 2023, value = 1, assumed = true", 7),
        ("period = 2023, value = 1", "value = 1", 7),
        ("period = 2023, value = 1", 'period = 2023, value = 1, series = "s"', 7),
        ('id = "x"', 'id = "X"', 3),
        ("by = 2030 }", 'by = 2030 }\njudged_series = "s"', 9),
        ("by = 2030 }", "by = 2030 }\npath = []", 9),
        ("by = 2030 }", 'by = 2030 }\npath = "s-curve"', 9),
        ("by = 2030 }", 'by = 2030 }\npath = "logistic"', 9),
        ("by = 2030 }", 'by = 2030 }\nceiling = 30\npath = "logistic"', 10),
        ("value = 1 }", 'value = 0 }\npath = "geometric"', 8),
        ("by = 2030 }", "by = 2030 }\npath = [{by = 2026, value = 4}, {by = 2026, value = 5}]", 9),
        ("by = 2030 }", "by = 2030 }\nceiling = 40\npath = [{by = 2026, value = 41}]", 10),
        ("by = 2030 }", 'by = 2030 }\nclosed = {on = 2029-01-01, as = "lost"}', 9),
        ("by = 2030 }", 'by = 2030 }\nclosed = {on=2029-01-01, as="dropped", document="d"}', 9),
        ("by = 2030 }", 'by = 2030 }\nsuperseded = {on = 2029-01-01, by = "x"}', 9),
        ("by = 2030 }", 'by = 2030 }\nsuperseded = {on = 2029-01-01, by = "y"}', 9),
        ("by = 2030 }", 'by = 2030 }\ncadence = "0 days"', 9),
        ("by = 2030 }", "by = 2030 }\nseries = 5", 9),
        ('unit = "%"', 'unit = "%"\nkind = "annual"', 9),  # below: without a year
        ("\n[[target]]", 'timezone = "Asia/Soul"\n[[target]]', 1),
        ("\n[[target]]", "schema = 2\n[[target]]", 1),
        ("\n[[target]]", "titel = 5\n[[target]]", 1),
        ("\n[[target]]", "title = 5\n[[target]]", 1),
        ("\n[[target]]", "document = 5\n[[target]]", 1),
    ],
)  # fmt: skip
def test_each_fault_is_placed(old: str, new: str, line: int) -> None:
    """One fault, on the line on which it stands."""
    text = SMALLEST.replace(old, new, 1)
    if "annual" in new:
        text = text.replace(", by = 2030", "")
    found = faults(text)
    assert [where for where, _ in found] == [line], found


@pytest.mark.parametrize("zone", ["localtime", "Factory", "Factry", "posix/UTC", "right/UTC"])
def test_zones_of_one_machine(zone: str) -> None:
    """What is a zone only here is none, and is never what to write instead."""
    text = SMALLEST.replace("\n[[target]]", f'timezone = "{zone}"\n[[target]]', 1)
    (problem,) = read(text).problems
    assert problem.where.line == 1
    assert problem.what == f'"{zone}" is not a time zone'
    assert problem.remedy == 'write a name of the tz database, such as "Asia/Seoul"'


@pytest.mark.parametrize(("shape", "whole"), [
    ("linear", True), ("step", True), ("geometric", True), ("logistic", True),
    ("geometric", False), ("logistic", False),
])  # fmt: skip
def test_a_path_fits_its_two_ends(shape: str, whole: bool) -> None:
    """A goal of nothing has no rate of growth that leads to it, and no half of its way."""
    text = SMALLEST.replace("by = 2030 }", f'by = 2030 }}\nceiling = 100\npath = "{shape}"')
    if not whole:
        text = text.replace('"up"', '"down"').replace("value = 30", "value = 0")
    told = faults(text)
    assert len(told) == (0 if whole else 1)
    assert all(what.startswith(f"a {shape} path") for _, what in told)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("announced = 2023-01-01\n", "\n"),
        ("value = 20", "value = 0.5"),  # the goal of later on
        ("value = 30", "value = 0.5"),  # the goal of before
    ],
)
def test_each_of_several_goals_is_checked(old: str, new: str) -> None:
    """One fault, wherever the goal stands."""
    assert len(faults(TWO_GOALS.replace(old, new))) == 1
    assert faults(TWO_GOALS) == []


def test_a_baseline_set_anew_with_a_moved_goal() -> None:
    """An earlier goal's deadline may lie before it; the judged one's may not."""
    assert faults(TWO_GOALS.replace("value = 30\nby = 2030", "value = 30\nby = 2020")) == []
    assert len(faults(TWO_GOALS.replace("value = 20\nby = 2030", "value = 20\nby = 2020"))) == 1


def test_only_one_goal_is_judged() -> None:
    """Two that say so contradict each other."""
    text = TWO_GOALS.replace("value = 30", "value = 30\njudged = true")
    assert faults(text) == []
    assert len(faults(text.replace("value = 20", "value = 20\njudged = true"))) == 1


def test_ids_are_unique() -> None:
    """Of targets, and of the series of one target."""
    assert [line for line, _ in faults(SMALLEST + SMALLEST)] == [11]
    series = '[[target.series]]\nid = "s"\n'
    assert [line for line, _ in faults(SMALLEST + series + series)] == [12]
    other = SMALLEST.replace('"x"', '"y"')
    assert faults(SMALLEST + series + other + series) == []


def test_a_milestone_is_done_or_not() -> None:
    """Its goal is `true`, and nothing else."""
    text = '[[target]]\nid = "x"\ntitle = "A law"\nkind = "milestone"\ngoal = { value = true }\n'
    assert faults(text) == []
    assert [line for line, _ in faults(text.replace("true", "false"))] == [5]
    assert [line for line, _ in faults(text.replace("true", "1"))] == [5]


def test_what_is_to_be_kept_has_no_wrong_side() -> None:
    """A baseline on either side of it."""
    text = SMALLEST.replace('"up"', '"keep"')
    assert faults(text) == []
    assert faults(text.replace("value = 1 ", "value = 50 ")) == []


def test_all_faults_at_once() -> None:
    """Nobody mends a file fault by fault."""
    text = SMALLEST.replace('"%"', "5").replace('"up"', '"upward"').replace("= 30", "= nan")
    assert [line for line, _ in faults(text)] == [5, 6, 8]


def test_a_faulty_target_is_unsound_and_the_others_are_read() -> None:
    """Its id is known, so that its observations are no further fault."""
    found = read(SMALLEST + SMALLEST.replace('"x"', '"y"').replace('"up"', '"upward"'))
    assert [target.id for target in found.targets] == ["x"]
    assert "y" in found.unsound


def test_every_problem_has_a_remedy() -> None:
    """What is wrong, and what to write instead."""
    text = SMALLEST.replace('"%"', "5").replace('"up"', '"upward"').replace("= 30", "= nan")
    problems = read(text).problems
    assert [bool(problem.what and problem.remedy) for problem in problems] == [True] * 3


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "schema = 1\n"])
def test_no_target_is_no_fault(text: str) -> None:
    """An empty ledger; that nothing was checked is for `kpi check` to say."""
    assert (faults(text), read(text).targets, read(text).unsound) == ([], (), frozenset())


@pytest.mark.parametrize(
    "text",
    ["title = {}", "[[target]]\nid = {}", "[[target]]\nid = [{}]", "[[target]]\ngoal.by = {}",
     "[[target]]\npath = {}", "document = {}"],
)  # fmt: skip
def test_an_integer_that_python_does_not_write(text: str) -> None:
    """Over 4,300 digits, which only other bases than ten let in: a fault of its own, no crash."""
    found = faults(text.replace("{}", "0x" + "f" * 4000))
    assert [what for _, what in found].count("an integer beyond 64 bits") == 1


def test_a_key_of_any_name_is_unknown() -> None:
    """Also those that a program might use as marks."""
    for key in ("‹rows›", "‹shape›", "0", "where", "goals", "self"):
        assert faults(SMALLEST + f'"{key}" = 5\n') == [(9, f'unknown key "{key}"')]


@pytest.mark.parametrize(
    "text", ["target = 5", "[target]\nid = 'x'", "target = [5]", "= 5", "\x00"]
)
def test_what_is_no_list_of_targets(text: str) -> None:
    """A fault, and no exception."""
    assert len(faults(text)) == 1
