"""What a published rule is, and what it says of one case.

A rule is a table of cuts, the quoted sentence it stands on, and a pure function from a Case to a
Reading. `catalogue.py` is the list of them; documentation, tests and the panel draw from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kpi.assess.case import Case
from kpi.assess.reason import Reason

GOOD, MIXED, BAD, UNKNOWN = "good", "mixed", "bad", "unknown"


@dataclass(frozen=True, slots=True)
class Cut:
    """One row of a rule's table: the class that holds from `at` on, best class first.

    `strict` says that the value must lie beyond `at`, not on it; the last row has no `at`.
    """

    klass: str
    light: str
    at: float | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic: what it is, the formula in letters, the numbers, the result.

    `formula` names the letters in braces, `{c} / {b}`, and `letters` holds their values.
    """

    name: str
    formula: str
    letters: tuple[tuple[str, float], ...]
    result: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule says of a case. What does not apply has a reason and neither value nor class.

    `value` is in the rule's own unit (see its Rule). `margin` is the distance from `value` to the
    nearest cut, in the same unit, never negative. `inputs` names the numbers and dates that went
    in, in the order of the formula. `reason` may also be given where the rule applies, if its
    class does not follow from the table alone (a goal that is already met, for example).
    """

    method: str
    value: float | None = None
    klass: str | None = None
    light: str = UNKNOWN
    reason: Reason | None = None
    margin: float | None = None
    steps: tuple[Step, ...] = ()
    inputs: tuple[tuple[str, float | str | None], ...] = ()

    @property
    def applies(self) -> bool:
        """Whether the rule has a class for the case."""
        return self.klass is not None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule is published. `confirmed` is False where its text could not be read by us."""

    publisher: str
    title: str
    year: str
    section: str
    quote: str = ""
    url: str = ""
    confirmed: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A published rule: its name, its measure, its cuts, its sources and its function."""

    name: str
    title: str
    measure: str  # what `value` is and in which unit, in words
    formula: str
    cuts: tuple[Cut, ...]
    sources: tuple[Source, ...]
    judge: Callable[[Case], Reading]
    #: Which of the three causes of disagreement the rule stands for: the shape it assumes
    #: (linear | geometric | path), the window it looks at (base | recent), and its yardstick
    #: (rate | level | gap).
    shape: str
    window: str
    yardstick: str
    decided: tuple[str, ...] = field(default=())  # where the source is silent, what we decided


def classify(value: float, cuts: tuple[Cut, ...]) -> Cut:
    """The first row of `cuts` that `value` reaches; the last row holds for all the rest."""
    for cut in cuts:
        if cut.at is None or value > cut.at or (value == cut.at and not cut.strict):
            return cut
    raise AssertionError("the last row of a table of cuts has no `at`")


def margin(value: float, cuts: tuple[Cut, ...]) -> float:
    """Distance from `value` to the nearest cut of the table, in the rule's own unit."""
    return min(abs(value - cut.at) for cut in cuts if cut.at is not None)
