"""What must agree with what among the keys of a target, and what need not."""

from __future__ import annotations

import pytest

from kpi.facts.records import COMPARATORS
from kpi.facts.targets import read_targets

SMALLEST = """
[[target]]
id = "x"
title = "Companies using AI"
unit = "%"
direction = "up"
baseline = { period = 2023, value = 1 }
goal = { value = 30, by = 2030 }
"""


def faults(text: str) -> list[str]:
    """The words of every fault."""
    return [problem.what for problem in read_targets(text.encode()).problems]


@pytest.mark.parametrize(("direction", "against"), [("up", ("<", "<=")), ("down", (">", ">="))])
def test_a_comparator_against_the_direction(direction: str, against: tuple[str, ...]) -> None:
    """Both of the other side, and no other one."""
    text = SMALLEST.replace("value = 30", "value = 1").replace('"up"', f'"{direction}"')
    for comparator in COMPARATORS:
        found = faults(text.replace("by = 2030", f'by = 2030, comparator = "{comparator}"'))
        assert len(found) == (comparator in against)


def test_what_is_no_number_lies_on_no_side() -> None:
    """That it is none is all that is said of it."""
    assert len(faults(SMALLEST.replace("= 1 }", "= 5 }").replace("= 30", "= true"))) == 1


@pytest.mark.parametrize(("base", "goal", "more"), [
    ("value = 1", "value = 1.5, by = 2030", ""), ("value = 1", "value = 1, by = 2030", ""),
    ("value = 1", "value = 1, by = 2030", "ceiling = 1"),
    ("value = 1", "value = 30, by = 2030", "ceiling = 30\npath = [{ by = 2026, value = 30 }]"),
    ("value = 1", "value = 30, by = 2023", 'kind = "annual"'),
    ("value = 1", "value = 30, by = 2030", "superseded = { on = 2029-01-01 }"),
    ("value = 0.5", "value = 0.9, by = 2030", 'ceiling = 1\npath = "logistic"'),
    ("value = 0.5", "value = 30, by = 2030", 'path = "geometric"'),
    ("", "value = 30, by = 2030", 'ceiling = 100\npath = "logistic"'),
    ('value = 1, assumed = true, reason = "said"', "value = 30, by = 2030", ""),
    ('value = 1, assumed = true, note = "said"', "value = 30, by = 2030", ""),
    ('value = 1, series = "s"', "value = 30, by = 2030", '[[target.series]]\nid = "s"'),
    ("value = 1", "value = true, by = 2023", 'kind = "milestone"'),
    ("value = 1", 'value = true, comparator = "<="', 'kind = "milestone"'),
    ("value = 1", "value = true", 'kind = "milestone"\nceiling = 0'),  # it has none
])  # fmt: skip
def test_what_is_sound_at_its_edges(base: str, goal: str, more: str) -> None:
    """As large as the ceiling or the baseline, and without what may be left out."""
    text = SMALLEST.replace("period = 2023, value = 1", f"period = 2023, {base}".rstrip(", "))
    assert faults(text.replace("value = 30, by = 2030 }", f"{goal} }}\n{more}")) == []


DATED = """
[document.plan]
title = "Plan"
published = 2024-01-01
""" + SMALLEST.replace("goal = {", "goal = [{ value = 20, by = 2022, announced = 2020-01-01 }, {")


@pytest.mark.parametrize(("slip", "for_it"), [
    ('title = "Plan"', ""), ("2024-01-01", "2024"), ("[document.plan]", "[document.plans]"),
])  # fmt: skip
def test_a_document_at_fault_may_say_when_a_goal_was_announced(slip: str, for_it: str) -> None:
    """Then only its fault is told: neither that no day is known, nor what follows of that."""
    text = DATED.replace("by = 2030 }", 'by = 2030, document = "plan" }]')
    assert faults(text) == []
    assert len(faults(text.replace(slip, for_it))) == 1
    assert len(faults(text.replace("published = 2024-01-01", ""))) == 1


def test_a_successor_may_be_the_target_without_an_id() -> None:
    """As may the one to which a folder belongs."""
    text = SMALLEST.replace("goal =", 'superseded = { on = 2025-01-01, by = "y" }\ngoal =')
    assert len(faults(text)) == 1
    for id_ in ('idd = "y"', 'id = "Y"', "id = 5"):
        assert len(faults(text + SMALLEST.replace('id = "x"', id_))) == 1
