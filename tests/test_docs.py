"""What is said twice is generated, and what was generated is not stale."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from kpi.cli.app import COMMANDS
from kpi.cli.exits import MEANINGS

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
