"""The search: atheris changes files so that they reach new lines, as long as it is told to.

    python -m tests.fuzz.hunt all --seconds 600                  every format that time allows
    python -m tests.fuzz.hunt targets_file --seconds 60          look for crashes
    python -m tests.fuzz.hunt csv_file --seconds 60 --repeated   of a piece repeated to 1 MiB
    python -m tests.fuzz.hunt targets_file --replay FILE         once more, in a fresh process

What it has learnt is kept in .fuzz/FORMAT/, and what it has found in .fuzz/found/. A file that
seems to take too long or too much is replayed without the search, whose own cost is no finding.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import subprocess
import sys
import time
import traceback
from pathlib import Path

from tests.fuzz import bounds
from tests.fuzz.formats import FORMATS, Format, load, repeated

HERE = Path(".fuzz")
FOUND = HERE / "found"
LONGEST = 4096  # bytes of a file before it is repeated


def main() -> int:
    """0 if nothing was found, 1 if something was."""
    parser = argparse.ArgumentParser()
    parser.add_argument("format", choices=["all", *FORMATS])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--repeated", action="store_true")
    parser.add_argument("--replay", metavar="FILE")
    chosen = parser.parse_args()
    if chosen.replay:
        form, data = load(chosen.format), Path(chosen.replay).read_bytes()
        with bounds.bounded(_seconds(form, data)):
            form.one(data)
        return 0
    if chosen.format == "all":
        return _all(chosen.seconds)
    return _search(chosen.format, chosen.seconds, chosen.repeated)


def _all(seconds: int) -> int:
    """Every format, each in a process of its own, and each that may be large repeated too.

    They come in any order. To load a format and try its first files may take longer than its share
    of a short search: when half as much time again is over, the rest is left out, and said.
    """
    turns = [(name, []) for name in FORMATS]
    turns += [(name, ["--repeated"]) for name, long in FORMATS.items() if long is not None]
    random.shuffle(turns)
    each = str(max(seconds // len(turns), 1))
    codes, end = [], time.monotonic() + 1.5 * seconds
    for nth, (name, more) in enumerate(turns):
        if time.monotonic() > end:
            left = ", ".join(" ".join([one, *how]) for one, how in turns[nth:])
            sys.stdout.write(f"the time is over; not searched: {left}\n")
            break
        words = [sys.executable, "-m", "tests.fuzz.hunt", name, "--seconds", each, *more]
        done = subprocess.run(words, stderr=subprocess.PIPE, text=True, check=False)
        codes.append(done.returncode)
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if "INFO" not in line]
            sys.stderr.write("".join(f"{line}\n" for line in said[-20:]))
    return int(any(codes))


def _search(name: str, seconds: int, large: bool) -> int:
    import atheris

    with atheris.instrument_imports(include=["kpi", "tomllib", "zipfile"]):
        form = load(name)
    folder = HERE / (f"{name}-repeated" if large else name)
    folder.mkdir(parents=True, exist_ok=True)
    FOUND.mkdir(parents=True, exist_ok=True)
    for seed in form.seeds():
        if len(seed) <= LONGEST:
            split = len(seed) // 2
            data = b"\xff".join((seed, seed[split:], b"")) if large else seed
            (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    words = folder.with_suffix(".words")
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in form.words if word), "ascii")
    hunter = _Hunter(form, large, seconds)
    options = [
        f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-dict={words}", "-rss_limit_mb=0",
        "-timeout=120", "-print_final_stats=0", "-verbosity=0", f"-artifact_prefix={FOUND}/",
    ]  # fmt: skip
    atheris.Setup(["hunt", str(folder), *options], hunter.try_, enable_python_coverage=True)
    atheris.Fuzz()  # it ends the process; `hunter` decides how
    return 0


def _seconds(form: Format, data: bytes) -> float:
    """How long a file may take."""
    return (form.seconds or bounds.SECONDS) if len(data) > LONGEST else bounds.SECONDS


def _escaped(word: bytes) -> str:
    return "".join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\' else f"\\x{b:02x}" for b in word)


class _Hunter:
    """Tries files, keeps what breaks the property, and goes on, once for each kind of break."""

    def __init__(self, form: Format, large: bool, seconds: int) -> None:
        self.form, self.large = form, large
        self.tried, self.kinds = 0, set[str]()
        self.start, self.end = time.monotonic(), time.monotonic() + seconds

    def try_(self, data: bytes) -> None:
        self.tried += 1
        whole = repeated(data, bounds.LARGEST - 1) if self.large else data
        try:
            with bounds.bounded(_seconds(self.form, whole)):
                self.form.one(whole)
        except bounds.Exceeded as exceeded:
            self.keep(whole, str(exceeded), replay=True)
        except Exception as error:  # any is a finding
            self.keep(whole, _kind(error))
        if time.monotonic() > self.end:
            self.tell()

    def keep(self, data: bytes, kind: str, replay: bool = False) -> None:
        """Writes the file down, unless its like was written already or it passes when replayed."""
        if kind in self.kinds or len(self.kinds) > 20:
            return
        path = FOUND / f"{self.form.name}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        if replay:
            words = [sys.executable, "-m", "tests.fuzz.hunt", self.form.name, "--replay", str(path)]
            done = subprocess.run(words, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                path.unlink()
                return
            kind = done.stderr.strip().splitlines()[-1]
        self.kinds.add(kind)
        sys.stderr.write(f"found {path}: {kind}\n")

    def tell(self) -> None:
        """Says how it went, and ends the process."""
        import os

        how = " repeated to 1 MiB" if self.large else ""
        took = time.monotonic() - self.start
        sys.stdout.write(f"{self.form.name}{how}: {self.tried:,} tried in {took:.0f} s, "
                         f"{len(self.kinds)} found; {bounds.peak():.0f} MB\n")  # fmt: skip
        sys.stdout.flush()
        os._exit(1 if self.kinds else 0)


def _kind(error: Exception) -> str:
    """The error and where it arose: two of the same kind are one finding."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"


if __name__ == "__main__":
    sys.exit(main())
