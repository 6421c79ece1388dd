"""What the commands say when they refuse, warn, or tell what they did."""

from __future__ import annotations

#: English -> Korean, as `translation` says
COMMANDS: dict[str, str] = {
    # --- the project and the clock (cli/project.py) -------------------------------------------
    "names no folder": "폴더가 지정되지 않았습니다",
    "write one, or leave the option out": "하나를 쓰거나 옵션을 빼십시오",
    "there is no targets.toml in {path}": "{path}에 targets.toml이 없습니다",
    "`kpi init {path}` begins a project": "`kpi init {path}`(으)로 새 프로젝트를 시작합니다",
    "{path} is a file": "{path}은(는) 파일입니다",
    "{path} cannot be entered": "{path}에 들어갈 수 없습니다",
    "give yourself the permission to do so": "접근 권한을 부여하십시오",
    "name the folder that holds targets.toml": "targets.toml이 있는 폴더를 지정하십시오",
    "{path} is not a report that kpi wrote, and is not replaced": (
        "{path}은(는) kpi가 작성한 보고서가 아니어서 바꾸지 않습니다"
    ),
    "move it away, or choose another --out": "다른 곳으로 옮기거나 다른 --out을 지정하십시오",
    "the working folder is gone": "현재 폴더가 없어졌습니다",
    "go to another one": "다른 폴더로 이동하십시오",
    "there is no targets.toml here or in any folder above": (
        "이 폴더와 그 위의 어느 폴더에도 targets.toml이 없습니다"
    ),
    "go to a project, name one with --project, or begin one with `kpi init`": (
        "프로젝트로 이동하거나, --project로 지정하거나, `kpi init`으로 시작하십시오"
    ),
    "there is no such file in {path}": "{path}에 그 파일이 없습니다",
    "there is no such file in revision {at}": "리비전 {at}에 그 파일이 없습니다",
    "`kpi init` begins a project": "`kpi init`으로 새 프로젝트를 시작합니다",
    "name a later one, or commit the project first": (
        "더 나중의 리비전을 지정하거나 먼저 프로젝트를 커밋하십시오"
    ),
    "{VALUE} is not a day": "{VALUE}은(는) 날짜가 아닙니다",
    "write one such as 2026-11-22": "2026-11-22처럼 쓰십시오",
    "1 problem": "문제 1건",
    "{n} problems": "문제 {n}건",
    "{n} problems, {WARNINGS}": "문제 {n}건, {WARNINGS}",
    "1 problem, {WARNINGS}": "문제 1건, {WARNINGS}",
    "1 warning": "경고 1건",
    "{n} warnings": "경고 {n}건",
    # --- questions that nobody answers (cli/usage_errors.py) ----------------------------------
    "nothing was written": "아무것도 기록하지 않았습니다",
    # --- choices (cli/choices.py) -------------------------------------------------------------
    "{VALUE} is not known": "{VALUE}은(는) 알 수 없는 값입니다",
    "declare a new one as [[target.series]] in targets.toml": (
        "새 계열이면 targets.toml에 [[target.series]]로 선언하십시오"
    ),
    "there is none yet": "아직 하나도 없습니다",
    # --- status, show, methods, card, whatif (cli/commands, cli/standing/answers.py) -------------
    "there is no target yet": "아직 목표가 없습니다",
    "add a [[target]] to targets.toml": "targets.toml에 [[target]]을 추가하십시오",
    "none of the targets asked for had been announced by {day}": (
        "요청한 목표 중 {day}까지 발표된 것이 없습니다"
    ),
    "no target fits the filters": "조건에 맞는 목표가 없습니다",
    "there are {n} in all": "목표는 모두 {n}개입니다",
    "there is one in all": "목표는 모두 1개입니다",
    "names nothing": "지정된 것이 없습니다",
    "write off-track,stale,no-data": "off-track,stale,no-data 등을 쓰십시오",
    "{id} had not been announced by {day}": "{id}은(는) {day}까지 발표되지 않았습니다",
    "{id} ({VERDICT})": "{id}({VERDICT})",
    "{id} ({VERDICT}), {MORE}": "{id}({VERDICT}), {MORE}",
    "stale": "오래된 자료",
    "name the target, `kpi methods ID --explain …`": (
        "목표를 지정하십시오: `kpi methods ID --explain …`"
    ),
    "imagine something: `kpi whatif ID 2027=8`, or ask --needed": (
        "`kpi whatif ID 2027=8`처럼 가정할 값을 쓰거나 --needed를 쓰십시오"
    ),
    "{VALUE} imagines nothing": "{VALUE}에는 가정할 값이 없습니다",
    "{value} for {period} is beyond the ceiling {ceiling}": (
        "{period}의 {value}은(는) 상한 {ceiling}을(를) 넘습니다"
    ),
    "imagine what can be observed": "관측될 수 있는 값을 가정하십시오",
    "{period} is imagined twice": "{period}을(를) 두 번 가정했습니다",
    "note: {period} is imagined": "참고: 가정한 시점은 {period}입니다",
    "{period} stays the latest figure": "최신값은 그대로 {period} 값입니다",
    "leave one of the two": "하나만 남기십시오",
    "--week: {week} lies outside the years {n} to {m}": (
        "--week: {week}이(가) {n}년부터 {m}년까지의 범위를 벗어납니다"
    ),
    "today is {day}, outside the years {n} to {m}": (
        "오늘 날짜({day})가 {n}년부터 {m}년까지의 범위를 벗어납니다"
    ),
    "mend the clock, or name the week with --week": "시계를 맞추거나 --week로 주를 지정하십시오",
    "write PERIOD=VALUE, as 2027=8": "2027=8처럼 시점=값으로 쓰십시오",
    "{period} does not come after {last}, the latest": (
        "{period}이(가) 최근 시점 {last}보다 뒤가 아닙니다"
    ),
    # --- diff (cli/commands/diff.py) ----------------------------------------------------------
    "A is later than B": "A가 B보다 나중입니다",
    "A is judged for {day}, later than B ({other})": (
        "A의 판정 기준일({day})이 B({other})보다 나중입니다"
    ),
    "name the earlier one first": "이른 쪽을 먼저 쓰십시오",
    "name the earlier one first, or judge it with --on {day}": (
        "이른 쪽을 먼저 쓰거나 --on {day}(으)로 기준일을 지정하십시오"
    ),
    "--on: says for which day revisions are judged": "--on은 리비전의 판정 기준일입니다",
    "--at: says where days are looked up": "--at은 날짜를 조회할 리비전입니다",
    "A and B are days themselves": "A와 B는 날짜입니다",
    "A and B are revisions themselves": "A와 B는 리비전입니다",
    "note: both days are replayed with today's records": (
        "참고: 두 날짜 모두 현재 기록으로 재현했습니다"
    ),
    "of those published by {day}, {n} came in only later": (
        "{day}까지 공표된 것 중 {n}건은 그 뒤에 기록되었습니다"
    ),
    "`kpi diff REV` compares what was on record": "`kpi diff REV`로 당시 기록과 비교할 수 있습니다",
    "write `kpi diff {a} {b}`": "`kpi diff {a} {b}`(으)로 쓰십시오",
    "there is no target to compare on either side": "양쪽 모두 비교할 목표가 없습니다",
    "in revision {at}:": "리비전 {at}:",
    "{file} has just recorded {period}": "방금 {period} 값이 {file}에 기록되었습니다",
    "look at it, and run this again": "확인한 뒤 다시 실행하십시오",
    # --- export (cli/commands/export.py, cli/export_files.py) ---------------------------------
    "write a number from 1 to {n}": "1에서 {n}까지의 수를 쓰십시오",
    "write a path, or leave the option out": "경로를 쓰거나 옵션을 빼십시오",
    "write one, or . for this one": "폴더를 쓰십시오. 지금 폴더는 .으로 씁니다",
    "write the report's path": "보고서의 경로를 쓰십시오",
    "{form} is a folder of files": "{form}은(는) 여러 파일이 든 폴더입니다",
    "name one with --out DIR": "--out DIR로 폴더를 지정하십시오",
    "{form} is nothing that a terminal can show": "{form}은(는) 터미널에 표시할 수 없습니다",
    "name a file with --out FILE": "--out FILE로 파일을 지정하십시오",
    "{form} is written by {package}, which is missing": (
        "{form} 파일을 만드는 {package}이(가) 설치되어 있지 않습니다"
    ),
    "install it with: pip install '{package}'": "pip install '{package}'(으)로 설치하십시오",
    "or export csv": "아니면 csv로 내보내십시오",
    "goes with --format {form} only": "--format {form}에만 쓸 수 있습니다",
    "goes with --needed only": "--needed와 함께 써야 합니다",
    "{n} is the last there is": "{n}이(가) 마지막 기간입니다",
    "imagine an earlier one": "더 이른 기간을 가정하십시오",
    "no target has a figure to judge": "판정할 수치가 있는 목표가 없습니다",
    "leave it out": "빼십시오",
    "{VALUE} is not a domain": "{VALUE}은(는) 도메인이 아닙니다",
    "write one of yours, such as example.org": "가지고 있는 도메인을 쓰십시오(예: example.org)",
    "{VALUE} is not the name of a licence": "{VALUE}은(는) 라이선스 이름이 아닙니다",
    "write one such as CC-BY-4.0": "CC-BY-4.0처럼 쓰십시오",
    "left out, not yet announced by {day}: {ids}": "{day}까지 발표되지 않아 제외: {ids}",
    "there is no target to export": "내보낼 목표가 없습니다",
    "what is written is empty": "결과가 비어 있습니다",
    "{path} lies among the recorded observations": "{path}은(는) 기록된 관측값 사이에 있습니다",
    "name a place outside {folder}": "{folder} 밖의 위치를 지정하십시오",
    "{path} names a folder; name the file to write": (
        "{path}은(는) 폴더의 이름입니다; 파일을 지정하십시오"
    ),
    "{path} is a folder; name the file to write": "{path}은(는) 폴더입니다; 파일을 지정하십시오",
    "{path} is there already and is not an earlier export": (
        "{path}이(가) 이미 있으며, 이전에 내보낸 파일이 아닙니다"
    ),
    "remove it, or name another": "삭제하거나 다른 이름을 지정하십시오",
    "{path} could not be written: {REASON}": "{path}을(를) 쓸 수 없습니다: {REASON}",
    "{path} is being written by another export, or is no folder": (
        "다른 내보내기가 {path}에 쓰고 있거나, 그 경로가 폴더가 아닙니다"
    ),
    "name another folder": "다른 폴더를 지정하십시오",
    "{path} is not of an earlier {form} export": (
        "{path}은(는) 이전의 {form} 내보내기 결과가 아닙니다"
    ),
    "name an empty folder, or a new one": "빈 폴더나 새 폴더를 지정하십시오",
    "{path} was changed since it was exported": "{path}이(가) 내보낸 뒤에 변경되었습니다",
    "move it away, or name another folder": "옮기거나 다른 폴더를 지정하십시오",
    # --- report (cli/commands/report.py, cli/reports/stored.py, cli/reports/verify.py) ----------
    "the file says it": "파일에 적혀 있습니다",
    "leave out --week": "--week를 빼십시오",
    "leave out --on": "--on을 빼십시오",
    "{week} is not a week": "{week}은(는) 주가 아닙니다",
    "write one such as 2026-W47": "2026-W47처럼 쓰십시오",
    "no report: {WHY}": "보고서 없음: {WHY}",
    "see kpi check": "kpi check로 확인하십시오",
    "{path} could not be made: {REASON}": "{path}을(를) 만들 수 없습니다: {REASON}",
    "nothing could be locked here": "여기서는 잠금을 걸 수 없습니다",
    "let no two runs overlap": "동시에 두 번 실행하지 마십시오",
    "another kpi report is writing {path} ({BY})": (
        "다른 kpi report가 {path}에 쓰고 있습니다({BY})"
    ),
    "of another user, or just started": "다른 사용자이거나 방금 시작됨",
    "process {pid}, started {time}": "프로세스 {pid}, {time} 시작",
    "try again when it has ended": "끝난 뒤에 다시 실행하십시오",
    "{week} begins on {day}": "{week}은(는) {day}에 시작합니다",
    "today is {day}": "오늘은 {day}입니다",
    "nothing to report: no target had been announced by {day}": (
        "보고할 것이 없습니다: {day}까지 발표된 목표가 없습니다"
    ),
    "{path}: written": "{path}: 작성함",
    "{path}: replaced": "{path}: 대체함",
    "{path}: unchanged": "{path}: 변경 없음",
    "judged for {day}, records not under version control": (
        "판정 기준일 {day}, 버전 관리되지 않는 기록"
    ),
    "judged for {day}, records of commit {commit}": "판정 기준일 {day}, 커밋 {commit}의 기록",
    "judged for {day}, records of commit {commit} with uncommitted changes": (
        "판정 기준일 {day}, 커밋 {commit}의 기록과 커밋되지 않은 변경"
    ),
    "{path}: there is no such report": "{path}: 그런 보고서가 없습니다",
    "{path} was compared with the report of {week}, which is not there": (
        "{path}은(는) {week} 보고서와 비교한 것인데, 그 보고서가 없습니다"
    ),
    "restore {week}.json from git": "git에서 {week}.json을 되살리십시오",
    "{path} could not be read: {REASON}": "{path}을(를) 읽을 수 없습니다: {REASON}",
    "{path} is not a report that kpi wrote, or not as it wrote it": (
        "{path}은(는) kpi가 작성한 보고서가 아니거나 작성한 그대로가 아닙니다"
    ),
    "restore it from git, or remove it and run kpi report again": (
        "git에서 되살리거나, 삭제하고 kpi report를 다시 실행하십시오"
    ),
    "{path}: identical": "{path}: 동일",
    "made again from commit {commit}, judged for {day}": (
        "커밋 {commit}에서 다시 작성, 판정 기준일 {day}"
    ),
    "made again from the folder, judged for {day}": "폴더에서 다시 작성, 판정 기준일 {day}",
    "made again from its own records, judged for {day}": (
        "당시 기록으로 다시 작성, 판정 기준일 {day}"
    ),
    "{path} differs from what kpi makes from its own records, judged for {day}": (
        "{path}이(가) kpi가 당시 기록으로 만드는 것과 다릅니다(판정 기준일 {day})"
    ),
    "{path} differs from what kpi makes from commit {commit}, judged for {day}": (
        "{path}이(가) kpi가 커밋 {commit}에서 만드는 것과 다릅니다(판정 기준일 {day})"
    ),
    "{path} differs from what kpi makes from the folder, judged for {day}": (
        "{path}이(가) kpi가 폴더에서 만드는 것과 다릅니다(판정 기준일 {day})"
    ),
    "its records were not committed": "그 기록이 커밋되지 않았습니다",
    "its commit is not in this clone (git fetch --unshallow?)": (
        "그 커밋이 이 복제본에 없습니다(git fetch --unshallow?)"
    ),
    "it was made from other records than these": "지금과 다른 기록에서 작성되었습니다",
    "the report of {week} has been changed since": "{week} 보고서가 그 뒤에 변경되었습니다",
    "the records of the report of {week} are not in this clone": (
        "{week} 보고서의 기록이 이 복제본에 없습니다"
    ),
    "it was made by kpi {version}, and this is kpi {current}": (
        "kpi {version}이(가) 작성했으며, 지금은 kpi {current}입니다"
    ),
    "records and version are the same, so the file was changed,"
    " or kpi itself was, within that version": (
        "기록과 버전이 모두 같으므로 파일이 변경되었거나, 같은 버전 안에서 kpi가 변경된 것입니다"
    ),
    "only in its line ends: a mail program, or git (core.autocrlf), has made them CRLF": (
        "줄 끝만 다릅니다. 메일 프로그램이나 git(core.autocrlf)이 CRLF로 바꾸었습니다"
    ),
    "stored": "저장된 것",
    "made again": "다시 작성한 것",
    "and {n} more lines": "그 밖에 {n}줄",
    "and more lines after those": "그 뒤에도 다른 줄이 있습니다",
    # --- check, init (cli/commands/check.py, cli/commands/init.py) ----------------------------
    "there is no target to check": "점검할 목표가 없습니다",
    "{path} is there already": "{path}이(가) 이미 있습니다",
    "Next: describe a target in targets.toml, then `kpi check` and `kpi status`.": (
        "다음: targets.toml에 목표를 적고 `kpi check`와 `kpi status`를 실행하십시오."
    ),
    # --- schedule (cli/commands/schedule.py) --------------------------------------------------
    "{path} cannot stand in a schedule": "{path}은(는) 일정에 쓸 수 없습니다",
    "rename it": "이름을 바꾸십시오",
    "{VALUE} is not a day and a time": "{VALUE}은(는) 요일과 시각이 아닙니다",
    'write them as "Mon 08:00"': '"Mon 08:00"처럼 쓰십시오',
}

SYSTEM: dict[str, str] = {
    # --- what the system answers (strerror) ---------------------------------------------------
    "Permission denied": "권한이 없음",
    "Operation not permitted": "허용되지 않은 작업",
    "No such file or directory": "그런 파일이나 폴더가 없음",
    "Is a directory": "폴더임",
    "Not a directory": "폴더가 아님",
    "File exists": "이미 있음",
    "No space left on device": "디스크에 남은 공간이 없음",
    "Read-only file system": "읽기 전용 파일 시스템",
    "File name too long": "이름이 너무 김",
    "Too many levels of symbolic links": "심볼릭 링크가 너무 많이 겹침",
    "Input/output error": "입출력 오류",
    "Bad file descriptor": "잘못된 파일 식별자",
    "File too large": "파일이 너무 큼",
    "Disk quota exceeded": "디스크 할당량 초과",
    "Invalid argument": "잘못된 인자",
    "embedded null byte": "널 바이트가 들어 있음",
    # --- the last border (cli/main.py, cli/screen.py) -----------------------------------------
    "the output could not be written: {REASON}": "출력을 쓸 수 없습니다: {REASON}",
    "{files} was recorded all the same": "{files}은(는) 기록되었습니다",
    "interrupted": "중단되었습니다",
    "internal error: {error}": "내부 오류: {error}",
    "This is a fault of kpi, not of your data; KPI_DEBUG=1 shows where.": (
        "자료가 아니라 kpi의 결함입니다. KPI_DEBUG=1로 위치를 볼 수 있습니다."
    ),
    # --- the command line's library -----------------------------------------------------------
    "Usage: {usage}": "사용법: {usage}",
    "Try '{command}' for help.": "'{command}'(으)로 도움말을 볼 수 있습니다.",
    "Error: {WHAT}": "오류: {WHAT}",
    "Missing command.": "명령이 없습니다.",
    "No such command {name}.": "명령 {name}이(가) 없습니다.",
    "No such command {name}. Did you mean {near}?": (
        "명령 {name}이(가) 없습니다. 혹시 {near}입니까?"
    ),
    "{option} stands after the command: {code}": "{option}은(는) 명령 뒤에 씁니다: {code}",
    "a week is an option: {code}": "주차는 옵션으로 지정합니다: {code}",
    "No such option: {option}": "옵션 {option}이(가) 없습니다",
    "No such option: {option} (Possible options: {near})": (
        "옵션 {option}이(가) 없습니다(비슷한 옵션: {near})"
    ),
    "No such option: {option} Did you mean {near}?": (
        "옵션 {option}이(가) 없습니다. 혹시 {near}입니까?"
    ),
    "Missing argument {name}.": "인자 {name}이(가) 없습니다.",
    "Missing option {name}.": "옵션 {name}이(가) 없습니다.",
    "Missing parameter {name}.": "매개변수 {name}이(가) 없습니다.",
    "Option {name} requires an argument.": "옵션 {name}에는 값이 필요합니다.",
    "Option {name} requires {n} arguments.": "옵션 {name}에는 값이 {n}개 필요합니다.",
    "Option {name} does not take a value.": "옵션 {name}에는 값을 쓰지 않습니다.",
    "Got unexpected extra argument(s) ({words})": "남는 인자가 있습니다({words})",
    "Got unexpected extra argument ({words})": "남는 인자가 있습니다({words})",
    "Got unexpected extra arguments ({words})": "남는 인자가 있습니다({words})",
    "Argument {name} takes {n} values.": "인자 {name}에는 값이 {n}개 필요합니다.",
    "Invalid value for {name}: {WHY}": "{name}의 값이 잘못되었습니다: {WHY}",
    "Invalid value: {WHY}": "값이 잘못되었습니다: {WHY}",
    "Input should be a valid integer, unable to parse string as an integer": "정수를 쓰십시오",
    "{value} is not a valid integer.": "{value}은(는) 정수가 아닙니다.",
}
