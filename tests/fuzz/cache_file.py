"""A kept answer of any bytes, in place of the one to a plain `kpi status`.

The first byte says how it is spoilt: the file as it lies on the disk, which then must never change
an answer; or all that its checksum is of, sealed anew, so that a fuzzer reaches what lies behind
it. Such a file may lie, as whoever writes it can, but nothing breaks; with the project as it was
when the answer was kept, or with a folder changed since, when the rest of the file is read too.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from kpi.cli import front, screen
from kpi.store import answer_cache
from tests.fuzz.ledger import SOUND
from tests.fuzz.targets_file import FACTS

WORDS = (
    answer_cache.FORM + b"\n", b"- -\n", b"\t", b"\n", b"targets.toml\t", b"observations\t",
    b"0 0\n",
    b"observations/share\t", b"-1", b"999999999999999999999", b"absent", b"\xff", b"1 ", b'["',
)  # fmt: skip
_RAW, _SEALED, _CHANGED = range(3)


@dataclass(frozen=True)
class _Place:
    """A project, its cache, and what stands in both when all is sound."""

    root: Path
    kept: Path
    sound: bytes
    truth: bytes


_places: list[_Place] = []


def _told(root: Path, cache: Path) -> bytes:
    """What a plain question prints."""
    said: list[bytes] = []
    here = {"XDG_CACHE_HOME": str(cache), "KPI_TODAY": "2026-11-22"}
    with patch.dict(os.environ, here), patch.object(screen, "put", said.append):
        os.environ.pop("KPI_CACHE", None)
        front.answer({**front.PLAIN, "folder": str(root)})
    return b"".join(said)


def _made() -> _Place:
    """Made once. Its files are moved into the past, or nothing of them would be kept."""
    if _places:
        return _places[0]
    base = Path(tempfile.mkdtemp(prefix="kpi-fuzz-"))
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    root, cache = base / "project", base / "cache"
    for name, data in {"targets.toml": SOUND, **FACTS}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    later = (root / "targets.toml").stat().st_ctime_ns + 60_000_000_000
    with patch("time.time_ns", lambda: later):  # a minute on, so that the files are old enough
        truth = _told(root, cache)
    kept = [path for path in cache.rglob("*") if path.is_file()]
    assert len(kept) == 1, "the answer was not kept, and nothing would be tried"
    _places.append(_Place(root, kept[0], kept[0].read_bytes(), truth))
    return _places[0]


def seeds() -> Iterator[bytes]:
    """The sound answer, in each of the ways."""
    sound = _made().sound
    yield bytes([_RAW]) + sound
    for kind in (_SEALED, _CHANGED):
        yield bytes([kind]) + sound.split(b"\n", 2)[2]


def one(data: bytes) -> None:
    """Whatever it holds, there is an answer."""
    place = _made()
    kind, rest = data[:1], data[1:]
    sealed = kind in (bytes([_SEALED]), bytes([_CHANGED]))
    seal = b"%s\n%s\n" % (answer_cache.FORM, answer_cache.checksum(rest).encode())
    whole = seal + rest if sealed else rest
    place.kept.write_bytes(whole)
    if kind == bytes([_CHANGED]):
        fact = place.root / sorted(FACTS)[0]
        fact.write_bytes(fact.read_bytes())  # the same bytes at another time
    said = _told(place.root, place.kept.parents[2])
    if not sealed:
        assert said == place.truth
    assert said
