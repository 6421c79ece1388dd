"""What is wrong with a file as such: its name, its kind, the way its TOML is written."""

from __future__ import annotations

#: What is wrong with a file as such (store/trees.py): behind its name, or behind "this".
FILES: dict[str, str] = {
    "is a symbolic link that leads out of the project": "프로젝트 밖을 가리키는 심볼릭 링크입니다",
    "is a symbolic link to nothing": "가리키는 대상이 없는 심볼릭 링크입니다",
    "is a symbolic link to a folder": "폴더를 가리키는 심볼릭 링크입니다",
    "is not an ordinary file": "일반 파일이 아닙니다",
    "is not a name within a project": "프로젝트 안의 이름이 아닙니다",
    "is not a folder": "폴더가 아닙니다",
    "is a git submodule, whose files are not read": (
        "git 하위 모듈이며, 하위 모듈의 파일은 읽지 않습니다"
    ),
    "cannot be read": "읽을 수 없습니다",
    "is over 1 MiB": "크기가 1 MiB를 넘습니다",
    "has a name that is not plain ASCII": "이름에 ASCII가 아닌 문자가 있습니다",
}

#: English -> Korean, as `translation` says
FILE_REMEDIES: dict[str, str] = {
    "this {FAULT}": "{FAULT}",
    "put the file itself in its place": "그 자리에 파일 자체를 두십시오",
    "remove it, or put the file in its place": "삭제하거나 그 자리에 파일을 두십시오",
    "put the folder itself in its place": "그 자리에 폴더 자체를 두십시오",
    "remove it, or put an ordinary file in its place": "삭제하거나 그 자리에 일반 파일을 두십시오",
    "rename it, and make a folder of that name": "이름을 바꾸고 그 이름의 폴더를 만드십시오",
    "record its files here": "그 파일들을 이 저장소에 기록하십시오",
    "give yourself the permission to read it": "읽기 권한을 부여하십시오",
    "split it into several files": "여러 파일로 나누십시오",
    "shorten its texts": "내용을 줄이십시오",
    "rename it with ASCII letters, digits, dots, hyphens and underscores": (
        "ASCII 영문자, 숫자, 점, 붙임표, 밑줄만 써서 이름을 바꾸십시오"
    ),
}

WRITING: dict[str, str] = {
    # --- how its TOML is written (facts/syntax/toml.py) -------------------------------------
    "{foreign}; see https://toml.io/en/v1.0.0": (
        "TOML 문법에 맞지 않습니다({foreign}); https://toml.io/en/v1.0.0 을 참조하십시오"
    ),
    "the key stands twice": "같은 키가 두 번 나옵니다",
    "keep one of the two": "둘 중 하나만 남기십시오",
    "the table stands twice": "같은 테이블이 두 번 나옵니다",
    "keep one, or write [[two brackets]] for a list": (
        "하나만 남기거나, 목록이면 [[겹대괄호]]로 쓰십시오"
    ),
    "a table or list that was written in one line is added to": (
        "한 줄로 쓴 테이블이나 목록에 내용을 덧붙였습니다"
    ),
    "write it as a [table] of its own": "따로 [테이블]로 쓰십시오",
    "the name is used for two things": "한 이름이 두 가지로 쓰였습니다",
    "rename one of them": "둘 중 하나의 이름을 바꾸십시오",
    "there is more on the line than a value": "값 뒤에 다른 내용이 더 있습니다",
    "put texts such as 2024-Q3 between quotation marks; write numbers as 1000 or 6.4, without a"
    " unit or thousands separators": (
        "2024-Q3 같은 문자열은 따옴표로 묶고, 숫자는 단위나 천 단위 구분 기호 없이 1000 또는"
        " 6.4처럼 쓰십시오"
    ),
    'a key without "="': '키에 "="가 없습니다',
    "write key = value, such as value = 6.4; put a key with a space or a letter beyond ASCII in"
    ' "quotation marks"': (
        "키 = 값(예: value = 6.4)으로 쓰고, 공백이나 ASCII가 아닌 문자가 든 키는"
        ' "따옴표"로 묶으십시오'
    ),
    "this is neither a key nor a [table]": "키도 [테이블]도 아닙니다",
    'write key = value; put a key with a letter beyond ASCII in "quotation marks"': (
        '키 = 값으로 쓰고, ASCII가 아닌 문자가 든 키는 "따옴표"로 묶으십시오'
    ),
    "a key is missing or begins with a sign that it must not": (
        "키가 없거나 키의 첫 글자로 쓸 수 없는 문자로 시작합니다"
    ),
    'put a key with other than A-Z a-z 0-9 _ - in "quotation marks"': (
        'A-Z a-z 0-9 _ - 이외의 문자가 든 키는 "따옴표"로 묶으십시오'
    ),
    "this is not a value": "값이 아닙니다",
    "put texts between quotation marks; write numbers as 1000 or 0.5, dates as 2024-06-30": (
        "문자열은 따옴표로 묶고, 숫자는 1000 또는 0.5, 날짜는 2024-06-30처럼 쓰십시오"
    ),
    "this day or time is not in the calendar": "달력에 없는 날짜 또는 시각입니다",
    "write one such as 2024-06-30": "2024-06-30처럼 쓰십시오",
    "a list is not closed": "목록이 닫히지 않았습니다",
    'end it with "]", with commas between its items': (
        '"]"로 끝내고 항목 사이에는 쉼표를 쓰십시오'
    ),
    "a table in braces is not closed": "중괄호 테이블이 닫히지 않았습니다",
    'end it with "}" on the same line, with commas between its keys; put texts such as 2024-Q3'
    " between quotation marks, and write numbers without a unit or a leading zero": (
        '같은 줄에서 "}"로 끝내고 키 사이에는 쉼표를 쓰십시오. 2024-Q3 같은 문자열은 따옴표로 묶고,'
        " 숫자는 단위나 앞자리 0 없이 쓰십시오"
    ),
    "{period} stands without quotation marks": "{period}에 따옴표가 없습니다",
    'write "{period}"': '"{period}"(으)로 쓰십시오',
    "a text is not closed": "문자열이 닫히지 않았습니다",
    "end it with a quotation mark": "따옴표로 끝내십시오",
    "end it with three quotation marks": "따옴표 세 개로 끝내십시오",
    "end it with {mark}": "{mark}(으)로 끝내십시오",
    'end it with a quotation mark; a text of several lines stands in """': (
        '따옴표로 끝내십시오. 여러 줄 문자열은 """로 묶습니다'
    ),
    "a [table] heading is not closed": "[테이블] 머리글이 닫히지 않았습니다",
    'end it with "]"': '"]"로 끝내십시오',
    "a [[table]] heading is not closed": "[[테이블]] 머리글이 닫히지 않았습니다",
    'end it with "]]"': '"]]"로 끝내십시오',
    "a backslash that means nothing": "뜻이 없는 역슬래시가 있습니다",
    "write two, or put the text between 'single quotation marks'": (
        "두 개를 쓰거나, 문자열을 '작은따옴표'로 묶으십시오"
    ),
    "an escape that is no character": "어떤 문자도 나타내지 않는 이스케이프입니다",
    "write the character itself": "문자 자체를 쓰십시오",
    "a character that must not stand here": "여기에 쓸 수 없는 문자입니다",
    'remove it, or close the text before it; a text of several lines stands in """': (
        '삭제하거나 그 앞에서 문자열을 닫으십시오. 여러 줄 문자열은 """로 묶습니다'
    ),
    "git left the marks of a conflict": "git 충돌 표시가 남아 있습니다",
    "keep one version, and remove the marked lines": (
        "한쪽 내용만 남기고 표시된 줄을 삭제하십시오"
    ),
    "the invisible character {sign} stands here": "보이지 않는 문자 {sign}이(가) 있습니다",
    "the text holds the invisible character {sign}": (
        "문자열에 보이지 않는 문자 {sign}이(가) 들어 있습니다"
    ),
    "the key holds the invisible character {sign}": (
        "키에 보이지 않는 문자 {sign}이(가) 들어 있습니다"
    ),
    "remove it": "삭제하십시오",
    "the text is not in Unicode normal form C": "문자열이 유니코드 정규형 C(NFC)가 아닙니다",
    "the key is not in Unicode normal form C": "키가 유니코드 정규형 C(NFC)가 아닙니다",
    "type it anew, or convert the file (for example with: uconv -x any-nfc)": (
        "다시 입력하거나 파일을 변환하십시오(예: uconv -x any-nfc)"
    ),
    "there is no value": "값이 없습니다",
    'write one after the "="': '"=" 뒤에 값을 쓰십시오',
    "{sign} is no quotation mark here": "{sign} 기호는 여기서 따옴표로 쓸 수 없습니다",
    'write "…", with straight ones': '곧은 따옴표로 "…"처럼 쓰십시오',
    "digits other than 0 to 9": "0~9가 아닌 숫자 문자가 있습니다",
    "write the number with the digits 0 to 9": "0~9의 숫자로 쓰십시오",
    "write true or false, in small letters": "소문자로 true 또는 false를 쓰십시오",
    "a heading has not as many brackets on both sides": "머리글 양쪽의 대괄호 수가 다릅니다",
    "write [table] or [[table]]": "[table] 또는 [[table]]로 쓰십시오",
    "a comma is missing between two keys": "두 키 사이에 쉼표가 없습니다",
    "a comma is missing between two items": "두 항목 사이에 쉼표가 없습니다",
    "write a comma between them": "사이에 쉼표를 쓰십시오",
    "a list has no first bracket": "목록에 여는 대괄호가 없습니다",
    'write "[" before its first item': '첫 항목 앞에 "["를 쓰십시오',
    "a table in braces has no first brace": "중괄호 테이블에 여는 중괄호가 없습니다",
    "write an opening brace before its first key": "첫 키 앞에 여는 중괄호를 쓰십시오",
    "the rest was not read, and there may be more slips of writing in it": (
        "나머지는 읽지 않았으며, 잘못 쓴 곳이 더 있을 수 있습니다"
    ),
    "mend those that are told, and check again": "알린 곳을 고친 뒤 다시 점검하십시오",
    "a comma stands before the closing brace": "닫는 중괄호 앞에 쉼표가 있습니다",
    "remove the comma": "쉼표를 삭제하십시오",
    "a table in braces goes on in the next line": "중괄호 테이블이 다음 줄로 이어집니다",
    "write it in one line, or as a [table] of its own": ("한 줄로 쓰거나 따로 [테이블]로 쓰십시오"),
    "a line has more than {n} full stops outside of texts": (
        "한 줄에서 문자열 밖의 점(.)이 {n}개를 넘습니다"
    ),
    "write several lines": "여러 줄로 나누어 쓰십시오",
    "there are more than {n} full stops outside of texts": ("문자열 밖의 점(.)이 {n}개를 넘습니다"),
    "split the file into several": "여러 파일로 나누십시오",
    "lists or tables are nested too deeply": "목록이나 테이블이 너무 깊이 겹쳐 있습니다",
    "write them flat": "겹치지 않게 쓰십시오",
    "an integer beyond 64 bits": "64비트를 넘는 정수입니다",
    "write a smaller number, in a larger unit": "더 큰 단위로 작은 수를 쓰십시오",
    "the file is UTF-16": "파일이 UTF-16입니다",
    "the file is not UTF-8 from here on": "여기부터 UTF-8이 아닙니다",
    "save it as UTF-8": "UTF-8로 저장하십시오",
    "a number of absurd length": "지나치게 긴 숫자입니다",
    "write one of at most 30 digits": "30자리 이내로 쓰십시오",
}
