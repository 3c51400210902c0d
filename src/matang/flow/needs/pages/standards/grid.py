"""The table in which an officer fills in a standard: a row for each competency, a column for each kind of post."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from matang.flow.needs.choices import CompetencyField
from matang.flow.needs.models import Competency
from matang.flow.needs.selectors.standards import Requirement, competencies_at
from matang.flow.register.public import PostKind

LEVELS = {str(level): level for level in range(1, 6)}
SPARE = 3


@dataclass(slots=True)
class GridRow:
    """One competency: its level by kind of post (None = not asked), whether it is a must, and how many posts ask for it now."""

    competency: Competency
    levels: dict[str, int | None]
    must: bool
    asking: int = 0


@dataclass(slots=True)
class SpareRow:
    """An empty row in which another competency may be chosen; what was filled in before a refusal stands in it."""

    number: int
    competency_id: int | None = None
    levels: dict[str, int | None] = field(default_factory=dict)
    must: bool = False


@dataclass(slots=True)
class Grid:
    """The filled table for ``posts`` posts. ``errors`` are sentences for the officer."""

    kinds: list[str]
    rows: list[GridRow]
    others: list[Competency]
    spare: list[SpareRow]
    errors: list[str] = field(default_factory=list)
    posts: int = 1

    def labels(self) -> list[tuple[str, str]]:
        """Return the columns with their headings."""
        return [(kind, str(PostKind(kind).label)) for kind in self.kinds]

    def asked(self) -> list[tuple[int, str, int, bool]]:
        """Return (competency, kind, level, must) of everything that is asked."""
        rows = [(row.competency.pk, row.levels, row.must) for row in self.rows]
        rows += [(row.competency_id, row.levels, row.must) for row in self.spare if row.competency_id]
        return [(key, kind, level, must) for key, levels, must in rows for kind, level in levels.items() if level]


def grid_of(agency_id: int, day: date, kinds: list[str], standing: dict[str, list[Iterable[Requirement]]]) -> Grid:
    """Return the grid as things stand: for each kind of post the level that most of its posts ask for.

    What half of the posts or fewer ask for is left empty, so that the needs of one unit don't spread to all others.
    ``standing`` lists the requirements of the posts of each kind.
    """
    levels: dict[tuple[int, str], Counter[int]] = {}
    musts: dict[int, Counter[bool]] = {}
    for kind, posts in standing.items():
        for line in (line for asked in posts for line in asked):
            levels.setdefault((line.competency_id, kind), Counter())[line.level] += 1
            musts.setdefault(line.competency_id, Counter())[line.must] += 1
    named = {key for key, _kind in levels}
    posts_in = {kind: len(posts) for kind, posts in standing.items()}
    rows, others = [], []
    for competency in competencies_at(agency_id, day):
        if competency.field == CompetencyField.TECHNICAL and competency.pk not in named:
            others.append(competency)
            continue
        counts = {kind: levels.get((competency.pk, kind), Counter()) for kind in kinds}
        most = {kind: _most(counts[kind], posts_in.get(kind, 0)) for kind in kinds}
        said = musts.get(competency.pk, Counter())
        must = any(most.values()) and said[True] > said[False]
        rows.append(GridRow(competency, most, must, sum(said.values())))
    return Grid(kinds, rows, others, [SpareRow(number) for number in range(SPARE)], posts=sum(posts_in.values()))


def _most(counts: Counter[int], posts: int) -> int | None:
    return counts.most_common(1)[0][0] if counts and counts.total() * 2 > posts else None


def fill(grid: Grid, data: QueryDict) -> None:
    """Put what was sent into the grid; what cannot be is left out and noted in ``errors``."""
    for row in grid.rows:
        for kind in grid.kinds:
            row.levels[kind] = _level(grid, data.get(f"level_{row.competency.pk}_{kind}", ""))
        row.must = f"must_{row.competency.pk}" in data
    known = {str(competency.pk): competency for competency in grid.others}
    taken: set[int] = set()
    for spare in grid.spare:
        said = data.get(f"new_{spare.number}", "")
        competency = known.get(said)
        spare.levels = {kind: _level(grid, data.get(f"newlevel_{spare.number}_{kind}", "")) for kind in grid.kinds}
        spare.must = f"newmust_{spare.number}" in data
        spare.competency_id = competency.pk if competency else None
        if competency is None and any(spare.levels.values()):
            grid.errors.append(_("Pilih kompetensinya pada baris tambahan %(n)s.") % {"n": spare.number + 1})
        if competency is not None and not any(spare.levels.values()):
            grid.errors.append(_("Pilih level untuk %(name)s.") % {"name": competency.name})
        if competency is not None and competency.pk in taken:
            grid.errors.append(_("%(name)s dipilih dua kali.") % {"name": competency.name})
        taken |= {competency.pk} if competency else set()
    if not grid.asked() and not grid.errors:
        grid.errors.append(_("Isi level untuk paling sedikit satu kompetensi."))


def _level(grid: Grid, said: str) -> int | None:
    if said and said not in LEVELS:
        grid.errors.append(_("Level “%(value)s” bukan angka 1 sampai 5.") % {"value": said[:20]})
    return LEVELS.get(said)


def sent(data: Any, name: str) -> list[int]:
    """Return the whole numbers that were sent under a name."""
    return [int(value) for value in data.getlist(name) if value.isdecimal() and len(value) < 18]
