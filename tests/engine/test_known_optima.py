"""Instances whose best value is known from the literature, so that nobody's solver is the oracle.

* Machol and Wien (1976): the cost of person ``i`` on post ``j`` is ``i · j``. Known to be hard for many methods; the least
  cost pairs the largest with the smallest, n(n+1)(n+2)/6, the greatest the equals, n(n+1)(2n+1)/6.
* Monge costs with seats (Hoffman, 1963): the north-west corner rule is optimal, whatever the seats.
* Costs on a line: whoever is moved in order is moved least; the best value is the sum of differences in sorted order.
"""

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from matang.engine import Problem, check, solve

HIGH = 1_000_000
"""Added to every score so that placing somebody always beats leaving the seat empty."""


def _solved(worth: np.ndarray, capacity: list[int] | None = None) -> tuple[int, int]:
    """Return the number placed and the sum of ``worth`` over them, after the check has accepted the proof."""
    people, posts = worth.shape
    who, where = np.divmod(np.arange(worth.size), posts)
    problem = Problem.build(
        people=range(people), posts=range(posts), capacity=capacity, pairs=(who, where, worth.reshape(-1) + HIGH)
    )
    result = solve(problem)
    assert check(problem.to_data(), result.to_data(), digest=problem.digest).ok
    return result.placed, result.objective - HIGH * result.placed


@pytest.mark.parametrize("size", [1, 2, 10, 75, 200])
def test_machol_and_wien_least_and_greatest(size: int) -> None:
    product = np.multiply.outer(np.arange(1, size + 1), np.arange(1, size + 1))
    assert _solved(-product) == (size, -size * (size + 1) * (size + 2) // 6)
    assert _solved(product) == (size, size * (size + 1) * (2 * size + 1) // 6)


@pytest.mark.parametrize("seed", range(5))
def test_monge_costs_with_seats_are_filled_from_the_north_west_corner(seed: int) -> None:
    rng = np.random.default_rng(seed)
    posts = 12
    seats = rng.integers(1, 9, posts)
    people = int(seats.sum())
    rise = rng.integers(0, 50, (people, posts))
    cost = -np.cumsum(np.cumsum(rise, axis=0), axis=1)
    in_order = np.repeat(np.arange(posts), seats)
    expected = int(cost[np.arange(people), in_order].sum())
    assert _solved(-cost, seats.tolist()) == (people, -expected)


@pytest.mark.parametrize("seed", range(5))
def test_on_a_line_nobody_overtakes(seed: int) -> None:
    rng = np.random.default_rng(seed)
    homes, offices = rng.integers(0, 10_000, 120), rng.integers(0, 10_000, 120)
    distance = np.abs(homes[:, None] - offices[None, :])
    assert _solved(-distance) == (120, -int(np.abs(np.sort(homes) - np.sort(offices)).sum()))


@pytest.mark.parametrize("shape", [(60, 60), (80, 50), (50, 80)])
def test_dense_random_costs_give_the_value_of_an_independent_library(shape: tuple[int, int]) -> None:
    worth = np.random.default_rng(3).integers(0, 1000, shape)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    assert _solved(worth) == (min(shape), int(worth[rows, columns].sum()))
