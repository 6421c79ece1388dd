"""Figures as people write them, in English and Korean, in the unit of their target."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.facts.quantities.numbers import finite_number
from kpi.facts.quantities.reading import read_done, read_quantity
from kpi.facts.quantities.scales import POWERS
from kpi.facts.quantities.units import is_share
from kpi.render.wording import units, words


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        # bare numbers are in the unit already
        ("6.4", "%", "6.4"),
        ("6.40", "%", "6.40"),
        ("1,000", "companies", "1000"),
        ("1,234,567.50", "KRW bn", "1234567.50"),
        ("1200000", "companies", "1200000"),
        ("-3.5", "%", "-3.5"),
        ("−3.5", "%", "-3.5"),
        ("+3.5", "%", "3.5"),
        (".5", "%", "0.5"),
        ("0", "건", "0"),
        ("-0", "건", "0"),
        ("0.0", "%", "0.0"),
        ("  6.4  ", "%", "6.4"),
        ("480", "KRW bn", "480"),
        ("2024", "", "2024"),
        # shares and points
        ("30%", "%", "30"),
        ("30.0 %", "%", "30.0"),
        ("30 percent", "%", "30"),
        ("30 per cent", "%", "30"),
        ("30 퍼센트", "%", "30"),
        ("30％", "%", "30"),
        ("30 Prozent", "%", "30"),
        ("30 pour cent", "%", "30"),
        ("30 pct", "%", "30"),
        ("30%", "％", "30"),
        ("30%", "% of GDP", "30"),
        ("30 % of GDP", "% of GDP", "30"),
        ("30%", "percent of each fund", "30"),
        ("3%p", "%p", "3"),
        ("3 pp", "%p", "3"),
        ("-3%P", "pp", "-3"),
        ("3 percentage points", "pp", "3"),
        ("3%포인트", "percentage points", "3"),
        ("3 퍼센트포인트", "%p", "3"),
        # money
        ("1.2tn", "KRW bn", "1200"),
        ("1.2 tn", "KRW bn", "1200"),
        ("1.20tn", "KRW tn", "1.2"),
        ("1.2 trillion", "KRW bn", "1200"),
        ("KRW 1.2tn", "KRW bn", "1200"),
        ("1.2tn KRW", "KRW bn", "1200"),
        ("₩1.2tn", "KRW bn", "1200"),
        ("-₩1.2tn", "KRW bn", "-1200"),
        ("₩-1.2tn", "KRW bn", "-1200"),
        ("₩ 1.2 tn", "KRW tn", "1.2"),
        ("1.2 trillion won", "KRW bn", "1200"),
        ("480 billion won", "KRW bn", "480"),
        ("480 Billion Won", "KRW tn", "0.48"),
        ("480 billion won", "billion won", "480"),
        ("480bn", "KRW bn per project", "480"),
        ("5 KRW bn per project", "KRW bn per project", "5"),
        ("480 KRW bn", "KRW bn", "480"),
        ("480,000,000,000 won", "KRW bn", "480"),
        ("12 won", "KRW", "12"),
        ("USD 3.1bn", "USD bn", "3.1"),
        ("$3.1bn", "USD mn", "3100"),
        ("US$ 3.1bn", "USD mn", "3100"),
        ("3.1 billion US dollars", "USD bn", "3.1"),
        ("3억 달러", "USD mn", "300"),
        ("2,232억불", "억달러", "2232"),
        ("5백만 불", "USD mn", "5"),
        ("300백만불", "백만 미불", "300"),
        ("3억미불", "USD mn", "300"),
        ("3억 미달러", "USD mn", "300"),
        ("1,000불", "천불", "1"),
        ("€12m", "EUR mn", "12"),
        # what stands behind a currency in a unit is a scale, the m of a metre is none
        ("€78.2m", "EUR m", "78.2"),
        ("78.2m", "€ m", "78.2"),
        ("78.2m", "€m", "78.2"),
        ("EUR 78.2 million", "EUR M", "78.2"),
        ("EUR 0.0782bn", "EUR mio", "78.2"),
        ("78.2 Mio. €", "EUR m", "78.2"),
        ("£78.2m", "GBP m", "78.2"),
        ("78.2m", "CHF m", "78.2"),
        ("78.2m", "NOK m", "78.2"),
        ("$78.2m", "$m", "78.2"),
        ("78.2m", "EURm", "78.2"),
        ("78.2m", "MEUR", "78.2"),
        ("78.2m", "m EUR", "78.2"),
        ("€78.2m", "EUR k", "78200"),
        ("€78.2m", "tEUR", "78200"),
        ("78.2", "EUR m", "78.2"),
        ("78.2 EUR m", "EUR m", "78.2"),
        ("19800.0 thousand EUR", "EUR m", "19.8"),
        ("1.2 KRW tn", "KRW bn", "1200"),
        ("1.2 KRW trillion", "KRW bn", "1200"),
        ("€3", "EUR/m", "3"),
        ("€3", "EUR per m2", "3"),
        ("€3", "EUR m²", "3"),
        ("5 km", "km", "5"),
        ("5 m3", "m3", "5"),
        ("100엔", "JPY", "100"),
        ("0.5 KRW bn", "KRW tn", "0.0005"),
        # Korean
        ("1.2조", "KRW bn", "1200"),
        ("1.2조원", "KRW bn", "1200"),
        ("1.2조 원", "KRW tn", "1.2"),
        ("₩1.2조원", "KRW tn", "1.2"),
        ("1조 2,000억원", "KRW bn", "1200"),
        ("1조2000억", "KRW bn", "1200"),
        ("1조 2,000억원", "조원", "1.2"),
        ("1조 2,000억원", "억원", "12000"),
        ("480억", "KRW bn", "48"),
        ("480억원", "억원", "480"),
        ("1,000억원", "조원", "0.1"),
        ("5천억원", "KRW bn", "500"),
        ("1조 5천억원", "KRW bn", "1500"),
        ("1조 2천345억 원", "억원", "12345"),
        ("3백만 달러", "USD mn", "3"),
        ("2조 3억 4만 5원", "원", "2000300040005"),
        ("1경", "조원", "10000"),
        ("300", "백만원", "300"),
        ("3억원", "백만원", "300"),
        ("30억원", "십억원", "3"),
        # counts
        ("3.5만", "companies", "35000"),
        ("3.5만 건", "건", "35000"),
        ("1만5000명", "명", "15000"),
        ("1만 5천명", "명", "15000"),
        ("5천만", "명", "50000000"),
        ("3.5만명", "만명", "3.5"),
        ("15,000명", "천명", "15"),
        ("3.5", "만명", "3.5"),
        ("12k", "companies", "12000"),
        ("12K", "companies", "12000"),
        ("1.5 thousand", "companies", "1500"),
        ("1.5m", "people", "1500000"),
        ("1.5 million people", "thousand people", "1500"),
        ("30 companies", "companies", "30"),
        ("30 Companies", "companies", "30"),
        ("12 months", "months", "12"),
        ("5 m", "m", "5"),
        ("5m²", "m²", "5"),
        ("12 MtCO2eq", "MtCO2eq", "12"),
        ("5 조각", "조각", "5"),
        ("5", "원전", "5"),
        ("999999999999999999", "KRW", "999999999999999999"),
    ],
)
def test_what_people_write(text: str, unit: str, expected: str) -> None:
    """The figure in the target's unit, digit for digit."""
    assert str(read_quantity(text, unit)) == expected


@pytest.mark.parametrize(
    ("text", "unit", "what"),
    [
        ("", "%", "there is no figure"),
        ("   ", "%", "there is no figure"),
        ("nan", "%", "does not begin with a number"),
        ("inf", "%", "does not begin with a number"),
        ("-", "%", "does not begin with a number"),
        ("%", "%", "does not begin with a number"),
        ("tn", "KRW bn", "does not begin with a number"),
        ("억", "억원", "does not begin with a number"),
        ("~30", "%", "does not begin with a number"),
        ("78.2m", "XYZ m", "has a word for its size"),
        ("78.2m", "persons (x 1000)", "has a word for its size"),
        ("3만", "persons (x 1000)", "has a word for its size"),
        ("1.2bn", "USD, 100 millions", "has a word for its size"),
        ("1.2m KRW tn", "KRW bn", "mixes two ways of counting"),
        (">= 30", "%", "does not begin with a number"),
        ("about 30", "%", "does not begin with a number"),
        ("--3", "%", "does not begin with a number"),
        ("-₩-3tn", "KRW bn", "does not begin with a number"),
        ("(3)", "%", "does not begin with a number"),
        ("30+", "%", 'ends with "+"'),
        ("1_000", "companies", "is not grouped"),
        ("1'000", "companies", "is not grouped"),
        ("10,00", "companies", "is not grouped"),
        ("1,0000", "companies", "is not grouped"),
        ("1000,000", "companies", "is not grouped"),
        ("0,123", "companies", "is not grouped"),
        ("1.234,5", "companies", "is not grouped"),
        ("1.2.3", "companies", "is not grouped"),
        ("1,", "companies", "is not grouped"),
        ("5.", "companies", "ends with a point"),
        (".", "companies", "is not grouped"),
        ("007", "companies", "has a zero before its digits"),
        ("1e400", "%", "is written with an exponent"),
        ("1.5E5", "%", "is written with an exponent"),
        ("1e-5", "%", "is written with an exponent"),
        ("３０", "%", "has digits other than 0 to 9"),
        ("٣", "%", "has digits other than 0 to 9"),
        ("30\n", "%", "holds an invisible character"),
        ("30\t%", "%", "holds an invisible character"),
        ("\x1b[31m30", "%", "holds an invisible character"),
        ("1\u00a0000", "companies", "holds an invisible character"),
        ("30\u202e", "%", "holds an invisible character"),
        ("1 000", "companies", "holds two numbers"),
        ("10-20", "%", "is a range"),
        ("20-10", "%", "holds two numbers"),
        ("5.1% -0.2", "%", "holds two numbers"),
        ("640 MtCO2eq", "Mt CO2e", 'ends with "MtCO2eq", and the unit is "Mt CO2e"'),
        ("1/3", "%", "holds two numbers"),
        ("30% (2024)", "%", "holds two numbers"),
        ("2억 1조", "KRW", "holds two numbers"),
        ("1조 20,000억", "KRW bn", "holds two numbers"),
        ("1.5조 2,000억", "KRW bn", "holds two numbers"),
        ("1조 2.5억", "KRW bn", "holds two numbers"),
        ("1만 2만", "건", "holds two numbers"),
        ("3만 tn", "KRW bn", "mixes two ways of counting"),
        ("5만억", "KRW", 'ends with "억"'),
        ("3천천", "건", 'ends with "천"'),
        ("1" * 31, "KRW", "is absurd"),
        ("0." + "0" * 30 + "1", "%", "is absurd"),
        ("1000000000000000001", "KRW", "is absurd"),
        ("1000경", "원", "is absurd"),
        ("1" * 101, "KRW", "is too long"),
        ("3%p", "%", "is a change, not a level"),
        ("3pp", "% of GDP", "is a change, not a level"),
        ("3%", "pp", "is a level"),
        ("30%", "companies", "is a percentage"),
        ("30%", "KRW bn", "is a percentage"),
        ("3pp", "companies", "is in points"),
        ("1.2tn KRW", "companies", "is money"),
        ("₩30", "%", "is money"),
        ("$3bn", "KRW bn", "is in USD"),
        ("3억 달러", "KRW bn", "is in USD"),
        ("$3 won", "KRW", "is USD and something else"),
        ("₩30%", "%", "is KRW and something else"),
        ("₩30 companies", "KRW", "is KRW and something else"),
        ("12k", "%", "has a word for its size"),
        ("3만%", "%", "has a word for its size"),
        ("KRW 480", "KRW bn", "is less than one of the unit"),
        ("480원", "KRW bn", "is less than one of the unit"),
        ("500 people", "thousand people", "is less than one of the unit"),
        ("12m", "months", "can be read in two ways"),
        ("12 k", "kg", "can be read in two ways"),
        ("12 b", "companies", 'ends with "b"'),
        ("12t", "KRW bn", 'ends with "t"'),
        ("30 firms", "companies", 'ends with "firms"'),
        ("30개", "companies", 'ends with "개"'),
        ("480 billion", "%", "has a word for its size"),
        ("4억 3,660만", "Mt", "has a word for its size"),  # of tonnes, or of millions of them?
        ("80 million", "GWh", "has a word for its size"),
        ("12 " + "x" * 60, "companies", "ends with"),
    ],
)
def test_what_is_refused(text: str, unit: str, what: str) -> None:
    """What can be read in two ways, or not at all, is refused with what to write instead."""
    with pytest.raises(ValueError, match="; ") as caught:
        read_quantity(text, unit)
    said, _, remedy = str(caught.value).partition("; ")
    assert what in said
    assert remedy
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(("text", "unit", "remedy"), [
    ("△3.6%", "% of GDP", "write -3.6% if it is below zero"),
    ("▲ 3.6%p", "%p", "write -3.6%p if it is below zero"),
    ("51,8%", "%", "write 51.8%"),
    ("€412,5 Mrd.", "EUR bn", "write €412.5 Mrd."),
    ("1.234,567", "Mt", "write 1234.567"),
    ("1'850.5", "Mt", "write 1850.5"),
    ("-1 850,5 Mt", "Mt", "write -1850.5 Mt if it is one"),
    # of three digits or four nobody knows whether thousands are meant
    ("1000,000", "homes",
     "write 1200000.5 or 1,200,000.5: commas group by three, a point begins decimals"),
    ("5.1%(-0.2%p)", "%", "write one"),
    *((text, "%", 'write one limit, the lower with bound ">=", the upper with "<=",'
       " and the range in note")
      for text in ("27.2~27.3%", "27.2%∼27.3%", "30-40%", "30 % to 40 %", "1,200 – 1,300")),
    # what would be refused as well is told first
    ("12 345 %", "KRW bn", "write the number in that unit"),
    ("12 345", "KRW bn", "write 12345 if it is one"),
    ("△06,5%", "%", "write -6.5%"), ("12m", "Mt", "write the number in that unit alone"),
])  # fmt: skip
def test_the_remedy_is_the_figure_itself(text: str, unit: str, remedy: str) -> None:
    """Where the digits leave one reading only, it is said how this figure is written here."""
    with pytest.raises(ValueError, match="; ") as caught:
        read_quantity(text, unit)
    assert str(caught.value).partition("; ")[2] == remedy
    if written := re.match(r"write (-?[0-9][^:]*?)(?: if .*)?$", remedy):  # it is read
        assert read_quantity(written[1], unit) is not None


@pytest.mark.parametrize(("text", "remedy"), [
    ("06.4", "write 6.4"), ("00.5", "write 0.5"), ("-007", "write -7"), ("6.", "write 6"),
    ("1,234.", "write 1,234"), ("06.4%", "write 6.4%"),
])  # fmt: skip
def test_what_to_write_is_what_was_meant(text: str, remedy: str) -> None:
    with pytest.raises(ValueError, match=f"; {re.escape(remedy)}$"):
        read_quantity(text, "%")


@pytest.mark.parametrize(
    ("unit", "share"),
    [
        ("%", True),
        ("% of GDP", True),
        ("percent", True),
        ("percent of total assets", True),
        ("percentage of firms", True),
        ("퍼센트", True),
        ("%p", False),
        ("pp", False),
        ("percentage points", False),
        ("percent points", False),
        ("companies", False),
        ("KRW bn", False),
        ("percentile rank", False),
        ("", False),
    ],
)
def test_which_units_are_shares(unit: str, share: bool) -> None:
    """Whose changes are percentage points: everything else changes by its own unit."""
    assert is_share(unit) is share


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, "7"),
        (-7, "-7"),
        (10**18, "1000000000000000000"),
        (Decimal("1.10"), "1.10"),
        (Decimal("0.00"), "0.00"),
        (Decimal("-0.0"), "0.0"),
        (Decimal("1e5"), "100000"),
        (Decimal("1.5e-3"), "0.0015"),
        (Decimal("-1e18"), "-1000000000000000000"),
        (Decimal("0e5"), "0"),
        (Decimal("1" * 15 + "." + "1" * 15), "1" * 15 + "." + "1" * 15),
        (-(10**18), "-1000000000000000000"),
        (10**18 + 1, None),
        (-(10**18) - 1, None),
        (Decimal(10**18), "1000000000000000000"),
        (Decimal("1e-30"), "1E-30"),
        (Decimal("1e-31"), None),
        (Decimal("1e400"), None),
        (Decimal("1e-400"), None),
        (Decimal("0e-400"), None),
        (Decimal("0." + "1" * 31), None),
        (Decimal("1" * 16 + "." + "1" * 15), None),
        (Decimal("nan"), None),
        (Decimal("snan"), None),
        (Decimal("inf"), None),
        (Decimal("-inf"), None),
        (True, None),
        (False, None),
        (1.5, None),
        ("1", None),
        (None, None),
    ],
)
def test_numbers_of_a_file(value: object, expected: str | None) -> None:
    """A finite number of a sensible size, as written; anything else is no number."""
    found = finite_number(value)
    assert (None if found is None else str(found)) == expected


def test_a_number_too_long_to_print() -> None:
    """An integer of over 4,300 digits, which Python refuses to print, is no number here."""
    assert finite_number(1 << 20_000) is None


figures = st.decimals(-(10**9), 10**9, places=3)


@given(figures, st.sampled_from(["%", "KRW bn", "건", "companies", "만명", "조원", "m", ""]))
def test_a_bare_number_is_itself(figure: Decimal, unit: str) -> None:
    """Plain or grouped, with the unit or without, a number in the unit is read as it stands."""
    for text in (f"{figure}", f"{figure:,}", f"{figure} {unit}", f"{figure:,}{unit}"):
        assert read_quantity(text, unit) == figure


@given(
    figures,
    st.sampled_from([("k", 3), ("m", 6), ("mn", 6), ("bn", 9), ("trillion", 12), ("만", 4),
                     ("억", 8), ("조", 12), ("천만", 7), ("백", 2)]),
    st.sampled_from([("KRW", 0), ("KRW bn", 9), ("조원", 12), ("억원", 8), ("백만원", 6)]),
)  # fmt: skip
def test_scales_are_exact(figure: Decimal, scale: tuple[str, int], unit: tuple[str, int]) -> None:
    """A figure times its scale is the value times the unit's, without any rounding."""
    figure = figure / 1000
    value = read_quantity(f"{figure}{scale[0]}원", unit[0])
    assert value.scaleb(unit[1]) == figure.scaleb(scale[1])


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))
def test_korean_parts_add_up(jo: int, eok: int, man: int, rest: int) -> None:
    """조, 억, 만 and the rest, with and without spaces and commas."""
    expected = jo * 10**12 + eok * 10**8 + man * 10**4 + rest
    assert read_quantity(f"{jo:,}조 {eok:,}억 {man:,}만 {rest:,}원", "KRW") == expected
    assert read_quantity(f"{jo}조{eok}억{man}만{rest}", "KRW") == expected


@given(st.text(max_size=20), st.sampled_from(["%", "KRW bn", "건", ""]))
def test_any_text_is_read_or_refused(text: str, unit: str) -> None:
    """Nothing but ValueError is ever raised, and a figure read is finite and of sensible size."""
    try:
        value = read_quantity(text, unit)
    except ValueError:
        return
    assert finite_number(value) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("KRW 1,000,000,000", "KRW bn", "1"), ("1,000원", "thousand KRW", "1")],
)
def test_exactly_one_of_a_large_unit(text: str, unit: str, value: str) -> None:
    """Less than one would be a slip of the unit; one is one."""
    assert read_quantity(text, unit) == Decimal(value)


def test_a_long_text_is_shown_short() -> None:
    """Forty letters are shown whole, of more the first 37."""
    for length, shown in ((40, "x" * 40), (41, "x" * 37 + "…")):
        with pytest.raises(ValueError, match=f"^'{shown}' does not begin"):
            read_quantity("x" * length, "%")


ONE = "write the number in that unit"
LIMIT = "write the bare number; a limit or an estimate goes into bound or status"
BARE = "write the number in that unit alone; a limit or an estimate goes into bound or status"


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("", "%", "there is no figure; write one such as 6.4, 30% or 1.2tn"),
        ("=30", "%", "'=30' does not begin with a number; write one such as 6.4 or 1.2tn"),
        ("~30", "%", f"'~30' does not begin with a number; {LIMIT}"),
        ("> 30%", "%", f"'> 30%' does not begin with a number; {LIMIT}"),
        ("약 30", "%", f"'약 30' does not begin with a number; {LIMIT}"),
        ("At least 30", "%", f"'At least 30' does not begin with a number; {LIMIT}"),
        ("1_000", "companies", "'1_000' is not grouped as a number; write 1200000.5 or 1,200,000.5:"
         " commas group by three, a point begins decimals"),
        ("1e4", "%", "'1e4' is written with an exponent; write it out, or with bn or tn"),
        ("３０", "%", "'３０' has digits other than 0 to 9; write it with the digits 0 to 9"),
        ("30\n", "%", "'30\\n' holds an invisible character; type it anew, with ordinary spaces"),
        ("1 000", "companies", "'1 000' holds two numbers; write 1000 if it is one"),
        ("2억 1조", "KRW", "'2억 1조' holds two numbers; write one, such as 1.2조 or 1조 2,000억"),
        ("3만 tn", "KRW bn", "'3만 tn' mixes two ways of counting; write one number, such as 1.2tn"
         " or 1.2조"),
        ("1000000000000000001", "KRW", "'1000000000000000001' is absurd in the unit \"KRW\"; write"
         " at most 30 digits, and no more than 10^18"),
        ("1" * 101, "KRW", f"'{'1' * 37}…' is too long for a figure; write at most 30 digits"),
        ("3%p", "%", "'3%p' is a change, not a level; write the new level, such as 30%"),
        ("3%", "pp", "'3%' is a level, and the unit is \"pp\"; write percentage points, such"
         " as 3%p"),
        ("30%", "companies", f"'30%' is a percentage, and the unit is \"companies\"; {ONE}"),
        ("3pp", "companies", f"'3pp' is in points, and the unit is \"companies\"; {ONE}"),
        ("1.2tn KRW", "companies", f"'1.2tn KRW' is money, and the unit is \"companies\"; {ONE}"),
        ("$3bn", "KRW bn", "'$3bn' is in USD, and the unit is \"KRW bn\"; convert it to KRW, and"
         " give the rate in a note"),
        ("$3 won", "KRW", "'$3 won' is USD and something else; write one unit"),
        ("12k", "%", "'12k' has a word for its size, and the unit is \"%\"; "
         "write the number in that unit alone"),
        ("12k", "pp", "'12k' has a word for its size, and the unit is \"pp\"; "
         "write the number in that unit alone"),
        ("480원", "KRW bn", "'480원' is less than one of the unit \"KRW bn\"; write the number of"
         " KRW bn alone, without a unit"),
        ("12m", "months", "'12m' can be read in two ways: m is million or months; write"
         ' "12 million", or the bare number'),
        ("12 K", "kg", "'12 K' can be read in two ways: K is thousand or kg; write"
         ' "12 thousand", or the bare number'),
        ("12k", "TOE m", "'12k' has a word for its size, and the unit is \"TOE m\"; "
         "write the number in that unit alone"),
        ("1.2k KRW tn", "KRW", "'1.2k KRW tn' mixes two ways of counting; write one number, such as"
         " 1.2tn or 1.2조"),
        ("1만10000", "KRW", "'1만10000' holds two numbers; write one, such as 1.2조 or 1조"
         " 2,000억"),
        ("1조 02억", "KRW", "'1조 02억' has a zero before its digits; write 1조 2억"),
        ("1,2.", "%", "'1,2.' is not grouped as a number; write 1200000.5 or 1,200,000.5:"
         " commas group by three, a point begins decimals"),
        ("1" * 100, "KRW", f"'{'1' * 37}…' is absurd in the unit \"KRW\"; write at most 30 digits,"
         " and no more than 10^18"),
        ("12 " + "x" * 60, "companies", f"'12 {'x' * 34}…' ends with \"{'x' * 20}\", and the unit"
         f' is "companies"; {BARE}'),
    ],
)  # fmt: skip
def test_the_words_of_each_refusal(text: str, unit: str, said: str) -> None:
    """What is wrong, and what to write instead."""
    with pytest.raises(ValueError, match="; ") as caught:
        read_quantity(text, unit)
    assert str(caught.value) == said


@pytest.mark.parametrize("currency", words.CURRENCIES)
@pytest.mark.parametrize("scale", ["", *POWERS])
def test_what_is_shown_is_what_is_read(currency: str, scale: str) -> None:
    """A trillion read into a unit and shown again is a trillion, whatever the unit counts in."""
    unit = f"{currency} {scale}".rstrip()
    assert words.amount(read_quantity("3tn", unit), unit) == f"{currency} 3 tn"


@pytest.mark.parametrize("scale", units._KOREAN_SCALES)
@pytest.mark.parametrize(
    ("currency", "code"), [("원", "KRW"), ("달러", "USD"), ("불", "USD"), ("미불", "USD")]
)
def test_what_is_shown_in_korean_money_is_what_is_read(
    scale: str, currency: str, code: str
) -> None:
    """The same of units of won and of dollars."""
    unit = f"{scale}{currency}"
    assert words.amount(read_quantity(f"3조{currency}", unit), unit) == f"{code} 3 tn"


@pytest.mark.parametrize(("word", "done"), [
    ("true", True), ("Yes", True), (" done ", True), ("예", True), ("네", True), ("완료", True),
    ("ja", True), ("oui", True), ("FALSE", False), ("no", False), ("아니요", False),
    ("아니오", False), ("미완료", False), ("nein", False), ("non", False), ("1", None), ("", None),
])  # fmt: skip
def test_words_for_done_and_not_done(word: str, done: bool | None) -> None:
    """Any other word is neither."""
    assert read_done(word) is done


@pytest.mark.parametrize(("text", "unit", "value"), [
    ("1.2조", "KRW 100 million", "12000"), ("1.2bn", "USD (million)", "1200"),
    ("30 thousand", "1,000 persons", "30"), ("3만", "1,000 persons", "30"),
    ("3만", "persons (thousand)", "30"), ("1.2m", "persons (in thousands)", "1200"),
    ("5m", "100,000 tonnes", "50"), ("$1.2bn", "USD, (millions)", "1200"),
    ("1.2tn", "KRW bn per year", "1200"), ("12", "1,000 persons", "12"),
])  # fmt: skip
def test_units_with_their_size_in_digits_or_brackets(text: str, unit: str, value: str) -> None:
    """A word for a size is taken from what the unit counts at once."""
    assert read_quantity(text, unit) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "unit", "figure"),
    [
        ("320개사", "companies", "320"),
        ("40,102개", "개사", "40102"),
        ("120곳", "개소", "120"),
        ("1,500인", "천명", "1.5"),
        ("320개", "companies", "320"),
        ("1,000 개", "factories", "1000"),
        ("1,000개 공장", "factories", "1000"),
        ("40곳", "hospitals", "40"),
        ("12만 명", "persons", "120000"),
        ("53천명", "thousand persons", "53"),
        ("3개월", "months", "3"),
        ("12인", "people", "12"),
        ("1.5만 대", "electric vehicles", "15000"),
    ],
)
def test_a_counter_as_a_person_types_it(text: str, unit: str, figure: str) -> None:
    """In a table it may mean something else, so there it is asked about."""
    assert read_quantity(text, unit, counters=True) == Decimal(figure)
    with pytest.raises(ValueError, match="ends with"):
        read_quantity(text, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("30명", "companies"), ("30개", "persons"), ("30개", "months"), ("30곳", "countries"),
     ("30건", "widgets"), ("30개", "widgets"), ("3대", "ships")],
)  # fmt: skip
def test_another_counter_is_another_thing(text: str, unit: str) -> None:
    with pytest.raises(ValueError, match="ends with"):
        read_quantity(text, unit, counters=True)
