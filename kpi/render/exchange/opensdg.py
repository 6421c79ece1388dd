"""A folder for Open SDG: data/indicator_<id>.csv and meta/<id>.yml, as its data repositories have.

Open SDG counts in whole years and knows figures only. So the last figure of a calendar year stands
for it (of amounts, the year's own figure alone), a bound is left out, and a milestone has no data.
Its automatic progress (compound growth from a base year to a target year) is switched on only where
its arithmetic fits the target; where it does not, the file says why. Its defaults, a base year of
2015 and a direction of "negative", are never relied on.

Source: open-sdg/open-sdg, docs/data-format.md, indicator-configuration.md, progress-methodology.md;
open-sdg/sdg-build, sdg/ProgressMeasure.py (2.4.0).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kpi.assess.evidence.series_lines import Line, comparable
from kpi.assess.status import Status
from kpi.facts.periods import Period, years_between
from kpi.facts.records import Observation, Series, Target, document_of, unit_of
from kpi.render import machine, spreadsheet
from kpi.render.addresses import is_link
from kpi.render.exchange.known_rows import Export, told
from kpi.render.json_text import dump
from kpi.render.markdown import escaped, linked
from kpi.render.wording import reasons, words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import titled
from kpi.render.wording.vocabulary import STATUSES_KO, word

#: By how much of a year a time that Open SDG takes for whole years may be another.
WHOLE = 0.05

HEADS = ("Year", "Series", "Units", "Value")


def open_sdg(export: Export) -> dict[str, bytes]:
    """The files of the folder by name."""
    files: dict[str, bytes] = {}
    for status, target in told(export):
        by_series = {line.series.id: by_year(line, target) for line in status.lines}
        if any(by_series.values()):
            files[f"data/indicator_{target.id}.csv"] = _data(target, by_series).encode()
        files[f"meta/{target.id}.yml"] = _meta(status, target, by_series, export).encode()
    return files


def by_year(line: Line, target: Target) -> dict[int, Observation]:
    """The figure that stands for each calendar year."""
    figures = {}
    for figure in line.values:  # in order of their last days
        if isinstance(figure.value, bool) or figure.bound != "=":
            continue
        if target.kind == "annual" and figure.period.kind != "year":
            continue  # the amount of a month is not that of its year
        figures[figure.period.end.year] = figure
    return figures


def _data(target: Target, by_series: dict[str, dict[int, Observation]]) -> str:
    """The CSV: years ascending, the judged series first. Open SDG wants no blank around a text."""
    order = sorted(by_series, key=lambda series: series != target.judged_series)
    lines: list[list[object]] = [
        [year, series, words.safe(unit_of(target, series)).strip(), figure.value]
        for series in order
        for year, figure in sorted(by_series[series].items())
    ]
    return spreadsheet.rows(list(HEADS), lines)


# --- the description --------------------------------------------------------------------------


def _meta(
    status: Status, target: Target, by_series: dict[str, dict[int, Observation]], export: Export
) -> str:
    """The YAML. Every value is written as JSON, which is YAML too, so that no text can be more."""
    lang, lines = export.lang, []
    judged = next((line.series for line in status.lines if line.judged), None)
    title = titled(target, lang)
    fields: dict[str, Any] = {
        "indicator_number": target.id,
        "indicator_name": words.safe(title),
        "standalone": True,
        "permalink": target.id,
        "tags": [words.safe(tag) for tag in target.tags],
        "reporting_status": "complete"
        if any(by_series.values()) or _told(status)
        else "notstarted",
        "data_non_statistical": not any(by_series.values()),
        "graph_type": "line",
        "graph_title": words.safe(title),
        "national_geographical_coverage": words.safe(titled(export.book, lang)),
        "computation_units": words.safe(target.unit),
        "graph_target_lines": _lines(status, target, lang),
        "data_footnote": _footnote(status, by_series, lang),
        "page_content": _page(status, export),
        "META_LAST_UPDATE": export.board.as_of.isoformat(),
    }
    if judged is not None:
        fields |= _source(judged, status, target)
    why = misfit(status, target, by_series.get(target.judged_series, {}))
    if why:
        lines.append(f"# {phrase('no_auto_progress', 'en', why=phrase(why, 'en'))}")
    fields["auto_progress_calculation"] = not why
    if not why:
        fields["progress_calculation_options"] = [_progress(status, target)]
    given = {key: value for key, value in fields.items() if value not in ("", [], None)}
    lines += [f"{key}: {_yaml(value)}" for key, value in given.items()]
    return "\n".join(lines) + "\n"


def _source(series: Series, status: Status, target: Target) -> dict[str, Any]:
    """What the judged series measures, who publishes it, and when its next figure is expected."""
    return {
        "STAT_CONC_DEF": words.safe(series.definition),
        "COMPARABILITY": words.safe(target.judged_why),
        "source_active_1": bool(series.publisher or series.url),
        "source_organisation_1": words.safe(series.publisher),
        "source_url_1": series.url if is_link(series.url) else "",
        "source_url_text_1": words.safe(series.title),
        "source_periodicity_1": str(target.cadence or ""),
        "source_next_release_1": machine.day(status.outlook.next_release_on) or "",
    }


def _yaml(value: Any) -> str:
    """A value on one line, as JSON; figures with their own digits."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)}: {_yaml(v)}" for k, v in value.items()) + "}"
    return dump(value, indent=None).rstrip("\n")


def _lines(status: Status, target: Target, lang: str) -> list[dict[str, Any]]:
    goal = status.goal
    if isinstance(goal.value, bool):
        return []
    label = {"label_content": phrase("target_of", lang, by=goal.by.text)} if goal.by else {}
    return [{"series": target.judged_series, "value": goal.value, **label}]


def _told(status: Status) -> bool:
    """Whether it has been said of a milestone that it is done, or not yet."""
    return any(isinstance(fact.value, bool) for line in status.lines for fact in line.values)


def _footnote(status: Status, by_series: dict[str, dict[int, Observation]], lang: str) -> str:
    """What stands behind the ids in the column Series, and which figures are not final.

    A column of statuses would be one more breakdown wherever a site is not set up for it.
    """
    titles = [
        f"{line.series.id}: {words.safe(title)}"
        for line in status.lines
        if (title := titled(line.series, lang))
    ]
    return "; ".join([*titles, *_not_final(by_series, lang), phrase("opensdg_years", lang)])


def _not_final(by_series: dict[str, dict[int, Observation]], lang: str) -> Iterator[str]:
    """The years of each series whose figures are provisional, estimated or the like."""
    for series, figures in by_series.items():
        years: dict[str, list[str]] = {}
        for year, figure in sorted(figures.items()):
            if figure.status not in ("final", "derived"):
                years.setdefault(figure.status, []).append(str(year))
        for kind, told_years in years.items():
            yield f"{series}: {', '.join(told_years)} {word(STATUSES_KO, kind, lang)}"


def _page(status: Status, export: Export) -> str:
    """The promise in its own words, and the verdict with its day: Markdown above the chart."""
    goal, lang = status.goal, export.lang
    parts = [f"> {escaped(goal.quote)}"] if goal.quote else []
    paper = document_of(goal, export.book.documents)
    if paper is not None:
        parts.append(linked(f"{words.safe(paper.title)} {paper.url}".strip()))
    verdict = words.verdict(status.verdict, lang)
    reason = reasons.why(status, lang)
    on = phrase("clocks", lang, on=export.board.on.isoformat())
    parts.append(f"**{escaped(verdict)}** ({escaped(on)}): {escaped(reason)}")
    return "\n\n".join(parts)


# --- automatic progress -----------------------------------------------------------------------


def misfit(status: Status, target: Target, years: dict[int, Observation]) -> str | None:
    """Why Open SDG's arithmetic does not fit a target, as the key of a phrase; None if it does."""
    goal, base = status.goal, status.base
    if target.kind not in ("level", "total") or target.direction == "keep":
        return "misfit_kind"
    if status.closed:
        return "misfit_closed"
    if goal.by is None:
        return "misfit_deadline"
    if not any(line.judged and comparable(line, target) for line in status.lines):
        return "misfit_series"
    if base is None:
        return "misfit_base"
    year = base.period.end.year
    if year not in years or float(years[year].value) != base.value:
        return "misfit_base_year"
    latest = years[max(years)]
    if max(years) <= year or goal.by.end.year <= year:
        return "misfit_years"
    if max(years) > goal.by.end.year:
        return "misfit_late"
    if not all(_is_whole(base.period, period) for period in (latest.period, goal.by)):
        return "misfit_part"
    if any(value <= 0 for value in (goal.value, years[year].value, latest.value)):
        return "misfit_zero"
    return "misfit_goal" if goal.value == years[year].value else None


def _is_whole(first: Period, last: Period) -> bool:
    """Whether the years of two periods' ends are as far apart as the periods themselves."""
    return abs(years_between(first, last) - (last.end.year - first.end.year)) <= WHOLE


def _progress(status: Status, target: Target) -> dict[str, Any]:
    """The options of the automatic progress, each said, none left to its default."""
    goal, base = status.goal, status.base
    assert goal.by is not None and base is not None  # noqa: PT018, S101 - `misfit` has looked
    options: dict[str, Any] = {
        "series": target.judged_series,
        "base_year": base.period.end.year,
        "target_year": goal.by.end.year,
        "target": goal.value,
        "direction": "positive" if target.direction == "up" else "negative",
    }
    return options | ({"limit": target.ceiling} if target.ceiling is not None else {})
