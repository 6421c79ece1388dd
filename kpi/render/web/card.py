"""The card: one target on one page for whoever writes about it, with its citation.

It is laid out as a page (`html.card_page`) and drawn as a picture (`card_picture`).
"""

from __future__ import annotations

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.facts.records import Document, Observation, document_of
from kpi.render.look import Look
from kpi.render.show_sections import caveat, goals_missed
from kpi.render.show_standing import MILESTONE_OVER, expected, needed_label
from kpi.render.wording import reasons, words
from kpi.render.wording.goals import asked, timed
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import beyond, bounded
from kpi.render.wording.titles import titled
from kpi.render.wording.vocabulary import STATUSES_KO, word
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """What the card says, as finished words. A figure is a label, a value and what is beside it."""

    title: str
    light: str
    sign: str
    verdict: str
    reason: str
    flags: tuple[str, ...]
    quote: str
    origin: str
    figures: tuple[tuple[str, str, str], ...]
    caveats: tuple[tuple[str, str], ...]  # each flag with what it means here
    citation: tuple[tuple[str, str], ...]


def card(status: Status, board: Board, look: Look, version: str) -> Card:
    """The card of a target."""
    lang, target = look.lang, status.target
    source = document_of(status.goal, board.documents)
    return Card(
        title=titled(target, lang),
        light=status.light,
        sign=words.sign(status.light, look),
        verdict=words.verdict(status.verdict, lang),
        reason=reasons.why(status, lang),
        flags=tuple(words.flag(flag, lang) for flag in status.flags),
        quote=status.goal.quote,
        origin=_who(source) if source else "",
        figures=(_goal(status, lang), _latest(status, lang), _measure(status, lang)),
        caveats=_caveats(status, board, lang),
        citation=_citation(status, board, source, lang, version),
    )


def _who(source: Document) -> str:
    day = source.published.isoformat() if source.published else ""
    return ", ".join(filter(None, (source.publisher, day)))


# --- three figures ----------------------------------------------------------------------------


def _goal(status: Status, lang: str) -> tuple[str, str, str]:
    """What was promised."""
    goal, target = status.goal, status.target
    by = timed("", goal, target, lang)
    announced = (
        f"{phrase('announced', lang)} {goal.announced.isoformat()}" if goal.announced else ""
    )
    said = asked(goal, target, lang)
    return phrase("goal_one", lang), said, "; ".join(filter(None, (by, announced)))


def _latest(status: Status, lang: str) -> tuple[str, str, str]:
    """What was last observed."""
    latest = status.latest
    if latest is None:
        return phrase("latest", lang), phrase("card_no_value", lang), ""
    published = phrase("published_on", lang, day=latest.published.isoformat())
    beside = "; ".join((*_when(status, latest, lang), published))
    return phrase("latest", lang), _value(status, latest, lang), beside


def _value(status: Status, figure: Observation, lang: str) -> str:
    """The latest figure, or the sum of the year's; it does not look like a goal that it is not."""
    year = status.year_so_far
    value = figure.value if year is None else year.exact
    return bounded(figure, words.beside(value, status.goal.value, status.target.unit, lang))


def _when(status: Status, figure: Observation, lang: str) -> tuple[str, ...]:
    """The period of a figure, and what it is if it is not final: a plan, an estimate.

    Of a sum from the first to the last one.
    """
    kind = () if figure.status == "final" else (word(STATUSES_KO, figure.status, lang),)
    when = words.period(figure.period, lang)
    if status.year_so_far is not None:
        when = words.through(words.period(status.year_so_far.since, lang), when, lang)
    return when, *kind


def _measure(status: Status, lang: str) -> tuple[str, str, str]:
    """What the latest value is measured by: the path, or else the pace needed, or the calendar."""
    unit = status.target.unit
    if status.expected:
        values = sorted(value for _, value in status.expected)
        ends = [*dict.fromkeys(expected(status, lang, value) for value in values)]
        said = words.between(ends[0], ends[-1], unit, lang) if len(ends) > 1 else ends[0]
        shapes = ", ".join(words.shape(shape, lang) for shape, _ in status.expected)
        return phrase("expected", lang), said, shapes
    if status.pace.needed is not None and not status.arrived:
        return phrase(needed_label(status), lang), words.rate(status.pace.needed, unit, lang), ""
    if status.gap_to_goal is not None:
        gap = beyond(status, words.change(status.gap_to_goal, unit, lang))
        return phrase("to_goal", lang), gap, ""
    if status.outlook.answerable_on and status.verdict not in MILESTONE_OVER:
        return phrase("answer_on", lang), status.outlook.answerable_on.isoformat(), ""
    by = status.goal.by
    when = words.period(by, lang) if by else phrase("no_deadline", lang)
    return words.title("due", lang), when, ""


def _caveats(status: Status, board: Board, lang: str) -> tuple[tuple[str, str], ...]:
    """Each flag and what it means here; of a moved goal also what became of those before it.

    A card is read without the page, on which the goals stand one by one.
    """
    told = []
    for flag in status.flags:
        lines = list(caveat(flag, status, lang))
        if flag.key == "goal-moved":
            lines.append(goals_missed(status, board.on, lang))
        told.append((words.flag(flag, lang), " ".join(filter(None, lines))))
    return tuple(told)


# --- citation ---------------------------------------------------------------------------------


def _citation(
    status: Status, board: Board, source: Document | None, lang: str, version: str
) -> tuple[tuple[str, str], ...]:
    """Who promised and who measured, with day and address; who judged, by which rule and when."""
    rows = []
    if source is not None:
        promised = ", ".join(filter(None, (f"“{source.title}”", _who(source))))
        rows.append((phrase("promise", lang), f"{promised} {source.url}".strip()))
    elif status.goal.document:
        rows.append((phrase("promise", lang), status.goal.document))
    latest = status.latest
    if latest is not None:
        value = f"{_value(status, latest, lang)} ({', '.join(_when(status, latest, lang))})"
        published = phrase("published_on", lang, day=latest.published.isoformat())
        value_line = ", ".join(filter(None, (value, latest.source, published)))
        rows.append((phrase("card_value", lang), f"{value_line} {latest.url}".strip()))
    verdict = words.verdict(status.verdict, lang)
    judged = [phrase("card_judged", lang, verdict=verdict, version=version,
                     on=board.on.isoformat())]  # fmt: skip
    if board.as_of != board.on:
        judged.append(phrase("card_known", lang, as_of=board.as_of.isoformat()))
    if status.expected:
        shapes = ", ".join(words.shape(shape, lang) for shape, _ in status.expected)
        judged.append(phrase("card_paths", lang, shapes=shapes))
    if status.flags:
        flags = ", ".join(words.flag(flag, lang) for flag in status.flags)
        judged.append(phrase("card_caveats", lang, flags=flags))
    judged += [phrase("clock_at", lang, at=board.at)] if board.at else []
    rows.append((phrase("card_verdict", lang), "; ".join(judged)))
    return tuple(rows)
