"""Every message is said in Korean where Korean is asked for, and in English otherwise."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from kpi.assess.case import Case as Judged
from kpi.assess.case import Point
from kpi.assess.methods.catalogue import BY_NAME
from kpi.facts.keys import schema
from kpi.facts.periods import Period
from kpi.render.wording.korean.methods import INPUTS
from kpi.render.wording.korean.sentences import catalogue
from kpi.render.wording.particles import filled
from kpi.render.wording.translation import translated
from kpi.render.wording.vocabulary import FLAGS, STATUSES_KO
from kpi.render.wording.words import amount
from tests.gallery import Case, Step, build, cases, kpi, take
from tests.messages import ROOT, Message, messages
from tests.test_faults import skipped

MESSAGES = list(messages())
KPI = ROOT / "kpi"
KOREAN = KPI / "render" / "wording" / "korean"
GAP = re.compile(r"\{([A-Za-z]+)\}")
#: What is typed as it stands: an option, a file, a heading of TOML, a command.
TYPED = re.compile(
    r"--[a-z][a-z-]*|[A-Za-z0-9_-]+\.toml|\[+(?!table)[a-z._-]+\]+|`[^`]+`|https?://|[A-Z]+_[A-Z_]+"
)
HANGUL = re.compile("[가-힣]")
QUOTED = re.compile(r"""(?<!\w)(?:"[^"]*"|'[^']*'|`[^`]*`)(?!\w)|\S*[/.@_=-]\S*|\bgit .*""")
#: Three English words in a row, outside of what is quoted and of names.
PROSE = re.compile(r"(?<![\w-])[a-z]{2,}(?: [a-z]{2,}){2,}")

#: Texts of the program that nobody is told: they are written to files, or compared with others.
NOT_SAID = {
    "kpi 7\n", "kpi import",
    "Observation status", "observation status", "flag description", "time period",
    "reference period",
    "observation value",  # columns of SDMX
    "--period-column 7 --period-column 7",  # what is to be typed
    "Unit multiplier", "Unit measure",  # and of Open SDG
    "unit mult", "unit multiplier", "scalar factor", "powercode code", "power code",  # of others
    "observation status label", "unit of measure", "units of measure", "unit name",  # columns
    "thousand persons", "thousand tonnes",  # what a code of Eurostat means
    "Bank of Korea, ECOS", "7 in the file, times 7", "7 in the file", "7 in the file: 7",
    "marked 7 in the file: 7",  # recorded: source and notes
    "column 71", "column 71 (7)", "header 7",  # names of columns, by which a filter chooses
    "not TOML at offset 7", "from kpi.cli.main import main; main()",
    "observations/<target>/batch_<published>_<label>.toml, such as"
    " batch_2025-06-08_kosis.toml",  # never put together so
}  # fmt: skip
#: Files of texts that are help, begin a new project or explain the keys: all are English. And of
#: units, of which each has its counter there; and of words of tomllib, which `toml_faults` turns
#: into ours.
NOT_SAID_IN = (
    "kpi/cli/app.py",
    "kpi/cli/exits.py",
    "kpi/cli/front.py",
    "kpi/facts/keys/key_meanings.py",
    "kpi/facts/quantities/counters.py",
    "kpi/facts/syntax/toml_newer.py",
)
NOT_SAID |= {table.about for table in (*schema.TABLES, schema.FILE)}  # for the JSON Schema
PATTERN = "(?"  # what begins a group: no sentence has it
NOT_SAID_LONG = "#:schema ./targets.schema.json"

#: Parts of messages, and the whole by which each is held.
PARTS = {
    "this 7": "this is over 1 MiB",
    "7 targets and 7 observations": "7 targets and 7 observations are sound",
    "--period: 7 does not come after 7": "--period: 7 does not come after 7, the latest",
    "7 row refused": "nothing was written: 7 row refused, first row 7: the file is empty",
    "7 rows refused": "nothing was written: 7 rows refused, first row 7: the file is empty",
    "7 row in conflict with the ledger": (
        "nothing was written: 7 row in conflict with the ledger, first row 7: the file is empty"
    ),
    "7 rows in conflict with the ledger": (
        "nothing was written: 7 rows in conflict with the ledger, first row 7: the file is empty"
    ),
    "leave the key out": "write something, or leave the key out",
    "not an ordinary file": "7 is not an ordinary file",
    "revision 7": "there is no such file in revision 7",
    "no target had been announced by 7": "nothing to report: no target had been announced by 7",
    "judged for 7, ": "7: written; judged for 7, records not under version control",
    "records not under version control": "judged for 7, records not under version control",
    "records of commit 7": "7: unchanged; judged for 7, records of commit 7",
    " with uncommitted changes": (
        "7: replaced; judged for 7, records of commit 7 with uncommitted changes"
    ),
    "from the folder": "7: identical; made again from the folder, judged for 7",
    "from its own records": "7: identical; made again from its own records, judged for 7",
    "from commit 7": "7: identical; made again from commit 7, judged for 7",
    "7: identical; made again 7, judged for 7\n": (
        "7: identical; made again from commit 7, judged for 7"
    ),
    "7 differs from what kpi makes 7, judged for 7": (
        "7 differs from what kpi makes from the folder, judged for 7"
    ),
    "there is no 7 7": "there is no document 7",
    "7 or 7": "7 is 7 or 7 in a file that commas do not divide",
    "7 has 7": '7 has "a", "b"',
    "all that is known of the target lies between 7 and 7": (
        "the figures are about 7, and all that is known of the target lies between 7 and 7 (7)"
    ),
    "or --scale 1 if they are in the unit already": (
        "add --scale 7, or --scale 1 if they are in the unit already"
    ),
    " and in ": 'the rows differ in a ("b", "c") and in d ("e", "f")',
    "7 stands in 7 rows (7)": "7 stands in 7 rows (7), which no column tells apart",
    "7 may be a month that a spreadsheet took for a number": (
        "7 may be a month that a spreadsheet took for a number (2024.10 becomes 2024.1)"
    ),
    "in points": '7 is in points, and the unit is "7"',
    'is 7, and the unit is "7"': '7 is a percentage, and the unit is "7"',
    'the unit is "7"': '7 is money, and the unit is "7"',
    " (and 7 more of this kind in this file)": (
        "the text is empty (and 7 more of this kind in this file)"
    ),
    "7 is an outlier: 7 from 7, never more than 7": (
        "7 is an outlier: 7 from 7, never more than 7 before"
    ),
    "see https://toml.io/en/v1.0.0": "expected a thing; see https://toml.io/en/v1.0.0",
    "is not in Unicode normal form C": "the key is not in Unicode normal form C",
    "7 is not a 7": "7 is not a year",  # the kinds of periods are words of ours
    "7 is a 7, not a 7": "7 is a quarter, not a year",
    "7 is a day within 7, and no 7": "7 is a day within 7, and no year",
    "the output": "the output could not be written: 7",
    "the batch": "the batch could not be written: 7",
    "another run": "another kpi report is writing 7 (of another user, or just started)",
}


def whole(message: Message) -> str:
    """The message of which the text is a part, or the text itself."""
    if message.text in PARTS:
        return PARTS[message.text]
    if message.where.startswith("kpi/facts/quantities/reading.py") and message.text.startswith(
        ("is ", "has ", "holds ", "begins ", "ends ", "does ", "mixes ", "can ")
    ):
        return f"'7' {message.text}"  # where `_wrong` quotes the figure in front
    return message.text


def is_korean(text: str) -> bool:
    """Whether a text is said in Korean: with Hangul, and without an English sentence in it."""
    return bool(HANGUL.search(text)) and not PROSE.search(QUOTED.sub("…", text))


def test_every_message_has_its_korean() -> None:
    """A sentence that is new in the source fails here until it is in the catalogue."""
    english = []
    for one in MESSAGES:
        if one.text in NOT_SAID or one.where.startswith(NOT_SAID_IN) or PATTERN in one.text:
            continue
        text = whole(one)
        if text.startswith(NOT_SAID_LONG) or text in catalogue().values():
            continue
        if not re.search("[A-Za-z]", text.replace("7", "")):
            continue
        if not is_korean(translated(text, "ko")):
            english.append(f"{one.where}: {text!r}")
    assert not english


def test_the_lists_above_are_not_stale() -> None:
    """What is excepted is there, so that a list does not outlive what it excepts."""
    there = {one.text for one in MESSAGES}
    assert PARTS.keys() <= there
    assert {text for text in NOT_SAID if text != "kpi 7\n"} <= there
    assert len(MESSAGES) > 700


@pytest.mark.parametrize("name", BY_NAME)
def test_every_rule_has_its_korean(name: str) -> None:
    """What a rule is and measures, when its classes hold, and what goes into it."""
    rule = BY_NAME[name]
    said = [rule.title, rule.measure, *(cut.says for cut in rule.cuts if cut.says)]
    assert [text for text in said if text not in catalogue()] == []
    points = [Point(Period.parse(str(year)), float(year - 2014)) for year in range(2015, 2025)]
    case = Judged(1, 30.0, Period.parse("2030"), points[0], tuple(points), ceiling=100.0)
    reading = rule.judge(case)
    assert reading.applies
    assert {key for key, _ in reading.inputs} <= INPUTS.keys()


@pytest.mark.parametrize("english", catalogue())
def test_both_languages_have_the_same_gaps(english: str) -> None:
    """Each gap of the English is said in the Korean, once, and nothing else is a gap; what is to be
    typed is the same."""
    korean = catalogue()[english]
    assert sorted(GAP.findall(korean)) == sorted(GAP.findall(english))
    assert [typed for typed in TYPED.findall(english) if typed not in korean] == []
    assert unicodedata.is_normalized("NFC", korean)
    assert HANGUL.search(korean) or korean == english or not re.search("[a-z]{3} [a-z]{3}", korean)


@pytest.mark.parametrize("english", catalogue())
def test_each_sentence_is_read_as_itself(english: str) -> None:
    """No sentence is taken for another one: what it says comes back, with its own gaps."""
    gaps = {name: {"texts": '"71"', "DELIMITER": "tab", "DELIMITERS": "tab or bar", "id": "a-71",
                   "VERDICT": "met", "KIND": "year", "STYLE": "year", "m": "17"}.get(name, "71")
            for name in GAP.findall(english)}  # fmt: skip
    text = GAP.sub(lambda gap: gaps[gap[1]], english)
    said = {name: translated(gap, "ko") for name, gap in gaps.items()}
    template = catalogue()[english].replace("{ ", "{{ ").replace(" }", " }}")
    template = re.sub(r'"\}"', '"}}"', template)
    assert translated(text, "ko") == filled(template, said)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_fault_in_korean(case: Case, tmp_path: Path) -> None:
    """Each line of the gallery of faults is Korean; places, exit codes and counts are the same."""
    if skipped(case):
        pytest.skip("root may read every file")
    build(case, tmp_path / "english")
    build(case, tmp_path / "korean")
    for step in (one for one in case.steps if "KPI_LANG" not in one.line):
        line = f"COLUMNS=1000 {step.line}"  # so wide that no table breaks a line
        english = take(Step(line), tmp_path / "english")
        korean = take(Step(f"KPI_LANG=ko {line}"), tmp_path / "korean")
        assert korean.code == english.code
        if english.out.startswith("{"):
            assert korean.out == english.out  # what a machine reads stays
            continue
        assert len(korean.both.splitlines()) == len(english.both.splitlines())
        for ours, theirs in zip(korean.both.splitlines(), english.both.splitlines(), strict=True):
            if " " not in theirs.strip():
                assert ours == theirs
                continue
            if set(theirs) == {"─", " "}:  # beneath the head of a table
                assert set(ours) == {"─", " "}
                continue
            assert is_korean(ours), ours
            place = re.match(r"\S+:[0-9]+:[0-9]+: ", theirs)
            assert place is None or ours.startswith(place[0])


def test_data_stay_as_they_are() -> None:
    """What a person wrote is not taken for a sentence of ours, whatever it says."""
    value = "the text is empty; remove it: no data; a table"
    said = translated(f'kpi: ID: "{value}" is not known; choose from a, b', "ko")
    assert said == f'kpi: ID: "{value}"은(는) 알 수 없는 값입니다; 다음에서 고르십시오: a, b'


@pytest.mark.parametrize("text", ["; a is b: " * 5_000, " is " * 5_000, "'" * 5_000, "x" * 100_000])
def test_any_text_is_soon_given_up(text: str) -> None:
    """A text without end is shown as it is; it does not hold up the answer."""
    assert "x" in translated(f"x {text}", "ko")


def test_english_loads_no_catalogue() -> None:
    """Who asks for English does not pay for the sentences in Korean."""
    ask = (
        "import sys; from kpi.cli import main; sys.argv = ['kpi', *sys.argv[1:]]; main.run();"
        "print(any('wording.korean' in name for name in sys.modules))"
    )
    for lang, loads in (("en", "False"), ("ko", "True")):
        line = [sys.executable, "-c", ask, "show", "nothing", "--lang", lang]
        done = subprocess.run(line, capture_output=True, text=True, cwd=ROOT, check=True)
        assert done.stdout.split() == [loads]


@pytest.mark.parametrize(
    ("words", "env", "korean"),
    [
        (["check"], {"KPI_LANG": "ko"}, True),
        (["check", "--lang", "ko"], {}, True),
        (["check", "--lang=ko"], {}, True),
        (["check", "--lang", "en"], {"KPI_LANG": "ko"}, False),
        (["check", "--lang", "ko", "--lang", "en"], {}, False),
        (["check"], {}, False),
        (["check"], {"KPI_LANG": "fr"}, False),
        (["show", "--", "--lang", "ko"], {}, False),
        (["check", "--lang", "fr"], {"KPI_LANG": "ko"}, True),
    ],
)
def test_who_asks_for_korean(
    tmp_path: Path, words: list[str], env: dict[str, str], korean: bool
) -> None:
    """`--lang` wins over KPI_LANG, and a word that is no language is refused in the other's."""
    assert bool(HANGUL.search(kpi(tmp_path, *words, env=env).both)) is korean


@pytest.mark.parametrize("words", [["status"], ["check"], ["schedule"], ["status", "--sort", "id"]])
def test_a_language_that_we_do_not_speak(tmp_path: Path, words: list[str]) -> None:
    """Who set KPI_LANG has typed no `--lang`."""
    kpi(tmp_path, "init")
    by_variable = kpi(tmp_path, *words, env={"KPI_LANG": "fr"})
    typed = kpi(tmp_path, *words, "--lang", "fr", env={"KPI_LANG": "de"})
    assert [one.code for one in (by_variable, typed)] == [2, 2]
    assert by_variable.both == "kpi: KPI_LANG: 'fr' is not known; choose from en, ko\n"
    assert typed.both == "kpi: --lang: 'fr' is not known; choose from en, ko\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nope", "명령 'nope'이(가) 없습니다."),
        ("status --nope", "옵션 --nope이(가) 없습니다"),
        ("show", "인자 'ID'가 없습니다."),
        ("status --on", "옵션 '--on'에는 값이 필요합니다."),
        ("check a b", "남는 인자가 있습니다(a b)"),
        ("export --months x", "'--months'의 값이 잘못되었습니다: 정수를 쓰십시오"),
        ("status --quiet=3", "옵션 '--quiet'에는 값을 쓰지 않습니다."),
    ],
)
def test_the_library_speaks_korean_too(tmp_path: Path, line: str, said: str) -> None:
    """Refusals of the command line's library, at the same exit code as in English."""
    answer = kpi(tmp_path, *line.split(), env={"KPI_LANG": "ko"})
    assert answer.code == 2
    assert said in answer.err
    assert "Error" not in answer.err
    assert "Usage" not in answer.err
    english = kpi(tmp_path, *line.split())
    assert (english.code, HANGUL.search(english.err)) == (2, None)


def test_help_is_english(tmp_path: Path) -> None:
    """It is the reference of the options, which are English words."""
    both = [kpi(tmp_path, "--help", env=env) for env in ({}, {"KPI_LANG": "ko"})]
    assert both[0] == both[1]
    assert both[0].code == 0


@pytest.mark.parametrize(("value", "unit", "said"), [
    ("627", "백만톤CO2eq", "627 백만톤CO2eq은"), ("12", "천toe", "12 천toe는"),
    ("3", "만㎥", "3 만㎥는"), ("2", "ℓ", "2 ℓ는"), ("13", "세", "13세는"),
    ("27.3", "명(인구 10만 명당)", "27.3명(인구 10만 명당)은"),
])  # fmt: skip
def test_units_that_are_written_in_korean(value: str, unit: str, said: str) -> None:
    """A counter stands at its number, and what is read aloud has its particle."""
    assert filled("{value}은(는)", {"value": amount(Decimal(value), unit, "ko")}) == said


def test_what_a_season_lies_off_has_its_unit() -> None:
    said = "the path starts from 2022-Q4, a season that lies 0.658 pp below the year's mean"
    assert translated(said, "ko").endswith("연평균보다 0.658%p 낮습니다")


def test_what_is_enacted_need_be_no_budget() -> None:
    """A law puts eight technologies on a list."""
    assert not any("예산" in words for words in (*FLAGS["enacted"], STATUSES_KO["enacted"]))


def test_what_ends_in_words_of_ours_ends_before_the_remedy() -> None:
    said = '"2024-Q1" is a quarter, not a year; choose the period style that it has'
    assert translated(said, "ko") == (
        '"2024-Q1"은 연 단위가 아니라 분기 단위입니다; 자료에 맞는 --period-style을 고르십시오'
    )


@pytest.mark.parametrize(("word", "korean"), [
    ("provisional", "잠정치"), ("estimated", "추정치"), ("enacted", "의결된 예산"),
])  # fmt: skip
def test_a_status_in_a_sentence_is_no_english_word(word: str, korean: str) -> None:
    said = translated(f'"GDP" says {word}, and its figures count as results', "ko")
    assert said == f'"GDP"에 따르면 {korean}인데 수치는 확정된 실적으로 기록됩니다'


@pytest.mark.parametrize(
    "what", ["the rows differ", "2023 stands in 2 rows (row 2, row 3) that differ"]
)
def test_columns_in_which_rows_differ_are_written_alike(what: str) -> None:
    said = translated(
        f'{what} in C1_NM ("계", "남") and in 구분 ("전체", "도") and in d ("1", "2")', "ko"
    )
    assert said.endswith('값이 다른 열: C1_NM ("계", "남"), 구분 ("전체", "도"), d ("1", "2")')


def test_what_is_none_of_ours_is_not_taken_for_a_kind_of_period() -> None:
    said = "fatal: 7 is not a working tree"
    assert translated(said, "ko") == said


def test_a_row_in_front_of_a_doubt_is_no_english_word() -> None:
    said = translated("row 2: 37.5 follows 4.9, which never changed by over 0.4", "ko")
    assert said == "2행: 4.9 다음에 37.5입니다. 지금까지 0.4보다 크게 변한 적이 없습니다"


def test_two_that_are_missing_are_not_joined_by_an_english_word() -> None:
    assert translated("kpi: --target and --published are missing", "ko") == (
        "kpi: --target, --published가 없습니다"
    )
    assert translated("--period is missing", "ko") == "--period가 없습니다"


def test_the_headings_of_the_korean_wording_name_rooms_that_are_there() -> None:
    """Each group of messages says by whom they are said; a room that was moved is not found."""
    texts = [path.read_text("utf-8") for path in KOREAN.glob("*.py")]
    headings = re.findall(r"# --- .* \(((?:cli|facts|store)/.*)\) -", "\n".join(texts))
    named = [[KPI / one for one in heading.split(", ")] for heading in headings]
    assert named
    for first, *more in named:
        assert first.exists()
        for room in more:  # beside the first, or named from the top as well
            assert room.exists() or (first.parent / room.relative_to(KPI)).exists(), room
