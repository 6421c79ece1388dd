"""`kpi diff --fail-on`: what has become so ends the run, what was so before does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.run import Kpi

TARGETS = """\
schema = 1
timezone = "UTC"

[[target]]
id = "share"
title = "A share that should rise"
unit = "%"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 0 }
goal = { value = 100, by = 2030, announced = 2020-06-01 }
cadence = "1 year"

[[target]]
id = "pole"
title = "Another one, behind from the start"
unit = "poles"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 0 }
goal = { value = 100, by = 2030, announced = 2020-06-01 }
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Kpi:
    """`share` is ahead in 2022 and behind in 2023; `pole` is behind in both. Invented."""
    (tmp_path / "targets.toml").write_text(TARGETS, "utf-8")
    figures = {
        "share/2021": 12,
        "share/2022": 25,
        "share/2023": 27,
        "pole/2022": 10,
        "pole/2023": 15,
    }
    for name, value in figures.items():
        id_, year = name.split("/")
        folder = tmp_path / "observations" / id_
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{year}_{int(year) + 1}-03-01.toml").write_text(f"value = {value}\n", "utf-8")
    return Kpi(tmp_path, KPI_TODAY="2024-06-01")


@pytest.mark.parametrize(
    ("days", "named", "code", "told"),
    [
        (("2023-06-01", "2024-06-01"), "off-track", 3, "share (behind)"),
        (("2023-06-01", "2024-06-01"), "worse", 3, "share (behind)"),
        (("2023-06-01", "2024-06-01"), "behind", 3, "share (behind)"),
        (("2023-06-01", "2024-06-01"), "no-data,met", 0, ""),
        (("2024-04-01", "2024-06-01"), "off-track,worse", 0, ""),  # it was so in April already
        (("2024-06-01", "2026-06-01"), "stale", 5, "share (stale)"),  # only time passed
        (("2026-01-01", "2026-06-01"), "stale", 0, ""),
        (("2021-12-01", "2023-06-01"), "good", 5, "share (on track)"),
        (("2022-06-01", "2023-06-01"), "off-track", 3, "pole (behind)"),  # from no data
        (("2022-06-01", "2023-06-01"), "worse", 0, ""),  # no light says how it did before
        (("2020-07-01", "2021-06-01"), "worse", 5, "no target has a figure to judge"),
        (("2021-12-01", "2023-06-01"), "stale", 0, ""),  # there was none to judge before
    ],
)  # fmt: skip
def test_what_has_become_so(
    ledger: Kpi, days: tuple[str, str], named: str, code: int, told: str
) -> None:
    ran = ledger("diff", *days, "--fail-on", named, "--quiet")
    assert (ran.code, ran.stderr) == (code, f"kpi: --fail-on: {told}\n" if told else "")


def test_a_target_that_is_new_was_nothing_before(ledger: Kpi) -> None:
    """Both were announced between the two days, and are off track by the second."""
    ran = ledger("diff", "2020-01-01", "2024-06-01", "--fail-on", "off-track", "--quiet")
    assert (ran.code, ran.stderr) == (3, "kpi: --fail-on: share (behind), pole (behind)\n")


def test_in_korean(ledger: Kpi) -> None:
    ran = ledger("diff", "2023-06-01", "2024-06-01", "--fail-on", "worse", "-q", "--lang", "ko")
    assert (ran.code, ran.stderr) == (3, "kpi: --fail-on: share(지연)\n")


def test_a_light_by_its_korean_name(ledger: Kpi) -> None:
    """The last line of the table says it beside the verdicts, so it is typed as they are."""
    days = ("--on", "2024-06-01", "--quiet")
    for korean, light in (("양호", "good"), ("미흡", "bad")):
        said = ledger("status", "--verdict", korean, *days)
        assert said.stdout == ledger("status", "--verdict", light, *days).stdout
        assert said.code == ledger("status", "--verdict", light, *days).code != 2


def test_worse_is_known_where_there_is_a_before(ledger: Kpi) -> None:
    """One day has none."""
    assert ledger("status", "--fail-on", "worse").code == 2
    assert ledger("diff", "2023-06-01", "--fail-on", "worst").code == 2
    assert ledger("diff", "2023-06-01", "--fail-on", ",").code == 2


def test_it_may_be_named_twice(ledger: Kpi) -> None:
    """As much as two words in one."""
    for words in (("status",), ("diff", "2023-06-01", "2024-06-01")):
        ran = ledger(*words, "--fail-on", "off-track", "--fail-on", "no-data", "--quiet")
        assert (ran.code, "share (behind)" in ran.stderr) == (3, True)


def test_one_that_nobody_measures_fails_no_other(ledger: Kpi) -> None:
    """Only where no target at all has a figure has nothing passed."""
    assert ledger.folder is not None
    for file in (ledger.folder / "observations" / "pole").iterdir():
        file.unlink()
    days = ("--on", "2023-06-01", "--quiet")
    assert ledger("status", *days, "--fail-on", "off-track").code == 0
    assert ledger("status", "pole", *days, "--fail-on", "off-track").code == 5


def test_a_figure_is_missing_from_the_day_on_which_it_can_be_known(ledger: Kpi) -> None:
    """The year is over in January; half a year later its figure is late, and that is news."""
    assert ledger.folder is not None
    amount = """
[[target]]
id = "fund"
title = "Money of one year"
kind = "annual"
unit = "EUR mn"
direction = "up"
cadence = "1 year"
lag = "6 months"
goal = { value = 100, by = 2022, announced = 2020-06-01 }
"""
    (ledger.folder / "targets.toml").write_text(TARGETS + amount, "utf-8")
    words = ("--fail-on", "no-data", "--quiet")
    late = "kpi: --fail-on: fund (awaiting data)\n"
    for day, code, told in (("2023-06-29", 0, ""), ("2023-06-30", 5, late)):
        ran = ledger("status", "--on", day, *words)
        assert (ran.code, ran.stderr) == (code, told)
        ran = ledger("diff", "2023-04-01", day, *words)
        assert (ran.code, ran.stderr) == (code, told)


def test_a_figure_whose_day_nobody_can_tell_is_missing(ledger: Kpi) -> None:
    """Without a lag: else no figure would ever be late."""
    assert ledger.folder is not None
    text = TARGETS.replace("by = 2030", "by = 2023")
    (ledger.folder / "targets.toml").write_text(text, "utf-8")
    for file in ledger.folder.glob("observations/*/2023_*"):
        file.unlink()
    ran = ledger("status", "--fail-on", "no-data", "--quiet")
    told = "kpi: --fail-on: share (awaiting data), pole (awaiting data)\n"
    assert (ran.code, ran.stderr) == (5, told)
    ran = ledger("status", "--fail-on", "off-track", "--quiet")
    assert (ran.code, ran.stderr) == (5, "kpi: --fail-on: no target has a figure to judge\n")


def test_a_series_that_cannot_be_compared_is_no_figure_to_judge(ledger: Kpi) -> None:
    """Another question of another survey says nothing of the promise."""
    assert ledger.folder is not None
    other = '[[target.series]]\nid = "main"\ncomparable = "no"\n'
    cadence = 'cadence = "1 year"\n'
    text = TARGETS.replace(cadence, cadence + other) + other
    (ledger.folder / "targets.toml").write_text(text, "utf-8")
    ran = ledger("status", "--fail-on", "no-data", "--quiet")
    told = "kpi: --fail-on: share (cannot judge), pole (cannot judge)\n"
    assert (ran.code, ran.stderr) == (5, told)
    ran = ledger("status", "--fail-on", "off-track", "--quiet")
    assert (ran.code, ran.stderr) == (5, "kpi: --fail-on: no target has a figure to judge\n")


def test_off_track_is_told_before_what_is_not_known(ledger: Kpi) -> None:
    """A script that asks for both sees 3 where there is both: silence hides no miss."""
    assert ledger.folder is not None
    silent = TARGETS[TARGETS.index("[[target]]") :].partition('[[target]]\nid = "pole"')[0]
    text = TARGETS.replace("[[target]]", silent.replace('"share"', '"silent"') + "[[target]]", 1)
    (ledger.folder / "targets.toml").write_text(text, "utf-8")
    ran = ledger("status", "--fail-on", "off-track,no-data", "--quiet")
    told = "kpi: --fail-on: share (behind), pole (behind), silent (no data)\n"
    assert (ran.code, ran.stderr) == (3, told)


@pytest.mark.parametrize(
    ("named", "code", "told"),
    [
        ("stale", 5, "share (stale)"),  # it is behind as well, and that was not asked
        ("stale,no-data", 5, "share (stale)"),
        ("stale,off-track", 3, "share (behind), pole (behind)"),
        ("behind,stale", 3, "share (behind), pole (behind)"),
    ],
)
def test_what_fails_by_its_age_alone_ends_in_5(
    ledger: Kpi, named: str, code: int, told: str
) -> None:
    """3 is off track and 5 is stale: a script that asks for the one is not told the other."""
    ran = ledger("status", "--on", "2026-06-01", "--fail-on", named, "--quiet")
    assert (ran.code, ran.stderr) == (code, f"kpi: --fail-on: {told}\n")


def test_off_track_comes_before_what_is_only_stale(ledger: Kpi) -> None:
    """Of `pole` the miss was asked for, of `share` its age."""
    days = ("2024-06-01", "2026-06-01")
    assert ledger("diff", *days, "--fail-on", "stale,off-track", "--quiet").code == 5
    days = ("2021-12-01", "2026-06-01")
    ran = ledger("diff", *days, "--fail-on", "stale,off-track", "--quiet")
    assert (ran.code, ran.stderr) == (3, "kpi: --fail-on: share (behind), pole (behind)\n")


def test_a_day_knows_nothing_of_what_came_after_it(ledger: Kpi) -> None:
    """`--as-of` holds back what came later than it, and lends no day the news of another."""
    ran = ledger("diff", "2023-06-01", "2024-06-01", "--as-of", "2024-05-01", "-f", "json")
    said = json.loads(ran.stdout)
    assert [said[side]["as_of"] for side in ("before", "after")] == ["2023-06-01", "2024-05-01"]


def test_what_was_published_on_the_first_day_and_recorded_later_came_late(ledger: Kpi) -> None:
    """Known on that day to whoever reads the publisher, and not to the ledger."""
    assert ledger.folder is not None
    file = ledger.folder / "observations" / "pole" / "2021_2023-06-01.toml"
    file.write_text("value = 5\nrecorded = 2023-07-01\n", "utf-8")
    ran = ledger("diff", "2023-06-01", "2024-06-01")
    assert "of those published by 2023-06-01, 1 came in only later" in ran.stderr
    assert ledger("diff", "2023-06-01", "2024-06-01", "--quiet").stderr == ""
    assert ledger("diff", "2023-05-31", "2024-06-01").stderr == ""
    file.write_text("value = 5\nrecorded = 2023-06-01\n", "utf-8")
    assert ledger("diff", "2023-06-01", "2024-06-01").stderr == ""
