"""Whole shortlists at once say exactly what the single answers say."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Problem, Standing, explain, runners_up, solve
from matang.engine.nearest import Nearest, nearest
from tests.engine.brute import problems


def assert_as_good(problem: Problem, found: Nearest, at: int, distance: int) -> None:
    """Forbidding the pair and forcing the next place instead loses no more than the distance."""
    edge, there = int(found.edge[at]), int(found.next_post[at])
    person = int(problem.edge_people[edge])
    best, here = solve(problem).objective, problem.edge_posts[edge]
    others = problem.edge_people != person
    kept = others if there < 0 else others | (problem.edge_posts == there)
    cheap = np.where(np.arange(len(problem.people)) == person, 1000 if there >= 0 else 0, 0)
    other = replace(
        problem, edge_people=problem.edge_people[kept], edge_posts=problem.edge_posts[kept], score=problem.score[kept],
        unplaced_cost=problem.unplaced_cost + cheap,
    )  # fmt: skip
    assert here != there
    assert solve(other).objective >= best - distance


@settings(max_examples=300, deadline=None)
@given(problem=problems(most=7, least_pairs=1), limit=st.integers(1, 4))
def test_every_shortlist_is_the_one_that_single_questions_find(problem: Problem, limit: int) -> None:
    result = solve(problem)
    found = nearest(problem, result, limit)
    for post in range(len(problem.posts)):
        rows = range(int(found.first[post]), int(found.first[post + 1]))
        identifier = int(problem.posts[post])
        listed = runners_up(problem, result, identifier)
        expected = [row for row in listed if row.holds] + [row for row in listed if not row.holds][:limit]
        said = [
            (int(problem.people[problem.edge_people[found.edge[at]]]), bool(found.holds[at]), int(problem.score[found.edge[at]]))
            for at in rows
        ]
        assert said == [(row.person, row.holds, row.score) for row in expected]
        for at, row in zip(rows, expected, strict=True):
            told = explain(problem, result, row.person, identifier)
            if told.standing is Standing.HOLDS:
                assert int(found.distance[at]) == (-1 if told.distance is None else told.distance)
                if told.distance is not None:
                    assert_as_good(problem, found, at, told.distance)
            else:
                assert int(found.distance[at]) == told.distance
