"""What TOML 1.1 alone allows is refused by every Python in the same words at the same place."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.facts.syntax import toml, toml_newer

ROOT = Path(__file__).resolve().parents[2]

NEWER = [
    "a = { b = 1, }",
    "a = { b = 1 , }\n",
    "a = { b = 1,\n}",
    "a = {\n b = 1 }",
    "a = { b = 1\n}",
    "a = { b = 1\n, c = 2 }",
    "a = { # why\n b = 1 }",
    "a = { b = 1, # why\n c = 2 }",
    "a = { b = 1 # why\n}",
    "a = {\n}",
    "a = { # none\n}",
    "a = [ { b = 1, }, 2 ]",
    "a = { b = [\n 1,\n 2, ] , c = {} , }",
    "a = { b = { c = 1, } }",
    "x = 1\n\n[t]\r\na = { b = 1,\r\n c = 2 }",
    r'a = "\e[31m"',
    r'a = "\\\e"',
    r'a = "\x41"',
    r'"\x41" = 1',
    'a = """\n x\n \\x41"""',
    '"가" = { b = "}", }',
    "a = 07:32",
    "a = 17:32",
    "a = [ 07:32, 1 ]",
    "a = { b = 00:00 }",
    "a = 2024-06-30T07:32",
    "a = 2024-06-30t07:32Z",
    "a = 2024-06-30 07:32",
    "a = [ 2024-06-30 07:32 ]",
    "a = { b = 2024-06-30 07:32+09:00 }",
]
OLDER = [
    "a = {}",
    "a = { }\nb = [\n{ c = 1 }, # one\n{ d = 2 },\n]",
    "a = { b = [ # one\n 1,\n ], c = 2 }",
    "a = { b = \"\"\"x,\n}\"\"\", c = '''{\n''' }",
    r'a = "\\e \\x41 {, }"' + "\nb = '\\e \\x41 07:32'",
    "# { a, }\n# \\e 07:32\n[t.u] # {\n",
    "[[t]] # { ,\na = '{\"' # '\n",
    "a = [07:12:15, 00:00:00]",
    "a = 07:32:00\nb = 2024-06-30 07:32:00.5+09:00\nc = [2024-06-30T07:32:59Z]",
    "a = 1\nb-07 = 32\n'07:32' = { '{,}' = 1 }",
]
older = pytest.mark.skipif(sys.version_info >= (3, 15), reason="this tomllib reads TOML 1.1")


def refusal(text: str) -> str | None:
    """What this Python's tomllib says of a document; None if it reads it."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return str(error)
    return None


@older
@pytest.mark.parametrize("text", NEWER)
def test_the_words_and_the_place_are_those_of_older_readers(text: str) -> None:
    assert refusal(text) is not None
    assert toml_newer.first(text) == refusal(text)


@pytest.mark.parametrize("text", OLDER)
def test_of_what_was_always_toml_nothing_is_said(text: str) -> None:
    assert refusal(text) is None
    assert toml_newer.first(text) is None


PIECES = st.sampled_from([
    "a", "b = ", "{", "}", "[", "]", ",", ", ", "\n", " ", "# x\n", '"', "'", '"""', "'''", "\\e",
    "\\x41", "\\n", "1", "07:32", "07:12:15", "2024-06-30", " 07:32", "T07:32", "= ", ".", "true",
    "[t]\n", "c = 2", "{ d = 1 }", "{ d = 1, }", "\r\n", "\\\\",
])  # fmt: skip


@older
@given(st.lists(PIECES, max_size=14).map(lambda some: "a = " + "".join(some)))
def test_whatever_older_readers_read_is_not_refused(text: str) -> None:
    if refusal(text) is None:
        assert toml_newer.first(text) is None


@pytest.mark.parametrize("text", NEWER)
def test_a_project_file_with_it_is_refused_by_every_python(text: str) -> None:
    parsed = toml.parse(text.encode())
    assert parsed.table is None
    assert len(parsed.faults) == 1


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("a = { b = 1, }", "Invalid value (at line 1, column 3)", "Invalid value"),
        ("a = { b = 1, }\nc = ", "Invalid value (at line 2, column 5)", "Invalid initial"),
        ("a = { b = 1, }\nc = ", "Invalid value (at end of document)", "Invalid initial"),
        ("a = 1", "Invalid value (at end of document)", "Invalid value (at end"),
    ],
)
def test_the_fault_that_comes_first_is_told(text: str, said: str, expected: str) -> None:
    found = toml_newer.first(text, said)
    assert found is not None
    assert found.startswith(expected)


def test_the_files_of_this_repository_are_toml_1_0() -> None:
    for file in (ROOT / "targets.toml", ROOT / "pyproject.toml"):
        assert toml_newer.first(file.read_text("utf-8")) is None
