"""All pairs by one multiplication are the pairs that the sheet itself finds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matang.engine import Gates, ScoreSheet, ScoreTerm, SheetPairs


@st.composite
def sheets(draw: st.DrawFn) -> ScoreSheet:
    people, posts = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    terms = tuple(
        ScoreTerm(
            f"term {number}",
            draw(st.integers(0, 9)),
            np.array(draw(st.lists(st.integers(-1, 5), min_size=people, max_size=people)), dtype=np.int64),
            np.array(draw(st.lists(st.integers(0, 5), min_size=posts, max_size=posts)), dtype=np.int64),
            must=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 4)))
    )
    outcome = draw(st.lists(st.lists(st.integers(-1, 1), min_size=2, max_size=2), min_size=people, max_size=people))
    of_post = draw(st.lists(st.integers(0, 1), min_size=posts, max_size=posts))
    gates = Gates(np.array(outcome, dtype=np.int8), np.array(of_post, dtype=np.int64)) if draw(st.booleans()) else None
    return ScoreSheet(terms, people, posts, gates, doubtful_allowed=draw(st.booleans()))


@settings(max_examples=300, deadline=None)
@given(sheet=sheets(), data=st.data())
def test_points_and_gates_are_those_of_the_sheet(sheet: ScoreSheet, data: st.DataObject) -> None:
    rows = np.array(sorted(data.draw(st.sets(st.integers(0, sheet.people - 1)))), dtype=np.int64)
    found, expected = SheetPairs.of(sheet, rows).block(0, len(rows)), sheet.block(0, sheet.people)
    assert (found.score == expected.score[rows]).all()
    assert (found.allowed == expected.allowed[rows]).all()


def test_points_too_large_to_be_exact_are_refused() -> None:
    term = ScoreTerm("years", 2**20, np.array([1]), np.array([16]))
    with pytest.raises(ValueError, match="too large"):
        SheetPairs.of(ScoreSheet((term,), 1, 1))
