"""What git cannot tell, and what `kpi doctor` finds."""

from __future__ import annotations

#: English -> Korean, as `translation` says
GIT: dict[str, str] = {
    # --- git (store/git.py, store/revisions.py, store/history.py) --------------------------
    "{VALUE} is not a revision": "{VALUE}은(는) 리비전이 아닙니다",
    "{VALUE} asks for a time before the log of this clone begins": (
        "{VALUE}은(는) 이 복제본의 기록이 시작되기 전의 시점입니다"
    ),
    "name a commit, a branch or a tag": "커밋, 브랜치 또는 태그를 지정하십시오",
    "this clone is shallow: its history is cut off": "얕은 복제본이어서 이력이 잘려 있습니다",
    "run git fetch --unshallow (in a GitHub workflow: fetch-depth: 0)": (
        "git fetch --unshallow를 실행하십시오(GitHub 워크플로에서는 fetch-depth: 0)"
    ),
    "git {command} answers in an unknown form": "git {command}의 응답 형식을 알 수 없습니다",
    "update git": "git을 새 버전으로 바꾸십시오",
    "the repository lacks the object {sha}": "저장소에 객체 {sha}이(가) 없습니다",
    "run git fsck, or clone the repository anew without --filter": (
        "git fsck를 실행하거나 --filter 없이 저장소를 다시 복제하십시오"
    ),
    "git is configured with a filter that has = in its name, which may be run": (
        "git 설정에 이름에 =가 든 필터가 있어 실행될 수 있습니다"
    ),
    "rename it in git's configuration": "git 설정에서 이름을 바꾸십시오",
    "git failed: {said}": "git이 실패했습니다: {said}",
    "git failed: no reason given": "git이 이유 없이 실패했습니다",
    "remove the file index in .git and run git reset, which leaves all others alone": (
        ".git 안의 index 파일을 지우고 git reset을 실행하십시오. 다른 파일은 그대로 남습니다"
    ),
    "the repository is damaged: see git fsck, and clone it anew beside this folder": (
        "저장소가 손상되었습니다. git fsck로 확인하고 이 폴더 옆에 저장소를 다시 복제하십시오"
    ),
    "try git status in the project's folder": "프로젝트 폴더에서 git status를 실행해 보십시오",
    "no reason given": "이유가 제시되지 않음",
    "there is no git program": "git 프로그램이 없습니다",
    "install git, and see git --version": "git을 설치하고 git --version을 확인하십시오",
    "git cannot be started: {reason}": "git을 시작할 수 없습니다: {reason}",
    "see free memory and processes, then retry": "여유 메모리와 프로세스를 확인한 뒤 다시 하십시오",
    "a name holds a NUL character": "이름에 널(NUL) 문자가 있습니다",
    "git did not answer within {n} s": "git이 {n}초 안에 응답하지 않았습니다",
    "run git gc, then retry": "git gc를 실행한 뒤 다시 하십시오",
    "the .git in or above {path} is no repository": (
        "{path} 또는 그 상위 폴더에 있는 .git이 저장소가 아닙니다"
    ),
    "see git status in the project's folder, and mend or remove it": (
        "프로젝트 폴더에서 git status를 확인하고 고치거나 지우십시오"
    ),
    "{path} is not in a git repository": "{path}은(는) git 저장소 안에 있지 않습니다",
    "run git init in the project's folder, and commit it": (
        "프로젝트 폴더에서 git init을 실행하고 커밋하십시오"
    ),
    "{path} is not a folder that can be entered": "{path}은(는) 들어갈 수 있는 폴더가 아닙니다",
    "git refuses this repository because it belongs to another user": (
        "저장소가 다른 사용자의 것이어서 git이 거부합니다"
    ),
    "if you trust it, run git config --global --add safe.directory {folder}": (
        "믿을 수 있으면 git config --global --add safe.directory {folder}을(를) 실행하십시오"
    ),
    'the revision "{revision}" is a file or a folder, and no commit': (
        '리비전 "{revision}"은(는) 커밋이 아니라 파일이나 폴더입니다'
    ),
    "git looks for the files of this repository in another folder": (
        "git이 이 저장소의 파일을 다른 폴더에서 찾고 있습니다"
    ),
    "see git config core.worktree and core.bare": (
        "git config core.worktree와 core.bare의 값을 확인하십시오"
    ),
    'the revision "{revision}" is ambiguous': '리비전 "{revision}"이(가) 여럿을 가리킵니다',
    "write it in full, such as refs/heads/main, or the commit's whole name": (
        "refs/heads/main처럼 온전히 쓰거나 커밋의 전체 이름을 쓰십시오"
    ),
    "the repository has no commit yet": "저장소에 아직 커밋이 없습니다",
    "commit the project first": "먼저 프로젝트를 커밋하십시오",
    'the revision "{revision}" is unknown in this clone, which is shallow': (
        '얕은 복제본에 리비전 "{revision}"이(가) 없습니다'
    ),
    'the revision "{revision}" is unknown': '리비전 "{revision}"을(를) 알 수 없습니다',
    "the row by {period} lies after the deadline {by}, where the goal counts": (
        "{period} 행이 목표를 판정하는 기한({by})보다 뒤입니다"
    ),
    "mend one of the two, or remove the row": "둘 중 하나를 고치거나 행을 지우십시오",
    "the row by {period} says {value}, and the goal {goal} counts": (
        "{period} 행의 값은 {value}이지만 목표 {goal}이(가) 기준입니다"
    ),
    "the row by {period} asks for {value}, beyond the goal {goal}": (
        "{period} 행의 값 {value}이(가) 목표 {goal}을(를) 넘습니다"
    ),
    "the row by {period} asks for {value}, worse than the baseline {start}": (
        "{period} 행의 값 {value}이(가) 기준값 {start}보다 나쁩니다"
    ),
    "mend it if it is a slip": "잘못 썼으면 고치십시오",
    "two goals were announced on {day}, and the later in the file counts": (
        "{day}에 목표가 둘 발표되어 파일에서 뒤에 있는 것이 판정 기준입니다"
    ),
    "say judged = true in one of them, or write an interim goal as a row of `path`": (
        "하나에 judged = true를 쓰거나, 중간 목표는 `path`의 행으로 쓰십시오"
    ),
    "{period} and {other} are other kinds of periods in one series": (
        "한 계열에 기간 단위가 다른 {period}, {other}이(가) 있습니다"
    ),
    "give parts of a year a series of their own, unless they say the same": (
        "같은 내용이 아니면 1년 중 일부 기간의 값은 별도 계열로 기록하십시오"
    ),
    "the running total falls from {period} to {other}": (
        "{other}의 누계가 {period}의 누계보다 작습니다"
    ),
    "{period} is not counted: of the time just before it nothing is recorded": (
        "{period}은(는) 합산되지 않습니다. 바로 앞 기간의 값이 기록되지 않았습니다"
    ),
    "record that, too, or the amount up to its last day": (
        "그 값도 기록하거나 해당 기간 말일까지의 누계를 기록하십시오"
    ),
    "the amount since the year began falls from {period} to {other}": (
        "연초부터의 누계가 {period}보다 {other}에 더 작습니다"
    ),
    "record all since the year began, or say in its note why it fell": (
        "연초부터의 누계를 기록하거나, 줄어든 까닭을 note에 쓰십시오"
    ),
    "a day's last commit: git log -1 --format=%h --before={day}T23:59:59": (
        "그날의 마지막 커밋: git log -1 --format=%h --before={day}T23:59:59"
    ),
    'the revision "{revision}" is a range of commits': (
        '리비전 "{revision}"은(는) 커밋 하나가 아니라 범위입니다'
    ),
    "name one commit; kpi diff takes two: kpi diff A B": (
        "커밋 하나를 지정하십시오. kpi diff에는 둘을 따로 씁니다: kpi diff A B"
    ),
    "of a year write its last day: {day}": "연도 대신 그해의 마지막 날을 쓰십시오: {day}",
    "write a half-year as 2026-S2, a quarter as 2026-Q4, a month as 2026-10 and a week as"
    " 2026-W40": "반기는 2026-S2, 분기는 2026-Q4, 월은 2026-10, 주는 2026-W40처럼 쓰십시오",
    "see git log --oneline --all, or get it first: git fetch": (
        "git log --oneline --all로 확인하거나, 먼저 git fetch로 받아 오십시오"
    ),
    "see git log --oneline --all; to kpi diff a day is 2026-10-31 and a week 2026-W40": (
        "git log --oneline --all로 확인하십시오. kpi diff에서 날짜는 2026-10-31,"
        " 주는 2026-W40처럼 씁니다"
    ),
    "the commit {sha} has an impossible date": "커밋 {sha}의 날짜가 있을 수 없는 날짜입니다",
    "run git fsck": "git fsck를 실행하십시오",
}

DOCTOR: dict[str, str] = {
    # --- the installation (cli/doctor_checks.py) ----------------------------------------------
    "Python is {version}": "Python의 버전은 {version}입니다",
    "install {version} or newer": "{version} 이상을 설치하십시오",
    "kpi is not on {PATHS}; it is {path}": "kpi가 {PATHS}에 없습니다(위치: {path})",
    "cron's PATH, {paths}": "cron의 PATH({paths})",
    "this PATH": "현재 PATH",
    "use the absolute path, as kpi schedule --print cron writes it": (
        "kpi schedule --print cron이 쓰는 대로 절대 경로를 쓰십시오"
    ),
    "kpi on {PATHS} is this one": "{PATHS}의 kpi가 지금 실행 중인 kpi입니다",
    "kpi on {PATHS} is another one: {path}": "{PATHS}의 kpi는 다른 설치본입니다: {path}",
    "write {path} where you mean this one, or remove the other": (
        "지금 실행 중인 kpi를 쓸 곳에는 {path}을(를) 쓰거나 다른 설치본을 삭제하십시오"
    ),
    "text is UTF-8": "텍스트 인코딩이 UTF-8입니다",
    "text on the terminal is {encoding}, not UTF-8": (
        "터미널의 텍스트 인코딩이 UTF-8이 아니라 {encoding}입니다"
    ),
    "set LC_ALL=C.UTF-8 or PYTHONUTF8=1; reports and JSON are UTF-8 in any case": (
        "LC_ALL=C.UTF-8 또는 PYTHONUTF8=1로 설정하십시오. 보고서와 JSON은 어떤 경우에도 UTF-8입니다"
    ),
    "the state folder can be written: {path}": "상태 폴더에 쓸 수 있습니다: {path}",
    "the state folder cannot be written: {PATH}": "상태 폴더에 쓸 수 없습니다: {PATH}",
    "there is no home": "홈 폴더가 없음",
    "set HOME or XDG_STATE_HOME; until then the lock cannot say who holds it": (
        "HOME 또는 XDG_STATE_HOME을 설정하십시오. 그때까지는 누가 잠갔는지 알 수 없습니다"
    ),
    # --- the project --------------------------------------------------------------------------
    "go to a project, or name one with --project": (
        "프로젝트로 이동하거나 --project로 지정하십시오"
    ),
    "the records have {n} problems": "기록에 문제가 {n}건 있습니다",
    "there is no target": "목표가 없습니다",
    "{n} targets and {m} observations are sound": "목표 {n}개와 관측값 {m}건에 이상이 없습니다",
    "this machine does not know the time zone {name}": "이 컴퓨터에 시간대 {name} 정보가 없습니다",
    "install tzdata (apt-get install tzdata)": "tzdata를 설치하십시오(apt-get install tzdata)",
    "today is {day} in {zone}, outside the years {n} to {m}": (
        "오늘 날짜({day}, {zone})가 {n}년부터 {m}년까지의 범위를 벗어납니다"
    ),
    "note: the last weekly report is that of {week}": (
        "참고: 마지막 주간 보고서는 {week} 보고서입니다"
    ),
    "see `kpi doctor`": "`kpi doctor`를 참고하십시오",
    "mend the clock, or KPI_TODAY": "시계나 KPI_TODAY를 고치십시오",
    "today is {day} in {zone}, in week {week}": "오늘은 {day}({zone})이며 {week} 주에 속합니다",
    "the project is in a git repository": "프로젝트가 git 저장소 안에 있습니다",
    "the clone has its whole history": "복제본에 전체 이력이 있습니다",
    "objects of the records' history that this clone lacks: {n}": (
        "이 복제본에 없는 기록 이력의 객체: {n}개"
    ),
    "clone the repository anew without --filter": "--filter 없이 저장소를 다시 복제하십시오",
    "{THINGS} that a sparse checkout leaves out: {n} ({names})": (
        "스파스 체크아웃으로 빠진 {THINGS}: {n}건({names})"
    ),
    "bring them here: git sparse-checkout disable": (
        "git sparse-checkout disable로 파일을 가져오십시오"
    ),
    "commit them, or the report names no commit that it can be made from again": (
        "커밋하십시오. 그러지 않으면 보고서를 다시 만들 수 있는 커밋이 없습니다"
    ),
    "review and commit them: what was said each week is a part of the record": (
        "검토하고 커밋하십시오. 매주 보고한 내용도 기록의 일부입니다"
    ),
    "records": "기록",
    "reports": "보고서",
    "all {THINGS} are committed": "{THINGS}이(가) 모두 커밋되었습니다",
    "{THINGS} that are not committed: {n} ({names})": "커밋되지 않은 {THINGS}: {n}건({names})",
    "{THINGS} that git ignores: {n} ({names})": "git이 무시하는 {THINGS}: {n}건({names})",
    "take them out of .gitignore, and commit them": ".gitignore에서 빼고 커밋하십시오",
    "edited {THINGS} that git takes for unchanged: {n} ({names})": (
        "편집되었으나 git이 변경되지 않은 것으로 보는 {THINGS}: {n}건({names})"
    ),
    "run git update-index --no-assume-unchanged or --no-skip-worktree on them, and commit them": (
        "git update-index --no-assume-unchanged 또는 --no-skip-worktree를 적용하고 커밋하십시오"
    ),
    "git does not know who you are, so a scheduled commit would fail": (
        "git에 사용자 정보가 없어 예약된 커밋이 실패합니다"
    ),
    "git config user.name NAME and git config user.email ADDRESS, for cron's user": (
        "cron 사용자로 git config user.name 이름, git config user.email 주소를 실행하십시오"
    ),
    "git knows who commits": "git에 사용자 정보가 있습니다",
    # --- the reports --------------------------------------------------------------------------
    "the folder of reports can be written: {path}": "보고서 폴더에 쓸 수 있습니다: {path}",
    "the folder of reports cannot be written: {path}": "보고서 폴더에 쓸 수 없습니다: {path}",
    "give the user who runs the schedule the permission to write there": (
        "예약 작업을 실행하는 사용자에게 쓰기 권한을 주십시오"
    ),
    "there is no report yet": "아직 보고서가 없습니다",
    "kpi report writes one": "kpi report로 작성합니다",
    "the last report, of {week}, is {n} days old": (
        "최근 보고서({week})의 기준일에서 {n}일 지났습니다"
    ),
    "the last report, of {week}, is one day old": (
        "최근 보고서({week})의 기준일에서 1일 지났습니다"
    ),
    "see whether the schedule still runs (crontab -l, its log), then kpi report": (
        "예약 작업이 실행되는지(crontab -l, 로그) 확인한 뒤 kpi report를 실행하십시오"
    ),
    "the files of {week} do not belong together: see {names}": (
        "{week} 보고서의 파일들이 서로 맞지 않습니다: {names} 확인"
    ),
    "kpi report --week {week} writes them anew; a run was killed, or one edited": (
        "kpi report --week {week}(으)로 다시 작성합니다. 실행이 중단되었거나 파일이 편집되었습니다"
    ),
    "weeks without a report: {n} ({weeks})": "보고서가 없는 주: {n}개({weeks})",
    "kpi report --week {week} writes one from today's records": (
        "kpi report --week {week}(으)로 현재의 기록을 바탕으로 작성합니다"
    ),
    "no week lacks its report": "빠진 주간 보고서가 없습니다",
}
