"""The problems of one file as they are found, each kind told so often and then only counted.

A file of a machine that has gone wrong has one fault a hundred thousand times. Whoever mends it
needs to see all kinds of fault at once, and not each of them for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kpi.facts.problems import MOST, MOST_OF_A_KIND, Place, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.facts.keys.fields import Wrong
    from kpi.facts.keys.misspelt import Advice
    from kpi.facts.records import KeyPath

    Places = Callable[[Iterable[KeyPath]], dict[KeyPath, tuple[int, int]]]

#: So many kinds are told apart; a hostile file could make each problem one of its own kind.
_MOST_KINDS = 50
#: So many times a name is looked for that was probably meant: each time may take 20 ms.
_MOST_LOOKED = 50
#: What differs between two problems of one kind.
_VARYING = r'"[^"]*"|[0-9][0-9.,:-]*'


class Findings:
    """Where the problems of the file `file` go; `places` tells where key paths stand in it.

    The empty path is the whole file.
    """

    def __init__(self, file: str, places: Places) -> None:
        self._file, self._places = file, places
        self._count = 0  # of those that were added, told or not
        self._found: list[tuple[KeyPath, str, str]] = []
        self._kinds: dict[str, int] = {}  # how many there are of each kind
        self._last: dict[str, int] = {}  # which of _found stands for all others of its kind
        self._looked = 0  # how many remedies were looked for
        self._known: dict[str, str] = {}  # the kind of what was said before
        self._elsewhere: set[tuple[str, str]] = set()
        self._ready: dict[Problem, None] = {}  # in the order in which they came, each once

    def __len__(self) -> int:
        """How many problems were found, told or not."""
        return self._count + len(self._ready)

    @property
    def enough(self) -> bool:
        """Whether there are so many that nobody needs to look for more."""
        return len(self) >= MOST

    def add(self, path: KeyPath, what: str, remedy: str | Advice) -> None:
        """A problem at a key path; a remedy that takes time to find is asked for if it is told."""
        self._count += 1
        kind = self._known.get(what)
        if kind is None:
            import re  # sound files have no problems

            kind = re.sub(_VARYING, "…", what)
            if len(self._known) < _MOST_KINDS:
                self._known[what] = kind
        if kind not in self._kinds and len(self._kinds) >= _MOST_KINDS:
            kind = ""
        self._kinds[kind] = self._kinds.get(kind, 0) + 1
        if self._kinds[kind] <= MOST_OF_A_KIND:
            self._last[kind] = len(self._found)
            self._found.append((path, what, self._found_remedy(remedy)))

    def _found_remedy(self, remedy: str | Advice) -> str:
        if isinstance(remedy, str):
            return remedy
        self._looked += 1
        return remedy(self._looked <= _MOST_LOOKED)

    def wrong(self, path: KeyPath, wrong: Wrong) -> None:
        """A value that must not stand at a key path."""
        self.add(path, wrong.what, wrong.advice)

    def elsewhere(self, file: str, what: str, remedy: str | Advice) -> None:
        """A problem of another file or folder; said twice, it is one."""
        if (file, what) not in self._elsewhere:
            self._elsewhere.add((file, what))
            self.ready(Problem(Place(file), what, self._found_remedy(remedy)))

    def ready(self, problem: Problem) -> None:
        """A problem that has its place already; said twice, it is one."""
        self._ready[problem] = None

    def told(self) -> list[Problem]:
        """What to say: every problem, or those of its kind that stand for all."""
        places = self._places({path for path, _, _ in self._found if path})
        more = {
            self._last[kind]: count - MOST_OF_A_KIND
            for kind, count in self._kinds.items()
            if count > MOST_OF_A_KIND
        }
        problems = list(self._ready)
        for nth, (path, what, remedy) in enumerate(self._found):
            place = Place(self._file, *places[path]) if path else Place(self._file)
            problems.append(Problem(place, what, remedy, more=more.get(nth, 0)))
        if self.enough:
            what = f"there are over {MOST:,} problems here, and the rest was not looked at"
            problems.append(Problem(Place(self._file), what, "mend those, and check again"))
        return problems
