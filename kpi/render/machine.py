"""Text for machines as JSON, in full precision and with names that never change.

CSV is written by `spreadsheet`, what an import or a log says by their own modules, from the same
values.

Keys are added at the end, never removed or renamed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from kpi.assess.board import Board
from kpi.assess.case import Point
from kpi.assess.evidence.series_lines import Line
from kpi.assess.methods.catalogue import BY_NAME
from kpi.assess.methods.rule import Reading
from kpi.assess.reason import Reason
from kpi.assess.status import Status
from kpi.facts.periods import Period
from kpi.facts.records import Baseline, Document, Goal, Observation, Target
from kpi.render.json_text import Json, dump
from kpi.render.look import Look
from kpi.render.wording import reasons, words
from kpi.render.wording.overview import Clocked, ageless

# --- values -----------------------------------------------------------------------------------


def finite(value: Decimal | float | bool | None) -> float | bool | None:
    """A figure as JSON can hold it; None for nothing and for what is no number."""
    if value is None or isinstance(value, bool):
        return value
    number = float(value) + 0.0  # no -0.0
    return number if number - number == 0 else None


def day(date: dt.date | None) -> str | None:
    """A date as ISO 8601."""
    return date.isoformat() if date else None


def ends(period: Period | None) -> str | None:
    """The last day of a period as ISO 8601."""
    return period.end.isoformat() if period else None


def flag(reason: Reason) -> str:
    """A flag in English, whatever the reader's language: machines compare it."""
    return words.flag(reason)


def point(point: Point | None) -> Json | None:
    """A value at its period."""
    if point is None:
        return None
    return {"period": str(point.period), "date": ends(point.period), "value": finite(point.value)}


def stated(baseline: Baseline | None) -> Json | None:
    """The baseline as the target states it."""
    if baseline is None:
        return None
    return {
        "period": str(baseline.period), "date": ends(baseline.period),
        "value": finite(baseline.value), "series": baseline.series, "assumed": baseline.assumed,
    }  # fmt: skip


def goal(goal: Goal) -> Json:
    """A goal, the deadline as its last day."""
    return {
        "value": finite(goal.value), "comparator": goal.comparator, "by": ends(goal.by),
        "announced": day(goal.announced), "document": goal.document, "quote": goal.quote,
        "change": finite(goal.change),
    }  # fmt: skip


def goals(status: Status) -> list[Json]:
    """Every goal that was announced, and the verdict by each that stood before the judged one."""
    by_it = dict(status.by_earlier_goals)
    return [
        {**goal(each), "verdict": by_it[each].word if each in by_it else None}
        for each in status.goals
    ]


def closed(target: Target) -> Json | None:
    """How a target ended otherwise than by being met or missed."""
    end = target.closed
    if end is None:
        return None
    return {"on": day(end.on), "as": end.how, "why": end.why, "document": end.document}


def year_so_far(status: Status) -> Json | None:
    """The amount of a named year, where it is the sum of several figures."""
    sum_ = status.year_so_far
    if sum_ is None:
        return None
    return {
        "value": finite(sum_.exact), "first_period": str(sum_.since),
        "last_period": str(sum_.last.period), "share_of_year": finite(sum_.share_of_year),
    }  # fmt: skip


def observation(fact: Observation | None) -> Json | None:
    """An observation with its source."""
    if fact is None:
        return None
    return {
        "period": str(fact.period), "date": ends(fact.period), "value": finite(fact.value),
        "published": day(fact.published), "series": fact.series, "status": fact.status,
        "bound": fact.bound, "grade": fact.grade, "source": fact.source, "url": fact.url,
        "revision": fact.revision, "quote": fact.quote, "note": fact.note,
        "file": fact.file, "standard_error": finite(fact.standard_error),
        "numerator": finite(fact.numerator), "denominator": finite(fact.denominator),
    }  # fmt: skip


def pairs(values: tuple[tuple[str, float], ...]) -> Json:
    """Numbers by the shape of their path."""
    return {shape: finite(value) for shape, value in values}


# --- kpi.status/1 -----------------------------------------------------------------------------


def target(status: Status, look: Look) -> Json:
    """One target of `kpi.status/1`."""
    record, pace, unit = status.target, status.pace, status.target.unit
    base = point(status.base) or stated(record.baseline)
    if base and base["value"] is None:
        base = None
    return {
        "id": record.id, "kind": record.kind, "unit": unit, "direction": record.direction,
        "baseline": base,
        "goal": goal(status.goal),
        "latest": observation(status.latest),
        "expected": pairs(status.expected),
        "gap": {"to_path": pairs(status.gap_to_path), "to_goal": finite(status.gap_to_goal)},
        "share_of_way": finite(status.share_of_way),
        "share_of_time": finite(status.share_of_time),
        "pace": {
            "so_far_per_year": finite(pace.so_far), "needed_per_year": finite(pace.needed),
            "acceleration": finite(pace.acceleration), "recent_per_year": finite(pace.recent),
            "recent_since": str(pace.recent_since) if pace.recent_since else None,
        },
        "slack_months": finite(status.slack_months),
        "answerable_on": day(status.outlook.answerable_on),
        "verdict": status.verdict, "light": status.light,
        "reason": reasons.why(status, look.lang),
        "flags": [flag(reason) for reason in status.flags],
        "projection": projection(status),
        "title": record.title, "title_ko": record.title_ko, "owner": record.owner,
        "tags": list(record.tags),
        "current": status.current,
        "rebased": status.rebased,
        "stated_baseline": stated(record.baseline),
        "goals": goals(status),
        "slack_until": day(status.slack_until),
        "slack_shape": status.slack_shape,
        "status_index": finite(status.index),
        "status_index_expected": finite(status.index_expected),
        "next_release_on": day(status.outlook.next_release_on),
        "last_release_on": day(status.outlook.last_release_on),
        "no_projection": (
            reasons.say(status.no_projection, unit, look.lang) if status.no_projection else None
        ),
        "methods_agree": status.split.agree if status.split else None,
        "methods_apply": status.split.of if status.split else None,
    }  # fmt: skip


def more(status: Status) -> Json:
    """Keys of a target that came later, and stand at the end of every document's."""
    return {
        "path_goal": goal(status.path_goal) if status.path_goal else None,
        "year_so_far": year_so_far(status),
        "closed": closed(status.target),
        "decomposition": decomposition(status),
        "year_on_year": year_on_year(status),
    }  # fmt: skip


def decomposition(status: Status) -> Json | None:
    """What moved a share, in percentage points; the two add up to all of it."""
    moved = status.decomposition
    if moved is None:
        return None
    return {
        "since": str(moved.first.period),
        "from_numerator": finite(moved.from_numerator),
        "from_denominator": finite(moved.from_denominator),
    }  # fmt: skip


def year_on_year(status: Status) -> Json | None:
    """The change from the same half, quarter, month or week of the year before."""
    found = status.year_on_year
    if found is None:
        return None
    return {
        "since": str(found.before.period), "value": finite(found.before.value),
        "change": finite(found.change),
    }  # fmt: skip


def projection(status: Status) -> Json | None:
    """The projection with its interval, its level and its method: never a point alone."""
    projected = status.projection
    if projected is None:
        return None
    return {
        "date": day(projected.date), "value": finite(projected.value),
        "low": finite(projected.low), "high": finite(projected.high),
        "level": finite(projected.level), "probability": finite(projected.probability),
        "method": projected.method, "n": projected.n, "df": projected.df,
        "widened": finite(projected.widened), "very_weak": projected.very_weak,
        "straight": projected.straight, "held_back": projected.held_back,
        "season": str(projected.season) if projected.season is not None else None,
    }  # fmt: skip


def top(schema: str, one: Clocked, version: str) -> Json:
    """What every document begins with: which form it has, and for and from which day it holds."""
    return {"schema": schema, "version": version, **clocks(one)}


def clocks(one: Clocked) -> Json:
    """For and from which day something holds, and at which revision."""
    return {"on": day(one.on), "as_of": day(one.as_of), "at": one.at}


def status_json(board: Board, look: Look, version: str = "") -> str:
    """`kpi.status/1`: every target of the board."""
    return dump(
        top("kpi.status/1", board, version)
        | {
            "title": board.title,
            "title_ko": board.title_ko,
            "blind_spots": {
                "current": sum(s.current for s in board.statuses), "of": len(board.statuses),
                "closed": sum(s.closed for s in board.statuses),
                "ageless": sum(map(ageless, board.statuses)),
            },
            "unannounced": list(board.unannounced),
            "observations": board.observations,
            "targets": (target(status, look) | more(status) for status in board.statuses),
        }
    )  # fmt: skip


def show_json(status: Status, board: Board, look: Look, version: str = "") -> str:
    """`kpi.show/1`: one target with its series, observations, matrix and methods."""
    record = status.target
    lines = [series(status, line) for line in status.lines]
    return dump(
        top("kpi.show/1", board, version)
        | {
            "target": target(status, look) | {
                "judged_series": record.judged_series, "judged_why": record.judged_why,
                "note": record.note,
                "cadence": str(record.cadence) if record.cadence else None,
                "lag": str(record.lag) if record.lag else None,
                "caveats": [
                    {"flag": flag(reason), "sentence": reasons.say(reason, record.unit, look.lang)}
                    for reason in status.flags
                ],
                "matrix": [
                    {"series": name, "verdict": verdict, "light": light}
                    for name, verdict, light in status.matrix
                ],
                "series": lines,
                "documents": [document(paper) for paper in documents(status, board.documents)],
                "split": split(status),
                "methods": [method(reading, record.unit, look) for reading in status.readings],
            } | more(status) | {
                "trajectory": [
                    {
                        "period": str(step.period), "date": ends(step.period),
                        "expected": pairs(step.expected),
                    }
                    for step in status.trajectory
                ],
            }
        }
    )  # fmt: skip


def documents(status: Status, papers: Mapping[str, Document]) -> list[Document]:
    """The documents of the target's goals, each once, in their order; then that of its end."""
    names = dict.fromkeys(goal.document for goal in status.goals or (status.goal,))
    if status.target.closed is not None:
        names[status.target.closed.document] = None
    return [papers[name] for name in names if name is not None and name in papers]


def document(paper: Document) -> Json:
    """A document in which a promise was made."""
    return {
        "id": paper.id, "title": paper.title, "publisher": paper.publisher,
        "published": day(paper.published), "url": paper.url, "weight": paper.weight,
        "note": paper.note,
    }  # fmt: skip


def series(status: Status, line: Line) -> Json:
    """A series with all its figures: in force, replaced, and not counted."""
    series = line.series
    return {
        "id": series.id, "title": series.title, "title_ko": series.title_ko,
        "publisher": series.publisher, "definition": series.definition,
        "comparable": series.comparable, "judged": line.judged,
        "unit": series.unit or status.target.unit, "url": series.url, "note": series.note,
        "observations": [observation(o) for o in line.values],
        "replaced": [observation(o) for o in line.replaced],
        "uncounted": [observation(o) for o in line.uncounted],
    }  # fmt: skip


# --- kpi.methods/1 ----------------------------------------------------------------------------


def method(reading: Reading, unit: str, look: Look) -> Json:
    """What one rule says of one target."""
    return {
        "method": reading.method, "applies": reading.applies, "value": finite(reading.value),
        "class": reading.klass, "light": reading.light if reading.applies else None,
        "reason": reasons.say(reading.reason, unit, look.lang) if reading.reason else None,
        "inputs": {
            name: value if isinstance(value, str) else finite(value)
            for name, value in reading.figures().items()
        },
        "margin": finite(reading.margin),
        "title": BY_NAME[reading.method].title,
    }  # fmt: skip


def split(status: Status) -> Json:
    """How many of the rules that apply agree, and why the others do not; of none, none."""
    if status.split is None:
        return {"agree": 0, "of": 0, "cause": None}
    return {"agree": status.split.agree, "of": status.split.of, "cause": status.split.cause}


def methods_json(board: Board, look: Look, version: str = "") -> str:
    """`kpi.methods/1`: the panel of every target."""
    return dump(
        top("kpi.methods/1", board, version)
        | {
            "targets": (
                {
                    "id": status.target.id, "split": split(status),
                    "methods": [method(r, status.target.unit, look) for r in status.readings],
                    "title": status.target.title, "verdict": status.verdict,
                }
                for status in board.statuses
            )
        }
    )  # fmt: skip
