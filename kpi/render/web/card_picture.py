"""The card drawn as a picture that stands alone."""

from __future__ import annotations

from kpi.assess.board import Board
from kpi.assess.status import Status
from kpi.render.charting.captions import AXIS, described, under_chart
from kpi.render.charting.scene import scene_of
from kpi.render.grid import clip, flow, width
from kpi.render.look import Look
from kpi.render.web import labels, svg
from kpi.render.web.card import Card, card
from kpi.render.web.ground import HIGH, num
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import in_marks
from kpi.render.wording.titles import heading
from kpi.values import dataclass, field, replace

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
        _legend(under_chart(scene, status, look.lang), sheet)
    for lines in filter(None, (shown_card.caveats, shown_card.citation)):
        sheet.y += 18
        for label, text in lines:
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
        sign, inset = ("", 0) if kind == AXIS else (svg.glyph(kind), 26)
        long = inset + width(caption) * 13 * PART
        written = labels.text(caption, sheet.look)
        if x > EDGE and x + long > SIDE - EDGE:
            x, sheet.y = float(EDGE), sheet.y + 22
        place = f"{num(x)} {num(sheet.y)}"
        sheet.parts.append(
            f'<g transform="translate({place})">{sign}'
            f'<text class="small" x="{inset}" y="12.5">{written}</text></g>'
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
