"""A past commit is judged exactly as if it were checked out: the brute force is a real clone."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from kpi.assess.board import assess
from kpi.facts.book import Book, read_book
from kpi.store.commits import commit_tree
from kpi.store.trees import WorkTree
from tests.history import story
from tests.history.story import run

DAYS = [dt.date.fromisoformat(day) for day in (
    "2024-12-31", "2025-03-02", "2025-03-05", "2025-07-01", "2025-08-31", "2025-10-01",
    "2026-01-01", "2026-02-28", "2026-03-02", "2026-07-01", "2026-09-02", "2026-11-22",
)]  # fmt: skip


@pytest.fixture(scope="module")
def checkouts(told, tmp_path_factory) -> list[Path]:
    """A clone for each commit, checked out there."""
    root, names = told
    clones = tmp_path_factory.mktemp("clones")
    found = []
    for number, name in enumerate(names, 1):
        run(clones, "clone", "-q", "--shared", "--no-checkout", str(root), str(number))
        run(clones / str(number), "checkout", "-q", "--detach", name)
        found.append(clones / str(number))
    return found


@pytest.mark.parametrize("number", range(1, 31))
def test_every_commit_is_judged_as_its_checkout(told, checkouts, number):
    """All statuses, whole, for each of a dozen days."""
    recorded = read_book(commit_tree(str(told[0]), told[1][number - 1]))
    checked_out = read_book(WorkTree(str(checkouts[number - 1])))
    assert recorded.count == checked_out.count
    for day in DAYS:
        assert assess(recorded, day) == assess(checked_out, day)


@pytest.mark.parametrize("number", [1, 6, 11, 16, 22, 27, 30])
@pytest.mark.parametrize("day", DAYS)
def test_what_was_known_is_what_is_left_after_tearing_out_the_rest(checkouts, number, day):
    """`--as-of` against the same files with all later facts and goals taken out by hand."""
    book = read_book(WorkTree(str(checkouts[number - 1])))
    replayed = {one.target.id: one for one in assess(book, day, day).statuses}
    torn = _without(book, checkouts[number - 1], day)
    left = {one.target.id: one for one in assess(torn, day, dt.date.max).statuses}
    assert replayed.keys() == left.keys()
    for id_, one in replayed.items():
        other = left[id_]
        assert (one.verdict, one.latest, one.expected, one.gap_to_goal) == (
            other.verdict, other.latest, other.expected, other.gap_to_goal,
        )  # fmt: skip


class _Torn:
    """A project without the files and tables that are of a later day, by their text alone."""

    def __init__(self, root: Path, day: dt.date) -> None:
        self.root, self.day = root, day.isoformat()

    def read(self, name: str) -> bytes:
        text = (self.root / name).read_text("utf-8")
        if name != "targets.toml":
            return text.encode()
        head, *tables = re.split(r"(?m)^(?=\[)", text)
        kept, whole = [], True
        for table in tables:
            if table.startswith("[[target]]"):
                days = re.findall(r"announced = ([0-9-]+)", table)
                whole = not days or days[0] <= self.day
            days = re.findall(r"(?:announced|on) = ([0-9-]{10})", table)
            if whole and not (days and days[0] > self.day):
                kept.append(table)
        return self._announced(head + "".join(kept)).encode()

    def _announced(self, text: str) -> str:
        """Without targets that have no goal left."""
        head, *targets = text.split("[[target]]")
        left = [one for one in targets if "[[target.goal]]" in one or "\ngoal = " in one]
        return "[[target]]".join([head, *left])

    def walk(self, folder: str, without: object = ()):
        known = set(re.findall(r'(?m)^id = "([a-z]+)"', self.read("targets.toml").decode()))
        for entry in WorkTree(str(self.root)).walk(folder):
            published = re.search(r"_(\d{4}-\d\d-\d\d)|batch_(\d{4}-\d\d-\d\d)", entry.name)
            assert published
            if (published[1] or published[2]) <= self.day and entry.name.split("/")[1] in known:
                yield entry


def _without(book: Book, root: Path, day: dt.date) -> Book:
    torn = read_book(_Torn(root, day))
    assert [str(one) for one in torn.problems] == []
    return torn


@pytest.mark.parametrize(
    "command",
    [("status",), ("status", "-f", "json"), ("status", "-f", "csv"), ("show", "share"),
     ("show", "share", "-f", "json"), ("methods",), ("check",), ("status", "--lang", "ko")],
)  # fmt: skip
def test_head_of_a_clean_folder_prints_the_same_but_the_clocks(told, kpi, command):
    folder = kpi(*command, "--project", str(told[0]))
    head = kpi(*command, "--project", str(told[0]), "--at", "HEAD")
    assert (folder.code, head.code) == (0, 0)
    assert "HEAD" in head.stdout or command[0] in ("check", "methods") or "csv" in command
    assert without_clock(head.stdout) == folder.stdout


def without_clock(text: str) -> str:
    """The output without its mention of the revision."""
    text = text.replace('"at": "HEAD"', '"at": null').replace(",HEAD\r\n", ",\r\n")
    text = re.sub(r" · recorded at HEAD|; recorded at HEAD| \(recorded at HEAD\)", "", text)
    return text.replace(" · HEAD 시점의 기록", "")


def test_a_folder_below_the_top_is_read_at_a_commit_of_its_repository(told, kpi, tmp_path):
    """The same ledger as a sub-folder with a Korean name, beside other people's files."""
    top = tmp_path / "저장소"
    project = top / "통계 자료" / "ledger"
    run(tmp_path, "clone", "-q", str(told[0]), str(project))
    for path in sorted((project / ".git").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    (project / ".git").rmdir()
    (top / "targets.toml").write_text('title = "another ledger"\n', "utf-8")
    run(top, "init", "-q", "-b", "main")
    run(top, "add", "-A")
    run(top, "commit", "-q", "-m", "가져오기")
    kept = kpi("status", "-f", "json", "--project", str(project), "--at", "main")
    wanted = kpi("status", "-f", "json", "--project", str(told[0]))
    assert (kept.code, kept.stderr) == (0, "")
    assert json.loads(kept.stdout)["targets"] == json.loads(wanted.stdout)["targets"]
    tables = [
        kpi("status", "-q", "--project", str(project), *words).stdout
        for words in ((), ("--at", "main"))
    ]
    assert tables[0] == tables[1] == kpi("status", "-q", "--project", str(told[0])).stdout
    done = kpi("diff", "main", "-f", "json", "--project", str(project))
    assert (done.code, json.loads(done.stdout)["changes"]) == (0, [])
    log = json.loads(kpi("log", "-f", "json", "--project", str(project)).stdout)
    assert len(log["facts"]) == 22
    assert all(fact["committed"] for fact in log["facts"])


def test_a_folder_that_nobody_reads_is_none_of_a_revision(kpi, project):
    """What lies in the folder now is not asked about where it is not looked at."""
    (project / "observation").mkdir()
    said = [
        kpi("check", "--project", str(project), *words).stdout for words in ((), ("--at", "HEAD"))
    ]
    assert ["nobody reads this folder" in one for one in said] == [True, False]


def test_nothing_in_the_project_is_touched(told, kpi):
    """Reading the past writes nothing, not even git's index."""

    def stamps() -> dict[str, tuple[int, int]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.stat().st_size)
            for path in told[0].rglob("*")
            if path.is_file()
        }

    before = stamps()
    for arguments in (("status", "--at", "HEAD~3"), ("diff", "HEAD~3"), ("log",)):
        assert kpi(*arguments, "--project", str(told[0])).code == 0
    assert stamps() == before


def test_the_story_can_be_told_again_with_the_same_names(told, tmp_path):
    """Fixed dates and names: the repository itself is reproducible."""
    assert story.tell(tmp_path / "again") == told[1]


# --- each command by itself -------------------------------------------------------------------

BEGUN = """\
schema = 1
title = "Invented"
timezone = "Asia/Seoul"

[[target]]
id = "share"
title = "Companies that use AI"
owner = "A ministry"
unit = "%"
direction = "up"
cadence = "1 year"
lag = "6 months"
baseline = { period = 2022, value = 1 }

[[target.goal]]
announced = 2023-01-13
value = 30
by = 2030
"""
MOVED = """
[[target.goal]]
announced = 2026-03-01
value = 20
by = 2031
quote = "to forty percent"
"""
#: Every way from the clocks to an answer: a command, and a form where that has a way of its own.
QUESTIONS = [
    ("status",), ("status", "--sort", "id"), ("status", "-f", "json"), ("show", "share"),
    ("card", "share"), ("methods", "share"), ("methods", "share", "--explain", "on-path"),
    ("whatif", "share", "2027=9"), ("whatif", "share", "--needed"), ("check",), ("log",),
    ("export",), ("export", "-f", "json"), ("export", "-f", "ics"), ("export", "-f", "badge"),
    ("export", "-f", "summary"), ("diff", "2025-01-01"),
]  # fmt: skip


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger to whose first commit, tagged `begun`, a year's figures and a moved goal came."""
    root = tmp_path_factory.mktemp("grown")
    folder = root / "observations" / "share"
    folder.mkdir(parents=True)
    run(root, "init", "-q", "-b", "main")
    for year, value, goals in ((2023, 6.4, BEGUN), (2024, 8.8, BEGUN), (2025, 77, BEGUN + MOVED)):
        (root / "targets.toml").write_text(goals, "utf-8")
        name = f"{year}_{year + 1}-06-08.toml"
        (folder / name).write_text(f"value = {value}\nrecorded = {year + 1}-06-09\n", "utf-8")
        run(root, "add", "-A")
        run(root, "commit", "-q", "-m", f"{year}", **story.identity(root.parent), **{
            f"GIT_{who}_DATE": f"{year + 1}-06-09 12:00 +0900" for who in ("AUTHOR", "COMMITTER")
        })  # fmt: skip
    run(root, "tag", "begun", "HEAD~1")
    return root


@pytest.fixture(scope="module")
def begun(grown: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same ledger as it was."""
    root = tmp_path_factory.mktemp("begun") / "ledger"
    run(grown, "clone", "-q", str(grown), str(root))
    run(root, "checkout", "-q", "--detach", "begun")
    return root


@pytest.mark.parametrize("words", QUESTIONS)
def test_every_command_heeds_the_day_of_knowledge(kpi, grown, begun, words):
    """What came later than it may as well not be there."""
    words = (*words, "--as-of", "2026-01-31")
    known, there = (kpi(*words, "--project", str(root)) for root in (grown, begun))
    counts = re.compile(r'"observations": \d+|\d+ observations in \d+ files')  # that are recorded
    assert (known.code, counts.sub("", known.stdout)) == (0, counts.sub("", there.stdout))


def test_the_table_names_the_day_of_knowledge_however_it_is_made(kpi, grown):
    """Row by row, or from a board."""
    words = ("--as-of", "2026-01-31", "--project", str(grown))
    tables = [kpi("status", *more, *words).stdout for more in ((), ("--sort", "id"))]
    assert tables[0] == tables[1]
    assert "2026-01-31" in tables[0]


@pytest.mark.parametrize("words", QUESTIONS)
def test_every_command_heeds_the_revision(kpi, grown, begun, words):
    """What is there now may as well not be there."""
    at = kpi(*words, "--at", "begun", "--project", str(grown))
    there = kpi(*words, "--project", str(begun))
    assert (at.code, without_clock(at.stdout.replace("begun", "HEAD"))) == (0, there.stdout)


@pytest.mark.parametrize("words", [words for words in QUESTIONS if words != ("check",)])
def test_every_command_heeds_the_day(kpi, grown, words):
    """As if it were that day; `kpi check` looks at all that is recorded unless a day is named."""
    on = kpi(*words, "--on", "2026-02-01", "--project", str(grown))
    then = kpi(*words, "--project", str(grown), KPI_TODAY="2026-02-01")
    assert (on.code, on.stdout) == (0, then.stdout)
