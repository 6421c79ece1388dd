"""What is still known of an answer of today when a few folders of observations have changed.

After one more observation the rows of all other targets are as they were, and so is targets.toml.
So only the changed folders are read, and of targets.toml only the targets to which they belong; the
rest of the table is taken from the answer before.
"""

from __future__ import annotations

import datetime as dt

from kpi.cli.standing.fast_table import Rest, StampedRows, id_in_stamp
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.values import dataclass


@dataclass(frozen=True, slots=True)
class Before:
    """What was kept of the same question's last answer, of the same day."""

    notes: bytes
    stamp: list[str]
    changed: frozenset[str]  # files and folders of the stamp that are not as they were


def rest(before: Before, line: str) -> Rest | None:
    """What an answer leaves to be done; None if it leaves everything.

    `line` is that of the stamp of targets.toml, as it is now.
    """
    if not before.notes or before.changed & {TARGETS_FILE, OBSERVATIONS_FOLDER}:
        return None
    if before.stamp[0] != line:  # it has changed since that was looked at
        return None
    known = StampedRows()
    try:
        known.merge(before.notes)
        on = dt.date.fromisoformat(known.on)
    except ValueError:
        return None
    return Rest(known, frozenset(id_in_stamp(name) for name in before.changed), on)
