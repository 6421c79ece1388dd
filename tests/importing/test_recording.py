"""All rows or none: what is written, what is refused, and what is left out as known."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kpi.store import create as writing
from tests.importing.conftest import UNSOURCED, Take
from tests.run import Kpi

CSV = "시점,값\n2022,4.1\n2023,6.4\n"


def recorded(project: Path) -> list[str]:
    """Every file under observations/, temporary ones included."""
    folder = project / "observations"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_one_batch_in_the_series_folder(take: Take, kpi: Kpi, project: Path) -> None:
    """One file with a table for each row, and `kpi check` finds nothing wrong with it."""
    took = take(
        CSV, "--series", "survey", "--source", "Yearbook", "--label", "yearbook", write=True
    )
    assert (took.code, took.answer["written"]) == (0, True)
    assert recorded(project) == ["share/survey/batch_2025-06-30_yearbook.toml"]
    assert (project / "observations/share/survey/batch_2025-06-30_yearbook.toml").read_text() == (
        '[[observation]]\nperiod = 2022\nvalue = 4.1\npublished = 2025-06-30\nstatus = "final"\n'
        'source = "Yearbook"\nrecorded = 2026-11-22\n\n'
        '[[observation]]\nperiod = 2023\nvalue = 6.4\npublished = 2025-06-30\nstatus = "final"\n'
        'source = "Yearbook"\nrecorded = 2026-11-22\n'
    )
    assert kpi("check", "--quiet").code == 0


def test_quiet_shows_what_stops_all(kpi: Kpi, tmp_path: Path) -> None:
    """Else nobody would know which row."""
    (tmp_path / "t.csv").write_text(CSV + "2024,viel\n", "utf-8")
    words = ("--target", "share", "--published", "2025-06-30", "--yes", "--quiet")
    ran = kpi("import", str(tmp_path / "t.csv"), *words)
    assert (ran.code, "viel" in ran.stdout) == (4, True)


def test_a_refused_row_stops_all(take: Take, project: Path) -> None:
    """Exit 4, and nothing is written."""
    took = take(CSV + "2024,viel\n", write=True)
    assert (took.code, took.fates) == (4, ["new", "new", "refused"])
    assert not took.answer["written"]
    assert not (project / "observations").exists()


def test_where_nobody_can_be_asked_the_preview_is_shown_all_the_same(
    kpi: Kpi, project: Path
) -> None:
    """Exit 2, and nothing is written; with nothing to write there is nothing to ask."""
    (project / "t.csv").write_text(CSV, "utf-8")
    words = ["import", "t.csv", "--target", "share", "--published", "2025-06-30"]
    ran = kpi(*words)
    assert (ran.code, ran.stdout.count("new")) == (2, 3)
    assert "add --yes to record" in ran.stderr
    ran = kpi(*words, "-f", "json")
    assert (ran.code, '"written": false' in ran.stdout) == (2, True)
    assert not (project / "observations").exists()
    assert kpi(*words, "--yes").code == 0
    assert kpi(*words).code == 0


def test_what_the_reader_of_the_ledger_refuses_is_refused(take: Take, project: Path) -> None:
    """A period that ends after its publication; --status planned is the remedy that is named."""
    took = take("시점,값\n2026,6.4\n", write=True)
    assert (took.code, took.fates) == (4, ["refused"])
    assert "after its publication" in took.said
    assert not (project / "observations").exists()
    assert take("시점,값\n2026,6.4\n", "--status", "planned").facts == [("2026", 6.4)]


def test_recorded_facts_are_left_out(take: Take, project: Path) -> None:
    """The same table again is exit 0, nothing new; with one more row only that is written."""
    take(CSV, write=True)
    again = take(CSV, write=True)
    assert (again.code, again.fates, again.answer["files"]) == (0, ["recorded"] * 2, [])
    more = take(CSV + "2024,7.1\n", "--label", "more", write=True)
    assert more.fates == ["recorded", "recorded", "new"]
    assert "2023" not in (project / "observations/share/batch_2025-06-30_more.toml").read_text()


def test_a_later_publication(take: Take) -> None:
    """An unchanged value is known; another one is a vintage; final follows provisional."""
    take("시점,값\n2022,4.1\n2023,6.4 p)\n2021,3\n", write=True)
    took = take("시점,값\n2022,4.1\n2023,6.4\n2021,3.5\n", published="2026-06-30")
    assert took.fates == ["recorded", "new", "new"]
    assert took.reasons == ["unchanged since 2025-06-30", "was provisional, published 2025-06-30",
                            "was 3, published 2025-06-30"]  # fmt: skip


def test_another_status_of_the_same_publication_is_a_conflict(take: Take) -> None:
    """Where the file states one, in whatever way; what states none is recorded already."""
    plain = "Year,Value\n2023,6.4\n"
    assert take(plain, "--status", "provisional", write=True).code == 0
    assert take(plain).fates == ["recorded"]
    stated = ("Year,Value,status\n2023,6.4,final\n", "Year,Value\n2023,6.4e\n",
              "Year,Value\n2023e,6.4\n", "Year,Value,OBS_STATUS\n2023,6.4,E\n",
              "Year,Value,Kind\n2023,6.4,Actual\n", "연도,값,구분\n2023,6.4,실적\n",
              "연도,값,상태\n2023,6.4,확정\n", "연도,값,비고\n2023,6.4,확정치\n")  # fmt: skip
    for table in stated:
        assert take(table).fates == ["conflict"], table
    for status in ("final", "estimated"):
        assert take(plain, "--status", status).fates == ["conflict"]
    assert take(plain, "--status", "provisional").fates == ["recorded"]
    assert take("Year,Value,status\n2023,6.4,provisional\n").fates == ["recorded"]
    for table in ("Year,Value,Kind\n2023,6.4,Total\n", "Year,Value,Kind\n2023,6.4 p),Actual\n"):
        assert take(table).fates == ["recorded"], table


def test_a_status_in_conflict_is_no_english_word(take: Take, kpi: Kpi, tmp_path: Path) -> None:
    plain = "Year,Value\n2023,6.4\n"
    assert take(plain, "--status", "provisional", write=True).code == 0
    words = ("--target", "share", "--published", "2025-06-30", "--status", "final", "--yes")
    ran = kpi("import", str(tmp_path / "file"), *words, "--lang", "ko")
    assert (ran.code, "provisional" in ran.stdout + ran.stderr) == (6, False)
    assert ".toml에는 잠정" in ran.stdout


def test_another_value_of_the_same_publication_is_a_conflict(take: Take, project: Path) -> None:
    """Exit 6: nothing recorded is changed, and the way to correct is named."""
    take(CSV, write=True)
    before = recorded(project)
    took = take("시점,값\n2022,4.2\n2024,7\n", write=True)
    assert (took.code, took.fates) == (6, ["conflict", "new"])
    assert "kpi add --correct" in took.said
    assert recorded(project) == before


def test_what_becomes_of_each_row(take: Take) -> None:
    """Where it stands, what the file has there, its fate and why."""
    rows = (
        "Source: office\n2020,4.1\n2021,-\n2022,\n2023-06,5\n2024,viel\nabc,7\n2018,(7)\n"
        "2019,5.5 p)\n주: 2019년은 잠정치,\n"
    )
    took = take(f"Year,Value\n{rows}", "--period-style", "year")
    told = [(row["where"], *row["in_file"].values(), row["fate"], row["reason"])
            for row in took.answer["rows"]]  # fmt: skip
    assert told == [
        ("row 2", "Source: office", "", "skipped", "a note"),
        ("row 3", "2020", "4.1", "new", None),
        ("row 4", "2021", "-", "skipped", "no figure: -"),
        ("row 5", "2022", "", "skipped", "empty"),
        ("row 6", "2023-06", "5", "skipped", '"2023-06" is a month, not a year'),
        ("row 7", "2024", "viel", "refused",
         "'viel' does not begin with a number; write one such as 6.4 or 1.2tn"),
        ("row 8", "abc", "7", "refused",
         '"abc" is not a period; write one such as 2024, 2024-S1, 2024-Q3, 2024-06, 2024 1/4 or'
         " 2024년 6월"),
        ("row 9", "2018", "(7)", "refused",
         '"(7)" stands in brackets; write -1.2 for what is below zero'),
        ("row 10", "2019", "5.5 p)", "new", None),
        ("row 11", "주: 2019년은 잠정치", "", "skipped", "a note"),
    ]  # fmt: skip


def test_where_rows_may_go(take: Take, project: Path) -> None:
    """A near name is looked for, of the first fifty; of many series the first are listed."""
    none = "name one of targets.toml"
    rows = "".join(f"{chr(97 + n % 26) * 9}-{n},2020,4\n" for n in range(48))
    rows += ",2020,3\nshaer,2020,5\nshaer,2021,6\nfrims,2020,5\nlaww,2020,7\nshaer,2022,6\n"
    took = take(f"target,Year,Value\n{rows}", target=None)
    assert took.reasons[48:] == [
        f"the row names no target; {none}",
        *['there is no target "shaer"; did you mean "share"?'] * 2,
        'there is no target "frims"; did you mean "firms"?',
        f'there is no target "laww"; {none}',
        'there is no target "shaer"; did you mean "share"?',
    ]
    text = (project / "targets.toml").read_text("utf-8").partition('[[target]]\nid = "law')[0]
    for length, count in ((2, 11), (2, 12), (60, 11)):
        named = [f"{chr(97 + n) * length}" for n in range(count)]
        more = "".join(f'[[target.series]]\nid = "{name}"\ntitle = "x"\n' for name in named)
        (project / "targets.toml").write_text(text + more, "utf-8")
        listed = ", ".join([*named[:11], *(["…"] if count > 11 else [])])
        said = f'target "firms" has no series "survy"; choose from main, {listed}, or declare it'
        said = f"{said} in targets.toml" if length < 60 else f"{said[:600]}…"
        assert take("series,Year,Value\nsurvy,2020,4\n", target="firms").reasons == [said]


def test_rows_against_what_is_recorded(take: Take) -> None:
    """Of a publication its last correction counts, unless a row has a number of its own."""
    head = "period,value,published,revision,status,bound,note\n"
    first, second = "batch_2024-05-01_csv.toml", "2023_2024-05-01_r2.toml"
    lines = "2023,6,2024-05-01,1,,,\n2023,7,2024-05-01,2,,,a slip\n2022,3,2024-05-01,1,,>=,\n"
    assert take(head + lines, published=None, write=True).code == 0
    mend = "to mend a mistake of ours use `kpi add --correct`"
    told = {
        "2023,6,2024-05-01,1,,,": f"in observations/share/{first}",
        "2023,7,2024-05-01,1,,,": f"observations/share/{first} says 6; {mend}",
        "2023,7,2024-05-01,2,,,a slip": f"in observations/share/{second}",
        "2023,6,2024-05-01,2,,,a slip": f"observations/share/{second} says 7; {mend}",
        "2023,8,2024-05-01,3,,,another slip": None,
        "2023,7,2024-05-01,,,,": f"in observations/share/{second}",
        "2023,6,2024-05-01,,,,": f"observations/share/{second} says 7; {mend}",
        "2023,7,2024-05-01,,,>=,": f"observations/share/{second} says 7; {mend}",
        "2022,3,2024-05-01,,,,": f"observations/share/{first} says >= 3; {mend}",
        "2022,3,2024-05-01,,,>=,": f"in observations/share/{first}",
        "2023,7,2024-05-01,,estimated,,": f"observations/share/{second} says final; {mend}",
        "2023,7,2024-06-01,1,,,": None,
        "2023,7,2024-06-01,,,,": "unchanged since 2024-05-01",
        "2023,6,2024-06-01,,,,": "was 7, published 2024-05-01",
        "2023,7,2024-06-01,,estimated,,": "was final, published 2024-05-01",
        "2022,3,2024-06-01,,,,": "was >= 3, published 2024-05-01",
        "2023,7,2024-02-01,,,,": None,
    }
    took = take(head + "".join(f"{row}\n" for row in told), published=None)
    assert dict(zip(told, took.reasons, strict=True)) == told


def test_a_taken_name_is_refused(take: Take, project: Path) -> None:
    """Of a label that was asked for, before anything is promised; else the next one is taken."""
    take(CSV, write=True)
    for write in (False, True):
        took = take("시점,값\n2024,7\n", "--label", "csv", write=write)
        assert (took.code, took.ran.stdout) == (6, "")
        assert "choose another --label" in took.said
    assert take("시점,값\n2024,7\n", "--label", "second", write=True).code == 0
    assert take("시점,값\n2020,7\n", write=True).code == 0
    assert take("시점,값\n2021,7\n", write=True).code == 0
    labels = {name.rpartition("_")[2] for name in recorded(project) if "batch_" in name}
    assert labels == {"csv.toml", "second.toml", "csv-2.toml", "csv-3.toml"}


def test_without_a_terminal_somebody_has_to_say_yes(
    kpi: Kpi, project: Path, tmp_path: Path
) -> None:
    """Exit 2 under the preview; both at once are refused as well."""
    file = tmp_path / "a.csv"
    file.write_text(CSV)
    ran = kpi("import", str(file), "--target", "share", "--published", "2025-06-30")
    assert (ran.code, "to be written" in ran.stdout) == (2, True)
    assert "--yes" in ran.stderr
    assert "--dry-run" in ran.stderr
    assert kpi("import", str(file), "--yes", "--dry-run").code == 2
    assert not (project / "observations").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--target", "shaer"), "did you mean share?"),
        (("--target", "share", "--series", "survy"), "did you mean survey?"),
        (("--target", "share", "--series", ""), "--series: names nothing"),
        (("--target", ""), "--target: names nothing"),
        (("--target", "share", "--sheet", ""), "--sheet: names nothing"),
        (("--target", "share", "--encoding", " "), "--encoding: names nothing"),
        (("--target", "share", "--published", "2027-01-01"), "is after today"),
        (("--target", "share", "--published", "June"), "is not a day"),
        (("--target", "share", "--status", "finl"), "did you mean final?"),
        (("--target", "share", "--scale", "0"), "is no scale"),
        (("--target", "share", "--scale", "nan"), "is not a number"),
        (("--target", "share", "--label", "../up"), "is no label"),
        (("--target", "share", "--label", "A"), "is no label"),
        (("--target", "share", "--filter", "C1_NM"), "is not COLUMN=TEXT"),
        (("--target", "share", "--period-style", "decade"), "choose from"),
        (("--target", "share", "--delimiter", "x"), "choose from"),
        (("--target", "share", "--source", "a\x1b[31m"), "invisible character"),
        (("--target", "share", "--url", "ftp://x"), "not a web address"),
        (("--published", "2025-06-30"), "--target is missing"),
        (("--target", "share"), "--published is missing"),
        ((), "--target and --published are missing"),
        (("--target", "share", "--format", "csv"), "--format"),
    ],
)  # fmt: skip
def test_wrong_options(kpi: Kpi, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """Each is a usage error that says what to write."""
    file = tmp_path / "a.csv"
    file.write_text(CSV)
    ran = kpi("import", str(file), "--dry-run", *words)
    assert ran.code == 2
    assert said in ran.stderr


def test_files_that_cannot_be_read(kpi: Kpi, tmp_path: Path) -> None:
    """No file, a folder, a pipe that would wait for ever, a mapping that is not there."""
    os.mkfifo(tmp_path / "pipe")
    words = ("--target", "share", "--published", "2025-06-30", "--dry-run")
    for name in ("absent.csv", ".", "pipe", "a\0b"):
        ran = kpi("import", str(tmp_path / name), *words)
        assert ran.code == 2, name
        assert ran.stderr.startswith("kpi: FILE: ")
    file = tmp_path / "a.csv"
    file.write_text(CSV)
    assert kpi("import", str(file), *words, "--mapping", str(tmp_path / "no.toml")).code == 2


def test_a_project_with_problems_takes_nothing(kpi: Kpi, project: Path, tmp_path: Path) -> None:
    """What is recorded must be sound before more is added."""
    (project / "observations" / "share").mkdir(parents=True)
    (project / "observations" / "share" / "2020_2021-01-01.toml").write_text("value = 'x'\n")
    file = tmp_path / "a.csv"
    file.write_text(CSV)
    ran = kpi("import", str(file), "--target", "share", "--published", "2025-06-30", "--yes")
    assert ran.code == 4
    assert "2020_2021-01-01.toml:1:1" in ran.stderr


def test_a_file_over_50_mib_is_refused(kpi: Kpi, tmp_path: Path) -> None:
    """By its size alone, unread."""
    file = tmp_path / "large.csv"
    with file.open("wb") as large:
        large.truncate(50 * 1024 * 1024 + 1)
    ran = kpi("import", str(file), "--target", "share", "--published", "2025-06-30", "--dry-run")
    assert (ran.code, "over 50 MiB" in ran.stderr) == (4, True)


def test_many_rows_are_several_batches(take: Take, kpi: Kpi, project: Path) -> None:
    """A batch over 1 MiB is divided; each part is one that the reader accepts."""
    days = [
        f"{y}-{m:02}-{d:02}" for y in range(2000, 2024) for m in range(1, 13) for d in range(1, 29)
    ]
    rows = "".join(f"{day},6.{n % 10}\n" for n, day in enumerate(days))
    real = os.link

    def link(source: str, target: str) -> None:
        if target.endswith("-2.toml"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", link)
        assert take("시점,값\n" + rows, "--source", "s" * 60, write=True).code == 74
    assert recorded(project) == []
    took = take("시점,값\n" + rows, "--source", "s" * 60, write=True)
    assert took.code == 0
    assert took.answer["files"] == [
        f"observations/share/batch_2025-06-30_csv-{n}.toml" for n in (1, 2)
    ]
    sizes = [(project / name).stat().st_size for name in took.answer["files"]]
    assert all(size <= 1_048_576 for size in sizes)
    assert kpi("check", "--quiet").code == 0
    assert took.answer["counts"]["new"] == len(days)
    assert take("시점,값\n" + rows, write=True).answer["counts"]["recorded"] == len(days)


def test_of_several_files_all_or_none(project: Path) -> None:
    """If the last name is taken while the first is given, those before it are taken back."""
    names = ("a", "a2", "b")
    files = {f"observations/share/{name}.toml": name.encode() for name in names}
    taken = project / "observations/share/b.toml"
    real = os.link

    def link(source: str, target: str) -> None:
        if target.endswith("a.toml"):
            taken.write_bytes(b"another writer")
        real(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", link)
        with pytest.raises(FileExistsError):
            writing.create_all(str(project), files)
    assert recorded(project) == ["share/b.toml"]
    assert taken.read_bytes() == b"another writer"
    taken.unlink()
    writing.create_all(str(project), files)
    assert recorded(project) == [f"share/{name}.toml" for name in names]


def test_a_full_disk_leaves_nothing(
    take: Take, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 74, and neither a batch nor a temporary file."""

    def full(_file: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(writing.os, "write", full)
        took = take(CSV, write=True)
    assert took.code == 74
    assert recorded(project) == []


def test_a_folder_that_leads_out_is_refused(take: Take, project: Path, tmp_path: Path) -> None:
    """Nothing is written through a link out of the project."""
    (tmp_path / "outside").mkdir()
    (project / "observations").mkdir()
    (project / "observations" / "share").symlink_to(tmp_path / "outside")
    took = take(CSV, write=True)
    assert took.code in (4, 6)
    assert list((tmp_path / "outside").iterdir()) == []


def test_several_days_of_publication(take: Take, project: Path) -> None:
    """A file that says its own targets and days becomes one batch a day."""
    rows = "share,2022,4.1,2024-01-20\nfirms,2022,10,2024-01-20\nshare,2023,6.4,2025-01-20\n"
    took = take("target,period,value,published\n" + rows, target=None, published=None, write=True)
    assert took.code == 0
    assert recorded(project) == ["batch_2024-01-20_csv.toml", "share/batch_2025-01-20_csv.toml"]


def test_the_preview_in_both_languages(kpi: Kpi, tmp_path: Path) -> None:
    """Every fate has its word, and the table is as wide as the terminal."""
    file = tmp_path / "a.csv"
    file.write_text("시점,값\n2022,4.1\n2023,-\n2024,viel\n")
    words = ("import", str(file), "--target", "share", "--published", "2025-06-30", "--dry-run")
    english = kpi(*words, COLUMNS="60")
    assert english.code == 4
    assert all(len(line) <= 60 for line in english.stdout.splitlines())
    for word in ("new", "skipped", "refused", "1 new, 0 already recorded"):
        assert word in english.stdout
    korean = kpi(*words, "--lang", "ko")
    for word in ("신규", "건너뜀", "거부", "수치 없음: -"):
        assert word in korean.stdout


def test_quiet_says_only_what_was_written(kpi: Kpi, tmp_path: Path) -> None:
    """The name of the file."""
    file = tmp_path / "a.csv"
    file.write_text(CSV)
    ran = kpi("import", str(file), "--target", "share", "--published", "2025-06-30", "--yes", "-q")
    assert (ran.code, ran.stdout) == (0, "observations/share/batch_2025-06-30_csv.toml\n")


# --- at a terminal -----------------------------------------------------------------------------


def at_terminal(
    project: Path, answer: bytes, *words: str, out: str = os.devnull
) -> tuple[int, str]:
    """Runs kpi with a terminal as its input and its errors; the code and what the terminal saw.

    Its output goes into the file `out`.
    """
    master, slave = pty.openpty()
    environment = {**os.environ, "KPI_TODAY": "2026-11-22", "NO_COLOR": "1"}
    with open(out, "wb") as output:
        started = subprocess.Popen(
            [sys.executable, "-c", "from kpi.cli.main import main; main()", "import", *words],
            cwd=project, stdin=slave, stdout=output, stderr=slave, env=environment,
        )  # fmt: skip
    os.close(slave)
    os.write(master, answer)
    seen, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(master)
    return started.wait(30), seen.decode()


@pytest.mark.parametrize(("answer", "code", "files"), [
    (b"y\n", 0, ["share/batch_2025-06-30_csv.toml"]), (b"n\n", 130, []), (b"\n", 130, []),
    ("예\n".encode(), 0, ["share/batch_2025-06-30_csv.toml"]), (b"maybe\nn\n", 130, []),
])  # fmt: skip
def test_a_person_is_asked(
    project: Path, tmp_path: Path, answer: bytes, code: int, files: list[str]
) -> None:
    """Only yes is yes."""
    file = tmp_path / "a.csv"
    file.write_text(CSV)
    words = (str(file), "--target", "share", "--published", "2025-06-30")
    found, seen = at_terminal(project, answer, *words)
    assert found == code
    assert "Record 2 observations?" in seen
    assert ("Answer y or n." in seen) == answer.startswith(b"maybe")
    assert recorded(project) == files


def test_a_question_is_no_output(project: Path, tmp_path: Path) -> None:
    """Where the output goes into a file, it is still asked at the terminal, and not there."""
    (tmp_path / "a.csv").write_text(CSV)
    words = (str(tmp_path / "a.csv"), "--target", "share", "--published", "2025-06-30", "-q")
    out = tmp_path / "out"
    code, seen = at_terminal(project, b"y\n", *words, out=str(out))
    assert (code, "Record 2 observations?" in seen) == (0, True)
    assert out.read_text() == "observations/share/batch_2025-06-30_csv.toml\n"


def test_a_bar_on_long_imports_at_a_terminal_only(project: Path, kpi: Kpi, tmp_path: Path) -> None:
    """On the standard error of a terminal, and nowhere else."""
    file = tmp_path / "a.csv"
    rows = "".join(f"{y}-{m:02}-{d:02},6\n" for y in range(2010, 2020) for m in range(1, 13)
                   for d in range(1, 29))  # fmt: skip
    file.write_text("시점,값\n" + rows)
    words = (str(file), "--target", "share", "--published", "2025-06-30", "--dry-run")
    code, seen = at_terminal(project, b"", *words)
    assert (code, "kpi import" in seen, "100%" in seen) == (0, True, True)
    assert kpi("import", *words).stderr == ""
    file.write_text(CSV)
    assert at_terminal(project, b"", *words) == (0, "")


def test_what_a_recorded_share_was_taken_of_is_not_left_out_unsaid(take: Take) -> None:
    """The preview shows what is read of it, too."""
    table = "period,value{}\n2023,5{}\n2024,6{}\n"
    parts = table.format(",numerator,denominator", ",5,100", ",12,200")
    assert take(table.format("", "", ""), write=True).code == 0
    (first, _) = take(parts).answer["rows"]
    assert (first["fate"], first["numerator"], first["denominator"]) == ("recorded", 5.0, 100.0)
    assert first["reason"].endswith(
        "the numerator and denominator are not these; they are left out"
    )
    assert "when the numerator" in take(parts, published="2025-07-31").reasons[0]
    assert take(table.format("", "", "")).answer["rows"][0]["numerator"] is None


def test_what_was_withdrawn_is_neither_recorded_nor_a_yardstick(take: Take, kpi: Kpi) -> None:
    """The same publication conflicts with its withdrawal, a later one is new, and no figure is held
    against one of which nothing stands."""
    for period in ("2021", "2022", "2023"):
        words = ["share", "61", "--period", period, "--published", "2025-06-30", "--source", "A"]
        assert kpi("add", *words).code == 0
        words += ["--status", "withdrawn", "--correct", "--note", "of another table"]
        assert kpi("add", *words).code == 0
    same = take("시점,값\n2023,61\n").answer["rows"][0]
    assert (same["fate"], "says withdrawn" in same["reason"]) == ("conflict", True)
    later = take("시점,값\n2023,61\n", published="2025-07-31").answer["rows"][0]
    assert (later["fate"], later["reason"]) == ("new", None)
    again = kpi("add", *words[:8])
    assert (again.code, "same value" in again.stderr) == (6, False)
    far = take("시점,값\n2020,2.1\n2024,2.2\n")
    assert (far.code, far.answer["doubts"]) == (0, [])


def test_a_file_without_a_source_is_told(kpi: Kpi, project: Path) -> None:
    """Its name stands for the source, and tells nobody where the figures come from."""
    (project / "a.csv").write_text("period,value\n2023,6.4\n", "utf-8")
    words = ("import", "a.csv", "--target", "share", "--published", "2024-06-30", "--dry-run")
    assert f"{UNSOURCED}, so the file's name stands for it" in kpi(*words).stdout
    assert UNSOURCED not in kpi(*words, "--source", "Statistics Korea").stdout
    (project / "a.csv").write_text("period,value,source\n2023,6.4,KOSIS\n", "utf-8")
    assert UNSOURCED not in kpi(*words).stdout
