"""Reasons of a verdict as they are read: each figure and each day that the sentence needs."""

from __future__ import annotations

from kpi.render.wording import reasons
from tests.assess.conftest import Judge
from tests.assess.evidence.test_known import MOVED
from tests.assess.test_no_false_green import LATER, MOVED_BACK


def test_a_deadline_that_was_moved_back(judge: Judge) -> None:
    values = judge.yearly({2021: 20, 2023: 31, 2025: 21})
    begin = (
        "31 % in 2023 reaches the goal of 30 %, but that goal was announced on 2026-06-01, after"
        " its deadline of 2023-12-31. By the one that it replaced (30 %"
    )
    assert reasons.say(judge(MOVED_BACK + values).reason, "%") == (
        f"{begin} by 2029-12-31), the verdict would be behind."
        " 21 % in 2025 is short of the linear path, which asks for 21.1 % by then."
    )
    never = MOVED_BACK.replace("by = 2029\n", "")
    assert reasons.say(judge(never + values).reason, "%") == (
        f"{begin}), the verdict would be open. No deadline was set; 9 pp below the goal of 30 %."
    )


def test_what_slips_by_a_deadline_that_was_moved_back_slips(judge: Judge) -> None:
    """It is no green light that the older goal could take away."""
    text = MOVED_BACK.replace("baseline = { period = 2020, value = 10 }\n", "")
    found = judge(text + judge.yearly({2021: 40, 2022: 35, 2023: 31, 2025: 21}))
    assert found.verdict == "met, slipping"


def test_what_came_after_the_deadline_of_its_time(judge: Judge) -> None:
    text = MOVED.replace("by = 2030", "by = 2023", 1) + judge.yearly({2023: 400, 2024: 1100})
    assert reasons.say(judge(text, on="2026-07-02").reason, "factories") == (
        "1,100 factories in 2024 reaches the goal of 500 factories, but after 2023-12-31, the"
        " deadline at the time; the goal was softened on 2026-07-01."
    )


def test_a_limit_that_shows_a_slip(judge: Judge) -> None:
    text = LATER.replace('"up"', '"down"').replace("goal = {", 'goal = { comparator = "<=",')
    text = text.replace("baseline = { period = 2020, value = 10 }\n", "")
    text += judge.yearly({2020: 27, 2023: 25}) + '\n--- 2025_2026-01-20\nvalue = 28\nbound = ">="\n'
    assert reasons.say(judge(text, on="2026-06-01").reason, "%") == (
        "25 % in 2023 reaches the goal of 30 %; but the value in 2025 is ≥ 28 %, and a trend of"
        " +0.2 pp a year, or a worse one, leads away from it."
    )


def test_what_is_open_names_an_older_goal_only_of_what_is_beyond_the_judged_one(
    judge: Judge,
) -> None:
    text = MOVED.replace("\nby = 2030", "")
    for value, said in (
        (300, "No deadline was set; 200 factories below the goal of 500 factories."),
        (600, "No deadline was set; 100 factories above the goal of 500 factories. Compared with"
              " the goal of 1,000 factories, which was in force at the time; it was softened on"
              " 2026-07-01."),
    ):  # fmt: skip
        found = judge(text + judge.yearly({2024: value}), on="2027-07-02")
        assert reasons.say(found.reason, "factories") == said
