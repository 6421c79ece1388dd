"""Boards built by hand, and snapshots as plain files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture
def snapshot():
    """Compare a text with tests/render/snapshots/NAME; KPI_UPDATE_SNAPSHOTS=1 writes it anew."""

    def check(name: str, text: str) -> None:
        file = SNAPSHOTS / name
        if os.environ.get("KPI_UPDATE_SNAPSHOTS") == "1":
            SNAPSHOTS.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert file.exists(), f"no snapshot {name}; KPI_UPDATE_SNAPSHOTS=1 writes it"
        assert text.encode() == file.read_bytes()

    return check
