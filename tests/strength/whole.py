"""What must hold of a ledger after anything has happened to a writer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tests.gallery import Answer, kpi

#: One fact, in a folder that is not there yet, and the file that records it.
WORDS = (
    "add", "share", "6.40%", "--series", "survey", "--period", "2023", "--published", "2024-06-30",
    "--source", "Statistics Korea", "--note", "x" * 3000,
)  # fmt: skip
NAME = "observations/share/survey/2023_2024-06-30.toml"


def held(root: Path) -> dict[str, bytes]:
    """Every file of the project by its name, also those that readers do not see."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def counted(root: Path) -> int:
    """How many observations `kpi check` finds; it must find nothing wrong."""
    answer = kpi(root, "check", "--format", "json")
    assert answer.code == 0, answer.both
    count: int = json.loads(answer.out)["checked"]["observations"]
    return count


@dataclass(frozen=True)
class Ledger:
    """A project before a writer came, and the bytes that the writer was to add."""

    root: Path
    before: dict[str, bytes]
    count: int
    wanted: bytes

    @classmethod
    def of(cls, root: Path) -> Ledger:
        """The project as it is, and what `kpi add` of WORDS would write."""
        shown = kpi(root, *WORDS, "--dry-run")
        head, _, text = shown.out.partition("\n")
        assert (shown.code, head) == (0, f"# {NAME}")
        return cls(root, held(root), counted(root), text.encode())

    def judge(self) -> bool:
        """Whether the fact is recorded: whole, or not at all, and nothing else has changed."""
        after = held(self.root)
        fact = after.pop(NAME, None)
        for name in set(after) - set(self.before):
            assert Path(name).name.startswith(".kpi-"), f"{name} could be taken for data"
            after.pop(name)
        assert after == self.before
        assert fact in (None, self.wanted)
        assert counted(self.root) == self.count + (fact is not None)
        return fact is not None

    def again(self) -> Answer:
        """The same command once more."""
        return kpi(self.root, *WORDS)

    def forget(self) -> None:
        """Takes away what a writer has added, litter included, and the folder it has made."""
        for name in set(held(self.root)) - set(self.before):
            (self.root / name).unlink()
        folder = (self.root / NAME).parent
        if folder.is_dir():
            folder.rmdir()
