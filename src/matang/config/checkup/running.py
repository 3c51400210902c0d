"""Jobs and static files: what a running installation needs."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.db import connection

from matang.config import upkeep
from matang.config.checkup.finding import Finding, fault, ok, warning
from matang.foundation.events.selectors import Undelivered, undelivered

ALIVE_SECONDS = 60
LATE_SECONDS = 600
FIGURES = """
SELECT
  (SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %(alive)s)),
  (SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now()),
  (SELECT coalesce(extract(epoch FROM now() - min(coalesce(scheduled_at,
     (SELECT min(at) FROM procrastinate_events e WHERE e.job_id = j.id)))), 0)
   FROM procrastinate_jobs j WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now()),
  (SELECT count(*) FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
   WHERE j.status = 'doing' AND (w.id IS NULL OR w.last_heartbeat < now() - make_interval(secs => %(alive)s))),
  (SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed')
"""


@dataclass(frozen=True, slots=True)
class Queue:
    """Figures of the queue: live workers, due jobs, seconds the oldest has waited, jobs whose worker died, failed jobs."""

    workers: int
    due: int
    waited: float
    stalled: int
    failed: int


def check_jobs() -> list[Finding]:
    """Look at the queue; its tables must be there."""
    with connection.cursor() as cursor:
        cursor.execute(FIGURES, {"alive": ALIVE_SECONDS})
        row = cursor.fetchone()
    queue = Queue(int(row[0]), int(row[1]), float(row[2]), int(row[3]), int(row[4]))
    return [worker(queue), *leftovers(queue), *events(undelivered(older_than=timedelta(seconds=LATE_SECONDS)))]


def worker(queue: Queue) -> Finding:
    """Somebody does the jobs."""
    if queue.due and queue.waited > LATE_SECONDS:
        busy = "no worker is alive" if not queue.workers else "the workers cannot keep up"
        return fault(
            "jobs",
            f"{queue.due} jobs are due, the oldest for {queue.waited / 60:.0f} minutes: {busy}.",
            "Start one: ./matang serve runs a worker, ./matang jobs work another.",
        )
    alive = f"{queue.workers} workers alive" if queue.workers else "no worker now; ./matang serve starts one"
    return ok("jobs", f"{alive}, {queue.due} jobs due")


def leftovers(queue: Queue) -> list[Finding]:
    """Jobs that need a look."""
    findings = []
    if queue.stalled:
        findings.append(
            warning(
                "stalled jobs",
                f"{queue.stalled} jobs were cut off when their worker was killed.",
                "A running worker takes them up again within minutes: ./matang serve or ./matang jobs work.",
            )
        )
    if queue.failed:
        findings.append(
            warning(
                "failed jobs",
                f"{queue.failed} jobs were given up after all their tries.",
                "See them with ./matang jobs list --state failed; repeat one with ./matang jobs retry NUMBER.",
            )
        )
    return findings


def events(late: list[Undelivered]) -> list[Finding]:
    """Events whose subscribers have not been told for long."""
    if not late:
        return []
    first = late[0]
    tries = f"{first.attempts} tries, the last: {first.error}" if first.attempts else "not tried yet"
    return [
        warning(
            "events",
            f"{len(late)} deliveries are late; the oldest is {first.event} for {first.subscriber} ({tries}).",
            "Mend the cause, then repeat the events.deliver jobs: ./matang jobs list --state failed, ./matang jobs retry NUMBER.",
        )
    ]


def static(build: Path, folder: Path) -> Finding:
    """Styles and scripts are there."""
    if not build.exists():
        return fault(
            "static files", f"The styles were not built: {build} is missing.", "Delete the folder .venv and run ./matang again."
        )
    if not upkeep.static_is_current(folder):
        return ok("static files", "built; ./matang serve collects them when it starts")
    return ok("static files", "built and collected")
