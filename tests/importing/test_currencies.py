"""Other moneys in the words of offices, near figures of a target. All figures are invented."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kpi.facts.intake.texts.currencies import other_money
from kpi.facts.intake.texts.money_signs import with_billions
from tests.importing.conftest import Take

OTHERS = [
    "Dépenses (en millions d'euros)", "Gasto (millones de euros)", "Gasto (millones de pesos)",
    "Umsatz in Mill. EUR", "Umsatz in Millionen Euro", "Uitgaven (mln euro)", "Valor (R$ milhões)",
    "Valor (Mil Reais)", "輸出額（億円）", "出口总额(亿元)", "出口总额(亿美元)", "Spent, mio. kr.",
    "млн руб.", "Millions of dollars", "GDP, billions of US dollars", "Spent (pesos)", "支出(円)",
    "Outlay in crore rupees", "Values in EUR million",
]  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_another_money_is_asked_about(take: Take, name: str) -> None:
    """Euros were recorded as dollars, and pesos as won, where the size was the target's own."""
    over = f'Year,"{name}"\n2022,1800\n2023,1900\n'
    above = f'"{name}"\nYear,Value\n2022,1800\n2023,1900\n'
    for table in (over, above):
        took = take(table, target="money")
        assert (took.code, bool(took.said)) == (4, True)
        said = {*took.said.split(), *(took.reasons[0] or "").split()}
        assert "KRW" in " ".join(said)


def test_a_code_before_a_size_in_a_sentence() -> None:
    """A note below the table that its figures are in EUR million."""
    assert other_money("Values in EUR million", "USD m") == "EUR million"
    assert other_money("Firms with EUR 10 million", "USD m") == ""


def test_dollars_of_another_country_are_no_euros() -> None:
    assert other_money("Spent (million euros)", "CAD m") == "million euros"


@pytest.mark.parametrize("name", [
    "Exports (A$m)", "Exports (C$ millions)", "Exports ($NZ million)", "Exports (HK$ million)",
    "Exports (S$ million)", "Exports (NT$ million)", "GDP (constant LCU)", "GDP, national currency",
    "GDP, PPP (current international $)", "GDP (PPS million)", "Exports (SAR million)",
])  # fmt: skip
def test_dollars_that_are_none_of_the_united_states(name: str) -> None:
    """They were recorded as US dollars; the money of its own country is no other one to a won."""
    assert other_money(name, "USD m")
    own = "LCU" in name or "national currency" in name
    assert bool(other_money(name, "KRW bn")) is not own


@pytest.mark.parametrize(("own", "names"), [
    ("EUR", "million euros,억유로"), ("KRW", "million won,亿韩圆"), ("JPY", "million yen,억엔"),
    ("CNY", "million yuan,억위안"), ("GBP", "million £,억파운드"), ("BRL", "mil reais,mil R$"),
    ("INR", "crore rupees,lakh ₹"), ("RUB", "млн руб.,million rub"), ("PLN", "mln złotych,mln pln"),
    ("CZK", "mil kč,mil czk"), ("TRY", "million lira,million ₺"),
    ("CHF", "Mio. Franken,Mio. CHF"), ("NOK", "mill kroner,mill kr"), ("SEK", "million kronor"),
    ("DKK", "mio. kr"), ("ISK", "million kroner"), ("MXN", "millones de pesos"),
    ("PHP", "million pesos"), *((code, "million dollars") for code in (
        "CAD", "AUD", "NZD", "SGD", "TWD", "HKD")),
])  # fmt: skip
def test_a_money_by_its_words(own: str, names: str) -> None:
    """To a unit of its own country it is no other money, and to that of Thailand it is one."""
    for name in names.split(","):
        assert other_money(f"Spent ({name})", f"{own} m") == ""
        assert other_money(f"Spent ({name})", "THB m") == name
        assert other_money(f"Spent ({name})", "%") == ""
        assert other_money(f"{'In prose ' * 25}({name})", "THB m") == ""
    assert other_money("Spent (million krooni)", f"{own} m") == ""


@pytest.mark.parametrize(("name", "unit"), [
    ("Exports (US$ million)", "USD m"), ("Exports (A$m)", "AUD m"), ("Exports ($m)", "USD m"),
    ("AUD and million euros", "AUD m"),
    ("GDP (current US$)", "USD m"), ("Gas (LCUs)", "persons"),
    ("Spent (billion won)", "KRW bn"), ("Dépenses (en millions d'euros)", "EUR m"),
    ("Gasto (millones de pesos)", "MXN m"), ("mio. kr.", "DKK m"), ("Millions of dollars", "CAD m"),
    ("Firms with over 10 million euros", "KRW bn"), ("(단위: 백만원, 달러)", "USD"),
    ("Millions of tonnes", "KRW bn"), ("Projects won by firms", "USD m"),
    ("Trade of the euro area", "USD m"), ("GDP (millions of national currency)", "EUR m"),
    ("Dépenses (en millions d'euros)", "persons"),
])  # fmt: skip
def test_what_is_no_other_money(name: str, unit: str) -> None:
    """The target's own, one of an amount, one of several; and what counts no money."""
    assert other_money(name, unit) == ""


@pytest.mark.parametrize(
    ("target", "name"),
    [("firms", "企业数(万家)"), ("firms", "Empresas (miles)"), ("firms", "Unternehmen (Tsd.)")],
)
def test_sizes_in_the_words_of_offices(take: Take, target: str, name: str) -> None:
    took = take(f"Year,{name}\n2022,400\n2023,500\n", target=target)
    assert (took.code, f'"{name}" speaks of' in took.said) == (4, True)


@pytest.mark.parametrize(("head", "cell", "options", "value"), [
    ("Value", "₩1.2", ("--unit", "KRW bn"), 1.2), ("Value", "-₩1,200", ("--unit", "KRW bn"), -1200),
    ("Spent (KRW bn)", "₩1.2", (), 1.2), ("Spent (KRW bn)", "1.2 ₩ ", (), 1.2),
    ("Spent (billions)", "₩1.2", (), 1.2), ("Spent (KRW m)", "₩1 200", (), 1.2),
    ("Value", "₩1,200", ("--unit", "KRW bn", "--scale", "0.000000001"), 0.0000012),
    ("Value", "₩1,200,000,000", (), 1.2), ("Value", "₩1.2B", (), 1.2), ("Value", "₩1.2bn", (), 1.2),
    ("Value", "₩0", (), 0), ("Value", "-₩0.00", (), 0),
])  # fmt: skip
def test_the_sign_of_the_money_in_whose_unit_a_figure_stands(
    take: Take, head: str, cell: str, options: tuple[str, ...], value: float
) -> None:
    """₩1.2 below "KRW bn" was one won and twenty, and less than one of the unit."""
    assert take(f'Year,{head}\n2023,"{cell}"\n', *options, target="money").shown == [
        ("2023", value)
    ]


@pytest.mark.parametrize(("cell", "said"), [
    ("₩1.2", 'add --unit "KRW bn" if the file counts in it, and --scale 0.000000001 if it does'),
    ("5.93B", "write 5.93bn in the file if so, or delete the letter"), ("$1.2", "is in USD"),
])  # fmt: skip
def test_a_sign_alone_does_not_say_in_what_a_figure_counts(
    take: Take, cell: str, said: str
) -> None:
    assert said in take(f"Year,Value\n2023,{cell}\n", target="money").said
    said = take('Year;Value\n2023;"₩1.200.000.000,50"\n', "--decimal", ",", target="money").said
    assert "is less than one" not in said


@pytest.mark.parametrize(("cell", "read"), [
    ("US$ 5.9 B", "US$ 5.9bn"), ("EUR 5.9B", "EUR 5.9bn"), ("$.5B", "$.5bn"),
    ("1" * 100_000 + "x", "1" * 100_000 + "x"), ("1,." * 40_000 + "x", "1,." * 40_000 + "x"),
])  # fmt: skip
def test_billions_behind_a_figure(cell: str, read: str) -> None:
    """A figure of a hundred thousand digits is not looked for from each of them."""
    start = time.process_time()
    assert with_billions(cell, "USD m") == read
    assert time.process_time() - start < 2


@pytest.mark.parametrize(("cell", "value"), [
    ("€1.200", 1200), ("€ 1.200.000.000,50", 1200000000.5), ("-€1.300,5", -1300.5),
    ("EUR 1 200,5", 1200.5), ("€ 1,5bn", 1500000000), ("1.200 €", 1200),
])  # fmt: skip
def test_a_decimal_comma_behind_the_sign_of_a_money(
    take: Take, project: Path, cell: str, value: float
) -> None:
    """€1.200 under --decimal , was read as one euro and twenty."""
    file = project / "targets.toml"
    file.write_text(file.read_text("utf-8").replace('"KRW bn"', '"EUR"'), "utf-8")
    table = f'Year,Value\n2023,"{cell}"\n'
    took = take(table, "--decimal", ",", target="money")
    assert took.shown == [("2023", value)], took.said


def test_a_sign_within_figures_of_a_money_is_asked_about(take: Take, project: Path) -> None:
    """As within bare ones."""
    file = project / "targets.toml"
    file.write_text(file.read_text("utf-8").replace('"KRW bn"', '"EUR"'), "utf-8")
    said = take("Year;Value\n2023;€1.200\n2024;€1.300\n", target="money").said
    assert '"1.200" is 1200 or 1.200 in a file that commas do not divide' in said
    took = take("Year;Value\n2023;€1.200.000,50\n2024;€1.300.000,50\n", target="money")
    assert took.shown == [("2023", 1200000.5), ("2024", 1300000.5)]
    told = take('Year,Value\n2023,"₩1.200.000.000,50"\n', target="money").said
    assert 'add --decimal ","' in told
