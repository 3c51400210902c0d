"""Where a fact of a file belongs in the dated history that the register holds. Pure: spans in, changes out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """A dated row as it is: ``value`` held from ``start`` until ``end`` (excluded; None = still)."""

    id: int
    value: Any
    start: date
    end: date | None
    fixed: bool = False  # decided in this system: its dates are not corrected from a file


@dataclass(frozen=True, slots=True)
class Change:
    """A row that changes: its new value, start and end."""

    id: int
    value: Any
    start: date
    end: date | None
    was: Span


@dataclass(slots=True)
class Placing:
    """What to do: rows to change, at most one to add (value, start), and a remark with the span it is about."""

    changes: list[Change] = field(default_factory=list)
    add: tuple[Any, date] | None = None
    remark: str = ""
    held: Span | None = None

    @property
    def nothing(self) -> bool:
        """True when the history stays as it is."""
        return not self.changes and self.add is None


def place(history: Sequence[Span], value: Any, start: date | None, *, as_at: date, moves: bool = False) -> Placing:
    """Return how ``history`` (oldest first) becomes one in which ``value`` holds, since ``start`` as the file says.

    ``as_at`` is the day whose state the file shows. ``moves`` says that the fact changes by moving (a post), so that an
    earlier date than the recorded one does not make the file old: the move is then dated ``as_at``.
    """
    if not history:
        return Placing(add=(value, start or as_at))
    last = history[-1]
    now = next((span for span in history if span.start <= as_at and (span.end is None or span.end > as_at)), None)
    if last.value == value and last.end is None:
        return _redate(history, start)
    if now is not None and now.value == value:
        return Placing()
    if start is not None and any(span.value == value and span.start == start for span in history):
        return Placing(remark="older_than_register", held=last)
    return _succeed(last, value, start or as_at, as_at, moves=moves)


def _redate(history: Sequence[Span], start: date | None) -> Placing:
    """The value is known; correct its start where the file has another and nothing stands in between."""
    last = history[-1]
    if start is None or start == last.start or last.fixed:
        return Placing()
    if len(history) == 1:
        return Placing(changes=[Change(last.id, last.value, start, None, last)])
    before = history[-2]
    if start <= before.start or before.fixed:
        return Placing()
    placing = Placing(changes=[Change(last.id, last.value, start, None, last)])
    if before.end == last.start or (before.end is not None and before.end > start):
        placing.changes.append(Change(before.id, before.value, before.start, start, before))
    return placing


def _succeed(last: Span, value: Any, start: date, as_at: date, *, moves: bool) -> Placing:
    """Another value: it follows the last span, corrects it, or is older than it."""
    if start == last.start and not last.fixed:
        return Placing(changes=[Change(last.id, value, start, last.end, last)])
    remark = ""
    if start <= last.start:
        if not moves or last.start >= as_at:
            return Placing(remark="older_than_register", held=last)
        start, remark = as_at, "start_before_current"
    placing = Placing(add=(value, start), remark=remark, held=last)
    if last.end is None or last.end > start:
        placing.changes.append(Change(last.id, last.value, last.start, start, last))
    return placing
