"""Headline verdicts of what happens once: key, English, Korean.

A target that was closed, a milestone, and the amount of one named year (assess/headline: by_event
and annual_amount).
"""

from __future__ import annotations

EVENT_SENTENCES: dict[str, tuple[str, str]] = {
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
    "annual-met-early": (
        "{value:amount} up to {last} fulfil already the {goal:amount} that were promised for"
        " {year}.",
        "{last}까지의 값이 {value:amount}(으)로, {year} 목표로 약속한 {goal:amount}을(를) 이미"
        " 충족했습니다.",
    ),
    "annual-met-at-least": (
        "At least {value:amount} in {year} fulfil the {goal:amount} that were promised.",
        "{year} 값은 최소 {value:amount}(으)로, 약속한 {goal:amount}을(를) 충족했습니다.",
    ),
    "annual-met-at-most": (
        "At most {value:amount} in {year} fulfil the {goal:amount} that were promised.",
        "{year} 값은 최대 {value:amount}(으)로, 약속한 {goal:amount}을(를) 충족했습니다.",
    ),
    "annual-met-about": (
        "{value:amount} in {year} is about the {goal:amount} that were promised, within"
        " {within:percent} of it.",
        "{year} 값은 {value:amount}(으)로, 약속한 {goal:amount} 안팎({within:percent} 이내)에"
        " 들었습니다.",
    ),
    "annual-met-about-early": (
        "{value:amount} up to {last} are already about the {goal:amount} that were promised for"
        " {year}, within {within:percent} of it.",
        "{last}까지의 값이 {value:amount}(으)로, {year} 목표로 약속한 {goal:amount}"
        " 안팎({within:percent} 이내)에 이미 도달했습니다.",
    ),
    "annual-missed": (
        "With {value:amount} in {year}, the promise of {goal:amount} is not fulfilled.",
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
    "annual-awaiting-rest": (
        "{year} is over; {value:amount} of {goal:amount} are recorded up to {last}, and what"
        " came after that is not recorded, or not all of it.",
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
    "annual-awaiting-unjudged": (
        "{year} is over, and only figures that are not judged are recorded for it.",
        "{year}은(는) 지났으나 판정하지 않는 수치만 기록되어 있습니다.",
    ),
    "annual-awaiting-forecasts": (
        "{year} is over, and only forecasts from before its end are recorded for it, no result.",
        "{year}은(는) 지났으나 기간이 끝나기 전의 전망치만 있고 실적이 없습니다.",
    ),
}
