"""Reading past a fault: a document that is no TOML, with something in the place of what is wrong.

Whoever mends a file wants to know all that is wrong in it. Where it is plain what was meant, that
is put there, so that the rest of its line is read and judged as well; else a value is put there
that no key of ours may have, of which nothing is said.
"""

from __future__ import annotations

import re

from kpi.facts.syntax import toml_faults as faults
from kpi.facts.syntax.as_meant import as_meant
from kpi.facts.syntax.slips import NOTHING, Mended, Slip
from kpi.facts.syntax.toml_rows import (
    HEADING,
    KEY,
    MOST_ROWS,
    brackets_open,
    indent_of,
    is_closed,
    masked,
)


def past_fault(text: str, line: int, column: int, what: str, again: bool = False) -> Mended | None:
    """The document with something else at a fault; None if more may be wrong there.

    With `again` the line was at fault already, and what was meant is not looked for; nor is it of a
    table in braces over several lines, of which the others would be at fault, too.

    >>> past_fault("unit = %\\nid = 'a'", 1, 8, "this is not a value").text
    "unit = '%'\\nid = 'a'"
    >>> past_fault("[[target]\\nid = 'a'", 1, 10, "a [[table]] heading is not closed").text
    "[[target]]\\nid = 'a'"
    """
    slip = Slip(text, line, column, what)
    if again or what == faults.BRACES[""][0]:
        return _whole(slip)
    return as_meant(slip) or _another_value(slip) or _whole(slip)


_INNER = re.compile(r"(?:^|[{,;])[ \t]*(?P<key>[\"A-Za-z0-9_.-]+)[ \t]*=[ \t]*")


def _another_value(slip: Slip) -> Mended | None:
    """A value that no key may have, in the place of the innermost one or of a list's item."""
    if slip.what in faults.OF_A_KEY:
        return None
    keys = [key for key in _INNER.finditer(slip.mask) if key.end() <= slip.at]
    if not keys:
        return _another_item(slip)
    key = keys[-1]
    end = _end_of_value(slip.mask, key.end())
    if end is None:
        return None
    return slip.edited(key.end(), end, NOTHING, key.start("key"))


def _end_of_value(mask: str, start: int) -> int | None:
    """Where the value ends that begins at a letter of a masked row; None if in another row."""
    opened, inner = 0, mask[:start].count("{") > mask[:start].count("}")
    for nth, sign in enumerate(mask[start:], start=start):
        opened += (sign in "[{") - (sign in "]}")
        if inner and (opened < 0 or (sign == "," and not opened and _INNER.match(mask, nth))):
            return len(mask[:nth].rstrip())
    return len(mask.rstrip()) if opened <= 0 else None


def _another_item(slip: Slip) -> Mended | None:
    """The same in the row of a list that holds one item."""
    first = _first_row(slip.rows, slip.nth)
    if first is None or not is_closed(slip.mask):
        return None
    bare = slip.mask.strip().rstrip(",").rstrip()
    if not bare or brackets_open(bare) or "," in bare or HEADING.fullmatch(slip.row.strip()):
        return None
    start = indent_of(slip.row)
    mended = slip.edited(start, start + len(bare), NOTHING, start)
    of_list = (first + 1, indent_of(slip.rows[first]) + 1)  # some lists are judged as a whole
    return mended._replace(unread=(*mended.unread, of_list))


def _whole(slip: Slip) -> Mended | None:
    """The same in the place of the whole value of a line, or of a list over several lines."""
    rows, nth = slip.rows, slip.nth
    first = nth if slip.key else _first_row(rows, nth)
    key = re.match(KEY, rows[first]) if first is not None else None
    if first is None or key is None:
        return None
    last = _last_row(rows, first, rows[first][key.end() :])
    if last is None or last < nth:
        return None
    # It is the key itself, which was there before.
    own = slip.at == indent_of(slip.row) and first == nth
    repeats = own or slip.what == faults.ADDED_TO[0]
    indent = indent_of(rows[first])
    return slip.blanked(first, last, "" if repeats else key[0] + NOTHING, indent)


def _first_row(rows: list[str], inner: int) -> int | None:
    """The row in which the list begins that the row `inner` is in; None if nobody can tell."""
    opened = 0
    for nth in range(inner - 1, max(inner - MOST_ROWS, -1), -1):
        bare = masked(rows[nth])
        if HEADING.fullmatch(bare.strip()):
            return None
        opened += brackets_open(bare)
        if opened > 0:
            return nth
    return None


def _last_row(rows: list[str], first: int, value: str) -> int | None:
    """The row in which the value ends that begins in the row `first`; None if nobody can tell."""
    opened, braces = 0, not value.startswith("[")  # a brace that is open in a list is the fault
    for nth, part in enumerate([value, *rows[first + 1 : first + MOST_ROWS]], start=first):
        if '"""' in part or "'''" in part or (nth > first and NOTHING in part):
            return None
        bare = masked(part).rstrip()
        if nth > first and HEADING.fullmatch(bare.strip()):
            return None
        opened += brackets_open(bare, braces)
        if opened <= 0:
            return nth if opened == 0 or nth == first else None
        if nth == first and not bare.endswith(("[", "{", ",")):
            return None if "[" in bare else nth  # braces end in their line
    return None
