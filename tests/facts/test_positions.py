"""Every key path of a document has its place, however the document is written."""

from __future__ import annotations

import datetime as dt
import time
import tomllib
from collections.abc import Iterator

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.facts.syntax.positions import DEEPEST, positions

NASTY = """\
# a comment = [not a table]
title = "x # not a comment = [a]"
a.b."c d".'e' = 1979-05-27 07:32:00   # a date with a space
arr = [ 1, 2, # a comment in a list ]
  "]", [ {x=1, y.z = "}"} ], ]
ml = \"\"\"
[[fake]]
key = 1
\"\"\"\"
lit = '''
[no]'''
inl = { p = 1, q = [ {r=1}, {r=2} ] , "한 글"=3}
times = [1979-05-27 07:32:00,07:32:00 , 1979-05-27]
[[target]]
id = "t1"
"kéy" = 1
"tab\\t\\u00e9" = 2
  [target.base]
  value = 1e5
  [[target.step]]
  y=2020
  [[target.step]]
  y=2021
[other]
z=1
[[target]]
id = "t2"
[target.base]
value = inf
[[target.step]]
y=1
[ a . "x.y" ]
k=-1
[[ "q" ]]
[[q]]
"" = ''
"""


def flattened(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    below = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in below:
        yield from flattened(inner, (*path, key))


def check(text: str) -> dict[tuple[str | int, ...], tuple[int, int]]:
    """The places of `text`, after a look at what they must be for any document."""
    places = positions(text)
    assert set(places) == set(flattened(tomllib.loads(text)))
    lines = text.replace("\r\n", "\n").split("\n")
    for path, (line, column) in places.items():
        rest = lines[line - 1][column - 1 :]
        assert rest, "a place is on a character"
        plain = isinstance(path[-1], str) and path[-1].isidentifier() and path[-1].isascii()
        if plain and rest[0] not in "[\"'":
            assert rest.startswith(str(path[-1]))
    return places


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), (2, 1)),
        (("a", "b", "c d"), (3, 5)),
        (("a", "b", "c d", "e"), (3, 11)),
        (("arr", 1), (4, 12)),
        (("arr", 2), (5, 3)),
        (("arr", 3, 0, "y", "z"), (5, 18)),
        (("ml",), (6, 1)),
        (("lit",), (10, 1)),
        (("inl", "q", 1, "r"), (12, 30)),
        (("inl", "한 글"), (12, 39)),
        (("times", 1), (13, 30)),
        (("target",), (14, 1)),
        (("target", 0), (14, 1)),
        (("target", 0, "kéy"), (16, 1)),
        (("target", 0, "tab\té"), (17, 1)),
        (("target", 0, "base"), (18, 3)),
        (("target", 0, "step", 1, "y"), (23, 3)),
        (("target", 1), (26, 1)),
        (("target", 1, "base", "value"), (29, 1)),
        (("a", "x.y", "k"), (33, 1)),
        (("q", 1), (35, 1)),
        (("q", 1, ""), (36, 1)),
    ],
)
def test_hand_counted_places(path: tuple[str | int, ...], place: tuple[int, int], end: str) -> None:
    """The places counted by hand in a document full of traps, for both line ends."""
    assert check(NASTY.replace("\n", end))[path] == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "# only a comment",
        "a=1",
        "a=1 # c",
        "[a]",
        "[a]#c\n[a.b]\n[c]",
        "a=[]",
        "a=[[],[[]]]",
        "a={}",
        "a={b={}}",
        'a=""',
        "a=''''''",
        'a=""""""',
        'a="""x\\"""y"""',
        'a="""""x"""""',
        "a='''''x'''''",
        'a="\\\\"\nb=1',
        'a="\\""\nb=1',
        'a="""\\\n   x"""\nb=2',
        "a=+1_0\nb=0xdead_beef\nc=0o7\nd=0b1\ne=-inf\nf=1e-5",
        "a=1979-05-27T07:32:00.5-07:00\nb=1979-05-27 07:32:00z",
        "a.b=1\na.c=2",
        "[[a]]\n[[a.b]]\n[[a.b]]\n[a.b.c]\n[[a]]\n[[a.b]]",
        "[[a.b]]\n[a.c]\nx=1\n[[a.b]]\ny=2",
        "[a.b]\n[a]\nx=1",
        "'a.b'.c=1\n\"a\".'b'=2",
        "1.2=3\n-=4\n_ = 5",
        "a = [ # ]\n # }\n 1 # x\n , # y\n 2 ]",
    ],
)
def test_small_traps(text: str) -> None:
    """Documents at the edges of the grammar have exactly tomllib's key paths."""
    check(text)
    check(text.replace("\n", "\r\n"))


keys = st.text(max_size=5) | st.sampled_from(["id", "a", "b-c", "국", "목표", "a.b", '"', "'", "#"])
scalars = (
    st.text(max_size=12)
    | st.sampled_from(['"""', "'''", "\\", "]", "}", "# x", "a\nb = 1", "[[x]]"])
    | st.integers(-(10**6), 10**6)
    | st.floats(allow_nan=False)
    | st.booleans()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(dt.UTC))
    | st.times()
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(keys, values, max_size=6), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_any_document(document: dict[str, object], multiline: bool, end: str) -> None:
    """Whatever tomli-w writes, the places are those of the paths that tomllib reads."""
    text = tomli_w.dumps(document, multiline_strings=multiline).replace("\r", "")
    check(text.replace("\n", end))


def test_deep_values_do_not_recurse() -> None:
    """Nesting ends at DEEPEST without an error, and the rest of the document is placed."""
    text = "a = " + "[" * 5000 + "]" * 5000 + "\nb = 1\n" + "c." * 5000 + "d = 1\n"
    places = positions(text)
    assert places["b",] == (2, 1)
    assert max(map(len, places)) == DEEPEST


def test_linear_time() -> None:
    """100,000 keys take about half a second; ten would mean that time grows by the square."""
    text = "".join(f'[[t]]\nid = "{n}"\n' for n in range(50_000))
    start = time.process_time()
    assert positions(text)["t", 49_999, "id"] == (100_000, 1)
    assert time.process_time() - start < 5
