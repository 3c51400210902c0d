"""The slowest possible solver: tries every placement. The oracle of the engine's tests."""

from functools import cache
from typing import Any

from hypothesis import strategies as st

from matang.engine import Problem


def best_value(
    problem: Problem, *, forced: tuple[int, int] | None = None, forbidden: tuple[int, int] | None = None
) -> int | None:
    """Return the value of the best placement; None when the forced pair (positions) leaves none."""
    options: list[list[tuple[int, int]]] = [[] for _ in problem.people]
    for person, post, score in zip(
        problem.edge_people.tolist(), problem.edge_posts.tolist(), problem.score.tolist(), strict=True
    ):
        if (person, post) != forbidden and (forced is None or forced[0] != person or forced[1] == post):
            options[person].append((post, score))
    seats = tuple(problem.capacity.tolist())
    lonely, vacant = problem.unplaced_cost.tolist(), problem.vacancy_cost.tolist()

    @cache
    def rest(person: int, free: tuple[int, ...]) -> int | None:
        if person == len(options):
            return -sum(number * cost for number, cost in zip(free, vacant, strict=True))
        found = []
        if forced is None or forced[0] != person:
            found.append((-lonely[person], free))
        for post, score in options[person]:
            if free[post]:
                found.append((score, (*free[:post], free[post] - 1, *free[post + 1 :])))
        values = [(own, rest(person + 1, left)) for own, left in found]
        return max((own + value for own, value in values if value is not None), default=None)

    return rest(0, seats)


@st.composite
def problems(draw: st.DrawFn, *, most: int = 6, points: int = 6, least_pairs: int = 0) -> Problem:
    """Draw a small problem: any capacity, few distinct points so that ties abound. ``least_pairs`` is 0 or 1."""
    people = draw(st.lists(st.integers(1, 99), min_size=least_pairs, max_size=most, unique=True))
    posts = draw(st.lists(st.integers(1, 99), min_size=least_pairs, max_size=most, unique=True))
    every = [(i, j) for i in people for j in posts]
    pairs = draw(st.lists(st.sampled_from(every), unique=True, min_size=least_pairs)) if every else []
    number = st.integers(-points, points)
    data: dict[str, Any] = {
        "people": people,
        "posts": posts,
        "capacity": [draw(st.integers(0, 3)) for _ in posts],
        "pairs": ([i for i, _ in pairs], [j for _, j in pairs], [draw(number) for _ in pairs]),
        "unplaced_cost": [draw(number) for _ in people],
        "vacancy_cost": [draw(st.integers(0, points)) for _ in posts],
    }
    return Problem.build(**data)
