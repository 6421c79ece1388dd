"""JSON as we write it: in UTF-8, a line for each value, and nothing in it that a terminal obeys.

Where there are lines, the library's writer is plain Python: it used 1.3 of the 3.1 s that
`kpi check -f json` took for 14,709 targets. This one writes the same text in a quarter of that
time, and a test holds both against each other; texts and numbers are still spelled by the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from kpi.facts.records import MISLEADING

Json = dict[str, Any]

#: What JSON leaves alone and a terminal obeys: all that misleads, and the marks of direction and of
#: the order of bytes, which a file may hold.
_LOOSE = {
    code: f"\\u{code:04x}"
    for code in (*chain(*MISLEADING), 0x061C, 0x200E, 0x200F, 0xFEFF)
    if code >= 0x7F  # all below it JSON escapes by itself
}


def dump(document: Json, indent: int | None = 1) -> str:
    """`document` as JSON in UTF-8, without `nan`, and without a byte that a terminal obeys.

    On one line if `indent` is None. An iterator in it stands for a list, of which one item at a
    time is made and written: thousands of targets take less memory so. Raises ValueError for a
    number that is none.
    """
    if indent is None:
        import json

        return _tame(json.dumps(document, ensure_ascii=False, allow_nan=False)) + "\n"
    write = _writer()
    chunks, parts = list[str](), list[str]()
    for key, value in document.items():
        parts.append(f"{',' if parts or chunks else '{'}\n {_tame(write(key, ''))}: ")
        if not isinstance(value, Iterator):
            parts.append(_tame(write(value, "\n ")))
            continue
        before = "["
        for item in value:
            parts.append(f"{before}\n  {_tame(write(item, _DEEP))}")
            before = ","
            if len(parts) >= _PIECES:
                chunks.append("".join(parts))
                parts.clear()
        parts.append("[]" if before == "[" else "\n ]")
    return "".join((*chunks, *parts, "\n}\n"))


_DEEP = "\n  "  # a line as deep as the items of a list of the document
#: So many pieces are joined at a time, each of which takes 50 bytes beside its letters.
_PIECES = 1000


def _tame(text: str) -> str:
    return text if text.isascii() and "\x7f" not in text else text.translate(_LOOSE)


def _writer() -> Callable[[object, str], str]:
    """What writes a value that begins on a line; the line's own beginning is given with it."""
    from json import dumps
    from json.encoder import encode_basestring as quoted

    plain: dict[type, Callable[[Any], str]] = {
        str: quoted, bool: {True: "true", False: "false"}.__getitem__, int: int.__repr__,
        float: _number, type(None): lambda _: "null",
    }  # fmt: skip

    def write(value: object, line: str) -> str:
        spell = plain.get(type(value))
        if spell is not None:
            return spell(value)
        inner = f"{line} "
        if isinstance(value, dict) and value:
            rows = [f"{quoted(key)}: {write(item, inner)}" for key, item in value.items()]
            return f"{{{inner}{f',{inner}'.join(rows)}{line}}}"
        if isinstance(value, list | tuple) and value:
            rows = [write(item, inner) for item in value]
            return f"[{inner}{f',{inner}'.join(rows)}{line}]"
        return dumps(value)  # an empty one; raises TypeError for what is none of these

    return write


def _number(value: float) -> str:
    if value - value != 0:
        raise ValueError(f"{value} is no number that JSON can hold")
    return float.__repr__(value)
