"""Run, list and repeat jobs without a worker process."""

import json
import logging
from dataclasses import dataclass

from asgiref.sync import async_to_sync
from django.db import connection
from django.db.models import Exists, OuterRef
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Job, Status

from matang.foundation.clock.services import now
from matang.foundation.jobs.models import JobState, Progress, Receipt
from matang.foundation.jobs.progress import note_state
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drained:
    """What :func:`run_pending` did: jobs that succeeded, will be tried again, and were given up."""

    succeeded: int
    retried: int
    failed: int


class JobRefusedError(Exception):
    """The job cannot be repeated; the message says why."""


def run_pending(limit: int = 1000) -> Drained:
    """Do the jobs that are due, in this process, one after another, until none is left or ``limit`` were done.

    For commands and tests. Inside a transaction it does the work in that transaction.
    """
    counts = {Status.SUCCEEDED: 0, Status.TODO: 0, Status.FAILED: 0}
    manager = app.job_manager
    worker_id = async_to_sync(manager.register_worker)()
    try:
        for _number in range(limit):
            job = async_to_sync(manager.fetch_job)(queues=None, worker_id=worker_id)
            if job is None:
                break
            counts[_run(_decoded(job))] += 1
    finally:
        async_to_sync(manager.unregister_worker)(worker_id)
    return Drained(counts[Status.SUCCEEDED], counts[Status.TODO], counts[Status.FAILED])


def _decoded(job: Job) -> Job:
    """Return the job with its arguments as a mapping: Django's connection hands JSON over as text."""
    arguments: object = job.task_kwargs
    return job.evolve(task_kwargs=json.loads(arguments)) if isinstance(arguments, str) else job


def _run(job: Job) -> Status:
    manager = app.job_manager
    task = app.tasks[job.task_name]
    context = JobContext(start_timestamp=now().timestamp(), app=app, job=job, abort_reason=lambda: None)
    try:
        task(context, **job.task_kwargs) if task.pass_context else task(**job.task_kwargs)
    except Exception as error:
        logger.exception("job %s (%s) failed", job.id, job.task_name)
        again = task.get_retry_exception(exception=error, job=job)
        if again is not None:
            async_to_sync(manager.retry_job)(job=job, retry_at=again.retry_decision.retry_at)
            return Status.TODO
        async_to_sync(manager.finish_job)(job=job, status=Status.FAILED, delete_job=False)
        return Status.FAILED
    async_to_sync(manager.finish_job)(job=job, status=Status.SUCCEEDED, delete_job=False)
    return Status.SUCCEEDED


def retry_job(job_id: int) -> None:
    """Put a failed job on the queue again.

    Raises:
        JobRefusedError: there is no such job, or it has not failed.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text, (args ->> 'agency_id')::bigint FROM procrastinate_jobs WHERE id = %s", [job_id])
        row = cursor.fetchone()
    if row is None:
        raise JobRefusedError("there is no such job")
    if row[0] != Status.FAILED.value:
        raise JobRefusedError(f"it is {row[0]}; only a failed job can be repeated")
    app.job_manager.retry_job_by_id(job_id=job_id, retry_at=now())
    if row[1] is not None:
        note_state(job_id=job_id, agency_id=row[1], state=JobState.WAITING, message="")


def sweep() -> None:
    """Remove finished jobs after a month, failed ones after a year, and the receipts and progress of jobs that are gone.

    A chore: it works through the agencies one after another.
    """
    manager = app.job_manager
    async_to_sync(manager.delete_old_jobs)(nb_hours=24 * 30)
    async_to_sync(manager.delete_old_jobs)(nb_hours=24 * 365, include_failed=True)
    for agency_id in Agency.objects.values_list("id", flat=True):
        with acting_in(agency_id):
            for model in (Receipt, Progress):
                job = ProcrastinateJob.objects.filter(pk=OuterRef("job_id"))
                model._default_manager.filter(~Exists(job), agency_id=agency_id).delete()
