"""Why, why not, how far off: exact against trying everything, and said in the scoring's own terms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Change, Problem, ResultError, Standing, explain, runners_up, smallest_changes, solve
from tests.engine.brute import best_value, problems


@settings(max_examples=300, deadline=None)
@given(problems(least_pairs=1), st.data())
def test_the_distance_is_the_loss_when_the_pair_is_forced_or_forbidden(problem: Problem, data: st.DataObject) -> None:
    """For every pair the stated distance equals the difference of two values found by trying everything."""
    edge = data.draw(st.integers(0, len(problem.score) - 1))
    person, post = int(problem.edge_people[edge]), int(problem.edge_posts[edge])
    result = solve(problem)
    answer = explain(problem, result, int(problem.people[person]), int(problem.posts[post]))
    if answer.standing is Standing.HOLDS:
        other = best_value(problem, forbidden=(person, post))
    else:
        other = best_value(problem, forced=(person, post))
    if other is None:
        assert (answer.standing, answer.distance) == (Standing.NO_SEAT, None)
        return
    assert answer.distance == result.objective - other
    if answer.standing is not Standing.HOLDS:
        assert (answer.distance == 0) == (answer.standing is Standing.TIES)
    assert answer.others_loss is not None
    assert answer.own_change is not None
    assert answer.others_loss - answer.own_change == answer.distance


@settings(max_examples=150, deadline=None)
@given(problems(least_pairs=1), st.data())
def test_one_point_more_than_the_distance_wins(problem: Problem, data: st.DataObject) -> None:
    """Both directions: with ``distance + 1`` points more the person gets the post, with one point less than that not for sure."""
    edge = data.draw(st.integers(0, len(problem.score) - 1))
    ids = int(problem.people[problem.edge_people[edge]]), int(problem.posts[problem.edge_posts[edge]])
    answer = explain(problem, solve(problem), *ids)
    if answer.standing not in {Standing.LOSES, Standing.TIES}:
        return
    assert answer.points_to_win is not None

    def after(points: int) -> Problem:
        score = problem.score.copy()
        score[edge] += points
        return Problem(
            problem.people, problem.posts, problem.capacity, problem.edge_people, problem.edge_posts, score,
            problem.unplaced_cost, problem.vacancy_cost,
        )  # fmt: skip

    assert solve(after(answer.points_to_win)).post_of(ids[0]) == ids[1]
    if answer.points_to_win > 1:
        assert solve(after(answer.points_to_win - 2)).post_of(ids[0]) != ids[1]


@settings(max_examples=150, deadline=None)
@given(problems(least_pairs=1), st.data())
def test_runners_up_say_what_each_explanation_says(problem: Problem, data: st.DataObject) -> None:
    """The list of a post agrees with the page of each pair, holders first, then the nearest."""
    post = int(data.draw(st.sampled_from(problem.posts[problem.edge_posts].tolist())))
    result = solve(problem)
    listed = runners_up(problem, result, post)
    for row in listed:
        answer = explain(problem, result, row.person, post)
        assert row.holds == (answer.standing is Standing.HOLDS)
        assert row.score == answer.score
        if not row.holds:
            assert row.distance == answer.distance
    assert [(not row.holds, row.distance) for row in listed] == sorted((not row.holds, row.distance) for row in listed)


def test_the_moves_name_everyone_who_would_have_to_go() -> None:
    """In the chain of three, 1 moves from 7 to 8 and 2 is left unplaced."""
    problem = Problem.build(people=[1, 2, 3], posts=[7, 8], pairs=([1, 1, 2, 3], [7, 8, 8, 7], [50, 45, 40, 30]))
    moves = explain(problem, solve(problem), 3, 7).moves
    assert [(move.person, move.from_post, move.to_post) for move in moves] == [(1, 7, 8), (2, 8, None)]


def test_a_pair_that_was_left_out_for_brevity_is_explained_by_its_score() -> None:
    """An allowed pair that was not among the best candidates gets numbers when its score is given."""
    problem = Problem.build(people=[1, 2], posts=[7], pairs=([1], [7], [50]))
    result = solve(problem)
    assert explain(problem, result, 2, 7).standing is Standing.NOT_CANDIDATE
    answer = explain(problem, result, 2, 7, score=20)
    assert (answer.standing, answer.distance) == (Standing.LOSES, 30)


def test_an_empty_seat_costs_nobody_anything() -> None:
    """Who would be worth less than nothing at an empty post lacks exactly that, and nobody has to move."""
    problem = Problem.build(people=[1], posts=[7], pairs=([1], [7], [-4]))
    answer = explain(problem, solve(problem), 1, 7)
    assert (answer.distance, answer.own_change, answer.others_loss) == (4, -4, 0)
    assert [move.person for move in answer.moves] == [None]


def test_a_result_of_other_people_is_refused() -> None:
    """Explaining one problem with the result of another is an error, not an answer."""
    one = Problem.build(people=[1], posts=[7], pairs=([1], [7], [5]))
    other = Problem.build(people=[2], posts=[7], pairs=([2], [7], [5]))
    with pytest.raises(ResultError):
        explain(one, solve(other), 1, 7)


@pytest.mark.parametrize(
    ("points", "levers", "expected"),
    [
        (20, [("Perencanaan", 10, 2)], ((Change("Perencanaan", 2, 20),),)),
        (21, [("Perencanaan", 10, 2)], ()),
        (11, [("A", 10, 2), ("B", 4, 3)], ((Change("A", 2, 20),), (Change("B", 3, 12),))),
        (25, [("A", 10, 2), ("B", 4, 3)], ((Change("A", 2, 20), Change("B", 2, 8)),)),
        (5, [("useless", 0, 9)], ()),
        (5, [], ()),
    ],
)
def test_the_smallest_sufficient_changes(
    points: int, levers: list[tuple[str, int, int]], expected: tuple[tuple[Change, ...], ...]
) -> None:
    """Single terms that suffice come first, fewest units first; else the combination with fewest units; else nothing."""
    assert smallest_changes(points, levers) == expected


@given(st.integers(1, 60), st.lists(st.tuples(st.sampled_from("ABCDE"), st.integers(0, 9), st.integers(0, 4)), max_size=4))
def test_changes_suffice_and_are_smallest(points: int, levers: list[tuple[str, int, int]]) -> None:
    """Every change offered is enough, and one unit less of it is not."""
    for changes in smallest_changes(points, levers):
        total = sum(change.points for change in changes)
        assert total >= points
        least = min(change.points // change.units for change in changes)
        assert total - least < points
