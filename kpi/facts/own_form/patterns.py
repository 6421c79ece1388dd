"""The exact form in which we write observations ourselves, as patterns of bytes.

`canonical` reads with them; `tests/facts/test_canonical.py` holds what it accepts against the
reader of every other form.
"""

from __future__ import annotations

from collections.abc import Callable

#: Digits one by one, and letters by what they are, not by what they are not: what is asked of each
#: sign is then least. The two take a tenth off the time of a match.
_TWO, _FOUR = 2 * "[0-9]", 4 * "[0-9]"
_DAY = rf"{_FOUR}-{_TWO}-{_TWO}"
_WHOLE = rf"[1-9][0-9]{_TWO}(?:-{_TWO}-{_TWO}|)"  # a year or a day, which stand without quotes
_PART = rf"[1-9][0-9]{_TWO}-(?:S[12]|Q[1-4]|W{_TWO}|0[1-9]|1[0-2])"
_ID = r"[a-z0-9-]+"  # whoever reads it looks for it among those that are declared
#: Of at most 30 digits, and below 10^18. Another program writes as many decimals as a float has.
_UNSIGNED = r"(?:(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{1,20}|)|[1-9][0-9]{10,17}(?:\.[0-9]{1,12}|))"
_NUMBER = r"(?:-(?!0(?:\.0+)?\n)|)" + _UNSIGNED  # no minus zero
#: All but quotation marks, backslashes and control characters; a tab is none.
_LETTERS = r"[\t !#-\[\]-~\x80-\xff]"
#: In UTF-8, the blanks beyond ASCII.
_BLANKS = r"\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80"
#: At most 20,000 characters. No blank may be the first, so that it is not of blanks alone.
_NO_BLANK = rf'(?! |"|\t|\\n|{_BLANKS})'
#: No part of it is ever tried shorter (`}+`): what follows is no letter. That saves a fourteenth.
_TEXT = rf'{_LETTERS}{{0,9000}}+(?:\\["\\n]{_LETTERS}{{0,1000}}+){{0,9}}+'
_VALUE = rf"value = (true|false|{_NUMBER})\n"


def _perhaps(part: str) -> str:
    """A part that may be missing. As a choice it takes a fifth less time than with `?`."""
    return f"(?:{part}|)"


def _rest(thin: bool, corrects: str = "") -> str:
    """The keys after the value and the day of publication.

    A `thin` pattern gives nothing that judging does not need. A file whose name has the group
    `corrects` is a correction and must have a note.
    """
    own = "?:" if thin else ""
    text = f'"{_NO_BLANK}({own}{_TEXT})"'
    no_note = f"(?({corrects})(?!)|)" if corrects else ""
    parts = (
        r'status = "(final|provisional|estimated|derived|enacted|planned)"\n',
        r'bound = "(=|>=|<=)"\n',
        rf"standard_error = ({_UNSIGNED})\n",
        rf"numerator = ({own}{_NUMBER})\ndenominator = (?!0(?:\.0+)?\n)({own}{_UNSIGNED})\n",
        rf"grade = {text}\n",
        rf"source = {text}\n",
        rf'url = "({own}https?://[!#-;=?-\[\]-~]{{1,9000}})"\n',
        rf"quote = {text}\n",
    )
    return "".join(map(_perhaps, parts)) + (
        rf"(?:note = {text}\n|{no_note})" + _perhaps(rf"recorded = ({_DAY})\n")
    )


def file(thin: bool) -> str:
    """A file behind a zero byte and its name, with which its content must agree."""
    return (
        rf"\x00(?:({_WHOLE})|({_PART}))_({_DAY})(?:_r([2-9]|[1-9][0-9])|)\.toml\n"
        + _perhaps(r'period = (?:(?(1)\1|"\2"))\n') + _VALUE + _perhaps(r"published = \3\n")
        + _rest(thin, corrects="4")
        + r"(?=\x00|\Z)"
    )  # fmt: skip


def row(thin: bool) -> str:
    """A row of a batch behind an empty line."""
    return (
        r"\n\[\[observation\]\]\n("
        + _perhaps(rf'target = "{_ID}"\n') + _perhaps(rf'series = "{_ID}"\n')
        + rf')period = (?:({_WHOLE})|"({_PART})")\n{_VALUE}' + _perhaps(rf"published = ({_DAY})\n")
        + _rest(thin)
        + r"(?=\n\[\[observation\]\]\n|\Z)"
    )  # fmt: skip


HEAD = b"\n[[observation]]\n"
#: Where in the match of a row status, bound and standard error stand; behind which part they end
#: in that of a file.
AT_ROW, AT_ROW_END = 5, 8
AT_FILE_END = 8

#: What is matched of a fact; the last part is the day of recording, and before it stand, unless the
#: pattern was thin: numerator, denominator, grade, source, url, quote and note.
Match = tuple[bytes, ...]


def matches(form: Callable[[bool], str], thin: bool, data: bytes) -> list[Match]:
    """Everything in `data` that is of a form: of `file` or `row`."""
    find = _ready.get((form, thin))
    if find is None:
        find = _ready[form, thin] = _finder(form(thin))
    return find(data)


def _finder(pattern: str) -> Callable[[bytes], list[Match]]:
    import re  # which takes 4 ms to load, and 2 ms to make a pattern ready

    return re.compile(pattern.encode("ascii")).findall


_ready: dict[tuple[Callable[[bool], str], bool], Callable[[bytes], list[Match]]] = {}
