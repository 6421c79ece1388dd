"""What became of each file on its way through branches and merges: who recorded it, and who changed
or deleted it.

Going back in time, from the last commit on, and on each branch by itself: what one has renamed or
deleted another may have kept, and the merge of both with it. Where a merge took a branch's file as
it was, that branch alone is followed, as git does.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from kpi.values import dataclass, replace

#: What a commit did to a file: (status, old name, new name), named from the repository's top. The
#: status is that of git: A, D, R or another kind.
Deed = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit left it. `name` is its name then, from the repository's top.

    `before` are the versions that it was made from, by their places in `Recorded.versions`: none of
    a file that was not there, and two where branches had each their own.
    """

    commit: str
    author: str
    date: dt.datetime  # the author's, in UTC
    name: str
    before: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """The commit that brought a file into the project."""

    commit: str  # its full name
    author: str
    date: dt.datetime  # the author's, in UTC
    edited: str | None = None  # the last commit that changed the file afterwards
    versions: tuple[Version, ...] = ()  # of a file that was changed: all of them, the first first


@dataclass(frozen=True, slots=True)
class Deleted:
    """The commit that took a file out of the project; without one it is gone from the work tree."""

    commit: str | None = None
    author: str = ""
    date: dt.datetime | None = None  # the author's, in UTC


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit and what it did, as seen from each of its parents.

    These are those that are listed as well, or their ancestors that are; without any, all that it
    holds was done by it.
    """

    sha: str
    parents: tuple[str, ...]
    author: str
    date: dt.datetime
    did: list[list[Deed]]


_Ways = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Deletions:
    """Deletions, each the name of a file and a commit: one, or those of two others.

    They are joined at every commit, and listed once a file. As sets, those of a history in which
    two branches take turns would take its square.
    """

    one: tuple[str, str] | None = None
    others: tuple[_Deletions, ...] = ()

    def __or__(self, other: _Deletions) -> _Deletions:
        if self is other or other is _NO_DELETIONS:
            return self
        return other if self is _NO_DELETIONS else _Deletions(others=(self, other))

    def every(self) -> Iterator[tuple[str, str]]:
        """Each of them, some more than once."""
        waiting, seen = [self], set[int]()
        while waiting:
            here = waiting.pop()
            if id(here) not in seen:
                seen.add(id(here))
                waiting += here.others
                if here.one is not None:
                    yield here.one


_NO_DELETIONS = _Deletions()


@dataclass(frozen=True, slots=True)
class _Fate:
    """What became, after a commit, of a file that has a name then.

    `ways` are the last names that it goes by, each with the commit of its next version, "" if that
    is the last one. `again` are the last names of files that were recorded in its place later.
    `lost` are its deletions on the way to those who have it no more.
    """

    ways: _Ways
    again: frozenset[str] = frozenset()
    lost: _Deletions = _NO_DELETIONS

    @property
    def lasts(self) -> frozenset[str]:
        return frozenset(last for last, _ in self.ways)

    def __or__(self, other: _Fate) -> _Fate:
        return _Fate(self.ways | other.ways, self.again | other.again, self.lost | other.lost)


_NONE: _Ways = frozenset()
_NO_NAMES: frozenset[str] = frozenset()
#: The fates of files by their names; of a name without one it is the plain one.
_Fates = dict[str, _Fate]


def _plain(name: str) -> _Fate:
    return _Fate(frozenset({(name, "")}))


def lineages(
    commits: list[Commit], names: set[str]
) -> tuple[dict[str, Recorded], dict[str, Deleted], dict[str, Deleted]]:
    """The commit that first recorded each file, by its last name, and that which deleted it.

    Children come before their parents; `names` are those that are `storied`. A file that was
    deleted and came again was recorded when it came again, and is among those of the third.
    """
    walk = _Walk(names)
    fates: dict[str, _Fates] = {}  # by the commits to come
    for commit in commits:
        here = fates.pop(commit.sha, {})
        changed = walk.look(commit, here)
        for parent, news in zip(commit.parents, changed, strict=True):
            there = here | news if news else here
            known = fates.get(parent)
            fates[parent] = there if known is None else _both(known, there)
    return walk.recorded(), walk.deleted(), walk.again()


def _both(one: _Fates, other: _Fates) -> _Fates:
    """The fates of files after a commit from which two branches began."""
    if one is other:
        return one
    names = one.keys() | other.keys()
    return {
        name: (one.get(name) or _plain(name)) | (other.get(name) or _plain(name)) for name in names
    }


class _Walk:
    """What the commits looked at so far say, from the last one back."""

    def __init__(self, storied: set[str]) -> None:
        self._storied = storied
        self._alone: dict[str, _Fate] = {}  # of names with one story, which no branch tells apart
        # By last name and commit: what recorded or changed a file, the last first; and by last name
        # and the commit of a version those that it was made from.
        self._versions: dict[str, dict[str, Version]] = {}
        self._made_from: dict[tuple[str, str], set[str]] = {}
        self._firsts: dict[str, Version] = {}
        # By name: deletions; by last name those of files that came again, each with its name then;
        # and both by merges of branches of which one may have told of it.
        self._gone: dict[str, Deleted] = {}
        self._again: dict[str, tuple[str, Deleted]] = {}
        self._dropped: dict[str, Deleted] = {}
        self._dropped_again: dict[str, tuple[str, Deleted]] = {}
        self._left: set[str] = set()  # names of files that were deleted or renamed
        self._kept: set[tuple[str, str]] = set()  # deletions of what another branch kept

    def look(self, commit: Commit, here: _Fates) -> list[_Fates]:
        """Takes in what a commit did; returns the fates that differ before it, for each parent."""
        before: list[_Fates] = [{} for _ in commit.did]
        for name, deeds in _by_name(commit).items():
            fate = here.get(name) or self._alone.get(name) or _plain(name)
            if any(status[0] == "D" for status, _, _ in deeds.values()):
                self._went(commit, name, fate, deeds, before)
            else:
                self._is_there(commit, name, fate, deeds, before)
        for fates in before:
            for name in [name for name in fates if name not in self._storied]:
                if (fate := fates.pop(name)).ways:
                    self._alone[name] = fate
        return before[: len(commit.parents)]

    def _went(
        self, commit: Commit, name: str, fate: _Fate, deeds: dict[int, Deed], before: list[_Fates]
    ) -> None:
        """A file that a commit lacks and a parent holds."""
        deletion = Deleted(commit.sha, commit.author, commit.date)
        gone, again = self._dropped, self._dropped_again
        if len(deeds) == len(commit.did):
            self._left.add(name)
            gone, again = self._gone, self._again
        for last in fate.again:
            again.setdefault(last, (name, deletion))
        if not fate.again:
            gone.setdefault(name, deletion)
        for nth in deeds:
            before[nth][name] = _Fate(_NONE, fate.again, _Deletions((name, commit.sha)))

    def _is_there(
        self, commit: Commit, name: str, fate: _Fate, deeds: dict[int, Deed], before: list[_Fates]
    ) -> None:
        """A file that a commit holds, and a parent does not, or not so, or under another name."""
        ways, again, parents = fate.ways, fate.again, set[int]()
        if len(deeds) < len(commit.did):
            pass  # the other parents hold it as it is
        elif parents := {nth for nth, (status, _, _) in deeds.items() if status[0] == "R"}:
            again |= fate.lasts
        else:
            parents = {nth for nth, (status, _, _) in deeds.items() if set(status) != {"A"}}
            ways = self._version(commit, name, fate, not parents)
            again |= frozenset() if parents else fate.lasts
        for nth, (_, old, _) in deeds.items():
            before[nth].setdefault(name, _Fate(_NONE, again))
            if old != name:
                self._left.add(old)
                before[nth].setdefault(old, _Fate(_NONE))
            if nth in parents:
                before[nth][old] = _Fate(ways, again if old == name else _NO_NAMES, fate.lost)

    def _version(self, commit: Commit, name: str, fate: _Fate, first: bool) -> _Ways:
        """Notes a version of a file; returns the ways of those that it was made from."""
        version = Version(commit.sha, commit.author, commit.date, name)
        for last, newer in fate.ways:
            self._versions.setdefault(last, {})[commit.sha] = version
            self._made_from.setdefault((last, newer), set()).add(commit.sha)
            if first and (last not in self._firsts or commit.date < self._firsts[last].date):
                self._firsts[last] = version
        if first and fate.ways:
            self._kept.update(fate.lost.every())
        return frozenset((last, commit.sha) for last in fate.lasts)

    def recorded(self) -> dict[str, Recorded]:
        """The record of each file, by its last name."""
        return {last: self._recorded(last, first) for last, first in self._firsts.items()}

    def _recorded(self, last: str, first: Version) -> Recorded:
        versions = [*self._versions[last].values()][::-1]
        if len(versions) == 1:
            return Recorded(first.commit, first.author, first.date)
        place = {version.commit: nth for nth, version in enumerate(versions)}
        edited, later, all_of_it = None, {place[first.commit]}, []
        for nth, version in enumerate(versions):
            made_from = self._made_from.get((last, version.commit), ())
            before = tuple(sorted(place[commit] for commit in made_from))
            all_of_it.append(replace(version, before=before))
            if not later.isdisjoint(before):
                later.add(nth)
                edited = version.commit
        if not any(version.before for version in all_of_it):  # each branch recorded the same
            all_of_it = []
        return Recorded(first.commit, first.author, first.date, edited, tuple(all_of_it))

    def deleted(self) -> dict[str, Deleted]:
        """The deletion of each file that did not come again, by its last name."""
        dropped = {name: one for name, one in self._dropped.items() if name not in self._left}
        found = dropped | self._gone
        return {name: one for name, one in found.items() if (name, one.commit) not in self._kept}

    def again(self) -> dict[str, Deleted]:
        """The deletion of each file that was recorded again, by its last name."""
        dropped = {
            last: one for last, one in self._dropped_again.items() if one[0] not in self._left
        }
        found = dropped | self._again
        return {last: deletion for last, (_, deletion) in found.items() if last in self._firsts}


def _by_name(commit: Commit) -> dict[str, dict[int, Deed]]:
    """What a commit did to each file, by its name then and the parents' places."""
    deeds: dict[str, dict[int, Deed]] = {}
    for nth, did in enumerate(commit.did):
        for deed in did:
            deeds.setdefault(deed[2], {})[nth] = deed
    return deeds


def storied(commits: list[Commit], there: set[str] | None = None) -> set[str]:
    """The names with more than one story, of which branches may tell one each.

    `there` are all names that the last commit holds, where there are merges: these have to be asked
    as well of what only they dropped, of what they did themselves, and of whatever was changed.
    """
    stories: Counter[str] = Counter()
    began, changed = set[str](), set[str]()
    for commit in commits:
        for status, old, new in (deed for did in commit.did for deed in did):
            kinds = status.rstrip("0123456789")
            stories[new] += kinds in ("A", "D", "R")
            if kinds == "R":
                stories[old] += 1
            if kinds in ("A", "R"):
                began.add(new)
            elif kinds != "D":
                changed.add(new)
    names = {name for name, count in stories.items() if count > 1}
    return names if there is None else names | changed | began ^ there
