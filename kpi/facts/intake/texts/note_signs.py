"""Footnotes and the signs by which texts refer to them: "1) 잠정치" below, "이용률1)" above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

STARS = "*†‡§#※"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
#: Where a note begins with its sign, of several in one text too: "주: 1) 잠정치 2) 표본 변경".
_NOTE = re.compile(
    rf"(?:^|(?<=[\s:;.,주]))(?:\(?([0-9]{{1,2}})(?:\)|[.:](?=\s))|([⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})\)?"
    rf"|([{STARS}]+)\)?(?=\s?[^\s{STARS}])|\(([pePE])\)|([pePE])(?=\s?[=:)]|[는은] ))"
)
LONGEST = 500  # letters of a text that is looked at

#: What a note says that calls its figures nothing but a first estimate, or one; 속보 is a flash.
_FIRST = (
    r"잠정(?:치|값|수치|자료|통계|실적|집계)?|속보치?|provisional|preliminary|vorläufige?[nrs]?"
    r"|provisoires?"
)
_GUESS = (
    r"(?:추정|추계|전망|예측)(?:치|값|수치)?|estimate[sd]?|forecasts?|projections?|projected"
    r"|geschätzte?[nrs]?|schätzung(?:en)?|schätzwerte?|prognosen?|estimée?s?|estimations?|prévisions?"
)
_FIGURES = (
    r"(?:data|figures?|values?|results?|수치|자료|값|werte?|daten|angaben|zahlen|ergebnis(?:se)?"
    r"|données|chiffres|valeurs?)"
)
_PLAIN = re.compile(
    r"[\s,:：=)⁾\].–—-]*(?:(?P<year>(?:19|20)[0-9]{2})년?(?:[은는]| is| are|:)?\s+)?"
    rf"(?:(?:표시 ?(?:된|한)? ?)?{_FIGURES}?[는은]\s+)?"
    rf"(?:(?:these |the |les )?{_FIGURES} (?:are |is |sont )?)?(?:an? )?"
    rf"(?:(?P<provisional>{_FIRST})|(?P<estimated>{_GUESS}))(?:[ ,]{_FIGURES})?(?:임|이다|입니다)?"
    r"(?:(?:이?[며고])?[ ,;(]*(?:(?:추후|향후|이후) )?(?:변경|수정|확정)(?:될|할)? ?"
    r"(?:수 ?있음|예정|가능)(?:임)?|[ ,;(]*(?:and )?(?:may be|subject to|to be)"
    r" (?:revised|revisions?|changed?))?[\s.。)]*",
    re.IGNORECASE,
)


def by_sign(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The notes of some texts, each with its sign, with which it begins.

    >>> list(by_sign(["주: 1) 잠정치 2) 표본 변경", "* provisional"]))
    [('1', '1) 잠정치'), ('2', '2) 표본 변경'), ('*', '* provisional')]
    """
    for text in texts:
        begins = [*_NOTE.finditer(text[:LONGEST])]
        for nth, begin in enumerate(begins, 1):
            end = begins[nth].start() if nth < len(begins) else LONGEST
            yield sign_of(begin), text[begin.start() : end].strip()


def sign_of(match: re.Match[str]) -> str:
    """A sign without brackets, not raised and in small letters."""
    return next(sign for sign in match.groups() if sign).translate(_RAISED).casefold()


def plainly_said(texts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """By its sign the status of what it marks, where a note says that and nothing else; and the
    year that it names, if it does. A sign of several notes is left out.

    >>> plainly_said(["* 잠정치임", "1) provisional data, break in series", "2) 2024년은 추정치"])
    {'*': ('provisional', ''), '2': ('estimated', '2024')}
    """
    found: dict[str, list[str]] = {}
    for sign, note in by_sign(texts):
        found.setdefault(sign, []).append(note)
    said = {}
    for sign, notes in found.items():
        begin = _NOTE.match(notes[0])
        plain = _PLAIN.fullmatch(notes[0], begin.end()) if begin and len(notes) == 1 else None
        if plain is not None:
            status = "provisional" if plain["provisional"] else "estimated"
            said[sign] = status, plain["year"] or ""
    return said
