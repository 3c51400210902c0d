"""The back door of templates: a stage's pages are made of its own templates and the design system's."""

import re
from pathlib import Path

from tests.contracts.source import STAGES, files

TAG = re.compile(r"\{%[-+]?\s*(extends|include|import|from)\s+([^%]*?)[-+]?%\}", re.DOTALL)
NAME = re.compile(r"""^["']([^"']+)["']""")
SHARED = {"ui", "errors"}


def owners(root: Path) -> dict[Path, set[str]]:
    """Return the template folders and the first names that templates inside may refer to."""
    folders = {root / "flow" / stage / "templates": {stage, *SHARED} for stage in STAGES}
    folders[root / "ui" / "templates"] = {"ui", "errors"}
    folders[root / "portal" / "templates"] = {"portal", "accounts", "rules", *SHARED}
    return folders


def own_templates(root: Path) -> list[str]:
    """No template extends, includes or imports one of another owner, nor one whose name is only known at run time."""
    faults = []
    for folder, allowed in owners(root).items():
        for path in files(folder, "*.html") if folder.is_dir() else ():
            where = path.relative_to(root).as_posix()
            for tag, rest in TAG.findall(path.read_text(encoding="utf-8")):
                name = NAME.match(rest.strip())
                if name is None:
                    faults.append(f"{where}: {tag} {rest.strip()[:60]} is only known at run time")
                elif name[1].split("/")[0] not in allowed:
                    faults.append(f"{where}: {tag} {name[1]}")
    return faults
