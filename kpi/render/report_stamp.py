"""What a week's report says that it was made from: enough to make it again.

It begins the JSON; Markdown and the page carry it in a comment at their end.
"""

from __future__ import annotations

import json

from kpi.render import machine
from kpi.render.json_text import Json
from kpi.report import Origin, Report

SCHEMA = "kpi.report/1"
#: How the comment begins that says what a Markdown report was made from.
MARK = f"<!-- {SCHEMA} "


def stamp(report: Report, lang: str, version: str) -> Json:
    """What is needed to make the report again: how its JSON begins, and Markdown's comment."""
    earlier, before = report.earlier, report.changes.before
    return {
        "schema": SCHEMA, "version": version, "week": report.week.text,
        **machine.clocks(report.board), "timezone": report.timezone, "lang": lang,
        "records": records(report.origin),
        "since": {
            "week": earlier.week.text if earlier else None,
            "on": machine.day(before.on), "as_of": machine.day(before.as_of),
            "version": earlier.version if earlier else None,
            "records": records(earlier.origin) if earlier else None,
            "sha256": earlier.digest if earlier else None,
            "replayed": report.replayed,
        },
    }  # fmt: skip


def records(origin: Origin) -> Json:
    """Where a report's records are found again, and by what they are known."""
    return {"commit": origin.commit, "uncommitted": origin.uncommitted, "sha256": origin.digest}


def comment(report: Report, lang: str, version: str) -> str:
    """The comment in which a report for people carries what is needed to make it again."""
    content = json.dumps(stamp(report, lang, version))
    for sign, escape in (("--", "-\\u002d"), ("<", "\\u003c"), (">", "\\u003e")):
        content = content.replace(sign, escape)  # nothing that could end the comment
    return f"{MARK}{content} -->"
