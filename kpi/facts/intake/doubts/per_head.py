"""Names that say that figures are for each person: "GDP per capita (USD)", 1인당 배출량(톤).

The unit beside them is that of the whole, so that nothing else tells 33,000 for each from the whole
amount, which may be counted in thousands or billions of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kpi.facts.intake.doubts.growth import LONGEST, MORE, spaced, texts_of
from kpi.facts.intake.doubts.labels import OTHERS, not_in
from kpi.facts.intake.doubts.series import Series, said_of
from kpi.facts.intake.texts.headings import may_state
from kpi.facts.keys.fields import Wrong
from kpi.facts.quantities.units import is_share, meaning

_PER_HEAD = re.compile(
    r"(?<![^\W_])(?:per (?:c[aá]pita|person|head|inhabitant|resident)|pro kopf|je einwohner(?:in)?"
    r"|par (?:habitant|tête|personne)|por (?:habitante|persona|cabeza)|pro capite|per abitante"
    r"|per inwoner|per hoofd)(?![^\W_])"
    r"|(?:[1일] ?)?인당|[1一]人(?:当|あ)たり|人均",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def per_head_in(text: str) -> str:
    """The words of a text that say that something is for each person; "" if none do.

    >>> per_head_in("GDP per capita (current US$)"), per_head_in("1인당 배출량(톤)")
    ('per capita', '1인당')
    >>> per_head_in("1인 가구 수"), per_head_in("Persons")
    ('', '')
    """
    found = _PER_HEAD.search(spaced(text))
    return found[0] if found else ""


def doubts(series: Series) -> Iterator[Wrong]:
    """Figures for each person of a series that does not speak of them, nor its target."""
    unit = series.unit
    if is_share(unit) or meaning(unit).kind == "points" or any(map(per_head_in, said_of(series))):
        return
    units = any(map(may_state, series.table.titles))  # else its rows may be of several
    for text, title in texts_of(series.records, series):
        if len(text) > LONGEST or (title and (units or MORE.search(text))):
            continue
        if word := per_head_in(text):
            yield Wrong(not_in(unit, text, word), OTHERS)
            return
