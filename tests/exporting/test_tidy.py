"""Tidy CSV, JSON and JSON lines: what was recorded comes out, and comes back, as it was."""

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.facts.intake.texts.cells import undefused
from kpi.facts.observations import FIELDS
from kpi.facts.periods import Period
from kpi.facts.records import Observation
from kpi.render.exchange import tidy
from kpi.render.exchange.ledger import OBSERVATIONS
from kpi.render.spreadsheet import defused
from tests.exporting.conftest import HOSTILE, ON, TARGETS, export_of, hostile, sound_book, write
from tests.run import Kpi

RUN = re.compile("[=+\\-@\t\r＝＋－＠]")


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def read_back(row: dict[str, str]) -> dict[str, object]:
    """The fields of an observation from a row, by the documented rules and no other knowledge."""
    texts = {key: undefused(cell) for key, cell in row.items()}
    done = {"true": True, "false": False}
    numbers = ("standard_error", "numerator", "denominator")
    days = ("published", "recorded")
    found: dict[str, object] = {
        key: (Decimal(cell) if cell else None) if key in numbers else cell or None if key in days
        else cell
        for key, cell in texts.items()
    }  # fmt: skip
    found["value"] = done[texts["value"]] if texts["value"] in done else Decimal(texts["value"])
    return found


def recorded(one: Observation) -> dict[str, object]:
    days = ("published", "recorded")
    found = {key: getattr(one, key) for key in ("target", "series", *FIELDS)}
    found |= {key: found[key].isoformat() if found[key] else None for key in days}
    return found | {"period": str(one.period)}


def test_the_rows_say_what_the_files_say(project: Path, kpi: Kpi) -> None:
    """Every field of every observation is read back from the CSV, figures with all their digits."""
    book = sound_book(project)
    facts = [one for target in book.targets for one in book.observations[target.id]]
    rows = rows_of(kpi("export").stdout)
    assert len(rows) == len(facts) == 14
    for row, one in zip(rows, facts, strict=True):
        back = read_back(row)
        assert {key: back[key] for key in recorded(one)} == recorded(one)
    assert {"2.70", "6.40", "true"} <= {row["value"] for row in rows}


def test_periods_units_and_what_stands(kpi: Kpi) -> None:
    """The first and last day of each period, the unit of each series, vintages, and what counts."""
    rows = {
        (row["target"], row["series"], row["period"], row["published"]): row
        for row in rows_of(kpi("export").stdout)
    }
    told = {key: (row["judged"], row["in_force"]) for key, row in rows.items()}
    assert told["share", "survey", "2023", "2025-06-08"] == ("yes", "yes")
    assert told["share", "survey", "2023", "2025-01-20"] == ("no", "no"), "a replaced vintage"
    assert told["share", "survey", "2026", "2025-12-01"] == ("no", "yes"), "a plan"
    assert told["share", "other", "2024", "2025-03-03"] == ("no", "yes"), "not comparable"
    assert told["law-passed", "main", "2025-02-01", "2025-02-02"] == ("yes", "yes")
    other = rows["share", "other", "2024", "2025-03-03"]
    assert (other["unit"], other["bound"]) == ("companies", ">=")
    month = rows["months", "main", "2024-03", "2024-04-20"]
    assert (month["period_start"], month["period_end"]) == ("2024-03-01", "2024-03-31")


def test_a_vintage_stands_until_the_next_is_published(kpi: Kpi) -> None:
    """On an earlier day the provisional value stands, and what came later is not there at all."""
    rows = rows_of(kpi("export", "share", "--on", "2025-03-31").stdout)
    last = [row for row in rows if row["series"] == "survey"][-1]
    assert (last["value"], last["judged"], last["in_force"]) == ("5.9", "yes", "yes")
    assert {row["published"] for row in rows} <= {row for row in [r["published"] for r in rows]
                                                  if row <= "2025-03-31"}  # fmt: skip


def test_a_plan_stands_until_there_is_a_result(project: Path, kpi: Kpi) -> None:
    """And a series that is not the judged one is never said to be judged."""
    write(project, facts={"share/survey/2024_2023-12-01": 'value = 9\nstatus = "planned"',
                          "share/2024_2025-05-05": "value = 8.8"})  # fmt: skip

    def told(*options: str) -> dict[tuple[str, str], tuple[str, str]]:
        rows = rows_of(kpi("export", "share", *options).stdout)
        return {(row["series"], row["published"]): (row["judged"], row["in_force"]) for row in rows}

    assert told("--on", "2025-12-31")["survey", "2023-12-01"] == ("no", "yes")
    assert told()["survey", "2023-12-01"] == ("no", "no")
    assert told()["main", "2025-05-05"] == ("no", "yes")


def test_of_a_plan_and_a_budget_the_later_one_stands(project: Path, kpi: Kpi) -> None:
    """As of two results: what was planned for 2026 was then enacted with another amount."""
    write(project, facts={"share/survey/2026_2026-05-01": 'value = 13\nstatus = "enacted"'})
    rows = rows_of(kpi("export", "share").stdout)
    told = {row["status"]: row["in_force"] for row in rows if row["period"] == "2026"}
    assert told == {"planned": "no", "enacted": "yes"}


def test_the_document_that_ended_a_target_comes_with_it(tmp_path: Path) -> None:
    """Also where that target alone is asked for: `closed_document` names a row of documents."""
    ended = TARGETS.replace('why = "No money."', 'why = "No money.", document = "plan"')
    root = write(tmp_path / "p", ended)
    found = json.loads(Kpi(root)("export", "dropped-one", "-f", "json").stdout)
    assert [one["closed_document"] for one in found["targets"]] == ["plan"]
    assert [one["id"] for one in found["documents"]] == ["plan"]


def test_a_goal_that_says_so_is_the_judged_one(tmp_path: Path) -> None:
    """And not the last one announced."""
    first = TARGETS.replace("value = 20\nby = 2028\n", "value = 20\nby = 2028\njudged = true\n")
    root = write(tmp_path / "p", first)
    found = json.loads(Kpi(root)("export", "share", "-f", "json").stdout)
    assert [(one["number"], one["judged"]) for one in found["goals"]] == [(1, True), (2, False)]


def test_no_verdict_rests_on_a_series_that_is_not_comparable(tmp_path: Path) -> None:
    apart = TARGETS.replace('id = "survey"\n', 'id = "survey"\ncomparable = "no"\n')
    rows = rows_of(Kpi(write(tmp_path / "p", apart))("export", "share").stdout)
    assert {row["judged"] for row in rows} == {"no"}


def test_why_another_target_took_its_place(tmp_path: Path) -> None:
    by = 'superseded = { on = 2025-01-01, by = "share", why = "It measures firms." }\n[[target]]'
    root = write(tmp_path / "p", TARGETS.replace('[[target]]\nid = "money', f'{by}\nid = "money'))
    (one,) = json.loads(Kpi(root)("export", "months", "-f", "json").stdout)["targets"]
    assert (one["superseded_by"], one["superseded_why"]) == ("share", "It measures firms.")


def test_a_replay_holds_what_had_been_published(kpi: Kpi) -> None:
    rows = rows_of(kpi("export", "--as-of", "2025-02-01").stdout)
    assert max(row["published"] for row in rows) == "2025-01-20"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_spreadsheet_runs_a_text_of_strangers(text: str, project: Path) -> None:
    """Nor does a terminal obey it: what a file may not hold stands there as an escape."""
    made = tidy.tidy_csv(export_of(hostile(sound_book(project), text))).decode()
    for cell in (cell for row in csv.reader(io.StringIO(made, newline="")) for cell in row):
        assert len(cell) < 2 or not RUN.match(cell)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066]", cell)


def test_it_is_rfc_4180_in_utf_8(kpi: Kpi) -> None:
    """Lines end with CR LF, every line has all columns, and the names are those documented."""
    text = kpi("export").stdout
    assert text.endswith("\r\n")
    lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(line) for line in lines} == {len(OBSERVATIONS.columns)}
    assert lines[0][:9] == ["target", "series", "period", "period_start", "period_end", "value",
                            "unit", "published", "revision"]  # fmt: skip
    documented = (Path(__file__).parents[2] / "docs" / "exporting.md").read_text("utf-8")
    assert all(f"`{name}`" in documented for name in lines[0])


@pytest.mark.parametrize("command", ["export", "status", "methods"])
def test_the_mark_for_excel_comes_first_and_once(command: str, kpi: Kpi) -> None:
    """With --bom the same text follows the mark, of whatever has tables as CSV."""
    plain, marked = kpi(command, "-f", "csv"), kpi(command, "-f", "csv", "--bom")
    assert marked.stdout == "\ufeff" + plain.stdout
    assert (marked.code, marked.stderr) == (plain.code, plain.stderr)
    assert "csv only" in kpi(command, "-f", "json", "--bom").stderr


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    """What is defused is never run, and gives its text back exactly."""
    cell = defused(text)
    assert undefused(cell) == text
    assert len(cell) < 2 or not RUN.match(cell)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "'=1+1", "''=1", "+82 2", "-5 percent", "@x", "\t=1", "\r=1", "＝1+1", "it's",
     "'quoted'", "=", "-", "'", "''", ""],
)  # fmt: skip
def test_texts_that_look_like_formulas_come_back(text: str) -> None:
    """The same for those that matter, so that no luck is needed."""
    assert undefused(defused(text)) == text


def test_figures_stay_bare() -> None:
    """A negative figure is a number to a spreadsheet, and is never written as a power of ten."""
    assert tidy.written(Decimal("-5.10")) == "-5.10"
    assert tidy.written(Decimal("1E+3")) == "1000"
    assert tidy.written(Decimal("1E-7")) == "0.0000001"


def test_a_text_with_line_ends_survives(project: Path) -> None:
    """Newlines, quotation marks and commas of a note come back."""
    note = 'two\nlines, "quoted"; and\ttabs'
    write(project, facts={"share/survey/2025_2026-11-01": f'value = 8\nnote = """{note}"""'})
    said = Kpi(project, KPI_TODAY="2026-11-22")("export").stdout
    assert note in {row["note"] for row in rows_of(said)}


def test_json_holds_the_whole_book(project: Path, kpi: Kpi) -> None:
    """Every list, with the clocks, and values both as numbers and as they were recorded."""
    said = json.loads(kpi("export", "-f", "json").stdout)
    assert (said["schema"], said["on"], said["as_of"], said["at"]) == (
        "kpi.export/1", "2026-11-22", "2026-11-22", None)  # fmt: skip
    assert [one["id"] for one in said["targets"]] == [
        "share", "months", "money-2025", "law-passed", "silent", "dropped-one"]  # fmt: skip
    assert [one["id"] for one in said["documents"]] == ["plan"], "the other had not appeared"
    goals = [(one["target"], one["number"], one["value"], one["judged"]) for one in said["goals"]]
    assert goals[:2] == [("share", 1, 20.0, False), ("share", 2, 30.0, True)]
    values = {(one["period"], one["published"]): one for one in said["observations"]}
    assert values["2023", "2025-06-08"]["value"] == 6.4
    assert values["2023", "2025-06-08"]["value_text"] == "6.40"
    assert values["2025-02-01", "2025-02-02"]["value"] is True
    assert len(said["observations"]) == sound_book(project).count
    closed = said["targets"][-1]
    assert (closed["closed_on"], closed["closed_as"]) == ("2024-08-26", "dropped")


def test_what_was_announced_later_is_not_told(kpi: Kpi) -> None:
    """On an earlier day there are no later goals, no closing, no unannounced targets."""
    ran = kpi("export", "-f", "json", "--on", "2022-12-31")
    said = json.loads(ran.stdout)
    assert [one["id"] for one in said["targets"]] == ["share"]
    assert [one["value"] for one in said["goals"]] == [20.0]
    assert "left out, not yet announced by 2022-12-31: months" in ran.stderr
    later = json.loads(kpi("export", "-f", "json", "--on", "2024-01-31").stdout)
    assert later["targets"][-1]["closed_on"] is None


def test_json_lines_are_the_rows_of_the_csv(kpi: Kpi) -> None:
    """One object a line, the same observations in the same order."""
    lines = [json.loads(line) for line in kpi("export", "-f", "jsonl").stdout.splitlines()]
    rows = rows_of(kpi("export").stdout)
    assert [one["value_text"] for one in lines] == [row["value"] for row in rows]
    assert set(rows[0]) | {"value_text"} == set(lines[0])


def test_only_the_targets_asked_for(kpi: Kpi) -> None:
    """Ids filter every table, and the documents to those that are named."""
    said = json.loads(kpi("export", "silent", "-f", "json").stdout)
    assert [one["id"] for one in said["targets"]] == ["silent"]
    assert said["documents"] == said["observations"] == []
    assert kpi("export", "sient").code == 2


def test_the_same_bytes_twice(project: Path) -> None:
    """Nothing of the machine or the clock is in an export."""
    book = sound_book(project)
    again = sound_book(project)
    for text in (tidy.tidy_csv, tidy.whole_json, tidy.json_lines):
        assert text(export_of(book)) == text(export_of(again))


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_tables_are_the_same_in_any_language(kpi: Kpi, form: str) -> None:
    korean = kpi("export", "-f", form, "--lang", "ko").stdout
    assert korean == kpi("export", "-f", form).stdout


def test_a_period_is_never_a_number(kpi: Kpi) -> None:
    """2024-10 is not read as 2024.1 by anybody: it holds a hyphen or is a year."""
    for row in rows_of(kpi("export").stdout):
        assert Period.parse(row["period"]).end <= ON.replace(month=12, day=31)


def test_an_amount_of_a_year_rests_on_that_year_and_one_up_to_a_day_begins_with_it(
    project: Path, kpi: Kpi
) -> None:
    write(project, facts={"money-2025/2024_2025-03-20": "value = 70",
                          "money-2025/2025-09-30_2025-10-20": "value = 60"})  # fmt: skip
    rows = {row["period"]: row for row in rows_of(kpi("export", "money-2025").stdout)}
    assert {period: row["judged"] for period, row in rows.items()} == {
        "2024": "no", "2025": "yes", "2025-06": "no", "2025-09-30": "no"
    }  # fmt: skip
    day = rows["2025-09-30"]
    assert (day["period_start"], day["period_end"]) == ("2025-01-01", "2025-09-30")
