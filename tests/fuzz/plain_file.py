"""Any text by the reader of plainly written TOML: what it reads, tomllib reads alike."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.syntax import plain_toml, toml
from tests.fuzz import ledger
from tests.gallery import cases

WORDS = (
    *ledger.WORDS, b'"""', b"'''", b"\\\n", b'\\"', b"[[a]]", b"[a.b]", b"{", b"}", b", ", b" = ",
    b"2024-02-29", b"-0", b"1.50", b"true", b"#", b"\t", b"\r\n",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """The sound ledger, and the files of every fault that the gallery knows."""
    yield ledger.SOUND
    yield b'a = [1, { b = \'c\' }] # d\n[e.f]\ng = """\\\n  h \\\n  i"""\n[[j]]\n[j.k]\nl = -0.50\n'
    for case in cases():
        for _, recipe, text in case.files:
            if not recipe:
                yield text.encode()


def one(data: bytes) -> None:
    """Nothing is read otherwise than by tomllib, and nothing that is at fault is read at all."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    table = plain_toml.table(text)
    if table is None:
        return
    found = toml.at_length(text)
    assert not found.faults, text
    assert repr(found.table) == repr(table), text  # 1 is not true, and 1.10 is not 1.1
