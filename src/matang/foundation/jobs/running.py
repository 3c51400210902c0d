"""How a job is done: one transaction for one agency, once."""

from collections.abc import Callable
from typing import Any

from django.db import connection

from matang.foundation.audit.context import from_where
from matang.foundation.clock.services import now
from matang.foundation.jobs.models import JobState, Receipt
from matang.foundation.jobs.progress import Reporter, reporting
from matang.foundation.jobs.retries import Retry
from matang.foundation.tenancy.context import acting_in


class KeptError(Exception):
    """A task failed, yet what it wrote is to be kept: raised from the real cause (``raise KeptError from error``)."""


def perform(
    name: str,
    work: Callable[..., object],
    *,
    job_id: int,
    retried: int,
    retry: Retry,
    agency_id: int,
    actor_id: int | None,
    **kwargs: Any,
) -> None:
    """Do a job's work and leave its receipt, in one transaction. A job with a receipt is left alone.

    A second worker that takes the same job up waits at the lock until the first has ended, then finds the receipt.
    """
    reporter = Reporter(job_id=job_id, agency_id=agency_id, own=not connection.in_atomic_block)
    kept: KeptError | None = None
    try:
        with reporting(reporter), acting_in(agency_id, actor_id), from_where(f"job:{name}"):
            if _first_to_take(job_id):
                kept = _do(work, job_id, agency_id=agency_id, actor_id=actor_id, **kwargs)
    except Exception as error:
        reporter.fail(error, again=retry.wait(retried) is not None)
        raise
    if kept is not None:
        reporter.fail(kept, again=retry.wait(retried) is not None)
        raise kept
    reporter.finish(JobState.DONE)


def _do(work: Callable[..., object], job_id: int, *, agency_id: int, **kwargs: Any) -> KeptError | None:
    """Do the work and leave the receipt; hand back a failure whose rows are to be committed."""
    try:
        work(agency_id=agency_id, **kwargs)
    except KeptError as error:
        return error
    Receipt.objects.create(job_id=job_id, agency_id=agency_id, at=now())
    return None


def _first_to_take(job_id: int) -> bool:
    """Hold the job until the transaction ends; false when its work has been committed before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"matang.job:{job_id}"])
    return not Receipt.objects.filter(job_id=job_id).exists()
