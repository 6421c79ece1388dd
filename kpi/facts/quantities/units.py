"""What a unit is: per cent, points, money or a count; of what, and in which power of ten it counts.

"KRW bn", "백만원", "thousand persons", "1,000 persons", "USD (million)" say how many at once; what
is left of a unit beside that ("per inhabitant", "EUR m, 2015 prices") is free text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kpi.facts.quantities.scales import POWERS
from kpi.values import NamedTuple

SMALL = {"십": 1, "백": 2, "천": 3}
LARGE = {"만": 4, "억": 8, "조": 12, "경": 16}

CODES = (
    "KRW", "USD", "EUR", "JPY", "GBP", "CNY", "CHF", "CAD", "AUD", "INR", "SGD", "TWD", "HKD",
    "NOK", "SEK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "NZD", "BRL", "MXN", "ZAR", "IDR",
    "THB", "VND", "MYR", "PHP", "TRY", "ILS", "AED", "UAH", "RUB",
)  # fmt: skip
CURRENCIES = {
    **{code.casefold(): code for code in CODES},
    "₩": "KRW", "￦": "KRW", "원": "KRW", "won": "KRW",
    "$": "USD", "us$": "USD", "달러": "USD", "불": "USD", "dollar": "USD", "dollars": "USD",
    "us dollar": "USD", "us dollars": "USD", "미불": "USD", "미달러": "USD", "미 달러": "USD",
    "€": "EUR", "유로": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "파운드": "GBP", "엔": "JPY", "yen": "JPY", "위안": "CNY", "yuan": "CNY",
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words; a Latin word must not be the beginning of a longer one.

    Of two words that begin alike the longer one is tried first.
    """
    return "|".join(
        re.escape(word) + ("(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else "")
        for word in sorted(words, reverse=True)
    )


MONEY = any_of(CURRENCIES)
SCALE = any_of(POWERS)
_LONG_SCALE = any_of(word for word in POWERS if len(word) > 1)  # "m" without money is the metre
KOREAN_SCALE = "(?:[십백천][만억조경]?|[만억조경])"
_END = "(?![0-9A-Za-z가-힣])"

POINTS = re.compile(
    rf"(?:[%％]p|[%％] ?포인트|pp|p\.p\.|per ?cent(?:age)? points?|퍼센트 ?포인트){_END}",
    re.IGNORECASE,
)
SHARE = re.compile(
    rf"(?:[%％]|per ?cent(?:age)?|퍼센트|prozent|pour ?cent|pct){_END}(?! points?{_END})",
    re.IGNORECASE,
)
#: "EUR m", "thousand EUR", "EURm", "kEUR"; T before a code is a thousand, as offices write TEUR.
MONEY_UNIT = re.compile(
    rf"(?:(?P<currency>{MONEY})(?: ?(?P<scale>{SCALE}|{KOREAN_SCALE}))?"
    rf"|(?P<first>{SCALE}|{KOREAN_SCALE}) ?(?P<second>{MONEY})"
    rf"|(?P<code>{'|'.join(CODES)})(?P<suffix>{SCALE})"
    rf"|(?P<prefix>[kmt])(?P<glued>{'|'.join(CODES)}|€)){_END}(?![²³])",
    re.IGNORECASE,
)
_COUNT_UNIT = re.compile(
    rf"(?P<scale>{_LONG_SCALE}) (?P<noun>.+)"
    rf"|(?P<korean>{KOREAN_SCALE}) ?(?P<counter>[명건개대호톤]|가구)",
    re.IGNORECASE,
)
#: A size in a unit that is no word before it: 1,000 persons, persons (thousand), KRW 100 million.
_DIGITS_FIRST = re.compile(r"(?P<ones>10{1,3}|1,000|10,?000|100,?000|1,?000,?000) (?P<rest>.+)")
#: 10억원, 100만명, 1,000명; but 10만명당 is a rate.
_DIGITS_KOREAN = re.compile(
    r"(?P<ones>(?:10{0,3}|1,000) ?(?=[만억조])|(?:10{2,3}|1,000)(?=원|명|달러|불))(?P<rest>[^당]+)"
)
_SIZE_WORD = r"(?:(?P<ones>10{1,2}) )?(?P<word>(?:thousand|million|billion|trillion)s?|'?000s?)"
_SIZE_LAST = (
    re.compile(rf"(?P<rest>.+?),? \((?:in )?{_SIZE_WORD}\)", re.IGNORECASE),
    re.compile(rf"(?P<rest>[A-Z]{{3}}) (?=1){_SIZE_WORD}"),
)
#: Digits or a word for a size, in what is left of a unit.
UNSURE = re.compile(
    r"\d|\b(?:thousand|million|billion|trillion|mn|bn|tn|mio|mrd)s?\b|[백천만억조] "
)
#: Millions and more of a measure: "80 million" of the unit Mt may be said of tonnes.
LARGE_MEASURE = re.compile("[MGT](?:t|toe|g|W|Wh|J|B|b|bps|Hz|L|l)(?:CO2|[^A-Za-z]|$)")
#: What makes of one unit a larger or a smaller one: kt and Mt, MW and GW.
_PREFIX = re.compile("^[kMGTm](?=[A-Za-z])")


def is_share(unit: str) -> bool:
    """Whether a unit is per cent of something, so that its changes are percentage points.

    >>> is_share("%"), is_share("% of GDP"), is_share("%p"), is_share("companies")
    (True, True, False, False)
    """
    return meaning(unit).kind == "share"


def counts_alike(text: str, unit: str) -> bool | None:
    """Whether a text is a unit whose figures can be counted in `unit`; None if it may be no unit.

    >>> [counts_alike(text, "KRW bn") for text in ("백만원", "EUR m", "%", "annual", "10+")]
    [True, False, False, None, None]
    >>> [counts_alike(text, "ktCO2e") for text in ("ktCO2e", "MtCO2e")]
    [True, False]
    """
    meant = meaning(unit)
    if text.casefold() == unit.casefold():
        return True
    stated, noun = whole_unit(text), meant.noun.casefold()
    if stated is not None:
        if stated.kind == "count":
            return stated.noun.casefold() == noun
        return (stated.kind, stated.currency) == (meant.kind, meant.currency)
    if noun and text.casefold() == noun:
        return True
    return False if noun and _PREFIX.sub("", text) == _PREFIX.sub("", meant.noun) else None


class Unit(NamedTuple):
    """What a target's unit is; one of money or of a count stands for 10^power of them."""

    kind: str  # share | points | money | count
    noun: str = ""
    currency: str = ""
    power: int = 0


@lru_cache(maxsize=4096)
def whole_unit(text: str) -> Unit | None:
    """What a text is from its first letter to its last, if that is a unit; None if it may be none.

    >>> whole_unit("KRW bn"), whole_unit("KRW bn a year"), whole_unit("companies")
    (Unit(kind='money', noun='', currency='KRW', power=9), None, None)
    """
    if POINTS.fullmatch(text):
        return Unit("points")
    if SHARE.fullmatch(text):
        return Unit("share")
    if money := MONEY_UNIT.fullmatch(text):
        return _of_money(money)
    if count := _COUNT_UNIT.fullmatch(text):
        return _of_count(count)
    return None


def _of_money(match: re.Match[str], more: int = 0) -> Unit:
    currency, power = money_of(match)
    return Unit("money", "", currency, power + more)


def _of_count(match: re.Match[str], more: int = 0) -> Unit:
    noun = match["noun"] or match["counter"]
    return Unit("count", noun, "", power_in(match["scale"] or match["korean"]) + more)


@lru_cache(maxsize=4096)
def meaning(unit: str) -> Unit:
    """What a target's unit is; a text that is nothing else is a count of what it names.

    >>> meaning("KRW bn"), meaning("thousand persons").power
    (Unit(kind='money', noun='', currency='KRW', power=9), 3)
    """
    if POINTS.match(unit):
        return Unit("points")
    if SHARE.match(unit):
        return Unit("share")
    rest, power = _sized(unit)
    if money := MONEY_UNIT.match(rest):
        return _of_money(money, power)
    if count := _COUNT_UNIT.fullmatch(rest):
        return _of_count(count, power)
    return Unit("count", rest, "", power)


@lru_cache(maxsize=4096)
def _sized(unit: str) -> tuple[str, int]:
    """A unit without its size in digits or brackets, and the power of ten that this is.

    >>> _sized("1,000 persons"), _sized("USD (million)"), _sized("KRW 100 million")
    (('persons', 3), ('USD', 6), ('KRW', 8))
    """
    if match := _DIGITS_FIRST.fullmatch(unit) or _DIGITS_KOREAN.fullmatch(unit):
        return match["rest"], match["ones"].count("0")
    for pattern in _SIZE_LAST:
        if match := pattern.fullmatch(unit):
            power = POWERS.get(match["word"].casefold().removesuffix("s"), 3)  # '000
            return match["rest"], power + (match["ones"] or "").count("0")
    return unit, 0


def without_size(unit: str) -> str:
    """A unit without the digits or the word in brackets that say in which size it counts.

    >>> without_size("10억원"), without_size("1,000 persons"), without_size("persons")
    ('억원', 'persons', 'persons')
    """
    return _sized(" ".join(unit.split()))[0]


def power_of(unit: str) -> int:
    """The power of ten in which the figures of a unit count: 3 for 천명, 0 for persons."""
    return meaning(" ".join(unit.split())).power


def in_size(stated: str, unit: str) -> str:
    """`unit` in the size of the unit that a file states: "thousand persons" for 천명 and persons.

    Empty where there is no word for it.

    >>> in_size("천명", "persons"), in_size("개", "companies"), in_size("명", "thousand persons")
    ('thousand persons', 'companies', '')
    """
    theirs, ours = meaning(" ".join(stated.split())), meaning(unit)
    power = theirs.power - ours.power
    if not power:
        return unit
    if (theirs.kind, theirs.currency) != (ours.kind, ours.currency):
        return unit if theirs.kind != "count" else ""  # millions of what may be won
    return with_size(power, unit)


def with_size(power: int, unit: str) -> str:
    """A unit of counts in a power of ten: "thousand persons". Empty where there is no word for it.

    >>> with_size(3, "persons"), with_size(5, "homes"), with_size(2, "persons")
    ('thousand persons', '100,000 homes', '')
    >>> with_size(3, "KRW bn")
    ''
    """
    words = {3: "thousand", 4: "10,000", 5: "100,000", 6: "million", 9: "billion"}
    word, ours = words.get(power), meaning(unit)
    return f"{word} {unit}" if word and not ours.power and ours.kind == "count" else ""


def money_of(match: re.Match[str]) -> tuple[str, int]:
    """The currency of a unit of money and the power of ten in which it counts."""
    parts = match.groupdict()
    names = ("currency", "second", "code", "glued")
    currency = next(parts[name] for name in names if parts[name])
    scales = ("scale", "first", "suffix", "prefix")
    scale = next((parts[name] for name in scales if parts[name]), "")
    power = 3 if scale in ("t", "T") else power_in(scale)
    return CURRENCIES[currency.casefold()], power


def power_in(scale: str) -> int:
    """The power of ten of a scale: 9 for bn, 6 for 백만."""
    if scale.isascii():
        return POWERS.get(scale.casefold(), 0)
    return sum(SMALL.get(part, 0) + LARGE.get(part, 0) for part in scale)


def leftover(unit: str) -> str:
    """What a unit says beside the currency or the size that was understood."""
    rest, _ = _sized(unit)
    if money := MONEY_UNIT.match(rest):
        return rest[money.end() :].partition(" per ")[0]
    return "" if _COUNT_UNIT.fullmatch(rest) else rest


def noun_of(unit: str) -> str:
    """What a unit counts, in small letters; "" for money and shares."""
    return meaning(unit).noun.casefold()
