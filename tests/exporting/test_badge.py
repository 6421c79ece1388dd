"""The badge and the step's summary: silence is visible in both, and green hides nothing."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from kpi.assess.board import Board
from kpi.assess.reason import because
from kpi.assess.status import Status
from kpi.render.exchange import badge
from kpi.render.wording.words import safe
from tests.exporting.conftest import HOSTILE, ON, export_of, hostile, sound_book
from tests.render.boards import bare, goal, seen, target
from tests.run import Kpi


def one(light: str, current: bool = True) -> Status:
    """A target with such a light; without `current` its value is stale."""
    latest = seen("2026-06", 5, "2026-07-01")
    flags = () if current else (because("stale", period=latest.period, cadence="1 year"),)
    return bare("x", "any", light, latest=latest, flags=flags)


def board(statuses: Iterable[Status]) -> Board:
    return Board("T", ON, ON, None, tuple(statuses))


def test_what_it_says(kpi: Kpi) -> None:
    """The form that shields.io reads: all keys it needs, a message that is never empty."""
    assert json.loads(kpi("export", "-f", "badge").stdout) == {
        "schemaVersion": 1,
        "label": "targets",
        "message": "0 of 6 on track or met, 3 off track, 1 in between,"
        " 1 without current data, 1 closed",
        "color": "red",
    }


def test_the_numbers_are_those_of_the_table(kpi: Kpi) -> None:
    """Well, not well, and not known are counted as `kpi status` counts them."""
    status = json.loads(kpi("status", "-f", "json").stdout)
    lights = [one["light"] for one in status["targets"]]
    message = json.loads(kpi("export", "-f", "badge").stdout)["message"]
    assert f"{lights.count('good')} of {len(lights)} on track or met" in message
    assert f"{lights.count('bad')} off track" in message
    blind = status["blind_spots"]
    assert f"{blind['closed']} closed" in message
    silent = [one for one in status["targets"] if one["light"] not in ("bad", "closed")
              and not one["current"]]  # fmt: skip
    assert f"{len(silent)} without current data" in message
    shown = kpi("status").stdout
    open_ones = sum(one["current"] for one in status["targets"])
    assert shown.startswith(f"{open_ones} of 6 targets have current data; the others: ")
    assert shown.splitlines()[0].endswith("; 1 closed")
    assert "dropped" not in shown.splitlines()[0]


@pytest.mark.parametrize(
    ("statuses", "color", "message"),
    [
        ([], "lightgrey", "none announced"),
        ([one("good")], "green", "1 of 1 on track or met"),
        ([one("good"), one("closed")], "green", "1 of 2 on track or met, 1 closed"),
        ([one("good"), bare("s", "dropped", "closed")], "green",
         "1 of 2 on track or met, 1 closed"),
        ([bare("s", "dropped", "closed")], "lightgrey", "0 of 1 on track or met, 1 closed"),
        ([one("good"), bare("s", "no data", "unknown")] + [one("closed")] * 9, "lightgrey",
         "1 of 11 on track or met, 1 without current data, 9 closed"),
        ([one("good")] * 2 + [bare("s", "overdue", "bad")], "orange",
         "2 of 3 on track or met, 1 off track"),
        ([one("good")] * 2 + [one("bad", current=False)], "orange",
         "2 of 3 on track or met, 1 off track"),
        ([one("good")] * 9 + [bare("s", "no data", "unknown")], "yellow",
         "9 of 10 on track or met, 1 without current data"),
        ([one("good")] * 9 + [one("good", current=False)], "yellow",
         "10 of 10 on track or met, 1 without current data"),
        ([one("good")] * 9 + [one("unknown")], "yellow",
         "9 of 10 on track or met, 1 not judged yet"),
        ([one("good")] * 9 + [one("mixed")], "yellow",
         "9 of 10 on track or met, 1 in between"),
        ([one("good")] * 9 + [one("mixed", current=False)], "yellow",
         "9 of 10 on track or met, 1 without current data"),
        ([one("good"), bare("s", "awaiting data", "unknown", latest=seen("2024", 5, "2025-02-01"))],
         "lightgrey", "1 of 2 on track or met, 1 without current data"),
        ([bare("s", "no data", "unknown")], "lightgrey",
         "0 of 1 on track or met, 1 without current data"),
        ([one("good"), bare("s", "no data", "unknown")], "lightgrey",
         "1 of 2 on track or met, 1 without current data"),
        ([one("good")] * 9 + [one("bad")], "orange", "9 of 10 on track or met, 1 off track"),
        ([one("good"), one("bad")], "red", "1 of 2 on track or met, 1 off track"),
    ],
)  # fmt: skip
def test_green_hides_no_silence(statuses: list[Status], color: str, message: str) -> None:
    """Not one unknown, mixed or stale target among nine good ones is painted over."""
    assert (badge.color(board(statuses)), badge.message(board(statuses))) == (color, message)


def test_korean(kpi: Kpi) -> None:
    """The same in Korean."""
    said = json.loads(kpi("export", "-f", "badge", "--lang", "ko").stdout)
    assert said["label"] == "목표"
    assert "최신 자료 없음" in said["message"]


def test_an_empty_project_is_grey(empty: Path) -> None:
    """Nothing promised is nothing kept."""
    said = json.loads(Kpi(empty)("export", "-f", "badge").stdout)
    assert (said["message"], said["color"]) == ("none announced", "lightgrey")


# --- the summary ------------------------------------------------------------------------------


def test_blind_spots_come_before_the_table(kpi: Kpi) -> None:
    """And the worst targets come first in it."""
    text = kpi("export", "-f", "summary").stdout
    lines = text.splitlines()
    assert lines[0] == badge.MARK
    assert "targets have current data" in lines[3]
    rows = [line for line in lines if line.startswith("| ")][2:]
    assert [row.split(" | ")[1] for row in rows[-2:]] == ["law-passed", "dropped-one"]
    assert all(row.startswith("| ○ ") for row in rows[:3])
    assert len(rows) == 6


def test_korean_and_ascii_summaries(kpi: Kpi) -> None:
    """Our words in Korean; our signs within ASCII where that is asked for."""
    korean = kpi("export", "-f", "summary", "--lang", "ko").stdout
    assert "목표 6개 중 3개에 최신 자료 있음" in korean
    assert "AI 활용 기업 비중" in korean
    assert kpi("export", "-f", "summary", "--ascii").stdout.isascii()


def test_a_middle_dot_in_a_title_breaks_no_row_in_ascii(project: Path) -> None:
    """It becomes a bar, and a bar is escaped."""
    book = hostile(sound_book(project), "기술·정책")
    rows = [line for line in badge.summary(export_of(book, ascii=True)).splitlines()
            if line.startswith("| ")]  # fmt: skip
    assert {row.replace("\\|", "").count("|") for row in rows} == {9}
    assert "기술\\|정책" in rows[-1]


def test_it_stays_under_a_mebibyte_and_counts_what_it_leaves_out() -> None:
    """Two thousand targets with long titles: what finds no room is said."""
    from kpi.render.exchange.known_rows import Export

    many = [
        bare(f"target-{n}", "no data", "unknown", title="긴 " * 300, goal=goal(5), )
        for n in range(2000)
    ]  # fmt: skip
    text = badge.summary(Export(None, board(many)))  # type: ignore[arg-type] - it reads no book
    rows = [line for line in text.splitlines() if line.startswith("| ? ")]
    assert 100 < len(rows) < 2000
    assert f"Targets without room here: {2000 - len(rows)}." in text
    assert len(text.encode()) < 1_048_576
    assert "0 of 2000 targets have current data" in text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts_in_markdown(text: str, project: Path) -> None:
    """No row, column, heading or element is added, whatever a title holds."""
    usual = badge.summary(export_of(sound_book(project))).splitlines()
    lines = badge.summary(export_of(hostile(sound_book(project), text))).splitlines()
    assert len(lines) == len(usual)

    def cells(line: str) -> int:
        return line.replace("\\\\", "").replace("\\|", "").count("|")

    assert [cells(line) for line in lines] == [cells(line) for line in usual]
    assert all(line.isprintable() for line in lines)
    assert [line.count("<") for line in lines] == [line.count("<") for line in usual]
    shown = re.sub(r"\\(.)", r"\1", unescape(lines[1].removeprefix("## ")))
    assert shown == safe(text).strip()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts_in_json(text: str, project: Path) -> None:
    """They are read back exactly, and no byte is one that a terminal obeys."""
    from kpi.render.exchange.tidy import json_lines, whole_json

    made = export_of(hostile(sound_book(project), text))
    said = json.loads(whole_json(made))
    assert {said["title"], said["targets"][0]["title"], said["goals"][0]["quote"],
            said["series"][0]["definition"], said["observations"][0]["note"],
            said["documents"][0]["publisher"]} == {text}  # fmt: skip
    lines = json_lines(made).split("\n")
    assert [json.loads(line)["quote"] for line in lines if line] == [text] * 14
    assert not [one for one in whole_json(made) if one != "\n" and not one.isprintable()
                and one not in "\U000e0041\ufffe"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts_in_csv(text: str, project: Path) -> None:
    """No row or column is added, no cell is run, and what a file can hold is read back exactly."""
    import csv
    import io

    from kpi.facts.intake.texts.cells import undefused
    from kpi.render.exchange.tidy import tidy_csv

    made = tidy_csv(export_of(hostile(sound_book(project), text))).decode()
    rows = list(csv.DictReader(io.StringIO(made, newline=""), strict=True))
    assert len(rows) == 14
    assert {len(row) for row in rows} == {len(rows[0])}
    shown = {undefused(row[key]) for row in rows for key in ("grade", "source", "quote", "note")}
    assert len(shown) == 1
    assert shown == {text} or "\\x" in next(iter(shown)) or "\\u" in next(iter(shown))
    for row in rows:
        assert not [cell for cell in row.values() if len(cell) > 1 and cell[0] in "=+-@\t\r"]
    assert "\x1b" not in made
    assert "\u202e" not in made


def test_a_target_of_another_builder_is_drawn() -> None:
    """The cells are those of the status table; a bare target has empty ones, never `None`."""
    from kpi.render.exchange.known_rows import Export

    text = badge.summary(Export(None, board([replace(bare("a", "open", "unknown"), target=target(
        "a", title_ko=""))])))  # type: ignore[arg-type]  # fmt: skip
    assert "None" not in text
