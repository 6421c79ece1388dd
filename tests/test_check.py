"""`kpi check` reads every file, names every problem once, and says how much it looked at."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi.cli import checking
from kpi.store import processes
from tests.files import put
from tests.gallery import FAULTS, Answer, cases, kpi

HERE = Path(__file__).parent.parent
WHOLE = """\
timezone = "Asia/Seoul"

[document.plan-2023]
title = "The plan of 2023"
published = 2023-03-01
weight = "official"

[[target]]
id = "share"
title = "Companies that use AI"
unit = "%"
direction = "up"
baseline = { period = 2022, value = 1 }
cadence = "1 year"

[[target.goal]]
value = 30
by = 2030
document = "plan-2023"
quote = "30 percent by 2030"

[[target.series]]
id = "main"
definition = "Share of companies with 50 or more employees"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sound project of the gallery, with two observations."""
    folder = tmp_path / "project"
    put(folder, "targets.toml", (FAULTS / "sound.toml").read_text("utf-8"))
    put(folder, "observations/share/2023_2024-06-30.toml", "value = 6.4\n")
    put(folder, "observations/money/2023_2024-06-30.toml", "value = 900\n")
    return folder


def test_counts(root: Path) -> None:
    """What was looked at is counted: zero things checked is a failure."""
    answer = kpi(root, "check")
    assert answer.code == 0
    last = answer.out.splitlines()[-1]
    assert last.startswith("checked 3 targets, 2 observations in 3 files: 0 problems, ")
    assert last.endswith(f", {answer.out.count(': warning: ')} warnings")
    rows = "".join(f"[[observation]]\nperiod = {year}\nvalue = 7\n" for year in (2023, 2024))
    put(root, "observations/share/batch_2025-06-30_kosis.toml", rows)
    assert "checked 3 targets, 4 observations in 4 files" in kpi(root, "check").out


def test_nothing_to_say(tmp_path: Path) -> None:
    """A target that lacks nothing has no warning, and one thing is not counted as many."""
    put(tmp_path, "targets.toml", WHOLE)
    answer = kpi(tmp_path, "check")
    assert answer == Answer(
        0, "checked 1 target, 0 observations in 1 file: 0 problems, 0 warnings\n", ""
    )


def test_what_is_said_of_many_targets_is_counted(tmp_path: Path) -> None:
    """Of more than a screen of warnings: the same words five times or more, the commonest first."""
    target = WHOLE[WHOLE.index("[[target]]") : WHOLE.index("[[target.goal]]")]
    target = target.replace("[[target]]\n", "", 1) + "goal = { value = 30, by = 2030 }\n"

    def project(many: int) -> str:
        parts = [target.replace('"share"', f'"share-{n}"') for n in range(many)]
        parts[0] = parts[0].replace('cadence = "1 year"\n', "")
        put(tmp_path, "targets.toml", "".join(f"[[target]]\n{part}" for part in parts))
        return kpi(tmp_path, "check").out

    said = project(9).splitlines()
    warnings = [line.split(": ")[3].split("; ")[0] for line in said if ": warning: " in line]
    assert warnings.count("nobody knows when the next figure is due") == 1
    told = [line.split(" times: ") for line in said if " times: " in line]
    assert told == sorted(told, key=lambda one: -int(one[0]))
    assert {what: int(times) for times, what in told} == {
        what: warnings.count(what) for what in warnings if warnings.count(what) >= 5
    }
    assert len(told) > 1
    assert said[-1].startswith("checked 9 targets")
    assert " times: " not in project(4)


def test_warnings_have_places_and_remedies(root: Path) -> None:
    """A warning is a line as a problem is, marked as one, and does not change the exit code."""
    *lines, _ = kpi(root, "check").out.splitlines()
    assert lines
    for line in lines:
        place, _, rest = line.partition(": warning: ")
        name, row, column = place.split(":")
        assert (root / name).exists()
        assert (root / name).read_text("utf-8").splitlines()[int(row) - 1][int(column) - 1]
        assert "; " in rest


def test_quiet_says_problems_only(root: Path) -> None:
    """--quiet leaves warnings and the count out; a sound project then says nothing."""
    assert kpi(root, "check", "--quiet") == Answer(0, "", "")
    put(root, "observations/share/2022_2024-06-30.toml", "value = nan\n")
    answer = kpi(root, "check", "--quiet")
    assert (answer.code, answer.err) == (4, "")
    assert answer.out.count("\n") == 1


def test_all_problems_in_one_run(root: Path) -> None:
    """targets.toml first, then the observations by name, each file from its top."""
    put(root, "targets.toml", (FAULTS / "sound.toml").read_text("utf-8") + "owner = 7\nx = 1\n")
    put(root, "observations/share/2021_2024-06-30.toml", "vallue = 1\nnote = 2\n")
    put(root, "observations/money/2021_2024-06-30.toml", "value = nan\nstatus = 'x'\n")
    answer = kpi(root, "check")
    *lines, last = answer.out.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "targets.toml:36:1",
        "targets.toml:37:1",
        "observations/money/2021_2024-06-30.toml:1:1",
        "observations/money/2021_2024-06-30.toml:2:1",
        "observations/share/2021_2024-06-30.toml:1:1",
        "observations/share/2021_2024-06-30.toml:2:1",
    ]
    assert answer.code == 4
    assert last.endswith(": 6 problems; warnings come once there is none")  # none was looked for


def test_every_fault_of_the_gallery_at_once(tmp_path: Path) -> None:
    """The observations of all cases in one project: each case's own lines are still there."""
    project = tmp_path / "project"
    put(project, "targets.toml", (FAULTS / "sound.toml").read_text("utf-8"))
    wanted = []
    for case in cases():
        if case.path.parent.name == "observations" and len(case.files) == 1:
            name, recipe, text = case.files[0]
            if name != "observations/share/2023_2024-06-30.toml" or recipe:
                continue
            year = 1900 + len(wanted)
            put(project, f"observations/share/{year}_2024-06-30.toml", text)
            line = (case.steps[0].expected or "").splitlines()[0]
            wanted.append(line.partition(": ")[2].replace("2023 in", f"{year} in"))
    assert len(wanted) > 25
    answer = kpi(project, "check", "-q")
    assert answer.code == 4
    assert [line.partition(": ")[2] for line in answer.out.splitlines()] == wanted


def test_json(root: Path) -> None:
    """The same for machines: each problem in parts, and what was checked."""
    put(root, "observations/share/2022_2024-06-30.toml", 'note = "x"\nvalue = nan\n')
    answer = kpi(root, "check", "--format", "json")
    assert (answer.code, answer.err) == (4, "")
    found = json.loads(answer.out)
    assert found["schema"] == "kpi.check/1"
    assert found["version"]
    assert found["checked"] == {"targets": 3, "observations": 2, "files": 4}
    assert (found["problems"], found["warnings"], found["linted"]) == (1, 0, False)
    assert found["found"] == [
        {
            "file": "observations/share/2022_2024-06-30.toml", "line": 2, "column": 1,
            "what": "nan is not a number",
            "remedy": "write one such as 6.4; what is not known is left out", "warning": False,
            "more": 0,
        }
    ]  # fmt: skip


def test_json_names_the_clocks(root: Path) -> None:
    """Each under its own name."""
    said = kpi(root, "check", "--format", "json", "--on", "2026-05-01", "--as-of", "2026-04-01")
    found = json.loads(said.out)
    assert (found["on"], found["as_of"], found["at"]) == ("2026-05-01", "2026-04-01", None)


def test_json_of_warnings(root: Path) -> None:
    """Warnings are in the JSON whether asked quietly or not, and are counted apart."""
    found = json.loads(kpi(root, "check", "--format", "json").out)
    assert found["problems"] == 0
    assert found["warnings"] == len(found["found"]) > 0
    assert found["linted"]
    assert all(one["warning"] and one["line"] for one in found["found"])


@pytest.mark.parametrize("text", ["", "schema = 1\n", "target = []\n", "# nothing\n"])
def test_an_empty_project(tmp_path: Path, text: str) -> None:
    """Zero things checked is a failure, also for a machine."""
    put(tmp_path, "targets.toml", text)
    answer = kpi(tmp_path, "check")
    assert answer.code == 5
    assert answer.out == "checked 0 targets, 0 observations in 1 file: 0 problems, 0 warnings\n"
    assert "[[target]]" in answer.err
    machine = kpi(tmp_path, "check", "--format", "json")
    assert machine.code == 5
    assert json.loads(machine.out)["checked"]["targets"] == 0


def test_the_real_project() -> None:
    """The ledger of this repository has no problem."""
    answer = kpi(HERE, "check", "--quiet")
    assert answer == Answer(0, "", "")


FILES = {
    "share/2022_2024-06-30.toml": "value = 5\n",
    "share/2022_2024-06-30_r2.toml": "value = 5\n",
    "share/2023_2024-06-30.toml": "value = nan\n",
    "share/survey/2023_2024-06-30.toml": "value = 7\n",
    "money/2023_2024-06-30.toml": "value = 7\n",
    "money/batch_2024-06-30_a.toml": "[[observation]]\nperiod = 2023\nvalue = 7\n",
    "batch_2024-06-30_b.toml": '[[observation]]\ntarget = "money"\nperiod = 2023\nvalue = 7\n',
    "jobs/2023_2024-06-30.toml": "value = 7\n",
    "jobs/2022_2024-06-30.toml": "value = 7\n",
}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(sorted(FILES)))
def test_the_order_of_files_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, order: list[str]
) -> None:
    """Whatever order the file system gives, the answer is the same."""
    folder = tmp_path_factory.mktemp("order")
    put(folder, "targets.toml", (FAULTS / "sound.toml").read_text("utf-8"))
    for name in order:
        put(folder, f"observations/{name}", FILES[name])
    answer = kpi(folder, "check")
    shutil.rmtree(folder)
    assert answer.code == 4
    assert [line.partition(": ")[0] for line in answer.out.splitlines()[:-1]] == [
        "observations/jobs",
        "observations/money/2023_2024-06-30.toml",
        "observations/money/batch_2024-06-30_a.toml:1:1",
        "observations/share/2022_2024-06-30_r2.toml",
        "observations/share/2023_2024-06-30.toml:1:1",
    ]
    assert "observations/batch_2024-06-30_b.toml" in answer.out


@pytest.mark.parametrize("zone", ["Asia/Soul", "Asia", "/etc/passwd", "", "a" * 5000])
def test_an_unknown_time_zone_is_a_problem_in_any_format(root: Path, zone: str) -> None:
    """JSON says for which day it speaks, whatever the zone is."""
    text = (root / "targets.toml").read_text("utf-8").replace("Asia/Seoul", zone)
    put(root, "targets.toml", text)
    for form in ("table", "json"):
        answer = kpi(root, "check", "--format", form)
        assert (answer.code, answer.err) == (4, "")
    found = json.loads(answer.out)
    assert (found["problems"], found["on"] is not None) == (1, True)


def test_a_day_of_publication_that_is_still_to_come(root: Path) -> None:
    """2062 for 2026: no verdict and no page would show the figure."""
    put(root, "observations/share/2025_2062-01-01.toml", "value = 7\n")
    answer = kpi(root, "check")
    assert answer.code == 0
    said = "share: 2025: published on 2062-01-01, after today"
    assert f"observations/share/2025_2062-01-01.toml: warning: {said}" in answer.out
    assert "after today" not in kpi(HERE, "check").out


@pytest.mark.parametrize("name", ["Observations", "observation", "OBSERVATIONS"])
def test_a_folder_that_nobody_reads(root: Path, name: str) -> None:
    put(root, f"{name}/share/2025_2026-01-01.toml", "value = 7\n")
    said = f"{name}: warning: nobody reads this folder; call it observations\n"
    assert (said in kpi(root, "check").out) == (not (root / name).samefile(root / "observations"))
    assert "nobody reads" not in kpi(HERE, "check").out


def test_every_fault_of_a_list_is_told(root: Path) -> None:
    """Not one today and the next one tomorrow."""
    text = (root / "targets.toml").read_text("utf-8")
    line = 'tags = [3, "", "ai"]\ncounts = ["fina", "x"]\n'
    put(root, "targets.toml", text.replace('id = "share"\n', f'id = "share"\n{line}', 1))
    answer = kpi(root, "check", "-q")
    assert answer.code == 4
    said = [line.partition("; ")[0].partition(": ")[2] for line in answer.out.splitlines()]
    assert said[:2] == ["3 is not a text", "the text is empty"]
    assert [one.partition(" is ")[0] for one in said[2:]] == ['"fina"', '"x"']


#: Files in the folders of targets, and what lies beside all of these.
WITHIN = {name: text for name, text in FILES.items() if name.startswith(("share/", "money/"))} | {
    "share/survey/2024_2025-06-30.toml": "value = 8\n",
    "share/2024_2062-06-30.toml": "value = 9\n",
    "share/notes.txt": "none\n",
    "share/2021_2024-06-30.toml": "value = 5000\n",
    "share/batch_2024-06-30_c.toml": (
        '[[observation]]\ntarget = "money"\nperiod = 2020\nvalue = 7\n'
    ),
    "money/2022_2024-06-30.toml": "value = 5\nrecorded = 2062-01-01\n",
    "money/2021_2024-06-30.toml": "value = 1\nnote = 7\n",
    "money/deep/er/2021_2024-06-30.toml": "value = 1\n",
    "law/2024_2024-06-30.toml": "value = true\n",
    "share/2020_2024-06-30_r2.toml": "value = 6\nnote = 'a slip'\n",
}  # fmt: skip
BESIDE = {name: FILES[name] for name in FILES.keys() - WITHIN.keys()} | {"a file": "value = 1\n"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    some=st.sets(st.sampled_from(sorted(WITHIN)), min_size=2),
    beside=st.sampled_from([None, None, None, None, *sorted(BESIDE)]),
    processors=st.integers(1, 3),
    words=st.sampled_from([(), ("--format", "json"), ("--on", "2024-12-31")]),
)
def test_a_project_that_is_read_in_parts(
    tmp_path_factory: pytest.TempPathFactory, some: set[str], beside: str | None, processors: int,
    words: tuple[str, ...],
) -> None:  # fmt: skip
    """Of each target apart the same is found as of all together, in whatever process."""
    folder = tmp_path_factory.mktemp("parts")
    put(folder, "targets.toml", (FAULTS / "sound.toml").read_text("utf-8"))
    for name in some | ({beside} if beside else set()):
        put(folder, f"observations/{name}", (WITHIN | BESIDE)[name])
    whole = kpi(folder, "check", *words)
    with (
        patch.multiple(checking, FEW=1, ENOUGH=0, EACH=1),
        patch.object(processes, "_processors", lambda: processors),
        patch.object(checking, "read_own", wraps=checking.read_own) as own,
    ):
        assert kpi(folder, "check", *words) == whole
    several = len({name.partition("/")[0] for name in some}) > 1
    assert own.called == (several and not beside)
    shutil.rmtree(folder)


def test_a_file_of_targets_that_is_a_link_to_nothing(root: Path) -> None:
    """It is told, however many targets have a folder."""
    (root / "targets.toml").unlink()
    (root / "targets.toml").symlink_to("nowhere")
    whole = kpi(root, "check")
    assert (whole.code, whole.out) == (4, "")
    with patch.multiple(checking, FEW=1):
        assert kpi(root, "check") == whole
