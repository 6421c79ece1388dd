"""The recorded targets and figures say what they must, and nothing that is known to be false.

These tests read `targets.toml`, `observations/` and `docs/ledger.md` as plain files. Whether the
files are sound is what `kpi check` says; here it is whether the right things stand in them.
The ledger grows: what was recorded first is tested, and nothing that is added later can break it.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIRST = dt.date(2026, 11, 22)  # the day on which the first figures were recorded

HEADLINES = ["ai-company-share", "ai-suppliers", "intl-rd-share"]
FIVE = {
    "motie-2023",
    "businesskorea-2023",
    "koreatechtoday-2023",
    "corea-al-dia-2025",
    "uskoreaconnect-2019",
}
SUCCESSORS = {"ai-corporate-use-2030": 70, "ai-manufacturing-use-2030": 40}

#: Statements of the five documents that are no targets; `docs/ledger.md` gives the reasons.
NOT_TARGETS = [
    "ai-education-types",
    "ai-cloud-robotics",
    "ai-infra-project-ceiling",
    "ai-micro-degree",
    "ai-national-projects",
    "ai-user-company-selection",
    "bio-drug-research",
    "biotech-rd-focus",
    "cluster-open-innovation",
    "data-5g-ai-infrastructure",
    "data-provider-incentives",
    "digital-low-carbon-ecosystem",
    "dispatched-researcher-duty",
    "ev-hydrogen-subsidies",
    "for-profit-participation",
    "hospital-data-platform",
    "humanoid-leader-2030",
    "humanoid-value-chain",
    "intl-research-fund-usd",
    "leapfrog-candidates-95",
    "motie-rd-budget-2023",
    "msit-rd-budget-2023",
    "multi-layer-verification",
    "national-rd-budget-2023",
    "open-industrial-rd",
    "project-timeline-shortening",
    "rd-policy-shift",
    "sme-ai-vouchers",
    "startup-nurture-2019",
    "strategic-tech-2023-headline",
    "three-industries-support",
]

#: Facts of whose source no words are recorded; their notes say so.
WITHOUT_QUOTE = {"ai-suppliers/spri-ai-firms/2024_2025-05-01.toml"}

#: Numbers that are in print and must never stand as a fact of the target.
FORBIDDEN = {
    "ai-company-share": {
        "16.2": "share of technology mentions in 2022, not of firms",
        "18.7": "share of technology mentions in 2024, not of firms",
        "31": "the ministry's statement on the successor's indicator",
        "20.0": "EU, 2025",
        "19.95": "EU, 2025",
        "13.5": "EU, 2024",
        "8.1": "EU, 2023",
        "8": "EU, 2023, as first published; OECD, 2022",
        "7.7": "EU, 2021",
    },
    "ai-corporate-use-2030": {"20.0": "EU, 2025", "13.5": "EU, 2024", "8.1": "EU, 2023"},
    "ai-factories-2030": {"134": "102 projects and a call for 32 are not 134 factories"},
    "intl-rd-share": {"215.2": "new programmes of two lines only"},
    "leapfrog-start-2024": {"48": "the 48 projects are of the foundational line"},
    "overseas-joint-rd-2024": {"2100": "seen in a spam copy only", "500": "the same copy"},
}


@cache
def ledger() -> dict[str, Any]:
    return tomllib.loads((ROOT / "targets.toml").read_text("utf-8"), parse_float=Decimal)


def targets() -> list[dict[str, Any]]:
    """The targets of the five documents and their successors, in the order of the file."""
    return [one for one in ledger()["target"] if one["id"] in SUCCESSORS or _of_the_five(one)]


def _of_the_five(one: dict[str, Any]) -> bool:
    return isinstance(one["goal"], list) and any(g.get("document") in FIVE for g in one["goal"])


def target(id_: str) -> dict[str, Any]:
    return next(one for one in targets() if one["id"] == id_)


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)


@cache
def files() -> list[Path]:
    """The observations recorded first; their newest source is of June 2026."""
    found = [(file, read(file)) for file in sorted((ROOT / "observations").rglob("*.toml"))]
    return [
        file
        for file, fact in found
        if fact.get("recorded") == FIRST and fact["published"] <= dt.date(2026, 6, 30)
    ]


def facts(id_: str, series: str | None = None) -> list[dict[str, Any]]:
    folder = ROOT / "observations" / id_ / (series or "")
    return [read(file) for file in files() if file.is_relative_to(folder)]


def name(file: Path) -> str:
    return file.relative_to(ROOT / "observations").as_posix()


each_target = pytest.mark.parametrize("one", targets(), ids=lambda one: one["id"])
each_file = pytest.mark.parametrize("file", files(), ids=name)


# ------------------------------------------------------------------------------- targets.toml


def test_the_three_headline_targets_come_first() -> None:
    assert [one["id"] for one in ledger()["target"][:3]] == HEADLINES


def test_all_42_promises_and_the_two_successors_are_there() -> None:
    assert len(targets()) == 44
    assert set(SUCCESSORS) <= {one["id"] for one in targets()}
    assert sum(_of_the_five(one) for one in targets()) == 42


def test_every_one_of_the_five_documents_is_dated_and_weighed() -> None:
    for id_ in FIVE:
        document = ledger()["document"][id_]
        assert isinstance(document["published"], dt.date)
        assert document["weight"] in ("official", "press", "blog")
        assert document["note"]


@each_target
def test_a_goal_of_the_five_is_quoted_and_its_deadline_read(one: dict[str, Any]) -> None:
    for goal in one["goal"]:
        if goal["document"] in FIVE:
            assert len(goal["quote"].split()) <= 40
            assert goal["announced"] <= dt.date(2025, 6, 23)
            assert goal.get("reading") or goal.get("by")


@each_target
def test_a_goal_without_a_deadline_says_how_that_is_read(one: dict[str, Any]) -> None:
    assert all("by" in goal or goal.get("reading") for goal in one["goal"])


@each_target
def test_the_goal_of_the_document_is_the_judged_one(one: dict[str, Any]) -> None:
    dated = sorted(one["goal"], key=lambda goal: goal["announced"])
    judged = [goal for goal in dated if goal.get("judged")] or dated
    expected = FIVE if one["id"] not in SUCCESSORS else {"motie-2024-09-26"}
    assert judged[-1]["document"] in expected


@each_target
def test_a_choice_among_series_is_explained(one: dict[str, Any]) -> None:
    measured = [series for series in one.get("series", []) if facts(one["id"], series["id"])]
    if len(measured) > 1:
        assert len(one["judged_why"]) > 50


@each_target
def test_a_series_in_another_unit_is_never_comparable(one: dict[str, Any]) -> None:
    for series in one.get("series", []):
        if series.get("unit") and series["unit"] != one.get("unit"):
            assert series["comparable"] == "no"
            assert series["id"] != one.get("judged_series")


@each_target
def test_every_target_has_a_korean_title(one: dict[str, Any]) -> None:
    assert any("가" <= letter <= "힣" for letter in one["title_ko"])


def test_over_stays_strict_as_in_the_english_words() -> None:
    for id_ in ("ai-suppliers", "intl-rd-share"):
        goal = next(goal for goal in target(id_)["goal"] if goal["document"] in FIVE)
        assert goal["comparator"] == ">"
        assert "over" in goal["quote"]


def test_the_ministry_superseded_its_own_share() -> None:
    superseded = target("ai-company-share")["superseded"]
    assert superseded["on"] == dt.date(2024, 9, 26)
    assert superseded["by"] == "ai-corporate-use-2030"
    for id_, value in SUCCESSORS.items():
        assert target(id_)["goal"][0]["value"] == value


def test_the_factories_keep_all_their_goals() -> None:
    told = {(goal["value"], goal["by"]) for goal in target("ai-factories-2030")["goal"]}
    assert told >= {(2000, 2030), (200, 2028), (200, 2027), (1000, 2030), (500, 2030)}


@pytest.mark.parametrize(
    ("id_", "instalment", "whole"),
    [
        ("leapfrog-budget-2030", "148.7", 1200),
        ("foundational-budget-2028", "66.5", 687),
        ("cluster-investment-5y", "400", 2200),
    ],
)
def test_a_path_runs_through_the_announced_first_instalment(
    id_: str, instalment: str, whole: int
) -> None:
    (row,) = target(id_)["path"]
    assert (row["by"], str(row["value"])) == (2024, instalment)
    assert target(id_)["goal"][0]["value"] == whole


def test_no_count_of_competitive_suppliers_is_recorded() -> None:
    assert target("ai-suppliers")["judged_series"] == "competitive-suppliers"
    assert facts("ai-suppliers", "competitive-suppliers") == []


def test_the_study_that_was_waived_is_closed() -> None:
    closed = target("game-changer-feasibility-2025")["closed"]
    assert (closed["on"], closed["as"]) == (dt.date(2024, 8, 26), "resolved otherwise")


def test_a_plan_fulfils_no_budget() -> None:
    counting = [one["id"] for one in targets() if "planned" in one.get("counts", [])]
    assert counting == ["intl-rd-share"]  # a share of budgets: its verdict says "planned"


# ------------------------------------------------------------------------------- observations/


def test_there_are_observations() -> None:
    assert len(files()) >= 108


@each_file
def test_a_fact_has_its_source(file: Path) -> None:
    fact = read(file)
    assert fact["source"].strip()
    assert fact["url"].startswith("https://")
    assert fact["grade"] in ("A", "B")
    assert fact["recorded"] >= fact["published"]
    if name(file) in WITHOUT_QUOTE:
        assert "No words" in fact["note"]
    else:
        assert fact["quote"].strip()


@each_file
def test_the_name_of_a_file_agrees_with_its_content(file: Path) -> None:
    fact = read(file)
    assert (
        re.sub(r"_r[2-9]\.toml$", ".toml", file.name)
        == f"{fact['period']}_{fact['published']}.toml"
    )


@each_file
def test_a_correction_says_why_and_keeps_the_first_record(file: Path) -> None:
    if file.stem.endswith("_r2"):
        first = read(file.with_name(file.name.replace("_r2", "")))
        assert "Correction:" in read(file)["note"]
        assert all(first[key] == read(file)[key] for key in ("period", "published", "value"))


@each_file
def test_a_fact_is_of_a_declared_series(file: Path) -> None:
    id_, series = name(file).split("/")[:2]
    assert series in {one["id"] for one in target(id_)["series"]}


@each_file
def test_a_text_is_composed_and_free_of_control_characters(file: Path) -> None:
    text = file.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(letter) == "Cc" for letter in text if letter != "\n")


@each_file
def test_a_share_is_its_numerator_over_its_denominator(file: Path) -> None:
    fact = read(file)
    if "numerator" in fact:
        share = Decimal(100) * fact["numerator"] / fact["denominator"]
        assert abs(share - fact["value"]) < Decimal("0.06")


@each_file
def test_a_derived_figure_shows_its_arithmetic(file: Path) -> None:
    fact = read(file)
    if fact["status"] == "derived":
        assert "=" in fact["note"]


@pytest.mark.parametrize(
    ("id_", "value", "why"),
    [(id_, value, why) for id_, rows in FORBIDDEN.items() for value, why in rows.items()],
)
def test_a_known_falsehood_is_not_recorded(id_: str, value: str, why: str) -> None:
    assert Decimal(value) not in [fact["value"] for fact in facts(id_)], why


def test_comparables_abroad_are_no_observations() -> None:
    abroad = ("eurostat", "census", "oecd", "teikoku", "wam")
    assert not [f for f in files() if read(f)["source"].lower().startswith(abroad)]


def test_no_series_crosses_the_changed_question() -> None:
    old = facts("ai-company-share", "nia-ict-10plus-old")
    new = facts("ai-company-share", "nia-ict-10plus-new")
    assert max(fact["period"] for fact in old) == 2021
    assert min(fact["period"] for fact in new) == 2022
    assert max(fact["value"] for fact in old) < 3
    assert min(fact["value"] for fact in new) >= 28


def test_the_judged_survey_is_one_count() -> None:
    assert target("ai-company-share")["judged_series"] == "kostat-sba-50plus"
    judged = facts("ai-company-share", "kostat-sba-50plus")
    assert {fact["period"]: str(fact["value"]) for fact in judged} == {
        2017: "1.4",
        2018: "2.7",
        2019: "3.1",
        2020: "3.5",
        2021: "3.7",
        2022: "4.2",
        2023: "5.9",
    }
    assert len({fact["published"] for fact in judged}) == 1


def test_the_international_share_of_2024_is_marked_as_a_bill() -> None:
    shares = facts("intl-rd-share", "motie-intl-share-a")
    (bill,) = [fact for fact in shares if fact["period"] == 2024]
    assert (str(bill["value"]), bill["status"]) == ("11.3", "planned")


def test_more_than_100_is_a_bound() -> None:
    (bound,) = [fact for fact in facts("ai-factories-2030") if "bound" in fact]
    assert (bound["value"], bound["bound"]) == (100, ">=")


@pytest.mark.parametrize("id_", ["industrial-ai-budget-2025", "innovation-budget-2020"])
def test_an_announced_budget_is_a_plan(id_: str) -> None:
    year = target(id_)["goal"][0]["by"]
    assert {fact["status"] for fact in facts(id_) if fact["period"] == year} == {"planned"}


# ------------------------------------------------------------------------------ docs/ledger.md


@pytest.mark.parametrize("id_", NOT_TARGETS)
def test_the_page_explains_each_entry_that_is_no_target(id_: str) -> None:
    page = (ROOT / "docs" / "ledger.md").read_text("utf-8")
    assert f"| `{id_}` |" in page
    assert id_ not in {one["id"] for one in targets()}


def test_the_page_lists_every_target() -> None:
    page = (ROOT / "docs" / "ledger.md").read_text("utf-8")
    assert [one["id"] for one in targets() if f"| `{one['id']}` |" not in page] == []
    assert len(NOT_TARGETS) == 31
