"""The versions of a file of facts: which of them first held a fact, and which changed it since."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from kpi.facts.records import Observation

#: What makes two observations the same fact: target, series, period, publication, correction.
Key = tuple[str, str, str, dt.date, int]
#: When a version was made, and which ones it was made from, by their places among all.
Origin = tuple[dt.datetime, tuple[int, ...]]
#: Of a fact the version that first held it, and the last that changed it, if one did.
Edition = tuple[int, int | None]
#: A fact as a version says it, and its edition by then.
_Told = tuple[Observation, int, int | None]


def key_of(fact: Observation) -> Key:
    """By what a fact is known, whatever it says."""
    return fact.target, fact.series, fact.period.text, fact.published, fact.revision


def editions(
    versions: Iterable[Iterable[Observation]], origins: Sequence[Origin]
) -> dict[Key, Edition]:
    """For each fact of the last version the first that held it, and the last that changed it.

    Versions are counted from 0, each after those that it was made from, and read under one name; no
    more of them are held than others are still made from. A fact that was taken out and came again
    is a new one. Of what two branches brought, the earlier one counts.
    """
    waited = Counter(place for _, before in origins for place in before)
    held: dict[int, dict[Key, _Told]] = {}
    last: dict[Key, _Told] = {}
    for nth, (facts, (_, before)) in enumerate(zip(versions, origins, strict=True)):
        last = {}
        for fact in facts:
            key = key_of(fact)
            known = [held[place][key] for place in before if key in held[place]]
            same = [one for one in known if one[0] == fact]
            _, first, changed = min(
                same or known, key=lambda one: origins[one[1]][0], default=(fact, nth, None)
            )
            last[key] = fact, first, changed if same or not known else nth
        held[nth] = last
        waited.subtract(before)
        for place in [place for place in held if not waited[place]]:
            del held[place]
    return {key: (first, changed) for key, (_, first, changed) in last.items()}
