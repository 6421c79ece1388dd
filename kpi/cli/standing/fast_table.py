"""The status table straight from the files: one target after the other, in several processes.

The ordinary way makes a Book of all records, then a Board of all statuses, then text. For a table
neither is needed at once. Here each target's files are read, checked, judged and turned into its
row, and nothing but the row is kept; where there are many, some processes share them. It is the
same walk with the same steps, and a test compares the two letter by letter.

Whatever is wrong, or unusual, is left to the ordinary way: then `table` gives None. So this room
has no words for any fault.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from kpi.assess.status import status
from kpi.facts.packed_facts import Shelves, check, figures
from kpi.facts.problems import Unsound
from kpi.facts.project_files import OBSERVATIONS_FOLDER
from kpi.render.status_columns import STATUS
from kpi.render.text.status import Row, row
from kpi.render.wording.overview import AGELESS, CLOSED
from kpi.render.wording.vocabulary import LIGHTS, VERDICTS
from kpi.store.folder_files import Folder, Unplain
from kpi.store.processes import shared, spread
from kpi.store.stamps import absent
from kpi.values import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.facts.own_form.figures import Figure
    from kpi.facts.records import Document, Observation, Target
    from kpi.facts.targets_apart import TargetsApart
    from kpi.render.look import Look

    #: The names of some files of a folder, and their contents.
    Files = tuple[list[str], list[bytes]]

_LACKS = {"", "stale", AGELESS, CLOSED, *VERDICTS}
FEW = 4  # batches of many targets that one process reads
AT_ONCE = 500  # files of a folder that are in memory at the same time
HANDFUL = 150  # facts that are read at length in the time that the fast reader takes to be ready
ENOUGH = 400  # files or facts after which a second process takes its share of what is left
EACH = 2_000  # files or facts for which one more pays


@dataclass(frozen=True, slots=True)
class Judge:
    """How a target is judged and shown."""

    documents: Mapping[str, Document]
    ids: frozenset[str]  # of the targets that are asked for
    on: dt.date
    as_of: dt.date
    look: Look

    def row(self, target: Target, facts: list[Figure]) -> Row | None:
        """The row of a target; None if no goal of it had been announced."""
        # A Figure has all that judging reads of an Observation.
        observations: tuple[Observation, ...] = tuple(facts)  # type: ignore[arg-type]
        judged = status(
            target, observations, self.documents, self.on, self.as_of, lean=True, detail="result"
        )
        return row(judged, self.look) if judged is not None else None


@dataclass(slots=True)
class StampedRows:
    """The rows by the place of their target, and the stamp of the records they are made from."""

    rows: dict[int, Row | None] = field(default_factory=dict)  # None if it was not announced
    observations: int = 0
    files: int = 0
    stamp: list[str] = field(default_factory=list)  # the lines of the folders
    newest: int = 0  # change among them, in nanoseconds since 1970
    on: str = ""  # the day for which they were judged, where it is kept

    def shown(self) -> list[Row]:
        """The rows in the order of the targets."""
        return [row_ for _, row_ in sorted(self.rows.items()) if row_ is not None]

    def unannounced(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Those of the ids of all targets of which no goal had been announced."""
        return tuple(ids[nth] for nth, row_ in sorted(self.rows.items()) if row_ is None)

    def took(self, folder: Folder) -> None:
        """Notes that a folder has been read."""
        self.stamp.append(folder.line)
        self.newest = max(self.newest, folder.newest)

    def merge(self, data: bytes) -> None:
        """Adds what another process has packed. Raises ValueError if it is not as we pack it."""
        numbers, stamp, rows = data.decode("utf-8", "surrogateescape").split("\0")
        *counts, self.on = numbers.split(" ")
        observations, files, newest = map(int, counts)
        self.observations += observations
        self.files += files
        self.newest = max(self.newest, newest)
        self.stamp += stamp.split("\n") if stamp else []
        for line in rows.split("\n") if rows else ():
            nth, *cells = line.split("\t")
            self.rows[int(nth)] = _row(cells) if cells else None

    def packed(self) -> bytes:
        """The table as bytes. No cell holds a control character, but those of colour."""
        rows = (
            "\t".join((str(nth), *row_.cells, row_.light, row_.lacks, "*" * row_.flagged))
            if row_ is not None
            else str(nth)
            for nth, row_ in self.rows.items()
        )
        numbers = f"{self.observations} {self.files} {self.newest} {self.on}"
        text = "\0".join((numbers, "\n".join(self.stamp), "\n".join(rows)))
        return text.encode("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class Rest:
    """The rows of the answer before, and the targets whose records have changed since."""

    known: StampedRows
    changed: frozenset[str]  # by id
    on: dt.date


def table(
    root: str, commit: str | None, targets: TargetsApart, judge: Judge, rest: Rest | None
) -> StampedRows | None:
    """The table of what `judge` shows, all records being read; None if the ordinary way must.

    The records are those of the folder, or of a commit by its full name. `targets` are those of
    the file there, each of which is read by the process that judges it. The rows that `rest` knows
    were made for the same question, and are taken for all targets but those that have changed.
    """
    result = StampedRows()
    try:
        if commit is None:
            _Walk(root, targets, judge, rest).all(result)
        else:
            _PastWalk(root, targets, judge, commit).all(result)
    except (Unplain, Unsound):
        return None
    return result


class _Walk:
    """The way through all targets of a project. What it meets that is not plain ends it."""

    def __init__(
        self, root: str, targets: TargetsApart, judge: Judge, rest: Rest | None = None
    ) -> None:
        self.root, self.judge = root, judge
        self.left = list(enumerate(targets))
        self.targets = targets
        self.folders: frozenset[str] = frozenset()  # the ids of targets that have one
        self.shelves = Shelves()  # the facts that stand outside their target's folder
        self.begun = 0  # facts that have been read, counted up to HANDFUL
        self.batched = False  # whether some of the target at hand stand in batches
        self.shelved = 0  # facts of it that were on the shelves
        self.rest = rest
        self.lines: dict[str, list[str]] = {}  # of the stamp of what is known, by target
        for line in rest.known.stamp if rest is not None else ():
            self.lines.setdefault(id_in_stamp(line), []).append(line)

    def all(self, table: StampedRows) -> None:
        """Judges every target: the first ones here, the others in several processes."""
        self.top(table)
        count = len(self.left)
        while self.left:
            read, left = table.files + table.observations, len(self.left)
            if read > ENOUGH and left > 1:
                rest = read * left // max(1, count - left)  # if these are as the ones before
                for data in shared(self._share, left, max(2, rest // EACH)):
                    table.merge(data)
                table.stamp.sort()  # whoever has read a folder
                return
            self._next(table, *self.left.pop(0))

    def top(self, table: StampedRows) -> None:
        """Reads the batches of many targets, and which folders there are.

        Raises Unsound if they are not those of the rows that are known: another batch may hold
        facts of any target.
        """
        self._top(table)
        if self.rest is not None and table.stamp[-1] not in self.rest.known.stamp:
            raise Unsound

    def _top(self, table: StampedRows) -> None:
        if not os.path.lexists(f"{self.root}/{OBSERVATIONS_FOLDER}"):
            table.stamp.append(absent(OBSERVATIONS_FOLDER))
            return
        folder = Folder(self.root, OBSERVATIONS_FOLDER)
        count = len(folder.names())
        if count < FEW:
            self._shelve(folder.files())
        else:
            self._shelve_shared(folder, count)
        self._enter(folder.below)
        table.took(folder)

    def _enter(self, folders: Iterable[str]) -> None:
        """Notes which targets have a folder. Raises Unsound for one that is no target's."""
        self.folders = frozenset(name.split("/")[1] for name in folders)
        if not all(map(self.targets.__contains__, self.folders)):
            raise Unsound

    def _shelve(self, files: Iterable[Files]) -> Shelves:
        for (name,), (data,) in files:
            self.shelves.read(OBSERVATIONS_FOLDER, name, data, self.targets)
        return self.shelves

    def _shelve_shared(self, folder: Folder, count: int) -> None:
        own = self.shelves

        def part(nth: int, of: int) -> bytes:
            if nth == 0:
                self._shelve(folder.files(1, range(0, count, of)))
                return b""
            self.shelves = Shelves()
            return self._shelve(folder.files(1, range(nth, count, of))).packed()

        # The others are packed while the first still reads, so that taking turns gains nothing.
        _, *others = spread(part, max(2, count // FEW))
        self.shelves = own
        for other in others:
            self.shelves.add(other)

    def _share(self, numbers: Iterator[int]) -> bytes:
        part = StampedRows()
        for nth in numbers:
            self._next(part, *self.left[nth])
        return part.packed()

    def _next(self, table: StampedRows, place: int, id_: str) -> None:
        """Reads and judges a target, or takes what is known of it."""
        if self.rest is not None and id_ not in self.rest.changed:
            table.stamp += self.lines.get(id_, ())
            if id_ in self.judge.ids:
                if place not in self.rest.known.rows:
                    raise Unsound
                table.rows[place] = self.rest.known.rows[place]
            return
        facts = self._shelved(id_)
        waiting = [f"{OBSERVATIONS_FOLDER}/{id_}"] if id_ in self.folders else []
        while waiting:
            folder = Folder(self.root, waiting.pop())
            self._read(folder.name, folder.files(AT_ONCE), facts, table)
            waiting += folder.below
            table.took(folder)
        self._judge(place, id_, facts, table)

    def _shelved(self, id_: str) -> list[Figure]:
        """The facts of the next target that stand in batches of many."""
        facts = self.shelves.take(id_, self.targets[id_])
        self.batched, self.shelved = bool(facts), len(facts)
        return facts

    def _read(
        self, name: str, files: Iterable[Files], facts: list[Figure], table: StampedRows
    ) -> None:
        for names, contents in files:
            if self.begun < HANDFUL:
                self.begun += sum(max(1, data.count(b"[[observation]]")) for data in contents)
            facts += figures(name, names, contents, self.targets, few=self.begun < HANDFUL)
            self.batched = self.batched or "batch" in "".join(names)
            table.files += len(names)

    def _judge(self, place: int, id_: str, facts: list[Figure], table: StampedRows) -> None:
        if len(facts) > self.shelved:  # those of the shelves are there once
            check(facts, named=not self.batched)
        table.observations += len(facts)
        if id_ in self.judge.ids:
            table.rows[place] = self.judge.row(self.targets[id_], facts)


class _PastWalk(_Walk):
    """The same way through the records of a commit."""

    def __init__(self, root: str, targets: TargetsApart, judge: Judge, commit: str) -> None:
        super().__init__(root, targets, judge)
        from kpi.store import commit_files  # for git, and only then

        self.content = commit_files.contents
        self.listed = commit_files.files(root, commit, OBSERVATIONS_FOLDER)

    def all(self, table: StampedRows) -> None:
        """Judges every target, in several processes where there are many files."""
        self.top(table)
        files = sum(map(len, self.listed.values())) + table.files
        if files > ENOUGH:
            for data in spread(self._part, max(2, files // EACH)):
                table.merge(data)
        else:
            self._walk(self.left, table)

    def top(self, table: StampedRows) -> None:
        """Reads the batches of many targets, and which folders there are."""
        batches = self.listed.pop(OBSERVATIONS_FOLDER)
        files = zip([name for name, _ in batches], self._contents(batches), strict=True)
        self._shelve(([name], [data]) for name, data in files)
        self._enter(self.listed)

    def _part(self, nth: int, of: int) -> bytes:
        part = StampedRows()
        self._walk(self.left[nth::of], part)
        return part.packed()

    def _walk(self, targets: Iterable[tuple[int, str]], table: StampedRows) -> None:
        """Judges targets while git hands out their files in the same order."""
        folders: dict[str, list[str]] = {}
        for name in self.listed:
            folders.setdefault(name.split("/")[1], []).append(name)
        whole = [(*numbered, folders.get(numbered[1], [])) for numbered in targets]
        wanted = [file for _, _, names in whole for name in names for file in self.listed[name]]
        data = self._contents(wanted)
        for place, id_, names in whole:
            facts = self._shelved(id_)
            for name in names:
                self._read(name, self._named(name, data), facts, table)
            self._judge(place, id_, facts, table)

    def _named(self, folder: str, data: Iterator[bytes]) -> Iterator[Files]:
        names = [name for name, _ in self.listed[folder]]
        for start in range(0, len(names), AT_ONCE):
            part = names[start : start + AT_ONCE]
            yield part, list(islice(data, len(part)))

    def _contents(self, files: Iterable[tuple[str, str]]) -> Iterator[bytes]:
        return self.content(self.root, [sha for _, sha in files])


def _row(parts: list[str]) -> Row:
    """A row as it was packed. Raises ValueError for what `row` would not have made."""
    *cells, light, lacks, flagged = parts
    if len(cells) != len(STATUS) or light not in LIGHTS or lacks not in _LACKS:
        raise ValueError
    return Row(tuple(cells), light, lacks, bool(flagged))


def id_in_stamp(line: str) -> str:
    """The id of the target to whose folder a line or name of a stamp belongs; empty for others."""
    return line.partition("\t")[0].partition("/")[2].partition("/")[0]
