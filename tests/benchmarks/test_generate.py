"""The benchmark's invented projects are what `kpi` itself would have written, and are sound."""

import datetime as dt
import subprocess
import tomllib
from decimal import Decimal

import pytest

from benchmarks import figures, generate
from kpi.assess.board import assess
from kpi.assess.lights import LIGHTS
from kpi.facts import observations
from kpi.facts.book import read_book
from kpi.facts.intake.batches import batches
from kpi.facts.records import Observation
from kpi.store.trees import LARGEST, WorkTree

ON = dt.date(2026, 11, 22)
SIZE = figures.Size(targets=40, observations=100, largest=400, seed=3)


def _recorded(fact: figures.Fact) -> Observation:
    """A generated fact as a record, read by the reader of TOML and not from its text."""
    table = tomllib.loads(generate.content(fact), parse_float=Decimal)
    values = {key: observations.FIELDS[key](value) for key, value in table.items()}
    return Observation(
        fact.target, fact.series, file=generate.own_name(fact), revision=fact.revision, **values
    )


@pytest.fixture(scope="module")
def records() -> list[Observation]:
    return [_recorded(fact) for fact in figures.facts(SIZE)]


def test_a_file_a_fact_has_the_name_and_bytes_that_add_writes(records):
    made = dict(generate.files(SIZE, "file"))
    theirs = {observations.file_name(one): observations.to_toml(one).decode() for one in records}
    assert len(made) == SIZE.count == len(records)
    assert made == theirs


def test_a_batch_a_yearbook_is_what_import_writes(records):
    made = dict(generate.files(SIZE, "year"))
    theirs = {}
    for id_ in {one.target for one in records}:
        own = [one for one in records if one.target == id_]
        theirs |= {name: one.data.decode() for name, one in batches(own, "yearbook").items()}
    assert made == theirs


@pytest.mark.parametrize("largest", [1_048_576, 40_000])
def test_batches_of_all_are_what_import_writes(records, largest, monkeypatch):
    monkeypatch.setattr("kpi.facts.intake.batches.LARGEST", largest)
    monkeypatch.setattr(generate, "LARGEST", largest)
    made = dict(generate.files(SIZE, "batch"))
    theirs = {name: one.data.decode() for name, one in batches(records, "yearbooks").items()}
    assert made == theirs
    assert any(name.count("/") == 1 for name in made)
    assert any("yearbooks-2" in name for name in made) == (largest == 40_000)


def test_every_layout_is_sound_and_says_the_same(tmp_path):
    boards = []
    for layout in (*generate.LAYOUTS, generate.OTHER):
        generate.write(str(tmp_path / layout), SIZE, layout)
        book = read_book(WorkTree(str(tmp_path / layout)))
        assert book.problems == ()
        assert book.count == SIZE.count
        boards.append([(status.target.id, status.verdict) for status in assess(book, ON).statuses])
    assert boards == boards[:1] * 4
    words = {verdict for _, verdict in boards[0]}
    assert words == set(LIGHTS), "a verdict that no generated target has"


@pytest.mark.parametrize("name", ["tiny", "10k", "100k", "1m", "one"])
def test_the_known_sizes_are_as_large_as_they_say(name):
    size = figures.SIZES[name]
    said = {"tiny": 50, "10k": 10_000, "100k": 100_000, "1m": 1_000_000, "one": 100_000}[name]
    assert abs(size.count - said) <= said / 100
    assert len(generate.targets_toml(size).encode()) <= LARGEST
    some = [*range(0, size.targets, 997), size.targets - 1]
    wanted = {n: size.largest if n == 0 and size.largest else size.observations for n in some}
    assert {n: len(figures.target(size, n).facts) for n in some} == wanted


def test_the_same_seed_makes_the_same_project_and_another_seed_another():
    small = figures.Size(9, 12)
    assert generate.targets_toml(small) == generate.targets_toml(small)
    assert [*figures.facts(small)] == [*figures.facts(small)]
    other = small._replace(seed=2)
    assert [one.value for one in figures.facts(small)] != [
        one.value for one in figures.facts(other)
    ]


def test_the_title_says_that_the_figures_are_invented():
    assert (
        "invented" in tomllib.loads(generate.targets_toml(figures.SIZES["tiny"]))["title"].lower()
    )


def test_both_ways_of_recording_a_project_make_the_same_commits(tmp_path):
    trees = []
    for packed in (True, False):
        folder = tmp_path / str(packed)
        generate.write(str(folder), SIZE, "file")
        generate.record(str(folder), packed)

        def git(*words, folder=folder):
            asked = ["git", *words]
            return subprocess.run(asked, cwd=folder, check=True, capture_output=True).stdout

        assert git("status", "--porcelain") == b""
        trees.append([git("rev-parse", "HEAD^{tree}"), git("rev-parse", "HEAD~1^{tree}")])
    assert trees[0] == trees[1]
    assert trees[0][0] != trees[0][1]
