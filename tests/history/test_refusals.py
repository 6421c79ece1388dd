"""What git cannot tell ends in a message with its remedy and exit code 6, never in a guess."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.history.story import run

#: Commands that look back, and those that read at a revision.
LOOK_BACK = [("log",), ("diff", "HEAD~1"), ("check", "--since", "HEAD~1")]
AT = [("status", "--at", "HEAD"), ("show", "share", "--at", "HEAD"), ("check", "--at", "HEAD"),
      ("methods", "--at", "HEAD"), ("diff", "2025-03-01", "--at", "HEAD")]  # fmt: skip


def refused(kpi, root: Path, *arguments: str, **environment: str) -> str:
    """The one line on stderr of a command that exits 6 and prints nothing else."""
    done = kpi(*arguments, "--project", str(root), **environment)
    assert (done.code, done.stdout) == (6, ""), (done.code, done.stderr)
    assert done.stderr.startswith("kpi: ")
    assert done.stderr.count("\n") == 1
    assert "; " in done.stderr
    return done.stderr


@pytest.fixture
def bare_folder(told, tmp_path) -> Path:
    """The project without any repository."""
    root = tmp_path / "ledger"
    shutil.copytree(told[0], root, ignore=shutil.ignore_patterns(".git"))
    return root


@pytest.mark.parametrize("command", LOOK_BACK + AT)
def test_no_git(told, kpi, tmp_path, command):
    said = refused(kpi, told[0], *command, PATH=str(tmp_path))
    assert "there is no git program; install git" in said


@pytest.mark.parametrize("command", [*LOOK_BACK, *AT, ("report",)])
def test_an_old_git(told, kpi, tmp_path, command):
    """Before 2.30 `git rev-parse` took --end-of-options for a second revision."""
    old = tmp_path / "git"
    old.write_text(
        '#!/bin/sh\ncase "$*" in *rev-parse*--end-of-options*)\n'
        "echo 'fatal: Needed a single revision' >&2; exit 128;; esac\n"
        f'exec {shutil.which("git")} "$@"\n'
    )
    old.chmod(0o755)
    said = refused(kpi, told[0], *command, PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert "git rev-parse answers in an unknown form; update git" in said


@pytest.mark.parametrize("command", [*LOOK_BACK, *AT, ("report",)])
def test_a_git_that_says_nothing(told, kpi, tmp_path, command):
    """And ends well: that is no answer, least of all that nothing is under version control."""
    (tmp_path / "git").write_text("#!/bin/sh\n")
    (tmp_path / "git").chmod(0o755)
    said = refused(kpi, told[0], *command, PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert "git rev-parse answers in an unknown form; update git" in said


@pytest.mark.parametrize("command", LOOK_BACK + AT)
def test_no_repository(bare_folder, kpi, command):
    said = refused(kpi, bare_folder, *command, GIT_CEILING_DIRECTORIES=str(bare_folder.parent))
    assert "is not in a git repository; run git init" in said


@pytest.mark.parametrize("command", LOOK_BACK + AT)
def test_no_commit(bare_folder, kpi, command):
    run(bare_folder, "init", "-q")
    assert "no commit yet; commit the project first" in refused(kpi, bare_folder, *command)


@pytest.mark.parametrize("command", [*LOOK_BACK, ("diff", "HEAD"), ("diff", "2025-03-01", "main")])
def test_a_shallow_clone(told, kpi, tmp_path, command):
    run(tmp_path, "clone", "-q", "--depth", "3", f"file://{told[0]}", "shallow")
    said = refused(kpi, tmp_path / "shallow", *command)
    assert "shallow" in said
    assert "git fetch --unshallow" in said


@pytest.mark.parametrize("command", [("diff", "2025-03-01"), ("diff", "2025-W10", "2026-W10")])
def test_days_need_no_git_at_all(bare_folder, kpi, tmp_path, command):
    done = kpi(*command, "--project", str(bare_folder), PATH=str(tmp_path))
    assert (done.code, done.stderr) == (0, "")


@pytest.mark.parametrize(("words", "said"), [
    (("HEAD~1", "HEAD", "--at", "HEAD"), "--at: says where days are looked up; A and B are rev"),
    (("2025-03-01", "2026-03-01", "--on", "2026-04-01"), "--on: says for which day revisions are"),
    (("HEAD~1", "--at", "HEAD"), ""), (("2025-03-01", "HEAD", "--at", "HEAD"), ""),
    (("2025-03-01", "HEAD", "--on", "2026-04-01"), ""),
])  # fmt: skip
def test_a_clock_that_no_side_would_look_at(told, kpi, words, said):
    """Where B is left out it is the folder or, with --at, that revision."""
    done = kpi("diff", *words, "--project", str(told[0]))
    assert done.code == (2 if said else 0), done.stderr
    assert done.stderr.removeprefix("kpi: ").startswith(said)


@pytest.mark.parametrize(
    "revision",
    ["nowhere", "HEAD~99", "HEAD:targets.toml", "main..side", "^HEAD", "main\nside", "", " ",
     "$(touch x)", "; touch x", "HEAD@{upstream}", "가지", "\x1b[31m", "main^{blob}", "refs/",
     "../main", "HEAD -- x", "2026-1-1", "2026-w40", "x" * 5000],
)  # fmt: skip
def test_revisions_that_mean_no_commit(told, kpi, revision):
    for command in (("diff", revision), ("status", "--at", revision), ("log", "--at", revision)):
        done = kpi(*command, "--project", str(told[0]))
        assert (done.code, done.stdout) == (6, ""), (command, done)
        assert "\x1b" not in done.stderr
    assert not (told[0] / "x").exists()


@pytest.mark.parametrize("revision", ["--output=x", "-p", "--upload-pack=touch x", "--", "-"])
def test_revisions_that_look_like_options(told, kpi, revision):
    """As an argument they are options that we do not have; behind `--` or `=` they are refused."""
    root = str(told[0])
    assert kpi("diff", "--project", root, "--", revision).code == 6
    assert kpi("status", "--project", root, f"--at={revision}").code == 6
    if revision not in ("-", "--"):
        assert kpi("diff", revision, "--project", root).code == 2
    assert not (told[0] / "x").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [("2026-02-30", "is not a day"), ("2025-W53", "not in the calendar"),
     ("2026-W00", "not in the calendar"), ("2026-13-01", "is not a day")],
)  # fmt: skip
def test_what_looks_like_a_day_or_a_week_is_no_revision(told, kpi, wrong, said):
    for arguments in ((wrong,), ("2024-01-01", wrong)):
        done = kpi("diff", *arguments, "--project", str(told[0]))
        assert (done.code, done.stdout) == (2, "")
        assert said in done.stderr


def test_of_a_name_that_is_no_revision_nothing_is_said_of_days(told, kpi):
    done = kpi("check", "--since", "origin/main", "--project", str(told[0]))
    assert (done.code, "kpi diff" in done.stderr) == (6, False)
    assert "git fetch" in done.stderr


@pytest.mark.parametrize("option", ["--on", "--as-of"])
@pytest.mark.parametrize("text", ["", "20261122", "2026-W47-7"])  # Python would read the latter two
def test_a_clock_that_names_no_day_is_refused(told, kpi, option, text):
    done = kpi("diff", "HEAD", f"{option}={text}", "--project", str(told[0]))
    assert (done.code, done.stdout) == (2, "")
    assert f"{option}: {text!r} is not a day" in done.stderr


@pytest.mark.parametrize("command", [("status",), ("status", "--sort", "id"), ("show", "share")])
def test_a_colour_is_one_of_three_words(told, kpi, command):
    done = kpi(*command, "--color", "sometimes", "--project", str(told[0]))
    assert (done.code, done.stdout) == (2, "")
    assert "--color: 'sometimes' is not known" in done.stderr


def test_two_days_in_the_wrong_order(told, kpi):
    done = kpi("diff", "2026-W10", "2025-03-01", "--project", str(told[0]))
    assert done.code == 2
    assert "write `kpi diff 2025-03-01 2026-W10`" in done.stderr


def test_a_revision_before_a_day_that_is_past_is_told_how_it_is_judged(told, kpi):
    done = kpi("diff", "HEAD", "2025-03-01", "--project", str(told[0]))
    assert done.code == 2
    assert done.stderr.endswith("or judge it with --on 2025-03-01\n")
    done = kpi("diff", "2025-W09", "2025-03-01", "--project", str(told[0]))
    assert (done.code, done.stderr.partition("; ")[2]) == (2, "name the earlier one first\n")


def test_days_take_the_day_of_the_later_one_as_on(told, kpi):
    """What every other command is asked for is no fault here; another day says something else."""
    days, root = ("2025-03-01", "2026-03-01"), ("--project", str(told[0]))
    asked = kpi("diff", *days, "--on", "2026-03-01", *root)
    assert (asked.code, asked.stdout) == (0, kpi("diff", *days, *root).stdout)
    assert kpi("diff", *days, "--on", "2026-03-02", *root).code == 2
    assert kpi("diff", "2025-03-01", "2026-03", "--on", "2026-03-31", *root).code == 2


def test_a_year_is_no_revision_and_its_last_day_is_named(told, kpi):
    """It may be the beginning of a commit's name, or a tag, so that it is not taken for a day."""
    said = refused(kpi, told[0], "diff", "2025")
    assert said == 'kpi: the revision "2025" is unknown; of a year write its last day: 2025-12-31\n'


@pytest.mark.parametrize("revision", ["main~2..main", "main~2...", "..main"])
def test_a_range_is_no_revision_and_both_its_ends_are_asked_for(told, kpi, revision):
    said = refused(kpi, told[0], "diff", revision)
    assert said.endswith(
        f'"{revision}" is a range of commits; name one commit; kpi diff takes two: kpi diff A B\n'
    )


def test_the_last_commit_of_a_day_is_named_whatever_the_hour(project, kpi):
    """To git a day alone is that day at the hour of now."""
    for hour in ("00:00:30", "23:59:30"):
        run(project, "commit", "-q", "--allow-empty", "-m", hour,
            GIT_COMMITTER_DATE=f"2027-03-05T{hour}")  # fmt: skip
    said = refused(kpi, project, "status", "--at", "2027-03-05")
    words = said.partition("last commit: git ")[2].split()
    assert run(project, *words) == run(project, "rev-parse", "--short", "HEAD")


@pytest.mark.parametrize("period", ["2024-H1", "2024H2", "2024-Q5", "2025-13", "2025-1", "2025-w4"])
def test_another_spelling_of_a_part_of_a_year_is_told_ours(told, kpi, period):
    said = refused(kpi, told[0], "diff", period)
    assert said.startswith(f'kpi: the revision "{period}" is unknown; write a half-year as 2026-S2')


def test_a_branch_named_like_a_week_can_be_written_in_full(project, kpi):
    run(project, "branch", "2026-W40", "HEAD~9")
    done = kpi("diff", "refs/heads/2026-W40", "-f", "json", "--project", str(project))
    assert done.code == 0
    assert '"at": "refs/heads/2026-W40"' in done.stdout


def test_faults_at_a_revision_are_told_as_that_revisions(project, kpi):
    (project / "observations/share/2026_2027-01-03.toml").write_text("value = \n")
    run(project, "add", "-A")
    run(project, "commit", "-q", "-m", "Broken")
    (project / "observations/share/2026_2027-01-03.toml").unlink()
    for words in (("diff", "HEAD"), ("status", "--at", "HEAD"), ("show", "share", "--at", "HEAD")):
        done = kpi(*words, "--project", str(project))
        assert (done.code, done.stdout) == (4, ""), words
        first, second, *_ = done.stderr.splitlines()
        assert (first, second.partition(".toml:1:")[0]) == (
            "in revision HEAD:", "observations/share/2026_2027-01-03"
        )  # fmt: skip


def test_a_revision_before_the_project_began(project, kpi):
    run(project, "checkout", "-q", "--orphan", "empty")
    run(project, "rm", "-r", "-q", "--cached", ".")
    run(project, "commit", "-q", "--allow-empty", "-m", "Nothing")
    run(project, "checkout", "-q", "-f", "main")
    done = kpi("diff", "empty", "--project", str(project))
    assert done.code == 4
    assert "no such file in revision empty; name a later one, or commit the" in done.stderr


def test_a_blob_that_is_missing_is_no_internal_error(project, kpi):
    """As in a partial clone, or a damaged one; git asks no remote."""
    sha = run(project, "rev-parse", "HEAD:observations/share/2025_2026-09-03.toml")
    blob = project / ".git" / "objects" / sha[:2] / sha[2:]
    os.chmod(blob, 0o644)
    blob.unlink()
    for command in (("diff", "HEAD"), ("status", "--at", "HEAD"), ("check", "--at", "HEAD")):
        refused(kpi, project, *command)


@pytest.mark.parametrize("what", ["index", "tree", "commit"])
def test_a_repository_that_is_damaged(project, kpi, what):
    """`git status` would fail as well: the index can be made anew, an object must come again."""
    path = project / ".git/index"
    if what != "index":
        sha = run(project, "rev-parse", "HEAD^{tree}" if what == "tree" else "HEAD~2")
        path = project / ".git/objects" / sha[:2] / sha[2:]
        path.chmod(0o644)
    path.write_text("junk" if what != "commit" else "")
    commands = {"index": ("log",), "tree": ("status", "--at", "HEAD"), "commit": ("diff", "HEAD~2")}
    said = refused(kpi, project, *commands[what])
    assert ("run git reset" in said) == (what == "index")
    assert ("is damaged: see git fsck" in said) == (what != "index")
    refused(kpi, project, "log")


@pytest.mark.parametrize(("columns", "lang"), [("60", "en"), ("100", "ko")])
def test_a_note_appears_as_text_everywhere(project, kpi, columns, lang):
    """Notes are quoted in the table, in Markdown and in JSON."""
    text = "a|<b>`x` @you =1+1"
    (project / "observations/share/2025_2026-11-20.toml").write_text(
        f'value = 19\nnote = "{text}"\n'
    )
    for form in ("table", "json", "markdown"):
        done = kpi("diff", "HEAD", "-f", form, "--project", str(project), "--lang", lang,
                   COLUMNS=columns)  # fmt: skip
        assert done.code == 0
        shown = text if form != "markdown" else r"a\|&lt;b&gt;\`x\` &#64;you =1+1"
        assert shown in done.stdout, form
        assert ("<b>" in done.stdout) is (form != "markdown")


def test_the_files_are_elsewhere(told, kpi, tmp_path):
    """A log that took another folder for the work tree would call every file deleted."""
    root = tmp_path / "ledger"
    shutil.copytree(told[0], root)
    (tmp_path / "elsewhere").mkdir()
    run(root, "config", "core.worktree", str(tmp_path / "elsewhere"))
    said = refused(kpi, root, "log")
    assert "looks for the files of this repository in another folder; see git config" in said
    assert kpi("log", "--at", "HEAD", "--project", str(root)).code == 0


def test_a_repository_that_wants_copies_told_is_told_renames(told, kpi, tmp_path):
    """A record that another one of the same content was made from is another record."""
    root = tmp_path / "ledger"
    shutil.copytree(told[0], root)
    share = root / "observations/share"
    first = share / "2023_2024-06-01.toml"
    shutil.copy(first, share / "2027_2028-06-01.toml")
    first.write_text(first.read_text() + 'note = "edited"\n')
    run(root, "add", "-A")
    run(root, "commit", "-q", "-m", "A copy")
    before = kpi("log", "--project", str(root))
    run(root, "config", "diff.renames", "copies")
    assert "copy" in run(root, "log", "-1", "--summary")
    assert kpi("log", "--project", str(root)) == before


def test_an_order_of_files_that_git_cannot_read(told, kpi, tmp_path):
    """What the repository wants for its own diffs is none of ours."""
    root = tmp_path / "ledger"
    shutil.copytree(told[0], root)
    before = kpi("log", "--project", str(root))
    run(root, "config", "diff.orderFile", "/nonexistent")
    assert kpi("log", "--project", str(root)) == before
