"""`kpi schedule` prints what its readers accept: cron's shell, systemd, and GitHub's schema."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kpi.cli.commands import schedule
from kpi.cli.program import executable
from kpi.render.schedule import SCHEDULES, Moment, Plan
from tests.report.conftest import needs
from tests.report.projects import GIT, Project
from tests.run import Kpi

#: A folder that a file system allows and a careless line does not survive.
HOSTILE = 'it\'s 100% 목표 "x" $HOME `id` \\n;&|'


def job(text: str) -> tuple[str, str]:
    """The five fields of a printed cron line, and the command as cron hands it to the shell."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) == 1
    fields = lines[0].split(" ", 5)
    assert not re.search(r"(?<!\\)%", fields[5]), "cron would end the command there"
    return " ".join(fields[:5]), fields[5].replace("\\%", "%")


def alone(command: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    """Runs a command as cron does: hardly any environment, another folder, no input."""
    return subprocess.run(
        ["env", "-i", f"HOME={home}", "PATH=/usr/bin:/bin", "/bin/sh", "-c", command],
        stdin=subprocess.DEVNULL, capture_output=True, check=False, cwd=home,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["plain", HOSTILE])
@pytest.mark.parametrize("repository", [True, False])
def test_the_cron_line_runs_with_nothing_around_it(
    tmp_path: Path, own_home: Path, name: str, repository: bool
) -> None:
    """Exit 0, nothing on stderr, the reports where they belong, and a line in the log for each."""
    project = Project(tmp_path / name, repository)
    ran = Kpi(project.root)("schedule", "--print", "cron")
    assert (ran.code, ran.stderr) == (0, "")
    _, command = job(ran.stdout)
    done = alone(command, own_home)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert sorted(name.rpartition(".")[2] for name in project.reports()) == [
        "html",
        "json",
        "md",
    ]
    log = (own_home / "kpi-report.log").read_text("utf-8")
    assert log.count(": written; judged for ") == 3
    again = alone(command, own_home)
    assert (again.returncode, again.stderr) == (0, b"")
    assert (own_home / "kpi-report.log").read_text("utf-8").count(": unchanged; ") == 3


def test_the_cron_line_fails_aloud(own_home: Path, project: Project) -> None:
    """What went wrong stands on stderr, where cron finds it, and not in the log."""
    _, command = job(Kpi(project.root)("schedule", "--print", "cron").stdout)
    project.observe("share/2026_2026-11-20", "value = ")
    done = alone(command, own_home)
    assert done.returncode == 4
    assert b"observations/share/2026_2026-11-20.toml" in done.stderr
    assert (own_home / "kpi-report.log").read_bytes() == b""


NOW = dt.datetime(2026, 11, 18, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("at", "zone", "fields", "shifts"),
    [
        ((0, 8, 0), "UTC", "0 23 * * 0", False),  # Monday morning in Seoul is Sunday in UTC
        ((0, 0, 30), "UTC", "30 15 * * 0", False),
        ((6, 23, 59), "UTC", "59 14 * * 0", False),
        ((0, 8, 0), "Asia/Seoul", "0 8 * * 1", False),
        ((0, 8, 0), "Asia/Kolkata", "30 4 * * 1", False),
        ((0, 8, 0), "Pacific/Auckland", "0 12 * * 1", True),
        ((0, 8, 0), "Europe/Berlin", "0 0 * * 1", True),  # 01:00 in summer
        ((6, 20, 0), "Pacific/Kiritimati", "0 1 * * 1", False),
    ],
)
def test_cron_has_the_machines_time(
    project: Project, monkeypatch: pytest.MonkeyPatch, at: tuple[int, int, int], zone: str,
    fields: str, shifts: bool,
) -> None:  # fmt: skip
    """The moment is the project's, the fields are the machine's, and the comment says both."""
    monkeypatch.setenv("TZ", zone)
    plan = schedule._plan(str(project.root), Moment(*at, "Asia/Seoul"), NOW, "en")
    text = SCHEDULES["cron"](plan)
    assert job(text)[0] == fields
    assert plan.shifts is shifts
    assert ("Summer time" in text) is shifts
    assert f"{plan.wanted.text('en')} in Asia/Seoul." in text
    assert f"this machine's clock, {zone}: {plan.local.text('en')}." in text


def test_where_the_machines_zone_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TZ, else what /etc/localtime links to, else /etc/timezone, else the offset alone."""
    monkeypatch.setattr(schedule, "ZONE_NAME", str(tmp_path / "timezone"))
    monkeypatch.setattr(schedule, "LOCALTIME", str(tmp_path / "localtime"))
    monkeypatch.delenv("TZ", raising=False)
    assert "not known" in schedule.local_zone()[1]
    (tmp_path / "timezone").write_text("Asia/Tokyo\n")
    assert schedule.local_zone() == (ZoneInfo("Asia/Tokyo"), "")
    (tmp_path / "localtime").symlink_to("/usr/share/zoneinfo/Europe/Paris")
    assert schedule.local_zone() == (ZoneInfo("Europe/Paris"), "")
    for said in ("Asia/Seoul", ":Asia/Seoul"):  # POSIX writes it in either way
        monkeypatch.setenv("TZ", said)
        zone, doubt = schedule.local_zone()
        assert zone == ZoneInfo("Asia/Seoul")
        assert "the system Europe/Paris" in doubt
    monkeypatch.setenv("TZ", "Europe/Paris")
    assert schedule.local_zone() == (ZoneInfo("Europe/Paris"), "")
    monkeypatch.setenv("TZ", "../nonsense")
    assert schedule.local_zone()[0] == ZoneInfo("Europe/Paris")


@pytest.mark.parametrize("at", ["Mon", "08:00", "Mon 24:00", "Mon 08:60", "Mo 08:00", "Mon 8", ""])
def test_a_time_that_is_none(kpi: Kpi, at: str) -> None:
    """It says how to write one."""
    ran = kpi("schedule", "--print", "cron", "--at", at)
    assert ran.code == 2
    assert 'write them as "Mon 08:00"' in ran.stderr


@pytest.mark.parametrize("kind", SCHEDULES)
@pytest.mark.parametrize(
    ("words", "env", "lang"),
    [
        ([], {}, "en"),
        ([], {"KPI_LANG": "ko"}, "ko"),
        (["--lang", "ko"], {}, "ko"),
        (["--lang", "en"], {"KPI_LANG": "ko"}, "en"),
    ],
)
def test_the_schedule_names_the_language(
    kpi: Kpi, kind: str, words: list[str], env: dict[str, str], lang: str
) -> None:
    """A machine's environment has no KPI_LANG, or another one: the printed command says it."""
    text = kpi("schedule", "--print", kind, *words, **env).stdout
    (command,) = [line for line in text.splitlines() if re.search(r"\breport\b.*--lang", line)]
    assert re.search(rf'"?--lang"? "?{lang}\b', command)


@pytest.mark.parametrize("kind", SCHEDULES)
def test_what_is_said_in_a_schedule_is_korean(kind: str) -> None:
    """Who reads Korean reads what to do with it; the machine reads the same."""
    zone = ZoneInfo("Asia/Seoul")
    moments = (Moment(0, 8, 0, zone.key), Moment(6, 23, 0, "UTC"), Moment(6, 23, 0, "UTC"))
    plans = [Plan(("/usr/bin/kpi",), "/srv", *moments, True, lang=lang) for lang in ("en", "ko")]
    english, korean = [SCHEDULES[kind](plan) for plan in plans]
    marked = re.compile(r"(?:^|(?<= ))#.*|^Description=.*", re.MULTILINE)
    names = re.compile(r"# (?:kpi-report\.(?:service|timer)|\.github/.*|MAILTO=.*)")
    for text in marked.findall(korean):
        assert names.fullmatch(text) or re.search("[가-힣]", text), text
    for text in marked.findall(english):
        assert not re.search("[가-힣]", text), text
    read = [marked.sub("", text).replace("--lang ko", "--lang en").replace('"ko"', '"en"')
            for text in (english, korean)]  # fmt: skip
    lines = [[line.rstrip() for line in text.splitlines() if line.strip()] for text in read]
    assert lines[0] == lines[1] != []


def test_a_korean_schedule_makes_a_korean_report(own_home: Path, project: Project) -> None:
    """Run as cron runs it, without the variable by which Korean was asked for."""
    _, command = job(Kpi(project.root, KPI_LANG="ko")("schedule", "--print", "cron").stdout)
    assert alone(command, own_home).returncode == 0
    assert any("확인할 수 없는 목표".encode() in data for data in project.reports().values())


def test_cron_is_what_is_printed_unless_another_is_named(kpi: Kpi) -> None:
    assert kpi("schedule").stdout == kpi("schedule", "--print", "cron").stdout != ""


def test_nothing_is_installed(kpi: Kpi, project: Project, own_home: Path) -> None:
    """Printing writes nothing anywhere, whatever is printed."""
    before = sorted(project.root.rglob("*"))
    for kind in SCHEDULES:
        assert kpi("schedule", "--print", kind, "--at", "sunday 7:05").code == 0
    assert sorted(project.root.rglob("*")) == before
    assert list(own_home.iterdir()) == []
    assert kpi("schedule", "--print", "corn").stderr.endswith("did you mean cron?\n")


def test_a_path_with_a_line_end_is_refused(tmp_path: Path) -> None:
    """No schedule can hold it."""
    project = Project(tmp_path / "two\nlines", repository=False)
    ran = Kpi(project.root)("schedule", "--print", "cron")
    assert ran.code == 6
    assert "cannot stand in a schedule" in ran.stderr


# --- systemd ----------------------------------------------------------------------------------


def units(text: str, folder: Path) -> list[str]:
    """Writes each unit under the name in its comment."""
    found = []
    for name, body in re.findall(r"(?m)^# (kpi-report\.\w+)\n((?:(?!# ).*\n?)*)", text):
        (folder / name).write_text(body, "utf-8")
        found.append(str(folder / name))
    assert [os.path.basename(name) for name in found] == ["kpi-report.service", "kpi-report.timer"]
    return found


def verified(files: list[str]) -> str:
    """What systemd says of units; empty if it accepts them."""
    done = subprocess.run(
        [needs("systemd-analyze"), "verify", "--recursive-errors=no", *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if "kpi-report" in line]
    return "\n".join(said) + (f" (exit {done.returncode})" if done.returncode else "")


def test_systemd_accepts_the_units(tmp_path: Path, kpi: Kpi) -> None:
    """As they are printed, with the project's own time zone and a catch-up after a pause."""
    text = kpi("schedule", "--print", "systemd", "--at", "Mon 08:00").stdout
    assert verified(units(text, tmp_path)) == ""
    assert "OnCalendar=Mon *-*-* 08:00:00 Asia/Seoul\n" in text
    assert "Persistent=true\n" in text


@pytest.mark.parametrize("name", ["100% 목표; $HOME", 'it\'s ["x"] \\n'])
def test_systemd_understands_hostile_paths(tmp_path: Path, name: str) -> None:
    """systemd looks whether the program is there, so it must have read its path rightly."""
    program = tmp_path / name / "kpi"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    moment = Moment(0, 8, 0, "Asia/Seoul")
    plan = Plan((str(program),), '/srv/100% "it\'s" $HOME \\x', moment, moment, moment)
    text = SCHEDULES["systemd"](plan)
    assert verified(units(text, tmp_path)) == ""
    assert '"--project" "/srv/100%% \\"it\'s\\" $$HOME \\\\x"' in text


def test_a_program_that_systemd_would_not_name_is_started_by_the_shell() -> None:
    """Quotes in a program's own path are refused by systemd; as an argument they are none."""
    moment = Moment(0, 8, 0, "UTC")
    text = SCHEDULES["systemd"](Plan(("/it's/kpi",), "/srv", moment, moment, moment))
    assert (
        'ExecStart="/bin/sh" "-c" "exec \\"$$0\\" \\"$$@\\"" '
        '"/it\'s/kpi" "report" "--project" "/srv" "--lang" "en"\n'
    ) in text


# --- GitHub -----------------------------------------------------------------------------------


def workflow(text: str) -> dict[str, Any]:
    """A workflow as YAML reads it."""
    yaml = pytest.importorskip("ruamel.yaml")
    found: dict[str, Any] = yaml.YAML(typ="safe").load(text)
    return found


@pytest.mark.parametrize("within", ["", "ledger/한국"])
def test_the_workflow_passes_its_schema(tmp_path: Path, project: Project, within: str) -> None:
    """GitHub's own schema; least permissions, whole history, one run at a time, off the hour."""
    root = project.root
    if within:
        inner = Project(root / within, repository=False)
        project.commit("A project below the top", "2026-11-20")
        root = inner.root
    text = Kpi(root)("schedule", "--print", "github").stdout
    file = tmp_path / "kpi-report.yml"
    file.write_text(text, "utf-8")
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema",
             "vendor.github-workflows", str(file)]  # fmt: skip
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = workflow(text)
    assert found["permissions"] == {}
    steps = found["jobs"]["report"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == 0
    assert found["concurrency"]["group"] == "kpi-report"
    assert '    - cron: "7 23 * * 0"' in text
    defaults = found["jobs"]["report"].get("defaults")
    assert (defaults is None) if not within else (defaults["run"]["working-directory"] == within)


def test_the_workflow_proposes_the_report(tmp_path: Path, project: Project, own_home: Path) -> None:
    """Its steps, run here: a branch with the report and nothing else, and a pull request."""
    steps = workflow(Kpi(project.root)("schedule", "--print", "github").stdout)
    scripts = [step["run"] for step in steps["jobs"]["report"]["steps"] if "run" in step][1:]
    origin, clone, bin_ = tmp_path / "origin.git", tmp_path / "clone", tmp_path / "bin"
    project.git("clone", "-q", "--bare", str(project.root), str(origin))
    project.git("clone", "-q", str(origin), str(clone))
    bin_.mkdir()
    (bin_ / "kpi").symlink_to(executable()[0])
    (bin_ / "gh").write_text('#!/bin/sh\nprintf "%s " "$@" >"$HOME/asked"\n')
    (bin_ / "gh").chmod(0o755)
    environment = {
        "HOME": str(own_home), "PATH": f"{bin_}:{os.environ['PATH']}", "GITHUB_RUN_ID": "99",
        "GITHUB_RUN_ATTEMPT": "1", "GITHUB_REF_NAME": "main", "KPI_TODAY": "2026-11-22",
    }  # fmt: skip
    for script in scripts * 2:  # the second time there is nothing to propose
        subprocess.run(["bash", "-e", "-c", script], cwd=clone, env=environment, check=True,
                       capture_output=True)  # fmt: skip
    asked = own_home / "asked"
    assert asked.read_text() == "pr create --fill --base main --head kpi-report/99-1 "
    shown = subprocess.run(
        ["git", "-C", str(origin), "show", "--format=%an %s", "--name-only", "kpi-report/99-1"],
        env={**os.environ, **GIT}, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert shown.split("\n", 1) == [
        "github-actions[bot] Add the weekly report",
        "\nreports/2026-W47.html\nreports/2026-W47.json\nreports/2026-W47.md\n",
    ]
    # Run again after no pull request was allowed: the branch of the first attempt is there.
    again = tmp_path / "again"
    project.git("clone", "-q", str(origin), str(again))
    environment |= {"GITHUB_RUN_ATTEMPT": "2", "GIT_COMMITTER_DATE": "2030-01-01T00:00:00Z"}
    for script in scripts:
        subprocess.run(["bash", "-e", "-c", script], cwd=again, env=environment, check=True,
                       capture_output=True)  # fmt: skip
    assert asked.read_text().endswith("--head kpi-report/99-2 ")


def test_the_real_project_installs_itself() -> None:
    """Where kpi's own source is the repository, the workflow installs that."""
    root = Path(__file__).parents[2]
    text = Kpi(root)("schedule", "--print", "github").stdout
    assert "pip install .\n" in text
    assert json.dumps(workflow(text)["name"]) == '"kpi report"'


@pytest.mark.parametrize(("lang", "page"), [("en", "README.md"), ("ko", "docs/handbook.ko.md")])
def test_the_documents_show_what_is_printed(lang: str, page: str) -> None:
    """README and the Korean handbook, for a project that nobody has."""
    root = "/srv/promises"
    plan = Plan(
        (f"{root}/.venv/bin/kpi",), root, Moment(0, 8, 0, "Asia/Seoul"),
        Moment(6, 23, 0, "Etc/UTC"), Moment(6, 23, 0, "UTC"), lang=lang,
    )  # fmt: skip
    shown = (Path(__file__).parents[2] / page).read_text("utf-8").replace("\n   ", "\n")
    assert SCHEDULES["cron"](plan) in shown
