"""What is said of changes and of the log: sentences of causes, phrases and titles."""

from __future__ import annotations

#: Why a verdict changed (assess/changes.py): key, English, Korean.
CAUSE_SENTENCES: dict[str, tuple[str, str]] = {
    "cause-new": (
        "{bound:bound}{value:amount} for {period} was published on {published}.",
        "{period} 값 {bound:bound}{value:amount}이(가) {published}에 공표되었습니다.",
    ),
    "cause-new-several": (
        "{n} new figures, the latest {bound:bound}{value:amount} for {period}, published on"
        " {published}.",
        "새 수치 {n}건, 최신은 {published}에 공표된 {period} {bound:bound}{value:amount}입니다.",
    ),
    "cause-done": (
        "It was done {period:when}, as published on {published}.",
        "{period}에 완료되었다고 {published}에 공표되었습니다.",
    ),
    "cause-not-done": (
        "It was not done {period:when}, as published on {published}.",
        "{period}에 완료되지 않았다고 {published}에 공표되었습니다.",
    ),
    "cause-revised": (
        "{period} was {was_bound:bound}{was:amount} and is now {bound:bound}{value:amount}.",
        "{period} 값이 {was_bound:bound}{was:amount}에서 {bound:bound}{value:amount}(으)로"
        " 수정되었습니다.",
    ),
    "cause-revised-why": (
        "{period} was {was_bound:bound}{was:amount} and is now {bound:bound}{value:amount}: {why}",
        "{period} 값이 {was_bound:bound}{was:amount}에서 {bound:bound}{value:amount}(으)로"
        " 수정되었습니다: {why}",
    ),
    "cause-restatused": (
        "{period}, {bound:bound}{value:amount}, was {was_status} and is now {status}.",
        "{period} 값 {bound:bound}{value:amount}의 상태가 {was_status}에서 {status}(으)로"
        " 바뀌었습니다.",
    ),
    "cause-restatused-why": (
        "{period}, {bound:bound}{value:amount}, was {was_status} and is now {status}: {why}",
        "{period} 값 {bound:bound}{value:amount}의 상태가 {was_status}에서 {status}(으)로"
        " 바뀌었습니다: {why}",
    ),
    "cause-revised-several": (
        "{n} values were revised, the latest, {period}, from {was_bound:bound}{was:amount} to"
        " {bound:bound}{value:amount}.",
        "{n}개 값이 수정되었으며, 최신은 {period}(으)로, {was_bound:bound}{was:amount}에서"
        " {bound:bound}{value:amount}(으)로 바뀌었습니다.",
    ),
    "cause-withdrawn": (
        "The record of {was_bound:bound}{was:amount} for {period} was taken away.",
        "{period} 기록({was_bound:bound}{was:amount})이 삭제되었습니다.",
    ),
    "cause-withdrawn-several": (
        "{n:plural|record was|records were} taken away, the latest {was_bound:bound}{was:amount}"
        " for {period}.",
        "기록 {n}건이 삭제되었습니다(최신: {period} {was_bound:bound}{was:amount}).",
    ),
    "cause-withdrawn-again": (
        "The record of {was_bound:bound}{was:amount} for {period} was taken away;"
        " {bound:bound}{value:amount} counts again.",
        "{period} 기록({was_bound:bound}{was:amount})이 삭제되어 다시"
        " {bound:bound}{value:amount}을(를) 반영합니다.",
    ),
    "cause-by-correction": (
        "A correction withdrew it: {why}",
        "정정 파일로 철회한 기록입니다: {why}",
    ),
    "cause-records-edited": (
        "{n:plural|record was|records were} edited in place: nothing else was published.",
        "새로 공표된 자료는 없으며, 기록 {n}건이 직접 수정되었습니다.",
    ),
    "cause-restated": (
        "{n:plural|record|records} of known periods changed without another value.",
        "이미 알려진 기간의 기록 {n}건이 값의 변화 없이 바뀌었습니다.",
    ),
    "cause-unlike": (
        "The earlier report said {said:verdict}; the records of its day, judged again by the same"
        " rules, now say {judged:verdict}.",
        "이전 보고서는 “{said:verdict}”(이)라고 했으나, 그날의 기록을 같은 규칙으로 다시 판정하면"
        " “{judged:verdict}”입니다.",
    ),
    "cause-goal": (
        "The goal was {was:amount} (deadline {was_by}) and is now {value:amount} (deadline {by}).",
        "목표가 {was:amount}(기한 {was_by})에서 {value:amount}(기한 {by})(으)로 바뀌었습니다.",
    ),
    "cause-goal-value": (
        "The goal was {was:amount} and is now {value:amount}.",
        "목표가 {was:amount}에서 {value:amount}(으)로 바뀌었습니다.",
    ),
    "cause-goal-date": (
        "The deadline was {was_by} and is now {by}.",
        "기한이 {was_by}에서 {by}(으)로 바뀌었습니다.",
    ),
    "cause-goal-sign": (
        "The comparator of the goal was {was_sign} and is now {sign}.",
        "목표의 비교 기호가 {was_sign}에서 {sign}(으)로 바뀌었습니다.",
    ),
    "cause-goal-words": (
        "The goals on record changed; the one that is judged asks for the same amount and day.",
        "기록된 목표들이 바뀌었으나, 판정 목표의 값과 기한은 같습니다.",
    ),
    "cause-goal-edited": (
        "No new announcement is recorded: the entry was edited.",
        "새로운 발표 기록은 없으며, 항목이 수정되었습니다.",
    ),
    "cause-goal-follows": (
        "The goal of {change:growth} follows: it was {was:amount} and is now {value:amount}.",
        "이에 따라 {change:growth}인 목표값도 {was:amount}에서 {value:amount}(으)로 바뀌었습니다.",
    ),
    "cause-edited": (
        "Its entry in targets.toml says something else: {keys}.",
        "targets.toml의 항목이 바뀌었습니다: {keys:key}.",
    ),
    "cause-rule": (
        "kpi {version} said {said:verdict}; kpi {current} says {judged:verdict} of the same"
        " records.",
        "같은 기록에 대해 kpi {version}은(는) {said:verdict}, kpi {current}은(는)"
        " {judged:verdict}(이)라고 판정합니다.",
    ),
}

#: Said around the tables of changes and of the log.
HISTORY_PHRASES: dict[str, tuple[str, str]] = {
    "several_causes": ("several causes", "복합 원인"),
    "from_to": ("from {before} to {after}", "{before}부터 {after}까지"),
    "nothing_changed": ("Nothing changed.", "바뀐 것이 없습니다."),
    "no_verdict_changed": ("No verdict changed.", "바뀐 판정이 없습니다."),
    "verdict_changed": ("1 verdict changed", "판정 1건 변경"),
    "verdicts_changed": ("{n} verdicts changed", "판정 {n}건 변경"),
    "each_alone": ("each alone would have been enough", "각각 하나만으로도 바뀌었을 것"),
    "only_together": ("only together", "여러 원인이 겹쳐야 바뀜"),
    "changes": ("Verdicts", "판정"),
    "targets_new": ("New targets", "새 목표"),
    "targets_gone": ("Targets no longer recorded", "더 이상 기록되지 않는 목표"),
    "goals_moved": ("Goals moved", "변경된 목표값"),
    "goals_followed": ("Goals that follow their base", "기준값에 따라 달라진 목표값"),
    "revised": ("Revised values", "수정된 값"),
    "withdrawn": ("withdrawn", "삭제"),
    "new_facts": ("New observations", "새 관측값"),
    "facts_gone": ("Records taken away", "삭제된 기록"),
    "edited_in_place": (
        "the record was edited in place; a correction is a new file",
        "기록을 직접 수정함(정정은 새 파일로 기록해야 함)",
    ),
    "news_unchanged": ("{value}, unchanged", "{value}, 변동 없음"),
    "news_replaced": ("replaced already", "이후 다시 수정됨"),
    "news_no_source": ("no source recorded", "출처 기록 없음"),
    "news_many": (
        "{n} new figures, files: {files}; the latest of each target:",
        "새 수치 {n}건, 파일 {files}개; 목표별 최신:",
    ),
    "news_latest": ("the latest of {n} in {file}", "{file}의 {n}건 중 최신"),
    "news_latest_of": ("the latest of {n} in {files} files", "파일 {files}개의 {n}건 중 최신"),
    "edits": ("Entries edited, closed or superseded", "수정·종결·대체된 항목"),
    "flags_changed": ("Flags", "유의 사항"),
    "flag_gained": ("now: {flags}", "추가: {flags}"),
    "flag_lost": ("no longer: {flags}", "해제: {flags}"),
    "and_more": ("and {n} more", "그 밖 {n}건"),
    "not_committed": ("not committed", "커밋되지 않음"),
    "edited_since": (
        "edited since: the value is that of now, not of that commit",
        "이후 수정됨: 값은 그 커밋이 아닌 현재의 값",
    ),
    "log_count": (
        "{observations}, {waiting} not committed",
        "{observations}, 커밋되지 않은 것 {waiting}건",
    ),
    "log_deleted": (
        "{n} files of facts were deleted, though nothing recorded should be",
        "기록은 지우지 않아야 하지만 관측값 파일 {n}개가 삭제되었습니다",
    ),
    "log_deleted_one": (
        "A file of facts was deleted, though nothing recorded should be",
        "기록은 지우지 않아야 하지만 관측값 파일 1개가 삭제되었습니다",
    ),
    "log_again": ("recorded again later", "이후 다시 기록됨"),
    "log_empty": ("No observation is recorded.", "기록된 관측값이 없습니다."),
    "late": ("Days from publication to record, by owner", "담당별 공표 후 기록까지 걸린 일수"),
    "late_since": (
        "new: published since {since}, the day of the first record",
        "신규: 첫 기록일인 {since} 이후 공표",
    ),
}

#: The causes of a changed verdict, in Korean.
CAUSES_KO: dict[str, str] = {
    "new data": "새 자료",
    "revised data": "자료 수정",
    "goal moved": "목표 변경",
    "target edited": "목표 항목 수정",
    "rule changed": "판정 규칙 변경",
    "time passed": "시간 경과",
    "several": "복합",
}

#: The keys of a target that may have been edited, as a reader of the report would call them.
KEYS_KO: dict[str, str] = {
    "title": "제목", "title_ko": "국문 제목", "owner": "담당", "tags": "분류", "kind": "종류",
    "unit": "단위", "direction": "방향", "ceiling": "상한", "baseline": "기준값", "path": "경로",
    "cadence": "공표 주기", "lag": "공표 시차", "judged_series": "판정 계열",
    "judged_why": "판정 계열의 이유", "counts": "판정에 쓰는 상태", "closed": "종결",
    "superseded": "목표 대체", "goal": "목표", "note": "비고",
}  # fmt: skip


def key(name: str, lang: str) -> str:
    """A key of targets.toml; in Korean what it is stands before it: "목표 대체(superseded)"."""
    return f"{KEYS_KO[name]}({name})" if lang == "ko" and name in KEYS_KO else name


#: Titles of the columns of both tables.
HISTORY_TITLES: dict[str, tuple[str, str]] = {
    "before": ("before", "이전"),
    "after": ("after", "이후"),
    "cause": ("cause", "원인"),
    "detail": ("what happened", "내용"),
    "why": ("why", "사유"),
    "recorded": ("recorded", "기록일"),
    "delay": ("days", "소요(일)"),
    "commit": ("commit", "커밋"),
    "author": ("author", "기록자"),
    "file": ("file", "파일"),
    "facts": ("observations", "건수"),
    "median": ("median", "중앙값"),
    "worst": ("worst", "최대"),
    "facts_since": ("new", "신규"),
    "median_since": ("new: median", "신규 중앙값"),
    "worst_since": ("new: worst", "신규 최대"),
}
