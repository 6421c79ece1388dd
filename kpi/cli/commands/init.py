"""kpi init: a new project."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from kpi.cli import exits, options, project, screen
from kpi.cli.choices import known_language
from kpi.cli.commands.schema import schema_text
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE

BEGINNING = """\
#:schema ./targets.schema.json
schema = 1
title = "Targets of …"
timezone = "Asia/Seoul"               # whose days count; write yours, such as "Europe/Paris"

# One [[target]] for each promise. The smallest has six lines; `kpi check` asks for the rest.
# The figures below are invented; remove the signs and write your own.
#
# [document.plan-2024]
# title = "The plan in which it was promised"
# published = 2024-03-01
# url = "https://…"
# weight = "official"                 # official | press | blog
#
# [[target]]
# id = "example-share"                # ASCII, small letters, hyphens; also the folder's name
# title = "Share of households with …"
# unit = "%"
# direction = "up"                    # up | down | keep; never guessed
# baseline = { period = 2023, value = 1 }
# goal = { value = 30, by = 2030, document = "plan-2024", quote = "… to 30 percent by 2030" }
#
# Then record what was measured:
#   kpi add example-share 4.2% --period 2024 --published 2025-06-08 --source "Statistics office"
"""
#: The same in Korean: the keys and the figures are those of the English one.
BEGINNING_KO = """\
#:schema ./targets.schema.json
schema = 1
title = "… 목표"
timezone = "Asia/Seoul"               # 날짜를 정하는 시간대

# 약속 하나마다 [[target]] 하나를 둡니다. 여섯 줄이면 되고, 나머지는 `kpi check`가 알려 줍니다.
# 아래 수치는 예시로 지어낸 것입니다. 줄 앞의 #을 지우고 실제 내용으로 바꾸십시오.
#
# [document.plan-2024]
# title = "목표를 발표한 계획의 제목"
# published = 2024-03-01
# url = "https://…"
# weight = "official"                 # official(공식 문서) | press(언론) | blog(블로그)
#
# [[target]]
# id = "example-share"                # ASCII 소문자, 숫자, 하이픈; 폴더 이름으로도 씁니다
# title = "… 가구 비중"
# unit = "%"
# direction = "up"                    # up(증가) | down(감소) | keep(유지); 추측하지 않습니다
# baseline = { period = 2023, value = 1 }
# goal = { value = 30, by = 2030, document = "plan-2024", quote = "… 2030년까지 30%로 확대" }
#
# 그런 다음 측정된 값을 기록합니다:
#   kpi add example-share 4.2% --period 2024 --published 2025-06-08 --source "통계청"
"""


def init(
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="The folder (default: this one).")
    ] = ".",
    lang: options.Lang = "en",
) -> None:
    """Begin a project: targets.toml, its schema, and the folder for observations."""
    from kpi.render.wording.signs import safe
    from kpi.store.create import create

    known_language(lang)
    if not folder:
        raise exits.Stop(exits.USAGE, "DIR: names no folder; write one, or . for this one")
    if os.path.lexists(os.path.join(folder, TARGETS_FILE)):
        raise exits.Stop(exits.REFUSED, f"{os.path.join(folder, TARGETS_FILE)} is there already")
    try:
        _refuse_among_records(os.path.abspath(folder))
        os.makedirs(os.path.join(folder, OBSERVATIONS_FOLDER), exist_ok=True)
        create(folder, TARGETS_FILE, _beginning(lang).encode())
        screen.out(f"{safe(os.path.join(folder, TARGETS_FILE))}\n")
        if not os.path.lexists(os.path.join(folder, "targets.schema.json")):
            create(folder, "targets.schema.json", schema_text().encode())
            screen.out(f"{safe(os.path.join(folder, 'targets.schema.json'))}\n")
    except FileExistsError as error:
        raise exits.Stop(exits.REFUSED, f"{error.filename or folder} is there already") from None
    except OSError as error:
        raise exits.unwritten(folder, error) from None
    screen.err("Next: describe a target in targets.toml, then `kpi check` and `kpi status`.")


def _beginning(lang: str) -> str:
    """The first targets.toml, with the zone of this machine where that says where its owner is."""
    text = BEGINNING_KO if lang == "ko" else BEGINNING
    name = _own_zone()
    if not name:
        return text
    line = next(row for row in text.splitlines() if row.startswith("timezone"))
    said = line.partition("#")[2].partition(";")[0]  # nothing is left to be written
    stated = f'timezone = "{name}"'
    return text.replace(line, f"{stated:<38}#{said}")


def _own_zone() -> str:
    """The region whose clock this machine shows; empty where it has none, as servers on UTC."""
    from kpi.cli.commands.schedule import local_zone
    from kpi.facts.keys.fields import Wrong, zone

    name = str(local_zone()[0])
    try:
        return zone(name) if "/" in name and not name.startswith("Etc/") else ""
    except Wrong:
        return ""


def _refuse_among_records(folder: str) -> None:
    """Raises Stop where the files of a new project would be taken for records of another one."""
    above = os.path.realpath(folder)
    while above != (above := os.path.dirname(above)):
        if os.path.lexists(os.path.join(above, TARGETS_FILE)):
            project.outside_the_records(above, folder)
