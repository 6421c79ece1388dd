"""What was meant by a slip of writing, where it is plain. Each function mends one kind of slip."""

from __future__ import annotations

import re
from collections.abc import Callable

from kpi.facts.syntax import toml_faults as faults
from kpi.facts.syntax import written_otherwise
from kpi.facts.syntax.slips import NOTHING, Mended, Slip
from kpi.facts.syntax.toml_rows import (
    HALF_HEADING,
    HEADING,
    KEY,
    before_next,
    brackets_open,
    indent_of,
    is_closed,
    open_at,
    opens_list,
)

#: Of a whole heading that is at fault something stands twice.
_TWICE = (faults.TWICE[0], faults.TABLE_TWICE[0], faults.ADDED_TO[0])


def as_meant(slip: Slip) -> Mended | None:
    """The document as its writer meant it; None where nobody can tell."""
    return _heading(slip) or (_MEANT[slip.what](slip) if slip.what in _MEANT else _number(slip))


def _heading(slip: Slip) -> Mended | None:
    """A heading with as many brackets on both sides; one that stands twice with another name."""
    heading = _parts_of_heading(slip.row.strip(), slip.what)
    if heading is None:
        return None
    name, shape = heading["name"], heading["open"] + heading["close"]
    twice = f"[[{name}]]"
    if shape in ("[]", "[[]]") and (shape == "[[]]" or twice not in slip.text):
        if slip.what == faults.ADDED_TO[0]:  # it has no place in what was written in one line
            name = name.replace(".", "-")
        other = f"[{name}-{slip.nth + 1}]"  # no table of ours has such a name
        return slip.blanked(slip.nth, slip.nth, other if shape == "[]" else f"[{other}]", 0)
    parent = name.rpartition(".")[0]
    single = re.search(rf"(?m)^\[{re.escape(parent)}\.[^\]\n]+\](?!\])", slip.text) and parent
    more = shape not in ("[", "]", "[]")
    doubled = twice in slip.text or (more and (not single or f"[[{parent}]]" in slip.text))
    return slip.blanked(slip.nth, slip.nth, twice if doubled else f"[{name}]")


def _parts_of_heading(row: str, what: str) -> re.Match[str] | None:
    """The parts of a heading that is at fault; None of any other row."""
    if match := HALF_HEADING.fullmatch(row) if what == faults.HEADINGS[0] else None:
        return match
    match = HEADING.fullmatch(row)
    whole = match is not None and match["open"] + match["close"] in ("[]", "[[]]")
    return match if not whole or what in _TWICE else None


def _number(slip: Slip) -> Mended | None:
    """The number, day or period that the remedy names; the fault says how it stands there."""
    for words in (r"a (?:number|day|period|length of time) is not written as (?P<as>.+)",
                  r"(?P<as>\S+) stands without quotation marks"):  # fmt: skip
        if match := re.fullmatch(words, slip.what):
            text = match["as"]
            start = slip.row.rfind(text, 0, slip.at + len(text) + 1)
            _, new = written_otherwise.in_toml(text) or ("", f'"{text}"')
            return slip.edited(start, start + len(text), new) if start >= 0 else None
    return None


def _unequal(slip: Slip) -> Mended | None:
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


def _no_value(slip: Slip) -> Mended | None:
    """A list without its first bracket, or a text of several lines without its first marks."""
    if opens_list(slip.rows, slip.nth):
        return slip.edited(slip.at, slip.at, " [")
    if slip.key is None or slip.key.end() < len(slip.row):  # it is within braces
        return None
    last = slip.until(lambda row: row.count('"""') % 2 or row.count("'''") % 2)
    return slip.valued_up_to(last) if last else None


def _no_statement(slip: Slip) -> Mended | None:
    """A line of its own that is neither key nor heading."""
    return slip.blanked(slip.nth, slip.nth) if _is_a_line(slip) else None


def _is_a_line(slip: Slip) -> bool:
    """Whether a row opens nothing, so that it can be left out of a file that is TOML otherwise."""
    return not brackets_open(slip.mask) and is_closed(slip.mask) and _is_toml(slip.rows)


def _is_toml(rows: list[str]) -> bool:
    """Whether most rows of a file are keys or headings; a page or a table has none."""
    written = [row for row in rows if row.strip() and not re.match(r"[ \t]*[\]}{\"'#0-9]", row)]
    known = sum(bool(re.match(KEY, row) or row.startswith("[")) for row in written)
    return known * 2 > len(written)


def _conflict(slip: Slip) -> Mended | None:
    """The first version of two that git could not merge, without the base that may stand between.

    Of each mark the nearest one: another conflict may follow.
    """
    if slip.row.startswith(">>>>>>>"):
        return slip.blanked(slip.nth, slip.nth)
    others = ("|||||||", "=======") if slip.row.startswith("<<<<<<<") else (slip.row[:7],)
    following = range(slip.nth, len(slip.rows))
    second = next((nth for nth in following if slip.rows[nth].startswith(others)), None)
    last = next((nth for nth in following if slip.rows[nth].startswith(">>>>>>>")), -1)
    if second is None or last < second:
        return None
    slip.rows[slip.nth] = ""
    return slip.blanked(second, last)


def _unopened(slip: Slip) -> Mended | None:
    """A list or table in braces without its first sign."""
    sign = "[" if slip.what == faults.UNOPENED_LIST[0] else "{ "
    start = slip.key.end() if slip.key and sign == "[" else slip.at
    return slip.edited(start, start, sign)


def _more(slip: Slip) -> Mended | None:
    """A comma or semicolon at the end of a line."""
    if slip.rest in (",", ";"):
        return slip.edited(slip.at, slip.at + 1, " ")
    return None


def _comma(slip: Slip) -> Mended | None:
    """A comma that is missing, or written as another sign."""
    gap = re.match(r"[ \t]*[;|]", slip.row[slip.at :])
    if gap:
        return slip.edited(slip.at + gap.end() - 1, slip.at + gap.end(), ",")
    return slip.edited(slip.at, slip.at, ", ")


def _last_comma(slip: Slip) -> Mended | None:
    at = slip.row.rfind(",", 0, slip.at)
    return slip.edited(at, at + 1, " ") if at >= 0 else None


def _list_end(slip: Slip) -> Mended | None:
    """The last bracket of a list, where nothing else stands."""
    return slip.edited(slip.at, slip.at, "]") if not slip.rest else None


def _brace_end(slip: Slip) -> Mended | None:
    """The last brace of a table, where nothing else stands; not of one over several lines."""
    bare = slip.mask.rstrip()
    if slip.rest or brackets_open(slip.mask) != 1 or bare.count("[") != bare.count("]"):
        return None
    comma = bare.endswith(",")
    following = next((row.strip() for row in slip.rows[slip.nth + 1 :] if row.strip()), "")
    if bare.endswith("{") or (comma and following[:1] not in ("{", "]")):
        return None
    return slip.edited(len(bare) - comma, len(bare) - comma, " }")


def _text_end(slip: Slip) -> Mended | None:
    """The last mark of a text: before brackets that are open; a text of two lines is not read.

    One of several lines is taken to end before the next key or heading.
    """
    start, many = open_at(slip.row), ('"""', "'''")
    if start is None or slip.row.startswith(many, start):
        of_key = slip.key is not None and slip.row.startswith(many, slip.key.end())
        return slip.valued_up_to(before_next(slip.rows, slip.nth)) if of_key else None
    mark = slip.row[start]
    if last := slip.until(lambda row: row.count(mark) % 2):
        return slip.valued_up_to(last)
    within = brackets_open(slip.mask[:start]) > 0 or not slip.row[:start].strip()
    tail = re.search(r"[ \t]*[\]},][\]}, \t]*$" if within else r"[ \t]*$", slip.row)
    end = max(tail.start(), start + 1) if tail else len(slip.row)
    return slip.edited(end, end, mark, *([indent_of(slip.row)] if slip.key else []))


def _bare_text(slip: Slip) -> Mended | None:
    """A text without its quotation marks, or with others."""
    if slip.row[slip.at :][:5].lower() in ("false", "true ", "true,", "true}", "true"):
        end = slip.at + (5 if slip.row[slip.at] in "fF" else 4)
        return slip.edited(slip.at, end, slip.row[slip.at : end].lower())
    bare = slip.row[slip.at :].partition("#")[0].strip().strip("\"'“”‘’„«»「」`")
    whole = slip.key is not None and slip.key.end() == slip.at
    if not whole or not bare or re.search(r"[\"'\[\]{}=\\]", bare):
        return None
    return slip.edited(slip.at, len(slip.row), f"'{bare}'", indent_of(slip.row))


_MEANT: dict[str, Callable[[Slip], Mended | None]] = {
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
