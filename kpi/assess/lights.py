"""A verdict: its word, its light and why."""

from __future__ import annotations

from kpi.assess.reason import Reason
from kpi.facts.records import Observation
from kpi.values import dataclass, replace

#: Every verdict and its light.
LIGHTS = {
    "met": "good",
    "on track": "good",
    "done": "good",
    "possible": "mixed",
    "met, slipping": "mixed",
    "done late": "mixed",
    "behind": "bad",
    "stalled": "bad",
    "wrong way": "bad",
    "missed": "bad",
    "overdue": "bad",
    "no data": "unknown",
    "baseline only": "unknown",
    "no path": "unknown",
    "awaiting data": "unknown",
    "cannot judge": "unknown",
    "pending": "unknown",
    "open": "unknown",
    "under way": "unknown",
    "dropped": "closed",
    "resolved otherwise": "closed",
}
#: How the keys of those reasons end that hold a value against a path.
COMPARED = ("-band", "-path", "-near", "-one")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word of LIGHTS and why.

    `figures` are those on which it rests, where that is not the latest one alone.
    """

    word: str
    reason: Reason
    figures: tuple[Observation, ...] = ()

    def followed_by(self, *reasons: Reason) -> Verdict:
        """The same, with more sentences that must follow its reason."""
        return replace(self, reason=self.reason.followed_by(*reasons)) if reasons else self

    @property
    def light(self) -> str:
        return LIGHTS[self.word]
