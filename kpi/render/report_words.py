"""What the week's report says around its tables, in Markdown and on the page alike."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.assess.changes import Changes
from kpi.assess.status import Status
from kpi.facts.periods import Period
from kpi.render import diff_words as changed
from kpi.render.wording import words
from kpi.render.wording.overview import ageless, blind_spots
from kpi.render.wording.phrases import counted, phrase
from kpi.render.wording.titles import heading
from kpi.report import Report


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


def blind_of(report: Report, lang: str) -> str:
    """How many targets have current data; in other words where all of them are known to have."""
    if all(status.current and not ageless(status) for status in report.board.statuses):
        return phrase("report_all_current", lang)
    return blind_spots(report.board, lang)


def waiting_of(report: Report, lang: str) -> list[tuple[str, list[Status]]]:
    """What has current data and no verdict yet, such as an amount of a year that is not over.

    The head counts it with the blind spots as not judged; without it their list is too short.
    """
    waiting = [status for status in report.board.statuses
               if status.light == "unknown" and status.current]  # fmt: skip
    return [(phrase("report_waiting", lang), waiting)] if waiting else []


def compared_of(report: Report, lang: str) -> list[str]:
    """What the week is compared with, as a sentence, where it is not the records of a report."""
    on = report.changes.before.on.isoformat()
    if report.earlier and report.replayed:
        return []
    if not report.earlier:
        return [phrase("report_first_changes", lang, on=on)]
    otherwise = [phrase("report_unfound_verdicts", lang)] if report.restated else []
    return [phrase("report_unfound_changes", lang, on=on), *otherwise]


def restated_of(
    report: Report, lang: str
) -> tuple[Changes, list[str], list[changed.Section]] | None:
    """What the last report would say otherwise: the differences, why they are told, and the parts
    beside the verdicts, of which what is told above is only named. None where there is nothing."""
    if report.restated is None or report.earlier is None:
        return None
    said = [phrase("report_restated_why", lang, week=report.earlier.week.text)]
    said += [] if report.replayed else [phrase("report_no_causes", lang)]
    told = changed.sections(report.changes, lang)
    parts = changed.untold(changed.sections(report.restated, lang), told, lang)
    return report.restated, said, parts


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
