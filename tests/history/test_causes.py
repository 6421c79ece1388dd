"""The cause of a changed verdict, on ledgers of one target written out in full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.assess.changes import Changes, Side, compare
from kpi.assess.comparison.causes import ALL_CAUSES, CAUSES, _Mixture, facts_between, in_force
from kpi.assess.comparison.records import CONFIRMED, NEW, REPLACED, UNCOUNTED
from kpi.facts.book import Book, read_book
from kpi.render.diff_figures import news_rows, revision_json
from kpi.render.diff_words import detail
from kpi.render.wording.history_sentences import CAUSES_KO
from kpi.store.trees import Entry

LEVEL = """
schema = 1
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 10 }
goal = { value = 30, by = 2030, announced = 2021-01-01 }
"""
GRANT = """
schema = 1
[[target]]
id = "x"
title = "X"
kind = "annual"
unit = "KRW bn"
direction = "up"
goal = { value = 500, by = 2025, announced = 2021-01-01 }
"""


class Files:
    """A project in memory: targets.toml, and observations by their names below the target."""

    def __init__(self, targets: str, facts: dict[str, str]) -> None:
        self._files = {"targets.toml": targets}
        self._files |= {f"observations/x/{name}.toml": text for name, text in facts.items()}

    def read(self, name: str) -> bytes:
        return self._files[name].encode()

    def walk(self, folder: str, without: object = ()) -> Iterator[Entry]:
        return iter(sorted(Entry(name, 9) for name in self._files if name.startswith(f"{folder}/")))


def book(targets: str = LEVEL, **facts: object) -> Book:
    """`y2023_2024_06_01=17` is observations/x/2023_2024-06-01.toml with that value."""
    named = {}
    for name, value in facts.items():
        period, published = name.removeprefix("y").split("_", 1)
        file = f"{period.replace('q', '-Q')}_{published.replace('_', '-')}"
        named[file] = value if isinstance(value, str) else f"value = {value}\n"
    found = read_book(Files(targets, named))
    assert [str(problem) for problem in found.problems if not problem.warning] == []
    return found


def between(
    before: Book, after: Book, on: str = "2026-01-15", then: str | None = None, **more: object
) -> Changes:
    first, last = dt.date.fromisoformat(then or on), dt.date.fromisoformat(on)
    older = Side(before, first, first, version="1.0", **more)  # type: ignore[arg-type]
    return compare(older, Side(after, last, last, version="1.1"))


def cause(changes: Changes) -> tuple[str, str, str]:
    (one,) = changes.changes
    return one.before, one.after, one.cause


# ------------------------------------------------------------------------------- facts and time


def test_a_deadline_that_passes_with_its_figure_needs_both():
    """The year ends, and its figure comes: time alone gives `awaiting data`, the figure alone
    `under way`, as the year could still be saved."""
    before = book(GRANT, y2025q1_2025_06_01=100)
    after = book(GRANT, y2025q1_2025_06_01=100, y2025_2026_01_10=480)
    found = between(before, after, then="2025-12-01")
    assert cause(found) == ("under way", "missed", "several")
    (one,) = found.changes
    assert ([part.cause for part in one.parts], one.together) == (["new data", "time passed"], True)


def test_a_figure_that_meets_the_goal_is_new_data_whatever_the_day():
    """Its period was not over on the day before; without the figure no day would have done."""
    before = book(GRANT, y2025q1_2025_06_01=100)
    after = book(GRANT, y2025q1_2025_06_01=100, y2025_2026_01_10=520)
    assert cause(between(before, after, then="2025-12-01")) == ("under way", "met", "new data")


def test_a_limit_is_named_as_a_limit():
    """ "At least 31 %" is no 31 %: neither as the new figure nor as what was revised or taken."""
    limit, exact = 'value = 31\nbound = ">="\n', 17
    before, after = book(y2023_2024_06_01=exact), book(y2023_2024_06_01=limit)
    new = book(y2023_2024_06_01=exact, y2024_2025_06_01=limit)
    said = {
        "new": between(before, new), "revised": between(before, after),
        "taken": between(new, before), "exact": between(after, before),
    }  # fmt: skip
    details = {name: detail(found.changes[0]) for name, found in said.items()}
    assert details["new"].startswith("≥ 31 % for 2024 was published")
    assert "was 17 % and is now ≥ 31 %" in details["revised"]
    assert "≥ 31 % for 2024" in details["taken"]
    assert "was ≥ 31 % and is now 17 %" in details["exact"]
    assert "최소 31%가 2025년 6월 1일에 공표" in detail(said["new"].changes[0], "ko")


def test_only_time_beside_new_data_that_changes_nothing():
    before = book(GRANT, y2025q1_2025_06_01=100)
    after = book(GRANT, y2025q1_2025_06_01=100, y2025q2_2025_12_10=150)
    found = between(before, after, then="2025-12-01")
    assert cause(found) == ("under way", "awaiting data", "time passed")
    assert found.observations == ("observations/x/2025-Q2_2025-12-10.toml",)


def test_an_enacted_budget_that_begins_to_count_is_time():
    """It is judged from the last day of its year on, and was on record before."""
    targets = GRANT.replace('direction = "up"', 'direction = "up"\ncounts = ["enacted"]')
    plan = 'value = 600\nstatus = "enacted"\n'
    same = book(targets, y2025_2024_12_20=plan)
    found = between(same, same, on="2026-01-02", then="2025-12-30")
    assert cause(found) == ("under way", "met", "time passed")
    # New figures that change nothing do not take its place.
    more = book(targets, y2025_2024_12_20=plan, y2024q1_2024_12_31='value = 1\nstatus = "enacted"')
    assert cause(between(same, more, on="2026-01-02", then="2025-12-30"))[2] == "time passed"


def test_a_figure_that_only_begins_to_count_is_no_revision():
    """The records are the same; the target judges another one of them."""
    facts = {"y2025_2026_01_10": 480, "y2025_2026_01_12": 'value = 600\nstatus = "derived"\n'}
    final = GRANT.replace('"up"', '"up"\ncounts = ["final"]')
    counting = GRANT.replace('"up"', '"up"\ncounts = ["final", "derived"]')
    found = between(book(final, **facts), book(counting, **facts))
    assert cause(found) == ("missed", "met", "target edited")
    assert found.revisions == ()


def test_the_first_result_after_a_plan_is_new_and_no_revision():
    plan = {"y2025_2024_12_20": 'value = 600\nstatus = "planned"\n'}
    found = between(book(GRANT, **plan), book(GRANT, **plan, y2025_2026_01_10=520))
    assert cause(found) == ("awaiting data", "met", "new data")
    assert found.revisions == ()


def test_a_new_vintage_with_the_same_value_revises_nothing():
    """It is a new record, and no verdict moves."""
    found = between(book(y2023_2024_06_01=17), book(y2023_2024_06_01=17, y2023_2025_06_01=17))
    assert (found.changes, found.revisions) == ((), ())
    assert found.observations == ("observations/x/2023_2025-06-01.toml",)
    (one,) = found.news
    assert (one.state, one.before and one.before.published) == (CONFIRMED, dt.date(2024, 6, 1))


def test_what_a_new_record_is():
    """The first of its period, one that is replaced already, one that is only shown."""
    plan = 'value = 20\nstatus = "planned"\n'
    more = book(
        y2023_2024_06_01=17, y2023_2024_02_01=17, y2024_2025_06_01=19, y2025_2024_12_20=plan
    )
    found = between(book(y2023_2024_06_01=17), more)
    assert [(str(one.after.period), one.before, one.state) for one in found.news] == [
        ("2023", None, REPLACED), ("2024", None, NEW), ("2025", None, UNCOUNTED),
    ]  # fmt: skip


def test_an_edited_record_is_a_revision_too():
    """Nothing recorded should ever be changed; where it was, it shows."""
    found = between(book(y2023_2024_06_01=17), book(y2023_2024_06_01=15))
    assert cause(found) == ("on track", "behind", "revised data")
    (one,) = found.revisions
    assert one.after is not None
    assert (one.before.value, one.after.value) == (17, 15)


def test_a_withdrawn_record_is_a_revision_without_a_value():
    found = between(book(y2023_2024_06_01=17), book())
    assert cause(found) == ("on track", "no data", "revised data")
    assert found.revisions[0].after is None
    assert "taken away" in detail(found.changes[0])


@pytest.mark.parametrize(
    ("earlier", "now"), [({}, None), ({"2024_2025-03-01": "value = 11\n"}, 11)]
)
def test_a_record_that_was_withdrawn_is_a_revision(earlier: dict[str, str], now: int | None):
    """To nothing, or to what had been published before; and the reason is told."""
    there = ON | earlier
    gone = {SECOND: 'value = 18\nstatus = "withdrawn"\nnote = "of another survey"\n'}
    found = between(read_book(Files(LEVEL, there)), read_book(Files(LEVEL, there | gone)))
    assert cause(found)[1:] == ("no data" if now is None else "stalled", "revised data")
    (revision,) = found.revisions
    assert (revision.after and revision.after.value, revision.edited) == (now, False)
    assert revision_json(revision)["why"] == "of another survey"
    ((_, told),) = news_rows(found.news)
    assert told.startswith("2024: 18 % (published 2025-06-01; withdrawn; of another survey; ")
    assert detail(found.changes[0]).endswith(" A correction withdrew it: of another survey")


def test_an_estimate_of_a_running_year_is_withdrawn_before_that_year_is_over():
    """Its withdrawal is the cause on the same day, and it causes nothing later."""
    name = "2026_2026-03-01"
    there = {"2023_2024-06-01": "value = 13\n", name: 'value = 31\nstatus = "estimated"\n'}
    gone = {f"{name}_r2": 'value = 31\nstatus = "withdrawn"\nnote = "of another survey"\n'}
    before, after = (read_book(Files(LEVEL, facts)) for facts in (there, there | gone))
    assert cause(between(before, after, "2026-11-15")) == ("on track", "behind", "revised data")
    more = {"2025_2026-11-10": "value = 21\n"}
    later = read_book(Files(LEVEL, there | gone | more))
    assert cause(between(after, later, "2026-11-15")) == ("behind", "on track", "new data")


def test_a_figure_that_came_and_was_withdrawn_brings_no_time_with_it():
    there, name = {"2023_2024-06-01": "value = 13\n"}, "2031_2032-01-10"
    gone = {f"{name}_r2": 'value = 31\nstatus = "withdrawn"\nnote = "of another survey"\n'}
    came = there | gone | {name: "value = 31\n"}
    before, after = (read_book(Files(LEVEL, facts)) for facts in (there, came))
    found = between(before, after, then="2030-10-01", on="2032-02-01")
    assert cause(found) == ("behind", "awaiting data", "time passed")


# ------------------------------------------------------------------------------- the target itself


SERIES = (
    LEVEL.replace(
        "baseline = { period = 2020, value = 10 }",
        'judged_series = "a"\nbaseline = { period = 2020, value = 10, series = "a" }',
    )
    + """\
[[target.series]]
id = "a"
[[target.series]]
id = "b"
"""
)


def test_a_series_declared_not_comparable_is_an_edit():
    facts = {"a/2023_2024-06-01": "value = 17", "b/2023_2024-06-01": "value = 3"}
    closed = SERIES.replace('id = "a"\n[[', 'id = "a"\ncomparable = "no"\n[[')
    before, after = read_book(Files(SERIES, facts)), read_book(Files(closed, facts))
    found = between(before, after)
    assert cause(found) == ("on track", "cannot judge", "target edited")
    assert "series a" in detail(found.changes[0])


@pytest.mark.parametrize(
    ("why", "words"), [('why = "the law was repealed"', "the law was repealed"), ("", "2025-10-01")]
)
def test_a_target_that_was_closed_says_why(why: str, words: str) -> None:
    """In its own words, if it has any."""
    ended = LEVEL + f'[target.closed]\non = 2025-10-01\nas = "dropped"\n{why}\n'
    found = between(book(y2023_2024_06_01=17), book(ended, y2023_2024_06_01=17))
    assert cause(found) == ("on track", "dropped", "target edited")
    assert words in detail(found.changes[0])


def test_a_target_that_was_announced_since_has_no_earlier_figures() -> None:
    """It is new; none of its figures revises another."""
    later = LEVEL.replace("announced = 2021-01-01", "announced = 2025-06-01")
    same = book(later, y2023_2024_06_01=17, y2024_2025_07_01=18)
    found = between(same, same, then="2025-01-01")
    assert found.new == ("x",)
    assert (found.changes, found.revisions) == ((), ())


def test_a_moved_goal_is_shown_with_the_one_before() -> None:
    """Both goals, in the order of time."""
    moved = LEVEL.replace("value = 30, by = 2030", "value = 25, by = 2035")
    (move,) = between(book(y2023_2024_06_01=17), book(moved, y2023_2024_06_01=17)).goals
    assert [str(goal.value) for goal in (move.before, move.after)] == ["30", "25"]


SOFTENED_BETWEEN = LEVEL.replace(
    "goal = { value = 30, by = 2030, announced = 2021-01-01 }",
    """
[[target.goal]]
value = 30
by = 2030
announced = 2021-01-01
[[target.goal]]
value = 22
by = 2030
announced = 2023-06-01
""",
)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        # By the old goal 18 was asked for in 2024, by the new one 14.8.
        (17, ("behind", "on track", "several")),
        (19, ("behind", "on track", "new data")),  # enough by both
    ],
)
def test_the_first_figure_after_a_goal_was_softened_is_not_the_only_cause(value, told):
    """The softer goal was announced before either day, and is not applied to older figures."""
    before = book(SOFTENED_BETWEEN, y2022_2023_03_01=13)
    after = book(SOFTENED_BETWEEN, y2022_2023_03_01=13, y2024_2025_06_01=value)
    changes = between(before, after, then="2025-05-01")
    assert cause(changes) == told
    (one,) = changes.changes
    if value == 17:
        assert one.together
        assert [part.cause for part in one.parts] == ["goal moved", "new data"]
        assert "The goal was 30 % and is now 22 %;" in detail(one, "en")


def test_a_cause_leads_to_the_verdict_that_is_given_and_to_no_other():
    """By the earlier goal alone it would be `awaiting data` since its deadline, whatever the figure
    of 2023 is; and `behind` is what that figure made of it."""
    goal = "goal = { value = 30, by = 2030, announced = 2021-01-01 }"
    goals = "".join(
        f"[[target.goal]]\nannounced = {day}\nvalue = {value}\nby = {by}\n"
        for day, value, by in (("2021-01-01", 50, 2024), ("2025-03-01", 40, 2028))
    )
    text = LEVEL.replace(goal, goals).replace('path = "linear"\n', "")
    facts = {"y2022_2023_02_01": 22, "y2023_2024_02_01": 14}
    before, after = book(text, **facts), book(text, **facts | {"y2023_2024_02_01": 31})
    found = between(before, after, then="2024-07-05", on="2025-11-17")
    assert cause(found) == ("stalled", "behind", "revised data")


def test_a_goal_that_moved_is_told_also_where_the_figure_is_held_to_the_older_one():
    """By its deadline it is waited for no more; the path of the older goal still holds."""
    goal = "goal = { value = 30, by = 2030, announced = 2021-01-01 }"
    older, newer = (
        f"[[target.goal]]\nannounced = {day}\nvalue = {value}\nby = {by}\n"
        for day, value, by in (("2021-01-01", 25, 2025), ("2026-03-01", 20, 2030))
    )
    before, after = (
        book(LEVEL.replace(goal, goals), y2024_2025_01_01=17) for goals in (older, older + newer)
    )
    found = between(before, after, on="2026-04-05")
    assert cause(found) == ("awaiting data", "behind", "goal moved")
    assert "was 25 % (deadline 2025) and is now 20 %" in detail(found.changes[0], "en")


def test_another_judged_series_that_already_had_figures():
    facts = {"a/2023_2024-06-01": "value = 17", "b/2023_2024-06-01": "value = 3"}
    other = SERIES.replace('judged_series = "a"', 'judged_series = "b"')
    facts["b/2022_2023-06-01"] = "value = 4"
    found = between(read_book(Files(SERIES, facts)), read_book(Files(other, facts)))
    assert cause(found) == ("on track", "wrong way", "target edited")
    assert "judged_series" in detail(found.changes[0])
    assert [one.keys for one in found.edits] == [("judged_series",)]


def test_another_unit_takes_its_figures_with_it():
    """10 % of then is 0.1 of now: no figure can be put beside the other kind of goal."""
    shares = LEVEL.replace('"%"', '"share"').replace("value = 10", "value = 0.1")
    shares = shares.replace("value = 30", "value = 0.5")
    found = between(book(y2023_2024_06_01=17), book(shares, y2023_2024_06_01=0.17))
    assert cause(found) == ("on track", "behind", "target edited")


def test_a_milestone_made_out_of_a_level():
    law = LEVEL.replace('unit = "%"', 'kind = "milestone"').replace("value = 30", "value = true")
    law = "\n".join(line for line in law.splitlines() if line[:4] not in ("path", "base", "dire"))
    found = between(book(y2023_2024_06_01=17), book(law, y2023_2024_06_01="value = true\n"))
    assert cause(found) == ("on track", "done", "target edited")


def test_a_goal_edited_in_place_is_a_goal_that_moved():
    """Without any announcement: what counts is what is asked for."""
    found = between(
        book(y2023_2024_06_01=17),
        book(LEVEL.replace("value = 30", "value = 60"), y2023_2024_06_01=17),
    )
    assert cause(found) == ("on track", "behind", "goal moved")
    assert [float(one.after.value) for one in found.goals] == [60.0]


def test_moving_a_target_within_its_file_changes_nothing():
    other = '[[target]]\nid = "o"\ntitle = "O"\nunit = "%"\ndirection = "up"\n' \
            'goal = { value = 1, by = 2030, announced = 2021-01-01 }\n'  # fmt: skip
    before, after = book(LEVEL + other), book(LEVEL.replace("[[target]]", other + "[[target]]"))
    assert not between(before, after)


# ------------------------------------------------------------------------- rules and stored reports


def test_another_version_with_another_verdict_on_the_same_records():
    same = book(y2023_2024_06_01=17)
    found = between(same, same, said={"x": "possible"})
    assert cause(found) == ("possible", "on track", "rule changed")
    assert "kpi 1.0 said possible; kpi 1.1 says on track" in detail(found.changes[0])


def test_another_version_and_new_data_are_several():
    found = between(book(), book(y2023_2024_06_01=17), said={"x": "cannot judge"})
    assert cause(found) == ("cannot judge", "on track", "several")
    assert {part.cause for part in found.changes[0].parts} == {"rule changed", "new data"}
    assert found.changes[0].together, "neither alone leads from the one to the other"


def test_a_stored_verdict_that_is_still_given_is_no_change():
    same = book(y2023_2024_06_01=17)
    assert between(same, same, said={"x": "on track"}).changes == ()


def test_the_same_version_cannot_have_changed_its_rule():
    """Then it is the past that was restated."""
    same = book(y2023_2024_06_01=17)
    day = dt.date(2026, 1, 15)
    older = Side(same, day, day, version="1.1", said={"x": "behind"})
    found = compare(older, Side(same, day, day, version="1.1"))
    assert cause(found) == ("behind", "on track", "revised data")


# ------------------------------------------------------------------------------------------- laws


def test_every_cause_has_a_word_in_korean():
    assert set(CAUSES_KO) == set(ALL_CAUSES)
    assert ALL_CAUSES == (
        "goal moved", "target edited", "new data", "revised data", "time passed", "rule changed",
        "several",
    )  # fmt: skip


values = st.integers(-5, 60)
series = st.dictionaries(st.tuples(st.integers(2019, 2031), st.integers(1, 3)), values, max_size=5)
levels = st.builds(
    lambda base, goal, by, path: LEVEL.replace("value = 10", f"value = {base}")
    .replace("value = 30", f"value = {base + goal}")
    .replace("2030", str(by))
    .replace('path = "linear"', path),
    st.integers(0, 20), st.integers(1, 40), st.integers(2023, 2032),
    st.sampled_from(['path = "linear"', 'path = "step"', "", "ceiling = 100"]),
)  # fmt: skip
days = st.dates(dt.date(2021, 6, 1), dt.date(2034, 1, 1))


@settings(max_examples=300, deadline=None)
@given(levels, levels, series, series, days, days)
def test_the_replay_begins_and_ends_at_the_two_boards(one, two, facts, others, day, another):
    """Nothing swapped is the verdict before, everything the one after; causes are the smallest
    set that is enough; and each changed verdict has a cause and a sentence."""
    first, last = sorted((day, another))
    texts = [
        book(targets, **{f"y{y}_{y + lag}_06_01": v for (y, lag), v in some.items()})
        for targets, some in ((one, facts), (two, others))
    ]
    before, after = Side(texts[0], first, first), Side(texts[1], last, last)
    changes = compare(before, after)
    was, became = changes.before.statuses, changes.after.statuses
    forces = [in_force(s.book.targets[0], s.book.observations["x"], s.on, s.as_of)
              for s in (before, after)]  # fmt: skip
    between_them = facts_between(*forces, was[0].lines)
    mixture = _Mixture(*forces, between_them)
    assert mixture.verdict(frozenset()) == was[0].verdict
    assert mixture.verdict(frozenset(CAUSES)) == became[0].verdict
    assert len(changes.changes) == (was[0].verdict != became[0].verdict)
    for change in changes.changes:
        assert detail(change)
        assert detail(change, "ko")
        named = {part.cause for part in change.parts}
        assert (change.cause == "several") == (len(named) > 1)
        fewer = chain.from_iterable(combinations(CAUSES, size) for size in range(len(named)))
        if change.together:
            for names in fewer:
                assert mixture.verdict(frozenset(names)) != became[0].verdict


@pytest.mark.parametrize("name", sorted(CAUSES))
def test_each_ingredient_belongs_to_one_cause(name):
    assert CAUSES[name] in ALL_CAUSES


# ---------------------------------------------------------------------------- what a cause says

LAW = """
schema = 1
[[target]]
id = "x"
title = "X"
kind = "milestone"
goal = { value = true, by = 2024, announced = 2021-01-01 }
"""
FILE, SECOND, LATE = "2024_2025-06-01", "2024_2025-06-01_r2", "2024_2025-12-01"
ON = {FILE: "value = 18\n"}
MET = {FILE: "value = 30\n"}
BOUNDS = {"was_bound": "=", "bound": "="}
LATER = {"2025_2026-01-10": "value = 17\n"}
LEAST = 'value = {}\nbound = ">="\n'
EARLY = {"2023_2024-06-01": "value = 16\n"}
#: A deadline that has passed, and what was thought of its year before that was over.
DUE = LEVEL.replace("by = 2030", "by = 2024")
GUESS = {"2024_2024-06-01": 'value = 30\nstatus = "estimated"\n'}
#: The path of the older goal holds for figures from before the announcement of a softer one.
SOFTENED = (
    LEVEL[: LEVEL.index("goal = ")]
    + """
[[target.goal]]
announced = 2021-01-01
value = 30
by = 2030
[[target.goal]]
announced = 2025-12-01
value = 20
by = 2030
"""
)
#: A law of which the deadline was put off, and that was made in between.
PUT_OFF = (
    LAW[: LAW.index("goal = ")]
    + """
[[target.goal]]
announced = 2021-01-01
value = true
by = 2022
[[target.goal]]
announced = 2024-01-01
value = true
by = 2026
"""
)
DONE = {"2023_2024-01-10": "value = true\n"}
CLOSED = 'closed = { on = 2025-12-01, as = "dropped" }\npath ='


def edit(before: str, after: str) -> str:
    assert before in LEVEL
    return LEVEL.replace(before, after)


Told = tuple[str, dict[str, str], str, dict[str, str], str, dict[str, object]]

#: Targets and facts before, targets and facts after; what the cause says, and all its facts.
TOLD: list[Told] = [
    (LEVEL, ON, edit("value = 30", "value = 40"), ON, "cause-goal-value",
     {"value": 40, "was": 30, "by": "2030", "was_by": "2030"}),
    (LEVEL, ON, edit("by = 2030", "by = 2027"), ON, "cause-goal-date",
     {"value": 30, "was": 30, "by": "2027", "was_by": "2030"}),
    (LAW, {}, LAW.replace("by = 2024", "by = 2030"), {}, "cause-goal-date",
     {"by": "2030", "was_by": "2024"}),
    (LEVEL, ON, edit("value = 30, by = 2030", "value = 25, by = 2027"), ON, "cause-goal",
     {"value": 25, "was": 30, "by": "2027", "was_by": "2030"}),
    (LEVEL, MET, edit("by = 2030,", 'by = 2030, comparator = ">",'), MET, "cause-goal-sign",
     {"sign": ">", "was_sign": ">="}),
    (SOFTENED, ON, SOFTENED.replace("value = 30", "value = 60"), ON, "cause-goal-value",
     {"value": 60, "was": 30, "by": "2030", "was_by": "2030"}),
    (PUT_OFF, DONE, PUT_OFF.replace("by = 2022", "by = 2023"), DONE, "cause-goal-words", {}),
    (LEVEL, ON, edit("path =", CLOSED), ON, "closed", {"on": "2025-12-01"}),
    (LEVEL, ON, edit("path =", CLOSED.replace(" }", ', why = "a new plan" }')), ON, "closed-why",
     {"on": "2025-12-01", "why": "a new plan"}),
    (LEVEL, ON, edit('"linear"', '"step"').replace('"X"', '"Y"'), ON, "cause-edited",
     {"keys": ("path",)}),
    (LEVEL, ON, LEVEL, ON | LATER, "cause-new",
     {"period": "2025", "published": "2026-01-10", "value": 17, "bound": "="}),
    (LEVEL, ON, LEVEL, ON | LATER | {"2023_2026-01-09": "value = 16\n"}, "cause-new-several",
     {"n": 2, "period": "2025", "published": "2026-01-10", "value": 17, "bound": "="}),
    (LEVEL, ON, LEVEL, ON | {LATE: "value = 17\n"}, "cause-revised",
     {"period": "2024", "was": 18, "value": 17, **BOUNDS}),
    (LEVEL, ON, LEVEL, ON | {SECOND: 'value = 17\nnote = "typed wrong"\n'}, "cause-revised-why",
     {"period": "2024", "was": 18, "value": 17, "why": "typed wrong", **BOUNDS}),
    (LEVEL, ON, LEVEL, ON | {SECOND: 'value = 18\nstatus = "planned"\nnote = "a plan"\n'},
     "cause-restatused-why", {"period": "2024", "was": 18, "value": 18, "was_status": "final",
                              "status": "planned", "why": "a plan", **BOUNDS}),
    (DUE, GUESS, DUE, GUESS | {FILE: "value = 30\n"}, "cause-restatused",
     {"period": "2024", "was": 30, "value": 30, "was_status": "estimated", "status": "final",
      **BOUNDS}),
    (DUE, MET, DUE, {"2024_2024-06-01": GUESS["2024_2024-06-01"] + 'note = "not out yet"\n'},
     "cause-restatused-why", {"period": "2024", "was": 30, "value": 30, "was_status": "final",
                              "status": "estimated", "why": "not out yet", **BOUNDS}),
    (LEVEL, ON | EARLY, LEVEL,
     ON | EARLY | {LATE: "value = 17\n", "2023_2025-12-01": "value = 15\n"},
     "cause-revised-several", {"n": 2, "period": "2024", "was": 18, "value": 17, **BOUNDS}),
    (LEVEL, ON | {"2023_2024-06-01": "value = 11\n"}, LEVEL, {"2023_2024-06-01": "value = 11\n"},
     "cause-withdrawn", {"period": "2024", "was": 18, "was_bound": "="}),
    (LEVEL, ON | {LATE: "value = 17\n"}, LEVEL, ON, "cause-withdrawn-again",
     {"period": "2024", "was": 17, "value": 18, **BOUNDS}),
    (LEVEL, {FILE: LEAST.format(32), LATE: LEAST.format(12)}, LEVEL, {FILE: LEAST.format(32)},
     "cause-restated", {"n": 1}),
    (LAW, {}, LAW, {"2025_2026-01-10": "value = true\n"}, "cause-done",
     {"period": "2025", "published": "2026-01-10"}),
    (LAW, {"2023_2024-01-10": "value = true\n"}, LAW,
     {"2023_2024-01-10": "value = true\n", "2024_2025-01-10": "value = false\n"}, "cause-not-done",
     {"period": "2024", "published": "2025-01-10"}),
]  # fmt: skip


@pytest.mark.parametrize("told", TOLD, ids=[row[4] for row in TOLD])
def test_what_a_cause_says(told: Told):
    """Each cause has exactly its facts."""
    targets, facts, after, later, key, said = told
    (change,) = between(read_book(Files(targets, facts)), read_book(Files(after, later))).changes
    (part,) = change.parts
    found = {name: fact if isinstance(fact, float | tuple) else str(fact)
             for name, fact in part.why.facts}  # fmt: skip
    expected = {name: str(fact) if name == "n" else fact for name, fact in said.items()}
    assert (part.why.key, found) == (key, expected)


# ----------------------------------------------------------------------- several series, and units


def test_of_several_revised_series_the_judged_one_is_told():
    """Though another one was revised for a later period."""
    facts = {"a/2023_2024-06-01": "value = 17", "b/2024_2025-06-01": "value = 9"}
    later = facts | {"a/2023_2025-09-01": "value = 15", "b/2024_2025-09-01": "value = 3"}
    found = between(read_book(Files(SERIES, facts)), read_book(Files(SERIES, later)))
    assert cause(found) == ("on track", "behind", "revised data")
    assert "2023 was 17 % and is now 15 %" in detail(found.changes[0])


def test_a_status_of_the_judged_series_is_told_before_the_values_of_others():
    """An estimate became the result, and what has nothing to do with the verdict was revised."""
    facts = {"a/2024_2024-06-01": GUESS["2024_2024-06-01"], "b/2023_2024-06-01": "value = 9"}
    later = facts | {"a/2024_2025-06-01": "value = 30", "b/2023_2025-09-01": "value = 3"}
    due = SERIES.replace("by = 2030", "by = 2024")
    found = between(read_book(Files(due, facts)), read_book(Files(due, later)))
    assert cause(found) == ("awaiting data", "met", "revised data")
    assert "2024, 30 %, was estimated and is now final" in detail(found.changes[0])


def test_another_judged_series_and_its_first_figures_need_each_other():
    """The series alone would have no data, and its figures alone would not be judged."""
    facts = {"a/2023_2024-06-01": "value = 17"}
    later = facts | {"b/2022_2023-06-01": "value = 4", "b/2023_2024-06-01": "value = 3"}
    other = SERIES.replace('judged_series = "a"', 'judged_series = "b"')
    found = between(read_book(Files(SERIES, facts)), read_book(Files(other, later)))
    assert cause(found) == ("on track", "wrong way", "several")
    assert {part.cause for part in found.changes[0].parts} == {"target edited", "new data"}
    assert found.changes[0].together


def test_an_edit_that_is_enough_is_told_and_no_goal_that_would_have_been_enough_with_it():
    """The survey that is judged now has met the goal of before by its plan, and the lower one
    without it. Two edits of the entry are one cause."""
    declared = "".join(f'[[target.series]]\nid = "{id_}"\n' for id_ in "ab")
    targets = edit('path = "linear"', 'judged_series = "a"') + declared
    chosen = 'judged_series = "b"\ncounts = ["final", "planned"]'
    edited = targets.replace('judged_series = "a"', chosen).replace("value = 30", "value = 20")
    facts = {
        "a/2023_2024-06-01": "value = 17\n",
        "b/2023_2024-06-01": "value = 25\n",
        "b/2024_2025-06-01": 'value = 35\nstatus = "planned"\n',
    }
    found = between(*(read_book(Files(text, facts)) for text in (targets, edited)))
    assert cause(found)[1:] == ("met", "target edited")
    assert found.changes[0].together


def test_another_kind_takes_its_goal_with_it():
    """A level that becomes the amount of a year: its goal is no other one for being of 2025."""
    annual = LEVEL.partition("path =")[0] + 'kind = "annual"\n' + LEVEL[LEVEL.index("goal =") :]
    annual = annual.replace("by = 2030", "by = 2025")
    facts = {"y2024_2025_06_01": 18, "y2025_2026_01_10": 19}
    found = between(book(**facts), book(annual, **facts))
    assert cause(found) == ("behind", "missed", "target edited")


def test_of_figures_that_are_only_shown_the_one_published_last_is_told():
    """Two surveys of the same year, of which none can be judged."""
    shown = "".join(f'[[target.series]]\nid = "{id_}"\ncomparable = "no"\n' for id_ in "bc")
    targets = edit('path = "linear"', 'judged_series = "a"') + shown
    targets += '[[target.series]]\nid = "a"\n'
    facts = {"b/2024_2025-08-01": "value = 17\n", "c/2024_2025-06-01": "value = 19\n"}
    found = between(read_book(Files(targets, {})), read_book(Files(targets, facts)))
    assert cause(found) == ("no data", "cannot judge", "new data")
    assert "the latest 17 % for 2024, published on 2025-08-01" in detail(found.changes[0])


@pytest.mark.parametrize(("name", "fact"), [
    ("deal/2025-11-20_2025-11-20", "value = 6\n"),  # another series, in another unit
    ("2025-06_2024-11-01", 'value = 70\nstatus = "planned"\n'),  # a plan, which does not count
    ("2025-Q1_2025-06-01", "value = 70\n"),  # the amount of another year
])  # fmt: skip
def test_what_is_only_shown_does_not_end_a_year(name: str, fact: str):
    """6 million dollars for one project of 2025 were told as won, and as a cause beside time."""
    targets = GRANT.replace("by = 2025", "by = 2024") + '[[target.series]]\nid = "deal"\n'
    targets += 'comparable = "no"\nunit = "USD m"\n'
    before, after = (read_book(Files(targets, facts)) for facts in ({}, {name: fact}))
    found = between(before, after, on="2026-01-15", then="2024-10-01")
    assert cause(found) == ("under way", "awaiting data", "time passed")


@pytest.mark.parametrize(("name", "fact"), [
    ("deal/2026-09_2026-10-15", "value = 6\n"),
    ("2026-09_2026-02-01", 'value = 26\nstatus = "planned"\n'),
])  # fmt: skip
def test_what_is_only_shown_does_not_bring_the_deadline_of_a_level(name: str, fact: str):
    """The deadline in June has passed by itself, whatever is told of September."""
    targets = edit("by = 2030", "by = 2026-06-30")
    targets += '[[target.series]]\nid = "deal"\ncomparable = "no"\nunit = "USD m"\n'
    old = {"2024_2025-06-01": "value = 18\n"}
    before, after = (read_book(Files(targets, facts)) for facts in (old, old | {name: fact}))
    found = between(before, after, on="2026-11-22", then="2026-05-01")
    assert cause(found) == ("behind", "awaiting data", "time passed")


def test_a_figure_of_another_unit_is_told_in_its_own():
    """The first figure of a survey that counts in dollars is all that there is to tell."""
    targets = LEVEL.replace('"%"', '"KRW bn"') + '[[target.series]]\nid = "deal"\n'
    targets += 'unit = "USD m"\n'
    facts = {"deal/2024_2025-08-01": "value = 6\n"}
    found = between(read_book(Files(targets, {})), read_book(Files(targets, facts)))
    assert cause(found) == ("no data", "cannot judge", "new data")
    assert detail(found.changes[0]) == "USD 6 mn for 2024 was published on 2025-08-01."
    taken = between(read_book(Files(targets, facts)), read_book(Files(targets, {})))
    assert "USD 6 mn" in detail(taken.changes[0])


def test_the_passing_of_time_beside_another_unit():
    """The deadline is over in whichever unit."""
    renamed = book(LEVEL.replace('"%"', '"per cent"'), y2023_2024_06_01=17)
    found = between(book(y2023_2024_06_01=17), renamed, on="2031-06-01", then="2026-01-15")
    assert cause(found) == ("on track", "awaiting data", "time passed")


# ------------------------------------------------------------------------ forecasts, days, limits


def test_a_forecast_whose_period_ends_is_time():
    """Before, the goal was not met yet, as the year of the plan was not over; no record came."""
    targets = edit("path =", 'counts = ["final", "planned"]\npath =')
    facts = {"y2023_2024_06_01": 17, "y2025_2025_02_01": 'value = 32\nstatus = "planned"\n'}
    same = book(targets, **facts)
    for then, on in (("2025-12-30", "2026-01-02"), ("2025-06-01", "2026-06-02")):
        found = between(same, same, on=on, then=then)
        assert cause(found) == ("on track", "met", "time passed")
        assert len(found.changes[0].parts) == 1


@pytest.mark.parametrize("words", ['note = "seen again"', 'grade = "B"', "recorded = 2025-03-01"])
def test_a_plan_that_is_told_in_other_words_is_no_news(words):
    """It was there before its period, and says of it what it said."""
    targets = edit("path =", 'counts = ["final", "planned"]\npath =')
    plan = 'value = 32\nstatus = "planned"\n'
    before, after = (
        book(targets, y2023_2024_06_01=17, y2025q3_2025_02_01=text)
        for text in (plan, f"{plan}{words}\n")
    )
    found = between(before, after, on="2026-01-02", then="2025-06-01")
    assert [part.cause for part in found.changes[0].parts] == ["time passed"]


def test_a_plan_for_a_year_that_runs_does_not_bring_the_end_of_it():
    """The deadline in June has passed, whatever is planned for December."""
    targets = edit("by = 2030", "by = 2026-06-30")
    planned = {"y2026_2026_02_01": 'value = 26\nstatus = "planned"\n'}
    before, after = (
        book(targets, y2024_2025_06_01=18),
        book(targets, y2024_2025_06_01=18, **planned),
    )
    found = between(before, after, on="2026-11-22", then="2026-05-01")
    assert cause(found) == ("behind", "awaiting data", "time passed")


def test_a_budget_that_begins_to_count_does_not_come_with_another_figure():
    """That of March in a survey beside it does not let the year count, which the days do."""
    declared = '[[target.series]]\nid = "survey"\n'
    targets = edit("path =", 'counts = ["final", "enacted"]\npath =') + declared
    old = {
        "2024_2025-06-01": "value = 15\n",
        "2026_2025-10-01": 'value = 28\nstatus = "enacted"\n',
    }
    sides = (Files(targets, old), Files(targets, old | {"survey/2026-03_2026-07-10": "value = 5"}))
    found = between(*map(read_book, sides), on="2026-09-01", then="2025-12-15")
    assert cause(found) == ("behind", "on track", "time passed")


def test_a_figure_of_a_period_that_ended_between_is_new_data():
    """26 in 2025 reach 25 by 2027; that the year is over comes with the figure."""
    targets = LEVEL.replace("value = 30, by = 2030", "value = 25, by = 2027")
    before, after = (
        book(targets, y2024_2025_01_31=22),
        book(targets, y2024_2025_01_31=22, y2025_2026_02_10=26),
    )
    found = between(before, after, on="2026-02-22", then="2025-06-08")
    assert cause(found)[1:] == ("met", "new data")


def test_the_figure_that_is_told_is_one_that_counts():
    """A quarter that is not judged is not what met the goal."""
    targets = LEVEL.replace("value = 30, by = 2030", "value = 25, by = 2027")
    old = {"y2023_2024_01_31": 15, "y2024_2025_01_31": 16}
    before, after = (
        book(targets, **old),
        book(targets, **old, y2025_2026_02_10=26, y2025q4_2026_02_20=31),
    )
    found = between(before, after, on="2026-02-22", then="2026-02-01")
    assert cause(found)[1:] == ("met", "new data")
    assert "26 % for 2025" in detail(found.changes[0])


def test_a_value_that_becomes_a_limit_or_a_plan_is_revised():
    """No value is left, and what took its place is told."""
    before = book(y2023_2024_06_01=17)
    limited = book(y2023_2024_06_01=17, y2023_2025_06_01='value = 12\nbound = "<="\n')
    found = between(before, limited)
    assert cause(found) == ("on track", "no data", "revised data")
    assert "was 17 % and is now ≤ 12 %" in detail(found.changes[0])
    (one,) = found.revisions
    assert (one.before.value, one.after and one.after.bound) == (17, "<=")


@pytest.mark.parametrize("shown", [True, False])
def test_the_board_of_a_side_has_its_clocks(shown: bool) -> None:
    """And is made whole only if it is shown."""
    facts = book(y2023_2024_06_01=17, y2024_2025_06_01=19)
    on, as_of = dt.date(2025, 12, 1), dt.date(2026, 1, 15)
    board = Side(facts, on, as_of, "main~3", shown=shown).board()
    assert (board.on, board.as_of, board.at) == (on, as_of, "main~3")
    (one,) = board.statuses
    assert (one.index is not None) is shown
    assert not any(reading.steps for reading in one.readings)


# --------------------------------------------------------------------- what is told, and in order


@pytest.mark.parametrize(
    "text", ['title = "Y"', 'title_ko = "가"', 'owner = "O"', 'tags = ["t"]', 'note = "n"',
             'judged_why = "w"'],
)  # fmt: skip
def test_keys_that_only_tell_a_target_are_an_edit_and_no_cause(text: str) -> None:
    """The path turned the verdict; what else was written beside it is an edit all the same."""
    plain = LEVEL.replace('"linear"', '"step"')
    after = plain.replace('title = "X"', text if "title =" in text else f'title = "X"\n{text}')
    found = between(book(y2024_2025_06_01=17), book(after, y2024_2025_06_01=17))
    (change,) = found.changes
    (part,) = change.parts
    assert dict(part.why.facts)["keys"] == ("path",)
    (edit,) = found.edits
    assert set(edit.keys) == {"path", text.partition(" ")[0]}


def test_a_series_that_is_declared_moved_or_taken_away() -> None:
    """The first and the last are edits by the series' name; another order is none."""
    series = read_book(Files(SERIES, {}))
    a, b = ('[[target.series]]\nid = "a"\n', '[[target.series]]\nid = "b"\n')
    assert a + b in SERIES
    moved = read_book(Files(SERIES.replace(a + b, b + a), {}))
    third = read_book(Files(SERIES + '[[target.series]]\nid = "c"\n', {}))
    assert not between(series, moved)
    for before, after in ((series, third), (third, series)):
        (edit,) = between(before, after).edits
        assert edit.keys == ("series c",)


def test_of_new_figures_the_latest_period_is_told_as_published_last() -> None:
    """What was published last is of an earlier period; what a later one replaced is not counted."""
    facts = {"2023_2024-06-01": "value = 17"}
    more = facts | {
        "2025_2025-12-01": 'value = 11\nstatus = "estimated"\n', "2025_2026-01-08": "value = 13",
        "2024_2026-01-10": "value = 12",
    }  # fmt: skip
    found = between(read_book(Files(LEVEL, facts)), read_book(Files(LEVEL, more)))
    said = "2 new figures, the latest 13 % for 2025, published on 2026-01-08"
    assert said in detail(found.changes[0])


def test_a_value_that_becomes_a_limit_of_the_same_amount_is_revised() -> None:
    found = between(book(y2023_2024_06_01=31), book(y2023_2024_06_01='value = 31\nbound = "<="\n'))
    assert "2023 was 31 % and is now ≤ 31 %" in detail(found.changes[0])


def test_of_revised_values_the_latest_period_is_told() -> None:
    """And not the one whose value before was the last to be published."""
    early = EARLY | {"2023_2025-09-01": "value = 16.5\n"}
    later = {LATE: "value = 17\n", "2023_2025-12-01": "value = 15\n"}
    sides = (ON | early, ON | early | later)
    found = between(*(read_book(Files(LEVEL, facts)) for facts in sides))
    assert cause(found)[2] == "revised data"
    assert "the latest, 2024, from 18 % to 17 %" in detail(found.changes[0])


def test_of_values_that_are_known_otherwise_none_is_said_to_be_another() -> None:
    """Two results that turn out to be plans: what the latest is is told, and not 18 for 18."""
    old, said = ON | EARLY, 'status = "planned"\nnote = "a plan"\n'
    plans = {f"{name}_r2": f"{text}{said}" for name, text in old.items()}
    before, after = (read_book(Files(LEVEL, facts)) for facts in (old, old | plans))
    found = between(before, after)
    assert cause(found) == ("on track", "no data", "revised data")
    assert "2024, 18 %, was final and is now planned: a plan" in detail(found.changes[0])


@pytest.mark.parametrize(("announced", "said"), [("2021-01-01", True), ("2022-01-01", False)])
def test_a_goal_that_nobody_announced_anew_was_edited(announced: str, said: bool) -> None:
    after = LEVEL.replace("value = 30, by = 2030, announced = 2021-01-01",
                          f"value = 40, by = 2030, announced = {announced}")  # fmt: skip
    found = between(book(y2024_2025_06_01=18), book(after, y2024_2025_06_01=18))
    assert ("the entry was edited" in detail(found.changes[0])) is said


def test_an_end_that_is_told_otherwise_is_an_edit() -> None:
    """It had ended before, so that it is no news that it has."""
    ended = LEVEL + '[target.closed]\non = 2025-10-01\nas = "dropped"\nwhy = "so it was said"\n'
    found = between(book(ended), book(ended.replace('"dropped"', '"resolved otherwise"')))
    assert cause(found) == ("dropped", "resolved otherwise", "target edited")
    assert "targets.toml says something else: closed" in detail(found.changes[0])


def test_what_time_has_done_is_told_as_it_is_now() -> None:
    """The reason of the new verdict, not that of the old one."""
    same = book(GRANT, y2025q1_2025_06_01=100)
    found = between(same, same, then="2025-12-01")
    assert cause(found) == ("under way", "awaiting data", "time passed")
    assert found.changes[0].parts[0].why == found.changes[0].status.reason


def test_how_many_records_were_taken_away() -> None:
    """18 of 2024 and 16 of 2023, of which the first is the latest."""
    facts = {"2022_2023-06-01": "value = 11"}
    more = facts | {"2023_2024-06-01": "value = 16", "2024_2025-06-01": "value = 18"}
    found = between(read_book(Files(LEVEL, more)), read_book(Files(LEVEL, facts)))
    assert "2 records were taken away, the latest 18 % for 2024" in detail(found.changes[0])


def test_a_record_that_was_revised_is_not_counted_among_those_taken_away() -> None:
    """Of two periods that say something else one has another value, and one has none."""
    before = book(y2023_2024_06_01=16, y2024_2025_06_01=18)
    found = between(before, book(y2023_2024_06_01=12))
    assert [one.after is None for one in found.revisions] == [False, True]
    assert detail(found.changes[0]) == "The record of 18 % for 2024 was taken away."


def test_a_figure_of_the_very_day_brings_its_day_with_it() -> None:
    """Published on the evening of the day it is of: it could not have been there before."""
    day = {"2025-12-31_2025-12-31": "value = 31"}
    found = between(read_book(Files(LEVEL, {})), read_book(Files(LEVEL, day)), "2025-12-31",
                    then="2025-12-30")  # fmt: skip
    assert cause(found) == ("no data", "met", "new data")


def test_what_was_published_after_the_day_of_knowledge_was_not_known() -> None:
    """Both sides judge the same day, one of them with what was known half a year before."""
    same = book(y2024_2025_12_01=17)
    day, earlier = dt.date(2026, 1, 15), dt.date(2025, 6, 30)
    found = compare(Side(same, day, earlier), Side(same, day, day))
    assert cause(found) == ("no data", "behind", "new data")
    assert found.observations == ("observations/x/2024_2025-12-01.toml",)


def test_whatever_differs_is_a_change() -> None:
    """A title alone, a flag alone, a record alone: each is something to tell."""
    title = between(book(), book(LEVEL.replace('"X"', '"Y"')))
    assert (bool(title), title.changes, title.observations, title.flags) == (True, (), (), ())
    yearly = book(LEVEL.replace("path =", 'cadence = "1 year"\npath ='), y2024_2025_06_01=18)
    stale = between(yearly, yearly, "2026-07-01", then="2026-06-30")
    assert [flag.key for flag in stale.flags[0].gained] == ["stale"]
    assert (bool(stale), stale.changes, stale.observations, stale.edits) == (True, (), (), ())
    again = between(book(y2024_2025_06_01=18), book(y2024_2025_06_01=18, y2024_2025_12_01=18))
    assert (bool(again), again.changes, again.flags) == (True, (), ())
    assert not between(yearly, yearly)


def test_causes_are_counted_in_the_order_in_which_they_are_told() -> None:
    found = between(book(), book(y2023_2024_06_01=17))
    (one,) = found.changes
    every = [replace(one, cause=name) for name in ("time passed", "new data", "target edited")]
    counts = replace(found, changes=(*every, every[0])).counts
    assert list(counts.items()) == [("target edited", 1), ("new data", 1), ("time passed", 2)]


def test_new_records_stand_by_series() -> None:
    """Whatever their periods."""
    facts = {"b/2022_2023-06-01": "value = 4", "a/2023_2024-06-01": "value = 17"}
    found = between(read_book(Files(SERIES, {})), read_book(Files(SERIES, facts)))
    assert [one.after.series for one in found.news] == ["a", "b"]


def test_a_deadline_that_moves_moves_the_goal() -> None:
    """And so does the comparator: "more than 30" is another goal than 30."""
    for after in (LEVEL.replace("by = 2030", "by = 2032"),
                  LEVEL.replace("by = 2030", 'by = 2030, comparator = ">"')):  # fmt: skip
        (move,) = between(book(), book(after)).goals
        assert move.before != move.after


def test_an_amount_that_becomes_the_least_it_may_be_is_revised() -> None:
    """31 is as much as the least of "at least 31", and is not the same figure."""
    limit = 'value = 31\nbound = ">="\n'
    found = between(book(y2023_2024_06_01=31), book(y2023_2024_06_01=limit))
    (revision,) = found.revisions
    assert revision.after is not None
    assert (revision.before.bound, revision.after.bound) == ("=", ">=")


def test_an_estimate_that_a_result_overtakes_was_not_taken_away() -> None:
    """It is on record as it was; what was expected of the year gives way to what is known of it."""
    expected = {"2025_2025-06-01": 'value = 20\nstatus = "estimated"\n'}
    known = expected | {"2025-10_2025-11-05": "value = 12"}
    found = between(read_book(Files(LEVEL, expected)), read_book(Files(LEVEL, known)))
    assert found.revisions == ()
    assert [one.after.period.text for one in found.news] == ["2025-10"]
