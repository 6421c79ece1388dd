"""TOML as the files of a project hold it: bytes -> a table, and the faults of its writing.

Beyond TOML 1.0 we ask what `forbidden` says. Plain documents are read by `plain_toml`, all others
by tomllib.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation

from kpi.facts.problems import MOST_OF_A_KIND, Place, Problem
from kpi.facts.records import KeyPath
from kpi.facts.syntax import plain_toml
from kpi.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.facts.syntax.forbidden import Flaw

# Patterns are texts here, and `re` is loaded where they are used: sound files use none.
_LONG_NUMBER = r"[0-9_]{4301,}"
_LONG_EXPONENT = r"[0-9]\.?[eE][+-]?[0-9_]{10,}"

READS_NEWER = sys.version_info >= (3, 15)  # tomllib: TOML 1.1, too


class Fault(NamedTuple):
    """What is wrong with the writing of a file, where, and what to write instead.

    Lines and columns count from 1, columns in characters; 0 is the whole file. `more` faults like
    it stand behind it and are not told one by one.
    """

    line: int
    column: int
    what: str
    remedy: str
    more: int = 0

    def problem(self, file: str) -> Problem:
        """The fault as a problem of the file `file`."""
        return Problem(Place(file, self.line, self.column), self.what, self.remedy, more=self.more)


class Passed(NamedTuple):
    """What a document has been read past: see `past_faults`. Places are of the file as it is."""

    faults: tuple[Fault, ...] = ()
    unread: frozenset[tuple[int, int]] = frozenset()  # of keys whose value was not read
    moved: tuple[tuple[int, int, int], ...] = ()  # line, column and by how much, in their order

    def as_written(self, line: int, column: int) -> tuple[int, int]:
        """The place in the file of one in the text that was read."""
        for moved_line, behind, by in reversed(self.moved):
            if line == moved_line and column > behind:
                column = max(behind, column - by)
        return line, column


class Parsed:
    """A document as tomllib reads it, with figures as Decimal, and every fault of its writing."""

    def __init__(
        self, table: dict[str, object] | None, faults: Iterable[Fault] = (), text: str = "",
        passed: Passed | None = None,
    ) -> None:  # fmt: skip
        self.table = table  # None if it cannot be read at all
        self.faults = tuple(faults)  # in the order of the file
        self.text = text
        self.passed = passed or Passed()  # what the text has in the place of faults
        self._places: dict[KeyPath, tuple[int, int]] | None = None

    def place(self, path: KeyPath) -> tuple[int, int]:
        """The line and column of a key path, or of its nearest ancestor; (1, 1) of the root."""
        if self._places is None:
            # In a sound file nothing is looked for.
            from kpi.facts.syntax.positions import positions

            self._places = {} if self.table is None else positions(self.text)
        return self._nearest(path, self._places)

    def places(self, paths: Iterable[KeyPath]) -> dict[KeyPath, tuple[int, int]]:
        """The places of some key paths, as `place` tells them, in one pass over the text."""
        asked = tuple(paths)
        if not asked or self.table is None:
            return dict.fromkeys(asked, (1, 1))
        from kpi.facts.syntax.positions import positions

        wanted = {path[:length] for path in asked for length in range(1, len(path) + 1)}
        placed = positions(self.text, wanted)
        return {path: self._nearest(path, placed) for path in asked}

    def _nearest(self, path: KeyPath, placed: dict[KeyPath, tuple[int, int]]) -> tuple[int, int]:
        """Where in the file a key path is placed, or else its nearest ancestor that is."""
        for length in range(len(path), 0, -1):
            if place := placed.get(path[:length]):
                return self.passed.as_written(*place)
        return (1, 1)


def parse(data: bytes, past: bool = False) -> Parsed:
    """The table that a file holds, and all faults of its writing; nothing is raised.

    A byte order mark is dropped. If `table` is None the fault is the one that ended the reading.
    Otherwise the faults are those of its texts, keys and integers, and the table holds them
    nonetheless.

    With `past` a fault does not end the reading where it can be read past (see `past_faults`): such
    faults are told, too, and the table holds in their place what was meant, or what no key of ours
    may have. `table` is None if one of them could not be passed, or there are too many.

    >>> parse(b"value = 1.10").table
    {'value': Decimal('1.10')}
    """
    text = text_of(data)
    if isinstance(text, Fault):
        return Parsed(None, (text,))
    if (table := plain_toml.table(text)) is not None:
        return Parsed(table, (), text)
    return at_length(text, Passed() if past else None)


def text_of(data: bytes) -> str | Fault:
    """The text of a file without its byte order mark, or the fault for which it is not read."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start)
    return _dotted(text) or text


def at_length(text: str, passed: Passed | None = None) -> Parsed:
    """What `parse` gives, of a document in any form.

    To read past faults, `passed` are those that have something else in their place in it.
    """
    import tomllib  # most documents are written plainly

    from kpi.facts.syntax.forbidden import flaws

    known = passed or Passed()
    before = known.faults
    complaint: str | None = None
    try:
        table = tomllib.loads(text, parse_float=Decimal)
        wrong = flaws(table)
    except tomllib.TOMLDecodeError as error:
        complaint = str(error)
    except RecursionError:
        return Parsed(None, (*before, _TOO_DEEP))
    except InvalidOperation:
        return Parsed(None, (*before, _too_long(_LONG_EXPONENT, text)))
    except ValueError:
        return Parsed(None, (*before, _too_long(_LONG_NUMBER, text)))
    if READS_NEWER:
        from kpi.facts.syntax import toml_newer

        complaint = toml_newer.first(text, complaint)
    if complaint is not None:
        return _past(text, complaint, passed)
    parsed = Parsed(table, before, text, known)
    if wrong:
        parsed.faults = tuple(sorted((*before, *_placed(wrong, parsed))))
    return parsed


#: So often a document is read again behind a fault, and so many letters of it at most.
_MOST_PASSED, _MOST_AGAIN = 50, 700_000
#: So many faults of a line are told.
_MOST_OF_A_LINE = 6


def _past(text: str, complaint: str, passed: Passed | None) -> Parsed:
    """What can be read of a document beside what tomllib says of it, if it may be read past it."""
    from kpi.facts.syntax import toml_faults

    found = Fault(*toml_faults.told(complaint, text))
    if passed is None:
        return Parsed(None, (found,))
    from kpi.facts.syntax.past_faults import past_fault

    place = passed.as_written(found.line, found.column)
    fault = found._replace(line=place[0], column=place[1])
    again = any(fault[:3] == other[:3] for other in passed.faults)
    told = passed.faults if again else (*passed.faults, fault)
    times = len(passed.moved) + 1
    mended = None
    if times <= _MOST_PASSED and times * len(text) <= _MOST_AGAIN:
        of_line = sum(other.line == fault.line for other in told)
        mended = past_fault(text, *found[:3], again or of_line > _MOST_OF_A_LINE)
    elif fault in told:
        told = (*told, _UNREAD)
    if mended is None or mended.text == text:
        return Parsed(None, told)
    unread = {passed.as_written(*place) for place in mended.unread}
    return at_length(
        mended.text, Passed(told, passed.unread | unread, (*passed.moved, mended.moved))
    )


def _placed(wrong: list[Flaw], parsed: Parsed) -> list[Fault]:
    """What is wrong with texts, keys and integers, as faults; the last told stands for the rest."""
    told = wrong[:MOST_OF_A_KIND]
    places = parsed.places(path for path, _ in told)
    faults = [Fault(*places[path], *words) for path, words in told]
    faults[-1] = faults[-1]._replace(more=len(wrong) - len(told))
    return faults


#: tomllib takes time by the square of the parts of a dotted key: 1 MiB of "a.a.a" takes an hour.
_MOST_DOTS = 300
#: It takes a kilobyte, and 25 microseconds, for each full stop in a key.
_MOST_DOTTED = 44_000


def _dotted(text: str) -> Fault | None:
    """The fault of a document with so many dotted keys that tomllib would never end, or all memory.

    Figures count too: 1 MiB of facts as we write them has less than 43,000 of them. Texts do not.
    """
    stops = text.count(".")
    if stops <= _MOST_DOTS or (stops <= _MOST_DOTTED and not _any_dotted(text)):
        return None
    bare = _untexted(text)
    if _any_dotted(bare):
        what = f"a line has more than {_MOST_DOTS} full stops outside of texts"
        return Fault(0, 0, what, "write several lines")
    if bare.count(".") > _MOST_DOTTED:
        what = f"there are more than {_MOST_DOTTED:,} full stops outside of texts"
        return Fault(0, 0, what, "split the file into several")
    return None


def _any_dotted(text: str) -> bool:
    """Whether a line has more full stops than tomllib may meet in a key."""
    long = [line for line in text.split("\n") if len(line) > _MOST_DOTS]
    return any(line.count(".") > _MOST_DOTS for line in long)


def _untexted(text: str) -> str:
    """A document without its texts and comments."""
    import re

    if '"""' not in text and "'''" not in text:  # of one line each, and an open one ends with it
        # `++` and `*+` never go back: to remember how would take 60 MB for a text of a mebibyte.
        return re.sub(r"""\"(?:[^"\\\n]++|\\.)*+"?|'[^'\n]*'?|#[^\n]*""", "", text)
    from kpi.facts.syntax.positions import end_of_text

    parts: list[str] = []
    offset = 0
    while match := re.compile("[\"'#]").search(text, offset):
        start = match.start()
        parts.append(text[offset:start])
        line_end = text.find("\n", start)
        comment = len(text) if line_end < 0 else line_end
        offset = comment if match[0] == "#" else end_of_text(text, start)
    return "".join([*parts, text[offset:]])


_UNREAD = Fault(
    0, 0, "the rest was not read, and there may be more slips of writing in it",
    "mend those that are told, and check again",
)  # fmt: skip
_TOO_DEEP = Fault(0, 0, "lists or tables are nested too deeply", "write them flat")


def _undecodable(data: bytes, offset: int) -> Fault:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(0, 0, "the file is UTF-16", "save it as UTF-8")
    start = data.rfind(b"\n", 0, offset) + 1
    before = data[start:offset].decode("utf-8")
    place = (data.count(b"\n", 0, offset) + 1, len(before) + 1)
    return Fault(*place, "the file is not UTF-8 from here on", "save it as UTF-8")


def once(problems: Iterable[Problem], parsed: Parsed) -> Iterator[Problem]:
    """`problems` without those that stand where the writing itself is at fault already.

    Nor is anything else said of a key whose value was not read.
    """
    own = {(fault.line, fault.column, fault.what) for fault in parsed.faults}
    places = {fault[:2] for fault in parsed.faults if fault not in parsed.passed.faults}
    for problem in problems:
        line, column = problem.where.line, problem.where.column
        known = (line, column) in places or (line, column) in parsed.passed.unread
        if not known or (line, column, problem.what) in own:
            yield problem


def _too_long(pattern: str, text: str) -> Fault:
    import re

    from kpi.facts.syntax.positions import coordinates

    match = re.search(pattern, text)
    place = coordinates(text, match.start()) if match else (0, 0)
    return Fault(*place, "a number of absurd length", "write one of at most 30 digits")
