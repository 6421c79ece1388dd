"""The card: one target on one page for whoever writes about it, with its citation.

The same card is laid out as a page (`html.card_page`) and drawn as a picture (`card_svg`).
"""

from __future__ import annotations

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.facts.records import Document, Observation
from kpi.render.charting.captions import described, legend
from kpi.render.charting.scene import scene_of
from kpi.render.grid import clip, flow, width
from kpi.render.look import Look
from kpi.render.show_standing import expected, needed_label
from kpi.render.web import labels, svg
from kpi.render.web.ground import HIGH, num
from kpi.render.wording import reasons, words
from kpi.render.wording.goals import asked, timed
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import beyond, bounded, in_marks
from kpi.render.wording.titles import heading, titled
from kpi.render.wording.vocabulary import STATUSES_KO, word
from kpi.values import dataclass, field, replace


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
    citation: tuple[tuple[str, str], ...]


def card(status: Status, board: Board, look: Look, version: str) -> Card:
    """The card of a target."""
    lang, target = look.lang, status.target
    source = board.documents.get(status.goal.document or "")
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
        when = words.through(words.period(status.year_so_far.parts[0].period, lang), when, lang)
    return when, *kind


def _measure(status: Status, lang: str) -> tuple[str, str, str]:
    """What the latest value is measured by: the path, or else the pace needed, or the calendar."""
    unit = status.target.unit
    if status.expected:
        values = sorted(value for _, value in status.expected)
        ends = dict.fromkeys(expected(status, lang, value) for value in values)
        shapes = ", ".join(words.shape(shape, lang) for shape, _ in status.expected)
        return phrase("expected", lang), ("~" if lang == "ko" else " – ").join(ends), shapes
    if status.pace.needed is not None and not status.arrived:
        return phrase(needed_label(status), lang), words.rate(status.pace.needed, unit, lang), ""
    if status.gap_to_goal is not None:
        gap = beyond(status, words.change(status.gap_to_goal, unit, lang))
        return phrase("to_goal", lang), gap, ""
    if status.outlook.answerable_on:
        return phrase("answer_on", lang), status.outlook.answerable_on.isoformat(), ""
    by = status.goal.by
    when = words.period(by, lang) if by else phrase("no_deadline", lang)
    return words.title("due", lang), when, ""


# --- citation ---------------------------------------------------------------------------------


def _citation(
    status: Status, board: Board, source: Document | None, lang: str, version: str
) -> tuple[tuple[str, str], ...]:
    """Who promised and who measured, with day and address; who judged, by which rule and when."""
    rows = []
    if source is not None:
        promised = ", ".join(filter(None, (f"“{source.title}”", _who(source))))
        rows.append((phrase("card_promise", lang), f"{promised} {source.url}".strip()))
    elif status.goal.document:
        rows.append((phrase("card_promise", lang), status.goal.document))
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


# --- the picture ------------------------------------------------------------------------------

SIDE, EDGE = 720, 40
#: Units across for a column of text, as a part of the size of its letters.
PART = 0.54
#: Letters of other widths: as a part of the size, in a wide typeface; strong ones an eighth more.
NARROW, BROAD = frozenset(" .,:;!|'()[]Ifijlrt"), frozenset("%@MWmw")
STRONG = frozenset(("title", "verdict", "figure", "flags"))


@dataclass(slots=True)
class Sheet:
    """A picture that grows downwards."""

    look: Look
    y: float = 36.0
    parts: list[str] = field(default_factory=list)

    def text(
        self, string: str, kind: str, size: int, most: int, x: float = EDGE, room: float = 640
    ) -> None:
        """`string` in at most `most` lines, the last one cut short where there is more."""
        across = max(int(room / (size * PART)), 8)
        lines = self._lines(string, across, most)
        scale = size * (9 / 8 if STRONG & set(kind.split()) else 1)
        while across > 8 and any(scale * _length(line) > room for line in lines):
            across -= 1
            lines = self._lines(string, across, most)
        for line in lines:
            self.y += size * 1.4
            self.parts.append(
                f'<text class="{kind}" x="{num(x)}" y="{num(self.y)}">'
                f"{labels.text(line, self.look)}</text>"
            )

    def _lines(self, string: str, across: int, most: int) -> list[str]:
        lines = flow(words.safe(string), replace(self.look, width=across))
        if len(lines) <= most:
            return lines
        last = " ".join(lines[most - 1 : most + 1])
        return [*lines[: most - 1], clip(last, across, self.look)]

    def draw(self, drawn: str, high: float) -> None:
        """A drawing of its own, below what stands there."""
        self.parts.append(f'<g transform="translate({EDGE} {num(self.y)})">{drawn}</g>')
        self.y += high


def _length(line: str) -> float:
    """How long a line is at most, in sizes of its letters: capitals are no small letters."""
    return sum(map(_breadth, line))


def _breadth(letter: str) -> float:
    if width(letter) != 1:
        return width(letter) / 2
    if letter in NARROW:
        return 0.38
    return 0.96 if letter in BROAD else 0.7 if letter.isupper() else 0.61


def card_svg(status: Status, board: Board, look: Look, version: str = "") -> str:
    """The card as a picture that stands alone."""
    shown_card = card(status, board, look, version)
    sheet = Sheet(look)
    sheet.text(heading(board, look.lang), "small", 13, 1)
    sheet.text(shown_card.title, "title", 26, 3)
    sheet.y += 10
    sheet.text(f"{shown_card.sign} {shown_card.verdict}", f"verdict {shown_card.light}", 19, 1)
    sheet.text(shown_card.reason, "body", 15, 4)
    caveats = (
        phrase("card_flags", look.lang, flags=", ".join(shown_card.flags))
        if shown_card.flags
        else ""
    )
    if caveats:
        sheet.y += 6
        sheet.text(caveats, "body flags", 15, len(shown_card.flags) + 1, room=580)
    if shown_card.quote:
        sheet.y += 14
        top = sheet.y
        sheet.text(in_marks(shown_card.quote), "quote", 17, 6, EDGE + 18, 620)
        sheet.text(shown_card.origin, "small", 13, 1, EDGE + 18, 620)
        sheet.parts.append(
            f'<path class="rule" d="M{EDGE + 2} {num(top + 6)}V{num(sheet.y + 4)}"/>'
        )
    sheet.y += 26
    _figures(shown_card, sheet)
    scene = scene_of(status, board.on, look.lang)
    about = ""
    if scene is not None:
        about = described(scene, status, look.lang)
        sheet.y += 22
        sheet.draw(svg.picture(scene, look), HIGH)
        _legend(legend(scene, status, look.lang), sheet)
    sheet.y += 18
    for label, text in shown_card.citation:
        sheet.text(f"{label}: {text}", "small", 13, 9)
    return _alone(shown_card, (shown_card.reason, caveats, about), sheet, look)


def _figures(shown_card: Card, sheet: Sheet) -> None:
    """Three figures beside each other."""
    top, lowest = sheet.y, sheet.y
    for n, (label, figure, more) in enumerate(shown_card.figures):
        x = EDGE + n * 220
        sheet.y = top
        sheet.parts.append(f'<path class="rule dark" d="M{x} {num(top)}h200"/>')
        sheet.text(label, "small", 13, 1, x, 200)
        sheet.text(figure, "figure", 20, 2, x, 200)
        sheet.text(more, "small", 13, 2, x, 200)
        lowest = max(lowest, sheet.y)
    sheet.y = lowest


def _legend(entries: list[tuple[str, str]], sheet: Sheet) -> None:
    """Signs and meanings in rows."""
    x = float(EDGE)
    for kind, meaning in entries:
        caption = clip(words.safe(meaning), 88, sheet.look)
        long = 26 + width(caption) * 13 * PART
        if x > EDGE and x + long > SIDE - EDGE:
            x, sheet.y = float(EDGE), sheet.y + 22
        place = f"{num(x)} {num(sheet.y)}"
        sheet.parts.append(
            f'<g transform="translate({place})">{svg.glyph(kind)}'
            f'<text class="small" x="26" y="12.5">{labels.text(caption, sheet.look)}</text></g>'
        )
        x += long + 16
    sheet.y += 22


def _alone(shown_card: Card, about: tuple[str, ...], sheet: Sheet, look: Look) -> str:
    """The picture with its own style, title and description."""
    high = num(sheet.y + 36)
    style = svg.packaged("chart.css") + svg.packaged("card.css")
    title = labels.text(
        clip(words.safe(f"{shown_card.title}: {shown_card.verdict}"), 160, look), look
    )
    desc = labels.text(" ".join(filter(None, about)), look)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {SIDE} {high}"'
        f' width="{SIDE}" height="{high}" role="img" aria-labelledby="card_t card_d"'
        f' lang="{look.lang}"><title id="card_t">{title}</title><desc id="card_d">{desc}</desc>'
        f"<style>{style}</style>"
        f'<rect class="paper" width="{SIDE}" height="{high}"/>{"".join(sheet.parts)}</svg>\n'
    )
