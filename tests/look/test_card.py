"""The card: verdict, quote, chart, three figures, and a citation that can be checked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kpi.assess.reason import Fact, because
from kpi.facts.periods import Period
from kpi.render.formats import CARD
from kpi.render.look import Look
from kpi.render.web.card import card
from kpi.render.web.card_picture import SIDE, card_svg
from kpi.render.wording import words
from kpi.render.wording.vocabulary import FLAGS
from tests.assess.conftest import STRAIGHT, judged, yearly
from tests.render import boards
from tests.run import Kpi

ROOT = Path(__file__).parents[2]


def of(status: object, lang: str = "en", **more: object):  # type: ignore[no-untyped-def]
    return card(status, boards.board(status, **more), Look(lang=lang), "0.1.0")  # type: ignore[arg-type]


def test_three_figures_promise_result_and_measure() -> None:
    assert of(boards.rich()).figures == (
        ("goal", "at least 30 %", "by 2030; announced 2023-01-13"),
        ("latest value", "6.4 %", "2023; provisional; published 2025-06-08"),
        ("expected then", "5.4 % – 7.43 %", "linear, logistic"),
    )


def test_a_limit_is_no_value_on_a_card() -> None:
    """Nor in its citation, which is copied."""
    said = of(boards.money())
    assert said.figures[1][1] == "≥ KRW 1.25 tn"
    assert said.citation[1][1].startswith("≥ KRW 1.25 tn (2025), ")


def test_without_a_path_the_pace_needed_is_one_of_a_year() -> None:
    text = STRAIGHT.replace("baseline = { period = 2020, value = 10 }\n", "")
    status = judged(text.replace('path = "linear"\n', "") + yearly({2024: 12}))
    assert of(status).figures[2] == ("pace needed", "+3 points a year", "")


def test_a_missing_value_is_said_and_not_left_out() -> None:
    figures = of(boards.milestone()).figures
    assert figures[0][1] == "to be done"
    assert figures[1] == ("latest value", "no value", "")


def test_a_card_does_not_round_a_value_or_a_promise_to_another_one() -> None:
    """29.996 is not the 30 that were promised, in the figures, the citation and the chart."""
    status = judged(STRAIGHT + yearly({2025: "29.996"}))
    said = of(status)
    assert said.reason.startswith("29.996 points in 2025")
    assert said.figures[1][1] == "29.996 points"
    assert said.citation[0][1].startswith("29.996 points (2025)")
    assert "29.996 points" in card_svg(status, boards.board(status), Look())
    promise = judged(STRAIGHT.replace("value = 30", "value = 29.996") + yearly({2025: 21}))
    assert of(promise).figures[0][1] == "at least 29.996 points"


def test_of_an_amount_of_a_year_the_card_tells_the_sum() -> None:
    """40, 45 and 30 are 115 of 100; the last quarter alone would be short of it."""
    text = STRAIGHT.partition("path")[0] + 'kind = "annual"\ngoal = { value = 100, by = 2026 }\n'
    quarters = ("Q1_2026-05-01", 40), ("Q2_2026-08-01", 45), ("Q3_2026-11-01", 30)
    said = of(judged(text + "".join(f"\n--- 2026-{q}\nvalue = {v}" for q, v in quarters)))
    assert said.figures[1][1:] == ("115 points", "2026-Q1 – 2026-Q3; published 2026-11-01")
    assert said.citation[0][1].startswith("115 points (2026-Q1 – 2026-Q3), published 2026-11-01")


def test_the_citation_says_who_promised_who_measured_and_who_judged() -> None:
    promise, value, verdict = of(boards.rich()).citation
    assert promise == (
        "Promise",
        "“MOTIE announces Industrial AI Internalization Strategy”, Ministry of Trade, Industry and"
        " Energy, 2023-01-13 https://example.org/motie-2023",
    )
    assert value == (
        "Latest value",
        "6.4 % (2023, provisional), Asia Business Daily on a KCCI report, published 2025-06-08"
        " https://example.org/6.4",
    )
    assert verdict[1] == (
        "“possible” by the headline rule of kpi 0.1.0, judged for 2026-11-22; compared with these"
        " paths from baseline to goal: linear, logistic; with these caveats: rebased,"
        " methods split 3/5, stale, provisional, goal moved"
    )


def test_a_replay_says_that_it_is_one() -> None:
    said = of(boards.rich(), as_of=dt.date(2025, 1, 1), at="v1.0").citation[-1][1]
    assert "judged for 2026-11-22; from what was known by 2025-01-01" in said
    assert "recorded at v1.0" in said


#: What the sentences of flags tell.
YEAR, DAY = Period.parse("2024"), dt.date(2025, 6, 8)
FACTS: dict[str, Fact] = {
    "period": YEAR, "stated_period": YEAR, "cadence": "1 year", "published": DAY, "on": DAY,
    "as_of": DAY, "announced": DAY, "by": "other", "times": 1, "change": -1.0, "base": 2.0,
    "stated": 3.0, "method": "linear-ratio", "margin": 0.01, "n": 5, "since": YEAR, "until": YEAR,
    "least": 1.0, "most": 2.0, "mean": 1.5,
}  # fmt: skip
#: A flag of each kind, more than any target has at once.
EVERY = tuple(
    because("methods-split", agree=2, of=6, cause="window") if name == "methods split"
    else because("press-only" if name == "press source only" else name.replace(" ", "-"), **FACTS)
    for name in FLAGS
)  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("form", ["html", "svg"])
def test_a_card_shows_every_flag_of_its_verdict(lang: str, form: str) -> None:
    """A card is passed on alone: what qualifies its verdict goes with it, and is cut nowhere."""
    status = dataclasses.replace(boards.rich(), flags=EVERY)
    page = CARD[form](status, boards.board(status), Look(lang=lang), "0.1.0")
    head, _, rest = page.partition("</desc>") if form == "svg" else ("", "", page)
    flags = [words.flag(flag, lang) for flag in EVERY]
    shown = (
        rest if form == "html" else " ".join(re.findall(r'class="body flags"[^>]*>([^<]*)', rest))
    )
    for flag in flags:
        assert shown.count(f"<li>{flag}</li>" if form == "html" else flag) >= 1, flag
        assert form == "html" or flag in head  # what is spoken in place of the picture
    assert f'aria-labelledby="_flags"><li>{flags[0]}' in page.replace("\n", "") or form == "svg"
    assert ", ".join(flags) in of(status, lang).citation[-1][1]
    assert "Caveats" in rest if lang == "en" else "유의 사항" in rest


@pytest.mark.parametrize("form", ["html", "svg"])
def test_the_description_of_a_card_tells_the_range_that_is_drawn(form: str) -> None:
    status = boards.rich()
    page = CARD[form](status, boards.board(status), Look(), "0.1.0")
    desc = page[page.index("<desc") : page.index("</desc>")]
    assert "80 % range for 2030-12-31: 12 % to 58 %." in desc


def test_a_verdict_without_flags_has_no_caveats() -> None:
    status = dataclasses.replace(boards.rich(), flags=())
    for form in ("html", "svg"):
        page = CARD[form](status, boards.board(status), Look(), "0.1.0")
        assert "aveats" not in page.rpartition("</style>")[2]


def test_a_figure_that_is_not_final_says_what_it_is() -> None:
    status = boards.rich()
    assert status.latest is not None
    for word, korean in (("planned", "계획"), ("provisional", "잠정"), ("estimated", "추정")):
        other = dataclasses.replace(status, latest=dataclasses.replace(status.latest, status=word))
        assert of(other).figures[1][2] == f"2023; {word}; published 2025-06-08"
        assert korean in of(other, "ko").figures[1][2]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_real_card_of_a_planned_figure_is_no_plain_green(lang: str) -> None:
    """`kpi card intl-rd-share` rests on a plan, an old one, and on the press."""
    kpi, day = Kpi(ROOT), ("--on", "2026-11-22", "--lang", lang)
    flags = {
        "en": ("planned", "stale", "rebased", "goal moved", "methods split 4/5",
               "press source only"),
        "ko": ("계획치", "오래된 자료", "기준 재설정", "목표 변경", "방법 불일치(4/5 일치)",
               "언론 보도뿐"),
    }[lang]  # fmt: skip
    page = kpi("card", "intl-rd-share", *day).stdout
    assert re.findall(r"<li>([^<]*)</li>", page) == list(flags)
    drawn = kpi("card", "intl-rd-share", "-f", "svg", *day).stdout
    said = "".join(ET.fromstring(drawn).itertext())  # noqa: S314 - our own
    assert ", ".join(flags) in said
    said = "of which planned: 2024; enacted: 2023" if lang == "en" else "계획: 2024년"
    assert said in page
    assert said in drawn


def test_a_promise_without_a_document_still_has_its_verdict() -> None:
    status = boards.rich()
    bare = dataclasses.replace(status, goal=dataclasses.replace(status.goal, document=None))
    assert [label for label, _ in of(bare).citation] == ["Latest value", "Verdict"]


def test_a_korean_card_is_korean() -> None:
    said = of(boards.rich(), "ko")
    assert said.title == "AI 활용 기업 비중"
    assert said.verdict == "경로 범위 내"
    assert said.figures[0][:2] == ("목표", "30% 이상")


@pytest.mark.parametrize("status", [boards.rich(), boards.money(), boards.milestone()])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_picture_holds_all_its_text(status: object, lang: str) -> None:
    """Nothing below its lower edge, and no line that would run over the right one."""
    text = card_svg(status, boards.board(status), Look(lang=lang), "0.1.0")  # type: ignore[arg-type]
    root = ET.fromstring(text)  # noqa: S314 - our own
    high = float(root.get("height", "0"))
    name = "{http://www.w3.org/2000/svg}text"
    direct = [e for e in root if e.tag == name]
    assert direct
    assert all(float(e.get("y", "0")) < high - 20 for e in direct)
    assert root.get("width") == str(SIDE)
    assert "0.1.0" in "".join(root.itertext())
    assert len(text.encode()) < 12_000


def test_a_very_long_title_is_cut_and_marked() -> None:
    status = boards.rich()
    long = dataclasses.replace(
        status, target=dataclasses.replace(status.target, title="long " * 2000)
    )
    text = card_svg(long, boards.board(long), Look(), "0.1.0")
    titles = re.findall(r'<text class="title"[^>]*>([^<]*)', text)
    assert len(titles) == 3
    assert titles[-1].endswith("…")
    assert len(text) < 14_000


def test_broad_and_strong_letters_do_not_run_over_the_edge_of_the_picture() -> None:
    """WWWW and a blank are 4.22 times 26 long, an eighth more as a title: 123 of 640 units."""
    status = boards.rich()
    broad = dataclasses.replace(
        status, target=dataclasses.replace(status.target, title="WWWW " * 12)
    )
    text = card_svg(broad, boards.board(broad), Look(), "0.1.0")
    titles = re.findall(r'<text class="title"[^>]*>([^<]*)', text)
    assert [len(line.split()) for line in titles] == [5, 5, 2]


def test_the_command() -> None:
    kpi = Kpi(ROOT)
    page = kpi("card", "ai-company-share", "--on", "2026-11-22")
    assert page.code == 0
    assert "headline rule of kpi" in page.stdout
    drawn = kpi("card", "ai-company-share", "--format", "svg", "--lang", "ko", "--on", "2026-11-22")
    assert ET.fromstring(drawn.stdout).get("lang") == "ko"  # noqa: S314 - our own
    assert kpi("card", "no-such-target").code == 2
    assert kpi("card", "ai-company-share", "--format", "pdf").code == 2
    assert kpi("card", "ai-company-share", "--on", "2000-01-01").code == 5


def test_a_card_explains_its_caveats_and_tells_which_earlier_deadline_was_missed() -> None:
    moved = """
[[target]]
id = "x"
title = "R&D"
unit = "%"
direction = "up"
baseline = { period = 2000, value = 1.8 }
[[target.goal]]
announced = 2002-03-16
value = 3
by = 2010
[[target.goal]]
announced = 2020-12-01
value = 3
by = 2030
"""
    facts = "".join(f"\n--- {year}_{year + 1}-06-01\nvalue = {value}"
                    for year, value in ((2010, 1.97), (2020, 2.4)))  # fmt: skip
    status = judged(moved + facts)
    caveats = dict(of(status).caveats)
    assert caveats["goal moved"].endswith(
        "Before that: at least 3 % by 2010 (not reached: 1.97 % in 2010)."
    )
    (split,) = (said for flag, said in caveats.items() if flag.startswith("methods split"))
    assert "classes. 4 say mixed, 1 bad; they" in split
