"""What was observed of a target: every figure of every series, with its source and vintages."""

from __future__ import annotations

from kpi.assess.evidence.series_lines import Line
from kpi.assess.status import Status
from kpi.facts.records import Observation
from kpi.render.blocks import Block, Fact, Rows, Words
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import bounded
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
    figures = _in_order(line)
    if not figures:
        return []
    name = titled(line.series, lang) or line.series.id
    role = phrase("judged" if line.judged else "not_judged", lang)
    parts, errors = (any(getattr(figure, key) is not None for figure, _ in figures)
                     for key in ("numerator", "standard_error"))  # fmt: skip
    keys = ["period", "value", "published", "status", "grade", "source"]
    rows = [row(figure, standing, unit, lang) for figure, standing in figures]
    for given, key, cell in ((parts, "parts", _parts), (errors, "standard_error", _error)):
        if given:  # behind the value
            keys.insert(2, key)
            rows = [(*cells[:2], cell(figure, unit, lang), *cells[2:])
                    for cells, (figure, _) in zip(rows, figures, strict=True)]  # fmt: skip
    last = len(keys) - 1
    above = phrase("as_above", lang)
    again = tuple(
        bool(cells[last]) and before is not None and cells[last] == before[last]
        for before, cells in zip((None, *rows), rows, strict=False)
    )
    rows = [(*cells[:-1], above) if same else cells
            for cells, same in zip(rows, again, strict=True)]  # fmt: skip
    heads = tuple(words.title(key, lang) for key in keys)
    links = tuple(figure.url for figure, _ in figures)
    right = tuple(range(1, last - 3))
    drops = (last - 1, last, last - 3, *right[1:])
    table = Rows(heads, tuple(rows), right, give=last, drops=drops, links=links, again=again)
    urls = grouped([(words.coded(figure.period, lang), figure.url) for figure, _ in figures])
    notes = grouped([(words.coded(figure.period, lang), figure.note) for figure, _ in figures])
    extra = [
        Fact(phrase(key, lang), lines) for key, lines in (("urls", urls), ("notes", notes)) if lines
    ]
    about = role if name == line.series.id else f"{line.series.id}; {role}"
    return [Words(f"{name} ({about})"), table, *extra]


def _in_order(line: Line) -> list[tuple[Observation, str]]:
    """The figures of a series by their periods, each with its standing, as `row` takes it."""
    figures = [(figure, "") for figure in line.values]
    figures += [(figure, "was") for figure in line.replaced]
    figures += [(figure, "uncounted") for figure in line.uncounted]
    return sorted(figures, key=lambda pair: (pair[0].period, pair[1] == "was", pair[0].published))


def _error(figure: Observation, unit: str, lang: str) -> str:
    """The standard error of a figure, in points where it is a share."""
    if figure.standard_error is None:
        return ""
    return words.change(figure.standard_error, unit, lang).removeprefix("+")


def _parts(figure: Observation, unit: str, lang: str) -> str:
    """What a share was made of: "64 / 1,000"."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f"{words.exactly(figure.numerator)} / {words.exactly(figure.denominator)}"


def grouped(texts: list[tuple[str, str]]) -> tuple[str, ...]:
    """Texts after the periods they belong to, the same text once: "2023, 2024: a budget"."""
    periods: dict[str, list[str]] = {}
    for period, text in texts:
        if text:
            periods.setdefault(text, []).append(period)
    return tuple(f"{', '.join(dict.fromkeys(names))}: {text}" for text, names in periods.items())


def row(figure: Observation, standing: str, unit: str, lang: str) -> tuple[str, ...]:
    """One figure as a row: its value, since when it is known, how it is known, and from whom.

    Its `standing` is "" in force, "was" where another replaced it, and else "uncounted".
    """
    value = bounded(figure, words.figure(figure.value, unit, lang))
    if standing == "was":
        value = phrase("was", lang, value=value)
    state = word(STATUSES_KO, figure.status, lang)
    if standing == "uncounted":
        state += f", {phrase('not_judged', lang)}"
    if figure.revision > 1:
        state += f" r{figure.revision}"
    published = figure.published.isoformat()
    return (words.coded(figure.period, lang), value, published, state, figure.grade, figure.source)
