"""Units in Korean: rates, and signs that stay and are read aloud.

A unit that is not known here is shown as it is recorded. docs/units.md is generated from this, and
from the counters, which stand in `facts/quantities/counters.py`.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from kpi.facts.quantities.counters import UNITS, counter_of, without_remark
from kpi.render.wording.signs import safe
from kpi.render.wording.vocabulary import CURRENCIES

#: Signs that Korean writes too -> how they are read aloud, by which a particle is chosen.
READ: dict[str, str] = {
    "mm": "밀리미터", "cm": "센티미터", "m": "미터", "km": "킬로미터", "m2": "제곱미터",
    "m²": "제곱미터", "km2": "제곱킬로미터", "km²": "제곱킬로미터", "ha": "헥타르",
    "m3": "세제곱미터", "m³": "세제곱미터", "L": "리터", "l": "리터", "g": "그램", "kg": "킬로그램",
    "W": "와트", "kW": "킬로와트", "MW": "메가와트", "GW": "기가와트", "TW": "테라와트",
    "Wh": "와트시", "kWh": "킬로와트시", "MWh": "메가와트시", "GWh": "기가와트시",
    "TWh": "테라와트시", "GJ": "기가줄", "TJ": "테라줄", "PJ": "페타줄", "EJ": "엑사줄",
    "toe": "티오이", "ktoe": "킬로티오이", "Mtoe": "메가티오이", "°C": "도", "ppm": "피피엠",
    "ppb": "피피비", "µg/m3": "마이크로그램", "µg/m³": "마이크로그램", "dB": "데시벨",
    **{f"{t}{gas}": "이산화탄소 환산 톤" for t in ("t", "kt", "Mt", "Gt")
       for gas in ("CO2", "CO2e", "CO2eq", " CO2", " CO2e", " CO2eq", " CO2-eq")},
    **{f"톤{gas}": "이산화탄소 환산 톤" for gas in ("CO2", "CO2e", "CO2eq", "CO2-eq")},
    "Mbps": "메가비피에스", "Gbps": "기가비피에스", "GB": "기가바이트", "TB": "테라바이트",
    "PB": "페타바이트", "FLOPS": "플롭스", "km/h": "킬로미터",
}  # fmt: skip

#: How many a unit counts at once: "thousand persons" is 천 명.
SCALES: dict[str, str] = {
    "thousand": "천", "million": "백만", "billion": "십억",
    "1,000": "천", "1000": "천", "10,000": "만", "10000": "만", "100,000": "십만", "100000": "십만",
    "1,000,000": "백만", "1000000": "백만",
}  # fmt: skip

#: After "per": one of them.
PER: dict[str, str] = {
    "person": "1인당", "capita": "1인당", "inhabitant": "1인당", "head": "1인당",
    "woman": "여성 1인당", "employee": "종사자 1인당", "worker": "취업자 1인당",
    "student": "학생 1인당", "household": "가구당", "company": "기업당", "firm": "기업당",
    "school": "학교당", "year": "연간", "month": "월간", "week": "주간", "day": "하루",
    "hour": "시간당", "km": "km당", "km2": "km²당", "km²": "km²당", "ha": "ha당", "m2": "m²당",
    "m²": "m²당", "m3": "m³당", "m³": "m³당", "kWh": "kWh당",
}  # fmt: skip

#: After "per" and a number: of whom, before and after it.
PER_MANY: dict[str, tuple[str, str]] = {
    "": ("", ""), "people": ("인구 ", "명"), "persons": ("인구 ", "명"),
    "inhabitants": ("인구 ", "명"), "population": ("인구 ", "명"), "residents": ("인구 ", "명"),
    "live births": ("출생아 ", "명"), "births": ("출생아 ", "명"), "women": ("여성 ", "명"),
    "children": ("아동 ", "명"), "students": ("학생 ", "명"), "pupils": ("학생 ", "명"),
    "employees": ("종사자 ", "명"), "workers": ("취업자 ", "명"), "patients": ("환자 ", "명"),
    "households": ("", "가구"), "dwellings": ("주택 ", "호"), "companies": ("기업 ", "개"),
    "firms": ("기업 ", "개"), "vehicles": ("차량 ", "대"),
}  # fmt: skip
MANY: dict[str, str] = {
    "100": "100", "1,000": "1,000", "1000": "1,000", "thousand": "1,000", "10,000": "1만",
    "10000": "1만", "100,000": "10만", "100000": "10만", "1,000,000": "100만", "1000000": "100만",
    "million": "100만",
}  # fmt: skip

#: What a percentage is of.
PERCENT_OF: dict[str, str] = {
    "GDP": "GDP 대비", "GNI": "GNI 대비", "GNP": "GNP 대비", "exports": "수출 대비",
    "the budget": "예산 대비", "budget": "예산 대비", "revenue": "수입 대비",
    "the total": "전체 중", "total": "전체 중", "population": "전체 인구 중",
    "the population": "전체 인구 중", "people": "전체 인구 중", "households": "전체 가구 중",
    "companies": "전체 기업 중", "firms": "전체 기업 중", "enterprises": "전체 기업 중",
}  # fmt: skip

#: Counters in Korean themselves, which stand at their number, and a scale before one of them.
COUNTERS = frozenset((*UNITS.values(), "개", "톤", "원", "배", "석", "쪽", "층", "평", "위", "인",
                      "세", "살", "곳", "마리", "권", "동", "학급", "필지", "도", "리터", "미터",
                      "킬로미터", "포인트", "달러", "유로", "엔", "위안"))  # fmt: skip
_SCALE = re.compile("^(?:[십백천]?[만억조]|[백천]) ?")


def korean(unit: str) -> str:
    """The Korean of a unit, which stands at its number; empty if there is none.

    >>> korean("persons"), korean("thousand persons"), korean("deaths per 100,000 people")
    ('명', '천 명', '명(인구 10만 명당)')
    """
    return counter_of(unit) or _scaled(unit) or _rate(unit)


def around_number(unit: str, percent: bool) -> tuple[str, str]:
    """What is written before and after a number: a counter stands at it, any other word after a
    space, and what a share is of before it.

    >>> around_number("persons", False), around_number("km", False), around_number("매출", False)
    (('', '명'), ('', ' km'), ('', ' 매출'))
    >>> around_number("% of GDP", True), around_number("% of each fund", True)
    (('GDP 대비 ', '%'), ('', '% of each fund'))
    >>> around_number("명(인구 10만 명당)", False)
    ('', '명(인구 10만 명당)')
    """
    if percent:
        rest = unit.partition(" ")[2]
        of = PERCENT_OF.get(rest.removeprefix("of "), "")
        return (f"{of} ", "%") if of else ("", f"% {safe(rest)}".rstrip())
    if _SCALE.sub("", without_remark(unit)) in COUNTERS:
        return "", unit
    return "", korean(unit) or (f" {safe(unit)}" if unit else "")


#: A scale of money, and the next one below it.
_BELOW = {"조": "억", "억": "만", "만": ""}


def in_scales(number: str, after: str) -> str:
    """An amount of money in a large unit with a fraction, as Korean writes it: digit for digit.

    >>> in_scales("1.226", "조 원"), in_scales("-82.00001", "조 원"), in_scales("3.5", "만 원")
    ('1조 2,260억 원', '-82조 1,000만 원', '3만 5,000원')
    >>> in_scales("-0.99995", "조 원")
    '-9,999억 5,000만 원'
    """
    scale, _, currency = after.partition(" ")
    whole, _, digits = number.partition(".")
    sign, size = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    parts = [f"{size}{scale}"] if size != "0" else []
    while scale and digits.strip("0"):
        scale, here, digits = _BELOW[scale], digits[:4].ljust(4, "0"), digits[4:]
        rest = f".{digits}" if not scale and digits else ""
        if int(here) or rest:
            parts.append(f"{int(here):,}{rest}{scale}")
    written = sign + " ".join(parts)
    return written + (currency if written[-1:].isdigit() else f" {currency}")


def _scaled(unit: str) -> str:
    """A unit that counts many at once, of things or of nothing in particular."""
    many, _, rest = unit.partition(" ")
    scale, counter = SCALES.get(many.lower(), ""), counter_of(rest)
    return f"{scale} {counter}".rstrip() if scale and (counter or not rest) else ""


def _rate(unit: str) -> str:
    """So many of one thing for so many of another: its number is of the first."""
    what, _, of = f" {unit}".partition(" per ")
    what, each = what.strip(), _each(of)
    if not each:
        return ""
    counter = counter_of(what) or _scaled(what) or CURRENCIES.get(what, "")
    counter = counter or (f" {what}" if what in READ else "")
    return f"{counter}({each})" if counter or not what else ""


def _each(of: str) -> str:
    if of in PER:
        return PER[of]
    found = re.fullmatch(r"([0-9,]+|thousand|million)(?: (.+))?", of)
    if found is None or found[1] not in MANY or (found[2] or "") not in PER_MANY:
        return ""
    before, after = PER_MANY[found[2] or ""]
    many = MANY[found[1]]
    space = " " if after and many.endswith("만") else ""
    return f"{before}{many}{space}{after}당"


def read_aloud(text: str) -> str:
    """How the sign at the end of `text` is read if a number stands before it; else empty.

    >>> read_aloud("3.5 TWh"), read_aloud("627 백만톤CO2eq"), read_aloud("Plan m")
    ('테라와트시', '이산화탄소 환산 톤', '')
    """
    for words in (1, 2):
        before, *sign = text.rsplit(" ", words)
        if before[-1:].isdecimal():
            said = normalize("NFKC", " ".join(sign)).replace("μ", "µ")  # ㎍/㎥ is one letter each
            said = said if said in READ else _SCALE.sub("", said)  # 천toe, 만㎥
            per = said.rpartition("/")[2]
            return READ.get(" ".join(sign)) or READ.get(said) or READ.get(per, "")
    return ""
