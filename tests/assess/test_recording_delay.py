"""How late facts were recorded, by owner: counted by hand."""

import datetime as dt

from kpi.assess.recording_delay import Delay, Entry, begun_on, lateness
from tests.assess.conftest import STRAIGHT, book

OWNED = "\n".join(
    STRAIGHT.replace('"x"', f'"{id_}"').replace("unit =", f'owner = "{owner}"\nunit =')
    for id_, owner in (("x", "Ministry of Haste"), ("y", "Ministry of Leisure"), ("z", "Nobody"))
)
#: Published on 1 and on 10 June.
FACTS = "\n--- 2021_2022-06-01\nvalue = 12\n--- 2022_2023-06-10\nvalue = 14"


def entries(*days: tuple[str, int, str | None]) -> list[Entry]:
    """Records of a target's first or second fact, each on its day; None waits."""
    found = book(OWNED + FACTS)
    targets = {target.id: target for target in found.targets}
    return [
        Entry(
            targets[id_], found.observations["x"][nth], dt.date.fromisoformat(day) if day else None
        )
        for id_, nth, day in days
    ]


def test_what_was_recorded_before_it_was_published_has_a_negative_delay() -> None:
    """Two days before 1 June, and nine after."""
    early, late, waiting = entries(("x", 0, "2022-05-30"), ("x", 0, "2022-06-10"), ("x", 0, None))
    assert (early.delay_days, late.delay_days, waiting.delay_days) == (-2, 9, None)


def test_the_owner_who_is_latest_stands_first() -> None:
    """By the median: 3 of 1, 3 and 50 days against 10; by name where they are equal."""
    some = entries(("x", 0, "2022-06-02"), ("x", 0, "2022-06-04"), ("x", 0, "2022-07-21"),
                   ("y", 0, "2022-06-11"))  # fmt: skip
    late, soon = lateness(some)
    assert (late.owner, late.all) == ("Ministry of Leisure", Delay(1, 10.0, 10))
    assert (soon.owner, soon.all) == ("Ministry of Haste", Delay(3, 3.0, 50))
    equal = lateness(entries(("y", 0, "2022-06-02"), ("x", 0, "2022-06-02")))
    assert [one.owner for one in equal] == ["Ministry of Haste", "Ministry of Leisure"]


def test_what_waits_is_left_out() -> None:
    """Also an owner of whom nothing is recorded yet."""
    (only,) = lateness(entries(("x", 0, "2022-06-02"), ("x", 1, None), ("z", 1, None)))
    assert (only.owner, only.all.facts) == ("Ministry of Haste", 1)
    waiting = entries(("x", 1, None), ("z", 1, None))
    assert (begun_on(waiting), lateness(waiting)) == (None, ())


def test_what_was_published_on_the_day_the_ledger_began_is_since_then() -> None:
    """The first record is of 10 June 2023: what was published that day, and not a year before."""
    (found,) = lateness(entries(("x", 0, "2023-06-10"), ("x", 1, "2023-06-12")))
    assert found.all == Delay(2, (374 + 2) / 2, 374)
    assert found.since == Delay(1, 2.0, 2)
