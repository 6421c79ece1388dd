"""targets.toml of any bytes: a ledger that is judged, or problems."""

from __future__ import annotations

from collections.abc import Iterator

from tests.facts.test_targets_apart import agrees
from tests.fuzz import ledger
from tests.gallery import cases

WORDS = ledger.WORDS
FACTS = {
    "observations/share/2022_2023-06-30.toml": b"value = 2.5\n",
    "observations/share/2023_2024-06-30.toml": b"value = 6.4\n",
    "observations/share/2024_2025-06-30.toml": b"value = 6.1\n",
    "observations/share/survey/2024_2025-06-30.toml": b"value = 9.1\n",
    "observations/law/2024-05-01_2024-05-02.toml": b"value = false\n",
}


def seeds() -> Iterator[bytes]:
    """The sound file, and the files of every fault that the gallery knows."""
    yield ledger.SOUND
    for case in cases():
        for name, recipe, text in case.files:
            if name == "targets.toml" and not recipe:
                yield text.encode()


def one(data: bytes) -> None:
    """Whatever the file holds, it is judged or its problems are told, and apart it is the same."""
    agrees(data)
    ledger.told({**FACTS, "targets.toml": data}, data)
