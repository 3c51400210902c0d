"""Placing very many people: the auction of ``kernel`` around arrays of a problem. Imported only when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from matang.engine.kernel.auction import auction
from matang.engine.kernel.graph import Graph, from_posts, in_order, least_post, relabel
from matang.engine.kernel.prices import least

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.engine.kernel.graph import Points
    from matang.engine.problem import Integers, Problem

NARROW = 2**31
"""Gains below this fit 32 bits."""


Kind = TypeVar("Kind", bound="NDArray[Any]")


def place(problem: Problem, useful: NDArray[np.bool_], divisor: int) -> tuple[Integers, Integers]:
    """Return for each person the position of the post (-1 unplaced), and the least price of each post with seats.

    ``useful`` are the pairs worth making (at least one), ``divisor`` divides all their gains. Posts without seats get
    price 0.
    """
    graph, number, order = graph_of(problem, useful, divisor)
    held, price = auction(graph)
    lowest = least(graph, held, price)
    if len(lowest) != len(problem.posts):
        raise RuntimeError("prices do not come to rest: the placement is not optimal")
    assigned = np.empty(len(order), dtype=np.int64)
    assigned[order] = np.where(held >= 0, np.argsort(number)[graph.posts[np.maximum(held, 0)]], -1)
    return assigned, lowest[number] * divisor


def graph_of(problem: Problem, useful: NDArray[np.bool_], divisor: int) -> tuple[Graph, NDArray[np.int32], NDArray[np.int64]]:
    """Return the useful pairs as a graph with its own order: the number of each post in it, and the people in its order.

    Posts wanted by the same people, and people who want the same posts, lie near each other.
    """
    first, posts, gain = _pairs(problem, useful, divisor)
    renamed, number = relabel(posts, len(problem.posts))
    del posts
    order = np.argsort(least_post(first, renamed), kind="stable")
    first, renamed, gain = in_order(first, renamed, gain, order)
    into, people, worth = from_posts(first, renamed, gain, len(problem.posts))
    # A post with more seats than candidates never fills; one seat more than candidates is enough to say so.
    seats = np.zeros(len(problem.posts) + 1, np.int64)
    np.cumsum(np.minimum(problem.capacity[np.argsort(number)], np.diff(into) + 1), out=seats[1:])
    return Graph(first, renamed, gain, into, people, worth, seats, np.int64(len(problem.people) + 1)), number, order


def _pairs(problem: Problem, useful: NDArray[np.bool_], divisor: int) -> tuple[Integers, Integers, Points]:
    """Return the useful pairs: where each person's begin, their posts, and their gains in units of the divisor."""
    if useful.all():
        first, posts, gain = problem.first_edge, problem.edge_posts, problem.gain
    else:
        gain, posts = problem.gain[useful], problem.edge_posts[useful]
        kept = np.concatenate(([0], np.cumsum(useful)))
        first = kept[problem.first_edge]
    if divisor > 1:
        gain = gain // divisor
    narrow = gain.astype(np.int32) if int(gain.max()) < NARROW else gain
    return _fixed(first), _fixed(posts), _fixed(narrow)


def _fixed(array: Kind) -> Kind:
    """Return a view that cannot be written, so that the loops are compiled for one kind of array only."""
    view = array.view()
    view.flags.writeable = False
    return view
