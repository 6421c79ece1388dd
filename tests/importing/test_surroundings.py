"""What stands around figures and changes what they mean: it is heeded or asked about.

Each table here came in without a word once, up to a thousand times too large or too small, or as a
result that was a plan. All figures are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import Take, Took
from tests.importing.sheets import xlsx

PERSONS = """
[[target]]
id = "persons"
title = "Persons in it"
unit = "persons"
direction = "up"
baseline = { period = 2015, value = 100000 }
goal = { value = 900000, by = 2030 }

[[target]]
id = "deaths"
title = "Deaths"
unit = "per 1,000"
direction = "down"
baseline = { period = 2015, value = 14 }
goal = { value = 5, by = 2030 }

[[target]]
id = "index"
title = "Inequality"
unit = "index"
direction = "down"
baseline = { period = 2015, value = 0.35 }
goal = { value = 0.3, by = 2030 }

[[target]]
id = "all"
title = "Of all"
unit = "%"
direction = "up"
baseline = { period = 2015, value = 40 }
goal = { value = 120, by = 2030 }

[[target]]
id = "gas"
title = "Emissions"
unit = "Mt CO2e"
direction = "down"
baseline = { period = 2018, value = 686 }
goal = { value = 436, by = 2030 }

[[target]]
id = "committed"
title = "Money committed so far"
kind = "total"
unit = "KRW bn"
direction = "up"
goal = { value = 300, by = 2030 }
"""


@pytest.fixture(autouse=True)
def more(project: Path) -> None:
    """More targets, and some figures of each."""
    file = project / "targets.toml"
    file.write_text(file.read_text("utf-8") + PERSONS, "utf-8")


def record(project: Path, target: str, values: dict[int, object]) -> None:
    folder = project / "observations" / target
    folder.mkdir(parents=True)
    for year, value in values.items():
        (folder / f"{year}_{year + 1}-03-01.toml").write_text(f"value = {value}\n")


def asked(took: object, *words: str) -> bool:
    """Whether nothing was recorded, for a reason in these words."""
    assert took.code == 4  # type: ignore[attr-defined]
    said: str = took.said  # type: ignore[attr-defined]
    return all(word in said for word in words)


TWO = "{}\nYear,Value\n2023,5300\n2024,5400\n"


@pytest.mark.parametrize("title", [
    "Table 1. Population (thousands)", "(thousands of persons)", "in thousands", "Thousands",
    "All figures in thousands", "Figures in millions", "Unit: 1000", "[단위] 천명",
    "Angaben in Tsd.", "Unité : milliers", "(単位：千人)", "Persons in hundred thousands",
])  # fmt: skip
def test_a_size_above_the_table(take: Take, title: str) -> None:
    assert asked(take(TWO.format(title), target="persons"), 'and the unit is "persons"')
    scaled = take(TWO.format(title), "--scale", "1000", target="persons")
    assert scaled.facts == [("2023", 5_300_000), ("2024", 5_400_000)]
    assert take(TWO.format(title), "--scale", "1", target="persons").code == 0


@pytest.mark.parametrize("head", [
    "Persons ('000)", "Persons 000s", "Persons (1000)", "Thousands of persons", "1 000 persons",
    "K persons", "Persons (k)", "Population (m)", "Population (mn)", "Personen in Tsd.",
    "인구_천명", "인구/천명", "千人", "100m persons",
])  # fmt: skip
def test_a_size_over_the_figures(take: Take, head: str) -> None:
    table = f"Year,{head}\n2023,530\n2024,540\n"
    assert asked(take(table, "--value-column", head, target="persons"), "speaks of", "--scale 1")


@pytest.mark.parametrize("head", ["Persons", "명", "persons"])
def test_the_units_own_name_over_the_figures_tells_no_size(take: Take, head: str) -> None:
    assert asked(take(f"in thousands\nYear,{head}\n2023,5300\n2024,5400\n", target="persons"))


def test_a_row_of_units_below_the_header(take: Take) -> None:
    """As ministries write it; the unit of another column says nothing."""
    table = "연도,취업자수,투자액\n,{},{}\n2022,530000,60\n2023,540000,70\n"
    jobs = ("--value-column", "취업자수")
    assert asked(take(table.format("천명", "백만원"), *jobs, target="persons"))
    assert take(table.format("명", "백만원"), *jobs, target="persons").code == 0
    assert asked(take(table.format("명", "백만원"), "--value-column", "투자액", target="money"))


@pytest.mark.parametrize("name", ["value_unit", "Unit of measure", "Unit Name"])
def test_columns_of_units_by_other_names(take: Take, name: str) -> None:
    table = f"time,value,{name}\n2022,5300,1000\n"
    assert take(table, "--period-column", "time", target="persons").code == 4
    words = table.replace(",1000\n", ",Thousands\n")
    assert asked(take(words, "--period-column", "time", target="persons"))


@pytest.mark.parametrize("name", ["OBS_STATUS", "obs_status", "Flag", "obs_status.label"])
def test_words_in_columns_of_codes(take: Take, name: str) -> None:
    table = f"TIME_PERIOD,OBS_VALUE,{name}\n2022,7,{{}}\n"
    assert take(table.format("Time series break")).fates == ["refused"]
    assert take(table.format("Normal value")).answer["rows"][0]["status"] == "final"
    assert take(table.format("Target")).answer["rows"][0]["status"] == "planned"
    assert take(table.format("prov.")).answer["rows"][0]["status"] == "provisional"


@pytest.mark.parametrize("title", [
    "Table 1. Firms in 2024", "만 15세 이상 인구", "경제활동인구조사", "Census of 2000, persons",
    '"Survey of 10,000 firms"', "65 trillion won by 2027", "전기차 420만대 보급 계획",
    "천안시", "Milwaukee", "K-12 schools", "Firms with a plan",
])  # fmt: skip
def test_what_is_no_size(take: Take, title: str) -> None:
    took = take(TWO.format(title).replace("5300", "530000").replace("5400", "540000"),
                target="persons")  # fmt: skip
    assert (took.code, len(took.facts)) == (0, 2)


def test_a_size_of_the_unit_itself(take: Take) -> None:
    """Billions for KRW bn, and a rate per thousand for one; not one per hundred thousand."""
    assert take(TWO.format("Spending in billions").replace("5", "1"), target="money").code == 0
    head = "Year,{}\n2023,12\n2024,11\n"
    rates = (("Deaths per 1 000", 0), ("per 100 000 inhabitants", 4), ("인구 10만명당", 4))
    for over, code in rates:
        took = take(head.format(over), "--value-column", over, target="deaths")
        assert took.code == code, over
    tonnes = "Year,{}\n2023,630\n2024,620\n"
    assert take("GHG emissions (million tonnes)\n" + tonnes.format("Value"), target="gas").code == 0
    share = take(TWO.format("Of 1,000 firms").replace("5", "1").replace("00", ""), target="share")
    assert share.code == 0  # per cent count in nothing


@pytest.mark.parametrize("name", [
    "PowerCode Code", "Unit Multiplier", "UNIT MULT", "unit_mult", "SCALE", "Power code", "승수",
    "UNIT_MULT: Unit multiplier", "Factor", "Multiplier", "배율",
])  # fmt: skip
def test_a_column_of_powers_however_it_is_spelled(take: Take, name: str) -> None:
    table = f"REF_AREA,{name},TIME_PERIOD,OBS_VALUE\nKOR,3,2022,530\nKOR,3,2023,540\n"
    assert asked(take(table, target="persons"), "the figures count in 10^3")
    assert take(table, "--scale", "1000", target="persons").facts[0] == ("2022", 530_000)
    none = table.replace(",3,", ",0,").replace("530", "530000").replace("540", "540000")
    assert take(none, target="persons").code == 0


def test_a_factor_that_is_a_word_is_a_label(take: Take) -> None:
    assert take("Factor,Year,Value\nAge,2022,530000\n", target="persons").code == 0


@pytest.mark.parametrize(
    ("table", "statuses"),
    [
        ("구분,연도,값\n결산,2023,6\n결산,2024,7\n예산,2025,30\n", ["final", "final", "enacted"]),
        ("Type,Year,Value\nActual,2023,7\nTarget,2024,30\n", ["final", "planned"]),
        ("year,value,Status\n2022,6.1,Final\n2023,6.4,Target\n", ["final", "planned"]),
        ("year,value,상태\n2022,6.1,확정\n2023,6.4,예산\n", ["final", "enacted"]),
        (
            "Note,Year,Value\nprovisional,2022,7\nestimated from a sample,2023,9\n,2024,9\n",
            ["provisional", "estimated", "final"],
        ),
        ("비고,연도,값\n잠정치,2022,7\n계획에 따라,2024,9\n", ["provisional", "final"]),
        ("지역,2022,F,2023,F\n전국,5,e,6,\n", ["estimated", "final"]),
    ],
)
def test_what_says_a_plan_or_a_forecast_is_heeded(
    take: Take, table: str, statuses: list[str]
) -> None:
    took = take(table)
    assert took.code == 0, took.said
    assert [row["status"] for row in took.answer["rows"]] == statuses


def test_a_status_that_nobody_knows(take: Take) -> None:
    table = "year,value,Status\n2022,6.1,Nowcast\n2023,6.4,Revised\n"
    took = take(table)
    assert (took.code, took.fates) == (4, ["refused", "new"])
    assert 'Status: "Nowcast" is no status that is known' in (took.reasons[0] or "")
    assert take(table, "--status", "final").code == 0


def test_a_note_of_a_break_refuses_its_row(take: Take) -> None:
    took = take("Note,Year,Value\nbreak in series,2022,7\n,2023,9\n")
    assert took.fates == ["refused", "new"]


@pytest.mark.parametrize("label", [
    "Firm size", "사업명", "Brand", "Scenario", "Entity", "Province", "구분", "Method", "classif1",
    "Dim1", "Type", "시군구",
])  # fmt: skip
def test_classes_that_fill_each_others_gaps(take: Take, label: str) -> None:
    """Where the column is called so that it may tell them apart."""
    table = f"{label},Year,Value\nA,2021,7\nA,2022,8\nB,2023,9\nB,2024,9\n"
    took = take(table)
    assert asked(took, f'the rows differ in {label} ("A", "B"); choose one with --filter')
    assert take(table, "--filter", f"{label}=A").facts == [("2021", 7), ("2022", 8)]
    both = ("--filter", f"{label}=A", "--filter", f"{label}=B")
    assert len(take(table, *both).facts) == 4


@pytest.mark.parametrize("table", [
    "Year,Value,Remark\n2022,7,x\n2023,8,x\n2024,9,y\n",
    "Year,Value,Day of release\n2022,7,2023-01-02\n2023,8,2023-01-02\n2024,9,2025-01-02\n",
    "Year,Value,Who says it\n2022,7,a\n2023,8,b\n2024,9,c\n",
    "Year,Value,Prepared by\n2022,7,a\n2023,8,b\n2024,9,b\n",
    "Year,Value,IsLatestYear\n2022,7,false\n2023,8,false\n2024,9,true\n",
    "Year,Value,Trend\n2022,7,up\n2023,8,up\n2024,7,down\n",
    "Year,Value,Men,Women\n2021,6,-,-\n2022,7,-,-\n2023,7,6,8\n2024,8,7,9\n",
    "Year,Value,Change\n2021,6,\n2022,7,+0.5\n2023,7,+0.5\n2024,6.9,-0.1\n",
    "연도,값,전년대비\n2021,6,-\n2022,7,0.5\n2023,7,0.5\n2024,6.9,△0.1\n",
    "Year,Value,Size of the group\n2022,7,100\n2023,8,100\n2024,9,120\n",
    "period,value,which\n2023-Q1,1,Q1\n2023-Q2,2,Q2\n2024-Q1,3,Q1\n",
])  # fmt: skip
def test_what_tells_no_classes_apart(take: Take, table: str) -> None:
    """Remarks, marks for nothing, figures of another column."""
    took = take(table)
    assert took.code == 0, took.said


def test_a_quarter_is_not_its_year(take: Take) -> None:
    wide = "Quarter,2023,2024\nQ1,1,2\nQ2,3,4\nQ3,5,6\nQ4,7,8\n"
    chosen = ("--filter", "Quarter=Q1")
    assert asked(take(wide, *chosen), "the periods are years, and the figures those of Quarter")
    assert take(wide, *chosen, "--period-style", "year").facts == [("2023", 1), ("2024", 2)]
    item = "Item,2023,2024\nQ1,1,2\nQ2,3,4\n"
    assert asked(take(item, "--filter", "Item=Q1"), "the periods are years")
    groups = item.replace("Item", "Quintile")
    assert take(groups, "--filter", "Quintile=Q1").code == 0
    month = "id,year,part,value\nA,2023,M01,7\nA,2024,M01,8\n"
    assert asked(take(month, "--period-column", "year"), 'part "M01"')
    beside = "Year,Q1,Q2\n2023,1,2\n2024,5,6\n"
    assert asked(take(beside, "--value-column", "Q1"), 'those of "Q1"')
    assert take("Month,2023,2024\nMarketing,1,2\n").code == 0
    sector = "FREQ,{},TIME_PERIOD,OBS_VALUE\nA,{},2022,5\nA,{},2023,5\n"
    for label, text in (("SECTOR", "S1"), ("QUANTILE", "Q1"), ("KIND", "H1")):
        assert take(sector.format(label, text, text)).code == 0


@pytest.mark.parametrize(
    "form",
    [
        "2008-09,6\n2009-10,7\n2010-11,8\n",
        "2010/11,7\n2011/12,8\n",
        "2008-10,6\n2009-11,7\n",
    ],
)
def test_financial_years_that_look_like_months(take: Take, form: str) -> None:
    assert asked(take("period,value\n" + form), "may be a month, or years that end in a later one")
    assert take("period,value\n" + form, "--period-style", "month").code == 0
    assert take("period,value\n2008-09,6\n2008-10,7\n2009-10,7\n").code == 0


def test_a_heading_between_figures(take: Take) -> None:
    table = "Year,Value\nTotal,\n2023,6.4\n2024,6.6\n{},\n2022,7\n"
    assert asked(take(table.format("Men")), '"Men", stands between figures and has none')
    assert take("Year,Value\nTotal,\n2023,6.4\n2024,6.6\nSource: Office,\n").code == 0
    remark = "Year,Value\n2022,6.4\nCOVID-19 recovery,\n2023,6.6\n2024,6.7\n"
    assert take(remark).code == 0
    falling = "Year,Value\n2024,6.4\nBefore the reform,\n2023,6.6\n2022,6.7\n"
    assert take(falling).code == 0


@pytest.mark.parametrize(
    "name",
    ["Target", "목표", "Rank", "순위", "Standard error", "N", "Change", "% change", "YoY", "증가율",
     "Growth (%)", "전년대비 증감률", "전년동월 대비 상승률", "95% CI upper", "Upper", "RSE",
     "YoY (%)", "yoy change", "Year-on-year change (%)", "Difference", "Net variation",
     "Gap to target", "share_rank", "AI ranking", "세계 순위",
     "전년대비", "전년 동기비(%)", "증감액", "차이", "목표 대비"],
)  # fmt: skip
def test_the_only_column_of_figures_that_holds_none(take: Take, name: str) -> None:
    table = f"Year,{name}\n2023,6\n2024,8\n"
    assert asked(take(table), f'the only other column is "{name}"')
    assert take(table, "--value-column", name).facts == [("2023", 6), ("2024", 8)]


def test_shares_above_one_that_are_fractions(take: Take) -> None:
    table = "period,value\n2022,0.9\n2023,1.02\n2024,1.1\n"
    assert asked(take(table, target="all"), "far below the least known, 40")
    scaled = take(table, "--scale", "100", target="all")
    assert scaled.facts == [("2022", 90), ("2023", 102), ("2024", 110)]
    assert take(table, target="share").code == 0  # of which 2 % are known


def test_a_hundred_times_of_a_narrow_range(take: Take) -> None:
    assert asked(take("period,value\n2022,35.1\n2023,34.9\n", target="index"), "about 35")
    assert take("period,value\n2022,0.341\n2023,0.339\n", target="index").code == 0


MONEY = {2018: 20, 2019: 22, 2020: 24, 2021: 26, 2022: 28, 2023: 30}


@pytest.mark.parametrize("value", [32_000, 3_200, 320, "3.1", "0.32"])
def test_one_new_year_in_another_unit(take: Take, project: Path, value: object) -> None:
    """The commonest import there is: it was recorded without a word, and the light was green."""
    record(project, "money", MONEY)
    table = f"year,value\n2024,{value}\n"
    took = take(table, target="money", published="2026-06-30")
    assert took.code == 4
    words = ("stands beside 30 of 2023", "all that is known", "follows 30, which never changed")
    assert any(one in took.said for one in words)
    assert take(table, "--scale", "1", target="money", published="2026-06-30").code == 0
    assert take("year,value\n2024,33\n", target="money", published="2026-06-30").code == 0


def test_a_change_that_was_never_seen(take: Take, project: Path) -> None:
    record(project, "share", {2018: 5, 2019: "5.5", 2020: 6, 2021: "6.5"})
    assert asked(take("year,value\n2022,14\n"), "14 follows 6.5, which never changed by over 0.5")
    assert take("year,value\n2022,8\n").code == 0
    assert take("year,value\n2022,14\n", "--scale", "1").code == 0


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("2019,500000\n2020,505000\n2021,510000\n2022,515\n2023,520\n", "515 stands beside 510000"),
        ("2019,500\n2020,505\n2021,510\n2022,515000\n2023,520000\n", "515000 stands beside 510"),
    ],
)
def test_a_unit_that_changes_within_a_file(take: Take, rows: str, said: str) -> None:
    assert asked(take("Year,Value\n" + rows, target="persons"), said)


def test_a_long_way_between_two_figures(take: Take) -> None:
    """From 1 to 30 in ten years is a pace, and no slip; nor is much of what is small."""
    assert take("Year,Value\n2012,1\n2022,30\n").code == 0
    assert take("Year,Value\n2020,0.2\n2021,4.3\n2022,2.6\n2023,0.1\n", "--value-column",
                "Value").code == 0  # fmt: skip
    first = "Year,Value\n2020,2\n2021,45\n2022,180\n2023,260\n"
    assert take(first, target="committed").code == 0


def test_a_running_total_that_falls(take: Take, project: Path) -> None:
    record(project, "committed", {2023: 100})
    assert asked(take("year,value\n2024,60\n", target="committed"), "60 of 2024 is less than 100")
    assert take("year,value\n2024,160\n", target="committed").code == 0
    assert take("year,value\n2024,60\n", "--scale", "1", target="committed").code == 0


@pytest.mark.parametrize(("value", "said"), [
    ("투자액(당기)", '"투자액(당기)" speaks of "당기", and the target of a running total'),
    ("투자액", '"투자액(누적)" stands beside the figures, and the target is a running total'),
    ("Spent in the quarter", 'speaks of "in the quarter", and the target of a running total'),
])  # fmt: skip
def test_instalments_where_a_running_total_is_wanted(take: Take, value: str, said: str) -> None:
    """Of the two columns of figures neither is a class of the other."""
    table = f"시점,{value},투자액(누적)\n2023-S1,5조 8천억,5조 8천억\n2023-S2,6조,11조 8천억\n"
    table += "2024-S1,6조,17조 8천억\n"
    options = ("--value-column", value)
    assert asked(take(table, *options, target="committed"), said)
    assert take(table, *options, "--scale", "1", target="committed").code == 0
    totals = take(table, "--value-column", "투자액(누적)", target="committed")
    assert [amount for _, amount in totals.facts] == [5800, 11800, 17800]


def test_an_amount_since_the_year_began_that_falls(take: Take, project: Path) -> None:
    path = project / "targets.toml"
    text = path.read_text("utf-8").replace('kind = "total"', 'kind = "annual"')
    path.write_text(text, "utf-8")
    table = "period,value{}\n2025-03-31,90{}\n2025-05-31,60{}\n"
    said = "60 of 2025-05-31 is less than 90 of 2025-03-31, both since the year began"
    options = ("--period-style", "day")
    assert asked(take(table.format("", "", ""), *options, target="committed"), said)
    assert take(table.format("", "", ""), *options, "--scale", "1", target="committed").code == 0
    noted = table.format(",note", ",", ",refunds")
    assert take(noted, *options, target="committed").code == 0


def test_a_share_that_is_not_that_of_its_parts(take: Take) -> None:
    table = "period,value,numerator,denominator\n2023,6.4,{},100\n"
    assert asked(take(table.format(64)), "64 of 100 is 64 %, not 6.4")
    assert take(table.format("6.4")).code == 0


def test_a_filter_does_not_make_a_target_a_result(take: Take) -> None:
    """The advice names a result first, and who chooses the targets gets plans."""
    table = "Type,Year,Value\nTarget,2022,40\nTarget,2023,60\nActual,2022,19\nActual,2023,28\n"
    assert asked(take(table), 'choose one with --filter "Type=Actual"')
    assert take(table, "--filter", "Type=Actual").facts == [("2022", 19), ("2023", 28)]
    chosen = take(table, "--filter", "Type=Target").answer["rows"]
    assert [row["status"] for row in chosen if row["fate"] == "new"] == ["planned", "planned"]
    column = take("Year,Target\n2022,6\n2023,8\n", "--value-column", "Target")
    assert [row["status"] for row in column.answer["rows"]] == ["planned", "planned"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("P", "provisional"), ("잠정(p)", "provisional"), ("Prelim.", "provisional"),
        ("Est.", "estimated"), ("First estimate", "estimated"), ("Flash estimate", "estimated"),
        ("On target", "final"),
        ("Above target", "final"),
        ("목표 달성", "final"),
        ("Over budget", "final"),
        ("Actual vs target", "final"),
        ("Confirmed", "final"), ("A", "final"), ("완료", "final"), ("On track", "final"),
        ("Normal value", "final"), ("목표치(안)", "planned"), ("추경예산", "enacted"),
    ],
)  # fmt: skip
def test_words_and_codes_of_a_status(take: Take, text: str, status: str) -> None:
    took = take(f"year,value,Status\n2022,6.1,{text}\n")
    assert [row["status"] for row in took.answer["rows"]] == [status], took.said


@pytest.mark.parametrize("text", ["목표치", "목표(안)", "Target value", "Planned share", "예산액"])
def test_a_plan_by_more_words(take: Take, text: str) -> None:
    took = take(f"Kind,Year,Value\n실적,2022,6\n{text},2023,8\n")
    assert took.answer["rows"][1]["status"] in ("planned", "enacted")
    noted = take(f"Year,Value,Note\n2022,6,\n2023,8,{text}\n")
    assert noted.answer["rows"][1]["status"] in ("planned", "enacted")
    assert asked(take(f"Year,{text} of it\n2022,6\n2023,8\n"), "the only other column is")


@pytest.mark.parametrize("label", [
    "Country Code", "Marital status", "Employment status", "Energy source", "Funding source",
])  # fmt: skip
def test_classes_in_columns_of_longer_names(take: Take, label: str) -> None:
    assert asked(take(f"{label},Year,Value\nA,2021,7\nA,2022,8\nB,2023,9\n"), "the rows differ")


@pytest.mark.parametrize("unit", ["THS_PER", "千人", "THS"])
def test_no_advice_to_take_thousands_for_ones(take: Take, unit: str) -> None:
    took = take(f"TIME_PERIOD,OBS_VALUE,unit\n2022,530,{unit}\n", target="persons")
    assert 'add --unit "persons"' not in took.said


def test_a_power_that_is_the_units_own(take: Take) -> None:
    """KRW, 10^9, for KRW bn: no scale helps, and the advice does."""
    table = "TIME_PERIOD,OBS_VALUE,UNIT_MULT\n2022,530,9\n"
    assert asked(take(table, target="money"), 'add --unit "KRW bn" if that is the unit')
    assert take(table, "--unit", "KRW bn", target="money").facts == [("2022", 530)]


@pytest.mark.parametrize(("target", "unit", "power", "said", "remedy"), [
    ("firms", "companies", "9", "10^9", "such as --scale 1000000000"),
    ("firms", "companies", "Billions", "billions", "such as --scale 1000000000"),
    ("firms", "companies", "1000", "10^3", "such as --scale 1000"),
    ("firms", "companies", "2", "10^2", "such as --scale 100"),
    ("money", "KRW bn", "6", "10^6", "such as --scale 0.001"),
    ("money", "KRW bn", "8", "10^8", "such as --scale 0.1"),
    ("money", "KRW bn", "10", "10^10", "such as --scale 10"),
    ("money", "KRW bn", "12", "10^12", "such as --scale 1000"),
    ("money", "KRW bn", "15", "10^15", "such as --scale 1000000"),
    ("money", "KRW bn", "100", "10^2", "such as --scale 0.0000001"),
    ("money", "KRW bn", "9", "10^9", ""),
    ("money", "KRW bn", "1000000000", "10^9", ""),
    ("money", "KRW bn", "Billions", "billions", ""),
])  # fmt: skip
def test_a_power_that_is_not_the_units_own(
    take: Take, target: str, unit: str, power: str, said: str, remedy: str
) -> None:
    """Whoever says the unit has not said that the figures count in it."""
    table = f"TIME_PERIOD,OBS_VALUE,UNIT_MULT\n2022,530,{power}\n"
    what = f'the figures count in {said} (UNIT_MULT "{power}"); '
    like = f"{what}say by what they are multiplied, {remedy}"
    asked_first = like if remedy else f'{what}add --unit "{unit}" if that is the unit they are in'
    assert take(table, target=target).reasons == [asked_first]
    assert take(table, "--unit", unit, target=target).reasons == [like if remedy else None]


@pytest.mark.parametrize(("power", "unit", "advised"), [
    ("9", "KRW_PPP", ("--unit", "KRW bn")), ("6", "KRW", ("--unit", "KRW bn", "--scale", "0.001")),
    ("6", "XDC", ("--unit", "KRW bn", "--scale", "0.001")),
])  # fmt: skip
def test_a_power_of_a_unit_that_the_file_states(
    take: Take, power: str, unit: str, advised: tuple[str, ...]
) -> None:
    """With the scale alone, which was advised, a factor of 10^-9 was to take its place; and that
    money at purchasing power is another one was left to whoever looked."""
    table = f"TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n2022,530000,{unit},{power}\n"
    said = take(table, target="money").said
    told = " ".join(f'"{word}"' if " " in word else word for word in advised)
    assert f"; add {told}" in said
    assert f'if "{unit}" is the same but for the size' in said
    value = 530 if "--scale" in advised else 530000
    assert take(table, *advised, target="money").shown == [("2022", value)]
    took = take(table, "--scale", "0.001", target="money")
    assert (took.code, "0.000000001" in took.said) == (4, False)


@pytest.mark.parametrize("title", ["Spent (billions of won)", "R&D, billion won", "in billions"])
def test_the_sign_of_the_unit_for_its_size(take: Take, title: str) -> None:
    assert take(f"{title}\nYear,Value\n2023,530\n2024,540\n", target="money").code == 0


def test_codes_of_two_letters_are_no_sizes(take: Take) -> None:
    table = "State,Year,Value\nMN,2023,530000\nMN,2024,540000\n"
    assert take(table, target="persons").code == 0


def test_empty_cells_and_others_in_a_filter(take: Take, tmp_path: Path) -> None:
    mapping = tmp_path / "m.toml"
    mapping.write_text('filter = { Region = ["", "Asia"] }\n')
    table = "Region,Year,Value\n,2022,6\nAsia,2023,7\nAfrica,2023,1\n"
    assert take(table, "--mapping", str(mapping)).facts == [("2022", 6), ("2023", 7)]


@pytest.mark.parametrize("head", ["1) Men", "2. Men", "10+ employees"])
def test_numbered_headings_between_figures(take: Take, head: str) -> None:
    table = f"Year,Value\n2022,6\n2023,6.5\n{head},\n2022,7\n2023,7.1\n"
    took = take(table)
    assert took.code == 4


def test_what_a_mapping_says_vouches_for_no_new_year(
    take: Take, project: Path, tmp_path: Path
) -> None:
    """The yearly routine: the unit was right last year, and the office counts in millions now."""
    record(project, "money", MONEY)
    mapping = tmp_path / "m.toml"
    for said in ('unit = "KRW bn"\n', "scale = 1\n", ""):
        mapping.write_text(said + 'source = "Office"\n')
        words = ("--mapping", str(mapping))
        table = "year,value\n2024,{}\n"
        took = take(table.format(32000), *words, target="money", published="2026-06-30")
        assert asked(took, "32000 stands beside 30 of 2023"), said
        assert take(table.format(32), *words, target="money", published="2026-06-30").code == 0
    mapping.write_text("scale = 0.001\n")
    thousands = take(table.format(62_000_000), "--mapping", str(mapping), target="money",
                     published="2026-06-30")  # fmt: skip
    assert asked(thousands, "add --scale 0.001 if they are all in the unit")
    unit = ("--unit", "KRW bn")
    assert asked(take(table.format(32000), *unit, target="money", published="2026-06-30"))


def test_a_budget_that_is_the_item_itself(take: Take) -> None:
    """A file of budgets for a target of budgets; beside outturns it is asked which is meant."""
    table = "Item,Year,Value\nBudget,2022,40\nBudget,2023,60\n"
    assert [row["status"] for row in take(table, target="money").answer["rows"]] == ["final"] * 2
    both = "항목,연도,값\n결산,2022,40\n예산,2023,60\n"
    assert asked(take(both, target="money"), 'choose one with --filter "항목=결산"')


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("REF_AREA", "EST"), ("Country Code", "EST"), ("Goal", "Goal 9"), ("Target", "Target 9.5"),
        ("시군", "예산"), ("Segment", "Budget"), ("Memory type", "Flash"), ("Group", "Target"),
        ("Measure", "Estimate"), ("목표", "목표 9"),
    ],
)  # fmt: skip
def test_a_name_is_no_sort_of_figure(take: Take, label: str, text: str) -> None:
    """Estonia, a county, a goal of seventeen."""
    took = take(f"{label},Year,Value\n{text},2022,6\n{text},2023,7\n", "--value-column", "Value")
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final"], took.said


def test_what_a_person_says_goes_before_a_label(take: Take) -> None:
    table = "Type,Year,Value\nTarget,2022,6\nTarget,2023,7\n"
    took = take(table, "--status", "final")
    assert [row["status"] for row in took.answer["rows"]] == ["final", "final"]


@pytest.mark.parametrize("text", ["Not final", "To be confirmed", "Not verified", "미정"])
def test_a_negation_is_no_result(take: Take, text: str) -> None:
    assert take(f"year,value,Status\n2022,6.1,{text}\n").fates == ["refused"]


@pytest.mark.parametrize(
    ("title", "target", "factor"),
    [
        ("Population (millions)", "persons", "1000000"), ("인구 추이(만명)", "persons", "10000"),
        ("투자액 추이(억원)", "money", "0.1"), ("Deaths per 100 000", "deaths", "0.01"),
        ("in thousands", "persons", "1000"), ("R&D in million won", "money", "0.001"),
    ],
)  # fmt: skip
def test_the_factor_that_is_told_is_the_right_one(
    take: Take, title: str, target: str, factor: str
) -> None:
    took = take(f"{title}\nYear,Value\n2023,700\n2024,710\n", target=target)
    assert asked(took, f"add --scale {factor}, or --scale 1"), took.said


def test_a_renamed_region_in_a_wide_table(take: Take) -> None:
    """Both names by two filters; one that no row has is told."""
    table = "Region,2021,2022,2023\nSeoul,6,7,\nSeoul special,,,8\n"
    both = ("--filter", "Region=Seoul", "--filter", "Region=Seoul special")
    assert take(table, *both).facts == [("2021", 6), ("2022", 7), ("2023", 8)]
    other = take(table, "--filter", "Region=Seoul", "--filter", "Region=Seoul Special")
    assert other.answer["notes"] == ['no row has Region "Seoul Special"']


@pytest.mark.parametrize("table", [
    "Type,Status,Year,Value\nTarget,Estimated,2023,85\n",
    "Type,OBS_STATUS,Year,Value\nTarget,E,2023,85\n", "구분,비고,연도,값\n목표,추정,2023,85\n",
    "구분,연도,값\n목표(2024 수립),2023,85\n", "Scenario,Year,Value\nNDC target,2023,85\n",
    "Type,Year,Value\nPlanned investment,2023,85\n",
])  # fmt: skip
def test_of_two_sorts_the_weaker_one_counts(take: Take, table: str) -> None:
    took = take(table, target="money")
    assert [row["status"] for row in took.answer["rows"]] == ["planned"], took.said


@pytest.mark.parametrize("head", ["목표 투자액", "Target investment", "Investment (target)"])
def test_a_named_column_of_targets_holds_targets(take: Take, head: str) -> None:
    table = f"Year,{head},Rest\n2023,85,x\n"
    took = take(table, "--value-column", head, target="money")
    assert [row["status"] for row in took.answer["rows"]] == ["planned"]
    said = take(table, "--value-column", head, "--status", "final", target="money")
    assert [row["status"] for row in said.answer["rows"]] == ["final"]


@pytest.mark.parametrize(("head", "status"), [
    ("예산(억원)", "enacted"), ("Budget (KRW bn)", "enacted"), ("예산", "enacted"),
    ("예산(안)", "planned"), ("예산안(억원)", "planned"), ("목표(억원)", "planned"),
])  # fmt: skip
def test_a_budget_is_enacted_whatever_unit_stands_behind_it(
    take: Take, head: str, status: str
) -> None:
    took = take(f"Year,{head},Rest\n2023,85,x\n", "--value-column", head, target="money")
    assert [row["status"] for row in took.answer["rows"]] == [status]


@pytest.mark.parametrize(("unit", "figure"), [
    ("Tsd", 530_000), ("mln", 530_000_000), ("Mio", 530_000_000), ("千人", 530_000),
    ("千人口", None),
])  # fmt: skip
def test_short_texts_that_are_sizes(take: Take, unit: str, figure: int | None) -> None:
    """A text that is no known one is refused."""
    took = take(f"Einheit,Year,Value\n{unit},2022,530\n", target="persons")
    assert took.shown == ([] if figure is None else [("2022", figure)])


def statuses(took: Took) -> set[str]:
    return {row["status"] for row in took.answer["rows"]}


NAMED = (
    "항목,2023,2024\n투자액 목표,60,85\n", "AI 투자 목표\n연도,값\n2023,60\n2024,85\n",
    "Indicator,Year,Value\nTarget investment,2024,85\n",
    "AI investment target\nYear,Value\n2023,60\n2024,85\n",
    "항목,2023,2024\n투자 계획,60,85\n",
    "Item,2023,2024\nInvestment (target),60,85\n", "사업,2023,2024\n투자계획 및 도입목표,60,85\n",
)  # fmt: skip
MEASURED = (
    "항목,2023,2024\n투자 목표 달성액,60,85\n", "AI 목표 대비 실적\n연도,값\n2023,60\n2024,85\n",
    "Indicator,Year,Value\nTarget group investment,2024,85\n",
    "Item,2023,2024\nFirms with targets,60,85\n", "전략목표,2023,2024\n투자,60,85\n",
    "Goal,Target,Year,Value\n9,9.5,2024,85\n",
)  # fmt: skip


@pytest.mark.parametrize("table", NAMED)
def test_what_is_named_a_plan_is_no_result_unasked(take: Take, table: str) -> None:
    assert asked(take(table, target="money"), "speaks of a plan", "--status planned")
    for status in ("planned", "final"):
        assert statuses(take(table, "--status", status, target="money")) == {status}


LESS = [
    ("Projected firms", "estimated"), ("Firms, projected", "estimated"),
    ("기업수 전망", "estimated"), ("Forecast", "estimated"),
    ("Firms (provisional)", "provisional"), ("기업수(잠정)", "provisional"),
    ("Preliminary results", "provisional"), ("Budget", "enacted"), ("예산", "enacted"),
    ("Stated policies scenario", "estimated"), ("Nowcast of firms", "estimated"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "status"), LESS)
def test_what_is_named_a_forecast_is_no_result_unasked(take: Take, name: str, status: str) -> None:
    """As the item of a row, or above the table: over a column alone it was heeded."""
    for table in (f'Item,2022,2023\n"{name}",11,12\n', f'"{name}"\nYear,Value\n2022,11\n2023,12\n'):
        took = take(table)
        assert asked(took, f'"{name}" says {status}, and its figures count as results')
        assert f"; add --status {status}, or --status final if they were measured" in took.said
        assert statuses(take(table, "--status", status)) == {status}
        assert statuses(take(table, "--status", "final")) == {"final"}


@pytest.mark.parametrize("name", [
    "Forecast accuracy", "Estimates", "Estimated firms", "Firms that use forecasts",
    "Actual and forecast", "전망 대비 실적", "Provisional licences", "R&D budget of firms",
    "Firms with a budget", "Budget outturn", "Budget, executed", "Preliminary injunctions",
    "Pupils meeting expected", "Projected values are not shown", "Projections excluded, data",
    "잠정치 제외", "Observed (no forecast)",
])  # fmt: skip
def test_results_whose_name_has_a_word_for_a_forecast(take: Take, name: str) -> None:
    for table in (f'Item,2022,2023\n"{name}",11,12\n', f'"{name}"\nYear,Value\n2022,11\n2023,12\n'):
        took = take(table)
        assert (took.code, statuses(took)) == (0, {"final"})


@pytest.mark.parametrize(("table", "status"), [
    ("Is provisional,2022,2023\nN,11,12\n", "final"),
    ("Goal,Code,2022,2023\n9,9.5.1,11,12\n", "final"),
    ("Code,Goal,2022,2023\n9.5.1,Ninth,11,12\n", "final"),
    ("Scenario,2022,2023\nActual,11,12\n", "final"),
    ("Region,Preliminary,2022,2023\nKorea,,11,12\n", "final"),
    ("Is provisional,2022,2023\nY,11,12\n", "provisional"),
])  # fmt: skip
def test_the_name_of_a_column_is_no_title(take: Take, table: str, status: str) -> None:
    """Its cells say what the figures are; at the corner of a table it may be one."""
    took = take(table)
    assert (took.code, statuses(took)) == (0, {status})
    assert asked(take("Forecast,2022,2023\nFirms,11,12\n"), '"Forecast" says estimated')


@pytest.mark.parametrize("title", [
    "Table 3: GDP forecast", "Table 3.1. Projected firms", "Figure A1 Projected firms",
    "표 2-1. 잠정 기업수", "표 3 잠정 기업수",
])  # fmt: skip
def test_the_number_of_a_table_is_no_part_of_its_title(take: Take, title: str) -> None:
    assert asked(take(f'"{title}"\nYear,Value\n2022,11\n2023,12\n'), f'"{title}" says ')
    legend = take(f'"{title[0]}) provisional"\nYear,Value\n2022,11\n2023,12\n')
    assert (legend.code, statuses(legend)) == (0, {"final"})


@pytest.mark.parametrize("title", [
    "Spring 2025 economic forecast", "World Economic Outlook, October 2025", "장래인구추계",
    "장래인구추계: 2022~2072", "OECD Economic Outlook No. 118", "2025년 하반기 경제전망",
    "경제전망(2025.11)", "European Economic Forecast – Autumn 2025", "Projected firms, 2025",
    "Population projections 2022-2072", "Household projections, 2018-based", "GDP nowcast",
    "Konjunkturprognose 2025", "시도별 장래인구추계(2022년 기준)", "한국은행 경제전망 (2025년 5월)",
])  # fmt: skip
def test_the_edition_of_a_forecast_is_no_part_of_its_title(take: Take, title: str) -> None:
    """Below "World Economic Outlook, October 2025" figures were final, for the year in it."""
    table = f'"{title}"\nYear,Value\n2022,11\n2023,12\n'
    assert asked(take(table), f'"{title}" says estimated')
    assert len(take(table, "--status", "final").facts) == 2


@pytest.mark.parametrize("title", [
    "OECD Employment Outlook 2025", "Digital Economy Outlook 2024", "경기전망지수", "기업경기전망",
    "2025 forecast", "Source: OECD Economic Outlook 2025", "자료: 통계청, 장래인구추계(2023)",
    "주: 통계청 장래인구추계를 이용", "Deviation from forecast 2025", "추계인구", "2025년 조사",
    "Firms that use forecasts, 2025", "Forecast accuracy 2025", "Weather forecast users 2024",
    "GDP compared with forecast 2024", "전망대 방문객 2024", "f = forecast 2025",
    "Preliminary figures of 2022 were revised in 2025", "Projections excluded, 2025",
    "Firms using AI for forecasts, 2024", "2024년 기업수 전망 대비 실적",
    "Education at a Glance 2025",
])  # fmt: skip
def test_results_whose_title_has_a_year_and_a_word_for_a_forecast(take: Take, title: str) -> None:
    for table in ('"{}"\nYear,Value\n2022,11\n2023,12\n', 'Year,Value\n2022,11\n2023,12\n"{}"\n'):
        took = take(table.format(title))
        assert (took.code, statuses(took) - {None}) == (0, {"final"})


def test_a_figure_of_another_column_is_no_item(take: Take) -> None:
    took = take("Year,Value,Money\n2023,11,10.7 (잠정)\n")
    assert (took.code, statuses(took)) == (0, {"final"})


def test_what_is_not_yet_final(take: Take) -> None:
    took = take('Year,Value\n2022,11\n2023,12\n"Preliminary data, not yet final"\n')
    assert asked(took, "says provisional")


def test_an_item_with_a_year_in_its_name_may_be_a_forecast_as_well(take: Take) -> None:
    """A year in a note tells which figures it is about; in a name it is that of prices."""
    took = take('Item,2022,2023\n"GDP, 2015 prices (forecast)",11,12\n')
    assert asked(took, "says estimated")


@pytest.mark.parametrize("note", [
    "p) provisional", "(p) provisional", "p: provisional", "p = provisional", "* Forecast",
    "e. forecast", "2025 forecast", "잠정: p", "r revised; p provisional",
])  # fmt: skip
def test_the_legend_of_marks_that_no_figure_bears(take: Take, note: str) -> None:
    took = take(f'Year,Value\n2022,11\n2023,12\n"{note}"\n')
    assert (took.code, statuses(took)) == (0, {"final", None})


@pytest.mark.parametrize("table", MEASURED)
def test_what_is_measured_against_a_plan_is_a_result(take: Take, table: str) -> None:
    took = take(table, target="money")
    assert statuses(took) == {"final"}
    assert "speaks of a plan" not in took.said


def test_the_title_of_a_plan_above_a_column_of_sorts_is_not_asked_about(take: Take) -> None:
    table = "AI 투자 목표\n구분,연도,값\n실적,2023,60\n실적,2024,85\n"
    took = take(table, target="money")
    assert (took.code, statuses(took)) == (0, {"final"})
    assert asked(take(table.replace("실적", "서울"), target="money"), "speaks of a plan")


@pytest.mark.parametrize(
    "head", ["Value (revised)", "Revised", "수정값", "Final figure", "Latest", "확정치", "Flash"]
)
def test_a_second_publication_beside_the_figures_is_asked_about(take: Take, head: str) -> None:
    """Whichever of the two were taken, the other one would be left out without a word."""
    table = f"Year,Value,{head}\n2023,6.4,7.1\n2024,7,\n"
    assert asked(take(table), head, "--value-column")
    assert take(table, "--value-column", "Value").code == 0
    assert take(table, "--value-column", head).facts == [("2023", 7.1)]


@pytest.mark.parametrize(
    ("head", "cells"),
    [("Updated", ("2025-01-02", "2025-01-02")), ("Final", ("6.4", "7")), ("Revised", ("x", "")),
     ("Latest", ("20250102", "20250102")), ("Lower", ("6", "6.5")), ("New firms", ("6.1", "7.2")),
     ("Revised target", ("7", "8")), ("수정 목표", ("7", "8")), ("Final consumption", ("6.1", "8")),
     ("Standard error (adjusted)", ("6", "6.8")), ("Last updated", ("6", "8")),
     ("Previous year", ("6", "6.4")), ("Revision", ("6", "8"))],
)  # fmt: skip
def test_what_is_no_second_publication_is_not(
    take: Take, head: str, cells: tuple[str, str]
) -> None:
    table = f"Year,Value,{head}\n2023,6.4,{cells[0]}\n2024,7,{cells[1]}\n"
    assert take(table).facts == [("2023", 6.4), ("2024", 7)]


@pytest.mark.parametrize(
    "head",
    ["First quarter", "4th quarter", "1Q value", "1~6월", "1-3 월 누계", "Jan-Jun", "Jan. – Sep.",
     "Q1 (Jan-Mar)", "1분기(%)", "9월말", "Second half"],
)  # fmt: skip
def test_a_part_of_the_year_is_known_by_its_names(take: Take, head: str) -> None:
    took = take(f"Year,{head}\n2023,6.4\n2024,7\n")
    assert asked(took, "the periods are years", head, "write periods such as 2024-Q1 into the file")


@pytest.mark.parametrize(
    "head", ["Jan-Dec", "1~12월", "12월말", "January–December", "Q5 value", "Apr-Mar"]
)
def test_a_whole_year_is_no_part_of_it(take: Take, head: str) -> None:
    took = take(f"Year,{head}\n2023,6.4\n2024,7\n", "--value-column", head)
    assert took.facts == [("2023", 6.4), ("2024", 7)]


@pytest.mark.parametrize("stated", ["THS PERS", "Thousands", "'000", "1 000 persons"])
def test_a_unit_that_is_a_size_in_other_words_comes_with_what_to_type(
    take: Take, stated: str
) -> None:
    table = f"Year,Value,Unit\n2023,530,{stated}\n"
    told = '--unit "thousand persons"'
    assert asked(take(table, target="persons"), told)
    assert take(table, "--unit", "thousand persons", target="persons").facts == [("2023", 530000)]


def test_of_two_that_were_chosen_the_one_without_a_figure_stands_in_nobodys_way(
    take: Take,
) -> None:
    """강원도 became 강원특별자치도: KOSIS writes "-" where the other one has the figure."""
    both = ("--filter", "지역=강원도", "--filter", "지역=강원특별자치도")
    rows = "강원도,2022,6\n강원도,2023,-\n강원특별자치도,2022,-\n강원특별자치도,2023,8\n"
    assert take(f"지역,연도,값\n{rows}", *both).facts == [("2022", 6), ("2023", 8)]
    twice = take(f"지역,연도,값\n{rows.replace('-', '7')}", *both)
    assert asked(twice, "stands in 2 rows", 'differ in 지역 ("강원도", "강원특별자치도")')


def test_another_month_in_each_year_is_no_year(take: Take) -> None:
    table = "Year,Value,Month\n2021,6.4,Jan\n2022,6.6,Feb\n2023,7,Jun\n"
    assert asked(take(table, "--period-column", "Year"), "the periods are years", "Month")
    both = take(table, "--period-column", "Year", "--period-column", "Month")
    assert [period for period, _ in both.facts] == ["2021-01", "2022-02", "2023-06"]


@pytest.mark.parametrize("option", ["--period-column", "--value-column"])
def test_a_column_that_an_answer_lacks_is_refused(take: Take, option: str) -> None:
    answer = '[{"PRD_SE":"A","PRD_DE":"2024","DT":"6.4","UNIT_NM":"%","TBL_NM":"T"}]'
    assert take(answer).facts == [("2024", 6.4)]
    assert asked(take(answer, option, "NOPE"), 'there is no column "NOPE"')


def test_a_number_in_another_column_is_no_size(take: Take) -> None:
    """1000 papers are written beside 1,200 firms; as a unit 1000 is asked about."""
    assert len(take("Year,Value,Papers\n2021,420,1000\n2022,430,1400\n", target="firms").facts) == 2
    assert asked(take("Year,Value,Unit\n2021,420,1000\n", target="firms"))


@pytest.mark.parametrize("head", ["Jan-Dec", "1~12월", "January–December", "Apr-Mar"])
def test_a_whole_year_over_the_figures_is_not_asked_about(take: Take, head: str) -> None:
    took = take(f"Year,{head}\n2023,6.4\n2024,7\n", "--value-column", head)
    assert (took.code, took.said) == (0, "")


def test_nothing_beside_a_figure_is_no_second_publication_of_it(take: Take) -> None:
    """0 is far from 6.4, whichever of the two it stands for, and words are no figure."""
    table = "Year,Value,Revised\n2022,{},6.1\n2023,{},{}\n2024,7,7.1\n"
    for values in ((6, 6.4, 0), (0, 6.4, 6.4), (6, 6.4, "about 6")):
        assert take(table.format(*values)).code == 0


@pytest.mark.parametrize(("head", "first", "second", "told"), [
    ("Value,Revised", "6,12", "7,7", True), ("Value,Revised", "6,12.1", "7,7", False),
    ("Value,Revised", "12,6", "7,7", True), ("Value,Revised", "15,6", "7,7", False),
    ("Value,Revised", "0,0", "6.4,7.1", True), ("Value,Revised", "0.5,0.6", "7,7", True),
    ("Value,Revised", "-6,6", "7,7", False), ("Value,Revised", "6.4p,7.1", "7,7", True),
    ("Value,Figures", "6.4,7.1", "7,7", False), ("Value,Revised", "6.4,6.4", "7,7", False),
    ("OBS_VALUE,OBS_VALUE (revised)", "6.4,7.1", "7,7", True),
    ("Observation value,Revised observation value", "6.4,7.1", "7,7", True),
    ("Value,Revised GDP", "6.4,7.1", "7,7", False),
])  # fmt: skip
def test_figures_that_may_be_another_publication(
    take: Take, head: str, first: str, second: str, told: bool
) -> None:
    """None is twice the other, and one at least is another."""
    table = f"Year,{head}\n2022,{first}\n2023,{second}\n"
    assert ("has figures, too" in take(table, "--scale", "1").said) is told
    own = head.partition(",")[0]
    assert "has figures, too" not in take(table, "--value-column", own, "--scale", "1").said


def test_a_take_that_names_its_column_has_chosen_it(take: Take, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[[take]]\ntarget = "share"\nvalue = "Value"\n', "utf-8")
    table = "Year,Value,Revised\n2023,6.4,7.1\n2024,7,7.2\n"
    assert len(take(table, "--mapping", str(mapping), target=None).facts) == 2
    assert take(table, "--filter", "Revised=7.1").facts == [("2023", 6.4)]


def test_the_two_columns_of_a_figure_are_named(take: Take) -> None:
    took = take("Year,Value,Revised\n2023,6.4,7.1\n2024,7,7.2\n")
    assert took.said.strip().endswith(
        '"Revised" has figures, too, beside those of "Value";'
        " name the column that counts with --value-column"
    )


def test_a_quarter_that_can_be_read_is_named_as_a_part_of_the_period(take: Take) -> None:
    """Q1 behind its year is a period; a month of 1 is none that anybody could tell."""
    table = "Year,Value,{0}\n2022,6,{1}\n2023,6.4,{2}\n"
    meant = "add --period-style year if it is meant"
    took = take(table.format("Quarter", "Q1", "Q1"), "--period-column", "Year")
    assert took.said.strip().endswith(f"; name both with --period-column, or {meant}")
    took = take(table.format("Month", 1, 2), "--period-column", "Year")
    assert took.said.strip().endswith(
        'those of Month "1"; write periods such as 2024-Q1 into the file,'
        " or add --period-style year if years are meant"
    )


def test_a_row_without_a_figure_of_another_publication_stands_beside_no_other(take: Take) -> None:
    table = "period,value,published\n2022,6,2023-03-01\n2022,,2024-03-01\n2023,6.4,2024-03-01\n"
    took = take(table, published=None)
    assert (took.code, took.facts) == (0, [("2022", 6), ("2023", 6.4)])


def test_both_names_of_a_region_that_were_chosen_are_asked_about_no_more(take: Take) -> None:
    table = "Region,2021,2022,2023\nSeoul,6,7,\nSeoul special,,,8\n"
    both = ("--filter", "Region=Seoul", "--filter", "Region=Seoul special")
    assert (take(table, *both).code, len(take(table, *both).facts)) == (0, 3)


def test_a_figure_of_the_other_sign_is_no_second_publication(take: Take) -> None:
    table = "Year,Value,Revised\n2022,{},{}\n2023,{},{}\n"
    assert asked(take(table.format(-6, -6.1, -7, -7.2)), "Revised")
    assert take(table.format(-6, 6.1, -7, 7.2)).code == 0


@pytest.mark.parametrize("head", [
    "New firms", "Lower", "Revised target", "Final consumption", "Previous year", "Last updated",
])  # fmt: skip
def test_figures_of_something_else_are_not_asked_about(take: Take, head: str) -> None:
    """However near they are."""
    assert take(f"Year,Value,{head}\n2023,6.4,6.1\n2024,7,7.2\n").code == 0


def test_a_status_of_a_row_goes_before_what_its_heading_says(take: Take) -> None:
    table = "Year,Target,Status\n2022,6,provisional\n2023,7,\n"
    took = take(table, "--value-column", "Target")
    assert [row["status"] for row in took.answer["rows"]] == ["provisional", "planned"]


def test_of_two_series_it_is_said_which_one_has_a_second_publication(take: Take) -> None:
    table = "target,series,period,value,Revised\n"
    for series, value in (("survey", 6), ("main", 7)):
        table += f"share,{series},2022,{value},{value}.1\nshare,{series},2023,{value}.5,{value}.7\n"
    assert asked(take(table, target=None), 'share/survey: "Revised" has figures, too')


def test_a_label_of_rows_that_name_their_targets_tells_no_size(take: Take) -> None:
    text = "Firms in thousands of towns"
    rows = f"2022,600,{text}\n", f"2023,620,{text}\n"
    assert asked(take("period,value,Scope\n" + "".join(rows), target="firms"), "speaks of")
    own = "".join(f"firms,{row}" for row in rows)
    assert take(f"target,period,value,Scope\n{own}", target=None).code == 0


@pytest.mark.parametrize(
    "column",
    ["Banen (x 1 000)", "x1000", "Jobs ×1,000", "천개사", "천 개사", "10^3", "10³ companies",
     "Duizend", "тыс.", "tys."],
)  # fmt: skip
def test_more_words_for_a_thousand(take: Take, column: str) -> None:
    """As the offices of the Netherlands, Poland or Ukraine write it."""
    rows = "".join(f"{year},{1 + year / 10000}\n" for year in (2021, 2022, 2023))
    took = take(f"period,{column}\n{rows}".replace("Jobs ×1,000", '"Jobs ×1,000"'), target="firms")
    assert took.code == 4
    assert "scale" in took.said


@pytest.mark.parametrize(
    ("title", "target"), [("R&D spending, KRW tn", "money"), ("Exports (mld won)", "money")]
)
def test_more_words_for_large_sums(take: Take, title: str, target: str) -> None:
    took = take(f'"{title}"\nperiod,value\n2021,2.1\n2022,2.5\n', target=target)
    assert (took.code, "scale" in took.said or "unit" in took.said) == (4, True)


@pytest.mark.parametrize(
    "unit", ["(천)", "hundreds", "Millions of Korean won", "dozens", "USD million"]
)
def test_no_unit_of_another_size_or_currency_is_offered(take: Take, unit: str) -> None:
    """Typed, it would record a thousandth or a dollar for a won."""
    target = "money" if "won" in unit or "USD" in unit else "firms"
    took = take(f"period,value,unit\n2022,600,{unit}\n", target=target)
    assert took.code == 4
    assert '--unit "companies"' not in took.said
    assert '--unit "KRW bn"' not in took.said


@pytest.mark.parametrize(
    ("column", "status"),
    [("Forecast", "estimated"), ("AI 이용률 전망", "estimated"),
     ("AI use (projected)", "estimated"), ("잠정치", "provisional"),
     ("Provisional results", "provisional"), ("Estimate", "final"),
     ("Forecast accuracy", "final"), ("Firms using forecasts", "final"),
     ("Provisional licence holders", "final"), ("Flash memory share", "final")],
)  # fmt: skip
def test_what_a_heading_says_of_all_figures_under_it(take: Take, column: str, status: str) -> None:
    took = take(f"period,{column}\n2022,6.4\n")
    assert [row["status"] for row in took.answer["rows"]] == [status]
    told = take(f"period,{column}\n2022,6.4\n", "--status", "final")
    assert [row["status"] for row in told.answer["rows"]] == ["final"]


@pytest.mark.parametrize("name", [
    "Financial year ending June", "Fiscal year", "FY", "Academic year", "year_ended", "年度",
    "학년도",
])  # fmt: skip
def test_years_under_the_name_of_financial_ones(take: Take, name: str) -> None:
    """2024 that ends in June is not the calendar year."""
    table = f"{name},Value\n2023,5.1\n2024,5.3\n"
    took = take(table, "--period-column", name)
    assert asked(took, "speaks of years that may end in the next calendar year")
    style = ("--period-style", "year")
    assert take(table, "--period-column", name, *style).facts == [("2023", 5.1), ("2024", 5.3)]


@pytest.mark.parametrize("name", ["회계연도", "Year", "Yearly", "Survey year", "Year ends"])
def test_years_under_other_names(take: Take, name: str) -> None:
    """The Korean government's year is the calendar's."""
    table = f"{name},Value\n2023,5.1\n2024,5.3\n"
    assert take(table, "--period-column", name).facts == [("2023", 5.1), ("2024", 5.3)]


@pytest.mark.parametrize("head", ["Fiscal year", "FY", "年度"])
def test_a_quarter_of_a_financial_year(take: Take, head: str) -> None:
    """It was recorded as one of the calendar year of the same number."""
    table = f"{head},Quarter,Value\n2023,Q1,6.1\n2023,Q2,6.2\n"
    both = ("--period-column", head, "--period-column", "Quarter", "--period-style", "quarter")
    took = take(table, *both)
    assert took.code == 4
    assert f'"{head}" speaks of years that may end in the next calendar year' in took.said
    year = ("--period-column", "Year", *both[2:])
    assert take(table.replace(head, "Year"), *year).facts == [("2023-Q1", 6.1), ("2023-Q2", 6.2)]


def test_rows_that_were_chosen_by_a_filter_are_of_one_thing(take: Take) -> None:
    """What stands between them parts others."""
    table = "Year,Value,Sex\n2020,3,a\n2021,4,a\nOthers,,\n2018,5,a\n2019,6,b\n"
    chosen = take(table, "--filter", "Sex=a")
    assert chosen.facts == [("2020", 3), ("2021", 4), ("2018", 5)]
    plain = take("Year,Value\n2020,3\n2021,4\nOthers,\n2018,5\n")
    assert asked(plain, 'row 4, "Others", stands between figures and has none')


def test_the_series_whose_periods_are_doubtful_is_named(take: Take, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(
        'columns = { period = ["Fiscal year", "Quarter"] }\nperiod_style = "quarter"\n'
        '[[take]]\nvalue = "A"\ntarget = "share"\n[[take]]\nvalue = "B"\ntarget = "firms"\n'
    )
    table = "Fiscal year,Quarter,A,B\n2022,1,3,400\n2023,1,4,500\n"
    took = take(table, "--mapping", str(mapping), target=None)
    for name in ("share/main", "firms/main"):
        assert f'{name}: "Fiscal year" speaks of years that may end in the next' in took.said


@pytest.mark.parametrize(("table", "said", "chosen"), [
    ("연도,성별,값\n2022,여자,5.1\n2023,여자,5.3\n", '"여자" (성별)', "성별=여자"),
    ("TIME_PERIOD,sex,OBS_VALUE\n2022,F,5.1\n2023,F,5.3\n", '"F" (sex)', "sex=F"),
    ("구분,2022,2023\n남성,5.1,5.3\n", '"남성" (구분)', "구분=남성"),
    ("Item,2022,2023\nof which: large firms,5.1,5.3\n", '"of which: large firms" (Item)',
     "Item=of which: large firms"),
    ("연도,지역,값\n2022,서울,5.1\n2023,서울,5.3\n", '"서울" (지역)', "지역=서울"),
    ("시도별,2022,2023\n전라남도,5.1,5.3\n", '"전라남도" (시도별)', "시도별=전라남도"),
    ("구분,2022,2023\n경기도,5.1,5.3\n", '"경기도" (구분)', "구분=경기도"),
    ("Region,2022,2023\nJeju,5.1,5.3\n", '"Jeju" (Region)', "Region=Jeju"),
    ("구분,2022,2023\n이 중 대기업,5.1,5.3\n", '"이 중 대기업" (구분)', "구분=이 중 대기업"),
    ("Jahr;Art;Wert\n2022;darunter Industrie;5.1\n2023;darunter Industrie;5.3\n",
     '"darunter Industrie" (Art)', "Art=darunter Industrie"),
    ("Jahr;Geschlecht;Wert\n2022;weiblich;5.1\n2023;weiblich;5.3\n", '"weiblich" (Geschlecht)',
     "Geschlecht=weiblich"),
])  # fmt: skip
def test_figures_of_one_sex_alone(
    take: Take, project: Path, table: str, said: str, chosen: str
) -> None:
    """They were recorded as those of all; who chooses them, or a target of them, means it."""
    took = take(table)
    assert took.code == 4
    assert f"every row is of {said}, a part of the whole; add --filter" in took.said
    assert f'"{chosen}"' in took.said
    assert len(take(table, "--filter", chosen).facts) == 2
    targets = project / "targets.toml"
    text = targets.read_text("utf-8").replace("Firms using AI", "AI use among women and men")
    targets.write_text(text, "utf-8")
    assert len(take(table).facts) == 2


@pytest.mark.parametrize("table", [
    "연도,성별,값\n2022,계,5.1\n2023,계,5.3\n",
    "TIME_PERIOD,sex,OBS_VALUE\n2022,T,5.1\n2023,T,5.3\n",
    "period,unit_code,value\n2022,F,5.1\n2023,F,5.3\n", "구분,2022,2023\n여성기업 지원,5.1,5.3\n",
    "연도,지역,값\n2022,전국,5.1\n2023,전국,5.3\n", "구분,2022,2023\n경기,5.1,5.3\n",
    "연도,품목,값\n2022,경기,5.1\n2023,경기,5.3\n", "지역,2022,2023\n대한민국,5.1,5.3\n",
    "Region,2022,2023\nRepublic of Korea,5.1,5.3\n", "Region,2022,2023\nSeoulful,5.1,5.3\n",
    "구분,2022,2023\n인천공항 이용객,5.1,5.3\n", "구분,2022,2023\n제주어 화자,5.1,5.3\n",
    "Item,2022,2023\nof which: firms using AI,5.1,5.3\n", "Item,2022,2023\nOf which,5.1,5.3\n",
    "구분,2022,2023\n이중 언어 교육,5.1,5.3\n", "Item,2022,2023\nDonations,5.1,5.3\n",
])  # fmt: skip
def test_figures_of_both_sexes(take: Take, table: str) -> None:
    assert len(take(table).facts) == 2


PERSONS_OF_TWO_YEARS = [["Year", "Value"], [2023, 530_000], [2024, 540_000]]


@pytest.mark.parametrize(("name", "said"), [
    ("in 1000", "speaks of"), ("천명", "speaks of"), ("Forecast", "says estimated"),
    ("2025년 경제전망", "says estimated"), ("잠정", "says provisional"),
    ("목표", "speaks of a plan"), ("Jan-Sep", "the periods are years"),
    ("상반기", "the periods are years"), ("Growth rate", "speaks of"), ("per capita", "speaks of"),
    ("fiscal years", "speaks of years"),
])  # fmt: skip
def test_the_name_of_a_sheet_is_a_title(take: Take, name: str, said: str) -> None:
    """The figures of a sheet "in 1000" were ones, and those of "Forecast" final."""
    table = xlsx([["of another sheet"]], more={name: PERSONS_OF_TWO_YEARS})
    assert asked(take(table, "--sheet", name, target="persons"), f'"{name}"', said)


@pytest.mark.parametrize("name", [
    "Sheet1", "Data", "Table 3.1", "2024", "통계표", "T1", "Annex A", "KOSIS", "취업자수",
    "자료 (2)", "raw_data", "1.1", "All persons", "연도별", "Persons 2024", "Notes, data",
    "전국", "시계열",
])  # fmt: skip
def test_names_of_sheets_that_say_nothing_of_the_figures(take: Take, name: str) -> None:
    table = xlsx([["of another sheet"]], more={name: PERSONS_OF_TWO_YEARS})
    took = take(table, "--sheet", name, target="persons")
    assert took.facts == [("2023", 530_000), ("2024", 540_000)]
    assert statuses(took) == {"final"}


@pytest.mark.parametrize(("before", "after", "series"), [
    ('title = "Firms using AI"', 'title = "Firms using AI in Seoul"', "main"),
    ('title = "Firms using AI"', 'title = "Firms using AI"\ntitle_ko = "서울 AI 이용률"', "main"),
    ('title = "Firms using AI"', 'title = "Firms using AI"\nowner = "서울특별시"', "main"),
    ('title = "Survey of firms"', 'title = "Survey of firms"\ndefinition = "Firms in Seoul"',
     "survey"),
])  # fmt: skip
def test_a_target_of_one_province_has_its_figures(
    take: Take, project: Path, before: str, after: str, series: str
) -> None:
    path = project / "targets.toml"
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
    table = "연도,지역,값\n2022,서울특별시,5.1\n2023,서울특별시,5.3\n"
    assert len(take(table, "--series", series).facts) == 2
