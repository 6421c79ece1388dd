"""How many problems of a file are told, and what stands for the others."""

from __future__ import annotations

import pytest

from kpi.facts.findings import Findings
from kpi.facts.keys.misspelt import meant
from kpi.facts.observations import read_at_length
from kpi.facts.problems import MOST, MOST_OF_A_KIND
from kpi.facts.records import KeyPath


def told(*added: tuple[KeyPath, str]) -> list[tuple[str, int]]:
    """Each problem and how many more of its kind there are."""
    findings = Findings("t.toml", lambda paths: dict.fromkeys(paths, (3, 5)))
    for path, what in added:
        findings.add(path, what, "mend it")
    return [(str(problem), problem.more) for problem in findings.told()]


@pytest.mark.parametrize(("many", "more"), [(1, 0), (1_000, 0), (1_001, 1), (1_500, 500)])
def test_the_thousandth_of_a_kind_stands_for_the_rest(many: int, more: int) -> None:
    """Figures and quoted texts make no kind of their own."""
    found = told(*(((f"k{n}",), f'"a{n}" is not {n}') for n in range(many)))
    assert len(found) == min(many, MOST_OF_A_KIND)
    assert [count for _, count in found[:-1]] == [0] * (len(found) - 1)
    last = min(many, MOST_OF_A_KIND) - 1
    rest = f" (and {more} more of this kind in this file)" if more else ""
    assert found[-1] == (f't.toml:3:5: "a{last}" is not {last}{rest}; mend it', more)


def test_two_kinds_are_counted_apart() -> None:
    """A thousand of one kind do not hide one of another."""
    many = [((f"k{n}",), f"{n} is wrong") for n in range(1_002)]
    found = told(*many, (("other",), "quite another fault"))
    assert [one[1] for one in found if one[1]] == [2]
    assert found[-1] == ("t.toml:3:5: quite another fault; mend it", 0)


def test_kinds_without_end_are_one_kind() -> None:
    """From the 51st on all that is new is one kind, told a thousand times."""
    words = ["".join(chr(97 + int(digit)) for digit in f"{n:04}") for n in range(1_100)]
    found = told(*((("k",), f"this is {word}") for word in words))
    assert len(found) == 50 + MOST_OF_A_KIND
    assert found[-1][1] == 1_100 - 50 - MOST_OF_A_KIND


def test_what_is_said_of_more_than_anybody_reads() -> None:
    """20,000 problems are enough, and the last line says so."""
    findings = Findings("t.toml", lambda paths: dict.fromkeys(paths, (1, 1)))
    for n in range(MOST - 1):
        findings.add((f"k{n}",), f"{n} is wrong", "mend it")
    assert not findings.enough
    assert len(findings.told()) == MOST_OF_A_KIND
    findings.add((), "the whole file", "mend it")
    assert findings.enough
    *_, whole, last = findings.told()
    assert str(whole) == "t.toml: the whole file; mend it"
    assert str(last) == (
        "t.toml: there are over 20,000 problems here, and the rest was not looked at;"
        " mend those, and check again"
    )


def test_remedies_are_looked_for_fifty_times() -> None:
    """Looking takes time: for later ones there is the plain remedy."""
    asked: list[bool] = []
    findings = Findings("t.toml", lambda paths: dict.fromkeys(paths, (1, 1)))
    for n in range(60):
        findings.add((f"k{n}",), f"{n} is wrong", lambda look: str(asked.append(look)))
    assert asked == [True] * 50 + [False] * 10


def test_a_name_among_thousands() -> None:
    """Of too many, those that begin alike are compared."""
    names = [f"a{n:05}" for n in range(20_000)] + ["company-share"]
    assert meant("company-shore", names, "write another")(True) == ('did you mean "company-share"?')
    assert meant("xcompany-share", names, "write another")(True) == "write another"
    assert meant("company-shore", names, "write another")(False) == "write another"
    assert meant("Company-Share", names, "write another")(True) == ('did you mean "company-share"?')


def test_a_batch_of_faults_ends_somewhere() -> None:
    """20,000 faulty rows are enough; the rest of the file is not read."""
    data = b"[[observation]]\nx = 1\n" * 21_000
    found, problems = read_at_length("observations/share/batch_2025-06-30_x.toml", data, {})
    assert found == []
    assert str(problems[-1]).endswith("and the rest was not looked at; mend those, and check again")
