"""What is wrong with a target: keys that contradict each other, and what it lacks."""

from __future__ import annotations

#: English -> Korean, as `translation` says
TARGETS: dict[str, str] = {
    # --- targets.toml (facts/targets.py) ------------------------------------------------------
    'the key "{key}" is missing': '"{key}" 키가 없습니다',
    'write id = "…", in small letters with hyphens': 'id = "…"를 소문자와 붙임표로 쓰십시오',
    'write title = "…", what is promised in a few words': (
        'title = "…"에 약속한 내용을 몇 단어로 쓰십시오'
    ),
    "write goal = { value = 30, by = 2030 }": "goal = { value = 30, by = 2030 }처럼 쓰십시오",
    "write value = 30, or value = true for a milestone": (
        "value = 30으로, 이행 과제이면 value = true로 쓰십시오"
    ),
    "write period = 2023, the period the baseline is of": (
        "period = 2023처럼 기준값의 시점을 쓰십시오"
    ),
    "write on = 2024-08-26, the day from which it is closed": (
        "on = 2024-08-26처럼 종결된 날짜를 쓰십시오"
    ),
    'write as = "dropped" or as = "resolved otherwise"': (
        'as = "dropped"(폐기) 또는 as = "resolved otherwise"(다른 방식 종결)로 쓰십시오'
    ),
    "write on = 2024-09-26, the day from which it is superseded": (
        "on = 2024-09-26처럼 대체된 날짜를 쓰십시오"
    ),
    "write { by = 2026, value = 4 }": "{ by = 2026, value = 4 }처럼 쓰십시오",
    'write title = "…"': 'title = "…"를 쓰십시오',
    "write {key} = …": "{key} = …를 쓰십시오",
    '[document.some-id], and title = "…" below it': ('[document.some-id], 그 아래에 title = "…"'),
    "[[target]], and its keys below it": "[[target]], 그 아래에 키",
    "goal = { value = 30, by = 2030 }": "goal = { value = 30, by = 2030 }",
    '[[target.series]], and id = "…" below it': '[[target.series]], 그 아래에 id = "…"',
    "baseline = { period = 2023, value = 1 }": "baseline = { period = 2023, value = 1 }",
    "{ by = 2026, value = 4 }": "{ by = 2026, value = 4 }",
    'closed = { on = 2024-08-26, as = "dropped" }': (
        'closed = { on = 2024-08-26, as = "dropped" }'
    ),
    'superseded = { on = 2024-09-26, by = "other-target" }': (
        'superseded = { on = 2024-09-26, by = "other-target" }'
    ),
    'a second target has the id "{id}", first given at {place}': (
        'id가 "{id}"인 목표가 또 있습니다(처음: {place})'
    ),
    "give one another id": "둘 중 하나에 다른 id를 주십시오",
    "the file is written in form {version}, this kpi reads form 1": (
        "파일의 형식 번호가 {version}이나, 이 kpi는 형식 1을 읽습니다"
    ),
    "write schema = 1, or install the version of kpi that wrote the file": (
        "schema = 1로 쓰거나, 파일을 작성한 버전의 kpi를 설치하십시오"
    ),
    "document is not a table": "document가 테이블이 아닙니다",
    "write [document.some-id]": "[document.some-id]로 쓰십시오",
    "target is not a list of tables": "target이 테이블의 목록이 아닙니다",
    "write [[target]], in two brackets": "[[target]]처럼 겹대괄호로 쓰십시오",
    "{VALUE} is not a time zone": "{VALUE}은(는) 시간대가 아닙니다",
    "write a name of the tz database, such as {near}": (
        "tz 데이터베이스의 이름을 쓰십시오(예: {near})"
    ),
    "{VALUE} is not a list of tables": "{VALUE}은(는) 테이블의 목록이 아닙니다",
    "{VALUE} is not a table": "{VALUE}은(는) 테이블이 아닙니다",
    "the table holds over {n} keys and items": "테이블의 키와 항목이 {n}개를 넘습니다",
    "leave out what belongs elsewhere": "다른 곳에 둘 내용을 빼십시오",
    "{key} is an empty list": "{key} 목록이 비어 있습니다",
    "give at least one": "하나 이상 쓰십시오",
    'write direction = "up", "down" or "keep"; it is never guessed': (
        'direction = "up", "down" 또는 "keep"을 쓰십시오. 방향은 추측하지 않습니다'
    ),
    'write unit = "%", or what is counted, such as "companies" or "KRW bn"': (
        'unit = "%" 또는 세는 단위를 쓰십시오(예: "개사", "십억 원")'
    ),
    'write unit = "%", "companies", "KRW bn" or "index"; a milestone needs none': (
        'unit = "%", "개사", "십억 원", "지수"처럼 쓰십시오; 이행 과제에는 없어도 됩니다'
    ),
    # --- what must agree with what (facts/keys/consistency.py) ------------------------------
    "a milestone is done or not": "이행 과제는 완료 또는 미완료뿐입니다",
    "a milestone is done or not, and knows no limits": (
        "이행 과제는 완료 또는 미완료뿐이며 상한·하한이 없습니다"
    ),
    "leave bound out": "bound를 빼십시오",
    "write value = true": "value = true로 쓰십시오",
    "the goal of a {KIND} is a number, not {value}": (
        "{KIND} 목표의 값은 {value}이(가) 아니라 숫자여야 합니다"
    ),
    "level": "수준",
    "total": "누계",
    "annual": "단년도",
    "milestone": "이행 과제",
    'write a number, or kind = "milestone"': '숫자를 쓰거나 kind = "milestone"으로 쓰십시오',
    '"{comparator}" contradicts direction = "{direction}"': (
        '"{comparator}"은(는) direction = "{direction}"과 모순됩니다'
    ),
    "mend one of the two": "둘 중 하나를 고치십시오",
    "an annual amount needs its year": "단년도 목표에는 해당 연도가 필요합니다",
    "write by = 2024": "by = 2024처럼 쓰십시오",
    "the goal {value} is beyond the ceiling {ceiling}": (
        "목표값 {value}이(가) 상한 {ceiling}을(를) 넘습니다"
    ),
    "the baseline {value} is beyond the ceiling {ceiling}": (
        "기준값 {value}이(가) 상한 {ceiling}을(를) 넘습니다"
    ),
    "the value {value} is beyond the ceiling {ceiling}": (
        "값 {value}이(가) 상한 {ceiling}을(를) 넘습니다"
    ),
    "no change in per cent can be taken from the baseline {base}": (
        "기준값 {base}에서는 증감률을 계산할 수 없습니다"
    ),
    "write the goal's value": "목표값을 value로 쓰십시오",
    "leave out one of the two": "둘 중 하나를 빼십시오",
    'a goal with direction = "keep" is no change from a baseline': (
        'direction = "keep"인 목표는 기준값 대비 증감률로 쓸 수 없습니다'
    ),
    'a goal with kind = "{kind}" is no change from a baseline': (
        'kind = "{kind}"인 목표는 기준값 대비 증감률로 쓸 수 없습니다'
    ),
    "a goal that is a change needs a baseline with its value": (
        "기준값 대비 증감률로 쓴 목표에는 기준값의 수치가 필요합니다"
    ),
    "write baseline = { period = 2018, value = 727.6 }, what was measured in that year": (
        "baseline = { period = 2018, value = 727.6 }처럼 그해의 측정값을 쓰십시오"
    ),
    "{VALUE} is not a change in per cent": "{VALUE}은(는) 증감률 표기가 아닙니다",
    "a change in per cent is not written as {text}": "증감률은 {text}처럼 쓰지 않습니다",
    'write one such as "-40 %"; half as much is "-50 %", twice as much "+100 %"': (
        '"-40 %"처럼 쓰십시오. 절반은 "-50 %", 두 배는 "+100 %"입니다'
    ),
    'write it in per cent, such as "-{percent} %" if it is to fall by that': (
        '퍼센트로 쓰십시오. 그만큼 줄이는 목표이면 "-{percent} %"입니다'
    ),
    'write "{near} %"': '"{near} %"로 쓰십시오',
    'write "+{near} %"': '"+{near} %"로 쓰십시오',
    'write "-{fall} %" if it is to fall by that, "+{rise} %" if it is to rise': (
        '그만큼 줄이는 목표이면 "-{fall} %", 늘리는 목표이면 "+{rise} %"로 쓰십시오'
    ),
    "{instead} stands beside {key}, in place of which it is": (
        "{instead}이(가) {key}와(과) 함께 있습니다. 둘 중 하나만 쓸 수 있습니다"
    ),
    "one of several goals does not say when it was announced": (
        "여러 목표값 중 하나에 발표일이 없습니다"
    ),
    "write announced = 2023-01-13, so that the last one is known": (
        "마지막 목표값을 알 수 있도록 announced = 2023-01-13처럼 쓰십시오"
    ),
    "a second goal says judged = true": "judged = true인 목표값이 둘 이상입니다",
    "remove it from all but one": "하나만 남기고 삭제하십시오",
    "an assumed baseline needs its reason": "가정한 기준값에는 근거가 필요합니다",
    'write reason = "…" beside it': '옆에 reason = "…"를 쓰십시오',
    "the deadline {day} is not after the baseline's {base}": (
        "기한 {day}이(가) 기준 시점 {base} 이후가 아닙니다"
    ),
    'the goal {value} lies below the baseline {base}, against direction = "{direction}"': (
        '목표값 {value}이(가) 기준값 {base}보다 낮아 direction = "{direction}"에 어긋납니다'
    ),
    'the goal {value} lies above the baseline {base}, against direction = "{direction}"': (
        '목표값 {value}이(가) 기준값 {base}보다 높아 direction = "{direction}"에 어긋납니다'
    ),
    "mend the direction, the goal or the baseline": "방향, 목표값 또는 기준값을 고치십시오",
    'a second series has the id "{id}"': 'id가 "{id}"인 계열이 또 있습니다',
    "the path has no rows": "경로에 행이 없습니다",
    "give at least one, or leave the path out": "하나 이상 쓰거나 경로를 삭제하십시오",
    "the row by {by} does not come after the row by {last}": (
        "{by} 행이 {last} 행보다 뒤에 오지 않습니다"
    ),
    "put the rows in the order of time, one for each day": (
        "행을 시간순으로, 날짜마다 하나씩 쓰십시오"
    ),
    "a logistic path needs a ceiling": "로지스틱 경로에는 상한이 필요합니다",
    "write ceiling = 100": "ceiling = 100처럼 쓰십시오",
    "a logistic path runs between 0 and the ceiling {ceiling}, without its ends": (
        "로지스틱 경로는 0과 상한 {ceiling} 사이(양 끝 제외)에서만 그려집니다"
    ),
    "declare another path": "다른 경로를 쓰십시오",
    "a geometric path needs a baseline and a goal above zero": (
        "기하 경로에는 0보다 큰 기준값과 목표값이 필요합니다"
    ),
    'write path = "linear"': 'path = "linear"로 쓰십시오',
    "a target cannot supersede itself": "목표가 자신을 대체할 수 없습니다",
    "name the later one": "나중의 목표를 쓰십시오",
    "there is no document {name}": "문서 {name}이(가) 없습니다",
    "there is no series {name}": "계열 {name}이(가) 없습니다",
    "there is no target {name}": "목표 {name}이(가) 없습니다",
    "define it with [document.some-id]": "[document.some-id]로 정의하십시오",
    "declare it with [[target.series]]": "[[target.series]]로 선언하십시오",
    "define it with [[target]]": "[[target]]으로 정의하십시오",
}
