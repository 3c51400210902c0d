"""The auction for very many people: the same value and the same prices as the flow, on whatever is drawn."""

import json
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Problem, ProblemError, Result, check, solve
from matang.engine.kernel import compiled
from matang.engine.solve import method_for
from tests.engine.brute import best_value, problems


def proved(problem: Problem, result: Result) -> bool:
    """Return whether the independent check accepts a result."""
    return check(problem.to_data(), json.loads(result.canonical()), digest=problem.digest).violations == ()


@settings(max_examples=300, deadline=None)
@given(problems())
def test_no_placement_is_better_than_the_auction_s(problem: Problem) -> None:
    """Against trying everything; the proof holds; the prices are those of the flow, which are unique."""
    result, other = solve(problem, by="auction"), solve(problem, by="flow")
    assert result.objective == best_value(problem) == other.objective
    assert result.post_price.tolist() == other.post_price.tolist()
    assert proved(problem, result)


@settings(max_examples=60, deadline=None)
@given(problems(points=2**52))
def test_points_at_the_limit_stay_exact(problem: Problem) -> None:
    """The widest numbers that a problem may hold are added without rounding."""
    result = solve(problem, by="auction")
    assert result.objective == best_value(problem)
    assert proved(problem, result)


def city(rng: np.random.Generator, *, people: int, posts: int, pairs: int, points: int, seats: int) -> Problem:
    """Return a drawn problem too large for trying everything."""
    chosen = rng.choice(people * posts, size=min(pairs, people * posts), replace=False)
    return Problem.build(
        people=np.arange(people),
        posts=np.arange(posts),
        capacity=rng.integers(0, seats + 1, posts),
        pairs=(chosen // posts, chosen % posts, rng.integers(-points // 8, points + 1, chosen.size)),
        unplaced_cost=rng.integers(-points // 8, points // 8 + 1, people),
        vacancy_cost=rng.integers(0, points // 8 + 1, posts),
    )


@settings(max_examples=120, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    people=st.integers(1, 60),
    posts=st.integers(1, 60),
    density=st.sampled_from([0.05, 0.2, 1.0]),
    points=st.sampled_from([1, 3, 100, 10**6, 2**40]),
    seats=st.sampled_from([1, 2, 9, 100]),
)
def test_a_drawn_city_has_the_flow_s_value_and_prices(**drawn: Any) -> None:
    """Ties everywhere (points 0 and 1) or nowhere, posts without seats, with one and with more than they can fill."""
    size = drawn["people"] * drawn["posts"]
    rng = np.random.default_rng(drawn.pop("seed"))
    problem = city(rng, pairs=max(1, int(size * drawn.pop("density"))), **drawn)
    result, other = solve(problem, by="auction"), solve(problem, by="flow")
    assert result.objective == other.objective
    assert result.post_price.tolist() == other.post_price.tolist()
    assert proved(problem, result)


@pytest.mark.parametrize(
    ("numbers", "objective", "placed"),
    [
        ({"people": [], "posts": [], "pairs": ([], [], [])}, 0, 0),
        ({"people": [1, 2], "posts": [], "pairs": ([], [], []), "unplaced_cost": 3}, -6, 0),
        ({"people": [1, 2], "posts": [5], "capacity": [3], "pairs": ([], [], []), "vacancy_cost": 10}, -30, 0),
        ({"people": [1, 2], "posts": [5], "capacity": [0], "pairs": ([1, 2], [5, 5], [7, 9])}, 0, 0),
        ({"people": [1], "posts": [5], "pairs": ([1], [5], [-4])}, 0, 0),
        ({"people": [1, 2, 3], "posts": [5], "capacity": [2], "pairs": ([1, 2, 3], [5, 5, 5], [7, 7, 7])}, 14, 2),
    ],
    ids=["nothing", "no posts", "nobody eligible", "no seats", "nothing worth it", "all alike"],
)
def test_the_edges_of_the_ordinary_have_an_answer(numbers: dict[str, Any], objective: int, placed: int) -> None:
    """Whatever is missing, there is a placement and its proof."""
    problem = Problem.build(**numbers)
    result = solve(problem, by="auction")
    assert (result.objective, result.placed) == (objective, placed)
    assert proved(problem, result)


def test_a_post_without_seats_has_the_price_its_keenest_candidate_would_pay() -> None:
    """Person 1 holds 50 at post 6 and would give up no more than 90 − 50 for post 5, which nobody may hold."""
    problem = Problem.build(people=[1], posts=[5, 6], capacity=[0, 1], pairs=([1, 1], [5, 6], [90, 50]))
    assert solve(problem, by="auction").post_price.tolist() == solve(problem, by="flow").post_price.tolist() == [40, 0]


def test_the_widest_points_that_fit_are_exact_and_one_more_is_refused() -> None:
    """With 1,023 people gains below 2^49 fit 64 bits; at 2^49 the problem is refused by name, not rounded."""
    people = np.arange(1023)
    seats = people[:512]
    rows, columns = np.repeat(people, 2), np.concatenate([(people % 512)[:, None], ((people + 1) % 512)[:, None]], axis=1).ravel()

    def posed(widest: int) -> Problem:
        points = widest - (rows * 7919 + columns * 104729) % 1000
        points[0] = widest
        return Problem.build(people=people, posts=seats, pairs=(rows, columns, points))

    fits = posed(2**49 - 1)
    result = solve(fits, by="auction")
    assert proved(fits, result)
    assert result.objective == solve(posed(10**6), by="flow").objective + 512 * (2**49 - 1 - 10**6)
    with pytest.raises(ProblemError, match="gains up to 562949953421312 are too wide for 1023 nodes; use coarser points"):
        solve(posed(2**49), by="auction")


def test_points_with_a_common_divisor_leave_room() -> None:
    """What divides all gains is taken out before the width is judged, and put back into the prices."""
    people = np.arange(2000)
    problem = Problem.build(people=people, posts=[7], pairs=(people, np.full(2000, 7), np.where(people < 2, 2**50, 2**49)))
    result = solve(problem, by="auction")
    assert (result.objective, result.post_price.tolist()) == (2**50, [2**50])
    assert proved(problem, result)


def test_the_same_input_gives_the_same_bytes_whatever_its_order() -> None:
    """Two runs, and the input backwards."""
    problem = city(np.random.default_rng(3), people=300, posts=200, pairs=4000, points=5, seats=3)
    backwards = Problem.build(
        people=problem.people[::-1],
        posts=problem.posts[::-1],
        capacity=problem.capacity[::-1],
        pairs=(problem.people[problem.edge_people][::-1], problem.posts[problem.edge_posts][::-1], problem.score[::-1]),
        unplaced_cost=problem.unplaced_cost[::-1],
        vacancy_cost=problem.vacancy_cost[::-1],
    )
    files = {solve(each, by="auction").canonical() for each in (problem, problem, backwards)}
    assert len(files) == 1


def test_the_number_of_pairs_alone_decides_the_method(monkeypatch: pytest.MonkeyPatch) -> None:
    """One pair below the bound the flow, from it on the auction; what it finds is the same."""
    problem = city(np.random.default_rng(5), people=500, posts=400, pairs=5000, points=1000, seats=2)
    monkeypatch.setattr(sys.modules["matang.engine.solve"], "AUCTION_FROM", len(problem.score))
    assert method_for(problem) == "auction"
    smaller = Problem(
        problem.people, problem.posts, problem.capacity, problem.edge_people[1:], problem.edge_posts[1:], problem.score[1:],
        problem.unplaced_cost, problem.vacancy_cost,
    )  # fmt: skip
    assert method_for(smaller) == "flow"
    assert solve(problem).canonical() == solve(problem, by="auction").canonical()
    assert solve(problem).objective == solve(problem, by="flow").objective


def test_a_placement_that_is_not_optimal_gets_no_prices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the auction wrong, the prices would not come to rest, and nothing would be published."""
    from matang.engine import large

    problem = Problem.build(people=[1, 2], posts=[5, 6], pairs=([1, 1, 2, 2], [5, 6, 5, 6], [9, 1, 1, 9]))

    def wrong(graph: Any) -> tuple[np.ndarray, np.ndarray]:
        return np.array([1, 2]), np.zeros(2, dtype=np.int64)

    monkeypatch.setattr(large, "auction", wrong)
    with pytest.raises(RuntimeError, match="the placement is not optimal"):
        solve(problem, by="auction")


def test_where_nothing_can_be_kept_each_process_compiles_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder to write to, loops work all the same."""
    asked = []

    def njit(**wishes: bool) -> Any:
        asked.append(wishes)
        if wishes.get("cache"):
            raise RuntimeError("cannot cache function: no locator available")
        return lambda function: function

    monkeypatch.setattr(compiled, "njit", njit)
    assert compiled.compiled(len)([1, 2]) == 2
    assert asked == [{"cache": True, "nogil": True}, {"nogil": True}]


def test_small_problems_never_wait_for_the_compiler() -> None:
    """Loading the engine and solving a small problem does not load the auction."""
    code = (
        "import sys; from matang.engine import Problem, solve; "
        "solve(Problem.build(people=[1], posts=[5], pairs=([1], [5], [3]))); "
        "print('matang.engine.large' in sys.modules, 'numba' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
