"""The ledger that the tests of strength wear out: three targets and two facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gallery import FAULTS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sound project of the gallery, with a fact of `share` and one of `law`."""
    folder = tmp_path / "project"
    for name, text in {
        "observations/share/2022_2023-06-30.toml": "value = 2.5\n",
        "observations/law/2024-05-01_2024-05-02.toml": "value = false\n",
    }.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "targets.toml").write_bytes((FAULTS / "sound.toml").read_bytes())
    return folder
