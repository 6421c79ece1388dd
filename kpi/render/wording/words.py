"""All wording of numbers, units and dates for people; rounding, which `digits` does, included.

A machine gets full precision elsewhere.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

from kpi.assess.reason import Reason
from kpi.facts.periods import Period
from kpi.render.look import Look
from kpi.render.wording import apart
from kpi.render.wording.digits import WIDE, Number, alike, decimal, fixed, in_full
from kpi.render.wording.digits import exactly as exactly
from kpi.render.wording.digits import number as number
from kpi.render.wording.digits import percent as percent
from kpi.render.wording.phrases import phrase
from kpi.render.wording.signs import bound as bound
from kpi.render.wording.signs import plain as plain
from kpi.render.wording.signs import safe as safe
from kpi.render.wording.units import bare as bare
from kpi.render.wording.units import counted_in as counted_in
from kpi.render.wording.units import size
from kpi.render.wording.units import unit_of as unit_of
from kpi.render.wording.vocabulary import (
    CLASSES,
    CURRENCIES,
    FLAGS,
    LIGHTS,
    ODDS,
    SHAPES,
    TITLES,
    VERDICTS,
    word,
)

#: Letters of a counter that a cell of a table has room for.
_LONGEST_COUNTER = 10
#: Digits from one Korean scale to the next one below it.
_A_SCALE = 4
_SCALES = {
    "en": ((0, ""), (6, " mn"), (9, " bn"), (12, " tn")),
    "ko": ((0, ""), (4, "만"), (8, "억"), (12, "조")),
}


# --- units ------------------------------------------------------------------------------------


def _around(unit: str, values: tuple[Number, ...], lang: str) -> tuple[int, str, str, str]:
    """How values of `unit` are written: a shift of the point, before, after, and the scale word.

    The scale of money is chosen after rounding: 999.95 bn is 1 tn.
    """
    share_of, code, index, power = unit_of(unit)
    if code is None:
        if index:
            return 0, "", "", ""
        name = unit if share_of is None else f"%{share_of}"
        if lang == "ko":
            from kpi.render.wording.korean.units import around_number

            return 0, *around_number(name, share_of is not None), ""
        return 0, "", f" {safe(name)}" if name else "", ""
    top = max((abs(decimal(value)) for value in values), default=Decimal(0))
    shift, scale = power, ""
    for (lower, name), (upper, _) in pairwise((*_SCALES[lang], (99, ""))):  # each up to the next
        shift, scale = power - lower, name
        written = number(top.scaleb(shift, context=WIDE)).replace(",", "")
        if Decimal(written) < Decimal(10) ** (upper - lower):
            break
    if lang == "ko":
        return shift, "", f"{scale} {CURRENCIES[code]}".lstrip(), scale
    return shift, f"{code} ", scale, scale


def yes_no(value: bool, lang: str) -> str:
    """Whether a milestone is done, where others have a figure."""
    return phrase("true" if value else "false", lang)


def amount(value: Number | bool, unit: str, lang: str = "en", more: int = 0) -> str:
    """A number with its unit, and `more` digits: "6.4 %", "KRW 1.2 tn", "1조 2,000억 원".

    >>> amount(1234, "KRW bn"), amount(1234, "KRW bn", "ko"), amount(6.4, "%")
    ('KRW 1.23 tn', '1조 2,340억 원', '6.4 %')
    """
    if isinstance(value, bool):
        return yes_no(value, lang)
    shift, *around = _around(unit, (value,), lang)
    return _joined(_rounded(decimal(value).scaleb(shift, context=WIDE), around[-1], more), *around)


def _rounded(scaled: Decimal, scale: str, more: int = 0) -> str:
    """A number of an amount; with a Korean scale's next one below it, right to that one.

    1.82 looks rounded, and 1조 8,200억 does not: so 1.8167 is no 1조 8,200억.
    """
    text = number(scaled, more=more)
    if "." not in text or scale.isascii():
        return text
    places = _A_SCALE * (1 + -(-more // _A_SCALE))
    return fixed(scaled, places).rstrip("0").rstrip(".")


def _joined(text: str, before: str, after: str, scale: str) -> str:
    """A number with what stands around it; in Korean a scale has its own below it: 1조 2,260억."""
    if "." in text and "e" not in text and not scale.isascii():
        from kpi.render.wording.korean.units import in_scales

        return in_scales(text, after)
    return before + text + after


def beside(
    value: Number | bool, goal: Decimal | bool, unit: str, lang: str = "en", near: float = 0.0
) -> str:
    """An amount that does not look like a goal which it is not, nor like what is `near` off it.

    >>> beside(29.996, Decimal(30), "%"), beside(30.0, Decimal(30), "%")
    ('29.996 %', '30 %')
    """
    others = apart.others(value, goal, near)
    more = apart.digits(value, others, lambda v, more: amount(v, unit, lang, more))
    return amount(value, unit, lang, more)


def first(value: Number, unit: str, lang: str = "en", more: int = 0) -> str:
    """The first number of a range: words of its unit are left to the second one.

    >>> first(300, "deaths") + " to " + amount(320, "deaths"), first(2.5, "% of GDP")
    ('300 to 320 deaths', '2.5 %')
    """
    return _front(unit, lang) + amount(value, bare(unit), lang, more)


def last(value: Number, unit: str, lang: str = "en", more: int = 0) -> str:
    """The second number of a range: words that Korean has before it stand before the first one.

    >>> first(2.5, "% of GDP", "ko") + "~" + last(3, "% of GDP", "ko")
    'GDP 대비 2.5%~3%'
    """
    return amount(value, unit, lang, more).removeprefix(_front(unit, lang))


def between(least: str, most: str, unit: str, lang: str = "en") -> str:
    """A range of two written amounts, of which the first leaves words of its unit to the second.

    >>> between("561.6 MW", "580 MW", "MW", "ko"), between("5 %", "7 %", "%")
    ('561.6~580 MW', '5 % – 7 %')
    """
    said = unit_of(unit)
    if said.currency is None and said.share_of is None:
        least = least.removesuffix(_around(unit, (), lang)[2])
    return through(least, most.removeprefix(_front(unit, lang)), lang)


def _front(unit: str, lang: str) -> str:
    """What Korean says before the number of a share: "GDP 대비 "."""
    if lang != "ko" or unit_of(unit).share_of is None:
        return ""
    return _around(unit, (), lang)[1]


def figure(value: Decimal | bool, unit: str, lang: str = "en") -> str:
    """A recorded value with all its digits and its unit."""
    if isinstance(value, bool):
        return yes_no(value, lang)
    shift, *around = _around(unit, (value,), lang)
    scaled = value.scaleb(shift, context=WIDE) if shift else value
    if shift and value == value.to_integral_value():
        scaled = scaled.normalize(WIDE)  # 1000 bn is 1 tn: its zeros were places, not digits
    return _joined(exactly(scaled), *around)


def told(value: Decimal | bool, unit: str, lang: str = "en", difference: bool = False) -> str:
    """A typed or recorded value in a warning: all its digits, and of its unit what is no word.

    >>> told(Decimal(18000), "억 원", "ko"), told(Decimal("2500"), "people"), told(Decimal(5), "%")
    ('1조 8,000억 원', '2,500', '5 %')
    """
    shown = figure(value, bare(unit), lang)
    if not difference or unit_of(unit).share_of is None:
        return shown
    return exactly(Decimal(value)) + ("%p" if lang == "ko" else " pp")


def rescaled(value: Number | bool, unit: str, lang: str = "en") -> bool:
    """Whether an amount is written in another scale than that in which its unit counts.

    >>> rescaled(144, "KRW bn", "ko"), rescaled(144, "KRW bn"), rescaled(1447, "억 원", "ko")
    (True, False, False)
    """
    return not isinstance(value, bool) and value != 0 and _around(unit, (value,), lang)[0] != 0


def cell(
    values: tuple[Number, ...], unit: str, lang: str = "en", sign: bool = False, more: int = 0,
    counted: bool = False,
) -> str:  # fmt: skip
    """One number or the range of two for a narrow column: "1.7–4.5 %", "1.2 tn", "+1.9…+4.7".

    >>> cell((1.7, 4.51), "%"), cell((1.7, 4.51), "%", "ko"), cell((-1, 2), "%", "ko", sign=True)
    ('1.70–4.51 %', '1.70%~4.51%', '-1~+2')
    >>> cell((28.7, 30.7), "companies", "ko", counted=True), cell((28,), "companies", "ko")
    ('28.7~30.7개사', '28')
    >>> cell((28.3,), "명(인구 10만 명당)", "ko", counted=True)
    '28.3명'

    Counts go without what is counted, but not without its size ("1.2 million"), and money without
    its currency; the page of the target has both. They may be written with `more` digits. A Korean
    counter is short enough to stand there if it is to be `counted`: "28개사".
    """
    shift, _, after, scale = _around(unit, values, lang)
    scaled = [decimal(v).scaleb(shift, context=WIDE) for v in sorted(values)]
    shown = [number(scaled[0], sign, more)] if len(scaled) == 1 else alike(scaled, sign, more)
    between = "~" if lang == "ko" else "…" if sign or shown[0].startswith("-") else "–"
    if unit_of(unit).share_of is not None:
        mark = "" if sign else after[: 2 - (lang == "ko")]
        each = mark if lang == "ko" else ""  # as in the sentences, which have it at both ends
        return f"{each}{between}".join(shown) + mark
    counter = after.partition("(")[0] if counted and lang == "ko" else ""  # 28.3명, not of whom
    counter = counter if len(counter) <= _LONGEST_COUNTER else ""
    return between.join(shown) + (scale or counter or size(unit, lang))


def axis(values: tuple[Number, ...], unit: str, lang: str = "en") -> list[str]:
    """The labels of an axis: all in one scale, with as many digits as its values have."""
    shift, _, after, scale = _around(unit, values, lang)
    mark = after[: 2 - (lang == "ko")] if unit_of(unit).share_of is not None else scale
    shown = in_full([decimal(v).scaleb(shift, context=WIDE) for v in values])
    return [text + (mark if v else "") for text, v in zip(shown, values, strict=True)]


def change(value: Number, unit: str, lang: str = "en") -> str:
    """A difference with its sign: "+1.9 pp" for percentages, "+KRW 1.2 tn" for money.

    >>> change(1.89, "%"), change(1.89, "%", "ko"), change(-500, "companies")
    ('+1.89 pp', '+1.89%p', '-500 companies')
    """
    shift, *around = _around(unit, (value,), lang)
    scaled = decimal(value).scaleb(shift, context=WIDE)
    text = number(scaled, sign=True)
    if unit_of(unit).share_of is not None:
        return text + ("%p" if lang == "ko" else " pp")
    sign = text[:1] if text[:1] in "+-" else ""
    return sign + _joined(_rounded(abs(scaled), around[-1]), *around)


def growth(percent: str, lang: str = "en") -> str:
    """A relative change that is promised, as a share with its sign, as each language says it.

    >>> growth("-40 %"), growth("-40 %", "ko"), growth("+12.5 %", "ko")
    ('-40 %', '40% 감축', '12.5% 증가')
    """
    if lang != "ko":
        return percent
    return percent[1:].replace(" ", "") + (" 감축" if percent[0] == "-" else " 증가")


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
        return f"{value.text[:4]}년 제{int(value.text[6:])}주"
    year, nth = value.end.year, value.text[-1:]
    return {
        "year": f"{year}년",
        "semester": f"{year}년 {'상' if nth == '1' else '하'}반기",
        "quarter": f"{year}년 {nth}분기",
        "month": f"{year}년 {value.end.month}월",
    }.get(value.kind, day(value.end, lang))


def coded(value: Period, lang: str = "en") -> str:
    """A period in a table: its SDMX spelling, in words where that is a code to be known.

    >>> coded(Period.parse("2026-S2"), "ko"), coded(Period.parse("2026-06"), "ko")
    ('2026년 하반기', '2026-06')
    """
    return period(value, lang) if value.kind in ("semester", "quarter", "week") else value.text


def through(first: str, last: str, lang: str = "en") -> str:
    """From the first to the last of them: "2024-Q1 – 2024-Q3", "2024년 1분기~2024년 3분기"."""
    return f"{first}~{last}" if lang == "ko" else f"{first} – {last}"


def month(date: dt.date, lang: str = "en") -> str:
    """The month of a date: "2023-07", "2023년 7월"."""
    return f"{date.year}년 {date.month}월" if lang == "ko" else f"{date:%Y-%m}"


def months(value: Number, lang: str = "en") -> str:
    """A length in months, in years from two years on: "9.5 months", "3.2 years"."""
    if abs(decimal(value)) >= 24:
        return number(decimal(value) / 12) + ("년" if lang == "ko" else " years")
    text = number(value, most=1)
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


def commit(name: str) -> str:
    """A commit's name, as much of it as a person needs."""
    return name[:10]


def title(column: str, lang: str = "en") -> str:
    """A column's title."""
    if column in TITLES:
        return TITLES[column][lang == "ko"]
    from kpi.render.wording.more_phrases import MORE_TITLES  # a table of standing has none of them

    return MORE_TITLES[column][lang == "ko"]


_FLAG_KEYS = {
    "press-only": "press source only", "rebased-period": "rebased", "estimated-after": "estimated",
    "provisional-part": "provisional", "provisional-parts": "provisional",
    "seasonal-alike": "seasonal", "planned-start": "planned", "enacted-start": "enacted",
}  # fmt: skip


def flag_name(reason: Reason) -> str:
    """The English word of a flag, without its numbers: "methods split"."""
    return _FLAG_KEYS.get(reason.key, reason.key.replace("-", " "))


def flag(reason: Reason, lang: str = "en") -> str:
    """A flag's word, with k/n where rules split: "methods split 4/6"."""
    name = flag_name(reason)
    text = FLAGS[name][0] if lang == "ko" and name in FLAGS else name
    if name == "methods split":
        facts = dict(reason.facts)
        agreed = f"{facts['agree']}/{facts['of']}"
        return f"{text}({agreed} 일치)" if lang == "ko" else f"{text} {agreed}"
    return text


def sign(light: str, look: Look) -> str:
    """The sign of a light."""
    return LIGHTS[light][look.ascii]


def signed_verdict(name: str, light: str, look: Look) -> str:
    """A verdict behind the sign of its light: "● on track"."""
    return f"{sign(light, look)} {verdict(name, look.lang)}"


def colored(text: str, light: str, look: Look) -> str:
    """`text` in the colour of a light, if there is colour; the word carries the meaning."""
    return f"\x1b[{LIGHTS[light][2]}m{text}\x1b[0m" if look.color else text
