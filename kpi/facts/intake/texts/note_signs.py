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
#: A period and the sign of a footnote; digits are one behind a blank, a word or a year of four.
_SIGN_BEHIND = re.compile(
    rf"(?P<period>.*?[^\s{STARS}⁰¹²³⁴⁵⁶⁷⁸⁹]) ?(?:(?P<star>[{STARS}]+)"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})[)⁾]?"
    r"|(?:(?<=\s)|(?<=[가-힣])|(?<=^(?:19|20)[0-9]{2}))\(?(?P<nth>[0-9]{1,2})\))"
)
#: What to do about such a sign.
UNSIGNED = (
    "write p in its place if provisional, e if estimated; else delete it, or add --status final"
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


#: What a note says that may make its figures other ones than those beside them.
_TELLING = re.compile(
    r"[0-9%]|잠정|속보|추[정계]|전망|예[측상산]|계획|목표|결산|확정|수정|개[편정]|변경|단절|비교|조정"
    r"|제외|포함|기준|부터|이[후전]|까지|누[계적]|합계|평균|월|분기|반기|단위"
    r"|[십백천만억조] ?[원명개건달]|환산|추가|통합|확대|축소|정의|방법|표본|모집단|대상|범위|분류"
    r"|대체|전년|보간|이[상하]|미만|초과|않|없|아[님닌니]|못|미 ?실시|시범|불가|임의"
    r"|[일내외]부|한정|만$|중[단지]|폐지|재[개산집편]|오류|정정|누락|보정|가공|일시|임시"
    r"|(?i:provis|prelim|estim|forecast|projec|plan|target|revis|correct|chang|break|discontin|adjust"
    r"|exclu|inclu|from|until|since|before|after|average|total|\bonly|\bnot?\b|without|part|defin|method"
    r"|sampl|new|vorläuf|schätz|bruch|änder|ohne|ruptur|sauf|hors)"
)
#: One that tells whence they are, by a word or the name of an office.
_OF_A_SOURCE = re.compile(
    r"자료|출처|통계|조사|연보|(?:[청부원처국]|은행|공사|공단|협회|위원회|연구소|재단)\W*$"
    r"|(?i:\b(?:source|quelle|fuente|fonte|census|zensus|recensement)\b)"
)


def sign_behind(text: str) -> tuple[str, str] | None:
    """What may be a period and the sign of a footnote behind it; None if there is no sign.

    >>> sign_behind("20231)"), sign_behind("2024년*"), sign_behind("2024")
    (('2023', '1'), ('2024년', '*'), None)
    """
    match = _SIGN_BEHIND.fullmatch(text)
    sign = match and (match["star"] or match["raised"] or match["nth"])
    return (match["period"], sign.translate(_RAISED)) if match and sign else None


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


def harmless(texts: Iterable[str]) -> dict[str, str]:
    """By its sign a note that tells whence its figures are, and nothing that makes them other ones
    than those beside them. A sign of several notes is left out.

    >>> harmless(["1) 경제총조사 결과", "2) 표본 개편", "3) 반도체", "* Source: census"])
    {'1': '1) 경제총조사 결과', '*': '* Source: census'}
    """
    found = _by_sign(texts)
    return {sign: notes[0] for sign, notes in found.items()
            if len(notes) == 1 and _OF_A_SOURCE.search(notes[0])
            and not _TELLING.search(_without_sign(notes[0]))}  # fmt: skip


def _without_sign(note: str) -> str:
    begin = _NOTE.match(note)
    return note[begin.end() :] if begin else note


def _by_sign(texts: Iterable[str]) -> dict[str, list[str]]:
    """The notes of some texts by their signs."""
    found: dict[str, list[str]] = {}
    for sign, note in by_sign(texts):
        found.setdefault(sign, []).append(note)
    return found


def plainly_said(texts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """By its sign the status of what it marks, where a note says that and nothing else; and the
    year that it names, if it does. A sign of several notes is left out.

    >>> plainly_said(["* 잠정치임", "1) provisional data, break in series", "2) 2024년은 추정치"])
    {'*': ('provisional', ''), '2': ('estimated', '2024')}
    """
    said = {}
    for sign, notes in _by_sign(texts).items():
        begin = _NOTE.match(notes[0])
        plain = _PLAIN.fullmatch(notes[0], begin.end()) if begin and len(notes) == 1 else None
        if plain is not None:
            status = "provisional" if plain["provisional"] else "estimated"
            said[sign] = status, plain["year"] or ""
    return said
