"""The page of one target as data: sections of facts, quotes and tables, for any writer.

Everything in it is finished words, not yet escaped for the terminal, Markdown or a page.
"""

from __future__ import annotations

from collections.abc import Mapping

from kpi.assess.board import Board
from kpi.assess.known import Line
from kpi.assess.status import Status
from kpi.facts.records import Document, Goal, Observation
from kpi.render.look import Look
from kpi.render.standing import standing
from kpi.render.text import panel
from kpi.render.text.columns import bounded, judged_line
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase, phrase_or
from kpi.render.wording.titles import titled
from kpi.render.wording.vocabulary import COMPARABLE, STATUSES_KO, WEIGHTS, word
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact; further lines belong to the same label."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source, exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence or a paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A table. `right` names the columns of numbers by their places.

    Where room is short, the columns `drops` go, in that order, and `give` is flowed. `links` are
    the addresses of the rows' last cells, for a writer that can link them there; `again` says of
    which rows the last cell is as above.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    give: int = 0
    drops: tuple[int, ...] = ()
    links: tuple[str, ...] = ()
    again: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """The place of the chart, which each writer draws in its own way."""


Block = Fact | Quote | Words | Rows | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `key` says which part of the page it is."""

    heading: str
    blocks: tuple[Block, ...]
    key: str = ""


def sections(
    status: Status, board: Board, documents: Mapping[str, Document], look: Look
) -> list[Section]:
    """The whole page of a target, in the order in which it is read; empty sections left out."""
    lang = look.lang
    parts = (
        ("promise", promise(status, documents, lang)),
        ("goal", goals(status, documents, lang)),
        ("measured", measured(status, lang)),
        ("now", (Drawing(), *now(status, lang))),
        ("projection", projection(status, lang)),
        ("answerable", answerable(status, lang)),
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
    source = documents.get(goal.document or "")
    if source is not None:
        day = source.published.isoformat() if source.published else ""
        weight = WEIGHTS[source.weight][lang == "ko"] if source.weight in WEIGHTS else ""
        origin = ", ".join(filter(None, (source.publisher, day, weight)))
        lines = tuple(filter(None, (source.title, origin, source.url)))
        blocks.append(Fact(phrase("document", lang), lines))
        if source.note:
            blocks.append(Fact(phrase("document_note", lang), (source.note,)))
    elif goal.document:
        blocks.append(Fact(phrase("document", lang), (goal.document,)))
    for key, text in (("reading", goal.reading), ("note", goal.note), ("owner", target.owner),
                      ("tags", ", ".join(target.tags)), ("about", target.note)):  # fmt: skip
        if text:
            blocks.append(Fact(phrase(key, lang), (text,)))
    return blocks


def aim(goal: Goal, unit: str, lang: str) -> str:
    """A goal in one line: "at least 30 % by 2030"."""
    if isinstance(goal.value, bool):
        what = phrase("to_be_done", lang)
    else:
        what = phrase("aim " + goal.comparator, lang, value=words.figure(goal.value, unit, lang))
    if goal.by is None:
        return f"{what}, {phrase('no_deadline', lang)}"
    by = phrase("by", lang, by=words.period(goal.by, lang))
    return f"{by} {what}" if lang == "ko" else f"{what} {by}"


def goals(status: Status, documents: Mapping[str, Document], lang: str) -> list[Block]:
    """Every goal as it was announced, the first one first, and where the path starts."""
    target = status.target
    lines, role = list[str](), "moved_from"
    for goal in status.goals or (status.goal,):
        role = "judged" if goal == status.goal else role if role == "moved_from" else "moved_to"
        said = [aim(goal, target.unit, lang)]
        if goal.announced:
            said.append(f"{phrase('announced', lang)} {goal.announced.isoformat()}")
        if goal.document and goal.document != status.goal.document:
            source = documents.get(goal.document)
            said.append(source.title if source else goal.document)
        if len(status.goals) > 1:
            said.append(phrase(role, lang))
        lines.append("; ".join(said))
    blocks: list[Block] = [
        Fact(phrase("goals" if len(lines) > 1 else "goal_one", lang), tuple(lines))
    ]
    blocks.append(Fact(phrase("baseline", lang), tuple(baselines(status, lang))))
    if target.closed:
        how = words.verdict(target.closed.how, lang)
        said_so = phrase("closed", lang, on=target.closed.on.isoformat(), how=how)
        blocks.append(Fact(phrase("end", lang), tuple(filter(None, (said_so, target.closed.why)))))
    if target.superseded:
        by = target.superseded.by or "?"
        text = phrase("superseded_by", lang, on=target.superseded.on.isoformat(), by=by)
        lines_ = tuple(filter(None, (text, target.superseded.why)))
        blocks.append(Fact(phrase("replaced", lang), lines_))
    return blocks


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
        value = words.amount(status.base.value, unit, lang)
        since = words.period(status.base.period, lang)
        lines.append(f"{phrase('path_starts', lang)}: {value}; {since}")
    return lines


def measured(status: Status, lang: str) -> list[Block]:
    """The judged series: what it measures, and why it was chosen."""
    line, target = judged_line(status), status.target
    blocks: list[Block] = []
    if line is not None:
        s = line.series
        name = titled(s, lang) or s.id
        about = [f"{name} ({s.id})" if name != s.id else name, s.publisher, s.definition]
        said = s.comparable != "yes" or s in target.series  # of `main` alone nobody said it
        about += [COMPARABLE[s.comparable][lang == "ko"] if said else "", s.note, s.url]
        blocks.append(Fact(phrase("series", lang), tuple(filter(None, about))))
    elif target.kind != "milestone":
        blocks.append(Fact(phrase("series", lang), (target.judged_series,)))
    if target.judged_why:
        blocks.append(Fact(phrase("why", lang), (target.judged_why,)))
    return blocks


# --- where it stands --------------------------------------------------------------------------


def now(status: Status, lang: str) -> list[Block]:
    """The latest value against the path, the goal and the time."""
    return [Fact(phrase(key, lang), lines) for key, lines in standing(status, lang)]


def projection(status: Status, lang: str) -> list[Block]:
    """The projection in words and with its range, never a bare point; or why there is none."""
    p, unit = status.projection, status.target.unit
    if p is None:
        if status.no_projection is None:
            return []
        return [Words(words.say(status.no_projection, unit, lang))]
    low, high, value = (words.amount(x, unit, lang) for x in (p.low, p.high, p.value))
    level, day = words.percent(p.level, lang), p.date.isoformat()
    likely = phrase("projection_odds", lang, odds=words.odds(p.probability, lang), date=day)
    spread = phrase("projection_range", lang, level=level, low=low, high=high, value=value)
    how = phrase_or(p.method, lang)
    said = [phrase("projection_by", lang, method=how, n=p.n)]
    said += [phrase("widened", lang)] if p.widened > 1 else []
    said += [phrase("very_weak", lang)] if p.very_weak else []
    said += [phrase("straight", lang)] if p.straight else []
    return [Fact(phrase("outlook", lang), (f"{likely}; {spread}",)),
            Fact(phrase("how", lang), tuple(said))]  # fmt: skip


def answerable(status: Status, lang: str) -> list[Block]:
    """When the deadline's verdict can be known, and by which figure it can still change."""
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
        facts.append(("next_figure", view.next_release_on.isoformat()))
    if not facts and status.goal.by is not None:
        return [Words(phrase("no_rhythm", lang))]
    return [Fact(phrase(key, lang), (text,)) for key, text in facts]


def matrix(status: Status, look: Look) -> list[Block]:
    """What each series would say, where none of them can be judged."""
    rows = tuple(
        (name, f"{words.sign(light, look)} {words.verdict(verdict, look.lang)}")
        for name, verdict, light in status.matrix
    )
    heads = tuple(words.title(key, look.lang) for key in ("series", "verdict"))
    note = Words(phrase("matrix_note", look.lang))
    return [Rows(heads, rows, give=0), note] if rows else []


def methods(status: Status, look: Look) -> list[Block]:
    """The published rules, and where and why they split."""
    if not status.readings:
        return []
    heads = tuple(words.title(key, look.lang) for key in panel.HEADS)
    rows = tuple(panel.row(reading, status, look) for reading in status.readings)
    split = panel.verdict_on_split(status, look.lang)
    return [
        Rows(heads, rows, right=(1, 3), give=2, drops=(3, 1)),
        *([Words(split)] if split else []),
    ]


# --- what was observed ------------------------------------------------------------------------


def observations(status: Status, lang: str) -> list[Block]:
    """Every figure of every series with its source; replaced ones below what replaced them."""
    blocks: list[Block] = []
    for line in sorted(status.lines, key=lambda line: not line.judged):
        blocks += series(status, line, lang)
    return blocks or [Words(phrase("no_observations", lang))]


def series(status: Status, line: Line, lang: str) -> list[Block]:
    """The figures of one series."""
    unit = line.series.unit or status.target.unit
    figures = [(o, "") for o in line.values] + [(o, "was") for o in line.replaced]
    figures += [(o, "uncounted") for o in line.uncounted]
    if not figures:
        return []
    figures.sort(key=lambda figure: (figure[0].period, figure[1] == "was", figure[0].published))
    name = titled(line.series, lang) or line.series.id
    shown = phrase("judged" if line.judged else "not_judged", lang)
    keys = ("period", "value", "published", "status", "grade", "source")
    rows = tuple(row(o, how, unit, lang) for o, how in figures)
    above = phrase("as_above", lang)
    again = tuple(
        bool(one[5]) and before is not None and one[5] == before[5]
        for before, one in zip((None, *rows), rows, strict=False)
    )
    rows = tuple((*one[:5], above) if same else one for one, same in zip(rows, again, strict=True))
    heads, links = tuple(words.title(key, lang) for key in keys), tuple(o.url for o, _ in figures)
    table = Rows(heads, rows, right=(1,), give=5, drops=(4, 5, 2), links=links, again=again)
    urls = grouped([(o.period.text, o.url) for o, _ in figures])
    notes = grouped([(o.period.text, o.note) for o, _ in figures])
    extra = [
        Fact(phrase(key, lang), lines) for key, lines in (("urls", urls), ("notes", notes)) if lines
    ]
    of = shown if name == line.series.id else f"{line.series.id}; {shown}"
    return [Words(f"{name} ({of})"), table, *extra]


def grouped(said: list[tuple[str, str]]) -> tuple[str, ...]:
    """Texts after the periods they belong to, the same text once: "2023, 2024: a budget"."""
    periods: dict[str, list[str]] = {}
    for period, text in said:
        if text:
            periods.setdefault(text, []).append(period)
    return tuple(f"{', '.join(dict.fromkeys(of))}: {text}" for text, of in periods.items())


def row(o: Observation, how: str, unit: str, lang: str) -> tuple[str, ...]:
    """One figure as a row: its value, since when it is known, how it is known, and from whom."""
    value = bounded(o, words.figure(o.value, unit, lang))
    if how == "was":
        value = phrase("was", lang, value=value)
    state = word(STATUSES_KO, o.status, lang)
    if how == "uncounted":
        state += f", {phrase('not_judged', lang)}"
    if o.revision > 1:
        state += f" r{o.revision}"
    return (str(o.period), value, o.published.isoformat(), state, o.grade, o.source)


def caveats(status: Status, lang: str) -> list[Block]:
    """Every flag, explained in a sentence."""
    facts: list[Block] = []
    for flag in status.flags:
        lines = [words.say(flag, status.target.unit, lang)]
        if words.flag_name(flag) == "methods split":
            lines.append(panel.cause(status, lang))
        facts.append(Fact(words.flag(flag, lang), tuple(filter(None, lines))))
    return facts or [Words(phrase("no_caveats", lang))]
