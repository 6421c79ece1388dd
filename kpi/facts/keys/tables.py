"""What a table of a TOML file may hold, as plain data, and how a raw table is held against it.

`schema` writes the tables of targets.toml in these terms. A walk never stops at a fault: it
collects them, each with its key path in the file, until there are more than anybody reads.
"""

from __future__ import annotations

from kpi.facts.keys.fields import EMPTY, Wrong, shown, unknown_key
from kpi.facts.problems import MOST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, TypeAlias

    from kpi.facts.keys.misspelt import Advice
    from kpi.facts.records import KeyPath

    Reader = Callable[[object], Any]  # of a single value: one of `fields`
    Form: TypeAlias = "Reader | Table | Rows | Named"
    Values = dict[str, Any]  # of a table, by the attributes of its record; a list is a tuple

    #: Where in the file, what is wrong there, and what to write instead.
    Fault = tuple[KeyPath, str, str | Advice]


class Key:
    """A key of a table.

    It may be left out and then has its `default`, unless `missing` says what to write for it;
    `empty` says it of a text that only some tables may leave out. It is not missing where the key
    `instead` of it is there.
    """

    __slots__ = ("default", "empty", "form", "instead", "missing", "name")

    def __init__(
        self, form: Form, default: Any = None, *, missing: str = "", instead: str | None = None,
        empty: str = "", name: str = "",
    ) -> None:  # fmt: skip
        self.form = form
        self.default = default
        self.missing = missing
        self.instead = instead
        self.empty = empty or missing
        self.name = name  # of the attribute, where that is not the key itself


class Table:
    """A table by its keys. A key that nothing reads is a fault, never ignored.

    `most` is how many keys and items it may hold at any depth, where there is a bound to that.
    """

    __slots__ = ("about", "defaults", "keys", "most", "needed", "readers", "title", "written")

    def __init__(
        self, title: str, about: str, written: str, keys: dict[str, Key], *, most: int = 0
    ) -> None:
        self.title = title  # for editors
        self.about = about
        self.written = written  # how such a table is written
        self.keys = keys
        self.most = most
        self.needed = {name: key.missing for name, key in keys.items() if key.missing}
        self.defaults = {key.name or name: key.default for name, key in keys.items()}
        #: Of each key the attribute, and what reads a single value; None for tables and lists.
        self.readers = {
            name: (key.name or name, None if isinstance(key.form, _NESTED) else key.form)
            for name, key in keys.items()
        }


class Rows:
    """A list of tables.

    One table may stand for a list of it `alone`; a `word` may stand instead. `wrong` are other
    words for what is no list.
    """

    __slots__ = ("alone", "least", "table", "word", "wrong")

    def __init__(
        self, table: Table, *, least: int = 0, alone: bool = False, word: Reader | None = None,
        wrong: tuple[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.table = table
        self.least = least
        self.alone = alone
        self.word = word
        self.wrong = wrong


class Named:
    """Tables of one kind, each under a name of its own; `wrong` is said of what is no table."""

    __slots__ = ("table", "wrong")

    def __init__(self, table: Table, wrong: tuple[str, str]) -> None:
        self.table = table
        self.wrong = wrong


_NESTED = (Table, Rows, Named)


def read_table(table: Table, raw: object, where: KeyPath = ()) -> tuple[Values, list[Fault]]:
    """The values of the table `raw` that stands at `where`, and every fault in it.

    At and below a fault the values are not to be used; all others are as their readers gave them.
    What comes after MOST faults is not read: lists end there, and keys have their defaults.
    """
    faults: list[Fault] = []
    return _table(table, raw, where, faults), faults


def _table(table: Table, raw: object, where: KeyPath, faults: list[Fault]) -> Values:
    """The values of `read_table`; its faults are added to those before."""
    values = table.defaults.copy()
    if not isinstance(raw, dict):
        faults.append((where, f"{shown(raw)} is not a table", f"write {table.written}"))
        return values
    if table.most and _holds_over(table.most, raw):
        what = f"the table holds over {table.most:,} keys and items"
        faults.append((where, what, "leave out what belongs elsewhere"))
        return values
    unknown = []
    for key, value in raw.items():
        try:
            if key not in table.readers:
                unknown.append(key)
                raise unknown_key(key, tuple(table.keys), _settled(table, raw, value))
            name, reader = table.readers[key]
            if reader is not None:
                values[name] = reader(value)
            else:
                form: Any = table.keys[key].form
                values[name] = _below(form, value, (*where, key), faults)
        except Wrong as wrong:
            for fault in (wrong, *wrong.beside):
                needed = fault.what == EMPTY and table.keys[key].empty  # it cannot be left out
                faults.append(((*where, key), fault.what, needed or fault.advice))
            if len(faults) >= MOST:
                break
    faults += _absent(table, raw, where, unknown)
    return values


def _absent(
    table: Table, raw: dict[str, Any], where: KeyPath, unknown: list[str]
) -> Iterator[Fault]:
    """Faults of keys that must be there and are not, or are there twice under two names."""
    for key, remedy in table.needed.items():
        instead = table.keys[key].instead
        if instead is not None and instead in raw and key in raw:
            what = f"{instead} stands beside {key}, in place of which it is"
            yield (*where, instead), what, "leave out one of the two"
        if key in raw or instead in raw:
            continue
        from kpi.facts.keys.misspelt import is_misspelt  # sound files miss nothing

        if not any(is_misspelt(one, unknown) for one in (key, instead) if one):
            yield where, f'the key "{key}" is missing', remedy


def _settled(table: Table, raw: dict[str, Any], value: object) -> list[str]:
    """The keys of ours that are there, but for those that may take an unknown one's `value` too.

    A list of tables has room for more, and so have tables under names: [[targt]] is one of many.
    """
    open_to = Rows if isinstance(value, list) else Named if isinstance(value, dict) else ()
    return [
        name for name, key in table.keys.items()
        if name in raw and not isinstance(key.form, open_to)
    ]  # fmt: skip


def _holds_over(most: int, raw: dict[str, Any]) -> bool:
    """Whether a table holds more keys and items than that, at any depth."""
    count = 0
    waiting: list[dict[str, Any] | list[Any]] = [raw]
    while waiting:
        container = waiting.pop()
        count += len(container)
        if count > most:
            return True
        inner = container.values() if isinstance(container, dict) else container
        waiting += [value for value in inner if isinstance(value, (dict, list))]
    return False


def _below(form: Table | Rows | Named, value: object, where: KeyPath, faults: list[Fault]) -> Any:
    """The values of what stands at a key that holds tables: one, a list, or each under a name."""
    if isinstance(form, Table):
        return _table(form, value, where, faults)
    if isinstance(form, Rows):
        return _rows(form, value, where, faults)
    if isinstance(value, dict):
        return {
            name: _table(form.table, row, (*where, name), faults)
            for name, row in value.items()
            if len(faults) < MOST
        }
    faults.append((where, *form.wrong))
    return {}


def _rows(rows: Rows, value: object, where: KeyPath, faults: list[Fault]) -> Any:
    """The values of each table of a list, or the word that may stand in its place."""
    if isinstance(value, list):
        if len(value) < rows.least:
            faults.append((where, f"{where[-1]} is an empty list", "give at least one"))
        return tuple(
            _table(rows.table, row, (*where, nth), faults)
            for nth, row in enumerate(value)
            if len(faults) < MOST
        )
    if rows.word is not None:
        return rows.word(value)
    if rows.alone and isinstance(value, dict):
        return (_table(rows.table, value, where, faults),)
    what = f"{shown(value)} is not a table"
    if isinstance(value, dict):
        what = f"{shown(value)} is not a list of tables"
    faults.append((where, *(rows.wrong or (what, f"write {rows.table.written}"))))
    return ()
