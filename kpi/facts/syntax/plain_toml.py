"""The fast reader of TOML that is written plainly, as nearly every file of a project is.

tomllib takes 36 µs for the eight keys of a fact, 12 ms for a targets.toml of 2,000 lines, and 3 ms
to be loaded, most of it to find out that a line holds one key, one `=` and one value. This reader
looks at whole lines and takes a fifth of the time. It knows comments, [tables] and [[lists of
tables]] with bare keys, texts on one line or, with joined line ends, on several, whole numbers and
decimals, days, true and false, and lists and tables within these.

It reads nothing that tomllib would refuse or read in another way, and nothing in which `toml` would
find a fault; `tests/facts/test_plain_toml.py` holds the two against each other. What is written
otherwise, or is wrong in any way, is none of its business: it answers None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_DIGITS = 18  # of a number; `toml` refuses integers beyond 64 bits
_DEEPEST = 8  # lists and tables within each other in one value, and keys of a heading
_MOST_LINES = 200  # of a list
_BLANK = " \t"


class _Odd(Exception):  # noqa: N818 - nothing is wrong with it
    """What this reader does not know."""


def table(text: str) -> dict[str, Any] | None:
    """The table that a document holds, with decimals as Decimal; None if it is not written plainly.

    >>> table('unit = "%"\\n[[goal]]\\nvalue = 30.5')
    {'unit': '%', 'goal': [{'value': Decimal('30.5')}]}
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    # Of what `toml` forbids in texts and keys nothing is printable, nor is what TOML forbids.
    if not text.replace("\n", "").replace("\t", "").isprintable() or not _is_nfc(text):
        return None
    try:
        return _Reader().document(iter(text.split("\n")))
    except (_Odd, IndexError):  # the latter where a line ends in the middle of a value
        return None


def _is_nfc(text: str) -> bool:
    if text.isascii():
        return True
    from unicodedata import is_normalized

    return is_normalized("NFC", text)


#: What was found to be a key, and what numbers, days and truths mean: they come again and again.
_keys: set[str] = set()
_meanings: dict[str, object] = {}
_MOST_KEPT = 10_000


def _check(key: str) -> None:
    """Raises _Odd for what is no bare key."""
    if key in _keys:
        return
    if not key.isascii() or not key.replace("_", "a").replace("-", "a").isalnum():
        raise _Odd
    if len(_keys) < _MOST_KEPT and len(key) < 80:
        _keys.add(key)


class _Reader:
    """The document as far as it has been read."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self.opened = {id(self.root)}  # tables and lists that a heading made, and may add to

    def document(self, lines: Iterator[str]) -> dict[str, Any]:
        """The whole document. Raises _Odd, and IndexError."""
        current, keys, meanings = self.root, _keys, _meanings
        for whole in lines:
            key, equals, value = whole.partition(" = ")
            if not equals or key not in keys:  # the first of its spelling, or no key at all
                line = whole.strip(_BLANK)
                if not line or line[0] == "#":
                    continue
                if line[0] == "[":
                    current = self.heading(line)
                    continue
                # Blanks at the end belong to a text that goes on in the next line.
                key, equals, value = whole.partition("=")
                key, value = key.strip(_BLANK), value.lstrip(_BLANK)
                _check(key)
            if key in current or not equals:
                raise _Odd
            if value in meanings:
                current[key] = meanings[value]
            elif value[0] == '"' and value.find('"', 1) == len(value) - 1 and "\\" not in value:
                current[key] = value[1:-1]
            elif value[:3] == '"""':
                current[key] = _of_lines(value[3:], lines)
            else:
                current[key] = self.other(value.strip(_BLANK), lines)
        return self.root

    def heading(self, line: str) -> dict[str, Any]:
        """The table that a heading opens."""
        many = line[1] == "["
        name, end, rest = line[1 + many :].partition("]" * (1 + many))
        _ends(rest)
        *way, last = name.split(".")
        current = self.root
        if not end or len(way) >= _DEEPEST:
            raise _Odd
        for key in (*way, last):
            _check(key)
        for key in way:
            inner = current.get(key)
            if inner is None:
                inner = current[key] = self.made({})
            elif id(inner) not in self.opened:
                raise _Odd
            current = inner[-1] if isinstance(inner, list) else inner
        if many:
            rows = current.get(last)
            if rows is None:
                rows = current[last] = self.made([])
            elif not isinstance(rows, list) or id(rows) not in self.opened:
                raise _Odd
            rows.append(self.made({}))
            return rows[-1]  # type: ignore[no-any-return]
        if last in current:
            raise _Odd
        current[last] = self.made({})
        return current[last]  # type: ignore[no-any-return]

    def made(self, container: Any) -> Any:
        self.opened.add(id(container))
        return container

    def other(self, value: str, lines: Iterator[str]) -> Any:
        """Any value but the plainest; a list may go on in the next lines."""
        if value[0] == "[":
            left = _MOST_LINES
            while "]" not in value or value.count("[") > value.count("]"):
                left -= 1
                if not left:
                    raise _Odd
                value += "\n" + next(lines, "")
        found, end = self.item(value, 0, 0)
        _ends(value[end:])
        return found

    def item(self, text: str, offset: int, depth: int) -> tuple[Any, int]:
        """The value that begins at a place of a text, and where it ends."""
        first = text[offset]
        if first in "\"'":
            if text[offset : offset + 3] == first * 3:
                raise _Odd
            return _escaped(text, offset + 1) if first == '"' else _literal(text, offset + 1)
        if first == "[" and depth < _DEEPEST:
            return self.list(text, offset + 1, depth + 1)
        if first == "{" and depth < _DEEPEST:
            return self.braces(text, offset + 1, depth + 1)
        end = offset
        while end < len(text) and text[end] not in _AFTER:
            end += 1
        spelled = text[offset:end]
        if spelled in _meanings:
            return _meanings[spelled], end
        meaning = _scalar(spelled)
        if len(_meanings) < _MOST_KEPT:
            _meanings[spelled] = meaning
        return meaning, end

    def list(self, text: str, offset: int, depth: int) -> tuple[list[Any], int]:
        """A list from behind its bracket."""
        items: list[Any] = []
        while True:
            offset = _skip(text, offset, _BLANK + "\n")
            if text[offset] == "]":
                return items, offset + 1
            item, offset = self.item(text, offset, depth)
            items.append(item)
            offset = _skip(text, offset, _BLANK + "\n")
            if text[offset] == ",":
                offset += 1
            elif text[offset] != "]":
                raise _Odd

    def braces(self, text: str, offset: int, depth: int) -> tuple[dict[str, Any], int]:
        """A table from behind its brace."""
        inner: dict[str, Any] = {}
        offset = _skip(text, offset, _BLANK)
        if text[offset] == "}":
            return inner, offset + 1
        while True:
            equals = text.find("=", offset)
            key = text[offset:equals].strip(_BLANK)
            if equals < 0 or key in inner:
                raise _Odd
            _check(key)
            inner[key], offset = self.item(text, _skip(text, equals + 1, _BLANK), depth)
            offset = _skip(text, offset, _BLANK)
            if text[offset] == "}":
                return inner, offset + 1
            if text[offset] != ",":
                raise _Odd
            offset += 1


_AFTER = ",]} \t\n#"  # what may stand behind a number, a day or a truth


def _skip(text: str, offset: int, signs: str) -> int:
    """The first place from `offset` on that holds none of the signs."""
    while text[offset] in signs:
        offset += 1
    return offset


def _ends(rest: str) -> None:
    """Raises _Odd if anything but a comment stands behind a value."""
    if rest and ("\n" in rest or rest.strip(_BLANK)[:1] not in ("", "#")):
        raise _Odd


def _literal(text: str, offset: int) -> tuple[str, int]:
    """A text between single quotation marks, from behind the first, and where it ends."""
    end = text.find("'", offset)
    if end < 0 or "\n" in text[offset:end]:
        raise _Odd
    return text[offset:end], end + 1


_ESCAPES = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


def _escaped(text: str, offset: int) -> tuple[str, int]:
    """A text between quotation marks, from behind the first, and where it ends."""
    parts: list[str] = []
    begun = offset
    end = text.find('"', offset)
    # Half a million escapes may follow: none looks through all behind it, or copies all before it.
    while (slash := text.find("\\", offset, max(end, offset))) >= 0:
        if text[slash + 1] not in _ESCAPES:
            raise _Odd
        parts += text[offset:slash], _ESCAPES[text[slash + 1]]
        offset = slash + 2
        if end < offset:
            end = text.find('"', offset)
    if end < 0 or "\n" in text[begun:end]:
        raise _Odd
    return "".join(parts) + text[offset:end], end + 1


def _of_lines(begun: str, lines: Iterator[str]) -> str:
    """A text between three quotation marks, from behind the first of them."""
    parts = []
    line: str | None = begun
    while line is not None and '"""' not in line:
        parts.append(line)
        line = next(lines, None)
    if line is None:
        raise _Odd
    last, _, rest = line.partition('"""')
    _ends(rest)
    parts.append(last)
    text = "\n".join(parts if parts[0] else parts[1:])
    if "\\" in text:
        # At a line's end a backslash joins it with the next one that is not empty.
        first, *others = text.split("\\")
        if any(part.lstrip(_BLANK)[:1] != "\n" for part in others):
            raise _Odd
        text = first + "".join([part.lstrip(" \t\n") for part in others])
    return text


def _scalar(spelled: str) -> object:
    """A number, a day or a truth. Raises _Odd."""
    if spelled in ("true", "false"):
        return spelled == "true"
    digits = spelled.removeprefix("-")
    if not spelled.isascii() or not digits[:1].isdigit() or len(digits) > _MOST_DIGITS:
        raise _Odd
    whole, point, fraction = digits.partition(".")
    if whole.isdigit():
        if (whole[0] == "0" and whole != "0") or (point and not fraction.isdigit()):
            raise _Odd
        return Decimal(spelled) if point else int(spelled)
    if len(spelled) == len("2024-06-30") and spelled[4] == spelled[7] == "-":
        year, month, day = spelled[:4], spelled[5:7], spelled[8:]
        if (year + month + day).isdigit():
            try:
                return dt.date(int(year), int(month), int(day))
            except ValueError:
                pass
    raise _Odd
