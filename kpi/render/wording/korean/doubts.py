"""What is asked about a file as a whole before anything of it is recorded."""

from __future__ import annotations

#: English -> Korean, as `translation` says
DOUBTS: dict[str, str] = {
    # --- doubts about the whole (facts/intake/doubts/) ----------------------------------------
    "every row is of {text} ({label}), a part of the whole": (
        "모든 행이 전체의 일부인 {text}({label})에 관한 것입니다"
    ),
    'add --filter "{label}={text}" if the target is about that part': (
        '목표가 그 일부에 관한 것이면 --filter "{label}={text}"를 붙이십시오'
    ),
    "the rows differ in {PARTS}": "행마다 값이 다른 열: {PARTS}",
    "{part} and in {PARTS}": "{part}, {PARTS}",
    "{period} stands in {n} rows ({PLACES}), which no column tells apart": (
        "{period}이(가) {n}개 행에 있고({PLACES}) 구분할 열이 없습니다"
    ),
    "remove all but one from the file": "파일에서 하나만 남기고 삭제하십시오",
    "{period} stands in {n} rows ({PLACES}), each of another day ({label})": (
        "{period}이(가) {n}개 행({PLACES})에 있고, 행마다 날({label})이 다릅니다"
    ),
    'add --period-column "{column}" to those of the year and the month, without --period-style, for'
    " a figure of each, or sum them up in the file": (
        '날마다 수치를 두려면 연도와 월의 열에 --period-column "{column}"을(를) 더하고'
        " --period-style을 빼고, 아니면 파일에서 합하십시오"
    ),
    "{period} stands in {n} rows ({PLACES}) that differ in {PARTS}": (
        "{period}이(가) {n}개 행에 있습니다({PLACES}). 값이 다른 열: {PARTS}"
    ),
    "row {n}, {PLACES}": "{n}행, {PLACES}",
    "{title}, row {n}": "{title}, {n}행",
    "{title}, row {n}, {PLACES}": "{title}, {n}행, {PLACES}",
    "the periods are of several kinds: {KINDS}": "기간 단위가 여러 가지입니다: {KINDS}",
    "{KIND} ({period}), {KINDS}": "{KIND}({period}), {KINDS}",
    "{KIND} ({period})": "{KIND}({period})",
    "choose one with --period-style {style}": "--period-style {style}처럼 하나를 고르십시오",
    "the others are skipped": "나머지는 건너뜁니다",
    "{label} has figures, too, beside those of {column}": (
        "{column} 옆의 {label}에도 수치가 있습니다"
    ),
    "name the column that counts with --value-column": ("쓸 열을 --value-column으로 지정하십시오"),
    "the cell shows {text} and holds {number}": (
        "셀에 {text}(으)로 보이나 저장된 값은 {number}입니다"
    ),
    "some figures are shown as per cent and hold hundredths, others are not": (
        "일부 셀만 백분율로 보이며 100분의 1을 저장하고 있습니다"
    ),
    "make the cells of one kind": "셀 서식을 한 가지로 맞추십시오",
    "say with --unit what it holds": "저장된 값의 단위를 --unit으로 지정하십시오",
    "make it a text, as it is shown": "보이는 그대로 텍스트로 바꾸십시오",
    "make it a text, as it is shown, or add --scale 1 for what it holds": (
        "보이는 그대로 텍스트로 바꾸거나, 저장된 값을 쓰려면 --scale 1을 붙이십시오"
    ),
    "the cell shows {text} and holds {number}, and the table speaks of {stated}": (
        "셀에 {text}(으)로 보이나 저장된 값은 {number}이고 표의 단위는 {stated}입니다"
    ),
    "write periods such as 2024-Q1 into the file, or add --period-style year if years are meant": (
        "파일에 2024-Q1처럼 시점을 쓰거나, 연간 수치이면 --period-style year를 붙이십시오"
    ),
    "add --scale 100 for what is shown, or --scale 1 for what it holds": (
        "보이는 값이면 --scale 100, 저장된 값이면 --scale 1을 붙이십시오"
    ),
    "every figure is between {low} and 1, and the unit is {unit}": (
        "모든 수치가 {low}과 1 사이인데 단위는 {unit}입니다"
    ),
    "add --scale 100 if 0.123 means 12.3 %, or --scale 1 if they are in the unit already": (
        "0.123이 12.3%를 뜻하면 --scale 100, 이미 그 단위이면 --scale 1을 붙이십시오"
    ),
    "the figures are 10^{power} times those recorded for the same periods": (
        "수치가 같은 시점에 기록된 값의 10^{power}배입니다"
    ),
    "add --scale {factor}, or --scale 1 if they are in the unit already": (
        "--scale {factor}, 이미 그 단위이면 --scale 1을 붙이십시오"
    ),
    "the figures are about {middle}, and all that is known of the target lies between {low} and"
    " {high} ({unit})": (
        "수치는 약 {middle}인데, 목표에 대해 알려진 값은 모두 {low}~{high} 사이입니다({unit})"
    ),
    "add --scale with the factor, or --scale 1 if they are in the unit already": (
        "--scale로 배율을, 이미 그 단위이면 --scale 1을 붙이십시오"
    ),
    "{value} may mean {one} or {two}, and the second is nearer to all that is known": (
        "{value}은(는) {one}일 수도 {two}일 수도 있고, 뒤의 것이 알려진 모든 값에 더 가깝습니다"
    ),
    "{value} may mean {one} or {other}": "{value}은(는) {one}일 수도 {other}일 수도 있습니다",
    "leave --unit out, or mend it": "--unit을 빼거나 고치십시오",
    'add --unit "{unit}" instead': '대신 --unit "{unit}"을(를) 쓰십시오',
    "the file counts in {own}, and --unit says {said}": (
        "파일의 단위는 {own}인데 --unit은 {said}입니다"
    ),
    "import the rows of each apart, with --filter and --scale": (
        "--filter와 --scale로 각각 따로 가져오십시오"
    ),
    "import the rows of each apart, with --filter and --unit": (
        "--filter와 --unit으로 각각 따로 가져오십시오"
    ),
    "the unit is {unit}, and {first} before": "단위가 {unit}인데, 앞의 행에서는 {first}입니다",
    "{column} is {power}, and {first} before": (
        "{column}이(가) 앞에서는 {first}, 여기서는 {power}입니다"
    ),
    "mend it, or --scale 1 if they are in the unit already": (
        "고치거나, 이미 그 단위이면 --scale 1을 붙이십시오"
    ),
    "{text} speaks of {value}, and the unit is {unit}": (
        "{text}에 {value}(이)라는 말이 있는데 단위는 {unit}입니다"
    ),
    "{column}: {text} is no mark that is known": "{column}: {text}은(는) 알려진 부호가 아닙니다",
    "say what the figures are with --status, or leave them out with --filter": (
        "어떤 수치인지 --status로 지정하거나 --filter로 빼십시오"
    ),
    "the table has {count} series": "표에 계열이 {count}개 있습니다",
    'choose one with --filter "Series ID={first}", of {listed}': (
        '--filter "Series ID={first}"처럼 하나를 고르십시오: {listed}'
    ),
    "the file may be {named}, for as CP949 it has {text}": (
        "파일은 {named}일 수 있습니다. CP949로 읽으면 {text}이(가) 됩니다"
    ),
    "say which with --encoding {named}, or --encoding cp949": (
        "--encoding {named} 또는 --encoding cp949로 지정하십시오"
    ),
    "choose other rows or columns, or add --scale 1 if they are in it": (
        "다른 행이나 열을 고르거나, 그 단위가 맞으면 --scale 1을 붙이십시오"
    ),
    "choose other rows or columns, or add --scale 1 if they are what it is about": (
        "다른 행이나 열을 고르거나, 목표가 그에 관한 것이면 --scale 1을 붙이십시오"
    ),
    "convert them in the file, or add --scale 1 if they are in it": (
        "파일에서 환산하거나, 그 단위가 맞으면 --scale 1을 붙이십시오"
    ),
    "{text} speaks of {value}, and the target of no change": (
        "{text}에 {value}이(가) 있는데, 목표는 변화에 관한 것이 아닙니다"
    ),
    "{text} speaks of {value}, and the target of a year": (
        "{text}에 {value}이(가) 있는데, 목표는 한 해의 값입니다"
    ),
    "add --scale 12, or --scale 1 if they are those of a year": (
        "--scale 12를 붙이거나, 한 해의 값이면 --scale 1을 붙이십시오"
    ),
    "{text} speaks of a plan, and its figures count as results": (
        "{text}에 따르면 계획치인데 수치는 실적으로 기록됩니다"
    ),
    "{text} says {WORD}, and its figures count as results": (
        "{text}에 따르면 {WORD}인데 수치는 확정된 실적으로 기록됩니다"
    ),
    "{text} says estimated, and its mark is read as provisional": (
        "{text}에 따르면 추정치인데 그 표시는 잠정치로 읽습니다"
    ),
    "{text} says provisional, and its mark is read as estimated": (
        "{text}에 따르면 잠정치인데 그 표시는 추정치로 읽습니다"
    ),
    "write {mark} in its place": "그 자리에 {mark}을(를) 쓰십시오",
    "final": "확정치",
    "provisional": "잠정치",
    "estimated": "추정치",
    "enacted": "의결된 예산",
    "the note {text} is about {label}, and its figures count as results": (
        "각주 {text}이(가) {label}에 달려 있는데 수치는 확정된 실적으로 기록됩니다"
    ),
    "add --status {word}, or --status final if they were measured": (
        "--status {word}을(를) 붙이거나, 측정된 값이면 --status final을 붙이십시오"
    ),
    "import these figures apart, or add --status final if they were measured": (
        "이 수치만 따로 가져오거나, 측정된 값이면 --status final을 붙이십시오"
    ),
    "write {mark} behind these figures, or add --status final if they were measured": (
        "이 수치 뒤에 {mark}를 쓰거나, 확정된 값이면 --status final을 붙이십시오"
    ),
    "{text} says provisional of periods that do not end the table": (
        "{text}에 따르면 잠정치인데 그 시점이 표의 마지막 시점이 아닙니다"
    ),
    "write p behind the figures that it means, or add --status final if it means none": (
        "해당하는 수치 뒤에 p를 쓰거나, 해당하는 수치가 없으면 --status final을 붙이십시오"
    ),
    "the periods are years, and the figures those of {text}": (
        "시점은 연도인데 수치는 {text}의 것입니다"
    ),
    "{text} speaks of {said}, when {period} was not over": (
        "{text}에 {said}이(가) 있는데, {period}은(는) 그때 끝나지 않았습니다"
    ),
    "write periods such as 2024-06 into the file, or add --period-style year if they are of whole"
    " years": (
        "파일에 2024-06과 같은 시점을 쓰거나, 한 해 전체의 값이면 --period-style year를 붙이십시오"
    ),
    "{period} may be of another calendar than the Gregorian": (
        "{period}은(는) 서기가 아닐 수 있습니다"
    ),
    "write the years of that one into the file, such as 2024": "파일에 2024처럼 서기로 쓰십시오",
    "{text} speaks of {said}, and no period is a year": (
        "{text}에 {said}(연율) 표시가 있는데, 시점은 모두 한 해보다 짧습니다"
    ),
    "{text} speaks of a break in the series": "{text}에 시계열 단절이 언급되어 있습니다",
    "import those from {period} on as a series of their own, or add --status final if they can be"
    " compared": (
        "{period} 시점부터의 수치는 별도 계열로 가져오거나, 비교할 수 있으면 --status final을"
        " 붙이십시오"
    ),
    "import those from {period} on as a series of their own (--filter {filter} and so on, with"
    " --series NAME), or add --status final if they can be compared": (
        "{period} 시점부터의 수치는 시점마다 --filter {filter}처럼 고르고 --series NAME을 붙여 별도"
        " 계열로 가져오거나, 비교할 수 있으면 --status final을 붙이십시오"
    ),
    "{text} speaks of sums of several periods": "{text}은(는) 여러 시점을 더한 누계일 수 있습니다",
    "write that of each period alone, or add --period-style {kind} if it is that": (
        "시점마다 그 시점만의 수치를 쓰거나, 그런 수치이면 --period-style {kind}을(를) 붙이십시오"
    ),
    "name both with --period-column, or add --period-style year if it is meant": (
        "두 열을 모두 --period-column으로 지정하거나, 의도한 것이면 --period-style year를"
        " 붙이십시오"
    ),
    "{value} speaks of years that may end in the next calendar year": (
        "{value}은(는) 이듬해에 끝나는 회계연도나 학년도일 수 있습니다"
    ),
    "write the periods of the calendar into one column of the file, such as 2024-Q3": (
        "파일의 한 열에 2024-Q3처럼 달력의 시점을 쓰십시오"
    ),
    "add --period-style year if they are those that the target means": (
        "목표가 뜻하는 연도와 같으면 --period-style year를 붙이십시오"
    ),
    "{value} may be a month, or years that end in a later one": (
        "{value}은(는) 월일 수도 있고 이듬해나 그 뒤에 끝나는 연도일 수도 있습니다"
    ),
    "say --period-style last-year if that in which it ends is meant, else first-year, or month": (
        "끝나는 해를 뜻하면 --period-style last-year, 시작하는 해를 뜻하면 first-year,"
        " 월이면 month를 붙이십시오"
    ),
    "say --period-style month, or write the year that the target means, such as 2024": (
        "--period-style month를 붙이거나, 목표가 뜻하는 연도(예: 2024)로 쓰십시오"
    ),
    "{ROW}, {text}, stands between figures and has none": (
        "{ROW} {text}이(가) 수치 사이에 있는데 수치가 없습니다"
    ),
    "if what follows is of something else, import it apart": (
        "그 뒤의 수치가 다른 것이면 따로 가져오십시오"
    ),
    "figures of about {value} are far below the least known, {low}": (
        "수치({value} 정도)가 알려진 가장 작은 값 {low}보다 훨씬 작습니다"
    ),
    "add --scale 100 if 1.02 means 102 %, or --scale 1 if they are in the unit already": (
        "1.02가 102%이면 --scale 100을, 이미 그 단위이면 --scale 1을 붙이십시오"
    ),
    "{ROW}: {value} stands beside {near} of {period}": (
        "{ROW}: {value}이(가) {period}의 {near} 옆에 있습니다"
    ),
    "mend it, or add --scale {factor} if they are all in the unit": (
        "고치거나, 모두 그 단위이면 --scale {factor}을(를) 붙이십시오"
    ),
    "{ROW}: {value} follows {near}, which never changed by over {most}": (
        "{ROW}: {near} 다음에 {value}입니다. 지금까지 {most}보다 크게 변한 적이 없습니다"
    ),
    "{ROW}: {parts} is {share} %, not {value}": (
        "{ROW}: {parts}은(는) {share}%이며 {value}이(가) 아닙니다"
    ),
    "{value} of {period} is less than {near} before": (
        "{period}의 {value}이(가) 그 전의 {near}보다 작습니다"
    ),
    "record running totals, or add --scale 1 if the total was lowered": (
        "누계를 기록하거나, 누계가 줄었으면 --scale 1을 붙이십시오"
    ),
    "{column}: {text} is no status that is known": "{column}: {text}은(는) 알 수 없는 상태입니다",
    "write final, provisional, estimated or planned, or add --status": (
        "final, provisional, estimated, planned 중 하나로 쓰거나 --status를 붙이십시오"
    ),
    "{n} texts above the table or over its columns may state a unit": (
        "표 위나 열 위에 단위일 수 있는 글이 {n}개 있습니다"
    ),
    "say it with --unit, or delete those texts": "--unit으로 지정하거나 그 글을 지우십시오",
    'add --unit "{unit}" --scale {factor}, if {own} is the same but for the size': (
        '{own}이(가) 크기만 다른 같은 단위이면 --unit "{unit}" --scale {factor}을(를) 붙이십시오'
    ),
    'add --unit "{unit}" if {own} is the same but for the size': (
        '{own}이(가) 크기만 다른 같은 단위이면 --unit "{unit}"을(를) 붙이십시오'
    ),
    'add --unit "{unit}" if that is the unit they are in': (
        '그 단위이면 --unit "{unit}"을(를) 붙이십시오'
    ),
    'perhaps --filter "{column}={text}" is meant': (
        '--filter "{column}={text}"를 뜻한 것일 수 있습니다'
    ),
    "no row has {column} {text}": "{column}이(가) {text}인 행이 없습니다",
    "the only other column is {text}": "다른 열은 {text}뿐입니다",
    "name it with --value-column if its figures are the ones": (
        "그 열의 수치가 맞으면 --value-column으로 지정하십시오"
    ),
    "{ROW}: {value} is far from the other figures": (
        "{ROW}: {value}은(는) 다른 수치와 크게 다릅니다"
    ),
    "write 12.3 for 12.3 %, or --scale 1 if they are in the unit already": (
        "12.3%는 12.3으로 쓰거나, 이미 그 단위이면 --scale 1을 붙이십시오"
    ),
    "{ROW}: {value} is between {low} and 1, other figures are not": (
        "{ROW}: {value}은(는) {low}과 1 사이인데 다른 수치는 그렇지 않습니다"
    ),
    "the row has neither a period nor a figure": "행에 시점도 수치도 없습니다",
    "delete it in the file if it is a remark": "비고이면 파일에서 그 행을 지우십시오",
    "the row has {cells} cells and the header {width}": (
        "행의 셀은 {cells}개인데 머리글은 {width}개입니다"
    ),
    "{text} under {label} may belong to {figure} beside it": (
        "{label} 아래의 {text}은(는) 옆에 있는 {figure}의 일부일 수 있습니다"
    ),
    "put such figures in quotation marks, or add --value-column {column}": (
        "그런 수치를 따옴표로 묶거나 --value-column {column}을(를) 붙이십시오"
    ),
    "put a figure with a comma between quotation marks, or name the column": (
        "쉼표가 있는 수치를 따옴표로 묶거나 열에 이름을 붙이십시오"
    ),
    "beside the years of {period} there is a column {name}": (
        "연도 열 {period} 옆에 열 {name}이(가) 있습니다"
    ),
    "add {options} --period-style {kind}": "{options} --period-style {kind}을(를) 붙이십시오",
    "write the period that it is, such as 2024-S1, or delete the column": (
        "2024-S1처럼 그 시점을 쓰거나 열을 지우십시오"
    ),
    "{heading} above figures may be a period": "수치 위의 {heading}은(는) 시점일 수 있습니다",
    "write p in its place if provisional, e if estimated; else delete it or the column": (
        "잠정치라면 표시를 p로, 추정치라면 e로 바꾸고, 아니면 표시나 열을 지우십시오"
    ),
    "{value} holds a period and a figure": "{value}에 시점과 수치가 함께 있습니다",
    "divide the cell in the file": "파일에서 그 셀을 나누십시오",
    "write the period alone, such as {year}, or delete the column": (
        "{year}처럼 시점만 쓰거나 그 열을 지우십시오"
    ),
    "import what stands below it as a file of its own": ("그 아래 내용은 별도 파일로 가져오십시오"),
    "{n} columns stand without a period beside those of figures": (
        "수치 열 외에 시점이 없는 열이 {n}개 있습니다"
    ),
    "delete those that say nothing of the figures": "수치와 관계없는 열을 지우십시오",
    "{value} stands above some of the periods": "{value}이(가) 일부 시점 위에 있습니다",
    "write it behind each period that it is about, as 2024e, and delete it": (
        "해당하는 시점마다 2024e처럼 뒤에 쓰고, 그 셀은 지우십시오"
    ),
    "{value} stands in a column between the periods": "{value}이(가) 시점 사이의 열에 있습니다",
    "import a second table as a file of its own, or delete the column": (
        "둘째 표는 별도 파일로 가져오거나, 그 열을 지우십시오"
    ),
    "column {n} has figures such as {value} and no heading": (
        "{n}번째 열에 {value} 같은 수치가 있고 머리글이 없습니다"
    ),
    "write its heading into the file, or delete the column": (
        "파일에 머리글을 쓰거나 그 열을 지우십시오"
    ),
    "{PLACE} has no {column}, and may belong to {label} above it": (
        "{PLACE}에는 {column} 내용이 없어, 위의 {label}에 속할 수 있습니다"
    ),
    'fill such cells in the file with the label above, or choose them with --filter "{column}="'
    " alone if they are of the whole": (
        '파일에서 그런 셀을 위의 이름표로 채우거나, 전체의 것이면 --filter "{column}=" 하나로'
        " 고르십시오"
    ),
    "the period is empty": "시점이 비어 있습니다",
    "write it into each row that it is about": "해당하는 행마다 쓰십시오",
    "{value} has no year": "{value}에 연도가 없습니다",
    "write both into each row, or name both columns with --period-column": (
        "행마다 둘 다 쓰거나, 두 열을 --period-column으로 지정하십시오"
    ),
    "convert them in the file": "파일에서 환산하십시오",
    "convert them in the file, or add --scale 1 if they are in the unit already": (
        "파일에서 환산하거나, 이미 그 단위이면 --scale 1을 붙이십시오"
    ),
    "the file counts in {stated}, and the unit is {unit}": (
        "파일의 단위는 {stated}이고 목표의 단위는 {unit}입니다"
    ),
    'add --unit "{unit}" --scale {factor}': '--unit "{unit}" --scale {factor}을(를) 붙이십시오',
    "write the year with four digits, or delete the column": (
        "연도를 네 자리로 쓰거나 그 열을 지우십시오"
    ),
    "both {one} and {other} have years, and not the same": (
        "{one}과(와) {other}에 서로 다른 연도가 있습니다"
    ),
    "name the one that counts with --period-column": ("쓸 것을 --period-column으로 지정하십시오"),
    "both {one} and {other} have figures, and not the same": (
        "{one}과(와) {other}에 서로 다른 수치가 있습니다"
    ),
    "over {n} header rows": "머리글 행이 {n}개를 넘습니다",
    "over {n} takes": "take가 {n}개를 넘습니다",
    "divide them among several mappings": "여러 매핑 파일로 나누십시오",
    "over 16 MiB would be written, for a long text stands in every row": (
        "긴 글이 행마다 있어 16 MiB 넘게 기록됩니다"
    ),
    "choose fewer with --filter, or shorten it": "--filter로 더 적게 고르거나 그 글을 줄이십시오",
    "the row is another header ({listed})": "이 행은 또 다른 머리글입니다({listed})",
    "{value} is {one} or {other} in a file that commas do not divide": (
        "{value}은(는) 쉼표로 나누지 않은 파일에서 {one} 또는 {other}입니다"
    ),
    'add --decimal "," if the comma begins decimals, --decimal . if not': (
        '쉼표가 소수점이면 --decimal ",", 아니면 --decimal .을 붙이십시오'
    ),
    'add --decimal "," if the point divides thousands, --decimal . if not': (
        '점이 천 단위 구분이면 --decimal ",", 아니면 --decimal .을 붙이십시오'
    ),
}
