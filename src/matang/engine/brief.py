"""An optimal result cut down to what "why not" asks of it, so that a page reads it and answers in milliseconds.

Kept are one line for each person and post, and the moves between places without those that cost more than the way over
outside: no cheapest chain uses them. The distances are exactly those of ``explain``. What is left out is who would move.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.explain import Explanation, Standing, smallest_changes
from matang.engine.moves import FAR, Arcs, far_from, grouped
from matang.engine.problem import position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matang.engine.problem import Integers
    from matang.engine.residual import Residual


@dataclass(frozen=True, eq=False)
class Brief:
    """Flat arrays. By person: identifier, position of the post held (-1: none) and the score there, price, unplaced cost.

    By post: identifier, price, vacancy cost. ``place`` is the place of outside and of each post; ``begin``, ``head`` and
    ``cost`` are the moves out of each place, cheapest first; ``outward`` and ``inward`` how far outside is from each place,
    and each place from outside (``FAR``: no move leads there).
    """

    people: Integers
    held: Integers
    held_score: Integers
    person_price: Integers
    unplaced_cost: Integers
    posts: Integers
    post_price: Integers
    vacancy_cost: Integers
    place: Integers
    begin: Integers
    head: Integers
    cost: Integers
    outward: Integers
    inward: Integers

    @classmethod
    def of(cls, view: Residual) -> Brief:
        """Return the short form of a result; ``view`` has joined its places where they are many."""
        problem, result, (place, forward, back) = view.problem, view.result, view.joined
        held_score = np.zeros(len(problem.people), dtype=np.int64)
        held = np.flatnonzero(result.assigned[problem.edge_people] == problem.edge_posts)
        held_score[problem.edge_people[held]] = problem.score[held]
        outside = int(place[0])
        outward, inward = far_from(back, outside), far_from(forward, outside)
        begin, head, cost = _useful(forward, outside, outward, inward)
        return cls(
            problem.people, result.assigned, held_score, result.person_price, problem.unplaced_cost,
            problem.posts, result.post_price, problem.vacancy_cost, place, begin, head, cost, outward, inward,
        )  # fmt: skip

    def holds(self, person_id: int, post_id: int) -> bool:
        """Return whether the person holds the post in the result; who is not known holds none."""
        post = self.held[self.people == person_id]
        return bool((self.posts[post[post >= 0]] == post_id).any())

    def explain(self, person_id: int, post_id: int, *, score: int, levers: Sequence[tuple[str, int, int]] = ()) -> Explanation:
        """Return why a person does not hold a post, as ``explain`` does but for ``moves``. ``score`` is that of the pair.

        ``ProblemError`` when the person or the post is not known, ``ValueError`` when the person holds the post.
        """
        person, post = self._person(person_id), self._post(post_id)
        held = int(self.held[person])
        if held == post:
            raise ValueError("who holds the post is explained by the whole result")
        gain = score + int(self.unplaced_cost[person]) + int(self.vacancy_cost[post])
        slack = int(self.person_price[person]) + int(self.post_price[post]) - gain
        away = self.distance(int(self.place[post + 1]), int(self.place[held + 1]))
        held_score = int(self.held_score[person]) if held >= 0 else None
        distance = None if away is None else slack + away
        own_change = None if away is None else score - (-int(self.unplaced_cost[person]) if held_score is None else held_score)
        return Explanation(
            person=person_id,
            post=post_id,
            standing=Standing.of(distance),
            score=score,
            distance=distance,
            held_post=int(self.posts[held]) if held >= 0 else None,
            held_score=held_score,
            holders=self._holders(post),
            own_change=own_change,
            others_loss=None if distance is None or own_change is None else distance + own_change,
            changes=smallest_changes(0 if distance is None else distance + 1, levers),
        )

    def distance(self, origin: int, target: int) -> int | None:
        """Return the cost of the cheapest chain from one joined place to another, None when there is none.

        The way over outside is known beforehand; so is what is left at least from each place, by the distances from and to
        outside (the triangle's inequality). Only what could still be cheaper is looked at (Dijkstra, towards the target).
        """
        best = 0 if origin == target else min(FAR, int(self.outward[origin]) + int(self.inward[target]))
        left = np.maximum(self.inward[target] - self.inward, self.outward - self.outward[target]).clip(min=0).tolist()
        reached, waiting, settled = {origin: 0}, [(left[origin], origin)], set()
        while waiting:
            least, at = heapq.heappop(waiting)
            if least >= best:
                break
            if at in settled:
                continue
            settled.add(at)
            begin, end, gone = int(self.begin[at]), int(self.begin[at + 1]), reached[at]
            for to, cost in zip(self.head[begin:end].tolist(), self.cost[begin:end].tolist(), strict=True):
                far = gone + cost
                if far >= best:
                    break
                if far + left[to] < best and far < reached.get(to, FAR):
                    reached[to] = far
                    best = far if to == target else best
                    heapq.heappush(waiting, (far + left[to], to))
        return best if best < FAR else None

    def _holders(self, post: int) -> tuple[tuple[int, int], ...]:
        """Return who holds a post, with their scores for it, best first."""
        who = np.flatnonzero(self.held == post)
        rows = zip(self.people[who].tolist(), self.held_score[who].tolist(), strict=True)
        return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))

    def _person(self, person_id: int) -> int:
        return int(position("person", self.people, np.array([person_id]))[0])

    def _post(self, post_id: int) -> int:
        return int(position("post", self.posts, np.array([post_id]))[0])


def _useful(arcs: Arcs, outside: int, outward: Integers, inward: Integers) -> Arcs:
    """Return the moves without those that cost more than going over outside instead."""
    tail = arcs.tail
    kept = (arcs.cost <= outward[tail] + inward[arcs.head]) | (tail == outside) | (arcs.head == outside)
    return grouped(tail[kept], arcs.head[kept], arcs.cost[kept], len(arcs.begin) - 1)
