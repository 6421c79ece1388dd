"""CSV of any bytes: a preview, or one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fuzz.arrivals import SAMPLES, imported

WORDS = (
    "시점", "값", "단위", "period", "value", "Year", "Value", "Units", "TIME_PERIOD", "OBS_VALUE",
    "2023", "2024.1", "202403", "2024-Q1", "2024년 1분기", "1/4", "상반기", "6.4", "1,234",
    "1.234,5", "1.2조", "△3", "(3)", "-", "p)", "%", "십억원", "sep=;", '"', '""', "\t", ";", "|",
    "\ufeff", "status", "note", "published", "2024-06-30", "target", "share",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """A long and a wide table, by comma and by semicolon, in three encodings."""
    yield (SAMPLES / "kosis-wide.csv").read_bytes()
    yield b"period,value,note,status\n2023,6.4,x,final\n2024-Q1,1e3,,planned\n"
    yield "시점;값;단위\n2023;6,4;%\n2024;1.234,5;%\n".encode("cp949")
    yield "연도\t값\n2023\t6.4\n".encode("utf-16")
    yield b"target,period,value,published\nshare,2023,6.4,2024-06-30\nmoney,2024,1000,2025-01-01\n"
    yield b",2021,2022,2023\nshare of firms,1.0,2.0,-\nnote: x\n"


def one(data: bytes) -> None:
    """Whatever it holds."""
    if data[:1] not in (b"[", b"{") and data[:2] != b"PK":
        imported(data)
