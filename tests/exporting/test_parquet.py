"""Parquet: what was recorded comes back with its type, and nothing of it is lost or run."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import pty
import random
import string
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kpi.facts.intake.texts.cells import undefused
from kpi.render.exchange import parquet
from kpi.render.exchange.ledger import OBSERVATIONS
from kpi.render.exchange.tidy import written
from tests.exporting.conftest import FACTS, HOSTILE, export_of, hostile, sound_book, write
from tests.run import Kpi

COMMAND = [sys.executable, "-c", "from kpi.cli.main import main; main()"]
HERE = {"PYTHONPATH": str(Path(__file__).parents[2]), "KPI_TODAY": "2026-11-22"}


def pyarrow() -> Any:
    """pyarrow with its Parquet; it is installed by .ci/run (dependency group `exchange`)."""
    if not os.environ.get("KPI_REQUIRE_ALL"):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    import pyarrow.parquet

    return pyarrow


def table_of(data: bytes) -> Any:
    """A file's content, as a stranger reads it."""
    return pyarrow().parquet.read_table(io.BytesIO(data))


@pytest.fixture
def table(kpi: Kpi, tmp_path: Path) -> Any:
    pyarrow()
    ran = kpi("export", "-f", "parquet", "--out", str(tmp_path / "ledger.parquet"))
    assert (ran.code, ran.stdout, ran.stderr) == (0, "", "")
    return table_of((tmp_path / "ledger.parquet").read_bytes())


def spelled(cell: Any) -> str:
    """A cell of Parquet as the tidy CSV would spell it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def test_it_says_the_same_as_the_csv(table: Any, kpi: Kpi) -> None:
    """Row for row and column for column, but for the apostrophes that a spreadsheet needs."""
    rows = list(csv.DictReader(io.StringIO(kpi("export").stdout, newline="")))
    assert len(rows) == len(FACTS) == table.num_rows
    numbers = {"standard_error", "numerator", "denominator"}
    for mine, theirs in zip(table.to_pylist(), rows, strict=True):
        for name, cell in theirs.items():
            if name == "value":
                assert mine["value_text"] == cell
            elif name in numbers:
                assert mine[name] == (float(cell) if cell else None)
            else:
                assert spelled(mine[name]) == undefused(cell), name
    assert {row["value"] for row in rows} >= {"2.70", "6.40", "true"}


def test_every_column_has_its_type(table: Any) -> None:
    """Days are days, figures are doubles, yes and no are booleans; what must be there is there."""
    pa = pyarrow()
    types = {"string": pa.string(), "number": pa.float64(), "integer": pa.int32(),
             "boolean": pa.bool_(), "date": pa.date32()}  # fmt: skip
    tidy = [one for one in OBSERVATIONS.columns if one.type != "value"]
    wanted = {one.name: types[one.type] for one in tidy} | {
        "value": pa.float64(), "value_text": pa.string(), "done": pa.bool_(),
        "kind": pa.string(), "direction": pa.string()}  # fmt: skip
    assert {field.name: field.type for field in table.schema} == wanted
    always = {field.name for field in table.schema if not field.nullable}
    assert always == {"target", "series", "period", "period_start", "period_end", "published",
                      "revision", "value_text", "kind"}  # fmt: skip
    assert all(field.metadata[b"description"] for field in table.schema)


def test_a_figure_comes_as_a_number_and_with_its_digits(table: Any) -> None:
    """A milestone has no figure; its yes or no stands in a column of its own."""
    rows = {(row["target"], row["period"], str(row["published"])): row for row in table.to_pylist()}
    final = rows["share", "2023", "2025-06-08"]
    assert (final["value"], final["value_text"], final["done"]) == (6.4, "6.40", None)
    assert (final["period_start"], final["period_end"]) == (dt.date(2023, 1, 1),
                                                            dt.date(2023, 12, 31))  # fmt: skip
    assert (final["kind"], final["direction"], final["unit"]) == ("level", "up", "%")
    law = rows["law-passed", "2025-02-01", "2025-02-02"]
    assert (law["value"], law["value_text"], law["done"]) == (None, "true", True)
    assert (law["kind"], law["unit"]) == ("milestone", None)


def test_what_no_double_holds_keeps_its_digits(project: Path) -> None:
    """Beyond 1.8e308 the number is missing and the text is not; thirty digits are all there."""
    pyarrow()
    book = sound_book(project)
    for text, number in (
        ("1" + "0" * 400, None),
        ("0.1234567890123456789012345678901", 0.1234567890123456789),
    ):
        facts = tuple(replace(one, value=Decimal(text)) for one in book.observations["months"])
        changed = replace(book, observations={**book.observations, "months": facts})
        export = replace(export_of(book), book=changed)
        rows = [r for r in table_of(parquet.parquet(export)).to_pylist() if r["target"] == "months"]
        assert {(row["value"], row["value_text"]) for row in rows} == {(number, text)}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts(text: str, project: Path) -> None:
    """As they were recorded, without an apostrophe; what no file can hold, as its escape."""
    pyarrow()
    rows = table_of(parquet.parquet(export_of(hostile(sound_book(project), text)))).to_pylist()
    assert len(rows) == len(FACTS)
    expected = undefused(written(text))
    for name in ("source", "quote", "note", "grade"):
        assert {row[name] for row in rows} == {expected}
    if text.isprintable():
        assert expected == text


def test_a_lone_surrogate_is_written_as_its_escape(project: Path) -> None:
    """No file can hold one; a record that came by another way must not end in a traceback."""
    pyarrow()
    rows = table_of(
        parquet.parquet(export_of(hostile(sound_book(project), "a\udc80b")))
    ).to_pylist()
    assert {row["source"] for row in rows} == {"a\\udc80b"}


def test_it_says_what_it_is(table: Any, kpi: Kpi, tmp_path: Path) -> None:
    """The version of kpi, the name of the form, and the two days, as every JSON begins."""
    said = json.loads(table.schema.metadata[b"kpi"])
    head = json.loads(kpi("export", "-f", "json").stdout)
    assert said == {"schema": "kpi.panel/1"} | {
        key: head[key] for key in ("version", "on", "as_of", "at")}  # fmt: skip
    out = str(tmp_path / "earlier.parquet")
    assert kpi("export", "-f", "parquet", "-o", out, "--on", "2026-01-01", "--as-of",
               "2025-02-01").code == 0  # fmt: skip
    earlier = table_of(Path(out).read_bytes())
    assert json.loads(earlier.schema.metadata[b"kpi"])["as_of"] == "2025-02-01"
    assert max(row["published"] for row in earlier.to_pylist()) <= dt.date(2025, 2, 1)


def test_groups_of_rows_hold_all_rows_in_order(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More rows than a group has: several groups, and the same table; never one in memory whole."""
    pa = pyarrow()
    export = export_of(sound_book(project))
    whole = table_of(parquet.parquet(export))
    monkeypatch.setattr(parquet, "GROUP", 4)
    data = parquet.parquet(export)
    assert table_of(data).equals(whole)
    groups = pa.parquet.ParquetFile(io.BytesIO(data)).metadata
    sizes = [groups.row_group(n).num_rows for n in range(groups.num_row_groups)]
    assert sizes == [4, 4, 4, 2]


def test_an_empty_ledger_is_a_table_without_rows(empty: Path) -> None:
    """Well-formed, with every column and its type, and said to be empty."""
    pyarrow()
    ran = Kpi(empty)("export", "-f", "parquet", "-o", str(empty / "x.parquet"))
    assert ran.code == 5
    assert "there is no target to export" in ran.stderr
    found = table_of((empty / "x.parquet").read_bytes())
    assert (found.num_rows, found.column_names) == (0, [one.name for one in parquet.COLUMNS])


def test_the_same_records_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """In another process with another seed of hashes, too."""
    pyarrow()
    made = []
    for seed in ("1", "2"):
        file = tmp_path / seed
        environment = {**os.environ, **HERE, "PYTHONHASHSEED": seed}
        arguments = ["export", "-f", "parquet", "-o", str(file)]
        subprocess.run([*COMMAND, *arguments], cwd=project, check=True, env=environment)
        made.append(file.read_bytes())
    assert made[0] == made[1]


def test_somebody_elses_parquet_is_never_replaced(kpi: Kpi, tmp_path: Path) -> None:
    """It begins as ours does; what it says of itself at its end is what tells."""
    pa = pyarrow()
    file = tmp_path / "mine.parquet"
    pa.parquet.write_table(pa.table({"target": ["share"], "value": [1.0]}), file)
    before = file.read_bytes()
    ran = kpi("export", "-f", "parquet", "-o", str(file))
    assert ran.code == 6
    assert f"{file} is there already" in ran.stderr
    assert file.read_bytes() == before


def noise(seed: int) -> str:
    """An observation with a text of 4 kB that no compression makes small."""
    letters = random.Random(seed).choices(string.ascii_letters, k=4000)  # noqa: S311 - any will do
    return f'value = 1\nnote = "{"".join(letters)}"'


def test_a_large_one_is_known_again(project: Path, kpi: Kpi, tmp_path: Path) -> None:
    """The mark is near the end however many rows and groups come before."""
    pyarrow()
    many = {f"months/2024-03_2025-01-{day:02}": noise(day) for day in range(1, 29)}
    write(project, facts=many)
    file = tmp_path / "large.parquet"
    assert kpi("export", "-f", "parquet", "-o", str(file)).code == 0
    assert file.stat().st_size > 2**16
    assert kpi("export", "-f", "parquet", "-o", str(file), "--on", "2025-01-01").code == 0


def test_a_terminal_is_spared(project: Path) -> None:
    """Exit 2 and what to write instead; not a byte of it reaches the screen."""
    pyarrow()
    ours, theirs = pty.openpty()
    ran = subprocess.run(
        [*COMMAND, "export", "-f", "parquet"], cwd=project, check=False, stdout=theirs,
        stderr=subprocess.PIPE, env={**os.environ, **HERE},
    )  # fmt: skip
    os.set_blocking(ours, False)
    with pytest.raises(BlockingIOError):
        os.read(ours, 1)
    os.close(ours)
    os.close(theirs)
    assert ran.returncode == 2
    assert b"--out FILE" in ran.stderr


def test_without_the_extra_the_remedy_is_named(
    kpi: Kpi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`pip install 'policy-kpi[panel]'`, or CSV; no traceback, no file, and the rest works."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = kpi("export", "-f", "parquet", "-o", str(tmp_path / "x.parquet"))
    assert (ran.code, ran.stdout) == (4, "")
    assert "pip install 'policy-kpi[panel]'" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not list(tmp_path.glob("*.parquet"))
    assert kpi("export").code == 0


def test_no_other_format_loads_pyarrow(project: Path) -> None:
    """It costs ten starts of kpi."""
    command = "import sys; from kpi.cli.main import run; run(); print('pyarrow' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", command, "export"], cwd=project, check=True, capture_output=True,
        text=True, env={**os.environ, **HERE},
    )  # fmt: skip
    assert ran.stdout.endswith("False\n")
