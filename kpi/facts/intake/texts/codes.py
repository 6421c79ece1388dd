"""The codes by which statistics offices say what an observation is -> a status of ours.

Eurostat writes several letters together (`bp`, `ep`), in a column of their own or behind the
figure. Of several the weakest counts. What makes it another figure is refused: no status says it.
"""

from __future__ import annotations

import re

from kpi.facts.keys.fields import Wrong, shown
from kpi.facts.quantities.scales import POWERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

#: SDMX's CL_OBS_STATUS and Eurostat's flags, as far as they leave the figure what it is.
_READ = {
    "A": None, "R": None, "P": "provisional",
    "E": "estimated", "F": "estimated", "I": "estimated",
    "‡": "estimated", "+": "estimated",  # of UNESCO's institute and of a country
}  # fmt: skip
#: Those that make it another figure; S is Eurostat's estimate in flags, and a strike in SDMX.
_OTHER = {
    "B": "a break in the series",
    "C": "a confidential figure",
    "D": "another definition",
    "N": "a figure that is not significant",
    "U": "a figure of low reliability",
    "Z": "a figure that does not apply",
}
#: For which a person may answer: the figure is there, and somebody has to know what it is worth.
ANSWERED = frozenset("BDNU")
_FLAGS = "bcdefinprsuz"
_BREAK = (
    "a break (B) begins a series of its own: add --status final, with --series NAME and without the"
    " figures before it (--filter, or delete them), or alone if they can be compared"
)
_LEFT_OUT = "leave other rows out with --filter"
_OR_COUNTED = "leave it out with --filter, or add --status final if it is to count all the same"
_WEAKEST = ("estimated", "provisional")


def status_of(text: str, eurostat: bool, joined: bool = False) -> str | None:
    """The status that the codes of a cell mean, None for none. Raises Wrong.

    A break says nothing where a person has answered for it (`joined`): the figures can be compared,
    or begin a series of their own. Nor do the others for which one may answer.

    >>> status_of("ep", eurostat=True), status_of("A", eurostat=False)
    ('estimated', None)
    """
    codes = text.partition(":")[0].upper()  # "p: provisional", where labels were asked for
    known = _READ | ({"S": "estimated"} if eurostat else {})
    known |= dict.fromkeys(ANSWERED) if joined else {}
    statuses = []
    for letter in codes.replace(" ", "").replace(",", "").replace(";", ""):
        if letter in _OTHER and letter not in known:
            refuse(text, letter)
        if letter not in known:
            raise Wrong(f"the status code {shown(text)} is not A, P, E or F", _LEFT_OUT)
        statuses.append(known[letter])
    return next((status for status in _WEAKEST if status in statuses), None)


def refuse(text: str, letter: str) -> NoReturn:
    """Raises Wrong for a code that means what `letter` does in SDMX."""
    remedy = _BREAK if letter == "B" else _OR_COUNTED if letter in ANSWERED else _LEFT_OUT
    raise Wrong(f"the status code {shown(text)} means {_OTHER[letter]}", remedy)


def answered_for(text: str) -> str:
    """What a note is to say of a figure that counts although its codes make it a doubtful one; ""
    of a break, which a series of its own or a person's word has ended.

    >>> answered_for("bu"), answered_for("b"), answered_for("7.5 u")
    ('marked "bu" in the file: a figure of low reliability', '', '')
    """
    codes = text.partition(":")[0]
    letters = codes.upper() if are_flags(codes.casefold()) else ""
    told = [_OTHER[letter] for letter in letters if letter in ANSWERED - {"B"}]
    return f"marked {shown(codes)} in the file: {', '.join(told)}" if told else ""


def refuse_change(text: str) -> NoReturn:
    """Raises Wrong for a remark that figures are counted in another way than those before."""
    what = f"{shown(text)} tells of another method than that of the figures before"
    remedy = (
        "add --status final, with --series NAME and without the figures before it (--filter, or"
        " delete them), or alone if they can be compared"
    )
    raise Wrong(what, remedy)


def are_flags(text: str) -> bool:
    """Whether a text may be letters that Eurostat writes behind a figure.

    >>> [are_flags(text) for text in ("bp", "bn", "pp", "")]
    [True, False, False, False]
    """
    letters = set(text)
    return 0 < len(text) == len(letters) <= 3 and letters <= set(_FLAGS) and text not in POWERS


#: What may stand in for tonnes of CO2: those of the carbon in it, of which 12 are 44.
OF_CARBON = re.compile(
    r"(?i:\b(?:(?:metric )?ton(?:ne)?s?|[kMG]?t) (?:of )?(?:carbon|(?-i:C))\b"
    r"(?! ?(?:dioxide|eq|foot|intens|neutral|credit|price|market)))"
    r"|(?<![A-Za-z])[kMG]?[tT]C(?![A-Za-z0-9₂])|탄소 ?톤"
)
_CO2 = re.compile("CO[2₂]")


def is_carbon(stated: str, unit: str) -> bool:
    """Whether a stated unit is one of carbon, and figures are wanted in one of CO2.

    >>> is_carbon("thousand metric tons of C", "Mt CO2"), is_carbon("kt CO2", "Mt CO2")
    (True, False)
    """
    return bool(_CO2.search(unit) and OF_CARBON.search(stated))


#: Units in the codes of Eurostat and the OECD, in words that are read.
_UNIT_CODES = (
    (re.compile("P[CT](?:_(?!.*(?:PNT|CHG)).*)?|PERCENT"), "%"),
    (re.compile("(?i:per ?cent(?:age)?|pct|prozent|퍼센트|백분율|비율) ?[(][%％][)]"), "%"),
    (re.compile("연 ?[%％]"), "%"),  # of the Bank of Korea: per cent a year
    (re.compile("THS_PER"), "thousand persons"),
    (re.compile("PS"), "persons"),  # of the OECD
    (re.compile("T"), "tonnes"),
    (re.compile("THS_T"), "thousand tonnes"),
    (re.compile("(?i:(thousand|million|billion|trillion)s of) (.+)"), r"\1 \2"),
    (re.compile("(MIO|MRD|THS)_([A-Z]{3})"), r"\1 \2"),
)
#: Units of Japan whose sizes are those of Korea: 億円 is 억엔, 千人 is 천명. 元 may be two moneys.
#: 억불 is 억달러.
_SINO = re.compile("(?:10)?[十百千]*[万萬億兆]?(?:円|人|件|台|戸)|(?:10{0,2})?[십백천]*[만억조]?불")
_IN_HANGUL = str.maketrans("十百千万萬億兆円人件台戸", "십백천만만억조엔명건대호", "") | {
    ord("불"): "달러"
}
#: A code and what it means: "PSNS: Persons", "368: Per cent per year".
_LABELLED = re.compile("(?P<code>[A-Z0-9][A-Z0-9_]*): (?P<label>.+)")


def unit_of_code(text: str) -> str:
    """A stated unit in words that are read: that of a code, of a code with its label, of 億円.

    >>> unit_of_code("MIO_EUR"), unit_of_code("PSNS: Persons"), unit_of_code("억불")
    ('MIO EUR', 'Persons', '억달러')
    """
    labelled = _LABELLED.fullmatch(text)
    for code, unit in _UNIT_CODES:
        if found := code.fullmatch(labelled["code"] if labelled else text):
            return found.expand(unit)
    if _SINO.fullmatch(text):
        return text.translate(_IN_HANGUL)
    return labelled["label"] if labelled else text


_SQUEEZED = str.maketrans("₂₃²³", "2323", " .")


def squeezed(unit: str) -> str:
    """A unit without what writers of it leave out: MtCO₂ is Mt CO2."""
    return unit.translate(_SQUEEZED)


def is_same_unit(unit: str, other: str) -> bool:
    """Whether two units are one in two spellings: MtCO₂e and Mt CO2e, m³ and m3."""
    return squeezed(unit).casefold() == squeezed(other).casefold()
