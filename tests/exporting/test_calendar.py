"""iCalendar: read by another library without a fault, folded and escaped as RFC 5545 asks."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.render.exchange.calendar import calendar, escaped, folded
from kpi.render.wording.words import safe
from tests.exporting.conftest import HOSTILE, ON, export_of, hostile, sound_book, write
from tests.run import Kpi


def events(text: str) -> dict[str, Any]:
    """The events by the part of their ids before the @, as the library reads them."""
    found = icalendar.Calendar.from_ical(text)
    assert not found.errors
    read = found.walk("VEVENT")
    assert not [one.errors for one in read if one.errors]
    return {str(one["UID"]).partition("@")[0]: one for one in read}


def days(text: str) -> dict[str, dt.date]:
    return {name: one.decoded("DTSTART") for name, one in events(text).items()}


def test_what_happens_on_which_day(kpi: Kpi) -> None:
    """Deadlines, releases by cadence and lag, and the day on which the verdict can be known."""
    assert days(kpi("export", "-f", "ics").stdout) == {
        "deadline.share": dt.date(2030, 12, 31),
        "release.share": dt.date(2026, 12, 31),
        "last-release.share": dt.date(2031, 12, 31),
        "known.share": dt.date(2031, 12, 31),
        "deadline.months": dt.date(2026, 12, 31),
        "release.months": dt.date(2025, 4, 20),
        "last-release.months": dt.date(2027, 1, 20),
        "known.months": dt.date(2027, 1, 20),
        "deadline.money-2025": dt.date(2025, 12, 31),
        "deadline.law-passed": dt.date(2024, 12, 31),
        "deadline.silent": dt.date(2030, 12, 31),
    }


def test_the_last_release_is_told_once(project: Path) -> None:
    """Once the figure of November is out, the next one is the last before the deadline."""
    write(project, facts={"months/2026-11_2026-12-20": "value = 7"})
    said = days(Kpi(project)("export", "-f", "ics", "--on", "2026-12-21").stdout)
    assert said["last-release.months"] == dt.date(2027, 1, 20)
    assert "release.months" not in said


def test_a_release_is_not_late_on_its_own_day(kpi: Kpi) -> None:
    """The figure that is due on 20 April is overdue from the 21st on."""
    for on, said in (("2025-04-20", "New figure expected"), ("2025-04-21", "New figure was")):
        found = events(kpi("export", "-f", "ics", "--on", on).stdout)
        assert found["release.months"]["SUMMARY"].startswith(said)


def test_the_words_of_an_event(kpi: Kpi) -> None:
    """What is asked, the verdict with its day, the promise in its own words, and its source."""
    said = events(kpi("export", "-f", "ics").stdout)
    deadline = said["deadline.share"]
    assert deadline["SUMMARY"] == "Deadline: Companies using AI (at least 30 % by 2030)"
    for part in ("from one percent to 30 percent", "judged for 2026-11-22", "7.1 % in 2024"):
        assert part in deadline["DESCRIPTION"]
    assert deadline["URL"] == "https://example.org/plan"
    assert deadline["TRANSP"] == "TRANSPARENT", "a deadline makes nobody busy"
    assert "not announced by its publisher" in said["release.share"]["DESCRIPTION"]
    assert said["release.months"]["SUMMARY"].startswith("New figure was expected: ")
    last = "Last figure that can change the verdict expected: "  # published after the deadline
    assert said["last-release.share"]["SUMMARY"].startswith(last)


def test_stamps_are_the_day_of_our_knowledge(kpi: Kpi) -> None:
    """Never the clock's; and the events last a day."""
    said = events(kpi("export", "-f", "ics", "--as-of", "2026-10-01").stdout)
    stamp = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
    assert {one.decoded("DTSTAMP") for one in said.values()} == {stamp}
    assert all(type(one.decoded("DTSTART")) is dt.date for one in said.values())


def test_an_event_says_for_which_day_was_judged(kpi: Kpi) -> None:
    """Not from which day's knowledge, which is in its stamp."""
    said = events(kpi("export", "-f", "ics", "--as-of", "2026-10-01").stdout)
    assert "judged for 2026-11-22" in said["deadline.share"]["DESCRIPTION"]


def test_only_web_addresses_are_links(project: Path) -> None:
    """An address of another kind is no link, wherever it came from."""
    book = sound_book(project)
    papers = {id_: replace(one, url="javascript:alert(1)") for id_, one in book.documents.items()}
    made = calendar(export_of(replace(book, documents=papers)))
    assert "javascript" not in made


def test_a_moved_goal_moves_its_event(kpi: Kpi) -> None:
    """The id hangs on the target alone: before the new goal the deadline was 2028."""
    before = days(kpi("export", "-f", "ics", "--on", "2022-12-31", "share").stdout)
    assert before["deadline.share"] == dt.date(2028, 12, 31)


def test_ids_are_of_the_given_domain(kpi: Kpi) -> None:
    """One of yours, or one that can be nobody's."""
    assert "UID:deadline.share@example.org\r\n" in kpi(
        "export", "-f", "ics", "--authority", "example.org").stdout  # fmt: skip
    assert "UID:deadline.share@kpi.invalid\r\n" in kpi("export", "-f", "ics").stdout
    for wrong in ("", "a b", "x@y.z", "localhost", "a\r\nb.org"):
        assert kpi("export", "-f", "ics", "--authority", wrong).code == 2


def test_an_address_is_a_uri(project: Path) -> None:
    """RFC 3986 has no letter beyond ASCII and no bar; an address copied from a browser has both."""
    text = (project / "targets.toml").read_text("utf-8")
    shown = "https://예.kr:8080/계획_{1}?a=1|b=50%25#쪽"
    text = text.replace("https://example.org/plan", shown)
    (project / "targets.toml").write_text(text, "utf-8")
    said = events(Kpi(project)("export", "-f", "ics").stdout)["deadline.share"]["URL"]
    assert said == ("https://xn--2j5b.kr:8080/%EA%B3%84%ED%9A%8D_%7B1%7D?a=1%7Cb=50%25#%EC%AA%BD")
    feed = Kpi(project)("export", "-f", "atom", "--months", "60").stdout
    assert f'href="{said}"' in feed
    assert "계획_" not in feed


def test_an_empty_project_is_an_empty_calendar(empty: Path) -> None:
    """A calendar without events is one, and nothing that passes: a run that publishes it fails."""
    ran = Kpi(empty)("export", "-f", "ics")
    assert (ran.code, events(ran.stdout)) == (5, {})
    assert ran.stdout.count("BEGIN:VTIMEZONE") == 1  # one component at least, as RFC 5545 asks
    assert "there is no target to export" in ran.stderr


def test_korean(kpi: Kpi) -> None:
    """Our words and the ledger's titles in Korean."""
    said = events(kpi("export", "-f", "ics", "--lang", "ko").stdout)
    assert said["deadline.share"]["SUMMARY"].startswith("기한: AI 활용 기업 비중")
    assert "판정 기준일 2026-11-22" in said["deadline.share"]["DESCRIPTION"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts(text: str, project: Path) -> None:
    """No event is added, no line is broken, and the text is read back as we show it."""
    usual = calendar(export_of(sound_book(project)))
    made = calendar(export_of(hostile(sound_book(project), text)))
    assert days(made) == days(usual)
    assert safe(text).strip() in str(events(made)["deadline.share"]["SUMMARY"])
    for line in made.split("\r\n"):
        assert len(line.encode()) <= 75
        assert line.isprintable() or line == ""


@given(st.text())
def test_a_folded_line_is_the_line(text: str) -> None:
    """Pieces of at most 75 octets, cut between letters, which put together again are the text."""
    line = "SUMMARY:" + escaped(text)
    pieces = list(folded(line))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert icalendar.Event.from_ical(
        "BEGIN:VEVENT\r\n" + "\r\n".join(pieces) + "\r\nEND:VEVENT\r\n"
    )["SUMMARY"] == "\n".join(map(safe, text.split("\n")))


def test_the_same_bytes_twice(project: Path) -> None:
    """The same book gives the same calendar."""
    made = [calendar(export_of(sound_book(project), ON)) for _ in range(2)]
    assert made[0] == made[1]
