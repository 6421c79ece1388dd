"""Where a path starts beside figures of other kinds, and what is still waited for at its end.

Each of these was a green or a red light once, found by drawing targets and by hand.
"""

from __future__ import annotations

import datetime as dt

import pytest

from kpi.assess.board import assess
from tests.assess.conftest import STRAIGHT, Judge

DUE = STRAIGHT.replace('path = "linear"\n', "").replace("by = 2030", "by = 2024")
RHYTHM = 'cadence = "1 year"\nlag = "12 months"\n'
BOUND = 'value = {}\nbound = "{}"\n'


def fact(period: str, published: str, said: object) -> str:
    """An observation: a value, or the lines of its file."""
    return f"\n--- {period}_{published}\n" + (said if isinstance(said, str) else f"value = {said}")


MEASURED = fact("2023", "2024-02-01", 14.5) + fact("2024", "2025-02-01", 16)


# ---------------------------------------------------------------------------------------- starts


@pytest.mark.parametrize("part", ["2020-Q4", "2020-S2", "2020-12", "2020-W53"])
@pytest.mark.parametrize("owner", ["", ', series = "main"'])
def test_a_part_of_the_year_does_not_start_the_path_of_the_year(
    judge: Judge, part: str, owner: str
) -> None:
    """The year was said to be 10; that its last quarter was 5 asks for no less."""
    text = STRAIGHT.replace("value = 10 }", f"value = 10{owner} }}") + MEASURED
    more = fact(part, "2021-02-01", 5)
    assert (judge.word(text), judge.word(text + more)) == ("behind", "behind")
    found = judge(text + more)
    assert found.base is not None
    assert (found.base.period.text, found.base.value, found.rebased) == ("2020", 10.0, False)
    recorded = judge(text + more + fact("2020", "2021-03-01", 10))
    assert (recorded.verdict, recorded.expected) == (found.verdict, found.expected)


@pytest.mark.parametrize("day", ["2020-12-31", "2020"])
def test_a_single_day_is_as_good_as_the_year_that_it_ends(judge: Judge, day: str) -> None:
    text = STRAIGHT.replace("period = 2020", f"period = {day}") + MEASURED
    other = "2020" if day != "2020" else "2020-12-31"
    found = judge(text + fact(other, "2021-02-01", 12))
    assert found.base is not None
    assert (found.base.value, found.rebased) == (12.0, True)


@pytest.mark.parametrize("beside", [
    fact("2020-Q4", "2021-02-01", 1), fact("2020", "2021-02-01", BOUND.format(1, ">=")),
])  # fmt: skip
def test_nothing_grows_from_a_zero_that_a_quarter_or_a_limit_stands_beside(
    judge: Judge, beside: str
) -> None:
    """2 in 2022 is short of the line from 0. From 1 a curve would ask for 1.97, and from 0 none."""
    text = STRAIGHT.replace('path = "linear"\n', "").replace("value = 10", "value = 0")
    text += fact("2022", "2023-02-01", 2)
    assert (judge.word(text), judge.word(text + beside)) == ("behind", "behind")
    assert [shape for shape, _ in judge(text + beside).expected] == ["linear"]


def test_a_baseline_without_a_value_takes_that_of_its_own_period(judge: Judge) -> None:
    """Or the nearest earlier one, which is flagged; not that of the last quarter."""
    text = STRAIGHT.replace(", value = 10 }", " }") + MEASURED + fact("2019", "2020-02-01", 9)
    for more in ("", fact("2020-Q4", "2021-02-01", 5)):
        found = judge(text + more)
        assert found.base is not None
        assert (found.base.value, found.rebased, found.verdict) == (9.0, True, "behind")


@pytest.mark.parametrize(("own", "start", "rebased"), [(15, 15.0, True), (5, 10.0, False)])
def test_a_year_ends_with_the_quarter_that_was_stated(
    judge: Judge, own: float, start: float, rebased: bool
) -> None:
    """Its own figure starts the path if it was nearer to the goal, and else what was said."""
    text = STRAIGHT.replace("period = 2020,", 'period = "2020-Q4",') + MEASURED
    found = judge(text + fact("2020", "2021-02-01", own))
    assert found.base is not None
    assert (found.base.value, found.rebased) == (start, rebased)


def test_of_another_series_the_figure_of_the_day_starts_the_path(judge: Judge) -> None:
    """What was said of one survey starts nothing in another one, of the same day."""
    text = STRAIGHT.replace("value = 10 }", 'value = 10, series = "old" }').replace(
        'unit = "points"', 'unit = "points"\njudged_series = "new"'
    )
    text += '[[target.series]]\nid = "old"\n[[target.series]]\nid = "new"\n'
    found = judge(text + fact("new/2020-Q4", "2021-02-01", 5) + fact("new/2024", "2025-02-01", 16))
    assert found.base is not None
    assert (found.base.value, found.rebased) == (5.0, True)


@pytest.mark.parametrize("first", ["", fact("2020", "2021-03-01", 10)])
@pytest.mark.parametrize("name", ["2020", "2020-12-31"])
@pytest.mark.parametrize(("sign", "value", "latest", "word", "start"), [
    (">=", 15, 18, "behind", 15.0),  # whatever it was from 15 on
    (">=", 12, 20, "possible", 12.0),  # by 12 it is ahead, by 16 it is not
    ("<=", 8, 18, "on track", 10.0), (">=", 8, 18, "on track", 10.0),
    ("<=", 12, 18, "on track", 10.0),
])  # fmt: skip
def test_a_limit_of_the_starts_own_time_moves_it(
    judge: Judge, first: str, name: str, sign: str, value: float, latest: float, word: str,
    start: float,
) -> None:  # fmt: skip
    """At least 15 in the year of which 10 was said: the path starts there or nearer to the goal."""
    limit = fact(name, "2021-09-01", BOUND.format(value, sign))
    found = judge(STRAIGHT + first + limit + fact("2024", "2025-02-01", latest))
    assert found.base is not None
    assert (found.verdict, found.base.value, found.rebased) == (word, start, start != 10)


def test_a_limit_that_was_taken_back_or_corrected_moves_no_start(judge: Judge) -> None:
    """By a later one, and as a slip, also where its correction is a plan."""
    limit = fact("2020", "2021-09-01", BOUND.format(15, ">="))
    text = STRAIGHT + limit + fact("2024", "2025-02-01", 18)
    assert judge.word(text) == "behind"
    assert judge.word(text + fact("2020", "2022-09-01", BOUND.format(11, "<="))) == "on track"
    slip = 'note = "misread"\n'
    for said in (BOUND.format(34, "<="), 'value = 15\nstatus = "planned"\n'):
        assert judge.word(text + fact("2020", "2021-09-01_r2", said + slip)) == "on track"


@pytest.mark.parametrize("more", ["", ', series = "main"'])
@pytest.mark.parametrize(("by", "word"), [
    (", by = 2025", "awaiting data"), (", by = 2030", "baseline only"), ("", "open"),
])  # fmt: skip
def test_a_limit_of_the_start_lets_no_older_figure_meet_the_goal(
    judge: Judge, more: str, by: str, word: str
) -> None:
    """31 in the year before the baseline of 10 has not met it; nor has it beside "at least 21"."""
    text = STRAIGHT.replace('path = "linear"\n', "").replace(", by = 2030", by)
    text = text.replace("period = 2020, value = 10", f'period = "2024-06", value = 10{more}')
    text += fact("2023", "2024-02-01", 31)
    limit = fact("2024-06", "2024-07-30", BOUND.format(21, ">="))
    assert judge.word(text, on="2026-09-01") == word
    assert judge.word(text + limit, on="2026-09-01") == word


def test_a_limit_of_the_start_is_a_point_of_the_trend(judge: Judge) -> None:
    """At least 23.5, then 18, is a fall, also where rows are announced."""
    rows = "path = [{ by = 2022, value = 15 }, { by = 2024, value = 18 }]"
    text = STRAIGHT.replace('path = "linear"', rows) + fact("2024", "2025-01-31", 18)
    limit = fact("2020", "2021-01-30", BOUND.format(23.5, ">="))
    assert judge.word(text, on="2025-03-01") == "on track"
    assert judge.word(text + limit, on="2025-03-01") == "wrong way"
    higher = fact("2020", "2021-01-30", BOUND.format(12, ">="))
    assert judge.word(text + higher, on="2025-03-01") == "on track"  # what is announced stands
    early = text.replace("by = 2022", "by = 2028").replace(
        "by = 2024, value = 18", "by = 2029, value = 20"
    )
    assert judge.word(early + higher, on="2025-03-01") == "possible"  # on the way to the first row


def test_a_limit_that_says_nothing_of_a_start_without_a_value_changes_nothing(
    judge: Judge,
) -> None:
    text = STRAIGHT.replace("{ period = 2020, value = 10 }", '{ period = "2024-06" }')
    text += fact("2023", "2024-02-01", 16) + fact("2025", "2026-02-01", 18)
    limit = fact("2024-06", "2024-07-30", BOUND.format(59, "<="))
    before, after = judge(text), judge(text + limit)
    assert (before.verdict, before.base) == (after.verdict, after.base)


# What the series itself says of the baseline's time, where quarters outnumber years.
Q3, Q4 = fact("2020-Q3", "2020-11-01", 15), fact("2020-Q4", "2021-02-01", 15)
ROSE = fact("2022-Q4", "2023-02-01", 16)


@pytest.mark.parametrize(("said", "facts", "word", "start"), [
    ("period = 2020, value = 10", fact("2020", "2021-03-01", 15) + Q4 + ROSE, "behind", 15.0),
    ("period = 2020", fact("2020", "2021-03-01", 15) + Q4 + ROSE
     + fact("2020-Q3", "2020-11-01", 10), "behind", 15.0),
    ('period = "2020-Q4", value = 10', Q4 + fact("2020", "2021-03-01", 9)
     + fact("2022", "2023-02-01", 15.5), "behind", 15.0),
    ("period = 2020, value = 10", Q3 + Q4 + ROSE, "behind", 15.0),
    ("period = 2020, value = 10", Q4.replace("15", "25") + ROSE.replace("16", "20"),
     "wrong way", 25.0),
    ("period = 2020, value = 10", Q4.replace("Q4", "12").replace("15", "25")
     + ROSE.replace("Q4", "12").replace("16", "20"), "wrong way", 25.0),
])  # fmt: skip
def test_the_series_own_figure_starts_the_path_where_it_was_nearer_to_the_goal(
    judge: Judge, said: str, facts: str, word: str, start: float
) -> None:
    """Of the baseline's period, also if another one of its day counts; and a part of it."""
    found = judge(STRAIGHT.replace("period = 2020, value = 10", said) + facts)
    assert found.base is not None
    assert (found.verdict, found.base.value, found.rebased) == (word, start, "value" in said)


@pytest.mark.parametrize(("third", "start"), [(10, "2020-Q4"), (16, "2020-Q3")])
@pytest.mark.parametrize("owner", ["", ', series = "main"', ', series = "old"'])
def test_a_baseline_without_a_value_does_not_look_past_the_quarter_that_ends_with_it(
    judge: Judge, owner: str, third: int, start: str
) -> None:
    """15 at the end of 2020 is where a series of quarters stood then, and not 10 in September."""
    text = STRAIGHT.replace("period = 2020, value = 10", f"period = 2020{owner}")
    text += '[[target.series]]\nid = "old"\n' + Q4 + fact("2020-Q3", "2020-11-01", third)
    found = judge(text + fact("2025-Q4", "2026-02-01", 20))
    assert found.base is not None
    assert (found.verdict, found.base.period.text, found.rebased) == ("behind", start, True)


# ------------------------------------------------------------------------------------------ ends


@pytest.mark.parametrize("kind", ["level", "annual"])
@pytest.mark.parametrize("why", ['unit = "USD"', 'comparable = "no"'])
def test_nothing_is_missed_in_a_series_that_may_not_be_judged(
    judge: Judge, kind: str, why: str
) -> None:
    """ "At most 19" dollars are no fault of a goal in tonnes."""
    text = DUE.replace("baseline = { period = 2020, value = 10 }\n", "").replace(
        'unit = "points"', f'kind = "{kind}"\nunit = "Mt"\njudged_series = "kt"'
    )
    text += f'[[target.series]]\nid = "kt"\n{why}\n'
    for said in (19, BOUND.format(19, "<=")):
        found = judge(text + fact("kt/2024", "2025-03-01", said), on="2025-06-22")
        assert found.verdict == "cannot judge"
        assert "kt" in str(dict(found.reason.facts).values())


def test_the_deadlines_own_figure_is_waited_for_though_no_other_is_there(judge: Judge) -> None:
    """A month of the next year was the first figure; that of the year itself is still to come."""
    month = fact("2025-01", "2025-02-10", 35)
    text = DUE + month
    known = text.replace("direction", RHYTHM + "direction")
    assert judge.word(known, on="2025-02-15") == "awaiting data"
    assert judge.word(known, on="2026-01-01") == "missed"
    assert judge.word(text, on="2025-02-15") == "awaiting data"
    assert judge.word(text, on="2027-01-15") == "missed"  # twice the length of the year
    year = fact("2024", "2025-06-10", 31)
    assert judge.word(known + year, on="2025-07-15") == "met"
    day = text.replace("period = 2020,", "period = 2023-01-13,")  # that is no kind of figure
    assert judge.word(day, on="2025-02-15") == "awaiting data"
    later = DUE + fact("2025", "2026-02-10", 20)
    assert judge.word(later, on="2026-02-15") == "missed"  # the next year is out already


def test_the_last_quarter_does_not_miss_what_is_known_by_years(judge: Judge) -> None:
    """Their figure will take its place; where there are only quarters, the last one decides."""
    years = DUE + fact("2022", "2023-02-01", 25) + fact("2023", "2024-02-01", 29)
    quarter = fact("2024-Q4", "2025-01-20", 29.5)
    assert judge.word(years + quarter, on="2025-02-15") == "awaiting data"
    assert judge.word(years + quarter, on="2027-12-15") == "missed"
    assert judge.word(years + quarter + fact("2024", "2025-03-01", 29), on="2025-04-01") == "missed"
    assert judge.word(years + quarter + fact("2024", "2025-03-01", 31), on="2025-04-01") == "met"
    day = fact("2024-12-31", "2025-01-20", 29.5)
    assert judge.word(years + day, on="2025-02-15") == "missed"
    quarters = DUE + fact("2024-Q2", "2024-08-01", 25) + fact("2024-Q3", "2024-11-01", 29)
    assert judge.word(quarters + quarter, on="2025-02-15") == "missed"
    limit = fact("2024-Q4", "2025-01-20", BOUND.format(29.5, "<="))
    assert judge.word(years + limit, on="2025-02-15") == "awaiting data"
    assert judge.word(years + limit, on="2027-12-15") == "missed"
    own = fact("2024", "2025-01-20", BOUND.format(29.5, "<="))
    assert judge.word(years + own, on="2025-02-15") == "missed"
    inside = years.replace("by = 2024", 'by = "2024-09"') + fact("2024-Q3", "2024-11-01", 29.5)
    assert judge.word(inside, on="2025-02-15") == "missed"  # no year ends there


FALLING = DUE.replace('"up"', '"down"').replace("value = 10 }", "value = 50 }").replace(
    "by = 2024", "by = 2025"
)  # fmt: skip
EXPECTED = fact("2025", "2025-11-01", 'value = 44\nstatus = "estimated"\n')


@pytest.mark.parametrize("years", [[2023], range(2023, 1800, -1)], ids=["one", "many"])
def test_a_value_of_the_time_after_the_deadline_ends_no_forecast_of_it(
    judge: Judge, years: range
) -> None:
    """26 in 2023, 44 expected of 2025: that March 2026 was bad, too, makes nothing met."""
    facts = "".join(fact(str(year), f"{year + 1}-02-01", 26) for year in years)
    text = FALLING.replace("period = 2020", f"period = {years[-1] - 1}") + facts
    for after in ("", fact("2026-03", "2026-04-20", 50), fact("2026-03", "2026-04-20", 20)):
        found = judge(text + EXPECTED + after, on="2026-06-01")
        assert (found.verdict, found.latest is None) == ("awaiting data", False)
    june = fact("2025-06", "2025-12-20", 27)  # after it was made, of a day before the deadline
    assert judge.word(text + EXPECTED + june, on="2026-06-01") == "awaiting data"
    own = fact("2025", "2026-05-01", 29)
    assert judge.word(text + EXPECTED + own, on="2026-06-01").startswith("met")


def test_after_the_deadline_no_rule_looks_at_what_was_expected(judge: Judge) -> None:
    """`missed` by 37, and the panel by 37 as well; whether it fell since is asked of results."""
    text = FALLING + fact("2023", "2024-02-01", 40) + fact("2024", "2025-02-01", 37)
    hoped = fact("2025-Q3", "2025-08-01", 'value = 30.5\nstatus = "estimated"\n')
    after = fact("2026-03", "2026-04-20", 36)
    plain, found = (
        judge(text + after, on="2028-06-01"),
        judge(text + hoped + after, on="2028-06-01"),
    )
    assert (plain.verdict, found.verdict) == ("missed", "missed")
    assert [one.klass for one in found.readings] == [one.klass for one in plain.readings]
    for value, fell in ((36, False), (41, True)):
        after = fact("2026-03", "2026-04-20", value)
        for expected in (30.5, 45):
            said = hoped.replace("30.5", str(expected))
            assert judge(text + said + after, on="2028-06-01").flagged("last-value-fell") is fell


def test_no_rule_is_satisfied_by_what_was_expected_of_the_deadline(judge: Judge) -> None:
    """A figure of the time after it does not make a result of the forecast."""
    hoped = EXPECTED.replace("44", "26")
    text = FALLING + fact("2023", "2024-02-01", 40) + hoped + fact("2026-03", "2026-04-20", 50)
    found = judge(text, on="2026-06-01")
    assert found.verdict == "awaiting data"
    assert all(one.klass not in ("achieved", "met") for one in found.readings)


@pytest.mark.parametrize("status", ["provisional", "final"])
def test_a_later_limit_takes_the_place_of_one_that_was_provisional(
    judge: Judge, status: str
) -> None:
    """At most 28 of what is to be kept at 30, then at most 32, which leaves it open."""
    text = DUE.replace('"up"', '"keep"').replace("value = 30, ", 'value = 30, comparator = "~", ')
    text = text.replace("baseline = { period = 2020, value = 10 }\n", "").replace("2024", "2025")
    text += fact("2024", "2025-02-01", 30)
    text += fact("2025", "2026-02-01", BOUND.format(28, "<=") + f'status = "{status}"\n')
    assert judge.word(text, on="2026-03-01") == "missed"
    text += fact("2025", "2026-08-01", BOUND.format(32, "<="))
    assert judge.word(text, on="2026-11-22") == "awaiting data"


def test_long_series_are_settled_as_short_ones_are(judge: Judge) -> None:
    """Also where a forecast of the deadline stands before a value of the time after it."""
    facts = "".join(fact(str(year), f"{year + 1}-02-01", 26) for year in range(1824, 2024))
    text = FALLING.replace("period = 2020", "period = 1823") + facts + EXPECTED
    book = judge.book(text + fact("2026-03", "2026-04-20", 50))
    (status,) = assess(book, dt.date(2026, 6, 1)).statuses
    (line,) = status.lines
    assert line.expects
    assert [one.period.text for one in line.values[-3:]] == ["2023", "2025", "2026-03"]


@pytest.mark.parametrize(("value", "status", "word"), [
    (20, "final", "possible"), (26, "final", "on track"), (15, "final", "behind"),
    (20, "estimated", "possible"), (25, "final", "on track"),
])  # fmt: skip
def test_a_limit_that_shows_a_fall_leaves_no_green_light(
    judge: Judge, value: float, status: str, word: str
) -> None:
    """25 in 2023, at most 20 in 2024, when 18 are asked for: it may be on its path, or not."""
    limit = BOUND.format(value, "<=") + f'status = "{status}"\n'
    text = STRAIGHT + fact("2023", "2024-02-01", 25) + fact("2024", "2025-02-01", limit)
    found = judge(text)
    assert found.verdict == word
    if word == "possible":
        assert dict(found.reason.facts)["was"] == 25.0


def test_what_is_only_expected_shows_no_fall(judge: Judge) -> None:
    """At most 20 is expected of the running year; the 25 of last year still stands."""
    limit = BOUND.format(25, "<=") + 'status = "estimated"\n'
    text = STRAIGHT + fact("2025", "2026-02-01", 28) + fact("2026", "2026-06-01", limit)
    assert judge.word(text) == "on track"


def test_a_plan_in_a_series_that_may_not_be_judged_is_no_data(judge: Judge) -> None:
    text = DUE.replace("baseline = { period = 2020, value = 10 }\n", "").replace(
        'unit = "points"', 'unit = "points"\njudged_series = "kt"'
    )
    text += '[[target.series]]\nid = "kt"\ncomparable = "no"\n'
    plan = fact("kt/2024", "2023-03-01", 'value = 19\nstatus = "planned"\n')
    assert judge.word(text + plan, on="2025-06-22") == "no data"


@pytest.mark.parametrize("unit", [1, 0.001, 0.1, 1000])
def test_as_far_on_the_other_side_is_no_nearer_in_any_unit(judge: Judge, unit: float) -> None:
    """From 50 to 10 of what is to be kept at 30: what floats make of it decides nothing."""
    text = STRAIGHT.replace('"up"', '"keep"').replace(
        "{ value = 30, ", f'{{ value = {30 * unit:g}, comparator = "~", '
    )
    text = text.replace("baseline = { period = 2020, value = 10 }\n", "")
    text += fact("2023", "2024-02-01", float(f"{50 * unit:g}"))
    found = judge(text + fact("2024", "2025-02-01", float(f"{10 * unit:g}")))
    assert found.verdict == "wrong way"
    assert not found.flagged("last-value-fell")


def test_a_deadline_that_was_moved_takes_its_forecasts_along(judge: Judge) -> None:
    """Of a long series, too: by 2025 the forecast of that year stands, by 2030 it is overtaken."""
    facts = "".join(fact(str(year), f"{year + 1}-02-01", 26) for year in range(1824, 2024))
    text = FALLING.replace("period = 2020", "period = 1823").replace("goal = {", "old = {")
    text = text[: text.index("old = {")]
    for day, year in (("2020-01-01", 2025), ("2026-05-01", 2030)):
        text += f"[[target.goal]]\nannounced = {day}\nvalue = 30\nby = {year}\n"
    book = judge.book(text + facts + EXPECTED + fact("2026-03", "2026-04-20", 50))
    for day, there in ((dt.date(2026, 6, 1), False), (dt.date(2026, 4, 25), True)):
        (status,) = assess(book, day).statuses
        assert any(one.period.text == "2025" for one in status.lines[0].values) is there


def test_what_is_to_be_kept_is_nearer_from_neither_side(judge: Judge) -> None:
    """A stated quarter of it stands beside the year's own figure of the same day."""
    text = STRAIGHT.replace('"up"', '"keep"').replace("period = 2020,", 'period = "2020-Q4",')
    found = judge(text + fact("2020", "2021-02-01", 15) + MEASURED)
    assert found.base is not None
    assert (found.base.value, found.rebased) == (10.0, False)


def test_figures_that_are_not_judged_are_all_shown(judge: Judge) -> None:
    """A plan, and the quarter that ends with a year."""
    plan = fact("2027", "2024-03-01", 'value = 40\nstatus = "planned"\n')
    text = STRAIGHT + MEASURED + fact("2024-Q4", "2025-01-20", 17) + plan
    (line,) = judge(text).lines
    assert [one.period.text for one in line.uncounted] == ["2027", "2024-Q4"]


DOWN = STRAIGHT.replace('"up"', '"down"').replace("value = 10 }", "value = 50 }")


@pytest.mark.parametrize(("limits", "latest", "word", "start"), [
    ({"2020": 45}, 38, "possible", 45.0), ({"2020": 40}, 38, "behind", 40.0),
    ({"2020": 45, "2020-12-31": 40}, 38, "behind", 40.0),  # of two in force the nearer one
    ({"2020": 40, "2020-12-31": 45}, 38, "behind", 40.0), ({"2020": 60}, 41, "on track", 50.0),
])  # fmt: skip
def test_a_fall_starts_at_a_limit_as_well(
    judge: Judge, limits: dict[str, float], latest: float, word: str, start: float
) -> None:
    """At most 45 in the year of which 50 was said."""
    text = DOWN + fact("2024", "2025-02-01", latest)
    for nth, (name, value) in enumerate(limits.items(), 1):
        text += fact(name, f"2021-0{nth}-01", BOUND.format(value, "<="))
    found = judge(text)
    assert found.base is not None
    assert (found.verdict, found.base.value) == (word, start)


@pytest.mark.parametrize("value", [15, 0, -3])
def test_of_two_limits_the_nearer_to_the_goal_counts(judge: Judge, value: float) -> None:
    """Also at zero and below it."""
    stated = STRAIGHT.replace("value = 10 }", "value = -10 }")
    text = stated + fact("2020", "2021-02-01", BOUND.format(-5, ">="))
    text += fact("2020-12-31", "2021-01-01", BOUND.format(value, ">=")) + fact(
        "2024", "2025-02-01", 20
    )
    found = judge(text)
    assert found.base is not None
    assert (found.base.value, found.base.stated) == (float(value), True)


@pytest.mark.parametrize(("part", "start"), [(40, 40.0), (60, 50.0), (50, 50.0)])
def test_a_part_that_was_nearer_to_the_goal_of_a_fall_starts_its_path(
    judge: Judge, part: float, start: float
) -> None:
    found = judge(DOWN + fact("2020-Q4", "2021-02-01", part) + fact("2024", "2025-02-01", 38))
    assert found.base is not None
    assert (found.base.value, found.rebased, found.base.stated) == (start, part == 40, part != 40)


def test_what_is_only_a_limit_scatters_nothing(judge: Judge) -> None:
    """No point of a projection, which needs three that were observed."""
    limit = fact("2020", "2021-02-01", BOUND.format(12, ">="))
    found = judge(STRAIGHT + limit + MEASURED)
    assert found.no_projection is not None
    assert dict(found.no_projection.facts)["n"] == 2


def test_the_figure_beside_another_of_its_day_keeps_its_error(judge: Judge) -> None:
    own = fact("2020", "2021-03-01", "value = 15\nstandard_error = 0.8\n")
    found = judge(STRAIGHT + own + Q4 + ROSE)
    assert found.base is not None
    assert found.base.standard_error == 0.8


def test_at_its_first_row_what_is_announced_counts(judge: Judge) -> None:
    """However high the start was; the rows say what they ask for."""
    rows = "path = [{ by = 2022, value = 15 }, { by = 2024, value = 18 }]"
    text = STRAIGHT.replace('path = "linear"', rows) + fact("2022", "2023-01-31", 16)
    limit = fact("2020", "2021-01-30", BOUND.format(12, ">="))
    assert judge.word(text + limit, on="2023-03-01") == "on track"


@pytest.mark.parametrize(
    ("first_row", "expected"),
    [(2022, {}), (2019, {}), (2017, {"announced": 5 + 25 / 13})],
)
def test_before_its_announced_path_begins_a_figure_is_compared_with_nothing(
    judge: Judge, first_row: int, expected: dict[str, float]
) -> None:
    """16 in 2018 is not above what was announced for 2022, nor above a start in 2020."""
    text = STRAIGHT.replace('path = "linear"', f"path = [{{ by = {first_row}, value = 5 }}]")
    found = judge(text + judge.yearly({2017: 17, 2018: 16}), on="2020-06-01")
    assert dict(found.expected) == pytest.approx(expected)
    assert (found.slack_months is None) is (not expected)


@pytest.mark.parametrize("by", ["2022", '"2022-12"', "2022-12-31"])
def test_a_goal_that_is_said_again_with_another_name_of_its_day(judge: Judge, by: str) -> None:
    """It asks for nothing less, also where days and quarters from the start are not the same."""
    text = judge.straight.replace("period = 2020", 'period = "2020-Q2"')
    text = text.replace("goal = { value = 30, by = 2030 }\n", "")
    for said, due in (("2020-01-01", '"2022-Q4"'), ("2022-01-01", by)):
        text += f"[[target.goal]]\nvalue = 30\nby = {due}\nannounced = {said}\n"
    found = judge(text + judge.yearly({"2021-Q2": 18.1}), on="2022-07-01")
    assert found.path_goal is None
    assert "goal-moved" not in judge.keys(found)
