"""Every page has a gate."""

import ast
from pathlib import Path

from tests.contracts.source import Module, dotted, imported_names, modules

GATES = {"public", "signed_in", "roles"}


def decorators(node: ast.FunctionDef | ast.ClassDef) -> set[str]:
    """Return the last names of the decorators of a function or class."""
    calls = (item.func if isinstance(item, ast.Call) else item for item in node.decorator_list)
    return {dotted(item).split(".")[-1] for item in calls}


def defined(module: Module) -> dict[str, set[str]]:
    """Return the decorators of each function and class of a module."""
    return {node.name: decorators(node) for node in module.tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def routed(module: Module) -> list[tuple[int, str]]:
    """Return (line, view) of each address in a ``urls.py``; a view is a dotted name."""
    names = imported_names(module)
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and dotted(node.func) in {"path", "re_path"} and len(node.args) > 1:
            view = node.args[1]
            name = dotted(view.func.value if isinstance(view, ast.Call) and isinstance(view.func, ast.Attribute) else view)
            first, _, rest = name.partition(".")
            if name and first in names:
                found.append((node.lineno, f"{names[first]}.{rest}".rstrip(".")))
    return found


def gates(root: Path) -> list[str]:
    """Every view that an address leads to declares who may call it."""
    known = {
        "matang." + module.name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): module
        for module in modules(root)
    }
    faults = []
    for module in known.values():
        if module.path.name != "urls.py":
            continue
        for line, view in routed(module):
            home, _, name = view.rpartition(".")
            if home in known and not GATES & defined(known[home]).get(name, GATES):
                faults.append(f"{module.name}:{line}: {view} has no gate")
    return faults
