"""What comes back by itself, and when: the one list. Times are UTC (18:00 there is 01:00 in Jakarta, 02:00 in Palu)."""

from matang.foundation.clock.calendar import suggest_national
from matang.foundation.clock.services import today
from matang.foundation.jobs.schedule import Line
from matang.foundation.jobs.services import sweep


def suggest_days_off() -> None:
    """Fill the calendar of this year and the next where nobody has."""
    suggest_national(today().year, today().year + 1)


SCHEDULE = (
    Line("jobs.sweep", "17 18 * * *", sweep),
    Line("clock.suggest", "27 18 1 * *", suggest_days_off),
)
"""Name, time (minute, hour, day, month, weekday) and work."""
