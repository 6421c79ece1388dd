"""Reasons as sentences: why a verdict, what a flag means, why a rule does not apply.

`sentences` holds what can be said; here the gaps are filled with the numbers, days and words of a
reason. Apart from `words`, because a table of standing gives no reasons.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from kpi.assess.reason import Fact, Reason, because
from kpi.facts.periods import Period
from kpi.render.wording import apart, words
from kpi.render.wording.digits import Number
from kpi.render.wording.particles import filled
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import bound_said
from kpi.render.wording.titles import titled
from kpi.render.wording.vocabulary import FLAGS, STATUSES_KO, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.assess.status import Status

#: Sentences that say more than the goal's amount themselves, or name an older goal.
_SAYS_WHOSE = ("promised-", "about-", "by-older-goal", "by-earlier-goal")
#: A margin below this is what floats make of none.
_NO_MARGIN = 1e-9


def why(status: Status, lang: str = "en") -> str:
    """The reason of a verdict: of a value that is not quite its goal it does not say the goal."""
    goal = status.goal
    return say(_with_titles(status, lang), status.target.unit, lang, goal.value, goal.comparator)


def _with_titles(status: Status, lang: str) -> Reason:
    """The reason of a verdict, its series by their titles: an id tells a reader nothing."""
    reason = status.reason
    if all(name != "series" for name, _ in reason.facts):
        return reason
    titles = {series.id: titled(series, lang) for series in status.target.series}

    def said(id_: str) -> str:
        title = titles.get(id_)
        return f"{title} ({id_})" if title and title != id_ else id_

    facts = dict(reason.facts)
    named = facts["series"]
    facts["series"] = tuple(map(said, named)) if isinstance(named, tuple) else said(str(named))
    return because(reason.key, **facts).followed_by(*reason.then)


def say(
    reason: Reason, unit: str = "", lang: str = "en", aim: Decimal | bool | None = None,
    comparator: str = "",
) -> str:  # fmt: skip
    """`reason` as a sentence, its numbers in the target's unit, or in that which it names.

    What must follow it follows. A flag without a sentence of its own says what such a flag means;
    a key without any sentence shows itself and its facts, so that nothing is silent. `aim` is the
    goal, of which no value that is another looks like it; where its `comparator` asks for more than
    the goal itself, or for less, so does the goal that is named.
    """
    sentences = [_sentence(each, unit, lang, aim, comparator) for each in (reason, *reason.then)]
    return " ".join(sentences)


def _sentence(
    reason: Reason, unit: str, lang: str, aim: Decimal | bool | None, comparator: str
) -> str:
    unit = next((str(fact) for name, fact in reason.facts if name == "unit"), unit)
    more = apart.of_reason(reason, aim, lambda value, more: words.amount(value, unit, lang, more))
    gaps = {name: _Gap(fact, unit, lang, more) for name, fact in reason.facts}
    own = aim is not None and dict(reason.facts).get("goal") == float(aim)
    if own and not reason.key.startswith(_SAYS_WHOSE):
        gaps["goal"].comparator = comparator
    from kpi.render.wording.sentences import SENTENCES  # a table gives no reasons

    if reason.key in SENTENCES:
        return filled(SENTENCES[reason.key][lang == "ko"], gaps)
    if words.flag_name(reason) in FLAGS:
        return FLAGS[words.flag_name(reason)][1 + (lang == "ko")]
    facts = ", ".join(f"{name} {gap:}" for name, gap in gaps.items())
    return words.safe(reason.key) + (f" ({facts})" if facts else "")


class _Gap:
    """A fact that writes itself as the format of its gap says."""

    def __init__(self, fact: Fact, unit: str, lang: str, more: int) -> None:
        self.fact, self.unit, self.lang, self.more = fact, unit, lang, more
        self.comparator = ""  # of a goal

    def __format__(self, spec: str) -> str:
        fact, unit, lang = self.fact, self.unit, self.lang
        if fact is None:
            return phrase("none", lang)
        name, *forms = spec.split("|")
        if name == "plural" and isinstance(fact, int):
            return f"{fact} {forms[fact != 1]}"
        if name == "often" and isinstance(fact, int):
            return {1: "once", 2: "twice"}.get(fact, f"{fact} times")
        if isinstance(fact, bool):
            return words.yes_no(fact, lang)
        if isinstance(fact, Period):
            when = ("on " if fact.kind == "day" else "in ") if name == "when" else ""
            return (when if lang == "en" else "") + words.period(fact, lang)
        if isinstance(fact, dt.date):
            return words.day(fact, lang)
        if isinstance(fact, tuple):
            return ", ".join(_TEXT.get(name, _text)(text, lang) for text in fact)
        if isinstance(fact, str):
            return _TEXT.get(name, _text)(fact, lang)
        if name == "amount" and self.comparator in ("<", ">"):
            value = _AMOUNTS[name](fact, unit, lang, self.more)
            return phrase(f"aim {self.comparator}", lang, value=value)
        if name in _AMOUNTS:
            return _AMOUNTS[name](fact, unit, lang, self.more)
        return _NUMBER[name](fact, unit, lang)


_AMOUNTS = {"amount": words.amount, "first": words.first, "last": words.last}


def _text(text: str, lang: str) -> str:
    """A word of the data; statuses and lengths of time are ours, and are translated."""
    if lang != "ko":
        return words.safe(text)
    count, _, unit = text.partition(" ")
    if count.isdecimal() and unit.removesuffix("s") in _SPANS_KO:
        return count + _SPANS_KO[unit.removesuffix("s")]
    return words.safe(word(STATUSES_KO, text, lang))


_SPANS_KO = {"day": "일", "week": "주", "month": "개월", "year": "년"}


def _key(name: str, lang: str) -> str:
    from kpi.render.wording.history_sentences import key  # which a table does not load

    return key(name, lang)


_TEXT: dict[str, Callable[[str, str], str]] = {
    "": _text, "verdict": words.verdict, "class": words.klass, "shape": words.shape,
    "bound": bound_said, "key": _key, "growth": words.growth,
}  # fmt: skip


def _whole(count: int, lang: str) -> str:
    """A count; of thousands, Korean divides them as it does those of figures: "1,057일"."""
    return f"{count:,}" if lang == "ko" else str(count)


def _border(margin: Number, unit: str, lang: str) -> str:
    """How near a class's border is; where no digit can be shown, the value is on it."""
    if float(margin) < _NO_MARGIN:
        return phrase("border_on", lang)
    return phrase("border_near", lang, margin=words.number(margin))


#: Of what is neither above nor below, and of the two that are.
_SIDES = (("from", "above", "below"), ("다른", "높은", "낮은"))

_NUMBER: dict[str, Callable[[Number, str, str], str]] = {
    "": lambda x, unit, lang: _whole(x, lang) if isinstance(x, int) else words.number(x),
    "change": words.change, "rate": words.rate,
    "size": lambda x, unit, lang: words.change(x, unit, lang).lstrip("+-"),
    "side": lambda x, unit, lang: _SIDES[lang == "ko"][(x > 0) - (x < 0)],
    "percent": lambda x, unit, lang: words.percent(x, lang),
    "number": lambda x, unit, lang: words.number(x),
    "months": lambda x, unit, lang: words.months(x, lang),
    "odds": lambda x, unit, lang: words.odds(float(x), lang), "border": _border,
    "times": lambda x, unit, lang: words.number(x, most=1),
}  # fmt: skip
