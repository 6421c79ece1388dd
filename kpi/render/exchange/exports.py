"""The table of exporters: what the ledger can be written as for other programs.

    EXPORTS[name].files(export)   {relative name: bytes}, of a format that is one file: {"": bytes}
    EXPORTS[name].ours(data)      whether a file is an earlier export of the same format

Every exporter is pure: the same export gives the same bytes on every machine and day.
"""

from __future__ import annotations

from collections.abc import Callable

from kpi.render.exchange import badge, calendar, datapackage, feed, opensdg, tidy
from kpi.render.exchange.ledger import OBSERVATIONS, Export
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `folder` has several files; `beginning` tells a file of ours from another."""

    files: Callable[[Export], dict[str, bytes]]
    folder: bool = False
    beginning: tuple[bytes, ...] = ()

    def ours(self, data: bytes) -> bool:
        """Whether `data` is empty, or begins as an export of this format does."""
        head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
        return not head or any(head.startswith(one) for one in self.beginning)


def _single(text: Callable[[Export], str]) -> Callable[[Export], dict[str, bytes]]:
    return lambda export: {"": text(export).encode()}


_NAMES = ",".join(column.name for column in OBSERVATIONS.columns[:8]).encode()

EXPORTS: dict[str, Exporter] = {
    "csv": Exporter(_single(tidy.tidy_csv), beginning=(_NAMES,)),
    "json": Exporter(_single(tidy.whole_json), beginning=(b'{\n "schema": "kpi.export/',)),
    "jsonl": Exporter(_single(tidy.json_lines), beginning=(b'{"target": ',)),
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
