"""What a unit is, as far as its figures are written by it: a percentage, an index, money, a count.

The same few units stand beside all figures of a ledger, so what was read of one is kept.
"""

from __future__ import annotations

from kpi.facts.quantities.scales import POWERS
from kpi.render.wording.vocabulary import CURRENCIES
from kpi.values import NamedTuple

_PERCENT = ("%", "percentage", "percent", "per cent", "퍼센트")
#: The currencies by their Korean names, and what officials call dollars beside: 백만불, 천 미불.
_NAMES = (*CURRENCIES.items(), *(("USD", name) for name in ("미달러", "미불", "불")))
#: Before a currency in Korean: 백만원, 억달러.
_KOREAN_SCALES = {"": 0, "천": 3, "만": 4, "십만": 5, "백만": 6, "천만": 7, "억": 8, "십억": 9,
                  "백억": 10, "천억": 11, "조": 12}  # fmt: skip
_SCALES = {"": 0} | POWERS


#: Words for the size of a count, before what is counted: English -> Korean.
_SIZES = {
    "thousand": "천", "million": "백만", "mn": "백만", "billion": "10억", "bn": "10억",
    "trillion": "조", "tn": "조",
} | {korean: korean for korean in ("천", "만", "십만", "백만", "천만", "억", "조")}  # fmt: skip


class Unit(NamedTuple):
    """A unit; of the first three one at most is given."""

    share_of: str | None  # of a percentage what it is of, " of GDP"; empty where nothing is said
    currency: str | None
    is_index: bool  # it says what an index is 100 for, which stands behind no number
    power: int  # of ten, in which money is counted


def unit_of(text: str) -> Unit:
    """What a unit is.

    >>> unit_of("% of GDP").share_of, unit_of("per cent").share_of, unit_of("percentage points")[0]
    (' of GDP', '', None)
    >>> unit_of("KRW bn").currency, unit_of("KRW bn").power, unit_of("index (2015 = 100)").is_index
    ('KRW', 9, True)
    """
    unit = _read.get(text)
    if unit is None:
        if len(_read) >= _MOST_KEPT:
            _read.clear()
        currency, power = _money(text) or (None, 0)
        index = currency is None and text.rstrip(" )]").endswith(("=100", "= 100"))
        unit = _read[text] = Unit(_share_of(text), currency, index, power)
    return unit


_MOST_KEPT = 1_000
_read: dict[str, Unit] = {}


def _share_of(unit: str) -> str | None:
    """The rest of the unit of a percentage. Percentage points are no percentage.

    As `facts.quantities.is_share` says it, without the patterns that a table need not load.
    """
    low = unit.lower()
    word = next((spelling for spelling in _PERCENT if low.startswith(spelling)), None)
    if word is None:
        return None
    rest = unit[len(word) :]
    points = rest.lstrip().lower().startswith(("point", "포인트"))
    return rest if not points and rest[:1] in ("", " ") else None


def _money(unit: str) -> tuple[str, int] | None:
    """The currency of a unit and the power of ten that it counts in; None if it is not money."""
    korean = unit.replace(" ", "")
    for currency, name in _NAMES:
        scale = korean.removesuffix(name)
        if scale != korean and scale in _KOREAN_SCALES:
            return currency, _KOREAN_SCALES[scale]
    code, _, scale = unit.partition(" ")
    return (code, _SCALES[scale]) if code in CURRENCIES and scale in _SCALES else None


def counted_in(text: str, lang: str = "en") -> str:
    """In what the recorded figures of a unit count, by which a number without a unit is read.

    >>> counted_in("KRW bn", "ko"), counted_in("KRW", "ko"), counted_in("억 원", "ko")
    ('십억 원', '원', '억 원')
    """
    unit = unit_of(text)
    if lang != "ko" or unit.currency is None or not text.isascii():
        return text
    scale = next(word for word, power in _KOREAN_SCALES.items() if power == unit.power)
    return f"{scale} {CURRENCIES[unit.currency]}".lstrip()


def size(unit: str, lang: str = "en") -> str:
    """The size in which a unit counts, to stand behind a number without the rest of the unit.

    >>> size("million jobs"), size("million jobs", "ko"), size("만 명"), size("companies")
    (' million', '백만', ' 만', '')
    >>> "1,226" + size("billion trees", "ko")  # and not 1,22610억
    '1,226×10억'
    """
    word, _, counted = unit.partition(" ")
    if not counted or word not in _SIZES:
        return ""
    if lang != "ko":
        return f" {word}"
    return f"×{_SIZES[word]}" if _SIZES[word][0].isdigit() else _SIZES[word]


def bare(unit: str) -> str:
    """A unit without its words: of money all of it, of a share the sign, of others nothing."""
    share_of, code, *_ = unit_of(unit)
    return unit if code is not None else "" if share_of is None else "%"
