"""What is said of all targets together: how many have current data, each light, and the clocks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kpi.assess.board import Board
from kpi.assess.flags import SETTLED
from kpi.assess.status import Status
from kpi.render.look import Look
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase
from kpi.render.wording.vocabulary import FLAGS, LIGHTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object  # see `store.trees`

#: Among what a target lacks: nothing, for it was closed.
CLOSED = "closed"
#: And that it has no cadence: nobody can tell whether its data are current, and they count as such.
AGELESS = "ageless"


def blind_spots(board: Board, lang: str = "en") -> str:
    """How many targets have current data, and what the others lack.

    This is the first line of everything: missing data never hide behind the verdicts.
    """
    return blind_spots_of(list(map(lacking, board.statuses)), board.observations, lang)


def blind_spots_of(lacks: Sequence[str], observations: int, lang: str) -> str:
    """The same of what each target lacks, without a board."""
    count = len(lacks)
    if not count:
        return phrase("empty" if observations else "blind_none", lang)
    untold, closed = lacks.count(AGELESS), lacks.count(CLOSED)
    current = lacks.count("") + untold
    first = phrase("blind", lang, current=current, of=count)  # one wording, also of one target
    first += phrase("blind_ageless", lang, n=untold) if untold else ""
    rest = ", ".join(how_often(lack(kind, lang), n, lang) for kind, n in _by_number(lacks))
    return "; ".join([
        first,
        *([phrase("blind_rest", lang, rest=rest)] if rest else []),
        *([how_often(light_name(CLOSED, lang), closed, lang)] if closed else []),
    ])  # fmt: skip


def lacking(status: Status) -> str:
    """Why a target has no current data: "stale", or the verdict that says so; empty if it has.

    Of a closed one none is asked for: it is told apart. So is one whose data count as current for
    want of a cadence.
    """
    return CLOSED if status.closed else AGELESS if ageless(status) else status.lacks


def ageless(status: Status) -> bool:
    """Whether data count as current only because nobody can tell their age: there is no cadence,
    and another figure may come that counts."""
    target, latest, due = status.target, status.latest, status.goal.due
    if latest is None or not status.current or target.cadence is not None:
        return False
    waits = target.kind in ("level", "total") and status.verdict not in SETTLED
    return waits and (due is None or latest.period.end < due)


def _by_number(lacks: Iterable[str]) -> list[tuple[str, int]]:
    """The kinds of blind spots, by how often they occur."""
    kinds = Counter(kind for kind in lacks if kind not in ("", CLOSED, AGELESS))
    return sorted(kinds.items(), key=lambda item: (-item[1], item[0]))


def lack(kind: str, lang: str) -> str:
    """The word for a kind of blind spot: a flag or a verdict."""
    return FLAGS[kind][0] if kind in FLAGS and lang == "ko" else words.verdict(kind, lang)


def light_name(light: str, lang: str) -> str:
    """The word of a light."""
    return LIGHTS[light][3] if lang == "ko" else light


def lights(counts: Mapping[str, int], look: Look) -> str:
    """How many targets have each light: "● 2 good · ◐ 2 mixed"; also the legend of the signs."""
    parts = (
        f"{words.colored(words.sign(light, look), light, look)}"
        f" {how_often(light_name(light, look.lang), counts[light], look.lang)}"
        for light in LIGHTS
        if counts.get(light)
    )
    return " · ".join(parts)


def how_often(name: str, n: int, lang: str) -> str:
    """A name with how often it occurs: "3 stale", "오래된 자료 3"."""
    return f"{name} {n}" if lang == "ko" else f"{n} {name}"


class Clocked(Protocol):
    """A board, or what is told of one: for and from which day, and at which revision if any."""

    @property
    def on(self) -> dt.date: ...
    @property
    def as_of(self) -> dt.date: ...
    @property
    def at(self) -> str | None: ...


def clocks(one: Clocked, lang: str = "en") -> str:
    """The days for which and from which is judged, and the revision if one was named."""
    return " · ".join([phrase("clocks", lang, on=one.on.isoformat()), *other_clocks(one, lang)])


def other_clocks(one: Clocked, lang: str) -> list[str]:
    """What else must be said of the clocks beside the day that is judged: nothing as a rule."""
    parts = []
    if one.as_of != one.on:
        parts.append(phrase("clock_as_of", lang, as_of=one.as_of.isoformat()))
    if one.at:
        parts.append(phrase("clock_at", lang, at=words.safe(one.at)))
    return parts
