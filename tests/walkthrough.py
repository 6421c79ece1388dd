"""A page that walks through one project: what its commands print is put below them.

It is written with the files and the commands; a comment before a block says what the block is for:

    <!-- today: 2026-02-02 -->          the day it is from here on, for kpi and for git
    <!-- file: targets.toml -->         the block below is this file
    <!-- file: table.csv as cp949 -->   the same in another encoding
    <!-- more: targets.toml -->         the block below stands at the end of this file
    <!-- parts: 1 3 -->                 of what a command below prints only these paragraphs

A block marked `console` holds commands alone, each after `$ `; they run in the project one after
another, and a command that fails is followed by `$ echo $?`, or the page is wrong.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from itertools import groupby
from pathlib import Path

from tests.gallery import kpi

_STEP = re.compile(
    r"<!-- (?P<order>today|file|more|parts): (?P<what>.+?)(?: as (?P<encoding>\S+))? -->\n"
    r"|^```(?P<kind>\w*)\n(?P<block>.*?)^```\n",
    re.M | re.S,
)


def walked(text: str, folder: Path, lang: str) -> str:
    """The page, with every command run in `folder`."""
    walk = _Walk(folder, lang)
    told = _STEP.sub(walk.step, text)
    assert not walk.code, f"the last command ended with {walk.code}"
    return told


class _Walk:
    """What has been said so far: the day, and what the next block is for."""

    def __init__(self, folder: Path, lang: str) -> None:
        self.folder = folder
        self.project = folder / "project"
        self.project.mkdir()
        self.lang = lang
        self.day = ""
        self.orders: dict[str, tuple[str, str]] = {}
        self.code = 0

    def step(self, found: re.Match[str]) -> str:
        if found["order"] == "today":
            self.day = found["what"]
        elif found["order"]:
            self.orders[found["order"]] = found["what"], found["encoding"] or "utf-8"
        else:
            orders, self.orders = self.orders, {}
            if found["kind"] == "console":
                said = self._run(found["block"], orders.get("parts", ("", ""))[0])
                return f"```console\n{said}```\n"
            for order in orders:
                self._write(order, *orders[order], found["block"])
            return found[0]
        return ""

    def _write(self, order: str, name: str, encoding: str, text: str) -> None:
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes() + b"\n" if order == "more" else b""
        path.write_bytes(before + text.encode(encoding))

    def _run(self, block: str, parts: str) -> str:
        said = []
        for line in re.findall(r"^\$ (?:.*\\\n)*.*\n", block, re.M):
            words = shlex.split(line[2:].replace("\\\n", " "))
            if self.code and words != ["echo", "$?"]:
                raise AssertionError(f"the command before {line!r} ended with {self.code}")
            said += [line, _chosen(self._answer(words), parts)]
        assert "".join(said[::2]) == block, f"not only commands: {block}"
        return "".join(said)

    def _answer(self, words: list[str]) -> str:
        if words == ["echo", "$?"]:
            code, self.code = self.code, 0
            return f"{code}\n"
        if words[0] == "kpi":
            there = {
                "KPI_LANG": self.lang, "KPI_TODAY": self.day, "KPI_CACHE": "off",
                "COLUMNS": "120", "NO_COLOR": "1", "FORCE_COLOR": "",
                "XDG_STATE_HOME": str(self.folder / "state"), **self._git(),
            }  # fmt: skip
            answer = kpi(self.project, *words[1:], env=there)
            self.code = answer.code
            return "".join(f"{line.rstrip()}\n" for line in answer.both.splitlines())
        assert words[0] in ("git", "cat"), words
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            words, cwd=self.project, env=clean | self._git(), capture_output=True, check=True
        )
        return done.stdout.decode()

    def _git(self) -> dict[str, str]:
        """So that a commit has the same name on every machine."""
        found = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        for who in ("AUTHOR", "COMMITTER"):
            found |= {f"GIT_{who}_NAME": "김예시", f"GIT_{who}_EMAIL": "kim@example.org",
                      f"GIT_{who}_DATE": f"{self.day}T09:00:00+0900"}  # fmt: skip
        return found


def _chosen(said: str, parts: str) -> str:
    """Only these paragraphs of what was printed, counted from 1; … stands for the others. One
    that stands alone is no part of anything."""
    if not parts or "\n\n" not in said:
        return said
    chosen = {int(number) for number in parts.split()}
    told = []
    for kept, some in groupby(enumerate(said.split("\n\n"), 1), lambda one: one[0] in chosen):
        told.append("\n\n".join(part.strip("\n") for _, part in some) if kept else "…")
    return "\n\n".join(told) + "\n"
