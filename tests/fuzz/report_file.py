"""A stored report of any bytes, as `kpi report --verify` and the next report read it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kpi.cli.exits import Stop
from kpi.cli.reports import stored
from kpi.render.report_stamp import MARK, SCHEMA

WORDS = (
    '"schema":', f'"{SCHEMA}"', '"version":', '"week":', '"2026-W47"', '"on":', '"as_of":',
    '"since":', '"records":', '"commit":', '"sha256":', '"uncommitted":', '"replayed":',
    '"apart":', '"file":', '"observations/a/2024_2025-01-01.toml"',
    '"targets":', MARK, " -->", "<!DOCTYPE html>", "null", "true", '"lang":', '"ko"',
)  # fmt: skip
_RECORDS = {"commit": "a" * 40, "uncommitted": False, "sha256": "00"}
_STAMP = json.dumps(
    {"schema": SCHEMA, "version": "1", "lang": "en", "week": "2026-W47", "on": "2026-11-22",
     "as_of": "2026-11-22", "since": {"week": None}, "targets": [], "records": _RECORDS}
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """As JSON, as Markdown and as a page, by what each says of itself."""
    yield _STAMP.encode()
    yield f"# Report\n\n{MARK}{_STAMP} -->\n".encode()
    yield f"<!DOCTYPE html>\n<p>{MARK}{_STAMP} -->\n".encode()


def one(data: bytes) -> None:
    """A report that kpi wrote, or one that it did not."""
    try:
        stored.read_stamp("r", data)
    except Stop as stop:
        if not (stop.code == 4 and stop.message):
            raise
