"""The footnotes below a table: whole where several cells have their parts, and what they say
of the signs behind its periods: 2025*, and below it "* 잠정치".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kpi.facts.intake.layouts.sheet import HEAD, Sheet
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.texts.cells import Cell, Footnoted, as_text, is_nothing, is_number, narrowed
from kpi.facts.intake.texts.codes import are_flags
from kpi.facts.intake.texts.note_signs import STARS, by_sign, harmless, plainly_said, sign_behind
from kpi.facts.intake.texts.parts_of_years import is_part_of_year
from kpi.facts.intake.texts.remarks import said_of_periods
from kpi.facts.intake.texts.stamps import is_stamp
from kpi.facts.quantities.units import MONEY
from kpi.values import replace

#: How a footnote begins, by a word or by a sign.
_KOREAN = "주|주석|비고|자료(?: ?출처)?|출처"
_OTHER = (
    "(?:foot)?(?:notes?|sources?|remarks?)|anmerkung(?:en)?|hinweise?|quellen?|nota|fuente|fonte"
    "|lecture"
)
_WORDED = re.compile(
    rf"\(?(?:{_KOREAN})(?: ?[0-9]{{0,2}}[:：)]| ?: )|(?:{_OTHER})(?: ?[0-9]{{1,2}})?[:：]",
    re.IGNORECASE,
)
#: The same in a cell of its own, beside which the text stands: 주), 1), *, Source:.
_ALONE = re.compile(
    rf"[{STARS}]+\)?|\(?(?:[0-9]{{1,2}}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})[)⁾]|주|자료|출처"
    rf"|(?:{_KOREAN}|{_OTHER})(?: ?[0-9]{{1,2}})? ?[:：)]",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"[{STARS}]|\(?[0-9]{{1,2}}\) ?[^\W\d_]")
#: A figure with the mark that may stand behind it: 6.4, <5, 12.3p, 12.3 e).
_FIGURE = re.compile(
    rf"[-−△▲(+<>≤≥~]? ?[0-9][0-9.,' ]*\)? ?%?(?: ?[(\[]?(?:[A-Za-z]{{1,2}}|[{STARS}])[)\]/]?)?"
)
#: What begins as a figure does, and not with a year: 1조 2천억원, $12; 2024년은 잠정치 is none.
_BEGUN = re.compile(
    rf"(?:[-−△▲(+<>≤≥~]|{MONEY})* ?"
    r"(?!(?:19|20)[0-9]{2}(?:년|\.| (?:is|are|data|figures?|values?) ))[0-9]"
)
_LONGEST = 30  # letters of a period and its sign
_MARKS = {"provisional": "(p)", "estimated": "(e)"}


def with_notes(sheet: Sheet, plan: Plan) -> Sheet:
    """The sheet with each of its footnotes in a single cell, and with p or e in place of a sign
    behind a period that a footnote explains by that and nothing else; and a note of the first.

    Without the sign, and with its footnote, where that tells no more than whence the figures are or
    a person answers for them.
    """
    whole, notes = _footnotes(sheet)
    said, kept, footnotes = plainly_said(notes), harmless(notes), dict(by_sign(notes))
    read = dict[tuple[int, int], Cell]()
    told = list[str]()
    for index, column in _places(sheet) if footnotes or plan.joined else ():
        cell = sheet.rows[index][column]
        if (found := _period_and_sign(cell)) is None:
            continue
        period, sign = found
        status, year = said.get(sign, ("", ""))
        if status and year in period:
            read[index, column] = f"{period}{_MARKS[status]}"
            told.append(f"{as_text(cell)} is read as provisional {period}, as the note below says")
            if status == "estimated":
                told[-1] = f"{as_text(cell)} is read as estimated {period}, as the note below says"
        elif plan.joined or sign in kept:
            read[index, column] = Footnoted.of(period, footnotes.get(sign, ""))
            told.append(f"{as_text(cell)} is read as {period}")
    if not whole and not read:
        return sheet
    rows = list(sheet.rows)
    for index, text in whole.items():
        rows[index] = [text]
    for (index, column), cell in read.items():
        rows[index] = [*rows[index][:column], cell, *rows[index][column + 1 :]]
    merged = {place: _reread(cell, read, sheet, place) for place, cell in sheet.merged.items()}
    return replace(sheet, rows=rows, merged=merged, notes=(*sheet.notes, *told[:1]))


def _reread(
    cell: Cell, read: Mapping[tuple[int, int], Cell], sheet: Sheet, place: tuple[int, int]
) -> Cell:
    """What a merged cell shows once the period in it is read: that stands left, or above."""
    row, column = place
    while (row, column) not in read:
        if sheet.merged.get((row, column - 1)) == cell:
            column -= 1
        elif sheet.merged.get((row - 1, column)) == cell:
            row -= 1
        else:
            return cell
    return read[row, column]


def _footnotes(sheet: Sheet) -> tuple[dict[int, str], list[str]]:
    """The texts of the last rows, up to the last one of a table; and by their places those of
    several cells: that commas divide, or who made the table beside it, or its sign apart."""
    whole, notes = dict[int, str](), list[str]()
    for index in range(len(sheet.rows) - 1, max(len(sheet.rows) - HEAD, 0), -1):
        filled = [as_text(cell) for cell in sheet.rows[index] if cell != ""]
        if len(filled) > 1:
            if not _is_footnote(*filled):
                break
            whole[index] = (" " if _ALONE.fullmatch(filled[0]) else ", ").join(filled)
        notes += [whole.get(index, filled[0])] if filled else []
    return whole, notes[::-1]


def _is_footnote(first: str, *texts: str) -> bool:
    """Whether the cells of a row are the parts of a footnote, and none of them is a figure."""
    worded = _WORDED.match(first)
    begun = worded or _SIGNED.match(first) or _ALONE.fullmatch(first)
    if not begun and not said_of_periods([first]):
        return False
    if any(map(is_nothing, texts)) or all(_BEGUN.match(text) for text in texts):
        return False
    figures = [text for text in texts if _FIGURE.fullmatch(text)]
    years = worded and len(figures) < len(texts) and all(map(is_stamp, figures))
    letters = all(are_flags(text.casefold()) for text in texts)  # marks below figures
    return not letters and (not figures or bool(years))


def _places(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Where periods may stand: in the first rows, and in the first column."""
    for index, row in enumerate(sheet.rows):
        columns = range(len(row)) if index < HEAD else range(min(len(row), 1))
        for column in columns:
            yield index, column


def _period_and_sign(cell: Cell) -> tuple[str, str] | None:
    """The period of a cell and the sign of a footnote behind it; None if it is none."""
    if not isinstance(cell, str) or len(cell) > _LONGEST or is_number(cell) or is_stamp(cell):
        return None
    found = sign_behind(narrowed(as_text(cell)))
    return found if found and (is_stamp(found[0]) or is_part_of_year(found[0])) else None
