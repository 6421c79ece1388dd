"""The page: one file that asks for nothing, runs nothing, and shows what it is given as text."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kpi.facts.records import Document
from kpi.render.formats import CARD, SHOW, STATUS
from kpi.render.look import Look
from kpi.render.web import html, template
from kpi.render.wording.phrases import phrase
from kpi.render.wording.titles import both_titles
from tests.assess.conftest import STRAIGHT, judged, yearly
from tests.look import ledgers
from tests.look.hostile import HOSTILE
from tests.render import boards
from tests.run import Kpi

ROOT = Path(__file__).parents[2]
BOARD = boards.full()


class Seen(HTMLParser):
    """Every tag, attribute and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, found, value in self.attributes if found == name]


#: What is put around a passage in another language, and around letters from right to left.
LANGUAGE = re.compile("<span lang=(?:en|ko)>|</span>|</?bdi>")


def pages(lang: str = "en", version: str = "0.1.0") -> dict[str, str]:
    """Every page that there is, of a board with everything."""
    look, status = Look(lang=lang), boards.rich()
    one = boards.board(status)
    return {
        "status": STATUS["html"](BOARD, look, version),
        "show": SHOW["html"](status, one, look, version),
        "card": CARD["html"](status, one, look, version),
    }


def text_of(page: str) -> str:
    return " ".join(" ".join(Seen(page.rpartition("</style>")[2]).texts).split())


# --- self-contained ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["status", "show", "card"])
def test_a_page_runs_nothing_and_asks_for_nothing(kind: str) -> None:
    seen = Seen(pages()[kind])
    assert not set(seen.tags) & {
        "script", "img", "iframe", "object", "embed", "link", "form", "input", "video", "audio",
        "source", "base", "use", "image", "foreignobject",
    }  # fmt: skip
    assert not [name for _, name, _ in seen.attributes if name.startswith("on") or name == "style"]
    assert not seen.values("src")
    assert "url(" not in pages()[kind]
    assert "@import" not in pages()[kind]


@pytest.mark.parametrize("kind", ["status", "show", "card"])
def test_the_policy_allows_this_very_style_sheet_and_nothing_else(kind: str) -> None:
    page = pages()[kind]
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    policy = next(value for value in Seen(page).values("content") if "default-src" in value)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert page.count("<style") == 1


@pytest.mark.parametrize("kind", ["status", "show", "card"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_links_lead_to_the_web_or_into_the_page(kind: str, lang: str) -> None:
    seen = Seen(pages(lang)[kind])
    ids = set(seen.values("id"))
    links = seen.values("href")
    assert links
    for link in links:
        assert link.startswith(("https://", "http://")) or link.removeprefix("#") in ids
    assert len(ids) == len(seen.values("id"))  # every id once
    for names in seen.values("aria-labelledby"):
        assert set(names.split()) <= ids


def test_the_same_board_makes_the_same_bytes() -> None:
    assert pages() == pages()
    assert pages("ko") == pages("ko")


def test_a_page_does_not_say_when_it_was_made() -> None:
    """Only the days of the board and of the records stand in it."""
    import datetime as dt

    assert dt.datetime.now(dt.UTC).strftime("%H:%M:") not in pages()["status"]


def test_templates_fail_on_what_they_do_not_know() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        template.written("status.html", Look(), "0.1.0")


# --- what a reader must find ------------------------------------------------------------------


def test_blind_spots_come_before_any_verdict() -> None:
    page = pages()["status"]
    body = page[page.index("<body") :]
    blind = body.index("2 of 44 targets have current data")
    assert blind < body.index("possible")
    assert blind < body.index("<table")
    assert "judged for 2026-11-22" in body
    assert "known by 2026-09-30" in body
    assert "cluster-investment-5y" in body  # not yet announced


def test_every_light_has_its_word() -> None:
    """A sign or a colour never stands alone."""
    page = pages()["status"]
    for words in re.findall(r"<b class=[a-z]+>([^<]*)</b>", page):
        assert re.fullmatch(r"[●◐○?×] [a-z, ]+", words), words


def test_every_target_is_in_the_contents_the_overview_and_has_a_section() -> None:
    seen = Seen(pages()["status"])
    for status in BOARD.statuses:
        assert seen.values("href").count(f"#{status.target.id}") == 2
        assert seen.values("id").count(status.target.id) == 1


def test_a_section_has_quote_document_chart_rules_observations_and_caveats() -> None:
    page = pages()["status"]
    start = page.index("<section id=ai-company-share>")
    section = page[start : page.index("</section>", start)]
    said = text_of(section)
    assert "<blockquote>raise the portion of companies" in section
    assert '<a href="https://example.org/motie-2023">MOTIE announces' in section
    assert "official source" in said
    assert "role=img" in section
    for rule in ("on-path", "linear-ratio", "growth-ratio", "recent-trend", "extrapolation"):
        assert rule in said
    assert '<a href="https://example.org/6.4">Asia Business Daily' in section
    assert "was 5.9 %" in said  # the vintage that was replaced
    assert "stale" in said
    assert "goal moved" in said
    assert "at least 20 % by 2028" in said  # the first goal


def test_the_page_of_one_target_says_all_that_the_terminal_says() -> None:
    from kpi.render.show_sections import Fact, Quote, Rows, Words, sections

    status = boards.rich()
    said = text_of(pages()["show"])
    for part in sections(status, boards.board(status), Look()):
        assert part.heading in said
        for block in part.blocks:
            if isinstance(block, Quote | Words):
                assert block.text in said
            elif isinstance(block, Rows):
                for row in block.rows:
                    assert all(cell in said for cell in row), row
            elif isinstance(block, Fact) and block.label != "links":
                for line in block.lines:
                    assert line in said or line.startswith("https://")


def test_other_series_can_be_opened() -> None:
    assert "<details><summary>1 other series</summary>" in pages()["show"]


def test_korean_pages_are_korean() -> None:
    page = pages("ko")["status"]
    assert '<html lang="ko">' in page
    said = text_of(page)
    for word in (
        "개요",
        "AI 활용 기업 비중",
        "경로 범위 내",
        "판정 기준일 2026-11-22",
        "양호",
        "관측값",
    ):
        assert word in said
    for word in ("Overview", "judged for", "expected", "unknown"):
        assert word not in said


def languages(page: str) -> list[tuple[str, str]]:
    """The passages that are marked, each with its language."""
    return re.findall("<span lang=(en|ko)>([^<]*)</span>", page)


@pytest.mark.parametrize("kind", ["status", "show", "card"])
def test_a_passage_in_the_other_language_is_marked(kind: str) -> None:
    """WCAG 2.2, 3.1.2: else a screen reader says an English quotation with a Korean voice."""
    korean, english = languages(pages("ko")[kind]), languages(pages()[kind])
    assert any(lang == "en" and said.startswith("raise the portion") for lang, said in korean)
    assert all(lang == "en" for lang, _ in korean)
    assert {lang for lang, _ in english} <= {"ko"}
    if kind != "card":
        assert any("AI 활용 기업 비중" in said for _, said in english)


def test_ascii_pages_keep_our_signs_in_ascii() -> None:
    page = STATUS["html"](boards.board(boards.rich()), Look(ascii=True), "0.1.0")
    body = page[page.index("</style>") :]
    assert not re.search("[●◐○×·–…≥─]", body)


# --- the overview -----------------------------------------------------------------------------


def test_a_bar_is_the_share_of_the_way_and_its_notch_that_of_the_time() -> None:
    status = dataclasses.replace(boards.rich(), share_of_way=0.25, share_of_time=0.75)
    page = STATUS["html"](boards.board(status), Look(), "")
    assert '<path d="M0 5h25"/><path d="M75 0v9"/>' in page


def test_the_overview_says_of_which_part_of_a_year_a_sum_is() -> None:
    text = STRAIGHT.replace('path = "linear"\n', 'kind = "annual"\n').replace(
        "by = 2030", "by = 2026"
    )
    text = text.replace("baseline = { period = 2020, value = 10 }\n", "")
    facts = yearly({"2026-Q1": 4}) + yearly({"2026-Q2": 5})
    status = judged(text + facts.replace("2027-06-01", "2026-08-01"))
    assert "9<br><small>2026-Q1/2026-Q2</small>" in STATUS["html"](boards.board(status), Look(), "")


# --- hostile text -----------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_on_every_page(text: str) -> None:
    """In every field of a target, and of the board: nothing of it becomes markup."""
    status = boards.hostile(text)
    board = boards.board(status, title=text, at=text, unannounced=(text,))
    papers = {text: Document(text, text, boards.HERE, text, None, text, "official", text)}
    board = dataclasses.replace(board, documents=papers)
    harmless = boards.hostile("harmless")
    calm = boards.board(harmless, title="harmless", at="harmless", unannounced=("harmless",))
    paper = Document("harmless", "harmless", boards.HERE, "harmless", None, "harmless", "official",
                     "harmless")  # fmt: skip
    calm = dataclasses.replace(calm, documents={"harmless": paper})
    for name, form in {"status": STATUS, "show": SHOW, "card": CARD}.items():
        if name == "status":
            page, plain = form["html"](board, Look(), text), form["html"](calm, Look(), "x")
        else:
            page = form["html"](status, board, Look(), text)
            plain = form["html"](harmless, calm, Look(), "x")
        page, plain = (LANGUAGE.sub("", one) for one in (page, plain))
        seen, expected = Seen(page), Seen(plain)
        assert seen.tags == expected.tags
        assert [a[:2] for a in seen.attributes] == [a[:2] for a in expected.attributes]
        for bad in ("\x1b", "\x00", "\x9b", "\u202e", "\u2066", "\u200b", "\u2028", "\ufeff"):
            assert bad not in page
        assert not [link for link in seen.values("href") if link.startswith("javascript")]


def test_a_link_is_named_by_the_host_it_leads_to() -> None:
    assert template.site("https://good.example@evil.example/") == "evil.example"
    for address in ("javascript:alert(1)", "data:text/html,x", "//x.org", "http://", "https://[",
                    "HTTPS://x.org", "https://x.org/\u202e", "file:///etc/passwd"):  # fmt: skip
        assert template.site(address) is None, address


# --- sizes and doors --------------------------------------------------------------------------


def test_a_hundred_targets_with_charts_are_under_400_kilobytes(tmp_path: Path) -> None:
    """And a page grows with its targets, not faster."""
    board = ledgers.board_of(ledgers.write(tmp_path, 100))
    page = STATUS["html"](board, Look(), "0.1.0")
    assert page.count("role=img") == 100
    assert page.count("<blockquote>") == 100
    assert len(page.encode()) < 400_000
    half = dataclasses.replace(board, statuses=board.statuses[:50])
    each = (len(page) - len(STATUS["html"](half, Look(), "0.1.0"))) / 50
    assert len(page) < 100 * each + 20_000


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_page_of_many_tells_the_first_ones_whole_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    """Of the others the verdict and why; links to them still lead to something."""
    board = ledgers.board_of(ledgers.write(tmp_path, 5))
    whole = STATUS["html"](board, Look(lang=lang), "0.1.0")
    monkeypatch.setattr(html, "MOST_WHOLE", 3)
    page = STATUS["html"](board, Look(lang=lang), "0.1.0")
    said = phrase("page_short", lang, whole=3, all=5)
    assert said in text_of(page)
    assert said not in text_of(whole)
    assert page.count("role=img") == 3
    assert page.count("<p class=verdict>") == 5
    assert {v for v in Seen(page).values("href") if v.startswith("#")} == {
        v for v in Seen(whole).values("href") if v.startswith("#")
    }
    assert [v for v in Seen(page).values("id") if v.startswith("_") and v[1:].isdigit()] == [
        "_1", "_2", "_3", "_4", "_5",
    ]  # fmt: skip


def test_of_many_those_that_are_told_of_come_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A week's report names some targets; those are whole, wherever they stand."""
    board = ledgers.board_of(ledgers.write(tmp_path, 5))
    ids = [one.target.id for one in board.statuses]
    monkeypatch.setattr(html, "MOST_WHOLE", 2)

    def whole(*told: str) -> list[str]:
        return [one.id for one in html.everything(board, Look(), told)["targets"] if one.parts]

    assert whole() == ids[:2]
    assert whole(ids[4], "none", ids[4]) == [ids[0], ids[4]]
    assert whole(*reversed(ids)) == ids[3:]
    assert "told of here" in html.everything(board, Look(), ids)["short"]


def test_only_a_page_loads_the_templates() -> None:
    """jinja2 takes 40 ms to load, which a table need not pay."""
    code = (
        "import sys; import kpi.render.formats, kpi.render.web.card_picture;"
        "from kpi.cli import app;"
        "heavy = ('jinja2', 'markupsafe', 'kpi.render.web.html');"
        "sys.exit(any(name in sys.modules for name in heavy))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_style_and_templates_come_with_the_package() -> None:
    """What a wheel would hold: the templates are files of the package, found without a path."""
    from kpi.render.web import svg

    for name in ("chart.css", "page.css", "card.css"):
        assert "{" in svg.packaged(name)
    for name in ("frame.html", "parts.html", "status.html", "show.html", "card.html"):
        assert template._environment(False, "en").get_template(name)


def test_no_item_of_a_list_in_columns_is_cut_in_two() -> None:
    """A list of one long item went on at the top of the next column, within a sentence."""
    from kpi.render.web import svg

    rules = re.findall(r"([^{}]+){([^}]*)}", svg.packaged("page.css"))
    kept = [names for names, what in rules if "break-inside:avoid" in what]
    assert any(".week li" in names for names in kept)


def test_the_command_writes_the_page_in_utf_8_in_any_locale() -> None:
    kpi = Kpi(ROOT)
    ran = kpi("status", "--format", "html", "--lang", "ko", "--on", "2026-11-22")
    assert ran.code == 0
    assert ran.stdout.startswith("<!DOCTYPE html>")
    assert ran.stdout.endswith("</html>\n")
    shown = kpi("show", "ai-company-share", "--format", "html", "--on", "2026-11-22")
    assert "<h1>Companies" in shown.stdout


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_each_cell_of_the_report_names_its_column(tmp_path: Path, lang: str) -> None:
    """A phone shows a row as lines, and each line begins with its heading."""
    shutil.copy(ROOT / "targets.toml", tmp_path)
    shutil.copytree(ROOT / "observations", tmp_path / "observations")
    Kpi(tmp_path, KPI_TODAY="2026-11-22")("report", "--quiet", "--lang", lang)
    page = (tmp_path / "reports" / "2026-W47.html").read_text("utf-8")
    week = page[page.index("<section class=week") : page.index('<section id="_overview"')]
    tables = re.findall(r"<table><thead><tr>(.*?)<tbody>(.*?)</table>", week, re.S)
    assert len(tables) > 3
    for heads, rows in tables:
        _, *titles = re.findall("<th>([^<]*)", heads)
        assert rows.count("<tr>") > 0
        for row in rows.split("<tr>")[1:]:
            assert re.findall('<td data-of="([^"]*)">', row) == titles
            assert row.count("<td") == len(titles)


def test_an_empty_board_is_a_page_that_says_so() -> None:
    page = STATUS["html"](boards.board(), Look(), "0.1.0")
    assert "No target" in page


def test_titles_choose_the_language_of_the_reader() -> None:
    rich, bare = boards.rich().target, boards.bare("x", "no data", "unknown").target
    assert both_titles(rich, "ko") == ("AI 활용 기업 비중", "Companies using AI")
    assert both_titles(rich, "en") == ("Companies using AI", "AI 활용 기업 비중")
    assert both_titles(bare, "ko") == ("X",)


def test_a_source_of_several_rows_stands_once_beside_them() -> None:
    """What the terminal says as "as above"; another address is another source."""
    from kpi.render.show_sections import Rows

    urls = ("https://a.example",) * 3 + ("https://b.example",)
    table = Rows(
        ("period", "source"), (("2020", "A & B"), ("2021", "as above"), ("2022", "as above"),
                               ("2023", "as above")),
        links=urls, again=(False, True, True, True),
    )  # fmt: skip
    assert template.kept(table, Look()).rows == (
        '<tr><th>2020<td rowspan=3><a href="https://a.example">A &amp; B</a>',
        "<tr><th>2021",
        "<tr><th>2022",
        '<tr><th>2023<td><a href="https://b.example">as above</a>',
    )


def test_a_heading_of_many_names_its_chart() -> None:
    """The title is not said a second time; a page of one has it in the drawing."""
    many, one = pages()["status"], pages()["show"]
    assert re.search(r'<h2 id=_1>[^<]+</h2>(?s:.*)aria-labelledby="_1 _1d"><desc id=_1d>', many)
    assert "<title id=_t>" in one


def test_a_very_long_range_may_break_between_its_ends() -> None:
    """+60,000,000,000,000…+145,006,949,249,286 made the table wider than the page."""
    text = STRAIGHT.replace('path = "linear"\n', "").replace("value = 10 }", "value = 10e14 }")
    text = text.replace("30,", "25e14,") + yearly({2022: 131e13})
    status = judged(text, "2026-11-22")
    page = STATUS["html"](boards.board(status), Look(), "")
    assert "<td><i>+10,000,000,000,000…<wbr>+108,8" in page


def test_a_projection_of_three_values_says_so_in_short_as_well() -> None:
    """And the page of one says that the stated baseline is none of them."""
    status = judged(STRAIGHT + yearly({2023: 14, 2024: 17, 2025: 18}))
    board = boards.board(status)
    assert "; very weak: it rests on three values" in STATUS["html"](board, Look(), "0.1.0")
    page = SHOW["html"](status, board, Look(), "0.1.0")
    assert "the stated baseline is left out" in page
