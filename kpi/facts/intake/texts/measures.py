"""Units of measure, bases of an index and per cent that a text near figures speaks of.

"Waste (kt)" above figures for a target in million tonnes, "Index (2020=100)" for one of 2015=100:
neither is surely the unit, so nothing is read from it. A doubt asks.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from kpi.facts.intake.texts.currencies import IN_BRACKETS
from kpi.facts.intake.texts.size_words import in_signs, size_before
from kpi.facts.intake.texts.spellings import in_our_years
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.units import in_size, is_share, meaning, power_of, without_size

_LONGEST = 200  # letters of a text that are looked at
_MOST_TYPED = 9  # digits of a factor
_PREFIXES = {"": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
_SECONDS = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800,
            "month": 2_629_746, "year": 31_556_952}  # fmt: skip
_SECONDS_IN_KOREAN = {"초": 1, "분": 60, "시간": 3_600, "일": 86_400, "개월": 2_629_746}
_JOULES = {"J": 1, "Wh": 3_600, "toe": 41_868_000_000}
_SQUARE_METRES = {
    "m2": "1", "m²": "1", "㎡": "1", "square metres": "1", "square meters": "1",
    "ha": "1E+4", "hectares": "1E+4", "acres": "4046.8564224",
    "km2": "1E+6", "km²": "1E+6", "㎢": "1E+6", "square km": "1E+6",
}  # fmt: skip
_METRES = {"km": "1E+3", "metres": "1", "meters": "1", "miles": "1609.344"}
_CUBIC_METRES = {
    "m3": "1", "m³": "1", "㎥": "1", "cubic metres": "1", "cubic meters": "1",
    **dict.fromkeys(("hm3", "hm³", "mcm"), "1E+6"),
    **dict.fromkeys(("km3", "km³", "bcm"), "1E+9"), "litres": "0.001", "liters": "0.001",
}  # fmt: skip
_GRAMS = {
    "lb": "453.59237", "lbs": "453.59237", "short tons": "907184.74", "tons": "1E+6",
    "tonne": "1E+6", "tonnes": "1E+6", "Tonnen": "1E+6", "톤": "1E+6",
    "metric tons": "1E+6", "metric tonnes": "1E+6",
}  # fmt: skip
#: Barrels a day, of which "mb" are a million, as of the International Energy Agency.
_BARRELS = {sign: power for power, signs in {
    0: ("b/d", "bpd", "bbl/d", "barrels/day", "배럴/일",
        *(" ".join(("barrels", each, "day")) for each in ("per", "a"))),
    3: ("kb/d", "kbd", "kbpd", "kbbl/d", "Mbbl/d"), 6: ("mb/d", "Mb/d", "mbd", "mbpd", "MMbbl/d"),
}.items() for sign in signs}  # fmt: skip
#: The sign of a unit -> what it measures, and how many of the smallest it is.
_MEASURES: dict[str, tuple[str, Decimal]] = {
    **{f"{prefix}{sign}": (sign, Decimal(1).scaleb(power))
       for sign in ("W", "bit/s") for prefix, power in _PREFIXES.items()},
    **{f"{prefix}{sign}": ("J", Decimal(joules).scaleb(power))
       for sign, joules in _JOULES.items() for prefix, power in _PREFIXES.items()},
    **{sign: (what, Decimal(metres)) for what, signs in (
        ("length", _METRES), ("area", _SQUARE_METRES), ("volume", _CUBIC_METRES),
    ) for sign, metres in signs.items()},
    **{f"{prefix}g": ("g", Decimal(1).scaleb(power)) for prefix, power in _PREFIXES.items()},
    **{f"{prefix}t": ("g", Decimal(1).scaleb(power + 6)) for prefix, power in _PREFIXES.items()
       if prefix not in ("P", "E")},
    **{sign: ("barrels", Decimal(1).scaleb(power)) for sign, power in _BARRELS.items()},
    **{name: ("g", Decimal(grams)) for name, grams in _GRAMS.items()},
    **{f"{name}{end}": ("time", Decimal(seconds))
       for name, seconds in _SECONDS.items() for end in ("", "s")},
    **{name: ("time", Decimal(seconds)) for name, seconds in _SECONDS_IN_KOREAN.items()},
}  # fmt: skip
_SIGN = "|".join(map(re.escape, _MEASURES))
#: What a sign may bear behind it: MtCO2e, and MWe, MWp, MWac of power stations.
_BEHIND = "(?:CO[2₂][A-Za-z]*|(?<=[kMGT]W)(?:[ep]|el|th|ac|dc|AC|DC))?"
#: Where a sign is one of a unit, and no letter or word of a sentence: in brackets, behind "in" or
#: the last comma, alone; of two capitals or more, anywhere.
_PLACED = re.compile(
    rf"(?:[(\[（] ?(?:in )?)({_SIGN}){_BEHIND}(?![^\W_])"
    rf"|(?<=[천만억])({_SIGN}){_BEHIND}(?![^\W_])"
    rf"|(?:\bin |[,:] ?)({_SIGN}){_BEHIND}(?=$|[)\],;）]| per )"
    r"|(?<![^\W_])([kMGTPE](?:Wh|toe|bit/s))(?![^\W_])"
    rf"|^({_SIGN}){_BEHIND}$"
)
_OWN = re.compile(rf"(?:(?<![^\W_])|(?<=[천만억]))({_SIGN}){_BEHIND}(?![^\W_])")
#: The last word of a name, in small letters as well where it is written as capacity_mw.
_SMALL = {f"{prefix}{sign}".casefold(): f"{prefix}{sign}" for prefix in "kMGT"
          for sign in ("W", "Wh", "J", "toe", "t") if (prefix, sign) != ("T", "t")}  # fmt: skip
_LAST = re.compile(
    rf"(?: ({'|'.join(_SMALL.values())}){_BEHIND}|_((?i:{'|'.join(_SMALL)})))"
    "(?=$|[ _](?i:CO[2₂]))"
)
#: Behind which a sign is that of an amount, and not of the figures: plants of over 100 MW.
_NUMBER = re.compile(r"(?<![^\W_])(?!(?:19|20)[0-9]{2}[ (])[0-9][0-9.,]*[ (]*$")
_BASE = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2}(?:[-–/][0-9]{2,4})?)[^0-9=]{0,10}= ?100(?![0-9.])"
)
#: The base without its 100 behind it: base 100 en 2020, Base 2021.
_BASE_FIRST = re.compile(
    r"\b(?:base|basis)(?: 100)?(?: (?:en|in|year))?:? ((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE
)
#: Each figure in per cent of the one before it, or of that a year ago: a growth, and no level.
_CHAINED = re.compile(
    r"(?:(?:previous|preceding|prior|last) (?:year|quarter|month|period)"
    r"|(?:same|corresponding) (?:month|quarter|period) of (?:the )?(?:previous|preceding|last) year"
    r"|vor(?:jahr|monat|quartal|periode)\w*|(?:année|mois|période|trimestre) précédente?"
    r"|(?:año|mes|período|trimestre) anterior|(?:ano|mês) anterior"
    r"|(?:전년|전월|전분기|전기)(?:도|동월|동기|동분기)?|[上前](?:年|月|期|季)(?:同[月期季])?)"
    r" ?[=＝] ?100(?![0-9.])",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"[(\[（] ?(?:[^\W\d_]{2,12} )?(%|per ?cent|percentages?|퍼센트|prozent)"
    r"(?: (?:of|growth|change|per) [^()\[\]（）]*| (?:growth|change))? ?[)\]）]",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[（]")
_ONLY_SIGN = re.compile(rf"[^(\[（]*[(\[（] ?(?:in )?({_SIGN}){_BEHIND} ?[)\]）][^(\[（]*")


def measure_beside(text: str, unit: str) -> tuple[str, Decimal]:
    """What a text says of another unit of the same measure, and the factor; "" and 1 if nothing.

    >>> measure_beside("Waste (kt)", "million tonnes"), measure_beside("Power in GWh", "TWh")
    (('kt', Decimal('0.001')), ('GWh', Decimal('0.001')))
    >>> measure_beside("Waste (kt)", "kt"), measure_beside("Days lost in a year", "hours")
    (('', Decimal('1')), ('', Decimal('1')))
    >>> measure_beside("Billion kWh", "TWh"), measure_beside("Wind farms over 100 MW", "GW")
    (('', Decimal('1')), ('', Decimal('1')))
    """
    sign, times = _measured(text, unit)
    return ("", times) if times == 1 else (sign, times)


def factor_of(stated: str, unit: str) -> Decimal | None:
    """By what figures of a stated unit are multiplied that are wanted in `unit`; None if it is not
    known that both measure the same.

    >>> factor_of("million tonnes", "MtCO2e"), factor_of("million kWh", "TWh")
    (Decimal('1'), Decimal('0.001'))
    >>> factor_of("kWh", "kW") is None
    True
    """
    theirs, ours = (meaning(in_signs(" ".join(text.split()))) for text in (stated, unit))
    their_sign, our_sign = (_OWN.fullmatch(side.noun) for side in (theirs, ours))
    if their_sign is None or our_sign is None:
        sign, factor = _measured(f"({stated})", unit)
        return factor if sign else None
    (measure, size), (our_measure, our_size) = _MEASURES[their_sign[1]], _MEASURES[our_sign[1]]
    factor = size.scaleb(theirs.power) / our_size.scaleb(ours.power)
    return factor.normalize() if measure == our_measure else None


def is_typed(factor: Decimal) -> bool:
    """Whether a factor has so few digits that a person would type it."""
    return len(factor.as_tuple().digits) <= _MOST_TYPED


def advice_on(factor: Decimal) -> str:
    """What to do where figures may have to be multiplied by a factor; by 1 if none is known."""
    if factor == 1 or not is_typed(factor):
        return "convert them in the file, or add --scale 1 if they are in the unit already"
    return f"add --scale {factor:f}, or --scale 1 if they are in the unit already"


def has_prefix(unit: str) -> bool:
    """Whether a unit is a sign for a size of another one.

    >>> has_prefix("MtCO2e"), has_prefix("TWh"), has_prefix("tonnes"), has_prefix("members")
    (True, True, False, False)
    """
    found = _OWN.fullmatch(meaning(in_signs(" ".join(unit.split()))).noun)
    return found is not None and found[1][1:] in _MEASURES


def refuse_other_size(given: str, stated: str, before: str, scale: Decimal | None) -> None:
    """Raises Wrong where a person says of thousands that they are ones, or one thing of both.

    `given` is the unit that the person says, `stated` the file's, `before` the first of the file.
    Of "million kWh" it may be said that they are TWh, with a `scale`; and of "billion kWh" without.
    """
    between = factor_of(stated, before)
    if between != 1 if between else power_of(stated) != power_of(before):
        what = f"the unit is {shown(stated)}, and {shown(before)} before"
        raise Wrong(what, "import the rows of each apart, with --filter and --unit")
    right = in_size(stated, given)
    factor = factor_of(stated, given) if power_of(stated) and right != given else Decimal(1)
    if factor == 1 or (factor and scale is not None):
        return
    what = f"the file counts in {shown(stated)}, and --unit says {shown(given)}"
    if factor:
        raise Wrong(what, f'add --unit "{given}" --scale {factor:f}')
    raise Wrong(what, f'add --unit "{right}" instead' if right else "leave --unit out, or mend it")


@lru_cache(maxsize=4096)
def _measured(text: str, unit: str) -> tuple[str, Decimal]:
    """The sign in a text of a unit that measures the same, and the factor, which may be 1; "" and 1
    where none surely is.

    A sign is one where it stands as one, or behind a size: million tonnes of waste.
    """
    text, unit = (in_signs(" ".join(words.split())) for words in (text[:_LONGEST], unit))
    text = _LAST.sub(lambda found: f" ({found[1] or _SMALL[found[2].casefold()]})", text)
    bare = without_size(unit)
    if (rate := _measured_below(text, bare)) is not None:
        return rate
    text, bare = _above_a_stroke(text, bare)
    ours = [(*_MEASURES[match[1]], power_of(unit) or size_before(bare, match.start())[0])
            for match in _OWN.finditer(bare)]  # fmt: skip
    signs = {match.start(n): match[n] for match in _PLACED.finditer(text) if (n := match.lastindex)}
    sizes = {match.start(): match[1] for match in _OWN.finditer(text)}
    signs |= {start: sign for start, sign in sizes.items() if size_before(text, start)[0]}
    placed = [(*size_before(text, start), start, sign) for start, sign in sorted(signs.items())
              if ours and _MEASURES[sign][0] == ours[0][0]]  # fmt: skip
    placed = [place for place in placed if place[0] or not _NUMBER.search(text[: place[1]])]
    theirs = {_MEASURES[sign] for *_, sign in placed}
    if len(ours) != 1 or len(theirs) != 1:
        return "", Decimal(1)
    size, begin, start, sign = placed[0]  # 9 in "billion kWh"
    factor = _MEASURES[sign][1].scaleb(size) / ours[0][1].scaleb(ours[0][2])
    same = _MEASURES[sign] == ours[0][:2]
    word = text[begin:start].rstrip("(") if same else ""  # thousand km, for one of km
    return word + sign, factor.normalize()


_STROKE = re.compile("(?P<above>.+?) ?(?:/| per ) ?(?P<below>.+)")


def _above_a_stroke(text: str, unit: str) -> tuple[str, str]:
    """A text and a unit without what both have below a stroke: of kg/ha and t/ha kg and t."""
    rate = _STROKE.fullmatch(unit)
    end = rate.end("above") if rate else 0
    if rate is None or any(sign.start() < end < sign.end() for sign in _OWN.finditer(unit)):
        return text, unit  # the stroke of Mbit/s is a part of its sign
    below = rf"([^\s(\[（,:/]+) ?(?:/| per ) ?{re.escape(rate['below'])}(?![^\W_])"
    above, times = re.subn(below, r"(\1)", text)
    return (above, unit[:end]) if times == 1 else (text, unit)


_BELOW = re.compile(r"(?:^|[(\[（,:] ?)([^(\[（,:/]+?) ?(?:/|\bper) ?$")


def _measured_below(text: str, unit: str) -> tuple[str, Decimal] | None:
    """The sign and the factor of two amounts for one of a measure, where more below is less, as of
    원/MWh and 원/kWh; None if they are no such amounts."""
    ours, theirs = ([(match[1], *size_before(part, match.start())) for match in _OWN.finditer(part)]
                    for part in (unit, text))  # fmt: skip
    if len(ours) != 1 or len(theirs) != 1:
        return None
    (our_sign, our_power, our_start), (sign, power, start) = ours[0], theirs[0]
    (our_measure, our_size), (measure, size) = _MEASURES[our_sign], _MEASURES[sign]
    our_money, their_money = _BELOW.search(unit[:our_start]), _BELOW.search(text[:start])
    if our_measure != measure or our_money is None or their_money is None:
        return None
    ratio = Decimal(1).scaleb(power_of(their_money[1]) - power_of(our_money[1]))
    return sign, (ratio * our_size.scaleb(our_power) / size.scaleb(power)).normalize()


def rate_beside(text: str, unit: str) -> str:
    """What brackets, or a whole name, say of an amount a day where the unit is none; "" if nothing.

    >>> rate_beside("Waste (tonnes per day)", "tonnes"), rate_beside("폐기물(톤/일)", "톤")
    ('tonnes per day', '톤/일')
    >>> rate_beside("Waste (tonnes per year)", "tonnes"), rate_beside("Waste (t/d)", "t/d")
    ('', '')
    """
    ours = meaning(unit)
    for part in (*IN_BRACKETS.findall(text[:_LONGEST]), text.rpartition(":")[2][:_LONGEST]):
        stated = part.strip("()（） ")
        found = _A_DAY.search(stated)
        noun = meaning(stated[: found.start()].strip()).noun if found else ""
        measures = [_MEASURES[name][0] for name in (noun, ours.noun) if name in _MEASURES]
        alike = len(measures) == 2 and measures[0] == measures[1]
        if noun and (alike or noun.casefold() == ours.noun.casefold()):
            return str(stated)
    return ""


_A_DAY = re.compile(
    r" ?(?:/|per |a ) ?(?:d|day|일|week|주|month|월|h|hour|hr|시간|s|sec|second|minute)$", re.I
)


def base_beside(text: str, unit: str) -> str:
    """The base of an index in a text, if it is another than the unit's; "" if it is not.

    One of the figure before is another than that of any unit which does not say so.

    >>> base_beside("Prices, 2020 = 100", "2015=100"), base_beside("2015=100", "index, 2015=100")
    ('2020=100', '')
    >>> base_beside("base 100 en 2020", "2015=100"), base_beside("CPI (previous year=100)", "index")
    ('2020=100', 'previous year=100')
    """
    text = in_our_years(text[:_LONGEST].replace("＝", "="))
    if (chained := _CHAINED.search(text)) and not _CHAINED.search(unit):
        return chained[0]
    own_base = _BASE.search(unit)
    base = _BASE.search(text) or _BASE_FIRST.search(text)
    return f"{base[1]}=100" if own_base and base and own_base[1] != base[1] else ""


def percent_beside(text: str, unit: str) -> str:
    """The only bracket of a title, if it says per cent and the unit is none; "" if it does not.

    >>> percent_beside("Firms with AI (%)", "companies"), percent_beside("Firms (%)", "%")
    ('%', '')
    >>> percent_beside("GDP growth (annual %)", "KRW"), percent_beside("R&D (% of GDP)", "KRW")
    ('%', '%')
    """
    percent = _PERCENT.search(text[:_LONGEST])
    if percent is None or is_share(unit) or meaning(unit).kind == "points":
        return ""
    return percent[1] if len(_BRACKET.findall(text)) == 1 else ""


def measure_of(text: str) -> str:
    """The measure in the only bracket of a name, where its sign is no single letter; "" if none.

    >>> measure_of("Renewables (GWh)"), measure_of("Share (t)"), measure_of("Leave (days)")
    ('GWh', '', '')
    """
    found = _ONLY_SIGN.fullmatch(text[:_LONGEST])
    return found[1] if found and found[1][1:] and _MEASURES[found[1]][0] != "time" else ""
