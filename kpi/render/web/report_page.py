"""The week's report as a page: what changed and why, then all targets as on any other page.

Its words are those of `report_words`, as in Markdown; its targets are those of `html`.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from kpi.assess.changes import Changes
from kpi.facts.records import Target
from kpi.render import diff_words as changed
from kpi.render.look import Look
from kpi.render.report_stamp import comment
from kpi.render.report_tables import section_table, section_title
from kpi.render.report_words import (
    blind_of,
    clocks_of,
    compared_of,
    made_of,
    missing_of,
    restated_of,
    title_of,
    waiting_of,
)
from kpi.render.web.html import everything
from kpi.render.web.target_parts import anchor
from kpi.render.web.template import written
from kpi.render.wording.overview import lack
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import safe
from kpi.render.wording.titles import with_title
from kpi.report import Report
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A section of the week's story: sentences, a table, and lists under headings of their own."""

    key: str
    heading: str
    said: Sequence[str] = ()
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    lists: Sequence[tuple[str, Sequence[str]]] = ()


def report_page(report: Report, look: Look, version: str) -> str:
    """The report of a week in one file, blind spots first."""
    lang = look.lang
    plain = Look(lang=lang)
    return written(
        "report.html",
        plain,
        version,
        title=title_of(report, lang),
        clocks=clocks_of(report, lang),
        made=f"{made_of(report, lang, version)} · {phrase('report_again', lang)}",
        comment=Markup(comment(report, lang, version)),  # noqa: S704 - it holds no end of a comment
        story=_story(report, plain),
        **everything(report.board, plain, _told(report)),
    )


def _told(report: Report) -> list[str]:
    """The ids of the targets that the week's story names, the changed ones first."""
    changed_ids = [status.target.id for status in report.changes.changes]
    return changed_ids + [
        status.target.id for chosen in report.sections.values() for status in chosen
    ]


def _story(report: Report, look: Look) -> list[Told]:
    """What Markdown tells, in the same order."""
    lang = look.lang
    parts, first = changed.sections(report.changes, lang), compared_of(report, lang)
    changes = _differences("report_changes", report.changes, parts, look, first)
    story = [_blind(report, lang), changes]
    if restated := restated_of(report, lang):
        again, said, parts = restated
        story.append(_differences("report_restated", again, parts, look, said, report.replayed))
    for key, chosen in report.sections.items():
        heading = section_title(key, lang)
        if chosen:
            heads, rows, _ = section_table(key, chosen, report, look)
            story.append(Told(key, heading, heads=heads, rows=[_linked(row) for row in rows]))
        else:
            story.append(Told(key, heading, [phrase("report_none", lang)]))
    missing = phrase("report_missing", lang)
    return [*story, Told("report_missing", missing, [missing_of(report, lang)])]


def _blind(report: Report, lang: str) -> Told:
    blind = [(lack(kind, lang), lacking) for kind, lacking in report.blind.items()]
    lists = [(what, [_named(status.target, lang) for status in statuses])
             for what, statuses in (*blind, *waiting_of(report, lang))]  # fmt: skip
    sentences = [] if report.blind else [blind_of(report, lang)]
    return Told("report_blind", phrase("report_blind", lang), sentences, lists=lists)


def _differences(
    key: str, changes: Changes, parts: Sequence[changed.Section], look: Look,
    sentences: Sequence[str] = (), causes: bool = True,
) -> Told:  # fmt: skip
    """The verdicts that differ as a table, all else as lists."""
    tally = [changed.tally(changes, look.lang)] if causes else []
    heads, rows = changed.verdict_rows(changes, look, causes) if changes.changes else ([], [])
    there = {status.target.id for status in changes.after.statuses}
    lists = [
        (part.title, [": ".join(cell for cell in row if cell) for row in part.rows])
        for part in parts
    ]
    shown = [_linked(row) if row[0] in there else row for row in rows]
    return Told(key, phrase(key, look.lang), [*sentences, *tally], heads, shown, lists)


def _linked(row: Sequence[str]) -> list[str]:
    """A row whose first cell, the target's id, leads to its section."""
    return [_link(row[0]), *row[1:]]


def _named(target: Target, lang: str) -> str:
    """A target's id, which leads to its section, and its title."""
    rest = with_title(target, lang).removeprefix(target.id)
    return Markup("{}{}").format(_link(target.id), safe(rest))


def _link(id_: str) -> str:
    return Markup("<a href=#{}>{}</a>").format(anchor(id_), safe(id_))
