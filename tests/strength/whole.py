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
#: Forty rows of one publication, which lie beside the project, and the batch that records them.
ROWS = "period,value\n" + "".join(f"{1980 + n},{n / 8}\n" for n in range(40))
IMPORT = (
    "import", "../table.csv", "--target", "share", "--series", "survey", "--published",
    "2024-06-30", "--source", "Statistics Korea", "--yes",
)  # fmt: skip
BATCH = "observations/share/survey/batch_2024-06-30_csv.toml"


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
    """A project before a writer came, and what the writer was to make of it."""

    root: Path
    words: tuple[str, ...]
    before: dict[str, bytes]
    count: int
    wanted: dict[str, bytes]  # the files that are recorded, or none of them
    more: int  # how many facts they hold

    @classmethod
    def of(cls, root: Path, words: tuple[str, ...] = WORDS) -> Ledger:
        """The project as it is, and what a command would write, as writing it once shows."""
        (root.parent / "table.csv").write_text(ROWS)
        before, count = held(root), counted(root)
        folders = {path for path in root.rglob("*") if path.is_dir()}
        assert kpi(root, *words).code == 0
        wanted = {name: data for name, data in held(root).items() if name not in before}
        assert wanted
        more = counted(root) - count
        for name in wanted:
            (root / name).unlink()
        for folder in sorted({path for path in root.rglob("*") if path.is_dir()} - folders)[::-1]:
            folder.rmdir()
        assert held(root) == before
        return cls(root, words, before, count, wanted, more)

    def judge(self) -> bool:
        """Whether all is recorded: whole, or not at all, and nothing else has changed."""
        after = held(self.root)
        found = {name: after.pop(name) for name in self.wanted if name in after}
        for name in set(after) - set(self.before):
            assert Path(name).name.startswith(".kpi-"), f"{name} could be taken for data"
            after.pop(name)
        assert after == self.before
        assert found in ({}, self.wanted)
        assert counted(self.root) == self.count + (self.more if found else 0)
        return bool(found)

    def again(self) -> Answer:
        """The same command once more."""
        return kpi(self.root, *self.words)

    def forget(self) -> None:
        """Takes away what a writer has added, litter included, and the folder it has made."""
        for name in set(held(self.root)) - set(self.before):
            (self.root / name).unlink()
        folder = (self.root / NAME).parent
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
