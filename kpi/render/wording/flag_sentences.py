"""The flags that have facts (assess/flags.py) as sentences: key, English, Korean."""

from __future__ import annotations

FLAG_SENTENCES: dict[str, tuple[str, str]] = {
    "stale": (
        "The latest value, of {period}, is older than a rhythm of {cadence} explains.",
        "최신값({period})이 공표 주기({cadence})에 비추어 오래되었습니다.",
    ),
    "stale-shown": (
        "What is shown of {period} is only expected, and does not make up for it.",
        "표시된 {period} 값은 예상치여서 최신 실적을 대신하지 못합니다.",
    ),
    "planned-start": (
        "The path starts from the figure of {period}, which is a plan, not a result.",
        "경로의 출발점인 {period} 수치는 실적이 아닌 계획치입니다.",
    ),
    "enacted-start": (
        "The path starts from the figure of {period}, which is what was enacted, not what was"
        " carried out.",
        "경로의 출발점인 {period} 수치는 실적이 아니라 의결로 확정된 예산입니다.",
    ),
    "estimated": (
        "The value for {period} was estimated before the period was over, and published on"
        " {published}.",
        "{period} 값은 해당 기간이 끝나기 전에 추정되어 {published}에 공표된 수치입니다.",
    ),
    "estimated-after": (
        "The value for {period} is an estimate.",
        "{period} 값은 추정치입니다.",
    ),
    "provisional-part": (
        "The figure of {period} is provisional and may be revised.",
        "{period} 수치는 잠정치이며 수정될 수 있습니다.",
    ),
    "provisional-parts": (
        "{n} of the figures that are added up are provisional and may be revised, the first of"
        " {period}.",
        "합산한 수치 가운데 {n}건({period}부터)은 잠정치이며 수정될 수 있습니다.",
    ),
    "mixed-periods": (
        "The latest value, of {period}, is of another kind of period than those before it; what"
        " is counted in a part of a year is no figure of a year.",
        "최신값({period})의 기간 단위가 이전 값들과 다릅니다. 1년 중 일부 기간의 수치는"
        " 연간 수치가 아닙니다.",
    ),
    "lost": (
        "The goal was reached {period:when} and has been lost again.",
        "{period}에 목표에 도달했으나 이후 다시 벗어났습니다.",
    ),
    "last-value-fell": (
        "The latest value is worse than the one before it, by {change:change}.",
        "최신값이 직전 값보다 악화되었습니다({change:change}).",
    ),
    "seasonal": (
        "In the same season of the {n} years before ({since} to {until}) the values lay"
        " {least:size} to {most:size} {mean:side} the mean of the year around them, {mean:size} on"
        " average.",
        "이전 {n}년의 같은 시기({since}~{until}) 값은 각 시점을 중심으로 한 1년 평균보다"
        " {least:size}~{most:size} {mean:side} 수준이었습니다(평균 {mean:size}).",
    ),
    "seasonal-alike": (
        "In the same season of the {n} years before ({since} to {until}) the values lay"
        " {mean:size} {mean:side} the mean of the year around them each time.",
        "이전 {n}년의 같은 시기({since}~{until}) 값은 매번 각 시점을 중심으로 한 1년 평균보다"
        " {mean:size} {mean:side} 수준이었습니다.",
    ),
    "season-beyond": (
        "That is no less than the {distance:size} by which the latest value is beyond the"
        " {edge:amount} that the path asks for: the season alone may make this verdict.",
        "최신값이 경로값 {edge:amount}을(를) 넘은 폭({distance:size})보다 작지 않으므로,"
        " 계절 요인만으로 이 판정이 나왔을 수 있습니다.",
    ),
    "season-short": (
        "That is no less than the {distance:size} by which the latest value is short of the"
        " {edge:amount} that the path asks for: the season alone may make this verdict.",
        "최신값이 경로값 {edge:amount}에 못 미친 폭({distance:size})보다 작지 않으므로,"
        " 계절 요인만으로 이 판정이 나왔을 수 있습니다.",
    ),
    "season-met": (
        "That is no less than the {distance:size} by which the latest value is beyond the goal of"
        " {edge:amount}: the season alone may make this verdict.",
        "최신값이 목표 {edge:amount}을(를) 넘은 폭({distance:size})보다 작지 않으므로,"
        " 계절 요인만으로 이 판정이 나왔을 수 있습니다.",
    ),
    "season-on": (
        "The latest value is just the {edge:amount} that are asked for: the season alone may make"
        " this verdict.",
        "최신값이 요구 수준인 {edge:amount}과(와) 같으므로, 계절 요인만으로 이 판정이 나왔을 수"
        " 있습니다.",
    ),
    "rebased": (
        "The path starts from the judged series' own {base:amount} {period:when}, not from the"
        " {stated:amount} stated for {stated_period}.",
        "경로는 발표된 기준값({stated_period} {stated:amount})이 아니라 판정 계열의"
        " {period} {base:amount}에서 시작합니다.",
    ),
    "goal-follows": (
        "The goal is reckoned from there, too: {change:growth} makes it {aim:amount},"
        " not {stated:amount}.",
        "목표도 이를 기준으로 계산합니다. {change:growth}인 목표값은 {stated:amount}이(가) 아니라"
        " {aim:amount}입니다.",
    ),
    "rebased-period": (
        "The judged series has no exact value for {stated_period}; the path starts from its"
        " {base:amount} {period:when}.",
        "판정 계열에 {stated_period}의 정확한 값이 없어(값이 없거나 한계값만 있음)"
        " {period} {base:amount}에서 경로를 시작합니다.",
    ),
    "superseded": (
        "Superseded on {on} by {by}; it is still judged.",
        "{on}에 {by}(으)로 대체되었으나 계속 판정합니다.",
    ),
    "not-current": (
        "A replay: only what had been published by {as_of} is used.",
        "{as_of}까지 공표된 자료만으로 재현한 판정입니다.",
    ),
    "goal-moved": (
        "The goal was moved {times:often} since it was first announced on {announced}.",
        "최초 발표일({announced}) 이후 목표가 {times}회 변경되었습니다.",
    ),
    "by-earlier-goal": (
        "By the earlier goal of {goal:amount} by {by} the verdict would be {said:verdict}.",
        "이전 목표({by}까지 {goal:amount})로 판정하면 “{said:verdict}”입니다.",
    ),
    "by-earlier-goal-open": (
        "By the earlier goal of {goal:amount} the verdict would be {said:verdict}.",
        "이전 목표({goal:amount})로 판정하면 “{said:verdict}”입니다.",
    ),
    "by-earlier-deadline": (
        "By the earlier deadline of {by} the verdict would be {said:verdict}.",
        "이전 기한({by})으로 판정하면 “{said:verdict}”입니다.",
    ),
    "close-call": (
        "The rule {method} has a value {margin:border}.",
        "{method} 방법의 값이 등급 경계와 {margin:border}.",
    ),
}
