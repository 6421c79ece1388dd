"""What first users of the program asked and did not find, or found told wrongly."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.files import put
from tests.run import Kpi

TARGETS = """
schema = 1
title = "Invented"

[document.first]
title = "The first plan"
published = 2020-01-01
weight = "official"

[document.news]
title = "The city drops the plan"
publisher = "The Paper"
published = 2026-05-01
weight = "press"
url = "https://example.org/drops"

[[target]]
id = "places"
title = "School places"
unit = "places"
direction = "up"
baseline = { period = 2018, value = 1000 }
closed = { on = 2026-05-01, as = "dropped", why = "no money", document = "news" }
[[target.goal]]
announced = 2020-01-01
value = 20000
by = 2024
document = "first"
quote = "We will create 20,000 places by 2024"
[[target.goal]]
announced = 2024-01-01
value = 20000
by = 2027
quote = "20,000 places by 2027"

[[target]]
id = "clean"
title = "Renewable share"
unit = "%"
direction = "up"
ceiling = 100
path = "linear"
baseline = { period = 2018, value = 16 }
[[target.goal]]
announced = 2020-06-01
value = 40
by = 2030
quote = "40 percent by 2030"
[[target.goal]]
announced = 2026-10-01
value = 28
by = 2030
quote = "28 percent by 2030"

[[target]]
id = "starts"
title = "Housing starts"
kind = "annual"
unit = "dwellings"
direction = "up"
goal = { value = 400000, by = 2026, announced = 2026-01-01 }

[[target]]
id = "law"
title = "The law"
kind = "milestone"
[[target.goal]]
announced = 2020-01-01
value = true
by = 2022
[[target.goal]]
announced = 2023-01-01
value = true
by = 2030
"""
FACTS = {
    "places/2024_2025-02-01": "value = 13500\n",
    "clean/2018_2019-12-15": "value = 16\nstandard_error = 0.3\n",
    "clean/2021_2022-12-15": "value = 19\nnumerator = 190\ndenominator = 1000\n",
    "clean/2024_2025-12-15": "value = 22\nstandard_error = 0.4\n",
    "starts/2026-Q1_2026-05-01": "value = 100000\n",
    "starts/2026-Q2_2026-08-01": "value = 155000\n",
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "targets.toml").write_text(TARGETS, "utf-8")
    for name, text in FACTS.items():
        put(tmp_path, f"observations/{name}.toml", text)
    return tmp_path


@pytest.fixture
def kpi(project: Path) -> Kpi:
    return Kpi(project, KPI_TODAY="2026-11-27")


@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_the_words_of_every_goal_and_what_became_of_it(kpi: Kpi, form: str) -> None:
    """The first promise stays readable, with its outcome and its document."""
    said = kpi("show", "places", "-f", form).stdout
    for text in (
        "We will create 20,000 places by 2024", "20,000 places by 2027", "The first plan",
        "not reached: 13,500 places in 2024", "earlier goal",
    ):  # fmt: skip
        assert text in said, text


@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_an_end_has_its_source(kpi: Kpi, form: str) -> None:
    """Title, publisher, day and weight of the document that ended it."""
    said = kpi("show", "places", "-f", form).stdout
    assert "The city drops the plan" in said
    assert "The Paper, 2026-05-01, press" in said


def test_the_same_as_json(kpi: Kpi) -> None:
    """The end, the document of the end, and the quotes of all goals."""
    found = json.loads(kpi("show", "places", "-f", "json").stdout)["target"]
    assert found["closed"]["document"] == "news"
    assert [one["id"] for one in found["documents"]] == ["first", "news"]
    assert [bool(one["quote"]) for one in found["goals"]] == [True, True]


def test_a_milestone_that_was_moved_says_so(kpi: Kpi) -> None:
    """Nothing on record says that the first deadline was kept."""
    assert "no record says that it was done in time" in kpi("show", "law").stdout


def test_a_softened_goal_says_what_the_verdict_compares_with(kpi: Kpi) -> None:
    """40 by 2030 was in force at the end of 2024: 28 on its way, and 22 are behind."""
    said = kpi("show", "clean").stdout
    assert "Compared with the goal of 40 % by 2030" in " ".join(said.split())
    assert "on the way to the goal then in force: at least 40 % by 2030" in said
    assert "The headline and on-path look at the goal in force" in " ".join(said.split())
    found = json.loads(kpi("status", "clean", "-f", "json").stdout)["targets"][0]
    assert (found["path_goal"]["value"], found["goal"]["value"]) == (40.0, 28.0)
    assert found["expected"]["linear"] == pytest.approx(28)


def test_errors_and_parts_of_figures_are_shown(kpi: Kpi) -> None:
    """Behind the value, in points; a series without any has no such columns."""
    said = kpi("show", "clean").stdout
    assert "std. error" in said
    assert "0.4 pp" in said
    assert "190 / 1,000" in said
    assert "std. error" not in kpi("show", "starts").stdout
    rows = json.loads(kpi("show", "clean", "-f", "json").stdout)["target"]["series"][0]
    assert [one["standard_error"] for one in rows["observations"]] == [0.3, None, 0.4]
    assert [one["numerator"] for one in rows["observations"]] == [None, 190.0, None]


def test_a_sum_of_quarters_is_shown_as_a_sum(kpi: Kpi) -> None:
    """The latest value and the gap to the goal belong together."""
    row = kpi("status", "starts", "--ascii").stdout
    assert "255,000" in row
    assert "2026-Q1/2026-Q2" in row
    assert "-145,000" in row
    found = json.loads(kpi("status", "starts", "-f", "json").stdout)["targets"][0]
    assert found["year_so_far"] == {
        "value": 255000.0, "first_period": "2026-Q1", "last_period": "2026-Q2",
        "share_of_year": pytest.approx(181 / 365),
    }  # fmt: skip


def test_what_the_headline_needs(kpi: Kpi) -> None:
    """The value that makes it green, and no lower one does."""
    found = json.loads(kpi("whatif", "clean", "--needed", "-f", "json").stdout)
    value = found["needed"]["headline"]["value"]
    assert (found["as_of"], found["at"]) == ("2026-11-27", None)
    for more, light in ((1e-6, "good"), (-1e-3, "bad")):
        said = kpi(
            "whatif", "clean", f"{found['needed']['period']}={value + more:.9f}", "-f", "json"
        )
        assert json.loads(said.stdout)["after"]["light"] == light
    assert "headline" in kpi("whatif", "clean", "--needed").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("clean", "2026=101"), "beyond the ceiling 100"),
        (("clean", "2026=5", "2026=6"), "imagined twice"),
    ],
)
def test_what_cannot_be_observed_is_not_imagined(
    kpi: Kpi, words: tuple[str, ...], said: str
) -> None:
    ran = kpi("whatif", *words)
    assert (ran.code, said in ran.stderr) == (2, True)


def add(kpi: Kpi, *words: str) -> str:
    ran = kpi("add", *words, "--source", "x", "-n")
    assert ran.code == 0, ran.stderr
    return ran.stderr


def test_a_quarter_among_years_is_doubted_everywhere(kpi: Kpi, project: Path) -> None:
    """By add, by check, by import and beside the verdict; nothing is called revised."""
    words = ("clean", "6", "--period", "2025-Q1", "--published", "2026-01-31")
    assert "another kind of period than the figures so far, such as 2024" in add(kpi, *words)
    content = project / "q.csv"
    content.write_text("period,value\n2025-Q1,6\n", "utf-8")
    took = kpi("import", str(content), "--target", "clean", "--published", "2026-01-31", "-n")
    assert took.code == 4
    assert "another kind of period than" in took.stderr
    kpi("add", *words, "--source", "x")
    assert "2018 and 2025-Q1 are other kinds of periods" in kpi("check").stdout
    flags = json.loads(kpi("status", "clean", "-f", "json").stdout)["targets"][0]["flags"]
    assert "mixed periods" in flags


def test_csv_tells_the_sum_of_a_year_beside_its_last_part(kpi: Kpi) -> None:
    """The gap to the goal is that of the sum: 255,000 of 400,000."""
    ran = kpi("status", "starts", "-f", "csv")
    (row,) = csv.DictReader(io.StringIO(ran.stdout))
    assert [row[key] for key in ("latest", "year_so_far", "gap_to_goal")] == [
        "155000.0", "255000.0", "-145000.0",
    ]  # fmt: skip
    assert (row["latest_bound"], row["latest_status"]) == ("=", "final")


def test_two_periods_that_end_on_one_day_are_no_vintages(kpi: Kpi) -> None:
    """The year of a yearly series stands, and the quarter is shown as not judged."""
    words = ("clean", "9", "--period", "2024-Q4", "--published", "2026-02-01", "--source", "x")
    assert "ends on the same day" in kpi("add", *words).stderr
    found = json.loads(kpi("show", "clean", "-f", "json").stdout)["target"]
    assert (found["latest"]["period"], found["latest"]["value"]) == ("2024", 22.0)
    (series,) = found["series"]
    assert (series["replaced"], [one["period"] for one in series["uncounted"]]) == ([], ["2024-Q4"])


def test_more_that_add_asks_about(kpi: Kpi, project: Path) -> None:
    """What has stood still, and a running total that falls."""
    for year in range(2018, 2022):
        path = project / f"observations/flat/{year}_{year + 1}-01-31.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("value = 40\n", "utf-8")
    target = '\n[[target]]\nid = "{}"\ntitle = "X"\nunit = "cases"\ndirection = "up"\n{}' \
             "goal = {{ value = 90, by = 2030 }}\n"  # fmt: skip
    file = project / "targets.toml"
    file.write_text(
        TARGETS + target.format("flat", "") + target.format("sum", 'kind = "total"\n'), "utf-8"
    )
    (project / "observations/sum").mkdir()
    (project / "observations/sum/2023_2024-01-31.toml").write_text("value = 3489\n", "utf-8")
    said = add(kpi, "flat", "41", "--period", "2022", "--published", "2023-01-31")
    assert "all 4 figures so far are 40" in said
    said = add(kpi, "sum", "2500", "--period", "2024", "--published", "2025-01-31")
    assert "a running total does not fall" in said
    assert add(kpi, "sum", "3500", "--period", "2024", "--published", "2025-01-31") == ""
    file.write_text(file.read_text("utf-8").replace('kind = "total"', 'kind = "annual"'), "utf-8")
    fact = project / "observations/sum/2025-09-30_2025-10-20.toml"
    fact.write_text("value = 3600\n", "utf-8")
    day = ("sum", "2505", "--period", "2025-10-31", "--published", "2025-11-20")
    said = "2,505 of 2025-10-31 is less than 3,600 of 2025-09-30, both since the year began"
    assert said in add(kpi, *day)
    assert add(kpi, *day, "--note", "refunds") == ""


ROWS = """
[[target]]
id = "x"
title = "X"
unit = "%"
direction = "up"
baseline = {{ period = 2023, value = 1 }}
path = [{}]
goal = {{ value = 30, by = 2030 }}
"""


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{ by = 2031, value = 31 }", "lies after the deadline 2030"),
        ("{ by = 2030, value = 20 }", "and the goal 30 counts"),
        ("{ by = 2026, value = 40 }", "beyond the goal 30"),
        ("{ by = 2026, value = -4 }", "worse than the baseline 1"),
        ("{ by = 2026, value = 4 }", ""), ("{ by = 2030, value = 30 }", ""),
    ],
)  # fmt: skip
def test_rows_that_no_path_would_pass(kpi: Kpi, project: Path, row: str, said: str) -> None:
    """Warned of, with their place: a year with one digit mistyped changes the verdict."""
    (project / "targets.toml").write_text(ROWS.format(row), "utf-8")
    for path in (project / "observations").rglob("*.toml"):
        path.unlink()
    for folder in (project / "observations").iterdir():
        folder.rmdir()
    lines = [line for line in kpi("check").stdout.splitlines() if "the row by" in line]
    assert [said in line for line in lines] == ([True] if said else [])


def test_check_takes_the_clocks_and_the_looks_of_every_reading_command(kpi: Kpi) -> None:
    """With a day it warns of what was known then; JSON says which."""
    ran = kpi("check", "--on", "2023-06-01", "--ascii", "--color", "never", "-f", "json")
    found = json.loads(ran.stdout)
    assert (found["on"], found["as_of"], found["at"]) == ("2023-06-01", "2023-06-01", None)
    now = json.loads(kpi("check", "-f", "json").stdout)
    assert (now["on"], now["warnings"] >= found["warnings"]) == ("2026-11-27", True)
    assert kpi("card", "clean", "--quiet", "--color", "never").code == 0


@pytest.mark.parametrize(
    "out", ["observations", "observations/clean", "./observations/../observations"]
)
def test_no_report_among_the_records(kpi: Kpi, project: Path, out: str) -> None:
    """It would bring the project to a stop."""
    ran = kpi("report", "--out", out)
    assert (ran.code, "lies among the recorded observations" in ran.stderr) == (6, True)
    assert kpi("status").code == 0


@pytest.mark.parametrize("week", ["0001-W01", "9999-W52"])
def test_weeks_without_reports(kpi: Kpi, week: str) -> None:
    assert kpi("report", "--week", week).code == 2


def test_words_of_the_importer(kpi: Kpi, project: Path) -> None:
    """Footnote marks, a column called 데이터, a decimal comma, a first heading left empty."""

    def refused(text: str, *words: str) -> str:
        (project / "x.csv").write_text(text, "utf-8")
        options = ("--target", "clean", "--published", "2026-01-31", "-n", *words)
        ran = kpi("import", str(project / "x.csv"), *options)
        return ran.stdout + ran.stderr if ran.code else ""

    for mark in ("36.4*", "36.4 1)", "36.4¹⁾", "36.4†"):
        assert "ends with the mark of a footnote" in refused(f"시점,값\n2025,{mark}\n"), mark
    assert refused("시점,항목,단위,데이터\n2025,재생,%,22.4\n") == ""
    assert refused("시점;값\n2025;9,5\n") == ""
    assert '--decimal ","' in refused('시점,값\n2025,"9,5"\n')
    assert refused(",2025,2026-01\n재생,22.4,23\n", "--period-style", "year") == ""
    assert '"시점" has the periods' in refused("시점,가,나\n2025,1,2\n")


def test_a_quote_in_two_korean_parts(kpi: Kpi, project: Path) -> None:
    """1조 8,000억원 are 1,800 billion, as kpi add reads them. A reading silences the year."""
    text = """
[[target]]
id = "x"
title = "X"
kind = "total"
unit = "KRW bn"
direction = "up"
[[target.goal]]
value = 1800
by = 2027
quote = "2026년까지 1조 8,000억원 투입"
"""
    for path in (project / "observations").rglob("*.toml"):
        path.unlink()
    for folder in (project / "observations").iterdir():
        folder.rmdir()
    (project / "targets.toml").write_text(text, "utf-8")
    said = kpi("check").stdout
    assert "does not say" not in said
    assert "the quote names 2026" in said
    (project / "targets.toml").write_text(text + 'reading = "at the end of the next year"\n')
    assert "the quote names" not in kpi("check").stdout


def test_what_the_rest_of_a_year_needs(kpi: Kpi) -> None:
    """145,000 more in the third quarter, and any value beyond."""
    found = json.loads(kpi("whatif", "starts", "--needed", "-f", "json").stdout)["needed"]
    assert (found["period"], found["headline"]) == (
        "2026-Q3", {"value": pytest.approx(145000), "any": False},
    )  # fmt: skip
    assert "no value will do" not in kpi("whatif", "starts", "--needed").stdout
    assert "no value will do" not in kpi("whatif", "law", "--needed").stdout
    assert "255,000" in kpi("show", "starts").stdout
