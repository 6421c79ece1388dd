"""Projects of many targets in the user's own files, and the boards that they make."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kpi.assess.board import Board, assess
from kpi.facts.book import read_book
from kpi.store.trees import WorkTree

ON = dt.date(2026, 11, 22)

HEAD = """\
schema = 1
title = "A ledger of many promises: 많은 약속의 원장"
timezone = "Asia/Seoul"

[document.plan]
title = "The plan in which all of this was promised"
publisher = "Ministry of Promises"
published = 2020-03-01
url = "https://example.org/plans/2020/connections.html"
weight = "official"
"""

TARGET = """
[[target]]
id = "share-of-households-{n}"
title = "Share of households with a connection of kind {n}"
title_ko = "{n}종 연결 가구 비율"
owner = "Ministry of Promises"
unit = "%"
direction = "up"
ceiling = 100
cadence = "1 year"
lag = "12 months"
baseline = {{ period = 2018, value = {base} }}

[[target.goal]]
announced = 2020-03-01
value = {goal}
by = 2030
document = "plan"
quote = "the share of households with a connection of kind {n} is to rise to {goal} percent by 2030"
"""

BATCH = """
[[observation]]
period = {year}
value = {value}
published = 2026-02-01
source = "Statistics office, survey of connections"
url = "https://example.org/statistics/connections"
"""


def write(folder: Path, targets: int, values: int = 5) -> Path:
    """A project of `targets` targets, each with `values` yearly figures in one file."""
    parts = [HEAD]
    for n in range(1, targets + 1):
        base, goal = 5 + n % 20, 45 + n % 50
        parts.append(TARGET.format(n=n, base=base, goal=goal))
        home = folder / "observations" / f"share-of-households-{n}"
        home.mkdir(parents=True)
        rows = [
            BATCH.format(year=year, value=round(base + (n % 7) * y * 0.9 + (y % 3) * 0.4, 1))
            for y, year in enumerate(range(2025 - values, 2025))
        ]
        (home / "batch_2026-02-01_survey.toml").write_text("".join(rows), "utf-8")
    (folder / "targets.toml").write_text("".join(parts), "utf-8")
    return folder


def board_of(folder: Path) -> Board:
    """The board of a project without faults, for a fixed day."""
    book = read_book(WorkTree(str(folder)))
    assert not book.problems
    return assess(book, ON)
