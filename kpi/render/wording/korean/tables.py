"""What is wrong with a table, with the file that holds it, and with what surrounds its figures."""

from __future__ import annotations

#: English -> Korean, as `translation` says
TABLES: dict[str, str] = {
    # --- a file of rows (facts/intake/tables.py, files/csv_rows.py, layouts/) -----------------
    "the file is empty": "파일이 비어 있습니다",
    "choose another": "다른 파일을 고르십시오",
    "by its first bytes the file is {KIND}": "첫 바이트로 보아 이 파일은 {KIND}입니다",
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
    'no source is stated, so the file\'s name stands for it; add --source "…"': (
        '출처를 밝히지 않아 파일 이름을 출처로 씀; --source "…"를 붙이십시오'
    ),
    "read as UTF-16": "UTF-16으로 읽음",
    "the only column of figures is {VALUE}": "수치 열은 {VALUE} 하나뿐임",
    "not read, being no period: {LISTED}": "시점이 아니어서 읽지 않음: {LISTED}",
    "every period is the first day of a month, such as {day}": (
        "모든 시점이 {day}처럼 월의 첫날입니다"
    ),
    "every period is the last day of a month, such as {day}": (
        "모든 시점이 {day}처럼 월의 마지막 날입니다"
    ),
    "every period is the same day of its year, such as {day}": (
        "모든 시점이 {day}처럼 매년 같은 날짜입니다"
    ),
    "say --period-style day, or write {YEAR} if it stands for the year": (
        "--period-style day를 지정하거나, 그해 전체의 값이면 {YEAR}(으)로 쓰십시오"
    ),
    "the months follow each other by threes ({LISTED}), as quarters do": (
        "월이 분기처럼 석 달 간격입니다({LISTED})"
    ),
    "the months follow each other by sixes ({LISTED}), as halves of a year do": (
        "월이 반기처럼 여섯 달 간격입니다({LISTED})"
    ),
    "say which is meant with --period-style semester or month": (
        "어느 쪽인지 --period-style semester 또는 month로 지정하십시오"
    ),
    "say which is meant with --period-style quarter or month": (
        "어느 쪽인지 --period-style quarter 또는 month로 지정하십시오"
    ),
    "say with --period-style day, month, quarter or year what is meant by it": (
        "무엇을 뜻하는지 --period-style day/month/quarter/year로 지정하십시오"
    ),
    "{n} of {all} rows in the answer": "응답에 든 행: {all}개 중 {n}개",
    "{id} speaks of {LISTED}, and {column} is {TEXTS}": (
        "{id} 목표에는 {LISTED}이(가) 언급되어 있는데 {column}은(는) {TEXTS}임"
    ),
    "{text} speaks of {value}, and the target of a running total": (
        "{text}에 {value}이(가) 있는데, 목표는 누계입니다"
    ),
    "record running totals, or add --scale 1 if the figures are such": (
        "누계를 기록하거나, 누계가 맞으면 --scale 1을 붙이십시오"
    ),
    "{label} stands beside the figures, and the target is a running total": (
        "수치 옆에 {label} 열이 있는데, 목표는 누계입니다"
    ),
    "name its column with --value-column, or add --scale 1 if the figures are sums": (
        "그 열을 --value-column으로 지정하거나, 수치가 누계이면 --scale 1을 붙이십시오"
    ),
    "no row for {target}": "{target}에 해당하는 행 없음",
    "{value} is a limit of nothing": "{value}은(는) 값이 없는 한계 표시입니다",
    "mend it, or skip the row": "고치거나 행을 건너뛰십시오",
    "the figure stands in a cell that is merged over several periods": (
        "수치가 여러 기간에 걸쳐 병합된 셀에 있습니다"
    ),
    "the figure stands in a cell that is merged over several rows": (
        "수치가 여러 행에 걸쳐 병합된 셀에 있습니다"
    ),
    "divide the cell in the spreadsheet": "스프레드시트에서 셀을 나누십시오",
    "left out, as in another unit: {units}": "단위가 달라 제외함: {units}",
    "unit stated in the table: {unit}": "표에 적힌 단위: {unit}",
    "the file counts in {unit}, and a scale is given as well": (
        "파일의 단위가 {unit}인데 배율도 정해졌습니다"
    ),
    'leave the scale out, or add --unit "{unit}" if it is wrong': (
        '배율을 빼거나, 파일의 단위가 틀렸으면 --unit "{unit}"을(를) 붙이십시오'
    ),
    "columns divided by {DELIMITER}": "열 구분: {DELIMITER}",
    "{period} is read as the quarter in which it lies": "{period}은(는) 그 달이 속한 분기로 읽음",
    "write the year into each row": "행마다 연도를 쓰십시오",
    "{heading} above figures has no year": "수치 위의 {heading}에 연도가 없습니다",
    "write the year into each heading, such as 2024-Q2, or delete the column": (
        "머리글마다 2024-Q2처럼 연도를 쓰거나 그 열을 지우십시오"
    ),
    "{period} is read as the half of a year in which it lies": (
        "{period}은(는) 그 달이 속한 반기로 읽음"
    ),
    "{period} is read as a month": "{period}은(는) 달로 읽음",
    "{period} is read as provisional {year}, as the note below says": (
        "표 아래 주석에 따라 {period}은(는) {year} 잠정치로 읽음"
    ),
    "{period} is read as estimated {year}, as the note below says": (
        "표 아래 주석에 따라 {period}은(는) {year} 추정치로 읽음"
    ),
    "{period} is read as {year}": "{period}은(는) {year}(으)로 읽음",
    "days are read with the day first, as in {value}": "{value}처럼 일을 앞에 쓴 날짜로 읽음",
    "days are read with the month first, as in {value}": "{value}처럼 월을 앞에 쓴 날짜로 읽음",
    "read with a decimal comma, as in {value}": "{value}처럼 쉼표를 소수점으로 읽음",
    "comma": "쉼표",
    "semicolon": "세미콜론",
    "tab": "탭",
    "bar": "세로줄",
    "the file holds zero bytes, as no text does": "텍스트 파일에는 없는 널(0) 바이트가 있습니다",
    "save it as CSV UTF-8, or name its encoding with --encoding utf-16-le": (
        "CSV UTF-8로 저장하거나 --encoding utf-16-le처럼 인코딩을 지정하십시오"
    ),
    "{VALUE} is no delimiter": "{VALUE}은(는) 구분 문자가 아닙니다",
    "choose comma, semicolon, tab or bar": "다음에서 고르십시오: comma/semicolon/tab/bar",
    "byte {n} of the file is not {encoding}": (
        "파일의 {n}번째 바이트를 {encoding}(으)로 읽을 수 없습니다"
    ),
    "leave --encoding out, or name the right one": "--encoding을 빼거나 맞는 것을 쓰십시오",
    "{VALUE} is no encoding": "{VALUE}은(는) 인코딩이 아닙니다",
    "name one such as utf-8, cp949 or utf-16": "utf-8, cp949, utf-16 등을 쓰십시오",
    "the file is not {begun}, as it begins": "{begun}의 표시로 시작하나 그 형식이 아닙니다",
    "the file is neither UTF-8 nor CP949": "파일이 UTF-8도 CP949도 아닙니다",
    "name its encoding with --encoding, such as cp1252 in western Europe, cp1250 in central"
    " Europe, gb18030 in China or shift_jis in Japan, or save it as CSV UTF-8": (
        "--encoding으로 인코딩을 지정하거나(서유럽 cp1252, 중부 유럽 cp1250, 중국 gb18030, 일본"
        " shift_jis 등) CSV UTF-8로 저장하십시오"
    ),
    "name its encoding with --encoding, or save it as CSV UTF-8": (
        "--encoding으로 인코딩을 지정하거나 CSV UTF-8로 저장하십시오"
    ),
    "line {n} holds a cell of absurd length": "{n}번째 줄에 지나치게 긴 셀이 있습니다",
    "the quotation marks do not pair up at line {n}": "{n}번째 줄에서 따옴표의 짝이 맞지 않습니다",
    'close each text that begins with ", and write "" for a quotation mark within it, or delete'
    " the line if it is a note": (
        '"로 시작하는 문자열은 닫고 안의 따옴표는 ""로 쓰거나, 각주인 줄이면 지우십시오'
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
    "{VALUE} has two digits for its year": "{VALUE}의 연도가 두 자리입니다",
    "write {period} for it": "{period}(으)로 고쳐 쓰십시오",
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
    "write p in its place if provisional, e if estimated; else delete it, or add --status final": (
        "잠정치라면 표시를 p로, 추정치라면 e로 바꾸고, 아니면 지우거나 --status final을 붙이십시오"
    ),
    "write p in its place if provisional, e if estimated; else delete it": (
        "잠정치라면 표시를 p로, 추정치라면 e로 바꾸고, 아니면 지우십시오"
    ),
    "delete the mark, and say in a note what the footnote says": (
        "표시를 지우고 각주 내용은 note에 쓰십시오"
    ),
    "name them with --period-column and --value-column": (
        "--period-column과 --value-column으로 지정하십시오"
    ),
    "name it with --value-column, and both {period} and {part} with --period-column": (
        "그 열은 --value-column으로, {period}과(와) {part}은(는) 모두 --period-column으로"
        " 지정하십시오"
    ),
    "figures stand below {names} of row {n}": "{n}행 열 이름 중 수치가 있는 열: {names}",
    "row {n} has {names}": "{n}행의 열: {names}",
    # --- a spreadsheet (facts/intake/files/workbook.py) ---------------------------------------
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
    "what an Excel file of before 1997 shows of its figures cannot be read": (
        "1997년 이전 Excel 파일의 수치가 어떻게 표시되는지는 읽을 수 없습니다"
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
    # --- the answer of a service (facts/intake/files/kosis.py) --------------------------------
    "the file is an error that the service gave: {said}": "파일이 서비스의 오류 응답입니다: {said}",
    "ask the service again, and save the answer that holds rows": (
        "다시 조회하여 자료가 든 응답을 저장하십시오"
    ),
    "the JSON is nested too deeply": "JSON이 너무 깊이 겹쳐 있습니다",
    "save the answer of the service alone": "서비스의 응답만 저장하십시오",
    "the file begins as JSON and is none": "JSON처럼 시작하나 JSON이 아닙니다",
    "save the whole answer of the service, or import CSV": (
        "서비스의 응답 전체를 저장하거나 CSV로 가져오십시오"
    ),
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
        "PRD_SE {value}(으)로는 PRD_DE의 기간 단위를 알 수 없습니다"
    ),
    "ask KOSIS for rows by year, half, quarter, month or day": (
        "KOSIS에서 연, 반기, 분기, 월 또는 일 자료로 조회하십시오"
    ),
}
