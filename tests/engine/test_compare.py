"""The comparison that a refused person reads. Its direction is tested on its own, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matang.engine import TermScore, compare


def sheet(*points: int) -> tuple[TermScore, ...]:
    """Return a score sheet whose terms A, B, C … earned so many points."""
    return tuple(TermScore("ABCDEF"[at], number, 100, 1, must=False) for at, number in enumerate(points))


@pytest.mark.parametrize(
    ("first", "second", "difference", "decisive"),
    [
        ((5, 3), (2, 3), 3, ["A"]),
        ((2, 3), (5, 3), -3, ["A"]),
        ((9, 0, 4), (1, 5, 1), 6, ["A", "C"]),
        ((1, 5, 1), (9, 0, 4), -6, ["A", "C"]),
        ((4, 4), (4, 4), 0, []),
    ],
)
def test_a_positive_difference_means_that_the_first_is_ahead(
    first: tuple[int, ...], second: tuple[int, ...], difference: int, decisive: list[str]
) -> None:
    """Hand-worked, each case also the other way round."""
    found = compare(sheet(*first), sheet(*second))
    assert found.difference == difference
    assert (found.first_is_ahead, found.first_is_behind) == (difference > 0, difference < 0)
    assert [row.name for row in found.decisive] == decisive


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=6))
def test_turned_round_it_says_the_opposite(points: list[tuple[int, int]]) -> None:
    """Whoever is ahead stays ahead, whoever is named first."""
    one, other = sheet(*(a for a, _ in points)), sheet(*(b for _, b in points))
    there, back = compare(one, other), compare(other, one)
    assert there.difference == -back.difference == sum(a - b for a, b in points)
    assert there.first_is_ahead == back.first_is_behind
    assert [row.difference for row in there.rows] == [-row.difference for row in back.rows]
    assert {row.name for row in there.decisive} == {row.name for row in back.decisive} or there.difference == 0


def test_sheets_of_different_terms_cannot_be_compared() -> None:
    """A comparison of unlike things is refused."""
    with pytest.raises(ValueError, match="different terms"):
        compare(sheet(1, 2), sheet(1))
