"""Imports go down only, whatever they hide in, and every wing knows only what it may know."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

KPI = Path(__file__).parents[1] / "kpi"

#: Wing -> floor (design: the way through). A module imports from its own wing and from below.
FLOORS = {
    "store": 0,
    "facts": 1,
    "assess": 2,
    "report": 3,
    "render": 4,
    "cli": 5,
    "__main__": 6,  # the street door
}
#: Modules that every floor may read: they know nothing of any.
CELLAR = {"version", "values"}

#: What a wing may see of another, where that is less than all of it.
ONLY = {
    ("assess", "facts"): {"periods", "quantities", "records", "problems", "book"},
    ("facts", "store"): {"trees"},
    ("assess", "store"): set(),
    ("render", "store"): set(),
    ("report", "store"): set(),
    ("render", "facts"): {"periods", "quantities", "records", "problems", "book", "intake"},
}

#: The rooms of `kpi/facts`: folder or module -> storey, from what a fact is to what files hold.
#: What is in none of them stands on top, and no folder sees another of its own storey.
FACTS = {
    "periods": 0,
    "problems": 0,
    "filenames": 0,
    "project_files": 0,
    "records": 1,
    "quantities": 2,  # figures and units as people write them
    "syntax": 2,  # bytes -> a table: is it TOML?
    "own_form": 2,  # the form in which we write ourselves, read at once
    "keys": 3,  # a table -> values: which keys there are, and what each may hold
    "findings": 4,  # what is wrong with one file
}

#: The way of others' files within `kpi/facts/intake`: folder or module -> storey. What is in none
#: of them stands on top, and no folder sees another of its own storey.
INTAKE = {
    "texts": 0,  # what one cell says
    "rows": 1,
    "plan": 1,
    "against": 1,  # what the ledger says of a figure
    "files": 2,  # bytes -> rows of cells
    "layouts": 2,  # rows of cells -> a table of records
    "doubts": 3,  # what must be asked before anything is recorded
}

#: The rooms of `kpi/assess`, from the numbers of one case to what changed between two days.
ASSESS = {
    "case": 0,
    "reason": 0,
    "student_t": 0,
    "goal_met": 0,
    "lights": 1,
    "path": 1,
    "pace": 1,
    "projection": 2,
    "trajectory": 2,
    "evidence": 2,  # which figure, goal and start count on a day
    "methods": 2,  # what each published rule says of a case
    "answerability": 3,
    "season": 3,
    "headline": 4,  # the rules of the verdict
    "verdict": 5,
    "flags": 5,
    "decomposition": 5,
    "warnings": 5,  # what makes a promise hard to judge
    "status": 6,
    "board": 7,
    "comparison": 7,  # why a verdict changed
}

#: The rooms of `kpi/render`, from one number in words to whole pages.
RENDER = {
    "look": 0,
    "json_text": 0,
    "blocks": 0,
    "wording": 1,
    "grid": 2,  # text in cells
    "machine": 2,
    "rule_rows": 2,
    "charting": 3,  # what a chart shows
    "status_columns": 3,
    "show_observations": 3,
    "show_standing": 3,
    "show_sections": 4,
    "text": 5,  # terminal
}

#: The rooms of `kpi/cli`. What the commands share stands below what only some of them need.
CLI = {
    "program": 0,
    "exits": 0,
    "choices": 1,
    "language": 1,
    "folder": 1,
    "screen": 2,
    "project": 2,
    "options": 3,
    "view": 3,
    "reading": 4,
    "standing": 4,  # the answers of status
    "recording": 4,  # add and import
    "reports": 4,
}

#: Modules of the standard library by which a floor below `cli` would reach outside.
OUTSIDE = {"subprocess", "socket", "tempfile", "shutil", "time", "getpass", "logging", "pathlib"}

MODULES = {
    ".".join(path.relative_to(KPI).with_suffix("").parts): ast.parse(path.read_text("utf-8"))
    for path in sorted(KPI.rglob("*.py"))
}
ROOMS = {name: tree for name, tree in MODULES.items() if not name.endswith("__init__")}


def wing(module: str) -> str:
    return module.split(".")[0]


def imported(tree: ast.Module) -> Iterator[str]:
    """The modules of ours that a module imports, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "write `from kpi.assess import pace`, not `from . import pace`"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            if name.startswith("kpi."):
                room = name.removeprefix("kpi.")
                while room and room not in ROOMS:
                    room = room.rpartition(".")[0]
                if room:
                    yield room


@pytest.mark.parametrize("module", ROOMS)
def test_every_room_is_on_a_floor(module: str) -> None:
    """A new wing has to be placed before it can be built."""
    assert wing(module) in FLOORS or module in CELLAR


@pytest.mark.parametrize("module", ROOMS)
def test_imports_go_down(module: str) -> None:
    """No room knows what stands above it."""
    for other in imported(ROOMS[module]):
        if other in CELLAR or wing(other) == wing(module):
            continue
        assert FLOORS[wing(other)] < FLOORS[wing(module)], f"{module} imports {other}"
        allowed = ONLY.get((wing(module), wing(other)))
        known = other.split(".")[1] if "." in other else other
        assert allowed is None or known in allowed, f"{module} must not know {other}"


@pytest.mark.parametrize(
    ("house", "storeys"),
    [
        ("facts.", FACTS),
        ("facts.intake.", INTAKE),
        ("assess.", ASSESS),
        ("render.", RENDER),
        ("cli.", CLI),
    ],
)
def test_a_wing_is_built_from_below(house: str, storeys: dict[str, int]) -> None:
    """What a period is, or what one cell says, is known by all; what is made of it, above only."""
    top = max(storeys.values()) + 1
    for module in (name for name in ROOMS if name.startswith(house)):
        here = module.removeprefix(house).split(".")[0]
        for other in (name for name in imported(ROOMS[module]) if name.startswith(house)):
            there = other.removeprefix(house).split(".")[0]
            lower = storeys.get(there, top) < storeys.get(here, top)
            assert there == here or here not in storeys or lower, f"{module} imports {other}"


@pytest.mark.parametrize("module", [m for m in ROOMS if m.startswith(("render.web.", "render.ex"))])
def test_pages_and_data_know_nothing_of_the_terminal(module: str) -> None:
    """What all show alike stands below them, so that none takes it from another."""
    assert not [other for other in imported(ROOMS[module]) if other.startswith("render.text.")]


def test_no_two_rooms_import_each_other() -> None:
    """Each room can be read alone: there is no cycle among the modules of one wing either."""
    seen: dict[str, int] = {}  # 1: being visited, 2: done

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert seen.get(module) != 1, " -> ".join((*way, module))
        if seen.get(module) == 2:
            return
        seen[module] = 1
        for other in sorted(set(imported(ROOMS[module])) - {module}):
            visit(other, (*way, module))
        seen[module] = 2

    for module in ROOMS:
        visit(module, ())


@pytest.mark.parametrize("module", [name for name in MODULES if name.endswith("__init__")])
def test_packages_are_empty(module: str) -> None:
    """A package that imports its children loads the whole house at every start."""
    assert not MODULES[module].body


@pytest.mark.parametrize("module", [name for name in ROOMS if wing(name) not in ("cli", "store")])
def test_the_middle_knows_nothing_outside(module: str) -> None:
    """Below the command line there is no clock, no environment, no folder and no print."""
    for node in ast.walk(ROOMS[module]):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [
                alias.name for alias in node.names]  # fmt: skip
            assert not OUTSIDE & {name.split(".")[0] for name in names}
            assert "os" not in names, f"{module} imports os"
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("today", "now", "utcnow", "environ", "getcwd", "stdout")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "open", "input")


#: What lays out pages may load templates and style sheets: they come with the program, as its own
#: code does, and are no file of the user's.
PACKAGED = {"render.web.template": "jinja2", "render.web.svg": "pkgutil"}


@pytest.mark.parametrize("module", [name for name in ROOMS if wing(name) != "cli"])
def test_only_templates_and_drawings_load_what_is_packaged(module: str) -> None:
    """And nothing loads jinja2 but `template`, which only a page needs."""
    nodes = [n for n in ast.walk(ROOMS[module]) if isinstance(n, ast.Import | ast.ImportFrom)]
    names = [n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)]
    names += [alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names]
    loaded = {name.split(".")[0] for name in names} & {"jinja2", "pkgutil", "importlib"}
    assert loaded <= {PACKAGED.get(module, "")}


@pytest.mark.parametrize("module", ROOMS)
def test_a_room_holds_one_topic(module: str) -> None:
    """A room over 400 lines holds two topics."""
    path = KPI / f"{module.replace('.', '/')}.py"
    assert len(path.read_text("utf-8").splitlines()) <= 400
