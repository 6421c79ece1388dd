"""The header rows of wide tables, with a column for each period, told from titles and figures."""

from __future__ import annotations

import re

from kpi.facts.intake.layouts.sheet import FIGURE, HEAD, MARKED, Sheet, is_title
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.texts.cells import as_text, is_nothing, narrowed, unmarked
from kpi.facts.intake.texts.codes import are_flags
from kpi.facts.intake.texts.month_names import is_month_name
from kpi.facts.intake.texts.stamps import is_stamp

#: The second half of a period that stands in two header rows: 2024 above, 1/4 below.
_PART = re.compile(
    r"(?i:Q)?[1-4](?:/4|분기)|(?i:Q)[1-4]|[12]/2|[상하]반기|[0-9]{1,2}월|(?i:M)?(?:0[1-9]|1[0-2])"
)
_BARE = re.compile("0[1-9]|1[0-2]")
#: What stands among them above figures of the whole year.
_WHOLE = re.compile("계|합계|총계|연간|(?i:total|annual)")
#: What stands before the months of a header row.
_PART_OF_YEAR = re.compile("(?i:months?|monat|mois|quarters?|quartal|trimestre)|월별?|분기별?|시점")
#: A class of ages or sizes, which begins with a digit as a figure does: 15-24, 65+, 10인 이상.
_CLASS = re.compile(
    r"(?!(?:19|20)[0-9]{2})[0-9]{1,4}"
    r"(?: ?(?:[-–—~∼]|to|bis|à) ?[0-9]{1,4}|\+| ?대| (?:and|or|und|et) [^\W\d_]+"
    r"| ?[세인명]? ?(?:이상|이하|미만|초과)| ?세)(?: [^\W\d_][^0-9]*| ?[세인명])?"
)
#: A row of years, as headers have; one below the first is the header of a second table.
YEARS = re.compile("(?:19|20)[0-9]{2}(?:년|p|e)?")


def find(sheet: Sheet, plan: Plan) -> list[int]:
    """The header rows of a wide table: from the first row that is no title, if it has periods."""
    for index in range(min(len(sheet.rows), HEAD)):
        filled = [column for column, cell in enumerate(sheet.rows[index]) if cell != ""]
        stamps = [column for column in filled if is_stamp(sheet.rows[index][column])]
        one_year = len(stamps) == 1 and _above_parts(sheet, index, stamps[0])
        pair = len(filled) == 2 and len(stamps) < 2 and not one_year
        title = not stamps and (len(filled) < 2 or is_title(sheet, index, filled))
        if title or (pair and not _only(sheet, index, stamps, plan)):
            continue  # a title, or what is said of the table as "Last Updated","2026-07-01"
        top = index
        if not stamps:  # groups of columns above their periods, or no header of a wide table
            top, stamps = index + 1, _below_groups(sheet, index, filled)
        if not stamps or (len(stamps) < 2 and plan.layout != "wide" and not one_year):
            return []
        first = next(column for column, cell in enumerate(sheet.rows[top]) if cell != "")
        if stamps[0] == first and not _labelled(sheet, top + 1, stamps[0]):
            return []
        rows = list(range(index, top + 1))
        while rows[-1] + 1 < len(sheet.rows) and len(rows) < 4:
            if not _is_header(sheet, top, rows[-1] + 1, stamps):
                break
            rows.append(rows[-1] + 1)
        return rows
    return []


def _below_groups(sheet: Sheet, row: int, filled: list[int]) -> list[int]:
    """The columns of the periods in the row below one that names groups of columns: Rate, Count.

    Each group stands above several periods, which come again below the next.
    """
    if row + 1 == len(sheet.rows) or any(FIGURE.fullmatch(as_text(sheet.rows[row][column]))
                                         for column in filled):  # fmt: skip
        return []
    below = sheet.rows[row + 1]
    stamps = [column for column, cell in enumerate(below) if is_stamp(cell)]
    repeated = len({as_text(below[column]) for column in stamps}) < len(stamps)
    groups = [column for column in filled if stamps and column >= stamps[0]]
    return stamps if repeated and len(groups) > 1 and groups[0] == stamps[0] else []


def _above_parts(sheet: Sheet, row: int, first: int) -> bool:
    """Whether the only period of a row is a year that stands above all of its parts: 1/4, 2/4.

    What stands before it goes on in the row below: "Compiled", 2023 above "Item" is no header.
    """
    if row + 1 == len(sheet.rows) or any(cell != "" for cell in sheet.rows[row][first + 1 :]):
        return False
    above = [as_text(sheet.cell(row, column)) for column in range(first)]
    texts = [as_text(sheet.cell(row + 1, column)) for column in range(len(sheet.rows[row + 1]))]
    named = all(text in ("", over) or over == "" for text, over in zip(texts, above, strict=False))
    below = texts[first:]
    named = named and bool(YEARS.fullmatch(as_text(sheet.rows[row][first])))
    return named and len(below) > 1 and all(below) and are_parts(below)


def _is_header(sheet: Sheet, top: int, row: int, stamps: list[int]) -> bool:
    """Whether a row belongs to the header that begins at `top`, and is not one of figures.

    Bare months are told from figures such as 10, 11 and 12 by years that stand above several.
    """
    texts = [narrowed(as_text(sheet.cell(row, column))) for column in stamps]
    texts = [text for text in texts if not is_nothing(text)]
    if not texts or not all(map(_is_heading, texts)):
        return False
    beside = [as_text(sheet.cell(row, column)) for column in range(stamps[0], len(sheet.rows[row]))]
    if all(are_flags(text) for text in beside if text):  # marks of the periods, of no item
        return all(as_text(sheet.cell(row, column)) in ("", as_text(sheet.cell(top, column)))
                   for column in range(stamps[0]))  # fmt: skip
    unsure = [text for text in beside if _BARE.fullmatch(text) or _CLASS.fullmatch(text)]
    return not unsure or (_several(sheet, top, row, stamps) and _leads(sheet, top, row, stamps[0]))


def _several(sheet: Sheet, top: int, row: int, stamps: list[int]) -> bool:
    """Whether a period of a header stands above several columns, said in each or only in one."""
    years = [as_text(sheet.cell(top, column)) for column in stamps]
    return len(set(years)) < len(years) or any(
        as_text(sheet.cell(top, column)) == "" and as_text(sheet.cell(row, column))
        for column in range(stamps[0], len(sheet.rows[row]))
    )


def _leads(sheet: Sheet, top: int, row: int, width: int) -> bool:
    """Whether figures may stand below a row, and no item's name before what it holds."""
    for column in range(width):
        text, above = as_text(sheet.cell(row, column)), as_text(sheet.cell(top, column))
        if text not in ("", above) and not _PART_OF_YEAR.fullmatch(text):
            return False
    below = sheet.below(row)
    return any(as_text(sheet.cell(line, width)) for line in below)


def _only(sheet: Sheet, row: int, stamps: list[int], plan: Plan) -> bool:
    """Whether a row is the header of one period only: said to be, and above a figure."""
    if plan.layout != "wide" or not stamps or row + 1 == len(sheet.rows):
        return False
    below = as_text(sheet.cell(row + 1, stamps[0]))
    return bool(MARKED.fullmatch(below)) and not is_stamp(below)


def _labelled(sheet: Sheet, row: int, width: int) -> bool:
    """Whether labels stand below an empty header of the first columns, of up to three rows."""
    rows = range(row, min(len(sheet.rows), row + 3))
    return any(as_text(sheet.cell(below, column)) for below in rows for column in range(width))


def are_parts(texts: list[str]) -> bool:
    """Whether texts are second halves of periods, some of which may say that the year is whole."""
    bare = [unmarked(text)[0] for text in texts]  # 3월p
    parts = [text for text in bare if _PART.fullmatch(text) or is_month_name(text)]
    return bool(parts) and all(text in parts or _WHOLE.fullmatch(text) for text in bare)


def _is_heading(text: str) -> bool:
    return bool(_PART.fullmatch(text) or _CLASS.fullmatch(text)) or not FIGURE.fullmatch(text)
