"""The table of exporters: what the ledger can be written as for other programs.

    EXPORTS[name].files(export)     {relative name: bytes}; of a single file {"": bytes}
    EXPORTS[name].ours(head, tail)  whether a file is an earlier export of the same format

Every exporter is pure: the same export gives the same bytes on every machine and day; a binary
format, with the same version of the package that writes it.
"""

from __future__ import annotations

from collections.abc import Callable

from kpi.render.exchange import badge, calendar, datapackage, feed, opensdg, parquet, tidy
from kpi.render.exchange.known_rows import Export
from kpi.render.exchange.ledger import OBSERVATIONS
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `folder` has several files; `beginning`, and `mark` near the end if there is one,
    tell a file of ours from another. `binary` is nothing that a terminal can show; `extra` is what
    must be installed for it, the package and the extra of ours that brings it."""

    files: Callable[[Export], dict[str, bytes]]
    folder: bool = False
    beginning: tuple[bytes, ...] = ()
    mark: bytes = b""
    binary: bool = False
    extra: tuple[str, str] | None = None

    def ours(self, head: bytes, tail: bytes) -> bool:
        """Whether a file is empty, or begins and ends as an export of this format does."""
        head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        return not head or (head.startswith(self.beginning) and self.mark in tail)


def _single(write: Callable[[Export], str]) -> Callable[[Export], dict[str, bytes]]:
    return lambda export: {"": write(export).encode()}


_NAMES = ",".join(column.name for column in OBSERVATIONS.columns[:8]).encode()

EXPORTS: dict[str, Exporter] = {
    "csv": Exporter(lambda export: {"": tidy.tidy_csv(export)}, beginning=(_NAMES,)),
    "json": Exporter(_single(tidy.whole_json), beginning=(b'{\n "schema": "kpi.export/',)),
    "jsonl": Exporter(_single(tidy.json_lines), beginning=(b'{"target": ',)),
    "parquet": Exporter(
        lambda export: {"": parquet.parquet(export)}, beginning=(b"PAR1",), mark=parquet.MARK,
        binary=True, extra=("pyarrow", "panel"),
    ),
    "datapackage": Exporter(datapackage.data_package, folder=True),
    "opensdg": Exporter(opensdg.open_sdg, folder=True),
    "ics": Exporter(
        _single(calendar.calendar),
        beginning=(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kpi//kpi export//",),
    ),
    "atom": Exporter(
        _single(feed.feed),
        beginning=(b'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/'
                   b'Atom" xml:lang=',),
    ),
    "badge": Exporter(_single(badge.badge), beginning=(b'{\n "schemaVersion": 1,\n "label": ',)),
    "summary": Exporter(_single(badge.summary), beginning=(badge.MARK.encode(),)),
}  # fmt: skip
