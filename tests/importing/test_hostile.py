"""Files that mean harm, or nothing at all: no traceback, no escape sequence, in bounded time."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import resource
import signal
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import bidirectional, category

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi.cli import exits
from kpi.cli.recording.bounded_process import apart
from kpi.facts.book import Book, read_book
from kpi.facts.intake.against import Ledger
from kpi.facts.intake.arrivals import judge
from kpi.facts.intake.plan import Plan, read_plan
from kpi.facts.intake.tables import read_table
from kpi.facts.keys.fields import Wrong
from kpi.render.import_preview import PREVIEW, Preview
from kpi.render.look import Look
from kpi.store.trees import Entry
from tests.fuzz.bounds import bounded
from tests.importing.conftest import TARGETS, Take
from tests.importing.sheets import ods, shape, sheet_xml, xlsx

DAY = dt.date(2025, 6, 30)
#: The classes of what turns the direction of a line, and of what ends that.
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


class Folder:
    """A tree that holds targets.toml alone."""

    def read(self, name: str) -> bytes:
        return TARGETS.encode()

    def walk(self, folder: str, without: object = ()) -> list[Entry]:
        return []


BOOK: Book = read_book(Folder())  # type: ignore[arg-type]
LEDGER = Ledger({one.id: one for one in BOOK.targets}, BOOK.observations, dt.date(2026, 11, 22))


refusals: list[tuple[str, str]] = []


def imported(data: bytes, plan: Plan | None = None, *, sound: bool = False) -> None:
    """The whole way from bytes to a preview; Wrong is the only way it may fail.

    A spreadsheet that is `sound` as a file needs no process of its own to be read in.
    """
    plan = plan or Plan(target="share")
    try:
        where = (lambda call, *_: call()) if sound else apart
        arrivals = judge(read_table(data, plan, where), plan, LEDGER, DAY)
    except Wrong as wrong:
        refusals.append((wrong.what, wrong.remedy))
        return
    for form in PREVIEW.values():
        text = form(Preview("f", arrivals), Look(width=80), "")
        # A letter of a later Unicode than Python's is no harm, nor is a soft hyphen.
        line = text.replace("\n", "")
        assert not {category(char) for char in line} & {"Cc", "Cs", "Zl", "Zp"}
        assert not {bidirectional(char) for char in line} & _TURNING
    if arrivals.files:
        assert arrivals.sound


FUZZ = settings(
    max_examples=300, deadline=2_000, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@FUZZ
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """Arbitrary bytes are a table or Wrong."""
    imported(data)


WORD = st.sampled_from(
    ["시점", "값", "period", "value", "Year", "Value", "2023", "2024.1", "202403", "6.4", "1,234",
     "-", "p)", "%", '"', "\n", "\r", "\x1b[31m", "=1+1", "\u202e", "\ud55c", "target", "share",
     "revision", "status", "published", "99", "2024-06-30", "", " ", "\x00", "\ufeff", "١٢"]
)  # fmt: skip


@FUZZ
@given(st.lists(st.lists(WORD, max_size=6), max_size=8), st.sampled_from(",;\t|"),
       st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))  # fmt: skip
def test_any_csv(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    """Rows of the words that matter, in any order."""
    imported("\n".join(delimiter.join(row) for row in rows).encode(encoding, "surrogatepass"))


@FUZZ
@given(st.lists(st.lists(WORD, min_size=2, max_size=4), max_size=8))
def test_any_rows_below_a_good_header(rows: list[list[str]]) -> None:
    """A good header lets the words reach the figures and the ledger's reader."""
    imported(("시점,값,note,status\n" + "\n".join(",".join(row) for row in rows)).encode())


NAMES = ("Period", "값", "U", "unit", "Country", "Status", "note", "standard_error", "2022", "2023")
KEYS = ("period", "value", "unit", "series", "status", "bound", "note", "standard_error")
COLUMN = st.sampled_from(NAMES)


@FUZZ
@given(
    st.lists(COLUMN, max_size=3).map(lambda more: ["Period", "값", "U", *more])
    | st.lists(COLUMN, min_size=2, max_size=5),
    st.lists(st.lists(WORD, min_size=2, max_size=5), min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(KEYS), COLUMN.map(lambda name: (name,)), max_size=3),
    st.dictionaries(COLUMN, st.tuples(WORD), max_size=1),
    st.sampled_from(["", "wide", "long"]),
)
def test_any_table_under_any_mapping(
    columns: list[str], rows: list[list[str]], said: dict[str, tuple[str, ...]],
    chosen: dict[str, tuple[str, ...]], layout: str,
) -> None:  # fmt: skip
    """Columns of one name or another, in capital letters too, each named as any key."""
    words = [",".join(word for word in row if word.isprintable()) for row in rows]
    plan = Plan(target="share", columns=said, filter=chosen, layout=layout)
    imported("\n".join([",".join(columns), *words]).encode(), plan)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | WORD,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["PRD_SE", "PRD_DE", "DT", "UNIT_NM", "C1_NM", "row",
                                       "errMsg",
                                       "StatisticSearch", "TIME", "DATA_VALUE", "RESULT"]),
                      inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@FUZZ
@given(JSON)
def test_any_json(value: object) -> None:
    """Any answer of any service."""
    imported(json.dumps(value).encode())


@FUZZ
@given(st.lists(st.lists(st.none() | WORD.filter(lambda w: w.isprintable()) | st.floats(
    allow_nan=False, allow_infinity=False), max_size=5), max_size=6))  # fmt: skip
def test_any_sheet(rows: list[list[str | float | None]]) -> None:
    """Cells of every type in any order."""
    imported(xlsx(rows), sound=True)


SHEETS = (xlsx([["시점", "값"], [2023, 6.4]]), ods([["시점", "값"], [2023.0, 6.4]]),
          (Path(__file__).parent / "samples" / "table.xls").read_bytes())  # fmt: skip


@FUZZ
@given(st.sampled_from(SHEETS), st.data())
def test_any_broken_spreadsheet(sheet: bytes, data: st.DataObject) -> None:
    """A few bytes changed, or the end cut off."""
    found = bytearray(sheet)
    for _ in range(data.draw(st.integers(1, 6))):
        found[data.draw(st.integers(0, len(found) - 1))] = data.draw(st.integers(0, 255))
    imported(bytes(found[: data.draw(st.integers(1, len(found)))]))
    imported(bytes(found))


@FUZZ
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_xml_within_a_workbook(rows: str, tail: str) -> None:
    """The parts of a zip are as hostile as any file."""
    imported(
        xlsx(raw=sheet_xml([["시점", "값"]]).replace("</sheetData>", f"{rows}</sheetData>{tail}"))
    )


@FUZZ
@given(st.binary(max_size=300))
def test_any_mapping(data: bytes) -> None:
    """A mapping is as hostile as any file."""
    _, problems = read_plan("m.toml", data)
    assert all(problem.remedy for problem in problems)


def test_every_refusal_has_a_remedy() -> None:
    """What the trials above were told: never a word without what to do."""
    imported(b"")
    assert all(what and remedy for what, remedy in refusals)


# --- files that unfold -------------------------------------------------------------------------


def test_a_sheet_of_two_far_cells(take: Take) -> None:
    """A1 and XFD1048576: 17 billion cells, had anybody made room for them."""
    raw = sheet_xml([["시점", "값"]]).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    took = take(xlsx(raw=raw))
    assert took.code == 4
    assert "1,048,576 by 16,384 cells" in took.said


def test_a_zip_that_unfolds_without_end(take: Take) -> None:
    """300 MiB of blanks in 300 kB."""
    out = BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder,
        folder.open("xl/worksheets/s1.xml", "w") as part,
    ):
        for _ in range(300):
            part.write(b" " * (1 << 20))
    with bounded(10):
        took = take(out.getvalue())
    assert took.code == 4
    assert "unfolds to over 64 MiB; save the sheet alone" in took.said


def test_a_zip_that_lies_about_its_size(take: Take) -> None:
    """The header says ten bytes; what is there is counted."""
    data = xlsx([["시점", "값"], [2023, 6.4]])
    with zipfile.ZipFile(BytesIO(data)) as folder:
        size = folder.getinfo("xl/worksheets/s1.xml").file_size
    took = take(data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little")))
    assert took.code == 4
    assert "the file is a broken zip folder; open it in a spreadsheet program" in took.said


def test_what_a_zip_says_of_its_parts(take: Take) -> None:
    """That one is locked, or how well it was compressed."""

    def marked(flags: int) -> bytes:
        data = xlsx([["시점", "값"], [2023, 6.4]])
        at = data.rindex(b"PK\1\2") + 8
        return data[:at] + bytes([data[at] | flags]) + data[at + 1 :]

    assert take(marked(2)).facts == [("2023", 6.4)]
    assert "is locked by a password; save it without one" in take(marked(1)).said


def test_a_cell_of_a_time_and_a_sheet_without_cells(take: Take) -> None:
    table = xlsx([["시점", "값"], [2023, (0.5, shape("h:mm"))]], more={"빈": []})
    assert "'12:00:00' holds two numbers" in take(table).said
    assert "no column of periods" in take(table, "--sheet", "빈").said


def test_cells_that_are_merged_beside_a_table(take: Take) -> None:
    table = xlsx([[], [None, "시점", "값"], [None, 2023, 6.4]], merged=["A1:A3", "D2:D3", "B9:C9"])
    assert take(table).facts == [("2023", 6.4)]


def test_rows_repeated_without_end(take: Take) -> None:
    """An OpenDocument row may say that it stands a billion times."""
    page = ods([["시점", "값"], [2023.0, 6.4]], 'table:number-rows-repeated="1000000000"')
    took = take(page)
    assert took.code == 4
    assert "repeats" in took.said


def spent() -> float:
    """Seconds of the processor, of this process and of those that it has waited for."""
    return sum(os.times()[:4])


def cut_short(text: str) -> bytes:
    """An OpenDocument spreadsheet whose content ends where `text` begins."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(ods([["시점", "값"], [2023.0, 6.4]]))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.partition(text.encode())[0] if name == "content.xml" else data)
    return out.getvalue()


@pytest.fixture
def in_time() -> Iterator[None]:
    """What would go on for ever ends after half a minute, as a test that has failed."""

    def late(*_: object) -> None:
        raise TimeoutError("nothing has stopped it")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("in_time")
@pytest.mark.parametrize("text", ["</table:table>", "</table:table-row>", "<text:p>"])
def test_a_sheet_that_ends_too_early(take: Take, text: str) -> None:
    """python-calamine would look for its end for ever, deaf to Ctrl-C: found by a fuzzer."""
    took = take(cut_short(text))  # for ever, were it not for the bound
    assert took.code == 4
    assert "spreadsheet" in took.said


def test_a_sheet_that_takes_all_memory(take: Take) -> None:
    """A row of 2,000 cells, 2,000 times, in 800 bytes: 100 MB of cells, or a refusal."""
    data = cut_short("</table:table>")
    kind = 'office:value-type="float" office:value="1" table:number-columns-repeated="2000"'
    cell = f"<table:table-cell {kind}/>"
    row = f'<table:table-row table:number-rows-repeated="2000">{cell}</table:table-row>'
    with zipfile.ZipFile(BytesIO(data)) as folder:
        content = folder.read("content.xml").decode()
    ending = "</table:table></office:spreadsheet></office:body></office:document-content>"
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content + row + ending if name == "content.xml" else old.read(name))
    took = take(out.getvalue())
    assert took.code == 4
    assert "more time or memory" in took.said


@pytest.mark.parametrize("text", ["[" * 100_000, '[{"a":' * 50_000, '{"a":"' + "x" * 1_000_000])
def test_json_without_a_bottom(take: Take, text: str) -> None:
    """Nested or unfinished, it is refused."""
    took = take(text)
    assert took.code == 4
    deep = "the JSON is nested too deeply; save the answer of the service alone"
    assert (deep if text[-1] != "x" else "the file begins as JSON and is none") in took.said


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [("", "x", 0), ("TBL_NM", "\\ud800", 4), ("TBL_NM", "\\uD83D\\uDE00", 0),
     ("C1_NM", "\\uDFFF", 4)],
)  # fmt: skip
def test_odd_texts_in_json(take: Take, key: str, text: str, code: int) -> None:
    """A key without a name, and half a character: found by a fuzzer."""
    row = f'{{"{key}": "{text}", "PRD_SE": "A", "PRD_DE": "2023", "DT": "6.4", "UNIT_NM": "%"}}'
    took = take(f"[{row}]")
    assert took.code == code, took
    assert code == 0 or "the file begins as JSON and is none" in took.said


def test_a_million_columns(take: Take) -> None:
    """A row of only commas."""
    assert take("시점,값" + "," * 1_000_000 + "\n2023,6.4\n").code == 4


def test_a_figure_of_a_million_digits(take: Take) -> None:
    """Refused in no time, and shown short."""
    with bounded(5):
        took = take("시점,값\n2023," + "9" * 90_000 + "\n")
    assert (took.code, took.fates) == (4, ["refused"])
    assert len(took.said) < 1_000


def test_escape_sequences_stay_text(take: Take) -> None:
    """In a figure, a period, a header, a unit: shown as text, and never recorded."""
    took = take("시점,값,단위\n\x1b[31m2023,6.4,%\n2024,\x9b2J6.4,\x07%\n")
    assert (took.code, took.fates) == (4, ["refused", "refused"])
    assert "\x1b" not in took.said + took.ran.stdout
    assert "\x9b" not in took.said + took.ran.stdout


def test_control_characters_in_a_note_are_refused(take: Take) -> None:
    """By the rule of every file of the ledger; what a spreadsheet would run is only a text."""
    took = take("period,value,note\n2023,6.4,a\x1bb\n2024,7,=cmd|' /C calc'!A0\n")
    assert took.fates == ["refused", "new"]
    assert "U+001B" in took.said


def test_texts_are_recorded_in_normal_form(take: Take, project: Path) -> None:
    """Hangul in single letters, as macOS writes it, becomes syllables."""
    took = take("period,value,note\n2023,6.4,\u1112\u1161\u11ab\n", write=True)
    assert took.code == 0
    assert "한" in (project / took.answer["files"][0]).read_text("utf-8")


def test_ten_thousand_rows_take_seconds(take: Take) -> None:
    """Time grows with the rows and no faster."""
    rows = "".join(f"{y}-{m:02}-{d:02},6\n" for y in range(1990, 2024) for m in range(1, 13)
                   for d in range(1, 29))  # fmt: skip
    with bounded(20):
        assert take("시점,값\n" + rows).code == 0


def test_an_answer_that_breaks_off_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other process may be stopped, by its bounds or by the system, while it answers."""

    class Broken(io.FileIO):
        def write(self, data: Any) -> int:
            os.write(self.fileno(), data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
            return 0

    def opened(end: int, mode: str) -> io.FileIO:
        return Broken(end, mode) if mode == "wb" else io.FileIO(end, mode)

    monkeypatch.setattr("kpi.cli.recording.bounded_process.open", opened, raising=False)
    with pytest.raises(Wrong, match="more time or memory"):
        apart(lambda: "x" * 100, 1, 100)


def open_files() -> int:
    return len(os.listdir("/dev/fd"))


@pytest.mark.parametrize("lacking", ["pipe", "fork"])
def test_where_no_second_process_can_be_had_the_file_is_refused(
    take: Take, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    """No fault of kpi, nor of the file: 6, what to do, and nothing stays open."""

    def exhausted() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    data, before = xlsx([["시점", "값"], [2023, 6.4]]), open_files()
    monkeypatch.setattr(os, lacking, exhausted)
    took = take(data)
    assert took.code == exits.REFUSED
    assert "no second process can be had to read the file in: Resource temporarily" in took.said
    assert "see free memory and processes, then retry" in took.said
    assert open_files() == before


@pytest.mark.parametrize(
    ("ending", "raised", "said"),
    [
        (MemoryError(), Wrong, "more time or memory"),
        (SystemExit(3), RuntimeError, "SystemExit: 3"),
        (KeyError("x"), RuntimeError, "KeyError: 'x'"),
        (Wrong("it is none", "take another"), Wrong, "it is none"),
    ],
)
def test_however_a_call_ends_in_the_other_process_it_is_told_here(
    ending: BaseException, raised: type[Exception], said: str
) -> None:
    """Without a word on the terminal, and nothing stays open."""

    def call() -> None:
        raise ending

    before = open_files()
    with pytest.raises(raised, match=said):
        apart(call, 5, 100)
    assert open_files() == before


@pytest.mark.parametrize("told", [True, False])
def test_the_bounds_of_the_other_process(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    """In time, in memory beyond what it holds where that is told, no core file and no voice."""

    def call() -> tuple[int, ...]:
        os.write(2, b"a library panics")
        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        limits = (resource.RLIMIT_CPU, resource.RLIMIT_CORE, resource.RLIMIT_AS)
        return (*(resource.getrlimit(one)[0] for one in limits), held)

    def without_proc(name: str | int, mode: str) -> Any:
        if name == "/proc/self/statm":
            raise FileNotFoundError(2, "No such file or directory", name)
        return open(name, mode)

    if not told:
        monkeypatch.setattr("kpi.cli.recording.bounded_process.open", without_proc, raising=False)
    before, cores = resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (cores[1], cores[1]))
    try:
        seconds, core, most, held = apart(call, 7, 300)
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, cores)
    assert (seconds, core) == (7, 0)
    assert abs(most - held - 300_000_000) < 50_000_000 if told else most == before[0]
    assert capfd.readouterr().err == ""


def test_who_stops_waiting_stops_the_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while a file is read: nothing runs on behind the prompt, and nobody waits for it."""
    ended: list[int] = []
    wait = os.waitpid

    def waited(child: int, options: int) -> tuple[int, int]:
        child, status = wait(child, options)
        ended.append(status)
        return child, status

    def interrupted(name: str | int, mode: str) -> Any:
        if isinstance(name, str):  # the other process asks what it holds, and goes on
            return open(name, mode)
        os.close(name)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "waitpid", waited)
    monkeypatch.setattr("kpi.cli.recording.bounded_process.open", interrupted, raising=False)
    with pytest.raises(KeyboardInterrupt):
        apart(lambda: time.sleep(300), 9, 100)
    assert [os.WTERMSIG(status) for status in ended] == [signal.SIGKILL]
