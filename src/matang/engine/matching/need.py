"""The matching of greatest total need: what a coordinator may want instead of a stable one.

**Not strategy-proof, not stable.** A person who names fewer places, or hides a second wish, may get a better one; somebody of
higher priority may be passed over at a place because elsewhere the sum gains more. Say so to those who rank.

The model is a flow of least cost: source → regions (their ceilings) → seekers → ceilings of a region at a place → reserves
→ places (their seats) → sink. Points come first; of equal sums the one with more people and higher wishes. Capacities, region
ceilings in all and at places, and ceilings for kinds of hosts (``MatchingProblem.barred``) are kept exactly. A reserved
seat that one of its regions uses counts ``bonus`` points more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.graph.python import min_cost_flow  # type: ignore[import-untyped]

from matang.engine.matching.faults import MOST_POINTS
from matang.engine.matching.result import Matching, Method
from matang.engine.problem import ProblemError
from matang.engine.solve import refuse_too_wide

if TYPE_CHECKING:
    from matang.engine.matching.problem import MatchingProblem
    from matang.engine.problem import Integers

DEFAULT_BONUS = MOST_POINTS + 1
"""More than any one person's points: exchanging one person for another at a place never empties a reserved seat."""


def match_by_need(problem: MatchingProblem, *, bonus: int = DEFAULT_BONUS) -> Matching:
    """Return a matching whose priorities, with ``bonus`` for each reserved seat in use, have the greatest sum.

    Places that draw fewer than their least group are shut one after another, the one that lacks most first; with such
    places the sum is the greatest for the places left open. Same input, same bytes.

    Raises:
        ProblemError: a negative bonus, or points too wide to be added exactly for so many people.
    """
    if not 0 <= bonus <= DEFAULT_BONUS:
        raise ProblemError(f"bonus: must lie between 0 and {DEFAULT_BONUS}")
    closed: list[int] = []
    while True:
        assigned = _Flow(problem, bonus, closed).solve()
        filled = np.bincount(assigned[assigned >= 0], minlength=len(problem.places))
        lacking = np.where(filled > 0, problem.least - filled, 0)
        if not lacking.size or int(lacking.max()) <= 0:
            return Matching.of(problem, Method.BY_NEED, assigned.tolist(), closed, bonus=bonus)
        closed.append(int(np.flatnonzero(lacking == lacking.max())[-1]))


class _Flow:
    """The network: nodes are numbered as they are made, arcs collected as (tails, heads, capacity, cost)."""

    def __init__(self, problem: MatchingProblem, bonus: int, closed: list[int]) -> None:
        self.problem = problem
        self.useful = np.flatnonzero(problem.usable & ~np.isin(problem.pair_place, closed))
        ranked = self.useful[np.argsort(problem.pair_seeker[self.useful], kind="stable")]
        first = np.searchsorted(problem.pair_seeker[ranked], np.arange(len(problem.seekers) + 1))
        wish = np.arange(len(ranked)) - first[problem.pair_seeker[ranked]]
        self.longest = int(wish.max(initial=0)) + 1
        self.useful, self.worth = ranked, (self.longest - wish).astype(np.int64)
        self.scale = len(problem.seekers) * self.longest + 1
        self.bonus = bonus * self.scale
        self.places = 1 + len(problem.seekers)
        self.sink = self.places + len(problem.places)
        self.nodes = self.sink + 1
        self.arcs: list[tuple[Integers, Integers, Integers, Integers]] = []

    def solve(self) -> Integers:
        """Return the position of each seeker's place, -1 when without one."""
        problem, people = self.problem, len(self.problem.seekers)
        assigned = np.full(people, -1, dtype=np.int64)
        if not self.useful.size:
            return assigned
        cost = problem.pair_priority[self.useful] * self.scale + self.worth
        entrances = self._entrances()
        self._add(1 + problem.pair_seeker[self.useful], entrances, 1, -cost)
        self.arcs.insert(0, self.arcs.pop())  # first, so that a pair's number is its arc's
        self._regions()
        self._add(self.places + np.arange(len(problem.places)), self.sink, np.minimum(problem.capacity, people), 0)
        self._add(np.array([0]), self.sink, people, 0)
        refuse_too_wide(int(cost.max()) + self.bonus, self.nodes)
        flow = min_cost_flow.SimpleMinCostFlow()
        tails, heads, room, price = (np.concatenate([arcs[part] for arcs in self.arcs]) for part in range(4))
        flow.add_arcs_with_capacity_and_unit_cost(tails.astype(np.int32), heads.astype(np.int32), room, price)
        flow.set_node_supply(0, people)
        flow.set_node_supply(self.sink, -people)
        status = flow.solve()
        if status != flow.OPTIMAL:
            raise RuntimeError(f"the solver stopped with status {status}; every problem has an answer, so this is a defect")
        made = self.useful[np.flatnonzero(flow.flows(np.arange(len(self.useful), dtype=np.int32)))]
        assigned[problem.pair_seeker[made]] = problem.pair_place[made]
        return assigned

    def _add(self, tails: Integers, heads: Integers | int, room: Integers | int, cost: Integers | int) -> None:
        ends, rooms, costs = (np.broadcast_to(np.asarray(part, dtype=np.int64), tails.shape) for part in (heads, room, cost))
        self.arcs.append((tails, ends, rooms, costs))

    def _node(self) -> int:
        self.nodes += 1
        return self.nodes - 1

    def _entrances(self) -> Integers:
        """Return the node through which each pair enters its place: a ceiling, a reserve or the place itself."""
        problem, people = self.problem, len(self.problem.seekers)
        entrance: dict[tuple[int, int], int] = {}
        for place, seats, regions in problem.reserves:
            node, inside = self._node(), self.places + place
            self._add(np.array([node, node]), inside, np.array([seats, people]), np.array([-self.bonus, 0]))
            entrance.update(dict.fromkeys(((place, region) for region in regions), node))
        for place, region, most in problem.place_ceilings:
            node = self._node()
            self._add(np.array([node]), entrance.get((place, region), self.places + place), min(most, people), 0)
            entrance[place, region] = node
        where = problem.pair_place[self.useful]
        found: Integers = self.places + where
        if entrance:
            wide = len(problem.regions)
            known = np.array(sorted((place * wide + region, node) for (place, region), node in entrance.items()))
            wanted = where * wide + problem.seeker_region[problem.pair_seeker[self.useful]]
            at = np.minimum(np.searchsorted(known[:, 0], wanted), len(known) - 1)
            found = np.where(known[at, 0] == wanted, known[at, 1], found)
        return found

    def _regions(self) -> None:
        """Lead everybody from the source through their regions."""
        problem, people = self.problem, len(self.problem.seekers)
        gate = [self._node() for _ in problem.regions]
        for region, most in enumerate(problem.region_most.tolist()):
            around = int(problem.inside[region])
            source = gate[around] if around >= 0 else 0
            self._add(np.array([source]), gate[region], people if most < 0 else min(most, people), 0)
        start = np.array([*gate, 0], dtype=np.int64)[problem.seeker_region]  # region -1, nobody's, is the source
        self._add(start, 1 + np.arange(people), 1, 0)
