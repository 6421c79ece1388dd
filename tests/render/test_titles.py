"""The project's title in Korean is shown wherever its title is, where Korean is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gallery import FAULTS, kpi

ENGLISH, KOREAN = "Promises of the country", "나라의 약속"
SOUND = (FAULTS / "sound.toml").read_text("utf-8").replace('title = "Invented targets"\n', "")

SHOWN = (
    "status --format markdown",
    "status --format html",
    "show share --format html",
    "card share",
    "card share --format svg",
    "diff 2025-01-01 2026-01-01 --format markdown",
    "export --format ics",
    "export --format atom",
    "export --format summary",
)


def project(root: Path, title_ko: str) -> None:
    """The sound project with a title in English, and perhaps in Korean."""
    top = f'title = "{ENGLISH}"\n' + (f'title_ko = "{title_ko}"\n' if title_ko else "")
    (root / "targets.toml").write_text(top + SOUND, "utf-8")


@pytest.mark.parametrize("line", SHOWN)
def test_the_title_is_in_the_language_of_the_reader(tmp_path: Path, line: str) -> None:
    """And in English where there is no Korean one."""
    for title_ko, lang, shown in (
        (KOREAN, "ko", KOREAN), (KOREAN, "en", ENGLISH), ("", "ko", ENGLISH),
    ):  # fmt: skip
        project(tmp_path, title_ko)
        said = kpi(tmp_path, *line.split(), "--lang", lang)
        assert said.code == 0, said
        assert shown in said.out
        assert (KOREAN in said.out) is (shown == KOREAN)


def test_the_report_has_it_too(tmp_path: Path) -> None:
    """As Markdown and as a page."""
    project(tmp_path, KOREAN)
    assert kpi(tmp_path, "report", "--lang", "ko").code == 0
    for ending in ("md", "html"):
        assert KOREAN in (tmp_path / f"reports/2026-W47.{ending}").read_text("utf-8")


def test_machines_get_both(tmp_path: Path) -> None:
    """JSON does not depend on the language."""
    project(tmp_path, KOREAN)
    for line in ("status --format json", "export --format json"):
        found = json.loads(kpi(tmp_path, *line.split(), "--lang", "ko").out)
        assert (found["title"], found["title_ko"]) == (ENGLISH, KOREAN)


def test_it_is_a_text(tmp_path: Path) -> None:
    """As every title is."""
    (tmp_path / "targets.toml").write_text(f"title_ko = 3\n{SOUND}", "utf-8")
    said = kpi(tmp_path, "check", "-q")
    assert (said.code, said.out) == (
        4,
        "targets.toml:1:1: 3 is not a text; write it between quotation marks\n",
    )
