"""The fixed words, in English and Korean: verdicts, lights, flags, classes, columns, headings.

English words are the keys of the program and of its JSON; they are never translated there.
"""

from __future__ import annotations

#: light -> (sign, sign in ASCII, colour as an SGR parameter, Korean)
LIGHTS: dict[str, tuple[str, str, str, str]] = {
    "good": ("●", "+", "32", "양호"),
    "mixed": ("◐", "~", "33", "보통"),
    "bad": ("○", "!", "31", "미흡"),
    "unknown": ("?", "?", "36", "미판정"),
    "closed": ("×", "x", "2", "종결"),
}

VERDICTS: dict[str, str] = {
    "met": "달성",
    "met, slipping": "달성(악화 추세)",
    "done": "완료",
    "done late": "지연 완료",
    "on track": "정상 추진",
    "possible": "경로 범위 내",
    "behind": "지연",
    "stalled": "정체",
    "wrong way": "역행",
    "missed": "미달성",
    "overdue": "기한 경과",
    "awaiting data": "자료 대기",
    "no data": "자료 없음",
    "baseline only": "기준값만 있음",
    "no path": "경로 없음",
    "cannot judge": "판정 불가",
    "pending": "기한 전",
    "open": "기한 없음",
    "under way": "진행 중",
    "dropped": "폐기",
    "resolved otherwise": "다른 방식 종결",
}

#: flag -> the letter that stands for it where the table has no room for words
LETTERS: dict[str, str] = {
    "stale": "S", "within noise": "N", "last value fell": "F", "methods split": "M",
    "goal moved": "G", "superseded": "U", "rebased": "R", "planned": "P", "enacted": "E",
    "provisional": "V", "estimated": "T", "mixed periods": "X", "press source only": "O",
    "catching up": "C", "fading": "D", "close call": "B", "not current": "A", "lost": "L",
    "seasonal": "Y",
}  # fmt: skip

#: flag -> (Korean, what it means in English, in Korean)
FLAGS: dict[str, tuple[str, str, str]] = {
    "stale": (
        "오래된 자료",
        "The latest value is older than its own publication rhythm explains.",
        "최신값이 공표 주기에 비추어 오래되었습니다.",
    ),
    "within noise": (
        "오차 범위 내",
        "The change so far cannot be told from noise: it lies within its standard errors, or, where"
        " none are known, is under a tenth of the way.",
        "현재까지의 변화는 표준오차 이내이거나, 표준오차가 없는 경우 기준값에서 목표값까지 거리의"
        " 10%에 못 미쳐 변화로 보기 어렵습니다.",
    ),
    "last value fell": (
        "최신값 악화",
        "The latest value is worse than the one before it.",
        "최신값이 직전 값보다 나빠졌습니다.",
    ),
    "seasonal": (
        "계절 요인",
        "The season alone may make this verdict: in the years before, the values of that half,"
        " quarter or month lay as far from the mean of the year as this one is from the path, or"
        " beyond the goal.",
        "이전 연도 같은 시기의 값이 1년 평균에서 벗어난 폭이 최신값과 경로값(달성 시 목표값)의"
        " 차이보다 작지 않아,"
        " 계절 요인만으로 나온 판정일 수 있습니다.",
    ),
    "methods split": (
        "방법 불일치",
        "Published rules give this target different classes.",
        "공표된 판정 방법들의 결과가 서로 다릅니다.",
    ),
    "goal moved": (
        "목표 변경",
        "The goal was changed after it was first announced.",
        "목표가 처음 발표된 뒤 변경되었습니다.",
    ),
    "superseded": (
        "대체됨",
        "A later target has taken this one's place; it is still judged.",
        "이후의 목표로 대체되었으나 계속 판정합니다.",
    ),
    "rebased": (
        "기준 재설정",
        "The path starts from the judged series' own value, not from the stated baseline.",
        "경로가 발표된 기준값이 아니라 판정 계열의 값에서 시작합니다.",
    ),
    "planned": (
        "계획치",
        "The figure is a plan, not a result.",
        "이 수치는 실적이 아닌 계획치입니다.",
    ),
    "enacted": (
        "의결 기준",
        "The figure is what was enacted, not what was carried out.",
        "이 수치는 의결로 확정된 것이며 실적이 아닙니다.",
    ),
    "provisional": (
        "잠정치",
        "The latest value is provisional and may be revised.",
        "최신값은 잠정치이며 수정될 수 있습니다.",
    ),
    "estimated": (
        "추정치",
        "The figure is an estimate; its sentence says if it was made before its period was over.",
        "추정치이며, 해당 기간이 끝나기 전에 추정된 경우 그 사실을 함께 표시합니다.",
    ),
    "mixed periods": (
        "기간 단위 혼합",
        "The latest value is of another kind of period than those before it.",
        "최신값의 기간 단위가 이전 값들과 다릅니다.",
    ),
    "press source only": (
        "언론 보도뿐",
        "No official document was found; the source is the press or a blog.",
        "공식 문서를 찾지 못했으며 출처는 언론이나 블로그뿐입니다.",
    ),
    "catching up": (
        "만회 중",
        "Behind since the baseline, but the pace of the last years would suffice.",
        "기준 시점 이후로는 뒤처졌으나 최근 속도면 충분합니다.",
    ),
    "fading": (
        "둔화",
        "Ahead since the baseline, but the pace of the last years no longer suffices.",
        "기준 시점 이후로는 앞섰으나 최근 속도로는 부족합니다.",
    ),
    "close call": (
        "경계 근접",
        "The ratio of linear-ratio or growth-ratio lies within 0.05 of the border of its class.",
        "linear-ratio 또는 growth-ratio의 값이 등급 경계에서 0.05 이내에 있습니다.",
    ),
    "not current": (
        "과거 시점",
        "Judged from what was known on an earlier day, not from what is known now.",
        "현재가 아니라 과거에 알려진 자료로 판정했습니다.",
    ),
    "lost": (
        "달성 후 미달",
        "The goal was met once and is no longer met.",
        "한때 달성했으나 지금은 달성 상태가 아닙니다.",
    ),
}

CLASSES: dict[str, str] = {
    "ahead": "앞섬",
    "on path": "경로 범위 내",
    "behind": "뒤처짐",
    "on track": "정상 추진",
    "moderately improving": "완만한 개선",
    "stagnating": "정체",
    "decreasing": "후퇴",
    "significant": "상당한 진전",
    "moderate": "보통 진전",
    "limited": "제한적 진전",
    "deterioration": "악화",
    "achieved": "달성",
    "sun": "맑음",
    "sun with cloud": "구름 조금",
    "cloud": "흐림",
    "thunderstorm": "뇌우",
    "acceleration needed": "가속 필요",
    "stagnation or regression": "정체 또는 후퇴",
    "met": "달성",
    "improving": "개선",
    "little or no detectable change": "뚜렷한 변화 없음",
    "getting worse": "악화",
    "baseline only": "기준값만 있음",
}

CAUSES: dict[str, tuple[str, str]] = {
    "curvature": (
        "they assume differently curved paths",
        "가정한 경로의 곡률이 다릅니다",
    ),
    "window": (
        "they look at different stretches of time",
        "보는 기간이 다릅니다",
    ),
    "yardstick": (
        "they measure against different yardsticks",
        "비교 기준이 다릅니다",
    ),
}

#: Titles of columns; those that only some commands say are in `more_phrases`.
TITLES: dict[str, tuple[str, str]] = {
    "id": ("target", "목표"),
    "title": ("title", "제목"),
    "verdict": ("verdict", "판정"),
    "latest": ("latest", "최신값"),
    "period": ("period", "시점"),
    "expected": ("expected", "경로값"),
    "gap": ("gap", "경로 대비"),
    "to_goal": ("to goal", "목표 대비"),
    "way": ("way", "진척률"),
    "time": ("time", "경과"),
    "trend": ("trend", "추이"),
    "due": ("due", "기한"),
    "flags": ("flags", "유의 사항"),
    "mark": ("", ""),
    "goal": ("goal", "목표값"),
    "owner": ("owner", "담당"),
    "series": ("series", "계열"),
    "value": ("value", "값"),
    "published": ("published", "공표일"),
    "status": ("status", "상태"),
    "standard_error": ("std. error", "표준오차"),
    "parts": ("made of", "분자 / 분모"),
    "grade": ("grade", "자료 등급"),
    "source": ("source", "출처"),
    "light": ("light", "신호"),
    "rule": ("rule", "방법"),
    "measure": ("measure", "측정값"),
    "class": ("class", "등급"),
    "next_cut": ("to next cut", "경계까지"),
}

STATUSES_KO: dict[str, str] = {
    "final": "확정",
    "provisional": "잠정",
    "estimated": "추정",
    "derived": "산출",
    "enacted": "의결",
    "planned": "계획",
    "withdrawn": "철회",
}

WEIGHTS: dict[str, tuple[str, str]] = {
    "official": ("official source", "공식 문서"),
    "press": ("press", "언론"),
    "blog": ("blog", "블로그"),
}

COMPARABLE: dict[str, tuple[str, str]] = {
    "partly": ("partly comparable with the target's wording", "목표 문구와 일부 비교 가능"),
    "no": ("not comparable with the target's wording; shown, never judged",
           "목표 문구와 비교 불가: 표시만 하고 판정하지 않음"),
}  # fmt: skip

SHAPES: dict[str, tuple[str, str]] = {
    "linear": ("linear", "선형"),
    "geometric": ("geometric", "기하"),
    "logistic": ("logistic", "로지스틱"),
    "step": ("step", "계단"),
    "announced": ("announced", "연차별 목표"),
}

#: below this probability -> English, Korean
ODDS: tuple[tuple[float, str, str], ...] = (
    (0.03, "almost no chance", "거의 없음"), (0.075, "about one in twenty", "약 20분의 1"),
    (0.15, "about one in ten", "약 10분의 1"), (0.225, "about one in five", "약 5분의 1"),
    (0.29, "about one in four", "약 4분의 1"), (0.365, "about one in three", "약 3분의 1"),
    (0.45, "about two in five", "약 5분의 2"), (0.55, "about one in two", "약 2분의 1"),
    (0.635, "about three in five", "약 5분의 3"), (0.71, "about two in three", "약 3분의 2"),
    (0.775, "about three in four", "약 4분의 3"), (0.85, "about four in five", "약 5분의 4"),
    (0.925, "about nine in ten", "약 10분의 9"),
    (0.97, "about nineteen in twenty", "약 20분의 19"), (2.0, "almost certain", "거의 확실"),
)  # fmt: skip

CURRENCIES = {
    "KRW": "원", "USD": "달러", "EUR": "유로", "JPY": "엔", "GBP": "파운드", "CNY": "위안",
}  # fmt: skip


def word(table: dict[str, str], key: str, lang: str) -> str:
    """`key` itself in English, its Korean otherwise; a word without a Korean one stays."""
    return table.get(key, key) if lang == "ko" else key
