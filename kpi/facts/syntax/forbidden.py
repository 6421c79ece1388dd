"""What TOML allows and the files of a project must not hold.

Texts and keys are in Unicode normal form C and hold nothing that a terminal, a page or a reader's
eye could be misled by: control characters, bidirectional overrides, Unicode line separators. A text
may hold newlines and tabs; a key may not. No integer is beyond 64 bits.

Loaded for documents that `plain_toml` does not read, and for no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.problems import MOST
from kpi.facts.records import DEEPEST, MISLEADING, KeyPath

#: Where in a table, what is wrong there and the remedy.
Flaw = tuple[KeyPath, tuple[str, str]]

#: None of these is printable in the sense of `str.isprintable`, but for that many others are not.
FORBIDDEN = f"[{''.join(f'{chr(codes[0])}-{chr(codes[-1])}' for codes in MISLEADING)}]"
FORBIDDEN_IN_KEYS = FORBIDDEN + "|[\t\n]"
_BEYOND_64_BITS = ("an integer beyond 64 bits", "write a smaller number, in a larger unit")
_NOT_NFC = (
    "is not in Unicode normal form C",
    "type it anew, or convert the file (for example with: uconv -x any-nfc)",
)


def flaws(table: dict[str, object]) -> list[Flaw]:
    """What is wrong with each text, key and integer. Raises RecursionError beyond DEEPEST.

    The paths of a large list would take more than the list, so that only what is open has one.
    """
    wrong: list[Flaw] = []
    waiting: list[tuple[KeyPath, Iterator[tuple[str | int, object]]]] = [((), iter(table.items()))]
    while waiting and len(wrong) < MOST:
        path, items = waiting[-1]
        for key, value in items:
            if isinstance(key, str) and not (key.isascii() and key.isprintable()):
                wrong += _misleading((*path, key), "key", key, FORBIDDEN_IN_KEYS)
            if isinstance(value, str):
                if not (value.isascii() and value.isprintable()):
                    wrong += _misleading((*path, key), "text", value, FORBIDDEN)
            elif isinstance(value, (dict, list)):
                if value and len(path) + 1 >= DEEPEST:
                    raise RecursionError
                inner = value.items() if isinstance(value, dict) else enumerate(value)
                waiting.append(((*path, key), iter(inner)))
                break
            elif isinstance(value, int) and not -(2**63) <= value < 2**63:
                wrong.append(((*path, key), _BEYOND_64_BITS))
            if len(wrong) >= MOST:
                break
        else:
            waiting.pop()
    return wrong


def _misleading(path: KeyPath, noun: str, text: str, forbidden: str) -> Iterator[Flaw]:
    """What is wrong with a text or key that is not plain ASCII, at its path."""
    if not text.isprintable() and (match := re.search(forbidden, text)):
        sign = f"U+{ord(match[0]):04X}"
        yield path, (f"the {noun} holds the invisible character {sign}", "remove it")
    if not text.isascii():
        from unicodedata import is_normalized  # most files are ASCII

        if not is_normalized("NFC", text):
            yield path, (f"the {noun} {_NOT_NFC[0]}", _NOT_NFC[1])
