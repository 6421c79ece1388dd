"""What stands beside the figures of a series, for every doubt that looks there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kpi.facts.intake.plan import Plan
from kpi.facts.intake.rows import Record, Table
from kpi.facts.intake.texts.cells import as_text
from kpi.facts.keys.fields import shown

#: Names of columns that only remark on a figure.
REMARKS = re.compile(
    r"(?i:(?:data |value )?(?:foot)?notes?|(?:data )?sources?|comments?|remarks?|units?.*|codes?"
    r"|memo|(?:obs[_ ])?(?:flags?|status|observation status)|links?|urls?|(?:last )?updated?.*)"
    r"|비고.*|출처|주석|각주|단위|단위명|참고|설명"
)
#: Parts of the names of columns that say something of a figure, and not whose it is.
REMARKING = re.compile(
    r"(?i:note|source|comment|remark|\bunit|flag|status|link|url|update|memo|trend|direction|change"
    r"|rating|assess|evaluat|prepared|author|contact|person|publi|release|latest|track|annot"
    r"|\bmark|document|reference|citation|reason|\bfiles?\b|\bevents?\b|\bwho\b)"
    r"|\b[iI]s[A-Z _]"
    r"|비고|출처|주석|단위|참고|설명|증감|평가|담당|작성|등급|추세|발표|공표|여부|사유|근거|문서"
)
FIGURE = re.compile(r"[-+−△▲▼(]* ?\.?[0-9][0-9.,]* ?%?p?\)?")
#: So many texts above a table, labels of its rows and texts of a label are looked at.
MOST_TITLES, MOST_LABELS, _MOST_TEXTS = 300, 30, 50


#: What to do where figures may be of something else than the target.
OTHERS = "choose other rows or columns, or add --scale 1 if they are in it"


def not_in(unit: str, text: str, word: str) -> str:
    """The doubt about figures in a unit beside a text with a word that speaks against it."""
    return f"{shown(text)} speaks of {shown(word)}, and the unit is {shown(unit)}"


def value_columns(table: Table, plan: Plan) -> list[str]:
    """The columns of figures."""
    return list(dict.fromkeys(take.value for take in plan.takes if take.value)) or [table.value]


def distinct(rows: Iterable[Record], label: str) -> list[str]:
    """The texts of a label, each once, up to a number."""
    seen, texts = set[str](), dict[str, None]()
    for row in rows:
        cell = row.cells.get(label, "")
        if isinstance(cell, str):
            if cell in seen:
                continue  # a long text may stand in thousands of rows
            seen.add(cell)
        texts[as_text(cell)] = None
        if len(texts) > _MOST_TEXTS:
            break
    return [text for text in texts if text]


def only_remarks(label: str) -> bool:
    """Whether a column is called so that it tells nothing of whose its figures are."""
    return bool(REMARKS.fullmatch(label[:100]) or REMARKING.search(label[:100]))


def number_in(text: str) -> float | None:
    """The figure that a text is; None if it is none.

    >>> number_in("1,234.5 p"), number_in("2024-01-05")
    (1234.5, None)
    """
    found = FIGURE.match(text)
    rest = text[found.end() :].strip() if found else "-"
    digits = re.sub("[^0-9.]", "", found[0]) if found and len(rest) <= 1 else ""
    try:
        return float(digits) * (-1 if text[0] in "-−△" else 1)
    except ValueError:
        return None
