"""The days of one intern as a grid: what each side says about each, and what nobody knows."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

from matang.flow.learn.choices import AttendanceState, LookerSide
from matang.flow.learn.models import AttendanceDay, LogEntry
from matang.flow.learn.selectors.daily.reach import Trainee, Window
from matang.foundation.clock.selectors import days_off

WEEKEND = 5
TRUSTED = (LookerSide.HOST, LookerSide.HOME, LookerSide.OWN)
"""Whose word stands in the grid where several have spoken: who was there sees best."""


@dataclass(slots=True)
class GridDay:
    """A day: inside the internship or not, what each side says (state, note, name), how many entries it has.

    ``working``: a working day where the intern is, by the calendar of the host, or of the sender where the host keeps none.
    """

    day: date
    inside: bool
    entries: int = 0
    working: bool = True
    said: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    @property
    def state(self) -> str:
        """The state that is shown: of the first side that knows, else unknown."""
        known = (self.said[side][0] for side in TRUSTED if side in self.said)
        return next((state for state in known if state != AttendanceState.UNKNOWN), AttendanceState.UNKNOWN.value)

    @property
    def contradicts(self) -> bool:
        """True when two sides that know say different things."""
        return len({state for state, _note, _name in self.said.values() if state != AttendanceState.UNKNOWN}) > 1


def month_grid(trainee: Trainee, window: Window, month: date) -> list[GridDay]:
    """Return the days of the month that ``month`` lies in; three queries."""
    first = month.replace(day=1)
    return grid_of(trainee, window, first, first.replace(day=monthrange(first.year, first.month)[1]))


def grid_of(trainee: Trainee, window: Window, first: date, last: date) -> list[GridDay]:
    """Return the days from ``first`` to ``last`` (both included); three queries."""
    off = days_off(trainee.host_agency_id or trainee.agency_id, first, last)
    days = {
        day: GridDay(day, window.holds(day), working=day.weekday() < WEEKEND and day not in off)
        for day in (first + timedelta(days=number) for number in range((last - first).days + 1))
    }
    rows = AttendanceDay.objects.filter(participant_id=trainee.pk, day__range=(first, last))
    for day, side, *said in rows.values_list("day", "side", "state", "note", "noted_by_name"):
        days[day].said[side] = (said[0], said[1], said[2])
    written = LogEntry.objects.filter(participant_id=trainee.pk, current=True, day__range=(first, last))
    for day in written.values_list("day", flat=True):
        days[day].entries += 1
    return list(days.values())


def tally(days: list[GridDay], today: date) -> dict[str, int]:
    """Return how many working days of the internship up to today have which state; days off count only where somebody spoke."""
    found = dict.fromkeys(AttendanceState.values, 0)
    for row in days:
        if row.inside and row.day <= today and (row.working or row.said):
            found[row.state] += 1
    return found
