"""Marks that the format of a cell adds behind a unit: the cell that holds 600 shows 600개사(p)."""

from pathlib import Path

import pytest

from kpi.facts.intake.files.cell_formats import shape_of
from kpi.facts.intake.texts.cells import Shape
from tests.importing.conftest import Take
from tests.importing.sheets import Cell, shape, xlsx

HEAD = ["시점", "값"]


def statuses(take: Take, code: str, *options: str, target: str) -> list[tuple[float, str]]:
    """The value and the status of a figure of 600 that is shown so."""
    took = take(xlsx([HEAD, [2023, (600, shape(code))]]), *options, target=target)
    assert took.code == 0, took.said
    return [(row["value"], row["status"]) for row in took.answer["rows"]]


@pytest.mark.parametrize(("code", "status"), [
    ('#,##0"개사(p)"', "provisional"), ('#,##0"개사 p"', "provisional"),
    ('#,##0"개(잠정)"', "provisional"), ('#,##0"개(추정)"', "estimated"),
    ('#,##0"개사(r)"', "final"), ('#,##0"개사(계획)"', "planned"),
])  # fmt: skip
def test_a_mark_behind_a_unit_outlives_the_unit_that_is_asked_for(
    take: Take, code: str, status: str
) -> None:
    """The remedy was --unit "companies", by which a provisional figure was recorded as final."""
    table = xlsx([HEAD, [2023, (600, shape(code))]])
    assert 'add --unit "companies"' in take(table, target="firms").said
    found = statuses(take, code, "--unit", "companies", target="firms")
    assert found == [(600, status)]


@pytest.mark.parametrize(("code", "value", "status"), [
    ('#,##0"억원(p)"', 60, "provisional"), ('#,##0"억원 (예산)"', 60, "enacted"),
    ('#,##0"억원(예산)"', 60, "enacted"), ('0"억 전망치"', 60, "estimated"),
    ('#,##0"억원 예산"', 60, "enacted"), ('#,##0.0,"조원(p)"', 600, "provisional"),
])  # fmt: skip
def test_a_mark_behind_a_unit_that_is_read(
    take: Take, code: str, value: float, status: str
) -> None:
    assert statuses(take, code, target="money") == [(value, status)]
    assert statuses(take, code, "--unit", "억원", target="money") == [(60, status)]


@pytest.mark.parametrize(("code", "status"), [
    ('0.0"%(p)"', "provisional"), ('0.0"% (e)"', "estimated"), ('0.0"%p)"', "provisional"),
])  # fmt: skip
def test_a_mark_behind_per_cent_is_no_change(take: Take, code: str, status: str) -> None:
    """6.4%(p) was said to be a change in points."""
    took = take(xlsx([HEAD, [2023, (6.4, shape(code))]]))
    assert took.facts == [("2023", 6.4)]
    assert took.answer["rows"][0]["status"] == status


@pytest.mark.parametrize(("code", "status"), [
    ('0.0" 전망치"', "estimated"), ('0.0" (목표)"', "planned"), ('0.0" Budget"', "enacted"),
])  # fmt: skip
def test_a_word_alone_that_a_heading_would_explain(take: Take, code: str, status: str) -> None:
    """Nothing but a word stands behind the figure, and it is none of the marks."""
    for head, options in (("값", ("--scale", "1")), ("값", ()), ("값(%)", ())):
        took = take(xlsx([["시점", head], [2023, (6.4, shape(code))]]), *options)
        assert [(row["value"], row["status"]) for row in took.answer["rows"]] == [(6.4, status)]


@pytest.mark.parametrize(("target", "head", "code"), [
    ("money", "투자액(백만원)", '0"원"'), ("money", "투자액(백만원)", '0"명"'),
    ("money", "투자액(백만원)", '0"천원"'), ("money", "투자액(억원)", '0" USD"'),
    ("firms", "수(thousand companies)", '0" companies"'),
    ("share", "이용률(%)", '0"명"'),
])  # fmt: skip
def test_a_format_and_a_heading_of_two_units_are_asked_about(
    take: Take, target: str, head: str, code: str
) -> None:
    """53원 under a heading of millions was recorded as 53 millions, though a text of it is 53."""
    took = take(xlsx([["시점", head], [2023, (53, shape(code))]]), "--value-column", head,
                target=target)  # fmt: skip
    assert (took.code, took.fates) == (4, ["refused"])
    assert "and holds 53, and the table speaks of" in took.said
    assert "say with --unit what it holds" in took.said


@pytest.mark.parametrize(("head", "code", "held"), [
    ("백만원", '0"백만원"', 2.8e6), ("백만원", '0"백만원(p)"', 2.8e6),
    ("백만원", '0" 백만"', 2.8e6), ("백만원", "#,##0", 2.8e6), ("원", '0"원"', 2.8e12),
])  # fmt: skip
def test_a_format_that_says_what_the_heading_says(
    take: Take, head: str, code: str, held: float
) -> None:
    took = take(xlsx([["시점", f"투자액({head})"], [2023, (held, shape(code))]]), target="money")
    assert took.facts == [("2023", 2800)]


def test_the_end_of_a_unit_is_no_mark(take: Take, project: Path) -> None:
    """The e of 600 MtCO2e, which was refused as "600 MtCO2", is none of an estimate."""
    target = '\n[[target]]\nid = "gas"\ntitle = "Emissions"\nunit = "MtCO2e"\n' \
             'direction = "down"\ngoal = { value = 500, by = 2030 }\n'  # fmt: skip
    with (project / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(target)
    assert take("시점,값\n2023,600 MtCO2e\n", target="gas").facts == [("2023", 600)]
    assert statuses(take, '#,##0" MtCO2e"', target="gas") == [(600, "final")]
    code = '#,##0" ktCO2e"'
    assert statuses(take, code, "--unit", "MtCO2e", target="gas") == [(600, "final")]


def test_a_mark_behind_the_26th_column(take: Take) -> None:
    months = [f"{2022 + n // 12}-{n % 12 + 1:02}" for n in range(30)]
    figures: list[Cell] = [*range(1, 30), (30, shape('0"p"'))]
    took = take(xlsx([["구분", *months], ["이용률", *figures]]))
    assert [row["status"] for row in took.answer["rows"]] == ["final"] * 29 + ["provisional"]


@pytest.mark.parametrize("mark", ["*", " *", "**", "1)", "(1)", "¹", "†", "a", "x)"])
@pytest.mark.parametrize("options", [
    (), ("--scale", "100"), ("--scale", "1"), ("--unit", "%", "--scale", "100"),
])  # fmt: skip
def test_a_footnote_behind_per_cent(take: Take, mark: str, options: tuple[str, ...]) -> None:
    """It was lost by --scale 100, which is asked for."""
    took = take(xlsx([HEAD, [2023, (0.064, shape(f'0.0%"{mark}"'))]]), *options)
    assert took.fates == ["refused"]
    assert f'the format of the cell adds "{mark.strip()}", the mark of a footnote' in took.said


@pytest.mark.parametrize(("code", "status"), [
    ('0.0%" p"', "provisional"), ('0.0%"(e)"', "estimated"), ('0.0%"r"', "final"),
    ('(0.0%)', "final"), ('0.0%" 이상)"', "final"),
])  # fmt: skip
def test_what_is_no_footnote_behind_per_cent(take: Take, code: str, status: str) -> None:
    took = take(xlsx([HEAD, [2023, (0.064, shape(code))]]), "--scale", "100")
    assert took.facts == [("2023", 6.4)]
    assert took.answer["rows"][0]["status"] == status


@pytest.mark.parametrize(("code", "added"), [
    ("General", None), ("0", None), ("#,##0.00", None), ("yyyy-mm-dd", None), ('d"일"', None),
    ("# ?/?", None), ('0"a"0', None), ("0.0E+00", None), ("[h]:mm", None), ('"text"', None),
    ('0"천', None), ('"', None), ("0kg", None), (";;;", None), ("", None),
    ('[>=1000]#,##0,"천";0', None), ('[=1]"-";0"천"', None), ("[<1]0%", Shape(percent=True)),
    ('[=0]"-";0"천"', Shape(False, "", "천")), ('[<0]"△"0"천";0"천"', Shape(False, "", "천")),
    ('[=0]"a;b";[>0]0"천"', Shape(False, "", "천")),
    ('[Red][=0]0\\;;0"천"', Shape(False, "", "천")),
    ('[>=0]0"천";0', Shape(False, "", "천")), ('[=0]"-";[<10]0"천";0', None), ('[=0]"천"', None),
    ("0%", Shape(percent=True)), ("0;0%", Shape(percent=True)), ("0  %", Shape(percent=True)),
    ("# ?/? %", Shape(percent=True)), ('"p"0%', Shape(True, "p")), ('0%"p"', Shape(True, "", "p")),
    ("0.0;[Red]-0.0", None), ('0"명";-0"천명"', Shape(False, "", "명")),
    ('[Red]0"천"', Shape(False, "", "천")), ("[$₩-412]#,##0", Shape(False, "₩")),
    ("[$€-2] 0.0", Shape(False, "€ ")), ('[$-409]0"x"', Shape(False, "", "x")),
    ('_-0_-"천"', Shape(False, "", "천")), ('*x0"천"', Shape(False, "", "천")),
    ("\\p0", Shape(False, "p")), ("0\\p", Shape(False, "", "p")),
    ("0백만", Shape(False, "", "백만")),
    ("0  천", Shape(False, "", " 천")), ("  0 천 ", Shape(False, "", " 천")),
    ("(0)", Shape(False, "(", ")")), ("#,##0,", Shape(False, "", "", 1)),
    ('#,##0,,"M"', Shape(False, "", "M", 2)), ("$0.00", Shape(False, "$")),
])  # fmt: skip
def test_what_a_format_adds_to_a_number(code: str, added: Shape | None) -> None:
    """Texts and signs around its digits, per cent, thousands left out; of its first section."""
    assert shape_of(code) == added


def test_a_dash_for_zero_before_a_size(take: Take) -> None:
    """53 that is shown as 53천개 is asked about; it was taken as 53 where zero has a dash."""
    codes = ('[=0]"-";#,##0"천개"', '#,##0"천개"')
    told, same = (take(xlsx([HEAD, [2023, (53, shape(code))]]), target="firms") for code in codes)
    assert (told.code, told.reasons) == (4, same.reasons)
    assert "천개" in told.said
