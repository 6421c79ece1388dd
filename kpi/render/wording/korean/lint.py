"""What the lint of soft targets asks for."""

from __future__ import annotations

#: English -> Korean, as `translation` says
LINT: dict[str, str] = {
    # --- assess/lint.py, assess/warnings ------------------------------------------------------
    "the records have one problem": "기록에 문제가 1건 있습니다",
    "`{key}` means nothing for the kind {kind}": (
        "`{key}`은(는) kind가 {kind}인 목표에서는 의미가 없습니다"
    ),
    "remove it, or choose the kind that it is": "빼거나 맞는 kind를 쓰십시오",
    'path = "{shape}" means nothing for what is to be kept': (
        'path = "{shape}"은(는) 값을 유지하는 목표에서는 의미가 없습니다'
    ),
    "remove it, or announce rows": "빼거나 발표된 연차별 목표를 쓰십시오",
    "{period}: published on {day}, after today": "{period}: 공표일({day})이 오늘보다 늦습니다",
    "{period}: recorded on {day}, after today": "{period}: 기록일({day})이 오늘보다 늦습니다",
    "mend the day of recording": "기록일을 고치십시오",
    "mend the day if it is a slip; until then the figure is not seen": (
        "잘못 적은 날짜이면 고치십시오. 그날까지 이 수치는 반영되지 않습니다"
    ),
    "nobody reads this folder": "kpi가 읽지 않는 폴더입니다",
    "call it {folder}": "이름을 {folder}(으)로 바꾸십시오",
    "the goal has no quote": "목표의 인용문이 없습니다",
    'add quote = "…", word for word': 'quote = "…"에 원문 그대로 쓰십시오',
    "the goal names no document": "목표의 근거 문서가 없습니다",
    'add document = "…"': 'document = "…"를 추가하십시오',
    "the only source of the goal is a {SOURCES}": "목표의 출처가 {SOURCES}뿐입니다",
    "press report": "언론 보도",
    "blog": "블로그",
    "look for the official text": "공식 원문을 찾으십시오",
    "the quote's {text} may be read as {large}, and the goal is {value}": (
        "인용문의 {text}은(는) {large}(으)로 읽힐 수 있는데 목표는 {value}입니다"
    ),
    "write {large}, or say in `reading` that {value} is meant": (
        "{large}(으)로 쓰거나, {value}이(가) 맞으면 `reading`에 그렇게 쓰십시오"
    ),
    "the quote does not say {value}": "인용문에 {value}이(가) 없습니다",
    "quote the sentence with the number": "그 숫자가 든 문장을 인용하십시오",
    "the quote names {years}, the goal {by}": "인용문의 연도는 {years}, 목표의 기한은 {by}입니다",
    "the quote names {years}, and the baseline is of {since}": (
        "인용문의 연도는 {years}, 기준값의 시점은 {since}년입니다"
    ),
    "mend the baseline, or say in `reading` what is meant": (
        "기준값을 고치거나 어떤 뜻인지 `reading`에 쓰십시오"
    ),
    "say in `reading` how the deadline's words are read": (
        "기한의 표현을 어떻게 해석했는지 `reading`에 쓰십시오"
    ),
    "the goal was announced on {day}, after its deadline {by}": (
        "목표 발표일({day})이 기한({by})보다 늦습니다"
    ),
    "the target was closed on {day}, before its first goal of {first}": (
        "목표 종결일({day})이 첫 목표 발표일({first})보다 빠릅니다"
    ),
    "the target was closed on {day}, after its deadline {by}": (
        "목표 종결일({day})이 기한({by})보다 늦습니다"
    ),
    "remove `closed`: it hides whether the goal was met or missed by then": (
        "`closed`를 삭제하십시오. 기한까지 달성했는지가 가려집니다"
    ),
    "mend the one that is a slip": "잘못 적은 쪽을 고치십시오",
    "the goal has no deadline, so it can never be missed": (
        "기한이 없어 미달성으로 판정될 수 없는 목표입니다"
    ),
    "look for one, or leave it open": "기한을 찾거나 그대로 두십시오",
    "the amount is that of all of {year}, and the deadline {day} is a day within it": (
        "단년도 수치는 {year} 전체의 것인데 기한 {day}은(는) 그 안의 하루입니다"
    ),
    'write by = {year}, or kind = "total" if the sum up to that day is meant': (
        'by = {year}(으)로 쓰고, 그날까지의 합계를 뜻하면 kind = "total"로 쓰십시오'
    ),
    "no release of the series falls on the deadline": "기한 시점에 공표되는 계열 자료가 없습니다",
    "say in `reading` which release decides": ("어느 공표 자료로 판정할지 `reading`에 쓰십시오"),
    "{period} alone decides {year}, a season that lies {SIZE} above the year's mean": (
        "{year}년 목표는 {period} 수치만으로 판정되며, 이 시기의 값은 연평균보다 {SIZE} 높습니다"
    ),
    "{period} alone decides {year}, a season that lies {SIZE} below the year's mean": (
        "{year}년 목표는 {period} 수치만으로 판정되며, 이 시기의 값은 연평균보다 {SIZE} 낮습니다"
    ),
    "the path starts from {period}, a season that lies {SIZE} above the year's mean": (
        "경로가 {period} 수치에서 시작하며, 이 시기의 값은 연평균보다 {SIZE} 높습니다"
    ),
    "the path starts from {period}, a season that lies {SIZE} below the year's mean": (
        "경로가 {period} 수치에서 시작하며, 이 시기의 값은 연평균보다 {SIZE} 낮습니다"
    ),
    "{value} pp": "{value}%p",
    "judge an adjusted series or yearly means, or say in `note` that it is meant": (
        "계절조정 계열이나 연평균을 판정하거나, 이 시기를 뜻한다면 `note`에 밝히십시오"
    ),
    "judge an adjusted series or yearly means, or say in `reading` that it is meant": (
        "계절조정 계열이나 연평균을 판정하거나, 이 시기를 뜻한다면 `reading`에 밝히십시오"
    ),
    "the last {n} figures came {days} days apart or less, not {cadence}": (
        "최근 수치 {n}건은 길어도 {days}일 간격으로 나왔는데 cadence는 {cadence}입니다"
    ),
    "write in `cadence` how often they come, or a late one is not called stale": (
        "`cadence`에 실제 공표 주기를 쓰십시오. 그러지 않으면 수치가 늦어도 오래된 자료로 표시되지"
        " 않습니다"
    ),
    "there is no baseline": "기준값이 없습니다",
    "add baseline = { period = 2023, value = 1 }; without one there is no path": (
        "baseline = { period = 2023, value = 1 }처럼 추가하십시오. 없으면 경로가 없습니다"
    ),
    "add baseline = { period = 2023, value = 1 }; most rules need one": (
        "baseline = { period = 2023, value = 1 }처럼 추가하십시오. 대부분의 방법에 필요합니다"
    ),
    "the baseline names no series": "기준값이 어느 계열의 것인지 쓰여 있지 않습니다",
    'add series = "{id}" to it if it was measured there; if not, say in `note` where it comes'
    " from, and the path starts from that series' own figure": (
        '그 계열에서 잰 값이면 series = "{id}"를 추가하십시오. 아니면 출처를 `note`에 쓰십시오.'
        " 그때 경로는 그 계열 자체의 값에서 시작합니다"
    ),
    "no series says what is measured": "무엇을 측정하는지 나타내는 계열이 없습니다",
    "add a [[target.series]] with its publisher and definition": (
        "작성 기관과 정의를 담아 [[target.series]]를 추가하십시오"
    ),
    "several series, and no reason why this one is judged": (
        "계열이 여럿인데 이 계열을 판정하는 이유가 없습니다"
    ),
    'add judged_why = "…", from its definition': (
        'judged_why = "…"에 정의에 근거한 이유를 쓰십시오'
    ),
    "nobody knows when the next figure is due": "다음 수치가 언제 나올지 알 수 없습니다",
    'add cadence = "1 year" and lag = "6 months"; without them nothing can be stale': (
        'cadence = "1 year"와 lag = "6 months"처럼 추가하십시오. 없으면 자료가 오래되었는지'
        " 판정할 수 없습니다"
    ),
    "the goal {value} lies below {start} of {period}, where the path starts, against"
    ' direction = "{direction}"': (
        "목표값 {value}이(가) 경로의 출발점인 {period}의 {start}보다 낮아"
        ' direction = "{direction}"에 어긋납니다'
    ),
    "the goal {value} lies above {start} of {period}, where the path starts, against"
    ' direction = "{direction}"': (
        "목표값 {value}이(가) 경로의 출발점인 {period}의 {start}보다 높아"
        ' direction = "{direction}"에 어긋납니다'
    ),
    "mend the direction, the goal or the baseline, or say in `note` what it is to keep": (
        "방향, 목표값 또는 기준값을 고치거나 무엇을 유지하려는 것인지 `note`에 쓰십시오"
    ),
    "{goal} is to be kept, and no figure has ever been there": (
        "{goal}을(를) 유지하는 목표인데 이를 충족한 수치가 한 번도 없습니다"
    ),
    'write direction = "{toward}" if it is to be reached, or say in `note` why it is kept': (
        '도달할 목표이면 direction = "{toward}"로 쓰고, 아니면 유지하는 이유를 `note`에 쓰십시오'
    ),
    "the goal {value} is below zero, and every figure above it": (
        "목표 {value}은(는) 음수인데 모든 수치가 양수입니다"
    ),
    "write the value to be reached, or say in `note` that it is meant": (
        "도달할 값을 쓰거나, 음수가 맞으면 `note`에 그렇게 쓰십시오"
    ),
    "the goal was met already when it was announced, with {value}": (
        "발표 당시 이미 {value}(으)로 달성된 목표입니다"
    ),
    "the goal was met already by the baseline, with {value}": (
        "기준값 {value}(으)로 이미 달성된 목표입니다"
    ),
    "say in `note` what it is to keep": "무엇을 유지하려는지 `note`에 쓰십시오",
    "the trend before the announcement reaches the goal by itself": (
        "발표 전의 추세만으로도 달성되는 목표입니다"
    ),
    "say in `note` why it is a goal all the same": "그런데도 목표인 이유를 `note`에 쓰십시오",
}
