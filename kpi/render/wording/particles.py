"""Korean particles after words that are only known when the sentence is made.

A template writes both forms, as offices do in forms to fill in: "{value}은(는)". `filled` keeps the
one that fits the sound before it, and both where that sound is not known ("Acme은(는)").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

#: Both forms as a template has them: after a closed syllable, after an open one.
_FORMS = {
    "은(는)": ("은", "는"), "이(가)": ("이", "가"), "을(를)": ("을", "를"),
    "과(와)": ("과", "와"), "(으)로": ("으로", "로"), "(이)라고": ("이라고", "라고"),
    "(이)라는": ("이라는", "라는"),
}  # fmt: skip
_BOTH = "(" + "|".join(one.replace("(", r"\(").replace(")", r"\)") for one in _FORMS) + ")"
#: How the last digit of a number ends when read aloud: 영 일 이 삼 사 오 육 칠 팔 구, and 퍼센트.
_LAST = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ"}
_LAST |= dict.fromkeys("2459%", "")
#: And letters that are read by their names, as in GDP and KRW: 엘 엠 엔 알, and all others open.
_SPELT = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
#: Words of ours that messages name, of which the sound is known: values, kinds, keys, files.
_WORDS = {
    "true": "", "false": "", "up": "ㅂ", "down": "ㄴ", "keep": "ㅂ", "level": "ㄹ", "total": "ㄹ",
    "annual": "ㄹ", "milestone": "ㄴ", "final": "ㄹ", "provisional": "ㄹ", "estimated": "",
    "enacted": "", "planned": "", "target": "ㅅ", "series": "", "period": "", "published": "",
    "source": "", "value": "", "status": "", "toml": "ㄹ", "json": "ㄴ", "csv": "", "html": "ㄹ",
    "xlsx": "", "md": "", "main": "ㄴ", "year": "", "semester": "", "quarter": "",
    "month": "", "week": "ㄱ", "day": "",
}  # fmt: skip
#: What stands behind a word and is not heard: closing marks, and a remark in brackets.
_MARKS = "\"'”’`」』》〉"
_REMARK = r"\s*(?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])$"
#: A date in figures is read with its unit: 2030년 12월 31일.
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#: A longer word in capitals is rather a word than an abbreviation, and one letter may be a unit.
_SPELT_LENGTHS = range(2, 5)
_FIRST_SYLLABLE, _LAST_SYLLABLE, _ENDINGS, _RIEUL = 0xAC00, 0xD7A3, 28, 8


def filled(template: str, gaps: Mapping[str, object]) -> str:
    """`template` with its gaps filled and one form of each particle kept.

    >>> filled("{a}은(는) {b}(으)로, {c}을(를)", {"a": "5%", "b": "8개", "c": 1})
    '5%는 8개로, 1을'
    """
    return settled(template, lambda part: part.format(**gaps))


def settled(template: str, fill: Callable[[str], str]) -> str:
    """As `filled`, where `fill` fills the gaps of what stands between two particles."""
    import re  # English needs none of this

    found = ""
    for part in re.split(_BOTH, template):
        found += particle(part, found) if part in _FORMS else fill(part)
    return found


def particle(both: str, before: str) -> str:
    """The form of `both` that fits the end of `before`, or `both` where its sound is not known."""
    import re

    from kpi.render.wording.korean.units import read_aloud

    heard = re.sub(_REMARK, "", before.rstrip(_MARKS)).rstrip(_MARKS)
    heard = re.sub(_DAY, "일", read_aloud(heard) or re.sub(r"(%)p$", r"\1", heard))
    latin = re.search(r"[A-Za-z]+$", heard)
    ending = _latin(heard[: latin.start()], latin[0]) if latin else _ending(heard[-1:])
    if ending is None:
        return both
    closed, opened = _FORMS[both]
    return opened if not ending or (ending == "ㄹ" and both == "(으)로") else closed


def _latin(before: str, word: str) -> str | None:
    """As `_ending`, of a word of ours and of capital letters that are read one by one."""
    if word.lower() in _WORDS and before[-1:] in ("", " ", '"', "'", "-", "."):
        return _WORDS[word.lower()]
    if word.isupper() and len(word) in _SPELT_LENGTHS:
        return _SPELT.get(word[-1], "")
    return None


def _ending(letter: str) -> str | None:
    """The consonant that ends a syllable or digit, empty if none does; None if it is neither."""
    if letter in _LAST:
        return _LAST[letter]
    if letter and _FIRST_SYLLABLE <= ord(letter) <= _LAST_SYLLABLE:
        nth = (ord(letter) - _FIRST_SYLLABLE) % _ENDINGS
        return "" if not nth else "ㄹ" if nth == _RIEUL else "ㅇ"
    return None
