"""A stable matching that nobody can improve on by stating false wishes.

Seekers apply down their lists, places hold the best they have seen and turn others away (deferred acceptance: Gale and
Shapley 1962). Three additions, each chosen so that nothing is gained by a false list:

* **Reserves** (minority reserves: Hafalir, Yenmez and Yildirim 2013; for several groups: Ehlers, Hafalir, Yenmez and
  Yildirim 2014). A place takes the best of each reserve's regions up to its seats, then the best of all who remain. Whoever
  would have got in anyway uses up a reserved seat, and a reserved seat that its regions do not need is open to all.
* **Ceilings of a region at a place**: the place takes no more of that region. With the reserves this is a greedy choice
  under nested limits, so a newcomer never makes a place regret somebody it turned away (substitutes), and more
  applicants never fill fewer seats (law of aggregate demand: Hatfield and Milgrom 2005).
* **Ceilings of a region in all**, nested like provinces around cities: as many people of its queue as the ceiling allows
  may apply. Whoever has been turned away by every place on the list leaves the queue, and the next one applies. The
  seekers' side is then a greedy choice as well, and the outcome a kernel of two ordered matroids (Fleiner 2003).

What is guaranteed (``docs/decisions/0010`` has the proof; tests try all small cases):

* No seeker, alone, can get a place they like better by a false list, whatever the others say.
* Nobody who may apply prefers a place that would take them: no empty seat, no holder of lower priority who is not there
  on a reserved seat. Nobody whose ceiling is not reached wants an empty seat (nothing is wasted).
* All who may apply get the best place that any matching without such objections gives them. Without region ceilings:
  everybody does; and the same people have a place, the same number at each place, in every such matching.

What is not:

* Two or more who agree on their lists can gain, as under any stable rule; so can a place that shifts its priorities.
* A seeker kept out by a region's ceiling may have a higher priority at a place than a holder from elsewhere, or from the
  same region but earlier in its queue. That is the ceiling's price; ``explain`` names it.
* A ceiling for a kind of host crosses both the region and the place, and we know of no rule that keeps all of the above with it.
  It is kept by letting only the first of the queue who are eligible apply there (``MatchingProblem.barred``). False lists
  still gain nothing, but a right that its holder does not use is lost: seats may stay empty.
* Least groups (``least``): a place that draws fewer people is shut, the one that lacks most first, and its people apply
  further. Stable with the open places. If any place was shut, a false list could have changed which; if none was, the
  guarantee stands.
"""

from __future__ import annotations

from bisect import insort
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.matching.result import Matching, Method

if TYPE_CHECKING:
    from matang.engine.matching.problem import MatchingProblem

NOBODY = -1


def match_stable(problem: MatchingProblem) -> Matching:
    """Return the stable matching that suits the seekers best. Same input, same bytes; see the module for what holds."""
    run = _Run(problem)
    run.settle()
    closed = []
    while (short := run.shortest()) != NOBODY:
        closed.append(short)
        run.close(short)
        run.settle()
    return Matching.of(problem, Method.STABLE, run.assigned(), closed)


class _Guarded:
    """A place with reserves or ceilings: people held as keys, the weakest first."""

    def __init__(self, seats: int) -> None:
        self.seats = seats
        self.held: list[int] = []
        self.group: dict[int, int] = {}
        self.floor: list[int] = []
        self.ceiling: dict[int, int] = {}
        self.of_region: dict[int, int] = {}
        self.of_group: list[int] = []

    def offer(self, key: int, region: int, region_of: list[int]) -> int:
        """Take a newcomer and return who is turned away (it may be the newcomer), ``NOBODY`` when all have a seat."""
        if len(self.held) >= self.seats and key < self.held[0] and not self._kept(region, coming=1):
            return key  # the weakest of a full place, on no reserved seat: most newcomers
        insort(self.held, key)
        self._count(region, 1)
        if region in self.ceiling and self.of_region[region] > self.ceiling[region]:
            out = next(other for other in self.held if region_of[other] == region)
        elif len(self.held) <= self.seats:
            return NOBODY
        else:
            out = next(other for other in self.held if not self._kept(region_of[other]))
        self.held.remove(out)
        self._count(region_of[out], -1)
        return out

    def _kept(self, region: int, coming: int = 0) -> bool:
        """Return whether nobody of this region can be turned away, because their reserve is not more than filled."""
        group = self.group.get(region, NOBODY)
        return group != NOBODY and self.of_group[group] + coming <= self.floor[group]

    def _count(self, region: int, change: int) -> None:
        self.of_region[region] = self.of_region.get(region, 0) + change
        group = self.group.get(region, NOBODY)
        if group != NOBODY:
            self.of_group[group] += change


class _Queue:
    """Who of each region may apply: the first of its queue, as many as every ceiling around them leaves room for."""

    def __init__(self, problem: MatchingProblem) -> None:
        self.region = problem.seeker_region.tolist()
        self.above = problem.above
        self.most = problem.region_most.tolist()
        self.count = [0] * len(self.most)
        self.turn = problem.turn.tolist()
        self.waiting: list[list[int]] = [[] for _ in self.most]
        self.inner = problem.inner
        self.limited = any(most >= 0 for most in self.most)

    def admit_all(self) -> list[int]:
        """Return the seekers who may apply at once; the others wait, the last of each region's queue first in its list."""
        order = sorted(range(len(self.turn)), key=self.turn.__getitem__)
        if not self.limited:
            return order
        admitted = []
        for seeker in order:
            if self._room(self.region[seeker]):
                self._enter(seeker)
                admitted.append(seeker)
            else:
                self.waiting[self.region[seeker]].append(seeker)
        for queue in self.waiting:
            queue.reverse()
        return admitted

    def leave(self, seeker: int) -> int:
        """Take a seeker whom no place wanted out of the queue; return who may apply instead, ``NOBODY`` if nobody."""
        if not self.limited:
            return NOBODY
        chain = self.above[self.region[seeker]]
        for region in chain:
            self.count[region] -= 1
        heads = [self.waiting[region][-1] for region in self.inner[chain[-1]] if self.waiting[region] and self._room(region)]
        if not heads:
            return NOBODY
        following = min(heads, key=self.turn.__getitem__)
        self.waiting[self.region[following]].pop()
        self._enter(following)
        return following

    def _room(self, region: int) -> bool:
        return all(self.most[around] < 0 or self.count[around] < self.most[around] for around in self.above[region])

    def _enter(self, seeker: int) -> None:
        for region in self.above[self.region[seeker]]:
            self.count[region] += 1


class _Run:
    """The applications so far. Who applies first does not matter for the outcome, so a stack will do."""

    def __init__(self, problem: MatchingProblem) -> None:
        usable = np.flatnonzero(problem.usable)
        self.place = problem.pair_place[usable].tolist()
        self.key = problem.key[usable].tolist()
        first = np.searchsorted(problem.pair_seeker[usable], np.arange(len(problem.seekers) + 1)).tolist()
        self.next, self.end = first[:-1], first[1:]
        self.seats = problem.capacity.tolist()
        self.least = problem.least.tolist()
        owner = np.empty(len(problem.key), dtype=np.int64)
        owner[problem.key] = problem.pair_seeker
        self.owner = owner.tolist()
        self.region_of: list[int] = []
        self.held: list[list[int]] = [[] for _ in self.seats]
        self.guarded: dict[int, _Guarded] = {}
        self._guard(problem, owner)
        self.queue = _Queue(problem)
        self.active = self.queue.admit_all()

    def _guard(self, problem: MatchingProblem, owner: np.ndarray[tuple[int], np.dtype[np.int64]]) -> None:
        """Set up the places that have reserves or ceilings of their own."""
        if not problem.reserves and not problem.place_ceilings:
            return
        self.region_of = problem.seeker_region[owner].tolist()
        for place in {row[0] for row in (*problem.reserves, *problem.place_ceilings)}:
            self.guarded[place] = _Guarded(self.seats[place])
            self.held[place] = self.guarded[place].held
        named: dict[int, list[tuple[int, ...]]] = {}
        for place, seats, regions in problem.reserves:
            named.setdefault(place, []).append(regions)
            self.guarded[place].floor.append(seats)
            self.guarded[place].of_group.append(0)
        same: dict[tuple[tuple[int, ...], ...], dict[int, int]] = {}
        for place, groups in named.items():
            if tuple(groups) not in same:
                same[tuple(groups)] = {region: number for number, some in enumerate(groups) for region in some}
            self.guarded[place].group = same[tuple(groups)]
        for place, region, most in problem.place_ceilings:
            self.guarded[place].ceiling[region] = most

    def settle(self) -> None:
        """Let everybody who has no place apply down their list until nobody who may apply has anywhere left to ask."""
        while self.active:
            seeker = self.active.pop()
            at, end = self.next[seeker], self.end[seeker]
            out = NOBODY
            while at < end:
                key, place = self.key[at], self.place[at]
                at += 1
                out = self._offer(place, key)
                if out != key:
                    break
            else:
                out = NOBODY
                following = self.queue.leave(seeker)
                if following != NOBODY:
                    self.active.append(following)
            self.next[seeker] = at
            if out != NOBODY:
                self.active.append(self.owner[out])

    def _offer(self, place: int, key: int) -> int:
        """Return the key that is turned away, ``NOBODY`` when all have a seat."""
        held = self.held[place]
        if place in self.guarded:
            return self.guarded[place].offer(key, self.region_of[key], self.region_of) if self.seats[place] else key
        if len(held) < self.seats[place]:
            heappush(held, key)
            return NOBODY
        return heappushpop(held, key) if held else key

    def shortest(self) -> int:
        """Return the open place that lacks most for its least group, the last by identifier of several; or ``NOBODY``."""
        lacking = [(self.least[place] - len(held), place) for place, held in enumerate(self.held) if held]
        most, place = max(lacking, default=(0, NOBODY))
        return place if most > 0 else NOBODY

    def close(self, place: int) -> None:
        """Shut a place; its people apply further. The outcome is that of a run in which it was shut from the start."""
        self.active = sorted((self.owner[key] for key in self.held[place]), reverse=True)
        self.held[place].clear()
        self.seats[place] = 0

    def assigned(self) -> list[int]:
        """Return the position of each seeker's place, -1 when without one."""
        found = [NOBODY] * len(self.next)
        for place, held in enumerate(self.held):
            for key in held:
                found[self.owner[key]] = place
        return found
