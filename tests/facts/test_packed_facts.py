"""Facts that wait to be judged are those that were read, packed or not."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from operator import attrgetter

import pytest

from kpi.facts.observations import read_at_length
from kpi.facts.own_form import canonical
from kpi.facts.own_form.figures import Figure
from kpi.facts.packed_facts import Shelves, Unsound, check, figures
from kpi.facts.periods import Period
from tests.facts.test_canonical import TARGETS

FOLDER, NAME = "observations", "batch_2025-06-30_kosis.toml"
#: As our own writer has it, as a person might (the order of the keys, a comment), and with a text
#: that only the long way knows.
OWN = b"""\
[[observation]]
target = "share"
series = "survey"
period = 2023
value = 6.40
status = "provisional"
bound = ">="
standard_error = 0.25

[[observation]]
target = "share"
period = "2024-Q3"
value = -7

[[observation]]
target = "done"
period = "2024-06"
value = false

[[observation]]
target = "done"
period = 2022
value = true
"""
OTHER = b"# by hand\n" + OWN.replace(
    b'period = "2024-Q3"\nvalue = -7', b'value=-7\nperiod="2024-Q3"'
)
ODD = OTHER + b'note = """of\ntwo lines"""\n'
DAY = dt.date(2025, 6, 30)


def figure(period: str, value: Decimal | bool, series: str = "main", **more: object) -> Figure:
    said = {"status": "final", "bound": "=", "standard_error": None} | more
    said |= {"number": float(value)}
    return Figure(series, Period.parse(period), value, DAY, 1, **said)  # type: ignore[arg-type]


SHARE = [
    figure("2023", Decimal("6.40"), "survey", status="provisional", bound=">=",
           standard_error=Decimal("0.25")),
    figure("2024-Q3", Decimal(-7)),
]  # fmt: skip
DONE = [figure("2024-06", False), figure("2022", True)]


def taken(shelves: Shelves, id_: str) -> list[Figure]:
    return shelves.take(id_, TARGETS.get(id_))


@pytest.mark.parametrize(("data", "own"), [(OWN, True), (OTHER, True), (ODD, False)])
def test_what_was_put_on_a_shelf_is_taken_from_it(data: bytes, own: bool) -> None:
    """Every attribute that judging reads, of each fact of a target, in the order of the file."""
    assert (canonical.read(FOLDER, [NAME], [data], TARGETS) is not None) is own
    shelves = Shelves()
    shelves.read(FOLDER, NAME, data, TARGETS)
    assert (taken(shelves, "share"), taken(shelves, "done")) == (SHARE, DONE)
    assert taken(shelves, "nothing") == []
    assert figures(FOLDER, [NAME], [data], TARGETS) == [*SHARE, *DONE]


@pytest.mark.parametrize("data", [OWN, OTHER, ODD])
def test_what_another_process_has_packed(data: bytes) -> None:
    """It stands behind what is there already in the series; nothing is nothing."""
    here, there = Shelves(), Shelves()
    assert here.packed() == b""
    here.add(b"")
    here.read(FOLDER, NAME, data, TARGETS)
    there.read(FOLDER, NAME.replace("2025", "2026"), data, TARGETS)
    here.add(there.packed())
    later = {one: one._replace(published=dt.date(2026, 6, 30)) for one in (*SHARE, *DONE)}
    assert (taken(here, "share"), taken(here, "done")) == (
        [SHARE[0], later[SHARE[0]], SHARE[1], later[SHARE[1]]],
        [*DONE, *map(later.get, DONE)],
    )
    assert taken(there, "share") == list(map(later.get, SHARE))


@pytest.mark.parametrize("name", [NAME, "batch_2025-06-30_other.toml"])
def test_what_is_on_a_shelf_twice_is_not_taken(name: str) -> None:
    """Neither by one process nor from two: nobody asks again."""
    here, there = Shelves(), Shelves()
    here.read(FOLDER, NAME, OWN, TARGETS)
    there.read(FOLDER, name, ODD, TARGETS)
    here.add(there.packed())
    for id_ in ("share", "done"):
        with pytest.raises(Unsound):
            taken(here, id_)


def test_what_is_packed_is_small() -> None:
    """A tab between two parts; what most facts have is not written."""
    shelves = Shelves()
    data = OWN.replace(b"value = true\n", b'value = true\nstatus = "final"\n')
    assert data != OWN
    shelves.read(FOLDER, NAME, data, TARGETS)
    assert shelves.packed() == (
        b"share\tsurvey\n2023\t2025-06-30\t6.40\tprovisional\t>=\t0.25\0"
        b"share\tmain\n2024-Q3\t2025-06-30\t-7\t\t\t\0"
        b"done\tmain\n2024-06\t2025-06-30\tfalse\t\t\t\t2022\t2025-06-30\ttrue\t\t\t"
    )


def test_files_in_our_form_and_not() -> None:
    """One that is not in our form is read at length, the others are not lost."""
    names, contents = (
        ["2023_2025-06-30.toml", "2024_2025-06-30.toml"],
        [b"value = 6.4\n", b"value=6.5"],
    )
    found = figures(f"{FOLDER}/share", names, contents, TARGETS)
    assert [(one.period.text, one.value) for one in found] == [
        ("2023", Decimal("6.4")), ("2024", Decimal("6.5")),
    ]  # fmt: skip
    for name, data in [("2025_2026-06-30.toml", b"value = x"), ("２025_2026-06-30.toml", b"")]:
        with pytest.raises(Unsound):
            figures(f"{FOLDER}/share", [*names, name], [*contents, data], TARGETS)


def test_batches_among_single_facts() -> None:
    """Nothing of a folder is lost; those that stand alone come first."""
    row = b"[[observation]]\nperiod = %d\nvalue = %d\n"
    files = {
        "batch_2025-06-08_a.toml": row % (2021, 1) + b"\n" + row % (2022, 2),
        "2023_2025-06-30.toml": b"value = 3\n",
        "batch_2025-06-08_b.toml": row % (2024, 4),
    }
    found = figures(f"{FOLDER}/share", list(files), list(files.values()), TARGETS)
    assert [(one.period.text, one.value) for one in found] == [
        ("2023", 3), ("2021", 1), ("2022", 2), ("2024", 4),
    ]  # fmt: skip


def test_facts_that_are_there_twice_or_correct_none() -> None:
    """A second record needs the first of the same fact, a third the second."""
    first = figure("2023", Decimal(6))
    second, third = first._replace(revision=2), first._replace(revision=3)
    other = figure("2024", Decimal(6))
    check([])
    check([first, other])
    check([first, second, third, other])
    for wrong in ([first, first], [second], [other, second], [first, third], [second, third],
                  [first, second._replace(series="survey")]):  # fmt: skip
        with pytest.raises(Unsound):
            check(wrong)


@pytest.mark.parametrize(
    "folder", ["share/main", "share/survey/deep", "share/main/deep", "nothing"]
)
def test_folders_that_must_not_be(folder: str) -> None:
    """In our form or not, no fact stands there."""
    for data in (b"value = 6.4\n", b"value=6.4"):
        with pytest.raises(Unsound):
            figures(f"{FOLDER}/{folder}", ["2023_2025-06-30.toml"], [data], TARGETS)


@pytest.mark.parametrize("seed", range(4))
def test_a_batch_with_a_slip_is_shelved_as_it_is_read_or_refused(seed: int) -> None:
    """What the fast reader leaves open is asked when a fact is taken."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice
    sound = 0
    for _ in range(500):
        data = slipped(chance.choice((OWN, OTHER)), chance)
        found, problems = read_at_length(f"{FOLDER}/{NAME}", data, TARGETS)
        shelves = Shelves()
        try:
            shelves.read(FOLDER, NAME, data, TARGETS)
            got = [one for id_ in TARGETS for one in taken(shelves, id_)]
        except Unsound:
            assert problems, data
            continue
        assert not problems, data
        key = attrgetter("series", "period", "value", "published", "status", "bound")
        assert sorted(map(key, got)) == sorted(map(key, found)), data
        sound += 1
    assert sound > 12


def slipped(data: bytes, chance: random.Random) -> bytes:
    """A file with one or two slips: something put in, taken out or replaced."""
    for _ in range(chance.choice((1, 1, 1, 2))):
        at, piece = chance.randrange(len(data) + 1), chance.choice(SLIPS)
        if chance.random() < 0.4:
            at = data.rfind(b"\n", 0, at) + 1
        data = data[:at] + piece + data[at + chance.choice((0, 0, 1, 2, 20)) :]
    return data


SLIPS = [
    b"", b"\n", b'"', b"#", b"[", b"[[", b"0", b"-", b"9", b"true", b"2023-02-30", b"2024-W60",
    b"2031", b"101", b'target = "share"\n', b'target = "done"\n', b'series = "survey"\n',
    b'series = "main"\n', b'status = "planned"\n', b'published = 2025-06-30\n', b'note = "x"\n',
    b'published = 2025-07-01\n', b'recorded = 2020-01-01\n', b'recorded = 2026-01-01\n',
    b"\n[[observation]]\n", "# 통계\n".encode(), b'note = "e\xcc\x81"\n', b"\xff",
]  # fmt: skip


@pytest.mark.parametrize("period", ['"2025-W54"', "2026", '"2025-02-30"'])
def test_a_period_that_is_none_or_was_not_over_is_unsound(period: str) -> None:
    """It is told from where the file is read at length."""
    data = OWN.replace(b"2023", period.encode(), 1).replace(b'status = "provisional"\n', b"")
    shelves = Shelves()
    shelves.read(FOLDER, NAME, data, TARGETS)
    with pytest.raises(Unsound):
        taken(shelves, "share")
