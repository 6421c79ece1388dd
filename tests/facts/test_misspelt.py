"""Which word was probably meant."""

from __future__ import annotations

import pytest

from kpi.facts.keys.misspelt import closest, is_misspelt


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
    ("level", ("level", "total", "annual", "milestone"), "rate, share"),
    ("total", ("level", "total", "annual", "milestone"), "sum, cumulative"),
    ("annual", ("level", "total", "annual", "milestone"), "yearly"),
    ("final", ("final", "provisional", "estimated", "enacted"), "actual"),
    ("provisional", ("final", "provisional", "estimated", "enacted"), "preliminary, 잠정, 잠정치"),
    ("estimated", ("final", "estimated", "enacted"), "estimate, forecast, projected"),
    ("enacted", ("final", "provisional", "estimated", "enacted"), "budget"),
    ("dropped", ("dropped", "resolved otherwise"), "cancelled, abandoned"),
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
