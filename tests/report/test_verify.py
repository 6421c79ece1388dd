"""`kpi report --verify FILE`: a stored report is what its records give, or it says where not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kpi.cli.reports.verify import MOST_LETTERS, MOST_LINES, MOST_LOOKED, _differences
from kpi.version import VERSION
from tests.report.projects import Project
from tests.run import Kpi

FILES = ("reports/2026-W47.md", "reports/2026-W47.json", "reports/2026-W47.html")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports, of which the second follows a new record, all committed; then life goes on."""
    home = tmp_path_factory.mktemp("home")
    project = Project(tmp_path_factory.mktemp("model") / "project")
    kpi = Kpi(project.root, HOME=str(home))
    kpi("report", KPI_TODAY="2026-11-15")
    project.commit("Report", "2026-11-15")
    project.observe("exports/2025_2026-02-01", "value = 199")
    project.commit("Recorded late", "2026-11-17")
    kpi("report", KPI_TODAY="2026-11-22")
    project.commit("Report", "2026-11-22")
    project.observe("fund/2025_2026-11-25", "value = 250")
    project.edit('"Share of firms that use it"', '"Another title"')
    project.commit("Life goes on", "2026-11-25")
    return project.root


@pytest.fixture
def reported(model: Path, project: Project) -> Project:
    """A copy of the model in the project's place."""
    shutil.rmtree(project.root)
    shutil.copytree(model, project.root)
    return project


@pytest.mark.parametrize("file", FILES)
def test_identical_from_its_commit_in_another_clone(
    tmp_path: Path, reported: Project, file: str
) -> None:
    """Months later, on another machine, from what the file itself says."""
    clone = tmp_path / "clone"
    reported.git("clone", "-q", str(reported.root), str(clone))
    ran = Kpi(clone, KPI_TODAY="2027-05-05")("report", "--verify", file)
    assert (ran.code, ran.stderr) == (0, "")
    assert re.fullmatch(
        rf"{file}: identical; made again from commit [0-9a-f]{{10}}, judged for 2026-11-22\n",
        ran.stdout,
    )
    assert Kpi(clone)("report", "--verify", file, "--quiet").stdout == ""


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FILES[0], "| exports | Exports | ● on track |", "| exports | Exports | ● done |"),
        (FILES[0], "5 days ago", "6 days ago"),
        (FILES[0], "## Restated", "## Unchanged"),
        (FILES[0], "# Targets", "Edited by hand.\n# Targets"),
        (FILES[0], " -->\n", " -->\n\n"),
        (FILES[0], '"on": "2026-11-22"', '"on": "2026-11-21"'),
        (FILES[0], '"replayed": true', '"replayed": false'),
        (FILES[0], '"week": "2026-W47"', '"week": "2026-W48"'),
        (FILES[1], '{\n "schema": "kpi.report/1"', '\n{\n "schema": "kpi.report/1"'),
        (FILES[1], '"verdict": "overdue"', '"verdict": "done"'),
        (FILES[1], '"current": 2', '"current": 5'),
        (FILES[1], '"uncommitted": false', '"uncommitted": true'),
        (FILES[1], '"apart": []', '"apart": null'),
        (FILES[1], '"version": "', '"version":  "'),
        (FILES[2], "Blind spots", "Highlights"),
        (FILES[2], "<h1>", "<h1>Edited "),
    ],
)
def test_a_hand_edited_report_is_found_out(
    kpi: Kpi, reported: Project, file: str, old: str, new: str
) -> None:
    """One word is enough; the differing lines are shown and the file is left alone."""
    path = reported.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    edited = path.read_bytes()
    ran = kpi("report", "--verify", file)
    assert ran.code == 4
    assert f"kpi: {file} differs from what kpi makes" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert ran.stdout.startswith("--- stored\n+++ made again\n@@")
    assert path.read_bytes() == edited


@pytest.mark.parametrize("file", FILES)
def test_a_copy_with_other_line_ends_is_told_as_that(
    kpi: Kpi, reported: Project, file: str
) -> None:
    """It is not what kpi wrote, and nobody has to look for a difference in each line."""
    path = reported.root / file
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    ran = kpi("report", "--verify", file)
    assert (ran.code, ran.stdout) == (4, "")
    assert "; only in its line ends: a mail program, or git (core.autocrlf)" in ran.stderr


def test_it_says_that_the_file_was_changed_when_nothing_else_was(
    kpi: Kpi, reported: Project
) -> None:
    """Records and version agree: somebody wrote into the file, or into kpi itself."""
    path = reported.root / FILES[0]
    path.write_text(path.read_text("utf-8").replace("5 days", "\x1b[31m6 days"), "utf-8")
    ran = kpi("report", "--verify", FILES[0])
    assert "so the file was changed, or kpi itself was, within that version" in ran.stderr
    assert "\n-| centre | A centre is opened | 2026-11-17 | 5 |  |" not in ran.stdout
    assert "\x1b" not in ran.stdout
    assert "\\x1b[31m6 days ago" in ran.stdout
    assert "\n+" in ran.stdout


def test_without_its_commit_the_folder_is_asked(tmp_path: Path, reported: Project) -> None:
    """A copy without history still tells whether its records give the report."""
    copy = Project(tmp_path / "copy", repository=False)
    kpi = Kpi(copy.root, KPI_TODAY="2026-11-22")
    kpi("report")
    assert "made again from the folder" in kpi("report", "--verify", FILES[0]).stdout
    added = copy.observe("exports/2025_2026-02-01", "value = 199")
    for file in FILES:  # what it was made from still lies there
        assert "made again from its own records" in kpi("report", "--verify", file).stdout
    added.unlink()
    copy.edit("value = 400, by = 2028", "value = 300, by = 2028")
    ran = kpi("report", "--verify", FILES[0])
    assert ran.code == 4
    assert "it was made from other records than these" in ran.stderr
    assert "so the file was changed" not in ran.stderr


def test_records_that_were_committed_since_are_the_same_records(kpi: Kpi, project: Project) -> None:
    """Made before the commit: if it differs all the same, the records are no excuse."""
    project.observe("fund/2025_2026-11-18", "value = 250")
    kpi("report")
    project.commit("Recorded, and reported before", "2026-11-23")
    path = project.root / FILES[0]
    assert kpi("report", "--verify", FILES[0]).code == 0
    path.write_text(path.read_text("utf-8").replace("5 days", "6 days") + "\n", "utf-8")
    ran = kpi("report", "--verify", FILES[0])
    assert ran.code == 4
    assert "its records were not committed" not in ran.stderr
    assert "records and version are the same, so the file was changed" in ran.stderr


def test_records_that_are_no_longer_sound_are_told_as_they_are(kpi: Kpi, project: Project) -> None:
    """A report that kpi made of what it passes over would be held against nothing."""
    record = project.observe("fund/2025_2026-11-18", "value = 250")
    kpi("report")
    record.write_text('value = "much"\n', "utf-8")
    ran = kpi("report", "--verify", FILES[0])
    assert (ran.code, ran.stdout) == (4, "")
    assert "observations/fund/2025_2026-11-18.toml:1:1: " in ran.stderr


def test_what_a_report_says_that_its_commit_lacked_is_held_against_that_commit(
    kpi: Kpi, project: Project
) -> None:
    """A file is named for one that was there, and is found to be no such thing."""
    project.observe("fund/2025_2026-11-18", "value = 250")
    kpi("report")
    path = project.root / FILES[1]
    text = path.read_text("utf-8")
    assert text.count("observations/fund/2025_2026-11-18.toml") > 1
    head = '"file": "observations/fund/2025_2026-11-18.toml",'
    path.write_text(text.replace(head, '"file": "observations/fund/x.toml",', 1), "utf-8")
    ran = kpi("report", "--verify", FILES[1])
    assert (ran.code, "records and version are the same" in ran.stderr) == (4, True)


def test_what_a_commit_lacked_that_is_nowhere_any_more_is_believed(
    tmp_path: Path, kpi: Kpi, project: Project
) -> None:
    """It was amended with what the report was made of, and another clone has not the old one."""
    project.observe("fund/2025_2026-11-18", "value = 250")
    kpi("report")
    project.git("add", "-A")
    project.git("commit", "-q", "--amend", "--no-edit", day="2026-11-23")
    clone = tmp_path / "clone"
    project.git("clone", "-q", "--no-local", str(project.root), str(clone))
    assert [Kpi(clone)("report", "--verify", file).code for file in FILES] == [0, 0, 0]


def test_a_record_that_was_missing_for_a_report_is_missing_when_it_is_made_again(
    kpi: Kpi, project: Project
) -> None:
    """It was taken away without a commit, and nothing but its name says so."""
    gone = project.root / "observations/exports/2024_2025-02-01.toml"
    gone.unlink()
    kpi("report")
    project.git("checkout", "--", str(gone))
    for file in FILES:
        ran = kpi("report", "--verify", file)
        assert (ran.code, "made again from its own records" in ran.stdout) == (0, True)


def test_a_report_under_the_name_of_another_week_is_not_believed(
    kpi: Kpi, project: Project
) -> None:
    """Copied by hand, it would be taken for what was said in that week."""
    kpi("report", KPI_TODAY="2026-11-08")
    folder = project.root / "reports"
    shutil.copy(folder / "2026-W45.json", folder / "2026-W46.json")
    ran = kpi("report")
    assert ran.code == 4
    assert "2026-W46.json is not a report that kpi wrote, or not as it wrote it" in ran.stderr


def test_a_changed_earlier_report_is_named(kpi: Kpi, reported: Project) -> None:
    """What was compared with has another digest than then."""
    path = reported.root / "reports" / "2026-W46.json"
    path.write_text(path.read_text("utf-8").replace('"behind"', '"missed"'), "utf-8")
    ran = kpi("report", "--verify", FILES[0])
    assert ran.code == 4
    assert "the report of 2026-W46 has been changed since" in ran.stderr


def without_history(project: Project) -> None:
    """The records and reports as of the last report, in a repository that knows no other commit."""
    project.git("checkout", "-q", "HEAD~1")
    shutil.move(project.root / ".git", project.root.parent / "old.git")
    project.git("init", "-q", "-b", "main")
    project.commit("Begin anew", "2026-11-23")


def test_records_of_the_earlier_report_that_are_lost_are_named(kpi: Kpi, reported: Project) -> None:
    """Its own records are there; those of the report before it cannot be held against them."""
    without_history(reported)
    ran = kpi("report", "--verify", FILES[0])
    assert ran.code == 4
    assert "; the records of the report of 2026-W46 are not in this clone\n" in ran.stderr


def test_a_report_that_could_not_replay_its_past_is_made_again_so(
    kpi: Kpi, reported: Project
) -> None:
    """Whether or not the records of the report before it have been found since."""
    without_history(reported)
    reported.observe("fund/2025_2026-11-18", "value = 250")
    kpi("report")
    reported.commit("Report", "2026-11-24")
    assert '"replayed": false' in (reported.root / FILES[1]).read_text("utf-8")
    assert kpi("report", "--verify", FILES[0]).code == 0
    reported.git("fetch", "-q", str(reported.root.parent / "old.git"), "main")
    assert kpi("report", "--verify", FILES[0]).code == 0
    path = reported.root / FILES[0]
    path.write_text(path.read_text("utf-8").replace("5 days", "6 days"), "utf-8")
    ran = kpi("report", "--verify", FILES[0])
    assert (ran.code, "not in this clone" in ran.stderr) == (4, False)


def test_another_version_that_says_the_same_is_identical(
    kpi: Kpi, reported: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made again with the version that it names, so that an update alone breaks no report."""
    for module in ("kpi.cli.reports.verify", "kpi.cli.commands.report"):
        monkeypatch.setattr(f"{module}.VERSION", "9.0.0")
    said = f"it was made by kpi {VERSION}, and this is kpi 9.0.0"
    ran = kpi("report", "--verify", FILES[0])
    assert (ran.code, said in ran.stdout) == (0, True)
    path = reported.root / FILES[0]
    path.write_text(path.read_text("utf-8").replace("5 days", "6 days"), "utf-8")
    assert said in kpi("report", "--verify", FILES[0]).stderr


@pytest.mark.parametrize(
    "text",
    [
        "", "# A page\n", "{", '{"schema": "kpi.status/1"}', '{"schema": "kpi.report/1"}',
        "<!-- kpi.report/1 {} -->", "<!-- kpi.report/1 [] -->", "<!-- kpi.report/1 {", "\x00",
    ],
)  # fmt: skip
def test_what_is_no_report_is_said_to_be_none(kpi: Kpi, project: Project, text: str) -> None:
    """Whatever it is, it ends with 4 and one line; where there is nothing, with 2 as an import."""
    (project.root / "x.md").write_text(text)
    ran = kpi("report", "--verify", "x.md")
    assert (ran.code, ran.stdout) == (4, "")
    assert "x.md is not a report that kpi wrote" in ran.stderr
    ran = kpi("report", "--verify", "gone.md")
    assert (ran.code, ran.stderr) == (2, "kpi: gone.md: there is no such report\n")


@pytest.mark.parametrize("week", ["[]", "5", "{}", '"2026-11"', '"2026-W60"'])
def test_a_week_that_is_none_is_not_believed(kpi: Kpi, reported: Project, week: str) -> None:
    """Of whatever type it is, the file ends with 4 and one line."""
    path = reported.root / FILES[1]
    changed = re.sub(r'"week": "[0-9W-]+"', f'"week": {week}', path.read_text("utf-8"), count=1)
    path.write_text(changed, "utf-8")
    ran = kpi("report", "--verify", FILES[1])
    assert ran.code == 4
    assert "is not a report that kpi wrote" in ran.stderr


@pytest.mark.parametrize(
    ("week", "day"),
    [("2026-W47", "9999-12-31"), ("9999-W52", "2026-11-22"), ("0001-W01", "2026-11-22")],
)
def test_a_year_of_which_no_report_is_made_is_not_believed(
    kpi: Kpi, project: Project, week: str, day: str
) -> None:
    """No day follows the last one of the calendar, and no week lies before the first."""
    kpi("report")
    path = project.root / FILES[0]
    text = path.read_text("utf-8").replace('"week": "2026-W47"', f'"week": "{week}"')
    path.write_text(re.sub(r'"(on|as_of)": "2026-11-22"', rf'"\1": "{day}"', text), "utf-8")
    ran = kpi("report", "--verify", FILES[0])
    assert (ran.code, ran.stdout) == (4, "")
    assert "is not a report that kpi wrote" in ran.stderr


def test_a_language_that_is_none_is_not_believed(kpi: Kpi, reported: Project) -> None:
    """A report is made in one of two."""
    path = reported.root / FILES[0]
    path.write_text(path.read_text("utf-8").replace('"lang": "en"', '"lang": "de"'), "utf-8")
    ran = kpi("report", "--verify", FILES[0])
    assert ran.code == 4
    assert "is not a report that kpi wrote" in ran.stderr


def test_a_report_in_another_folder_follows_those_beside_it(
    kpi: Kpi, reported: Project, tmp_path: Path
) -> None:
    """As `--out` has written them, or as they were moved."""
    shutil.move(reported.root / "reports", tmp_path / "weekly")
    ran = kpi("report", "--verify", str(tmp_path / "weekly" / "2026-W47.md"))
    assert (ran.code, "identical" in ran.stdout) == (0, True)


def test_a_copy_of_one_report_follows_those_of_the_project(
    kpi: Kpi, reported: Project, tmp_path: Path
) -> None:
    """As it came by mail; where the one before it is nowhere, that is said of the copy."""
    mailed = str(shutil.copy(reported.root / FILES[0], tmp_path / "mailed.md"))
    assert kpi("report", "--verify", mailed).stdout.startswith(f"{mailed}: identical")
    (reported.root / "reports/2026-W46.json").unlink()
    ran = kpi("report", "--verify", mailed)
    assert (ran.code, ran.stderr) == (
        4,
        f"kpi: {mailed} was compared with the report of 2026-W46, which is not there; "
        "restore 2026-W46.json from git\n",
    )


def test_a_commit_that_is_an_option_is_not_believed(kpi: Kpi, reported: Project) -> None:
    """What a file says is data, and never reaches git unless it is a commit's name."""
    path = reported.root / FILES[1]
    text = path.read_text("utf-8")
    commit = re.search(r'"commit": "([0-9a-f]{40})"', text)
    assert commit is not None
    path.write_text(text.replace(commit[1], "--output=/tmp/x"), "utf-8")
    ran = kpi("report", "--verify", FILES[1])
    assert ran.code == 4
    assert "is not a report that kpi wrote" in ran.stderr


def differences(old: list[str], new: list[str]) -> list[str]:
    """What is shown of two texts, below the two lines that name them."""
    shown = _differences("\n".join(old).encode(), "\n".join(new).encode()).split("\n")
    assert shown[:2] == ["--- stored", "+++ made again"]
    assert shown.pop() == ""
    return shown[2:]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("abcde", "abXde", ["@@ -3 +3 @@", "-c", "+X"]),
        ("abd", "abXYd", ["@@ -2,0 +3,2 @@", "+X", "+Y"]),
        ("abXYd", "abd", ["@@ -3,2 +2,0 @@", "-X", "-Y"]),
        ("aa", "aaa", ["@@ -2,0 +3 @@", "+a"]),
        ("aaa", "aa", ["@@ -3 +2,0 @@", "-a"]),
        ("abXcdefg", "abcdeYg", ["@@ -3 +2,0 @@", "-X", "@@ -7 +6 @@", "-f", "+Y"]),
    ],
)
def test_where_two_reports_differ_is_told_by_the_lines_of_both(
    old: str, new: str, shown: list[str]
) -> None:
    """As `diff -U0` counts them, whatever stands before and after; each letter is a line."""
    assert differences(list(old), list(new)) == shown


def test_so_many_differing_lines_are_shown_and_the_rest_is_counted() -> None:
    """Two lines name the texts and one the place, the others are lines of the report."""
    room = MOST_LINES - 3
    all_of_them = ["@@ -1,0 +2,9 @@", *[f"+{nth}" for nth in range(room)]]
    texts = [str(nth) for nth in range(room + 2)]
    assert differences(["a", "z"], ["a", *texts[:room], "z"]) == all_of_them
    assert differences(["a", "z"], ["a", *texts, "z"])[-2:] == ["+8", "and 2 more lines"]


def test_of_reports_that_differ_far_apart_the_first_place_is_shown() -> None:
    """The last place before the cut may have its like beyond it, and is only told if alone."""
    texts = [str(nth) for nth in range(MOST_LOOKED + 50)]
    more = "and more lines after those"
    inserted = differences(["a", "z"], ["a", *texts, "z"])
    assert (inserted[0], inserted[1], inserted[-1]) == ("@@ -1,0 +2,200 @@", "+0", more)
    moved = differences(["a", "x", *texts, "z"], ["a", "y", *texts[:90], "new", *texts[90:], "Z"])
    assert moved == ["@@ -2 +2 @@", "-x", "+y", "@@ -92,0 +93 @@", "+new", more]
    exactly = differences(["a", "z"], ["a", *texts[:MOST_LOOKED], "z"])
    assert exactly[-1] == f"and {MOST_LOOKED + 3 - MOST_LINES} more lines"


def test_a_differing_line_is_cut_and_bytes_that_are_no_text_are_told_apart() -> None:
    """A page has lines of many thousand letters."""
    (_, _, added) = differences(["a"], ["b" * MOST_LETTERS])
    assert added == "+" + "b" * (MOST_LETTERS - 1)
    shown = _differences(b"\xff", b"\xfe").split("\n")
    assert shown[3:5] == ["-\\xff", "+\\xfe"]
