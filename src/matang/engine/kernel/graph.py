"""The candidate pairs as a graph that loops can walk from both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matang.engine.kernel.compiled import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Long = NDArray[np.int64]
    Short = NDArray[np.uint32]
    Signed = NDArray[np.int32]
    Points = NDArray[np.int32] | NDArray[np.int64]


class Graph(NamedTuple):
    """Useful pairs only: gain above zero, post with seats.

    Person ``i``'s pairs are ``first[i] … first[i + 1] - 1`` of ``posts`` and ``gain``; the same pairs seen from post ``j``
    are ``into[j] … into[j + 1] - 1`` of ``people`` and ``worth``; its seats are ``seat[j] … seat[j + 1] - 1``. Prices are
    in points times ``scale``, which is above the number of people. People and posts are unsigned: a loop need then not
    mind negative places, with which Python counts from the end, and runs a third faster. Gains are as narrow as they may
    be: 32 bits where all fit (loops are compiled for each width apart), because reading them is what takes the time.
    """

    first: Long
    posts: Short
    gain: Points
    into: Long
    people: Short
    worth: Points
    seat: Long
    scale: int | np.int64


@compiled
def relabel(posts: Long, count: int) -> tuple[Short, Signed]:
    """Return the pairs' posts under new numbers, and each post's new number.

    Numbers go by first appearance, so that posts wanted by the same people lie near each other in memory: half a million
    people are then placed in two thirds of the time.
    """
    number = np.full(count, -1, np.int32)
    renamed = np.empty(len(posts), np.uint32)
    known = 0
    for at in range(len(posts)):
        post = posts[at]
        if number[post] < 0:
            number[post] = known
            known += 1
        renamed[at] = number[post]
    for post in range(count):
        if number[post] < 0:
            number[post] = known
            known += 1
    return renamed, number


@compiled
def least_post(first: Long, posts: Short) -> Long:
    """Return each person's least post, by number; people with neighbouring ones want much the same posts."""
    least = np.full(len(first) - 1, np.iinfo(np.int64).max, np.int64)
    for person in range(len(least)):
        for at in range(first[person], first[person + 1]):
            least[person] = min(least[person], posts[at])
    return least


@compiled
def in_order(first: Long, posts: Short, gain: Points, order: Long) -> tuple[Long, Short, Points]:
    """Return the pairs with the people in another order: where each person's begin, posts and gains."""
    begins, moved, worth = np.zeros_like(first), np.empty_like(posts), np.empty_like(gain)
    end = 0
    for place in range(len(order)):
        for at in range(first[order[place]], first[order[place] + 1]):
            moved[end], worth[end] = posts[at], gain[at]
            end += 1
        begins[place + 1] = end
    return begins, moved, worth


@compiled
def from_posts(first: Long, posts: Short, gain: Points, count: int) -> tuple[Long, Short, Points]:
    """Return the pairs grouped by post (``into``, ``people``, ``worth``), people ascending in each group."""
    into = np.zeros(count + 1, np.int64)
    for at in range(len(posts)):
        into[posts[at] + 1] += 1
    for post in range(count):
        into[post + 1] += into[post]
    place = into[:-1].copy()
    people, worth = np.empty(len(posts), np.uint32), np.empty_like(gain)
    for person in range(len(first) - 1):
        for at in range(first[person], first[person + 1]):
            spot = place[posts[at]]
            people[spot], worth[spot] = person, gain[at]
            place[posts[at]] = spot + 1
    return into, people, worth
