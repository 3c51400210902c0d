"""Codes are documented, with their severity, and their texts can be filled in."""

import re
from pathlib import Path

from matang.flow.register.services.imports.codes import CODES

GUIDE = Path(__file__).resolve().parents[4] / "docs" / "guides" / "import-codes.md"


def test_the_guide_names_every_code_under_its_severity_and_no_other() -> None:
    said: dict[str, str] = {}
    for part in GUIDE.read_text().split("\n## ")[1:]:
        severity, _break, table = part.partition("\n")
        said |= dict.fromkeys(re.findall(r"^\| `(\w+)` \| .+ \|$", table, re.MULTILINE), severity.lower())
    assert said == {code: entry.severity.value for code, entry in CODES.items()}
