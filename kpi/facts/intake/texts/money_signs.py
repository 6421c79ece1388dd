"""The signs of moneys before and behind the digits of a figure: €1.2, -$974, 7 ₩, $5.93B."""

from __future__ import annotations

import re

from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.units import CURRENCIES, MONEY, meaning

#: Signs of currencies that are those of several, or are not read in a text.
SIGNS = {
    "¥": ("JPY", "CNY"), "kr": ("SEK", "NOK", "DKK", "ISK"), "kr.": ("DKK",), "zł": ("PLN",),
    "₹": ("INR",), "C$": ("CAD",), "A$": ("AUD",), "Fr.": ("CHF",), "$": ("USD", "CAD", "AUD"),
}  # fmt: skip
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
