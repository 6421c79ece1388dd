"""What is wrong with a single value, and with observations."""

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
