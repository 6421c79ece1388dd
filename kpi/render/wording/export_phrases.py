"""What calendars, feeds, badges and exported folders say, in English and Korean."""

from __future__ import annotations

EXPORT_PHRASES: dict[str, tuple[str, str]] = {
    "target_of": ("target {by}", "{by} 목표"),
    "opensdg_years": (
        "Each year shows the last figure published for it.",
        "각 연도는 그 해에 대해 공표된 마지막 수치입니다.",
    ),
    "no_auto_progress": ("no automatic progress: {why}", "자동 진척률 계산 안 함: {why}"),
    "misfit_kind": (
        "only a level or a running total that shall rise or fall can be reckoned so",
        "오르거나 내려야 하는 수준 또는 누계만 이렇게 계산할 수 있음",
    ),
    "misfit_closed": (
        "the target was closed, and is judged no more",
        "종결된 목표는 더 이상 판정하지 않음",
    ),
    "misfit_deadline": ("the goal has no deadline", "목표에 기한이 없음"),
    "misfit_series": (
        "the judged series cannot be compared with the target's wording",
        "판정 계열을 목표 문구와 비교할 수 없음",
    ),
    "misfit_base": ("no baseline is known", "기준값을 알 수 없음"),
    "misfit_base_year": (
        "the data hold no value for the year of the baseline, and a later one would be taken",
        "기준 연도의 값이 자료에 없어 나중 값이 쓰이게 됨",
    ),
    "misfit_years": (
        "there is no figure after the baseline, or the deadline does not come after it",
        "기준 시점 이후의 수치가 없거나 기한이 기준 시점보다 늦지 않음",
    ),
    "misfit_late": (
        "the latest figure is of a year after the deadline, and would be judged as if in time",
        "최신 수치가 기한이 지난 해의 것인데 기한 안의 수치처럼 판정하게 됨",
    ),
    "misfit_part": (
        "baseline, latest figure and deadline are not whole years apart",
        "기준 시점, 최신 수치, 기한의 간격이 연 단위로 떨어지지 않음",
    ),
    "misfit_zero": (
        "growth rates do not apply to zero or negative values",
        "0이나 음수에는 증가율을 적용할 수 없음",
    ),
    "misfit_goal": (
        "the goal equals the baseline, so that no growth is asked for",
        "목표가 기준값과 같아 요구되는 증가율이 없음",
    ),
    "event_deadline": ("Deadline: {asked}", "기한: {asked}"),
    "event_release": ("New figure expected: {asked}", "공표 예정: {asked}"),
    "event_overdue": ("New figure was expected: {asked}", "공표 예정일 지남: {asked}"),
    "event_last-release": (
        "Last figure that can change the verdict expected: {asked}",
        "판정에 반영되는 마지막 공표 예정: {asked}",
    ),
    "event_known": ("Verdict can be known: {asked}", "최종 판정 가능: {asked}"),
    "event_deadline_note": (
        "Last day on which the goal can be reached.",
        "목표를 달성할 수 있는 마지막 날입니다.",
    ),
    "event_release_note": (
        "Reckoned from the series' cadence and lag, not announced by its publisher.",
        "공표 기관의 예고가 아니라 공표 주기와 시차로 계산한 날입니다.",
    ),
    "event_last-release_note": (
        "The last figure that can change the verdict; reckoned from the series' cadence and lag.",
        "판정을 바꿀 수 있는 마지막 수치이며, 공표 주기와 시차로 계산한 날입니다.",
    ),
    "event_known_note": (
        "The deadline's own figure is expected; reckoned from the series' lag.",
        "기한 시점의 수치가 공표될 것으로 예상되며, 시차로 계산한 날입니다.",
    ),
    "category_deadline": ("deadline", "기한"),
    "category_release": ("release", "공표"),
    "category_last-release": ("release", "공표"),
    "category_known": ("verdict", "판정"),
    "feed_title": ("{title}: changed verdicts", "{title}: 판정 변경"),
    "feed_subtitle": (
        "Judged again for each day from {start} to {end} from what had been published by then",
        "{start}부터 {end}까지, 각 날짜에 공표되어 있던 자료로 다시 판정함",
    ),
    "badge_label": ("targets", "목표"),
    "badge_none": ("none announced", "발표된 목표 없음"),
    "badge_good": ("{good} of {of} on track or met", "{of}개 중 {good}개 정상 추진·달성"),
    "badge_bad": ("{n} off track", "{n}개 미흡"),
    "badge_mixed": ("{n} in between", "{n}개 보통"),
    "badge_unknown": ("{n} not judged yet", "{n}개 미판정"),
    "badge_blind": ("{n} without current data", "{n}개 최신 자료 없음"),
    "badge_closed": ("{n} closed", "{n}개 종결"),
    "summary_more": (
        "Targets without room here: {n}. `kpi status` shows all.",
        "여기에 표시하지 못한 목표: {n}개. `kpi status`는 모두 표시합니다.",
    ),
}
