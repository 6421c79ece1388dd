"""A unit as others spell it: in the codes of statistics offices, in the signs of Japan, in Korean
counters, without its blanks, or of the carbon in CO2.
"""

from __future__ import annotations

import re

from kpi.facts.quantities.units import meaning, with_size

#: What may stand in for tonnes of CO2: those of the carbon in it, of which 12 are 44.
OF_CARBON = re.compile(
    r"(?i:\b(?:(?:metric )?ton(?:ne)?s?|[kMG]?t) (?:of )?(?:carbon|(?-i:C))\b"
    r"(?! ?(?:dioxide|eq|foot|intens|neutral|credit|price|market)))"
    r"|(?<![A-Za-z])[kMG]?[tT]C(?![A-Za-z0-9₂])|탄소 ?톤"
)
_CO2 = re.compile("CO[2₂]")


def is_carbon(stated: str, unit: str) -> bool:
    """Whether a stated unit is one of carbon, and figures are wanted in one of CO2.

    >>> is_carbon("thousand metric tons of C", "Mt CO2"), is_carbon("kt CO2", "Mt CO2")
    (True, False)
    """
    return bool(_CO2.search(unit) and OF_CARBON.search(stated))


#: Units in the codes of Eurostat and the OECD, in words that are read.
_UNIT_CODES = (
    (re.compile("P[CT](?:_(?!.*(?:PNT|CHG)).*)?|PERCENT"), "%"),
    (re.compile("(?i:per ?cent(?:age)?|pct|prozent|퍼센트|백분율|비율) ?[(][%％][)]"), "%"),
    (re.compile("연 ?[%％]"), "%"),  # of the Bank of Korea: per cent a year
    (re.compile("THS_PER"), "thousand persons"),
    (re.compile("PS"), "persons"),  # of the OECD
    (re.compile("T"), "tonnes"),
    (re.compile("THS_T"), "thousand tonnes"),
    (re.compile("(?i:(thousand|million|billion|trillion)s of) (.+)"), r"\1 \2"),
    (re.compile("(MIO|MRD|THS)_([A-Z]{3})"), r"\1 \2"),
)
#: Units of Japan whose sizes are those of Korea: 億円 is 억엔, 千人 is 천명. 元 may be two moneys.
#: 억불 is 억달러.
_SINO = re.compile("(?:10)?[十百千]*[万萬億兆]?(?:円|人|件|台|戸)|(?:10{0,2})?[십백천]*[만억조]?불")
_IN_HANGUL = str.maketrans("十百千万萬億兆円人件台戸", "십백천만만억조엔명건대호", "") | {
    ord("불"): "달러"
}
#: A code and what it means: "PSNS: Persons", "368: Per cent per year".
_LABELLED = re.compile("(?P<code>[A-Z0-9][A-Z0-9_]*): (?P<label>.+)")


def unit_of_code(text: str) -> str:
    """A stated unit in words that are read: that of a code, of a code with its label, of 億円.

    >>> unit_of_code("MIO_EUR"), unit_of_code("PSNS: Persons"), unit_of_code("억불")
    ('MIO EUR', 'Persons', '억달러')
    """
    labelled = _LABELLED.fullmatch(text)
    for code, unit in _UNIT_CODES:
        if found := code.fullmatch(labelled["code"] if labelled else text):
            return found.expand(unit)
    if _SINO.fullmatch(text):
        return text.translate(_IN_HANGUL)
    return labelled["label"] if labelled else text


#: Korean counters, and the units that say no more than what is counted in them. That of women, 명
#: as well, says who is counted, which a file in 명 does not.
_COUNTED = {
    "명": ("persons", "people"), "가구": ("households",), "건": ("cases",),
    "개사": ("companies", "firms", "enterprises"),
}  # fmt: skip


def as_counted(stated: str, unit: str | None) -> str:
    """A stated unit in the words of `unit`, where it is the Korean counter of that, in any size.

    >>> as_counted("천명", "persons"), as_counted("명", "thousand people")
    ('thousand persons', 'people')
    >>> as_counted("명", "women")
    '명'
    """
    theirs, ours = meaning(stated), meaning(unit or "")
    if not unit or ours.noun.casefold() not in _COUNTED.get(theirs.noun, ()):
        return stated
    if theirs.power == ours.power:
        return unit
    return with_size(theirs.power, ours.noun) or (stated if theirs.power else ours.noun)


_SQUEEZED = str.maketrans("₂₃²³", "2323", " .")


def squeezed(unit: str) -> str:
    """A unit without what writers of it leave out: MtCO₂ is Mt CO2."""
    return unit.translate(_SQUEEZED)


def is_same_unit(unit: str, other: str) -> bool:
    """Whether two units are one in two spellings: MtCO₂e and Mt CO2e, m³ and m3."""
    return squeezed(unit).casefold() == squeezed(other).casefold()
