"""What is said twice is generated, and what was generated is not stale."""

import importlib.util
import json
import re
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
import typer.main

from kpi.assess.lights import LIGHTS
from kpi.cli.app import COMMANDS, build
from kpi.cli.exits import MEANINGS
from kpi.render.formats import METHODS, SHOW, STATUS
from kpi.render.look import Look
from tests import documents
from tests.render import boards
from tests.run import Kpi

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


HANDBOOK = (ROOT / "docs" / "handbook.ko.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    """A newcomer finds each command in README, and in the Korean handbook."""
    assert f"kpi {command}" in (ROOT / "README.md").read_text("utf-8")
    assert f"| `kpi {command}" in HANDBOOK


def test_every_exit_code_is_in_the_readme() -> None:
    """The codes that scripts rely on are documented where people look, in both languages."""
    text = (ROOT / "README.md").read_text("utf-8").replace("\n", " ")
    for code in MEANINGS:
        assert re.search(rf"\b{code} [a-z]", text), code
    told = re.findall(r"^\| ([0-9, ]+) \|", HANDBOOK.partition("| 종료 코드 |")[2], re.M)
    assert [int(code) for codes in told for code in codes.split(",")] == [*MEANINGS]


def test_every_verdict_is_told_with_its_light() -> None:
    """As a row of docs/verdicts.md, and no other is; in the Korean handbook, too."""
    page = (ROOT / "docs" / "verdicts.md").read_text("utf-8").partition("## Flags")[0]
    assert dict(re.findall(r"^\| `([^`]+)` \| (\w+) \|", page, re.M)) == LIGHTS
    page = HANDBOOK.partition("### 유의 사항")[0].partition("### 신호와 판정")[2]
    assert set(re.findall(r"^\|[^|`]+\|[^|`]+\| `([^`]+)` \|", page, re.M)) == LIGHTS.keys()


def _typed(page: str) -> Iterator[str]:
    """The commands in the blocks of a page that are to be typed, without what follows in a pipe."""
    for kind, block in re.findall(r"^ *```(sh|console)\n(.*?)```", page, re.M | re.S):
        prompt = r"\$ " if kind == "console" else ""
        for line in re.findall(rf"^ *{prompt}(kpi (?:.*\\\n)*.*)", block, re.M):
            yield re.split(r" [|>]+ ", line)[0].replace("\\\n", " ")


@pytest.mark.parametrize(
    "page",
    ["README.md", *(f"docs/{name}.md" for name in (
        "decisions", "exporting", "handbook.ko", "importing", "keys", "ledger", "promises",
        "scale"))],
)  # fmt: skip
def test_every_command_of_a_page_can_be_typed(page: str) -> None:
    """Its options are there, and so many words are wanted; the handbook's prose is held, too,
    where it says more than a command's name."""
    text = (ROOT / page).read_text("utf-8")
    inline = re.findall(r"(?<!`)`(kpi [^`]+)`(?!`)", text) if "handbook" in page else []
    commands = typer.main.get_command(build()).commands  # type: ignore[attr-defined]
    for line in [*_typed(text), *(re.split(r" [|>]+ ", one)[0] for one in inline)]:
        name, *words = shlex.split(line, comments=True)[1:]
        assert name in commands, line
        if words not in ([], ["--help"]):
            commands[name].make_context(name, words)


def _paths(found: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every key of a JSON document as `a.b`, with what it holds; lists are looked through."""
    if isinstance(found, list):
        for one in found:
            yield from _paths(one, path)
    elif isinstance(found, dict):
        for key, held in found.items():
            below = f"{path}.{key}" if path else key
            yield below, held
            yield from _paths(held, below)


#: A row of docs/json.md: its section, a key that it names, and when that is null.
Row = tuple[str, str, str]
NEVER, NOT_SAID = "–", ""


def _told(section: str, before: str = "") -> dict[str, Row]:
    """The keys that a section of docs/json.md names, and those of the parts to which it links."""
    found = {}
    for line in SECTIONS[section].splitlines():
        cells = line.split(" | ") if line.startswith("| `") else [""]
        keys = re.findall(r"`([^`]+)`", cells[0])
        null = cells[2].removesuffix(" |") if len(cells) > 2 else NOT_SAID
        found |= {before + key: (section, key, null) for key in keys}
        for part in re.findall(r"\]\(#(\w+)\)", line):
            for begin in [f"{before}{key}." for key in keys] or [before]:
                found |= _told(part, begin)
    return found


def _come(document: object, told: Iterable[str]) -> Iterator[tuple[str, object]]:
    """The keys of a document and what they hold; those that are data as the page names them."""
    data = {name.removesuffix("*") for name in told if name.endswith("*")}
    for path, held in _paths(document):
        begin = path[: path.rfind(".") + 1]
        yield (begin + "*" if begin in data else path), held


PAGE = (ROOT / "docs" / "json.md").read_text("utf-8")
SECTIONS = {part.partition("\n")[0].lower(): part.partition("\n")[2]
            for part in re.split(r"^##+ ", PAGE, flags=re.M)[1:]}  # fmt: skip


DOCUMENTS = [name for name in SECTIONS if name.startswith("kpi.")]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> documents.Documents:
    """Every document that the commands write of some small projects."""
    found = documents.documents(tmp_path_factory.mktemp("documents"))
    board, one = boards.full(), boards.rich()
    texts = (
        STATUS["json"](board, Look(), ""), METHODS["json"](board, Look(), ""),
        SHOW["json"](one, board, Look(), ""),
    )  # fmt: skip
    for text in texts:
        made = json.loads(text)
        found[made["schema"]].append(made)
    return found


def test_every_document_of_json_is_told(said: documents.Documents) -> None:
    """As a section of docs/json.md, and no other is."""
    assert set(DOCUMENTS) == set(said)


@pytest.mark.parametrize("schema", DOCUMENTS)
def test_the_keys_of_json_are_those_that_are_told(schema: str, said: documents.Documents) -> None:
    """In docs/json.md: each that comes is named there, and each that is named comes."""
    told = _told(schema)
    above = {name[: dot.start()] for name in told for dot in re.finditer(r"\.", name)}
    come = {name for name, _ in _come(said[schema], told)}
    assert come - told.keys() - above == set(), "they come, and are not told"
    assert told.keys() - come == set(), "they are told, and never come"


def test_what_is_null_in_json_is_told(said: documents.Documents) -> None:
    """Where a key of docs/json.md comes as null its row says when, and else that it never does.

    A part that several documents have is asked of all of them together.
    """
    nulls, rows = set(), set()
    for schema in DOCUMENTS:
        told = _told(schema)
        rows |= {row for row in told.values() if row[2] not in (NEVER, NOT_SAID)}
        nulls |= {told.get(name, (schema, name, NEVER))
                  for name, held in _come(said[schema], told) if held is None}  # fmt: skip
    assert {row for row in nulls if row[2] != NOT_SAID} == rows


#: Every page that a reader may be sent to; what tests expect to be printed is none.
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(
    page for folder in ("docs", "tests", "benchmarks", "examples")
    for page in (ROOT / folder).rglob("*.md")
    if not {"snapshots", "node_modules"} & set(page.parts)
)]  # fmt: skip


def test_prose_names_no_path_that_is_gone() -> None:
    """Each path in a page of ours is there."""
    for page in PAGES:
        for path in re.findall(
            r"`((?:kpi|docs|tests|examples|benchmarks)/[A-Za-z0-9_./-]+)`", page.read_text("utf-8")
        ):
            assert (ROOT / path).exists(), f"{page.name} names {path}"


def _anchors(page: Path) -> set[str]:
    """What the headings of a page are called in a link, as GitHub calls them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", one.strip().lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_that_bears_the_name_of_a_file_leads_to_it(page: Path) -> None:
    """What stands in the text is where the link leads, also after a file was renamed."""
    named = re.findall(r"\[`?([\w/.-]+\.(?:py|md|toml))`?\]\(([^)#\s]+)", page.read_text("utf-8"))
    for name, path in named:
        assert path.endswith(name), f"{name} leads to {path}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Each link of a page that stays in the project leads to a file, and to a heading in it."""
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
    for link in re.findall(r"\]\(([^)\s]+)\)", prose):
        path, _, anchor = link.partition("#")
        if link.startswith(("https://", "http://")):
            continue
        there = page.parent / path if path else page
        assert there.exists(), f"it links {link}"
        assert not anchor or anchor in _anchors(there), f"there is no heading {link}"


def test_the_code_names_no_module_that_is_gone() -> None:
    """Each module that a comment or a docstring names by its file is there."""
    there = {f"/{path.relative_to(ROOT)}" for path in ROOT.rglob("*.py")}
    for page in sorted((ROOT / "kpi").rglob("*.py")):
        for name in re.findall(r"(?<![\w/])[a-z_/]+\.py\b", page.read_text("utf-8")):
            assert any(one.endswith(f"/{name}") for one in there), f"{page.name} names {name}"


def test_every_promise_names_its_test() -> None:
    """In the row of docs/promises.md in which it stands, as a link to a file or folder of tests."""
    kept = (ROOT / "docs" / "promises.md").read_text("utf-8").partition("## Do the tests")[0]
    rows = [row for row in kept.splitlines() if row.startswith("| ") and "| where |" not in row]
    assert len(rows) > 40
    for row in rows:
        assert "](../tests/" in row, row


def test_the_preview_of_an_import_is_what_is_printed(tmp_path: Path) -> None:
    """The first example of docs/importing.md, of the real project and a file of three rows."""
    shown = (ROOT / "docs" / "importing.md").read_text("utf-8").partition("```console\n$ kpi ")[2]
    words, _, said = shown.partition("```")[0].partition("\n")
    (tmp_path / "downloads").mkdir()
    rows = "시점,값,상태\n2023,5.9,\n2024,7.1,p\n2025,-,\n"
    (tmp_path / "downloads" / "ai.csv").write_bytes(rows.encode("cp949"))
    ran = Kpi(tmp_path, KPI_TODAY="2026-11-22")(*words.split(), "--project", str(ROOT))
    assert (ran.code, ran.stderr) == (0, "")
    assert "\n".join(map(str.rstrip, ran.stdout.splitlines())) == said.rstrip("\n")
