"""An observation file of any bytes: a fact that is judged, or problems."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fuzz import ledger
from tests.gallery import cases

WORDS = ledger.WORDS
NAMES = ("observations/share/2023_2024-06-30.toml", "observations/law/2024-06-30_2024-07-01.toml",
         "observations/money/2023_2024-06-30_r2.toml")  # fmt: skip


def seeds() -> Iterator[bytes]:
    """The facts of the gallery that hold no rows."""
    yield b'period = 2023\nvalue = 6.4\nsource = "x"\nstandard_error = 0.3\nbound = ">="\n'
    yield b"value = true\n"
    for case in cases():
        for name, recipe, text in case.files:
            if name.startswith("observations/") and "batch" not in name and not recipe:
                yield text.encode()


def one(data: bytes) -> None:
    """In the place of a share, of a milestone, and of a correction."""
    names = NAMES if len(data) < ledger.LARGE else NAMES[len(data) % len(NAMES) :][:1]
    for name in names:
        ledger.told({name: data}, data)
