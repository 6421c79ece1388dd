"""What is wrong with a figure that a person or a table wrote, and with the table around it."""

from __future__ import annotations

#: English -> Korean, as `translation` says
FIGURES: dict[str, str] = {
    # --- a figure with its unit (facts/quantities.py) -----------------------------------------
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
    "{VALUE} is not grouped as a number": "{VALUE}은(는) 자릿수 구분이 숫자와 맞지 않습니다",
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
    "{VALUE} holds two numbers": "{VALUE}에 숫자가 둘 있습니다",
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
        '{VALUE}에 수 단위 낱말이 있는데 단위는 "{unit}"입니다'
    ),
    "write the bare number": "숫자만 쓰십시오",
    '{VALUE} ends with "{ending}", and the unit is "{unit}"': (
        '{VALUE}은(는) "{ending}"(으)로 끝나는데 단위는 "{unit}"입니다'
    ),
    "write the bare number; a limit or an estimate goes into bound or status": (
        "숫자만 쓰십시오. 한계값이나 추정 여부는 bound 또는 status에 씁니다"
    ),
    # --- a figure of a table (facts/intake/figures.py) ----------------------------------------
    "{value} is {KIND}, not a figure": "{value}은(는) 수치가 아니라 {KIND}입니다",
    "a date": "날짜",
    "choose another value column": "다른 값 열을 고르십시오",
    "{VALUE} has its percent sign, and a scale as well": "{VALUE}에 % 기호와 배율이 함께 있습니다",
    "leave the scale out, or make the cells of one kind": (
        "배율을 빼거나 셀 서식을 한 가지로 맞추십시오"
    ),
    "{VALUE} times {scale} is absurd": "{VALUE}에 {scale}을(를) 곱하면 있을 수 없는 값입니다",
    "mend the scale": "배율을 고치십시오",
    "{VALUE} is an error of a spreadsheet": "{VALUE}은(는) 스프레드시트의 오류 값입니다",
    "mend its formula there": "그곳의 수식을 고치십시오",
    "{sign} before a figure means minus to some and a rise to others": (
        "{sign}은(는) 수치 앞에서 음수를 뜻하기도 하고 증가를 뜻하기도 합니다"
    ),
    'write -1.2, or say minus = "{sign}" in a mapping file': (
        '-1.2로 쓰거나, 매핑 파일에 minus = "{sign}"을(를) 쓰십시오'
    ),
    "{VALUE} stands in brackets": "{VALUE}은(는) 괄호 안에 있습니다",
    "write -1.2 for what is below zero": "음수는 -1.2처럼 쓰십시오",
    "{VALUE} is not grouped as a number with a decimal comma": (
        "{VALUE}은(는) 쉼표 소수점 숫자의 자릿수 구분과 맞지 않습니다"
    ),
    "write 1.200,5 or 1200,5, or leave --decimal out": (
        "1.200,5 또는 1200,5로 쓰거나 --decimal을 빼십시오"
    ),
    'or, if the file\'s "{stated}" is the same, add --unit "{unit}"': (
        '파일의 "{stated}"이(가) 같은 단위이면 --unit "{unit}"을(를) 붙이십시오'
    ),
    "{VALUE} is absurd as a figure": "{VALUE}은(는) 수치로 있을 수 없는 값입니다",
    "mend it, or skip the row": "고치거나 그 행을 건너뛰십시오",
    "write true or false for a milestone": "이행 과제에는 true 또는 false를 쓰십시오",
    # --- a period of a table (facts/intake/stamps.py) -----------------------------------------
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
    "{VALUE} is not a {STYLE}": "{VALUE}은(는) {STYLE} 시점이 아닙니다",
    "choose the period style that it has": "자료에 맞는 --period-style을 고르십시오",
    "choose the period style that the days stand for": (
        "날짜가 나타내는 기간에 맞는 --period-style을 고르십시오"
    ),
    "{text} is a day within {period}, and no {STYLE}": (
        "{text}은(는) {period} 안의 하루이며 {STYLE} 시점이 아닙니다"
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
    "{VALUE} is a {KIND}, not a {STYLE}": "{VALUE}은(는) {STYLE} 시점이 아니라 {KIND} 시점입니다",
    "year": "연",
    "semester": "반기",
    "quarter": "분기",
    "month": "월",
    "week": "주",
    "day": "일",
    # --- the columns beside it (facts/intake/columns.py) --------------------------------------
    "the status code {code} is not A, P, E or F": "상태 코드 {code}은(는) A, P, E, F가 아닙니다",
    "the status code {code} means {WHAT}": "상태 코드 {code}의 뜻: {WHAT}",
    "a break in the series": "시계열 단절",
    "a confidential figure": "비공개 수치",
    "another definition": "정의가 다름",
    "a figure that is not significant": "유의하지 않은 수치",
    "a figure of low reliability": "신뢰도가 낮은 수치",
    "a figure that does not apply": "해당 없는 수치",
    "leave other rows out with --filter": "다른 행은 --filter로 제외하십시오",
    "a break (B) begins a series of its own; leave other rows out with --filter": (
        "단절(B)부터는 별도 계열입니다. 다른 행은 --filter로 제외하십시오"
    ),
    "the figures count in {counts} ({column} {value})": (
        "수치가 {counts} 단위입니다({column} {value})"
    ),
    "say by what they are multiplied with --scale, such as {factor}": (
        "곱할 배율을 --scale로 지정하십시오(예: {factor})"
    ),
    "there is no column {name}": "열 {name}이(가) 없습니다",
    "choose from {choices}": "다음에서 고르십시오: {choices}",
    "{VALUE} is no number of a record": "{VALUE}은(는) 기록 번호가 아닙니다",
    "write 1 for the first, 2 for the next": "첫 기록은 1, 다음은 2로 쓰십시오",
}

TABLES: dict[str, str] = {
    # --- a file of rows (facts/intake/tables.py, csv_rows.py, layout.py) ----------------------
    "the file is empty": "파일이 비어 있습니다",
    "choose another": "다른 파일을 고르십시오",
    "the file is {KIND}, whatever its name says": "이름과 달리 이 파일은 {KIND}입니다",
    "a PDF": "PDF",
    "copy the table into a spreadsheet, and save it as CSV UTF-8": (
        "표를 스프레드시트에 복사하여 CSV UTF-8로 저장하십시오"
    ),
    "a gzip file": "gzip 압축 파일",
    "a RAR file": "RAR 압축 파일",
    "a 7z file": "7z 압축 파일",
    "unpack it first": "먼저 압축을 푸십시오",
    "a picture": "그림 파일",
    "type the figures, with `kpi add`": "`kpi add`로 수치를 입력하십시오",
    "a database": "데이터베이스 파일",
    "save the table as CSV UTF-8": "표를 CSV UTF-8로 저장하십시오",
    "the file is {kind}, and the mapping is for {file}": (
        "파일은 {kind}인데 매핑은 {file}용입니다"
    ),
    "choose the file or the mapping that belongs to the other": (
        "서로 맞는 파일과 매핑을 고르십시오"
    ),
    "the file is a web page, as some offices give under the name .xls": (
        "파일이 .xls라는 이름의 웹 페이지입니다"
    ),
    "open it in a spreadsheet program and save it as xlsx or CSV UTF-8": (
        "스프레드시트 프로그램에서 열어 xlsx 또는 CSV UTF-8로 저장하십시오"
    ),
    "read as CP949": "CP949로 읽음",
    "read as UTF-16": "UTF-16으로 읽음",
    "the only column of figures is {VALUE}": "수치 열은 {VALUE} 하나뿐임",
    "not read, being no period: {LISTED}": "시점이 아니어서 읽지 않음: {LISTED}",
    "every period is the first day of a month, such as {day}": (
        "모든 시점이 {day}처럼 월의 첫날입니다"
    ),
    "say with --period-style day, month, quarter or year what is meant by it": (
        "무엇을 뜻하는지 --period-style day/month/quarter/year로 지정하십시오"
    ),
    "{n} of {all} rows in the answer": "응답에 든 행: {all}개 중 {n}개",
    "no row for {target}": "{target}에 해당하는 행 없음",
    "{value} is a limit of nothing": "{value}은(는) 값이 없는 한계입니다",
    "mend it, or skip the row": "고치거나 행을 건너뛰십시오",
    "the figure stands in a cell that is merged over several periods": (
        "수치가 여러 기간에 걸쳐 병합된 셀에 있습니다"
    ),
    "the figure stands in a cell that is merged over several rows": (
        "수치가 여러 행에 걸쳐 병합된 셀에 있습니다"
    ),
    "divide the cell in the spreadsheet": "스프레드시트에서 셀을 나누십시오",
    "unit stated in the table: {unit}": "표에 적힌 단위: {unit}",
    "the file counts in {unit}, and a scale is given as well": (
        "파일의 단위가 {unit}인데 배율도 정해졌습니다"
    ),
    'leave the scale out, or add --unit "{unit}" if it is wrong': (
        '배율을 빼거나, 파일의 단위가 틀렸으면 --unit "{unit}"을(를) 붙이십시오'
    ),
    "columns divided by {DELIMITER}": "열 구분: {DELIMITER}",
    "read with a decimal comma, as in {value}": "{value}처럼 쉼표를 소수점으로 읽음",
    "comma": "쉼표",
    "semicolon": "세미콜론",
    "tab": "탭",
    "bar": "세로줄",
    "the file holds zero bytes, as no text does": "파일에 텍스트에 없는 널(0) 바이트가 있습니다",
    "save it as CSV UTF-8, or name its encoding with --encoding utf-16-le": (
        "CSV UTF-8로 저장하거나 --encoding utf-16-le처럼 인코딩을 지정하십시오"
    ),
    "{VALUE} is no delimiter": "{VALUE}은(는) 구분 문자가 아닙니다",
    "choose comma, semicolon, tab or bar": "다음에서 고르십시오: comma/semicolon/tab/bar",
    "byte {n} of the file is not {encoding}": "파일의 {n}번째 바이트가 {encoding}이(가) 아닙니다",
    "leave --encoding out, or name the right one": "--encoding을 빼거나 맞는 것을 쓰십시오",
    "{VALUE} is no encoding": "{VALUE}은(는) 인코딩이 아닙니다",
    "name one such as utf-8, cp949 or utf-16": "utf-8, cp949, utf-16 등을 쓰십시오",
    "{VALUE} is no encoding of texts": "{VALUE}은(는) 텍스트 인코딩이 아닙니다",
    "name one such as cp949": "cp949 등을 쓰십시오",
    "the file is not UTF-16, as it begins": "UTF-16으로 시작하나 UTF-16이 아닙니다",
    "the file is neither UTF-8 nor CP949": "파일이 UTF-8도 CP949도 아닙니다",
    "name its encoding with --encoding, such as cp1252 in western Europe, or save it as CSV"
    " UTF-8": ("서유럽이면 cp1252처럼 --encoding으로 인코딩을 지정하거나 CSV UTF-8로 저장하십시오"),
    "name its encoding with --encoding, or save it as CSV UTF-8": (
        "--encoding으로 인코딩을 지정하거나 CSV UTF-8로 저장하십시오"
    ),
    "line {n} holds a cell of absurd length": "{n}번째 줄에 지나치게 긴 셀이 있습니다",
    "the quotation marks do not pair up at line {n}": "{n}번째 줄에서 따옴표의 짝이 맞지 않습니다",
    'close each text that begins with ", and write "" for a quotation mark within it': (
        '"로 시작하는 문자열은 닫고, 안의 따옴표는 ""로 쓰십시오'
    ),
    "the columns may be divided by {DELIMITERS}": "열 구분 문자가 분명하지 않습니다: {DELIMITERS}",
    "{DELIMITER} or {DELIMITERS}": "{DELIMITER} 또는 {DELIMITERS}",
    "say which with --delimiter {word}": "--delimiter {word}처럼 지정하십시오",
    "a row has over {n} columns": "한 행의 열이 {n}개를 넘습니다",
    "remove those that are not needed": "필요 없는 열을 삭제하십시오",
    "hidden rows are read, too: {n}, from row {m}": "숨긴 행도 읽음: {n}개, {m}행부터",
    "hidden columns are read, too: {n}, from column {m}": "숨긴 열도 읽음: {n}개, {m}번째 열부터",
    "header: there is no row {n}": "header: {n}행이 없습니다",
    "give the number that the row has in the file": "파일에서의 행 번호를 쓰십시오",
    "the column {name} stands {n} times": "열 {name}이(가) {n}번 나옵니다",
    "write header = [{rows}] into a file and name it with --mapping, and add --value-column with"
    " one of {names}": (
        "파일에 header = [{rows}]라고 써서 --mapping으로 지정하고, --value-column에 다음 중"
        " 하나를 붙이십시오: {names}"
    ),
    "the periods stand in row {n}, below the words of row {m}": (
        "시점이 {n}행에 있고 그 위 {m}행에 다른 머리글이 있습니다"
    ),
    'write the lines header = [{n}, {m}] and layout = "wide" into a file, and name it with'
    " --mapping": (
        '파일에 header = [{n}, {m}]와 layout = "wide"를 한 줄씩 써서 --mapping으로 지정하십시오'
    ),
    "rename one, or say which rows are the header": (
        "하나의 이름을 바꾸거나 머리글 행을 지정하십시오"
    ),
    "row {n}": "{n}행",
    "the header rows hold no period": "머리글 행에 시점이 없습니다",
    "say which rows are the header": "머리글 행을 지정하십시오",
    "the figures below the periods look like years themselves": (
        "시점 아래의 수치가 연도처럼 보입니다"
    ),
    'name the columns of a long table, or say layout = "wide" in a mapping': (
        '긴 형식의 열을 지정하거나, 매핑에 layout = "wide"를 쓰십시오'
    ),
    "no column of periods and of figures is known": "시점 열과 수치 열을 알 수 없습니다",
    "{VALUE} has the periods, but no column of figures is known": (
        "{VALUE} 열이 시점이지만 수치 열을 알 수 없습니다"
    ),
    "{VALUE} has the figures, but no column of periods is known": (
        "{VALUE} 열이 수치이지만 시점 열을 알 수 없습니다"
    ),
    "name it with --period-column": "--period-column으로 지정하십시오",
    "{VALUE} has a comma where no thousands end": ("{VALUE}에 천 단위가 아닌 쉼표가 있습니다"),
    'add --decimal "," if it begins decimals': '소수점이면 --decimal ","를 붙이십시오',
    "{VALUE} ends with the mark of a footnote": "{VALUE} 끝에 각주 표시가 있습니다",
    "the format of the cell adds {mark}, the mark of a footnote": (
        "셀 서식이 각주 표시 {mark}을(를) 덧붙입니다"
    ),
    "delete the mark, and say in a note what the footnote says": (
        "표시를 지우고 각주 내용은 note에 쓰십시오"
    ),
    "name them with --period-column and --value-column": (
        "--period-column과 --value-column으로 지정하십시오"
    ),
    "row {n} has {names}": "{n}행의 열: {names}",
    # --- a spreadsheet (facts/intake/workbook.py) ---------------------------------------------
    "spreadsheets are read by python-calamine, which is missing": (
        "스프레드시트를 읽는 python-calamine이 설치되어 있지 않습니다"
    ),
    "install it with: pip install 'policy-kpi[xlsx]'; or save the sheet as CSV UTF-8 and import"
    " that": (
        "pip install 'policy-kpi[xlsx]'로 설치하거나, 시트를 CSV UTF-8로 저장하여 가져오십시오"
    ),
    "the sheet spans {n} by {m} cells": "시트의 크기가 {n} × {m}셀입니다",
    "save the sheet alone, without empty cells around it, as xlsx or CSV": (
        "그 시트만 주변의 빈 셀 없이 xlsx 또는 CSV로 저장하십시오"
    ),
    "the spreadsheet is locked by a password": "스프레드시트에 암호가 걸려 있습니다",
    "save it without one": "암호 없이 저장하십시오",
    "what an xlsb shows of its figures, units and marks, cannot be read": (
        "xlsb의 수치에 표시되는 단위와 부호는 읽을 수 없습니다"
    ),
    "open it in a spreadsheet program and save it as xlsx": (
        "스프레드시트 프로그램에서 열어 xlsx로 저장하십시오"
    ),
    "the file is not a spreadsheet that can be read": "읽을 수 있는 스프레드시트가 아닙니다",
    "there is no sheet {name}": "시트 {name}이(가) 없습니다",
    "none": "없음",
    "the spreadsheet holds no cell": "스프레드시트에 내용이 없습니다",
    "choose another file": "다른 파일을 고르십시오",
    "the spreadsheet has {n} sheets": "스프레드시트에 시트가 {n}개 있습니다",
    "choose one with --sheet: {names}": "--sheet로 하나를 고르십시오: {names}",
    "the merged cells of the sheet overlap without end": "시트의 병합된 셀이 끝없이 겹쳐 있습니다",
    "the file is a broken zip folder": "손상된 zip 파일입니다",
    "the spreadsheet unfolds to over {n} MiB": "스프레드시트의 압축을 풀면 {n} MiB를 넘습니다",
    "the file takes more time or memory to read than a table does": (
        "파일을 읽는 데 표치고는 너무 많은 시간이나 메모리가 듭니다"
    ),
    "no second process can be had to read the file in: {REASON}": (
        "파일을 읽을 두 번째 프로세스를 만들 수 없습니다: {REASON}"
    ),
    "the sheet repeats rows {n} times": "시트가 행을 {n}번 반복합니다",
    "the sheet repeats columns {n} times": "시트가 열을 {n}번 반복합니다",
    # --- the answer of a service (facts/intake/kosis.py) --------------------------------------
    "the file is an error that the service gave: {said}": "파일이 서비스의 오류 응답입니다: {said}",
    "ask the service again, and save the answer that holds rows": (
        "다시 조회하여 자료가 든 응답을 저장하십시오"
    ),
    "the JSON is nested too deeply": "JSON이 너무 깊이 겹쳐 있습니다",
    "save the answer of the service alone": "서비스의 응답만 저장하십시오",
    "the file begins as JSON and is none": "JSON처럼 시작하나 JSON이 아닙니다",
    "save the whole answer of the service": ("서비스의 응답 전체를 저장하십시오"),
    "the JSON is neither a KOSIS answer (a list of rows) nor one of ECOS": (
        "KOSIS 응답(행의 목록)도 ECOS 응답도 아닌 JSON입니다"
    ),
    "save the answer of the service as it came, or import CSV": (
        "서비스의 응답을 그대로 저장하거나 CSV로 가져오십시오"
    ),
    "the rows of the JSON have no {keys}": "JSON의 행에 {keys}이(가) 없습니다",
    "ask for the data of a table (statisticsParameterData), as JSON": (
        "통계표 자료(statisticsParameterData)를 JSON으로 조회하십시오"
    ),
    "the rows of the JSON have over 200 keys": "JSON의 행에 키가 200개를 넘습니다",
    "save the answer as it came": "응답을 그대로 저장하십시오",
    "this is no row": "행이 아닙니다",
    "PRD_SE {value} does not say what kind PRD_DE is": (
        "PRD_SE {value}(으)로는 PRD_DE의 종류를 알 수 없습니다"
    ),
    "ask KOSIS for rows by year, half, quarter, month or day": (
        "KOSIS에서 연, 반기, 분기, 월 또는 일 자료로 조회하십시오"
    ),
}
