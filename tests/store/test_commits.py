"""A commit is read like the folder it recorded, and git's refusals come with their remedies."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kpi.store import commits, git, revisions
from kpi.store.commits import CommitTree, commit_tree
from kpi.store.git import GitError
from kpi.store.history import history
from kpi.store.origin import last_commit
from kpi.store.revisions import require_history, resolve
from kpi.store.trees import LARGEST, Entry, Refused, WorkTree

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own: nobody's configuration, name or date matters."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "김지원")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "jiwon@example.org")
        monkeypatch.setenv(f"GIT_{who}_DATE", "2026-11-22T09:30:00+09:00")


def run(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=root, check=True, capture_output=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


def commit(root: Path, message: str = "Record") -> str:
    run(root, "add", "-A", "-f")
    run(root, "commit", "-q", "--allow-empty", "-m", message)
    return run(root, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one commit of one target and one observation."""
    root = tmp_path / "project"
    (root / "observations" / "jobs").mkdir(parents=True)
    (root / "targets.toml").write_text('title = "목표"\n', "utf-8")
    (root / "observations" / "jobs" / "2024_2025-01-01.toml").write_text("value = 1\n")
    run(root, "init", "-q", "-b", "main")
    commit(root)
    return root


def refusal(root: Path, revision: str = "HEAD") -> str:
    """What is wrong, said with a remedy, when the project is read at a revision."""
    with pytest.raises(GitError) as caught:
        list(commit_tree(str(root), revision).walk("observations"))
    assert caught.value.remedy
    assert str(caught.value).isprintable()
    return str(caught.value)


def same(root: Path) -> dict[str, Entry]:
    """The entries at HEAD, once it is sure that the folder has the same, bytes included."""
    now, then = WorkTree(str(root)), commit_tree(str(root), "HEAD")
    entries = list(then.walk("observations"))
    assert entries == list(now.walk("observations"))
    for entry in entries:
        if entry.fault is None:
            assert then.read(entry.name) == now.read(entry.name)
        elif entry.fault != "name-not-ascii":
            with pytest.raises((Refused, FileNotFoundError)):
                then.read(entry.name)
    assert then.read("targets.toml") == now.read("targets.toml")
    return {entry.name.removeprefix("observations/"): entry for entry in entries}


def test_resolve(root: Path) -> None:
    """A revision is a commit with its full name."""
    sha = run(root, "rev-parse", "HEAD")
    assert resolve(str(root), "HEAD") == sha
    run(root, "tag", "-a", "-m", "x", "v1")
    run(root, "branch", "한글-가지")
    for revision in ("main", "v1", "한글-가지", sha, sha[:10], "HEAD^0", "@", "main@{0}"):
        assert resolve(str(root), revision) == sha


def test_the_past_stays(root: Path) -> None:
    """What was recorded then is read without touching what is there now."""
    first = run(root, "rev-parse", "HEAD")
    (root / "targets.toml").write_text("new")
    (root / "observations" / "jobs" / "2024_2025-01-01.toml").unlink()
    commit(root)
    (root / "targets.toml").write_text("not committed")
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    tree = commit_tree(str(root), first)
    assert tree.read("targets.toml").decode() == 'title = "목표"\n'
    assert list(tree.walk("observations")) == [
        Entry("observations/jobs/2024_2025-01-01.toml", len("value = 1\n"))
    ]
    assert commit_tree(str(root), "HEAD").read("targets.toml") == b"new"
    assert list(commit_tree(str(root), "HEAD").walk("observations")) == []
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_like_the_folder(root: Path) -> None:
    """Links, sizes, hidden files and names: the commit and the folder say the same."""
    folder = root / "observations" / "jobs"
    (folder / "empty.toml").write_bytes(b"")
    (folder / "lines.toml").write_bytes(b"a\r\nb\n\n")
    (folder / "copy.toml").write_bytes(b"value = 1\n")
    (folder / "limit.toml").write_bytes(b"x" * LARGEST)
    (folder / "large.toml").write_bytes(b"x" * (LARGEST + 1))
    (folder / ".hidden.toml").write_bytes(b"x")
    (folder / ".folder").mkdir()
    (folder / ".folder" / "x.toml").write_bytes(b"x")
    (folder.parent / ".gitkeep").write_bytes(b"")
    (folder / "실적.toml").write_bytes(b"x")
    (folder / 'quo"te\t.toml').write_bytes(b"x")
    (root / "observations" / "jobs-2").mkdir()
    (root / "observations" / "jobs-2" / "a.toml").write_bytes(b"x")
    with open(os.fsencode(folder) + b"/\xff.toml", "wb"):
        pass
    (root.parent / "secret").write_text("secret")
    (folder / "in.toml").symlink_to("../../targets.toml")
    (folder / "in2.toml").symlink_to("in.toml")
    (folder / "through.toml").symlink_to("linked/a.toml")
    (folder / "linked").symlink_to("../jobs-2")
    (folder / "up").symlink_to("../..")
    (folder / "broken.toml").symlink_to("./none.toml")
    os.symlink(b"\xff.txt", os.fsencode(folder) + b"/odd.toml")
    (root / "observations-old").mkdir()
    (root / "observations-old" / "a.toml").write_bytes(b"x")
    (folder / "self.toml").symlink_to("self.toml")
    (folder / "out.toml").symlink_to("../../../secret")
    (folder / "outer").symlink_to("/etc")
    (folder / "out-through").symlink_to("outer/passwd")
    (folder / "to-large.toml").symlink_to("large.toml")
    (folder / "run.toml").write_bytes(b"x")
    (folder / "run.toml").chmod(0o755)
    commit(root)
    entries = same(root)
    faults = {name: entry.fault for name, entry in entries.items() if entry.fault}
    assert faults == {
        "jobs/broken.toml": "link-broken",
        'jobs/quo"te\t.toml': "name-not-ascii",
        "jobs/large.toml": "too-large",
        "jobs/linked": "link-folder",
        "jobs/odd.toml": "link-broken",
        "jobs/out-through": "link-out",
        "jobs/out.toml": "link-out",
        "jobs/outer": "link-out",
        "jobs/self.toml": "link-broken",
        "jobs/to-large.toml": "too-large",
        "jobs/up": "link-folder",
        "jobs/실적.toml": "name-not-ascii",
        "jobs/\udcff.toml": "name-not-ascii",
    }
    assert len(entries) == len(faults) + 10


@pytest.mark.parametrize("inside", ["", "나라/목표 표/"])
def test_below_a_larger_repository(tmp_path: Path, inside: str) -> None:
    """A project may lie in a folder of a repository, of whatever name; the rest is not its own."""
    top = tmp_path / "top"
    root = top / inside
    (root / "observations" / "a").mkdir(parents=True)
    (root / "observations" / "a" / "x.toml").write_text("value = 1")
    (root / "targets.toml").write_text("schema = 1")
    (top / "elsewhere.toml").write_text("x")
    if inside:
        (root / "observations" / "a" / "out.toml").symlink_to("../../../../elsewhere.toml")
    run(top, "init", "-q")
    commit(top)
    entries = same(root)
    assert entries["a/x.toml"].fault is None
    assert not inside or entries["a/out.toml"].fault == "link-out"


def test_before_the_project_was_there(root: Path) -> None:
    """In a commit without the project's folder there is nothing."""
    first = run(root, "rev-parse", "HEAD")
    (root / "later").mkdir()
    (root / "later" / "targets.toml").write_text("x")
    commit(root)
    tree = commit_tree(str(root / "later"), first)
    assert list(tree.walk("observations")) == []
    with pytest.raises(FileNotFoundError):
        tree.read("targets.toml")


def test_what_is_not_there(root: Path) -> None:
    """A missing file, a folder, and a name that is none."""
    tree = commit_tree(str(root), "HEAD")
    assert list(tree.walk("reports")) == []
    for name in ("none", "targets.toml/x", "observations/jobs/none.toml"):
        with pytest.raises(FileNotFoundError):
            tree.read(name)
    with pytest.raises(Refused, match="not an ordinary file"):
        tree.read("observations/jobs")
    with pytest.raises(ValueError, match="not a name within"):
        tree.read("../x")
    assert list(tree.walk("targets.toml")) == [Entry("targets.toml", 0, "not-a-folder")]


def test_a_linked_observations_folder(root: Path) -> None:
    """The folder itself may not be a link."""
    (root / "observations").rename(root / "real")
    (root / "observations").symlink_to("real")
    commit(root)
    tree = commit_tree(str(root), "HEAD")
    assert list(tree.walk("observations")) == list(WorkTree(str(root)).walk("observations"))
    assert list(tree.walk("observations")) == [Entry("observations", 0, "link-folder")]
    assert tree.read("observations/jobs/2024_2025-01-01.toml") == b"value = 1\n"


def test_two_processes_for_everything(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many observations there are, git is not started for each."""
    for nth in range(300):
        (root / "observations" / "jobs" / f"{nth}.toml").write_text(f"value = {nth}")
    commit(root)
    started: list[tuple[str, ...]] = []
    real = git.run

    def counting(root: str, arguments: tuple[str, ...], data: bytes = b"") -> tuple[bytes, str]:
        started.append(arguments)
        return real(root, arguments, data)

    monkeypatch.setattr(git, "run", counting)
    monkeypatch.setattr(revisions, "run", counting)
    tree = commit_tree(str(root), "HEAD")
    tree.read("targets.toml")
    for entry in tree.walk("observations"):
        tree.read(entry.name)
    verbs = [arguments[:2] for arguments in started]
    assert verbs.count(("cat-file", "--batch")) == 2
    assert verbs.count(("ls-tree", "-r")) == 1
    assert len(verbs) == 5


def test_a_submodule(root: Path, tmp_path: Path) -> None:
    """A submodule among the observations is a fault; its files are not there."""
    other = tmp_path / "other"
    other.mkdir()
    run(other, "init", "-q")
    (other / "x.toml").write_text("value = 1")
    commit(other)
    run(root, "submodule", "-q", "add", str(other), "observations/module")
    commit(root)
    tree = commit_tree(str(root), "HEAD")
    assert Entry("observations/module", 0, "submodule") in list(tree.walk("observations"))
    with pytest.raises(Refused, match="submodule"):
        tree.read("observations/module")
    assert tree.read("observations/jobs/2024_2025-01-01.toml") == b"value = 1\n"


def test_folders_that_are_left_out(root: Path) -> None:
    """Those of the names given, directly in the folder; in a commit as in the folder as it is."""
    for name in ("jobs-2/a.toml", "jobs-2/jobs/a.toml", "b.toml"):
        path = root / "observations" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    commit(root)
    for tree in (commit_tree(str(root), "HEAD"), WorkTree(str(root))):
        assert [one.name for one in tree.walk("observations", {"observations/jobs"})] == [
            "observations/b.toml", "observations/jobs-2/a.toml", "observations/jobs-2/jobs/a.toml",
        ]  # fmt: skip


def test_a_link_longer_than_any_system_takes(root: Path) -> None:
    """It cannot be checked out, so that it leads nowhere; others beside it lead as ever."""
    (root / "long").write_text("x/" * 3_000)
    (root / "observations/jobs/in.toml").symlink_to("2024_2025-01-01.toml")
    sha = run(root, "hash-object", "-w", "long")
    (root / "long").unlink()
    run(root, "add", "-A")
    run(root, "update-index", "--add", "--cacheinfo", f"120000,{sha},observations/long.toml")
    run(root, "commit", "-qm", "Link")
    tree = commit_tree(str(root), "HEAD")
    assert [(one.name.rpartition("/")[2], one.fault) for one in tree.walk("observations")] == [
        ("2024_2025-01-01.toml", None), ("in.toml", None), ("long.toml", "link-broken"),
    ]  # fmt: skip
    assert tree.read("observations/jobs/in.toml") == b"value = 1\n"


@pytest.mark.parametrize(
    "revision", ["", "-", "--help", "--output=/tmp/x", "-n1", "a\nb", "a\0b", "\x1b[31m"]
)
def test_revisions_that_are_none(root: Path, revision: str) -> None:
    """A revision that looks like an option, or cannot be shown, is refused before git sees it."""
    assert "is not a revision" in refusal(root, revision)


@pytest.mark.parametrize(
    "revision",
    ["none", "HEAD~5", "HEAD:none", "0" * 40, ":/none", "^HEAD"],
)
def test_unknown_revisions(root: Path, revision: str) -> None:
    """What is no single commit is unknown."""
    assert f'"{revision}" is unknown' in refusal(root, revision)


def test_what_is_there_and_no_commit(root: Path) -> None:
    """A file and a folder of a commit are not unknown, and no commits either."""
    tree = run(root, "rev-parse", "HEAD^{tree}")
    for revision in ("HEAD:targets.toml", "HEAD:", "HEAD^{tree}", tree, tree[:12]):
        assert f'"{revision}" is a file or a folder, and no commit' in refusal(root, revision)


def test_a_revision_by_its_message(root: Path) -> None:
    """`:/` takes all that follows for words of the message."""
    sha = commit(root, "Correct: 2024")
    commit(root, "another")
    for revision in (":/Correct: 2024", "HEAD^{/Correct: 2024}"):
        assert resolve(str(root), revision) == sha


def test_a_broken_configuration_is_not_a_missing_commit(root: Path) -> None:
    """Who has commits is not told to make one."""
    with (root / ".git" / "config").open("a") as file:
        file.write("[[[\n")
    assert "bad config line" in refusal(root)
    assert "bad config line" in refusal(root, "main")


def test_ambiguous_revisions(root: Path) -> None:
    """A tag and a branch of one name are not chosen between; nor are two commits."""
    run(root, "tag", "same")
    commit(root, "another")
    run(root, "branch", "same")
    assert "is ambiguous" in refusal(root, "same")
    run(root, "config", "core.warnAmbiguousRefs", "false")
    assert "is ambiguous" in refusal(root, "same")
    resolve(str(root), "refs/heads/same")
    for nth in range(40):
        commit(root, f"number {nth}")
    shas = run(root, "log", "--all", "--format=%H").split()
    starts = [sha[:4] for sha in shas]
    for nth in range(2000):
        if len(starts) != len(set(starts)):
            break
        tree = run(root, "rev-parse", "HEAD^{tree}")
        sha = run(root, "commit-tree", "-m", f"loose {nth}", tree)
        run(root, "update-ref", f"refs/x/{nth}", sha)
        starts.append(sha[:4])
    twice = next(start for start in starts if starts.count(start) > 1)
    assert "is ambiguous" in refusal(root, twice)


def test_no_repository(tmp_path: Path) -> None:
    """Said with the folder's name, and what to do."""
    (tmp_path / "plain").mkdir()
    assert "is not in a git repository" in refusal(tmp_path / "plain")
    assert "is not a folder" in refusal(tmp_path / "absent")


def test_no_commit_yet(tmp_path: Path) -> None:
    """A repository without a commit."""
    (tmp_path / "new").mkdir()
    run(tmp_path / "new", "init", "-q")
    assert "has no commit yet" in refusal(tmp_path / "new")
    assert "has no commit yet" in refusal(tmp_path / "new", "main")


def test_no_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the program."""
    monkeypatch.setenv("PATH", "/nowhere")
    assert "there is no git program" in refusal(root)


def test_a_shallow_clone(root: Path, tmp_path: Path) -> None:
    """Its last commit can be read; an older one, and any history, is refused with the remedy."""
    commit(root, "second")
    run(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "shallow")
    shallow = tmp_path / "shallow"
    assert same(shallow)
    assert "--unshallow" in refusal(shallow, "HEAD~1")
    with pytest.raises(GitError, match="--unshallow"):
        require_history(str(shallow))
    require_history(str(root))


def test_a_partial_clone_asks_no_remote(root: Path, tmp_path: Path) -> None:
    """What a partial clone lacks is not fetched behind the user's back."""
    run(root, "config", "uploadpack.allowFilter", "true")
    run(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{root}", "part")
    with pytest.raises(GitError, match=r"lacks the object [0-9a-f]{40}; .* without --filter"):
        commit_tree(str(tmp_path / "part"), "HEAD").read("targets.toml")


def test_an_object_is_missing(root: Path) -> None:
    """Whatever is wrong with the repository, it is said which object is not there."""
    sha = run(root, "rev-parse", "HEAD:targets.toml")
    (root / f".git/objects/{sha[:2]}/{sha[2:]}").unlink()
    with pytest.raises(GitError, match=f"lacks the object {sha}; run git fsck"):
        commit_tree(str(root), "HEAD").read("targets.toml")


def test_a_folder_that_is_missing_is_not_an_empty_one(root: Path) -> None:
    """A repository that is broken at its top holds no project without records."""
    sha = run(root, "rev-parse", "HEAD^{tree}")
    (root / f".git/objects/{sha[:2]}/{sha[2:]}").unlink()
    assert "git fsck" in refusal(root) or "git status" in refusal(root)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a folder away")
@pytest.mark.parametrize("in_the_environment", [False, True])
def test_a_repository_of_another_user(
    root: Path, monkeypatch: pytest.MonkeyPatch, in_the_environment: bool
) -> None:
    """git's refusal comes with the line that trusts the folder; it may be trusted by variables
    alone, of which no others are handed on."""
    os.chown(root, 1234, 1234)
    os.chown(root / ".git", 1234, 1234)
    said = refusal(root)
    assert "belongs to another user" in said
    assert f"--add safe.directory {root}" in said
    if in_the_environment and run(root, "version").startswith("git version 2.30."):
        pytest.skip("git 2.30 takes no settings from the environment")
    if in_the_environment:
        settings = ("core.worktree", "/nowhere"), ("safe.directory", str(root))
        monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
        for nth, (key, value) in enumerate(settings):
            monkeypatch.setenv(f"GIT_CONFIG_KEY_{nth}", key)
            monkeypatch.setenv(f"GIT_CONFIG_VALUE_{nth}", value)
    else:
        run(root, "config", "--global", "--add", "safe.directory", str(root))
    assert same(root)
    assert history(str(root), "observations").recorded


def test_nothing_configured_is_run(root: Path, tmp_path: Path) -> None:
    """Neither pager, hook, file-system monitor nor filter of the repository is started."""
    trap = tmp_path / "trap"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {trap}\ncat\n")
    script.chmod(0o755)
    (root / ".gitattributes").write_text("*.toml diff=x filter=x text\n")
    commit(root)
    settings = (
        "core.pager core.fsmonitor core.sshCommand diff.x.textconv filter.x.smudge gpg.program"
        " diff.external alias.ls-tree alias.rev-parse"
    )
    for key in settings.split():
        run(root, "config", key, str(script))
    run(root, "config", "log.showSignature", "true")
    (tmp_path / "hooks").mkdir()
    run(root, "config", "core.hooksPath", str(tmp_path / "hooks"))
    tree = commit_tree(str(root), "HEAD")
    assert [tree.read(entry.name) for entry in tree.walk("observations")] == [b"value = 1\n"]
    assert not trap.exists()


def test_the_callers_environment_does_not_matter(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a hook, where git sets these, the project's own repository is still meant."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert commit_tree(str(root), "HEAD").read("targets.toml").startswith(b"title")


def test_replaced_objects_do_not_rewrite_history(root: Path) -> None:
    """`git replace` changes what git shows, not what was recorded."""
    first = run(root, "rev-parse", "HEAD")
    (root / "targets.toml").write_text("rewritten")
    second = commit(root)
    run(root, "replace", first, second)
    assert commit_tree(str(root), first).read("targets.toml").startswith(b"title")


def test_git_that_hangs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is stopped, and the user told."""
    (tmp_path / "bin").mkdir()
    slow = tmp_path / "bin" / "git"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr(git, "SECONDS", 0.2)
    assert "did not answer" in refusal(root)


def test_git_that_talks_nonsense(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it says to stderr is shown without its control characters."""
    (tmp_path / "bin").mkdir()
    odd = tmp_path / "bin" / "git"
    odd.write_text("#!/bin/sh\nprintf '\\n\\033[31mred alert\\n' >&2\nexit 3\n")
    odd.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    with pytest.raises(GitError, match=r"git failed: \[31mred alert; "):
        git.git(str(root), "status")
    odd.write_text("#!/bin/sh\nexit 3\n")
    with pytest.raises(GitError, match="no reason given"):
        git.git(str(root), "status")


def instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, mode: int = 0o755
) -> None:
    """Another program that is called git."""
    (tmp_path / "bin").mkdir(exist_ok=True)
    (tmp_path / "bin/git").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "bin/git").chmod(mode)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


def test_git_that_is_killed_has_not_answered(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it had written by then is no answer, although it complains of nothing."""
    instead(tmp_path, monkeypatch, "echo half; kill -9 $$")
    with pytest.raises(GitError, match="git failed: no reason given"):
        git.git(str(root), "log")


def test_a_git_that_may_not_be_run(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is as good as none."""
    instead(tmp_path, monkeypatch, "echo", 0o644)
    with pytest.raises(GitError, match="there is no git program; install git"):
        git.git(str(root), "log")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["a\0b"], "a name holds a NUL character; leave it out"),
        (["x" * 100_000] * 50, "git cannot be started: Argument list too long; see free memory"),
    ],
)
def test_what_no_program_can_be_told(root: Path, names: list[str], said: str) -> None:
    """A refusal with its remedy, as whatever git itself refuses."""
    with pytest.raises(GitError, match=said):
        git.git(str(root), "log", "--", *names)


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    """It cannot be asked about."""
    said = "gone is not a folder that can be entered; name another folder$"
    with pytest.raises(GitError, match=said):
        git.git(str(tmp_path / "gone"), "log")


def test_git_is_told_to_speak_english_to_ask_nobody_and_to_lock_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the caller has told it."""
    for name in ("GIT_TERMINAL_PROMPT", "GIT_OPTIONAL_LOCKS", "GIT_ASKPASS", "GIT_PAGER", "LC_ALL"):
        monkeypatch.setenv(name, "caller")
    instead(tmp_path, monkeypatch, "/usr/bin/env")
    said = git.git(str(root), "log").decode().splitlines()
    assert {"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"} <= set(said)
    assert not [line for line in said if "caller" in line]


def test_older_words_for_a_repository_of_another_user(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before git 2.36; what is to be typed holds no control character."""
    words = "fatal: unsafe repository (owned by another)\n git config --add safe.directory /a\033b"
    instead(tmp_path, monkeypatch, f"printf '{words}\n' >&2; exit 128")
    with pytest.raises(GitError, match=r"another user; .* --add safe\.directory /ab$"):
        git.git(str(root), "log")


def test_what_a_sparse_checkout_leaves_out(root: Path, tmp_path: Path) -> None:
    """Not what was deleted by hand, nor what is there all the same; in a linked work tree, too."""
    (root / "observations/more").mkdir()
    for name in ("2024_2025-01-01", "2025_2026-01-01"):
        (root / f"observations/more/{name}.toml").write_text("value = 1\n")
    commit(root)
    linked = tmp_path / "linked"
    run(root, "worktree", "add", "-q", str(linked))
    for folder in (root, linked):
        assert git.left_out(str(folder), "observations") == []
        run(folder, "sparse-checkout", "set", "observations/jobs")
        (folder / "observations/jobs/2024_2025-01-01.toml").unlink()
        (folder / "observations/more").mkdir()
        (folder / "observations/more/2025_2026-01-01.toml").write_text("value = 2\n")
        found = git.left_out(str(folder), "observations")
        assert found == ["observations/more/2024_2025-01-01.toml"]


def put_commit(root: Path, stamp: str) -> str:
    """A commit of HEAD's tree whose author and committer have any date."""
    text = f"tree {run(root, 'rev-parse', 'HEAD^{tree}')}\nparent {run(root, 'rev-parse', 'HEAD')}"
    text += f"\nauthor A <a@b> {stamp}\ncommitter A <a@b> {stamp}\n\nodd\n"
    words = ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"]
    done = subprocess.run(words, cwd=root, input=text.encode(), check=True, capture_output=True)
    return done.stdout.decode().strip()


def test_who_signed_a_commit_is_not_looked_at(root: Path, tmp_path: Path) -> None:
    """git log would run a program that the repository names, and tell what it said of each."""
    trap, script = tmp_path / "trap", tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o755)
    text = run(root, "cat-file", "commit", "HEAD")
    begin, end = "-----BEGIN PGP SIGNATURE-----", "-----END PGP SIGNATURE-----"
    text = text.replace("\n\n", f"\ngpgsig {begin}\n \n abc\n {end}\n\n", 1) + "\n"
    words = ["git", "hash-object", "-t", "commit", "-w", "--stdin"]
    done = subprocess.run(words, cwd=root, input=text.encode(), check=True, capture_output=True)
    signed = done.stdout.decode().strip()
    run(root, "reset", "-q", "--hard", signed)
    run(root, "config", "log.showSignature", "true")
    run(root, "config", "gpg.program", str(script))
    assert last_commit(str(root), "targets.toml") == signed
    assert {one.commit for one in history(str(root), "observations").recorded.values()} == {signed}
    assert not trap.exists()


@pytest.mark.parametrize(
    "stamp", ["9999999999999 +0900", "1700000000 +9999", "1700000000 +051800", "-1 +0000", "x"]
)
def test_odd_dates(root: Path, stamp: str) -> None:
    """What a commit holds does not depend on when somebody says that it was made."""
    sha = put_commit(root, stamp)
    assert resolve(str(root), sha) == sha
    assert commit_tree(str(root), sha).read("targets.toml").startswith(b"title")


def test_a_commit_made_elsewhere(root: Path) -> None:
    """A tree may be made of a commit that is already resolved."""
    tree = CommitTree(str(root), run(root, "rev-parse", "HEAD"))
    assert tree.read("targets.toml").startswith(b"title")


@pytest.mark.parametrize("name", ["targets.toml", "my ledger/targets.toml"])
def test_a_name_with_a_space_is_missing(root: Path, name: str) -> None:
    """git repeats what it was asked for, which may be of several words."""
    with pytest.raises(GitError, match="lacks the object HEAD:"):
        commits.blobs(str(root), [f"HEAD:{name} x"])


def test_a_head_that_is_not_there(root: Path) -> None:
    """Something was committed: the repository is broken, and not new."""
    sha = run(root, "rev-parse", "HEAD")
    (root / f".git/objects/{sha[:2]}/{sha[2:]}").unlink()
    assert f"lacks the object {sha}" in refusal(root)


@pytest.mark.parametrize("said", ["", "\\377", "words\\n", "\\0\\0", "0 0 0\\n"])
@pytest.mark.parametrize("command", ["rev-parse --verify", "ls-tree", "cat-file --batch"])
def test_answers_that_are_none(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    """A git that breaks off or talks nonsense is at fault, and not kpi."""
    (tmp_path / "bin").mkdir()
    odd = tmp_path / "bin" / "git"
    odd.write_text(
        f'#!/bin/sh\ncase "$*" in *" {command} "*|*" {command}") printf "{said}"; exit 0;; esac\n'
        f'exec {shutil.which("git")} "$@"\n'
    )
    odd.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    if command == "ls-tree" and not said:
        assert list(commit_tree(str(root), "HEAD").walk("observations")) == []
    else:
        with pytest.raises(GitError, match=f"git {command.split()[0]} answers in an unknown form"):
            commit_tree(str(root), "HEAD").read("targets.toml")


@pytest.mark.parametrize("said", [
    "fatal: unable to read tree {}", "fatal: unable to read tree ({})",
    "fatal: could not fetch {} from promisor remote",
])  # fmt: skip
def test_what_versions_of_git_say_of_an_object_that_is_not_there(said: str, root: Path) -> None:
    """Version 2.39 names a tree without brackets, 2.55 with them."""
    found = git._reason(said.format("0" * 40), str(root))
    assert "the repository lacks the object 0000" in str(found)
    assert "--filter" in found.remedy
