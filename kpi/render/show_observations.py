"""What was observed of a target: every figure of every series, with its source and vintages."""

from __future__ import annotations

from kpi.assess.evidence.series_lines import Line
from kpi.assess.status import Status
from kpi.facts.records import Observation
from kpi.render.blocks import Block, Fact, Rows, Words
from kpi.render.text.columns import bounded
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import titled
from kpi.render.wording.vocabulary import STATUSES_KO, word


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
    parts, errors = (any(getattr(o, key) is not None for o, _ in figures)
                     for key in ("numerator", "standard_error"))  # fmt: skip
    keys = ["period", "value", "published", "status", "grade", "source"]
    rows = [row(o, how, unit, lang) for o, how in figures]
    for there, key, cell in ((parts, "parts", _parts), (errors, "standard_error", _error)):
        if there:  # behind the value
            keys.insert(2, key)
            rows = [(*one[:2], cell(o, unit, lang), *one[2:])
                    for one, (o, _) in zip(rows, figures, strict=True)]  # fmt: skip
    last = len(keys) - 1
    above = phrase("as_above", lang)
    again = tuple(
        bool(one[last]) and before is not None and one[last] == before[last]
        for before, one in zip((None, *rows), rows, strict=False)
    )
    rows = [(*one[:-1], above) if same else one for one, same in zip(rows, again, strict=True)]
    heads, links = tuple(words.title(key, lang) for key in keys), tuple(o.url for o, _ in figures)
    right = tuple(range(1, last - 3))
    drops = (last - 1, last, last - 3, *right[1:])
    table = Rows(heads, tuple(rows), right, give=last, drops=drops, links=links, again=again)
    urls = grouped([(o.period.text, o.url) for o, _ in figures])
    notes = grouped([(o.period.text, o.note) for o, _ in figures])
    extra = [
        Fact(phrase(key, lang), lines) for key, lines in (("urls", urls), ("notes", notes)) if lines
    ]
    of = shown if name == line.series.id else f"{line.series.id}; {shown}"
    return [Words(f"{name} ({of})"), table, *extra]


def _error(o: Observation, unit: str, lang: str) -> str:
    """The standard error of a figure, in points where it is a share."""
    if o.standard_error is None:
        return ""
    return words.change(o.standard_error, unit, lang).removeprefix("+")


def _parts(o: Observation, unit: str, lang: str) -> str:
    """What a share was made of: "64 / 1,000"."""
    if o.numerator is None or o.denominator is None:
        return ""
    return f"{words.exactly(o.numerator)} / {words.exactly(o.denominator)}"


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
