"""Two people side by side for one post, in the scoring's own terms.

This small comparison is what a refused person reads, so its direction matters more than its size: a positive difference
always means that the *first* is ahead. It has tests of its own, in both directions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matang.engine.score import TermScore


@dataclass(frozen=True)
class ComparisonRow:
    """One term: the points of both, and ``difference`` = first − second."""

    name: str
    first: int
    second: int

    @property
    def difference(self) -> int:
        """Return by how many points the first is ahead in this term (negative: behind)."""
        return self.first - self.second


@dataclass(frozen=True)
class Comparison:
    """The whole sheet. It compares scores for one post only; who is placed also depends on where else each is needed."""

    rows: tuple[ComparisonRow, ...]

    @property
    def first_total(self) -> int:
        """Return the first's points."""
        return sum(row.first for row in self.rows)

    @property
    def second_total(self) -> int:
        """Return the second's points."""
        return sum(row.second for row in self.rows)

    @property
    def difference(self) -> int:
        """Return by how many points the first is ahead (negative: behind; 0: equal)."""
        return self.first_total - self.second_total

    @property
    def first_is_ahead(self) -> bool:
        """Return whether the first has more points."""
        return self.difference > 0

    @property
    def first_is_behind(self) -> bool:
        """Return whether the first has fewer points."""
        return self.difference < 0

    @property
    def decisive(self) -> tuple[ComparisonRow, ...]:
        """Return the rows that speak for the one ahead, largest first; the largest of all when equal in total."""
        sign = -1 if self.first_is_behind else 1
        rows = [row for row in self.rows if row.difference * sign > 0]
        return tuple(sorted(rows, key=lambda row: (-abs(row.difference), row.name)))


def compare(first: Sequence[TermScore], second: Sequence[TermScore]) -> Comparison:
    """Return both people's points term by term; ``ValueError`` when they were not scored by the same terms."""
    names = [term.name for term in first]
    if names != [term.name for term in second]:
        raise ValueError("the two were scored by different terms")
    return Comparison(tuple(ComparisonRow(one.name, one.points, two.points) for one, two in zip(first, second, strict=True)))
