"""Optimal over all pairs, though few are solved."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Problem, ProblemError, TablePairs, check, solve, solve_complete
from matang.engine.candidates import Block
from matang.engine.complete import exceeding_by_columns
from matang.engine.exceeding import exceeding


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_value_is_that_of_solving_every_allowed_pair(data: st.DataObject) -> None:
    """Beginning with one candidate each, the result is as good as with all candidates, and its proof holds."""
    people, classes = data.draw(st.integers(0, 5)), data.draw(st.integers(1, 4))
    post_class = np.array(data.draw(st.lists(st.integers(0, classes - 1), max_size=6)), dtype=np.int64)
    table = np.array([[data.draw(st.integers(-3, 6)) for _ in range(classes)] for _ in range(people)], dtype=np.int64)
    allowed = np.array([[data.draw(st.booleans()) for _ in range(classes)] for _ in range(people)], dtype=bool)
    source = TablePairs(allowed.reshape(people, classes), table.reshape(people, classes), post_class)
    seats = [data.draw(st.integers(0, 2)) for _ in post_class]
    numbers = {"people": np.arange(people), "posts": np.arange(len(post_class)), "capacity": seats, "vacancy_cost": 2}
    rows, columns = np.nonzero(source.allowed[:, post_class])
    every = Problem.build(**numbers, pairs=(rows, columns, source.score[:, post_class][rows, columns]))
    done = solve_complete(source, **numbers, per_person=1)
    assert done.result.objective == solve(every).objective
    assert check(done.problem.to_data(), done.result.to_data(), digest=done.problem.digest).ok


def test_pairs_cut_off_at_first_are_found_by_their_price() -> None:
    """Three people whose best is the same seat: their second choices come in, and nobody is left unplaced."""
    source = TablePairs.of_posts(np.ones((3, 3), dtype=bool), np.array([[9, 5, 1], [9, 5, 1], [9, 5, 1]]))
    done = solve_complete(source, people=[1, 2, 3], posts=[7, 8, 9], per_person=1)
    assert (done.result.objective, done.result.placed) == (15, 3)
    assert done.rounds > 1
    assert done.added > 0


def test_a_preference_for_staying_may_add_points_but_not_take_them() -> None:
    """The own post may be worth more than the source says; less would make the source's claim untrue."""
    source = TablePairs.of_posts(np.ones((1, 2), dtype=bool), np.array([[5, 6]]))
    here = (np.array([0]), np.array([0]))
    more = solve_complete(source, people=[1], posts=[7, 8], always=(*here, np.array([9])))
    assert more.result.pairs() == [(1, 7)]
    alone = TablePairs.of_posts(np.ones((1, 1), dtype=bool), np.array([[5]]))
    with pytest.raises(ProblemError, match="always"):
        solve_complete(alone, people=[1], posts=[7], always=(*here, np.array([-3])))


def test_identifiers_out_of_order_are_refused() -> None:
    """The source speaks of positions, so the order must be plain."""
    source = TablePairs.of_posts(np.ones((2, 1), dtype=bool), np.array([[5], [6]]))
    with pytest.raises(ProblemError, match="people: identifiers must be ascending"):
        solve_complete(source, people=[2, 1], posts=[7])


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_loops_and_columns_find_the_same_pairs_above_the_prices_in_the_same_order(data: st.DataObject) -> None:
    """Equal excesses, refused pairs and people without any included; of many pairs of a person only the furthest above."""
    people, classes, most = data.draw(st.integers(0, 4)), data.draw(st.integers(1, 6)), data.draw(st.integers(1, 3))
    cells = st.lists(st.integers(-3, 3), min_size=people * classes, max_size=people * classes)
    score = np.array(data.draw(cells), dtype=np.int32).reshape(people, classes)
    allowed = np.array(data.draw(cells)).reshape(people, classes) > -2
    kinds = np.array(sorted(data.draw(st.sets(st.integers(0, classes - 1)))), dtype=np.int64)
    lead = np.array(data.draw(st.lists(st.integers(-2, 2), min_size=people, max_size=people)), dtype=np.int64)
    offer = np.array(data.draw(st.lists(st.integers(-2, 2), min_size=len(kinds), max_size=len(kinds))), dtype=np.int64)
    block = Block(allowed, score)
    above = sorted(
        (row, -int(score[row, kind] + lead[row] + offer[place]), place)
        for row in range(people)
        for place, kind in enumerate(kinds.tolist())
        if allowed[row, kind] and score[row, kind] + lead[row] + offer[place] > 0
    )
    kept = [(row, place) for at, (row, _, place) in enumerate(above) if sum(one[0] == row for one in above[:at]) < most]
    for look in (exceeding, exceeding_by_columns):
        row, place = look(block, lead, kinds, offer, most)
        assert list(zip(row.tolist(), place.tolist(), strict=True)) == kept
