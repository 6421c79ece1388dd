"""The way from the files of a ledger to every text that is made of them, without a disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category
from zlib import crc32

from kpi.assess.board import assess
from kpi.assess.lint import lint
from kpi.facts.book import read_book
from kpi.facts.problems import Checked
from kpi.facts.project_files import TARGETS_FILE
from kpi.render.exchange.exports import EXPORTS
from kpi.render.exchange.known_rows import Export
from kpi.render.formats import METHODS, SHOW, STATUS
from kpi.render.look import Look
from kpi.render.problems import problem_lines, problems_json
from kpi.store.trees import Entry

TESTS = Path(__file__).parent.parent
SOUND = (TESTS / "faults" / "sound.toml").read_bytes()
#: Words of which the files of a ledger are made: what a fuzzer should not have to find by chance.
WORDS = (
    "[[target]]", "[document.a]", "[[target.goal]]", "[[target.series]]", "[[observation]]",
    'id = "share"', 'unit = "%"', 'direction = "up"', 'direction = "down"', 'direction = "keep"',
    'kind = "level"', 'kind = "total"', 'kind = "annual"', 'kind = "milestone"', 'path = "step"',
    'path = "linear"', 'path = "geometric"', 'path = "logistic"',
    "path = [{ by = 2026, value = 4 }]", "baseline = { period = 2015 }",
    "goal = { value = 30, by = 2030 }", "judged = true",
    'judged_series = "survey"', 'comparable = "no"', "ceiling = 100", 'cadence = "1 year"',
    'lag = "12 months"', 'counts = ["planned"]', 'comparator = "~"', "assumed = true",
    'closed = { on = 2024-08-26, as = "dropped" }', "superseded = { on = 2024-09-26 }",
    "announced = 2023-01-13", "period = 2023", 'period = "2024-Q3"', 'period = "2024-W05"',
    'period = "2024-S1"', 'period = "2024-06"', "value = 6.4", "value = true", 'bound = ">="',
    "published = 2025-06-08", 'status = "planned"', "numerator = 1", "denominator = 2",
    "standard_error = 0.1", "recorded = 2026-11-22", 'series = "survey"', 'target = "money"',
    '"""', "'''", "nan", "inf", "1e400", "-0.0", "9999-12-31", "0001-01-01", "9999", "\u202e",
)  # fmt: skip

BIDI = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
LARGE = 10_000  # bytes of a file that is tried in one way only
TODAY = dt.date(2026, 11, 22)
#: All kinds of days on which a ledger may be judged; which one a file meets is left to its bytes.
DAYS = (TODAY, TODAY, dt.date(2024, 2, 29), dt.date.min, dt.date.max, dt.date(1900, 1, 1))
LOOKS = (
    Look(), Look(width=80, color=True), Look(width=20, ascii=True), Look(lang="ko", width=100),
)  # fmt: skip


class Held:
    """A tree whose files are held in memory."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def read(self, name: str) -> bytes:
        if name not in self.files:
            raise FileNotFoundError(name)
        return self.files[name]

    def walk(self, folder: str, without: Collection[str] = ()) -> Iterator[Entry]:
        kept = [name for name in sorted(self.files) if name.startswith(f"{folder}/")
                and not any(name.startswith(f"{other}/") for other in without)]  # fmt: skip
        return iter([Entry(name, len(self.files[name])) for name in kept])


def told(files: Mapping[str, bytes], chance: bytes = b"") -> None:
    """Reads the ledger, and makes of it all that any command would print.

    `chance` decides on the day and the look, and on which of the slower texts are made.
    """
    book = read_book(Held({TARGETS_FILE: SOUND, **files}))
    if book.problems:
        lines = problem_lines(book.problems)
        printable(lines)
        found = Checked(len(book.targets), book.count, book.files, book.problems, (), "UTC")
        problems_json(found, "1", {})
        return
    warnings = lint(book)
    printable(problem_lines(warnings))
    number = crc32(chance)
    day, look = DAYS[number % len(DAYS)], LOOKS[number // 7 % len(LOOKS)]
    board = assess(book, day)
    for name, status in STATUS.items():
        if name != "html" or number % 5 == 0:
            status(board, look, "1")
    for methods in METHODS.values():
        methods(board, look, "1")
    for one in board.statuses[:2]:
        for name, show in SHOW.items():
            if name != "html" or number % 5 == 1:
                show(one, board, look, "1")
    if number % 5 == 2:
        for name, exporter in EXPORTS.items():
            if name == "parquet" and find_spec("pyarrow") is None:
                continue  # an extra
            exporter.files(Export(book, board, look.lang, "1", False, 3, "example.org", "", False))


def printable(text: str) -> None:
    """Nothing that a terminal would obey or an eye be misled by: controls, overrides, halves."""
    wrong = {char for char in text if category(char) in ("Cc", "Zl", "Zp", "Cs") or char in BIDI}
    assert wrong <= {"\n"}, repr(text[:500])
