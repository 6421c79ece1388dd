"""A plain series is settled part by part, and a long one once for many days: neither says other
than what is settled figure by figure, anew for each day."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest

from kpi.assess.evidence import known as knowing
from kpi.assess.evidence import series_lines
from kpi.assess.evidence.known import known, with_value
from kpi.facts.periods import Period
from kpi.facts.records import Observation, Target
from kpi.values import replace
from tests.assess.conftest import STRAIGHT, book, yearly

GOALS = STRAIGHT.replace(
    "goal = { value = 30, by = 2030 }",
    'cadence = "1 month"\nlag = "1 month"\ncounts = ["final", "estimated"]',
) + "".join(
    f"[[target.goal]]\nvalue = {value}\nby = {by}\nannounced = {day}\n"
    for value, by, day in (
        (30, 2024, "2020-01-01"), (40, 2030, "2022-06-01"), (25, 2030, "2023-01-01"),
    )
)  # fmt: skip


def target(text: str = GOALS) -> Target:
    return book(text).targets[0]


def facts(draw: random.Random, kinds: str) -> tuple[Observation, ...]:
    """Figures of a few years; of `kinds` with limits, plans, corrections or shared periods."""
    found = []
    for nth in range(draw.randint(3, 40)):
        year, month = 2020 + nth // 12, nth % 12 + 1
        text = f"{year}-{month:02}" if "m" in kinds or nth % 12 else str(year)
        period = Period.parse(text)
        ahead = "e" in kinds and draw.random() < 0.3
        day = period.start if ahead else period.end + dt.timedelta(draw.randint(1, 400))
        plan = "p" in kinds and nth % 5 == 0
        one = Observation(
            "x", "main", period, Decimal(draw.randint(0, 400)) / 10, day, f"{nth}.toml",
            status="estimated" if ahead else "planned" if plan else "final",
            bound=">=" if "b" in kinds and nth % 4 == 0 else "=",
        )  # fmt: skip
        found.append(one)
        if "v" in kinds and nth % 3 == 0:
            later = day + dt.timedelta(draw.randint(0, 200))
            found.append(replace(one, published=later, value=one.value + 1, file=f"{nth}b.toml",
                                 revision=2 if later == day else 1))  # fmt: skip
    draw.shuffle(found)
    return tuple(found)


def long_from(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of so many figures a series is long."""
    for module in (series_lines, knowing):
        monkeypatch.setattr(module, "LONG", count)


KINDS = ["m", "me", "y", "mp", "mb", "mv", "yv", "mev", "mevpb"]
PLAIN, NEVER_PLAIN = ("m", "me", "y", "mv"), ("mp", "mb", "mevpb")


@pytest.mark.parametrize("kind", ["level", "total", "annual", "milestone"])
@pytest.mark.parametrize("kinds", KINDS)
def test_a_plain_series_says_what_it_says_figure_by_figure(
    kinds: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was published by then, and whichever day is judged."""
    draw = random.Random(kinds + kind)  # noqa: S311 - no secret
    asked, plain = replace(target(), kind=kind), series_lines._plain
    if kind == "milestone":
        asked = replace(asked, goals=tuple(replace(one, value=True) for one in asked.goals))
    found = 0
    for _ in range(30):
        some = facts(draw, kinds)
        if kind == "milestone":
            some = tuple(replace(one, value=draw.random() < 0.3) for one in some)
        for _ in range(6):
            day = dt.date(2020, 1, 1) + dt.timedelta(draw.randint(0, 2500))
            known_on = day + dt.timedelta(draw.choice((0, 0, 200, 2000)))
            monkeypatch.setattr(series_lines, "_plain", plain)
            swift = known(asked, some, day, known_on)
            found += series_lines._plain(list(some), _asked(asked, day)) is not None
            monkeypatch.setattr(series_lines, "_plain", lambda *_: None)
            assert swift == known(asked, some, day, known_on)
    assert found > 0 or kinds not in PLAIN or (kinds, kind) == ("me", "milestone")
    assert found == 0 or kinds not in NEVER_PLAIN


def test_a_forecast_that_was_said_again_is_replaced() -> None:
    """Also by one that is not judged yet: of both the later is shown as what is expected."""
    text = GOALS.replace("by = 2030", "by = 2021").replace("by = 2024", "by = 2021")
    period = Period.parse("2024")
    early, later = (
        Observation("x", "main", period, Decimal(value), day, f"{day}.toml", status="estimated")
        for value, day in ((30, dt.date(2023, 7, 20)), (33, dt.date(2024, 6, 1)))
    )
    asked, day = target(text), dt.date(2024, 7, 18)
    (line,) = series_lines.lines_of(asked, (early, later), asked.goals, asked.goals[-1], day, day)
    assert (line.values, line.replaced, line.uncounted) == ((), (early,), (later,))


def test_vintages_of_a_period_that_is_not_over() -> None:
    """Who knows what came later shows both where they are not alike: neither counts on that day."""
    period, day = Period.parse("2024"), dt.date(2024, 7, 18)
    first, last = (
        Observation("x", "main", period, Decimal(value), published, "", status=status)
        for value, published, status in (
            (30, dt.date(2025, 2, 1), "provisional"), (33, dt.date(2025, 9, 1), "final"),
        )
    )  # fmt: skip
    asked = replace(target(), counts=("final", "provisional"))
    goal = replace(asked.goals[-1], by=Period.parse("2023"))
    later = dt.date(2026, 1, 1)
    (line,) = series_lines.lines_of(asked, (last, first), (goal,), goal, day, later)
    assert (line.values, line.replaced, line.uncounted) == ((), (), (first, last))
    (line,) = series_lines.lines_of(asked, (last, first), (goal,), goal, later, later)
    assert (line.values, line.replaced, line.uncounted) == ((last,), (first,), ())


def test_a_point_has_the_standard_error_of_its_figure() -> None:
    """Beside figures without one, too."""
    day = dt.date(2026, 1, 1)
    figures = tuple(
        Observation(
            "x", "main", Period.parse(str(year)), Decimal(12), day, "", standard_error=error
        )
        for year, error in ((2021, None), (2022, Decimal("0.25")), (2023, None))
    )
    seen = known(target(), figures, day, day)
    assert seen is not None
    assert seen.case is not None
    errors = {one.period.text: one.standard_error for one in seen.case.points}
    assert errors == {"2020": None, "2021": None, "2022": 0.25, "2023": None}


def _asked(target: Target, day: dt.date) -> series_lines._Asked:
    return series_lines._Asked(target, target.goals, target.goals[-1], day)


@pytest.mark.parametrize("kinds", KINDS)
def test_a_kept_series_says_what_it_says_anew(kinds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On any day and with any goal, one day after the other and back again."""
    draw = random.Random(kinds)  # noqa: S311 - no secret
    asked = target()
    for _ in range(20):
        some = facts(draw, kinds)
        days = [dt.date(2020, 1, 1) + dt.timedelta(draw.randint(0, 2000)) for _ in range(8)]
        for day in (*days, *sorted(days), dt.date(2030, 1, 1)):
            long_from(1, monkeypatch)
            kept = known(asked, some, day, day)
            long_from(10_000, monkeypatch)
            assert kept == known(asked, some, day, day)


def test_what_is_kept_is_of_these_very_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal facts of another book are other facts: a page looks for its own."""
    long_from(1, monkeypatch)
    day = dt.date(2025, 1, 1)
    asked, first = target(), facts(random.Random(1), "m")  # noqa: S311 - no secret
    second = tuple(replace(one) for one in first)
    assert first == second
    for some in (first, second, first):
        found = known(asked, some, day, day)
        assert found is not None
        assert {id(one) for one in found.line.values} <= {id(one) for one in some}


@pytest.mark.parametrize(
    "text",
    [
        GOALS,
        GOALS.replace("baseline = { period = 2020, value = 10 }\n", ""),
        GOALS.replace("baseline = { period = 2020, value = 10 }", "baseline = { period = 2026 }"),
        STRAIGHT.replace('"up"', '"keep"').replace("value = 30", 'value = 30, comparator = "~"'),
        STRAIGHT.replace('path = "linear"', 'kind = "annual"').replace(
            "baseline = { period = 2020, value = 10 }\n", ""
        ),
    ],
)
@pytest.mark.parametrize("values", [{}, {2021: 11, 2022: 14, 2024: 9}])
def test_another_value_in_its_place(text: str, values: dict[int | str, object]) -> None:
    """What is known with it is what would be known had it been observed."""
    found = book(text + yearly(values))
    asked, there = found.targets[0], found.observations.get("x", ())
    day = dt.date(2027, 1, 1)
    figure = Observation("x", "main", Period.parse("2026"), Decimal(0), day, "")
    seen = known(asked, (*there, figure), day, day)
    assert seen is not None
    for value in map(Decimal, ("-3", "9", "29.7", "30", "31.25", "1000")):
        other = known(asked, (*there, replace(figure, value=value)), day, day, lean=True)
        assert other is not None
        again = with_value(seen, figure, value)
        assert replace(again, case=None) == replace(other, case=None)
        assert (again.case is None) == (other.case is None)
        if again.case is not None and other.case is not None:
            assert replace(again.case, resolution=0.0) == other.case


def test_a_long_milestone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is done by the day on which it is said so, however often it was said that it is not."""
    long_from(1, monkeypatch)
    text = """
[[target]]
id = "x"
title = "A law"
kind = "milestone"
goal = { value = true, by = 2024 }
""" + yearly({2021: False, 2022: False, 2023: True})
    found = book(text)
    day = dt.date(2024, 6, 2)
    seen = known(found.targets[0], found.observations["x"], day, day)
    assert seen is not None
    assert [one.value for one in seen.line.values] == [False, False, True]


def test_a_long_series_of_figures_that_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = target(GOALS.replace('counts = ["final", "estimated"]', 'counts = ["provisional"]'))
    some, day = facts(random.Random(1), "m"), dt.date(2025, 1, 1)  # noqa: S311 - no secret
    for count in (1, 10_000):
        long_from(count, monkeypatch)
        found = known(asked, some, day, day)
        assert found is not None
        assert found.line.values == ()


def test_a_kept_series_waits_for_what_is_not_over_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who knows by 2030 what each day of the past could count, knows it from a long series, too."""
    draw = random.Random(3)  # noqa: S311 - no secret
    asked, later = target(), dt.date(2030, 1, 1)
    for _ in range(20):
        some = facts(draw, "me")
        for day in (dt.date(2020, 1, 1) + dt.timedelta(draw.randint(0, 1500)) for _ in range(8)):
            long_from(1, monkeypatch)
            kept = known(asked, some, day, later)
            long_from(10_000, monkeypatch)
            assert kept == known(asked, some, day, later)
