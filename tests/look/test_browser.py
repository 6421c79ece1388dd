"""The pages in a real browser: silent, whole at any width, readable by everyone, printable."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from kpi.facts.records import Document
from kpi.render.formats import CARD, SHOW, STATUS
from kpi.render.look import Look
from kpi.render.web.card_picture import card_svg
from tests.look import ledgers
from tests.look.hostile import HOSTILE
from tests.render import boards
from tests.run import Kpi

ROOT = Path(__file__).parents[2]
DAY = ("--on", "2026-11-22")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real project's pages, those of a board with everything, and of hostile texts."""
    folder, kpi = tmp_path_factory.mktemp("pages"), Kpi(ROOT)
    made = {
        "status-en": kpi("status", "--format", "html", *DAY).stdout,
        "status-ko": kpi("status", "--format", "html", "--lang", "ko", *DAY).stdout,
        "show-en": kpi("show", "ai-company-share", "--format", "html", *DAY).stdout,
        "show-ko": kpi("show", "ai-company-share", "-f", "html", "--lang", "ko", *DAY).stdout,
        "card-en": kpi("card", "ai-company-share", *DAY).stdout,
        "card-ko": kpi("card", "ai-company-share", "--lang", "ko", *DAY).stdout,
        "card-svg": kpi("card", "ai-company-share", "--format", "svg", *DAY).stdout,
        "report": _report(tmp_path_factory.mktemp("week")),
        "report-ko": _report(tmp_path_factory.mktemp("week"), "ko"),
        "quarters": _quarters(tmp_path_factory.mktemp("quarters")),
        "rtl": _from_right_to_left(tmp_path_factory.mktemp("rtl")),
        "many": STATUS["html"](
            ledgers.board_of(ledgers.write(tmp_path_factory.mktemp("many"), 100)), Look(), ""
        ),
    }
    rich = boards.rich()
    made["rich"] = SHOW["html"](rich, boards.board(rich), Look(), "0.1.0")
    for n, text in enumerate(HOSTILE):
        status = boards.hostile(text)
        papers = {text: Document(text, text, boards.HERE, text, None, text, "official", text)}
        board = boards.board(status, title=text, at=text, documents=papers)
        made[f"hostile-status-{n}"] = STATUS["html"](board, Look(), text)
        made[f"hostile-card-{n}"] = CARD["html"](status, board, Look(), text)
        made[f"hostile-svg-{n}"] = card_svg(status, board, Look(), text)
    files = {}
    for name, page in made.items():
        files[name] = folder / (name + (".svg" if "svg" in name else ".html"))
        files[name].write_text(page, "utf-8")
    return files


QUARTERS = """
schema = 1
[[target]]
id = "spent"
title = "Spent in a year"
title_ko = "산업 연구개발 국제협력 사업 예산"
kind = "annual"
unit = "KRW bn"
goal = { value = 1864.4, by = "2026-S2" }
[[target]]
id = "share"
title = "Share"
title_ko = "인공지능을 활용하는 기업의 비중"
unit = "%"
direction = "up"
ceiling = 100
baseline = { period = 2022, value = 1 }
[[target.goal]]
value = 30
by = "2030-S2"
"""


def _quarters(folder: Path) -> str:
    """The widest cells: a sum of quarters, a long verdict in Korean, a half-year as deadline."""
    (folder / "targets.toml").write_text(QUARTERS, "utf-8")
    for name, text in (("spent/2026-Q3_2026-10-20", "value = 1041.5"),
                       ("spent/2026-Q4_2026-11-20", 'value = 321.5\nstatus = "estimated"'),
                       ("share/2025-Q4_2026-06-01", "value = 5")):  # fmt: skip
        path = folder / f"observations/{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", "utf-8")
    return Kpi(folder)("status", "-f", "html", "--lang", "ko", "--on", "2026-11-22").stdout


RIGHT_TO_LEFT = """
schema = 1
[document.plan]
title = "وثيقة"
publisher = "وزارة"
published = 2023-01-13
[[target]]
id = "share"
title = "نسبة الشركات (AI) 30%"
unit = "%"
direction = "up"
baseline = { period = 2022, value = 1 }
[[target.goal]]
value = 30
by = 2030
document = "plan"
"""


def _from_right_to_left(folder: Path) -> str:
    """A target whose title, document and publisher are Arabic."""
    (folder / "targets.toml").write_text(RIGHT_TO_LEFT, "utf-8")
    return Kpi(folder)("show", "share", "-f", "html", "--on", "2026-11-22").stdout


def _report(folder: Path, lang: str = "en") -> str:
    """The report of the real project's week, from a copy of its records."""
    shutil.copy(ROOT / "targets.toml", folder)
    shutil.copytree(ROOT / "observations", folder / "observations")
    assert Kpi(folder, KPI_TODAY="2026-11-22")("report", "--quiet", "--lang", lang).code == 0
    return (folder / "reports" / "2026-W47.html").read_text("utf-8")


class Visit:
    """A page that was opened, and everything that it said or asked for."""

    def __init__(self, browser: Any, file: Path, width: int = 1280, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.said.append("dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())

    def at(self, width: int) -> Any:
        """The page in a window that was drawn so wide."""
        self.page.set_viewport_size({"width": width, "height": 800})
        return self.page

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


WHOLE = ("status-en", "status-ko", "show-en", "show-ko", "card-en", "card-ko", "report",
         "report-ko", "many", "rich", "quarters")  # fmt: skip


@pytest.mark.parametrize("name", [*WHOLE, "card-svg"])
def test_no_message_and_no_request(browser: Any, pages: dict[str, Path], name: str) -> None:
    with Visit(browser, pages[name]) as visit:
        visit.page.mouse.wheel(0, 5000)
        visit.page.wait_for_timeout(50)
        assert visit.said == []
        assert visit.asked == [pages[name].as_uri()]


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_runs_over_the_edge(browser: Any, pages: dict[str, Path], name: str) -> None:
    """WCAG 2.2, 1.4.10: at 320 pixels nobody has to scroll sideways."""
    with Visit(browser, pages[name]) as visit:
        visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for width in (320, 390, 600, 680, 768, 810, 980, 1040, 1280, 1600):
            wide = visit.at(width).evaluate("document.documentElement.scrollWidth")
            assert wide <= width


@pytest.mark.parametrize("name", ["report", "report-ko"])
def test_a_reason_is_no_tower_of_syllables(browser: Any, pages: dict[str, Path], name: str) -> None:
    """On a screen of middle width it has a line of its own below its row, a third of it wide."""
    with Visit(browser, pages[name]) as visit:
        for width in (680, 768, 900):
            parts = visit.at(width).evaluate(
                "[...document.querySelectorAll('.week td:nth-child(9)')].map(e =>"
                " e.getBoundingClientRect().width / e.parentElement.getBoundingClientRect().width)"
            )
            assert len(parts) > 5
            assert [part for part in parts if part < 1 / 3] == []


NARROW = ("status-en", "status-ko", "report", "report-ko")


@pytest.mark.parametrize("name", NARROW)
def test_a_verdict_is_one_word_at_any_width(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    """Its pill is a line high and wider than high: no letter stands below another."""
    with Visit(browser, pages[name]) as visit:
        for width in (320, 390, 768, 1280):
            pills = visit.at(width).evaluate(
                "[...document.querySelectorAll('.overview b')].map(e => {"
                " const box = e.getBoundingClientRect();"
                " const letters = parseFloat(getComputedStyle(e).fontSize);"
                " return [e.textContent, box.width / box.height, box.height / letters] })"
            )
            assert len(pills) > 20
            assert [pill for pill in pills if pill[1] < 1.5 or pill[2] > 2] == []


@pytest.mark.parametrize("name", [*NARROW, "show-ko", "rich"])
def test_no_figure_stands_without_its_heading(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    """A table shows its heads above, or each cell of it has its own beside it."""
    with Visit(browser, pages[name]) as visit:
        for width in (320, 390, 768, 1280):
            bare = visit.at(width).evaluate(
                "[...document.querySelectorAll('td')].filter(e => {"
                " if (!e.textContent || !e.offsetHeight) return false;"
                " const head = e.closest('table').tHead, at = head.rows[0].cells[e.cellIndex];"
                " if (head.offsetHeight > 10 && (!at || at.offsetHeight > 10)) return false;"
                " return getComputedStyle(e, '::before').content !== JSON.stringify(at.textContent)"
                "}).map(e => e.outerHTML)"
            )
            assert bare == []


PAPER = 688  # pixels of A4


def test_the_overview_keeps_its_flags_at_any_width(browser: Any, pages: dict[str, Path]) -> None:
    """A green light on a phone or on paper says what it rests on."""
    with Visit(browser, pages["status-en"]) as visit:
        row = visit.page.locator(".overview tr", has_text="International collaboration")
        for width in (320, 390, 768, 1280, PAPER):
            visit.at(width).emulate_media(media="print" if width == PAPER else "screen")
            assert "goal moved, methods split 4/5, press source only" in row.inner_text()


def test_the_overview_keeps_its_figures_at_any_width(browser: Any, pages: dict[str, Path]) -> None:
    """WCAG 2.2, 1.4.10: a page that is enlarged four times says what it said before."""
    with Visit(browser, pages["status-en"]) as visit:
        row = visit.page.locator(".overview tr", has_text="Companies that can utilise AI")
        for width in (320, 800, 1000, 1280, PAPER):
            visit.at(width).emulate_media(media="print" if width == PAPER else "screen")
            for figure in ("5.9 %", "5.51–7.43 %", "-1.53…+0.39", "6.6 %", "2030"):
                assert figure in row.inner_text()


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_each_figure_of_a_narrow_overview_has_its_heading_before_it(
    browser: Any, pages: dict[str, Path], lang: str
) -> None:
    """What the heading of its column says on a wide page; a cell without a figure has none."""
    told = (
        "[...document.querySelectorAll('.overview tbody tr')].map(row =>"
        " [...row.querySelectorAll('td')].slice(2, 6).map(cell =>"
        " getComputedStyle(cell).display == 'none' ? (cell.textContent ? 'hidden' : '')"
        " : getComputedStyle(cell, '::before').content))"
    )
    with Visit(browser, pages[f"status-{lang}"], 390) as visit:
        rows = visit.page.evaluate(told)
    with Visit(browser, pages[f"status-{lang}"], 1400) as visit:
        wide = visit.page.evaluate(told)
        heads = visit.page.locator(".overview thead th").all_inner_texts()[3:7]
    assert len(rows) > 5
    for row in rows:
        assert all(said in ("", f'"{head}"') for said, head in zip(row, heads, strict=True))
    assert [f'"{head}"' for head in heads] in rows
    assert {said for row in wide for said in row} <= {"none", ""}


@pytest.mark.parametrize("name", ["show-ko", "status-en"])
def test_days_and_figures_of_observations_stand_on_one_line(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    """A source of many words took the room of all other columns: "2025-05-" above "12"."""
    short = (
        "[...document.querySelectorAll('.observations td')].filter(cell =>"
        " /^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9.,]+ ?%)$/.test(cell.textContent.trim()))"
    )
    lines = (
        ".filter(cell => { const range = document.createRange(); range.selectNodeContents(cell);"
        " return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1 })"
    )
    with Visit(browser, pages[name], bypass_csp=True) as visit:
        visit.page.add_style_tag(content="* { content-visibility: visible !important }")
        assert visit.page.evaluate(f"{short}.length") > 10
        for width in (690, 1000, 1400):
            page = visit.at(width)
            assert page.evaluate(f"{short}{lines}.map(cell => cell.textContent)") == []


def test_no_label_of_a_chart_is_cut_at_the_edge_of_its_target(
    browser: Any, pages: dict[str, Path]
) -> None:
    """What is not drawn until it is near is cut there too: the last year read "203"."""
    beyond = (
        "[...document.querySelectorAll('[id]:has(> .columns)')].map(one =>"
        " Math.max(...[...one.querySelectorAll('.chart text')].map(text =>"
        " text.getBoundingClientRect().right)) - one.getBoundingClientRect().right"
        " - parseFloat(getComputedStyle(one).overflowClipMargin))"
    )
    with Visit(browser, pages["status-ko"], 390) as visit:
        assert visit.page.evaluate(f"Math.max(...{beyond}.filter(Number.isFinite))") <= 0


@pytest.mark.parametrize("width", [390, 1280])
def test_without_a_column_beside_it_the_report_lists_its_sections_and_not_all_targets(
    browser: Any, pages: dict[str, Path], width: int
) -> None:
    """Ten links; the overview is the list of targets. On paper nothing can be followed."""
    with Visit(browser, pages["report"], width) as visit:
        links = [one for one in visit.page.locator("nav a").all() if one.is_visible()]
        heads = visit.page.locator("section.week > h2").all_inner_texts()
        assert [one.inner_text() for one in links] == heads
        assert len(heads) > 5
        visit.page.emulate_media(media="print")
        assert not any(one.is_visible() for one in links)
    with Visit(browser, pages["status-en"], width) as visit:
        assert visit.page.locator("nav").count() == 1
        assert not visit.page.locator("nav").is_visible()


#: What WCAG 2.2 lets a reader set (1.4.12).
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
)


@pytest.mark.parametrize("name", ["status-en", "status-ko", "show-ko", "card-en", "report"])
def test_wider_letters_cut_nothing_off(browser: Any, pages: dict[str, Path], name: str) -> None:
    with Visit(browser, pages[name], bypass_csp=True) as visit:
        visit.page.add_style_tag(content=SPACING)
        for width in (320, 1000, 1400):
            cut = visit.at(width).evaluate(
                "[...document.querySelectorAll('body *')].filter(e => e.tagName != 'svg'"
                " && getComputedStyle(e).overflow == 'hidden' && e.clientHeight > 1"
                " && e.scrollHeight > e.clientHeight + 1).map(e => e.textContent)"
            )
            assert cut == []
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_reader_who_forces_colours_sees_the_chart_in_them(
    browser: Any, pages: dict[str, Path]
) -> None:
    """The system does so for text; a drawing has to ask for its colours."""
    ask = (
        "[getComputedStyle(document.querySelector('.chart .line')).stroke,"
        " getComputedStyle(document.querySelector('h1')).color]"
    )
    for scheme in ("light", "dark"):
        with Visit(browser, pages["show-en"], color_scheme=scheme, forced_colors="active") as visit:
            line, text = visit.page.evaluate(ask)
            assert line == text


#: How far from the left a piece of an element's text is.
AT = """([within, text]) => {
  const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at); range.setEnd(node, at + text.length);
    return range.getBoundingClientRect().left;
  }
}"""


def test_letters_from_right_to_left_turn_nothing_round(
    browser: Any, pages: dict[str, Path]
) -> None:
    """The end of such a title is at its left; a date behind such a name begins with its year."""
    with Visit(browser, pages["rtl"]) as visit:
        title = [visit.page.evaluate(AT, ["h1", text]) for text in ("30%", "AI", "نسبة")]
        day = [visit.page.evaluate(AT, ["dd p", text]) for text in ("2023", "01", "13")]
    assert title == sorted(title)
    assert day == sorted(day)


@pytest.mark.parametrize(("name", "scheme"), [
    ("status-en", "light"), ("status-ko", "dark"), ("show-en", "light"), ("show-ko", "dark"),
    ("card-en", "dark"), ("card-ko", "light"), ("rich", "light"), ("rich", "dark"),
    ("report", "dark"), ("report-ko", "light"),
])  # fmt: skip
def test_no_barriers(
    browser: Any, pages: dict[str, Path], axe: str, name: str, scheme: str
) -> None:
    """axe-core finds no violation, contrast included, in either scheme and on a phone."""
    for width in (1400, 320):
        with Visit(browser, pages[name], width, color_scheme=scheme, bypass_csp=True) as visit:
            visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            visit.page.add_style_tag(content="* { content-visibility: visible !important }")
            visit.page.evaluate(axe)
            found = visit.page.evaluate(
                "axe.run(document, {resultTypes: ['violations', 'incomplete'],"
                " rules: {'target-size': {enabled: true}}})"  # WCAG 2.2, 2.5.8
            )
            told = [
                (rule["id"], [node["html"][:120] for node in rule["nodes"][:3]])
                for rule in found["violations"]
            ]
            assert told == []
            assert len(found["passes"]) > 15  # it looked


def test_light_and_dark_are_two_colours(browser: Any, pages: dict[str, Path]) -> None:
    seen = []
    for scheme in ("light", "dark"):
        with Visit(browser, pages["show-en"], color_scheme=scheme) as visit:
            ask = "e => getComputedStyle(document.querySelector(e))"
            seen.append((
                visit.page.evaluate(f"({ask})('body').backgroundColor"),
                visit.page.evaluate(f"({ask})('.chart .line').stroke"),
            ))  # fmt: skip
    assert seen[0] == ("rgb(253, 252, 250)", "rgb(28, 33, 38)")
    assert seen[1] == ("rgb(21, 24, 27)", "rgb(230, 228, 223)")


#: Draws a letter with the page's own font and gives its pixels.
DRAWN = """letter => {
  const canvas = document.createElement('canvas'); canvas.width = canvas.height = 48;
  const pen = canvas.getContext('2d');
  pen.font = '40px ' + getComputedStyle(document.body).fontFamily;
  pen.fillText(letter, 2, 40);
  return Array.from(pen.getImageData(0, 0, 48, 48).data).filter((_, n) => n % 4 == 3).join();
}"""


def test_hangul_is_drawn_and_not_boxed(browser: Any, pages: dict[str, Path]) -> None:
    """Letters without a glyph are all the same box."""
    with Visit(browser, pages["status-ko"]) as visit:
        shapes = [visit.page.evaluate(DRAWN, letter) for letter in "달성정상추진지연"]
        box = visit.page.evaluate(DRAWN, "\U000e1234")
    assert len(set(shapes)) == len(shapes)
    assert box not in shapes
    assert all(shape.strip("0,") for shape in shapes)


@pytest.mark.parametrize("name", ["status-ko", "show-en", "card-en"])
def test_a_page_prints_as_a_tagged_document(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    with Visit(browser, pages[name]) as visit:
        printed = visit.page.pdf(format="A4", tagged=True, outline=True)
    assert b"/StructTreeRoot" in printed
    assert b"/Marked true" in printed
    assert b"/Lang" in printed


def test_on_paper_nothing_is_folded_away(browser: Any, pages: dict[str, Path]) -> None:
    """What a click would open stands open, and links show where they lead."""
    with Visit(browser, pages["show-en"]) as visit:
        closed = visit.page.evaluate("document.querySelector('details').offsetHeight")
        visit.page.emulate_media(media="print")
        opened = visit.page.evaluate("document.querySelector('details').offsetHeight")
        assert opened > 5 * closed
        after = "getComputedStyle(document.querySelector('dd a'), '::after').content"
        assert "https" in visit.page.evaluate(after)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_is_only_text(browser: Any, pages: dict[str, Path], number: int) -> None:
    """Nothing runs, nothing is asked for, nothing runs over the edge of a phone."""
    for kind in ("status", "card", "svg"):
        file = pages[f"hostile-{kind}-{number}"]
        with Visit(browser, file, 320) as visit:
            assert visit.said == []
            assert visit.asked == [file.as_uri()]
            if kind != "svg":
                assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320
                assert visit.page.evaluate("document.querySelectorAll('script, img').length") == 0
                title = "document.querySelector('h1').textContent"
                shown = visit.page.evaluate(title)
                assert len(shown) > 3
            else:
                assert visit.page.evaluate("document.documentElement.nodeName") == "svg"


def test_two_thousand_targets_open_and_scroll(browser: Any, tmp_path: Path) -> None:
    """The page is whole, and its last target can be reached and read."""
    board = ledgers.board_of(ledgers.write(tmp_path / "ledger", 2000))
    file = tmp_path / "many.html"
    file.write_text(STATUS["html"](board, Look(), ""), "utf-8")
    with Visit(browser, file) as visit:
        assert visit.page.evaluate("document.querySelectorAll('main > section').length") == 2001
        visit.page.evaluate("location.hash = 'share-of-households-2000'")
        visit.page.wait_for_function(
            "(() => { const box = document.getElementById('share-of-households-2000')"
            ".getBoundingClientRect(); return box.top >= -5 && box.top < innerHeight })()"
        )
        visit.page.mouse.wheel(0, -2000)
        assert visit.page.locator("#share-of-households-2000 .chart").first.is_visible()
        assert visit.said == []


@pytest.mark.parametrize("name", ["status-en", "show-ko"])
def test_a_screen_reader_hears_titles_tables_and_charts(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    with Visit(browser, pages[name]) as visit:
        tree = visit.page.locator("body").aria_snapshot()
    assert "main" in tree
    assert "rowheader" in tree
    assert "columnheader" in tree
    assert 'img "Companies that can utilise AI 7 observed values' in tree or (
        'img "AI 활용 기업 비중 관측값 7개' in tree
    )
