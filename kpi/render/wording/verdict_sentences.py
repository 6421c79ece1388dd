"""Headline verdicts of what is measured again and again: key, English, Korean.

By the goal and its deadline, by the trend and by the path (assess/headline).
"""

from __future__ import annotations

VERDICT_SENTENCES: dict[str, tuple[str, str]] = {
    "figure-due": (
        "The figure is expected by {on}.",
        "수치는 {on}까지 공표될 예정입니다.",
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
    "met-holds": (
        "{value:amount} {period:when} keeps to the goal of {goal:amount}: it holds so far.",
        "{period} {value:amount}(으)로 기준 {goal:amount}을(를) 충족하고 있습니다(유지 중).",
    ),
    "met-about": (
        "{value:amount} {period:when} is about the goal of {goal:amount}, within"
        " {within:percent} of it.",
        "{period} {value:amount}(으)로, 목표 {goal:amount} 안팎({within:percent} 이내)에"
        " 들었습니다.",
    ),
    "met-at-least": (
        "At least {value:amount} {period:when} reaches the goal of {goal:amount}.",
        "{period} {value:amount} 이상으로 목표 {goal:amount}에 도달했습니다.",
    ),
    "met-at-most": (
        "At most {value:amount} {period:when} reaches the goal of {goal:amount}.",
        "{period} {value:amount} 이하로 목표 {goal:amount}에 도달했습니다.",
    ),
    "met-between": (
        "At least {least:amount} and at most {most:amount} {period:when}: the goal of"
        " {goal:amount} is kept, whatever the value is.",
        "{period} {least:amount} 이상 {most:amount} 이하로, 어떤 값이든 목표 {goal:amount}을(를)"
        " 유지합니다.",
    ),
    "met-slipping": (
        "{value:amount} {period:when} reaches the goal of {goal:amount}, but the recent trend"
        " of {rate:rate} leads away from it.",
        "{period} {value:amount}(으)로 목표 {goal:amount}에 도달했으나 최근 추세({rate:rate})는"
        " 목표에서 멀어지고 있습니다.",
    ),
    "met-slipping-about": (
        "{value:amount} {period:when} is about the goal of {goal:amount}, within"
        " {within:percent} of it, but the recent trend of {rate:rate} leads away from it.",
        "{period} {value:amount}(으)로 목표 {goal:amount} 안팎({within:percent} 이내)에"
        " 들었으나 최근 추세({rate:rate})는 목표에서 멀어지고 있습니다.",
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
    "awaiting-limit": (
        "The deadline of {by} has passed, and of its own figure only a limit is recorded:"
        " {bound:bound}{value:amount} {period:when}. Whether the goal of {goal:amount} was reached"
        " stays open.",
        "기한({by})이 지났으나 해당 시점의 수치는 한계값만 기록되어 있어({period}"
        " {bound:bound}{value:amount}), 목표 {goal:amount}에 도달했는지는 알 수 없습니다.",
    ),
    "only-expected": (
        "What is recorded of {period} was estimated before the period was over.",
        "{period}의 기록은 해당 기간이 끝나기 전에 추정된 수치입니다.",
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
        "{period} {value:amount}은(는) 두 경로({shapes:shape})의 당시 경로값"
        " {low:first}~{high:last}을(를) 모두 충족합니다.",
    ),
    "on-track-one": (
        "{value:amount} {period:when} is at or beyond both plausible paths, which ask for"
        " {low:amount} by then ({shapes:shape}).",
        "{period} {value:amount}은(는) 두 경로({shapes:shape})의 당시 경로값"
        " {low:amount}을(를) 충족합니다.",
    ),
    "on-track-about": (
        "{value:amount} {period:when} is about the goal of {goal:amount}, within"
        " {within:percent} of it.",
        "{period} {value:amount}(으)로, 목표 {goal:amount} 안팎({within:percent} 이내)에"
        " 들었습니다.",
    ),
    "possible-band": (
        "{value:amount} {period:when} lies between the plausible paths, which ask for"
        " {low:first} to {high:amount} by then ({shapes:shape}).",
        "{period} {value:amount}은(는) 두 경로({shapes:shape})의 당시 경로값"
        " {low:first}~{high:last} 사이에 있습니다.",
    ),
    "behind-band": (
        "{value:amount} {period:when} is short of both plausible paths, which ask for"
        " {low:first} to {high:amount} by then ({shapes:shape}).",
        "{period} {value:amount}은(는) 두 경로({shapes:shape})의 당시 경로값"
        " {low:first}~{high:last} 중 어느 것도 충족하지 못합니다.",
    ),
    "behind-one": (
        "{value:amount} {period:when} is short of both plausible paths, which ask for"
        " {low:amount} by then ({shapes:shape}).",
        "{period} {value:amount}은(는) 두 경로({shapes:shape})의 당시 경로값"
        " {low:amount}을(를) 충족하지 못합니다.",
    ),
    "on-track-path": (
        "{value:amount} {period:when} is at or beyond the {shape:shape} path, which asks for"
        " {expected:amount} by then.",
        "{period} {value:amount}은(는) {shape:shape} 경로의 {expected:amount}을(를) 충족합니다.",
    ),
    "on-track-near": (
        "{value:amount} {period:when} is about what the {shape:shape} path asks for by then,"
        " within {within:percent} of {expected:amount}.",
        "{period} {value:amount}은(는) {shape:shape} 경로의 {expected:amount} 안팎"
        "({within:percent} 이내)에 들었습니다.",
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
        "{period} {value:amount}은(는) 두 경로({shapes:shape})의 당시 경로값과 같으나, 목표는"
        " 이를 넘어야 합니다.",
    ),
    "behind-beyond": (
        "{value:amount} {period:when} has gone beyond the {goal:amount} that is to be kept.",
        "{period} {value:amount}은(는) 유지해야 할 {goal:amount}을(를) 넘어 벗어났습니다.",
    ),
    "behind-kept-path": (
        "{value:amount} {period:when} has left the level that is to be kept, {expected:amount}.",
        "{period} {value:amount}은(는) 유지해야 할 수준({expected:amount})을 벗어났습니다.",
    ),
    "behind-limit": (
        "The value {period:when} is {bound:bound}{value:amount}: short of the {expected:amount}"
        " that are asked for by then, whatever it is.",
        "{period} 값은 {bound:bound}{value:amount}이므로, 어떤 값이든 당시 경로값"
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
        "{period} 값은 {bound:bound}{value:amount}이므로, 두 경로 중 하나의 당시 경로값"
        " {expected:amount}을(를) 충족하지 못합니다.",
    ),
    "possible-start": (
        "Only a limit is known of where the path starts ({bound:bound}{value:amount}"
        " {period:when}): it may ask for more than has been reached.",
        "경로의 출발점이 한계값({period} {bound:bound}{value:amount})으로만 알려져 있어,"
        " 경로값이 더 높을 수 있습니다.",
    ),
    "possible-goal-base": (
        "The goal of {goal:amount} is reckoned from a limit ({bound:bound}{value:amount}"
        " {period:when}): from the base itself it may ask for more than has been reached.",
        "목표 {goal:amount}은(는) 한계값({period} {bound:bound}{value:amount})에서 계산한 것이어서,"
        " 실제 기준값에 따라 더 엄격해질 수 있습니다.",
    ),
    "possible-goal-nothing": (
        "The goal of {goal:amount} is reckoned from a stated base; the series itself says"
        " {value:amount} {period:when}, of which no per cent can be taken.",
        "목표 {goal:amount}은(는) 제시된 기준값에서 계산한 것입니다. 계열 자체의 값은"
        " {value:amount}({period})이어서 증감률을 적용할 수 없습니다.",
    ),
    "possible-fallen": (
        "The value {period:when} is {bound:bound}{value:amount} and no longer {was:amount};"
        " whether that is on the path is not known.",
        "{period} 값은 {bound:bound}{value:amount}이며 더 이상 {was:amount}이(가) 아닙니다."
        " 경로에 이르는지는 알 수 없습니다.",
    ),
    "untold-limit": (
        "Since then only a limit is known, which is no value and not judged: {bound:bound}"
        "{value:amount} {period:when}.",
        "이후에는 한계값({period} {bound:bound}{value:amount})만 알려져 있으며, 한계값은 정확한"
        " 값이 아니므로 판정하지 않습니다.",
    ),
    "limits-at-odds": (
        "Two limits {period:when} contradict each other: at least {least:amount} and at most"
        " {most:amount}.",
        "{period}의 두 한계값({least:amount} 이상, {most:amount} 이하)이 서로 모순됩니다.",
    ),
}
