"""The feed: every changed verdict once, on its day, with its cause, read by a reader's library."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.assess.status import status
from kpi.assess.verdict_history import flips
from kpi.render.exchange.feed import feed, months_before
from kpi.render.wording.words import safe
from tests.exporting.conftest import HOSTILE, ON, export_of, hostile, sound_book, write
from tests.run import Kpi

ALWAYS = dt.date(2019, 1, 1)


def read(text: str) -> Any:
    """The feed as a reader's library sees it; it must find no fault."""
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


def day_by_day(
    root: Path, id_: str, start: dt.date, end: dt.date
) -> list[tuple[dt.date, str, str]]:
    """The same without any cleverness: judge every single day, and see where the verdict turns."""
    book = sound_book(root)
    target = next(one for one in book.targets if one.id == id_)
    found, before = [], None
    for number in range(start.toordinal(), end.toordinal() + 1):
        day = dt.date.fromordinal(number)
        one = status(target, book.observations[id_], book.documents, day, day)
        if one is not None and before is not None and one.verdict != before:
            found.append((day, before, one.verdict))
        before = one.verdict if one is not None else None
    return found


@pytest.mark.parametrize("id_", ["share", "months", "money-2025", "law-passed", "dropped-one"])
def test_every_turn_is_found_on_its_day(id_: str, project: Path) -> None:
    """As judging each of 2,900 days one by one finds them."""
    book = sound_book(project)
    found = flips(book, frozenset({id_}), ALWAYS, ON)
    plainly = day_by_day(project, id_, ALWAYS, ON)
    assert [(one.day, one.change.before, one.change.after) for one in reversed(found)] == plainly
    assert plainly, "the example would show nothing"


def test_a_verdict_that_turns_back_is_two_entries(tmp_path: Path) -> None:
    """On track, behind, on track again: what the ends of the window do not show is not lost."""
    text = (
        'schema = 1\ntitle = "T"\ntimezone = "UTC"\n[[target]]\nid = "a"\ntitle = "T"\nunit = "x"\n'
        'direction = "up"\npath = "linear"\nbaseline = { period = 2020, value = 1 }\n'
        "goal = { value = 11, by = 2030 }\n"
    )
    values = {2020: 1, 2021: 2.5, 2022: 2.6, 2023: 6, 2025: 8}
    facts = {f"a/{year}_{year + 1}-06-01": f"value = {value}" for year, value in values.items()}
    facts |= {"a/2024_2023-12-01": 'value = 5.5\nstatus = "estimated"'}
    root = write(tmp_path / "p", text, facts)
    start, end = dt.date(2022, 7, 1), dt.date(2026, 12, 31)
    found = flips(sound_book(root), frozenset({"a"}), start, end)
    turned = [(one.day, one.change.before, one.change.after) for one in reversed(found)]
    assert turned == day_by_day(root, "a", start, end)
    assert [after for _, _, after in turned[:2]] == ["behind", "on track"]


TURNING = """schema = 1
title = "T"
timezone = "UTC"
[[target]]
id = "a"
title = "T"
unit = "x"
direction = "up"
path = "linear"
counts = ["final", "planned"]
baseline = { period = 2020, value = 1 }
[[target.goal]]
announced = 2020-06-01
value = 11
by = 2030
"""
RAISED = "[[target.goal]]\nannounced = 2024-12-01\nvalue = 31\nby = 2030\n"
ON_THE_WAY = {"2022_2023-06-01": "value = 4", "2023_2024-06-01": "value = 5"}


@pytest.mark.parametrize(
    ("more", "facts", "days"),
    [
        # a plan counts from the first day of its year on, until there is a result
        ("", {"2025_2024-06-01": 'value = 5.5\nstatus = "planned"',
              "2025_2026-01-10": "value = 6.5"}, ["2025-01-01", "2026-01-10"]),
        # a better plan takes the place of one that has begun to count
        ("", {"2025_2024-06-01": 'value = 5.5\nstatus = "planned"',
              "2025_2025-03-01": 'value = 6.5\nstatus = "planned"'}, ["2025-01-01", "2025-03-01"]),
        # a goal is raised: 5 of 10 asked for in 2023, and 13 of 13 in 2024
        (RAISED, {"2024_2025-06-01": "value = 13"}, ["2024-12-01", "2025-06-01"]),
        # what is known on the last day is there
        ("", {"2024_2026-12-31": "value = 4.9"}, ["2026-12-31"]),
    ],
)  # fmt: skip
def test_every_day_on_which_a_verdict_may_turn_is_looked_at(
    tmp_path: Path, more: str, facts: dict[str, str], days: list[str]
) -> None:
    """A verdict that has turned back by the next figure is not lost."""
    named = {f"a/{name}": text for name, text in (ON_THE_WAY | facts).items()}
    book = sound_book(write(tmp_path / "p", TURNING + more, named))
    found = flips(book, frozenset({"a"}), dt.date(2024, 6, 2), dt.date(2026, 12, 31))
    assert [one.day.isoformat() for one in reversed(found)] == days
    plainly = day_by_day(tmp_path / "p", "a", dt.date(2024, 6, 2), dt.date(2026, 12, 31))
    assert [one.day for one in reversed(found)] == [day for day, _, _ in plainly]


def test_a_deadline_that_passed_before_it_was_put_off_is_not_lost(tmp_path: Path) -> None:
    """Two months after it, another one was announced, and all is said as before."""
    text = TURNING.replace("by = 2030", "by = 2024-09-30") + RAISED.replace("31", "11")
    book = sound_book(write(tmp_path / "p", text, {f"a/{n}": v for n, v in ON_THE_WAY.items()}))
    found = flips(book, frozenset({"a"}), dt.date(2024, 6, 2), dt.date(2026, 12, 31))
    assert [(one.day.isoformat(), one.change.after) for one in reversed(found)] == [
        ("2024-10-01", "awaiting data"), ("2024-12-01", "behind"),
    ]  # fmt: skip


@pytest.mark.parametrize("start", ["2024-06-02", "2024-06-03"])
def test_a_plan_that_is_carried_out_when_its_year_is_over_is_told_on_that_day(
    tmp_path: Path, start: str
) -> None:
    """Nothing is published on it: it is looked for between the days before and after."""
    facts = ON_THE_WAY | {"2024_2024-05-31": 'value = 12\nstatus = "planned"'}
    book = sound_book(write(tmp_path / "p", TURNING, {f"a/{n}": v for n, v in facts.items()}))
    found = flips(book, frozenset({"a"}), dt.date.fromisoformat(start), dt.date(2026, 12, 31))
    assert [(one.day.isoformat(), one.change.after) for one in found] == [("2024-12-31", "met")]


def test_an_entry_has_the_facts_of_its_day_alone(tmp_path: Path) -> None:
    """Not those of the years before; and of one day the targets stand by their ids."""
    facts = ON_THE_WAY | {"2024_2025-06-01": "value = 4.9"}
    both = TURNING + TURNING.partition('timezone = "UTC"\n')[2].replace('"a"', '"b"')
    named = {f"{id_}/{name}": text for id_ in "ba" for name, text in facts.items()}
    book = sound_book(write(tmp_path / "p", both, named))
    book = replace(book, targets=book.targets[::-1])
    found = flips(book, frozenset({"a", "b"}), dt.date(2024, 6, 2), dt.date(2026, 12, 31))
    assert [(one.day.isoformat(), one.change.target.id) for one in found] == [
        ("2025-06-01", "a"), ("2025-06-01", "b"),
    ]  # fmt: skip
    assert [[fact.period.text for fact in one.facts] for one in found] == [["2024"], ["2024"]]


def test_a_deadline_on_the_last_day_of_the_calendar(tmp_path: Path) -> None:
    """No day comes after it."""
    text = TURNING.replace("by = 2030", "by = 9999")
    book = sound_book(write(tmp_path / "p", text, {"a/2022_2023-06-01": "value = 4"}))
    assert flips(book, frozenset({"a"}), dt.date(2021, 1, 1), dt.date(2026, 12, 31))


def test_causes(project: Path) -> None:
    """New data, a deadline that passed, and a target that was given up are told apart."""
    ids = frozenset(target.id for target in sound_book(project).targets)
    causes = {
        (one.change.target.id, one.change.after): one.change.cause
        for one in flips(sound_book(project), ids, ALWAYS, ON)
    }
    assert causes["money-2025", "missed"] == "new data"
    assert causes["money-2025", "awaiting data"] == "time passed"
    assert causes["law-passed", "overdue"] == "time passed"
    assert causes["law-passed", "done late"] == "new data"
    assert causes["dropped-one", "dropped"] == "target edited"


def test_an_entry_has_its_day_cause_and_source(kpi: Kpi) -> None:
    """What changed, why, the promise, the source's own words and its address."""
    said = read(kpi("export", "-f", "atom", "--months", "60").stdout)
    entries = {one.id: one for one in said.entries}
    assert len(entries) == len(said.entries)
    late = entries["tag:kpi.invalid,2026:kpi/law-passed/2025-02-02"]
    assert late.title == "The law is passed: overdue → done late"
    assert late.updated == "2025-02-02T00:00:00Z"
    assert [tag.term for tag in late.tags] == ["new data"]
    assert late.link == "https://example.org/plan"
    assert "published on 2025-02-02" in late.content[0].value
    over = next(one for one in said.entries if one.title.endswith("→ overdue"))
    assert over.content[0].value.count("no record says that it is done") == 1
    assert (
        said.feed.updated == said.entries[0].updated == max(one.updated for one in entries.values())
    )


def test_the_quote_of_the_figure_is_there(kpi: Kpi) -> None:
    """Where a figure turned the verdict, its own source is linked first and quoted."""
    said = read(kpi("export", "share", "-f", "atom", "--months", "60").stdout)
    turned = [one for one in said.entries if "7.1 percent" in one.content[0].value
              or "4.2 percent" in one.content[0].value]  # fmt: skip
    assert turned
    assert turned[0].link.startswith("https://example.org/202")


def test_only_the_months_asked_for(kpi: Kpi) -> None:
    """Twelve by default, up to the day of our knowledge."""
    said = read(kpi("export", "-f", "atom").stdout)
    assert {one.updated[:7] for one in said.entries} <= {"2025-12", "2026-01", "2026-02", "2026-03"}
    assert read(kpi("export", "-f", "atom", "--months", "1").stdout).entries == []
    earlier = read(kpi("export", "-f", "atom", "--as-of", "2025-12-31").stdout)
    assert max(one.updated for one in earlier.entries) < "2026"
    for wrong in ("0", "-1", "1201", "x"):
        assert kpi("export", "-f", "atom", "--months", wrong).code == 2


def test_a_later_feed_repeats_the_earlier_one(project: Path) -> None:
    """A week later the same changes have the same ids and days: nobody reads them twice."""

    def entries(on: dt.date) -> set[tuple[str, str]]:
        book = sound_book(project)
        return {(one.id, one.updated) for one in read(feed(export_of(book, on, months=60))).entries}

    assert entries(ON) == entries(ON - dt.timedelta(7))


def test_an_empty_project_is_an_empty_feed(empty: Path) -> None:
    """It has all that a feed must have."""
    ran = Kpi(empty, KPI_TODAY="2026-11-22")("export", "-f", "atom")
    said = read(ran.stdout)
    assert (ran.code, said.entries, said.feed.title) == (5, [], "Nothing yet: changed verdicts")
    assert said.feed.id == "tag:kpi.invalid,2026:kpi/verdicts"


def test_korean(kpi: Kpi) -> None:
    """Verdicts, causes and the ledger's titles in Korean."""
    said = read(kpi("export", "-f", "atom", "--lang", "ko", "--months", "60").stdout)
    assert said.feed.title.endswith(": 판정 변경")
    titles = " ".join(one.title for one in said.entries)
    assert "AI 활용 기업 비중: " in titles
    assert "미달성" in titles


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts(text: str, project: Path) -> None:
    """The XML holds no element of a stranger's, and the text is read back as we show it."""
    made = feed(export_of(hostile(sound_book(project), text), months=60))
    said = read(made)
    usual = read(feed(export_of(sound_book(project), months=60)))
    assert [one.id for one in said.entries] == [one.id for one in usual.entries]
    root = ElementTree.fromstring(made)  # noqa: S314 - our own
    elements = {one.tag.partition("}")[2] for one in root.iter()}
    assert elements <= {"feed", "id", "title", "subtitle", "updated", "published", "generator",
                        "author", "name", "entry", "category", "link", "content"}  # fmt: skip
    first = root.find(".//{*}entry/{*}title")
    assert first is not None
    assert (first.text or "").startswith(safe(text).replace("\ufffe", "\\ufffe"))
    assert not [one for one in made if one != "\n" and not one.isprintable()]


def test_a_category_is_english_for_machines_and_its_label_the_readers(kpi: Kpi) -> None:
    said = read(kpi("export", "-f", "atom", "--months", "60", "--lang", "ko").stdout)
    tags = {(tag.term, tag.label) for one in said.entries for tag in one.tags}
    assert ("new data", "새 자료") in tags


def test_only_web_addresses_are_linked(project: Path) -> None:
    """An address of another kind is no link, wherever it came from."""
    book = sound_book(project)
    facts = {id_: tuple(replace(one, url="javascript:alert(1)") for one in found)
             for id_, found in book.observations.items()}  # fmt: skip
    made = feed(export_of(replace(book, observations=facts), months=60))
    assert "javascript" not in made


@given(st.dates(dt.date(3, 1, 1)), st.integers(1, 24))
def test_months_before(day: dt.date, months: int) -> None:
    """So many months, and never in another month than that."""
    earlier = months_before(day, months)
    assert (day.year - earlier.year) * 12 + day.month - earlier.month == months
    assert earlier.day <= day.day


def test_the_beginning_of_time() -> None:
    """A calendar has a first day."""
    assert months_before(dt.date(1, 2, 3), 24) == dt.date.min
    assert months_before(dt.date(2026, 3, 31), 1) == dt.date(2026, 2, 28)
    assert months_before(dt.date(2026, 5, 31), 1) == dt.date(2026, 4, 30)
