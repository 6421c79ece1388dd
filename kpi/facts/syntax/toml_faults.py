"""tomllib's complaints in our words, at the place that a person would look at.

A file of a project is written by hand now and then. What is said of a slip names what stands there
and what to write instead. Loaded for files that are no TOML, and for no others.
"""

from __future__ import annotations

import re

from kpi.facts.syntax import written_otherwise
from kpi.facts.syntax.positions import coordinates
from kpi.facts.syntax.toml_rows import HALF_HEADING, HEADING, KEY, before_next, masked

_PLACE = r"(?s)(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|.*)\)"

OPEN_LIST = ("a list is not closed", 'end it with "]", with commas between its items')
UNOPENED_LIST = ("a list has no first bracket", 'write "[" before its first item')
UNOPENED_TABLE = (
    "a table in braces has no first brace",
    "write an opening brace before its first key",
)
NO_COMMA = ("a comma is missing between two keys", "write a comma between them")
NO_COMMA_IN_LIST = ("a comma is missing between two items", "write a comma between them")
NO_VALUE = ("there is no value", 'write one after the "="')
CONFLICT = ("git left the marks of a conflict", "keep one version, and remove the marked lines")
HEADINGS = ("a heading has not as many brackets on both sides", "write [table] or [[table]]")
TWICE = ("the key stands twice", "keep one of the two")
TABLE_TWICE = ("the table stands twice", "keep one, or write [[two brackets]] for a list")
ADDED_TO = (
    "a table or list that was written in one line is added to",
    "write it as a [table] of its own",
)
TWO_THINGS = ("the name is used for two things", "rename one of them")
MORE = (
    "there is more on the line than a value",
    "put texts such as 2024-Q3 between quotation marks; write numbers as 1000 or 6.4,"
    " without a unit or thousands separators",
)
NO_EQUALS = (
    'a key without "="',
    "write key = value, such as value = 6.4; put a key with a space or a letter beyond"
    ' ASCII in "quotation marks"',
)
NO_STATEMENT = (
    "this is neither a key nor a [table]",
    'write key = value; put a key with a letter beyond ASCII in "quotation marks"',
)
NO_KEY = (
    "a key is missing or begins with a sign that it must not",
    'put a key with other than A-Z a-z 0-9 _ - in "quotation marks"',
)
NOT_A_VALUE = (
    "this is not a value",
    "put texts between quotation marks; write numbers as 1000 or 0.5, dates as 2024-06-30",
)
OPEN_TABLE = (
    "a table in braces is not closed",
    'end it with "}" on the same line, with commas between its keys; put texts such as 2024-Q3'
    " between quotation marks, and write numbers without a unit or a leading zero",
)
OPEN_TEXT = "a text is not closed"
NO_CHARACTER = ("an escape that is no character", "write the character itself")
FORBIDDEN = (
    "a character that must not stand here",
    'remove it, or close the text before it; a text of several lines stands in """',
)
#: Of these it is the key that is wrong.
OF_A_KEY = (TWICE[0], ADDED_TO[0], TWO_THINGS[0], NO_KEY[0])
#: tomllib's own words, by how they begin, and ours.
WORDS = {
    "Cannot overwrite a value": TWICE,
    "Duplicate inline table key": TWICE,
    "Cannot declare": TABLE_TWICE,
    "Cannot mutate": ADDED_TO,
    "Cannot redefine": TWO_THINGS,
    "Expected newline or end of document": MORE,
    "Expected '=' after a key": NO_EQUALS,
    "Invalid statement": NO_STATEMENT,
    "Invalid initial character for a key": NO_KEY,
    "Invalid value": NOT_A_VALUE,
    "Invalid date": ("this day or time is not in the calendar", "write one such as 2024-06-30"),
    "Unclosed array": OPEN_LIST,
    "Unclosed inline table": OPEN_TABLE,
    "Unterminated string": (OPEN_TEXT, "end it with a quotation mark"),
    'Expected "\'"': (OPEN_TEXT, "end it with a quotation mark"),
    "Expected \"'''\"": (OPEN_TEXT, "end it with three quotation marks"),
    "Expected ']'": ("a [table] heading is not closed", 'end it with "]"'),
    "Expected ']]'": ("a [[table]] heading is not closed", 'end it with "]]"'),
    "Unescaped '\\'": (
        "a backslash that means nothing",
        "write two, or put the text between 'single quotation marks'",
    ),
    "Escaped character": NO_CHARACTER,
    "Invalid hex value": NO_CHARACTER,
    "Illegal character": FORBIDDEN,
    "Found invalid character": FORBIDDEN,
}


def told(message: str, text: str) -> tuple[int, int, str, str]:
    """Line, column, what is wrong and what to do, of tomllib's message, which says the place too.

    >>> told("Cannot overwrite a value (at line 2, column 8)", "a = 1\\n  a = 2\\n")
    (2, 3, 'the key stands twice', 'keep one of the two')
    """
    match = re.fullmatch(_PLACE, message)
    complaint = match["what"] if match else message
    words = complaint[:1].lower() + complaint[1:200], "see https://toml.io/en/v1.0.0"
    words = next((ours for begin, ours in WORDS.items() if complaint.startswith(begin)), words)
    rows = text.replace("\r\n", "\n").split("\n")
    line, column = (int(match["line"]), int(match["column"])) if match and match["line"] else (0, 0)
    if opened := _open_text(rows, line or len(rows)):
        return *opened[:2], OPEN_TEXT, f"end it with {opened[2]}"
    if line:
        return _told_of_row(complaint, words, rows, line, column)
    return _told_of_end(complaint, words, text, rows)


def _told_of_row(
    complaint: str, words: tuple[str, str], rows: list[str], line: int, column: int
) -> tuple[int, int, str, str]:
    """The same of a complaint that says where; `words` are ours if none are better."""
    row = rows[line - 1]
    if complaint.startswith("Cannot") and (single := _single_before(rows, line)):
        return single, 1, *TABLE_TWICE
    words = _at_sight(complaint, row, column) or written_otherwise.at_place(row, column) or words
    begun = _begun(complaint, row, column)
    if words in (OPEN_LIST, NO_COMMA_IN_LIST) and not row[: begun - 1].strip(" \t["):
        return *_due(rows, line), *words
    return line, begun, *words


def _told_of_end(
    complaint: str, words: tuple[str, str], text: str, rows: list[str]
) -> tuple[int, int, str, str]:
    """The same of something that is still open at the document's end."""
    for mark in ('"""', "'''"):  # a text that is open to the end begins with the last mark
        if mark in complaint or (complaint.startswith("Unterminated") and text.count(mark) % 2):
            place = coordinates(text, text.rfind(mark))
            return *place, words[0], f"end it with {mark}"
    # Behind a text in single quotation marks that is open no other mark follows.
    open_at = text.rfind("'") if complaint.startswith('Expected "\'"') else -1
    ends = text.find("\n", open_at) if open_at >= 0 else -1
    line, column = coordinates(text, ends if ends >= 0 else len(text))
    if words == OPEN_LIST:
        return *_due(rows, line + 1), *words
    return line, _begun(complaint, rows[line - 1], column), *words


def _single_before(rows: list[str], line: int) -> int | None:
    """The line of a [table] before a [[table]] of its name, which the latter cannot add to."""
    heading = HEADING.fullmatch(rows[line - 1].strip())
    if heading is None or heading["open"] + heading["close"] != "[[]]":
        return None
    same = re.compile(rf"\[[ \t]*{re.escape(heading['name'])}[ \t]*\][ \t]*(?:#.*)?")
    return next((nth for nth, row in enumerate(rows[:line], 1) if same.fullmatch(row)), None)


def _begun(complaint: str, row: str, column: int) -> int:
    """The column of what a message is about, which tomllib sees only once it has read past it."""
    if twice := re.match("Duplicate inline table key '(.*)'", complaint):
        key = re.escape(twice[1])
        keys = list(re.finditer(rf"""["']?{key}["']? *=""", row[: column - 1]))
        return keys[-1].start() + 1 if keys else column
    if complaint.startswith("Unclosed array"):
        return _bare_item(row, column) or column
    before = complaint.startswith("Invalid value") and _begins(row, column)
    if before or complaint.startswith(("Cannot overwrite", "Cannot declare", "Cannot redefine")):
        start = len(row) - len(row.lstrip()) + 1
        return min(start, column)
    return column


def _at_sight(complaint: str, row: str, column: int) -> tuple[str, str] | None:
    """Better words than tomllib's message gives, from what stands at the place."""
    rest = row[column - 1 :]
    if row.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return CONFLICT
    if rest and not rest[0].isprintable() and rest[0] != "\t":
        return f"the invisible character U+{ord(rest[0]):04X} stands here", "remove it"
    for bare in re.finditer(_BARE_PERIOD, row):
        if bare.start("period") < column <= bare.end() + 1:
            period = bare["period"]
            return f"{period} stands without quotation marks", f'write "{period}"'
    if words := _of_brackets(complaint, row, column):
        return words
    if complaint.startswith("Invalid initial character for a key"):
        return BRACES.get(rest[:1])
    if complaint.startswith(("Illegal character", "Found invalid character")) and not rest:
        remedy = 'end it with a quotation mark; a text of several lines stands in """'
        return OPEN_TEXT, remedy
    return _no_value(rest) if complaint.startswith("Invalid value") else None


def _of_brackets(complaint: str, row: str, column: int) -> tuple[str, str] | None:
    """What is wrong with a heading, a list or a table in braces."""
    rest = row[column - 1 :]
    if complaint.startswith("Expected newline") and HEADING.fullmatch(row.strip()):
        return HEADINGS
    if complaint.startswith("Expected '='") and HALF_HEADING.fullmatch(row.strip()):
        return HEADINGS
    if complaint.startswith("Unclosed inline table") and re.match(_NEXT_KEY, rest):
        return NO_COMMA
    if unopened := _unopened(complaint, row, column):
        return unopened
    begins = _begins(row, column)
    if complaint.startswith("Unclosed array"):
        if _bare_item(row, column):
            return NOT_A_VALUE
        return NO_COMMA_IN_LIST if re.match(_NEXT_ITEM, rest) and not begins else None
    if not complaint.startswith("Invalid value"):
        return None
    # A comma stands behind its last item, and no item follows.
    open_list = begins or (not row[: column - 1].strip() and re.match(KEY, rest))
    return OPEN_LIST if open_list else None


#: An item where a comma was due, behind another sign or none.
_NEXT_ITEM = r"(?:[;|][ \t]*)?[\"'{0-9]|[;|][ \t]*$"


def _bare_item(row: str, column: int) -> int | None:
    """The column of a word in a list, such as 5G, of which only the digits were read as an item."""
    read = re.search(r"[0-9][0-9._-]*$", row[: column - 1])
    goes_on = re.match(r"[^\s,;|#\[\]{}()\"']", row[column - 1 :])
    return read.start() + 1 if read and goes_on else None


def _no_value(rest: str) -> tuple[str, str] | None:
    """What stands where a value was due, if it can be told better."""
    if not rest.strip():
        return NO_VALUE
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
BRACES = {
    "}": ("a comma stands before the closing brace", "remove the comma"),
    "": (
        "a table in braces goes on in the next line",
        "write it in one line, or as a [table] of its own",
    ),
}


def _open_text(rows: list[str], line: int) -> tuple[int, int, str] | None:
    """Where, up to a line, a text of several lines begins that ends in a later one, and its mark.

    It has no end of its own where a key stands in it, and the mark that ends it begins another.
    """
    nth = 0
    while nth < min(line, len(rows)):
        key = re.match(KEY, rows[nth])
        mark = rows[nth][key.end() : key.end() + 3] if key else ""
        if key and mark in ('"""', "'''") and mark not in rows[nth][key.end() + 3 :]:
            end = next((n for n in range(nth + 1, len(rows)) if mark in rows[n]), len(rows))
            begun = re.match(KEY + mark, rows[end]) if end < len(rows) else True
            if begun and before_next(rows, nth) < end - (end == len(rows)):
                return nth + 1, key.end() + 1, mark
            nth = end
        nth += 1
    return None


def _begins(row: str, column: int) -> bool:
    """Whether a heading or a key begins at a column of a row, so that what is open is before it."""
    before = row[: column - 1].strip(" \t")
    if before.strip("["):
        return False
    heading = HEADING.fullmatch(row.strip())
    if heading is not None and before == "[":  # read as an item behind a comma: `[b]` may be one
        number = re.fullmatch("[0-9_.-]+|true|false|inf|nan", heading["name"])
        return heading["open"] == "[[" or number is None
    return heading is not None or re.match(KEY, row) is not None


def _unopened(complaint: str, row: str, column: int) -> tuple[str, str] | None:
    """Of a list or a table in braces that ends in a row and does not begin."""
    mask, key = masked(row).rstrip(" \t,"), re.match(KEY, row)
    if key is None or mask[-1:] not in ("]", "}"):
        return None
    begin, end = ("[", "]") if mask[-1] == "]" else ("{", "}")
    if mask.count(begin) >= mask.count(end):
        return None
    if end == "]":
        return UNOPENED_LIST if complaint.startswith("Expected newline") else None
    inner = re.match(KEY, row[column - 1 :]) is not None
    return (
        UNOPENED_TABLE
        if inner and complaint.startswith(("Invalid value", "Unclosed arr"))
        else None
    )


def _due(rows: list[str], line: int) -> tuple[int, int]:
    """Where something was due before a line: behind what stands last in those before it."""
    for nth in range(line - 2, -1, -1):
        if written := masked(rows[nth]).rstrip():
            return nth + 1, len(written) + 1
    return line, 1
