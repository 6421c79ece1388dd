"""What is said on the page, on the card and in the drawings, beside the sections of a target."""

from __future__ import annotations

#: key -> (English, Korean), as in `phrases`; `more_phrases` holds these too
PAGE_PHRASES: dict[str, tuple[str, str]] = {
    "page_overview": ("Overview", "개요"),
    "page_contents": ("Contents", "차례"),
    "page_top": ("back to the overview", "개요로"),
    "page_skip": ("skip to the overview", "개요로 건너뛰기"),
    "page_lights": ("Verdicts", "판정 현황"),
    "page_short": (
        "Charts and tables of the first {whole} of {all} targets. Fewer on a page: kpi status with"
        " --tag, --owner or --verdict; one alone: kpi show ID --format html.",
        "목표 {all}개 중 앞의 {whole}개만 차트와 표를 실었습니다. 일부만 보려면 kpi status에 --tag,"
        " --owner, --verdict를, 하나만 보려면 kpi show ID --format html을 쓰십시오.",
    ),
    "page_short_told": (
        "Charts and tables of {whole} of {all} targets, first of those told of here. One alone:"
        " kpi show ID --format html.",
        "목표 {all}개 중 {whole}개만 차트와 표를 실었습니다(이 보고서에서 언급한 목표 우선)."
        " 하나만 보려면 kpi show ID --format html을 쓰십시오.",
    ),
    "page_more_series": ("{n} other series", "다른 계열 {n}개"),
    "page_one_series": ("1 other series", "다른 계열 1개"),
    "page_made": (
        "made by kpi {version} from a plain-text ledger",
        "kpi {version}, 텍스트 원장에서 작성",
    ),
    "drawn_values": (
        "{n} observed values from {first} ({since}) to {last} ({until}){kinds}.",
        "관측값 {n}개, {first}({since})에서 {last}({until})까지{kinds}.",
    ),
    "drawn_value": ("One observed value: {last} ({until}).", "관측값 1개: {last}({until})."),
    "drawn_figures": (
        "{n} values from {first} ({since}) to {last} ({until}){kinds}.",
        "값 {n}개, {first}({since})에서 {last}({until})까지{kinds}.",
    ),
    "drawn_figure": ("One value: {last} ({until}).", "값 1개: {last}({until})."),
    "drawn_kinds": (", of which {kinds}", "(이 중 {kinds})"),
    "drawn_many": ("{kind}: {n}", "{kind} {n}개"),
    "drawn_none": ("No judged value.", "판정 대상 값 없음."),
    "drawn_goal": ("Goal: {goal}.", "목표: {goal}."),
    "drawn_earlier": ("Earlier goal: {goal}.", "이전 목표: {goal}."),
    "drawn_other": ("Another goal, not judged: {goal}.", "판정하지 않는 다른 목표: {goal}."),
    "drawn_rivals": ("Values of other series: {n}.", "다른 계열의 값 {n}개."),
    "drawn_fan": (
        "{level} range for {date}: {low} to {high}.",
        "{date}의 {level} 예측구간: {low}~{high}.",
    ),
    "legend_replaced": ("replaced value", "대체된 이전 값"),
    "legend_rival": ("other series, not judged", "다른 계열(판정 제외)"),
    "legend_outside": ("{n} more outside the chart", "{n}개는 차트 밖"),
    "legend_all_outside": ("{n} outside the chart", "{n}개는 차트 밖"),
    "legend_above": ("goes on above the chart, up to {high}", "차트 위 {high}까지 이어짐"),
    "legend_below": ("goes on below the chart, down to {low}", "차트 아래 {low}까지 이어짐"),
    "legend_beyond": (
        "goes on beyond the chart, from {low} to {high}",
        "차트 밖까지 이어짐: {low}~{high}",
    ),
    "legend_earlier": ("earlier goal", "이전 목표"),
    "legend_other": ("goal that is not judged", "판정하지 않는 목표"),
    "legend_bound": ("only a limit was given", "한계값만 공표됨"),
    "legend_plan": ("plan or budget", "계획 또는 의결"),
    "legend_start": ("baseline", "기준값"),
    "card_flags": ("Caveats: {flags}.", "유의 사항: {flags}."),
    "card_caveats": ("with these caveats: {flags}", "유의 사항: {flags}"),
    "card_cite": ("Citation", "출처 표기"),
    "card_value": ("Latest value", "최신값"),
    "card_verdict": ("Verdict", "판정"),
    "card_judged": (
        "“{verdict}” by the headline rule of kpi {version}, judged for {on}",
        "“{verdict}”: kpi {version} 종합 판정 규칙, 판정 기준일 {on}",
    ),
    "card_known": ("from what was known by {as_of}", "{as_of}까지 알려진 자료"),
    "card_paths": (
        "compared with these paths from baseline to goal: {shapes}",
        "기준값에서 목표까지의 비교 경로: {shapes}",
    ),
    "card_no_value": ("no value", "값 없음"),
}  # fmt: skip
