"""The best placement: against hand-worked instances and against trying everything."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from matang.engine import Problem, ProblemError, Result, check, explain, solve
from tests.engine.brute import best_value, problems

INSTANCES = sorted((Path(__file__).parent / "instances").glob("*.json"))


def load(path: Path) -> tuple[Problem, dict[str, Any]]:
    """Return the problem of an instance, and what was worked out by hand."""
    content = json.loads(path.read_text(encoding="utf-8"))
    given_numbers = dict(content["problem"])
    pairs = given_numbers.pop("pairs")
    columns = ([row[0] for row in pairs], [row[1] for row in pairs], [row[2] for row in pairs])
    return Problem.build(pairs=columns, **given_numbers), content["expected"]


@pytest.mark.parametrize("path", INSTANCES, ids=lambda path: path.stem)
def test_an_instance_worked_by_hand_gives_the_hand_s_answer(path: Path) -> None:
    """Assignment, value, prices and explanations are those of the instance's file."""
    problem, expected = load(path)
    result = solve(problem)
    assert result.objective == expected["objective"]
    if "assignment" in expected:
        assert [list(pair) for pair in result.pairs()] == expected["assignment"]
    if "post_price" in expected:
        assert result.post_price.tolist() == expected["post_price"]
    for question in expected.get("explanations", []):
        answer = explain(problem, result, question["person"], question["post"])
        for name in question.keys() - {"person", "post"}:
            found = getattr(answer, name)
            shown = [list(row) for row in found] if name == "holders" else found
            assert shown == question[name], (question, name)
    assert check(problem.to_data(), result.to_data(), digest=problem.digest).ok


@settings(max_examples=300, deadline=None)
@given(problems())
def test_no_placement_is_better_than_the_solver_s(problem: Problem) -> None:
    """The objective equals that of trying everything, and the independent check accepts result and prices."""
    result = solve(problem)
    assert result.objective == best_value(problem)
    assert check(problem.to_data(), result.to_data(), digest=problem.digest).violations == ()


@settings(max_examples=60, deadline=None)
@given(problems(points=2**50))
def test_huge_points_stay_exact(problem: Problem) -> None:
    """Points near the limit are added without rounding."""
    result = solve(problem)
    assert result.objective == best_value(problem)
    assert check(problem.to_data(), result.to_data()).ok


@settings(max_examples=60, deadline=None)
@given(problems())
def test_the_order_of_the_input_does_not_matter(problem: Problem) -> None:
    """Pairs, people and posts given backwards make the same files, byte for byte."""
    backwards = Problem.build(
        people=problem.people[::-1],
        posts=problem.posts[::-1],
        capacity=problem.capacity[::-1],
        pairs=(problem.people[problem.edge_people][::-1], problem.posts[problem.edge_posts][::-1], problem.score[::-1]),
        unplaced_cost=problem.unplaced_cost[::-1],
        vacancy_cost=problem.vacancy_cost[::-1],
    )
    assert backwards.canonical == problem.canonical
    assert solve(backwards).canonical() == solve(problem).canonical()


@settings(max_examples=60, deadline=None)
@given(problems())
def test_files_come_back_as_they_were(problem: Problem) -> None:
    """What is written can be read, and writes the same bytes."""
    result = solve(problem)
    assert Problem.from_data(json.loads(problem.canonical)).canonical == problem.canonical
    assert Result.from_data(json.loads(result.canonical())).canonical() == result.canonical()


def test_nothing_at_all_is_a_problem_with_an_answer() -> None:
    """No people and no posts: value 0."""
    result = solve(Problem.build(people=[], posts=[], pairs=([], [], [])))
    assert (result.objective, result.pairs()) == (0, [])


def test_nobody_eligible_leaves_all_seats_empty_at_their_cost() -> None:
    """Without candidates everybody stays unplaced; the costs are stated, the problem is not infeasible."""
    problem = Problem.build(people=[1, 2], posts=[5], capacity=[3], pairs=([], [], []), unplaced_cost=4, vacancy_cost=10)
    result = solve(problem)
    assert (result.objective, result.placed) == (-38, 0)
    assert check(problem.to_data(), result.to_data()).ok


def test_a_pair_worse_than_staying_apart_is_not_made() -> None:
    """A negative score is taken only when unplaced person and empty seat together cost more."""
    numbers = {"people": [1], "posts": [5], "pairs": ([1], [5], [-7])}
    assert solve(Problem.build(**numbers, unplaced_cost=3, vacancy_cost=3)).placed == 0
    assert solve(Problem.build(**numbers, unplaced_cost=4, vacancy_cost=4)).placed == 1


def test_points_too_wide_for_the_solver_are_refused_not_rounded() -> None:
    """With many nodes the widest points don't fit; the message says so and names the remedy."""
    people = np.arange(3000)
    pairs = (people, people, np.where(people % 2, 2**52, 2**52 - 1))
    with pytest.raises(ProblemError, match="coarser points"):
        solve(Problem.build(people=people, posts=people, pairs=pairs))


def test_fractions_are_refused() -> None:
    """The proof is exact, so points are whole numbers."""
    with pytest.raises(ProblemError, match=r"pairs\.score: expected integers"):
        Problem.build(people=[1], posts=[5], pairs=([1], [5], [0.5]))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"people": [1, 1]}, "people: identifier 1 stands twice"),
        ({"posts": [5, 5], "capacity": None}, "posts: identifier 5 stands twice"),
        ({"capacity": [-1]}, "cannot have fewer than 0 seats"),
        ({"capacity": [1, 1]}, "capacity: 2 numbers where 1 are needed"),
        ({"pairs": ([1, 1], [5, 5], [3, 4])}, r"pair \(1, 5\) stands twice"),
        ({"pairs": ([9], [5], [3])}, "pairs.person: 9 is not known"),
        ({"pairs": ([1], [9], [3])}, "pairs.post: 9 is not known"),
        ({"pairs": ([1], [5], [2**60])}, "outside"),
        ({"pairs": ([1], [5], [1, 2])}, "differ in length"),
        ({"unplaced_cost": [1]}, "unplaced_cost: 1 numbers where 2 are needed"),
        ({"people": [[1, 2]]}, "people: expected one dimension"),
    ],
)
def test_numbers_that_are_no_problem_are_refused_by_name(change: dict[str, Any], message: str) -> None:
    """Each mistake is refused with the array and the place."""
    numbers: dict[str, Any] = {"people": [1, 2], "posts": [5], "capacity": [1], "pairs": ([1], [5], [3])}
    with pytest.raises(ProblemError, match=message):
        Problem.build(**(numbers | change))
