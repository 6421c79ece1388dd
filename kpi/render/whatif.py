"""Imagined observations beside today's: what each rule would say, and what it would take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kpi.assess.methods.rule import Reading
from kpi.assess.status import Status
from kpi.assess.whatif import DIGITS, HEADLINE, Needed
from kpi.facts.periods import Period
from kpi.render import machine
from kpi.render.grid import flow, table, width
from kpi.render.json_text import Json, dump
from kpi.render.look import Look
from kpi.render.markdown import escaped, grid
from kpi.render.rule_rows import number
from kpi.render.wording import reasons, words
from kpi.render.wording.overview import clocks
from kpi.render.wording.phrases import phrase
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Imagined:
    """One target today and under imagined values; `period` and `needed` if that was asked."""

    before: Status
    after: Status
    values: tuple[tuple[Period, Decimal | bool], ...]
    period: Period | None
    needed: tuple[Needed, ...]
    on: dt.date
    as_of: dt.date
    at: str | None


def whatif_json(story: Imagined, look: Look, version: str = "") -> str:
    """`kpi.whatif/1`: verdict and rules before and after, and the values needed."""
    return dump(
        {
            "schema": "kpi.whatif/1",
            "version": version,
            "on": story.on.isoformat(),
            "id": story.before.target.id,
            "imagined": [
                {"period": str(period), "date": period.end.isoformat(), "value": machine.finite(v)}
                for period, v in story.values
            ],
            "before": _side(story.before, look),
            "after": _side(story.after, look),
            "needed": None
            if story.period is None
            else {
                "period": str(story.period),
                "methods": [
                    {"method": need.method, **_limits(need), "applies": need.applies}
                    for need in story.needed
                    if need.method != HEADLINE
                ],
                "headline": next(
                    (_limits(need) for need in story.needed if need.method == HEADLINE),
                    None,
                ),
            },
            "as_of": story.as_of.isoformat(),
            "at": story.at,
        }
    )


def _limits(need: Needed) -> Json:
    limits: Json = {"value": machine.finite(need.value), "any": need.any}
    return limits if need.other is None else limits | {"other": machine.finite(need.other)}


def _side(status: Status, look: Look) -> Json:
    return {
        "verdict": status.verdict,
        "light": status.light,
        "reason": reasons.why(status, look.lang),
        "flags": [machine.flag(flag) for flag in status.flags],
        "methods": [
            machine.method(reading, status.target.unit, look) for reading in status.readings
        ],
    }


def _rows(story: Imagined, look: Look, numbers: bool = True) -> tuple[list[str], list[list[str]]]:
    """Titles and rows: the headline, then each rule; today, imagined, and what is needed.

    Where room is short the classes stand without their `numbers`.
    """
    lang = look.lang
    heads = [words.title("rule", lang), phrase("today", lang)]
    heads += [phrase("imagined", lang)] if story.values else []
    heads += [phrase("needed_in", lang, period=words.period(story.period, lang))] if (
        story.period is not None
    ) else []  # fmt: skip
    rows = [[phrase("headline", lang), _headline(story.before, look)]]
    rows[0] += [_headline(story.after, look)] if story.values else []
    needed = {need.method: need for need in story.needed}
    if story.period is not None:
        rows[0].append(_needed(needed.get(HEADLINE), story.after, look))
    for now, then in zip(story.before.readings, story.after.readings, strict=True):
        unit = story.after.target.unit
        row = [now.method, _class(now, unit, look, numbers)]
        row += [_class(then, unit, look, numbers)] if story.values else []
        if story.period is not None:
            applies = now.klass is not None or then.klass is not None
            need = needed.get(now.method, Needed(now.method, None, applies=applies))
            row.append(_needed(need, story.after, look))
        rows.append(row)
    return heads, rows


def _headline(status: Status, look: Look) -> str:
    return words.signed_verdict(status.verdict, status.light, look)


def _class(reading: Reading, unit: str, look: Look, numbers: bool) -> str:
    if reading.klass is None:
        return f"{words.sign('closed', look)} {phrase('does_not_apply', look.lang)}"
    text = f"{words.sign(reading.light, look)} {words.klass(reading.klass, look.lang)}"
    if reading.value is None or not numbers:
        return text
    return f"{text} ({number(reading, unit, look.lang).removeprefix('+')})"


def _needed(need: Needed | None, status: Status, look: Look) -> str:
    unit = status.target.unit
    if need is not None and not need.applies:
        return phrase("does_not_apply", look.lang)
    if need is None or need.value is None:
        return phrase("out_of_reach", look.lang)
    if isinstance(need.value, bool):  # of a milestone
        return phrase("true", look.lang)
    if need.any:
        return phrase("any_value", look.lang)
    up = _is_up(status)
    if need.other is not None:
        place = _last_place(status)
        low, high = sorted((need.value, need.other))
        ends = (_enough(low, place, up=True), _enough(high, place, up=False))
        least, most = (words.figure(end, unit, look.lang) for end in ends)
        return least if least == most else phrase("between", look.lang, least=least, most=most)
    goal, enough = status.goal.value, _enough(need.value, _last_place(status), up)
    if need.beyond == float(goal) and isinstance(goal, Decimal):
        enough = goal  # in its own digits
    alone = need.beyond is not None and float(enough) == need.beyond
    sign = (">" if up else "<") if alone else words.plain("≥" if up else "≤", look)
    return f"{sign} {words.figure(enough, unit, look.lang)}"


def _is_up(status: Status) -> bool:
    """Whether what is needed is so much or more; what is to be kept is lost on its goal's side."""
    if status.case is not None:
        return status.case.sign > 0
    direction = status.target.direction
    return direction == "up" or (direction == "keep" and status.goal.comparator not in ("<=", "<"))


def _last_place(status: Status) -> int:
    """The place of the last digit of the target's goals and latest value: -1 for 230.7."""
    figures = [goal.value for goal in status.target.goals]
    figures += [status.latest.value] if status.latest is not None else []
    places = [figure.as_tuple().exponent for figure in figures if isinstance(figure, Decimal)]
    return min((int(place) for place in places), default=0)


def _enough(value: float, place: int, up: bool) -> Decimal:
    """`value` in as many digits as the target's figures have, and three at least.

    It is rounded to the side on which it still suffices, so never beyond a goal.

    >>> _enough(20.34, 0, up=True), _enough(20.36, 0, up=False), _enough(230.7, -1, up=False)
    (Decimal('20.4'), Decimal('20.3'), Decimal('230.7'))
    """
    if not value:
        return Decimal(0)
    exact = Decimal(repr(value))
    first = exact.adjusted()
    exact = exact.quantize(Decimal(1).scaleb(first - DIGITS + 1))
    least = Decimal(1).scaleb(min(first - 2, max(place, first - DIGITS + 1)))
    return exact.quantize(least, rounding=ROUND_CEILING if up else ROUND_FLOOR)


def whatif_table(story: Imagined, look: Look, version: str = "") -> str:
    """The rules side by side as a text page."""
    body = _table(story, look)
    if look.width is not None and max(map(width, body)) > look.width:
        body = _table(story, look, numbers=False)
    if look.width is not None and max(map(width, body)) > look.width:
        body = _list(story, look)
    head = [] if look.quiet else flow(clocks(story, look.lang), look)
    lines = [words.safe(story.before.target.id), *head, "", *body, ""]
    for sentence in _reasons(story, look.lang):
        lines += flow(sentence, look)
    return "\n".join(words.plain(line, look) for line in lines) + "\n"


def _reasons(story: Imagined, lang: str) -> list[str]:
    """Why each verdict, and that what was imagined is not recorded."""
    sentences = [f"{phrase('today', lang)}: {reasons.why(story.before, lang)}"]
    if story.values:
        sentences.append(f"{phrase('imagined', lang)}: {reasons.why(story.after, lang)}")
        values = (_understood(period, value, story, lang) for period, value in story.values)
        sentences.append(phrase("whatif_values", lang, values=", ".join(values)))
        sentences.append(phrase("whatif_note", lang))
    unit = story.after.target.unit
    if any(words.rescaled(amount, unit, lang) for amount in _amounts(story)):
        sentences.append(phrase("whatif_unit", lang, unit=words.counted_in(unit, lang)))
    return sentences


def _understood(period: Period, value: Decimal | bool, story: Imagined, lang: str) -> str:
    """An imagined value as it was read, and the day for which it is."""
    shown = words.figure(value, story.after.target.unit, lang)
    named = words.period(period, lang)
    if period.kind == "day":
        return phrase("whatif_value", lang, period=named, value=shown)
    day = words.day(period.end, lang)
    return phrase("whatif_value_on", lang, period=named, day=day, value=shown)


def _amounts(story: Imagined) -> list[Decimal | float | bool]:
    """What a reader sees and may type: the imagined values, those that are needed, the latest."""
    found: list[Decimal | float | bool] = [value for _, value in story.values]
    found += [need.value for need in story.needed if need.value is not None]
    latest = story.before.latest
    return found + ([latest.value] if latest is not None else [])


def _table(story: Imagined, look: Look, numbers: bool = True) -> list[str]:
    heads, rows = _rows(story, look, numbers)
    plain = [[words.plain(text, look) for text in row] for row in rows]
    return [line.rstrip() for line in table(heads, plain, ("left",) * len(heads), look)]


def _list(story: Imagined, look: Look) -> list[str]:
    """The same below each other, for a screen that is too narrow for a table."""
    heads, rows = _rows(story, look)
    lines = []
    for name, *cells in rows:
        lines.append(words.plain(name, look))
        for head, cell in zip(heads[1:], cells, strict=True):
            lines += flow(words.plain(f"{head}: {cell}", look), look, "  ", "    ")
    return lines


def whatif_markdown(story: Imagined, look: Look, version: str = "") -> str:
    """The same as a Markdown table under the clocks in use, and the reasons below it."""
    heads, rows = _rows(story, look)
    lines = [f"### {escaped(story.before.target.id)}", ""]
    lines += [] if look.quiet else [escaped(clocks(story, look.lang)), ""]
    lines += grid(heads, rows)
    for sentence in _reasons(story, look.lang):
        lines += ["", escaped(sentence)]
    return words.plain("\n".join(lines) + "\n", look)


WHATIF: dict[str, Callable[[Imagined, Look, str], str]] = {
    "table": whatif_table,
    "json": whatif_json,
    "markdown": whatif_markdown,
}
