"""What the page of one target says at its edges: on the very day, on the very path."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.run import Kpi

TARGETS = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 10 }
[[target.goal]]
announced = 2020-01-01
value = 20
by = 2024
[[target.goal]]
announced = 2023-01-01
value = 30
by = 2030
"""


def page(root: Path, on: str, **facts: str) -> str:
    """The page on a day. `y2023_2024_01_01="value = 17"` is a file of that name."""
    (root / "targets.toml").write_text(TARGETS, "utf-8")
    folder = root / "observations" / "x"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in facts.items():
        period, published = name.removeprefix("y").split("_", 1)
        file = f"{period}_{published.replace('_', '-').replace('-r', '_r')}.toml"
        (folder / file).write_text(text, "utf-8")
    ran = Kpi(root)("show", "x", "--on", on)
    assert (ran.code, ran.stderr) == (0, "")
    return ran.stdout


def earlier_goal(text: str) -> str:
    """The line of the goal that was moved."""
    (line,) = [one for one in text.splitlines() if "earlier goal" in one and "; announced" in one]
    return line.strip()


@pytest.mark.parametrize(
    ("on", "said"),
    [("2024-12-31", "; the verdict by it: met"), ("2025-01-01", "; reached: 21 % in 2023")],
)
def test_an_earlier_goal_is_settled_once_its_deadline_is_over(
    tmp_path: Path, on: str, said: str
) -> None:
    """On its last day the promise still runs."""
    line = earlier_goal(page(tmp_path, on, y2023_2024_01_01="value = 21"))
    assert line.endswith(f"at least 20 % by 2024; announced 2020-01-01; earlier goal{said}")


@pytest.mark.parametrize(
    ("announced", "role"),
    [
        ("2023-01-01", "later goal, not judged"),
        ("2020-01-01", "announced with the judged one"),
    ],
)
def test_a_goal_beside_the_judged_one_is_told_by_its_announcement(
    tmp_path: Path, announced: str, role: str
) -> None:
    """The first one may be judged, and two may be set on one day."""
    page(tmp_path, "2023-06-01", y2022_2023_01_01="value = 15")
    text = TARGETS.replace("by = 2024", "by = 2024\njudged = true")
    text = text.replace("announced = 2023-01-01", f"announced = {announced}")
    (tmp_path / "targets.toml").write_text(text, "utf-8")
    shown = Kpi(tmp_path)("show", "x", "--on", "2023-06-01").stdout
    assert f"at least 30 % by 2030; announced {announced}; {role}" in shown


def test_an_earlier_goal_is_not_missed_by_the_figure_of_the_year_before(tmp_path: Path) -> None:
    """15 in 2023 leave open what 2024 was; 19 in 2024 do not."""
    open_ = page(tmp_path, "2025-06-01", y2023_2024_01_01="value = 15")
    assert earlier_goal(open_).endswith("earlier goal")
    missed = page(tmp_path, "2025-06-01", y2024_2025_01_01="value = 19")
    assert earlier_goal(missed).endswith("earlier goal; not reached: 19 % in 2024")


def test_an_earlier_goal_is_not_missed_by_a_limit_that_meets_the_softer_one(tmp_path: Path) -> None:
    """At least 16 in 2024 reaches 15, and leaves open whether it was 20."""
    text = page(tmp_path, "2025-06-01", y2024_2025_01_01='value = 16\nbound = ">="')
    assert earlier_goal(text).endswith("earlier goal")
    softer = tmp_path / "targets.toml"
    softer.write_text(TARGETS.replace("value = 30", "value = 15"), "utf-8")
    text = Kpi(tmp_path)("show", "x", "--on", "2025-06-01").stdout
    assert earlier_goal(text).endswith("earlier goal")


def test_exactly_on_the_path_is_not_behind_it(tmp_path: Path) -> None:
    """20 in 2025, half of the way from 10 in 2020 to 30 in 2030, at the pace that is needed."""
    text = page(tmp_path, "2026-02-01", y2025_2026_01_01="value = 20")
    assert "0 months ahead of the linear path" in text
    assert "would still be on the path until 2025-12" in text
    assert "+2 pp a year; the pace so far is just enough" in text


@pytest.mark.parametrize(("value", "said"), [
    ("19.8", "must go 1.04 times as fast as so far"), ("19", "must go 1.2 times as fast as so far"),
    ("20.01", "0.998 times the pace so far is enough"), ("29", "0.05 times the pace so far is"),
    ("29.99", "0.001 times the pace so far is enough"),
])  # fmt: skip
def test_nearly_the_pace_that_is_needed_is_not_the_same(
    tmp_path: Path, value: str, said: str
) -> None:
    """10.2 are missing after 9.8 in as many years: 1.0408 times, and a reader is told "behind"."""
    assert said in page(tmp_path, "2026-02-01", y2025_2026_01_01=f"value = {value}")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("29.99", "29.99 %"), ("29.9996", "29.9996 %"), ("30", "30 %"), ("30.0", "30 %"),
     ("29.94", "29.9 %"), ("28.99", "29 %")],
)  # fmt: skip
def test_what_is_not_quite_the_goal_does_not_look_like_it(
    tmp_path: Path, value: str, shown: str
) -> None:
    """The table says of 29.99 of a goal of 30 that it is on track, and not met."""
    page(tmp_path, "2026-02-01", y2025_2026_01_01=f"value = {value}")
    table = Kpi(tmp_path)("status", "--on", "2026-02-01", "-f", "markdown").stdout
    row = next(line for line in table.splitlines() if line.startswith("| x |"))
    assert shown in [cell.strip() for cell in row.split("|")]


def test_the_gap_of_a_limit_is_one(tmp_path: Path) -> None:
    """Of "at least 31" nobody knows that it is 1 beyond the goal, and no more."""
    text = page(tmp_path, "2026-02-01", y2025_2026_01_01='value = 31\nbound = ">="')
    assert "  gap to the goal  ≥ +1 pp" in text
    table = Kpi(tmp_path)("status", "--on", "2026-02-01", "-f", "markdown").stdout
    assert "| ≥ 31 % |" in table
    assert "| ≥ +1 |" in table


def test_no_number_of_the_page_looks_like_one_that_it_is_not(tmp_path: Path) -> None:
    """29.996 of 30: neither the goal, nor 10 of the 10 points, nor all of the change."""
    text = page(tmp_path, "2026-02-01", y2025_2026_01_01="value = 29.996")
    assert "  29.996 % in 2025 is at or beyond the linear path" in text
    assert "9.998 of 10 (ESCAP)" in text
    assert [one.split()[1] for one in text.splitlines() if "share-of-change" in one] == ["99.98"]
    near = page(tmp_path, "2026-02-01", y2025_2026_01_01="value = 19.9996")
    said = [one.split()[1] for one in near.splitlines() if one.startswith("  linear-ratio")]
    assert said == ["0.99996"]  # moderately improving; 1 would be on track
    there = page(tmp_path, "2026-02-01", y2025_2026_01_01="value = 30")
    assert "  30 % in 2025 reaches the goal of 30 %" in there
    assert "10 of 10 (ESCAP)" in there


def test_no_number_of_a_narrow_stretch_looks_like_another(tmp_path: Path) -> None:
    """Of an index around 100 the value, the path and the range were all 100."""
    facts = {f"y{y}_{y + 1}_01_01": f"value = {v}"
             for y, v in ((2020, 100.02), (2021, 100.021), (2022, 100.024))}  # fmt: skip
    page(tmp_path, "2023-02-01", **facts)
    targets = TARGETS.replace('"%"', '"points"').replace("value = 10 }", "value = 100.02 }")
    targets = targets.replace("= 20\n", "= 100.04\n").replace("= 30\n", "= 100.05\n")
    (tmp_path / "targets.toml").write_text(targets, "utf-8")
    text = Kpi(tmp_path)("show", "x", "--on", "2023-02-01").stdout
    assert "100.03 points (linear)" in text
    assert "80 % range 99.98 to 100.1 points (middle 100.04)" in text


def test_a_correction_of_our_own_record_is_told_as_such(tmp_path: Path) -> None:
    """Two figures of one period and one day: `r2` says which is the second."""
    text = page(
        tmp_path, "2026-02-01", y2025_2026_01_01="value = 21",
        y2025_2026_01_01_r2='value = 20\nnote = "a slip"',
    )  # fmt: skip
    lines = [line for line in text.splitlines() if line.strip().startswith("2025  ")]
    assert [("r2" in line, "was 21 %" in line) for line in lines] == [(True, False), (False, True)]


@pytest.mark.parametrize("command", ["show", "card"])
def test_what_had_not_been_announced_has_no_page(tmp_path: Path, command: str) -> None:
    """By the day of our knowledge, whatever day is judged; it is no wrong command line."""
    (tmp_path / "targets.toml").write_text(TARGETS, "utf-8")
    days = ("--on", "2024-01-01", "--as-of", "2019-12-31")
    ran = Kpi(tmp_path)(command, "x", *days)
    assert (ran.code, ran.stdout) == (5, "")
    assert ran.stderr == "kpi: x had not been announced by 2019-12-31\n"


@pytest.mark.parametrize("value", ["19.98", "19.996", "20", "19"])
def test_a_value_looks_like_its_path_only_where_it_is_there(tmp_path: Path, value: str) -> None:
    """20 is asked for in 2025."""
    page(tmp_path, "2026-02-01", y2025_2026_01_01=f"value = {value}")
    table = Kpi(tmp_path)("status", "--on", "2026-02-01", "-f", "markdown").stdout
    assert f"| {value} % | 2025 |" in table
    assert "| 20 % |" in table


def test_a_path_has_the_digits_of_the_value_beside_it(tmp_path: Path) -> None:
    """From 100 in 2020 to 100.1 in 2030 it asks for 100.02 in 2022."""
    (tmp_path / "targets.toml").write_text(
        """[[target]]\nid = "x"\ntitle = "X"\nunit = "index"\ndirection = "up"
        baseline = { period = 2020, value = 100 }\ngoal = { value = 100.1, by = 2030 }\n""",
        "utf-8",
    )
    (tmp_path / "observations" / "x").mkdir(parents=True)
    (tmp_path / "observations" / "x" / "2022_2023-01-01.toml").write_text("value = 100.04", "utf-8")
    table = Kpi(tmp_path)("status", "--on", "2023-02-01", "-f", "markdown").stdout
    assert "| 100.04 | 2022 |" in table
    assert "| 100.02 |" in table


@pytest.mark.parametrize("quote", ["“to 30 percent”", '"to 30 percent"', "「30%」"])
def test_a_quote_that_brings_its_marks_has_them_once(tmp_path: Path, quote: str) -> None:
    (tmp_path / "targets.toml").write_text(f"{TARGETS}quote = '{quote}'\n", "utf-8")
    assert f"\n  {quote}\n" in Kpi(tmp_path)("show", "x", "--on", "2025-06-01").stdout
    for command in ("show", "card"):  # where the style sheet writes them around all others
        written = Kpi(tmp_path)(command, "x", "--on", "2025-06-01", "-f", "html").stdout
        assert "<blockquote class=own>" in written


def test_the_page_says_what_is_still_asked_for(tmp_path: Path) -> None:
    """From 10 in 2020 to 30 by 2030 are 2 a year: 18 in 2024. Once the goal is reached, nothing."""
    text = page(tmp_path, "2026-06-01", y2023_2024_01_01="value = 11")
    rows = text[text.index("WHAT THE PATH ASKS FOR") :].split("\n\n")[0].split("\n")[3:]
    assert [row.split() for row in rows][:2] == [["2024", "18", "%"], ["2025", "20", "%"]]
    assert (len(rows), rows[-1].split()) == (7, ["2030", "30", "%"])
    reached = page(tmp_path, "2026-06-01", y2025_2026_01_01="value = 31")
    assert "WHAT THE PATH ASKS FOR" not in reached


def test_what_will_be_asked_for_is_known_before_the_first_figure(tmp_path: Path) -> None:
    """The way from the baseline; once the deadline has passed, nothing is asked for any more."""
    text = page(tmp_path, "2023-06-01")
    rows = text[text.index("WHAT THE PATH ASKS FOR") :].split("\n\n")[0].split("\n")[3:]
    assert [row.split() for row in rows][:2] == [["2022", "14", "%"], ["2024", "18", "%"]]
    assert "WHAT THE PATH ASKS FOR" not in page(tmp_path, "2031-06-01")
