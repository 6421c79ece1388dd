"""The status table: it fits, it lines up, and it hides nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import width as cells

from kpi.render.grid import aligned, clip, flow, table, width
from kpi.render.look import Look
from kpi.render.status_columns import STATUS, chosen
from kpi.render.text.status import some_flags, status_table
from kpi.render.wording.vocabulary import FLAGS, LETTERS
from tests.render import boards

WIDTHS = (60, 80, 100, 200)
HOSTILE = "\x1b[2J\x9b31m|<script>`*_[x](y)\r\n=1+1\u202e한글"


def body(text: str) -> list[str]:
    """The lines of the table itself: from its titles to the blank line after it."""
    return next(part for part in text.split("\n\n") if "──" in part or "\n--" in part).split("\n")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [*WIDTHS, None])
def test_every_line_of_the_table_is_equally_wide_and_fits(columns, lang):
    for plain in (False, True):
        text = status_table(boards.full(), Look(width=columns, lang=lang, ascii=plain))
        lines = body(text.rstrip("\n"))
        assert len({cells(line) for line in lines}) == 1
        assert len(lines) == 2 + 44
        assert columns is None or max(map(cells, text.split("\n"))) <= columns


@pytest.mark.parametrize("columns", WIDTHS)
def test_names_come_first_and_no_verdict_is_cut(columns):
    board = boards.full()
    lines = body(status_table(board, Look(width=columns)))[2:]
    for status, line in zip(board.statuses, lines, strict=True):
        assert line.startswith(status.target.id[:15])
        assert f" {status.verdict} " in f"{line} "


def test_one_screen_holds_the_whole_ledger():
    assert len(status_table(boards.full(), Look(width=100)).split("\n")) <= 44 + 12


@pytest.mark.parametrize("columns", [80, 100, 200, None])
def test_a_flag_is_never_dropped_in_silence(columns):
    text = status_table(boards.board(boards.rich(), boards.money()), Look(width=columns))
    assert "rebased" in text
    row = next(line for line in text.split("\n") if line.startswith("ai-company"))
    assert "rebased" in row or re.search(" [A-Z]*R[A-Z]* ", row)


def test_a_star_stands_for_flags_where_not_even_letters_have_room():
    text = status_table(boards.board(boards.rich(), boards.money()), Look(width=40))
    row = next(line for line in text.split("\n") if line.startswith("ai-company"))
    assert "*" in row
    assert "* has flags" in text


def test_every_flag_has_a_letter_of_its_own_and_no_line_parts_them():
    assert LETTERS.keys() == FLAGS.keys()
    assert len(set(LETTERS.values())) == len(LETTERS)
    for lang in ("en", "ko"):
        for columns in range(60, 100):
            text = status_table(boards.board(boards.rich()), Look(width=columns, lang=lang))
            for line in text.partition("flags: " if lang == "en" else "유의 사항: ")[2].split("\n"):
                assert not re.search(r"(^|· )[A-Z]$", line), (columns, line)


@pytest.mark.parametrize("columns", range(40, 140, 4))
def test_no_share_of_the_time_without_that_of_the_way(columns):
    """By itself "25 %" of the time says nothing of the promise."""
    for lang in ("en", "ko"):
        text = status_table(boards.full(), Look(width=columns, lang=lang))
        heads = next(line for line in text.split("\n") if line.startswith(("target", "목표  ")))
        way, time = ("way", "time") if lang == "en" else ("진척률", "경과")
        assert time not in heads.split() or way in heads.split()


def test_blind_spots_come_before_everything():
    first = status_table(boards.full(), Look()).split("\n")[0]
    assert first.startswith("2 of 44 targets have current data; the others: ")
    counts = [int(n) for n in re.findall(r"(?:: |, |; )(\d+) ", first)]
    assert 2 + sum(counts) == 44
    assert first.endswith("; 4 closed"), "an end is no lack of data"
    korean = status_table(boards.full(), Look(lang="ko")).split("\n")[0]
    assert korean.startswith("목표 44개 중 2개에 최신 자료 있음")


def test_the_clocks_are_named_when_they_differ():
    text = status_table(boards.full(), Look())
    assert "judged for 2026-11-22 · known by 2026-09-30 · recorded at v1.2" in text
    assert "known by" not in status_table(boards.board(boards.money()), Look())


def test_quiet_is_the_table_alone():
    look = Look(width=80, quiet=True)
    assert status_table(boards.full(), look).rstrip("\n").split("\n") == body(
        status_table(boards.full(), Look(width=80))
    )


def test_nothing_to_show_is_said():
    assert "No target matches." in status_table(boards.board(), Look())
    assert status_table(boards.board(), Look(quiet=True)) == ""


def test_colour_adds_nothing_but_colour():
    plain = status_table(boards.full(), Look(width=100))
    colored = status_table(boards.full(), Look(width=100, color=True))
    assert "\x1b[32m● on track\x1b[0m" in colored
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9]+m", "", colored) == plain


def test_ascii_is_ascii():
    assert status_table(boards.full(), Look(width=120, ascii=True)).isascii()
    assert status_table(boards.full(), Look(ascii=True)).isascii()


@pytest.mark.parametrize("columns", [*WIDTHS, None])
def test_hostile_text_is_shown_as_text(columns):
    text = status_table(boards.board(boards.hostile(HOSTILE), boards.money()), Look(width=columns))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert r"\x1b[2J" in text
    assert len({cells(line) for line in body(text)}) == 1


@settings(max_examples=60)
@given(st.text(max_size=60), st.integers(min_value=40, max_value=130))
def test_no_name_breaks_the_table(name, columns):
    board = boards.board(boards.hostile(name or "x"), boards.falling())
    lines = body(status_table(board, Look(width=columns)))
    assert len(lines) == 4
    assert len({cells(line) for line in lines}) == 1
    assert cells(lines[0]) <= columns


@pytest.mark.parametrize(("lang", "columns", "titled"), [("ko", 119, True), ("en", 119, False)])
def test_in_korean_titles_stay_longer(lang, columns, titled):
    """Ids are English."""
    table = status_table(boards.board(boards.falling()), Look(width=columns, lang=lang))
    assert ("제목" in table or "title" in table) is titled


def test_flags_get_more_of_a_wide_screen_before_the_gap_to_the_goal():
    flags = STATUS[-1]
    assert flags.key == "flags"
    natural = [20, 50, 20, 6, 8, 10, 8, 12, 12, 9, 5, 5, 7, 60]
    for room in range(60, 220):
        sizes = chosen(natural, STATUS, room, "en")
        assert sum(sizes.values()) + 2 * (len(sizes) - 1) <= room
        if any(STATUS[place].key == "to_goal" for place in sizes):
            assert sizes[len(STATUS) - 1] >= 28


def test_flags_without_room_are_counted():
    flags = "stale, rebased, press source only"
    assert some_flags(flags, 33, Look()) == flags
    assert some_flags(flags, 18, Look()) == "stale, rebased +1"
    assert some_flags(flags, 16, Look()) == "stale +2"
    assert some_flags(flags, 7, Look()) == "sta… +2"
    assert some_flags("press source only", 12, Look()) == "press sourc…"


def test_a_figure_keeps_its_unit_in_its_line():
    assert flow("from 12 % to 31.2 %.", Look(width=18)) == ["from 12 % to", "31.2 %."]
    assert flow("a share in %", Look(width=10)) == ["a share in", "%"]


@given(st.text(alphabet="abc 한글 éi\u0301…", max_size=80), st.integers(min_value=4, max_value=40))
def test_flow_and_clip_keep_within_the_room(text, columns):
    look = Look(width=columns)
    assert all(width(line) <= columns for line in flow(text, look))
    joined = "".join(flow(text, look)).replace(" ", "")
    assert joined == text.replace(" ", "")
    assert width(clip(text, columns, look)) <= columns


@pytest.mark.parametrize("columns", WIDTHS)
def test_as_before(columns, snapshot):
    snapshot(f"status-{columns}.txt", status_table(boards.full(), Look(width=columns)))


def test_as_before_in_korean_and_in_ascii(snapshot):
    board = boards.board(boards.rich(), boards.money(), boards.falling(), boards.milestone())
    snapshot("status-ko.txt", status_table(board, Look(width=100, lang="ko")))
    snapshot("status-ascii.txt", status_table(board, Look(width=100, ascii=True)))


CELLS = st.text(st.sampled_from(["a", "B", "7", ".", "-", " ", "한", "é", "●", "…", "\u0301"]))


@given(st.data(), st.integers(1, 4))
def test_both_ways_to_a_table_give_the_same(data, columns):
    """tabulate's, and the one for thousands of rows and tables."""
    row = st.lists(CELLS, min_size=columns, max_size=columns)
    heads, rows = data.draw(row), data.draw(st.lists(row, min_size=1, max_size=5))
    aligns = data.draw(st.lists(st.sampled_from(["left", "right"]), min_size=columns,
                                max_size=columns))  # fmt: skip
    assert aligned(heads, rows, aligns, Look()) == table(heads, rows, aligns, Look())
