"""A project of any size, made of invented figures: the same bytes for the same seed.

    python -m benchmarks.generate FOLDER --size 100k --layout year --git
    python -m benchmarks.generate FOLDER --targets 30 --observations 48 --seed 7

Three layouts of the same facts, so that `kpi status` says the same of each:

    file     a file for each fact, as `kpi add` writes it
    year     a batch for each target and yearbook, as `kpi import` writes one
    batch    the batches of whole ministries, at the top of observations/

And `other`: a file for each fact as another program may write it, with a comment and its keys by
the alphabet.

The bytes are otherwise those that `kpi` itself writes (`tests/benchmarks` holds them against
`observations.to_toml` and `batches.batches`), made here by plain formatting because a million of
them are needed. The kinds of promise are in `promises.py`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator

from benchmarks.figures import SIZES, Fact, Size, facts, quoted, target

LAYOUTS = ("file", "year", "batch")
OTHER = "other"
LARGEST = 1_048_576  # bytes of one file: `kpi.store.trees.LARGEST`
LAST_COMMIT = 2026  # the year whose yearbooks come with the second commit

HEAD = """\
schema = 1
title = "Invented figures for measuring speed; none of them is real"
timezone = "Asia/Seoul"

[document.plan]
title = "An invented plan"
publisher = "Ministry of Measuring"
published = 2012-03-01
url = "https://example.org/plan"
weight = "official"
"""


def content(fact: Fact) -> str:
    """What `observations.to_toml` makes of a fact."""
    period = quoted(fact)
    return f"period = {period}\nvalue = {fact.value}\npublished = {fact.published}\n{fact.body}"


def otherwise(fact: Fact) -> str:
    """The same as another program may write it."""
    lines = sorted(content(fact).splitlines())
    return "# invented\n" + "".join(f"{line}\n" for line in lines)


def own_name(fact: Fact) -> str:
    """What `observations.file_name` calls its file."""
    series = "" if fact.series == "main" else f"{fact.series}/"
    again = f"_r{fact.revision}" if fact.revision > 1 else ""
    return f"observations/{fact.target}/{series}{fact.period}_{fact.published}{again}.toml"


def files(size: Size, layout: str) -> Iterator[tuple[str, str]]:
    """Name and content of every file of a project but targets.toml."""
    if layout in ("file", OTHER):
        for fact in facts(size):
            yield own_name(fact), otherwise(fact) if layout == OTHER else content(fact)
    elif layout == "year":
        for n in range(size.targets):
            own = target(size, n).facts
            yield from batches(lambda own=own: iter(own), "yearbook")
    else:
        yield from batches(lambda: facts(size), "yearbooks")


def batches(all_facts: Callable[[], Iterator[Fact]], label: str) -> Iterator[tuple[str, str]]:
    """What `batches.batches` makes of facts, which are asked for twice.

    A publication of one target lies in the target's folder and does not repeat its name. The first
    time round only who shares a publication is noted; of the rows, never more than the part that
    is not written yet is held.
    """
    sharing: dict[str, set[tuple[str, str]]] = {}
    for fact in all_facts():
        if fact.revision == 1:
            sharing.setdefault(fact.published, set()).add((fact.target, fact.series))
    parts: dict[str, _Part] = {}
    for fact in all_facts():
        if fact.revision > 1:
            yield own_name(fact), content(fact)
            continue
        part = parts.get(fact.published)
        if part is None:
            part = parts[fact.published] = _Part(sharing[fact.published])
        if full := part.add(fact):
            part.number += 1
            yield part.name(fact.published, f"{label}-{part.number}"), full
    for published, part in parts.items():
        part.number += 1
        name = label if part.number == 1 else f"{label}-{part.number}"
        yield part.name(published, name), part.taken()


class _Part:
    """The rows of a publication that are not written yet."""

    def __init__(self, sharing: set[tuple[str, str]]) -> None:
        self.targets = {target for target, _ in sharing}
        self.series = {series for _, series in sharing}
        self.rows: list[str] = []
        self.bytes = 0
        self.number = 0

    def add(self, fact: Fact) -> str:
        """Adds a row; what comes back is the content of a file that is full without it, or ""."""
        own = ""
        if len(self.targets) > 1:
            own = f'target = "{fact.target}"\n'
        if fact.series != "main" and (own or len(self.series) > 1):
            own += f'series = "{fact.series}"\n'
        row = f"[[observation]]\n{own}{content(fact)}"
        size = len(row.encode()) + 1
        full = self.taken() if self.rows and self.bytes + size > LARGEST else ""
        self.rows.append(row)
        self.bytes += size
        return full

    def taken(self) -> str:
        """The content of a file of all rows, which are held no longer."""
        found = "\n".join(self.rows)
        self.rows, self.bytes = [], 0
        return found

    def name(self, published: str, label: str) -> str:
        folder = "observations/"
        if len(self.targets) == 1:
            folder += f"{next(iter(self.targets))}/"
            if len(self.series) == 1 and self.series != {"main"}:
                folder += f"{next(iter(self.series))}/"
        return f"{folder}batch_{published}_{label}.toml"


def targets_toml(size: Size) -> str:
    """The content of targets.toml."""
    return HEAD + "".join(target(size, n).toml for n in range(size.targets))


def write(folder: str, size: Size, layout: str) -> int:
    """Writes a project into a new folder; how many files of observations it has."""
    os.makedirs(folder)
    with open(f"{folder}/targets.toml", "w", encoding="utf-8") as file:
        file.write(targets_toml(size))
    made: set[str] = set()
    count = 0
    for name, text in files(size, layout):
        home, _, _ = name.rpartition("/")
        if home not in made:
            os.makedirs(f"{folder}/{home}", exist_ok=True)
            made.add(home)
        with open(f"{folder}/{name}", "wb", buffering=0) as raw:
            raw.write(text.encode())
        count += 1
    return count


def record(folder: str, packed: bool = True) -> None:
    """Commits a project in two steps, the last yearbooks in the second.

    `packed` as `git gc` does it, with differences between files; else only put together, which
    takes one minute in place of forty at a million files and is all that `git status` needs.
    """
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
           for key, value in (("NAME", "Benchmark"), ("EMAIL", "x@example.org"),
                              ("DATE", "2026-07-01T09:00:00+09:00"))}  # fmt: skip
    plain = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, check=True, env=plain)  # noqa: S603, S607

    git("init", "-q", "-b", "main")
    git("config", "gc.auto", "0")
    if not packed:
        with subprocess.Popen(
            ["git", "fast-import", "--quiet"],  # noqa: S607
            cwd=folder,
            env=plain,
            stdin=subprocess.PIPE,
        ) as taking:
            assert taking.stdin is not None  # noqa: S101 - a pipe was asked for
            taking.stdin.writelines(_stream(folder))
        git("read-tree", "HEAD")
        git("update-index", "-q", "--refresh")
        return
    git("add", "--", ".", f":(exclude,glob)**/*_{LAST_COMMIT}-*")
    git("commit", "-q", "-m", "Yearbooks up to the last but one")
    git("add", "-A")
    git("commit", "-q", "-m", "The last yearbooks")
    git("gc", "-q")


def _stream(folder: str) -> Iterator[bytes]:
    """All files of a folder in two commits, as `git fast-import` takes them."""
    names = []
    for where, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if one != ".git"]
        names += [os.path.relpath(os.path.join(where, name), folder) for name in files]
    last = f"_{LAST_COMMIT}-"
    commits = {
        "Yearbooks up to the last but one": [name for name in names if last not in name],
        "The last yearbooks": [name for name in names if last in name],
    }
    for message, there in commits.items():
        yield b"commit refs/heads/main\ncommitter Benchmark <x@example.org> 1782864000 +0900\n"
        yield b"data %d\n%b\n" % (len(message), message.encode())
        for name in there:
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            yield b"M 100644 inline %b\ndata %d\n%b\n" % (name.encode(), len(data), data)


def main() -> None:
    """Write one project."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("folder")
    ask.add_argument("--size", choices=SIZES, help="a known size, in place of the three numbers")
    ask.add_argument("--targets", type=int, default=10)
    ask.add_argument("--observations", type=int, default=5, help="of each target")
    ask.add_argument("--largest", type=int, default=0, help="of the first target")
    ask.add_argument("--layout", choices=(*LAYOUTS, OTHER), default="file")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--git", action="store_true", help="with a history of two commits")
    ask.add_argument("--replace", action="store_true", help="remove what lies there")
    given = ask.parse_args()
    size = SIZES.get(given.size) or Size(given.targets, given.observations, given.largest)
    if given.replace:
        shutil.rmtree(given.folder, ignore_errors=True)
    count = write(given.folder, size._replace(seed=given.seed), given.layout)
    if given.git:
        record(given.folder)
    print(f"{given.folder}: {size.targets} targets, {size.count} facts in {count} files")  # noqa: T201


if __name__ == "__main__":
    main()
