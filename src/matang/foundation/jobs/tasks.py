"""Work that is done later, by a worker, for one agency.

A task's function takes keyword arguments only, always with ``agency_id`` and ``actor_id``, and the others as JSON
values (numbers of rows rather than the rows). See ``jobs/README.md``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from matang.foundation.jobs.progress import expect
from matang.foundation.jobs.retries import Backoff, Retry
from matang.foundation.jobs.running import perform

Work = Callable[..., object]

DEFAULT_RETRY = Retry()
TASKS: dict[str, "Task"] = {}


@dataclass(frozen=True, slots=True)
class Deferral:
    """A task with options for one job."""

    task: "Task"
    options: dict[str, Any]

    def defer(self, *, agency_id: int, actor_id: int | None, **kwargs: Any) -> int | None:
        """Put a job on the queue and return its number; ``None`` when ``once`` found one waiting already."""
        arguments = {"agency_id": agency_id, "actor_id": actor_id, **kwargs}
        try:
            with transaction.atomic():  # a refusal of the database would else spoil the caller's transaction
                job_id: int = app.configure_task(self.task.name, **self.options).defer(**arguments)
        except AlreadyEnqueued:
            return None
        if self.task.progress:
            expect(job_id=job_id, task=self.task.name, agency_id=agency_id, actor_id=actor_id)
        return job_id


@dataclass(frozen=True, slots=True)
class Task:
    """A task. Calling it does the work at once, in the caller's transaction; :meth:`defer` leaves it to a worker."""

    name: str
    work: Work
    retry: Retry = field(default=DEFAULT_RETRY)
    progress: bool = False

    def __call__(self, *, agency_id: int, actor_id: int | None, **kwargs: Any) -> object:
        """Do the work now."""
        return self.work(agency_id=agency_id, actor_id=actor_id, **kwargs)

    def defer(self, *, agency_id: int, actor_id: int | None, **kwargs: Any) -> int:
        """Put a job on the queue, in the caller's transaction, and return its number. A rollback takes it away again."""
        job_id = self.options().defer(agency_id=agency_id, actor_id=actor_id, **kwargs)
        if job_id is None:
            raise AlreadyEnqueued
        return job_id

    def options(self, *, lock: str = "", once: str = "", at: datetime | None = None) -> Deferral:
        """Return the task with options for one job.

        Args:
            lock: jobs with the same lock run one after another, in the order in which they were deferred.
            once: while a job with this key waits, a second one is not added.
            at: not before this moment.
        """
        return Deferral(self, {"lock": lock or None, "queueing_lock": once or None, "schedule_at": at})

    def run(self, context: JobContext, /, **kwargs: Any) -> None:
        """Do the work of a job; what the queue calls."""
        perform(self.name, self.work, job_id=context.job.id or 0, retried=context.job.attempts, retry=self.retry, **kwargs)


def task(*, name: str, retry: Retry | int = DEFAULT_RETRY, progress: bool = False) -> Callable[[Work], Task]:
    """Make a function a task.

    Args:
        name: ``stage.what``; it stands in the queue, so a later version must keep it.
        retry: how often and after what time a failing job is tried again; a number sets only how often.
        progress: keep a row that a page can poll, which ``jobs.progress.report`` fills.
    """
    back_off = retry if isinstance(retry, Retry) else Retry(times=retry)

    def decorate(work: Work) -> Task:
        made = Task(name=name, work=work, retry=back_off, progress=progress)
        app.task(name=name, pass_context=True, retry=Backoff(back_off))(made.run)
        TASKS[name] = made
        return made

    return decorate
