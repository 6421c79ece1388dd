"""When a verdict can be known, what can still change it, and when a figure is stale."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.assess import answerability
from kpi.facts.periods import Period, Span
from kpi.render.wording.reasons import say
from tests.assess.conftest import Judge

YEARLY = 'cadence = "1 year"\nlag = "6 months"\n'


def test_the_outlook_of_a_yearly_series(judge: Judge) -> None:
    """The figure of 2030 ends the promise and appears on 30 June 2031; the next one is 2026's."""
    found = judge(judge.straight + YEARLY + judge.yearly({2025: 20})).outlook
    assert found.answerable_on == dt.date(2031, 6, 30)
    assert found.last_period_end == dt.date(2030, 12, 31)
    assert found.last_release_on == dt.date(2031, 6, 30)
    assert found.next_release_on == dt.date(2027, 6, 30)


def test_a_series_that_misses_the_deadline(judge: Judge) -> None:
    """Every two years from 2025: 2029 is the last one that can still change the verdict."""
    text = judge.straight + YEARLY.replace("1 year", "2 years") + judge.yearly({2025: 20})
    found = judge(text).outlook
    assert found.last_period_end == dt.date(2029, 12, 31)
    assert found.last_release_on == dt.date(2030, 6, 30)


def test_a_monthly_series_keeps_to_the_ends_of_months(judge: Judge) -> None:
    """From February 2026 a month at a time: March ends on the 31st."""
    text = judge.straight + 'cadence = "1 month"\nlag = "10 days"\n'
    found = judge(text + "\n--- 2026-02_2026-03-10\nvalue = 20\n").outlook
    assert found.next_release_on == dt.date(2026, 4, 10)
    assert found.last_period_end == dt.date(2030, 12, 31)


def test_what_is_not_declared_is_not_known(judge: Judge) -> None:
    """No lag, no day of the answer; no cadence, no next release; no deadline, no last one."""
    bare = judge(judge.straight + judge.yearly({2025: 20})).outlook
    assert (bare.answerable_on, bare.next_release_on, bare.last_period_end) == (None, None, None)
    empty = judge(judge.straight + YEARLY).outlook
    assert (empty.answerable_on, empty.next_release_on) == (dt.date(2031, 6, 30), None)
    no_lag = judge(judge.straight + 'cadence = "1 year"\n' + judge.yearly({2025: 20})).outlook
    assert (no_lag.next_release_on, no_lag.last_release_on) == (dt.date(2026, 12, 31), None)
    open_ = judge.straight.replace(", by = 2030", "") + YEARLY + judge.yearly({2025: 20})
    assert judge(open_).outlook.last_period_end is None


def test_after_the_deadline_no_release_is_left(judge: Judge) -> None:
    """A series that has gone beyond the deadline has nothing more to say of it."""
    text = judge.straight + YEARLY + judge.yearly({2031: 20})
    assert judge(text, on="2032-07-01").outlook.last_period_end is None


def test_the_end_of_the_calendar(judge: Judge) -> None:
    """A deadline in the year 9999 has no day on which it is known."""
    text = judge.straight.replace("by = 2030", "by = 9999") + YEARLY
    found = judge(text + judge.yearly({2025: 20})).outlook
    assert (found.answerable_on, found.last_period_end) == (None, dt.date(9999, 12, 31))
    slow = text.replace('"1 year"', '"9000 years"') + judge.yearly({2025: 20})
    assert judge(slow).outlook.last_period_end == dt.date(2025, 12, 31)


def test_a_milestone_is_answerable_on_its_deadline(judge: Judge) -> None:
    """Nobody has to publish that a law was passed."""
    text = """
[[target]]
id = "x"
title = "A law"
kind = "milestone"
goal = { value = true, by = 2025 }
"""
    assert judge(text).outlook.answerable_on == dt.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("on", "stale"),
    # 1.5 years and half a year after 2024-12-31 are 730.5 days
    [("2026-12-31", False), ("2027-01-01", True)],
)
def test_stale_after_one_and_a_half_cadences_and_the_lag(
    judge: Judge, on: str, stale: bool
) -> None:
    """One day makes the difference; a stale figure is a blind spot."""
    found = judge(judge.straight + YEARLY + judge.yearly({2024: 18}), on=on)
    assert ("stale" in judge.keys(found)) is stale
    assert found.current is not stale


def test_what_is_expected_makes_nothing_current(judge: Judge) -> None:
    """Since the baseline of 2020 nothing was measured, though 2026 is expected to be good."""
    expected = "\n--- 2026_2026-03-01\nvalue = 25\nstatus = 'estimated'\n"
    assert "stale" in judge.flags(judge.straight + YEARLY + expected, on="2026-07-01")
    for more, last in (("", "2020"), (judge.yearly({2022: 18}), "2022")):
        found = judge(judge.straight + YEARLY + more + expected, on="2026-07-01")
        assert say(next(flag for flag in found.flags if flag.key == "stale")) == (
            f"The latest value, of {last}, is older than a rhythm of 1 year explains."
            " What is shown of 2026 is only expected, and does not make up for it."
        )
    young = (judge.straight + YEARLY + expected).replace("period = 2020", "period = 2025")
    assert "stale" not in judge.flags(young, on="2026-07-01")


def test_stale_without_a_lag(judge: Judge) -> None:
    """1.5 years after 2024-12-31 is the middle of 2026."""
    text = judge.straight + 'cadence = "1 year"\n' + judge.yearly({2024: 18})
    assert "stale" not in judge.flags(text, on="2026-06-30")
    assert "stale" in judge.flags(text, on="2026-07-01")


@pytest.mark.parametrize(
    ("period", "cadence", "lag", "last"),
    [
        ("2025", "1 year", "3 months", "2027-09-30"),
        ("2025-Q4", "3 months", "2 months", "2026-07-15"),  # 4.5 months, then 2
        ("2025-12", "1 month", "", "2026-02-15"),
        ("2025-S1", "6 months", "40 days", "2026-05-10"),
        ("2026-W20", "1 week", "3 days", "2026-05-30"),  # ten whole days, then 3
        ("2026-05-01", "3 days", "", "2026-05-05"),
        ("2023-02-15", "2 years", "", "2026-02-15"),
    ],
)
def test_the_last_day_on_which_a_figure_is_fresh(
    judge: Judge, period: str, cadence: str, lag: str, last: str
) -> None:
    """1.5 times its cadence plus its lag, in the calendar."""
    text = judge.straight + f'cadence = "{cadence}"\n' + (f'lag = "{lag}"\n' if lag else "")
    text += f"\n--- {period}_{Period.parse(period).end}\nvalue = 18\n"
    day = dt.date.fromisoformat(last)
    assert "stale" not in judge.flags(text, on=last)
    assert "stale" in judge.flags(text, on=(day + dt.timedelta(1)).isoformat())


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2900, 1, 1)), st.integers(0, 40), st.integers(0, 40),
    st.sampled_from(["day", "week", "month", "year"]),
    st.sampled_from(["day", "week", "month", "year"]),
)  # fmt: skip
def test_the_calendar_is_near_to_years_of_equal_length(
    day: dt.date, cadence: int, lag: int, of_cadence: str, of_lag: str
) -> None:
    """So it is asked only where the two may differ."""
    each, behind = Span(cadence, of_cadence), Span(lag, of_lag)
    until = answerability._fresh_until(day, each, behind)
    assert until is not None
    about = 365.25 * (1.5 * each.years + behind.years)
    assert abs((until - day).days - about) < answerability._NEAR - 1


def test_met_on_an_old_figure_is_stale(judge: Judge) -> None:
    """The green light stays, and says how old it is."""
    found = judge(judge.straight + YEARLY + judge.yearly({2022: 31}), on="2026-11-22")
    assert (found.verdict, found.current) == ("met", False)


def test_what_is_over_is_not_stale(judge: Judge) -> None:
    """The figure that was waited for is there, or the target is closed: nothing is missing."""
    text = judge.straight.replace("by = 2030", "by = 2022") + YEARLY + judge.yearly({2022: 12})
    assert "stale" not in judge.flags(text)
    met = text.replace("value = 12", "value = 31")
    assert "stale" not in judge.flags(met)
    closed = judge.straight + YEARLY + 'closed = { on = 2026-01-01, as = "dropped" }\n'
    assert "stale" not in judge.flags(closed + judge.yearly({2022: 12}))


def test_what_was_done_too_late_is_not_stale(judge: Judge) -> None:
    """Though the deadline was postponed since, to a day beyond the figure."""
    text = '[[target]]\nid = "x"\ntitle = "A law"\nkind = "milestone"\n' + YEARLY
    text += "[[target.goal]]\nvalue = true\nby = 2023\nannounced = 2021-01-01\n"
    text += "[[target.goal]]\nvalue = true\nby = 2030\nannounced = 2025-06-01\n"
    found = judge(text + judge.yearly({2024: True}), on="2027-11-22")
    assert (found.verdict, judge.keys(found)) == ("done late", ["goal-moved"])


def test_awaiting_data_may_be_stale(judge: Judge) -> None:
    """The deadline's figure is long overdue."""
    text = judge.straight.replace("by = 2030", "by = 2024") + YEARLY + judge.yearly({2023: 18})
    found = judge(text)
    assert (found.verdict, "stale" in judge.keys(found)) == ("awaiting data", True)


def test_nothing_is_not_current(judge: Judge) -> None:
    """No figure is a blind spot, too; without a cadence none is ever stale."""
    assert not judge(judge.straight + YEARLY).current
    assert judge(judge.straight + judge.yearly({2020: 10, 2021: 11})).current


def test_nothing_is_expected_once_the_deciding_figure_is_there(judge: Judge) -> None:
    """A target met at its deadline waits for no release, however long ago that was."""
    text = judge.straight.replace("by = 2030", "by = 2022") + YEARLY
    found = judge(text + judge.yearly({2022: 31}), on="2026-11-22")
    assert (found.verdict, found.outlook.next_release_on) == ("met", None)
    early = judge(text + judge.yearly({2021: 31}), on="2026-11-22")
    assert early.outlook.next_release_on is not None


def test_an_old_figure_does_not_stand_for_the_one_that_is_awaited(judge: Judge) -> None:
    """Without a cadence nothing is stale, and it is a blind spot all the same."""
    text = judge.straight.replace("by = 2030", "by = 2025")
    found = judge(text + judge.yearly({2024: 12}), on="2026-11-22")
    assert (found.verdict, found.current, found.lacks) == (
        "awaiting data", False, "awaiting data",
    )  # fmt: skip


def test_of_an_amount_of_one_year_the_whole_year_decides(judge: Judge) -> None:
    """A year after June 2026 is June 2027; what decides is the end of 2026, known two months on."""
    text = (
        '[[target]]\nid = "x"\ntitle = "X"\nkind = "annual"\nunit = "n"\n'
        'cadence = "1 year"\nlag = "2 months"\ngoal = { value = 124, by = 2026 }\n'
    )
    found = judge(text + "\n--- 2026-06_2026-08-01\nvalue = 50\n").outlook
    assert found.last_period_end == dt.date(2026, 12, 31)
    assert found.last_release_on == dt.date(2027, 2, 28)


@pytest.mark.parametrize(
    ("by", "facts", "on", "told"),
    [
        ("2025", "", "2026-03-01", dt.date(2026, 6, 30)),
        ("2025", "--- 2025-Q1_2025-04-20\nvalue = 3\n", "2026-03-01", dt.date(2026, 6, 30)),
        ("2025-06-30", "", "2026-03-01", dt.date(2026, 6, 30)),  # a day stands for its year
        ("2025", "", "2026-06-30", None),
        ("2025", "", "2025-03-01", None),
    ],
)
def test_an_amount_that_is_waited_for_says_on_which_day(
    judge: Judge, by: str, facts: str, on: str, told: dt.date | None
) -> None:
    """As a level does, until that day has come."""
    text = (
        '[[target]]\nid = "x"\ntitle = "X"\nkind = "annual"\nunit = "n"\n'
        f"goal = {{ value = 10, by = {by} }}\n{YEARLY}{facts}"
    )
    found = judge(text, on=on)
    days = [dict(one.facts)["on"] for one in found.reason.then if one.key == "figure-due"]
    assert days == ([told] if told else [])


def test_what_is_not_measured_yet_says_on_which_day(judge: Judge) -> None:
    """A forecast of the deadline's year alone: the result is awaited until the end of June."""
    forecast = '--- 2030_2030-06-01\nvalue = 25\nstatus = "estimated"\n'
    found = judge(judge.straight + YEARLY + "\n" + forecast, on="2031-02-01")
    said = {one.key: dict(one.facts) for one in found.reason.then}
    assert (found.verdict, found.reason.key) == ("awaiting data", "awaiting-none")
    assert said["figure-due"] == {"on": dt.date(2031, 6, 30)}
    late = judge(judge.straight + YEARLY + "\n" + forecast, on="2031-07-01")
    assert "figure-due" not in [one.key for one in late.reason.then]


def test_an_expected_figure_that_is_all_there_is_gets_stale(judge: Judge) -> None:
    """What was expected of 2023 alone, with a release a year, is stale from July 2025 on."""
    text = judge.straight.replace("baseline = { period = 2020, value = 10 }\n", "")
    text += 'cadence = "1 year"\n\n--- 2023_2023-06-01\nvalue = 16\nstatus = "estimated"\n'
    assert "stale" not in judge.flags(text, on="2025-06-30")
    assert "stale" in judge.flags(text, on="2025-07-01")
