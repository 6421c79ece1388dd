"""What a published rule is, and what it says of one case.

A rule is a table of cuts, the quoted sentence it stands on, and a pure function from a Case to a
Reading. `catalogue.py` is the list of them; documentation, tests and the panel draw from it.
"""

from __future__ import annotations

import math

from kpi.assess.case import SAME, Case
from kpi.assess.reason import Reason
from kpi.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, Protocol

    #: How much of a rule's arithmetic is kept: all its steps, what went in, or the result alone.
    Detail = Literal["steps", "inputs", "result"]

    class Judge(Protocol):
        """What a rule says of a case; in `brief` what `in_detail("result")` leaves of it."""

        def __call__(self, case: Case, brief: bool = False) -> Reading: ...


GOOD, MIXED, BAD, UNKNOWN = "good", "mixed", "bad", "unknown"


@dataclass(frozen=True, slots=True)
class Cut:
    """One row of a rule's table: the class that holds from `at` on, best class first.

    `strict` says that the value must lie beyond `at`, not on it. `falling` says that smaller is
    better, so that the class holds up to `at`. The last row of the numbers has no `at` and holds
    for all the rest. A class that does not hang on the number alone has no `at` either; when it
    holds stands in `says`, which is also given where the number needs a word beside it.
    """

    klass: str
    light: str
    at: float | None = None
    strict: bool = False
    falling: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic: what it is, the formula in letters, the numbers, the result.

    `name` is a key of the catalogue of words (`step-` before it). `formula` names the letters in
    braces, `{c} / {b}`, and `letters` holds their values.
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

    def figures(self) -> dict[str, float | str | None]:
        """The inputs by name; a rule that looks at the last years alone has their start as base.

        So whoever works the rules out anew finds the same six figures for each.
        """
        inputs = dict(self.inputs)
        if "window_start" not in inputs:
            return inputs
        return {"base": inputs["window_start"], "base_date": inputs["window_start_date"], **inputs}

    def in_detail(self, detail: Detail) -> Reading:
        """The reading without what is not asked for; the steps are most of it."""
        if detail == "steps":
            return self
        inputs = self.inputs if detail == "inputs" else ()
        return Reading(
            self.method, self.value, self.klass, self.light, self.reason, self.margin, inputs=inputs
        )


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
    judge: Judge
    #: Which of the three causes of disagreement the rule stands for: the shape it assumes
    #: (linear | geometric | path), the window it looks at (base | recent), and its yardstick
    #: (rate | level | gap).
    shape: str
    window: str
    yardstick: str
    decided: tuple[str, ...] = ()  # where the source is silent, what we decided


def classify(value: float, cuts: tuple[Cut, ...]) -> Cut:
    """The first row of `cuts` that `value` reaches; the first row without `at` holds for the rest.

    A value exactly on a cut stays on it whatever the last bits of the arithmetic say.

    >>> table = (Cut("on track", GOOD, 1.0), Cut("behind", BAD))
    >>> classify(0.1 / (0.8 - 0.1) * 7, table).klass  # 0.9999999999999999 in floats
    'on track'
    """
    for cut in cuts:
        if cut.at is None:
            return cut
        if math.isclose(value, cut.at, rel_tol=SAME, abs_tol=SAME):
            if not cut.strict:
                return cut
        elif (value < cut.at) if cut.falling else (value > cut.at):
            return cut
    raise AssertionError("the last row of a table of cuts has no `at`")


def margin(value: float, cuts: tuple[Cut, ...]) -> float:
    """Distance from `value` to the nearest cut of the table, in the rule's own unit."""
    return min([abs(value - cut.at) for cut in cuts if cut.at is not None])


def named(klass: str, cuts: tuple[Cut, ...]) -> Cut:
    """The row of `cuts` that has this class."""
    return next(cut for cut in cuts if cut.klass == klass)
