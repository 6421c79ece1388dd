"""The formats of `formats.py` by random trial: what `make fuzz` does for longer, and led by lines.

Never a crash, never more than the bounds; `KPI_TRIALS` multiplies how much is tried.
"""

from __future__ import annotations

import os
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import bounds
from tests.fuzz.formats import FORMATS, Format, load, repeated

TRIALS = int(os.environ.get("KPI_TRIALS", "1"))
#: A machine of a test may be slow, or measured for coverage: the bound is for finding squares.
PATIENCE = 3

_form = cache(load)
LARGE = {name: seconds for name, seconds in FORMATS.items() if seconds is not None}


def tried(form: Format, data: bytes, seconds: float = bounds.SECONDS) -> None:
    """One file, within the bounds."""
    with bounds.bounded(seconds * PATIENCE):
        form.one(data)


@pytest.mark.parametrize("name", FORMATS)
def test_every_seed(name: str) -> None:
    """What the search sets out from: the samples of all other tests."""
    form = _form(name)
    seeds = list(form.seeds())
    assert len(seeds) >= 2
    for seed in seeds:
        tried(form, seed)


@st.composite
def spoilt(draw: st.DrawFn, form: Format) -> bytes:
    """A seed with pieces cut out, words put in, and bytes changed."""
    found = bytearray(draw(st.sampled_from([*form.seeds()])))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(found)))
        end = at + draw(st.sampled_from([0, 0, 1, 2, 8, 64, 512]))
        found[at:end] = draw(st.just(b"") | st.sampled_from(form.words) | st.binary(max_size=4))
    return bytes(found)


@pytest.mark.parametrize("name", FORMATS)
def test_spoilt_files(name: str) -> None:
    """Sound files with a few slips."""
    form = _form(name)
    slow = name in ("revision", "command_line", "workbook_file")

    @settings(max_examples=(15 if slow else 60) * TRIALS, deadline=None, derandomize=TRIALS == 1,
              suppress_health_check=[*HealthCheck])  # fmt: skip
    @given(spoilt(form))
    def hold(data: bytes) -> None:
        tried(form, data)

    hold()


@pytest.mark.parametrize("name", LARGE)
def test_a_piece_repeated_to_a_mebibyte(name: str) -> None:
    """What is harmless once may take for ever, or all memory, a hundred thousand times."""
    form = _form(name)
    seeds = [*form.seeds()]

    @settings(max_examples=6 * TRIALS, deadline=None, derandomize=TRIALS == 1,
              suppress_health_check=[*HealthCheck])  # fmt: skip
    @given(
        st.sampled_from([b"", *seeds]),
        st.lists(st.sampled_from(form.words) | st.binary(min_size=1, max_size=3),
                 min_size=1, max_size=4),
        st.sampled_from([b"", b"]", b"}", b'"', b"\n"]),
    )  # fmt: skip
    def hold(head: bytes, pieces: list[bytes], tail: bytes) -> None:
        clean = [part.replace(b"\xff", b"") for part in (head, b"\n".join(pieces), tail)]
        tried(form, repeated(b"\xff".join(clean), bounds.LARGEST - 1), LARGE[name])

    hold()
