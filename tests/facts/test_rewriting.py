"""What people and other programs write in another way is read as fast, and as the long way does."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.facts.intake.batches import batches
from kpi.facts.observations import file_name, read_at_length, to_toml
from kpi.facts.own_form import canonical, rewriting
from kpi.facts.periods import Period
from kpi.facts.records import Observation
from tests.facts.test_canonical import FACT, TARGETS, agrees, facts

NAME = "observations/share/survey/2023_2025-06-08.toml"
BATCH = "observations/share/batch_2025-06-08_other.toml"


@pytest.mark.parametrize(
    "data",
    [
        b"value = 6.4",
        b"value=6.4\n",
        b"value = 6.4\r\nsource = \"NSO\"\r\n",
        b"\xef\xbb\xbfvalue = 6.4\n",
        b"\n\nvalue = 6.4\n\n",
        b"# read by hand\nvalue = 6.4\n",
        b"value = 6.4  # per cent, see page 3\n",
        b"value = 6.4#\n",
        b"\tvalue\t=\t6.4\t\n",
        b"value     = 6.4\npublished = 2025-06-08\nperiod    = 2023\n",
        b'source = "NSO, 6.4 = 6.4"\nperiod = 2023\nvalue = 6.4\n',
        b'source = "NSO" # "quoted" once\nvalue = 6.4\n',
        b'source = "NSO #1"\nvalue = 6.4\n',
        b'source = "NSO #1" # and #2\nvalue = 6.4\n',
        b"source = 'NSO'\nvalue = 6.4\n",
        b"source = 'KDI2'\nvalue = 6.4\n",  # as long as a year
        b"source = 'NSO #1' # and #2\nvalue = 6.4\n",
        b"source = \"NSO's\"\nvalue = 6.4\n",
        b'period = "2023"\nvalue = 6.4\n',
        b"period = '2023'\nvalue = 6.4\n",
        b'note = "a \\" b"\nvalue = 6.4\n',
        b'note = "a\\n\tb"\nvalue = 6.4\n',
        "# 통계청\nsource = '통계청'\nvalue = 6.4\n".encode(),
        b"value = 6.41234567890123456789\n",
        b"value = 0.00012345678901234567\n",
        b"value = 6.4\ndenominator = 123456789012345678.123456789012\nnumerator = 9\n",
        b"value = 6.4\nnumerator = 1\ndenominator = 3\nstandard_error = 0.1\n",
    ],
)  # fmt: skip
def test_what_is_written_otherwise_is_read_at_once(data: bytes) -> None:
    """Of each, the long way says the same."""
    assert agrees(NAME, data)


@pytest.mark.parametrize(
    "data",
    [
        b"value = 6.4 6.5\n",
        b"value = 6.4\nvalue = 6.4\n",
        b"value = 6.4\nunit = '%'\n",
        b"value = 6.4 # bell \x07\n",
        b"value = 6.4 # delete \x7f\n",
        b"value = 6.4 # half a sign \xed\xa0\x80\n",
        b"value = 6.4\r# a lone carriage return\n",
        b"# none\n",
        b"value\n= 6.4\n",
        b"value = '6.4'\n",
        b'published = "2025-06-08"\nvalue = 6.4\n',
        b'period = "202"\nvalue = 6.4\n',
        b'period = "12.5"\nvalue = 6.4\n',
        b'period = "2022"\nvalue = 6.4\n',
        b"source = 'say \"so\"'\nvalue = 6.4\n",
        b"source = 'back\\slash'\nvalue = 6.4\n",
        b"source = '''NSO'''\nvalue = 6.4\n",
        b'source = """NSO"""\nvalue = 6.4\n',
        b'source = """\nvalue = 6.4\n"""\nvalue = 6.5\n',
        b"source = '''\nvalue = 6.4\n'''\n",
        b'source = """# a\nvalue = 6.4 # b"""\n',
        b'source = "a\\tb"\nvalue = 6.4\n',
        b'source = "a\\\\" # b"\nvalue = 6.4\n',
        b"source = 'a' 'b'\nvalue = 6.4\n",
        b'source = ""\nvalue = 6.4\n',
        b"[[observation]]\nvalue = 6.4\n",
        b"value = 6.4\n[[observation]]\nvalue = 6.4\n",
        b'"value" = 6.4\n',
        b"value.x = 6.4\n",
        b"value = 1234567890123456789\n",
        b"value = 6.41234567890123456789012345678901\n",
        b"value = [\n6.4 # a list\n]\n",
    ],
)  # fmt: skip
def test_what_is_odd_or_wrong_goes_the_long_way(data: bytes) -> None:
    """Which knows what it means, or has the words for its fault."""
    assert not agrees(NAME, data)


@pytest.mark.parametrize(
    ("data", "reads"),
    [
        (b"[[observation]]\nperiod = 2023\nvalue = 6.4", True),
        (b'[[observation]]\nseries = "survey"\ntarget = "share"\nperiod = 2023\nvalue = 6.4', True),
        (b"# all\n\n[[observation]]\nvalue = 6.4\nperiod = 2023\n", True),
        (b"[[observation]]\nvalue = 6.4\nperiod = 2023\n[[observation]]\nperiod = 2022\n", False),
        (b"[[observation]]\nvalue=6\nperiod=2023\n  [[observation]]\nvalue=5\nperiod=2022\n", True),
        (b"[[observation]]\n[[observation]]\nvalue = 5\nperiod = 2022\n", False),
        (b"value = 5\n[[observation]]\nvalue = 5\nperiod = 2022\n", False),
        (b"[[observation]] # one\nvalue = 5\nperiod = 2022\n", False),
        (b"[observation]\nvalue = 5\nperiod = 2022\n", False),
        (b"# none\n", False),
        (b"", False),
    ],
)
def test_rows_of_a_batch_that_are_written_otherwise(data: bytes, reads: bool) -> None:
    assert agrees(BATCH, data) is reads


def _otherwise(data: bytes, chance: random.Random) -> bytes:
    """The same keys and values as another hand may write them, and now and then a slip."""
    parts = data.split(b"[[observation]]\n")
    written = []
    for part in parts:
        lines = [line for line in part.split(b"\n") if line]
        if chance.random() < 0.7:
            chance.shuffle(lines)
        written.append(b"".join(_line(line, chance) for line in lines))
    end = chance.choice((b"\n", b"\n", b"\r\n"))
    heading = chance.choice((b"[[observation]]", b"\n[[observation]]", b"# row\n[[observation]]"))
    text = (heading + b"\n").join(written).replace(b"\n", end)
    return chance.choice((b"", b"", b"\xef\xbb\xbf")) + text


def _line(line: bytes, chance: random.Random) -> bytes:
    key, _, value = line.partition(b" = ")
    if value.startswith(b'"') and chance.random() < 0.3:
        value = b"'" + value[1:-1] + b"'"
    if key == b"period" and value[:1].isdigit() and chance.random() < 0.5:
        value = b'"' + value + b'"'
    equals = chance.choice((b" = ", b"=", b"  =  ", b" =\t"))
    behind = chance.choice((b"", b"", b"", b" ", b" # why", "  # 이유".encode(), b' #"'))
    above = chance.choice((b"", b"", b"", b"\n", b"# value = 1\n", b" \n"))
    return above + key + equals + value + behind + b"\n"


@given(st.lists(facts(), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_another_hand_is_read_alike(found: list[Observation], chance: random.Random) -> None:
    """Single facts and batches, whatever their texts hold."""
    for fact in found:
        agrees(file_name(fact), _otherwise(to_toml(fact), chance))
    for name, part in batches(found, "import").items():
        agrees(name, _otherwise(part.data, chance))


def test_another_hand_is_nearly_always_read_at_once() -> None:
    """What has no odd text: else the trials above would have compared nothing."""
    chance = random.Random(1)  # noqa: S311 - a seeded choice
    plain = replace(FACT, source="Business Daily", note="a note")
    done = [agrees(NAME, _otherwise(to_toml(plain), chance)) for _ in range(400)]
    assert sum(done) > 200
    for name, part in batches([plain, replace(plain, period=Period.parse("2022"))], "x").items():
        done = [agrees(name, _otherwise(part.data, chance)) for _ in range(400)]
        assert sum(done) > 100


def test_one_odd_file_keeps_no_other_from_being_read_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a folder of a hundred files the long way sees one."""
    from kpi.facts import packed_facts

    years = [replace(FACT, period=Period.parse(str(year)), published=dt.date(2025, 6, 8),
                     value=Decimal(year - 1900)) for year in range(1911, 1999)]  # fmt: skip
    names = [file_name(one).rpartition("/")[2] for one in years]
    contents = list(map(to_toml, years))
    contents[33] += b"# by hand\n"
    contents[50] = b'value = 50.0\nnote = """of\nlines"""\n'
    long = []

    def at_length(name: str, *rest: object) -> object:
        long.append(name)
        return read_at_length(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(packed_facts, "read_at_length", at_length)
    found = packed_facts.figures("observations/share/survey", names, contents, TARGETS)
    assert long == [f"observations/share/survey/{names[50]}"]
    assert [one.period.text for one in found] == [one.period.text for one in years]
    assert canonical.figures("observations/share/survey", names, contents, TARGETS) is None


def test_a_batch_of_more_full_stops_than_the_long_way_allows_is_not_read() -> None:
    """It would refuse the file, and so would `kpi check`."""
    keys = ("value", "standard_error", "numerator", "denominator")
    row = "".join(["[[observation]]\nperiod=2023\n", *(f"{key}=1.5\n" for key in keys)]).encode()
    assert not agrees(BATCH, row * (2**20 // len(row)))


def test_only_what_is_not_in_our_form_is_rewritten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Corrections and quarters are told from what was matched, as years are."""
    asked = []
    rewritten = rewriting.files

    def files(contents: Sequence[bytes], own: Sequence[bool]) -> list[bytes] | None:
        asked.append(list(own))
        return rewritten(contents, own)

    monkeypatch.setattr(rewriting, "files", files)
    others = [replace(FACT, period=Period.parse(one)) for one in ("2024-Q3", "2024-06-30")]
    some = [FACT, replace(FACT, revision=2), replace(FACT, revision=12), *others]
    names = [file_name(one).rpartition("/")[2] for one in some]
    contents = list(map(to_toml, some))
    for odd in range(len(some)):
        asked.clear()
        files_ = [*contents[:odd], b"# by hand\n" + contents[odd], *contents[odd + 1 :]]
        assert canonical.read("observations/share/survey", names, files_, TARGETS) is not None
        assert asked == [[at != odd for at in range(len(some))]]
