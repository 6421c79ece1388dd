"""Which word was probably meant."""

from __future__ import annotations

import pytest

from kpi.facts.keys.misspelt import closest, is_misspelt
from kpi.render.wording.vocabulary import SHAPES, STATUSES_KO, VERDICTS, WEIGHTS


@pytest.mark.parametrize(("word", "meant"), [
    ("UP", '"up"'), ("Down", '"down"'), ("KEEP", '"keep"'), ("Rise", '"up"'), ("kep", '"keep"'),
    ("u", ""), ("op", ""), ("sideways", ""), (3, ""),
])  # fmt: skip
def test_a_direction(word: object, meant: str) -> None:
    """Letters may be large; of one or two letters nothing is guessed."""
    assert closest(word, ("up", "down", "keep")) == meant
    assert not closest("ur", ("url", "quote"))


@pytest.mark.parametrize(("meant", "choices", "words"), [
    (">=", (">=", ">", "<=", "<", "=", "~"), "≥, =>, 이상"),
    ("<=", (">=", ">", "<=", "<", "=", "~"), "≤, =<, 이하"),
    (">", (">=", ">", "<=", "<", "=", "~"), "more than, More than, 초과"),
    ("<", (">=", ">", "<=", "<", "=", "~"), "less than, 미만"),
    (">=", ("=", ">=", "<="), "more than, 초과"), ("<=", ("=", ">=", "<="), "less than, 미만"),
    ("=", (">=", ">", "<=", "<", "=", "~"), "=="), ("~", (">=", "<=", "=", "~"), "≈"),
    ("up", ("up", "down", "keep"), "increase, rise"),
    ("down", ("up", "down", "keep"), "decrease, fall"),
    ("keep", ("up", "down", "keep"), "hold, stay, 유지"),
    ("level", ("level", "total", "annual", "milestone"), "rate, share, 비율"),
    ("total", ("level", "total", "annual", "milestone"), "sum, cumulative, 누계, 누적"),
    ("annual", ("level", "total", "annual", "milestone"), "yearly, 연간"),
    ("milestone", ("level", "total", "annual", "milestone"), "이행 과제, 이정표"),
    ("planned", ("final", "estimated", "enacted", "planned"), "계획, 예산안, 정부안"),
    ("resolved otherwise", ("dropped", "resolved otherwise"), "다른 방식 종결"),
    ("geometric", ("linear", "geometric", "logistic", "step"), "기하"),
    ("final", ("final", "provisional", "estimated", "enacted"), "actual"),
    ("provisional", ("final", "provisional", "estimated", "enacted"), "preliminary, 잠정, 잠정치"),
    ("estimated", ("final", "estimated", "enacted"), "estimate, forecast, projected"),
    ("enacted", ("final", "provisional", "estimated", "enacted"), "budget"),
    ("dropped", ("dropped", "resolved otherwise"), "cancelled, abandoned, 폐기, 폐지"),
    ("by", ("value", "by", "announced", "document", "quote"), "deadline, due, until, year, date"),
    ("period", ("period", "value", "published", "source"), "year, date"),
    ("published", ("title", "publisher", "published", "url"), "date"),
    ("on", ("on", "as", "why"), "date"), ("url", ("title", "published", "url"), "link"),
    ("title", ("title", "unit", "id"), "name"), ("id", ("unit", "id"), "name"),
    ("why", ("on", "as", "why"), "reason, because"), ("note", ("value", "note"), "reason, because"),
    ("reason", ("value", "reason"), "because"), ("note", ("value", "note"), "comment"),
    ("value", ("value", "by"), "target"), ("goal", ("unit", "goal"), "target"),
    ("document", ("value", "document"), "reference"), ("source", ("value", "source"), "reference"),
])  # fmt: skip
def test_other_words_for_ours(meant: str, choices: tuple[str, ...], words: str) -> None:
    """They resemble ours by their meaning only."""
    for word in words.split(", "):
        assert closest(word, choices) == f'"{meant}"'
        assert is_misspelt(meant, ["unit", word])


def test_the_words_that_we_print_in_korean() -> None:
    """What the screen calls a value is understood where that value is written."""
    for printed in (
        STATUSES_KO,
        {shape: korean for shape, (_, korean) in SHAPES.items() if shape != "announced"},
        {weight: korean for weight, (_, korean) in WEIGHTS.items()},
        {verdict: VERDICTS[verdict] for verdict in ("dropped", "resolved otherwise")},
    ):
        for ours, korean in printed.items():
            assert closest(korean, tuple(printed)) == f'"{ours}"'
