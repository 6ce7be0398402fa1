"""The habits of the house that a machine can check (CONTRIBUTING.md)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "src/multilex"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]
LONGEST = 400  # lines
WORD = re.compile(r"[а-яёәғқңөұүһі]{3,}|[А-ЯЁӘҒҚҢӨҰҮҺІ]{3,}")
LOOK_ALIKES = set("АВЕЗКМНОРСТУХІҺабеморсухі")
VOWELS = set("аәеёиіоөуұүыэюя")

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def documented(module: ast.Module) -> Iterator[tuple[str, Documented]]:
    """The module, its public classes and functions, and their public methods (in a protocol, those not bare)."""
    yield "the module", module
    for node in module.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                for part in node.body:
                    if isinstance(part, ast.FunctionDef) and not part.name.startswith("_") and not bare(part):
                        yield f"{node.name}.{part.name}", part


def bare(function: ast.FunctionDef) -> bool:
    """Whether a function only declares a type: its body is an ellipsis."""
    body = function.body[0]
    return isinstance(body, ast.Expr) and isinstance(body.value, ast.Constant) and body.value.value is Ellipsis


def strings(module: ast.Module) -> Iterator[ast.Constant]:
    """The string constants of a module that are no docstrings and no bare strings below a name."""
    bare = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 100


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_public_names_are_documented(path: Path) -> None:
    if path.stat().st_size:
        assert [name for name, node in documented(tree(path)) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_no_word_of_a_human_language_stands_in_code(path: Path) -> None:
    # Lists of letters are no words: they hold each letter once, or no vowel, or only letters of Latin shape.
    found = [word for node in strings(tree(path)) for word in WORD.findall(str(node.value))]
    words = [word for word in found if len(set(word)) < len(word) or (len(word) < 8 and VOWELS & set(word.lower()))]
    assert [word for word in words if set(word) - LOOK_ALIKES] == [], "it belongs in a pack"


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_can_be_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST
