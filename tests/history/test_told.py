"""What `kpi diff` says of what changed: its sentences, its order and its JSON."""

from __future__ import annotations

import datetime as dt
import json

from kpi.assess.changes import Changes, Side, compare
from kpi.assess.comparison.records import NEW, News
from kpi.render.diff import DIFF
from kpi.render.diff_figures import news_rows
from kpi.render.diff_words import Section, sections, untold
from kpi.render.look import Look
from tests.history.test_causes import LEVEL, between, book
from tests.render import boards


def table(changes: Changes, width: int | None = None) -> str:
    """What a person reads."""
    return DIFF["table"](changes, Look(width), "")


def document(changes: Changes) -> dict:
    """What a machine reads."""
    return json.loads(DIFF["json"](changes, Look(), ""))


def rows(changes: Changes, title: str) -> list[str]:
    """The texts of the rows under a heading."""
    return [text for one in sections(changes) if one.title == title for _, text in one.rows]


BEHIND = between(book(y2023_2024_06_01=17), book(y2023_2024_06_01=17, y2024_2025_06_01=17.5))


def test_one_verdict_is_one():
    """ "1 verdict changed", with its cause, under the two days."""
    head, tally, *_ = table(BEHIND).split("\n")
    assert head == "from 2026-01-15 to 2026-01-15"
    assert tally == "1 verdict changed: 1 new data"


def test_the_verdict_before_stands_before_the_one_after():
    """In a line, on a screen that has no room for one, and for a machine with their lights."""
    (one,) = document(BEHIND)["changes"]
    assert one["verdict"] == {"before": "on track", "after": "behind"}
    assert one["light"] == {"before": "good", "after": "bad"}
    assert "● on track  ○ behind  new data" in table(BEHIND)
    lines = table(BEHIND, 20).split("\n")
    at = lines.index("x")
    assert lines[at + 1 : at + 4] == ["  ● on track", "  → ○ behind", "  new data"]


def test_a_side_that_knew_less_says_by_when():
    """`--as-of` stands beside the day for which is judged, on the side that it is of."""
    facts, early, day = book(y2023_2024_06_01=17), dt.date(2024, 7, 1), dt.date(2025, 1, 15)
    said = table(compare(Side(facts, day, early), Side(facts, day, day, "main")))
    assert said.startswith(
        "from 2025-01-15 (known by 2024-07-01) to 2025-01-15 (recorded at main)\n"
    )


def test_a_goal_of_another_kind_is_told_in_full():
    """Where only "at least" became "more than", the amounts alone would say that nothing moved."""
    other = LEVEL.replace("value = 30,", 'value = 30, comparator = ">",')
    found = between(book(y2023_2024_06_01=17), book(other, y2023_2024_06_01=17))
    assert rows(found, "Goals moved") == ["at least 30 % by 2030 → more than 30 % by 2030"]


def test_what_was_before_another_unit_is_told_in_its_own():
    """20 billion was told as 20 trillion: the figure of before, in the unit of now."""
    small = LEVEL.replace('unit = "%"', 'unit = "KRW bn"')
    large = small.replace("KRW bn", "KRW tn").replace("value = 30,", "value = 0.03,")
    large = large.replace("value = 10 }", "value = 0.01 }")
    found = between(
        book(small, y2022_2023_06_01=14, y2023_2024_06_01=17),
        book(large, y2022_2023_06_01=0.014, y2023_2024_06_01=0.018),
    )
    assert rows(found, "Goals moved") == ["30 KRW bn by 2030 → 0.03 KRW tn by 2030"]
    assert [text.split(" (")[0] for text in rows(found, "Revised values")] == [
        "2022: 14 KRW bn → 0.014 KRW tn", "2023: KRW 17 bn → KRW 18 bn",
    ]  # fmt: skip
    said = document(found)
    units = [(one["unit_before"], one["unit"]) for one in
             (*said["goals"], *said["observations"]["revised"])]  # fmt: skip
    assert units == [("KRW bn", "KRW tn")] * 3


def test_a_figure_does_not_look_like_the_goal_nor_like_what_it_was():
    """ "30 % was published" beside "on track", and "was 30 % and is now 30 %" beside met."""
    near = book(y2023_2024_06_01=1, y2024_2025_06_01=29.996)
    (one,) = document(between(book(y2023_2024_06_01=1), near))["changes"]
    assert one["verdict"]["after"] == "on track"
    assert one["detail"] == one["parts"][0]["detail"]
    assert one["detail"] == "29.996 % for 2024 was published on 2025-06-01."
    there = book(y2023_2024_06_01=1, y2024_2025_06_01=29.996, y2024_2025_09_01=30)
    (one,) = document(between(near, there))["changes"]
    assert one["verdict"]["after"] == "met"
    assert one["detail"] == "2024 was 29.996 % and is now 30 %."


def test_what_is_told_above_is_counted_by_name():
    """Two figures of one series are one row, which counts both; what is new stays."""
    both = (("x/main", "2023: 17 %"), ("x/main", "2024: 18 %"))
    (left,) = untold([Section("New", (*both, ("x/main", "2025: 19 %")))], [Section("New", both)])
    assert left.rows == (("x/main", "2025: 19 %"), ("x/main", "as told above (2)"))


def test_twenty_new_figures_are_told_one_by_one_and_of_more_the_latest_of_each():
    """The latest that counts: a plan of a later year is none."""
    some = {f"y{2000 + n}_2025_06_01": n for n in range(1, 21)}
    found = between(book(), book(**some))
    assert len(rows(found, "New observations")) == 20
    some["y2027_2025_06_01"] = 'value = 29\nstatus = "planned"\n'
    many, one = rows(between(book(), book(**some)), "New observations")
    assert many == "21 new figures, files: 21; the latest of each target:"
    assert one == (
        "2020: 20 % (published 2025-06-01; no source recorded); the latest of 21 in 21 files"
    )


def test_of_more_than_twenty_targets_the_figures_that_are_left_out_are_counted():
    """All of them, and not only how many targets they are of."""
    some = [
        News(boards.target(f"t{n}"), boards.seen(period, n, series="main"), None, NEW)
        for n in range(22)
        for period in ("2023", "2024")
    ]
    head, *shown, left = news_rows(some)
    assert head == ("", "44 new figures, files: 2; the latest of each target:")
    assert len(shown) == 20
    assert left == ("", "and 4 more")


def test_a_revision_says_how_each_value_was_known():
    """From provisional to final, and from a value to a limit: in words and in JSON."""
    found = between(
        book(y2023_2024_06_01='value = 17\nstatus = "provisional"\n'),
        book(
            y2023_2024_06_01='value = 17\nstatus = "provisional"\n',
            y2023_2025_06_01='value = 16\nbound = "<="\n',
        ),
    )
    assert rows(found, "Revised values") == [
        "2023: 17 % → ≤ 16 % (published 2025-06-01; provisional → final)"
    ]
    (one,) = document(found)["observations"]["revised"]
    assert one["bound"] == {"before": "=", "after": "<="}
    assert one["status"] == {"before": "provisional", "after": "final"}


def test_flags_that_came_and_went_are_told_apart():
    """What is gained is not what is lost."""
    found = between(
        book(y2023_2024_06_01='value = 17\nstatus = "provisional"\n'),
        book(LEVEL.replace("goal =", 'superseded = { on = 2025-01-01 }\ngoal ='),
             y2023_2024_06_01="value = 17\n"),
    )  # fmt: skip
    (said,) = rows(found, "Flags")
    assert said.startswith("now: superseded")
    assert said.endswith("; no longer: provisional")


def test_a_record_that_was_taken_away_is_told_though_no_value_changed():
    """A replaced publication, a plan, a limit, and one that another record repeats: nothing that
    was recorded should go, so it is not passed over in silence. What did change a value is told as
    a revision, and only there."""
    stays = {"y2023_2025_06_01": 17}
    plan, limit = 'value = 18\nstatus = "planned"\n', 'value = 12\nbound = ">="\n'
    went = {
        "y2023_2024_06_01": (16, "2023: 16 % (published 2024-06-01; replaced already;"),
        "y2026_2025_06_01": (plan, "2026: 18 % (published 2025-06-01; planned; not judged;"),
        "y2022_2023_06_01": (limit, "2022: ≥ 12 % (published 2023-06-01; not judged;"),
        "y2023_2025_07_01": (17, "2023: 17 %, unchanged (published 2025-07-01;"),
    }
    for name, (value, said) in went.items():
        found = between(book(**stays, **{name: value}), book(**stays))
        assert rows(found, "Records taken away") == [f"{said} no source recorded)"]
        assert "Nothing changed" not in table(found)
        (one,) = document(found)["observations"]["withdrawn"]
        assert one["file"].endswith(f"{name[1:].replace('_', '-').replace('-', '_', 1)}.toml")
    revised = between(book(**stays, y2024_2025_06_01=19), book(**stays))
    assert rows(revised, "Revised values") == ["2024: 19 % → withdrawn"]
    assert rows(revised, "Records taken away") == []


def test_a_record_with_another_note_has_not_gone():
    """It says the same of the same day; with another value it is another record."""
    before = book(y2023_2024_06_01=16, y2023_2025_06_01=17)
    note = book(y2023_2024_06_01='value = 16\nnote = "page 3"\n', y2023_2025_06_01=17)
    value = book(y2023_2024_06_01=16.5, y2023_2025_06_01=17)
    assert rows(between(before, note), "Records taken away") == []
    assert rows(between(before, value), "Records taken away") == [
        "2023: 16 % (published 2024-06-01; replaced already; no source recorded)"
    ]


def test_other_words_of_a_goal_are_an_edit_of_its_entry():
    """Its quote is the promise itself. One that was moved is told as such, and only once; one whose
    day of announcement has come was not edited."""
    quoted = LEVEL.replace("value = 30,", 'value = 30, quote = "30 in 2030",')
    facts = {"y2023_2024_06_01": 17}
    title = "Entries edited, closed or superseded"
    assert rows(between(book(**facts), book(quoted, **facts)), title) == ["goal"]
    moved = between(book(**facts), book(quoted.replace("value = 30", "value = 31"), **facts))
    assert (rows(moved, title), len(moved.goals)) == ([], 1)
    again = "\n".join(line for line in LEVEL.splitlines() if not line.startswith("goal ="))
    again += "\n" + "".join(
        f"[[target.goal]]\nvalue = 30\nby = 2030\nannounced = {day}\n"
        for day in ("2020-01-01", "2026-01-10")
    )
    reread = between(book(again, **facts), book(again, **facts), then="2026-01-01")
    assert rows(reread, title) == []
