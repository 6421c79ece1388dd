"""A sound ledger with one thing a thousand times: goals, series, figures, long texts. Two seconds.

Each case took from five seconds to many minutes: what was looked up for each of them was looked
for among all of them. The bounds are those of `test_sizes`, for whole processes.
"""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from kpi.store.trees import LARGEST
from tests.strength.test_sizes import PATIENCE, measured

HEAD = 'schema = 1\ntitle = "Many"\n'
TARGET = """[[target]]
id = "x"
title = "Something promised"
unit = "{unit}"
direction = "up"
baseline = {{ period = 2022, value = 1 }}
"""
PERCENT = TARGET.format(unit="%")
GOAL = "goal = { value = 30, by = 2030 }\n"


def day(nth: int, first: str = "1977-01-01") -> str:
    return str(dt.date.fromisoformat(first) + dt.timedelta(nth))


def rows(count: int, form: str) -> str:
    """Rows of a batch; `form` may hold DAY, N and V, which goes up and down."""
    return "".join(
        "[[observation]]\n" + form.replace("DAY", day(n)).replace("N", str(n))
        .replace("V", f"{n % 97}.5")
        for n in range(count)
    )  # fmt: skip


GOALS = HEAD + PERCENT + "".join(
    f"[[target.goal]]\nvalue={30 + n % 7}\nby={2030 + n % 5}\nannounced={day(n, '2010-01-01')}\n"
    for n in range(4_900)
)  # fmt: skip
SERIES = HEAD + PERCENT + GOAL + 'judged_series = "s1"\n' + "".join(
    f'[[target.series]]\nid="s{n}"\ncomparable="no"\n' for n in range(4_000)
)  # fmt: skip
SERIES_ROWS = rows(4_000, 'target="x"\nseries="sN"\nperiod=2023\nvalue=V\n')
DAILY = rows(17_000, "period=DAY\nvalue=V\n")
ONE = HEAD + PERCENT + GOAL
QUOTES = HEAD + "".join(
    (PERCENT + f'goal = {{ value = 30, by = 2030, quote = "{text}" }}\n').replace('"x"', f'"x{n}"')
    for n, text in enumerate(
        8 * ["1" * 19_900, ",000" * 4_900 + "조", "1조 " * 4_900, "12,000 " * 2_800, "1-" * 9_900]
    )
)  # fmt: skip
LONG_TITLE = HEAD + "".join(
    (PERCENT + GOAL).replace('"x"', f'"x{n}"') for n in range(4_000)
).replace("Something promised", "t" * 19_800, 1)
WIDE_WORDS = HEAD + TARGET.format(unit="가" * 200) + GOAL
WIDE_WORDS = WIDE_WORDS.replace("Something promised", "가" * 19_800)

#: What the project holds beside targets.toml: a batch, by its name.
BATCH = "x/batch_2026-06-30_a.toml"
LEDGERS = {
    "goals": (GOALS, {}, [["show", "x"], ["show", "x", "-f", "html"], ["card", "x"]]),
    "goals and figures": (GOALS, {BATCH: DAILY}, [["card", "x"]]),
    "series": (
        SERIES, {"batch_2026-06-30_a.toml": SERIES_ROWS},
        [["status"], ["check"], ["whatif", "x", "2027=8", "--needed"]],
    ),
    "figures": (
        ONE, {BATCH: DAILY},
        [["whatif", "x", "2027=8", "--needed"], ["diff", "2020-01-01"]],
    ),
    "quotes": (QUOTES, {}, [["check"]]),
    "a long title": (LONG_TITLE, {}, [["status"], ["check"]]),
    "wide words": (WIDE_WORDS, {}, [["card", "x", "-f", "svg"], ["status", "-f", "html"]]),
}  # fmt: skip


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger_of_many(tmp_path: Path, name: str) -> None:
    """Each command answers within the bounds."""
    targets, facts, commands = LEDGERS[name]
    root = tmp_path / "project"
    (root / "observations" / "x").mkdir(parents=True)
    (root / "targets.toml").write_text(targets)
    for file, text in facts.items():
        (root / "observations" / file).write_text(text)
    assert all(one.stat().st_size <= LARGEST for one in root.rglob("*.toml"))
    for words in commands:
        code, said = measured(root, *words)
        assert code == 0, said[:500]


LISTED = ",".join(f"a{nth}" for nth in range(60))
UNITS_ABOVE = "".join(
    ",".join(f'"단위 {row}-{nth} {LISTED}"' for nth in range(18)) + "\n" for row in range(58)
)
TABLES = {
    "columns of one title": "x," * 4_000 + "2020,2021\n" + "a," * 4_000 + "1,2\n",
    "numbered titles": ",".join(f"x ({n})" for n in range(2, 2_000)) + ",x" * 2_000
    + ",2020,2021\n" + "a," * 3_998 + "1,2\n",
    "labels and periods": "a," * 2_400 + ",".join(map(str, range(1900, 2100))) + "\n"
    + ("b," * 2_400 + ",".join("7" * 200) + "\n") * 20,
    "long headings": "label,2020,2021\nL," + "t" * 50_000 + ",y\n" + "x,1,2\n" * 5_000,
    "texts above": "\n".join(",".join(f"c{row}-{n}" for n in range(18)) for row in range(58))
    + "\nperiod,value\n" + "".join(f"{day(n)},5\n" for n in range(15_000)),
    "units above": UNITS_ABOVE + "period,value\n" + "".join(f"{day(n)},5\n" for n in range(5_000)),
    "days": "period,value\n" + "".join(f"{day(n)},{n % 97}.5\n" for n in range(12_000)),
    "a long note": "note," + ",".join(map(day, range(4_900))) + "\n" + "n" * 19_000
    + ",5" * 4_900 + "\n",
    "a long unit": f"period,value,unit\n2020,5,{'u' * 90_000}\n"
    + "".join(f"{day(n)},5,\n" for n in range(10_000)),
    "empty columns": "," * 4_900 + ",".join(map(str, range(1900, 2000))) + "\n"
    + ("b," + "," * 4_899 + ",".join("7" * 100) + "\n") * 190,
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_many(tmp_path: Path, name: str) -> None:
    """Read within the bounds, whatever is then said of it; in Korean, which takes the longer."""
    root = tmp_path / "project"
    (root / "observations" / "x").mkdir(parents=True)
    (root / "targets.toml").write_text(ONE)
    if name == "days":
        (root / "observations" / BATCH).write_text(DAILY)
    (root / "t.csv").write_text(TABLES[name])
    words = ("import", "t.csv", "--target", "x", "--published", "2026-06-30", "--dry-run")
    code, _ = measured(root, *words, "--lang", "ko", patience=2 * PATIENCE)
    assert code in (0, 4)


def test_a_table_of_many_series(tmp_path: Path) -> None:
    """Of each series the file is asked what it has to be asked once."""
    root = tmp_path / "project"
    root.mkdir()
    targets = (PERCENT.replace('"x"', f'"t{n}"') + GOAL for n in range(400))
    (root / "targets.toml").write_text(HEAD + "".join(targets))
    names = ",".join(f"h{n}-" + "x" * 490 for n in range(1_000))
    rows = "".join(f"t{n},2020,5" + "," * 1_000 + "\n" for n in range(400))
    (root / "t.csv").write_text(f"target,period,value,{names}\n{rows}")
    words = ("import", "t.csv", "--published", "2026-06-30", "--dry-run")
    assert measured(root, *words, patience=2 * PATIENCE)[0] in (0, 4)


TAKE = '[[take]]\ntarget = "x"\nvalue = "value"\n'
MAPPINGS = {
    "takes": (200 * TAKE, "period;value\n" + "".join(f"{day(n)};5\n" for n in range(100))),
    "too many takes": (201 * TAKE, "period;value\n2024;5\n"),
    "texts": (
        'target = "x"\nfilter = { k = [' + ", ".join(f'"q{n}"' for n in range(18_000)) + "] }\n",
        "k,period,value\nq0,2020,1\n" + "z,1,1\n" * 80_000,
    ),
    "labels": (
        200 * '[[take]]\ntarget = "x"\n',
        "period,value," + ",".join(f"n{n}" for n in range(2_000))
        + ("\n2024,5," + ",".join(2_000 * "b")) * 40,
    ),
    "header rows": (
        f'target = "x"\nlayout = "wide"\nheader = {list(range(1, 201))}\n',
        "a," + ",".join(map(str, range(1950, 2000))) + ("\nh" + ",h" * 50) * 200,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MAPPINGS)
def test_a_mapping_of_many(tmp_path: Path, name: str) -> None:
    """Used or refused within the bounds."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "targets.toml").write_text(ONE)
    mapping, table = MAPPINGS[name]
    (root / "m.toml").write_text(mapping)
    (root / "t.csv").write_text(table)
    words = ("import", "t.csv", "--published", "2026-06-30", "--mapping", "m.toml", "--dry-run")
    code, said = measured(root, *words, patience=2 * PATIENCE)
    assert code in (0, 4)
    if name == "too many takes":
        assert "over 200 takes; divide them among several mappings" in said
    if name == "header rows":
        assert "over 10 header rows" in said


def test_thousands_of_links_in_a_commit(tmp_path: Path) -> None:
    """Read at once: one by one each took a process."""
    root = tmp_path / "project"
    (root / "observations" / "x").mkdir(parents=True)
    (root / "real").mkdir()
    (root / "targets.toml").write_text(ONE)
    for nth in range(2_500):
        (root / "real" / f"{nth}.toml").write_text("value = 1\n")
        link = root / "observations" / "x" / f"{1000 + nth}_9000-01-01.toml"
        link.symlink_to(f"../../real/{nth}.toml")
    git = ("git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@example.org")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Links")):
        subprocess.run((*git, *words), check=True)
    assert measured(root, "check", "--at", "HEAD")[0] == 0


def test_thousands_of_names_that_are_not_there(tmp_path: Path) -> None:
    """Folders and rows of other targets: of each a near name would be looked for among all."""
    root = tmp_path / "project"
    ids = ["ab" * 35 + f"{nth:05}" for nth in range(2_500)]
    for nth in range(2_500):
        folder = root / "observations" / f"x{nth}"
        folder.mkdir(parents=True)
        (folder / "2020_2021-01-01.toml").write_text("value = 1\n")
    (root / "targets.toml").write_text(
        HEAD + "".join((PERCENT + GOAL).replace('"x"', f'"{one}"') for one in ids)
    )
    assert measured(root, "check")[0] == 4
    for path in (root / "observations").iterdir():
        (path / "2020_2021-01-01.toml").unlink()
    rows = "".join(f"{'ba' * 35}{nth:05}x,2020,5\n" for nth in range(2_500))
    (root / "t.csv").write_text("target,period,value\n" + rows)
    words = ("import", "t.csv", "--published", "2026-06-30", "--dry-run")
    assert measured(root, *words, patience=2 * PATIENCE)[0] == 4


def test_a_report_that_was_changed_in_every_second_line(tmp_path: Path) -> None:
    """The first lines that differ are shown; to align all of them takes time by the square."""
    root = tmp_path / "project"
    (root / "observations").mkdir(parents=True)
    targets = ((PERCENT + GOAL).replace('"x"', f'"t{nth}"') for nth in range(400))
    (root / "targets.toml").write_text(HEAD + "".join(targets))
    assert measured(root, "report", "--week", "2026-W40", patience=2 * PATIENCE)[0] == 0
    file = root / "reports" / "2026-W40.html"
    lines = file.read_text("utf-8").split("\n")
    changed = [
        line + " " * (nth % 2 and 80 < nth < len(lines) - 80) for nth, line in enumerate(lines)
    ]
    file.write_text("\n".join(changed), "utf-8")
    code, said = measured(root, "report", "--verify", str(file))
    assert (code, "and more lines after those" in said) == (4, True)
