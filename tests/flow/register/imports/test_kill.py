"""A worker that is killed in the middle of a commit: nothing is lost, nothing is doubled."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from matang.flow.register.choices import ImportState
from matang.flow.register.jobs import commit_import
from matang.flow.register.models import Education, GradeRecord, ImportRun, Incumbency, Person, Post
from matang.flow.register.services.agencies import officer_for
from matang.flow.register.services.imports import runs
from matang.foundation.tenancy.context import acting_in
from matang.foundation.tenancy.models import Agency
from tests.flow.register.imports.files import person, siasn
from tests.flow.register.imports.road import take, write_units

ROOT = Path(__file__).resolve().parents[4]
ROWS = 60
MODELS = (Person, GradeRecord, Education, Incumbency, Post)


def wait_until(true: Callable[[], object], seconds: float = 40) -> None:
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
def start(tmp_path: Path) -> Iterator[Callable[[], "subprocess.Popen[bytes]"]]:
    """Return a function that starts a worker; whatever still runs at the end is killed."""
    started = []
    clear()

    def begin() -> "subprocess.Popen[bytes]":
        database = settings.DATABASES["default"]
        url = f"postgresql://{database['USER']}@{str(database['HOST']).replace('/', '%2F')}:{database['PORT'] or 5432}/"
        command = [sys.executable, "-m", "tests.flow.register.imports.labour", str(tmp_path)]
        surroundings = os.environ | {"DATABASE_URL": url + connection.settings_dict["NAME"], "MATANG_SECRET_KEY": "x" * 40}
        with (tmp_path / "stderr").open("ab") as errors:
            started.append(subprocess.Popen(command, cwd=ROOT, env=surroundings, stderr=errors))
        return started[-1]

    yield begin
    for worker in started:
        worker.kill()
        worker.wait()
    clear()


@pytest.mark.django_db(transaction=True)
def test_a_commit_that_is_killed_leaves_nothing_and_the_next_worker_finishes_it_once(
    start: Callable[[], "subprocess.Popen[bytes]"], tmp_path: Path
) -> None:
    agency = Agency.objects.create(code="7271", name="Pemerintah Kota Contoh Palu")
    with acting_in(agency.pk):
        write_units(agency)
        run, plan = take(agency, siasn([person(number) for number in range(1, ROWS + 1)]))
        assert plan.tally["create"] == ROWS
        queued = runs.request_commit(actor=officer_for(agency.pk), run_id=run.pk)
        assert queued is not None
        commit_import.defer(agency_id=agency.pk, actor_id=None, run_id=run.pk)

    def counts() -> list[int]:
        with acting_in(agency.pk):
            return [model.objects.count() for model in MODELS]

    def state() -> str:
        with acting_in(agency.pk):
            return ImportRun.objects.get(pk=run.pk).state

    lives = tmp_path / "lives"
    first = start()
    wait_until(lives.exists)
    assert (counts(), state()) == ([0, 0, 0, 0, 0], ImportState.QUEUED)
    first.kill()
    first.wait()
    assert (counts(), state()) == ([0, 0, 0, 0, 0], ImportState.QUEUED)
    start()
    wait_until(lambda: state() == ImportState.COMMITTED)
    assert counts() == [ROWS, ROWS, ROWS, ROWS, 1]
    assert lives.read_text().splitlines() == ["written"] * 2
    with acting_in(agency.pk):
        runs.commit(actor=officer_for(agency.pk), run_id=run.pk)
    assert counts() == [ROWS, ROWS, ROWS, ROWS, 1]
