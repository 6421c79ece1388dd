"""The sentences of the rules, of the projection and of their steps: key, English, Korean."""

from __future__ import annotations

RULE_SENTENCES: dict[str, tuple[str, str]] = {
    "rule-needs-value": (
        "There is no value to judge.",
        "판정할 값이 없습니다.",
    ),
    "rule-needs-base": (
        "The rule compares with a baseline, and there is none.",
        "기준값과 비교하는 방법인데 기준값이 없습니다.",
    ),
    "rule-only-base": (
        "There is no value later than the baseline of {base}.",
        "기준 시점({base}) 이후의 값이 없습니다.",
    ),
    "rule-no-deadline": (
        "The rule needs a deadline, and none was set.",
        "기한이 있어야 하는 방법인데 기한이 정해지지 않았습니다.",
    ),
    "rule-deadline-first": (
        "The deadline of {deadline} is not later than the baseline of {base}.",
        "기한({deadline})이 기준 시점({base})보다 늦지 않습니다.",
    ),
    "rule-after-deadline": (
        "There is no value between the baseline of {base} and the deadline of "
        "{deadline}; a later one is not judged.",
        "기준 시점({base})과 기한({deadline}) 사이의 값이 없습니다. 기한 이후의 "
        "값은 판정하지 않습니다.",
    ),
    "rule-keeps": (
        "The value is to be kept: there is no way from baseline to goal to be measured.",
        "현 수준을 유지하는 목표이므로 기준값에서 목표값까지의 거리가 없습니다.",
    ),
    "rule-zero-base": (
        "The baseline is zero, and growth from zero has no rate.",
        "기준값이 0이어서 증가율을 계산할 수 없습니다.",
    ),
    "rule-zero-goal": (
        "The goal is zero, and no growth rate leads to zero.",
        "목표값이 0이어서 이에 이르는 증가율이 없습니다.",
    ),
    "rule-zero-current": (
        "The latest value is zero, and growth from zero has no rate.",
        "최신값이 0이어서 증가율을 계산할 수 없습니다.",
    ),
    "rule-signs-differ": (
        "Baseline, latest value and goal differ in sign, and growth across zero has no rate.",
        "기준값·최신값·목표값의 부호가 서로 달라 증가율을 계산할 수 없습니다.",
    ),
    "rule-negative": (
        "The rule carries growth rates on, which negative values do not have.",
        "음수에는 증가율을 적용할 수 없습니다.",
    ),
    "rule-base-at-goal": (
        "The baseline is already at the goal or beyond it: no growth is required to compare with.",
        "기준값이 이미 목표값에 이르렀거나 넘어 비교할 필요 증가율이 없습니다.",
    ),
    "rule-too-large": (
        "The result is larger than a number can hold.",
        "결과가 계산할 수 있는 수의 범위를 벗어납니다.",
    ),
    "rule-met": (
        "The goal is met.",
        "목표를 달성했습니다.",
    ),
    "rule-met-no-number": (
        "The goal is met; the rule's number cannot be computed from these values.",
        "목표를 달성했습니다. 다만 이 값들로는 지표를 계산할 수 없습니다.",
    ),
    "rule-met-held": (
        "The baseline was at the goal or beyond it, and the value has not fallen back since.",
        "기준 시점에 이미 목표 수준에 이르렀고 이후 후퇴하지 않았습니다.",
    ),
    "rule-met-fallen": (
        "The goal is met, but the value has fallen back since the baseline.",
        "목표를 달성한 상태이나 기준 시점보다 후퇴했습니다.",
    ),
    "rule-at-strict-goal": (
        "The value is the goal itself, which was to be exceeded: no gap is left to measure by.",
        "값이 넘어서야 할 목표와 같아 비교할 차이가 없습니다.",
    ),
    "rule-lost": (
        "The baseline was at the goal or beyond it, and the latest value falls short of it.",
        "기준 시점에는 목표 수준에 이르렀으나 최신값은 목표를 충족하지 못합니다.",
    ),
    "rule-met-adverse": (
        "The goal is met, but the trend of recent years leads away from it.",
        "목표를 달성했으나 최근 추세는 목표에서 멀어지고 있습니다.",
    ),
    "rule-met-at-base": (
        "The goal is met, and the baseline was at it or beyond: no targeted change to measure.",
        "목표를 달성했으며 기준 시점에도 목표 수준이어서 목표 변화량 대비 달성률이 없습니다.",
    ),
    "rule-lost-nearer": (
        "The level to be kept is not reached, but the trend of recent years leads towards it.",
        "유지할 수준을 벗어났으나 최근 추세는 그 수준에 가까워지고 있습니다.",
    ),
    "rule-away": (
        "The trend of recent years does not lead towards the goal.",
        "최근 추세가 목표를 향하지 않습니다.",
    ),
    "rule-few-years": (
        "The rule needs values of the last four years running.",
        "최근 4년의 값이 빠짐없이 이어져 있어야 합니다.",
    ),
    "rule-significant": (
        "The change is larger than its noise (standard error {noise:size}; one-sided test at 5 %).",
        "변화가 표준오차({noise:size})에 비해 유의합니다(유의수준 5%, 단측).",
    ),
    "rule-within-noise": (
        "The change is within its noise (standard error {noise:size}; one-sided test at 5 %).",
        "변화가 표준오차({noise:size})에 비해 유의하지 않습니다(유의수준 5%, 단측).",
    ),
    "rule-zero-base-away": (
        "The baseline is zero, of which a change away from the goal has no percentage.",
        "기준값이 0이어서 목표에서 멀어진 변화율을 계산할 수 없습니다.",
    ),
    "rule-step": (
        "Nothing is expected before the deadline of {deadline}.",
        "기한({deadline})이 되기 전에는 경로값이 없습니다.",
    ),
    "rule-before-first-row": (
        "No value is announced for so early a time.",
        "해당 시점의 발표된 연차별 목표가 없습니다.",
    ),
    "rule-no-path": (
        "A {shape:shape} path cannot be drawn through these values.",
        "이 값들로는 {shape:shape} 경로를 그릴 수 없습니다.",
    ),
    "projection-no-deadline": (
        "No deadline was set to project to.",
        "기한이 정해지지 않아 전망할 시점이 없습니다.",
    ),
    "projection-few-points": (
        "A probability needs at least {least} observations of one series; this one has {n}.",
        "확률을 계산하려면 한 계열의 관측값이 {least}개 이상 필요하나 {n}개뿐입니다.",
    ),
    "projection-deadline-reached": (
        "The latest value is already of the deadline ({deadline}) or later: nothing "
        "is left to project.",
        "최신값이 이미 기한({deadline}) 또는 그 이후의 값이어서 전망할 기간이 없습니다.",
    ),
    "projection-no-scatter": (
        "The values lie on an exact line and their rounding is not known: nothing "
        "follows about chance.",
        "값들이 정확히 한 직선 위에 있고 반올림 단위를 알 수 없어 확률을 계산할 수 없습니다.",
    ),
    "projection-at-an-end": (
        "{value:amount} {period:when} is an end of the scale, which no value between the ends "
        "comes to: nothing follows about chance.",
        "{period} {value:amount}은(는) 비중이 가질 수 있는 끝값이어서 확률을 계산할 수 없습니다.",
    ),
    "projection-too-large": (
        "The projection is larger than a number can hold.",
        "전망값이 계산할 수 있는 수의 범위를 벗어납니다.",
    ),
    "step-observed-rate": (
        "observed change a year since the baseline",
        "기준 시점 이후 연평균 변화량",
    ),
    "step-required-rate": (
        "required change a year from baseline to goal",
        "기준값에서 목표값까지 필요한 연평균 변화량",
    ),
    "step-observed-growth": (
        "observed growth a year since the baseline",
        "기준 시점 이후 연평균 증가율",
    ),
    "step-required-growth": (
        "required growth a year from baseline to goal",
        "기준값에서 목표값까지 필요한 연평균 증가율",
    ),
    "step-ratio": (
        "observed over required",
        "필요 대비 실적 비율",
    ),
    "step-mean-change": (
        "mean change a year in recent years",
        "최근 연평균 변화량",
    ),
    "step-carried-value": (
        "value carried on to the deadline",
        "추세를 기한까지 연장한 값",
    ),
    "step-miss": (
        "miss, as a share of the gap still open",
        "남은 격차 대비 미달 비율",
    ),
    "step-share-of-way": (
        "share of the way from baseline to goal",
        "기준값에서 목표값까지의 진척률",
    ),
    "step-targeted-change-achieved": (
        "percentage of the targeted change achieved",
        "목표 변화량 대비 달성률(%)",
    ),
    "step-change-from-baseline": (
        "percentage change from the baseline, away from the goal",
        "기준값 대비 악화율(%)",
    ),
    "step-z": (
        "change over its standard error",
        "표준오차 대비 변화량",
    ),
    "step-expected-linear": (
        "expected on the linear path",
        "선형 경로값",
    ),
    "step-expected-geometric": (
        "expected on the geometric path (constant growth)",
        "기하(일정 증가율) 경로값",
    ),
    "step-expected-logistic": (
        "expected on the logistic path (S-shaped)",
        "로지스틱(S자) 경로값",
    ),
    "step-expected-step": (
        "expected from the deadline on",
        "기한 시점의 경로값",
    ),
    "step-expected-announced": (
        "expected on the announced path",
        "발표된 연차별 목표의 경로값",
    ),
    "step-gap": (
        "latest value minus expected",
        "최신값 − 경로값",
    ),
    "step-lead": (
        "lead on the path, in years",
        "경로 대비 앞선 기간(년)",
    ),
}
