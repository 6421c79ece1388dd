"""Every fault has its place, plain words and a remedy, in one run and without a traceback."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.gallery import (
    ERRORS,
    FAULTS,
    UPDATE,
    Case,
    Step,
    build,
    cases,
    filled,
    kpi,
    page,
    written,
)

CASES = cases()
#: A problem as every command prints it; the file's own words may hold colons and semicolons.
PROBLEM = re.compile(r"\S.*?(?::[1-9][0-9]*:[1-9][0-9]*)?: .+; .+")


def skipped(case: Case) -> bool:
    """Whether this machine cannot show the fault: root may read everything."""
    return os.geteuid() == 0 and any(recipe == "unreadable" for _, recipe, _ in case.files)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    """Each command of the case answers as written; KPI_UPDATE_SNAPSHOTS=1 writes it anew."""
    if skipped(case):
        pytest.skip("root may read every file")
    build(case, tmp_path / "project")
    found = filled(case, tmp_path / "project")
    if UPDATE:
        case.path.write_text(written(found), "utf-8")
    else:
        assert written(found) == written(case)
    for step in found.steps:
        judge(case, step, tmp_path / "project")


def judge(case: Case, step: Step, root: Path) -> None:
    """What holds for every answer, whatever its words are."""
    said = step.expected or ""
    assert "Traceback" not in said
    assert all(sign.isprintable() for sign in said.replace("\n", ""))
    if case.path.parent.name == "fine":
        assert (said, step.code) == ("", 0)
        return
    assert step.code in (2, 4, 5, 6, 74)
    assert said.strip()
    if step.line == "kpi check -q" and step.code != 5:  # 5: there is nothing to check
        assert step.code == 4
        same_everywhere(said, root)


def same_everywhere(said: str, root: Path) -> None:
    """Each line is a problem; JSON has as many, in their order; another command says the same."""
    lines = said.splitlines()
    for line in lines:
        assert PROBLEM.fullmatch(line), line
    assert len(set(lines)) == len(lines)
    status = kpi(root, "status")
    assert (status.code, status.out) == (4, "")
    assert status.err.startswith(said)
    answer = kpi(root, "check", "--format", "json")
    assert answer.code == 4
    found = [one for one in json.loads(answer.out)["found"] if not one["warning"]]
    assert [one["remedy"] in line for one, line in zip(found, lines, strict=True)]


SOUND = (FAULTS / "sound.toml").read_text("utf-8")
WORDS = [
    "1", "0", "-1", "nan", "inf", "1e400", "1e18", "-0.0", '""', '"x"', "true", "[]", "{}", "2024",
    "9999", "2024-06-30", "0001-01-01", "9999-12-31", '"9999-W52"', '"9999 years"', '"1 day"',
    '"step"', '"logistic"', '"geometric"', '"keep"', '"down"', '"annual"', '"milestone"', '"main"',
    '"~"', "[[", "]]", "{", "}", ",", "=", "#", "\n", "\r", "\x00", "\u2028",
    "[{ by = 2024, value = 0 }]",
]  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """The text with some values, lines or letters in the place of others."""
    for _ in range(draw(st.integers(1, 4))):
        parts = re.split(r'([0-9.-]+|"[^"]*"|\n)', text)
        at = draw(st.integers(0, len(parts) - 1))
        parts[at] = draw(st.sampled_from(WORDS) | st.sampled_from(parts) | st.text(max_size=3))
        text = "".join(parts)
    return text


def hold(root: Path, targets: bytes, fact: bytes) -> None:
    """Whatever the files hold: an answer, its code, and the same in every command."""
    (root / "observations" / "share").mkdir(parents=True, exist_ok=True)
    (root / "targets.toml").write_bytes(targets)
    (root / "observations" / "share" / "2023_2024-06-30.toml").write_bytes(fact)
    check = kpi(root, "check", "-q")
    assert check.code in (0, 4, 5), check
    assert bool(check.out) == (check.code == 4)
    for words in (("status",), ("methods",), ("show", "share"), ("status", "--format", "json")):
        answer = kpi(root, *words)
        allowed = {0: (0, 2), 4: (4,), 5: (2, 5)}[check.code]  # 2: there is no such target
        assert answer.code in allowed, (check, answer)


QUIETLY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUIETLY
@given(targets=spoilt(SOUND), fact=spoilt("period = 2023\nvalue = 6.4\nrecorded = 2025-01-01\n"))
def test_spoilt_files(tmp_path: Path, targets: str, fact: str) -> None:
    """A sound project with a few slips is judged or refused, and never crashes."""
    hold(tmp_path, SOUND.encode(), fact.encode("utf-8", "surrogatepass"))
    hold(tmp_path, targets.encode("utf-8", "surrogatepass"), b"value = 6.4")


@QUIETLY
@given(targets=st.binary(max_size=40), fact=st.binary(max_size=40))
def test_any_bytes(tmp_path: Path, targets: bytes, fact: bytes) -> None:
    """Files may hold any bytes at all."""
    hold(tmp_path, targets, fact)
    hold(tmp_path, SOUND.encode(), fact)


@QUIETLY
@given(
    words=st.lists(
        st.sampled_from(["share", "law", "money", "-1", "--", "--on", "--format", "-f", "--period"])
        | st.sampled_from(["2024", "2024-06-30", "9999-12-31", "json", "csv", "html", "--sort"])
        | st.sampled_from(["--published", "--source", "--project", "--at", "--lang", "--tag"])
        | st.text(st.characters(exclude_characters="\0", exclude_categories=()), max_size=4),
        max_size=7,
    ),
    command=st.sampled_from(["status", "show", "methods", "add", "check", "schema", "init"]),
)
def test_any_command_line(tmp_path: Path, command: str, words: list[str]) -> None:
    """A command line may hold any words at all."""
    (tmp_path / "targets.toml").write_text(SOUND, "utf-8")
    if command == "init":
        words = ["."]  # anything else may be a folder somewhere on this machine
    answer = kpi(tmp_path, command, *words)
    assert answer.code in (0, 2, 4, 5, 6), answer
    assert answer.code == 0 or answer.err.strip(), answer


def test_there_are_enough() -> None:
    """At least 75 kinds of fault, each with a title of its own within its group."""
    faults = [case for case in CASES if case.path.parent.name != "fine"]
    assert len(faults) >= 75
    assert len({(case.path.parent, case.title) for case in CASES}) == len(CASES)


def test_nothing_lies_beside_the_groups() -> None:
    """A case in a folder that no group reads would never be run."""
    read = {case.path for case in CASES} | {FAULTS / "README.md", FAULTS / "sound.toml"}
    assert {path for path in FAULTS.rglob("*") if path.is_file()} == read


def test_page_is_fresh() -> None:
    """docs/errors.md is what the cases make of it."""
    text = page(cases())
    if UPDATE:
        ERRORS.write_text(text, "utf-8")
    assert ERRORS.read_text("utf-8") == text
