"""What is wrong with what files say: values, targets, and observations."""

from __future__ import annotations

#: English -> Korean, as `translation` says
VALUES: dict[str, str] = {
    # --- one value (facts/keys/fields.py, facts/periods.py) ---------------------------------
    "a table": "테이블",
    "a list": "목록",
    "{VALUE} is not a text": "{VALUE}은(는) 문자열이 아닙니다",
    "write it between quotation marks": "따옴표로 묶어 쓰십시오",
    "the text is empty": "문자열이 비어 있습니다",
    "write something, or leave the key out": "내용을 쓰거나 키를 삭제하십시오",
    "write something, or leave the option out": "내용을 쓰거나 옵션을 빼십시오",
    "write who says so, and where": "누가 어디에서 밝혔는지 쓰십시오",
    "the text has {n} characters": "문자열이 {n}자입니다",
    "keep it to {n} at most": "{n}자 이하로 줄이십시오",
    "the text holds bytes that are not UTF-8": "문자열에 UTF-8이 아닌 바이트가 있습니다",
    "write it in UTF-8": "UTF-8로 쓰십시오",
    "{VALUE} is not an id": "{VALUE}은(는) id가 될 수 없습니다",
    'use small ASCII letters, digits and single hyphens, such as "{such}"': (
        'ASCII 소문자, 숫자, 한 개씩의 붙임표만 쓰십시오(예: "{such}")'
    ),
    "the id has {n} characters": "id가 {n}자입니다",
    "{VALUE} cannot be the name of a folder here": (
        "{VALUE}은(는) 여기서 폴더 이름이 될 수 없습니다"
    ),
    "choose another id": "다른 id를 쓰십시오",
    "{VALUE} is a text, not a number": "{VALUE}은(는) 숫자가 아니라 문자열입니다",
    "write the bare number, such as 6.4, in the unit of its target or series": (
        "목표나 계열의 단위로 숫자만 쓰십시오(예: 6.4)"
    ),
    "leave it out: what is not known is not recorded": (
        "삭제하십시오. 알려지지 않은 값은 기록하지 않습니다"
    ),
    "{VALUE} is not a number": "{VALUE}은(는) 숫자가 아닙니다",
    "write one such as 6.4; what is not known is left out": (
        "6.4처럼 쓰십시오. 알려지지 않은 값은 쓰지 않습니다"
    ),
    "{VALUE} is too large, too small or too long for a figure": (
        "{VALUE}은(는) 수치로 쓰기에 너무 크거나 작거나 깁니다"
    ),
    "write at most {n} digits and no more than 10^18, in a larger unit if need be": (
        "{n}자리 이내, 10^18 이하로 쓰고 필요하면 더 큰 단위를 쓰십시오"
    ),
    "{VALUE} is negative": "{VALUE}은(는) 음수입니다",
    "write a number of at least 0": "0 이상의 수를 쓰십시오",
    "{VALUE} is a text": "{VALUE}은(는) 문자열입니다",
    "{VALUE} is not true or false": "{VALUE}은(는) true도 false도 아닙니다",
    "write true or false, without quotes": "따옴표 없이 true 또는 false를 쓰십시오",
    "{VALUE} has a time of day": "{VALUE}에 시각이 들어 있습니다",
    "{VALUE} is a text, not a date": "{VALUE}은(는) 날짜가 아니라 문자열입니다",
    "a number is not written as {value}": "수는 {value}처럼 쓰지 않습니다",
    "a day is not written as {value}": "날짜는 {value}처럼 쓰지 않습니다",
    "a period is not written as {value}": "시점은 {value}처럼 쓰지 않습니다",
    "a length of time is not written as {value}": "기간은 {value}처럼 쓰지 않습니다",
    "write {value}, without quotation marks": "따옴표 없이 {value}(으)로 쓰십시오",
    "a quotation mark stands within a text": "문자열 안에 따옴표가 있습니다",
    'write \\" in its place': '그 자리에 \\"를 쓰십시오',
    "write {value} unquoted": "따옴표 없이 {value}(으)로 쓰십시오",
    "{VALUE} is not a date": "{VALUE}은(는) 날짜가 아닙니다",
    "write one such as 2024-06-30, without quotes": "따옴표 없이 2024-06-30처럼 쓰십시오",
    "{VALUE} may be a month or a quarter": "{VALUE}은(는) 달일 수도, 분기일 수도 있습니다",
    "say --period-style month, or write 2024-Q3 in the file": (
        "--period-style month라고 하거나, 파일에 2024-Q3처럼 쓰십시오"
    ),
    "{VALUE} may begin with its day or with its month": (
        "{VALUE}은(는) 일이 앞인지 월이 앞인지 알 수 없습니다"
    ),
    "say --period-style month if each begins or ends one, or write 2024-06-30 in the file": (
        "모두 달의 첫날이나 마지막 날이면 --period-style month라고 하고, 아니면 파일에"
        " 2024-06-30처럼 쓰십시오"
    ),
    "{VALUE} is not a period": "{VALUE}은(는) 시점 표기가 아닙니다",
    "{VALUE} is not in the calendar": "{VALUE}은(는) 달력에 없습니다",
    "2024, 2024-S1, 2024-Q3, 2024-06, 2024-W05 or 2024-06-30": (
        "2024, 2024-S1, 2024-Q3, 2024-06, 2024-W05 또는 2024-06-30"
    ),
    '2024, "2024-S1", "2024-Q3", "2024-06", "2024-W05" or 2024-06-30': (
        '2024, "2024-S1", "2024-Q3", "2024-06", "2024-W05" 또는 2024-06-30'
    ),
    "{VALUE} is not a length of time": "{VALUE}은(는) 기간 표기가 아닙니다",
    'write "1 year" or "6 months"': '"1 year" 또는 "6 months"로 쓰십시오',
    "write '1 year' or '6 months'": "'1 year' 또는 '6 months'로 쓰십시오",
    "a cadence of nothing": "공표 주기가 0입니다",
    'write how often the series appears, such as "1 year"': (
        '계열이 공표되는 주기를 쓰십시오(예: "1 year")'
    ),
    "{VALUE} is not a web address": "{VALUE}은(는) 웹 주소가 아닙니다",
    "write one that begins with https://": "https://로 시작하는 주소를 쓰십시오",
    "write %20 for a space, %3C and %3E for angle brackets, %22 for a quotation mark": (
        "공백은 %20, 꺾쇠는 %3C와 %3E, 따옴표는 %22로 쓰십시오"
    ),
    "{VALUE} is not one of {choices}": "{VALUE}은(는) 다음 중 하나가 아닙니다: {choices}",
    "write one of them": "그중 하나를 쓰십시오",
    "write {FORM}": "다음과 같이 쓰십시오: {FORM}",
    "unknown key {KEY}": "알 수 없는 키입니다: {KEY}",
    "did you mean {near}?": "혹시 {near}입니까?",
    "known are {keys}": "쓸 수 있는 키: {keys}",
    "leave it out: {key} stands here already": "삭제하십시오. {key} 키가 이미 있습니다",
    "{VALUE} is not a list": "{VALUE}은(는) 목록이 아닙니다",
    'write it as ["…", "…"]': '["…", "…"]처럼 쓰십시오',
    "the list is empty": "목록이 비어 있습니다",
    "give at least one, or leave the key out": "하나 이상 쓰거나 키를 삭제하십시오",
    # --- so many that they are counted (facts/problems.py, facts/findings.py) -----------------
    "{WHAT} (and {n} more of this kind in this file)": (
        "{WHAT}(이 파일에 같은 문제가 {n}건 더 있습니다)"
    ),
    "there are over {n} problems here, and the rest was not looked at": (
        "여기에 문제가 {n}건 넘게 있어 나머지는 살펴보지 않았습니다"
    ),
    "mend those, and check again": "이를 고친 뒤 다시 점검하십시오",
}

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

OBSERVATIONS: dict[str, str] = {
    # --- observations (facts/observations.py, facts/book.py) ----------------------------------
    "write value = 6.4, or true or false for a milestone": (
        "value = 6.4처럼, 이행 과제이면 true 또는 false로 쓰십시오"
    ),
    "write period = 2024": "period = 2024처럼 쓰십시오",
    "leave it out: the folder says it": "삭제하십시오. 폴더 이름이 나타냅니다",
    "leave it out: a value is in the unit of its target": (
        "삭제하십시오. 값의 단위는 목표의 단위입니다"
    ),
    "leave it out: the file's name says it, _r2 for the first correction": (
        "삭제하십시오. 파일 이름이 나타냅니다(첫 정정은 _r2)"
    ),
    "write it in each row, below its [[observation]]": "각 [[observation]] 아래에 쓰십시오",
    "the batch holds no observation": "일괄 파일에 관측값이 없습니다",
    "write an [[observation]] table for each row, or remove the file": (
        "행마다 [[observation]] 테이블을 쓰거나 파일을 삭제하십시오"
    ),
    "this file holds one fact, without an [[observation]] table": (
        "이 파일에는 [[observation]] 테이블 없이 한 건만 씁니다"
    ),
    "write its keys alone, or name the file {name}": (
        "키만 쓰거나 파일 이름을 {name}(으)로 하십시오"
    ),
    "the facts of a batch stand in [[observation]] tables": (
        "일괄 파일의 내용은 [[observation]] 테이블에 씁니다"
    ),
    "write [[observation]], in two brackets, above each row": (
        "행마다 위에 [[observation]]을 겹대괄호로 쓰십시오"
    ),
    "a folder on the way to it is named as a file": (
        "경로의 폴더 이름이 파일 이름처럼 되어 있습니다"
    ),
    "rename the folder, or put the file in its place": (
        "폴더 이름을 바꾸거나 그 자리에 파일을 두십시오"
    ),
    "the file lies too deep": "파일이 너무 깊은 폴더에 있습니다",
    "put it at {place}": "{place}에 두십시오",
    'the series "{name}" has no folder of its own': '계열 "{name}"은(는) 폴더를 따로 두지 않습니다',
    "put the file at {place}": "파일을 {place}에 두십시오",
    "this is not the name of an observation": "관측값 파일의 이름이 아닙니다",
    "name it {FORM}, or begin the name with a dot to have it ignored": (
        "이름을 다음과 같이 바꾸거나, 무시하려면 점으로 시작하십시오: {FORM}"
    ),
    "<period>_<published>.toml, such as 2023_2025-06-08.toml": (
        "<시점>_<공표일>.toml(예: 2023_2025-06-08.toml)"
    ),
    "batch_<published>_<label>.toml, such as batch_2025-06-08_kosis.toml": (
        "batch_<공표일>_<이름>.toml(예: batch_2025-06-08_kosis.toml)"
    ),
    "observations/<target>/<period>_<published>.toml, such as 2023_2025-06-08.toml": (
        "observations/<목표>/<시점>_<공표일>.toml(예: 2023_2025-06-08.toml)"
    ),
    'the name ends with "{ENDING}"': '이름이 "{ENDING}"(으)로 끝납니다',
    'end it with ".toml"': '".toml"로 끝나게 하십시오',
    "the first record has no _r1 in its name": "첫 기록의 이름에는 _r1을 쓰지 않습니다",
    "leave _r1 out": "_r1을 삭제하십시오",
    '"{text}" in the name is not a day': '이름의 "{text}"은(는) 날짜가 아닙니다',
    "name the day of publication as 2025-06-08": "공표일을 2025-06-08처럼 쓰십시오",
    "write [[observation]]": "[[observation]]을 쓰십시오",
    "{key} is {value} here, and {other} in the file's name": (
        "{key}이(가) 여기서는 {value}, 파일 이름에서는 {other}입니다"
    ),
    "make both say the same": "둘을 같게 하십시오",
    "write target = …, or put the batch into the target's folder": (
        "target = …을 쓰거나 일괄 파일을 목표의 폴더에 두십시오"
    ),
    "define it in targets.toml": "targets.toml에 정의하십시오",
    'target "{id}" has no series {name}': '목표 "{id}"에 계열 {name}이(가) 없습니다',
    '{VALUE} is no value for kind = "{kind}"': '{VALUE}은(는) kind = "{kind}"의 값이 아닙니다',
    "true or false": "true 또는 false",
    "a number in {unit}": "{unit} 단위의 숫자",
    "a number": "숫자",
    "{value} is beyond the target's ceiling {ceiling}": (
        "{value}은(는) 목표의 상한 {ceiling}을(를) 넘습니다"
    ),
    "mend the value, or the ceiling in targets.toml": ("값 또는 targets.toml의 상한을 고치십시오"),
    "the period ends on {day}, after its publication on {published}": (
        "대상 시점의 끝({day})이 공표일({published})보다 늦습니다"
    ),
    "write e behind the figure if it is expected, or add --status estimated where all are; else"
    " mend the dates": (
        "예상 수치이면 뒤에 e를 쓰고, 모두 예상 수치이면 --status estimated를 추가하십시오. 아니면"
        " 날짜를 고치십시오"
    ),
    'mend the dates, or give --status "estimated", "enacted" or "planned"': (
        '날짜를 고치거나 --status에 "estimated", "enacted", "planned" 중 하나를 쓰십시오'
    ),
    'mend the dates, or write status = "estimated", "enacted" or "planned"': (
        '날짜를 고치거나 status = "estimated", "enacted" 또는 "planned"로 쓰십시오'
    ),
    "recorded on {day}, before its publication on {published}": (
        "기록일({day})이 공표일({published})보다 빠릅니다"
    ),
    "a numerator needs a denominator": "분자에는 분모가 필요합니다",
    "add the denominator, or leave the numerator out": "분모를 함께 쓰거나 분자를 빼십시오",
    "a denominator needs a numerator": "분모에는 분자가 필요합니다",
    "add the numerator, or leave the denominator out": "분자를 함께 쓰거나 분모를 빼십시오",
    "the denominator is zero": "분모가 0입니다",
    "write one above zero, or leave both out": "0보다 큰 값을 쓰거나 분자와 분모를 모두 빼십시오",
    "a correction does not say why": "정정 기록에 사유가 없습니다",
    'write note = "…", why the earlier record was wrong': (
        'note = "…"에 이전 기록이 틀린 사유를 쓰십시오'
    ),
    "the same fact ({series}, {period}, published {published}) stands twice here": (
        "같은 내용({series}, {period}, {published} 공표)이 여기에 두 번 있습니다"
    ),
    "the same fact ({series}, {period}, published {published}) stands in {file}": (
        "같은 내용({series}, {period}, {published} 공표)이 {file}에도 있습니다"
    ),
    "remove one, or record a correction as _r2 with a note": (
        "하나를 삭제하거나, note를 붙여 _r2로 정정을 기록하십시오"
    ),
    "this record was changed since {commit}": "{commit} 이후 이 기록이 수정되었습니다",
    "this record was taken away since {commit}": "{commit} 이후 이 기록이 삭제되었습니다",
    "put it back: git checkout {commit} -- {name}; a correction is a new file": (
        "git checkout {commit} -- {name} 명령으로 되돌리고 정정은 새 파일로 기록하십시오"
    ),
    "only a correction withdraws a record": "기록의 철회는 정정으로만 할 수 있습니다",
    "leave it out, or record it as a correction: `kpi add --correct`, a file _r2, _r3 …": (
        "빼거나, 정정으로 기록하십시오: `kpi add --correct`, 파일 _r2, _r3 …"
    ),
    "there is no record to correct": "정정할 기록이 없습니다",
    "restore {name}, or name this file so": (
        "{name}을(를) 되살리거나 이 파일의 이름을 그렇게 바꾸십시오"
    ),
}
