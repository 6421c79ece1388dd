"""What is said in the week's report and in its schedule: headings and phrases in two languages."""

from __future__ import annotations

#: key -> (English, Korean), with gaps in braces; `more_phrases` holds these too.
REPORT_PHRASES: dict[str, tuple[str, str]] = {
    "report_title": ("{title}: week {week}", "{title}: {week} 주간 보고서"),
    "report_clocks": ("judged for {on} ({zone})", "판정 기준일 {on}({zone})"),
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
    "report_waiting": (
        "no verdict yet, with current data",
        "최신 자료는 있으나 아직 판정 전",
    ),
    "report_unfound_changes": (
        "The records of the last report were not committed as they were, or are not in this clone,"
        " so {on} is judged from today's records, too.",
        "지난 보고서의 기록이 그대로 커밋되지 않았거나 이 복제본에 없어 {on}도"
        " 오늘의 기록으로 판정합니다.",
    ),
    "report_unfound_verdicts": (
        "What that report said otherwise of its day stands under Restated.",
        "그 보고서가 같은 날짜를 다르게 판정한 것은 ‘과거 판정의 변경’에 있습니다.",
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
        "{week} 보고서의 내용이 같은 날짜를 현재의 기록과 규칙으로 판정한 결과와 다릅니다. 그"
        " 보고서는 그대로 두며, 지금 판정하면 다음과 같습니다.",
    ),
    "report_no_causes": (
        "The records that it was made from were not committed or are not in this clone, so no"
        " cause can be told.",
        "당시의 기록이 커밋되지 않았거나 이 복제본에 없어 원인을 알 수 없습니다.",
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
    "report_moved_before": ("before {on}", "{on} 이전"),
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
    # the comments of what runs it each week
    "weekdays": ("Mon Tue Wed Thu Fri Sat Sun", "월요일 화요일 수요일 목요일 금요일 토요일 일요일"),
    "weekly_report_of": ("The weekly report of {project}", "{project}의 주간 보고서"),
    "cron_wanted": ("{report}: {wanted} in {zone}.", "{report}: {zone} 기준 {wanted}."),
    "cron_clock": (
        "Cron goes by this machine's clock, {zone}: {local}.",
        "cron은 이 컴퓨터의 시계({zone})를 따릅니다: {local}.",
    ),
    "cron_shifts": (
        "Summer time moves the two against each other: print this again when it changes.",
        "서머타임으로 두 시각이 어긋나므로, 바뀔 때마다 다시 출력하십시오.",
    ),
    "cron_two_zones": (
        "TZ says {zone} here, the system {system}: see which one cron has.",
        "TZ는 {zone}, 시스템은 {system}입니다. cron이 어느 쪽을 쓰는지 확인하십시오.",
    ),
    "cron_no_zone": (
        "The name of this machine's time zone is not known.",
        "이 컴퓨터의 시간대 이름을 알 수 없습니다.",
    ),
    "cron_how": (
        "Add it with crontab -e. Success goes to the log, one line a file; failure is mailed:",
        "crontab -e로 추가하십시오. 성공하면 파일마다 한 줄이 로그에 남고, 실패하면 메일이 갑니다.",
    ),
    "systemd_how": (
        "Two files for ~/.config/systemd/user/; then: systemctl --user enable --now"
        " kpi-report.timer\nTo run while nobody is logged in: loginctl enable-linger. What it"
        " said: journalctl --user -u\nkpi-report. To be told of a failure, add OnFailure= to the"
        " service.",
        "~/.config/systemd/user/에 두 파일로 저장한 뒤: systemctl --user enable --now"
        " kpi-report.timer\n로그인하지 않아도 실행하려면: loginctl enable-linger."
        " 출력 확인: journalctl --user -u kpi-report\n실패 알림을 받으려면 service에 OnFailure=를"
        " 추가하십시오.",
    ),
    "github_how": (
        "GitHub goes by UTC, is late at the full hour, and stops schedules after 60 days without a"
        " commit.\nIn the repository's settings, allow Actions to create pull requests.",
        "GitHub는 UTC를 따르고, 정시에는 늦게 시작하며, 60일 동안 커밋이 없으면 예약을 멈춥니다.\n"
        "저장소 설정에서 Actions가 풀 리퀘스트를 만들 수 있게 허용하십시오.",
    ),
    "github_wanted": (
        "{utc} UTC; {wanted} in {zone} was asked for",
        "UTC {utc}; 요청한 시각은 {zone} 기준 {wanted}",
    ),
    "github_pins": (
        "Pinned by major tag; a full commit hash is safer, and a bot can keep it fresh.",
        "주 버전 태그로 고정했습니다. 전체 커밋 해시가 더 안전하며, 갱신은 봇에 맡길 수 있습니다.",
    ),
    "github_depth": (
        "the whole history: what was recorded when",
        "전체 이력: 무엇이 언제 기록되었는지",
    ),
}

#: Titles of columns; `more_phrases` holds these too.
REPORT_TITLES: dict[str, tuple[str, str]] = {
    "days": ("days left", "남은 일수"),
    "overdue_days": ("days overdue", "경과 일수"),
    "release_due": ("next figure was due", "공표 예정일(지남)"),
    "expected_on": ("expected on", "예정일"),
    "first_goal": ("first announced", "최초 목표"),
    "last_goal": ("last announced", "최근 목표"),
    "announced": ("on", "발표일"),
    "goal_now": ("judged", "판정 목표"),
    "moved": ("moved", "변경"),
    "other_flags": ("other flags", "그 밖의 유의 사항"),
    "agree": ("what the rules say", "방법별 결과"),
}
