"""What is said twice is generated, and what was generated is not stale."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from kpi.assess.lights import LIGHTS
from kpi.cli.app import COMMANDS
from kpi.cli.exits import MEANINGS
from kpi.render.formats import METHODS, SHOW, STATUS
from kpi.render.look import Look
from tests.render import boards

ROOT = Path(__file__).parents[1]


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATOR = _generator()


@pytest.mark.parametrize("page", GENERATOR.PAGES)
def test_a_generated_page_is_not_stale(page: str) -> None:
    """`make docs` would change nothing."""
    said = GENERATOR.PAGES[page]()
    assert (ROOT / page).read_text("utf-8") == said, f"{page} is stale; run `make docs`"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    """A newcomer finds each command in README."""
    assert f"kpi {command}" in (ROOT / "README.md").read_text("utf-8")


def test_every_exit_code_is_in_the_readme() -> None:
    """The codes that scripts rely on are documented where people look."""
    text = (ROOT / "README.md").read_text("utf-8").replace("\n", " ")
    for code in MEANINGS:
        assert re.search(rf"\b{code} [a-z]", text), code


def test_every_verdict_is_told_with_its_light() -> None:
    """As a row of docs/verdicts.md, and no other is."""
    page = (ROOT / "docs" / "verdicts.md").read_text("utf-8").partition("## Flags")[0]
    assert dict(re.findall(r"^\| `([^`]+)` \| (\w+) \|", page, re.M)) == LIGHTS


def _keys(found: object, *names: str) -> set[str]:
    """The keys of a JSON document, at any depth; but not those that are data, below `names`."""
    if isinstance(found, list):
        return set().union(*(_keys(one, *names) for one in found))
    if not isinstance(found, dict):
        return set()
    return set(found).union(*(_keys(found[key], *names) for key in found if key not in names))


def test_every_key_of_the_json_of_verdicts_is_told() -> None:
    """In docs/verdicts.md, as code."""
    told = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "verdicts.md").read_text("utf-8")))
    board, one = boards.full(), boards.rich()
    texts = (
        STATUS["json"](board, Look(), ""), METHODS["json"](board, Look(), ""),
        SHOW["json"](one, board, boards.DOCUMENTS, Look(), ""),
    )  # fmt: skip
    for text in texts:
        assert not _keys(json.loads(text), "expected", "to_path", "inputs") - told


def test_prose_names_no_path_that_is_gone() -> None:
    """Each path in a page of ours is there."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = page.read_text("utf-8")
        for path in re.findall(
            r"`((?:kpi|docs|tests|examples|benchmarks)/[A-Za-z0-9_./-]+)`", text
        ):
            assert (ROOT / path).exists(), f"{page.name} names {path}"
        for link in re.findall(r"\]\(([A-Za-z][A-Za-z0-9_./-]*)\)", text):
            assert (page.parent / link).exists(), f"{page.name} links {link}"
