"""Whole shortlists at once say exactly what the single answers say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Problem, Standing, explain, runners_up, solve
from matang.engine.nearest import nearest
from tests.engine.brute import problems


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
                next_post = int(found.next_post[at])
                assert (None if next_post < 0 else int(problem.posts[next_post])) == told.next_post
            else:
                assert int(found.distance[at]) == told.distance
