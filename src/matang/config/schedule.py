"""What comes back by itself, and when: the one list. Times are UTC (18:00 there is 01:00 in Jakarta, 02:00 in Palu)."""

from matang.flow.learn.public import settle_all
from matang.flow.measure.public import open_missed
from matang.flow.needs.public import name_as_of_today
from matang.foundation.clock.calendar import suggest_national
from matang.foundation.clock.services import today
from matang.foundation.events import services as events
from matang.foundation.jobs import services as jobs
from matang.foundation.jobs.schedule import Line


def suggest_days_off() -> None:
    """Fill the calendar of this year and the next where nobody has."""
    suggest_national(today().year, today().year + 1)


SCHEDULE = (
    Line("jobs.sweep", "17 18 * * *", jobs.sweep),
    Line("events.sweep", "22 18 * * *", events.sweep),
    Line("clock.suggest", "27 18 1 * *", suggest_days_off),
    Line("needs.names", "3 15-17 * * *", name_as_of_today),
    Line("learn.settle", "37 18 * * *", settle_all),
    Line("measure.missed", "32 18 * * *", open_missed),
)
"""Name, time (minute, hour, day, month, weekday) and work."""
