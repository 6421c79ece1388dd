"""Reading 10,000 observation files at a past commit, against reading them from the folder.

    python benchmarks/at_commit.py [PAIRS]

Makes a repository in a temporary folder: 100 targets with 100 files each, in 20 commits, packed.
Then reads the same commit both ways, in turns, each in a process of its own, and prints the
medians and the median of the paired ratios. The goal is a ratio of at most 3.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TARGETS, FILES, COMMITS = 100, 100, 20

READ = """
import sys
from kpi.facts.book import read_book
if sys.argv[2] == "folder":
    from kpi.store.trees import WorkTree
    tree = WorkTree(sys.argv[1])
else:
    from kpi.store.commits import commit_tree
    tree = commit_tree(sys.argv[1], sys.argv[2])
book = read_book(tree)
assert book.count == int(sys.argv[3]) and not book.problems, (book.count, book.problems[:3])
"""

TARGET = """
[[target]]
id = "t{n}"
title = "Target {n}"
unit = "%"
direction = "up"
baseline = {{ period = 2010-01, value = 1 }}
goal = {{ value = 30, by = 2030 }}
"""

FACT = """\
value = {value}
status = "final"
grade = "A"
source = "Statistics Korea, release {n}"
url = "https://example.org/releases/{n}"
"""


def git(root: Path, *arguments: str) -> None:
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "x"), ("EMAIL", "x@example.org"))}  # fmt: skip
    subprocess.run(["git", *arguments], cwd=root, check=True, env={**os.environ, **who})  # noqa: S603, S607


def make(root: Path) -> None:
    """The repository; each commit adds a twentieth of every target's files."""
    (root / "observations").mkdir()
    text = "schema = 1\n" + "".join(TARGET.format(n=n) for n in range(TARGETS))
    (root / "targets.toml").write_text(text.replace("period = 2010-01", 'period = "2010-01"'))
    git(root, "init", "-q", "-b", "main")
    for part in range(COMMITS):
        for n in range(TARGETS):
            folder = root / "observations" / f"t{n}"
            folder.mkdir(exist_ok=True)
            for month in range(part * FILES // COMMITS, (part + 1) * FILES // COMMITS):
                year, index = 2012 + month // 12, month % 12 + 1
                name = f"{year}-{index:02}_{year + 1}-{index:02}-15.toml"
                (folder / name).write_text(FACT.format(value=1 + month / 10, n=n * FILES + month))
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", f"Part {part}")
    git(root, "gc", "-q")


def seconds(root: Path, what: str) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-c", READ, str(root), what, str(TARGETS * FILES)]
    subprocess.run(command, check=True)  # noqa: S603
    return time.perf_counter() - start


def main() -> None:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root)
        runs = [(seconds(root, "folder"), seconds(root, "HEAD")) for _ in range(pairs + 1)][1:]
    folder_s, commit_s = (statistics.median(times) for times in zip(*runs, strict=True))
    ratio = statistics.median(commit / plain for plain, commit in runs)
    print(f"folder {folder_s:.3f} s, commit {commit_s:.3f} s, ratio {ratio:.2f} ({pairs} pairs)")  # noqa: T201


if __name__ == "__main__":
    main()
