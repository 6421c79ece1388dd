"""iCalendar (RFC 5545): deadlines, the releases that are expected, the days when it can be known.

All events last a whole day. Their ids hang on the target alone, so that a moved goal moves its
event; their stamps are the day of our knowledge, never the clock's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kpi.assess.status import Status
from kpi.facts.records import document_of
from kpi.render.addresses import is_link, uri
from kpi.render.exchange.known_rows import Export
from kpi.render.wording import reasons, words
from kpi.render.wording.goals import aim
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import heading, titled

_MARKS = str.maketrans({sign: "\\" + sign for sign in "\\;,"})

#: Octets of a line without its end.
LONGEST = 75


def calendar(export: Export) -> str:
    """The calendar as text, its lines ended and folded as the standard asks."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kpi//kpi export//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(heading(export.book, export.lang))}",
        f"X-WR-CALNAME:{escaped(heading(export.book, export.lang))}",
    ]
    components = [_event(kind, day, status, export)
                  for status in export.board.statuses for kind, day in events(status)]  # fmt: skip
    for component in components or (_NO_EVENT,):
        lines += component
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in folded(line))


#: A calendar has at least one component (RFC 5545, 3.6): where nothing is to come, a time zone.
_NO_EVENT = [
    "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
]  # fmt: skip


def events(status: Status) -> Iterator[tuple[str, dt.date]]:
    """What happens to a target on which day: deadline, release, last-release, known.

    A target that was closed has no future. Of two releases on one day, the last one is told.
    """
    if status.light == "closed":
        return
    outlook, goal = status.outlook, status.goal
    if goal.by is not None:
        yield "deadline", goal.by.end
    if outlook.next_release_on and outlook.next_release_on != outlook.last_release_on:
        yield "release", outlook.next_release_on
    if outlook.last_release_on:
        yield "last-release", outlook.last_release_on
    if outlook.answerable_on and goal.by and outlook.answerable_on != goal.by.end:
        yield "known", outlook.answerable_on


def _event(kind: str, day: dt.date, status: Status, export: Export) -> list[str]:
    target, lang = status.target, export.lang
    title = titled(target, lang)
    goal = aim(status.goal, target, lang)
    promise = f"{words.safe(title)} ({goal})"
    overdue = kind == "release" and day < export.board.on
    head = phrase("event_overdue" if overdue else f"event_{kind}", lang, asked=promise)
    notes = [
        phrase(f"event_{kind}_note", lang),
        f"{words.verdict(status.verdict, lang)}: {reasons.why(status, lang)}",
        phrase("clocks", lang, on=export.board.on.isoformat()),
        words.safe(status.goal.quote),
    ]
    paper = document_of(status.goal, export.book.documents)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{kind}.{target.id}@{escaped(export.authority)}",
        f"DTSTAMP:{_day(export.board.as_of)}T000000Z",
        f"DTSTART;VALUE=DATE:{_day(day)}",
        f"SUMMARY:{escaped(head)}",
        f"DESCRIPTION:{escaped(chr(10).join(line for line in notes if line))}",
        f"CATEGORIES:{escaped(phrase(f'category_{kind}', lang))}",
        "TRANSP:TRANSPARENT",
    ]
    if paper is not None and is_link(paper.url):
        lines.append(f"URL:{uri(words.safe(paper.url))}")
    return [*lines, "END:VEVENT"]


def _day(day: dt.date) -> str:
    return f"{day:%Y%m%d}" if day.year > 999 else day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """`text` as a value of type TEXT; what is hidden or obeyed is shown as an escape.

    >>> escaped("a;b, c\\\\d")
    'a\\\\;b\\\\, c\\\\\\\\d'
    """
    lines = [words.safe(line) for line in text.split("\n")]
    return "\\n".join(line.translate(_MARKS) for line in lines)


def folded(line: str) -> Iterator[str]:
    """`line` in pieces of at most 75 octets, cut between letters; all but the first begin with a
    space.

    >>> [len(piece.encode()) for piece in folded("SUMMARY:" + "가" * 40)]
    [74, 55]
    """
    piece, room = "", LONGEST
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", LONGEST - 1
        piece, room = piece + letter, room - size
    yield piece
