"""A goal in words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

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
    asked = phrase(f"aim {goal.comparator}", lang, value=amount(goal, target, lang))
    return phrase("aim_kept", lang, aim=asked) if target.direction == "keep" else asked


def amount(
    goal: Goal,
    target: Target,
    lang: str,
    written: Callable[[Decimal, str, str], str] = words.figure,
) -> str:
    """What a goal asks for, without its comparator: "30 %", "437 (-40 % from 2018)"."""
    if isinstance(goal.value, bool):
        return ""
    value = written(goal.value, target.unit, lang)
    if goal.change is None or target.baseline is None:
        return value
    since = words.period(target.baseline.period, lang)
    change = words.growth(f"{goal.change:+f} %", lang)
    return phrase("changed_since", lang, value=value, change=change, period=since)


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
