"""The least prices of an optimal placement, exact, from the auction's scaled ones.

Every post's price is lowered as far as nobody minds: a post may fall by what its keenest outsider lacks, or, where that
outsider holds another post, by that plus what the other post falls. How far each falls is a shortest way from "outside"
(Dijkstra's method). The auction leaves slacks down to one step below zero, so a post may be reached again more cheaply
after it was settled; it then simply goes back into the queue. The result does not depend on any order: it is the shortest
way, and exactly a multiple of ``scale``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matang.engine.kernel.compiled import compiled

if TYPE_CHECKING:
    from matang.engine.kernel.graph import Graph, Long, Signed


class Search(NamedTuple):
    """The placement and its prices, how far each post's may fall, and the posts waiting, cheapest fall first.

    ``queue`` is a heap of posts, ``place`` says where in it each post stands (-1: not waiting).
    """

    held: Long
    price: Long
    fall: Long
    queue: Signed
    place: Signed


@compiled
def least(graph: Graph, held: Long, price: Long) -> Long:
    """Return the least price of each post in points; an empty array when the placement is not optimal."""
    size = len(price)
    search = Search(held, price, price.copy(), np.arange(size).astype(np.int32), np.arange(size).astype(np.int32))
    first_holder, holders = by_post(graph, held, size)
    mind_the_unplaced(graph, search)
    for spot in range(size // 2 - 1, -1, -1):
        sift_down(search, spot, size)
    while size:
        post = search.queue[0]
        size -= 1
        search.place[post] = -1
        if size:
            search.queue[0] = search.queue[size]
            search.place[search.queue[0]] = 0
            sift_down(search, 0, size)
        if search.fall[post] < -graph.scale:
            return np.empty(0, np.int64)
        for at in range(first_holder[post], first_holder[post + 1]):
            size = pass_on(graph, search, size, holders[at])
    if np.any((price - search.fall) % graph.scale != 0):
        return np.empty(0, np.int64)
    return (price - search.fall) // graph.scale


@compiled
def mind_the_unplaced(graph: Graph, search: Search) -> None:
    """Let no price fall below what somebody without a post would pay."""
    for person in range(len(search.held)):
        if search.held[person] < 0:
            for at in range(graph.first[person], graph.first[person + 1]):
                post = graph.posts[at]
                search.fall[post] = min(search.fall[post], search.price[post] - graph.gain[at] * graph.scale)


@compiled
def by_post(graph: Graph, held: Long, posts: int) -> tuple[Long, Signed]:
    """Return the placed people grouped by post: where each group begins, and the people."""
    first = np.zeros(posts + 1, np.int64)
    for edge in held:
        if edge >= 0:
            first[graph.posts[edge] + 1] += 1
    for post in range(posts):
        first[post + 1] += first[post]
    place = first[:-1].copy()
    people = np.empty(first[posts], np.int32)
    for person in range(len(held)):
        if held[person] >= 0:
            post = graph.posts[held[person]]
            people[place[post]] = person
            place[post] += 1
    return first, people


@compiled
def pass_on(graph: Graph, search: Search, size: int, person: int) -> int:
    """Lower what other posts may fall, given how far a holder's own post falls; return the length of the queue."""
    own = search.held[person]
    room = search.fall[graph.posts[own]] + graph.gain[own] * graph.scale - search.price[graph.posts[own]]
    for at in range(graph.first[person], graph.first[person + 1]):
        post = graph.posts[at]
        fall = room + search.price[post] - graph.gain[at] * graph.scale
        if fall < search.fall[post]:
            search.fall[post] = fall
            if search.place[post] < 0:
                search.queue[size], search.place[post] = post, size
                size += 1
            sift_up(search, search.place[post])
    return size


@compiled
def sift_up(search: Search, spot: int) -> None:
    """Bring a post forward to its place."""
    post = search.queue[spot]
    while spot:
        parent = (spot - 1) // 2
        if search.fall[search.queue[parent]] <= search.fall[post]:
            break
        search.queue[spot] = search.queue[parent]
        search.place[search.queue[spot]] = spot
        spot = parent
    search.queue[spot] = post
    search.place[post] = spot


@compiled
def sift_down(search: Search, spot: int, size: int) -> None:
    """Bring a post backward to its place."""
    post = search.queue[spot]
    while 2 * spot + 1 < size:
        child = 2 * spot + 1
        if child + 1 < size and search.fall[search.queue[child + 1]] < search.fall[search.queue[child]]:
            child += 1
        if search.fall[search.queue[child]] >= search.fall[post]:
            break
        search.queue[spot] = search.queue[child]
        search.place[search.queue[spot]] = spot
        spot = child
    search.queue[spot] = post
    search.place[post] = spot
