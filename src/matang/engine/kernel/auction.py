"""An auction of seats: people bid for the post that suits them best, prices rise, until all are content within a step.

Everything is multiplied by ``scale`` = people + 1, so that a last step of 1 is finer than any difference in points that
all people together could miss: what the auction ends with is exactly optimal, not nearly. Steps begin coarse and shrink;
each round takes over the prices of the last.

A round has two halves. Forward: whoever holds less than the best (within the step) lets go; everyone without a seat bids
for the best post just so much that it is as good as the second best, and a step more; a post gives its cheapest seat.
Staying outside is always a second best worth 0. Backward: a post left with an empty seat at a price lowers the price until
somebody is better off there, or to zero. Afterwards, with ``yield`` = scaled gain minus the post's price:

* what a person holds yields at most one step less than any other pair of theirs, and than 0;
* a post with an empty seat has price 0.

The sum missed is then at most one step a person: with step 1 less than ``scale``, that is, less than one point.
No number exceeds four times the largest scaled gain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matang.engine.kernel.compiled import compiled

if TYPE_CHECKING:
    from matang.engine.kernel.graph import Graph, Long, Signed

OPENING = 16
"""The first step is the largest gain divided by this."""
SHRINK = 12
"""Each further step is the last one divided by this; 5 to 20 make little difference."""


class Standing(NamedTuple):
    """Who holds what (the number of the pair, -1 none), the posts' prices, and each seat's price and person (-1 empty).

    ``yields`` (what each person has of it) and ``filled`` (how many hold each post) are kept during a half only.
    """

    held: Long
    yields: Long
    price: Long
    seat_price: Long
    seat_person: Signed
    filled: Signed


@compiled
def auction(graph: Graph) -> tuple[Long, Long]:
    """Return for each person the pair held (-1: stays outside), and for each post its scaled price."""
    people, posts = len(graph.first) - 1, len(graph.seat) - 1
    standing = Standing(
        np.full(people, -1, np.int64),
        np.zeros(people, np.int64),
        np.zeros(posts, np.int64),
        np.zeros(graph.seat[posts], np.int64),
        np.full(graph.seat[posts], -1, np.int32),
        np.zeros(posts, np.int32),
    )
    queue = np.empty(max(people, posts), np.int32)
    step = max(1, graph.gain.max() * graph.scale // OPENING)
    while True:
        waiting = let_go(graph, standing, queue, step)
        open_seats(graph, standing)
        bid_all(graph, standing, queue, waiting, step)
        offer_all(graph, standing, queue, step)
        if step == 1:
            return standing.held, standing.price
        step = max(1, step // SHRINK)


@compiled
def best_two(graph: Graph, price: Long, person: int) -> tuple[int, int, int]:
    """Return the pair that yields a person most (-1: outside), its yield, and the second best yield (at least 0)."""
    best, second, edge = 0, 0, -1
    begin, end = graph.first[person], graph.first[person + 1]
    gain, posts = graph.gain[begin:end], graph.posts[begin:end]
    for at in range(len(gain)):  # without a branch, which the processor would guess wrong at every other person
        gives = gain[at] * graph.scale - price[posts[at]]
        second = max(second, min(best, gives))
        edge = begin + at if gives > best else edge
        best = max(best, gives)
    return edge, best, second


@compiled
def let_go(graph: Graph, standing: Standing, queue: Signed, step: int) -> int:
    """Free those who hold more than a step less than their best, and queue all who want a seat; return how many."""
    waiting = 0
    standing.filled[:] = 0
    standing.seat_person[:] = -1
    for person in range(len(standing.held)):
        _, best, _ = best_two(graph, standing.price, person)
        edge = standing.held[person]
        if edge >= 0:
            post = graph.posts[edge]
            if graph.gain[edge] * graph.scale - standing.price[post] >= best - step:
                # From the last seat down: the empty ones stand in front, where the cheapest seat is looked for.
                standing.filled[post] += 1
                standing.seat_person[graph.seat[post + 1] - standing.filled[post]] = person
                continue
            standing.held[person] = -1
        if best > 0:
            queue[waiting] = person
            waiting += 1
    return waiting


@compiled
def open_seats(graph: Graph, standing: Standing) -> None:
    """Give all seats of a post the post's price."""
    for post in range(len(standing.price)):
        standing.seat_price[graph.seat[post] : graph.seat[post + 1]] = standing.price[post]


@compiled
def bid_all(graph: Graph, standing: Standing, queue: Signed, waiting: int, step: int) -> None:
    """Let the queue bid, first come, first served; whoever loses a seat goes to the end of the queue."""
    head = 0
    while waiting:
        person = queue[head]
        head = head + 1 if head + 1 < len(queue) else 0
        waiting -= 1
        edge, best, second = best_two(graph, standing.price, person)
        if edge < 0:
            continue
        out = take_seat(graph, standing, person, edge, best - second + step)
        if out >= 0:
            standing.held[out] = -1
            tail = head + waiting
            queue[tail if tail < len(queue) else tail - len(queue)] = out
            waiting += 1


@compiled
def take_seat(graph: Graph, standing: Standing, person: int, edge: int, raised: int) -> int:
    """Give a person the cheapest seat of a post at a raised price; return who held it, -1 nobody."""
    post = graph.posts[edge]
    low, high = graph.seat[post], graph.seat[post + 1]
    out = standing.seat_person[low]
    price = standing.price[post] + raised
    place = low
    while True:  # a heap: sift the dearer seat down, the cheapest stays in front, an empty one before a taken one
        child = low + 2 * (place - low) + 1
        if child >= high:
            break
        if child + 1 < high and cheaper(standing, child + 1, child):
            child += 1
        if standing.seat_price[child] > price or (standing.seat_price[child] == price and standing.seat_person[child] > person):
            break
        standing.seat_price[place], standing.seat_person[place] = standing.seat_price[child], standing.seat_person[child]
        place = child
    standing.seat_price[place], standing.seat_person[place] = price, person
    standing.price[post] = standing.seat_price[low]
    standing.held[person] = edge
    return int(out)


@compiled
def cheaper(standing: Standing, one: int, other: int) -> bool:
    """Return whether one seat goes before another: by price, then empty first, then by person."""
    mine, theirs = standing.seat_price[one], standing.seat_price[other]
    return bool(mine < theirs or (mine == theirs and standing.seat_person[one] < standing.seat_person[other]))


@compiled
def offer_all(graph: Graph, standing: Standing, waiting: Signed, step: int) -> None:
    """Let posts with an empty seat at a price lower it, until it is taken or costs nothing."""
    standing.filled[:] = 0
    standing.yields[:] = 0
    for person in range(len(standing.held)):
        edge = standing.held[person]
        if edge >= 0:
            standing.filled[graph.posts[edge]] += 1
            standing.yields[person] = graph.gain[edge] * graph.scale - standing.price[graph.posts[edge]]
    count = 0
    for post in range(len(standing.price)):
        if standing.price[post] > 0 and has_empty_seat(graph, standing, post):
            waiting[count] = post
            count += 1
    while count:
        post = waiting[count - 1]
        count -= 1
        while standing.price[post] > 0 and has_empty_seat(graph, standing, post):
            left = offer(graph, standing, post, step)
            # A post with an empty seat at a price waits already, unless this move emptied its first.
            if left >= 0 and standing.price[left] > 0 and graph.seat[left + 1] - graph.seat[left] - standing.filled[left] == 1:
                waiting[count] = left
                count += 1


@compiled
def has_empty_seat(graph: Graph, standing: Standing, post: int) -> bool:
    """Return whether a post has a seat that nobody holds."""
    return bool(standing.filled[post] < graph.seat[post + 1] - graph.seat[post])


@compiled
def offer(graph: Graph, standing: Standing, post: int, step: int) -> int:
    """Lower one post's price to what brings the keenest person in, or to zero; return the post that person left, or -1."""
    best, second, at = keenest(graph, standing, post)
    price = max(0, min(standing.price[post], second - step, best - step))
    taken = at >= 0 and best - price >= step
    if not taken:
        price = 0
    cut = standing.price[post] - price
    if cut and standing.filled[post]:
        for spot in range(graph.into[post], graph.into[post + 1]):
            edge = standing.held[graph.people[spot]]
            if edge >= 0 and graph.posts[edge] == post:
                standing.yields[graph.people[spot]] += cut
    standing.price[post] = price
    if not taken:
        return -1
    return move(graph, standing, at, post)


@compiled
def keenest(graph: Graph, standing: Standing, post: int) -> tuple[int, int, int]:
    """Return what the keenest person elsewhere would pay for a post, what the next would, and the pair (-1: nobody)."""
    best, second, found = 0, 0, -1
    held_by_some = standing.filled[post] > 0
    begin, end = graph.into[post], graph.into[post + 1]
    people, worth = graph.people[begin:end], graph.worth[begin:end]
    if not held_by_some:  # all are elsewhere: the same loop without a branch
        for at in range(len(people)):
            pays = worth[at] * graph.scale - standing.yields[people[at]]
            second = max(second, min(best, pays))
            found = begin + at if pays > best else found
            best = max(best, pays)
        return best, second, found
    for at in range(len(people)):
        person = people[at]
        pays = worth[at] * graph.scale - standing.yields[person]
        if pays > second:
            if standing.held[person] >= 0 and graph.posts[standing.held[person]] == post:
                continue
            if pays > best:
                second, best, found = best, pays, begin + at
            else:
                second = pays
    return best, second, found


@compiled
def move(graph: Graph, standing: Standing, at: int, post: int) -> int:
    """Seat the person of a pair at a post; return the post left, -1 when the person came from outside."""
    person = graph.people[at]
    left = -1
    if standing.held[person] >= 0:
        left = graph.posts[standing.held[person]]
        standing.filled[left] -= 1
    edge = graph.first[person]
    while graph.posts[edge] != post:
        edge += 1
    standing.held[person] = edge
    standing.filled[post] += 1
    standing.yields[person] = graph.worth[at] * graph.scale - standing.price[post]
    return left
