"""All rounding and all wording of numbers, units and dates: the one home of both.

A machine gets full precision elsewhere; everything here is for people. Numbers are rounded half
up in decimal, from the digits that Python itself shows, so that 0.125 is 0.13 and never 0.12.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal

from kpi.assess.reason import Fact, Reason
from kpi.facts.periods import Period
from kpi.facts.scales import POWERS as _POWERS
from kpi.render.look import Look
from kpi.render.wording.particles import filled
from kpi.render.wording.phrases import phrase
from kpi.render.wording.sentences import SENTENCES
from kpi.render.wording.signs import bound as bound
from kpi.render.wording.signs import plain as plain
from kpi.render.wording.signs import safe as safe
from kpi.render.wording.vocabulary import (
    CLASSES,
    CURRENCIES,
    FLAGS,
    LIGHTS,
    ODDS,
    SHAPES,
    STATUSES_KO,
    TITLES,
    VERDICTS,
    word,
)

Number = Decimal | float | int

_WIDE, _FEW = (Context(prec=digits, rounding=ROUND_HALF_UP) for digits in (400, 3))
_PLACES = tuple(Decimal(1).scaleb(-n) for n in range(30))

_KOREAN_MONEY = {"원": 0, "만원": 4, "백만원": 6, "억원": 8, "조원": 12}
_SCALES = {
    "en": ((0, ""), (6, " mn"), (9, " bn"), (12, " tn")),
    "ko": ((0, ""), (4, "만"), (8, "억"), (12, "조")),
}


# --- numbers ----------------------------------------------------------------------------------


def decimal(value: Number) -> Decimal:
    """`value` as the decimal that Python shows: 0.1 is 0.1."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def fixed(value: Number, places: int, sign: bool = False) -> str:
    """`value` with exactly `places` decimals and thousands separators, never "-0".

    >>> fixed(0.125, 2), fixed(-0.04, 1), fixed(1234.5, 0)
    ('0.13', '0.0', '1,235')
    """
    exact = fixed_to(value, places)
    return format(exact or abs(exact), "+,f" if sign and exact else ",f")


def number(value: Number, sign: bool = False) -> str:
    """`value` with three or four digits that count: 4.51, 23.6, 123.5, 1,235, 0.0123.

    >>> number(9.996), number(-23.64), number(0.00012345)
    ('10', '-23.6', '0.000123')
    """
    exact = decimal(value)
    power = exact.adjusted() if exact else 0
    if not -7 < power < 15:
        return f"{_FEW.plus(exact):{'+' if sign else ''}e}".replace("e+", "e")
    places = 0 if power >= 3 else 1 if power >= 1 else 2 - power
    text = fixed(exact, places, sign)
    return text.rstrip("0").rstrip(".") if "." in text else text


def exactly(value: Decimal) -> str:
    """A recorded figure with the digits it was recorded with, and thousands separators."""
    return f"{value:,f}" if -12 < value.adjusted() < 15 else number(value)


def ratio(value: Number) -> str:
    """A ratio, with two decimals."""
    return fixed(value, 2)


def percent(share: Number, lang: str = "en") -> str:
    """A share of one as a percentage: 0.186 is "19 %"; a whole number from ten upwards.

    >>> percent(0.186), percent(0.0249), percent(0.0249, "ko")
    ('19 %', '2.5 %', '2.5%')
    """
    hundred = decimal(share) * 100
    text = fixed(hundred, 0) if abs(hundred) >= Decimal("9.95") else number(fixed_to(hundred, 1))
    return text + ("%" if lang == "ko" else " %")


def fixed_to(value: Number, places: int) -> Decimal:
    """`value` rounded half up to `places` decimals, as a number."""
    return decimal(value).quantize(_PLACES[places], ROUND_HALF_UP, _WIDE)


# --- units ------------------------------------------------------------------------------------


def is_percent(unit: str) -> bool:
    """Whether `unit` is a percentage, whose differences are percentage points."""
    return unit.split(" ")[0] in ("%", "percent")


def _money(unit: str) -> tuple[str, int] | None:
    """The currency of `unit` and the power of ten that it counts in; None if it is not money."""
    if unit.replace(" ", "") in _KOREAN_MONEY:
        return "KRW", _KOREAN_MONEY[unit.replace(" ", "")]
    code, _, scale = unit.partition(" ")
    if code in CURRENCIES and scale in {"": 0} | _POWERS:
        return code, _POWERS.get(scale, 0)
    return None


def _around(unit: str, values: tuple[Number, ...], lang: str) -> tuple[int, str, str, str]:
    """How values of `unit` are written: a shift of the point, before, after, and the scale word.

    The scale of money is chosen after rounding: 999.95 bn is 1 tn.
    """
    money = _money(unit)
    if money is None:
        if lang == "ko":
            from kpi.render.wording.korean.units import after_number

            return 0, "", after_number(unit, is_percent(unit)), ""
        name = "%" + unit.removeprefix("percent").removeprefix("%") if is_percent(unit) else unit
        return 0, "", f" {safe(name)}" if name else "", ""
    code, power = money
    top = max((abs(decimal(value)) for value in values), default=Decimal(0))
    limit = 10_000 if lang == "ko" else 1_000
    shift, scale = power, ""
    for down, name in _SCALES[lang]:
        shift, scale = power - down, name
        written = number(top.scaleb(shift, context=_WIDE)).replace(",", "")
        if Decimal(written) < limit:
            break
    if lang == "ko":
        return shift, "", f"{scale} {CURRENCIES[code]}".lstrip(), scale
    return shift, f"{code} ", scale, scale


def amount(value: Number | bool, unit: str, lang: str = "en") -> str:
    """A number with its unit: "6.4 %", "KRW 1.2 tn", "1.2조 원", "100 companies".

    >>> amount(1234, "KRW bn"), amount(1234, "KRW bn", "ko"), amount(6.4, "%")
    ('KRW 1.23 tn', '1.23조 원', '6.4 %')
    """
    if isinstance(value, bool):
        return phrase("true" if value else "false", lang)
    shift, before, after, _ = _around(unit, (value,), lang)
    return before + number(decimal(value).scaleb(shift, context=_WIDE)) + after


def figure(value: Decimal | bool, unit: str, lang: str = "en") -> str:
    """A recorded value with all its digits and its unit."""
    if isinstance(value, bool):
        return phrase("true" if value else "false", lang)
    shift, before, after, _ = _around(unit, (value,), lang)
    scaled = value.scaleb(shift, context=_WIDE) if shift else value
    if shift and value == value.to_integral_value():
        scaled = scaled.normalize(_WIDE)  # 1000 bn is 1 tn: its zeros were places, not digits
    return before + exactly(scaled) + after


def cell(values: tuple[Number, ...], unit: str, lang: str = "en", sign: bool = False) -> str:
    """One number or the range of two for a narrow column: "1.7–4.5 %", "1.2 tn", "+1.9…+4.7".

    Counts go without their unit and money without its currency; the page of the target has both.
    """
    shift, _, after, scale = _around(unit, values, lang)
    scaled = [decimal(v).scaleb(shift, context=_WIDE) for v in sorted(values)]
    shown = [number(scaled[0], sign)] if len(scaled) == 1 else _alike(scaled, sign)
    joined = ("…" if sign or shown[0].startswith("-") else "–").join(shown)
    if is_percent(unit):
        return joined + ("" if sign else after[: 2 - (lang == "ko")])
    return joined + scale


def _alike(values: list[Decimal], sign: bool) -> list[str]:
    """Two numbers with as many decimals as the larger one deserves; one, if they look the same."""
    top = max(map(abs, values))
    if not top or not -7 < top.adjusted() < 15:
        shown = [number(value, sign) for value in values]
    else:
        places = {0: 2, 1: 1, 2: 1}.get(top.adjusted(), 0 if top >= 1 else 2 - top.adjusted())
        shown = [fixed(value, places, sign) for value in values]
    if all(not text.partition(".")[2].strip("0") for text in shown):
        shown = [text.partition(".")[0] for text in shown]
    return list(dict.fromkeys(shown))


def axis(values: tuple[Number, ...], unit: str, lang: str = "en") -> list[str]:
    """The labels of an axis: all in one scale, with as many digits as tell them apart."""
    shift, _, after, scale = _around(unit, values, lang)
    mark = after[: 2 - (lang == "ko")] if is_percent(unit) else scale
    scaled = [decimal(v).scaleb(shift, context=_WIDE) for v in values]
    tries = [[number(v) for v in scaled], *([fixed(v, n) for v in scaled] for n in range(1, 9))]
    shown = next((one for one in tries if len(set(one)) == len(set(values))), tries[0])
    return [text + (mark if v else "") for text, v in zip(shown, values, strict=True)]


def change(value: Number, unit: str, lang: str = "en") -> str:
    """A difference with its sign: "+1.9 pp" for percentages, "+KRW 1.2 tn" for money.

    >>> change(1.89, "%"), change(1.89, "%", "ko"), change(-500, "companies")
    ('+1.89 pp', '+1.89%p', '-500 companies')
    """
    shift, before, after, _ = _around(unit, (value,), lang)
    text = number(decimal(value).scaleb(shift, context=_WIDE), sign=True)
    if is_percent(unit):
        return text + ("%p" if lang == "ko" else " pp")
    sign = text[:1] if text[:1] in "+-" else ""
    return sign + before + text.removeprefix(sign) + after


def rate(value: Number, unit: str, lang: str = "en") -> str:
    """A change a year: "+1.2 pp a year", "연 +1.2%p"."""
    text = change(value, unit, lang)
    return f"연 {text}" if lang == "ko" else f"{text} a year"


# --- time -------------------------------------------------------------------------------------


def day(date: dt.date, lang: str = "en") -> str:
    """A date in a sentence: ISO 8601 in English, in full in Korean."""
    return f"{date.year}년 {date.month}월 {date.day}일" if lang == "ko" else date.isoformat()


def period(value: Period, lang: str = "en") -> str:
    """A period in a sentence: its SDMX spelling in English, words in Korean."""
    if lang != "ko":
        return value.text
    if value.kind == "week":
        return f"{value.text[:4]}년 {int(value.text[6:])}주"
    year, nth = value.end.year, value.text[-1:]
    return {
        "year": f"{year}년",
        "semester": f"{year}년 {'상' if nth == '1' else '하'}반기",
        "quarter": f"{year}년 {nth}분기",
        "month": f"{year}년 {value.end.month}월",
    }.get(value.kind, day(value.end, lang))


def months(value: Number, lang: str = "en") -> str:
    """A length in months, in years from two years on: "9.5 months", "3.2 years"."""
    if abs(decimal(value)) >= 24:
        return number(decimal(value) / 12) + ("년" if lang == "ko" else " years")
    text = number(fixed_to(value, 1))
    if lang == "ko":
        return f"{text}개월"
    return f"{text} month" if text == "1" else f"{text} months"


# --- words ------------------------------------------------------------------------------------


def odds(probability: float, lang: str = "en") -> str:
    """A probability in words, as coarse as it deserves."""
    return next(ko if lang == "ko" else en for below, en, ko in ODDS if probability < below)


def verdict(name: str, lang: str = "en") -> str:
    """A verdict's word."""
    return word(VERDICTS, name, lang)


def klass(name: str, lang: str = "en") -> str:
    """The word of a rule's class."""
    return word(CLASSES, name, lang)


def shape(name: str, lang: str = "en") -> str:
    """The word of a path's shape."""
    return SHAPES.get(name, (name, name))[lang == "ko"]


def title(column: str, lang: str = "en") -> str:
    """A column's title."""
    return TITLES[column][lang == "ko"]


_FLAG_KEYS = {"press-only": "press source only", "rebased-period": "rebased"}


def flag_name(reason: Reason) -> str:
    """The English word of a flag, without its numbers: "methods split"."""
    return _FLAG_KEYS.get(reason.key, reason.key.replace("-", " "))


def flag(reason: Reason, lang: str = "en") -> str:
    """A flag's word, with k/n where rules split: "methods split 4/6"."""
    name = flag_name(reason)
    text = FLAGS[name][0] if lang == "ko" and name in FLAGS else name
    facts = dict(reason.facts)
    if name == "methods split" and "agree" in facts and "of" in facts:
        return f"{text} {facts['agree']}/{facts['of']}"
    return text


def sign(light: str, look: Look) -> str:
    """The sign of a light."""
    return LIGHTS[light][look.ascii]


def colored(text: str, light: str, look: Look) -> str:
    """`text` in the colour of a light, if there is colour; the word carries the meaning."""
    return f"\x1b[{LIGHTS[light][2]}m{text}\x1b[0m" if look.color else text


# --- sentences --------------------------------------------------------------------------------


class _Gap:
    """A fact that writes itself as the format of its gap says."""

    def __init__(self, fact: Fact, unit: str, lang: str) -> None:
        self.fact, self.unit, self.lang = fact, unit, lang

    def __format__(self, spec: str) -> str:
        fact, unit, lang = self.fact, self.unit, self.lang
        if fact is None:
            return phrase("none", lang)
        name, *forms = spec.split("|")
        if name == "plural" and isinstance(fact, int):
            return f"{fact} {forms[fact != 1]}"
        if isinstance(fact, bool):
            return phrase("true" if fact else "false", lang)
        if isinstance(fact, Period):
            when = ("on " if fact.kind == "day" else "in ") if name == "when" else ""
            return (when if lang == "en" else "") + period(fact, lang)
        if isinstance(fact, dt.date):
            return day(fact, lang)
        if isinstance(fact, tuple):
            return ", ".join(_TEXT.get(name, _text)(text, lang) for text in fact)
        if isinstance(fact, str):
            return _TEXT.get(name, _text)(fact, lang)
        return _NUMBER[name](fact, unit, lang)


def _text(text: str, lang: str) -> str:
    """A word of the data; statuses and lengths of time are ours, and are translated."""
    if lang != "ko":
        return safe(text)
    count, _, unit = text.partition(" ")
    if count.isdecimal() and unit.removesuffix("s") in _SPANS_KO:
        return count + _SPANS_KO[unit.removesuffix("s")]
    return safe(word(STATUSES_KO, text, lang))


_SPANS_KO = {"day": "일", "week": "주", "month": "개월", "year": "년"}

_TEXT: dict[str, Callable[[str, str], str]] = {
    "": _text, "verdict": verdict, "class": klass, "shape": shape, "bound": bound,
}  # fmt: skip

_NUMBER: dict[str, Callable[[Number, str, str], str]] = {
    "": lambda x, unit, lang: str(x) if isinstance(x, int) else number(x),
    "amount": amount, "change": change, "rate": rate,
    "size": lambda x, unit, lang: change(x, unit, lang).removeprefix("+"),
    "percent": lambda x, unit, lang: percent(x, lang), "number": lambda x, unit, lang: number(x),
    "ratio": lambda x, unit, lang: ratio(x), "months": lambda x, unit, lang: months(x, lang),
    "odds": lambda x, unit, lang: odds(float(x), lang),
    "times": lambda x, unit, lang: number(fixed_to(x, 1)),
}  # fmt: skip


def say(reason: Reason, unit: str = "", lang: str = "en") -> str:
    """`reason` as a sentence, its numbers in the target's unit.

    What must follow it follows. A flag without a sentence of its own says what such a flag means;
    a key without any sentence shows itself and its facts, so that nothing is silent.
    """
    said = [_sentence(one, unit, lang) for one in (reason, *reason.then)]
    return " ".join(said)


def _sentence(reason: Reason, unit: str, lang: str) -> str:
    gaps = {name: _Gap(fact, unit, lang) for name, fact in reason.facts}
    if reason.key in SENTENCES:
        return filled(SENTENCES[reason.key][lang == "ko"], gaps)
    if flag_name(reason) in FLAGS:
        return FLAGS[flag_name(reason)][1 + (lang == "ko")]
    facts = ", ".join(f"{name} {gap:}" for name, gap in gaps.items())
    return safe(reason.key) + (f" ({facts})" if facts else "")
