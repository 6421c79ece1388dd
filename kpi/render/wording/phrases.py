"""What is said around tables and on pages: labels, headings and short phrases in two languages."""

from __future__ import annotations

#: key -> (English, Korean), with gaps in braces. What a table of standing does not say has a
#: catalogue of its own; see `more_phrases`.
PHRASES: dict[str, tuple[str, str]] = {
    "clocks": ("judged for {on}", "판정 기준일 {on}"),
    "clock_as_of": ("known by {as_of}", "{as_of}까지 알려진 자료"),
    "clock_at": ("recorded at {at}", "{at} 시점의 기록"),
    "blind": (
        "{current} of {of} targets have current data",
        "목표 {of}개 중 {current}개에 최신 자료 있음",
    ),
    "blind_ageless": (
        " ({n} without a cadence: their age cannot be told)",
        "({n}개는 공표 주기가 없어 최신 여부를 알 수 없음)",
    ),
    "blind_rest": ("the others: {rest}", "나머지: {rest}"),
    "blind_none": ("No target is announced yet.", "아직 발표된 목표가 없습니다."),
    "empty": ("No target matches.", "해당하는 목표가 없습니다."),
    "unannounced": ("not yet announced: {ids}", "아직 발표되지 않음: {ids}"),
    "hint": ("kpi show ID: one target in full", "kpi show ID: 목표 하나의 자세한 내용"),
    "starred": ("* has flags", "* 유의 사항 있음"),
    "lettered": ("flags: {flags}", "유의 사항: {flags}"),
    "none": ("none", "없음"),
    "today": ("today", "현재"),
    "matrix_note": (
        "None of these measures what was promised: this is no verdict.",
        "약속한 대상을 측정한 계열이 하나도 없으므로 판정이 아닙니다.",
    ),
    "matrix_note_empty": (
        "The judged series is not among these: this is no verdict.",
        "판정 계열의 값이 없으므로 판정이 아닙니다.",
    ),
    "imagined": ("imagined", "가정"),
    "needed_in": ("needed in {period}", "{period} 필요값"),
    "headline": ("headline", "종합 판정"),
    "out_of_reach": ("no value will do", "어떤 값으로도 불가"),
    "any_value": ("any value", "모든 값"),
    "between": ("{least} to {most}", "{least} 이상 {most} 이하"),
    "whatif_note": (
        "Judged on the last imagined day, or today if that is later. Nothing has been recorded.",
        "마지막 가정 시점 또는 현재 중 늦은 날을 기준으로 판정했으며, 기록한 것은 없습니다.",
    ),
    "whatif_values": ("Imagined values: {values}", "가정한 값: {values}"),
    "whatif_value": ("{value} for {period}", "{period}의 {value}"),
    "whatif_value_on": ("{value} for {period} (at {day})", "{period}({day} 기준) {value}"),
    "whatif_unit": (
        "A number without a unit is read in {unit}.",
        "단위 없이 쓴 수는 {unit} 단위로 읽습니다.",
    ),
    "true": ("yes", "예"),
    "false": ("no", "아니요"),
    "promise": ("Promise", "약속"),
    "owner": ("owner", "담당"),
    "tags": ("tags", "분류"),
    "goal": ("Goal", "목표"),
    "goal_one": ("goal", "목표"),
    "goals": ("goals", "목표"),
    "aim >=": ("at least {value}", "{value} 이상"),
    "aim >": ("more than {value}", "{value} 초과"),
    "aim <=": ("at most {value}", "{value} 이하"),
    "aim <": ("less than {value}", "{value} 미만"),
    "aim =": ("{value}", "{value}"),
    "aim ~": ("about {value}", "약 {value}"),
    "aim_kept": ("{aim}", "{aim} 유지"),
    "changed_since": ("{value} ({change} from {period})", "{value}({period} 대비 {change})"),
    "to_be_done": ("to be done", "완료"),
    "end": ("closed", "종결"),
    "replaced": ("superseded", "대체"),
    "document": ("document", "문서"),
    "document_note": ("on this", "문서 비고"),
    "reading": ("read as", "해석"),
    "about": ("about", "설명"),
    "series": ("series", "계열"),
    "unit": ("unit", "단위"),
    "published_on": ("published {day}", "{day} 공표"),
    "since": ("since {since}", "{since} 이후"),
    "judged": ("judged", "판정 대상"),
    "moved_from": ("earlier goal", "이전 목표"),
    "moved_to": ("later goal, not judged", "이후 목표, 판정 제외"),
    "set_beside": ("announced with the judged one", "판정 목표와 함께 발표"),
    "goal_reached": ("reached: {value} in {period}", "달성: {period} {value}"),
    "goal_not_reached": ("not reached: {value} in {period}", "미달성: {period} {value}"),
    "goal_by_it": ("the verdict by it: {verdict}", "이 목표로 판정: {verdict}"),
    "goals_missed": ("Before that: {goals}.", "이전 목표: {goals}."),
    "goal_done": ("done in time", "기한 내 완료"),
    "goal_undone": (
        "no record says that it was done in time",
        "기한 내 완료되었다는 기록 없음",
    ),
    "announced": ("announced", "발표"),
    "no_deadline": ("no deadline", "기한 없음"),
    "by": ("by {by}", "{by}까지"),
    "within": ("in {by}", "{by}에"),
    "baseline": ("baseline", "기준값"),
    "stated": ("stated", "발표된 값"),
    "path_starts": ("path starts from", "경로의 시작"),
    "assumed": ("assumed", "가정"),
    "not_given": ("not given", "제시되지 않음"),
    "measured": ("Measured by", "측정"),
    "why": ("why this series", "이 계열을 판정하는 이유"),
    "now": ("Now", "현재"),
    "latest": ("latest value", "최신값"),
    "expected": ("expected then", "당시 경로값"),
    "year_so_far": ("together", "합계"),
    "expected_by": (
        "on the way to the goal then in force: {aim}",
        "당시 유효했던 목표의 경로: {aim}",
    ),
    "rules_by": (
        "The headline and on-path look at the goal in force at the date of the value, {older};"
        " the other rules at that of today, {aim}.",
        "종합 판정과 on-path는 수치 시점의 목표({older}), 다른 방법은 현재 목표({aim}) 기준입니다.",
    ),
    "gap": ("gap to the path", "경로 대비"),
    "to_goal": ("gap to the goal", "목표 대비"),
    "pace_so_far": ("pace so far", "지금까지의 속도"),
    "pace_recent": ("recent pace", "최근 속도"),
    "year_on_year": ("over a year", "전년 동기 대비"),
    "year_on_year_since": (
        "{change} since {since} ({value})",
        "{since} {value} 대비 {change}",
    ),
    "pace_needed": ("pace needed", "필요한 속도"),
    "pace_none": ("none: the goal is reached", "필요 없음(목표 도달)"),
    "faster": ("must go {times} times as fast as so far", "지금까지의 {times}배 속도가 필요"),
    "slower": ("{times} times the pace so far is enough", "지금까지 속도의 {times}배면 충분"),
    "just": ("the pace so far is just enough", "지금까지의 속도로 충분"),
    "turn": (
        "must turn round: so far it moved the other way",
        "방향 전환 필요: 지금까지 반대로 움직임",
    ),
    "change": ("change so far", "지금까지의 변화"),
    "by_numerator": (
        "since {since}: {change} by the numerator ({before} → {after})",
        "{since} 이후: 분자({before} → {after})에 따른 변화 {change}",
    ),
    "by_denominator": (
        "{change} by the denominator ({before} → {after})",
        "분모({before} → {after})에 따른 변화 {change}",
    ),
    "pace_was_needed": ("pace that was needed", "필요했던 속도"),
    "faster_was": (
        "it would have had to go {times} times as fast as before",
        "그때까지의 {times}배 속도가 필요했음",
    ),
    "just_was": ("the pace before would have been just enough", "그때까지의 속도로 충분했음"),
    "slower_was": (
        "{times} times the pace before would have been enough",
        "그때까지 속도의 {times}배면 충분했음",
    ),
    "turn_was": (
        "it would have had to turn round: it had moved the other way",
        "방향 전환이 필요했음: 그때까지 반대로 움직임",
    ),
    "slack": ("slack", "경로 대비 진도"),
    "slack_ahead": ("{months} ahead of the {shape} path", "{shape} 경로보다 {months} 앞섬"),
    "slack_behind": ("{months} behind the {shape} path", "{shape} 경로보다 {months} 뒤처짐"),
    "index": ("status index", "현황 지수"),
    "index_of_ten": ("{value} of 10 (ESCAP)", "10점 만점에 {value}점(ESCAP)"),
    "index_expected": ("{value} expected by then", "당시 경로값 {value}점"),
    "slack_until": (
        "the present value would still be on the path until {until}",
        "현재 값은 {until}까지 경로를 충족합니다",
    ),
    "slack_since": (
        "the present value was already due in {until}",
        "현재 값은 {until}에 이미 도달했어야 하는 수준입니다",
    ),
    "slack_never": (
        "the present value is worse than the one from which the path starts",
        "현재 값은 경로의 출발값보다 나쁩니다",
    ),
    "share_of_way": ("share of the way", "진척률"),
    "share_of_time": ("share of the time", "기간 경과"),
    "answerable": ("When it can be known", "확인 가능 시점"),
    "answer_on": ("verdict known from", "최종 판정 가능일"),
    "last_figure": ("last figure that counts", "마지막 반영 수치"),
    "last_figure_is": ("that of the period up to {end}", "{end}에 끝나는 기간의 수치"),
    "last_figure_on": (", published about {day}", ", {day}경 공표"),
    "next_figure": ("next figure due", "다음 공표 예정일"),
    "next_figure_late": ("next figure was due", "공표 예정일(지남)"),
    "no_rhythm": (
        "not known: the target states no cadence and lag",
        "알 수 없음: 공표 주기와 시차가 기록되지 않음",
    ),
    "trajectory": ("What the path asks for", "앞으로의 경로값"),
    "projection": ("Projection", "전망"),
    "projection_odds": (
        "{odds} to reach the goal by {date}",
        "{date}까지 목표 달성 가능성: {odds}",
    ),
    "projection_odds_over": (
        "{odds} to have reached the goal by {date}",
        "{date}까지 목표를 달성했을 가능성: {odds}",
    ),
    "projection_range": (
        "{level} range {low} to {high} (middle {value})",
        "{level} 예측구간 {low}~{high}(중앙값 {value})",
    ),
    "outlook": ("outlook", "가능성"),
    "how": ("how", "방법"),
    "projection_by": ("{method}, from {n} observations", "{method}, 관측값 {n}개"),
    "one_season": (
        "the values have a season: only those of the deadline's own time of the year were taken,"
        " up to {until}",
        "값에 계절성이 있어 기한과 같은 시기의 값만 사용했습니다(최근 {until})",
    ),
    "widened": (
        "the range is widened, because such ranges proved too narrow in back-tests",
        "과거 자료로 검증한 결과 예측구간이 너무 좁아 넓혔습니다",
    ),
    "very_weak": (
        "very weak: it rests on three values",
        "매우 약함: 관측값 세 개에 근거함",
    ),
    "without_stated": (
        "the stated baseline is left out: it is no observation of the series",
        "발표된 기준값은 계열의 관측값이 아니므로 제외했습니다",
    ),
    "straight": (
        "the values lie so nearly on a line that only their rounding was taken as chance",
        "값들이 거의 한 직선 위에 있어 반올림 오차만 우연 변동으로 보았습니다",
    ),
    "matrix": ("What each series would say", "계열별 판정"),
    "methods": ("Published rules", "공표된 판정 방법"),
    "border_near": (
        "only {margin} from the border of its class",
        "{margin}밖에 차이 나지 않습니다",
    ),
    "border_on": ("exactly on the border of its class", "정확히 같습니다"),
    "split": ("split {agree}/{of}", "{of}개 중 {agree}개 일치"),
    "lights_first": ("{n} say {light}", "{light} {n}개"),
    "lights_more": ("{n} {light}", "{light} {n}개"),
    "agreed": ("all {of} that apply agree", "적용되는 {of}개 모두 일치"),
    "agreed_one": ("only one rule applies", "적용되는 방법은 1개뿐"),
    "observations": ("Observations", "관측값"),
    "no_observations": ("none recorded", "기록 없음"),
    "was": ("was {value}", "이전 {value}"),
    "not_judged": ("not judged", "판정 제외"),
    "as_above": ("as above", "위와 같음"),
    "urls": ("links", "링크"),
    "notes": ("notes", "비고"),
    "quotes": ("quotes", "인용"),
    "caveats": ("Caveats", "유의 사항"),
    "no_caveats": ("none", "없음"),
    "note": ("note", "비고"),
    "closed": ("closed on {on} as {how}", "{on} 종결: {how}"),
    "superseded_by": ("superseded on {on} by {by}", "{on} 대체: {by}"),
    "random walk with drift": ("random walk with drift", "표류항이 있는 확률보행"),
    "random walk with drift on logits": (
        "random walk with drift on logits",
        "로짓 척도의 표류항이 있는 확률보행",
    ),
    "random walk with drift on logs": (
        "random walk with drift on logs",
        "로그 척도의 표류항이 있는 확률보행",
    ),
    "legend_seen": ("observed", "관측값"),
    "legend_uncounted": ("not judged", "판정 제외"),
    "legend_goal": ("goal", "목표"),
    "legend_path": ("{shape} path", "{shape} 경로"),
    "legend_fan": ("{level} range for {date}", "{date}의 {level} 예측구간"),
    "legend_stated": ("stated baseline", "발표된 기준값"),
    "legend_axis": ("a year is marked at its end", "연도 눈금은 연말 기준"),
    "legend_axis_months": ("a month is marked at its end", "월 눈금은 월말 기준"),
    "does_not_apply": ("does not apply", "적용 안 됨"),
    "inputs": ("numbers", "입력값"),
    "went_in": ("numbers: {way}; goal {goal}", "입력값: {way}; 목표 {goal}"),
    "arithmetic": ("arithmetic", "계산"),
    "in_unit": ("{what} (in {unit})", "{what}(단위: {unit})"),
    "cuts": ("classes", "등급"),
    "from": ("from {cut}", "{cut} 이상"),
    "above": ("above {cut}", "{cut} 초과"),
    "up_to": ("up to {cut}", "{cut} 이하"),
    "below": ("below {cut}", "{cut} 미만"),
    "rest": ("the rest", "그 밖"),
    "to_next": ("{margin} from the next cut", "다음 경계까지 {margin}"),
    "source": ("source", "출처"),
    "unconfirmed": ("text not read by us", "원문 미확인"),
    "problems": ("{errors}, {warnings}", "{errors}, {warnings}"),
    "problem": ("1 problem", "문제 1건"),
    "n_problems": ("{n} problems", "문제 {n}건"),
    "warning": ("1 warning", "경고 1건"),
    "n_warnings": ("{n} warnings", "경고 {n}건"),
    "so_often": ("{n} times: {what}", "{n}건: {what}"),
    "compared": (
        "compared {files} of records with {commit}",
        "{commit}의 기록과 비교: {files}",
    ),
    "checked": (
        "checked {target}, {observation} in {file}: {problem}, {warning}",
        "점검: {file}({target}, {observation}): {problem}, {warning}",
    ),
    "checked_unsound": (
        "checked {target}, {observation} in {file}: {problem}; warnings come once there is none",
        "점검: {file}({target}, {observation}): {problem}. 경고는 문제를 고친 뒤에 표시합니다.",
    ),
    "target": ("1 target", "목표 1개"),
    "n_targets": ("{n} targets", "목표 {n}개"),
    "observation": ("1 observation", "관측값 1건"),
    "n_observations": ("{n} observations", "관측값 {n}건"),
    "file": ("1 file", "파일 1개"),
    "n_files": ("{n} files", "파일 {n}개"),
    "level ok": ("ok", "정상"),
    "level warning": ("warning", "경고"),
    "level problem": ("problem", "문제"),
    "n_fine": ("{n} ok", "정상 {n}건"),
}


def phrase_or(text: str, lang: str) -> str:
    """The phrase whose key is `text`, or `text` itself."""
    found = _found(text)
    return found[lang == "ko"] if found is not None else text


def phrase(key: str, lang: str, **gaps: str | int) -> str:
    """The phrase `key` in `lang` with its gaps filled by finished words."""
    found = _found(key)
    if found is None:
        raise KeyError(key)
    said = found[lang == "ko"]
    return said.format(**gaps) if gaps else said


def counted(noun: str, n: int, lang: str, grouped: bool = False) -> str:
    """How many: "1 problem", "2 warnings"; `grouped` for thousands with commas."""
    return (
        phrase(noun, lang) if n == 1 else phrase(f"n_{noun}s", lang, n=f"{n:,}" if grouped else n)
    )


def _found(key: str) -> tuple[str, str] | None:
    if key in PHRASES:
        return PHRASES[key]
    from kpi.render.wording.more_phrases import MORE_PHRASES  # a plain status says none of them

    return MORE_PHRASES.get(key)
