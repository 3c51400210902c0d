"""Words that don't belong: model signals, clocks of one's own, promises without an issue, imports around the front door."""

import ast
import re
from pathlib import Path

from tests.contracts.source import STAGES, dotted, files, imports, modules

CLOCKS = re.compile(r"(^|\.)(timezone|datetime|date|dt)\.(now|today|utcnow|localdate)$")
PROMISE = re.compile(r"(?<![.\w])(TODO|FIXME|XXX|HACK)\b(?!.*#\d+)")


def signals(root: Path) -> list[str]:
    """No model signals: what follows from a change is called, or is an event."""
    return [
        f"{module.name}:{line}: {name}"
        for module in modules(root, migrations=True)
        for line, name in imports(module)
        if name.startswith(("django.db.models.signals", "django.db.models.signals."))
    ]


def clocks(root: Path) -> list[str]:
    """Only ``foundation.clock`` asks what time it is, only the demonstration sets its clock back.

    ``config`` may look at the clock of the machine it runs.
    """
    told = "matang.foundation.clock.services.living_on"
    faults = [
        f"{module.name}:{line}: {name}"
        for module in modules(root)
        if not module.name.startswith("portal/demo/")
        for line, name in imports(module)
        if name == told
    ]
    return faults + [
        f"{module.name}:{node.lineno}: {dotted(node)}"
        for module in modules(root)
        if not module.name.startswith(("foundation/clock/", "config/"))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and CLOCKS.search(dotted(node))
    ]


def promises(root: Path) -> list[str]:
    """A promise names its issue."""
    faults = []
    for pattern in ("*.py", "*.html", "*.js", "*.css", "*.scss", "*.yaml", "*.md"):
        for path in files(root, pattern):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if PROMISE.search(line):
                    faults.append(f"{path.relative_to(root).as_posix()}:{number}: {line.strip()[:80]}")
    return faults


def front_doors(root: Path) -> list[str]:
    """A stage uses another only through its ``public``."""
    doors = tuple(f"matang.flow.{stage}.public" for stage in STAGES)
    faults = []
    for module in modules(root):
        for line, name in imports(module):
            parts = name.split(".")
            other = parts[2] if name.startswith("matang.flow.") and len(parts) > 2 else ""
            inside = name.startswith(doors) and (len(name.split(".")) > 4 or name in doors)
            if module.stage and other in STAGES and other != module.stage and not inside:
                faults.append(f"{module.name}:{line}: {name}")
    return faults
