"""The published rules side by side, and one rule explained step by step."""

from __future__ import annotations

from collections.abc import Sequence

from kpi.assess.board import Board
from kpi.assess.methods.rule import Cut, Reading, Rule, Source, Step
from kpi.assess.status import Status
from kpi.render.grid import aligned, clip, flow, flowed, pad, width
from kpi.render.look import Look
from kpi.render.rule_rows import ALIGNS, HEADS, grounds, measure, row, verdict_on_split
from kpi.render.status_columns import verdict
from kpi.render.wording import reasons, words
from kpi.render.wording.digits import reckoned
from kpi.render.wording.overview import clocks
from kpi.render.wording.phrases import phrase
from kpi.render.wording.sentences import SENTENCES
from kpi.render.wording.signs import in_marks
from kpi.render.wording.translation import input_name, translated

#: A column of classes and reasons that is narrower than this is no table any more.
ROOM = 20


def methods_table(board: Board, look: Look, version: str = "") -> str:
    """The panel of every target, one block each, under the clocks in use."""
    blocks = ["\n".join(panel(status, look)) for status in board.statuses]
    if not look.quiet:
        blocks.insert(0, "\n".join(flow(words.plain(clocks(board, look.lang), look), look)))
    return "\n\n".join(blocks) + "\n"


def panel(status: Status, look: Look) -> list[str]:
    """The rules of one target under its name and its headline verdict."""
    headline = verdict(status, look)
    room = None if look.width is None else look.width - width(headline) - 2
    id_ = words.safe(status.target.id)
    lines = [f"{id_ if room is None else clip(id_, max(room, 8), look)}  {headline}"]
    if not status.readings:
        return lines + flow(words.plain(reasons.why(status, look.lang), look), look, "  ")
    lines += grid(status, look)
    for line in filter(None, (verdict_on_split(status, look.lang), *grounds(status, look.lang))):
        lines += flow(words.plain(line, look), look, hang="  ")
    return lines


def grid(status: Status, look: Look) -> list[str]:
    """The table of rules; where a class or a reason is too long for the room, it goes on below.

    On a narrow screen the distance to the next cut gives way, then the table becomes a list.
    """
    heads = [words.title(key, look.lang) for key in HEADS]
    rows = [[words.plain(cell, look) for cell in row(r, status, look)] for r in status.readings]
    if look.width is None:
        return aligned(heads, rows, ALIGNS, look)
    sizes = [max(map(width, column)) for column in zip(heads, *rows, strict=True)]
    for columns in (4, 3):
        room = look.width - sum(size + 2 for n, size in enumerate(sizes[:columns]) if n != 2)
        if room >= min(sizes[2], ROOM):
            narrowed = [cells[:columns] for cells in rows]
            narrowed = [part for cells in narrowed for part in flowed(cells, 2, room, look)]
            return aligned(heads[:columns], narrowed, ALIGNS[:columns], look)
    return [line for cells in rows for line in _listed(cells, look)]


def _listed(cells: Sequence[str], look: Look) -> list[str]:
    """A rule as a list has it: its name and its value, and its class below them."""
    name, value, klass, _ = cells
    head = f"{name}: {value}" if value else name
    return [*flow(head, look, hang="  "), *flow(klass, look, "  ")]


# --- one rule explained -----------------------------------------------------------------------


def explain(status: Status, reading: Reading | None, rule: Rule, look: Look) -> str:
    """A rule with the numbers of a target in it: formula, inputs, arithmetic, classes, sources.

    Without a reading nothing was computed for the target, and its verdict says why.
    """
    lang = look.lang
    reading = reading or Reading(rule.name, reason=status.reason)
    lines = flow(
        f"{words.safe(status.target.id)}: {rule.name} ({translated(rule.title, lang)})", look
    )
    lines += flow(translated(rule.measure, lang), look, "  ")
    lines += flow(rule.formula, look, "    ")
    unit = status.target.unit
    if reading.inputs:
        lines += ["", _in_unit("inputs", unit, lang)]
        names = [input_name(name, lang) for name, _ in reading.inputs]
        size = max(map(width, names))
        for name, (_, value) in zip(names, reading.inputs, strict=True):
            text = (
                value if isinstance(value, str) or value is None else _reckoned(value, unit, lang)
            )
            text = phrase("none", lang) if text is None else words.safe(text)
            lines += flow(text, look, f"  {pad(name, size)}  ")
    if reading.steps:
        lines += ["", _in_unit("arithmetic", unit, lang)]
        for step in reading.steps:
            lines += flow(arithmetic(step, unit, lang), look, "  ", "    ")
    lines += ["", *result(status, reading, rule, look)]
    lines += ["", phrase("source", lang)]
    for source in rule.sources:
        lines += cited(source, look)
    return "\n".join(words.plain(line, look) for line in lines) + "\n"


def cited(source: Source, look: Look) -> list[str]:
    """A source with its own words and its address, and whether it was read in its own text."""
    text = ", ".join(filter(None, (source.publisher, source.title, source.year, source.section)))
    if not source.confirmed:
        text += f" ({phrase('unconfirmed', look.lang)})"
    lines = flow(text, look, "  ", "    ")
    lines += flow(in_marks(source.quote), look, "    ") if source.quote else []
    return lines + (flow(source.url, look, "    ") if source.url else [])


#: Steps that come to an amount, or to one a year; all others to a share, a rate or a time.
_AMOUNTS = ("expected-", "gap", "carried-value", "mean-change", "observed-rate", "required-rate")


def _in_unit(heading: str, unit: str, lang: str) -> str:
    """A heading, with the unit of the amounts below it where they are written otherwise elsewhere.

    An arithmetic is done in the figures as they are recorded, whatever scale Korean has for them.
    """
    text = phrase(heading, lang)
    if words.unit_of(unit).currency is None:
        return text
    return phrase("in_unit", lang, what=text, unit=words.counted_in(unit, lang))


def _reckoned(value: float, unit: str, lang: str) -> str:
    """A number of an arithmetic, and beside it the amount that it is, if that looks otherwise."""
    shown = reckoned(value)
    if not words.rescaled(value, unit, lang):
        return shown
    return f"{shown} ({words.amount(value, unit, lang)})"


def arithmetic(step: Step, unit: str, lang: str) -> str:
    """One step: its name, the formula in letters, the same in numbers, and the result."""
    key = f"step-{step.name}"
    name = SENTENCES[key][lang == "ko"] if key in SENTENCES else step.name.replace("-", " ")
    letters = step.formula.format(**{letter: letter for letter, _ in step.letters})
    numbers = step.formula.format(**{letter: _bracketed(value) for letter, value in step.letters})
    is_amount = step.name.startswith(_AMOUNTS)
    result = _reckoned(step.result, unit, lang) if is_amount else reckoned(step.result)
    return f"{name}: {letters} = {numbers} = {result}"


def _bracketed(value: float) -> str:
    return f"({reckoned(value)})" if value < 0 else reckoned(value)


def result(status: Status, reading: Reading, rule: Rule, look: Look) -> list[str]:
    """The table of classes with the one that holds, and how far the next one is."""
    lang = look.lang
    if reading.klass is None:
        why = reasons.say(reading.reason, status.target.unit, lang) if reading.reason else ""
        return flow(f"{phrase('does_not_apply', lang)}: {why}", look)
    lines = [phrase("cuts", lang)]
    for cut in rule.cuts:
        here = reading.klass == cut.klass
        mark = words.plain("→", look) if here else " "
        lines += flow(
            f"{mark} {words.klass(cut.klass, lang)}: {border(cut, lang)}", look, "  ", "    "
        )
    if reading.reason is not None:
        lines += flow(reasons.say(reading.reason, status.target.unit, lang), look, "  ")
    if reading.margin is not None:
        margin = measure(reading, reading.margin, status.target.unit, lang).removeprefix("+")
        lines += flow(phrase("to_next", lang, margin=margin), look, "  ")
    return lines


def border(cut: Cut, lang: str) -> str:
    """Where a class begins: "from 0.95", "below 5", "the rest"."""
    says = translated(cut.says, lang)
    if cut.at is None:
        return says or phrase("rest", lang)
    key = ("below" if cut.strict else "up_to") if cut.falling else "above" if cut.strict else "from"
    return phrase(key, lang, cut=words.number(cut.at)) + (f", {says}" if says else "")
