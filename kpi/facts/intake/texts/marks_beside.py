"""Columns beside the figures whose name is no known one and still speaks of marks or statuses.

"Value Flag", "status_code", "Qualifier", "잠정여부", "Release": offices call them as they like, and
a p that nobody reads makes a first estimate final. What they surely say is heeded, all else left.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kpi.facts.intake.texts.cells import clipped, is_nothing
from kpi.facts.intake.texts.codes import are_flags, refuse, status_of
from kpi.facts.intake.texts.sorts import meant_by, said_by
from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.reading import read_done

_BETWEEN = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")
#: What a name may say of a status and mean that of the figure: "Publication status", "statusCode".
_OF_FIGURES = {
    "value", "values", "data", "obs", "observation", "figure", "figures", "code", "codes", "status",
    "publication", "release", "revision", "label", "desc", "description", "en", "of", "the", "v2",
    "structure", "statistical", "record", "result", "results", "q",
}  # fmt: skip
#: Names of columns of marks, of which a p is provisional.
_MARKS = re.compile(
    r"(?:(?:value|data|obs|figure) )?(?:symbols?|qualifiers?|marks?|signs?|annotations?|nature"
    r"|quality|codes|(?:foot)?notes?(?: codes?)?|remarks?|comments?|revisions?|vintages?|releases?"
    r"|editions?|statut|estado|stato|estatus|kennzeichen|qualität|anmerkung(?:en)?|notas?"
    r"|remarques?|toelichting|observaci(?:ón|ones)|observaç(?:ão|ões)|bemerkung(?:en)?"
    r"|(?:자료|통계|공표|수치)? ?상태|비고|주석|각주|기호|부호|備考|备注|备考|注|脚注|状态)"
)
#: Of which also an e is an estimate: it may be the letter of a footnote, or of a quality.
_ESTIMATES = re.compile(
    r"header [0-9]+|(?:value |data |obs )?(?:symbols?|qualifiers?|nature)|statut|estado|기호|부호"
)
#: Names that say it themselves: there a cell says yes or no.
_NAMED = re.compile(
    r"(?:is )?(?P<first>provisional|preliminary|prelim|잠정)(?:치|값)?(?: ?여부| flag| yn)?"
    r"|(?:is )?(?P<guess>estimated?|forecast|projected|projection|imputed|추정|전망|예측)(?:치|값)?"
    r"(?: ?여부| flag| yn)?"
    r"|(?:is )?(?P<last>final|확정)(?:치|값)?(?: ?여부| flag| yn)?"
)
#: What such a column tells of a figure if its answer is yes, or no for what is final.
_ASKED = {"first": "provisional", "guess": "estimated", "last": "provisional"}
#: Letters beside p that are known under a name; false, or a forecast, is not final.
_OWN_LETTERS = {
    "guesses": {"e": "estimated"}, "guess": {"e": "estimated"}, "last": {"f": "provisional"},
}  # fmt: skip
#: Of which a letter may be that of any footnote.
_FOOTNOTES = re.compile(
    "note|nota|remar[kq]|comment|annot|merkung|toelichting|observa|qualit|비고|주석|각주|備考|备考|注"
)
#: The comments of SDMX on observations, of which sites of Open SDG number several: COMMENT_OBS_0.
#: Offices write their marks there as well as words.
_COMMENTS = re.compile(r"comments? obs(?: [0-9]+)?")
#: Germany's offices draw the line of a break: |.
_LINE = "|"
#: Letters that say nothing against a figure: of SDMX, of what was revised, and a yes.
_PLAIN = {"a", "r", "y"}
#: Answers that are no words: 여 and 부 are those of 여부, yes or no.
_YES = {"y", "1", "t", "o", "v", "○", "◯", "●", "✓", "✔", "√", "여", "해당"}
_NO = {"n", "0", "×", "✕", "✗", "부", "비해당", "해당없음"}


def said_beside(label: str, text: str) -> str | None:
    """The status that a cell under a label means; None if it is no word of it. Raises Wrong.

    >>> said_beside("Value Flag", "p"), said_beside("잠정여부", "Y"), said_beside("Country", "p")
    ('provisional', 'provisional', None)
    >>> said_beside("qualifier", "NAT_EST"), said_beside("Footnote", "e")
    ('estimated', None)
    >>> said_beside("Codes", "P"), said_beside("Codes", "SD"), said_beside("Codes", "A")
    ('provisional', 'provisional', None)
    >>> said_beside("COMMENT_OBS_0", "s"), said_beside("COMMENT_OBS_0", "r")
    ('estimated', None)
    """
    kind, text = _kind(label[:100]), text.strip("() ")
    status = None
    if kind == "last" and label.isascii() and text.casefold() == "x":
        _refuse_unknown(label, text)  # final, or not: beside a circle it is a no here as well
    if kind in _ASKED and (answer := _answer(label, text)) is not None:
        return _ASKED[kind] if answer is (kind != "last") else None
    if not kind or is_nothing(text) or len(text) > 60:
        return None
    if "flag" in label.casefold() or (kind == "comment" and len(text) <= 3):
        kind = "flag"
    if kind == "flag" and text == _LINE:
        refuse(text, "B")
    if len(text) <= 3:
        status = _of_letters(kind, text)
        asked = kind in ("flag", "status", "mark", "guesses")
        if status is None and asked and not label.startswith("header "):
            _refuse_unknown(label, text)
    else:
        status = said_by(text) if kind in ("flag", "status", "guesses") else meant_by(text)
    return status if status in ("provisional", "estimated") else None


def answers(label: str, text: str) -> bool:
    """Whether a cell says yes or no under a name that asks for it.

    >>> answers("Preliminary", "no"), answers("Region", "no")
    (True, False)
    """
    return _kind(label[:100]) in _ASKED and _answer(label, text.strip("() ")) is not None


def tells_of_figures(label: str) -> bool:
    """Whether a column is called as one of marks, statuses, remarks or answers to such a question.

    >>> tells_of_figures("is_final"), tells_of_figures("비고"), tells_of_figures("Sex")
    (True, True, False)
    """
    return bool(_kind(label[:100]))


def _answer(label: str, text: str) -> bool | None:
    """What a cell answers under a name that asks for yes or no; None if neither.

    A cross is a yes, and beside the circle of Korean tables a no.
    """
    answer = text.casefold()
    if answer == "x":
        return label.isascii()
    return True if answer in _YES else False if answer in _NO else read_done(answer)


def _of_letters(kind: str, text: str) -> str | None:
    """The status of a code; what makes it another figure is refused where a column has flags."""
    if kind in ("flag", "status"):
        coded = are_flags(text.casefold())
        return status_of(text, eurostat=kind == "flag") if coded else meant_by(text)
    # SD is INSEE's "semi-définitif", which is revised once more.
    known = {"p": "provisional", "sd": "provisional"} | _OWN_LETTERS.get(kind, {})
    return known.get(text.casefold(), meant_by(text))


def _refuse_unknown(label: str, text: str) -> None:
    """Raises Wrong for a single letter that nobody knows: it may make the figure another one."""
    if len(text) == 1 and text.isalpha() and text.casefold() not in _PLAIN:
        what = f"{shown(clipped(label))}: {shown(text)} is no mark that is known"
        raise Wrong(what, "say what the figures are with --status, or leave them out with --filter")


@lru_cache(maxsize=1024)
def _kind(label: str) -> str:
    """What a column is for: "flag", "status", "mark", "note", …; "" for anything else."""
    name = " ".join(_BETWEEN.sub(" ", label).casefold().split())
    words = set(name.split())
    if named := _NAMED.fullmatch(name):
        return named.lastgroup or ""
    if _COMMENTS.fullmatch(name):
        return "comment"
    if words & {"flag", "flags"} and not words & {"ship", "country", "state", "registry"}:
        return "flag"
    if "status" in words and words <= _OF_FIGURES:
        return "status"
    if _ESTIMATES.fullmatch(name):
        return "guesses"
    if not _MARKS.fullmatch(name):
        return ""
    return "note" if _FOOTNOTES.search(name) else "mark"
