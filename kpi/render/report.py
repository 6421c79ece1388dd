"""The week's report as Markdown for people and as JSON (`kpi.report/1`) for machines.

The page for people is written by `report_page`, in the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kpi.assess.status import Status
from kpi.render import diff, machine
from kpi.render import diff_words as changed
from kpi.render.json_text import Json, dump
from kpi.render.look import Look
from kpi.render.markdown import escaped, grid
from kpi.render.report_stamp import comment, records, stamp
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
from kpi.render.wording import reasons
from kpi.render.wording.overview import ageless, lack, lights
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import with_title
from kpi.render.wording.vocabulary import LIGHTS
from kpi.report import Origin, Report

# --- kpi.report/1 -----------------------------------------------------------------------------


def report_json(report: Report, look: Look, version: str) -> str:
    """`kpi.report/1`. Its sentences are in English whatever the reader's language."""
    board = report.board
    return dump(
        stamp(report, "en", version)
        | {
            "records": _records(report.origin),
            "title": board.title,
            "counts": {
                "targets": len(board.statuses), "observations": board.observations,
                "lights": _lights(report),
            },
            "blind_spots": {
                "current": sum(s.current for s in board.statuses), "of": len(board.statuses),
                "lacks": [
                    {"what": kind, "ids": _ids(lacking)} for kind, lacking in report.blind.items()
                ],
                "closed": sum(s.closed for s in board.statuses),
                "ageless": sum(map(ageless, board.statuses)),
            },
            "changes": diff.content(report.changes),
            "restated": _restated(report),
            **{key: _ids(chosen) for key, chosen in report.sections.items()},
            "weeks_without_report": [week.text for week in report.missing],
            "unannounced": list(board.unannounced),
            "targets": [_target(status) for status in board.statuses],
        }
    )  # fmt: skip


def _records(origin: Origin) -> Json:
    """Where a report's records are found again; what is apart from a commit stands in JSON only."""
    apart = origin.apart
    files = None if apart is None else [{"file": name, "sha256": sha} for name, sha in apart]
    return records(origin) | {"apart": files}


def _ids(statuses: Sequence[Status]) -> list[str]:
    return [status.target.id for status in statuses]


def _restated(report: Report) -> Json | None:
    if report.restated is None:
        return None
    differences = diff.content(report.restated)
    if not report.replayed:
        unknown: Json = {"cause": None, "detail": None, "parts": [], "together": None}
        differences["changes"] = [{**change, **unknown} for change in differences["changes"]]
        differences["counts"] = {}
    return {"causes_known": report.replayed, **differences}


def _target(status: Status) -> Json:
    """A target in short; `kpi status --at COMMIT --on DAY --format json` has all of it."""
    latest = status.latest
    return {
        "id": status.target.id, "title": status.target.title, "title_ko": status.target.title_ko,
        "owner": status.target.owner, "unit": status.target.unit,
        "verdict": status.verdict, "light": status.light,
        "reason": reasons.why(status),
        "flags": [machine.flag(flag) for flag in status.flags], "current": status.current,
        "latest": latest and {
            "period": latest.period.text, "value": machine.finite(latest.value),
            "published": machine.day(latest.published), "series": latest.series,
        },
        "goal": {
            "value": machine.finite(status.goal.value), "comparator": status.goal.comparator,
            "by": machine.ends(status.goal.by), "announced": machine.day(status.goal.announced),
        },
        "goals": len(status.goals),
        "next_release_on": machine.day(status.outlook.next_release_on),
        "answerable_on": machine.day(status.outlook.answerable_on),
        "methods_agree": status.split.agree if status.split else None,
        "methods_apply": status.split.of if status.split else None,
    }  # fmt: skip


def _lights(report: Report) -> dict[str, int]:
    """How many targets have each light; lights of none are left out."""
    counts = Counter(status.light for status in report.board.statuses)
    return {light: counts[light] for light in LIGHTS if counts[light]}


# --- Markdown ---------------------------------------------------------------------------------


def report_markdown(report: Report, look: Look, version: str) -> str:
    """The report to be read, in the order in which a reader must know things."""
    plain = Look(lang=look.lang)
    lines = [
        *_head(report, plain.lang),
        *_blind(report, plain.lang),
        *_changes(report, plain),
        *_past(report, plain),
    ]
    for key, chosen in report.sections.items():
        lines += _section(key, chosen, report, plain)
    lines += [*_missing(report, plain.lang), *_foot(report, plain.lang, version)]
    return "\n".join(lines) + "\n"


def _head(report: Report, lang: str) -> list[str]:
    tally = lights(_lights(report), Look(lang=lang))
    lines = [f"# {escaped(title_of(report, lang))}", "", escaped(clocks_of(report, lang)), "",
             escaped(tally), ""]  # fmt: skip
    if report.board.unannounced:
        ids = ", ".join(report.board.unannounced)
        lines += [escaped(phrase("unannounced", lang, ids=ids)), ""]
    return lines


def _heading(key: str, lang: str, **gaps: str | int) -> list[str]:
    return [f"## {escaped(phrase(key, lang, **gaps))}", ""]


def _blind(report: Report, lang: str) -> list[str]:
    lines = [*_heading("report_blind", lang), f"**{escaped(blind_of(report, lang))}**", ""]
    blind = [(lack(kind, lang), lacking) for kind, lacking in report.blind.items()]
    for what, statuses in (listed := [*blind, *waiting_of(report, lang)]):
        named = ", ".join(escaped(with_title(status.target, lang)) for status in statuses)
        lines.append(f"- {escaped(what)}: {named}")
    return [*lines, ""] if listed else lines


def _changes(report: Report, look: Look) -> list[str]:
    lines = _heading("report_changes", look.lang)
    for sentence in compared_of(report, look.lang):
        lines += [escaped(sentence), ""]
    parts = changed.sections(report.changes, look.lang)
    return [*lines, *diff.in_markdown(report.changes, parts, look, "{}:")]


def _past(report: Report, look: Look) -> list[str]:
    restated = restated_of(report, look.lang)
    if restated is None:
        return []
    differences, said, parts = restated
    lines = _heading("report_restated", look.lang)
    for sentence in said:
        lines += [escaped(sentence), ""]
    return [*lines, *diff.in_markdown(differences, parts, look, "{}:", report.replayed)]


def _section(key: str, chosen: Sequence[Status], report: Report, look: Look) -> list[str]:
    lines = [f"## {escaped(section_title(key, look.lang))}", ""]
    if not chosen:
        return [*lines, escaped(phrase("report_none", look.lang)), ""]
    return [*lines, *grid(*section_table(key, chosen, report, look)), ""]


def _missing(report: Report, lang: str) -> list[str]:
    text = escaped(missing_of(report, lang))
    return [*_heading("report_missing", lang), f"**{text}**" if report.missing else text, ""]


def _foot(report: Report, lang: str, version: str) -> list[str]:
    return [
        "---", "", escaped(made_of(report, lang, version)), "",
        escaped(phrase("report_again", lang)), "", comment(report, lang, version),
    ]  # fmt: skip
