"""What the rooms of the store must not leave behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


def children() -> list[str]:
    """The processes that this one has started and not buried; none where the system cannot say.

    Other tests have some of their own, so nobody may simply wait for any that there is.
    """
    tasks = Path("/proc/self/task")
    return sorted(
        child for task in tasks.glob("*/children") for child in task.read_text("ascii").split()
    )


@pytest.fixture
def nothing_stays() -> Iterator[None]:
    """No file stays open, and no process runs on or waits to be buried."""
    files, running = sorted(os.listdir("/dev/fd")), children()
    yield
    assert sorted(os.listdir("/dev/fd")) == files
    assert children() == running
