"""What words say of the sort of a figure."""

from __future__ import annotations

import pytest

from kpi.facts.intake.texts.sorts import (
    meant_by,
    said_by,
    sort_in,
    speaks_of_a_plan,
    status_in_words,
)
from kpi.facts.intake.texts.sorts_by_name import meant_by_heading, named_sort
from kpi.facts.keys.fields import Wrong

#: Words for an estimate that may be what a survey found: over a column they say nothing.
FOUND = ("Schätzung", "Schätzungen", "estimations", "estimación", "estimaciones", "estimativa",
         "estimativas", "stima", "stime", "推計", "推計値", "估计")  # fmt: skip
#: Words of several languages that say by themselves what sort of figure it is.
SAYING = {
    "provisional": "Provisional, Prov., Preliminary, Prelim., Flash, 잠정, 잠정치, Vorläufig,"
    " Provisoire, vorläufige, vorläufiger, vorläufiges, provisoires, provisionales, preliminar,"
    " preliminares, provisório, provisória, provisórios, provisórias, provvisorio, provvisori,"
    " voorlopig, voorlopige, 速報, 速報値, 速报, 初步, 初步数, 初步核算, 初步核算数,"
    " 初步统计, 暂定, 暫定, 暫定値",
    "estimated": "Estimated, Estimate, Estimates, Est., Estimation, Imputed, Modelled, 추정,"
    " 추정치, Forecast, Forecasts, Projected, Projection, Projections, 전망, 전망치, 예측, 예측값,"
    " Prognose, Prognosen, Geschätzt, Prévision, Prévisions, Estimé, Vorausberechnung,"
    " previsión, previsiones, proyección, proyecciones, previsão, previsões, projeção, projeções,"
    " previsione, previsioni, raming, 見込, 見込み, 見通し, 予測, 予測値, 预测, 预测值, 预计,"
    f" 预计数, {', '.join(FOUND)}",
}
ALONE = {
    "estimated": "Expected, Erwartet, Scenario, Scenarios, 시나리오",
    "planned": "Planned, 계획, 계획안, Target, Targets, Goal, Plan, 목표, 목표치, 예산안, 정부안,"
    " Zielwert, Zielwerte, 目標, 目標値, 目标, 目标值, 計画, 計画値, 计划, 计划数",
    "enacted": "Budget, Budgeted, Enacted, 예산, 예산액, 본예산, 추경, 추경예산, 予算, 预算,"
    " 预算数",
    "final": "Actual, Actuals, Outturn, Outturns, Final, Observed, 실적, 실적치, 결산, 결산액,"
    " 확정, 확정치",
}


def words(listed: dict[str, str]) -> list[tuple[str, str]]:
    """Each word with its status."""
    return [(word, status) for status, said in listed.items() for word in said.split(", ")]


@pytest.mark.parametrize(("word", "status"), words(SAYING))
def test_a_word_in_any_column_of_statuses(word: str, status: str) -> None:
    """At the beginning of a remark, among other words, and alone."""
    assert status_in_words(f"{word} figure of the office") == status
    assert said_by(f"{word}, as the office says") == status
    assert meant_by(word) == status


@pytest.mark.parametrize(("word", "status"), words(ALONE))
def test_a_word_that_stands_alone(word: str, status: str) -> None:
    assert meant_by(word) == status
    assert sort_in("Type", word) == status
    assert speaks_of_a_plan(word) == (status in ("planned", "enacted"))


@pytest.mark.parametrize("word", [
    "value", "values", "level", "figure", "figures", "data", "share", "rate", "amount", "first",
    "second", "draft", "approved", "original", "revised", "the", "high", "medium", "low", "(a)",
    "b", "c", "d", "(e)", "f", "(p)", "치", "값", "안", "advance", "données", "chiffres", "valeur",
    "valeurs", "datos", "cifras", "valores", "dados", "resultados", "cijfers", "Ergebnis",
    "Ergebnisse", "Werte", "Zahlen", "dati",
])  # fmt: skip
def test_words_beside_a_sort(word: str) -> None:
    """They leave it what it is; those of another thing do not."""
    assert meant_by(f"Target {word}") == meant_by(f"{word} target") == "planned"
    assert meant_by(f"Target {word} group") is None
    assert meant_by(f"Target {word} 9") is None


@pytest.mark.parametrize("word", [
    "Normal", "Official", "Definitive", "Revised", "Published", "Confirmed", "Verified",
    "Validated", "Reported", "Audited", "Updated", "Complete", "Completed", "Active", "OK", "Met",
    "Achieved", "International", "On track", "Done", "Actual", "Final", "정상", "공표", "수정",
    "완료", "달성", "진행", "진행중", "확정", "확정치", "실적", "결산",
])  # fmt: skip
def test_words_that_say_nothing_against_a_result(word: str) -> None:
    assert said_by(word) == said_by(f"{word} in 2024") == "final"


@pytest.mark.parametrize(
    "word", ["Not", "No", "Yet", "Yet to be", "To be", "un", "미", "미정", "예정"]
)
def test_words_that_turn_others_into_their_contrary(word: str) -> None:
    assert said_by(f"{word} audited by the court") is None


@pytest.mark.parametrize("label", [
    "Type", "Types", "Kind", "Kinds", "Status", "Version", "Scenario", "Sort", "Data type",
    "Value status", "Figure kind", "Series version", "Note", "Notes", "Remark", "Remarks",
    "Comment", "Comments", "Footnote", "footnotes", "header 2", "column 13", "구분", "자료 구분",
    "자료구분", "값구분", "종류", "유형", "상태", "비고", "주석", "시나리오",
])  # fmt: skip
def test_columns_that_may_say_what_sort_of_figure_it_is(label: str) -> None:
    assert sort_in(label, "Budget") == "enacted"
    assert sort_in(f"{label} of firm", "Budget") is None


@pytest.mark.parametrize("label", [
    "Type", "Kinds", "Data type", "Scenario", "Sort", "header 2", "구분", "자료 구분", "값구분",
    "종류", "유형", "시나리오",
])  # fmt: skip
def test_a_plan_of_more_words(label: str) -> None:
    assert sort_in(label, "NDC target") == "planned"


@pytest.mark.parametrize("label", ["Status", "Notes", "Remark", "column 13", "상태", "비고"])
def test_a_remark_on_a_plan_makes_none(label: str) -> None:
    assert sort_in(label, "on target") is None


@pytest.mark.parametrize(("text", "status"), [
    ("Estimated by the office", "estimated"), ("Provisional result of the survey", "provisional"),
    ("Flash, from a part of the sample", "provisional"), ("Planned", "planned"),
    ("Estimated and provisional data of offices", "estimated"),  # the weaker one
    ("Budget of the ministry", "final"), ("Audited by the court", "final"), ("확정치", "final"),
    ("Provisional, not final", "provisional"), ("잠정(미확정)", "provisional"),
    ("Not estimated", None), ("Unaudited", None), ("the estimate was not final", None),
])  # fmt: skip
def test_what_a_column_of_statuses_says(text: str, status: str | None) -> None:
    """Among other words, too; what is denied is not said."""
    assert said_by(text) == status


@pytest.mark.parametrize(("text", "said"), [
    ("Break in the series", '"B" means a break in the series'),
    ("Low reliability", '"U" means a figure of low reliability'),
    ("Unreliable value", '"U" means a figure of low reliability'),
    ("Confidential value", '"C" means a confidential figure'),
    ("Definition differs", '"D" means another definition'),
])  # fmt: skip
def test_what_makes_it_another_figure(text: str, said: str) -> None:
    """As the first word of a remark, and anywhere in a column of statuses."""
    for read, words in ((status_in_words, text), (said_by, f"A {text}")):
        with pytest.raises(Wrong, match=said):
            read(words)


@pytest.mark.parametrize(("text", "status"), [
    ("Budget outturns", "final"), ("Budget actuals", "final"), ("예산 실적", "final"),
    ("Estimated outturn", "estimated"), ("Provisional actuals", "provisional"),
    ("Planned budget", "planned"),
])  # fmt: skip
def test_an_outturn_beside_another_word(text: str, status: str) -> None:
    """Held against its budget it is a result; an estimated one is none."""
    assert meant_by(text) == sort_in("Type", text) == status


@pytest.mark.parametrize(("text", "status"), [
    ("전망치임", "estimated"), ("전망치입니다", "estimated"), ("추정임", "estimated"),
    ("목표치임", "planned"), ("계획이다", "planned"), ("예산 기준", "enacted"),
    ("전망치로 추후 변경될 수 있음", "estimated"), ("잠정치(향후 수정 예정)", "provisional"),
    ("Forecast, subject to revision", "estimated"), ("Target, may change", "planned"),
    ("These are projections", "estimated"), ("This is a target value", "planned"),
    ("It is an estimate and will be revised", "estimated"),
    ("게임", None), ("목표 달성으로 종료", None), ("The target may be missed", None),
    ("Data are final", "final"),
])  # fmt: skip
def test_a_sort_in_a_sentence_of_a_remark(text: str, status: str | None) -> None:
    """전망치임 beside a figure, it is a forecast, said nothing, and the figure was final."""
    assert meant_by(text) == sort_in("비고", text) == status


def test_which_of_several_estimates_it_is() -> None:
    assert status_in_words("1차 추정치") == status_in_words("3rd estimate, revised") == "estimated"


@pytest.mark.parametrize(("text", "status"), [
    ("Expected", "estimated"), ("Scenario A", "estimated"), ("Prognose", "estimated"),
    ("AI use, expected", "estimated"), ("Umsatz (Prognose)", "estimated"),
    ("Projected firms", "estimated"), ("projected_firms", "estimated"),
    ("추정 기업수", "estimated"), ("Forecast accuracy", None), ("Provisional licences", None),
    ("Nowcast of firms", "estimated"), ("Projections", "estimated"), ("Forecasts", "estimated"),
    ("Preliminary firms", "provisional"), ("잠정 기업수", "provisional"),
    ("Expected years of school", None), ("Scenarios, firms", None), ("Estimated firms", None),
    ("Firms with forecasts", None), ("Firms that use projections", None),
    ("Preliminary rulings", None), ("Preliminary patent filings", None),
    ("Children below expected level", None), ("As expected", None), ("Preliminary", "provisional"),
    ("Preliminary figures", "provisional"), ("Use as forecast", None),
    ("준공 예정 주택", None),
    ("GDP nowcasts", "estimated"), ("Forecasted firms", "estimated"),
    ("Prelim firms", "provisional"), ("가집계 매출", "provisional"),
    ("Forecast result", "estimated"), ("Spending to 2030, latest forecast", "estimated"),
    ("Firms above forecast", None), ("Lower than forecast", None), ("Relative to forecast", None),
    *((word, None) for word in ("Imputed", "Estimation", "Modelled", "Flash", *FOUND)),
    *((f"Preliminary {word}", None)
      for word in ("agreements", "applications", "approvals", "assessments", "examinations",
                   "hearings", "inquiries", "investigations", "licences", "proceedings",
                   "references", "registrations")),
    ("시나리오", "estimated"), ("Life expectancy", None), ("Scenario planning, firms", None),
])  # fmt: skip
def test_what_a_heading_of_figures_says(text: str, status: str | None) -> None:
    assert meant_by_heading(text) == status


@pytest.mark.parametrize(("text", "item", "title"), [
    ("EST", None, None), ("State budget", None, None), ("Goal", "planned", "planned"),
    ("GDP: forecast", "estimated", None),  # above a table it is the legend of a mark
    ("Table 2 Budget", None, "enacted"), ("See table 2 Budget", None, None),
    ("2025 economic forecasts", None, "estimated"), ("Prognose Herbst 2025", None, "estimated"),
    ("2025년 하반기 전망", "estimated", None),
    ("2025 economic and fiscal forecasts", None, "estimated"),
    ("Report economic forecast 2025", "estimated", "estimated"),
    *((f"Report {word} forecast 2025", "estimated", None)
      for word in ("of", "from", "use", "uses", "using", "on", "in", "for", "by", "and", "or")),
    (f"{'x' * 91} forecast", "estimated", "estimated"), (f"{'x' * 92} forecast", None, None),
    (f"{'x' * 93} target", "planned", "planned"), (f"{'x' * 94} target", None, None),
])  # fmt: skip
def test_what_an_item_and_a_title_are_called(
    text: str, item: str | None, title: str | None
) -> None:
    """A title has a number, and the year of its publication; more than a line is prose."""
    assert (named_sort(text), named_sort(text, title=True)) == (item, title)


def test_what_came_as_expected_is_a_result() -> None:
    """Where a status is said among other words, "expected" is no forecast."""
    assert said_by("Final, as expected") == "final"
    assert meant_by("Expected") == "estimated"
