"""Moneys as offices of many countries write them behind a size: millones de pesos, 亿美元, R$ mil.

None of it is read as a unit. Where it is another money than the target's, a doubt asks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.units import CURRENCIES, MONEY, meaning

_LONGEST = 200  # letters of a text that are looked at
#: Signs of currencies that are those of several, or are not read in a text.
SIGNS = {
    "¥": ("JPY", "CNY"), "kr": ("SEK", "NOK", "DKK", "ISK"), "kr.": ("DKK",), "zł": ("PLN",),
    "₹": ("INR",), "C$": ("CAD",), "A$": ("AUD",), "Fr.": ("CHF",), "$": ("USD", "CAD", "AUD"),
}  # fmt: skip
#: A money by its words; pesos, francs and crowns are of several countries.
_WORDS = {
    "EUR": "euros?|eur|€|ユーロ|欧元|歐元|유로",
    "USD": r"(?:us[- ])?dollars?|dollar|dólares|dólar|usd|us ?\$|(?<![a-z])\$|ドル|美元|달러|불",
    "KRW": "won|krw|원|ウォン|韩元|韓元|韩圆",
    "JPY": "yen|jpy|円|日元|日圆|엔",
    "CNY": "yuan|rmb|cny|人民币|元|위안",
    "GBP": "£|pounds?(?: sterling)?|gbp|英镑|ポンド|파운드",
    "BRL": r"reais|real|brl|r\$",
    "INR": "rupees?|inr|₹",
    "RUB": "руб(?:лей|\\.)?|roubles?|rubles?|rub",
    "PLN": "złotych|zł|zloty|pln",
    "CZK": "kč|korun|czk",
    "TRY": "lira|try|₺",
    "pesos": "pesos",
    "CHF": "franken|chf",
    "kroner": "kroner|kronor|kr",
}
_EACH = "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items())
_SIZE = (
    r"(?:thousands?|millions?|billions?|trillions?|tausend|tsd\.?|millionen|mill\.?|mio\.?"
    r"|milliarden|mrd\.?|milliers?|milliards?|mds?|mil\s?millones|millones|miles|mil|milhões|milhares"
    r"|bilhões|migliaia|milioni|miliardi|mln\.?|mld\.?|miljoen|miljard|duizend|тыс\.?|млн\.?"
    r"|млрд\.?|tys\.?|crores?|lakhs?)"
)
_CJK_SIZE = "(?:[십백천]*[만억조]|[십백]?천|[十百千]*[万萬億亿兆]|[十百]?千)"
#: A size and a money, or a money in brackets; not those of an amount: over 10 million euros.
_STATED = re.compile(
    rf"(?:(?<![^\W_])(?<![0-9])(?<![0-9] ){_SIZE}(?: (?:of|de|di) | ?d['’]| )?"
    rf"|(?<![0-9])(?<![0-9] )(?<![가-힣]){_CJK_SIZE} ?|(?<=[(\[（])(?:in |en )?)"
    rf"(?:(?:current|constant) )?(?:{_EACH})(?![^\W_])",
    re.IGNORECASE,
)
#: The same with the code first: EUR million, US$ bn.
_CODE_FIRST = re.compile(
    r"(?<![^\W_])(?:(?P<USD>USD|US ?\$)|(?P<EUR>EUR|€)|(?P<KRW>KRW)|(?P<JPY>JPY)|(?P<GBP>GBP|£)"
    r"|(?P<CNY>CNY|RMB)) ?(?:thousand|million|billion|trillion|mn|bn|tn|mio|mrd|m)(?![^\W_])"
)
#: Dollars that are none of the United States, and moneys of no country: A$m, PPS, current LCU.
_OTHER_DOLLARS = re.compile(
    r"(?<![^\W_])(?:(?P<AUD>A(?:U|us)?\$|\$A)|(?P<CAD>C(?:A|an|dn)?\$)|(?P<NZD>NZ\$|\$NZ)"
    r"|(?P<HKD>HK\$)|(?P<SGD>S\$)|(?P<TWD>NT\$)|(?P<SAR>SAR(?= (?:m|bn|million|billion)))"
    r"|(?P<XDR>(?:SDR|XDR)(?= (?:m|mn|bn|million|billion))|(?<=illion )SDRs?|(?<=illions of )SDRs?)"
    r"|(?P<parities>PPS|purchasing power standards?|international (?:\$|dollars?))"
    r"|(?P<own>LCU|(?:national|local) currency))(?!\$|[^\W_]{3})"
)


#: A bare figure before or behind which the sign of a money stands; a size behind it is no mark.
_SIGNED = re.compile(
    r"(?P<minus>[-−+(]?) ?(?P<sign>US ?\$|[$€£₩￦¥₹]) ?(?P<number>[-−]?[0-9][0-9.,' \u00a0\u202f]*)"
    r"(?P<rest>\)?(?: ?\(?[per]\)?)?)"
    r"|(?P<first>[-−+(]?[0-9][0-9.,' \u00a0\u202f]*?) ?(?P<behind>[€£$₩￦])(?P<end>\)?)"
)


#: 5.93B is of billions where a money stands before it; else the B may mean a break. The figure
#: begins at one place only: 1 MiB of digits is not tried from each of them.
_BILLIONS = re.compile(r"(?P<figure>(?P<before>.*?)(?<![0-9.,])[.,]*[0-9][0-9.,]*) ?B")


def with_billions(text: str, unit: str) -> str:
    """A figure with the word for billions in the place of a B behind it. Raises Wrong where the
    letter may mean something else.

    >>> with_billions("$5.93B", "USD m"), with_billions("5.93 GB", "GB"), with_billions("7", "%")
    ('$5.93bn', '5.93 GB', '7')
    """
    found = _BILLIONS.fullmatch(text) if not unit.endswith("B") else None
    if found is None:
        return text
    if found["before"].strip("-−+ ").casefold() in CURRENCIES:
        return f"{found['figure']}bn"
    if meaning(unit).kind not in ("money", "count"):
        return text
    remedy = f"write {found['figure']}bn in the file if so, or delete the letter"
    raise Wrong(f"{shown(text)} may count in billions, or be marked as a break", remedy)


def without_sign(text: str, unit: str) -> str:
    """A bare figure without the sign of the money in whose unit it stands anyway; else the text.

    >>> without_sign("€1.2", "EUR bn"), without_sign("-$974", "USD m"), without_sign("7 €", "EUR")
    ('1.2', '-974', '7')
    >>> without_sign("€1.2", "USD bn"), without_sign("€1.2bn", "EUR bn")
    ('€1.2', '€1.2bn')
    """
    found = _SIGNED.fullmatch(text)
    if found is None:
        return text
    sign = (found["sign"] or found["behind"]).replace(" ", "")
    ours = meaning(unit).currency
    if ours not in (CURRENCIES.get(sign.casefold()), *SIGNS.get(sign, ())):
        return text
    parts = ("minus", "number", "rest") if found["sign"] else ("first", "end")
    return "".join(found[part] for part in parts)


#: Before the digits; their sign may stand in front of it.
_IN_FRONT = re.compile(rf"[-−+]? ?(?:{MONEY}) ?(?=[-−+]?[0-9])", re.IGNORECASE)


def in_front(text: str) -> str:
    """The money that stands before the digits of a figure, with the sign of that; "" if none does.

    >>> in_front("€1.200,50"), in_front("-KRW 5"), in_front("5 EUR"), in_front("US$ 5")
    ('€', '-KRW ', '', 'US$ ')
    """
    found = None if text[:1].isdigit() else _IN_FRONT.match(text)
    return found[0] if found else ""


@lru_cache(maxsize=4096)
def other_money(text: str, unit: str) -> str:
    """What a text says of another money than the unit's; "" if it says nothing of one.

    >>> other_money("Gasto (millones de pesos)", "USD m"), other_money("in Mill. EUR", "USD m")
    ('millones de pesos', 'Mill. EUR')
    >>> other_money("输出(亿美元)", "KRW bn"), other_money("Firms over 10 million euros", "USD")
    ('亿美元', '')
    """
    ours = meaning(unit)
    if ours.kind != "money" or len(text) > _LONGEST:
        return ""
    moneys = [
        (match, match.lastgroup or "")
        for pattern in (_STATED, _CODE_FIRST, _OTHER_DOLLARS)
        for match in pattern.finditer(text)
    ]
    theirs = {name for _, name in moneys}
    if not moneys or _may_be(theirs, ours.currency) or _named(text, ours.currency):
        return ""
    return str(moneys[0][0][0])


def _named(text: str, currency: str) -> bool:
    """Whether a text names a money as well, as one that lists the units of several columns."""
    words, text = _WORDS.get(currency, currency), _OTHER_DOLLARS.sub(" ", text)
    return bool(re.search(rf"(?<![^\W_])(?:{words})(?![^\W_])", text, re.IGNORECASE))


def _may_be(names: set[str], currency: str) -> bool:
    """Whether one of the names may be that of a money: a peso is one of Mexico and others."""
    shared = {"MXN": "pesos", "PHP": "pesos", "NOK": "kroner", "SEK": "kroner", "DKK": "kroner",
              "ISK": "kroner"}  # fmt: skip
    dollars = {"CAD", "AUD", "NZD", "SGD", "TWD", "HKD"}
    if "own" in names and currency != "USD":
        return True  # of the country that has it
    return bool(names & {currency, shared.get(currency)}) or (
        currency in dollars and "USD" in names
    )
