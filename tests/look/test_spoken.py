"""A text on a page: its language, the way it runs, and where its lines may end."""

from __future__ import annotations

import re
import time

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
    ("6.4 % to KRW 1.2 tn", "en", "6.4\xa0% to KRW\xa01.2\xa0tn"),
    ("1.2조 원으로 6명", "ko", "1.2조\xa0원으로 6명"), ("a <b> & c", "en", "a &lt;b&gt; &amp; c"),
])  # fmt: skip
def test_how_a_text_is_written(text: str, lang: str, said: str) -> None:
    """By its letters: what language, from where to where; and a unit stays at its number."""
    assert spoken(text, lang) == said


@pytest.mark.parametrize("text", ["A B " * 25_000, "가 A " * 25_000, "a''" * 30_000, "가1" * 50_000,
                                  "وa1" * 30_000, "x-" * 50_000, "aa " * 30_000])  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_text_without_end_is_soon_written(text: str, lang: str) -> None:
    began = time.perf_counter()
    assert re.sub("</?(?:span|bdi)[^>]*>", "", spoken(text, lang)) == escape(text)
    assert time.perf_counter() - began < 5
