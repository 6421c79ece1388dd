"""A goal in words."""

from __future__ import annotations

from kpi.facts.records import Goal
from kpi.render.wording import words
from kpi.render.wording.phrases import phrase


def aim(goal: Goal, unit: str, lang: str) -> str:
    """A goal in one line: "at least 30 % by 2030"."""
    if isinstance(goal.value, bool):
        what = phrase("to_be_done", lang)
    else:
        what = phrase("aim " + goal.comparator, lang, value=words.figure(goal.value, unit, lang))
    if goal.by is None:
        return f"{what}, {phrase('no_deadline', lang)}"
    by = phrase("by", lang, by=words.period(goal.by, lang))
    return f"{by} {what}" if lang == "ko" else f"{what} {by}"
