"""A batch of any bytes: facts that are judged, or problems."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fuzz import ledger
from tests.gallery import cases

WORDS = ledger.WORDS
NAMES = ("observations/share/batch_2025-06-08_kosis.toml", "observations/batch_2025-06-08_a.toml",
         "observations/share/survey/batch_2025-06-08_a.toml")  # fmt: skip


def seeds() -> Iterator[bytes]:
    """Rows of one target, rows of several, and the batches of the gallery."""
    years = range(2010, 2025)
    yield "".join(f"[[observation]]\nperiod = {y}\nvalue = {y - 2000}\n" for y in years).encode()
    yield b'[[observation]]\ntarget = "money"\nperiod = "2024-Q1"\nvalue = 6\nnote = "x"\n'
    for case in cases():
        for name, recipe, text in case.files:
            if "/batch_" in name and not recipe:
                yield text.encode()


def one(data: bytes) -> None:
    """In the folder of a target, at the top, and in the folder of a series."""
    names = NAMES if len(data) < ledger.LARGE else NAMES[len(data) % len(NAMES) :][:1]
    for name in names:
        ledger.told({name: data}, data)
