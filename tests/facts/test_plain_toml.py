"""The reader of plainly written TOML gives what tomllib gives, or nothing at all."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.facts.syntax import plain_toml
from tests.fuzz.plain_file import one, seeds

ROOT = Path(__file__).parents[2]

READ = {
    "": {},
    "# nothing\n\n   \n\t# at all": {},
    'a = "b"': {"a": "b"},
    'a="b"\nc-d_1 =  "e"  # f': {"a": "b", "c-d_1": "e"},
    '  a = ""': {"a": ""},
    "a = 'b\\c'": {"a": "b\\c"},
    'a = "b \\"c\\" \\\\ \\n\\t#"': {"a": 'b "c" \\ \n\t#'},
    'a = "é, 인공지능 \t # x"': {"a": "é, 인공지능 \t # x"},
    "a = 0\nb = -12\nc = 6.40\nd = -0.5": {
        "a": 0, "b": -12, "c": Decimal("6.40"), "d": Decimal("-0.5")},
    "a = true\nb = false # c": {"a": True, "b": False},
    "a = 2024-02-29": {"a": dt.date(2024, 2, 29)},
    'a = """b\n  c"""': {"a": "b\n  c"},
    'a = """\nb\n"""  # c': {"a": "b\n"},
    ' a="""b \t\n c \n"""\na2 = """b \n"""': {"a": "b \t\n c \n", "a2": "b \n"},
    ' a = 1 \nb = [1,\t\n2]\t': {"a": 1, "b": [1, 2]},
    'a = """\\\n   b \\\n\n   c"""\nd = 1': {"a": "b c", "d": 1},
    'a = """b""" \t\nc = 1': {"a": "b", "c": 1},
    'a = """b "quoted" c"""': {"a": 'b "quoted" c'},
    'a = [1, "b", [2.5], { c = true }]': {"a": [1, "b", [Decimal("2.5")], {"c": True}]},
    "a = ['b', 'c']\nd = { e = 'f', g = '' }": {"a": ["b", "c"], "d": {"e": "f", "g": ""}},
    "a = " + "[" * 8 + "]" * 8: {"a": [[[[[[[[]]]]]]]]},
    "a = " + "{ b = " * 7 + "{ }" + " }" * 7: {
        "a": {"b": {"b": {"b": {"b": {"b": {"b": {"b": {}}}}}}}}},
    "a = [" + "\n1," * 190 + "\n]": {"a": [1] * 190},
    "[a] # [b]\n[[c]] # ]]": {"a": {}, "c": [{}]},
    "a = []\nb = {}": {"a": [], "b": {}},
    'a = [\n  "b",\n  "c",\n]\nd = 1': {"a": ["b", "c"], "d": 1},
    "a = [\n  [1, 2],\n  [\n  ], [[3]],\n  { b = [4] }\n] # c\nd = 5": {
        "a": [[1, 2], [], [[3]], {"b": [4]}], "d": 5},
    "a = { b = 1, c-d = { e = 'f' } } # g": {"a": {"b": 1, "c-d": {"e": "f"}}},
    "[a]\nb = 1\n[a.c]\nd = 2\n[e]": {"a": {"b": 1, "c": {"d": 2}}, "e": {}},
    "[a.b]\nc = 1\n[a.d]": {"a": {"b": {"c": 1}, "d": {}}},
    "[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2\n[[a.e]] # f\ng = 3": {
        "a": [{"b": 1}, {"c": {"d": 2}, "e": [{"g": 3}]}]},
    "a = 1\r\nb = 2\r\n": {"a": 1, "b": 2},
}  # fmt: skip

LEFT = [
    # what TOML knows and this reader does not
    'a.b = 1', '"a" = 1', "a = 1_000", "a = 0x10", "a = 1e5", "a = +1", "a = inf", "a = 07:30:00",
    "a = 2024-06-30T12:00:00", 'a = "\\u00e9"', "a = '''b'''", 'a = """b\\tc"""', "[ a ]",
    "[a.b]\n[a]", 'a = """b""""', "a = [1, # one\n 2]", f"a = {9 * 10**18}",
    "a = [" + "\n1," * 200 + "\n]", "a = " + "[" * 9 + "]" * 9,
    "a = " + "{ b = " * 8 + "{ }" + " }" * 8,
    # deeper than `toml` lets anybody go, and not nearly as deep
    "[" + "a." * 70 + "a]", "[" + "a." * 8 + "a]",
    # what TOML refuses
    "a", "a =", "a = b", "a = 1 2", "a = 01", "a = 1.", "a = .5", "a = -", "a = 2023-02-29", "= 1",
    "a = 1\na = 2", "[a]\n[a]", "a = 1\n[a]", "a = []\n[[a]]", "[[a]]\n[a]", "[a]\n[[a]]",
    "a = { b = 1 }\n[a.c]", "a = { b = 1, }", "a = { b = 1, b = 2 }", "a = {\nb = 1 }", "a = [1 2]",
    "a = [1", 'a = "b', 'a = "b\nc"', 'a = """b', 'a = "b\\', "a = 'b", "[a", "[[a]", "[]", "[a] b",
    'a = ["b\n"]', "a = { b 1 }", "é = 1", "[é]", "a = 1 \0", "a = 1\rb = 2", "[a.]", "a = trueb",
    "a = ['b\n']", "a = [X1]", "a = [1X]", "a = [1 X, 2]", "a = { X b = 1 }", "a = X1",
    'a = ["["] # b\nc = ]', 'a = ["b\\\\\n\\n"\n]', 'a = ["[", "b]"]]', "a = ２",
    # what `toml` refuses
    'a = "b\u202ec"', 'a = "e\u0301"', 'a = "b\x85"', '# e\u0301',
]  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_what_is_written_plainly_is_read(text: str) -> None:
    """As tomllib reads it."""
    assert repr(plain_toml.table(text)) == repr(READ[text])
    one(text.encode())


@pytest.mark.parametrize("text", LEFT)
def test_what_is_written_otherwise_is_left_to_tomllib(text: str) -> None:
    """Whether it is sound or not."""
    assert plain_toml.table(text) is None


def test_all_files_of_the_real_project_are_written_plainly() -> None:
    """Or else this reader would be no use."""
    for path in [ROOT / "targets.toml", *(ROOT / "observations").rglob("*.toml")]:
        text = path.read_text("utf-8")
        assert plain_toml.table(text) is not None, path
        one(text.encode())


PIECES = [
    '"', "'", '"""', "\\", "\n", "\r\n", "#", "=", " ", "\t", ".", ",", "-", "[", "]", "{", "}",
    "[a]\n", "[[a]]\n", "[a.b]\n", "a = 1\n", "0", "-0", "1.5", "1e5", "true", "2024-06-30", "é",
    "e\u0301", "\u3000", "\u202e", "\\\n", '\\"', "[[target]]\n", "\nid = ", " # ", "_", "9" * 18,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_a_text_with_a_slip_is_read_alike_or_left(seed: int) -> None:
    """One to three slips in a sound document, or in one of the gallery of faults."""
    chance = random.Random(seed)  # noqa: S311 - a seeded choice
    whole = [*READ, *(data.decode() for data in seeds())]
    read = 0
    for _ in range(1_500):
        text = chance.choice(whole)
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            at, piece = chance.randrange(len(text) + 1), chance.choice(PIECES)
            text = text[:at] + piece + text[at + chance.choice((0, 0, 1, 1, 2, 20)) :]
        one(text.encode())
        read += plain_toml.table(text) is not None
    assert read > 50  # if none were read, nothing was compared


LINES = st.lists(
    st.sampled_from([
        "[a]", "[b]", "[a.b]", "[[c]]", "[[c.d]]", "[c.e]", "[c.e.f]", "[[a.b.c]]", "[c.d.g]",
        "a = 1", "b = 2", "a = {}", "c = []", "d = { e = 1 }", 'b = """x', '"""', "e = 'x'", "# y",
        "[[b]]",
    ]),
    max_size=8,
)  # fmt: skip


@given(LINES)
def test_headings_mean_what_they_mean_to_tomllib(lines: list[str]) -> None:
    """Tables that are opened twice, or by another's heading, or in the middle of a text."""
    one("\n".join(lines).encode())
