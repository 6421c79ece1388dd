"""What changed between two sides, and each changed verdict with its cause, as data.

A side is a Book with its clocks. Two days of one Book, two revisions of it, or last week's report
and today are all compared in this one way.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Mapping

from kpi.assess.board import Board, assess
from kpi.assess.comparison.causes import (
    ALL_CAUSES,
    CAUSES,
    RULE_CHANGED,
    SEVERAL,
    InForce,
    causes,
    edited_keys,
    facts_between,
    goals_edited,
    in_force,
)
from kpi.assess.comparison.details import asked, why
from kpi.assess.comparison.records import (
    News,
    Pair,
    Revision,
    Withdrawal,
    news_of,
    revisions_of,
    withdrawals_of,
)
from kpi.assess.reason import Fact, Reason, because
from kpi.assess.status import Status
from kpi.facts.book import Book
from kpi.facts.records import Goal, Target, announcement
from kpi.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Side:
    """A Book with its clocks; the book must be free of problems.

    `said` are the verdicts, by id, that a stored report gave for this side, and `version` the
    version of kpi that wrote it. They count as what was said, whatever today's rules say. With
    `shown`, its board is made whole: no change is told by a projection.
    """

    book: Book
    on: dt.date
    as_of: dt.date
    at: str | None = None
    version: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    shown: bool = False

    def board(self) -> Board:
        """Every target of the side, judged by today's rules."""
        return assess(self.book, self.on, self.as_of, self.at, lean=not self.shown, detail="result")


@dataclass(frozen=True, slots=True)
class Part:
    """One cause, and what it was in this case."""

    cause: str  # one of ALL_CAUSES, never "several"
    why: Reason


@dataclass(frozen=True, slots=True)
class Change:
    """A target whose verdict changed. With several parts, `together` says that no one alone would
    have changed it so; otherwise each would."""

    target: Target  # as it is after
    before: str
    after: str
    cause: str  # one of ALL_CAUSES
    parts: tuple[Part, ...]
    together: bool
    status: Status  # after


@dataclass(frozen=True, slots=True)
class Move:
    """Another goal is judged, or the same one asks for something else.

    `old` is the target as it was, in whose unit the goal before is.
    """

    target: Target
    before: Goal
    after: Goal
    old: Target


@dataclass(frozen=True, slots=True)
class Edit:
    """The keys of a target's table that say something else; of its goals what is no Move."""

    target: Target
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagChange:
    """Flags that a target has gained and lost."""

    target: Target
    gained: tuple[Reason, ...]
    lost: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two sides, in the order of the targets after.

    `news` are the new facts, except those that give a period another value: these are `revisions`.
    `observations` are the files of the `news`. `withdrawn` are the records that went and changed no
    value; those that did are `revisions`, too. `new` and `gone` are targets: announced or recorded
    since, and no longer recorded. A target that was closed is not gone; its verdict says so. Goals
    that are `followed` are the same change from the baseline as before, of another base.
    """

    before: Board
    after: Board
    changes: tuple[Change, ...]
    observations: tuple[str, ...]
    revisions: tuple[Revision, ...]
    goals: tuple[Move, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    flags: tuple[FlagChange, ...]
    edits: tuple[Edit, ...] = ()
    news: tuple[News, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    followed: tuple[Move, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many verdicts each cause has changed; causes that changed none are left out."""
        by_cause = Counter(change.cause for change in self.changes)
        return {cause: by_cause[cause] for cause in ALL_CAUSES if by_cause[cause]}

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return any((self.changes, self.observations, self.revisions, self.goals, self.new,
                    self.gone, self.flags, self.edits, self.withdrawn))  # fmt: skip


def compare(before: Side, after: Side) -> Changes:
    """What changed from one side to the other. Pure: nothing is read and no clock is asked."""
    boards = before.board(), after.board()
    older, newer = ({status.target.id: status for status in board.statuses} for board in boards)
    recorded = {target.id: target for target in before.book.targets}
    pairs = [_pair(recorded.get(target.id), target, before, after, older, newer)
             for target in after.book.targets]  # fmt: skip
    both = [(pair.older, pair.newer) for pair in pairs if pair.older and pair.newer]
    news = tuple(item for pair in pairs for item in news_of(pair))
    goals = [Move(now.target, was.goal, now.goal, was.target) for was, now in both]
    moves = tuple(each for each in goals if asked(each.before) != asked(each.after))
    moved = {move.target.id for move in moves}
    return Changes(
        *boards,
        changes=tuple(change for pair in pairs if (change := _change(pair, before, after))),
        observations=tuple(sorted({item.after.file for item in news})),
        revisions=tuple(revision for pair in pairs for revision in pair.revisions),
        goals=moves,
        new=tuple(id_ for id_ in newer if id_ not in older),
        gone=tuple(id_ for id_ in older if id_ not in newer),
        flags=tuple(flags for was, now in both if (flags := _flags(was, now))),
        edits=tuple(
            Edit(pair.after.target, keys)
            for pair, target in zip(pairs, after.book.targets, strict=True)
            if pair.before and (keys := _edited(pair, recorded[target.id], target, moved))
        ),
        news=news,
        withdrawn=tuple(withdrawal for pair in pairs for withdrawal in withdrawals_of(pair)),
        followed=tuple(each for each in goals if _follows(each)),
    )


def _pair(
    old: Target | None, new: Target, before: Side, after: Side,
    older: Mapping[str, Status], newer: Mapping[str, Status],
) -> Pair:  # fmt: skip
    was, now = older.get(new.id), newer.get(new.id)
    force = _in_force(old, before) if old is not None else None
    forces = force, _in_force(new, after)
    facts = facts_between(*forces, was.lines if was else ())
    return Pair(was, now, *forces, facts, tuple(revisions_of(new, was, now, facts)))


def _in_force(target: Target, side: Side) -> InForce:
    return in_force(target, side.book.observations.get(target.id, ()), side.on, side.as_of)


# ----------------------------------------------------------------------------------- the targets


def _edited(pair: Pair, old: Target, new: Target, moved: Container[str]) -> tuple[str, ...]:
    """The keys of a target's table that say something else; `goal` where no move tells of it.

    A goal that only came into force, as its day of announcement had come, is no edit.
    """
    assert pair.before is not None  # noqa: S101 - else there is nothing to compare
    keys = edited_keys(pair.before.target, pair.after.target)
    if new.id in moved or not goals_edited(old, new):
        return keys
    return (*keys, "goal") if goals_edited(pair.before.target, pair.after.target) else keys


def _follows(goal: Move) -> bool:
    return asked(goal.before) == asked(goal.after) and goal.before.value != goal.after.value


def _flags(was: Status, now: Status) -> FlagChange | None:
    keys_before, keys_after = {flag.key for flag in was.flags}, {flag.key for flag in now.flags}
    if keys_before == keys_after:
        return None
    return FlagChange(
        now.target,
        gained=tuple(flag for flag in now.flags if flag.key not in keys_before),
        lost=tuple(flag for flag in was.flags if flag.key not in keys_after),
    )


# ------------------------------------------------------------------------------------ the causes


def _change(pair: Pair, before: Side, after: Side) -> Change | None:
    """The changed verdict of a target and its cause; None if it is the same or there is none."""
    was, now = pair.older, pair.newer
    if was is None or now is None or pair.before is None:
        return None
    said = before.said.get(now.target.id, was.verdict)
    if said == now.verdict:
        return None
    names, together = causes(*_by_goals_that_held(pair), pair.facts, (was.verdict, now.verdict))
    if not names and was.verdict != now.verdict:  # by them alone a side would say something else
        names, together = causes(pair.before, pair.after, pair.facts)
    parts = [_rule(said, was.verdict, before, after)] if said != was.verdict else []
    together = together or bool(parts and names)
    by_cause: dict[str, list[str]] = {}
    for name in names:
        by_cause.setdefault(CAUSES[name], []).append(name)
    parts += [Part(cause, why(cause, pair)) for cause in by_cause]
    if not parts:  # no ingredient alone or together: the days are all that is left
        parts = [Part("time passed", now.reason)]
    words = {part.cause for part in parts}
    cause = words.pop() if len(words) == 1 else SEVERAL
    return Change(now.target, said, now.verdict, cause, tuple(parts), together, now)


def _by_goals_that_held(pair: Pair) -> tuple[InForce, InForce]:
    """Both sides of a pair with the goals by which their figures were judged.

    A goal that was softened is applied to figures from its announcement on: it is the first of
    these that brings it into force, however long ago it was announced.
    """
    assert pair.older is not None and pair.newer is not None and pair.before is not None  # noqa: PT018, S101
    held = pair.older.path_goal, pair.newer.path_goal
    if held == (None, None):
        return pair.before, pair.after
    sides = [
        side if goal is None else replace(side, target=_as_when(side.target, goal))
        for side, goal in zip((pair.before, pair.after), held, strict=True)
    ]
    return sides[0], sides[1]


def _as_when(target: Target, goal: Goal) -> Target:
    """A target as if no goal had been announced after this one."""
    goals = tuple(each for each in target.goals if announcement(each) <= announcement(goal))
    return replace(target, goals=goals)


def _rule(said: str, judged: str, before: Side, after: Side) -> Part:
    """Today's rules say other than the stored report about the same records and days.

    If the rules are the same, the records are not: the past was restated since.
    """
    facts: dict[str, Fact] = {"said": said, "judged": judged}
    if before.version == after.version:
        return Part("revised data", because("cause-unlike", **facts))
    versions: dict[str, Fact] = {"version": before.version, "current": after.version}
    return Part(RULE_CHANGED, because("cause-rule", **facts, **versions))
