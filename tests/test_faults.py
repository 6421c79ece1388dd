"""Every fault has its place, plain words and a remedy, in one run and without a traceback."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

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
