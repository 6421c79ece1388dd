"""A ledger of two years: 30 commits with fixed dates, and what each one changes.

`STORY` is told in the order in which it was committed; `FLIPS` are the verdicts that each commit
changes, written down by hand from the order of the rules, before the program was asked.
The day of a commit is the day for which it is judged. All paths are straight lines, so that every
figure can be checked in the head.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

HEAD = """\
schema = 1
title = "이야기: two years of a ledger"
timezone = "Asia/Seoul"
"""

#: Expected by the path: 2 points a year, 16 in 2023, 18 in 2024, 20 in 2025.
SHARE = """
[[target]]
id = "share"
title = "Share of households"
title_ko = "가구 비중"
owner = "Ministry of Shares"
unit = "%"
direction = "up"
path = "linear"
baseline = { period = 2020, value = 10 }
[[target.goal]]
announced = 2021-01-01
value = 30
by = 2030
"""
#: 21 points in 10 years: 18.4 in 2024, 20.5 in 2025.
SHARE_HARDER = (
    SHARE
    + """\
[[target.goal]]
announced = 2026-09-01
value = 31
by = 2030
"""
)

LAW = """
[[target]]
id = "law"
title = "The law is passed"
owner = "Ministry of Laws"
kind = "milestone"
goal = { value = true, by = 2026-06-30, announced = 2024-01-01 }
"""

GRANT = """
[[target]]
id = "grant"
title = "Grants in 2025"
owner = "Ministry of Shares"
kind = "annual"
unit = "KRW bn"
direction = "up"
goal = { value = 500, by = 2025, announced = 2024-12-01 }
"""

#: Expected: 0.5 a year less; from 10 in 2020 8.5 in 2023, from the register's 9.5 8.15.
RATE = """
[[target]]
id = "rate"
title = "Rate"
unit = "%"
direction = "down"
path = "linear"
baseline = {{ period = 2020, value = 10, series = "survey" }}
judged_series = "{judged}"
[[target.goal]]
announced = 2021-01-01
value = 5
by = 2030
[[target.series]]
id = "survey"
[[target.series]]
id = "register"
"""
#: From 9.5 to 2: 0.75 a year, 7.25 in 2023.
RATE_HARDER = RATE.replace(
    "[[target.series]]\nid = \"survey\"",
    "[[target.goal]]\nannounced = 2026-10-01\nvalue = 2\nby = 2030\n"
    "[[target.series]]\nid = \"survey\"",
)  # fmt: skip

#: Expected: 25 a year from nothing in 2022, so 50 in 2024.
COUNT = """
[[target]]
id = "count"
title = "Plants built"
kind = "total"
unit = "plants"
direction = "up"
path = "linear"
baseline = { period = 2022, value = 0 }
[[target.goal]]
announced = 2022-06-01
value = 200
by = 2030
"""
#: 50 a year: 100 in 2024.
COUNT_HARDER = (
    COUNT
    + """\
[[target.goal]]
announced = 2025-07-01
value = 400
by = 2030
"""
)
#: Announced rows instead of the line: 40 in 2024.
COUNT_ROWS = COUNT_HARDER.replace('path = "linear"', "path = [{ by = 2026, value = 80 }]")

#: Expected: 3 a year from 1 in 2023, so 4 in 2024.
BRIDGE = """
[[target]]
id = "bridge"
title = "Bridges mended"
unit = "bridges"
direction = "up"
path = "linear"
baseline = { period = 2023, value = 1 }
[[target.goal]]
announced = 2023-06-01
value = 10
by = 2026
"""
#: Softer, and announced after the year 2024 that is judged: 2024 is held to the older goal.
BRIDGE_SOFTER = (
    BRIDGE
    + """\
[[target.goal]]
announced = 2025-06-01
value = 5
by = 2030
"""
)
BRIDGE_DROPPED = (
    BRIDGE_SOFTER
    + """\
[target.closed]
on = 2025-10-01
as = "dropped"
why = "교량 사업 취소"
"""
)

TAX = """
[[target]]
id = "tax"
title = "A tax"
unit = "%"
direction = "up"
baseline = { period = 2025, value = 1 }
goal = { value = 3, by = 2030, announced = 2026-06-01 }
"""

#: A commit's file: a name and its content, None to take it away, "> NAME" to rename it.
Files = dict[str, str | None]


@dataclass(frozen=True)
class Told:
    """A commit of the story: its day in Seoul, what it says, and its files."""

    day: str
    message: str
    files: Files = field(default_factory=dict)
    branch: str = "main"
    merge: str | None = None
    time: str = "09:30:00 +0900"


def targets(*parts: str) -> Files:
    return {"targets.toml": HEAD + "".join(parts)}


def one(value: object, note: str = "", **more: object) -> str:
    lines = [f"value = {value}"] + ([f'note = "{note}"'] if note else [])
    return "".join(line + "\n" for line in [*lines, *(f"{k} = {v}" for k, v in more.items())])


def batch(*rows: tuple[object, object]) -> str:
    return "".join(f"[[observation]]\nperiod = {p}\nvalue = {v}\n" for p, v in rows)


_RATE, _RATE_REGISTER = RATE.format(judged="survey"), RATE.format(judged="register")
_RATE_HARDER = RATE_HARDER.format(judged="register")
_O = "observations"

STORY = (
    Told("2025-01-06", "Begin the ledger",
         targets(SHARE, LAW, GRANT, _RATE, COUNT, BRIDGE)),
    Told("2025-01-13", "Share of 2023", {f"{_O}/share/2023_2024-06-01.toml": one(17)}),
    Told("2025-02-03", "Rate of 2022", {f"{_O}/rate/survey/2022_2023-03-01.toml": one(8)}),
    Told("2025-02-10", "Rate of 2023", {f"{_O}/rate/survey/2023_2024-03-01.toml": one(8.6)}),
    Told("2025-03-03", "Share of 2023 revised",
         {f"{_O}/share/2023_2025-03-01.toml": one(15.5, "a larger sample")}),
    Told("2025-03-10", "Our own slip corrected",
         {f"{_O}/share/2023_2025-03-01_r2.toml": one(16.5, "typed 15.5 for 16.5")}),
    Told("2025-04-07", "Plants in one batch",
         {f"{_O}/count/batch_2025-04-01_counts.toml": batch((2023, 40), (2024, 60))}),
    Told("2025-04-14", "A better name for the batch",
         {f"{_O}/count/batch_2025-04-01_plants-built.toml":
          f"> {_O}/count/batch_2025-04-01_counts.toml"}),
    Told("2025-05-05", "Bridges of 2024", {f"{_O}/bridge/2024_2025-05-01.toml": one(2)}),
    Told("2025-06-02", "The goal for bridges is softened",
         targets(SHARE, LAW, GRANT, _RATE, COUNT, BRIDGE_SOFTER)),
    Told("2025-07-07", "The goal for plants is doubled",
         targets(SHARE, LAW, GRANT, _RATE, COUNT_HARDER, BRIDGE_SOFTER)),
    Told("2025-08-04", "Share of 2024, on a branch",
         {f"{_O}/share/2024_2025-08-01.toml": one(18.4)}, branch="side"),
    Told("2025-08-05", "Grants of the first quarter",
         {f"{_O}/grant/2025-Q1_2025-07-01.toml": one(100)}),
    Told("2025-08-06", "Merge the branch", merge="side"),
    Told("2025-09-01", "The register is judged from now on",
         targets(SHARE, LAW, GRANT, _RATE_REGISTER, COUNT_HARDER, BRIDGE_SOFTER)),
    Told("2025-09-08", "The register's figures",
         {f"{_O}/rate/register/batch_2025-09-05_register.toml":
          batch((2020, 9.5), (2021, 9), (2022, 8.4), (2023, 7.6))}),
    Told("2025-10-06", "The bridges are given up",
         targets(SHARE, LAW, GRANT, _RATE_REGISTER, COUNT_HARDER, BRIDGE_DROPPED)),
    Told("2025-11-03", "메모를 남긴다", {"문서/메모 1.md": "메모\n"}),
    Told("2025-12-29", "Two more quarters of grants",
         {f"{_O}/grant/2025-Q2_2025-10-01.toml": one(150),
          f"{_O}/grant/2025-Q3_2025-12-01.toml": one(130)}),
    Told("2026-01-05", "Share of 2024 revised",
         {f"{_O}/share/2024_2026-01-02.toml": one(18.6, "final figure")}),
    Told("2026-02-02", "Grants of 2025", {f"{_O}/grant/2025_2026-02-01.toml": one(520)}),
    Told("2026-03-02", "Grants of 2025 revised",
         {f"{_O}/grant/2025_2026-03-01.toml": one(480, "a payment was counted twice")}),
    Told("2026-04-06", "No law yet", {f"{_O}/law/2026-03-31_2026-04-01.toml": one("false")}),
    Told("2026-07-06", "A tax is promised",
         targets(SHARE, LAW, GRANT, _RATE_REGISTER, COUNT_HARDER, BRIDGE_DROPPED, TAX)),
    Told("2026-08-03", "The law is passed", {f"{_O}/law/2026-07-20_2026-07-21.toml": one("true")}),
    Told("2026-09-07", "Share of 2025, and more is promised",
         targets(SHARE_HARDER, LAW, GRANT, _RATE_REGISTER, COUNT_HARDER, BRIDGE_DROPPED, TAX)
         | {f"{_O}/share/2025_2026-09-03.toml": one(20.2)}),
    Told("2026-10-05", "The register revised, and a harder goal",
         targets(SHARE_HARDER, LAW, GRANT, _RATE_HARDER, COUNT_HARDER, BRIDGE_DROPPED, TAX)
         | {f"{_O}/rate/register/2023_2026-10-02.toml": one(8.4, "late reports")}),
    Told("2026-10-12", "The announced rows for plants",
         targets(SHARE_HARDER, LAW, GRANT, _RATE_HARDER, COUNT_ROWS, BRIDGE_DROPPED, TAX)),
    Told("2026-11-02", "The tax was never promised",
         targets(SHARE_HARDER, LAW, GRANT, _RATE_HARDER, COUNT_ROWS, BRIDGE_DROPPED)),
    # Half past midnight on Monday in Seoul is Sunday in UTC.
    Told("2026-11-16", "The revision of the grants was another year's",
         {f"{_O}/grant/2025_2026-03-01.toml": None}, time="00:30:00 +0900"),
)  # fmt: skip

#: Commit (as it is counted in STORY, from 1) -> target -> verdict before, after, cause.
FLIPS: dict[int, dict[str, tuple[str, str, str]]] = {
    2: {"share": ("no data", "on track", "new data")},  # 17 of 16
    3: {"rate": ("no data", "on track", "new data")},  # 8 of 9
    4: {"rate": ("on track", "behind", "new data")},  # 8.6 of 8.5
    5: {"share": ("on track", "behind", "revised data")},  # 15.5 of 16
    6: {"share": ("behind", "on track", "revised data")},  # 16.5 of 16
    7: {"count": ("no data", "on track", "new data")},  # 60 of 50
    8: {},  # a renamed file is the same fact
    9: {"bridge": ("no data", "behind", "new data")},  # 2 of 4
    10: {},  # a softened goal is not applied to the time before it was announced
    11: {"count": ("on track", "behind", "goal moved")},  # 60 of 100
    12: {},
    13: {},
    14: {},
    15: {"rate": ("behind", "cannot judge", "target edited")},  # the register has no figure
    16: {"rate": ("cannot judge", "on track", "new data")},  # 7.6 of 8.15
    17: {"bridge": ("behind", "dropped", "target edited")},
    18: {},
    19: {},
    20: {"grant": ("under way", "awaiting data", "time passed")},  # 2025 is over
    21: {"grant": ("awaiting data", "met", "new data")},  # 520 of 500
    22: {"grant": ("met", "missed", "revised data")},  # 480 of 500
    23: {},
    24: {"law": ("pending", "overdue", "time passed")},  # 30 June has passed
    25: {"law": ("overdue", "done late", "new data")},
    26: {"share": ("on track", "behind", "several")},  # 20.2 of 20.5; 20.2 of 20, 18.6 of 18.4
    27: {"rate": ("on track", "behind", "several")},  # 8.4 of 8.15, or 7.6 of 7.25
    28: {"count": ("behind", "on track", "target edited")},  # 60 of 40
    29: {},  # the tax is gone
    30: {"grant": ("missed", "met", "revised data")},
}  # fmt: skip

#: The parts of those with several causes, and whether they work only together.
PARTS = {
    (26, "share"): ({"new data", "goal moved"}, True),
    (27, "rate"): ({"revised data", "goal moved"}, False),
}

#: A commit's parent where it is not the one told before it.
PARENTS = {13: 11, 14: 13}

#: Commit -> files of new facts, values revised (before, after), goals moved, targets new and gone.
NEW_FACTS = {
    2: ["share/2023_2024-06-01.toml"],
    3: ["rate/survey/2022_2023-03-01.toml"],
    4: ["rate/survey/2023_2024-03-01.toml"],
    7: ["count/batch_2025-04-01_counts.toml"],
    9: ["bridge/2024_2025-05-01.toml"],
    12: ["share/2024_2025-08-01.toml"],
    13: ["grant/2025-Q1_2025-07-01.toml"],
    14: ["share/2024_2025-08-01.toml"],
    16: ["rate/register/batch_2025-09-05_register.toml"],
    19: ["grant/2025-Q2_2025-10-01.toml", "grant/2025-Q3_2025-12-01.toml"],
    21: ["grant/2025_2026-02-01.toml"],
    23: ["law/2026-03-31_2026-04-01.toml"],
    25: ["law/2026-07-20_2026-07-21.toml"],
    26: ["share/2025_2026-09-03.toml"],
}
REVISED = {
    5: [("share", "2023", 17, 15.5, "a larger sample")],
    6: [("share", "2023", 15.5, 16.5, "typed 15.5 for 16.5")],
    20: [("share", "2024", 18.4, 18.6, "final figure")],
    22: [("grant", "2025", 520, 480, "a payment was counted twice")],
    27: [("rate", "2023", 7.6, 8.4, "late reports")],
    30: [("grant", "2025", 480, 520, "")],
}
MOVED = {
    10: [("bridge", 10, 5)], 11: [("count", 200, 400)], 26: [("share", 30, 31)],
    27: [("rate", 5, 2)],
}  # fmt: skip
NEW_TARGETS = {24: ["tax"]}
GONE_TARGETS = {29: ["tax"]}


def run(root: Path, *arguments: str, **environment: str) -> str:
    """What git says; the environment of the tests has an identity and no configuration."""
    import os

    done = subprocess.run(
        ["git", *arguments], cwd=root, check=True, capture_output=True,
        env={**os.environ, **environment},
    )  # fmt: skip
    return done.stdout.decode().strip()


def identity(home: Path) -> dict[str, str]:
    """An environment in which nobody's git configuration matters."""
    return {
        "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "김지원", "GIT_AUTHOR_EMAIL": "jiwon@example.org",
        "GIT_COMMITTER_NAME": "Ledger", "GIT_COMMITTER_EMAIL": "ledger@example.org",
    }  # fmt: skip


def tell(root: Path, story: tuple[Told, ...] = STORY) -> list[str]:
    """Commit the story in a new repository at `root`; the full names of its commits."""
    root.mkdir(parents=True)
    environment = identity(root.parent)
    run(root, "init", "-q", "-b", "main", **environment)
    names, branch = [], "main"
    for told in story:
        dates = {f"GIT_{who}_DATE": f"{told.day} {told.time}" for who in ("AUTHOR", "COMMITTER")}
        if told.branch != branch:
            known = run(root, "branch", "--list", told.branch, **environment)
            run(root, "checkout", "-q", *([] if known else ["-b"]), told.branch, **environment)
            branch = told.branch
        if told.merge:
            run(root, "merge", "-q", "--no-ff", "-m", told.message, told.merge,
                **environment, **dates)  # fmt: skip
        else:
            for name, content in told.files.items():
                _write(root / name, content, root)
            run(root, "add", "-A", **environment)
            run(root, "commit", "-q", "-m", told.message, **environment, **dates)
        names.append(run(root, "rev-parse", "HEAD", **environment))
    return names


def _write(file: Path, content: str | None, root: Path) -> None:
    if content is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    if content.startswith("> "):
        (root / content.removeprefix("> ")).rename(file)
    else:
        file.write_text(content, "utf-8")
