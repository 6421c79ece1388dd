"""What is still known of an answer of today when a few folders of observations have changed.

After one more observation the rows of all other targets are as they were, and so is targets.toml.
So only the changed folders are read, and of targets.toml only the targets to which they belong are
made and checked; the rest of the table is taken from the answer before.
"""

from __future__ import annotations

import datetime as dt

from kpi.cli.status_fast import Table, target_of
from kpi.facts.project_files import OBSERVATIONS_FOLDER, TARGETS_FILE
from kpi.facts.targets import read_some
from kpi.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kpi.facts.targets import Promises


@dataclass(frozen=True, slots=True)
class Before:
    """What was kept of the same question's last answer, of the same day."""

    notes: bytes
    stamp: list[str]
    changed: frozenset[str]  # files and folders of the stamp that are not as they were


@dataclass(frozen=True, slots=True)
class Rest:
    """The rows of the answer before, and the targets whose records have changed since."""

    known: Table
    changed: frozenset[str]  # by id
    promises: Promises | None  # of these targets; None if targets.toml must be read whole
    on: dt.date


def rest(before: Before, data: bytes, line: str) -> Rest | None:
    """What an answer leaves to be done; None if it leaves everything.

    `data` is the content of targets.toml, and `line` that of its stamp, both as they are now.
    """
    if not before.notes or before.changed & {TARGETS_FILE, OBSERVATIONS_FOLDER}:
        return None
    known = Table()
    try:
        known.merge(before.notes)
        on = dt.date.fromisoformat(known.on)
    except ValueError:
        return None
    changed = frozenset(target_of(name) for name in before.changed)
    whole = before.stamp[0] != line or _facts_of_all(before.stamp)
    return Rest(known, changed, None if whole else read_some(data, changed), on)


def _facts_of_all(stamp: list[str]) -> bool:
    """Whether there are batches that may hold facts of any target."""
    folder, count = f"{OBSERVATIONS_FOLDER}\t", 2  # the third part of a line
    return not any(one.startswith(folder) and one.split("\t")[count] == "0" for one in stamp)
