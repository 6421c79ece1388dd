"""Every flag on both sides of its boundary, but `stale` (test_outlook) and `rebased` (known)."""

from __future__ import annotations

import pytest

from kpi.render.wording import reasons
from tests.assess.conftest import STRAIGHT, Judge

LONG = """
[[target]]
id = "x"
title = "Something promised"
unit = "points"
direction = "up"
path = "linear"
baseline = { period = 2010, value = 10 }
goal = { value = 30, by = 2030 }
"""

DOCUMENTS = """
[document.paper]
title = "A paper"
weight = "press"
[document.blog]
title = "A blog"
weight = "blog"
[document.plan]
title = "The plan"
weight = "official"
[document.unknown]
title = "Of unknown weight"
"""


@pytest.mark.parametrize(
    ("values", "fell"),
    [({2024: 20, 2025: 19}, True), ({2024: 20, 2025: 20}, False), ({2024: 20, 2025: 21}, False),
     ({2025: 9}, True)],  # the baseline is a value of the series, too
)  # fmt: skip
def test_last_value_fell(judge: Judge, values: dict[int | str, object], fell: bool) -> None:
    """The latest change is adverse, whatever the years before."""
    found = judge(judge.straight + judge.yearly(values))
    assert ("last-value-fell" in judge.keys(found)) is fell


def test_a_rise_is_adverse_where_less_is_better(judge: Judge) -> None:
    """From 20 to 21, with 5 as the goal; the change keeps its own sign."""
    text = judge.straight.replace('"up"', '"down"').replace("value = 30", "value = 5")
    found = judge(text.replace("value = 10", "value = 25") + judge.yearly({2024: 20, 2025: 21}))
    (flag,) = (flag for flag in found.flags if flag.key == "last-value-fell")
    assert dict(flag.facts) == {"change": 1}


@pytest.mark.parametrize(
    ("comparator", "values", "fell"),
    [
        ("~", {2024: 100, 2025: 103}, True),
        ("~", {2024: 103, 2025: 98}, False),  # nearer, on the other side
        ("<=", {2024: 90, 2025: 80}, False),  # farther below a limit is no harm
        ("<=", {2024: 90, 2025: 95}, True),
        (">=", {2024: 110, 2025: 120}, False),
        (">=", {2024: 120, 2025: 110}, True),
    ],
)
def test_last_value_fell_away_from_what_is_to_be_kept(
    judge: Judge, comparator: str, values: dict[int | str, object], fell: bool
) -> None:
    """Away from an amount; toward a limit."""
    text = f"""
[[target]]
id = "x"
title = "Kept"
unit = "points"
direction = "keep"
goal = {{ value = 100, by = 2030, comparator = "{comparator}" }}
"""
    assert ("last-value-fell" in judge.flags(text + judge.yearly(values))) is fell


@pytest.mark.parametrize(
    ("value", "noise"), [("11.9", True), ("12.1", False), ("9.1", True), ("8.1", False)]
)
def test_within_noise(judge: Judge, value: object, noise: bool) -> None:
    """Under a tenth of the targeted change of 20: 1.9, not 2.1 (Healthy People, without errors).

    Away from the goal as well, where the rule's class asks for a tenth of the baseline.
    """
    assert ("within-noise" in judge.flags(judge.straight + judge.yearly({2025: value}))) is noise


@pytest.mark.parametrize(("at_deadline", "after", "noise"), [(10, 29, False), ("10.5", 10, True)])
def test_noise_is_that_of_the_change_up_to_the_deadline(
    judge: Judge, at_deadline: object, after: object, noise: bool
) -> None:
    """Where nothing has changed there is none, whatever came later, and the other way round."""
    found = judge(judge.straight + judge.yearly({2030: at_deadline, 2031: after}), "2033-01-01")
    assert (found.verdict, "within-noise" in judge.keys(found)) == ("missed", noise)


def test_a_move_away_that_is_little_of_a_large_baseline_is_no_noise(judge: Judge) -> None:
    """1.8 of 45.7 is 4 %, and two fifths of the 4.3 that were promised."""
    text = judge.straight.replace("value = 10", "value = 45.7").replace("value = 30", "value = 50")
    found = judge(text + judge.yearly({2025: "43.9"}))
    change = next(one for one in found.readings if one.method == "share-of-change")
    assert change.klass == "little or no detectable change"
    assert (found.verdict, "within-noise" in judge.keys(found)) == ("wrong way", False)


@pytest.mark.parametrize("status", ["planned", "enacted"])
def test_a_path_that_starts_from_a_plan_says_so(judge: Judge, status: str) -> None:
    """A budget of 3 for 2020 is no measured start: 5 in 2021 may be less than there was before."""
    text = judge.straight.replace(", value = 10", "").replace(
        "goal", f'counts = ["final", "{status}"]\ngoal'
    )
    found = judge(f'{text}\n--- 2020_2019-12-01\nvalue = 3\nstatus = "{status}"'
                  + judge.yearly({2021: 6}))  # fmt: skip
    assert (found.verdict, judge.keys(found)[0]) == ("on track", f"{status}-start")
    result = judge(text + judge.yearly({2020: 3, 2021: 6}))
    assert f"{status}-start" not in judge.keys(result)


@pytest.mark.parametrize(("value", "catching"), [(21, True), ("20.9", False)])
def test_catching_up(judge: Judge, value: object, catching: bool) -> None:
    """25 were due in 2025. 12 → 21 in five years is 1.8 a year, and 9 in five years are needed."""
    found = judge(LONG + judge.yearly({2020: 12, 2025: value}))
    assert found.verdict == "behind"
    assert ("catching-up" in judge.keys(found)) is catching


def test_a_limit_from_before_the_latest_value_stops_no_catching_up(judge: Judge) -> None:
    text = LONG + judge.yearly({2020: 12, 2025: 21})
    for year, catching in ((2023, True), (2026, False)):
        limit = f'\n--- {year}-S1_{year}-08-01\nvalue = 15\nbound = "<="\n'
        assert ("catching-up" in judge.flags(text + limit)) is catching


@pytest.mark.parametrize(("value", "fading"), [(27, False), ("26.9", True)])
def test_fading(judge: Judge, value: object, fading: bool) -> None:
    """25 were due. 24 → 27 in five years is 0.6 a year, and 3 in five years are needed."""
    found = judge(LONG + judge.yearly({2020: 24, 2025: value}))
    assert found.verdict == "on track"
    assert ("fading" in judge.keys(found)) is fading


@pytest.mark.parametrize(("before", "value", "flag"), [
    (12, "20.3", {"catching-up"}), (12, "20.2", set()),
    (24, "26.3", set()), (24, "26.2", {"fading"}),
])  # fmt: skip
def test_the_pace_of_about_a_goal_leads_to_within_five_per_cent(
    judge: Judge, before: int, value: str, flag: set[str]
) -> None:
    """28.5 is about 30: 20.25 after 12, or 26.25 after 24, come to it in five more years."""
    text = LONG.replace("value = 30", 'value = 30, comparator = "~"')
    flags = set(judge.flags(text + judge.yearly({2020: before, 2025: value})))
    assert flags & {"catching-up", "fading"} == flag


def test_neither_fades_nor_catches_up_without_a_baseline(judge: Judge) -> None:
    """Ahead and behind since the base need a base."""
    text = LONG.replace("baseline = { period = 2010, value = 10 }", "")
    assert not {"fading", "catching-up"} & set(
        judge.flags(text + judge.yearly({2020: 12, 2025: 21}))
    )


@pytest.mark.parametrize(("value", "close"), [("20.4", True), ("19.6", True), ("20.6", False)])
def test_close_call(judge: Judge, value: object, close: bool) -> None:
    """20 were due: 10.4 of 10 is within .05 of the cut at 1; 10.6 is not, nor growth near .95."""
    assert ("close-call" in judge.flags(judge.straight + judge.yearly({2025: value}))) is close


@pytest.mark.parametrize("unit", [1.0, 0.001, 7.0])
def test_what_is_close_is_so_in_any_unit(judge: Judge, unit: float) -> None:
    """15.5 of 20 is .55 of what was due: .05 above the cut, whatever floats make of it."""
    text = judge.straight.replace("value = 10", f"value = {20 * unit:f}")
    text = text.replace("value = 30, by = 2030", f"value = {60 * unit:f}, by = 2028")
    text = text.replace("period = 2020", "period = 2018")
    assert "close-call" in judge.flags(text + judge.yearly({2025: f"{35.4 * unit:f}"}))


def test_a_verdict_of_another_rule_is_no_close_call(judge: Judge) -> None:
    """Exactly on the line since 2020, and falling: 'wrong way' does not hang on the ratio."""
    text = LONG + judge.yearly({2020: 26, 2025: 25})
    assert judge.word(text) == "wrong way"
    assert "close-call" not in judge.flags(text)


def test_methods_split(judge: Judge) -> None:
    """docs/research.md 11, A: growth says on track and the straight line stagnating: curvature."""
    text = LONG.replace('path = "linear"\n', "ceiling = 100\n").replace(
        "2010, value = 10", "2023, value = 1"
    )
    found = judge(text + judge.yearly({2024: "1.8", 2025: 3}))
    (flag,) = (flag for flag in found.flags if flag.key == "methods-split")
    assert dict(flag.facts)["cause"] == "curvature"
    assert found.split is not None
    assert (dict(flag.facts)["agree"], dict(flag.facts)["of"]) == (
        found.split.agree,
        found.split.of,
    )


def test_methods_that_agree_do_not_split(judge: Judge) -> None:
    """Met, and rising fast: every method that applies is content."""
    text = judge.straight.replace("value = 10", "value = 20")
    found = judge(text + judge.yearly({2021: 22, 2022: 24, 2023: 26, 2024: 28, 2025: 31}))
    assert found.split is not None
    assert found.split.agree == found.split.of
    assert "methods-split" not in judge.keys(found)


MOVED = (
    LONG.replace("goal = { value = 30, by = 2030 }\n", "")
    + """
[[target.goal]]
announced = 2011-01-01
value = 30
by = 2030
[[target.goal]]
announced = 2024-01-01
value = 20
by = 2030
"""
)


def test_goal_moved(judge: Judge) -> None:
    """From the day on which it was moved."""
    assert "goal-moved" not in judge.flags(MOVED, on="2023-12-31")
    (flag,) = (one for one in judge(MOVED, on="2024-01-01").flags if one.key == "goal-moved")
    assert dict(flag.facts)["times"] == 1
    assert len(judge(MOVED, on="2024-01-01").goals) == 2


@pytest.mark.parametrize(
    ("value", "now", "then", "told"),
    [
        # On the way from 10 in 2010, 2025 asks for 25 by the old goal and for 17.7 by the new one.
        (20, "on track", "behind", "By the earlier goal of 30 points by 2030 the verdict would be"
         " behind."),
        (26, "on track", "on track", ""),
    ],
)  # fmt: skip
def test_a_goal_that_was_softened_is_told_with_what_the_old_one_would_say(
    judge: Judge, value: int, now: str, then: str, told: str
) -> None:
    """A light must not turn green by a softer goal without a word of it."""
    softer = MOVED.replace("value = 20\nby = 2030", "value = 28\nby = 2045")
    text = softer + judge.yearly({2023: 19, 2025: value})
    found = judge(text)
    assert found.verdict == now
    ((goal, by_it),) = found.by_earlier_goals
    assert (float(goal.value), by_it.word) == (30, then)
    (flag,) = (one for one in found.flags if one.key == "goal-moved")
    assert [reasons.say(one, "points") for one in flag.then] == ([told] if told else [])
    # Whether its deadline was reached is told as it was, once it has passed.
    assert judge(text, on="2031-01-01", as_of="2026-11-22").by_earlier_goals == ()


def test_what_would_be_said_by_each_goal_that_stood_before(judge: Judge) -> None:
    """Each with those before it; neither the judged one nor what was announced after it."""
    goals = ((2011, 30, 2030), (2013, 24, 2030), (2015, 40, 2030), (2020, 45, 2031),
             (2020, 24, 2030), (2022, 50, 2032))  # fmt: skip
    text = LONG.replace("goal = { value = 30, by = 2030 }\n", "") + "".join(
        f"[[target.goal]]\nannounced = {year}-01-01\nvalue = {value}\nby = {by}\n"
        + ("judged = true\n" if (year, value) == (2020, 24) else "")
        for year, value, by in goals
    )
    found = judge(text + judge.yearly({2023: 19, 2025: 23}))
    assert found.verdict == "on track"
    earlier = [(float(goal.value), by_it.word) for goal, by_it in found.by_earlier_goals]
    assert earlier == [(30, "behind"), (40, "behind")]  # 45 was announced with it, 24 is the same


def test_by_an_earlier_goal_a_figure_of_the_time_before_it_is_not_judged(judge: Judge) -> None:
    """It was a softer one itself: 14 in 2013 was judged by the 30 of 2011, which asked for 13."""
    goals = ((2011, 40, 2030), (2014, 20, 2030), (2016, 60, 2040))
    text = LONG.replace("goal = { value = 30, by = 2030 }\n", "") + "".join(
        f"[[target.goal]]\nannounced = {year}-01-01\nvalue = {value}\nby = {by}\n"
        for year, value, by in goals
    )
    found = judge(text + judge.yearly({2012: 11.2, 2013: 12}), on="2016-06-01")
    earlier = [(float(goal.value), by_it.word) for goal, by_it in found.by_earlier_goals]
    assert earlier == [(40, "behind"), (20, "behind")]


def test_what_was_promised_of_another_year_is_no_earlier_goal(judge: Judge) -> None:
    """Of a budget, which is promised year by year."""
    text = """
[[target]]
id = "x"
title = "A budget"
kind = "annual"
unit = "KRW bn"
direction = "up"
"""
    goals = ((2024, 50, 2026), (2025, 70, 2027), (2026, 60, 2027))
    text += "".join(
        f"[[target.goal]]\nannounced = {year}-01-01\nvalue = {value}\nby = {by}\n"
        for year, value, by in goals
    )
    found = judge(text, on="2026-11-22")
    assert [float(goal.value) for goal, _ in found.by_earlier_goals] == [70]


def test_of_very_many_goals_the_first_and_the_last_are_told(judge: Judge) -> None:
    """Each is a verdict of its own, and a file may hold thousands."""
    text = LONG.replace("goal = { value = 30, by = 2030 }\n", "") + "".join(
        f"[[target.goal]]\nannounced = 2011-01-{day:02}\nvalue = {20 + day}\nby = 2030\n"
        for day in range(1, 31)
    )
    found = judge(text + judge.yearly({2023: 19, 2025: 23}))
    assert [float(goal.value) for goal, _ in found.by_earlier_goals] == [21, *range(42, 50)]


def test_an_earlier_deadline_of_a_milestone_and_one_that_says_none(judge: Judge) -> None:
    """A law that was put off; a goal that was open."""
    law = """
[[target]]
id = "x"
title = "A law"
kind = "milestone"
[[target.goal]]
announced = 2020-01-01
value = true
by = 2027
[[target.goal]]
announced = 2023-01-01
value = true
by = 2030
"""
    assert [one.word for _, one in judge(law).by_earlier_goals] == ["pending"]
    undated = MOVED.replace("value = 30\nby = 2030", "value = 30")
    found = judge(undated + judge.yearly({2023: 19, 2025: 23}))
    (flag,) = (one for one in found.flags if one.key == "goal-moved")
    assert [reasons.say(one, "points") for one in flag.then] == [
        "By the earlier goal of 30 points the verdict would be open."
    ]


@pytest.mark.parametrize("by", ['"2030-S2"', '"2030-Q4"', '"2030-12"', "2030-12-31"])
def test_a_deadline_by_another_name_is_not_moved(judge: Judge, by: str) -> None:
    """Said again for the same day. An amount of the last quarter is another than that of a year."""
    again = MOVED.replace("value = 20\nby = 2030", f"value = 30\nby = {by}")
    assert "goal-moved" not in judge.flags(again)
    amount = again.replace('unit = "points"', 'unit = "points"\nkind = "annual"')
    amount = amount.replace('path = "linear"\n', "")
    amount = "\n".join(line for line in amount.split("\n") if not line.startswith("baseline"))
    assert ("goal-moved" in judge.flags(amount)) == ("-12-31" not in by)


def test_superseded_is_still_judged(judge: Judge) -> None:
    """Flagged from its day on, by what was known, and judged all the same."""
    text = LONG + "superseded = { on = 2026-01-01 }\n" + judge.yearly({2025: 25})
    assert "superseded" not in judge.flags(text, on="2025-12-31")
    assert "superseded" in judge.flags(text, on="2026-11-22")
    assert "superseded" not in judge.flags(text, on="2026-11-22", as_of="2025-12-31")
    assert judge.word(text) == "on track"


@pytest.mark.parametrize(
    ("values", "mixed"),
    [
        ({2023: 14, "2024-Q2": 15}, True),
        ({"2021-03-31": 12, 2023: 14, "2024-Q2": 15}, True),
        ({2021: 12, "2022-Q3": 13, 2023: 14, "2024-Q2": 15}, False),  # there was a quarter before
        ({2023: 14, "2024-06-30": 15}, False),
    ],
)
def test_mixed_periods(judge: Judge, values: dict[int | str, object], mixed: bool) -> None:
    """A quarter after years alone; a day is as good as the period that ends with it."""
    text = judge.straight + judge.yearly(values)
    assert ("mixed-periods" in judge.flags(text)) is mixed


@pytest.mark.parametrize("status", ["final", "provisional", "estimated", "derived"])
def test_provisional(judge: Judge, status: str) -> None:
    """Only the latest value's own status is said."""
    text = LONG + judge.yearly({2024: 24}) + f'\nstatus = "{status}"\n'
    assert ("provisional" in judge.flags(text)) is (status == "provisional")
    assert "provisional" not in judge.flags(text + judge.yearly({2025: 25}))


@pytest.mark.parametrize(
    ("statuses", "key"),
    [(("final", "provisional"), "provisional-part"), (("provisional",) * 2, "provisional-parts"),
     (("provisional", "final"), "provisional-part")],
)  # fmt: skip
def test_of_a_sum_only_its_parts_are_provisional(
    judge: Judge, statuses: tuple[str, str], key: str
) -> None:
    text = """
[[target]]
id = "x"
title = "Exports"
kind = "annual"
unit = "KRW bn"
goal = { value = 100, by = 2026 }
"""
    for n, status in enumerate(statuses, 1):
        text += f'\n--- 2026-Q{n}_2026-10-01\nvalue = 20\nstatus = "{status}"\n'
    found = judge(text)
    assert [flag for flag in judge.keys(found) if flag.startswith("provisional")] == [key]


@pytest.mark.parametrize(
    ("document", "flagged"),
    [("paper", True), ("blog", True), ("plan", False), ("unknown", False), (None, False)],
)
def test_press_source_only(judge: Judge, document: str | None, flagged: bool) -> None:
    """A promise known from newspapers and blogs alone."""
    named = f', document = "{document}"' if document else ""
    text = DOCUMENTS + LONG.replace("by = 2030", f"by = 2030{named}")
    assert ("press-only" in judge.flags(text)) is flagged


def test_one_official_source_is_enough(judge: Judge) -> None:
    """The first goal was in the paper, the second in the plan."""
    both = MOVED.replace("value = 30", 'value = 30\ndocument = "paper"')
    both = both.replace("value = 20", 'value = 20\ndocument = "plan"')
    assert "press-only" in judge.flags(DOCUMENTS + both, on="2023-01-01")
    assert "press-only" not in judge.flags(DOCUMENTS + both, on="2024-01-01")


def test_a_milestone_can_be_lost(judge: Judge) -> None:
    """Done and undone again."""
    text = """
[[target]]
id = "x"
title = "A law"
kind = "milestone"
goal = { value = true, by = 2030 }
"""
    assert "lost" in judge.flags(text + judge.yearly({2023: True, 2024: False}))
    assert "lost" not in judge.flags(text + judge.yearly({2023: True, 2024: True}))


@pytest.mark.parametrize(
    ("later", "lost"),
    [("value = 28", True), ("value = 31", False), ("value = 28\nbound = '>='", False),
     ("value = 28\nstatus = 'estimated'\npublished = 2023-06-01", False)],
)  # fmt: skip
def test_a_goal_can_be_lost_after_its_deadline(judge: Judge, later: str, lost: bool) -> None:
    """The promise was kept, and no longer holds: its gap is short of the goal beside `met`."""
    text = STRAIGHT.replace("2030", "2022") + judge.yearly({2021: 29, 2022: 31})
    published = "2023-06-01" if "estimated" in later else "2024-06-01"
    found = judge(f"{text}\n--- 2023_{published}\n{later}", on="2025-01-01")
    assert found.verdict == "met"
    assert ("lost" in judge.keys(found)) is lost
    assert "lost" not in judge.flags(text, on="2025-01-01")


@pytest.mark.parametrize(
    ("said", "lost"),
    [({2021: False}, None), ({2021: False, 2022: True, 2023: False}, "2022"),
     ({2021: True, 2022: True, 2023: False, 2024: False}, "2022")],
)  # fmt: skip
def test_what_was_undone_was_done_last_in_a_year(
    judge: Judge, said: dict[int | str, object], lost: str | None
) -> None:
    """What was never done was never lost."""
    text = '[[target]]\nid = "x"\ntitle = "A law"\nkind = "milestone"\n'
    found = judge(text + "goal = { value = true, by = 2030 }\n" + judge.yearly(said))
    when = [str(dict(one.facts)["period"]) for one in found.flags if one.key == "lost"]
    assert when == ([lost] if lost else [])
