"""The fixed words, in English and Korean: verdicts, lights, flags, classes, columns, headings.

English words are the keys of the program and of its JSON; they are never translated there.
"""

from __future__ import annotations

#: light -> (sign, sign in ASCII, colour as an SGR parameter, Korean)
LIGHTS: dict[str, tuple[str, str, str, str]] = {
    "good": ("●", "+", "32", "양호"),
    "mixed": ("◐", "~", "33", "보통"),
    "bad": ("○", "!", "31", "미흡"),
    "unknown": ("?", "?", "36", "미상"),
    "closed": ("×", "x", "2", "종결"),
}

VERDICTS: dict[str, str] = {
    "met": "달성",
    "met, slipping": "달성(하락세)",
    "done": "완료",
    "done late": "지연 완료",
    "on track": "정상 추진",
    "possible": "달성 가능",
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

#: flag -> (Korean, what it means in English, in Korean)
FLAGS: dict[str, tuple[str, str, str]] = {
    "stale": (
        "오래된 자료",
        "The latest value is older than its own publication rhythm explains.",
        "최신값이 공표 주기로 설명되는 것보다 오래되었습니다.",
    ),
    "within noise": (
        "오차 범위 내",
        "The change is too small to be told from the error of the measurement.",
        "변화가 측정 오차와 구별되지 않을 만큼 작습니다.",
    ),
    "last value fell": (
        "최근값 악화",
        "The latest value is worse than the one before it.",
        "최신값이 직전 값보다 나빠졌습니다.",
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
        "The latest value is a plan, not a result.",
        "최신값은 실적이 아닌 계획치입니다.",
    ),
    "enacted": (
        "확정 예산",
        "The latest value is an enacted budget, not money spent.",
        "최신값은 집행액이 아닌 확정 예산입니다.",
    ),
    "provisional": (
        "잠정치",
        "The latest value is provisional and may be revised.",
        "최신값은 잠정치로 수정될 수 있습니다.",
    ),
    "estimated": (
        "추정치",
        "The latest value is an estimate.",
        "최신값은 추정치입니다.",
    ),
    "press source only": (
        "언론 보도만",
        "No official document was found; the source is the press or a blog.",
        "공식 문서 없이 언론이나 블로그만 출처로 있습니다.",
    ),
    "catching up": (
        "만회 중",
        "Behind since the baseline, but the pace of the last years would suffice.",
        "기준 이후로는 뒤처졌으나 최근 속도면 충분합니다.",
    ),
    "fading": (
        "둔화",
        "Ahead since the baseline, but the pace of the last years no longer suffices.",
        "기준 이후로는 앞섰으나 최근 속도로는 부족합니다.",
    ),
    "close call": (
        "경계값",
        "A rule's value lies within 0.05 of the border between two classes.",
        "판정값이 등급 경계에서 0.05 이내에 있습니다.",
    ),
    "not current": (
        "과거 시점",
        "Judged from what was known on an earlier day, not from what is known now.",
        "현재가 아니라 과거에 알려진 자료로 판정했습니다.",
    ),
    "lost": (
        "달성 후 상실",
        "The goal was met once and is no longer met.",
        "한때 달성했으나 지금은 달성 상태가 아닙니다.",
    ),
}

CLASSES: dict[str, str] = {
    "ahead": "앞섬",
    "on path": "경로상",
    "between the paths": "경로 사이",
    "behind": "뒤처짐",
    "on track": "정상 추진",
    "moderately improving": "완만한 개선",
    "stagnating": "정체",
    "decreasing": "감소",
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
        "재는 잣대가 다릅니다",
    ),
}

TITLES: dict[str, tuple[str, str]] = {
    "id": ("target", "목표"),
    "title": ("title", "제목"),
    "verdict": ("verdict", "판정"),
    "latest": ("latest", "최신값"),
    "period": ("period", "시점"),
    "expected": ("expected", "기대값"),
    "gap": ("gap", "경로 대비"),
    "to_goal": ("to goal", "목표 대비"),
    "way": ("way", "진도"),
    "time": ("time", "경과"),
    "trend": ("trend", "추이"),
    "due": ("due", "기한"),
    "flags": ("flags", "표시"),
    "mark": ("", ""),
    "goal": ("goal", "목표값"),
    "owner": ("owner", "담당"),
    "series": ("series", "계열"),
    "value": ("value", "값"),
    "published": ("published", "공표일"),
    "status": ("status", "상태"),
    "grade": ("grade", "등급"),
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
    "enacted": "확정 예산",
    "planned": "계획",
}

WEIGHTS: dict[str, tuple[str, str]] = {
    "official": ("official source", "공식 문서"),
    "press": ("press", "언론"),
    "blog": ("blog", "블로그"),
}

COMPARABLE: dict[str, tuple[str, str]] = {
    "yes": ("comparable with the target's wording", "목표 문구와 비교 가능"),
    "partly": ("partly comparable with the target's wording", "목표 문구와 일부 비교 가능"),
    "no": ("not comparable with the target's wording; shown, never judged",
           "목표 문구와 비교 불가: 표시만 하고 판정하지 않음"),
}  # fmt: skip

SHAPES: dict[str, tuple[str, str]] = {
    "linear": ("linear", "선형"),
    "geometric": ("geometric", "기하"),
    "logistic": ("logistic", "로지스틱"),
    "step": ("step", "계단"),
    "announced": ("announced", "발표된 경로"),
}

UNITS_KO: dict[str, str] = {
    "companies": "개사",
    "technologies": "개 기술",
    "months": "개월",
    "centres": "개 센터",
    "people": "명",
    "projects": "개 과제",
}

#: The wards of time and of lists, and everything else said on a page or around a table.
PHRASES: dict[str, tuple[str, str]] = {
    "clocks": ("judged for {on}", "판정 기준일 {on}"),
    "clock_as_of": ("known by {as_of}", "{as_of}까지 알려진 자료"),
    "clock_at": ("records at {at}", "{at} 시점의 기록"),
    "blind": (
        "{current} of {of} targets have current data",
        "목표 {of}개 중 {current}개에 최신 자료 있음",
    ),
    "blind_one": (
        "{current} of {of} target has current data",
        "목표 {of}개 중 {current}개에 최신 자료 있음",
    ),
    "blind_rest": ("the others: {rest}", "나머지: {rest}"),
    "blind_none": ("No target is announced yet.", "아직 발표된 목표가 없습니다."),
    "empty": ("No target matches.", "해당하는 목표가 없습니다."),
    "unannounced": ("not yet announced: {ids}", "아직 발표되지 않음: {ids}"),
    "hint": ("kpi show ID: one target in full", "kpi show ID: 목표 하나의 자세한 내용"),
    "starred": ("* has flags", "* 표시 있음"),
    "none": ("none", "없음"),
    "true": ("yes", "예"),
    "false": ("no", "아니요"),
    "promise": ("Promise", "약속"),
    "owner": ("owner", "담당"),
    "tags": ("tags", "분류"),
    "goal": ("Goal", "목표"),
    "judged": ("judged", "판정 대상"),
    "moved_from": ("earlier", "이전"),
    "announced": ("announced", "발표"),
    "no_deadline": ("no deadline", "기한 없음"),
    "by": ("by {by}", "{by}까지"),
    "baseline": ("Baseline", "기준값"),
    "stated": ("stated", "발표된 값"),
    "path_starts": ("path starts from", "경로의 시작"),
    "assumed": ("assumed", "가정"),
    "not_given": ("not given", "주어지지 않음"),
    "measured": ("Measured by", "측정"),
    "why": ("why this series", "이 계열을 판정하는 이유"),
    "now": ("Now", "현재"),
    "latest": ("latest value", "최신값"),
    "expected": ("expected then", "당시 기대값"),
    "gap": ("gap to the path", "목표 경로 대비"),
    "to_goal": ("gap to the goal", "목표 대비"),
    "pace_so_far": ("pace so far", "지금까지의 속도"),
    "pace_recent": ("pace since {since}", "{since} 이후의 속도"),
    "pace_needed": ("pace needed", "필요한 속도"),
    "faster": ("must go {times} times as fast as so far", "지금까지의 {times}배 속도가 필요"),
    "slower": ("{times} times the pace so far is enough", "지금까지 속도의 {times}배면 충분"),
    "turn": (
        "must turn round: so far it moved the other way",
        "방향 전환 필요: 지금까지 반대로 움직임",
    ),
    "slack": ("slack", "여유"),
    "slack_ahead": ("{months} ahead of the path", "경로보다 {months} 앞섬"),
    "slack_behind": ("{months} behind the path", "경로보다 {months} 뒤짐"),
    "slack_until": (
        "the present value would still be on the path until {until}",
        "현재 값은 {until}까지 경로를 충족함",
    ),
    "slack_since": (
        "the present value was due on {until}",
        "현재 값은 {until}에 이미 필요했음",
    ),
    "share_of_way": ("share of the way", "진도"),
    "share_of_time": ("share of the time", "기간 경과"),
    "answerable": ("When it can be known", "확인 가능 시점"),
    "answer_on": ("the deadline's verdict can first be known on", "최종 판정이 가능한 날"),
    "last_figure": ("the last figure that can change it", "판정을 바꿀 수 있는 마지막 수치"),
    "last_figure_is": ("period to {end}, published about {day}", "{end}까지의 기간, {day}경 공표"),
    "next_figure": ("next figure due about", "다음 공표 예정일"),
    "no_rhythm": (
        "not known: the target states no cadence and lag",
        "알 수 없음: 공표 주기와 시차가 기록되지 않음",
    ),
    "projection": ("Projection", "전망"),
    "projection_is": (
        "{odds} to reach the goal by {date}; {level} range {low} to {high} (middle {value})",
        "{date}까지 달성 가능성 {odds}; {level} 범위 {low}~{high} (중앙 {value})",
    ),
    "projection_range": (
        "{level} range for {date}: {low} to {high} (middle {value})",
        "{date}의 {level} 범위: {low}~{high} (중앙 {value})",
    ),
    "projection_by": ("{method}, from {n} observations", "{method}, 관측값 {n}개"),
    "widened": (
        "the range is widened, because such ranges proved too narrow in back-tests",
        "과거 검증에서 범위가 너무 좁았으므로 넓혔음",
    ),
    "very_weak": (
        "very weak: so few observations that the range says little",
        "매우 약함: 관측값이 적어 범위의 의미가 작음",
    ),
    "no_projection": ("No projection", "전망 없음"),
    "matrix": ("What each series would say", "계열별 판정"),
    "methods": ("Published rules", "공표된 판정 방법"),
    "split": ("split {agree}/{of}", "불일치 {agree}/{of}"),
    "agreed": ("all {of} that apply agree", "적용되는 {of}개 모두 일치"),
    "observations": ("Observations", "관측값"),
    "no_observations": ("none recorded", "기록 없음"),
    "was": ("was {value}, published {published}", "이전 값 {value}, 공표 {published}"),
    "uncounted": ("shown, not judged", "표시만, 판정 제외"),
    "caveats": ("Caveats", "유의 사항"),
    "no_caveats": ("none", "없음"),
    "note": ("note", "비고"),
    "closed": ("closed on {on} as {how}", "{on} {how}(으)로 종결"),
    "superseded_by": ("superseded on {on} by {by}", "{on} {by}(으)로 대체"),
    "not_yet": ("not done yet", "아직 완료되지 않음"),
    "legend_seen": ("observed", "관측값"),
    "legend_uncounted": ("not judged", "판정 제외"),
    "legend_goal": ("goal", "목표"),
    "legend_path": ("{shape} path", "{shape} 경로"),
    "legend_fan": ("{level} range for {date}", "{date}의 {level} 범위"),
    "legend_stated": ("stated baseline", "발표된 기준값"),
    "legend_axis": ("a year is marked at its end", "연도는 연말 위치"),
    "does_not_apply": ("does not apply", "적용 안 됨"),
    "inputs": ("numbers", "입력값"),
    "arithmetic": ("arithmetic", "계산"),
    "cuts": ("classes", "등급"),
    "here": ("here", "여기"),
    "from": ("from {cut}", "{cut} 이상"),
    "above": ("above {cut}", "{cut} 초과"),
    "below": ("below that", "그 미만"),
    "to_next": ("{margin} from the next cut", "다음 경계까지 {margin}"),
    "source": ("source", "출처"),
    "unconfirmed": ("text not read by us", "원문 미확인"),
    "problems": ("{errors}, {warnings}", "{errors}, {warnings}"),
    "problem": ("1 problem", "문제 1건"),
    "n_problems": ("{n} problems", "문제 {n}건"),
    "warning": ("1 warning", "경고 1건"),
    "n_warnings": ("{n} warnings", "경고 {n}건"),
    "warning_word": ("warning", "경고"),
}  # fmt: skip


def word(table: dict[str, str], key: str, lang: str) -> str:
    """`key` itself in English, its Korean otherwise; a word without a Korean one stays."""
    return table.get(key, key) if lang == "ko" else key


def phrase(key: str, lang: str, **gaps: str | int) -> str:
    """The phrase `key` in `lang` with its gaps filled by finished words."""
    return PHRASES[key][lang == "ko"].format(**gaps)
