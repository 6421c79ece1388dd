"""The recipes of docs/keys.md are projects that kpi accepts, and say what kpi says of them."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from kpi.facts.keys import key_meanings
from tests.run import Kpi

PAGE = (Path(__file__).parents[1] / "docs" / "keys.md").read_text("utf-8")
RECIPES = dict(
    part.split("\n", 1) for part in PAGE.partition("## How do I write")[2].split("\n### ")[1:]
)
#: Each of what a newcomer asked for.
ASKED = ["ceiling", "fall", "keep", "running total", "quarterly", "yes or no", "interim", "moved",
         "changed", "bound", "budget", "mistake", "revision", "superseded", "at once"]  # fmt: skip


def write(recipe: str, folder: Path) -> None:
    """The files of a recipe: each begins with a line that is its name as a comment."""
    (block,) = re.findall(r"```toml\n(.*?)```", recipe, re.S)
    before, *files = re.split(r"^# (\S+\.toml)\n", block, flags=re.M)
    assert not before
    for name, content in zip(files[::2], files[1::2], strict=True):
        assert tomllib.loads(content), name
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")


@pytest.mark.parametrize("word", ASKED)
def test_each_question_has_its_recipe(word: str) -> None:
    """By a word of its heading."""
    assert [title for title in RECIPES if word in title]


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_is_a_sound_project(title: str, tmp_path: Path, kpi: Kpi) -> None:
    """`kpi check` has nothing to mend; the warnings are those that the page announces."""
    write(RECIPES[title], tmp_path)
    ran = kpi("check", "--project", str(tmp_path), "--format", "json")
    assert (ran.code, ran.stderr) == (0, "")
    found = json.loads(ran.stdout)["found"]
    announced = re.compile("no quote|no document|no series|next figure is due|no baseline")
    assert [one for one in found if not announced.search(one["what"])] == []
    first = title == next(iter(RECIPES))
    assert not (first and found), "the first recipe leaves nothing out"


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_says_what_kpi_says(title: str, tmp_path: Path, kpi: Kpi) -> None:
    """The verdict of each of its targets, for the day that it names."""
    write(RECIPES[title], tmp_path)
    (day,) = re.findall(r"^Judged for (.*):$", RECIPES[title], re.M)
    said = re.findall(r"^- `(.*?)`: \*\*(.*?)\*\*", RECIPES[title], re.M)
    ran = kpi("status", "--project", str(tmp_path), "--on", day, "--format", "json")
    targets = json.loads(ran.stdout)["targets"]
    assert said == [(one["id"], one["verdict"]) for one in targets]


def test_the_page_has_every_key() -> None:
    """As a row of a table, with its meaning; no sign in it breaks the table."""
    for keys in (*key_meanings.TARGETS.values(), key_meanings.OBSERVATION):
        for key, meaning in keys.items():
            assert "|" not in meaning
            assert re.search(rf"^\| `{key}` \|.*\| {re.escape(meaning)} \|$", PAGE, re.M), key
    assert "<!--" not in PAGE


def test_what_the_prose_says_of_neighbouring_cases(tmp_path: Path, kpi: Kpi) -> None:
    """The variants of recipes that are told in a sentence."""

    def verdict(title: str, old: str, new: str, *arguments: str) -> tuple[str, float | None]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        recipe = next(one for name, one in RECIPES.items() if title in name)
        assert old in recipe
        write(recipe.replace(old, new), folder)
        ran = kpi("status", "--project", str(folder), "--format", "json", *arguments)
        one = json.loads(ran.stdout)["targets"][-1]
        return one["verdict"], one["latest"] and one["latest"]["value"]

    counts = 'counts = ["final", "provisional", "estimated", "derived", "enacted"]\n'
    assert verdict("budget", counts, "", "--on", "2025-01-15") == ("no data", None)
    assert verdict("bound", "value = 100\nbound", "value = 90\nbound", "--on", "2024-09-01") == (
        "no data", None,
    )  # fmt: skip
    asked = ("--on", "2025-09-01", "--as-of", "2025-03-01")
    assert verdict("revision", "value", "value", *asked) == ("on track", 56.1)
    asked = ("--on", "2025-09-01")
    first = "# observations/training-budget-2025/2025-Q1_2025-04-20.toml\nvalue = 25\n\n"
    assert verdict("quarterly", first, "", *asked) == ("under way", None)
    assert verdict("quarterly", "2025-Q1_2025-04-20", "2025-05-31_2025-06-20", *asked) == (
        "under way", 25.0,
    )  # fmt: skip
    assert verdict("keep", ', comparator = "=", by = 2030', "", "--on", "2025-09-01")[0] == "open"
    assert verdict("moved", "value = 38", "value = 33", "--on", "2024-09-01") == ("behind", 33.0)
