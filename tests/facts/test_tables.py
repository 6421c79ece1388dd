"""Held against its form, a file yields every fault at its place, whatever it holds.

The words of the faults are in the gallery, tests/faults. Here random files are drawn from the form
itself: mostly sound, with a wrong value, a missing or an unknown key here and there.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.facts.keys import fields, schema
from kpi.facts.keys.fields import OneOf, Wrong
from kpi.facts.keys.json_schema import json_schema
from kpi.facts.keys.schema import FILE, GOAL, TABLES
from kpi.facts.keys.tables import Key, Named, Rows, Table, read_table
from kpi.facts.problems import MOST
from kpi.facts.records import KeyPath

ROOT = Path(__file__).parent.parent.parent

#: A sound value or two for each reader but those of one word.
SOUND: dict[Any, list[Any]] = {
    fields.text: ["x", "반도체", "two\nlines"],
    fields.unit: ["x", "반도체"],
    fields.title: ["x", "반도체"],
    fields.zone: ["UTC", "Asia/Seoul"],
    fields.identifier: ["x", "ai-share"],
    fields.number: [0, -5, Decimal("6.40")],
    fields.value: [True, 30, Decimal("1e-3")],
    fields.change: ["-40 %", "+7.5%"],
    fields.flag: [True, False],
    fields.day: [dt.date(2024, 2, 29)],
    fields.period: [2030, "2024-Q3", "2024-W05", dt.date(2024, 6, 30)],
    fields.span: ["1 year", "0 days"],
    fields.cadence: ["6 months"],
    fields.address: ["https://example.org/a"],
    schema.version: [1],
    schema.TAGS: [[], ["ai", "chips"]],
    schema.COUNTS: [["final", "planned"]],
}

#: What TOML can hold, of any type and size.
ANYTHING = st.recursive(
    st.one_of(
        st.text(max_size=8),
        st.integers(),
        st.integers(4000, 5000).map(lambda digits: 16**digits),
        st.booleans(),
        st.decimals(allow_nan=False),
        st.just(Decimal("nan")),
        st.dates(),
        st.datetimes(),
        st.times(),
        st.sampled_from([one for some in SOUND.values() for one in some]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
KEYS = sorted({key for table in (FILE, *TABLES) for key in table.keys} | {"how", "goals"})


def tables(table: Table, luck: float) -> st.SearchStrategy[Any]:
    """Raw tables of a form, in which about one value in 1/(1 - luck) is of any kind."""

    @st.composite
    def draw_table(draw: st.DrawFn) -> Any:
        def unlucky() -> bool:
            return draw(st.floats(0, 1)) > luck

        raw: dict[str, Any] = {}
        instead = {key.instead: name for name, key in table.keys.items() if key.instead}
        for name, key in table.keys.items():
            if instead.get(name) in raw and not unlucky():
                continue
            if (key.missing and not unlucky()) or (not key.missing and draw(st.booleans())):
                raw[name] = draw(ANYTHING if unlucky() else values(key, luck))
        if unlucky():
            raw[draw(st.one_of(st.sampled_from(KEYS), st.text(max_size=6)))] = draw(ANYTHING)
        return draw(ANYTHING) if unlucky() else raw

    return draw_table()


def values(key: Key, luck: float) -> st.SearchStrategy[Any]:
    """Raw values of a key."""
    form = key.form
    if isinstance(form, Table):
        return tables(form, luck)
    if isinstance(form, Named):
        return st.dictionaries(st.text(max_size=4), tables(form.table, luck), max_size=2)
    if isinstance(form, Rows):
        rows: st.SearchStrategy[Any] = st.lists(
            tables(form.table, luck), min_size=form.least, max_size=2
        )
        if form.alone:
            rows = st.one_of(tables(form.table, luck), rows)
        return rows if form.word is None else st.one_of(rows, values(Key(form.word), luck))
    return st.sampled_from(form.choices if isinstance(form, OneOf) else SOUND[form])


def at(raw: Any, path: KeyPath) -> Any:
    """What stands in a document at a key path. Raises KeyError or IndexError where nothing does."""
    for part in path:
        raw = raw[part]
    return raw


def plain(value: Any) -> Any:
    """A raw value as JSON has it, by which editors go."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, bool | int | float | str) else str(value)


@settings(max_examples=200, deadline=None)
@given(st.one_of(tables(FILE, 0.97), tables(FILE, 0.6), ANYTHING))
def test_every_fault_is_collected(raw: Any) -> None:
    """Nothing is raised; each fault is of something that is there, in words and with a remedy."""
    values, faults = read_table(FILE, raw)
    assert set(values) == set(FILE.keys)
    for path, what, remedy in faults:
        at(raw, path)
        assert what.strip()
        assert (remedy if isinstance(remedy, str) else remedy(True)).strip()


@settings(max_examples=100, deadline=None)
@given(tables(FILE, 0.995))
def test_editors_mark_nothing_that_is_read(raw: Any) -> None:
    """What the reader takes, the JSON Schema takes: one definition, two uses.

    What a kind of target needs besides, `targets.target_of` asks for.
    """
    jsonschema = pytest.importorskip("jsonschema")
    if read_table(FILE, raw)[1]:
        return
    for target in raw.get("target", ()):
        for name, sound in (("unit", "%"), ("direction", "up")):
            target.setdefault(name, sound)
    assert list(jsonschema.Draft202012Validator(json_schema()).iter_errors(plain(raw))) == []


@settings(max_examples=100, deadline=None)
@given(tables(FILE, 1.0))
def test_what_is_sound_has_no_fault(raw: Any) -> None:
    """Files drawn from the form alone: the random ones above are not all refused at the door."""
    assert read_table(FILE, raw)[1] == []


def test_a_value_for_every_key() -> None:
    """Left out it is the default; another name may be the record's; one table stands for a list."""
    values, faults = read_table(schema.CLOSED, {"on": dt.date(2024, 1, 1), "as": "dropped"})
    assert (values["how"], values["why"], values["document"], faults) == ("dropped", "", None, [])
    alone, in_a_list = ({"goal": goal} for goal in ({"value": 1}, [{"value": 1}]))
    target = {"id": "x", "title": "A law"}
    assert read_table(schema.TARGET, target | alone) == read_table(
        schema.TARGET, target | in_a_list
    )


def test_a_key_misspelt_is_not_missing_as_well() -> None:
    """One mistake, one fault; a key that is missing beside another's mistake is told."""
    assert [what for _, what, _ in read_table(GOAL, {"valeu": 1})[1]] == ['unknown key "valeu"']
    assert len(read_table(GOAL, {"quoted": "x"})[1]) == 2


def test_the_name_of_a_table_is_no_table_of_the_form() -> None:
    """What is written instead is told of the table that is meant, whatever its name is."""
    ((path, _, remedy),) = read_table(FILE, {"document": {"target": 5}})[1]
    assert (path, remedy) == (
        ("document", "target"), 'write [document.some-id], and title = "…" below it',
    )  # fmt: skip


def test_faults_of_one_value_are_its_readers_own() -> None:
    """The walk adds no words to them."""
    with pytest.raises(Wrong) as wrong:
        fields.number("many")
    assert read_table(GOAL, {"value": "many"})[1] == [
        (("value",), wrong.value.what, wrong.value.remedy)
    ]


def test_a_walk_ends_where_nobody_reads_on() -> None:
    """After so many faults the rest is not looked at; what was looked at keeps its place."""
    values, faults = read_table(FILE, {"target": [{}] * 30_000, "document": {"x": {"a": 1}}})
    assert MOST <= len(faults) < MOST + 10
    assert max(path[1] for path, _, _ in faults) == len(values["target"]) - 1
    assert values["document"] == {}
    raw = {f"a{n}": 1 for n in range(30_000)}
    values, faults = read_table(FILE, raw | {"target": [{}]})
    assert MOST <= len(faults) < MOST + 10
    assert values["target"] == ()


def test_a_table_of_too_much_is_one_fault() -> None:
    """At any depth; and the most that may be is not too much."""
    sound = {"id": "x", "title": "X", "goal": [{"value": 1}] * 9_995}
    (fault,) = read_table(schema.TARGET, sound | {"tags": ["a"] * 30_000}, ("target", 3))[1]
    assert fault[:2] == (("target", 3), "the table holds over 20,000 keys and items")
    most = schema.MOST_VALUES - 3 - 2 * 9_995 - 1
    assert read_table(schema.TARGET, sound | {"tags": ["a"] * most})[1] == []
    assert read_table(schema.TARGET, sound | {"tags": ["a"] * (most + 1)})[1] != []


#: What a sound file needs nothing of: each would cost every command some milliseconds.
UNNEEDED = [
    "pydantic", "kpi.facts.keys.json_schema", "kpi.facts.keys.key_meanings", "kpi.facts.findings",
    "kpi.facts.syntax.positions", "difflib", "calendar", "json", "pathlib",
]  # fmt: skip


def test_reading_a_sound_file_loads_little() -> None:
    """The real one; of a faulty one, more is loaded to say what is wrong and where."""
    code = (
        "import sys; from kpi.facts.targets import read_targets\n"
        "data = sys.stdin.buffer.read(); before = len(read_targets(data).problems)\n"
        f"print(before, sorted(set({UNNEEDED}) & set(sys.modules)))\n"
        "after = len(read_targets(data + b'titel = 1').problems)\n"
        f"print(after, sorted(set({UNNEEDED}) & set(sys.modules)))"
    )
    data = (ROOT / "targets.toml").read_bytes()
    said = subprocess.run(
        [sys.executable, "-I", "-c", code], input=data, capture_output=True, check=True, timeout=60
    )  # fmt: skip
    assert said.stdout.decode().splitlines() == [
        "0 []", "1 ['difflib', 'kpi.facts.findings', 'kpi.facts.syntax.positions']",
    ]  # fmt: skip
