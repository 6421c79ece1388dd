"""What is said of a file that is imported: its mapping, its rows, and the end of it."""

from __future__ import annotations

#: English -> Korean, as `translation` says
IMPORTS: dict[str, str] = {
    # --- the mapping (facts/intake/plan.py, cli/recording/import_plan.py) ---
    "{VALUE} is no label": "{VALUE}은(는) 이름표로 쓸 수 없습니다",
    "{VALUE} is no scale": "{VALUE}은(는) 배율이 아닙니다",
    "write the factor, such as 100": "100처럼 곱할 수를 쓰십시오",
    "{VALUE} names no rows": "{VALUE}은(는) 행 번호가 아닙니다",
    "write header = 3, or header = [3, 4]": "header = 3 또는 header = [3, 4]처럼 쓰십시오",
    'write { "name" = "…" }': '{ "이름" = "…" }처럼 쓰십시오',
    "take is a list of tables": "take는 테이블의 목록입니다",
    "write [[take]], in two brackets": "[[take]]처럼 겹대괄호로 쓰십시오",
    "write [[take]]": "[[take]]를 쓰십시오",
    "{VALUE} is no target": "{VALUE}은(는) 목표가 아닙니다",
    'write "id" or "id/series"': '"id" 또는 "id/계열"로 쓰십시오',
    "[targets] has texts and no column": "[targets]에 문자열은 있고 열이 없습니다",
    'say where the texts stand: columns = { target = "지표" }': (
        '문자열이 있는 열을 지정하십시오: columns = { target = "지표" }'
    ),
    "{n} columns are named, and only a period may stand in several": (
        "열 {n}개를 적었는데, 여러 열에 나뉠 수 있는 것은 기간뿐입니다"
    ),
    "name one of them": "그중 하나만 적으십시오",
    "each [[take]] has its own target": "[[take]]마다 목표를 따로 둡니다",
    "write it there alone": "그곳에만 쓰십시오",
    "this take has no target": "이 take에 목표가 없습니다",
    'write target = "…"': 'target = "…"를 쓰십시오',
    "the mapping says for each [[take]] where it goes": (
        "매핑에서 [[take]]마다 기록할 곳을 정합니다"
    ),
    "leave --target and --series out": "--target과 --series를 빼십시오",
    "{text} is not COLUMN=TEXT": "{text}은(는) 열=문자열 형식이 아닙니다",
    'write it as "C1_NM=전체"': '"C1_NM=전체"처럼 쓰십시오',
    "{path} is a folder": "{path}은(는) 폴더입니다",
    "name a file": "파일을 지정하십시오",
    "{path} is over {n} MiB": "{path}의 크기가 {n} MiB를 넘습니다",
    "save only the table that is needed": "필요한 표만 저장하십시오",
    "{path} cannot be read: {REASON}": "{path}을(를) 읽을 수 없습니다: {REASON}",
    # --- the rows (facts/intake/arrivals.py, walk.py, choosing.py) ----------------------------
    "the file holds over {n} figures": "파일의 수치가 {n}개를 넘습니다",
    "import a part of it": "일부만 가져오십시오",
    "over {n} figures are chosen": "선택된 수치가 {n}개를 넘습니다",
    "choose fewer with --filter": "--filter로 줄이십시오",
    "the table has a header and no row": "표에 머리글만 있고 행이 없습니다",
    "{period} is another kind of period than {last}, which is recorded": (
        "{period}은(는) 이미 기록된 {last}과(와) 기간 단위가 다릅니다"
    ),
    "name another --series, or --period-style {kind} if it measures the same": (
        "다른 --series를 쓰거나, 같은 내용이면 --period-style {kind}(으)로 지정하십시오"
    ),
    "name it with --value-column": "--value-column으로 지정하십시오",
    "{column} has {texts}": "{column} 열의 내용: {texts}",
    "every row is disaggregated (by {names}), and there is no headline row": (
        "모든 행이 세부 항목별 자료이고({names}) 전체를 나타내는 행이 없습니다"
    ),
    'choose one with --filter "{filter}", or each that is of the series with one more --filter': (
        '--filter "{filter}"(으)로 하나를 고르거나, 계열에 속하는 것마다 --filter를 붙이십시오'
    ),
    'choose one with --filter "{filter}", or --filter "{label}=" for the rows without one': (
        '--filter "{filter}"(으)로 하나를, 또는 --filter "{label}="(으)로 값이 없는 행을 고르십시오'
    ),
    'choose one with --filter "{filter}"': '--filter "{filter}"(으)로 하나를 고르십시오',
    "no row is chosen": "선택된 행이 없습니다",
    "mend --target, --series or --filter": "--target, --series 또는 --filter를 고치십시오",
    "the row names no target": "행에 목표가 없습니다",
    "name one of targets.toml": "targets.toml의 목표를 쓰십시오",
    "choose from {choices}, or declare it in targets.toml": (
        "다음에서 고르거나 targets.toml에 선언하십시오: {choices}"
    ),
    "the row has no day of publication": "행에 공표일이 없습니다",
    "give it with --published": "--published로 지정하십시오",
    "published on {day}, after today": "공표일({day})이 오늘보다 늦습니다",
    "mend the day of publication": "공표일을 고치십시오",
    # --- the end of an import (cli/commands/import_.py) ---------------------------------------
    "--yes and --dry-run exclude each other": "--yes와 --dry-run은 함께 쓸 수 없습니다",
    "leave one out": "하나를 빼십시오",
    "nobody can be asked here": "대화형 터미널이 아니어서 기록 여부를 확인할 수 없습니다",
    "add --yes to record, or --dry-run to look only": (
        "기록하려면 --yes, 보기만 하려면 --dry-run을 붙이십시오"
    ),
    "nothing was written: {WHY}": "아무것도 기록하지 않았습니다: {WHY}",
    "nothing was written: {n} row refused, first {WHERE}: {WHY}": (
        "아무것도 기록하지 않았습니다: {n}개 행 거부, 첫 번째는 {WHERE}: {WHY}"
    ),
    "nothing was written: {n} rows refused, first {WHERE}: {WHY}": (
        "아무것도 기록하지 않았습니다: {n}개 행 거부, 첫 번째는 {WHERE}: {WHY}"
    ),
    "nothing was written: {n} row in conflict with the ledger, first {WHERE}: {WHY}": (
        "아무것도 기록하지 않았습니다: {n}개 행이 원장과 충돌, 첫 번째는 {WHERE}: {WHY}"
    ),
    "nothing was written: {n} rows in conflict with the ledger, first {WHERE}: {WHY}": (
        "아무것도 기록하지 않았습니다: {n}개 행이 원장과 충돌, 첫 번째는 {WHERE}: {WHY}"
    ),
    "{file} says {VALUE}": "{file}에는 {VALUE}",
    "to mend a mistake of ours use `kpi add --correct`": (
        "입력 오류라면 `kpi add --correct`로 정정"
    ),
    "{path} is there already, and nothing recorded is changed": (
        "{path}이(가) 이미 있으며, 기록된 것은 바꾸지 않습니다"
    ),
    "choose another --label": "다른 --label을 쓰십시오",
    "the batch could not be written: {REASON}": "일괄 파일을 쓸 수 없습니다: {REASON}",
}
