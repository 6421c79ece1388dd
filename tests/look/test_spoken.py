"""A text on a page: its language, and the way it runs."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from kpi.render.web.spoken import spoken


@pytest.mark.parametrize(("text", "lang", "said"), [
    ("the original says 활용, use", "en", "the original says <span lang=ko>활용</span>, use"),
    ("경쟁력을 갖춘 AI 공급기업", "en", "<span lang=ko>경쟁력을 갖춘 AI 공급기업</span>"),
    ("'예/아니오' 찬부식, as the article says it", "en",
     "&#39;<span lang=ko>예/아니오&#39; 찬부식</span>, as the article says it"),
    ("발표된 값: 1; the day of it", "ko", "발표된 값: 1; <span lang=en>the day of it</span>"),
    ("on-path 방법의 값", "ko", "on-path 방법의 값"),
    ("ai-company-share", "ko", "ai-company-share"),
    ("Bank of Korea", "ko", "<span lang=en>Bank of Korea</span>"),
    ("Banco de España", "ko", "Banco de España"), ("Plan 2030", "en", "Plan 2030"),
    ("وزارة, 2023-01-01, press", "en", "<bdi>وزارة</bdi>, 2023-01-01, press"),
    ("a <b> & c", "en", "a &lt;b&gt; &amp; c"),
])  # fmt: skip
def test_how_a_text_is_written(text: str, lang: str, said: str) -> None:
    """By its letters: what language, from where to where."""
    assert spoken(text, lang) == said


@pytest.mark.parametrize("text", ["A B " * 25_000, "가 A " * 25_000, "a''" * 30_000, "가1" * 50_000,
                                  "وa1" * 30_000, "x-" * 50_000, "aa " * 30_000])  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_long_text_is_written_whole(text: str, lang: str) -> None:
    """Marks stand around its passages and change no letter; no pattern tries them over and over."""
    assert re.sub("</?(?:span|bdi)[^>]*>", "", spoken(text, lang)) == escape(text)
