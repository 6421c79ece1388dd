"""What is said of a goal beside the verdict: key, English, Korean.

By which of several a figure is judged where it was moved, and what that withholds; and how much of
it is enough.
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
}
