"""The versions of a file of facts: which of them first held a fact, and which changed it since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kpi.facts.records import Observation

#: What makes two observations the same fact: target, series, period, publication, correction.
Key = tuple[str, str, str, dt.date, int]


def key_of(fact: Observation) -> Key:
    """By what a fact is known, whatever it says."""
    return fact.target, fact.series, fact.period.text, fact.published, fact.revision


def editions(versions: Iterable[Iterable[Observation]]) -> dict[Key, tuple[int, int | None]]:
    """For each fact of the last version the first that held it, and the last that changed it.

    Versions are counted from 0, the oldest, and read under one name; no more than two of them are
    held at a time. A fact that was taken out and came again is a new one.
    """
    known: dict[Key, tuple[int, int | None]] = {}
    before: dict[Key, Observation] = {}
    for nth, facts in enumerate(versions):
        now = {key_of(fact): fact for fact in facts}
        for key, fact in now.items():
            if key not in before:
                known[key] = nth, None
            elif before[key] != fact:
                known[key] = known[key][0], nth
        known = {key: known[key] for key in now}
        before = now
    return known
