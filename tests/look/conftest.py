"""A real browser, and the pages that it opens."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


def missing(what: str) -> None:
    """Skip, or fail where nothing may be skipped (`.ci/run` sets KPI_REQUIRE_ALL)."""
    if os.environ.get("KPI_REQUIRE_ALL") == "1":
        pytest.fail(f"browser test: {what}")
    pytest.skip(f"browser test: {what}")


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Debian's Chromium without a window."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed; pip install --group browser")
    if not CHROMIUM.exists():
        missing(f"there is no {CHROMIUM}; apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as player:
        found = player.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that looks for barriers; run in a page by the test, never part of one."""
    if not AXE.exists():
        missing("there is no axe-core; cd tests/look && npm install --no-save axe-core@4")
    return AXE.read_text("utf-8")
