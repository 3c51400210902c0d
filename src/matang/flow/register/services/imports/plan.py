"""What an import would do: one entry for each row, and the writes that follow from all of them."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from matang.flow.register.choices import ImportOutcome, IncumbencyKind, PostKind
from matang.flow.register.services.imports.cells import Cell
from matang.flow.register.services.imports.codes import Finding
from matang.flow.register.services.imports.dating import Change
from matang.flow.register.services.imports.record import Record
from matang.flow.register.services.imports.snapshot import PostKey

Who = int  # a person's id, or -1, -2 … for the first, second … new person of the plan
PostRef = int | PostKey  # a post's id, or the key of a post that the plan makes


@dataclass(slots=True)
class PlannedRow:
    """What becomes of one row. ``changes`` are (field, old, new). ``cells`` are kept for rows that someone must mend."""

    sheet: int
    row: int
    outcome: ImportOutcome
    nip: str
    name: str
    unit: str = ""
    post: str = ""
    findings: list[Finding] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class NewPost:
    """A post that the plan makes."""

    unit: int
    name: str
    kind: PostKind
    echelon: str
    since: date
    holders: int = 0


@dataclass(slots=True)
class Writes:
    """Dated rows of one kind to add (who, value, start) and to change."""

    add: list[tuple[Who, Any, date]] = field(default_factory=list)
    change: list[Change] = field(default_factory=list)


@dataclass(slots=True)
class Outcomes:
    """What becomes of the rows of a file, whatever it holds."""

    rows: list[PlannedRow] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """All findings in the order of the file."""
        return [finding for row in self.rows for finding in row.findings]

    @property
    def tally(self) -> dict[str, int]:
        """How many rows have which outcome, and how many rows there are."""
        counts = Counter(row.outcome for row in self.rows)
        return {"rows": len(self.rows), **{outcome.value: counts[outcome] for outcome in ImportOutcome}}

    @property
    def codes(self) -> dict[str, int]:
        """How many findings of each code."""
        return dict(Counter(finding.code for finding in self.findings))


@dataclass(slots=True)
class Plan(Outcomes):
    """What a file of people would do. Applying it needs nothing else."""

    as_at: date = date.min
    new_people: list[Record] = field(default_factory=list)
    people: list[tuple[int, tuple[object, ...]]] = field(default_factory=list)
    grades: Writes = field(default_factory=Writes)
    states: Writes = field(default_factory=Writes)
    incumbencies: Writes = field(default_factory=Writes)
    acting: list[tuple[Who, PostRef, IncumbencyKind, date]] = field(default_factory=list)
    sole: dict[tuple[str, int], bool] = field(default_factory=dict)
    educations: list[tuple[Who, str, str, str, int | None]] = field(default_factory=list)
    posts: dict[PostKey, NewPost] = field(default_factory=dict)
    post_facts: dict[int, tuple[PostKind, str]] = field(default_factory=dict)
