"""Names that say that figures are in per cent: growth rates, 증감률, shares; "on previous year".

Offices leave the sign of per cent out where the name says it. Under such a name 3.2 is no amount of
won or persons. A change of which the name does not say in what it counts may be an amount as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kpi.facts.intake.doubts.labels import (
    MOST_LABELS,
    MOST_TITLES,
    OTHERS,
    distinct,
    not_in,
    only_remarks,
    value_columns,
)
from kpi.facts.intake.doubts.series import Series
from kpi.facts.intake.rows import VALUE, Record
from kpi.facts.intake.texts.headings import may_state
from kpi.facts.keys.fields import Wrong
from kpi.facts.quantities.units import is_share, meaning

LONGEST = 100  # letters of a text that is a name, and no prose
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
#: Parts of a whole and rates: of firms, of GDP. Rates of exchange and of pay are amounts.
_SHARE = re.compile(
    r"(?<![0-9])(?<![0-9] )(?:%|(?<![^\W\d_])(?:per ?cent(?:age)?|pct\.?|prozent|pour ?cent))"
    r" (?:share )?(?:of|von|de[rs]?)\b|^% (?=[^\W\d])"
    r"|(?:\b(?:in|en)|,) (?:%|per ?cent|pct\.?|prozent|pour ?cent)$"
    r"|\b(?:market |percentage )?shares? (?:of|in)\b|\bproportion of\b|\bmarket share\b"
    r"|(?<!exchange)(?<!hourly)(?<!daily)(?<!wage)(?<!pay)(?<!freight)(?<!fertility)(?<!birth)"
    r"(?<!room)(?<!flow)(?<!rental) rate(?=$| ?[(\[,:]| of\b)"
    r"|(?:비율|비중|점유율)|(?<![환배요법자조규선효])(?<!출산)[률율](?=$|[ (（\[])"
    r"|(?:anteil|quote)(?=$|[ (])|\bpart (?:de|des|du)\b|\btaux d(?!e change)"
    r"|\btasa de(?! cambio)|割合|(?<![汇匯])率(?=$|[（(])"
    r"|구성비|構成比|比重|占比|\bporcentajes?\b|\bpercentua(?:l|is|le|li)\b|\bpourcentages?\b"
    r"|\bpart (?:dans|en)\b|\bparticipación (?:en|porcentual)\b|\baandeel\b|\bprozent(?=$|[ )])",
    re.IGNORECASE,
)
#: The same at the end of the name of a variable: users_pct, exports_growth. Green growth is a
#: policy, and a car share a firm.
_VARIABLE = re.compile(
    r"(?<=_)(?<!green_)(?<!car_)(?<!bike_)(?<!ride_)(?:pct|perc|percent|percentage|share|growth)$",
    re.IGNORECASE,
)
#: Units in which rates and shares are counted, too.
_NO_AMOUNT = re.compile(r"=|/|당|배|지수|\b(?:per|index|points?|scores?|ratios?|rates?)\b", re.I)
#: Money has none.
_INDEX = re.compile(
    r"\bindex(?:es)?\b|지수(?=$|[ (（\[])|指数|\bindice\b|\bíndice\b", re.IGNORECASE
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
    r"|(?i:veränderung(?:en)? (?:zum|gegenüber|gg\.?)"
    r"|[eé]volution (?:annuelle|sur un an|par rapport)"
    r"|variation (?:annuelle|sur un an|par rapport)|glissement annuel"
    r"|variación (?:anual|mensual|trimestral|acumulada)"
    r"|variação (?:em 12 meses|anual|mensal|trimestral|acumulada)|jaarmutatie|kwartaalmutatie"
    r"|(?:ontwikkeling|mutatie) (?:t\.?o\.?v\.?|ten opzichte van))|比上[年月]",
    re.IGNORECASE,
)
#: A whole name: the change of one thing, of which no word says more.
_BARE = re.compile(
    r"(?:(?:real|nominal|net|total) )?(?:(?:gdp|gni|gva|output|employment|productivity|population"
    r"|exports?|imports?|sales|revenue|turnover|wages?|prices?|labou?r force) )?growth"
    r"|(?:증감|증감분|change|veränderung|évolution|variación|variazione)",
    re.IGNORECASE,
)
#: What is the change of a share where the unit is per cent as well.
_OF_SHARE = re.compile(
    r"(?i:(?:percentage|%)[- ]points? change|change,? in (?:percentage points?|pp)\b|\bpp change"
    r"|(?:, |\()change(?=$|\))"
    r"|^change in (?:the )?(?:[^\W\d_]+ )*(?:rate|share|proportion|ratio)\b)"
    r"|증감(?:분|폭)?(?=$| ?[(（])"
)
_BRACKETS = re.compile(r" ?[(\[（][^()\[\]（）]*[)\]）]")
#: Beside which a change is one thing of several, or a text is prose.
MORE = re.compile(
    r"(?i:\b(?:and|or|with|und|et|is|are|was|were)\b)|[;·*※。]| & |및| y |과 |와 |[은는] |\. "
)


def spaced(name: str) -> str:
    """A name with single blanks between its words, also that of a variable: users_pct."""
    return " ".join(name.replace("_", " ").split())


@lru_cache(maxsize=4096)
def change_in(
    text: str, unit: str, *, named: bool = False, title: bool = False, shares: bool = True
) -> str:
    """What a text says of changes or parts, and the unit is an amount; "" if nothing.

    Who has `named` the column knows of a change that may be an amount. In a `title` they are what
    the whole table is about, or nothing.

    >>> change_in("Measure: Percentage change", "KRW"), change_in("전년동기대비 증감률", "명")
    ('Percentage change', '증감률')
    >>> change_in("Change on previous year", "persons", named=True), change_in("Growth rate", "%")
    ('', '')
    >>> change_in("Exports and growth rates", "KRW", title=True)
    ''
    """
    variable = _VARIABLE.search(text)
    text = spaced(text)
    if len(text) > LONGEST or is_share(unit) or meaning(unit).kind == "points":
        return ""
    if (title and MORE.search(text)) or any(
        pattern.search(unit) for pattern in (_RATE, _CHANGE, _SHARE)
    ):
        return ""
    found = variable or _RATE.search(text)
    if found is None and shares and not _NO_AMOUNT.search(unit):
        found = _SHARE.search(text)
    if found is None and shares and meaning(unit).kind == "money":
        found = _INDEX.search(text)
    if found:
        return found[0].strip()
    if named:
        return ""
    found = _change(text)
    return found[0].strip() if found else ""


def _change(text: str) -> re.Match[str] | None:
    """What a name says of changes that may be amounts; None if nothing."""
    return _CHANGE.search(text) or _BARE.fullmatch(_BRACKETS.sub("", text).strip())


def rate_of_change_in(text: str) -> str:
    """What a text says of changes, in per cent or in points; "" if nothing.

    >>> rate_of_change_in("Employment rate, percentage-point change"), rate_of_change_in("Rate")
    ('percentage-point change', '')
    """
    text = spaced(text)
    found = _RATE.search(text) or _OF_SHARE.search(text) or _change(text)
    return found[0].strip(" ,(") if found else ""


def texts_of(rows: list[Record], series: Series) -> list[tuple[str, bool]]:
    """The texts that say what figures are of, and whether each is a title of the whole table."""
    table, plan = series.table, series.plan
    beside = {*table.columns[1:], *value_columns(table, plan)}
    texts = [(text, True) for text in table.titles[:MOST_TITLES] if text not in beside]
    texts += [(text, False) for text in value_columns(table, plan) if text != VALUE]
    for label in table.labels[:MOST_LABELS]:
        if not only_remarks(label) and len(cells := distinct(rows, label)) == 1:
            texts.append((cells[0], False))
    return texts


def changes(series: Series) -> Iterator[Wrong]:
    """Figures of an amount under a name that says they are changes: "Growth rate", 증감률.

    A column of changes beside the periods of a wide table says nothing of the other figures.
    """
    named, unit = series.plan.figures_named, series.unit
    rows = [row.record for row in series.valued]
    units = any(map(may_state, series.table.titles))
    for text, title in texts_of(rows, series):
        whole = not (title and units)  # else its rows may be of several units
        if word := change_in(text, unit, named=named and not title, title=title, shares=whole):
            yield Wrong(not_in(unit, text, word), OTHERS)
            return
