"""Names that say that figures are another measure of what a target counts, in the same unit.

"Employment rate (annual change)" is per cent as the rate is, 월평균 임금 are won as the pay of a
year is: nothing but the name tells them apart. A target that speaks of it itself is meant to have
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kpi.facts.intake.doubts.growth import LONGEST, MORE, rate_of_change_in, texts_of
from kpi.facts.intake.doubts.labels import OTHERS, not_in, value_columns
from kpi.facts.intake.doubts.series import Series, said_of
from kpi.facts.intake.texts.unit_spellings import OF_CARBON
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.units import is_share, meaning

#: What a target says that is about a change, or about prices, of which a rate is one.
_ABOUT_CHANGES = re.compile(
    r"(?i:grow|chang|increas|decreas|reduc|\bcuts?\b|\bris(?:e|ing)|\bfall|inflation|price|\bcpi\b"
    r"|hicp|declin|improv|expan|variation|accelerat|percentage point|%p|\bpp\b)"
    r"|증가|증감|감소|감축|성장|상승|하락|변화|변동|인상|인하|물가|절감|개선|향상|저감|신장|포인트"
)
#: Which ones are counted, as firms whose growth is above 10 %; and figures of a headline.
_COUNTED = re.compile(
    r"(?i:\b(?:with|above|below|more than|less than|at least|whose|who|that|exceed\w*)\b)"
    r"|이상|이하|미만|초과|[0-9] ?%"
)
_MONTHLY = re.compile(
    r"(?<![0-9개월])월 ?평균|(?<![0-9])월 ?(?:급여|임금|소득|보수)(?:액|총액)?(?=$|[ (（\[])"
    r"|월액|원/월"
    r"|(?i:(?<![^\W\d_])(?:(?:average|mean|median) monthly|monthly (?:average|mean|median)"
    r"|monthly (?:(?:gross|net|nominal|real) )?(?:wages?|salar(?:y|ies)|pay|earnings|income)"
    r"|per month|monatliche[rs]? (?:durchschnitt|verdienst|einkommen)\w*"
    r"|monats(?:durchschnitt|verdienst|lohn|gehalt)"
    r"|(?:salaires?|salarios?|salários?) mens(?:uel|ual|al)\w*)(?![^\W\d_]))"
)
_ABOUT_MONTHS = re.compile(r"(?i:month|mensu|mensal|monat)|(?<![0-9])월")
#: Of figures in a unit, what else may stand in for it: full-time jobs for persons, carbon for CO2.
_STAND_INS = (
    (re.compile(r"(?i:\b(?:persons?|people)\b)|명"),
     re.compile(r"(?i:\bFTEs?\b|\bfull[- ]time[- ]equivalents?\b)|전일제 ?환산")),
    (re.compile("CO[2₂]"), OF_CARBON),
)  # fmt: skip
#: The mean of several years, or of the months around each.
_AVERAGES = re.compile(
    r"(?<![^\W_])(?:(?:[0-9]{1,2}|two|three|four|five|ten)[- ](?:year|quarter|month)s?"
    r"[- ](?:period )?(?:(?:moving|rolling|running|annual|centred|centered) )?(?:average|mean)s?"
    r"|(?:moving|rolling|running) (?:average|mean)s?|gleitende[rs]? (?:durchschnitt|mittel)\w*"
    r"|(?:moyenne|media|média)s? (?:mobile|móvil|móvel)(?:e?s)?)(?![^\W_])"
    r"|이동 ?평균|[0-9]개?년(?:간)? ?평균|移動平均|移动平均",
    re.IGNORECASE,
)
_ABOUT_AVERAGES = re.compile(r"(?i:average|\bmeans?\b|durchschnitt|moyenne|media)|평균")
#: A place among others, in whatever unit; a title of ranks may stand above what they rest on.
_RANKS = re.compile(r"(?i:(?:^|[ _(])rank(?:ing)?\)?$)|순위\)?$")
_ABOUT_RANKS = re.compile(r"(?i:rank|\bplace|position)|순위|[0-9]위")
_ABOUT_IT = "choose other rows or columns, or add --scale 1 if they are what it is about"


def doubts(series: Series) -> Iterator[Wrong]:
    """Changes of a share, means of the months of a year whose amount is wanted, and what stands in
    for the unit."""
    share = is_share(series.unit)
    about = " ".join(said_of(series))
    changes = share and not _ABOUT_CHANGES.search(about)
    years = bool(series.rows) and all(row.fact.period.kind == "year" for row in series.rows)
    amount = series.target.kind == "annual" and not share and meaning(series.unit).kind != "points"
    months = amount and years and series.plan.style is None and not _ABOUT_MONTHS.search(about)
    stand_ins = [other for whose, other in _STAND_INS if whose.search(series.unit)
                 and not other.search(about)]  # fmt: skip
    averages = not _ABOUT_AVERAGES.search(about)
    ranks = not _ABOUT_RANKS.search(about)
    for text, title in _names(series):
        if changes and (word := change_of_share_in(text)):
            what = f"{shown(text)} speaks of {shown(word)}, and the target of no change"
            yield Wrong(what, _ABOUT_IT)
            return
        if averages and (found := _AVERAGES.search(text)):
            what = f"{shown(text)} speaks of {shown(found[0])}, and the target of a year"
            yield Wrong(what, _ABOUT_IT)
            return
        if months and (found := _MONTHLY.search(text)):
            what = f"{shown(text)} speaks of {shown(found[0])}, and the target of a year"
            yield Wrong(what, "add --scale 12, or --scale 1 if they are those of a year")
            return
        if ranks and not title and (found := _RANKS.search(text)):
            yield Wrong(not_in(series.unit, text, found[0].strip(" _()")), OTHERS)
            return
        if found := next(filter(None, (other.search(text) for other in stand_ins)), None):
            remedy = "convert them in the file, or add --scale 1 if they are in it"
            yield Wrong(not_in(series.unit, text, found[0].strip(" _()")), remedy)
            return


def _names(series: Series) -> Iterator[tuple[str, bool]]:
    """What stands over the figures, beside and above them, but for what a person has chosen; and
    whether it is a title."""
    plan = series.plan
    chosen = {text for texts in plan.filter.values() for text in texts}
    chosen |= {text for take in plan.takes for texts in take.filter.values() for text in texts}
    if plan.figures_named:
        chosen |= {*value_columns(series.table, plan)}
    for text, title in texts_of(series.records, series):
        of_all = title and (plan.figures_named or MORE.search(text))
        if len(text) <= LONGEST and text not in chosen and not of_all:
            yield text, title


@lru_cache(maxsize=4096)
def change_of_share_in(text: str) -> str:
    """What a name says of changes of a share; "" if nothing, or if it counts who had one.

    >>> change_of_share_in("Employment rate (annual change)"), change_of_share_in("고용률 증감")
    ('annual change', '증감')
    >>> change_of_share_in("Firms with growth rates of 10 %"), change_of_share_in("Climate change")
    ('', '')
    """
    return "" if _COUNTED.search(text) else rate_of_change_in(text)
