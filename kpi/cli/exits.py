"""Exit codes, and the one exception by which a command ends with another than 0.

They are documented, tested and never renumbered. 1 has no meaning, because every crash of an
interpreter ends in 1.
"""

from __future__ import annotations

USAGE = 2
OFF_TRACK = 3
INVALID = 4
NOTHING = 5
REFUSED = 6
INTERNAL = 70
OUTPUT = 74
INTERRUPTED = 130
CLOSED_PIPE = 141

MEANINGS = {
    0: "fine",
    USAGE: "the command line was wrong",
    OFF_TRACK: "off track (only with --fail-on)",
    INVALID: "invalid data",
    NOTHING: "nothing to judge, or stale (with --fail-on)",
    REFUSED: "refused: would overwrite, git failed, or a shallow clone",
    INTERNAL: "internal error",
    OUTPUT: "output could not be written",
    INTERRUPTED: "interrupted",
    CLOSED_PIPE: "the reader of the output closed the pipe",
}


class Stop(Exception):  # noqa: N818 - an ending, not always an error
    """End the command with `code` after saying `message` on stderr (nothing if empty)."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def unwritten(name: str, error: Exception) -> Stop:
    """The end of a command that could not write a file or folder."""
    reason = getattr(error, "strerror", None) or str(error)
    return Stop(OUTPUT, f"{name} could not be written: {reason}")
