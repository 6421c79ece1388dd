"""A small project with one target of every kind, and the same with hostile texts everywhere."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kpi.assess.board import assess
from kpi.facts.book import Book, read_book
from kpi.render.exchange.known_rows import Export
from kpi.store.trees import WorkTree
from tests.run import Kpi

ON = dt.date(2026, 11, 22)

TARGETS = """\
schema = 1
title = "Korea: AI & R&D"
timezone = "Asia/Seoul"

[document.plan]
title = "The plan"
publisher = "Ministry"
published = 2023-01-13
url = "https://example.org/plan"
weight = "official"

[document.later]
title = "A plan of next year"
published = 2027-01-01

[[target]]
id = "share"
title = "Companies using AI"
title_ko = "AI 활용 기업 비중"
owner = "Ministry"
tags = ["ai", "companies, small"]
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2020, value = 2.7, series = "survey" }
cadence = "1 year"
lag = "12 months"
judged_series = "survey"
judged_why = "The only official one."

[[target.goal]]
announced = 2022-03-01
value = 20
by = 2028
document = "plan"

[[target.goal]]
announced = 2023-01-13
value = 30
by = 2030
document = "plan"
quote = "from one percent to 30 percent"

[[target.series]]
id = "survey"
title = "Survey of firms"
title_ko = "기업 조사"
publisher = "Statistics Korea"
url = "https://example.org/survey"
definition = "Share of firms."

[[target.series]]
id = "other"
title = "Another survey"
comparable = "no"
unit = "companies"

[[target]]
id = "months"
title = "Centres"
unit = "centres"
direction = "up"
kind = "total"
baseline = { period = "2023-12", value = 0 }
cadence = "1 month"
lag = "20 days"
goal = { value = 8, by = 2026, announced = 2024-01-01, document = "plan" }

[[target]]
id = "money-2025"
title = "Money in 2025"
unit = "KRW bn"
direction = "up"
kind = "annual"
goal = { value = 100, by = 2025, announced = 2024-12-01, document = "plan" }

[[target]]
id = "law-passed"
title = "The law is passed"
kind = "milestone"
goal = { value = true, by = 2024, announced = 2023-01-13, document = "plan" }

[[target]]
id = "silent"
title = "Nobody measures this"
unit = "%"
direction = "up"
goal = { value = 5, by = 2030, announced = 2023-01-13 }

[[target]]
id = "dropped-one"
title = "Given up"
unit = "%"
direction = "down"
goal = { value = 5, by = 2030, announced = 2023-01-13 }
closed = { on = 2024-08-26, as = "dropped", why = "No money." }
"""

FACTS = {
    "share/survey/2020_2022-01-20": "value = 2.70",
    "share/survey/2021_2023-01-20": "value = 3.4\nstandard_error = 0.2\nnumerator = 34\n"
    "denominator = 1000",
    "share/survey/2022_2024-01-20": 'value = 4.2\ngrade = "A"\nsource = "Statistics Korea"\n'
    'url = "https://example.org/2022"\nquote = "4.2 percent"\nrecorded = 2026-11-22',
    "share/survey/2023_2025-01-20": 'value = 5.9\nstatus = "provisional"',
    "share/survey/2023_2025-06-08": 'value = 6.40\nsource = "Yearbook"\nnote = "The final one."',
    "share/survey/2026_2025-12-01": 'value = 12\nstatus = "planned"\nsource = "Budget"',
    "share/survey/2024_2026-02-02": 'value = 7.1\nurl = "https://example.org/2024"\n'
    'quote = "7.1 percent"',
    "share/other/2024_2025-03-03": 'value = 300\nbound = ">="',
    "months/2024-03_2024-04-20": "value = 1",
    "months/2024-11_2024-12-20": "value = 2",
    "months/2025-02_2025-03-20": "value = 3",
    "money-2025/2025-06_2025-07-20": "value = 30",
    "money-2025/2025_2026-03-20": "value = 80",
    "law-passed/2025-02-01_2025-02-02": "value = true",
}


def write(root: Path, targets: str = TARGETS, facts: dict[str, str] | None = None) -> Path:
    """A project at `root`."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "targets.toml").write_text(targets, "utf-8")
    for name, text in (FACTS if facts is None else facts).items():
        file = root / "observations" / f"{name}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", "utf-8")
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One target of every kind."""
    return write(tmp_path / "project")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A project without any target."""
    return write(tmp_path / "empty", 'schema = 1\ntitle = "Nothing yet"\ntimezone = "UTC"\n', {})


@pytest.fixture
def kpi(project: Path) -> Kpi:
    """The command line within the project, on a fixed day."""
    return Kpi(project, KPI_TODAY=ON.isoformat())


def sound_book(root: Path) -> Book:
    """The book of a project that has no problem."""
    book = read_book(WorkTree(str(root)))
    assert not book.problems, book.problems
    return book


def export_of(book: Book, on: dt.date = ON, **more: Any) -> Export:
    """All of a book on a day."""
    return Export(book, assess(book, on), **more)


#: What strangers write, and what must come out as text. Files cannot hold the letters that a
#: terminal obeys; a record that was made otherwise can.
HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '\'=HYPERLINK("http://evil.example")',
    "\x1b[31mred\x1b]8;;http://evil.example\x07link\x9b2J\x00\x85",
    "right \u202e to left \u2066 isolate \u2028 line",
    "a | b\nsecond, line; with \\n\r\nBEGIN:VEVENT\tTAB",
    "]]> <!-- --> &amp; &#x41; {braces} {0} %s",
    "long " + "긴" * 10_000,
    "\ufffe\ufeff\U000e0041",
)


def hostile(book: Book, text: str) -> Book:
    """The book with `text` in every field of every record that holds a text of strangers."""
    documents = {
        id_: replace(one, title=text, publisher=text, note=text)
        for id_, one in book.documents.items()
    }
    targets = tuple(
        replace(
            one,
            title=text, title_ko=text, owner=text, tags=(text,), judged_why=text, note=text,
            unit=one.unit and text,
            goals=tuple(replace(g, quote=text, reading=text, note=text) for g in one.goals),
            series=tuple(
                replace(s, title=text, title_ko=text, publisher=text, definition=text, note=text)
                for s in one.series
            ),
            closed=replace(one.closed, why=text) if one.closed else None,
        )
        for one in book.targets
    )  # fmt: skip
    facts = {
        id_: tuple(replace(o, source=text, quote=text, note=text, grade=text) for o in found)
        for id_, found in book.observations.items()
    }
    return replace(book, title=text, documents=documents, targets=targets, observations=facts)
