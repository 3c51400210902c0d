"""How far a weight may move before another placement is better.

The value of one fixed placement is a straight line in a weight: ``fixed + units · weight``. The best value over all
placements is the upper edge of many such lines, so the weights for which a placement stays best form one interval. Its
ends are found exactly, in whole weights, by asking the solver only where two lines cross (Eisner and Severance, 1976):
a few solutions instead of one for every weight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class StabilityError(ValueError):
    """The placement asked about is not the best one at its own weight, or the solver contradicts itself."""


@dataclass(frozen=True)
class Placement:
    """Who goes where (pairs of identifiers, ascending), and its value as a line in the weight under question."""

    pairs: tuple[tuple[int, int], ...]
    fixed: int
    units: int

    def value_at(self, weight: int) -> int:
        """Return the value of this placement at a weight."""
        return self.fixed + self.units * weight


@dataclass(frozen=True)
class Break:
    """The first weight at which another placement is better, and what would change.

    ``leaving`` are pairs of the proposal that end, ``coming`` pairs that take their place; ``better_by`` is in points.
    """

    weight: int
    leaving: tuple[tuple[int, int], ...]
    coming: tuple[tuple[int, int], ...]
    better_by: int


@dataclass(frozen=True)
class StableRange:
    """The whole weights from ``low`` to ``high`` (both included) at which the proposal stays best.

    ``below`` and ``above`` say what happens one step outside; None: the proposal holds to the end of what may be chosen.
    """

    current: int
    low: int
    high: int
    below: Break | None
    above: Break | None

    @property
    def room_down(self) -> int:
        """Return by how much the weight may fall."""
        return self.current - self.low

    @property
    def room_up(self) -> int:
        """Return by how much the weight may rise."""
        return self.high - self.current


def stable_range(
    proposal: Placement, best_at: Callable[[int], Placement], *, current: int, lowest: int = 0, highest: int = 100
) -> StableRange:
    """Return the weights for which ``proposal`` stays best; ``best_at`` solves the problem anew at a weight.

    Raises ``ValueError`` when ``current`` is outside the ends, ``StabilityError`` when the proposal is not best at
    ``current``.
    """
    if not lowest <= current <= highest:
        raise ValueError(f"current: {current} is outside {lowest}…{highest}")
    if best_at(current).value_at(current) > proposal.value_at(current):
        raise StabilityError(f"another placement is better at the weight {current} itself")
    low, below = _end(proposal, best_at, current, lowest)
    high, above = _end(proposal, best_at, current, highest)
    return StableRange(current, low, high, below, above)


def _end(proposal: Placement, best_at: Callable[[int], Placement], current: int, end: int) -> tuple[int, Break | None]:
    """Return the furthest weight towards ``end`` at which the proposal is still best, and what lies one step beyond."""
    step = 1 if end > current else -1
    weight, rival = end, None
    while weight != current:
        found = best_at(weight)
        if found.value_at(weight) < proposal.value_at(weight):
            raise StabilityError(f"the solver's placement at the weight {weight} is worth less than the proposal")
        if found.value_at(weight) == proposal.value_at(weight):
            break
        rival, before = found, _before_crossing(proposal, found, current, weight)
        if before == weight:
            raise StabilityError(f"the lines do not cross before the weight {weight}")
        weight = before
    if rival is None:
        return weight, None
    beyond = weight + step
    gained = rival.value_at(beyond) - proposal.value_at(beyond)
    held, other = set(proposal.pairs), set(rival.pairs)
    return weight, Break(beyond, tuple(sorted(held - other)), tuple(sorted(other - held)), gained)


def _before_crossing(proposal: Placement, rival: Placement, current: int, weight: int) -> int:
    """Return the last whole weight, coming from ``current``, at which the rival is not yet better.

    The rival is behind or level at ``current`` and ahead at ``weight``, so the lines cross between the two.
    """
    behind = proposal.value_at(current) - rival.value_at(current)
    if behind < 0:
        raise StabilityError(f"another placement is better at the weight {current} itself")
    gains = abs(rival.units - proposal.units)
    away = behind // gains
    return current + away if weight > current else current - away
