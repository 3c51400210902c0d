"""Compile the message catalogues with Babel, which a fresh machine has, instead of gettext's programs, which it lacks."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_all(folder: Path) -> list[Path]:
    """Write a ``.mo`` beside every ``.po`` below ``folder`` whose ``.mo`` is missing or older; return those written."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as readable:
            catalogue = read_po(readable, locale=source.parent.parent.name)
        with target.open("wb") as writable:
            write_mo(writable, catalogue)
        written.append(target)
    return written
