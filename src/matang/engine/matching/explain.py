"""Why this place and not a better one: for each seeker, each place and each region, read off the matching itself.

Works for a matching by whichever method. "Needed" is what would have been enough at that place with everything else as it
is: the points at which the place would have taken this person instead of somebody who is there now. Whoever loses the seat
would apply further, so it is no promise about a new run; a higher priority never harms in one, though.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matang.engine.matching.faults import MOST_POINTS
from matang.engine.matching.reasons import Bar, Floor, PlaceReasons, RegionReasons, SeekerReasons, Wish

if TYPE_CHECKING:
    from matang.engine.matching.problem import MatchingProblem
    from matang.engine.matching.result import Matching


class _Held(NamedTuple):
    """Somebody at a place; ordered as the place prefers."""

    key: int
    seeker: int
    points: int


def explain_match(problem: MatchingProblem, matching: Matching) -> MatchReasons:
    """Return the reasons of a matching, worked out when asked; ``ValueError`` when it belongs to another problem."""
    if matching.problem_digest != problem.digest:
        raise ValueError("the matching belongs to another problem")
    return MatchReasons(problem, matching)


class MatchReasons:
    """Reasons by identifier. Each question costs the length of one list, not of the whole matching."""

    def __init__(self, problem: MatchingProblem, matching: Matching) -> None:
        self.problem, self.matching = problem, matching
        self._region, self._turn = problem.seeker_region.tolist(), problem.turn.tolist()
        self._held: dict[int, list[_Held]] = defaultdict(list)
        for edge in np.flatnonzero(matching.assigned[problem.pair_seeker] == problem.pair_place).tolist():
            row = _Held(int(problem.key[edge]), int(problem.pair_seeker[edge]), int(problem.pair_priority[edge]))
            self._held[int(problem.pair_place[edge])].append(row)

    def seeker(self, seeker_id: int) -> SeekerReasons:
        """Return the reasons of one seeker; ``ProblemError`` when unknown."""
        problem, at = self.problem, self.problem.seeker_at(seeker_id)
        own = int(self.matching.assigned[at])
        above: list[Wish] = []
        rank = None
        for edge in range(int(problem.first_pair[at]), int(problem.first_pair[at + 1])):
            if int(problem.pair_rank[edge]) == 0:
                break
            if int(problem.pair_place[edge]) == own:
                rank = int(problem.pair_rank[edge])
                break
            above.append(self._wish(edge, at))
        place = None if own < 0 else int(problem.places[own])
        return SeekerReasons(seeker_id, place, rank, tuple(above), int(problem.lottery[at]), int(problem.drawn[at]))

    def place(self, place_id: int) -> PlaceReasons:
        """Return the reasons of one place; ``ProblemError`` when unknown."""
        problem, at = self.problem, self.problem.place_at(place_id)
        held, ids = self._held.get(at, []), problem.regions
        seats, shut = int(problem.capacity[at]), at in self.matching.closed
        floors = []
        for kept, some in self._floors.get(at, ()):
            rows = [row for row in held if self._region[row.seeker] in some]
            lowest = min((row.points for row in rows), default=None)
            floors.append(Floor(tuple(ids[sorted(some)].tolist()), kept, min(kept, len(rows)), lowest))
        of_region = Counter(self._region[row.seeker] for row in held)
        narrow = self._ceilings.get(at, {})
        ceilings = tuple((int(ids[region]), most, of_region[region]) for region, most in narrow.items())
        rivals = self._rivals(at, None)
        cutoff = min(rivals).points if rivals and len(held) >= seats else None
        empty = 0 if shut else seats - len(held)
        wished, first = int(self._wished[at]), int(self._first[at])
        return PlaceReasons(place_id, seats, len(held), empty, shut, cutoff, wished, first, tuple(floors), ceilings)

    def region(self, region_id: int) -> RegionReasons:
        """Return how a region came out, regions inside it included; ``KeyError`` when unknown."""
        at = int(np.searchsorted(self.problem.regions, region_id))
        if at >= len(self.problem.regions) or int(self.problem.regions[at]) != region_id:
            raise KeyError(region_id)
        members = self.problem.members(at)
        placed = members & (self.matching.assigned >= 0)
        lowest = int(self.problem.standing[placed].min()) if bool(placed.any()) else None
        number = int(placed.sum())
        return RegionReasons(region_id, int(self.problem.region_most[at]), number, int(members.sum()) - number, lowest)

    def _wish(self, edge: int, seeker: int) -> Wish:
        """Return the first thing that stands in the way: shut, ceiling for the kind, place, region."""
        problem = self.problem
        at, rank, points = (int(row[edge]) for row in (problem.pair_place, problem.pair_rank, problem.pair_priority))
        place = int(problem.places[at])
        if int(problem.capacity[at]) == 0 or at in self.matching.closed:
            return Wish(place, rank, Bar.SHUT if at in self.matching.closed else Bar.NO_SEATS, points)
        if bool(problem.barred[edge]):
            return self._queued(place, rank, Bar.KIND_CEILING, seeker, self._kind_limits(at, seeker))
        held, region = self._held.get(at, []), self._region[seeker]
        ceiling = self._ceilings.get(at, {}).get(region)
        same = [row for row in held if self._region[row.seeker] == region]
        if ceiling is not None and len(same) >= ceiling:
            return self._outranked(edge, seeker, Bar.PLACE_CEILING, same)
        if len(held) < int(problem.capacity[at]) or self._unused(at, region):
            return self._welcome(place, rank, points, seeker)
        return self._outranked(edge, seeker, Bar.FULL, self._rivals(at, region))

    def _outranked(self, edge: int, seeker: int, bar: Bar, rivals: list[_Held]) -> Wish:
        """Return the wish of somebody who would have to overtake the weakest of ``rivals``."""
        problem, key = self.problem, int(self.problem.key[edge])
        at, rank, points = (int(row[edge]) for row in (problem.pair_place, problem.pair_rank, problem.pair_priority))
        place, region = int(problem.places[at]), None
        if bar is Bar.PLACE_CEILING:
            region = int(problem.regions[self._region[seeker]])
        weakest = min(rivals, default=None)
        if weakest is None:
            return Wish(place, rank, Bar.RESERVED if bar is Bar.FULL else bar, points, region=region)
        if weakest.key < key:
            return self._welcome(place, rank, points, seeker)
        if bar is Bar.FULL and min(self._held[at]).key < key:
            bar = Bar.RESERVED
        elif bar is Bar.FULL and weakest.points == points:
            bar = Bar.DRAW
        needed = weakest.points + int(problem.drawn[seeker] > problem.drawn[weakest.seeker])
        against, reachable = int(problem.seekers[weakest.seeker]), needed <= MOST_POINTS
        return Wish(
            place, rank, bar, points, needed if reachable else None, needed - points if reachable else None, against, region
        )  # fmt: skip

    def _welcome(self, place: int, rank: int, points: int, seeker: int) -> Wish:
        """Return why a place was not had that would have taken the seeker: a region's ceiling, or a greater sum."""
        limits = []
        for around in self.problem.above[self._region[seeker]] if self._region[seeker] >= 0 else ():
            last = self._last_placed(around)
            if last is not None and (last < 0 or self._turn[last] < self._turn[seeker]):
                limits.append((around, last))
        if limits and int(self.matching.assigned[seeker]) < 0:  # with a place one is in already
            return self._queued(place, rank, Bar.REGION_CEILING, seeker, limits)
        return Wish(place, rank, Bar.GREATER_SUM, points)

    def _queued(self, place: int, rank: int, bar: Bar, seeker: int, limits: list[tuple[int, int]]) -> Wish:
        """Return the wish of somebody who comes too late in the queues of regions; limits are (region, last who got in)."""
        problem, points = self.problem, int(self.problem.standing[seeker])
        region, last = min(limits, key=lambda limit: self._turn[limit[1]] if limit[1] >= 0 else -1)
        if last < 0:
            return Wish(place, rank, bar, points, region=int(problem.regions[region]))
        needed = int(problem.standing[last]) + int(problem.drawn[seeker] > problem.drawn[last])
        return Wish(
            place, rank, bar, points, needed, needed - points, int(problem.seekers[last]), int(problem.regions[region])
        )  # fmt: skip

    def _kind_limits(self, at: int, seeker: int) -> list[tuple[int, int]]:
        """Return the ceilings for the place's kind that bar the seeker, each with the last of the queue who is let in."""
        problem, limits = self.problem, []
        for region, kind, most in problem.kind_ceilings:
            if kind == int(problem.kind[at]) and region in problem.above[self._region[seeker]]:
                queue = self._eligible(region, kind)
                if seeker not in queue[:most]:
                    limits.append((region, queue[most - 1] if most else -1))
        return limits

    def _eligible(self, region: int, kind: int) -> list[int]:
        if (region, kind) not in self._queues:
            problem = self.problem
            pairs = (problem.kind[problem.pair_place] == kind) & problem.members(region)[problem.pair_seeker]
            found = sorted(set(problem.pair_seeker[pairs].tolist()), key=self._turn.__getitem__)
            self._queues[region, kind] = found
        return self._queues[region, kind]

    def _last_placed(self, region: int) -> int | None:
        """Return the last of the queue who is placed, when the region is at its ceiling; -1 for a ceiling of 0."""
        if region not in self._last:
            most = int(self.problem.region_most[region])
            placed = np.flatnonzero(self.problem.members(region) & (self.matching.assigned >= 0)).tolist()
            full = 0 <= most <= len(placed)
            self._last[region] = max(placed, key=self._turn.__getitem__, default=-1) if full else None
        return self._last[region]

    def _unused(self, at: int, region: int) -> bool:
        """Return whether the region has a reserve at the place that is not filled."""
        for kept, some in self._floors.get(at, ()):
            if region in some:
                return sum(self._region[row.seeker] in some for row in self._held.get(at, [])) < kept
        return False

    def _rivals(self, at: int, region: int | None) -> list[_Held]:
        """Return who could be overtaken at a full place: all on open seats, and one's own reserve."""
        rivals = list(self._held.get(at, []))
        for kept, some in self._floors.get(at, ()):
            rows = sorted(row for row in rivals if self._region[row.seeker] in some)
            if region not in some and len(rows) <= kept:
                rivals = [row for row in rivals if row not in rows]
            elif region not in some:
                safe = rows[len(rows) - kept :]
                rivals = [row for row in rivals if row not in safe]
        return rivals

    @cached_property
    def _floors(self) -> dict[int, list[tuple[int, frozenset[int]]]]:
        found: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        same = {some: frozenset(some) for _, _, some in self.problem.reserves}
        for place, seats, some in self.problem.reserves:
            found[place].append((seats, same[some]))
        return dict(found)

    @cached_property
    def _ceilings(self) -> dict[int, dict[int, int]]:
        found: dict[int, dict[int, int]] = defaultdict(dict)
        for place, region, most in self.problem.place_ceilings:
            found[place][region] = most
        return dict(found)

    @cached_property
    def _wished(self) -> list[int]:
        wished = self.problem.pair_place[self.problem.pair_rank > 0]
        return np.bincount(wished, minlength=len(self.problem.places)).tolist()  # type: ignore[no-any-return]

    @cached_property
    def _first(self) -> list[int]:
        problem, starts = self.problem, self.problem.first_pair
        edges = starts[:-1][starts[:-1] < starts[1:]]
        edges = edges[problem.pair_rank[edges] > 0]
        return np.bincount(problem.pair_place[edges], minlength=len(problem.places)).tolist()  # type: ignore[no-any-return]

    @cached_property
    def _queues(self) -> dict[tuple[int, int], list[int]]:
        return {}

    @cached_property
    def _last(self) -> dict[int, int | None]:
        return {}
