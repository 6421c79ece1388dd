"""What is said of goals of two kinds.

Of one that was moved: by which one a figure is judged, and what it withholds. And of one that asks
for "about" an amount: what is near enough has not reached it.
"""

from __future__ import annotations

GOAL_SENTENCES: dict[str, tuple[str, str]] = {
    "possible-late": (
        "{bound:bound}{value:amount} {period:when} reaches the goal of {goal:amount}, but after"
        " {by}, the deadline at the time; the goal was softened on {announced}.",
        "{period} {bound:bound}{value:amount}(으)로 목표 {goal:amount}에 도달했으나 당시의"
        " 기한({by})이 지난 뒤이며, 목표는 {announced}에 완화되었습니다.",
    ),
    "possible-backdated": (
        "{bound:bound}{value:amount} {period:when} reaches the goal of {goal:amount}, but that goal"
        " was announced on {announced}, after its deadline of {by}. By the one that it replaced"
        " ({older:amount} by {due}), the verdict would be {said:verdict}.",
        "{period} {bound:bound}{value:amount}(으)로 목표 {goal:amount}에 도달했으나, 이 목표는"
        " 기한({by})이 지난 {announced}에야 발표되었습니다. 이전 목표({due}까지 {older:amount})"
        "를 기준으로 판정하면 “{said:verdict}”입니다.",
    ),
    "possible-backdated-open": (
        "{bound:bound}{value:amount} {period:when} reaches the goal of {goal:amount}, but that goal"
        " was announced on {announced}, after its deadline of {by}. By the one that it replaced"
        " ({older:amount}), the verdict would be {said:verdict}.",
        "{period} {bound:bound}{value:amount}(으)로 목표 {goal:amount}에 도달했으나, 이 목표는"
        " 기한({by})이 지난 {announced}에야 발표되었습니다. 이전 목표({older:amount})를"
        " 기준으로 판정하면 “{said:verdict}”입니다.",
    ),
    "by-older-goal": (
        "Compared with the goal of {goal:amount} by {by}, which was in force at the time; it"
        " was softened on {announced}.",
        "당시 유효했던 목표({by}까지 {goal:amount})와 비교했으며, 목표는 {announced}에"
        " 완화되었습니다.",
    ),
    "by-older-goal-open": (
        "Compared with the goal of {goal:amount}, which was in force at the time; it was"
        " softened on {announced}.",
        "당시 유효했던 목표({goal:amount})와 비교했으며, 목표는 {announced}에 완화되었습니다.",
    ),
    "promised-more": (
        "The promise was more than {goal:amount}.",
        "{goal:amount} 초과를 약속한 목표입니다.",
    ),
    "promised-less": (
        "The promise was less than {goal:amount}.",
        "{goal:amount} 미만을 약속한 목표입니다.",
    ),
    "about-enough": (
        "The promise was about {goal:amount}: within {within:percent} of it is enough.",
        "약 {goal:amount}을(를) 약속한 목표이므로 {within:percent} 이내이면 충족한 것으로 봅니다.",
    ),
    "annual-met-about": (
        "{value:amount} in {year} is about the {goal:amount} that were promised, within"
        " {within:percent} of it.",
        "{year} 값은 {value:amount}(으)로, 약속한 {goal:amount} 안팎({within:percent} 이내)에"
        " 들었습니다.",
    ),
    "met-about": (
        "{value:amount} {period:when} is about the goal of {goal:amount}, within"
        " {within:percent} of it.",
        "{period} {value:amount}(으)로, 목표 {goal:amount} 안팎({within:percent} 이내)에"
        " 들었습니다.",
    ),
    "met-between": (
        "At least {least:amount} and at most {most:amount} {period:when}: the goal of"
        " {goal:amount} is kept, whatever the value is.",
        "{period} {least:amount} 이상 {most:amount} 이하로, 어떤 값이든 목표 {goal:amount}을(를)"
        " 유지합니다.",
    ),
    "awaiting-limit": (
        "The deadline of {by} has passed, and of its own figure only a limit is recorded:"
        " {bound:bound}{value:amount} {period:when}. Whether the goal of {goal:amount} was reached"
        " stays open.",
        "기한({by})이 지났으나 해당 시점의 수치는 한계값만 기록되어 있어({period}"
        " {bound:bound}{value:amount}), 목표 {goal:amount}에 도달했는지는 알 수 없습니다.",
    ),
    "on-track-about": (
        "{value:amount} {period:when} is about the goal of {goal:amount}, within"
        " {within:percent} of it.",
        "{period} {value:amount}(으)로, 목표 {goal:amount} 안팎({within:percent} 이내)에"
        " 들었습니다.",
    ),
    "met-slipping-about": (
        "{value:amount} {period:when} is about the goal of {goal:amount}, within"
        " {within:percent} of it, but the recent trend of {rate:rate} leads away from it.",
        "{period} {value:amount}(으)로 목표 {goal:amount} 안팎({within:percent} 이내)에"
        " 들었으나 최근 추세({rate:rate})는 목표에서 멀어지고 있습니다.",
    ),
}
