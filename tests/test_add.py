"""`kpi add` writes one new file, whole or not at all, and changes nothing that is recorded."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import select
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi.cli.recording import lock
from tests.files import put
from tests.gallery import FAULTS, TODAY, Answer, kpi
from tests.run import Kpi
from tests.strength.whole import held

KPI = str(Path(sys.executable).with_name("kpi"))
FACT = ("--period", "2023", "--published", "2024-06-30", "--source", "Statistics Korea")
NAME = "observations/share/2023_2024-06-30.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sound project of the gallery: share in %, money in KRW bn, law done or not."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "targets.toml").write_bytes((FAULTS / "sound.toml").read_bytes())
    return folder


def meanwhile(patch: pytest.MonkeyPatch, root: Path, name: str, text: str) -> None:
    """Another command writes a file, after the one under test has read the ledger."""

    @contextlib.contextmanager
    def late(folder: str) -> Iterator[bool]:
        put(root, name, text)
        yield True

    patch.setattr(lock, "alone", late)


def added(root: Path, *words: str) -> Answer:
    """What `kpi add` answers; a refusal has written nothing."""
    before = held(root)
    answer = kpi(root, "add", *words)
    after = held(root)
    assert {name: after.get(name) for name in before} == before
    assert len(after) == len(before) + (answer.code == 0 and "--dry-run" not in words)
    return answer


def value(root: Path, name: str = NAME) -> object:
    """The value in a recorded file, as written."""
    return tomllib.loads((root / name).read_text("utf-8"), parse_float=str)["value"]


@pytest.mark.parametrize(("spelled", "period"), [
    ("2023년", "2023"), ("2023년 하반기", "2023-S2"), ("2023.11", "2023-11"),
    ("2023-1분기", "2023-Q1"),
    ("Nov 2023", "2023-11"), ("2023Q3", "2023-Q3"), ("31.12.2023", "2023-12-31"),
])  # fmt: skip
def test_a_period_spelled_as_tables_do(root: Path, spelled: str, period: str) -> None:
    """`kpi import` reads these, so `kpi add` does; the file has our own spelling."""
    assert added(root, "share", "6.4", "--period", spelled, *FACT[2:]).code == 0
    assert value(root, f"observations/share/{period}_2024-06-30.toml") == "6.4"


@pytest.mark.parametrize("spelled", ["28.6.2024", "20240628", "28 June 2024"])
def test_a_day_spelled_as_tables_do_is_told_in_our_spelling(root: Path, spelled: str) -> None:
    answer = added(root, "share", "6.4", "--period", "2023", "--published", spelled, *FACT[4:])
    assert (answer.code, answer.err) == (
        2, f"kpi: --published: {spelled!r} is not a day; write 2024-06-28\n"
    )  # fmt: skip


@pytest.mark.parametrize("spelled", ["2024.6.28", "2024. 06. 28.", "2024년 6월 28일"])
def test_a_day_may_be_spelled_as_korean_offices_do(root: Path, spelled: str) -> None:
    """Year first nobody reads it otherwise; of 6.5.2024 nobody knows the month."""
    fact = ("--period", "2023", "--published", spelled, *FACT[4:])
    assert added(root, "share", "6.4", *fact).code == 0
    assert value(root, "observations/share/2023_2024-06-28.toml") == "6.4"
    assert kpi(root, "status", "--on", spelled, "-f", "json").out.count('"on": "2024-06-28"') == 1


@pytest.mark.parametrize("spelled", ["202311", "2023p", "2023.1", "2023/24"])
def test_a_period_that_may_be_another_is_refused(root: Path, spelled: str) -> None:
    """No style and no status can be said with it."""
    assert added(root, "share", "6.4", "--period", spelled, *FACT[2:]).code == 2


def test_a_share_with_its_parts(root: Path) -> None:
    """Both are recorded; a share that they do not give is warned of."""
    parts = ("--numerator", "2,390", "--denominator", "10200")
    answer = added(root, "share", "23.4", *FACT, *parts)
    assert (answer.code, answer.err) == (0, "")
    written = tomllib.loads((root / NAME).read_text("utf-8"))
    assert (written["numerator"], written["denominator"]) == (2390, 10200)
    (root / NAME).unlink()
    answer = added(root, "share", "23.9", *FACT, *parts)
    assert "2,390 of 10,200 is 23.43 %, not 23.9; mend one of the three" in answer.err


def test_a_part_without_the_whole(root: Path) -> None:
    """One alone says nothing."""
    answer = added(root, "share", "23.4", *FACT, "--numerator", "2390")
    assert answer.code == 2
    assert "--numerator: a numerator needs a denominator; add the denominator" in answer.err


def test_one_new_file(root: Path) -> None:
    """The file's name is all that stdout gets; its content passes the check."""
    answer = added(root, "share", "6.40%", *FACT)
    assert answer == Answer(0, NAME + "\n", "")
    assert (root / NAME).read_text("utf-8") == (
        'period = 2023\nvalue = 6.40\npublished = 2024-06-30\nstatus = "final"\n'
        f'source = "Statistics Korea"\nrecorded = {TODAY}\n'
    )
    assert kpi(root, "check", "-q").code == 0
    assert "6.4" in kpi(root, "status", "share").out


def test_every_option_comes_back(root: Path) -> None:
    """Each option stands in the file under the key of its name."""
    answer = added(
        root, "share", "6.4", *FACT, "--series", "survey", "--status", "provisional",
        "--bound", ">=", "--url", "https://kosis.kr/x", "--quote", 'over "6.4"', "--note", "a\nb",
        "--grade", "A", "--standard-error", "0.3",
    )  # fmt: skip
    assert answer.code == 0
    name = "observations/share/survey/2023_2024-06-30.toml"
    found = tomllib.loads((root / name).read_text("utf-8"))
    assert (found["status"], found["bound"], found["standard_error"]) == ("provisional", ">=", 0.3)
    assert (found["quote"], found["note"], found["grade"]) == ('over "6.4"', "a\nb", "A")
    assert kpi(root, "check", "-q") == Answer(0, "", "")


def test_an_empty_series_is_none_of_the_targets(root: Path) -> None:
    """As of a script's variable that was never set: not the judged series unasked."""
    answer = added(root, "share", "6.4", *FACT, "--series", "")
    assert (answer.code, answer.out) == (2, "")
    assert "--series: '' is not known" in answer.err


@pytest.mark.parametrize("again", ["6.4", "6.5"])
def test_the_same_fact_again(root: Path, again: str) -> None:
    """The same fact is refused, with the same value as with another, and the file is named."""
    assert added(root, "share", "6.4", *FACT).code == 0
    answer = added(root, "share", again, *FACT)
    assert (answer.code, answer.out) == (6, "")
    assert NAME in answer.err
    assert "--correct" in answer.err


def test_another_spelling_of_the_period_is_another_fact(root: Path) -> None:
    """A year and its last quarter end on one day and are still two facts."""
    assert added(root, "share", "6.4", *FACT).code == 0
    assert added(root, "share", "6.4", "--period", "2023-Q4", *FACT[2:]).code == 0


def test_correct(root: Path) -> None:
    """A correction is a file of its own, with its reason; the latest counts."""
    assert added(root, "share", "64", *FACT).code == 0
    for revision in (2, 3):
        words = ("share", f"6.{revision}", *FACT, "--correct", "--note", "the point was lost")
        answer = added(root, *words)
        assert answer == Answer(0, NAME.replace(".toml", f"_r{revision}.toml") + "\n", "")
    assert kpi(root, "check", "-q").code == 0
    assert "6.3" in kpi(root, "status", "share").out


def test_a_record_is_withdrawn_by_a_correction(root: Path) -> None:
    """Nothing stands of it; what had been published before for its period does again."""
    added(root, "share", "6.4", *FACT)
    words = ("share", "6.4", *FACT, "--status", "withdrawn")
    refused = kpi(root, "add", "share", "6.4", "--period", "2021", "--published", "2024-06-30",
                  "--source", "A", "--status", "withdrawn")  # fmt: skip
    assert (refused.code, refused.out) == (2, "")
    assert "only a correction withdraws a record" in refused.err
    other = kpi(root, "add", "share", "46", *FACT, "--status", "withdrawn", "--correct",
                "--note", "it is 46")  # fmt: skip
    assert (other.code, other.out) == (2, "")
    assert "the record to withdraw says 6.4; give that value" in other.err
    done = added(root, *words, "--correct", "--note", "of another survey")
    assert done.err == ""  # nothing is asked of what is withdrawn
    assert 'status = "withdrawn"' in (root / done.out.strip()).read_text("utf-8")
    assert kpi(root, "check", "-q").code == 0
    (share,) = json.loads(kpi(root, "status", "share", "-f", "json").out)["targets"]
    assert share["latest"] is None
    later = ("share", "6.5", "--period", "2023", "--published", "2024-08-01", "--source", "A")
    assert added(root, *later, "--dry-run").err == ""  # nor is it another publication
    added(root, "share", "6.6", *FACT, "--correct", "--note", "it was ours after all")
    (share,) = json.loads(kpi(root, "status", "share", "-f", "json").out)["targets"]
    assert share["latest"]["value"] == 6.6


def test_a_correction_that_corrects_nothing_is_warned_of(root: Path) -> None:
    """Typed once more it would be a third file that says what the second one says."""
    words = (*FACT, "--correct", "--note", "the point was lost")
    assert added(root, "share", "64", *FACT).code == 0
    assert "corrects nothing" not in added(root, "share", "6.4", *words).err
    assert "corrects nothing" in added(root, "share", "6.4", *words).err
    other = (*words, "--url", "https://example.org/right")
    assert "corrects nothing" not in added(root, "share", "6.4", *other).err
    assert "corrects nothing" not in added(root, "share", "64", *words).err  # as at first


def test_a_forecast_that_is_never_judged_is_told_as_such(root: Path) -> None:
    """Of a year that has not begun; one of the running year counts until more is known."""
    words = ("--source", "s", "--status", "estimated", "--published", "2026-11-01")
    said = added(root, "share", "9", "--period", "2027", *words)
    assert (said.code, "a forecast of 2027 is shown, and never judged" in said.err) == (0, True)
    assert "never judged" not in added(root, "share", "8", "--period", "2026", *words).err


def test_correct_what_a_batch_records(root: Path) -> None:
    """A fact of a batch is corrected by a file beside it."""
    folder = root / "observations" / "share"
    folder.mkdir(parents=True)
    rows = "[[observation]]\nperiod = 2023\nvalue = 64\n"
    (folder / "batch_2024-06-30_kosis.toml").write_text(rows, "utf-8")
    assert added(root, "share", "6.4", *FACT).code == 6
    answer = added(root, "share", "6.4", *FACT, "--correct", "--note", "the point was lost")
    assert answer.out == NAME.replace(".toml", "_r2.toml") + "\n"
    assert kpi(root, "check", "-q").code == 0


def test_of_two_series_each_has_its_own_fact(root: Path) -> None:
    """One release may give the same year by two surveys; neither corrects the other."""
    assert added(root, "share", "6.4", *FACT).code == 0
    survey = ("--series", "survey")
    refused = added(root, "share", "6.5", *FACT, *survey, "--correct", "--note", "a slip")
    assert (refused.code, "there is no record of this fact" in refused.err) == (2, True)
    assert added(root, "share", "6.5", *FACT, *survey).code == 0


def test_the_series_that_is_judged_is_meant(root: Path) -> None:
    """Unless another one is named, `main` too."""
    targets = root / "targets.toml"
    judged = 'ceiling = 100\njudged_series = "survey"'
    targets.write_text(targets.read_text("utf-8").replace("ceiling = 100", judged), "utf-8")
    survey = NAME.replace("share/", "share/survey/")
    assert added(root, "share", "6.4", *FACT).out == survey + "\n"
    assert added(root, "share", "6.4", *FACT, "--series", "main").out == NAME + "\n"


def test_dry_run(root: Path) -> None:
    """The file is shown under its name, and not even its folder is made."""
    answer = added(root, "share", "6.4", *FACT, "--dry-run")
    assert answer.code == 0
    assert answer.out.startswith(f"# {NAME}\n")
    assert tomllib.loads(answer.out)["value"] == 6.4
    assert not (root / "observations").exists()
    assert added(root, "share", "6.4", *FACT).code == 0
    assert added(root, "share", "6.4", *FACT, "--dry-run").code == 6


@pytest.mark.parametrize(
    ("target", "written", "read"),
    [
        ("share", "30%", 30),
        ("share", "6.40 %", "6.40"),
        ("share", "30 percent", 30),
        ("share", "0", 0),
        ("share", "-0.0", "0.0"),
        ("money", "1,000", 1000),
        ("money", "1.2tn", 1200),
        ("money", "1.2조", 1200),
        ("money", "1조 2,000억원", 1200),
        ("money", "₩1.2 trillion", 1200),
        ("money", "-5", -5),
        ("money", "-1.2tn", -1200),
        ("money", "−.5", "-0.5"),
        ("law", "yes", True),
        ("law", "Done", True),
        ("law", "완료", True),
        ("law", "예", True),
        ("law", "아니요", False),
        ("law", "no", False),
        ("law", "false", False),
    ],
)
def test_values_as_people_write_them(root: Path, target: str, written: str, read: object) -> None:
    """A value is stored in the target's unit, with its zeros."""
    assert added(root, target, written, *FACT).code == 0
    assert value(root, f"observations/{target}/2023_2024-06-30.toml") == read


def test_a_number_below_zero_anywhere(root: Path) -> None:
    """A number below zero is a value before and behind the options, and never an option's text."""
    assert added(root, *FACT, "money", "-5").code == 0
    answer = added(root, "money", "-6", "--period", "2022", *FACT[2:], "--note", "-7 before")
    assert answer.code == 0
    found = (root / "observations/money/2022_2024-06-30.toml").read_text("utf-8")
    assert 'note = "-7 before"' in found
    assert "value = -6" in found
    assert added(root, "money", "-.5", "--period", "2021", *FACT[2:]).code == 0


def test_warnings(root: Path) -> None:
    """What a careful colleague would ask about; it is recorded all the same."""
    for year, share in ((2018, "2.0"), (2019, "2.4"), (2020, "2.9"), (2021, "3.2")):
        assert added(root, "share", share, "--period", str(year), *FACT[2:]).err == ""
    assert "outlier" in added(root, "share", "64", *FACT).err
    later = added(root, "share", "3.3", "--period", "2021", "--published", "2025-06-30", *FACT[4:])
    assert later.code == 0
    assert "2021 is recorded already as published on 2024-06-30, with 3.2" in later.err
    assert later.err.count("warning:") == 1  # the older figure of the year is not beside it
    why = ("--correct", "--note", "a slip")
    overtaken = added(root, "share", "3.1", "--period", "2021", *FACT[2:], *why)
    assert "2021 is recorded already as published on 2025-06-30, with 3.3" in overtaken.err
    last = ("--period", "2021", "--published", "2025-06-30", *FACT[4:], *why)
    assert added(root, "share", "3.4", *last).err == ""


def test_where_an_outlier_begins(root: Path) -> None:
    """More than five times the largest change before, not at five times."""
    for year, share in ((2018, "2.0"), (2019, "2.4"), (2020, "2.9"), (2021, "3.2")):
        added(root, "share", share, "--period", str(year), *FACT[2:])
    assert kpi(root, "add", "share", "5.7", *FACT, "-n").err == ""
    said = kpi(root, "add", "share", "5.71", *FACT, "-n").err
    assert "5.71 % is an outlier: 2.51 pp from 3.2 %, never more than 0.5 pp before" in said


def test_a_running_total_may_be_told_by_quarters_too(root: Path) -> None:
    """It is the whole sum at either day; a share of a quarter among years is asked about."""
    for target in ("share", "money"):
        for year, figure in ((2021, "8"), (2022, "9")):
            added(root, target, figure, "--period", str(year), *FACT[2:])
    quarter = ("9.5", "--period", "2023-Q1", *FACT[2:], "-n")
    assert "another kind of period" not in kpi(root, "add", "money", *quarter).err
    assert "another kind of period" in kpi(root, "add", "share", *quarter).err


def test_of_a_closed_target_a_figure_is_only_kept(root: Path) -> None:
    """Published from the day of its end on; one that comes from before was judged once."""
    targets = root / "targets.toml"
    ended = 'id = "share"\nclosed = { on = 2024-06-30, as = "dropped", why = "Given up." }'
    targets.write_text(targets.read_text("utf-8").replace('id = "share"', ended, 1), "utf-8")
    said = "share was closed on 2024-06-30: the figure is kept, and not judged"
    assert said in added(root, "share", "3.3", *FACT).err
    before = ("--period", "2022", "--published", "2024-06-29", *FACT[4:])
    assert added(root, "share", "3.2", *before).err == ""


def test_a_slip_of_the_unit(root: Path) -> None:
    """With one value before there are no changes to compare; ten times as much is told."""
    assert added(root, "money", "1.2tn", "--period", "2022", *FACT[2:]).err == ""
    assert "mind the unit" in added(root, "money", "1,300,000", *FACT).err


@pytest.mark.parametrize(
    ("value", "lang", "said"),
    [("2500", "en", "KRW 2.5 tn follows KRW 144.7 bn; mind the unit and the definition\n"
      "kpi: note: 2500 is read in KRW bn, as KRW 2.5 tn\n"),
     ("2500", "ko", "1,447억 원 다음 값이 2조 5,000억 원입니다; 단위와 정의를 확인하십시오\n"
      "kpi: 참고: 2500은 십억 원 단위로 읽어 2조 5,000억 원으로 기록합니다\n"),
     ("150", "ko", "kpi: 참고: 150은 십억 원 단위로 읽어 1,500억 원으로 기록합니다\n"),
     ("1,500억", "ko", ""), ("150", "en", "")],
)  # fmt: skip
def test_how_a_number_of_money_was_read(root: Path, value: str, lang: str, said: str) -> None:
    """Korean shows 억 of what counts in billions: who types what is seen must see what is read."""
    added(root, "money", "144.7", "--period", "2022", *FACT[2:])
    answer = added(root, "money", value, *FACT, "--lang", lang)
    assert answer.err.endswith(said) if said else not answer.err


def test_money_in_korean_of_another_currency(root: Path) -> None:
    """조 is mostly said of won: without a currency it is told how it was read."""
    path = root / "targets.toml"
    text = path.read_text("utf-8")
    assert "KRW bn" in text
    note = "note: 1.2조 is read in USD, as USD 1.2 tn\n"
    for unit, value, said in (("USD bn", "1.2조", note), ("USD bn", "1.2조 달러", ""),
                              ("KRW bn", "1.2조", "")):  # fmt: skip
        path.write_text(text.replace("KRW bn", unit), "utf-8")
        assert added(root, "money", value, *FACT, "--dry-run").err.endswith(said)
        assert ("is read in" in added(root, "money", value, *FACT, "--dry-run").err) == bool(said)


def test_a_limit_is_no_figure_to_compare_with(root: Path) -> None:
    """After "more than 1,000" any figure above it is no surprise, and is not its next vintage."""
    limit = ("--period", "2022", *FACT[2:])
    assert added(root, "money", "1000bn", *limit, "--bound", ">=").err == ""
    assert added(root, "money", "20tn", *FACT).err == ""
    later = ("--period", "2022", "--published", "2025-06-30", *FACT[4:])
    assert added(root, "money", "19tn", *later).err == ""


def test_korean_texts(root: Path) -> None:
    """Decomposed letters, as macOS hands them over, are recorded composed."""
    assert added(root, "share", "6.4", *FACT[:4], "--source", "\u1112\u1161\u11ab국은행").code == 0
    assert 'source = "한국은행"' in (root / NAME).read_text("utf-8")
    assert kpi(root, "check", "-q").code == 0


def test_link_that_leads_out(root: Path, tmp_path: Path) -> None:
    """Nothing is written where a link leads out of the project."""
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("observations", "observations/share"):
        link = root / name
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(outside)
        answer = added(root, "share", "6.4", *FACT)
        assert answer.code == 4
        assert "leads out of the project" in answer.err
        assert not list(outside.iterdir())
        link.unlink()


def test_a_fault_elsewhere_does_not_stop_it(root: Path) -> None:
    """A fault in another target's folder is that folder's; one in targets.toml is everybody's."""
    other = root / "observations" / "money"
    other.mkdir(parents=True)
    (other / "2023_2024-06-30.toml").write_text('value = "N/A"\n', "utf-8")
    assert added(root, "share", "6.4", *FACT).code == 0
    targets = root / "targets.toml"
    longer = targets.read_text("utf-8").replace('id = "money"', 'id = "share-of-money"')
    targets.write_text(longer, "utf-8")
    other.rename(other.with_name("share-of-money"))  # a name that only begins with this one
    assert added(root, "share", "6.4", "--period", "2021", *FACT[2:]).code == 0
    targets.write_text(targets.read_text("utf-8") + "unknown = 1\n", "utf-8")
    answer = added(root, "share", "6.5", "--period", "2022", *FACT[2:])
    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith("targets.toml:")


# ------------------------------------------------------------------------- with real processes


def start(root: Path, *words: str) -> subprocess.Popen[str]:
    """`kpi add` as a process of its own."""
    return subprocess.Popen(
        [KPI, "add", *words],
        cwd=root,
        env={**os.environ, "KPI_TODAY": TODAY},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_eight_writers_of_one_fact(root: Path) -> None:
    """Exactly one wins; the others are refused, and nobody leaves litter."""
    writers = [start(root, "share", str(n), *FACT) for n in range(8)]
    said = [writer.communicate(timeout=60) for writer in writers]
    codes = [writer.returncode for writer in writers]
    assert sorted(codes) == [0] + [6] * 7, said
    assert sorted(held(root)) == [NAME, "targets.toml"]
    assert value(root) == codes.index(0)


def test_eight_writers_of_different_facts(root: Path) -> None:
    """All win, also where they make the folders."""
    writers = [start(root, "share", "6.4", "--period", f"20{n + 10}", *FACT[2:]) for n in range(8)]
    said = [writer.communicate(timeout=60) for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8, said
    assert len(held(root)) == 9
    assert kpi(root, "check", "-q").code == 0


def test_folder_that_cannot_be_written(root: Path) -> None:
    """A folder without permission, or a file system without room, is 74 with a reason."""
    folder = root / "observations"
    folder.mkdir(mode=0o555)
    if os.access(folder, os.W_OK):  # root may write anyway
        folder.rmdir()
        (root / "observations").mkdir()
        (root / "observations" / "share").write_text("", "utf-8")
        answer = kpi(root, "add", "share", "6.4", *FACT)
        assert answer.code == 4  # a file in a folder's place is a fault of the data
        return
    answer = kpi(root, "add", "share", "6.4", *FACT)
    assert answer.code == 74
    assert NAME in answer.err


def test_a_disk_that_is_full(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses is told with its reason, and leaves nothing."""

    def full(path: object, flags: int, mode: int = 0o777, **_: object) -> int:
        if flags & os.O_CREAT:
            raise OSError(28, "No space left on device")
        return real(path, flags, mode)  # type: ignore[arg-type]

    real = os.open
    monkeypatch.setattr(os, "open", full)
    answer = added(root, "share", "6.4", *FACT)
    assert answer.code == 74
    assert "No space left on device" in answer.err
    assert answer.err.startswith(f"kpi: {NAME} could not be written")


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "nothing was written"), ("ko", "아무것도 기록하지 않았습니다")]
)
def test_a_question_that_is_not_answered_writes_nothing_and_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch, lang: str, told: str
) -> None:
    """On a line of its own, below the question; Ctrl-C ends with 130, and so does Ctrl-D."""
    before = held(root)
    monkeypatch.setattr("kpi.cli.screen.can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    ran = Kpi(root, KPI_LANG=lang)("add", "share", "7", "--period", "2024")
    assert (ran.code, ran.stdout, held(root)) == (130, "", before)
    assert ran.stderr.splitlines()[1:] == [f"kpi: {told}"]


def ask(root: Path, answers: list[str], *words: str, out: str = "") -> tuple[int, str]:
    """`kpi add` at a terminal, with the answers typed one after the other as it asks.

    With `out` its standard output goes into that file.
    """
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(root)
        os.environ["KPI_TODAY"] = TODAY
        if out:
            os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT), 1)
        os.execv(KPI, [KPI, "add", *words])  # noqa: S606
    said, end = "", time.monotonic() + 60
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        try:
            data = os.read(terminal, 4096)
        except OSError:
            break
        if not data:
            break
        said += data.decode("utf-8", "replace")
        if said.rstrip(" ").endswith(":") and answers:
            os.write(terminal, (answers.pop(0) + "\n").encode())
            said += "\n"
    os.close(terminal)  # whoever still waits for an answer ends, too
    _, state = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(state), said


def test_it_asks_at_a_terminal(root: Path) -> None:
    """Only what is missing is asked for."""
    code, said = ask(root, ["6.4%", "Statistics Korea"], "share", *FACT[:4])
    assert code == 0, said
    assert "Value (%)" in said
    assert "Period" not in said
    assert value(root) == "6.4"
    assert "Value (yes or no)" in ask(root, ["yes"], "law", *FACT)[1]


def test_a_slip_at_a_terminal_is_told_at_once(root: Path) -> None:
    """What was answered is asked again; what stands on the command line is refused unasked."""
    answers = ["6,4", "6.4", "2024-13", "2023", "2024-06-31", "2999-01-01", "2024-06-30", "A"]
    code, said = ask(root, answers, "share")
    assert code == 0, said
    assert value(root) == "6.4"
    for slip in ("'6,4'", "'2024-13'", "'2024-06-31' is not a day", "2999-01-01 is after today"):
        assert slip in said
    code, said = ask(root, [], "share", "--period", "2024-13", "--lang", "ko")
    assert (code, "값(%)" in said, "시점 표기가 아닙니다" in said) == (2, False, True), said


def test_a_question_is_no_output(root: Path, tmp_path: Path) -> None:
    """Where the output goes into a file, it is still asked at the terminal, and not there."""
    out = tmp_path / "out"
    code, said = ask(root, ["6.4%"], "share", *FACT, out=str(out))
    assert (code, "Value (%)" in said) == (0, True), said
    assert out.read_text("utf-8") == NAME + "\n"


def test_an_answer_of_control_c(root: Path) -> None:
    """Ctrl-C while it asks ends with 130 and leaves nothing.

    Between the question and the reading of the answer `input` itself drops what it is interrupted
    by, and it is asked again; no more than that may be lost.
    """
    code, said = ask(root, ["\x03"] * 3, "share", *FACT)
    assert code == 130, said
    assert sorted(held(root)) == ["targets.toml"]


def test_a_point_that_may_divide_thousands(root: Path) -> None:
    """12.000 is twelve here and twelve thousand in German: said, and written as it was read."""
    answer = added(root, "money", "12.000", *FACT)
    assert "12.000 is read with a decimal point; write 12000 if the point divides" in answer.err
    again = ("--period", "2022", *FACT[2:])
    for text in ("12,000", "12000", "12.125"):
        assert "decimal point" not in added(root, "money", text, *again, "--dry-run").err
    assert "decimal point" not in added(root, "share", "12.000", *again, "--dry-run").err


@pytest.mark.parametrize(
    ("text", "said"),
    [("0.172", "is between 0 and 1, and the unit is %"),
     ("-0.172", "is between -1 and 1, and the unit is %"),
     ("0.002%", "is far from all that is known"),
     ("-6.4", "-6.4 % is a share below zero; mind the sign"),
     ("6.4", ""), ("0.9%", "")],
)  # fmt: skip
def test_a_first_figure_is_held_against_goal_and_baseline(root: Path, text: str, said: str) -> None:
    """As import does: a share written as a fraction passed unseen where nothing was recorded."""
    answer = added(root, "share", text, *FACT)
    assert answer.code == 0
    assert (said in answer.err) if said else not answer.err


SERIES = """
[[target]]
id = "spent"
title = "Spent"
unit = "KRW bn"
direction = "up"
goal = { value = 3000, by = 2030 }
[[target.series]]
id = "large"
title = "In trillions"
unit = "KRW tn"
[[target.series]]
id = "part"
title = "Of all that is spent"
unit = "%"
"""


@pytest.mark.parametrize(("series", "text", "recorded", "said"), [
    ("large", "1.2tn", "1.2", ""), ("large", "1,200bn", "1.2", ""), ("main", "1.2tn", "1200", ""),
    ("part", "12.4%", "12.4", ""), ("part", "12.400", "12.400", ""),
    ("large", "12.400", "12.400", "is read with a decimal point"),
    ("part", "0.96", "0.96", "0.96 is between 0 and 1, and the unit is %"),
    ("part", "12.4 --numerator 10 --denominator 100", "12.4", "10 of 100 is 10 %, not 12.4"),
    ("large", "12.4 --numerator 10 --denominator 100", "12.4", ""),
])  # fmt: skip
def test_a_series_with_a_unit_of_its_own(
    root: Path, series: str, text: str, recorded: str, said: str
) -> None:
    """1.2 trillion won were recorded as 1200 of a series in trillions; 12.4 % were refused."""
    path = root / "targets.toml"
    path.write_text(path.read_text("utf-8") + SERIES, "utf-8")
    earlier = root / "observations/spent/part"
    earlier.mkdir(parents=True)
    (earlier / "2022_2023-06-30.toml").write_text("value = 9\n", "utf-8")
    answer = added(root, "spent", *text.split(), "--series", series, *FACT)
    folder = "" if series == "main" else f"{series}/"
    assert str(value(root, f"observations/spent/{folder}2023_2024-06-30.toml")) == recorded
    assert (said in answer.err) if said else not answer.err


def test_an_amount_of_one_year_in_another_size(root: Path) -> None:
    """Quarters of an annual amount are held against its goal, not against each other."""
    text = (root / "targets.toml").read_text("utf-8")
    text += """
[[target]]
id = "care"
title = "Childcare"
kind = "annual"
unit = "EUR mn"
direction = "up"
goal = { value = 80, by = 2023 }
"""
    (root / "targets.toml").write_text(text, "utf-8")
    alone = added(root, "care", "23000000", "--period", "2023-Q2", *FACT[2:], "--dry-run")
    assert "EUR 23 tn is far from all that is known of the target, EUR 80 mn;" in alone.err
    assert added(root, "care", "19.8", "--period", "2023-Q1", *FACT[2:]).err == ""
    answer = added(root, "care", "23000000", "--period", "2023-Q2", *FACT[2:])
    said = (
        "EUR 23 tn is far from all that is known of the target, between EUR 19.8 mn and EUR 80 mn"
    )
    assert said in answer.err


def test_a_revision_is_no_change_from_one_period_to_the_next(root: Path) -> None:
    """One period published three times is one figure, whatever the three say."""
    for day, figure in (("2022-01-31", "5"), ("2022-02-28", "5"), ("2022-03-31", "5.1")):
        fact = ("--period", "2021", "--published", day, "--source", "Statistics Korea")
        assert added(root, "share", figure, *fact).code == 0
    assert added(root, "share", "6.4", "--period", "2022", *FACT[2:]).err == ""


def test_nobody_is_asked_who_cannot_see_the_question(root: Path) -> None:
    """With the errors in a file a question would wait unseen for ever."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(root)
        os.dup2(os.open("log", os.O_WRONLY | os.O_CREAT), 2)
        os.execv(KPI, [KPI, "add", "share", "6.4", *FACT[:4]])  # noqa: S606
    end, done = time.monotonic() + 60, 0
    while not done and time.monotonic() < end:
        done, state = os.waitpid(pid, os.WNOHANG)
        time.sleep(0.05)
    os.close(terminal)
    assert done, "it waits for an answer"
    assert os.waitstatus_to_exitcode(state) == 2
    assert "--source is missing" in (root / "log").read_text("utf-8")


@pytest.mark.parametrize("option", ["--standard-error", "--numerator", "--denominator"])
def test_the_option_at_fault_is_named(root: Path, option: str) -> None:
    """Of four figures on one line, which it is."""
    answer = added(root, "share", "6.4", *FACT, option, "many")
    assert (answer.code, answer.err.startswith(f"kpi: {option}: ")) == (2, True)


@pytest.mark.parametrize(("folder", "target"), [
    ("observations/share", ""), ("observations", 'target = "share"\n'),
])  # fmt: skip
def test_the_same_fact_by_another_name(
    folder: str, target: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two that record one fact at a time, in a file and in a batch, the later exits 6.

    The batch may be one of many targets as well, which stands beside their folders.
    """
    batch = f"{folder}/batch_2024-06-30_a.toml"
    row = f"[[observation]]\n{target}period = 2023\nvalue = 7\npublished = 2024-06-30\n"
    meanwhile(monkeypatch, root, batch, row)
    ran = Kpi(root)("add", "share", "7", *FACT)
    assert (ran.code, ran.stdout) == (6, "")
    assert "batch_2024-06-30_a.toml has just recorded 2023" in ran.stderr
    assert set(held(root)) == {"targets.toml", batch}


def test_of_the_rows_of_an_import_each_may_have_come_meanwhile(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last of them, too; then none is recorded."""
    table = root / "table.csv"
    table.write_text("period,value\n2021,5\n2022,6\n2023,7\n", "utf-8")
    words = ("import", str(table), "--target", "share", "--published", "2024-06-30", "--source",
             "s", "--yes")  # fmt: skip

    meanwhile(monkeypatch, root, NAME, "value = 7\n")
    before = set(held(root))
    ran = Kpi(root)(*words)
    assert ran.code == 6
    assert f"{NAME} has just recorded 2023" in ran.stderr
    assert set(held(root)) == {*before, NAME}


def test_of_the_targets_of_an_import_each_is_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fact that came meanwhile may be one of the second target of the table."""
    targets = root / "targets.toml"
    text = targets.read_text("utf-8")
    more = text[text.index("[[target]]") :].partition("\n[[target]]")[0] + "\n"
    targets.write_text(text + more.replace('id = "share"', 'id = "a-part"', 1), "utf-8")
    table = root / "table.csv"
    table.write_text("target,period,value\na-part,2023,5\nshare,2023,7\n", "utf-8")

    meanwhile(monkeypatch, root, NAME, "value = 7\n")
    ran = Kpi(root)("import", str(table), "--published", "2024-06-30", "--source", "s", "--yes")
    assert (ran.code, list((root / "observations").iterdir())) == (6, [(root / NAME).parent])
    assert f"{NAME} has just recorded 2023" in ran.stderr


def test_another_fact_that_came_meanwhile_is_no_conflict(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any number of writers of different facts: all win."""
    row = "[[observation]]\nperiod = 2022\nvalue = 7\npublished = 2023-06-30\n"
    meanwhile(monkeypatch, root, "observations/share/batch_2023-06-30_a.toml", row)
    assert Kpi(root)("add", "share", "7", *FACT).code == 0
    assert NAME in held(root)
