"""Files of dated values as a legal officer writes them."""

from pathlib import Path

SOURCE = """sources:
  pp-99-2027:
    title: PP 99/2027
    about: Manajemen ASN
    in_force: 2027-01-01
    url: ""
"""
GOOD = "source: pp-99-2027, article: pasal 1, confidence: V1, last_checked: 2026-11-23"


def proposed(folder: Path, text: str) -> Path:
    """Return a file with this text below a source."""
    file = folder / "usulan.yaml"
    file.write_text(SOURCE + text, encoding="utf-8")
    return file


def value(fields: str, key: str = "transfer.months_minimum") -> str:
    """Return a parameter with one dated value."""
    return f"{key}:\n  values:\n    - {{{fields}}}\n"
