"""Where each key of a TOML document stands, which tomllib does not tell.

Called only when there is a problem to place, on a document that tomllib has accepted: nothing is
checked here again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container

from kpi.facts.records import DEEPEST, KeyPath
from kpi.values import dataclass

_BLANK = re.compile(r"[ \t]*")
_BLANKS = re.compile(r"[ \t\n]+|#[^\n]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
#: What may end a text of quotation marks, or must be passed over before its end.
_ENDS = {'"': re.compile(r'\\.|"', re.DOTALL), '"""': re.compile(r'\\.|"""', re.DOTALL)}
#: Numbers, true and false, dates; a date and its time may have a space between them.
_ATOM = re.compile(r"[^\s,\]}#]+(?: [0-9]{2}:[^\s,\]}#]+)?")


def positions(
    text: str, wanted: Container[KeyPath] | None = None
) -> dict[KeyPath, tuple[int, int]]:
    r"""The line and column of every key path of a document, counted from 1 in characters.

    With `wanted`, of those alone: a large document has more paths than its text has room for.
    A key stands at its first character, an item of an array at its value, and a table under a
    header at the header's bracket. The document must be valid TOML without a byte order mark.

    >>> positions("[[target]]\nid = 'a'\n")[("target", 0, "id")]
    (2, 1)
    """
    text = text.replace("\r\n", "\n")  # as tomllib does
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    places = {}
    for path, offset in _Scanner(text, wanted).document().items():
        line = bisect_right(starts, offset)
        places[path] = (line, offset - starts[line - 1] + 1)
    return places


@dataclass(slots=True)
class _Open:
    """An array or inline table whose end has not been reached."""

    close: str
    path: KeyPath
    items: int = 0


class _Scanner:
    """One pass over a document; `at` is the next character, `found` the offset of each path."""

    def __init__(self, text: str, wanted: Container[KeyPath] | None) -> None:
        self.text = text
        self.wanted = wanted
        self.at = 0
        self.found: dict[KeyPath, int] = {}
        self.last: dict[KeyPath, int] = {}  # the index of the newest table of each [[array]]

    def document(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        self.gap()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.value(self.key(table))
            self.gap()
        return self.found

    def header(self) -> KeyPath:
        """Passes a `[table]` or `[[array]]` header; the path of the table it opens."""
        start = self.at
        brackets = 2 if self.text.startswith("[[", start) else 1
        self.at += brackets
        parts = [part for part, _ in self.dotted()]
        self.at += brackets
        path: KeyPath = ()
        for nth, part in enumerate(parts, 1):
            path = self.note(path, part, start)
            if brackets == 2 and nth == len(parts):
                self.last[path] = self.last.get(path, -1) + 1
            if path in self.last:
                path = self.note(path, self.last[path], start)
        return path

    def key(self, path: KeyPath) -> KeyPath:
        """Passes `a.b =` and the blanks after it; the path of the key in the table at `path`."""
        for part, start in self.dotted():
            path = self.note(path, part, start)
        self.at += 1
        self.skip(_BLANK)
        return path

    def dotted(self) -> list[tuple[str, int]]:
        """Passes a key and the blanks after it; its parts with their offsets."""
        parts = []
        while True:
            self.skip(_BLANK)
            start = self.at
            quoted = self.text[start] in "\"'"
            self.text_or(_BARE)
            part = self.text[start : self.at]
            parts.append((_unquoted(part) if quoted else part, start))
            self.skip(_BLANK)
            if self.text[self.at] != ".":
                return parts
            self.at += 1

    def value(self, path: KeyPath) -> None:
        """Passes a value with all it holds. Without recursion: values may be nested deeply."""
        nest: list[_Open] = []
        self.enter(path, nest)
        while nest:
            inner = nest[-1]
            self.gap()
            char = self.text[self.at]
            if char == inner.close:
                nest.pop()
                self.at += 1
            elif char == ",":
                self.at += 1
            elif inner.close == "]":
                item = self.note(inner.path, inner.items, self.at)
                inner.items += 1
                self.enter(item, nest)
            else:
                self.enter(self.key(inner.path), nest)

    def enter(self, path: KeyPath, nest: list[_Open]) -> None:
        """Passes a simple value, or the opening bracket of one that goes onto `nest`."""
        char = self.text[self.at]
        if char in "[{":
            self.at += 1
            nest.append(_Open("]" if char == "[" else "}", path))
        else:
            self.text_or(_ATOM)

    def note(self, path: KeyPath, part: str | int, start: int) -> KeyPath:
        """The path of `part` below `path`, which stands at `start` unless it was seen before."""
        if len(path) == DEEPEST:
            return path
        below = (*path, part)
        if self.wanted is None or below in self.wanted:
            self.found.setdefault(below, start)
        return below

    def gap(self) -> None:
        """Passes blanks, line ends and comments. Not as one pattern: it would be taken back by
        200 bytes for each piece, and Python 3.11 before 3.11.5 fails at those that never are."""
        while match := _BLANKS.match(self.text, self.at):
            self.at = match.end()

    def text_or(self, pattern: re.Pattern[str]) -> None:
        """Passes a text between quotation marks, or else what the pattern matches."""
        if self.text[self.at] in "\"'":
            self.at = end_of_text(self.text, self.at)
        else:
            self.skip(pattern)

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        assert match is not None, f"not TOML at offset {self.at}"  # noqa: S101
        self.at = match.end()


def coordinates(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a place in a text, both from 1."""
    before = text[:offset].replace("\r\n", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def end_of_text(document: str, start: int) -> int:
    r"""Where the text ends whose quotation mark stands at `start`; the document's end if nowhere.

    >>> end_of_text(r'"a\"b" = 1', 0)
    6
    """
    mark = document[start]
    marks = mark * 3 if document.startswith(mark * 3, start) else mark
    end = start + len(marks)
    while marks in _ENDS and (match := _ENDS[marks].search(document, end)):
        end = match.end()
        if match[0] == marks:
            break
    else:
        closing = -1 if marks in _ENDS else document.find(marks, end)
        if closing < 0:
            return len(document)
        end = closing + len(marks)
    most = end + 2 if len(marks) == 3 else end  # up to two marks may stand before the last three
    while end < most and document.startswith(mark, end):
        end += 1
    return end


def _unquoted(key: str) -> str:
    """The text of a quoted key."""
    if "\\" not in key or key[0] == "'":
        return key[1:-1]
    import tomllib  # already there: the document was read with it

    text: str = tomllib.loads(f"key = {key}")["key"]
    return text
