"""A goal in words."""

from __future__ import annotations

from kpi.facts.periods import Period
from kpi.facts.records import Goal, Target
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase


def aim(goal: Goal, target: Target, lang: str) -> str:
    """A goal of a target in one line: "at least 30 % by 2030", "at least KRW 2 tn in 2026"."""
    return timed(asked(goal, target, lang), goal, target, lang)


def asked(goal: Goal, target: Target, lang: str) -> str:
    """What a goal asks for, without its deadline: "at least 30 %", "to be done"."""
    if isinstance(goal.value, bool):
        return phrase("to_be_done", lang)
    value = words.figure(goal.value, target.unit, lang)
    return phrase(f"aim {goal.comparator}", lang, value=value)


def timed(asked: str, goal: Goal, target: Target, lang: str) -> str:
    """What is `asked`, which may be left unsaid, with the deadline of its goal."""
    if goal.by is None:
        return ", ".join(filter(None, (asked, phrase("no_deadline", lang))))
    by = when(goal.by, target, lang)
    return " ".join(filter(None, (by, asked) if lang == "ko" else (asked, by)))


def when(by: Period, target: Target, lang: str) -> str:
    """The deadline of a goal: "by 2030"; "in 2026" of an amount in that year."""
    key = "within" if target.kind == "annual" else "by"
    return phrase(key, lang, by=words.period(by, lang))
