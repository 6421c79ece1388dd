"""One run of kpi report at a time for one folder of reports."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kpi.cli import exits, screen


@contextmanager
def locked(folder: str, quiet: bool) -> Iterator[bool]:
    """Makes the folder of reports and keeps other runs out of it; a failure leaves no empty one."""
    from kpi.store.lock import Held, lock

    new = not os.path.lexists(folder)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise exits.Stop(exits.OUTPUT, f"{folder} could not be made: {reason}") from None
    started = dt.datetime.now(dt.UTC).astimezone().isoformat(" ", "seconds")
    try:
        with lock(folder, state_folder(), f"process {os.getpid()}, started {started}") as alone:
            if not alone and not quiet:
                screen.err("kpi: warning: nothing could be locked here; let no two runs overlap")
            try:
                yield alone
            finally:
                if new:  # still under the lock: without it, another run may be about to write
                    with suppress(OSError):
                        os.rmdir(folder)
    except Held as held:
        by = held.by or "of another user, or just started"
        what = f"another kpi report is writing {folder} ({by})"
        raise exits.Stop(exits.REFUSED, f"{what}; try again when it has ended") from None


def state_folder() -> str | None:
    """The folder for what is the user's own and not the project's; None without a home."""
    base = os.environ.get("XDG_STATE_HOME", "")
    if os.path.isabs(base):
        return os.path.join(base, "kpi")
    home = os.path.expanduser("~")
    return os.path.join(home, ".local", "state", "kpi") if os.path.isabs(home) else None
