"""targets.toml target by target, for whoever needs a few of them or shares them with a process.

`targets` reads them all at once and knows the words for every fault. A target of ten lines takes it
0.07 ms, half of it to read the writing, so a file of 5,000 takes a third of a second. Here the file
is cut before each `[[target]]`, and a target is read and checked when it is first asked for. A file
that cannot be cut so, because other tables stand among the targets or it is not written plainly, is
parsed at once, and only the rest is done later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kpi.facts.keys.consistency import Surroundings, of_target
from kpi.facts.keys.schema import FILE, TARGET
from kpi.facts.keys.tables import read_table
from kpi.facts.problems import Unsound
from kpi.facts.records import Document, Target
from kpi.facts.syntax import plain_toml, toml
from kpi.facts.targets import documents_of, id_of, target_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TargetsApart(Mapping[str, Target]):
    """The targets of a file by id, in its order; to look one up raises Unsound if it has a fault.

    Faults show only in the targets that are looked up. Nobody counts which one of the file each is:
    its `where`, and that of all in it, leaves the number out.
    """

    def __init__(
        self, head: dict[str, Any], rows: Mapping[str, str | dict[str, Any]], sound: bool
    ) -> None:
        """`head` is everything but the targets, and `rows` those, as text or as a table each."""
        unchecked = head.pop("timezone", "UTC") if sound else None
        values, faults = read_table(FILE, head)
        if faults:
            raise Unsound
        self.timezone: str = unchecked or values["timezone"]
        self.documents: dict[str, Document] = documents_of(values)
        self._around = Surroundings(frozenset(self.documents), frozenset(rows))
        self._rows = rows
        self._read: dict[str, Target] = {}

    def __getitem__(self, id_: str) -> Target:
        target = self._read.get(id_)
        if target is None:
            target = self._read[id_] = self._made(id_, self._rows[id_])
        return target

    def __contains__(self, id_: object) -> bool:
        return id_ in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _made(self, id_: str, row: str | dict[str, Any]) -> Target:
        if isinstance(row, str):
            row = _alone(row)
        values, faults = read_table(TARGET, row, _WHERE)
        if faults or id_of(row) != id_:
            raise Unsound
        target, unclear = target_of(values, row, _WHERE, self.documents)
        if unclear or any(of_target(target, self._around)):
            raise Unsound
        return target


_WHERE = ("target",)


def read_apart(data: bytes, sound: bool = False) -> TargetsApart:
    """The targets of the file `data`. Raises Unsound for a fault that shows before one is read.

    Of a file that is known to be `sound` the time zone is not looked up, which takes 2 ms.
    """
    text = toml.text_of(data)
    if isinstance(text, toml.Fault):
        raise Unsound
    cut = _cut(text)
    if cut is not None:
        return TargetsApart(*cut, sound)
    parsed = toml.parse(data)
    table: dict[str, Any] = parsed.table or {}
    rows = table.pop("target", None)
    if parsed.faults or not isinstance(rows, list):
        raise Unsound
    named = {id_of(row): row for row in rows}
    if len(named) < len(rows):
        raise Unsound
    return TargetsApart(table, named, sound)


_HEADING = "\n[[target]]"
_ID = '\nid = "'


def _cut(text: str) -> tuple[dict[str, Any], dict[str, str]] | None:
    """What stands before the targets, and the text of each by its id; None if it cannot be cut.

    It can where nothing but tables of targets follows, and each says its id before any table below
    it. What a text of several lines hides from this makes a part unreadable, or its id another.
    """
    head, *parts = f"\n{text}".split(_HEADING)
    rows: dict[str, str] = {}
    for part in parts:
        own, *below = part.split("\n[")
        id_, *rest = own.partition(_ID)[2].split('"', 1)
        bare = part[:1] == "\n" and bool(rest) and rest[0][:1] in ("", "\n")  # no comment behind
        if not bare or id_ in rows or not all(heading.startswith(_BELOW) for heading in below):
            return None
        rows[id_] = part
    table = plain_toml.table(head)
    return (table, rows) if table is not None and "target" not in table else None


_BELOW = ("target.", "[target.")


def _alone(part: str) -> dict[str, Any]:
    """The table of a target from the text behind its heading. Raises Unsound."""
    table: dict[str, Any] = plain_toml.table(_HEADING + part) or _at_length(_HEADING + part)
    if len(table) > 1 or len(table["target"]) > 1:
        raise Unsound
    return table["target"][0]  # type: ignore[no-any-return]


def _at_length(text: str) -> dict[str, Any]:
    """The table of a document in any form. Raises Unsound for a fault of its writing."""
    parsed = toml.at_length(text)
    if parsed.table is None or parsed.faults:
        raise Unsound
    return parsed.table
