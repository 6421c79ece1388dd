"""What is wrong with a figure that a person or a table wrote."""

from __future__ import annotations

#: English -> Korean, as `translation` says
FIGURES: dict[str, str] = {
    # --- a figure with its unit (facts/quantities/reading.py) -------------------------------
    "there is no figure": "수치가 없습니다",
    "write one such as 6.4, 30% or 1.2tn": "6.4, 30% 또는 1.2조처럼 쓰십시오",
    'is absurd in the unit "{unit}"': '단위 "{unit}"에서는 있을 수 없는 값입니다',
    '{VALUE} is absurd in the unit "{unit}"': (
        '{VALUE}은(는) 단위 "{unit}"에서 있을 수 없는 값입니다'
    ),
    "write at most {n} digits, and no more than 10^18": "{n}자리 이내, 10^18 이하로 쓰십시오",
    "{VALUE} does not begin with a number": "{VALUE}은(는) 숫자로 시작하지 않습니다",
    "write one such as 6.4 or 1.2tn": "6.4 또는 1.2조처럼 쓰십시오",
    "{VALUE} holds an invisible character": "{VALUE}에 보이지 않는 문자가 있습니다",
    "type it anew, with ordinary spaces": "보통 공백으로 다시 입력하십시오",
    "{VALUE} has digits other than 0 to 9": "{VALUE}에 0~9가 아닌 숫자 문자가 있습니다",
    "write it with the digits 0 to 9": "0~9의 숫자로 쓰십시오",
    "{VALUE} is too long for a figure": "{VALUE}은(는) 수치로 쓰기에 너무 깁니다",
    "write at most {n} digits": "{n}자리 이내로 쓰십시오",
    "{VALUE} has points between its thousands": "{VALUE}은(는) 점으로 천 단위를 나눕니다",
    'add --decimal "," to have it read so': '그렇게 읽으려면 --decimal ","를 붙이십시오',
    "{VALUE} ends with a point": "{VALUE}은(는) 점으로 끝납니다",
    "{VALUE} has a zero before its digits": "{VALUE}의 숫자 앞에 0이 있습니다",
    "{VALUE} is not grouped as a number": "{VALUE}의 자릿수 구분이 올바르지 않습니다",
    "write 1200000.5 or 1,200,000.5: commas group by three, a point begins decimals": (
        "1200000.5 또는 1,200,000.5로 쓰십시오. 쉼표는 세 자리마다, 점은 소수점입니다"
    ),
    "{VALUE} mixes two ways of counting": "{VALUE}에 두 가지 수 단위가 섞여 있습니다",
    "write one number, such as 1.2tn or 1.2조": "1.2tn 또는 1.2조처럼 한 가지로 쓰십시오",
    "{VALUE} can be read in two ways: {scale} is {WORD} or {unit}": (
        "{VALUE}은(는) 두 가지로 읽힙니다: {scale}은(는) {WORD} 또는 {unit}"
    ),
    "thousand": "천",
    "million": "백만",
    'write "{amount} {word}", or the bare number': (
        '"{amount} {word}"(으)로 쓰거나 숫자만 쓰십시오'
    ),
    "{VALUE} begins with {sign}, by which some mean minus and others a rise": (
        "{VALUE}은(는) {sign}(으)로 시작합니다. 음수로 쓰는 표도 있고 증가로 쓰는 표도 있습니다"
    ),
    "write {figure} if it is below zero": "음수이면 {figure}(으)로 쓰십시오",
    "write {figure} if it is one": "하나의 수이면 {figure}(으)로 쓰십시오",
    "{VALUE} holds two numbers": "{VALUE}에 숫자가 둘 있습니다",
    "{VALUE} is a range": "{VALUE}은(는) 범위입니다",
    'write one limit, the lower with bound ">=", the upper with "<=", and the range in note': (
        '하한(bound ">=")이나 상한("<=") 하나를 쓰고 범위 전체는 note에 적으십시오'
    ),
    "write one, such as 1.2조 or 1조 2,000억": "1.2조 또는 1조 2,000억처럼 하나로 쓰십시오",
    "write one": "하나만 쓰십시오",
    "{VALUE} is written with an exponent": "{VALUE}은(는) 지수로 적혀 있습니다",
    "write it out, or with bn or tn": "풀어 쓰거나 억, 조로 쓰십시오",
    "{VALUE} is {currency} and something else": (
        "{VALUE}에 {currency}과(와) 다른 단위가 함께 있습니다"
    ),
    "write one unit": "단위를 하나만 쓰십시오",
    '{VALUE} is less than one of the unit "{unit}"': (
        '{VALUE}은(는) 단위 "{unit}" 하나에 못 미칩니다'
    ),
    "write the number of {unit} alone, without a unit": "단위 없이 {unit} 단위의 숫자만 쓰십시오",
    "{VALUE} is a change, not a level": "{VALUE}은(는) 수준이 아니라 변화량입니다",
    "write the new level, such as 30%": "30%처럼 새 수준을 쓰십시오",
    '{VALUE} is a level, and the unit is "{unit}"': '{VALUE}은(는) 수준인데 단위는 "{unit}"입니다',
    "write percentage points, such as 3%p": "3%p처럼 퍼센트포인트로 쓰십시오",
    '{VALUE} is a percentage, and the unit is "{unit}"': (
        '{VALUE}은(는) 백분율인데 단위는 "{unit}"입니다'
    ),
    '{VALUE} is in points, and the unit is "{unit}"': (
        '{VALUE}은(는) 퍼센트포인트인데 단위는 "{unit}"입니다'
    ),
    '{VALUE} is money, and the unit is "{unit}"': '{VALUE}은(는) 금액인데 단위는 "{unit}"입니다',
    "write the number in that unit": "그 단위의 숫자로 쓰십시오",
    '{VALUE} is in {currency}, and the unit is "{unit}"': (
        '{VALUE}은(는) {currency} 금액인데 단위는 "{unit}"입니다'
    ),
    "convert it to {currency}, and give the rate in a note": (
        "{currency}(으)로 환산하고 환율을 note에 쓰십시오"
    ),
    '{VALUE} has a word for its size, and the unit is "{unit}"': (
        '{VALUE}에 천·억 같은 수 단위가 있는데 단위는 "{unit}"입니다'
    ),
    "write the number in that unit alone": "그 단위의 숫자만 쓰십시오",
    "choose other rows, or say with --unit in which unit the file counts": (
        "다른 행을 고르거나, 파일의 수치가 어떤 단위인지 --unit으로 지정하십시오"
    ),
    '{VALUE} ends with "{ending}", and the unit is "{unit}"': (
        '{VALUE}은(는) "{ending}"(으)로 끝나는데 단위는 "{unit}"입니다'
    ),
    "write the bare number; a limit or an estimate goes into bound or status": (
        "숫자만 쓰십시오. 한계값이나 추정 여부는 bound 또는 status에 씁니다"
    ),
    "write the number in that unit alone; a limit or an estimate goes into bound or status": (
        "그 단위의 숫자만 쓰십시오. 한계값이나 추정 여부는 bound 또는 status에 씁니다"
    ),
    # --- a figure of a table (facts/intake/texts/figures.py, shown_numbers.py) ----------------
    "{value} is {KIND}, not a figure": "{value}은(는) 수치가 아니라 {KIND}입니다",
    "a date": "날짜",
    "choose another value column": "다른 값 열을 고르십시오",
    "{VALUE} has its percent sign, and a scale as well": "{VALUE}에 % 기호와 배율이 함께 있습니다",
    "{VALUE} has a size of its own, and a scale as well": (
        "{VALUE}에 크기 단위와 배율이 함께 있습니다"
    ),
    "leave the scale out, or make the cells of one kind": (
        "배율을 빼거나 셀 서식을 한 가지로 맞추십시오"
    ),
    "{VALUE} times {scale} is absurd": "{VALUE}에 {scale}을(를) 곱하면 있을 수 없는 값입니다",
    "mend the scale": "배율을 고치십시오",
    "{VALUE} is an error of a spreadsheet": "{VALUE}은(는) 스프레드시트의 오류 값입니다",
    "mend its formula there": "스프레드시트에서 수식을 고치십시오",
    "{sign} before a figure means minus to some and a rise to others": (
        "{sign}은(는) 수치 앞에서 음수를 뜻하기도 하고 증가를 뜻하기도 합니다"
    ),
    'write -1.2, or say minus = "{sign}" in a mapping file': (
        '-1.2로 쓰거나, 매핑 파일에 minus = "{sign}"을(를) 쓰십시오'
    ),
    "{VALUE} stands in brackets": "{VALUE}은(는) 괄호 안에 있습니다",
    "write -1.2 for what is below zero": "음수는 -1.2처럼 쓰십시오",
    "{VALUE} is not grouped as a number with a decimal comma": (
        "{VALUE}은(는) 쉼표를 소수점으로 쓰는 숫자의 자릿수 구분과 맞지 않습니다"
    ),
    "write 1.200,5 or 1200,5, or leave --decimal out if none has one": (
        "1.200,5 또는 1200,5로 쓰거나 소수점 쉼표가 없는 파일이면 --decimal을 빼십시오"
    ),
    'or, if the file\'s "{stated}" is the same, add --unit "{unit}"': (
        '파일의 "{stated}"이(가) 같은 단위이면 --unit "{unit}"을(를) 붙이십시오'
    ),
    "{VALUE} is absurd as a figure": "{VALUE}은(는) 수치로 있을 수 없는 값입니다",
    "mend it, or skip the row": "고치거나 그 행을 건너뛰십시오",
    "write true or false for a milestone": "이행 과제에는 true 또는 false를 쓰십시오",
    # --- a period of a table (facts/intake/texts/stamps.py, two_years.py) ---------------------
    "{VALUE} is a financial or school year, and not clearly one calendar year": (
        "{VALUE}은(는) 회계연도 또는 학년도로, 어느 달력 연도인지 분명하지 않습니다"
    ),
    "{VALUE} is a span of several years": "{VALUE}은(는) 여러 해에 걸친 기간입니다",
    "{VALUE} has figures among the months, and is none that is known": (
        "{VALUE}은(는) 월 사이에 있는 수치 열인데 알 수 없는 월 이름입니다"
    ),
    "the columns go from {FIRST} to {LAST}, over the end of a year": (
        "열이 {FIRST}에서 {LAST}까지로, 해를 넘깁니다"
    ),
    "write a row for each period, such as 2024-06, into the file": (
        "파일에 2024-06 같은 시점마다 한 행씩 쓰십시오"
    ),
    "{VALUE} has figures where a month or quarter is missing": (
        "{VALUE}은(는) 빠진 월이나 분기의 자리에 있는 수치 열입니다"
    ),
    "write its name in English, or delete the column": (
        "그 이름을 영어로 쓰거나 그 열을 지우십시오"
    ),
    "say --period-style last-year if that in which it ends is meant, else first-year": (
        "끝나는 해를 뜻하면 --period-style last-year, 시작하는 해를 뜻하면 first-year를 붙이십시오"
    ),
    "write the year that the target means, such as 2024": (
        "목표가 뜻하는 연도를 쓰십시오(예: 2024)"
    ),
    "write one such as 2024, 2024-S1, 2024-Q3, 2024-06, 2024 1/4 or 2024년 6월": (
        "2024, 2024-S1, 2024-Q3, 2024-06, 2024 1/4 또는 2024년 6월처럼 쓰십시오"
    ),
    "mend the period": "시점을 고치십시오",
    "{VALUE} may be a month that a spreadsheet took for a number (2024.10 becomes 2024.1)": (
        "{VALUE}은(는) 스프레드시트가 숫자로 바꾼 월일 수 있습니다(2024.10이 2024.1이 됨)"
    ),
    "make the column text, and write months as 2024-06": (
        "열을 텍스트로 바꾸고 월을 2024-06처럼 쓰십시오"
    ),
    "{VALUE} is a month, a quarter or a half of {year}": (
        "{VALUE}은(는) {year}년의 월, 분기 또는 반기일 수 있습니다"
    ),
    "{VALUE} is not a {STYLE}": "{VALUE}은(는) {STYLE} 단위가 아닙니다",
    "choose the period style that it has": "자료에 맞는 --period-style을 고르십시오",
    "choose the period style that the days stand for, or write {period} if it is that": (
        "날짜가 나타내는 기간에 맞는 --period-style을 고르거나, 그 뜻이면 {period}(으)로 쓰십시오"
    ),
    "{text} is a day within {period}, and no {STYLE}": (
        "{text}은(는) {period} 안의 하루이며 {STYLE} 단위가 아닙니다"
    ),
    'add --unit "{unit}" if the file counts in it, and --scale {ONE} if it does not': (
        '파일이 그 단위로 쓰였으면 --unit "{unit}"을(를), 아니면 --scale {ONE}도 함께 추가하십시오'
    ),
    "{text} may lack its century": "{text}은(는) 앞 두 자리가 빠진 연도일 수 있습니다",
    "write {CENTURY}{text} if it does": "그러면 {CENTURY}{text}(으)로 쓰십시오",
    "{text} may begin with its day or with its month, or with its year": (
        "{text}은(는) 일, 월, 연도 중 무엇으로 시작하는지 알 수 없습니다"
    ),
    "write days such as 2024-06-30 in the file": "날짜를 파일에 2024-06-30처럼 쓰십시오",
    "{text} may be a day as a spreadsheet numbers it, {DAY}": (
        "{text}은(는) 스프레드시트의 날짜 일련번호({DAY})일 수 있습니다"
    ),
    "make the column one of dates there, or write {DAY}": (
        "그 열을 날짜 형식으로 바꾸거나 {DAY}(으)로 쓰십시오"
    ),
    "{text} may be a year and a fraction of it": "{text}은(는) 소수로 쓴 연도일 수 있습니다",
    "write its month or quarter, such as 2024-06 or 2024-Q3": (
        "그 월이나 분기를 2024-06 또는 2024-Q3처럼 쓰십시오"
    ),
    "{text} may count in billions, or be marked as a break": (
        "{text}의 B는 10억이거나 시계열 단절의 표시일 수 있습니다"
    ),
    "write {FIGURE}bn in the file if so, or delete the letter": (
        "10억이면 파일에 {FIGURE}bn으로 쓰고, 아니면 글자를 지우십시오"
    ),
    "{text} is no year, half or quarter of the calendar": (
        "{text}은(는) 달력의 연, 반기, 분기가 아닙니다"
    ),
    "say --period-style quarter to leave such rows out, or write one such as 2024-Q1": (
        "그런 행을 빼려면 --period-style quarter를 지정하고, 아니면 2024-Q1처럼 쓰십시오"
    ),
    "say which with --period-style month, quarter or semester": (
        "--period-style로 지정하십시오(month/quarter/semester)"
    ),
    "write the day, or its period": "날짜 또는 시점을 쓰십시오",
    "the date {day} may stand for a day, a month, a quarter or a year": (
        "날짜 {day}은(는) 일, 월, 분기 또는 연을 뜻할 수 있습니다"
    ),
    "say which with --period-style day, month, quarter or year": (
        "--period-style로 지정하십시오(day/month/quarter/year)"
    ),
    "{VALUE} is a {KIND}, not a {STYLE}": "{VALUE}은(는) {STYLE} 단위가 아니라 {KIND} 단위입니다",
    "year": "연",
    "semester": "반기",
    "quarter": "분기",
    "month": "월",
    "week": "주",
    "day": "일",
    # --- the columns beside it (facts/intake/columns.py, multipliers.py, texts/codes.py) ---------
    "the status code {code} is not A, P, E or F": "상태 코드 {code}은(는) A, P, E, F가 아닙니다",
    "the status code {code} means {WHAT}": "상태 코드 {code}의 뜻: {WHAT}",
    "a break in the series": "시계열 단절",
    "a confidential figure": "비공개 수치",
    "another definition": "정의가 다름",
    "a figure that is not significant": "유의하지 않은 수치",
    "a figure of low reliability": "신뢰도가 낮은 수치",
    "a figure that does not apply": "해당 없는 수치",
    "leave other rows out with --filter": "다른 행은 --filter로 제외하십시오",
    "leave it out with --filter, or add --status final if it is to count all the same": (
        "--filter로 제외하거나, 그래도 판정에 쓸 수치이면 --status final을 추가하십시오"
    ),
    "a break (B) begins a series of its own: add --status final, with --series NAME and without the"
    " figures before it (--filter, or delete them), or alone if they can be compared": (
        "단절(B)부터는 별도 계열입니다. 그 전의 수치를 빼고(--filter 또는 파일에서 삭제)"
        " --status final과 --series NAME을 함께 쓰고, 비교할 수 있으면 --status final만 쓰십시오"
    ),
    "{TEXT} tells of another method than that of the figures before": (
        "{TEXT}에 따르면 그 전의 수치와 작성 방법이 다릅니다"
    ),
    "add --status final, with --series NAME and without the figures before it (--filter, or delete"
    " them), or alone if they can be compared": (
        "그 전의 수치를 빼고(--filter 또는 파일에서 삭제) --status final과 --series NAME을 함께"
        " 쓰고, 비교할 수 있으면 --status final만 쓰십시오"
    ),
    "the figures count in {counts} ({column} {value})": (
        "수치가 {counts} 단위입니다({column} {value})"
    ),
    "say by what they are multiplied, such as --scale {factor}": (
        "곱할 배율을 지정하십시오(예: --scale {factor})"
    ),
    "there is no column {name}": "열 {name}이(가) 없습니다",
    "choose from {choices}": "다음에서 고르십시오: {choices}",
    "{VALUE} is no number of a record": "{VALUE}은(는) 기록 번호가 아닙니다",
    "write 1 for the first, 2 for the next": "첫 기록은 1, 다음은 2로 쓰십시오",
}
