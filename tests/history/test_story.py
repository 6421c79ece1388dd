"""What each of the 30 commits changed, and why, against what was written down by hand."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kpi.assess.changes import Changes, Side, compare
from kpi.facts.book import Book, read_book
from kpi.store.commits import commit_tree
from tests.history import story

COMMITS = range(1, len(story.STORY) + 1)


@cache
def book(root: Path, sha: str) -> Book:
    found = read_book(commit_tree(str(root), sha))
    assert found.problems == ()
    return found


def side(told: tuple[Path, list[str]], number: int) -> Side:
    """A commit, judged for its own day."""
    root, names = told
    day = dt.date.fromisoformat(story.STORY[number - 1].day)
    return Side(book(root, names[number - 1]), day, day, names[number - 1])


def changed(told: tuple[Path, list[str]], number: int) -> Changes:
    """What a commit changed since the one before it."""
    return compare(side(told, story.PARENTS.get(number, number - 1)), side(told, number))


def test_the_story_has_thirty_commits_and_each_has_its_expectation():
    assert len(story.STORY) == 30
    assert set(story.FLIPS) == set(COMMITS) - {1}


@pytest.mark.parametrize("number", COMMITS[1:])
def test_every_flip_has_the_right_cause(told, number):
    found = changed(told, number)
    flips = {one.target.id: (one.before, one.after, one.cause) for one in found.changes}
    assert flips == story.FLIPS[number]
    for one in found.changes:
        if one.cause == "several":
            causes, together = story.PARTS[number, one.target.id]
            assert {part.cause for part in one.parts} == causes
            assert one.together is together
        else:
            assert [part.cause for part in one.parts] == [one.cause]


@pytest.mark.parametrize("number", COMMITS[1:])
def test_facts_goals_and_targets_that_changed(told, number):
    found = changed(told, number)
    assert list(found.observations) == [
        f"observations/{name}" for name in story.NEW_FACTS.get(number, [])
    ]
    assert [
        (one.target.id, one.before.period.text, float(one.before.value),
         float(one.after.value) if one.after else None, one.after.note if one.after else "")
        for one in found.revisions
    ] == story.REVISED.get(number, [])  # fmt: skip
    assert [
        (one.target.id, float(one.before.value), float(one.after.value)) for one in found.goals
    ] == story.MOVED.get(number, [])
    assert list(found.new) == story.NEW_TARGETS.get(number, [])
    assert list(found.gone) == story.GONE_TARGETS.get(number, [])


STRETCHES = [(a, b) for a in (1, 2, 5, 11, 17, 23) for b in (14, 19, 22, 26, 30) if a < b]


@pytest.mark.parametrize(("first", "last"), STRETCHES)
def test_counts_add_up_over_any_stretch(told, first, last):
    """The verdicts that differ are those of two boards, and each is counted under one cause."""
    before, after = side(told, first), side(told, last)
    found = compare(before, after)
    older = {one.target.id: one.verdict for one in before.board().statuses}
    newer = {one.target.id: one.verdict for one in after.board().statuses}
    flips = {id_ for id_ in older.keys() & newer.keys() if older[id_] != newer[id_]}
    assert {one.target.id for one in found.changes} == flips
    assert sum(found.counts.values()) == len(found.changes)
    assert found.counts == dict(Counter(one.cause for one in found.changes))
    assert set(found.new) == newer.keys() - older.keys()
    assert set(found.gone) == older.keys() - newer.keys()


@pytest.mark.parametrize("number", [2, 5, 11, 15, 17, 20, 22, 24, 26, 27, 28])
def test_the_command_says_the_same(told, kpi, number):
    """`kpi diff` of two revisions, judged for one day: nothing is due to time then."""
    root, names = told
    day = story.STORY[number - 1].day
    done = kpi("diff", names[number - 2], names[number - 1], "--on", day, "-f", "json",
               "--project", str(root))  # fmt: skip
    assert (done.code, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["schema"] == "kpi.diff/1"
    assert found["before"] == {"on": day, "as_of": day, "at": names[number - 2]}
    assert found["after"] == {"on": day, "as_of": day, "at": names[number - 1]}
    flips = {
        one["id"]: (one["verdict"]["before"], one["verdict"]["after"], one["cause"])
        for one in found["changes"]
    }
    wanted = {id_: flip for id_, flip in story.FLIPS[number].items() if flip[2] != "time passed"}
    assert flips == wanted
    assert sum(found["counts"].values()) == len(found["changes"])
    assert all(one["detail"] for one in found["changes"])


def test_days_of_one_folder_have_the_same_causes_as_commits(told, kpi):
    """Two days of the last commit: what was published or announced in between counts as such."""

    def diff(before: str, after: str) -> dict:
        done = kpi("diff", before, after, "-f", "json", "--project", str(told[0]))
        assert (done.code, done.stderr) == (0, "")
        return json.loads(done.stdout)

    found = diff("2026-08-31", "2026-09-30")
    (one,) = found["changes"]
    assert (one["id"], one["cause"], one["together"]) == ("share", "several", True)
    assert [part["cause"] for part in one["parts"]] == ["goal moved", "new data"]
    assert found["observations"]["new"] == ["observations/share/2025_2026-09-03.toml"]
    (goal,) = found["goals"]
    assert (goal["before"]["value"], goal["after"]["value"]) == (30.0, 31.0)
    (one,) = diff("2026-06-30", "2026-07-01")["changes"]
    assert (one["id"], one["cause"]) == ("law", "time passed")
    (one,) = diff("2025-09-30", "2025-10-01")["changes"]
    assert (one["id"], one["verdict"]["after"]) == ("bridge", "dropped")
    assert one["cause"] == "target edited"
