"""`kpi whatif` from outside: beside today's verdict, in every format, writing nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.run import Kpi

PROJECT = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2020 }
goal = { value = 30, by = 2030 }

[[target]]
id = "m"
title = "M"
kind = "milestone"
goal = { value = true, by = 2025 }
"""


def project(root: Path) -> list[str]:
    (root / "targets.toml").write_text(PROJECT, "utf-8")
    folder = root / "observations" / "x"
    folder.mkdir(parents=True)
    for year, value in ((2020, 10), (2022, 12)):
        (folder / f"{year}_{year + 1}-06-01.toml").write_text(f"value = {value}\n", "utf-8")
    return ["--project", str(root), "--on", "2024-11-22"]


def test_beside_today(kpi: Kpi, tmp_path: Path) -> None:
    """The form of kpi.whatif/1, before and after, and no file more than before."""
    where = project(tmp_path)
    files = sorted(tmp_path.rglob("*"))
    ran = kpi("whatif", "x", "2024=18", "2025=20.5%", "--needed", "-f", "json", *where)
    said = json.loads(ran.stdout)
    assert ran.code == 0
    assert said["schema"] == "kpi.whatif/1"
    assert said["imagined"][1] == {"period": "2025", "date": "2025-12-31", "value": 20.5}
    assert (said["before"]["verdict"], said["after"]["verdict"]) == ("behind", "on track")
    assert said["needed"]["period"] == "2026"
    assert {one["method"] for one in said["needed"]["methods"]} == {
        one["method"] for one in said["after"]["methods"]
    }
    assert sorted(tmp_path.rglob("*")) == files


def test_a_period_before_the_latest_is_told(kpi: Kpi, tmp_path: Path) -> None:
    where = project(tmp_path)
    ran = kpi("whatif", "x", "2021=11", *where)
    assert (ran.code, ran.stderr) == (
        0, "kpi: note: 2021 is imagined; 2022 stays the latest figure\n",
    )  # fmt: skip
    assert kpi("whatif", "x", "2021=11", "2023=12", *where).stderr == ""
    assert kpi("whatif", "x", "2022=11", *where).stderr == ""


def test_as_text(kpi: Kpi, tmp_path: Path) -> None:
    """A table for people in both languages, and Markdown; nothing is said to be recorded."""
    where = project(tmp_path)
    assert "Nothing has been recorded." in kpi("whatif", "x", "2024=18", *where).stdout
    assert "정상 추진" in kpi("whatif", "x", "2024=18", "--lang", "ko", *where).stdout
    assert "| headline |" in kpi("whatif", "x", "2024=18", "-f", "markdown", *where).stdout


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_what_was_imagined_bears_its_clocks_and_says_what_it_is(
    kpi: Kpi, tmp_path: Path, form: str
) -> None:
    """Whoever pastes it elsewhere pastes the days, the reasons and that nothing is recorded."""
    where = project(tmp_path)
    asked = ("whatif", "x", "2024=18", "-f", form, "--as-of", "2023-01-31", *where)
    said = kpi(*asked).stdout
    assert "judged for 2024-11-22 · known by 2023-01-31\n" in said
    assert "today: " in said
    assert "imagined: 18 % in 2024" in said
    assert said.endswith("Nothing has been recorded.\n")
    assert "judged for" not in kpi(*asked, "--quiet").stdout


def test_the_number_of_a_rule_does_not_look_like_a_cut(kpi: Kpi, tmp_path: Path) -> None:
    """99.98 of the change was "improving (100)", and a gap of 0.0001 "ahead (0)"."""
    where = project(tmp_path)
    assert "improving (99.98)" in kpi("whatif", "x", "2024=29.996", *where).stdout
    assert "ahead (0.0001 pp)" in kpi("whatif", "x", "2024=18.0001", *where).stdout


def test_amounts_are_told_as_they_are_read(kpi: Kpi, tmp_path: Path) -> None:
    """Korean shows 억 of what counts in billions, so whoever types 3768 for 3,768억 is told."""
    (tmp_path / "targets.toml").write_text(
        '[[target]]\nid = "x"\ntitle = "X"\nkind = "total"\nunit = "KRW bn"\ndirection = "up"\n'
        "baseline = { period = 2023, value = 0 }\ngoal = { value = 687, by = 2028 }\n", "utf-8",
    )  # fmt: skip
    folder = tmp_path / "observations" / "x"
    folder.mkdir(parents=True)
    (folder / "2025_2026-02-01.toml").write_text("value = 144.7\n", "utf-8")
    where = ("--project", str(tmp_path), "--on", "2026-11-22", "--lang", "ko")
    said = kpi("whatif", "x", "2026=3768", *where).stdout
    for words in (
        "뒤처짐 (-1,301억 원)", "가정한 값: 2026년(2026년 12월 31일 기준) 3조 7,680억 원",
        "단위 없이 쓴 수는 십억 원 단위로 읽습니다.",
    ):  # fmt: skip
        assert words in said
    assert "십억 원 단위로 읽습니다" in kpi("whatif", "x", "--needed", *where).stdout
    worked = kpi("methods", "x", "--explain", "on-path", *where).stdout
    assert "계산(단위: 십억 원)" in worked
    assert "144.7 - 274.8 = -130.1 (-1,301억 원)" in worked


def test_the_number_of_a_rule_is_rounded_once(kpi: Kpi, tmp_path: Path) -> None:
    """8.596 of 8 is 1.0745: to 1.075, and that to 1.08, would be more than half a digit off."""
    assert "on track (1.07)" in kpi("whatif", "x", "2024=18.596", *project(tmp_path)).stdout


def test_sentences_of_the_json_follow_the_language(kpi: Kpi, tmp_path: Path) -> None:
    """As those of status; verdicts and flags are the same in every language."""
    words = ("whatif", "x", "2024=18", "-f", "json", *project(tmp_path))
    here, there = (json.loads(kpi(*words, "--lang", lang).stdout) for lang in ("en", "ko"))
    for side in ("before", "after"):
        assert here[side]["verdict"] == there[side]["verdict"]
        assert here[side]["reason"].isascii()
        assert "니다." in there[side]["reason"]


def test_three_columns_fit_into_80_cells(kpi: Kpi, tmp_path: Path) -> None:
    """The classes without their numbers, if they would stand beyond the right edge."""
    words = ("whatif", "x", "2024=18", "--needed", *project(tmp_path))
    wide, usual = (kpi(*words, COLUMNS=cells).stdout for cells in ("120", "80"))
    assert "moderately improving (" in wide
    assert max(len(line) for line in wide.splitlines()[:12]) > 80
    assert max(map(len, usual.splitlines())) <= 80


def test_what_a_milestone_needs(kpi: Kpi, tmp_path: Path) -> None:
    """It is to be done, as long as there is time; no rule of progress applies."""
    where = project(tmp_path)
    said = kpi("whatif", "m", "--needed", *where).stdout
    assert said.splitlines()[5].split() == ["headline", "?", "pending", "yes"]
    assert said.count("does not apply") == 12
    late = kpi("whatif", "m", "--needed", "-f", "json", *where[:2], "--on", "2026-01-01").stdout
    assert json.loads(late)["needed"]["headline"] == {"value": None, "any": False}


def test_what_is_needed_is_asked_for_in_time(kpi: Kpi, tmp_path: Path) -> None:
    """A year that ends after a deadline in June could do nothing for it, and June still can."""
    text = """\
[[target]]
id = "m"
title = "M"
kind = "milestone"
goal = { value = true, by = "2026-S1" }

[[target]]
id = "l"
title = "L"
unit = "centres"
direction = "up"
baseline = { period = 2023, value = 1 }
goal = { value = 10, by = "2026-06" }
"""
    (tmp_path / "targets.toml").write_text(text, "utf-8")
    for name, value in (("m/2025-11-10_2025-11-10", "false"), ("l/2025-10-01_2025-10-02", "6")):
        path = tmp_path / "observations" / f"{name}.toml"
        path.parent.mkdir(parents=True)
        path.write_text(f"value = {value}\n", "utf-8")

    def asked_on(day: str, id_: str) -> list[Any]:
        where = ("--needed", "-f", "json", "--project", str(tmp_path), "--on", day)
        found = json.loads(kpi("whatif", id_, *where).stdout)["needed"]
        return [found["period"], found["headline"]["value"]]

    assert asked_on("2026-02-01", "m") == ["2026-S1", True]
    assert asked_on("2026-02-01", "l") == ["2026-06", pytest.approx(10)]
    assert asked_on("2026-07-20", "l") == ["2026-06", pytest.approx(10)]  # published after its day
    assert asked_on("2026-07-20", "m") == ["2026", None]


def test_a_milestone(kpi: Kpi, tmp_path: Path) -> None:
    """Done is imagined with yes."""
    ran = kpi("whatif", "m", "2025-03=yes", "-f", "json", *project(tmp_path))
    assert json.loads(ran.stdout)["after"]["verdict"] == "done"


def test_what_is_to_be_kept_needs_a_value_between_two_that_suffice(
    kpi: Kpi, tmp_path: Path
) -> None:
    """5 % of 33.3 is 1.665: 31.6 would be too little, and 35 too much."""
    (tmp_path / "targets.toml").write_text(
        '[[target]]\nid = "x"\ntitle = "X"\nunit = "%"\ndirection = "keep"\n'
        'goal = { value = 33.3, by = 2030, comparator = "~" }\n',
        "utf-8",
    )
    folder = tmp_path / "observations" / "x"
    folder.mkdir(parents=True)
    for year, value in ((2023, 39), (2024, 40)):
        (folder / f"{year}_{year + 1}-01-01.toml").write_text(f"value = {value}\n", "utf-8")
    where = ("--needed", "--project", str(tmp_path), "--on", "2025-02-01")
    assert "31.7 % to 34.9 %" in kpi("whatif", "x", *where).stdout


STRICT_FALL = 'direction = "down"\nbaseline = { period = 2020, value = 60 }\n'
STRICT_FALL += 'goal = { value = GOAL, comparator = "<", by = 2030 }'
KEPT = 'direction = "keep"\ngoal = { value = 60.5, comparator = "SIGN", by = 2030 }'
EXACT_CUT = """direction = "down"
baseline = { period = 2018, value = 19.5 }
goal = { value = 12.7, by = 2032 }"""
LONG = """direction = "up"
baseline = { period = 2012, value = 54 }
goal = { value = 274, by = 2017 }"""
YEARS = {2021: 17, 2022: 14, 2023: 12.6, 2024: 13.5, 2025: 9.9}


@pytest.mark.parametrize(("keys", "values", "rule", "needed"), [
    (KEPT.replace("SIGN", "<="), {}, "headline", "≤ 60.5 %"),
    (KEPT.replace("SIGN", "<"), {}, "headline", "< 60.5 %"),
    (KEPT.replace("SIGN", "~"), {}, "headline", "57.5 % to 63.5 %"),
    (STRICT_FALL.replace("GOAL", "0"), {2023: 40}, "share-of-change", "< 0 %"),
    (STRICT_FALL.replace("GOAL", "25.34"), {2023: 40}, "share-of-change", "< 25.34 %"),
    (KEPT.replace("60.5", "0").replace("SIGN", "="), {2023: 0}, "headline", "0 %"),  # and no other
    (KEPT.replace("60.5", "0").replace("SIGN", "~"), {2022: -3, 2023: -3}, "on-path", "0 %"),
    (KEPT.replace("60.5", "100").replace("SIGN", "~") + "\nceiling = 100",
     {2023: 93}, "on-path", "95.0 % to 100 %"),
    (LONG, {2013: "100.200000000001"}, "linear-ratio", "≥ 142.0000000 %"),  # not > 141.9999999
    (EXACT_CUT, YEARS, "recent-trend", "< 15.1 %"),  # by which a miss of 5 % is left, not less
])  # fmt: skip
def test_what_is_needed_does_and_nothing_worse(
    kpi: Kpi, tmp_path: Path, keys: str, values: dict[int, object], rule: str, needed: str
) -> None:
    """Also of what is to be kept and has no figure yet, and at a border that does not do itself."""
    target = f'[[target]]\nid = "x"\ntitle = "X"\nunit = "%"\n{keys}\n'
    (tmp_path / "targets.toml").write_text(target, "utf-8")
    folder = tmp_path / "observations" / "x"
    folder.mkdir(parents=True)
    for year, value in values.items():
        (folder / f"{year}_{year + 1}-01-01.toml").write_text(f"value = {value}\n", "utf-8")
    ran = kpi("whatif", "x", "--needed", "--project", str(tmp_path), "--on", "2026-02-01")
    row = next(line for line in ran.stdout.splitlines() if line.startswith(rule))
    assert row.endswith(f"  {needed}")


def test_all_of_it_can_be_imagined(kpi: Kpi, tmp_path: Path) -> None:
    """100 % is the ceiling, and is reached by some."""
    ran = kpi("whatif", "x", "2024=100", "-f", "json", *project(tmp_path))
    assert (ran.code, json.loads(ran.stdout)["after"]["verdict"]) == (0, "met")


def test_refusals(kpi: Kpi, tmp_path: Path) -> None:
    """What cannot be imagined is a usage error with its remedy."""
    where = project(tmp_path)
    for arguments, said in (
        (["x"], "imagine something"),
        (["x", "2024"], "write PERIOD=VALUE"),
        (["x", "2024-13=3"], "not a period"),
        (["x", "2024=many"], "VALUE"),
        (["x", "2024=3", "--needed", "--period", "2022"], "does not come after"),
        (["x", "--needed", "--period", "2022"], "does not come after"),
        (["x", "2024=3", "--period", "2025"], "goes with --needed only"),
        (["x", "2024=100.1"], "beyond the ceiling 100"),
        (["y", "2024=3"], "choose from x, m"),
    ):
        ran = kpi("whatif", *arguments, *where)
        assert ran.code == 2, arguments
        assert said in ran.stderr, (arguments, ran.stderr)


GOING = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "up"
baseline = {{ period = 2020, value = 10 }}
goal = {{ value = 30, by = 2030, comparator = "{}" }}
"""


def test_what_a_goal_that_is_met_or_to_be_exceeded_needs(kpi: Kpi, tmp_path: Path) -> None:
    """At the goal itself a value that fell is slipping; and 30 is not more than 30."""
    folder = tmp_path / "observations" / "x"
    folder.mkdir(parents=True)
    (tmp_path / "targets.toml").write_text(GOING.format(">="), "utf-8")
    for year, value in enumerate((40, 38, 37, 36, 35), 2021):
        (folder / f"{year}_{year + 1}-01-01.toml").write_text(f"value = {value}\n", "utf-8")
    where = ["--project", str(tmp_path), "--on", "2026-11-27", "--needed"]
    found = json.loads(kpi("whatif", "x", "-f", "json", *where).stdout)["needed"]
    assert found["headline"]["value"] is not None
    for more, light in ((0.01, "good"), (-0.01, "mixed")):
        value = found["headline"]["value"] + more
        words = ("whatif", "x", f"{found['period']}={value:.9f}", "-f", "json", *where[:-1])
        assert json.loads(kpi(*words).stdout)["after"]["light"] == light
    (tmp_path / "targets.toml").write_text(GOING.format(">"), "utf-8")
    for path in folder.iterdir():
        path.unlink()
    for year, value in enumerate((12, 14, 16, 18, 20), 2021):
        (folder / f"{year}_{year + 1}-01-01.toml").write_text(f"value = {value}\n", "utf-8")
    said = kpi("whatif", "x", *where).stdout
    assert "> 30 %" in said  # share-of-change, which asks for all of the way
    assert "no value will do" not in said


def test_an_annual_target_needs_its_own_year(kpi: Kpi, tmp_path: Path) -> None:
    """The year is named, so it is not today's that is asked about."""
    text = '[[target]]\nid = "y"\ntitle = "Y"\nkind = "annual"\nunit = "km"\ndirection = "up"\n'
    (tmp_path / "targets.toml").write_text(f"{text}goal = {{ value = 8, by = 2027 }}\n", "utf-8")
    where = ["--project", str(tmp_path), "--on", "2026-11-22", "-f", "json"]
    found = json.loads(kpi("whatif", "y", "--needed", *where).stdout)["needed"]
    assert (found["period"], found["headline"]) == ("2027", {"value": 8.0, "any": False})


def test_the_end_of_the_calendar_is_refused(kpi: Kpi, tmp_path: Path) -> None:
    """No year follows 9999."""
    ran = kpi("whatif", "x", "9999=8", "--needed", *project(tmp_path))
    assert (ran.code, ran.stdout) == (2, "")
    assert "9999 is the last there is" in ran.stderr


NEAR = """
[[target]]
id = "x"
title = "X"
unit = "{unit}"
direction = "{direction}"
baseline = {{ period = 2020, value = {base} }}
goal = {{ value = {goal}, by = 2030 }}
"""


@pytest.mark.parametrize(("unit", "direction", "base", "goal", "latest", "worse"), [
    ("index", "up", 90, 130, 128, 95),  # a first step of twice the distance to the goal is 126
    ("%", "down", 7, 5, "5.1", 9),
    ("USD bn", "up", -40, "-19", "-19.2", -33),
])  # fmt: skip
def test_close_to_the_goal_not_every_value_will_do(
    kpi: Kpi,
    tmp_path: Path,
    unit: str,
    direction: str,
    base: int,
    goal: str,
    latest: str,
    worse: int,
) -> None:
    """Invented: a value that turns the light must not be among those that are said to do."""
    text = NEAR.format(unit=unit, direction=direction, base=base, goal=goal)
    (tmp_path / "targets.toml").write_text(text, "utf-8")
    folder = tmp_path / "observations" / "x"
    folder.mkdir(parents=True)
    (folder / "2024_2025-01-01.toml").write_text(f"value = {latest}\n", "utf-8")
    where = ["--project", str(tmp_path), "--on", "2025-06-30", "-f", "json"]
    assert json.loads(kpi("whatif", "x", f"2025={worse}", *where).stdout)["after"]["light"] == "bad"
    found = json.loads(kpi("whatif", "x", "--needed", *where).stdout)["needed"]
    assert not found["headline"]["any"]
    way = 1 if direction == "up" else -1
    for by, good in ((0.0001, True), (-0.0001, False)):
        value = f"{found['headline']['value'] + way * by:.6f}"
        after = json.loads(kpi("whatif", "x", f"2025={value}", *where).stdout)["after"]
        assert (after["light"] == "good") is good
    assert not any(one["any"] for one in found["methods"])


def test_any_value_is_said_of_a_limit_that_holds_for_every_value(kpi: Kpi, tmp_path: Path) -> None:
    """An amount of the year that was reached by an earlier instalment stays reached."""
    text = '[[target]]\nid = "y"\ntitle = "Y"\nkind = "annual"\nunit = "km"\ndirection = "up"\n'
    (tmp_path / "targets.toml").write_text(f"{text}goal = {{ value = 8, by = 2027 }}\n", "utf-8")
    folder = tmp_path / "observations" / "y"
    folder.mkdir(parents=True)
    (folder / "2027-Q1_2027-05-01.toml").write_text("value = 9\n", "utf-8")
    where = ["--project", str(tmp_path), "--on", "2027-06-22", "-f", "json"]
    found = json.loads(kpi("whatif", "y", "--needed", *where).stdout)["needed"]
    assert found["headline"] == {"value": 0.0, "any": True}


def test_what_is_needed_has_the_digits_of_the_goal(kpi: Kpi, tmp_path: Path) -> None:
    """230.7 rounded to three digits would be another goal: 230."""
    text = NEAR.format(unit="MtCO2e", direction="down", base=300, goal="230.7")
    (tmp_path / "targets.toml").write_text(text, "utf-8")
    folder = tmp_path / "observations" / "x"
    folder.mkdir(parents=True)
    (folder / "2024_2025-01-01.toml").write_text("value = 280\n", "utf-8")
    where = ["--project", str(tmp_path), "--on", "2025-06-30"]
    said = kpi("whatif", "x", "--needed", *where).stdout
    share = next(line for line in said.splitlines() if line.startswith("share-of-change"))
    assert share.rstrip().endswith("≤ 230.7 MtCO2e")


def test_the_worst_value_of_a_share_is_its_ceiling(kpi: Kpi, tmp_path: Path) -> None:
    """A cap on the whole year's share that a limit of 100 cannot break."""
    text = '[[target]]\nid = "y"\ntitle = "Y"\nkind = "annual"\nunit = "%"\ndirection = "down"\n'
    text += "ceiling = 100\ngoal = { value = 100, by = 2027 }\n"
    (tmp_path / "targets.toml").write_text(text, "utf-8")
    where = ["--project", str(tmp_path), "--on", "2027-06-22", "-f", "json"]
    found = json.loads(kpi("whatif", "y", "--needed", *where).stdout)["needed"]
    assert found["headline"]["value"] == 100.0


@pytest.mark.parametrize(("direction", "sign"), [("up", ">"), ("down", "<")])
def test_an_amount_that_is_to_be_exceeded_is_needed_in_its_own_year(
    kpi: Kpi, tmp_path: Path, direction: str, sign: str
) -> None:
    """After an amount up to a day of it, 124 itself would not do, nor would another year."""
    text = f"""\
schema = 1
title = "T"
[[target]]
id = "x"
title = "X"
unit = "n"
kind = "annual"
direction = "{direction}"
goal = {{ value = 124, by = 2026, comparator = "{sign}" }}
"""
    (tmp_path / "targets.toml").write_text(text, "utf-8")
    folder = tmp_path / "observations" / "x"
    folder.mkdir(parents=True)
    (folder / "2026-06-21_2026-06-22.toml").write_text("value = 67.1\n", "utf-8")
    said = kpi("whatif", "x", "--needed", "--project", str(tmp_path), "--on", "2026-11-22").stdout
    assert "needed in 2026" in said
    assert f"{sign} 124 n" in said


def asked(kpi: Kpi, root: Path, targets: str, facts: dict[str, str], *words: str) -> dict[str, Any]:
    """What `kpi whatif x` answers of a target with these facts, as JSON."""
    (root / "targets.toml").write_text(f'[[target]]\nid = "x"\n{targets}', "utf-8")
    folder = root / "observations" / "x"
    folder.mkdir(parents=True)
    for name, content in facts.items():
        (folder / f"{name}.toml").write_text(content, "utf-8")
    ran = kpi("whatif", "x", *words, "-f", "json", "--project", str(root))
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


MOVED = """
title = "X"
unit = "u"
direction = "up"
baseline = { period = 2018, value = 10 }
{more}
[[target.goal]]
announced = 2018-06-01
value = 40
by = 2030
[[target.goal]]
announced = 2026-01-01
value = 20
by = 2030
"""


@pytest.mark.parametrize("more", ["", 'closed = { on = 2026-01-01, as = "dropped" }'])
def test_nobody_knew_then_what_was_announced_later(kpi: Kpi, tmp_path: Path, more: str) -> None:
    """A goal that was softened, an end: neither was known on the day of knowledge."""
    facts, day = {"2022_2023-03-01": "value = 14\n"}, "2025-12-31"
    words = ("2026=21", "--as-of", day, "--on", day)
    said = asked(kpi, tmp_path, MOVED.replace("{more}", more), facts, *words)
    assert (said["before"]["verdict"], said["after"]["verdict"]) == ("behind", "behind")


GOAL = 'title = "X"\nunit = "u"\ndirection = "up"\n{}\ngoal = {{ value = 12, by = 2023 }}\n'
EXPECTED = 'value = 16\nstatus = "estimated"\n'


def needs(said: dict[str, Any]) -> dict[str, float | None]:
    return {one["method"]: one["value"] for one in said["needed"]["methods"]}


def test_what_is_needed_is_asked_of_the_case_that_the_figure_makes(
    kpi: Kpi, tmp_path: Path
) -> None:
    """A result overtakes what was expected; after the deadline nothing helps."""
    base = GOAL.format("baseline = { period = 2016, value = 10 }")
    facts = {"2023_2023-06-01": EXPECTED}
    said = asked(kpi, tmp_path, base, facts, "--needed", "--on", "2024-01-30")
    assert set(needs(said).values()) == {None}


def test_what_is_needed_after_a_limit(kpi: Kpi, tmp_path: Path) -> None:
    """The latest figure is "at least 30"; what is needed is known by the values before it."""
    targets = GOAL.format("baseline = { period = 2010, value = 10 }").replace(
        "12, by = 2023", "20, by = 2030"
    )
    facts = {
        "2021_2022-02-01": "value = 25\n", "2022_2023-02-01": "value = 26\n",
        "2024_2025-02-01": 'value = 30\nbound = ">="\n',
    }  # fmt: skip
    said = asked(kpi, tmp_path, targets, facts, "--needed", "--on", "2025-06-01")
    assert said["needed"]["headline"]["value"] == pytest.approx(25.0)


def test_what_the_first_figure_needs_is_known_by_the_baseline(kpi: Kpi, tmp_path: Path) -> None:
    """Straight path from 10 in 2020 to 20 in 2030: 15 in 2025."""
    targets = GOAL.format("baseline = { period = 2020, value = 10 }").replace(
        "12, by = 2023", "20, by = 2030"
    )
    said = asked(kpi, tmp_path, targets, {}, "--needed", "--on", "2025-06-01")
    found = needs(said)
    assert found.pop("recent-trend") is None
    assert (found["linear-ratio"], found["on-path"]) == pytest.approx((15, 15))
    assert found["share-of-change"] == pytest.approx(20)
    # growth-ratio: 10 * (1 + .95 * (2^(1/10) - 1))^5 = 10 * 1.068185^5
    assert found["growth-ratio"] == pytest.approx(13.907, abs=0.0005)
    (tmp_path / "bare").mkdir()
    bare = asked(kpi, tmp_path / "bare", GOAL.format(""), {}, "--needed", "--on", "2022-06-01")
    assert {one["applies"] for one in bare["needed"]["methods"]} == {False}


def test_of_what_has_no_figure_yet_the_year_asked_for_is_next(kpi: Kpi, tmp_path: Path) -> None:
    """A milestone may be done in the year for which it is judged."""
    ran = kpi("whatif", "m", "--needed", "-f", "json", *project(tmp_path))
    assert (ran.code, json.loads(ran.stdout)["needed"]["period"]) == (0, "2024")


def test_what_is_imagined_is_in_the_unit_of_what_is_judged(kpi: Kpi, tmp_path: Path) -> None:
    """A percentage was taken for thousands of firms, and those were refused."""
    where = project(tmp_path)
    series = 'judged_series = "s"\n[[target.series]]\nid = "s"\nunit = "thousand firms"\n'
    text = PROJECT.replace('\n[[target]]\nid = "m"', f'{series}[[target]]\nid = "m"')
    (tmp_path / "targets.toml").write_text(text, "utf-8")
    ran = kpi("whatif", "x", "2024=25%", *where)
    assert (ran.code, '"thousand firms"' in ran.stderr) == (2, True)
    assert kpi("whatif", "x", "2024=25 thousand firms", *where).code == 0
