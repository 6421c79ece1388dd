"""A mapping file: reviewed once, then a recurring import is one file and a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from kpi.facts.intake.plan import read_plan
from tests.importing.conftest import SAMPLES, Take
from tests.importing.sheets import DATE, ods, xlsx
from tests.run import Kpi


@pytest.fixture
def mapped(take: Take, tmp_path: Path):  # type: ignore[no-untyped-def]
    """`mapped(mapping, content)`: an import by a mapping that says everything but the day."""

    def run(mapping: str, content: bytes | str, *words: str, **more: object):  # type: ignore[no-untyped-def]
        file = tmp_path / "mapping.toml"
        file.write_text(mapping, "utf-8")
        return take(content, "--mapping", str(file), *words, target=None, **more)

    return run


def test_one_file_for_two_series(take: Take, project: Path) -> None:
    """The sample: rows by item, each to its own target, in one batch with one label."""
    took = take("kosis.json", "--mapping", str(SAMPLES / "kosis.toml"), target=None, write=True)
    assert took.code == 0
    ids = [(row["id"], row["series"], row["period"], row["value"]) for row in took.answer["rows"]]
    assert ids == [("share", "survey", "2023", 6.4), ("firms", "main", "2023", 14550.0),
                   ("share", "survey", "2022", 4.1)]  # fmt: skip
    assert took.answer["files"] == ["observations/batch_2025-06-30_dt-9ai01.toml"]
    text = (project / took.answer["files"][0]).read_text("utf-8")
    assert '[[observation]]\ntarget = "share"\nseries = "survey"\nperiod = 2023\n' in text
    assert text.count('source = "KOSIS DT_9AI01"') == 3


def test_one_column_for_each_target(mapped) -> None:  # type: ignore[no-untyped-def]
    """Long, with a value column for each."""
    mapping = """
        columns = { period = "기준" }
        [[take]]
        target = "share"
        value = "이용률"
        scale = 100
        [[take]]
        target = "firms"
        value = "업체수"
    """
    took = mapped(mapping, "기준,이용률,업체수\n2022,0.041,10\n2023,0.064,-\n")
    assert took.rows == [("2022", 4.1, "new"), ("2022", 10, "new"), ("2023", 6.4, "new"),
                         (None, None, "skipped")]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "asked"), [
    ('value = "이용률"', 'target = "firms"\nvalue = "기업수"', ""),
    ('value = "기업수"', 'target = "firms"\nvalue = "이용률"', 'firms/main: "이용률" speaks of'),
    ('value = "이용률"', 'target = "share"\nseries = "number"\nvalue = "기업수"', ""),
])  # fmt: skip
def test_the_name_of_a_column_speaks_of_its_own_figures(
    mapped, first: str, second: str, asked: str
) -> None:  # type: ignore[no-untyped-def]
    """A rate beside a count is no rate under the count."""
    mapping = f'[[take]]\ntarget = "share"\n{first}\n[[take]]\n{second}\n'
    took = mapped(mapping, "시점,이용률,기업수\n2022,4.1,5\n2023,6.4,6\n")
    assert asked in took.said
    assert took.said.count("speaks of") == (1 if asked else 0)
    assert (took.code == 0) == (not asked)


def test_a_column_of_a_take_that_stands_twice(mapped) -> None:  # type: ignore[no-untyped-def]
    """Nobody knows which is meant, as of one named with --value-column."""
    take = (
        '[[take]]\ntarget = "share"\nvalue = "이용률"\n[[take]]\ntarget = "firms"\nvalue = "수"\n'
    )
    took = mapped(take, "시점,이용률,이용률,수\n2022,4.1,5,100\n2023,6.4,6,120\n")
    assert took.code == 4
    assert 'the column "이용률" stands 2 times' in took.said


@pytest.mark.parametrize("words", [("--target", "firms"), ("--series", "survey")])
def test_where_each_take_goes_is_said_by_the_mapping(kpi: Kpi, tmp_path: Path, words) -> None:  # type: ignore[no-untyped-def]
    """One of the command line would send all of them to one place."""
    (tmp_path / "m.toml").write_text('[[take]]\ntarget = "share"\nvalue = "value"\n', "utf-8")
    (tmp_path / "t.csv").write_text("year,value\n2022,4.1\n", "utf-8")
    file, mapping = str(tmp_path / "t.csv"), str(tmp_path / "m.toml")
    ran = kpi("import", file, "--mapping", mapping, "--published", "2025-06-30", "-n", *words)
    assert (ran.code, "leave --target and --series out" in ran.stderr) == (2, True)


def test_a_filter_of_the_command_line_stands_in_place_of_the_mappings(mapped) -> None:  # type: ignore[no-untyped-def]
    """Of the same column; what the mapping says of another one still holds."""
    mapping = """
        target = "share"
        columns = { period = "year", value = "value" }
        filter = { size = "all", place = "here" }
    """
    table = (
        "year,size,place,value\n2021,all,here,1\n2022,50,here,2\n2023,90,here,3\n2024,90,there,4\n"
    )
    took = mapped(mapping, table, "--filter", "size=50", "--filter", "size=90")
    assert [row for row in took.rows if row[2] == "new"] == [
        ("2022", 2, "new"), ("2023", 3, "new"),
    ]  # fmt: skip


def test_one_row_for_each_target(mapped) -> None:  # type: ignore[no-untyped-def]
    """A column of names, and whose names they are; other rows are not chosen."""
    mapping = """
        columns = { target = "지표" }
        targets = { "이용률" = "share/survey", "업체수" = "firms" }
    """
    took = mapped(mapping, "지표,2022,2023\n이용률,4.1,6.4\n업체수,10,20\n매출,1,2\n")
    ids = [(row["id"], row["series"]) for row in took.answer["rows"]]
    assert ids == [("share", "survey")] * 2 + [("firms", "main")] * 2
    assert took.answer["unchosen"] == 2


def test_a_column_of_ids_needs_no_list_of_them(mapped) -> None:  # type: ignore[no-untyped-def]
    """With a list, rows of others are left out; without one, each must be a target."""
    table = "Goal,Year,Value\nshare,2023,6.4\nfirms,2023,950\n"
    took = mapped('columns = { target = "Goal" }\n', table)
    assert [row["id"] for row in took.answer["rows"]] == ["share", "firms"]
    took = mapped('columns = { target = "Goal" }\n[targets]\nfirms = "firms"\n', table)
    assert [row["id"] for row in took.answer["rows"]] == ["firms"]
    assert took.answer["unchosen"] == 1


def test_header_rows_sheet_and_layout(mapped) -> None:  # type: ignore[no-untyped-def]
    """What is not recognised can be said."""
    rows = [["표 1", "단위: %"], ["", "", ""], ["업종", "이용", "이용"], ["", "2023", "2024"],
            ["전체", 5.9, 6.4]]  # fmt: skip
    content = xlsx(rows, more={"메타": [["x", "y"]]})
    mapping = 'target = "share"\nsheet = "데이터"\nheader = [3, 4]\nlayout = "wide"\n'
    assert mapped(mapping, content).facts == [("2023", 5.9), ("2024", 6.4)]


def test_minus_and_units(mapped) -> None:  # type: ignore[no-untyped-def]
    """A triangle is minus if the mapping says so; the file's word for a unit has ours."""
    mapping = 'target = "firms"\nminus = "△"\nunits = { "개사" = "companies" }\n'
    took = mapped(mapping, "시점,단위,값\n2023,개사,△3\n2024,명,4\n")
    assert took.shown == [("2023", -3)]
    assert took.fates == ["new", "refused"]


def test_columns_of_status_and_source(mapped) -> None:  # type: ignore[no-untyped-def]
    """Any key of an observation may have a column."""
    mapping = 'target = "share"\ncolumns = { status = "구분", note = "비고" }\n'
    took = mapped(mapping, "시점,값,구분,비고\n2023,6.4,provisional,가\n2024,7,가정,나\n")
    assert took.fates == ["new", "refused"]
    assert 'is not one of "final"' in took.said


@pytest.mark.parametrize(("said", "status"), [
    ("잠정", "provisional"), ("Preliminary data", "provisional"), ("p", "provisional"),
    ("E", "estimated"), ("Forecast", "estimated"), ("A", "final"), ("final", "final"),
])  # fmt: skip
def test_a_status_in_other_words(mapped, said: str, status: str) -> None:  # type: ignore[no-untyped-def]
    """Those that offices use, and the codes of SDMX."""
    mapping = 'target = "share"\ncolumns = { status = "Kind" }\n'
    took = mapped(mapping, f"period,value,Kind\n2023,6.4,{said}\n")
    assert [row["status"] for row in took.answer["rows"]] == [status]


def test_the_command_line_goes_before(mapped) -> None:  # type: ignore[no-untyped-def]
    """An option replaces what the mapping says, but not where its takes go."""
    took = mapped('target = "share"\nscale = 100\n', "시점,값\n2023,0.064\n", "--scale", "10")
    assert took.facts == [("2023", 0.64)]
    took = mapped('[[take]]\ntarget = "share"\n', "시점,값\n2023,6\n", "--target", "firms")
    assert took.code == 2


def test_a_mapping_for_another_format(mapped) -> None:  # type: ignore[no-untyped-def]
    """The wrong file under the right mapping is refused."""
    took = mapped('target = "share"\nfile = "kosis"\n', "시점,값\n2023,6\n")
    assert took.code == 4
    assert "the mapping is for kosis" in took.said


def test_a_unit_that_the_office_changes_is_seen(mapped) -> None:  # type: ignore[no-untyped-def]
    """`units` translates one word; when the file says another, it is refused again."""
    mapping = 'target = "firms"\nunits = { "개" = "companies" }\n'
    assert mapped(mapping, "시점,단위,값\n2023,개,3\n").facts == [("2023", 3)]
    assert mapped(mapping, "시점,단위,값\n2023,백개,3\n").fates == ["refused"]


WRONG = """\
target = "Share"
sclae = 100
header = [4, 3]
scale = -1
label = "A b"
delimiter = "space"
columns = { perod = "시점" }
targets = { "이용률" = "share/survey/more" }

[[take]]
series = "survey"
values = "x"
"""


def test_every_fault_of_a_mapping_at_once(kpi: Kpi, tmp_path: Path) -> None:
    """With its line, what is wrong and what to write."""
    file = tmp_path / "wrong.toml"
    file.write_text(WRONG, "utf-8")
    (tmp_path / "a.csv").write_text("시점,값\n2023,6\n")
    words = ("--mapping", str(file), "--published", "2025-06-30", "--dry-run")
    ran = kpi("import", str(tmp_path / "a.csv"), *words)
    assert ran.code == 4
    lines = [
        int(line.split(":")[1]) for line in ran.stderr.splitlines() if line.startswith("wrong")
    ]
    assert sorted(set(lines)) == [1, 2, 3, 4, 5, 6, 7, 8, 10, 12]
    assert "did you mean scale?" in ran.stderr
    assert "did you mean period?" in ran.stderr


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe", b"a = ", b"take = 1", b"take = [1]", b"units = 3", b"filter = { a = 1.5 }",
     b"header = []", b"x = [[[]]]", b"columns = { value = true }", b"filter = { a = true }",
     b'delimiter = "pipe"', b"header = [true]", b"header = 0"],
)  # fmt: skip
def test_broken_mappings_are_problems(data: bytes) -> None:
    """Never a traceback."""
    _, problems = read_plan("m.toml", data)
    assert problems
    assert all(problem.remedy for problem in problems)


TABLE = 'write { "name" = "…" }'
LABEL = 'use small ASCII letters, digits and single hyphens, such as "kosis"'


@pytest.mark.parametrize(("mapping", "told"), [
    ("units = 3", [f"1:1 3 is not a table; {TABLE}"]),
    ("label = 5", [f"1:1 5 is no label; {LABEL}"]),
    (f'label = "{"a" * 40}"', []),
    (f'label = "{"a" * 41}"', [f'1:1 "{"a" * 37}…" is no label; {LABEL}']),
    ('scale = "x"', ['1:1 "x" is a text, not a number; write the factor, such as 100']),
    ("scale = 0", ["1:1 0 is no scale; write the factor, such as 100"]),
    ("scale = 0.001", []),
    ("header = [1, 1]", ["1:1 a list names no rows; write header = 3, or header = [3, 4]"]),
    ("header = [2, true]", ["1:1 a list names no rows; write header = 3, or header = [3, 4]"]),
    ("take = 1\nsource = 5", [
        "2:1 5 is not a text; write it between quotation marks",
        "1:1 take is a list of tables; write [[take]], in two brackets",
    ]),
    ("[[take]]\ntarget = 'share'\n" * 200, []),
    ("[[take]]\ntarget = 'share'\n" * 201, [
        "1:1 over 200 takes; divide them among several mappings",
    ]),
    ("target = 'share'\n[[take]]\ntarget = 'firms'", [
        "1:1 each [[take]] has its own target; write it there alone",
    ]),
    ("decimal = ';'\nlayout = 'tall'\nperiod_style = 'decade'\nminus = '-'", [
        '1:1 ";" is not one of ".", ","; write one of them',
        '2:1 "tall" is not one of "long", "wide"; write one of them',
        '3:1 "decade" is not one of "year", "semester", "quarter", "month", "week", "day",'
        ' "first-year", "last-year"; write one of them',
        '4:1 "-" is not one of "△", "▲", "▽", "▼"; write one of them',
    ]),
    ("units = { a = 5 }", ["1:1 5 is not a text; write it between quotation marks"]),
    ("[[take]]\nvalue = 'x'", ['1:1 this take has no target; write target = "…"']),
    ("columns = { target = 'x' }\n[[take]]\nvalue = 'x'", []),
    ("columns = { target = 'x' }\ntargets = { a = 'b/c', b = 'b/c/d', c = 'B C' }", [
        '2:24 "b/c/d" is no target; write "id" or "id/series"',
        '2:37 "B C" is not an id; use small ASCII letters, digits and single hyphens,'
        ' such as "b-c"',
    ]),
    ("targets = { a = 'b' }", [
        "1:1 [targets] has texts and no column; say where the texts stand: columns ="
        ' { target = "지표" }',
    ]),
    ("columns = { value = 5, period = ['a', 6] }", []),
    ("columns = { value = ['a', 'b'], status = ['c'], note = ['d', 'e', 'f'] }", [
        "1:13 2 columns are named, and only a period may stand in several; name one of them",
        "1:49 3 columns are named, and only a period may stand in several; name one of them",
    ]),
    ("filter = { a = ['', true] }", ["1:1 true is not a text; write it between quotation marks"]),
    ("filter = { a = [] }", ["1:1 the list is empty; give at least one, or leave the key out"]),
])  # fmt: skip
def test_what_a_mapping_may_say(mapping: str, told: list[str]) -> None:
    """And each fault to the letter, with its place."""
    _, problems = read_plan("m.toml", mapping.encode())
    assert [f"{one.where.line}:{one.where.column} {one.what}; {one.remedy}"
            for one in problems] == told  # fmt: skip


def test_an_unknown_target_in_a_mapping(kpi: Kpi, tmp_path: Path) -> None:
    """Wherever it stands."""
    (tmp_path / "a.csv").write_text("시점,값\n2023,6\n")
    for text in ('target = "shore"', '[[take]]\ntarget = "shore"',
                 'columns = { target = "시점" }\ntargets = { a = "shore" }'):  # fmt: skip
        (tmp_path / "m.toml").write_text(text, "utf-8")
        ran = kpi("import", str(tmp_path / "a.csv"), "--mapping", str(tmp_path / "m.toml"),
                  "--published", "2025-06-30", "--dry-run")  # fmt: skip
        assert (ran.code, "did you mean share?" in ran.stderr) == (2, True)


@pytest.mark.parametrize(("name", "sign"), [
    ("comma", ","), ("semicolon", ";"), ("tab", "\t"), ("bar", "|"), (";", ";"), ("|", "|"),
])  # fmt: skip
def test_every_delimiter_of_a_mapping(mapped, name: str, sign: str) -> None:  # type: ignore[no-untyped-def]
    """By its name, or itself."""
    table = "시점,값\n2023,6\n".replace(",", sign)
    assert mapped(f"target = \"share\"\ndelimiter = '{name}'\n", table).facts == [("2023", 6)]


def test_ten_rows_of_a_header_and_no_more(mapped) -> None:  # type: ignore[no-untyped-def]
    table = "".join(f"{n},{n}\n" for n in range(1, 11)) + "2023,6\n"
    rows = f'target = "share"\nheader = {list(range(1, 11))}\n'
    took = mapped(rows, table)
    assert (took.code, "the header rows hold no period" in took.said) == (4, True)
    assert "over 10 header rows" in mapped(rows.replace("10]", "10, 11]"), table).said


def test_numbers_by_which_rows_are_chosen(mapped) -> None:  # type: ignore[no-untyped-def]
    """As TOML has them, for a text of the file; true is none."""
    table = "Year,Class,Value\n2023,1,6\n2023,2,7\n"
    for said in ("2", '"2"', '[2, "3"]'):
        took = mapped(f'target = "share"\nfilter = {{ Class = {said} }}\n', table)
        assert took.facts == [("2023", 7)]
    other = mapped(
        'target = "share"\nfilter = { Class = ["2", "3"] }\n', table.replace(",1,", ",,")
    )
    assert other.facts == [("2023", 7)]
    empty = mapped('target = "share"\nfilter = { Class = ["", 2] }\n', table.replace(",1,", ",,"))
    assert "2023 stands in 2 rows (row 2, row 3) that differ in Class" in empty.said


TARGETS = 'columns = { target = "Who" }\n'


def test_texts_that_stand_for_targets(mapped) -> None:  # type: ignore[no-untyped-def]
    """Where some do, a row of any other text is for nobody, also where it is a target's own id."""
    table = "Year,Value,Who\n2022,3,share\n2023,4,A\n2024,50,B\n"
    took = mapped(TARGETS + '[targets]\nA = "share"\nB = "firms"\n', table)
    assert took.facts == [("2023", 4), ("2024", 50)]
    assert [row["id"] for row in took.answer["rows"]] == ["share", "firms"]


def test_a_column_of_targets_without_texts_that_stand_for_them(mapped) -> None:  # type: ignore[no-untyped-def]
    took = mapped(TARGETS, "Year,Value,Who\n2022,3,share\n2023,40,firms\n")
    assert [row["id"] for row in took.answer["rows"]] == ["share", "firms"]
    assert took.facts == [("2022", 3), ("2023", 40)]


def test_rows_of_another_series_than_the_one_that_is_named(take: Take) -> None:
    """A row that names none is of the one that is named."""
    table = "period,value,series\n2022,3,main\n2023,4,survey\n2024,5,\n"
    took = take(table, "--series", "survey")
    assert took.facts == [("2023", 4), ("2024", 5)]
    assert {row["series"] for row in took.answer["rows"]} == {"survey"}


def test_a_mapping_with_a_status_that_is_none(mapped) -> None:  # type: ignore[no-untyped-def]
    took = mapped('target = "share"\nstatus = "maybe"\n', "Year,Value\n2022,3\n")
    assert took.code == 4
    assert (
        'mapping.toml:2:1: "maybe" is not one of "final", "provisional", "estimated", "derived",'
        ' "enacted", "planned"; write one of them'
    ) in took.said


def test_a_column_that_the_mapping_calls_a_note_is_no_revision(mapped) -> None:  # type: ignore[no-untyped-def]
    table = "Year,Value,Value (revised)\n2022,3,3.1\n2023,4,4.1\n"
    target = 'target = "share"\n'
    assert '"Value (revised)" has figures, too, beside' in mapped(target, table).said
    note = 'columns = { note = "Value (revised)" }\n'
    assert mapped(target + note, table).facts == [("2022", 3), ("2023", 4)]


def test_every_take_that_is_none_is_told(mapped) -> None:  # type: ignore[no-untyped-def]
    took = mapped("take = [1, 2]\n", "Year,Value\n2022,3\n")
    assert took.code == 4
    assert "1 is not a table; write [[take]]" in took.said
    assert "2 is not a table; write [[take]]" in took.said


@pytest.mark.parametrize("kind", ["csv", "xlsx", "xls", "ods", "kosis", "ecos", "opensdg"])
def test_a_mapping_is_for_one_kind_of_file(mapped, kind: str) -> None:  # type: ignore[no-untyped-def]
    rows = [["Period", "Value"], [2022, 3]]
    said = f'file = "{kind}"\ntarget = "share"\n'
    for own, content in (
        ("xlsx", xlsx(rows)),
        ("ods", ods(rows)),
        ("csv", "Period,Value\n2022,3\n"),
    ):
        took = mapped(said, content)
        if own == kind:
            assert took.facts == [("2022", 3)]
        else:
            assert f"the file is {own}, and the mapping is for {kind}; choose" in took.said


def test_a_kind_of_file_that_is_none(mapped) -> None:  # type: ignore[no-untyped-def]
    took = mapped('file = "odt"\ntarget = "share"\n', "Year,Value\n2022,3\n")
    known = '"csv", "xlsx", "xls", "ods", "kosis", "ecos", "opensdg"'
    assert f'"odt" is not one of {known}; write one of them' in took.said


def test_columns_that_are_not_there(take: Take, mapped) -> None:  # type: ignore[no-untyped-def]
    """The first twenty that are there are listed."""
    names = ["Year", "Value", *(f"c{n}" for n in range(22))]
    table = f"{','.join(names)}\n2023,6{',x' * 22}\n"
    listed = ", ".join(f'"{name}"' for name in names[:20])
    said = f'kpi: file: there is no column "nope"; choose from {listed}\n'
    assert take(table, "--filter", "nope=1").said == said
    assert mapped('target = "share"\ncolumns = { note = "nope" }\n', table).said == said
    takes = '[[take]]\ntarget = "share"\nvalue = "A"\n[[take]]\ntarget = "firms"\n'
    assert "no column of figures is known" in mapped(takes, "Year,A,B\n2023,6,7\n").said


def test_texts_by_which_no_row_is_chosen(take: Take) -> None:
    """What the column has, the first eight; and each misspelt one of several, of how many ever."""
    rows = "".join(f"2023,k{n},{n}.5\n" for n in range(60))
    eight = ", ".join(f'"k{n}"' for n in range(8))
    none = take(f"Year,K,Value\n{rows}", "--filter", "K=zz")
    assert none.said == f"kpi: file: no row is chosen; K has {eight}\n"
    every = take(f"Year,K,Value\n{rows}").said
    assert every.endswith(f'choose one with --filter "K=k0"; K has {eight}\n')
    for nth, notes in ((3, []), (49, []), (59, []), (60, ['no row has K "k60"'])):
        words = ("--filter", "K=k2", "--filter", f"K=k{nth}")
        assert take(f"Year,K,Value\n{rows}", *words).answer["notes"] == notes


def test_series_to_which_no_row_went(mapped) -> None:  # type: ignore[no-untyped-def]
    """Each is told, by the words of the mapping; a series of a row stands where it names none."""
    texts = "[targets]\nA = 'share'\nB = 'share/number'\nC = 'firms'\nD = 'money/main'\n"
    rows = "2022,A,survey,5\n2023,A,,6\n2023,B,survey,700\n2023,E,,3\n"
    took = mapped(f"columns = {{ target = 'Who', series = 'Line' }}\n{texts}",
                  f"Year,Who,Line,Value\n{rows}")  # fmt: skip
    assert [(row["id"], row["series"], row["value"]) for row in took.answer["rows"]] == [
        ("share", "survey", 5), ("share", "main", 6), ("share", "number", 700),
    ]  # fmt: skip
    assert took.answer["notes"] == ["no row for firms", "no row for money/main"]
    takes = "".join(
        f"[[take]]\ntarget = '{target}'\nfilter = {{ K = '{text}' }}\n{more}"
        for target, text, more in (("share", "a", ""), ("share", "b", "series = 'number'\n"),
                                   ("firms", "c", ""), ("share", "b", "series = 'main'\n"))
    )  # fmt: skip
    took = mapped(takes, "Year,K,Value\n2023,a,6\n")
    assert took.answer["notes"] == ["no row for share/number", "no row for firms"]


def test_rows_of_other_targets_than_the_one_that_is_named(take: Take) -> None:
    took = take("target,Year,Value\nshare,2022,5\nfirms,2022,500\n,2023,6\n")
    assert (took.facts, took.answer["unchosen"]) == ([("2022", 5), ("2023", 6)], 1)


@pytest.mark.parametrize(("key", "text", "reason"), [
    ("revision", "1", None), ("revision", "99", "does not say why"),
    ("revision", "0", 'revision: "0" is no number of a record; write 1 for the first, 2 for the n'),
    ("revision", "100", '"100" is no number'), ("revision", "00", '"00" is no number'),
    ("revision", "x", '"x" is no number'), ("revision", "²", '"²" is no number'),
    ("revision", "١", '"١" is no number'), ("revision", "1.0", '"1.0" is no number'),
    ("revision", "12345", '"12345" is no number'), ("standard_error", "-", None),
    ("standard_error", "abc", 'standard_error: "abc" is a text, not a number; write the bare'),
    ("published", "June", 'published: "June" is not a date; write one such as 2024-06-30'),
    ("published", "2027-01-01", "published on 2027-01-01, after today; mend the day of publica"),
    ("published", "2026-11-22", None), ("published", "", "the row has no day of publication; give"),
    ("bound", "<", 'bound: "<" is not one of "=", ">=", "<="; write one of them'),
    ("recorded", "soon", 'recorded: "soon" is not a date'), ("grade", "A", None),
    ("status", "가정", 'status: "가정" is not one of "final"'), ("status", "s", '"s" is not A, P'),
])  # fmt: skip
def test_what_a_column_of_a_key_may_hold(take: Take, key: str, text: str, reason: str) -> None:
    published = "2025-06-30" if key != "published" else None
    (told,) = take(f"period,value,{key}\n2023,6,{text}\n", published=published).reasons
    assert (reason or "") in (told or "")
    assert bool(told) == bool(reason)


def test_columns_of_keys_in_a_spreadsheet(take: Take, project: Path) -> None:
    """A day with its time, numbers whatever the sign before decimals, a note that is a number."""
    head = ["period", "value", "published", "note", "standard_error", "numerator", "denominator"]
    row = [2023, 5.4, (45444.4375, DATE), 2024, 0.5, 13.5, 250]
    took = take(xlsx([head, row]), "--decimal", ",", published=None, write=True)
    (name,) = took.answer["files"]
    assert name == "observations/share/batch_2024-06-01_xlsx.toml"
    text = (project / name).read_text("utf-8")
    for line in ('note = "2024"', "standard_error = 0.5", "numerator = 13.5", "denominator = 250",
                 "recorded = 2026-11-22"):  # fmt: skip
        assert f"\n{line}\n" in text


@pytest.mark.parametrize(("table", "period", "value", "facts"), [
    ("published,value\n2024-05-01,5\n", "published", "value", [("2024-05-01", 5)]),
    ("year,period,value,A\n2023,2020,1,6\n", "year", "A", [("2023", 6)]),
    ("Year,Multiplier,A\n2023,3.2,1\n", "Year", "Multiplier", [("2023", 3.2)]),
])  # fmt: skip
def test_columns_that_were_named_for_something_else(
    take: Take, table: str, period: str, value: str, facts: list[tuple[str, float]]
) -> None:
    """Their own names mean nothing then."""
    took = take(table, "--period-column", period, "--value-column", value)
    assert took.facts == facts
    assert [row["published"] for row in took.answer["rows"]] == ["2025-06-30"]


@pytest.mark.parametrize(("columns", "status"), [
    ('value = "Value", status = "Kind", period = "Year"', "estimated"),
    ('period = "Year", value = "Value", note = "Kind"', "final"),
])  # fmt: skip
def test_a_column_of_statuses_is_what_the_mapping_says(mapped, columns: str, status: str) -> None:  # type: ignore[no-untyped-def]
    table = "Year,Value,Kind\n2023,3.2,e\n"
    took = mapped(f'target = "share"\ncolumns = {{ {columns} }}\n', table)
    assert [row["status"] for row in took.answer["rows"]] == [status]


@pytest.mark.parametrize(("header", "content", "said"), [
    (9, "Year,Value\n2023,6\n", "header: there is no row 9; give the number that the row has in"),
    (2, "x\nYear,Value\n2023,6\n", ""),
    (1, "Year,Figure,Other\n2023,6,7\n", '"Year" has the periods, but no column of figures is kn'),
])  # fmt: skip
def test_the_row_that_is_the_header(mapped, header: int, content: str, said: str) -> None:  # type: ignore[no-untyped-def]
    took = mapped(f'target = "share"\nheader = {header}\n', content)
    assert said in took.said
    assert (took.code == 0) == (not said)
