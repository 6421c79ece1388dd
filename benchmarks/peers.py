"""What others make of the same figures: journals of one transaction for each, and who reads them.

Nobody else does what `kpi status` does. What each does instead is said in `DIFFERS` and stands in
the results, beside the names of those that are not installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.figures import Fact
from benchmarks.measure import Command, Failed, surroundings
from kpi.facts.book import read_book
from kpi.store.trees import WorkTree

#: What each peer does differently, by the name under which its runs stand in the results.
DIFFERS = {
    "python -c pass": "starts the interpreter and ends it: the floor of every Python program",
    "typer, nothing": "one typer command with as many options as `kpi status`, which does nothing",
    "git status": "compares every file's state with the index and looks for new files; reads none",
    "hledger balance": "sums one posting an observation from one flat file; no schema, no trend,"
    " no dates of knowledge, and no cache",
    "hledger budget": "`balance --budget -Y`: the same sums for each year, beside a monthly budget"
    " of each target",
    "ledger balance": "as hledger balance, in C++",
    "ledger budget": "`--budget balance`: the sums beside the budget",
    "beancount": "`bean-query`: books two postings an observation and checks that they balance;"
    " without its pickle cache",
    "beancount, cached": "the same with its pickle cache, filled by the run before",
    "sqlite3": "imports the figures from one flat CSV into memory and takes the latest of each"
    " target; no checks",
}


class Row(NamedTuple):
    """An observation as the journals have it."""

    target: str
    series: str
    period: str
    published: str
    value: str  # 1 and 0 for yes and no
    source: str
    url: str


def rows_of(facts: Iterable[Fact]) -> Iterator[Row]:
    """Invented facts as rows."""
    for fact in facts:
        source = fact.body.split('source = "', 1)[1].split('"\n', 1)[0].replace('\\"', "'")
        url = fact.body.split('url = "', 1)[1].split('"\n', 1)[0]
        value = {"true": "1", "false": "0"}.get(fact.value, fact.value)
        yield Row(fact.target, fact.series, fact.period, fact.published, value, source, url)


def rows_in(folder: str) -> Iterator[Row]:
    """The observations of a project as rows."""
    for facts in read_book(WorkTree(folder)).observations.values():
        for one in facts:
            value = str(int(one.value)) if isinstance(one.value, bool) else f"{one.value:f}"
            source = " ".join(one.source.split()).replace('"', "'")
            day = one.published.isoformat()
            yield Row(one.target, one.series, one.period.text, day, value, source, one.url)


def write(stem: str, rows: Iterable[Row]) -> int:
    """Writes the journals `stem`.journal, .budget, .beancount and .csv; how many rows there are."""
    count, accounts = 0, {}
    with (
        open(f"{stem}.journal", "w", encoding="utf-8") as journal,
        open(f"{stem}.entries", "w", encoding="utf-8") as entries,
        open(f"{stem}.csv", "w", encoding="utf-8") as table,
    ):
        table.write("target,series,period,published,value,source,url\n")
        for row in rows:
            count += 1
            series = "" if row.series == "main" else f":{row.series}"
            account = f"{row.target}{series}"
            first = accounts.get(account, row.published)
            accounts[account] = min(first, row.published)
            told = row.source.replace(";", ",")
            journal.write(f"{row.published} {told}  ; url: {row.url}\n")
            journal.write(f"    (targets:{account})    {row.value}\n\n")
            entries.write(f'{row.published} * "{row.source}"\n  url: "{row.url}"\n')
            entries.write(f"  Assets:{account.title()}    {row.value} UNIT\n  Equity:Plan\n\n")
            table.write(f'{",".join(row[:5])},"{row.source}",{row.url}\n')
    with open(f"{stem}.budget", "w", encoding="utf-8") as budget:
        for account in accounts:
            budget.write(f"~ monthly\n    (targets:{account})    10\n\n")
        budget.write(f"include {os.path.basename(stem)}.journal\n")
    with (
        open(f"{stem}.beancount", "w", encoding="utf-8") as beancount,
        open(f"{stem}.entries", encoding="utf-8") as entries,
    ):
        beancount.write(f"{min(accounts.values())} open Equity:Plan\n")
        for account, day in accounts.items():
            beancount.write(f"{day} open Assets:{account.title()}\n")
        shutil.copyfileobj(entries, beancount)
    os.remove(f"{stem}.entries")
    return count


class Peers:
    """Who is installed, and who could not be."""

    def __init__(self, venv: str) -> None:
        """`venv` is where beancount is installed, in an environment of its own."""
        self.query = f"{venv}/bin/bean-query"
        self.missing: dict[str, str] = {}  # a name of DIFFERS and why it is missing
        self.versions: dict[str, str] = {}
        for program in ("git", "hledger", "ledger", "sqlite3"):
            if shutil.which(program):
                self.versions[program] = first_line(program, "--version")
            else:
                self.missing[program] = f"install it, as with `apt-get install {program}`"
        self._install_beancount(venv)

    def _install_beancount(self, venv: str) -> None:
        try:
            if not os.path.exists(self.query):
                install(venv, "beancount>=3", "beanquery")
        except Failed as failed:
            self.missing["beancount"] = f"it could not be installed ({failed})"
        else:
            self.versions["beancount"] = first_line(f"{venv}/bin/bean-check", "--version")

    def commands(self, stem: str, budgets: bool = True) -> list[Command]:
        """What the installed ones are to do with the journals at `stem`."""
        latest = "select target, max(published), value from t group by target"
        total = "select account, sum(position) group by account"
        asked = [
            Command("hledger balance", ["hledger", "-f", f"{stem}.journal", "balance"]),
            Command("ledger balance", ["ledger", "-f", f"{stem}.journal", "balance"]),
            Command(
                "beancount", [self.query, f"{stem}.beancount", total],
                environment={"BEANCOUNT_DISABLE_LOAD_CACHE": "1"},
            ),
            Command(
                "sqlite3",
                ["sqlite3", ":memory:", "-csv", "-cmd", f".import {stem}.csv t", latest],
            ),
        ]  # fmt: skip
        if budgets:
            file = f"{stem}.budget"
            asked[1:1] = [
                Command("hledger budget", ["hledger", "-f", file, "balance", "--budget", "-Y"])
            ]
            asked[3:3] = [Command("ledger budget", ["ledger", "-f", file, "--budget", "balance"])]
            asked[5:5] = [Command("beancount, cached", [self.query, f"{stem}.beancount", total])]
        return [one for one in asked if one.name.split()[0].rstrip(",") not in self.missing]


def install(venv: str, *packages: str) -> None:
    """A new virtual environment with these packages and nothing else, not even pip.

    Raises Failed.
    """
    own = surroundings({"PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    pip = ("-m", "pip", "--python", f"{venv}/bin/python", "install", "--quiet", *packages)
    for arguments in (("-m", "venv", "--without-pip", venv), pip):
        ran = subprocess.run(  # noqa: S603
            [sys.executable, *arguments], env=own, capture_output=True, text=True
        )
        if ran.returncode:
            raise Failed(ran.stderr.strip().rpartition("\n")[2])


def first_line(*command: str) -> str:
    """The first line that a command writes; "unknown" if it fails."""
    try:
        ran = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return (ran.stdout.strip() or ran.stderr.strip() or "unknown").splitlines()[0]


def typer_nothing(folder: str, options: int) -> list[str]:
    """The arguments after `python` that run a typer command with so many options, doing nothing."""
    listed = "".join(
        f'    option_{n}: Annotated[str, typer.Option(help="Option {n}.")] = "",\n'
        for n in range(options)
    )
    with open(f"{folder}/nothing.py", "w", encoding="utf-8") as file:
        file.write(
            "from typing import Annotated\n\nimport typer\n\n"
            "app = typer.Typer(add_completion=False, rich_markup_mode=None)\n\n\n"
            f"@app.command()\ndef nothing(\n{listed}) -> None:\n    pass\n"
        )
    return ["-c", f"import sys; sys.path.insert(0, {folder!r}); import nothing; nothing.app()"]
