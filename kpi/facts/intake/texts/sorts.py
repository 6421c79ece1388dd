"""What sort of figure a text says stands beside it: a result, a plan, a forecast, a first estimate.

Only columns of statuses, sorts and remarks are asked: EST is a country, 예산 a county, and "Goal 9"
one of seventeen. A text must say nothing but its sort, as "Target", "목표치(안)" and "First
estimate" do; "On target" says how a target stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kpi.facts.intake.texts.codes import status_of

#: Words of other languages for an estimate, which may be what a survey found.
ESTIMATES = ("schätzung", "schätzungen", "estimations", "estimación", "estimaciones",
              "estimativa", "estimativas", "stima", "stime", "推計", "推計値", "估计")  # fmt: skip
STATUSES = {
    "provisional": "provisional", "prov": "provisional", "preliminary": "provisional",
    "prelim": "provisional", "prel": "provisional", "flash": "provisional", "잠정": "provisional",
    "미확정": "provisional", "속보": "provisional", "가집계": "provisional",
    "가결산": "provisional", "vorläufig": "provisional", "provisoire": "provisional",
    **dict.fromkeys(
        ("vorläufige", "vorläufiger", "vorläufiges", "provisoires", "provisionales", "preliminar",
         "preliminares", "provisório", "provisória", "provisórios", "provisórias", "provvisorio",
         "provvisori", "voorlopig", "voorlopige", "速報", "速報値", "速报", "初步", "初步数",
         "初步核算", "初步核算数", "初步统计", "暂定", "暫定", "暫定値"), "provisional",
    ),
    "estimated": "estimated", "estimate": "estimated", "estimates": "estimated", "est": "estimated",
    "estimation": "estimated", "imputed": "estimated", "imputation": "estimated",
    "modelled": "estimated", "unofficial": "estimated",
    "추정": "estimated", "forecast": "estimated",
    "forecasts": "estimated", "projected": "estimated", "projection": "estimated",
    "projections": "estimated", "전망": "estimated", "예측": "estimated",
    "prognose": "estimated", "prognosen": "estimated", "geschätzt": "estimated",
    "prévision": "estimated", "prévisions": "estimated", "estimé": "estimated",
    "예상": "estimated",
    **dict.fromkeys(
        (*ESTIMATES, "vorausberechnung", "previsión", "previsiones", "proyección",
         "proyecciones", "previsão", "previsões", "projeção", "projeções", "previsione",
         "previsioni", "raming", "見込", "見込み", "見通し", "予測",
         "予測値", "预测", "预测值", "预计", "预计数"), "estimated",
    ),
    "planned": "planned", "계획": "planned",
    "budget": "enacted", "budgeted": "enacted", "enacted": "enacted",
}  # fmt: skip
#: Words of forecasts where they stand alone, as a heading does: results are "as expected", too.
ALONE = dict.fromkeys(("expected", "erwartet", "scenario", "scenarios", "시나리오"), "estimated")
#: What a cell of any column may be beside those.
_SORTS = {
    **STATUSES, **ALONE, "target": "planned", "targets": "planned", "goal": "planned",
    "plan": "planned", "목표": "planned", "예산": "enacted", "본예산": "enacted", "추경": "enacted",
    "추경예산": "enacted", "예산안": "planned", "정부안": "planned", "actual": "final",
    "actuals": "final", "outturn": "final", "outturns": "final", "final": "final",
    "observed": "final", "실적": "final", "결산": "final", "확정": "final", "예정": "planned",
    "outlook": "estimated", "추계": "estimated",
    **dict.fromkeys(("zielwert", "zielwerte", "目標", "目標値", "目标", "目标值", "計画", "計画値",
                     "计划", "计划数"), "planned"),
    **dict.fromkeys(("予算", "预算", "预算数"), "enacted"),
}  # fmt: skip
#: Words beside which a budget is only what its outturn is held against.
_SPENT = {"outturn", "outturns", "actuals", "실적", "결산"}
_RANK = ("planned", "enacted", "estimated", "derived", "provisional", "final")
#: Words beside a sort that leave it what it is.
COMPANIONS = {
    "value", "values", "level", "figure", "figures", "data", "share", "rate", "amount", "first",
    "second", "draft", "approved", "original", "revised", "the", "high", "medium", "low",
    *"abcdefp", "치", "값", "안", "advance", "données", "chiffres", "valeur", "valeurs", "datos",
    "cifras", "valores", "dados", "resultados", "cijfers", "ergebnis", "ergebnisse", "werte",
    "zahlen", "dati", "this", "these", "is", "are", "it", "an", "기준",
}  # fmt: skip
_SUFFIX = re.compile("(?<=[가-힣]{2})(?:치|값|안|액)?(?:임|이다|입니다)?$")
#: What is said of its future behind a sort: 전망치로 추후 변경될 수 있음, subject to revision.
LATER = re.compile(
    r"[,(;]? ?(?:으?로서?|이며|이고|and|which)?,? ?(?:(?:추후|향후) ?(?:변경|변동|수정|조정|확정)"
    r"|(?:may|might|will|to) (?:be revised|change)|subject to (?:revision|change)).*$",
    re.IGNORECASE,
)
#: The same, of what stands before it: provisional, not final.
_NOT_FINAL = re.compile(r"(?<=\w) ?[,;:(/–-] ?(?:(?i:not(?: yet)? final)|미확정|확정 ?전)\)?$")
#: Words of a column of statuses that say nothing against a result.
_FINAL = {
    "normal", "official", "definitive", "revised", "published", "confirmed", "verified",
    "validated", "reported", "audited", "updated", "complete", "completed", "active", "ok", "met",
    "achieved", "international", "track", "done", "actual", "final", "정상", "공표", "수정",
    "완료", "달성", "진행", "진행중", "확정", "실적", "결산",
}  # fmt: skip
#: Words for what makes it another figure, and its code.
_OTHER = {"break": "B", "confidential": "C", "definition": "D", "low": "U", "unreliable": "U"}
#: What follows such a word where it says so: a "Low season" and a "Definition: …" are none.
_WITH = {
    "low": re.compile(
        r"low(?:$| (?:data )?(?:reliab|precis|qualit|accura|respon|sampl|confid|cover))"
    ),
    "definition": re.compile(r"definition(?! ?(?:[:=–-]|of\b|is\b))"),
}
#: Words that turn others into their contrary.
_NOT = {"not", "no", "yet", "be", "un", "미", "미정", "예정"}
#: Words that are planned or enacted where they stand alone, and of a target's own status elsewhere.
_PLANNED = {word for word, sort in _SORTS.items() if sort in ("planned", "enacted")} - {"예정"}
#: A first estimate, within a sentence.
PROVISIONAL = re.compile(
    r"(?i:\b(?:provisional(?:es)?|preliminar(?:y|es)?|provisoires?|provisóri[oa]s?|provvisori[oae]?"
    r"|vorläufig(?:e[nrs]?)?|voorlopige?)\b)|잠정(?!적)|속보(?= ?(?:치|자료|[)\]）.,]|$))"
    r"|速報|初步核算"
)
_DIGIT = re.compile("[0-9]")
#: Which of several: 1차 추정, 제2차 추경, 3rd estimate.
_NTH = re.compile(r"제? ?[1-9] ?차(?=[ 추잠속예계목])|[1-9](?:st|nd|rd|th)(?= )", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_PROPOSED = re.compile(r"예산 ?\(안\)")  # what a government proposes, and no parliament has enacted


def _stem(word: str) -> str:
    """A word without what Korean adds to it; 예산안 is one of its own, the budget proposed."""
    return word if word in _SORTS else _SUFFIX.sub("", word)


def words_of(text: str) -> list[str]:
    """The words of a text, small, each without what Korean adds to it."""
    return [_stem(word) for word in _WORD.findall(text.casefold())]


def status_in_words(text: str) -> str | None:
    """The status that a text begins with, as in "Provisional value". Raises Wrong.

    >>> status_in_words("잠정치(p)"), status_in_words("Est."), status_in_words("Normal value")
    ('provisional', 'estimated', None)
    """
    first = _WORD.match(_NTH.sub("", text.strip().casefold(), count=1).lstrip())
    if first is None:
        return None
    with_it = _WITH.get(first[0])
    if first[0] in _OTHER and (with_it is None or with_it.search(text.casefold().strip())):
        status_of(_OTHER[first[0]], eurostat=False)
    return STATUSES.get(_stem(first[0]))


def said_by(text: str, joined: bool = False) -> str | None:
    """The status that a cell of a column of statuses means, None where no word of it is known.

    What is planned must be all that it says; any word may say that it is estimated or provisional.
    Raises Wrong for what makes it another figure, unless a person has answered for it (`joined`).

    >>> said_by("Flash estimate"), said_by("On target"), said_by("Not yet audited")
    ('estimated', 'final', None)
    """
    text = _NOT_FINAL.sub("", text)
    words = words_of(text)
    for word in words:
        if word in _OTHER:
            status_of(_OTHER[word], eurostat=False, joined=joined)
    whole = meant_by(text)
    if whole is not None or _NOT.intersection(words):
        return whole
    statuses = [STATUSES[word] for word in words if word in STATUSES and word not in _PLANNED]
    if statuses:
        return min(statuses, key=_RANK.index)
    return "final" if _FINAL.intersection(words) or _PLANNED.intersection(words) else None


def code_in_words(text: str) -> str:
    """The code of what makes it another figure, where words of a column of statuses say so; "" if
    none does.

    >>> code_in_words("Definition differs"), code_in_words("Normal value")
    ('D', '')
    """
    words = words_of(text)
    return next((_OTHER[word] for word in words if word in _OTHER), "")


@lru_cache(maxsize=4096)
def meant_by(text: str) -> str | None:
    """The status that a whole cell means, in whatever column it stands.

    >>> meant_by("Target (%)"), meant_by("실적"), meant_by("목표(안)"), meant_by("Target group")
    ('planned', 'final', 'planned', None)
    >>> meant_by("1차 추정"), meant_by("Budget outturn"), meant_by("목표치임")
    ('estimated', 'final', 'planned')
    >>> meant_by("예산"), meant_by("예산(안)")
    ('enacted', 'planned')
    """
    text = _PROPOSED.sub("예산안", LATER.sub("", _NTH.sub("", text, count=1)))
    words = words_of(text[:60])
    sorts = [_SORTS[word] for word in words if word in _SORTS]
    if (
        _DIGIT.search(text)
        or not sorts
        or len(sorts) + sum(word in COMPANIONS for word in words) < len(words)
    ):
        return None
    if _SPENT.intersection(words) and set(sorts) == {"enacted", "final"}:
        return "final"
    return min(sorts, key=_RANK.index)


#: Columns that may say what sort of figure stands in a row.
_SORTING = re.compile(
    r"(?i:(?:data |value |figure |series )?(?:types?|kinds?|status|version|scenario|sort)"
    r"|notes?|remarks?|comments?|footnotes?|header [0-9]+|column [0-9]+)"
    r"|(?:자료|값)? ?구분|종류|유형|상태|비고|주석|시나리오"
)


#: Those of them that say nothing else: there a plan may have more words.
_KINDS = re.compile(
    r"(?i:(?:data |value |figure |series )?(?:types?|kinds?|scenario|sort)|header [0-9]+)"
    r"|(?:자료|값)? ?구분|종류|유형|시나리오"
)


def sort_in(label: str, text: str) -> str | None:
    """The status that a cell under a label means; None under one that is about something else.

    >>> sort_in("Type", "Budget"), sort_in("Item", "Budget"), sort_in("REF_AREA", "EST")
    ('enacted', None, None)
    >>> sort_in("Scenario", "NDC target"), sort_in("Note", "on target")
    ('planned', None)
    """
    if not _SORTING.fullmatch(label[:100]):
        return None
    whole = meant_by(text)
    planned = whole is None and _KINDS.fullmatch(label[:100]) and speaks_of_a_plan(text)
    return "planned" if planned else whole


def weakest(statuses: Iterable[str | None]) -> str | None:
    """Of several statuses the one that says the least of a result; None if there is none.

    >>> weakest(["estimated", None, "planned"])
    'planned'
    """
    return min((status for status in statuses if status), key=_RANK.index, default=None)


def speaks_of_a_plan(text: str) -> bool:
    """Whether any word of a heading is one for what is not measured.

    >>> speaks_of_a_plan("AI 도입률 목표치"), speaks_of_a_plan("AI 도입률")
    (True, False)
    """
    words = words_of(text[:100])
    return bool(_PLANNED.intersection(words))
