"""The page of one target, the panel of rules, Markdown, the chart and the list of problems."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import width as cells

from kpi.assess.case import Point
from kpi.assess.methods.catalogue import BY_NAME, panel, split
from kpi.assess.methods.rule import Reading
from kpi.assess.pace import Pace
from kpi.assess.reason import because
from kpi.facts.periods import Period
from kpi.facts.problems import Checked, Place, Problem
from kpi.render.charting.axis import nice
from kpi.render.formats import METHODS, SHOW, STATUS
from kpi.render.look import Look
from kpi.render.markdown import escaped
from kpi.render.problems import problem_lines, problems_json
from kpi.render.rule_rows import number
from kpi.render.show_sections import sections
from kpi.render.text.chart import chart
from kpi.render.text.panel import arithmetic, explain
from tests.assess.conftest import STRAIGHT, yearly
from tests.assess.conftest import judged as judged_from
from tests.render import boards

WIDTHS = (60, 80, 100, 200)
HOSTILE = (
    "\x1b[2J\x9b31m|<script>alert(1)</script> `x` *b* _i_ [x](javascript:1) # \r\n=1+1\u202e한글"
)
ALL = {
    "rich": boards.rich,
    "money": boards.money,
    "falling": boards.falling,
    "milestone": boards.milestone,
}


def page(status, form="table", **look):
    return SHOW[form](status, boards.board(status), Look(**look), "0.1.0")


def judged(status):
    """The status with what the real rules say of its case."""
    readings = panel(status.case)
    return replace(status, readings=readings, split=split(readings))


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_line_of_a_page_is_too_wide(name, columns, lang):
    status = ALL[name]()
    status = judged(status) if status.case else status
    for plain in (False, True):
        text = page(status, width=columns, lang=lang, ascii=plain)
        assert max(map(cells, text.split("\n"))) <= columns
        panels = METHODS["table"](
            boards.board(status), Look(width=columns, lang=lang, ascii=plain), ""
        )
        assert max(map(cells, panels.split("\n"))) <= columns


def test_the_page_tells_everything():
    text = " ".join(page(boards.rich(), width=100).split())
    for part in (
        "◐ possible", "lies between the plausible paths", "raise the portion of companies",
        "2023-01-13, official source", "https://example.org/motie-2023", "partly comparable",
        "at least 20 % by 2028", "earlier goal", "at least 30 % by 2030", "stated: 1 %",
        "path starts from: 4.2 %; 2022", "must go 1.5 times as fast as so far",
        "still be on the path until 2024-06", "9.5 months ahead", "about two in five",
        "80 % range 12 % to 58 %", "was 5.9 %", "planned, not judged", "split 3/5",
        "2031-12-31", "The only official survey", "https://example.org/6.4",
    ):  # fmt: skip
        assert part in text, part


def test_a_point_never_goes_without_its_range():
    for text in (
        page(boards.rich()),
        page(boards.rich(), "markdown"),
        page(boards.rich(), lang="ko"),
    ):
        for line in text.split("\n"):
            assert "31.2" not in line or "58" in line


def test_no_projection_says_why():
    text = page(boards.money())
    assert "PROJECTION\n" in text
    assert text.split("PROJECTION\n")[1].split("\n")[0].strip()


def test_ascii_pages_are_ascii_but_for_the_data():
    status = boards.rich()
    target = replace(status.target, title_ko="")
    line = replace(status.lines[0], series=replace(status.lines[0].series, title_ko=""))
    status = judged(replace(status, target=target, lines=(line, status.lines[1])))
    assert page(status, width=80, ascii=True).isascii()
    assert METHODS["table"](boards.board(status), Look(ascii=True), "").isascii()
    for reading in status.readings:
        text = explain(status, reading, BY_NAME[reading.method], Look(width=80, ascii=True))
        assert text.isascii(), reading.method


@pytest.mark.parametrize("columns", [60, 100, None])
def test_hostile_text_in_every_field_is_text(columns):
    text = page(boards.hostile(HOSTILE), width=columns)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert r"\x1b[2J" in text
    assert columns is None or max(map(cells, text.split("\n"))) <= columns
    panels = METHODS["table"](boards.board(boards.hostile(HOSTILE)), Look(width=columns), "")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", panels)


def test_hostile_text_in_markdown_is_text():
    status = boards.hostile(HOSTILE)
    board = boards.board(status)
    for text in (
        STATUS["markdown"](board, Look(), ""), METHODS["markdown"](board, Look(), ""),
        page(status, "markdown"),
    ):  # fmt: skip
        assert "<script" not in text
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
        assert not re.search(r"(?<!\\)\[x(?<!\\)\]\(", text)
        for table in re.findall(r"(?:^\|.*\n)+", text, re.M):
            counts = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
            assert len(counts) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"), ("<b>", "&lt;b&gt;"), ("*x*_y_`z`", r"\*x\*\_y\_\`z\`"), ("# x", r"\# x"),
        ("1. x", r"1\. x"), ("2) x", r"2\) x"), ("~~x~~", r"\~\~x\~\~"), ("- x", r"\- x"),
        ("---", r"\---"), ("two\nlines", "two lines"),
        ("6.4 %", "6.4 %"), ("-23.6 pp", "-23.6 pp"), (r"\|", r"\\\|"), ("&lt;", "&amp;lt;"),
        ("+ x", r"\+ x"), ("@here", "&#64;here"), ("$x$ $y$", r"\$x\$ \$y\$"),
    ],
)  # fmt: skip
def test_markdown_shows_what_is_written(text, shown):
    assert escaped(text) == shown


def test_no_heading_stands_alone_in_markdown():
    """Of a milestone without a figure nothing can be drawn, and nothing said of its way."""
    status = replace(boards.milestone(), latest=None, lines=(), gap_to_goal=None, pace=Pace())
    text = page(status, "markdown")
    assert "## " in text
    assert re.findall(r"(?m)^## .*\n+(?=## |\Z)", text) == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "javascript://x/%0aalert(1)", "ftp://x/y"])
def test_only_http_addresses_are_links(url):
    status = boards.rich()
    papers = {"motie-2023": replace(boards.DOCUMENTS["motie-2023"], url=url)}
    text = SHOW["markdown"](status, boards.board(status, documents=papers), Look(), "")
    assert f"<{url[:3]}" not in text
    assert "<https://example.org/6.4>" in text


def test_the_clocks_stand_above_the_rules_in_markdown_unless_it_is_to_be_quiet():
    board = boards.board(boards.rich())
    assert METHODS["markdown"](board, Look(), "").startswith("judged for 2026-11-22\n\n## ")
    assert METHODS["markdown"](board, Look(quiet=True), "").startswith("## ")


# --- chart ------------------------------------------------------------------------------------


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("name", ["rich", "money", "falling"])
@pytest.mark.parametrize("columns", [40, *WIDTHS])
def test_the_chart_fits_and_marks_every_value(name, columns, plain):
    status = ALL[name]()
    lines = chart(status, boards.ON, Look(width=columns, ascii=plain))
    assert 12 <= len(lines) <= 22
    assert max(map(cells, lines)) <= columns
    seen, goal = ("o^", "G") if plain else ("●△", "◆")
    drawing = "\n".join(line.split("|" if plain else "│")[-1].split("┤")[-1] for line in lines[:11])
    assert drawing.count(goal) == 1
    count = sum(map(drawing.count, seen))
    assert 1 <= count <= len(status.lines[0].values)
    if columns >= 80:
        assert count == len(status.lines[0].values)


def test_marks_stand_at_their_values_and_days():
    lines = chart(boards.money(), boards.ON, Look(width=100))
    row = next(n for n, line in enumerate(lines) if "◆" in line)
    assert lines[row].startswith("  3 tn")
    assert lines[row].index("◆") == lines[11].rindex("┬")
    assert lines[12].rstrip().endswith("2030")
    start = next(line for line in lines if line.startswith("     0"))
    assert start.split("┤")[1][0] == "●"


def test_a_milestone_or_nothing_known_has_no_chart():
    assert chart(boards.milestone(), boards.ON, Look(width=80)) == []
    assert chart(boards.bare("x", "no data", "unknown"), boards.ON, Look(width=80)) == []
    assert chart(boards.rich(), boards.ON, Look(width=20)) == []


@given(
    st.floats(min_value=-1e12, max_value=1e12), st.floats(min_value=0, max_value=1e12),
)  # fmt: skip
def test_ticks_are_round_and_hold_the_range(low, span):
    ticks = nice(low, low + span)
    assert 2 <= len(ticks) <= 7
    assert ticks == sorted(set(ticks))
    room = (ticks[-1] - ticks[0]) * 1e-6
    assert ticks[0] - room <= low
    assert ticks[-1] + room >= low + span


@settings(max_examples=50)
@given(
    st.lists(st.floats(min_value=-1e9, max_value=1e9), min_size=1, max_size=8),
    st.integers(min_value=30, max_value=140), st.booleans(),
)  # fmt: skip
def test_any_series_can_be_drawn(values, columns, plain):
    status = boards.money()
    seen = tuple(boards.seen(str(2015 + n), f"{v:f}") for n, v in enumerate(values))
    line = replace(status.lines[0], values=seen)
    status = replace(status, lines=(line,), latest=seen[-1])
    lines = chart(status, boards.ON, Look(width=columns, ascii=plain))
    assert all(cells(line) <= columns for line in lines)
    assert "nan" not in "".join(lines)


def test_what_was_to_be_reached_by_a_day_that_is_over_is_told_as_past():
    """Its figure is waited for; whether it was reached is settled, and not known."""
    status, board = judged(boards.rich()), boards.board(boards.rich())
    by = status.projection.date
    for day, said in ((by, "to reach the goal by"), (by + dt.timedelta(1), "to have reached the")):
        text = SHOW["table"](status, replace(board, on=day), Look(), "")
        assert said in text


# --- rules ------------------------------------------------------------------------------------


def test_a_rule_that_does_not_apply_gives_its_reason():
    text = METHODS["table"](boards.board(judged(boards.money())), Look(width=100), "")
    row = next(line for line in text.split("\n") if line.startswith("growth-ratio"))
    assert "× does not apply: " in row
    assert "●" not in row


def test_on_a_narrow_screen_the_rules_are_a_list():
    said = METHODS["table"](boards.board(judged(boards.rich())), Look(width=24), "")
    assert said.split("\n")[2:7] == [
        "ai-company-…  ◐ possible", "on-path: -1.03 pp", "  ◐ on path", "linear-ratio: 0.682",
        "  ◐ moderately improving",
    ]  # fmt: skip
    assert "share-of-change: 8.53\n  ○ little or no\n  detectable change\n" in said


def test_a_ratio_has_three_decimals_or_those_that_tell_it_from_a_cut():
    for value, shown in ((0.02379, "0.024"), (0.95003, "0.95003"), (2.345678, "2.35")):
        reading = Reading("growth-ratio", value, "significant", "good")
        assert number(reading, "%", "en") == shown


def test_a_class_with_a_reason_of_its_own_is_explained():
    status = judged(boards.rich())
    reading = replace(status.readings[2], klass="achieved", reason=because("rule-met"))
    said = explain(status, reading, BY_NAME[reading.method], Look())
    assert "  → achieved: the goal is met, whatever the ratio\n  The goal is met.\n" in said
    quote = "    “inspired by the progress methodology used by Eurostat”\n"
    assert f"method 2 (target given)\n{quote}    https://github.com/open-sdg/" in said


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [60, 100, None])
def test_every_rule_explains_its_arithmetic(columns, lang):
    for status in (judged(boards.rich()), judged(boards.falling()), judged(boards.money())):
        for reading in status.readings:
            rule = BY_NAME[reading.method]
            text = explain(status, reading, rule, Look(width=columns, lang=lang))
            assert rule.name in text
            assert columns is None or max(map(cells, text.split("\n"))) <= columns
            assert "nan" not in text.split()
            if reading.applies and lang == "en":
                assert "→ " + reading.klass in text
                assert reading.steps == () or " = " in text


def redone(line: str) -> tuple[float, float]:
    """What a line of the arithmetic says, and what a calculator makes of its numbers."""
    _, numbers, result = line.replace(",", "").rsplit(" = ", 2)
    script = re.sub(r"\|([^|]*)\|", r"abs(\1)", numbers).replace("^", "**")
    return float(result), eval(script, {"ln": math.log, "exp": math.exp})  # noqa: S307 - our own


@pytest.mark.parametrize("least", [0.001, 1, 1000])
def test_the_arithmetic_can_be_done_again_from_what_is_shown(least):
    """A mean change of -0.0005 a year came from "(2.19 - 2.19) / 4"."""
    rich = boards.rich()
    values = {2019: 16.15, 2020: 16.2, 2021: 16.9, 2022: 16.3, 2023: 16.16, 2024: 16.1575}
    points = tuple(
        Point(Period.parse(str(year)), round(value * least, 9)) for year, value in values.items()
    )
    case = replace(rich.case, base=points[0], points=points, goal=29.999 * least, ceiling=None)
    done = 0
    for reading in judged(replace(rich, case=case)).readings:
        said = explain(rich, reading, BY_NAME[reading.method], Look()).split("\n")
        for step in reading.steps:
            line = arithmetic(step, rich.target.unit, "en")
            assert f"  {line}" in said
            told, found = redone(line)
            assert told == pytest.approx(found, rel=1e-5, abs=least * 1e-6)
            done += 1
    assert done >= 12


def test_a_target_without_a_panel_is_explained_by_its_verdict():
    text = explain(boards.milestone(), None, BY_NAME["linear-ratio"], Look())
    assert "passed 326 days ago" in text


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_rules_of_which_none_applies_for_one_reason_are_one_sentence(form):
    status = boards.milestone()
    reason = because("not-measured")
    status = replace(status, readings=tuple(Reading(name, reason=reason) for name in BY_NAME))
    text = " ".join(page(status, form, width=100).split())
    assert text.count("has no path, so no rule of progress applies.") == 1
    assert "linear-ratio" not in text
    first, *others = status.readings
    status = replace(status, readings=(first, *others[:-1], replace(others[-1], reason=None)))
    assert "linear-ratio" in page(status, form, width=100)


def test_a_release_that_should_have_come_was_due():
    """The day has passed by what is known: it is not to be waited for as if it were ahead."""
    status = judged(boards.rich())
    said = {
        day: page(replace(status, outlook=replace(status.outlook, next_release_on=day)))
        for day in (boards.ON - dt.timedelta(1), boards.ON)
    }
    assert ["figure was due" in text for text in said.values()] == [True, False]
    assert ["next figure due" in text for text in said.values()] == [False, True]


# --- problems ---------------------------------------------------------------------------------

PROBLEMS = (
    Problem(Place("targets.toml", 12, 3), "unknown key 'gaol'", "write 'goal'"),
    Problem(
        Place("observations/x/2024_2025-01-01.toml"), "no \x1b[31mvalue", "write value = …", True
    ),
)


def test_problems_are_lines_with_a_count():
    assert problem_lines(PROBLEMS) == (
        "targets.toml:12:3: unknown key 'gaol'; write 'goal'\n"
        "observations/x/2024_2025-01-01.toml: warning: no \\x1b[31mvalue; write value = …\n"
        "1 problem, 1 warning\n"
    )
    assert problem_lines((), count=False) == ""
    assert problem_lines(()) == "0 problems\n"


def test_problems_as_json():
    errors = tuple(one for one in PROBLEMS if not one.warning)
    warnings = tuple(one for one in PROBLEMS if one.warning)
    checked = Checked(0, 0, 3, errors, warnings, "UTC")
    document = json.loads(
        problems_json(checked, "0.1.0", {"on": "2026-11-22", "as_of": None, "at": None})
    )
    assert (document["schema"], document["on"]) == ("kpi.check/1", "2026-11-22")
    assert document["checked"] == {"targets": 0, "observations": 0, "files": 3}
    assert (document["problems"], document["warnings"]) == (1, 1)
    assert document["found"][0] == {
        "file": "targets.toml", "line": 12, "column": 3, "what": "unknown key 'gaol'",
        "remedy": "write 'goal'", "warning": False, "more": 0,
    }  # fmt: skip


# --- as before --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("page-80", Look(width=80)), ("page-100-ko", Look(width=100, lang="ko")),
        ("page-60-ascii", Look(width=60, ascii=True)),
    ],
)  # fmt: skip
def test_pages_as_before(name, look, snapshot):
    status = boards.rich()
    snapshot(f"{name}.txt", SHOW["table"](status, boards.board(status), look, ""))


def test_charts_as_before(snapshot):
    drawn = [
        chart(status(), boards.ON, Look(width=80)) for status in (boards.money, boards.falling)
    ]
    snapshot("charts.txt", "\n\n".join("\n".join(lines) for lines in drawn) + "\n")


def test_markdown_as_before(snapshot):
    status = boards.rich()
    board = boards.board(status, boards.money(), boards.milestone())
    snapshot("status.md", STATUS["markdown"](board, Look(), ""))
    snapshot("page.md", page(status, "markdown"))


@pytest.mark.parametrize("columns", [60, 70, 80, 100, None])
def test_a_figure_that_is_not_judged_says_so_at_any_width(columns):
    text = page(boards.rich(), width=columns)
    figures = text.split("OBSERVATIONS\n")[1]
    row = next(line for line in figures.split("\n") if line.startswith("  2026 "))
    assert "planned, not judged" in row


MILESTONE = """
[[target]]
id = "x"
title = "A law"
kind = "milestone"
goal = { value = true, by = 2024 }
"""


@pytest.mark.parametrize(
    ("text", "verdict", "told"),
    [(STRAIGHT.replace("2030", "2024") + yearly({2024: 12}), "missed", False),
     (STRAIGHT + yearly({2024: 12}), "behind", True),
     (MILESTONE, "overdue", False),
     (MILESTONE + "\n--- 2025-03-01_2025-03-02\nvalue = true\n", "done late", False),
     (MILESTONE.replace("2024", "2030"), "pending", True)],
)  # fmt: skip
def test_what_is_settled_waits_for_no_verdict(text: str, verdict: str, told: bool) -> None:
    status = judged_from(text)
    assert status.verdict == verdict
    keys = [part.key for part in sections(status, boards.board(status), Look())]
    assert ("answerable" in keys) is told
