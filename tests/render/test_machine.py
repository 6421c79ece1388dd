"""JSON and CSV: the names that others build on, in full precision."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace

import pytest

from kpi.facts.records import Baseline
from kpi.render.formats import METHODS, SHOW, STATUS
from kpi.render.look import Look
from kpi.render.spreadsheet import written
from tests.assess.conftest import judged
from tests.render import boards

HOSTILE = '\x1b[2J\x9b31m"|=1+1\r\n\u202e한글\u2028\ud800'


def no_constant(name):
    raise AssertionError(f"{name} is no JSON")


def read(text: str):
    return json.loads(text, parse_constant=no_constant)


def status_of(*statuses):
    return read(STATUS["json"](boards.board(*statuses), Look(), "0.1.0"))


def test_the_keys_of_the_contract_stand_in_its_order():
    document = status_of(boards.rich())
    assert list(document)[:5] == ["schema", "version", "on", "as_of", "at"]
    assert document["schema"] == "kpi.status/1"
    assert document["blind_spots"] == {"current": 0, "of": 1, "closed": 0, "ageless": 0}
    (target,) = document["targets"]
    assert list(target)[:19] == [
        "id", "kind", "unit", "direction", "baseline", "goal", "latest", "expected", "gap",
        "share_of_way", "share_of_time", "pace", "slack_months", "answerable_on", "verdict",
        "light", "reason", "flags", "projection",
    ]  # fmt: skip
    assert target["baseline"] == {"period": "2022", "date": "2022-12-31", "value": 4.2}
    assert target["stated_baseline"]["value"] == 1.0
    assert {key: target["goal"][key] for key in ("value", "comparator", "by", "announced")} == {
        "value": 30.0, "comparator": ">=", "by": "2030-12-31", "announced": "2023-01-13",
    }  # fmt: skip
    names = ("period", "date", "value", "published", "series")
    assert {key: target["latest"][key] for key in names} == {
        "period": "2023", "date": "2023-12-31", "value": 6.4, "published": "2025-06-08",
        "series": "kostat-sba-50plus",
    }  # fmt: skip
    assert target["expected"] == {"linear": 7.425, "logistic": 5.4}
    assert target["gap"] == {"to_path": {"linear": -1.025, "logistic": 1.0}, "to_goal": -23.6}
    assert target["pace"]["acceleration"] == pytest.approx(3.371 / 2.2)
    assert target["flags"] == ["rebased", "methods split 3/5", "stale", "provisional", "goal moved"]
    assert target["projection"]["low"] == 12.0
    assert len(target["goals"]) == 2


def test_what_is_absent_is_null_and_a_milestone_is_true():
    (target,) = status_of(boards.milestone())["targets"]
    assert target["baseline"] is None
    assert target["latest"] is None
    assert target["goal"]["value"] is True
    assert target["expected"] == {}
    assert target["gap"] == {"to_path": {}, "to_goal": None}
    assert target["projection"] is None
    assert target["flags"] == ["press source only"]


def test_flags_are_english_for_machines_and_sentences_in_the_readers_language():
    document = read(STATUS["json"](boards.board(boards.rich()), Look(lang="ko"), "0.1.0"))
    (target,) = document["targets"]
    assert "stale" in target["flags"]
    assert "경로" in target["reason"]
    assert (target["verdict"], target["light"]) == ("possible", "mixed")


def test_methods_have_the_contracts_keys():
    document = read(METHODS["json"](boards.board(boards.rich()), Look(), "0.1.0"))
    assert document["schema"] == "kpi.methods/1"
    (target,) = document["targets"]
    assert target["split"] == {"agree": 3, "of": 5, "cause": "curvature"}
    first, silent = target["methods"][1], target["methods"][3]
    assert list(first)[:7] == ["method", "applies", "value", "class", "light", "reason", "inputs"]
    assert first["inputs"]["base_date"] == "2022-12-31"
    assert (silent["applies"], silent["value"], silent["class"]) == (False, None, None)
    assert "at least 3" in silent["reason"]


@pytest.mark.parametrize("form", ["status", "methods", "show"])
def test_json_is_utf8_without_escapes_and_without_what_a_terminal_obeys(form):
    status = boards.hostile(HOSTILE)
    board = boards.board(status, boards.rich())
    text = {
        "status": lambda: STATUS["json"](board, Look(), ""),
        "methods": lambda: METHODS["json"](board, Look(), ""),
        "show": lambda: SHOW["json"](status, board, Look(), ""),
    }[form]()
    text.encode()
    assert text.endswith("}\n")
    assert "한글" in text
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in text)
    assert "\u202e" not in text
    found = read(text)
    target = found.get("target") or found["targets"][0]
    assert target["id"] == HOSTILE


def test_show_has_series_vintages_and_documents():
    page = read(SHOW["json"](boards.rich(), boards.board(boards.rich()), Look(), ""))
    target = page["target"]
    assert page["schema"] == "kpi.show/1"
    assert target["series"][0]["replaced"][0]["value"] == 5.9
    assert target["series"][0]["uncounted"][0]["status"] == "planned"
    assert target["documents"][0]["weight"] == "official"
    assert target["caveats"][0]["flag"] == "rebased"


PARTS = """
[[target]]
id = "x"
title = "A share"
unit = "%"
direction = "up"
goal = { value = 30, by = 2030 }
closed = { on = 2025-01-01, as = "dropped", why = "No money." }
[[target.series]]
id = "main"
[[target.series]]
id = "count"
unit = "firms"

--- 2020_2021-06-01
value = 6.1
numerator = 332.1
denominator = 5432.4
--- 2023_2024-06-01
value = 11.3
numerator = 530.9
denominator = 4683.8
--- count/2023_2024-06-01
value = 400
"""


def test_show_has_what_moved_a_share_the_units_of_series_and_why_a_target_ended():
    """3.95 points came from the part and 1.27 from the whole (`assess.decomposition`)."""
    status = judged(PARTS)
    target = read(SHOW["json"](status, boards.board(status), Look(), ""))["target"]
    moved = target["decomposition"]
    assert [round(moved[f"from_{key}"], 2) for key in ("numerator", "denominator")] == [3.95, 1.27]
    assert [one["unit"] for one in target["series"]] == ["%", "firms"]
    assert target["closed"]["why"] == "No money."


def test_what_is_not_finite_becomes_null():
    status = boards.bare(
        "x", "open", "unknown", gap_to_goal=float("inf"), share_of_way=float("nan")
    )
    (target,) = status_of(status)["targets"]
    assert target["gap"]["to_goal"] is None
    assert target["share_of_way"] is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-cmd", "'-cmd"), ("@x", "'@x"), ("\tx", "' x"),
        ("＝1+1", "'＝1+1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("'=1", "''=1"),
        ("\rx", r"'\x0dx"), ("x=1", "x=1"), (-1.5, "-1.5"), (None, ""), (True, "true"), ("=", "="),
        ("한글", "한글"),
    ],
)  # fmt: skip
def test_cells_that_a_spreadsheet_would_run_are_defused(cell, text):
    assert written(cell) == text


def test_csv_is_one_row_a_target_in_full_precision():
    text = STATUS["csv"](boards.full(), Look(), "")
    assert text.count("\r\n") == 45
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 44
    assert rows[0]["gap_low"] == "-1.025"
    assert rows[0]["flags"] == "rebased; methods split 3/5; stale; provisional; goal moved"
    assert rows[2]["goal"] == "true"


def test_the_reason_in_csv_follows_the_language_and_no_word_for_programs_does():
    both = [
        list(csv.DictReader(io.StringIO(STATUS["csv"](boards.full(), Look(lang=lang), ""))))
        for lang in ("en", "ko")
    ]
    for english, korean in zip(*both, strict=True):
        assert {name for name, cell in english.items() if korean[name] != cell} == {"reason"}


@pytest.mark.parametrize("form", [STATUS, METHODS])
def test_csv_of_a_replay_has_its_two_days_under_their_names(form):
    board = boards.board(boards.rich(), as_of=dt.date(2025, 1, 1))
    row, *_ = csv.DictReader(io.StringIO(form["csv"](board, Look(), "")))
    assert (row["on"], row["as_of"]) == ("2026-11-22", "2025-01-01")


def test_csv_of_hostile_text_stays_one_row():
    text = STATUS["csv"](boards.board(boards.hostile(HOSTILE)), Look(), "")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["title"].startswith(r"\x1b[2J")
    assert row["target"] == row["title"]


def test_csv_of_methods():
    rows = list(
        csv.DictReader(io.StringIO(METHODS["csv"](boards.board(boards.rich()), Look(), "")))
    )
    assert [row["method"] for row in rows][:2] == ["on-path", "linear-ratio"]
    assert rows[3]["applies"] == "false"
    assert rows[3]["value"] == ""
    assert {row["target"] for row in rows} == {"ai-company-share"}


def test_as_before(snapshot):
    board = boards.board(boards.rich(), boards.money(), boards.milestone(), boards.falling())
    snapshot("status.json", STATUS["json"](board, Look(), "0.1.0"))
    snapshot("status.csv", STATUS["csv"](board, Look(), "0.1.0"))
    snapshot("methods.json", METHODS["json"](board, Look(), "0.1.0"))


def test_machines_do_not_pay_for_tables():
    """Rendering JSON loads neither tabulate nor the tables of character widths."""
    import subprocess
    import sys

    code = (
        "import sys, datetime as dt; from kpi.render.formats import STATUS;"
        "from kpi.assess.board import Board; from kpi.render.look import Look;"
        "day = dt.date(2026, 1, 1); STATUS['json'](Board('', day, day, None, ()), Look(), '');"
        "print(sorted({'tabulate', 'wcwidth', 'csv', 'typer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_figure_that_is_nothing_has_no_sign():
    """0 is told, not -0, which some readers of JSON print."""
    status = boards.rich()
    latest = boards.seen("2023", "-0.0")
    (target,) = status_of(replace(status, latest=latest, gap_to_goal=-0.0))["targets"]
    assert repr(target["latest"]["value"]) == "0.0"
    assert repr(target["gap"]["to_goal"]) == "0.0"


def test_a_baseline_of_which_no_value_is_known_is_null():
    """`baseline = { period = 2015 }` waits for a figure; what was stated is told all the same."""
    stated = Baseline(boards.p("2015"), boards.HERE)
    status = boards.bare("x", "no data", "unknown", target=boards.target("x", baseline=stated))
    (target,) = status_of(status)["targets"]
    assert target["baseline"] is None
    assert target["stated_baseline"]["period"] == "2015"
