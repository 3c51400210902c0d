"""The short form of a result says what the whole one says, and keeps only the moves that matter."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Brief, Change, Problem, ProblemError, Residual, Standing, explain, solve
from matang.engine.nearest import nearest
from tests.engine.brute import best_value, problems

LEVERS = [("A", 3, 2), ("B", 2, 4)]


@settings(max_examples=300, deadline=None)
@given(problem=problems(most=7, least_pairs=1), joined=st.booleans())
def test_every_pair_reads_the_same_as_from_the_whole_result(problem: Problem, joined: bool) -> None:
    """Both candidates and others, with places joined and each by itself; only who would move is left out."""
    result = solve(problem)
    view = Residual(problem, result)
    if joined:
        nearest(problem, result, 1, residual=view)
    brief = Brief.of(view)
    for person in range(len(problem.people)):
        for post in range(len(problem.posts)):
            ids = int(problem.people[person]), int(problem.posts[post])
            if brief.holds(*ids):
                with pytest.raises(ValueError, match="whole result"):
                    brief.explain(*ids, score=0)
                continue
            edge = problem.edge_between(person, post)
            score = int(problem.score[edge]) if edge >= 0 else 2
            expected = explain(problem, result, *ids, score=score, levers=LEVERS)
            assert brief.explain(*ids, score=score, levers=LEVERS) == replace(expected, moves=())


@settings(max_examples=150, deadline=None)
@given(problem=problems(least_pairs=1), data=st.data())
def test_the_distance_is_the_loss_that_trying_everything_finds(problem: Problem, data: st.DataObject) -> None:
    edge = data.draw(st.integers(0, len(problem.score) - 1))
    person, post = int(problem.edge_people[edge]), int(problem.edge_posts[edge])
    result = solve(problem)
    brief = Brief.of(Residual(problem, result))
    ids = int(problem.people[person]), int(problem.posts[post])
    if brief.holds(*ids):
        return
    other = best_value(problem, forced=(person, post))
    told = brief.explain(*ids, score=int(problem.score[edge]))
    assert told.distance == (None if other is None else result.objective - other)
    assert told.standing is Standing.of(told.distance)


def test_moves_dearer_than_the_way_over_outside_are_not_kept() -> None:
    """Person 1 going from 7 to 8 costs 135; leaving 1 unplaced costs 100, and 2 may come in at 8 for nothing."""
    problem = Problem.build(people=[1, 2, 3], posts=[7, 8], pairs=([1, 1, 2, 3], [7, 8, 8, 8], [100, 5, 40, 45]))
    view = Residual(problem, solve(problem))
    brief = Brief.of(view)
    tail = np.repeat(np.arange(3), np.diff(brief.begin))
    assert (1, 2, 135) in zip(view.moves.tail.tolist(), view.moves.head.tolist(), view.moves.cost.tolist(), strict=True)
    assert sorted(zip(tail.tolist(), brief.head.tolist(), brief.cost.tolist(), strict=True)) == [
        (0, 1, 0), (0, 2, 0), (1, 0, 100), (2, 0, 5),
    ]  # fmt: skip
    assert (brief.distance(1, 2), brief.distance(2, 1)) == (100, 5)


def test_who_is_not_known_is_refused_and_a_higher_score_than_then_overtakes() -> None:
    """Person 2 lost with 20 points against 50; with 60 the whole would gain 10, and nothing is lacking."""
    problem = Problem.build(people=[1, 2], posts=[7], pairs=([1, 2], [7, 7], [50, 20]))
    brief = Brief.of(Residual(problem, solve(problem)))
    with pytest.raises(ProblemError):
        brief.explain(3, 7, score=1)
    with pytest.raises(ProblemError):
        brief.explain(1, 8, score=1)
    lost = brief.explain(2, 7, score=20, levers=[("A", 31, 1)])
    assert (lost.standing, lost.distance, lost.changes) == (Standing.LOSES, 30, ((Change("A", 1, 31),),))
    won = brief.explain(2, 7, score=60, levers=[("A", 31, 1)])
    assert (won.standing, won.distance, won.points_to_win, won.changes) == (Standing.OVERTAKES, -10, 0, ())


def test_a_result_without_pairs_has_a_short_form() -> None:
    problem = Problem.build(people=[1], posts=[7], pairs=(np.array([], np.int64),) * 3)
    told = Brief.of(Residual(problem, solve(problem))).explain(1, 7, score=-4)
    assert (told.standing, told.distance, told.holders) == (Standing.LOSES, 4, ())
