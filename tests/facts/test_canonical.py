"""The fast reader gives what the long way gives, or nothing at all."""

from __future__ import annotations

import datetime as dt
import random
import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.facts.intake.batches import batches
from kpi.facts.observations import (
    file_name,
    read_at_length,
    read_folder,
    read_observations,
    to_toml,
)
from kpi.facts.own_form import canonical
from kpi.facts.periods import Period
from kpi.facts.records import AHEAD, BOUNDS, STATUSES, Observation, Target
from kpi.facts.syntax.forbidden import FORBIDDEN
from kpi.facts.targets import read_targets

TARGETS: dict[str, Target | None] = {
    one.id: one
    for one in read_targets(
        b"""
[[target]]
id = "share"
title = "A share"
unit = "%"
direction = "up"
ceiling = 100
judged_series = "survey"
goal = { value = 30, by = 2030 }
[[target.series]]
id = "survey"
[[target]]
id = "done"
title = "A milestone"
kind = "milestone"
goal = { value = true, by = 2030 }
"""
    ).targets
}
REAL = Path(__file__).parents[2]

#: Texts with what the form must survive: quotes, backslashes, lines, Korean, typographic signs.
TEXTS = st.text(
    st.sampled_from("anZ09 .\"\\\n\t,%–…’[]=#'통계청é\u3000\u00a0") | st.characters(codec="utf-8"),
    max_size=12,
)
PERIODS = st.sampled_from(
    ["2023", "2024", "2024-S1", "2023-Q3", "2024-02", "2024-W05", "2024-02-29", "2023-12-31"]
).map(Period.parse)
NUMBERS = st.decimals(-1000, 100, allow_nan=False, places=2) | st.integers(-9, 99).map(Decimal)
DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2026, 12, 31))


@st.composite
def facts(draw: st.DrawFn) -> Observation:
    """An observation that may be recorded, or nearly so."""
    halves = draw(st.booleans())
    return Observation(
        draw(st.sampled_from(["share", "share", "share", "done", "else"])),
        draw(st.sampled_from(["survey", "main", "other"])),
        draw(PERIODS),
        draw(NUMBERS | st.booleans()),
        draw(DAYS),
        "",
        draw(st.sampled_from([1, 1, 1, 2, 12])),
        draw(st.sampled_from(STATUSES)),
        draw(st.sampled_from(BOUNDS)),
        *(draw(TEXTS) for _ in range(2)),
        draw(st.sampled_from(["", "https://example.org/a?b=1&c=%20"])),
        *(draw(TEXTS) for _ in range(2)),
        draw(st.none() | DAYS),
        draw(st.none() | st.just(Decimal("0.5"))),
        Decimal(3) if halves else None,
        Decimal(draw(st.integers(0, 7))) if halves else None,
    )


def agrees(name: str, data: bytes) -> bool:
    """Whether the fast reader read a file; it must then have read it as the long way does."""
    folder, _, file = name.rpartition("/")
    quick = canonical.read(folder, [file], [data], TARGETS)
    figures = canonical.figures(folder, [file], [data], TARGETS)
    found, problems = read_at_length(name, data, TARGETS)
    if quick is None or figures is None:
        assert quick is figures, data
        return False
    assert quick == found, data
    assert [repr(one) for one in quick] == [repr(one) for one in found], data  # 1.10 is not 1.1
    assert not problems, data
    for figure, one in zip(figures, found, strict=True):
        assert all(getattr(one, key) == part for key, part in figure._asdict().items())
        assert figure.vintage == one.vintage
    return True


@given(facts())
def test_a_file_that_we_write_is_read_alike(fact: Observation) -> None:
    """Whatever stands in the texts, and whether or not the fact is sound."""
    agrees(file_name(fact), to_toml(fact))


@given(st.lists(facts(), min_size=1, max_size=4))
def test_a_batch_that_we_write_is_read_alike(found: list[Observation]) -> None:
    """In the folder of a series, of a target, or of all."""
    for name, part in batches(found, "import").items():
        agrees(name, part.data)


FACT = Observation(
    "share", "survey", Period.parse("2023"), Decimal("6.40"), dt.date(2025, 6, 8), "", 1, "final",
    "=", "A", 'Business Daily, "KCCI"', "https://example.org/x", "통계 6.4%", "a\\b",
    dt.date(2026, 11, 22), None, Decimal(153), Decimal(500),
)  # fmt: skip


#: What the long way alone reads: a text of several lines.
OF_LINES = b'value = 6.4\nnote = """two\nlines"""\n'


def test_what_we_write_is_in_our_form() -> None:
    """Or else the fast reader would be no use."""
    variants = [
        FACT,
        replace(FACT, series="main", period=Period.parse("2024-Q3"), status="provisional"),
        replace(FACT, period=Period.parse("2024-06-30"), bound=">=", standard_error=Decimal("0.2")),
        replace(FACT, revision=2),
        replace(FACT, target="done", series="main", value=True, numerator=None, denominator=None),
        replace(FACT, note='one\n\ttwo: "a\\n"\n'),
    ]
    for fact in variants:
        assert agrees(file_name(fact), to_toml(fact)), fact
    for name, part in batches([FACT, variants[1], variants[4]], "kosis").items():
        assert agrees(name, part.data)


def test_the_smallest_observation_is_in_our_form() -> None:
    """One line, by hand."""
    assert agrees("observations/share/survey/2023_2025-06-08.toml", b"value = 6.4\n")


def test_every_record_of_the_real_project_is_read_alike() -> None:
    """All of them by the fast reader."""
    known: dict[str, Target | None] = {
        one.id: one for one in read_targets((REAL / "targets.toml").read_bytes()).targets
    }
    for path in sorted((REAL / "observations").rglob("*.toml")):
        name, data = path.relative_to(REAL).as_posix(), path.read_bytes()
        folder, _, file = name.rpartition("/")
        quick = canonical.read(folder, [file], [data], known)
        assert quick is not None, name
        assert (quick, []) == read_at_length(name, data, known)


PIECES = [
    b"", b'"', b"'", b"\\", b"\\n", b"\n", b"\r\n", b"#", b"=", b" ", b"\t", b"\0", b".", b"-",
    b"_", b"+", b"e5", b"0", b"00", b"9" * 19, b"-0", b"-0.0", b"inf", b"true", b"2023-02-29",
    b"2024-W53", b"T00:00", b"\xc2\x85", b"\xe2\x80\xae", b"\xe3\x80\x80", b"e\xcc\x81", b"\xff",
    b"[", b"]", b"." * 301, b"x" * 21_000, b'\nvalue = 1', b'""', b'" "', b"note", b"\xef\xbb\xbf",
    b"\n[[observation]]\n", b"final", b"planned", b"101", b"http://", b"<",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_a_file_with_a_slip_is_read_alike_or_left_to_the_long_way(seed: int) -> None:
    """One to three slips: something put in, taken out or replaced, in content or name."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice
    single = [(file_name(FACT), to_toml(FACT)), (file_name(FACT), b"value = 6.4\n")]
    whole = [*single, *((name, part.data) for name, part in batches([FACT, FACT], "x").items())]
    accepted = 0
    for _ in range(1_500):
        name, data = chance.choice(whole)
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            at, piece = chance.randrange(len(data) + 1), chance.choice(PIECES)
            gone = chance.choice((0, 0, 1, 1, 2, 20))
            data = data[:at] + piece + data[at + gone :]
        if chance.random() < 0.1:
            at = chance.randrange(13, len(name))
            name = name[:at] + chance.choice("0129-_rx/") + name[at + chance.randrange(2) :]
        accepted += agrees(name, data)
    assert accepted > 20  # some slips are harmless; if none were, nothing was compared


def test_the_order_of_files_does_not_matter_and_one_bad_file_spoils_no_other() -> None:
    """A folder is read at once; whatever is odd in it is read by itself."""
    later = replace(FACT, published=dt.date(2026, 6, 8), period=Period.parse("2024"))
    names = [file_name(one).rpartition("/")[2] for one in (FACT, later)]
    contents = list(map(to_toml, (FACT, later)))
    found = canonical.read("observations/share/survey", names, contents, TARGETS)
    assert found is not None
    assert [(one.period.text, one.file) for one in found] == [
        ("2023", file_name(FACT)), ("2024", file_name(later)),
    ]  # fmt: skip
    odd = [to_toml(FACT), OF_LINES]
    assert canonical.read("observations/share/survey", names, odd, TARGETS) is None
    assert read_observations(file_name(later), OF_LINES, TARGETS)[1] == []


def test_a_forecast_may_be_published_before_its_period_is_over() -> None:
    """And no other figure."""
    early = replace(FACT, published=dt.date(2023, 6, 1))
    for status in STATUSES:
        fact = replace(early, status=status)
        assert agrees(file_name(fact), to_toml(fact)) == (status in AHEAD)


def test_a_mebibyte_of_decimals_is_read_alike() -> None:
    """The most full stops that our own form can hold are not too many for the long way."""
    row = (
        "\n[[observation]]\nperiod = 2023\nvalue = 1.5\nstandard_error = 1.5\nnumerator = 1.5\n"
        "denominator = 1.5\n"
    )
    data = (row * (2**20 // len(row))).encode()[1:]
    name = "observations/share/batch_2025-06-08_all.toml"
    assert canonical.read("observations/share", [name.split("/")[-1]], [data], TARGETS)
    assert read_at_length(name, data, TARGETS) == read_observations(name, data, TARGETS)


@pytest.mark.parametrize("dots", [299, 301, 8_000])
def test_full_stops_of_a_text_are_no_keys(dots: int) -> None:
    """However many there are; of a key, 300 are too many."""
    rows = [
        f'[[observation]]\nperiod = {2022 + index}\nvalue = 1\nnote = "a{"." * dots}"\n'
        for index in range(2)
    ]
    assert agrees("observations/share/batch_2025-06-08_all.toml", "\n".join(rows).encode())


def test_a_heading_without_a_row_is_not_passed_over() -> None:
    """Two headings that share a line's end, of which only the second has a row."""
    ((name, part),) = batches([FACT, replace(FACT, period=Period.parse("2022"))], "x").items()
    assert agrees(name, part.data)
    assert not agrees(name, part.data.replace(b"\n\n[[", b"\n\n[[observation]]\n[["))


def test_a_row_names_the_series_of_its_folder_or_none() -> None:
    """In a folder of a series; in that of the target it may be any that there is."""
    row = b'[[observation]]\nseries = "%s"\nperiod = 2023\nvalue = 6.4\n'
    for folder, series, reads in (
        ("share", b"survey", True), ("share", b"other", False), ("share/survey", b"survey", None),
        ("share/survey", b"main", False),
    ):  # fmt: skip
        name = f"observations/{folder}/batch_2025-06-08_all.toml"
        found = agrees(name, row % series)
        assert reads is None or found is reads, (folder, series)


def test_figures_of_a_milestone_are_no_answers() -> None:
    """One number among them sends the whole batch the long way, which tells its fault."""
    rows = "".join(
        f"[[observation]]\nperiod = {2021 + index}\nvalue = {value}\n\n"
        for index, value in enumerate(("true", "1", "false"))
    )
    name = "observations/done/batch_2025-06-08_all.toml"
    assert agrees(name, rows.replace("= 1\n", "= false\n").strip().encode() + b"\n")
    assert not agrees(name, rows.strip().encode() + b"\n")


def test_what_was_recorded_before_its_publication_goes_the_long_way() -> None:
    for day, fine in (("2025-06-08", True), ("2025-06-07", False)):
        fact = replace(FACT, recorded=dt.date.fromisoformat(day))
        assert agrees(file_name(fact), to_toml(fact)) is fine
        row = f"[[observation]]\nperiod = 2023\nvalue = 6.4\nrecorded = {day}\n".encode()
        assert agrees("observations/share/survey/batch_2025-06-08_all.toml", row) is fine


def test_a_day_of_recording_that_is_not_in_the_calendar_goes_the_long_way() -> None:
    row = b"[[observation]]\nperiod = 2023\nvalue = 6.4\nrecorded = 2025-06-31\n"
    assert not agrees("observations/share/survey/batch_2025-06-08_all.toml", row)


def test_a_row_of_another_target_than_its_folder_goes_the_long_way() -> None:
    row = b'[[observation]]\ntarget = "done"\nperiod = 2023\nvalue = true\n'
    assert agrees("observations/batch_2025-06-08_all.toml", row)
    assert not agrees("observations/share/batch_2025-06-08_all.toml", row)


@pytest.mark.parametrize(
    "odd", [None, OF_LINES, b"value = oops\n", b'value = 6.4\nnote = "e\xcc\x81"\n']
)
def test_the_files_of_a_folder_are_read_at_once_as_one_by_one(odd: bytes | None) -> None:
    """In the order of the files, with the problems of each; figures alone are the same figures."""
    folder = "observations/share/survey"
    facts = [
        replace(FACT, period=Period.parse(f"{year}"), note="이유") for year in range(1985, 2024)
    ]
    files = [(file_name(one).rpartition("/")[2], to_toml(one)) for one in facts]
    files[4] = (files[4][0], odd or files[4][1])
    each = [read_observations(f"{folder}/{name}", data, TARGETS) for name, data in files]
    found, problems = read_folder(folder, files, TARGETS)
    assert found == [one for some, _ in each for one in some]
    assert problems == [one for _, some in each for one in some]
    figures = canonical.figures(
        folder, [name for name, _ in files], [data for _, data in files], TARGETS
    )
    assert (figures is None) == (odd is not None)
    if figures is not None:
        assert [one.period.text for one in figures] == [one.period.text for one in facts]
        assert [one._asdict() for one in figures] == [
            {key: getattr(one, key) for key in figures[0]._fields} for one in found
        ]


def test_signs_that_are_never_looked_at_twice_are_in_form_c() -> None:
    """By themselves, and beside any other: none of them is joined to what stands before it."""
    every = list(map(chr, range(0xD800))) + list(map(chr, range(0xE000, 0x110000)))
    plain = {one for one in every if canonical._is_plain(one)}
    joined = {
        chr(int(parts[-1], 16))
        for one in every
        if len(parts := unicodedata.decomposition(one).split()) == 2 and parts[0][0] != "<"
    }
    assert len(plain) > 11_000
    assert plain.isdisjoint(joined)
    assert all(unicodedata.is_normalized("NFC", one) for one in plain)
    assert not any(map(unicodedata.combining, plain))
    assert plain.isdisjoint(canonical._HIDDEN)
    forbidden = re.compile(FORBIDDEN)
    assert {one for one in every[0x80:] if forbidden.match(one)} == canonical._HIDDEN
