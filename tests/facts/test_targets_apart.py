"""targets.toml target by target: the same targets as of the whole file, or a refusal to go on."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from kpi.facts.problems import Unsound
from kpi.facts.syntax import toml
from kpi.facts.targets import read_targets
from kpi.facts.targets_apart import read_apart
from tests import gallery
from tests.facts.test_targets import SMALLEST, WHOLE

WRITTEN = [
    case for case in gallery.cases()
    if any(name == "targets.toml" and "link" not in how for name, how, _ in case.files)
]  # fmt: skip


def parts_of(record: Any) -> Any:
    """All that a record holds but where it stands in its file."""
    if dataclasses.is_dataclass(record):
        names = [one.name for one in dataclasses.fields(record) if one.name != "where"]
        return {name: parts_of(getattr(record, name)) for name in names}
    return tuple(map(parts_of, record)) if isinstance(record, tuple) else record


def agrees(data: bytes) -> bool:
    """Holds a file read target by target against the whole; whether it could be read so."""
    whole = read_targets(data)
    try:
        apart = read_apart(data)
        found = [apart[id_] for id_ in apart]
    except Unsound:
        return False
    assert whole.problems == ()
    assert list(map(parts_of, found)) == list(map(parts_of, whole.targets))
    assert [one.id for one in found] == list(apart)
    assert (apart.documents, apart.timezone) == (whole.documents, whole.timezone)
    return True


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        SMALLEST,
        SMALLEST.lstrip(),
        WHOLE.replace("\n", "\r\n"),
        "\ufeff" + WHOLE,
        WHOLE.replace("[[target]]", "[[target]]  # the first", 1),
        WHOLE.replace("[[target]]", "  [[target]]"),
        WHOLE.replace("[[target]]", "[[ target ]]", 1),
        WHOLE.replace('id = "ai', 'id="ai'),
        WHOLE.replace('share"\n', 'share"  # of companies\n', 1),
        WHOLE.replace('id = "other"\ntitle = "A law"\n', 'title = "A law"\nid = "other"\n'),
        WHOLE + '\n[document.later]\ntitle = "A law"\n',
        WHOLE + '\n[target.closed]\non = 2025-01-01\nas = "dropped"\nwhy = "[[target]]"\n',
        WHOLE + 'note = """\n[[target.goal]]\n"""\n',
        WHOLE.replace("path = [{", "path = [\n{"),
        'target = [{ id = "x", title = "X", kind = "milestone", goal = { value = true } }]',
        SMALLEST + 'title_ko = "\\uAC00"\n',
    ],
)
def test_a_sound_file(text: str) -> None:
    """Each target is what it is in the whole file, however the file is written."""
    assert agrees(text.encode())


@pytest.mark.parametrize(
    "note",
    [
        '"""\n[[target]]\nid = "z"\n"""',
        '"""\n[target.goal]\n\\\n"""',
        "'''\n[[target]]\nid = \"z\"\n'''",
        '"""\nid = "z"\n"""',
    ],
)
def test_what_looks_like_a_heading_within_a_text(note: str) -> None:
    """Either it is read as the whole file is, or not at all."""
    text = f"note = {note}\n".join(SMALLEST.split("unit", 1)).replace("\n = ", "\nunit = ")
    assert read_targets(text.encode()).problems == ()
    agrees(text.encode())
    early = SMALLEST.replace("[[target]]\n", f"[[target]]\nnote = {note}\n")
    assert read_targets(early.encode()).problems == ()
    agrees(early.encode())


@pytest.mark.parametrize(
    "more", [SMALLEST.replace('"x"', '"other"'), '[document.later]\ntitle = "Later"\n']
)
def test_a_heading_behind_blanks(more: str) -> None:
    """Where the file was cut it was not seen: all that stands below is read, or nothing."""
    text = SMALLEST + more.replace("[", "  [", 1)
    assert read_targets(text.encode()).problems == ()
    agrees(text.encode())


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: case.name)
def test_a_fault_is_never_passed_over(case: gallery.Case, tmp_path: Path) -> None:
    """Whatever is wrong in a file of the gallery stops the reading, and what is sound does not."""
    gallery.build(case, tmp_path / "it")
    path = tmp_path / "it/targets.toml"
    if path.is_file():
        whole = read_targets(path.read_bytes())
        assert agrees(path.read_bytes()) is (whole.problems == ())


def test_a_fault_shows_where_it_is() -> None:
    """In the target that has it; the others can be read."""
    apart = read_apart((WHOLE + SMALLEST.replace("value = 30", 'value = "30"')).encode())
    assert list(apart) == ["ai-company-share", "other", "x"]
    assert apart["other"].kind == "milestone"
    with pytest.raises(Unsound):
        apart["x"]
    assert apart.get("nothing") is None


@pytest.mark.parametrize("text", [WHOLE, SMALLEST, SMALLEST + SMALLEST.replace('"x"', '"other"')])
def test_a_plain_file_is_never_parsed_at_length(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """It would take each question of a large ledger a second."""

    def parsed(*_: object) -> None:
        pytest.fail("parsed at length")

    monkeypatch.setattr(toml, "parse", parsed)
    monkeypatch.setattr(toml, "at_length", parsed)
    apart = read_apart(text.encode())
    for id_ in apart:
        assert apart[id_] is apart[id_]
    assert len(apart) == text.count("[[target]]")
    assert ("other" in apart, "another" in apart) == ('"other"' in text, False)


def test_of_a_sound_file_the_zone_is_not_looked_up() -> None:
    """It stands there as it is written, or is UTC."""
    assert read_apart(WHOLE.encode(), sound=True).timezone == "Asia/Seoul"
    assert read_apart(SMALLEST.encode(), sound=True).timezone == "UTC"
    wrong = b'timezone = "Asia/Soul"\n' + SMALLEST.encode()
    assert read_apart(wrong, sound=True).timezone == "Asia/Soul"
    later = wrong + b'[document.later]\ntitle = "Later"\n'  # which cannot be cut
    assert read_apart(later, sound=True).timezone == "Asia/Soul"
    with pytest.raises(Unsound):
        read_apart(wrong)


@pytest.mark.parametrize(
    "text",
    ["= 5", "[target]\nid = 'x'", "target = 5", "\x00", SMALLEST + SMALLEST, "shema = 1" + SMALLEST,
     "[document.a]\ntitle = 5\n" + SMALLEST, SMALLEST + "[document.a]\ntitle = 5\n",
     "note = " + "a." * 50_000 + "a = 1\n" + SMALLEST],
)  # fmt: skip
def test_a_fault_around_the_targets(text: str) -> None:
    """None of them can be read."""
    with pytest.raises(Unsound):
        read_apart(text.encode())
