"""The way of others' files into the ledger: bytes -> rows -> a preview and the batches."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kpi.cli.recording.bounded_process import apart
from kpi.facts.book import read_book
from kpi.facts.intake.against import Ledger
from kpi.facts.intake.arrivals import judge
from kpi.facts.intake.plan import Plan
from kpi.facts.intake.tables import read_table
from kpi.facts.keys.fields import Wrong
from kpi.render.import_preview import PREVIEW, Preview
from kpi.render.look import Look
from tests.fuzz.ledger import LARGE, TODAY, Held, printable, told
from tests.importing.conftest import TARGETS

SAMPLES = Path(__file__).parent.parent / "importing" / "samples"
DAY = dt.date(2025, 6, 30)
BOOK = read_book(Held({"targets.toml": TARGETS.encode()}))
LEDGER = Ledger({one.id: one for one in BOOK.targets}, BOOK.observations, TODAY)
PLAN = Plan(target="share")


def imported(data: bytes, plan: Plan = PLAN) -> None:
    """The whole way; Wrong, with what to do, is the only way in which it may fail.

    What would be recorded is read as the ledger reads it: no import may spoil a project.
    """
    try:
        arrivals = judge(read_table(data, plan, apart), plan, LEDGER, DAY)
    except Wrong as wrong:
        if not (wrong.what and wrong.remedy):
            raise
        return
    for form, preview in PREVIEW.items():
        text = preview(Preview("f", arrivals), Look(width=80), "")
        if form != "json":
            printable(text)
    if arrivals.files:
        assert arrivals.sound
        book = read_book(Held({"targets.toml": TARGETS.encode(), **arrivals.files}))
        assert book.problems == ()
        assert book.count == arrivals.count("new")
        if len(data) < LARGE:
            told({"targets.toml": TARGETS.encode(), **arrivals.files}, data)
