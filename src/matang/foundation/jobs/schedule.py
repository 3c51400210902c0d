"""Work that comes back: what a line of the schedule is. The lines themselves stand in the file that the settings name."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from matang.foundation.jobs.tasks import Task
from matang.foundation.tenancy.models import Agency

logger = logging.getLogger(__name__)

DUE = "schedule.due"


@dataclass(frozen=True, slots=True)
class Line:
    """At every time that ``cron`` names (five fields, UTC): a task, for each agency, or a chore, once for the installation.

    A chore is a function without arguments that may be repeated at any time; when it fails, the next time tries again.
    """

    name: str
    cron: str
    work: Task | Callable[[], object]


def lines() -> Sequence[Line]:
    """Return the schedule."""
    found: Sequence[Line] = import_string(settings.JOB_SCHEDULE)
    return found


@app.task(name=DUE)
def due(*, line: str, timestamp: int) -> None:
    """Do what a line of the schedule says; ``timestamp`` is the time that was due. A line that is gone is let be."""
    for entry in lines():
        if entry.name != line:
            continue
        logger.info("%s is due (%s)", line, timestamp)
        if not isinstance(entry.work, Task):
            entry.work()
            return
        for agency_id in Agency.objects.order_by("id").values_list("id", flat=True):
            entry.work.options(once=f"{line}:{agency_id}").defer(agency_id=agency_id, actor_id=None)
