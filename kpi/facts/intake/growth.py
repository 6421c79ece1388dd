"""Names that say that figures are changes in per cent: growth rates, 증감률, "on previous year".

Offices leave the sign of per cent out where the name says it. Under such a name 3.2 is no amount of
won or persons. A change of which the name does not say in what it counts may be an amount as well.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.facts.units import is_share, meaning

_LONGEST = 100  # letters of a text that is a name, and no prose
_TIME = r"(?:year|quarter|month|period)"
#: What is in per cent wherever it stands.
_RATE = re.compile(
    r"(?<![^\W\d_])(?:(?:per ?cent(?:age)?|pct\.?|%|relative)"
    r"(?: points?)? (?:annual )?(?:rates? of )?(?:change|growth|variation|increase|decrease)"
    r"|growth[ _-](?:rates?|pct)|rates? of (?:growth|change|increase|decrease|inflation)"
    r"|(?:change|growth|variation) in (?:per ?cent|%))(?![^\W_])"
    r"|(?:증감|증가|감소|성장|상승|하락|신장|변동|변화|등락)[률율]"
    r"|(?i:veränderungsrate|wachstumsrate|zuwachsrate|veränderung(?:en)? in (?:%|prozent)"
    r"|taux (?:de (?:croissance|variation)|d[’']évolution|d[’']accroissement)"
    r"|(?:évolution|variation) en (?:%|pourcentage)|tasas? de (?:crecimiento|variación)"
    r"|variación (?:porcentual|interanual)|tass[oi] di (?:crescita|variazione)"
    r"|variazion[ei] percentual[ei]|taxas? de (?:crescimento|variação)|variação percentual"
    r"|variação homóloga|groeipercentage)"
    r"|(?:対?前(?:年|期|月)(?:同[期月])?比|伸び率|増減率|増加率|成長率|增长率|增速|同比|环比)",
    re.IGNORECASE,
)
#: What may be an amount: a change on the year before.
_CHANGE = re.compile(
    r"(?<![^\W\d_])(?:(?:change|growth|increase|decrease|variation|difference)s?"
    r" (?:on|over|from|since|against|vs\.?|compared (?:with|to))"
    r" (?:the |a )?(?:same |corresponding )?"
    rf"(?:previous|preceding|prior|last|{_TIME})"
    rf"|{_TIME}[- ](?:on|over|to)[- ]{_TIME}|(?P<by>[yqm])(?:/|-?o-?)(?P=by)"
    r"|(?:annual|yearly|quarterly|monthly) (?:change|growth|variation))(?![^\W_])"
    r"|(?:전년|전기|전월|전분기) ?(?:동기|동월|동분기)? ?(?:대비|비(?![가-힣]))"
    r"|(?i:veränderung(?:en)? (?:zum|gegenüber|gg\.?)|(?:évolution|variation) (?:annuelle|sur un an"
    r"|par rapport)|glissement annuel|variación anual)",
    re.IGNORECASE,
)
#: A whole name: the change of one thing, of which no word says more.
_BARE = re.compile(
    r"(?:(?:real|nominal|net|total) )?(?:(?:gdp|gni|gva|output|employment|productivity|population"
    r"|exports?|imports?|sales|revenue|turnover|wages?|prices?|labou?r force) )?growth"
    r"|(?:증감|증감분|change|veränderung|évolution|variación|variazione)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r" ?[(\[（][^()\[\]（）]*[)\]）]")
#: Beside which a change is one thing of several, or a text is prose.
_MORE = re.compile(
    r"(?i:\b(?:and|or|with|und|et|is|are|was|were)\b)|[&;·*※。]|및| y |과 |와 |[은는] |\. "
)


@lru_cache(maxsize=4096)
def change_in(text: str, unit: str, *, named: bool = False, title: bool = False) -> str:
    """What a text says of changes, and the unit is an amount; "" if it says nothing of them.

    Who has `named` the column knows of a change that may be an amount. In a `title` they are what
    the whole table is about, or nothing.

    >>> change_in("Measure: Percentage change", "KRW"), change_in("전년동기대비 증감률", "명")
    ('Percentage change', '증감률')
    >>> change_in("Change on previous year", "persons", named=True), change_in("Growth rate", "%")
    ('', '')
    >>> change_in("Exports and growth rates", "KRW", title=True)
    ''
    """
    text = " ".join(text.replace("_", " ").split())
    if len(text) > _LONGEST or is_share(unit) or meaning(unit).kind == "points":
        return ""
    if (title and _MORE.search(text)) or _RATE.search(unit) or _CHANGE.search(unit):
        return ""
    if found := _RATE.search(text):
        return found[0]
    if named:
        return ""
    found = _CHANGE.search(text) or _BARE.fullmatch(_BRACKETS.sub("", text).strip())
    return found[0].strip() if found else ""
