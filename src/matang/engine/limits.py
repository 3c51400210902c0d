"""The best placement when only so many may move, in all and out of each group; and the price of those bounds.

Solved as one flow: everybody enters through a gate for all and a gate for their group, each with room for as many as may
move. The prices of the gates are then recovered: the least that one move more would be worth. A problem in which every
move costs these prices has the bounded placement as its optimum, so the ordinary ``check`` proves it, and by duality no
placement that keeps the same bounds is worth more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from ortools.graph.python import min_cost_flow  # type: ignore[import-untyped]

from matang.engine.problem import ProblemError
from matang.engine.solve import assign, gain_held, proved, refuse_too_wide

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from matang.engine.problem import Integers, Problem
    from matang.engine.result import Result

NEVER = -(2**60)
"""Worth less than anything: a place that no chain of moves reaches."""


@dataclass(frozen=True, eq=False)
class Bounded:
    """A bounded placement: ``result`` is optimal for ``problem``, in which moves cost ``move_cost`` + ``group_cost``.

    ``tie`` is 1 where more people than may move are equally good at the bound, else 0: then those who were chosen pay one
    point less, for a proof that must tell who moves from who stays cannot rest on a move that is worth exactly its cost.
    """

    problem: Problem
    result: Result
    move_cost: int
    group_cost: Integers
    tie: int = 0


def solve_bounded(
    problem: Problem, *, most: int | None = None, group: ArrayLike | None = None, most_of_group: ArrayLike | None = None
) -> Bounded:
    """Return the best placement of at most ``most`` people and at most ``most_of_group[g]`` of group ``g``.

    ``group[i]`` is the group of the person at position ``i``. The costs are 0 where a bound holds nothing back. The priced
    problem is the given one with ``unplaced_cost`` lowered by what a move costs, so that its scores stay as they were.
    """
    of = np.zeros(len(problem.people), np.int64) if group is None else np.asarray(group, dtype=np.int64)
    groups = int(of.max()) + 1 if of.size else 0
    room = np.full(groups, of.size, np.int64) if most_of_group is None else np.asarray(most_of_group, dtype=np.int64)
    total = of.size if most is None else min(most, of.size)
    if len(of) != len(problem.people) or len(room) < groups or total < 0 or (room.size and int(room.min()) < 0):
        raise ProblemError("bounds: a group is missing, or a bound is negative")
    assigned = assign(problem)
    counts = np.bincount(of[assigned >= 0], minlength=len(room))
    if int(counts.sum()) <= total and bool((counts <= room).all()):
        return Bounded(problem, proved(problem, assigned), 0, np.zeros(len(room), np.int64))
    assigned = _assign_bounded(problem, total, of, room)
    move_cost, group_cost = _gate_prices(problem, assigned, total, of, room)
    priced = replace(problem, unplaced_cost=problem.unplaced_cost - move_cost - group_cost[of])
    placed = assigned >= 0
    tie = int(bool((gain_held(priced, assigned)[placed] <= 0).any()))
    if tie:
        priced = replace(priced, unplaced_cost=priced.unplaced_cost + placed)
    return Bounded(priced, proved(priced, assigned), move_cost, group_cost, tie)


def _assign_bounded(problem: Problem, total: int, of: Integers, room: Integers) -> Integers:
    """Return for each person the position of the post, -1 when unplaced, within the bounds."""
    people, posts, groups = len(problem.people), len(problem.posts), len(room)
    assigned = np.full(people, -1, dtype=np.int64)
    useful = np.flatnonzero((problem.gain > 0) & (problem.capacity[problem.edge_posts] > 0))
    if not useful.size or not total:
        return assigned
    gain = problem.gain[useful]
    refuse_too_wide(int(gain.max()), people + posts + groups + 3)
    first_group, source = people + posts, people + posts + groups
    gate, sink = source + 1, source + 2
    flow = min_cost_flow.SimpleMinCostFlow()
    edges = _arcs(flow, problem.edge_people[useful], people + problem.edge_posts[useful], np.ones(useful.size, np.int64), -gain)
    _arcs(flow, first_group + of, np.arange(people), np.ones(people, np.int64))
    _arcs(flow, np.full(groups, gate), first_group + np.arange(groups), np.minimum(room, people))
    _arcs(flow, people + np.arange(posts), np.full(posts, sink), np.minimum(problem.capacity, people))
    _arcs(flow, np.array([source, source]), np.array([gate, sink]), np.array([total, people]))
    flow.set_node_supply(source, people)
    flow.set_node_supply(sink, -people)
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise RuntimeError(f"the solver stopped with status {status}; every problem has an answer, so this is a defect")
    chosen = useful[np.flatnonzero(flow.flows(edges))]
    assigned[problem.edge_people[chosen]] = problem.edge_posts[chosen]
    return assigned


def _arcs(
    flow: min_cost_flow.SimpleMinCostFlow, tails: Integers, heads: Integers, room: Integers, cost: Integers | None = None
) -> Integers:
    """Add arcs and return their numbers; free of cost unless said."""
    price = np.zeros(tails.size, np.int64) if cost is None else cost.astype(np.int64)
    found: Integers = flow.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32), heads.astype(np.int32), room.astype(np.int64), price
    )
    return found


def _gate_prices(problem: Problem, assigned: Integers, total: int, of: Integers, room: Integers) -> tuple[int, Integers]:
    """Return the least price of a move, and for each group what leaving it costs beside.

    A gate's price is the worth of one move more through it: the best chain of moves from the gate to outside, found by
    letting worths rise until none does (Bellman and Ford). The placement being optimal, they come to rest.
    """
    placed = assigned >= 0
    counts = np.bincount(of[placed], minlength=len(room))
    held, taken = gain_held(problem, assigned), np.bincount(assigned[placed], minlength=len(problem.posts))
    own = assigned[problem.edge_people] == problem.edge_posts
    at_post = np.where(taken < problem.capacity, 0, NEVER)
    at_group, at_gate = np.full(len(room), NEVER, np.int64), 0 if counts.sum() else NEVER
    while True:
        at_person = np.full(len(of), NEVER, dtype=np.int64)
        at_person[placed] = at_group[of[placed]]
        worth = np.where(own, NEVER, at_post[problem.edge_posts] + problem.gain)
        np.maximum.at(at_person, problem.edge_people, worth)
        risen = at_post.copy()
        np.maximum.at(risen, assigned[placed], at_person[placed] - held[placed])
        groups = np.where(counts > 0, at_gate, NEVER)
        np.maximum.at(groups, of[~placed], at_person[~placed])
        groups = np.maximum(groups, at_group)
        gate = max([at_gate, *groups[counts < room].tolist()])
        if np.array_equal(risen, at_post) and np.array_equal(groups, at_group) and gate == at_gate:
            break
        at_post, at_group, at_gate = risen, groups, gate
    move_cost = max(0, at_gate) if int(counts.sum()) >= total else 0
    return move_cost, np.where(counts >= room, np.maximum(0, at_group - move_cost), 0).astype(np.int64)
