"""What sort of figures a name says that it has: over a column, of an item, as the title of a table.

"Target", "AI 이용률 전망" and "Spring 2025 economic forecast" do. Under "Forecast accuracy" and
"Firms with a target" stand results.
"""

from __future__ import annotations

import re

from kpi.facts.intake.texts.month_names import MONTHS
from kpi.facts.intake.texts.sorts import (
    ALONE,
    COMPANIONS,
    ESTIMATES,
    STATUSES,
    meant_by,
    speaks_of_a_plan,
    words_of,
)
from kpi.facts.quantities.units import whole_unit

#: Words in which a heading ends under which no results stand, or not the last ones. An "estimate"
#: is the result of a survey as often as not, and forecasts are what firms use.
_HEADINGS = {
    word: sort for word, sort in STATUSES.items()
    if sort in ("estimated", "provisional")
    and word not in ("estimated", "estimate", "estimates", "est", "estimation", "imputed",
                     "modelled", "forecasts", "projections", "flash", *ESTIMATES)
} | ALONE | dict.fromkeys(("nowcast", "nowcasts"), "estimated")  # fmt: skip
#: What is published as an outlook. That of firms is asked for in surveys, and others tell what was.
_OUTLOOK = re.compile(
    r"(?:^|\b(?:economic|energy|fiscal|budget|growth|market|price|inflation) )outlook$"
    r"|(?:경제|인구|수요|수급|재정|물가|시장|에너지)전망$|(?:장래[가-힣]*|인구|가구)추계$"
    r"|[a-zäöü]{4,}(?:prognose|projektion|vorausberechnung)$|^prévisions économiques$"
)
#: Words with which such a heading begins. "Forecast accuracy" and "Provisional licences" are
#: measured.
_BEGINNINGS = {
    "projected": "estimated", "forecasted": "estimated", "nowcast": "estimated",
    "추정": "estimated", "예상": "estimated", "preliminary": "provisional",
    "prelim": "provisional", "잠정": "provisional", "잠정실적": "provisional",
    "가집계": "provisional",
}  # fmt: skip
#: What courts and offices call preliminary, and is one for good.
_PRELIMINARY = (
    "agreement", "application", "approval", "assessment", "examination", "hearing", "injunction",
    "inquir", "investigation", "licen", "patent", "proceeding", "reference", "registration",
    "ruling",
)  # fmt: skip
#: Before a word for a forecast they say that figures are held against one: below expected level.
_HELD_AGAINST = {"to", "than", "below", "above", "with", "as", "meeting"}


def meant_by_heading(text: str) -> str | None:
    """The status of the figures under a heading that says more than what is measured.

    >>> [meant_by_heading(text) for text in ("Target", "AI 이용률 전망", "잠정치", "Value")]
    ['planned', 'estimated', 'provisional', None]
    >>> [meant_by_heading(text) for text in ("Projected firms", "Projections", "Firms")]
    ['estimated', 'estimated', None]
    >>> meant_by_heading("예산(억원)"), meant_by_heading("예산(안)")
    ('enacted', 'planned')
    """
    if speaks_of_a_plan(text):
        return meant_by(text) or meant_by(_without_unit(text)) or "planned"
    return _by_place(text)


def _without_unit(text: str) -> str:
    """A heading without the unit that stands in brackets at its end."""
    name, _, unit = text.removesuffix(")").rpartition("(")
    return name if text.endswith(")") and whole_unit(" ".join(unit.split())) else text


def _by_place(text: str) -> str | None:
    """The status that the first or the last word of a heading means."""
    words = words_of(text[:100])
    more = [word for word in words if word not in COMPANIONS and word not in ("result", "results")]
    if more in (["projections"], ["forecasts"]):
        return "estimated"
    if not more or _HELD_AGAINST.intersection(more[-2:-1]):
        return None
    if _OUTLOOK.search(" ".join(more)):
        return "estimated"
    begins = not more[1:] or not more[1].startswith(_PRELIMINARY)
    return _HEADINGS.get(more[-1]) or (_BEGINNINGS.get(more[0]) if begins else None)


_LAST = re.compile(
    r"(?i:(?:^|[ (])targets?|(?<!전략)(?<!성과)(?<!정책)(?<!세부)목표(?:치|값|안|액)?"
    r"|[ (]계획(?:치|값|안|액)?)[)\] ]*$"
)
_FIRST = re.compile("(?i:target|planned|목표) ")
#: What is measured where a plan is only spoken of: "firms with a target", "목표 대비 실적".
_MEASURED = re.compile(
    r"(?i:\b(?:to|of|on|from|the|an?|its|their|own|with|without|against|versus|vs|set|setting|have"
    r"|having|adopt\w*|achiev\w*|met|meet\w*|reach\w*|miss\w*|hit\w*|progress|actual|groups?"
    r"|audience|population|who|that)\b)|달성|대비|실적|이행|수립|관리|설정|대상|집단|인구"
)


def names_a_plan(text: str) -> bool:
    """Whether the name of an item, or a title, is that of what is aimed at.

    >>> names_a_plan("투자 목표"), names_a_plan("Target cost"), names_a_plan("Cost (target)")
    (True, True, True)
    >>> names_a_plan("목표 달성률"), names_a_plan("Firms with a target"), names_a_plan("전략목표")
    (False, False, False)
    """
    if len(text) > 100 or _MEASURED.search(text):
        return False
    return bool(_FIRST.match(text) or _LAST.search(text))


#: Beside which a word for a forecast is one of several, or in the legend of a mark: p) provisional.
_LEGEND = re.compile(r"\W|\w{1,3} ?[):.]|.*[:=*;]|.*(?:19|20)[0-9]{2}")
#: What tells one edition of a publication from the next: Spring 2025, 2025년 하반기, No. 118.
_EDITION = re.compile(
    rf"\b(?:spring|summer|autumn|fall|winter|frühjahr|herbst|{'|'.join(MONTHS)}|q[1-4]|volume|issue"
    r"|vol|no|edition|update)\b\.?|-based\b|기준\b|[상하]반기"
    r"|[0-9]+(?:[년年월月호차]|[.·~∼～–/-](?=[0-9])| ?분기)?",
    re.IGNORECASE,
)
#: The editions of a forecast that no figure is of; a year or a half may be the one it is about.
_SEASON = re.compile(
    rf"\b(?:spring|summer|autumn|fall|winter|frühjahr|herbst|{'|'.join(MONTHS)})\b", re.IGNORECASE
)
#: Words before one for a forecast that is spoken of, and not made.
_SPOKEN_OF = {"of", "from", "use", "uses", "using", "on", "in", "for", "by", "and", "or"}
#: What numbers a table, before its title: Table 3.1: 표 2-1.
_NUMBERED = re.compile(
    r"^(?:(?i:table|figure|tabelle|tableau)s? [A-Z]?[0-9][0-9.-]*[:.]? |표 ?[0-9.-]+ )"
)
_RESULT = re.compile(
    r"(?i:\b(?:actual|(?<!not )(?<!not yet )final|outturns?|observed|executed|vs|versus|against"
    r"|not(?! (?:yet )?final)|without|exclud\w+)\b)|실적|대비|확정|결산|제외|않"
)


#: What no survey found: "modeled ILO estimate" of the World Bank.
_MODELLED = re.compile(r"(?i:\bmodel(?:l?ed|[- ]based) (?:\w+ )?estimat)|모형 ?추정|모델 ?추정")
_LONGEST = 120  # letters of a name


def named_sort(text: str, *, title: bool = False) -> str | None:
    """The status of the figures of an item, or below a title, that is called so; None if they may
    be results.

    >>> [named_sort(text) for text in ("Projected firms", "기업수 전망", "예산", "R&D 예산")]
    ['estimated', 'estimated', 'enacted', None]
    >>> named_sort("p) provisional", title=True), named_sort("GDP forecast", title=True)
    (None, 'estimated')
    """
    text = _NUMBERED.sub("", text) if title else text
    if len(text) <= _LONGEST and _MODELLED.search(text):
        return "estimated"
    if names_a_plan(text):
        return "planned"
    if len(text) > 100 or _RESULT.search(text):
        return None
    if title and _LEGEND.match(text):
        return _of_an_edition(text)
    whole = meant_by(text)
    status = whole if whole in ("planned", "enacted") else _by_place(text)
    return status or (_of_an_edition(text) if title and re.search("[0-9]", text) else None)


def _of_an_edition(text: str) -> str | None:
    """The status that the title of a forecast with the year of its publication means.

    A year beside nothing but the word is the one that the word is about.

    >>> _of_an_edition("Spring 2025 economic forecast"), _of_an_edition("장래인구추계: 2022~2072")
    ('estimated', 'estimated')
    >>> _of_an_edition("2025 forecast"), _of_an_edition("Note: GDP forecast in 2025")
    (None, None)
    >>> _of_an_edition("Prognose Herbst 2025")
    'estimated'
    """
    name = " ".join(_EDITION.sub(" ", text).split()).strip(" ,:()[]–-")
    words = words_of(name)
    if name == text or _LEGEND.match(name) or _SPOKEN_OF.intersection(words[-2:-1]):
        return None
    if words[1:] and words[-1] in ("forecasts", "projections"):
        return "estimated"
    alone = not words[1:] and not _OUTLOOK.search(name.casefold()) and not _SEASON.search(text)
    status = None if alone else _by_place(name)
    return status if status == "estimated" else None
