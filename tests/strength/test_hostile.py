"""Projects made to harm whoever reads them: refused or harmless, in time and in memory.

Links that lead out, FIFOs, names with escapes and letters beyond ASCII, absurd numbers and deep
nesting are in tests/store and tests/faults; refusals of odd revisions in tests/history. Here is
what they leave out: devices, sheer size, twins, and a repository that would run commands.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from kpi.store.trees import LARGEST
from tests.gallery import FAULTS, Answer, kpi
from tests.strength.whole import held

#: So many seconds of the processor a hostile file may cost, on a slow machine.
PATIENCE = 10
READING = (
    ("status",), ("status", "--at", "HEAD"), ("show", "share"), ("methods",), ("check",),
    ("log",), ("log", "share"), ("diff", "HEAD"), ("diff", "HEAD", "2026-11-22"),
    ("diff", "HEAD~1"),
    ("export", "-f", "csv"), ("whatif", "share", "2027=8"), ("doctor",),
    ("status", "--at=--output=x"), ("diff", "--", "--output=x"), ("log", "--at=--output=x"),
    ("status", "--at", "refs/heads/--output=x"),
)  # fmt: skip


def seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def refused(root: Path, *said: str) -> Answer:
    """`kpi check` refuses the project, in time, with each of these words."""
    start = seconds()
    answer = kpi(root, "check", "-q")
    assert seconds() - start < PATIENCE
    assert (answer.code, answer.err) == (4, ""), answer.err
    for words in said:
        assert words in answer.out
    return answer


# ------------------------------------------------------------------------------------- sizes


def test_ten_mebibytes(root: Path) -> None:
    """Neither file is read; the limit is told for each."""
    for name in ("targets.toml", "observations/share/2022_2023-06-30.toml"):
        (root / name).write_bytes(b"#" * 10 * LARGEST)
    answer = refused(
        root, "targets.toml: this is over 1 MiB", "2023-06-30.toml: this is over 1 MiB"
    )
    assert answer.out.count("\n") == 2


def test_a_sparse_file_of_a_tebibyte(root: Path) -> None:
    """What only says that it is long is not read either."""
    os.truncate(root / "observations/share/2022_2023-06-30.toml", 2**40)
    refused(root, "this is over 1 MiB")


@pytest.mark.parametrize("name", ["targets.toml", "observations/share/2022_2023-06-30.toml"])
def test_many_unknown_keys(root: Path, name: str) -> None:
    """A thousand are told, each with its place, and the others counted."""
    keys = "".join(f"a{n} = 1\n" for n in range(10_000))
    path = root / name
    path.write_text(keys + path.read_text("utf-8"), "utf-8")
    answer = refused(root, 'unknown key "a0"', f'{name}:1000:1: unknown key "a999" (and 9,000 more')
    assert answer.out.count("\n") == 1_000
    assert "10,000 problems" in kpi(root, "check").out


@pytest.mark.parametrize(
    "text",
    ["a" + ".a" * 500_000 + " = 1", "a = " + "[" * 500_000, "a = " + "{a = " * 200_000,
     "[" + "a." * 500_000 + "a]", 'title = "' + "x" * 1_000_000 + '"',
     "schema = " + "9" * 1_000_000,
     'title = "' + "\\\\" * 500_000 + '"', "title = " + '"' * 1_000_000, "a = 1e" + "9" * 1_000_000,
     "\n" * 1_000_000 + "?", "[[target]]\n" * 5_000],
    ids=["dots", "lists", "braces", "header", "text", "number", "backslashes", "quotes", "exponent",
         "lines", "tables"],
)  # fmt: skip
def test_a_mebibyte_of_one_thing(root: Path, text: str) -> None:
    """In targets.toml or in a fact: a problem, in time."""
    sound = (root / "targets.toml").read_bytes()
    (root / "targets.toml").write_text(text, "utf-8")
    refused(root, "targets.toml")
    (root / "targets.toml").write_bytes(sound)
    (root / "observations/share/2022_2023-06-30.toml").write_text(text, "utf-8")
    refused(root, "2022_2023-06-30.toml")


HEAD = '[[target]]\nid = "x{n}"\ntitle = "X"\nunit = "%"\ndirection = "up"\n'
GOALS = "baseline = {{ period = 2020, value = 5 }}\ngoal = [{goals}]\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("".join(HEAD.format(n=n) + GOALS.format(goals="{value=9,announced=2024-01-01}," * 6_600)
                 for n in range(5)), "there is no target"),
        ("".join(HEAD.format(n=n) + f'goal = {{ value = 1, document = "d{n:0>60}x" }}\n'
                 f'[document.d{n:0>60}]\ntitle = "X"\n' for n in range(3_500)), "2,500 more"),
        ("".join(HEAD.format(n=n) + "goal = { value = 1 }\n"
                 'superseded = { on = 2024-01-01, by = "zzz" }\n' for n in range(8_000)),
         "7,000 more"),
    ],
    ids=["goals", "documents", "targets"],
)  # fmt: skip
def test_many_that_refer_to_many(root: Path, text: str, said: str) -> None:
    """Each refers to one of thousands: none is held against all others. In time by the square."""
    (root / "targets.toml").write_text(text, "utf-8")
    assert len(text) < LARGEST
    refused(root, said)


def test_many_rows_of_targets_that_are_not_there(root: Path) -> None:
    """As many as fit, in a batch at the top, beside targets whose names are all but theirs."""
    batch = root / "observations/batch_2023-06-30_all.toml"
    names = [f"{n:0>60}" for n in range(3_500)]
    targets = (f'[[target]]\nid = "y{one}"\ntitle = "X"\nunit = "%"\ndirection = "up"\n'
               "goal = { value = 1 }\n" for one in names)  # fmt: skip
    rows = (f'[[observation]]\ntarget = "{one}"\nperiod = 2022\nvalue = 1\n' for one in names)
    (root / "targets.toml").write_text("".join(targets), "utf-8")
    batch.write_text("".join(rows), "utf-8")
    refused(root, f"{batch.name}:2:1: there is no target", "2,500 more")


# ------------------------------------------------------------------------------------- names


def test_devices(root: Path) -> None:
    """An endless device is neither read nor waited for, in the place of any file."""
    fact = root / "observations/share/2023_2024-06-30.toml"
    try:
        os.mknod(fact, 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("devices cannot be made here")
    refused(root, "2023_2024-06-30.toml: this is not an ordinary file")
    (root / "targets.toml").unlink()
    os.mknod(root / "targets.toml", 0o20666, os.makedev(1, 5))
    answer = kpi(root, "check", "-q")
    assert answer.code == 4
    assert "targets.toml" in answer.both


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_letter_in_either_form(root: Path, form: str) -> None:
    """macOS takes an é apart: in a name it is refused in both forms."""
    name = unicodedata.normalize(form, "2023_2024-06-30_é.toml")
    (root / "observations/share" / name).write_text("value = 1\n")
    refused(root, "has a name that is not plain ASCII")


def test_twins_but_for_their_case(root: Path) -> None:
    """Where names differ in their case alone, only the right one is read; the other is told."""
    share = root / "observations" / "share"
    for path in (share / "2023-Q1_2024-06-30.toml", share / "2023-q1_2024-06-30.toml",
                 share / "2022_2023-06-30.TOML",
                 root / "observations/SHARE/2023_2024-06-30.toml"):  # fmt: skip
        path.parent.mkdir(exist_ok=True)
        path.write_text("value = 1\n")
    answer = refused(root, "2023-q1_2024-06-30.toml", "2022_2023-06-30.TOML", "SHARE")
    assert "2023-Q1_2024-06-30.toml: " not in answer.out


def test_many_names_with_line_breaks(root: Path) -> None:
    """A name cannot forge a line of what is said."""
    folder = root / "observations" / "share"
    for n in range(50):
        (folder / f"x\nkpi: all is well {n}\n.toml").write_text("value = 1\n")
    answer = refused(root)
    assert answer.out.count("\n") == 50
    assert not [line for line in answer.out.splitlines() if line.startswith("kpi:")]


# ----------------------------------------------------------------------------- repositories


def git(root: Path, *words: str) -> str:
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b", *words],
        cwd=root, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def signed(root: Path, commit: str) -> str:
    """A commit like another one, with a signature that a program would have to look at."""
    text = git(root, "cat-file", "commit", commit) + "\n"
    lines = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n"
    (root / ".git/signed").write_text(text.replace("\n\n", "\n" + lines, 1))
    return git(root, "hash-object", "-t", "commit", "-w", ".git/signed")


@pytest.fixture
def armed(root: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A repository whose every setting that names a command names the same trap; and the trap."""
    trap, script = tmp_path / "sprung", tmp_path / "script"
    script.write_text(f'#!/bin/sh\necho "$0 $*" >> {trap}\ncat\n')
    script.chmod(0o755)
    git(root, "init", "-q", "-b", "main")
    (root / ".gitattributes").write_text("*.toml diff=x filter=x merge=x text eol=lf\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    (root / "observations/share/2023_2024-06-30.toml").write_text("value = 6.4\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "two")
    git(root, "reset", "-q", "--soft", signed(root, git(root, "rev-parse", "HEAD")))
    git(root, "update-ref", "refs/heads/--output=x", "HEAD")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc",
                 "fsmonitor-watchman", "pre-commit", "post-rewrite", "query-watchman"):  # fmt: skip
        (hooks / name).symlink_to(script)
        (root / ".git/hooks" / name).unlink(missing_ok=True)
        (root / ".git/hooks" / name).symlink_to(script)
    for key in ("core.fsmonitor", "core.pager", "pager.log", "pager.show", "core.editor",
                "core.sshCommand", "core.askPass", "core.gitProxy", "core.alternateRefsCommand",
                "diff.external", "diff.x.textconv", "diff.x.command", "filter.x.smudge",
                "filter.x.clean", "filter.x.process", "merge.x.driver", "gpg.program",
                "gpg.ssh.program", "credential.helper", "interactive.diffFilter",
                "sequence.editor", "uploadpack.packObjectsHook", "trailer.x.command",
                "remote.origin.uploadpack", "remote.origin.vcs"):  # fmt: skip
        git(root, "config", key, str(script))
    for name in ("log", "ls-tree", "cat-file", "rev-parse", "status", "diff", "rev-list", "show"):
        git(root, "config", f"alias.{name}", f"!{script}")
    for key, value in {
        "core.hooksPath": str(hooks), "log.showSignature": "true", "log.follow": "true",
        "log.showRoot": "false",
        "log.mailmap": "true", "color.ui": "always",
        "format.pretty": "oneline", "log.date": "format:x", "core.quotePath": "true",
        "log.decorate": "full", "diff.noprefix": "true", "diff.renames": "copies",
        "status.short": "true", "core.commitGraph": "false", "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{script}", "protocol.ext.allow": "always",
        "core.abbrev": "4", "i18n.logOutputEncoding": "UTF-16", "log.diffMerges": "remerge",
        "notes.displayRef": "*", "log.excludeDecoration": "*",
    }.items():  # fmt: skip
        git(root, "config", key, value)
    return root, trap


def test_a_repository_that_would_run_commands(armed: tuple[Path, Path]) -> None:
    """No command of the repository is run, and nothing in the project changes, `.git` included."""
    root, trap = armed
    before = held(root)
    for words in READING:
        answer = kpi(root, *words)
        optional = any(word.endswith("=--output=x") or word == "--output=x" for word in words)
        assert answer.code == (6 if optional else 0), (words, answer)
        assert not trap.exists(), (words, trap.read_text())
    assert held(root) == before


def test_the_answers_of_such_a_repository(armed: tuple[Path, Path], tmp_path: Path) -> None:
    """They are those of the same commits without its settings."""
    root, trap = armed
    plain = tmp_path / "plain"
    shutil.copytree(root, plain)
    (plain / ".git/config").unlink()
    shutil.rmtree(plain / ".git/hooks")
    git(plain, "init", "-q")
    (root / ".git/info/grafts").write_text(git(root, "rev-parse", "HEAD") + "\n")
    for words in (("log", "share"), ("status", "--at", "HEAD~1"), ("diff", "HEAD~1")):
        assert kpi(root, *words) == kpi(plain, *words)
    assert not trap.exists()


def test_what_a_partial_clone_lacks_is_not_fetched(armed: tuple[Path, Path]) -> None:
    """Where it would come from is a setting of the repository, too."""
    root, trap = armed
    lacking = git(root, "rev-parse", "HEAD:targets.toml")
    (root / ".git/objects" / lacking[:2] / lacking[2:]).unlink()
    git(root, "config", "core.repositoryFormatVersion", "1")
    git(root, "config", "extensions.partialClone", "origin")
    assert kpi(root, "status", "--at", "HEAD").code == 6
    assert not trap.exists()


def test_the_sound_project_is_the_one_of_the_gallery(root: Path) -> None:
    """Before it is spoilt, nothing is wrong with it."""
    assert (root / "targets.toml").read_bytes() == (FAULTS / "sound.toml").read_bytes()
    assert kpi(root, "check", "-q") == Answer(0, "", "")
