"""Clocks, calendars, time zones and encodings at their ends: an answer, and the same answer."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kpi.cli import project as clock
from tests.gallery import Answer, kpi
from tests.strength.whole import held

KPI = str(Path(sys.executable).with_name("kpi"))
READING = (
    ("status",), ("status", "-f", "json"), ("status", "-f", "csv"), ("show", "share"),
    ("methods",), ("check",), ("export", "-f", "csv"), ("diff", "2024-02-29"),
    ("whatif", "share", "2027=8"),
)  # fmt: skip


def put(root: Path, target: str, facts: dict[str, object]) -> None:
    """Observation files by `<period>_<published>`."""
    folder = root / "observations" / target
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in facts.items():
        (folder / f"{name}.toml").write_text(f"value = {value}\n", "utf-8")


def replaced(root: Path, old: str, new: str) -> None:
    path = root / "targets.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def latest(root: Path, today: str) -> str | None:
    """The period of the latest value of `share` on a day."""
    answer = kpi(root, "status", "share", "-f", "json", env={"KPI_TODAY": today})
    assert answer.code == 0, answer
    (target,) = json.loads(answer.out)["targets"]
    period: str | None = (target["latest"] or {"period": None})["period"]
    return period


def all_answer(root: Path, today: str) -> None:
    """Every reading command answers on that day, or says in one line why it cannot."""
    for words in READING:
        answer = kpi(root, *words, env={"KPI_TODAY": today})
        assert answer.code in (0, 5) or (words[0] == "diff" and answer.code == 2), (words, answer)
        if answer.code:
            assert answer.err.startswith("kpi: "), (words, answer)
            assert answer.err.count("\n") == 1


# ------------------------------------------------------------------------------------ clocks


@pytest.mark.parametrize("today", ["0001-01-01", "1900-01-01", "2020-02-29", "2023-03-01"])
def test_a_clock_before_everything(root: Path, today: str) -> None:
    """A machine whose clock is far behind knows nothing yet, says so, and records nothing."""
    put(root, "share", {"2023_2024-06-30": 6.4})
    all_answer(root, today)
    if today < "2023-03-01":  # the day of the plan
        answer = kpi(root, "status", "share", env={"KPI_TODAY": today})
        assert answer.code == 5
        assert f"had been announced by {today}" in answer.err
    else:
        assert latest(root, today) is None
    words = ("share", "6.5", "--period", "2023", "--published", "2024-06-30", "--source", "x")
    answer = kpi(root, "add", *words, env={"KPI_TODAY": today})
    assert answer.code == 2
    assert "is after today" in answer.err


def test_a_clock_between_two_publications(root: Path) -> None:
    """The newer one is not known before its day, and is known on it."""
    put(root, "share", {"2023_2024-06-30": 6.4})
    assert latest(root, "2024-06-29") == "2022"
    assert latest(root, "2024-06-30") == "2023"


@pytest.mark.parametrize("today", ["2999-12-31", "9999-12-31"])
def test_a_clock_long_after_everything(root: Path, today: str) -> None:
    all_answer(root, today)
    assert latest(root, today) == "2022"


@pytest.mark.parametrize("today", ["0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31"])
def test_a_clock_beyond_the_weeks_of_reports(root: Path, today: str) -> None:
    """At either end of the calendar there is no week before or after: said, with the remedy."""
    answer = kpi(root, "report", env={"KPI_TODAY": today})
    assert answer.code == 2
    assert f"today is {today}, outside the years 1900 to 2999" in answer.err
    assert not (root / "reports").exists()
    answer = kpi(root, "doctor", env={"KPI_TODAY": today})
    assert answer.code != 70
    assert f"today is {today} in Asia/Seoul, outside the years 1900 to 2999" in answer.out


# ------------------------------------------------------------------------------------- zones


@pytest.mark.parametrize("moment", ["2024-02-29T11:59:59", "2024-02-29T12:00:00",
                                    "2023-12-31T23:59:59", "2024-12-30T10:00:01"])  # fmt: skip
def test_today_in_every_zone(root: Path, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """From -12 to +14 hours, whatever the machine's own zone: the day of the project's zone."""
    utc = dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC)

    class Then(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
            return utc.astimezone(tz)

    monkeypatch.setattr(clock.dt, "datetime", Then)
    days = set()
    zone = "Asia/Seoul"
    for hours in range(-12, 15):
        name = f"Etc/GMT{-hours:+}" if hours else "UTC"
        replaced(root, zone, name)
        zone = name
        wanted = (utc + dt.timedelta(hours=hours)).date()
        assert utc.astimezone(ZoneInfo(name)).date() == wanted
        answer = kpi(root, "status", "-f", "json", env={"KPI_TODAY": ""})
        assert answer.code == 0, answer
        assert json.loads(answer.out)["on"] == wanted.isoformat()
        days.add(wanted)
    assert len(days) >= 2


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns",
                                  "Pacific/Apia", "Africa/Monrovia"])  # fmt: skip
def test_odd_zones(root: Path, zone: str) -> None:
    """+14, quarters of an hour, a day that was left out: all are zones."""
    replaced(root, "Asia/Seoul", zone)
    assert kpi(root, "status", env={"KPI_TODAY": ""}).code == 0


# --------------------------------------------------------------------------------- calendars


def test_leap_days(root: Path) -> None:
    """A period, a publication, a baseline and a deadline on 29 February; none in 2100."""
    replaced(root, "period = 2022, value = 1 }", "period = 2024-02-29, value = 1 }")
    replaced(root, "value = 30, by = 2030", "value = 30, by = 2028-02-29")
    put(root, "share", {"2026-02-28_2026-03-01": 15.5, "2024-02-29_2024-02-29": 1})
    all_answer(root, "2028-02-29")
    status = kpi(root, "status", "share", "-f", "json", env={"KPI_TODAY": "2026-11-22"})
    (target,) = json.loads(status.out)["targets"]
    # 730 of 1461 days: half a day short of half the way, 1 + 29 * 730 / 1461
    assert target["expected"]["linear"] == pytest.approx(1 + 29 * 730 / 1461)
    words = ("add", "share", "2", "--published", "2026-03-01", "--source", "x", "--period")
    assert kpi(root, *words, "2100-02-29").code == 2
    assert kpi(root, *words, "2025-02-29").code == 2
    assert kpi(root, *words, "2024-02").code == 0


def test_week_53(root: Path) -> None:
    """It ends in January of the next year, and a year without one has none."""
    words = ("add", "share", "2", "--published", "2026-03-01", "--source", "x", "--period")
    assert kpi(root, *words, "2020-W53").code == 0
    assert kpi(root, *words, "2021-W01").code == 0
    assert kpi(root, *words, "2021-W53").code == 2
    for name in ("2020-W53", "2021-W01"):
        assert (root / "observations" / "share" / f"{name}_2026-03-01.toml").exists()
    answer = kpi(root, "export", "-f", "csv")
    assert answer.code == 0
    all_answer(root, "2027-01-03")


def test_from_1900_to_2999(root: Path) -> None:
    """A promise of eleven centuries, on a straight line, judged at both ends and between."""
    replaced(root, "period = 2022, value = 1 }", "period = 1900, value = 0 }")
    replaced(root, "by = 2030, document", "by = 2999, document")
    replaced(root, "published = 2023-03-01", "published = 1900-12-31")
    replaced(root, "ceiling = 100", 'path = "linear"')
    put(root, "share", {"1900_1901-01-01": 0, "1999_2000-01-01": 2.7, "2998_2999-01-01": 29.9})
    (root / "observations/share/2022_2023-06-30.toml").unlink()
    for today, period, expected in (
        ("2000-01-01", "1999", 30 * 99 / 1099),
        ("2999-06-30", "2998", 30 * 1098 / 1099),
    ):
        all_answer(root, today)
        answer = kpi(root, "status", "share", "-f", "json", env={"KPI_TODAY": today})
        (target,) = json.loads(answer.out)["targets"]
        assert target["latest"]["period"] == period
        assert target["expected"]["linear"] == pytest.approx(expected)


# --------------------------------------------------------------------------------- encodings


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the C library finds a Turkish and two Korean locales, made from source."""
    folder = tmp_path_factory.mktemp("locales")
    made = []
    for language, charset in (("tr_TR", "UTF-8"), ("ko_KR", "CP949"), ("ko_KR", "EUC-KR")):
        place = folder / f"{language}.{charset}"
        if shutil.which("localedef"):
            words = ["localedef", "-c", "-i", language, "-f", charset, str(place)]
            subprocess.run(words, capture_output=True, check=False)
        made.append((place / "LC_CTYPE").exists())  # newer ones leave an empty folder in vain
    if not all(made):
        reason = "the sources of the locales are missing (apt-get install locales)"
        (pytest.fail if os.environ.get("KPI_REQUIRE_ALL") == "1" else pytest.skip)(reason)
    return folder


def run(root: Path, locale: str, folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """A run of the installed program in a locale, with its words as a terminal there sends them."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {} if locale in ("C", "POSIX", "C.UTF-8") else {"LOCPATH": str(folder)}
    return subprocess.run(
        [KPI, *(word.encode(ENCODINGS[locale]) for word in words)],
        cwd=root,
        env={**keep, **own, "LC_ALL": locale, "KPI_TODAY": "2026-11-22"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


#: What the terminals of each locale send and show; in C and POSIX Python takes UTF-8 (PEP 538).
ENCODINGS = {"C": "utf-8", "POSIX": "utf-8", "C.UTF-8": "utf-8", "tr_TR.UTF-8": "utf-8",
             "ko_KR.CP949": "cp949", "ko_KR.EUC-KR": "euc-kr"}  # fmt: skip


@pytest.mark.parametrize("locale", ENCODINGS)
def test_the_locale_is_the_one_that_was_asked_for(locales: Path, locale: str) -> None:
    """Else the tests below would test nothing."""
    code = "import locale; print(locale.setlocale(0, ''), locale.nl_langinfo(locale.CODESET))"
    own = {} if locale.startswith(("C", "P")) else {"LOCPATH": str(locales)}
    env = {**own, "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    found, charset = done.stdout.split()
    assert found in (locale, "C"), done.stderr
    assert (found == "C") == (locale in ("C", "POSIX"))
    wanted = "ANSI_X3.4-1968" if found == "C" else locale.partition(".")[2]
    assert charset == wanted


@pytest.mark.parametrize("locale", ENCODINGS)
def test_what_is_recorded_is_the_same_everywhere(root: Path, locales: Path, locale: str) -> None:
    """A fact with Korean letters is written in UTF-8, whatever the terminal speaks."""
    source = "통계청 İIıi" if ENCODINGS[locale] == "utf-8" else "통계청 Iıi"
    words = ("add", "share", "6.4", "--published", "2024-06-30", "--source", source)
    answer = run(root, locale, locales, *words, "--period", "2023-Q1")
    assert answer.returncode == 0, answer
    name = "observations/share/2023-Q1_2024-06-30.toml"
    assert answer.stdout.decode("ascii").strip() == name
    assert f'source = "{source}"\n' in (root / name).read_bytes().decode("utf-8")
    assert kpi(root, "check", "-q") == Answer(0, "", "")


@pytest.mark.parametrize("locale", ENCODINGS)
def test_the_answers_are_the_same_everywhere(root: Path, locales: Path, locale: str) -> None:
    """Machines read UTF-8 in any locale; people read Korean in theirs, and signs that it has."""
    replaced(root, "Companies that use AI", "AI 활용 기업 İIıi")
    for words in (("status", "-f", "json"), ("status", "-f", "csv"), ("export", "-f", "csv"),
                  ("check", "-f", "json"), ("methods", "-f", "json")):  # fmt: skip
        answer = run(root, locale, locales, *words)
        assert answer.returncode == 0, answer
        assert answer.stdout.decode("utf-8") == kpi(root, *words, env={"COLUMNS": ""}).out
    answer = run(root, locale, locales, "status", "share", "--lang", "ko")
    shown = answer.stdout.decode(ENCODINGS[locale])
    assert answer.returncode == 0
    assert "AI 활용 기업" in shown
    assert ("─" in shown) == (ENCODINGS[locale] == "utf-8")
    wrong = run(root, locale, locales, "add", "share", "서른")
    assert wrong.returncode == 2
    assert wrong.stderr.decode(ENCODINGS[locale])


def test_words_that_are_no_utf8(root: Path) -> None:
    """The bytes that a terminal in CP949 sends for Korean: refused, and nothing is written."""
    before = held(root)
    words = ("add", "share", "6.4", "--published", "2024-06-30", "--period", "2023", "--source")
    answer = kpi(root, *words, os.fsdecode("통계청".encode("cp949")))
    assert held(root) == before
    assert answer.code == 2
