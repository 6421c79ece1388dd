"""Footnotes that make figures no results: "1) 잠정치" below a table, and a label "이용률1)" in it.

A sign behind the figure itself is refused where it is read. One that stands beside it, or behind
the label of its row or column, is held here against what the notes say of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kpi.facts.intake.doubts.labels import only_remarks, value_columns
from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.rows import VALUE, Counted, Table
from kpi.facts.intake.texts.cells import as_text, clipped, unmarked
from kpi.facts.intake.texts.note_signs import LONGEST, STARS, by_sign, sign_of
from kpi.facts.intake.texts.remarks import is_first, said_of_years
from kpi.facts.intake.texts.sorts import PROVISIONAL
from kpi.facts.keys.fields import Wrong, shown

#: The signs in a cell or a heading; a raised 2 behind an m is no sign, and p and e are at the end.
_SIGN = re.compile(
    rf"(?<![0-9.])([0-9]{{1,2}})(?:\)|(?=, ?[0-9]{{1,2}}\)))|(?<!m)([⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})"
    rf"|([{STARS}]+)|\(([pePE])\)$|(?<=[\s가-힣])([pePE])\)$"
)
_NAMELESS = re.compile("column [0-9]+")
#: What a note may say of its figures. A plan is one where nothing follows it.
_SORTS = (
    ("provisional", PROVISIONAL),
    (
        "estimated",
        re.compile(
            r"(?i:\b(?:estimate[sd]?|estimation|forecasts?|project(?:ed|ions?))\b)|추정|전망|예측|예상"
        ),
    ),
    (
        "planned",
        re.compile(r"(?i:\b(?:plan|planned|target)\W*$)|(?:계획|목표)(?:치|값|안)?(?:임)?\W*$"),
    ),
)
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_NOT = re.compile(r"(?i:\bnot?\b)|아님|아닌|아니")
_LONGEST_OF_ALL = 120  # letters of a note without a sign: a longer one is prose
_MOST_SIGNS = 50  # of a file


def doubts(series: Series, notes: Iterable[str]) -> Iterator[Wrong]:
    """A note that speaks of first estimates or plans, whose sign stands at figures of a series.

    Figures of which something else is known than that they are final are none of those.
    """
    rows, table, values = series.rows, series.table, value_columns(series.table, series.plan)
    noted = _said(notes)
    if not noted:
        return
    yield from _other_legend(rows, noted, values)
    columns = [] if values == [VALUE] else [(column, _signs(column)) for column in values]
    for sign, (status, note) in noted.items():
        headings = [text for text, signs in columns if sign in signs]
        marked = [next(_marked(row, table, sign), "") for row in rows if row.fact.status == "final"]
        signed = headings or [text for text in marked if text]
        if not signed or not marked:
            continue
        in_part = not headings and (len(marked) < len(rows) or not all(marked))
        beside = values == [VALUE] and not any(map(str.isalpha, signed[0]))  # one of its periods
        what = (
            f"the note {shown(clipped(note))} is about {shown(clipped(signed[0]))}, and"
            " its figures count as results"
        )
        yield Wrong(what, _remedy(status, apart=in_part or beside or bool(_YEAR.search(note))))
        return


#: How a mark is read, and what else its legend may say: p is a projection to some.
_OTHERWISE = {"p": ("provisional", "estimated"), "e": ("estimated", "provisional")}


def _other_legend(
    rows: Iterable[Counted], noted: Mapping[str, tuple[str, str]], values: list[str]
) -> Iterator[Wrong]:
    """A legend that says of p or e another thing than the figures with that mark are read as."""
    for mark, (read, otherwise) in _OTHERWISE.items():
        status, note = noted.get(mark, ("", ""))
        if status != otherwise or dict(_SORTS)[read].search(note):
            continue
        cells = (cell for row in rows for cell in
                 (row.record.period, *map(row.record.cells.get, values)) if cell)  # fmt: skip
        if any(unmarked(as_text(cell))[1] == read for cell in cells):
            what = f"{shown(clipped(note))} says estimated, and its mark is read as provisional"
            if read == "estimated":
                what = f"{shown(clipped(note))} says provisional, and its mark is read as estimated"
            other = next(one for one in _OTHERWISE if one != mark)
            yield Wrong(what, f"write {other} in its place")


#: What a note without a sign is about, if it is about figures; and if about the last ones alone.
_FIGURES = re.compile(
    r"(?i:\b(?:data|figures?|values?|numbers?|results?|statistics)\b)|수치|자료|통계|값|모두|모든|전체"
)
_LAST = re.compile(r"(?i:\b(?:latest|last|recent)\b)|최근|최신|마지막")
#: The word before a note; and what makes it the legend of a mark.
_HEAD = re.compile(r"^\W*(?:(?i:notes?|remarks?|nb|n\.b\.|source)|주|주석|비고|출처)?\W*")
_LEGEND = re.compile(
    r"[:=]|^\(?\w{1,3}[).]|^[A-Za-z] |표시|기호"
    r"|(?i:\b(?:mark(?:ed|s)?|flag(?:ged|s)?|symbols?|indicat\w*|denotes?)\b)"
)


def of_all(notes: Iterable[str]) -> Iterator[Wrong]:
    """A note without a sign or a year that says of figures that they are a first estimate: "All
    data are provisional"."""
    word = "provisional"
    for note in notes:
        text = _HEAD.sub("", note)
        last = bool(_LAST.search(text))
        if (last or _FIGURES.search(text)) and len(text) <= _LONGEST_OF_ALL and _is_of_all(text):
            what = f"{shown(clipped(note))} says {word}, and its figures count as results"
            yield Wrong(what, _remedy(word, apart=last))
            return


def _is_of_all(text: str) -> bool:
    """Whether it is no legend of a mark and no note on single years."""
    return is_first(text) and not any(pattern.search(text) for pattern in (_YEAR, _LEGEND, _NOT))


def _remedy(status: str, *, apart: bool) -> str:
    """What to do where a note is about all figures, or about a part of them."""
    if not apart:
        return f"add --status {status}, or --status final if they were measured"
    if status == "planned":
        return "import these figures apart, or add --status final if they were measured"
    mark = "p" if status == "provisional" else "e"
    return f"write {mark} behind these figures, or add --status final if they were measured"


def _said(notes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """By its sign what a note says of its figures, and its text; of those that say something."""
    said: dict[str, tuple[str, str]] = {}
    for sign, note in by_sign(notes):
        status = next((sort for sort, words in _SORTS if words.search(note)), "")
        if (
            status
            and not _NOT.search(note)
            and not said_of_years([note])
            and len(said) < _MOST_SIGNS
        ):
            said.setdefault(sign, (status, note))
    return said


def _marked(row: Counted, table: Table, sign: str) -> Iterator[str]:
    """The texts beside a figure that have a sign."""
    for label in table.labels:
        text = as_text(row.record.cells.get(label, ""))[:LONGEST]
        alone = _NAMELESS.fullmatch(label) or only_remarks(label)
        if text and (sign in _signs(text) or (alone and text == sign)):
            yield text


def _signs(text: str) -> set[str]:
    """The signs of footnotes in a text: 1 and * in "Users1)*"."""
    return {sign_of(match) for match in _SIGN.finditer(text)}
