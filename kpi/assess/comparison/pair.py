"""One target on two sides of a comparison: what was said and known of it then and now."""

from __future__ import annotations

from kpi.assess.comparison.causes import Facts, InForce, name_of
from kpi.assess.status import Status
from kpi.facts.records import Observation, Target
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """Another value for a period that had one; `after` is None for a record that was taken away.

    `old` is the target as it was before, in whose unit the value before is.
    """

    target: Target
    before: Observation
    after: Observation | None
    old: Target

    @property
    def edited(self) -> bool:
        """Whether the record itself says something else: nothing was published since."""
        return self.after is not None and name_of(self.after) == name_of(self.before)


@dataclass(frozen=True, slots=True)
class Pair:
    """A target of the book after, and the same one before, as far as it was there."""

    older: Status | None
    newer: Status | None
    before: InForce | None
    after: InForce
    facts: Facts
    revisions: tuple[Revision, ...]
