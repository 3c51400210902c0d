"""How far a long job is.

A job's work is one transaction, whose rows nobody else sees before it ends; progress is therefore written over a
second connection, which commits at once.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from matang.foundation.clock.services import now
from matang.foundation.jobs.models import JobState, Progress
from matang.foundation.tenancy.context import acting_in

PAUSE = 0.25
"""Seconds between two writes; reports in between are dropped, the last one of a job never is."""

WRITE = """
UPDATE jobs_progress SET done = COALESCE(%s, done), total = COALESCE(%s, total), message = COALESCE(%s, message),
       state = %s, updated_at = %s
WHERE job_id = %s
"""


@dataclass(slots=True)
class Reporter:
    """Writes the progress of one running job."""

    job_id: int
    agency_id: int
    side: BaseDatabaseWrapper | None = None
    written: float = 0.0
    last: tuple[int, int | None, str] | None = None
    own: bool = False

    def write(self, state: JobState, done: int | None = None, total: int | None = None, message: str | None = None) -> None:
        """Write now."""
        link = self._link()
        with link.cursor() as cursor:
            values = [done, total, message if message is None else message[:300], state.value, now(), self.job_id]
            if self.own:
                cursor.execute("BEGIN")
                cursor.execute("SELECT set_config('matang.agency', %s, true)", [str(self.agency_id)])
            cursor.execute(WRITE, values)
            if self.own:
                cursor.execute("COMMIT")
        self.written = time.monotonic()

    def finish(self, state: JobState, message: str | None = None) -> None:
        """Write the last known figures with the final state, and let the second connection go."""
        done, total, said = self.last or (None, None, None)
        try:
            self.write(state, done, total, message or said)
        finally:
            self.close()

    def fail(self, error: Exception, *, again: bool) -> None:
        """Say that the work failed, and whether it will be tried again."""
        self.finish(JobState.WAITING if again else JobState.FAILED, f"{type(error).__name__}: {error}")

    def close(self) -> None:
        """Let the second connection go."""
        if self.side is not None:
            self.side.close()
            self.side = None

    def _link(self) -> BaseDatabaseWrapper:
        if not self.own:
            return connections[DEFAULT_DB_ALIAS]
        if self.side is None:
            self.side = connections.create_connection(DEFAULT_DB_ALIAS)
        return self.side


_current: ContextVar[Reporter | None] = ContextVar("matang_job", default=None)


def expect(*, job_id: int, task: str, agency_id: int, actor_id: int | None) -> Progress:
    """Note a job that waits."""
    with acting_in(agency_id, actor_id):
        return Progress.objects.create(
            job_id=job_id, task=task, agency_id=agency_id, actor_id=actor_id, state=JobState.WAITING, updated_at=now()
        )


def note_state(*, job_id: int, agency_id: int, state: JobState, message: str) -> None:
    """Say from outside a job how it stands: its worker died, or somebody repeats it."""
    with acting_in(agency_id):
        Progress.objects.filter(job_id=job_id, agency_id=agency_id).update(state=state, message=message[:300], updated_at=now())


@contextmanager
def reporting(reporter: Reporter) -> Iterator[None]:
    """Let :func:`report` inside the block speak for this job."""
    token = _current.set(reporter)
    try:
        yield
    finally:
        _current.reset(token)


def report(done: int, total: int | None = None, message: str = "") -> None:
    """Say how far the running job is. Cheap to call for every row. Outside a job it does nothing."""
    reporter = _current.get()
    if reporter is None:
        return
    reporter.last = (done, total, message)
    if time.monotonic() - reporter.written >= PAUSE:
        reporter.write(JobState.RUNNING, done, total, message)
