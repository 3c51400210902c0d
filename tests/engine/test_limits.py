"""Bounded placements against trying every placement, and the prices that prove them."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Problem, ProblemError, check, solve, solve_bounded
from tests.engine.brute import problems


def best_within(problem: Problem, most: int, group: list[int], room: list[int]) -> int:
    """Return the value of the best placement that keeps the bounds, by trying all."""
    options: list[list[tuple[int, int]]] = [[(-1, 0)] for _ in problem.people]
    for person, post, gain in zip(problem.edge_people.tolist(), problem.edge_posts.tolist(), problem.gain.tolist(), strict=True):
        options[person].append((post, gain))
    best = 0
    for chosen in product(*options):
        used = [post for post, _ in chosen if post >= 0]
        leaving = [group[person] for person, (post, _) in enumerate(chosen) if post >= 0]
        if len(used) > most or any(leaving.count(number) > room[number] for number in set(leaving)):
            continue
        if all(used.count(post) <= int(problem.capacity[post]) for post in set(used)):
            best = max(best, sum(gain for _, gain in chosen))
    return problem.base + best


@settings(max_examples=300, deadline=None)
@given(problem=problems(most=5), data=st.data())
def test_no_placement_within_the_bounds_is_worth_more(problem: Problem, data: st.DataObject) -> None:
    people = len(problem.people)
    group = data.draw(st.lists(st.integers(0, 2), min_size=people, max_size=people))
    room = data.draw(st.lists(st.integers(0, 3), min_size=3, max_size=3))
    most = data.draw(st.integers(0, 5))
    found = solve_bounded(problem, most=most, group=group, most_of_group=room)
    moved = found.result.assigned >= 0
    leaving = np.bincount(np.array(group, dtype=np.int64)[moved], minlength=3)
    assert int(moved.sum()) <= most
    assert (leaving <= room).all()
    value = problem.base + int(problem.gain[_held(problem, found.result.assigned)].sum())
    assert value == best_within(problem, most, group, room)
    costs = found.move_cost + found.group_cost[np.array(group, dtype=np.int64)] - found.tie * moved
    assert (found.problem.unplaced_cost == problem.unplaced_cost - costs).all()
    assert check(found.problem.to_data(), found.result.to_data(), digest=found.problem.digest).ok


@settings(max_examples=200, deadline=None)
@given(problem=problems(most=5), data=st.data())
def test_a_price_is_asked_only_where_a_bound_is_reached_and_no_lower_one_would_do(problem: Problem, data: st.DataObject) -> None:
    most = data.draw(st.integers(0, 5))
    found = solve_bounded(problem, most=most)
    group_cost = np.zeros(max(1, int(bool(len(problem.people)))), np.int64)
    assert found.group_cost.tolist() == group_cost.tolist()[: len(found.group_cost)]
    if found.move_cost:
        assert found.result.placed == min(most, len(problem.people))
        cheaper = replace(problem, unplaced_cost=problem.unplaced_cost - (found.move_cost - 1))
        assert cheaper.base + int(cheaper.gain[_held(problem, found.result.assigned)].sum()) < solve(cheaper).objective


def _held(problem: Problem, assigned: np.ndarray) -> np.ndarray:
    return np.flatnonzero(assigned[problem.edge_people] == problem.edge_posts)


def test_three_equal_moves_of_which_two_are_allowed() -> None:
    """A uniform price alone jumps from three moves to none: the bound itself is met all the same."""
    problem = Problem.build(people=[1, 2, 3], posts=[7, 8, 9], pairs=([1, 2, 3], [7, 8, 9], [5, 5, 5]))
    found = solve_bounded(problem, most=2)
    assert (found.result.placed, found.move_cost, found.tie) == (2, 5, 1)


def test_a_bound_that_holds_nothing_back_costs_nothing() -> None:
    problem = Problem.build(people=[1, 2], posts=[7, 8], pairs=([1, 2], [7, 8], [5, 4]))
    found = solve_bounded(problem, most=2, group=[0, 0], most_of_group=[2])
    assert (found.move_cost, found.group_cost.tolist(), found.problem) == (0, [0], problem)


def test_one_may_leave_each_office_and_the_price_says_what_the_next_would_be_worth() -> None:
    problem = Problem.build(people=[1, 2, 3], posts=[7, 8, 9], pairs=([1, 2, 3], [7, 8, 9], [9, 6, 4]))
    found = solve_bounded(problem, group=[0, 0, 1], most_of_group=[1, 1])
    assert (found.result.pairs(), found.move_cost, found.group_cost.tolist()) == ([(1, 7), (3, 9)], 0, [6, 0])


def test_a_negative_bound_is_refused() -> None:
    problem = Problem.build(people=[1], posts=[7], pairs=([1], [7], [5]))
    with pytest.raises(ProblemError, match="negative"):
        solve_bounded(problem, most=-1)
