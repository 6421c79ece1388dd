"""In which language this run speaks, and what it says in it. `--help` is in English always."""

from __future__ import annotations

import os
import sys

KOREAN = "ko"


def language() -> str:
    """ "ko" if `--lang` or else KPI_LANG asks for Korean, otherwise "en".

    The command line is read by itself, because most refusals come before its options are known.
    """
    asked = [os.environ.get("KPI_LANG", "")]
    words = sys.argv[1:]
    words = words[: words.index("--")] if "--" in words else words
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--lang":
            asked.append(following)
        elif word.startswith("--lang="):
            asked.append(word.partition("=")[2])
    known = [lang for lang in asked if lang in ("en", KOREAN)]  # else that is what is refused
    return known[-1] if known else "en"


def spoken(text: str) -> str:
    """A message in the language of this run."""
    if language() != KOREAN:
        return text
    from kpi.render.wording.translation import translated

    return translated(text, KOREAN)
