"""Which records these are: their digest does not hang on how a checkout ends its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpi.store.origin import digest
from kpi.store.trees import WorkTree


def digest_of(root: Path, text: bytes) -> str:
    """The digest of a project whose only observation holds `text`."""
    file = root / "observations" / "x" / "2024_2025-01-01.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    (root / "targets.toml").write_bytes(b"schema = 1\n")
    file.write_bytes(text)
    return digest(WorkTree(str(root)), "targets.toml", "observations")


def test_a_checkout_with_other_line_ends_has_the_same_digest(tmp_path: Path) -> None:
    """git on Windows writes CR LF; a report that was made there is verified here."""
    assert digest_of(tmp_path, b"value = 1\r\n") == digest_of(tmp_path, b"value = 1\n")


@pytest.mark.parametrize("other", [b"value = 2\n", b"value = 1", b"value = 1\n\n", b""])
def test_another_content_has_another_digest(tmp_path: Path, other: bytes) -> None:
    """Whatever else differs is other records."""
    assert digest_of(tmp_path, other) != digest_of(tmp_path, b"value = 1\n")


def test_where_a_file_ends_is_part_of_the_digest(tmp_path: Path) -> None:
    """Two files are not one that holds the other's name and content."""
    second = "observations/x/2025_2026-01-01.toml"
    one = digest_of(tmp_path, b"1" + second.encode() + b"\0" + b"2")
    (tmp_path / second).write_bytes(b"2")
    assert digest_of(tmp_path, b"1") != one
