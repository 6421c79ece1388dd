"""Answers that were given before, kept in the user's own cache folder.

An answer is kept under its question and with the stamp of the records it was made from. It is
given again only if the question is the same to the letter and the stamp still holds. The folder
may vanish, be full, be read-only or hold anything at any time: then there is no answer, and the
question is worked out anew. Nothing here raises, and nothing is ever written in a project.

The form is plain lines, so that nobody's bytes are ever run or unpacked:

    kpi answer 1                  the form
    01c291ca38f0d5e6              sum of all that follows: a file cut short is no answer
    ["status", …]                 the question, on one line
    1764000000 1764086400         from when to when it holds (seconds since 1970), or "- -"
    3 845                         lines of the stamp, and bytes of the text
    targets.toml⇥…                the stamp
    …                             the text
    …                             notes: whatever else was kept beside it
"""

from __future__ import annotations

import os

FORM = b"kpi answer 1"
MOST = 64  # answers kept for one project
LARGEST = 64 * 1_048_576  # bytes of one answer


class Answer:
    """A text that was printed, and under what it may be printed again."""

    __slots__ = ("begins", "ends", "notes", "question", "stamp", "text")

    def __init__(
        self,
        question: str,
        text: bytes,
        stamp: list[str],
        begins: int | None = None,
        ends: int | None = None,
        notes: bytes = b"",
    ) -> None:
        self.question = question  # on one line
        self.text = text
        self.stamp = stamp  # empty if it rests on nothing that can change
        self.begins, self.ends = begins, ends  # seconds since 1970; None if it always holds
        self.notes = notes

    def fits(self, now: float) -> bool:
        """Whether it may be given at `now`."""
        begun = self.begins is None or self.begins <= now
        return begun and (self.ends is None or now < self.ends)


def place(home: str, root: str) -> str:
    """The folder of a project's answers in the cache folder `home`."""
    path = os.path.realpath(root).encode("utf-8", "surrogateescape")
    return f"{home}/{checksum(path)}"


def load(folder: str, question: str) -> Answer | None:
    """The answer that is kept for a question; None if there is none, or none to be trusted.

    What belongs to somebody else, or what others may write to, is not trusted.
    """
    try:
        opened = os.open(f"{folder}/{_name(question)}", _READ)
    except OSError:
        return None
    try:
        state = os.fstat(opened)
        if not _own(state) or state.st_size > LARGEST:
            return None
        data = os.read(opened, state.st_size + 1)
        while len(data) < state.st_size and (more := os.read(opened, state.st_size)):
            data += more
    except OSError:
        return None
    finally:
        os.close(opened)
    answer = _parsed(data)
    return answer if answer is not None and answer.question == question else None


def save(folder: str, answer: Answer) -> bool:
    """Keeps an answer, in place of an older one. False if it could not be kept."""
    stamp = "".join(f"{line}\n" for line in answer.stamp).encode("utf-8", "surrogateescape")
    times = " ".join(
        "-" if moment is None else str(moment) for moment in (answer.begins, answer.ends)
    )
    rest = (
        f"{answer.question}\n{times}\n{len(answer.stamp)} {len(answer.text)}\n".encode()
        + stamp + answer.text + answer.notes
    )  # fmt: skip
    data = b"%s\n%s\n%s" % (FORM, checksum(rest).encode(), rest)
    if len(data) > LARGEST:
        return False
    temporary = f"{folder}/.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
        if not _own(os.lstat(folder)):
            return False
        opened = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return False
    try:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(opened, view) :]
        finally:
            os.close(opened)
        os.replace(temporary, f"{folder}/{_name(answer.question)}")
    except OSError:
        _forget(temporary)
        return False
    _thin(folder)
    return True


def _parsed(data: bytes) -> Answer | None:
    """The answer that a file holds; None if it is not as we write them."""
    try:
        form, check, rest = data.split(b"\n", 2)
        if form != FORM or check != checksum(rest).encode():
            return None
        question, times, sizes, rest = rest.split(b"\n", 3)
        begins, ends = (None if moment == b"-" else int(moment) for moment in times.split(b" "))
        lines, size = map(int, sizes.split(b" "))
        *stamp, rest = rest.split(b"\n", lines)
        if len(stamp) != lines or not 0 < size <= len(rest):
            return None
        shown = [line.decode("utf-8", "surrogateescape") for line in stamp]
        return Answer(question.decode(), rest[:size], shown, begins, ends, rest[size:])
    except (ValueError, OverflowError):
        return None


def _name(question: str) -> str:
    data = question.encode("utf-8", "surrogateescape")
    return f"{checksum(data)}-{len(data):x}"


def checksum(data: bytes) -> str:
    """16 letters that tell bytes from what a cut or a flipped bit makes of them: no seal.

    They are the remainder by 2**61 - 1, which the interpreter reckons by itself; a library's CRC-32
    takes 0.25 ms to load, a fiftieth of an answer. Two blocks of 61 bytes that change their places
    leave it as it is; no disk does that.
    """
    return f"{hash(int.from_bytes(data, 'big')):016x}"


def _own(state: os.stat_result) -> bool:
    """Whether it is a file or folder of ours to which nobody else may write."""
    owner = os.getuid() if hasattr(os, "getuid") else state.st_uid
    return state.st_uid == owner and not state.st_mode & 0o022


def _thin(folder: str) -> None:
    """Forgets the oldest answers where there are too many, and what killed writers left."""
    try:
        names = os.listdir(folder)
        if len(names) <= MOST:
            return
        ages = sorted((os.lstat(f"{folder}/{name}").st_mtime, name) for name in names)
    except OSError:
        return
    for _, name in ages[: len(names) - MOST // 2]:
        _forget(f"{folder}/{name}")


def _forget(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:  # `contextlib` would take longer to load than the whole answer
        return


_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
