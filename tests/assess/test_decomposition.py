"""What moved a share: worked on a published pair of figures, and laws that hold for any."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.assess.decomposition import Decomposition, decomposition
from kpi.assess.evidence.series_lines import Line
from kpi.facts.periods import Period
from kpi.facts.records import Observation, Series
from tests.run import Kpi

Parts = tuple[str, str]


def line(*parts: Parts | None, **changes: object) -> Line:
    """A series of yearly figures from 2020 on, each made of these parts or of none."""
    values = []
    for nth, one in enumerate(parts):
        n, d = (Decimal(one[0]), Decimal(one[1])) if one else (None, None)
        values.append(Observation(
            "share", "main", Period.parse(str(2020 + nth)), Decimal(5), dt.date(2021 + nth, 6, 1),
            f"{nth}", numerator=n, denominator=d, **changes,
        ))  # fmt: skip
    return Line(Series("main", ()), True, tuple(values), (), ())


def halves(*parts: Parts | None) -> Decomposition:
    found = decomposition(line(*parts), "%")
    assert found is not None
    return found


def test_the_international_share_of_research_money() -> None:
    """332.1bn of 5,432.4bn won, then 530.9bn of 4,683.8bn (edaily): the whole shrank by 14 %.

    By hand: 198.8 (1/5432.4 + 1/4683.8) / 2 is 3.952 points, 863 (1/4683.8 - 1/5432.4) / 2 1.270.
    """
    found = halves(("332.1", "5432.4"), ("530.9", "4683.8"))
    assert float(found.from_numerator) == pytest.approx(3.952, abs=5e-4)
    assert float(found.from_denominator) == pytest.approx(1.270, abs=5e-4)


def test_a_share_that_rises_because_its_whole_shrinks() -> None:
    """10 of 100, then 9 of 60: 10 % became 15 % although less is counted."""
    found = halves(("10", "100"), ("9", "60"))
    assert found.from_numerator < 0 < found.from_denominator
    assert found.from_numerator + found.from_denominator == pytest.approx(Decimal(5))


def test_from_the_first_that_states_its_parts_to_the_latest() -> None:
    """What lies between, and figures without parts before it, do not matter."""
    found = halves(None, ("10", "100"), None, ("30", "100"), ("20", "100"))
    assert [one.period.text for one in (found.first, found.last)] == ["2021", "2024"]
    assert (found.from_numerator, found.from_denominator) == (10, 0)


@pytest.mark.parametrize(
    "parts",
    [
        (("10", "100"),),
        (("10", "100"), ("20", "100"), None),  # of the latest nothing is known
        (("10", "0"), ("20", "100")),
        (None, None),
        (),
    ],
)
def test_nothing_is_said_of_what_is_not_stated(parts: tuple[Parts | None, ...]) -> None:
    assert decomposition(line(*parts), "%") is None


def test_nothing_is_said_of_a_limit_or_of_what_is_no_share() -> None:
    two = (("10", "100"), ("20", "100"))
    assert decomposition(line(*two, bound="<="), "%") is None
    assert decomposition(line(*two), "companies") is None


some = st.decimals(min_value="0.001", max_value="1e9", places=3)


@given(some, some, some, some)
def test_the_two_add_up_and_no_order_matters(
    n0: Decimal, d0: Decimal, n1: Decimal, d1: Decimal
) -> None:
    """Complete: nothing is left over. Turned round in time, each has the other sign."""
    before, after = (str(n0), str(d0)), (str(n1), str(d1))
    there, back = halves(before, after), halves(after, before)
    whole = 100 * n1 / d1 - 100 * n0 / d0
    size = float(max(abs(there.from_numerator), abs(there.from_denominator), Decimal(1)))
    assert float(there.from_numerator + there.from_denominator - whole) == pytest.approx(
        0, abs=1e-12 * size
    )
    assert back.from_numerator == -there.from_numerator
    assert back.from_denominator == -there.from_denominator


SHARE = """\
schema = 1
[[target]]
id = "share"
title = "Share"
unit = "%"
direction = "up"
baseline = { period = 2020, value = 6 }
goal = { value = 15, by = 2030 }
"""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("since 2023: +3.95 pp by the numerator (332.1 → 530.9)",
                "+1.27 pp by the denominator (5,432.4 → 4,683.8)")),
        ("ko", ("2023년 이후: 분자(332.1 → 530.9)에 따른 변화 +3.95%p",
                "분모(5,432.4 → 4,683.8)에 따른 변화 +1.27%p")),
    ],
)  # fmt: skip
def test_it_stands_on_the_page_of_a_target(
    tmp_path: Path, lang: str, said: tuple[str, str]
) -> None:
    (tmp_path / "targets.toml").write_text(SHARE, "utf-8")
    folder = tmp_path / "observations" / "share"
    folder.mkdir(parents=True)
    for name, figure in (("2023_2024-03-05", (6.1, 332.1, 5432.4)),
                         ("2024_2025-01-05", (11.3, 530.9, 4683.8))):  # fmt: skip
        keys = zip(("value", "numerator", "denominator"), figure, strict=True)
        text = "".join(f"{key} = {value}\n" for key, value in keys)
        (folder / f"{name}.toml").write_text(text, "utf-8")
    kpi = Kpi(tmp_path, KPI_TODAY="2026-11-22")
    for form in ("table", "markdown", "html"):
        shown = kpi("show", "share", "-f", form, "--lang", lang).stdout
        assert all(one in shown for one in said), shown
    found = json.loads(kpi("show", "share", "-f", "json").stdout)["target"]["decomposition"]
    assert found["since"] == "2023"
    assert found["from_numerator"] + found["from_denominator"] == pytest.approx(5.22, abs=5e-3)
