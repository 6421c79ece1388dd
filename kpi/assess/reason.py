"""Why a verdict or a rule says what it says, as data: a key and the facts that go with it.

The sentences, in every language, are in `render/wording/sentences.py`; a test holds each key
against them.
"""

from __future__ import annotations

import datetime as dt

from kpi.facts.periods import Period
from kpi.values import dataclass, replace

Fact = str | float | int | bool | None | dt.date | Period | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence to be said: its key in the catalogue of words, and what fills its gaps.

    `then` are sentences that must follow wherever this one is said.
    """

    key: str
    facts: tuple[tuple[str, Fact], ...]
    then: tuple[Reason, ...] = ()

    def followed_by(self, *reasons: Reason) -> Reason:
        """The same, with more sentences that must follow it."""
        return replace(self, then=(*self.then, *reasons)) if reasons else self


def because(key: str, **facts: Fact) -> Reason:
    """The reason `key` with its facts, in a fixed order so that equal reasons are equal."""
    return Reason(key, tuple(sorted(facts.items())) if facts else ())
