"""A mapping, by which a file is read, of any bytes."""

from __future__ import annotations

from collections.abc import Iterator

from kpi.facts.intake.plan import read_plan
from tests.fuzz.arrivals import SAMPLES, imported

WORDS = ("file = ", "layout = ", "header = [1, 2]", "[columns]", "[filter]", "[[take]]", "[units]",
         "[targets]", "scale = 100", 'decimal = ","', 'style = "quarter"', '"kosis"', '"C1_NM"',
         "period = ", "value = ", 'target = "share"')  # fmt: skip
FILES = ((SAMPLES / "kosis.json").read_bytes(), (SAMPLES / "kosis-wide.csv").read_bytes())


def seeds() -> Iterator[bytes]:
    """The sample, and one of each kind of key."""
    yield (SAMPLES / "kosis.toml").read_bytes()
    yield (
        'file = "csv"\nlayout = "wide"\nheader = [1]\ndecimal = "."\nscale = 0.01\n'
        'target = "share"\n[columns]\nperiod = ["시점"]\nvalue = "값"\n[filter]\n"성별" = "계"\n'
    ).encode()


def one(data: bytes) -> None:
    """A mapping is refused with its problems, or it reads two files without a crash."""
    plan, problems = read_plan("m.toml", data)
    assert all(problem.remedy for problem in problems)
    if not problems:
        for file in FILES:
            imported(file, plan)
