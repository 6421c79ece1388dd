"""Every message of the program, found in its source: what tests/test_korean.py holds translated.

A message is a text in English prose. Its variants are spelt out: both sides of "a if b else c",
what a local name was given, what a constant of the module holds; any other gap is a "7".
"""

from __future__ import annotations

import ast
import importlib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
#: What is said below the renderers, and by the commands. Renderers have their own two-language
#: tables, which tests/render holds complete.
SOURCES = sorted([*(ROOT / "kpi/facts").rglob("*.py"), *(ROOT / "kpi/store").rglob("*.py"),
                  *(ROOT / "kpi/cli").rglob("*.py"), ROOT / "kpi/assess/lint.py",
                  *(ROOT / "kpi/assess/warnings").rglob("*.py")])  # fmt: skip

_PROSE = re.compile(r"[A-Za-z]{2,},? (?:[a-z0-9]|`|\[)")
#: Calls whose texts are no messages: patterns, help that stays in English, what is compared.
_NOT_SAID = {"compile", "match", "fullmatch", "search", "findall", "split", "startswith",
             "endswith", "Option", "Argument", "Typer", "git", "getattr"}  # fmt: skip

#: What a gap may hold that is neither spelt out nearby nor figures: expression -> texts.
HOLDS = {
    "noun": ("text", "key"),
    "of_what": ("goal", "baseline", "value"),
    "axis.decode()": ("rows", "columns"),
    "fate": ("refused", "conflict"),
    "DELIMITERS.get(content.delimiter, content.delimiter)": ("semicolon",),
    "words": ("comma or tab",),
    "scale": ("thousand",),
}


@dataclass(frozen=True)
class Message:
    """A text with its gaps filled, and where it stands."""

    where: str
    text: str


def messages() -> Iterator[Message]:
    """Every variant of every message, in the order of the files."""
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        name = path.relative_to(ROOT)
        module = importlib.import_module(".".join(name.with_suffix("").parts))
        for node, function in _expressions(tree):
            for text in dict.fromkeys(_Speller(function, module).spelt(node)):
                if _PROSE.search(text):
                    yield Message(f"{name}:{node.lineno}", text)


def _expressions(tree: ast.Module) -> Iterator[tuple[ast.expr, ast.FunctionDef | None]]:
    """The outermost texts of a module that may be shown, each with the function it stands in."""
    waiting: list[tuple[ast.AST, ast.FunctionDef | None]] = [(tree, None)]
    while waiting:
        node, function = waiting.pop()
        if _is_text(node):
            assert isinstance(node, ast.expr)
            yield node, function
            continue
        if function is None and isinstance(node, ast.FunctionDef):
            function = node
        waiting += ((one, function) for one in _within(node))


def _within(node: ast.AST) -> list[ast.AST]:
    """What of a node may hold a text that is shown."""
    if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
        return list(node.body[1:])
    if isinstance(node, ast.Call) and _called(node) in _NOT_SAID:
        return []
    if isinstance(node, ast.Compare):
        return []
    if isinstance(node, ast.Dict):
        return list(node.values)  # keys are looked up, not shown
    return list(ast.iter_child_nodes(node))


def _is_text(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _is_text(node.left) or _is_text(node.right)
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)


class _Speller:
    """Spells out the variants of an expression, in its function and module."""

    def __init__(self, function: ast.FunctionDef | None, module: ModuleType) -> None:
        self._module = module
        self._function = function
        self._seen: set[str] = set()

    def spelt(self, node: ast.expr) -> list[str]:
        """Every text that the expression may be; "7" for what is not known."""
        if isinstance(node, ast.Constant):
            return [str(node.value)]
        if isinstance(node, ast.JoinedStr):
            parts = [self._part(value) for value in node.values]
            return ["".join(chosen) for chosen in itertools.product(*parts)]
        if isinstance(node, ast.IfExp):
            return [*self.spelt(node.body), *self.spelt(node.orelse)]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            both = itertools.product(self.spelt(node.left), self.spelt(node.right))
            return [left + right for left, right in both]
        held = HOLDS.get(ast.unparse(node))
        return list(held) if held else self._known(node)

    def _part(self, value: ast.expr) -> list[str]:
        return self.spelt(value.value if isinstance(value, ast.FormattedValue) else value)

    def _known(self, node: ast.expr) -> list[str]:
        if isinstance(node, ast.Name):
            given = [text for text in self._given(node.id) if text]
            if given:
                return given
        if any(isinstance(inner, ast.Call) for inner in ast.walk(node)):
            return ["7"]
        try:
            found = eval(ast.unparse(node), dict(vars(self._module)))  # noqa: S307 - our own source
        except Exception:
            return ["7"]
        return [found] if isinstance(found, str) else ["7"]

    def _given(self, name: str) -> Iterator[str]:
        """The texts that a local name was given."""
        if self._function is None or name in self._seen:
            return
        self._seen.add(name)
        for node in ast.walk(self._function):
            if not isinstance(node, ast.Assign):
                continue
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id == name:
                    yield from self._texts(node.value)
                elif isinstance(target, ast.Tuple):
                    yield from self._unpacked(target, node.value, name)
        self._seen.discard(name)

    def _unpacked(self, target: ast.Tuple, value: ast.expr, name: str) -> Iterator[str]:
        names = [one.id if isinstance(one, ast.Name) else "" for one in target.elts]
        if name not in names:
            return
        sides = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
        for side in sides:
            if isinstance(side, ast.Tuple):
                yield from self._texts(side.elts[names.index(name)])

    def _texts(self, node: ast.expr) -> Iterator[str]:
        if _is_text(node) or isinstance(node, ast.IfExp):
            yield from self.spelt(node)
