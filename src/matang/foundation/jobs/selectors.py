"""Read the queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from matang.foundation.jobs.models import Progress

STATES = ("todo", "doing", "succeeded", "failed", "cancelled", "aborted")
LIST = """
SELECT job.id, job.task_name, job.status::text, job.attempts, (job.args ->> 'agency_id')::bigint, job.scheduled_at,
       (SELECT max(event.at) FROM procrastinate_events event WHERE event.job_id = job.id)
FROM procrastinate_jobs job
WHERE job.status::text = ANY(%(states)s) AND (%(agency)s::text IS NULL OR job.args ->> 'agency_id' = %(agency)s::text)
ORDER BY job.id DESC LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class ListedJob:
    """A job on the queue. ``due_at`` empty = at once."""

    id: int
    task: str
    state: str
    attempts: int
    agency_id: int | None
    due_at: datetime | None
    changed_at: datetime | None


def list_jobs(*, agency_id: int | None = None, states: Sequence[str] = STATES, limit: int = 50) -> list[ListedJob]:
    """Return the newest jobs, of all agencies or of one. The queue itself has no row policies: only for operators."""
    values = {"states": list(states), "agency": None if agency_id is None else str(agency_id), "limit": limit}
    with connection.cursor() as cursor:
        cursor.execute(LIST, values)
        return [ListedJob(*row) for row in cursor.fetchall()]


def progress_of(agency_id: int, job_id: int) -> Progress | None:
    """Return how far a job of the agency is, or ``None`` when it keeps no progress or is not the agency's."""
    return Progress.objects.filter(agency_id=agency_id, job_id=job_id).first()
