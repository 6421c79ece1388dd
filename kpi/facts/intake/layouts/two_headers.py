"""Headers of two rows that only a mapping makes one of, and what to write into it.

Of a long table "전국", "전국" above "이용률", "기업수": the names of its columns are both together.
Of a wide one "실적", "계획" above years that do not come again below the other.
"""

from __future__ import annotations

from kpi.facts.intake.layouts.sheet import FIGURE, TYPED, Sheet, column_names
from kpi.facts.intake.texts.stamps import is_stamp
from kpi.facts.keys.fields import Wrong, shown

_MOST_NAMES = 12  # that are listed


def remedy_of_names(sheet: Sheet, row: int, period: str) -> str:
    """What to type where the next row goes on with the names of a row; "" where it does not."""
    if not 0 <= row < len(sheet.rows) - 1:
        return ""
    above, below = (column_names(sheet, [line]) for line in (row, row + 1))
    both = column_names(sheet, [row, row + 1])
    others = [column for column, name in enumerate(above) if name and name != period]
    if period not in above or below[above.index(period) :][:1] not in ((period,), ("",)):
        return ""
    texts = [text for column in others for text in below[column : column + 1]]
    names = [both[column] for column in others]
    repeated = len({above[column] for column in others}) < len(others) == len(set(names))
    if not repeated or any(FIGURE.fullmatch(text) or is_stamp(text) for text in texts):
        return ""
    more = ["…"] if len(names) > _MOST_NAMES else []
    listed = ", ".join([*(shown(name, TYPED) for name in names[:_MOST_NAMES]), *more])
    numbers = f"{sheet.numbers[row]}, {sheet.numbers[row + 1]}"
    return (
        f"write header = [{numbers}] into a file and name it with --mapping, and add --value-column"
        f" with one of {listed}"
    )


def of_groups(sheet: Sheet, row: int) -> Wrong | None:
    """The fault of a wide table whose periods stand in the row below one of words."""
    if row + 1 >= len(sheet.rows):
        return None
    above, below = (column_names(sheet, [line]) for line in (row, row + 1))
    periods = [column for column, text in enumerate(below) if is_stamp(text)]
    if len(periods) < 2 or periods[0] == 0 or any(is_stamp(text) for text in above):
        return None
    rest = [text for column, text in enumerate(below) if column not in periods]
    grouped = all(above[column : column + 1] not in ((), ("",)) for column in periods)
    if not grouped or any(FIGURE.fullmatch(text) for text in (*above, *rest)):
        return None
    first, second = sheet.numbers[row], sheet.numbers[row + 1]
    return Wrong(
        f"the periods stand in row {second}, below the words of row {first}",
        f'write the lines header = [{first}, {second}] and layout = "wide" into a file, and name it'
        " with --mapping",
    )
