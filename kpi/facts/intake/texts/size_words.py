"""Words and numbers for a size around figures, and the signs of units that are written out.

None of it is surely a unit of its own, so nothing is read from it. A doubt asks.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from kpi.facts.quantities.scales import POWERS
from kpi.facts.quantities.units import power_of

#: Longer texts are prose, of which a part is looked at.
_LONGEST = 200
_WORDS = {
    2: r"hundreds|(?:in )100s",
    3: r"thousands?|thous|thsd|ths|tsd|tausend|milliers?|miles de|duizend|migliaia|milhares|tusen"
    r"|tusinde|tys|tis|тыс|tausenden|duizenden|(?<=en )miles|(?<=em )mil|tusental"
    r"|tysiąc(?:e|ach)|tisíc(?:e|ích)|(?<=\()miles(?=\))",
    5: r"lakhs?",
    6: r"millions?|mio|mill|mln|mn|millionen|millones|miljoen|milioni|milhões|млн",
    7: r"crores?",
    9: r"billions?|bn|bln|mrd|mld|milliarden?|milliards?|mil millones|miljard|miliardi|млрд"
    r"|mds?(?= ?(?:€|eur|d['’]euro))",
    12: r"trillions?|trn|tn",
}
_EACH = "|".join(f"(?P<w{power}>{words})" for power, words in _WORDS.items())
_HUNDRED = r"(?:(?P<hundred>hundreds?|100)|(?P<ten>tens?|10))[- ](?:of )?"
_SIZE = re.compile(
    "|".join(
        [
            rf"(?<![^\W_])(?:{_HUNDRED})?(?:{_EACH})(?![^\W_])",
            r"(?<![^\W_])mil(?= (?:reais|milh|tonel|pess|habit|hect|unid|barr|euros|d[oó]l|pesos))",
            r"(?<![0-9.,])(?P<glued>10{0,2} ?(?P<by>k|m|mn|bn|tn))(?![^\W_])",
            r"(?<![0-9.,])(?P<digits>10{0,2}(?:[ ,.'’\u00a0\u2009\u202f]?000){1,2}|(?<=per )100)"
            r"(?![.,]?[0-9])",
            r"(?<![0-9.,])(?P<ooo>['’]?000s?)(?![0-9])",
            r"(?<![0-9.,])10(?:\^|\*\*)?(?P<raised>[³⁶⁹]|(?<=[\^*])(?:3|6|9|12))(?![0-9])",
            r"(?<![^\W_])(?:t(?=eur(?![a-z]))|k(?=€))",
            r"(?<![가-힣])(?P<korean>(?:(?:10{0,2})? ?[십백천]*[만억]|[십백]?천)"
            r"(?! ?[^\s()]{1,4} ?(?:이상|이하|미만|초과))"  # 천㎡ 이상 tells which ones are counted
            r"(?= ?\(?(?:원|명|달러|불|유로|엔|톤|건|개사|개소|개국|개|가구|대|호|마리|배럴"
            r"|TOE|ha|㎡|㎥|㎘|㎞|kl|[kMGT]?(?:Wh?|J|t|g|m[23²³]?)(?![A-Za-z])|\$)당?(?![가-힣]))"
            r"|[십백천]*조(?= ?(?:원|달러|불)(?![가-힣]))"  # 조사 and 조건 are other words
            r"|[십백](?= ?(?:원|명|건|개사|개소|개|가구|톤)(?![가-힣])))",  # and 십대 are people
            r"(?<=[(\[（])(?P<bare>(?:10{0,2})? ?[십백천]*[만억조]|[십백]?천)(?=[)\]）])",
            r"(?P<cjk>[十百千]*[万萬億亿兆]|千)(?:人|円|元|件|台|戸|户|ドル|トン|吨|ha|(?=kWh)"
            r"|美元|欧元|ユーロ|日元|人民币|家|个|辆|头)",
            r"(?:\((?:in )?(?P<letter>[km])\)|^k(?= [a-z])|(?<=[a-z]_)k$)",
            r"(?<=\()mil(?=\.?\))",
        ]
    ),
    re.IGNORECASE,
)
_PLACES = {"십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12,
           "十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12}  # fmt: skip


def size_beside(text: str, unit: str) -> str:
    """The word or number for a size in a text that is none of the unit's own; "" if there is none.

    >>> size_beside("Table 1. Population (thousands)", "persons"), size_beside("인구_천명", "명")
    ('thousands', '천')
    >>> size_beside("Spending in billions", "KRW bn"), size_beside("Census of 2000", "persons")
    ('', '')
    """
    return _beside(" ".join(text[:_LONGEST].split()), " ".join(unit.split()))[0]


def factor_beside(text: str, unit: str) -> Decimal:
    """By what figures are multiplied that count in the size beside them; 1 if there is none.

    >>> factor_beside("(thousands)", "persons"), factor_beside("억원", "KRW bn")
    (Decimal('1E+3'), Decimal('0.1'))
    >>> factor_beside("per 100 000 inhabitants", "per 1,000"), factor_beside("million kWh", "TWh")
    (Decimal('0.01'), Decimal('0.001'))
    >>> factor_beside("(단위: 천톤CO2eq)", "MtCO2e")
    Decimal('0.001')
    """
    return _beside(" ".join(text[:_LONGEST].split()), " ".join(unit.split()))[1]


@lru_cache(maxsize=4096)
def _beside(text: str, unit: str) -> tuple[str, Decimal]:
    """The word for a size in a text that is none of `unit`, and the factor; "" and 1 if none."""
    text, unit = in_signs(text), in_signs(unit)
    sizes = [power for power, *_ in _sizes(unit)]
    most = max([0, power_of(unit), *sizes])
    above, _, below = unit.partition("/")
    sign = _prefix(above)
    whole = most + sign
    for power, word, behind in _sizes(text):
        if word == "miles" and _LENGTH.search(unit):
            continue  # and no thousands in Spanish
        if word.casefold() == "mil" and re.search(r"\(mil\.?\)", text, re.IGNORECASE):
            if whole in (3, 6):  # thousands in Portuguese, or millions
                continue
            return word, Decimal(1)
        bare = sign == 3 and not any(char.isalpha() for char in behind)  # of kWh, of kg
        amount, stroke, divisor = behind.partition("/")
        theirs = power + (3 if bare else _prefix(amount))
        if stroke:  # what stands below it is divided by: 천원/MWh are 원/kWh
            theirs += _prefix(below) - _prefix(divisor)
        is_own = theirs in (whole, power_of(unit), *sizes)
        if not is_own and word.casefold().strip("() ") not in unit.casefold().split():
            rate = bool(_RATE.search(text))  # dollars per million Btu are no millions
            over = (most - power if sizes else 0) if rate else theirs - whole
            return word.strip(), Decimal(1).scaleb(over)
    return "", Decimal(1)


_LENGTH = re.compile(r"\b(?:[kcm]?m|met(?:re|er)s|feet|yards)\b", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:per|je|pour|por(?: cada)?) (?:[0-9]|(?:ten |hundred )?(?:thousand|million))|[만천명]당",
    re.IGNORECASE,
)

#: Parts of the names of units that are written out: gigawatt hours, Megatonnen, 메가와트.
_LARGER = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P",
           "킬로": "k", "메가": "M", "기가": "G", "테라": "T"}  # fmt: skip
_NAMES = {
    "watthour": "Wh", "watthours": "Wh", "wattstunden": "Wh", "와트시": "Wh", "watt": "W",
    "watts": "W", "와트": "W", "ton": "t", "tons": "t", "tonne": "t", "tonnes": "t", "tonnen": "t",
    "톤": "t", "gram": "g", "grams": "g", "gramm": "g", "grammes": "g", "그램": "g",
    "joule": "J", "joules": "J", "줄": "J", "metre": "m", "metres": "m", "meter": "m",
    "meters": "m", "mètres": "m", "미터": "m",
}  # fmt: skip
_SPELLED = re.compile(
    rf"(?<![^\W_])({'|'.join(_LARGER)})[- ]?"
    rf"({'|'.join(_NAMES).replace('watth', 'watt[- ]?h')})(?![^\W\d_])",
    re.IGNORECASE,
)
_KWH = re.compile("千瓦(?:小[时時]|[时時])")


@lru_cache(maxsize=4096)
def in_signs(text: str) -> str:
    """A text with the signs of the units that it writes out.

    >>> in_signs("Power (Gigawatt-hours)"), in_signs("Kilotonnes of waste"), in_signs("Gigabytes")
    ('Power (GWh)', 'kt of waste', 'Gigabytes')
    """
    signed = _SPELLED.sub(
        lambda found: (
            _LARGER[found[1].casefold()] + _NAMES[re.sub("[- ]", "", found[2].casefold())]
        ),
        text,
    )
    return _KWH.sub("kWh", signed)


_PREFIX = re.compile(
    "(?<![A-Za-z])(?P<by>[kMGT])(?:t(?:CO2[a-z]*)?|toe|W|Wh|J|g|l|m|bit|B)(?![A-Za-z])"
)
_BEHIND_A_SIZE = 20  # letters in which the sign of what is counted stands: million kWh


def _prefix(unit: str) -> int:
    """The power of ten of the sign in a unit: Mt are million tonnes, and a TWh has 10^12 Wh."""
    found = _PREFIX.search(unit)
    return {"k": 3, "M": 6, "G": 9, "T": 12}[found["by"]] if found else 0


def _sizes(text: str) -> list[tuple[int, str, str]]:
    """The powers of ten for which a text has a word or a number, how it says them, and what
    stands behind."""
    return [
        (power, text[begin:end], text[end : end + _BEHIND_A_SIZE])
        for power, begin, end in _placed_sizes(text)
    ]


#: What stands between the two words of one size: thousands of millions, lakh crore.
_JOINT = re.compile(r" (?:of )?|-")


def _placed_sizes(text: str) -> list[tuple[int, int, int]]:
    """The powers of ten of a text, and where each begins and ends; of two words for one size their
    sum."""
    sizes: list[tuple[int, int, int]] = []
    for match in _SIZE.finditer(text):
        digits = match["digits"] is not None or match["ten"] == "10"
        if _is_amount(text[: match.start()], digits):
            continue
        power, begin = _power(match), match.start()
        words = any(match[f"w{size}"] for size in _WORDS)
        if sizes and words and _JOINT.fullmatch(text[sizes[-1][2] : begin]):
            before, begin, _ = sizes.pop()
            power += before
        sizes.append((power, begin, match.end()))
    return sizes


#: What stands between a size and its unit: millions of tonnes, million (kWh).
_BETWEEN = re.compile(r"(?: of)?[ (_]*$")


def size_before(text: str, place: int) -> tuple[int, int]:
    """The power of ten of the size that stands right before a place, and where it begins: 9 in
    "billion kWh"; else 0, and the place itself."""
    end = len(_BETWEEN.sub("", text[:place]))
    sizes = (size for size in _placed_sizes(text) if size[2] == end)
    return next(((power, begin) for power, begin, _ in sizes), (0, place))


def power_stated(text: str) -> int:
    """The power of ten of the only size that a text names; 0 if it names none, or several.

    >>> power_stated("BIP in Mrd. EUR"), power_stated("Sales (USD)")
    (9, 0)
    """
    powers = {power for power, *_ in _placed_sizes(text)}
    return powers.pop() if len(powers) == 1 else 0


#: What stands before a size that is one: nothing, a bracket, "in", "per", a word for "unit".
_BEGINS = re.compile(
    r"(?:^|[(\[（［:：,/_×]|\b(?:in|per|of|unit|units|x|je|pour|por(?: cada)?)|단위) ?$",
    re.IGNORECASE,
)


def _is_amount(before: str, digits: bool) -> bool:
    """Whether a size is a part of an amount: 65 trillion won, 420만대, a survey of 10,000 firms."""
    if digits:
        return not _BEGINS.search(before) or before.rstrip().casefold().endswith(" of")
    return bool(re.search(r"[0-9][0-9.,]* ?$", before))


def _power(match: re.Match[str]) -> int:
    """The power of ten of a size that `_SIZE` has matched."""
    parts = match.groupdict()
    if digits := parts["digits"]:
        return len(re.sub("[^0-9]", "", digits)) - 1
    if chars := parts["korean"] or parts["cjk"] or parts["bare"]:
        digits = re.sub("[^0]", "", chars)
        return len(digits) + sum(_PLACES.get(char, 0) for char in chars)
    if letter := parts["letter"]:
        return 3 if letter.casefold() == "k" else 6
    if raised := parts["raised"]:
        return {"³": 3, "⁶": 6, "⁹": 9}.get(raised) or int(raised)
    if glued := parts["glued"]:
        return glued.count("0") + POWERS[parts["by"].casefold()]
    power = next((p for p in _WORDS if parts[f"w{p}"]), 3)  # of k before a word or €, of mil
    return power + (2 if parts["hundred"] else 1 if parts["ten"] else 0)


#: Parts of a whole that are none of a hundred, and what one of them is in per cent.
_PARTS = (
    (re.compile(r"‰|\bper ?mill?e?\b|\bpro ?mille\b|천분[율비]|퍼밀|\bper (?:thousand|1[ ,.]?000)\b"
                r"|(?<![0-9])천 ?명당|(?<![0-9])1,?000명당", re.IGNORECASE), Decimal("0.1")),
    (re.compile(r"‱|\bbasis points?\b|\bbps\b|[(\[,:–-] ?bp[)\]]?$|만분[율비]|(?<![0-9])1?만 ?명당"
                r"|\bper (?:ten thousand|10[ ,.]?000)\b", re.IGNORECASE), Decimal("0.01")),
    (re.compile(r"10만 ?명당|\bper 100[ ,.]?000\b", re.IGNORECASE), Decimal("0.001")),
    (re.compile(r"[(\[（] ?(?:배|fractions?|decimals?|0 ?[-–~] ?1) ?[)\]）]", re.I), Decimal(100)),
)  # fmt: skip


def part_beside(text: str) -> tuple[str, Decimal]:
    """What a text says of parts that are no hundredths, and the factor to per cent; "" and 1 if
    nothing.

    >>> part_beside("Births (‰)"), part_beside("Spread in basis points"), part_beside("Share (%)")
    (('‰', Decimal('0.1')), ('basis points', Decimal('0.01')), ('', Decimal('1')))
    """
    text = " ".join(text[:_LONGEST].replace("_", " ").split())
    parts = ((pattern.search(text), factor) for pattern, factor in _PARTS)
    return next(((part[0].strip("([,)] "), by) for part, by in parts if part), ("", Decimal(1)))
