"""The worker: takes jobs from the queue until told to stop, defers what the schedule asks for, saves jobs of the dead."""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, cast

from asgiref.sync import sync_to_async
from django.db import Error as DatabaseError
from django.utils.translation import gettext as _
from procrastinate import App
from procrastinate.contrib.django import DjangoApp
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.psycopg_connector import PsycopgConnector
from procrastinate.tasks import ConfigureTaskOptions

from matang.foundation.jobs.models import JobState
from matang.foundation.jobs.progress import note_state
from matang.foundation.jobs.retries import Backoff
from matang.foundation.jobs.schedule import DUE, due, lines
from matang.foundation.jobs.tasks import TASKS

logger = logging.getLogger(__name__)

LIVES = 3
"""A job whose worker died this many times is given up: it probably kills its workers."""
LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: between two signs of life, until a silent worker counts as dead, and between two looks for the dead."""

    heartbeat: float = 5.0
    dead_after: float = 20.0
    rescue: float = 5.0


DEFAULT_PACE = Pace()


def run_worker(*, once: bool = False, concurrency: int = 1, pace: Pace = DEFAULT_PACE) -> None:
    """Do jobs until SIGTERM or SIGINT (the running job is finished first), or, with ``once``, until none is due.

    A database that goes away is waited for.
    """
    pause = 1.0
    while True:
        started = time.monotonic()
        try:
            asyncio.run(_work(once=once, concurrency=concurrency, pace=pace))
        except (ConnectorException, DatabaseError, OSError):
            if once:
                raise
            pause = 1.0 if time.monotonic() - started > LONGEST_PAUSE else min(pause * 2, LONGEST_PAUSE)
            logger.warning("the database is away; trying again in %.0f s", pause, exc_info=True)
            time.sleep(pause)
        else:
            return


async def _work(*, once: bool, concurrency: int, pace: Pace) -> None:
    app = _build()
    async with app.open_async(), _rescuing(app, pace):
        await app.run_worker_async(
            wait=not once,
            concurrency=concurrency,
            update_heartbeat_interval=pace.heartbeat,
            stalled_worker_timeout=pace.dead_after,
        )


def _build() -> App:
    """Return an app of the worker's own.

    The queue itself is read over a pool of connections; tasks and what they defer use Django's connection, so that a
    job deferred by a job belongs to its transaction.
    """
    app = DjangoApp(connector=PsycopgConnector(kwargs=connector_params()))
    for task in TASKS.values():  # filled by the apps' ``jobs`` modules, which are imported at the start
        app.task(name=task.name, pass_context=True, retry=Backoff(task.retry))(task.run)
    chore = app.task(name=DUE)(due)
    for line in lines():
        options: ConfigureTaskOptions = {"task_kwargs": {"line": line.name}, "queueing_lock": f"schedule:{line.name}"}
        app.periodic_registry.register_task(
            task=cast(Any, chore), cron=line.cron, periodic_id=line.name, configure_kwargs=options
        )
    return app


@contextlib.asynccontextmanager
async def _rescuing(app: App, pace: Pace) -> AsyncIterator[None]:
    """Put jobs of dead workers back on the queue, now and every few seconds."""

    async def watch() -> None:
        while True:
            with contextlib.suppress(ConnectorException):
                await rescue(app, pace.dead_after)
            await asyncio.sleep(pace.rescue)

    watcher = asyncio.create_task(watch(), name="rescue")
    try:
        yield
    finally:
        watcher.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watcher


async def rescue(app: App, dead_after: float) -> int:
    """Put the jobs of workers that have been silent for ``dead_after`` seconds back on the queue; return how many."""
    saved = 0
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=dead_after):
        logger.warning("the worker of job %s (%s) is gone; attempts: %s", job.id, job.task_name, job.attempts)
        if job.attempts + 1 >= LIVES:
            await app.job_manager.finish_job(job=job, status=Status.FAILED, delete_job=False)
            await sync_to_async(_note)(job, JobState.FAILED)
        else:
            await app.job_manager.retry_job(job=job)
            await sync_to_async(_note)(job, JobState.WAITING)
            saved += 1
    return saved


def _note(job: Job, state: JobState) -> None:
    """Let whoever watches the job's progress know, where it has any."""
    if job.id and job.task_name in TASKS and TASKS[job.task_name].progress:
        agency_id = cast(int, job.task_kwargs["agency_id"])
        note_state(job_id=job.id, agency_id=agency_id, state=state, message=_("Pekerjaan terhenti di tengah jalan."))
