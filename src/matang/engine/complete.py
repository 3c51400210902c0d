"""Optimal over all pairs, though only the best candidates are ever solved.

Solving the best few candidates of each person leaves a doubt: would a pair that was cut off have been better? The prices
answer it. A pair whose gain does not exceed its two prices cannot improve the placement, candidate or not. So all pairs
are held against the prices (people × classes, nothing larger); those that exceed them become candidates and the problem is
solved again, until none does. Then the result is optimal over every allowed pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.candidates import PAIRS_A_LOOP, build_candidates
from matang.engine.problem import Problem, ProblemError
from matang.engine.solve import method_for, solve

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

    from matang.engine.candidates import Block, PairSource
    from matang.engine.problem import Integers
    from matang.engine.result import Result

PER_ROUND = 8
"""So many of a person's overlooked classes are added in one round, those furthest above the prices first."""
SAME_CLASS = 8
"""With a class, so many of its posts are added, the cheapest first: the next one is wanted as soon as its price has risen."""


@dataclass(frozen=True)
class Completed:
    """The problem that was solved in the end, its result, and what it took: rounds, and pairs added after the first."""

    problem: Problem
    result: Result
    rounds: int
    added: int


def solve_complete(
    source: PairSource,
    *,
    people: ArrayLike,
    posts: ArrayLike,
    capacity: ArrayLike | None = None,
    unplaced_cost: ArrayLike | int = 0,
    vacancy_cost: ArrayLike | int = 0,
    per_person: int = 50,
    per_post: int = 0,
    always: tuple[Integers, Integers, Integers] | None = None,
    solver: Callable[[Problem], tuple[Problem, Result]] = lambda problem: (problem, solve(problem)),
) -> Completed:
    """Return a placement that is optimal over every pair the source allows.

    ``solver`` may put a price on something and returns the problem it solved in the end, with the same pairs.

    ``people`` and ``posts`` are the identifiers in the order of the source, ascending. Pairs in ``always`` (positions and
    points) may be worth more than the source says (a preference for staying), not less.
    """
    people_ids, post_ids = np.asarray(people, dtype=np.int64), np.asarray(posts, dtype=np.int64)
    for name, ids in (("people", people_ids), ("posts", post_ids)):
        if bool((np.diff(ids) <= 0).any()):
            raise ProblemError(f"{name}: identifiers must be ascending, each once")
    edges = build_candidates(source, per_person=per_person, per_post=per_post, always=always)
    pairs = (edges.people, edges.posts, edges.score)
    rounds, added = 0, 0
    while True:
        rounds += 1
        problem = Problem.build(
            people=people_ids,
            posts=post_ids,
            capacity=capacity,
            pairs=(people_ids[pairs[0]], post_ids[pairs[1]], pairs[2]),
            unplaced_cost=unplaced_cost,
            vacancy_cost=vacancy_cost,
        )
        problem, result = solver(problem)
        more = overlooked(source, problem, result)
        if not more[0].size:
            return Completed(problem, result, rounds, added)
        added += more[0].size
        pairs = tuple(np.concatenate(both) for both in zip(pairs, more, strict=True))  # type: ignore[assignment]


def overlooked(source: PairSource, problem: Problem, result: Result) -> tuple[Integers, Integers, Integers]:
    """Return allowed pairs (positions, points) that are no candidates and exceed the prices; at most a few a person.

    Empty exactly when the result is optimal over all pairs: in each class only the cheapest post need be tried.
    """
    open_posts = np.flatnonzero(problem.capacity > 0)
    offer = (problem.vacancy_cost - result.post_price)[open_posts]
    kind = source.post_class[open_posts]
    order = np.lexsort((open_posts, -offer, kind))
    kinds, first = np.unique(kind[order], return_index=True)
    cheapest, best = open_posts[order][first], offer[order][first]
    wide = np.minimum(np.diff(np.concatenate((first, [len(order)]))), SAME_CLASS)
    known = problem.edge_people * len(problem.posts) + problem.edge_posts  # ascending, as the pairs of a problem are
    lead = problem.unplaced_cost - result.person_price
    look = _exceeding(problem)
    parts: list[tuple[Integers, Integers, Integers]] = []
    step = max(1, PAIRS_A_LOOP // max(source.classes, 1))
    for start in range(0, source.people if kinds.size else 0, step):
        block = source.block(start, min(start + step, source.people))
        row, found = look(block, lead[start : start + step], kinds, best, PER_ROUND)
        if row.size:
            if _stands(known, (start + row) * len(problem.posts) + cheapest[found]).any():
                raise ProblemError("always: a pair is worth less there than its source says")
            many = wide[found]
            inside = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
            post = open_posts[order][np.repeat(first[found], many) + inside]
            parts.append((np.repeat(start + row, many), post, np.repeat(block.score[row, kinds[found]], many)))
    empty = np.empty(0, np.int64)
    person, post, score = (np.concatenate([empty, *(part[at] for part in parts)]) for at in range(3))
    new = ~_stands(known, person * len(problem.posts) + post)
    return person[new], post[new], score[new]


def _exceeding(problem: Problem) -> Callable[[Block, Integers, Integers, Integers, int], tuple[Integers, Integers]]:
    """Return who looks for the pairs of a block above the prices: loops where the solver has loaded a compiler anyway."""
    if method_for(problem) != "auction":
        return exceeding_by_columns
    from matang.engine.exceeding import exceeding  # noqa: PLC0415 - loads the compiler

    return exceeding


def exceeding_by_columns(block: Block, lead: Integers, kinds: Integers, offer: Integers, most: int) -> tuple[Integers, Integers]:
    """Return the pairs (row, position in ``kinds``) of a block whose points exceed the prices, at most ``most`` a row.

    ``lead`` is what each row and ``offer`` what each of ``kinds`` adds to the points. Row by row, those furthest above the
    prices first, the earlier kind among equals.
    """
    excess = np.where(block.allowed[:, kinds], block.score[:, kinds] + (lead[:, None] + offer[None, :]), 0)
    short = np.flatnonzero(excess.max(axis=1, initial=0) > 0)
    top = np.argsort(-excess[short], axis=1, kind="stable")[:, :most]
    row, column = np.nonzero(np.take_along_axis(excess[short], top, axis=1) > 0)
    return short[row], top[row, column]


def _stands(known: Integers, wanted: Integers) -> NDArray[np.bool_]:
    """Return which of ``wanted`` stand in ascending ``known``."""
    if not known.size:
        return np.zeros(wanted.shape, dtype=bool)
    found: NDArray[np.bool_] = known[np.minimum(np.searchsorted(known, wanted), len(known) - 1)] == wanted
    return found
