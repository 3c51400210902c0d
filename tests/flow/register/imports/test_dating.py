"""Where a fact of a file belongs in a dated history."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from matang.flow.register.services.imports.dating import Placing, Span, place

TODAY = date(2026, 11, 21)
Y20, Y22, Y24 = date(2020, 1, 1), date(2022, 1, 1), date(2024, 1, 1)


def after(history: list[Span], placing: Placing) -> list[tuple[object, date, date | None]]:
    """Return the history once the placing is made, oldest first."""
    rows = {span.id: (span.value, span.start, span.end) for span in history}
    rows |= {change.id: (change.value, change.start, change.end) for change in placing.changes}
    if placing.add:
        rows[-1] = (*placing.add, None)
    return sorted(rows.values(), key=lambda row: row[1])


def test_the_first_fact_starts_as_the_file_says_or_on_the_day_of_the_file() -> None:
    assert place([], "A", Y20, as_at=TODAY) == Placing(add=("A", Y20))
    assert place([], "A", None, as_at=TODAY) == Placing(add=("A", TODAY))


def test_the_same_fact_changes_nothing() -> None:
    history = [Span(1, "A", Y20, None)]
    assert place(history, "A", Y20, as_at=TODAY).nothing
    assert place(history, "A", None, as_at=TODAY).nothing


def test_a_later_fact_closes_the_one_before() -> None:
    history = [Span(1, "A", Y20, None)]
    assert after(history, place(history, "B", Y24, as_at=TODAY)) == [("A", Y20, Y24), ("B", Y24, None)]
    assert after(history, place(history, "B", None, as_at=TODAY)) == [("A", Y20, TODAY), ("B", TODAY, None)]


def test_the_same_day_is_a_correction() -> None:
    history = [Span(1, "A", Y20, None)]
    assert after(history, place(history, "B", Y20, as_at=TODAY)) == [("B", Y20, None)]


def test_an_earlier_date_is_an_old_file_for_a_grade_and_a_move_today_for_a_post() -> None:
    history = [Span(1, "A", Y22, None)]
    old = place(history, "B", Y20, as_at=TODAY)
    assert old.nothing
    assert (old.remark, old.held) == ("older_than_register", history[0])
    moved = place(history, "B", Y20, as_at=TODAY, moves=True)
    assert moved.remark == "start_before_current"
    result = after(history, moved)
    assert result == [("A", Y22, TODAY), ("B", TODAY, None)]
    again = [Span(number, *row) for number, row in enumerate(result, start=1)]
    assert place(again, "B", Y20, as_at=TODAY, moves=True).nothing


def test_a_file_that_lags_behind_a_decision_does_not_undo_it() -> None:
    history = [Span(1, "A", Y20, Y24), Span(2, "B", Y24, None, fixed=True)]
    lagging = place(history, "A", Y20, as_at=TODAY, moves=True)
    assert lagging.nothing
    assert lagging.remark == "older_than_register"


def test_a_decided_start_is_not_corrected() -> None:
    history = [Span(1, "B", Y24, None, fixed=True)]
    assert place(history, "B", Y22, as_at=TODAY).nothing


def test_a_planned_future_fact_does_not_make_the_present_one_old() -> None:
    future = date(2027, 1, 1)
    history = [Span(1, "A", Y20, future), Span(2, "B", future, None)]
    assert place(history, "A", Y20, as_at=TODAY, moves=True) == Placing()


def test_a_corrected_start_takes_the_end_before_it_along() -> None:
    history = [Span(1, "A", Y20, Y24), Span(2, "B", Y24, None)]
    assert after(history, place(history, "B", Y22, as_at=TODAY)) == [("A", Y20, Y22), ("B", Y22, None)]
    later = date(2025, 1, 1)
    assert after(history, place(history, "B", later, as_at=TODAY)) == [("A", Y20, later), ("B", later, None)]
    assert place(history, "B", Y20, as_at=TODAY).nothing


days = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(st.lists(st.tuples(st.sampled_from("ABC"), days), max_size=12), st.booleans())
def test_no_sequence_of_files_makes_spans_overlap_and_the_last_file_repeats_to_nothing(
    files: list[tuple[str, date]], moves: bool
) -> None:
    history: list[Span] = []
    for number, (value, start) in enumerate(files):
        placing = place(history, value, start, as_at=TODAY, moves=moves)
        history = [Span(index, *row) for index, row in enumerate(after(history, placing), start=1)]
        for earlier, later in pairwise(history):
            assert earlier.end is not None
            assert earlier.start < earlier.end <= later.start
        assert place(history, value, start, as_at=TODAY, moves=moves).nothing, number


@given(days, days)
def test_spans_never_end_before_they_start(first: date, second: date) -> None:
    history = [Span(1, "A", first, None)]
    for _value, start, end in after(history, place(history, "B", second, as_at=TODAY, moves=True)):
        assert end is None or start < end
