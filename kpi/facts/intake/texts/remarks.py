"""What remarks beside figures and notes around a table say of single years: a first estimate, a
forecast, a break in the series, another method.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from kpi.facts.intake.texts.cells import clipped
from kpi.facts.intake.texts.codes import refuse, refuse_change
from kpi.facts.intake.texts.noted_parts import Listed, part_beside, parts_alone, undated
from kpi.facts.intake.texts.sorts import LATER, PROVISIONAL, meant_by, status_in_words
from kpi.facts.periods import Period

#: That a figure cannot be compared, in whatever way: with those from before it, as a rule.
_INCOMPARABLE = (
    r"(?i:\bnot (?:\w+ ){0,2}comparable|\bincomparable|\bcannot be (?:\w+ )?compared)"
    r"|비교(?:[가는에을를]|하기|할 ?수)? ?(?:없|어려|어렵|불가|곤란)(?! ?아[님닌])"
)
_BREAK = re.compile(
    r"(?i:\b(?:series|trend) break|\bbreak (?:in|of) (?:the )?(?:time[- ])?series"
    r"|\bzeitreihenbruch|\bbruch (?:in|der) (?:der )?(?:zeit)?reihe|\breeksbreuk"
    r"|\b(?:rupture|ruptura|quiebre|quebra|rottura) (?:de|dans|en|da|na|della) (?:la )?s[ée]rie)"
    rf"|시계열 ?단절|단절|{_INCOMPARABLE}"
)
_SUBJECT = (
    r"(?:methods?|methodology|definitions?|classifications?|coverage|survey design|questionnaires?)"
)
#: What was counted in another way from then on: no code says it, and a person may know.
_METHOD = re.compile(
    rf"(?i:\b{_SUBJECT} (?:(?:was|were|is|has|have|been) )*"
    r"(?:chang|revis|modifi|redesign|alter|updat)ed\b"
    r"|\b(?:changes?|changed|revisions?|revised|modified|new|redesigned|updated|different)"
    r" (?:(?:in|of|to|the|its|survey|data|statistical|collection|calculation|counting|sampling) )*"
    rf"{_SUBJECT}\b|\bmethodological (?:change|break|revision)"
    r"|\bmethoden?(?:änderung|wechsel|breuk)|\bmethodische[rn]? (?:änderung|umstellung)"
    r"|\b(?:neue|geänderte)[rn]? (?:methode|methodik|definition)"
    r"|\b(?:changement|modification|nouvelle) (?:(?:de|dans|la|des) )*(?:méthod|définition)"
    r"|\b(?:cambio|modificación|nueva|mudança|alteração|nova|cambiamento|nuova)s?"
    r" (?:(?:de|en|da|na|la|di|della|nella) )*(?:metodolog|método|defini))"
    r"|(?:방법론?|방식|정의|범위|분류(?:체계)?|표본|모집단|조사표|조사 ?대상|기준(?:년도?|연도)?)"
    r"[이가을를의]? ?(?:변경|개편|개정|변화|바[뀜뀌]|교체|확대|축소)"
    r"|(?:方法|定義|基準|対象範囲)の?(?:変更|改定|改訂)|统计口径|口径调整"
)
_NONE = re.compile(r"(?i:\b(?:no|without)\b(?!\. ?(?:[0-9]|of\b)))|없|아님")
#: Of a figure from before a change.
_EARLIER = re.compile(
    r"(?i:\bbefore (?:the |this |a )?(?:\w+ ){0,2}(?:break|change|revision|redesign)\b)"
    r"|(?:단절|변경|개편|개정|변화|교체|확대|축소) ?이전"
)
#: Beside which the word is of something else: "revised from provisional data".
_BUT = re.compile(
    r"(?i:\b(?:no|not|was|were|until|before|former|previous(?:ly)?|revised|final|replaces?|without)\b)"
    r"|없|아님|아닌|이전|확정|수정|당초|변경"
)
#: Such words that leave it a first estimate: it may be revised, 확정치 아님, until it is final.
_NOT_YET = re.compile(
    r"(?i:\b(?:be|being) (?:revised|replaced)"
    r"|\b(?:not|until|before|pending)(?: yet)?(?: the)? final)"
    r"|확정(?:치|값)?[가는은이와]? ?(?:아님|아닌|아니|다를|되지|이?전)|추후 ?(?:확정|수정|변경)"
    r"|(?:확정|수정|변경)(?:될|할| ?예정| ?가능| ?시(?![계점]))"
)


_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|(?<![0-9])[0-9]{2}(?=년)")
#: Where the last two digits of a year begin: '26년, ’25.12~’26.1월, and without a sign 26년은,
#: 26년 수치는, 24~25년 and 26년 5월. The last 10년 are none.
_SHORT = re.compile(
    "['‘’´`](?=[0-4][0-9] ?(?:년|[.]|[~∼～–-]))"
    "|(?<![0-9'‘’´`])(?<!최근 )(?<!최근)(?=[0-4][0-9]년"
    "(?:[은는도의에]|부터| ?이후| ?[0-9]{1,2} ?(?:/4|[월~∼～·])| ?[1-4] ?분기"
    "| ?(?:분|수치|자료|값|치|실적)[은는이가도]))"
    "|(?<![0-9.'‘’´`])(?=[0-4][0-9](?:년)? ?[~∼～–-] ?['‘’´`]?[0-4][0-9]년)"
)
#: In a column of statuses nobody knows it: there it is asked about.
_NOWCAST = re.compile(r"nowcasts?\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def said_in_remark(text: str, year: int) -> str | None:
    """The status that a remark says of a figure of a year, by its first word or in a sentence.

    One that names years is of these. Raises Wrong for a break in the series, or another method.

    >>> said_in_remark("2023년은 잠정치", 2023), said_in_remark("2024 is provisional", 2023)
    ('provisional', None)
    """
    first = "estimated" if _NOWCAST.match(text) else status_in_words(text)
    text = text[:200]
    years = _YEAR.findall(text)
    of_other_years = bool(years) and not any(f"{year}".endswith(named) for named in years)
    if first in ("provisional", "estimated"):
        return None if of_other_years else first
    if not _is_unchanged(text):
        if _BREAK.search(text):
            refuse(clipped(text), "B")
        if _METHOD.search(text) and not of_other_years:
            refuse_change(clipped(text))
    if is_first(text) and not of_other_years and not _is_of_some(text):
        return "provisional"
    return said_of_years([text]).get(year)


def _is_unchanged(text: str) -> bool:
    """Whether a remark says that nothing changed, or that its figure is from before that.

    What cannot be compared with those from before comes after the change.
    """
    if re.search(_INCOMPARABLE, text):
        return False
    return bool(_EARLIER.search(text) or _NONE.search(text))


def break_in(text: str) -> Period | None:
    """The period in which a series begins anew by a note on it, a year or a part of one; None if it
    tells of none, or of several years.

    >>> str(break_in("주: 2023년부터 시계열 단절")), break_in("No break in series in 2023")
    ('2023', None)
    >>> str(break_in("The definition was changed in 2023")), str(break_in("'23년 3월부터 단절"))
    ('2023', '2023-03')
    """
    text = _SHORT.sub("20", text[:200])
    years = [year for year in _YEAR.finditer(text) if len(year[0]) == len("2023")]
    told = re.search(_INCOMPARABLE, text) or (
        (_BREAK.search(text) or _METHOD.search(text)) and not _NONE.search(text)
    )
    if not told or len({year[0] for year in years}) != 1:
        return None
    return next((part for year in years if (part := part_beside(text, year))),
                Period.parse(years[0][0]))  # fmt: skip


_YEARS = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})년?(?: ?[~∼～–-] ?((?:19|20)?[0-9]{2})(?![0-9]))?"
    r"( ?(?:이후|부터|onwards?\b))?"
)
_MOST_YEARS = 60
#: A note that says nothing but that years are forecasts; in a longer one the year may be another's.
#: A plan for them is one only in a sentence: "2025 target" may be what a whole table is called.
_EXPECTED = re.compile(
    r"\W*(?:(?:주|note|anmerkung|nota)\W+)?(?:(?:figures?|data|values?) (?:for|of) )?"
    r"(?:19|20)[0-9]{2}[년年]?(?: ?(?:[~∼～–-]|and|und|et|y) ?(?:20)?[0-9]{2}[년年]?)?"
    r"(?: ?(?:이후|부터|onwards?))?(?: ?(?:figures?|data|values?|수치|자료|값|の数値))?"
    r"(?: ?[은는이가:=は])?(?: (?:is|are))?(?: an?)? ?"
    r"(?P<sort>forecasts?|projections?|projected|estimated|estimates?|prognosen?|schätzung(?:en)?"
    r"|prévisions?|estimations?|previsi(?:ón|ones)|previs(?:ão|ões)|estimativas?|raming(?:en)?"
    r"|(?:예상|전망|예측|추정)치?|見込み?|見通し|予測値?|推計値?|预测值?|预计数?"
    r"|(?:(?<=[은는])|(?<=[은는] )|(?<=is )|(?<=is a )|(?<=are ))"
    r"(?:targets?|planned|budget(?:ed)?|(?:목표|계획)[치값]?|예산[안액]?))"
    r"(?:임|이다|입니다|です)?[.。]?",
    re.IGNORECASE,
)


def said_of_years(texts: Iterable[str]) -> dict[int, str]:
    """What notes above or below a table say of single years that they name, or of parts of them.

    >>> said_of_years(["주: 2022~23년은 잠정치임", "p: provisional", "Not provisional: 2021"])
    {2022: 'provisional', 2023: 'provisional'}
    >>> said_of_years(["2021 final, 2022 provisional"]), said_of_years(["2021 실적, 2022 잠정"])
    ({2022: 'provisional'}, {2022: 'provisional'})
    """
    return {period.end.year: status for period, status in said_of_periods(texts).items()}


def said_of_periods(texts: Iterable[str]) -> dict[Period, str]:
    """The same by the years, or the parts of one of which alone a note speaks.

    >>> [str(period) for period in said_of_periods(["※ 2026년 6월은 잠정치"])]
    ['2026-06']
    >>> [str(period) for period in said_of_periods(["2026년 6월 기준 잠정치임"])]
    ['2026']
    """
    by_period: dict[Period, str] = {}
    for part in chain.from_iterable(map(_statements, texts)):
        expected = _EXPECTED.fullmatch(LATER.sub("", part))
        status = meant_by(expected["sort"]) if expected else None
        status = status or ("provisional" if is_first(part) else None)
        end = 0  # of what a year before it goes on to: 2025년 12월~2026년 1월
        for named in _YEARS.finditer(part) if status else ():
            if named.start() < end:
                continue
            alone, end = parts_alone(part, named)
            periods = alone or map(Period.parse, map(str, _years_of(named)))
            by_period |= dict.fromkeys(periods, str(status))
    return by_period


def parts_said(text: str) -> Iterator[Listed]:
    """The months or quarters that a note calls a first estimate without a year.

    >>> list(parts_said("※ 4월은 확정치, 5월·6월은 잠정치"))
    [Listed(per_year=12, spans=[(5, 5), (6, 6)])]
    >>> list(parts_said("2026년 4월은 잠정치")), list(parts_said("3월은 잠정치, 이후 추정"))
    ([], [])
    """
    for part in _statements(text):
        if is_first(part) and (listed := undated(part)):
            yield listed


def _statements(text: str) -> list[str]:
    """A note as a whole, or what it says of one year or month after the other; its years whole."""
    text = _SHORT.sub("20", text[:200])
    return [text] if is_first(text) and not _is_of_some(text) else _clauses(text)


def _years_of(named: re.Match[str]) -> range:
    """The years that a text names there: one, several, or all from one on."""
    first, last, onwards = named[1], named[2] or "", named[3]
    most = int(first) + _MOST_YEARS
    until = most if onwards and not last else int(first[: 4 - len(last)] + last)
    return range(int(first), min(until, most) + 1)


def is_first(text: str) -> bool:
    """Whether a text says of figures that they are a first estimate, and of none that it is not."""
    return bool(PROVISIONAL.search(text)) and not _BUT.search(_NOT_YET.sub(" ", text))


_ACTUAL = re.compile(r"실적|결산|\bactuals?\b", re.IGNORECASE)
#: Cells of one row stand without a comma: 2022 actual 2023 provisional.
_JOINTS = re.compile(
    "[,;，；、]|이[며고]|(?i:(?<=실적)|(?<=결산)|(?<=actual)|(?<=actuals)) (?=(?:19|20)[0-9]{2})"
)


def _is_of_some(text: str) -> bool:
    """Whether a text names years of results, and apart from them those of a first estimate."""
    clauses = _clauses(text) if _ACTUAL.search(text) else []
    first = [bool(PROVISIONAL.search(clause)) for clause in clauses if _YEARS.search(clause)]
    return True in first and False in first


def _clauses(text: str) -> list[str]:
    """What a text says of several years, one after the other: "2022 final, 2023 provisional"; and
    of what is said before of no year nothing: "15세 이상이며 2024년은 추정치"."""
    clauses = [""]
    for part in _JOINTS.split(text):
        if _EXPECTED.fullmatch(LATER.sub("", part)) and not _YEAR.search(clauses[-1]):
            clauses.append("")
        clauses[-1] += f" {part}"
        if PROVISIONAL.search(part) or _BUT.search(part) or _ACTUAL.search(part):
            clauses.append("")
    return clauses
