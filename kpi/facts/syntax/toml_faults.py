"""tomllib's complaints in our words, at the place that a person would look at.

A file of a project is written by hand now and then. What is said of a slip names what stands there
and what to write instead. Loaded for files that are no TOML, and for no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.syntax import written_otherwise

_PLACE = r"(?s)(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|.*)\)"

_OPEN_LIST = ("a list is not closed", 'end it with "]", with commas between its items')
#: tomllib's own words, by how they begin, and ours.
_WORDS = {
    "Cannot overwrite a value": ("the key stands twice", "keep one of the two"),
    "Duplicate inline table key": ("the key stands twice", "keep one of the two"),
    "Cannot declare": ("the table stands twice", "keep one, or write [[two brackets]] for a list"),
    "Cannot mutate": (
        "a table or list that was written in one line is added to",
        "write it as a [table] of its own",
    ),
    "Cannot redefine": ("the name is used for two things", "rename one of them"),
    "Expected newline or end of document": (
        "there is more on the line than a value",
        "put texts such as 2024-Q3 between quotation marks; write numbers as 1000 or 6.4,"
        " without a unit or thousands separators",
    ),
    "Expected '=' after a key": (
        'a key without "="',
        "write key = value, such as value = 6.4; put a key with a space or a letter beyond"
        ' ASCII in "quotation marks"',
    ),
    "Invalid statement": (
        "this is neither a key nor a [table]",
        'write key = value; put a key with a letter beyond ASCII in "quotation marks"',
    ),
    "Invalid initial character for a key": (
        "a key is missing or begins with a sign that it must not",
        'put a key with other than A-Z a-z 0-9 _ - in "quotation marks"',
    ),
    "Invalid value": (
        "this is not a value",
        "put texts between quotation marks; write numbers as 1000 or 0.5, dates as 2024-06-30",
    ),
    "Invalid date": ("this day or time is not in the calendar", "write one such as 2024-06-30"),
    "Unclosed array": _OPEN_LIST,
    "Unclosed inline table": (
        "a table in braces is not closed",
        'end it with "}" on the same line, with commas between its keys; put texts such as 2024-Q3'
        " between quotation marks, and write numbers without a unit or a leading zero",
    ),
    "Unterminated string": ("a text is not closed", "end it with a quotation mark"),
    'Expected "\'"': ("a text is not closed", "end it with a quotation mark"),
    "Expected \"'''\"": ("a text is not closed", "end it with three quotation marks"),
    "Expected ']'": ("a [table] heading is not closed", 'end it with "]"'),
    "Expected ']]'": ("a [[table]] heading is not closed", 'end it with "]]"'),
    "Unescaped '\\'": (
        "a backslash that means nothing",
        "write two, or put the text between 'single quotation marks'",
    ),
    "Escaped character": ("an escape that is no character", "write the character itself"),
    "Invalid hex value": ("an escape that is no character", "write the character itself"),
    "Illegal character": (
        "a character that must not stand here",
        'remove it, or close the text before it; a text of several lines stands in """',
    ),
    "Found invalid character": (
        "a character that must not stand here",
        'remove it, or close the text before it; a text of several lines stands in """',
    ),
}


def told(message: str, text: str) -> tuple[int, int, str, str]:
    """Line, column, what is wrong and what to do, of tomllib's message, which says the place too.

    >>> told("Cannot overwrite a value (at line 2, column 8)", "a = 1\\n  a = 2\\n")
    (2, 3, 'the key stands twice', 'keep one of the two')
    """
    match = re.fullmatch(_PLACE, message)
    complaint = match["what"] if match else message
    what, remedy = complaint[:1].lower() + complaint[1:200], "see https://toml.io/en/v1.0.0"
    for begin, words in _WORDS.items():
        if complaint.startswith(begin):
            what, remedy = words
    if match and match["line"]:
        line, column = int(match["line"]), int(match["column"])
        row = text.replace("\r\n", "\n").split("\n")[line - 1]
        better = _at_sight(complaint, row, column) or written_otherwise.at_place(row, column)
        what, remedy = better or (what, remedy)
        return line, _begun(complaint, row, column), what, remedy
    for mark in ('"""', "'''"):  # a text that is open to the end begins with the last mark
        if mark in complaint or (complaint.startswith("Unterminated") and text.count(mark) % 2):
            place = coordinates(text, text.rfind(mark))
            return *place, what, f"end it with {mark}"
    # Behind a text in single quotation marks that is open no other mark follows.
    open_at = text.rfind("'") if complaint.startswith('Expected "\'"') else -1
    ends = text.find("\n", open_at) if open_at >= 0 else -1
    line, column = coordinates(text, ends if ends >= 0 else len(text))
    row = text.replace("\r\n", "\n").split("\n")[line - 1]
    return line, _begun(complaint, row, column), what, remedy


def _begun(complaint: str, row: str, column: int) -> int:
    """The column of what a message is about, which tomllib sees only once it has read past it."""
    if twice := re.match("Duplicate inline table key '(.*)'", complaint):
        key = re.escape(twice[1])
        keys = list(re.finditer(rf"""["']?{key}["']? *=""", row[: column - 1]))
        return keys[-1].start() + 1 if keys else column
    before = complaint.startswith("Invalid value") and _begins(row, column)
    if before or complaint.startswith(("Cannot overwrite", "Cannot declare", "Cannot redefine")):
        start = len(row) - len(row.lstrip()) + 1
        return min(start, column)
    return column


def _at_sight(complaint: str, row: str, column: int) -> tuple[str, str] | None:
    """Better words than tomllib's message gives, from what stands at the place."""
    rest = row[column - 1 :]
    if row.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return "git left the marks of a conflict", "keep one version, and remove the marked lines"
    if rest and not rest[0].isprintable() and rest[0] != "\t":
        return f"the invisible character U+{ord(rest[0]):04X} stands here", "remove it"
    for bare in re.finditer(_BARE_PERIOD, row):
        if bare.start("period") < column <= bare.end() + 1:
            return (
                f"{bare['period']} stands without quotation marks", f'write "{bare["period"]}"'
            )  # fmt: skip
    if complaint.startswith("Expected newline") and _HEADING.fullmatch(row.strip()):
        return "a heading has not as many brackets on both sides", "write [table] or [[table]]"
    if complaint.startswith("Unclosed inline table") and re.match(_NEXT_KEY, rest):
        return "a comma is missing between two keys", "write a comma between them"
    if complaint.startswith("Invalid value") and _begins(row, column):
        return _OPEN_LIST  # a comma stands behind its last item
    if complaint.startswith("Invalid initial character for a key"):
        return _BRACES.get(rest[:1])
    if complaint.startswith(("Illegal character", "Found invalid character")) and not rest:
        remedy = 'end it with a quotation mark; a text of several lines stands in """'
        return "a text is not closed", remedy
    if not complaint.startswith("Invalid value"):
        return None
    if not row[: column - 1].strip() and re.match(_KEY, rest):  # where an item was due
        return _OPEN_LIST
    return _no_value(rest)


def _no_value(rest: str) -> tuple[str, str] | None:
    """What stands where a value was due, if it can be told better."""
    if not rest.strip():
        return "there is no value", 'write one after the "="'
    if rest[:1] in ("“", "”", "‘", "’", "„", "«", "「", "`"):
        return f"{rest[0]} is no quotation mark here", 'write "…", with straight ones'
    if rest[:1].isdecimal() and not rest[:1].isascii():
        return "digits other than 0 to 9", "write the number with the digits 0 to 9"
    if rest[:4].lower() == "true" or rest[:5].lower() == "false":
        return "this is not a value", "write true or false, in small letters"
    return None


#: A key where a comma was due, behind another sign or none.
_NEXT_KEY = r"[ \t]*[;|]?[ \t]*[A-Za-z0-9_-]+[ \t]*="
_BARE_PERIOD = r"=[ \t]*(?P<period>[0-9]{4}-(?:S[12]|Q[1-4]|W[0-9]{2}|[0-9]{2}))(?![0-9-])"
_BRACES = {
    "}": ("a comma stands before the closing brace", "remove the comma"),
    "": (
        "a table in braces goes on in the next line",
        "write it in one line, or as a [table] of its own",
    ),
}


_KEY = (
    r"""[ \t]*(?:[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*[ \t]*=[ \t]*"""
)
#: A key and a value, and between them a colon, or nothing, in the place of the "=".
_UNEQUAL = r"""(?P<bare>[ \t]*[A-Za-z0-9_-]+)(?:[ \t]*:[ \t]*|[ \t]+)(?=["'\[{0-9-]|true|false)"""
_TEXTS = r"""("[^"]*"|'[^']*'|#.*)"""
#: A value that no key of ours may have.
_NOTHING = "1979-05-27T07:32:00"


_HEADING = re.compile(  # `*+` never goes back: blanks that a bracket may follow are not shared out
    r"(?P<open>\[{1,3})[ \t]*(?P<name>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)[ \t]*+(?P<close>\]{0,3})"
    r"[ \t]*(?:#.*)?"
)
#: A value of so many lines is looked for the end of.
_MOST_LINES = 60


def past_fault(text: str, line: int, column: int, what: str = "") -> str | None:
    """The document with another value in a line that is at fault; None if more may be wrong there.

    What is wrong with a value in its own lines is no reason not to read the others. Of a key that
    stands twice the first is left, as it is of one that is added to. A heading of which a bracket
    is missing is the one that it must be meant as. A list that is open where another key begins
    ends before it.

    >>> past_fault("unit = %\\nid = 'a'", 1, 8)
    "unit = 1979-05-27T07:32:00\\nid = 'a'"
    >>> past_fault("[[target]\\nid = 'a'", 1, 10)
    "[[target]]\\nid = 'a'"
    """
    rows = text.split("\n")
    row = rows[line - 1] if line else ""
    if what == _OPEN_LIST[0] and _begins(row, column):
        return _without_open(rows, line - 1)
    if heading := _HEADING.fullmatch(row.strip()):
        rows[line - 1] = _meant(heading, text)
        return "\n".join(rows) if heading["open"] + heading["close"] not in ("[]", "[[]]") else None
    begun = _UNEQUAL if what == _WORDS["Expected '=' after a key"][0] else _KEY
    first = line - 1 if re.match(begun, row) else _first_row(rows, line - 1)
    key = re.match(begun, rows[first]) if first is not None else None
    last = _last_row(rows, first, rows[first][key.end() :]) if first is not None and key else None
    if first is None or key is None or last is None or last < line - 1:
        return None
    # It is the key itself, which was there before.
    own = column == len(row) - len(row.lstrip()) + 1 and first == line - 1
    repeats = own or what == _WORDS["Cannot mutate"][0]
    read = key["bare"] + " = " if begun == _UNEQUAL else key[0]
    rows[first : last + 1] = ["" if repeats else read + _NOTHING] + [""] * (last - first)
    return "\n".join(rows)


def _meant(heading: re.Match[str], text: str) -> str:
    """A heading with as many brackets on both sides."""
    once, twice = f"[{heading['name']}]", f"[[{heading['name']}]]"
    doubled = max(len(heading["open"]), len(heading["close"])) > 1
    return twice if doubled or twice in text else once


def _begins(row: str, column: int) -> bool:
    """Whether a heading or a key begins at a column of a row, so that what is open is before it."""
    before = row[: column - 1].strip(" \t")
    if before.strip("["):
        return False
    heading = _HEADING.fullmatch(row.strip())
    if heading is not None and before == "[":  # read as an item behind a comma: `[b]` may be one
        return heading["open"] == "[[" or "." in heading["name"]
    return heading is not None or re.match(_KEY, row) is not None


def _without_open(rows: list[str], following: int) -> str | None:
    """The document with another value for the list that is open where the row `following` begins;
    None if nobody can tell where it begins."""
    first = _first_row(rows, following)
    key = re.match(_KEY, rows[first]) if first is not None else None
    if first is None or key is None:
        return None
    rows[first:following] = [key[0] + _NOTHING] + [""] * (following - first - 1)
    return "\n".join(rows)


def passed_over(text: str) -> Iterator[int]:
    """The lines of a document in which `past_fault` has put another value."""
    return (nth for nth, row in enumerate(text.split("\n"), start=1) if row.endswith(_NOTHING))


def _first_row(rows: list[str], inner: int) -> int | None:
    """The row in which the list begins that the row `inner` is in; None if nobody can tell."""
    opened = 0
    for nth in range(inner - 1, max(inner - _MOST_LINES, -1), -1):
        bare = re.sub(_TEXTS, "", rows[nth])
        if _HEADING.fullmatch(bare.strip()):
            return None
        opened += _opened(bare)
        if opened > 0:
            return nth
    return None


def _opened(bare: str, braces: bool = True) -> int:
    """How many brackets more are opened than closed in a row without its texts."""
    opened = bare.count("[") - bare.count("]")
    return opened + bare.count("{") - bare.count("}") if braces else opened


def _last_row(rows: list[str], first: int, value: str) -> int | None:
    """The row in which the value ends that begins in the row `first`; None if nobody can tell."""
    opened, braces = 0, not value.startswith("[")  # a brace that is open in a list is the fault
    for nth, part in enumerate([value, *rows[first + 1 : first + _MOST_LINES]], start=first):
        if '"""' in part or "'''" in part or _NOTHING in part:
            return None
        bare = re.sub(_TEXTS, "", part).rstrip()
        if nth > first and _HEADING.fullmatch(bare.strip()):
            return None
        opened += _opened(bare, braces)
        if opened <= 0:
            return nth if opened == 0 else None
        if nth == first and not bare.endswith(("[", "{", ",")):
            return None if "[" in bare else nth  # braces end in their line
    return None


def coordinates(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a place in a text, both from 1."""
    before = text[:offset].replace("\r\n", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
