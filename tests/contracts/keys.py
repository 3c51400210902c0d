"""The back door of foreign keys: which model points where, and what every model must say about itself."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.contracts.source import STAGES, Module, dotted, imported_names, modules

KEYS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
BASES = {"Model", "AbstractUser", "AbstractBaseUser", "AbstractBaseSession"}
OUTSIDE_FLOW = ("api", "config", "exchange", "portal", "ui")


@dataclass(frozen=True)
class Key:
    """A foreign key as it is written: where, towards which part, and with which reverse name."""

    where: str
    owner: str
    target: str
    reverse: str | None


def part_of(path: Path) -> str:
    """Return the stage of a file, or its storey."""
    return path.parts[1] if path.parts[0] == "flow" and len(path.parts) > 1 else path.parts[0]


def part_named(dotted_name: str) -> str:
    """Return the stage or storey of an imported name."""
    parts = dotted_name.split(".")
    if parts[0] != "matang" or len(parts) < 3:
        return ""
    return parts[2] if parts[1] == "flow" else parts[1]


def target_of(node: ast.Call, module: Module, names: dict[str, str]) -> str:
    """Return the stage or storey that a foreign key points to; empty when it stays at home or leaves the product."""
    aim = node.args[0] if node.args else next((word.value for word in node.keywords if word.arg == "to"), None)
    if isinstance(aim, ast.Constant) and isinstance(aim.value, str):
        label = aim.value.split(".")[0].lower() if "." in aim.value else ""
        return label if label in STAGES else ("foundation" if label else "")
    name = dotted(aim) if aim is not None else ""
    if name == "settings.AUTH_USER_MODEL":
        return "foundation"
    return part_named(names.get(name.split(".")[0], ""))


def keys(root: Path) -> Iterator[Key]:
    """Yield the foreign keys of all models."""
    for module in modules(root):
        names = imported_names(module)
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or dotted(node.func).split(".")[-1] not in KEYS:
                continue
            reverse = next((word.value for word in node.keywords if word.arg == "related_name"), None)
            yield Key(
                where=f"{module.name}:{node.lineno}",
                owner=part_of(module.path),
                target=target_of(node, module, names),
                reverse=reverse.value if isinstance(reverse, ast.Constant) else None,
            )


def backwards(root: Path) -> list[str]:
    """A foreign key points to an earlier stage or the foundation, and gives nothing to call back by."""
    faults = []
    for key in keys(root):
        if not key.target or key.target == key.owner:
            continue
        if key.owner == "foundation":
            faults.append(f"{key.where}: the foundation points to {key.target}")
        elif key.owner in STAGES and key.target in STAGES and STAGES.index(key.target) > STAGES.index(key.owner):
            faults.append(f"{key.where}: {key.owner} points forward to {key.target}")
        if key.reverse != "+":
            faults.append(f'{key.where}: a key to {key.target} needs related_name="+"')
    return faults


def is_abstract(node: ast.ClassDef) -> bool:
    """True when the class has ``class Meta: abstract = True``."""
    for inner in node.body:
        if isinstance(inner, ast.ClassDef) and inner.name == "Meta":
            return any(isinstance(line, ast.Assign) and dotted(line.targets[0]) == "abstract" for line in inner.body)
    return False


def says_personal_data(node: ast.ClassDef) -> bool:
    """True when the class itself declares ``personal_data``."""
    return any(
        (isinstance(line, ast.AnnAssign) and dotted(line.target) == "personal_data")
        or (isinstance(line, ast.Assign) and dotted(line.targets[0]) == "personal_data")
        for line in node.body
    )


def personal_data(root: Path) -> list[str]:
    """Every model says which of its fields are about a person, if only that none is."""
    classes = {
        node.name: (node, f"{module.name}:{node.lineno}")
        for module in modules(root)
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    }

    def is_model(name: str, seen: frozenset[str] = frozenset()) -> bool:
        if name in BASES:
            return True
        if name in seen or name not in classes:
            return False
        return any(is_model(dotted(base).split(".")[-1], seen | {name}) for base in classes[name][0].bases)

    return [
        f"{where}: {name} does not say what personal data it holds"
        for name, (node, where) in sorted(classes.items())
        if is_model(name) and not is_abstract(node) and not says_personal_data(node)
    ]
