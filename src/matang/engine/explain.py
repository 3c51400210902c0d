"""Why this person here, why not there, how far off, and what it would have cost the others.

Distances are exact, not one solver's reduced costs: the loss of the whole when the pair is forced (or, for a holder, when
the pair is forbidden), found as the cheapest chain of moves. A pair that is behind by ``d`` points draws level when its own
score rises by ``d`` and wins for sure at ``d + 1``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.residual import OUTSIDE, Residual, Start, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matang.engine.problem import Problem
    from matang.engine.result import Result


class Standing(StrEnum):
    """How a pair stands in the result."""

    HOLDS = "holds"
    TIES = "ties"
    LOSES = "loses"
    NO_SEAT = "no_seat"
    NOT_CANDIDATE = "not_candidate"
    OVERTAKES = "overtakes"

    @classmethod
    def of(cls, distance: int | None) -> Standing:
        """Return how a pair that was not chosen stands by how many points it lacks (None: no chain of moves leads to a seat)."""
        if distance is None:
            return cls.NO_SEAT
        if distance == 0:
            return cls.TIES
        return cls.LOSES if distance > 0 else cls.OVERTAKES


@dataclass(frozen=True)
class Move:
    """One move of a chain, as identifiers. ``person`` None: a seat stays empty or an empty one is used."""

    person: int | None
    from_post: int | None
    to_post: int | None


@dataclass(frozen=True)
class Change:
    """So many units more of one term, worth so many points."""

    term: str
    units: int
    points: int


@dataclass(frozen=True)
class Explanation:
    """The answer for one person and one post.

    * ``distance``: HOLDS: how many points the pair's score may fall before another placement is as good; TIES: 0;
      LOSES: how many are lacking to draw level; OVERTAKES (a score given that is higher than when the result was made): minus
      how many points the whole would gain. None where no number exists.
    * ``held_post``: the post the person holds in the result (None: unplaced); ``held_score`` its score.
    * ``holders``: who holds the post now, with their scores for it, best first.
    * ``moves``: what else would change if the pair were forced (HOLDS: forbidden); the person's own move is left out.
    * ``next_post``: HOLDS: where the person would go if not here (None: unplaced).
    * ``own_change``: what the person's own placement would gain (or lose) in points (staying unplaced counts minus its
      cost), ``others_loss`` what all others and the seats would lose; ``others_loss − own_change`` is the distance.
    * ``changes``: each tuple is a smallest sufficient way to win; empty when none is known or none suffices.
    """

    person: int
    post: int
    standing: Standing
    score: int | None
    distance: int | None
    held_post: int | None
    held_score: int | None
    holders: tuple[tuple[int, int], ...]
    moves: tuple[Move, ...] = ()
    next_post: int | None = None
    own_change: int | None = None
    others_loss: int | None = None
    changes: tuple[tuple[Change, ...], ...] = ()

    @property
    def points_to_win(self) -> int | None:
        """Return how many points more would win for sure; 0 for a holder, None where no number exists."""
        if self.standing is Standing.HOLDS:
            return 0
        return None if self.distance is None else max(0, self.distance + 1)


@dataclass(frozen=True)
class RunnerUp:
    """A candidate of a post: identifier, score, distance (0 for holders and ties), and whether the post is held."""

    person: int
    score: int
    distance: int
    holds: bool
    held_post: int | None


def explain(
    problem: Problem,
    result: Result,
    person_id: int,
    post_id: int,
    *,
    score: int | None = None,
    levers: Sequence[tuple[str, int, int]] = (),
    residual: Residual | None = None,
) -> Explanation:
    """Return why a person does or does not hold a post.

    A pair that is no candidate answers ``NOT_CANDIDATE``: the caller knows the hard requirement that refused it. For an
    allowed pair that was merely not among the best candidates, pass its ``score`` and get numbers all the same.
    ``levers`` are (term, points per unit, units that would still count); ``residual`` saves work when many are asked.
    """
    view = residual or Residual(problem, result)
    person, post = problem.person_at(person_id), problem.post_at(post_id)
    edge = problem.edge_between(person, post)
    worth = int(problem.score[edge]) if edge >= 0 else score
    held = int(result.assigned[person])
    facts = _Facts(view, person, post, held, worth)
    if worth is None:
        return facts.answer(Standing.NOT_CANDIDATE)
    if held == post:
        return facts.holder()
    return facts.other(levers)


class _Facts:
    """What all answers for one pair share."""

    def __init__(self, view: Residual, person: int, post: int, held: int, worth: int | None) -> None:
        self.view, self.person, self.post, self.held, self.worth = view, person, post, held, worth
        self.problem, self.result = view.problem, view.result

    def _score(self, person: int, post: int) -> int:
        """Return the score of a held pair."""
        return int(self.problem.score[self.problem.edge_between(person, post)])

    def _identifier(self, post: int) -> int | None:
        """Return a post's identifier, None for outside."""
        return None if post == OUTSIDE else int(self.problem.posts[post])

    def gain(self) -> int:
        """Return the gain of the pair."""
        return (self.worth or 0) + int(self.problem.unplaced_cost[self.person]) + int(self.problem.vacancy_cost[self.post])

    def value_at(self, post: int) -> int:
        """Return what the person's own placement counts: the score at a post, minus the stated cost when unplaced."""
        return -int(self.problem.unplaced_cost[self.person]) if post < 0 else self._score(self.person, post)

    def answer(
        self,
        standing: Standing,
        *,
        distance: int | None = None,
        steps: Sequence[Step] = (),
        next_post: int | None = None,
        own_change: int | None = None,
        changes: tuple[tuple[Change, ...], ...] = (),
    ) -> Explanation:
        """Return the explanation in identifiers."""
        people = self.problem.people
        holders = sorted(
            ((int(people[who]), self._score(who, self.post)) for who in self.view.holders(self.post)),
            key=lambda row: (-row[1], row[0]),
        )
        moves = tuple(
            Move(
                None if step.person < 0 else int(people[step.person]),
                self._identifier(step.origin),
                self._identifier(step.target),
            )
            for step in steps
        )
        return Explanation(
            person=int(people[self.person]),
            post=int(self.problem.posts[self.post]),
            standing=standing,
            score=self.worth,
            distance=distance,
            held_post=self._identifier(self.held),
            held_score=None if self.held < 0 else self._score(self.person, self.held),
            holders=tuple(holders),
            moves=moves,
            next_post=next_post,
            own_change=own_change,
            others_loss=None if distance is None or own_change is None else distance + own_change,
            changes=changes,
        )

    def holder(self) -> Explanation:
        """Explain a pair that was chosen: how safe it is, and where the person would go otherwise."""
        start, stop = int(self.problem.first_edge[self.person]), int(self.problem.first_edge[self.person + 1])
        starts = [Start(OUTSIDE, int(self.result.person_price[self.person]))]
        starts += [
            Start(int(self.problem.edge_posts[edge]), int(self.view.slack[edge]))
            for edge in range(start, stop)
            if int(self.problem.edge_posts[edge]) != self.post
        ]
        found = self.view.chain(starts, self.post)
        if found is None:
            return self.answer(Standing.HOLDS)
        distance, steps = found
        begins = steps[0].origin if steps else self.post
        own_change = self.value_at(begins) - self.value_at(self.post)
        return self.answer(
            Standing.HOLDS, distance=distance, steps=steps, next_post=self._identifier(begins), own_change=own_change
        )

    def other(self, levers: Sequence[tuple[str, int, int]]) -> Explanation:
        """Explain a pair that was not chosen: how far off, who would have to move, and what would be enough."""
        slack = int(self.result.person_price[self.person]) + int(self.result.post_price[self.post]) - self.gain()
        found = self.view.chain([Start(self.post, 0)], self.held if self.held >= 0 else OUTSIDE)
        if found is None:
            return self.answer(Standing.NO_SEAT)
        distance, steps = slack + found[0], found[1]
        return self.answer(
            Standing.of(distance),
            distance=distance,
            steps=steps,
            own_change=(self.worth or 0) - self.value_at(self.held),
            changes=smallest_changes(distance + 1, levers),
        )


def smallest_changes(points: int, levers: Sequence[tuple[str, int, int]]) -> tuple[tuple[Change, ...], ...]:
    """Return the smallest ways to earn at least ``points``.

    First every single term that is enough by itself, fewest units first. When none is, the one combination with the
    fewest units in all (the units worth most first). Empty when even everything together is not enough, or nothing is lacking.
    """
    if points <= 0:
        return ()
    alone = []
    for term, each, most in levers:
        units = -(-points // each) if each > 0 else most + 1
        if units <= most:
            alone.append(Change(term, units, units * each))
    if alone:
        return tuple((change,) for change in sorted(alone, key=lambda change: (change.units, change.points, change.term)))
    together: list[Change] = []
    for term, each, most in sorted(levers, key=lambda lever: (-lever[1], lever[0])):
        if points <= 0 or each <= 0 or most <= 0:
            continue
        units = min(most, -(-points // each))
        together.append(Change(term, units, units * each))
        points -= units * each
    return (tuple(together),) if points <= 0 and together else ()


def runners_up(
    problem: Problem, result: Result, post_id: int, *, limit: int | None = None, residual: Residual | None = None
) -> list[RunnerUp]:
    """Return the candidates of a post, holders first, then by distance, then by score, then by identifier.

    One search answers for all of them.
    """
    view = residual or Residual(problem, result)
    post = problem.post_at(post_id)
    distance, _ = view.distances([Start(post, 0)])
    found = []
    for edge in np.flatnonzero(problem.edge_posts == post).tolist():
        person = int(problem.edge_people[edge])
        held = int(result.assigned[person])
        score = int(problem.score[edge])
        held_id = None if held < 0 else int(problem.posts[held])
        if held == post:
            found.append(RunnerUp(int(problem.people[person]), score, 0, holds=True, held_post=held_id))
        elif (away := distance.get(held if held >= 0 else OUTSIDE)) is not None:
            found.append(
                RunnerUp(int(problem.people[person]), score, int(view.slack[edge]) + away, holds=False, held_post=held_id)
            )
    found.sort(key=lambda row: (not row.holds, row.distance, -row.score, row.person))
    return found[:limit]
