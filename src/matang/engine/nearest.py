"""Who comes next, for every post at once: the exact answers of ``explain``, for whole shortlists of a city.

The same cheapest chains of moves as in ``residual``, searched over flat arrays and compiled. Places that reach each other
for nothing (many are equally good in a city) are one place here, and what is far from a large one is worked out once for
all its posts. Other searches stop as soon as nothing they could still find is near enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matang.engine.kernel.compiled import compiled
from matang.engine.moves import FAR, Arcs, join
from matang.engine.residual import OUTSIDE, Residual
from matang.engine.shortlist import Nearest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matang.engine.problem import Integers, Problem
    from matang.engine.result import Result

LEAST_SHARED = 4
MOST_KEPT = 20_000_000
"""Distances kept for large places, at most."""


class Pairs(NamedTuple):
    """The candidate pairs post by post, best score first: edge number, person, post held, its place, slack."""

    begin: Integers
    edge: Integers
    person: Integers
    held: Integers
    place: Integers
    slack: Integers


class Edges(NamedTuple):
    """The candidate pairs person by person, what each person's presence is worth, and the place of outside and each post."""

    begin: Integers
    post: Integers
    slack: Integers
    price: Integers
    place: Integers


class Work(NamedTuple):
    """Room for one search, made once. ``size`` holds the length of the heap and of ``touched``."""

    reached: Integers
    settled: NDArray[np.bool_]
    source: Integers
    touched: Integers
    heap: Integers
    size: Integers


class Found(NamedTuple):
    """What the searches write, one after another."""

    edge: Integers
    distance: Integers
    next_post: Integers


def nearest(problem: Problem, result: Result, limit: int, *, residual: Residual | None = None) -> Nearest:
    """Return for each post its holders and the ``limit`` nearest others, ordered as ``runners_up`` orders them."""
    view = residual or Residual(problem, result)
    order = np.lexsort((problem.people[problem.edge_people], -problem.score, problem.edge_posts))
    begin = np.searchsorted(problem.edge_posts[order], np.arange(len(problem.posts) + 1))
    person = problem.edge_people[order]
    view.joined = join(view.moves, _together(view.moves))
    place, forward, back = view.joined
    held = result.assigned[person]
    pairs = Pairs(begin, order, person, held, place[held + 1], view.slack[order])
    edges = Edges(problem.first_edge, np.array(problem.edge_posts), view.slack, result.person_price, place)
    size = np.bincount(place)
    least = LEAST_SHARED
    while int((size >= least).sum()) * len(size) > MOST_KEPT:
        least *= 2
    found, counts = _search_all(forward, back, pairs, edges, size >= least, limit)
    first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    holds = result.assigned[problem.edge_people[found.edge]] == problem.edge_posts[found.edge]
    return Nearest(first, found.edge, holds.astype(np.int64), found.distance, found.next_post)


@compiled
def _together(arcs: Arcs) -> Integers:  # noqa: C901 - one loop, compiled
    """Return for each place the number of its group: places that reach each other by moves that cost nothing (Tarjan)."""
    places = len(arcs.begin) - 1
    group, low, index = np.full(places, -1), np.zeros(places, dtype=np.int64), np.full(places, -1)
    stack, path, at = np.empty(places, dtype=np.int64), np.empty(places, dtype=np.int64), arcs.begin[:-1].copy()
    stacked, depth, clock, groups = 0, 0, 0, 0
    for root in range(places):
        if index[root] >= 0:
            continue
        path[0], depth = root, 1
        while depth:
            place = path[depth - 1]
            if index[place] < 0:
                index[place] = low[place] = clock
                clock += 1
                stack[stacked] = place
                stacked += 1
            if at[place] < arcs.begin[place + 1] and arcs.cost[at[place]] == 0:
                to = arcs.head[at[place]]
                at[place] += 1
                if index[to] < 0:
                    path[depth] = to
                    depth += 1
                elif group[to] < 0:
                    low[place] = min(low[place], index[to])
                continue
            depth -= 1
            if depth:
                low[path[depth - 1]] = min(low[path[depth - 1]], low[place])
            if low[place] == index[place]:
                while True:
                    stacked -= 1
                    group[stack[stacked]] = groups
                    if stack[stacked] == place:
                        break
                groups += 1
    return group


@compiled
def _push(work: Work, key: int) -> None:
    heap, at = work.heap, work.size[0]
    heap[at] = key
    work.size[0] += 1
    while at > 0:
        up = (at - 1) >> 1
        if heap[up] <= heap[at]:
            break
        heap[up], heap[at] = heap[at], heap[up]
        at = up


@compiled
def _pop(work: Work) -> int:
    """Return the least key and take it away."""
    heap, least = work.heap, work.heap[0]
    work.size[0] -= 1
    size, at = work.size[0], 0
    heap[0] = heap[size]
    while True:
        low = 2 * at + 1
        if low >= size:
            break
        if low + 1 < size and heap[low + 1] < heap[low]:
            low += 1
        if heap[at] <= heap[low]:
            break
        heap[at], heap[low] = heap[low], heap[at]
        at = low
    return int(least)


@compiled
def _reach(work: Work, place: int, cost: int, source: int) -> None:
    """Note a cheaper way to a place."""
    if cost < work.reached[place]:
        if work.reached[place] == FAR:
            work.touched[work.size[1]] = place
            work.size[1] += 1
        work.reached[place], work.source[place] = cost, source
        _push(work, cost * len(work.reached) + place)


@compiled
def _pass_on(arcs: Arcs, work: Work, place: int, cost: int, most: int) -> None:
    """Look at every move out of a place that stays within ``most``."""
    for arc in range(arcs.begin[place], arcs.begin[place + 1]):
        if cost + arcs.cost[arc] > most:
            break
        _reach(work, arcs.head[arc], cost + arcs.cost[arc], work.source[place])


@compiled
def _clean(work: Work) -> None:
    """Make room for the next search."""
    for at in range(work.size[1]):
        work.reached[work.touched[at]] = FAR
        work.settled[work.touched[at]] = False
    work.size[0] = 0
    work.size[1] = 0


@compiled
def _far(arcs: Arcs, work: Work, place: int, far: Integers) -> None:
    """Write how far every place is from one."""
    far[:] = FAR
    _reach(work, place, 0, place)
    while work.size[0]:
        key = _pop(work)
        cost, at = key // len(work.reached), key % len(work.reached)
        if not work.settled[at]:
            work.settled[at] = True
            far[at] = cost
            _pass_on(arcs, work, at, cost, FAR)
    _clean(work)


@compiled
def _search_all(  # noqa: PLR0917 - compiled code takes no keywords
    arcs: Arcs, back: Arcs, pairs: Pairs, edges: Edges, large: NDArray[np.bool_], limit: int
) -> tuple[Found, Integers]:
    """Return the shortlists one after another, and how long each is. ``large`` are places worth keeping distances for."""
    places, posts, every = len(arcs.begin) - 1, len(pairs.begin) - 1, len(pairs.edge)
    work = Work(
        np.full(places, FAR, dtype=np.int64),
        np.zeros(places, dtype=np.bool_),
        np.zeros(places, dtype=np.int64),
        np.empty(places, dtype=np.int64),
        np.empty(len(arcs.head) + every + places + 8, dtype=np.int64),
        np.zeros(2, dtype=np.int64),
    )
    wanted = np.zeros(places, dtype=np.bool_)
    found = Found(np.empty(every, dtype=np.int64), np.empty(every, dtype=np.int64), np.full(every, OUTSIDE, dtype=np.int64))
    slot, kept = np.full(places, -1), int(large.sum())
    onward, homeward = np.empty((kept, places), dtype=np.int64), np.empty((kept, places), dtype=np.int64)
    counts, out, used = np.zeros(posts, dtype=np.int64), 0, 0
    for post in range(posts):
        before, place = out, edges.place[post + 1]
        if large[place] and slot[place] < 0:
            slot[place] = used
            _far(arcs, work, place, onward[used])
            _far(back, work, place, homeward[used])
            used += 1
        for at in range(pairs.begin[post], pairs.begin[post + 1]):
            if pairs.held[at] == post:
                found.edge[out] = pairs.edge[at]
                if large[place]:
                    told = _without_near(edges, homeward[slot[place]], pairs.person[at], post)
                else:
                    told = _without(arcs, edges, work, pairs.person[at], post)
                    _clean(work)
                found.distance[out], found.next_post[out] = told
                out += 1
        if large[place]:
            out = _others_near(pairs, onward[slot[place]], post, limit, found, out)
        else:
            out = _others(arcs, pairs, work, wanted, post, place, limit, found, out)
            _clean(work)
        counts[post] = out - before
    return Found(found.edge[:out], found.distance[:out], found.next_post[:out]), counts


@compiled
def _without_near(edges: Edges, homeward: Integers, who: int, post: int) -> tuple[int, int]:
    """Return how far the whole falls when a holder must go, and where the holder goes, by kept distances."""
    far, where = edges.price[who] + homeward[edges.place[0]], OUTSIDE
    for edge in range(edges.begin[who], edges.begin[who + 1]):
        cost = edges.slack[edge] + homeward[edges.place[edges.post[edge] + 1]]
        if edges.post[edge] != post and cost < far:
            far, where = cost, edges.post[edge]
    return (far, where) if far < FAR else (-1, OUTSIDE)


@compiled
def _others_near(pairs: Pairs, onward: Integers, post: int, limit: int, found: Found, out: int) -> int:  # noqa: PLR0917
    """Write the nearest candidates of a post who do not hold it, by kept distances; return the new length."""
    first, bound = out, FAR
    for at in range(pairs.begin[post], pairs.begin[post + 1]):
        far = onward[pairs.place[at]]
        if pairs.held[at] != post and far < FAR and far + pairs.slack[at] <= bound:
            found.edge[out], found.distance[out] = pairs.edge[at], far + pairs.slack[at]
            out += 1
            if out - first >= 2 * limit:
                _sort(pairs, found, first, out, post)
                out = first + limit
                bound = found.distance[out - 1]
    _sort(pairs, found, first, out, post)
    return min(out, first + limit)


@compiled
def _without(arcs: Arcs, edges: Edges, work: Work, who: int, post: int) -> tuple[int, int]:
    """Return how far the whole falls when a holder must go, and where the holder goes then; -1 where no number exists."""
    target = edges.place[post + 1]
    _reach(work, edges.place[0], edges.price[who], OUTSIDE)
    for edge in range(edges.begin[who], edges.begin[who + 1]):
        if edges.post[edge] != post:
            _reach(work, edges.place[edges.post[edge] + 1], edges.slack[edge], edges.post[edge])
    while work.size[0]:
        key = _pop(work)
        cost, place = key // len(work.reached), key % len(work.reached)
        if place == target:
            return cost, work.source[place]
        if not work.settled[place]:
            work.settled[place] = True
            _pass_on(arcs, work, place, cost, work.reached[target] - 1)
    return -1, OUTSIDE


@compiled
def _others(  # noqa: PLR0917 - compiled code takes no keywords
    arcs: Arcs, pairs: Pairs, work: Work, wanted: NDArray[np.bool_], post: int, source: int, limit: int, found: Found, out: int
) -> int:
    """Write the nearest candidates of a post who do not hold it; return the new length."""
    start, stop = pairs.begin[post], pairs.begin[post + 1]
    least, bound, first = FAR, FAR, out
    for at in range(start, stop):
        if pairs.held[at] != post:
            wanted[pairs.place[at]] = True
            least = min(least, pairs.slack[at])
    if least < FAR:
        _reach(work, source, 0, source)
    while work.size[0]:
        key = _pop(work)
        cost, place = key // len(work.reached), key % len(work.reached)
        if cost + least > bound:
            break
        if work.settled[place]:
            continue
        work.settled[place] = True
        if wanted[place]:
            out, bound = _keep(pairs, found, first, out, limit, post, place, cost, bound)
        _pass_on(arcs, work, place, cost, bound - least)
    for at in range(start, stop):
        wanted[pairs.place[at]] = False
    _sort(pairs, found, first, out, post)
    return min(out, first + limit)


@compiled
def _keep(  # noqa: PLR0917 - compiled code takes no keywords
    pairs: Pairs, found: Found, first: int, out: int, limit: int, post: int, place: int, cost: int, bound: int
) -> tuple[int, int]:
    """Keep the candidates who sit at a place and are near enough; return the new length, and beyond what nobody counts."""
    for at in range(pairs.begin[post], pairs.begin[post + 1]):
        if pairs.place[at] == place and pairs.held[at] != post and cost + pairs.slack[at] <= bound:
            found.edge[out], found.distance[out] = pairs.edge[at], cost + pairs.slack[at]
            out += 1
    if out - first >= limit:
        bound = np.sort(found.distance[first:out])[limit - 1]
    return out, bound


@compiled
def _sort(pairs: Pairs, found: Found, first: int, out: int, post: int) -> None:
    """Order the kept ones by distance, then as they stand among the pairs (by score, then by person)."""
    for at in range(first + 1, out):
        edge, far = found.edge[at], found.distance[at]
        back = at - 1
        while back >= first and (
            found.distance[back] > far or (found.distance[back] == far and _behind(pairs, post, found.edge[back], edge))
        ):
            found.edge[back + 1], found.distance[back + 1] = found.edge[back], found.distance[back]
            back -= 1
        found.edge[back + 1], found.distance[back + 1] = edge, far


@compiled
def _behind(pairs: Pairs, post: int, one: int, other: int) -> bool:
    """Return whether ``one`` stands behind ``other`` among the pairs of a post."""
    for at in range(pairs.begin[post], pairs.begin[post + 1]):
        if pairs.edge[at] == one:
            return False
        if pairs.edge[at] == other:
            return True
    return False
