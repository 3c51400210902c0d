"""Days asked for: hand-worked cases, and any case against a calendar kept day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matang.flow.needs.services.standards.timeline import Held, Moves, Span, rearrange

JAN, MAR, JUN, SEP = date(2026, 1, 1), date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)
THREE = Held(1, Span(JAN, None, 3))


@pytest.mark.parametrize(
    ("held", "wanted", "moves"),
    [
        ([], [Span(JAN, None, 3)], Moves(added=[Span(JAN, None, 3)])),
        ([THREE], [Span(JAN, None, 3)], Moves()),
        ([THREE], [Span(MAR, None, 3)], Moves()),
        ([THREE], [Span(MAR, None, 3, must=True)], Moves(cut=[(1, MAR)], added=[Span(MAR, None, 3, must=True)])),
        ([THREE], [Span(MAR, None, 4)], Moves(cut=[(1, MAR)], added=[Span(MAR, None, 4)])),
        ([THREE], [Span(JAN, None, 4)], Moves(dropped=[1], added=[Span(JAN, None, 4)])),
        ([THREE], [Span(MAR, None, None)], Moves(cut=[(1, MAR)])),
        ([THREE], [Span(MAR, JUN, 4)], Moves(cut=[(1, MAR)], added=[Span(MAR, JUN, 4), Span(JUN, None, 3)])),
        ([], [Span(MAR, None, None)], Moves()),
        (
            [Held(1, Span(JAN, JUN, 3)), Held(2, Span(JUN, None, 4))],
            [Span(MAR, None, 3)],
            Moves(dropped=[2], added=[Span(JUN, None, 3)]),
        ),
        ([Held(1, Span(JUN, None, 4))], [Span(MAR, SEP, 4)], Moves(added=[Span(MAR, JUN, 4)])),
    ],
)
def test_a_worked_case(held: list[Held], wanted: list[Span], moves: Moves) -> None:
    assert rearrange(held, wanted) == moves


DAYS = st.integers(0, 12)
VALUES = st.tuples(st.integers(1, 3), st.booleans())


def _day(number: int) -> date:
    return JAN + timedelta(days=number)


def _asked(spans: list[Span], day: date) -> tuple[int, bool] | None:
    return next((span.value for span in reversed(spans) if span.start <= day < span.until), None)


@st.composite
def standing(draw: st.DrawFn) -> list[Held]:
    """Rows that do not overlap, some touching, the last perhaps open."""
    points = sorted(draw(st.sets(DAYS, max_size=6)))
    rows = []
    for number, (start, end) in enumerate(zip(points, [*points[1:], None], strict=False)):
        if draw(st.booleans()):
            level, must = draw(VALUES)
            rows.append(Held(number, Span(_day(start), _day(end) if end is not None else None, level, must)))
    return rows


@st.composite
def wishes(draw: st.DrawFn) -> list[Span]:
    """One or two spans, perhaps an end of asking."""
    found = []
    for _ in range(draw(st.integers(1, 2))):
        start = draw(DAYS)
        end = draw(st.one_of(st.none(), st.integers(start + 1, 15)))
        value = draw(st.one_of(st.none(), VALUES))
        found.append(Span(_day(start), _day(end) if end is not None else None, *(value or (None,))))
    return found


@given(standing(), wishes())
def test_after_the_moves_every_day_asks_what_was_wished_and_else_what_it_asked(held: list[Held], wanted: list[Span]) -> None:
    moves = rearrange(held, wanted)
    ends = dict(moves.cut)
    left = [
        Span(row.span.start, ends.get(row.id, row.span.end), row.span.level, row.span.must)
        for row in held
        if row.id not in moves.dropped
    ]
    after = left + moves.added
    for number in range(20):
        day = _day(number)
        wished = [span for span in wanted if span.start <= day < span.until]
        expected = wished[-1].value if wished else _asked([row.span for row in held], day)
        assert [span.value for span in after if span.start <= day < span.until] == ([expected] if expected else [])
    assert not rearrange([Held(n, span) for n, span in enumerate(after)], wanted)
