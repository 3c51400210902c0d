"""Walk the source tree: parsed modules and templates below a root, which may be a copy."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCE = REPOSITORY / "src" / "matang"
STAGES = ("register", "aims", "needs", "plan", "place", "learn", "apply", "serve", "measure")
SKIPPED = {"__pycache__", "build", "node_modules"}


@dataclass(frozen=True)
class Module:
    """One Python file: its path below the root and its syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path as a person writes it."""
        return self.path.as_posix()

    @property
    def stage(self) -> str:
        """The stage that the file belongs to, or an empty string."""
        return self.path.parts[1] if self.path.parts[0] == "flow" and len(self.path.parts) > 2 else ""


@lru_cache(maxsize=4096)
def parsed(text: str) -> ast.Module:
    """Return the syntax tree of a file's text; a copy of a file is parsed once."""
    return ast.parse(text)


def files(root: Path, pattern: str) -> Iterator[Path]:
    """Yield the files below ``root`` that fit, without what a build or Python itself put there."""
    for path in sorted(root.rglob(pattern)):
        if not SKIPPED.intersection(path.relative_to(root).parts) and path.is_file():
            yield path


def modules(root: Path, *, migrations: bool = False) -> Iterator[Module]:
    """Yield the Python files below ``root``."""
    for path in files(root, "*.py"):
        short = path.relative_to(root)
        if migrations or "migrations" not in short.parts:
            text = path.read_text(encoding="utf-8")
            yield Module(short, text, parsed(text))


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) of everything a module imports, functions included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def imported_names(module: Module) -> dict[str, str]:
    """Return what each name imported at the top of a module stands for."""
    found = {}
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.asname or alias.name: alias.name for alias in node.names}
    return found


def dotted(node: ast.AST) -> str:
    """Return ``a.b.c`` for an attribute chain, or an empty string."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""
