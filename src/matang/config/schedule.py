"""What comes back by itself, and when: the one list. Times are UTC (18:00 there is 01:00 in Jakarta, 02:00 in Palu)."""

from matang.foundation.jobs.schedule import Line
from matang.foundation.jobs.services import sweep

SCHEDULE = (Line("jobs.sweep", "17 18 * * *", sweep),)
"""Name, time (minute, hour, day, month, weekday) and work."""
