"""Every verdict of the headline, each rule on both sides of its boundary, and their order."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from kpi.assess.board import assess
from kpi.assess.lights import LIGHTS
from kpi.assess.verdict import RULES
from tests.assess.conftest import Judge, judged

MILESTONE = """
[[target]]
id = "x"
title = "A law is passed"
kind = "milestone"
goal = { value = true, by = 2025, announced = 2023-01-13 }
"""

#: From 1 % at the end of 2023 to 30 % at the end of 2030, at most 100 %.
#: docs/research.md 6: in 2025 the straight line is at 9.29 and the logistic one at 2.86.
AI = """
[[target]]
id = "x"
title = "Companies using AI"
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2023, value = 1 }
goal = { value = 30, by = 2030 }
"""

#: research.md 11, C: from 100 in 2020 to 20 in 2030. In 2025 the line is at 60, the curve at 44.7.
FALLING = """
[[target]]
id = "x"
title = "Emissions"
unit = "Mt"
direction = "down"
baseline = { period = 2020, value = 100 }
goal = { value = 20, by = 2030 }
"""

KEPT = """
[[target]]
id = "x"
title = "Inflation"
unit = "points"
direction = "keep"
baseline = { period = 2020, value = 2 }
goal = { value = 2, by = 2030, comparator = "<=" }
"""


def test_every_verdict_has_one_light() -> None:
    """Every verdict and its light, word by word."""
    by_light: dict[str, list[str]] = {}
    for word, light in LIGHTS.items():
        by_light.setdefault(light, []).append(word)
    assert {light: sorted(words) for light, words in by_light.items()} == {
        "good": ["done", "met", "on track"],
        "mixed": ["done late", "met, slipping", "possible"],
        "bad": ["behind", "missed", "overdue", "stalled", "wrong way"],
        "unknown": ["awaiting data", "baseline only", "cannot judge", "no data", "no path",
                    "open", "pending", "under way"],
        "closed": ["dropped", "resolved otherwise"],
    }  # fmt: skip


# ---------------------------------------------------------------------------------- 1: closed


@pytest.mark.parametrize("how", ["dropped", "resolved otherwise"])
def test_closed(judge: Judge, how: str) -> None:
    """From its day on a target is closed, whatever its figures say; the day before it is judged."""
    text = judge.straight + f'closed = {{ on = 2026-08-26, as = "{how}" }}\n'
    text += judge.yearly({2025: 31})
    assert judge.word(text, on="2026-08-25") == "met"
    assert judge.word(text, on="2026-08-26") == how
    assert judge.word(text, on="2026-12-31", as_of="2026-08-25") == "met"
    assert judge.word(text, on="2026-08-25", as_of="2026-12-31") == "met"


def test_closed_gives_its_reason(judge: Judge) -> None:
    """The reason is the file's own."""
    text = judge.straight + 'closed = { on = 2026-08-26, as = "dropped", why = "no money" }\n'
    reason = judge(text).reason
    assert (reason.key, dict(reason.facts)["why"]) == ("closed-why", "no money")


# ------------------------------------------------------------------------------- 1: milestones


@pytest.mark.parametrize(
    ("facts", "on", "word"),
    [
        ({}, "2025-12-31", "pending"),
        ({}, "2026-01-01", "overdue"),
        ({2024: False}, "2025-12-31", "pending"),
        ({2024: False}, "2026-01-01", "overdue"),
        ({2024: True}, "2025-07-01", "done"),
        ({2024: True}, "2030-01-01", "done"),
        ({2025: True}, "2026-07-01", "done"),
        ({2026: True}, "2027-07-01", "done late"),
        ({2024: False, 2025: True}, "2026-07-01", "done"),
        ({2023: False, 2024: True, 2025: False}, "2026-07-01", "overdue"),
        ({2024: True, 2025: False, 2026: True}, "2027-07-01", "done late"),
    ],
)
def test_milestones(judge: Judge, facts: dict[int | str, object], on: str, word: str) -> None:
    """Done or not by the end of 2025; what was undone since is not done."""
    assert judge.word(MILESTONE + judge.yearly(facts), on=on) == word


def test_a_milestone_counts_its_days(judge: Judge) -> None:
    """Ten days before the deadline, ten after it, and a day too late."""
    assert dict(judge(MILESTONE, on="2025-12-21").reason.facts)["days"] == 10
    assert judge(MILESTONE, on="2025-12-31").reason.key == "pending-today"  # not "0 days away"
    assert dict(judge(MILESTONE, on="2026-01-10").reason.facts)["days"] == 10
    late = MILESTONE + "\n--- 2026-01-01_2026-02-01\nvalue = true\n"
    assert dict(judge(late).reason.facts)["days"] == 1


def test_a_milestone_without_a_deadline(judge: Judge) -> None:
    """Open until it is done; never pending, never overdue."""
    text = MILESTONE.replace(", by = 2025", "")
    assert judge.word(text) == "open"
    assert judge.word(text + judge.yearly({2024: False})) == "open"
    assert judge.word(text + judge.yearly({2024: True})) == "done"


@pytest.mark.parametrize(
    ("by", "last"),
    [('"2025-06"', "2025-06-30"), ('"2025-Q1"', "2025-03-31"), ("2025-06-15", "2025-06-15"),
     ('"2025-S1"', "2025-06-30"), ('"2025-W01"', "2025-01-05")],
)  # fmt: skip
def test_a_deadline_is_the_last_day_of_its_period(judge: Judge, by: str, last: str) -> None:
    """On that day it is pending, on the next it is overdue."""
    text = MILESTONE.replace("by = 2025", f"by = {by}")
    following = dt.date.fromisoformat(last) + dt.timedelta(1)
    assert judge.word(text, on=last) == "pending"
    assert judge.word(text, on=following.isoformat()) == "overdue"


def test_a_milestone_of_a_series_that_is_not_comparable(judge: Judge) -> None:
    """What another wording calls done is not done."""
    text = MILESTONE + 'judged_series = "s"\n[[target.series]]\nid = "s"\ncomparable = "no"\n'
    assert judge.word(text + judge.yearly({2024: True}, "s/"), on="2025-07-01") == "cannot judge"
    assert judge.word(text, on="2025-07-01") == "pending"


def test_a_milestone_postponed_after_it_was_done_too_late(judge: Judge) -> None:
    """Done in 2026, when 2025 was promised; to move the deadline in 2027 makes it no less late."""
    text = (
        MILESTONE.replace("goal = { value = true, by = 2025, announced = 2023-01-13 }", "")
        + """
[[target.goal]]
value = true
by = 2025
announced = 2023-01-13
[[target.goal]]
value = true
by = 2030
announced = 2027-08-01
"""
        + judge.yearly({2026: True})
    )
    assert judge.word(text, on="2027-07-01") == "done late"
    assert judge.word(text, on="2027-09-01") == "done late"


def test_a_milestone_moved_in_time(judge: Judge) -> None:
    """Postponed in 2024 to 2030, done in 2026: in time."""
    text = (
        MILESTONE.replace("goal = { value = true, by = 2025, announced = 2023-01-13 }", "")
        + """
[[target.goal]]
value = true
by = 2025
announced = 2023-01-13
[[target.goal]]
value = true
by = 2030
announced = 2024-08-01
"""
        + judge.yearly({2026: True})
    )
    assert judge.word(text, on="2027-07-01") == "done"


# ------------------------------------------------------------------------- 2: nothing to judge


def test_no_data(judge: Judge) -> None:
    """A baseline is no observation."""
    found = judge(judge.straight)
    assert (found.verdict, found.light) == ("no data", "unknown")
    assert found.reason.key == "no-observation"


SERIES = """
judged_series = "ours"
[[target.series]]
id = "ours"
comparable = "{ours}"
[[target.series]]
id = "theirs"
comparable = "{theirs}"
"""


def test_only_series_that_are_not_comparable(judge: Judge) -> None:
    """Each says what it would say, the judged one too; the light of none is the target's."""
    text = judge.straight + SERIES.format(ours="no", theirs="no")
    text += judge.yearly({2020: 10, 2025: 40}, "ours/")
    text += judge.yearly({2020: 10, 2025: 11}, "theirs/")
    found = judge(text)
    assert (found.verdict, found.light) == ("cannot judge", "unknown")
    assert found.matrix == (("ours", "met", "good"), ("theirs", "stalled", "bad"))
    # "stalled": 1 in 5 years is 0.2 a year; 19 / 5 = 3.8 are needed, a tenth is 0.38.


def test_what_cannot_be_judged_shows_no_numbers(judge: Judge) -> None:
    """No gap, no path, no flag of a series that is not judged; the stated baseline stays."""
    text = judge.straight + SERIES.format(ours="no", theirs="yes")
    found = judge(text + judge.yearly({2020: 14, 2024: 31, 2025: 21}, "ours/"))
    assert (found.latest, found.gap_to_goal, found.expected) == (None, None, ())
    assert found.base is not None
    assert (found.base.value, found.rebased) == (10, False)
    assert judge.keys(found) == []


def test_a_series_in_another_unit_is_never_judged(judge: Judge) -> None:
    """40 thousand firms are not 40 points; not even the matrix says that they are."""
    text = judge.straight + SERIES.format(ours="yes", theirs="yes")
    text = text.replace('id = "ours"\n', 'id = "ours"\nunit = "firms"\n')
    found = judge(text + judge.yearly({2025: 40000}, "ours/"))
    assert found.verdict == "cannot judge"
    assert found.matrix == (("ours", "cannot judge", "unknown"),)


@pytest.mark.parametrize("comparable", ["yes", "partly"])
def test_a_partly_comparable_series_is_judged(judge: Judge, comparable: str) -> None:
    """Only `no` is shown and never judged."""
    text = judge.straight + SERIES.format(ours=comparable, theirs="no")
    assert judge.word(text + judge.yearly({2020: 10, 2025: 20}, "ours/")) == "on track"


def test_the_judged_series_is_empty_though_others_are_comparable(judge: Judge) -> None:
    """A comparable series in its place is not taken silently."""
    text = judge.straight + SERIES.format(ours="yes", theirs="partly")
    found = judge(text + judge.yearly({2025: 40}, "theirs/"))
    assert (found.verdict, found.reason.key) == ("cannot judge", "judged-series-empty")
    assert found.matrix == (("theirs", "met", "good"),)


def test_only_alien_series_beside_an_empty_judged_one(judge: Judge) -> None:
    """The reason says which."""
    text = judge.straight + SERIES.format(ours="yes", theirs="no")
    found = judge(text + judge.yearly({2025: 40}, "theirs/"))
    assert (found.verdict, found.reason.key) == ("cannot judge", "only-not-comparable")


# ------------------------------------------------------------------------ 3: met, open, slipping


@pytest.mark.parametrize(("value", "word"), [(30, "met"), ("29.999", "on track")])
def test_met_at_exactly_the_goal(judge: Judge, value: object, word: str) -> None:
    """At least 30."""
    assert judge.word(judge.straight + judge.yearly({2025: value})) == word


def test_met_but_slipping(judge: Judge) -> None:
    """40 and then 35: still met, and on its way down. Level, it is met."""
    assert judge.word(judge.straight + judge.yearly({2021: 40, 2025: 35})) == "met"  # 10 in 2020
    assert judge.word(judge.straight + judge.yearly({2021: 40, 2026: 35}), "2027-07-01") == (
        "met, slipping"
    )
    assert judge.word(judge.straight + judge.yearly({2021: 40, 2026: 40}), "2027-07-01") == "met"


def test_the_trend_after_the_deadline_does_not_slip(judge: Judge) -> None:
    """What happens to it in 2031 is another matter."""
    text = judge.straight + judge.yearly({2028: 30, 2030: 31, 2031: 5})
    assert judge.word(text, on="2032-07-01") == "met"


def test_met_and_lost_again_is_not_met(judge: Judge) -> None:
    """31 in 2023, 29 in 2025: the last figure in time decides, and the flag tells of the first."""
    text = judge.straight + judge.yearly({2023: 31, 2025: 29})
    found = judge(text)
    assert (found.verdict, "lost" in judge.keys(found)) == ("on track", True)
    assert "lost" not in judge.flags(judge.straight + judge.yearly({2023: 29, 2025: 28}))
    assert "lost" not in judge.flags(judge.straight + judge.yearly({2023: 31, 2025: 31}))


def test_met_after_the_deadline_is_missed(judge: Judge) -> None:
    """28 in 2030 and 31 in 2031: the deadline was 2030."""
    text = judge.straight + judge.yearly({2030: 28, 2031: 31})
    found = judge(text, on="2032-07-01")
    assert (found.verdict, dict(found.reason.facts)["gap"]) == ("missed", -2)


def test_only_a_figure_after_the_deadline(judge: Judge) -> None:
    """A figure of 2031 is no evidence that 2030 was met."""
    found = judge(judge.straight + judge.yearly({2031: 31}), on="2032-07-01")
    assert (found.verdict, found.reason.key) == ("missed", "missed-late-figure")


def test_a_newer_baseline_is_not_outvoted_by_an_old_figure(judge: Judge) -> None:
    """35 in 2018, and 10 when the promise was made in 2020: that is not met."""
    text = judge.straight + judge.yearly({2018: 35})
    assert judge.word(text) == "baseline only"
    assert judge.word(text.replace(", by = 2030", "")) == "open"


def test_without_a_deadline(judge: Judge) -> None:
    """Met or open; gap and pace are shown, and nothing is expected."""
    text = judge.straight.replace(", by = 2030", "")
    found = judge(text + judge.yearly({2025: 20}))
    assert (found.verdict, found.gap_to_goal, found.expected) == ("open", -10, ())
    assert (found.pace.so_far, found.pace.needed) == (2, None)
    assert judge.word(text + judge.yearly({2025: 30})) == "met"


@pytest.mark.parametrize("word", ["open", "no data"])
def test_open_needs_a_figure(judge: Judge, word: str) -> None:
    """No data comes before no deadline."""
    text = judge.straight.replace(", by = 2030", "")
    assert judge.word(text + (judge.yearly({2025: 20}) if word == "open" else "")) == word


# --------------------------------------------------------------------- 4: the deadline has passed


def test_awaiting_the_deadlines_own_figure(judge: Judge) -> None:
    """2029 was short of it; 2030 is published in mid-2031 and known then."""
    text = judge.straight + 'cadence = "1 year"\nlag = "6 months"\n' + judge.yearly({2029: 27})
    found = judge(text, on="2031-01-01")
    assert (found.verdict, found.reason.key) == ("awaiting data", "awaiting")
    assert dict(found.reason.facts)["on"] == dt.date(2031, 6, 30)
    assert judge(text, on="2031-06-30").reason.key == "awaiting-since"
    assert judge(text, on="2030-12-31").verdict != "awaiting data"


def test_awaiting_without_a_lag(judge: Judge) -> None:
    """Nobody said when it can be known."""
    found = judge(judge.straight + judge.yearly({2029: 27}), on="2031-01-01")
    assert (found.verdict, found.reason.key) == ("awaiting data", "awaiting-since")


@pytest.mark.parametrize(("value", "word"), [(30, "met"), ("29.9", "missed")])
def test_the_deadlines_own_figure_decides(judge: Judge, value: object, word: str) -> None:
    """Met or missed from the day of its publication, 2031-06-01."""
    text = judge.straight + judge.yearly({2029: 27, 2030: value})
    assert judge.word(text, on="2031-05-31") == "awaiting data"
    assert judge.word(text, on="2031-06-01") == word


# ----------------------------------------------------------------------------- 1: step, 5: base


def test_nothing_is_expected_on_a_step_path_before_the_deadline(judge: Judge) -> None:
    """A legal limit is as it was until it changes: pending, then missed or met."""
    text = judge.straight.replace('"linear"', '"step"') + judge.yearly({2025: 8})
    found = judge(text)
    assert (found.verdict, dict(found.reason.facts)["days"]) == ("pending", 1500)  # 2030-12-31
    assert judge.word(text, on="2030-12-31") == "pending"
    assert judge.word(text, on="2031-01-01") == "awaiting data"
    assert judge.word(text + judge.yearly({2030: 8}), on="2031-07-01") == "missed"
    assert judge.word(text + judge.yearly({2026: 30}), on="2027-07-01") == "met"


def test_baseline_only(judge: Judge) -> None:
    """The only figure is the baseline's own: gap and pace needed are shown."""
    found = judge(judge.straight + judge.yearly({2020: 10}))
    assert (found.verdict, found.gap_to_goal, found.pace.needed) == ("baseline only", -20, 2)


def test_no_path_without_a_baseline(judge: Judge) -> None:
    """One observation and nothing to start from: gap and pace needed are shown."""
    text = judge.straight.replace("baseline = { period = 2020, value = 10 }", "")
    found = judge(text + judge.yearly({2025: 20}))
    assert (found.verdict, found.gap_to_goal, found.pace.needed) == ("no path", -10, 2)


def test_two_observations_without_a_baseline_may_condemn_and_never_acquit(judge: Judge) -> None:
    """The trend rules see 20 → 15 and 20 → 20.1; of 20 → 29 nothing good follows."""
    text = judge.straight.replace("baseline = { period = 2020, value = 10 }", "")
    assert judge.word(text + judge.yearly({2023: 20, 2025: 15})) == "wrong way"
    assert judge.word(text + judge.yearly({2023: 20, 2025: "20.1"})) == "stalled"
    assert judge.word(text + judge.yearly({2023: 20, 2025: 29})) == "no path"


def test_a_path_that_cannot_be_drawn(judge: Judge) -> None:
    """A geometric path needs a base above zero, and the revised base is zero."""
    text = judge.straight.replace('"linear"', '"geometric"')
    found = judge(text + judge.yearly({2020: 0, 2025: 20}))
    assert (found.verdict, found.reason.key) == ("no path", "no-drawable-path")


# ------------------------------------------------------------------------------------ 6: trend


def test_wrong_way_overrides_a_lead(judge: Judge) -> None:
    """28 in 2021 and 27 in 2026 is far ahead of 22 on the line, and falling."""
    text = judge.straight + judge.yearly({2021: 28, 2026: 27})
    assert judge.word(text, on="2027-07-01") == "wrong way"


def test_wrong_way_of_a_falling_target(judge: Judge) -> None:
    """Emissions that rise."""
    assert judge.word(FALLING + judge.yearly({2025: 101})) == "wrong way"


def test_stalled_example_d(judge: Judge) -> None:
    """docs/research.md 11, D: 20 since 2020; since 2015 it is on track, of late it stands still."""
    text = judge.straight.replace("period = 2020", "period = 2015")
    years = {2016: 12, 2017: 14, 2018: 16, 2019: 18} | dict.fromkeys(range(2020, 2026), 20)
    assert judge.word(text + judge.yearly(years)) == "stalled"


@pytest.mark.parametrize(
    ("value", "word"),
    # (v - 10) / 5 a year against (30 - v) / 5: a tenth where v - 10 = 0.1 (30 - v), v = 13/1.1
    [("11.818", "stalled"), ("11.819", "behind")],
)
def test_stalled_under_a_tenth_of_the_pace_needed(judge: Judge, value: object, word: str) -> None:
    """The cut is our own; on both sides of it."""
    assert judge.word(judge.straight + judge.yearly({2025: value})) == word


def test_exactly_a_tenth_is_not_stalled(judge: Judge) -> None:
    """From 19.7 (2022) to 20 in 2025 is 0.1 a year; 5 in 5 years are 1 a year.

    (20 - 19.7) / 3 is 0.10000000000000024 in floats and (0.3 - 0) / 3 is 0.09999999999999999:
    neither may decide.
    """
    text = judge.straight.replace("value = 30", "value = 25").replace("value = 10", "value = 19.7")
    text = text.replace("2020", "2022")
    assert judge.word(text + judge.yearly({2025: 20})) == "behind"
    text = text.replace("value = 19.7", "value = 0").replace("value = 25", "value = 5.3")
    assert judge.word(text + judge.yearly({2025: "0.3"})) == "behind"


def test_the_window_is_five_years(judge: Judge) -> None:
    """Since 2021 it fell, since 2020 it rose: five years before 2025 is 2020, before 2026 2021."""
    values = {2021: 25, 2025: 22}
    assert judge.word(judge.straight + judge.yearly(values)) == "on track"
    values = {2021: 25, 2026: 24}
    assert judge.word(judge.straight + judge.yearly(values), on="2027-07-01") == "wrong way"


# -------------------------------------------------------------------------------- 7: the band


@pytest.mark.parametrize(
    ("value", "word"),
    # linear 1 + 29 * 2/7 = 9.285714...; logistic 2.8645...
    [("9.2858", "on track"), ("9.2857", "possible"), (3, "possible"), ("2.87", "possible"),
     ("2.86", "behind")],
)  # fmt: skip
def test_the_band_of_a_rising_share(judge: Judge, value: object, word: str) -> None:
    """docs/research.md 6 and 11, A: AI use from 1 % to 30 %, at the end of 2025."""
    assert judge.word(AI + judge.yearly({2025: value})) == word


@pytest.mark.parametrize(
    ("value", "word"),
    # linear 60; geometric 100 * 0.2^0.5 = 44.7214
    [("44.72", "on track"), ("44.73", "possible"), (55, "possible"), (60, "possible"),
     ("60.01", "behind")],
)  # fmt: skip
def test_the_band_of_a_falling_value(judge: Judge, value: object, word: str) -> None:
    """docs/research.md 11, C: for a reduction the curve is the strict path."""
    assert judge.word(FALLING + judge.yearly({2025: value})) == word


def test_a_declared_path_replaces_the_band(judge: Judge) -> None:
    """3 % is possible in the band, on track on the logistic path, behind on the straight one."""
    values = judge.yearly({2025: 3})
    for path, word in (("linear", "behind"), ("logistic", "on track"), ("geometric", "on track")):
        declared = AI.replace("ceiling", f'path = "{path}"\nceiling')
        assert judge.word(declared + values) == word


def test_a_ceiling_at_the_goal_leaves_the_geometric_path(judge: Judge) -> None:
    """Nothing logistic reaches its ceiling: 100 % of at most 100 % has the band of a count."""
    text = AI.replace("value = 30", "value = 100")
    found = judge(text + judge.yearly({2025: 20}))
    assert [shape for shape, _ in found.expected] == ["linear", "geometric"]


@pytest.mark.parametrize("base", [0, -10])
def test_zero_and_signs_leave_the_straight_line(judge: Judge, base: int) -> None:
    """No epsilon in place of a zero: one path, so on track or behind."""
    text = judge.straight.replace('path = "linear"\n', "").replace("value = 10", f"value = {base}")
    middle = (base + 30) / 2
    found = judge(text + judge.yearly({2025: middle}))
    assert (found.verdict, [shape for shape, _ in found.expected]) == ("on track", ["linear"])
    assert judge.word(text + judge.yearly({2025: middle - 0.01})) == "behind"


@pytest.mark.parametrize(
    ("base", "goal", "year"),
    [("-1.2", "1.8", 2024), ("-1.5", "3.5", 2023), ("-0.4", "0.1", 2028), ("1.2", "-1.8", 2024)],
)
def test_exactly_on_the_path_is_on_track(judge: Judge, base: str, goal: str, year: int) -> None:
    """-1.2 + 3 * 4/10 is 0, where floats make 1e-16 of it."""
    text = judge.straight.replace("value = 10", f"value = {base}")
    text = text.replace("value = 30", f"value = {goal}")
    if goal.startswith("-"):
        text = text.replace('"up"', '"down"')
    assert judge.word(text + judge.yearly({year: 0}), on="2030-12-31") == "on track"


@pytest.mark.parametrize("scale", ["0.000000000001", "1", "1000000000000"])
def test_tiny_and_huge_values(judge: Judge, scale: str) -> None:
    """A billionth of a millionth and a million of millions are judged like one."""
    text = judge.straight.replace("value = 10", f"value = {Decimal(scale) * 10:f}")
    text = text.replace("value = 30", f"value = {Decimal(scale) * 30:f}")
    at, below = (f"{Decimal(scale) * Decimal(value):f}" for value in ("20", "19.99"))
    assert judge.word(text + judge.yearly({2025: at})) == "on track"
    assert judge.word(text + judge.yearly({2025: below})) == "behind"


#: docs/research.md 8: 1.2 tn by the end of 2030 from nothing in 2024, with announced rows.
MONEY = """
[[target]]
id = "x"
title = "Money committed"
kind = "total"
unit = "KRW tn"
direction = "up"
path = [
  { by = 2025, value = 0.10 }, { by = 2026, value = 0.25 }, { by = 2027, value = 0.45 },
  { by = 2028, value = 0.70 }, { by = 2029, value = 0.95 }, { by = 2030, value = 1.20 },
]
baseline = { period = 2024, value = 0 }
goal = { value = 1.20, by = 2030 }
"""


def test_announced_rows(judge: Judge) -> None:
    """docs/research.md 8: 0.18 at the end of 2026 is 0.07 short, 0.47 years late.

    Earned schedule: 0.18 was due at 2025 + (0.18 - 0.10)/(0.25 - 0.10) = 2025.533.
    """
    found = judge(MONEY + judge.yearly({2026: "0.18"}), on="2027-07-01")
    assert found.verdict == "behind"
    assert dict(found.gap_to_path) == {"announced": pytest.approx(-0.07)}
    assert found.slack_months == pytest.approx(12 * (2025 + 8 / 15 - 2026))
    assert judge.word(MONEY + judge.yearly({2026: "0.25"}), on="2027-07-01") == "on track"


def test_announced_rows_need_no_baseline(judge: Judge) -> None:
    """From the first row on there is a path; before it nothing is expected."""
    text = MONEY.replace("baseline = { period = 2024, value = 0 }\n", "")
    assert judge.word(text + judge.yearly({2026: "0.25"}), on="2027-07-01") == "on track"
    assert judge.word(text + judge.yearly({2026: "0.24"}), on="2027-07-01") == "behind"
    assert judge.word(text + judge.yearly({2024: "0.24"}), on="2026-07-01") == "no path"


# -------------------------------------------------------------------------------------- keep


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({2025: 2}, "met"),
        ({2024: "1.5", 2025: "1.8"}, "met"),
        ({2022: "1.0", 2025: "1.8"}, "met"),
        ({2025: "2.5"}, "wrong way"),
        ({2022: 3, 2025: "2.5"}, "wrong way"),  # since 2020, when it was 2
        ({2021: 4, 2026: 3}, "behind"),
        ({2021: 3, 2026: 3}, "stalled"),
        ({2021: 3, 2026: 4}, "wrong way"),
    ],
)
def test_a_limit_to_keep(judge: Judge, values: dict[int | str, object], word: str) -> None:
    """At most 2: met by its comparator, and otherwise short of a flat path."""
    assert judge.word(KEPT + judge.yearly(values), on="2027-07-01") == word


def test_a_limit_that_is_approached_slips(judge: Judge) -> None:
    """1 and then 1.9: within the limit of 2, and nearer to it each year."""
    assert judge.word(KEPT + judge.yearly({2021: 1, 2026: "1.9"}), "2027-07-01") == "met, slipping"


def test_an_amount_to_keep_slips_away_from_it_on_either_side(judge: Judge) -> None:
    """About 100: from 100 to 103 and to 97 is away, from 103 to 101 is not."""
    text = KEPT.replace("value = 2,", "value = 100,").replace('"<="', '"~"')
    text = text.replace("value = 2 }", "value = 100 }")
    late = "2027-07-01"
    assert judge.word(text + judge.yearly({2021: 100, 2026: 103}), late) == "met, slipping"
    assert judge.word(text + judge.yearly({2021: 100, 2026: 97}), late) == "met, slipping"
    assert judge.word(text + judge.yearly({2021: 103, 2026: 101}), late) == "met"
    assert judge.word(text + judge.yearly({2021: 103, 2026: 100}), late) == "met"
    assert judge.word(text + judge.yearly({2021: 97, 2026: 100}), late) == "met"
    assert judge.word(text + judge.yearly({2021: 100, 2026: 106}), late) == "wrong way"
    assert judge.word(text + judge.yearly({2021: 110, 2026: 106}), late) == "behind"
    assert judge.word(text + judge.yearly({2021: 90, 2026: 94}), late) == "behind"


def test_a_strict_limit_is_not_kept_at_its_value(judge: Judge) -> None:
    """Under 2 is not 2: from 3 to 2 is the right way, and not there."""
    text = KEPT.replace('"<="', '"<"') + judge.yearly({2021: 3, 2026: 2})
    assert judge.word(text, on="2027-07-01") == "behind"


def test_what_was_to_be_kept_to_the_end_is_not_known_before_it(judge: Judge) -> None:
    """Kept in 2028; whether it was kept until 2030 is not known in 2031 without its figure."""
    text = KEPT + judge.yearly({2028: 2})
    assert judge.word(text, on="2030-12-31") == "met"
    assert judge.word(text, on="2031-01-01") == "awaiting data"
    assert judge.word(text + judge.yearly({2030: 2}), on="2031-07-01") == "met"
    assert judge.word(text + judge.yearly({2030: 3}), on="2031-07-01") == "missed"


# ------------------------------------------------------------------------- the order of the rules

CLOSED = 'closed = { on = 2026-01-01, as = "dropped" }\n'


@pytest.mark.parametrize(
    ("text", "on", "earlier"),
    [
        (MILESTONE + CLOSED + "\n--- 2024_2025-06-01\nvalue = true", "2026-06-01", "dropped"),
        (MILESTONE, "2025-06-01", "pending"),  # before no data
        ("ANNUAL", "2026-11-22", "under way"),  # before no data
        ("NOLINE", "2026-11-22", "no data"),  # before no deadline
        ("MET30", "2031-07-01", "met"),  # before the deadline has passed
        ("STEP", "2031-07-01", "missed"),  # before a step path's pending
        ("STEP2020", "2026-11-22", "pending"),  # before baseline only
        ("BASE", "2031-07-01", "awaiting data"),  # before baseline only
        ("FELL", "2027-07-01", "wrong way"),  # before the band's on track
        ("FLAT", "2027-07-01", "stalled"),  # before the band's on track
        ("ONBAND", "2026-11-22", "on track"),  # before no path
    ],
)
def test_of_two_rules_that_hold_the_earlier_wins(
    judge: Judge, text: str, on: str, earlier: str
) -> None:
    """Each pair of neighbours in the order of the rules: the earlier wins."""
    step = judge.straight.replace('"linear"', '"step"')
    texts = {
        "ANNUAL": judge.straight.replace("direction", 'kind = "annual"\ndirection')
        .replace('path = "linear"\n', "").replace("by = 2030", "by = 2026"),
        "NOLINE": judge.straight.replace(", by = 2030", ""),
        "MET30": judge.straight + judge.yearly({2030: 30}),
        "STEP": step + judge.yearly({2030: 20}),
        "STEP2020": step + judge.yearly({2020: 10}),
        "BASE": judge.straight + judge.yearly({2020: 10}),
        "FELL": judge.straight + judge.yearly({2021: 28, 2026: 27}),
        "FLAT": judge.straight + judge.yearly({2021: 28, 2026: 28}),
        "ONBAND": judge.straight + judge.yearly({2025: 20}),
    }  # fmt: skip
    assert judge.word(texts.get(text, text), on=on) == earlier


def test_every_rule_is_in_its_place() -> None:
    """The order itself: a rule that is moved is seen here even if no case above shows it."""
    assert [rule.__name__ for rule in RULES] == [
        "closed", "milestone", "annual", "_nothing", "_met", "_no_deadline", "deadline_passed",
        "step", "only_base", "not_kept", "trend", "against_paths", "no_path",
    ]  # fmt: skip


def test_a_board_keeps_the_books_order(judge: Judge) -> None:
    """One status a target, in the order of the file; `only` chooses."""
    text = judge.straight + judge.straight.replace('id = "x"', 'id = "y"')
    book = judge.book(text)
    board = assess(book, dt.date(2026, 11, 22))
    assert [status.target.id for status in board.statuses] == ["x", "y"]
    assert [one.target.id for one in assess(book, board.on, only=["y"]).statuses] == ["y"]


def test_closed_takes_no_word_of_its_figure(judge: Judge) -> None:
    """A dropped target whose last figure is a budget is dropped, and no more is said of it."""
    text = judge.straight.replace("path =", 'counts = ["enacted"]\npath =') + CLOSED
    fact = '\n--- 2025_2025-01-01\nvalue = 20\nstatus = "enacted"\n'
    found = judge(text + fact)
    assert (found.verdict, found.reason.key) == ("dropped", "closed")


def test_what_rests_on_no_figure_takes_no_word_of_one(judge: Judge) -> None:
    """The deadline's figure is awaited, or no series is judged: a plan there is says nothing."""
    counting = judge.straight.replace("path =", 'counts = ["final", "planned"]\npath =')
    plan = judge.yearly({2023: 20}) + '\nstatus = "planned"\n'
    found = judge(counting.replace("by = 2030", "by = 2024") + plan, on="2025-01-01")
    assert (found.verdict, found.reason.then) == ("awaiting data", ())
    alone = 'judged_series = "s"\n[[target.series]]\nid = "s"\ncomparable = "no"\n'
    found = judge(counting + alone + plan.replace("--- ", "--- s/"))
    assert (found.verdict, found.reason.then) == ("cannot judge", ())


def test_cannot_judge_without_a_baseline(judge: Judge) -> None:
    """Nothing is stated, and nothing taken from a series that is not judged."""
    text = judge.straight.replace("baseline = { period = 2020, value = 10 }", "")
    text += SERIES.format(ours="no", theirs="yes")
    found = judge(text + judge.yearly({2024: 20, 2025: 21}, "ours/"))
    assert (found.verdict, found.base) == ("cannot judge", None)


WEEKLY = """
[[target]]
id = "x"
title = "Price (invented)"
unit = "points"
direction = "{direction}"
baseline = {{ period = "2026-W20", value = {base} }}
cadence = "1 week"
lag = "5 days"
goal = {{ value = 1700, by = "2026-06" }}

--- 2026-W24_2026-06-19
value = 1750
--- 2026-W25_2026-06-26
value = 1720
--- 2026-W26_2026-07-03
value = {last}
"""


@pytest.mark.parametrize(("direction", "last", "then"), [
    ("down", 1710, "missed"), ("down", 1690, "met"), ("keep", 1710, "missed"),
    ("keep", 1690, "met"),
])  # fmt: skip
def test_a_deadline_within_a_week(direction: str, last: int, then: str) -> None:
    """June ends on a Tuesday: week 26 ends before it, and week 27 is too late.

    Until the deadline's own day could be known the verdict waits, and no longer.
    """
    base = 1650 if (direction, then) == ("keep", "missed") else 1800
    text = WEEKLY.format(direction=direction, base=base, last=last)
    if direction == "keep":
        text = text.replace("by = ", 'comparator = "<=", by = ')
    waiting = then if (direction, then) == ("down", "met") else "awaiting data"
    assert judged(text, "2026-07-04").verdict == waiting
    assert judged(text, "2026-07-05").verdict == then
    assert judged(text, "2026-11-20").verdict == then
    week_27 = text + f"\n--- 2026-W27_2026-07-10\nvalue = {last}"
    assert judged(week_27, "2026-11-20").verdict == then


def test_a_deadline_within_a_week_whose_last_figure_is_missing() -> None:
    """Week 25 does not decide: week 26 is still to come."""
    text = WEEKLY.format(direction="down", base=1800, last=1710)
    text = text.partition("--- 2026-W26")[0]
    assert judged(text, "2026-11-20").verdict == "awaiting data"


@pytest.mark.parametrize(("period", "published", "verdict"), [
    ("2026-Q1", "2026-05-01", "awaiting data"), ("2025", "2026-05-01", "missed"),
    ("2026-06-15", "2026-06-20", "missed"), ("2026-05", "2026-06-20", "awaiting data"),
])  # fmt: skip
def test_a_rhythm_that_was_declared_too_slow(period: str, published: str, verdict: str) -> None:
    """A quarter that ends by the deadline is waited for, though a figure a year was declared."""
    text = WEEKLY.format(direction="down", base=1800, last=0).partition("--- 2026-W24")[0]
    text = text.replace('cadence = "1 week"', 'cadence = "1 year"').replace('"2026-W20"', "2020")
    text += f"--- {period}_{published}\nvalue = 1710\n"
    assert judged(text, "2026-11-20").verdict == verdict


ROWS = """
[[target]]
id = "x"
title = "Share (invented)"
unit = "%"
direction = "up"
{baseline}
path = [{{ by = 2022, value = 60 }}, {{ by = 2026, value = 80 }}]
goal = {{ value = 100, by = 2030 }}

--- 2022_2023-02-01
value = 40
--- 2024_2025-02-01
value = 62
"""


@pytest.mark.parametrize("baseline", [
    "baseline = { period = 2022, value = 60 }", "baseline = { period = 2022 }", "",
])  # fmt: skip
def test_what_was_announced_for_the_baselines_own_year_stands(baseline: str) -> None:
    """70 was asked for in 2024; from the series' own 40 in 2022 it would have been 60."""
    found = judged(ROWS.format(baseline=baseline), "2026-11-22")
    assert (found.verdict, dict(found.expected)) == ("behind", {"announced": 70})


def test_a_forecast_of_the_running_year_can_lose_the_goal() -> None:
    """31 was reached in 2024; this year's estimate, which counts, is 12."""
    text = """
[[target]]
id = "x"
title = "Share (invented)"
unit = "%"
direction = "up"
baseline = { period = 2020, value = 10 }
goal = { value = 30, by = 2030 }

--- 2024_2025-03-01
value = 31
"""
    assert judged(text, "2025-10-15").verdict == "met"
    estimate = '\n--- 2025_2025-10-01\nstatus = "estimated"\nvalue = '
    assert judged(f"{text}{estimate}12", "2025-10-15").verdict == "behind"
    assert judged(f"{text}{estimate}33", "2025-10-15").verdict == "met"
    planned = estimate.replace("estimated", "planned")  # which does not count
    assert judged(f"{text}{planned}12", "2025-10-15").verdict == "met"


SOFTER = """
[[target]]
id = "x"
title = "Share (invented)"
unit = "%"
direction = "down"
baseline = {{ period = 2010, value = 68 }}

[[target.goal]]
value = 5
by = 2023
announced = 2014-01-08

[[target.goal]]
value = {value}
by = 2019
announced = 2018-08-14

--- {year}_{after}-06-01
value = 21
"""


@pytest.mark.parametrize(("value", "year", "verdict"), [
    (22, 2016, "awaiting data"), (22, 2019, "met"), (22, 2013, "awaiting data"),
    (3, 2016, "awaiting data"),
])  # fmt: skip
def test_a_lesser_goal_of_an_earlier_year_is_not_met_by_what_came_before(
    value: int, year: int, verdict: str
) -> None:
    """22 by 2019 asks for more a year than 5 by 2023, and is less all the same."""
    text = SOFTER.format(value=value, year=year, after=year + 1)
    assert judged(text, "2022-11-22").verdict == verdict


@pytest.mark.parametrize(("comparator", "limit", "verdict"), [
    (">=", 'bound = "<="\nvalue = 55', "behind"), (">=", 'bound = "<="\nvalue = 70', "met"),
    ("~", 'bound = "<="\nvalue = 20', "behind"), ("~", 'bound = ">="\nvalue = 90', "behind"),
    ("~", 'bound = "<="\nvalue = 65', "met"), ("~", 'bound = ">="\nvalue = 59', "met"),
    ("~", 'bound = "<="\nvalue = 58', "met, slipping"),  # as each value that is left would be
    ("~", 'bound = ">="\nvalue = 62', "met, slipping"),
])  # fmt: skip
def test_a_limit_can_lose_what_is_to_be_kept(comparator: str, limit: str, verdict: str) -> None:
    """60.7 was kept at 60 in 2023; "at most 55" of 2024 is no value, and is not looked past."""
    text = f"""
[[target]]
id = "x"
title = "Rate (invented)"
unit = "%"
direction = "keep"
goal = {{ value = 60, by = 2030, comparator = "{comparator}" }}

--- 2023_2024-03-01
value = 60.7
--- 2024_2025-03-01
{limit}
"""
    assert judged(text, "2025-06-01").verdict == verdict


def test_one_figure_tells_whether_what_is_to_be_kept_holds() -> None:
    """Its path is the goal itself and is drawn, so it needs no baseline: 61.2 of 62 is short."""
    text = """
[[target]]
id = "x"
title = "Rate (invented)"
unit = "%"
direction = "keep"
goal = { value = 62, comparator = ">=", by = 2030 }

--- 2024_2025-03-01
value = 61.2
"""
    found = judged(text, "2025-06-01")
    assert (found.verdict, found.reason.key) == ("behind", "behind-kept-path")
    assert found.expected == (("linear", 62.0),)


@pytest.mark.parametrize(
    ("value", "key"),
    [(41, "on-track-path"), ("38.1", "on-track-near"), ("37.9", "behind-path")],
)
def test_about_an_amount_is_about_what_a_row_on_the_way_to_it_asks_for(
    judge: Judge, value: object, key: str
) -> None:
    """Within 5 % of the row's 40: the 4.5 that 5 % of the goal are would be an eighth of it."""
    text = f"""
[[target]]
id = "x"
title = "Share (invented)"
unit = "points"
direction = "keep"
path = [{{ by = 2024, value = 40 }}]
goal = {{ value = 90, by = 2030 }}
{judge.yearly({2023: 30, 2024: value})}
"""
    assert judge(text, "2025-07-01").reason.key == key


BASE_2020 = "baseline = { period = 2020, value = 10 }"
POSTPONED = """
[[target]]
id = "x"
title = "Share (invented)"
unit = "%"
direction = "up"
{more}

[[target.goal]]
value = 30
by = 2025
announced = 2019-01-08

[[target.goal]]
value = {value}
by = {by}
announced = 2024-06-14

--- 2021_2022-03-01
value = 12
--- 2023_2024-03-01
value = {latest}
"""


@pytest.mark.parametrize(("more", "value", "by", "latest"), [
    ("path = [{ by = 2020, value = 10 }]", 30, 2035, 20),
    ("path = [{ by = 2020, value = 10 }]", 45, 2035, 20),
    (f'path = "logistic"\nceiling = 100\n{BASE_2020}', 60, 2032, 18.5),
    (f"path = [{{ by = 2022, value = 12 }}]\n{BASE_2020}", 50, 2030, 17.5),
])  # fmt: skip
def test_no_announcement_makes_an_older_figure_green(
    more: str, value: int, by: int, latest: float
) -> None:
    """What is asked for in the end may be more; of the time before it asks for less."""
    text = POSTPONED.format(more=more, value=value, by=by, latest=latest)
    assert judged(text, "2024-06-01").verdict == "behind"
    found = judged(text, "2024-07-01")
    assert found.verdict == "behind"
    assert found.path_goal is not None


@pytest.mark.parametrize(("value", "sign", "word", "key"), [
    (25, "<=", "missed", "missed-limit"), (30, "<=", "awaiting data", "awaiting-since"),
    (25, ">=", "awaiting data", "awaiting-since"), (31, ">=", "met", "met-at-least"),
])  # fmt: skip
def test_a_limit_of_the_deadline_itself(
    judge: Judge, value: int, sign: str, word: str, key: str
) -> None:
    """It decides where the goal cannot have been reached, or must have been, whatever it was."""
    text = judge.straight + judge.yearly({2028: 27})
    text += f'\n--- 2030_2031-07-01\nvalue = {value}\nbound = "{sign}"'
    found = judge(text, on="2031-08-01")
    assert (found.verdict, found.reason.key) == (word, key)


DOWN_TO_TWO = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "keep"
baseline = { period = 2022, value = 5 }
path = [{ by = 2025, value = 2 }]
goal = { value = 2, by = 2030 }
"""


@pytest.mark.parametrize(
    ("value", "word", "light"),
    [(3, "on track", "good"), ("2.5", "on track", "good"), ("3.2", "behind", "bad"),
     (1, "behind", "bad")],
)  # fmt: skip
@pytest.mark.parametrize("comparator", ["~", "=", "<="])
def test_what_is_to_be_kept_at_an_amount_is_judged_by_announced_rows(
    judge: Judge, value: object, word: str, light: str, comparator: str
) -> None:
    """3 are asked for in 2024, on the way down to 2. The rule on-path says the same."""
    text = DOWN_TO_TWO.replace("by = 2030", f'by = 2030, comparator = "{comparator}"')
    found = judge(text + judge.yearly({2024: value}), on="2026-01-01")
    if value == 1:  # beyond the goal: too little of what is to be kept, and enough of "at most"
        assert found.verdict == ("met" if comparator == "<=" else "behind")
        assert found.reason.key in ("met-holds", "behind-beyond")
        return
    assert found.verdict == word
    near = judge(text + judge.yearly({2024: "3.05"}), on="2026-01-01")
    assert near.verdict == ("on track" if comparator == "~" else "behind")  # within 5 % of 2
    (on_path,) = (one for one in found.readings if one.method == "on-path")
    assert on_path.light == light


def test_a_residue_of_floats_is_no_gap(judge: Judge) -> None:
    """0.4 of 365.3 points are 146.12; the verdict and the gap are of one mind."""
    text = judge.straight.replace("2020, value = 10", "2020-01-01, value = 0")
    text = text.replace("value = 30, by = 2030", "value = 365.3, by = 2030-01-01")
    found = judge(text + "\n--- 2024-01-01_2024-02-01\nvalue = 146.1")
    assert dict(found.expected)["linear"] != 146.1
    assert (found.verdict, found.gap_to_path) == ("on track", (("linear", 0.0),))


@pytest.mark.parametrize(("direction", "base", "value", "verdict"), [
    ("up", 10, 29, "on track"), ("up", 10, 28.4, "behind"), ("down", 50, 31, "on track"),
    ("down", 50, 31.6, "behind"), ("keep", 28, 29, "on track"), ("keep", 28, 31.6, "behind"),
])  # fmt: skip
def test_what_is_expected_to_be_about_the_goal_is_on_its_path(
    judge: Judge, direction: str, base: int, value: float, verdict: str
) -> None:
    """Once measured, it is met; and the sentence does not call 29 "at or beyond" 30."""
    text = judge.straight.replace('"up"', f'"{direction}"').replace("value = 10", f"value = {base}")
    text = text.replace("value = 30", 'value = 30, comparator = "~"')
    expected = f"\n--- 2030_2030-06-01\nvalue = {value}\nstatus = 'estimated'"
    found = judge(text + expected, on="2030-07-01")
    assert found.verdict == verdict
    assert (found.reason.key == "on-track-about") is (verdict == "on track")


def test_short_at_the_deadline_is_told_with_one_number(judge: Judge) -> None:
    """Both paths end at the goal: "30 % to 30 %" would be a riddle."""
    text = judge.straight.replace('path = "linear"\n', "")
    found = judge(text + "\n--- 2030_2030-06-01\nvalue = 26\nstatus = 'estimated'", on="2030-07-01")
    assert (found.verdict, found.reason.key) == ("behind", "behind-one")
    found = judge(text + "\n--- 2030_2030-06-01\nvalue = 31\nstatus = 'estimated'", on="2030-07-01")
    assert (found.verdict, found.reason.key) == ("on track", "on-track-one")
