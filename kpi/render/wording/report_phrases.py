"""What is said in the week's report: its headings and phrases, in two languages."""

from __future__ import annotations

#: key -> (English, Korean), with gaps in braces; merged into PHRASES.
REPORT_PHRASES: dict[str, tuple[str, str]] = {
    "report_title": ("{title}: week {week}", "{title}: {week} 주간 보고서"),
    "report_clocks": ("judged for {on} ({zone})", "판정 기준일 {on} ({zone})"),
    "report_since": (
        "compared with the report of {week}, which judged {on}",
        "비교 대상: {on} 기준의 {week} 보고서",
    ),
    "report_first": (
        "no earlier report; compared with {on}, the end of the week before",
        "이전 보고서 없음; 전주 말({on})과 비교",
    ),
    "report_blind": ("Blind spots", "확인할 수 없는 목표"),
    "report_all_current": ("Every target has current data.", "모든 목표에 최신 자료가 있습니다."),
    "report_unfound_changes": (
        "The records of the last report were not committed as they were, or are not in this clone,"
        " so {on} is judged from today's records, too.",
        "지난 보고서의 기록이 그대로 커밋되지 않았거나 이 복제본에 없어 {on}도"
        " 오늘의 기록으로 판정합니다.",
    ),
    "report_unfound_verdicts": (
        "What that report said otherwise of its day stands under Restated.",
        "그 보고서의 판정과 다른 것은 ‘과거 판정의 변경’에 있습니다.",
    ),
    "report_first_changes": (
        "There is no earlier report, so the week before is judged from today's records, too: what"
        " was published by {on} counts as known then, whenever it was recorded.",
        "이전 보고서가 없어 전주 말도 현재의 기록으로 판정합니다. {on}까지 공표된 자료는 언제"
        " 기록되었든 당시 알려진 것으로 봅니다.",
    ),
    "told_above": ("as told above ({n})", "위와 같음({n}건)"),
    "report_changes": ("Changed since the last report, and why", "지난 보고서 이후의 변화와 원인"),
    "report_restated": ("Restated", "과거 판정의 변경"),
    "report_restated_why": (
        "The report of {week} said otherwise of its own day than today's records and rules do. It"
        " is left as it was; this is what it would say now.",
        "{week} 보고서의 내용이 같은 날짜에 대한 현재의 기록 및 규칙과 다릅니다. 그 보고서는"
        " 그대로 두며, 지금이라면 다음과 같습니다.",
    ),
    "report_no_causes": (
        "The records that it was made from were not committed or are not in this clone, so no"
        " cause can be told.",
        "당시의 기록이 커밋되지 않았거나 이 저장소에 없어 원인을 알 수 없습니다.",
    ),
    "report_off_track": ("Off track", "미흡"),
    "report_due_soon": ("Due soon: within {days} days", "기한 임박: {days}일 이내"),
    "report_overdue": ("Milestones overdue", "기한이 지난 이행 과제"),
    "report_stale": ("Stale sources", "오래된 자료"),
    "report_releases": (
        "Releases: late, or expected within {days} days",
        "공표 예정(지연된 자료 포함): {days}일 이내",
    ),
    "report_goals_moved": ("Goals moved", "변경된 목표값"),
    "report_methods_split": ("Where methods split", "판정 방법 간 결과가 다른 목표"),
    "report_missing": ("Weeks without a report", "보고서가 없는 주"),
    "report_no_gap": (
        "No week is missing since the last report.",
        "지난 보고서 이후 빠진 주가 없습니다.",
    ),
    "report_gap": ("no report for {weeks}", "보고서 없음: {weeks}"),
    "report_gap_first": ("This is the first report.", "첫 보고서입니다."),
    "report_weeks": ("{first} to {last}", "{first}~{last}"),
    "report_none": ("None.", "없음."),
    "report_since_last": ("since the last report", "지난 보고서 이후"),
    "report_since_week": ("since {on}", "{on} 이후"),
    "report_moved_before": ("earlier", "그 이전"),
    "report_overdue_release": ("{day}, not recorded yet", "{day}, 아직 기록 없음"),
    "report_records": ("records of commit {commit}", "커밋 {commit}의 기록"),
    "report_uncommitted": (
        "records of commit {commit} with uncommitted changes",
        "커밋 {commit}의 기록에 커밋되지 않은 변경 포함",
    ),
    "report_no_git": ("records not under version control", "버전 관리되지 않는 기록"),
    "report_again": (
        "kpi report --verify FILE makes this report again and compares.",
        "kpi report --verify FILE 명령으로 이 보고서를 다시 만들어 비교할 수 있습니다.",
    ),
}

#: Titles of columns; merged into TITLES.
REPORT_TITLES: dict[str, tuple[str, str]] = {
    "days": ("days left", "남은 일수"),
    "overdue_days": ("days overdue", "경과 일수"),
    "release_due": ("next figure was due", "다음 수치 예정일"),
    "expected_on": ("expected on", "예정일"),
    "first_goal": ("first announced", "최초 목표"),
    "last_goal": ("last announced", "최근 목표"),
    "announced": ("on", "발표일"),
    "goal_now": ("judged", "판정 목표"),
    "moved": ("moved", "변경"),
    "other_flags": ("other flags", "그 밖의 유의 사항"),
    "agree": ("rules that agree", "일치하는 방법"),
}
