"""The week's report as Markdown for people and as JSON (`kpi.report/1`) for machines.

The page for people is written by `report_page`, in the same words.

All carry what is needed to make them again: Markdown and the page in a comment at their end,
which holds the keys that begin the JSON.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from kpi.assess.status import Status
from kpi.facts.periods import Period
from kpi.render import diff, machine
from kpi.render import diff_words as changed
from kpi.render.json_text import Json, dump
from kpi.render.look import Look
from kpi.render.markdown import escaped, grid
from kpi.render.report_tables import section_table, section_title
from kpi.render.wording import reasons, words
from kpi.render.wording.overview import blind_spots, lack, lights
from kpi.render.wording.phrases import counted, phrase
from kpi.render.wording.titles import heading, with_title
from kpi.render.wording.vocabulary import LIGHTS
from kpi.report import Origin, Report

SCHEMA = "kpi.report/1"
#: How the comment begins that says what a Markdown report was made from.
MARK = f"<!-- {SCHEMA} "


# --- what it was made from --------------------------------------------------------------------


def stamp(report: Report, lang: str, version: str) -> Json:
    """What is needed to make the report again: how its JSON begins, and Markdown's comment."""
    earlier, before = report.earlier, report.changes.before
    return {
        "schema": SCHEMA, "version": version, "week": report.week.text,
        "on": machine.day(report.board.on), "as_of": machine.day(report.board.as_of),
        "at": report.board.at, "timezone": report.timezone, "lang": lang,
        "records": _origin(report.origin),
        "since": {
            "week": earlier.week.text if earlier else None,
            "on": machine.day(before.on), "as_of": machine.day(before.as_of),
            "version": earlier.version if earlier else None,
            "records": _origin(earlier.origin) if earlier else None,
            "sha256": earlier.digest if earlier else None,
            "replayed": report.replayed,
        },
    }  # fmt: skip


def _records(origin: Origin) -> Json:
    """Where a report's records are found again; what is apart from a commit stands in JSON only."""
    apart = origin.apart
    files = None if apart is None else [{"file": name, "sha256": sha} for name, sha in apart]
    return _origin(origin) | {"apart": files}


def _origin(origin: Origin) -> Json:
    return {"commit": origin.commit, "uncommitted": origin.uncommitted, "sha256": origin.digest}


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
            },
            "changes": diff.content(report.changes),
            "restated": _restated(report),
            **{key: _ids(chosen) for key, chosen in report.sections.items()},
            "weeks_without_report": [week.text for week in report.missing],
            "unannounced": list(board.unannounced),
            "targets": [_target(status) for status in board.statuses],
        }
    )  # fmt: skip


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


def title_of(report: Report, lang: str) -> str:
    """The report's title, which names its week."""
    return phrase("report_title", lang, title=heading(report.board, lang), week=report.week.text)


def clocks_of(report: Report, lang: str) -> str:
    """The day that is judged, and since when changes are told."""
    board, on = report.board, report.changes.before.on.isoformat()
    since = (
        phrase("report_since", lang, week=report.earlier.week.text, on=on)
        if report.earlier
        else phrase("report_first", lang, on=on)
    )
    clocks = phrase("report_clocks", lang, on=board.on.isoformat(), zone=report.timezone)
    return f"{clocks} · {since}"


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
    for kind, lacking in report.blind.items():
        named = ", ".join(escaped(with_title(status.target, lang)) for status in lacking)
        lines.append(f"- {escaped(lack(kind, lang))}: {named}")
    return [*lines, ""] if report.blind else lines


def blind_of(report: Report, lang: str) -> str:
    """How many targets have current data; in other words where all of them have."""
    if all(status.current for status in report.board.statuses):
        return phrase("report_all_current", lang)
    return blind_spots(report.board, lang)


def _changes(report: Report, look: Look) -> list[str]:
    lines = _heading("report_changes", look.lang)
    for sentence in compared_of(report, look.lang):
        lines += [escaped(sentence), ""]
    parts = changed.sections(report.changes, look.lang)
    return [*lines, *diff.in_markdown(report.changes, parts, look, "{}:")]


def compared_of(report: Report, lang: str) -> list[str]:
    """What the week is compared with, as a sentence, where it is not the records of a report."""
    on = report.changes.before.on.isoformat()
    if report.earlier and report.replayed:
        return []
    if not report.earlier:
        return [phrase("report_first_changes", lang, on=on)]
    otherwise = [phrase("report_unfound_verdicts", lang)] if report.restated else []
    return [phrase("report_unfound_changes", lang, on=on), *otherwise]


def restated_parts(report: Report, lang: str) -> list[changed.Section]:
    """What the last report would say otherwise beside verdicts; what is told above only named."""
    if report.restated is None:
        return []
    told = changed.sections(report.changes, lang)
    return changed.untold(changed.sections(report.restated, lang), told, lang)


def _past(report: Report, look: Look) -> list[str]:
    if report.restated is None or report.earlier is None:
        return []
    week = report.earlier.week.text
    lines = _heading("report_restated", look.lang)
    lines += [escaped(phrase("report_restated_why", look.lang, week=week)), ""]
    if not report.replayed:
        lines += [escaped(phrase("report_no_causes", look.lang)), ""]
    parts = restated_parts(report, look.lang)
    return [*lines, *diff.in_markdown(report.restated, parts, look, "{}:", report.replayed)]


def _missing(report: Report, lang: str) -> list[str]:
    text = escaped(missing_of(report, lang))
    return [*_heading("report_missing", lang), f"**{text}**" if report.missing else text, ""]


def missing_of(report: Report, lang: str) -> str:
    """Which weeks have no report, as a sentence."""
    if report.missing:
        return phrase("report_gap", lang, weeks=_weeks(report.missing, report.week, lang))
    return phrase("report_no_gap" if report.earlier else "report_gap_first", lang)


def _weeks(weeks: Sequence[Period], now: Period, lang: str) -> str:
    """An unbroken run of weeks; the year is left out where it is the report's own."""
    year = f"{now.text[:4]}-"
    ends = [week.text for week in (weeks[0], weeks[-1])]
    if all(end.startswith(year) for end in ends):
        ends = [end.removeprefix(year) for end in ends]
    return ends[0] if len(weeks) == 1 else phrase("report_weeks", lang, first=ends[0], last=ends[1])


def made_of(report: Report, lang: str, version: str) -> str:
    """What the report was made from: version, records and clocks."""
    origin, board = report.origin, report.board
    if origin.commit is None:
        records = phrase("report_no_git", lang)
    else:
        key = "report_uncommitted" if origin.uncommitted else "report_records"
        records = phrase(key, lang, commit=words.commit(origin.commit))
    targets = counted("target", len(board.statuses), lang)
    counts = f"{targets}, {counted('observation', board.observations, lang)}"
    parts = [f"kpi {version}", records, counts, phrase("clocks", lang, on=board.on.isoformat()),
             phrase("clock_as_of", lang, as_of=board.as_of.isoformat()), report.timezone,
             f"SHA-256 {origin.digest}"]  # fmt: skip
    return " · ".join(parts)


def comment(report: Report, lang: str, version: str) -> str:
    """The comment in which a report for people carries what is needed to make it again."""
    content = json.dumps(stamp(report, lang, version))
    for sign, escape in (("--", "-\\u002d"), ("<", "\\u003c"), (">", "\\u003e")):
        content = content.replace(sign, escape)  # nothing that could end the comment
    return f"{MARK}{content} -->"


def _foot(report: Report, lang: str, version: str) -> list[str]:
    return [
        "---", "", escaped(made_of(report, lang, version)), "",
        escaped(phrase("report_again", lang)), "", comment(report, lang, version),
    ]  # fmt: skip


def _section(key: str, chosen: Sequence[Status], report: Report, look: Look) -> list[str]:
    lines = [f"## {escaped(section_title(key, look.lang))}", ""]
    if not chosen:
        return [*lines, escaped(phrase("report_none", look.lang)), ""]
    return [*lines, *grid(*section_table(key, chosen, report, look)), ""]
