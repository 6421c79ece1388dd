"""Names of parts of a year, and those that say that figures are of one, or summed since it began.

"Exports, Jan-Sep", "상반기 매출" and "1er semestre" beside years tell that 2023 is not the whole of
it; so do "year to date" and 累计值 that quarters and months are none by themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.facts.intake.texts.month_names import MONTHS, is_month_name, month_called

_LONGEST = 100  # letters of a text that is a name, and no prose
_LONGEST_CELL = 200
#: The name of a part, as a whole cell.
_CELL = re.compile(
    r"(?:[QT][1-4]|[1-4][QT]|[1-4] ?/ ?4(?: ?분기)?|[1-4] ?분기|[HS][12]|[12]H"
    r"|(?:first|second|third|fourth|last|1st|2nd|3rd|4th)[ -](?:quarter|half)|[상하]반기"
    r"|M(?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2]) ?월|(?:0?[1-9]|1[01]) ?월 ?말)",
    re.IGNORECASE,
)
#: From one month to another, of which 1~12월 is the whole year.
_SPAN = re.compile(
    r"([0-9]{1,2}|[a-z]{3,9})\.?월?(?: ?[-–~∼] ?| to | through )([0-9]{1,2}|[a-z]{3,9})\.?( ?월)?",
    re.I,
)
#: What may stand behind the name of a part and says no more of it: 1Q value, 1분기(%), 1~6월 누계.
_BEHIND = re.compile(
    r"(?i: (?:values?|figures?|results?|totals?|averages?|means?)| only"
    r"| ?(?:값|실적|누계|누적|합계|기준|평균))$"
)
_IN_BRACKETS = re.compile(r" ?\([^()]*\)$")
_PART_NAME = re.compile(
    r"(?i)month|quarter|monat|mois|trimestre|quartal|period|\bpart|half|season|time|\bm[eê]se?\b"
    r"|maand|kwartaal|kvartal|m[åa]n[ae]d|월|분기|반기|기간|시점|月|季|header \d"
)
#: Which also are sectors, quintiles, or heights.
_CODES = re.compile("[QHST][1-4]|[1-4][QHT]", re.IGNORECASE)


def is_part_of_year(text: str, column: str | None = None) -> bool:
    """Whether a text is the name of a quarter, a month or a half; also "1" in a column of them.

    Q1 and S1 may be a quintile and a sector: in a column they are parts of a year if it says so.

    >>> [is_part_of_year(text) for text in ("Q1", "1/4분기", "M01", "March", "2024", "Marketing")]
    [True, True, True, True, False, False]
    >>> is_part_of_year("S1", "SECTOR"), is_part_of_year("S1", "Half")
    (False, True)
    """
    named = column is not None and bool(_PART_NAME.search(column))
    text = _BEHIND.sub("", _IN_BRACKETS.sub("", text)) if len(text) <= _LONGEST_CELL else text
    if _spans_months(text):
        return True
    if _CELL.fullmatch(text):
        return not _CODES.fullmatch(text) or named or column is None
    if is_month_name(text):
        return True
    return named and text.isdecimal() and 1 <= int(text[:3]) <= 12


def _spans_months(text: str) -> bool:
    """Whether a text goes from one month to another, and not through the whole year."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return False
    first, last, sign = found.groups()
    if first.isdigit() and last.isdigit():
        return (
            bool(sign) and 1 <= int(first) <= int(last) <= 12 and (int(first), int(last)) != (1, 12)
        )
    begins, ends = _month(first), _month(last)
    if begins is None or ends is None:
        return False
    return (ends - begins + 1) % 12 != 0  # April to March is a year, too


_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def _month(text: str) -> int | None:
    """Which month, from 0, it is of whose name letters are the beginning; None if none."""
    beginning = text.casefold()
    return next((nth for nth, month in enumerate(_MONTHS) if month.startswith(beginning)), None)


_ORDINAL = {
    "": "first|second|third|fourth|1st|2nd|3rd|4th",
    "de": r"[1-4]\.|erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?",
    "fr": "[1-4] ?(?:er|e|ème)|premier|deuxième|second|troisième|quatrième",
    "es": "[1-4] ?(?:[º°]|er|do|to)|primer|segundo|tercer|cuarto|primeiro|terceiro|quarto|primo"
    "|secondo|terzo",
    "nl": "[1-4]e|eerste|tweede|derde|vierde",
}
#: A half or a quarter of a year, in one word or two.
_PART = re.compile(
    rf"(?<![^\W_])(?:(?:{_ORDINAL['']})[- ](?:quarter|half)|(?:{_ORDINAL['de']}) ?(?:quartal"
    rf"|vierteljahr|halbjahr)|(?:{_ORDINAL['fr']}|{_ORDINAL['es']}) ?(?:trimestre|semestre)"
    rf"|(?:{_ORDINAL['nl']}) (?:kwartaal|halfjaar)"
    r"|first (?:two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01]) months"
    r"|ytd|year[- ]to[- ]date)(?![^\W_])"
    r"|(?:^|(?<=[,(:–-] )|(?<=[(,:]))(?:nine|9|neun|neuf)[- ](?:months['’]?|monate|mois)"
    r"(?=$|[),]| (?!or\b|and\b|und\b|et\b|old\b|after\b|before\b|later\b|of\b)[^\W\d_])"
    r"|(?<![0-9])(?:[2-9]|1[01]) ?개월 ?누[계적]"
    r"|(?<![0-9/~∼～–-])(?:1 ?[~∼～–-] ?[23]|[1-4](?: ?/ ?4)?) ?분기"
    r"|(?<!상)(?<!상[·ㆍ∙,/ ])[상하]반기"
    r"|第? ?[1-4一二三四] ?(?:季度|四半期)|[上下]半[年期]",
    re.IGNORECASE,
)
#: Q1 is a quintile as well, and the best journals; H2 is hydrogen.
_CODE = re.compile(r"(?<![^\W_])(?:Q1 ?[-–] ?Q?[23]|Q[1-4]|[1-4]Q|H1|[12]H|9M)(?![^\W_])")
_GROUPED = re.compile(
    r"(?i:quint|quart|decile|income|poor|rich|lowest|highest|bottom|top|household|journal|paper|article|publication|cite|visa)"
    r"|분위|논문|학술|저널"
)
#: From one month to another: 1~9월, 1-9月, Jan-Sep, Januar bis September.
_NUMBERS = re.compile(
    r"(?<![0-9.,])(1[0-2]|[1-9]) ?[월月]? ?[-–~∼～] ?(1[0-2]|[1-9]) ?[월月](?! ?[0-9])"
)
_NAMED = "|".join(map(re.escape, MONTHS))
_NAMES = re.compile(
    rf"(?<![^\W_])({_NAMED})\.?(?: ?[-–~/] ?| (?:to|through|thru|bis|à|a|al|t/m) )({_NAMED})"
    r"(?![^\W_])",
    re.IGNORECASE,
)
#: One month, and no day of it: 6월말, exports in June. December is where a year ends.
_ONE = re.compile(
    r"(?<![0-9~∼～./–-])(?<![~∼～–-] )(?:1[01]|[1-9]) ?[월月](?: ?말| ?末)?(?! ?[0-9]|생)"
    rf"|[(\[（](?P<in>(?!(?i:mar)\b)(?i:{_NAMED}))\.?[)\]）]|(?i:\bin (?P<last>{_NAMED})$)"
    rf"|(?i:\bend[- ](?:of[- ])?(?P<end>{_NAMED})(?![^\W_]))"
    r"|^(?:January|February|April|June|July|August|September|October|November)(?= [a-z])"
)
_DECEMBER = 12
#: What is compared with a part of the year is none.
_SINCE = re.compile(
    r"\b(?:since|from|than|vs\.?|versus|over|on|to|against|before|after|until|at|of)(?: the)? ?$",
    re.IGNORECASE,
)
_THAN = re.compile(r" ?(?:대비|이후|부터|이전|결산)")
#: The year of a release or of prices: "Accounts, Q4 2023" stands above whole years as well.
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9]|년? ?= ?100)")


@lru_cache(maxsize=4096)
def part_of_year_in(text: str, *, title: bool = False) -> str:
    """Which part of each year a name says that its figures are of; "" if none, or the whole.

    A single month in a `title` may be the one in which the table was published.

    >>> [part_of_year_in(text) for text in ("Exports, Jan-Sep", "상반기 매출", "1er semestre")]
    ['Jan-Sep', '상반기', '1er semestre']
    >>> [part_of_year_in(text) for text in ("Apr-Mar", "1~12월", "Change since Q1", "Q1 journals")]
    ['', '', '', '']
    """
    if len(text) > _LONGEST or _YEAR.search(text):
        return ""
    parts = [*_PART.finditer(text), *_spans(text)]
    if not _GROUPED.search(text):
        parts += [match for match in _CODE.finditer(text) if match[0] != text]
    if not parts and not title:
        parts = [match for match in _ONE.finditer(text) if not _ends_a_year(match)]
    if len({part[0] for part in parts}) != 1:  # the first half and the second are a whole year
        return ""
    part = parts[0]
    if _SINCE.search(text[: part.start()]) or _THAN.match(text, part.end()):
        return ""
    return part[0].strip("()[]（） ")


#: A month, a quarter or a half of a year that a title names, and the last month of it.
_DATED = re.compile(
    rf"(?<![^\W_])(?P<name>{_NAMED})\.?,? (?P<y1>(?:19|20)[0-9]{{2}})(?![0-9])"
    rf"|(?<![0-9])(?P<y2>(?:19|20)[0-9]{{2}})(?:년도?[은는의]? ?|\. ?)(?:[0-9]{{1,2}} ?[~∼～–-] ?)?"
    r"(?P<nth>1[0-2]|[1-9])(?P<kind> ?월|/4(?: ?분기)?|분기)"
    r"|(?<![^\W_])(?:Q(?P<q1>[1-4])|(?P<q2>[1-4])Q|(?P<m>9M)|H1|1H) (?P<y3>(?:19|20)[0-9]{2})"
    r"(?![0-9])|(?<![0-9])(?P<y4>(?:19|20)[0-9]{2})(?:년도?[은는의]?)? ?상반기"
    r"|(?<![0-9])(?P<y5>(?:19|20)[0-9]{2})(?:[:,]|(?: data| figures?| values?)?"
    r" (?:covers?|is|are|refers? to|includes?))(?: (?:for|only|the))*"
    r" (?:first [^\W_]+ months|first half|Jan(?:uary)?\.?(?: ?[–-] ?| to | through )"
    rf"(?P<until>{_NAMED})(?![^\W_]))",
    re.IGNORECASE,
)
#: What makes it another thing than the time of the figures.
_OTHERWISE = re.compile(r"=|(?i:\bprices?\b|\bnext\b|\bact\b|\blaw\b)|물가|불변|다음|법|기준년")

_BEGUN = re.compile(r"\b(?:since|from|than|vs\.?|versus|before|after)(?: the)? ?$", re.IGNORECASE)


def year_not_over(text: str) -> tuple[int, str]:
    """The year that was not over at the time of which a title speaks, and how; 0 and "" if none.

    >>> year_not_over("Exports, January 2025"), year_not_over("2025년 1~9월 수출")
    ((2025, 'January 2025'), (2025, '2025년 1~9월'))
    >>> year_not_over("주: 2024년은 9월까지"), year_not_over("2024 covers January-September only")
    ((2024, '2024년은 9월'), (2024, '2024 covers January-September'))
    >>> year_not_over("Accounts, Q4 2023"), year_not_over("Change since June 2024")
    ((0, ''), (0, ''))
    """
    dates = list(_DATED.finditer(text)) if len(text) <= _LONGEST else []
    if not dates or _OTHERWISE.search(text) or _BEGUN.search(text[: dates[-1].start()]):
        return 0, ""
    date = dates[-1]
    quarter = (
        date["q1"] or date["q2"] or (date["nth"] if "월" not in (date["kind"] or "월") else None)
    )
    last = 3 * int(quarter) if quarter else int(date["nth"] or 6)
    named = date["name"] or date["until"]
    last = month_called(named) if named else 9 if date["m"] else last
    year = next(date[key] for key in ("y1", "y2", "y3", "y4", "y5") if date[key])
    return (int(year), date[0]) if last < _DECEMBER else (0, "")


def _spans(text: str) -> list[re.Match[str]]:
    """The months from one to another that are no whole year."""
    spans = [(match, int(match[1]), int(match[2])) for match in _NUMBERS.finditer(text)]
    spans += [
        (match, month_called(match[1]), month_called(match[2])) for match in _NAMES.finditer(text)
    ]
    return [match for match, first, last in spans if (last - first + 1) % 12]


def _ends_a_year(match: re.Match[str]) -> bool:
    """Whether what may be a month is December, or another word."""
    named = match["in"] or match["last"] or match["end"]
    if not named:
        return False
    return not is_month_name(named) or month_called(named) == _DECEMBER


#: Sums since the year began, or since the series did.
_TO_DATE = re.compile(
    r"(?<![^\W_])(?:ytd|year[- ]to[- ]date|since the beginning of the year|im laufenden jahr"
    r"|no ano|en el año)(?![^\W_])|연초 ?이후|당해 ?누[계적]|累[计計]值",
    re.IGNORECASE,
)
_SUMMED = re.compile(
    r"(?<![^\W\d_])(?:cumulati(?:ve|vely)|cumulated|kumuliert\w*|kumulativ\w*|cumul(?:é|ée|és|ées)?"
    r"|acumulad[oa]s?|cumulat[oi]|cumulatie[fv]\w*)(?![^\W\d_])|누[계적]|累[计計]",
    re.IGNORECASE,
)


def sums_in(text: str) -> tuple[str, bool]:
    """The word of a name for sums of several periods, and whether they begin with each year.

    >>> sums_in("Exports, year to date"), sums_in("누적 매출액"), sums_in("Exports")
    (('year to date', True), ('누적', False), ('', False))
    """
    if len(text) > _LONGEST:
        return "", False
    for pattern, yearly in ((_TO_DATE, True), (_SUMMED, False)):
        if found := pattern.search(text):
            return found[0], yearly
    return "", False


#: What came in within one period alone, of which a running total has all.
_INSTALMENT = re.compile(
    r"(?<![가-힣])(?:당기|당분기|당월|당해 ?분기|기중|기간 ?중|[분반]기 ?중|신규)(?![가-힣])"
    r"|(?i:(?<![^\W\d_])(?:(?:in|during|over|within) the (?:period|quarter|month|half(?:[- ]year)?"
    r"|year)|this (?:period|quarter|month|year)|new|newly [^\W\d_]+)(?![^\W\d_]))"
)


def instalment_in(text: str) -> str:
    """The word of a name for what came in within one period; "" if none, or if it is summed.

    >>> instalment_in("투자액(당기)"), instalment_in("Spent during the quarter")
    ('당기', 'during the quarter')
    >>> instalment_in("신규 채용(누계)"), instalment_in("Newport")
    ('', '')
    """
    found = _INSTALMENT.search(text[:_LONGEST])
    return found[0] if found and not sums_in(text)[0] else ""


_ANNUAL_RATE = re.compile(
    r"(?<![^\W\d_])(?<!not at )(?:annual(?:i[sz]ed)?[- ]rates?(?! of)|annuali[sz]ed|saar)"
    r"(?![^\W\d_])|연율|年率",
    re.IGNORECASE,
)


def annual_rate_in(text: str) -> str:
    """What a name says of amounts as large as those of a year in which each part is like this one.

    >>> annual_rate_in("Sales, seasonally adjusted at annual rates"), annual_rate_in("Annual sales")
    ('annual rates', '')
    """
    found = _ANNUAL_RATE.search(text[:_LONGEST])
    return found[0] if found else ""
