"""Moneys that a name speaks of, as offices of many countries write them: millones de pesos, 亿美元,
US$/tonne, cents.

None of it is read as a unit. Where it is another money than the target's, a doubt asks.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from kpi.facts.intake.texts.size_words import power_stated
from kpi.facts.quantities.units import CODES, MONEY_UNIT, Unit, meaning

_LONGEST = 200  # letters of a text that are looked at
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


#: Prices of a year, before money: current US$, constant 2015 US$.
_PRICES = "(?:(?:current|constant|nominal|real)(?: (?:19|20)[0-9]{2})? )?"
IN_BRACKETS = re.compile(rf"[(\[（] ?(?:in |en )?{_PRICES}([^()\[\]（）]+?) ?[)\]）]")
#: What stands at the end of a name without brackets: "Price, US$/tonne", "Fares in cents".
_AT_THE_END = re.compile(r"(?:.*(?:, ?|\b(?:in|en) )|^)([^,]+)$", re.IGNORECASE)
#: Money at the end of the name of a variable: cost_usd, cost_eur_m.
_VARIABLE = re.compile(
    rf"(?<!first)(?<!second)(?<!last)_((?:[bm]ln_|[km])?(?:{'|'.join(CODES)})(?:_(?:k|th|m|mn|bn|tn|thousand|million|billion))?)$",
    re.I,
)
#: The same behind a blank, where the code is in capitals: Aid USD k. "Try" is a word of its own.
_CODE_LAST = re.compile(
    rf" ([km]?(?:{'|'.join(CODES)})(?: (?:k|m|mn|bn|tn|thousand|million|billion|trillion))?)$"
)
#: Hundredths of a money, and whose; a letter is one only where a stroke follows: c/kWh.
_HUNDREDTHS = (
    (re.compile(r"(?:us |u\.s\. |euro|eur |can |aus )?-?(?:cents?|¢|ct)|(?:c|ct)(?=/)"),
     ("USD", "EUR", "CAD", "AUD", "NZD", "SGD", "HKD", "ZAR")),
    (re.compile(r"pence|pennies|p(?=/)"), ("GBP",)),
    (re.compile(r"centimes?"), ("EUR", "CHF")),
    (re.compile(r"øre|öre|kopecks?|paise|groszy?|halé[řr]"), ("NOK", "DKK", "SEK", "RUB", "INR",
                                                               "PLN", "CZK")),
)  # fmt: skip
#: Behind money: for one of something, and not the year that the figure is of.
_FOR_ONE = re.compile(r" ?(?:/|per ) ?(?!(?:year|yr|annum|a|년|연)$)[^\W\d_].*", re.IGNORECASE)
#: The same before money, as in Korean: 톤당 원. 인당 is asked about by itself, 배당 a dividend.
_FOR_EACH = re.compile(r"(?!배당|(?:[1일] ?)?인 ?당|[년연] ?당)[^\s,]+ ?당 ?")
_IS_RATE = re.compile(r"/|\bper\b|당")


def money_beside(text: str, unit: str) -> tuple[str, Decimal]:
    """What a name says of money in another size or currency than the unit's, and the factor.

    In brackets, or of cents and of money for one of something also without. The factor is 1 where
    none is known.

    >>> money_beside("Spending (£m)", "GBP bn"), money_beside("Price (EUR)", "USD")
    (('£m', Decimal('0.001')), ('EUR', Decimal('1')))
    >>> money_beside("Costs (USD) and prices (EUR)", "USD")
    ('', Decimal('1'))
    >>> money_beside("Price (cents)", "USD"), money_beside("US$/tonne", "USD")
    (('cents', Decimal('0.01')), ('US$/tonne', Decimal('1')))
    >>> money_beside("가격(톤당 원)", "KRW"), money_beside("가격(톤당 원)", "원/톤")
    (('톤당 원', Decimal('1')), ('', Decimal('1')))
    """
    ours, other_money = meaning(unit), ("", Decimal(1))
    if ours.kind != "money":
        return other_money
    text = _VARIABLE.sub(lambda found: f" ({found[1].replace('_', ' ')})", text[:_LONGEST])
    last = _CODE_LAST.search(text)
    if last and ours.currency not in text[: last.start()]:
        text = _CODE_LAST.sub(r" (\1)", text)
    brackets = IN_BRACKETS.findall(text)
    ends = _AT_THE_END.findall(IN_BRACKETS.sub("", text).strip())
    for part in (*brackets, *ends):
        if (factor := _smaller(part.strip(), ours)) or _is_price(part.strip(), unit):
            return part.strip(), factor or Decimal(1)
    for part in brackets:
        if not MONEY_UNIT.fullmatch(part):
            continue
        theirs = meaning(part)
        power = theirs.power or power_stated(text)  # in billions (USD), Mrd. EUR
        if (theirs.currency, power) == (ours.currency, ours.power):
            return "", Decimal(1)
        same = theirs.currency == ours.currency
        other_money = (part, Decimal(1).scaleb(power - ours.power) if same else Decimal(1))
    return other_money


def _smaller(text: str, ours: Unit) -> Decimal | None:
    """By what figures in cents are multiplied; 1 where they are another money's, None if none."""
    for pattern, whose in _HUNDREDTHS:
        found = pattern.match(text.casefold())
        if found and (found.end() == len(text) or _FOR_ONE.fullmatch(text[found.end() :])):
            return Decimal(1).scaleb(-2 - ours.power) if ours.currency in whose else Decimal(1)
    return None


def _is_price(text: str, unit: str) -> bool:
    """Whether a text is money for one of something, and the unit is no such rate."""
    each = _FOR_EACH.match(text)
    money = MONEY_UNIT.match(text, each.end() if each else 0)
    if money is None or _IS_RATE.search(unit):
        return False
    rest = text[money.end() :]
    return not rest if each else bool(_FOR_ONE.fullmatch(rest))
