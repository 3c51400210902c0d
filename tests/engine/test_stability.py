"""How far a weight may move: exact ends, held against trying every weight, and against hand-worked cases."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matang.engine import Problem, solve
from matang.engine.stability import Break, Placement, StabilityError, StableRange, stable_range

Points = list[list[int]]


def _placement(pairs: list[tuple[int, int]], fixed: Points, units: Points) -> Placement:
    return Placement(
        tuple(sorted(pairs)),
        sum(fixed[person][post] for person, post in pairs),
        sum(units[person][post] for person, post in pairs),
    )


def _solver(fixed: Points, units: Points):
    """Return the function that solves the problem with scores ``fixed + weight · units`` anew."""
    people, posts = len(fixed), len(fixed[0])
    where = [(person, post) for person in range(people) for post in range(posts)]

    def best_at(weight: int) -> Placement:
        scores = [fixed[person][post] + weight * units[person][post] for person, post in where]
        problem = Problem.build(
            people=range(people), posts=range(posts), pairs=([a for a, _ in where], [b for _, b in where], scores)
        )
        return _placement(solve(problem).pairs(), fixed, units)

    return best_at


def test_two_people_for_one_post_worked_by_hand() -> None:
    """Ani: 30 points and 1 level; Budi: 0 points and 3 levels. Level weight w: Ani 30+w, Budi 3w; level at w = 15."""
    fixed, units = [[30], [0]], [[1], [3]]
    best_at = _solver(fixed, units)
    found = stable_range(best_at(10), best_at, current=10)
    assert found == StableRange(10, 0, 15, None, Break(16, ((0, 0),), ((1, 0),), 2))
    assert (found.room_down, found.room_up) == (10, 5)


def test_a_weight_that_changes_nothing_may_go_to_both_ends() -> None:
    fixed, units = [[30], [0]], [[2], [2]]
    best_at = _solver(fixed, units)
    assert stable_range(best_at(7), best_at, current=7) == StableRange(7, 0, 100, None, None)


def test_from_the_other_side_the_same_crossing_is_found() -> None:
    fixed, units = [[30], [0]], [[1], [3]]
    best_at = _solver(fixed, units)
    found = stable_range(best_at(40), best_at, current=40)
    assert (found.low, found.high) == (15, 100)
    assert found.below == Break(14, ((1, 0),), ((0, 0),), 2)


def test_a_placement_that_is_not_best_is_refused() -> None:
    fixed, units = [[30], [0]], [[1], [3]]
    worse = _placement([(1, 0)], fixed, units)
    with pytest.raises(StabilityError, match="better at the weight 10"):
        stable_range(worse, _solver(fixed, units), current=10)


def test_a_weight_outside_its_ends_is_refused() -> None:
    fixed, units = [[1]], [[1]]
    best_at = _solver(fixed, units)
    with pytest.raises(ValueError, match="current: 101 is outside 0…100"):
        stable_range(best_at(50), best_at, current=101)


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Points, Points, int]:
    people, posts = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    numbers = st.integers(0, 30)
    table = st.lists(st.lists(numbers, min_size=posts, max_size=posts), min_size=people, max_size=people)
    units = st.lists(st.lists(st.integers(0, 4), min_size=posts, max_size=posts), min_size=people, max_size=people)
    return draw(table), draw(units), draw(st.integers(0, 20))


def _every_placement(fixed: Points, units: Points) -> list[Placement]:
    """Every way to place people, the unplaced included, by counting."""
    people, posts = len(fixed), len(fixed[0])
    found = []
    for choice in itertools.product([None, *range(posts)], repeat=people):
        taken = [post for post in choice if post is not None]
        if len(taken) == len(set(taken)):
            found.append(_placement([(person, post) for person, post in enumerate(choice) if post is not None], fixed, units))
    return found


@given(_cases())
def test_the_ends_are_those_of_trying_every_weight(case: tuple[Points, Points, int]) -> None:
    fixed, units, current = case
    best_at = _solver(fixed, units)
    proposal = best_at(current)
    found = stable_range(proposal, best_at, current=current, lowest=0, highest=20)
    every = _every_placement(fixed, units)
    holds = [proposal.value_at(weight) == max(placement.value_at(weight) for placement in every) for weight in range(21)]
    assert all(holds[found.low : found.high + 1])
    assert (found.low == 0) == (found.below is None)
    assert (found.high == 20) == (found.above is None)
    for edge in (found.below, found.above):
        if edge is not None:
            assert not holds[edge.weight]
            assert edge.better_by > 0
            assert edge.leaving or edge.coming


@given(_cases())
def test_few_solutions_are_enough(case: tuple[Points, Points, int]) -> None:
    fixed, units, current = case
    solver = _solver(fixed, units)
    asked: list[int] = []

    def counted(weight: int) -> Placement:
        asked.append(weight)
        return solver(weight)

    stable_range(solver(current), counted, current=current, lowest=0, highest=20)
    assert len(asked) == len(set(asked))
    assert len(asked) <= 21
