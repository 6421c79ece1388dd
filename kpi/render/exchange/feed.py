"""Atom (RFC 4287): one entry for each verdict that changed, with its cause and its source.

Ids are `tag:` URIs of the target and the day, and an entry's date is the day of the change, so that
the same feed made twice is the same to a reader, whenever it was made.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kpi.assess.verdict_history import Flip, flips
from kpi.facts.periods import month_end
from kpi.facts.records import document_of
from kpi.render import diff_words
from kpi.render.addresses import is_link, uri
from kpi.render.exchange.known_rows import Export
from kpi.render.wording import reasons, words
from kpi.render.wording.goals import aim
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import in_marks
from kpi.render.wording.titles import heading, titled

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ATOM = "http://www.w3.org/2005/Atom"
#: The year in which the ids' authority is taken to be held (RFC 4151 asks for one).
SINCE = "2026"


def feed(export: Export) -> str:
    """The feed of the months up to the board's `as_of`, the latest change first."""
    from xml.etree.ElementTree import Element, indent, register_namespace, tostring

    board, lang = export.board, export.lang
    start = months_before(board.as_of, export.months)
    ids = frozenset(status.target.id for status in board.statuses)
    newest_first = flips(export.book, ids, start, board.as_of)
    register_namespace("", ATOM)
    root = Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
    _add(root, "id", f"tag:{export.authority},{SINCE}:kpi/verdicts")
    title = heading(export.book, lang)
    _add(root, "title", phrase("feed_title", lang, title=words.safe(title)))
    _add(root, "subtitle", phrase("feed_subtitle", lang, start=str(start), end=str(board.as_of)))
    _add(root, "updated", _moment(newest_first[0].day if newest_first else start))
    _add(root, "generator", "kpi")
    _add(_add(root, "author"), "name", title)
    for flip in newest_first:
        _entry(root, flip, export)
    indent(root)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        + tostring(root, encoding="unicode", short_empty_elements=True)
        + "\n"
    )


def months_before(day: dt.date, months: int) -> dt.date:
    """The day so many months earlier, or the last one of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return dt.date.min
    return dt.date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def _entry(root: Element, flip: Flip, export: Export) -> None:
    change, lang = flip.change, export.lang
    target, status = change.target, change.status
    title = titled(target, lang)
    entry = _add(root, "entry")
    _add(entry, "id", f"tag:{export.authority},{SINCE}:kpi/{target.id}/{flip.day.isoformat()}")
    before, after = (words.verdict(verdict, lang) for verdict in (change.before, change.after))
    _add(entry, "title", f"{words.safe(title)}: {before} → {after}")
    _add(entry, "updated", _moment(flip.day))
    _add(entry, "published", _moment(flip.day))
    _add(entry, "category", term=change.cause, label=diff_words.cause(change.cause, lang))
    urls = [fact.url for fact in flip.facts if fact.url]
    paper = document_of(status.goal, export.book.documents)
    urls += [paper.url] if paper is not None and paper.url else []
    for rel, url in zip(("alternate", *["related"] * len(urls)), dict.fromkeys(urls), strict=False):
        if is_link(url):
            _add(entry, "link", rel=rel, href=uri(words.safe(url)))
    goal = aim(status.goal, target, lang)
    detail, why = diff_words.detail(change, lang), reasons.why(status, lang)
    told = why.rstrip(".") in detail  # as it is where nothing but time has passed
    lines = [
        f"{diff_words.cause(change.cause, lang)}: {detail}",
        "" if told else why,
        f"{phrase('goal', lang)}: {goal}",
        *(
            f"{words.safe(fact.source)}: {in_marks(words.safe(fact.quote))}"
            for fact in flip.facts
            if fact.quote
        ),
    ]
    _add(entry, "content", "\n".join(dict.fromkeys(line for line in lines if line)), type="text")


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """A new child. Letters that XML may not hold are shown as escapes, line by line."""
    from xml.etree.ElementTree import SubElement

    child = SubElement(parent, f"{{{ATOM}}}{name}", {k: _held(v) for k, v in attributes.items()})
    child.text = "\n".join(map(_held, text.split("\n"))) if text is not None else None
    return child


#: What XML 1.0 may not hold beside what `safe` shows as escapes already.
_NEVER = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def _held(text: str) -> str:
    return words.safe(text).translate(_NEVER)
