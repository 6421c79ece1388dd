"""The page of results: goals that are reached, missed and not measured, and the picture."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from benchmarks import goals, growth, results
from benchmarks.figures import SIZES
from benchmarks.goals import (
    ADDED,
    ALONE,
    AT_COLD,
    AT_WARM,
    BIG,
    CHECK,
    COLD,
    GIT,
    PASS,
    RECORDED,
    WARM,
    of,
)
from benchmarks.measure import Runs
from benchmarks.peers import DIFFERS
from benchmarks.run import GROUPS, drawn


def _runs(seconds: float, peak: int = 9_000_000) -> Runs:
    return Runs([seconds, 2 * seconds, seconds], [seconds] * 3, peak)


def _measured() -> dict[str, dict[str, Runs]]:
    """Runs of every group that reach every goal."""
    floor = {PASS: _runs(0.01)}
    status = {WARM: _runs(0.01), COLD: _runs(0.04)}
    others = {"hledger balance": _runs(10), "ledger balance": _runs(2), "beancount": _runs(30)}
    quick = {"hledger balance": _runs(0.03), "ledger balance": _runs(0.01)}
    quick |= {ADDED: _runs(0.011), RECORDED: _runs(0.011)}
    found = {"tiny": floor | status, "real": floor | status | quick}
    for group, cold, warm in (("10k", 0.1, 0.05), ("100k", 0.2, 0.1), ("1m", 1.9, 0.09)):
        found[group] = dict(floor)
        for layout in goals.LAYOUTS:
            found[group][of(layout, COLD)] = _runs(cold, 9_000_000 + 100 * SIZES[group].count)
            found[group][of(layout, WARM)] = _runs(warm, 20_000_000)
            if group == "1m":
                found[group][f"{of(layout, COLD)}, 100k"] = _runs(0.2)
        found[group][GIT] = _runs(0.1)
    found["100k"] |= others | {AT_COLD: _runs(0.2), AT_WARM: _runs(0.01), CHECK: _runs(0.5)}
    found["one"] = floor | {BIG.format("warm"): _runs(0.1), ALONE.format("warm"): _runs(0.09)}
    return found


def _lines(found) -> list[list[str]]:
    rows = results.goals(found).splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_every_goal_is_reached_by_runs_that_reach_it():
    lines = _lines(_measured())
    assert len(lines) == len(goals.GOALS)
    assert {line[3] for line in lines} == {"yes"}


@pytest.mark.parametrize("nth", range(len(goals.GOALS)))
def test_no_goal_is_reached_a_little_beyond_its_limit(nth):
    goal = goals.GOALS[nth]
    assert goal.reached(goal.limit)
    assert not goal.reached(goal.limit * (0.99 if goal.fast else 1.01))


JUDGED = {
    ("real", WARM): 3, ("real", COLD): 1, ("real", ADDED): 1, ("real", RECORDED): 1,
    ("10k", of("file", WARM)): 1,
    ("100k", of("file", COLD)): 3, ("100k", of("file", WARM)): 1, ("100k", AT_COLD): 1,
    ("100k", AT_WARM): 1, ("100k", CHECK): 1, ("one", BIG.format("warm")): 1,
    ("1m", of("file", COLD)): 2, ("1m", of("year", COLD)): 2, ("1m", of("batch", COLD)): 2,
    ("1m", of("file", WARM)): 1, ("1m", of("batch", WARM)): 1, ("1m", of("year", WARM)): 0,
}  # fmt: skip


@pytest.mark.parametrize(("group", "command"), JUDGED)
def test_each_goal_looks_at_the_command_that_it_names(group, command):
    """A hundred times as slow, a command fails as many goals as name it."""
    found = _measured()
    found[group][command] = _runs(100 * found[group][command].wall[0])
    assert sum(line[3] == "**no**" for line in _lines(found)) == JUDGED[group, command]


@pytest.mark.parametrize("layout", goals.LAYOUTS)
def test_memory_is_that_of_the_worst_layout(layout):
    found = _measured()
    found["1m"][of(layout, COLD)].peak = 9_000_000 + 151 * 1_000_000
    found["1m"][of(layout, WARM)].peak = 25_100_000
    missed = {line[0]: line[2] for line in _lines(found) if line[3] == "**no**"}
    assert missed == {
        "memory, cold, of the worst layout": "151",
        "memory, warm, of the worst layout": "25.1",
    }


def test_what_was_not_measured_says_so():
    found = {group: runs for group, runs in _measured().items() if GROUPS[group].quick}
    del found["real"]["ledger balance"]
    lines = _lines(found)
    why = {line[3] for line in lines}
    assert why == {
        "yes", "not measured: only `make bench` does", "not measured: no run of ledger balance"
    }  # fmt: skip
    assert all((line[2] == "–") == line[3].startswith("not measured") for line in lines)


def test_the_page_holds_goals_runs_peers_and_machine(tmp_path):
    found = _measured()
    titles = {name: group.title for name, group in GROUPS.items()}
    missing = {"sqlite3": "install it"}
    machine = results.machine(str(tmp_path), [0.5, 1.5], {"kpi": "kpi 9.9"})
    page = results.page(found, titles, missing, machine, "2026-11-22")
    assert "`make bench` on 2026-11-22" in page
    assert all(f"### {title}" in page for title in titles.values())
    assert "- **sqlite3** was not measured: install it." in page
    assert f"- **hledger balance** {DIFFERS['hledger balance']}." in page
    assert "beancount, cached" not in page  # nobody measured it
    assert "- kpi: kpi 9.9" in page
    assert "0.5 when it began, 1.5 at its end" in page
    widths = [line.count("|") for line in page.splitlines() if line.startswith("|")]
    assert set(widths) == {5, 8}


def test_the_picture_shows_every_size_of_every_layout():
    svg = drawn(_measured())
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own text
    words = [one.text for one in root.iter() if one.tag.endswith("text")]
    for layout in goals.LAYOUTS.values():
        assert words.count(f"{layout}, cold") == words.count(f"{layout}, warm") == 2
    assert words.count("git status") == 2
    ways = [one.get("d") for one in root.iter() if one.get("stroke")]
    assert sum(way.count("L") == 2 for way in ways) == 2 * 7  # three sizes of seven lines
    assert not re.search("nan|inf", svg)


def test_a_picture_of_one_size_alone_is_still_drawn():
    quick = {"10k": _measured()["10k"]}
    assert "files, cold" in drawn(quick)
    assert drawn({}).count("<text") == 0


@pytest.mark.parametrize(
    "heights", [[10.0, 100.0, 101.0, 108.0, 112.0, 300.0], [10.0, 100.0, 101.0, 112.0, 300.0]]
)
def test_names_in_the_picture_cover_none_other(heights):
    placed = growth.apart(heights)
    assert all(after - before >= 14 for before, after in pairwise(placed))
    assert placed[0] == 10.0
    assert placed[-1] == 300.0


@pytest.mark.parametrize(
    ("ratio", "shown"), [(1.1041, "| 1.104 | **no** |"), (1.0999, "| 1.10 | yes |")]
)
def test_what_is_decided_is_shown(ratio, shown):
    """1.10 would be both reached and missed, where 1.1 was asked for."""
    level = next(one for one in goals.GOALS if "level" in one.asked())
    said = results._decisive(level, ratio)
    assert said in shown
    assert level.reached(float(said)) == level.reached(ratio)
