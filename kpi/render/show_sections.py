"""The page of one target as data: sections of facts, quotes and tables, for any writer.

The sections are made of `blocks`; `show_standing` and `show_observations` make the two longest.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from operator import attrgetter

from kpi.assess.board import Board
from kpi.assess.goal_met import meets
from kpi.assess.reason import Reason
from kpi.assess.status import Status
from kpi.facts.records import Document, Goal, Observation, Target, document_of
from kpi.render import rule_rows
from kpi.render.blocks import Block, Drawing, Fact, Quote, Rows, Section, Words
from kpi.render.look import Look
from kpi.render.show_observations import observations
from kpi.render.show_standing import MILESTONE_OVER, standing
from kpi.render.wording import reasons, words
from kpi.render.wording.apart import digits
from kpi.render.wording.goals import aim
from kpi.render.wording.phrases import phrase, phrase_or
from kpi.render.wording.signs import bounded, in_marks
from kpi.render.wording.titles import titled
from kpi.render.wording.vocabulary import COMPARABLE, WEIGHTS


def sections(status: Status, board: Board, look: Look) -> list[Section]:
    """The whole page of a target, in the order in which it is read; empty sections left out."""
    lang, documents = look.lang, board.documents
    parts = (
        ("promise", promise(status, documents, lang)),
        ("goal", goals(status, documents, board.on, lang)),
        ("measured", measured(status, lang)),
        ("now", (Drawing(), *now(status, lang))),
        ("trajectory", trajectory(status, lang)),
        ("projection", projection(status, board.on, lang)),
        ("answerable", answerable(status, board.as_of, lang)),
        ("matrix", matrix(status, look)),
        ("methods", methods(status, look)),
        ("observations", observations(status, lang)),
        ("caveats", caveats(status, lang)),
    )
    return [Section(phrase(key, lang), tuple(blocks), key) for key, blocks in parts if blocks]


# --- what was promised ------------------------------------------------------------------------


def promise(status: Status, documents: Mapping[str, Document], lang: str) -> list[Block]:
    """The judged goal's quote and document, and who owns the target."""
    goal, target = status.goal, status.target
    blocks: list[Block] = [Quote(goal.quote)] if goal.quote else []
    paper = document_of(goal, documents)
    if paper is not None:
        blocks.append(Fact(phrase("document", lang), tuple(origin(paper, lang))))
        if paper.note:
            blocks.append(Fact(phrase("document_note", lang), (paper.note,)))
    elif goal.document:
        blocks.append(Fact(phrase("document", lang), (goal.document,)))
    for key, text in (("reading", goal.reading), ("note", goal.note), ("owner", target.owner),
                      ("tags", ", ".join(target.tags)), ("about", target.note)):  # fmt: skip
        if text:
            blocks.append(Fact(phrase(key, lang), (text,)))
    return blocks


def goals(status: Status, documents: Mapping[str, Document], on: dt.date, lang: str) -> list[Block]:
    """Every goal as it was announced, the first one first, and where the path starts.

    Of those that are not judged the words stand here too, and whether they were reached.
    """
    target = status.target
    lines = list[str]()
    by_it = dict(status.by_earlier_goals)
    earlier = True  # than the judged one
    for goal in status.goals or (status.goal,):
        earlier = earlier and goal != status.goal
        parts = [aim(goal, target, lang)]
        if goal.announced:
            parts.append(f"{phrase('announced', lang)} {goal.announced.isoformat()}")
        if goal.document and goal.document != status.goal.document:
            paper = document_of(goal, documents)
            parts.append(paper.title if paper else goal.document)
        if len(status.goals) > 1:
            parts.append(phrase(_role(goal, status.goal, earlier), lang))
        outcome = outcome_of(goal, status, on)
        if outcome is not None:
            parts.append(_outcome(*outcome, status, lang))
        elif goal in by_it:
            said = words.verdict(by_it[goal].word, lang)
            parts.append(phrase("goal_by_it", lang, verdict=said))
        lines.append("; ".join(parts))
        if goal != status.goal and goal.quote and goal.quote != status.goal.quote:
            lines.append(in_marks(goal.quote))
    blocks: list[Block] = [
        Fact(phrase("goals" if len(status.goals) > 1 else "goal_one", lang), tuple(lines))
    ]
    blocks.append(Fact(phrase("baseline", lang), tuple(baselines(status, lang))))
    return [*blocks, *endings(target, documents, lang)]


def endings(target: Target, documents: Mapping[str, Document], lang: str) -> list[Block]:
    """How a target ended before its deadline: closed, or replaced by another one."""
    blocks: list[Block] = []
    if target.closed:
        how = words.verdict(target.closed.how, lang)
        ending = [phrase("closed", lang, on=target.closed.on.isoformat(), how=how)]
        ending.append(target.closed.why)
        if target.closed.document:
            paper = document_of(target.closed, documents)
            ending += origin(paper, lang) if paper else [target.closed.document]
        blocks.append(Fact(phrase("end", lang), tuple(filter(None, ending))))
    if target.superseded:
        by = target.superseded.by or "?"
        text = phrase("superseded_by", lang, on=target.superseded.on.isoformat(), by=by)
        lines = tuple(filter(None, (text, target.superseded.why)))
        blocks.append(Fact(phrase("replaced", lang), lines))
    return blocks


def origin(paper: Document, lang: str) -> list[str]:
    """A document's title, who published it and when and of which weight it is, and its address."""
    day = paper.published.isoformat() if paper.published else ""
    weight = WEIGHTS[paper.weight][lang == "ko"] if paper.weight in WEIGHTS else ""
    who = ", ".join(filter(None, (paper.publisher, day, weight)))
    return list(filter(None, (paper.title, who, paper.url)))


def _role(goal: Goal, judged: Goal, earlier: bool) -> str:
    """What a goal is beside the judged one, as the key of a phrase."""
    if goal == judged:
        return "judged"
    if goal.announced == judged.announced:
        return "set_beside"
    return "moved_from" if earlier else "moved_to"


def outcome_of(goal: Goal, status: Status, on: dt.date) -> tuple[str, Observation | None] | None:
    """What became of a goal that is not judged, once its deadline has passed: a key, a figure.

    None while nobody can tell: the figure that it asked for is not there, or measures another
    thing.
    """
    line, by = status.judged_line, goal.due
    if goal == status.goal or by is None or by >= on or status.verdict == "cannot judge":
        return None
    if status.target.kind == "annual":
        return None
    values = line.values if line is not None else ()
    count = bisect_right(values, by, key=attrgetter("period.end"))
    last = values[count - 1] if count else None
    if status.target.kind == "milestone":
        return ("goal_done", last) if last and last.value is True else ("goal_undone", None)
    if last is None:
        return None
    if meets(last.value, goal, status.target.direction):
        return "goal_reached", last
    settled = last.period.end == by and last.bound == "="  # "at most 77" leaves open whether 74 was
    return ("goal_not_reached", last) if settled else None


def baselines(status: Status, lang: str) -> list[str]:
    """The stated baseline and, where the path starts elsewhere, that too."""
    stated, unit, lines = status.target.baseline, status.target.unit, []
    if stated is None:
        lines.append(phrase("not_given", lang))
    else:
        value = words.figure(stated.value, unit, lang) if stated.value is not None else ""
        parts = [value, words.period(stated.period, lang)]
        parts += [phrase("assumed", lang)] if stated.assumed else []
        parts += [text for text in (stated.reason, stated.note) if text]
        lines.append(f"{phrase('stated', lang)}: " + "; ".join(filter(None, parts)))
    if status.base is not None and (status.rebased or stated is None or stated.value is None):
        given = stated.value if stated is not None and stated.value is not None else True
        value = words.beside(status.base.value, given, unit, lang)
        since = words.period(status.base.period, lang)
        lines.append(f"{phrase('path_starts', lang)}: {value}; {since}")
    return lines


def measured(status: Status, lang: str) -> list[Block]:
    """The judged series: what it measures, and why it was chosen."""
    line, target = status.judged_line, status.target
    blocks: list[Block] = []
    if line is not None:
        series = line.series
        name = titled(series, lang) or series.id
        about = [f"{name} ({series.id})" if name != series.id else name]
        about += [series.publisher, series.definition]
        # "yes" is the default as well, and then nobody has said so.
        doubt = series.comparable != "yes"
        about += [COMPARABLE[series.comparable][lang == "ko"]] if doubt else []
        about += [series.note, series.url]
        blocks.append(Fact(phrase("series", lang), tuple(filter(None, about))))
    elif target.kind != "milestone":
        blocks.append(Fact(phrase("series", lang), (target.judged_series,)))
    if words.unit_of(target.unit).is_index:  # which stands behind no number
        blocks.append(Fact(phrase("unit", lang), (target.unit,)))
    if target.judged_why:
        blocks.append(Fact(phrase("why", lang), (target.judged_why,)))
    return blocks


# --- where it stands --------------------------------------------------------------------------


def now(status: Status, lang: str) -> list[Block]:
    """The latest value against the path, the goal and the time."""
    return [Fact(phrase(key, lang), lines) for key, lines in standing(status, lang)]


def trajectory(status: Status, lang: str) -> list[Block]:
    """What the path asks for from the latest value on; where only the goal is left, nothing."""
    unit, goal = status.target.unit, status.goal.value
    shapes = list(dict.fromkeys(shape for step in status.trajectory for shape, _ in step.expected))
    rows = [
        (
            words.period(step.period, lang),
            *(
                words.beside(asked[shape], goal, unit, lang) if shape in asked else ""
                for shape in shapes
            ),
        )
        for step in status.trajectory
        for asked in [dict(step.expected)]
    ]
    heads = (words.title("period", lang), *(words.shape(shape, lang) for shape in shapes))
    right = tuple(range(1, len(heads)))
    return [Rows(heads, tuple(rows), right=right)] if len(rows) > 1 else []


def projection(status: Status, on: dt.date, lang: str) -> list[Block]:
    """The projection in words and with its range, never a bare point; or why there is none."""
    projected, unit = status.projection, status.target.unit
    if projected is None:
        if status.no_projection is None:
            return []
        return [Words(reasons.say(status.no_projection, unit, lang))]
    ends = (projected.low, projected.high)
    more = max(
        digits(end, (projected.value,), lambda v, more: words.first(v, unit, lang, more))
        for end in ends
    )  # "100 to 100" is no range
    low, high = (
        words.first(projected.low, unit, lang, more),
        words.last(projected.high, unit, lang, more),
    )
    value = words.amount(projected.value, words.bare(unit), lang, more)
    level, day = words.percent(projected.level, lang), projected.date.isoformat()
    passed = projected.date < on  # the figure is not out, but what it says has happened
    odds = "projection_odds_over" if passed else "projection_odds"
    likely = phrase(odds, lang, odds=words.odds(projected.probability, lang), date=day)
    spread = phrase("projection_range", lang, level=level, low=low, high=high, value=value)
    method = phrase_or(projected.method, lang)
    method_lines = [phrase("projection_by", lang, method=method, n=projected.n)]
    if projected.season is not None:
        until = words.period(projected.season, lang)
        method_lines.append(phrase("one_season", lang, until=until))
    method_lines += [phrase("widened", lang)] if projected.widened > 1 else []
    method_lines += [phrase("straight", lang)] if projected.straight else []
    points = status.case.points if status.case is not None else ()
    if any(point.stated for point in points):
        method_lines.append(phrase("without_stated", lang))
    # Also where only the first line is shown, it is not said without its weakness.
    weak = [phrase("very_weak", lang)] if projected.very_weak else []
    return [Fact(phrase("outlook", lang), ("; ".join((likely, spread, *weak)),)),
            Fact(phrase("how", lang), tuple(method_lines))]  # fmt: skip


def answerable(status: Status, as_of: dt.date, lang: str) -> list[Block]:
    """When the deadline's verdict can be known, and by which figure it can still change.

    Nothing is waited for of a target that was closed, nor of a milestone whose day has come.
    """
    if status.closed or status.verdict in MILESTONE_OVER:
        return []
    view = status.outlook
    facts: list[tuple[str, str]] = []
    if view.answerable_on:
        facts.append(("answer_on", view.answerable_on.isoformat()))
    if view.last_period_end:
        end = view.last_period_end.isoformat()
        text = phrase("last_figure_is", lang, end=end)
        if view.last_release_on:
            text += phrase("last_figure_on", lang, day=view.last_release_on.isoformat())
        facts.append(("last_figure", text))
    if view.next_release_on:
        late = view.next_release_on < as_of
        key = "next_figure_late" if late else "next_figure"
        facts.append((key, view.next_release_on.isoformat()))
    if not facts and status.goal.by is not None and status.verdict != "missed":
        return [Words(phrase("no_rhythm", lang))]
    return [Fact(phrase(key, lang), (text,)) for key, text in facts]


def matrix(status: Status, look: Look) -> list[Block]:
    """What each series would say, where none of them can be judged."""
    rows = tuple(
        (name, words.signed_verdict(verdict, light, look)) for name, verdict, light in status.matrix
    )
    heads = tuple(words.title(key, look.lang) for key in ("series", "verdict"))
    empty = status.reason.key == "judged-series-empty"  # others would do, were they judged
    note = Words(phrase("matrix_note_empty" if empty else "matrix_note", look.lang))
    return [Rows(heads, rows, give=0), note] if rows else []


def methods(status: Status, look: Look) -> list[Block]:
    """The published rules, and where and why they split."""
    if not status.readings:
        return []
    reason = status.readings[0].reason
    if reason and all(not r.applies and r.reason == reason for r in status.readings):
        return [Words(reasons.say(reason, status.target.unit, look.lang))]
    heads = tuple(words.title(key, look.lang) for key in rule_rows.HEADS)
    rows = tuple(rule_rows.row(reading, status, look) for reading in status.readings)
    split = rule_rows.verdict_on_split(status, look.lang)
    return [
        Rows(heads, rows, right=(1, 3), give=2, drops=(3, 1)),
        *([Words(split)] if split else []),
    ]


def caveats(status: Status, lang: str) -> list[Block]:
    """Every flag, explained in a sentence."""
    facts: list[Block] = [
        Fact(words.flag(flag, lang), caveat(flag, status, lang)) for flag in status.flags
    ]
    return facts or [Words(phrase("no_caveats", lang))]


def caveat(flag: Reason, status: Status, lang: str) -> tuple[str, ...]:
    """What a flag means here: its sentence; where rules split, what they say and why, too."""
    split = rule_rows.apart(status, lang) if words.flag_name(flag) == "methods split" else ""
    return tuple(filter(None, (reasons.say(flag, status.target.unit, lang), split)))


def goals_missed(status: Status, on: dt.date, lang: str) -> str:
    """Goals of which the deadline passed without their being reached, but for the judged one."""
    missed = []
    for goal in status.goals:
        key, figure = outcome_of(goal, status, on) or ("", None)
        if key in ("goal_not_reached", "goal_undone"):
            outcome = _outcome(key, figure, status, lang)
            missed.append(f"{aim(goal, status.target, lang)} ({outcome})")
    return phrase("goals_missed", lang, goals="; ".join(missed)) if missed else ""


def _outcome(key: str, figure: Observation | None, status: Status, lang: str) -> str:
    """What became of a goal, in words."""
    value = bounded(figure, words.figure(figure.value, status.target.unit, lang)) if figure else ""
    period = words.period(figure.period, lang) if figure else ""
    return phrase(key, lang, value=value, period=period)
