"""A goal in words."""

from __future__ import annotations

from kpi.facts.periods import Period
from kpi.facts.records import Goal, Target
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase


def aim(goal: Goal, target: Target, lang: str) -> str:
    """A goal of a target in one line: "at least 30 % by 2030", "at least KRW 2 tn in 2026"."""
    if isinstance(goal.value, bool):
        text = phrase("to_be_done", lang)
    else:
        text = phrase(
            "aim " + goal.comparator, lang, value=words.figure(goal.value, target.unit, lang)
        )
    if goal.by is None:
        return f"{text}, {phrase('no_deadline', lang)}"
    by = when(goal.by, target, lang)
    return f"{by} {text}" if lang == "ko" else f"{text} {by}"


def when(by: Period, target: Target, lang: str) -> str:
    """The deadline of a goal: "by 2030"; "in 2026" of an amount in that year."""
    key = "within" if target.kind == "annual" else "by"
    return phrase(key, lang, by=words.period(by, lang))
