"""The table row by row is that of a board, letter by letter; so is one made of rows from before."""

from __future__ import annotations

import pytest

from kpi.cli.standing import answers, fast_table
from kpi.store import processes
from tests.run import Kpi, Ran
from tests.speed.conftest import DAY, TARGETS, Asked, git, record

MORE = """
[[target]]
id = "given-up"
title = "Given up"
unit = "%"
direction = "up"
baseline = { period = 2020, value = 5 }
goal = { value = 50, by = 2030, announced = 2021-01-01, document = "paper" }
closed = { on = 2024-08-26, as = "dropped", why = "a later law" }

[[target]]
id = "waste"
title = "Waste, by the quarter"
unit = "kg"
direction = "down"
cadence = "1 quarter"
lag = "2 months"
baseline = { period = "2020-Q4", value = 400 }

[[target.goal]]
value = 100
by = 2025
announced = 2021-01-01
document = "paper"

[[target.goal]]
value = 200
by = 2028
announced = 2024-03-01
document = "paper"

[[target]]
id = "two"
title = "Two series"
unit = "%"
direction = "up"
goal = { value = 50, by = 2030 }

[[target.series]]
id = "other"
"""
HEAD = '\n\n[document.paper]\ntitle = "A paper"\npublisher = "A daily"\npublished = 2021-01-01\n'
HEAD += 'weight = "press"\n'
FACTS = {
    "given-up/2022_2023-06-01.toml": "value = 9\n",
    "waste/2021-Q4_2022-03-01.toml": "value = 390\n",
    "waste/2022-Q4_2023-03-01.toml": 'value = 350\nstatus = "estimated"\nbound = "<="\n',
    "waste/2023-Q4_2024-03-01.toml": "value = 290\n",
    "waste/2023-Q4_2025-03-01.toml": "value = 310\n",  # revised
    "waste/batch_2025-06-01_more.toml": "".join(
        f'[[observation]]\nperiod = "2024-Q{n}"\nvalue = {300 - 10 * n}\n\n' for n in range(1, 5)
    ),
    "batch_2025-07-01_b.toml": '[[observation]]\ntarget = "waste"\nperiod = 2019\nvalue = 420\n',
    "batch_2025-07-01_c.toml": '[[observation]]\ntarget = "total"\nperiod = 2024\nvalue = 400\n',
    "batch_2025-07-01_d.toml": '[[observation]]\ntarget = "given-up"\nperiod = 2023\nvalue = 1\n',
    "batch_2026-02-01_e.toml": '[[observation]]\ntarget = "total"\nperiod = 2025\nvalue = 450\n',
}  # fmt: skip

QUESTIONS = (
    ["status"], ["status", "waste", "given-up"], ["status", "--quiet", "--ascii"],
    ["status", "--lang", "ko"], ["status", "--color", "always"],
    ["status", "--as-of", "2024-01-01"], ["status", "--on", "2024-08-25"],
    ["status", "--on", "2031-01-01", "--as-of", "2024-01-01"],
    ["status", "--on", "2024-01-01", "--as-of", "2026-01-01"], ["status", "--on", "2099-01-01"],
    ["status", "later"], ["status", "share", "nobody"],
)  # fmt: skip


@pytest.fixture
def kpi(asked: Asked) -> Kpi:
    """The command in a project of more than every kind of target, with a cache of its own."""
    (asked.root / "targets.toml").write_text(
        TARGETS.replace("\n\n[[target]]", HEAD + "\n[[target]]", 1) + MORE, "utf-8"
    )
    for name, text in FACTS.items():
        record(asked.root, name, text)
    asked.age()
    return Kpi(asked.root, KPI_TODAY=DAY, XDG_CACHE_HOME=str(asked.cache))


def ordinarily(kpi: Kpi, *words: str) -> Ran:
    """What is said by the way that makes a board of all targets."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "_swiftly", lambda *_: None)
        return kpi(*words, KPI_CACHE="off")


def swiftly(kpi: Kpi, *words: str) -> Ran:
    """What is said row by row; it must be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "_ordinarily", None)
        return kpi(*words, KPI_CACHE="off")


@pytest.mark.parametrize(
    ("enough", "processors"), [(0, 2), (0, 4), (0, 1), (400, 2)],
    ids=["two processes", "four", "one processor", "one process"],
)  # fmt: skip
@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_the_rows_are_those_of_a_board(
    kpi: Kpi, words: list[str], enough: int, processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the folder, whether one process reads it, or some, or one does the work of two."""
    monkeypatch.setattr(fast_table, "ENOUGH", enough)
    monkeypatch.setattr(fast_table, "EACH", 1)
    monkeypatch.setattr(processes, "_processors", lambda: processors)
    for columns in ("", "70", "40"):  # flags in words, as letters, as a star
        monkeypatch.setenv("COLUMNS", columns)
        found = kpi(*words, KPI_CACHE="off")
        assert found == ordinarily(kpi, *words)
    if words[-1] not in ("later", "nobody"):
        assert found == swiftly(kpi, *words)
        assert (found.code, found.stderr) == (0, "")


@pytest.mark.parametrize("enough", [0, 400], ids=["two processes", "one"])
@pytest.mark.parametrize("few", [1, 500], ids=["one by one", "at once"])
def test_the_rows_of_a_commit_are_those_of_its_board(
    asked: Asked, kpi: Kpi, enough: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many files are in memory at the same time."""
    git(asked.root, "init", "-q")
    git(asked.root, "add", "-A")
    git(asked.root, "commit", "-q", "-m", "all")
    record(asked.root, "total/2023_2026-02-01.toml", "value = 999\n")
    monkeypatch.setattr(fast_table, "ENOUGH", enough)
    monkeypatch.setattr(fast_table, "AT_ONCE", few)
    for words in QUESTIONS:
        found = kpi(*words, "--at", "HEAD", KPI_CACHE="off")
        assert found == ordinarily(kpi, *words, "--at", "HEAD")
    assert swiftly(kpi, "status", "--at", "HEAD").code == 0


def test_the_rows_of_before_are_those_of_a_board(
    asked: Asked, kpi: Kpi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time one target more has changed, and only that one is judged."""
    judged: list[str] = []
    row = fast_table.Judge.row

    def noted(judge: fast_table.Judge, target: object, facts: object) -> object:
        judged.append(target.id)  # type: ignore[attr-defined]
        return row(judge, target, facts)  # type: ignore[arg-type]

    monkeypatch.setattr(fast_table.Judge, "row", noted)
    monkeypatch.setenv("COLUMNS", "70")
    questions = [words for words in QUESTIONS if words[-1] not in ("later", "nobody")]
    for words in questions:
        assert kpi(*words) == ordinarily(kpi, *words)
    asked.age()
    for name, text in (
        ("total/2023_2026-02-01.toml", "value = 999\n"),
        ("waste/2025-Q1_2025-07-01.toml", "value = 500\n"),
        ("share/survey/2025_2026-06-01.toml", "value = 40\n"),
        ("given-up/2024_2025-06-01.toml", "value = 60\n"),
    ):
        record(asked.root, name, text)
        asked.age()
        for words in questions:
            judged.clear()
            found = kpi(*words)
            only = [name.partition("/")[0]]
            if words[1:] == ["waste", "given-up"]:
                only = [one for one in only if one in words]
            assert judged == only
            assert found == ordinarily(kpi, *words)


ROW = "[[observation]]\nperiod = 2024\nvalue = 1\n"
FAULTS = {
    "twice in batches of all": {"batch_2025-07-01_f.toml": FACTS["batch_2025-07-01_c.toml"]},
    "in a batch of all and its own": {
        "total/batch_2025-07-01_f.toml": "[[observation]]\nperiod = 2024\nvalue = 400\n"
    },
    "in a batch of all and a file": {"given-up/2023_2025-07-01.toml": "value = 1\n"},
    "in a batch of all and the only file": {
        "batch_2025-07-01_f.toml": ROW.replace("period", 'target = "empty"\nperiod'),
        "empty/2024_2025-07-01.toml": "value = 1\n",
    },
    "in a batch and a file": {
        "two/batch_2025-07-01_f.toml": ROW, "two/2024_2025-07-01.toml": "value = 1\n",
    },
    "twice in a batch, beside another series": {
        "two/batch_2025-07-01_f.toml": ROW + ROW, "two/other/2024_2025-07-01.toml": "value = 1\n",
    },
    "a correction of none": {"waste/2023-Q4_2024-03-01_r3.toml": "value = 1\n"},
    "a correction of none, alone": {"empty/2023_2024-03-01_r2.toml": "value = 1\n"},
    "a target that nobody knows": {"unknown/2023_2024-03-01.toml": "value = 1\n"},
    "a value that is none": {"waste/2023-Q3_2024-03-01.toml": "value = oops\n"},
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_only_a_board_can_say_is_left_to_it(asked: Asked, kpi: Kpi, fault: str) -> None:
    """A fact that is there twice is no fact, though it says the same."""
    for name, text in FAULTS[fault].items():
        record(asked.root, name, text)
    found = kpi("status", KPI_CACHE="off")
    assert (found.code, found) == (4, ordinarily(kpi, "status"))


@pytest.mark.parametrize(
    ("old", "new"),
    [("Asia/Seoul", "Asia/Nowhere"), ('id = "done"', 'id = "total"'),
     ('direction = "down"', "direction = 1"), ("schema = 1", "schema = 2")],
)  # fmt: skip
def test_a_fault_of_the_targets_is_told(asked: Asked, kpi: Kpi, old: str, new: str) -> None:
    """Before anything was kept, and where it has come since."""
    before = kpi("status")
    assert before.code == 0
    path = asked.root / "targets.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    for cache in ("off", ""):
        found = kpi("status", KPI_CACHE=cache)
        assert (found.code, found) == (4, ordinarily(kpi, "status"))
