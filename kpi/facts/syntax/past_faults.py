"""Reading past a fault: a document that is no TOML, with something in the place of what is wrong.

Whoever mends a file wants to know all that is wrong in it. Where it is plain what was meant, that
is put there, so that the rest of its line is read and judged as well; else a value is put there
that no key of ours may have, of which nothing is said. Each function mends one kind of fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kpi.facts.syntax import toml_faults as faults
from kpi.facts.syntax import written_otherwise
from kpi.facts.syntax.toml_rows import (
    HEADING,
    KEY,
    MOST_ROWS,
    before_next,
    masked,
    open_at,
    opens_list,
)
from kpi.values import NamedTuple

#: A value that no key of ours may have.
NOTHING = "1979-05-27T07:32:00"


class Mended(NamedTuple):
    """A document with something else at a fault; lines and columns are of its text, from 1."""

    text: str
    unread: tuple[tuple[int, int], ...] = ()  # where a key stands of which the value is not read
    moved: tuple[int, int, int] = (0, 0, 0)  # a line, and what stands behind a column how far


class _Slip:
    """What is at fault in a document: the row and the letter in it, both from 0."""

    def __init__(self, text: str, line: int, column: int, what: str) -> None:
        self.text, self.rows = text, text.split("\n")
        self.nth, self.at, self.what = line - 1, column - 1, what
        self.row = self.rows[self.nth].removesuffix("\r")
        self.mask = masked(self.row)

    def edited(self, start: int, end: int, new: str, *unread: int) -> Mended:
        """The document with `new` between two letters of the row."""
        line = self.nth + 1
        self.rows[self.nth] = self.row[:start] + new + self.row[end:]
        moved = (line, start + 1, len(new) - (end - start))
        return Mended("\n".join(self.rows), tuple((line, at + 1) for at in unread), moved)

    def blanked(self, first: int, last: int, new: str = "", *unread: int) -> Mended:
        """The document with `new`, and empty rows behind it, in the place of some."""
        self.rows[first : last + 1] = [new] + [""] * (last - first)
        return Mended("\n".join(self.rows), tuple((first + 1, at + 1) for at in unread))

    @property
    def rest(self) -> str:
        """What stands behind the place, without comments and with texts masked."""
        return self.mask[self.at :].strip()

    def until(self, ends: Callable[[str], object]) -> int | None:
        """The next row that ends something, unless another key or heading comes before it."""
        for nth in range(self.nth + 1, min(self.nth + MOST_ROWS, len(self.rows))):
            row = self.rows[nth].strip()
            if re.match(KEY, row) or HEADING.fullmatch(row):
                return None
            if ends(row):
                return nth
        return None


def past_fault(text: str, line: int, column: int, what: str, again: bool = False) -> Mended | None:
    """The document with something else at a fault; None if more may be wrong there.

    With `again` the line was at fault already, and what was meant is not looked for.

    >>> past_fault("unit = %\\nid = 'a'", 1, 8, "this is not a value").text
    "unit = '%'\\nid = 'a'"
    >>> past_fault("[[target]\\nid = 'a'", 1, 10, "a [[table]] heading is not closed").text
    "[[target]]\\nid = 'a'"
    """
    if not line:
        return None
    slip = _Slip(text, line, column, what)
    meant = None
    if not again:
        meant = _as_heading(slip) or (_MEANT[what](slip) if what in _MEANT else _number(slip))
    if meant is None and not again:
        meant = _open_to_the_next(slip) or _another_value(slip)
    return meant or _whole(slip)


def _as_heading(slip: _Slip) -> Mended | None:
    """A heading with as many brackets on both sides; one that stands twice with another name."""
    heading = faults.as_heading(slip.row.strip(), slip.what)
    if heading is None:
        return None
    name, shape = heading["name"], heading["open"] + heading["close"]
    twice = f"[[{name}]]"
    if shape in ("[]", "[[]]") and (shape == "[[]]" or twice not in slip.text):
        other = f"[{name}-{slip.nth + 1}]"  # no table of ours has such a name
        return slip.blanked(slip.nth, slip.nth, other if shape == "[]" else f"[{other}]", 0)
    parent = name.rpartition(".")[0]
    single = re.search(rf"(?m)^\[{re.escape(parent)}\.[^\]\n]+\](?!\])", slip.text) and parent
    more = shape not in ("[", "]", "[]")
    doubled = twice in slip.text or (more and (not single or f"[[{parent}]]" in slip.text))
    return slip.blanked(slip.nth, slip.nth, twice if doubled else f"[{name}]")


# ---------------------------------------------------------------------------- what was meant


def _number(slip: _Slip) -> Mended | None:
    """The number, day or period that the remedy names; the fault says how it stands there."""
    for words in (r"a (?:number|day) is not written as (?P<as>.+)",
                  r"(?P<as>\S+) stands without quotation marks"):  # fmt: skip
        if match := re.fullmatch(words, slip.what):
            text = match["as"]
            start = slip.row.rfind(text, 0, slip.at + len(text) + 1)
            new = written_otherwise.day(text) or written_otherwise.number(text) or f'"{text}"'
            return slip.edited(start, start + len(text), new) if start >= 0 else None
    return None


def _unequal(slip: _Slip) -> Mended | None:
    """`key: value` and `key value`; of other words the first is taken for a key."""
    sign = slip.row[slip.at : slip.at + 1]
    value = r":?[ \t]*(?:[\"'\[{]|(?:[0-9][0-9.-]*|true|false)[ \t]*(?:[,}\r]|$))"
    if re.match(value, slip.row[slip.at :]) or (sign == ":" and _is_toml(slip.rows)):
        colon = sign == ":"
        return slip.edited(slip.at, slip.at + colon, "=" if colon else "= ")
    begun = re.match(r"[ \t]*([A-Za-z0-9_-]+)", slip.row)
    if begun is None or not _is_a_line(slip):
        return None
    key = re.escape(begun[1])
    if re.search(rf"(?m)^[ \t]*{key}[ \t]*=", slip.text):  # it must not stand twice
        return slip.blanked(slip.nth, slip.nth)
    return slip.blanked(slip.nth, slip.nth, begun[0] + " = " + NOTHING, begun.start(1))


def _no_value(slip: _Slip) -> Mended | None:
    """A list without its first bracket, or a text of several lines without its first marks."""
    if opens_list(slip.rows, slip.nth):
        return slip.edited(slip.at, slip.at, " [")
    if last := slip.until(lambda row: row.count('"""') % 2 or row.count("'''") % 2):
        at = len(slip.row) - len(slip.row.lstrip())
        return slip.blanked(slip.nth, last, slip.row + NOTHING, at)
    return None


def _no_statement(slip: _Slip) -> Mended | None:
    """A line of its own that is neither key nor heading."""
    return slip.blanked(slip.nth, slip.nth) if _is_a_line(slip) else None


def _is_a_line(slip: _Slip) -> bool:
    """Whether a row opens nothing, so that it can be left out of a file that is TOML otherwise."""
    return not _opened(slip.mask) and _is_closed(slip.mask) and _is_toml(slip.rows)


def _is_toml(rows: list[str]) -> bool:
    """Whether most rows of a file are keys or headings; a page or a table has none."""
    written = [row for row in rows if row.strip() and not re.match(r"[ \t]*[\]}{\"'#0-9]", row)]
    known = sum(bool(re.match(KEY, row) or row.startswith("[")) for row in written)
    return known * 2 > len(written)


def _conflict(slip: _Slip) -> Mended | None:
    """The first version of two that git could not merge."""
    ends = [">>>>>>>", "======="] if slip.row.startswith("<<<<<<<") else [slip.row[:7]]
    if ends[0] == "=======":
        ends = [">>>>>>>"]
    if len(ends) == 1 and slip.row.startswith(">>>>>>>"):
        return slip.blanked(slip.nth, slip.nth)
    marks = {end: nth for nth, row in enumerate(slip.rows) if nth > slip.nth
             for end in ends if row.startswith(end)}  # fmt: skip
    if len(marks) < len(ends):
        return None
    slip.rows[slip.nth] = ""
    return slip.blanked(marks.get("=======", slip.nth), marks[">>>>>>>"])


def _unopened(slip: _Slip) -> Mended | None:
    """A list or table in braces without its first sign."""
    sign = "[" if slip.what == faults.UNOPENED_LIST[0] else "{ "
    key = re.match(KEY, slip.row)
    start = key.end() if key and sign == "[" else slip.at
    return slip.edited(start, start, sign)


def _more(slip: _Slip) -> Mended | None:
    """A comma or semicolon at the end of a line."""
    if slip.rest in (",", ";"):
        return slip.edited(slip.at, slip.at + 1, " ")
    return None


def _comma(slip: _Slip) -> Mended | None:
    """A comma that is missing, or written as another sign."""
    gap = re.match(r"[ \t]*[;|]", slip.row[slip.at :])
    if gap:
        return slip.edited(slip.at + gap.end() - 1, slip.at + gap.end(), ",")
    return slip.edited(slip.at, slip.at, ", ")


def _last_comma(slip: _Slip) -> Mended | None:
    at = slip.row.rfind(",", 0, slip.at)
    return slip.edited(at, at + 1, " ") if at >= 0 else None


def _list_end(slip: _Slip) -> Mended | None:
    """The last bracket of a list, where nothing else stands."""
    return slip.edited(slip.at, slip.at, "]") if not slip.rest else None


def _brace_end(slip: _Slip) -> Mended | None:
    """The last brace of a table, where nothing else stands; not of one over several lines."""
    bare = slip.mask.rstrip()
    if slip.rest or _opened(slip.mask) != 1 or bare.count("[") != bare.count("]"):
        return None
    comma = bare.endswith(",")
    following = next((row.strip() for row in slip.rows[slip.nth + 1 :] if row.strip()), "")
    if bare.endswith("{") or (comma and following[:1] not in ("{", "]")):
        return None
    return slip.edited(len(bare) - comma, len(bare) - comma, " }")


def _text_end(slip: _Slip) -> Mended | None:
    """The last mark of a text: before brackets that are open; a text of two lines is not read."""
    start = open_at(slip.row)
    if start is None or slip.row.startswith(('"""', "'''"), start):
        return None
    mark = slip.row[start]
    if last := slip.until(lambda row: row.count(mark) % 2):
        key = re.match(KEY, slip.row)
        if key is None:
            return None
        return slip.blanked(slip.nth, last, key[0] + NOTHING, _indent(slip.row))
    within = _opened(slip.mask[:start]) > 0 or not slip.row[:start].strip()
    tail = re.search(r"[ \t]*[\]},][\]}, \t]*$" if within else r"[ \t]*$", slip.row)
    end = max(tail.start(), start + 1) if tail else len(slip.row)
    key = re.match(KEY, slip.row)
    return slip.edited(end, end, mark, *([_indent(slip.row)] if key else []))


def _bare_text(slip: _Slip) -> Mended | None:
    """A text without its quotation marks, or with others."""
    if slip.row[slip.at :][:5].lower() in ("false", "true ", "true,", "true}", "true"):
        end = slip.at + (5 if slip.row[slip.at] in "fF" else 4)
        return slip.edited(slip.at, end, slip.row[slip.at : end].lower())
    key = re.match(KEY, slip.row)
    bare = slip.row[slip.at :].partition("#")[0].strip().strip("\"'“”‘’„«»「」`")
    if key is None or key.end() != slip.at or not bare or re.search(r"[\"'\[\]{}=\\]", bare):
        return None
    return slip.edited(slip.at, len(slip.row), f"'{bare}'", _indent(slip.row))


_MEANT: dict[str, Callable[[_Slip], Mended | None]] = {
    faults.NO_EQUALS[0]: _unequal,
    faults.NO_STATEMENT[0]: _no_statement,
    faults.MORE[0]: _more,
    faults.NOT_A_VALUE[0]: _bare_text,
    faults.OPEN_TEXT: _text_end,
    faults.OPEN_TABLE[0]: _brace_end,
    faults.OPEN_LIST[0]: _list_end,
    faults.UNOPENED_LIST[0]: _unopened,
    faults.UNOPENED_TABLE[0]: _unopened,
    faults.NO_COMMA[0]: _comma,
    faults.NO_COMMA_IN_LIST[0]: _comma,
    faults.BRACES["}"][0]: _last_comma,
    faults.BRACES[""][0]: _brace_end,
    faults.NO_VALUE[0]: _no_value,
    faults.CONFLICT[0]: _conflict,
}


# --------------------------------------------------------------- what nobody can tell is not read

_INNER = re.compile(r"(?:^|[{,;])[ \t]*(?P<key>[\"A-Za-z0-9_.-]+)[ \t]*=[ \t]*")


def _another_value(slip: _Slip) -> Mended | None:
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


def _another_item(slip: _Slip) -> Mended | None:
    """The same in the row of a list that holds one item."""
    first = _first_row(slip.rows, slip.nth)
    if first is None or not _is_closed(slip.mask):
        return None
    bare = slip.mask.strip().rstrip(",").rstrip()
    if not bare or _opened(bare) or "," in bare or HEADING.fullmatch(slip.row.strip()):
        return None
    start = _indent(slip.row)
    mended = slip.edited(start, start + len(bare), NOTHING, start)
    of_list = (first + 1, _indent(slip.rows[first]) + 1)  # some lists are judged as a whole
    return mended._replace(unread=(*mended.unread, of_list))


def _whole(slip: _Slip) -> Mended | None:
    """The same in the place of the whole value of a line, or of a list over several lines."""
    rows, nth = slip.rows, slip.nth
    first = nth if re.match(KEY, slip.row) else _first_row(rows, nth)
    key = re.match(KEY, rows[first]) if first is not None else None
    last = _last_row(rows, first, rows[first][key.end() :]) if first is not None and key else None
    if first is None or key is None or last is None or last < nth:
        return None
    # It is the key itself, which was there before.
    own = slip.at == _indent(slip.row) and first == nth
    repeats = own or slip.what == faults.ADDED_TO[0]
    indent = _indent(rows[first])
    return slip.blanked(first, last, "" if repeats else key[0] + NOTHING, indent)


def _open_to_the_next(slip: _Slip) -> Mended | None:
    """A text of several lines that is not closed ends before the next key or heading."""
    key = re.match(KEY, slip.row)
    if slip.what != faults.OPEN_TEXT or key is None:
        return None
    if not slip.row.startswith(('"""', "'''"), key.end()):
        return None
    last = before_next(slip.rows, slip.nth)
    return slip.blanked(slip.nth, last, key[0] + NOTHING, _indent(slip.row))


def _first_row(rows: list[str], inner: int) -> int | None:
    """The row in which the list begins that the row `inner` is in; None if nobody can tell."""
    opened = 0
    for nth in range(inner - 1, max(inner - MOST_ROWS, -1), -1):
        bare = masked(rows[nth])
        if HEADING.fullmatch(bare.strip()):
            return None
        opened += _opened(bare)
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
        opened += _opened(bare, braces)
        if opened <= 0:
            return nth if opened == 0 or nth == first else None
        if nth == first and not bare.endswith(("[", "{", ",")):
            return None if "[" in bare else nth  # braces end in their line
    return None


def _opened(bare: str, braces: bool = True) -> int:
    """How many brackets more are opened than closed in a row without its texts."""
    opened = bare.count("[") - bare.count("]")
    return opened + bare.count("{") - bare.count("}") if braces else opened


def _is_closed(mask: str) -> bool:
    """Whether no text is open at the end of a masked row."""
    return open_at(mask) is None


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())
