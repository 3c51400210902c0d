"""The sources and parameters in force, read once, and refused at once when they cannot be answered for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from matang.rules.core.loader import load_parameters, load_sources
from matang.rules.core.sources import Confidence, Reference

if TYPE_CHECKING:
    from matang.rules.core.parameters import DatedValue

HERE = Path(__file__).parent
SOURCES = load_sources(HERE / "sources")
PARAMETERS = load_parameters(HERE / "parameters", SOURCES)


def cite(source: str, article: str, confidence: str, *, checked: date = date(2026, 11, 21), note: str = "") -> Reference:
    """Return the reference of a rule itself; not read in the original means unverified."""
    known = Confidence(confidence)
    return Reference(SOURCES[source], article, known, checked, unverified=known is not Confidence.READ, note=note)


def number(key: str, *, on: date) -> DatedValue:
    """Return the value of a parameter without key on a day, with its source; ``LookupError`` when no source says one."""
    found = PARAMETERS[key].on(on)
    if found is None:
        raise LookupError(f"{key}: no source says a value for {on}")
    return found
