"""The best placement and its prices.

The model is a flow of least cost: every person sends one unit, either over a candidate edge to a post or straight to
"unplaced"; a post passes on as many units as it has seats. Two methods find its exact optimum in integers: a flow solver
(OR-Tools) for problems up to a city's size, an auction of our own (``large.py``) above. Neither's word is taken for it:
the least prices of posts at which every person holds what suits them best are found afterwards, and they exist only for
an optimal placement. They do not depend on the method.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from ortools.graph.python import min_cost_flow  # type: ignore[import-untyped]

from matang.engine.problem import PAIRS_AT_ONCE, ProblemError
from matang.engine.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.engine.problem import Integers, Problem

    Method = Literal["flow", "auction"]

SOLVER_RANGE = 2**62
AUCTION_FROM = 500_000
"""From so many candidate pairs on (a city of 10,000 with 50 each) the auction saves more than loading its loops takes."""


def solve(problem: Problem, *, by: Method | None = None) -> Result:
    """Return an optimal placement with its proof. ``by`` names the method; by default the number of pairs decides.

    Deterministic: the problem is in canonical order whatever the order of the input, and both methods run alone in one
    thread. Among placements of equal value the solver's choice stands; ``explain`` shows a distance of 0 for a person
    who would have been as good a choice, so that a tie is always seen and is a named official's to decide.
    The prices are the least possible ones, so they do not depend on that choice.
    """
    if (by or method_for(problem)) == "flow":
        return proved(problem, assign(problem, by="flow"))
    return proved(problem, *_by_auction(problem))


def method_for(problem: Problem) -> Method:
    """Return the method that is faster for a problem of this size."""
    return "auction" if len(problem.score) >= AUCTION_FROM else "flow"


def proved(problem: Problem, assigned: Integers, post_price: Integers | None = None) -> Result:
    """Return the result of an optimal placement with the least prices that prove it, found here when not given."""
    if post_price is None:
        post_price = least_prices(problem, assigned)
    held = gain_held(problem, assigned)
    person_price = np.where(assigned >= 0, held - post_price[np.maximum(assigned, 0)], 0) if len(problem.posts) else held
    return Result(
        problem_digest=problem.digest,
        people=problem.people,
        posts=problem.posts,
        assigned=assigned,
        objective=problem.base + sum(held.tolist()),
        person_price=person_price.astype(np.int64),
        post_price=post_price,
    )


def assign(problem: Problem, *, by: Method | None = None) -> Integers:
    """Return for each person the position of the post, -1 when unplaced."""
    if (by or method_for(problem)) == "auction":
        return _by_auction(problem)[0]
    people, posts = len(problem.people), len(problem.posts)
    assigned = np.full(people, -1, dtype=np.int64)
    useful = np.flatnonzero(_useful(problem))
    if not useful.size:
        return assigned
    gain = problem.gain[useful]
    divisor = _divisor(gain)
    gain = gain // divisor
    refuse_too_wide(int(gain.max()), people + posts + 1)
    flow = min_cost_flow.SimpleMinCostFlow()
    sink = people + posts
    edges = flow.add_arcs_with_capacity_and_unit_cost(
        problem.edge_people[useful].astype(np.int32),
        (people + problem.edge_posts[useful]).astype(np.int32),
        np.ones(useful.size, np.int64),
        -gain,
    )
    _to_sink(flow, np.arange(people), np.ones(people, np.int64), sink)
    _to_sink(flow, people + np.arange(posts), np.minimum(problem.capacity, people), sink)
    flow.set_nodes_supplies(np.arange(people, dtype=np.int32), np.ones(people, np.int64))
    flow.set_node_supply(sink, -people)
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise RuntimeError(f"the solver stopped with status {status}; every problem has an answer, so this is a defect")
    chosen = useful[np.flatnonzero(flow.flows(edges))]
    assigned[problem.edge_people[chosen]] = problem.edge_posts[chosen]
    return assigned


def _by_auction(problem: Problem) -> tuple[Integers, Integers]:
    """Return the position of each person's post (-1 unplaced), and the least price of each post."""
    useful = _useful(problem)
    assigned, price = np.full(len(problem.people), -1, dtype=np.int64), np.zeros(len(problem.posts), dtype=np.int64)
    if bool(useful.any()):
        from matang.engine.large import place  # noqa: PLC0415 - loads the compiler, which small problems never need

        gain = problem.gain if bool(useful.all()) else problem.gain[useful]
        divisor = _divisor(gain)
        # The auction's numbers stay below four times gain × (people + 1): half of what 64 bits hold is left.
        refuse_too_wide(int(gain.max()) // divisor, len(problem.people))
        assigned, price = place(problem, useful, divisor)
    return assigned, _with_closed_posts(problem, assigned, price)


def _with_closed_posts(problem: Problem, assigned: Integers, price: Integers) -> Integers:
    """Return the prices with those of posts without seats: what the keenest candidate would pay beyond the own place."""
    if bool((problem.capacity > 0).all()):
        return price
    held = gain_held(problem, assigned)
    own = np.where(assigned >= 0, held - price[np.maximum(assigned, 0)], 0)
    closed = np.flatnonzero(problem.capacity[problem.edge_posts] == 0)
    least = price.copy()
    np.maximum.at(least, problem.edge_posts[closed], problem.gain[closed] - own[problem.edge_people[closed]])
    return least


def _useful(problem: Problem) -> NDArray[np.bool_]:
    """Return which candidate pairs are worth making and possible: gain above zero, a post with seats."""
    useful = problem.gain > 0
    if not bool((problem.capacity > 0).all()):
        useful &= problem.capacity[problem.edge_posts] > 0
    return useful


def _divisor(gain: Integers) -> int:
    """Return what divides all gains. The first few usually show that nothing but 1 does."""
    return 1 if int(np.gcd.reduce(gain[:1000])) == 1 else int(np.gcd.reduce(gain))


def _to_sink(flow: min_cost_flow.SimpleMinCostFlow, tails: Integers, capacity: Integers, sink: int) -> None:
    """Add one free arc from each of ``tails`` to the sink."""
    flow.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32), np.full(tails.size, sink, np.int32), capacity.astype(np.int64), np.zeros(tails.size, np.int64)
    )


def refuse_too_wide(largest: int, nodes: int) -> None:
    """Refuse scores whose range the solver cannot carry exactly for so many nodes, instead of rounding them."""
    if largest * (nodes + 1) * 8 >= SOLVER_RANGE:
        raise ProblemError(f"score: gains up to {largest} are too wide for {nodes} nodes; use coarser points")


def gain_held(problem: Problem, assigned: Integers) -> Integers:
    """Return for each person the gain of the edge held, 0 when unplaced."""
    held = np.zeros(len(problem.people), dtype=np.int64)
    for start in range(0, len(problem.score), PAIRS_AT_ONCE):
        person, post = problem.edge_people[start : start + PAIRS_AT_ONCE], problem.edge_posts[start : start + PAIRS_AT_ONCE]
        chosen = np.flatnonzero(assigned[person] == post)
        held[person[chosen]] = problem.gain[start + chosen]
    return held


def least_prices(problem: Problem, assigned: Integers) -> Integers:
    """Return the least price of each post at which nobody prefers another post to the one held.

    A person who holds a post with gain ``h`` and price ``q`` would pay up to ``gain − h + q`` for another; an unplaced
    one up to ``gain``. Prices rise from zero until no wish is left above them (Bellman and Ford's method, over the posts
    whose price rose in the last round). The placement being optimal, they come to rest.
    """
    price = np.zeros(len(problem.posts), dtype=np.int64)
    if not problem.score.size:
        return price
    held = gain_held(problem, assigned)
    lead = problem.gain - held[problem.edge_people]
    holders, first_holder = _holders(assigned, len(problem.posts))
    unplaced = assigned[problem.edge_people] < 0
    np.maximum.at(price, problem.edge_posts[unplaced], problem.gain[unplaced])
    risen = np.arange(len(problem.posts))
    own = assigned[problem.edge_people]
    for _ in range(len(problem.posts) + 2):
        edges = _spans(problem.first_edge, holders[_spans(first_holder, risen)])
        wish = lead[edges] + price[own[edges]]
        above = wish > price[problem.edge_posts[edges]]
        edges, wish = edges[above], wish[above]
        if not edges.size:
            return price
        np.maximum.at(price, problem.edge_posts[edges], wish)
        risen = np.unique(problem.edge_posts[edges])
    raise RuntimeError("prices do not come to rest: the placement is not optimal")


def _holders(assigned: Integers, posts: int) -> tuple[Integers, Integers]:
    """Return the placed people grouped by post, and where each post's group begins."""
    placed = np.flatnonzero(assigned >= 0)
    order = placed[np.argsort(assigned[placed], kind="stable")]
    return order, np.searchsorted(assigned[order], np.arange(posts + 1)).astype(np.int64)


def _spans(first: Integers, groups: Integers) -> Integers:
    """Return, one after another, all numbers of the spans ``first[g] … first[g + 1] - 1``."""
    begin, count = first[groups], first[groups + 1] - first[groups]
    offset = np.repeat(begin - np.concatenate(([0], np.cumsum(count)[:-1])), count)
    return (offset + np.arange(int(count.sum()))).astype(np.int64)
