"""What a row of a TOML document is, as a person reads it, whatever a parser says of it.

Loaded for files that are no TOML, and for no others.
"""

from __future__ import annotations

import re

#: A list may have so many rows.
MOST_ROWS = 60
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')"""
KEY = rf"[ \t]*{_PART}(?:[ \t]*\.[ \t]*{_PART})*[ \t]*=[ \t]*"
HEADING = re.compile(  # `*+` never goes back: blanks that a bracket may follow are not shared out
    r"(?P<open>\[{1,3})[ \t]*(?P<name>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)[ \t]*+(?P<close>\]{0,3})"
    r"[ \t]*(?:#.*)?"
)
HALF_HEADING = re.compile(
    r"(?P<open>)(?P<name>[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*)[ \t]*+(?P<close>\]{1,3})"
    r"[ \t]*(?:#.*)?"
)
#: Texts and comments of a row; a text that is open goes to its end.
_TEXTS = re.compile(
    r"""\"{3}.*?\"{3}|'{3}.*?'{3}|(?P<three>\"{3}|'{3}).*|"(?:[^"\\]++|\\.)*+"|'[^']*+'|#.*"""
    r"""|(?P<open>["']).*"""
)


def masked(row: str) -> str:
    """A row with as many letters, but without those of comments and closed texts.

    >>> masked('a = "b]" # c')
    'a = "__"    '
    """

    def mask(match: re.Match[str]) -> str:
        if match["open"] or match["three"]:
            return match[0]
        length = len(match[0])
        return (
            " " * length
            if match[0][0] == "#"
            else f"{match[0][0]}{'_' * (length - 2)}{match[0][0]}"
        )

    return _TEXTS.sub(mask, row)


def open_at(row: str) -> int | None:
    """Where the text begins that is open at the end of a row."""
    return next((m.start() for m in _TEXTS.finditer(row) if m["open"] or m["three"]), None)


def brackets_open(bare: str, braces: bool = True) -> int:
    """How many brackets more are opened than closed in a row without its texts."""
    opened = bare.count("[") - bare.count("]")
    return opened + bare.count("{") - bare.count("}") if braces else opened


def is_closed(mask: str) -> bool:
    """Whether no text is open at the end of a masked row."""
    return open_at(mask) is None


def indent_of(row: str) -> int:
    return len(row) - len(row.lstrip())


def begins_anew(row: str) -> bool:
    """Whether a key or a heading begins in a row."""
    return re.match(KEY, row) is not None or HEADING.fullmatch(row.strip()) is not None


def opens_list(rows: list[str], nth: int) -> bool:
    """Whether items follow a row, and then the bracket that ends a list."""
    following = (masked(row).strip() for row in rows[nth + 1 : nth + MOST_ROWS])
    for items, row in enumerate(filter(None, following)):
        if row.startswith("]"):
            return items > 0
        ends_more = row.count("}") > row.count("{")  # an item without its first brace
        if (re.match(KEY, row) and not ends_more) or HEADING.fullmatch(row):
            return False
    return False


def before_next(rows: list[str], nth: int) -> int:
    """The last row before the next key or heading behind a row."""
    for following in range(nth + 1, len(rows)):
        if begins_anew(rows[following]):
            return following - 1
    return len(rows) - 1
