"""When something is due: a number from a parameter counted from a beginning, by working days or by hours.

Working days are counted by the caller's calendar: rules know no holidays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from matang.rules.core.parameters import Parameter
    from matang.rules.core.sources import Reference


Moment = TypeVar("Moment", date, datetime)


@dataclass(frozen=True)
class Due(Generic[Moment]):
    """When something is due, and the number and source it rests on."""

    at: Moment
    number: int
    reference: Reference


def due_day(parameter: Parameter, line: str, begin: date, working_days_after: Callable[[date, int], date]) -> Due[date]:
    """Return the last day in time. ``working_days_after(day, n)`` is the n-th working day after a day.

    ``LookupError`` when no source says how many days on the day of beginning.
    """
    number, reference = _number(parameter, line, begin)
    return Due(working_days_after(begin, number), number, reference)


def due_time(parameter: Parameter, line: str, begin: datetime, unit: timedelta) -> Due[datetime]:
    """Return the last moment in time, through nights and holidays. ``LookupError`` when no source says how long."""
    number, reference = _number(parameter, line, begin.date())
    return Due(begin + number * unit, number, reference)


def _number(parameter: Parameter, line: str, on: date) -> tuple[int, Reference]:
    """Return the number that holds on a day and its source."""
    found = parameter.on(on, line)
    if found is None or not isinstance(found.value, int):
        raise LookupError(f"{parameter.key}: no source says a value for {line} on {on}")
    return found.value, found.reference
