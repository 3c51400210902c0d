"""A real worker process: killed in the middle of a job, the next one finishes it, once."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from matang.foundation.clock.models import Holiday
from matang.foundation.events.selectors import undelivered
from matang.foundation.events.services import publish
from matang.foundation.jobs.models import JobState
from matang.foundation.jobs.selectors import list_jobs, progress_of
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.foundation.events import listening
from tests.foundation.jobs import labour

ROOT = Path(__file__).resolve().parents[3]
Worker = subprocess.Popen[bytes]

pytestmark = pytest.mark.django_db(transaction=True)


def wait_until(true: Callable[[], object], seconds: float = 30) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


def clear() -> None:
    """Empty the queue, whose tables Django does not know."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers, procrastinate_periodic_defers CASCADE")


@pytest.fixture
def agency() -> Iterator[Agency]:
    """Return a committed agency, with an empty queue."""
    clear()
    yield Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu")
    clear()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Worker]]:
    """Return a function that starts a worker; whatever still runs at the end is killed."""
    started: list[Worker] = []

    def begin(*arguments: str) -> Worker:
        database = settings.DATABASES["default"]
        url = f"postgresql://{database['USER']}@{str(database['HOST']).replace('/', '%2F')}:{database['PORT'] or 5432}/"
        command = [sys.executable, "-m", "tests.foundation.jobs.labour", *arguments]
        surroundings = os.environ | {"DATABASE_URL": url + connection.settings_dict["NAME"], "MATANG_SECRET_KEY": "x" * 40}
        with (tmp_path / "stderr").open("ab") as errors:
            worker = subprocess.Popen(command, cwd=ROOT, env=surroundings, stderr=errors)
        started.append(worker)
        return worker

    yield begin
    for worker in started:
        worker.kill()
        worker.wait()


def effects(agency: Agency) -> list[str]:
    with acting_in(agency.pk):
        return list(Holiday.objects.filter(agency=agency).values_list("name", flat=True))


def shown(agency: Agency, job_id: int) -> tuple[str, str]:
    """Return state and message as a page would show them."""
    with acting_in(agency.pk):
        seen = progress_of(agency.pk, job_id)
        assert seen is not None
        return seen.state, seen.message


def states() -> list[tuple[str, str]]:
    return [(job.task, job.state) for job in list_jobs()]


def test_a_killed_workers_job_is_finished_once_by_the_next(agency: Agency, start: Callable[..., Worker], tmp_path: Path) -> None:
    with acting_in(agency.pk):
        job_id = labour.slow.defer(agency_id=agency.pk, actor_id=None, folder=str(tmp_path))
    runs = tmp_path / "runs"
    first = start()
    wait_until(runs.exists)
    with acting_in(agency.pk):
        seen = progress_of(agency.pk, job_id)
        assert seen is not None
        assert (seen.state, seen.done, seen.total, seen.message) == (JobState.RUNNING, 1, 2, "separuh")
    assert effects(agency) == []
    first.kill()
    first.wait()
    assert states() == [("tests.slow", "doing")]
    start()
    wait_until(lambda: states() == [("tests.slow", "succeeded")])
    assert len(runs.read_text().splitlines()) == 2
    assert effects(agency) == ["pelan"]
    with acting_in(agency.pk):
        seen = progress_of(agency.pk, job_id)
        assert seen is not None
        assert (seen.state, seen.done, seen.total) == (JobState.DONE, 1, 2)


def test_a_worker_killed_after_the_commit_does_not_double_the_work(
    agency: Agency, start: Callable[..., Worker], tmp_path: Path
) -> None:
    labour.dies.defer(agency_id=agency.pk, actor_id=None, folder=str(tmp_path))
    first = start()
    assert first.wait(timeout=30) == -9
    assert (effects(agency), states()) == (["mati"], [("tests.dies", "doing")])
    start()
    wait_until(lambda: states() == [("tests.dies", "succeeded")])
    assert effects(agency) == ["mati"]


def test_a_job_that_kills_its_workers_is_given_up(agency: Agency, start: Callable[..., Worker], tmp_path: Path) -> None:
    job_id = labour.murderer.defer(agency_id=agency.pk, actor_id=None, folder=str(tmp_path))
    for _life in range(3):
        assert start().wait(timeout=30) == -9
    start()
    wait_until(lambda: states() == [("tests.murderer", "failed")])
    wait_until(lambda: shown(agency, job_id) == (JobState.FAILED, "Pekerjaan terhenti di tengah jalan."))


def test_what_a_failing_job_deferred_is_taken_back(agency: Agency, start: Callable[..., Worker], tmp_path: Path) -> None:
    labour.defers.defer(agency_id=agency.pk, actor_id=None, folder=str(tmp_path))
    assert start("once").wait(timeout=30) == 0
    assert [(job.task, job.state, job.attempts) for job in list_jobs()] == [("tests.defers", "todo", 1)]


def test_a_rollback_takes_the_job_back(agency: Agency, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        labour.defers.defer(agency_id=1 // (agency.pk - agency.pk), actor_id=None, folder=str(tmp_path))
    with transaction.atomic():
        labour.defers.defer(agency_id=agency.pk, actor_id=None, folder=str(tmp_path))
        transaction.set_rollback(True)
    assert list_jobs() == []


def test_a_worker_ends_cleanly_when_told(agency: Agency, start: Callable[..., Worker], tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("earlier\n")
    labour.slow.defer(agency_id=agency.pk, actor_id=None, folder=str(tmp_path))
    worker = start()
    wait_until(lambda: states() == [("tests.slow", "succeeded")])
    worker.terminate()
    assert worker.wait(timeout=20) == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_workers")
        assert cursor.fetchone() == (0,)


def test_a_worker_waits_for_a_database_that_goes_away(agency: Agency, start: Callable[..., Worker], tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("earlier\n")
    worker = start()
    with connection.cursor() as cursor:
        wait_until(lambda: cursor.execute("SELECT id FROM procrastinate_workers") or cursor.fetchall())
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename = current_user"
        )
    labour.slow.defer(agency_id=agency.pk, actor_id=None, folder=str(tmp_path))
    wait_until(lambda: states() == [("tests.slow", "succeeded")])
    assert worker.poll() is None
    assert effects(agency) == ["pelan"]


def test_an_event_is_delivered_again_after_a_kill(
    agency: Agency, start: Callable[..., Worker], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matang.foundation.events.services.table", lambda: listening.SUBSCRIPTIONS)
    publish(listening.Rang(agency_id=agency.pk, folder=str(tmp_path)))
    heard = tmp_path / "heard"
    first = start()
    wait_until(heard.exists)
    first.kill()
    first.wait()
    assert (effects(agency), len(undelivered())) == ([], 1)
    start()
    wait_until(lambda: undelivered() == [])
    assert len(heard.read_text().splitlines()) == 2
    assert effects(agency) == ["terdengar"]
