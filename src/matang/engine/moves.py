"""Every move that passes an excess on, as one graph of places: what chains of moves are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from matang.engine.problem import Integers
    from matang.engine.residual import Residual

FAR = 2**62
"""Farther than any chain of moves."""


class Arcs(NamedTuple):
    """The moves that pass an excess on, place by place, cheapest first. Outside is place 0, post ``j`` is ``j + 1``."""

    begin: Integers
    head: Integers
    cost: Integers

    @property
    def tail(self) -> Integers:
        """Return the place that each move leaves."""
        return np.repeat(np.arange(len(self.begin) - 1), np.diff(self.begin))


class Joined(NamedTuple):
    """The moves between joined places: each place's number among them, each pair once at its least cost; the same backwards."""

    place: Integers
    forward: Arcs
    back: Arcs


def moves_of(view: Residual) -> Arcs:
    """Return every move of an optimal result with what it costs."""
    problem, result = view.problem, view.result
    origin = result.assigned[problem.edge_people]
    passing = np.flatnonzero((origin >= 0) & (origin != problem.edge_posts))
    placed = np.flatnonzero(result.assigned >= 0)
    filled = np.bincount(result.assigned[placed], minlength=len(problem.posts))
    spare = np.flatnonzero(filled < problem.capacity)
    entries = np.array([row[:2] for row in view.entries], dtype=np.int64).reshape(-1, 2)
    outside = np.zeros(len(entries), np.int64)
    tail = np.concatenate([origin[passing] + 1, result.assigned[placed] + 1, spare + 1, outside])
    head = np.concatenate([problem.edge_posts[passing] + 1, np.zeros(len(placed) + len(spare), np.int64), entries[:, 1] + 1])
    cost = np.concatenate([view.slack[passing], result.person_price[placed], np.zeros(len(spare), np.int64), entries[:, 0]])
    return grouped(tail, head, cost, len(problem.posts) + 1)


def join(arcs: Arcs, place: Integers) -> Joined:
    """Return the moves between places of which several have become one: ``place[p]`` is the number of place ``p``."""
    many = int(place.max()) + 1
    tail, head = place[arcs.tail], place[arcs.head]
    away = tail != head
    tail, head, cost = tail[away], head[away], arcs.cost[away]
    order = np.lexsort((cost, tail * many + head))
    key = (tail * many + head)[order]
    once = order[np.concatenate(([True], key[1:] != key[:-1]))] if key.size else order
    tail, head, cost = tail[once], head[once], cost[once]
    return Joined(place, grouped(tail, head, cost, many), grouped(head, tail, cost, many))


def grouped(tail: Integers, head: Integers, cost: Integers, many: int) -> Arcs:
    """Return moves place by place, cheapest first."""
    order = np.lexsort((cost, tail))
    begin = np.searchsorted(tail[order], np.arange(many + 1)).astype(np.int64)
    return Arcs(begin, head[order].astype(np.int64), cost[order].astype(np.int64))


def far_from(arcs: Arcs, place: int) -> Integers:
    """Return how far every place is from one, ``FAR`` where no move leads (Bellman and Ford's method, all moves at once)."""
    far = np.full(len(arcs.begin) - 1, FAR, dtype=np.int64)
    far[place], tail = 0, arcs.tail
    while True:
        nearer = far.copy()
        np.minimum.at(nearer, arcs.head, np.minimum(far[tail] + arcs.cost, FAR))
        if np.array_equal(nearer, far):
            return far
        far = nearer
