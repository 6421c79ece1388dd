"""The front door leads where the other one does, and loads nothing on the way."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kpi.cli import exits, front
from kpi.cli.app import build
from kpi.cli.standing import answers
from tests.speed.conftest import Asked, git

#: What an answer from the cache may load, of ours and of the standard library.
OURS = {
    "kpi", "kpi.cli", "kpi.cli.exits", "kpi.cli.folder", "kpi.cli.front", "kpi.cli.main",
    "kpi.cli.screen", "kpi.facts", "kpi.facts.project_files", "kpi.store",
    "kpi.store.answer_cache", "kpi.store.stamps", "kpi.version",
}  # fmt: skip
NOT_LOADED = {
    "typer", "click", "pydantic", "rich", "tabulate", "dateutil", "tomllib", "re", "typing", "enum",
    "json", "datetime", "pathlib", "dataclasses", "decimal", "subprocess", "contextlib",
}  # fmt: skip

WATCHED = """
import sys
opened = []
root = sys.argv.pop(1)
sys.addaudithook(lambda name, what: opened.append(str(what[0])) if name == "open" else None)
before = set(sys.modules)
from kpi.cli.main import run
code = run()
loaded = sorted(set(sys.modules) - before)
inside = [path for path in opened if path.startswith(root) or path[:1] not in "/<"]
import json
print(json.dumps({"code": code, "loaded": loaded, "inside": inside}), file=sys.stderr)
"""


def watched(asked: Asked, *words: str, **environment: str) -> tuple[dict, str]:
    """What a run of the command loaded, and which files of the project it opened."""
    command = [sys.executable, "-c", WATCHED, str(asked.root)]
    done = asked.run(command, *words, **environment)
    found = json.loads(done.stderr.decode().strip().split("\n")[-1])
    assert found["code"] == 0
    return found, done.stdout.decode()


def test_an_answer_from_the_cache_loads_next_to_nothing(asked: Asked) -> None:
    """Each module here costs every `kpi status` of every day."""
    said = asked.text()
    found, again = watched(asked, "status")
    assert again == said
    assert {name for name in found["loaded"] if name.split(".")[0] == "kpi"} == OURS
    assert not NOT_LOADED & set(found["loaded"])
    others = {name for name in found["loaded"] if name.split(".")[0] != "kpi"}
    assert others <= {"__future__", "errno", "gc"}  # gc is part of the interpreter


def test_an_answer_from_the_cache_opens_no_file_of_the_project(asked: Asked) -> None:
    """The state of a file is asked, never its content."""
    asked.text()
    assert watched(asked, "status")[0]["inside"] == []


def test_an_answer_that_is_worked_out_needs_no_library_of_the_command_line(asked: Asked) -> None:
    """Nor one of models, nor of tables; each file is opened once."""
    found, _ = watched(asked, "status", KPI_CACHE="off")
    heavy = {"typer", "click", "pydantic", "rich", "tabulate", "dateutil", "jinja2", "subprocess"}
    assert not heavy & set(found["loaded"])
    wording = {one.removeprefix("kpi.render.wording.") for one in found["loaded"]}
    assert not {"sentences", "more_phrases", "report_phrases", "page_phrases"} & wording
    files = [path for path in found["inside"] if path.endswith(".toml")]
    assert len(files) == len(set(files)) == 12


def test_an_ordinary_project_is_read_without_patterns(asked: Asked) -> None:
    """Of the standard library it takes days, figures, a time zone, and little else."""
    for batch in asked.root.rglob("batch_*.toml"):
        batch.unlink()
    found, _ = watched(asked, "status", KPI_CACHE="off")
    slow = {"typing", "re", "enum", "tomllib", "contextlib", "dataclasses", "json", "pathlib"}
    assert not slow & set(found["loaded"])


def test_the_real_project_is_judged_without_a_library_of_days(asked: Asked) -> None:
    """It has days in the middle of months; each of these takes a tenth of a cold answer to load."""
    root = str(Path(__file__).parents[2])
    found, _ = watched(asked, "status", "--project", root, KPI_CACHE="off")
    # The time zones of Python 3.12 bring functools themselves.
    zones = "import sys, zoneinfo; print(*sys.modules)"
    brought = subprocess.run(
        [sys.executable, "-c", zones], capture_output=True, text=True, check=True
    ).stdout.split()
    slow = {"dateutil", "re", "calendar", "functools", "enum"} - set(brought)
    assert {"dateutil", "re"} <= slow
    assert not slow & set(found["loaded"])


def test_after_one_more_observation_only_its_folder_is_read(asked: Asked) -> None:
    """And the batches that may hold more of the same target."""
    asked.text()
    path = asked.root / "observations/total/2024_2025-01-31.toml"
    path.write_text("value = 900\n", "utf-8")
    found, said = watched(asked, "status")
    assert said == asked.fresh()
    assert {Path(one).name for one in found["inside"] if one.endswith(".toml")} == {
        "targets.toml", "batch_2023-02-01_all.toml", "2021_2022-01-31.toml",
        "2024_2025-01-31.toml", "batch_2024-01-31_import.toml",
    }  # fmt: skip


def test_where_no_batch_is_of_all_one_more_observation_costs_its_own_folder(asked: Asked) -> None:
    """The day is known, too; a question for some targets is no other case."""
    (asked.root / "observations/batch_2023-02-01_all.toml").unlink()
    asked.age()
    for more, words in enumerate((("status",), ("status", "share", "done")), 1):
        asked.text(*words, KPI_TODAY="")
        path = asked.root / f"observations/share/survey/2024_2025-06-0{more}.toml"
        path.write_text("value = 12.5\n", "utf-8")
        found, said = watched(asked, *words, KPI_TODAY="")
        assert said == asked.text(*words, KPI_TODAY="", KPI_CACHE="off")
        opened = [Path(one) for one in found["inside"] if one.endswith(".toml")]
        assert {one.name for one in opened if one.parent == asked.root} == {"targets.toml"}
        assert len(opened) == 7 + more  # with those of its target's other series
        assert {"zoneinfo", "re", "tomllib"} & set(found["loaded"]) == set(), words
        asked.age()


ADD = (
    "add", "share", "12.5", "--period", "2024", "--published", "2025-06-08", "--source", "A survey",
)  # fmt: skip


def test_after_kpi_add_the_next_answer_is_kept_already(asked: Asked) -> None:
    """Whoever records looks next at what has become of it."""
    before = asked.text()
    asked.age()
    asked.text(*ADD)
    found, said = watched(asked, "status")
    assert said == asked.fresh() != before
    assert "12.5 %" in said
    assert found["inside"] == []
    assert {name for name in found["loaded"] if name.split(".")[0] == "kpi"} == OURS


def test_after_kpi_add_from_elsewhere_and_in_korean_it_is_kept_as_well(asked: Asked) -> None:
    """What is renewed is the answer of the project that was named, in the language of the user."""
    before = asked.text(KPI_LANG="ko")
    asked.age()
    elsewhere = Asked(asked.root.parent, asked.cache)
    elsewhere.text(*ADD, "--project", asked.root.name, KPI_LANG="ko")
    found, said = watched(asked, "status", KPI_LANG="ko")
    assert said == asked.text(KPI_LANG="ko", KPI_CACHE="off") != before
    assert found["inside"] == []


def test_where_nobody_asked_before_kpi_add_keeps_nothing(asked: Asked) -> None:
    """Nor where the project has a fault elsewhere, which the next question tells."""
    asked.text(*ADD)
    assert asked.kept() == []
    asked.text()
    kept = {path: path.read_bytes() for path in asked.kept()}
    (asked.root / "observations/budget/2025_2025-01-10.toml").write_text("value = oops", "utf-8")
    asked.text(*ADD[:4], "2019", *ADD[5:])
    assert {path: path.read_bytes() for path in asked.kept()} == kept
    assert asked("status").returncode == 4


def test_one_target_costs_its_own_files(asked: Asked) -> None:
    """And the batches of many targets; a fault elsewhere is no fault of it."""
    (asked.root / "observations/budget/2024_2024-01-10.toml").write_text("value = oops", "utf-8")
    found, _ = watched(asked, "show", "done")
    opened = [one for one in found["inside"] if "/observations/" in one]
    assert len([one for one in opened if one.endswith(".toml")]) == 2
    assert asked("status").returncode == 4


def test_a_folder_that_is_no_target_may_hold_what_is_asked_for(asked: Asked) -> None:
    """So a misspelt folder is told, whichever target is shown."""
    (asked.root / "observations/done").rename(asked.root / "observations/dome")
    done = asked("show", "done")
    assert done.returncode == 4
    assert b'there is no target "dome"' in done.stderr


WORDS = st.sampled_from([
    "status", "share", "done", "a=b", "--on", "--on=2024-01-01", "2024-01-01", "--as-of", "--at",
    "HEAD", "--at=HEAD", "--project", ".", "--project=.", "--format", "json", "--format=csv", "-f",
    "-fjson", "-f=json", "--lang", "ko", "--lang=ko", "--color", "never", "--ascii", "--no-ascii",
    "-q", "--quiet", "-qq", "--tag", "ai", "--sort", "due", "--fail-on", "stale", "--", "--help",
    "-h", "", "-", "--lang=", "--formats", "--form", "--owner=x", "--quiet=1", "-1",
])  # fmt: skip


def by_the_other_door(words: list[str], monkeypatch: pytest.MonkeyPatch) -> object:
    """What the library of command lines makes of the words: a question, or something else."""
    asked: list[answers.Question] = []

    def note(question: answers.Question, *_: object) -> answers.Said:
        asked.append(question)
        raise exits.Stop(0)

    monkeypatch.setattr(answers, "stand", note)
    try:
        build(words[0])(words, prog_name="kpi")
    except exits.Stop:
        return asked[0]
    except SystemExit as ending:
        return ending.code
    return None


@given(st.lists(WORDS, max_size=7), st.sampled_from([None, "", "ko", "en"]))
@example(["--lang=ko", "--lang", "en", "-f", "json", "--format=csv"], "ko")  # the last one counts
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None
)
def test_both_doors_lead_to_the_same_question(words: list[str], lang: str | None) -> None:
    """Whatever the front door understands, the other one understands alike."""
    environment = {} if lang is None else {"KPI_LANG": lang}
    plain = front.plainly(["status", *words], environment)
    if plain is None:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("KPI_LANG", raising=False)
        for name, value in environment.items():
            patch.setenv(name, value)
        other = by_the_other_door(["status", *words], patch)
    assert answers.Question.of(**plain) == other


def test_the_plain_spellings_go_through_the_front_door() -> None:
    """Or else it would be no use."""
    for words in (
        "status", "status share done", "status --on 2024-01-01 --as-of=2023-01-01 --at HEAD",
        "status -f json --lang ko -q --ascii --color never --project .",
    ):  # fmt: skip
        assert front.plainly(words.split(), {}) is not None, words
    for words in ("", "show share", "status --tag ai", "status --help", "status --on"):
        assert front.plainly(words.split(), {}) is None, words


WAYS = (
    ["status"], ["status", "--lang", "ko"], ["status", "--ascii", "--quiet"],
    ["status", "--as-of", "2024-06-30"], ["status", "--color", "always"],
)  # fmt: skip


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_every_way_to_an_answer_gives_the_same_bytes(asked: Asked, words: list[str]) -> None:
    """From the cache, worked out, by the other door, by tomllib alone, and from a commit."""
    git(asked.root, "init", "-q")
    git(asked.root, "add", "-A")
    git(asked.root, "commit", "-q", "-m", "all")
    said = asked.text(*words)
    assert asked.text(*words) == said
    assert asked.fresh(*words) == said
    assert asked.fresh(*words, "--sort", "file") == said
    at = asked.fresh(*words, "--at", "HEAD")
    for mark in (" · recorded at HEAD", " · HEAD 시점의 기록"):
        at = at.replace(mark, "")
    assert at == said
    assert asked.fresh(*words, "--at", "HEAD", "--sort", "file").replace(
        " · recorded at HEAD", "").replace(" · HEAD 시점의 기록", "") == said  # fmt: skip
    slowly = """
import sys
from kpi.facts.own_form import canonical
from kpi.facts.syntax import plain_toml
canonical.read = canonical.figures = plain_toml.table = lambda *_, **__: None
from kpi.cli.main import main
main()
"""
    done = asked.run([sys.executable, "-c", slowly], *words, KPI_CACHE="off")
    assert done.stdout.decode() == said
