"""Files are TOML 1.0 in UTF-8; every fault of their writing has a place and a remedy."""

from __future__ import annotations

import re
import sys
import time
import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.facts.syntax.toml import Parsed, parse


def only(parsed: Parsed) -> tuple[int, int, str]:
    """The place and the words of the one fault."""
    (fault,) = parsed.faults
    assert fault.remedy
    return fault.line, fault.column, fault.what


def test_figures_stay_as_written() -> None:
    """A figure keeps its zeros, an integer stays an integer."""
    parsed = parse(b"a = 1.10\nb = 7\n")
    assert parsed.table == {"a": Decimal("1.10"), "b": 7}
    assert str(parsed.table["a"]) == "1.10"
    assert parsed.faults == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_notepads_mark_and_line_ends(end: str) -> None:
    """A byte order mark is dropped, and does not shift the columns of line 1."""
    parsed = parse(f"\ufeffa = '목표'{end}b = 2{end}".encode())
    assert parsed.table == {"a": "목표", "b": 2}
    assert parsed.place(("a",)) == (1, 1)
    assert only(parse(f"\ufeffa = x{end}".encode()))[:2] == (1, 5)


def test_how_deep_is_too_deep() -> None:
    """A key path has at most 64 parts, whatever stands at its end."""
    for opening, closing in ("[]", ("{a=", "}")):
        deep = [f"a = {opening * n}5{closing * n}".encode() for n in (63, 64)]
        assert [parse(data).table is None for data in deep] == [False, True]
    assert parse(f"a = {'[' * 64}{']' * 64}".encode()).table is not None


def test_what_is_printable_need_not_be_searched() -> None:
    """No sign that is forbidden is printable, so that only other texts are searched for one."""
    from kpi.facts.syntax import forbidden

    signs = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert not re.search(forbidden.FORBIDDEN_IN_KEYS, signs)
    assert re.search(forbidden.FORBIDDEN_IN_KEYS, "\n")


def test_place_of_the_nearest_ancestor() -> None:
    """A missing key is placed at its table; a key that is nowhere, at the start of the file."""
    parsed = parse(b"title = 'x'\n[[target]]\n  id = 'a'\n[[target.goal]]\nvalue = 1\n")
    assert parsed.place(("target", 0, "id")) == (3, 3)
    assert parsed.place(("target", 0, "unit")) == (2, 1)
    assert parsed.place(("target", 0, "goal", 0, "by")) == (4, 1)
    assert parsed.place(("nowhere", 3)) == (1, 1)
    assert parsed.place(()) == (1, 1)
    paths = [("target", 0, "id"), ("target", 0, "unit"), ("nowhere", 3)]
    assert list(parsed.places(paths).items()) == list(
        zip(paths, [(3, 3), (2, 1), (1, 1)], strict=True)
    )
    assert parsed.places([]) == {}
    assert parse(b"a = ").places([("a",)]) == {("a",): (1, 1)}


@pytest.mark.parametrize(
    ("data", "line", "column", "what"),
    [
        (b"\xff = 1", 1, 1, "the file is not UTF-8 from here on"),
        (b"a = 1\nb = '\xed\x95\x9c\xff'", 2, 7, "the file is not UTF-8 from here on"),
        (b"\xef\xbb\xbfa = '\xff'", 1, 6, "the file is not UTF-8 from here on"),
        (b"a = '\xed\xa0\x80'", 1, 6, "the file is not UTF-8 from here on"),
        ("a = 1".encode("utf-16"), 0, 0, "the file is UTF-16"),
        ("a = '목표'".encode("cp949"), 1, 6, "the file is not UTF-8 from here on"),
    ],
)
def test_bytes_that_are_not_utf8(data: bytes, line: int, column: int, what: str) -> None:
    """The first bad byte is placed in characters."""
    parsed = parse(data)
    assert parsed.table is None
    assert only(parsed) == (line, column, what)


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ("목표 = 1", 1, 1, "this is neither a key nor a [table]"),
        ("a", 1, 2, 'a key without "="'),
        ("\n  a = ", 2, 7, "this is not a value"),
        ("a = 1\na = 2", 2, 1, "the key stands twice"),
        ('a = ["b",\n[target]\nid = "c"', 1, 10, "a list is not closed"),
        ('a = ["b",\n[-]\nid = "c"', 2, 2, "this is not a value"),
        ("a = { b = 1, b = 2 }", 1, 14, "the key stands twice"),
        ("  a = 1\n  a = 2", 2, 3, "the key stands twice"),
        ("[a]\n [a]", 2, 2, "the table stands twice"),
        ("[a]\n[a]", 2, 1, "the table stands twice"),
        ("value = 1,000", 1, 10, "a number is not written as 1,000"),
        ("value = 30%", 1, 11, "a number is not written as 30%"),
        ("by = 2030-Q3", 1, 10, "2030-Q3 stands without quotation marks"),
        ("id = abc", 1, 6, "this is not a value"),
        ("on = 2024-02-30", 1, 6, "this day or time is not in the calendar"),
        ("a = [1\n", 1, 7, "a list is not closed"),
        ("[a]\nb = 1\n[[a]]\nb = 1\n[[a]]", 1, 1, "the table stands twice"),
        ("a = [1 2]", 1, 8, "a comma is missing between two items"),
        ("a = { b = 1\n}", 1, 12, "a table in braces is not closed"),
        ("a = 'x", 1, 7, "a text is not closed"),
        ("a = 'x\nb = 1\n", 1, 7, "a text is not closed"),
        ('a = "x', 1, 7, "a text is not closed"),
        ("b = 1\na = '''x\r\ny", 2, 5, "a text is not closed"),
        ('b = """x"""\na = """x', 2, 5, "a text is not closed"),
        ('a = "x\n"', 1, 7, "a text is not closed"),
        ("a = 'x\n'", 1, 7, "a text is not closed"),
        ("a = '\x1b'", 1, 6, "the invisible character U+001B stands here"),
        ("a = '\0'", 1, 6, "the invisible character U+0000 stands here"),
        ("[a", 1, 3, "a [table] heading is not closed"),
        ("[[a]", 1, 4, "a [[table]] heading is not closed"),
        ("[]", 1, 2, "a key is missing or begins with a sign that it must not"),
        ('a = "C:\\dir"', 1, 10, "a backslash that means nothing"),
        ('a = "\\ud800"', 1, 12, "an escape that is no character"),
        ('a = "\\u12"', 1, 8, "an escape that is no character"),
        ("a = []\n[[a]]", 2, 4, "a table or list that was written in one line is added to"),
        ("[a.b]\n[a]\nb.c = 1", 3, 1, "the name is used for two things"),
        ("a = " + "9" * 5000, 1, 5, "a number of absurd length"),
        ("b = 1\na = 1e99999999999999999999", 2, 5, "a number of absurd length"),
        ("a = 1.5e-99999999999999999999", 1, 7, "a number of absurd length"),
        ("a = " + "[" * 3000 + "]" * 3000, 0, 0, "lists or tables are nested too deeply"),
        ("a = " + "[" * 70 + "]" * 70, 0, 0, "lists or tables are nested too deeply"),
        ("b" + ".b" * 70 + " = 1", 0, 0, "lists or tables are nested too deeply"),
        (
            "b" + ".b" * 100_000 + " = 1",
            0,
            0,
            "a line has more than 300 full stops outside of texts",
        ),
    ],
)
def test_what_is_not_toml(text: str, line: int, column: int, what: str) -> None:
    """What tomllib refuses, or would choke on, is told in our words at its place."""
    parsed = parse(text.encode())
    assert parsed.table is None
    assert only(parsed)[2] == what
    assert only(parsed)[:2] == (line, column)
    assert parsed.place(("a",)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("id = abc", "this is not a value",
         "put texts between quotation marks; write numbers as 1000 or 0.5, dates as 2024-06-30"),
        ("a = True", "this is not a value", "write true or false, in small letters"),
        ("a = FALSE", "this is not a value", "write true or false, in small letters"),
        ("a = \nb = 1", "there is no value", 'write one after the "="'),
        ("a = “b”", "“ is no quotation mark here", 'write "…", with straight ones'),
        ("a = ３", "digits other than 0 to 9", "write the number with the digits 0 to 9"),
        ("a = { b = 1, }", "a comma stands before the closing brace", "remove the comma"),
        ("a = { b = 1,\n}", "a table in braces goes on in the next line",
         "write it in one line, or as a [table] of its own"),
        ("a = '\x1b'", "the invisible character U+001B stands here", "remove it"),
        ("by = 2030-S1", "2030-S1 stands without quotation marks", 'write "2030-S1"'),
        ("by = 2030-06", "2030-06 stands without quotation marks", 'write "2030-06"'),
        ("by = 2030-W05", "2030-W05 stands without quotation marks", 'write "2030-W05"'),
        ("a = 1\na = 2", "the key stands twice", "keep one of the two"),
        ("[a]\n[a]", "the table stands twice",
         "keep one, or write [[two brackets]] for a list"),
        ("a = []\n[[a]]", "a table or list that was written in one line is added to",
         "write it as a [table] of its own"),
        ("[a.b]\n[a]\nb.c = 1", "the name is used for two things", "rename one of them"),
        ("by = 2030 end", "there is more on the line than a value",
         "put texts such as 2024-Q3 between quotation marks; write numbers as 1000 or 6.4, without"
         " a unit or thousands separators"),
        ("a", 'a key without "="',
         'write key = value, such as value = 6.4; put a key with a space or a letter beyond'
         ' ASCII in "quotation marks"'),
        ("목표 = 1", "this is neither a key nor a [table]",
         'write key = value; put a key with a letter beyond ASCII in "quotation marks"'),
        ("[]", "a key is missing or begins with a sign that it must not",
         'put a key with other than A-Z a-z 0-9 _ - in "quotation marks"'),
        ("on = 2024-02-30", "this day or time is not in the calendar",
         "write one such as 2024-06-30"),
        ("a = [1", "a list is not closed", 'end it with "]", with commas between its items'),
        ("a = { b = 1 c }", "a table in braces is not closed",
         'end it with "}" on the same line, with commas between its keys; put texts such as 2024-Q3'
         " between quotation marks, and write numbers without a unit or a leading zero"),
        ('a = "x', "a text is not closed", "end it with a quotation mark"),
        ("a = 'x", "a text is not closed", "end it with a quotation mark"),
        ("a = '''x", "a text is not closed", "end it with '''"),
        ('a = """x', "a text is not closed", 'end it with """'),
        ('a = "x\n"', "a text is not closed",
         'end it with a quotation mark; a text of several lines stands in """'),
        ("[a", "a [table] heading is not closed", 'end it with "]"'),
        ("[[a]", "a [[table]] heading is not closed", 'end it with "]]"'),
        ('a = "C:\\dir"', "a backslash that means nothing",
         "write two, or put the text between 'single quotation marks'"),
        ('a = "\\ud800"', "an escape that is no character", "write the character itself"),
        ('a = "\\u12"', "an escape that is no character", "write the character itself"),
        ("<<<<<<< ours\na = 1", "git left the marks of a conflict",
         "keep one version, and remove the marked lines"),
        ("a = 1\n=======\n", "git left the marks of a conflict",
         "keep one version, and remove the marked lines"),
        ("a = 1\n>>>>>>> theirs", "git left the marks of a conflict",
         "keep one version, and remove the marked lines"),
        *((f"a = {mark}b{mark}", f"{mark} is no quotation mark here",
           'write "…", with straight ones') for mark in "“”‘’„«「`"),
    ],
)  # fmt: skip
def test_what_is_seen_at_the_place(text: str, what: str, remedy: str) -> None:
    """What stands there often says more than tomllib's message, and what to write instead."""
    (fault,) = parse(text.encode()).faults
    assert (fault.what, fault.remedy) == (what, remedy)


def test_no_word_of_tomllib_is_untranslated() -> None:
    """Each message that tomllib can raise has words of ours."""
    import re
    from pathlib import Path

    from kpi.facts.syntax import toml_faults

    source = Path(tomllib.__file__).with_name("_parser.py").read_text("utf-8")
    said = re.findall(
        r"(?:suffixed_err\(src, (?:new_)?pos,|TOMLDecodeError\()\s*f?\"([^\"]+)\"", source
    )
    assert len(said) > 20
    ours = tuple(
        begin.replace("\\", "\\\\") for begin in toml_faults.WORDS
    )  # as source code spells it
    assert [each for each in said if not each.startswith((*ours, "Expected {", "{msg}"))] == []


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ('a = "\\u001b[31m"', 1, 1, "the text holds the invisible character U+001B"),
        ('a = "x\\r"', 1, 1, "the text holds the invisible character U+000D"),
        ('a = "\\u0000"', 1, 1, "the text holds the invisible character U+0000"),
        ('a = "\\u007f"', 1, 1, "the text holds the invisible character U+007F"),
        ("a = '\x9b31m'", 1, 1, "the text holds the invisible character U+009B"),
        ("a = '\u2028'", 1, 1, "the text holds the invisible character U+2028"),
        ("[t]\n  a = [1, '\u202e']", 2, 11, "the text holds the invisible character U+202E"),
        ("a = '\u2066x\u2069'", 1, 1, "the text holds the invisible character U+2066"),
        ('"a\\tb" = 1', 1, 1, "the key holds the invisible character U+0009"),
        ('[x."a\\nb"]', 1, 1, "the key holds the invisible character U+000A"),
        ("'\u202ex' = 1", 1, 1, "the key holds the invisible character U+202E"),
        ("b = 1\na = 'cafe\u0301'", 2, 1, "the text is not in Unicode normal form C"),
        ("'\u1112\u1161\u11ab' = 1", 1, 1, "the key is not in Unicode normal form C"),
        ("a = 9223372036854775808", 1, 1, "an integer beyond 64 bits"),
        ("a = 0x" + "f" * 5000, 1, 1, "an integer beyond 64 bits"),
    ],
)
def test_what_misleads(text: str, line: int, column: int, what: str) -> None:
    """Texts that a terminal or an eye could be misled by are faults; the rest is still read."""
    parsed = parse(text.encode())
    assert parsed.table
    assert only(parsed) == (line, column, what)


@pytest.mark.parametrize(
    "text",
    [
        'a = """\nfirst\n\tsecond"""',
        'a = "one\\ntwo\\tthree"',
        "a = '가나다 … – × é'",
        '"AI 활용" = 1',
        "a = 9223372036854775807\nb = -9223372036854775808",
        "a = true",
        "# \u202e in a comment is never shown",
        "",
    ],
)
def test_what_is_fine(text: str) -> None:
    """Newlines and tabs in texts, any script in NFC, and whole 64-bit integers."""
    assert parse(text.encode()).faults == ()


def test_all_faults_at_once_in_the_order_of_the_file() -> None:
    """Nothing stops at the first fault."""
    parsed = parse("b = '\u202e'\na = ['\x85', 'e\u0301\u2029']\n".encode())
    assert [(f.line, f.column) for f in parsed.faults] == [(1, 1), (2, 6), (2, 11), (2, 11)]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_nothing_is_ever_raised(data: bytes) -> None:
    """Any bytes give a table, or exactly one fault at a place within them."""
    parsed = parse(data)
    assert (parsed.table is None) <= (len(parsed.faults) == 1)
    for fault in parsed.faults:
        assert 0 <= fault.line <= data.count(b"\n") + 1


def test_long_keys_do_not_hang() -> None:
    """The worst 1 MiB that the limits let through is read in seconds, not hours."""
    line = "a." * 290 + "a"
    text = "".join(f"[[{line}]]\n" for _ in range(1_000_000 // len(line)))
    start = time.process_time()
    parse(text.encode())
    assert time.process_time() - start < 20


def test_blanks_in_a_heading_do_not_hang() -> None:
    """Nobody shares out a hundred thousand blanks before and behind a bracket that is missing."""
    start = time.process_time()
    assert parse(b"[a" + b" " * 100_000 + b"x", past=True).table is None
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("line", "fine"),
    [("# a.b.c.d.e", True), ('k{} = "a.b.c.d.e"', True), ("k{} = 'a.b.c.d.e' # a.b", True),
     ("k{} = {{ a.b.c.d.e = 1 }}", False)],
)  # fmt: skip
def test_full_stops_within_texts_do_not_count(line: str, fine: bool) -> None:
    """Over 44,000 of them are too many outside of texts and comments only."""
    parsed = parse("\n".join(line.format(n) for n in range(11_001)).encode())
    if fine:
        assert parsed.faults == ()
    else:
        (fault,) = parsed.faults
        assert (fault.line, fault.what, fault.remedy) == (
            0, "there are more than 44,000 full stops outside of texts",
            "split the file into several",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("a = -9223372036854775808", None, ""),
        ("a = 9223372036854775807", None, ""),
        ("b = 1\na = -9223372036854775809", (2, 1), "an integer beyond 64 bits"),
        ("b = 1\na = 9223372036854775808", (2, 1), "an integer beyond 64 bits"),
        ('a = 1\r\nb = 2\r\nc = """x\r\n', (3, 5), "a text is not closed"),
        ("a = 한", (1, 5), "this is not a value"),
    ],
)
def test_integers_line_ends_and_letters(
    text: str, place: tuple[int, int] | None, what: str
) -> None:
    """64 bits are read, lines end as they may, and a letter is no digit."""
    parsed = parse(text.encode())
    assert [((one.line, one.column), one.what) for one in parsed.faults] == (
        [(place, what)] if place else []
    )


def test_the_place_of_a_key_at_the_top() -> None:
    """Which has no ancestor but the root."""
    found = parse(b'schema = 1\n title = "A"\n')
    assert [found.place((key,)) for key in ("schema", "title", "none")] == [(1, 1), (2, 2), (1, 1)]


@pytest.mark.parametrize("mark", "“”‘’„«「`")
def test_every_other_quotation_mark_is_told(mark: str) -> None:
    (fault,) = parse(f"a = {mark}b".encode()).faults
    assert fault.what == f"{mark} is no quotation mark here"


def test_a_comma_before_a_brace_is_told_whatever_follows_it() -> None:
    (fault,) = parse(b"a = { b = 1, } # so it is\n").faults
    assert (fault.what, fault.remedy) == (
        "a comma stands before the closing brace", "remove the comma",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "column"), [("a = 1\n  a = 2", 2, 3), ("  a = 1\na = 2", 2, 1)]
)
def test_what_stands_twice_begins_where_its_own_line_does(
    text: str, line: int, column: int
) -> None:
    """Also in the last line, which nothing ends."""
    assert only(parse(text.encode())) == (line, column, "the key stands twice")


@pytest.mark.parametrize(
    "line",
    ['a = "%s"', "a = '%s'", "a = 1 # %s", 'a = "\\\\%s\\""', 'a = """%s"""', "a = '''\n%s'''",
     "a = '''x'''\n# it's %s"],
)  # fmt: skip
def test_full_stops_of_texts_and_comments_are_no_keys(line: str) -> None:
    """A quote may have dots to the end of the line; they are no parts of a key."""
    assert parse((line % ("." * 500)).encode()).faults == ()
    beside = parse((line % ("." * 500) + "\nb" + ".b" * 301 + " = 1").encode())
    assert "full stops" in beside.faults[0].what


@pytest.mark.parametrize(("text", "lines", "known", "unread"), [
    ("a = 30%\nb = x\nc = 1", [1, 2], "abc", [2]), ("a = 1\na = 2\nb = x", [2, 3], "ab", [2, 3]),
    ("a = 'x\nb = 1", [1], "ab", [1]), ("a = { b = 1, b = 2 }\nc = 1", [1], "ac", [1]),
    ("a.b = 2030-Q1\r\n'c' = x\r\n", [1, 2], "ac", [2]), ("a = [1, x]\nb = 1", [1], "ab", [1]),
    ("a = {}\na.b = 1\nc = x", [2, 3], "ac", [2, 3]),
    ("a = {\n b = 1,\n}\nc = x", [1, 4], "ac", [1, 4]), ("a = x\n[[b]\n", [1, 2], "ab", [1]),
    ("[a\nb = 1\n[c]]\n[[c]]", [1, 3], "ac", []), ("a = { b = 1\nc = 1", [1], "ac", []),
])  # fmt: skip
def test_what_is_read_past_a_value_at_fault(
    text: str, lines: list[int], known: str, unread: list[int]
) -> None:
    """Each such fault, and all other lines: nothing is said of a value that nobody can tell."""
    parsed = parse(text.encode(), past=True)
    assert [fault.line for fault in parsed.faults] == lines
    assert parsed.table is not None
    assert set(parsed.table) == set(known)
    assert sorted(line for line, _ in parsed.passed.unread) == unread


@pytest.mark.parametrize(("items", "following"), [
    ("\n 1\n", "b = 1"), (" 1,\n 2,\n", "b = 1"), ("\n { c = 1 } # one\n", "b = 1"),
    (" 1,\n 2\n", "[b] # one"), ("\n 1\n", "[[b]]"),
])  # fmt: skip
def test_a_list_that_is_not_closed_is_told_once(items: str, following: str) -> None:
    """Each of the lines behind it was a list that is not closed."""
    parsed = parse(f"a = [{items}{following}\nc = 1\nd = x\ne = 1\n".encode(), past=True)
    told = [(fault.line, fault.what) for fault in parsed.faults]
    place = items.count("\n")
    assert told == [(place, "a list is not closed"), (place + 3, "this is not a value")]
    assert set(parsed.table or {}) >= {"a", "b"}
    assert parsed.passed.unread == {(place + 3, 1)}


@pytest.mark.parametrize("row", ["{ b = 30%, c = 1 },", "{ b = 1 }", "x,"])
def test_a_list_over_several_lines_is_read_past(row: str) -> None:
    """Its other rows are read; nothing else is said of what is at fault."""
    parsed = parse(f"a = [\n {{ b = 1 }},\n {row}\n {{ b = 2 }},\n]\nc = x".encode(), past=True)
    assert [fault.line for fault in parsed.faults] == [3, 6]
    assert parsed.table is not None
    assert len(parsed.table["a"]) == 3  # type: ignore[arg-type]
    assert parsed.passed.unread == {(6, 1)} | ({(3, 2), (1, 1)} if row == "x," else set())


@pytest.mark.parametrize(("text", "lines"), [
    ("a = {\n b = 1,\n[c]\nc = x", [1]), ("a = x\n[[b c]\n", [1, 2]), ("a = x\nb\n", [1, 2]),
    ("<p>a</p>\n<p>b</p>\n", [1]), ("a = x\n" + "b = 1\n" * 60, [1, *range(3, 53), 0]),
])  # fmt: skip
def test_what_is_not_read_past(text: str, lines: list[int]) -> None:
    """More may be wrong there than one line: what follows of it is no fault of its own."""
    parsed = parse(text.encode(), past=True)
    assert (parsed.table, [fault.line for fault in parsed.faults]) == (None, lines)
    assert len(parse(text.encode()).faults) == 1
