"""What a change of one placement sets off: cheapest chains of moves in an optimal result.

Somebody is one too many at a post. A holder moves on to another post, or is left unplaced, or the post had an empty seat;
the move may displace another, and so on, until the seat that was freed is reached. Each step costs its slack (the two
prices minus the gain), which the proof makes ≥ 0, so the cheapest chain is a shortest path (Dijkstra). Its length is
exact: the loss of the whole when the change is forced.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.moves import FAR, Arcs, Joined, join, moves_of
from matang.engine.result import belongs

if TYPE_CHECKING:
    from matang.engine.problem import Integers, Problem
    from matang.engine.result import Result

OUTSIDE = -1
"""The place of everybody unplaced, and of every empty seat."""


@dataclass(frozen=True)
class Step:
    """One move of a chain, as positions. ``person`` -1: nobody moves, a seat stays empty or an empty one is used."""

    person: int
    origin: int
    target: int
    cost: int


@dataclass(frozen=True)
class Start:
    """Where an excess may begin: at ``place``, for ``cost``."""

    place: int
    cost: int


class Residual:
    """An optimal result, ready to be asked what else could be."""

    def __init__(self, problem: Problem, result: Result) -> None:
        belongs(problem, result)
        self.problem, self.result = problem, result

    @cached_property
    def slack(self) -> Integers:
        """Return for each edge by how much the two prices exceed its gain."""
        problem, result = self.problem, self.result
        return result.person_price[problem.edge_people] + result.post_price[problem.edge_posts] - problem.gain

    @cached_property
    def _holders(self) -> dict[int, list[int]]:
        """Return the people who hold each filled post."""
        found: dict[int, list[int]] = {}
        for person, post in enumerate(self.result.assigned.tolist()):
            if post >= 0:
                found.setdefault(post, []).append(person)
        return found

    def holders(self, post: int) -> list[int]:
        """Return the positions of the people who hold a post, ascending."""
        return self._holders.get(post, [])

    def has_empty_seat(self, post: int) -> bool:
        """Return whether a post has a seat that nobody takes."""
        return len(self.holders(post)) < int(self.problem.capacity[post])

    @cached_property
    def _from_outside(self) -> tuple[list[int], list[int]]:
        """Return for each post the cheapest way to fill a seat from outside: cost, and the person (-1: it stays empty)."""
        cost = self.result.post_price.copy()
        who = np.full(len(cost), -1, dtype=np.int64)
        edges = np.flatnonzero(self.result.assigned[self.problem.edge_people] < 0)
        order = edges[np.lexsort((self.problem.edge_people[edges], self.slack[edges], self.problem.edge_posts[edges]))]
        posts, at = np.unique(self.problem.edge_posts[order], return_index=True)
        best = order[at]
        cheaper = self.slack[best] < cost[posts]
        cost[posts[cheaper]] = self.slack[best][cheaper]
        who[posts[cheaper]] = self.problem.edge_people[best][cheaper]
        empty = np.bincount(self.result.assigned[self.result.assigned >= 0], minlength=len(cost)) == 0
        cost[empty & (who < 0)] = FAR
        return cost.tolist(), who.tolist()

    @cached_property
    def entries(self) -> list[tuple[int, int, int]]:
        """Return every way in from outside as (cost, post, person), cheapest first."""
        cost, who = self._from_outside
        return sorted((price, post, who[post]) for post, price in enumerate(cost) if price < FAR)

    @cached_property
    def moves(self) -> Arcs:
        """Return every move as one graph."""
        return moves_of(self)

    @cached_property
    def joined(self) -> Joined:
        """Return the moves between places: each by itself, until ``nearest`` has made one of those that are as near as one."""
        return join(self.moves, np.arange(len(self.problem.posts) + 1))

    def _ways(self, place: int, room: int) -> list[tuple[int, int, int]]:
        """Return every move that passes an excess on from ``place`` for less than ``room``: (cost, place, person)."""
        if place == OUTSIDE:
            return self.entries[: bisect_left(self.entries, (room, -1, -1))]
        found = [(0, OUTSIDE, -1)] if self.has_empty_seat(place) else []
        for person in self.holders(place):
            found.append((int(self.result.person_price[person]), OUTSIDE, person))
            start, stop = int(self.problem.first_edge[person]), int(self.problem.first_edge[person + 1])
            near = start + np.flatnonzero(self.slack[start:stop] < room)
            posts, slack = self.problem.edge_posts[near].tolist(), self.slack[near].tolist()
            found += [(cost, post, person) for cost, post in zip(slack, posts, strict=True) if post != place]
        return found

    def chain(self, starts: list[Start], target: int) -> tuple[int, list[Step]] | None:
        """Return cost and moves of the cheapest chain to ``target``, None when there is none."""
        distance, before = self.distances(starts, target)
        if target not in distance:
            return None
        steps: list[Step] = []
        place = target
        while (step := before[place]) is not None:
            steps.append(step)
            place = step.origin
        return distance[target], steps[::-1]

    def distances(self, starts: list[Start], target: int | None = None) -> tuple[dict[int, int], dict[int, Step | None]]:
        """Return the cheapest cost to each place (all, or until ``target`` is settled) and the last step towards it.

        What cannot be cheaper than a way to the target already found is not looked at.
        """
        distance: dict[int, int] = {}
        reached: dict[int, int] = {}
        before: dict[int, Step | None] = {}
        waiting: list[tuple[int, int]] = []
        for start in starts:
            if start.cost < reached.get(start.place, FAR):
                reached[start.place], before[start.place] = start.cost, None
                heapq.heappush(waiting, (start.cost, start.place))
        while waiting:
            cost, place = heapq.heappop(waiting)
            if place in distance:
                continue
            distance[place] = cost
            if place == target:
                break
            bound = FAR if target is None else reached.get(target, FAR)
            for step, to, person in self._ways(place, bound - cost):
                if cost + step < reached.get(to, FAR):
                    reached[to], before[to] = cost + step, Step(person, place, to, step)
                    heapq.heappush(waiting, (cost + step, to))
        return distance, before
