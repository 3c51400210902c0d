"""A worker for the tests, to be killed: ``python -m tests.foundation.jobs.labour FOLDER [once]``."""

import os
import signal
import sys
import time
from datetime import date
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402

from matang.foundation.clock.models import Holiday  # noqa: E402
from matang.foundation.jobs.progress import report  # noqa: E402
from matang.foundation.jobs.tasks import task  # noqa: E402
from matang.foundation.jobs.worker import Pace, run_worker  # noqa: E402


def note(agency_id: int, name: str) -> None:
    """Leave an effect: one row."""
    Holiday.objects.create(agency_id=agency_id, day=date(2026, 1, 1), name=name, kind="local")


@task(name="tests.slow", progress=True)
def slow(*, agency_id: int, actor_id: int | None, folder: str) -> None:
    """Leave an effect; the first time, hang before the end."""
    note(agency_id, "pelan")
    report(1, 2, "separuh")
    runs = Path(folder) / "runs"
    with runs.open("a") as lines:
        lines.write(f"{os.getpid()}\n")
    if len(runs.read_text().splitlines()) == 1:
        time.sleep(60)


@task(name="tests.dies")
def dies(*, agency_id: int, actor_id: int | None, folder: str) -> None:
    """Leave an effect; the worker dies after the commit, before the queue hears of it."""
    note(agency_id, "mati")
    transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))


@task(name="tests.defers")
def defers(*, agency_id: int, actor_id: int | None, folder: str) -> None:
    """Defer a job, then fail."""
    slow.defer(agency_id=agency_id, actor_id=actor_id, folder=folder)
    raise RuntimeError("sesudah menitipkan")


@task(name="tests.murderer", retry=0, progress=True)
def murderer(*, agency_id: int, actor_id: int | None, folder: str) -> None:
    """Kill every worker that takes it up."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    settings.EVENT_SUBSCRIPTIONS = "tests.foundation.events.listening.SUBSCRIPTIONS"
    run_worker(once="once" in sys.argv, pace=Pace(heartbeat=0.2, dead_after=1.0, rescue=0.2))
