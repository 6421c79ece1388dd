"""What is said of a figure that is recorded by hand: what is asked, doubted and refused."""

from __future__ import annotations

#: English -> Korean, as `translation` says
RECORDING: dict[str, str] = {
    # --- add (cli/commands/add.py, cli/recording/add_doubts.py) ---
    "{names} is missing": "{names}이(가) 없습니다",
    "{names} are missing": "{names}이(가) 없습니다",
    "{name} and {names} are missing": "{name}, {names}이(가) 없습니다",
    "give it on the command line": "명령줄에 쓰십시오",
    "give them on the command line": "명령줄에 쓰십시오",
    "{VALUE} is not yes or no": "{VALUE}은(는) 예도 아니요도 아닙니다",
    "write true or false": "true 또는 false로 쓰십시오",
    "{day} is after today, {today}": "{day}은(는) 오늘({today})보다 늦습니다",
    "a fact is recorded once it is published": "공표된 뒤에 기록합니다",
    "there is no record of this fact to correct": "정정할 기록이 없습니다",
    "leave the option out": "옵션을 빼십시오",
    "the record to withdraw says {value}": "철회할 기록의 값은 {value}입니다",
    "give that value, or leave --status out to correct it": (
        "그 값을 쓰거나, 값을 정정하려면 --status를 빼십시오"
    ),
    "say why with --note": "--note로 사유를 쓰십시오",
    "{path} records this fact already, and nothing recorded is changed": (
        "{path}에 이미 기록되어 있으며, 기록된 것은 바꾸지 않습니다"
    ),
    "{path} records this fact already, with the same value": (
        "{path}에 이미 같은 값으로 기록되어 있습니다"
    ),
    "to mend a mistake of ours add --correct and --note, to record a later publication give its own"
    " --published": (
        "입력 오류를 고치려면 --correct와 --note를, 나중에 공표된 값을 기록하려면 그 공표일을"
        " --published로 쓰십시오"
    ),
    "{period} is recorded already as published on {day}, with {SAME}": (
        "{period}이(가) 이미 {day} 공표로 기록되어 있습니다({SAME})"
    ),
    "the same value": "같은 값",
    "{id} was closed on {day}: the figure is kept, and not judged": (
        "{id} 목표는 {day}에 종결되었습니다. 이 수치는 기록하되 판정하지 않습니다"
    ),
    "from its own publication on the later one counts": "나중 값은 그 공표일부터 반영합니다",
    "{number} is read with a decimal point": "{number}의 점은 소수점으로 읽습니다",
    "write {large} if the point divides thousands": "천 단위 구분이면 {large}(으)로 쓰십시오",
    "a forecast of {period} is shown, and never judged": (
        "{period}의 전망치는 표시만 하고 판정하지 않습니다"
    ),
    "the record that it corrects says {value}, too, from the same source": (
        "고치려는 기록도 같은 출처에서 {value}(으)로 되어 있습니다"
    ),
    "a correction that corrects nothing is only another file": (
        "고치는 내용이 없는 정정은 파일만 하나 늘립니다"
    ),
    "{value} is between {least} and 1, and the unit is {unit}": (
        "{value}은(는) {least}과 1 사이인데 단위는 {unit}입니다"
    ),
    "{value} is a share below zero": "{value}은(는) 0보다 작은 비중입니다",
    "mind the sign": "부호를 확인하십시오",
    "write 12.3 for 12.3 %, not 0.123": "12.3%는 0.123이 아니라 12.3으로 쓰십시오",
    "{part} of {whole} is {share} %, not {value}": (
        "{whole} 중 {part}은(는) {value}이(가) 아니라 {share}%입니다"
    ),
    "mend one of the three": "셋 중 하나를 고치십시오",
    "{value} is far from all else that is known, between {low} and {high}": (
        "{value}은(는) 알려진 다른 값({low}~{high})과 크게 다릅니다"
    ),
    "record it again if its unit is wrong, or say in its `note` that it is right": (
        "단위가 틀렸으면 다시 기록하고, 맞으면 `note`에 맞다고 쓰십시오"
    ),
    "{value} is far from all else that is known, {low}": (
        "{value}은(는) 알려진 다른 값({low})과 크게 다릅니다"
    ),
    "{value} is far from all that is known of the target, {known}": (
        "{value}은(는) 목표에 대해 알려진 값 {known}과(와) 크게 다릅니다"
    ),
    "note: {number} is read in {unit}, as {amount}": (
        "참고: {number}은(는) {unit} 단위로 읽어 {amount}(으)로 기록합니다"
    ),
    "{value} is far from all that is known of the target, between {low} and {high}": (
        "{value}은(는) 목표에 대해 알려진 값({low}~{high})과 크게 다릅니다"
    ),
    "{value} is an outlier: {change} from {near}, never more than {most} before": (
        "{value}은(는) 이상치일 수 있습니다: {near}에서 {change} 변화, 이전의 최대 변화는 {most}"
    ),
    "{value} follows {near}": "{near} 다음 값이 {value}입니다",
    "{value} comes before {near}": "{near} 이전 값이 {value}입니다",
    "{value} is an outlier: all {n} figures so far are {near}": (
        "{value}은(는) 이상치일 수 있습니다: 지금까지 {n}개 값이 모두 {near}입니다"
    ),
    "{period} is another kind of period than the figures so far, such as {last}": (
        "{period}은(는) {last} 등 지금까지의 값들과 기간 단위가 다릅니다"
    ),
    "what is counted in a part of a year is no figure of a year": (
        "1년 중 일부 기간의 수치는 연간 수치가 아닙니다"
    ),
    "{period} ends on the same day and is recorded already, with {value}": (
        "같은 날 끝나는 {period} 값({value})이 이미 기록되어 있습니다"
    ),
    "one of the two is judged": "둘 중 하나만 판정합니다",
    "{value} is less than {last} before it: a running total does not fall": (
        "{value}은(는) 직전의 {last}보다 작습니다: 누계는 줄지 않습니다"
    ),
    "record the total up to the period, not the amount in it": (
        "해당 기간의 값이 아니라 그때까지의 누계를 기록하십시오"
    ),
    "{value} of {period} is less than {other} of {before}, both since the year began": (
        "{period}의 {value}이(가) {before}의 {other}보다 작습니다. 둘 다 연초부터의 누계입니다"
    ),
    "record all since it began, or say in its note why it fell": (
        "연초부터의 누계를 기록하거나, 줄어든 까닭을 note에 쓰십시오"
    ),
    "record all since it began, or add --scale 1 if it was lowered": (
        "연초부터의 누계를 기록하거나, 누계가 줄었으면 --scale 1을 붙이십시오"
    ),
    "mind the unit and the definition": "단위와 정의를 확인하십시오",
    "Value ({UNIT})": "값({UNIT})",
    "yes or no": "예 또는 아니요(yes, no)",
    "Reference period (2024, 2024-Q3, 2024-06-30)": "시점(2024, 2024-Q3, 2024-06-30)",
    "Published on (2025-06-08)": "공표일(2025-06-08)",
    "Source": "출처",
}
