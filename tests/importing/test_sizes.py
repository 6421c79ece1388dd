"""Doubts about the size of figures, and what ends them. All figures are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import Take

TOTAL = """
[[target]]
id = "spent"
title = "Spent so far"
kind = "total"
unit = "KRW bn"
direction = "up"
baseline = { period = 2020, value = 100 }
goal = { value = 3000, by = 2030 }

[[target]]
id = "year"
title = "Spent in 2030"
kind = "annual"
unit = "KRW bn"
goal = { value = 1000, by = 2030 }

[[target]]
id = "cover"
title = "Homes with fast internet"
unit = "%"
direction = "up"
baseline = { period = 2020, value = 60 }
goal = { value = 90, by = 2030 }

[[target]]
id = "slight"
title = "Spending against January 2020"
unit = "%"
direction = "up"
goal = { value = 5, by = 2030 }
"""


@pytest.fixture
def total(project: Path) -> str:
    """The id of a target whose figures are running totals."""
    path = project / "targets.toml"
    path.write_text(path.read_text("utf-8") + TOTAL, "utf-8")
    return "spent"


def table(*values: str) -> str:
    """A table of as many years up to 2024 as there are values."""
    first = 2025 - len(values)
    return "Year,Value\n" + "".join(f"{first + n},{one}\n" for n, one in enumerate(values))


def test_a_small_share_that_has_its_sign_is_one(take: Take) -> None:
    """Without the sign it may be a fraction: 62.3 % written as 0.623."""
    assert "is between 0 and 1" not in take(table("60.1%", "61.2%", "0.623%", "63.1%")).said
    took = take(table("60.1", "61.2", "0.623", "63.1"))
    assert "row 4: 0.623 is between 0 and 1, other figures are not; write 12.3" in took.said
    assert "is between 0 and 1" not in take(table("60.1", "61.2", "1.623", "63.1")).said
    assert len(take(table("60.1", "61.2", "0.623", "63.1"), "--scale", "1").facts) == 4
    below = take(table("60.1", "61.2", "-0.623", "63.1")).said
    assert "row 4: -0.623 is between -1 and 1, other figures are not" in below
    assert "every figure is between -1 and 1" in take(table("0.6", "-0.6")).said


@pytest.mark.parametrize(("values", "asked"), [
    (("0.4%", "0.5%"), False), (("0.4% p)", "0.5 %p)"), False), (("0.4 p)", "0.5"), True),
])  # fmt: skip
def test_small_shares_with_their_sign_and_a_mark_behind_it(take: Take, values, asked) -> None:  # type: ignore[no-untyped-def]
    took = take(table(*values))
    assert ("every figure is between 0 and 1" in took.said) == asked
    assert [value for _, value in took.shown] == [0.4, 0.5]


def test_a_unit_over_figures_and_another_size_above_them(take: Take) -> None:
    """The one repeats the target's own and says nothing; the other is asked about."""
    rows = "2020,1500\n2021,1600\n"
    took = take(f"(단위: 백만원)\nYear,Spent (KRW bn)\n{rows}", target="money")
    assert '"(단위: 백만원)" speaks of "백만", and the unit is "KRW bn"' in took.said
    assert take(f"Year,Spent (KRW bn)\n{rows}", target="money").code == 0


def test_a_running_total_that_falls(take: Take, total: str) -> None:
    """It is asked about, also against what is recorded, until a scale says that somebody looked."""
    falling = table("300", "250", "400")
    took = take(falling, target=total)
    said = "250 of 2023 is less than 300 before; record running totals, or add --scale 1 if the to"
    assert said in took.said
    assert len(take(falling, "--scale", "1", target=total).facts) == 3
    assert len(take(table("250", "250", "400"), target=total).facts) == 3
    assert take(table("300"), "--published", "2025-01-31", target=total, write=True).code == 0
    took = take("Year,Value\n2025,250\n", "--published", "2026-01-31", target=total)
    assert "250 of 2025 is less than 300 before" in took.said
    took = take("Year,Value\n2023,350\n", "--published", "2026-01-31", target=total)
    assert "300 of 2024 is less than 350 before" in took.said


def test_fractions_in_place_of_per_cent(take: Take, total: str) -> None:
    """Also where some are over 1: 102 % written as 1.02."""
    took = take(table("0.621", "0.664"), target="cover")
    said = 'every figure is between 0 and 1, and the unit is "%"; add --scale 100 if 0.123 means 12'
    assert said in took.said
    took = take(table("0.98", "1.01", "1.02"), target="cover")
    said = "figures of about 1.01 are far below the least known, 60; add --scale 100 if 1.02 means"
    assert said in took.said
    took = take(table("-0.212", "0.4", "0.55", "0.9", "1.05"), target="slight")
    assert "figures of about 0.55 are far below the least known, 5; add --scale 100 if" in took.said
    assert len(take(table("0.3", "0.8", "0.4", "0.9", "1.05"), target="slight").facts) == 5
    assert len(take(table("0.98", "1.01"), "--scale", "100", target="cover").facts) == 2
    assert "far below the least known" not in take(table("2.1", "2.2"), target="cover").said
    assert "far below" not in take(table("0.98%", "1.01%"), target="cover").said


@pytest.mark.parametrize(("values", "said"), [
    (("900", "910", "9150000", "930"), "row 4: 9150000 is far from the other figures; mend it, or"),
    (("900000", "910000"), "the figures are about 905,000, and all that is known of the target lies"
     " between 1,000 and 1,000 (companies); add --scale with the factor, or --scale 1 if they"),
    (("1.1", "1.2"), "the figures are about 1.15, and all that is known of the target lies betw"),
])  # fmt: skip
def test_figures_of_another_size(take: Take, values: tuple[str, ...], said: str) -> None:
    assert said in take(table(*values), target="firms").said
    assert len(take(table(*values), "--scale", "1", target="firms").facts) == len(values)


FAR = "is far from the other figures"
ONE = "is between 0 and 1, other figures are not"


@pytest.mark.parametrize(("target", "values", "said", "unsaid"), [
    ("firms", ("0", "0"), "", ""), ("firms", ("0", "900", "910"), "", ""),
    ("firms", ("0", "900", "910", "9150000", "930"), "row 5: 9150000 is far from", ""),
    ("firms", ("900", "910", "0.9", "930"), "row 4: 0.9 is far from the other figures", ONE),
    ("firms", ("0.001", "900000", "910000"), "the figures are about 900,000", FAR),
    ("share", ("0.5", "0.01", "1.2"), "", ""), ("share", ("1", "0.01", "1.2"), "", ""),
    ("share", ("1.5", "0.01", "1.8"), f"row 3: 0.01 {ONE}", ""),
    ("share", ("60.1", "61.2", "1", "63.1"), f"row 4: 1 {ONE}", ""),
    ("share", ("15", "16", "0.5", "17"), "", ONE), ("share", ("15.2", "16", "0.5", "17"), ONE, ""),
    ("share", ("14.9", "15.1", "0.5", "17"), "", ONE), ("share", ("0.5", "0.5"), "every", ONE),
    ("cover", ("1.9", "2"), "are far below the least known, 60", ""),
    ("firms", ("300", "320", "3199"), "", ""),
    ("firms", ("300", "320", "3200"), "3200 stands beside 320", ""),
    ("share", ("1", "10"), "10 stands beside 1", ""), ("share", ("1", "9.9"), "", ""),
    ("share", ("1.1", "-11"), "", ""), ("share", ("1.5", "-150"), "-150 stands beside 1.5", ""),
    ("spent", ("30", "2999"), "", ""), ("spent", ("30", "3000"), "3000 stands beside 30", ""),
    ("law", ("true", "false", "true"), "", ""),
])  # fmt: skip
def test_where_a_size_is_another_one(
    take: Take, total: str, target: str, values: tuple[str, ...], said: str, unsaid: str
) -> None:
    """At its limits: a fraction is thirty times smaller, a neighbour ten times as large."""
    took = take(table(*values), target=target)
    assert (said in took.said) if said else took.code == 0 or unsaid, took.said
    assert not unsaid or unsaid not in took.said


def test_a_unit_beside_a_figure_vouches_for_its_size(take: Take) -> None:
    """Of 0.623 in per cent, or of thousands that were converted, it was said what they count."""
    rows = "2022,60.1,%\n2023,61.2,%\n2024,0.623,%\n"
    assert ONE not in take(f"Year,Value,Unit\n{rows}").said
    rows = "2022,900,companies\n2023,910,companies\n2024,9150,thousand companies\n"
    took = take(f"Year,Value,Unit\n{rows}", target="firms")
    assert took.shown[-1] == ("2024", 9_150_000)
    assert FAR not in took.said


def test_of_figures_that_are_far_the_first_is_said(take: Take) -> None:
    took = take(table("900", "910", "9150000", "9250000", "930"), target="firms")
    assert took.said.count(FAR) == 1
    rows = "2023,firms,900000\n2024,firms,910000\n2023,share,7\n2024,share,8\n"
    took = take(f"Year,target,Value\n{rows}", target=None)
    assert "firms/main: the figures are about 905,000" in took.said


def test_beside_a_narrow_range_fifty_times_is_far(take: Take) -> None:
    assert take("Year,Value\n2020,900\n", target="firms", write=True).code == 0
    assert "the figures are about 60,500" in take(table("60000", "61000"), target="firms").said


def test_what_was_recorded_once_is_not_asked_about_again(take: Take) -> None:
    """A leap that somebody has looked at stands; nor is a quarter beside a year any leap."""
    both = table("300", "4300"), "--scale", "1"
    assert take(*both, target="firms", write=True).code == 0
    assert take("Year,Value\n2025,4400\n", target="firms", published="2026-01-31").code == 0
    quarter = take("Year,Value\n2025-Q4,310\n", target="firms", published="2026-01-31")
    assert "stands beside" not in quarter.said


def test_a_plan_is_no_neighbour(take: Take) -> None:
    planned = "Year,Value,status\n2023,300,final\n2025,4300,planned\n"
    assert take(planned, target="firms", write=True).code == 0
    assert take("Year,Value\n2024,310\n", target="firms").facts == [("2024", 310)]


def test_years_apart_a_hundred_times_is_far(take: Take) -> None:
    """Within three years ten times is; in seven a number may well become so large."""
    rows = "Year,Value\n2017,30\n2024,{}\n"
    assert len(take(rows.format("2999"), target="firms").facts) == 2
    assert "3000 stands beside 30 of 2017" in take(rows.format("3000"), target="firms").said


def test_a_power_of_ten_beside_what_is_recorded(take: Take) -> None:
    assert take(table("500", "510"), target="firms", write=True).code == 0
    took = take(table("50", "51"), target="firms", published="2026-01-31")
    assert "the figures are 10^-1 times those recorded for the same periods; add --scale 10," in (
        took.said
    )
    took = take(table("50000", "51000"), target="firms", published="2026-01-31")
    assert "10^2 times those recorded for the same periods; add --scale 0.01, or" in took.said
    for near in (("700", "720"), ("1600", "1640")):  # no power of ten, if more than twice as much
        assert take(table(*near), target="firms", published="2026-01-31").code == 0
    took = take(table("-50", "-51"), target="firms", published="2026-01-31")
    assert "10^-1 times" not in took.said  # but another balance
    nearly = take(table("4700", "4800"), target="firms", published="2026-01-31")
    assert "the figures are 10^1 times those recorded" in nearly.said


@pytest.mark.parametrize(("before", "after", "power"), [("5", "0.5", -1), ("0.5", "5", 1)])
def test_a_power_of_ten_about_one(take: Take, before: str, after: str, power: int) -> None:
    assert take(table(before, before), "--scale", "1", target="firms", write=True).code == 0
    took = take(table(after, after), target="firms", published="2026-01-31")
    assert f"the figures are 10^{power} times those recorded" in took.said


def test_a_leap_beside_its_neighbour(take: Take) -> None:
    took = take(table("300", "320", "4300"), target="firms")
    assert "row 4: 4300 stands beside 320 of 2023; mend it, or add --scale 1 if they" in took.said
    assert len(take(table("300", "320", "3100"), target="firms").facts) == 3
    took = take(table("4300", "320", "330"), target="firms")
    assert "row 3: 320 stands beside 4300 of 2022" in took.said
    assert len(take(table("9", "95"), target="firms").facts) == 2  # of what is small
    assert "100 stands beside 9 of 2023" in take(table("9", "100"), target="firms").said
    planned = "Year,Value,status\n2023,320,final\n2024,4300,planned\n"
    assert len(take(planned, target="firms").facts) == 2
    assert take("Year,Value\n2024,320\n", target="firms", write=True).code == 0
    took = take("Year,Value\n2023,4300\n", target="firms")
    assert "row 2: 4300 stands beside 320 of 2024" in took.said


def test_a_change_that_was_never_seen(take: Take) -> None:
    """Five times the largest, and twice or half the last figure."""
    assert take(table("300", "310"), target="firms", write=True).code == 0
    assert take("Year,Value\n2025,700\n", target="firms", published="2026-01-31").code == 0
    assert take("Year,Value\n2022,285\n", target="firms", write=True).code == 0
    took = take("Year,Value\n2025,700\n", target="firms", published="2026-01-31")
    assert "700 follows 310, which never changed by over 15; mend it, or add --scale 1" in took.said
    assert take("Year,Value\n2025,610\n", target="firms", published="2026-01-31").code == 0
    assert take("Year,Value\n2021,700\n", target="firms").facts == [("2021", 700)]
    again = take("Year,Value\n2024,700\n", target="firms", published="2026-01-31")
    assert "which never changed" not in again.said  # but was revised
    rows = "Month,Value\n2025-12-31,640\n2025-06-30,650\n"
    took = take(rows, target="firms", published="2026-01-31")
    assert "650 follows 310, which never changed by over 15" in took.said


def test_of_what_never_changed_any_change_is_the_first(take: Take) -> None:
    assert take(table("300", "300", "300"), target="firms", write=True).code == 0
    assert take("Year,Value\n2025,700\n", target="firms", published="2026-01-31").code == 0


def test_an_amount_of_one_year_may_leap(take: Take, total: str) -> None:
    """What is given out in one year says little of the next."""
    assert take(table("300", "310", "300"), target="year", write=True).code == 0
    later = take("Year,Value\n2025,700\n", target="year", published="2026-01-31")
    assert later.facts == [("2025", 700)]
    assert take(table("300", "310", "300"), target="firms", write=True).code == 0
    took = take("Year,Value\n2025,700\n", target="firms", published="2026-01-31")
    assert "700 follows 300" in took.said


def test_thousands_behind_a_comma_or_its_decimals(take: Take) -> None:
    """Of figures of three digits behind their only sign, that are nearer with the other meaning."""
    quoted = 'Year,Value\n2023,"{}"\n2024,"{}"\n'
    assert len(take(quoted.format("12,000", "15,000"), target="firms").facts) == 2
    took = take(quoted.format("400,000", "410,000"), target="firms")
    assert '"400,000" may mean 400000 or 400.000, and the second is nearer to all that' in took.said
    assert 'add --decimal "," if the comma begins decimals, --decimal . if not' in took.said


def test_a_share_that_is_not_that_of_its_parts(take: Take) -> None:
    rows = "Year,Value,numerator,denominator\n2023,{},64,1000\n"
    said = "row 2: 64 of 1,000 is 6.4 %, not 7.4; mend one of the three"
    assert said in take(rows.format("7.4")).said
    assert take(rows.format("6.4")).facts == [("2023", 6.4)]


OWN = """
[[target]]
id = "spent"
title = "Spent"
unit = "KRW bn"
direction = "up"
ceiling = 100
goal = { value = 90, by = 2030 }
[[target.series]]
id = "part"
title = "Of all that is spent"
unit = "%"
"""


@pytest.mark.parametrize(("options", "known", "rows", "said"), [
    (("spent", "part"), "12.1", ("0.131",), 'every figure is between 0 and 1, and the unit is "%"'),
    (("spent", "part"), "12.1", ("700",), "between 12.1 and 12.1 (%); add --scale"),
    (("spent", "part"), "1.2", ("1.3", "14"), "14 stands beside 1.3 of 2023"),
    (("spent", "part"), "12.1", ('"3.125"', '"3.250"'), ""),
    (("share", "number"), "120", ("1", "1"), "stands beside 120 of 2022"),
    (("share", "number"), "1200000", ("1140", "1150"), "(companies); add --scale"),
    (("share", "number"), "3100", ("3.125", "3.250"), '"3.125" may mean 3.125 or 3125'),
    (("spent", "part"), "12.1", ("12.3,10,100",), "10 of 100 is 10 %, not 12.3"),
    (("share", "number"), "120", ("123,10,100",), ""),
    (("spent", "part"), "12.1", ("1.1", "1.2"), "far below the least known, 12.1"),
])  # fmt: skip
def test_a_series_with_a_unit_of_its_own(
    take: Take, project: Path, options: tuple[str, str], known: str, rows: tuple[str, ...],
    said: str,
) -> None:  # fmt: skip
    """Fractions for its per cent passed unseen, and of few companies it said that they are some."""
    path = project / "targets.toml"
    path.write_text(path.read_text("utf-8") + OWN, "utf-8")
    target, series = options
    series = f"--series={series}"
    assert take(f"Year,Value\n2022,{known}\n", series, target=target, write=True).code == 0
    first = 2025 - len(rows)
    head = "Year,Value,numerator,denominator\n" if "," in rows[0] else "Year,Value\n"
    body = "".join(f"{first + n},{row}\n" for n, row in enumerate(rows))
    took = take(head + body, series, target=target)
    assert (said in took.said) if said else took.code == 0, took.said


def test_a_ceiling_is_none_of_another_series(take: Take, project: Path) -> None:
    """What is beyond it is refused of the series that is judged, and else is a leap like any."""
    path = project / "targets.toml"
    path.write_text(path.read_text("utf-8").replace('unit = "%"', 'unit = "%"\nceiling = 100'))
    took = take(table("300", "320", "4300"), "--series=number")
    assert "row 4: 4300 stands beside 320 of 2023" in took.said
