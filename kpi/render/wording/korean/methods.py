"""What a published rule is and measures, and when its classes hold (assess/methods)."""

from __future__ import annotations

#: English -> Korean, as `translation` says
METHODS: dict[str, str] = {
    "Distance from the path": "경로와의 차이",
    "gap between the current value and the path at its date, in the target's unit (positive is"
    " above; of a band, the more demanding path)": (
        "최신값과 그 시점 경로값의 차이, 목표의 단위(양수는 경로 위. 두 경로가 있으면 더 엄격한"
        " 경로 기준)"
    ),
    "at or beyond both paths; beyond the declared one": (
        "두 경로 모두에 도달했거나 앞섬; 지정된 경로보다 앞섬"
    ),
    "between the two paths; exactly on the declared one (then good)": (
        "두 경로 사이; 지정된 경로와 정확히 같음(이때는 양호)"
    ),
    "short of both paths, or of the declared one": "두 경로 또는 지정된 경로를 충족하지 못함",
    "SDG Index trend arrow": "SDG 지수의 추세 화살표",
    "observed over required straight rate since the base, a ratio (1 = exactly enough)": (
        "기준 시점 이후 실제 변화 속도와 필요한 변화 속도(직선)의 비율(1 = 꼭 맞음)"
    ),
    "or met and not fallen since the base": "또는 달성했고 기준값보다 나빠지지 않음",
    "or met, but fallen since the base": "또는 달성했으나 기준값보다 나빠짐",
    "Ratio of observed to required growth": "실제 증가율과 필요한 증가율의 비율",
    "observed over required compound annual growth since the base, a ratio (1 = exactly enough)": (
        "기준 시점 이후 실제 연평균 증가율과 필요한 연평균 증가율의 비율(1 = 꼭 맞음)"
    ),
    "the goal is met, whatever the ratio": "비율과 상관없이 목표를 달성함",
    "Weather symbol": "날씨 기호",
    "miss at the deadline at the mean change of the last five years, as a share of the gap still"
    " open (0.05 = 5 %; smaller is better)": (
        "최근 5년의 평균 변화가 이어질 때 기한의 미달 폭, 남은 격차에 대한 비율(0.05 = 5%, 작을수록"
        " 좋음)"
    ),
    "or the goal is met, trend not adverse": "또는 목표를 달성했고 추세가 나쁘지 않음",
    "or the goal is met, trend adverse": "또는 목표를 달성했으나 추세가 나쁨",
    "a larger miss, but coming nearer": "미달 폭이 더 크나 목표에 가까워지고 있음",
    "not coming nearer, whatever the miss": "미달 폭과 상관없이 목표에 가까워지지 않음",
    "UN progress chart": "UN 진척 현황표",
    "share of the way from base to goal made by the deadline at the growth since the base (1 = all"
    " of it)": (
        "기준 시점 이후의 증가율이 이어질 때 기한까지 도달하는 비율, 기준값에서 목표값까지"
        "(1 = 전부)"
    ),
    "or the goal is met": "또는 목표를 달성함",
    "Targeted change achieved": "목표 변화의 달성률",
    "percentage of the targeted change achieved (100 = all of it); where the value has gone away"
    " from the goal, minus the percentage change from the baseline": (
        "목표 변화 중 달성한 비율(100 = 전부); 목표에서 멀어졌으면 기준값 대비 변화율에 음의 부호"
    ),
    "the goal is met": "목표를 달성함",
    "or nearer by more than noise, where errors are known": (
        "또는 오차를 알 때 오차보다 크게 가까워짐"
    ),
    "or within the noise": "또는 오차 범위 이내",
    "or farther by more than noise": "또는 오차보다 크게 멀어짐",
    "a single value": "값이 하나뿐임",
}

#: What goes into a rule, by its name in the JSON output.
INPUTS: dict[str, str] = {
    "base": "기준값",
    "base_date": "기준 시점",
    "current": "최신값",
    "current_date": "최신 시점",
    "goal": "목표값",
    "goal_date": "기한",
    "window_start": "기간 시작 값",
    "window_start_date": "기간 시작 시점",
    "mean_change_per_year": "연평균 변화량",
}
