"""Every sentence that a reason can be said in: its key, English, Korean.

A gap `{value:amount}` is filled from the reason's facts and written as its format says; the
formats are those of `words.py`. After a gap both forms of a Korean particle stand, of which
`particles.py` keeps one. Rules of judging give the keys; a test holds that none is missing and
that both languages name the same gaps.
"""

from __future__ import annotations

from kpi.render.wording.flag_sentences import FLAG_SENTENCES
from kpi.render.wording.goal_sentences import GOAL_SENTENCES
from kpi.render.wording.history_sentences import CAUSE_SENTENCES
from kpi.render.wording.rule_sentences import RULE_SENTENCES

SENTENCES: dict[str, tuple[str, str]] = (
    {
        # --- the headline verdict (assess/verdict.py) ---------------------------------------------
        "closed": ("Closed since {on}.", "{on}에 종결되었습니다."),
        "closed-why": ("Closed since {on}: {why}", "{on}에 종결: {why}"),
        "done": (
            "Done {on:when}; no deadline was set.",
            "{on}에 완료되었습니다. 기한은 정해지지 않았습니다.",
        ),
        "done-in-time": (
            "Done {on:when}, in time for {by}.",
            "기한({by}) 내인 {on}에 완료되었습니다.",
        ),
        "done-late": (
            "Done {on:when}, {days:plural|day|days} after the deadline of {by}.",
            "기한({by})보다 {days}일 늦은 {on}에 완료되었습니다.",
        ),
        "done-late-within": (
            "Done {on:when}, as far as is recorded; the deadline of {by} lies within that time, and"
            " no record says that it was done by then.",
            "{on}에 완료된 것으로 기록되었습니다. 기한({by})은 그 기간 안에 있으며, 기한까지"
            " 완료되었다는 기록은 없습니다.",
        ),
        "open-milestone": (
            "No deadline was set, and no record says that it is done.",
            "기한이 없고, 완료되었다는 기록이 없습니다.",
        ),
        "open-milestone-seen": (
            "No deadline was set; {seen:when} it was recorded as not done.",
            "기한이 없고, {seen}에 미완료로 기록되었습니다.",
        ),
        "pending": (
            "The deadline of {by} is {days:plural|day|days} away.",
            "기한({by})까지 {days}일 남았습니다.",
        ),
        "pending-today": (
            "The deadline is this very day, {by}.",
            "기한이 바로 이날({by})입니다.",
        ),
        "overdue": (
            "The deadline of {by} passed {days:plural|day|days} ago, and no record says that it is"
            " done.",
            "기한({by})이 {days}일 지났으나 완료되었다는 기록이 없습니다.",
        ),
        "overdue-seen": (
            "The deadline of {by} passed {days:plural|day|days} ago; {seen:when} it was recorded as"
            " not"
            " done.",
            "기한({by})이 {days}일 지났고, {seen}에 미완료로 기록되었습니다.",
        ),
        "annual-met": (
            "{value:amount} in {year} fulfils the {goal:amount} that were promised.",
            "{year} 값은 {value:amount}(으)로, 약속한 {goal:amount}을(를) 충족했습니다.",
        ),
        "annual-met-at-least": (
            "At least {value:amount} in {year} fulfil the {goal:amount} that were promised.",
            "{year} 값은 최소 {value:amount}(으)로, 약속한 {goal:amount}을(를) 충족했습니다.",
        ),
        "annual-met-at-most": (
            "At most {value:amount} in {year} fulfil the {goal:amount} that were promised.",
            "{year} 값은 최대 {value:amount}(으)로, 약속한 {goal:amount}을(를) 충족했습니다.",
        ),
        "annual-missed": (
            "With {value:amount} in {year}, the {goal:amount} that were promised are not"
            " fulfilled.",
            "{year} 값은 {value:amount}(으)로, 약속한 {goal:amount}을(를) 충족하지 못했습니다.",
        ),
        "annual-missed-limit": (
            "The amount of {year} was {bound:bound}{value:amount}, so the {goal:amount} that were"
            " promised cannot have been reached.",
            "{year} 값은 {bound:bound}{value:amount}이므로, 약속한 {goal:amount}에 도달했을 수"
            " 없습니다.",
        ),
        "annual-awaiting": (
            "{year} is over, and no figure for it is recorded.",
            "{year}은(는) 지났으나 해당 연도의 실적이 기록되지 않았습니다.",
        ),
        "figure-due": (
            "The figure is expected by {on}.",
            "수치는 {on}까지 공표될 예정입니다.",
        ),
        "annual-awaiting-rest": (
            "{year} is over; {value:amount} of {goal:amount} are recorded up to {last}, and not"
            " all of the rest of it.",
            "{year}은(는) 지났으나 {goal:amount} 중 {last}까지의 {value:amount}만 이어서 기록되어"
            " 있고, 그 뒤의 값은 일부 또는 전부가 기록되지 않았습니다.",
        ),
        "annual-awaiting-limits": (
            "{year} is over, and only limits are recorded for it, which do not tell whether the"
            " goal was reached.",
            "{year}은(는) 지났으나 도달 여부를 알 수 없는 상한·하한만 기록되어 있습니다.",
        ),
        "annual-awaiting-plans": (
            "{year} is over, and only plans or budgets that are not judged are recorded for it, no"
            " result.",
            "{year}은(는) 지났으나 판정하지 않는 계획·예산만 있고 실적이 없습니다.",
        ),
        "annual-parts": (
            "Of {year} only later parts are recorded. Months or quarters are added up from the"
            " first one on; an amount up to a day is recorded under that day, such as 2026-10-31.",
            "{year}의 앞 기간 실적 없이 뒤 기간만 기록되어 있습니다. 월·분기 실적은 첫 기간부터"
            " 합산하며, 누계는 기준일(예: 2026-10-31)로 기록합니다.",
        ),
        "annual-parts-limit": (
            "Of the first part of {year} no more than a limit is recorded, and to that no later"
            " part can be added.",
            "{year}의 첫 기간에는 상한·하한만 기록되어 있어 뒤 기간의 실적을 합산할 수 없습니다.",
        ),
        "annual-no-figure": (
            "{year} is not over, and no figure for it is recorded yet.",
            "{year}이(가) 아직 끝나지 않았고 실적이 기록되지 않았습니다.",
        ),
        "annual-exceeded": (
            "{value:amount} up to {last} are too much already for the {goal:amount} that were"
            " promised for all of {year}.",
            "{last}까지의 값이 {value:amount}(으)로, {year} 한도로 약속한 {goal:amount}을(를)"
            " 이미 넘었습니다.",
        ),
        "annual-planned": (
            "{value:amount} are foreseen for {year}, of {goal:amount} promised. The year is not"
            " over, and a plan is no result.",
            "{year} 계획·예산은 {value:amount}(약속 {goal:amount})입니다. 해당 연도가 끝나지"
            " 않았으며 계획은 실적이 아닙니다.",
        ),
        "annual-under-way": (
            "{value:amount} of {goal:amount} after {time:percent} of {year}.",
            "{year}의 {time:percent} 경과 시점에 {goal:amount} 중 {value:amount}입니다.",
        ),
        "not-measured": (
            "A milestone or an amount in one year has no path, so no rule of progress applies.",
            "이행 과제나 단년도 목표에는 경로가 없어 진척 판정 방법을 적용하지 않습니다.",
        ),
        "no-observation": ("No observation is recorded.", "기록된 관측값이 없습니다."),
        "only-plans": (
            "Only figures that are not judged are recorded (the latest is {status}): a plan is not"
            " a"
            " result.",
            "판정하지 않는 수치(최근: {status})만 있습니다. 계획은 실적이 아닙니다.",
        ),
        "only-unjudged": (
            "Only figures that are not judged are recorded (the latest is {status}).",
            "판정하지 않는 수치(최근: {status})만 있습니다.",
        ),
        "only-forecasts": (
            "Only forecasts are recorded, from before the end of their period: they are no result.",
            "기간이 끝나기 전에 공표된 전망치만 있습니다. 전망치는 실적이 아닙니다.",
        ),
        "annual-awaiting-unjudged": (
            "{year} is over, and only figures that are not judged are recorded for it.",
            "{year}은(는) 지났으나 판정하지 않는 수치만 기록되어 있습니다.",
        ),
        "annual-awaiting-forecasts": (
            "{year} is over, and only forecasts from before its end are recorded for it, no"
            " result.",
            "{year}은(는) 지났으나 기간이 끝나기 전의 전망치만 있고 실적이 없습니다.",
        ),
        "only-bounds": (
            "Only a bound is recorded, no value.",
            "값이 아닌 한계값만 기록되어 있습니다.",
        ),
        "only-not-comparable": (
            "No figure measures what was promised; what is recorded is another thing: {series}.",
            "약속한 내용을 측정한 수치가 없습니다. 기록된 것은 다른 대상입니다: {series}.",
        ),
        "judged-series-empty": (
            "The judged series has no figure; others have: {series}.",
            "판정 계열에 수치가 없고 다른 계열에만 있습니다: {series}.",
        ),
        "judged-not-comparable": (
            "The judged series, {series}, is declared not comparable with the promise.",
            "판정 계열 {series}은(는) 약속과 비교할 수 없는 것으로 지정되어 있습니다.",
        ),
        "judged-other-unit": (
            "The judged series, {series}, has another unit than the promise.",
            "판정 계열 {series}은(는) 약속과 단위가 다릅니다.",
        ),
        "met": (
            "{value:amount} {period:when} reaches the goal of {goal:amount}.",
            "{period} {value:amount}(으)로 목표 {goal:amount}에 도달했습니다.",
        ),
        "met-at-least": (
            "At least {value:amount} {period:when} reaches the goal of {goal:amount}.",
            "{period} {value:amount} 이상으로 목표 {goal:amount}에 도달했습니다.",
        ),
        "met-at-most": (
            "At most {value:amount} {period:when} reaches the goal of {goal:amount}.",
            "{period} {value:amount} 이하로 목표 {goal:amount}에 도달했습니다.",
        ),
        "met-slipping": (
            "{value:amount} {period:when} reaches the goal of {goal:amount}, but the recent trend"
            " of {rate:rate} leads away from it.",
            "{period} {value:amount}(으)로 목표 {goal:amount}에 도달했으나 최근 추세({rate:rate})는"
            " 목표에서 멀어지고 있습니다.",
        ),
        "met-slipping-limit": (
            "The value {period:when} is {bound:bound}{value:amount}, which reaches the goal of"
            " {goal:amount}; but the recent trend of the values, {rate:rate}, leads away from it.",
            "{period} 값은 {bound:bound}{value:amount}(으)로 목표 {goal:amount}에 도달했으나 최근"
            " 추세({rate:rate})는 목표에서 멀어지고 있습니다.",
        ),
        "met-slipping-since": (
            "{own:bound}{value:amount} {period:when} reaches the goal of {goal:amount}; but the"
            " value {since:when} is {bound:bound}{limit:amount}, and a trend of {rate:rate}, or a"
            " worse one, leads away from it.",
            "{period} {own:bound}{value:amount}(으)로 목표 {goal:amount}에 도달했으나 {since} 값은"
            " {bound:bound}{limit:amount}이며, {rate:rate} 또는 그보다 나쁜 추세로 목표에서"
            " 멀어지고 있습니다.",
        ),
        "met-slipping-expected": (
            "{own:bound}{value:amount} {period:when} reaches the goal of {goal:amount}; but"
            " {expected:amount} is expected {since:when}, and a trend of {rate:rate} leads away"
            " from it.",
            "{period} {own:bound}{value:amount}(으)로 목표 {goal:amount}에 도달했으나 {since}에는"
            " {expected:amount}(으)로 예상되며, {rate:rate} 추세로 목표에서 멀어지고 있습니다.",
        ),
        "open": (
            "No deadline was set; {gap:size} {gap:side} the goal of {goal:amount}.",
            "기한이 없습니다. 목표 {goal:amount} 대비 {gap:change}입니다.",
        ),
        "awaiting": (
            "The deadline of {by} has passed; its own figure is expected by {on}, the latest is of"
            " {period}.",
            "기한({by})이 지났으나 해당 시점의 수치는 {on}까지 공표될 예정이며, 최신 수치는"
            " {period} 값입니다.",
        ),
        "awaiting-since": (
            "The deadline of {by} has passed and its own figure is not recorded; the latest is of"
            " {period}.",
            "기한({by})이 지났으나 해당 시점의 수치가 없으며, 최신 수치는 {period} 값입니다.",
        ),
        "awaiting-none": (
            "The deadline of {by} has passed, and nothing has been measured yet.",
            "기한({by})이 지났으나 아직 측정된 수치가 없습니다.",
        ),
        "only-expected": (
            "Of {period} no more than a forecast is recorded.",
            "{period}은(는) 전망치만 기록되어 있습니다.",
        ),
        "missed-before-base": (
            "No figure since the baseline reached the goal by the deadline of {by}; {value:amount}"
            " {period:when} is older than it.",
            "기준 시점 이후 기한({by})까지 목표에 도달한 수치가 없으며,"
            " {period} {value:amount}은(는) 기준 시점보다 앞선 수치입니다.",
        ),
        "missed": (
            "{value:amount} {period:when}, {gap:size} {gap:side} the goal, when the deadline"
            " of {by} passed.",
            "기한({by})까지의 값은 {period} {value:amount}, 목표 대비 {gap:change}입니다.",
        ),
        "missed-lost": (
            "The value {period:when} was {bound:bound}{value:amount}, so the goal of {goal:amount}"
            " had been lost again, and nothing shows that it was reached by {by}.",
            "{period} 값이 {bound:bound}{value:amount}이어서 목표 {goal:amount}에서 다시"
            " 벗어났으며, {by}까지 도달했다는 기록이 없습니다.",
        ),
        "missed-limit": (
            "The value at the deadline of {by} was {bound:bound}{value:amount}, so the goal of"
            " {goal:amount} cannot have been reached.",
            "기한({by})의 값은 {bound:bound}{value:amount}이므로, 목표 {goal:amount}에 도달했을 수"
            " 없습니다.",
        ),
        "missed-late-figure": (
            "No figure up to the deadline of {by} reached the goal; the first is of {period}.",
            "기한({by})까지 목표에 도달한 수치가 없으며, 첫 수치는 {period} 값입니다.",
        ),
        "pending-step": (
            "A change at one stroke: nothing is expected before {by}, {days:plural|day|days} away.",
            "한 번에 이루어지는 변화로, {by}({days}일 후) 이전에는 경로값이 없습니다.",
        ),
        "pending-step-lost": (
            "Nothing is promised for the time before {by}, {days:plural|day|days} away; the goal"
            " had been reached and is not now.",
            "{by}({days}일 후) 이전에 약속된 것은 없으나, 도달했던 목표에서 벗어났습니다.",
        ),
        "no-baseline": (
            "No baseline is known, so there is no path to compare with.",
            "기준값을 알 수 없어 비교할 경로가 없습니다.",
        ),
        "no-drawable-path": (
            "No path can be drawn from the baseline to the goal.",
            "기준값에서 목표까지 경로를 그릴 수 없습니다.",
        ),
        "baseline-only": (
            "No value of the judged series is later than its start, {period:when}.",
            "판정 계열에 시작점({period}) 이후의 값이 없습니다.",
        ),
        "wrong-way": (
            "Since {since} the value has moved away from the goal, by {rate:rate}.",
            "{since} 이후 목표에서 멀어지고 있습니다({rate:rate}).",
        ),
        "best-of-limit": (
            "The value {period:when} is {bound:bound}{limit:amount}, and this is said of the best"
            " one that it leaves.",
            "{period} 값은 {bound:bound}{limit:amount}이며, 다음은 그중 가장 좋은 값을 기준으로 한"
            " 것입니다.",
        ),
        "stalled-still": (
            "Since {since} the value has not moved.",
            "{since} 이후 변화가 없습니다.",
        ),
        "stalled-slow": (
            "Since {since} {rate:rate}, under a tenth of the {needed:rate} needed.",
            "{since} 이후 {rate:rate}(으)로, 필요한 속도({needed:rate})의 10분의 1에 못 미칩니다.",
        ),
        "on-track-band": (
            "{value:amount} {period:when} is at or beyond both plausible paths, which ask for"
            " {low:first} to {high:amount} by then ({shapes:shape}).",
            "{period} {value:amount}은(는) 가능한 두 경로({shapes:shape})가 요구하는"
            " {low:first}~{high:amount}을(를) 모두 충족합니다.",
        ),
        "on-track-one": (
            "{value:amount} {period:when} is at or beyond both plausible paths, which ask for"
            " {low:amount} by then ({shapes:shape}).",
            "{period} {value:amount}은(는) 가능한 두 경로({shapes:shape})가 요구하는"
            " {low:amount}을(를) 충족합니다.",
        ),
        "possible-band": (
            "{value:amount} {period:when} lies between the plausible paths, which ask for"
            " {low:first} to {high:amount} by then ({shapes:shape}).",
            "{period} {value:amount}은(는) 가능한 두 경로({shapes:shape})가 요구하는"
            " {low:first}~{high:amount} 사이에 있습니다.",
        ),
        "behind-band": (
            "{value:amount} {period:when} is short of both plausible paths, which ask for"
            " {low:first} to {high:amount} by then ({shapes:shape}).",
            "{period} {value:amount}은(는) 가능한 두 경로({shapes:shape}) 중 어느 쪽의"
            " 요구({low:first}~{high:amount})도 충족하지 못합니다.",
        ),
        "behind-one": (
            "{value:amount} {period:when} is short of both plausible paths, which ask for"
            " {low:amount} by then ({shapes:shape}).",
            "{period} {value:amount}은(는) 가능한 두 경로({shapes:shape})가 요구하는"
            " {low:amount}을(를) 충족하지 못합니다.",
        ),
        "on-track-path": (
            "{value:amount} {period:when} is at or beyond the {shape:shape} path, which asks for"
            " {expected:amount} by then.",
            "{period} {value:amount}은(는) {shape:shape} 경로의 {expected:amount}을(를)"
            " 충족합니다.",
        ),
        "behind-path": (
            "{value:amount} {period:when} is short of the {shape:shape} path, which asks for"
            " {expected:amount} by then.",
            "{period} {value:amount}은(는) {shape:shape} 경로의 {expected:amount}을(를) 충족하지"
            " 못합니다.",
        ),
        "behind-equal-path": (
            "{value:amount} {period:when} is what the {shape:shape} path asks for, but the goal is"
            " to go beyond it.",
            "{period} {value:amount}은(는) {shape:shape} 경로의 값과 같으나, 목표는 이를 넘어야"
            " 합니다.",
        ),
        "behind-equal-one": (
            "{value:amount} {period:when} is what both plausible paths ask for ({shapes:shape}),"
            " but the goal is to go beyond it.",
            "{period} {value:amount}은(는) 가능한 두 경로({shapes:shape})의 값과 같으나, 목표는"
            " 이를 넘어야 합니다.",
        ),
        "behind-beyond": (
            "{value:amount} {period:when} has gone beyond the {goal:amount} that is to be kept.",
            "{period} {value:amount}은(는) 유지해야 할 {goal:amount}을(를) 넘어 벗어났습니다.",
        ),
        "behind-limit": (
            "The value {period:when} is {bound:bound}{value:amount}: short of the {expected:amount}"
            " that are asked for by then, whatever it is.",
            "{period} 값은 {bound:bound}{value:amount}이므로, 어떤 값이든 당시 요구되는"
            " {expected:amount}을(를) 충족하지 못합니다.",
        ),
        "possible-slipping": (
            "{value:amount} {period:when} would reach the goal, but is only expected, and the"
            " recent trend of {rate:rate} since {since} leads away from it.",
            "{period} {value:amount}은(는) 목표에 이르나 예상치일 뿐이며, {since} 이후의"
            " 추세({rate:rate})는 목표에서 멀어지고 있습니다.",
        ),
        "possible-foreseen": (
            "{value:amount} {period:when} would be on the path, but was only foreseen: of the"
            " result itself no more than a limit is known.",
            "{period} {value:amount}은(는) 경로를 충족하나 예상치일 뿐이며, 실적은 상한·하한만"
            " 알려져 있습니다.",
        ),
        "possible-limit": (
            "The value {period:when} is {bound:bound}{value:amount}: short of one plausible path,"
            " which asks for {expected:amount} by then.",
            "{period} 값은 {bound:bound}{value:amount}이므로, 가능한 경로 중 하나가 요구하는"
            " {expected:amount}을(를) 충족하지 못합니다.",
        ),
        "possible-start": (
            "Only a limit is known of where the path starts ({bound:bound}{value:amount}"
            " {period:when}): it may ask for more than has been reached.",
            "경로의 출발점이 한계값({period} {bound:bound}{value:amount})으로만 알려져 있어,"
            " 요구되는 수준이 더 높을 수 있습니다.",
        ),
        "possible-fallen": (
            "The value {period:when} is {bound:bound}{value:amount} and no longer {was:amount};"
            " whether that is on the path is not known.",
            "{period} 값은 {bound:bound}{value:amount}이며 더 이상 {was:amount}이(가) 아닙니다."
            " 경로에 이르는지는 알 수 없습니다.",
        ),
    }
    | GOAL_SENTENCES
    | FLAG_SENTENCES
    | RULE_SENTENCES
    | CAUSE_SENTENCES
)
