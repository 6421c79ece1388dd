"""Which word, key or name was probably meant by one that is not known.

Loaded when something is wrong: a sound file has nothing to guess at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from functools import lru_cache

from kpi.values import remembered

#: A remedy that takes time to find: True to look for a name that was probably meant, False if that
#: was done often enough.
Advice = Callable[[bool], str]

#: What people write for the words and keys of our files.
_MEANT = {
    "≥": (">=",), "=>": (">=",), "≤": ("<=",), "=<": ("<=",), "==": ("=",), "≈": ("~",),
    "more than": (">", ">="), "less than": ("<", "<="),  # a bound knows no sharp one
    "increase": ("up",), "rise": ("up",), "decrease": ("down",), "fall": ("down",),
    "hold": ("keep",), "stay": ("keep",),
    "rate": ("level",), "share": ("level",), "sum": ("total",), "cumulative": ("total",),
    "yearly": ("annual",),
    "actual": ("final",), "preliminary": ("provisional",), "forecast": ("estimated",),
    "projected": ("estimated",), "budget": ("enacted",),
    "cancelled": ("dropped",), "abandoned": ("dropped",),
    "deadline": ("by",), "due": ("by",), "until": ("by",), "year": ("by", "period"),
    "date": ("by", "period", "on", "published"), "link": ("url",), "name": ("title", "id"),
    "reason": ("why", "note"), "because": ("why", "reason", "note"), "comment": ("note",),
    "target": ("value", "goal"), "reference": ("document", "source"),
}  # fmt: skip
#: The same in Korean, where several words stand for one of ours: those that we print ourselves, and
#: those of offices. A budget that a government has proposed is a plan.
_MEANT_IN_KOREAN = {
    "level": "수준 비율 비중 현황", "total": "누계 누적 누적액 합계 총계",
    "annual": "연간 단년도 당해연도 연도별", "milestone": "이정표 이행과제 마일스톤 이행여부",
    "up": "증가 상승 상향 확대 증대", "down": "감소 하락 하향 축소 감축", "keep": "유지 현상유지",
    ">=": "이상", "<=": "이하 이내", ">": "초과", "<": "미만", "~": "약 내외", "=": "같음 동일",
    "final": "확정 확정치 실적 결산 집행", "provisional": "잠정 잠정치 속보 속보치 가결산",
    "estimated": "추정 추정치 추계 전망 전망치 예측 예상", "derived": "산출 산출치 환산",
    "enacted": "예산 의결 의결확정 확정예산 본예산 의결예산 제정",
    "planned": "계획 계획치 예산안 정부안 요구안", "withdrawn": "철회 기록철회 기록취소",
    "dropped": "폐기 폐지 중단 철회 취소 백지화", "resolved otherwise": "다른방식종결 기타종결",
    "linear": "선형 직선", "geometric": "기하 기하급수", "logistic": "로지스틱", "step": "계단",
    "official": "공식 공식문서", "press": "언론 보도 언론보도", "blog": "블로그",
    "yes": "예 가능", "partly": "일부 부분", "no": "아니요 불가",
}  # fmt: skip


def closest(value: object, choices: tuple[str, ...]) -> str:
    """The choice that was probably meant, in quotation marks; empty if none is near."""
    near = nearest(value, choices)
    return f'"{near}"' if near else ""


def nearest(value: object, choices: tuple[str, ...]) -> str:
    """The choice that was probably meant, as it is; empty if none is near."""
    if not isinstance(value, str):
        return ""
    wanted = (value.lower(), *_MEANT.get(value.lower(), ()), *_in_korean(value))
    near = [word for word in wanted if word in choices]
    if not near and 2 < len(value) <= _LONGEST_WORD:  # two signs are near to too much
        near = get_close_matches(value.lower(), choices, 1, 0.7)
    return near[0] if near else ""


def _in_korean(value: str) -> list[str]:
    """Our words for a Korean one; a bound knows no sharp one, so there the other is meant."""
    word = "".join(value.partition("(")[0].split())
    found = [ours for ours, theirs in _MEANT_IN_KOREAN.items() if word in theirs.split()]
    return [*found, *(f"{sign}=" for sign in found if sign in ("<", ">"))]


def key_meant(key: str, known: tuple[str, ...], there: Collection[str]) -> str:
    """The known key that was probably meant by another one; empty if none is near.

    Where it is `there` already, one that is not, if the other is a word for that as well.

    >>> key_meant("name", ("id", "title"), ["title"]), key_meant("Id", ("id", "title"), ["id"])
    ('id', 'id')
    """
    near = nearest(key, known)
    words = _MEANT.get(key.lower(), ()) if near in there else ()
    return next((word for word in words if word in known and word not in there), near)


#: A longer text is no word that was misspelt.
_LONGEST_WORD = 100


def is_misspelt(missing: str, unknown: Sequence[str]) -> bool:
    """Whether one of the unknown keys was probably meant as the one that is missing.

    Then that is told of the unknown key, and of the missing one nothing.

    >>> is_misspelt("value", ["valeu"]), is_misspelt("value", ["unit"])
    (True, False)
    """
    return any(nearest(key, (missing,)) for key in unknown[:_MOST_UNKNOWN])


@lru_cache(64)  # thousands of rows may have the same
def misspelt(unknown: tuple[str, ...], known: tuple[str, ...]) -> frozenset[str]:
    """The known keys that were probably meant by the unknown ones."""
    return frozenset(nearest(key, known) for key in unknown[:_MOST_UNKNOWN])


#: So many unknown keys are held against one that is missing.
_MOST_UNKNOWN = 100


def meant(name: str, choices: Collection[str], otherwise: str, own: str = "") -> Advice:
    """What to write instead of a name that is not there: the one that was meant, or `otherwise`.

    Never it is the `own` one of whoever names it.

    The names of a file may be thousands; of too many, those are compared that begin alike. After
    a second of it no name is looked for among the same choices.
    """

    def remedy(look: bool) -> str:
        work = _compared(choices)
        if not look or work[0] > _MOST_WORK:
            return otherwise
        word = name.lower()
        near = f'"{word}"'
        if word not in choices or word == own:
            comparable = tuple(one for one in _comparable(word, choices) if one != own)
            work[0] += len(comparable) * (len(word) ** 2 + 2)
            near = closest(name, comparable)
        return f"did you mean {near}?" if near else otherwise

    return remedy


#: Letters times letters that are held against each other, 5 million or more in a second.
_MOST_WORK = 5_000_000


@remembered(64)  # the series of so many targets
def _compared(choices: Collection[str]) -> list[int]:
    """How much work the choices have made; known by their place in memory."""
    return [0]


def _comparable(word: str, choices: Collection[str]) -> tuple[str, ...]:
    """As many choices as can be compared with a word in 20 ms, which takes longer for long ones."""
    most = 100_000 // (len(word) ** 2 + 1)
    if len(choices) > most:
        choices = sorted(choice for choice in choices if choice[:2] == word[:2])[:most]
    return tuple(choices)
