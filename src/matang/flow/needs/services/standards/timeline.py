"""What becomes of the rows of one post and one competency when other days are asked for. Plain arithmetic of days."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

FOREVER = date.max


@dataclass(frozen=True, slots=True)
class Span:
    """A level asked for from a day (included) to a day (excluded; None = for good). ``level`` None = nothing is asked."""

    start: date
    end: date | None
    level: int | None
    must: bool = False

    @property
    def until(self) -> date:
        """The end as a day that can be compared."""
        return self.end or FOREVER

    @property
    def value(self) -> tuple[int, bool] | None:
        """What is asked, or None for nothing."""
        return None if self.level is None else (self.level, self.must)


@dataclass(frozen=True, slots=True)
class Held:
    """A row that stands."""

    id: int
    span: Span


@dataclass(slots=True)
class Moves:
    """What to do: rows that get an earlier end, rows that go, spans that come."""

    cut: list[tuple[int, date]] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    added: list[Span] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.cut or self.dropped or self.added)


Segment = tuple[date, date, tuple[int, bool] | None]


def rearrange(held: list[Held], wanted: list[Span]) -> Moves:
    """Return the fewest moves after which the wanted spans hold on their days and all other days stay as they are.

    Of wanted spans that overlap the last counts. A wanted span that holds already moves nothing.
    """
    segments = _segments(held, wanted)
    moves, covered = Moves(), set[date]()
    for row in held:
        kept_to = row.span.start
        for start, end, value in segments:
            if start == kept_to and end <= row.span.until and value == row.span.value:
                kept_to = end
                covered.add(start)
        if kept_to == row.span.start:
            moves.dropped.append(row.id)
        elif kept_to != row.span.until:
            moves.cut.append((row.id, kept_to))
    for start, end, value in segments:
        if value is None or start in covered:
            continue
        last = moves.added[-1] if moves.added else None
        joins = last is not None and last.until == start and last.value == value
        since = moves.added.pop().start if joins else start
        moves.added.append(Span(since, None if end == FOREVER else end, *value))
    return moves


def _segments(held: list[Held], wanted: list[Span]) -> list[Segment]:
    """Return the days cut at every start and end, each part with what is asked in the end."""
    spans = [row.span for row in held] + wanted
    points = sorted({day for span in spans for day in (span.start, span.until)})
    found = []
    for start, end in pairwise(points):
        value = next((row.span.value for row in held if row.span.start <= start < row.span.until), None)
        for span in wanted:
            if span.start <= start < span.until:
                value = span.value
        found.append((start, end, value))
    return found
