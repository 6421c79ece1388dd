"""How a page writes a text of the records: in which language it is, and from where it runs.

A screen reader says a passage with the voice of its `lang`, so what is in the page's other language
is marked: Korean on an English page, and English on a Korean one. Which of the two a text is, its
letters tell; of any other language nothing is said. Letters that run from right to left are kept
apart, or a date behind them would be shown from its end to its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
#: Korean from its first to its last syllable, with what stands between: "AI" may, a word may not.
_KOREAN = re.compile(f"[{_HANGUL}](?:(?:[^A-Za-z]|\\b[A-Z][A-Z&]{{0,4}}\\b)*[{_HANGUL}])?")
#: Three English words in a row and more.
_WORD = r"(?<![\w-])[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*(?![\w-])"
_ENGLISH = re.compile(rf"{_WORD}(?:[ ,;:.()&“”\"'‘’%0-9–-]+{_WORD}){{2,}}")
_LATIN_WORD = re.compile(r"(?<![\w-])[A-Za-z]{2,}(?![\w-])")
_OTHER = re.compile("[^\\W\\d_A-Za-z]")  # a letter of another language
_RIGHT_TO_LEFT = re.compile(f"[{_RTL}](?:[^A-Za-z{_HANGUL}]*[{_RTL}])?")


def spoken(text: str, lang: str, isolate: bool = True) -> Markup:
    """`text` escaped, and its passages in another language than the page's `lang` marked.

    `isolate` keeps letters from right to left apart; what stands alone, as a title does, needs it
    not, for the style sheet looks at its first letter.

    >>> spoken("the original says 활용, use", "en")
    Markup('the original says <span lang=ko>활용</span>, use')
    >>> spoken("Ministry of Science", "ko"), spoken("6.4 % <b>", "en")
    (Markup('<span lang=en>Ministry of Science</span>'), Markup('6.4 % &lt;b&gt;'))
    """
    if text.isascii():
        return _marked(text, "en") if lang == "ko" and _is_english(text) else escape(text)
    foreign: re.Pattern[str] | None
    hangul, latin = (len(re.findall(f"[{letters}]", text)) for letters in (_HANGUL, "A-Za-z"))
    if lang != "ko":
        if hangul > latin:
            return _marked(text, "ko")
        foreign, other = _KOREAN if hangul else None, "ko"
    elif not hangul:
        if _is_english(text):
            return _marked(text, "en")
        foreign, other = None, "en"
    else:
        foreign, other = _ENGLISH, "en"
    if isolate and _RIGHT_TO_LEFT.search(text):
        return _pieces(
            text, _RIGHT_TO_LEFT, lambda passage: Markup("<bdi>{}</bdi>").format(passage)
        )
    return (
        _pieces(text, foreign, lambda passage: _marked(passage, other)) if foreign else escape(text)
    )


def _is_english(text: str) -> bool:
    """Whether a text without Hangul is English: two words of it, and no letter of others."""
    latin_words = _LATIN_WORD.findall(text)
    return (
        len(latin_words) > 1 and any(map(str.islower, latin_words)) and _OTHER.search(text) is None
    )


def _marked(text: str, lang: str) -> Markup:
    return Markup("<span lang={}>{}</span>").format(Markup(lang), text)  # noqa: S704 - en or ko


def _pieces(text: str, pattern: re.Pattern[str], mark: Callable[[str], Markup]) -> Markup:
    """`text` escaped, and each passage that is found in it as `mark` writes it."""
    written, end = Markup(), 0
    for match in pattern.finditer(text):
        written += escape(text[end : match.start()]) + mark(match[0])
        end = match.end()
    return written + escape(text[end:])
