"""Work that comes back: what a line of the schedule is. The lines themselves stand in the file that the settings name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from matang.foundation.jobs.tasks import Task


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
