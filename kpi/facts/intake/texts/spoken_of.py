"""Of which of several rows a target speaks: 15~29세 in its title, and "15 - 29세" under an age."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kpi.facts.intake.texts.wholes import WHOLE

#: From one number to another, as classes of ages and sizes go; 10+ and 10 or more alike.
_RANGE = re.compile(r"(?<![0-9])([0-9]{1,4}) ?(?:[-–—~∼～]|to|bis|à) ?([0-9]{1,4})(?![0-9])")
_WORD = re.compile(r"%p?|[0-9]{1,4}~[0-9]{1,4}|[가-힣]{2,}|[^\W\d_가-힣]{3,}")


def spoken_of(texts: Sequence[str], said: str) -> Counter[str]:
    """The texts of a label of which a target speaks, by how many words that no other text has.

    >>> dict(spoken_of(["계", "15 - 29세", "30~39세"], "청년고용률(15~29세)"))
    {'15 - 29세': 1}
    >>> dict(spoken_of(["남성 고용률(A)", "여성 고용률(B)", "격차(A-B)"], "남녀 고용률 격차"))
    {'격차(A-B)': 1}
    >>> dict(spoken_of(["전체 관리자(명)", "여성 관리자(명)", "비율(%)"], "% 여성 관리자 비율"))
    {'여성 관리자(명)': 1, '비율(%)': 2}
    >>> dict(spoken_of(["Men", "Women", "Total"], "Employment, total"))
    {}
    """
    words = {text: _words(text) for text in texts if text and not WHOLE.fullmatch(text)}
    times = Counter(word for own in words.values() for word in own)
    theirs = _words(said)
    hangul = [word for word in theirs if "가" <= word[0] <= "힣"]
    spoken = Counter[str]()
    for text, own in words.items():
        alone = (word for word in own if times[word] == 1)
        spoken[text] = sum(word in theirs or _within(word, hangul) for word in alone)
    return +spoken


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_RANGE.sub(r"\1~\2", text).casefold()))


def _within(word: str, others: Sequence[str]) -> bool:
    """Whether a Korean word is part of another, as words there run together: 청년 of 청년고용률."""
    return "가" <= word[0] <= "힣" and any(word in other for other in others)
