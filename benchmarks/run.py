"""Measures kpi beside others, and writes `benchmarks/results.md` and `growth.svg`.

    make bench            everything; a quarter of an hour, of which generating takes a third
    make bench-quick      the tiny, the real and the 10,000 project; two minutes

    python -m benchmarks.run --only 100k --rounds 3 --data DIR --out /tmp/results.md

`--data` keeps the generated projects, and uses those that lie there. kpi is installed from this
folder into an environment of its own, as its users have it; `--kpi` measures another one. Nothing
is asserted about time.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace

from benchmarks import goals, growth, peers, results
from benchmarks.figures import SIZES, Size, facts
from benchmarks.generate import LAYOUTS, OTHER, record, write
from benchmarks.goals import (
    ADDED,
    ALONE,
    AT_COLD,
    AT_WARM,
    BIG,
    CHECK,
    COLD,
    GIT,
    OTHERWISE,
    PASS,
    RECORDED,
    WARM,
    of,
)  # fmt: skip
from benchmarks.measure import Command, Runs, in_turns, surroundings
from kpi.facts import observations
from kpi.facts.book import read_book
from kpi.store.trees import WorkTree

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ALONE_SIZE = Size(1, 5000, largest=5000)  # the large target of "one", by itself


@dataclass(frozen=True)
class Group:
    """Commands that are measured in turns with each other."""

    title: str
    rounds: int
    quick: int = 0  # rounds in `make bench-quick`; none if it has not got this group


GROUPS = {
    "tiny": Group("Tiny: 10 invented targets, 50 observations in files", 21, quick=7),
    "real": Group("The real project", 21, quick=11),
    "10k": Group("10,000 observations of 100 targets", 7, quick=7),
    "100k": Group("100,000 observations of 500 targets", 7),
    "one": Group("100,000 observations, 5,000 of them of one target", 7),
    "1m": Group("1,000,000 observations of 5,000 targets", 3),
}


class Bench:
    """The folder in which all is made, and the commands of each group."""

    def __init__(self, work: str, data: str, kpi: str, python: str) -> None:
        self.work, self.data, self.kpi, self.python = work, data, kpi, python
        self.peers = peers.Peers(f"{work}/beancount")

    def commands(self, group: str) -> list[Command]:
        """What is measured of a group, the interpreter's own start first."""
        floor = [Command(PASS, [self.python, "-c", "pass"])]
        return floor + {
            "tiny": self.tiny, "real": self.real, "10k": self.ten, "100k": self.hundred,
            "one": self.one, "1m": self.million,
        }[group]()  # fmt: skip

    def tiny(self) -> list[Command]:
        project = self.project("tiny", "file")
        return [
            self.nothing(),
            *self.status("tiny", project),
            self.own("tiny", CHECK, project, "check", cold=True),
            Command(GIT, ["git", "status"], project),
        ]

    def real(self) -> list[Command]:
        project, another = f"{self.work}/real", f"{self.work}/real-added"
        third = f"{self.work}/real-recorded"
        for folder in (project, another, third):
            os.makedirs(folder)
            shutil.copy(f"{ROOT}/targets.toml", folder)
            shutil.copytree(f"{ROOT}/observations", f"{folder}/observations")
            record(folder)
        stem = f"{self.work}/real-peers"
        peers.write(stem, peers.rows_in(project))
        return [
            self.nothing(),
            *self.status("real", project),
            self.added("real", another, ADDED),
            self.added("real", third, RECORDED, itself=True),
            self.own("real", CHECK, project, "check", cold=True),
            Command(GIT, ["git", "status"], project),
            *self.peers.commands(stem),
        ]

    def ten(self) -> list[Command]:
        found = self.layouts("10k")
        project, another = self.project("10k", "file"), f"{self.work}/10k-added"
        shutil.copytree(project, another)
        return [
            *found,
            self.otherwise("10k"),
            self.added("10k", another, of("file", ADDED)),
            Command(GIT, ["git", "status"], project),
            *self.peers.commands(self.journals("10k")),
        ]

    def hundred(self) -> list[Command]:
        project = self.project("100k", "file")
        return [
            *self.layouts("100k"),
            self.otherwise("100k"),
            self.own("100k", AT_COLD, project, "status", "--at", "HEAD", cold=True),
            self.own("100k", AT_WARM, project, "status", "--at", "HEAD"),
            self.own("100k", CHECK, project, "check", cold=True),
            Command(GIT, ["git", "status"], project),
            Command(f"{GIT}, year files", ["git", "status"], self.project("100k", "year")),
            *self.peers.commands(self.journals("100k"), budgets=False),
        ]

    def one(self) -> list[Command]:
        many, alone = self.project("one", "file"), f"{self.data}/alone-file"
        if not os.path.exists(alone):
            self.generate(alone, ALONE_SIZE, "file")
        id_ = next(facts(ALONE_SIZE)).target
        found = [*self.status("one", many)]
        for word, cold in (("warm", False), ("cold", True)):
            found.append(self.own("one", BIG.format(word), many, "show", id_, cold=cold))
            found.append(self.own("one", ALONE.format(word), alone, "show", id_, cold=cold))
        return found

    def million(self) -> list[Command]:
        smaller = [
            replace(one, name=f"{one.name}, 100k")
            for one in self.layouts("100k")
            if one.name.startswith(COLD)
        ]
        project = self.project("1m", "file")
        return [*self.layouts("1m"), *smaller, Command(GIT, ["git", "status"], project)]

    def layouts(self, size: str) -> list[Command]:
        """Warm and cold status of every layout."""
        return [
            replace(one, name=of(layout, one.name))
            for layout in LAYOUTS
            for one in self.status(f"{size}-{layout}", self.project(size, layout))
        ]

    def otherwise(self, size: str) -> Command:
        """Cold status of files that are not written as we write them."""
        group = f"{size}-{OTHER}"
        return self.own(group, OTHERWISE, self.project(size, OTHER), "status", cold=True)

    def status(self, group: str, project: str) -> list[Command]:
        return [
            self.own(group, WARM, project, "status"),
            self.own(group, COLD, project, "status", cold=True),
        ]

    def own(
        self, group: str, name: str, project: str, *arguments: str, cold: bool = False
    ) -> Command:
        """A command of kpi with a cache of its own; emptied each time before, if `cold`."""
        cache = f"{self.work}/cache/{group}-{'-'.join(arguments)}-{'cold' if cold else 'warm'}"

        def emptied() -> None:
            shutil.rmtree(f"{cache}/kpi", ignore_errors=True)

        os.makedirs(cache, exist_ok=True)
        environment = {"XDG_CACHE_HOME": cache}
        asked = [self.kpi, *arguments]
        return Command(name, asked, project, environment, emptied if cold else lambda: None)

    def added(self, group: str, project: str, name: str, itself: bool = False) -> Command:
        """`kpi status` after a run and one new file: the latest figure, published once more.

        With `itself`, it is `kpi add` that records it.
        """
        plain = self.own(f"{group}-{'recorded' if itself else 'added'}", name, project, "status")
        fact = next(one[-1] for one in read_book(WorkTree(project)).observations.values() if one)
        day = fact.published + dt.timedelta(1)
        again = replace(fact, published=day, recorded=day, revision=1)
        path = f"{project}/{observations.file_name(again)}"
        data = observations.to_toml(again)
        words = [
            self.kpi, "add", fact.target, str(fact.value), "--series", fact.series,
            "--period", fact.period.text, "--published", day.isoformat(), "--source", "the same",
        ]  # fmt: skip

        def add() -> None:
            if os.path.exists(path):
                os.remove(path)
            own = surroundings(plain.environment)
            subprocess.run(plain.argv, cwd=project, env=own, check=True, capture_output=True)  # noqa: S603
            if itself:
                subprocess.run(words, cwd=project, env=own, check=True, capture_output=True)  # noqa: S603
                return
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)

        return replace(plain, before=add)

    def nothing(self) -> Command:
        said = subprocess.run(  # noqa: S603
            [self.kpi, "status", "--help"], capture_output=True, check=True, text=True
        ).stdout
        options = sum(line.lstrip().startswith("-") for line in said.splitlines())
        arguments = peers.typer_nothing(self.work, options)
        return Command("typer, nothing", [self.python, *arguments])

    def project(self, size: str, layout: str) -> str:
        """The folder of a generated project, which is made if it is not there."""
        folder = f"{self.data}/{size}" if size == "tiny" else f"{self.data}/{size}-{layout}"
        if not os.path.exists(folder):
            self.generate(folder, SIZES[size], layout)
        return folder

    def generate(self, folder: str, size: Size, layout: str) -> None:
        """Writes and commits a project; one that is cut short does not get its name."""
        tell(f"generating {os.path.basename(folder)}: {size.count:,} observations")
        part = f"{folder}.part"
        shutil.rmtree(part, ignore_errors=True)
        write(part, size, layout)
        record(part, packed=size.count < 1_000_000)
        os.rename(part, folder)

    def journals(self, size: str) -> str:
        stem = f"{self.work}/{size}"
        peers.write(stem, peers.rows_of(facts(SIZES[size])))
        return stem


def tell(what: str) -> None:
    """Says on stderr how far it is."""
    sys.stderr.write(f"{dt.datetime.now().astimezone():%H:%M:%S} {what}\n")
    sys.stderr.flush()


def agree(commands: list[Command]) -> None:
    """Raises SystemExit unless every layout's `kpi status` says the same, warm, cold and at HEAD.

    But for the line that says for which day and from which commit.
    """
    said = {}
    for one in commands:
        if one.name.startswith((WARM, COLD, "kpi status --at")) and "100k" not in one.name:
            one.before()
            own = surroundings(one.environment)
            ran = subprocess.run(one.argv, cwd=one.folder, env=own, capture_output=True)  # noqa: S603
            rows = [line for line in ran.stdout.splitlines() if b"judged for" not in line]
            said[one.name] = (ran.returncode, tuple(rows))
    if len(set(said.values())) > 1:
        raise SystemExit(f"these do not say the same: {', '.join(said)}")


def drawn(found: dict[str, dict[str, Runs]]) -> str:
    """The picture of growth, of the groups that were measured."""
    time: dict[str, list[tuple[float, float]]] = {}
    memory: dict[str, list[tuple[float, float]]] = {}
    for group in ("10k", "100k", "1m"):
        count = SIZES[group].count
        for name, runs in found.get(group, {}).items():
            line = _line(name)
            if line:
                time.setdefault(line, []).append((count, runs.median))
                if runs.peak:
                    memory.setdefault(line, []).append((count, runs.peak / 1e6))
    return growth.picture(time, memory)


def _line(name: str) -> str:
    """What a command's line is called in the picture; "" for one without."""
    for layout, words in goals.LAYOUTS.items():
        for command, word in ((COLD, "cold"), (WARM, "warm")):
            if name == of(layout, command):
                return f"{words}, {word}"
    return name if name in ("hledger balance", "ledger balance", "beancount", GIT) else ""


def main() -> None:
    """Measure, and write the page and the picture."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("--quick", action="store_true", help="the small projects alone")
    ask.add_argument("--only", choices=GROUPS, action="append", help="these groups alone")
    ask.add_argument("--rounds", type=int, help="in place of each group's own number")
    ask.add_argument("--data", help="where the generated projects lie, and stay")
    ask.add_argument("--kpi", help="the command to measure (default: this folder's, installed)")
    ask.add_argument("--out", default=f"{ROOT}/benchmarks/results.md")
    given = ask.parse_args()
    out = os.path.abspath(given.out)
    chosen = given.only or [name for name in GROUPS if GROUPS[name].quick or not given.quick]
    with tempfile.TemporaryDirectory(prefix="kpi-bench-") as work:
        kpi = os.path.abspath(given.kpi) if given.kpi else installed(f"{work}/kpi")
        data = os.path.abspath(given.data) if given.data else f"{work}/data"
        os.makedirs(data, exist_ok=True)
        bench = Bench(work, data, kpi, f"{os.path.dirname(kpi)}/python")
        found: dict[str, dict[str, Runs]] = {}
        load = [os.getloadavg()[0]]
        for name in chosen:
            tell(f"{name}: {GROUPS[name].title}")
            commands = bench.commands(name)
            if name != "one":
                agree(commands)
            rounds = GROUPS[name].quick if given.quick else GROUPS[name].rounds
            runs = in_turns(commands, given.rounds or rounds, tell)
            found[name] = dict(zip((one.name for one in commands), runs, strict=True))
        os.chdir(ROOT)
        own = peers.first_line(bench.python, "--version")
        versions = {"kpi": peers.first_line(kpi, "--version"), "python": own}
        load.append(os.getloadavg()[0])
        machine = results.machine(data, load, {**versions, **bench.peers.versions})
        titles = {name: group.title for name, group in GROUPS.items()}
        today = dt.datetime.now().astimezone().date().isoformat()
        page = results.page(found, titles, bench.peers.missing, machine, today)
    with open(out, "w", encoding="utf-8") as file:
        file.write(page)
    with open(f"{os.path.dirname(out)}/growth.svg", "w", encoding="utf-8") as file:
        file.write(drawn(found))
    tell(f"written: {out}")


def installed(venv: str) -> str:
    """The `kpi` of this folder in an environment of its own, as its users have it."""
    tell("installing kpi into an environment of its own")
    peers.install(venv, ROOT)
    return f"{venv}/bin/kpi"


if __name__ == "__main__":
    main()
