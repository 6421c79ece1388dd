"""Rows that are all of a part of the whole: of women, of a province, or called "of which"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kpi.facts.intake.doubts.labels import MOST_LABELS, distinct
from kpi.facts.intake.doubts.series import Series, said_of
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.intake.texts.parts_of_land import part_of_land_in, province_in
from kpi.facts.keys.fields import Wrong, shown

#: Words for one of the sexes, as a row is called; the letters are such words under a name for it.
_ONE_SEX = re.compile(
    r"(?i:females?|males?|wom[ae]n|m[ae]n|girls?|boys?|frauen|m[äa]nner|weiblich|männlich"
    r"|femmes?|hommes?|féminin|masculin|mujeres?|hombres?|mulheres?|homens?|femenino|masculino"
    r"|feminino|vrouwen|mannen|kvinnor|män)|여자|남자|여성|남성|여|남|女性?|男性?|女子|男子"
)
_SEX = re.compile(r"(?i:\b(?:sex|gender|sexe|sexo|geschlecht))|성별|性别|性別|男女")
_SEXES = {"f", "m", "w", "h", "_f", "_m"}
#: What a target says that is about one of them, or about both.
_ABOUT_ONE = re.compile(
    r"(?i:\b(?:wom[ae]n|female|girl|mother|matern|m[ae]n\b|male|boy|father|patern|gender|sex))"
    r"|여성|여자|여학생|남성|남자|남학생|성별|모성|임산부|산모|출산|양성"
)
#: How tables begin the name of a part of the row above it.
_OF_WHICH = re.compile(
    r"(?i:(?:of which|of whom|davon|darunter|dont|de los cuales|dos quais|di cui|waarvan)\b"
    r"|이 중(?= )|그 ?중(?= )|うち|其中)[ :,–-]*"
)


def doubts(series: Series, keys: frozenset[str]) -> Iterator[Wrong]:
    """Figures of women alone, of men, of one province or of what is a part by its name ("of which:
    …"), for a target of all: only a filter says that it is so."""
    table, plan = series.table, series.plan
    descriptions = (
        text for entry in series.target.series for text in (entry.title, entry.definition)
    )
    if _ABOUT_ONE.search(" ".join((series.target.title, series.target.title_ko, *descriptions))):
        return
    chosen = {*plan.filter, *(label for take in plan.takes for label in take.filter)}
    for label in table.labels[:MOST_LABELS]:
        texts = distinct(series.records, label) if label not in keys | chosen else []
        if len(texts) != 1 or not all(as_text(row.cells.get(label, "")) for row in series.records):
            continue
        letter = _SEX.search(label[:100]) and texts[0].casefold() in _SEXES
        part = letter or _ONE_SEX.fullmatch(texts[0]) or _is_a_part(label, texts[0], series)
        if part:
            what = f"every row is of {shown(texts[0])} ({label}), a part of the whole"
            yield Wrong(what, f'add --filter "{label}={texts[0]}" if the target is about that part')
            return


def _is_a_part(label: str, text: str, series: Series) -> bool:
    """Whether a row is called a part of another one, or of the country, and the target does not
    speak of it."""
    found = _OF_WHICH.match(text)
    names = (text[found.end() :].casefold(),) if found else province_in(label, text)
    names = names or part_of_land_in(label, text)
    about = " ".join((series.target.owner, *said_of(series))).casefold() if any(names) else ""
    return any(names) and not any(name in about for name in names)
