"""Where a rule or a number comes from, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Confidence(StrEnum):
    """How a fact is known. Only ``V1`` was read in the original text (or an official page that reproduces it)."""

    READ = "V1"
    SECONDARY = "V2"
    MEMORY = "M"
    INFERENCE = "I"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Source:
    """A legal instrument or another document a rule rests on.

    ``url`` is where it was looked up; ``unverified``: its date of entry into force was not read in the original.
    """

    key: str
    title: str
    about: str
    in_force: date
    repealed: date | None
    url: str
    unverified: bool = False


@dataclass(frozen=True)
class Reference:
    """A place in a source, and how sure we are that it says so. ``unverified`` travels to the screen."""

    source: Source
    article: str
    confidence: Confidence
    last_checked: date
    unverified: bool
    note: str = ""

    def __str__(self) -> str:
        return f"{self.source.title} {self.article}".strip()
