"""Where this program itself is, for whoever starts it without a PATH."""

from __future__ import annotations

import os
import sys


def executable() -> tuple[str, ...]:
    """This kpi by its absolute path, as a program that needs no PATH to be found."""
    called = os.path.abspath(sys.argv[0])
    beside = os.path.join(os.path.dirname(os.path.abspath(sys.executable)), "kpi")
    for path in (called, beside):
        if os.path.basename(path) == "kpi" and os.path.isfile(path) and os.access(path, os.X_OK):
            return (path,)
    return (os.path.abspath(sys.executable), "-c", "from kpi.cli.main import main; main()")
