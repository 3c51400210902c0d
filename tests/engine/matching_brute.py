"""Matchings by trying everything, from the published rules alone. The oracle of the matching's tests."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from matang.engine.matching import KindCeiling, MatchingProblem, PlaceCeiling, Region, Reserve

NOWHERE = -1


class Table:
    """A problem as dictionaries, and the rules of the places, in the words of the decision."""

    def __init__(self, problem: MatchingProblem) -> None:
        self.problem = problem
        self.region = problem.seeker_region.tolist()
        self.turn = problem.turn.tolist()
        self.priority: dict[tuple[int, int], tuple[int, int]] = {}
        self.wishes: list[list[int]] = [[] for _ in self.region]
        rows = zip(
            problem.pair_seeker.tolist(), problem.pair_place.tolist(), problem.pair_priority.tolist(),
            problem.usable.tolist(), strict=True,
        )  # fmt: skip
        for seeker, place, points, usable in rows:
            self.priority[seeker, place] = (points, -int(problem.drawn[seeker]))
            if usable:
                self.wishes[seeker].append(place)

    def around(self, region: int) -> Iterator[int]:
        """Yield a region and all around it."""
        while region >= 0:
            yield region
            region = int(self.problem.inside[region])

    def chosen(self, place: int, applicants: Sequence[int]) -> set[int]:
        """Return whom a place takes: the best of each reserve, then the best of all, under the ceilings."""
        order = sorted(applicants, key=lambda seeker: self.priority[seeker, place], reverse=True)
        most = {region: limit for at, region, limit in self.problem.place_ceilings if at == place}
        taken: list[int] = []

        def take(pool: list[int], seats: int) -> None:
            for seeker in pool:
                count = sum(self.region[other] == self.region[seeker] for other in taken)
                if seats and seeker not in taken and count < most.get(self.region[seeker], len(order) + 1):
                    taken.append(seeker)
                    seats -= 1

        for at, seats, some in self.problem.reserves:
            if at == place:
                take([seeker for seeker in order if self.region[seeker] in some], seats)
        take(order, int(self.problem.capacity[place]) - len(taken))
        return set(taken)

    def feasible(self, assigned: Sequence[int]) -> bool:
        """Return whether seats and ceilings are kept (reserves never forbid anything)."""
        filled = Counter(place for place in assigned if place >= 0)
        if any(filled[place] > int(self.problem.capacity[place]) for place in filled):
            return False
        at_place = Counter(zip(assigned, self.region, strict=True))
        if any(at_place[place, region] > most for place, region, most in self.problem.place_ceilings):
            return False
        placed = Counter(
            region for seeker, place in enumerate(assigned) if place >= 0 for region in self.around(self.region[seeker])
        )
        return all(most < 0 or placed[region] <= most for region, most in enumerate(self.problem.region_most.tolist()))

    def kept_out(self, assigned: Sequence[int], seeker: int) -> bool:
        """Return whether a ceiling is reached by people who were all earlier in the queue."""
        if assigned[seeker] >= 0:
            return False
        for region in self.around(self.region[seeker]):
            most = int(self.problem.region_most[region])
            held = [s for s, place in enumerate(assigned) if place >= 0 and region in self.around(self.region[s])]
            if 0 <= most <= sum(self.turn[other] < self.turn[seeker] for other in held):
                return True
        return False

    def objections(self, assigned: Sequence[int], closed: Sequence[int] = ()) -> list[tuple[int, int]]:
        """Return every (seeker, place) that would both rather be together."""
        found = []
        for seeker, wishes in enumerate(self.wishes):
            better = wishes[: wishes.index(assigned[seeker])] if assigned[seeker] in wishes else wishes
            for place in better:
                held = [other for other, at in enumerate(assigned) if at == place]
                willing = place not in closed and seeker in self.chosen(place, [*held, seeker])
                if willing and not self.kept_out(assigned, seeker):
                    found.append((seeker, place))
        return found

    def every(self) -> Iterator[tuple[int, ...]]:
        """Yield every feasible matching."""
        for assigned in product(*([NOWHERE, *wishes] for wishes in self.wishes)):
            if self.feasible(assigned):
                yield assigned

    def stable(self) -> list[tuple[int, ...]]:
        """Return every matching to which nobody objects."""
        return [assigned for assigned in self.every() if not self.objections(assigned)]

    def rank(self, seeker: int, place: int) -> int:
        """Return how far down the seeker's usable list a place stands; no place comes after all."""
        return self.wishes[seeker].index(place) if place in self.wishes[seeker] else len(self.wishes[seeker])

    def worth(self, assigned: Sequence[int], bonus: int) -> tuple[int, int]:
        """Return what a matching is worth by need: points with the bonus, then people and height of wishes."""
        points = sum(self.priority[seeker, place][0] for seeker, place in enumerate(assigned) if place >= 0)
        for at, seats, some in self.problem.reserves:
            points += bonus * min(seats, sum(place == at and self.region[s] in some for s, place in enumerate(assigned)))
        longest = max(map(len, self.wishes), default=1)
        return points, sum(longest - self.rank(seeker, place) for seeker, place in enumerate(assigned) if place >= 0)


def with_list(problem: MatchingProblem, seeker: int, places: Sequence[int]) -> MatchingProblem:
    """Return the problem in which one seeker (by position) ranks these places (by position) and no others."""
    rows = problem.pair_seeker == seeker
    rank = problem.pair_rank.copy()
    order = {place: number + 1 for number, place in enumerate(places)}
    rank[rows] = [order.get(place, 0) for place in problem.pair_place[rows].tolist()]
    sorting = np.lexsort((problem.pair_place, np.where(rank > 0, rank, 99), problem.pair_seeker))
    columns: dict[str, Any] = {name: getattr(problem, name)[sorting] for name in ("pair_seeker", "pair_place", "pair_priority")}
    return replace(problem, pair_rank=rank[sorting], **columns)


@st.composite
def tables(
    draw: st.DrawFn, *, seekers: int = 5, places: int = 4, floors: bool = True, ceilings: bool = True,
    in_all: bool = True, kinds: bool = False, least: bool = False,
) -> MatchingProblem:  # fmt: skip
    """Draw a small problem with few distinct points, so that the lottery matters. Regions: 1 ⊃ {2, 3}, and 4 alone."""
    who, where = list(range(1, draw(st.integers(1, seekers)) + 1)), list(range(1, draw(st.integers(1, places)) + 1))
    pairs: list[tuple[int, int, int, int]] = []
    for seeker in who:
        accepted = draw(st.lists(st.sampled_from(where), unique=True))
        wished = draw(st.integers(0, len(accepted)))
        pairs += [
            (seeker, place, number + 1 if number < wished or not kinds else 0, draw(st.integers(0, 3)))
            for number, place in enumerate(accepted)
        ]
    seats = [draw(st.integers(0, 3)) for _ in where]
    most = st.integers(-1, 3) if in_all else st.just(-1)
    reserves = []
    for place, number in zip(where, seats, strict=True):
        for some in ((2,), (3, 4)) if floors and number else ():
            left = number - sum(row.seats for row in reserves if row.place == place)
            kept = draw(st.integers(0, left))
            if kept:
                reserves.append(Reserve(place, kept, some))
    narrow = [
        PlaceCeiling(place, region, draw(st.integers(0, 2)))
        for place in where
        for region in (2, 4)
        if ceilings and draw(st.booleans())
    ]
    return MatchingProblem.build(
        seekers=who, places=where, capacity=seats, seed=draw(st.integers(0, 9)),
        pairs=tuple([row[at] for row in pairs] for at in range(4)),  # type: ignore[arg-type]
        regions=[Region(1, None, draw(most)), Region(2, 1, draw(most)), Region(3, 1, draw(most)), Region(4, None, draw(most))],
        region=[draw(st.integers(1, 4)) for _ in who], standing=[draw(st.integers(0, 2)) for _ in who],
        kind=[place % 2 for place in where], least=[draw(st.integers(0, number)) if least else 0 for number in seats],
        reserves=reserves, place_ceilings=narrow,
        kind_ceilings=[KindCeiling(region, 1, draw(st.integers(0, 2))) for region in (1, 4) if kinds and draw(st.booleans())],
    )  # fmt: skip
