"""A published rule as a row of words, and how far the rules agree."""

from __future__ import annotations

from collections import Counter
from math import isclose

from kpi.assess.case import SAME
from kpi.assess.methods.catalogue import BY_NAME
from kpi.assess.methods.rule import UNKNOWN, Reading
from kpi.assess.status import Status
from kpi.render.look import Look
from kpi.render.wording import reasons, words
from kpi.render.wording.apart import decimals
from kpi.render.wording.goals import aim
from kpi.render.wording.overview import light_name
from kpi.render.wording.phrases import phrase
from kpi.render.wording.vocabulary import CAUSES, LIGHTS

#: The columns of a row, by their keys in the vocabulary, and how each is aligned.
HEADS = ("rule", "measure", "class", "next_cut")
ALIGNS = ("left", "right", "left", "right")
#: Digits of a figure that goes into a rule beyond those of a sentence: the rule can be done again.
MORE = 5


def row(reading: Reading, status: Status, look: Look) -> tuple[str, ...]:
    """One rule: its name, its value, its class with its sign, and the distance to the next cut.

    A rule that does not apply gives its reason in place of a class.
    """
    unit, lang = status.target.unit, look.lang
    if reading.klass is None:
        why = reasons.say(reading.reason, unit, lang) if reading.reason else ""
        text = phrase("does_not_apply", lang)
        return (reading.method, "", f"{words.sign('closed', look)} {text}: {why}", "")
    value, margin = number(reading, unit, lang), ""
    if reading.margin is not None:
        margin = measure(reading, reading.margin, unit, lang).removeprefix("+")
    klass = f"{words.sign(reading.light, look)} {words.klass(reading.klass, lang)}"
    if reading.reason is not None:
        klass += f" ({reasons.say(reading.reason, unit, lang)})"
    return (reading.method, value, klass, margin)


def measure(reading: Reading, value: float | None, unit: str, lang: str) -> str:
    """A rule's number: a gap in the target's unit, all others without one."""
    if value is None:
        return ""
    if reading.method == "on-path":
        return words.change(value, unit, lang)
    return words.number(value, most=3) if abs(value) < 1e6 else words.number(value)


def number(reading: Reading, unit: str, lang: str) -> str:
    """The number of a rule; where it is not on a cut of its classes, it does not look like it."""
    value = reading.value
    if value is None or reading.method == "on-path" or abs(value) >= 1e6:
        return measure(reading, value, unit, lang)
    cuts = (cut.at for cut in BY_NAME[reading.method].cuts if cut.at is not None)
    other_cuts = [cut for cut in cuts if not isclose(cut, value, abs_tol=SAME)]
    return decimals(value, other_cuts, 3)


def verdict_on_split(status: Status, lang: str) -> str:
    """How many rules agree, and why the others do not."""
    split = status.split
    if split is None or not split.of:
        return ""
    if split.agree == split.of:
        text = phrase("agreed" if split.of > 1 else "agreed_one", lang, of=split.of)
    else:
        text = phrase("split", lang, agree=split.agree, of=split.of)
        text = f"{text}: {apart(status, lang)}"
    older = status.path_goal
    if older is None:
        return text
    goals = {"aim": aim(status.goal, status.target, lang), "older": aim(older, status.target, lang)}
    return f"{text}. {phrase('rules_by', lang, **goals)}"


def grounds(status: Status, lang: str) -> list[str]:
    """What the rules that say something go by, and which; a line for those that share it."""
    rules: dict[str, list[str]] = {}
    for reading in status.readings:
        if reading.applies and reading.inputs:
            rules.setdefault(_ground(reading, status.target.unit, lang), []).append(reading.method)
    return [f"{ground}: {', '.join(methods)}" for ground, methods in rules.items()]


def _ground(reading: Reading, unit: str, lang: str) -> str:
    """The value at the start, the latest one and the goal, each with its day."""
    figures, gap = reading.figures(), "" if lang == "ko" else " "
    said = {}
    for name in ("base", "current", "goal"):
        value, day = figures.get(name), figures.get(f"{name}_date")
        if value is not None and not isinstance(value, str):
            said[name] = words.amount(value, unit, lang, MORE) + (f"{gap}({day})" if day else "")
    goal = said.pop("goal", "")
    return phrase("went_in", lang, way=" → ".join(said.values()), goal=goal)


def apart(status: Status, lang: str) -> str:
    """What the rules say where they split, the most common light first, and why.

    How many agree is no agreement with the headline: "split 4/6" may stand beside `on track`.
    """
    counts = Counter(r.light for r in status.readings if r.light != UNKNOWN)
    said = (
        phrase(
            "lights_first" if rank == 0 else "lights_more", lang, n=n, light=light_name(light, lang)
        )
        for rank, (light, n) in enumerate(sorted(counts.items(), key=_most_common))
    )
    name = status.split.cause if status.split else None
    why = CAUSES[name][lang == "ko"] if name in CAUSES else ""
    return "; ".join(filter(None, (", ".join(said), why)))


def _most_common(counted: tuple[str, int]) -> tuple[int, int]:
    """The order of lights by how many rules say them, and of as many from good to bad."""
    light, n = counted
    return -n, list(LIGHTS).index(light)
