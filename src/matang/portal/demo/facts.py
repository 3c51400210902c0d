"""The facts of the demonstration, as stated in ``facts/*.csv``."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "facts"


@dataclass(frozen=True, slots=True)
class StaffPattern:
    """A non-managerial post as offices have it: in which kind of place, for which field (``*`` = any), how common."""

    where: str
    field: str
    kind: str
    name: str
    weight: int


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one facts file."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def staff_patterns() -> tuple[StaffPattern, ...]:
    """Return the patterns of non-managerial posts."""
    return tuple(
        StaffPattern(row["where"], row["field"], row["kind"], row["name"], int(row["weight"])) for row in rows("staff_posts")
    )
