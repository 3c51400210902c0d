"""What may lie where: top folders, stages, the names of files in a stage, pages of explanation, sizes."""

import ast
import re
from pathlib import Path
from statistics import median

from tests.contracts.source import STAGES, files, modules

TOP = {"api", "config", "engine", "exchange", "flow", "foundation", "portal", "rules", "ui"}
TOP_FILES = {"__init__.py", "py.typed"}
FOUNDATION = {"access", "audit", "clock", "documents", "events", "files", "identity", "jobs", "tenancy"}
IN_STAGE = {
    "README.md", "__init__.py", "admin", "apps.py", "choices", "endpoints", "jobs", "migrations", "models", "pages",
    "permissions", "public", "selectors", "services", "templates",
}  # fmt: skip
VAGUE = re.compile(r"^(utils?|helpers?|common|misc)$")
EXPLAINED = ("api", "config", "engine", "exchange", "flow", "foundation", "portal", "rules", "ui")
LINES_IN_FILE, LINES_IN_MEDIAN_FILE, LINES_IN_FUNCTION = 500, 100, 50


def entries(folder: Path) -> set[str]:
    """Return the names in a folder, without caches."""
    return {path.name for path in folder.iterdir() if path.name != "__pycache__"}


def top_folders(root: Path) -> list[str]:
    """The storeys of the house, no more and no fewer."""
    found = entries(root) - TOP_FILES
    return [f"{name}: unknown at the top" for name in sorted(found - TOP)] + [f"{name}: missing" for name in sorted(TOP - found)]


def foundation_folders(root: Path) -> list[str]:
    """The parts of the foundation, each with a name that says what it does."""
    found = entries(root / "foundation") - {"__init__.py", "README.md"}
    return [f"foundation/{name}: unknown part" for name in sorted(found - FOUNDATION)]


def stages(root: Path) -> list[str]:
    """The nine stages, no more and no fewer."""
    found = entries(root / "flow") - {"__init__.py", "README.md"}
    faults = [f"flow/{name}: not a stage" for name in sorted(found - set(STAGES))]
    return faults + [f"flow/{name}: missing" for name in STAGES if name not in found]


def stage_files(root: Path) -> list[str]:
    """Every stage has the same names; a module that outgrew itself is a package of the same name."""
    faults = []
    for stage in STAGES:
        folder = root / "flow" / stage
        if not folder.is_dir():
            continue
        names = {name if name in IN_STAGE else name.removesuffix(".py") for name in entries(folder)}
        faults += [f"flow/{stage}/{name}: not a name that stages have" for name in sorted(names - IN_STAGE)]
        faults += [f"flow/{stage}/{name}: missing" for name in ("README.md", "__init__.py", "apps.py") if name not in names]
        if (folder / "templates").is_dir():
            owners = entries(folder / "templates") - {stage}
            faults += [f"flow/{stage}/templates/{name}: templates of another owner" for name in sorted(owners)]
    return faults


def vague_names(root: Path) -> list[str]:
    """No file or folder is called after nothing in particular."""
    return [
        path.relative_to(root).as_posix() + ": says nothing about what is inside"
        for path in sorted(root.rglob("*"))
        if VAGUE.match(path.stem) and "__pycache__" not in path.parts and "build" not in path.parts
    ]


def explanations(root: Path) -> list[str]:
    """Every storey and every stage explains itself on one page (at most 120 lines)."""
    faults = []
    for name in (*EXPLAINED, *(f"flow/{stage}" for stage in STAGES)):
        page = root / name / "README.md"
        if not page.exists() or not page.read_text(encoding="utf-8").strip():
            faults.append(f"{name}/README.md: missing")
        elif len(page.read_text(encoding="utf-8").splitlines()) > 120:
            faults.append(f"{name}/README.md: longer than a page")
    return faults


def is_data(tree: ast.Module) -> bool:
    """True for a file that only lists facts: no function, no class."""
    return not any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for node in tree.body)


def sizes(root: Path) -> list[str]:
    """Files stay below 500 lines and half of them below 100; functions stay below 50."""
    faults, lengths = [], []
    for module in modules(root):
        length = len(module.text.splitlines())
        if module.path.name != "__init__.py" or length > 3:
            lengths.append(length)
        if length > LINES_IN_FILE and not is_data(module.tree):
            faults.append(f"{module.name}: {length} lines")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or 0) - node.lineno + 1
                if size > LINES_IN_FUNCTION:
                    faults.append(f"{module.name}:{node.lineno}: {node.name} has {size} lines")
    for path in files(root, "*.html"):
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > LINES_IN_FILE:
            faults.append(f"{path.relative_to(root).as_posix()}: {length} lines")
    if median(lengths) >= LINES_IN_MEDIAN_FILE:
        faults.append(f"half of the files have {median(lengths)} lines or more")
    return faults


def docstrings(root: Path) -> list[str]:
    """Every file, public class and public function says what it is."""
    faults = []
    for module in modules(root):
        if module.path.name == "__init__.py" and not module.text.strip():
            continue
        if not ast.get_docstring(module.tree):
            faults.append(f"{module.name}: no docstring")
        for node in module.tree.body:
            documented = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if documented and not ast.get_docstring(node):
                faults.append(f"{module.name}:{node.lineno}: {node.name} has no docstring")
    return faults
