"""What was found: who goes to which place, by which method, and which places stay shut because too few came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from matang.engine.problem import ProblemError, canonical_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matang.engine.matching.problem import MatchingProblem
    from matang.engine.problem import Integers

FORMAT = "matang.engine.matched/1"


class Method(Enum):
    """How a matching was found."""

    STABLE = "stable"
    BY_NEED = "by_need"


@dataclass(frozen=True, eq=False)
class Matching:
    """``assigned[i]`` is the position of seeker ``i``'s place, -1 when without one; ``closed`` are positions of places.

    ``value`` is the sum of the priorities of the pairs made; by need also the bonus of each reserved seat that is used.
    ``bonus`` is 0 for a stable matching.
    """

    problem_digest: str
    method: Method
    seekers: Integers
    places: Integers
    assigned: Integers
    closed: tuple[int, ...]
    value: int
    bonus: int = 0

    @classmethod
    def of(
        cls, problem: MatchingProblem, method: Method, assigned: Sequence[int], closed: Sequence[int], *, bonus: int = 0
    ) -> Matching:
        """Return the matching of a problem, its value counted."""
        chosen = np.array(assigned, dtype=np.int64)
        made = np.flatnonzero(chosen[problem.pair_seeker] == problem.pair_place)
        value = int(problem.pair_priority[made].sum())
        for place, seats, some in problem.reserves if bonus else ():
            value += bonus * min(seats, int(np.isin(problem.seeker_region[chosen == place], some).sum()))
        return cls(problem.digest, method, problem.seekers, problem.places, chosen, tuple(sorted(closed)), value, bonus)

    def place_of(self, seeker_id: int) -> int | None:
        """Return the identifier of the seeker's place, None when without one; ``KeyError`` when not in the matching."""
        at = int(np.searchsorted(self.seekers, seeker_id))
        if at >= len(self.seekers) or int(self.seekers[at]) != seeker_id:
            raise KeyError(seeker_id)
        place = int(self.assigned[at])
        return None if place < 0 else int(self.places[place])

    def pairs(self) -> list[tuple[int, int]]:
        """Return those who have a place with the place, as identifiers, ascending by seeker."""
        rows = np.flatnonzero(self.assigned >= 0)
        return list(zip(self.seekers[rows].tolist(), self.places[self.assigned[rows]].tolist(), strict=True))

    @property
    def placed(self) -> int:
        """Return how many have a place."""
        return int((self.assigned >= 0).sum())

    def to_data(self) -> dict[str, Any]:
        """Return the matching as the content of its file; arrays instead of lists."""
        return {
            "format": FORMAT,
            "problem": self.problem_digest,
            "method": self.method.value,
            "seekers": self.seekers,
            "places": self.places,
            "assigned": self.assigned,
            "closed": list(self.closed),
            "value": self.value,
            "bonus": self.bonus,
        }

    @cached_property
    def canonical(self) -> bytes:
        """Return the file's bytes: sorted keys, whole numbers, one line a field."""
        return canonical_json(self.to_data())

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the file's bytes."""
        return hashlib.sha256(self.canonical).hexdigest()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Matching:
        """Return the matching of a file's content."""
        if data.get("format") != FORMAT:
            raise ProblemError(f"format: expected {FORMAT}")
        seekers, places, assigned = (np.array(data[name], dtype=np.int64) for name in ("seekers", "places", "assigned"))
        return cls(
            str(data["problem"]), Method(data["method"]), seekers, places, assigned, tuple(data["closed"]),
            int(data["value"]), int(data["bonus"]),
        )  # fmt: skip
