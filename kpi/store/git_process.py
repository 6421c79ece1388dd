"""Starting the `git` program: without a shell, harmless, with a time limit, and fast.

`git` asks it whatever is needed and explains its refusals. What is here starts git with fewer
imports than `subprocess` brings (7 ms), for the two questions that a quick answer waits for. It
gives None wherever anything is out of the ordinary; `git` then asks again and says why.
"""

from __future__ import annotations

import os

SECONDS = 60  # after which git is stopped

#: Nothing that a repository's own configuration could make git run or ask.
SAFE = (
    "--no-pager", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotepath=off",
    "-c", "advice.graftFileDeprecated=false",  # what would be said of the empty one below
    "-c", "core.warnAmbiguousRefs=true", "-c", "log.showSignature=false",
    "-c", "log.follow=false", "-c", "log.showRoot=true", "-c", "i18n.logOutputEncoding=UTF-8",
    "-c", "diff.orderFile=/dev/null",
    "-c", "core.fileMode=false",  # who may run a file of facts says nothing of them
)  # fmt: skip
ENVIRONMENT = {
    "LC_ALL": "C",  # for its messages
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_GRAFT_FILE": os.devnull,  # nor parents that somebody gave to commits
    "GIT_NO_REPLACE_OBJECTS": "1",  # what was recorded, not what replaced it later
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone must not fetch what it lacks
}


def environment() -> dict[str, str]:
    """The variables that git gets: ours, less what would redirect it.

    The one place below `cli` that looks at the environment: git needs HOME and PATH, and which
    folders are trusted may be said there alone, as in a container.
    """
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    trusted = _trusted()
    for nth, folder in enumerate(trusted):
        kept |= {f"GIT_CONFIG_KEY_{nth}": "safe.directory", f"GIT_CONFIG_VALUE_{nth}": folder}
    return kept | ENVIRONMENT | {"GIT_CONFIG_COUNT": str(len(trusted))}


def _trusted() -> list[str]:
    """The folders that the environment tells git to trust, whoever owns them."""
    count = os.environ.get("GIT_CONFIG_COUNT", "")
    numbers = range(int(count) if count.isdecimal() and len(count) < 4 else 0)
    return [
        os.environ.get(f"GIT_CONFIG_VALUE_{nth}", "")
        for nth in numbers
        if os.environ.get(f"GIT_CONFIG_KEY_{nth}", "").lower() == "safe.directory"
    ]


def may_name(revision: str) -> bool:
    """Whether what was typed may be asked of git as a revision: no option, and in plain signs."""
    return bool(revision) and not revision.startswith("-") and revision.isprintable()


def commit_of(root: str, revision: str) -> str | None:
    """The full name of the commit that a revision means; None if that takes a second look.

    >>> commit_of("/", "--output=x") is None
    True
    """
    if not may_name(revision):
        return None
    words = ("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    out = (Git(root, words).all() or b"").removesuffix(b"\n")  # a warning would stand here, too
    return out.decode() if len(out) in (40, 64) and out.isalnum() else None


class Git:
    """A running git whose output is read as it comes; what it says of errors counts as output."""

    def __init__(self, root: str, words: tuple[str, ...], given: bytes | None = None) -> None:
        self._reader = self._process = -1
        able = hasattr(os, "posix_spawnp") and (given is None or hasattr(os, "memfd_create"))
        if not able:
            return
        source = -1
        try:
            if given is None:
                source = os.open(os.devnull, os.O_RDONLY)
            else:  # a file in memory: unlike a pipe it cannot fill up while nobody reads
                source = os.memfd_create("objects")
                view = memoryview(given)
                while view:
                    view = view[os.write(source, view) :]
                os.lseek(source, 0, os.SEEK_SET)
            self._start(root, words, source)
        except (OSError, ValueError):
            self.stop()
        finally:
            if source >= 0:
                os.close(source)

    def _start(self, root: str, words: tuple[str, ...], source: int) -> None:
        reader, writer = os.pipe()
        self._reader = reader
        try:
            self._process = os.posix_spawnp(
                "git",
                ["git", "-C", os.path.abspath(root), *SAFE, *words],
                environment(),
                file_actions=[
                    (os.POSIX_SPAWN_DUP2, source, 0),
                    (os.POSIX_SPAWN_DUP2, writer, 1),
                    (os.POSIX_SPAWN_DUP2, writer, 2),
                ],
            )
        finally:
            os.close(writer)

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`; empty at the end. Raises TimeoutError."""
        import select  # a C module, 0.2 ms

        if not select.select([self._reader], [], [], SECONDS)[0]:
            self.stop()
            raise TimeoutError
        return os.read(self._reader, size)

    def all(self) -> bytes | None:
        """All that it says; None if it could not be started, failed or hung."""
        if self._process < 0:
            return None
        parts = []
        try:
            while part := self.read(1 << 16):
                parts.append(part)
        except (OSError, ValueError):
            self.stop()
            return None
        return b"".join(parts) if self.ended() else None

    def ended(self) -> bool:
        """Waits for its end; whether it ended well."""
        if self._process < 0:
            return False
        process, self._process = self._process, -1
        self._close()
        return os.waitpid(process, 0)[1] == 0

    def stop(self) -> None:
        """Ends it, if it runs."""
        if self._process >= 0:
            os.kill(self._process, 9)
            self.ended()
        self._close()

    def _close(self) -> None:
        if self._reader >= 0:
            os.close(self._reader)
            self._reader = -1
