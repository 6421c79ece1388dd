"""Data files of an Open SDG site of any bytes."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.plan import Plan
from tests.fuzz.arrivals import SAMPLES, imported
from tests.fuzz.ledger import LARGE

WORDS = ("Year,", ",Value\n", "Units", "Sex", "Series", "GeoCode", "Observation status", "2023",
         "6.4", ",,", "\r\n", '"', "percent", "%")  # fmt: skip
CHOSEN = Plan(target="share", filter={"Sex": ("Female",)})


def seeds() -> Iterator[bytes]:
    """The sample, and one with disaggregations."""
    yield (SAMPLES / "opensdg.csv").read_bytes()
    yield b"Year,Sex,Units,Value\n2022,,%,5.1\n2022,Female,%,4.8\n2023,,%,6.4\n2023,Female,%,\n"


def one(data: bytes) -> None:
    """The headline rows, and those of one group."""
    if data[:1] not in (b"[", b"{") and data[:2] != b"PK":
        imported(data)
        if len(data) < LARGE:
            imported(data, CHOSEN)
