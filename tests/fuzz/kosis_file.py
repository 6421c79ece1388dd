"""Saved answers of KOSIS and ECOS of any bytes."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.plan import Plan
from tests.fuzz.arrivals import SAMPLES, imported
from tests.fuzz.ledger import LARGE

WORDS = (
    '"PRD_SE":', '"PRD_DE":', '"DT":', '"UNIT_NM":', '"C1_NM":', '"ITM_NM":', '"TBL_NM":',
    '"errMsg":', '"StatisticSearch":', '"row":', '"TIME":', '"DATA_VALUE":', '"RESULT":',
    '"MESSAGE":', '"A"', '"Q"', '"M"', '"2023"', '"202403"', '"6.4"', "null", "NaN", "Infinity",
    "1e999", "[{", "}]", "\\ud800", '"":',
)  # fmt: skip
CHOSEN = Plan(target="share", filter={"C1_NM": ("전체",)})


def seeds() -> Iterator[bytes]:
    """The samples of both services."""
    yield (SAMPLES / "kosis.json").read_bytes()
    yield (SAMPLES / "ecos.json").read_bytes()
    yield b'[{"PRD_SE":"A","PRD_DE":"2023","DT":"6.4","UNIT_NM":"%"}]'


def one(data: bytes) -> None:
    """With and without a choice of rows."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{"):
        imported(data)
        if len(data) < LARGE:
            imported(data, CHOSEN)
