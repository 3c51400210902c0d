"""For every post who holds it and who comes next: searched post by post where posts are few, by compiled loops otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matang.engine.explain import explain, runners_up
from matang.engine.residual import Residual

if TYPE_CHECKING:
    from matang.engine.problem import Integers, Problem
    from matang.engine.result import Result

FEW = 300
"""Up to so many posts are searched one by one: that is done before a compiler is loaded, and nobody waits for it to compile."""


@dataclass(frozen=True, eq=False)
class Nearest:
    """Flat arrays. ``first[j] … first[j + 1] - 1`` are the rows of post ``j``: holders first, then by distance.

    ``edge`` is the pair's number in the problem, ``distance`` as in ``explain`` (for holders: by how much the pair may
    fall; -1 where no number exists), ``next_post`` where a holder would go (-1: unplaced, or
    nobody's), one of several where they are equally good.
    """

    first: Integers
    edge: Integers
    holds: Integers
    distance: Integers
    next_post: Integers


def shortlists(problem: Problem, result: Result, limit: int, *, residual: Residual | None = None) -> Nearest:
    """Return for each post its holders and the ``limit`` nearest others, ordered as ``runners_up`` orders them."""
    if len(problem.posts) <= FEW:
        return _one_by_one(problem, result, limit, residual or Residual(problem, result))
    from matang.engine.nearest import nearest  # noqa: PLC0415 - a compiler comes with it

    return nearest(problem, result, limit, residual=residual)


def _one_by_one(problem: Problem, result: Result, limit: int, view: Residual) -> Nearest:
    first, rows = [0], []
    for at, post_id in enumerate(problem.posts.tolist()):
        found = runners_up(problem, result, post_id, residual=view)
        holders = [row for row in found if row.holds]
        for row in [*holders, *[row for row in found if not row.holds][:limit]]:
            edge = problem.edge_between(problem.person_at(row.person), at)
            rows.append((edge, int(row.holds), *(_holder(view, row.person, post_id) if row.holds else (row.distance, -1))))
        first.append(len(rows))
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Nearest(np.array(first, dtype=np.int64), *columns)


def _holder(view: Residual, person_id: int, post_id: int) -> tuple[int, int]:
    """Return how far a holder's pair may fall (-1: no number exists), and the position of the post where they would go."""
    told = explain(view.problem, view.result, person_id, post_id, residual=view)
    later = -1 if told.next_post is None else view.problem.post_at(told.next_post)
    return -1 if told.distance is None else told.distance, later
