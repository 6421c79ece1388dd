"""What must hold for every target, by random trial."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi.assess.board import assess
from kpi.assess.status import Status
from kpi.facts.book import read_book
from kpi.facts.periods import years_between
from tests.assess.conftest import Memory, judged, project, yearly

#: Worse to better, for the verdicts that a value leads to before the deadline.
ORDER = {
    "wrong way": 0, "stalled": 0, "behind": 0,
    "met, slipping": 1, "possible": 1,
    "on track": 2, "met": 2,
}  # fmt: skip


class Promise(NamedTuple):
    """A target with yearly values since its base year; `text` is its project."""

    sign: int
    base: Decimal
    goal: Decimal
    by: int
    values: dict[int, Decimal]
    path: str | None = None
    ceiling: Decimal | None = None

    def text(self) -> str:
        extra = f'path = "{self.path}"\n' if self.path else ""
        extra += f"ceiling = {self.ceiling:f}\n" if self.ceiling is not None else ""
        return f"""
[[target]]
id = "x"
title = "Something promised"
unit = "points"
direction = "{"up" if self.sign > 0 else "down"}"
{extra}baseline = {{ period = 2015, value = {self.base:f} }}
goal = {{ value = {self.goal:f}, by = {self.by} }}
{yearly({year: f"{value:f}" for year, value in self.values.items()})}
"""

    def judged(self) -> Status:
        return judged(self.text(), on="2026-11-22")

    def times(self, k: Decimal) -> Promise:
        ceiling = self.ceiling * k if self.ceiling is not None else None
        values = {year: value * k for year, value in self.values.items()}
        return self._replace(base=self.base * k, goal=self.goal * k, values=values, ceiling=ceiling)

    def mirrored(self) -> Promise:
        values = {year: -value for year, value in self.values.items()}
        return self._replace(sign=-self.sign, base=-self.base, goal=-self.goal, values=values)

    def ending(self, value: Decimal) -> Promise:
        return self._replace(values={**self.values, max(self.values): value})


def amounts(low: int = -1000, high: int = 1000) -> st.SearchStrategy[Decimal]:
    """Amounts with one decimal place."""
    return st.integers(low * 10, high * 10).map(lambda n: Decimal(n) / 10)


@st.composite
def promises(draw: st.DrawFn, path: str | None = None, positive: bool = False) -> Promise:
    """Promises of 2015 for 2026 to 2035, with one to six values up to 2025."""
    amount = amounts(0 if positive else -1000)
    base, goal = draw(amount), draw(amount)
    assume(base != goal)
    years = draw(st.lists(st.integers(2016, 2025), min_size=1, max_size=6, unique=True))
    values = {year: draw(amount) for year in sorted(years)}
    sign = 1 if goal > base else -1
    ceiling = None
    if positive and sign > 0 and draw(st.booleans()):
        ceiling = max(goal, base, *values.values()) + draw(st.integers(0, 50))
    return Promise(sign, base, goal, draw(st.integers(2026, 2035)), values, path, ceiling)


any_promise = st.one_of(promises(), promises(positive=True), promises(path="linear"))


@given(any_promise)
def test_the_pace_needed_if_kept_arrives_at_the_goal(promise: Promise) -> None:
    """From the latest value on, for the years that are left."""
    found = promise.judged()
    assert found.pace.needed is not None
    assert found.latest is not None
    assert found.goal.by is not None
    left = years_between(found.latest.period, found.goal.by)
    arrived = float(found.latest.value) + found.pace.needed * left
    assert arrived == pytest.approx(float(promise.goal), abs=1e-9)


@given(any_promise, st.sampled_from(["0.001", "3", "1000000"]))
def test_the_unit_does_not_matter(promise: Promise, factor: str) -> None:
    """In other units: the same verdict and shares, the gaps in the other unit."""
    k = Decimal(factor)
    one, other = promise.judged(), promise.times(k).judged()
    assert one.verdict == other.verdict
    assert other.share_of_way == pytest.approx(one.share_of_way)
    assert other.share_of_time == one.share_of_time
    assert other.pace.acceleration == pytest.approx(one.pace.acceleration)
    scaled = {shape: gap * float(k) for shape, gap in one.gap_to_path}
    size = float(max(map(abs, (promise.base, promise.goal)))) * float(k)
    assert dict(other.gap_to_path) == pytest.approx(scaled, rel=1e-6, abs=1e-9 * size)


@given(promises(path="linear"))
def test_the_mirror_image_has_the_mirrored_verdict(promise: Promise) -> None:
    """On a straight path less is to less as more is to more."""
    one, other = promise.judged(), promise.mirrored().judged()
    assert one.verdict == other.verdict
    assert other.share_of_way == one.share_of_way
    mirrored = {shape: -gap for shape, gap in one.gap_to_path}
    assert dict(other.gap_to_path) == pytest.approx(mirrored)


@given(any_promise, amounts(0, 200))
def test_a_better_last_value_never_worsens_the_verdict(promise: Promise, more: Decimal) -> None:
    """Bad, mixed, good: the window of rule 6 ends with the last value, so it moves along."""
    last = promise.values[max(promise.values)]
    better = promise.ending(last + promise.sign * more)
    if promise.ceiling is not None:
        assume(last + more <= promise.ceiling)
    assert ORDER[promise.judged().verdict] <= ORDER[better.judged().verdict]


@given(any_promise, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(promise: Promise, chance: random.Random) -> None:
    """A folder is listed in any order."""
    ordered = project(promise.text())
    names = list(ordered.files)
    chance.shuffle(names)
    shuffled = Memory({name: ordered.files[name] for name in names})
    one, other = (assess(read_book(tree), dt.date(2026, 11, 22)) for tree in (ordered, shuffled))
    assert one == other


@given(any_promise, st.integers(2016, 2026), amounts(), st.integers(0, 400))
def test_what_is_published_later_changes_nothing(
    promise: Promise, year: int, value: Decimal, days: int
) -> None:
    """History answers what was known then: a later revision or a new period is not yet there."""
    as_of = dt.date(2026, 6, 30)
    published = as_of + dt.timedelta(days + 1)
    if promise.ceiling is not None:
        value = min(abs(value), promise.ceiling)
    assume(dt.date(year, 12, 31) <= published)
    later = f"\n--- {year}_{published}\nvalue = {value:f}"
    on = dt.date(2028, 1, 1)
    boards = [assess(read_book(project(text)), on, as_of)
              for text in (promise.text(), promise.text() + later)]  # fmt: skip
    assert replace(boards[0], observations=0) == replace(boards[1], observations=0)


@given(any_promise, st.sampled_from(["planned", "enacted"]), st.integers(2016, 2040), amounts())
def test_a_plan_changes_no_verdict(
    promise: Promise, status: str, year: int, value: Decimal
) -> None:
    """Whatever is planned for whichever year: the same verdict and the same numbers."""
    if promise.ceiling is not None:
        value = min(abs(value), promise.ceiling)
    plan = f'\n--- {year}_2015-06-02\nvalue = {value:f}\nstatus = "{status}"'
    one, other = promise.judged(), judged(promise.text() + plan)
    assert replace(other, lines=one.lines) == one


@given(any_promise, st.integers(2016, 2040), amounts())
def test_another_series_changes_no_verdict(promise: Promise, year: int, value: Decimal) -> None:
    """No slope crosses from one series to another, and no value does."""
    text = promise.text().replace("\n---", '\n[[target.series]]\nid = "other"\n\n---', 1)
    other = f'\n--- other/{year}_2015-06-02\nvalue = {value:f}\nstatus = "estimated"'
    with_it, without = judged(text + other), judged(text)
    assert replace(with_it, lines=without.lines) == without


@given(any_promise, st.integers(0, 4000))
def test_green_never_comes_with_time_alone(promise: Promise, days: int) -> None:
    """On a later day with the same figures no verdict is better; it may be no longer known."""
    text = promise.text()
    now, later = judged(text), dt.date(2026, 11, 22) + dt.timedelta(days)
    then = judged(text, on=later.isoformat(), as_of="2026-11-22")
    assert then.verdict in (now.verdict, "awaiting data")


@given(promises(path="linear"), st.integers(2016, 2025))
def test_on_the_line_is_on_track(promise: Promise, year: int) -> None:
    """A value that is the path's own, to the last digit that a file can hold, is on track."""
    share = Decimal(year - 2015) / Decimal(promise.by - 2015)
    value = (promise.base + (promise.goal - promise.base) * share).quantize(Decimal("1e-15"))
    assert promise._replace(values={year: value}).judged().verdict == "on track"


@given(promises(path="linear"))
def test_a_softer_goal_never_helps_an_older_figure(promise: Promise) -> None:
    """Half the way is promised after the last figure: its verdict stays as it was, or is worse."""
    first = f"goal = {{ value = {promise.goal:f}, by = {promise.by} }}"
    softer = promise.base + (promise.goal - promise.base) / 2
    both = f"""
[[target.goal]]
value = {promise.goal:f}
by = {promise.by}
announced = 2015-12-31
[[target.goal]]
value = {softer:f}
by = {promise.by}
announced = 2026-01-01
"""
    text = promise.text()
    before, after = judged(text), judged(text.replace(first, both))
    assert ORDER.get(after.verdict, 0) <= ORDER[before.verdict]
