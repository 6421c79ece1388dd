"""Figures that may be no results, or not the last ones: revised, or planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.intake.doubts import footnotes, noted_parts
from kpi.facts.intake.doubts.labels import MOST_LABELS, MOST_TITLES, REMARKING, distinct, number_in
from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.rows import Record
from kpi.facts.intake.texts.cells import as_text, clipped, is_nothing, unmarked
from kpi.facts.intake.texts.marks_beside import answers
from kpi.facts.intake.texts.remarks import break_in, said_of_years
from kpi.facts.intake.texts.sorts import sort_in
from kpi.facts.intake.texts.sorts_by_name import named_sort, names_a_plan
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.periods import Period

#: Names of columns in which the same figures may stand as they were published again.
_REVISED = re.compile(
    r"(?i:\b(?:revised|corrected|adjusted|updated|latest|new|old|final|preliminary|provisional"
    r"|previous|original|first|flash)\b)|수정|개정|정정|확정|잠정|보정|변경|당초|기존"
)
#: What else such a name says, if it is of the same figures.
_FIGURES = re.compile(
    r"(?i:values?|figures?|data|estimates?|results?|publication|release)?|값|수치|통계|자료|치"
)


def doubts(
    series: Series, remarks: list[tuple[int, Record]], keys: frozenset[str]
) -> Iterator[Wrong]:
    """Figures of another sort than the others, or than is said of them: revised, or planned."""
    table, plan = series.table, series.plan
    yield from _revised(series, keys)
    if plan.status or {"status", "target"}.intersection(table.columns):
        return
    notes = [*(as_text(record.period) for _, record in remarks), *table.titles]
    yield from _broken(series, notes)
    yield from footnotes.doubts(series, notes)
    parts = list(noted_parts.doubts(series))
    yield from parts
    if not parts and all(row.fact.status == "final" for row in series.rows or series.valued):
        noted = list(footnotes.of_all(notes))
        yield from noted or _plans(series)


def _broken(series: Series, notes: list[str]) -> Iterator[Wrong]:
    """Figures of before and after a period in which a note says that the series begins anew."""
    ends = [row.fact.period.end for row in series.rows]
    for note in notes if ends else ():
        begun = break_in(note)
        if begun is not None and min(ends) < begun.start <= max(ends):
            what = f"{shown(clipped(note))} speaks of a break in the series"
            remedy = (
                f"import those from {begun} on as a series of their own, or add --status final if"
                " they can be compared"
            )
            if chosen := _filter_of(series, begun):
                remedy = (
                    f"import those from {begun} on as a series of their own (--filter {chosen} and"
                    " so on, with --series NAME), or add --status final if they can be compared"
                )
            yield Wrong(what, remedy)
            return


def _filter_of(series: Series, begun: Period) -> str:
    """The filter that chooses the first figure from a period on; "" if none can."""
    columns = series.table.period
    first = next((row.record for row in series.rows if row.fact.period.end >= begun.start), None)
    text = as_text(first.cells.get(columns[0], "")) if first and len(columns) == 1 else ""
    return f'"{columns[0]}={text}"' if text else ""


def _revised(series: Series, keys: frozenset[str]) -> Iterator[Wrong]:
    """A column of figures like these, and not the same, whose name speaks of a revision.

    "Value" beside "Value (revised)": nobody has said which of the two counts.
    """
    table, plan = series.table, series.plan
    if plan.figures_named:
        return
    value_letters = _letters(table.value)
    for label in table.labels[:MOST_LABELS]:
        rest = _letters(_REVISED.sub("", label[:100]))
        alike = _FIGURES.fullmatch(rest) or rest == value_letters
        revised = _REVISED.search(label[:100]) and alike
        if label in keys or label in plan.filter or not revised:
            continue
        texts = [
            [as_text(row.cells.get(column, "")) for column in (table.value, label)]
            for row in series.records
        ]
        pairs = [
            (number_in(text), number_in(other)) for text, other in texts if not is_nothing(other)
        ]
        if (
            pairs
            and all(_close(*pair) for pair in pairs)
            and any(figure != other for figure, other in pairs)
        ):
            what = f"{shown(label)} has figures, too, beside those of {shown(table.value)}"
            yield Wrong(what, "name the column that counts with --value-column")
            return


def _letters(name: str) -> str:
    """The letters and digits of a name, small."""
    return re.sub(r"[\W_]", "", name).casefold()


def _close(figure: float | None, other: float | None) -> bool:
    """Whether two figures may be two publications of one: of one sign, and none twice the other."""
    if figure is None or other is None:
        return False
    return figure == other or (figure * other > 0 and 0.5 <= figure / other <= 2)


def _plans(series: Series) -> Iterator[Wrong]:
    """Figures that count as results under a title, or in the row of an item, that names a plan, a
    forecast or what is provisional.

    Nobody has said of the series what sort of figures they are.
    """
    table, rows = series.table, series.records
    names = {*table.columns[1:], *(label for label in table.columns[:1] if _asks(rows, label))}
    # A table that is called 보급 계획 is mostly of what became of the programme.
    texts = [(heading, True) for heading in table.titles[:MOST_TITLES]
             if not heading.endswith("계획") and heading not in names]  # fmt: skip
    for label in table.labels[:MOST_LABELS]:
        if not REMARKING.search(label[:100]) and not names_a_plan(label):
            cells = distinct(rows, label)
            figure = [number_in(unmarked(text)[0]) for text in cells] != [None]
            texts += [(cells[0], False)] if len(cells) == 1 and not figure else []
    for text, title in texts:
        word = None if title and said_of_years([text]) else named_sort(text, title=title)
        sorts = (sort_in(label, as_text(row.cells.get(label, ""))) for row in rows for label in
                table.labels[:MOST_LABELS])  # fmt: skip
        if word and not any(sorts):
            what = f"{shown(text)} speaks of a plan, and its figures count as results"
            if word != "planned":
                what = f"{shown(text)} says {word}, and its figures count as results"
            yield Wrong(what, f"add --status {word}, or --status final if they were measured")
            return


def _asks(rows: list[Record], label: str) -> bool:
    """Whether the name of a column is what its cells answer, or number: N under "Is provisional", 9
    under "Goal". So it is no title of the table."""
    texts = distinct(rows, label)
    return bool(texts) and all(
        answers(label, text) or number_in(text) is not None or sort_in(label, text)
        for text in texts
    )
